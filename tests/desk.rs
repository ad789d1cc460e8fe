//! The whole program without a screen: the main job by label, and every key of the catalogue.
#![cfg(feature = "gui")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    reason = "a test stops at the first surprise, says what it saw, and waits for the program"
)]

#[path = "desk/job.rs"]
mod job;
#[path = "desk/keys.rs"]
mod keys;
#[path = "desk/trial.rs"]
mod trial;
