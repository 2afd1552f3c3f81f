//! What is wrong with a command line, in words.

use std::error::Error as _;

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::Misfit;
use crate::words::{UnknownLang, Words};

/// What is wrong, how it is meant to be, and where there is more about it. `None` for what is no mistake, as help
/// that was asked for.
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
    let listed = |kind, between: &str| {
        let texts = match error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(&words.say(between)),
            _ => String::new(),
        };
        Some(texts).filter(|it| !it.is_empty())
    };
    let of = |kind| listed(kind, "list-separator");
    let quoted = |kind| listed(kind, "usage-between-quoted");
    let tell = |key: &str, args: &[(&str, Option<String>)]| {
        let args = args.iter().map(|(name, it)| (*name, it.clone().unwrap_or_default().into()));
        words.tell(key, &args.collect::<Vec<_>>())
    };
    let nearest = |kind| quoted(kind).map(|it| tell("usage-nearest", &[("nearest", Some(it))]));
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let text = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::UnknownArgument => {
            let is_option = argument.as_ref().is_some_and(|it| it.starts_with('-'));
            let value = || is_option.then(|| words.say("usage-dash"));
            let more = nearest(ContextKind::SuggestedArg).or_else(value).unwrap_or_default();
            tell("usage-unknown-argument", &[("given", argument)]) + &more
        }
        ErrorKind::MissingSubcommand => words.say("usage-no-command"),
        ErrorKind::TooManyValues => tell("usage-no-value-here", &[("argument", argument)]),
        ErrorKind::InvalidSubcommand => {
            let nearest = nearest(ContextKind::SuggestedSubcommand).unwrap_or_default();
            tell("usage-unknown-command", &[("given", of(ContextKind::InvalidSubcommand))])
                + &nearest
        }
        ErrorKind::MissingRequiredArgument => tell("usage-missing", &[("missing", argument)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_none() => {
            let valid = of(ContextKind::ValidValue);
            let valid = valid.map(|it| tell("usage-possible", &[("values", Some(it))]));
            tell("usage-no-value", &[("argument", argument)]) + &valid.unwrap_or_default()
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
            let other = quoted(ContextKind::PriorArg);
            let key = if other == argument { "usage-twice" } else { "usage-conflict" };
            tell(key, &[("argument", argument), ("other", other)])
        }
        ErrorKind::InvalidUtf8 => words.say("usage-not-utf8"),
        _ => words.say("usage-other"),
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
