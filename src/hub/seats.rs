//! Who is who: whether a terminal that knocks may take the seat it asks for.

use hyper::{HeaderMap, Method, Request, StatusCode, header};

use uuid::Uuid;

use super::identity::Identity;
use crate::{
    contest::{Seat, Session},
    protocol::{JOIN_PATH, SUBPROTOCOL, TERMINAL_HEADER, VERSION},
};

/// A knock that is not let in, as the HTTP answer it gets; no websocket exists by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum TurnedAway {
    /// Not a websocket handshake.
    #[error("this is the door for websockets; see docs/protocol.md")]
    NotAHandshake,
    /// The terminal speaks another version of the protocol.
    #[error("this hub speaks protocol {VERSION}: ask for the subprotocol {SUBPROTOCOL}")]
    OtherVersion,
    /// The pass is missing, or it is not this seat's.
    #[error("the pass is not this seat's")]
    WrongPass,
    /// The pass is right and the session has no such seat: the link is of another session.
    #[error("this session has no such seat")]
    NoSuchSeat,
}

impl TurnedAway {
    /// The status of the answer.
    pub(super) fn status(self) -> StatusCode {
        match self {
            Self::NotAHandshake => StatusCode::BAD_REQUEST,
            Self::OtherVersion => StatusCode::UPGRADE_REQUIRED,
            Self::WrongPass => StatusCode::UNAUTHORIZED,
            Self::NoSuchSeat => StatusCode::NOT_FOUND,
        }
    }
}

/// The seat that a handshake may take, and its `Sec-WebSocket-Key`.
pub(super) fn admit<B>(
    request: &Request<B>,
    session: &Session,
    key: &Identity,
) -> Result<(Seat, String), TurnedAway> {
    let headers = request.headers();
    let nonce = header_text(headers, &header::SEC_WEBSOCKET_KEY);
    let upgrade = header_text(headers, &header::UPGRADE).unwrap_or_default();
    let version = header_text(headers, &header::SEC_WEBSOCKET_VERSION);
    let is_handshake = request.method() == Method::GET
        && upgrade.eq_ignore_ascii_case("websocket")
        && version == Some("13");
    let nonce = nonce.filter(|_| is_handshake).ok_or(TurnedAway::NotAHandshake)?;
    let offered = header_text(headers, &header::SEC_WEBSOCKET_PROTOCOL).unwrap_or_default();
    if !offered.split(',').any(|protocol| protocol.trim() == SUBPROTOCOL) {
        return Err(TurnedAway::OtherVersion);
    }
    let seat = request.uri().path().strip_prefix(JOIN_PATH).and_then(|seat| seat.parse().ok());
    let pass = header_text(headers, &header::AUTHORIZATION)
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or(TurnedAway::WrongPass)?;
    let seat: Seat = seat.filter(|it| key.matches(it, 0, pass)).ok_or(TurnedAway::WrongPass)?;
    if !Seat::all_of(session).contains(&seat) {
        return Err(TurnedAway::NoSuchSeat);
    }
    Ok((seat, nonce.to_owned()))
}

/// How the terminal names itself, if it does.
pub(super) fn terminal<B>(request: &Request<B>) -> Option<Uuid> {
    request.headers().get(TERMINAL_HEADER)?.to_str().ok()?.parse().ok()
}

fn header_text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
