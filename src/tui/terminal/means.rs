//! What the terminal can do beside showing text, by its entry in the system's terminfo.
//!
//! A terminal without an entry is taken to do nothing of it, and is then sent plain text in colours.

use termini::{BoolCapability, NumberCapability, StringCapability, TermInfo};

/// What can be counted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Means {
    /// A ground has the same 256 colours as what is written on it. A Linux console has eight for the ground
    /// and sixteen for the text, so that a block is not the blank on a ground that it is elsewhere.
    pub grounds: bool,
    /// One command makes any number of cells blank, and they take the ground that is set. GNU screen and
    /// tmux do not promise the latter.
    pub erases: bool,
}

impl Means {
    /// Those of the terminal that this program runs in.
    pub fn of_terminal() -> Self {
        TermInfo::from_env().map(|it| Self::told(&it)).unwrap_or_default()
    }

    fn told(terminfo: &TermInfo) -> Self {
        let colours = terminfo.number_cap(NumberCapability::MaxColors);
        let grounds = colours.is_some_and(|count| 256 <= count);
        let erase = terminfo.raw_string_cap(StringCapability::EraseChars);
        let has_erase = erase == Some(b"\x1b[%p1%dX");
        let takes_ground = terminfo.flag_cap(BoolCapability::BackColorErase);
        Self { grounds, erases: grounds && has_erase && takes_ground }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An entry in terminfo's format (term(5)): no names but one, 29 flags, 14 numbers, 38 strings.
    fn entry(colours: u16, takes_ground: bool, erase: &str) -> TermInfo {
        let mut bytes = Vec::new();
        let number = |bytes: &mut Vec<u8>, number: u16| bytes.extend(number.to_le_bytes());
        let strings = format!("{erase}\0");
        for size in [0o432, 2, 29, 14, 38, u16::try_from(strings.len()).unwrap()] {
            number(&mut bytes, size);
        }
        bytes.extend(b"x\0");
        bytes.extend((0..29).map(|flag| u8::from(takes_ground && flag == 28)));
        bytes.push(0); // Numbers begin at even places.
        for at in 0..14 {
            number(&mut bytes, if at == 13 { colours } else { u16::MAX });
        }
        for at in 0..38 {
            number(&mut bytes, if at == 37 { 0 } else { u16::MAX });
        }
        bytes.extend(strings.bytes());
        TermInfo::parse(bytes.as_slice()).unwrap()
    }

    #[test]
    fn an_erase_counts_where_it_takes_the_ground() {
        let told = |colours, takes_ground, erase| Means::told(&entry(colours, takes_ground, erase));
        let means = |grounds, erases| Means { grounds, erases };
        assert_eq!(told(256, true, "\x1b[%p1%dX"), means(true, true));
        assert_eq!(told(256, false, "\x1b[%p1%dX"), means(true, false));
        assert_eq!(told(256, true, "\x1b[%dz"), means(true, false));
        assert_eq!(told(8, true, "\x1b[%p1%dX"), means(false, false));
    }
}
