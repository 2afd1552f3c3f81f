//! The workbook that an office fills in: a worksheet for each list, with headings that are known, an example
//! that is left out, and choices where there are some; and one with notes.

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use super::{JUDGES, PROJECTS, RECUSALS};
use crate::{
    contest::{Session, Text},
    papers::{tongues::Tongues, workbook::A4},
};

/// The rows: what it is, the headings, the example, and those to fill in.
const HEADINGS: u32 = 1;
const EXAMPLE: u32 = 2;
const LAST: u32 = 1_000;
/// The most characters that Excel takes in a list of choices.
const LONGEST_CHOICE: usize = 255;
/// The same bytes whenever it is made.
const MADE: i64 = 1_767_225_600;

/// What a template is made for.
pub(super) struct Template<'a> {
    pub(super) session: &'a Session,
    pub(super) tongues: &'a Tongues,
}

/// A column with its heading.
struct Heading {
    name: String,
    text: String,
    is_needed: bool,
}

impl Template<'_> {
    pub(super) fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let maker = concat!("roadshow ", env!("CARGO_PKG_VERSION"));
        let made = ExcelDateTime::from_timestamp(MADE)?;
        book.set_properties(&DocProperties::new().set_author(maker).set_creation_datetime(&made));
        for list in ["projects", "judges", "recusals"] {
            self.list(book.add_worksheet(), list)?;
        }
        self.notes(book.add_worksheet())?;
        book.save_to_buffer()
    }

    fn list(&self, sheet: &mut Worksheet, list: &str) -> Result<(), XlsxError> {
        sheet.set_name(self.tongues.say(&format!("import-sheet-{list}")).replace('/', ""))?;
        let lead = Format::new().set_font_size(11).set_align(FormatAlign::VerticalCenter);
        sheet.write_with_format(0, 0, self.tongues.say(&format!("import-lead-{list}")), &lead)?;
        sheet.set_row_height(0, 24)?;
        sheet.set_row_height(HEADINGS, 36)?;
        sheet.set_row_height(EXAMPLE, 48)?;
        sheet.set_freeze_panes(EXAMPLE, 1)?;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap();
        let cell = cell.set_align(FormatAlign::VerticalCenter);
        let head = cell.clone().set_bold().set_align(FormatAlign::Center);
        let head = head.set_background_color(Color::RGB(0x00dd_e8f3));
        let example = cell.set_italic().set_font_color(Color::RGB(0x0070_7070));
        // Texts, so that no spreadsheet takes a zero off a number or makes a date of it.
        let plain = Format::new().set_num_format("@");
        for (nth, heading) in (0..).zip(self.headings(list)) {
            let mark = if heading.is_needed { "*" } else { "" };
            // Two languages stand one below the other.
            let text = heading.text.replace(" / ", "\n");
            sheet.write_with_format(HEADINGS, nth, format!("{text}{mark}"), &head)?;
            sheet.write_with_format(EXAMPLE, nth, self.example(list, &heading.name), &example)?;
            let width = match heading.name.as_str() {
                "name" | "name_en" | "entrant" | "entrant_en" | "reason" => 34,
                "project" | "group" | "judge" | "field" | "field_en" | "region_en" => 20,
                _ => 14,
            };
            sheet.set_column_width(nth, width)?;
            sheet.set_column_format(nth, &plain)?;
            if let Some(choices) = self.choices(list, &heading.name) {
                let validation = DataValidation::new().allow_list_strings(&choices)?;
                sheet.add_data_validation(EXAMPLE + 1, nth, LAST, nth, &validation)?;
            }
        }
        Ok(())
    }

    fn headings(&self, list: &str) -> Vec<Heading> {
        let (names, needed): (&[&str], &[&str]) = match list {
            "projects" => (&PROJECTS, &["project", "group", "name"]),
            "judges" => (&JUDGES, &["judge", "name"]),
            _ => (&RECUSALS, &RECUSALS),
        };
        let is_of_use = |name: &&&str| match **name {
            "room" => self.session.rooms.len() > 1,
            "panel" => !self.session.panels.is_empty(),
            _ => true,
        };
        let own = names.iter().filter(is_of_use).map(|name| Heading {
            name: (*name).to_owned(),
            text: self.tongues.say(&format!("import-{list}-{}", name.replace('_', "-"))),
            is_needed: needed.contains(name),
        });
        let carried = self.session.carry.iter().filter(|_| list == "projects");
        let carried = carried.map(|it| Heading {
            name: format!("carried_{}", it.id),
            text: self.tongues.pick(&it.name),
            is_needed: true,
        });
        own.chain(carried).collect()
    }

    /// The choices of a column that has some, in the first language.
    fn choices(&self, list: &str, name: &str) -> Option<Vec<String>> {
        let said = |text: &Text| self.first().pick(text.both()).to_owned();
        let choices: Vec<String> = match (list, name) {
            (_, "group") => self.session.groups.iter().map(|it| said(&it.name)).collect(),
            (_, "room") => self.session.rooms.iter().map(|it| said(&it.name)).collect(),
            (_, "panel") => self.session.panels.iter().map(|it| said(&it.name)).collect(),
            (_, "kind") => ["company", "start-up", "team"]
                .map(|it| self.first().say(&format!("kind-{it}")))
                .into(),
            _ => return None,
        };
        // Commas stand between choices, so that none may have one.
        let fits = choices.iter().map(|it| it.chars().count() + 1).sum::<usize>() <= LONGEST_CHOICE;
        (fits && !choices.iter().any(|it| it.contains(','))).then_some(choices)
    }

    /// What the example says in a column.
    fn example(&self, list: &str, name: &str) -> String {
        let first = || self.choices(list, name).and_then(|it| it.into_iter().next());
        let said = |key: &str| self.tongues.say(&format!("import-example{key}"));
        match (list, name) {
            ("recusals", "project") => "E01".to_owned(),
            (_, "project") => format!("{} E01", self.first().say("import-example")),
            (_, "judge") => format!("{} A1", self.first().say("import-example")),
            ("projects", "name" | "entrant" | "field" | "region") => said(&format!("-{name}")),
            ("judges", "name") => said("-judge"),
            ("judges", "field") => said("-judge-field"),
            (_, "reason") => said("-reason"),
            (_, "registered") => "2021-03-01".to_owned(),
            (_, "core_members") => "5".to_owned(),
            (_, name) if name.starts_with("carried_") => "87.50".to_owned(),
            _ => first().unwrap_or_default(),
        }
    }

    fn first(&self) -> &crate::words::Words {
        self.tongues.first()
    }

    fn notes(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.tongues.say("import-sheet-notes").replace('/', ""))?;
        sheet.set_column_width(0, 100)?;
        sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let notes = ["number", "english", "empty", "registered", "recusal", "more", "check"];
        let mut row = 0;
        for words in self.tongues.words() {
            for note in notes {
                sheet.write_with_format(
                    row,
                    0,
                    words.say(&format!("import-note-{note}")),
                    &text,
                )?;
                row += 1;
            }
            row += 1;
        }
        Ok(())
    }
}
