//! Placeholder.
/// Placeholder.
pub struct Words;
