//! The whole program without a screen: the main job by label, and every key of the catalogue.
#![cfg(feature = "gui")]
// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "desk/backups.rs"]
mod backups;
#[path = "desk/checking.rs"]
mod checking;
#[path = "desk/closing.rs"]
mod closing;
mod common;
#[path = "desk/comparing.rs"]
mod comparing;
#[path = "desk/drafting.rs"]
mod drafting;
#[path = "desk/evidence.rs"]
mod evidence;
#[path = "desk/focus.rs"]
mod focus;
#[path = "desk/folder.rs"]
mod folder;
#[path = "desk/grouping.rs"]
mod grouping;
#[path = "desk/job.rs"]
mod job;
#[path = "desk/journalling.rs"]
mod journalling;
#[path = "desk/keeping.rs"]
mod keeping;
#[path = "desk/keys.rs"]
mod keys;
#[path = "desk/long.rs"]
mod long;
#[path = "desk/merging.rs"]
mod merging;
#[path = "desk/mouse.rs"]
mod mouse;
#[path = "desk/originals.rs"]
mod originals;
#[path = "desk/page.rs"]
mod page;
#[path = "common/pause.rs"]
mod pause;
#[path = "desk/rereading.rs"]
mod rereading;
#[path = "desk/seen.rs"]
mod seen;
#[path = "common/server.rs"]
#[allow(dead_code, reason = "other tests use more of it")]
mod server;
#[path = "desk/sharing.rs"]
mod sharing;
#[path = "desk/trial.rs"]
mod trial;
#[path = "desk/typing.rs"]
mod typing;
#[path = "desk/undoing.rs"]
mod undoing;
#[path = "desk/web.rs"]
mod web;
#[path = "desk/zoom.rs"]
mod zoom;
