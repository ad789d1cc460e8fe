//! The fuzz target for PDF files: `cargo +nightly fuzz run pdf`.
#![no_main]

#[path = "../targets/pdf.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    target::run(data);
});
