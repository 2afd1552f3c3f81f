//! `roadshow draw` as a clerk sees it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use tempfile::TempDir;

use crate::support::{roadshow, session};

/// The tryout final, which has three projects in one group and two in the other, with its rubrics.
struct Office(TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        for rubric in ["enterprise.toml", "startup.toml"] {
            let text = fs::read_to_string(session("../rubrics").join(rubric)).unwrap();
            office.put(rubric, &text);
        }
        let text = fs::read_to_string(session("tryout.toml")).unwrap();
        office.put("final.toml", &text.replace("../rubrics/", ""));
        office
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file("final.toml")).unwrap()
    }

    fn run(&self, command: &str, arguments: &[&str]) -> Output {
        let mut program = roadshow();
        program.args(["--lang", "en", command]).arg(self.file("final.toml"));
        program.current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    /// What it says when all is well.
    fn draw(&self, arguments: &[&str]) -> String {
        let output = self.run("draw", arguments);
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    }

    /// What it says when it refuses; nothing has changed then.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = self.text();
        let output = self.run("draw", arguments);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
        assert!(output.stdout.is_empty());
        assert_eq!(self.text(), before);
        text(&output.stderr)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn read(path: &Path) -> roadshow::contest::Session {
    roadshow::definition::read_session(path, &roadshow::definition::Disk).unwrap()
}

#[test]
fn a_draw_from_a_seed_goes_from_the_commitment_to_the_order() {
    let office = Office::new();
    assert!(office.refused(&["--reveal"]).contains("has no commitment yet"));
    assert!(office.refused(&["--check"]).contains("nothing to check"));

    let said = office.draw(&["--commit", "--seed", "Ten red lanterns, 7 May"]);
    let hash = "ea16ca612fbe9631c8847a9598d1680553b68316c315e95cafb6e821cbc70f72";
    assert!(said.contains(hash) && said.contains("enterprise 3, startup 2"), "{said}");
    assert!(!said.contains("lanterns") && !office.text().contains("lanterns"), "{said}");
    assert!(!office.file("final.toml.seed").exists(), "a given seed is kept by whoever gave it");

    assert!(office.refused(&["--commit"]).contains("has a commitment already"));
    assert!(office.refused(&["--check"]).contains("nothing to check"));
    assert!(office.refused(&["--reveal"]).contains("--seed"), "there is no seed file");
    let other = office.refused(&["--reveal", "--seed", "Ten red lanterns, 7 may"]);
    assert!(other.contains("not the one that was announced") && other.contains(hash), "{other}");

    let said = office.draw(&["--reveal", "--seed", "Ten red lanterns, 7 May"]);
    assert!(said.contains("Seed:       Ten red lanterns, 7 May"), "{said}");
    let session = read(&office.file("final.toml"));
    let drawn = session.draw.clone().unwrap();
    assert_eq!(drawn.orders, session.drawn_from("Ten red lanterns, 7 May"));
    let flat: Vec<_> = drawn.orders.into_iter().flat_map(|it| it.order).collect();
    assert_eq!(session.rooms[0].order, flat);
    assert!(said.contains(&format!("    1  {}", flat[0])), "{said}");

    assert!(office.draw(&["--check"]).starts_with("Drawn again: it is the order on record"));
    assert!(office.refused(&["--commit"]).contains("is drawn already"));
    assert!(office.refused(&["--reveal"]).contains("is drawn already"));
}

#[test]
fn a_seed_of_the_programs_own_is_kept_beside_the_session() {
    let office = Office::new();
    let said = office.draw(&["--commit"]);
    let kept = office.file("final.toml.seed");
    let seed = fs::read_to_string(&kept).unwrap();
    assert_eq!(seed.trim_end().len(), 64);
    assert!(said.contains("final.toml.seed") && !said.contains(seed.trim_end()), "{said}");
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&kept).unwrap().permissions()) & 0o77,
        0
    );
    let said = office.draw(&["--reveal"]);
    assert!(said.contains(seed.trim_end()), "{said}");
    fs::remove_file(&kept).unwrap();
    office.draw(&["--check"]);

    let other = Office::new();
    other.put("final.toml.seed", "kept from another draw\n");
    assert!(other.refused(&["--commit"]).contains("is there already"));
    other.draw(&["--commit", "--seed", "A sentence that nobody guesses"]);
    let kept = fs::read_to_string(other.file("final.toml.seed")).unwrap();
    assert_eq!(kept, "kept from another draw\n");
}

#[test]
fn a_draw_changes_no_other_byte() {
    for (spoil, restore) in [("\n", "\n"), ("\n", "\r\n")] {
        let office = Office::new();
        let before =
            format!("\u{feff}{}\n\t# The end, without a line feed", office.text().trim_end());
        let before = before.replace(spoil, restore);
        office.put("final.toml", &before);
        office.draw(&["--commit"]);
        let committed = office.text();
        let added = committed.strip_prefix(&before).unwrap();
        assert!(added.starts_with(&format!("{restore}{restore}[draw]{restore}")), "{added:?}");
        // Somebody writes on below it; the seed goes where it belongs nonetheless.
        let more = format!("{committed}# Announced at nine o'clock.");
        office.put("final.toml", &more);
        office.draw(&["--reveal"]);
        let revealed = office.text();
        assert!(revealed.starts_with(&committed), "{revealed:?}");
        assert!(revealed.ends_with("# Announced at nine o'clock."), "{revealed:?}");
        assert!(!revealed.replace("\r\n", "").contains(if restore == "\n" { '\r' } else { '\n' }));
    }
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions_and_a_link_to_it_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let office = Office::new();
    let (file, real) = (office.file("final.toml"), office.file("real.toml"));
    fs::rename(&file, &real).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &file).unwrap();
    office.draw(&["--commit"]);
    assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn an_order_that_was_changed_afterwards_is_found() {
    let office = Office::new();
    office.draw(&["--commit", "--seed", "Ten red lanterns, 7 May"]);
    office.draw(&["--reveal", "--seed", "Ten red lanterns, 7 May"]);
    let drawn = read(&office.file("final.toml")).draw.unwrap();
    let (one, other) = (&drawn.orders[1].order[0], &drawn.orders[1].order[1]);
    let (sound, changed) = (format!("\"{one}\", \"{other}\""), format!("\"{other}\", \"{one}\""));
    office.put("final.toml", &office.text().replace(&sound, &changed));
    for arguments in [&["--check"][..], &["--reveal"]] {
        let told = office.refused(arguments);
        assert!(told.contains("not the order that the seed draws for group startup"), "{told}");
    }
    assert_eq!(office.run("check", &[]).status.code(), Some(1));
    assert_eq!(office.run("hub", &["--listen", "127.0.0.1:0"]).status.code(), Some(1));
}

#[test]
fn a_draw_by_hand_is_entered_whole_or_not_at_all() {
    let office = Office::new();
    let note = ["--note", "Drawn from the urn; a notary watched."];
    let enter = |lots: &str| {
        office.put("lots.txt", lots);
        office.refused(&[&["--manual", "lots.txt"][..], &note].concat())
    };
    let told = enter("E02\n E09\n\nE02\nS01\n");
    let lines: Vec<_> = told.lines().collect();
    assert!(lines[0].starts_with("lots.txt:2:2: There is no project to be drawn “E09”."), "{told}");
    assert_eq!(
        lines[1],
        "lots.txt:4:1: E02 was drawn on line 1 already. Every project is drawn once."
    );
    assert!(
        lines[2].starts_with("lots.txt:6:1: The draw leaves out of group enterprise: E01, E03.")
    );
    assert!(lines[3].contains("startup: S02"), "{told}");
    assert!(enter("").contains("enterprise: E01, E02, E03"));
    assert!(enter("1,E02").contains("“1,E02”"));

    office.put("lots.txt", "\u{feff}E02\r\nS02\r\n\r\nE03\r\n\tE01 \r\nS01");
    let bad_note = office.refused(&["--manual", "lots.txt", "--note", " "]);
    assert!(bad_note.contains("who drew and who watched"), "{bad_note}");
    let said = office.draw(&[&["--manual", "lots.txt"][..], &note].concat());
    assert!(said.contains("a notary watched"), "{said}");
    let order = read(&office.file("final.toml")).rooms[0].order.clone();
    assert!(order.iter().map(ToString::to_string).eq(["E02", "E03", "E01", "S02", "S01"]));
    assert!(office.draw(&["--check"]).contains("nothing to draw again"));
    assert!(office.refused(&["--commit"]).contains("is drawn already"));
}

#[test]
fn a_hub_waits_for_a_draw_that_is_announced() {
    let office = Office::new();
    office.draw(&["--commit"]);
    let journal = office.file("final.journal");
    let journal = journal.to_str().unwrap();
    let told = office.run("hub", &["--listen", "127.0.0.1:0", "--data", journal]);
    assert_eq!(told.status.code(), Some(1));
    assert!(text(&told.stderr).contains("the order is not drawn yet"), "{}", text(&told.stderr));
}

#[test]
fn the_draw_is_in_the_journals_first_record() {
    let office = Office::new();
    office.draw(&["--commit"]);
    office.draw(&["--reveal"]);
    let journal = office.file("kept.journal");
    let played = roadshow()
        .args(["demo", "--headless", "--session"])
        .arg(office.file("final.toml"))
        .arg("--data")
        .arg(&journal)
        .output()
        .unwrap();
    assert!(played.status.success(), "{}", text(&played.stderr));
    let contest = roadshow::hub::replay(&journal).unwrap();
    assert_eq!(**contest.session(), read(&office.file("final.toml")));
    assert!(contest.session().draw.is_some());
}

#[test]
fn what_cannot_be_drawn_is_told_before_anything_is_written() {
    let office = Office::new();
    for arguments in [
        &[][..],
        &["--commit", "--check"],
        &["--manual", "lots.txt"],
        &["--commit", "--note", "n"],
        &["--check", "--seed", "s"],
    ] {
        assert_eq!(office.run("draw", arguments).status.code(), Some(2), "{arguments:?}");
    }
    for seed in ["", " \t", "two\nlines"] {
        assert!(office.refused(&["--commit", "--seed", seed]).contains("one line of text"));
    }
    assert!(office.draw(&["--commit", "--seed", "8 May"]).contains("The seed is short"));

    let other = Office::new();
    let hash = roadshow::contest::commitment("s");
    let inline = format!("draw = {{ by = \"seed\", commitment = \"{hash}\" }}\n");
    other.put("final.toml", &(inline + &other.text()));
    assert!(other.refused(&["--reveal", "--seed", "s"]).contains("laid out otherwise"));
}
