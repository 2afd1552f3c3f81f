//! A thread that writes to the disk the latest of what it is given.
//!
//! A key never waits for the disk, and of what piles up meanwhile only the last is written. When the
//! writer is dropped, what is left is written first.

use std::{
    fs, io,
    io::Write,
    path::Path,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use tempfile::NamedTempFile;
use tracing::warn;

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
}

#[derive(Debug)]
struct Slot<T> {
    given: Option<T>,
    is_over: bool,
}

impl<T: Send + 'static> Latest<T> {
    /// A thread of this name; where there can be none, nothing is written and the log says so.
    pub(super) fn written_by(
        name: &'static str,
        write: impl Fn(T) -> io::Result<()> + Send + 'static,
    ) -> Self {
        let slot = Mutex::new(Slot { given: None, is_over: false });
        let next = Arc::new(Next { slot, bell: Condvar::new() });
        let bell = Arc::clone(&next);
        let run = move || {
            while let Some(given) = bell.wait() {
                if let Err(error) = write(given) {
                    warn!(what = name, %error, "could not be kept");
                }
            }
        };
        let thread = thread::Builder::new().name(name.to_owned()).spawn(run);
        let thread = thread.inspect_err(|error| warn!(what = name, %error, "not kept")).ok();
        Self { next, thread }
    }

    /// Gives it something to write, instead of what has not been written yet.
    pub(super) fn give(&self, given: T) {
        self.next.slot().given = Some(given);
        self.next.bell.notify_one();
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

    /// Waits for something to write; `None` when nothing more will come.
    fn wait(&self) -> Option<T> {
        let is_idle = |slot: &mut Slot<T>| slot.given.is_none() && !slot.is_over;
        let slot = self.bell.wait_while(self.slot(), is_idle);
        slot.unwrap_or_else(PoisonError::into_inner).given.take()
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
