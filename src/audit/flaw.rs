//! What can be wrong with a journal under audit, with the record.

use serde::Serialize;

/// Why a journal does not hold. People read the text under `flaw-<code>`; the other fields are its
/// arguments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Flaw {
    /// The file cannot be read.
    #[error("cannot read: {detail}")]
    CannotRead {
        /// What the system said.
        detail: String,
    },
    /// It is no journal of the format that is known.
    #[error("not a journal: {detail}")]
    NotAJournal {
        /// What is not as it must be.
        detail: String,
    },
    /// The file itself is damaged.
    #[error("damaged after record {whole}: {detail}")]
    Damaged {
        /// The last record that is whole; 0 for none.
        whole: u64,
        /// What SQLite says.
        detail: String,
    },
    /// There is no record at all.
    #[error("there is no record")]
    Empty,
    /// A record is not there, but later ones are.
    #[error("record {record} is missing")]
    Missing {
        /// Its number.
        record: u64,
    },
    /// A record's hash does not follow from it and those before.
    #[error("record {record} has been changed")]
    Changed {
        /// Its number.
        record: u64,
    },
    /// A record is whole, but says what is not understood.
    #[error("record {record} is not understood: {detail}")]
    NotUnderstood {
        /// Its number.
        record: u64,
        /// What is not.
        detail: String,
    },
    /// A record says what cannot have happened there by the rules.
    #[error("record {record} cannot be: {}", .why.as_str())]
    Impossible {
        /// Its number.
        record: u64,
        /// What is against the rules.
        why: Why,
        /// The project, seat, room or group it is about.
        about: String,
    },
    /// A lock recorded another number of sheets or another score than its sheets come to.
    #[error("record {record} recorded {given} for {project}, which is {computed}")]
    OtherLock {
        /// Its number.
        record: u64,
        /// The project.
        project: String,
        /// What is recorded.
        given: String,
        /// What was recomputed.
        computed: String,
    },
    /// A bulletin says otherwise than the two rankings before and after.
    #[error("record {record}, bulletin {number}, does not say what has changed")]
    OtherBulletin {
        /// Its number.
        record: u64,
        /// The bulletin's.
        number: u32,
    },
    /// A released result was changed, and no bulletin says so.
    #[error("record {record} changed a released result without a bulletin")]
    NoBulletin {
        /// Its number.
        record: u64,
    },
    /// A seal is not that of the records before it.
    #[error("the seal in record {record} does not fit")]
    WrongSeal {
        /// Its number.
        record: u64,
    },
}

/// What is against the rules of the evening (`docs/rules.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The first record is no opening, or a later one is.
    Opening,
    /// It is of a rehearsal and the opening is not, or the other way round.
    Rehearsal,
    /// There is no such project, seat, room, group or proposal.
    Unknown,
    /// A sheet came from somebody else's seat.
    OthersSheet,
    /// A sheet came from a seat that does not count, when none was taken, or is an old revision.
    Closed,
    /// A mark is missing, out of range or between two steps.
    Mark,
    /// A sheet came in the clear where the session's sheets are sealed.
    SealNeeded,
    /// A seal, or an opening, where there is none to open or the session asks for none.
    NoSeal,
    /// A sheet was opened while another was waited for.
    TooEarly,
    /// Marks and nonce do not make the seal.
    SealBroken,
    /// A sheet had been opened, and no seal was taken any more.
    SealsStand,
    /// A score was released that was not locked.
    NotLocked,
    /// It takes two persons, and they had not agreed to it.
    OnePerson,
    /// There was no step to undo.
    NothingToUndo,
    /// It is by a seat that may not do this, or by nobody.
    Author,
    /// It is by the host of another room.
    OtherRoom,
    /// The project was at a stage at which this cannot happen.
    Stage,
    /// Another project had the stage.
    StageTaken,
    /// A break was being held, or none.
    Break,
    /// The clock did not stand so that this can be done with it.
    Clock,
    /// Nothing is scored there.
    NotScored,
    /// The seat stood otherwise than this needs.
    Seat,
    /// A lock, and the seats that it went without are not those that were waited for.
    Unsettled,
    /// A lock of sheets that make no score.
    NoScore,
    /// A lock without the score that it must record.
    ScoreMissing,
    /// A deduction that the session's rules do not make.
    Deduction,
    /// It is not the next in reserve, or the place was not to be filled.
    Reserve,
    /// No run order that could have followed the one before.
    Order,
    /// A decision of the chair where there was no such tie.
    NoTie,
    /// A step of a ceremony that the ranking does not have.
    NotFinal,
    /// Its number does not follow.
    Number,
    /// It was so already.
    NoChange,
    /// A paper sheet was keyed, and the host had not allowed it.
    NotAllowed,
    /// Two persons had agreed to an act, and it was not done.
    NotDone,
    /// The time to undo the step was over.
    TooLate,
}

impl Why {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Rehearsal => "rehearsal",
            Self::Unknown => "unknown",
            Self::OthersSheet => "others-sheet",
            Self::Closed => "closed",
            Self::Mark => "mark",
            Self::SealNeeded => "seal-needed",
            Self::NoSeal => "no-seal",
            Self::TooEarly => "too-early",
            Self::SealBroken => "seal-broken",
            Self::SealsStand => "seals-stand",
            Self::NotLocked => "not-locked",
            Self::OnePerson => "one-person",
            Self::NothingToUndo => "nothing-to-undo",
            Self::Author => "author",
            Self::OtherRoom => "other-room",
            Self::Stage => "stage",
            Self::StageTaken => "stage-taken",
            Self::Break => "break",
            Self::Clock => "clock",
            Self::NotScored => "not-scored",
            Self::Seat => "seat",
            Self::Unsettled => "unsettled",
            Self::NoScore => "no-score",
            Self::ScoreMissing => "score-missing",
            Self::Deduction => "deduction",
            Self::Reserve => "reserve",
            Self::Order => "order",
            Self::NoTie => "no-tie",
            Self::NotFinal => "not-final",
            Self::Number => "number",
            Self::NoChange => "no-change",
            Self::NotAllowed => "not-allowed",
            Self::NotDone => "not-done",
            Self::TooLate => "too-late",
        }
    }
}

impl Flaw {
    /// The first bad record, where it is one.
    pub fn record(&self) -> Option<u64> {
        match self {
            Self::CannotRead { .. } | Self::NotAJournal { .. } | Self::Empty => None,
            Self::Damaged { whole, .. } => Some(whole + 1),
            Self::Missing { record }
            | Self::Changed { record }
            | Self::NotUnderstood { record, .. }
            | Self::Impossible { record, .. }
            | Self::OtherLock { record, .. }
            | Self::OtherBulletin { record, .. }
            | Self::NoBulletin { record }
            | Self::WrongSeal { record } => Some(*record),
        }
    }
}
