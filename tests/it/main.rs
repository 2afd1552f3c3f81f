//! The program from outside: real processes, real sockets, real journals.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod hub;
mod kill;
mod support;
