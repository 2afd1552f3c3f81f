//! Who sees what, as one table: the sections that a role's picture may have. It stands beside
//! `contest::RIGHTS`, who may ask for what, and both stand in `docs/protocol.md`.
//!
//! `no_picture_has_a_section_that_its_role_may_not_see` and `the_table_of_sights_stands_in_the_docs`
//! compare. A section of the same name may say less to one role than to another; what its lines hold is
//! the views' own.

use crate::contest::Role;

/// The sections of pictures, and the roles that see them. `project:ID` stands for a section of each
/// project.
pub const SIGHTS: [(&str, &[Role]); 41] = {
    use Role::{Board, Clerk, Host, Judge, Supervisor, Timer};
    [
        ("session", &Role::ALL),
        ("room", &[Host, Judge, Board, Timer, Clerk]),
        ("rooms", &[Host, Supervisor]),
        ("stage", &[Host, Judge, Board, Timer, Clerk]),
        ("order", &[Host]),
        ("open", &[Host]),
        ("agenda", &[Host]),
        ("panel", &[Host]),
        ("boards", &[Host]),
        ("timers", &[Host]),
        ("supervisors", &[Host]),
        ("waiting", &[Host]),
        ("ties", &[Host, Supervisor]),
        ("ruled", &[Host]),
        ("proposals", &[Host, Supervisor]),
        ("rules", &[Host, Supervisor]),
        ("plan", &[Host]),
        ("marks", &[Host]),
        ("groups", &[Host, Board, Supervisor]),
        ("released", &[Host, Board]),
        ("hall", &[Host, Board]),
        ("ceremonies", &[Host, Board]),
        ("bulletins", &[Host, Board, Supervisor]),
        ("next", &[Board]),
        ("turn", &[Board]),
        ("message", &[Judge, Timer]),
        ("pause", &[Judge, Timer]),
        ("seat", &[Judge]),
        ("name", &[Judge]),
        ("sheets", &[Judge]),
        ("rubrics", &[Judge, Clerk, Supervisor]),
        ("turns", &[Clerk]),
        ("sheets_in", &[Clerk]),
        ("seats", &[Clerk]),
        ("paper", &[Clerk]),
        ("journal", &[Host, Judge, Clerk, Supervisor]),
        ("storage", &[Host, Supervisor]),
        ("releases", &[Supervisor]),
        ("separated", &[Supervisor]),
        ("awards", &[Supervisor]),
        ("project:ID", &[Supervisor]),
    ]
};

/// Whether a role's picture may have a section.
pub fn may_see(role: Role, section: &str) -> bool {
    let name = if section.starts_with("project:") { "project:ID" } else { section };
    SIGHTS.iter().any(|(of, roles)| *of == name && roles.contains(&role))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Map, Value};

    use super::*;
    use crate::{
        contest::{
            Agenda, At, Contest, Seat, Wish, decide,
            sample::{marks, seat, session},
        },
        protocol::{
            Attendance, Heads, Storage,
            views::{tell_of_storage, written},
        },
    };

    /// Every role's sections, over the first steps of an evening in which marks are on the console.
    fn seen() -> BTreeSet<(Role, String)> {
        let mut session = (*session()).clone();
        session.safeguards.marks_on_console = true;
        let mut contest = Contest::new(session.into());
        let mut seen = BTreeSet::new();
        for step in 0..8 {
            for seat in Seat::all_of(contest.session()) {
                let heads = Heads::default();
                let mut sections = written(&contest, &Attendance::default(), &heads, &seat);
                tell_of_storage(&mut sections, &Storage::default(), &seat);
                let sections = sections.read::<Map<String, Value>>().unwrap();
                seen.extend(sections.into_iter().map(|(name, _)| (seat.role(), name)));
            }
            let room = contest.session().rooms[0].clone();
            let next = Agenda::of(&contest, &room).next;
            if let Some(Wish::Lock { project, .. }) = &next {
                let sheet =
                    Wish::Submit { project: project.clone(), revision: 1, marks: marks("7", "8") };
                grant(&mut contest, "A/judge/A1", &sheet, At(step));
            }
            if let Some(next) = Agenda::of(&contest, &room).next {
                grant(&mut contest, "A/host", &next, At(step));
            }
        }
        seen
    }

    fn grant(contest: &mut Contest, by: &str, wish: &Wish, now: At) {
        for fact in decide(contest, &seat(by), wish, now).unwrap() {
            contest.apply(now, &fact);
        }
    }

    #[test]
    fn no_picture_has_a_section_that_its_role_may_not_see() {
        let seen = seen();
        for (role, section) in &seen {
            assert!(may_see(*role, section), "{} sees {section}", role.as_str());
        }
        for (section, roles) in SIGHTS {
            for role in roles {
                let has = |(of, name): &(Role, String)| {
                    of == role && (name == section || name.replace("E01", "ID") == *section)
                };
                assert!(seen.iter().any(has), "{} does not see {section}", role.as_str());
            }
        }
    }

    #[test]
    fn the_console_over_all_rooms_is_told_how_storing_goes() {
        for (of, told) in
            [("A/host", true), ("A/control", true), ("supervisor", true), ("A/board", false)]
        {
            let contest = Contest::new(session());
            let (there, heads) = (Attendance::default(), Heads::default());
            let mut sections = written(&contest, &there, &heads, &seat(of));
            tell_of_storage(&mut sections, &Storage::default(), &seat(of));
            let sections = sections.read::<Map<String, Value>>().unwrap();
            assert_eq!(sections.contains_key("storage"), told, "{of}");
        }
    }

    #[test]
    fn whoever_scores_or_shows_sees_no_unreleased_score_of_others() {
        for section in ["marks", "project:E01", "order", "open"] {
            for role in [Role::Judge, Role::Board, Role::Timer, Role::Clerk] {
                assert!(!may_see(role, section), "{} sees {section}", role.as_str());
            }
        }
    }
}
