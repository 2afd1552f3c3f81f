//! The log of an evening (操作日志): one line a record, with time of day, who, and what in words.
//!
//! It is for the office, and leaves out marks, and scores as they were locked, unless they are asked
//! for. Every kind of fact has its words: `every_fact_is_told_in_both_languages`.

mod said;

use std::io;

use serde::{Serialize, Serializer};
use serde_json::Value as Json;

use super::{Paper, guarded_csv::GuardedRows, plain_table, right, when};
use crate::{
    contest::{At, Fact, ProjectId, Seat, SeatId},
    words::Words,
};

/// The log of an evening.
#[derive(Debug, Clone, Default)]
pub struct LogPage(Vec<LogRow>);

impl Serialize for LogPage {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

/// One record.
#[derive(Debug, Clone, Serialize)]
pub struct LogRow {
    /// Its number.
    pub seq: u64,
    /// When, in milliseconds since 1970.
    pub at: At,
    /// The seat that asked; `None` for what the hub does by itself.
    pub by: Option<Seat>,
    /// What happened, as in the journal.
    pub fact: Json,
    /// What happened, in words.
    pub said: String,
}

/// Which records are listed.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those about this project.
    pub project: Option<String>,
    /// Only those that this seat asked for, or that are about this judge's seat.
    pub seat: Option<String>,
    /// Only these kinds; all where there is none.
    pub kinds: Vec<String>,
    /// Whether marks, and scores as they were locked, are listed.
    pub marks: bool,
}

impl LogPage {
    /// Adds a record, if it is among those listed.
    pub fn add(
        &mut self,
        (seq, at, by): (u64, At, Option<&Seat>),
        fact: &Fact,
        filter: &Filter,
        words: &Words,
    ) {
        let Ok(mut told) = serde_json::to_value(fact) else { return };
        if !filter.lists(by, fact, &told) {
            return;
        }
        if !filter.marks {
            said::without_marks(&mut told);
        }
        let said = said::in_words(&told, words);
        self.0.push(LogRow { seq, at, by: by.cloned(), fact: told, said });
    }

    /// Its lines.
    pub fn rows(&self) -> &[LogRow] {
        &self.0
    }
}

impl Filter {
    fn lists(&self, by: Option<&Seat>, fact: &Fact, told: &Json) -> bool {
        let text = |at: &str| told.pointer(at).map(said::texts).unwrap_or_default();
        let (asker, judge) = (by.map(ToString::to_string), by.and_then(Seat::judge));
        let seats = [text("/seat"), text("/act/seat")].concat();
        let mut seats = seats.into_iter().chain(asker.as_deref()).chain(judge.map(SeatId::as_str));
        // Who moves up is named in a record about another one, and a tie is of several.
        let projects = [text("/by"), text("/ruling/order")].concat();
        let mut projects = projects.into_iter().chain(fact.project().map(ProjectId::as_str));
        self.project.as_deref().is_none_or(|own| projects.any(|it| it == own))
            && self.seat.as_deref().is_none_or(|own| seats.any(|it| it == own))
            && (self.kinds.is_empty() || self.kinds.iter().any(|it| text("/fact") == [it]))
    }
}

impl Paper for LogPage {
    fn table(&self, words: &Words) -> String {
        let heads = ["log-seq", "log-at", "log-by", "log-said"].map(|head| words.say(head));
        let mut table = plain_table(heads);
        for row in &self.0 {
            let by = row.by.as_ref().map_or_else(|| words.say("log-hub"), |by| who(by, words));
            table.add_row([row.seq.to_string(), when::time_of_day(row.at), by, row.said.clone()]);
        }
        right(&mut table, &[0]);
        table.trim_fmt()
    }

    /// The columns `seq,at,by,kind,said`; `at` is day and time.
    fn write_csv(&self, to: impl io::Write) -> csv::Result<()> {
        let mut csv = GuardedRows::new(to);
        csv.write(["seq", "at", "by", "kind", "said"])?;
        for row in &self.0 {
            let by = row.by.as_ref().map(ToString::to_string).unwrap_or_default();
            let kind = row.fact.get("fact").and_then(Json::as_str).unwrap_or_default();
            let (seq, at) = (row.seq.to_string(), when::day_and_time(row.at));
            csv.write([seq.as_str(), &at, &by, kind, &row.said])?;
        }
        csv.end()
    }
}

/// What happened, in words; `told` is the fact as in the journal, with marks or without.
pub fn in_words(told: &Json, words: &Words) -> String {
    said::in_words(told, words)
}

/// A seat as people call it: `A host`, `A3 judge`.
pub fn who(seat: &Seat, words: &Words) -> String {
    let role = match seat {
        Seat::Control(_) => words.say("role-control"),
        _ => words.say(&format!("role-{}", seat.role().as_str())),
    };
    let place = seat.judge().map(ToString::to_string);
    match place.or_else(|| seat.room().map(ToString::to_string)) {
        Some(place) => format!("{place} {role}"),
        None => role,
    }
}
