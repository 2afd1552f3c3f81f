//! The terminal while a screen has it: entered once, and given back whatever happens.
//!
//! It is given back when [`Terminal`] is dropped, and when any thread panics, before the panic's
//! message is written, the mouse too: `the_mouse_is_given_back_too`,
//! `a_panic_on_any_thread_gives_the_terminal_back` in `tests/terminal.rs`. A panic on another thread
//! takes the terminal away from under a live screen; [`Terminal::draw`] then fails instead of drawing
//! over the message, and the program comes to its end. A terminal that is gone is no reason to panic:
//! `a_screen_whose_window_is_closed_ends_without_a_panic`.

mod means;
mod paint;
mod pen;

use std::{
    io::{self, IsTerminal, Stdout, StdoutLock, Write},
    mem::ManuallyDrop,
    panic,
    sync::{
        Once,
        atomic::{AtomicBool, Ordering},
    },
};

use ratatui::{
    buffer::Buffer,
    crossterm::{
        cursor::Show,
        event::{
            DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
        },
        execute,
        style::Print,
        terminal::{
            Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, SetTitle,
            disable_raw_mode, enable_raw_mode,
        },
    },
    layout::{Position, Rect},
};

pub use self::{means::Means, pen::Pen};

/// Whether a screen has the terminal now; there is one terminal, so there is one flag. It is looked at by who
/// has locked stdout, which each thread can do again, so that nothing is written after it was given back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether that screen has the mouse as well.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Of the mouse's modes only the one for clicks and the wheel: every movement would be an event.
const CLICKS_ONLY: &str = "\x1b[?1003l\x1b[?1002l\x1b[?1000h";

/// Why the terminal could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Input or output is a pipe or a file.
    #[error("input or output is not a terminal")]
    NotATerminal,
    /// The terminal said no.
    #[error("the terminal could not be set up")]
    Io(#[from] io::Error),
}

/// The terminal in raw mode on its alternate screen.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: it would complain on a terminal that may be gone, and panic for that.
    inner: ManuallyDrop<ratatui::Terminal<Pen<Stdout>>>,
    means: Means,
}

impl Terminal {
    /// Takes the terminal, under a title for its window.
    ///
    /// Pasted text arrives as one event, so that a paste on the wrong window presses no keys.
    ///
    /// # Errors
    ///
    /// When there is no terminal or it cannot be set up; it is then as it was.
    pub fn enter(title: &str) -> Result<Self, TerminalError> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(TerminalError::NotATerminal);
        }
        give_back_on_panic();
        TAKEN.store(true, Ordering::SeqCst);
        let means = Means::of_terminal();
        let inner = take(title, means).inspect_err(|_| give_back())?;
        Ok(Self { inner: ManuallyDrop::new(inner), means })
    }

    /// Draws the whole screen; the view says where the cursor is to stand, if anywhere.
    ///
    /// # Errors
    ///
    /// When the terminal does not take it, or a panic elsewhere has taken the terminal away.
    pub fn draw(
        &mut self,
        view: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        let _out = taken()?;
        self.inner.draw(|frame| {
            if let Some(cursor) = view(frame.area(), frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }

    /// Takes clicks and the wheel, or leaves them to the terminal, which selects text with them.
    ///
    /// # Errors
    ///
    /// When the terminal does not take it.
    pub fn take_mouse(&mut self, wanted: bool) -> io::Result<()> {
        // After a panic elsewhere the mouse has been given back as well.
        let Ok(mut out) = taken() else { return Ok(()) };
        if MOUSE.swap(wanted, Ordering::SeqCst) == wanted {
            return Ok(());
        }
        if wanted {
            execute!(out, EnableMouseCapture, Print(CLICKS_ONLY))
        } else {
            execute!(out, DisableMouseCapture)
        }
    }

    /// How large it is.
    ///
    /// # Errors
    ///
    /// When the terminal does not say.
    pub fn area(&self) -> io::Result<Rect> {
        Ok(Rect::from((Position::ORIGIN, self.inner.size()?)))
    }

    /// Forgets what has been drawn, so that the next frame is drawn whole.
    ///
    /// # Errors
    ///
    /// When the terminal does not take it, or a panic elsewhere has taken the terminal away.
    pub fn wipe(&mut self) -> io::Result<()> {
        // Not ratatui's own, which asks the terminal for its cursor and would take the answer from keys.
        execute!(taken()?, Clear(ClearType::All))?;
        *self.inner = ratatui::Terminal::new(Pen::new(io::stdout(), self.means))?;
        Ok(())
    }

    /// Rings the terminal's bell.
    ///
    /// # Errors
    ///
    /// When the terminal does not take it.
    pub fn bell(&mut self) -> io::Result<()> {
        let mut out = io::stdout();
        out.write_all(b"\x07")?;
        out.flush()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// The output, locked for as long as a screen still has the terminal.
fn taken() -> io::Result<StdoutLock<'static>> {
    let out = io::stdout().lock();
    if TAKEN.load(Ordering::SeqCst) {
        Ok(out)
    } else {
        Err(io::Error::other("the terminal was given back after a panic"))
    }
}

fn take(title: &str, means: Means) -> io::Result<ratatui::Terminal<Pen<Stdout>>> {
    enable_raw_mode()?;
    let mut out = io::stdout();
    execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetTitle(title))?;
    ratatui::Terminal::new(Pen::new(out, means))
}

/// Undoes [`take`], once, however often and from wherever it is called.
fn give_back() {
    // After the frame that is being drawn, if it is another thread's.
    let mut out = io::stdout().lock();
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Whatever of it fails, the rest is still worth trying, and nobody is left to be told.
        let _ = disable_raw_mode();
        if MOUSE.swap(false, Ordering::SeqCst) {
            let _ = execute!(out, DisableMouseCapture);
        }
        let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, Show);
    }
}

fn give_back_on_panic() {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            previous(info);
        }));
    });
}
