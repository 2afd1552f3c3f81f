//! How many keys a sheet takes: every mark of every shipped rubric, typed as briefly as can be.

use std::path::Path;

use ratatui::crossterm::event::KeyCode::Enter;
use rust_decimal::Decimal;

use super::evening::Evening;
use crate::{
    contest::{Criterion, Rubric},
    definition::{Shipped, read_rubric},
    tui::judge::entry::Entry,
};

const SHIPPED: [&str; 4] = ["enterprise", "startup", "innovation-2025", "two-level"];

/// The shortest keys for a mark: without its point where that is read the same.
fn keys(rubric: &Rubric, criterion: &Criterion, mark: Decimal) -> String {
    let text = mark.normalize().to_string();
    let brief = text.replace('.', "");
    if Entry::of(rubric, criterion).read(&brief) == text { brief } else { text }
}

/// Every mark of a criterion, from zero to its maximum.
fn marks(rubric: &Rubric, criterion: &Criterion) -> Vec<Decimal> {
    let step = rubric.step_of(criterion);
    let marks = std::iter::successors(Some(Decimal::ZERO), |mark| Some(mark + step));
    marks.take_while(|mark| *mark <= criterion.max).collect()
}

/// Two keys a criterion and two for the question: so many that no mark of 0–10 by 0.1 or by 0.5, and
/// no whole mark of 0–30, takes more. Of 0–15 by 0.5 no two keys can make all: `12` may still become
/// 12.5, and `15` is fifteen. Those take three.
#[test]
fn two_keys_make_a_mark_but_for_those_listed_here() {
    for name in SHIPPED {
        let rubric = read_rubric(Path::new(&format!("rubrics/{name}.toml")), &Shipped).unwrap();
        let criteria: Vec<_> = rubric.marked().map(|(it, _)| it.clone()).collect();
        let sheets = criteria.iter().map(|it| marks(&rubric, it).len()).max().unwrap();
        for nth in 0..sheets {
            let mut evening = Evening::judging_by(rubric.clone());
            let (mut total, mut more) = (0, 0);
            for (at, criterion) in criteria.iter().enumerate() {
                let mark = *marks(&rubric, criterion).iter().cycle().nth(nth).unwrap();
                let mut pressed = evening.write(&keys(&rubric, criterion, mark));
                let stays = evening.line() == at && at + 1 < criteria.len();
                pressed += if stays { evening.tap(Enter) } else { 0 };
                let is_listed = criterion.max == Decimal::from(15)
                    && rubric.step == Some(Decimal::new(5, 1))
                    && (mark == Decimal::new(15, 1)
                        || mark >= Decimal::TEN && mark < criterion.max);
                assert!(pressed <= if is_listed { 3 } else { 2 }, "{mark} by {name}: {pressed}");
                more += u32::from(is_listed);
                total += pressed;
            }
            total += evening.tap(Enter) + evening.tap(Enter);
            let most = 2 * u32::try_from(criteria.len()).unwrap() + 2;
            assert!(total <= most + more, "{total} keys by {name}");
            let sheet = evening.screen.sheet().unwrap();
            let (_, stored) = sheet.known().unwrap();
            for criterion in &criteria {
                let mark = marks(&rubric, criterion).iter().cycle().nth(nth).copied();
                assert_eq!(stored.get(&criterion.id).copied(), mark, "{name}");
            }
        }
    }
}
