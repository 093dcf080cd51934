//! Which way requests to the server take, and what comes of trying one. The office, its people and its keys are not known here: whoever tries a way
//! says to nobody who asks.

use std::fmt;
use std::io::{BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use hyper_util::client::proxy::matcher::Matcher;
use praesto_contract::ConnectionTried;
use praesto_protocol::api::ServerInfo;
use reqwest::blocking::ClientBuilder;
use reqwest::{NoProxy, Proxy};
use url::{Host, Url};
use zeroize::Zeroizing;

use super::RemoteError;
use super::http::{ask_openly, client};
use crate::host::ServerAddress;

/// Time for the proxy to answer one question.
const ANSWER: Duration = Duration::from_secs(10);
/// Bytes of the first line that a proxy answers.
const LINE: u64 = 64;

/// Which way requests to a server take. This very computer is asked directly, whatever it is.
#[derive(Clone, Debug, Default)]
pub enum Route {
    /// Through no proxy.
    Direct,
    /// As the computer is set.
    #[default]
    System,
    /// Through a proxy that a person named.
    Through(Arc<ThroughProxy>),
    /// Nowhere: what is set cannot be read, and nobody asked for another way.
    Nowhere,
}

/// A proxy that a person named.
pub struct ThroughProxy {
    pub(crate) address: Url,
    pub(crate) exceptions: String,
    pub(crate) login: Arc<ProxyLogin>,
}

/// Who logs in to which proxy. The password is wiped with it.
#[derive(Default)]
pub(crate) struct ProxyLogin {
    address: String,
    user: String,
    password: Zeroizing<String>,
}

impl ProxyLogin {
    pub(crate) fn new(address: String, user: String, password: Zeroizing<String>) -> Self {
        Self { address, user, password }
    }

    /// Whether it is for this proxy: no other ever hears of it.
    pub(crate) fn is_for(&self, address: &str) -> bool {
        self.address == address
    }

    /// Empty where nobody logs in.
    pub(crate) fn user(&self) -> &str {
        &self.user
    }

    pub(crate) fn has_password(&self) -> bool {
        !self.password.is_empty()
    }

    /// As the vault keeps it, which is the only place that does: a line each for proxy, user and password.
    pub(crate) fn encode(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(format!("{}\n{}\n{}", self.address, self.user, *self.password).into_bytes())
    }

    /// `None` where these are no such lines.
    pub(crate) fn decode(kept: &[u8]) -> Option<Self> {
        let mut lines = std::str::from_utf8(kept).ok()?.splitn(3, '\n').map(str::to_owned);
        Some(Self::new(lines.next()?, lines.next()?, Zeroizing::new(lines.next()?)))
    }
}

impl fmt::Debug for ThroughProxy {
    /// Neither where it is nor who logs in.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ThroughProxy")
    }
}

impl Route {
    /// Has a client take this way to `server`.
    pub(super) fn lead(&self, builder: ClientBuilder, server: &Url) -> Result<ClientBuilder, RemoteError> {
        match self {
            _ if is_loopback(server) => Ok(builder.no_proxy()),
            Self::Direct => Ok(builder.no_proxy()),
            Self::System => Ok(builder),
            Self::Nowhere => Err(RemoteError::Offline),
            Self::Through(through) => {
                let mut proxy = Proxy::all(through.address.clone()).map_err(|_| RemoteError::Offline)?;
                if !through.login.user.is_empty() {
                    proxy = proxy.basic_auth(&through.login.user, &through.login.password);
                }
                Ok(builder.proxy(proxy.no_proxy(NoProxy::from_string(&through.exceptions))))
            }
        }
    }

    /// The proxy that the way to `server` leads through, of those that a person named.
    pub(super) fn proxy(&self, server: &Url) -> Option<&ThroughProxy> {
        let Self::Through(through) = self else { return None };
        let matcher = Matcher::builder().all(through.address.as_str()).no(through.exceptions.as_str()).build();
        let leads = !is_loopback(server) && server.as_str().parse().is_ok_and(|server| matcher.intercept(&server).is_some());
        leads.then_some(through)
    }
}

/// Whether a server is on this very computer.
pub(super) fn is_loopback(server: &Url) -> bool {
    match server.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Asks a server whether it is there, by this way.
pub(crate) fn try_it(address: &ServerAddress, route: &Route) -> ConnectionTried {
    // What is no address is nobody's server.
    let Ok((client, base)) = client(address, route) else { return ConnectionTried::OtherServer };
    match ask_openly::<ServerInfo>(&client, &base, "v1/server") {
        Ok(_) => ConnectionTried::Reached,
        Err(RemoteError::Offline | RemoteError::CutShort) => {
            route.proxy(&base).map_or(ConnectionTried::ServerUnreached, |proxy| proxy.why_not(&base))
        }
        Err(RemoteError::OtherCertificate) => ConnectionTried::OtherCertificate,
        Err(_) => ConnectionTried::OtherServer,
    }
}

impl ThroughProxy {
    /// Why no way leads through this proxy: it is asked once more, for itself.
    fn why_not(&self, server: &Url) -> ConnectionTried {
        let Some(proxy) = self.reach() else { return ConnectionTried::ProxyUnreached };
        match self.status(proxy, server) {
            Some(407) => ConnectionTried::ProxyLogin,
            Some(200..300) => ConnectionTried::ServerUnreached,
            Some(_) | None => ConnectionTried::ProxyRefuses,
        }
    }

    fn reach(&self) -> Option<TcpStream> {
        let (host, port) = (self.address.host_str()?, self.address.port_or_known_default()?);
        // An address of the sixth version stands in brackets where it is written, and not where it is looked up.
        let host = host.trim_start_matches('[').trim_end_matches(']');
        (host, port).to_socket_addrs().ok()?.find_map(|address| TcpStream::connect_timeout(&address, ANSWER).ok())
    }

    /// What the proxy answers whoever wants to be led to the server. One that is spoken to under seal is not asked.
    fn status(&self, mut proxy: TcpStream, server: &Url) -> Option<u16> {
        if self.address.scheme() != "http" {
            return None;
        }
        let place = format!("{}:{}", server.host_str()?, server.port_or_known_default()?);
        let mut question = Zeroizing::new(format!("CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n"));
        if !self.login.user.is_empty() {
            let login = Zeroizing::new(format!("{}:{}", self.login.user, *self.login.password));
            let login = Zeroizing::new(BASE64_STANDARD.encode(login.as_bytes()));
            question.push_str("Proxy-Authorization: Basic ");
            question.push_str(&login);
            question.push_str("\r\n");
        }
        question.push_str("\r\n");
        proxy.set_read_timeout(Some(ANSWER)).and_then(|()| proxy.set_write_timeout(Some(ANSWER))).ok()?;
        proxy.write_all(question.as_bytes()).ok()?;
        let (began, mut line) = (Instant::now(), Vec::new());
        for byte in BufReader::new(proxy.take(LINE)).bytes() {
            match byte {
                Ok(b'\n') | Err(_) => break,
                Ok(_) if began.elapsed() > ANSWER => return None,
                Ok(byte) => line.push(byte),
            }
        }
        std::str::from_utf8(&line).ok()?.split_whitespace().nth(1)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn login() -> ProxyLogin {
        let password = Zeroizing::new("a secret: of\thers".to_owned());
        ProxyLogin::new("http://proxy.lindara.example:3128".to_owned(), "elira".to_owned(), password)
    }

    fn through(exceptions: &str) -> Route {
        Route::Through(Arc::new(ThroughProxy {
            address: "http://proxy.lindara.example:3128".parse().unwrap(),
            exceptions: exceptions.to_owned(),
            login: Arc::new(login()),
        }))
    }

    #[test]
    fn this_very_computer_and_what_is_excepted_are_asked_directly() {
        let route = through("intern.example, 10.1.0.0/16");
        for (server, led) in [
            ("https://praesto.lindara.example/", true),
            ("https://praesto.intern.example/", false),
            ("https://10.1.2.3/", false),
            ("https://10.2.2.3/", true),
            ("https://localhost/", false),
            ("http://127.0.0.1:8080/", false),
            ("https://[::1]/", false),
        ] {
            assert_eq!(route.proxy(&server.parse().unwrap()).is_some(), led, "{server}");
        }
        let nowhere = ServerAddress { url: "https://praesto.lindara.example".to_owned(), certificate: None };
        assert!(
            matches!(client(&nowhere, &Route::Nowhere), Err(RemoteError::Offline)),
            "no other way is taken than that which was asked for"
        );
        assert!(Route::System.proxy(&"https://praesto.lindara.example/".parse().unwrap()).is_none());
    }

    #[test]
    fn a_login_is_read_as_it_was_kept() {
        let read = ProxyLogin::decode(&login().encode()).unwrap();
        assert_eq!(
            (read.address.as_str(), read.user.as_str(), read.password.as_str()),
            ("http://proxy.lindara.example:3128", "elira", "a secret: of\thers")
        );
        assert!(ProxyLogin::decode(b"one line").is_none());
    }

    #[test]
    fn neither_address_nor_login_of_a_proxy_is_shown_by_a_log() {
        let shown = format!("{:?}", through("intern.example"));
        for hidden in ["lindara", "intern", "elira", "secret"] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}
