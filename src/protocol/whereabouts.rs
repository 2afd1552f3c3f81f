//! Where a hub is: the addresses that it answers at, and which key it has.
//!
//! Written `roadshow://[FINGERPRINT@]HOST:PORT[,HOST:PORT…]`, which is how a join link begins.

use std::{
    fmt,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    str::FromStr,
};

use super::{Fingerprint, LinkProblem};

/// What links and what is kept about a hub begin with.
const SCHEME: &str = "roadshow://";

/// A host and a port, as one writes them: `192.168.1.10:7878`, `[::1]:7878`, `hub.local:7878`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address {
    /// Without brackets.
    host: String,
    port: u16,
}

/// A text that is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an address is a host and a port, as in 192.168.1.10:7878 or [::1]:7878")]
pub struct NoAddress;

impl Address {
    /// Reads an address whose port may be left out.
    ///
    /// # Errors
    ///
    /// When the text is neither an address nor a host.
    pub fn or_port(text: &str, port: u16) -> Result<Self, NoAddress> {
        let with_port = |host: String| Self { host, port };
        let bare = || text.parse::<IpAddr>().map(|ip| with_port(ip.to_string())).ok();
        let host = || host(text).map(with_port);
        text.parse().ok().or_else(bare).or_else(host).ok_or(NoAddress)
    }

    /// What to connect to.
    pub fn target(&self) -> (&str, u16) {
        (&self.host, self.port)
    }
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        Self { host: address.ip().to_string(), port: address.port() }
    }
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(text: &str) -> Result<Self, NoAddress> {
        let (name, port) = text.rsplit_once(':').ok_or(NoAddress)?;
        let digits = port.bytes().all(|it| it.is_ascii_digit());
        let port = port.parse().ok().filter(|port| digits && *port > 0).ok_or(NoAddress)?;
        host(name).map(|host| Self { host, port }).ok_or(NoAddress)
    }
}

/// A host's name or address, in brackets where it has colons.
fn host(text: &str) -> Option<String> {
    if let Some(inside) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        return inside.parse().map(|ip: Ipv6Addr| ip.to_string()).ok();
    }
    let is_part = |it: u8| it.is_ascii_alphanumeric() || b"-._".contains(&it);
    (!text.is_empty() && text.bytes().all(is_part)).then(|| text.to_owned())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port } = self;
        if host.contains(':') { write!(f, "[{host}]:{port}") } else { write!(f, "{host}:{port}") }
    }
}

/// Where a hub is, and the key by which a terminal knows that it is this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// The key; with it everything that is sent is encrypted, without it nothing is.
    pub fingerprint: Option<Fingerprint>,
    /// The address to try first.
    pub hub: Address,
    /// The other addresses, in the order to try them.
    pub also: Vec<Address>,
}

impl Whereabouts {
    /// A hub that speaks in the clear, at one address.
    pub fn plain(hub: Address) -> Self {
        Self { fingerprint: None, hub, also: Vec::new() }
    }

    /// A hub at these addresses; `None` when there is none.
    pub fn of(fingerprint: Option<Fingerprint>, addresses: Vec<Address>) -> Option<Self> {
        let mut addresses = addresses.into_iter();
        let hub = addresses.next()?;
        Some(Self { fingerprint, hub, also: addresses.collect() })
    }

    /// Every address, in the order to try them.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        std::iter::once(&self.hub).chain(&self.also)
    }

    /// Reads a text up to the end of its addresses; the rest is the answer's second half.
    pub(super) fn begin(text: &str) -> Result<(Self, &str), LinkProblem> {
        let rest = text.strip_prefix(SCHEME).ok_or(LinkProblem::NotALink)?;
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let mut column = SCHEME.len() + 1;
        let (fingerprint, list) = match authority.split_once('@') {
            None => (None, authority),
            Some((key, list)) => {
                let key = key.parse().map_err(|_| LinkProblem::BadFingerprint { column })?;
                column += authority.len() - list.len();
                (Some(key), list)
            }
        };
        let mut addresses = Vec::new();
        for address in list.split(',') {
            addresses.push(address.parse().map_err(|NoAddress| LinkProblem::NoHub { column })?);
            column += address.len() + 1;
        }
        let at = Self::of(fingerprint, addresses).ok_or(LinkProblem::NoHub { column })?;
        Ok((at, path))
    }
}

impl FromStr for Whereabouts {
    type Err = LinkProblem;

    fn from_str(text: &str) -> Result<Self, LinkProblem> {
        match Self::begin(text.trim())? {
            (whereabouts, "" | "/") => Ok(whereabouts),
            _ => Err(LinkProblem::NotALink),
        }
    }
}

impl fmt::Display for Whereabouts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SCHEME)?;
        if let Some(fingerprint) = self.fingerprint {
            write!(f, "{fingerprint}@")?;
        }
        write!(f, "{}", self.hub)?;
        self.also.iter().try_for_each(|address| write!(f, ",{address}"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, NoAddress};

    #[test]
    fn a_port_may_be_left_out_where_one_is_known() {
        let read = |text| Address::or_port(text, 7878).map(|it| it.to_string());
        assert_eq!(read("192.168.1.10"), Ok("192.168.1.10:7878".to_owned()));
        assert_eq!(read("192.168.1.10:80"), Ok("192.168.1.10:80".to_owned()));
        assert_eq!(read("fd00::7"), Ok("[fd00::7]:7878".to_owned()));
        assert_eq!(read("[fd00::7]"), Ok("[fd00::7]:7878".to_owned()));
        assert_eq!(read("[fd00::7]:80"), Ok("[fd00::7]:80".to_owned()));
        assert_eq!(read("hub.local"), Ok("hub.local:7878".to_owned()));
        for none in
            ["", "a b", "hub:", "hub:0", "hub:+1", "hub:65536", "a/b", "[::1", "a,b", "评委"]
        {
            assert_eq!(read(none), Err(NoAddress), "{none}");
        }
    }
}
