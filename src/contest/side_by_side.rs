//! The same work for each of very many, on all processors at once. What it comes to is the same as one after the
//! other: it stands in the order of what it is of.

use std::{panic, thread};

/// A thread of its own is worth its start from so many on.
const WORTH_A_THREAD: usize = 1_000;

/// What the work makes of each, in their order.
pub(crate) fn side_by_side<T: Send, R: Send>(
    mut all: Vec<T>,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let worth = all.len() / WORTH_A_THREAD;
    if worth < 2 {
        return all.into_iter().map(work).collect();
    }
    let threads = thread::available_parallelism().map_or(1, usize::from).min(worth);
    let (mut done, work) = (Vec::with_capacity(all.len()), &work);
    thread::scope(|scope| {
        let mut parts: Vec<_> = (1..threads)
            .rev()
            .map(|nth| all.split_off(all.len() * nth / (nth + 1)))
            .map(|part| scope.spawn(|| part.into_iter().map(work).collect::<Vec<_>>()))
            .collect();
        done.extend(all.into_iter().map(work));
        while let Some(part) = parts.pop() {
            done.extend(part.join().unwrap_or_else(|bug| panic::resume_unwind(bug)));
        }
    });
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_side_by_side_stands_in_order() {
        for many in [0, 1, WORTH_A_THREAD, 2 * WORTH_A_THREAD, 9 * WORTH_A_THREAD + 1] {
            let done = side_by_side((0..many).collect(), |nth| nth + 1);
            assert_eq!(done, (1..=many).collect::<Vec<_>>());
        }
    }
}
