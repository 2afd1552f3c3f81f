//! What an import would change, for people: the lists that were read, what was left out of them, and every
//! difference, in eighty columns.

use crate::{
    contest::{Session, Text},
    definition::{
        Change, Changed, Column, LeftOut, List, ListKind, Merged, Roster, Subject, Value, What,
    },
    tui::text::{pad_right, width, wrap},
    words::Words,
};

/// How wide it is.
const COLUMNS: usize = 80;
/// What stands before lines that belong to one above.
const INDENT: usize = 2;

/// A preview.
pub(super) struct Preview<'a> {
    pub(super) session: &'a Session,
    pub(super) roster: &'a Roster,
    pub(super) merged: &'a Merged,
    pub(super) words: &'a Words,
}

impl Preview<'_> {
    pub(super) fn text(&self) -> String {
        let mut lines: Vec<String> =
            self.roster.lists.iter().flat_map(|it| self.list(it)).collect();
        for aside in &self.roster.others {
            let place = format!("{}: {}", aside.file.display(), aside.sheet);
            let key = if aside.is_hidden { "import-hidden" } else { "import-no-list" };
            lines.push(self.words.tell(key, &[("place", place.into())]));
        }
        for kind in ListKind::ALL {
            for what in ["new", "changed", "removed", "absent"] {
                lines.extend(self.section(kind, what));
            }
        }
        lines.push(String::new());
        lines.extend(wrap(&self.sum(), COLUMNS));
        // What a session says that is not sound must not steer a terminal.
        let plain = |line: String| line.replace(char::is_control, "\u{fffd}");
        lines.into_iter().map(plain).collect::<Vec<_>>().join("\n") + "\n"
    }

    /// What was read of one list, and what was not.
    fn list(&self, list: &List) -> Vec<String> {
        let place = match &list.sheet {
            Some(sheet) => format!("{}: {sheet}", list.file.display()),
            None => list.file.display().to_string(),
        };
        let lines = self.counted("import-read", list.kind, list.lines, &[("place", place.into())]);
        let between = self.words.say("list-separator");
        let columns = list.columns.iter().map(|(column, heading)| {
            format!("{} = {}", heading.trim_matches('*'), column.as_str())
        });
        let columns = columns.collect::<Vec<_>>().join(&between);
        let mut more = vec![self.words.tell("import-columns", &[("columns", columns.into())])];
        if !list.left_out.is_empty() {
            let columns = list.left_out.join(&between);
            more.push(self.words.tell("import-columns-left-out", &[("columns", columns.into())]));
        }
        for (why, key) in [
            (LeftOut::Example, "import-rows-example"),
            (LeftOut::Note, "import-rows-note"),
            (LeftOut::Headings, "import-rows-headings"),
        ] {
            let rows = list.rows_left_out.iter().filter(|it| it.1 == why);
            let rows: Vec<_> = rows.map(|it| it.0.to_string()).collect();
            if !rows.is_empty() {
                more.push(self.words.tell(key, &[("rows", rows.join(&between).into())]));
            }
        }
        std::iter::once(lines).chain(more.iter().flat_map(|it| indented(it, INDENT))).collect()
    }

    fn counted(
        &self,
        key: &str,
        kind: ListKind,
        count: usize,
        more: &[(&str, crate::words::Value)],
    ) -> String {
        let mut args = vec![("kind", kind.as_str().into()), ("count", count.into())];
        args.extend(more.iter().cloned());
        self.words.tell(key, &args)
    }

    /// The differences of one sort.
    fn section(&self, kind: ListKind, what: &str) -> Vec<String> {
        let is_meant =
            |change: &&Change| change.subject.kind() == kind && word(&change.what) == what;
        let changes: Vec<_> = self.merged.changes.iter().filter(is_meant).collect();
        if changes.is_empty() {
            return Vec::new();
        }
        let head = self.counted(&format!("import-{what}"), kind, changes.len(), &[]);
        let mut lines = vec![String::new(), head];
        let id_width = changes.iter().map(|it| width(&id(&it.subject))).max().unwrap_or_default();
        for change in changes {
            lines.extend(self.change(change, id_width));
        }
        lines
    }

    fn change(&self, change: &Change, id_width: usize) -> Vec<String> {
        let lead = format!("{}{}  ", " ".repeat(INDENT), pad_right(&id(&change.subject), id_width));
        let indent = width(&lead);
        let mut lines = match &change.what {
            What::New(fields) => {
                let said = fields.iter().map(|(column, value)| self.value(column, Some(value)));
                wrap(&said.collect::<Vec<_>>().join(" · "), COLUMNS - indent)
            }
            What::Changed(changes) => {
                let names = changes.iter().map(|it| self.name(change.subject.kind(), &it.column));
                let names: Vec<String> = names.collect();
                let name_width = names.iter().map(|it| width(it)).max().unwrap_or_default();
                let each = changes.iter().zip(&names);
                each.flat_map(|(it, name)| self.changed(it, name, name_width, indent)).collect()
            }
            What::Absent | What::Removed => wrap(&self.known(&change.subject), COLUMNS - indent),
        };
        if lines.is_empty() {
            lines.push(String::new());
        }
        let blank = " ".repeat(indent);
        let leads = std::iter::once(lead.as_str()).chain(std::iter::repeat(blank.as_str()));
        leads.zip(lines).map(|(lead, line)| format!("{lead}{line}").trim_end().to_owned()).collect()
    }

    /// Old and new in one line, or one below the other.
    fn changed(&self, it: &Changed, name: &str, name_width: usize, indent: usize) -> Vec<String> {
        let (old, new) =
            (self.value(&it.column, it.old.as_ref()), self.value(&it.column, it.new.as_ref()));
        let lead = pad_right(name, name_width) + "  ";
        let room = COLUMNS - (indent + width(&lead)).min(COLUMNS / 2);
        if width(&old) + 3 + width(&new) <= room {
            return vec![format!("{lead}{old} → {new}")];
        }
        let blank = " ".repeat(width(&lead));
        let olds = wrap(&old, room - 2).into_iter().map(|line| format!("  {line}"));
        let news = wrap(&new, room - 2).into_iter().enumerate();
        let news = news.map(|(nth, line)| format!("{} {line}", if nth == 0 { "→" } else { " " }));
        let leads = std::iter::once(lead).chain(std::iter::repeat(blank));
        leads.zip(olds.chain(news)).map(|(lead, line)| lead + &line).collect()
    }

    /// What a column is called.
    fn name(&self, kind: ListKind, column: &Column) -> String {
        if let Column::Carried(id) = column {
            let component = self.session.carry.iter().find(|it| it.id == *id);
            return component.map_or_else(|| id.to_string(), |it| self.pick(&it.name));
        }
        let column = column.as_str().replace('_', "-");
        self.words.say(&format!("import-{}-{column}", kind.as_str()))
    }

    fn value(&self, column: &Column, value: Option<&Value>) -> String {
        let session = self.session;
        let named =
            |name: Option<&Text>, id: &str| name.map_or_else(|| id.to_owned(), |it| self.pick(it));
        match (column, value) {
            (_, None) => self.words.say("import-none"),
            (_, Some(Value::Text(text))) if text.zh == text.en => text.zh.clone(),
            (_, Some(Value::Text(text))) => format!("{} / {}", text.zh, text.en),
            (Column::Group, Some(Value::Word(id))) => {
                named(session.groups.iter().find(|it| it.id.as_str() == id).map(|it| &it.name), id)
            }
            (Column::Room, Some(Value::Word(id))) => {
                named(session.rooms.iter().find(|it| it.id.as_str() == id).map(|it| &it.name), id)
            }
            (Column::Panel, Some(Value::Word(id))) => {
                named(session.panels.iter().find(|it| it.id.as_str() == id).map(|it| &it.name), id)
            }
            (Column::Kind, Some(Value::Word(word))) => self.words.say(&format!("kind-{word}")),
            (_, Some(Value::Word(word))) => word.clone(),
            (Column::CoreMembers, Some(Value::Count(count))) => {
                self.words.tell("import-members", &[("count", (*count).into())])
            }
            (Column::Reserve, Some(Value::Count(rank))) => {
                self.words.tell("import-reserve", &[("rank", (*rank).into())])
            }
            (_, Some(Value::Count(count))) => count.to_string(),
            (_, Some(Value::Day(day))) => day.to_string(),
            (_, Some(Value::Points(points))) => points.to_string(),
        }
    }

    fn pick(&self, text: &Text) -> String {
        self.words.pick(text.both()).to_owned()
    }

    /// What the session says of somebody.
    fn known(&self, subject: &Subject) -> String {
        let seats = || self.session.rooms.iter().flat_map(|room| &room.judges);
        let found = match subject {
            Subject::Project(id) => self.session.project(id).map(|it| self.pick(&it.name)),
            Subject::Judge(id) => seats().find(|it| it.id == *id).map(|it| self.pick(&it.name)),
            Subject::Recusal(seat, project) => {
                let seat = seats().find(|it| it.id == *seat);
                let recusal =
                    seat.and_then(|it| it.recused.iter().find(|it| it.project == *project));
                recusal.map(|it| it.reason.clone())
            }
        };
        found.unwrap_or_default()
    }

    fn sum(&self) -> String {
        let count =
            |what: &str| self.merged.changes.iter().filter(|it| word(&it.what) == what).count();
        let args = [
            ("new", count("new").into()),
            ("changed", count("changed").into()),
            ("removed", count("removed").into()),
            ("absent", count("absent").into()),
            ("unchanged", self.merged.unchanged.into()),
        ];
        self.words.tell("import-sum", &args)
    }
}

fn word(what: &What) -> &'static str {
    match what {
        What::New(_) => "new",
        What::Changed(_) => "changed",
        What::Removed => "removed",
        What::Absent => "absent",
    }
}

fn id(subject: &Subject) -> String {
    match subject {
        Subject::Project(id) => id.to_string(),
        Subject::Judge(id) => id.to_string(),
        Subject::Recusal(seat, project) => format!("{seat} – {project}"),
    }
}

fn indented(text: &str, indent: usize) -> Vec<String> {
    let lines = wrap(text, COLUMNS - indent).into_iter();
    lines.map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}
