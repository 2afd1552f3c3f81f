//! The definition of a final: who pitches in which room, judged by whom, how long, for which awards.
//!
//! A session is read from `sessions/*.toml` once, checked as a whole (`crate::definition`), and
//! written into the journal's first record, so that a journal explains itself. Here everything is
//! consistent: every id that is named exists.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    At, Carry, ComponentId, DeductionRule, Draw, GroupId, Ms, Panel, PanelId, ProjectId, Projects,
    RoomId, Rubric, SeatId, Text,
};

/// A whole final, or a showcase without scoring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its name among sessions; the journal's file is called after it.
    pub id: String,
    /// What the board says on top.
    pub title: Text,
    /// Who holds it, for papers.
    pub organiser: Option<Text>,
    /// The notice or rules it follows.
    pub source: Option<Text>,
    /// The language screens begin in: `zh` or `en`.
    pub language: String,
    /// When a locked score is to become public (公布时机).
    #[serde(default, skip_serializing_if = "is_default")]
    pub release: ReleasePolicy,
    /// What the hall sees of a released score.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reveal: Reveal,
    /// What it takes to trust its scores, beyond the rules of every session.
    #[serde(default, skip_serializing_if = "is_default")]
    pub safeguards: Safeguards,
    /// The groups, in the order the board lists them.
    pub groups: Vec<Group>,
    /// The rooms, which run at the same time.
    pub rooms: Vec<Room>,
    /// Every project, in the order of the file; those in reserve too.
    pub projects: Projects,
    /// What points are deducted for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<DeductionRule>,
    /// What is carried in from an earlier round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carry: Vec<Carry>,
    /// The panels, where there are several with weights; else every judge counts alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panels: Vec<Panel>,
    /// Whether rooms that share a group are brought to the same mean (二次平均法).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub room_coefficient: bool,
    /// How the run order was drawn; `None` where it is the order of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Whom a session trusts with what: by itself, the host with a release and nobody with open marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Safeguards {
    /// Whether the supervisor signs every release together with the host.
    #[serde(default)]
    pub co_signed_release: bool,
    /// Whether a sheet comes in sealed and is opened when the whole panel's are in, so that nobody,
    /// not even who runs the hub, can read a mark while others still score.
    #[serde(default)]
    pub sealed_sheets: bool,
    /// Whether the consoles get the marks of the project that is up, to show while a key is held.
    #[serde(default)]
    pub marks_on_console: bool,
}

impl Safeguards {
    /// Whether it asks for none.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// When a locked score is to become public. It decides when the host is asked to release, and never
/// releases by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReleasePolicy {
    /// As soon as it is locked (当场公布).
    #[default]
    AtOnce,
    /// When the next project is on stage, or has been.
    AfterNext,
    /// With the others of its half-day.
    Batch,
    /// When the whole group is locked.
    End,
}

/// What the hall sees of a released score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reveal {
    /// The score alone.
    #[default]
    Score,
    /// The judges' totals too, dropped ones marked, without saying whose they are.
    Seats,
    /// The same with the names of the seats (亮分).
    Names,
}

/// Projects that are ranked among themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its name in files.
    pub id: GroupId,
    /// 企业组.
    pub name: Text,
    /// What its projects are judged by; `None` in a showcase, where nothing is scored.
    pub rubric: Option<Rubric>,
    /// How long each phase of its projects takes.
    pub timing: Timing,
    /// How many projects the notice sends to the final.
    pub finalists: Option<u32>,
    /// Its awards, highest first.
    pub awards: Vec<Award>,
    /// How long a place that has become free is filled from the reserve.
    #[serde(default, skip_serializing_if = "is_default")]
    pub backfill: Backfill,
}

/// Until when the next project of the preliminary ranking takes the place of one that left (递补).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Backfill {
    /// Not at all (弃赛不作递补).
    #[default]
    Never,
    /// Until the run order has been drawn.
    Draw,
    /// Until the group's first project has been called up.
    Opening,
    /// Until the turn of the one that left.
    Turn,
}

/// The clock of one project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// The pitch.
    pub presentation: Ms,
    /// Questions and answers; `None` when there are none.
    pub questions: Option<Ms>,
    /// The window judges have to score in; it is shown and never closes by itself.
    pub scoring: Ms,
    /// What passes from one project to the next (换场), as far as the plan of the day goes.
    #[serde(default, skip_serializing_if = "Ms::is_zero")]
    pub changeover: Ms,
    /// How long before the end screens warn, longest first.
    pub warnings: Vec<Ms>,
    /// What the countdown does at zero.
    pub at_zero: AtZero,
}

/// What a countdown does at zero. The phase itself goes on until the host ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AtZero {
    /// It stays at 0:00: time is up.
    Hold,
    /// It counts the overtime up.
    CountUp,
}

/// An award (奖项) of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// 一等奖.
    pub name: Text,
    /// How many there are, at least 1.
    pub places: u32,
}

/// A hall with its own host, panel, timer and board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Its name in files and links.
    pub id: RoomId,
    /// What people call it.
    pub name: Text,
    /// The panel (评审组); empty in a showcase.
    pub judges: Vec<JudgeSeat>,
    /// The run order (路演顺序) that the evening begins with.
    pub order: Vec<ProjectId>,
    /// When its first project is planned to be called up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<At>,
    /// The breaks, by turn; they divide the run order into half-days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
}

/// A pause in a room's run order (茶歇、午休).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    /// After so many turns, from 1.
    pub after: u32,
    /// What it is called.
    pub name: Text,
    /// How long it is planned to take.
    pub length: Ms,
}

/// A judge's place at the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgeSeat {
    /// Its name in links and the journal.
    pub id: SeatId,
    /// What screens call it; a seat, not a person.
    pub name: Text,
    /// What the seat is for: 行业专家, 投资专家.
    pub field: Option<Text>,
    /// The panel it belongs to, where there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panel: Option<PanelId>,
    /// The projects it stays out of (回避), declared before the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recused: Vec<Recusal>,
}

/// A conflict of interest that was declared before the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    /// The project.
    pub project: ProjectId,
    /// Why, for the record.
    pub reason: String,
}

/// One entry of the contest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its number on stage.
    pub id: ProjectId,
    /// The group it competes in.
    pub group: GroupId,
    /// Its name.
    pub name: Text,
    /// The company or team behind it.
    pub entrant: Option<Text>,
    /// What the entrant is.
    pub kind: Option<EntrantKind>,
    /// When the entrant was registered as a company.
    pub registered: Option<NaiveDate>,
    /// How many core members it names.
    pub core_members: Option<u32>,
    /// Its field: 金属增材.
    pub field: Option<Text>,
    /// Where it comes from (所在地区): 江苏.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Text>,
    /// Its rank in reserve, from 1: it pitches only if it takes the place of one that left. `None`
    /// for a finalist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserve: Option<u32>,
    /// What it brings along from an earlier round.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub carried: BTreeMap<ComponentId, Decimal>,
}

/// What stands behind a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntrantKind {
    /// An established company (企业).
    Company,
    /// A company in its first years (初创企业).
    StartUp,
    /// A team without a company (团队).
    Team,
}

impl Project {
    /// A finalist of which nothing but its number is known.
    pub fn numbered(id: ProjectId, group: GroupId) -> Self {
        let name = id.as_str().into();
        let (entrant, kind, registered, core_members) = (None, None, None, None);
        let (field, region, reserve, carried) = (None, None, None, BTreeMap::new());
        Self {
            id,
            group,
            name,
            entrant,
            kind,
            registered,
            core_members,
            field,
            region,
            reserve,
            carried,
        }
    }
}

impl Session {
    /// The project of this id.
    pub fn project(&self, id: &ProjectId) -> Option<&Project> {
        self.projects.of(id)
    }

    /// The group of this id.
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The group a project competes in.
    pub fn group_of(&self, project: &ProjectId) -> Option<&Group> {
        self.group(&self.project(project)?.group)
    }

    /// The projects of a group that are not in reserve, in the order of the file.
    pub fn finalists_of<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = &'a Project> {
        self.projects.iter().filter(move |it| it.group == *group && it.reserve.is_none())
    }

    /// The room of this id.
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }

    /// The panel that a judge's seat belongs to, where there are several.
    pub fn panel_of(&self, seat: &SeatId) -> Option<&PanelId> {
        if self.panels.is_empty() {
            return None;
        }
        let mut seats = self.rooms.iter().flat_map(|room| &room.judges);
        seats.find(|judge| judge.id == *seat)?.panel.as_ref()
    }

    /// Whether anything is scored at all.
    pub fn is_scored(&self) -> bool {
        self.groups.iter().any(|group| group.rubric.is_some())
    }
}
