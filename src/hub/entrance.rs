//! Where connections come from: the system's network, or a simulated one.

use std::{future::Future, io, net::SocketAddr};

use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
};

/// A connection at the door.
pub trait Knock: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    /// Looks at what comes first, and leaves it there. It waits as long as the other side lets it.
    fn peek(&mut self, first: &mut [u8]) -> impl Future<Output = io::Result<usize>> + Send;
}

/// What the door takes connections from.
pub trait Entrance: Send + 'static {
    /// A connection.
    type Stream: Knock;

    /// The next connection, and from where it comes. It can be given up at any time.
    fn next(&self) -> impl Future<Output = io::Result<(Self::Stream, SocketAddr)>> + Send;
}

impl Knock for TcpStream {
    async fn peek(&mut self, first: &mut [u8]) -> io::Result<usize> {
        Self::peek(&*self, first).await
    }
}

impl Entrance for TcpListener {
    type Stream = TcpStream;

    async fn next(&self) -> io::Result<(TcpStream, SocketAddr)> {
        let (stream, from) = self.accept().await?;
        let _ = stream.set_nodelay(true); // Slower without it, not wrong.
        Ok((stream, from))
    }
}
