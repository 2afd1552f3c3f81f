//! Plots of single lines for a terminal: marks along an axis, an interval about zero. Each is exactly as
//! many columns wide as it is asked for.

use super::{estimate::Interval, scale::Scale};

/// The signs that plots are drawn with; each takes one column where screens' own do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// A total that counts.
    pub(super) counted: char,
    /// A total that was dropped.
    pub(super) dropped: char,
    /// The score.
    pub(super) score: char,
    /// From the lowest to the highest.
    pub(super) line: char,
    /// Zero.
    pub(super) zero: char,
    /// The rest of a name.
    pub(super) more: char,
}

impl Glyphs {
    /// As the screens have them.
    pub const SIGNS: Self =
        Self {
            counted: '●', dropped: '○', score: '┃', line: '─', zero: '│', more: '…'
        };
    /// For a terminal in which those take two columns.
    pub const ASCII: Self =
        Self { counted: '*', dropped: 'o', score: '|', line: '-', zero: ':', more: '~' };

    /// Totals along an axis, with the score on top; each total says whether it was dropped.
    pub(super) fn strip(&self, totals: &[(f64, bool)], score: f64, scale: &Scale) -> String {
        let mut line = blank(scale);
        let places = || totals.iter().map(|it| column(scale, it.0));
        if let (Some(first), Some(last)) = (places().min(), places().max()) {
            line.iter_mut().take(last).skip(first).for_each(|it| *it = self.line);
        }
        for (total, _) in totals.iter().filter(|it| it.1) {
            put(&mut line, column(scale, *total), self.dropped);
        }
        for (total, _) in totals.iter().filter(|it| !it.1) {
            put(&mut line, column(scale, *total), self.counted);
        }
        put(&mut line, column(scale, score), self.score);
        line.into_iter().collect()
    }

    /// A value with its interval, beside zero.
    pub(super) fn about_zero(&self, value: f64, bounds: Option<Interval>, scale: &Scale) -> String {
        let mut line = blank(scale);
        if let Some(Interval { low, high }) = bounds {
            let (from, to) = (column(scale, low), column(scale, high));
            line.iter_mut().take(to + 1).skip(from).for_each(|it| *it = self.line);
        }
        put(&mut line, column(scale, 0.0), self.zero);
        put(&mut line, column(scale, value), self.counted);
        line.into_iter().collect()
    }
}

/// The numbers of an axis, each above its place, as far as they do not touch.
pub(super) fn axis(scale: &Scale, about: usize, text: impl Fn(f64) -> String) -> String {
    let mut line = blank(scale);
    let mut free = 0;
    for tick in scale.ticks(about) {
        let (text, at) = (text(tick), column(scale, tick));
        let from = at.saturating_sub(text.len() / 2).min(line.len().saturating_sub(text.len()));
        if free <= from {
            free = from + text.len() + 1;
            text.chars().zip(from..).for_each(|(sign, at)| put(&mut line, at, sign));
        }
    }
    line.into_iter().collect()
}

fn blank(scale: &Scale) -> Vec<char> {
    vec![' '; column(scale, scale.high) + 1]
}

fn put(line: &mut [char], at: usize, sign: char) {
    if let Some(place) = line.get_mut(at) {
        *place = sign;
    }
}

/// The column of a value, from 0.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a column of a terminal"
)]
fn column(scale: &Scale, value: f64) -> usize {
    scale.at(value).round().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::{Glyphs, Interval, Scale, axis};

    #[test]
    fn marks_lie_on_a_line_and_the_score_on_top() {
        let scale = Scale::around((60.0, 100.0), (0.0, 20.0));
        let totals = [(70.0, true), (80.0, false), (82.0, false), (90.0, true)];
        assert_eq!(Glyphs::SIGNS.strip(&totals, 82.0, &scale), "     ○────●┃───○     ");
        assert_eq!(Glyphs::ASCII.strip(&totals, 82.0, &scale), "     o----*|---o     ");
        assert_eq!(axis(&scale, 5, |it| format!("{it}")), "60  70   80   90  100");
    }

    #[test]
    fn an_interval_lies_beside_zero() {
        let scale = Scale::about_zero(2.0, (0.0, 20.0));
        let bounds = Some(Interval { low: -1.6, high: -0.4 });
        assert_eq!(Glyphs::SIGNS.about_zero(-1.0, bounds, &scale), "  ───●─── │          ");
    }
}
