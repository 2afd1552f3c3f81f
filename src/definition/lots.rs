//! Reads a draw that was made by hand: the projects' numbers, one a line, as they were drawn.

use std::collections::BTreeMap;

use super::{Complaint, page::Page, session::list};
use crate::contest::{DrawnOrder, ProjectId, Session};

/// Reads the orders of all groups; their lines may follow each other or mix.
pub(super) fn read(page: &Page<'_>, session: &Session) -> Vec<DrawnOrder> {
    let groups = session.groups.iter().map(|it| it.id.clone());
    let mut orders: Vec<_> = groups.map(|group| DrawnOrder { group, order: Vec::new() }).collect();
    let mut lines = BTreeMap::new();
    let mut next = 0;
    for line in page.text().split_inclusive('\n') {
        let id = line.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
        let at = next + line.find(id).unwrap_or_default();
        next += line.len();
        if id.is_empty() {
            continue;
        }
        let project = session.project(&id.into()).filter(|it| it.reserve.is_none());
        let Some(project) = project else {
            let finalists = session.projects.iter().filter(|it| it.reserve.is_none());
            let known = finalists.map(|it| &it.id);
            page.complain(at, Complaint::unknown_id("finalist", id, known));
            continue;
        };
        if let Some(line) = lines.insert(&project.id, page.line(at)) {
            let project = project.id.to_string();
            page.complain(at, Complaint::DrawnTwice { project, line });
        } else if let Some(order) = orders.iter_mut().find(|it| it.group == project.group) {
            order.order.push(project.id.clone());
        }
    }
    for group in &session.groups {
        let finalists = session.finalists_of(&group.id).map(|it| &it.id);
        let missing: Vec<&ProjectId> = finalists.filter(|it| !lines.contains_key(it)).collect();
        if !missing.is_empty() {
            let (group, projects) = (group.id.to_string(), list(missing));
            page.complain(page.text().len(), Complaint::NotDrawn { group, projects });
        }
    }
    orders
}
