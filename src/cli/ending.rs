//! How the process is told to end from outside.

#[cfg(unix)]
use std::{future::poll_fn, task::Poll};
use std::{io, thread};

use tokio::sync::oneshot;

/// Resolves when the process is told to end: Ctrl-C, or on unix SIGTERM or SIGHUP.
///
/// It listens from the call on, not from the first poll: whoever enters a terminal calls it before,
/// or a signal in between would end the process with the terminal still taken. It must be called
/// inside a runtime.
#[cfg(unix)]
pub(super) fn told_to_end() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::terminate(), SignalKind::hangup(), SignalKind::interrupt()];
    let mut signals: Vec<_> = kinds.into_iter().filter_map(|kind| signal(kind).ok()).collect();
    poll_fn(move |cx| {
        let told = signals.iter_mut().any(|signal| signal.poll_recv(cx).is_ready());
        if told { Poll::Ready(()) } else { Poll::Pending }
    })
}

/// Resolves when the process is told to end.
#[cfg(not(unix))]
pub(super) async fn told_to_end() {
    let _ = tokio::signal::ctrl_c().await;
}

/// Resolves when nobody holds the other end of stdin any more: however a program ends that has started this
/// one, this one does not outlive it.
pub(super) fn left_alone() -> impl Future<Output = ()> {
    let (gone, told) = oneshot::channel();
    // A read of stdin can be given up on a thread of its own only.
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink()); // One that cannot be read is closed too.
        let _ = gone.send(()); // This program may be ending already.
    });
    async {
        let _ = told.await;
    }
}
