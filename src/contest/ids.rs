//! The names things are called by: short texts from the session file that cannot be mixed up.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in the session file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
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
