//! Forms as HTML to print: one file that loads nothing, A4, a `section` a page.
//!
//! Texts become text by their type, whatever stands in them: `names_are_text_on_paper_and_nothing_else`.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    evening::Evening,
    form::{Form, Leaf, State},
    grid::{Cell, Row},
    page::{Page, SIGN_BESIDE, pages},
    tongues::Tongues,
    when,
};

/// How it looks on paper, and as sheets of paper on a screen.
const STYLE: &str = include_str!("papers.css");

/// These forms as one document.
pub fn document(forms: &[Form], evening: &Evening, tongues: &Tongues) -> String {
    let title = tongues.pick(&evening.contest.session().title);
    let named = match forms {
        [form] => format!("{} · {title}", form.title),
        _ => title.clone(),
    };
    let sheet = Sheet { evening, tongues, title };
    let leaves = forms.iter().flat_map(|form| &form.leaves);
    let page = html! {
        (DOCTYPE)
        html lang=(tongues.lang()) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(concat!("roadshow ", env!("CARGO_PKG_VERSION")));
                title { (named) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @for leaf in leaves {
                    @for page in pages(leaf) { (sheet.page(leaf, &page)) }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// What every page says of where it is from.
struct Sheet<'a> {
    evening: &'a Evening,
    tongues: &'a Tongues,
    title: String,
}

impl Sheet<'_> {
    fn page(&self, leaf: &Leaf, page: &Page) -> Markup {
        let is_first = page.number == 1;
        html! {
            section class=(if leaf.is_wide { "page wide" } else { "page" }) {
                (self.head(leaf))
                h1 { (leaf.title) }
                @if is_first { (facts(leaf)) }
                @if is_first { @for line in &leaf.lead { p.lead { (line) } } }
                (table(leaf, page))
                @if page.is_last {
                    @for note in &leaf.notes { p.note { (note) } }
                    (self.signatures(leaf))
                }
                (self.foot(page))
            }
        }
    }

    fn head(&self, leaf: &Leaf) -> Markup {
        let state = self.tongues.say(&format!("paper-state-{}", leaf.state.as_str()));
        html! {
            p.head { (self.title) " · " b { (state) } }
            @if self.evening.contest.is_rehearsal() {
                p.rehearsal { (self.tongues.say("rehearsal-band")) }
            }
        }
    }

    fn signatures(&self, leaf: &Leaf) -> Markup {
        let date = self.tongues.say("paper-date");
        html! {
            table.signatures {
                @for beside in leaf.signatures.chunks(SIGN_BESIDE) {
                    tr { @for who in beside { td { (who) br; span.line {} (date) span.line.short {} } } }
                }
            }
        }
    }

    fn foot(&self, page: &Page) -> Markup {
        html! { p.foot { (foot(self.evening, self.tongues)) " · " (page_of(page, self.tongues)) } }
    }
}

/// What every paper says of where it is from: the journal's head and the time that it is of.
pub(super) fn foot(evening: &Evening, tongues: &Tongues) -> String {
    let at = [("at", when::day_and_time(evening.as_of()).into())];
    let head = [("head", evening.journal.head.clone().into())];
    format!("{} · {}", tongues.tell("results-journal", &head), tongues.tell("paper-as-of", &at))
}

fn page_of(page: &Page, tongues: &Tongues) -> String {
    let args = [("page", page.number.into()), ("of", page.of.into())];
    tongues.tell("paper-page", &args)
}

fn facts(leaf: &Leaf) -> Markup {
    html! {
        @if !leaf.facts.is_empty() {
            table.facts {
                @for (label, value) in &leaf.facts { tr { th { (label) } td { (value) } } }
            }
        }
    }
}

fn table(leaf: &Leaf, page: &Page) -> Markup {
    let rows = leaf.grid.rows.get(page.rows.clone()).unwrap_or_default();
    let heads = || page.columns.iter().filter_map(|(it, _)| leaf.grid.columns.get(*it));
    let blank = if leaf.state == State::Blank { "grid blank" } else { "grid" };
    html! {
        @if !leaf.grid.rows.is_empty() {
            table class=(blank) {
                colgroup { @for (_, width) in &page.columns { col style=(millimetres(*width)); } }
                thead { tr { @for column in heads() { th { (column.head) } } } }
                tbody { @for row in rows { (line(row, page)) } }
            }
        }
    }
}

fn line(row: &Row, page: &Page) -> Markup {
    let cells = page.columns.iter().map(|(it, _)| row.cells.get(*it).unwrap_or(&Cell::Empty));
    html! {
        tr.strong[row.strong] {
            @for cell in cells { td.number[cell.is_number()] { (cell.printed()) } }
        }
    }
}

fn millimetres(tenths: u32) -> String {
    format!("width:{}.{}mm", tenths / 10, tenths % 10)
}
