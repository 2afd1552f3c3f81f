//! An evening from its journal, for whatever is made of it.

use std::path::Path;

use super::{Failure, results};
use crate::{
    hub,
    papers::evening::{Evening, Told},
};

/// Reads and replays a journal, whether or not a hub is writing it.
pub(super) fn read(journal: &Path) -> Result<Evening, Failure> {
    let mut records = Vec::new();
    let replayed = hub::replay_each(journal, |record| {
        let (by, fact) = (record.by.clone(), record.fact.clone());
        records.push(Told { seq: record.seq, at: record.at, wall: record.wall, by, fact });
    });
    let replayed = replayed.map_err(Failure::Opening)?;
    let journal = results::row(&replayed);
    Ok(Evening { contest: replayed.contest, records, journal })
}
