//! Join links to hand out: one printed page per seat, or one symbol after the other in a terminal.
//!
//! Names from a session cannot change the page: `names_are_text_on_the_page_and_nothing_else`.

use std::fmt::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::qr::Symbol;
use crate::{
    contest::{Room, Seat, Session},
    words::Words,
};

/// How the page looks on paper; it loads nothing.
const STYLE: &str = "\
body{font:14pt/1.5 sans-serif;margin:0;color:#000;background:#fff}\
section{box-sizing:border-box;max-width:180mm;margin:0 auto;padding:12mm;break-after:page}\
section:last-child{break-after:auto}\
h1{font-size:40pt;line-height:1.2;margin:4mm 0}h2{font-size:16pt;margin:0}\
p{margin:2mm 0}svg{width:95mm;height:95mm}code{font-size:11pt;overflow-wrap:anywhere}";

/// One seat and its link.
#[derive(Debug, Clone)]
pub struct SeatLine {
    /// The seat.
    pub seat: Seat,
    /// Its join link.
    pub link: String,
}

/// The links of a session, to be handed out one by one.
#[derive(Debug)]
pub struct LinksPage<'a> {
    session: &'a Session,
    seats: Vec<SeatLine>,
}

impl<'a> LinksPage<'a> {
    /// The page of these seats.
    pub fn new(session: &'a Session, seats: Vec<SeatLine>) -> Self {
        Self { session, seats }
    }

    /// An HTML document of its own, one sheet of paper per seat, in both languages: the reader's first.
    pub fn html(&self, words: &Words) -> String {
        let second = Words::new(words.lang().other());
        let page = html! {
            (DOCTYPE)
            html lang=(words.lang()) {
                head {
                    meta charset="utf-8";
                    title { (words.pick(self.session.title.both())) }
                    style { (PreEscaped(STYLE)) }
                }
                body { @for line in &self.seats { (self.section(line, [words, &second])) } }
            }
        };
        page.into_string() + "\n"
    }

    fn section(&self, line: &SeatLine, languages: [&Words; 2]) -> Markup {
        let both = |say: &dyn Fn(&Words) -> String| {
            let mut texts = languages.map(say).to_vec();
            texts.dedup();
            html! { @for (nth, text) in texts.iter().enumerate() { @if nth > 0 { br; } (text) } }
        };
        let symbol = Symbol::of(&line.link).map(|symbol| symbol.svg()).unwrap_or_default();
        html! {
            section {
                h2 { (both(&|words| words.pick(self.session.title.both()).to_owned())) }
                h1 { (seat_name(&line.seat)) }
                p { b { (both(&|words| self.place(&line.seat, words))) } }
                p { (both(&|words| purpose(&line.seat, words))) }
                (PreEscaped(symbol))
                p { code { "roadshow join " (quoted(&line.link)) } }
                p { (both(&|words| words.say("links-secret"))) }
            }
        }
    }

    /// A symbol per seat, for a terminal.
    pub fn terminal(&self, words: &Words) -> String {
        let mut text = String::new();
        for line in &self.seats {
            let symbol =
                Symbol::of(&line.link).map(|symbol| symbol.half_blocks()).unwrap_or_default();
            let (seat, place) = (seat_name(&line.seat), self.place(&line.seat, words));
            let (purpose, command) = (purpose(&line.seat, words), quoted(&line.link));
            let _ = writeln!(text, "{seat}  {place}  {purpose}\n{symbol}roadshow join {command}\n");
        }
        text
    }

    /// The room by its name and the judge's seat by its own.
    fn place(&self, seat: &Seat, words: &Words) -> String {
        let own = seat.room().filter(|_| !matches!(seat, Seat::Control(_)));
        let Some(room) = self.session.rooms.iter().find(|room| Some(&room.id) == own) else {
            return words.say("links-all-rooms");
        };
        let room_name = words.pick(room.name.both());
        match judge_name(room, seat, words) {
            Some(judge) => format!("{room_name} · {judge}"),
            None => room_name.to_owned(),
        }
    }
}

fn judge_name<'a>(room: &'a Room, seat: &Seat, words: &Words) -> Option<&'a str> {
    let judge = room.judges.iter().find(|judge| Some(&judge.id) == seat.judge())?;
    Some(words.pick(judge.name.both()))
}

/// The seat in large letters: `A3`, `A/board`.
fn seat_name(seat: &Seat) -> String {
    match seat {
        Seat::Control(_) => seat.pass_name(),
        _ => seat.judge().map_or_else(|| seat.to_string(), ToString::to_string),
    }
}

fn purpose(seat: &Seat, words: &Words) -> String {
    match seat {
        Seat::Control(_) => words.say("links-for-control"),
        _ => words.say(&format!("links-for-{}", seat.role().as_str())),
    }
}

/// As a shell takes it: brackets would be a pattern.
fn quoted(link: &str) -> String {
    if link.contains('[') { format!("\"{link}\"") } else { link.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{LinksPage, SeatLine};
    use crate::{
        contest::{Seat, sample::session},
        words::{Lang, Words},
    };

    fn line(seat: &str) -> SeatLine {
        let seat: Seat = seat.parse().unwrap();
        let link = format!("roadshow://[fd00::7]:7878/{seat}/0123abcd");
        SeatLine { seat, link }
    }

    #[test]
    fn a_page_says_in_both_languages_what_the_seat_is_for() {
        let session = session();
        let page = LinksPage::new(&session, vec![line("A/judge/A1"), line("A/board")]);
        let html = page.html(&Words::new(Lang::En));
        assert_eq!(html.matches("<section>").count(), 2);
        assert_eq!(html.matches("<svg ").count(), 2);
        for text in ["<h1>A1</h1>", "<h1>A/board</h1>", "请勿", "nobody else", "<html lang=\"en\">"]
        {
            assert!(html.contains(text), "{text}: {html}");
        }
        let command = "roadshow join &quot;roadshow://[fd00::7]:7878/A/board/0123abcd&quot;";
        assert!(html.contains(command), "{html}");
    }

    #[test]
    fn names_are_text_on_the_page_and_nothing_else() {
        let mut session = (*session()).clone();
        session.title = "<script>alert('&')</script>\"".into();
        session.rooms[0].name = "</section><b>".into();
        let html = LinksPage::new(&session, vec![line("A/host")]).html(&Words::new(Lang::Zh));
        assert!(!html.contains("<script") && html.matches("</section>").count() == 1, "{html}");
        assert!(html.contains("&lt;script&gt;alert('&amp;')&lt;/script&gt;&quot;"), "{html}");
    }

    #[test]
    fn a_terminal_shows_a_symbol_per_seat() {
        let session = session();
        let page = LinksPage::new(&session, vec![line("A/judge/A1"), line("supervisor")]);
        let text = page.terminal(&Words::new(Lang::En));
        assert_eq!(text.matches("roadshow join \"roadshow://").count(), 2);
        assert!(text.lines().filter(|line| line.contains('▀')).count() > 20, "{text}");
    }
}
