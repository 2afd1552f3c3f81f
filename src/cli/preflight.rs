//! `roadshow preflight`: what is ready and what is not, before the doors open.
//!
//! What always holds, and the test that guards it:
//!
//! - nothing changes by it, on this machine or at a hub: `a_preflight_changes_nothing`;
//! - it fails when something is red, and only then: `only_red_fails`.

mod desk;
mod disk;
mod finding;
mod laptop;
mod links;
mod terminal;

use std::path::Path;

use tokio::runtime::Runtime;

use self::finding::Finding;
use super::{
    Failure,
    arguments::{self, PlainFormat},
    failure::Place,
    lights::{self, Light, Page},
    links_given, logging, print,
};
use crate::{protocol::JoinLink, words::Words};

/// A part of the page.
type Part = super::lights::Part<Finding>;

pub(super) fn run(given: &arguments::Preflight, words: &Words) -> Result<(), Failure> {
    logging::to_stderr();
    let runtime = Runtime::new().map_err(Failure::System)?;
    let mut parts = match given_as(&given.what)? {
        Given::Links(links) => runtime.block_on(links::parts(&links, words)),
        Given::Session(file) => vec![runtime.block_on(laptop::part(file, given, words))],
    };
    parts.push(terminal::part(!given.quiet));
    let page = Page::of(parts);
    match given.format {
        PlainFormat::Table => print(&page.table(lights::columns(), words))?,
        PlainFormat::Json => print(&page.json())?,
    }
    match page.count(Light::Red) {
        0 => Ok(()),
        red => Err(Failure::NotReady(red)),
    }
}

/// What it is to be about.
enum Given<'a> {
    Session(&'a Path),
    Links(Vec<JoinLink>),
}

/// One session's file, or links and files of links.
fn given_as(given: &[String]) -> Result<Given<'_>, Failure> {
    let is_file = |it: &String| !it.starts_with(links_given::SCHEME) && !it.starts_with('@');
    match given {
        [file] if is_file(file) => Ok(Given::Session(Path::new(file))),
        mixed if mixed.iter().any(is_file) => Err(Failure::Place(Place::LinksOrSession)),
        links => {
            let links =
                links.iter().map(|it| links_given::read(it)).collect::<Result<Vec<_>, _>>()?;
            Ok(Given::Links(links.concat()))
        }
    }
}
