//! What is wrong with a command line, in words.

use std::error::Error as _;

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::Misfit;
use crate::words::{UnknownLang, Words};

/// What is wrong, how it is meant to be, and where there is more about it. `None` for what is no mistake, as help
/// that was asked for, and for a kind of mistake that clap tells in its own words.
pub(super) fn told(error: &Error, words: &Words) -> Option<String> {
    let mut parts = vec![mistake(error, words)?];
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
        parts.push(words.say("usage-heading") + usage);
    }
    parts.push(words.say("usage-more"));
    Some(parts.join("\n\n"))
}

fn mistake(error: &Error, words: &Words) -> Option<String> {
    let of = |kind| error.get(kind).map(listed(words)).filter(|it| !it.is_empty());
    let tell = |key: &str, args: &[(&str, Option<String>)]| {
        let args = args.iter().map(|(name, it)| (*name, it.clone().unwrap_or_default().into()));
        words.tell(key, &args.collect::<Vec<_>>())
    };
    let nearest = |kind| of(kind).map(|it| tell("usage-nearest", &[("nearest", Some(it))]));
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let text = match error.kind() {
        ErrorKind::UnknownArgument => {
            let nearest = nearest(ContextKind::SuggestedArg).unwrap_or_default();
            tell("usage-unknown-argument", &[("given", argument)]) + &nearest
        }
        ErrorKind::InvalidSubcommand => {
            let nearest = nearest(ContextKind::SuggestedSubcommand).unwrap_or_default();
            tell("usage-unknown-command", &[("given", of(ContextKind::InvalidSubcommand))])
                + &nearest
        }
        ErrorKind::MissingRequiredArgument => tell("usage-missing", &[("missing", argument)]),
        ErrorKind::InvalidValue if value.is_none() => {
            tell("usage-no-value", &[("argument", argument)])
        }
        ErrorKind::InvalidValue => {
            let valid = of(ContextKind::ValidValue);
            tell("usage-wrong-value", &[("given", value), ("argument", argument), ("valid", valid)])
        }
        ErrorKind::ValueValidation => {
            let why = Some(reason(error, words));
            tell("usage-misfit", &[("given", value), ("argument", argument), ("why", why)])
        }
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            let key = if other == argument { "usage-twice" } else { "usage-conflict" };
            tell(key, &[("argument", argument), ("other", other)])
        }
        _ => return None,
    };
    Some(text)
}

/// Why a value does not fit.
fn reason(error: &Error, words: &Words) -> String {
    let Some(source) = error.source() else { return String::new() };
    if let Some(misfit) = source.downcast_ref::<Misfit>() {
        return misfit.told(words);
    }
    if source.is::<UnknownLang>() {
        return words.say("misfit-language");
    }
    source.to_string()
}

fn listed(words: &Words) -> impl Fn(&ContextValue) -> String {
    let separator = words.say("list-separator");
    move |value| match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(&separator),
        _ => String::new(),
    }
}
