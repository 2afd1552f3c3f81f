//! A message to screens as it goes over the wire: encoded once, header included, for all who get it.
//!
//! What a server sends is not masked (RFC 6455, section 5.1), so the same bytes do for every screen.

use bytes::Bytes;
use tokio_tungstenite::tungstenite::protocol::frame::{
    Frame,
    coding::{Data, OpCode},
};

use crate::protocol::Say;

/// The longest header of a frame that is not masked.
const LONGEST_HEAD: usize = 10;

/// A message, ready to be written.
pub(super) fn encoded(say: &Say) -> Bytes {
    framed(say.encode())
}

/// A message's text, ready to be written.
#[expect(clippy::expect_used, reason = "memory takes everything")]
pub(super) fn framed(text: String) -> Bytes {
    let frame = Frame::message(text, OpCode::Data(Data::Text), true);
    let mut bytes = Vec::with_capacity(LONGEST_HEAD + frame.payload().len());
    frame.format(&mut bytes).expect("a frame in memory");
    bytes.into()
}

/// What a frame says.
#[cfg(test)]
pub(super) fn text(frame: &Bytes) -> &str {
    let head = match frame[1] {
        127 => 10,
        126 => 4,
        _ => 2,
    };
    std::str::from_utf8(&frame[head..]).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Ask;

    #[test]
    fn a_message_has_the_header_of_a_whole_unmasked_text() {
        let bytes = encoded(&Say::Bye);
        assert_eq!(&bytes[..], b"\x81\x0b{\"t\":\"bye\"}");
        let long = Say::Refused { id: None, refusal: too_long() };
        assert_eq!(encoded(&long)[..2], [0x81, 126]);
    }

    fn too_long() -> crate::contest::Refusal {
        let detail = Ask::Ping { sent: 1 }.encode().repeat(10);
        crate::contest::Refusal::NotUnderstood { detail }
    }
}
