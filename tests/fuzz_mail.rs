//! The corpus of the fuzz target for mails, each input whole, cut, and with a byte changed in places.
#![allow(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "../fuzz/targets/mail.rs"]
mod target;

/// Runs the target on its corpus, of which every input is read. Gives how many inputs were made of it, and how many of those were read.
fn tried() -> (usize, usize) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/mail");
    let (mut made, mut read) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let whole = std::fs::read(&path).unwrap();
        assert!(target::run(&whole) > 0, "{} has words", path.display());
        for at in (0..whole.len()).step_by(1 + whole.len() / 100) {
            let mut changed = whole.clone();
            *changed.get_mut(at).unwrap() ^= 1 << (at % 8);
            for input in [whole.get(..at).unwrap(), &changed] {
                read += usize::from(target::run(input) > 0);
                made += 1;
            }
        }
    }
    (made, read)
}

#[test]
fn whatever_is_read_as_a_mail_is_sound() {
    let (made, read) = tried();
    assert!(made > 400 && read > made / 3, "{read} of {made}");
}
