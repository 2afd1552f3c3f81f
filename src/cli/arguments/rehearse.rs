//! What may be said to `roadshow rehearse`: all that may be said to a hub, or how an evening is played that
//! needs nobody.

use std::path::PathBuf;

use clap::{ArgGroup, Args};

use super::{Hub, PlainFormat, whole, within};

/// What a hub is told and an evening that plays itself decides.
const FOR_PEOPLE: [&str; 8] = [
    "listen",
    "address",
    "data",
    "copies",
    "copies_passphrase_file",
    "as_begun",
    "links",
    "from_copy",
];

/// How many times as fast as the wall clock an evening runs that plays itself: fifty projects in two rooms
/// take about two minutes.
const SPEED: u32 = 800;

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("played").conflicts_with_all(FOR_PEOPLE)))]
pub(in crate::cli) struct Rehearse {
    #[command(flatten)]
    pub(in crate::cli) hub: Hub,
    #[arg(long, group = "played")]
    pub(in crate::cli) scripted: bool,
    #[arg(long, group = "played")]
    pub(in crate::cli) faults: bool,
    #[arg(long, value_name = "N", value_parser = within(1_u32..=3600))]
    speed: Option<u32>,
    #[arg(long, value_name = "N", default_value_t = 1, requires = "played", value_parser = whole::<u64>)]
    pub(in crate::cli) seed: u64,
    #[arg(long, value_name = "DIR", requires = "played")]
    pub(in crate::cli) keep: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "table", requires = "played")]
    pub(in crate::cli) format: PlainFormat,
    #[arg(long, conflicts_with_all = ["scripted", "faults"])]
    pub(in crate::cli) attended: bool,
}

impl Rehearse {
    /// Whether scripted people play it.
    pub(in crate::cli) fn is_played(&self) -> bool {
        self.scripted || self.faults
    }

    /// How fast the evening runs.
    pub(in crate::cli) fn speed(&self) -> u32 {
        self.speed.unwrap_or(if self.is_played() { SPEED } else { 1 })
    }
}
