//! The fuzz target for office files, books and subtitles: `cargo +nightly fuzz run office`.
#![no_main]

#[path = "../targets/office.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
