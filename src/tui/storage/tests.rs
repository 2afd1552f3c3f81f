use insta::assert_snapshot;
use serde_json::json;

use super::*;
use crate::{
    client::LinkState,
    contest::At,
    tui::{
        screen::{every_small_size, screen},
        theme::Theme,
    },
    words::{Lang, Words},
};

fn storage(of: &serde_json::Value) -> Storage {
    serde_json::from_value(of.clone()).unwrap()
}

fn shown(storage: &Storage, lang: Lang) -> String {
    let (words, theme) = (Words::new(lang), Theme::plain());
    let link = LinkState::Up { round_trip: None };
    let scene = Scene { words: &words, theme: &theme, now: At(0), link: &link };
    every_small_size(|area, buf| draw(storage, &scene, area, buf));
    screen(80, 16, |area, buf| {
        let rest = draw(storage, &scene, area, buf);
        Line::raw("the screen").render(rest, buf);
    })
}

#[test]
fn nothing_is_said_while_all_is_well() {
    assert_eq!(shown(&Storage::default(), Lang::En).trim_end(), "the screen");
}

#[test]
fn that_nothing_is_stored_is_said_loudly() {
    let full = storage(&json!({
        "trouble": {"since": 0, "code": "disk-full", "path": "/data/final.journal"}, "copies": [],
    }));
    assert_snapshot!(shown(&full, Lang::En).trim_end(), @"");
    assert_snapshot!(shown(&full, Lang::Zh).trim_end(), @"");
}

#[test]
fn copies_are_quiet_until_one_fails() {
    let head = json!({"seq": 412, "hash": format!("3f2a9c1b{:056}", 0)});
    let at = At(1_790_000_000_000);
    let copies = storage(&json!({"trouble": null, "copies": [
        {"folder": "/usb", "last": {"at": at, "head": head}, "trouble": null},
        {"folder": "/old", "last": null, "trouble":
            {"since": at, "code": "copy-not-written", "path": "/old/final.journal", "detail": "No space left"}},
        {"folder": "/new", "last": null, "trouble": null},
    ]}));
    let time = time_of_day(at);
    assert_snapshot!(shown(&copies, Lang::En).replace(&time, "HH:MM").trim_end(), @"");
    assert_snapshot!(shown(&copies, Lang::Zh).replace(&time, "HH:MM").trim_end(), @"");
}
