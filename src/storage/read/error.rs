//! Why a file cannot be opened, in words, with the place and a next step.

use std::fmt;

use crate::storage::salvage::Damage;

/// A place in a file, as text editors count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in code points.
    pub column: usize,
}

impl Position {
    /// The place of a byte in a text; one past the end counts as the end.
    pub fn of_byte(text: &str, byte: usize) -> Self {
        let mut byte = byte.min(text.len());
        while !text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = text.get(..byte).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
        Position { line, column }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// Why bytes are not a project that this version can open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are not UTF-8.
    #[error("This is not a Tickmark project, or it is damaged: at {0} it stops being text. Open another file, or a backup of this one")]
    NotText(Position),
    /// It is text, but no project.
    #[error(
        "This is not a Tickmark project: one begins with a version number, and none stands at {0}. To check an article, use Open article"
    )]
    NotAProject(Position),
    /// The file ends before the project does.
    #[error("The project file is cut off: it ends at {0}, before the project does. Open a backup or the recovery copy")]
    Truncated(Position),
    /// A newer version of the program wrote it.
    #[error(
        "A newer version of Tickmark wrote this project: it has file version {version} ({position}), and this program reads up to {ours}. \
         Update Tickmark to open it; the file is unharmed"
    )]
    Newer {
        /// The version that the file states.
        version: u64,
        /// The version that this program reads.
        ours: u32,
        /// Where the file states it.
        position: Position,
    },
    /// Something in it is not as the format wants it.
    #[error("The project file has a fault at {position}: {fault}. Mend that place in a text editor, or open a backup")]
    Malformed {
        /// Where.
        position: Position,
        /// What, as the parser says it.
        fault: String,
    },
}

impl ReadError {
    /// The place at which a file is damaged, where that is what is wrong with it.
    pub fn as_damage(&self) -> Option<Damage> {
        let (position, fault) = match self {
            ReadError::NotText(position) => (*position, "it is no text".to_owned()),
            ReadError::Truncated(position) => (*position, "the file ends before the project does".to_owned()),
            ReadError::Malformed { position, fault } => (*position, fault.clone()),
            ReadError::NotAProject(_) | ReadError::Newer { .. } => return None,
        };
        Some(Damage { list: String::new(), position, fault, text: String::new() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_code_points_from_one() {
        let check = |byte, line, column| assert_eq!(Position::of_byte("é1\n\n34", byte), Position { line, column }, "{byte}");
        check(0, 1, 1);
        check(1, 1, 1);
        check(2, 1, 2);
        check(4, 2, 1);
        check(6, 3, 2);
        check(99, 3, 3);
    }
}
