//! roadshow
fn main() {}
