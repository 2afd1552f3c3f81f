use super::*;
use crate::contest::sample::seat;

const START: At = At(1_000);

/// Terminal `n`, at an address of its own.
fn guest(n: u8) -> Guest {
    let from = IpAddr::from([192, 0, 2, n]);
    Guest { terminal: Uuid::from_u128(n.into()), from, generation: 0, arrived: 0 }
}

/// A room in which terminals come to one seat.
struct Door(Holders);

impl Door {
    fn new() -> Self {
        Self(Holders::default())
    }

    fn come(&mut self, to: &str, n: u8) -> Place {
        self.0.come(&seat(to), guest(n), 0, START)
    }

    fn counted(&self, at: &str) -> (u32, u32, usize) {
        let mut link = SeatLink::default();
        self.0.count(&seat(at), &mut link);
        (link.screens, link.stale, self.0.waiting(&seat(at)).len())
    }
}

fn standing(place: &Place) -> Standing {
    place.standing.now()
}

fn waits_for(n: u8, since: At) -> Standing {
    Standing::Waits { since, from: guest(n).from }
}

fn unseated(why: Unseated, by: Option<u8>) -> Standing {
    Standing::Unseated { why, from: by.map(|n| guest(n).from) }
}

const JUDGE: &str = "A/judge/A1";

#[test]
fn a_second_terminal_waits_and_takes_the_seat_when_it_is_free() {
    let mut door = Door::new();
    let (first, second, third) = (door.come(JUDGE, 1), door.come(JUDGE, 2), door.come(JUDGE, 3));
    assert_eq!(standing(&first), Standing::Holds);
    assert_eq!(standing(&second), waits_for(1, START));
    assert_eq!(door.counted(JUDGE), (1, 0, 2));

    let later = At(5_000);
    door.0.leave(&seat(JUDGE), first.number, later);
    assert_eq!(standing(&second), Standing::Holds);
    assert_eq!(standing(&third), waits_for(2, later));
    assert!(door.0.holds(&seat(JUDGE), second.number));
    assert!(!door.0.holds(&seat(JUDGE), third.number));
}

#[test]
fn a_silent_holder_is_replaced_at_once() {
    let mut door = Door::new();
    let silent = door.come(JUDGE, 1);
    door.0.set_stale(&seat(JUDGE), silent.number, true, START);
    assert_eq!(standing(&silent), Standing::Holds, "while nobody else wants the seat");
    let heard = door.come(JUDGE, 2);
    assert_eq!(standing(&heard), Standing::Holds);
    assert_eq!(standing(&silent), unseated(Unseated::Replaced, Some(2)));

    // The same where the other one was there already.
    let waits = door.come(JUDGE, 3);
    door.0.set_stale(&seat(JUDGE), heard.number, true, START);
    assert_eq!(standing(&waits), Standing::Holds);
    assert_eq!(door.counted(JUDGE), (1, 0, 0));
}

#[test]
fn a_silent_terminal_does_not_get_a_seat_that_it_waits_for() {
    let mut door = Door::new();
    let (holder, silent) = (door.come(JUDGE, 1), door.come(JUDGE, 2));
    door.0.set_stale(&seat(JUDGE), silent.number, true, START);
    door.0.set_stale(&seat(JUDGE), holder.number, true, START);
    assert_eq!(standing(&holder), Standing::Holds);
    door.0.set_stale(&seat(JUDGE), silent.number, false, START);
    assert_eq!(standing(&silent), Standing::Holds, "it is heard again and the holder is not");
}

#[test]
fn a_terminal_that_comes_again_replaces_itself() {
    let mut door = Door::new();
    let (half_open, waits) = (door.come(JUDGE, 1), door.come(JUDGE, 2));
    let again = door.come(JUDGE, 1);
    assert_eq!(standing(&half_open), unseated(Unseated::Replaced, Some(1)));
    assert_eq!(standing(&again), Standing::Holds);
    let waits_again = door.come(JUDGE, 2);
    assert_eq!(standing(&waits), unseated(Unseated::Replaced, Some(2)));
    assert_eq!(standing(&waits_again), waits_for(1, START));
    // That the old connection is gone at last changes nothing any more.
    door.0.leave(&seat(JUDGE), half_open.number, START);
    assert_eq!(standing(&again), Standing::Holds);
}

#[test]
fn the_host_hands_a_seat_to_the_terminal_that_was_meant() {
    let mut door = Door::new();
    let (first, second, third) = (door.come(JUDGE, 1), door.come(JUDGE, 2), door.come(JUDGE, 3));
    let [one, two, three] = [1, 2, 3].map(|n| guest(n).terminal);
    assert_eq!(door.0.can_go(&seat(JUDGE), two, three), None, "two does not hold it");
    assert_eq!(door.0.can_go(&seat(JUDGE), one, Uuid::from_u128(9)), None, "nobody");
    assert_eq!(door.0.can_go(&seat("A/host"), one, two), None);
    assert_eq!(door.0.can_go(&seat(JUDGE), one, three), Some(true));

    door.0.hand_over(&seat(JUDGE), three, At(9_000));
    assert_eq!(standing(&first), unseated(Unseated::HandedOver, Some(3)));
    assert_eq!(standing(&third), Standing::Holds);
    assert_eq!(standing(&second), waits_for(3, At(9_000)));
    assert_eq!(door.0.can_go(&seat(JUDGE), one, three), Some(false), "it has gone already");
}

#[test]
fn whoever_came_by_an_old_pass_is_unseated() {
    let mut door = Door::new();
    let (holder, waits) = (door.come(JUDGE, 1), door.come(JUDGE, 2));
    let other = door.come("A/judge/A2", 3);
    assert_eq!(door.0.renew(&seat(JUDGE)), [seat(JUDGE)]);
    for place in [&holder, &waits] {
        assert_eq!(standing(place), unseated(Unseated::PassRenewed, None));
    }
    assert_eq!(standing(&other), Standing::Holds);
    // It was let in before, and comes to the seat after.
    let late = door.0.come(&seat(JUDGE), guest(4), 1, START);
    assert_eq!(standing(&late), unseated(Unseated::PassRenewed, None));
    assert_eq!(door.counted(JUDGE), (0, 0, 0));
}

#[test]
fn the_console_over_all_rooms_has_one_pass_for_all_of_them() {
    let mut door = Door::new();
    let places = ["A/control", "B/control"].map(|seat| door.come(seat, 1));
    assert_eq!(door.0.renew(&seat("A/control")).len(), 2);
    for place in &places {
        assert_eq!(standing(place), unseated(Unseated::PassRenewed, None));
    }
}

#[test]
fn a_seat_has_as_many_terminals_as_its_limit_and_not_one_more() {
    let mut door = Door::new();
    for (shared, most) in
        [("A/board", 16_384), ("A/timer", 16_384), ("A/clerk", 64), ("A/control", 64)]
    {
        let places: Vec<_> = (0..=most).map(|n: u16| door.come(shared, (n % 3) as u8)).collect();
        let (last, others) = places.split_last().unwrap();
        assert!(others.iter().all(|it| standing(it) == Standing::Holds));
        assert_eq!(standing(last), unseated(Unseated::TooMany, None));
        assert_eq!(door.counted(shared), (most.into(), 0, 0));
    }
    let places: Vec<_> = (0..9).map(|n| door.come(JUDGE, n)).collect();
    assert_eq!(standing(&places[7]), waits_for(0, START));
    assert_eq!(standing(&places[8]), unseated(Unseated::TooMany, None));
}

#[test]
fn only_spectators_are_asked_to_ping_rarely() {
    let mut door = Door::new();
    let mut of = |seat, many| {
        let beat = |n| door.come(seat, n).heartbeat;
        (0..many).map(beat).filter(|&it| it == Heartbeat::OF_SPECTATORS).count()
    };
    assert_eq!(of("A/board", 20), 4, "those that a hall has are not");
    assert_eq!(of("A/timer", 16), 0);
    assert_eq!(of("A/clerk", 30), 0);
    assert_eq!(of(JUDGE, 3), 0);
}

/// What a terminal gave up may be served after what it tried next.
#[test]
fn a_connection_that_was_given_up_replaces_no_later_one() {
    let mut door = Door::new();
    let [given_up, later] = [1, 2].map(|arrived| Guest { arrived, ..guest(1) });
    let holder = door.0.come(&seat(JUDGE), later, 0, START);
    let late = door.0.come(&seat(JUDGE), given_up, 0, START);
    assert_eq!(standing(&holder), Standing::Holds);
    assert_eq!(standing(&late), unseated(Unseated::Replaced, Some(1)));
    assert_eq!(door.counted(JUDGE), (1, 0, 0));
}
