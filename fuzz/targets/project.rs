//! Any bytes as a project file: whatever opens is saved, opens again as the same project, and is saved to the same bytes.

use tickmark::storage::{read, to_ron};

/// Runs one input. Gives whether it opened.
pub fn run(data: &[u8]) -> bool {
    let Ok(opened) = read(data) else { return false };
    let written = to_ron(&opened.project);
    let Ok(again) = read(written.as_bytes()) else { panic!("what was saved cannot be opened:\n{written}") };
    assert!(again.is_whole(), "what was saved is damaged: {:?}", again.damage);
    assert_eq!(again.project, opened.project);
    assert_eq!(to_ron(&again.project), written);
    true
}
