//! What may be said on the command line. The help texts come from the word tables: `cli-<command>`
//! and `cli-<command>-<argument>`.

mod import;
mod look;
mod papers;
mod rehearse;

use std::{
    ffi::OsString,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use clap::{
    ArgGroup, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, error::ErrorKind,
};

pub(super) use import::Import;
pub(super) use look::{Look, ThemeName};
pub(super) use papers::{Export, ExportFormat, Languages, PaperFormat, Papers, Report};
pub(super) use rehearse::Rehearse;

use crate::{
    contest::{Award, ComponentId, GroupId, Seat, Text},
    definition,
    words::{Lang, Words},
};

/// Everything that may be said.
#[derive(Debug, Parser)]
#[command(name = "roadshow", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// The language to speak: `zh` or `en`; on papers `both`.
    #[arg(long, global = true, value_name = "zh|en|both")]
    pub(super) lang: Option<Languages>,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Bench(Bench),
    Check(Check),
    Demo(Demo),
    Draw(Draw),
    Export(Export),
    Hub(Hub),
    Import(Import),
    Join(Join),
    Links(Links),
    Log(Log),
    Papers(Papers),
    Preflight(Preflight),
    Prelim(Prelim),
    Rehearse(Rehearse),
    Report(Report),
    Results(Results),
    Tally(Tally),
    Verify(Verify),
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
    #[command(flatten)]
    pub(super) ground: Ground,
    #[arg(long, value_name = "FILE")]
    pub(super) links: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) from_copy: Option<PathBuf>,
}

/// What a hub is to stand on: its addresses, its journal and the copies.
#[derive(Debug, Args)]
pub(super) struct Ground {
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:7878", value_parser = listen)]
    pub(super) listen: SocketAddr,
    #[arg(long, value_name = "HOST[:PORT]")]
    pub(super) address: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(super) copies: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) copies_passphrase_file: Option<PathBuf>,
    #[arg(long)]
    pub(super) as_begun: bool,
    #[arg(long, conflicts_with = "tls")]
    pub(super) plain: bool,
    #[arg(long)]
    pub(super) tls: bool,
}

#[derive(Debug, Args)]
pub(super) struct Preflight {
    #[arg(required = true, value_name = "LINK|@FILE|SESSION")]
    pub(super) what: Vec<String>,
    #[command(flatten)]
    pub(super) ground: Ground,
    #[arg(long)]
    pub(super) rehearsal: bool,
    #[arg(long)]
    pub(super) quiet: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: PlainFormat,
}

#[derive(Debug, Args)]
pub(super) struct Bench {
    #[arg(required = true, value_name = "LINK|@FILE")]
    pub(super) links: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(super) boards: u16,
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(super) seconds: u16,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: PlainFormat,
}

#[derive(Debug, Args)]
pub(super) struct Links {
    #[arg(value_name = "JOURNAL")]
    pub(super) journal: PathBuf,
    #[arg(long, value_name = "HOST[:PORT]")]
    pub(super) address: Vec<String>,
    #[arg(long, value_name = "SEAT")]
    pub(super) seat: Vec<Seat>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: LinkFormat,
}

/// The forms that links come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LinkFormat {
    Table,
    Html,
    Json,
    Qr,
}

#[derive(Debug, Args)]
pub(super) struct Join {
    #[arg(value_name = "LINK")]
    pub(super) link: String,
    #[arg(long, value_name = "DIR")]
    pub(super) state: Option<PathBuf>,
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
pub(super) struct Log {
    #[arg(value_name = "JOURNAL")]
    pub(super) journal: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) project: Option<String>,
    #[arg(long, value_name = "SEAT")]
    pub(super) seat: Option<String>,
    #[arg(long, value_name = "KIND,…", value_delimiter = ',')]
    pub(super) kind: Vec<String>,
    #[arg(long)]
    pub(super) marks: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    #[arg(value_name = "JOURNAL")]
    pub(super) journal: PathBuf,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(super) heads: Vec<PathBuf>,
    #[arg(long, value_name = "KEY")]
    pub(super) key: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) results: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: PlainFormat,
}

/// The forms of a page for people that programs may read too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PlainFormat {
    Table,
    Json,
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

#[derive(Debug, Args)]
pub(super) struct Prelim {
    #[arg(long, value_name = "FILE")]
    pub(super) rubric: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) sheets: PathBuf,
    #[arg(long, value_name = "GROUP=N,…")]
    pub(super) finalists: Finalists,
    #[arg(long, value_name = "FILE")]
    pub(super) projects: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) chair: Option<PathBuf>,
    #[arg(long)]
    pub(super) both: bool,
    #[arg(long, value_name = "ID")]
    pub(super) carry: Option<CarryId>,
    #[arg(long, value_name = "FILE")]
    pub(super) to: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: PrelimFormat,
}

/// The forms that a preliminary round comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PrelimFormat {
    Table,
    Csv,
    Json,
    Toml,
}

/// The port where none is said.
const PORT: u16 = 7878;

/// This is nowhere to listen.
#[derive(Debug, thiserror::Error)]
#[error(
    "write an address of this laptop, such as 192.168.1.10, or 0.0.0.0 for all of them, and a port behind it, “:8000”, if it is not {PORT}"
)]
struct NowhereToListen;

/// Where to listen, with a port or without.
fn listen(text: &str) -> Result<SocketAddr, NowhereToListen> {
    let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
    let alone = || bare.parse::<IpAddr>().map(|ip| SocketAddr::from((ip, PORT)));
    text.parse().or_else(|_| alone()).map_err(|_| NowhereToListen)
}

/// How many go to the final, group by group: `enterprise=30,startup=20`.
#[derive(Debug, Clone)]
pub(super) struct Finalists(pub(super) Vec<(GroupId, u32)>);

/// These are no groups with their places.
#[derive(Debug, thiserror::Error)]
pub(super) enum NoFinalists {
    #[error("“{0}” is no group with its number of finalists, such as “enterprise=30”")]
    NotAGroup(String),
    #[error("group “{0}” stands there twice")]
    Twice(GroupId),
    #[error("there is no group; write as in “enterprise=30,startup=20”")]
    Nothing,
}

impl FromStr for Finalists {
    type Err = NoFinalists;
    fn from_str(text: &str) -> Result<Self, NoFinalists> {
        let mut groups: Vec<(GroupId, u32)> = Vec::new();
        for part in counted(text) {
            let (name, places) = part.map_err(NoFinalists::NotAGroup)?;
            if !definition::is_id(name) {
                return Err(NoFinalists::NotAGroup(name.to_owned()));
            }
            if groups.iter().any(|(group, _)| group.as_str() == name) {
                return Err(NoFinalists::Twice(name.into()));
            }
            groups.push((name.into(), places));
        }
        if groups.is_empty() { Err(NoFinalists::Nothing) } else { Ok(Self(groups)) }
    }
}

/// The id of what a project carries into the final.
#[derive(Debug, Clone)]
pub(super) struct CarryId(pub(super) ComponentId);

/// This is no id.
#[derive(Debug, thiserror::Error)]
#[error("an id has 1 to 24 letters a–z, A–Z, digits, “-” and “_”")]
pub(super) struct NotAnId;

impl FromStr for CarryId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        definition::is_id(text).then(|| Self(text.into())).ok_or(NotAnId)
    }
}

/// Names with a count above zero, `a=1,b=2`; of what is none of these the text.
fn counted(text: &str) -> impl Iterator<Item = Result<(&str, u32), String>> {
    fn pair(part: &str) -> Option<(&str, u32)> {
        let (name, count) = part.split_once('=')?;
        let count = count.trim().parse().ok().filter(|count| *count > 0)?;
        Some((name.trim(), count)).filter(|(name, _)| !name.is_empty())
    }
    let parts = text.split([',', '，']).filter(|part| !part.trim().is_empty());
    parts.map(|part| pair(part).ok_or_else(|| part.to_owned()))
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
        let award = |(name, places)| Award { name: Text::from(name), places };
        let awards = counted(text).map(|part| part.map(award).map_err(NotAnAward));
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
    #[arg(long, value_name = "N", conflicts_with = "headless")]
    pub(super) after: Option<usize>,
    #[arg(long)]
    pub(super) headless: bool,
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) look: Look,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("step").required(true)))]
pub(super) struct Draw {
    #[arg(value_name = "SESSION")]
    pub(super) session: PathBuf,
    #[arg(long, group = "step")]
    pub(super) commit: bool,
    #[arg(long, group = "step")]
    pub(super) reveal: bool,
    #[arg(long, group = "step")]
    pub(super) check: bool,
    #[arg(long, group = "step", value_name = "FILE", requires = "note")]
    pub(super) manual: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["check", "manual"])]
    pub(super) seed: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["commit", "reveal", "check"])]
    pub(super) note: Option<String>,
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
    let mut command = with_words(Arguments::command(), "cli", words);
    let matches = command.try_get_matches_from_mut(given)?;
    let arguments = Arguments::from_arg_matches(&matches)?;
    match arguments.nonsense() {
        Some(why) => Err(command.error(ErrorKind::ArgumentConflict, words.say(why))),
        None => Ok(arguments),
    }
}

impl Arguments {
    /// The language that is asked for, where it is one.
    pub(super) fn one_language(&self) -> Option<Lang> {
        match self.lang {
            Some(Languages::One(lang)) => Some(lang),
            _ => None,
        }
    }

    /// What makes no sense together, by the key of the text.
    fn nonsense(&self) -> Option<&'static str> {
        match &self.command {
            Command::Papers(_) => None,
            Command::Report(report) if report.to.is_some() => None,
            Command::Import(import) if import.template.is_some() => None,
            _ if self.lang == Some(Languages::Both) => Some("cli-both-is-for-papers"),
            Command::Export(export) => export.nonsense(),
            _ => None,
        }
    }
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

    use super::{Arguments, listen, with_words};
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
    fn an_address_without_a_port_has_the_usual_one() {
        for (said, meant) in [
            ("0.0.0.0", "0.0.0.0:7878"),
            ("0.0.0.0:8000", "0.0.0.0:8000"),
            ("::1", "[::1]:7878"),
            ("[::]", "[::]:7878"),
            ("[::]:0", "[::]:0"),
        ] {
            assert_eq!(listen(said).unwrap().to_string(), meant);
        }
        for nowhere in ["", "hub.local", "7878", ":7878", "[::", "0.0.0.0:"] {
            assert!(listen(nowhere).is_err(), "{nowhere}");
        }
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
