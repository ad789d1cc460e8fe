//! One file, read in a process of its own.

use std::process::{Command, Stdio};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use tickmark::import::{self, Wish};

use super::samples::Sample;

/// What tells this program that it is to read one file: behind it its path, its password and its encoding, blank where there is none.
pub const ARGUMENT: &str = "--one";

/// What became of a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct Outcome {
    /// Its text, or why it was refused.
    pub read: Result<String, String>,
    /// Title, author and date that were found.
    pub facts: [String; 3],
    /// How long it took, in milliseconds, without starting the process.
    pub ms: f64,
    /// The most memory that the process has used, in kilobytes.
    pub peak_kb: u64,
    /// Whether the process ended as it should: with words, whatever it read.
    pub has_ended: bool,
}

/// Reads a file and prints what became of it.
pub fn read(arguments: &[String]) {
    let [path, password, encoding] = arguments else { panic!("{arguments:?}") };
    let given = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
    let wish = Wish { password: given(password), encoding: given(encoding), ..Wish::default() };
    let bytes = std::fs::read(path).unwrap();
    let begun = Instant::now();
    let read = import::read_as(path, bytes, &wish);
    let ms = begun.elapsed().as_secs_f64() * 1000.0;
    let (read, facts) = match read {
        Ok(read) => (Ok(read.text.as_str().to_owned()), [read.meta.title, read.meta.byline, read.meta.published]),
        Err(error) => (Err(error.to_string()), Default::default()),
    };
    let outcome = Outcome { read, facts, ms, peak_kb: peak_kb(), has_ended: true };
    println!("{}", serde_json::to_string(&outcome).unwrap());
}

/// The most memory that this process has used so far; 0 where the system does not tell.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// Has a file read, and tells what became of it.
pub fn of(sample: &Sample) -> Outcome {
    let word = |word: &Option<String>| word.clone().unwrap_or_default();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg(ARGUMENT).arg(&sample.path).arg(word(&sample.password)).arg(word(&sample.encoding));
    let output = command.stderr(Stdio::null()).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| Outcome {
        read: Err(format!("the process ended with {}", output.status)),
        facts: Default::default(),
        ms: 0.0,
        peak_kb: 0,
        has_ended: false,
    })
}
