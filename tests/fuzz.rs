//! Everything that is read from outside, fed with anything: frames, links, definitions, sheets, records.
//!
//! Each target states a law, in `fuzz/`. As a test it is held against its corpus
//! (`__fuzz__/TARGET/corpus`), against chance for a moment, and against seeds of the corpus that have been
//! meddled with. How to let it run for hours says CONTRIBUTING.md.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "fuzz/frames.rs"]
mod frame_laws;
#[path = "fuzz/journal.rs"]
mod journal_laws;
#[path = "fuzz/links.rs"]
mod link_laws;
#[path = "fuzz/lists.rs"]
mod list_laws;
#[path = "fuzz/tables.rs"]
mod table_laws;
#[path = "fuzz/toml.rs"]
mod toml_laws;

use std::{fs, path::Path, time::Duration};

use proptest::{prelude::*, sample::Index};

/// How long chance goes on, where nothing else is asked for.
const MOMENT: Duration = Duration::from_millis(250);

macro_rules! targets {
    ($($(#[$what:meta])* $target:ident: $law:path;)*) => {
        $(
            $(#[$what])*
            #[test]
            fn $target() {
                bolero::check!().with_test_time(MOMENT).for_each(|bytes: &[u8]| $law(bytes));
            }
        )*

        /// Chance alone makes no session and no frame: what nearly is one goes deeper.
        #[test]
        fn seeds_that_were_meddled_with_keep_the_laws() {
            $(near(stringify!($target), $law);)*
        }
    };
}

targets! {
    /// What a terminal sends and what a hub answers.
    frames: frame_laws::hold;
    /// Join links.
    links: link_laws::hold;
    /// Rubrics in TOML.
    rubrics: toml_laws::rubric;
    /// Sessions in TOML, with a rubric beside them.
    sessions: toml_laws::session;
    /// The chair's rulings in TOML.
    rulings: toml_laws::rulings;
    /// Score sheets in CSV.
    sheets: table_laws::sheets;
    /// The projects of a preliminary round in CSV.
    entries: table_laws::entries;
    /// An office's lists, as workbooks and as CSV, merged into a session.
    lists: list_laws::hold;
    /// The bodies of a journal's records.
    records: journal_laws::records;
    /// Heads, as they are read aloud and as terminals keep them.
    heads: journal_laws::heads;
}

/// What is done to a seed at a place in it.
#[derive(Debug, Clone)]
enum Meddling {
    Remove(usize),
    Put(Vec<u8>),
    Repeat(usize),
    Instead(u8),
}

fn meddling() -> impl Strategy<Value = (Index, Meddling)> {
    let words = prop::sample::select(vec![
        "\"",
        "'",
        "\\u0000",
        ",",
        "\n",
        "\r\n",
        "=",
        "[",
        "]",
        "{",
        "}",
        "[[",
        "-",
        "0",
        "1e9",
        "9999999999999999999",
        "0.0000000000000000000000000001",
        "-1",
        "null",
        "true",
        "/",
        "@",
        ":",
        "[::1]",
        "\u{feff}",
        "评",
        "\u{202e}",
    ]);
    let meddling = prop_oneof![
        (1usize..40).prop_map(Meddling::Remove),
        words.prop_map(|word| Meddling::Put(word.as_bytes().to_vec())),
        (1usize..40).prop_map(Meddling::Repeat),
        any::<u8>().prop_map(Meddling::Instead),
    ];
    (any::<Index>(), meddling)
}

fn meddled((seed, done): (Vec<u8>, Vec<(Index, Meddling)>)) -> Vec<u8> {
    let mut bytes = seed;
    for (at, meddling) in done {
        let at = at.index(bytes.len() + 1);
        let end = |length: usize| bytes.len().min(at + length);
        match meddling {
            Meddling::Remove(length) => drop(bytes.drain(at..end(length))),
            Meddling::Put(word) => drop(bytes.splice(at..at, word)),
            Meddling::Repeat(length) => {
                let part = bytes[at..end(length)].to_vec();
                bytes.splice(at..at, part);
            }
            Meddling::Instead(byte) => {
                if let Some(there) = bytes.get_mut(at) {
                    *there = byte;
                }
            }
        }
    }
    bytes
}

/// The law, held against neighbours of the target's seeds.
fn near(target: &str, law: fn(&[u8])) {
    let folder = Path::new("tests/__fuzz__").join(target).join("corpus");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    let seeds: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    assert!(!seeds.is_empty(), "{target}");
    let meddlings = prop::collection::vec(meddling(), 0..6);
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(near in (prop::sample::select(seeds), meddlings).prop_map(meddled))| {
        law(&near);
    });
}
