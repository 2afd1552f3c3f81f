//! The ranking of a group, as a state of the evening has it.

use serde_json::{Value, json};

use super::{
    definition::{Group, Rules, Ruling, Text},
    evening::Evening,
    number::Halves,
    places::{Place, Ranking},
    score::{NoScore, Score},
    state::State,
};

/// One group's ranking.
pub(super) struct Ranked {
    /// Best first; those that share a place in the order of the session.
    pub(super) standings: Vec<Standing>,
    pub(super) unranked: Vec<Unranked>,
    pub(super) waiting: Vec<Vec<String>>,
}

/// A project's place.
pub(super) struct Standing {
    pub(super) project: String,
    pub(super) place: usize,
    pub(super) award: Option<Text>,
    /// The score as text, with the decimals of the rules.
    pub(super) announced: String,
    pub(super) tie: Option<String>,
    pub(super) score: Score,
}

/// A project without a place.
pub(super) struct Unranked {
    pub(super) project: String,
    pub(super) reason: String,
    /// What was recorded, where the reason is a stage.
    pub(super) note: Option<Value>,
}

impl Evening {
    /// The ranking of a group, as a state has it.
    pub(super) fn ranked(&self, state: &State, group: &Group) -> Ranked {
        let is_released =
            |project: &str| state.runs.get(project).is_some_and(|it| it.is_at("released"));
        let scores = state.scores(&self.session, group, is_released);
        let with_score = scores.iter().filter_map(|(it, score)| Some((*it, score.as_ref().ok()?)));
        let with_score: Vec<_> = with_score.collect();
        let (rules, rulings) = (group.rules(), state.rulings_of(&group.id));
        let ranking = Ranking { rules: &rules, awards: &group.awards, rulings: &rulings };
        let places = ranking.places(&with_score);
        let mut lines: Vec<_> = with_score.into_iter().zip(places).collect();
        lines.sort_by_key(|it| it.1.place); // Stable: who shares a place stays in order.
        let waiting = waiting(&lines);
        let standing = |line: ((&str, &Score), Place)| Standing::of(line, group, rules.decimals);
        Ranked {
            standings: lines.into_iter().map(standing).collect(),
            unranked: self.without_place(state, group, &scores),
            waiting,
        }
    }

    /// The projects of a group that take part and have no score in its ranking.
    fn without_place(
        &self,
        state: &State,
        group: &Group,
        scores: &[(&str, Result<Score, NoScore>)],
    ) -> Vec<Unranked> {
        let own = self.session.projects.iter().filter(|it| it.group == group.id);
        let line = |project: &super::definition::Project| {
            let run = state.runs.get(&project.id)?;
            let score = scores.iter().find(|it| it.0 == project.id).map(|it| &it.1);
            let recorded = run.note.as_deref().filter(|it| !it.is_empty());
            let (reason, note) = match score {
                Some(Ok(_)) => return None,
                Some(Err(why)) => ((*why).to_owned(), None),
                None => (run.stage.clone(), Some(json!(recorded))),
            };
            Some(Unranked { project: project.id.clone(), reason, note })
        };
        own.filter_map(line).collect()
    }
}

/// The ties that wait for the chair, best first.
fn waiting(lines: &[((&str, &Score), Place)]) -> Vec<Vec<String>> {
    let mut waiting: Vec<(usize, Vec<String>)> = Vec::new();
    for ((project, _), place) in lines.iter().filter(|it| it.1.waits) {
        match waiting.last_mut().filter(|it| it.0 == place.place) {
            Some((_, tied)) => tied.push((*project).to_owned()),
            None => waiting.push((place.place, vec![(*project).to_owned()])),
        }
    }
    waiting.into_iter().map(|it| it.1).collect()
}

impl Standing {
    fn of(((project, score), own): ((&str, &Score), Place), group: &Group, decimals: u8) -> Self {
        let award = own.award.and_then(|nth| group.awards.get(nth));
        Self {
            project: project.to_owned(),
            place: own.place,
            award: award.map(|it| it.name.clone()),
            announced: Halves::HalfUp.print(&score.announced, decimals),
            tie: own.tie,
            score: score.clone(),
        }
    }
}

impl Ranked {
    /// Whether nothing can change any more by itself.
    pub(super) fn is_final(&self) -> bool {
        let is_shown = |it: &Unranked| it.reason == "shown";
        let begun = !self.standings.is_empty() || self.unranked.iter().any(is_shown);
        let is_done = |it: &Unranked| {
            let ended = ["shown", "absent", "withdrawn", "disqualified"];
            it.note.is_none() || ended.contains(&it.reason.as_str())
        };
        begun && self.unranked.iter().all(is_done) && self.waiting.is_empty()
    }
}

impl State {
    /// What the chair has decided in a group, oldest first.
    pub(super) fn rulings_of(&self, group: &str) -> Vec<Ruling> {
        self.rulings.iter().filter(|it| it.0 == group).map(|it| it.1.clone()).collect()
    }
}

impl Group {
    /// The rules of its rubric.
    pub(super) fn rules(&self) -> Rules {
        self.rubric.as_ref().map(|it| it.scoring.clone()).unwrap_or_default()
    }
}
