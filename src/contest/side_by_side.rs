//! The same work for each of very many, on several processors at once. What it comes to is the same as one after the
//! other: it stands in the order of what it is of, and hangs neither on how many processors there are nor on whether
//! the system gives threads.

use std::{
    mem, panic,
    sync::{Mutex, PoisonError},
    thread,
};

/// So many are worth a thread, the one that asks among them.
const WORTH_A_THREAD: usize = 1_000;

/// What the work makes of each, in their order.
pub(crate) fn side_by_side<T: Send, R: Send>(all: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let worth = all.len() / WORTH_A_THREAD;
    if worth < 2 {
        return all.into_iter().map(work).collect();
    }
    let processors = thread::available_parallelism().map_or(1, usize::from);
    shared_out(all, processors.min(worth), work)
}

/// The same on so many threads, the one that asks among them.
fn shared_out<T: Send, R: Send>(
    all: Vec<T>,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let (many, size) = (all.len(), all.len().div_ceil(threads));
    let mut rest = all.into_iter();
    let parts: Vec<_> =
        (0..threads).map(|_| Mutex::new(rest.by_ref().take(size).collect::<Vec<_>>())).collect();
    let done = |part: &Mutex<Vec<T>>| {
        let part = mem::take(&mut *part.lock().unwrap_or_else(PoisonError::into_inner));
        part.into_iter().map(&work).collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let done = &done;
        let begun =
            |part| (part, thread::Builder::new().spawn_scoped(scope, move || done(part)).ok());
        let threads: Vec<_> = parts.iter().skip(1).map(begun).collect();
        let mut all = Vec::with_capacity(many);
        all.extend(parts.first().into_iter().flat_map(done));
        for (part, thread) in threads {
            all.extend(match thread {
                Some(thread) => thread.join().unwrap_or_else(|bug| panic::resume_unwind(bug)),
                None => done(part), // The system has no thread to give.
            });
        }
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_side_by_side_stands_in_order() {
        for threads in [1, 2, 3, 7] {
            for many in [0, 1, 6, 7, 8, 100] {
                let done = shared_out((0..many).collect(), threads, |nth| nth + 1);
                assert_eq!(done, (1..=many).collect::<Vec<_>>(), "{threads} threads");
            }
        }
        let (few, many) = (WORTH_A_THREAD, 2 * WORTH_A_THREAD);
        let who = |many| side_by_side((0..many).collect::<Vec<_>>(), |_| thread::current().id());
        assert!(who(few).iter().all(|it| *it == thread::current().id()));
        assert_eq!(who(many).len(), many);
    }
}
