//! Who may ask for what, when: every seat × every wish × every moment of a project's evening.
//!
//! The tables below are the rules' own documentation. Who is right for a wish says [`RIGHTS`]; when it is
//! granted to somebody who is right, the tables say; anybody else is refused at every moment.

pub(super) mod asked;
mod authors;
pub(super) mod moment;

use std::{collections::BTreeSet, fmt::Write};

use self::moment::{Moment, moments_of_a_final, moments_of_a_showcase};
use crate::contest::{Act, Contest, RIGHTS, Refusal, Role, Run, Safeguards, Wish, sample::seat};

/// `+` granted, `=` granted because it holds already, so that nothing happens, `.` refused.
///
/// The moments of E01 in room A: `wai`ting, `abs`ent, `cal`led up; `pit`ching before the clock is started,
/// with the clock `run`ning and `pau`sed; `que`stions; scoring with no sheet in (`sc0`), two (`sc2`) and all
/// three (`sc3`), and A2's `ope`n where they are sealed; the same without A1's, which is `lat`e and not
/// waited for; with one of three given back (`ret`); `loc`ked; `rel`eased; released and the ranking
/// `fin`al; `wit`hdrawn and `dis`qualified before its turn.
const FINAL: &str = "
                         wai abs cal pit run pau que sc0 sc2 sc3 ope lat ret loc rel fin wit dis
call-up                   +   +   =   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
begin                     .   .   +   +   +   +   +   =   =   =   =   =   =   .   .   .   .   .
start-clock               .   .   +   +   =   +   +   =   =   =   =   =   =   .   .   .   .   .
pause-clock               .   .   .   .   +   =   .   +   +   +   +   +   +   .   .   .   .   .
resume-clock              .   .   .   .   =   +   .   =   =   =   =   =   =   .   .   .   .   .
add-time                  .   .   +   +   +   +   +   +   +   +   +   +   +   .   .   .   .   .
set-clock                 .   .   .   .   +   +   .   +   +   +   +   +   +   .   .   .   .   .
undo                      .   +   +   +   +   +   +   +   +   +   +   .   .   .   .   .   .   .
finish                    .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
lock                      .   .   .   .   .   .   .   .   +   +   +   +   .   =   .   .   .   .
release                   .   .   .   .   .   .   .   .   .   .   .   .   .   +   =   =   .   .
mark-absent               +   =   +   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
withdraw                  +   +   +   +   +   +   +   +   +   +   +   +   +   .   .   .   =   .
postpone                  +   +   +   +   +   +   +   .   .   .   .   .   .   .   .   .   .   .
backfill                  .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   +   +
mark-seat                 +   +   +   +   +   +   +   +   +   .   .   .   .   .   .   .   .   .
allow-paper               .   .   .   +   +   +   +   +   .   .   .   +   .   .   .   .   .   .
disallow-paper            =   =   =   +   +   +   +   +   .   .   .   +   .   .   .   .   =   =
deduct                    .   .   +   +   +   +   +   +   +   +   +   +   +   +   .   .   .   .
remove-deduction          .   .   +   +   +   +   +   +   +   +   +   +   +   +   .   .   .   .
reorder                   +   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
show-scene                +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
blank                     +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
say                       +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
unsay                     +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
take-break                +   +   .   .   .   .   .   +   +   +   +   +   +   +   +   +   +   +
end-break                 +   +   =   =   =   =   =   +   +   +   +   +   +   +   +   +   +   +
freeze                    +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
thaw                      +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
ceremony                  .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   +   .   .
rule                      +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
propose release           .   .   .   .   .   .   .   .   .   .   .   .   .   +   =   =   .   .
propose return            .   .   .   .   .   .   .   .   +   +   +   .   +   +   .   .   .   .
propose void              +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   .   .
propose restore           +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   .   .
propose correct           .   .   .   .   .   .   .   .   .   .   .   .   .   .   +   +   .   .
propose deduct            .   .   .   .   .   .   .   .   .   .   .   .   .   .   +   +   .   .
propose remove-deduction  .   .   .   .   .   .   .   .   .   .   .   .   .   .   +   +   .   .
propose disqualify        +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   .   =
agree                     +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   .   .
decline                   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   .   .
renew-pass                +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
hand-over                 +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +   +
submit                    .   .   .   +   +   +   +   +   =   =   =   +   =   .   .   .   .   .
seal-sheet                .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
open-sheet                .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
recuse                    +   +   +   +   +   +   +   .   .   .   .   .   .   .   .   .   .   .
key-sheet                 .   .   .   +   +   +   +   +   .   .   .   +   .   .   .   .   .   .
drop-keying               =   =   =   +   +   +   +   +   =   =   =   +   =   =   =   =   =   =
";

/// The rows that are others where judges seal their sheets: in `sc2` and `sc3` they are sealed, in `ope`
/// and `lat` A2's is open and no other, from `ret` on all have been opened.
const SEALED: &str = "
                         wai abs cal pit run pau que sc0 sc2 sc3 ope lat ret loc rel fin wit dis
lock                      .   .   .   .   .   .   .   .   .   .   +   +   .   =   .   .   .   .
mark-seat                 +   +   +   +   +   +   +   +   +   +   +   +   .   .   .   .   .   .
allow-paper               .   .   .   +   +   +   +   +   +   +   +   +   .   .   .   .   .   .
disallow-paper            =   =   =   +   +   +   +   +   +   +   +   +   .   .   .   .   =   =
propose return            .   .   .   .   .   .   .   .   .   .   .   .   +   +   .   .   .   .
submit                    .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
seal-sheet                .   .   .   +   +   +   +   +   =   =   =   .   .   .   .   .   .   .
open-sheet                .   .   .   .   .   .   .   .   .   +   +   .   =   .   .   .   .   .
key-sheet                 .   .   .   .   .   .   .   .   .   +   +   +   .   .   .   .   .   .
drop-keying               =   =   =   =   =   =   =   =   =   +   +   +   =   =   =   =   =   =
";

/// Where nothing is scored; `sho` has been shown.
const SHOWCASE: &str = "
                         wai cal pit que sho
call-up                   +   =   .   .   .
begin                     .   +   +   .   .
start-clock               .   +   =   +   .
pause-clock               .   .   +   .   .
resume-clock              .   .   =   .   .
add-time                  .   +   +   +   .
set-clock                 .   .   +   .   .
undo                      .   +   +   +   +
finish                    .   .   .   +   =
lock                      .   .   .   .   .
release                   .   .   .   .   .
mark-absent               +   +   .   .   .
withdraw                  +   +   +   +   .
postpone                  +   +   +   +   .
backfill                  .   .   .   .   .
mark-seat                 .   .   .   .   .
allow-paper               .   .   .   .   .
disallow-paper            .   .   .   .   .
deduct                    .   .   .   .   .
remove-deduction          .   .   .   .   .
reorder                   +   .   .   .   .
show-scene                +   +   +   +   +
blank                     +   +   +   +   +
say                       +   +   +   +   +
unsay                     +   +   +   +   +
take-break                +   .   .   .   +
end-break                 +   =   =   =   +
freeze                    +   +   +   +   +
thaw                      +   +   +   +   +
ceremony                  .   .   .   .   .
rule                      .   .   .   .   .
propose release           .   .   .   .   .
propose return            .   .   .   .   .
propose void              .   .   .   .   .
propose restore           =   =   =   =   =
propose correct           .   .   .   .   .
propose deduct            .   .   .   .   .
propose remove-deduction  .   .   .   .   .
propose disqualify        +   +   +   +   +
agree                     +   +   +   +   +
decline                   +   +   +   +   +
renew-pass                +   +   +   +   +
hand-over                 +   +   +   +   +
submit                    .   .   .   .   .
seal-sheet                .   .   .   .   .
open-sheet                .   .   .   .   .
recuse                    .   .   .   .   .
key-sheet                 .   .   .   .   .
drop-keying               .   .   .   .   .
";

/// What a granted wish writes, and what it changes: projects (`E01`), a seat of one's panel (`E01/A1`),
/// halls (`A`), and what the whole evening has; in a final without and with seals, at all its moments.
const EFFECTS: &str = "
call-up                  called-up                                    A E01
begin                    clock-started phase-began                    A E01
start-clock              clock-resumed clock-started phase-began      A E01
pause-clock              clock-paused                                 A E01
resume-clock             clock-resumed                                A E01
add-time                 time-added                                   A E01
set-clock                clock-set                                    A E01
undo                     undone                                       A E01
finish
lock                     locked                                       A E01 E01/A1 E01/A3
release                  released                                     E01 released
mark-absent              marked-absent                                A E01
withdraw                 withdrawn                                    A E01
postpone                 order-changed postponed                      A E01
backfill                 backfilled                                   A E01 E31
mark-seat                seat-marked                                  A E01/A3
allow-paper              paper-allowed                                A E01
disallow-paper           paper-disallowed                             E01
deduct                   deducted                                     A E01
remove-deduction         deduction-removed                            E01
reorder                  order-changed                                A
show-scene               scene-shown                                  A
blank                    blanked                                      A
say                      message-shown                                A
unsay                    message-cleared                              A
take-break               break-began                                  A
end-break                break-ended                                  A
freeze                   frozen                                       frozen
thaw                     thawed                                       frozen
ceremony                 ceremony-at                                  ceremony
rule                     corrected ruled                              bulletins rulings
propose release          proposed                                     proposals
propose return           proposed                                     proposals
propose void             proposed                                     proposals
propose restore          proposed                                     proposals
propose correct          proposed                                     proposals
propose deduct           proposed                                     proposals
propose remove-deduction proposed                                     proposals
propose disqualify       proposed                                     proposals
agree                    agreed corrected disqualified                A E01 bulletins proposals released
decline                  declined                                     proposals
renew-pass               pass-changed                                 passes
hand-over                seat-handed-over
submit                   sheet-submitted                              E01 E01/A1
seal-sheet               sheet-sealed                                 E01 E01/A1
open-sheet               sheet-opened                                 E01 E01/A1
recuse                   recused                                      E01/A1
key-sheet                paper-sheet-entered sheet-keyed              E01 E01/A1
drop-keying              keying-dropped                               E01
";

/// Who asks, besides those who are right: whom the room or the panel makes wrong.
const STRANGERS: [&str; 9] = [
    "B/host",
    "B/control",
    "B/clerk",
    "A/judge/A9",
    "B/judge/B1",
    "A/board",
    "B/board",
    "A/timer",
    "B/timer",
];

/// Those who are right for E01, each for some wishes.
pub(super) const RIGHT: [&str; 5] = ["A/host", "A/control", "supervisor", "A/judge/A1", "A/clerk"];

/// A table, as rows of cells under the heads of its moments.
#[derive(Clone)]
pub(super) struct Table {
    heads: Vec<String>,
    rows: Vec<(String, Vec<char>)>,
}

impl Table {
    fn read(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.is_empty());
        let heads = lines.next().unwrap().split_whitespace().map(str::to_owned).collect();
        let row = |line: &str| {
            let (name, cells) = line.split_at(24);
            (name.trim().to_owned(), cells.chars().filter(|it| !it.is_whitespace()).collect())
        };
        Self { heads, rows: lines.map(row).collect() }
    }

    /// With the rows of another table in the place of its own.
    fn but_for(mut self, other: &Self) -> Self {
        for (name, cells) in &mut self.rows {
            let row = other.rows.iter().find(|(it, _)| it == name);
            row.inspect(|(_, others)| cells.clone_from(others));
        }
        self
    }

    /// With every cell refused.
    fn refused(mut self) -> Self {
        self.rows.iter_mut().for_each(|(_, cells)| cells.fill('.'));
        self
    }
}

/// Every wish at every moment by this seat, in the order of the tables.
fn answers(moments: &[Moment], by: &str) -> (Table, Vec<(String, Wish, Refusal)>) {
    let heads = moments.iter().map(|it| it.head.to_owned()).collect();
    let (mut table, mut refused) = (Table { heads, rows: Vec::new() }, Vec::new());
    for Moment { evening, .. } in moments {
        for (nth, asked) in asked::all(&evening.contest).into_iter().enumerate() {
            if table.rows.len() == nth {
                table.rows.push((asked.row.clone(), Vec::new()));
            }
            let mut evening = asked.prepared(evening, by);
            let before = evening.clone();
            let answer = evening.ask(by, &asked.wish);
            let nothing_happened =
                evening.contest == before.contest && evening.facts == before.facts;
            assert_eq!(nothing_happened, !matches!(answer, Ok(1..)), "{by}: {}", asked.row);
            table.rows[nth].1.push(match answer {
                Ok(0) => '=',
                Ok(_) => '+',
                Err(_) => '.',
            });
            refused.extend(answer.err().map(|refusal| (asked.row, asked.wish, refusal)));
        }
    }
    (table, refused)
}

/// The rows that are not as they should be, one above the other.
fn compare(who: &str, expected: &Table, found: &Table) -> String {
    let mut told = String::new();
    assert_eq!(expected.heads, found.heads);
    assert_eq!(expected.rows.len(), found.rows.len(), "a row for every wish");
    let line =
        |cells: &[char]| cells.iter().fold(String::new(), |line, cell| format!("{line}   {cell}"));
    for ((name, should), (row, is)) in expected.rows.iter().zip(&found.rows) {
        assert_eq!(name, row, "the rows are in the order in which it is asked");
        if should != is {
            let heads = expected.heads.join(" ");
            let _ = writeln!(told, "\n{name:24} {heads}");
            let _ = writeln!(told, "{:>22}{}\n{who:>22}{}", "the table", line(should), line(is));
        }
    }
    told
}

fn roles(word: &str) -> &'static [Role] {
    RIGHTS.iter().find(|(it, _)| *it == word).map(|(_, roles)| *roles).unwrap()
}

fn final_with(sealed_sheets: bool, co_signed_release: bool) -> Vec<Moment> {
    let safeguards = Safeguards { co_signed_release, sealed_sheets, ..Safeguards::default() };
    moments_of_a_final(safeguards)
}

/// The tables with the moments that they are about.
pub(super) fn evenings() -> Vec<(Table, Vec<Moment>)> {
    let scored = Table::read(FINAL);
    vec![
        (scored.clone(), final_with(false, false)),
        (scored.clone(), final_with(false, true)),
        (scored.but_for(&Table::read(SEALED)), final_with(true, false)),
        (Table::read(SHOWCASE), moments_of_a_showcase()),
    ]
}

#[test]
fn every_wish_and_every_act_has_a_row() {
    let moments = moments_of_a_final(Safeguards::default());
    let asked = asked::all(&moments[0].evening.contest);
    let words: BTreeSet<&str> = asked.iter().map(|it| it.wish.word()).collect();
    assert_eq!(words, RIGHTS.iter().map(|(word, _)| *word).collect());
    let acts: BTreeSet<&str> = asked
        .iter()
        .filter_map(|it| match &it.wish {
            Wish::Propose { act, .. } => Some(act.as_str()),
            _ => None,
        })
        .collect();
    let guess = serde_json::from_str::<Act>(r#"{"act":"?"}"#).unwrap_err().to_string();
    let (_, list) = guess.split_once("expected ").unwrap(); // As serde lists them to who guesses wrong.
    assert_eq!(acts, list.split('`').skip(1).step_by(2).collect());
}

#[test]
fn who_is_right_is_granted_what_the_tables_say_and_nobody_else_anything() {
    let mut told = String::new();
    for (table, moments) in evenings() {
        for by in RIGHT.into_iter().chain(STRANGERS) {
            let (found, refused) = answers(&moments, by);
            let mut expected = table.clone().refused();
            let is_right = |row: &str| {
                let word = row.split(' ').next().unwrap();
                RIGHT.contains(&by) && roles(word).contains(&seat(by).role())
            };
            for (row, (name, cells)) in table.rows.iter().zip(&mut expected.rows) {
                if is_right(name) {
                    cells.clone_from(&row.1);
                }
            }
            told += &compare(by, &expected, &found);
            for (row, wish, refusal) in refused.into_iter().filter(|(row, ..)| !is_right(row)) {
                // Of another room a host is not even told whether a proposal waits there.
                let unknown = matches!(wish, Wish::Agree { .. } | Wish::Decline { .. })
                    && matches!(refusal, Refusal::NoSuchProposal { .. });
                let of_its_role = roles(wish.word()).contains(&seat(by).role());
                assert!(
                    refusal == Refusal::NotYours || of_its_role && unknown,
                    "{by} {row}: {refusal}"
                );
            }
        }
    }
    assert!(told.is_empty(), "{told}");
}

/// What differs between two moments of an evening, in the words of [`EFFECTS`].
fn changes(before: &Contest, after: &Contest) -> BTreeSet<String> {
    let mut changes = BTreeSet::new();
    for (project, run) in &after.runs {
        let Some(earlier) = before.runs.get(project) else {
            changes.insert(project.to_string());
            continue;
        };
        let seats = run.seats.iter().filter(|(seat, state)| earlier.seats.get(seat) != Some(state));
        changes.extend(seats.map(|(seat, _)| format!("{project}/{seat}")));
        let mut elsewhere = Run::clone(run);
        elsewhere.seats.clone_from(&earlier.seats);
        if elsewhere != **earlier {
            changes.insert(project.to_string());
        }
    }
    let halls = after.halls.iter().filter(|(room, hall)| before.halls.get(room) != Some(hall));
    changes.extend(halls.map(|(room, _)| room.to_string()));
    let lists = [
        ("released", before.released != after.released),
        ("rulings", before.rulings != after.rulings),
        ("proposals", before.proposals != after.proposals),
        ("bulletins", before.bulletins != after.bulletins),
        ("frozen", before.frozen != after.frozen),
        ("ceremony", before.ceremonies != after.ceremonies),
        ("passes", before.passes != after.passes),
    ];
    changes
        .extend(lists.iter().filter(|(_, differs)| *differs).map(|(list, _)| (*list).to_owned()));
    changes
}

/// What every wish writes and changes at any of these moments, in the form of [`EFFECTS`].
fn effects(evenings: &[Vec<Moment>]) -> String {
    let mut effects: Vec<(String, BTreeSet<String>, BTreeSet<String>)> = Vec::new();
    for Moment { evening, .. } in evenings.iter().flatten() {
        for (nth, asked) in asked::all(&evening.contest).into_iter().enumerate() {
            if effects.len() == nth {
                effects.push((asked.row.clone(), BTreeSet::new(), BTreeSet::new()));
            }
            let right = RIGHT.iter().find(|by| roles(asked.wish.word()).contains(&seat(by).role()));
            let mut evening = asked.prepared(evening, right.unwrap());
            let (before, written) = (evening.contest.clone(), evening.facts.len());
            let _ = evening.ask(right.unwrap(), &asked.wish);
            let (_, facts, changed) = &mut effects[nth];
            let word =
                |fact| serde_json::to_value(fact).unwrap()["fact"].as_str().unwrap().to_owned();
            facts.extend(evening.facts[written..].iter().map(|(_, fact)| word(fact)));
            changed.extend(changes(&before, &evening.contest));
        }
    }
    effects.iter().fold("\n".to_owned(), |table, (row, facts, changed)| {
        let list = |of: &BTreeSet<String>| of.iter().cloned().collect::<Vec<_>>().join(" ");
        table + format!("{row:24} {:44} {}", list(facts), list(changed)).trim_end() + "\n"
    })
}

#[test]
fn what_is_granted_changes_only_what_it_may() {
    let effects = effects(&[final_with(false, false), final_with(true, false)]);
    let differing = EFFECTS.lines().zip(effects.lines()).filter(|(should, is)| should != is);
    let told =
        differing.fold(String::new(), |told, (should, is)| format!("{told}-{should}\n+{is}\n"));
    assert!(told.is_empty() && EFFECTS.len() == effects.len(), "{told}{effects}");
}

/// The tables are those of a final; the second signature is a matter of effect.
#[test]
fn where_the_supervisor_signs_a_release_the_host_only_proposes_it() {
    let effects = effects(&[final_with(false, true)]);
    let release = effects.lines().find(|line| line.starts_with("release ")).unwrap();
    let words: Vec<_> = release.split_whitespace().collect();
    assert_eq!(words, ["release", "proposed", "proposals"]);
}
