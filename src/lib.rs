//! Tickmark: a desk for fact-checkers.

pub mod command;
pub mod edit;
pub mod import;
pub mod lint;
pub mod model;
pub mod report;
pub mod session;
pub mod storage;

#[cfg(feature = "gui")]
pub mod view;
#[cfg(feature = "gui")]
pub mod widget;

#[cfg(test)]
pub mod testing;
