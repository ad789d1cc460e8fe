//! Three files as one input, parted by lines of three hyphens: whatever they hold, they merge without a panic into a sound project that
//! is saved and read back as it is.

use tickmark::merge::merge;
use tickmark::storage::{read, to_ron};

/// Runs one input. Gives whether it was three projects that could be merged.
pub fn run(data: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(data) else { return false };
    let mut states = text.split("\n---\n").map(|state| read(state.as_bytes()).map(|opened| opened.project));
    let (Some(Ok(base)), Some(Ok(ours)), Some(Ok(theirs))) = (states.next(), states.next(), states.next()) else { return false };
    let Ok(merged) = merge(&base, &ours, &theirs) else { return false };
    let Ok(again) = read(to_ron(&merged.project).as_bytes()) else { panic!("the merged project cannot be read") };
    // What one state could not place is kept aside, and may find its place in the merged one.
    if merged.project.kept().records.is_empty() {
        assert!(again.warnings.iter().all(|warning| warning.left_out.is_none()), "something dangles: {:?}", again.warnings);
        assert_eq!(again.project, merged.project);
    }
    assert!(merged.flags.iter().all(|flag| merged.project.flags().get(&flag.id) == Some(flag)));
    true
}
