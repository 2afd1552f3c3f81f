//! A screen's socket, with one way out for everything that is sent to it.
//!
//! Pictures are written by whoever has a new one, straight into the socket: the gallery of a seat that many
//! screens show, or the screen's own connection. What the socket does not take at once waits here, and the
//! connection sees it out: the rest of one message, and then the newest picture, however many there were
//! meanwhile. While something waits nothing is read, so that who does not take is not answered either.
//!
//! What always holds, and the test that guards it:
//!
//! - messages leave whole and in the order in which they were sent: `messages_leave_whole_and_in_order`;
//! - a screen that fell behind gets the newest picture: `whoever_fell_behind_gets_the_newest_picture`;
//! - a screen that has lost its seat is shown no picture any more, not even one that waited:
//!   `whoever_has_lost_its_seat_is_shown_nothing_that_waited`;
//! - a bug that one screen's socket brings out ends that connection and nothing else:
//!   `a_socket_that_breaks_down_under_a_picture_ends_its_own_connection`;
//! - nobody is shown a picture twice, or an older one after a newer: `no_picture_is_shown_twice`.

use std::{
    collections::VecDeque,
    future::poll_fn,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::{Context, Poll, Waker, ready},
    time::Duration,
};

use bytes::{Buf, Bytes};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, timeout, timeout_at},
};

use super::picture::Picture;

/// How long something may take to leave before the screen counts as gone.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A screen's socket. Clones are the same one.
#[derive(Debug)]
pub(super) struct Wire<S>(Arc<Mutex<Line<S>>>);

/// Why nothing more goes out.
#[derive(Debug, thiserror::Error)]
pub(super) enum Cut {
    /// The socket failed.
    #[error(transparent)]
    Failed(#[from] io::Error),
    /// Something has waited for [`PATIENCE`].
    #[error("it took nothing for {} s", PATIENCE.as_secs())]
    Stuck,
}

/// A screen that can be shown pictures by others than its connection.
pub(super) trait Screen: Send + Sync {
    /// Shows a picture, now or once the socket takes it, unless a newer one has come by then.
    fn show(&self, picture: &Picture);
}

#[derive(Debug)]
struct Line<S> {
    stream: S,
    /// What the socket has not taken yet.
    left: VecDeque<Bytes>,
    /// Since when something waits.
    since: Option<Instant>,
    /// The revision of the last picture that was sent; 0 before the first.
    seen: u64,
    /// The picture to send when nothing is left.
    next: Option<Box<Picture>>,
    /// Whether it has been shown its last one.
    is_over: bool,
    skipped: u64,
    failed: Option<io::Error>,
    /// The connection, to be woken when there is something to tend.
    tender: Option<Waker>,
}

impl<S> Clone for Wire<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S> Wire<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(Arc::new(Mutex::new(Line {
            stream,
            left: VecDeque::new(),
            since: None,
            seen: 0,
            next: None,
            is_over: false,
            skipped: 0,
            failed: None,
            tender: None,
        })))
    }

    fn line(&self) -> MutexGuard<'_, Line<S>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner) // Whose bug it was has told of it.
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> Wire<S> {
    /// Sends a message, and waits until the socket has taken it.
    ///
    /// # Errors
    ///
    /// When the socket failed, or did not take it in time.
    pub(super) async fn send(&self, message: Bytes) -> Result<(), Cut> {
        let mut message = Some(message);
        let sent = poll_fn(|cx| {
            let mut line = self.line();
            if let Some(message) = message.take() {
                line.write(message, cx)?;
            }
            line.poll_drained(cx)
        });
        Ok(timeout(PATIENCE, sent).await.map_err(|_| Cut::Stuck)??)
    }

    /// Shows a picture as [`Screen::show`] does.
    pub(super) fn show(&self, picture: &Picture) {
        self.line().show(picture);
    }

    /// From now on no picture is shown, whoever comes with one.
    pub(super) fn show_no_more(&self) {
        let mut line = self.line();
        (line.next, line.is_over) = (None, true);
    }

    /// Sees out what others have left here, until pictures have been skipped, and says how many. It is safe to
    /// give this up and begin again.
    ///
    /// # Errors
    ///
    /// When the socket failed, or something has waited for too long.
    pub(super) async fn tend(&self) -> Result<u64, Cut> {
        loop {
            let since = match poll_fn(|cx| self.line().poll_to_do(cx)).await? {
                ToDo::Tell(skipped) => return Ok(skipped),
                ToDo::Drain(since) => since,
            };
            let drained = poll_fn(|cx| self.line().poll_drained(cx));
            // In a box, as what waits here for ever is a part of every connection, and this is not.
            Box::pin(timeout_at(since + PATIENCE, drained)).await.map_err(|_| Cut::Stuck)??;
        }
    }
}

impl<S> Wire<S>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    /// The same screen for whoever shows it pictures; it keeps no socket open.
    pub(super) fn screen(&self) -> Weak<dyn Screen> {
        let line: Weak<Mutex<Line<S>>> = Arc::downgrade(&self.0);
        line
    }
}

/// What there is to do for a connection that tends its wire.
enum ToDo {
    Tell(u64),
    Drain(Instant),
}

impl<S: AsyncRead + AsyncWrite + Unpin> Line<S> {
    fn show(&mut self, picture: &Picture) {
        if self.is_over || picture.rev <= self.seen {
            return;
        }
        if self.since.is_some() {
            self.next = Some(Box::new(picture.clone()));
            return;
        }
        // Whoever shows it has other screens, and is not to break down with this one.
        let put = || self.put(picture, &mut Context::from_waker(Waker::noop()));
        let shown = catch_unwind(AssertUnwindSafe(put))
            .unwrap_or_else(|_| Err(io::Error::other("it has broken down by a bug")));
        let waits = self.since.is_some() || 0 < self.skipped;
        if let Err(error) = shown {
            self.failed = Some(error);
        } else if !waits {
            return;
        }
        if let Some(tender) = self.tender.take() {
            tender.wake();
        }
    }

    fn put(&mut self, picture: &Picture, cx: &mut Context<'_>) -> io::Result<()> {
        if 0 < self.seen {
            self.skipped += picture.rev.saturating_sub(self.seen + 1);
        }
        let frame = picture.frame_after(self.seen);
        self.seen = picture.rev;
        self.write(frame, cx)
    }

    /// Writes as much of a message as goes, and keeps the rest.
    fn write(&mut self, mut message: Bytes, cx: &mut Context<'_>) -> io::Result<()> {
        while self.left.is_empty() && message.has_remaining() {
            match Pin::new(&mut self.stream).poll_write(cx, &message) {
                Poll::Ready(taken) => message.advance(something(taken?)?),
                Poll::Pending => break,
            }
        }
        if message.has_remaining() {
            self.left.push_back(message);
        }
        let is_out = self.left.is_empty() && Pin::new(&mut self.stream).poll_flush(cx)?.is_ready();
        if !is_out && self.since.is_none() {
            self.since = Some(Instant::now());
        }
        Ok(())
    }

    /// Writes until nothing is left, the newest picture included.
    fn poll_drained(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if let Some(failed) = self.failed.take() {
            return Poll::Ready(Err(failed));
        }
        loop {
            while let Some(message) = self.left.front_mut() {
                let taken = ready!(Pin::new(&mut self.stream).poll_write(cx, message))?;
                message.advance(something(taken)?);
                if !message.has_remaining() {
                    self.left.pop_front();
                }
            }
            ready!(Pin::new(&mut self.stream).poll_flush(cx))?;
            (self.left, self.since) = (VecDeque::new(), None); // No memory for who has nothing left.
            let Some(picture) = self.next.take() else { return Poll::Ready(Ok(())) };
            self.put(&picture, cx)?;
        }
    }

    fn poll_to_do(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<ToDo>> {
        if let Some(failed) = self.failed.take() {
            return Poll::Ready(Err(failed));
        }
        if 0 < self.skipped {
            return Poll::Ready(Ok(ToDo::Tell(std::mem::take(&mut self.skipped))));
        }
        if let Some(since) = self.since {
            return Poll::Ready(Ok(ToDo::Drain(since)));
        }
        if !self.tender.as_ref().is_some_and(|it| it.will_wake(cx.waker())) {
            self.tender = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}

/// A socket that takes nothing of something will take nothing more.
fn something(taken: usize) -> io::Result<usize> {
    if taken == 0 { Err(io::ErrorKind::WriteZero.into()) } else { Ok(taken) }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send> Screen for Mutex<Line<S>> {
    fn show(&self, picture: &Picture) {
        self.lock().unwrap_or_else(PoisonError::into_inner).show(picture);
    }
}

/// What the other side says, for the protocol's reader; not before it has taken what was sent to it.
impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Wire<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut line = self.line();
        if line.since.is_some() {
            ready!(line.poll_drained(cx))?;
        }
        Pin::new(&mut line.stream).poll_read(cx, buf)
    }
}

/// What the protocol's reader answers by itself: pongs, and that the connection is closed.
impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.line().write(Bytes::copy_from_slice(buf), cx)?;
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.line().poll_drained(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut line = self.line();
        ready!(line.poll_drained(cx))?;
        Pin::new(&mut line.stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests;
