//! A file outside the project that something rests on: named by its path, proved by its hash.

use super::unknown::Unknown;

/// A file kept somewhere on this machine or the desk's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptFile {
    /// Where it is.
    pub path: String,
    /// SHA-256 of its bytes in hexadecimal digits, as it was when it was added.
    pub sha256: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl KeptFile {
    /// The last part of the path, whatever system wrote it.
    pub fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path)
    }
}
