//! The durable, hash-chained record of an evening.
