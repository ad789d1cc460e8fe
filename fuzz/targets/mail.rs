//! Any bytes as a mail, as a web page that was saved as a mail or as a web archive, and as a text in whatever encoding: they are read or
//! refused, without a crash, and what is read is sound.

#[path = "sound.rs"]
mod sound;

use tickmark::import::{Wish, charset, mail, webarchive};

/// Runs one input. Gives how many bytes of words it has.
pub fn run(data: &[u8]) -> usize {
    let wish = Wish::default();
    let decoded = charset::decode(data, charset::declared(data), None);
    assert!(decoded.lost <= decoded.text.matches('\u{fffd}').count());
    let wished = charset::decode(data, None, Some(&decoded.encoded.name));
    assert_eq!((wished.text, wished.lost), (decoded.text, decoded.lost));
    sound::words(mail::read(data, &wish)).max(sound::words(mail::read_page(data, &wish))).max(sound::words(webarchive::read(data, &wish)))
}
