//! The real window on a real (virtual) screen, driven by real mouse and key events: the main job from opening articles to
//! the exported report, across a restart; selecting with the mouse; what other programs hand over. Needs Xvfb, xdotool,
//! xclip and a GL driver; without them it says so and passes, but on the build machine their absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
// Clippy takes helpers for tests, too.
#![cfg(test)]

mod common;
#[path = "window/job.rs"]
mod job;
#[path = "window/keyboard.rs"]
mod keyboard;
#[path = "window/mouse.rs"]
mod mouse;
#[path = "window/neighbours.rs"]
mod neighbours;
#[path = "common/screen.rs"]
mod screen;
