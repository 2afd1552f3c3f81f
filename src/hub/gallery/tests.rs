use super::*;
use crate::{
    contest::{Wish, sample::seat},
    hub::{
        standing::{Says, Standing},
        table::{Table, call_up},
    },
    protocol::{Unseated, views::Written},
};

/// A screen that notes the revisions that it is shown.
#[derive(Default)]
struct Noted {
    shown: watch::Sender<Vec<u64>>,
}

impl Screen for Noted {
    fn show(&self, picture: &Picture) {
        self.shown.send_modify(|shown| shown.push(picture.rev));
    }
}

impl Noted {
    /// Waits until it has been shown so many.
    async fn until(&self, many: usize) -> Vec<u64> {
        self.shown.subscribe().wait_for(|shown| shown.len() == many).await.unwrap().clone()
    }
}

fn screen() -> Arc<Noted> {
    Arc::default()
}

fn weak(screen: &Arc<Noted>) -> Weak<dyn Screen> {
    let weak: Weak<Noted> = Arc::downgrade(screen);
    weak
}

/// A desk with its galleries.
struct Hall {
    table: Table,
    galleries: Galleries,
}

impl Hall {
    fn open() -> Self {
        let table = Table::set();
        let (galleries, run) = Galleries::of(&table.desk);
        tokio::spawn(run);
        Self { table, galleries }
    }

    async fn enter(&self) -> (Arc<Noted>, Says) {
        let (screen, standing) = (screen(), Says::first(Standing::Holds));
        let (board, holds) = (seat("A/board"), standing.told());
        assert!(self.galleries.enter(&board, weak(&screen), holds).await);
        (screen, standing)
    }

    async fn something_new(&self, id: u128) {
        let wish = match id % 2 {
            1 => call_up("E01"),
            _ => Wish::MarkAbsent { project: "E01".into(), reason: "r".into() },
        };
        self.table.ask("A/host", id, wish).await.unwrap();
    }
}

#[tokio::test]
async fn who_comes_is_shown_the_present_picture() {
    let hall = Hall::open();
    let (first, _holds) = hall.enter().await;
    assert_eq!(first.until(1).await, [1]);
    hall.something_new(1).await;
    assert_eq!(first.until(2).await, [1, 2]);
    let (second, _holds) = hall.enter().await;
    assert_eq!(second.until(1).await, [2]);
    hall.something_new(2).await;
    assert_eq!(second.until(2).await, [2, 3]);
    assert_eq!(first.until(3).await, [1, 2, 3]);
}

#[tokio::test]
async fn who_has_lost_its_place_is_shown_nothing_more() {
    let hall = Hall::open();
    let ((gone, standing), (other, _holds)) = (hall.enter().await, hall.enter().await);
    gone.until(1).await;
    standing.say(Standing::Unseated { why: Unseated::PassRenewed, from: None });
    hall.something_new(1).await;
    other.until(2).await;
    assert_eq!(gone.shown.borrow().len(), 1);
}

/// A screen at whose first picture the next one is published.
struct Eager(watch::Sender<Picture>);

impl Screen for Eager {
    fn show(&self, picture: &Picture) {
        self.0.send_if_modified(|newest| {
            let is_first = picture.rev == 1 && newest.rev == 1;
            if is_first {
                *newest = changed(newest);
            }
            is_first
        });
    }
}

/// The picture that follows this one.
fn changed(picture: &Picture) -> Picture {
    picture.after(Written::of(&serde_json::json!({ "n": picture.rev }))).unwrap()
}

#[tokio::test]
async fn a_picture_between_others_reaches_everybody() {
    let first = Picture::default().after(Written::default()).unwrap();
    let (picture, mut pictures) = watch::channel(first);
    let standing = Says::first(Standing::Holds);
    let mut gallery = Gallery { arrivals: mpsc::channel(1).1, screens: Vec::new() };
    let screens: Vec<_> = (0..3 * AT_ONCE).map(|_| screen()).collect();
    let eager: Arc<dyn Screen> = Arc::new(Eager(picture));
    for (at, it) in screens.iter().enumerate() {
        let screen = if at == AT_ONCE { Arc::downgrade(&eager) } else { weak(it) };
        gallery.screens.push(Visitor { screen, standing: standing.told() });
    }
    gallery.show(&mut pictures).await;
    while pictures.has_changed().unwrap() {
        gallery.show(&mut pictures).await;
    }
    for (at, it) in screens.iter().enumerate().filter(|(at, _)| *at != AT_ONCE) {
        assert_eq!(it.shown.borrow().last(), Some(&2), "screen {at}");
    }
}

#[tokio::test]
async fn whoever_leaves_is_forgotten() {
    let mut gallery = Gallery { arrivals: mpsc::channel(1).1, screens: Vec::new() };
    let first = Picture::default().after(Written::default()).unwrap();
    let (picture, mut pictures) = watch::channel(first.clone());
    let (stays, standing) = (screen(), Says::first(Standing::Holds));
    for comes in std::iter::once(stays.clone()).chain((0..1000).map(|_| screen())) {
        let visitor = Visitor { screen: weak(&comes), standing: standing.told() };
        gallery.take_in(visitor, &mut pictures);
    }
    assert!(gallery.screens.len() < 10, "also while nothing is shown");
    picture.send_replace(changed(&first));
    gallery.show(&mut pictures).await;
    assert_eq!((gallery.screens.len(), stays.shown.borrow().clone()), (1, vec![1, 2]));
}

#[tokio::test]
async fn a_seat_that_one_terminal_holds_has_no_gallery() {
    let hall = Hall::open();
    let (screen, standing) = (screen(), Says::first(Standing::Holds));
    assert!(!hall.galleries.enter(&seat("A/host"), weak(&screen), standing.told()).await);
}
