//! What is told of an address on the web before anything is asked for.

use crate::fetch::Address;

/// Whom an address would ask, and for what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// The host that would be asked.
    pub host: String,
    /// The whole address as it would be asked for.
    pub address: String,
    /// Whether nobody on the way can read or change the answer.
    pub is_encrypted: bool,
}

/// What an address that was typed would ask for; or why it is none, in words.
///
/// # Errors
/// When it is no address that can be fetched.
pub fn asking(typed: &str) -> Result<Asking, String> {
    let address = Address::typed(typed).map_err(|error| error.to_string())?;
    Ok(Asking { host: address.host().to_owned(), address: address.to_string(), is_encrypted: address.is_encrypted() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_told_who_would_be_asked_for_what() {
        let check = |typed: &str, host: &str, address: &str, is_encrypted| {
            let expected = Asking { host: host.to_owned(), address: address.to_owned(), is_encrypted };
            assert_eq!(asking(typed), Ok(expected));
        };
        check("Example.org/news#top", "example.org", "https://example.org/news", true);
        check("http://localhost:81", "localhost", "http://localhost:81/", false);
        assert!(asking("file:///etc/passwd").unwrap_err().starts_with("Only pages of the web can be fetched"));
    }
}
