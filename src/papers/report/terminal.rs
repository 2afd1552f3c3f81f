//! The report on a terminal: the same figures and sentences as on the page, plots of single lines.
//!
//! No line is wider than the terminal: `no_line_of_a_terminal_is_wider_than_it`.

mod plots;

use unicode_width::UnicodeWidthStr;

use super::{
    Glyphs, Report,
    lines::Lines,
    rows::{
        break_said, cut_said, heads, loss, numbers, panel_name, place_name, release, turn_table,
        yes_or_no,
    },
    said,
    scores::{GroupReport, has_dropped},
    times::RoomTimes,
};
use crate::{
    papers::{
        log,
        log::LogPage,
        plain_table,
        results::UnrankedRow,
        right,
        robustness::{GroupRobustness, RobustnessPage},
        when,
    },
    words::Words,
};

/// The narrowest screen that the report is laid out for, and the widest.
const WIDTHS: (usize, usize) = (80, 140);

/// What the report is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// How many columns it has.
    pub width: usize,
    /// Whether it shows colours.
    pub colour: bool,
    /// What plots are drawn with.
    pub glyphs: Glyphs,
}

pub(super) fn view(report: &Report<'_>, screen: Screen, words: &Words) -> String {
    let screen = Screen { width: screen.width.clamp(WIDTHS.0, WIDTHS.1), ..screen };
    let mut view = View { report, screen, words, lines: Lines::new(screen) };
    view.head();
    for group in &report.groups {
        view.scores(group);
        view.judges(group);
        view.order(group);
        view.awards(group);
    }
    for room in &report.rooms {
        view.times(room);
    }
    view.record();
    view.links();
    view.lines.into_text()
}

struct View<'a> {
    report: &'a Report<'a>,
    screen: Screen,
    words: &'a Words,
    lines: Lines,
}

impl View<'_> {
    fn heading(&mut self, key: &str, of: &str) {
        let title = self.words.say(&format!("report-part-{key}"));
        let title = if of.is_empty() { title } else { format!("{of}  {title}") };
        self.lines.heading(&title);
    }

    fn paragraphs(&mut self, texts: &[String]) {
        for text in texts {
            self.lines.paragraph(text);
        }
    }

    fn head(&mut self) {
        let session = self.report.evening.contest.session();
        if self.report.evening.contest.is_rehearsal() {
            self.lines.strong(&self.words.say("results-is-rehearsal"));
        }
        self.lines.strong(self.words.pick(session.title.both()));
        let origin: Vec<_> =
            said::origin(self.report, self.words).into_iter().map(|it| it.1).collect();
        self.lines.paragraph(&format!("{}  {}", self.words.say("report-title"), origin.join("  ")));
        self.heading("summary", "");
        for text in said::summary(self.report, self.words) {
            self.lines.hanging("- ", &text);
        }
    }

    fn scores(&mut self, group: &GroupReport<'_>) {
        let state = self.words.say(&format!("paper-state-{}", group.state.as_str()));
        let name = format!("{}  {state}", self.words.pick(group.group.name.both()));
        self.heading("scores", &name);
        match group.range() {
            Some(range) => self.strips(group, range),
            None => self.lines.paragraph(&self.words.say("report-scores-none")),
        }
        for line in &group.unranked {
            let row = UnrankedRow::of(line.clone(), self.words);
            self.lines.hanging(&format!("- {}  ", row.project), &row.reason_and_note());
        }
    }

    fn strips(&mut self, group: &GroupReport<'_>, range: (f64, f64)) {
        let table = plots::strips(group, range, &self.screen, self.words);
        self.lines.table(&table);
        let glyphs = self.screen.glyphs;
        let args = [
            ("counted", glyphs.counted.to_string().into()),
            ("dropped", glyphs.dropped.to_string().into()),
            ("score", glyphs.score.to_string().into()),
            ("has_dropped", yes_or_no(has_dropped(&group.lines))),
        ];
        self.lines.paragraph(&self.words.tell("report-scores-key-terminal", &args));
    }

    fn judges(&mut self, group: &GroupReport<'_>) {
        for room in &group.rooms {
            for panel in &room.panels {
                let of = panel_name(group.group, room.room, panel, self.words);
                self.heading("judges", &of);
                self.paragraphs(&said::judges(panel, group.group, self.words));
                self.lines.line("");
                let decimals = said::decimals_of(group.group);
                let table =
                    plots::severities(self.report, panel, decimals, &self.screen, self.words);
                self.lines.table(&table);
                self.lines.subheading(&self.words.say("report-part-agreement"));
                self.paragraphs(&said::agreement(&panel.accord, self.words));
            }
        }
    }

    fn order(&mut self, group: &GroupReport<'_>) {
        for room in &group.rooms {
            self.heading("order", &place_name(group.group, room.room, self.words));
            self.paragraphs(&said::order(room, group.group, self.words));
        }
    }

    fn awards(&mut self, group: &GroupReport<'_>) {
        let Some(robustness) = &group.robustness else { return };
        let session = &self.report.evening.contest.session().id;
        let page = RobustnessPage::of(session, std::slice::from_ref(robustness), self.words);
        self.heading("awards", self.words.pick(group.group.name.both()));
        let cuts: Vec<_> = group.cuts.iter().map(|it| cut_said(it, self.words)).collect();
        self.paragraphs(&cuts);
        for rows in &page.groups {
            if !cuts.is_empty() {
                self.lines.line("");
            }
            let table = rows.awards_table(self.words);
            if widest(&table) <= self.screen.width {
                self.lines.table(&table);
            } else {
                self.awards_by_line(rows);
            }
            for [variant, changes] in rows.variants.iter().filter_map(|it| it.in_short(self.words))
            {
                self.lines.hanging(&format!("- {variant}  "), &changes);
            }
        }
    }

    /// What a table that is wider than the screen says.
    fn awards_by_line(&mut self, rows: &GroupRobustness) {
        let heads: Vec<_> = GroupRobustness::heads(self.words).skip(1).collect();
        for award in &rows.awards {
            let cells = award.cells(self.words);
            let each = heads.iter().zip(&cells).map(|(head, cell)| format!("{head}: {cell}"));
            let each = each.collect::<Vec<_>>().join(&self.words.say("list-separator"));
            self.lines.hanging(&format!("- {}  ", award.award), &each);
        }
    }

    fn times(&mut self, room: &RoomTimes<'_>) {
        self.heading("times", self.words.pick(room.room.name.both()));
        let (keys, lines) = turn_table(room);
        let mut table = plain_table(heads(keys.iter().copied(), self.words));
        table.add_rows(lines);
        right(&mut table, &numbers(&keys));
        self.lines.table(&table.trim_fmt());
        self.lines.line("");
        self.paragraphs(&said::times(room, self.report, self.words));
        let breaks: Vec<_> = room.breaks.iter().map(|it| break_said(it, self.words)).collect();
        self.paragraphs(&breaks);
    }

    fn record(&mut self) {
        self.heading("record", "");
        let record = &self.report.record;
        self.lines.paragraph(&said::counts(&record.counts, self.words));
        self.log(&record.decisions(self.words));
        let clocks = record.clocks(self.words);
        if !clocks.rows().is_empty() {
            self.lines.subheading(&self.words.say("report-part-clocks"));
            self.log(&clocks);
        }
        for group in &self.report.groups {
            let releases: Vec<_> =
                record.releases_of(&group.group.id).map(|it| release(it.0, &it.1)).collect();
            if releases.is_empty() {
                continue;
            }
            let name = self.words.pick(group.group.name.both());
            let title = self.words.say("report-part-releases");
            self.lines.subheading(&format!("{name}  {title}"));
            self.lines.paragraph(&releases.join("  "));
        }
    }

    fn links(&mut self) {
        self.heading("links", "");
        self.lines.paragraph(&said::links(self.report.links.as_ref(), self.words));
        for (seat, losses) in self.report.links.iter().flat_map(|it| &it.seats) {
            let each: Vec<_> = losses.iter().map(|it| loss(it, self.words)).collect();
            let lead = format!("- {}  ", log::who(seat, self.words));
            self.lines.hanging(&lead, &each.join(&self.words.say("list-separator")));
        }
        self.log(&self.report.record.machines(self.words));
    }

    fn log(&mut self, page: &LogPage) {
        for row in page.rows() {
            let by = row
                .by
                .as_ref()
                .map_or_else(|| self.words.say("log-hub"), |by| log::who(by, self.words));
            self.lines.hanging(
                &format!("{}  ", when::time_of_day(row.at)),
                &format!("{by}  {}", row.said),
            );
        }
    }
}

/// How many columns the widest line takes.
fn widest(table: &str) -> usize {
    table.lines().map(UnicodeWidthStr::width).max().unwrap_or_default()
}
