//! What can be wrong in a rubric or session file.

use serde::Serialize;

/// One kind of problem with the values that belong to it.
///
/// It serialises as `{"code":"misspelt-key","key":"titel","nearest":"title"}`.
/// People read the text `problem-<code>` of `locales/*/definition.ftl`, which says what is wrong and
/// what to do; the other fields are that text's arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Complaint {
    /// There is no such file.
    FileMissing {
        /// The file.
        path: String,
    },
    /// The file could not be read.
    FileUnreadable {
        /// The file.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// The file is not UTF-8 from here on; in China it is then mostly GBK.
    NotUtf8,
    /// It is not TOML.
    Syntax {
        /// What the TOML reader said, in English.
        detail: String,
    },
    /// The file has neither criteria nor groups.
    NeitherKind,
    /// A key that is needed is not there.
    MissingKey {
        /// The key.
        key: String,
    },
    /// Nobody reads this key, but one that is much like it.
    MisspeltKey {
        /// The key.
        key: String,
        /// The known key that is most like it.
        nearest: String,
    },
    /// Nobody reads this key.
    UnknownKey {
        /// The key.
        key: String,
        /// What could stand there, with commas.
        known: String,
    },
    /// A value of another type is needed.
    WrongType {
        /// The key.
        key: String,
        /// What must stand there: `string`, `text`, `id`, `decimal`, `integer`, `span`, `day`, `array`, `table`.
        expected: String,
        /// What stands there, as TOML calls it.
        found: String,
    },
    /// A text says nothing.
    EmptyText {
        /// The key.
        key: String,
    },
    /// A text has a line break or another control character, which screens cannot show.
    ControlCharacter {
        /// The key.
        key: String,
    },
    /// An id is empty, too long, or has other characters than ASCII letters, digits, `-` and `_`.
    BadId {
        /// The id.
        id: String,
        /// The most characters.
        most: usize,
    },
    /// A decimal is written as a float, which would pass through binary.
    Float {
        /// What stands there.
        value: String,
    },
    /// This is no decimal number.
    NotADecimal {
        /// What stands there.
        value: String,
    },
    /// A decimal has too many digits after the point.
    TooFine {
        /// What stands there.
        value: String,
        /// The most digits.
        most: u32,
    },
    /// A number is too large for everything computed from it to stay exact.
    TooLarge {
        /// What stands there.
        value: String,
        /// The largest.
        most: String,
    },
    /// A number must be above zero.
    NotPositive {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
    },
    /// A count must be a whole number from 1.
    NotACount {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
    },
    /// This is no span of time.
    NotASpan {
        /// What stands there.
        value: String,
    },
    /// A bare number does not say whether it means minutes or seconds.
    SpanWithoutUnit {
        /// What stands there.
        value: String,
    },
    /// A span of time is zero, or longer than a day.
    SpanOutOfRange {
        /// What stands there.
        value: String,
    },
    /// This is no day of the calendar.
    NotADay {
        /// What stands there.
        value: String,
    },
    /// The word is none of those that are allowed.
    NotAChoice {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
        /// The words to choose from, quoted, with commas.
        choices: String,
    },
    /// A list must have something in it.
    EmptyList {
        /// The key.
        key: String,
    },
    /// Two things of one kind have the same id.
    DuplicateId {
        /// What it names: `project`, `group`, `room`, `seat`, `criterion`.
        kind: String,
        /// The id.
        id: String,
        /// The line of the first one.
        line: usize,
    },
    /// The criteria do not add up to the stated total.
    TotalMismatch {
        /// What the file states.
        total: String,
        /// What the criteria make.
        sum: String,
    },
    /// The highest mark cannot be given, because it is no multiple of the step.
    StepMismatch {
        /// The step.
        step: String,
        /// The highest mark.
        max: String,
    },
    /// A band begins outside 0 to the highest mark.
    BandOutside {
        /// Where the range begins.
        from: String,
        /// The highest mark.
        max: String,
    },
    /// A band does not begin below the one before it.
    BandOrder {
        /// Where the range begins.
        from: String,
        /// Where the range before it begins.
        above: String,
    },
    /// Two projects have the same name and entrant.
    SameProject {
        /// The project that stands first.
        first: String,
        /// The line of the first one.
        line: usize,
    },
    /// There is no such group or room.
    UnknownId {
        /// `group` or `room`.
        kind: String,
        /// The id.
        id: String,
        /// Those there are, with commas.
        known: String,
    },
    /// A room lists a group twice.
    GroupListedTwice {
        /// The group.
        group: String,
    },
    /// No room holds the group.
    GroupWithoutRoom {
        /// The group.
        group: String,
    },
    /// No project competes in the group.
    GroupWithoutProjects {
        /// The group.
        group: String,
    },
    /// No project pitches in the room.
    RoomWithoutProjects {
        /// The room.
        room: String,
    },
    /// Several rooms hold the project's group, and it names none.
    RoomNeeded {
        /// The project.
        project: String,
        /// The group.
        group: String,
        /// The rooms that hold the group, with commas.
        rooms: String,
    },
    /// The project's room does not hold its group.
    WrongRoom {
        /// The project.
        project: String,
        /// The room.
        room: String,
        /// The group.
        group: String,
    },
    /// A group is scored in a room without judges.
    RoomWithoutJudges {
        /// The room.
        room: String,
        /// The group.
        group: String,
    },
    /// The group has more projects than finalists.
    TooManyProjects {
        /// The group.
        group: String,
        /// How many the group sends.
        finalists: u32,
        /// How many the file has.
        projects: usize,
    },
    /// The group has more awards than projects.
    TooManyAwards {
        /// The group.
        group: String,
        /// How many awards there are.
        places: u64,
        /// How many the file has.
        projects: usize,
    },
    /// A company was registered before the day the group allows.
    RegisteredTooEarly {
        /// The project.
        project: String,
        /// The day it was registered.
        registered: String,
        /// The first day that is allowed.
        since: String,
    },
    /// A company in a group with such a day does not say when it was registered.
    RegistrationMissing {
        /// The project.
        project: String,
        /// The first day that is allowed.
        since: String,
    },
    /// A project names more core members than the group allows.
    TooManyMembers {
        /// The project.
        project: String,
        /// How many it names.
        members: u32,
        /// The most the group allows.
        most: u32,
    },
    /// A warning would come at the start of a phase or before it.
    WarningTooLong {
        /// The warning, as minutes and seconds.
        warning: String,
        /// `presentation` or `questions`.
        phase: String,
        /// How long the phase is.
        length: String,
    },
}
