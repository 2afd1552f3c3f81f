//! The program `roadshow`: all it does is in the library's `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    roadshow::cli::main()
}
