//! The audit's table of authors, which is written by hand, beside the table of rights: what a wish writes
//! may be by those who may ask for it, and by nobody else.

use std::collections::{BTreeMap, BTreeSet};

use super::{RIGHT, asked, evenings, moment::together, roles};
use crate::{
    audit::AUTHORS,
    contest::{
        Role, Wish,
        sample::{Evening, seat},
    },
};

/// The kinds of facts, each with the roles of whoever can have made them.
#[derive(Default)]
struct Written(BTreeMap<String, BTreeSet<&'static str>>);

impl Written {
    fn note(&mut self, evening: &Evening, from: usize, by: &[Role]) {
        for (_, fact) in &evening.facts[from..] {
            let fact = serde_json::to_value(fact).unwrap();
            let kind = fact["fact"].as_str().unwrap().to_owned();
            self.0.entry(kind).or_default().extend(by.iter().map(|it| it.as_str()));
        }
    }

    fn roles(&self, kind: &str) -> BTreeSet<&'static str> {
        self.0.get(kind).cloned().unwrap_or_default()
    }
}

#[test]
fn the_audits_table_of_authors_is_that_of_the_rights() {
    let (mut alone, mut by_two) = (Written::default(), Written::default());
    for (_, moments) in evenings() {
        for begun in moments.iter().map(|it| &it.evening) {
            for asked in asked::all(&begun.contest) {
                let right = roles(asked.wish.word());
                let by = RIGHT.iter().find(|by| right.contains(&seat(by).role())).unwrap();
                let mut evening = asked.prepared(begun, by);
                let from = evening.facts.len();
                let _ = evening.ask(by, &asked.wish);
                let is_second = matches!(asked.wish, Wish::Agree { .. });
                (if is_second { &mut by_two } else { &mut alone }).note(&evening, from, right);
                if let Wish::Propose { act, .. } = asked.wish {
                    together(&mut evening, act);
                    by_two.note(&evening, from, roles("agree"));
                }
            }
        }
    }
    for (kind, authors) in AUTHORS {
        // A bulletin is by whoever made it necessary; else the table says who can do it alone, if anybody.
        let mut expected = alone.roles(kind);
        if expected.is_empty() || kind == "corrected" {
            expected.extend(by_two.roles(kind));
        }
        assert_eq!(authors.iter().copied().collect::<BTreeSet<_>>(), expected, "{kind}");
    }
    let known: BTreeSet<_> = AUTHORS.iter().map(|it| it.0.to_owned()).collect();
    let unknown: Vec<_> =
        alone.0.keys().chain(by_two.0.keys()).filter(|it| !known.contains(*it)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}
