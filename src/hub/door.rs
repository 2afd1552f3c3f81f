//! The door: takes connections in, answers plain HTTP, and hands a screen's socket on.
//!
//! `GET /join/SEAT` is the websocket; `GET /health` and `GET /now` are for people and monitors. One
//! task serves one connection from its first byte to its last.

use std::{convert::Infallible, sync::Arc, time::Duration};

use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    task::JoinSet,
    time::{sleep, timeout},
};
use tokio_tungstenite::{
    WebSocketStream,
    tungstenite::{handshake::derive_accept_key, protocol::Role},
};
use tracing::{debug, info, warn};
use uuid::Uuid;

use super::{
    Hub,
    connection::{self, Left, told_to_close},
    now, seats,
    tls::{self, Arrived},
};
use crate::{
    contest::Seat,
    protocol::{JOIN_PATH, SUBPROTOCOL},
};

/// How long a request's head may take to arrive.
const HANDSHAKE: Duration = Duration::from_secs(5);
/// How long a request and its answer may take together; a handshake's ends with the 101.
const REQUEST: Duration = Duration::from_secs(10);
/// How long to wait before accepting again when accepting failed.
const BREATH: Duration = Duration::from_millis(200);
/// How long the screens together may take to leave when the hub closes.
const FAREWELL: Duration = Duration::from_secs(8);
/// Connections at the same time. One more is not accepted until another leaves.
const MOST_CONNECTIONS: usize = 4096;

type Answer = Response<Full<Bytes>>;

/// Takes connections in until told to close, then sees every screen out.
///
/// The caller binds, so a test can bind port 0 and read back the address.
pub(super) async fn serve(
    listener: TcpListener,
    hub: Arc<Hub>,
    mut closing: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    loop {
        let full = connections.len() >= MOST_CONNECTIONS;
        tokio::select! {
            () = told_to_close(&mut closing) => break,
            Some(_) = connections.join_next() => (), // Forget those that have left.
            arrived = listener.accept(), if !full => match arrived {
                Ok((stream, peer)) => {
                    let (hub, closing) = (Arc::clone(&hub), closing.clone());
                    connections.spawn(async move {
                        let _ = stream.set_nodelay(true); // Slower without it, not wrong.
                        enter(stream, hub, closing).await;
                        debug!(%peer, "connection closed");
                    });
                }
                Err(err) => {
                    // Out of file handles, or the peer is gone already: no reason to close the hub.
                    warn!(%err, "could not take a connection in");
                    sleep(BREATH).await;
                }
            },
        }
    }
    drop(listener);
    let all_left = async { while connections.join_next().await.is_some() {} };
    if timeout(FAREWELL, all_left).await.is_err() {
        warn!("some screens did not take the goodbye");
    }
}

/// Sees that a connection is encrypted where it should be.
async fn enter(stream: TcpStream, hub: Arc<Hub>, mut closing: watch::Receiver<bool>) {
    let Some(tls) = &hub.tls else { return attend(stream, hub, closing).await };
    let arrived = tokio::select! {
        () = told_to_close(&mut closing) => return,
        arrived = timeout(HANDSHAKE, tls::receive(tls, stream)) => arrived,
    };
    match arrived {
        Ok(Ok(Arrived::Encrypted(stream))) => attend(stream, hub, closing).await,
        Ok(Ok(Arrived::Plain(stream))) => send_to_tls(stream).await,
        Ok(Err(err)) => debug!(%err, "no TLS"),
        Err(_) => debug!("the TLS handshake took too long"),
    }
}

/// Answers a plain request to a hub that encrypts, whatever it asks for.
async fn send_to_tls(stream: TcpStream) {
    let service = service_fn(|request: Request<Incoming>| async move {
        warn!("a plain request was turned away: this hub encrypts");
        Ok::<_, Infallible>(only_encrypted(request.headers().get(header::HOST)))
    });
    let http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HANDSHAKE)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    match timeout(REQUEST, http).await {
        Ok(Ok(())) => (),
        Ok(Err(err)) => debug!(%err, "not a request"),
        Err(_) => debug!("the request or its answer took too long"),
    }
}

/// 421 is for a request whose scheme the server does not answer (RFC 9110, section 15.5.20).
fn only_encrypted(host: Option<&HeaderValue>) -> Answer {
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or("HOST:PORT");
    let told = format!(
        "this hub takes TLS only: join by the link that it prints, or curl -k https://{host}/now\n"
    );
    with_protocol(plain(StatusCode::MISDIRECTED_REQUEST, &told))
}

/// A handshake that was answered with 101: the seat, the terminal, and the socket once the answer has been sent.
type Joined = (Seat, Option<Uuid>, hyper::upgrade::OnUpgrade);

/// One connection from its first byte to its last.
pub(super) async fn attend<S>(stream: S, hub: Arc<Hub>, mut closing: watch::Receiver<bool>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sender, mut joined) = mpsc::channel::<Joined>(1);
    let service = service_fn(|request| {
        let (hub, sender) = (Arc::clone(&hub), sender.clone());
        async move { Ok::<_, Infallible>(answer(request, &hub, &sender).await) }
    });
    let http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HANDSHAKE)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    tokio::select! {
        () = told_to_close(&mut closing) => return,
        ended = timeout(REQUEST, http) => match ended {
            Ok(Ok(())) => (),
            Ok(Err(err)) => return debug!(%err, "not a request"),
            Err(_) => return debug!("the request or its answer took too long"),
        },
    }
    let Ok((seat, terminal, upgrade)) = joined.try_recv() else { return };
    let socket = match upgrade.await {
        Ok(upgraded) => TokioIo::new(upgraded),
        Err(err) => return debug!(%err, "left during the handshake"),
    };
    let limits = Some(connection::limits());
    let socket = WebSocketStream::from_raw_socket(socket, Role::Server, limits).await;
    info!(%seat, "joined");
    match connection::serve(socket, (seat.clone(), terminal), hub.desk.clone(), closing).await {
        Ok(()) => info!(%seat, "left"),
        Err(gone @ Left::Socket(_)) => info!(%seat, %gone, "gone"),
        Err(left) => warn!(%seat, %left, "dropped"),
    }
}

async fn answer(request: Request<Incoming>, hub: &Hub, joined: &mpsc::Sender<Joined>) -> Answer {
    match request.uri().path() {
        "/health" => text(StatusCode::OK, "application/json", now::health(hub)),
        "/now" => {
            let page = now::page(hub, request.uri().query()).await;
            text(StatusCode::OK, "text/plain; charset=utf-8", page)
        }
        path if path.starts_with(JOIN_PATH) => join(request, hub, joined),
        _ => plain(StatusCode::NOT_FOUND, "a roadshow hub: GET /now, GET /health\n"),
    }
}

fn join(mut request: Request<Incoming>, hub: &Hub, joined: &mpsc::Sender<Joined>) -> Answer {
    let (seat, nonce) = match seats::admit(&request, hub.desk.session(), &hub.key) {
        Ok(admitted) => admitted,
        Err(turned_away) => {
            warn!(%turned_away, "turned away"); // The path may hold a pass by mistake.
            return with_protocol(plain(turned_away.status(), &format!("{turned_away}\n")));
        }
    };
    let terminal = seats::terminal(&request);
    if joined.try_send((seat, terminal, hyper::upgrade::on(&mut request))).is_err() {
        return plain(StatusCode::BAD_REQUEST, "one websocket a connection\n");
    }
    let mut answer = plain(StatusCode::SWITCHING_PROTOCOLS, "");
    let accept = HeaderValue::try_from(derive_accept_key(nonce.as_bytes()));
    let headers = answer.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    headers.extend(accept.ok().map(|accept| (header::SEC_WEBSOCKET_ACCEPT, accept)));
    answer
}

/// With the version that the hub speaks, by which a terminal knows that it was a hub.
fn with_protocol(mut answer: Answer) -> Answer {
    let protocol = HeaderValue::from_static(SUBPROTOCOL);
    answer.headers_mut().insert(header::SEC_WEBSOCKET_PROTOCOL, protocol);
    answer
}

fn plain(status: StatusCode, body: &str) -> Answer {
    text(status, "text/plain; charset=utf-8", body.to_owned())
}

fn text(status: StatusCode, kind: &'static str, body: String) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::from(body)));
    *answer.status_mut() = status;
    if status != StatusCode::SWITCHING_PROTOCOLS {
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CONNECTION, HeaderValue::from_static("close")); // One a connection.
    }
    answer
}
