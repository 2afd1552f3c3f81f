//! What the screen looks like.

use insta::assert_snapshot;

use super::*;

#[test]
fn look() {
    use KeyCode::*;
    let mut evening = Evening::in_the_middle();
    println!("{}", evening.drawn(Lang::Zh, 80, 24));
    evening.types(&[Tab]);
    println!("{}", evening.drawn(Lang::Zh, 80, 24));
    evening.types(&[Down, Left]);
    println!("{}", evening.drawn(Lang::En, 80, 24));
    evening.host_proposes(void("A3"));
    evening.types(&[Tab]);
    println!("{}", evening.drawn(Lang::En, 80, 24));
    evening.types(&[Tab, Char('a')]);
    println!("{}", evening.drawn(Lang::Zh, 80, 24));
    evening.sends(Char('y'));
    evening.answers();
    println!("{}", evening.drawn(Lang::Zh, 80, 24));
    evening.types(&[Char('p')]);
    println!("{}", evening.drawn(Lang::Zh, 80, 24));
    evening.types(&[Enter]);
    println!("{}", evening.drawn(Lang::En, 80, 24));
    evening.types(&[Esc]);
    println!("{}", evening.drawn(Lang::Zh, 160, 44));
    println!("{}", evening.drawn(Lang::En, 40, 12));
}
