use std::sync::Arc;

use uuid::Uuid;

use super::{Form, FormKind, Forms, Leaf, Manner, State};
use crate::{
    contest::{
        Draw, DrawMethod, DrawnOrder, Keyer, Method, Reveal, Session, Stage, Text, TieRule, Wish,
        sample::{Evening as Asked, hall, marks, session},
    },
    papers::{
        evening::{Evening, Told},
        grid::Cell,
        html,
        journal::JournalRow,
        page::pages,
        tongues::Tongues,
        workbook,
    },
    words::{Lang, Words},
};

/// Three projects in front of five judges, the highest and the lowest total dropped: E01 of 10, 9, 8, 7
/// and 6 comes to 80, E02 of 9 to 90, and E03 is not released.
fn played(change: impl FnOnce(&mut Session)) -> Asked {
    let mut session = hall(3, 5);
    session.title = Text { zh: "示例决赛".into(), en: "Sample final".into() };
    let scoring = &mut session.groups[0].rubric.as_mut().unwrap().scoring;
    (scoring.method, scoring.ties) = (Method::TrimmedMean, vec![TieRule::Share]);
    session.groups.truncate(1);
    change(&mut session);
    let mut evening = Asked::of(Arc::new(session));
    for (project, all) in [("E01", ["10", "9", "8", "7", "6"]), ("E02", ["9"; 5])] {
        evening.run_to(project, Stage::Scoring);
        for (nth, mark) in (1..).zip(all) {
            evening.score(&format!("A{nth}"), project, mark, mark);
        }
        evening.run_to(project, Stage::Released);
    }
    evening
}

fn finished(mut evening: Asked) -> Asked {
    evening.run_to("E03", Stage::Scoring);
    for nth in 1..=5 {
        evening.score(&format!("A{nth}"), "E03", "5", "5");
    }
    evening.run_to("E03", Stage::Released);
    evening
}

fn told(asked: Asked) -> Evening {
    let records = asked.facts.into_iter().zip(asked.askers).zip(1..);
    let told = |(((at, fact), by), seq)| Told { seq, at, wall: None, by: Some(by), fact };
    let records = records.map(told).collect();
    let (head, hash) = ("9 aaaa bbbb".to_owned(), "aa".repeat(32));
    let journal = JournalRow { seq: 9, hash, head, seal: None };
    Evening { contest: asked.contest, records, journal }
}

fn form(evening: &Evening, kind: FormKind, manner: Manner) -> Form {
    Forms::of(evening, &Tongues::of(Lang::En), manner).form(kind)
}

fn plain(evening: &Evening, kind: FormKind) -> Form {
    form(evening, kind, Manner::default())
}

/// The lines of a table as they are printed.
fn lines(leaf: &Leaf) -> Vec<String> {
    let line = |cells: &Vec<Cell>| cells.iter().map(Cell::printed).collect::<Vec<_>>().join("|");
    leaf.grid.rows.iter().map(|row| line(&row.cells)).collect()
}

fn all(evening: &Evening, manner: Manner, tongues: &Tongues) -> String {
    let forms = Forms::of(evening, tongues, manner);
    let forms: Vec<_> = FormKind::ALL.into_iter().map(|kind| forms.form(kind)).collect();
    html::document(&forms, evening, tongues)
}

#[test]
fn where_a_project_comes_from_stands_on_forms_where_any_of_its_group_says_it() {
    let named = |evening: Evening, kind| {
        let form = plain(&evening, kind);
        let columns = form.leaves[0].grid.columns.iter().position(|it| it.head == "Region");
        let cell = |nth: usize| form.leaves[0].grid.rows[0].cells[nth].printed();
        columns.map(cell)
    };
    let of_jiangsu = |session: &mut Session| {
        let region = Text { zh: "江苏".into(), en: "Jiangsu".into() };
        session.projects.edit(|all| all[1].region = Some(region));
    };
    for kind in [FormKind::Ranking, FormKind::Awards, FormKind::Notice] {
        assert_eq!(named(told(finished(played(|_| ()))), kind), None);
        let first = named(told(finished(played(of_jiangsu))), kind);
        assert_eq!(first.as_deref(), Some("Jiangsu"), "E02 is the first");
    }
    let summary = named(told(finished(played(of_jiangsu))), FormKind::Summary);
    assert_eq!(summary.as_deref(), Some(""), "E01 has none");
    let sheet = plain(&told(finished(played(of_jiangsu))), FormKind::ScoreSheets);
    let facts = sheet.leaves.iter().flat_map(|leaf| &leaf.facts);
    assert_eq!(facts.filter(|it| it.0 == "Region" && it.1 == "Jiangsu").count(), 5);
}

#[test]
fn long_words_and_a_region_leave_a_list_on_one_page() {
    let long = |session: &mut Session| {
        let word = || Text { zh: "示".repeat(30), en: "Unbroken".repeat(6) };
        session.projects.edit(|all| {
            for project in all {
                (project.name, project.region) = (word(), Some(word()));
                project.entrant = Some(word());
            }
        });
    };
    let evening = told(finished(played(long)));
    for kind in [FormKind::Ranking, FormKind::Awards, FormKind::Notice] {
        for tongues in [Tongues::of(Lang::En), Tongues::of(Lang::Zh)] {
            let form = Forms::of(&evening, &tongues, Manner::default()).form(kind);
            let pages = pages(&form.leaves[0]);
            assert_eq!(pages.len(), 1, "{kind:?}: {pages:?}");
            let columns = &form.leaves[0].grid.columns;
            assert_eq!(columns.iter().filter(|it| it.leads).count(), 3, "{kind:?}");
        }
    }
}

#[test]
fn a_summary_marks_what_was_dropped_and_comes_to_the_score() {
    let evening = told(played(|_| ()));
    let summary = plain(&evening, FormKind::Summary);
    let [leaf] = summary.leaves.as_slice() else { panic!("{summary:?}") };
    assert_eq!(
        lines(leaf),
        [
            "1|E01|E01|(100.0)|90.0|80.0|70.0|(60.0)|60.0|100.0|240.0|80.00|2|",
            "2|E02|E02|(90.0)|90.0|90.0|90.0|(90.0)|90.0|90.0|270.0|90.00|1|",
            "3|E03|E03|||||||||||waiting",
        ]
    );
    assert_eq!(leaf.signatures.len(), 4);
}

#[test]
fn a_score_sheet_is_filled_in_when_its_scoring_is_closed() {
    let evening = told(played(|_| ()));
    let sheets = plain(&evening, FormKind::ScoreSheets);
    assert_eq!(sheets.leaves.len(), 10, "five for each of two projects");
    assert_eq!(
        lines(&sheets.leaves[0]),
        ["idea||10|6|10.0|60.0", "team||10|4|10.0|40.0", "Total||100|||100.0"]
    );
}

/// One sheet of E03 on paper, one keyed by one person only, and one from a terminal.
fn on_paper() -> Asked {
    let mut evening = played(|_| ());
    evening.run_to("E03", Stage::Scoring);
    for (seat, person) in [("A1", "Wang"), ("A1", "Li"), ("A2", "Wang")] {
        let terminal = Uuid::from_u128(person.len() as u128);
        evening.allow_paper("E03", seat);
        let (project, seat, marks) = ("E03".into(), seat.into(), marks("5", "6"));
        let keyed_by = Keyer { name: person.to_owned(), terminal };
        evening.ask("A/clerk", &Wish::KeySheet { project, seat, marks, keyed_by }).unwrap();
    }
    evening.score("A3", "E03", "5", "6");
    evening
}

#[test]
fn paper_and_terminals_are_reconciled() {
    let mut evening = on_paper();
    let reconciled = plain(&told(evening.clone()), FormKind::Reconciliation);
    let [leaf] = reconciled.leaves.as_slice() else { panic!("{reconciled:?}") };
    assert_eq!(
        lines(leaf),
        [
            "1|E01|E01|5|0||||",
            "2|E02|E02|5|0||||",
            "3|E03|E03|1|1||||",
            "||A1 seat|||A host: terminal dead, signed sheet in hand|Wang|Li|□",
            "||A2 seat|||A host: terminal dead, signed sheet in hand|Wang|to be keyed again|□",
        ]
    );
    assert!(leaf.notes[0].starts_with("One paper sheet"), "{:?}", leaf.notes);

    // Its own score sheet says so too, once scoring is closed.
    let without = ["A2", "A4", "A5"].map(Into::into).into();
    evening.ask("A/host", &Wish::Lock { project: "E03".into(), without }).unwrap();
    let sheets = plain(&told(evening), FormKind::ScoreSheets);
    let says = |leaf: &&Leaf| leaf.notes.iter().any(|it| it.contains("keyed by Wang"));
    assert_eq!(sheets.leaves.iter().filter(says).count(), 1);
}

#[test]
fn an_export_says_which_sheets_came_on_paper() {
    let kinds = [crate::papers::export::TableKind::Sheets];
    let words = Words::new(Lang::En);
    let json = crate::papers::export::Export::of(&told(on_paper()), &kinds, false, &words).json();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let of = |seat: &str| {
        let mut sheets = json["sheets"].as_array().unwrap().iter();
        let own = |it: &&serde_json::Value| it["project"] == "E03" && it["judge"] == seat;
        let sheet = sheets.find(own).unwrap();
        ["source", "keyed_by", "checked_by"].map(|it| sheet[it].as_str().map(str::to_owned))
    };
    let some = |it: &str| Some(it.to_owned());
    assert_eq!(of("A1"), [some("paper"), some("Wang"), some("Li")]);
    assert_eq!(of("A2"), [None, None, None]);
    assert_eq!(of("A3"), [some("terminal"), None, None]);
}

#[test]
fn a_blank_sheet_is_there_for_everyone_who_is_to_score_and_says_no_mark() {
    let evening = told(played(|session| {
        let recusal = crate::contest::Recusal { project: "E03".into(), reason: "kin".into() };
        session.rooms[0].judges[4].recused = vec![recusal];
    }));
    let blank = Manner { blank: true, ..Manner::default() };
    let sheets = form(&evening, FormKind::ScoreSheets, blank);
    assert_eq!(sheets.leaves.len(), 14);
    assert!(sheets.leaves.iter().all(|leaf| leaf.state == State::Blank));
    assert_eq!(lines(&sheets.leaves[0])[0], "idea||10|6||");
}

#[test]
fn a_judge_finds_the_own_totals_and_no_others() {
    let evening = told(played(|_| ()));
    let balance = plain(&evening, FormKind::Balance);
    assert_eq!(balance.leaves.len(), 5);
    let of_a5 = lines(&balance.leaves[4]);
    assert_eq!(of_a5, ["1|E01|E01|60.0|", "2|E02|E02|90.0|", "3|E03|E03||waiting"]);
}

#[test]
fn a_slip_tells_no_more_than_the_hall_may_see() {
    let slip = |reveal| {
        let evening = told(played(|session| session.reveal = reveal));
        lines(&plain(&evening, FormKind::Slips).leaves[0])
    };
    assert_eq!(slip(Reveal::Score), ["Final score|80.00|"]);
    let seats = slip(Reveal::Seats);
    assert_eq!(seats[0], "Judge 1|(100.0)|highest, dropped");
    assert_eq!(slip(Reveal::Names)[4], "A5 seat|(60.0)|lowest, dropped");
}

#[test]
fn there_is_no_award_list_before_a_result_is_final() {
    let kinds = [FormKind::Awards, FormKind::Notice];
    let open = told(played(|_| ()));
    for kind in kinds {
        let form = plain(&open, kind);
        assert!(form.leaves.is_empty() && form.without.len() == 1, "{form:?}");
    }
    let closed = told(finished(played(|_| ())));
    for kind in kinds {
        let form = plain(&closed, kind);
        assert_eq!((form.leaves.len(), form.without.len()), (1, 0));
    }
    let awards = plain(&closed, FormKind::Awards);
    assert_eq!(lines(&awards.leaves[0]), ["first|E02|E02|", "second|E01|E01|"]);
    let ranking = plain(&closed, FormKind::Ranking);
    assert_eq!(lines(&ranking.leaves[0])[0], "1|E02|E02||90.00|");
}

#[test]
fn every_paper_of_a_rehearsal_says_so() {
    let mut asked = finished(played(|_| ()));
    let opened = crate::contest::Fact::opened((**asked.contest.session()).clone(), true);
    asked.facts.insert(0, (crate::contest::At(0), opened));
    asked.askers.insert(0, crate::contest::sample::seat("A/host"));
    let mut contest = asked.contest.clone();
    for (at, fact) in &asked.facts {
        contest.apply(*at, fact);
    }
    asked.contest = contest;
    let evening = told(asked);
    let page = all(&evening, Manner::default(), &Tongues::of(Lang::Zh));
    let sections = page.matches("<section").count();
    assert!(sections > 20);
    assert_eq!(page.matches("本场为彩排，结果不作数").count(), sections);
    assert!(!page.contains("获奖名单"), "nobody has won anything");
    assert!(!page.contains("<b>最终</b>"));
}

#[test]
fn names_are_text_on_paper_and_nothing_else() {
    let evil = "<script>alert(\"&\")</script></section>";
    let evening = told(finished(played(|session| {
        session.title = evil.into();
        session.rooms[0].name = evil.into();
        session.groups[0].name = evil.into();
        session.groups[0].awards[0].name = evil.into();
        session.projects.edit(|all| {
            all[0].name = evil.into();
            all[0].entrant = Some(evil.into());
        });
        session.rooms[0].judges[0].name = evil.into();
    })));
    let page = all(&evening, Manner::default(), &Tongues::both(Lang::Zh));
    assert!(!page.contains("<script"));
    assert_eq!(page.matches("</section>").count(), page.matches("<section ").count());
    assert!(page.contains("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"));
    let tongues = Tongues::of(Lang::En);
    let ranking = Forms::of(&evening, &tongues, Manner::default()).form(FormKind::Ranking);
    assert!(workbook::of_form(&ranking, &evening, &tongues).is_ok());
}

#[test]
fn names_of_judges_are_left_out_where_that_is_asked_for() {
    let named = |session: &mut Session| {
        session.reveal = Reveal::Names;
        for judge in &mut session.rooms[0].judges {
            judge.name = format!("Professor {}", judge.id).as_str().into();
        }
    };
    let evening = told(finished(played(named)));
    let tongues = Tongues::of(Lang::En);
    let anonymous = Manner { anonymous: true, ..Manner::default() };
    assert!(all(&evening, Manner::default(), &tongues).contains("Professor A3"));
    let page = all(&evening, anonymous, &tongues);
    assert!(!page.contains("Professor") && page.contains("A3"));
}

#[test]
fn a_draw_is_recorded_as_it_was_drawn() {
    assert!(plain(&told(played(|_| ())), FormKind::Draw).leaves.is_empty());
    let evening = told(played(|session| {
        let order = ["E01", "E02", "E03"].map(Into::into).to_vec();
        let orders = vec![DrawnOrder { group: session.groups[0].id.clone(), order }];
        let method = DrawMethod::Manual { note: "before notary Li".into() };
        session.draw = Some(Draw { method, orders });
    }));
    let draw = plain(&evening, FormKind::Draw);
    assert_eq!(lines(&draw.leaves[0])[0], "1|E01|E01||A|");
    assert!(draw.leaves[0].lead[0].contains("before notary Li"));
}

#[test]
fn a_paper_speaks_the_languages_it_is_asked_for() {
    let evening = told(finished(played(|_| ())));
    let said = |tongues: &Tongues| all(&evening, Manner::default(), tongues);
    let (zh, en) = (said(&Tongues::of(Lang::Zh)), said(&Tongues::of(Lang::En)));
    assert!(zh.contains("<h1>成绩汇总表</h1>") && !zh.contains("Score summary"));
    assert!(en.contains("<h1>Score summary</h1>") && !en.contains("成绩汇总表"));
    let both = said(&Tongues::both(Lang::Zh));
    assert!(both.contains("<h1>成绩汇总表 / Score summary</h1>"));
    assert!(both.contains("示例决赛 / Sample final"));
    assert_eq!(zh.matches("<section").count(), en.matches("<section").count());
}

#[test]
fn every_text_of_a_form_is_there() {
    let evening = told(finished(played(|session| session.reveal = Reveal::Seats)));
    for lang in [Lang::Zh, Lang::En] {
        let page = all(&evening, Manner::default(), &Tongues::of(lang));
        for family in ["paper-", "papers-", "results-", "state-", "stage-", "log-", "{ $"] {
            let visible = page.split("</style>").nth(1).unwrap();
            assert!(!visible.contains(&format!(">{family}")), "{family}");
        }
        let words = Words::new(lang);
        for kind in FormKind::ALL {
            let why = format!("papers-nothing-{}", kind.as_str());
            assert_ne!(words.say(&why), why);
        }
    }
    assert!(session().is_scored());
}
