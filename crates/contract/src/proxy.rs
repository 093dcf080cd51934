//! Which way the office's server is asked: directly, as the computer is set, or through a proxy that a person named.

use serde::{Deserialize, Serialize};

use crate::SecretText;

/// Which way the server is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProxyKind {
    /// Through no proxy.
    Direct,
    /// As the computer is set.
    #[default]
    System,
    /// Through the one that is named.
    ByHand,
}

/// A proxy as it stands in the settings. Who logs in to it does not: that lies in the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proxy {
    pub kind: ProxyKind,
    /// `http://host:port` or `https://host:port`; where no scheme is typed, `http`. Never with a user in it.
    pub address: String,
    /// Names, addresses and networks that are asked directly, with commas between them. This very computer always is.
    pub exceptions: String,
}

/// Who logs in to the proxy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyLogin {
    /// Empty where the proxy asks nobody.
    pub user: String,
    /// None is the one that is kept, where neither address nor user is another.
    #[serde(default)]
    pub password: Option<SecretText>,
}

/// Asks for the proxy.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ProxyGet {}

/// The proxy as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProxyView {
    pub proxy: Proxy,
    /// Known while the vault is open, and before there is one.
    pub user: String,
    pub password_kept: bool,
}

/// Sets the proxy. The next run of the sync goes that way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProxySet {
    pub proxy: Proxy,
    pub login: ProxyLogin,
}

/// Asks a server whether it is there, by just the way that is named here, whatever is set.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConnectionTry {
    pub proxy: Proxy,
    pub login: ProxyLogin,
    /// Invitation that names the server; else the office's server is asked.
    #[serde(default)]
    pub code: Option<String>,
    /// Address of the server as typed, where there is no office yet.
    #[serde(default)]
    pub server: Option<String>,
}

/// What came of trying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionTried {
    /// A server of Praesto answered.
    Reached,
    /// There is no server to ask.
    NoServer,
    /// Nothing answers where the proxy should be.
    ProxyUnreached,
    /// The proxy wants another user or password.
    ProxyLogin,
    /// The proxy answers, and does not lead to the server.
    ProxyRefuses,
    /// The server does not answer.
    ServerUnreached,
    /// Something answers that is no server of Praesto.
    OtherServer,
    /// The certificate is not the one that was expected.
    OtherCertificate,
}
