//! How far the judges agree: Kendall's W and the intraclass correlations of Shrout & Fleiss (1979),
//! over the judges' totals. Projects are the subjects, judges the raters.
//!
//! Everything is exact until it is printed. A total has at most 18 digits after the point and is at most a
//! million (see [`super::Exact`]), so in units of its finest digit it and the sums of 10^14 such totals fit
//! into an `i128`: `zeros_at_the_end_count_for_nothing`. Squares do not, and are whole numbers of any size.
//! The values that papers and statistics packages publish come out:
//! `every_published_value_of_agreement_comes_out`.

use std::collections::BTreeMap;

use num_bigint::{BigInt, BigUint};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{SeatId, side_by_side::side_by_side};

/// Digits after the point in print.
const DECIMALS: u32 = 12;

/// Measures of agreement as text with twelve decimals. A measure is `None` where it is not defined: a
/// judge is missing somewhere, there are fewer than two projects or judges, or all totals are equal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Agreement {
    /// Kendall's W of the judges' rankings, equal totals at their mean rank.
    pub kendall_w: Option<String>,
    /// The same, corrected for equal totals.
    pub kendall_w_ties: Option<String>,
    /// One judge, absolute agreement.
    pub icc2_1: Option<String>,
    /// The mean of the judges, absolute agreement.
    pub icc2_k: Option<String>,
    /// One judge, consistency.
    pub icc3_1: Option<String>,
    /// The mean of the judges, consistency.
    pub icc3_k: Option<String>,
}

impl Agreement {
    /// The agreement of these projects' judges, by their totals.
    pub fn of<'a>(projects: impl IntoIterator<Item = &'a BTreeMap<SeatId, Decimal>>) -> Self {
        let projects: Vec<_> = projects.into_iter().collect();
        let is_whole = projects.windows(2).all(|two| match two {
            [one, other] => one.keys().eq(other.keys()),
            _ => true,
        });
        let judges = projects.first().map_or(0, |totals| totals.len());
        if !is_whole || projects.len() < 2 || judges < 2 {
            return Self::default();
        }
        let totals = projects.iter().flat_map(|it| it.values());
        let scale = totals.map(|it| it.normalize().scale()).max().unwrap_or_default();
        let row =
            |totals: &BTreeMap<_, Decimal>| totals.values().map(|it| whole(*it, scale)).collect();
        let table: Table = side_by_side(projects, row);
        let (ranks, parts) = (Ranks::of(&table), Variance::of(&table));
        Self {
            kendall_w: ranks.w(&BigInt::ZERO),
            kendall_w_ties: ranks.w(&ranks.ties),
            icc2_1: parts.icc2_1(),
            icc2_k: parts.icc2_k(),
            icc3_1: parts.icc3_1(),
            icc3_k: parts.icc3_k(),
        }
    }
}

/// A row a project, a column a judge: totals in units of their finest decimal, which every measure
/// here comes out the same in.
type Table = Vec<Vec<i128>>;

fn whole(total: Decimal, scale: u32) -> i128 {
    let total = total.normalize();
    total.mantissa() * 10_i128.pow(scale.saturating_sub(total.scale()))
}

/// The judges' rankings.
struct Ranks {
    projects: BigInt,
    judges: BigInt,
    /// The sum of squared distances of the projects' rank sums from their mean, times 4 × projects:
    /// mean ranks can be halves, and are kept doubled.
    spread: BigInt,
    /// The sum of t³ − t over every judge's equal totals, t at a time.
    ties: BigInt,
}

impl Ranks {
    fn of(table: &Table) -> Self {
        let columns = table.first().map_or(0, Vec::len);
        let (mut sums, mut ties) = (vec![0_u64; table.len()], BigInt::ZERO);
        for judge in 0..columns {
            let line = table.iter().zip(&mut sums);
            let line = line.filter_map(|(row, sum)| Some((*row.get(judge)?, sum)));
            let mut line: Vec<_> = line.collect();
            line.sort_unstable_by_key(|(total, _)| *total);
            let mut before = 0;
            for equal in line.chunk_by_mut(|(one, _), (other, _)| one == other) {
                let many = equal.len() as u64;
                for (_, sum) in equal {
                    **sum += 2 * before + many + 1;
                }
                ties += BigInt::from(many).pow(3) - many;
                before += many;
            }
        }
        let sums = || sums.iter().map(|sum| i128::from(*sum));
        let projects = BigInt::from(table.len());
        let spread = &projects * squares(sums()) - square(sums().sum());
        Self { projects, judges: BigInt::from(columns), spread, ties }
    }

    /// 12 S / (m²(n³ − n) − m T).
    fn w(&self, ties: &BigInt) -> Option<String> {
        let (n, m) = (&self.projects, &self.judges);
        let most = m * m * (n.pow(3) - n) - m * ties;
        printed(3 * &self.spread, n * most)
    }
}

/// The two-way analysis of variance. Of the three mean squares only their ratios matter, so each is
/// taken times n k (n − 1)(k − 1), which makes it a whole number.
struct Variance {
    projects: BigInt,
    judges: BigInt,
    between_projects: BigInt,
    between_judges: BigInt,
    rest: BigInt,
}

impl Variance {
    fn of(table: &Table) -> Self {
        let columns = table.first().map_or(0, Vec::len);
        let (n, k) = (BigInt::from(table.len()), BigInt::from(columns));
        let mut of_judges = vec![0; columns];
        for row in table {
            for (total, of_judge) in row.iter().zip(&mut of_judges) {
                *of_judge += total;
            }
        }
        let mean = square(of_judges.iter().sum());
        let projects = &n * squares(table.iter().map(|row| row.iter().sum())) - &mean;
        let judges = &k * squares(of_judges) - &mean;
        let all = squares(table.iter().flatten().copied());
        let rest = &n * &k * all - &mean - &projects - &judges;
        let (between_projects, between_judges) = (projects * (&k - 1), judges * (&n - 1));
        Self { projects: n, judges: k, between_projects, between_judges, rest }
    }

    fn icc2_1(&self) -> Option<String> {
        let Self { projects: n, judges: k, between_projects, between_judges, rest } = self;
        let all = n * between_projects + n * (k - 1) * rest + k * (between_judges - rest);
        printed(n * (between_projects - rest), all)
    }

    fn icc2_k(&self) -> Option<String> {
        let Self { projects: n, between_projects, between_judges, rest, .. } = self;
        printed(n * (between_projects - rest), n * between_projects + between_judges - rest)
    }

    fn icc3_1(&self) -> Option<String> {
        let Self { judges: k, between_projects, rest, .. } = self;
        printed(between_projects - rest, between_projects + (k - 1) * rest)
    }

    fn icc3_k(&self) -> Option<String> {
        let Self { between_projects, rest, .. } = self;
        printed(between_projects - rest, between_projects.clone())
    }
}

fn square(number: i128) -> BigInt {
    BigInt::from(number).pow(2)
}

/// The sum of their squares. Most are small enough to be squared in a machine integer.
fn squares(numbers: impl IntoIterator<Item = i128>) -> BigInt {
    let (mut small, mut large) = (0_u128, BigInt::ZERO);
    for number in numbers {
        let square_of = |it: u128| it.checked_mul(it)?.checked_add(small);
        match square_of(number.unsigned_abs()) {
            Some(sum) => small = sum,
            None => large += square(number),
        }
    }
    large + small
}

/// A fraction with twelve decimals, rounded half up; `None` when it is divided by nothing.
fn printed(above: BigInt, below: BigInt) -> Option<String> {
    if below == BigInt::ZERO {
        return None;
    }
    let is_below_zero = (above < BigInt::ZERO) != (below < BigInt::ZERO);
    let (above, below) = (above.into_parts().1, below.into_parts().1);
    let scaled = above * BigUint::from(10_u32).pow(DECIMALS);
    let digits = ((scaled * 2_u32 + &below) / (below * 2_u32)).to_string();
    let sign = if is_below_zero && digits != "0" { "-" } else { "" };
    let width = 1 + usize::try_from(DECIMALS).unwrap_or_default();
    let digits = format!("{digits:0>width$}");
    let (whole, rest) = digits.split_at_checked(digits.len() + 1 - width)?;
    Some(format!("{sign}{whole}.{rest}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use num_bigint::BigInt;
    use proptest::prelude::*;

    use super::{Agreement, printed, squares};
    use crate::contest::SeatId;

    proptest! {
        #[test]
        fn squares_are_added_up_whatever_their_size(
            numbers in prop::collection::vec(
                prop_oneof![-99_i128..99, -1_i128 << 65..1 << 65, any::<i128>()],
                0..20,
            ),
        ) {
            let exact: BigInt = numbers.iter().map(|it| BigInt::from(*it) * BigInt::from(*it)).sum();
            prop_assert_eq!(squares(numbers), exact);
        }
    }

    /// One project a text, one judge a word.
    fn agreement(projects: &[&str]) -> Agreement {
        let row = |row: &&str| -> BTreeMap<SeatId, _> {
            let total =
                |(nth, it): (usize, &str)| (format!("J{nth}").as_str().into(), it.parse().unwrap());
            row.split(' ').enumerate().filter(|(_, it)| *it != "-").map(total).collect()
        };
        Agreement::of(&projects.iter().map(row).collect::<Vec<_>>())
    }

    #[test]
    fn judges_who_say_the_same_agree_wholly() {
        let Agreement { kendall_w, icc2_1, icc3_k, .. } =
            agreement(&["70 70", "80.5 80.5", "90 90"]);
        for one in [kendall_w, icc2_1, icc3_k] {
            assert_eq!(one.as_deref(), Some("1.000000000000"));
        }
    }

    #[test]
    fn judges_who_rank_the_other_way_round_do_not_agree() {
        let Agreement { kendall_w, icc3_1, .. } = agreement(&["70 90", "80 80", "90 70"]);
        assert_eq!(kendall_w.as_deref(), Some("0.000000000000"));
        assert_eq!(icc3_1.as_deref(), Some("-1.000000000000"));
    }

    #[test]
    fn a_missing_judge_or_nothing_to_compare_leaves_it_open() {
        assert_eq!(agreement(&["70 80", "80 -", "90 70"]), Agreement::default());
        assert_eq!(agreement(&["70 80"]), Agreement::default());
        assert_eq!(agreement(&["70", "80"]), Agreement::default());
        assert_eq!(agreement(&[]), Agreement::default());
        let equal = agreement(&["70 70", "70 70"]);
        assert_eq!((equal.kendall_w_ties, equal.icc2_1), (None, None));
    }

    #[test]
    fn zeros_at_the_end_count_for_nothing() {
        let (padded, plain) = ("1.0000010000000000000000000000", "1.000001");
        let of = |first| {
            let mut rows = vec![format!("{first} 1")];
            rows.resize(20_000, "1000000 999999.999999999999999999".to_owned());
            agreement(&rows.iter().map(String::as_str).collect::<Vec<_>>())
        };
        assert_eq!(of(padded), of(plain));
        assert!(of(plain).icc2_k.is_some());
    }

    #[test]
    fn print_has_twelve_decimals_and_rounds_halves_up() {
        let print = |above: i64, below: i64| printed(above.into(), below.into()).unwrap();
        assert_eq!(print(2, 3), "0.666666666667");
        assert_eq!(print(-2, 3), "-0.666666666667");
        assert_eq!(print(1, 2_000_000_000_000), "0.000000000001");
        assert_eq!(print(-1, 3_000_000_000_000), "0.000000000000");
        assert_eq!(print(-41, -2), "20.500000000000");
        assert_eq!(printed(1.into(), 0.into()), None);
    }
}
