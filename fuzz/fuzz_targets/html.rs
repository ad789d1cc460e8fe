//! The fuzz target for html: `cargo +nightly fuzz run html`.
#![no_main]

#[path = "../targets/html.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
