//! How the screens of `roadshow join` and `roadshow demo` look and sound.

use clap::{Args, ValueEnum};

/// How screens look and sound.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Look {
    #[arg(long, value_enum, default_value = "dark")]
    pub(in crate::cli) theme: ThemeName,
    #[arg(long, conflicts_with = "theme")]
    pub(in crate::cli) ascii: bool,
    #[arg(long)]
    pub(in crate::cli) quiet: bool,
    #[arg(long, value_name = "CMD", conflicts_with = "quiet")]
    pub(in crate::cli) bell_command: Option<String>,
}

/// The themes by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ThemeName {
    Dark,
    Light,
    Plain,
}
