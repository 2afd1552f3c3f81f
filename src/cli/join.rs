//! `roadshow join`: opens the screen that a link is for.

use std::{
    env, fs,
    io::{self, BufRead, IsTerminal},
    path::Path,
};

use tokio::runtime::Runtime;
use uuid::Uuid;

use super::{
    Failure,
    arguments::{self, Look, ThemeName},
    awake, bell,
    drafts::Drafts,
    failure::cannot_read,
    heads::Heads,
    logging, print, takeover,
    terminal_name::TerminalName,
    told_to_end,
    tray::FileTray,
};
use crate::{
    client::{self, Client, Outfit},
    clock::Clock,
    contest::{Role, Seat},
    protocol::JoinLink,
    tui::{
        Screen,
        board::BoardScreen,
        clerk::ClerkScreen,
        host::HostScreen,
        judge::JudgeScreen,
        run::{Manner, NoGuide, Speech, Station, Stations},
        supervisor::SupervisorScreen,
        terminal::Terminal,
        theme,
        timer::TimerScreen,
    },
    words::{Lang, Words},
};

pub(super) fn run(
    given: &arguments::Join,
    lang: Option<Lang>,
    words: &Words,
) -> Result<(), Failure> {
    let link = link_of(&given.link)?;
    logging::to_file(&format!("join-{}", link.seat.to_string().replace('/', "-")));
    let runtime = Runtime::new().map_err(Failure::System)?;
    runtime.block_on(async {
        // Held for as long as the screen is open.
        let name = match &given.state {
            Some(state) => taken_over(&link, state, words).await?,
            None => None,
        };
        let name = name.unwrap_or_else(|| TerminalName::at(&link.seat));
        client::try_once_as(name.id(), &link).await.map_err(Failure::Trouble)?;
        awake::stay(&Words::new(lang.unwrap_or(Lang::En)));
        let told = told_to_end();
        let mut terminal = Terminal::enter("roadshow").map_err(Failure::Terminal)?;
        let drafts = (link.seat.role() == Role::Judge).then(Drafts::of_user).flatten();
        let screen: Box<dyn Screen> = match drafts {
            Some(drafts) => Box::new(JudgeScreen::with_drawer(Box::new(drafts))),
            None => screen_for(&link.seat, name.id()),
        };
        let book = sees_heads(&link.seat).then(|| Heads::of_user(&link.seat)).flatten();
        let mut outfit = Outfit::of(name.id());
        if let Some(tray) = FileTray::of_user(&link) {
            outfit = outfit.with_tray(Box::new(tray));
        }
        let client = Client::join_as(outfit, link, Clock::system());
        let farewell = client.0.farewell();
        let mut station = Station::new(screen, client);
        if let Some(book) = book {
            station = station.with_book(Box::new(book));
        }
        let stations = Stations::new(vec![station], NoGuide, manner(&given.look, lang));
        let ended = stations.run(&mut terminal, told).await.map_err(Failure::Screen);
        drop(terminal);
        farewell.await;
        ended
    })
}

/// Takes over what a dead terminal has left of the seat, and lets it be read before the screen opens.
async fn taken_over(
    link: &JoinLink,
    state: &Path,
    words: &Words,
) -> Result<Option<TerminalName>, Failure> {
    let (name, told) = takeover::take(link, state, words).await?;
    print(&format!("{told}{}\n", words.say("takeover-enter")))?;
    if io::stdin().is_terminal() {
        let _ = io::stdin().lock().read_line(&mut String::new()); // Whatever it is, it was read.
    }
    Ok(name)
}

/// The link as it was given, or, after an `@`, the first one in a file: what stands on a command line
/// can be read in the shell that a closed screen leaves behind.
fn link_of(given: &str) -> Result<JoinLink, Failure> {
    let Some(path) = given.strip_prefix('@') else { return given.parse().map_err(Failure::Link) };
    let text = fs::read_to_string(path).map_err(|error| cannot_read(path, &error))?;
    let link = text.split_whitespace().find(|word| word.starts_with("roadshow://"));
    link.unwrap_or(&text).parse().map_err(Failure::Link)
}

/// Whether the hub tells a seat of the journal's heads.
fn sees_heads(seat: &Seat) -> bool {
    matches!(seat.role(), Role::Host | Role::Judge | Role::Clerk | Role::Supervisor)
}

/// The screen of a seat's role at this terminal.
pub(super) fn screen_for(seat: &Seat, terminal: Uuid) -> Box<dyn Screen> {
    match seat.role() {
        Role::Host => Box::new(HostScreen::new()),
        Role::Board => Box::new(BoardScreen::new()),
        Role::Judge => Box::new(JudgeScreen::new()),
        Role::Clerk => Box::new(ClerkScreen::new(terminal)),
        Role::Timer => Box::new(TimerScreen::new()),
        Role::Supervisor => Box::new(SupervisorScreen::new()),
    }
}

/// How screens look, speak and sound; without colours where `NO_COLOR` is set
/// (<https://no-color.org>).
pub(super) fn manner(look: &Look, lang: Option<Lang>) -> Manner {
    let theme = if look.ascii { ThemeName::Plain } else { look.theme };
    Manner {
        look: match theme {
            ThemeName::Dark => theme::Look::Dark,
            ThemeName::Light => theme::Look::Light,
            ThemeName::Plain => theme::Look::Plain,
        },
        colours: env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        speech: lang.map_or(Speech::OfSession, Speech::Fixed),
        sound: !look.quiet,
        sounder: look.bell_command.clone().map(bell::sounder),
    }
}
