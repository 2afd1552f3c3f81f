//! A sheet's marks. There are as many sheets as projects times judges, and a sheet has few marks: so it is a list and no
//! tree, and is otherwise as a map is: `marks_are_a_map`. (`litemap` is such a one, and writes an empty map as `[]`,
//! which would be another journal.)

use std::{fmt, iter::Map, mem, ops::Index, slice, vec};

use rust_decimal::Decimal;
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

use super::CriterionId;

/// A judge's marks by criterion, in the order of the criteria's ids; of a two-level rubric the marks of the
/// items. At a gate 1 is a pass and 0 a fail.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Marks(Vec<(CriterionId, Decimal)>);

impl Marks {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// None, with room for so many.
    pub fn with_capacity(most: usize) -> Self {
        Self(Vec::with_capacity(most))
    }

    /// Where the mark for a criterion is. One after the other: whether two ids are the same shows at the first look.
    fn find(&self, criterion: &CriterionId) -> Option<usize> {
        self.0.iter().position(|(own, _)| own == criterion)
    }

    /// The mark for a criterion.
    pub fn get(&self, criterion: &CriterionId) -> Option<&Decimal> {
        self.0.get(self.find(criterion)?).map(|(_, mark)| mark)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, criterion: &CriterionId) -> Option<&mut Decimal> {
        let at = self.find(criterion)?;
        self.0.get_mut(at).map(|(_, mark)| mark)
    }

    /// Whether there is a mark for a criterion.
    pub fn contains_key(&self, criterion: &CriterionId) -> bool {
        self.find(criterion).is_some()
    }

    /// Sets the mark for a criterion, and gives back the one before it.
    pub fn insert(&mut self, criterion: CriterionId, mark: Decimal) -> Option<Decimal> {
        if self.0.last().is_none_or(|(last, _)| *last < criterion) {
            self.0.push((criterion, mark)); // As they are read from what was written in order.
            return None;
        }
        if let Some(own) = self.get_mut(&criterion) {
            return Some(mem::replace(own, mark));
        }
        let at = self.0.partition_point(|(own, _)| *own < criterion);
        self.0.insert(at, (criterion, mark));
        None
    }

    /// Takes the mark for a criterion away.
    pub fn remove(&mut self, criterion: &CriterionId) -> Option<Decimal> {
        self.find(criterion).map(|at| self.0.remove(at).1)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The marks with their criteria.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(criterion, mark)| (criterion, mark))
    }

    /// The same, the marks to be changed.
    pub fn iter_mut(&mut self) -> IterMut<'_> {
        self.0.iter_mut().map(|(criterion, mark)| (criterion, mark))
    }

    /// The criteria.
    pub fn keys(&self) -> impl Iterator<Item = &CriterionId> {
        self.0.iter().map(|(criterion, _)| criterion)
    }

    /// The marks alone.
    pub fn values(&self) -> impl Iterator<Item = &Decimal> {
        self.0.iter().map(|(_, mark)| mark)
    }

    /// The same, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Decimal> {
        self.0.iter_mut().map(|(_, mark)| mark)
    }
}

type Iter<'m> = Map<
    slice::Iter<'m, (CriterionId, Decimal)>,
    fn(&'m (CriterionId, Decimal)) -> (&'m CriterionId, &'m Decimal),
>;

type IterMut<'m> = Map<
    slice::IterMut<'m, (CriterionId, Decimal)>,
    fn(&'m mut (CriterionId, Decimal)) -> (&'m CriterionId, &'m mut Decimal),
>;

impl<'m> IntoIterator for &'m Marks {
    type Item = (&'m CriterionId, &'m Decimal);
    type IntoIter = Iter<'m>;

    fn into_iter(self) -> Iter<'m> {
        self.iter()
    }
}

impl<'m> IntoIterator for &'m mut Marks {
    type Item = (&'m CriterionId, &'m mut Decimal);
    type IntoIter = IterMut<'m>;

    fn into_iter(self) -> IterMut<'m> {
        self.iter_mut()
    }
}

impl IntoIterator for Marks {
    type Item = (CriterionId, Decimal);
    type IntoIter = vec::IntoIter<(CriterionId, Decimal)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Of several marks for a criterion the last counts.
impl FromIterator<(CriterionId, Decimal)> for Marks {
    fn from_iter<I: IntoIterator<Item = (CriterionId, Decimal)>>(marks: I) -> Self {
        let mut all = Self::default();
        all.extend(marks);
        all
    }
}

impl Extend<(CriterionId, Decimal)> for Marks {
    fn extend<I: IntoIterator<Item = (CriterionId, Decimal)>>(&mut self, marks: I) {
        for (criterion, mark) in marks {
            self.insert(criterion, mark);
        }
    }
}

impl<const N: usize> From<[(CriterionId, Decimal); N]> for Marks {
    fn from(marks: [(CriterionId, Decimal); N]) -> Self {
        marks.into_iter().collect()
    }
}

/// Of a criterion that is sure to have a mark.
impl Index<&CriterionId> for Marks {
    type Output = Decimal;

    #[expect(clippy::expect_used, reason = "as of any map")]
    fn index(&self, criterion: &CriterionId) -> &Decimal {
        self.get(criterion).expect("the criterion has a mark")
    }
}

impl fmt::Debug for Marks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self)
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Sheet)
    }
}

struct Sheet;

impl<'de> Visitor<'de> for Sheet {
    type Value = Marks;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut marks: A) -> Result<Marks, A::Error> {
        let mut all = Marks::default();
        while let Some((criterion, mark)) = marks.next_entry()? {
            all.insert(criterion, mark);
        }
        all.0.shrink_to_fit();
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn marks_are_a_map(given in prop::collection::vec(("[a-c]", 0_u32..3), 0..8), gone in "[a-c]") {
            let given = || given.iter().map(|(id, mark)| (id.as_str().into(), (*mark).into()));
            let (mut marks, mut map) = (given().collect::<Marks>(), given().collect::<BTreeMap<CriterionId, Decimal>>());
            let gone = gone.as_str().into();
            prop_assert_eq!(marks.get(&gone), map.get(&gone));
            prop_assert_eq!(marks.remove(&gone), map.remove(&gone));
            prop_assert!(marks.iter().eq(&map));
            prop_assert_eq!(format!("{marks:?}"), format!("{map:?}"));
            let text = serde_json::to_string(&marks).unwrap();
            prop_assert_eq!(&text, &serde_json::to_string(&map).unwrap());
            prop_assert_eq!(serde_json::from_str::<Marks>(&text).unwrap(), marks);
        }
    }
}
