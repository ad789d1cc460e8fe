//! The fuzz target for salvage: `cargo +nightly fuzz run salvage`.
#![no_main]

#[path = "../targets/salvage.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
