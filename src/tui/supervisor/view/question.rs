//! An open question in a box: what it is about, what follows, and how to answer.

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
    widgets::Widget,
};

use super::{act, release};
use crate::{
    contest::{Act, Refusal, Wish},
    tui::{
        Scene,
        dialog::{Input, draw_box, draw_input},
        points::points,
        reason,
        supervisor::{
            SupervisorScreen,
            marks::Form,
            question::{Menu, Question},
            seen::Seen,
        },
        text::{fit, pad_left, pad_right, width, wrap},
    },
};

/// The widest that a question gets, so that its lines are read at a glance.
const WIDEST: u16 = 66;

/// Draws a question over the middle of the screen; gives the cursor's place while one types.
pub(super) fn draw(
    question: &Question,
    screen: &SupervisorScreen,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let columns = area.width.saturating_sub(4).min(WIDEST);
    let (title, lines, at) = told(question, screen, scene, columns.into())?;
    let typed = typed(question);
    let rows = lines.len() + 2 + usize::from(typed.is_some());
    let inner = draw_box(&title, (columns.into(), rows), scene.theme, area, buf);
    // In a low window the text gives way, not the keys that answer the question.
    let [text, input, hints] = inner.layout(&Layout::vertical([
        Constraint::Fill(1),
        Constraint::Length(u16::from(typed.is_some())),
        Constraint::Length(1),
    ]));
    let skip = (at + 2).min(lines.len()).saturating_sub(usize::from(text.height));
    for (line, row) in lines.iter().skip(skip).zip(text.rows()) {
        line.render(row, buf);
    }
    question.keys().hints(scene.words, scene.theme, hints.width, |_| true).render(hints, buf);
    draw_input(typed?, input, scene.theme, buf)
}

fn typed(question: &Question) -> Option<&Input> {
    match question {
        Question::Why(why) => Some(&why.typed),
        Question::Units(_, _, typed) => Some(typed),
        _ => None,
    }
}

/// The title, the lines, and which of them is to be in sight.
fn told(
    question: &Question,
    screen: &SupervisorScreen,
    scene: &Scene<'_>,
    columns: usize,
) -> Option<(String, Vec<Line<'static>>, usize)> {
    let words = scene.words;
    let view = screen.view.as_ref()?;
    Some(match question {
        Question::Pick(menu) => pick(menu, view, scene, columns),
        Question::Units(project, rule, _) => {
            let rule = view.rules.iter().find(|it| it.id == *rule)?;
            let name = words.pick(rule.name.both()).to_owned();
            let args = [("rule", name.into()), ("points", rule.points.to_string().into())];
            let ask = words.tell("supervisor-ask-units", &args);
            let lines = wrap(&ask, columns).into_iter().map(Line::raw).collect();
            (format!("{} {project}", words.say("act-deduct")), lines, 0)
        }
        Question::Marks(form) => marks(form, scene, columns),
        Question::Why(why) => {
            let lines = about(&why.wish, screen, view, scene, columns)?;
            (title(&why.wish, scene), lines, 0)
        }
        Question::Sure(wish) => (title(wish, scene), about(wish, screen, view, scene, columns)?, 0),
        Question::Leave => {
            let unsent = screen.asked.is_some();
            let key = if unsent { "supervisor-leave-unsent" } else { "supervisor-leave" };
            let text = wrap(&words.say(key), columns);
            (words.say("supervisor-key-quit"), text.into_iter().map(Line::raw).collect(), 0)
        }
    })
}

fn title(wish: &Wish, scene: &Scene<'_>) -> String {
    scene.words.say(match wish {
        Wish::Agree { .. } => "supervisor-key-agree",
        Wish::Decline { .. } => "supervisor-key-decline",
        _ => "supervisor-key-propose",
    })
}

/// What is agreed to, declined or proposed: the act, the project, the seat, the reason, what follows.
fn about(
    wish: &Wish,
    screen: &SupervisorScreen,
    view: &Seen,
    scene: &Scene<'_>,
    columns: usize,
) -> Option<Vec<Line<'static>>> {
    let (words, theme) = (scene.words, scene.theme);
    let act = screen.act_of(wish)?;
    let mut texts = vec![(act::said(act, Some(view), scene), theme.accent)];
    texts.extend(subject(act, view, scene).into_iter().map(|text| (text, theme.base)));
    texts.extend(act::changed_marks(act, view, scene).into_iter().map(|it| (it, theme.base)));
    if let Wish::Agree { proposal } | Wish::Decline { proposal, .. } = wish {
        let it = view.proposals.iter().find(|it| it.number == *proposal)?;
        if let Act::Release { project } = act {
            let signed = release::signed(Some(*proposal), project, view, scene);
            texts.extend(signed.into_iter().map(|it| (it, theme.base)));
        }
        let reason = words.tell("supervisor-reason", &[("reason", it.reason.clone().into())]);
        texts.extend((!it.reason.is_empty()).then_some((reason, theme.warn)));
        let who = words.say(&format!("role-{}", it.by.as_str()));
        texts.push((words.tell("supervisor-proposed-by", &[("who", who.into())]), theme.dim));
    }
    if !matches!(wish, Wish::Decline { .. }) {
        texts.push((act::consequence(act, scene), theme.base));
    }
    let wrapped = texts.into_iter().flat_map(|(text, style)| {
        wrap(&text, columns).into_iter().map(move |line| Line::styled(line, style))
    });
    let reasons = match wish {
        Wish::Agree { .. } => Vec::new(),
        wish => reason::lines(wish, scene),
    };
    Some(wrapped.chain(reasons).collect())
}

/// The project's name, and where the seat stands with it.
fn subject(act: &Act, view: &Seen, scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let Some(line) = view.project(act.project()) else { return Vec::new() };
    let stage = words.say(&format!("stage-{}", line.stage));
    let name = words.pick(line.project.name.both());
    let seat = act.seat().and_then(|seat| line.seats.iter().find(|it| it.seat == *seat));
    let seat = seat.map(|it| {
        let stands = words.say(&format!("state-{}", it.state.as_str()));
        let total = it.sheet.as_ref().map(|sheet| sheet.total.normalize().to_string());
        let total = total.map(|it| words.tell("supervisor-total", &[("total", it.into())]));
        [Some(it.seat.to_string()), Some(stands), total].into_iter().flatten().collect::<Vec<_>>()
    });
    let seat = seat.map(|parts| parts.join(" "));
    [Some(format!("{} {name} {} {stage}", line.project.id, scene.theme.symbols.dot)), seat]
        .into_iter()
        .flatten()
        .collect()
}

fn pick(
    menu: &Menu,
    view: &Seen,
    scene: &Scene<'_>,
    columns: usize,
) -> (String, Vec<Line<'static>>, usize) {
    let theme = scene.theme;
    let lines = menu.entries.iter().enumerate().map(|(at, (offer, _))| {
        let digit = if at < 9 { format!("{} ", at + 1) } else { "  ".to_owned() };
        let text = act::offered(offer, Some(view), scene);
        let text = fit(&text, columns.saturating_sub(4), theme.symbols.ellipsis).into_owned();
        let is_chosen = at == menu.at;
        let pointer = if is_chosen { theme.symbols.pointer } else { " " };
        let style = if is_chosen { theme.selected } else { theme.base };
        let pointer = Span::raw(format!("{pointer} "));
        Line::from_iter([pointer, Span::styled(digit, theme.key), Span::styled(text, style)])
    });
    let seat = menu.seat.as_ref().map(ToString::to_string).unwrap_or_default();
    let title = format!("{} {} {seat}", scene.words.say("supervisor-key-propose"), menu.project);
    (title.trim_end().to_owned(), lines.collect(), menu.at)
}

/// A line for each criterion: its name, what the sheet has, what is typed, and what is wrong with it.
fn marks(form: &Form, scene: &Scene<'_>, columns: usize) -> (String, Vec<Line<'static>>, usize) {
    let (words, theme) = (scene.words, scene.theme);
    let names = form.lines().map(|(it, _)| width(words.pick(it.name.both())));
    let name = names.max().unwrap_or_default().min(columns.saturating_sub(42));
    let lines = form.lines().enumerate().map(|(at, (criterion, text))| {
        let was = form.was(criterion).map(|it| points(it, form.rubric.decimals_of(criterion)));
        let was = was.unwrap_or_default();
        let called = words.pick(criterion.name.both());
        let label = pad_right(&fit(called, name, theme.symbols.ellipsis), name);
        let max = criterion.max.normalize().to_string();
        let range = words.tell("judge-range", &[("max", max.into())]);
        let is_chosen = at == form.at;
        let pointer = if is_chosen { theme.symbols.pointer } else { " " };
        let style = if is_chosen { theme.selected } else { theme.base };
        let (remark, remark_style) = match form.check(criterion, text) {
            Ok(_) if text == was => (String::new(), theme.dim),
            Ok(_) => (words.tell("judge-was", &[("mark", was.into())]), theme.warn),
            Err(Refusal::MarkMissing { .. }) => (
                format!("{} {}", theme.symbols.attention, words.say("judge-unfinished")),
                theme.error,
            ),
            Err(fault) => {
                let fault = words.explain("judge", &fault);
                (format!("{} {fault}", theme.symbols.attention), theme.error)
            }
        };
        Line::from_iter([
            Span::raw(format!("{pointer} {label} ")),
            Span::styled(pad_right(&range, 7), theme.dim),
            Span::styled(format!("[{}]", pad_left(text, 6)), style),
            Span::styled(format!(" {remark}"), remark_style),
        ])
    });
    let title = format!("{} {} {}", words.say("act-correct"), form.project, form.seat);
    (title, lines.collect(), form.at)
}
