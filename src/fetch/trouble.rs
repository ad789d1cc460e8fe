//! Why a page could not be fetched, in words with a next step.

use super::{Address, Limits, NotAnAddress};

/// Why a page could not be fetched.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// It is no address that can be fetched.
    #[error(transparent)]
    Address(#[from] NotAnAddress),
    /// Nothing is fetched in this run.
    #[error(
        "Nothing was asked of {host}: this run was started with --offline. Start without it, or save the page in a browser and open the file."
    )]
    Offline {
        /// The host that would have been asked.
        host: String,
    },
    /// There is no such host, or nobody knows.
    #[error("{host} could not be found. Check the address, and whether this computer is connected.")]
    NoSuchHost {
        /// The host.
        host: String,
    },
    /// It does not answer.
    #[error("{host} could not be reached ({what}). Try again later, or save the page in a browser and open the file.")]
    Unreached {
        /// The host.
        host: String,
        /// What the system says.
        what: String,
    },
    /// Nobody vouches that it is who it says.
    #[error(
        "{host} could not prove that it is the site it says it is ({what}), so nothing was taken from it. Look at it in a browser; if you trust it, save the page there and open the file."
    )]
    Unproved {
        /// The host.
        host: String,
        /// What is wrong with its proof.
        what: String,
    },
    /// It does not speak encrypted.
    #[error(
        "{host} does not answer encrypted. If you want the page all the same, type its address with http://; what arrives could then be changed on the way."
    )]
    Open {
        /// The host.
        host: String,
    },
    /// It answers that there is no page.
    #[error("{address} was not fetched: the site answers {}. {}", status_words(*.code), status_step(*.code))]
    Status {
        /// The address.
        address: String,
        /// The number by which it says so.
        code: u16,
    },
    /// It sends on and on.
    #[error(
        "The site sent on {count} times, and {last} sends on again. Open the page in a browser and copy the address that it shows in the end."
    )]
    TooManyRedirects {
        /// How many redirects were followed.
        count: usize,
        /// The address that was asked last.
        last: String,
    },
    /// It sends on to where everybody on the way can read and change what is answered.
    #[error(
        "{from} sends on to {to}, which is not encrypted: what arrives from there could be changed on the way. Type that address, with its http://, if you want it all the same."
    )]
    Downgrade {
        /// The address that was asked.
        from: String,
        /// Where it sends on to.
        to: String,
    },
    /// It sends on to what is no address.
    #[error("{from} sends on to “{to}”, which was not followed: {why}")]
    BadRedirect {
        /// The address that was asked.
        from: String,
        /// Where it sends on to.
        to: String,
        /// Why that is none.
        why: NotAnAddress,
    },
    /// It is longer than a page.
    #[error("{address} is larger than {} MB and was not fetched further. Save it in a browser and open the file.", megabytes(*.most))]
    TooLarge {
        /// The address.
        address: String,
        /// What is fetched at most, bytes.
        most: usize,
    },
    /// It takes too long.
    #[error(
        "{host} took longer than {seconds} seconds and was given up. Try again later, or save the page in a browser and open the file."
    )]
    TooSlow {
        /// The host.
        host: String,
        /// How long it was waited for.
        seconds: f64,
    },
    /// It is something that cannot be read as an article.
    #[error("{address} is {what}, not an article. Give the address of the page on which it stands.")]
    NoArticle {
        /// The address.
        address: String,
        /// What it is.
        what: &'static str,
    },
    /// The answer breaks off or breaks the rules.
    #[error(
        "The answer of {host} broke off or could not be understood ({what}). Try again, or save the page in a browser and open the file."
    )]
    Broken {
        /// The host.
        host: String,
        /// What is wrong.
        what: String,
    },
    /// The proxy that the environment names does not let it through.
    #[error(
        "The proxy that this computer goes through did not reach {host} ({what}). Ask who looks after it, or save the page in a browser and open the file."
    )]
    Proxy {
        /// The host.
        host: String,
        /// What is wrong.
        what: String,
    },
    /// It is not wanted any more.
    #[error("Stopped; nothing was opened.")]
    Cancelled,
}

impl FetchError {
    /// What an error of the wire means.
    pub(super) fn of(error: ureq::Error, address: &Address, limits: &Limits) -> FetchError {
        let host = address.host().to_owned();
        match error {
            ureq::Error::Timeout(_) => FetchError::TooSlow { host, seconds: limits.time.as_secs_f64() },
            ureq::Error::HostNotFound => FetchError::NoSuchHost { host },
            ureq::Error::Rustls(error) if error.to_string().contains("corrupt message") => FetchError::Open { host },
            ureq::Error::Rustls(error) => FetchError::Unproved { host, what: plain(&error.to_string()) },
            ureq::Error::Tls(what) => FetchError::Unproved { host, what: what.to_owned() },
            ureq::Error::ConnectProxyFailed(what) => FetchError::Proxy { host, what },
            ureq::Error::InvalidProxyUrl => FetchError::Proxy { host, what: "its address is not one".to_owned() },
            ureq::Error::ConnectionFailed => FetchError::Unreached { host, what: "no answer".to_owned() },
            ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => {
                FetchError::TooSlow { host, seconds: limits.time.as_secs_f64() }
            }
            ureq::Error::Io(error) => match error.kind() {
                std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::ConnectionReset => {
                    FetchError::Broken { host, what: plain(&error.to_string()) }
                }
                // A name that nobody knows comes from the system as an error of its own.
                _ if error.to_string().contains("lookup address") => FetchError::NoSuchHost { host },
                _ if error.to_string().contains("corrupt message") => FetchError::Open { host },
                _ if error.to_string().contains("certificate") => FetchError::Unproved { host, what: plain(&error.to_string()) },
                _ => FetchError::Unreached { host, what: plain(&error.to_string()) },
            },
            other => FetchError::Broken { host, what: plain(&other.to_string()) },
        }
    }
}

/// What a library says, without its stop at the end.
fn plain(what: &str) -> String {
    what.trim_end_matches('.').to_owned()
}

fn megabytes(bytes: usize) -> String {
    let megabytes = bytes as f64 / 1024.0 / 1024.0;
    if megabytes < 1.0 { format!("{megabytes:.2}") } else { format!("{megabytes:.0}") }
}

fn status_words(code: u16) -> String {
    let words = match code {
        401 | 407 => "that one has to sign in",
        402 => "that it is to be paid for",
        403 => "that this program may not have it",
        404 => "that there is no such page",
        410 => "that the page was taken away",
        429 => "that it is asked too often",
        451 => "that the law keeps it from showing the page",
        500..=599 => "that something is wrong with it now",
        _ => "something else than a page",
    };
    format!("{words} ({code})")
}

fn status_step(code: u16) -> &'static str {
    match code {
        404 | 410 => "Check the address, or look for an archived copy.",
        429 | 500..=599 => "Try again later.",
        _ => "Open it in a browser, save the page there and open the file.",
    }
}
