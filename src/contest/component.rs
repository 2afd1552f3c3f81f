//! What a project's score is made of besides one panel's sheets: panels with weights, components
//! carried in from an earlier round, a coefficient for the room.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{ComponentId, PanelId, Text};

/// A panel whose judges are tallied by themselves: experts 0.7, media 0.3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Panel {
    /// Its name in files.
    pub id: PanelId,
    /// What papers call it.
    pub name: Text,
    /// Its share of the live score; the panels' weights add up to 1.
    pub weight: Decimal,
}

/// A component carried in from an earlier round (带入成绩): preliminary 0.3. What the carried
/// components leave of 1 is the live score's share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carry {
    /// Its name in files.
    pub id: ComponentId,
    /// What papers call it.
    pub name: Text,
    /// Its share of the score, above 0 and together below 1.
    pub weight: Decimal,
}
