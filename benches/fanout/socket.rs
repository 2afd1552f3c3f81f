//! A websocket as bare as can be: who measures must not be what is measured.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream as Blocking},
};

use socket2::{Domain, Socket, Type};
use tokio::net::TcpStream;

/// Joins, and reads no further than the answer's head.
pub(crate) fn join(server: SocketAddr, from: Ipv4Addr, path: &str, pass: &str) -> TcpStream {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from((from, 0)).into()).unwrap();
    socket.connect(&server.into()).unwrap();
    let mut stream = Blocking::from(socket);
    stream.set_nodelay(true).unwrap();
    let head = format!(
        "GET {path} HTTP/1.1\r\nHost: {server}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\
         Sec-WebSocket-Protocol: {}\r\nAuthorization: Bearer {pass}\r\n\r\n",
        roadshow::protocol::SUBPROTOCOL,
    );
    stream.write_all(head.as_bytes()).unwrap();
    let (mut answer, mut byte) = (Vec::new(), [0]);
    while !answer.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        answer.push(byte[0]);
    }
    assert!(answer.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&answer));
    stream.set_nonblocking(true).unwrap();
    TcpStream::from_std(stream).unwrap()
}

/// A client's text frame. Its mask is zero, so that nothing need be computed.
pub(crate) fn frame(text: &str) -> Vec<u8> {
    let mut frame = vec![0x81];
    match u16::try_from(text.len()).unwrap() {
        len @ ..=125 => frame.push(0x80 | u8::try_from(len).unwrap()),
        len => {
            frame.push(0x80 | 0x7e);
            frame.extend(len.to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(text.as_bytes());
    frame
}

/// Sends all of it; whether somebody was there to take it.
pub(crate) async fn send(stream: &TcpStream, mut bytes: &[u8]) -> bool {
    while !bytes.is_empty() {
        stream.writable().await.unwrap();
        match stream.try_write(bytes) {
            Ok(sent) => bytes = &bytes[sent..],
            Err(err) if err.kind() == io::ErrorKind::WouldBlock => {}
            Err(_) => return false,
        }
    }
    true
}

/// What a server's frames say, however they come in.
#[derive(Default)]
pub(crate) struct Frames {
    rest: Vec<u8>,
}

impl Frames {
    /// Takes bytes in, and shows every text that is whole.
    pub(crate) fn take(&mut self, bytes: &[u8], mut show: impl FnMut(&[u8])) {
        if self.rest.is_empty() {
            let left = whole(bytes, &mut show);
            self.rest.extend_from_slice(left);
        } else {
            self.rest.extend_from_slice(bytes);
            let left = whole(&self.rest, &mut show).len();
            self.rest.drain(..self.rest.len() - left);
        }
    }
}

/// Shows the frames that are whole, and returns the bytes behind them.
fn whole<'a>(mut bytes: &'a [u8], show: &mut impl FnMut(&[u8])) -> &'a [u8] {
    loop {
        let (head, len) = match bytes {
            [_, 126, a, b, ..] => (4, usize::from(u16::from_be_bytes([*a, *b]))),
            [_, 127, len @ ..] if 8 <= len.len() => {
                let len = u64::from_be_bytes(len[..8].try_into().unwrap());
                (10, usize::try_from(len).unwrap())
            }
            [_, len @ ..=125, ..] => (2, usize::from(*len)),
            _ => return bytes,
        };
        if bytes.len() < head + len {
            return bytes;
        }
        show(&bytes[head..head + len]);
        bytes = &bytes[head + len..];
    }
}
