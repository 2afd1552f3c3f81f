//! A table of a bench's figures: told on the terminal, and written into `docs/performance.md` in the place that is
//! marked for it. A run with options writes nothing there: it is not the one that the page tells of.
#![allow(dead_code, reason = "whoever shares this needs a part of it")]
#![allow(clippy::float_arithmetic, reason = "of microseconds, not of scores")]

use std::{env, fs, path::Path};

/// Figures by rows.
pub(crate) struct Table {
    /// The name that marks its place in the page.
    name: &'static str,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(name: &'static str, heads: &[&str]) -> Self {
        let heads = heads.iter().map(|&it| it.to_owned()).collect();
        Self { name, rows: vec![heads] }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Tells it, and writes it into the page.
    pub(crate) fn tell(self) {
        let text = self.markdown();
        println!("\n{text}");
        if env::args().skip(1).all(|it| it == "--bench") {
            let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/performance.md");
            let before = fs::read_to_string(&page).unwrap();
            fs::write(&page, put(&before, self.name, &text)).unwrap();
        }
    }

    fn markdown(&self) -> String {
        let mut lines = self.rows.iter().map(|row| format!("| {} |\n", row.join(" | ")));
        let heads = lines.next().unwrap();
        let rule = format!("|{}\n", "---|".repeat(self.rows[0].len()));
        [heads, rule].into_iter().chain(lines).collect()
    }
}

/// A page with this table in the place of the one that was there.
fn put(page: &str, name: &str, table: &str) -> String {
    let (begins, ends) = (format!("<!-- table: {name} -->\n"), "<!-- end -->");
    let from = page.find(&begins).map(|at| at + begins.len());
    let from = from.unwrap_or_else(|| panic!("docs/performance.md has no place for {name}"));
    let until = from + page[from..].find(ends).unwrap();
    format!("{}{table}{}", &page[..from], &page[until..])
}

/// A number with three digits that count.
pub(crate) fn figure(number: f64) -> String {
    let digits = match number.abs() {
        0.0..1.0 => 2,
        1.0..10.0 => 1,
        _ => 0,
    };
    format!("{number:.digits$}")
}

/// Microseconds in the unit in which they are short.
pub(crate) fn span(micros: f64) -> String {
    match micros {
        ..1e3 => format!("{} µs", figure(micros)),
        1e3..1e6 => format!("{} ms", figure(micros / 1e3)),
        _ => format!("{} s", figure(micros / 1e6)),
    }
}
