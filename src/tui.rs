//! What people see: the screens, and the parts that all screens share.

pub mod dialog;
pub mod digits;
pub mod frame;
pub mod keys;
#[cfg(test)]
pub(crate) mod screen;
pub mod terminal;
pub mod text;
pub mod theme;
