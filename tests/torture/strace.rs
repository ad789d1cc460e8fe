//! Injects faults into the system calls of a real process, by strace.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// The calls by which a file is looked at, written and put in its place.
const FILE_CALLS: &[&str] = &[
    "openat",
    "read",
    "write",
    "close",
    "statx",
    "newfstatat",
    "fstat",
    "lseek",
    "readlink",
    "chmod",
    "fchmod",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "link",
    "linkat",
    "mkdir",
    "flock",
    "fcntl",
    "ftruncate",
    "copy_file_range",
    "getdents64",
];

/// One call of a process: its name, and its place among the calls of that name, from 1.
pub type Call = (String, usize);

/// Whether strace is there and may trace.
pub fn is_there() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = tried.is_ok_and(|status| status.success());
    assert!(is_there || std::env::var_os("CI").is_none(), "the build machine lacks strace");
    is_there
}

/// All calls of a run of the program in a folder. With `only_files`, those that files are worked on with, from the first
/// one that names `from` on.
pub fn calls(folder: &Path, arguments: &[&str], from: Option<&str>) -> Vec<Call> {
    let log = folder.join("calls.log");
    let output = run(folder, arguments, &["-f", "-o", "calls.log"]);
    assert!(output.status.success(), "{output:?}");
    let text = std::fs::read_to_string(&log).unwrap();
    std::fs::remove_file(log).unwrap();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = Vec::new();
    let mut has_begun = from.is_none();
    for line in text.lines() {
        let Some((name, rest)) = line.split_once(' ').and_then(|(_, call)| call.trim_start().split_once('(')) else { continue };
        if !name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_') {
            continue;
        }
        let count = counts.entry(name.to_owned()).or_default();
        *count += 1;
        has_begun |= from.is_some_and(|from| rest.contains(from));
        if has_begun && (from.is_none() || FILE_CALLS.contains(&name)) {
            found.push((name.to_owned(), *count));
        }
    }
    found
}

/// Runs the program and kills it when it is about to do that call.
pub fn kill_at(folder: &Path, arguments: &[&str], (name, nth): &Call) -> Output {
    run(folder, arguments, &["-f", "-o", "/dev/null", "-e", &format!("inject={name}:signal=KILL:when={nth}")])
}

/// Runs the program and lets that call fail.
pub fn fail_at(folder: &Path, arguments: &[&str], (name, nth): &Call, error: &str) -> Output {
    run(folder, arguments, &["-f", "-o", "/dev/null", "-e", &format!("inject={name}:error={error}:when={nth}")])
}

/// Starts the program and lets it wait half a second before each call of that name.
pub fn start_slow(folder: &Path, arguments: &[&str], name: &str) -> Child {
    let inject = format!("inject={name}:delay_enter=500000");
    let mut command = traced(folder, arguments, &["-f", "-o", "/dev/null", "-e", &inject]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn run(folder: &Path, arguments: &[&str], tracing: &[&str]) -> Output {
    traced(folder, arguments, tracing).output().unwrap()
}

fn traced(folder: &Path, arguments: &[&str], tracing: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.args(tracing).arg(env!("CARGO_BIN_EXE_tickmark")).args(arguments).current_dir(folder).stdin(Stdio::null());
    command.env("HOME", folder).env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_DATA_HOME", folder.join("data"));
    command
}
