//! A project file and a journal, parted by a line of three hyphens: whatever they hold, what is read is in order and inside the input,
//! and what is replayed is a sound project of which undo and redo come back to the same. Lines are also tried with checksums that fit,
//! so that changed words get past them.

use std::collections::BTreeMap;

use tickmark::model::project::Project;
use tickmark::storage::journal::UNDO_STEPS;
use tickmark::storage::journal::line::{self, Contents, Line};
use tickmark::storage::journal::replay::{history, replay};
use tickmark::storage::{read, to_ron};

/// Runs one input. Gives how many steps were done again.
pub fn run(data: &[u8]) -> u64 {
    let Ok(text) = std::str::from_utf8(data) else { return look(data, None) };
    let Some((base, journal)) = text.split_once("\n---\n") else { return look(data, None) };
    let project = read(base.as_bytes()).ok().map(|opened| opened.project);
    let vouched: String = journal.lines().map(vouch).collect();
    look(journal.as_bytes(), project.as_ref()).max(look(vouched.as_bytes(), project.as_ref()))
}

/// Reads a journal and replays it.
fn look(journal: &[u8], project: Option<&Project>) -> u64 {
    let contents = line::read(journal);
    assert_eq!(contents.ends.len(), contents.steps.len());
    assert!(contents.ends.is_sorted() && contents.ends.iter().all(|end| *end <= contents.good) && contents.good <= journal.len());
    assert!(contents.steps.windows(2).all(|pair| matches!(pair, [one, other] if other.seq == one.seq + 1)), "steps have a gap");
    assert_eq!(written_again(&contents).steps.len(), contents.steps.len());
    let Some(project) = project else { return 0 };
    let after = contents.steps.first().map_or(0, |step| step.seq.saturating_sub(1));
    let replayed = replay(project.clone(), &contents, after);
    let done = contents.steps.iter().take_while(|step| step.seq <= replayed.last);
    assert_eq!(replayed.is_whole, done.clone().count() == contents.steps.len());
    if replayed.last > after {
        check_sound(project, &replayed.project);
    }
    check_history(&replayed.project, &contents.texts, done.clone().cloned().collect());
    replayed.last - after
}

/// The same steps in lines of their own.
fn written_again(contents: &Contents) -> Contents {
    let lines = contents.steps.iter().filter_map(|step| line::encode(&Line::Step(step.clone())).ok());
    line::read(lines.collect::<String>().as_bytes())
}

/// What a sound project became is read back as it was saved.
fn check_sound(before: &Project, project: &Project) {
    let opened = |project: &Project| read(to_ron(project).as_bytes()).ok().map(|opened| opened.project);
    // A project that does not come back as it is was never in a file; the journal is none the wiser.
    if opened(before).as_ref() == Some(before) {
        assert_eq!(opened(project).as_ref(), Some(project), "what was replayed is not read back as it was saved");
    }
}

/// Undo as far as it goes and redo end where they began.
fn check_history(project: &Project, texts: &BTreeMap<String, String>, steps: Vec<line::StepRow>) {
    let mut history = history(project, texts, steps.iter(), UNDO_STEPS);
    let mut state = project.clone();
    let mut undone = 0;
    while matches!(history.undo(&mut state), Ok(Some(_))) {
        undone += 1;
    }
    assert!(history.is_empty(), "a step of undo does not fit");
    for _ in 0..undone {
        assert!(matches!(history.redo(&mut state), Ok(Some(_))), "a step of redo does not fit");
    }
    assert_eq!(&state, project);
}

/// A line with the checksum that its words have.
fn vouch(line: &str) -> String {
    let body = line.split_once(' ').map_or(line, |(_, body)| body);
    format!("{:08x} {body}\n", crc32(body.as_bytes()))
}

/// CRC-32 as in ISO 3309, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}
