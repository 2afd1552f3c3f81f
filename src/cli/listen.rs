//! Where a hub listens and where it can be reached: the socket, the transport, and what links say.
//!
//! What links said last lies beside the journal (`<journal>.address`, one line that a join link would
//! begin with), so that they can be printed again without the hub.

use std::{
    fs, io,
    net::{IpAddr, SocketAddr},
    path::Path,
};

use if_addrs::{IfOperStatus, Interface};
use socket2::{Domain, Socket, Type};
use tokio::net::TcpListener;

use super::{Failure, arguments::Ground, failure::Place, files::cannot_write};
use crate::{
    hub::Transport,
    journal::{beside, write_private},
    protocol::{Address, Whereabouts},
};

/// Connections that the system holds until the hub takes them.
const BACKLOG: i32 = 1024;

/// Listens. On `[::]` IPv4 comes in as well, on every system.
pub(super) fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    bound(address).map_err(|err| {
        let address = address.to_string();
        Failure::Place(match err.kind() {
            io::ErrorKind::AddrInUse => Place::PortTaken { address },
            _ => Place::CannotListen { address, detail: err.to_string() },
        })
    })
}

fn bound(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    if address.is_ipv6() && address.ip().is_unspecified() {
        socket.set_only_v6(false)?;
    }
    // On Unix a port may be taken again at once after a crash; elsewhere this would mean sharing it.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

/// Encrypted beyond this machine, unless it was asked for otherwise.
pub(super) fn transport(ground: &Ground, bound: SocketAddr) -> Transport {
    let encrypted = !ground.plain && (ground.tls || !is_loopback(bound.ip()));
    if encrypted { Transport::Tls } else { Transport::Plain }
}

/// Whether only this machine can reach it.
pub(super) fn is_loopback(ip: IpAddr) -> bool {
    ip.to_canonical().is_loopback()
}

/// Where a hub is: at the addresses that were given, or at all that it can be reached at. Its key is not
/// named yet.
pub(super) fn whereabouts(given: &[String], bound: SocketAddr) -> Result<Whereabouts, Failure> {
    let addresses = match given {
        [] => reachable(bound)?,
        given => named(given, bound.port())?,
    };
    let nowhere = || Failure::Place(Place::NoAddress { detail: String::new() });
    Whereabouts::of(None, addresses).ok_or_else(nowhere)
}

/// Addresses from the command line, with this port where they name none.
pub(super) fn named(given: &[String], port: u16) -> Result<Vec<Address>, Failure> {
    let read = |text: &String| {
        let problem = |_| Failure::Place(Place::NotAnAddress { address: text.to_owned() });
        Address::or_port(text, port).map_err(problem)
    };
    given.iter().map(read).collect()
}

/// Every address of this machine that a listener takes connections at.
fn reachable(bound: SocketAddr) -> Result<Vec<Address>, Failure> {
    if !bound.ip().is_unspecified() {
        return Ok(vec![bound.into()]);
    }
    let interfaces = interfaces()?;
    let up = interfaces.iter().filter(|it| it.oper_status != IfOperStatus::Down);
    let ips = in_order(up.map(Interface::ip).filter(|ip| bound.is_ipv6() || ip.is_ipv4()));
    Ok(ips.into_iter().map(|ip| SocketAddr::new(ip, bound.port()).into()).collect())
}

fn interfaces() -> Result<Vec<Interface>, Failure> {
    if_addrs::get_if_addrs()
        .map_err(|err| Failure::Place(Place::NoAddress { detail: err.to_string() }))
}

/// Every address of this machine; none where the system does not say.
pub(super) fn own() -> Vec<IpAddr> {
    interfaces().into_iter().flatten().map(|it| it.ip()).collect()
}

/// The order to try addresses in: IPv4 and then IPv6, those that a network gave before those that the
/// machine gave itself, loopback last. IPv6 of one link only is left out; it means nothing without the
/// name of an interface.
fn in_order(ips: impl Iterator<Item = IpAddr>) -> Vec<IpAddr> {
    let usable = |ip: &IpAddr| match ip {
        IpAddr::V4(_) => true,
        IpAddr::V6(ip) => !ip.is_unicast_link_local(),
    };
    let rank = |ip: &IpAddr| match ip {
        IpAddr::V4(ip) => (ip.is_loopback(), ip.is_link_local(), false),
        IpAddr::V6(ip) => (ip.is_loopback(), false, true),
    };
    let mut ips: Vec<IpAddr> = ips.filter(usable).collect();
    ips.sort_by_key(rank);
    ips.dedup();
    ips
}

/// Keeps what links say, beside the journal.
pub(super) fn keep(journal: &Path, at: &Whereabouts) -> Result<(), Failure> {
    let path = beside(journal, ".address");
    write_private(&path, format!("{at}\n").as_bytes()).map_err(|err| cannot_write(&path, &err))
}

/// What links said last; `None` when no hub has been opened on this journal.
pub(super) fn kept(journal: &Path) -> Result<Option<Whereabouts>, Failure> {
    let path = beside(journal, ".address");
    let unreadable = |detail: String| {
        Failure::Place(Place::UnreadableAddress { path: path.display().to_string(), detail })
    };
    match fs::read_to_string(&path) {
        Ok(text) => text
            .parse()
            .map(Some)
            .map_err(|err: crate::protocol::LinkProblem| unreadable(err.to_string())),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(err) => Err(unreadable(err.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{in_order, is_loopback};

    #[test]
    fn what_a_network_gave_is_tried_first_and_the_machine_itself_last() {
        let ips =
            ["127.0.0.1", "::1", "169.254.7.7", "fe80::1", "fd00::7", "192.168.1.10", "10.0.0.7"];
        let ordered = in_order(ips.iter().map(|ip| ip.parse::<IpAddr>().unwrap()));
        let ordered: Vec<String> = ordered.iter().map(ToString::to_string).collect();
        let expected = ["192.168.1.10", "10.0.0.7", "fd00::7", "169.254.7.7", "127.0.0.1", "::1"];
        assert_eq!(ordered, expected);
    }

    #[test]
    fn only_loopback_is_this_machine_alone() {
        let loopback = |ip: &str| is_loopback(ip.parse().unwrap());
        assert!(loopback("127.0.0.2") && loopback("::1") && loopback("::ffff:127.0.0.1"));
        assert!(!loopback("0.0.0.0") && !loopback("::") && !loopback("192.168.1.10"));
    }
}
