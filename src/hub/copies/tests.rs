use std::{fs, path::Path};

use tempfile::TempDir;

use super::*;
use crate::{
    clock::Clock,
    contest::{At, sample::session},
    hub::{Definition, Identity, Occasion, open},
};

/// A hub's folder with a journal, key and address, and one for copies.
struct Evening {
    folder: TempDir,
    journal: PathBuf,
}

impl Evening {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let journal = folder.path().join("hub/final.journal");
        drop(Self::opened(&journal));
        Identity::of_journal(&journal).unwrap();
        fs::write(beside(&journal, ".address"), "roadshow://hall:7878\n").unwrap();
        Self { folder, journal }
    }

    fn opened(journal: &Path) -> crate::hub::Desk {
        let clock = Clock::hand_set(At(1_000_000));
        let (as_begun, live) = (Definition::AsBegun, Occasion::Live);
        open(journal, (*session()).clone(), as_begun, live, clock).unwrap().0
    }

    fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn passphrase(&self, text: &str) -> PathBuf {
        let path = self.place("passphrase");
        fs::write(&path, text).unwrap();
        path
    }

    /// One copy, made here and now.
    fn copy(&self, folder: &Path, passphrase: Option<&Path>) -> Result<Head, CopyError> {
        let folders = vec![folder.to_owned()];
        let Copies { journal, cipher, .. } = Copies::new(&self.journal, folders, passphrase)?;
        Work { journal, cipher }.copy_to(folder)
    }
}

/// The number of the hub's epoch on a journal.
fn epoch(journal: &Path) -> u32 {
    let clock = Clock::hand_set(At(1_000_000));
    let (as_begun, live) = (Definition::AsBegun, Occasion::Live);
    open(journal, (*session()).clone(), as_begun, live, clock).unwrap().1.epoch().number
}

#[test]
fn a_hub_that_is_opened_on_a_copy_begins_an_epoch_and_has_the_same_key() {
    let evening = Evening::begin();
    let (usb, laptop) = (evening.place("usb"), evening.place("laptop/final.journal"));
    evening.copy(&usb, None).unwrap();
    let copy = usb.join("final.journal");
    take_copy(&copy, &laptop, None).unwrap();

    let fingerprint = |it: &Path| Identity::kept_with(it).unwrap().fingerprint();
    assert_eq!(fingerprint(&laptop), fingerprint(&evening.journal));
    let address = fs::read(beside(&laptop, ".address")).unwrap();
    assert_eq!(address, b"roadshow://hall:7878\n");
    assert_eq!(epoch(&laptop), 2);
    assert_eq!(epoch(&laptop), 2, "a restart is the same hub");
    assert_eq!(epoch(&evening.journal), 1, "and so is the old one");
    assert_eq!(epoch(&copy), 2, "a copy can be opened where it lies");
    assert_eq!(epoch(&copy), 2);
    let refused = take_copy(&copy, &laptop, None);
    assert!(matches!(refused, Err(CopyError::PlaceTaken { .. })), "{refused:?}");
    let refused = evening.copy(&usb, None);
    assert!(matches!(refused, Err(CopyError::Journal(JournalError::NotACopy { .. }))));
}

#[test]
fn an_encrypted_copy_opens_with_its_passphrase_only() {
    let evening = Evening::begin();
    let usb = evening.place("usb");
    let passphrase = evening.passphrase("four words of one's own\n");
    let head = evening.copy(&usb, Some(&passphrase)).unwrap();
    let copy = usb.join("final.journal.encrypted");
    let files: Vec<_> = fs::read_dir(&usb).unwrap().map(|it| it.unwrap().path()).collect();
    assert_eq!(files, std::slice::from_ref(&copy), "nothing lies there in the clear");
    let bytes = fs::read(&copy).unwrap();
    let key = fs::read(beside(&evening.journal, ".key")).unwrap();
    assert!(!bytes.windows(8).any(|it| it == &key[..8] || it == b"SQLite f"));

    let laptop = evening.place("laptop/final.journal");
    let refused = take_copy(&copy, &laptop, None);
    assert!(matches!(refused, Err(CopyError::CopyIsEncrypted { .. })), "{refused:?}");
    let other = evening.place("other");
    fs::write(&other, "other words").unwrap();
    let refused = take_copy(&copy, &laptop, Some(&other));
    assert!(matches!(refused, Err(CopyError::WrongPassphrase { .. })), "{refused:?}");
    let mut changed = bytes.clone();
    changed[40] ^= 1;
    fs::write(&copy, changed).unwrap();
    let refused = take_copy(&copy, &laptop, Some(&passphrase));
    assert!(matches!(refused, Err(CopyError::WrongPassphrase { .. })), "{refused:?}");
    assert!(!laptop.exists());

    fs::write(&copy, &bytes).unwrap();
    evening.copy(&usb, Some(&passphrase)).unwrap(); // A later run replaces it.
    let refused = evening.copy(&usb, Some(&other));
    assert!(matches!(refused, Err(CopyError::Journal(JournalError::NotACopy { .. }))));
    take_copy(&copy, &laptop, Some(&passphrase)).unwrap();
    assert_eq!(journal::read(&laptop, drop).unwrap(), head);
    assert_eq!(epoch(&laptop), 2);
}

#[test]
fn an_empty_passphrase_is_none() {
    let evening = Evening::begin();
    let empty = evening.passphrase("\n");
    let refused = Copies::new(&evening.journal, Vec::new(), Some(&empty)).err();
    assert!(matches!(refused, Some(CopyError::NoPassphrase { .. })), "{refused:?}");
}

#[test]
fn a_folder_that_cannot_take_a_copy_is_told_of_and_the_last_one_remembered() {
    let evening = Evening::begin();
    let usb = evening.place("usb");
    let mut storage = Storage { copies: vec![CopyLine::default()], ..Storage::default() };
    let mut note = |made, now| Copied { folder: 0, made }.note(&mut storage, At(now));
    note(evening.copy(&usb, None), 5);
    fs::remove_dir_all(&usb).unwrap();
    fs::write(&usb, "no folder any more").unwrap();
    note(evening.copy(&usb, None), 6);
    note(evening.copy(&usb, None), 7);
    let line = &storage.copies[0];
    assert_eq!(line.last.as_ref().map(|it| (it.at, it.head.seq)), Some((At(5), 1)));
    let trouble = line.trouble.as_ref().unwrap();
    assert_eq!((trouble.since, &trouble.error["code"]), (At(6), &"cannot-create".into()));

    fs::remove_file(&usb).unwrap();
    Copied { folder: 0, made: evening.copy(&usb, None) }.note(&mut storage, At(8));
    assert_eq!(storage.copies[0].trouble, None);
}

#[test]
fn a_copy_that_breaks_down_is_told_of_and_tried_again() {
    let evening = Evening::begin();
    let (usb, spare) = (evening.place("usb"), evening.place("spare"));
    let (asks, asked) = sync_channel(1);
    asks.send(()).unwrap();
    drop(asks);
    let (tells, told) = std::sync::mpsc::channel();
    let is_first = std::cell::Cell::new(true);
    let copy_to = |folder: &Path| {
        assert!(folder != usb || !is_first.take(), "a bug");
        evening.copy(folder, None)
    };
    let tell = |Copied { folder, made }: Copied| tells.send((folder, made)).unwrap();
    keep_copying(&[usb.clone(), spare], copy_to, &asked, &tell);
    drop(tells);

    let told: Vec<_> = told.iter().map(|(folder, made)| (folder, made.is_ok())).collect();
    let again = [(0, true), (1, true)];
    assert_eq!(told, [&[(0, false), (1, true)][..], &again, &again].concat());
}

/// No process has room for such a stack, on a machine of 64 bits.
#[cfg(target_pointer_width = "64")]
#[test]
fn where_the_system_gives_no_thread_every_folder_says_so_and_the_evening_goes_on() {
    let evening = Evening::begin();
    let folders = vec![evening.place("usb"), evening.place("spare")];
    let copies = Copies::new(&evening.journal, folders.clone(), None).unwrap();
    let none = thread::Builder::new().stack_size(1 << 47);
    let (copies, lines) = copies.start_on(none, At(7), |_| panic!("a copy"));
    for (line, folder) in lines.iter().zip(&folders) {
        let trouble = line.trouble.as_ref().unwrap();
        assert_eq!((trouble.since, &trouble.error["code"]), (At(7), &"no-copies".into()));
        assert_eq!(line.folder, folder.display().to_string());
    }
    assert_eq!(lines.len(), 2);
    copies.ask();
    copies.close();
    assert!(folders.iter().all(|folder| !folder.exists()));
}
