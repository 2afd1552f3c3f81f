//! The word tables: both languages say the same things, and nothing is left unsaid.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentResource;
use roadshow::{
    contest::{Alarm, AlarmKind, Phase, Refusal, Seat, SeatWord, Stage, Variant},
    words::{Lang, Words},
};
use unicode_width::UnicodeWidthStr;

/// Each language with the folder of its files.
const LANGUAGES: [(Lang, &str); 2] = [(Lang::Zh, "locales/zh-CN"), (Lang::En, "locales/en")];

/// The files whose texts are drawn into screens.
const ON_SCREENS: [&str; 11] = [
    "alarm",
    "board",
    "clerk",
    "common",
    "demo",
    "host",
    "judge",
    "refusal",
    "robustness",
    "supervisor",
    "timer",
];

/// One text of a file.
struct Entry {
    key: String,
    args: BTreeSet<String>,
    text: String,
}

#[test]
fn words_can_be_shared_by_all_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::new(Lang::Zh));
}

#[test]
fn every_file_parses() {
    for (_, folder) in LANGUAGES {
        for file in files(Path::new(folder), "ftl") {
            let parsed = FluentResource::try_new(fs::read_to_string(&file).unwrap());
            assert!(parsed.is_ok(), "{}: {:?}", file.display(), parsed.unwrap_err().1);
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_arguments_in_the_same_file() {
    let [zh, en] = LANGUAGES.map(|(_, folder)| {
        let of_file = |file: &PathBuf| {
            let entries = entries(file).into_iter().map(|entry| (entry.key, entry.args));
            (file.file_name().unwrap().to_owned(), entries.collect::<BTreeMap<_, _>>())
        };
        files(Path::new(folder), "ftl").iter().map(of_file).collect::<BTreeMap<_, _>>()
    });
    for (name, entries) in &zh {
        for (key, args) in entries {
            let other = en.get(name).and_then(|entries| entries.get(key));
            assert_eq!(other, Some(args), "{key} in English, {name:?}");
        }
    }
    assert_eq!(zh, en);
}

#[test]
fn no_key_stands_twice() {
    for (_, folder) in LANGUAGES {
        let mut seen = BTreeSet::new();
        for file in files(Path::new(folder), "ftl") {
            for entry in entries(&file) {
                assert!(seen.insert(entry.key.clone()), "{}: {}", file.display(), entry.key);
            }
        }
    }
}

#[test]
fn every_file_of_texts_is_in_the_program() {
    for (lang, folder) in LANGUAGES {
        let words = Words::new(lang);
        for file in files(Path::new(folder), "ftl") {
            for entry in entries(&file) {
                assert_ne!(words.say(&entry.key), entry.key, "{} is not listed", file.display());
            }
        }
    }
}

/// Some characters take two columns in terminals set up for Chinese and one elsewhere; they would
/// break every line to their right. Write 「」 instead of curly quotes, and let the theme bring
/// arrows, dots, dashes and the ellipsis.
#[test]
fn texts_on_screens_take_the_same_columns_in_every_terminal() {
    for (_, folder) in LANGUAGES {
        for topic in ON_SCREENS {
            for entry in entries(&Path::new(folder).join(topic).with_extension("ftl")) {
                let (narrow, wide) = (entry.text.width(), entry.text.width_cjk());
                assert_eq!(narrow, wide, "{folder}/{topic}.ftl: {} = {}", entry.key, entry.text);
            }
        }
    }
}

#[test]
fn chinese_texts_have_chinese_punctuation() {
    let of_words = files(Path::new("locales/zh-CN"), "ftl").into_iter().flat_map(|file| {
        entries(&file).into_iter().map(|entry| (entry.key, entry.text)).collect::<Vec<_>>()
    });
    let shipped = ["rubrics", "sessions"].map(|folder| files(Path::new(folder), "toml"));
    let of_files = shipped.into_iter().flatten().flat_map(|file| {
        let text = fs::read_to_string(&file).unwrap();
        let zh = text.split("zh = \"").skip(1).filter_map(|it| it.split('"').next());
        zh.map(|it| (file.display().to_string(), it.to_owned())).collect::<Vec<_>>()
    });
    let texts: Vec<_> = of_words.chain(of_files).collect();
    assert!(1000 < texts.len(), "{} texts are looked at", texts.len());
    for (whose, text) in texts {
        let characters: Vec<char> = text.chars().collect();
        for three in characters.windows(3) {
            let is_half = matches!(three[1], ',' | ';' | ':' | '?' | '!');
            assert!(
                !(is_half && (is_chinese(three[0]) || is_chinese(three[2]))),
                "{whose}: {text}"
            );
        }
    }
}

/// Whether it is a Chinese character, or a mark that stands among them.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{301f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff08}' | '\u{ff09}' | '“' | '”')
}

#[test]
fn every_key_that_the_source_names_exists() {
    let words = Words::new(Lang::En);
    let mut missing = Vec::new();
    for file in files(Path::new("src"), "rs") {
        let source = fs::read_to_string(&file).unwrap();
        let keys = ["say(", "tell("].iter().flat_map(|call| first_literals(&source, call));
        for key in keys.filter(|key| words.say(key) == **key) {
            missing.push(format!("{}: {key}", file.display()));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_refusal_has_its_text_with_nothing_left_open() {
    for (lang, _) in LANGUAGES {
        let words = Words::new(lang);
        for refusal in refusals() {
            let text = words.explain("refusal", &refusal);
            assert!(!text.starts_with("refusal"), "no text for {refusal:?}");
            assert!(!text.contains('{'), "{refusal:?}: {text}");
        }
    }
}

#[test]
fn every_alarm_has_its_text_with_nothing_left_open() {
    let (mark, criterion) = (rust_decimal::Decimal::new(85, 1), || "team".into());
    let kinds = [
        AlarmKind::Spread { total: mark, median: mark, limit: mark },
        AlarmKind::AgainstPanel { projects: 6, against: 12, along: 3 },
        AlarmKind::SameShare { sheets: 4 },
        AlarmKind::SameTotal { total: mark, sheets: 4 },
        AlarmKind::AllInOne { criterion: criterion(), mark },
        AlarmKind::Exchanged { criterion: criterion(), other: "idea".into() },
    ];
    for (lang, _) in LANGUAGES {
        let words = Words::new(lang);
        for kind in &kinds {
            let text = words.explain("alarm", &Alarm { seat: "A3".into(), kind: kind.clone() });
            assert!(text.starts_with("A3") && !text.contains('{'), "{kind:?}: {text}");
        }
    }
}

#[test]
fn every_variant_has_its_text_with_nothing_left_open() {
    let variants = [
        Variant::WithoutJudge { seat: "A3".into() },
        Variant::WithoutCriterion { criterion: "team".into(), name: "Team".into() },
        Variant::RoundedLater,
        Variant::RoundedSooner,
        Variant::HalvesOtherwise,
        Variant::PlainMean,
        Variant::TrimmedByTotal,
        Variant::TrimmedByCriterion,
    ];
    for (lang, _) in LANGUAGES {
        let words = Words::new(lang);
        for variant in &variants {
            let text = words.explain("variant", variant);
            assert!(!text.starts_with("variant") && !text.contains('{'), "{variant:?}: {text}");
        }
    }
}

#[test]
fn a_refusal_speaks_in_the_words_of_its_reader() {
    let moved_on = Refusal::WrongStage { project: "E07".into(), stage: Stage::CalledUp };
    let [zh, en] = LANGUAGES.map(|(lang, _)| Words::new(lang).explain("refusal", &moved_on));
    assert!(zh.starts_with("E07 现在是「已上场」"), "{zh}");
    assert!(en.starts_with("E07 is at \"called up\" now"), "{en}");
}

#[test]
fn a_list_is_joined_as_the_language_joins_lists_and_is_counted() {
    let missing = |seats: &[&str]| Refusal::SheetsMissing {
        project: "E07".into(),
        missing: seats.iter().map(|seat| (*seat).into()).collect(),
    };
    let [zh, en] = LANGUAGES.map(|(lang, _)| {
        let words = Words::new(lang);
        [&["A1", "A2"][..], &[]].map(|seats| words.explain("refusal", &missing(seats)))
    });
    assert!(zh[0].contains("A1、A2") && zh[1].contains("交齐"), "{zh:?}");
    assert!(en[0].contains("A1, A2") && en[1].contains("all sheets are in"), "{en:?}");
}

#[test]
fn a_key_that_does_not_exist_shows_itself() {
    let words = Words::new(Lang::Zh);
    assert_eq!(words.say("no-such-key"), "no-such-key");
    assert_eq!(words.explain("refusal", &BTreeMap::from([("code", "new")])), "refusal-new");
    assert_eq!(words.explain("refusal", &7), "refusal");
}

#[test]
fn the_language_comes_from_a_name_or_the_environment() {
    for (name, lang) in [("zh", Lang::Zh), ("zh-CN", Lang::Zh), ("en", Lang::En)] {
        assert_eq!(name.parse(), Ok(lang));
    }
    assert!("fr".parse::<Lang>().is_err());
    assert_eq!(Lang::of_environment(Some("zh_CN.UTF-8")), Lang::Zh);
    assert_eq!(Lang::of_environment(Some("C.UTF-8")), Lang::En);
    assert_eq!(Lang::of_environment(None), Lang::En);
}

/// Every variant once, and the empty case where it has a text of its own.
#[expect(clippy::too_many_lines, reason = "a list")]
fn refusals() -> Vec<Refusal> {
    let (project, criterion, detail) =
        (|| "E07".into(), || "team".into(), || "no field".to_owned());
    let (stage, phase) = (Stage::Locked, Phase::Questions);
    let mark = rust_decimal::Decimal::new(85, 1);
    let all = vec![
        Refusal::NotYours,
        Refusal::NoSuchProject { project: project() },
        Refusal::StageTaken { on_stage: project() },
        Refusal::WrongStage { project: project(), stage },
        Refusal::ClockNotRunning { project: project(), phase },
        Refusal::NoSuchPhase { project: project(), phase },
        Refusal::TooMuchTime { most: 600 },
        Refusal::SheetsClosed { project: project(), stage },
        Refusal::NotScored { project: project() },
        Refusal::SealNeeded { project: project() },
        Refusal::NoSealNeeded { project: project() },
        Refusal::NotOpenYet { project: project() },
        Refusal::SealBroken { project: project() },
        Refusal::SealsStand { project: project() },
        Refusal::StaleRevision { project: project(), revision: 3 },
        Refusal::RevisionAhead { project: project(), revision: 3, most: 200 },
        Refusal::TooManyRevisions { project: project(), most: 200 },
        Refusal::MarkMissing { criterion: criterion() },
        Refusal::NoSuchCriterion { criterion: criterion() },
        Refusal::MarkOutOfRange { criterion: criterion(), mark, max: mark },
        Refusal::MarkOffStep { criterion: criterion(), mark, step: mark },
        Refusal::SheetsMissing { project: project(), missing: BTreeSet::from(["A3".into()]) },
        Refusal::NoSheets { project: project() },
        Refusal::CannotLock { project: project(), sheets: 3, needed: 5 },
        Refusal::PanelIncomplete {
            project: project(),
            panel: "media".into(),
            sheets: 1,
            needed: 2,
        },
        Refusal::NotStored,
        Refusal::NotUnderstood { detail: detail() },
        Refusal::Unknown,
        Refusal::NotSent,
        Refusal::TooLate,
        Refusal::ReasonMissing,
        Refusal::NoSuchSeat { project: project(), seat: "A3".into() },
        Refusal::WrongSeatState { project: project(), seat: "A3".into(), state: SeatWord::Recused },
        Refusal::SheetsReturned { project: project(), seats: BTreeSet::from(["A3".into()]) },
        Refusal::NoSuchRule { rule: "overtime".into() },
        Refusal::TooManyUnits { rule: "overtime".into(), most: 3 },
        Refusal::NoSuchDeduction { project: project(), number: 1 },
        Refusal::NoSuchTie { group: "enterprise".into() },
        Refusal::NotAnOrder { room: "A".into() },
        Refusal::NoBackfill { project: project() },
        Refusal::ReserveEmpty { group: "enterprise".into() },
        Refusal::NoSuchProposal { proposal: 2 },
        Refusal::SecondPersonNeeded { proposal: 2 },
        Refusal::TooManyProposals { most: 32 },
        Refusal::NothingToUndo { project: project() },
        Refusal::NotAMessage { most: 80 },
        Refusal::NoBreakNow { room: "A".into() },
        Refusal::NotFinal { group: "enterprise".into() },
        Refusal::NoSuchStep { group: "enterprise".into(), steps: 12 },
        Refusal::UnknownSeat { seat: Seat::Supervisor },
        Refusal::NobodyWaits { seat: Seat::Host("A".into()) },
        Refusal::NotSeated,
        Refusal::PaperStands { project: project() },
        Refusal::SamePerson { project: project(), seat: "A3".into() },
        Refusal::KeyedByTwo { project: project(), seat: "A3".into() },
        Refusal::NotAName { most: 40 },
        Refusal::PaperNotAllowed { project: project(), seat: "A3".into() },
        Refusal::TooManyKeyings { project: project(), seat: "A3".into(), most: 32 },
    ];
    let mut places: Vec<usize> = all.iter().map(place).collect();
    places.sort_unstable();
    assert_eq!(places, (0..=LAST_PLACE).collect::<Vec<_>>(), "a variant is missing above");
    all
}

const LAST_PLACE: usize = 57;

/// Does not compile once there is a variant that [`refusals`] lacks.
fn place(refusal: &Refusal) -> usize {
    match refusal {
        Refusal::NotYours => 0,
        Refusal::NoSuchProject { .. } => 1,
        Refusal::StageTaken { .. } => 2,
        Refusal::WrongStage { .. } => 3,
        Refusal::ClockNotRunning { .. } => 4,
        Refusal::NoSuchPhase { .. } => 5,
        Refusal::TooMuchTime { .. } => 6,
        Refusal::SheetsClosed { .. } => 7,
        Refusal::NotScored { .. } => 8,
        Refusal::StaleRevision { .. } => 9,
        Refusal::MarkMissing { .. } => 10,
        Refusal::NoSuchCriterion { .. } => 11,
        Refusal::MarkOutOfRange { .. } => 12,
        Refusal::MarkOffStep { .. } => 13,
        Refusal::SheetsMissing { .. } => 14,
        Refusal::NoSheets { .. } => 15,
        Refusal::CannotLock { .. } => 16,
        Refusal::NotStored => 17,
        Refusal::NotUnderstood { .. } => 18,
        Refusal::Unknown => 19,
        Refusal::TooLate => 43,
        Refusal::NotSent => 20,
        Refusal::ReasonMissing => 21,
        Refusal::NoSuchSeat { .. } => 22,
        Refusal::WrongSeatState { .. } => 23,
        Refusal::SheetsReturned { .. } => 24,
        Refusal::NoSuchRule { .. } => 25,
        Refusal::TooManyUnits { .. } => 26,
        Refusal::NoSuchDeduction { .. } => 27,
        Refusal::NoSuchTie { .. } => 28,
        Refusal::NotAnOrder { .. } => 29,
        Refusal::NoBackfill { .. } => 30,
        Refusal::ReserveEmpty { .. } => 31,
        Refusal::NoSuchProposal { .. } => 32,
        Refusal::SecondPersonNeeded { .. } => 33,
        Refusal::NothingToUndo { .. } => 34,
        Refusal::NotAMessage { .. } => 35,
        Refusal::NoBreakNow { .. } => 36,
        Refusal::NotFinal { .. } => 37,
        Refusal::NoSuchStep { .. } => 38,
        Refusal::SealNeeded { .. } => 39,
        Refusal::NoSealNeeded { .. } => 40,
        Refusal::NotOpenYet { .. } => 41,
        Refusal::SealBroken { .. } => 42,
        Refusal::SealsStand { .. } => 47,
        Refusal::UnknownSeat { .. } => 44,
        Refusal::NobodyWaits { .. } => 45,
        Refusal::NotSeated => 46,
        Refusal::TooManyRevisions { .. } => 48,
        Refusal::TooManyProposals { .. } => 49,
        Refusal::RevisionAhead { .. } => 50,
        Refusal::PanelIncomplete { .. } => 51,
        Refusal::PaperStands { .. } => 52,
        Refusal::SamePerson { .. } => 53,
        Refusal::KeyedByTwo { .. } => 54,
        Refusal::NotAName { .. } => 55,
        Refusal::PaperNotAllowed { .. } => 56,
        Refusal::TooManyKeyings { .. } => LAST_PLACE,
    }
}

/// The entries of a file: a key at the start of a line, and what follows up to the next one.
fn entries(file: &Path) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for line in fs::read_to_string(file).unwrap().lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('=') {
            Some((key, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                let (key, text) = (key.trim().to_owned(), text.trim().to_owned());
                found.push(Entry { key, args: arguments(&text), text });
            }
            _ => {
                if let Some(entry) = found.last_mut() {
                    entry.args.extend(arguments(line));
                    entry.text.push_str(line.trim());
                }
            }
        }
    }
    found
}

/// The names that stand after a `$`.
fn arguments(text: &str) -> BTreeSet<String> {
    let is_name = |c: &char| c.is_ascii_alphanumeric() || ['_', '-'].contains(c);
    text.split('$').skip(1).map(|rest| rest.chars().take_while(is_name).collect()).collect()
}

/// The string literals that stand right after each `call`.
fn first_literals<'a>(source: &'a str, call: &str) -> Vec<&'a str> {
    let literal = |rest: &'a str| rest.trim_start().strip_prefix('"')?.split_once('"');
    source.split(call).skip(1).filter_map(literal).map(|(key, _)| key).collect()
}

/// The files of an extension below a folder, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
