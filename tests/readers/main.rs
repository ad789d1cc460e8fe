//! The readers of formats, over real files of each.

#![cfg(test)]

#[path = "../common/mod.rs"]
#[allow(dead_code, reason = "each test binary uses a part of it")]
mod common;

mod encodings;
mod gold;
mod hostile;
mod html;
mod office;
mod pdf;
mod words;
