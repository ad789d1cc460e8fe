//! Tickmark: a desk for fact-checkers.

pub mod edit;
pub mod model;

#[cfg(test)]
pub mod testing;
#[cfg(feature = "gui")]
pub mod widget;
