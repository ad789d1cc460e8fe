//! What every draft of a page or a mail keeps to.

use tickmark::import::{Draft, Refusal};

/// Gives how many bytes of words were read. Its parts have words, and its links lead to the web or to a mailbox.
pub fn words(read: Result<Draft, Refusal>) -> usize {
    let Ok(draft) = read else { return 0 };
    assert!(!draft.is_empty());
    let read = draft.freeze();
    for part in read.structure.parts() {
        assert!(!read.text.slice(part.span).is_empty());
    }
    for target in read.structure.targets() {
        let lower = target.to_ascii_lowercase();
        assert!(["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)), "{target}");
    }
    read.text.len()
}
