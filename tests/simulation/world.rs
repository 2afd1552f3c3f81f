//! The simulated world: its network, its time, and chance that follows from a seed.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex},
    task::{Context, Poll},
};

use futures_util::{FutureExt, future::BoxFuture};
use roadshow::{
    client::{Roads, Tray, Unanswered, Wire},
    contest::{At, Ms},
    hub::{Entrance, Knock},
    protocol::Address,
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use turmoil::net::{TcpListener, TcpStream};

/// When every evening begins.
const BEGINNING: At = At(1_800_000_000_000);

/// The true time.
pub(crate) fn now() -> At {
    let passed = turmoil::sim_elapsed().unwrap_or_default().as_millis();
    BEGINNING + Ms(passed.try_into().unwrap())
}

/// Numbers that follow from a seed (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The numbers of one purpose; those of others do not depend on how many are taken.
    pub(crate) fn of(seed: u64, purpose: &str) -> Self {
        let mixed = purpose.bytes().fold(seed, |mixed, byte| Self(mixed ^ u64::from(byte)).next());
        Self(mixed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// One of so many, from 0.
    pub(crate) fn below(&mut self, many: u64) -> u64 {
        self.next() % many
    }
}

/// The simulated network as a terminal sees it.
pub(crate) struct Sea(Mutex<Chance>);

impl Sea {
    pub(crate) fn of(chance: Chance) -> Self {
        Self(Mutex::new(chance))
    }
}

impl Roads for Sea {
    fn connect<'a>(&'a self, to: &'a Address) -> BoxFuture<'a, io::Result<Box<dyn Wire>>> {
        async { Ok(Box::new(TcpStream::connect(to.target()).await?) as Box<dyn Wire>) }.boxed()
    }

    fn chance(&self) -> u32 {
        u32::try_from(self.0.lock().unwrap().below(u64::from(u32::MAX))).unwrap()
    }
}

/// The simulated network as the hub's door sees it.
pub(crate) struct Harbour(TcpListener);

impl Harbour {
    pub(crate) async fn open(port: u16) -> io::Result<Self> {
        Ok(Self(TcpListener::bind(("0.0.0.0", port)).await?))
    }
}

impl Entrance for Harbour {
    type Stream = Ship;

    async fn next(&self) -> io::Result<(Ship, SocketAddr)> {
        let (stream, from) = self.0.accept().await?;
        Ok((Ship(stream), from))
    }
}

/// A simulated connection at the hub's end.
pub(crate) struct Ship(TcpStream);

impl Knock for Ship {
    async fn peek(&mut self, first: &mut [u8]) -> io::Result<usize> {
        self.0.peek(first).await
    }
}

impl AsyncRead for Ship {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buf)
    }
}

impl AsyncWrite for Ship {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

/// A terminal's disk, which outlives it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<Vec<Unanswered>>>);

impl Tray for Disk {
    fn open(&mut self) -> Vec<Unanswered> {
        self.0.lock().unwrap().clone()
    }

    fn keep(&mut self, waiting: &[Unanswered]) {
        *self.0.lock().unwrap() = waiting.to_vec();
    }
}
