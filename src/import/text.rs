//! Plain text.

use crate::model::document::Meta;
use crate::model::document::meta;

/// What the reader is called in an article's origin.
pub fn reader(encoding: &str) -> String {
    format!("plain text ({encoding})")
}

/// What can be read off the text.
pub fn propose(decoded: &str) -> Meta {
    meta::propose(decoded.strip_prefix('\u{feff}').unwrap_or(decoded))
}
