//! Any bytes as a PDF file: it is read or refused, without a crash, and what is read is sound.

use tickmark::import::{Wish, pdf};

/// Runs one input. Gives how many bytes of words it has.
pub fn run(data: &[u8]) -> usize {
    let Ok(draft) = pdf::read(data, &Wish::default()) else { return 0 };
    assert!(!draft.is_empty());
    let read = draft.freeze();
    for part in read.structure.parts() {
        assert!(!read.text.slice(part.span).is_empty());
    }
    read.text.len()
}
