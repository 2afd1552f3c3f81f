//! A link that is read is written back as it was and keeps its pass to itself; what is no link says where,
//! and repeats nothing of what stands there.

use roadshow::protocol::{JoinLink, LinkProblem};

pub(crate) fn hold(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    match text.parse::<JoinLink>() {
        Ok(link) => {
            assert_eq!(link.to_string().parse(), Ok(link.clone()));
            let other = JoinLink { pass: format!("{}another", link.pass), ..link.clone() };
            assert_eq!(format!("{link:?}"), format!("{other:?}"), "passes do not show");
        }
        Err(problem) => {
            let column = match problem {
                LinkProblem::NotALink => 1,
                LinkProblem::BadFingerprint { column }
                | LinkProblem::NoHub { column }
                | LinkProblem::NoSeat { column }
                | LinkProblem::NoPass { column } => column,
            };
            assert!((1..=text.chars().count() + 1).contains(&column), "{problem}");
            let told = [problem.to_string(), format!("{problem:?}")];
            assert!(told.iter().all(|it| KNOWN.contains(&numberless(it).as_str())), "{told:?}");
        }
    }
}

/// All that can be said about a text that is no link, without the column.
const KNOWN: [&str; 10] = [
    "this is not a join link",
    "column  of the link: no fingerprint of a hub's key",
    "column  of the link: no host and port of a hub",
    "column  of the link: no seat and pass",
    "column  of the link: no pass",
    "NotALink",
    "BadFingerprint { column:  }",
    "NoHub { column:  }",
    "NoSeat { column:  }",
    "NoPass { column:  }",
];

fn numberless(text: &str) -> String {
    text.chars().filter(|it| !it.is_ascii_digit()).collect()
}
