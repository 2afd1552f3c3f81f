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
    /// It is a session where a rubric is needed.
    NotARubric,
    /// It is a rubric where a session is needed.
    NotASession,
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
        /// What must stand there: `string`, `text`, `id`, `decimal`, `integer`, `flag`, `span`, `day`, `array`,
        /// `table`.
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
    /// A text has a sign that nobody sees, or that turns the direction of what follows.
    HiddenCharacter {
        /// The key.
        key: String,
        /// The sign, as `U+202E`.
        sign: String,
    },
    /// A name is longer than boards and papers bear.
    NameTooLong {
        /// The key.
        key: String,
        /// The most characters.
        most: usize,
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
    /// A whole number is too large.
    OutOfRange {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
        /// The largest.
        most: u32,
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
    /// This is no instant with its offset from UTC.
    NotAnInstant {
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
        /// What it names: `project`, `group`, `room`, `seat`, `criterion`, `panel`, `component`, `deduction`.
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
    /// All criteria are gates, and none brings points.
    OnlyGates,
    /// A trimmed mean would have nothing left of the fewest sheets it is to trim.
    DropTooLarge {
        /// How many are dropped at each end.
        drop: u32,
        /// The fewest sheets, as stated.
        drop_from: u32,
        /// The fewest that it takes.
        needed: u32,
    },
    /// A tie rule that can never decide: it stands twice, or after `share`.
    IdleTieRule {
        /// The rule.
        rule: String,
    },
    /// There is no such group, room, criterion, panel or component.
    UnknownId {
        /// `group`, `room`, `criterion`, `panel`, `component`, or `finalist` of a group.
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
    /// The room has fewer judges than the group's rubric asks for.
    PanelTooSmall {
        /// The room.
        room: String,
        /// The group.
        group: String,
        /// How many judges the room has.
        judges: usize,
        /// How many sheets the rubric asks for.
        needed: u32,
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
    /// The weights of the panels do not add up to 1.
    WeightsNotOne {
        /// What they add up to.
        sum: String,
    },
    /// What is carried in leaves nothing to the live score.
    CarryTooHeavy {
        /// What the weights add up to.
        sum: String,
    },
    /// A key says nothing without another one, which is not there.
    MeansNothing {
        /// The key.
        key: String,
        /// What it needs.
        needs: String,
    },
    /// A room has fewer seats of a panel than the group's rubric asks for.
    PanelSeats {
        /// The room.
        room: String,
        /// The group.
        group: String,
        /// The panel.
        panel: String,
        /// How many seats of it the room has.
        seats: usize,
        /// How many sheets the rubric asks for.
        needed: u32,
    },
    /// A group separates ties by what is carried in, and nothing is.
    CarriedTieRule {
        /// The group.
        group: String,
    },
    /// A deduction would give the score more decimals than the group's rubric.
    PointsTooFine {
        /// What a unit costs.
        points: String,
        /// How many decimals the score has.
        decimals: u32,
        /// The group.
        group: String,
    },
    /// A number must not be below zero.
    BelowZero {
        /// The key.
        key: String,
        /// What stands there.
        value: String,
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
    /// Two projects of a group have the same rank in reserve.
    ReserveTwice {
        /// The rank.
        rank: u32,
        /// The project that stands first.
        first: String,
    },
    /// The ranks in reserve leave one out.
    ReserveGap {
        /// The rank.
        rank: u32,
        /// The one that is left out.
        missing: u32,
    },
    /// A break does not stand after the one before it.
    BreakOrder {
        /// After so many turns.
        after: u32,
        /// After so many turns the earlier one.
        before: u32,
    },
    /// A break stands after the last turn.
    BreakOutside {
        /// After so many turns.
        after: u32,
        /// How many there are.
        turns: usize,
    },
    /// A judge is recused from a project that cannot pitch in the judge's room.
    RecusedElsewhere {
        /// The project.
        project: String,
        /// The room.
        room: String,
        /// The projects that can, with commas.
        known: String,
    },
    /// A judge is recused from a project twice.
    RecusedTwice {
        /// The judge's seat.
        seat: String,
        /// The project.
        project: String,
    },
    /// So many judges are recused from a project that the rest could never make a score.
    TooManyRecused {
        /// The project.
        project: String,
        /// How many judges are left.
        left: usize,
    },
    /// This is no hash of a seed.
    NotACommitment {
        /// How many digits one has.
        digits: usize,
    },
    /// The seed is not the one that was committed to.
    SeedMismatch {
        /// What was announced.
        commitment: String,
        /// The hash of the seed that stands there.
        hash: String,
    },
    /// There are orders, and the seed they come from is not there.
    OrderBeforeSeed,
    /// A group has two orders.
    GroupDrawnTwice {
        /// The group.
        group: String,
    },
    /// A project stands twice in a draw.
    DrawnTwice {
        /// The project.
        project: String,
        /// The line of the first one.
        line: usize,
    },
    /// A draw leaves projects of a group out.
    NotDrawn {
        /// The group.
        group: String,
        /// Those it leaves out, with commas.
        projects: String,
    },
    /// An order is not the one that its seed draws.
    OrderNotOfSeed {
        /// The group.
        group: String,
        /// The one that the seed draws, with commas.
        drawn: String,
    },
    /// Something else than commas stands between cells.
    NotCommas {
        /// What: a sign, or `tab`.
        sign: String,
    },
    /// Score sheets have no such column.
    UnknownColumn {
        /// What its head says.
        column: String,
        /// The columns there can be, with commas.
        known: String,
    },
    /// A column stands twice.
    ColumnTwice {
        /// Its head.
        column: String,
    },
    /// A column is not there.
    MissingColumn {
        /// Its head.
        column: String,
    },
    /// A cell says nothing.
    EmptyCell {
        /// The head of its column.
        column: String,
    },
    /// A cell stands after the last column.
    ExtraCell {
        /// What stands there.
        value: String,
    },
    /// A quote is never closed.
    OpenQuote,
    /// Something stands between a closing quote and the next comma.
    TextAfterQuote,
    /// A mark is below zero or above the criterion's maximum.
    MarkOutside {
        /// The criterion.
        criterion: String,
        /// What stands there.
        mark: String,
        /// The highest mark.
        max: String,
    },
    /// A mark lies between two steps.
    MarkBetweenSteps {
        /// The criterion.
        criterion: String,
        /// What stands there.
        mark: String,
        /// The smallest step.
        step: String,
    },
    /// A gate is neither passed nor failed.
    NotAPass {
        /// The gate.
        criterion: String,
        /// What stands there.
        value: String,
    },
    /// A judge has two sheets for a project.
    SheetTwice {
        /// The project.
        project: String,
        /// The judge.
        judge: String,
        /// The line of the first one.
        line: usize,
    },
    /// A project has more sheets than stay exact.
    TooManySheets {
        /// The project.
        project: String,
        /// The most.
        most: usize,
    },
    /// A cell that must say something does not.
    CellMissing {
        /// The head of its column.
        column: String,
    },
    /// A sheet is of a project that is not among those entered.
    NotEntered {
        /// The project.
        project: String,
    },
    /// Two sheets put a project into different groups.
    GroupDiffers {
        /// The project.
        project: String,
        /// Its group so far.
        group: String,
        /// The line that says so.
        line: usize,
    },
    /// This is neither a workbook nor a table of text.
    NotAList,
    /// A workbook cannot be read.
    BrokenWorkbook {
        /// What its reader said, in English.
        detail: String,
    },
    /// A workbook of another kind: of Excel 97 to 2003 (XLS), or an ODS.
    OldWorkbook,
    /// A workbook has a password.
    EncryptedList,
    /// A list is larger than any list of an office.
    ListTooLarge {
        /// Of what it has too much: `megabytes`, `unpacked` megabytes, `parts`, `rows`, `columns`, `cells`.
        what: String,
        /// The most.
        most: usize,
    },
    /// There is no such file of lists.
    NoSuchList,
    /// Lists have headings and nothing below them.
    NoRows,
    /// A file of lists has nothing in it.
    NothingListed,
    /// No row of a table has the headings of a list.
    NoHeadings {
        /// Some that a list has, with commas.
        known: String,
    },
    /// There is no worksheet of this name.
    NoSuchSheet {
        /// The name.
        sheet: String,
        /// Those there are, with commas.
        known: String,
    },
    /// There is no heading of this text.
    NoSuchHeading {
        /// The text.
        heading: String,
    },
    /// A cell has a formula that failed.
    CellIsError {
        /// What it shows.
        value: String,
    },
    /// A cell has a formula whose result is not in the file.
    CellNotComputed,
    /// A cell that should have a number has a date, as spreadsheets make of `3-1`.
    CellIsADate {
        /// The date.
        value: String,
    },
    /// Lists have something twice.
    ListedTwice {
        /// `project`, `seat` or `recusal`.
        kind: String,
        /// The id.
        id: String,
        /// Where the first one stands.
        first: String,
    },
    /// A list has a project under two numbers.
    SameAsListed {
        /// The number that stands first.
        project: String,
        /// Where.
        first: String,
    },
    /// A recusal names something that is neither in the lists nor in the session.
    NotListed {
        /// `project` or `seat`.
        kind: String,
        /// What it names.
        id: String,
        /// The known one that is most like it, or `none`.
        nearest: String,
    },
    /// Several seats have the name that a recusal says.
    SeveralSeats {
        /// The name.
        name: String,
        /// The seats, with commas.
        seats: String,
    },
    /// There are more problems than are told at once.
    MoreProblems,
    /// The chair's decision is not about a tie that waits for it.
    NoSuchTie {
        /// The projects it names.
        projects: String,
        /// The ties that wait, with semicolons; or `none`.
        waiting: String,
    },
    /// The chair's decision names a project twice, or there are two decisions about one tie.
    RuledTwice,
}
