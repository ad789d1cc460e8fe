//! The corpus of the fuzz target for PDF files, each of its inputs whole, cut, and with a byte changed in places.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "../fuzz/targets/pdf.rs"]
mod target;

#[test]
fn whatever_is_read_as_a_pdf_file_is_sound() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/pdf");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let whole = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(target::run(&whole) > 0, "an input of the corpus has words");
        for at in (0..whole.len()).step_by(11) {
            target::run(&whole[..at]);
            let mut changed = whole.clone();
            changed[at] = changed[at].wrapping_add(13);
            read += usize::from(target::run(&changed) > 0);
        }
    }
    assert!(read > 50, "{read} were read");
}
