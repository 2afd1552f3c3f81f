//! The hub.

pub mod pass;
