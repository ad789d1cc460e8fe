//! Tickmark: a desk for fact-checkers.

#![cfg_attr(
    test,
    allow(
        clippy::string_slice,
        clippy::single_range_in_vec_init,
        reason = "in a test a panic is the report, and one span is a list of spans"
    )
)]

pub mod cli;
pub mod command;
pub mod edit;
pub mod import;
pub mod lint;
pub mod model;
pub mod report;
pub mod session;
pub mod storage;

#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "gui")]
pub mod view;
#[cfg(feature = "gui")]
pub mod widget;

#[cfg(test)]
pub mod testing;
