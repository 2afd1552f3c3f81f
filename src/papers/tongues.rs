//! The languages of a paper: one, or both with the reader's first.

use crate::{
    contest::Text,
    words::{Lang, Value, Words},
};

/// Between the same in two languages.
const BETWEEN: &str = " / ";

/// What papers say their texts in.
pub struct Tongues {
    first: Words,
    second: Option<Words>,
}

impl Tongues {
    /// One language.
    pub fn of(lang: Lang) -> Self {
        Self { first: Words::new(lang), second: None }
    }

    /// Both, this one first.
    pub fn both(first: Lang) -> Self {
        Self { first: Words::new(first), second: Some(Words::new(first.other())) }
    }

    /// The first language.
    pub fn lang(&self) -> Lang {
        self.first.lang()
    }

    /// The words of the first language.
    pub fn first(&self) -> &Words {
        &self.first
    }

    /// The words of every language, the first one's first.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        [Some(&self.first), self.second.as_ref()].into_iter().flatten()
    }

    /// What is said in every language, side by side; once where it is the same.
    pub fn each(&self, say: impl Fn(&Words) -> String) -> String {
        let mut said: Vec<_> = self.words().map(say).collect();
        said.dedup();
        said.join(BETWEEN)
    }

    /// The text of a key that takes no arguments.
    pub fn say(&self, key: &str) -> String {
        self.each(|words| words.say(key))
    }

    /// The text of a key, with its arguments filled in.
    pub fn tell(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.each(|words| words.tell(key, args))
    }

    /// A text that is given in both languages.
    pub fn pick(&self, text: &Text) -> String {
        self.each(|words| words.pick(text.both()).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Tongues;
    use crate::{contest::Text, words::Lang};

    #[test]
    fn the_readers_language_comes_first_and_nothing_is_said_twice() {
        let name = Text { zh: "企业组".into(), en: "Enterprises".into() };
        assert_eq!(Tongues::of(Lang::Zh).pick(&name), "企业组");
        assert_eq!(Tongues::both(Lang::Zh).pick(&name), "企业组 / Enterprises");
        assert_eq!(Tongues::both(Lang::En).pick(&name), "Enterprises / 企业组");
        assert_eq!(Tongues::both(Lang::En).pick(&"E01".into()), "E01");
    }
}
