use futures_util::FutureExt;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

use super::*;
use crate::protocol::views::Written;

/// Pictures of the same thing, the first whole and each later one a change.
fn pictures(many: u64) -> Vec<Picture> {
    let mut picture = Picture::default();
    let next = |n| {
        picture = picture.after(sections(n)).unwrap();
        picture.clone()
    };
    (1..=many).map(next).collect()
}

fn sections(n: u64) -> Written {
    Written::of(&json!({"n": n}))
}

/// The revisions of the messages that have come, each of which is whole.
async fn revisions(far: &mut DuplexStream, many: usize) -> Vec<u64> {
    let mut seen = Vec::new();
    for _ in 0..many {
        let mut head = [0; 2];
        far.read_exact(&mut head).await.unwrap();
        assert_eq!(head[0], 0x81);
        let mut text = vec![0; head[1].into()];
        far.read_exact(&mut text).await.unwrap();
        let said: serde_json::Value = serde_json::from_slice(&text).unwrap();
        seen.push(said["rev"].as_u64().unwrap());
    }
    seen
}

#[tokio::test(start_paused = true)]
async fn messages_leave_whole_and_in_order() {
    let (near, mut far) = duplex(7);
    let mut wire = Wire::new(near);
    let pictures = pictures(3);
    let sending = wire.clone();
    let sent = tokio::spawn(async move {
        sending.show(&pictures[0]);
        sending.send(pictures[1].frame_after(1)).await.unwrap();
        // As the protocol's reader does when it is asked whether anybody is there.
        wire.write_all(&pictures[2].frame_after(2)).await.unwrap();
        wire.flush().await.unwrap();
    });
    assert_eq!(revisions(&mut far, 3).await, [1, 2, 3]);
    sent.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn whoever_fell_behind_gets_the_newest_picture() {
    let (near, mut far) = duplex(7);
    let wire = Wire::new(near);
    for picture in pictures(5) {
        wire.show(&picture);
    }
    let tending = wire.clone();
    let tended = tokio::spawn(async move { tending.tend().await.unwrap() });
    assert_eq!(revisions(&mut far, 2).await, [1, 5]);
    assert_eq!(tended.await.unwrap(), 3, "and it is told how many it missed");
}

#[tokio::test(start_paused = true)]
async fn whoever_has_lost_its_seat_is_shown_nothing_that_waited() {
    let (near, mut far) = duplex(7);
    let wire = Wire::new(near);
    let pictures = pictures(4);
    wire.show(&pictures[0]);
    wire.show(&pictures[1]); // It waits, as the first is not out.
    wire.show_no_more();
    wire.show(&pictures[2]);
    let last = pictures[3].frame_after(3); // What it is told, as a message of the connection.
    let sent = tokio::spawn(async move { wire.send(last).await });
    assert_eq!(revisions(&mut far, 2).await, [1, 4]);
    sent.await.unwrap().unwrap();
    assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
}

/// A socket whose writing shows a bug.
struct Rotten;

impl AsyncRead for Rotten {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Poll::Pending
    }
}

impl AsyncWrite for Rotten {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, _: &[u8]) -> Poll<io::Result<usize>> {
        panic!("a bug")
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn a_socket_that_breaks_down_under_a_picture_ends_its_own_connection() {
    let wire = Wire::new(Rotten);
    let tending = wire.clone();
    let tended = tokio::spawn(async move { tending.tend().await });
    tokio::task::yield_now().await; // It waits for something to do.
    wire.screen().upgrade().unwrap().show(&pictures(1)[0]);
    assert!(matches!(tended.await.unwrap(), Err(Cut::Failed(_))));
}

#[tokio::test(start_paused = true)]
async fn no_picture_is_shown_twice() {
    let (near, mut far) = duplex(1024);
    let wire = Wire::new(near);
    let pictures = pictures(3);
    for at in [0, 0, 1, 0, 2, 1, 2] {
        wire.show(&pictures[at]);
    }
    drop(wire);
    assert_eq!(revisions(&mut far, 3).await, [1, 2, 3]);
    assert_eq!(far.read(&mut [0]).await.unwrap(), 0);
}

#[tokio::test(start_paused = true)]
async fn whoever_takes_nothing_is_given_up_however_often_it_is_looked_after() {
    let (near, _far) = duplex(7);
    let wire = Wire::new(near);
    wire.show(&pictures(1)[0]);
    let start = Instant::now();
    let cut = loop {
        // Its connection does something else meanwhile, and comes back.
        match timeout(Duration::from_secs(1), wire.tend()).await {
            Ok(tended) => break tended.unwrap_err(),
            Err(_) => assert!(start.elapsed() <= PATIENCE),
        }
    };
    assert!(matches!(cut, Cut::Stuck), "{cut}");
    assert_eq!(start.elapsed(), PATIENCE);
}

#[tokio::test(start_paused = true)]
async fn who_has_not_taken_what_was_sent_is_not_read() {
    let (near, mut far) = duplex(7);
    let mut wire = Wire::new(near);
    far.write_all(b"ask").await.unwrap();
    wire.show(&pictures(1)[0]);
    assert!(wire.read_u8().now_or_never().is_none());
    let reading = tokio::spawn(async move { wire.read_u8().await.unwrap() });
    assert_eq!(revisions(&mut far, 1).await, [1]);
    assert_eq!(reading.await.unwrap(), b'a');
}

#[tokio::test]
async fn a_screen_that_has_gone_is_told_to_its_connection() {
    let (near, far) = duplex(1024);
    let wire = Wire::new(near);
    drop(far);
    wire.show(&pictures(1)[0]);
    assert!(matches!(wire.tend().await, Err(Cut::Failed(_))));
}
