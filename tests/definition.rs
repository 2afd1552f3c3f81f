//! Definitions: the shipped ones are sound, and of bad ones everything is said, in both languages
//! and where it is.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::{
    collections::BTreeSet,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use roadshow::{
    contest::{AtZero, Backfill, GroupId, Ms, Project, RoomId, Rubric, commitment},
    definition::{
        Disk, Files, ListKind, Problem, Roster, Said, Shipped, check, founding, merge, read_draft,
        read_entries, read_grouped_sheets, read_rubric, read_rulings, read_session, read_sheets,
        read_sheets_of,
    },
};
use rust_decimal::Decimal;
use serde_json::Value;

const DOCUMENT: &str = include_str!("../docs/session-format.md");
const TEXTS: [&str; 2] =
    [include_str!("../locales/zh-CN/definition.ftl"), include_str!("../locales/en/definition.ftl")];

/// A disk that does not let itself be read.
struct Locked;

impl Files for Locked {
    fn read(&self, _: &Path) -> io::Result<Vec<u8>> {
        Err(io::Error::new(io::ErrorKind::PermissionDenied, "locked"))
    }
}

fn bad_files() -> Vec<PathBuf> {
    files_in("tests/bad", "toml")
}

fn files_in(folder: &str, extension: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|it| it == extension)).collect();
    files.sort();
    files
}

/// Every problem of the bad files, and of one that cannot be read.
fn all_problems() -> Vec<Problem> {
    let locked = check(Path::new("locked.toml"), &Locked);
    let of_sheets = bad_sheets().into_iter().flat_map(|(_, problems)| problems);
    let of_lists = bad_lists().into_iter().flat_map(|(_, problems)| problems);
    let of_files = bad_files().into_iter().flat_map(|file| check(&file, &Disk));
    let of_others = [
        read_rubric(Path::new("sessions/tryout.toml"), &Disk).unwrap_err(),
        read_session(Path::new("rubrics/enterprise.toml"), &Disk).unwrap_err(),
    ];
    let of_others = of_others.into_iter().flatten();
    of_files.chain(locked).chain(of_sheets).chain(of_lists).chain(of_others).collect()
}

/// The problems of every bad file of sheets and of every bad decision of the chair.
fn bad_sheets() -> Vec<(PathBuf, Vec<Problem>)> {
    let rubric = read_rubric(Path::new("tests/bad/sound/sheets.toml"), &Disk).unwrap();
    let sheets = files_in("tests/bad/sheets", "csv").into_iter().map(|file| {
        let problems = read_sheets(&file, &rubric, &Disk).unwrap_err();
        (file, problems)
    });
    let chair = files_in("tests/bad/chair", "toml").into_iter().map(|file| {
        let tied = [&["P1", "P2"][..], &["P4", "P5"]]
            .map(|tie| tie.iter().map(|it| (*it).into()).collect());
        let waiting = if file.ends_with("nothing-waits.toml") { &[][..] } else { &tied };
        let problems = read_rulings(&file, waiting, &Disk).unwrap_err();
        (file, problems)
    });
    sheets.chain(chair).chain(bad_entries(&rubric)).collect()
}

/// The problems of every bad list of an office, and of a session with it.
fn bad_lists() -> Vec<(PathBuf, Vec<Problem>)> {
    let path = Path::new("tests/bad/sound/lists.toml");
    assert_eq!(check(path, &Disk), []);
    let text = fs::read_to_string(path).unwrap();
    let session = read_draft(path, &text, &Disk).unwrap();
    let problems = |file: PathBuf| {
        let mut said = Said::default();
        if file.ends_with("said.csv") {
            said.sheets.push((ListKind::Judges, "nowhere".to_owned()));
            for (column, heading) in [
                ("name", "title of the entry"),
                ("nome", "number"),
                ("entrant", "firm of the entry"),
            ] {
                said.columns.push((column.to_owned(), heading.to_owned()));
            }
        }
        let roster = Roster::read(std::slice::from_ref(&file), &said, &session, &Disk);
        let merged = merge((path, &text), &session, &roster, false, &Disk);
        assert!(!merged.problems.is_empty(), "{}", file.display());
        (file, merged.problems)
    };
    let mut files: Vec<_> =
        fs::read_dir("tests/bad/lists").unwrap().map(|file| file.unwrap().path()).collect();
    files.push("tests/bad/lists/nowhere.csv".into());
    files.sort();
    files.into_iter().map(problems).collect()
}

/// The problems of every bad file of a preliminary round.
fn bad_entries(rubric: &Rubric) -> Vec<(PathBuf, Vec<Problem>)> {
    let groups = ["g", "h"].map(GroupId::from);
    let entered = [Project::numbered("P1".into(), "g".into())];
    let problems = |file: PathBuf| {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let problems = match name {
            "sheets-of-others" | "sheets-of-projects" => {
                read_sheets_of(&file, rubric, &entered, &Disk).unwrap_err()
            }
            name if name.starts_with("sheets-") => {
                read_grouped_sheets(&file, rubric, &groups, &Disk).unwrap_err()
            }
            _ => read_entries(&file, &groups, &Disk).unwrap_err(),
        };
        (file, problems)
    };
    files_in("tests/bad/entries", "csv").into_iter().map(problems).collect()
}

/// Whatever is asked for is this text, but for `rubric.toml`, which is a small sound rubric.
struct Only(String);

impl Files for Only {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let is_rubric = path.ends_with("rubric.toml");
        let rubric = "id = 'r'\ntitle = 'R'\n[[criteria]]\nid = 'a'\nname = 'A'\nmax = 10\n";
        Ok(if is_rubric { rubric.into() } else { self.0.clone().into_bytes() })
    }
}

#[test]
fn every_shipped_file_is_free_of_problems() {
    for path in Shipped::paths() {
        assert_eq!(check(path, &Shipped), [], "{}", path.display());
        assert_eq!(check(path, &Disk), [], "{}", path.display());
    }
    let on_disk = ["rubrics", "sessions"].iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let on_disk: BTreeSet<_> = on_disk.map(|file| file.unwrap().path()).collect();
    assert_eq!(
        on_disk,
        Shipped::paths().map(Path::to_owned).collect(),
        "all files are compiled in"
    );
}

#[test]
fn the_founding_session_is_the_notices() {
    let session = founding();
    let per_room: Vec<_> =
        session.rooms.iter().map(|it| (it.order.len(), it.judges.len())).collect();
    assert_eq!(per_room, [(30, 7), (20, 7)]);
    let places = |nth: usize| session.groups[nth].awards.iter().map(|award| award.places);
    assert!(places(0).eq([1, 3, 6, 10]) && places(1).eq([1, 2, 3, 6]));
    for group in &session.groups {
        assert_eq!(group.timing.presentation, Ms::seconds(600));
        assert_eq!(group.timing.questions, Some(Ms::seconds(600)));
        assert_eq!(group.timing.scoring, Ms::seconds(60));
        assert_eq!(group.timing.warnings, [Ms::seconds(60), Ms::seconds(30)]);
        assert_eq!(group.timing.at_zero, AtZero::CountUp);
        assert_eq!(group.rubric.as_ref().unwrap().full_marks(), Decimal::ONE_HUNDRED);
    }
    let fields: BTreeSet<_> =
        session.projects.iter().map(|it| &it.field.as_ref().unwrap().en).collect();
    assert_eq!(fields.len(), 7);
    for project in &session.projects {
        assert!(project.name.zh.starts_with("示例项目"), "{} is not called a sample", project.id);
        assert!(project.name.en.starts_with("Sample project"), "{}", project.id);
    }
}

#[test]
fn an_award_day_scores_nothing() {
    let session = read_session(Path::new("sessions/award-day.toml"), &Shipped).unwrap();
    assert!(!session.is_scored());
    assert_eq!(session.groups[0].timing.questions, None);
}

#[test]
fn a_room_runs_its_groups_one_after_the_other() {
    let session = read_session(Path::new("sessions/tryout.toml"), &Shipped).unwrap();
    let order: Vec<_> = session.rooms[0].order.iter().map(ToString::to_string).collect();
    assert_eq!(order, ["E01", "E02", "E03", "S01", "S02"]);
}

#[test]
fn a_group_overrides_single_times_of_the_session() {
    let session = read_session(Path::new("sessions/tryout.toml"), &Shipped).unwrap();
    let [enterprise, startup] = &session.groups[..] else { panic!("two groups") };
    assert_eq!(enterprise.timing.presentation, Ms::seconds(60));
    assert_eq!(startup.timing.presentation, Ms::seconds(45));
    assert_eq!(startup.timing.questions, enterprise.timing.questions);
}

#[test]
fn a_head_is_worth_its_items() {
    let rubric = read_rubric(Path::new("rubrics/two-level.toml"), &Shipped).unwrap();
    let worth: Vec<_> = rubric.criteria.iter().map(|head| head.max.to_string()).collect();
    assert_eq!(worth, ["40", "30", "30"]);
    assert_eq!(rubric.marked().count(), 9);
}

#[test]
fn a_group_may_be_split_over_rooms() {
    let text = "id = 's'\ntitle = 'S'\ntiming = { presentation = '1:00' }\n\
        groups = [{ id = 'g', name = 'G', rubric = 'rubric.toml' }]\n\
        rooms = [\n{ id = 'A', name = 'A', groups = ['g'], judges = [{ id = 'A1', name = 'A1' }] },\n\
        { id = 'B', name = 'B', groups = ['g'], judges = [{ id = 'B1', name = 'B1' }] }]\n\
        projects = [\n{ id = '1', group = 'g', name = 'one', room = 'B' },\n\
        { id = '2', group = 'g', name = 'two', room = 'A' },\n\
        { id = '3', group = 'g', name = 'three', room = 'B' }]\n";
    let session = read_session(Path::new("s.toml"), &Only(text.to_owned())).unwrap();
    let order =
        |room| session.room(&RoomId::from(room)).unwrap().order.iter().map(ToString::to_string);
    assert!(order("A").eq(["2"]) && order("B").eq(["1", "3"]));
}

/// Three projects of a group with one in reserve, before two judges.
const DRAWN: &str = "id = 's'\ntitle = 'S'\ntiming = { presentation = '1:00' }\n\
    groups = [{ id = 'g', name = 'G', rubric = 'rubric.toml', finalists = 3, backfill = 'turn' }]\n\
    projects = [\n{ id = '1', group = 'g', name = 'one' }, { id = '2', group = 'g', name = 'two' },\n\
    { id = '3', group = 'g', name = 'three' }, { id = '4', group = 'g', name = 'four', reserve = 1 }]\n\
    [[rooms]]\nid = 'A'\nname = 'A'\ngroups = ['g']\n\
    breaks = [{ after = 2, name = '午休', length = '90:00' }]\n\
    judges = [{ id = 'A1', name = 'A1', recused = [{ project = '4', reason = 'kin' }] },\n\
    { id = 'A2', name = 'A2' }]\n\
    [draw]\nby = 'manual'\nnote = 'n'\norders = [{ group = 'g', order = ['3', '1', '2'] }]\n";

#[test]
fn the_run_order_follows_the_draw_and_leaves_the_reserve_out() {
    let session = read_session(Path::new("s.toml"), &Only(DRAWN.to_owned())).unwrap();
    let room = &session.rooms[0];
    assert!(room.order.iter().map(ToString::to_string).eq(["3", "1", "2"]));
    assert_eq!((room.breaks[0].after, room.breaks[0].length), (2, Ms::seconds(90 * 60)));
    assert_eq!(room.judges[0].recused[0].reason, "kin");
    assert_eq!(session.groups[0].backfill, Backfill::Turn);
    assert_eq!(session.projects[3].reserve, Some(1));
    assert_eq!(session.draw.unwrap().orders[0].order, room.order);
}

#[test]
fn a_seed_that_is_committed_to_changes_no_order_yet() {
    let (before, _) = DRAWN.split_once("[draw]").unwrap();
    let text = format!("{before}[draw]\nby = 'seed'\ncommitment = '{}'\n", commitment("x"));
    let session = read_session(Path::new("s.toml"), &Only(text)).unwrap();
    assert!(session.rooms[0].order.iter().map(ToString::to_string).eq(["1", "2", "3"]));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_problem() {
    let text =
        "\u{feff}id = 'r'\r\ntitle = 'R'\r\n[[criteria]]\r\nid = 'a'\r\nname = 'A'\r\nmax = 1\r\n";
    assert_eq!(check(Path::new("r.toml"), &Only(text.to_owned())), []);
    let problems = check(Path::new("r.toml"), &Only(text.replace("'r'", "7")));
    assert_eq!((problems[0].line, problems[0].column), (1, 6));
}

/// A file half written, or with any line lost, is complained of or is sound; it never ends the
/// program.
#[test]
fn no_loss_of_text_ends_the_program() {
    for path in ["sessions/tryout.toml", "rubrics/two-level.toml"] {
        let text = fs::read_to_string(path).unwrap();
        for (end, _) in text.char_indices() {
            check(Path::new(path), &Only(text[..end].to_owned()));
        }
        let lines: Vec<_> = text.lines().collect();
        for lost in 0..lines.len() {
            let rest = [&lines[..lost], &lines[lost + 1..]].concat().join("\n");
            check(Path::new(path), &Only(rest));
        }
    }
}

#[test]
fn a_complaint_cannot_steer_a_terminal() {
    let text = format!(
        "title = 'R'\nid = \"\\u001b[2J{}\"\n\"\\u001b\" = 1\ncriteria = []\n",
        "x".repeat(99)
    );
    for problem in check(Path::new("r.toml"), &Only(text)) {
        let fields = serde_json::to_value(&problem.complaint).unwrap();
        for field in fields.as_object().unwrap().values().filter_map(Value::as_str) {
            assert!(!field.contains(char::is_control) && field.len() < 80, "{field:?}");
        }
    }
}

/// The same mistake is never said twice, and nothing is said twice in other words: what could not
/// be read is taken as it was meant.
#[test]
fn one_mistake_is_one_complaint() {
    for (sound, spoilt) in [
        ("reserve = 1", "reserve = '1'"),
        ("order = ['3', '1', '2']", "order = ['3', 1, '2']"),
        ("orders = [{ group = 'g', order = ['3', '1', '2'] }]", "orders = [7]"),
        ("after = 2", "after = 'two'"),
        ("project = '4'", "project = 4"),
        ("by = 'manual'", "by = 1"),
    ] {
        assert!(DRAWN.contains(sound), "{sound}");
        let problems = check(Path::new("s.toml"), &Only(DRAWN.replace(sound, spoilt)));
        assert_eq!(problems.len(), 1, "{spoilt}: {problems:?}");
    }
    let text = fs::read_to_string("sessions/tryout.toml").unwrap();
    let text = text.replace("../rubrics/enterprise.toml", "rubric.toml");
    let text = text.replace("../rubrics/startup.toml", "rubric.toml");
    for (sound, spoilt) in [
        ("groups = [\"enterprise\", \"startup\"]", "groups = [\"enterprise\", \"start-up\"]"),
        ("groups = [\"enterprise\", \"startup\"]", "groups = \"enterprise\""),
        ("presentation = \"1:00\"", "presentation = 1.5"),
        ("id = \"S01\"", "id = 1"),
        ("finalists = 2", "finalists = 1"),
        ("timing = { presentation = \"45s\" }", "timing = 45"),
    ] {
        assert!(text.contains(sound), "{sound}");
        let problems = check(Path::new("s.toml"), &Only(text.replace(sound, spoilt)));
        assert_eq!(problems.len(), 1, "{spoilt}: {problems:?}");
    }
}

#[test]
fn every_bad_file_gets_its_complaints() {
    let files = bad_files().into_iter().map(|file| (file.clone(), check(&file, &Disk)));
    insta::assert_snapshot!("bad_files", said(files));
}

#[test]
fn one_kind_of_file_in_the_place_of_another_is_one_complaint() {
    let (session, rubric) = ("sessions/tryout.toml", "rubrics/enterprise.toml");
    let text = fs::read_to_string(rubric).unwrap();
    assert_eq!(
        read_draft(Path::new(rubric), &text, &Disk).unwrap_err(),
        read_session(Path::new(rubric), &Disk).unwrap_err()
    );
    let both =
        fs::read_to_string(session).unwrap().replace("../rubrics", "rubrics") + "[[criteria]]\n";
    let problems = read_session(Path::new("s.toml"), &Only(both)).unwrap_err();
    assert!(
        problems.iter().any(|it| it.complaint.to_string().contains("criteria")),
        "{problems:?}"
    );
    let problems = [
        (session.into(), read_rubric(Path::new(session), &Disk).unwrap_err()),
        (rubric.into(), read_session(Path::new(rubric), &Disk).unwrap_err()),
    ];
    insta::assert_snapshot!(said(problems.into_iter()), @r"
    tryout
      sessions/tryout.toml:1:1: not-a-rubric
          这是赛事文件，这里需要评分表，即它的组别所引用的、写有 [[criteria]] 的文件。
          This is a session, and a rubric is needed: the file with [[criteria]] that its groups name.
    enterprise
      rubrics/enterprise.toml:1:1: not-a-session
          这是评分表，这里需要赛事文件，即引用它的、写有 [[groups]]、[[rooms]] 和 [[projects]] 的文件。
          This is a rubric, and a session is needed: the file with [[groups]], [[rooms]] and [[projects]] that names it.
    ");
}

#[test]
fn every_bad_sheet_gets_its_complaints() {
    let few = bad_sheets().into_iter().map(|(file, mut problems)| {
        // Of a hundred alike the first and the last tell enough.
        if problems.len() > 20 {
            problems.drain(1..problems.len() - 1);
        }
        (file, problems)
    });
    insta::assert_snapshot!("bad_sheets", said(few));
}

#[test]
fn every_bad_list_gets_its_complaints() {
    insta::assert_snapshot!("bad_lists", said(bad_lists().into_iter()));
}

fn said(files: impl Iterator<Item = (PathBuf, Vec<Problem>)>) -> String {
    let bundles = TEXTS.map(bundle);
    files.fold(String::new(), |mut said, (file, problems)| {
        writeln!(said, "{}", file.file_stem().unwrap().display()).unwrap();
        for problem in problems {
            writeln!(said, "  {}", problem.to_string().replace("tests/bad/", "")).unwrap();
            for bundle in &bundles {
                writeln!(said, "      {}", words(bundle, &problem)).unwrap();
            }
        }
        said
    })
}

/// What spreadsheets write is read as it is meant: a byte order mark, Windows line ends, quotes,
/// columns in another order, empty rows, and a row for a project that nobody scored.
#[test]
fn good_sheets_are_read_as_they_are_meant() {
    let rubric = read_rubric(Path::new("tests/bad/sound/sheets.toml"), &Disk).unwrap();
    let text = "\u{feff}judge, project ,legal,idea\r\n\"J \"\"1\"\"\",\"P,1\",通过,\" 9.50\"\r\n\r\n,,,\r\n\
        ,P2,,\r\nJ2,\"P,1\",fail,10,,";
    let sheets = read_sheets(Path::new("s.csv"), &rubric, &Only(text.to_owned())).unwrap();
    let said: Vec<_> = (sheets.iter())
        .map(|(project, sheets)| {
            let marks =
                |it: &roadshow::contest::Marks| it.values().map(ToString::to_string).collect();
            let sheets: Vec<(_, Vec<_>)> =
                sheets.iter().map(|(judge, it)| (judge.as_str(), marks(it))).collect();
            (project.as_str(), sheets)
        })
        .collect();
    let marks = |idea: &str, legal: &str| vec![idea.to_owned(), legal.to_owned()];
    let of_one = vec![("J \"1\"", marks("9.5", "1")), ("J2", marks("10", "0"))];
    assert_eq!(said, [("P,1", of_one), ("P2", vec![])]);
}

#[test]
fn no_loss_of_cells_ends_the_program() {
    let rubric = read_rubric(Path::new("tests/bad/sound/sheets.toml"), &Disk).unwrap();
    for name in ["rows", "quotes", "header"] {
        let text = fs::read_to_string(format!("tests/bad/sheets/{name}.csv")).unwrap();
        for (end, _) in text.char_indices() {
            let _ = read_sheets(Path::new("s.csv"), &rubric, &Only(text[..end].to_owned()));
            let _ = read_sheets(Path::new("s.csv"), &rubric, &Only(text[end..].to_owned()));
        }
    }
}

#[test]
fn every_complaint_has_words() {
    let bundles = TEXTS.map(bundle);
    for problem in all_problems() {
        let [zh, en] = bundles.each_ref().map(|bundle| words(bundle, &problem));
        assert_ne!(zh, en);
    }
}

fn bundle(text: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(Vec::new());
    bundle.set_use_isolating(false);
    bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
    bundle
}

/// What a person reads; every value that the text names must be there.
fn words(bundle: &FluentBundle<FluentResource>, problem: &Problem) -> String {
    let Value::Object(fields) = serde_json::to_value(&problem.complaint).unwrap() else {
        panic!("{problem} is no object")
    };
    let args: FluentArgs<'_> =
        fields.iter().map(|(name, value)| (name.as_str(), fluent(value))).collect();
    let id = format!("problem-{}", fields["code"].as_str().unwrap());
    let message = bundle.get_message(&id).unwrap_or_else(|| panic!("no text {id}"));
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&args), &mut errors);
    assert!(errors.is_empty(), "{problem}: {text}: {errors:?}");
    text.into_owned()
}

fn fluent(value: &Value) -> FluentValue<'static> {
    value.as_u64().map_or_else(|| value.as_str().unwrap().to_owned().into(), FluentValue::from)
}

/// The enum's own text is read, so that no kind of problem goes without a bad file and words.
#[test]
fn every_kind_of_problem_has_a_bad_file_and_words() {
    let source = include_str!("../src/definition/complaint.rs");
    let (_, variants) = source.split_once("pub enum Complaint {\n").unwrap();
    let (variants, _) = variants.split_once("\n}\n").unwrap();
    let variants = variants.lines().filter_map(|line| line.strip_prefix("    "));
    let variants = variants.filter(|line| line.starts_with(|c: char| c.is_ascii_uppercase()));
    let codes: BTreeSet<_> =
        variants.map(|line| kebab(line.trim_end_matches([' ', '{', ',']))).collect();

    let found = all_problems().into_iter().map(|problem| {
        serde_json::to_value(problem.complaint).unwrap()["code"].as_str().unwrap().to_owned()
    });
    assert_eq!(codes, found.collect(), "in tests/bad");
    for text in TEXTS {
        let said = text.lines().filter_map(|line| line.strip_prefix("problem-"));
        let said = said.filter_map(|line| Some(line.split_once(" =")?.0.to_owned()));
        assert_eq!(codes, said.collect(), "in locales");
    }
}

fn kebab(name: &str) -> String {
    name.chars().enumerate().fold(String::new(), |mut kebab, (nth, letter)| {
        if letter.is_ascii_uppercase() && nth > 0 {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
        kebab
    })
}

/// Two bad files have an unknown key in every table, and such a complaint lists the known ones.
#[test]
fn every_key_is_in_the_document() {
    let mut keys = BTreeSet::new();
    for problem in check(Path::new("tests/bad/unknown-everywhere.toml"), &Disk) {
        let complaint = serde_json::to_value(&problem.complaint).unwrap();
        let known = complaint["known"].as_str().unwrap_or_else(|| panic!("{problem}"));
        keys.extend(known.split(", ").map(str::to_owned));
    }
    assert!(keys.len() > 30, "{keys:?}");
    for key in keys.iter().filter(|key| !["zh", "en"].contains(&key.as_str())) {
        assert!(DOCUMENT.contains(&format!("`{key}`")), "`{key}` is not documented");
    }
}

#[test]
fn the_documents_examples_are_sound() {
    let mut examples =
        DOCUMENT.split("```toml\n").skip(1).map(|it| it.split("```").next().unwrap());
    let (rubric, session) = (examples.next().unwrap(), examples.next().unwrap());
    assert_eq!(check(Path::new("r.toml"), &Only(rubric.to_owned())), []);
    let session = session.replace("../rubrics/startup.toml", "rubric.toml");
    let problems = check(Path::new("s.toml"), &Only(session));
    assert_eq!(problems, []);
}
