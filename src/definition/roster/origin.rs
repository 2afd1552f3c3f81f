//! Which line of a list stands behind a place of the session that was made of it.

use std::{collections::BTreeMap, path::Path};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Roster, entry::Subject};
use crate::definition::{Complaint, Problem, table::start};

/// The places of a session's text: of whom, and of which key.
type Places = BTreeMap<usize, (Subject, String)>;

/// Problems of a session, told where a list says what is wrong. The others are those of the session's own
/// file, as it would be.
pub(super) fn told(
    problems: Vec<Problem>,
    path: &Path,
    text: &str,
    roster: &Roster,
) -> Vec<Problem> {
    if problems.is_empty() {
        return problems;
    }
    let places = places(text);
    let mut lines = vec![0];
    lines.extend(text.match_indices('\n').map(|(feed, _)| feed + 1));
    // The first of two lines about one thing has been read.
    let entries: BTreeMap<_, _> = roster.entries.iter().rev().map(|it| (&it.subject, it)).collect();
    let moved = problems.into_iter().map(|problem| {
        let line = lines.get(problem.line - 1).copied().unwrap_or_default();
        let at = line + bytes(text.get(line..).unwrap_or_default(), problem.column - 1);
        let found =
            places.get(&at).filter(|_| problem.file == path && !names_a_line(&problem.complaint));
        let entry = found.and_then(|(subject, key)| Some((*entries.get(subject)?, key)));
        match entry {
            Some((entry, key)) => entry.problem(key, problem.complaint),
            None => problem,
        }
    });
    moved.collect()
}

/// Whether a complaint names another line of the session's file.
fn names_a_line(complaint: &Complaint) -> bool {
    matches!(complaint, Complaint::DuplicateId { .. } | Complaint::SameProject { .. })
}

/// How many bytes so many characters take.
fn bytes(line: &str, characters: usize) -> usize {
    line.chars().take(characters).map(char::len_utf8).sum()
}

fn places(text: &str) -> Places {
    let (tree, _) = DeTable::parse_recoverable(text);
    let mut places = Places::new();
    let tables = |table: &DeTable<'_>, key: &str, each: &mut dyn FnMut(&Spanned<DeValue<'_>>)| {
        let list = table.get(key).and_then(|it| it.get_ref().as_array());
        list.into_iter().flatten().for_each(each);
    };
    let id = |table: &DeTable<'_>, key: &str| {
        table.get(key).and_then(|it| it.get_ref().as_str()).unwrap_or_default().to_owned()
    };
    tables(tree.get_ref(), "projects", &mut |value| {
        let Some(project) = value.get_ref().as_table() else { return };
        note(&mut places, value, &Subject::Project(id(project, "id").as_str().into()));
    });
    tables(tree.get_ref(), "rooms", &mut |room| {
        let Some(room) = room.get_ref().as_table() else { return };
        tables(room, "judges", &mut |value| {
            let Some(judge) = value.get_ref().as_table() else { return };
            let seat = id(judge, "id");
            note(&mut places, value, &Subject::Judge(seat.as_str().into()));
            tables(judge, "recused", &mut |value| {
                let Some(recusal) = value.get_ref().as_table() else { return };
                let project = id(recusal, "project").as_str().into();
                note(&mut places, value, &Subject::Recusal(seat.as_str().into(), project));
            });
        });
    });
    places
}

/// Notes where a table and its values are.
fn note(places: &mut Places, table: &Spanned<DeValue<'_>>, subject: &Subject) {
    places.insert(start(table), (subject.clone(), "id".to_owned()));
    for (key, value) in table.get_ref().as_table().into_iter().flat_map(|it| it.iter()) {
        places.insert(start(value), (subject.clone(), key.get_ref().to_string()));
        for part in value.get_ref().as_table().into_iter().flat_map(|it| it.values()) {
            places.insert(start(part), (subject.clone(), key.get_ref().to_string()));
        }
    }
}
