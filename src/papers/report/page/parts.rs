//! The parts of the page: each a plot, what it says in words, and the numbers in a table.

use maud::{Markup, html};

use super::{Page, table};
use crate::{
    contest::{JudgeSeat, Ms, Phase, Rubric, SeatId, Unranked},
    papers::{
        log,
        log::LogPage,
        report::{
            JudgeFigures, Report,
            plot::{self, Titles},
            rows::{
                break_said, cut_said, loss, numbers, panel_name, place_name, release, turn_table,
                yes_or_no,
            },
            said,
            scores::{
                GroupReport, Mark, PanelReport, RoomScores, ScoreLine, has_cuts, has_dropped,
            },
            times::RoomTimes,
        },
        results::UnrankedRow,
        robustness::{GroupRobustness, RobustnessPage},
        when,
    },
    words::Words,
};

impl Page<'_> {
    fn titles(&self, key: &str, id: &str, of: &str) -> Titles {
        let title = format!("{of}: {}", self.say(&format!("report-plot-{key}")));
        Titles { id: format!("{key}-{id}"), title, shows: self.say(&format!("report-shows-{key}")) }
    }

    /// A plot with its legend, which names of these signs those that are drawn.
    fn plot(&self, key: &str, signs: &[(&str, bool)], drawn: &Markup) -> Markup {
        let args: Vec<_> =
            signs.iter().map(|(sign, is_drawn)| (*sign, yes_or_no(*is_drawn))).collect();
        let legend = self.tongues.tell(&format!("report-key-{key}"), &args);
        html! { figure { (drawn) figcaption { (legend) } } }
    }

    pub(super) fn scores(&self, group: &GroupReport<'_>) -> Markup {
        let name = self.tongues.pick(&group.group.name);
        let state = self.tongues.say(&format!("paper-state-{}", group.state.as_str()));
        let seats = group.rooms.iter().flat_map(|it| &it.panels).flat_map(|it| &it.judges);
        let seats: Vec<_> = seats.map(|it| it.0).collect();
        let judge = |mark: &Mark| {
            let found = seats.iter().find(|it| it.id == mark.seat);
            found
                .map(|it| self.tongues.each(|words| self.report.judge(it, words)))
                .unwrap_or_default()
        };
        let inner = html! {
            p.state { (state) }
            @if let Some(range) = group.range() {
                @for (nth, lines) in group.lines.chunks(plot::ROWS).enumerate() {
                    @let titles = self.titles("scores", &format!("{}-{nth}", group.group.id), &name);
                    @let signs = [("has_dropped", has_dropped(lines)), ("has_cuts", has_cuts(lines))];
                    @let drawn = plot::strips(&titles, lines, range, &|it| self.named(it), &judge);
                    (self.plot("scores", &signs, &drawn))
                }
                @for room in &group.rooms { (self.marks(group, room)) }
            } @else {
                p { (self.say("report-scores-none")) }
            }
            (self.unranked(group))
        };
        self.part("scores", &name, &inner)
    }

    /// What a project is called beside a plot, and its award.
    fn named(&self, line: &ScoreLine<'_>) -> [String; 2] {
        let award = |words: &Words| match (&line.award, line.place) {
            (Some(award), _) => words.pick(award.both()).to_owned(),
            (None, Some(_)) => String::new(),
            (None, None) => words.say("stage-locked"),
        };
        [self.first(|words| Report::named(line.project, words)), self.first(award)]
    }

    /// Every judge's total of the projects in a room.
    fn marks(&self, group: &GroupReport<'_>, room: &RoomScores<'_>) -> Markup {
        let seats: Vec<_> =
            room.panels.iter().flat_map(|it| &it.judges).map(|it| &it.0.id).collect();
        let is_here = |it: &&ScoreLine<'_>| room.turns.iter().any(|turn| turn.0 == it.project.id);
        let decimals = group.group.rubric.as_ref().map_or(0, Rubric::decimals);
        let total = |mark: &Mark| {
            let total = mark.total.round_dp(decimals.max(mark.total.normalize().scale()));
            if mark.is_dropped {
                html! { span.out { "(" (total) ")" } }
            } else {
                html! { (total) }
            }
        };
        let row = |line: &ScoreLine<'_>| {
            let mark = |seat: &SeatId| line.marks.iter().find(|it| it.seat == *seat).map(total);
            let lead = [
                html! { @if let Some(place) = line.place { (place) } },
                html! { (self.tongues.each(|words| Report::named(line.project, words))) },
                html! { b { (line.score) } },
            ];
            let marks = seats.iter().map(|seat| mark(seat).unwrap_or_else(|| html! { "–" }));
            lead.into_iter().chain(marks).collect::<Vec<_>>()
        };
        let rows: Vec<_> = group.lines.iter().filter(is_here).map(row).collect();
        let mut heads = self.heads(["place", "name", "score"]);
        heads.extend(seats.iter().map(ToString::to_string));
        let numbers: Vec<_> = [0].into_iter().chain(2..heads.len()).collect();
        html! {
            h3 { (self.say("report-part-marks")) " · " (self.tongues.pick(&room.room.name)) }
            (table("marks", &heads, &rows, &numbers))
            (self.deductions(group))
        }
    }

    fn deductions(&self, group: &GroupReport<'_>) -> Markup {
        let taken: Vec<_> = group.lines.iter().filter(|it| !it.deducted.is_zero()).collect();
        html! {
            @for line in taken {
                p.small { (self.tongues.tell("report-deducted", &[
                    ("project", line.project.id.as_str().into()),
                    ("points", line.deducted.to_string().into()),
                ])) }
            }
        }
    }

    fn unranked(&self, group: &GroupReport<'_>) -> Markup {
        let why =
            |words: &Words, line: &Unranked| UnrankedRow::of(line.clone(), words).reason_and_note();
        html! {
            @if !group.unranked.is_empty() {
                h3 { (self.say("report-part-unranked")) }
                ul {
                    @for line in &group.unranked {
                        li { b { (line.project.as_str()) } " " (self.tongues.each(|words| why(words, line))) }
                    }
                }
            }
            @for tied in &group.waiting {
                @let list = tied.iter().map(ToString::to_string).collect::<Vec<_>>();
                p { (self.tongues.each(|words| {
                    let projects = list.join(&words.say("list-separator"));
                    words.tell("results-waiting", &[("projects", projects.into())])
                })) }
            }
        }
    }

    pub(super) fn judges(&self, group: &GroupReport<'_>) -> Markup {
        let panels =
            group.rooms.iter().flat_map(|room| room.panels.iter().map(move |it| (room, it)));
        html! {
            @for (nth, (room, panel)) in panels.enumerate() {
                @let of = self.tongues.each(|words| panel_name(group.group, room.room, panel, words));
                @let id = format!("{}-{nth}", group.group.id);
                (self.part("judges", &of, &self.panel(group, panel, &id, &of)))
                (self.part("agreement", &of, &self.paragraphs(|it| said::agreement(&panel.accord, it))))
            }
        }
    }

    fn panel(
        &self,
        group: &GroupReport<'_>,
        panel: &PanelReport<'_>,
        id: &str,
        of: &str,
    ) -> Markup {
        let decimals = said::decimals_of(group.group);
        let named: Vec<_> = panel
            .judges
            .iter()
            .map(|(seat, it)| (self.first(|words| self.report.judge(seat, words)), it))
            .collect();
        let digits =
            |of: Option<f64>, decimals| of.map(|it| said::number(it, decimals)).unwrap_or_default();
        let row = |(seat, it): &(&JudgeSeat, JudgeFigures)| {
            let (low, high) = it.range;
            let cells = [
                self.tongues.each(|words| self.report.judge(seat, words)),
                it.projects.to_string(),
                said::number(it.mean, decimals),
                it.severity.map(|it| said::signed(it, decimals)).unwrap_or_default(),
                it.bounds.map(|it| said::bounds(it, decimals)).unwrap_or_default(),
                self.tongues.each(|words| said::verdict(it.bounds, words)),
                digits(it.spread, decimals),
                format!("{low} – {high}"),
                digits(it.along, 2),
            ];
            cells.map(|it| html! { (it) }).to_vec()
        };
        let rows: Vec<_> = panel.judges.iter().map(row).collect();
        let heads = self.heads([
            "judge", "projects", "mean", "severity", "bounds", "verdict", "spread", "range",
            "along",
        ]);
        let titles = self.titles("judges", id, of);
        html! {
            div.keep {
                (self.paragraphs(|words| said::judges(panel, group.group, words)))
                (self.plot("judges", &[], &plot::severities(&titles, &named, decimals)))
            }
            (table("figures", &heads, &rows, &[1, 2, 3, 4, 6, 7, 8]))
        }
    }

    pub(super) fn order(&self, group: &GroupReport<'_>) -> Markup {
        html! {
            @for room in &group.rooms {
                @let of = self.tongues.each(|words| place_name(group.group, room.room, words));
                @let id = format!("{}-{}", group.group.id, room.room.id);
                @let titles = self.titles("order", &id, &of);
                (self.part("order", &of, &html! { div.keep {
                    (self.paragraphs(|words| said::order(room, group.group, words)))
                    @if room.turns.len() > 1 {
                        @let signs = [("has_trend", room.trend.is_some())];
                        (self.plot("order", &signs, &plot::turns(&titles, room, &self.say("report-axis-turn"))))
                    }
                } }))
            }
        }
    }

    pub(super) fn awards(&self, group: &GroupReport<'_>) -> Markup {
        let Some(robustness) = &group.robustness else { return html! {} };
        let session = &self.report.evening.contest.session().id;
        let rows = |words: &Words| {
            RobustnessPage::of(session, std::slice::from_ref(robustness), words).groups
        };
        let inner = html! {
            @for words in self.tongues.words() {
                div lang=(words.lang()) {
                    ul { @for cut in &group.cuts { li { (cut_said(cut, words)) } } }
                    @for rows in rows(words) {
                        p { (words.tell("report-awards-lead", &[("looked", rows.looked_at(words).into())])) }
                        @let heads: Vec<_> = GroupRobustness::heads(words).collect();
                        @let lines: Vec<_> = rows.awards.iter().map(|it| {
                            let cells = [it.award.clone()].into_iter().chain(it.cells(words));
                            cells.map(|it| html! { (it) }).collect()
                        }).collect();
                        (table("awards", &heads, &lines, &[]))
                        @let changes: Vec<_> = rows.variants.iter().filter_map(|it| it.in_short(words)).collect();
                        @if changes.is_empty() { p { (words.say("report-awards-stand")) } }
                        @for [variant, changes] in changes { p.variant { b { (variant) } " " (changes) } }
                    }
                }
            }
        };
        self.part("awards", &self.tongues.pick(&group.group.name), &inner)
    }

    pub(super) fn times(&self, room: &RoomTimes<'_>) -> Markup {
        let of = self.tongues.pick(&room.room.name);
        let id = room.room.id.to_string();
        let phase = |phase: Phase| self.tongues.say(&format!("phase-{}", phase.stage().as_str()));
        let pause = |nth: usize| {
            let it = room.breaks.get(nth);
            it.map(|it| self.tongues.each(|words| break_said(it, words))).unwrap_or_default()
        };
        let (day, late) = (self.titles("day", &id, &of), self.titles("drift", &id, &of));
        let (keys, lines) = turn_table(room);
        let row = |line: Vec<String>| line.into_iter().map(|it| html! { (it) }).collect();
        let rows: Vec<_> = lines.into_iter().map(row).collect();
        let has_plan = room.turns.iter().any(|it| it.planned.is_some()) && room.turns.len() > 1;
        let signs = [
            ("has_over", room.turns.iter().any(|it| Ms::seconds(1) <= it.over())),
            ("has_plan", room.turns.iter().any(|it| it.planned.is_some())),
            ("has_breaks", !room.breaks.is_empty()),
        ];
        let inner = html! {
            div.keep {
            (self.paragraphs(|words| {
                let breaks = room.breaks.iter().map(|it| break_said(it, words));
                said::times(room, self.report, words).into_iter().chain(breaks).collect()
            }))
            (self.plot("day", &signs, &plot::day(&day, room, &phase, &pause)))
            }
            @if has_plan { (self.plot("drift", &[], &plot::drift(&late, room, &self.say("report-axis-turn")))) }
            (table("times", &self.heads(keys.iter().copied()), &rows, &numbers(&keys)))
        };
        self.part("times", &of, &inner)
    }

    pub(super) fn record(&self) -> Markup {
        let record = &self.report.record;
        let title = |key: &str| self.say(&format!("report-part-{key}"));
        let inner = html! {
            (self.paragraphs(|words| vec![said::counts(&record.counts, words)]))
            (self.log(|words| record.decisions(words)))
            @if !record.clocks(&Words::new(self.tongues.lang())).rows().is_empty() {
                h3 { (title("clocks")) }
                (self.log(|words| record.clocks(words)))
            }
            @for group in &self.report.groups {
                @let releases: Vec<_> = record.releases_of(&group.group.id).collect();
                @if !releases.is_empty() {
                    h3 { (self.tongues.pick(&group.group.name)) " · " (title("releases")) }
                    ol.releases { @for (at, project) in releases { li { (release(*at, project)) } } }
                }
            }
        };
        self.part("record", "", &inner)
    }

    pub(super) fn links(&self) -> Markup {
        let seats = self.report.links.iter().flat_map(|it| &it.seats);
        let inner = html! {
            (self.paragraphs(|words| vec![said::links(self.report.links.as_ref(), words)]))
            ul.dense {
                @for (seat, losses) in seats {
                    li {
                        b { (self.tongues.each(|words| log::who(seat, words))) } " "
                        (self.tongues.each(|words| {
                            let each: Vec<_> = losses.iter().map(|it| loss(it, words)).collect();
                            each.join(&words.say("list-separator"))
                        }))
                    }
                }
            }
            (self.log(|words| self.report.record.machines(words)))
        };
        self.part("links", "", &inner)
    }

    /// Records in words, a table in each language.
    fn log(&self, of: impl Fn(&Words) -> LogPage) -> Markup {
        html! {
            @for words in self.tongues.words() {
                @let page = of(words);
                @if !page.rows().is_empty() {
                    div.scroll { table.log lang=(words.lang()) {
                        thead { tr { @for head in ["log-seq", "log-at", "log-by", "log-said"] { th scope="col" { (words.say(head)) } } } }
                        tbody {
                            @for row in page.rows() {
                                tr {
                                    td.number { (row.seq) }
                                    td { (when::time_of_day(row.at)) }
                                    td { (row.by.as_ref().map_or_else(|| words.say("log-hub"), |by| log::who(by, words))) }
                                    td { (row.said) }
                                }
                            }
                        }
                    } }
                }
            }
        }
    }
}
