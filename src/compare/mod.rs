//! Articles against each other: which passages they share though reworded, what was changed in them, and which of many articles belong
//! together. It compares words and claims to understand none: what only a reader can know is called reworded.

mod changes;
pub mod claims;
pub mod drafts;
pub mod figures;
mod lexicon;
mod pairing;
pub mod pairs;
pub mod passages;
pub mod reading;
mod wording;

pub use changes::{Change, Speaker};
pub use figures::Figure;
pub use pairs::{Index, Pair};
pub use passages::{Comparison, Passage, Side, compare};
pub use reading::Reading;
pub use wording::Hunk;

#[cfg(test)]
mod tests;
