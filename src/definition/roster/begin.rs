//! A new session on the model of another: its rules, rooms and times, without its projects.

use std::path::{Path, absolute};

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::toml_rows::Rows;
use crate::definition::{Files, Problem, files::without_detours, page};

/// What a new session begins with.
#[derive(Debug, Clone, Copy)]
pub struct Beginning<'a> {
    /// The session that it is like.
    pub model: &'a Path,
    /// Where it will lie; rubrics are named from there.
    pub to: &'a Path,
    /// Its name among sessions.
    pub id: &'a str,
    /// What the board says on top.
    pub title: &'a str,
    /// Whether a list brings judges, so that those of the model go.
    pub brings_judges: bool,
}

/// The text of a new session, which has no projects yet.
///
/// # Errors
///
/// What is wrong with the model.
pub fn begun(it: Beginning<'_>, files: &impl Files) -> Result<String, Vec<Problem>> {
    page::open(it.model, files, |_, table| crate::definition::session::read(table, files))?;
    let bytes = files.read(it.model).map_err(|error| vec![page::unreadable(it.model, &error)])?;
    let text = String::from_utf8_lossy(&bytes);
    // It has just been read, so it is TOML.
    let mut doc: DocumentMut = text.trim_start_matches('\u{feff}').parse().unwrap_or_default();
    for key in ["projects", "draw", "source"] {
        doc.remove(key);
    }
    for (key, value) in [("title", it.title), ("id", it.id)] {
        doc.insert(key, Item::Value(value.into()));
    }
    if let Some((mut first, _)) = doc.as_table_mut().iter_mut().next() {
        first.leaf_decor_mut().set_prefix("# Every key: docs/session-format.md.\n\n");
    }
    let root = doc.as_table_mut();
    each(root, "groups", &mut |group| {
        let rubric = group.get("rubric").and_then(Item::as_str).map(str::to_owned);
        if let Some(rubric) = rubric {
            group.insert("rubric", Item::Value(moved(&rubric, it.model, it.to)));
        }
    });
    each(root, "rooms", &mut |room| {
        if it.brings_judges {
            room.remove("judges");
        }
        each(room, "judges", &mut |judge| drop(judge.remove("recused")));
    });
    Ok(doc.to_string())
}

fn each(table: &mut dyn TableLike, key: &str, act: &mut dyn FnMut(&mut dyn TableLike)) {
    let Some(mut rows) = Rows::of(table, key) else { return };
    for nth in 0..rows.len() {
        if let Some(row) = rows.get(nth) {
            act(row);
        }
    }
}

/// The path of a rubric as a session elsewhere must write it.
fn moved(rubric: &str, from: &Path, to: &Path) -> Value {
    let folder = |path: &Path| absolute(path).ok().and_then(|it| Some(it.parent()?.to_owned()));
    let (Some(from), Some(to)) = (folder(from), folder(to)) else { return rubric.into() };
    if from == to {
        return rubric.into();
    }
    let (target, to) = (without_detours(&from.join(rubric)), without_detours(&to));
    let shared = target.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = to.components().skip(shared).map(|_| "..".to_owned());
    let down =
        target.components().skip(shared).map(|it| it.as_os_str().to_string_lossy().into_owned());
    if shared == 0 {
        return target.to_string_lossy().into_owned().into();
    }
    up.chain(down).collect::<Vec<_>>().join("/").into()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::moved;

    #[test]
    fn a_rubric_is_named_from_where_the_session_lies() {
        let moved = |rubric: &str, from: &str, to: &str| {
            moved(rubric, Path::new(from), Path::new(to)).as_str().unwrap().to_owned()
        };
        assert_eq!(
            moved("../rubrics/a.toml", "/x/sessions/m.toml", "/x/sessions/n.toml"),
            "../rubrics/a.toml"
        );
        assert_eq!(moved("../rubrics/a.toml", "/x/sessions/m.toml", "/x/n.toml"), "rubrics/a.toml");
        assert_eq!(moved("a.toml", "/x/m.toml", "/x/y/z/n.toml"), "../../a.toml");
    }
}
