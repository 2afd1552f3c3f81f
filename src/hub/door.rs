//! The door: takes connections in, answers plain HTTP, and hands a screen's socket on.
//!
//! `GET /join/SEAT` is the websocket, `GET /look/SEAT` that of who only looks; `GET /health` and `GET /now` are for
//! people and monitors. One task serves one connection from its first byte to its last. When the system has no more
//! files to open, the door waits for a breath and everything else goes on: `a_hub_without_file_handles_goes_on`.

use std::{convert::Infallible, fmt::Display, net::IpAddr, sync::Arc, time::Duration};

use http_body_util::Full;
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{self, HeaderValue},
    server::conn::http1,
    service::service_fn,
    upgrade::Upgraded,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::{mpsc, watch},
    task::{self, JoinSet},
    time::{Instant, error::Elapsed, interval_at, sleep_until, timeout},
};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tracing::{debug, info, warn};

use super::{
    Hub,
    capacity::Capacity,
    connection::{self, Visitor, told_to_close},
    entrance::{Entrance, Knock},
    network::Network,
    notices::Notice,
    now, onlooker,
    seats::{self, Admitted, Errand, TurnedAway},
    stretch::STRETCH,
    tls::{self, Arrived},
};
use crate::protocol::SUBPROTOCOL;

/// How long a request's head may take to arrive.
pub(super) const HANDSHAKE: Duration = Duration::from_secs(5);
/// How long a request and its answer may take together; a handshake's ends with the 101.
pub(super) const REQUEST: Duration = Duration::from_secs(10);
/// How long to wait before accepting again when accepting failed.
const BREATH: Duration = Duration::from_millis(200);
/// How long the screens together may take to leave when the hub closes.
const FAREWELL: Duration = Duration::from_secs(8);

/// Whoever is dropped for it.
const TOO_LONG: Notice = Notice::new("dropped: it took too long");

type Answer = Response<Full<Bytes>>;

/// From where a connection came, and as the how-manyth.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    from: IpAddr,
    number: u64,
}

impl Arrival {
    fn network(&self) -> Network {
        Network::of(self.from)
    }
}

impl Hub {
    /// Tells of an arrival what has happened to it, and why, where that is more than its name says.
    fn tell(&self, of: Arrival, notice: Notice, why: Option<&dyn Display>) {
        self.inside.notices.tell(&notice.from(of.network()), why);
    }
}

/// Takes connections in until told to close, then sees every screen out.
///
/// The caller binds, so a test can bind port 0 and read back the address.
pub(super) async fn serve(
    entrance: impl Entrance,
    hub: Arc<Hub>,
    capacity: Capacity,
    mut closing: watch::Receiver<bool>,
) {
    let connections_taken = capacity.connections();
    if let Some(usual) = capacity.short_of() {
        warn!(limit = "connections", connections_taken, usual, "no more files may be open");
    }
    let (mut connections, mut arrivals) = (JoinSet::new(), 0);
    let (mut out_of_breath, mut minute) = (None, interval_at(Instant::now() + STRETCH, STRETCH));
    loop {
        // One more than there is room for: for it another one is dropped, which then has to leave.
        let has_room = connections.len() <= connections_taken;
        tokio::select! {
            biased; // A simulation replays exactly.
            () = told_to_close(&mut closing) => break,
            now = minute.tick() => hub.inside.notices.tell_what_is_over(now),
            Some(ended) = connections.join_next_with_id() => {
                hub.crowd.leave(ended.map_or_else(|err| err.id(), |(id, ())| id));
            }
            () = breath(out_of_breath), if out_of_breath.is_some() => out_of_breath = None,
            arrived = entrance.next(), if has_room && out_of_breath.is_none() => match arrived {
                Ok((stream, peer)) => {
                    let (guests, closing) = (Arc::clone(&hub), closing.clone());
                    let from = peer.ip().to_canonical();
                    arrivals += 1;
                    let arrival = Arrival { from, number: arrivals };
                    let crowded = hub.crowd.enter(arrival.network(), arrivals, || {
                        connections.spawn(async move {
                            enter(stream, arrival, guests, closing).await;
                            debug!(%peer, "connection closed");
                        })
                    });
                    if let Some(crowded) = crowded {
                        let notice = Notice::new("the oldest is dropped").limit(crowded.limit());
                        let of = crowded.dropped_of(arrival.network());
                        hub.inside.notices.tell(&notice.from(of), None);
                    }
                }
                Err(err) => {
                    // Out of file handles, or the peer is gone already: no reason to close the hub.
                    let notice = Notice::new("could not take a connection in");
                    hub.inside.notices.tell(&notice, Some(&err));
                    out_of_breath = Some(Instant::now() + BREATH);
                }
            },
        }
    }
    drop(entrance);
    let all_left = async { while connections.join_next().await.is_some() {} };
    if timeout(FAREWELL, all_left).await.is_err() {
        warn!("some screens did not take the goodbye");
    }
    hub.inside.notices.tell_the_rest();
}

/// Waits until the door goes on.
async fn breath(until: Option<Instant>) {
    if let Some(until) = until {
        sleep_until(until).await;
    }
}

/// One connection from its first byte to its last.
async fn enter(
    stream: impl Knock,
    arrival: Arrival,
    hub: Arc<Hub>,
    mut closing: watch::Receiver<bool>,
) {
    // In a box of its own, whose memory is free again for as long as the screen stays.
    let entered = Box::pin(let_in(stream, arrival, &hub, &mut closing)).await;
    let Some((errand, visitor, socket)) = entered else { return };
    let seat = visitor.seat.clone();
    let ended = match errand {
        Errand::Join => {
            info!(%seat, from = %arrival.from, "joined");
            connection::serve(socket, visitor, &hub.inside, closing).await
        }
        Errand::Look => {
            info!(%seat, from = %arrival.from, "looks");
            Box::pin(onlooker::serve(socket, visitor.seat, hub.inside.desk.clone(), closing)).await
        }
    };
    match ended {
        Ok(()) => info!(%seat, "left"),
        Err(left) => hub.tell(arrival, left.notice().at(&seat), Some(&left)),
    }
}

/// Who may come in, for what, and the socket.
type Entered = (Errand, Visitor, TokioIo<Upgraded>);

/// Sees that a connection is encrypted where it should be, and who it is.
async fn let_in(
    stream: impl Knock,
    arrival: Arrival,
    hub: &Arc<Hub>,
    closing: &mut watch::Receiver<bool>,
) -> Option<Entered> {
    let Some(tls) = &hub.tls else { return shake_hands(stream, arrival, hub, closing).await };
    let arrived = tokio::select! {
        biased;
        () = told_to_close(closing) => return None,
        arrived = timeout(HANDSHAKE, tls::receive(tls, stream)) => arrived,
    };
    match arrived {
        Ok(Ok(Arrived::Encrypted(stream))) => {
            return shake_hands(stream, arrival, hub, closing).await;
        }
        Ok(Ok(Arrived::Plain(stream))) => send_to_tls(stream, arrival, hub).await,
        Ok(Err(err)) => hub.tell(arrival, Notice::new("dropped: no TLS"), Some(&err)),
        Err(_) => hub.tell(arrival, TOO_LONG.limit("tls-handshake"), None),
    }
    None
}

/// Answers a plain request to a hub that encrypts, whatever it asks for.
async fn send_to_tls(stream: impl Knock, arrival: Arrival, hub: &Hub) {
    let service = service_fn(|request: Request<Incoming>| async move {
        let notice = Notice::new("a plain request was turned away: this hub encrypts");
        hub.tell(arrival, notice, None);
        Ok::<_, Infallible>(only_encrypted(request.headers().get(header::HOST)))
    });
    let http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HANDSHAKE)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    tell_of(timeout(REQUEST, http).await, arrival, hub);
}

/// Tells of what was no request, or took too long; whether it was one in time.
fn tell_of(ended: Result<hyper::Result<()>, Elapsed>, arrival: Arrival, hub: &Hub) -> bool {
    match ended {
        Ok(Ok(())) => return true,
        Ok(Err(err)) if err.is_timeout() || err.is_parse_too_large() => {
            hub.tell(arrival, Notice::new("dropped").limit("request-head"), Some(&err));
        }
        Ok(Err(err)) => hub.tell(arrival, Notice::new("dropped: not a request"), Some(&err)),
        Err(_) => hub.tell(arrival, TOO_LONG.limit("request"), None),
    }
    false
}

/// 421 is for a request whose scheme the server does not answer (RFC 9110, section 15.5.20).
fn only_encrypted(host: Option<&HeaderValue>) -> Answer {
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or("HOST:PORT");
    let told = format!(
        "this hub takes TLS only: join by the link that it prints, or curl -k https://{host}/now\n"
    );
    with_protocol(plain(StatusCode::MISDIRECTED_REQUEST, &told))
}

/// A handshake that was answered with 101, and the socket once the answer has been sent.
type Joined = (Errand, Visitor, hyper::upgrade::OnUpgrade);

/// Answers a request; gives the socket of who may join.
async fn shake_hands<S>(
    stream: S,
    arrival: Arrival,
    hub: &Arc<Hub>,
    closing: &mut watch::Receiver<bool>,
) -> Option<Entered>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sender, mut joined) = mpsc::channel::<Joined>(1);
    let service = service_fn(|request| {
        let (hub, sender) = (Arc::clone(hub), sender.clone());
        async move { Ok::<_, Infallible>(answer(request, arrival, &hub, &sender)) }
    });
    let http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HANDSHAKE)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades();
    tokio::select! {
        biased;
        () = told_to_close(closing) => return None,
        ended = timeout(REQUEST, http) => if !tell_of(ended, arrival, hub) { return None },
    }
    let (errand, visitor, upgrade) = joined.try_recv().ok()?;
    match upgrade.await {
        Ok(upgraded) => Some((errand, visitor, TokioIo::new(upgraded))),
        Err(err) => {
            hub.tell(arrival, Notice::new("gone during the handshake"), Some(&err));
            None
        }
    }
}

fn answer(
    request: Request<Incoming>,
    arrival: Arrival,
    hub: &Hub,
    joined: &mpsc::Sender<Joined>,
) -> Answer {
    let path = request.uri().path();
    if Errand::of(path).is_some() {
        return join(request, arrival, hub, joined);
    }
    if !hub.callers.may_ask(arrival.network(), Instant::now()) {
        hub.tell(arrival, seats::TURNED_AWAY.limit("pages-a-second"), None);
        return too_often();
    }
    match path {
        "/health" => text(StatusCode::OK, "application/json", now::health(hub)),
        "/now" => {
            let page = hub.page.show(&hub.inside.desk, request.uri().query());
            text(StatusCode::OK, "text/plain; charset=utf-8", page)
        }
        _ => plain(StatusCode::NOT_FOUND, "a roadshow hub: GET /now, GET /health\n"),
    }
}

fn join(
    mut request: Request<Incoming>,
    arrival: Arrival,
    hub: &Hub,
    joined: &mpsc::Sender<Joined>,
) -> Answer {
    let admitted = seats::admit(&request, &hub.inside.desk, &hub.key).and_then(|admitted| {
        let connection = task::id();
        let joined = hub.crowd.join(connection, arrival.network(), &admitted.seat);
        joined.map(|()| admitted).map_err(TurnedAway::Full)
    });
    let Admitted { errand, seat, generation, terminal, nonce } = match admitted {
        Ok(admitted) => admitted,
        Err(turned_away) => {
            // Without the path, which may hold a pass by mistake.
            hub.tell(arrival, turned_away.notice(), Some(&turned_away));
            return with_protocol(plain(turned_away.status(), &format!("{turned_away}\n")));
        }
    };
    let Arrival { from, number: arrived } = arrival;
    let visitor = Visitor { seat, terminal, from, generation, arrived };
    if joined.try_send((errand, visitor, hyper::upgrade::on(&mut request))).is_err() {
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

/// 429 is for who asks too often (RFC 6585, section 4); a second later there is room for the next.
fn too_often() -> Answer {
    let mut answer = plain(StatusCode::TOO_MANY_REQUESTS, "too many requests of this address\n");
    answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    answer
}

fn plain(status: StatusCode, body: &str) -> Answer {
    text(status, "text/plain; charset=utf-8", body.to_owned())
}

fn text(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    if status != StatusCode::SWITCHING_PROTOCOLS {
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CONNECTION, HeaderValue::from_static("close")); // One a connection.
    }
    answer
}
