//! Talks to the terminal. A reader that has gone away (`| head`) is no fault of ours, so nothing here fails.

use std::io::Write;

/// Says a line on standard output.
pub(super) fn say(words: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{words}");
}

/// Says a line on standard error, with a full stop.
pub fn complain(words: &str) {
    let stop = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    let _ = writeln!(std::io::stderr().lock(), "{words}{stop}");
}
