//! Reads a rubric and checks it: ids, sums, steps and bands. Its `[scoring]` is read in `scoring.rs`.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    Complaint, scoring,
    table::{Place, Table},
    value::{LARGEST, Value},
};
use crate::contest::{Band, Criterion, Rubric, Scoring};

/// Reads a rubric; it is whole only if its page is clean afterwards.
pub(super) fn read(mut table: Table<'_>) -> Rubric {
    let mut rubric = Rubric {
        id: table.need("id", Value::id),
        title: table.need("title", Value::name),
        source: table.may("source", Value::text),
        step: table.may("step", Value::positive),
        criteria: Vec::new(),
        scoring: Scoring::default(),
    };
    let mut reader = Reader { step: rubric.step, lines: BTreeMap::new() };
    let lines = table.tables("criteria").into_iter();
    rubric.criteria = lines.map(|line| reader.line(line)).collect();
    if let Some(table) = table.may("scoring", Value::table) {
        rubric.scoring = scoring::read(table, &rubric);
    }
    let total = table.may("total", Value::positive);
    let place = table.place();
    drop(table);
    if place.page().is_clean() {
        check_sum(&rubric, total, place);
        if rubric.scored().next().is_none() {
            place.complain("criteria", Complaint::OnlyGates);
        }
    }
    rubric
}

/// The sum is compared only when everything that goes into it could be read.
fn check_sum(rubric: &Rubric, total: Option<Decimal>, place: Place<'_>) {
    let sum = rubric.full_marks();
    if sum > LARGEST {
        let (value, most) = (sum.normalize().to_string(), LARGEST.to_string());
        place.complain("criteria", Complaint::TooLarge { value, most });
    }
    if let Some(total) = total.filter(|total| *total != sum) {
        let (total, sum) = (total.to_string(), sum.normalize().to_string());
        place.complain("total", Complaint::TotalMismatch { total, sum });
    }
}

/// Reads the lines of one rubric.
struct Reader {
    step: Option<Decimal>,
    /// On which line an id stands first; heads and items share one space.
    lines: BTreeMap<String, usize>,
}

impl Reader {
    /// A criterion that is marked itself, or a head over several that are.
    fn line(&mut self, table: Table<'_>) -> Criterion {
        if table.has("items") {
            return self.head(table);
        }
        let mut table = table;
        if table.may("gate", Value::flag).unwrap_or_default() {
            return self.gate(table);
        }
        self.marked(table)
    }

    /// A criterion that is passed or failed: it has no maximum, no weight and no bands.
    fn gate(&mut self, mut table: Table<'_>) -> Criterion {
        let gate = self.begin(&mut table);
        Criterion { gate: true, max: Decimal::ONE, weight: Decimal::ZERO, ..gate }
    }

    fn head(&mut self, mut table: Table<'_>) -> Criterion {
        let mut head = self.begin(&mut table);
        head.weight = read_weight(&mut table);
        head.items = table.tables("items").into_iter().map(|item| self.marked(item)).collect();
        head.max = head.items.iter().map(|item| item.weight * item.max).sum();
        head
    }

    fn marked(&mut self, mut table: Table<'_>) -> Criterion {
        let mut criterion = self.begin(&mut table);
        criterion.weight = read_weight(&mut table);
        criterion.max = table.need("max", Value::positive);
        if let Some(step) = self.step.filter(|step| !(criterion.max % step).is_zero()) {
            let (step, max) = (step.to_string(), criterion.max.to_string());
            table.place().complain("max", Complaint::StepMismatch { step, max });
        }
        let bands = table.may("bands", Value::list).unwrap_or_default();
        let mut above = None;
        for band in bands {
            criterion.bands.extend(read_band(band, criterion.max, &mut above));
        }
        criterion
    }

    /// What heads, gates and marked criteria have in common.
    fn begin(&mut self, table: &mut Table<'_>) -> Criterion {
        let criterion = Criterion {
            id: table.id("id"),
            name: table.need("name", Value::name),
            hint: table.may("hint", Value::text),
            max: Decimal::ZERO,
            weight: Decimal::ONE,
            bands: Vec::new(),
            gate: false,
            items: Vec::new(),
        };
        table.place().claim(&mut self.lines, "criterion", criterion.id.as_str());
        criterion
    }
}

fn read_weight(table: &mut Table<'_>) -> Decimal {
    table.may("weight", Value::positive).unwrap_or(Decimal::ONE)
}

/// Bands go down: each begins below the one before it.
fn read_band(value: Value<'_>, max: Decimal, above: &mut Option<Decimal>) -> Option<Band> {
    let mut table = value.table()?;
    let name = table.need("name", Value::name);
    let from: Decimal = table.need("from", Value::decimal);
    let written = from.to_string();
    if from < Decimal::ZERO || (max < from && !max.is_zero()) {
        let complaint = Complaint::BandOutside { from: written, max: max.to_string() };
        table.place().complain("from", complaint);
    } else if let Some(above) = above.filter(|above| *above <= from) {
        let complaint = Complaint::BandOrder { from: written, above: above.to_string() };
        table.place().complain("from", complaint);
    }
    *above = Some(from);
    Some(Band { name, from })
}
