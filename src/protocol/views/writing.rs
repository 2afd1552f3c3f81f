//! A picture as it is written: one text, and where in it each section stands. It is compared section by section and
//! put into frames as it is, so that nothing else is made of it on the way.
//!
//! What always holds, and the test that guards it: what is put together of it is what the picture says,
//! `a_picture_in_pieces_says_what_it_says_whole`.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write},
    mem,
    ops::Range,
    rc::Rc,
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::ser::{Formatter, Serializer};

/// A picture's text; its sections stand there in the order of its view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    text: String,
    sections: Vec<Section>,
}

/// Where a section stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Section {
    /// Its name, with quotation marks.
    name: Range<usize>,
    value: Range<usize>,
}

impl Written {
    /// A view, whose fields are the sections.
    #[expect(clippy::expect_used, reason = "a view is a struct of JSON values")]
    pub fn of(view: &impl Serialize) -> Self {
        let notes = Rc::new(RefCell::new(Notes::default()));
        let mut to = Serializer::with_formatter(Text(Rc::clone(&notes)), Marker(Rc::clone(&notes)));
        view.serialize(&mut to).expect("a view is always JSON");
        let Notes { text, sections, .. } = mem::take(&mut *notes.borrow_mut());
        Self { text: String::from_utf8(text).expect("JSON is text"), sections }
    }

    /// Adds a section that the view does not have.
    pub(super) fn add(&mut self, name: &str, value: &impl Serialize) {
        let more = Self::of(&BTreeMap::from([(name, value)]));
        let start = self.text.len();
        self.text.push_str(&more.text);
        let moved = |it: Range<usize>| it.start + start..it.end + start;
        self.sections.extend(
            more.sections
                .into_iter()
                .map(|it| Section { name: moved(it.name), value: moved(it.value) }),
        );
    }

    /// What it says, as a view or as its [`super::Sections`].
    ///
    /// # Errors
    ///
    /// When it is the picture of another view.
    pub fn read<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        serde_json::from_str(&object(self.sections()))
    }

    /// Whether there is nothing to see.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    /// How many sections there are.
    pub fn len(&self) -> usize {
        self.sections.len()
    }

    /// Every section's name and value as they are written.
    pub fn sections(&self) -> impl Iterator<Item = (&str, &str)> {
        let part = |of: &Range<usize>| self.text.get(of.clone()).unwrap_or_default();
        self.sections.iter().map(move |it| (part(&it.name), part(&it.value)))
    }

    /// Those sections that differ from what they were.
    pub fn changed_since<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        // The same view has its sections in the same order, but for some that may be left out.
        let mut at_hand = before.sections().peekable();
        self.sections().filter(move |(name, value)| {
            let was = match at_hand.peek() {
                Some((next, was)) if next == name => {
                    let was = *was;
                    at_hand.next();
                    Some(was)
                }
                _ => before.sections().find(|(it, _)| it == name).map(|(_, was)| was),
            };
            was != Some(*value)
        })
    }
}

/// The JSON object of these sections.
pub fn object<'a>(sections: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut object = "{".to_owned();
    for (nth, (name, value)) in sections.into_iter().enumerate() {
        let comma = if nth == 0 { "" } else { "," };
        let _ = write!(object, "{comma}{name}:{value}"); // Writing to a text never fails.
    }
    object.push('}');
    object
}

/// What has been written so far.
#[derive(Default)]
struct Notes {
    text: Vec<u8>,
    /// Of how many objects and lists what is written is a part.
    depth: usize,
    section: Section,
    sections: Vec<Section>,
}

struct Text(Rc<RefCell<Notes>>);

impl Write for Text {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes as JSON is written usually, and notes where the fields of the outermost object stand.
struct Marker(Rc<RefCell<Notes>>);

impl Marker {
    /// Notes something of a section, if it is one's field that is written.
    fn note(&self, of: impl FnOnce(&mut Notes, usize)) {
        let mut notes = self.0.borrow_mut();
        if notes.depth == 1 {
            let length = notes.text.len();
            of(&mut notes, length);
        }
    }
}

impl Formatter for Marker {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.borrow_mut().depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.borrow_mut().depth -= 1;
        writer.write_all(b"]")
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.borrow_mut().depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.borrow_mut().depth -= 1;
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.note(|notes, at| notes.section.name.start = at);
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.note(|notes, at| notes.section.name.end = at);
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b":")?;
        self.note(|notes, at| notes.section.value.start = at);
        Ok(())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.note(|notes, at| {
            notes.section.value.end = at;
            let section = mem::take(&mut notes.section);
            notes.sections.push(section);
        });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Written, object};

    #[derive(serde::Serialize)]
    struct View {
        title: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u32>,
        lines: Vec<Value>,
        none: Option<u32>,
    }

    fn view(left_out: Option<u32>, line: &str) -> View {
        let lines = vec![json!({"a": {"b": [1, {"c": line}]}}), json!([]), json!({})];
        View { title: "“,:{}\\\" 增材", left_out, lines, none: None }
    }

    #[test]
    fn a_picture_in_pieces_says_what_it_says_whole() {
        let mut written = Written::of(&view(Some(7), "x"));
        assert_eq!(written.text, serde_json::to_string(&view(Some(7), "x")).unwrap());
        written.add("storage", &json!({"trouble": null}));
        let mut whole = serde_json::to_value(view(Some(7), "x")).unwrap();
        whole["storage"] = json!({"trouble": null});
        let together: Value = serde_json::from_str(&object(written.sections())).unwrap();
        assert_eq!(together, whole);
        assert_eq!(written.len(), 5);
        assert_eq!(object(Written::default().sections()), "{}");
    }

    #[test]
    fn only_sections_that_differ_are_changes() {
        let names = |now: &Written, before: &Written| -> Vec<String> {
            now.changed_since(before).map(|(name, _)| name.to_owned()).collect()
        };
        let [first, same, other, longer] =
            [view(None, "x"), view(None, "x"), view(None, "y"), view(Some(1), "x")]
                .map(|it| Written::of(&it));
        assert_eq!(names(&same, &first), Vec::<String>::new());
        assert_eq!(names(&other, &first), ["\"lines\""]);
        assert_eq!(names(&longer, &first), ["\"left_out\""]);
        assert_eq!(names(&first, &longer), Vec::<String>::new(), "what is gone is no change");
        assert_eq!(names(&other, &Written::default()).len(), 3);
    }
}
