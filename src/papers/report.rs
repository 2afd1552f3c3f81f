//! The report of an evening: what a chair and an office look at when it is over. Scores with every judge's
//! total, how severe and how far apart the judges were, whether they agree, whether the order shows, how the
//! day went by the clock, what the awards hang on, what was corrected, and whose link was lost.
//!
//! Here is what there is to tell, as plain data; `said.rs` has the sentences, `terminal.rs` and `page.rs`
//! show the same on a terminal and as a page. Where there are too few to tell, nothing is told.
//!
//! What always holds, and the test that guards it:
//!
//! - places and scores are those of `roadshow results`: `the_report_says_what_the_results_say`;
//! - what is not locked is not in it: `what_is_not_locked_is_not_in_the_report`;
//! - the same journal gives the same bytes: `the_same_journal_gives_the_same_report`.

mod accord;
mod cuts;
mod estimate;
mod glyphs;
mod lines;
mod links;
mod marks;
mod page;
mod plot;
mod record;
mod rows;
mod said;
mod scale;
mod scores;
mod terminal;
mod times;
mod trend;

pub use accord::{Accord, Measures};
pub use cuts::Cut;
pub use estimate::Interval;
pub use glyphs::Glyphs;
pub use links::{Back, LinkChange, LinkEvent, Links, Loss};
pub use marks::JudgeFigures;
pub use record::{Counts, Record};
pub use scores::{GroupReport, Mark, PanelReport, RoomScores, ScoreLine};
pub use terminal::Screen;
pub use times::{BreakTime, RoomTimes, TurnTimes};
pub use trend::Trend;

use super::{
    evening::Evening,
    form::{State, called},
    tongues::Tongues,
};
use crate::{
    contest::{JudgeSeat, Project},
    words::Words,
};

/// The report of an evening, as far as it has come.
#[derive(Debug)]
pub struct Report<'a> {
    evening: &'a Evening,
    anonymous: bool,
    /// What is known of the whole result.
    pub state: State,
    /// The groups in which something is scored.
    pub groups: Vec<GroupReport<'a>>,
    /// The rooms in which somebody was called up.
    pub rooms: Vec<RoomTimes<'a>>,
    /// What else is on the record.
    pub record: Record<'a>,
    /// Whose links were lost; `None` where no log of the hub was given.
    pub links: Option<Links>,
}

impl<'a> Report<'a> {
    /// The report of this evening. `log` is what the hub's log tells of links; `anonymous` leaves judges'
    /// names out.
    pub fn of(evening: &'a Evening, anonymous: bool, log: Option<&[LinkEvent]>) -> Self {
        let session = evening.contest.session();
        let (turns, timings) = (scores::turns(evening), evening.timings());
        let groups = session.groups.iter();
        let results = groups.clone().map(|it| evening.contest.ranking(it));
        let rooms = session.rooms.iter();
        Self {
            evening,
            anonymous,
            state: State::of(&evening.contest, results.into_iter().all(|it| it.is_final())),
            groups: groups.filter_map(|it| GroupReport::of(evening, it, &turns)).collect(),
            rooms: rooms.filter_map(|it| RoomTimes::of(evening, it, &timings)).collect(),
            record: Record::of(evening),
            links: log.map(|events| Links::of(events, evening.span_by_wall())),
        }
    }

    /// An HTML document of its own.
    pub fn html(&self, tongues: &Tongues) -> String {
        page::document(self, tongues)
    }

    /// Lines for a terminal.
    pub fn terminal(&self, screen: Screen, words: &Words) -> String {
        terminal::view(self, screen, words)
    }

    /// What a judge is called: by the seat alone where names are left out.
    fn judge(&self, judge: &JudgeSeat, words: &Words) -> String {
        called(judge, words.pick(judge.name.both()), self.anonymous)
    }

    /// A project's number and name.
    fn named(project: &Project, words: &Words) -> String {
        let (id, name) = (project.id.as_str(), words.pick(project.name.both()));
        if name.contains(id) { name.to_owned() } else { format!("{id} {name}") }
    }
}

#[cfg(test)]
mod tests;
