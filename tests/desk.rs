//! The whole program without a screen: the main job by label, and every key of the catalogue.

#[path = "desk/job.rs"]
mod job;
#[path = "desk/keys.rs"]
mod keys;
#[path = "desk/trial.rs"]
mod trial;
