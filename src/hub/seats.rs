//! Who is who: whether a terminal that knocks may take the seat it asks for.

use hyper::{HeaderMap, Method, Request, StatusCode, header};

use uuid::Uuid;

use super::{DeskHandle, crowd::Full, identity::Identity, notices::Notice};
use crate::{
    contest::Seat,
    protocol::{JOIN_PATH, LOOK_PATH, SUBPROTOCOL, TERMINAL_HEADER, VERSION},
};

/// A knock that is not let in, as the HTTP answer it gets; no websocket exists by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum TurnedAway {
    /// Not a websocket handshake.
    #[error("this is the door for websockets; see docs/protocol.md")]
    NotAHandshake,
    /// A web page of another place wants in, by the browser of whoever reads it.
    #[error("a web page of another place may not join")]
    ForeignOrigin,
    /// The terminal speaks another version of the protocol.
    #[error("this hub speaks protocol {VERSION}: ask for the subprotocol {SUBPROTOCOL}")]
    OtherVersion,
    /// The pass is missing, or it is not this seat's.
    #[error("the pass is not this seat's")]
    WrongPass,
    /// The pass is right and the session has no such seat: the link is of another session.
    #[error("this session has no such seat")]
    NoSuchSeat,
    /// All is right, and there is no room.
    #[error(transparent)]
    Full(#[from] Full),
}

/// Whoever is answered and not let in.
pub(super) const TURNED_AWAY: Notice = Notice::new("turned away");

impl TurnedAway {
    /// The status of the answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::NotAHandshake => StatusCode::BAD_REQUEST,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::OtherVersion => StatusCode::UPGRADE_REQUIRED,
            Self::WrongPass => StatusCode::UNAUTHORIZED,
            Self::NoSuchSeat => StatusCode::NOT_FOUND,
            Self::Full(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What the log says of it.
    pub(super) fn notice(self) -> Notice {
        match self {
            Self::NotAHandshake => TURNED_AWAY.code("not-a-handshake"),
            Self::ForeignOrigin => TURNED_AWAY.code("foreign-origin"),
            Self::OtherVersion => TURNED_AWAY.code("other-version"),
            Self::WrongPass => TURNED_AWAY.code("wrong-pass"),
            Self::NoSuchSeat => TURNED_AWAY.code("no-such-seat"),
            Self::Full(full) => TURNED_AWAY.limit(full.limit()),
        }
    }
}

/// What somebody comes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errand {
    /// To take the seat.
    Join,
    /// To look who is there, and go again.
    Look,
}

impl Errand {
    /// The errand that a path is for, and its seat if it names one; `None` for other pages.
    pub(super) fn of(path: &str) -> Option<(Self, Option<Seat>)> {
        let ways = [(Self::Join, JOIN_PATH), (Self::Look, LOOK_PATH)];
        ways.into_iter().find_map(|(errand, start)| {
            path.strip_prefix(start).map(|seat| (errand, seat.parse().ok()))
        })
    }
}

/// Who is let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Admitted {
    pub(super) errand: Errand,
    pub(super) seat: Seat,
    /// Which of the seat's passes was shown.
    pub(super) generation: u32,
    /// How the terminal names itself, if it does.
    pub(super) terminal: Option<Uuid>,
    /// The handshake's `Sec-WebSocket-Key`.
    pub(super) nonce: String,
}

/// The seat that a handshake may take.
pub(super) fn admit<B>(
    request: &Request<B>,
    desk: &DeskHandle,
    key: &Identity,
) -> Result<Admitted, TurnedAway> {
    let headers = request.headers();
    let nonce = header_text(headers, &header::SEC_WEBSOCKET_KEY);
    let upgrade = header_text(headers, &header::UPGRADE).unwrap_or_default();
    let version = header_text(headers, &header::SEC_WEBSOCKET_VERSION);
    let is_handshake = request.method() == Method::GET
        && upgrade.eq_ignore_ascii_case("websocket")
        && version == Some("13");
    let nonce = nonce.filter(|_| is_handshake).ok_or(TurnedAway::NotAHandshake)?;
    if is_foreign(headers) {
        return Err(TurnedAway::ForeignOrigin);
    }
    let offered = header_text(headers, &header::SEC_WEBSOCKET_PROTOCOL).unwrap_or_default();
    if !offered.split(',').any(|protocol| protocol.trim() == SUBPROTOCOL) {
        return Err(TurnedAway::OtherVersion);
    }
    let (errand, seat) = Errand::of(request.uri().path()).ok_or(TurnedAway::WrongPass)?;
    let pass = header_text(headers, &header::AUTHORIZATION)
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(TurnedAway::WrongPass)?;
    let seat: Seat = seat.ok_or(TurnedAway::WrongPass)?;
    let generation = desk.generation(&seat);
    if !key.matches(&seat, generation, pass) {
        return Err(TurnedAway::WrongPass);
    }
    if !Seat::all_of(desk.session()).contains(&seat) {
        return Err(TurnedAway::NoSuchSeat);
    }
    let named = headers.get(TERMINAL_HEADER).and_then(|name| name.to_str().ok());
    let terminal = named.and_then(|name| name.parse().ok());
    Ok(Admitted { errand, seat, generation, terminal, nonce: nonce.to_owned() })
}

/// Whether a browser asks for a page of another place: browsers say whose page it is, and no page can
/// keep them from it.
fn is_foreign(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return false };
    let of_page = origin.to_str().ok().and_then(|origin| origin.split_once("://"));
    let host = header_text(headers, &header::HOST);
    !of_page.is_some_and(|(_, place)| host.is_some_and(|host| place.eq_ignore_ascii_case(host)))
}

fn header_text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
