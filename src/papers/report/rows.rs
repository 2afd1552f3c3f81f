//! What stands alike in the lines of tables and lists, on the page and on a terminal.

use super::{
    cuts::Cut,
    links::{Back, Loss},
    said,
    scores::PanelReport,
    times::{BreakTime, RoomTimes, TurnTimes},
};
use crate::{
    contest::{At, Group, Ms, OneJudge, Phase, ProjectId, Room},
    papers::when,
    words::{Value, Words},
};

/// A group in a room.
pub(super) fn place_name(group: &Group, room: &Room, words: &Words) -> String {
    format!("{} · {}", words.pick(group.name.both()), words.pick(room.name.both()))
}

/// What a panel is called: by its group and room, and where there are several by its name.
pub(super) fn panel_name(
    group: &Group,
    room: &Room,
    panel: &PanelReport<'_>,
    words: &Words,
) -> String {
    let place = place_name(group, room, words);
    match panel.panel {
        Some(panel) => format!("{place} · {}", words.pick(panel.name.both())),
        None => place,
    }
}

/// A release by its time and project.
pub(super) fn release(at: At, project: &ProjectId) -> String {
    format!("{} {project}", when::time_of_day(at).chars().take(5).collect::<String>())
}

/// One loss of a link.
pub(super) fn loss(it: &Loss, words: &Words) -> String {
    let (known, back) = match it.back {
        Back::Unknown => ("open", Ms::ZERO),
        Back::Unnoticed => ("unnoticed", Ms::ZERO),
        Back::After(back) => ("known", back),
    };
    let args = [
        ("at", when::time_of_day(it.at).into()),
        ("times", it.times.into()),
        ("known", known.into()),
        ("back", said::span(back).into()),
    ];
    words.tell("report-loss", &args)
}

/// How a text is told whether something is there.
pub(super) fn yes_or_no(is_there: bool) -> Value<'static> {
    if is_there { "yes" } else { "no" }.into()
}

/// The heads of a table, by their keys.
pub(super) fn heads<'k>(keys: impl IntoIterator<Item = &'k str>, words: &Words) -> Vec<String> {
    keys.into_iter().map(|key| words.say(&format!("report-head-{key}"))).collect()
}

/// The columns of the table of times, by the keys of their heads.
const TIMES: [&str; 11] = [
    "turn",
    "project",
    "called",
    "late",
    "pitch",
    "over",
    "questions",
    "over",
    "added",
    "stopped",
    "gap",
];

/// A room's turns as a table: the keys of its heads, and its lines. A column that says nothing is left out.
pub(super) fn turn_table(room: &RoomTimes<'_>) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let lines: Vec<_> = (1..).zip(&room.turns).map(|(nth, turn)| turn_cells(nth, turn)).collect();
    let says =
        |column: &usize| lines.iter().any(|it| it.get(*column).is_some_and(|it| !it.is_empty()));
    let columns: Vec<usize> = (0..TIMES.len()).filter(says).collect();
    let line =
        |line: &[String; 11]| columns.iter().filter_map(|it| line.get(*it).cloned()).collect();
    let keys = columns.iter().filter_map(|it| TIMES.get(*it).copied()).collect();
    (keys, lines.iter().map(line).collect())
}

/// The columns of a table with these heads that hold numbers.
pub(super) fn numbers(keys: &[&str]) -> Vec<usize> {
    const WORDS: [&str; 5] = ["project", "name", "award", "judge", "verdict"];
    let is_number = |(nth, key): (usize, &&str)| (!WORDS.contains(key)).then_some(nth);
    keys.iter().enumerate().filter_map(is_number).collect()
}

fn turn_cells(nth: usize, turn: &TurnTimes) -> [String; 11] {
    let phase = |phase| {
        let it = turn.phase(phase);
        let over = it.filter(|it| it.over >= Ms::seconds(1)).map(|it| said::signed_span(it.over));
        [it.map(|it| said::span(it.ran)).unwrap_or_default(), over.unwrap_or_default()]
    };
    let [pitch, pitch_over] = phase(Phase::Presentation);
    let [questions, questions_over] = phase(Phase::Questions);
    let (pauses, stood) = turn.stopped();
    let added = turn.added();
    let calls = if turn.calls > 1 { format!(" ({})", turn.calls) } else { String::new() };
    [
        nth.to_string(),
        turn.project.to_string(),
        format!("{}{calls}", when::time_of_day(turn.called)),
        turn.late().map(said::signed_span).unwrap_or_default(),
        pitch,
        pitch_over,
        questions,
        questions_over,
        if added == Ms::ZERO { String::new() } else { said::signed_span(added) },
        if pauses == 0 { String::new() } else { format!("{pauses}: {}", said::span(stood)) },
        turn.gap.map(said::span).unwrap_or_default(),
    ]
}

/// A break in words.
pub(super) fn break_said(it: &BreakTime, words: &Words) -> String {
    let took = it.ended.map(|ended| said::span(ended - it.began)).unwrap_or_default();
    let args = [
        ("name", words.pick(it.name.both()).into()),
        ("began", when::time_of_day(it.began).into()),
        ("took", took.into()),
        ("planned", said::span(it.planned).into()),
    ];
    words.tell("report-times-break", &args)
}

/// How near the cut below an award is.
pub(super) fn cut_said(it: &Cut, words: &Words) -> String {
    let (known, by_one) = match it.one_judge {
        _ if it.apart.is_zero() => ("level", String::new()),
        OneJudge::By(points) => ("yes", points.to_string()),
        OneJudge::Nobody => ("nobody", String::new()),
        OneJudge::NotLookedFor => ("no", String::new()),
    };
    let args = [
        ("award", words.pick(it.award.both()).into()),
        ("last", it.last.as_str().into()),
        ("next", it.next.as_str().into()),
        ("apart", it.apart.to_string().into()),
        ("known", known.into()),
        ("by_one", by_one.into()),
    ];
    words.tell("report-cut", &args)
}
