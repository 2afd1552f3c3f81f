//! Encrypted doors and the links that lead to them, with real hubs, real terminals and a wiretap.

use std::{
    io,
    process::Command,
    sync::{Arc, Mutex},
};

use roadshow::{
    client::{LinkState, News, Trouble, try_once},
    contest::Seat,
    protocol::{
        Address, JoinLink, Whereabouts,
        views::{BoardView, HostView},
    },
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer, version::TLS13},
};

use crate::support::{HubProcess, LIMIT, Terminal, roadshow};

/// A hub that encrypts, on a loopback address of its own.
fn encrypting() -> HubProcess {
    HubProcess::start_at("127.0.0.1:0", &["--tls"], "tryout.toml")
}

/// The same link, leading elsewhere.
fn leading_to(link: &JoinLink, addresses: Vec<Address>) -> JoinLink {
    let at = Whereabouts::of(link.at.fingerprint, addresses).unwrap();
    JoinLink { at, ..link.clone() }
}

/// A listener with nobody behind it, as a stranger's machine has one.
async fn stranger() -> (TcpListener, Address) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().into();
    (listener, address)
}

/// Everything that crosses, in both directions.
type Tape = Arc<Mutex<Vec<u8>>>;

/// Passes connections on to a hub and records every byte.
async fn wiretap(hub: &HubProcess) -> (Address, Tape) {
    let (listener, address) = stranger().await;
    let (tape, hub) = (Tape::default(), hub.address().to_owned());
    let heard = Arc::clone(&tape);
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let far = TcpStream::connect(&hub).await.unwrap();
            let ((from, to), (back, forth)) = (near.into_split(), far.into_split());
            tokio::spawn(record(from, forth, Arc::clone(&heard)));
            tokio::spawn(record(back, to, Arc::clone(&heard)));
        }
    });
    (address, tape)
}

async fn record(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    tape: Tape,
) -> io::Result<()> {
    let mut bytes = [0; 4096];
    loop {
        let count = from.read(&mut bytes).await?;
        if count == 0 {
            return to.shutdown().await;
        }
        tape.lock().unwrap().extend_from_slice(&bytes[..count]);
        to.write_all(&bytes[..count]).await?;
    }
}

/// What of an evening's first step can be read off the wire.
async fn read_along(hub: &HubProcess) -> [bool; 3] {
    let (address, tape) = wiretap(hub).await;
    let link = leading_to(&hub.link("A/host"), vec![address]);
    let pass = link.pass.clone();
    let mut host = Terminal::join(link);
    let wish = host.step().await;
    let project = wish.project().unwrap().to_string();
    let tape = tape.lock().unwrap();
    let holds = |text: &str| tape.windows(text.len()).any(|part| part == text.as_bytes());
    [holds(&pass), holds("call-up"), holds(&format!("\"{project}\""))]
}

#[tokio::test]
async fn neither_passes_nor_wishes_can_be_read_off_the_wire() {
    assert_eq!(read_along(&encrypting()).await, [false; 3]);
    let plain = HubProcess::start("tryout.toml");
    assert_eq!(read_along(&plain).await, [true; 3], "the wiretap would have heard them");
}

/// Somebody in the middle with a key of their own: whether the terminal went on to speak to them.
async fn speaks_to_the_middle(listener: TcpListener) -> bool {
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = rcgen::CertificateParams::new(["roadshow".to_owned()]).unwrap();
    let certificate = certificate.self_signed(&key).unwrap();
    let private = PrivatePkcs8KeyDer::from(key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], private.into())
        .unwrap();
    let (stream, _) = listener.accept().await.unwrap();
    // The handshake ends when the terminal agrees to the key.
    TlsAcceptor::from(Arc::new(config)).accept(stream).await.is_ok()
}

#[tokio::test]
async fn a_machine_with_another_key_is_refused_before_the_pass_is_sent() {
    let hub = encrypting();
    let (listener, address) = stranger().await;
    let middle = tokio::spawn(speaks_to_the_middle(listener));
    let told = try_once(&leading_to(&hub.link("A/host"), vec![address.clone()])).await;
    let hub = address.to_string();
    assert_eq!(told, Err(Trouble::OtherMachine { hub }));
    assert!(!timeout(LIMIT, middle).await.unwrap().unwrap());
}

#[tokio::test]
async fn a_link_tries_its_addresses_until_one_is_the_hubs() {
    let (hub, other, plain) = (encrypting(), encrypting(), HubProcess::start("tryout.toml"));
    let dead = "127.0.0.1:1".parse().unwrap();
    let [other, plain, right] =
        [&other, &plain, &hub].map(|hub| hub.address().parse::<Address>().unwrap());
    let link = hub.link("A/host");
    let wrong = vec![dead, plain, other.clone()];
    let told = try_once(&leading_to(&link, wrong.clone())).await;
    assert!(matches!(told, Err(Trouble::NotEncrypted { .. })), "{told:?}");
    let mut host = Terminal::join(leading_to(&link, [wrong, vec![right]].concat()));
    host.step().await;
}

#[tokio::test]
async fn a_terminal_finds_an_encrypting_hub_again_after_a_crash() {
    let mut hub = encrypting();
    let mut host = hub.join("A/host");
    host.step().await;
    hub.kill();
    hub.restart();
    host.picture(|view: &HostView| view.agenda.next.is_some()).await;
    host.step().await;
}

#[cfg(unix)]
#[tokio::test]
async fn an_encrypting_hub_says_goodbye_as_well() {
    let mut hub = encrypting();
    let mut board = hub.join("A/board");
    board.picture(|_: &BoardView| true).await;
    let ended = tokio::task::spawn_blocking(move || hub.terminate());
    let lost = board.until(|news| match news {
        News::Link(LinkState::Lost { trouble, .. }) => Some(trouble.clone()),
        _ => None,
    });
    assert!(matches!(lost.await, Trouble::Closing { .. }));
    assert!(ended.await.unwrap(), "exit code 0");
}

#[tokio::test]
async fn a_link_of_one_kind_to_a_hub_of_the_other_says_so() {
    let (encrypting, plain) = (encrypting(), HubProcess::start("tryout.toml"));
    let address = |hub: &HubProcess| hub.address().parse::<Address>().unwrap();
    let to_plain = leading_to(&encrypting.link("A/host"), vec![address(&plain)]);
    let hub = plain.address().to_owned();
    assert_eq!(try_once(&to_plain).await, Err(Trouble::NotEncrypted { hub }));

    let to_encrypting = leading_to(&plain.link("A/host"), vec![address(&encrypting)]);
    let hub = encrypting.address().to_owned();
    assert_eq!(try_once(&to_encrypting).await, Err(Trouble::OnlyEncrypted { hub }));
}

#[tokio::test]
async fn a_plain_request_to_a_hub_that_encrypts_is_answered_in_words() {
    let hub = encrypting();
    let mut stream = TcpStream::connect(hub.address()).await.unwrap();
    stream.write_all(b"GET /now HTTP/1.1\r\nHost: hub:1\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 421 "), "{answer}");
    assert!(answer.contains("curl -k https://hub:1/now"), "{answer}");
}

#[test]
fn the_board_of_a_hub_that_encrypts_can_be_read_with_curl() {
    let hub = encrypting();
    let url = format!("https://{}/now?lang=en", hub.address());
    match Command::new("curl").args(["-sk", &url]).output() {
        Ok(page) => assert!(String::from_utf8(page.stdout).unwrap().contains("Roadshow tryout")),
        Err(err) => eprintln!("not tried, there is no curl: {err}"),
    }
}

#[tokio::test]
async fn a_hub_that_listens_everywhere_encrypts_and_its_links_name_every_address() {
    let hub = HubProcess::start_at("0.0.0.0:0", &[], "tryout.toml");
    let link = hub.link("A/host");
    assert!(link.at.fingerprint.is_some());
    let last = link.at.addresses().last().unwrap().target();
    assert_eq!(last.0, "127.0.0.1");
    assert!(hub.said(&format!("It can be reached at {}", link.at.hub)).is_some());
    assert!(hub.said("NOTHING IS ENCRYPTED").is_none());
    Terminal::join(link).step().await;
}

#[tokio::test]
async fn leaving_encryption_out_is_possible_and_says_what_it_costs() {
    let hub = HubProcess::start_at("0.0.0.0:0", &["--plain"], "tryout.toml");
    assert!(hub.said("NOTHING IS ENCRYPTED").is_some());
    let link = hub.link("A/host");
    assert_eq!(link.at.fingerprint, None);
    Terminal::join(link).step().await;
}

#[test]
fn links_can_be_printed_again_without_the_hub() {
    let mut hub = encrypting();
    let links = |more: &[&str]| {
        let mut command = roadshow();
        command.arg("links").arg(hub.journal()).args(more);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(links(&["--format", "json"]), hub.links_file(), "while it runs");
    let [link, host] = ["A/judge/A1", "A/host"].map(|seat| hub.link(seat));
    let addresses = ["--address", "192.168.1.10", "--address", "hub:9", "--lang", "en"];
    let asked = links(&[&["--seat", "A/judge/A1"][..], &addresses].concat());
    let (_, port) = link.at.hub.target();
    let named = vec![format!("192.168.1.10:{port}").parse().unwrap(), "hub:9".parse().unwrap()];
    let expected = leading_to(&link, named).to_string();
    assert_eq!(asked.split_whitespace().collect::<Vec<_>>(), ["A", "judge", "A1", &expected]);
    let page = links(&["--format", "html", "--lang", "en"]);
    assert!(page.contains(&host.to_string()), "{page}");
    assert_eq!(page.matches("<section>").count(), Seat::all_of(&tryout()).len());
    hub.kill();
    let again = roadshow().arg("links").arg(hub.journal()).args(["--format", "json"]).output();
    assert_eq!(again.unwrap().stdout, hub.links_file().as_bytes(), "after it was killed");
}

fn tryout() -> roadshow::contest::Session {
    let file = crate::support::session("tryout.toml");
    roadshow::definition::read_session(&file, &roadshow::definition::Disk).unwrap()
}

#[test]
fn links_of_a_journal_without_its_key_or_address_say_what_is_missing() {
    let hub = encrypting();
    let copy = tempfile::tempdir().unwrap();
    let journal = copy.path().join("copy.journal");
    let told = || {
        let output = roadshow().args(["--lang", "en", "links"]).arg(&journal).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    // Taken while the hub runs, so that the write-ahead log comes along.
    for suffix in ["", "-wal"] {
        let name = format!("test.journal{suffix}");
        let from = hub.journal().with_file_name(name);
        if from.exists() {
            std::fs::copy(from, copy.path().join(format!("copy.journal{suffix}"))).unwrap();
        }
    }
    assert!(told().contains("copy.journal.key"), "{}", told());
    assert!(!copy.path().join("copy.journal.key").exists(), "no key was made");
    let key = hub.journal().with_file_name("test.journal.key");
    std::fs::copy(key, copy.path().join("copy.journal.key")).unwrap();
    assert!(told().contains("--address 192.168.1.10:7878"), "{}", told());
    std::fs::write(copy.path().join("copy.journal.address"), "here").unwrap();
    assert!(told().contains("does not say where the hub is"), "{}", told());
}
