//! The names things are called by: short texts from the session file that cannot be mixed up.

use std::{cell::RefCell, fmt, sync::Arc};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Visitor},
};

/// The longest id, in bytes: it must stay readable in a link and beside a name on stage.
pub const LONGEST_ID: usize = 24;

/// Reads an id straight to where it is kept; nobody makes the hub keep a longer one.
struct Id;

impl Visitor<'_> for Id {
    type Value = Arc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Arc<str>, E> {
        if LONGEST_ID < text.len() {
            return Err(E::custom(format_args!("an id has at most {LONGEST_ID} characters")));
        }
        Ok(shared(text))
    }
}

/// So many ids a thread keeps, each the last one that it has met of those with the same hash.
const KEPT: usize = 256;

thread_local! {
    static MET: RefCell<[Option<Arc<str>>; KEPT]> = const { RefCell::new([const { None }; KEPT]) };
}

/// The id that this thread has met before, where it still has it: in records and on the wire the same ones come again
/// and again, and whoever has one shares it. Nothing but memory hangs on it.
fn shared(text: &str) -> Arc<str> {
    let hashed = |sum: usize, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte));
    MET.with_borrow_mut(|met| match met.get_mut(text.bytes().fold(0, hashed) % KEPT) {
        Some(Some(same)) if **same == *text => Arc::clone(same),
        Some(other) if text.len() <= LONGEST_ID => Arc::clone(other.insert(text.into())),
        _ => text.into(),
    })
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in the session file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(Id).map(Self)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(shared(text))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id! {
    /// A project (参赛项目), as printed on the run order: `E07`.
    ProjectId
}
id! {
    /// A group (组别) that is ranked by itself: `enterprise`.
    GroupId
}
id! {
    /// A room with its own host, panel, timer and board: `A`.
    RoomId
}
id! {
    /// A judge's seat (评委席), unique in the whole session: `A3`. It outlives person and connection.
    SeatId
}
id! {
    /// A criterion (评分项) of a rubric, unique in that rubric: `technology`.
    CriterionId
}
id! {
    /// A panel (评审组) with a weight of its own: `experts`, `media`.
    PanelId
}
id! {
    /// A component carried in from an earlier round: `preliminary`.
    ComponentId
}
id! {
    /// A rule by which points are deducted: `overtime`.
    DeductionId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_met_again_is_shared() {
        let read = |id: &str| serde_json::from_value::<ProjectId>(id.into()).unwrap();
        let all: Vec<_> = (0..2 * KEPT).map(|nth| format!("E{nth:02}")).collect();
        for id in &all {
            let (first, second) = (read(id), read(id));
            assert!(Arc::ptr_eq(&first.0, &second.0) && first.as_str() == id);
        }
        assert!(all.iter().all(|id| read(id).as_str() == id), "others have had its place since");
    }

    #[test]
    fn an_id_that_is_read_has_at_most_24_characters() {
        let read = |length| serde_json::from_value::<ProjectId>("x".repeat(length).into());
        assert!(read(24).is_ok());
        assert!(read(25).is_err());
        let seat =
            |length| format!("{}/judge/A1", "x".repeat(length)).parse::<crate::contest::Seat>();
        assert!(seat(24).is_ok());
        assert!(seat(25).is_err());
    }
}
