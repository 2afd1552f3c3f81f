use unicode_width::UnicodeWidthStr;

use super::*;
use crate::tui::text::width;

#[test]
fn alarms_stand_out_without_colour() {
    for theme in [Theme::plain(), Theme::dark().with_colours(false)] {
        let looks = [theme.paused, theme.running, theme.alarm].map(|style| style.add_modifier);
        assert!(looks[0] != looks[1] && looks[1] != looks[2], "{looks:?}");
        assert_ne!(theme.selected.add_modifier, theme.base.add_modifier);
        let alarm = theme.header.patch(theme.on_header(theme.alarm));
        assert_ne!(
            alarm.add_modifier & Modifier::REVERSED,
            theme.header.add_modifier & Modifier::REVERSED
        );
        assert_eq!(theme.alarm.fg, Some(Color::Reset));
    }
}

#[test]
fn without_colours_the_symbols_stay() {
    assert_eq!(Theme::light().with_colours(false).symbols, UNICODE);
    assert_eq!(Theme::plain().with_colours(true).symbols, ASCII);
}

#[test]
fn every_symbol_takes_one_column() {
    for symbols in [UNICODE, ASCII] {
        let Symbols { dot, bar, full, empty, pointer, attention, progress, .. } = symbols;
        for symbol in [dot, bar, full, empty, pointer, attention].iter().chain(&progress) {
            assert_eq!(width(symbol), 1, "{symbol}");
        }
    }
    assert_eq!(ASCII_BORDER.horizontal_top.width_cjk(), 1);
}

#[test]
fn the_looks_follow_each_other_in_a_ring() {
    let looks = [Look::Dark, Look::Light, Look::Plain];
    assert_eq!(looks.map(Look::next), [Look::Light, Look::Plain, Look::Dark]);
}

/// A colour as light of three wavelengths, 0 to 1 each.
type Light = [f64; 3];

/// What people see who lack one kind of cone, from Machado, Oliveira and Fernandes, “A
/// physiologically-based model for simulation of color vision deficiency”, 2009, severity 1.0.
const DEFICIENCIES: [(&str, [Light; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// The light of a colour of the terminal's cube or of its greys.
#[expect(clippy::float_arithmetic, reason = "of colours, not of scores")]
fn light(colour: Color) -> Light {
    let Color::Indexed(index @ 16..) = colour else { panic!("{colour} is not of the cube") };
    let cube = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
    let parts = match index {
        232.. => [8 + 10 * (index - 232); 3],
        _ => [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(cube),
    };
    parts.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// How far two lights are from each other for somebody, on the scale of 0 to 255 of a screen.
#[expect(clippy::float_arithmetic, reason = "of colours, not of scores")]
fn distance(one: Light, other: Light, eye: &[Light; 3]) -> f64 {
    let seen = |light: Light| {
        eye.map(|row| {
            let sum: f64 = row.iter().zip(light).map(|(weight, part)| weight * part).sum();
            255.0 * sum.clamp(0.0, 1.0).powf(1.0 / 2.2)
        })
    };
    let parts = seen(one).into_iter().zip(seen(other)).map(|(one, other)| (one - other).powi(2));
    parts.sum::<f64>().sqrt()
}

#[test]
fn colours_stay_apart_for_the_colour_blind() {
    for Palette { accent, good, warn, alarm, .. } in [Palette::DARK, Palette::LIGHT] {
        let colours = [accent, good, warn, alarm];
        for (at, one) in colours.into_iter().enumerate() {
            for other in colours.into_iter().skip(at + 1) {
                for (whom, eye) in &DEFICIENCIES {
                    let far = distance(light(one), light(other), eye);
                    assert!(25.0 < far, "{one} and {other} for {whom}: {far}");
                }
            }
        }
    }
}

/// The ratio that the W3C asks of large text is 3, of all text 4.5 (WCAG 2.1, 1.4.3).
#[test]
fn every_colour_can_be_read_on_its_ground() {
    let luminance = |colour| {
        let [red, green, blue] = light(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let ratio = |one, other| {
        let (one, other) = (luminance(one), luminance(other));
        one.max(other) / one.min(other)
    };
    for Palette { text, ground, shade, dim, accent, good, warn, alarm } in
        [Palette::DARK, Palette::LIGHT]
    {
        for ink in [text, dim, accent, good, warn, alarm] {
            assert!(4.5 < ratio(ink, ground), "{ink} on {ground}");
            assert!(3.0 < ratio(ink, shade), "{ink} on {shade}");
        }
    }
}
