//! The hub's laptop: all that `roadshow hub` with the same arguments would need, without opening it.

use std::{path::Path, sync::mpsc, thread, time::Duration};

use super::{Finding, Part, desk, disk};
use crate::{
    cli::{
        Failure,
        arguments::{self, Ground},
        awake,
        failure::problems_text,
        hub as opening, listen,
    },
    clock::Clock,
    contest::{At, Seat, Session},
    definition::{self, Disk},
    hub::{self, Capacity, Foreseen, Identity, KeyError, Occasion},
    papers::when,
    protocol::{JoinLink, Whereabouts},
    words::Words,
};

/// How long the system may take to promise that it stays awake.
const PROMISE: Duration = Duration::from_secs(3);

/// 1 January 2026: a clock that says an earlier time has lost it.
const PROGRAMS_YEAR: At = At(1_767_225_600_000);

/// What the hub's laptop is like for a session.
pub(super) async fn part(file: &Path, given: &arguments::Preflight, words: &Words) -> Part {
    let name = file.display().to_string();
    let mut found = Vec::new();
    let mut ground = (None, At::default());
    match definition::read_session(file, &Disk) {
        Ok(session) => {
            found.push(good(&session));
            ground = of_journal(&session, given, &mut found, words);
        }
        Err(problems) => found.push(Finding::SessionBad {
            count: problems.len(),
            why: problems_text(problems.get(..1).unwrap_or_default(), words),
        }),
    }
    let (own, last) = ground;
    found.extend(desk::of_port(&given.ground, own, words).await);
    found.extend(of_machine(last, words));
    Part::new("preflight-part-hub", name, found)
}

fn good(session: &Session) -> Finding {
    let (rooms, projects) = (session.rooms.len(), session.projects.len());
    Finding::SessionGood { session: session.id.clone(), rooms, projects }
}

/// The journal with all that lies beside it; a link to the hub that may be open on it already, and the
/// time of its last record.
fn of_journal(
    session: &Session,
    given: &arguments::Preflight,
    found: &mut Vec<Finding>,
    words: &Words,
) -> (Option<JoinLink>, At) {
    let occasion = if given.rehearsal { Occasion::Rehearsal } else { Occasion::Live };
    let data = match opening::data(&given.ground, session, occasion) {
        Ok(data) => data,
        Err(failure) => {
            found.push(Finding::JournalRefused { why: failure.tell(words) });
            return (None, At::default());
        }
    };
    let path = data.display().to_string();
    let foreseen = match hub::foresee(&data, session, opening::definition(&given.ground), occasion)
    {
        Ok(foreseen) => {
            found.push(match foreseen.records {
                0 => Finding::JournalNew { path: path.clone() },
                records => Finding::JournalGoesOn { path: path.clone(), records },
            });
            foreseen
        }
        Err(error) => {
            let why = Failure::Opening(error).tell(words);
            found.push(Finding::JournalRefused { why });
            Foreseen::default()
        }
    };
    let identity = Identity::kept_with(&data);
    found.push(of_key(identity.as_ref(), &foreseen, words));
    found.extend(disk::of_journal(&data));
    found.extend(disk::of_copies(&given.ground, &data, words));
    let own = identity.ok().and_then(|it| link_to(&it, &foreseen, &given.ground));
    (own, foreseen.last)
}

/// The key, of which certificate and passes follow.
fn of_key(kept: Result<&Identity, &KeyError>, foreseen: &Foreseen, words: &Words) -> Finding {
    let refused = |why| Finding::KeyRefused { why };
    match kept {
        Ok(identity) => Finding::KeyKept { key: identity.fingerprint().to_string() },
        Err(KeyError::Missing { path }) if 0 < foreseen.records => {
            Finding::KeyLost { path: path.clone() }
        }
        Err(KeyError::Missing { .. }) => match Identity::draft() {
            Ok(draft) => {
                draft.fingerprint(); // A certificate of it can be made.
                Finding::KeyNew
            }
            Err(error) => refused(error.to_string()),
        },
        Err(error) => refused(words.explain("key", error)),
    }
}

/// A link to the hub that has this identity, at the address where it would listen.
fn link_to(identity: &Identity, foreseen: &Foreseen, ground: &Ground) -> Option<JoinLink> {
    let contest = foreseen.contest.as_ref()?;
    let address = desk::near(ground.listen).into();
    let is_encrypted = listen::transport(ground, ground.listen) == hub::Transport::Tls;
    let key = is_encrypted.then(|| identity.fingerprint());
    let pass = identity.pass(&Seat::Supervisor, contest.generation(&Seat::Supervisor));
    Some(JoinLink { at: Whereabouts::of(key, vec![address])?, seat: Seat::Supervisor, pass })
}

/// The machine itself.
fn of_machine(last: At, words: &Words) -> Vec<Finding> {
    let now = Clock::system().now();
    let connections = Capacity::of_this_process().connections();
    vec![Finding::Connections { connections }, clock(now, last), awake(words)]
}

/// What the wall clock says, which may not be before what is certainly over.
fn clock(now: At, last: At) -> Finding {
    let (time, zone) = (when::day_and_time(now), when::zone(now));
    let over = last.max(PROGRAMS_YEAR);
    if now < over {
        return Finding::WallClockBehind { time, zone, last: when::day_and_time(over) };
    }
    Finding::WallClock { time, zone }
}

/// Whether the system promises to stay awake; the promise is given back at once.
fn awake(words: &Words) -> Finding {
    let (why, (tell, told)) = (words.say("cli-awake"), mpsc::sync_channel(1));
    let ask = move || {
        let _ = tell.send(awake::Lock::take(&why).is_some()); // Who asked may wait no longer.
    };
    let asked = thread::Builder::new().name("awake".to_owned()).spawn(ask);
    let is_promised = asked.is_ok() && told.recv_timeout(PROMISE) == Ok(true);
    if is_promised { Finding::Awake } else { Finding::MaySleep }
}

#[cfg(test)]
mod tests {
    use super::{Finding, PROGRAMS_YEAR, clock};
    use crate::{
        cli::lights::{Found, Light},
        contest::Ms,
    };

    #[test]
    fn a_clock_before_what_is_certainly_over_is_wrong() {
        let day = Ms(86_400_000);
        let now = PROGRAMS_YEAR + day;
        assert_eq!(clock(now, now).light(), Light::Green);
        assert_eq!(clock(now, now + Ms(1)).light(), Light::Red);
        assert_eq!(clock(PROGRAMS_YEAR + Ms(-1), PROGRAMS_YEAR + Ms(-5)).light(), Light::Red);
        assert!(matches!(clock(now, now + day), Finding::WallClockBehind { .. }));
    }
}
