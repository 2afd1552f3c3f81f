//! Which judges of a room still have a sheet in hand: what a host sees by looking at them.
//!
//! A sheet that is in may yet be revised. A host who locks only when every judge has put the pen
//! down gets the same final from the same seed, however fast the hub is.

use tokio::sync::watch;

/// The panel of one room.
#[derive(Debug, Clone, Default)]
pub(super) struct Panel(watch::Sender<usize>);

/// A judge with a sheet in hand, until it is dropped.
#[derive(Debug)]
pub(super) struct AtWork(Panel);

impl Panel {
    /// A judge takes a sheet up.
    pub(super) fn take_up(&self) -> AtWork {
        self.0.send_modify(|at_work| *at_work += 1);
        AtWork(self.clone())
    }

    /// Waits until no judge has a sheet in hand. It can be given up at any time.
    pub(super) async fn settled(&self) {
        // It fails when the panel is gone, which is here.
        let _ = self.0.subscribe().wait_for(|at_work| *at_work == 0).await;
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.0.send_modify(|at_work| *at_work = at_work.saturating_sub(1));
    }
}
