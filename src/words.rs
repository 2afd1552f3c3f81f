//! Every text a person reads, in Chinese and English, from the Fluent files in `locales/`.
//!
//! The files are compiled in, one per topic, the same in both languages. A text is asked for by its
//! key. A key that does not exist shows itself instead of failing: a wrong label must not stop an
//! evening. What always holds, each guarded by a test in `tests/words.rs`:
//!
//! - both languages have the same keys with the same arguments, and no key twice;
//! - every key that the source names exists, and every refusal has its text;
//! - texts for screens take the same columns in every terminal.
//!
//! Not here: texts that a session brings along in both languages; [`Words::pick`] chooses one.

mod lang;

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use serde::Serialize;
use serde_json::{Map, Value as Json};

pub use fluent_bundle::FluentValue as Value;
pub use lang::{Lang, UnknownLang};

/// The files of one language, by topic.
macro_rules! tables {
    ($lang:literal) => {
        [
            include_str!(concat!("../locales/", $lang, "/alarm.ftl")),
            include_str!(concat!("../locales/", $lang, "/bench.ftl")),
            include_str!(concat!("../locales/", $lang, "/board.ftl")),
            include_str!(concat!("../locales/", $lang, "/clerk.ftl")),
            include_str!(concat!("../locales/", $lang, "/cli.ftl")),
            include_str!(concat!("../locales/", $lang, "/common.ftl")),
            include_str!(concat!("../locales/", $lang, "/definition.ftl")),
            include_str!(concat!("../locales/", $lang, "/demo.ftl")),
            include_str!(concat!("../locales/", $lang, "/draw.ftl")),
            include_str!(concat!("../locales/", $lang, "/host.ftl")),
            include_str!(concat!("../locales/", $lang, "/import.ftl")),
            include_str!(concat!("../locales/", $lang, "/journal.ftl")),
            include_str!(concat!("../locales/", $lang, "/judge.ftl")),
            include_str!(concat!("../locales/", $lang, "/link.ftl")),
            include_str!(concat!("../locales/", $lang, "/links.ftl")),
            include_str!(concat!("../locales/", $lang, "/log.ftl")),
            include_str!(concat!("../locales/", $lang, "/papers.ftl")),
            include_str!(concat!("../locales/", $lang, "/refusal.ftl")),
            include_str!(concat!("../locales/", $lang, "/preflight.ftl")),
            include_str!(concat!("../locales/", $lang, "/prelim.ftl")),
            include_str!(concat!("../locales/", $lang, "/rehearsal.ftl")),
            include_str!(concat!("../locales/", $lang, "/report.ftl")),
            include_str!(concat!("../locales/", $lang, "/results.ftl")),
            include_str!(concat!("../locales/", $lang, "/robustness.ftl")),
            include_str!(concat!("../locales/", $lang, "/supervisor.ftl")),
            include_str!(concat!("../locales/", $lang, "/timer.ftl")),
            include_str!(concat!("../locales/", $lang, "/usage.ftl")),
            include_str!(concat!("../locales/", $lang, "/verify.ftl")),
        ]
    };
}

/// What the tables of a language are read into.
type Tables = FluentBundle<FluentResource>;

/// The tables of both languages, each read when its first text is asked for.
static ZH: LazyLock<Tables> = LazyLock::new(|| read("zh-CN", tables!("zh-CN")));
static EN: LazyLock<Tables> = LazyLock::new(|| read("en", tables!("en")));

fn read<const N: usize>(tag: &str, tables: [&str; N]) -> Tables {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // The marks around arguments that Fluent sets by default show up as boxes in terminals.
    bundle.set_use_isolating(false);
    for table in tables {
        let table = FluentResource::try_new(table.to_owned());
        // A damaged entry or a key given twice is caught by the tests; here the rest still counts.
        let _ = bundle.add_resource(table.unwrap_or_else(|(readable, _)| readable));
    }
    bundle
}

/// The words of one language.
pub struct Words {
    lang: Lang,
    tables: &'static LazyLock<Tables>,
}

impl Words {
    /// The words of a language.
    pub fn new(lang: Lang) -> Self {
        let tables = match lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        };
        Self { lang, tables }
    }

    /// The words of a session, by the tag of its language.
    pub fn of_session(language: &str) -> Self {
        Self::new(language.parse().unwrap_or(Lang::Zh))
    }

    /// The language these words are in.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key that takes no arguments.
    pub fn say(&self, key: &str) -> String {
        self.tell(key, &[])
    }

    /// The text of a key, with its arguments filled in.
    pub fn tell(&self, key: &str, args: &[(&str, Value)]) -> String {
        let args: FluentArgs = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.find(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// The text for something with a code: a refusal, a problem in a file.
    ///
    /// `what` serialises to a map: its `code` selects the text `<family>-<code>`, its other fields
    /// are the arguments. A field's value that is itself a word of ours (`stage` = `called-up`) is
    /// said in the language's own words, from the text `stage-called-up`; a list is joined as the
    /// language joins lists, and its length is the argument `<name>_count`; a text given in both
    /// languages is picked; nothing is an empty text.
    pub fn explain(&self, family: &str, what: &impl Serialize) -> String {
        self.explained(family, "", what)
    }

    /// What else there is to say of the same: the text `<family>-<code>-<more>`, with the same arguments.
    pub fn explain_more(&self, family: &str, more: &str, what: &impl Serialize) -> String {
        self.explained(family, &format!("-{more}"), what)
    }

    fn explained(&self, family: &str, more: &str, what: &impl Serialize) -> String {
        let Ok(Json::Object(fields)) = serde_json::to_value(what) else {
            return family.to_owned();
        };
        let code = fields.get("code").and_then(Json::as_str).unwrap_or_default();
        let mut args = FluentArgs::new();
        for (name, value) in fields.iter().filter(|(name, _)| *name != "code") {
            if let Json::Array(items) = value {
                args.set(format!("{name}_count"), items.len());
            }
            args.set(name.as_str(), self.argument(name, value));
        }
        let key = format!("{family}-{code}{more}");
        self.find(&key, &args).unwrap_or(key)
    }

    /// What is for this language, of a text or something else that is given for both, Chinese first.
    pub fn pick<T>(&self, (zh, en): (T, T)) -> T {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Whether there is a text of this name.
    pub fn has(&self, key: &str) -> bool {
        self.tables.has_message(key)
    }

    fn find(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let pattern = self.tables.get_message(key)?.value()?;
        let mut errors = Vec::new(); // An argument that is missing shows as `{$name}`.
        Some(self.tables.format_pattern(pattern, Some(args), &mut errors).into_owned())
    }

    fn argument<'a>(&self, name: &str, value: &'a Json) -> Value<'a> {
        match value.as_i64() {
            Some(number) => number.into(),
            None => self.spelt(name, value).into(),
        }
    }

    /// A value as text, in words of ours where there are any for it.
    fn spelt<'a>(&self, name: &str, value: &'a Json) -> Cow<'a, str> {
        match value {
            Json::Null => Cow::Borrowed(""),
            Json::String(text) => self
                .find(&format!("{name}-{text}"), &FluentArgs::new())
                .map_or(Cow::Borrowed(text.as_str()), Cow::Owned),
            Json::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.spelt(name, item)).collect();
                Cow::Owned(items.join(&self.say("list-separator")))
            }
            Json::Object(both) => Cow::Borrowed(self.picked(both)),
            other @ (Json::Bool(_) | Json::Number(_)) => Cow::Owned(other.to_string()),
        }
    }

    fn picked<'a>(&self, both: &'a Map<String, Json>) -> &'a str {
        let of = |lang| both.get(lang).and_then(Json::as_str).unwrap_or_default();
        self.pick((of("zh"), of("en")))
    }
}
