use std::time::Duration;

use super::*;
use crate::{bench::Clocks, contest::Ms, words::Lang};

fn spread(count: usize, micros: [u64; 3]) -> Spread {
    let [median, p99, worst] = micros.map(Duration::from_micros);
    Spread { count, median, p99, worst }
}

/// The report of a minute at a live final on Wi-Fi.
fn report() -> Report {
    let hub = HubLine {
        address: "192.168.1.10:7878".to_owned(),
        version: "0.1.0".to_owned(),
        session: "tryout".to_owned(),
        rehearsal: false,
        own_laptop: false,
    };
    let link = "roadshow://192.168.1.10:7878/A/board/pass".parse().unwrap();
    let plan = Plan { link, errand: Errand::Look, screens: 8, host: None, seconds: 60 };
    let trip = spread(480, [2_300, 140_000, 310_000]);
    let figures = Figures {
        screens: 8,
        joined: 8,
        there: 8,
        measured: Duration::from_secs(60),
        joining: spread(24, [12_000, 31_000, 31_000]),
        round_trip: trip,
        by_second: vec![
            Second { second: 1, round_trip: spread(8, [2_000, 3_000, 3_000]), losses: 0 },
            Second { second: 2, round_trip: trip, losses: 0 },
        ],
        clocks: Some(Clocks { ahead: Ms(-41_200), apart: Ms(3) }),
        ..Figures::default()
    };
    Report::of(hub, &plan, Some(Unchanged::Live), figures, false)
}

#[test]
fn the_page_is_for_a_crew() {
    insta::assert_snapshot!(report().table(Some(80), &Words::new(Lang::En)), @r"
    From here to 192.168.1.10:7878, session tryout, the live final: 8 connections,
    60 s.
      milliseconds               half within    99 of 100      slowest
      round trip                         2.3        140.0        310.0
      until it can be looked at         12.0         31.0         31.0
      Slowest second: number 2, 99 of 100 round trips within 140.0 ms.

    What this means for tonight
      ✓ green  The hub let itself be looked at 24 times: half within 12.0 ms, the
               slowest in 31.0 ms.
      ! amber  A round trip takes 2.3 ms; 99 of 100 take at most 140.0 ms, the
               slowest of 480 took 310.0 ms.
               → From 100 ms on keys feel slow. Use a cable; on Wi-Fi go nearer to
               the access point, or take one of your own and the 5 GHz band.
      ✓ green  All 8 links were kept for 60 s.
      ✓ green  Countdowns on two screens are at most 3.0 ms apart.
      ! amber  This laptop's own clock is 41.2 s ahead of the hub's; countdowns do
               not go by it.
               → Set it by the network's time, or papers and logs will say another
               time.
      ! amber  This is the live final: it was only looked at, and nothing was
               changed. How fast a change is on every screen was not measured.
               → For that run a rehearsal's hub on the hub's laptop: roadshow
               rehearse SESSION.toml --listen 0.0.0.0:7878 --links links.json; and
               here: roadshow bench @links.json

    3 green, 3 amber, 0 red.
    This network will do tonight, once somebody has read what is amber.
    ");
}

#[test]
fn the_page_is_in_their_own_language() {
    insta::assert_snapshot!(report().table(Some(80), &Words::new(Lang::Zh)), @r"
    从本机到 192.168.1.10:7878，场次 tryout（正式比赛）：8 个连接，60 秒。
      单位：毫秒  50% 以内  99% 以内      最慢
      往返             2.3     140.0     310.0
      查看服务端      12.0      31.0      31.0
      最慢的一秒：第 2 秒，100 次往返中 99 次在 140.0 毫秒以内。

    这对今晚意味着什么
      ✓ 绿  查看服务端 24 次：一半在 12.0 毫秒以内，最慢 31.0 毫秒。
      ! 黄  往返 2.3 毫秒；100 次中 99 次不超过 140.0 毫秒，480 次中最慢 310.0 毫
            秒。
            → 超过 100 毫秒，按键会觉得慢。请用网线；用无线网就靠近接入点，或自带接
            入点并使用 5 GHz 频段。
      ✓ 绿  8 个连接在 60 秒内没有断过。
      ✓ 绿  两个屏幕的倒计时最多相差 3.0 毫秒。
      ! 黄  本机时钟比服务端快 41.2 秒；倒计时不受影响。
            → 请按网络时间校准，否则纸质文件和日志上的时间会不一致。
      ! 黄  这是正式比赛：只查看，没有改变任何东西。没有测量变化多快到达每个屏幕。
            → 要测这一项，请在服务端电脑上运行彩排：roadshow rehearse 场次.toml
            --listen 0.0.0.0:7878 --links links.json；然后在这里：roadshow bench
            @links.json

    绿 3 项，黄 3 项，红 0 项。
    今晚可以用这个网络，但请先看黄色各项。
    ");
}

#[test]
fn columns_line_up_and_no_line_is_wider_than_the_terminal() {
    for lang in [Lang::Zh, Lang::En] {
        let table = report().table(Some(80), &Words::new(lang));
        let widest = table.lines().map(width).max().unwrap();
        assert!(widest <= 80, "{widest}: {table}");
        let rows: Vec<usize> = table.lines().skip(2).take(2).map(width).collect();
        assert!(rows.iter().all(|it| *it == rows[0]), "{rows:?}: {table}");
    }
}
