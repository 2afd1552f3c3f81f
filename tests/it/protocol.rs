//! `docs/protocol.md` against the code: a client written from that page alone must find everything
//! there, and every example must be what really goes over the wire.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use roadshow::{
    contest::{
        Act, Agenda, At, AtZero, Audience, Contest, CountdownState, Criterion, Phase, RIGHTS, Role,
        Scene, Seat, SeatWord, Stage, Wish, decide,
    },
    definition,
    protocol::{
        Ask, Attendance, Heads, LARGEST_ASK, LARGEST_SAY, SUBPROTOCOL, Say, Unseated,
        views::{
            BoardView, ClerkView, HostView, JudgeView, SIGHTS, SupervisorView, TimerView, picture,
        },
    },
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/protocol.md");
    std::fs::read_to_string(path).unwrap()
}

/// The frames in the blocks that are marked ```` ```json KIND ````, where `kind` picks the mark.
fn examples(kind: impl Fn(&str) -> bool) -> Vec<Value> {
    let page = page();
    let blocks = page.split("\n```json ").skip(1).map(|block| {
        let (mark, rest) = block.split_once('\n').unwrap();
        (mark, rest.split_once("\n```").unwrap().0)
    });
    let frames = blocks.filter(|(mark, _)| kind(mark)).flat_map(|(_, text)| {
        serde_json::Deserializer::from_str(text).into_iter::<Value>().map(Result::unwrap)
    });
    frames.collect()
}

/// Every variant of an enum by its word on the wire, as serde lists them to who guesses wrong.
fn words<T: DeserializeOwned + std::fmt::Debug>(guess: &Value) -> BTreeSet<String> {
    let told = serde_json::from_value::<T>(guess.clone()).unwrap_err().to_string();
    let (_, list) = told.split_once("expected ").unwrap();
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The codes of refusals that this version knows: each has its words, which `tests/words.rs` sees to.
fn refusal_codes() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en/refusal.ftl");
    let texts = std::fs::read_to_string(path).unwrap();
    let keys = texts.lines().filter_map(|line| line.strip_prefix("refusal-")?.split(" =").next());
    let codes: BTreeSet<String> = keys
        .filter(|code| !["unknown", "not-sent", "too-late"].contains(code))
        .map(str::to_owned)
        .collect();
    assert!(codes.contains("not-stored"), "{codes:?}");
    codes
}

/// Reads as this type, and nothing is lost or added on the way back.
fn reads_as<T: DeserializeOwned + Serialize>(example: &Value) -> T {
    let read: T = serde_json::from_value(example.clone())
        .unwrap_or_else(|err| panic!("{err} in the example {example}"));
    assert_eq!(serde_json::to_value(&read).unwrap(), *example, "not as it goes over the wire");
    read
}

/// The texts under a key, in all frames.
fn under(key: &str, frames: &[Value]) -> BTreeSet<String> {
    let texts = frames.iter().filter_map(|frame| frame.pointer(key)?.as_str());
    texts.map(str::to_owned).collect()
}

#[test]
fn every_example_is_what_goes_over_the_wire() {
    let asks = examples(|mark| mark == "ask");
    for ask in &asks {
        reads_as::<Ask>(ask);
    }
    let says = examples(|mark| mark.starts_with("say"));
    for say in &says {
        reads_as::<Say>(say);
    }
    assert!(!asks.is_empty() && !says.is_empty());
    assert_eq!(examples(|mark| mark != "ask" && !mark.starts_with("say")), [Value::Null; 0]);
}

#[test]
fn every_role_has_its_picture() {
    let view = |role: &str| {
        let frames = examples(|mark| mark.strip_prefix("say ") == Some(role));
        assert_eq!(frames.len(), 1, "{role}");
        frames[0]["view"].clone()
    };
    reads_as::<HostView>(&view("host"));
    reads_as::<JudgeView>(&view("judge"));
    reads_as::<BoardView>(&view("board"));
    reads_as::<TimerView>(&view("timer"));
    reads_as::<ClerkView>(&view("clerk"));
    reads_as::<SupervisorView>(&view("supervisor"));
}

#[test]
fn every_frame_wish_and_refusal_has_an_example() {
    let asks = examples(|mark| mark == "ask");
    let says = examples(|mark| mark.starts_with("say"));
    assert_eq!(under("/t", &asks), words::<Ask>(&json!({"t": "?"})));
    assert_eq!(under("/t", &says), words::<Say>(&json!({"t": "?"})));
    assert_eq!(under("/wish/do", &asks), words::<Wish>(&json!({"do": "?"})));
    for act in words::<Act>(&json!({"act": "?"})) {
        assert!(page().contains(&format!("| `{act}` |")), "{act}");
    }
    assert_eq!(under("/refusal/code", &says), refusal_codes());
}

#[test]
fn every_word_on_the_wire_is_on_the_page() {
    let (page, unknown) = (page(), json!("?"));
    let listed = [
        words::<Wish>(&json!({"do": "?"})),
        refusal_codes(),
        words::<Stage>(&unknown),
        words::<SeatWord>(&unknown),
        words::<Audience>(&unknown),
        words::<Scene>(&json!({"show": "?"})),
        words::<Phase>(&unknown),
        words::<AtZero>(&unknown),
        words::<Unseated>(&unknown),
    ];
    for word in listed.iter().flatten() {
        assert!(page.contains(&format!("`{word}`")), "{word} is not in docs/protocol.md");
    }
    for state in words::<CountdownState>(&unknown) {
        assert!(page.contains(&format!("`{{\"{state}\":{{")), "{state} is not in docs/protocol.md");
    }
    for limit in [LARGEST_ASK, LARGEST_SAY] {
        let thousands = |n: usize| format!("{:03}", n % 1000);
        let text = match limit / 1_000_000 {
            0 => format!("{},{}", limit / 1000, thousands(limit)),
            millions => format!("{millions},{},{}", thousands(limit / 1000), thousands(limit)),
        };
        assert!(page.contains(&format!("{text} bytes")), "{text}");
    }
    assert!(page.contains(SUBPROTOCOL));
}

#[test]
fn every_key_of_every_picture_is_on_the_page() {
    let page = page();
    let mut contest = Contest::new(Arc::new(definition::founding()));
    let mut keys = BTreeSet::new();
    for step in 0..8 {
        for seat in Seat::all_of(&definition::founding()) {
            let sections = picture(&contest, &Attendance::default(), &Heads::default(), &seat);
            let sections = sections.read::<Map<String, Value>>().unwrap();
            assert!(!sections.is_empty(), "{seat}");
            keys_of(&sections, &mut keys);
        }
        next(&mut contest, At(step * 1000));
    }
    for key in ["turn", "sheets", "standings", "running", "award", "left"] {
        assert!(keys.contains(key), "the contest did not come as far as {key}: {keys:?}");
    }
    for key in keys {
        let told = page.contains(&format!("`{key}`")) || page.contains(&format!("{{\"{key}\":"));
        assert!(told, "{key} is not in docs/protocol.md");
    }
}

#[test]
fn the_table_of_rights_stands_in_the_docs() {
    let page = page();
    for role in Role::ALL {
        let asked = RIGHTS.iter().filter(|(_, roles)| roles.contains(&role));
        let words: Vec<_> = asked.map(|(word, _)| format!("`{word}`")).collect();
        let line = format!("| {} | {} |", role.as_str(), words.join(" ")).replace("|  |", "| |");
        assert!(page.contains(&line), "{line}");
    }
    let told: BTreeSet<String> = RIGHTS.iter().map(|(word, _)| (*word).to_owned()).collect();
    assert_eq!(told, words::<Wish>(&json!({"do": "?"})));
}

#[test]
fn the_table_of_sights_stands_in_the_docs() {
    let page = page();
    for role in Role::ALL {
        let seen = SIGHTS.iter().filter(|(_, roles)| roles.contains(&role));
        let names: Vec<_> = seen.map(|(section, _)| format!("`{section}`")).collect();
        let line = format!("| {} | {} |", role.as_str(), names.join(" "));
        assert!(page.contains(&line), "{line}");
    }
}

/// The first room goes one step on; in scoring, its first judge hands in a sheet as well.
fn next(contest: &mut Contest, now: At) {
    let room = contest.session().rooms[0].clone();
    let host = Seat::Host(room.id.clone());
    let wish = Agenda::of(contest, &room).next.unwrap();
    if let Wish::Lock { project, .. } = &wish {
        let rubric = contest.session().group_of(project).unwrap().rubric.as_ref().unwrap();
        let mark = |(criterion, _): (&Criterion, _)| (criterion.id.clone(), criterion.max);
        let marks = rubric.marked().map(mark).collect();
        let judge = Seat::Judge(room.id.clone(), room.judges[0].id.clone());
        let submit = Wish::Submit { project: project.clone(), revision: 1, marks };
        grant(contest, &judge, &submit, now);
    }
    let Some(wish) = Agenda::of(contest, &room).next else { return };
    grant(contest, &host, &wish, now);
}

fn grant(contest: &mut Contest, by: &Seat, wish: &Wish, now: At) {
    for fact in decide(contest, by, wish, now).unwrap() {
        contest.apply(now, &fact);
    }
}

/// All keys, but those of marks, which are the ids of criteria; a section of a project is one of all.
fn keys_of(object: &Map<String, Value>, keys: &mut BTreeSet<String>) {
    for (key, value) in object {
        let is_project = key.starts_with("project:");
        keys.insert(if is_project { "project:ID".to_owned() } else { key.clone() });
        if key != "marks" {
            values_of(value, keys);
        }
    }
}

fn values_of(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => keys_of(object, keys),
        Value::Array(list) => list.iter().for_each(|value| values_of(value, keys)),
        _ => (),
    }
}
