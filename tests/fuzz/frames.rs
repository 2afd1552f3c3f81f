//! A frame that is read is written back as one that says the same; one that is not, is so at a place, or
//! as a whole: it is JSON, and something is missing or has no meaning.

use roadshow::protocol::{Ask, Say};

pub(crate) fn hold(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    match serde_json::from_str::<Ask>(text) {
        Ok(ask) => assert_eq!(serde_json::from_str::<Ask>(&ask.encode()).unwrap(), ask),
        Err(error) => has_a_place(&error, text),
    }
    match serde_json::from_str::<Say>(text) {
        Ok(say) => assert_eq!(serde_json::from_str::<Say>(&say.encode()).unwrap(), say),
        Err(error) => has_a_place(&error, text),
    }
}

pub(crate) fn has_a_place(error: &serde_json::Error, text: &str) {
    if error.line() == 0 {
        assert!(error.is_data(), "{error}");
        return;
    }
    let lines: Vec<&str> = text.split('\n').collect();
    let line = error.line().checked_sub(1).and_then(|line| lines.get(line));
    let line = line.unwrap_or_else(|| panic!("{error} in {} lines", lines.len()));
    assert!(error.column() <= line.len() + 1, "{error} in a line of {}", line.len());
}
