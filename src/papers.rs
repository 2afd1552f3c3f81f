//! Official forms and exports: what leaves the program as a file or on stdout.

pub mod results;
