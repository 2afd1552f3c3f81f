//! `roadshow import`: what offices keep becomes a session, and a session's lists come back as they were.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    process::Output,
};

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use roadshow::{
    contest::{At, EntrantKind, Project, Recusal, Session, Text},
    definition::{
        Aside, Column, Files, ListKind, Merged, Problem, Roster, Said, Subject, What, merge,
        read_draft, read_session,
    },
    papers::{
        export::{Export, TableKind},
        guarded_csv, roster,
        tongues::Tongues,
        workbook,
    },
    words::Lang,
};
use rust_xlsxwriter::{Format, Workbook};
use tempfile::TempDir;

use crate::support::roadshow;

/// A session with two groups in two rooms, which carries something in.
const SESSION: &str = r#"# The autumn final.

id = "autumn"
title = "Autumn"   # what the board says
timing = { presentation = "1:00" }
panels = [{ id = "all", name = { zh = "评审组", en = "Panel" }, weight = "1" }]
carry = [{ id = "preliminary", name = { zh = "初赛", en = "Preliminary" }, weight = "0.3" }]

[[groups]]
id = "g"
name = { zh = "企业组", en = "Enterprise group" }
rubric = "rubric.toml"

[[groups]]
id = "h"
name = { zh = "创业组", en = "Startup group" }
rubric = "rubric.toml"

[[rooms]]
id = "A"
name = { zh = "A 会场", en = "Room A" }
groups = ["g", "h"]

[[rooms.judges]]
id = "A1"
name = "评委 A1"
panel = "all"

[[rooms.judges]]
id = "A2"
name = "评委 A2"
panel = "all"

[[rooms]]
id = "B"
name = { zh = "B 会场", en = "Room B" }
groups = ["h"]
judges = [
  { id = "B1", name = { zh = "评委 B1", en = "Judge B1" }, panel = "all" }, # the chair
]

# Finalists of the enterprises.

# Asked for a ramp.
[[projects]]
id = "E01"
group = "g"
name = { zh = "钛合金支架", en = "Titanium brackets" }   # as registered
carried = { preliminary = "87.5" }

[[projects]]
id = "E02"
name = "复合材料"
group = "g"
entrant = "企业 E02"
carried = { preliminary = "80" }

[[projects]]
id = "S01"
group = "h"
name = "康复支具"
room = "B"
carried = { preliminary = "70" }
"#;

const RUBRIC: &str = "id = 'r'\ntitle = 'R'\n[[criteria]]\nid = 'a'\nname = 'A'\nmax = 10\n";

/// Files by their names, and the rubric.
struct Memory(BTreeMap<&'static str, Vec<u8>>);

impl Files for Memory {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let name = path.to_str().unwrap();
        if name == "rubric.toml" {
            return Ok(RUBRIC.into());
        }
        self.0.get(name).cloned().ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

fn session_of(text: &str) -> Session {
    let files = Memory(BTreeMap::from([("s.toml", text.as_bytes().to_vec())]));
    read_session(Path::new("s.toml"), &files).unwrap_or_else(|it| panic!("{it:?}\n{text}"))
}

/// Lists laid beside a session.
fn laid(text: &str, lists: Vec<(&'static str, Vec<u8>)>, removes: bool) -> (Roster, Merged) {
    let path = Path::new("s.toml");
    let paths: Vec<PathBuf> = lists.iter().map(|(name, _)| PathBuf::from(name)).collect();
    let files = Memory(lists.into_iter().collect());
    let session = read_draft(path, text, &files).unwrap();
    let roster = Roster::read(&paths, &Said::default(), &session, &files);
    let merged = merge((path, text), &session, &roster, removes, &files);
    (roster, merged)
}

/// The same of one list that has no problems.
fn merged(text: &str, name: &'static str, list: impl Into<Vec<u8>>) -> Merged {
    let (_, merged) = laid(text, vec![(name, list.into())], false);
    assert_eq!(merged.problems, []);
    merged
}

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// The lines of the new text that were not there, and of the old one that are gone.
fn differing<'t>(old: &'t str, new: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let lines = |text: &'t str| text.lines().map(str::trim).collect::<Vec<_>>();
    let (mut old, mut new) = (lines(old), lines(new));
    for line in old.clone() {
        if let Some(there) = new.iter().position(|it| *it == line) {
            new.remove(there);
            old.remove(old.iter().position(|it| *it == line).unwrap());
        }
    }
    (new, old)
}

#[test]
fn a_merge_keeps_comments_and_order() {
    let list = "项目编号,组别,项目名称,参赛单位,所在地区,会场,初赛成绩\n\
        E01,企业组,钛合金支架二代,企业 E01,江苏,,88\nE02,g,复合材料,企业 E02,,,80.0\n\
        S01,创业组,康复支具,,,B,70\nS02,创业组,微型涡轮,团队 S02,广东,A 会场,75.5\n";
    let merged = merged(SESSION, "list.csv", list);
    let (new, gone) = differing(SESSION, &merged.text);
    assert_eq!(
        gone,
        [
            "name = { zh = \"钛合金支架\", en = \"Titanium brackets\" }   # as registered",
            "carried = { preliminary = \"87.5\" }"
        ]
    );
    assert_eq!(
        new,
        [
            "name = \"钛合金支架二代\"   # as registered",
            "carried = { preliminary = \"88\" }",
            "entrant = \"企业 E01\"",
            "region = \"江苏\"",
            "",
            "[[projects]]",
            "id = \"S02\"",
            "group = \"h\"",
            "name = \"微型涡轮\"",
            "entrant = \"团队 S02\"",
            "region = \"广东\"",
            "room = \"A\"",
            "carried = { preliminary = \"75.5\" }"
        ]
    );
    let (_, again) = laid(&merged.text, vec![("list.csv", list.into())], false);
    assert_eq!((again.changes.len(), again.unchanged), (0, 4));
    assert_eq!(again.text, merged.text);
}

#[test]
fn line_ends_and_a_byte_order_mark_stay() {
    let text = format!("\u{feff}{}", SESSION.replace('\n', "\r\n"));
    let merged = merged(&text, "list.csv", "编号,组别,名称,地区,初赛\nE02,g,复合材料,浙江,80\n");
    assert!(merged.text.starts_with('\u{feff}'));
    assert!(!merged.text.replace("\r\n", "").contains('\n'));
    assert!(merged.text.contains("\r\nregion = \"浙江\"\r\n"));
}

#[test]
fn a_list_in_one_language_says_either() {
    let same = "number,name,group\nE01,Titanium brackets,g\n";
    assert!(merged(SESSION, "list.csv", same).changes.iter().all(|it| it.what == What::Absent));
    let both = "number,name,name (English),group\nE01,钛合金支架,Titanium braces,g\n";
    let text = merged(SESSION, "list.csv", both).text;
    assert!(
        text.contains("name = { zh = \"钛合金支架\", en = \"Titanium braces\" }   # as"),
        "{text}"
    );
}

#[test]
fn what_a_list_does_not_have_stays_until_it_is_to_go() {
    let list = "编号,组别,名称\nE02,g,复合材料\nS01,h,康复支具\n";
    let stays = merged(SESSION, "list.csv", list);
    let absent: Vec<_> = stays.changes.iter().map(|it| (&it.subject, &it.what)).collect();
    assert_eq!(absent, [(&Subject::Project("E01".into()), &What::Absent)]);
    assert_eq!(stays.text, SESSION);

    let recused = SESSION.replacen(
        "panel = \"all\"\n",
        "panel = \"all\"\nrecused = [{ project = \"E01\", reason = \"kin\" }]\n",
        1,
    );
    let (_, goes) = laid(&recused, vec![("list.csv", list.into())], true);
    assert_eq!(goes.problems, []);
    let removed: Vec<_> = goes.changes.iter().map(|it| &it.subject).collect();
    assert_eq!(
        removed,
        [&Subject::Project("E01".into()), &Subject::Recusal("A1".into(), "E01".into())]
    );
    // The comment about all of them stays, the one about this project goes with it.
    let expected = SESSION.replace("# Asked for a ramp.\n", "");
    let (from, to) = (
        expected.find("[[projects]]\nid = \"E01\"").unwrap(),
        expected.find("[[projects]]\nid = \"E02\"").unwrap(),
    );
    let expected = format!("{}{}", &expected[..from], &expected[to..]);
    let squeezed =
        |text: &str| text.lines().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(squeezed(&goes.text), squeezed(&expected));
}

#[test]
fn judges_and_recusals_come_where_they_belong() {
    let judges = "席位,姓名,会场,评审组,专业领域\nA1,评委 A1,A,all,投资\nA2,评委 A2,B 会场,all,\nA3,评委 A3,A,all,\n\
        B2,评委 B2,B,评审组,行业\n";
    let recusals = "评委,项目编号,回避原因\nA1,\"E01、E02\",任职\n评委 B2,康复支具,持股\n";
    let lists = vec![("评委.csv", judges.into()), ("回避.csv", recusals.into())];
    let (_, merged) = laid(SESSION, lists, false);
    assert_eq!(merged.problems, []);
    let session = session_of(&merged.text);
    let seats = |room: usize| -> Vec<_> {
        session.rooms[room].judges.iter().map(|it| it.id.as_str()).collect()
    };
    assert_eq!((seats(0), seats(1)), (vec!["A1", "A3"], vec!["B1", "A2", "B2"]));
    let recused: Vec<_> = (session.rooms.iter().flat_map(|it| &it.judges))
        .flat_map(|judge| judge.recused.iter().map(|it| (judge.id.as_str(), it.project.as_str())))
        .collect();
    assert_eq!(recused, [("A1", "E01"), ("A1", "E02"), ("B2", "S01")]);
    assert!(merged.text.contains("}, # the chair\n"), "{}", merged.text);
}

/// Titles above the headings, headings over two rows, cells merged downwards, headings again on the second
/// page, an example and notes below: what an office's workbook has.
#[test]
fn a_workbook_is_read_as_its_office_means_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("企业组").unwrap();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 5, "2026年决赛项目名单", &plain).unwrap();
    for (column, head) in (0..).zip(["序号", "项目编号", "项目名称", "参赛单位", "注册时间"])
    {
        sheet.merge_range(1, column, 2, column, head, &plain).unwrap();
    }
    sheet.merge_range(1, 5, 1, 6, "联系人", &plain).unwrap();
    sheet.write_row(2, 5, ["姓名", "电话"]).unwrap();
    sheet.write(3, 0, 1).unwrap();
    sheet.write(3, 1, 7.0).unwrap();
    sheet.write_row(3, 2, ["金属\n打印", "企业 7"]).unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2020, 2, 3).unwrap();
    sheet.write_with_format(3, 4, &day, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    sheet.write_row(4, 1, ["０0８\u{3000}", "陶瓷打印"]).unwrap();
    sheet.merge_range(4, 3, 5, 3, "企业 8", &plain).unwrap();
    sheet.write_row(5, 1, ["009", "树脂打印"]).unwrap();
    sheet.write_row(7, 0, ["序号", "项目编号", "项目名称", "参赛单位", "注册时间"]).unwrap();
    sheet.write_row(8, 1, ["示例 E01", "某项目"]).unwrap();
    sheet.merge_range(9, 0, 9, 6, "注：按抽签顺序排列", &plain).unwrap();
    let other = book.add_worksheet().set_name("通讯录").unwrap();
    other.write_row(0, 0, ["编号", "名称", "电话"]).unwrap();
    let hidden = book.add_worksheet().set_name("创业组").unwrap().set_hidden(true);
    hidden.write_row(0, 0, ["项目编号", "项目名称"]).unwrap();
    hidden.write_row(1, 0, ["S09", "示例项目"]).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let (roster, merged) = laid(SESSION, vec![("list.xlsx", bytes)], false);
    // What is missing is the component that is carried in, in the three rows that are projects.
    assert_eq!(
        told(&merged.problems),
        [4, 5, 6].map(|row| format!("list.xlsx: 企业组!B{row}: missing-key key=\"carried\""))
    );
    let said: Vec<_> = merged.changes.iter().filter(|it| matches!(it.what, What::New(_))).collect();
    let ids: Vec<_> = said.iter().map(|it| it.subject.clone()).collect();
    assert_eq!(ids, ["7", "008", "009"].map(|id| Subject::Project(id.into())));
    for line in ["group = \"g\"", "name = \"金属打印\"", "registered = 2020-02-03"] {
        assert!(merged.text.contains(line), "{line}");
    }
    assert_eq!(merged.text.matches("entrant = \"企业 8\"").count(), 2);
    let [list] = roster.lists.as_slice() else { panic!("{:?}", roster.lists) };
    assert_eq!(list.rows_left_out.iter().map(|it| it.0).collect::<Vec<_>>(), [8, 9]);
    assert_eq!(list.left_out, ["序号", "姓名", "电话"]);
    let aside = |sheet: &str, is_hidden| {
        let (file, sheet) = ("list.xlsx".into(), sheet.to_owned());
        Aside { file, sheet, is_hidden }
    };
    assert_eq!(roster.others, [aside("通讯录", false), aside("创业组", true)]);
}

#[test]
fn what_spreadsheets_save_as_text_is_one_list() {
    let list = "项目编号,组别,项目名称,参赛单位,初赛\nE03,企业组,\"钛,“铝”\n打印\",\"企业 \"\"E03\"\"\",80\n";
    let expected = merged(SESSION, "list.csv", list).text;
    assert!(
        expected.contains("name = \"钛,“铝”打印\"") && expected.contains("'企业 \"E03\"'"),
        "{expected}"
    );
    let (gbk, _, _) = encoding_rs::GBK.encode(list);
    let tabs =
        list.replace("\"钛,“铝”\n打印\"", "钛，“铝”打印").replace(',', "\t").replace('，', ",");
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let semicolons = tabs.replace('\t', ";");
    for bytes in [
        format!("\u{feff}{list}").into_bytes(),
        list.replace('\n', "\r\n").into_bytes(),
        gbk.into_owned(),
        wide(&format!("\u{feff}{tabs}")),
        semicolons.into_bytes(),
    ] {
        assert_eq!(merged(SESSION, "list.csv", bytes).text, expected);
    }
}

#[test]
fn a_workbook_that_is_too_large_is_refused() {
    let bomb = {
        let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
        let packed = zip::write::SimpleFileOptions::default();
        zip.start_file("xl/sharedStrings.xml", packed).unwrap();
        for _ in 0..33 {
            io::Write::write_all(&mut zip, &vec![b' '; 1 << 20]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    assert!(bomb.len() < 1 << 20);
    let far = {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "项目编号").unwrap();
        sheet.write(1_048_575, 16_383, "E01").unwrap();
        book.save_to_buffer().unwrap()
    };
    let long = format!("编号,组别,名称\n{}", "E01,g,a\n".repeat(20_001)).into_bytes();
    for (bytes, what) in [
        (bomb, "what=\"unpacked\""),
        (far, "what=\"rows\""),
        (long, "what=\"rows\""),
        (vec![b'a'; (16 << 20) + 1], "what=\"megabytes\""),
    ] {
        let (_, merged) = laid(SESSION, vec![("list.xlsx", bytes)], false);
        let said = told(&merged.problems);
        assert!(
            said.len() == 1 && said[0].contains("list-too-large") && said[0].contains(what),
            "{said:?}"
        );
    }
}

/// The template's headings are known, its example is left out, and what is filled in arrives.
#[test]
fn a_template_is_understood_when_it_comes_back() {
    let session = session_of(SESSION);
    for tongues in [
        Tongues::of(Lang::Zh),
        Tongues::of(Lang::En),
        Tongues::both(Lang::Zh),
        Tongues::both(Lang::En),
    ] {
        let bytes = roster::template(&session, &tongues).unwrap();
        let (roster, merged) = laid(SESSION, vec![("template.xlsx", bytes)], false);
        let said = told(&merged.problems);
        assert!(
            said.len() == 1 && said[0].contains("no-rows"),
            "nobody has filled it in: {said:?}"
        );
        assert_eq!(merged.changes, []);
        let kinds: Vec<_> = roster.lists.iter().map(|it| (it.kind, it.lines)).collect();
        assert_eq!(kinds, ListKind::ALL.map(|kind| (kind, 0)));
        for list in &roster.lists {
            assert!(list.left_out.is_empty(), "{:?}", list.left_out);
            assert_eq!(list.rows_left_out.len(), 1, "the example");
        }
        let columns: Vec<_> = roster.lists[0].columns.iter().map(|(it, _)| it.clone()).collect();
        assert!(columns.contains(&Column::RegionEn));
        assert!(columns.contains(&Column::Carried("preliminary".into())));
    }
}

/// The tables of a session as files of their own, and as one workbook.
fn exported(session: &Session) -> (Vec<(&'static str, Vec<u8>)>, Vec<u8>) {
    let export = Export::of_session(session, &TableKind::OF_SESSION, false);
    let names = ["projects.csv", "judges.csv", "recusals.csv"];
    let csv = names.into_iter().zip(&export.tables).map(|(name, (_, grid))| {
        let mut bytes = Vec::new();
        guarded_csv::write(grid, true, &mut bytes).unwrap();
        (name, bytes)
    });
    let tables = export.tables.iter().map(|(kind, grid)| (kind.as_str(), grid));
    (csv.collect(), workbook::of_tables(tables, &session.id, At(0)).unwrap())
}

/// Texts with all that CSV, spreadsheets and TOML take for something else.
fn any_text() -> impl Strategy<Value = String> {
    let text = "[a-zA-Z0-9=+@'\",;/\\\\ 项目增材｜＝＋－＠（）#.&<>_-]{1,14}";
    text.prop_filter("a text says something, and begins and ends with it", |text| {
        text.trim() == text
            && !["-", "--", "/", "n/a", "none"].contains(&text.to_lowercase().as_str())
    })
}

fn any_both() -> impl Strategy<Value = Text> {
    (any_text(), any_text(), any::<bool>())
        .prop_map(|(zh, en, is_one)| if is_one { Text::from(zh.as_str()) } else { Text { zh, en } })
}

fn any_project() -> impl Strategy<Value = (Project, bool)> {
    let kind = prop_oneof![
        Just(None),
        Just(Some(EntrantKind::Company)),
        Just(Some(EntrantKind::StartUp)),
        Just(Some(EntrantKind::Team)),
    ];
    let texts = (
        any_both(),
        prop::option::of(any_both()),
        prop::option::of(any_both()),
        prop::option::of(any_both()),
    );
    let day = prop::option::of(1_i32..9_000);
    (texts, kind, day, prop::option::of(1_u32..20), any::<[bool; 2]>(), 0_i64..100_000_000)
        .prop_map(
            |((name, entrant, field, region), kind, day, core_members, [is_h, in_b], points)| {
                let group = if is_h { "h" } else { "g" };
                let mut project = Project::numbered("".into(), group.into());
                let first = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
                project.registered =
                    day.map(|day| first + chrono::Days::new(day.unsigned_abs().into()));
                (project.name, project.entrant, project.field, project.region) =
                    (name, entrant, field, region);
                (project.kind, project.core_members) = (kind, core_members);
                let points = rust_decimal::Decimal::new(points, 6);
                project.carried.insert("preliminary".into(), points.normalize());
                (project, is_h && in_b)
            },
        )
}

/// A session of these projects, each in its room; the last one of each group is in reserve.
fn filled(projects: Vec<(Project, bool)>, names: &[Text], reason: &str) -> Session {
    let mut session = session_of(SESSION);
    for room in &mut session.rooms {
        room.order.clear();
    }
    let (mut places, mut all) = (Vec::new(), Vec::new());
    for (nth, (mut project, in_b)) in projects.into_iter().enumerate() {
        project.id = format!("P{nth:02}").as_str().into();
        project.name.zh = format!("{nth}{}", project.name.zh); // Nobody enters twice.
        places.push((project.id.clone(), project.group.clone(), in_b));
        all.push(project);
    }
    for group in ["g", "h"] {
        if let Some(last) = all.iter_mut().filter(|it| it.group.as_str() == group).skip(1).last() {
            last.reserve = Some(1);
            places.retain(|it| it.0 != last.id);
        }
        for (id, _, in_b) in places.iter().filter(|it| it.1.as_str() == group) {
            session.rooms[usize::from(*in_b)].order.push(id.clone());
        }
    }
    for (judge, name) in session.rooms.iter_mut().flat_map(|it| &mut it.judges).zip(names) {
        judge.name = name.clone();
    }
    if let Some(project) = session.rooms[0].order.first().cloned() {
        session.rooms[0].judges[0].recused.push(Recusal { project, reason: reason.to_owned() });
    }
    session.projects = all.into();
    session
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_comes_back_as_the_same_session(
        projects in prop::collection::vec(any_project(), 6..12),
        names in prop::collection::vec(any_both(), 3),
        reason in any_text(),
    ) {
        let session = filled(projects, &names, &reason);
        prop_assume!(session.rooms.iter().all(|it| !it.order.is_empty()));
        prop_assume!(session.groups.iter().all(|it| session.finalists_of(&it.id).count() > 0));
        let (csv, book) = exported(&session);
        let bare = SESSION.split("# Finalists of").next().unwrap();
        for lists in [csv, vec![("export.xlsx", book)]] {
            let (_, merged) = laid(bare, lists, false);
            prop_assert_eq!(told(&merged.problems), Vec::<String>::new());
            let read = session_of(&merged.text);
            prop_assert_eq!(&read.projects, &session.projects);
            prop_assert_eq!(&read.rooms, &session.rooms);
        }
    }
}

/// Every way that a formula begins is text in what is exported, and the same text when it comes back.
#[test]
fn a_name_like_a_formula_is_never_computed_and_comes_back() {
    let formulas =
        ["=1+1", "+1", "-1+2", "@SUM(A1)", "＝1", "a;=1", "'=1", "=HYPERLINK(\"x\",\"y\")"];
    let mut session = session_of(SESSION);
    let bare = SESSION.split("# Finalists of").next().unwrap();
    for (nth, formula) in formulas.iter().enumerate() {
        let mut project = Project::numbered(format!("F{nth}").as_str().into(), "g".into());
        project.name = (*formula).into();
        project.carried.insert("preliminary".into(), 80.into());
        session.projects.push(project);
    }
    let (csv, book) = exported(&session);
    let computes = |field: &str| field.starts_with(['=', '+', '-', '@', '＝']);
    let mut rows = csv::ReaderBuilder::new().from_reader(csv[0].1.as_slice());
    for row in rows.records() {
        let row = row.unwrap();
        let guarded = row.iter().filter(|it| computes(it)).collect::<Vec<_>>();
        assert!(guarded.is_empty(), "{guarded:?}");
    }
    let mut cells = Xlsx::new(io::Cursor::new(book.as_slice())).unwrap();
    assert!(cells.worksheet_formula("projects").unwrap().is_empty());
    let range = cells.worksheet_range("projects").unwrap();
    assert!(range.used_cells().any(|it| *it.2 == Data::String("=1+1".to_owned())));
    for lists in [csv, vec![("export.xlsx", book)]] {
        let (_, merged) = laid(bare, lists, false);
        assert_eq!(told(&merged.problems), Vec::<String>::new());
        let names: BTreeSet<_> =
            session_of(&merged.text).projects.iter().map(|it| it.name.zh.clone()).collect();
        assert!(formulas.iter().all(|it| names.contains(*it)), "{names:?}");
    }
}

/// A folder with a session and its rubric.
struct Office(TempDir);

impl Office {
    fn new() -> Self {
        let office = Self(tempfile::tempdir().unwrap());
        office.put("rubric.toml", RUBRIC);
        office.put("s.toml", SESSION);
        office
    }

    fn put(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = roadshow();
        command.current_dir(self.0.path()).env("XDG_DATA_HOME", self.0.path().join("data"));
        command.args(words).output().unwrap()
    }

    fn import(&self, words: &[&str]) -> (i32, String) {
        let output = self.run(&[&["import", "--lang", "en"], words].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        (output.status.code().unwrap(), text + &String::from_utf8(output.stderr).unwrap())
    }
}

const LIST: &str =
    "编号,组别,名称,地区,初赛,电话\nE01,g,钛合金支架,江苏,87.5,1\nE03,g,陶瓷打印,广东,80,2\n";

#[test]
fn a_preview_writes_nothing_and_a_list_with_problems_neither() {
    let office = Office::new();
    office.put("list.csv", LIST);
    let (code, said) = office.import(&["list.csv", "--into", "s.toml"]);
    assert_eq!(code, 0, "{said}");
    for line in [
        "  not read: 电话",
        "New projects (1)\n  E03  Enterprise group · 陶瓷打印 · 广东 · 80\n",
        "Changed projects (1)\n  E01  Region  (none) → 江苏\n",
        "  E02  复合材料\n",
        "1 new, 1 changed, 0 taken away, 2 not in the lists, 0 unchanged.",
        "Nothing is written yet",
    ] {
        assert!(said.contains(line), "{line}\n{said}");
    }
    assert!(said.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 80), "{said}");
    office.put("bad.csv", LIST.replace("E03,g", "E03,x").replace("E01,g", "E 1!,g"));
    let (code, said) = office.import(&["bad.csv", "--into", "s.toml", "--write"]);
    assert_eq!(code, 1);
    assert!(said.contains("bad.csv:2:1: ") && said.contains("bad.csv:3:5: "), "{said}");
    assert_eq!(office.text("s.toml"), SESSION);
}

#[test]
fn what_is_written_passes_check() {
    let office = Office::new();
    office.put("list.csv", LIST);
    let (code, said) = office.import(&["list.csv", "--into", "s.toml", "--write"]);
    assert!(code == 0 && said.contains("s.toml is written."), "{said}");
    assert!(office.run(&["check", "s.toml"]).status.success());
    assert!(office.text("s.toml").contains("# Asked for a ramp."));
    let (code, said) = office.import(&["list.csv", "--into", "s.toml", "--write"]);
    assert!(code == 0 && said.contains("says all of this already"), "{said}");
    // A group without a project is none: the list does not do for a session of its own.
    let new = ["list.csv", "--to", "deep/n.toml", "--like", "s.toml", "--title", "New", "--write"];
    fs::create_dir(office.0.path().join("deep")).unwrap();
    let (code, said) = office.import(&new);
    assert!(code == 1 && said.contains("No project competes in group h"), "{said}");
    assert!(!office.0.path().join("deep/n.toml").exists());
    office.put(
        "list.csv",
        format!("{LIST}S01,h,康复支具,,70,\n")
            .replace("电话", "会场")
            .replace(",70,", ",70,B")
            .replace(",1\n", ",A\n")
            .replace(",2\n", ",A\n"),
    );
    let (code, said) = office.import(&new);
    assert!(code == 0, "{said}");
    let text = office.text("deep/n.toml");
    assert!(text.contains("rubric = \"../rubric.toml\"") && text.contains("id = \"n\""), "{text}");
    assert!(office.run(&["check", "deep/n.toml"]).status.success());
    let (code, said) = office.import(&new);
    assert!(code == 1 && said.contains("is there already"), "{said}");
}

/// Journals of before know no region, and those that have none keep their hashes.
#[test]
fn a_project_without_a_region_is_written_as_before() {
    let mut project = Project::numbered("E01".into(), "g".into());
    let before = serde_json::to_string(&project).unwrap();
    assert!(!before.contains("region"), "{before}");
    assert_eq!(serde_json::from_str::<Project>(&before).unwrap(), project);
    project.region = Some("江苏".into());
    let text = serde_json::to_string(&project).unwrap();
    assert_eq!(serde_json::from_str::<Project>(&text).unwrap(), project);
}

#[test]
fn a_session_whose_evening_has_begun_is_changed_only_when_that_is_meant() {
    let office = Office::new();
    office.put("list.csv", LIST);
    fs::create_dir_all(office.0.path().join("data/roadshow")).unwrap();
    office.put("data/roadshow/autumn.journal", "");
    let (_, said) = office.import(&["list.csv", "--into", "s.toml"]);
    if !cfg!(target_os = "linux") {
        return; // The usual folder is elsewhere.
    }
    assert!(
        said.contains("data/roadshow/autumn.journal. An evening that has been opened"),
        "{said}"
    );
    let write = ["list.csv", "--into", "s.toml", "--write"];
    let (code, said) = office.import(&write);
    assert!(code == 1 && said.contains("refuse to go on without --as-begun"), "{said}");
    assert_eq!(office.text("s.toml"), SESSION);
    let (code, said) = office.import(&[&write[..], &["--although-begun"]].concat());
    assert!(code == 0 && said.contains("only with --as-begun"), "{said}");
    assert_ne!(office.text("s.toml"), SESSION);
}

#[test]
fn a_template_is_written_over_only_when_it_is_asked_for() {
    let office = Office::new();
    let (code, said) = office.import(&["--template", "t.xlsx"]);
    assert!(code == 0 && said.contains("t.xlsx is written"), "{said}");
    let (code, said) = office.import(&["--template", "t.xlsx"]);
    assert!(code == 1 && said.contains("is there already"), "{said}");
    assert_eq!(office.import(&["--template", "t.xlsx", "--overwrite"]).0, 0);
    assert_eq!(
        office.import(&["--template", "both.xlsx", "--like", "s.toml", "--lang", "both"]).0,
        2
    );
    let both =
        office.run(&["import", "--lang", "both", "--template", "both.xlsx", "--like", "s.toml"]);
    assert!(both.status.success());
    let (code, said) = office.import(&["t.xlsx", "--into", "s.toml"]);
    assert!(code == 1 && said.contains("left out as an example: row 3"), "{said}");
    assert!(said.contains("no rows below them"), "{said}");
    let (code, said) = office.import(&["--template", "t.csv"]);
    assert!(code == 1 && said.contains("t.csv does not end in .xlsx"), "{said}");
    assert!(!office.0.path().join("t.csv").exists());
}

/// Twice the same is one change, and where it stands first is told with its file.
#[test]
fn what_stands_in_two_lists_is_told_with_its_file_and_counted_once() {
    let list = "编号,组别,名称,地区\nE02,g,复合材料,浙江\n";
    let lists = vec![("a.csv", list.into()), ("b.csv", list.replace("浙江", "上海").into())];
    let (_, merged) = laid(SESSION, lists, false);
    assert_eq!(
        told(&merged.problems),
        ["b.csv:2:1: listed-twice first=\"a.csv:2\" id=\"E02\" kind=\"project\""]
    );
    let changed: Vec<_> =
        merged.changes.iter().filter(|it| matches!(it.what, What::Changed(_))).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");

    let book = |sheet: &str| {
        let mut book = Workbook::new();
        let page = book.add_worksheet().set_name(sheet).unwrap();
        page.write_row_matrix(0, 0, [["编号", "组别", "名称"], ["E02", "g", "复合材料"]]).unwrap();
        book.save_to_buffer().unwrap()
    };
    let lists = vec![("a.xlsx", book("项目")), ("b.xlsx", book("项目"))];
    let said = told(&laid(SESSION, lists, false).1.problems);
    assert!(said[0].contains("b.xlsx: 项目!A2") && said[0].contains("a.xlsx: 项目!A2"), "{said:?}");
}

#[test]
fn a_workbook_without_headings_is_told_by_its_worksheet() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("通讯录").unwrap().write(0, 0, "电话").unwrap();
    let lists = vec![("f.xlsx", book.save_to_buffer().unwrap())];
    let said = told(&laid(SESSION, lists, false).1.problems);
    assert!(said[0].starts_with("f.xlsx: 通讯录!A1: no-headings"), "{said:?}");
}

#[test]
fn a_name_that_is_like_no_other_suggests_none() {
    let recusals = "评委,项目编号,回避原因\n张三,E01,任职\nA 3,E01,任职\n";
    let (_, merged) = laid(SESSION, vec![("回避.csv", recusals.into())], false);
    let said = told(&merged.problems);
    assert!(said[0].contains("nearest=\"none\"") && said[1].contains("nearest=\"A1\""), "{said:?}");
}

#[test]
fn a_new_session_is_not_named_by_what_is_no_id() {
    let office = Office::new();
    office.put("list.csv", LIST);
    let new = ["list.csv", "--to", "决赛.toml", "--like", "s.toml", "--title", "决赛", "--write"];
    let (code, said) = office.import(&new);
    assert!(code == 1 && said.contains("made of its file's name, and “决赛” cannot"), "{said}");
}

#[test]
fn an_export_of_a_session_is_imported_without_a_change() {
    let office = Office::new();
    let all = office.run(&["export", "s.toml", "--format", "xlsx", "--to", "e.xlsx"]);
    assert!(all.status.success());
    let (code, said) = office.import(&["e.xlsx", "--into", "s.toml"]);
    assert!(code == 0 && said.contains("0 new, 0 changed, 0 taken away, 0 not in"), "{said}");
    let none = office.run(&["export", "s.toml", "--format", "csv", "--table", "log"]);
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn lists_and_columns_can_be_named() {
    let office = Office::new();
    office.put("list.csv", "Lfd,Titel,Klasse,初赛\nE03,陶瓷打印,g,80\n");
    let named = [
        "--sheet",
        "projects=list",
        "--column",
        "project=Lfd",
        "--column",
        "name=Titel",
        "--column",
        "group=Klasse",
    ];
    let words = [&["list.csv", "--into", "s.toml"], &named[..]].concat();
    let (code, said) = office.import(&words);
    assert!(code == 0 && said.contains("New projects (1)"), "{said}");
    assert_eq!(office.import(&["list.csv", "--into", "s.toml", "--sheet", "lists=list"]).0, 2);
}
