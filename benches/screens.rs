//! What screens cost: `cargo bench --bench screens`, or `-- --quick` without the half minute that the
//! processor is watched.
//!
//! First one frame of each screen, from the model to the cells, in a small and in a large window; then
//! the bytes that a minute of countdown writes to the terminal; and last, on Linux, the processor's time
//! that the program itself takes in a real terminal, idle and while its clock counts.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench stops at a surprise")]
#![expect(clippy::panic, clippy::print_stdout, reason = "its report")]
#![expect(clippy::disallowed_methods, reason = "time is what is measured")]

use std::{
    cell::Cell,
    hint::black_box,
    io::{self, Write},
    rc::Rc,
    time::Instant,
};

use ratatui::{
    Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, buffer::Buffer, layout::Rect,
};
use roadshow::{
    definition::founding,
    tui::theme::Theme,
    words::{Lang, Words},
};

#[path = "../tests/screens/evening.rs"]
#[expect(dead_code, reason = "no keys are pressed here")]
mod evening;
#[cfg(target_os = "linux")]
#[path = "screens/processor.rs"]
mod processor;
#[path = "shared/table.rs"]
mod table;

use evening::{Evening, SEATS};
use table::Table;

const SIZES: [(u16, u16); 2] = [(80, 24), (200, 50)];
const FRAMES: u32 = 500;

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
    for seat in SEATS {
        let [small, large] = SIZES.map(|size| bytes(seat, size, &words, &theme).to_string());
        written.row([seat.to_owned(), small, large]);
    }
    written.tell();
    #[cfg(target_os = "linux")]
    if !std::env::args().any(|argument| argument == "--quick") {
        processor::watch();
    }
}

/// What a terminal is sent for a second, without the first frame and the hints that go.
fn bytes(seat: &str, (width, height): (u16, u16), words: &Words, theme: &Theme) -> usize {
    let mut evening = Evening::of(founding());
    evening.play(12);
    evening.steps(2);
    evening.later(60);
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let written = Rc::new(Cell::new(0));
    let backend = CrosstermBackend::new(Counter(Rc::clone(&written)));
    let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport }).unwrap();
    let mut draw = |evening: &Evening| {
        terminal
            .draw(|frame| evening.draw(seat, words, theme, frame.area(), frame.buffer_mut()))
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
