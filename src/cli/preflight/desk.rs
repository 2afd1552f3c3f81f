//! Where the hub would listen: whether it can, whether it does already, and who would reach it.

use std::{
    io::{self, Read, Write},
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    time::Duration,
};

use super::Finding;
use crate::{
    cli::{Failure, arguments::Ground, failure::Place, listen},
    client,
    clock::Clock,
    hub::Transport,
    protocol::JoinLink,
    words::Words,
};

/// How long what listens there may take to say what it is.
const PATIENCE: Duration = Duration::from_secs(2);
/// As much of its answer as is read.
const ANSWER: u64 = 4096;

/// The port and the addresses. `own` leads to the hub of this journal, where it has been opened before.
pub(super) async fn of_port(ground: &Ground, own: Option<JoinLink>, words: &Words) -> Vec<Finding> {
    let address = ground.listen.to_string();
    let bound = match listen::listen(ground.listen) {
        Ok(listener) => listener.local_addr().unwrap_or(ground.listen),
        Err(failure) => {
            let found = match (failure, own) {
                (Failure::Place(Place::PortTaken { .. }), Some(own)) if is_there(&own).await => {
                    Finding::PortOurs { address }
                }
                (Failure::Place(Place::PortTaken { .. }), _) if is_a_hub(near(ground.listen)) => {
                    return vec![Finding::PortOtherHub { address }];
                }
                (failure, _) => return vec![Finding::PortRefused { why: failure.tell(words) }],
            };
            return [vec![found], of_addresses(ground, ground.listen, words)].concat();
        }
    };
    let free = Finding::PortFree { address: bound.to_string() };
    [vec![free], of_addresses(ground, bound, words)].concat()
}

/// Who can reach it, and who can read along.
fn of_addresses(ground: &Ground, bound: SocketAddr, words: &Words) -> Vec<Finding> {
    let addresses: Vec<String> = match listen::whereabouts(&ground.address, bound) {
        Ok(at) => at.addresses().map(ToString::to_string).collect(),
        Err(failure) => return vec![Finding::AddressesUnknown { why: failure.tell(words) }],
    };
    let only_here = listen::is_loopback(bound.ip());
    let reached = if only_here {
        Finding::AddressesOnlyHere { addresses }
    } else {
        Finding::Addresses { addresses }
    };
    let in_the_clear = !only_here && listen::transport(ground, bound) == Transport::Plain;
    [Some(reached), in_the_clear.then_some(Finding::InTheClear)].into_iter().flatten().collect()
}

/// The address at which this machine itself reaches who listens there.
pub(super) fn near(listen: SocketAddr) -> SocketAddr {
    match listen.ip() {
        ip if ip.is_unspecified() => (IpAddr::from(Ipv4Addr::LOCALHOST), listen.port()).into(),
        _ => listen,
    }
}

/// Whether the link's hub is there.
async fn is_there(link: &JoinLink) -> bool {
    client::look(link, &link.at.hub, &Clock::system()).await.is_ok()
}

/// Whether what listens there answers as hubs do, in the clear or by asking for TLS.
fn is_a_hub(address: SocketAddr) -> bool {
    let asked = || -> io::Result<String> {
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /health HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.take(ANSWER).read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    asked().is_ok_and(|answer| answer.contains("roadshow"))
}
