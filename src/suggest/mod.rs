//! Suggestions with their reason: what could be marked in an article, which entries of the register are perhaps the same, which figures
//! measure the same, and who says what in a sentence. They change nothing; the checker takes them or not.

pub mod article;
pub mod attribution;
pub mod checks;
mod lexicon;
pub mod quantity;
pub mod same_measure;
pub mod same_source;
pub mod speakers;
pub mod worth;

pub use article::{Attributed, Suggestion, Suggestions};
pub use attribution::{Attribution, CannotSplit, attribution};
pub use same_measure::{Proposal, same_measure};
pub use same_source::{SameSource, Why, same_sources};
