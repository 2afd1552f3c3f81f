//! One row of the form: a criterion with its range, its mark and a remark, in columns that line up.

use std::borrow::Cow;

use ratatui::text::{Line, Span};
use rust_decimal::Decimal;

use super::{
    entry::Entry,
    sheet::{Fault, Sheet},
};
use crate::{
    contest::Criterion,
    tui::{
        Scene, points,
        text::{fit, pad_left, pad_right, width},
    },
};

/// From so many columns on there is room for a remark beside each mark.
pub(super) const ROOMY: u16 = 64;

/// How far helps stand in under the items of a two-level rubric.
pub(super) const INDENT: usize = 6;

/// How wide the field of a mark is at least.
const FIELD: usize = 6;

/// One row of the form.
pub(super) enum Row<'a> {
    /// The head of a two-level rubric, over its items.
    Head(&'a Criterion),
    /// A criterion that gets a mark.
    Mark {
        /// Its place among those that do.
        at: usize,
        /// Itself.
        criterion: &'a Criterion,
        /// Its weight in the total.
        weight: Decimal,
        /// Whether it stands under a head.
        is_item: bool,
    },
    /// A help under its criterion.
    Help {
        /// The place of its criterion among those that get marks.
        at: usize,
        /// The help.
        line: Line<'static>,
        /// Whether its criterion stands under a head.
        is_item: bool,
    },
    /// A blank row.
    Gap,
}

impl Row<'_> {
    /// Whether this is the row of that criterion.
    pub(super) fn is_at(&self, line: usize) -> bool {
        matches!(self, Self::Mark { at, .. } if *at == line)
    }
}

/// The columns of a form, each as wide as its longest; the name and the remark share what is left.
pub(super) struct Columns<'a> {
    sheet: Sheet<'a>,
    scene: &'a Scene<'a>,
    is_active: bool,
    is_roomy: bool,
    whole: usize,
    name: usize,
    range: usize,
    field: usize,
    /// How many decimals the marks have at most.
    decimals: u32,
    remark: usize,
}

impl<'a> Columns<'a> {
    /// The columns for a sheet in so many columns.
    pub(super) fn of(
        sheet: Sheet<'a>,
        is_active: bool,
        scene: &'a Scene<'a>,
        columns: u16,
    ) -> Self {
        let (whole, is_roomy) = (usize::from(columns), ROOMY <= columns);
        let ranges = sheet.rubric.marked();
        let ranges = ranges.map(|(it, weight)| width(&range(it, told(weight, is_roomy), scene)));
        let range = ranges.max().unwrap_or_default();
        let texts = || sheet.criteria().map(|it| shown(sheet, it, scene));
        let decimals = texts().map(|it| points::decimals(&it)).max().unwrap_or_default();
        let decimals = decimals.max(sheet.rubric.decimals());
        let field = texts().map(|it| width(&points::aligned(&it, decimals)));
        let field = field.max().unwrap_or_default().max(FIELD);
        // Between them: the pointer with its blank, a blank after name and range, and two brackets
        // with a blank around the mark.
        let rest = whole.saturating_sub(2 + 1 + range + 1 + field + 3);
        let name = |it: &Criterion| width(scene.words.pick(it.name.both())) + 2;
        let longest = sheet.criteria().map(name).max().unwrap_or_default();
        // A name that is whole is worth more than a remark, but for a third of the room.
        let remark =
            if is_roomy { rest.saturating_sub(longest).max(rest / 3) } else { rest.min(1) };
        let name = rest.saturating_sub(remark);
        Self { sheet, scene, is_active, is_roomy, whole, name, range, field, decimals, remark }
    }

    /// A row as a line.
    pub(super) fn line(&self, row: &Row<'_>) -> Line<'static> {
        let theme = self.scene.theme;
        match row {
            Row::Head(head) => {
                let name = self.scene.words.pick(head.name.both());
                let head = format!("  {name} {}", range(head, None, self.scene));
                let head = fit(&head, self.whole, theme.symbols.ellipsis);
                Line::styled(head.into_owned(), theme.title)
            }
            Row::Help { line, is_item, .. } => {
                let indent = if *is_item { INDENT } else { INDENT - 2 };
                let mut line = line.clone();
                line.spans.insert(0, Span::raw(" ".repeat(indent)));
                line
            }
            Row::Mark { at, criterion, weight, is_item } => {
                let is_current = *at == self.sheet.draft.line && self.sheet.is_owed();
                self.mark(criterion, *weight, *is_item, is_current)
            }
            Row::Gap => Line::default(),
        }
    }

    fn mark(
        &self,
        criterion: &Criterion,
        weight: Decimal,
        is_item: bool,
        is_current: bool,
    ) -> Line<'static> {
        let Scene { words, theme, .. } = *self.scene;
        let takes_keys = is_current && self.is_active;
        let pointer = if takes_keys { theme.symbols.pointer } else { " " };
        let indent = if is_item { "  " } else { "" };
        let name = format!("{indent}{}", words.pick(criterion.name.both()));
        let name = pad_right(&fit(&name, self.name, theme.symbols.ellipsis), self.name);
        let range = range(criterion, told(weight, self.is_roomy), self.scene);
        let is_failed = criterion.gate && self.sheet.mark(criterion) == Ok(Some(Decimal::ZERO));
        let mark = shown(self.sheet, criterion, self.scene);
        let decimals = if criterion.gate { 0 } else { self.decimals };
        let mark = format!("[{}]", pad_left(&points::aligned(&mark, decimals), self.field));
        let (remark, remark_style) = match self.sheet.mark(criterion) {
            Err(_) if !self.is_roomy => (theme.symbols.attention.to_owned(), theme.error),
            Err(it) => {
                (format!("{} {}", theme.symbols.attention, fault(&it, self.scene)), theme.error)
            }
            Ok(_) if !self.is_roomy => (String::new(), theme.dim),
            Ok(None) if takes_keys && self.sheet.is_open() => (self.example(criterion), theme.dim),
            Ok(_) => (remark(self.sheet, criterion, self.scene), theme.dim),
        };
        let remark = fit(&remark, self.remark, theme.symbols.ellipsis).into_owned();
        Line::from_iter([
            Span::styled(
                format!("{pointer} {name} "),
                if is_current { theme.accent } else { theme.base },
            ),
            Span::styled(format!("{} ", pad_right(&range, self.range)), theme.dim),
            Span::styled(
                mark,
                match (takes_keys, is_failed) {
                    (true, _) => theme.selected,
                    (false, true) => theme.error,
                    (false, false) => theme.base,
                },
            ),
            Span::raw(" "),
            Span::styled(remark, remark_style),
        ])
    }

    /// How a mark may be typed without its point, where that is so and there is room to say it.
    fn example(&self, criterion: &Criterion) -> String {
        let entry = Entry::of(self.sheet.rubric, criterion);
        let examples = ["85", "855"].map(|keys| (keys, entry.read(keys)));
        let told =
            examples.into_iter().find(|(_, read)| entry.is_complete(read) && read.contains('.'));
        let told = told.filter(|_| !criterion.gate).map(|(keys, read)| {
            self.scene.words.tell("judge-reads", &[("keys", keys.into()), ("mark", read.into())])
        });
        told.filter(|it| width(it) <= self.remark).unwrap_or_default()
    }
}

/// What stands in a criterion's field: the mark as read, or the verdict at a gate.
pub(super) fn shown<'a>(
    sheet: Sheet<'a>,
    criterion: &Criterion,
    scene: &Scene<'_>,
) -> Cow<'a, str> {
    match sheet.mark(criterion) {
        Ok(Some(mark)) if criterion.gate => {
            let verdict = if mark.is_zero() { "judge-gate-fail" } else { "judge-gate-pass" };
            Cow::Owned(scene.words.say(verdict))
        }
        _ => sheet.written(criterion),
    }
}

/// The weight where there is room for it and it says something.
fn told(weight: Decimal, is_roomy: bool) -> Option<Decimal> {
    Some(weight).filter(|it| is_roomy && *it != Decimal::ONE)
}

/// The range of a criterion, with its weight where it is told.
pub(super) fn range(criterion: &Criterion, weight: Option<Decimal>, scene: &Scene<'_>) -> String {
    if criterion.gate {
        return scene.words.say("judge-gate");
    }
    let max = criterion.max.normalize().to_string().into();
    match weight {
        Some(weight) => {
            let weight = weight.normalize().to_string().into();
            scene.words.tell("judge-range-weighted", &[("max", max), ("weight", weight)])
        }
        None => scene.words.tell("judge-range", &[("max", max)]),
    }
}

/// What is wrong with a mark, in few words.
pub(super) fn fault(fault: &Fault, scene: &Scene<'_>) -> String {
    match fault {
        Fault::Unfinished => scene.words.say("judge-unfinished"),
        Fault::NotAllowed(refusal) => scene.words.explain("judge", refusal),
    }
}

/// What the mark was before it was changed, and the band it is in.
fn remark(sheet: Sheet<'_>, criterion: &Criterion, scene: &Scene<'_>) -> String {
    let Ok(Some(mark)) = sheet.mark(criterion) else { return String::new() };
    let was = sheet.stored_mark(criterion).filter(|it| *it != mark);
    let was = was.map(|it| match (criterion.gate, it.is_zero()) {
        (false, _) => points::points(it, sheet.rubric.decimals()),
        (true, true) => scene.words.say("judge-gate-fail"),
        (true, false) => scene.words.say("judge-gate-pass"),
    });
    let was = was.map(|it| scene.words.tell("judge-was", &[("mark", it.into())]));
    let band = sheet.band(criterion).map(|it| scene.words.pick(it.name.both()).to_owned());
    was.into_iter().chain(band).collect::<Vec<_>>().join(" ")
}
