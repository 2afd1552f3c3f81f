//! A picture as a terminal keeps it: its sections as they came. Who shows one reads of it what it shows, and to take
//! in what has changed costs nothing for what has not.

use std::{collections::BTreeMap, sync::Arc};

use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, value::MapDeserializer},
};
use serde_json::value::RawValue;

/// The sections of a picture, by name. Clones share their texts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sections(BTreeMap<Arc<str>, Arc<RawValue>>);

impl Sections {
    /// What they say, as a view.
    ///
    /// # Errors
    ///
    /// When they are the picture of another view.
    pub fn read<T: DeserializeOwned>(&self) -> serde_json::Result<T> {
        let sections = self.0.iter().map(|(name, section)| (&**name, &**section));
        T::deserialize(MapDeserializer::new(sections))
    }

    /// One section; `None` where it is not there or says something else.
    pub fn part<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        serde_json::from_str(self.0.get(name)?.get()).ok()
    }

    /// Takes in sections that have changed.
    pub fn extend(&mut self, changed: Self) {
        self.0.extend(changed.0);
    }
}

/// Whether their texts are the same.
impl PartialEq for Sections {
    fn eq(&self, other: &Self) -> bool {
        let texts = self.0.iter().map(|(name, section)| (name, section.get()));
        texts.eq(other.0.iter().map(|(name, section)| (name, section.get())))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Sections;

    fn sections(of: &Value) -> Sections {
        serde_json::from_str(&of.to_string()).unwrap()
    }

    #[test]
    fn sections_that_have_changed_take_the_place_of_what_was_there() {
        let mut picture = sections(&json!({"a": {"增": ["\"", 1]}, "b": 2}));
        picture.extend(sections(&json!({"b": [3], "c": null})));
        let now = json!({"a": {"增": ["\"", 1]}, "b": [3], "c": null});
        assert_eq!(picture.read::<Value>().unwrap(), now);
        assert_eq!(serde_json::to_value(&picture).unwrap(), now);
        assert_eq!(picture, sections(&now));
        assert_ne!(picture, sections(&json!({"a": 1})));
    }

    #[test]
    fn a_section_that_says_something_else_is_none() {
        let picture = sections(&json!({"a": "b"}));
        assert_eq!(picture.part::<String>("a"), Some("b".to_owned()));
        assert_eq!(picture.part::<u32>("a"), None);
        assert_eq!(picture.part::<String>("c"), None);
    }
}
