//! The corpus of the fuzz target for journals, each input whole, cut, and with bytes changed and lines left out or doubled.
#![allow(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "../fuzz/targets/journal.rs"]
mod target;

#[test]
fn whatever_is_replayed_is_sound_and_undone_and_redone() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fuzz/corpus/journal");
    let (mut inputs, mut replayed, mut most) = (0, 0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let whole = std::fs::read(entry.unwrap().path()).unwrap();
        let steps = target::run(&whole);
        assert!(steps > 0, "an input of the corpus is replayed");
        most = most.max(steps);
        for input in made_of(&whole) {
            replayed += usize::from(target::run(&input) > 0);
            inputs += 1;
        }
    }
    assert!(most >= 20 && inputs > 100 && replayed > inputs / 4, "{replayed} of {inputs} were replayed, {most} steps at most");
}

/// Inputs made of one.
fn made_of(whole: &[u8]) -> Vec<Vec<u8>> {
    let mut made = Vec::new();
    for at in (0..whole.len()).step_by(1 + whole.len() / 16) {
        made.push(whole.get(..at).unwrap().to_vec());
        for bit in [0, 3, 5] {
            let mut changed = whole.to_vec();
            *changed.get_mut(at).unwrap() ^= 1 << bit;
            made.push(changed);
        }
    }
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    let first = lines.iter().position(|line| *line == b"---\n").unwrap();
    for at in first + 1..lines.len() {
        let (before, rest) = lines.split_at(at);
        made.push([before.concat(), rest.get(1..).unwrap().concat()].concat());
        made.push([before.concat(), rest.first().unwrap().to_vec(), rest.concat()].concat());
    }
    made
}
