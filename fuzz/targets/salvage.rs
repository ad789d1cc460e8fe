//! Any bytes as a damaged file: what is salvaged is a sound file of its version, and damage is told inside the file.

use tickmark::storage::read;
use tickmark::storage::salvage::salvage;

/// Runs one input. Gives how many records were salvaged.
pub fn run(data: &[u8]) -> usize {
    let lines = data.split(|byte| *byte == b'\n').count();
    let mut records = 0;
    for version in [1, 2] {
        let salvaged = salvage(data, version);
        assert!(salvaged.damage.iter().chain(&salvaged.strange).all(|damage| (1..=lines).contains(&damage.position.line)));
        if salvaged.records > 0 {
            let Ok(opened) = read(salvaged.text.as_bytes()) else { panic!("what was salvaged cannot be read:\n{}", salvaged.text) };
            assert!(opened.is_whole(), "{:?}", opened.damage);
        }
        records += salvaged.records;
    }
    records
}
