//! Reads a rubric's `[scoring]` and checks that its rules can be carried out.

use super::{Complaint, table::Table, value::Value};
use crate::contest::{
    AwardTies, Below, CriterionId, DropBy, MOST_DECIMALS, Method, RankBy, RoundAt, Rounding,
    Rubric, Scoring, TieRule,
};

const METHODS: [(&str, Method); 3] =
    [("mean", Method::Mean), ("trimmed-mean", Method::TrimmedMean), ("median", Method::Median)];
const DROP_BY: [(&str, DropBy); 2] = [("total", DropBy::Total), ("criterion", DropBy::Criterion)];
const BELOW: [(&str, Below); 2] = [("mean", Below::Mean), ("refuse", Below::Refuse)];
const ROUNDING: [(&str, Rounding); 2] =
    [("half-up", Rounding::HalfUp), ("half-even", Rounding::HalfEven)];
const ROUND_AT: [(&str, RoundAt); 3] =
    [("criterion", RoundAt::Criterion), ("weighted", RoundAt::Weighted), ("score", RoundAt::Score)];
const RANK_BY: [(&str, RankBy); 2] = [("rounded", RankBy::Rounded), ("exact", RankBy::Exact)];
const AWARD_TIES: [(&str, AwardTies); 3] =
    [("extend", AwardTies::Extend), ("strict", AwardTies::Strict), ("chair", AwardTies::Chair)];

/// Reads the table; keys that are left open are those of [`Scoring::default`]. The tie rules may
/// name the criteria of this rubric.
pub(super) fn read(mut table: Table<'_>, rubric: &Rubric) -> Scoring {
    let usual = Scoring::default();
    let mut scoring = Scoring {
        method: table.may("method", |it| it.one_of(&METHODS)).unwrap_or_default(),
        drop: table.may("drop", Value::count).unwrap_or(usual.drop),
        drop_by: table.may("drop-by", |it| it.one_of(&DROP_BY)).unwrap_or_default(),
        drop_from: usual.drop_from,
        below: table.may("below", |it| it.one_of(&BELOW)).unwrap_or_default(),
        at_least: table.may("at-least", Value::count).unwrap_or(usual.at_least),
        decimals: table.may("decimals", |it| it.up_to(MOST_DECIMALS)).unwrap_or(usual.decimals),
        rounding: table.may("rounding", |it| it.one_of(&ROUNDING)).unwrap_or_default(),
        round_at: usual.round_at,
        rank_by: table.may("rank-by", |it| it.one_of(&RANK_BY)).unwrap_or_default(),
        ties: usual.ties,
        award_ties: table.may("award-ties", |it| it.one_of(&AWARD_TIES)).unwrap_or_default(),
        spread_alarm: table.may("spread-alarm", Value::positive),
    };
    if let Some(steps) = table.may("round-at", Value::list) {
        scoring.round_at = steps.into_iter().filter_map(|it| it.one_of(&ROUND_AT)).collect();
    }
    if let Some(rules) = table.may("ties", Value::list) {
        scoring.ties = read_ties(rules, rubric);
    }
    let drop_from = table.may("drop-from", Value::count);
    scoring.drop_from = drop_from.unwrap_or(usual.drop_from.max(scoring.trims_from()));
    let needed = scoring.drop.saturating_mul(2).saturating_add(1);
    if let Some(drop_from) = drop_from.filter(|it| *it < needed) {
        let complaint = Complaint::DropTooLarge { drop: scoring.drop, drop_from, needed };
        table.place().complain("drop-from", complaint);
    }
    scoring
}

/// The chain of tie rules, each of which must come to decide something.
fn read_ties(values: Vec<Value<'_>>, rubric: &Rubric) -> Vec<TieRule> {
    let mut ties = Vec::new();
    for value in values {
        let Some(rule) = read_tie(value, rubric) else { continue };
        if ties.contains(&rule) || ties.contains(&TieRule::Share) {
            value.note(Complaint::IdleTieRule { rule: rule.to_string() });
        }
        ties.push(rule);
    }
    ties
}

fn read_tie(value: Value<'_>, rubric: &Rubric) -> Option<TieRule> {
    let written = value.string()?;
    let Ok(rule) = written.parse() else {
        let words = TieRule::PLAIN.map(|(word, _)| word);
        return value.not_one_of(words.into_iter().chain(["criterion:ID"]));
    };
    if let TieRule::Criterion(id) = &rule {
        let known: Vec<&CriterionId> = (rubric.criteria.iter())
            .filter(|head| !head.gate)
            .flat_map(|head| [head].into_iter().chain(&head.items))
            .map(|criterion| &criterion.id)
            .collect();
        if !known.contains(&id) {
            value.note(Complaint::unknown_id("criterion", id.as_str(), known));
            return None;
        }
    }
    Some(rule)
}
