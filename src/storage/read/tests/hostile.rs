//! Whatever the bytes are, the reader comes back, and what it opened is sound.

use proptest::prelude::*;

use super::*;
use crate::testing::projects::projects;

#[test]
fn hostile_nesting_is_an_error() {
    for sign in ["(", "[", "Some(", "{", "/*", "\"", "r#", "#![enable("] {
        let inside = format!("(version: 1, id: {}", sign.repeat(100_000));
        assert!(read(inside.as_bytes()).is_err());
        assert!(read(sign.repeat(100_000).as_bytes()).is_err());
    }
}

proptest! {
    #[test]
    fn no_change_of_bytes_brings_the_reader_down(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = sample().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(opened) = read(&bytes) {
            prop_assert!(is_sound(&opened));
        }
    }

    #[test]
    fn no_loss_or_repetition_of_a_piece_brings_the_reader_down(from in any::<prop::sample::Index>(), len in 0_usize..60, again in any::<bool>()) {
        let bytes = sample().into_bytes();
        let from = from.index(bytes.len());
        let to = (from + len).min(bytes.len());
        let changed = if again { [&bytes[..to], &bytes[from..]].concat() } else { [&bytes[..from], &bytes[to..]].concat() };
        if let Ok(opened) = read(&changed) {
            prop_assert!(is_sound(&opened));
        }
    }

    #[test]
    fn no_project_cut_short_brings_the_reader_down(project in projects(), at in any::<prop::sample::Index>()) {
        let written = to_ron(&project);
        let end = written.trim_end().len();
        let cut = &written.as_bytes()[..at.index(end)];
        match read(cut) {
            Ok(opened) => prop_assert!(is_sound(&opened) && !opened.is_whole()),
            Err(error) => prop_assert!(matches!(error, ReadError::Truncated(_) | ReadError::NotAProject(_)), "{error}"),
        }
    }
}
