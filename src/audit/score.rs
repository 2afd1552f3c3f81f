//! From sheets to scores, slowly: every rule as `docs/rules.md` says it, on fractions, with none of
//! the engine's code and none of its shapes. It is the one second implementation there is:
//! `the_engine_agrees_with_the_slow_one` compares the two on random contests.

use std::collections::BTreeMap;

use super::{
    Fraction,
    definition::{
        Below, Carry, DropBy, Marks, Method, Panel, RankBy, RoundAt, Rubric, Rules, Session, Tie,
    },
    number::{mean, one, zero},
};

/// What the scores of a group are made by.
#[derive(Debug, Clone, Copy)]
pub struct Recipe<'a> {
    /// The form and its rules.
    pub rubric: &'a Rubric,
    /// The panels; none where all judges are one.
    pub panels: &'a [Panel],
    /// What is carried in.
    pub carry: &'a [Carry],
    /// Whether rooms are brought to the same mean.
    pub by_room: bool,
}

/// What one project brings along.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The project.
    pub project: &'a str,
    /// Where it pitches.
    pub room: &'a str,
    /// Its sheets that count.
    pub sheets: Vec<Sheet<'a>>,
    /// Its values of what is carried in, in the order of the session.
    pub carried: Vec<Fraction>,
    /// All that is taken off.
    pub deducted: Fraction,
}

/// A sheet that counts.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The judge's seat.
    pub seat: &'a str,
    /// The seat's panel, where there are several.
    pub panel: Option<&'a str>,
    /// Its marks.
    pub marks: &'a Marks,
}

/// How a project's score came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What each panel's sheets come to; one without an id where all judges are one.
    pub panels: Vec<PanelScore>,
    /// What the live score was multiplied by for its room.
    pub coefficient: Option<Fraction>,
    /// Before the one rounding at the end and before deductions.
    pub exact: Fraction,
    /// Rounded, before deductions.
    pub rounded: Fraction,
    /// As it is announced.
    pub announced: Fraction,
    /// What places go by, and then what each tie rule up to the chair's compares.
    pub(super) compared: Vec<Fraction>,
}

/// What one panel's sheets come to.
#[derive(Debug, Clone, PartialEq)]
pub struct PanelScore {
    /// The panel's id; `None` where all judges are one.
    pub panel: Option<String>,
    /// Its share as it is written.
    pub weight: String,
    /// What they come to.
    pub exact: Fraction,
    /// How many there are, dropped ones too.
    pub sheets: usize,
    /// How they were scored.
    pub method: Method,
    /// Which were dropped.
    pub dropped: Dropped,
}

/// Which sheets a trimmed mean has dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dropped {
    /// As wholes.
    Sheets(Vec<String>),
    /// Criterion by criterion.
    ByCriterion(BTreeMap<String, Vec<String>>),
}

/// Why sheets make no score; the words are those of `docs/results.md`.
pub type NoScore = &'static str;

/// What a project's judges alone come to.
struct Live {
    panels: Vec<PanelScore>,
    score: Fraction,
    ties: Vec<Fraction>,
}

/// One panel's sheets with what is taken away of them at each end.
struct Part<'a> {
    panel: Option<&'a Panel>,
    weight: Fraction,
    sheets: Vec<Sheet<'a>>,
    method: Method,
    away: usize,
}

impl<'a> Recipe<'a> {
    /// What a session makes the scores of this rubric's groups by.
    pub fn of(session: &'a Session, rubric: &'a Rubric) -> Self {
        let Session { panels, carry, room_coefficient, .. } = session;
        Self { rubric, panels, carry, by_room: *room_coefficient }
    }

    /// The scores of these projects, which are all that the ranking has of the group.
    pub fn scores(&self, entries: &[Entry<'_>]) -> Vec<Result<Score, NoScore>> {
        let all: Vec<_> = entries.iter().map(|it| self.live(it)).collect();
        let rooms: Vec<_> = entries
            .iter()
            .zip(&all)
            .filter_map(|(entry, live)| Some((entry.room, &live.as_ref().ok()?.score)))
            .collect();
        let coefficients: Vec<_> =
            entries.iter().map(|it| self.coefficient(it.room, &rooms)).collect();
        let lines = entries.iter().zip(&all).zip(coefficients);
        let score = |((entry, live), coefficient): ((_, &Result<Live, _>), _)| match live {
            Ok(live) => Ok(self.score(entry, live, coefficient)),
            Err(why) => Err(*why),
        };
        lines.map(score).collect()
    }

    /// What a project's judges alone come to, and what the tie rules compare.
    fn live(&self, entry: &Entry<'a>) -> Result<Live, NoScore> {
        let parts = self.parts(entry)?;
        for gate in self.rubric.criteria.iter().filter(|it| it.gate) {
            let fails =
                |it: &&Sheet<'_>| it.marks.get(&gate.id).is_some_and(|it| it.value == zero());
            if entry.sheets.iter().filter(fails).count() * 2 > entry.sheets.len() {
                return Err("ineligible");
            }
        }
        let panels: Vec<_> = parts.iter().map(|part| self.panel_score(part)).collect();
        let shares = parts.iter().zip(&panels);
        Ok(Live {
            score: shares.map(|(part, panel)| &part.weight * &panel.exact).sum(),
            ties: self.tie_values(entry, &parts),
            panels,
        })
    }

    /// The sheets panel by panel; the rules for their number hold in each.
    fn parts(&self, entry: &Entry<'a>) -> Result<Vec<Part<'a>>, NoScore> {
        if entry.sheets.is_empty() {
            return Err("unscored");
        }
        let part = |panel: Option<&'a Panel>, sheets: Vec<Sheet<'a>>| {
            let (method, away) = self.rubric.scoring.away(sheets.len())?;
            let weight = panel.map_or_else(one, |it| it.weight.value.clone());
            Ok(Part { panel, weight, sheets, method, away })
        };
        if self.panels.is_empty() {
            return Ok(vec![part(None, entry.sheets.clone())?]);
        }
        let of_panel = |panel: &'a Panel| {
            let own = entry.sheets.iter().filter(|it| it.panel == Some(panel.id.as_str()));
            part(Some(panel), own.copied().collect())
        };
        self.panels.iter().map(of_panel).collect()
    }

    fn panel_score(&self, part: &Part<'_>) -> PanelScore {
        let by_total = counted(&part.sheets, part.away, |it| self.rubric.total(it.marks));
        let (mut exact, mut by_criterion) = (zero(), BTreeMap::new());
        for (criterion, weight) in self.rubric.scored() {
            let mark = |it: &Sheet<'_>| super::definition::mark(it.marks, criterion);
            let by_mark = counted(&part.sheets, part.away, mark);
            let marks: Vec<_> = match self.rubric.scoring.drop_by {
                DropBy::Total => by_total.kept.iter().map(|it| mark(&it.1)).collect(),
                DropBy::Criterion => by_mark.kept.iter().map(|it| it.0.clone()).collect(),
            };
            let value = self.at(RoundAt::Criterion, mean(&marks));
            exact += self.at(RoundAt::Weighted, weight * value);
            by_criterion.insert(criterion.to_owned(), by_mark.dropped_by(part.method));
        }
        PanelScore {
            panel: part.panel.map(|it| it.id.clone()),
            weight: part.panel.map(|it| it.weight.text.clone()).unwrap_or_default(),
            exact,
            sheets: part.sheets.len(),
            method: part.method,
            dropped: match self.rubric.scoring.drop_by {
                DropBy::Total => Dropped::Sheets(by_total.dropped_by(part.method)),
                DropBy::Criterion => Dropped::ByCriterion(by_criterion),
            },
        }
    }

    /// What the tie rules compare, up to the chair's or the one that ends the chain.
    fn tie_values(&self, entry: &Entry<'_>, parts: &[Part<'_>]) -> Vec<Fraction> {
        let rules = self.rubric.scoring.ties.iter();
        let rules = rules.take_while(|rule| !matches!(rule, Tie::Chair | Tie::Share));
        let value = |rule: &Tie| match rule {
            Tie::Carried => self.brought(entry),
            Tie::HighestSingle => {
                let totals = entry.sheets.iter().map(|it| self.rubric.total(it.marks));
                totals.max().unwrap_or_else(zero)
            }
            Tie::Criterion(id) => weighted(parts, |part| {
                let marks = counted(&part.sheets, part.away, |it| self.rubric.part(id, it.marks));
                self.at(RoundAt::Criterion, mean(marks.kept.iter().map(|it| &it.0)))
            }),
            Tie::UntrimmedSum | Tie::Chair | Tie::Share => weighted(parts, |part| {
                let totals = part.sheets.iter().map(|it| self.rubric.total(it.marks));
                mean(&totals.collect::<Vec<_>>())
            }),
        };
        rules.map(value).collect()
    }

    /// The mean of all divided by the mean of the room, where there are several rooms.
    fn coefficient(&self, room: &str, scored: &[(&str, &Fraction)]) -> Option<Fraction> {
        let here: Vec<_> = scored.iter().filter(|it| it.0 == room).map(|it| it.1).collect();
        if !self.by_room || here.is_empty() || here.len() == scored.len() {
            return None;
        }
        let (here, everywhere) = (mean(here), mean(scored.iter().map(|it| it.1)));
        Some(if here == zero() { one() } else { everywhere / here })
    }

    fn score(&self, entry: &Entry<'_>, live: &Live, coefficient: Option<Fraction>) -> Score {
        let Rules { decimals, rounding, rank_by, round_at, .. } = &self.rubric.scoring;
        let rest = one() - self.carry.iter().map(|it| &it.weight.value).sum::<Fraction>();
        let factor = coefficient.clone().unwrap_or_else(one);
        let exact = &live.score * factor * rest + self.brought(entry);
        let less = |value: &Fraction| (value - &entry.deducted).max(zero());
        let rounded = rounding.round(&exact, *decimals);
        let announced = less(&rounded);
        let by_announced = *rank_by == RankBy::Rounded && round_at.contains(&RoundAt::Score);
        let ranked = if by_announced { announced.clone() } else { less(&exact) };
        let compared = [vec![ranked], live.ties.clone()].concat();
        let panels = live.panels.clone();
        Score { panels, coefficient, exact, rounded, announced, compared }
    }

    fn brought(&self, entry: &Entry<'_>) -> Fraction {
        self.carry.iter().zip(&entry.carried).map(|(it, value)| &it.weight.value * value).sum()
    }

    /// The result of a step, rounded where the rules round it.
    fn at(&self, step: RoundAt, value: Fraction) -> Fraction {
        let Rules { decimals, rounding, round_at, .. } = &self.rubric.scoring;
        if round_at.contains(&step) { rounding.round(&value, *decimals) } else { value }
    }
}

impl Rules {
    /// How so many sheets are scored, and how many are taken away at each end.
    fn away(&self, sheets: usize) -> Result<(Method, usize), NoScore> {
        let count = u64::try_from(sheets).unwrap_or(u64::MAX);
        let (drop, at_least) = (u64::from(self.drop), u64::from(self.at_least));
        let enough = u64::from(self.drop_from).max(2 * drop + 1);
        match self.method {
            _ if count == 0 => Err("unscored"),
            _ if count < at_least => Err("too-few-sheets"),
            Method::TrimmedMean if count >= enough => {
                Ok((Method::TrimmedMean, usize::try_from(drop).unwrap_or(usize::MAX)))
            }
            Method::TrimmedMean if self.below == Below::Refuse => Err("too-few-to-trim"),
            Method::Mean | Method::TrimmedMean => Ok((Method::Mean, 0)),
            Method::Median => Ok((Method::Median, (sheets - 1) / 2)),
        }
    }
}

/// What counts and what does not, each with its value.
struct Counted<'a> {
    kept: Vec<(Fraction, Sheet<'a>)>,
    dropped: Vec<String>,
}

impl Counted<'_> {
    /// The dropped seats in their order; a median drops none, all decide where its middle is.
    fn dropped_by(&self, method: Method) -> Vec<String> {
        let mut seats = if method == Method::TrimmedMean { self.dropped.clone() } else { vec![] };
        seats.sort();
        seats
    }
}

/// So many times one lowest and one highest sheet is taken away: the first and the last of the equal
/// ones in the order of the seats.
fn counted<'a>(
    sheets: &[Sheet<'a>],
    times: usize,
    value: impl Fn(&Sheet<'_>) -> Fraction,
) -> Counted<'a> {
    let mut kept: Vec<_> = sheets.iter().map(|sheet| (value(sheet), *sheet)).collect();
    kept.sort_by(|one, other| (&one.0, one.1.seat).cmp(&(&other.0, other.1.seat)));
    let mut dropped = Vec::new();
    for _ in 0..times.min(kept.len() / 2) {
        dropped.push(kept.remove(0).1.seat.to_owned());
        dropped.extend(kept.pop().map(|it| it.1.seat.to_owned()));
    }
    Counted { kept, dropped }
}

/// The sum of weight × value over the panels.
fn weighted<'p>(parts: &[Part<'p>], value: impl Fn(&Part<'p>) -> Fraction) -> Fraction {
    parts.iter().map(|part| &part.weight * value(part)).sum()
}
