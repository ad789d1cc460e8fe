//! The fuzz target for mail: `cargo +nightly fuzz run mail`.
#![no_main]

#[path = "../targets/mail.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
