//! A page from the web, fetched when somebody asks for it: one request and its redirects, no cookies, within limits of size and time.
//! What it finds is bytes; reading them is the matter of `import`.

mod address;
mod answer;
mod punycode;
#[cfg(test)]
mod tests;
mod trouble;

use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use ureq::http::{Response, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

pub use address::{Address, NotAnAddress};
pub use trouble::FetchError;

/// What a server learns of who asks.
const AGENT: &str = concat!("Tickmark/", env!("CARGO_PKG_VERSION"));

/// What is asked for: pages first, then whatever can be read as an article.
const WANTED: &str = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.5";

/// Bytes that are read before it is asked again whether they are still wanted.
const BLOCK: usize = 64 * 1024;

/// How often it is asked whether a page is still wanted.
const GLANCE: Duration = Duration::from_millis(50);

/// How much is fetched before it is given up in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Largest page, bytes, after unpacking.
    pub bytes: usize,
    /// Longest time for all of it, redirects included.
    pub time: Duration,
    /// Most redirects that are followed.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 20 * 1024 * 1024, time: Duration::from_secs(30), redirects: 5 }
    }
}

/// A page as it was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// Where it was found at last.
    pub address: Address,
    /// The addresses that were asked before, in their order, each of which sent on to the next one.
    pub redirects: Vec<Address>,
    /// What the server says it is, as `text/html`, in lower case; blank where it says nothing.
    pub kind: String,
    /// The encoding in which the server says its letters are.
    pub charset: Option<String>,
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
}

/// Fetches a page. Nothing that it refers to is fetched. Who sets `is_cancelled` need not wait for a server that does not answer.
///
/// The way leads over the proxy that the environment names (`HTTPS_PROXY` and the like), but for this machine itself.
///
/// # Errors
/// In words with a next step: when it cannot be reached, is not there, is no text, goes beyond the limits, or the way to it is not safe.
pub fn fetch(address: &Address, limits: &Limits, is_cancelled: &AtomicBool) -> Result<Fetched, FetchError> {
    let (sender, answers) = channel();
    let is_given_up = Arc::new(AtomicBool::new(is_cancelled.load(Ordering::Relaxed)));
    let (asked, limits, until_given_up) = (address.clone(), *limits, Arc::clone(&is_given_up));
    let asking = move || {
        // Nobody hears it where it was given up.
        let _ = sender.send(go(&asked, &limits, &trust(), &until_given_up));
    };
    let lost = |what: String| FetchError::Unreached { host: address.host().to_owned(), what };
    std::thread::Builder::new().name("fetching".into()).spawn(asking).map_err(|error| lost(error.to_string()))?;
    loop {
        match answers.recv_timeout(GLANCE) {
            Ok(answer) => return answer,
            Err(RecvTimeoutError::Disconnected) => return Err(lost("a fault in the program".to_owned())),
            Err(RecvTimeoutError::Timeout) if is_cancelled.load(Ordering::Relaxed) => {
                is_given_up.store(true, Ordering::Relaxed);
                return Err(FetchError::Cancelled);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// Who may vouch for an encrypted site: whom this computer trusts, so that a page arrives through a proxy that signs with an authority of
/// its own. Where the system has no list of them, the one that is built in is taken. Nobody is asked over the network.
fn trust() -> TlsConfig {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let roots = if trusted.is_empty() {
        RootCerts::WebPki
    } else {
        RootCerts::from(trusted.iter().map(|authority| Certificate::from_der(authority).to_owned()).collect::<Vec<_>>())
    };
    TlsConfig::builder().root_certs(roots).build()
}

/// Follows redirects until a page is there. `trust` says who may vouch for an encrypted site.
fn go(address: &Address, limits: &Limits, trust: &TlsConfig, is_cancelled: &AtomicBool) -> Result<Fetched, FetchError> {
    let until = Instant::now() + limits.time;
    let mut redirects: Vec<Address> = Vec::new();
    let mut address = address.clone();
    loop {
        if is_cancelled.load(Ordering::Relaxed) {
            return Err(FetchError::Cancelled);
        }
        let failed = |error| FetchError::of(error, &address, limits);
        let mut response = ask(&address, trust, until).map_err(failed)?;
        if let Some(next) = next(&address, &response)? {
            if redirects.len() == limits.redirects {
                return Err(FetchError::TooManyRedirects { count: redirects.len(), last: address.to_string() });
            }
            redirects.push(std::mem::replace(&mut address, next));
            continue;
        }
        let status = response.status();
        if !status.is_success() {
            return Err(FetchError::Status { address: address.to_string(), code: status.as_u16() });
        }
        let (kind, charset) = answer::kind_and_charset(header_of(&response, &header::CONTENT_TYPE).as_deref().unwrap_or(""));
        if let Some(what) = answer::no_article(&kind) {
            return Err(FetchError::NoArticle { address: address.to_string(), what });
        }
        let bytes = read(response.body_mut().as_reader(), &address, limits, is_cancelled)?;
        return Ok(Fetched { address, redirects, kind, charset, bytes });
    }
}

/// Asks one server for one address.
fn ask(address: &Address, trust: &TlsConfig, until: Instant) -> Result<Response<ureq::Body>, ureq::Error> {
    let left = until.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
    let proxy = if address.is_of_this_machine() { None } else { ureq::Proxy::try_from_env() };
    let config = ureq::Agent::config_builder()
        // Each redirect is looked at here before it is followed.
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(left))
        .proxy(proxy)
        .tls_config(trust.clone())
        .user_agent(AGENT)
        .accept(WANTED)
        .build();
    config.new_agent().get(address.as_str()).call()
}

/// Where the answer sends on to, if it does.
fn next(address: &Address, response: &Response<ureq::Body>) -> Result<Option<Address>, FetchError> {
    let location = match (response.status().as_u16(), header_of(response, &header::LOCATION)) {
        (301 | 302 | 303 | 307 | 308, Some(location)) => location,
        _ => return Ok(None),
    };
    let bad = |why| FetchError::BadRedirect { from: address.to_string(), to: location.clone(), why };
    let next = address.follow(&location).map_err(bad)?;
    if address.is_encrypted() && !next.is_encrypted() {
        return Err(FetchError::Downgrade { from: address.to_string(), to: next.to_string() });
    }
    Ok(Some(next))
}

/// A header in words, whatever bytes it holds.
fn header_of(response: &Response<ureq::Body>, name: &header::HeaderName) -> Option<String> {
    response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

fn read(mut body: impl Read, address: &Address, limits: &Limits, is_cancelled: &AtomicBool) -> Result<Vec<u8>, FetchError> {
    let (mut bytes, mut block) = (Vec::new(), vec![0; BLOCK]);
    loop {
        if is_cancelled.load(Ordering::Relaxed) {
            return Err(FetchError::Cancelled);
        }
        match body.read(&mut block) {
            Ok(0) => return Ok(bytes),
            Ok(len) => bytes.extend_from_slice(block.get(..len).unwrap_or_default()),
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(FetchError::of(error.into(), address, limits)),
        }
        if bytes.len() > limits.bytes {
            return Err(FetchError::TooLarge { address: address.to_string(), most: limits.bytes });
        }
    }
}

impl Fetched {
    /// A file name for it, by the last part of its address and with an ending that says what it is.
    pub fn file_name(&self) -> String {
        self.address.file_name(&self.kind)
    }
}
