//! The fuzz target for merge: `cargo +nightly fuzz run merge`.
#![no_main]

#[path = "../targets/merge.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
