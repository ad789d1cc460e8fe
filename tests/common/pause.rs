//! Waiting for the program.

use std::time::Duration;

/// Waits so many milliseconds.
#[expect(clippy::disallowed_methods, reason = "a test waits for the program")]
pub fn pause(ms: u64) {
    std::thread::sleep(Duration::from_millis(ms));
}
