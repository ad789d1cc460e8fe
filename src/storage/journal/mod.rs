//! The journal: everything that is done to a project is written down and safe on disk a moment later, whatever becomes of the program
//! after that. Between two snapshots of the project's file it holds every step, one a line, with a checksum; a snapshot begins it anew
//! and its steps go to the history, from which undo goes on after a restart. Read `line` first: it is what stands in the file.
//! `rows` holds the steps, `file` writes, `writer` is the thread, `replay` and `resume` are the way back.

pub mod file;
pub mod line;
pub mod replay;
pub mod resume;
pub mod rows;
pub mod texts;
pub mod writer;

#[cfg(test)]
mod tests;

pub use file::{Unit, sha256};
pub use replay::UNDO_STEPS;
pub use resume::{Read, Resumed, Unsaved, leave, recover, recovered_words, resume, unsaved};
pub use writer::{Event, Link, Writer};
