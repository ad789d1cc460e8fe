//! Tickmark: a desk for fact-checkers.

pub mod edit;
pub mod lint;
pub mod model;

#[cfg(test)]
pub mod testing;
#[cfg(feature = "gui")]
pub mod widget;
