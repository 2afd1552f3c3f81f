//! What a terminal knows of the hub: the latest picture, the state of the link, and a way to ask.

mod news;

pub use news::{LinkState, News, Trouble};
