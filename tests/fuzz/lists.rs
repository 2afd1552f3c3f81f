//! A list that has no problems makes a session that has none, and the same list changes nothing in it.

use std::path::Path;

use roadshow::definition::{ListKind, Roster, Said, What, merge, read_draft};

use crate::toml_laws::{FILE, Given};

/// Two groups in two rooms, where nothing is scored.
const SESSION: &str = r#"
id = "lists"
title = "Lists"
timing = { presentation = "1:00" }
carry = [{ id = "preliminary", weight = "0.3" }]
groups = [{ id = "g", name = { zh = "企业组", en = "Enterprises" } }, { id = "h", name = "H" }]
# The rooms.
[[rooms]]
id = "A"
name = "A"
groups = ["g"]
judges = [{ id = "A1", name = "评委 A1" }, { id = "A2", name = "评委 A2" }]
[[rooms]]
id = "B"
name = "B"
groups = ["h"]
[[projects]]
id = "E01"
group = "g"
name = { zh = "项目", en = "Project" }
[[projects]]
id = "S01"
group = "h"
name = "S01"
"#;

pub(crate) fn hold(bytes: &[u8]) {
    let (path, list, files) = (Path::new("session.toml"), Path::new(FILE), Given(bytes));
    let laid = |text: &str| {
        let session = read_draft(path, text, &files).unwrap();
        let roster = Roster::read(&[list.to_owned()], &Said::default(), &session, &files);
        (merge((path, text), &session, &roster, false, &files), roster)
    };
    let (merged, roster) = laid(SESSION);
    assert!(merged.problems.iter().all(|it| 0 < it.line && 0 < it.column));
    if merged.problems.is_empty() {
        assert!(ListKind::ALL.iter().any(|kind| roster.has(*kind)) || merged.changes.is_empty());
        let (again, _) = laid(&merged.text);
        let is_told = |what: &What| *what != What::Absent;
        assert!(!again.changes.iter().any(|it| is_told(&it.what)), "{:?}", again.changes);
        assert_eq!(again.text, merged.text);
        assert!(again.problems.is_empty(), "{:?}", again.problems);
    }
}
