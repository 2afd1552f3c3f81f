use super::*;
use crate::{
    bench::Spread,
    words::{Lang, Words},
};

fn ms(ms: u64) -> Length {
    Length(Duration::from_millis(ms))
}

fn spread(count: usize, ms: u64) -> Spread {
    let [median, p99, worst] = [Duration::from_millis(ms); 3];
    Spread { count, median, p99, worst }
}

/// A minute in which all went well.
fn good() -> Figures {
    let changes = Changes {
        asked: 60,
        refused: 0,
        unanswered: 0,
        stored: spread(60, 4),
        shown: spread(60, 9),
        unshown: 0,
        undone: true,
    };
    Figures {
        screens: 50,
        joined: 50,
        there: 50,
        measured: Duration::from_secs(60),
        joining: spread(50, 12),
        round_trip: spread(3000, 2),
        clocks: Some(Clocks { ahead: Ms(-400), apart: Ms(1) }),
        changes: Some(changes),
        ..Figures::default()
    }
}

/// What is not green about these figures, by its light and code.
fn complaints(figures: &Figures, unchanged: Option<Unchanged>) -> Vec<(Light, String)> {
    let found = Finding::all(figures, Errand::Join, unchanged).into_iter();
    let code =
        |it: &Finding| serde_json::to_value(it).unwrap()["code"].as_str().unwrap().to_owned();
    let lit = found.map(|it| (it.light(), code(&it)));
    lit.filter(|(light, _)| *light != Light::Green).collect()
}

fn changed(change: impl FnOnce(&mut Figures)) -> Vec<(Light, String)> {
    let mut figures = good();
    change(&mut figures);
    complaints(&figures, None)
}

/// What is weighed: the last that is still green, and what is amber and red beside it.
#[test]
fn every_limit_has_its_two_sides() {
    use Light::{Amber, Green, Red};
    let (median, worst) = (ms(1), ms(60_000));
    let trip = |p99| Finding::RoundTrip { count: 1, median, p99: ms(p99), worst };
    let joined = |p99| Finding::Joined { screens: 1, median, worst, p99: ms(p99) };
    let looked = |p99| Finding::Looked { looks: 1, median, worst, p99: ms(p99) };
    let stored = |p99| Finding::Stored { count: 1, median, p99: ms(p99), worst };
    let shown = |p99| Finding::LastScreen { screens: 1, median, p99: ms(p99), worst };
    let apart = |apart| Finding::Countdowns { apart: ms(apart) };
    let lost = |ms| Finding::LinksLost { losses: 1, longest: Seconds(Duration::from_millis(ms)) };
    let wall = |ms| {
        let apart = Seconds(Duration::from_millis(ms));
        Finding::WallClock { apart, direction: Direction::Ahead }
    };
    for (found, light) in [
        (trip(100), Green),
        (trip(101), Amber),
        (trip(1000), Amber),
        (trip(1001), Red),
        (joined(1000), Green),
        (joined(1001), Amber),
        (joined(3001), Red),
        (looked(1000), Green),
        (looked(3000), Amber),
        (looked(3001), Red),
        (stored(1000), Green),
        (stored(1001), Amber),
        (stored(3001), Red),
        (shown(1000), Green),
        (shown(3000), Amber),
        (shown(3001), Red),
        (apart(100), Green),
        (apart(101), Amber),
        (apart(1001), Red),
        (lost(0), Amber),
        (lost(10_000), Amber),
        (lost(10_001), Red),
        (wall(30_000), Green),
        (wall(30_001), Amber),
    ] {
        assert_eq!(found.light(), light, "{found:?}");
    }
}

#[test]
fn a_good_minute_has_nothing_to_complain_of() {
    assert_eq!(complaints(&good(), None), []);
}

#[test]
fn who_is_interrupted_before_the_minute_has_begun_complains_of_nothing() {
    let figures = Figures { screens: 50, joined: 7, there: 7, ..Figures::default() };
    assert_eq!(Finding::all(&figures, Errand::Join, None), []);
}

#[test]
fn what_went_wrong_is_said_and_how_badly() {
    let of = |light, code: &str| vec![(light, code.to_owned())];
    let (amber, red) = (|code| of(Light::Amber, code), |code| of(Light::Red, code));
    let changes = |change: fn(&mut Changes)| changed(|it| change(it.changes.as_mut().unwrap()));
    assert_eq!(changed(|it| (it.joined, it.there, it.full) = (40, 40, 10)), amber("full"));
    assert_eq!(changed(|it| (it.joined, it.there) = (49, 49)), red("not-joined"));
    assert_eq!(changed(|it| it.late = Duration::from_millis(101)), amber("laptop"));
    assert_eq!(changed(|it| it.round_trip = Spread::default()), red("no-answer"));
    assert_eq!(changes(|it| it.refused = 1), red("not-stored"));
    assert_eq!(changes(|it| it.unanswered = 1), red("not-stored"));
    assert_eq!(changes(|it| it.unshown = 1), red("not-shown"));
    assert_eq!(changes(|it| it.undone = false), amber("not-undone"));
    assert_eq!(changes(|it| it.asked = 0), amber("console-away"));
    let away = changed(|it| (it.losses, it.there) = (1, 49));
    assert_eq!(away, [amber("links-lost"), red("still-away")].concat());
    let gone = changed(|it| (it.losses, it.there, it.gone) = (50, 0, Some(Duration::ZERO)));
    assert_eq!(gone, [amber("links-lost"), red("hub-gone")].concat());
}

#[test]
fn what_was_not_measured_is_said_and_fails_nothing() {
    for (why, code) in [
        (Unchanged::Live, "only-looked"),
        (Unchanged::NoScreen, "no-screen"),
        (Unchanged::NoHost, "no-console"),
    ] {
        let figures = Figures { changes: None, ..good() };
        assert_eq!(complaints(&figures, Some(why)), [(Light::Amber, code.to_owned())]);
    }
}

#[test]
fn every_finding_has_its_text_and_its_advice_with_nothing_left_open() {
    for lang in [Lang::Zh, Lang::En] {
        let words = Words::new(lang);
        for finding in all() {
            let texts =
                [words.explain("bench", &finding), words.explain_more("bench", "advice", &finding)];
            let texts = &texts[..if finding.has_advice() { 2 } else { 1 }];
            for text in texts {
                assert!(!text.starts_with("bench") && !text.contains('{'), "{finding:?}: {text}");
            }
        }
    }
}

/// Every finding once, at its worst.
fn all() -> Vec<Finding> {
    let [median, p99, worst, late, apart] = [ms(9_000); 5];
    let far = Seconds(Duration::from_secs(60));
    vec![
        Finding::OwnLaptop { address: "127.0.0.1:7878".to_owned() },
        Finding::CutShort { seconds: 1, planned: 60 },
        Finding::Laptop { late },
        Finding::Joined { screens: 50, median, worst, p99 },
        Finding::Looked { looks: 9, median, worst, p99 },
        Finding::Full { joined: 1, screens: 2 },
        Finding::NotJoined { joined: 1, screens: 2 },
        Finding::RoundTrip { count: 9, median, p99, worst },
        Finding::NoAnswer,
        Finding::LinksKept { screens: 2, seconds: 60 },
        Finding::LinksLost { losses: 2, longest: far },
        Finding::StillAway { away: 1, screens: 2 },
        Finding::HubGone { second: 3 },
        Finding::Countdowns { apart },
        Finding::WallClock { apart: far, direction: Direction::Ahead },
        Finding::WallClock { apart: far, direction: Direction::Behind },
        Finding::Stored { count: 9, median, p99, worst },
        Finding::NotStored { missing: 1, asked: 2 },
        Finding::LastScreen { screens: 2, median, p99, worst },
        Finding::NotShown { missing: 1, asked: 2 },
        Finding::OnlyLooked,
        Finding::NoScreen,
        Finding::NoConsole,
        Finding::ConsoleAway,
        Finding::NotUndone,
    ]
}
