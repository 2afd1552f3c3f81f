//! What may be said on the command line. The help texts come from the word tables: `cli-<command>`
//! and `cli-<command>-<argument>`.

use std::{ffi::OsString, net::SocketAddr, path::PathBuf, str::FromStr};

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::{
    contest::{Award, Text},
    words::{Lang, Words},
};

/// Everything that may be said.
#[derive(Debug, Parser)]
#[command(name = "roadshow", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// The language to speak: `zh` or `en`.
    #[arg(long, global = true, value_name = "zh|en")]
    pub(super) lang: Option<Lang>,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(Check),
    Demo(Demo),
    Hub(Hub),
    Join(Join),
    Results(Results),
    Tally(Tally),
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Hub {
    #[arg(value_name = "SESSION")]
    pub(super) session: PathBuf,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878")]
    pub(super) listen: SocketAddr,
    #[arg(long, value_name = "HOST[:PORT]")]
    pub(super) address: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) links: Option<PathBuf>,
    #[arg(long)]
    pub(super) as_begun: bool,
}

#[derive(Debug, Args)]
pub(super) struct Join {
    #[arg(value_name = "LINK")]
    pub(super) link: String,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Debug, Args)]
pub(super) struct Results {
    #[arg(value_name = "JOURNAL")]
    pub(super) journal: PathBuf,
    #[arg(long)]
    pub(super) robustness: bool,
    #[arg(long, requires = "robustness")]
    pub(super) released: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Tally {
    #[arg(long, value_name = "FILE")]
    pub(super) rubric: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) sheets: PathBuf,
    #[arg(long, value_name = "NAME=N,…", default_value = "")]
    pub(super) awards: Awards,
    #[arg(long, value_name = "FILE")]
    pub(super) chair: Option<PathBuf>,
    #[arg(long)]
    pub(super) robustness: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
}

/// Awards, highest first: `一等奖=1,二等奖=3`.
#[derive(Debug, Clone)]
pub(super) struct Awards(pub(super) Vec<Award>);

/// These are no awards.
#[derive(Debug, thiserror::Error)]
#[error("“{0}” is no award with its number of places, such as “First prize=1”")]
pub(super) struct NotAnAward(String);

impl FromStr for Awards {
    type Err = NotAnAward;
    fn from_str(text: &str) -> Result<Self, NotAnAward> {
        let award = |part: &str| {
            let (name, places) = part.split_once('=')?;
            let places = places.trim().parse().ok().filter(|places| *places > 0)?;
            let name = Some(name.trim()).filter(|it| !it.is_empty())?;
            Some(Award { name: Text::from(name), places })
        };
        let parts = text.split([',', '，']).filter(|part| !part.trim().is_empty());
        let awards = parts.map(|part| award(part).ok_or_else(|| NotAnAward(part.to_owned())));
        awards.collect::<Result<_, _>>().map(Self)
    }
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "FILE")]
    pub(super) session: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=3600))]
    pub(super) speed: u32,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    #[arg(long)]
    pub(super) headless: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) look: Look,
}

/// How screens look.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Look {
    #[arg(long, value_enum, default_value = "dark")]
    pub(super) theme: ThemeName,
}

/// The themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ThemeName {
    Dark,
    Light,
    Plain,
}

/// The forms that results come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
}

/// Reads the arguments; help and mistakes come back as an error that prints itself.
pub(super) fn parse(given: Vec<OsString>, words: &Words) -> Result<Arguments, clap::Error> {
    let matches = with_words(Arguments::command(), "cli", words).try_get_matches_from(given)?;
    Arguments::from_arg_matches(&matches)
}

/// Gives a command, its arguments and its subcommands their texts.
fn with_words(command: clap::Command, key: &str, words: &Words) -> clap::Command {
    let about = words.say(key);
    let texts = |arg: clap::Arg| {
        let help = words.say(&format!("{key}-{}", arg.get_id().as_str().replace('_', "-")));
        arg.help(help)
    };
    command.about(about).mut_args(texts).mut_subcommands(|sub| {
        let key = format!("cli-{}", sub.get_name());
        with_words(sub, &key, words)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Arguments, with_words};
    use crate::words::{Lang, Words};

    fn commands(lang: Lang) -> Vec<clap::Command> {
        let root = with_words(Arguments::command(), "cli", &Words::new(lang));
        let subs: Vec<_> = root.get_subcommands().cloned().collect();
        [vec![root], subs].concat()
    }

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_and_argument_is_explained_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            for command in commands(lang) {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.starts_with("cli"), "{lang}: {} has no text", command.get_name());
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.starts_with("cli-"), "{lang}: no text {help}");
                }
            }
        }
    }
}
