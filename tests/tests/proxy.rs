//! The way to the server through a real proxy, to a real server with a certificate of its own.

use std::io::{BufRead, BufReader, Write, copy};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use praesto_app::{Handle, OsHost, Praesto};
use praesto_contract::*;
use praesto_tests::{Programs, RunningServer, leaks};
use tempfile::TempDir;

const USER: &str = "elira";
const PASSWORD: &str = "a kanarien password: of hers";
const PASSPHRASE: &str = "a passphrase behind a proxy";

/// What each that came by said: whom they wanted, and who they were.
type Came = Arc<Mutex<Vec<(String, Option<String>)>>>;

/// A proxy that leads whoever may pass to one server, whatever they call it.
struct FakeProxy {
    port: u16,
    came: Came,
}

impl FakeProxy {
    /// `login` is who may pass; anybody where nobody is named.
    fn to(server: u16, login: Option<(&str, &str)>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it has an address").port();
        let came = Came::default();
        let wanted = login.map(|(user, password)| format!("Basic {}", BASE64_STANDARD.encode(format!("{user}:{password}"))));
        let seen = came.clone();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (wanted, seen) = (wanted.clone(), seen.clone());
                thread::spawn(move || lead(client, server, wanted, &seen));
            }
        });
        Self { port, came }
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn came(&self) -> Vec<(String, Option<String>)> {
        std::mem::take(&mut *self.came.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn lead(mut client: TcpStream, server: u16, wanted: Option<String>, seen: &Mutex<Vec<(String, Option<String>)>>) -> Option<()> {
    let mut head = Vec::new();
    for line in BufReader::new(client.try_clone().ok()?).lines() {
        match line.ok()? {
            line if line.is_empty() => break,
            line => head.push(line),
        }
    }
    let place = head.first()?.strip_prefix("CONNECT ")?.split(' ').next()?.to_owned();
    let login =
        head.iter().find_map(|line| Some(line.split_once(": ")?).filter(|(name, _)| name.eq_ignore_ascii_case("proxy-authorization")));
    let login = login.map(|(_, value)| value.to_owned());
    seen.lock().unwrap_or_else(PoisonError::into_inner).push((place.clone(), login.clone()));
    let refusal = match () {
        () if wanted.is_some() && wanted != login => Some("407 Proxy Authentication Required"),
        () if place.starts_with("forbidden.") => Some("403 Forbidden"),
        () => None,
    };
    if let Some(refusal) = refusal {
        return write!(client, "HTTP/1.1 {refusal}\r\nContent-Length: 0\r\n\r\n").ok();
    }
    let server = TcpStream::connect(("127.0.0.1", server)).ok()?;
    write!(client, "HTTP/1.1 200 Connection established\r\n\r\n").ok()?;
    let (mut from, mut to) = (client.try_clone().ok()?, server.try_clone().ok()?);
    thread::spawn(move || {
        let _ = copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
    let (mut from, mut to) = (server, client);
    let _ = copy(&mut from, &mut to);
    to.shutdown(Shutdown::Both).ok()
}

/// A server that is known by a name which no network has.
struct Setting {
    folder: TempDir,
    server: RunningServer,
}

impl Setting {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = Programs::built().serve_with_tls(&folder.path().join("server"), &folder.path().join("server.log"));
        Self { folder, server }
    }

    fn praesto(&self) -> Praesto<OsHost> {
        Praesto::quiet(OsHost::new(|_| {}), self.folder.path().join("profile"))
    }

    fn called(&self, name: &str) -> String {
        format!("https://{name}#{}", self.server.certificate().expect("it has one"))
    }
}

fn by_hand(address: &str, exceptions: &str) -> Proxy {
    Proxy { kind: ProxyKind::ByHand, address: address.to_owned(), exceptions: exceptions.to_owned() }
}

fn login(user: &str, password: Option<&str>) -> ProxyLogin {
    ProxyLogin { user: user.to_owned(), password: password.map(|password| SecretText::new(password.to_owned())) }
}

fn tried(praesto: &Praesto<OsHost>, proxy: Proxy, login: ProxyLogin, server: &str) -> ConnectionTried {
    praesto.handle(ConnectionTry { proxy, login, code: None, server: Some(server.to_owned()) }).expect("it can be tried")
}

#[test]
fn trying_takes_just_the_way_that_is_typed_and_says_what_came_of_it() {
    let setting = Setting::new();
    let (open, guarded) = (FakeProxy::to(setting.server.port(), None), FakeProxy::to(setting.server.port(), Some((USER, PASSWORD))));
    let praesto = setting.praesto();
    let server = setting.called("praesto.invalid");
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port is free");
    let nobody = || login("", None);
    // What is set leads nowhere: what is typed does not ask it.
    praesto.handle(ProxySet { proxy: by_hand(&format!("http://{closed}"), ""), login: nobody() }).expect("it is kept");

    assert_eq!(tried(&praesto, by_hand(&open.address(), ""), nobody(), &server), ConnectionTried::Reached);
    assert_eq!(open.came().first().map(|(place, login)| (place.as_str(), login.is_none())), Some(("praesto.invalid:443", true)));
    assert_eq!(tried(&praesto, by_hand(&guarded.address(), ""), login(USER, Some(PASSWORD)), &server), ConnectionTried::Reached);
    for wrong in [nobody(), login(USER, None), login(USER, Some("another"))] {
        assert_eq!(tried(&praesto, by_hand(&guarded.address(), ""), wrong, &server), ConnectionTried::ProxyLogin);
    }
    assert_eq!(tried(&praesto, by_hand(&format!("http://{closed}"), ""), nobody(), &server), ConnectionTried::ProxyUnreached);
    assert_eq!(
        tried(&praesto, by_hand(&open.address(), ""), nobody(), &setting.called("forbidden.invalid")),
        ConnectionTried::ProxyRefuses
    );
    open.came();
    assert_eq!(tried(&praesto, by_hand(&open.address(), "invalid"), nobody(), &server), ConnectionTried::ServerUnreached);
    assert_eq!(open.came(), [], "what is excepted is asked directly");
    let (kept, impostor) = (setting.server.certificate().expect("it has one"), "0".repeat(64));
    let other = tried(&praesto, by_hand(&open.address(), ""), nobody(), &server.replace(kept, &impostor));
    assert_eq!(other, ConnectionTried::OtherCertificate, "who stands behind the proxy is asked all the same");
    let view = praesto.handle(ProxyGet {}).expect("it is there");
    assert_eq!(view.proxy.address, format!("http://{closed}"), "trying changes nothing");
    let nothing = ConnectionTry { proxy: Proxy::default(), login: nobody(), code: None, server: None };
    assert_eq!(praesto.handle(nothing).expect("it can be tried"), ConnectionTried::NoServer);
}

#[test]
fn this_very_computer_is_never_asked_through_a_proxy() {
    let setting = Setting::new();
    let proxy = FakeProxy::to(setting.server.port(), None);
    let praesto = setting.praesto();
    let reached = tried(&praesto, by_hand(&proxy.address(), ""), login("", None), &setting.server.address());
    assert_eq!((reached, proxy.came()), (ConnectionTried::Reached, Vec::new()));
}

#[test]
fn an_office_is_made_and_synchronised_through_the_proxy_and_its_password_stays_sealed() {
    let setting = Setting::new();
    let proxy = FakeProxy::to(setting.server.port(), Some((USER, PASSWORD)));
    let praesto = setting.praesto();
    // Before there is an office, let alone a vault.
    praesto.handle(ProxySet { proxy: by_hand(&proxy.address(), ""), login: login(USER, Some(PASSWORD)) }).expect("it is kept");
    let key = KeyChoice { policy: KeyPolicy::Passphrase, passphrase: Some(SecretText::new(PASSPHRASE.to_owned())) };
    let server = Some(setting.called("praesto.invalid"));
    praesto.handle(OfficeCreate { office_name: "Lindara".into(), person_name: "Elira".into(), server, key }).expect("an office");
    let synced = |praesto: &Praesto<OsHost>| praesto.handle(SyncNow {}).expect("it is asked for").phase;
    assert_eq!(synced(&praesto), SyncPhase::UpToDate);
    assert!(proxy.came().iter().any(|(place, login)| place == "praesto.invalid:443" && login.is_some()));

    let profile = setting.folder.path().join("profile");
    let coded = BASE64_STANDARD.encode(format!("{USER}:{PASSWORD}"));
    assert_eq!(leaks(&profile, &[USER, PASSWORD, &coded]), Vec::<String>::new(), "neither user nor password lies in the clear");

    // The program that comes next finds it in the vault, and nowhere before that is open.
    drop(praesto);
    let praesto = setting.praesto();
    let shut = praesto.handle(ProxyGet {}).expect("it is there");
    assert_eq!((shut.user.as_str(), shut.password_kept), ("", false));
    praesto.handle(VaultUnlock { passphrase: Some(SecretText::new(PASSPHRASE.to_owned())) }).expect("it opens");
    let open = praesto.handle(ProxyGet {}).expect("it is there");
    assert_eq!((open.user.as_str(), open.password_kept), (USER, true));
    assert_eq!(synced(&praesto), SyncPhase::UpToDate);

    // Another proxy never hears the password that was kept for this one.
    let stranger = FakeProxy::to(setting.server.port(), None);
    let office = ConnectionTry { proxy: by_hand(&stranger.address(), ""), login: login(USER, None), code: None, server: None };
    assert_eq!(praesto.handle(office).expect("it can be tried"), ConnectionTried::Reached);
    praesto.handle(ProxySet { proxy: by_hand(&stranger.address(), ""), login: login(USER, None) }).expect("it is kept");
    assert_eq!(synced(&praesto), SyncPhase::UpToDate);
    assert!(stranger.came().iter().all(|(_, login)| login.as_deref() != Some(format!("Basic {coded}").as_str())));

    // From the next run on, the way is the one that is set.
    praesto.handle(ProxySet { proxy: Proxy { kind: ProxyKind::Direct, ..Proxy::default() }, login: login("", None) }).expect("it is kept");
    assert_eq!(synced(&praesto), SyncPhase::Offline, "no network knows that name");
    let view = praesto.handle(ProxyGet {}).expect("it is there");
    assert_eq!((view.user.as_str(), view.password_kept), ("", false), "who is not asked any more is forgotten");
}

#[test]
fn an_address_with_a_user_in_it_is_refused() {
    let setting = Setting::new();
    let praesto = setting.praesto();
    for address in ["", "http://elira:secret@proxy.example", "socks5://proxy.example", "proxy.example/path"] {
        let refused = praesto.handle(ProxySet { proxy: by_hand(address, ""), login: login("", None) }).expect_err("it is refused");
        assert_eq!((refused.code, refused.args.get("field").map(String::as_str)), (ErrorCode::InvalidInput, Some("proxy")), "{address}");
    }
    assert_eq!(praesto.handle(ProxyGet {}).expect("it is there").proxy, Proxy::default());
}
