//! The projects of a session, in the order of the file, each found by its number at once.

use std::{collections::HashMap, ops::Deref};

use serde::{Deserialize, Serialize};

use super::{Project, ProjectId};

/// Every project of a session, those in reserve too. Read like a slice.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Vec<Project>", into = "Vec<Project>")]
pub struct Projects {
    all: Vec<Project>,
    /// Where each stands; of two with the same number the first.
    places: HashMap<ProjectId, usize>,
}

impl Projects {
    /// The project of this number.
    pub fn of(&self, id: &ProjectId) -> Option<&Project> {
        self.all.get(*self.places.get(id)?)
    }

    /// One more, behind the others.
    pub fn push(&mut self, project: Project) {
        self.places.entry(project.id.clone()).or_insert(self.all.len());
        self.all.push(project);
    }

    /// Changes some of them, whose numbers may become others.
    pub fn edit(&mut self, change: impl FnOnce(&mut [Project])) {
        let mut all = std::mem::take(&mut self.all);
        change(&mut all);
        *self = all.into();
    }
}

impl Deref for Projects {
    type Target = [Project];

    fn deref(&self) -> &[Project] {
        &self.all
    }
}

impl FromIterator<Project> for Projects {
    fn from_iter<I: IntoIterator<Item = Project>>(projects: I) -> Self {
        let mut all = Self::default();
        projects.into_iter().for_each(|project| all.push(project));
        all
    }
}

impl From<Vec<Project>> for Projects {
    fn from(projects: Vec<Project>) -> Self {
        projects.into_iter().collect()
    }
}

impl From<Projects> for Vec<Project> {
    fn from(projects: Projects) -> Self {
        projects.all
    }
}

impl<'a> IntoIterator for &'a Projects {
    type Item = &'a Project;
    type IntoIter = std::slice::Iter<'a, Project>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// Where they stand follows from which they are.
impl PartialEq for Projects {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Projects {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_found_by_its_number_where_the_file_has_it() {
        let numbered = |id: &str| Project::numbered(id.into(), "enterprise".into());
        let mut projects: Projects = ["E02", "E01"].map(numbered).into_iter().collect();
        projects.push(numbered("E03"));
        for id in ["E01", "E02", "E03"] {
            assert_eq!(projects.of(&id.into()).unwrap().id.as_str(), id);
        }
        assert_eq!(projects.of(&"E04".into()), None);
        let order: Vec<_> = projects.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(order, ["E02", "E01", "E03"]);
    }

    #[test]
    fn projects_are_written_as_a_list_and_read_back() {
        let one = Project::numbered("E01".into(), "enterprise".into());
        let projects: Projects = vec![one.clone()].into();
        let text = serde_json::to_string(&projects).unwrap();
        assert_eq!(text, serde_json::to_string(&[one]).unwrap());
        assert_eq!(serde_json::from_str::<Projects>(&text).unwrap(), projects);
    }
}
