//! The lines of journals and histories: a checksum and what the line says, as RON. Read so that any tail may be torn.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rows::PartRow;
use crate::storage::record::parse;

/// The version of the journal that this program writes.
pub const VERSION: u32 = 1;

/// What one line says.
#[derive(Debug, Serialize, Deserialize)]
pub enum Line {
    /// What the journal follows: the first line.
    Journal(Heading),
    /// The words of an article, before the first step that needs them.
    Text(TextRow),
    /// Something that was done.
    Step(StepRow),
    /// The project is about to be saved as it was after a step.
    Snapshot(SnapshotRow),
}

/// What a journal follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Version of the journal.
    pub version: u32,
    /// Identity of the project.
    pub project: String,
    /// What the project was called.
    pub name: String,
    /// The file that the project belongs to; none where it has no name yet.
    pub file: Option<String>,
    /// SHA-256 of the snapshot that the first step follows, hexadecimal digits.
    pub base: String,
    /// Number of the first step.
    pub first: u64,
}

/// The words of an article.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TextRow {
    /// Their SHA-256, hexadecimal digits.
    pub sha256: String,
    /// The words, with line feeds.
    pub text: String,
}

/// A numbered deed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StepRow {
    /// Its number; numbers go up by one.
    pub seq: u64,
    /// What was done.
    pub kind: Kind,
    /// The step that was taken back, if any.
    pub back: Option<PartRow>,
    /// The step that was then carried out, if any.
    pub forth: Option<PartRow>,
}

/// What a deed was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A step, in place of the one taken back if there is one.
    Done,
    /// Undo.
    Undone,
    /// Redo.
    Redone,
}

/// A snapshot that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotRow {
    /// The last step that it holds.
    pub seq: u64,
    /// SHA-256 of its bytes, hexadecimal digits.
    pub sha256: String,
}

/// Writes a line, its line feed included.
///
/// # Errors
/// The serialiser's; none that a row is known to cause.
pub fn encode(line: &Line) -> Result<String, ron::Error> {
    let body = ron::to_string(line)?;
    Ok(format!("{:08x} {body}\n", crc32fast::hash(body.as_bytes())))
}

/// Reads a line without its line feed; nothing where it is torn or no line of ours.
fn decode(bytes: &[u8]) -> Option<Line> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (sum, body) = text.split_once(' ')?;
    let is_whole = sum.len() == 8 && u32::from_str_radix(sum, 16).ok()? == crc32fast::hash(body.as_bytes());
    if is_whole { parse(body).ok() } else { None }
}

/// What a line is about, without reading all of it; nothing where it is torn.
pub enum Subject<'a> {
    /// A step, by its number.
    Step(u64),
    /// The words of an article, by their SHA-256.
    Text(&'a str),
    /// A snapshot that was begun.
    Snapshot,
    /// What the journal follows.
    Heading,
}

impl<'a> Subject<'a> {
    /// Looks at the beginning of a line.
    pub fn of(line: &'a [u8]) -> Option<Self> {
        let text = std::str::from_utf8(line).ok()?;
        let (sum, body) = text.split_once(' ')?;
        if u32::from_str_radix(sum, 16).ok()? != crc32fast::hash(body.as_bytes()) {
            return None;
        }
        let step = body.strip_prefix("Step((seq:").and_then(|rest| rest.split(',').next()?.parse().ok());
        let words = body.strip_prefix("Text((sha256:\"").and_then(|rest| rest.split('"').next());
        let other = if body.starts_with("Snapshot(") { Subject::Snapshot } else { Subject::Heading };
        Some(step.map(Subject::Step).or(words.map(Subject::Text)).unwrap_or(other))
    }
}

/// What was read of a journal or a history.
#[derive(Debug, Default)]
pub struct Contents {
    /// Its first line; none in a history.
    pub heading: Option<Heading>,
    /// The words of articles by their SHA-256.
    pub texts: BTreeMap<String, String>,
    /// The steps, their numbers one after the other without a gap.
    pub steps: Vec<StepRow>,
    /// Where the line of each step ends, bytes.
    pub ends: Vec<usize>,
    /// The snapshots that were begun.
    pub snapshots: Vec<SnapshotRow>,
    /// Where the last good line ends, bytes.
    pub good: usize,
    /// Whether something stands behind the last good line, or is missing before the last one.
    pub is_torn: bool,
}

/// Reads lines up to the first that is missing. A line that was torn and then written again is passed over, and so is one that
/// stands twice.
pub fn read(bytes: &[u8]) -> Contents {
    let mut contents = Contents::default();
    let mut at = 0;
    for piece in bytes.split(|byte| *byte == b'\n') {
        let end = (at + piece.len() + 1).min(bytes.len());
        if let Some(line) = decode(piece) {
            if !contents.take(line) {
                break;
            }
            contents.good = end;
            contents.ends.resize(contents.steps.len(), end);
        }
        at = end;
    }
    contents.is_torn = bytes.get(contents.good..).is_some_and(|tail| tail.iter().any(|byte| !byte.is_ascii_whitespace()));
    contents
}

impl Contents {
    /// Takes a line; false where steps before it are missing.
    fn take(&mut self, line: Line) -> bool {
        match line {
            Line::Journal(heading) => drop(self.heading.get_or_insert(heading)),
            Line::Text(row) => drop(self.texts.insert(row.sha256, row.text)),
            Line::Snapshot(row) => self.snapshots.push(row),
            Line::Step(row) => {
                let first = self.heading.as_ref().map_or(row.seq, |heading| heading.first);
                let next = self.steps.last().map_or(first, |last| last.seq.saturating_add(1));
                match row.seq.cmp(&next) {
                    std::cmp::Ordering::Equal => self.steps.push(row),
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Greater if self.heading.is_some() => return false,
                    // A history may be forgotten, and what matters is its end.
                    std::cmp::Ordering::Greater => {
                        self.steps = vec![row];
                        self.ends.clear();
                    }
                }
            }
        }
        true
    }

    /// The number of the last step; of the one before the first where there are none.
    pub fn last(&self) -> u64 {
        let before_first = || self.heading.as_ref().map_or(0, |heading| heading.first.saturating_sub(1));
        self.steps.last().map_or_else(before_first, |step| step.seq)
    }

    /// The last step that a file with this SHA-256 holds; nothing where the journal does not follow such a file.
    pub fn held_by(&self, sha256: &str) -> Option<u64> {
        let heading = self.heading.as_ref()?;
        let begun = self.snapshots.iter().rev().find(|snapshot| snapshot.sha256 == sha256);
        let is_base = heading.base == sha256;
        begun.map(|snapshot| snapshot.seq).or_else(|| is_base.then(|| heading.first.saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(seq: u64) -> String {
        encode(&Line::Step(StepRow { seq, kind: Kind::Done, back: None, forth: None })).unwrap()
    }

    fn heading() -> String {
        let (project, base) = ("0000000000001".to_owned(), "ab".to_owned());
        encode(&Line::Journal(Heading { version: VERSION, project, name: "T\n“x”".into(), file: None, base, first: 5 })).unwrap()
    }

    #[track_caller]
    fn check(text: &str, expected: &[u64], is_torn: bool) {
        let read = read(text.as_bytes());
        assert_eq!(read.steps.iter().map(|step| step.seq).collect::<Vec<_>>(), expected, "{text}");
        assert_eq!(read.is_torn, is_torn, "{text}");
    }

    #[test]
    fn a_line_is_one_line_and_proves_itself() {
        let line = heading();
        assert_eq!(line.matches('\n').count(), 1);
        assert!(decode(line.trim_end().as_bytes()).is_some());
        assert!(decode(line.trim_end().replace("ab", "ac").as_bytes()).is_none());
    }

    #[test]
    fn steps_are_read_up_to_the_first_that_is_missing() {
        let whole = heading() + &step(5) + &step(6);
        check(&whole, &[5, 6], false);
        check(whole.trim_end(), &[5, 6], false);
        check(&whole[..whole.len() - 3], &[5], true);
        check(&(whole.clone() + &step(8)), &[5, 6], true);
        check(&(heading() + &step(6)), &[], true);
        check("", &[], false);
        check("something else", &[], true);
    }

    #[test]
    fn a_torn_line_that_was_written_again_does_no_harm() {
        let torn = &step(6)[..20];
        check(&(heading() + &step(5) + torn + "\n" + &step(6) + &step(7)), &[5, 6, 7], false);
        check(&(heading() + &step(5) + &step(6) + "\n" + &step(5) + &step(6) + &step(7)), &[5, 6, 7], false);
    }

    #[test]
    fn a_snapshot_that_was_begun_says_what_its_file_holds() {
        let begun = encode(&Line::Snapshot(SnapshotRow { seq: 6, sha256: "cd".into() })).unwrap();
        let read = read((heading() + &step(5) + &step(6) + &begun + &step(7)).as_bytes());
        assert_eq!(["ab", "cd", "ef"].map(|hash| read.held_by(hash)), [Some(4), Some(6), None]);
        assert_eq!(read.last(), 7);
    }
}
