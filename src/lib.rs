//! roadshow runs the live finals of a startup contest. The layers, from the ground up; the plan of
//! the house is `docs/ARCHITECTURE.md`.

pub mod audit;
pub mod contest;

pub mod clock;
pub mod words;

pub mod definition;
pub mod hub;
pub mod journal;
pub mod protocol;

pub mod client;
pub mod papers;
pub mod tui;

pub mod bench;
pub mod demo;
pub mod rehearsal;

pub mod cli;
