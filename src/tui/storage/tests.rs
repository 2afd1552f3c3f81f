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

fn both(storage: &Storage) -> String {
    let shown = [Lang::En, Lang::Zh].map(|lang| shown(storage, lang).trim_end().to_owned());
    shown.join("\n\n")
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
    assert_snapshot!(both(&full), @"
    ! NOTHING IS BEING STORED: The disk is full: nothing could be written to
    /data/final.journal, and the last step has not been done. Make room and do it
    again.
    the screen

    ! 当前无法存入任何记录：磁盘已满，/data/final.journal 没能写入，刚才这一步没有执
    行。请腾出空间后再做一次。
    the screen
    ");
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
    assert_snapshot!(both(&copies).replace(&time_of_day(at), "HH:MM"), @"
    Copy in /usb: HH:MM, 412 3f2a 9c1b
    ! No copy in /old since HH:MM: /old/final.journal could not be written: No
    space left. Is the folder there, and is there room?
    Copy in /new: being made
    the screen

    副本 /usb：HH:MM，412 3f2a 9c1b
    ! /old 自 HH:MM 起没有新副本：无法写入 /old/final.journal：No space left。请
    确认文件夹存在且有空间。
    副本 /new：正在制作
    the screen
    ");
}
