//! What a preflight finds, and whether it is green, amber or red.
//!
//! Everything that is weighed has its limits here by name, and nothing else decides about a light:
//! `every_limit_has_its_two_sides`.

use std::time::Duration;

use serde::Serialize;

use crate::cli::lights::{Direction, Found, Length, Light, Seconds, above, below};

/// Room for journal and copies: an evening takes some megabytes. Below the first it is amber, below the
/// second red.
const ROOM_AMBER: u64 = 1 << 30;
const ROOM_RED: u64 = 64 << 20;
/// How long a record may take to be on the disk: a judge waits for it. Amber when the slowest takes longer
/// than the first, red when half of them take longer than the second.
const SYNC_AMBER: Duration = Duration::from_millis(50);
const SYNC_RED: Duration = Duration::from_millis(500);
/// Connections that the system lets the hub have: one a screen. Below the first it is amber, below the
/// second red.
const CONNECTIONS_AMBER: usize = 512;
const CONNECTIONS_RED: usize = 128;
/// Round trips: amber when the slowest takes longer than the first, red when even the fastest takes longer
/// than the second.
const TRIP_AMBER: Duration = Duration::from_millis(100);
const TRIP_RED: Duration = Duration::from_secs(1);
/// How far a wall clock may be from the hub's. No countdown hangs on it, but papers and logs do.
const APART_AMBER: Duration = Duration::from_secs(30);
/// What every screen needs, and what the board does.
const SCREEN: (u16, u16) = (80, 24);
const BOARD_COLUMNS: u16 = 100;
/// The colours that the themes are made of; with fewer there is the plain one.
const COLOURS: u16 = 256;

/// Something that was looked at. People read the text under `preflight-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub(super) enum Finding {
    // The definition and the journal.
    SessionGood {
        session: String,
        rooms: usize,
        projects: usize,
    },
    SessionBad {
        count: usize,
        why: String,
    },
    JournalNew {
        path: String,
    },
    JournalGoesOn {
        path: String,
        records: u64,
    },
    JournalRefused {
        why: String,
    },
    KeyNew,
    KeyKept {
        key: String,
    },
    KeyLost {
        path: String,
    },
    KeyRefused {
        why: String,
    },
    // The disk and the copies.
    Room {
        folder: String,
        mib: u64,
    },
    RoomUnknown {
        folder: String,
    },
    Sync {
        times: usize,
        median: Length,
        worst: Length,
    },
    NotWritable {
        folder: String,
        detail: String,
    },
    CopiesNone,
    CopyFirst {
        folder: String,
    },
    CopyOlder {
        folder: String,
    },
    CopyFolderNew {
        folder: String,
    },
    CopySameDisk {
        folder: String,
    },
    CopyRefused {
        why: String,
    },
    CopyMade {
        folder: String,
        time: String,
        head: String,
    },
    CopyWaits {
        folder: String,
    },
    CopyFails {
        folder: String,
        why: String,
    },
    StorageGood,
    StorageCut {
        why: String,
    },
    StorageFails {
        why: String,
    },
    // The network.
    PortFree {
        address: String,
    },
    PortOurs {
        address: String,
    },
    PortOtherHub {
        address: String,
    },
    PortRefused {
        why: String,
    },
    Addresses {
        addresses: Vec<String>,
    },
    AddressesOnlyHere {
        addresses: Vec<String>,
    },
    AddressesUnknown {
        why: String,
    },
    InTheClear,
    // The machine.
    Connections {
        connections: usize,
    },
    WallClock {
        time: String,
        zone: String,
    },
    WallClockBehind {
        time: String,
        zone: String,
        last: String,
    },
    Awake,
    MaySleep,
    // A link.
    Reached {
        address: String,
        protocol: String,
    },
    ReachedInTheClear {
        address: String,
        protocol: String,
    },
    /// It is a loopback address, and another one leads to the hub.
    AddressOfHub {
        address: String,
    },
    /// Another address of the link leads to the hub.
    AddressDead {
        why: String,
    },
    Unreached {
        why: String,
    },
    Versions {
        hub: String,
        own: String,
    },
    RoundTrip {
        best: Length,
        worst: Length,
    },
    Apart {
        apart: Seconds,
        direction: Direction,
    },
    SeatFree {
        seat: String,
    },
    SeatOurs {
        seat: String,
        from: String,
        since: String,
    },
    SeatHeld {
        seat: String,
        from: String,
        since: String,
    },
    SeatConnected {
        seat: String,
        count: usize,
        from: String,
        since: String,
    },
    SeatSilent {
        seat: String,
        from: String,
        since: String,
    },
    SeatEmpty {
        seat: String,
    },
    // This terminal.
    Size {
        columns: u16,
        rows: u16,
    },
    NoTerminal,
    Widths {
        signs: Vec<String>,
    },
    WidthsUnknown,
    ChineseNarrow {
        signs: Vec<String>,
    },
    SignsWide {
        signs: Vec<String>,
    },
    Colours {
        count: u16,
    },
    Bell,
}

impl Found for Finding {
    const FAMILY: &'static str = "preflight";

    fn light(&self) -> Light {
        match self {
            Self::Room { mib, .. } => below(*mib, ROOM_AMBER >> 20, ROOM_RED >> 20),
            Self::Connections { connections } => {
                below(*connections, CONNECTIONS_AMBER, CONNECTIONS_RED)
            }
            Self::Sync { median, worst, .. } => above((median.0, SYNC_RED), (worst.0, SYNC_AMBER)),
            Self::RoundTrip { best, worst } => above((best.0, TRIP_RED), (worst.0, TRIP_AMBER)),
            Self::Apart { apart, .. } if APART_AMBER < apart.0 => Light::Amber,
            Self::Versions { hub, own } if hub != own => Light::Amber,
            Self::Size { columns, rows } if *columns < SCREEN.0 || *rows < SCREEN.1 => Light::Red,
            Self::Size { columns, .. } if *columns < BOARD_COLUMNS => Light::Amber,
            Self::Colours { count } if *count < COLOURS => Light::Amber,
            Self::KeyLost { .. }
            | Self::RoomUnknown { .. }
            | Self::CopiesNone
            | Self::CopyFolderNew { .. }
            | Self::CopySameDisk { .. }
            | Self::CopyWaits { .. }
            | Self::StorageCut { .. }
            | Self::AddressesOnlyHere { .. }
            | Self::InTheClear
            | Self::MaySleep
            | Self::ReachedInTheClear { .. }
            | Self::AddressDead { .. }
            | Self::SeatHeld { .. }
            | Self::SeatSilent { .. }
            | Self::SeatEmpty { .. }
            | Self::NoTerminal
            | Self::WidthsUnknown
            | Self::SignsWide { .. } => Light::Amber,
            Self::SessionBad { .. }
            | Self::JournalRefused { .. }
            | Self::KeyRefused { .. }
            | Self::NotWritable { .. }
            | Self::CopyRefused { .. }
            | Self::CopyFails { .. }
            | Self::StorageFails { .. }
            | Self::PortOtherHub { .. }
            | Self::PortRefused { .. }
            | Self::AddressesUnknown { .. }
            | Self::WallClockBehind { .. }
            | Self::Unreached { .. }
            | Self::ChineseNarrow { .. } => Light::Red,
            _ => Light::Green,
        }
    }
}

#[cfg(test)]
mod tests;
