//! The computer stays awake for as long as a hub runs, and no longer.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    os::unix::fs::PermissionsExt,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
};

use crate::support::{LIMIT, roadshow, session};

/// In the place of the system's own: says what it was asked for, and ends with the command that it was given.
const INHIBIT: &str = r#"#!/bin/sh
exec 9>"$SAYS"
for word; do
  case $word in --*) echo "$word" >&9; shift ;; *) break ;; esac
done
"$@"
"#;

#[test]
fn the_computer_may_sleep_once_the_hub_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (program, says) = (folder.path().join("systemd-inhibit"), folder.path().join("says"));
    fs::write(&program, INHIBIT).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(Command::new("mkfifo").arg(&says).status().unwrap().success());

    let path = format!("{}:{}", folder.path().display(), env::var("PATH").unwrap());
    let mut hub = roadshow()
        .args(["hub", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path().join("journal"))
        .arg(session("tryout.toml"))
        .envs([("PATH", path.as_ref()), ("SAYS", says.as_os_str())])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let (tell, hear) = mpsc::channel();
    thread::spawn(move || {
        let lines = BufReader::new(fs::File::open(says).unwrap()).lines();
        lines.for_each(|line| tell.send(line.unwrap()).unwrap());
    });
    let asked: Vec<_> = (0..4).map(|_| hear.recv_timeout(LIMIT).unwrap()).collect();
    assert!(asked.contains(&"--what=idle:sleep:handle-lid-switch".to_owned()), "{asked:?}");
    assert!(asked.contains(&"--why=A contest is running".to_owned()), "{asked:?}");

    assert_eq!(hear.try_recv(), Err(mpsc::TryRecvError::Empty), "it is held");
    hub.kill().unwrap();
    assert_eq!(hear.recv_timeout(LIMIT), Err(mpsc::RecvTimeoutError::Disconnected));
    hub.wait().unwrap();
}
