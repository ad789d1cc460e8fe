//! How much of a file is read before it is refused in words.

use std::time::Duration;

/// Largest file that is opened, bytes.
pub const FILE_BYTES: u64 = 200 * 1024 * 1024;

/// Most bytes that the parts of an archive may unpack to, together.
pub const UNPACKED_BYTES: u64 = 500 * 1024 * 1024;

/// Most bytes for each packed byte, once more than [`RATIO_FREE_BYTES`] are unpacked.
pub const UNPACKED_RATIO: u64 = 200;

/// What may be unpacked whatever the ratio, bytes: a short text packs very well.
pub const RATIO_FREE_BYTES: u64 = 16 * 1024 * 1024;

/// Most parts of an archive.
pub const ARCHIVE_PARTS: usize = 20_000;

/// Deepest nesting of elements, groups or lists that is followed.
pub const DEPTH: usize = 512;

/// Most pages.
pub const PAGES: usize = 20_000;

/// Longest text of one article, bytes.
pub const TEXT_BYTES: usize = 200 * 1024 * 1024;

/// Longest time that a reader in a process of its own is waited for.
pub const TIME: Duration = Duration::from_secs(60);

/// Most memory that it may take, bytes.
pub const MEMORY_BYTES: u64 = 2 * 1024 * 1024 * 1024;
