//! What screens cost: `cargo bench --bench screens`, or `-- --quick` without the half minute that the
//! processor is watched.
//!
//! First one frame of each screen, from the model to the cells, in a small and in a large window; then
//! the bytes that a minute of countdown writes to the terminal; then how long a key takes to be seen, by
//! how many projects there are; and last, on Linux, the processor's time that the program itself takes in
//! a real terminal, idle and while its clock counts.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]
#![expect(clippy::float_arithmetic, reason = "of microseconds, not of scores")]

use std::{
    cell::Cell,
    hint::black_box,
    io::{self, Write},
    rc::Rc,
    time::Instant,
};

use ratatui::{Terminal, TerminalOptions, Viewport, buffer::Buffer, layout::Rect};
use roadshow::{
    definition::founding,
    tui::{
        terminal::{Means, Pen},
        theme::Theme,
    },
    words::{Lang, Words},
};

#[path = "../tests/screens/evening.rs"]
#[expect(dead_code, reason = "no keys are pressed here")]
mod evening;
#[path = "screens/keys.rs"]
mod keys;
#[cfg(target_os = "linux")]
#[path = "screens/processor.rs"]
mod processor;
#[path = "shared/table.rs"]
mod table;

use evening::{Evening, SEATS};
use table::Table;

const SIZES: [(u16, u16); 2] = [(80, 24), (200, 50)];
const FRAMES: u32 = 500;

/// What xterm and its likes can do; tmux, whose terminfo promises less; a Linux console.
const XTERM: Means = Means { grounds: true, erases: true };
const TMUX: Means = Means { grounds: true, erases: false };
const CONSOLE: Means = Means { grounds: false, erases: false };

fn main() {
    let mut evening = Evening::of(founding());
    evening.play(12);
    evening.steps(2); // The thirteenth project presents.
    let (words, theme) = (Words::new(Lang::Zh), Theme::dark());
    let windows = SIZES.map(|(columns, rows)| format!("{columns}×{rows}"));
    let heads = |what: &'static str| [what, &windows[0], &windows[1]].map(str::to_owned);
    let mut frames =
        Table::new("frames", &heads("one frame (goal: 500 µs)").each_ref().map(String::as_str));
    for seat in SEATS {
        let of = SIZES.map(|size| {
            let area = Rect::new(0, 0, size.0, size.1);
            let mut times: Vec<_> = (0..FRAMES)
                .map(|_| {
                    let mut buf = Buffer::empty(area);
                    let begun = Instant::now();
                    evening.draw(seat, &words, &theme, area, &mut buf);
                    let took = begun.elapsed();
                    black_box(&buf);
                    took.as_micros()
                })
                .collect();
            times.sort_unstable();
            format!("{} µs", times[times.len() / 2])
        });
        let [small, large] = of;
        frames.row([seat.to_owned(), small, large]);
    }
    frames.tell();
    let heads = heads("bytes for a second of countdown (goal: 300)");
    let mut written = Table::new("bytes", &heads.each_ref().map(String::as_str));
    let lesser = [("A/timer", "in tmux", TMUX), ("A/timer", "on a Linux console", CONSOLE)];
    for (seat, place, means) in SEATS.map(|seat| (seat, "", XTERM)).into_iter().chain(lesser) {
        let [small, large] = SIZES.map(|size| bytes(seat, size, means, &theme).to_string());
        written.row([format!("{seat} {place}").trim_end().to_owned(), small, large]);
    }
    written.tell();
    keys::measure();
    #[cfg(target_os = "linux")]
    if !std::env::args().any(|argument| argument == "--quick") {
        processor::watch();
    }
}

/// What a terminal is sent for a second, without the first frame and the hints that go.
fn bytes(seat: &str, (width, height): (u16, u16), means: Means, theme: &Theme) -> usize {
    let words = Words::new(Lang::Zh);
    let mut evening = Evening::of(founding());
    evening.play(12);
    evening.steps(2);
    evening.later(60);
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let written = Rc::new(Cell::new(0));
    let pen = Pen::new(Counter(Rc::clone(&written)), means);
    let mut terminal = Terminal::with_options(pen, TerminalOptions { viewport }).unwrap();
    let mut draw = |evening: &Evening| {
        terminal
            .draw(|frame| evening.draw(seat, &words, theme, frame.area(), frame.buffer_mut()))
            .unwrap();
        written.get()
    };
    let first = draw(&evening);
    let mut all = first;
    for _ in 0..60 {
        evening.later(1);
        all = draw(&evening);
    }
    (all - first) / 60
}

/// Counts what is written.
struct Counter(Rc<Cell<usize>>);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
