//! The supervisor's picture: every step of every room, marks and sums too. It changes nothing.
//!
//! Every project is a section of its own, so that one sheet sends one project and not fifty.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    JournalGrowth, RankingView, ReleaseLine,
    lines::{ProjectLine, RoomLine, SessionLine, StageLine},
    tie::{SeparatedLine, TieLine},
};
use crate::{
    contest::{
        Alarm, Bulletin, ComponentId, Contest, Deduction, DeductionRule, Dropped, Field, Group,
        GroupId, Method, Ms, PanelId, PanelScore, Phase, ProjectId, Proposal, Robustness, Room,
        RoomId, Rubric, Scope, Score, Seal, SeatId, SeatState, SeatWord, Stage, Text, Untallied,
        Variant, alarms,
    },
    protocol::{Heads, Storage},
};

/// A supervisor's picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupervisorView {
    /// The session.
    pub session: SessionLine,
    /// The rooms and what is on their stages.
    pub rooms: Vec<AuditRoom>,
    /// The rubrics, by group.
    pub rubrics: Vec<super::GroupRubric>,
    /// The rankings as the hall sees them.
    pub groups: Vec<RankingView>,
    /// Ties that wait for the jury chair.
    pub ties: Vec<TieLine>,
    /// Equal scores that tie rules have separated.
    #[serde(default)]
    pub separated: Vec<SeparatedLine>,
    /// Acts that wait for a second person.
    pub proposals: Vec<Proposal>,
    /// What the releases among them would make of the rankings.
    #[serde(default)]
    pub releases: Vec<ReleaseLine>,
    /// What has been corrected after its release.
    pub bulletins: Vec<Bulletin>,
    /// Whether awards stand, of the groups whose scores are all locked.
    pub awards: Vec<AwardLine>,
    /// What points can be deducted for.
    pub rules: Vec<DeductionRule>,
    /// The journal as it grows.
    pub journal: JournalGrowth,
    /// How storing goes; left out while there is nothing to say.
    #[serde(default, skip_serializing_if = "Storage::is_silent")]
    pub storage: Storage,
    /// Every project by its section, `project:E07`.
    #[serde(flatten)]
    pub projects: BTreeMap<String, AuditLine>,
}

/// A room and what is on its stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRoom {
    /// The room.
    pub room: RoomLine,
    /// Who is on stage, and the clock.
    pub stage: Option<StageLine>,
    /// Its run order.
    pub order: Vec<ProjectId>,
}

/// All of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditLine {
    /// The project.
    pub project: ProjectLine,
    /// The room it pitches in.
    pub room: Option<RoomId>,
    /// Where it is in its life.
    pub stage: Stage,
    /// Why it is absent, moved or out.
    pub reason: Option<String>,
    /// Its panel.
    pub seats: Vec<AuditSeat>,
    /// What its sheets come to, locked or not; `None` while they make no score.
    pub score: Option<AuditScore>,
    /// The word of why they make none: `unscored`, `too-few-sheets` …
    pub no_score: Option<String>,
    /// What to look at in them before the score is locked.
    pub alarms: Vec<Alarm>,
    /// What has been taken off.
    pub deductions: Vec<Deduction>,
    /// How long its phases went on after zero.
    pub overtime: BTreeMap<Phase, Ms>,
    /// The project from the reserve that took its place.
    pub replaced_by: Option<ProjectId>,
}

/// Whether one award would be the same if one thing were done otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardLine {
    /// The group.
    pub group: GroupId,
    /// The award.
    pub award: Text,
    /// Who takes it by the rules as they are.
    pub projects: Vec<ProjectId>,
    /// How many ways of doing it otherwise were tried.
    pub variants: usize,
    /// Those that change who takes it.
    pub changed_by: Vec<Variant>,
}

/// A seat of a panel with its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditSeat {
    /// The seat.
    pub seat: SeatId,
    /// Where it stands with the project.
    pub state: SeatWord,
    /// Why, where that was said.
    pub reason: Option<String>,
    /// What stands for its sheet while that is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
    /// Why its sheet comes on paper, while it does and is not in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_paper: Option<String>,
    /// Its latest sheet, whether it counts or not.
    pub sheet: Option<super::SheetView>,
}

/// How a score comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditScore {
    /// The score as it is announced.
    pub announced: Decimal,
    /// Before anything was deducted.
    pub rounded: Decimal,
    /// Before it was rounded, as a fraction: `365/4`.
    pub exact: String,
    /// What each panel's sheets come to; one without an id where all judges are one.
    pub panels: Vec<AuditPanel>,
    /// What it was multiplied by for its room, as a fraction.
    pub coefficient: Option<String>,
    /// What was carried in.
    pub carried: BTreeMap<ComponentId, Decimal>,
}

/// What one panel's sheets come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPanel {
    /// The panel.
    pub panel: Option<PanelId>,
    /// Its share of the live score.
    pub weight: Decimal,
    /// As a fraction.
    pub exact: String,
    /// How it was computed from so many sheets.
    pub method: Method,
    /// How many sheets there are, dropped ones too.
    pub sheets: usize,
    /// Which a trimmed mean left out.
    pub dropped: Dropped,
}

impl From<Score> for AuditScore {
    fn from(score: Score) -> Self {
        let panel = |it: PanelScore| AuditPanel {
            panel: it.panel,
            weight: it.weight,
            exact: it.tally.exact.to_string(),
            method: it.tally.method,
            sheets: it.tally.sheets,
            dropped: it.tally.dropped,
        };
        Self {
            announced: score.announced,
            rounded: score.rounded,
            exact: score.exact.to_string(),
            panels: score.panels.into_iter().map(panel).collect(),
            coefficient: score.coefficient.map(|it| it.to_string()),
            carried: score.carried.into_iter().map(|it| (it.component, it.value)).collect(),
        }
    }
}

impl SupervisorView {
    pub(super) fn of(contest: &Contest, heads: &Heads) -> Self {
        let session = contest.session();
        let projects = session.projects.iter().filter_map(|project| {
            let line = AuditLine::of(contest, &project.id, session.group(&project.group)?)?;
            Some((format!("project:{}", project.id), line))
        });
        Self {
            session: SessionLine::of(contest),
            rooms: session.rooms.iter().map(|room| AuditRoom::of(contest, room)).collect(),
            rubrics: session.groups.iter().filter_map(super::GroupRubric::of).collect(),
            groups: session.groups.iter().map(|group| RankingView::of(contest, group)).collect(),
            ties: session.groups.iter().flat_map(|group| TieLine::of(contest, group)).collect(),
            separated: (session.groups.iter())
                .flat_map(|group| SeparatedLine::of(&contest.ranking(group)))
                .collect(),
            proposals: contest.proposals().to_vec(),
            releases: ReleaseLine::all(contest),
            bulletins: contest.bulletins().to_vec(),
            awards: session.groups.iter().flat_map(|it| AwardLine::of(contest, it)).collect(),
            rules: session.deductions.clone(),
            journal: JournalGrowth::of(heads),
            storage: Storage::default(),
            projects: projects.collect(),
        }
    }

    /// The projects of a room, in its run order.
    pub fn order_of<'a>(&'a self, room: &'a AuditRoom) -> impl Iterator<Item = &'a AuditLine> {
        room.order.iter().filter_map(|id| self.project(id))
    }

    /// The rubric of a project; `None` where nothing is scored.
    pub fn rubric_of(&self, line: &AuditLine) -> Option<&Rubric> {
        self.rubrics.iter().find(|it| it.group == line.project.group).map(|it| &it.rubric)
    }

    /// All of one project.
    pub fn project(&self, id: &ProjectId) -> Option<&AuditLine> {
        self.projects.get(&format!("project:{id}"))
    }
}

impl AwardLine {
    /// The awards of a group; none while sheets are still taken, when they could not be told anyway.
    fn of(contest: &Contest, group: &Group) -> Vec<Self> {
        let stages = contest.projects_of(&group.id).filter_map(|it| contest.run(&it.id));
        if stages.map(|run| run.stage).any(|stage| stage < Stage::Locked) {
            return Vec::new();
        }
        let Some(field) = Field::of(contest, group, Scope::Locked) else { return Vec::new() };
        let Robustness { awards, outcomes, .. } = Robustness::of(&field);
        let line = |it: crate::contest::Firmness| Self {
            group: group.id.clone(),
            award: it.award,
            projects: it.projects,
            variants: outcomes.len(),
            changed_by: it.changed_by,
        };
        awards.into_iter().map(line).filter(|it| !it.projects.is_empty()).collect()
    }
}

impl AuditLine {
    /// Whether its score may still change without two persons.
    pub fn is_before_the_lock(&self) -> bool {
        self.stage < Stage::Locked
    }

    /// How many sheets count.
    pub fn sheets(&self) -> usize {
        self.seats.iter().filter(|it| it.state == SeatWord::Scored).count()
    }
}

impl AuditRoom {
    fn of(contest: &Contest, room: &Room) -> Self {
        Self {
            room: RoomLine::of(room),
            stage: StageLine::of(contest, room),
            order: contest.order(&room.id).to_vec(),
        }
    }
}

impl AuditLine {
    fn of(contest: &Contest, id: &ProjectId, group: &Group) -> Option<Self> {
        let run = contest.run(id)?;
        let seat = |(seat, state): (&SeatId, &SeatState)| AuditSeat {
            seat: seat.clone(),
            state: state.word(),
            reason: state.reason().map(ToOwned::to_owned),
            seal: state.seal().cloned(),
            on_paper: run.on_paper.get(seat).map(|it| it.reason.clone()),
            sheet: group.rubric.as_ref().zip(state.sheet()).map(super::SheetView::of),
        };
        let score = contest.scored(id).transpose();
        let no_score = score.as_ref().err().map(Untallied::as_str).map(ToOwned::to_owned);
        // Nobody can ask a judge any more once the score is public.
        let is_open = run.stage.takes_sheets() || run.stage == Stage::Locked;
        Some(Self {
            project: ProjectLine::of(contest.session().project(id)?),
            room: contest.room_of(id).map(|room| room.id.clone()),
            stage: run.stage,
            reason: run.reason.clone(),
            seats: run.seats.iter().map(seat).collect(),
            score: score.ok().flatten().map(AuditScore::from),
            no_score,
            alarms: if is_open { alarms(contest, id) } else { Vec::new() },
            deductions: run.deductions.clone(),
            overtime: run.overtime.clone(),
            replaced_by: run.replaced_by.clone(),
        })
    }
}
