//! What may be said on the command line, and what is told of a line that says something else.

mod counts;
mod help;
mod import;
mod look;
mod misfit;
mod papers;
mod rehearse;
mod usage;

use std::{
    ffi::OsString,
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use clap::{ArgGroup, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

pub(super) use counts::{Awards, Finalists};
pub(super) use import::Import;
pub(super) use look::{Look, ThemeName};
use misfit::{Misfit, whole, within};
pub(super) use papers::{Export, ExportFormat, Languages, PaperFormat, Papers, Report};
pub(super) use rehearse::Rehearse;

use crate::{
    contest::{ComponentId, Seat},
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
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = within(1_u16..=1000))]
    pub(super) boards: u16,
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = within(1_u16..=3600))]
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
    #[arg(long, value_name = "SEAT", value_parser = seat)]
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

/// Where to listen, with a port or without.
fn listen(text: &str) -> Result<SocketAddr, Misfit> {
    let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
    let alone = || bare.parse::<IpAddr>().map(|ip| SocketAddr::from((ip, PORT)));
    text.parse().or_else(|_| alone()).map_err(|_| Misfit::new("misfit-listen", PORT))
}

fn seat(text: &str) -> Result<Seat, Misfit> {
    text.parse().map_err(|_| Misfit::new("misfit-seat", text))
}

/// The id of what a project carries into the final.
#[derive(Debug, Clone)]
pub(super) struct CarryId(pub(super) ComponentId);

impl FromStr for CarryId {
    type Err = Misfit;
    fn from_str(text: &str) -> Result<Self, Misfit> {
        let id = definition::is_id(text).then(|| Self(text.into()));
        id.ok_or_else(|| Misfit::new("misfit-id", text))
    }
}

#[derive(Debug, Args)]
pub(super) struct Demo {
    #[arg(long, value_name = "FILE")]
    pub(super) session: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 60, value_parser = within(1_u32..=3600))]
    pub(super) speed: u32,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = whole::<u64>)]
    pub(super) seed: u64,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "N", conflicts_with = "headless", value_parser = whole::<usize>)]
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

/// What is said instead of doing something.
pub(super) enum Instead {
    /// Help or the version, as it was asked for.
    Asked(clap::Error),
    /// What is wrong with the arguments.
    Mistake(String),
}

/// Reads the arguments.
///
/// # Errors
///
/// What is to be said instead.
pub(super) fn parse(mut given: Vec<OsString>, words: &Words) -> Result<Arguments, Instead> {
    if let Some(at) = command_at(&given)
        && given.get(at).is_some_and(|it| it == "help")
    {
        while given.get(at).is_some_and(|it| it == "help") {
            given.remove(at);
        }
        // Behind the command that is asked about.
        let is_named =
            given.get(at).and_then(|it| it.to_str()).is_some_and(|it| !it.starts_with('-'));
        given.insert(at + usize::from(is_named), "--help".into());
    }
    let instead = |error: clap::Error| {
        let mistake = usage::told(&error, words);
        mistake.map_or_else(|| Instead::Asked(error), Instead::Mistake)
    };
    let command = help::in_words(Arguments::command(), words);
    let matches = command.try_get_matches_from(given).map_err(instead)?;
    let arguments = Arguments::from_arg_matches(&matches).map_err(instead)?;
    match arguments.nonsense() {
        Some(why) => Err(Instead::Mistake(words.say(why))),
        None => Ok(arguments),
    }
}

/// Where the command stands: behind the program's own name and options.
fn command_at(given: &[OsString]) -> Option<usize> {
    let mut at = 1;
    loop {
        match given.get(at)?.to_str()? {
            "--" => return None,
            "--lang" => at += 2,
            option if option.starts_with('-') => at += 1,
            _ => return Some(at),
        }
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Arguments, Instead, help, listen, parse};
    use crate::words::{Lang, Words};

    fn commands(lang: Lang) -> Vec<clap::Command> {
        let root = help::in_words(Arguments::command(), &Words::new(lang));
        let subs: Vec<_> = root.get_subcommands().cloned().collect();
        [vec![root], subs].concat()
    }

    #[test]
    fn the_command_line_is_sound() {
        for lang in [Lang::Zh, Lang::En] {
            help::in_words(Arguments::command(), &Words::new(lang)).debug_assert();
        }
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

    /// What is said of a command line.
    fn said(line: &str, lang: Lang) -> String {
        let given = ["roadshow"].into_iter().chain(line.split(' ')).map(Into::into).collect();
        match parse(given, &Words::new(lang)) {
            Ok(arguments) => format!("{arguments:?}"),
            Err(Instead::Asked(help)) => help.to_string(),
            Err(Instead::Mistake(mistake)) => mistake.lines().next().unwrap_or_default().to_owned(),
        }
    }

    const MISTAKES: [&str; 14] = [
        "verifi x",
        "hub",
        "hub s.toml --lsten 1",
        "hub s.toml --data",
        "hub s.toml --plain --tls",
        "hub s.toml --data a --data b",
        "hub s.toml --listen here",
        "hub s.toml --tls=yes",
        "--lang zh",
        "tally --format xml",
        "tally --awards 3",
        "bench x --boards 0",
        "prelim --finalists a=1,a=2",
        "results x --lang fr",
    ];

    #[test]
    fn a_mistake_is_told_in_both_languages() {
        let told = MISTAKES.map(|line| {
            let [zh, en] = [Lang::Zh, Lang::En].map(|lang| said(line, lang));
            format!("{line}\n  {zh}\n  {en}\n")
        });
        insta::assert_snapshot!(told.concat(), @r"
        verifi x
          没有“verifi”这个命令。是不是“verify”？
          There is no command “verifi”. Did you mean “verify”?
        hub
          缺少：<SESSION>
          Missing: <SESSION>
        hub s.toml --lsten 1
          这里没有“--lsten”。是不是“--listen”？
          There is no “--lsten” here. Did you mean “--listen”?
        hub s.toml --data
          “--data <FILE>”缺少值。
          “--data <FILE>” needs a value.
        hub s.toml --plain --tls
          “--plain”与“--tls”不能同时使用，请只保留其中一个。
          “--plain” and “--tls” do not go together. Keep one of them.
        hub s.toml --data a --data b
          “--data <FILE>”出现了两次。请去掉一个。
          “--data <FILE>” stands twice. Leave one of them out.
        hub s.toml --listen here
          “--listen <ADDR>”不能是“here”：请写本机的一个地址，如 192.168.1.10，或表示全部地址的 0.0.0.0；端口不是 7878 时写在后面，如 0.0.0.0:8000。
          “--listen <ADDR>” cannot be “here”: write an address of this laptop, such as 192.168.1.10, or 0.0.0.0 for all of them, with its port, as in 0.0.0.0:8000, if that is not 7878.
        hub s.toml --tls=yes
          “--tls”后面不能写值。
          “--tls” takes no value.
        --lang zh
          缺少命令。
          A command is missing.
        tally --format xml
          “--format <FORMAT>”不能是“xml”，只能是：table、json、csv。
          “--format <FORMAT>” cannot be “xml”, but one of: table, json, csv.
        tally --awards 3
          “--awards <NAME=N,…>”不能是“3”：“3”不是奖项加名额。写法如“一等奖=1，二等奖=3”。
          “--awards <NAME=N,…>” cannot be “3”: “3” is no award with its number of places. Write as in “First prize=1,Second prize=3”.
        bench x --boards 0
          “--boards <N>”不能是“0”：要写 1–1000 的整数。
          “--boards <N>” cannot be “0”: write a whole number, 1–1000.
        prelim --finalists a=1,a=2
          “--finalists <GROUP=N,…>”不能是“a=1,a=2”：组别“a”出现了两次。
          “--finalists <GROUP=N,…>” cannot be “a=1,a=2”: group “a” stands there twice.
        results x --lang fr
          “--lang <zh|en|both>”不能是“fr”：请写 zh 或 en，表格可用 both。
          “--lang <zh|en|both>” cannot be “fr”: write zh or en; on papers also both.
        ");
    }

    #[test]
    fn help_may_be_asked_for_as_a_command() {
        for lang in [Lang::Zh, Lang::En] {
            let help = said("tally --help", lang);
            assert!(help.contains("--sheets <FILE>") && help.contains("table"), "{help}");
            for asked in ["help tally", "--lang zh help tally"] {
                assert_eq!(said(asked, lang), help);
            }
        }
        let zh = said("tally --help", Lang::Zh);
        for english in ["Usage", "Options", "Print", "default", "possible"] {
            assert!(!zh.contains(english), "{english} in {zh}");
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
