//! The proxy: where it is stands in the settings, who logs in to it in the vault. Before there is a vault, the login is known to this program alone.

use std::sync::{Arc, MutexGuard, PoisonError};

use praesto_contract::*;
use url::Url;
use zeroize::Zeroizing;

use crate::error::AppError;
use crate::host::Host;
use crate::office::Office;
use crate::praesto::Core;
use crate::sync::{ProxyLogin as Login, Route, ThroughProxy};

/// Where the vault keeps the login.
const KEPT: &str = "proxy-login";
/// Longest address, user, password and list of exceptions, in bytes.
const LONGEST: usize = 2_000;

impl<H: Host> Core<H> {
    pub(crate) fn proxy_get(&self, _: ProxyGet) -> Result<ProxyView, AppError> {
        let proxy = self.settings()?.proxy;
        let login = self.login().clone();
        Ok(ProxyView { proxy, user: login.user().to_owned(), password_kept: login.has_password() })
    }

    pub(crate) fn proxy_set(&self, request: ProxySet) -> Result<ProxyView, AppError> {
        let (proxy, login) = self.read(request.proxy, request.login)?;
        let office = self.office().ok();
        {
            let _turn = self.settings_turn.lock().unwrap_or_else(PoisonError::into_inner);
            // The login first: should it end in between, the old proxy hears nothing of it.
            if let Some(office) = &office {
                office.keep_login(&login)?;
            }
            *self.login() = login;
            self.change_settings(|settings| Settings { proxy: proxy.clone(), ..settings })?;
        }
        if office.is_some_and(|office| office.still_open().is_err()) {
            // Shut meanwhile: a password outlives no open vault.
            self.forget_login();
        }
        self.choose_route();
        self.wake.ring();
        self.proxy_get(ProxyGet {})
    }

    pub(crate) fn connection_try(&self, request: ConnectionTry) -> Result<ConnectionTried, AppError> {
        let (proxy, login) = self.read(request.proxy, request.login)?;
        let typed = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let server = match (typed(request.code), typed(request.server)) {
            (Some(code), _) => Some(self.server_of(&code)?),
            (None, Some(server)) => Some(self.server(&server)?),
            (None, None) => match self.office() {
                Ok(office) => office.server_address()?,
                Err(_) => None,
            },
        };
        let route = route(&proxy, login)?;
        Ok(server.map_or(ConnectionTried::NoServer, |server| self.host.try_way(&server, &route)))
    }

    /// What was typed, as it is kept: a password that was not typed is the one that is known for just this user of just this proxy.
    fn read(&self, proxy: Proxy, login: ProxyLogin) -> Result<(Proxy, Arc<Login>), AppError> {
        let password = login.password.map(|password| Zeroizing::new(password.into_inner()));
        let lengths =
            [proxy.address.len(), proxy.exceptions.len(), login.user.len(), password.as_ref().map_or(0, |password| password.len())];
        let unseen = |text: &str| text.chars().any(char::is_control);
        let texts = [proxy.exceptions.as_str(), &login.user, password.as_ref().map_or("", |password| password.as_str())];
        if lengths.iter().any(|length| *length > LONGEST) || texts.into_iter().any(unseen) {
            return Err(AppError::invalid("proxy"));
        }
        if proxy.kind != ProxyKind::ByHand {
            return Ok((Proxy { kind: proxy.kind, ..Proxy::default() }, Arc::default()));
        }
        let address = written(&address(&proxy.address)?);
        let user = login.user.trim().to_owned();
        let login = match password {
            _ if user.is_empty() => Arc::default(),
            Some(password) => Arc::new(Login::new(address.clone(), user, password)),
            None => {
                let known = self.login().clone();
                let same = known.is_for(&address) && known.user() == user;
                if same { known } else { Arc::new(Login::new(address.clone(), user, Zeroizing::default())) }
            }
        };
        Ok((Proxy { kind: proxy.kind, address, exceptions: proxy.exceptions.trim().to_owned() }, login))
    }

    fn login(&self) -> MutexGuard<'_, Arc<Login>> {
        self.proxy_login.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has requests take the way that is set.
    pub(crate) fn choose_route(&self) {
        let chosen = self.settings().and_then(|settings| {
            let login = self.login().clone();
            // Whoever was to log in to another proxy logs in to none.
            let login = if login.is_for(&settings.proxy.address) { login } else { Arc::default() };
            route(&settings.proxy, login)
        });
        // Where that cannot be read, nothing goes by a way that nobody asked for.
        self.host.take_route(chosen.unwrap_or_else(|error| {
            tracing::warn!(code = ?error.code_of(), "the way to the server that is set cannot be read");
            Route::Nowhere
        }));
    }

    /// Takes the login out of a vault that was opened, or puts into it what was typed before there was one.
    pub(crate) fn login_of(&self, office: &Office<H>) {
        let typed = self.login().clone();
        let kept = if typed.user().is_empty() { office.kept_login().map(|kept| *self.login() = kept) } else { office.keep_login(&typed) };
        if let Err(error) = kept {
            tracing::warn!(code = ?error.code_of(), "the login of the proxy was not kept");
        }
        self.choose_route();
    }

    /// Lets go of the login, with the vault that it lies in; gives it to whoever throws that vault away.
    pub(crate) fn forget_login(&self) -> Arc<Login> {
        let login = std::mem::take(&mut *self.login());
        self.choose_route();
        login
    }

    /// Takes a login back that was forgotten.
    pub(crate) fn know_login(&self, login: Arc<Login>) {
        *self.login() = login;
        self.choose_route();
    }
}

impl<H: Host> Office<H> {
    fn kept_login(&self) -> Result<Arc<Login>, AppError> {
        let kept = self.vault.read(|view| Ok::<_, AppError>(view.meta(KEPT)?))?.map(Zeroizing::new);
        Ok(kept.and_then(|kept| Login::decode(&kept)).map(Arc::new).unwrap_or_default())
    }

    fn keep_login(&self, login: &Login) -> Result<(), AppError> {
        self.vault.write(|writer| {
            if login.user().is_empty() {
                writer.remove_meta(KEPT)?;
            } else {
                writer.put_meta(KEPT, &login.encode())?;
            }
            Ok(())
        })
    }
}

/// The way that a proxy as kept leads.
fn route(proxy: &Proxy, login: Arc<Login>) -> Result<Route, AppError> {
    Ok(match proxy.kind {
        ProxyKind::Direct => Route::Direct,
        ProxyKind::System => Route::System,
        ProxyKind::ByHand => {
            Route::Through(Arc::new(ThroughProxy { address: address(&proxy.address)?, exceptions: proxy.exceptions.clone(), login }))
        }
    })
}

/// The address of a proxy as typed. A user in it would stand in the settings: there is a field for that.
fn address(text: &str) -> Result<Url, AppError> {
    let text = text.trim();
    let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let url: Option<Url> = text.parse().ok();
    let plain = |url: &Url| {
        matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| !host.is_empty())
            && url.username().is_empty()
            && url.password().is_none()
            && matches!(url.path(), "" | "/")
            && url.query().is_none()
            && url.fragment().is_none()
    };
    url.filter(plain).ok_or(AppError::invalid("proxy"))
}

fn written(address: &Url) -> String {
    address.as_str().trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_host_and_a_port_and_nothing_else() {
        for (typed, kept) in [
            ("proxy.example:3128", "http://proxy.example:3128"),
            (" https://proxy.example/ ", "https://proxy.example"),
            ("http://[fd00::1]:8080", "http://[fd00::1]:8080"),
        ] {
            assert_eq!(address(typed).map(|address| written(&address)).unwrap(), kept);
        }
        for typed in
            ["", "http://", "ftp://proxy.example", "socks5://proxy.example", "http://elira:secret@proxy.example", "proxy.example/way"]
        {
            assert!(address(typed).is_err(), "{typed}");
        }
    }
}
