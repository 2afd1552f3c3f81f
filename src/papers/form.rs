//! The official forms (表格) of a final as plain data: what stands on each paper, before it is laid out
//! on pages or in a workbook. Made once from an [`Evening`], so that every form says the same.
//!
//! What always holds, and the test in `form/tests.rs` (the first: `tests/it/papers.rs`) that guards it:
//!
//! - places, scores and awards are those of `roadshow results`: `every_form_says_what_the_results_say`;
//! - there is a list of awards of a final result only: `there_is_no_award_list_before_a_result_is_final`;
//! - a rehearsal says so on every paper: `every_paper_of_a_rehearsal_says_so`.

mod awards;
mod balance;
mod bulletin;
mod draw;

mod log;
mod ranking;
mod reconciliation;
mod score_sheet;
mod slip;
mod summary;
mod who;

use std::{collections::BTreeMap, sync::Arc};

pub(super) use self::who::{DroppedEnds, called};
use super::{evening::Evening, grid::Grid, tongues::Tongues};
use crate::contest::{
    Contest, Group, GroupResults, ProjectId, Room, Score, Stage, Standing, Text, Untallied,
};

/// The forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormKind {
    /// 评分表: one judge's marks for one project.
    ScoreSheets,
    /// 评委记分平衡表: a judge's own totals.
    Balance,
    /// 成绩汇总表: every judge's totals and what they come to.
    Summary,
    /// 成绩单: what a team takes home.
    Slips,
    /// 抽签记录: how the run order was drawn.
    Draw,
    /// 排名表.
    Ranking,
    /// 获奖名单, of a final result only.
    Awards,
    /// 公示稿: the awards as they are proposed to the public, of a final result only.
    Notice,
    /// 更正公告.
    Bulletins,
    /// 评分表核对表: which sheets came from terminals, and which on paper.
    Reconciliation,
    /// 操作日志.
    Log,
}

/// One form with all its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Which it is.
    pub kind: FormKind,
    /// What it is called.
    pub title: String,
    /// Its copies: a score sheet per judge and project, a ranking per group.
    pub leaves: Vec<Leaf>,
    /// The groups that have none yet, by their names.
    pub without: Vec<Text>,
}

/// One copy of a form: what is signed, stapled and filed as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// What it belongs to: a group, a room. In a workbook those of one are on one worksheet.
    pub section: String,
    /// The title on the paper.
    pub title: String,
    /// What is known of the results that it is about.
    pub state: State,
    /// What stands above the table, each with its label.
    pub facts: Vec<(String, String)>,
    /// What is said before the table.
    pub lead: Vec<String>,
    /// The table.
    pub grid: Grid,
    /// What is said below it.
    pub notes: Vec<String>,
    /// Who signs, line by line.
    pub signatures: Vec<String>,
    /// Whether it lies on its side.
    pub is_wide: bool,
}

/// What is known of the results that a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing of it counts.
    Rehearsal,
    /// It may still change.
    Provisional,
    /// It is final.
    Final,
    /// Nothing is filled in yet.
    Blank,
}

/// Makes forms of an evening.
pub struct Forms<'a> {
    evening: &'a Evening,
    tongues: &'a Tongues,
    manner: Manner,
    results: Vec<Arc<GroupResults>>,
    /// What the sheets come to of every project whose scoring is closed.
    scores: BTreeMap<ProjectId, Result<Score, Untallied>>,
    places: BTreeMap<ProjectId, Standing>,
}

/// How forms are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Manner {
    /// Whether judges are called by their seats only.
    pub anonymous: bool,
    /// Whether score sheets are blank, to be filled in by hand.
    pub blank: bool,
}

impl FormKind {
    /// All, in the order that they are bound in.
    pub const ALL: [Self; 11] = [
        Self::ScoreSheets,
        Self::Balance,
        Self::Summary,
        Self::Slips,
        Self::Draw,
        Self::Ranking,
        Self::Awards,
        Self::Notice,
        Self::Bulletins,
        Self::Reconciliation,
        Self::Log,
    ];

    /// The name of its files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ScoreSheets => "score-sheets",
            Self::Balance => "balance",
            Self::Summary => "summary",
            Self::Slips => "slips",
            Self::Draw => "draw",
            Self::Ranking => "ranking",
            Self::Awards => "awards",
            Self::Notice => "notice",
            Self::Bulletins => "bulletins",
            Self::Reconciliation => "reconciliation",
            Self::Log => "log",
        }
    }
}

impl State {
    /// The state of results that are final or not.
    pub(super) fn of(contest: &Contest, is_final: bool) -> Self {
        match (contest.is_rehearsal(), is_final) {
            (true, _) => Self::Rehearsal,
            (false, true) => Self::Final,
            (false, false) => Self::Provisional,
        }
    }

    /// The stable word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rehearsal => "rehearsal",
            Self::Provisional => "provisional",
            Self::Final => "final",
            Self::Blank => "blank",
        }
    }
}

impl<'a> Forms<'a> {
    /// The forms of this evening.
    pub fn of(evening: &'a Evening, tongues: &'a Tongues, manner: Manner) -> Self {
        let contest = &evening.contest;
        let groups = &contest.session().groups;
        let results: Vec<_> = groups.iter().map(|it| contest.ranking(it)).collect();
        let standings = results.iter().flat_map(|it| &it.standings);
        let places = standings.map(|it| (it.project.clone(), it.clone())).collect();
        let scores = groups.iter().flat_map(|group| closed_scores(contest, group)).collect();
        Self { evening, tongues, manner, results, scores, places }
    }

    /// A form with what there is for it; without a single copy where there is nothing yet.
    pub fn form(&self, kind: FormKind) -> Form {
        let leaves = match kind {
            FormKind::ScoreSheets => self.score_sheets(),
            FormKind::Balance => self.balances(),
            FormKind::Summary => self.summaries(),
            FormKind::Slips => self.slips(),
            FormKind::Draw => self.draw_record(),
            FormKind::Ranking => self.rankings(),
            FormKind::Awards => self.award_lists(),
            FormKind::Notice => self.notices(),
            FormKind::Bulletins => self.bulletins(),
            FormKind::Reconciliation => self.reconciliations(),
            FormKind::Log => self.log(),
        };
        let needs_an_end = matches!(kind, FormKind::Awards | FormKind::Notice);
        let open = self.results.iter().filter(|it| needs_an_end && !self.gives_awards(it));
        let without = open.map(|it| it.name.clone()).collect();
        Form { kind, title: self.title(kind), leaves, without }
    }

    fn title(&self, kind: FormKind) -> String {
        self.tongues.say(&format!("paper-{}", kind.as_str()))
    }

    fn contest(&self) -> &Contest {
        &self.evening.contest
    }

    /// Whether a group's awards may be listed.
    fn gives_awards(&self, results: &GroupResults) -> bool {
        self.state_of(results) == State::Final
    }

    fn state_of(&self, results: &GroupResults) -> State {
        self.live(results.is_final())
    }

    /// The state of what is about the whole evening.
    fn state(&self) -> State {
        self.live(self.results.iter().all(|group| group.is_final()))
    }

    fn live(&self, is_final: bool) -> State {
        State::of(self.contest(), is_final)
    }

    fn state_in(&self, group: &Group) -> State {
        let results = self.results.iter().find(|it| it.id == group.id);
        results.map_or(State::Provisional, |it| self.state_of(it))
    }

    /// The projects of a room in their turns, with the turn from 1.
    fn turns(&self, room: &'a Room) -> impl Iterator<Item = (usize, &'a ProjectId)>
    where
        Self: 'a,
    {
        let order = self.evening.contest.order(&room.id);
        order.iter().enumerate().map(|(nth, project)| (nth + 1, project))
    }

    /// Whether nobody can hand in a sheet for a project any more but by two persons.
    fn is_closed(&self, project: &ProjectId) -> bool {
        is_closed(self.contest().stage_of(project))
    }
}

fn is_closed(stage: Stage) -> bool {
    matches!(stage, Stage::Locked | Stage::Released | Stage::Disqualified)
}

/// What the sheets of a group's projects come to: of released ones as they are ranked.
pub(super) fn closed_scores(
    contest: &Contest,
    group: &Group,
) -> Vec<(ProjectId, Result<Score, Untallied>)> {
    let of_stage = |is_meant: fn(Stage) -> bool| {
        let all = contest.projects_of(&group.id).map(|it| &it.id);
        all.filter(move |it| is_meant(contest.stage_of(it)))
    };
    let released = contest.scores(group, of_stage(|stage| stage == Stage::Released));
    let released = released.into_iter().map(|(project, score)| (project.clone(), score));
    let others = of_stage(|stage| is_closed(stage) && stage != Stage::Released);
    let others = others.filter_map(|it| Some((it.clone(), contest.scored(it)?)));
    released.chain(others).collect()
}

#[cfg(test)]
mod tests;
