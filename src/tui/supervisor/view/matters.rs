//! What waits for a second person or for the jury chair, what is to be looked at, and what has been
//! corrected, as one list with the chosen one in view.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

use super::{act, release};
use crate::{
    contest::{Act, ProjectId, Role},
    tui::{
        Scene,
        supervisor::{
            matter::{self, Matter},
            seen::Seen,
        },
        text::wrap,
    },
};

/// Draws as much of the list as there is room for; `is_active` says whether keys go here.
pub(super) fn draw(
    view: &Seen,
    chosen: Option<&Matter>,
    is_active: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let matters = &view.matters;
    if matters.is_empty() {
        let text = scene.words.say("supervisor-nothing-waits");
        return Line::styled(text, scene.theme.dim).render(area, buf);
    }
    let chosen = matter::at(matters, chosen);
    let columns = usize::from(area.width).saturating_sub(2);
    let height = usize::from(area.height);
    let (mut lines, mut from) = (Vec::new(), 0);
    // Each takes a row at least: no more of them than there are rows are seen before the chosen one.
    for (at, matter) in matters.iter().enumerate().skip(chosen.saturating_sub(height)) {
        if chosen < at && from + height <= lines.len() {
            break;
        }
        let is_chosen = is_active && at == chosen;
        if at == chosen {
            from = lines.len();
        }
        lines.extend(of(matter, view, is_chosen, scene, columns));
    }
    let skip = from.saturating_sub(height / 4).min(lines.len().saturating_sub(height));
    for (line, row) in lines.iter().skip(skip).zip(area.rows()) {
        line.render(row, buf);
    }
}

/// A head with its pointer, and under it the details.
fn of(
    matter: &Matter,
    view: &Seen,
    is_chosen: bool,
    scene: &Scene<'_>,
    columns: usize,
) -> Vec<Line<'static>> {
    let theme = scene.theme;
    let Some((head, style, details)) = said(matter, view, scene) else { return Vec::new() };
    let style = if is_chosen { theme.selected } else { style };
    let pointer = if is_chosen { theme.symbols.pointer } else { " " };
    let head = wrap(&head, columns).into_iter().enumerate().map(|(at, text)| {
        let sign = if at == 0 { format!("{pointer} ") } else { "  ".to_owned() };
        Line::from_iter([Span::raw(sign), Span::styled(text, style)])
    });
    let details = details.iter().flat_map(|text| wrap(text, columns.saturating_sub(2)));
    head.chain(details.map(|text| Line::raw(format!("    {text}")))).collect()
}

/// The head, its style, and the details.
fn said(matter: &Matter, view: &Seen, scene: &Scene<'_>) -> Option<(String, Style, Vec<String>)> {
    let (words, theme) = (scene.words, scene.theme);
    Some(match matter {
        Matter::Proposal(number) => {
            let it = view.proposals.iter().find(|it| it.number == *number)?;
            let is_own = it.by == Role::Supervisor;
            let key = if is_own { "supervisor-waits-for-host" } else { "supervisor-waits-for-you" };
            let what = act::said(&it.act, Some(view), scene);
            let head = words.tell(key, &[("number", number.into()), ("what", what.into())]);
            let reason = words.tell("supervisor-reason", &[("reason", it.reason.clone().into())]);
            let mut details: Vec<_> =
                (!it.reason.is_empty()).then_some(reason).into_iter().collect();
            if let Act::Release { project } = &it.act {
                details.extend(release::signed(Some(it.number), project, view, scene));
            }
            details.extend(act::changed_marks(&it.act, view, scene));
            (head, if is_own { theme.base } else { theme.warn }, details)
        }
        Matter::Alarm(project, at) => {
            let line = view.project(project)?;
            let text = act::alarm(line.alarms.get(*at)?, view, line, scene);
            (format!("{} {project}  {text}", theme.symbols.attention), theme.alarm, Vec::new())
        }
        Matter::Tie(group, projects) => {
            let group = view.groups.iter().find(|it| it.id == *group)?;
            let projects: Vec<&str> = projects.iter().map(ProjectId::as_str).collect();
            let args = [
                ("group", words.pick(group.name.both()).to_owned().into()),
                ("projects", projects.join(&words.say("list-separator")).into()),
            ];
            (words.tell("supervisor-tie", &args), theme.warn, Vec::new())
        }
        Matter::Award(group, at) => {
            let mut awards = view.awards.iter().filter(|it| it.group == *group);
            let it = awards.nth(*at)?;
            let group = view.groups.iter().find(|it| it.id == *group)?;
            let projects: Vec<_> = it.projects.iter().map(ProjectId::as_str).collect();
            let args = [
                ("group", words.pick(group.name.both()).to_owned().into()),
                ("award", words.pick(it.award.both()).to_owned().into()),
                ("projects", projects.join(&words.say("list-separator")).into()),
                ("changed", it.changed_by.len().into()),
                ("variants", it.variants.into()),
            ];
            let by = it.changed_by.iter().map(|variant| words.explain("variant", variant));
            let by = by.collect::<Vec<_>>().join(&words.say("list-separator"));
            (words.tell("supervisor-award", &args), theme.base, vec![by])
        }
        Matter::Bulletin(number) => {
            let it = view.bulletins.iter().find(|it| it.number == *number)?;
            let args = [
                ("number", number.into()),
                ("project", it.project.to_string().into()),
                ("reason", it.reason.clone().into()),
            ];
            let changes = it.changes.iter().map(|change| act::correction(change, scene));
            (words.tell("supervisor-bulletin", &args), theme.base, changes.collect())
        }
    })
}
