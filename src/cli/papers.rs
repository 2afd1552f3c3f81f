//! `roadshow papers`: the official forms of an evening, from its journal into a folder.

mod shelf;

use rust_xlsxwriter::XlsxError;

use self::shelf::Shelf;
use super::{
    Failure,
    arguments::{self, Languages, PaperFormat},
    evening, logging, print,
};
use crate::{
    papers::{
        evening::Evening,
        form::{Form, FormKind, Forms, Manner},
        html,
        page::pages,
        tongues::Tongues,
        workbook,
    },
    words::Words,
};

/// All forms in one file.
const ALL: &str = "all";
/// What is before the name of a form that is not filled in.
const BLANK: &str = "blank-";

pub(super) fn run(
    given: &arguments::Papers,
    lang: Option<Languages>,
    words: &Words,
) -> Result<(), Failure> {
    logging::to_stderr();
    let evening = evening::read(&given.journal)?;
    let of_session = Words::of_session(&evening.contest.session().language).lang();
    let tongues = Languages::tongues(lang, of_session);
    let manner = Manner { anonymous: given.anonymous, blank: given.blank };
    let forms = Forms::of(&evening, &tongues, manner);
    let forms: Vec<_> = kinds(given).into_iter().map(|kind| forms.form(kind)).collect();
    let (written, empty): (Vec<_>, Vec<_>) =
        forms.into_iter().partition(|form| !form.leaves.is_empty());

    let batch = Batch { given, evening: &evening, tongues: &tongues, words };
    let mut shelf = Shelf::open(&given.to, &evening)?;
    let mut lines = Vec::new();
    for form in &written {
        lines.extend(batch.write(form, &mut shelf)?);
    }
    if batch.binds_all() {
        lines.push(batch.write_all(&written, &mut shelf));
    }
    for form in &empty {
        lines.push(batch.nothing(form));
        for format in &given.format {
            shelf.take_away(batch.file(form.kind.as_str(), *format));
        }
    }
    let removed = shelf.write()?;
    let told = |file: &String| words.tell("papers-removed", &[("file", file.as_str().into())]);
    lines.extend(removed.iter().map(told));
    print(&(lines.join("\n") + "\n"))
}

fn kinds(given: &arguments::Papers) -> Vec<FormKind> {
    match given.form.as_slice() {
        _ if given.blank => vec![FormKind::ScoreSheets],
        [] => FormKind::ALL.to_vec(),
        some => FormKind::ALL.into_iter().filter(|kind| some.contains(kind)).collect(),
    }
}

/// What one run of the command writes.
struct Batch<'a> {
    given: &'a arguments::Papers,
    evening: &'a Evening,
    tongues: &'a Tongues,
    words: &'a Words,
}

impl Batch<'_> {
    fn file(&self, name: &str, format: PaperFormat) -> String {
        let blank = if self.given.blank { BLANK } else { "" };
        let end = match format {
            PaperFormat::Html => "html",
            PaperFormat::Xlsx => "xlsx",
        };
        format!("{blank}{name}.{end}")
    }

    /// Writes a form for the shelf, and says what is written.
    fn write(&self, form: &Form, onto: &mut Shelf) -> Result<Vec<String>, Failure> {
        let mut lines = Vec::new();
        for format in &self.given.format {
            let name = self.file(form.kind.as_str(), *format);
            let (told, bytes) = match format {
                PaperFormat::Html => ("papers-written", self.html(std::slice::from_ref(form))),
                PaperFormat::Xlsx => {
                    let book = workbook::of_form(form, self.evening, self.tongues);
                    ("papers-written-workbook", book.map_err(|error| too_large(&error))?)
                }
            };
            let count: usize = form.leaves.iter().map(|leaf| pages(leaf).len()).sum();
            let args = [
                ("file", name.as_str().into()),
                ("form", self.title(form).into()),
                ("copies", form.leaves.len().into()),
                ("pages", count.into()),
            ];
            lines.push(self.words.tell(told, &args));
            onto.lay(name, bytes);
        }
        if !form.without.is_empty() {
            let groups = form.without.iter().map(|it| self.words.pick(it.both()));
            let groups = groups.collect::<Vec<_>>().join(&self.words.say("list-separator"));
            let args = [("form", self.title(form).into()), ("groups", groups.into())];
            lines.push(self.words.tell("papers-without", &args));
        }
        Ok(lines)
    }

    fn title(&self, form: &Form) -> String {
        self.words.say(&format!("paper-{}", form.kind.as_str()))
    }

    /// A file of all forms is written where all are.
    fn binds_all(&self) -> bool {
        let all_asked = self.given.form.is_empty() && !self.given.blank;
        all_asked && self.given.format.contains(&PaperFormat::Html)
    }

    fn write_all(&self, forms: &[Form], onto: &mut Shelf) -> String {
        let name = self.file(ALL, PaperFormat::Html);
        let line = self.words.tell("papers-written-all", &[("file", name.as_str().into())]);
        onto.lay(name, self.html(forms));
        line
    }

    fn html(&self, forms: &[Form]) -> Vec<u8> {
        html::document(forms, self.evening, self.tongues).into_bytes()
    }

    fn nothing(&self, form: &Form) -> String {
        let is_of_awards = matches!(form.kind, FormKind::Awards | FormKind::Notice);
        let why = match form.kind.as_str() {
            _ if self.given.blank => "blank",
            _ if is_of_awards && self.evening.contest.is_rehearsal() => "rehearsal",
            _ if is_of_awards && form.without.is_empty() => "no-awards",
            kind => kind,
        };
        let why = self.words.say(&format!("papers-nothing-{why}"));
        let args = [("form", self.title(form).into()), ("why", why.into())];
        self.words.tell("papers-nothing", &args)
    }
}

/// What a workbook cannot hold.
pub(super) fn too_large(error: &XlsxError) -> Failure {
    Failure::Output(std::io::Error::other(error.to_string()))
}
