use super::*;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

fn silent() -> Trouble {
    Trouble::Silent { hub: "hub".to_owned() }
}

/// A record of so many screens that are there and measured from now on, and when that is.
fn measured(screens: usize) -> (Record, Instant) {
    let (mut record, start) = (Record::of(screens, false), Instant::now());
    for screen in 0..screens {
        record.there(screen, start, ms(10));
    }
    record.begin(start);
    (record, start)
}

fn pong(record: &mut Record, screen: usize, at: Instant, (took, ahead): (u64, i64)) {
    record.pong(screen, at, ms(took), Ms(ahead), Duration::ZERO);
}

#[test]
fn round_trips_count_in_the_second_in_which_they_ended_and_only_while_it_is_measured() {
    let mut record = Record::of(1, false);
    let start = Instant::now();
    pong(&mut record, 0, start, (900, 0));
    record.begin(start);
    pong(&mut record, 0, start + ms(999), (1, 0));
    pong(&mut record, 0, start + ms(2000), (3, 0));
    record.end(start + ms(3000));
    record.end(start + ms(9000));
    pong(&mut record, 0, start + ms(3001), (900, 0));
    let figures = record.figures(true);
    let seconds = figures.by_second.iter().map(|it| (it.second, it.round_trip.count));
    assert_eq!(seconds.collect::<Vec<_>>(), [(1, 1), (2, 0), (3, 1)]);
    assert_eq!((figures.round_trip.worst, figures.measured), (ms(3), ms(3000)));
    assert_eq!(record.round_trip_before(Some(3)), Some(ms(3)));
    assert_eq!([None, Some(0), Some(2)].map(|it| record.round_trip_before(it)), [None; 3]);
}

#[test]
fn a_screen_that_is_lost_counts_once_however_often_it_tries_again() {
    let (mut record, start) = measured(2);
    for at in [1000, 1500, 2500] {
        record.away(0, start + ms(at), &silent());
    }
    assert_eq!(record.count_there(), 1);
    record.there(0, start + ms(3000), ms(20));
    record.end(start + ms(5000));
    let figures = record.figures(true);
    assert_eq!((figures.losses, figures.longest_away, figures.gone), (1, ms(2000), None));
    assert_eq!((figures.there, figures.by_second[1].losses), (2, 1));
}

#[test]
fn a_hub_that_none_can_see_any_more_is_gone_since_it_lost_the_last() {
    let (mut record, start) = measured(2);
    record.away(0, start + ms(1000), &silent());
    record.away(1, start + ms(1200), &silent());
    record.end(start + ms(4000));
    let figures = record.figures(true);
    assert_eq!((figures.losses, figures.there), (2, 0));
    assert_eq!((figures.gone, figures.longest_away), (Some(ms(1200)), ms(3000)));
}

#[test]
fn whoever_never_came_is_not_lost() {
    let (mut record, start) = (Record::of(2, false), Instant::now());
    record.there(0, start, ms(10));
    assert!(!record.has_settled());
    record.away(1, start, &Trouble::Full { hub: "hub".to_owned() });
    assert!(record.has_settled());
    record.begin(start);
    record.end(start + ms(1000));
    let figures = record.figures(true);
    assert_eq!((figures.joined, figures.full, figures.losses), (1, 1, 0));
    assert_eq!((figures.gone, figures.longest_away), (None, Duration::ZERO));
}

#[test]
fn each_screen_believes_its_fastest_ping_and_so_they_are_apart() {
    let (mut record, start) = measured(3);
    assert_eq!(record.figures(true).clocks, None);
    for (screen, pongs) in
        [[(9, 500), (2, 40)], [(1, 38), (80, -90)], [(30, 52), (31, 900)]].iter().enumerate()
    {
        for it in pongs {
            pong(&mut record, screen, start + ms(10), *it);
        }
    }
    assert_eq!(record.figures(true).clocks, Some(Clocks { ahead: Ms(38), apart: Ms(14) }));
}

#[test]
fn a_change_is_waited_for_by_the_screens_that_are_there() {
    let (mut record, start) = (Record::of(2, true), Instant::now());
    record.there(0, start, ms(10));
    record.asked(start);
    record.there(1, start + ms(1), ms(10));
    let changes = record.changes().unwrap();
    changes.stored(0, start + ms(2));
    changes.shown(0, 0, start + ms(4));
    assert!(record.has_no_change_on_its_way());
    assert_eq!(record.figures(true).changes.unwrap().shown.worst, ms(4));
}
