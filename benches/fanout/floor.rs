//! The floor: tokio and tokio-tungstenite, a task for each connection, 4 KiB read buffers, a frame encoded
//! once for all, tokio's `broadcast` channel. What anybody says is told to everybody; nothing is stored. With
//! `--pings` its boards say once a second that they are there, and are answered, as a hub's are.

use std::{env, io::Write};

use futures_util::{SinkExt, StreamExt};
use tokio::{
    net::{TcpListener, TcpStream},
    runtime::Runtime,
    select,
    sync::broadcast::{self, error::RecvError},
};
use tokio_tungstenite::{
    accept_async_with_config,
    tungstenite::{Message, Utf8Bytes, protocol::WebSocketConfig},
};

/// How a terminal says that it is there.
pub(crate) const PING: &str = r#"{"t":"ping""#;
/// What a hub answers, in length.
const PONG: &str = r#"{"t":"pong","sent":0,"at":1795473215106}"#;
/// How often it is to be said.
const HELLO: &str = r#"{"t":"hello","heartbeat":1000}"#;

/// How far a connection may fall behind before it misses frames.
const BACKLOG: usize = 256;

/// Serves until it is killed. Prints its address first.
pub(crate) fn serve() {
    Runtime::new().unwrap().block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        std::io::stdout().flush().unwrap();
        let (told, _) = broadcast::channel(BACKLOG);
        let pings = env::args().any(|it| it == "--pings");
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            stream.set_nodelay(true).unwrap();
            tokio::spawn(attend(stream, told.clone(), pings));
        }
    });
}

async fn attend(stream: TcpStream, told: broadcast::Sender<Utf8Bytes>, pings: bool) -> Option<()> {
    let limits = WebSocketConfig::default().read_buffer_size(4 * 1024);
    let mut socket = accept_async_with_config(stream, Some(limits)).await.ok()?;
    let mut hears = told.subscribe();
    if pings {
        socket.send(Message::text(HELLO)).await.ok()?;
    }
    loop {
        select! {
            frame = hears.recv() => match frame {
                Ok(frame) => socket.send(Message::Text(frame)).await.ok()?,
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            },
            message = socket.next() => match message?.ok()? {
                Message::Text(text) if pings && text.starts_with(PING) => {
                    socket.send(Message::text(PONG)).await.ok()?;
                }
                Message::Text(text) if text.starts_with(PING) => {} // Nobody else's.
                Message::Text(text) => _ = told.send(text),
                Message::Close(_) => return None,
                _ => {}
            },
        }
    }
}
