//! The lists and their columns, and what the headings mean that offices write over them.

use serde::Serialize;

use super::synonyms::{JUDGES, PROJECTS, RECUSALS};
use crate::contest::{ComponentId, Session};

/// The lists there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// The finalists and the reserve (项目).
    Projects,
    /// The judges' seats (评委).
    Judges,
    /// Who stays out of which project (回避).
    Recusals,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// A project's number (项目编号).
    Project,
    /// The group it competes in (组别).
    Group,
    /// What a project or a seat is called.
    Name,
    /// The same in English.
    NameEn,
    /// Who stands behind a project (参赛单位).
    Entrant,
    /// The same in English.
    EntrantEn,
    /// Company, start-up or team (主体类型).
    Kind,
    /// When the company was registered (注册日期).
    Registered,
    /// How many core members it names (核心成员数).
    CoreMembers,
    /// The field of a project or a judge (领域).
    Field,
    /// The same in English.
    FieldEn,
    /// Where a project comes from (所在地区).
    Region,
    /// The same in English.
    RegionEn,
    /// Where a project pitches or a judge sits (会场).
    Room,
    /// A project's rank in reserve (候补).
    Reserve,
    /// What a project brings along from an earlier round.
    Carried(ComponentId),
    /// A judge's seat (席位).
    Judge,
    /// The panel a seat belongs to (评审组).
    Panel,
    /// Why a judge stays out (回避原因).
    Reason,
}

impl ListKind {
    /// All, in the order that they are read and written in.
    pub const ALL: [Self; 3] = [Self::Projects, Self::Judges, Self::Recusals];

    /// Its name on the command line, and that of its worksheet or file in an export.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Judges => "judges",
            Self::Recusals => "recusals",
        }
    }

    /// The columns without which it is none.
    pub(super) fn needed(self) -> &'static [Column] {
        match self {
            Self::Projects => &[Column::Project, Column::Name],
            Self::Judges => &[Column::Judge, Column::Name],
            Self::Recusals => &[Column::Judge, Column::Project, Column::Reason],
        }
    }

    /// The column of the numbers: whom a line is about.
    pub(super) fn number(self) -> Column {
        match self {
            Self::Projects => Column::Project,
            Self::Judges | Self::Recusals => Column::Judge,
        }
    }

    /// What a worksheet's name has in it, in small letters.
    fn signs(self) -> &'static [&'static str] {
        match self {
            Self::Projects => &[
                "项目",
                "参赛",
                "决赛名单",
                "入围",
                "企业组",
                "创业组",
                "创客组",
                "project",
                "finalist",
                "entries",
            ],
            Self::Judges => &["评委", "专家", "judge", "expert"],
            Self::Recusals => &["回避", "利益冲突", "利害关系", "recus", "conflict"],
        }
    }

    /// The list that a worksheet is by its name.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        // “评委回避” is about recusals, “项目评委” about judges.
        let kinds = [Self::Recusals, Self::Judges, Self::Projects];
        kinds.into_iter().find(|kind| kind.signs().iter().any(|sign| name.contains(sign)))
    }

    /// The columns with their headings; the first of a column is the one for people.
    fn headings(self) -> &'static [(Column, &'static str)] {
        match self {
            Self::Projects => PROJECTS,
            Self::Judges => JUDGES,
            Self::Recusals => RECUSALS,
        }
    }
}

impl Column {
    /// Its name on the command line, and its head in an export.
    pub fn as_str(&self) -> String {
        let name = match self {
            Self::Project => "project",
            Self::Group => "group",
            Self::Name => "name",
            Self::NameEn => "name_en",
            Self::Entrant => "entrant",
            Self::EntrantEn => "entrant_en",
            Self::Kind => "kind",
            Self::Registered => "registered",
            Self::CoreMembers => "core_members",
            Self::Field => "field",
            Self::FieldEn => "field_en",
            Self::Region => "region",
            Self::RegionEn => "region_en",
            Self::Room => "room",
            Self::Reserve => "reserve",
            Self::Carried(component) => return format!("carried_{component}"),
            Self::Judge => "judge",
            Self::Panel => "panel",
            Self::Reason => "reason",
        };
        name.to_owned()
    }

    /// The key of a session that it goes into.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Project | Self::Judge => "id",
            Self::Group => "group",
            Self::Name | Self::NameEn => "name",
            Self::Entrant | Self::EntrantEn => "entrant",
            Self::Kind => "kind",
            Self::Registered => "registered",
            Self::CoreMembers => "core-members",
            Self::Field | Self::FieldEn => "field",
            Self::Region | Self::RegionEn => "region",
            Self::Room => "room",
            Self::Reserve => "reserve",
            Self::Carried(_) => "carried",
            Self::Panel => "panel",
            Self::Reason => "reason",
        }
    }

    /// The column for the same in English.
    pub(super) fn english(&self) -> Option<Self> {
        match self {
            Self::Name => Some(Self::NameEn),
            Self::Entrant => Some(Self::EntrantEn),
            Self::Field => Some(Self::FieldEn),
            Self::Region => Some(Self::RegionEn),
            _ => None,
        }
    }

    /// What it is called in a complaint: its usual heading, and its name on the command line.
    pub(super) fn told(&self, kind: ListKind) -> String {
        let found = kind.headings().iter().find(|(column, _)| column == self);
        let usual = found.and_then(|(_, headings)| headings.split_whitespace().next());
        let own = self.as_str();
        usual.map_or_else(|| own.clone(), |usual| format!("{usual} ({own})"))
    }
}

/// Finds out what headings mean in a list of one kind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headings<'a> {
    pub(super) kind: ListKind,
    pub(super) session: &'a Session,
    /// What was said on the command line: the name of a column, and its heading.
    pub(super) said: &'a [(String, String)],
}

impl Headings<'_> {
    /// The column below a heading, and how sure that is: 0 is surest.
    pub(super) fn column(&self, heading: &str) -> Option<(Column, usize)> {
        let said = self.said.iter().find(|(_, said)| plain(said) == plain(heading));
        if let Some((name, _)) = said {
            return self.named(name).map(|column| (column, 0));
        }
        // A heading in two languages, or with two names: “项目名称 / Project name”.
        let parts = heading.split(['/', '／', '\n', '|']).filter(|part| !part.trim().is_empty());
        std::iter::once(heading).chain(parts).find_map(|part| self.known(part))
    }

    /// The column of this name, if such a list has it.
    pub(super) fn named(&self, name: &str) -> Option<Column> {
        self.columns().find(|column| column.as_str() == name)
    }

    /// Every column that such a list may have.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        let of_table = self
            .kind
            .headings()
            .iter()
            .flat_map(|(column, _)| std::iter::once(column.clone()).chain(column.english()));
        let carried = self.session.carry.iter().map(|it| Column::Carried(it.id.clone()));
        let carried: Vec<_> = carried.filter(|_| self.kind == ListKind::Projects).collect();
        of_table.chain(carried)
    }

    fn known(&self, heading: &str) -> Option<(Column, usize)> {
        let heading = plain(heading);
        if let Some(column) = self.named(&heading) {
            return Some((column, 1));
        }
        let english = ["英文", "英语", "(en)", "english"].iter().find(|it| heading.contains(**it));
        let bare = english.map_or_else(|| heading.clone(), |sign| heading.replace(sign, ""));
        let bare = without_brackets(&bare);
        let table = self.kind.headings().iter();
        let found = table.filter_map(|(column, known)| {
            let nth = known.split_whitespace().position(|it| it == bare)?;
            Some((column.clone(), 2 + nth))
        });
        let found = found.chain(self.carried(&bare)).next();
        match (found, english) {
            (Some((column, nth)), Some(_)) => column.english().map(|column| (column, nth)),
            (found, _) => found,
        }
    }

    /// A component that is carried in, by its id or its name: 初赛成绩.
    fn carried(&self, heading: &str) -> Option<(Column, usize)> {
        let ends = ["成绩", "得分", "分数", "score"];
        let bare = ends.iter().find_map(|end| heading.strip_suffix(end)).unwrap_or(heading);
        let found = self.session.carry.iter().find(|it| {
            let names = [it.id.as_str(), &it.name.zh, &it.name.en].map(plain);
            names.iter().any(|name| name == heading || name == bare)
        });
        let found = found.filter(|_| self.kind == ListKind::Projects)?;
        Some((Column::Carried(found.id.clone()), 2))
    }
}

/// A text as headings and words are compared: small letters, half width, no blanks and no signs around it.
pub(super) fn plain(text: &str) -> String {
    let text = text.chars().map(narrow).flat_map(char::to_lowercase);
    let text: String =
        text.filter(|sign| !is_blank(*sign) && !"*:,.、。".contains(*sign)).collect();
    text
}

/// A sign in half width: `Ａ` as `A`, `（` as `(`.
pub(super) fn narrow(sign: char) -> char {
    let code = u32::from(sign);
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(code - 0xfee0).unwrap_or(sign),
        '【' => '[',
        '】' => ']',
        sign => sign,
    }
}

/// Blanks, those without width too.
pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}')
}

/// A heading without what stands in brackets: 注册日期(年月日).
fn without_brackets(text: &str) -> String {
    let (mut bare, mut depth) = (String::new(), 0_usize);
    for sign in text.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            sign if depth == 0 && !matches!(sign, '-' | '_') => bare.push(sign),
            _ => (),
        }
    }
    bare
}
