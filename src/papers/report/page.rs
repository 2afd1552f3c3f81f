//! The report as a page: one HTML file that loads nothing and runs nothing, for a screen in light or dark and
//! for A4.
//!
//! Texts become text by their type, whatever stands in them: `names_are_text_in_the_report_and_nothing_else`.

mod parts;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Report, said};
use crate::{
    papers::{evening::Evening, tongues::Tongues},
    words::Words,
};

/// How it looks.
const STYLE: &str = include_str!("report.css");

/// The page in these languages.
pub(super) fn document(report: &Report<'_>, tongues: &Tongues) -> String {
    let page = Page { report, tongues };
    let title = tongues.pick(&report.evening.contest.session().title);
    let named = format!("{} · {title}", page.say("report-title"));
    let document = html! {
        (DOCTYPE)
        html lang=(tongues.lang()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(concat!("roadshow ", env!("CARGO_PKG_VERSION")));
                title { (named) }
                style { (PreEscaped(STYLE)) (PreEscaped(foot_of_pages(report.evening))) }
            }
            body {
                (page.head(&title))
                main {
                    (page.summary())
                    @for group in &report.groups {
                        (page.scores(group))
                        (page.judges(group))
                        (page.order(group))
                        (page.awards(group))
                    }
                    @for room in &report.rooms { (page.times(room)) }
                    (page.record())
                    (page.links())
                    (page.notes())
                }
            }
        }
    };
    document.into_string() + "\n"
}

/// At the foot of every printed page the journal's head and the page's number, by signs that need no words
/// and cannot end the style: what is of the journal is a number and hexadecimal digits.
fn foot_of_pages(evening: &Evening) -> String {
    let is_plain = |sign: &char| sign.is_ascii_alphanumeric() || *sign == ' ';
    let head: String = evening.journal.head.chars().filter(is_plain).collect();
    format!(
        "@page {{ @bottom-left {{ content: \"{head}\" }} \
         @bottom-right {{ content: counter(page) \" / \" counter(pages) }} }}"
    )
}

/// What is said on the page, and in which languages.
struct Page<'a> {
    report: &'a Report<'a>,
    tongues: &'a Tongues,
}

impl Page<'_> {
    /// A text in every language.
    fn say(&self, key: &str) -> String {
        self.tongues.say(key)
    }

    /// A text in the first language alone, for where there is no room for two.
    fn first(&self, say: impl Fn(&Words) -> String) -> String {
        self.tongues.words().next().map(say).unwrap_or_default()
    }

    /// Sentences, a paragraph in each language.
    fn paragraphs(&self, say: impl Fn(&Words) -> Vec<String>) -> Markup {
        html! {
            @for words in self.tongues.words() {
                div lang=(words.lang()) { @for text in say(words) { p { (text) } } }
            }
        }
    }

    /// A part with its heading.
    fn part(&self, key: &str, of: &str, inner: &Markup) -> Markup {
        let title = self.say(&format!("report-part-{key}"));
        html! {
            section class=(key) {
                h2 { @if !of.is_empty() { span.of { (of) } " " } (title) }
                (inner)
            }
        }
    }

    fn heads<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> Vec<String> {
        keys.into_iter().map(|key| self.say(&format!("report-head-{key}"))).collect()
    }

    fn head(&self, title: &str) -> Markup {
        let each = |nth: usize| {
            let of =
                |words: &Words| said::origin(self.report, words).get(nth).map(|it| it.1.clone());
            self.tongues.each(|words| of(words).unwrap_or_default())
        };
        html! {
            header {
                @if self.report.evening.contest.is_rehearsal() {
                    p.rehearsal role="note" { (self.tongues.say("rehearsal-band")) }
                }
                p.kind { (self.say("report-title")) " · " b { (each(0)) } }
                h1 { (title) }
                p.origin { (each(1)) " · " (each(2)) }
            }
        }
    }

    fn summary(&self) -> Markup {
        let inner = html! {
            @for words in self.tongues.words() {
                ul lang=(words.lang()) { @for text in said::summary(self.report, words) { li { (text) } } }
            }
        };
        self.part("summary", "", &inner)
    }

    fn notes(&self) -> Markup {
        const NOTES: [&str; 5] = ["scores", "severity", "agreement", "order", "privacy"];
        let notes =
            |words: &Words| NOTES.map(|it| words.say(&format!("report-note-{it}"))).to_vec();
        self.part("notes", "", &self.paragraphs(notes))
    }
}

/// A table with its heads; `numbers` are the columns that stand at the right.
fn table(class: &str, heads: &[String], rows: &[Vec<Markup>], numbers: &[usize]) -> Markup {
    let is_number = |nth: usize| numbers.contains(&nth);
    html! {
        div.scroll {
            table class=(class) {
                thead {
                    tr { @for (nth, head) in heads.iter().enumerate() { th.number[is_number(nth)] scope="col" { (head) } } }
                }
                tbody {
                    @for row in rows {
                        tr { @for (nth, cell) in row.iter().enumerate() { td.number[is_number(nth)] { (cell) } } }
                    }
                }
            }
        }
    }
}
