//! Puts lists into the text of a session. Only what a list changes is touched: every other byte, comments
//! and order stay. The outcome is read as any session is, and what is wrong with it is told where the list
//! says it.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use toml_edit::{DocumentMut, TableLike};

use super::{
    Roster,
    change::{Change, Changed, What},
    entry::{Entry, Field, Subject, Value},
    field::{self, JUDGE_KEYS, PROJECT_KEYS, keys, said, update},
    head::{Column, ListKind},
    origin,
    toml_rows::Rows,
};
use crate::{
    contest::{ProjectId, Session},
    definition::{Complaint, Files, Problem, page::Page, read_session, record::Instead},
};

/// A session's text with lists in it.
#[derive(Debug)]
pub struct Merged {
    /// The text.
    pub text: String,
    /// What is different in it, list after list.
    pub changes: Vec<Change>,
    /// What is wrong: with the lists, and with a session made of them.
    pub problems: Vec<Problem>,
    /// How many lines change nothing.
    pub unchanged: usize,
}

/// Puts lists into the text of the session at `path`. What the lists do not have stays, or goes where
/// `removes` is set, of each kind that there is a list of.
pub fn merge(
    (path, text): (&Path, &str),
    session: &Session,
    roster: &Roster,
    removes: bool,
    files: &impl Files,
) -> Merged {
    let bare = text.trim_start_matches('\u{feff}');
    let doc: DocumentMut = match bare.parse() {
        Ok(doc) => doc,
        Err(error) => {
            let error: toml_edit::TomlError = error;
            let at = error.span().map_or(0, |span| span.start);
            let complaint = Complaint::Syntax { detail: error.message().to_owned() };
            let problems = vec![Page::new(path, bare).problem(at, complaint)];
            return Merged { text: text.to_owned(), changes: Vec::new(), problems, unchanged: 0 };
        }
    };
    let problems = roster.problems.clone();
    let listed = roster.entries.iter().map(|it| &it.subject).collect();
    let (changes, rows) = (Vec::new(), BTreeMap::new());
    let mut desk =
        Desk { doc, session, roster, listed, rows, removes, changes, problems, unchanged: 0 };
    desk.take_away();
    desk.find_projects();
    roster.firsts_of(ListKind::Projects).for_each(|entry| desk.project(entry));
    roster.firsts_of(ListKind::Judges).for_each(|entry| desk.judge(entry));
    roster.firsts_of(ListKind::Recusals).for_each(|entry| desk.recusal(entry));
    let Desk { doc, mut changes, mut problems, unchanged, .. } = desk;
    changes.sort_by_key(Change::order);
    let text = if changes.iter().all(|it| it.what == What::Absent) {
        text.to_owned()
    } else {
        as_before(text, &doc.to_string())
    };
    // A line that could not be read is missing from the session, which would be complained of once more.
    if problems.is_empty() {
        let read = read_session(path, &Instead { path, text: &text, others: files });
        let wrong = read.err().unwrap_or_default();
        problems = origin::told(wrong, path, text.trim_start_matches('\u{feff}'), roster);
    }
    Merged { text, changes, problems, unchanged }
}

/// The text with the line ends and the mark that there were before.
fn as_before(before: &str, text: &str) -> String {
    let mark = if before.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    if before.contains("\r\n") {
        let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        return format!("{mark}{text}");
    }
    format!("{mark}{text}")
}

/// Where lists are put into a session.
struct Desk<'a> {
    doc: DocumentMut,
    session: &'a Session,
    roster: &'a Roster,
    /// Whom the lists are about.
    listed: BTreeSet<&'a Subject>,
    /// Where the projects are in the file.
    rows: BTreeMap<ProjectId, usize>,
    removes: bool,
    changes: Vec<Change>,
    problems: Vec<Problem>,
    unchanged: usize,
}

impl Desk<'_> {
    fn note(&mut self, subject: Subject, what: What) {
        self.changes.push(Change { subject, what });
    }

    fn has(&self, subject: &Subject) -> bool {
        self.listed.contains(subject)
    }

    fn find_projects(&mut self) {
        let Some(mut rows) = self.projects() else { return };
        let ids = (0..rows.len()).filter_map(|nth| Some((rows.said(nth, "id")?, nth)));
        // Of two with one id the first is meant; that there are two is complained of at the end.
        let ids: Vec<_> = ids.collect();
        self.rows = ids.into_iter().rev().map(|(id, nth)| (id.as_str().into(), nth)).collect();
    }

    /// Finds what lists do not have, and removes it where that is asked for.
    fn take_away(&mut self) {
        let goes = if self.removes { What::Removed } else { What::Absent };
        let mut gone = Vec::new();
        if self.roster.has(ListKind::Projects) {
            for project in self.session.projects.iter().map(|it| it.id.clone()) {
                let subject = Subject::Project(project.clone());
                if self.has(&subject) {
                    continue;
                }
                if self.removes {
                    self.remove_project(&project);
                    gone.push(project);
                }
                self.note(subject, goes.clone());
            }
        }
        for seat in self.session.rooms.iter().flat_map(|room| &room.judges) {
            let subject = Subject::Judge(seat.id.clone());
            let is_gone = self.roster.has(ListKind::Judges) && !self.has(&subject);
            for recusal in &seat.recused {
                let subject = Subject::Recusal(seat.id.clone(), recusal.project.clone());
                let is_listed = self.has(&subject) || !self.roster.has(ListKind::Recusals);
                let goes_too = gone.contains(&recusal.project) || is_gone && self.removes;
                if is_listed && !goes_too {
                    continue;
                }
                if goes_too || self.removes {
                    self.remove_recusal(seat.id.as_str(), &recusal.project);
                }
                self.note(subject, if goes_too { What::Removed } else { goes.clone() });
            }
            if is_gone {
                if self.removes {
                    self.remove_judge(seat.id.as_str());
                }
                self.note(subject, goes.clone());
            }
        }
    }

    fn remove_project(&mut self, project: &ProjectId) {
        let left = self.projects().and_then(|mut rows| {
            let nth = rows.find("id", project.as_str())?;
            Some(rows.remove(nth))
        });
        self.keep(left);
    }

    fn remove_judge(&mut self, seat: &str) {
        let Some((room, nth)) = self.seat(seat) else { return };
        let left = self.judges_of(room).map(|mut rows| rows.remove(nth));
        self.keep(left);
    }

    fn remove_recusal(&mut self, seat: &str, project: &ProjectId) {
        let Some((room, nth)) = self.seat(seat) else { return };
        let Some(mut judges) = self.judges_of(room) else { return };
        let Some(table) = judges.get(nth) else { return };
        let is_empty = Rows::of(table, "recused").is_some_and(|mut rows| {
            let found = rows.find("project", project.as_str());
            found.map(|nth| rows.remove(nth));
            rows.len() == 0
        });
        if is_empty {
            table.remove("recused");
        }
    }

    /// Keeps a comment that nothing follows any more at the end of the file.
    fn keep(&mut self, left: Option<String>) {
        let Some(left) = left.filter(|left| !left.is_empty()) else { return };
        let end = self.doc.trailing().as_str().unwrap_or_default().to_owned();
        self.doc.set_trailing(format!("{left}{end}"));
    }

    fn projects(&mut self) -> Option<Rows<'_>> {
        Rows::of(self.doc.as_table_mut(), "projects")
    }

    /// The seats of a room, by its place in the file.
    fn judges_of(&mut self, room: usize) -> Option<Rows<'_>> {
        let rooms = self.doc.as_table_mut().get_mut("rooms")?;
        let room: &mut dyn TableLike = match rooms {
            toml_edit::Item::ArrayOfTables(rooms) => rooms.get_mut(room)?,
            rooms => rooms.as_array_mut()?.get_mut(room)?.as_inline_table_mut()?,
        };
        Rows::of(room, "judges")
    }

    /// Where a seat is: the place of its room, and its own there.
    fn seat(&mut self, seat: &str) -> Option<(usize, usize)> {
        let rooms = Rows::of(self.doc.as_table_mut(), "rooms")?.len();
        (0..rooms).find_map(|room| Some((room, self.judges_of(room)?.find("id", seat)?)))
    }

    fn project(&mut self, entry: &Entry) {
        let Subject::Project(id) = &entry.subject else { return };
        let found = self.rows.get(id).copied();
        let names_room = found.is_some_and(|nth| {
            self.projects().is_some_and(|mut rows| rows.said(nth, "room").is_some())
        });
        // Where it goes without saying, a list may say it all the same.
        let home = self.session.rooms.iter().find(|room| room.order.contains(id));
        let home = home.filter(|_| !names_room).map(|room| Value::Word(room.id.to_string()));
        let is_only_room = self.session.rooms.len() < 2;
        let is_idle = |it: &Field| {
            it.column == Column::Room
                && (is_only_room || home.is_some() && it.value.as_ref() == home.as_ref())
        };
        let fields: Vec<_> = entry.fields.iter().filter(|it| !is_idle(it)).collect();
        let changed = found.and_then(|nth| {
            let mut rows = self.projects()?;
            Some(update(rows.get(nth)?, &fields))
        });
        if let Some(changed) = changed {
            return self.changed(entry, changed);
        }
        let keys = keys(id.as_str(), &fields, &PROJECT_KEYS);
        if let Some(mut rows) = Rows::made(self.doc.as_table_mut(), "projects", false) {
            rows.add(keys);
            self.rows.insert(id.clone(), rows.len() - 1);
        }
        self.note(entry.subject.clone(), What::New(said(&fields)));
    }

    fn changed(&mut self, entry: &Entry, changed: Vec<Changed>) {
        if changed.is_empty() {
            self.unchanged += 1;
        } else {
            self.note(entry.subject.clone(), What::Changed(changed));
        }
    }

    fn judge(&mut self, entry: &Entry) {
        let Subject::Judge(id) = &entry.subject else { return };
        let rooms = &self.session.rooms;
        let wanted = entry.value(&Column::Room).and_then(Value::word);
        let wanted = match (wanted, rooms.as_slice()) {
            (None, [only]) => Some(only.id.as_str().to_owned()),
            (room, _) => room.map(str::to_owned),
        };
        let fields: Vec<_> = entry.fields.iter().filter(|it| it.column != Column::Room).collect();
        let found = self.seat(id.as_str());
        let room_of = |nth: usize| rooms.get(nth).map(|room| room.id.as_str().to_owned());
        match (found, wanted) {
            (Some((room, nth)), wanted) if wanted.is_none() || wanted == room_of(room) => {
                let changed = self.judges_of(room).and_then(|mut rows| {
                    let table = rows.get(nth)?;
                    Some(update(table, &fields))
                });
                self.changed(entry, changed.unwrap_or_default());
            }
            (None, None) => {
                let column = Column::Room.told(ListKind::Judges);
                self.problems.push(entry.problem("room", Complaint::CellMissing { column }));
            }
            (found, Some(wanted)) => {
                let Some(to) = rooms.iter().position(|it| it.id.as_str() == wanted) else { return };
                let what = match found {
                    None => {
                        let mut said = said(&fields);
                        said.push((Column::Room, Value::Word(wanted.clone())));
                        What::New(said)
                    }
                    Some((from, _)) => {
                        let (old, new) =
                            (room_of(from).map(Value::Word), Some(Value::Word(wanted)));
                        What::Changed(vec![Changed { column: Column::Room, old, new }])
                    }
                };
                self.seat_in(to, found, id.as_str(), &fields);
                self.note(entry.subject.clone(), what);
            }
            (Some(_), None) => (), // The first case.
        }
    }

    /// Puts a seat into a room, with what was said of it where it sat before.
    fn seat_in(&mut self, to: usize, from: Option<(usize, usize)>, id: &str, fields: &[&Field]) {
        let mut keys = keys(id, fields, &JUDGE_KEYS);
        if let Some((room, nth)) = from {
            let old = self.judges_of(room).and_then(|mut rows| {
                let table = rows.get(nth)?;
                let kept = table.get_values();
                let kept = kept.iter().filter_map(|(key, value)| {
                    let own = JUDGE_KEYS.iter().chain(&["recused"]);
                    let key =
                        own.copied().find(|own| key.last().is_some_and(|it| it.get() == *own))?;
                    Some((key, (*value).clone()))
                });
                let kept: Vec<_> = kept.collect();
                let left = rows.remove(nth);
                Some((kept, left))
            });
            if let Some((kept, left)) = old {
                self.keep(Some(left));
                let new = kept.into_iter().filter(|(key, _)| !keys.iter().any(|it| it.0 == *key));
                let new: Vec<_> = new.collect();
                keys.extend(new);
            }
        }
        let Some(rooms) = self.doc.as_table_mut().get_mut("rooms") else { return };
        let rows = match rooms {
            toml_edit::Item::ArrayOfTables(rooms) => {
                rooms.get_mut(to).and_then(|room| Rows::made(room, "judges", false))
            }
            rooms => rooms
                .as_array_mut()
                .and_then(|it| it.get_mut(to)?.as_inline_table_mut())
                .and_then(|room| Rows::made(room, "judges", true)),
        };
        if let Some(mut rows) = rows {
            rows.add(keys);
        }
    }

    fn recusal(&mut self, entry: &Entry) {
        let Subject::Recusal(seat, project) = &entry.subject else { return };
        let fields: Vec<_> = entry.fields.iter().filter(|it| it.column == Column::Reason).collect();
        // A seat that could not be read has been complained of.
        let Some((room, nth)) = self.seat(seat.as_str()) else { return };
        let Some(mut judges) = self.judges_of(room) else { return };
        let Some(table) = judges.get(nth) else { return };
        let Some(mut rows) = Rows::made(table, "recused", true) else { return };
        let found = rows.find("project", project.as_str());
        let changed = found.and_then(|nth| Some(update(rows.get(nth)?, &fields)));
        if let Some(changed) = changed {
            return self.changed(entry, changed);
        }
        let reason = fields.iter().filter_map(|it| it.value.as_ref());
        let reason = reason.map(|value| ("reason", field::written(value)));
        let project = std::iter::once(("project", project.as_str().into()));
        rows.add(project.chain(reason).collect());
        self.note(entry.subject.clone(), What::New(said(&fields)));
    }
}
