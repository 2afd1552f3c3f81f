//! QR symbols, as SVG for a page and as half blocks for a terminal.
//!
//! Both read back as what was written: `a_symbol_reads_back_as_the_text` in this file's tests.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around the symbol, which readers need (ISO/IEC 18004, section 6.3.8).
const QUIET: i32 = 4;

/// One symbol.
pub(super) struct Symbol(QrCode);

impl Symbol {
    /// The symbol of a text, of which a seventh may be covered; `None` when it is too long for any.
    pub(super) fn of(text: &str) -> Option<Self> {
        QrCode::encode_text(text, QrCodeEcc::Medium).ok().map(Self)
    }

    /// An inline SVG, dark on light, as large as its place lets it.
    pub(super) fn svg(&self) -> String {
        let size = self.0.size() + 2 * QUIET;
        let mut path = String::new();
        for y in 0..self.0.size() {
            for x in (0..self.0.size()).filter(|&x| self.0.get_module(x, y)) {
                let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
            }
        }
        format!(
            "<svg viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\" role=\"img\">\
             <path fill=\"#fff\" d=\"M0 0h{size}v{size}h-{size}z\"/><path d=\"{path}\"/></svg>"
        )
    }

    /// Lines of half blocks, two modules to a character, black on white whatever the terminal's colours.
    pub(super) fn half_blocks(&self) -> String {
        let (from, to) = (-QUIET, self.0.size() + QUIET);
        let mut lines = String::new();
        for y in (from..to).step_by(2) {
            lines.push_str("\x1b[38;5;16;48;5;231m");
            lines.extend((from..to).map(|x| match [y, y + 1].map(|y| self.0.get_module(x, y)) {
                [true, true] => '█',
                [true, false] => '▀',
                [false, true] => '▄',
                [false, false] => ' ',
            }));
            lines.push_str("\x1b[0m\n");
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::Symbol;

    const LINK: &str = "roadshow://4fgady0m8p96nyp7d48tb88t2p@192.168.1.10:7878,[fd00::7]:7878,127.0.0.1:7878/A/judge/A3/7c86whe0yr8rwya8smh9e9b61h";

    /// What a reader sees in a picture of dark and light modules.
    fn read(dark: &[Vec<bool>]) -> String {
        const SCALE: usize = 4;
        let side = dark.len().max(dark[0].len()) * SCALE;
        let is_dark = |x: usize, y: usize| dark.get(y / SCALE).and_then(|row| row.get(x / SCALE));
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if is_dark(x, y) == Some(&true) { 0 } else { 255 }
        });
        picture.detect_grids()[0].decode().unwrap().1
    }

    #[test]
    fn a_symbol_reads_back_as_the_text() {
        let blocks = Symbol::of(LINK).unwrap().half_blocks();
        let halves = |sign| match sign {
            '█' => [true, true],
            '▀' => [true, false],
            '▄' => [false, true],
            _ => [false, false],
        };
        let bare = |line: &str| {
            let line = line.strip_prefix("\x1b[38;5;16;48;5;231m").unwrap();
            line.strip_suffix("\x1b[0m").unwrap().to_owned()
        };
        let rows = blocks.lines().map(bare).flat_map(|line| {
            [0, 1].map(|half| line.chars().map(|sign| halves(sign)[half]).collect::<Vec<_>>())
        });
        assert_eq!(read(&rows.collect::<Vec<_>>()), LINK);
    }

    #[test]
    fn a_symbol_on_a_page_is_the_same_one() {
        let symbol = Symbol::of(LINK).unwrap();
        let svg = symbol.svg();
        let size: usize = svg.split(['"', ' ']).nth(4).unwrap().parse().unwrap();
        let mut rows = vec![vec![false; size]; size];
        for module in svg.split("<path d=\"M").nth(1).unwrap().split('M') {
            let (x, rest) = module.split_once(' ').unwrap();
            let y = rest.split_once('h').unwrap().0;
            rows[y.parse::<usize>().unwrap()][x.parse::<usize>().unwrap()] = true;
        }
        assert_eq!(read(&rows), LINK);
    }

    #[test]
    fn a_text_that_fits_no_symbol_has_none() {
        assert!(Symbol::of(&"x".repeat(5000)).is_none());
    }
}
