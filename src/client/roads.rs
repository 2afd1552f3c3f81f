//! The roads to a hub: the system's network, or a simulated one.

use std::io;

use futures_util::{FutureExt, future::BoxFuture};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
};

use crate::protocol::Address;

/// A connection.
pub trait Wire: AsyncRead + AsyncWrite + Unpin + Send {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Wire for S {}

/// All of the world that a link uses beside the clock.
pub trait Roads: Send + Sync {
    /// Connects to an address. It waits as long as the other side lets it.
    fn connect<'a>(&'a self, to: &'a Address) -> BoxFuture<'a, io::Result<Box<dyn Wire>>>;

    /// Any number, by which terminals that were lost together do not come back together.
    fn chance(&self) -> u32;
}

/// The system's network.
#[derive(Debug, Clone, Copy)]
pub(super) struct Network;

impl Roads for Network {
    fn connect<'a>(&'a self, to: &'a Address) -> BoxFuture<'a, io::Result<Box<dyn Wire>>> {
        async move {
            let stream = TcpStream::connect(to.target()).await?;
            let _ = stream.set_nodelay(true); // Slower without it, not wrong.
            Ok(Box::new(stream) as Box<dyn Wire>)
        }
        .boxed()
    }

    /// Without a random source terminals come back together, which is slower and not wrong.
    fn chance(&self) -> u32 {
        getrandom::u32().unwrap_or_default()
    }
}
