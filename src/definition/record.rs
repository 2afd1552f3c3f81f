//! Writes parts of a session as TOML: a draw into the file it belongs to, where no other byte
//! changes (`tests/it/draw.rs`: `a_draw_changes_no_other_byte`), and projects for a new one.

use std::{fmt::Write, io, path::Path};

use toml::de::DeTable;

use super::{Files, read_session};
use crate::contest::{
    Draw, DrawMethod, DrawnOrder, EntrantKind, Project, ProjectId, Session, Text,
};

/// The text of a session's file with a draw in it: at its end, or, when there was a commitment and
/// now there is a seed, below the commitment. The new text has been read again.
///
/// # Errors
///
/// What the disk says; [`io::ErrorKind::InvalidData`] when the file's `[draw]` is laid out so that
/// nothing can be added below its commitment.
pub fn with_draw(
    path: &Path,
    session: &Session,
    draw: &Draw,
    files: &impl Files,
) -> io::Result<String> {
    let odd = || io::Error::from(io::ErrorKind::InvalidData);
    let mut text = String::from_utf8(files.read(path)?).map_err(|_| odd())?;
    let feed = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines = match (&session.draw, &draw.method) {
        (Some(_), DrawMethod::Seed { seed: Some(seed), .. }) => {
            format!("seed = {}\n{}", quoted(seed), orders_text(&draw.orders))
        }
        _ => draw_text(draw),
    };
    let at = match &session.draw {
        Some(_) => line_after_commitment(&text).ok_or_else(odd)?,
        None => text.len(),
    };
    let ends = text.get(..at).is_none_or(|before| before.is_empty() || before.ends_with('\n'));
    let before = if ends { "" } else { feed };
    text.insert_str(at, &format!("{before}{}", lines.replace('\n', feed)));
    let read = read_session(path, &Instead { path, text: &text, others: files });
    let read = read.map_err(|_| odd())?;
    let rest = |it: &Session| Session { draw: None, rooms: Vec::new(), ..it.clone() };
    if read.draw.as_ref() == Some(draw) && rest(&read) == rest(session) {
        Ok(text)
    } else {
        Err(odd())
    }
}

/// Where the line after the commitment begins.
fn line_after_commitment(text: &str) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let commitment = table.get_ref().get("draw")?.get_ref().as_table()?.get("commitment")?;
    let end = commitment.span().end;
    Some(text.get(end..)?.find('\n').map_or(text.len(), |feed| end + feed + 1))
}

fn draw_text(draw: &Draw) -> String {
    let mut text = "\n[draw]\n".to_owned();
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", quoted(value)); // A string takes everything.
    };
    match &draw.method {
        DrawMethod::Seed { commitment, seed } => {
            line("by", "seed");
            line("commitment", commitment);
            if let Some(seed) = seed {
                line("seed", seed);
            }
        }
        DrawMethod::Manual { note } => {
            line("by", "manual");
            line("note", note);
        }
    }
    text + &orders_text(&draw.orders)
}

fn orders_text(orders: &[DrawnOrder]) -> String {
    if orders.is_empty() {
        return String::new();
    }
    let ids = |order: &[ProjectId]| {
        order.iter().map(|id| quoted(id.as_str())).collect::<Vec<_>>().join(", ")
    };
    let line = |DrawnOrder { group, order }: &DrawnOrder| {
        format!("  {{ group = {}, order = [{}] }},\n", quoted(group.as_str()), ids(order))
    };
    format!("orders = [\n{}]\n", orders.iter().map(line).collect::<String>())
}

/// Projects as the `[[projects]]` of a session.
pub fn projects_text(projects: &[Project]) -> String {
    projects.iter().map(project_text).collect::<Vec<_>>().join("\n")
}

fn project_text(project: &Project) -> String {
    let Project { id, group, name, entrant, kind, registered, core_members, field, region, .. } =
        project;
    let kind = kind.map(|kind| match kind {
        EntrantKind::Company => "company",
        EntrantKind::StartUp => "start-up",
        EntrantKind::Team => "team",
    });
    let carried = project.carried.iter().map(|(id, value)| format!("{id} = \"{value}\""));
    let carried = carried.collect::<Vec<_>>().join(", ");
    let keys = [
        ("id", Some(quoted(id.as_str()))),
        ("group", Some(quoted(group.as_str()))),
        ("name", Some(text(name))),
        ("entrant", entrant.as_ref().map(text)),
        ("kind", kind.map(quoted)),
        ("registered", registered.map(|day| day.to_string())),
        ("core-members", core_members.map(|count| count.to_string())),
        ("field", field.as_ref().map(text)),
        ("region", region.as_ref().map(text)),
        ("reserve", project.reserve.map(|rank| rank.to_string())),
        ("carried", Some(format!("{{ {carried} }}")).filter(|_| !carried.is_empty())),
    ];
    let lines = keys.into_iter().filter_map(|(key, value)| Some(format!("{key} = {}\n", value?)));
    format!("[[projects]]\n{}", lines.collect::<String>())
}

/// A text in one language, or in both.
fn text(text: &Text) -> String {
    if text.zh == text.en {
        return quoted(&text.zh);
    }
    format!("{{ zh = {}, en = {} }}", quoted(&text.zh), quoted(&text.en))
}

/// A text in quotes. It has no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The files as they are, but for one.
pub(super) struct Instead<'a, F> {
    /// The one.
    pub(super) path: &'a Path,
    /// What it says instead.
    pub(super) text: &'a str,
    /// The others.
    pub(super) others: &'a F,
}

impl<F: Files> Files for Instead<'_, F> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path == self.path {
            return Ok(self.text.as_bytes().to_vec());
        }
        self.others.read(path)
    }
}
