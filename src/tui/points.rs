//! Points as every screen writes them: with at least the decimals of the rubric's step, whether they
//! were typed so or not, and in a column with their units under each other:
//! `marks_stand_in_one_form_wherever_they_come_from`.

use rust_decimal::Decimal;

/// Points with at least so many decimals; further ones that say something stay.
pub(super) fn points(points: Decimal, decimals: u32) -> String {
    let mut points = points.normalize();
    points.rescale(points.scale().max(decimals));
    points.to_string()
}

/// How many decimals stand in a text.
pub(super) fn decimals(text: &str) -> u32 {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    u32::try_from(decimals).unwrap_or(u32::MAX)
}

/// A text with blanks for the decimals that it lacks, so that its units stand under those of others.
pub(super) fn aligned(text: &str, decimals: u32) -> String {
    let decimals = usize::try_from(decimals).unwrap_or_default();
    let lacking = match text.split_once('.') {
        Some((_, some)) => decimals.saturating_sub(some.len()),
        None if text.is_empty() || decimals == 0 => 0,
        None => decimals + 1,
    };
    format!("{text}{}", " ".repeat(lacking))
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    #[test]
    fn marks_stand_in_one_form_wherever_they_come_from() {
        for (text, decimals, wanted) in [
            ("7", 1, "7.0"),
            ("7.00", 1, "7.0"),
            ("8.75", 1, "8.75"),
            ("10", 0, "10"),
            ("0", 2, "0.00"),
        ] {
            assert_eq!(points(Decimal::from_str(text).unwrap(), decimals), wanted);
        }
    }

    #[test]
    fn units_stand_under_units() {
        let column = ["8.5", "8", "8.", ""].map(|text| aligned(text, 1));
        assert_eq!(column, ["8.5", "8  ", "8. ", ""]);
        assert_eq!(aligned("30", 0), "30");
    }
}
