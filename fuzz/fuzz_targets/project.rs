//! The fuzz target for project: `cargo +nightly fuzz run project`.
#![no_main]

#[path = "../targets/project.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
