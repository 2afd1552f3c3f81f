//! Names with how many of each: groups with their finalists, awards with their places.

use std::str::FromStr;

use super::Misfit;
use crate::{
    contest::{Award, GroupId, Text},
    definition,
};

/// How many go to the final, group by group: `enterprise=30,startup=20`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Finalists(pub(in crate::cli) Vec<(GroupId, u32)>);

impl FromStr for Finalists {
    type Err = Misfit;
    fn from_str(text: &str) -> Result<Self, Misfit> {
        let mut groups: Vec<(GroupId, u32)> = Vec::new();
        for part in counted(text) {
            let not_a_group = |part| Misfit::new("misfit-finalists", part);
            let (name, places) = part.map_err(not_a_group)?;
            if !definition::is_id(name) {
                return Err(not_a_group(name.to_owned()));
            }
            if groups.iter().any(|(group, _)| group.as_str() == name) {
                return Err(Misfit::new("misfit-finalists-twice", name));
            }
            groups.push((name.into(), places));
        }
        if groups.is_empty() {
            Err(Misfit::new("misfit-finalists-none", text))
        } else {
            Ok(Self(groups))
        }
    }
}

/// Names with a count above zero, `a=1,b=2`; of what is none of these the text.
fn counted(text: &str) -> impl Iterator<Item = Result<(&str, u32), String>> {
    fn pair(part: &str) -> Option<(&str, u32)> {
        let (name, count) = part.split_once('=')?;
        let count = count.trim().parse().ok().filter(|count| *count > 0)?;
        Some((name.trim(), count)).filter(|(name, _)| !name.is_empty())
    }
    let parts = text.split([',', '，']).filter(|part| !part.trim().is_empty());
    parts.map(|part| pair(part).ok_or_else(|| part.to_owned()))
}

/// Awards, highest first: `一等奖=1,二等奖=3`.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Awards(pub(in crate::cli) Vec<Award>);

impl FromStr for Awards {
    type Err = Misfit;
    fn from_str(text: &str) -> Result<Self, Misfit> {
        let award = |(name, places)| Award { name: Text::from(name), places };
        let awards = counted(text)
            .map(|part| part.map(award).map_err(|part| Misfit::new("misfit-award", part)));
        awards.collect::<Result<_, _>>().map(Self)
    }
}
