//! A file outside the project that something rests on: named by its path, proved by its hash.

use super::unknown::Unknown;

/// A file kept somewhere on this machine or the desk's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptFile {
    /// Where it is: a path, or an address on the web.
    pub path: String,
    /// SHA-256 of its bytes in hexadecimal digits, as it was when it was added.
    pub sha256: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl KeptFile {
    /// The last part of the path, whatever system wrote it; an address on the web is its own name.
    pub fn name(&self) -> &str {
        if self.is_of_web() {
            return &self.path;
        }
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }

    /// Whether it was fetched from the web.
    pub fn is_of_web(&self) -> bool {
        self.path.starts_with("https://") || self.path.starts_with("http://")
    }
}
