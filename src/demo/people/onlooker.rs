//! Somebody who looks on: a board, a timer, a clerk, a console over all rooms. They ask for nothing.

use serde_json::Value;

use super::{Failed, line::Line};

pub(super) struct Onlooker {
    line: Line<Value>,
}

impl Onlooker {
    pub(super) fn new(line: Line<Value>) -> Self {
        Self { line }
    }

    /// Looks on for as long as the link is wanted.
    pub(super) async fn look(mut self) -> Failed {
        loop {
            if let Err(failed) = self.line.hear().await {
                return failed;
            }
        }
    }
}
