//! The order of the house, checked: which way layers point, what every file says, how large it is.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each layer with the layers it may name, as in the table of `docs/ARCHITECTURE.md`.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("audit", &[]),
    ("contest", &[]),
    ("words", &[]),
    ("clock", &["contest"]),
    ("definition", &["contest"]),
    ("protocol", &["contest"]),
    ("journal", &["contest"]),
    ("hub", &["clock", "contest", "journal", "protocol", "words"]),
    ("client", &["clock", "contest", "protocol"]),
    ("papers", &["contest", "words"]),
    ("tui", &["client", "contest", "papers", "protocol", "words"]),
    ("demo", &["client", "clock", "contest", "hub", "journal", "protocol", "words"]),
    ("bench", &["client", "clock", "contest", "protocol"]),
    ("rehearsal", &["contest", "demo", "hub", "journal", "protocol"]),
];

/// A file longer than this has two nouns in it.
const MOST_LINES: usize = 400;

#[test]
fn no_layer_reaches_back() {
    let mut wrong = Vec::new();
    for (file, shipped) in sources() {
        let layer = file.components().nth(1).unwrap().as_os_str().to_str().unwrap();
        let layer = layer.trim_end_matches(".rs");
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == layer) else { continue };
        for named in crate_modules(&shipped) {
            if named != layer && !allowed.contains(&named) {
                wrong.push(format!("{} names crate::{named}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_layers_is_the_documents() {
    let document = fs::read_to_string("docs/ARCHITECTURE.md").unwrap();
    for (layer, allowed) in MAY_NAME {
        let row = document.lines().find(|line| line.starts_with(&format!("| `{layer}` |")));
        let row = row.unwrap_or_else(|| panic!("{layer} has no row in docs/ARCHITECTURE.md"));
        let names = row.split('|').nth(3).unwrap().trim();
        let listed: Vec<&str> = names.split(", ").filter(|name| *name != "–").collect();
        assert_eq!(listed, *allowed, "{layer}");
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = rust_files(Path::new("src"))
        .into_iter()
        .filter(|file| !is_test(file))
        .filter(|file| !fs::read_to_string(file).unwrap().starts_with("//! "))
        .map(|file| file.display().to_string())
        .collect();
    assert!(silent.is_empty(), "no `//!` on the first line: {}", silent.join(", "));
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources()
        .into_iter()
        .map(|(file, shipped)| (file, shipped.lines().count()))
        .filter(|(_, lines)| *lines > MOST_LINES)
        .map(|(file, lines)| format!("{} has {lines} lines", file.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_guards_that_heads_name_are_there() {
    let tests: String = [Path::new("src"), Path::new("tests")]
        .into_iter()
        .flat_map(rust_files)
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let mut missing = Vec::new();
    for file in rust_files(Path::new("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let head = text.lines().take_while(|line| line.starts_with("//!"));
        let names = head.flat_map(|line| line.split('`').skip(1).step_by(2));
        // A name of four words and more can only be a test's.
        for name in names.filter(|name| name.matches('_').count() >= 3) {
            if !tests.contains(&format!("fn {name}(")) {
                missing.push(format!("{}: {name}", file.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn crate_modules_sees_groups_and_paths() {
    let code = "use crate::{\n    a::{B, c},\n    d,\n};\nlet x = crate::e::f();";
    assert_eq!(crate_modules(code), ["a", "d", "e"]);
}

/// The first name after each `crate::`, and each first name of a `crate::{…}` group.
fn crate_modules(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let rest = &code[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(items(group).into_iter().filter_map(first_name)),
            None => names.extend(first_name(rest)),
        }
    }
    names
}

/// The items of a group, up to the brace that closes it.
fn items(group: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                items.push(&group[start..at]);
                start = at + 1;
                if sign == '}' {
                    break;
                }
            }
            _ => (),
        }
    }
    items
}

fn first_name(path: &str) -> Option<&str> {
    let is_end = |sign: char| !sign.is_alphanumeric() && sign != '_';
    path.trim().split(is_end).next().filter(|name| !name.is_empty())
}

/// Every source file as shipped: without comments, and without what follows its test module.
fn sources() -> Vec<(PathBuf, String)> {
    let as_shipped = |file: PathBuf| {
        let text = fs::read_to_string(&file).unwrap();
        let text = text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code = code.collect::<Vec<_>>().join("\n");
        (file, code)
    };
    rust_files(Path::new("src")).into_iter().filter(|it| !is_test(it)).map(as_shipped).collect()
}

fn is_test(file: &Path) -> bool {
    file.components().any(|part| part.as_os_str() == "tests")
        || file.file_name().is_some_and(|name| name == "tests.rs")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
    found
}

/// What a panic says goes to a crash report: nobody's marks, nobody's pass.
#[test]
fn a_panic_says_no_value() {
    /// A key of the table that a console is made of, told to whoever writes one.
    const MAY: &str = "src/tui/keys.rs";
    let mut wrong = Vec::new();
    for (file, shipped) in sources().into_iter().filter(|(file, _)| file != Path::new(MAY)) {
        let calls =
            ["panic!(", "unreachable!(", "todo!(", "assert!(", "assert_eq!(", "assert_ne!("];
        for line in shipped.lines().filter(|line| calls.iter().any(|call| line.contains(call))) {
            let compares = line.contains("assert_eq!") || line.contains("assert_ne!");
            if compares || line.contains('{') {
                wrong.push(format!("{}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every test that the threat model and the promises of reliability name is there.
#[test]
fn what_stops_a_threat_is_a_test() {
    let all = [rust_files(Path::new("src")), rust_files(Path::new("tests"))].concat();
    let all: String = all.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for document in ["docs/threat-model.md", "docs/reliability.md"] {
        let text = fs::read_to_string(document).unwrap();
        let named = text.split('`').skip(1).step_by(2);
        let named = named.filter(|name| name.matches('_').count() >= 2 && !name.contains(' '));
        let missing: Vec<&str> =
            named.filter(|name| !all.contains(&format!("fn {name}("))).collect();
        assert!(missing.is_empty(), "{document}: {}", missing.join(", "));
    }
}

/// Every attack of the promises of reliability names what guards it.
#[test]
fn every_attack_has_a_guard() {
    let document = fs::read_to_string("docs/reliability.md").unwrap();
    let (_, attacks) = document.split_once("\n## Attacks\n").unwrap();
    let (attacks, _) = attacks.split_once("\n## Not promised\n").unwrap();
    let rows =
        attacks.lines().filter(|line| line.starts_with("| ") && !line.contains("guarded by"));
    let open = |row: &&str| !row.split('|').nth(3).is_some_and(|guard| guard.contains('`'));
    let open: Vec<&str> = rows.filter(open).filter(|row| !row.ends_with("| – |")).collect();
    assert!(open.is_empty(), "{}", open.join("\n"));
}
