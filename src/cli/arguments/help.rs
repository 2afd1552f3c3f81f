//! The help of the command line in its language. The texts come from the word tables: `cli-<command>` and
//! `cli-<command>-<argument>`.

use clap::{Arg, ArgAction, Command};

use crate::words::{Value, Words};

/// Gives the program, its commands and their arguments their texts.
pub(super) fn in_words(program: Command, words: &Words) -> Command {
    let help = Command::new("help").arg(Arg::new("command").value_name("COMMAND"));
    let program = program.disable_version_flag(true).disable_help_subcommand(true).subcommand(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    with_texts(program, "cli", words).arg(with_text(version, "cli", words))
}

fn with_texts(command: Command, key: &str, words: &Words) -> Command {
    let heading = *command.get_styles().get_usage();
    let usage = format!("{heading}{}{heading:#}{{usage}}", words.say("usage-heading"));
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .about(words.say(key))
        .help_template(format!("{{about-with-newline}}\n{usage}\n\n{{all-args}}"))
        .subcommand_help_heading(words.say("usage-commands"))
        .disable_help_flag(true)
        .arg(help);
    command.mut_args(|arg| with_text(arg, key, words)).mut_subcommands(|sub| {
        let key = format!("cli-{}", sub.get_name());
        with_texts(sub, &key, words)
    })
}

/// An argument with what it is for, what it is where it is left out, and what it may be.
fn with_text(arg: Arg, key: &str, words: &Words) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let mut help = match id.as_str() {
        "help" | "version" => words.say(&format!("usage-{id}")),
        id => words.say(&format!("{key}-{id}")),
    };
    let mut add = |key, values: Vec<String>| {
        let values = values.join(&words.say("list-separator"));
        if !values.is_empty() {
            help += &words.tell(key, &[("values", Value::from(values))]);
        }
    };
    let default = arg.get_default_values().iter();
    let default = default.map(|it| it.to_string_lossy().into_owned());
    add("usage-default", default.filter(|it| !it.is_empty()).collect());
    let has_value = arg.get_action().takes_values();
    let possible = if has_value { arg.get_possible_values() } else { Vec::new() };
    add("usage-possible", possible.iter().map(|it| it.get_name().to_owned()).collect());
    let heading = if arg.is_positional() { "usage-arguments" } else { "usage-options" };
    let arg = arg.help_heading(words.say(heading)).help(help);
    if has_value { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
}
