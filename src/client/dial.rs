//! Dialling: from a link to a websocket, through the hub's addresses in turn.
//!
//! The last good address is tried first. A link that names a key is answered by that key before anything
//! is sent: `a_machine_with_another_key_is_refused_before_the_pass_is_sent`.

use std::{io, sync::Arc, time::Duration};

use tokio::time::timeout;
use tokio_rustls::{
    TlsConnector,
    rustls::{self, pki_types::ServerName},
};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{
        self,
        client::IntoClientRequest,
        handshake::client::{Request, Response},
        http::{HeaderValue, StatusCode, header},
        protocol::WebSocketConfig,
    },
};

use uuid::Uuid;

use super::{Outfit, Roads, Trouble, Wire, pinned};
use crate::{
    contest::Seat,
    protocol::{
        Address, JOIN_PATH, JoinLink, LARGEST_SAY, LOOK_PATH, SUBPROTOCOL, TERMINAL_HEADER,
    },
};

/// How long a connection and its handshakes may take, at one address.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);
/// How long an address may take to answer at all: time to ask twice.
const CONNECT: Duration = Duration::from_millis(1500);

/// Why a link is down, and whether trying again can help.
#[derive(Debug)]
pub(super) struct Down {
    pub(super) trouble: Trouble,
    pub(super) for_good: bool,
}

/// A websocket to a hub.
pub(super) type Socket = WebSocketStream<Box<dyn Wire>>;

/// What it takes to reach one hub again and again.
pub(super) struct Dialler {
    /// In the order to try them; at least one.
    addresses: Vec<Address>,
    /// What the seat stands behind.
    path: &'static str,
    seat: Seat,
    pass: String,
    terminal: Uuid,
    roads: Arc<dyn Roads>,
    tls: Option<TlsConnector>,
}

impl Dialler {
    pub(super) fn new(outfit: &Outfit, link: JoinLink) -> Self {
        let (JoinLink { at, seat, pass }, path) = (link, JOIN_PATH);
        let addresses = at.addresses().cloned().collect();
        let tls = at.fingerprint.map(pinned::connector);
        let (terminal, roads) = (outfit.name, Arc::clone(&outfit.roads));
        Self { addresses, path, seat, pass, terminal, roads, tls }
    }

    /// To look only, and to take no seat.
    pub(super) fn looking(self) -> Self {
        Self { path: LOOK_PATH, ..self }
    }

    /// From now on it is another seat, by the same pass.
    pub(super) fn turn_to(&mut self, seat: Seat) {
        self.seat = seat;
    }

    /// Tries the address that was reached last after all others.
    pub(super) fn put_last(&mut self) {
        self.addresses.rotate_left(1);
    }

    /// Tries every address until one is the hub's, and says which. When none is, the answer is what was
    /// wrong with the first one, or what is worse at another.
    pub(super) async fn dial(&mut self) -> Result<(Socket, Address), Down> {
        let mut down: Option<Down> = None;
        for place in 0..self.addresses.len() {
            let Some(address) = self.addresses.get(place) else { break };
            match self.dial_at(address).await {
                Ok(socket) => {
                    let address = self.addresses.remove(place);
                    self.addresses.insert(0, address.clone());
                    return Ok((socket, address));
                }
                Err(told) if !told.trouble.may_be_elsewhere() => return Err(told),
                Err(told) => {
                    let silent = |it: &Down| matches!(it.trouble, Trouble::Unreachable { .. });
                    down = down.filter(|first| !silent(first) || silent(&told)).or(Some(told));
                }
            }
        }
        Err(down.unwrap_or_else(|| unreachable(String::new(), &io::ErrorKind::NotFound.into())))
    }

    /// Tries one address.
    pub(super) async fn dial_at(&self, address: &Address) -> Result<Socket, Down> {
        let hub = || address.to_string();
        let out_of_time = |_| unreachable(hub(), &io::ErrorKind::TimedOut.into());
        let dialled = timeout(PATIENCE, async {
            let stream = timeout(CONNECT, self.roads.connect(address)).await;
            let stream = stream.map_err(out_of_time)?.map_err(|err| unreachable(hub(), &err))?;
            let wire: Box<dyn Wire> = match &self.tls {
                Some(tls) => {
                    Box::new(encrypt(tls, stream).await.map_err(|err| no_tls(hub(), &err))?)
                }
                None => stream,
            };
            self.shake_hands(hub(), wire).await
        });
        dialled.await.unwrap_or_else(|late| Err(out_of_time(late)))
    }

    async fn shake_hands(&self, hub: String, wire: Box<dyn Wire>) -> Result<Socket, Down> {
        let limits = WebSocketConfig::default()
            .read_buffer_size(16 * 1024)
            .write_buffer_size(0)
            .max_message_size(Some(LARGEST_SAY))
            .max_frame_size(Some(LARGEST_SAY));
        let request = match self.handshake(&hub) {
            Ok(request) => request,
            Err(err) => return Err(not_a_hub(hub, err.to_string())),
        };
        match client_async_with_config(request, wire, Some(limits)).await {
            Ok((socket, _)) => Ok(socket),
            Err(tungstenite::Error::Http(answer)) => Err(self.turned_away(hub, &answer)),
            Err(err) => Err(not_a_hub(hub, err.to_string())),
        }
    }

    fn handshake(&self, hub: &str) -> tungstenite::Result<Request> {
        let mut request = format!("ws://{hub}{}{}", self.path, self.seat).into_client_request()?;
        let pass = HeaderValue::try_from(format!("Bearer {}", self.pass))
            .map_err(tungstenite::http::Error::from)?;
        let headers = request.headers_mut();
        headers.insert(header::AUTHORIZATION, pass);
        let terminal = HeaderValue::try_from(self.terminal.to_string());
        headers.insert(TERMINAL_HEADER, terminal.map_err(tungstenite::http::Error::from)?);
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
        Ok(request)
    }

    fn turned_away(&self, hub: String, answer: &Response) -> Down {
        let theirs = answer.headers().get(header::SEC_WEBSOCKET_PROTOCOL);
        let Some(theirs) = theirs.and_then(|theirs| theirs.to_str().ok()) else {
            return not_a_hub(hub, answer.status().to_string());
        };
        let trouble = match answer.status() {
            StatusCode::UNAUTHORIZED => Trouble::WrongPass { hub },
            StatusCode::NOT_FOUND => Trouble::NoSuchSeat { hub, seat: self.seat.to_string() },
            StatusCode::UPGRADE_REQUIRED => {
                let (theirs, ours) = (theirs.to_owned(), SUBPROTOCOL.to_owned());
                Trouble::OtherVersion { hub, theirs, ours }
            }
            // Every further try would send the pass in the clear once more.
            StatusCode::MISDIRECTED_REQUEST => Trouble::OnlyEncrypted { hub },
            StatusCode::SERVICE_UNAVAILABLE => {
                return Down { trouble: Trouble::Full { hub }, for_good: false };
            }
            status => return not_a_hub(hub, status.to_string()),
        };
        Down { trouble, for_good: true }
    }
}

/// TLS over a connection, with the key that the link names.
async fn encrypt(
    tls: &TlsConnector,
    stream: Box<dyn Wire>,
) -> io::Result<tokio_rustls::client::TlsStream<Box<dyn Wire>>> {
    let name = ServerName::try_from("roadshow").map_err(io::Error::other)?; // Not sent.
    tls.connect(name, stream).await
}

/// Why there is no TLS, and so nothing was sent.
fn no_tls(hub: String, err: &io::Error) -> Down {
    let trouble = match err.get_ref().and_then(|it| it.downcast_ref()) {
        Some(rustls::Error::InvalidCertificate(_)) => Trouble::OtherMachine { hub },
        Some(rustls::Error::InvalidMessage(_)) => Trouble::NotEncrypted { hub },
        _ => Trouble::NotAHub { hub, detail: err.to_string() },
    };
    Down { trouble, for_good: false }
}

fn not_a_hub(hub: String, detail: String) -> Down {
    Down { trouble: Trouble::NotAHub { hub, detail }, for_good: false }
}

fn unreachable(hub: String, err: &io::Error) -> Down {
    Down { trouble: Trouble::Unreachable { hub, detail: err.to_string() }, for_good: false }
}
