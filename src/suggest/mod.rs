//! Suggestions with their reason: which entries of the register are perhaps the same, and who says what in a sentence. They change
//! nothing; the checker takes them or not.

pub mod attribution;
mod lexicon;
pub mod same_source;

pub use attribution::{Attribution, CannotSplit, attribution};
pub use same_source::{SameSource, Why, same_sources};
