//! The user's state folder: what a terminal keeps for itself from one run to the next.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folder, where the system has one.
pub(super) fn folder() -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "roadshow")?;
    let folder = folders.state_dir().unwrap_or_else(|| folders.data_local_dir());
    Some(folder.to_owned())
}

/// An id as part of a file's name. Ids come from the hub, so that all but letters and digits is spelt
/// out: no id leads out of the folder or to another seat's file.
pub(super) fn spelt(id: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02x}"),
    };
    id.bytes().map(sign).collect()
}
