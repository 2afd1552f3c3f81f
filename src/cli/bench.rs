//! `roadshow bench`: whether a network will do tonight, measured from this laptop against a hub.
//!
//! What always holds, and the test that guards it:
//!
//! - a live final is only looked at: `a_live_final_is_looked_at_and_nothing_else`;
//! - it fails when something is red: `a_hub_that_goes_away_is_red`; and by 130 when it is interrupted, with what was
//!   measured until then: `ctrl_c_ends_it_in_order_with_what_was_measured`.

mod finding;
mod page;
mod progress;

use std::net::IpAddr;

use tokio::runtime::Runtime;

use self::{
    page::{HubLine, Report},
    progress::ProgressLine,
};
use super::{
    Failure,
    arguments::{self, PlainFormat},
    failure::Place,
    lights, links_given, listen, logging, print, told_to_end,
};
use crate::{
    bench::{self, Choice, Measured, Plan},
    client::{self, Errand, Sight},
    clock::Clock,
    hub::Capacity,
    protocol::{Address, JoinLink, Whereabouts},
    words::Words,
};

/// Screens that look at a live final: enough to see how the network is, and nothing to the hub.
const LOOKERS: usize = 8;

pub(super) fn run(given: &arguments::Bench, words: &Words) -> Result<(), Failure> {
    logging::to_stderr();
    let links =
        given.links.iter().map(|it| links_given::read(it)).collect::<Result<Vec<_>, _>>()?;
    let links = links_to_one_hub(links.concat())?;
    Capacity::of_this_process(); // Every screen is an open file.
    let runtime = Runtime::new().map_err(Failure::System)?;
    let report = runtime.block_on(measured(given, &links, words))?;
    match given.format {
        PlainFormat::Table => print(&report.table(lights::columns(), words))?,
        PlainFormat::Json => print(&report.json())?,
    }
    match report.count_red() {
        _ if report.interrupted => Err(Failure::Interrupted),
        0 => Ok(()),
        red => Err(Failure::NotReady(red)),
    }
}

/// Links that were given, which must all lead to the same hub.
fn links_to_one_hub(links: Vec<JoinLink>) -> Result<Vec<JoinLink>, Failure> {
    let is_same = |it: &JoinLink| links.first().is_some_and(|first| first.at == it.at);
    if links.iter().all(is_same) { Ok(links) } else { Err(Failure::Place(Place::NotOneHub)) }
}

async fn measured(
    given: &arguments::Bench,
    links: &[JoinLink],
    words: &Words,
) -> Result<Report, Failure> {
    let clock = Clock::system();
    let told = told_to_end();
    tokio::pin!(told);
    let reached = tokio::select! {
        reached = reach(links, &clock) => reached?,
        () = &mut told => return Err(Failure::Interrupted),
    };
    let Reached { address, links, sight } = reached;
    let choice = Choice::of(&links, sight.rehearsal).ok_or(Failure::Place(Place::NotOneHub))?;
    let screens = match choice.errand {
        Errand::Join => given.boards.into(),
        Errand::Look => LOOKERS.min(given.boards.into()),
    };
    let plan = Plan {
        link: choice.link,
        errand: choice.errand,
        screens,
        host: choice.host.clone().ok(),
        seconds: given.seconds.into(),
    };
    let mut line = ProgressLine::new(given, screens, words);
    let measured = bench::measure(&plan, &clock, told, |progress| line.tell(progress)).await;
    line.end();
    let Measured { figures, interrupted } = measured;
    let hub = HubLine::of(&address, &sight, is_this_machine(&address));
    Ok(Report::of(hub, &plan, choice.host.err(), figures, interrupted))
}

/// What answers for a hub, and through which address.
struct Reached {
    address: Address,
    /// The links, leading to that address alone: it is what is measured.
    links: Vec<JoinLink>,
    sight: Sight,
}

/// Finds the first address of the links at which their hub is.
async fn reach(links: &[JoinLink], clock: &Clock) -> Result<Reached, Failure> {
    let mut first = None;
    for address in links.iter().take(1).flat_map(|link| link.at.addresses()) {
        let Some(link) = links.first() else { break };
        match client::look(link, address, clock).await {
            Ok(sight) => {
                let links = links.iter().filter_map(|it| leading_to(it, address)).collect();
                return Ok(Reached { address: address.clone(), links, sight });
            }
            Err(trouble) => _ = first.get_or_insert(trouble),
        }
    }
    Err(first.map_or(Failure::Place(Place::NotOneHub), Failure::Trouble))
}

fn leading_to(link: &JoinLink, address: &Address) -> Option<JoinLink> {
    let at = Whereabouts::of(link.at.fingerprint, vec![address.clone()])?;
    Some(JoinLink { at, ..link.clone() })
}

/// Whether an address leads to the machine that it is used on, so that no network lies between.
fn is_this_machine(address: &Address) -> bool {
    let host = address.target().0;
    let own = |ip: IpAddr| listen::is_loopback(ip) || listen::own().contains(&ip);
    host.parse().map_or(host == "localhost", own)
}
