//! Any bytes as a web page: it is read or refused, without a crash; what is read is sound, and its links lead to the web or to a mailbox.

#[path = "sound.rs"]
mod sound;

use tickmark::import::{Wish, html};

/// Runs one input, for its article and for all of its words. Gives how many bytes of words it has.
pub fn run(data: &[u8]) -> usize {
    let read = |whole_page| html::read(data, &Wish { whole_page, ..Wish::default() });
    sound::words(read(false)).max(sound::words(read(true)))
}
