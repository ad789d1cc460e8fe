//! The corpora of the fuzz targets for project files and for salvage, each input whole, cut and with bytes changed.
#![allow(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "../fuzz/targets/project.rs"]
mod project;
#[path = "../fuzz/targets/salvage.rs"]
mod salvage;

/// The inputs of a corpus, each with some that were made of it.
fn inputs(corpus: &str) -> Vec<Vec<u8>> {
    let folder = format!("{}/fuzz/corpus/{corpus}", env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let whole = std::fs::read(entry.unwrap().path()).unwrap();
        for at in (0..whole.len()).step_by(1 + whole.len() / 12) {
            all.push(whole.get(..at).unwrap().to_vec());
            let mut changed = whole.clone();
            *changed.get_mut(at).unwrap() ^= 1 << (at % 8);
            all.push(changed);
        }
        all.push(whole);
    }
    all
}

#[test]
fn whatever_opens_is_saved_and_opens_again() {
    let inputs = inputs("project");
    let opened = inputs.iter().filter(|input| project::run(input)).count();
    assert!(inputs.len() > 60 && opened > inputs.len() / 4, "{opened} of {} opened", inputs.len());
}

#[test]
fn whatever_is_salvaged_is_a_sound_file() {
    let inputs = inputs("salvage");
    let records: usize = inputs.iter().map(|input| salvage::run(input)).sum();
    assert!(inputs.len() > 60 && records > 100, "{records} records of {} inputs", inputs.len());
}
