//! The corpus of the fuzz target for merges, and each of its inputs cut at every line and with lines left out.
#![allow(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "../fuzz/targets/merge.rs"]
mod target;

#[test]
fn whatever_is_merged_is_sound_and_is_read_back_as_it_was_saved() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/merge");
    let (mut inputs, mut merged) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let whole = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(target::run(whole.as_bytes()), "an input of the corpus merges");
        let lines: Vec<&str> = whole.lines().collect();
        for at in 0..lines.len() {
            let without: Vec<&str> = lines.iter().enumerate().filter(|(nth, _)| *nth != at).map(|(_, line)| *line).collect();
            merged += usize::from(target::run(without.join("\n").as_bytes()));
            target::run(lines[..at].join("\n").as_bytes());
            inputs += 2;
        }
    }
    assert!(inputs > 100 && merged > 30, "{merged} of {inputs} could be merged");
}
