//! A thread that writes to the disk the latest of what it is given.
//!
//! A key never waits for the disk, but for what must be there before something is sent; and of what piles
//! up meanwhile only the last is written. When the writer is dropped, what is left is written first.

use std::{
    fs, io,
    io::Write,
    path::Path,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use tempfile::NamedTempFile;
use tracing::warn;

/// A disk that takes longer for a few kilobytes is not waited for.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

/// The writer's near end.
#[derive(Debug)]
pub(super) struct Latest<T> {
    next: Arc<Next<T>>,
    thread: Option<JoinHandle<()>>,
}

/// What is to be written next, and a bell for the thread.
#[derive(Debug)]
struct Next<T> {
    slot: Mutex<Slot<T>>,
    bell: Condvar,
    /// Rings when something has been written, or could not be.
    written: Condvar,
}

#[derive(Debug)]
struct Slot<T> {
    given: Option<T>,
    /// How often something was given.
    count: u64,
    /// Up to which of these it has been dealt with, and up to which it is on the disk.
    done: u64,
    on_disk: u64,
    is_over: bool,
}

impl<T: Send + 'static> Latest<T> {
    /// A thread of this name; where there can be none, nothing is written and the log says so.
    pub(super) fn written_by(
        name: &'static str,
        write: impl Fn(T) -> io::Result<()> + Send + 'static,
    ) -> Self {
        let slot = Slot { given: None, count: 0, done: 0, on_disk: 0, is_over: false };
        let (slot, bell, written) = (Mutex::new(slot), Condvar::new(), Condvar::new());
        let next = Arc::new(Next { slot, bell, written });
        let bell = Arc::clone(&next);
        let run = move || {
            while let Some((number, given)) = bell.wait() {
                let written = write(given);
                if let Err(error) = &written {
                    warn!(what = name, %error, "could not be kept");
                }
                bell.note(number, written.is_ok());
            }
        };
        let thread = thread::Builder::new().name(name.to_owned()).spawn(run);
        let thread = thread.inspect_err(|error| warn!(what = name, %error, "not kept")).ok();
        Self { next, thread }
    }

    /// Gives it something to write, instead of what has not been written yet.
    pub(super) fn give(&self, given: T) {
        self.next.put(given);
    }

    /// The same, and waits for it: whether it is on the disk.
    pub(super) fn give_now(&self, given: T) -> bool {
        let number = self.next.put(given);
        self.thread.is_some() && self.next.is_on_disk(number)
    }
}

impl<T> Drop for Latest<T> {
    fn drop(&mut self) {
        self.next.slot().is_over = true;
        self.next.bell.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join(); // A panic there has been told of already.
        }
    }
}

impl<T> Next<T> {
    fn slot(&self) -> MutexGuard<'_, Slot<T>> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts down what is to be written, and gives its number.
    fn put(&self, given: T) -> u64 {
        let mut slot = self.slot();
        slot.given = Some(given);
        slot.count += 1;
        self.bell.notify_one();
        slot.count
    }

    /// Waits for something to write, with its number; `None` when nothing more will come.
    fn wait(&self) -> Option<(u64, T)> {
        let is_idle = |slot: &mut Slot<T>| slot.given.is_none() && !slot.is_over;
        let slot = self.bell.wait_while(self.slot(), is_idle);
        let mut slot = slot.unwrap_or_else(PoisonError::into_inner);
        Some((slot.count, slot.given.take()?))
    }

    /// What was put down under this number has been dealt with.
    fn note(&self, number: u64, is_written: bool) {
        let mut slot = self.slot();
        slot.done = number;
        if is_written {
            slot.on_disk = number;
        }
        self.written.notify_all();
    }

    /// Waits until what was put down under this number, or later, is on the disk: whether it is.
    fn is_on_disk(&self, number: u64) -> bool {
        let is_waiting = |slot: &mut Slot<T>| slot.done < number;
        let slot = self.written.wait_timeout_while(self.slot(), LONGEST_WAIT, is_waiting);
        number <= slot.unwrap_or_else(PoisonError::into_inner).0.on_disk
    }
}

/// Puts a file in its place whole, for its user only; without content there is none.
pub(super) fn put(path: &Path, content: Option<&[u8]>) -> io::Result<()> {
    let Some(content) = content else {
        return match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_data()?;
    file.persist(path)?;
    Ok(())
}
