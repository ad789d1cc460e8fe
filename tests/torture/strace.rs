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

/// A run of a program in a folder.
pub struct Traced<'a> {
    /// Where it runs, with a home of its own.
    pub folder: &'a Path,
    /// The program.
    pub program: &'a Path,
    /// Its arguments.
    pub arguments: &'a [&'a str],
}

impl<'a> Traced<'a> {
    /// A run of Tickmark.
    pub fn tickmark(folder: &'a Path, arguments: &'a [&'a str]) -> Self {
        Traced { folder, program: Path::new(env!("CARGO_BIN_EXE_tickmark")), arguments }
    }
}

/// Whether strace is there and may trace.
pub fn is_there() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let is_there = tried.is_ok_and(|status| status.success());
    assert!(is_there || std::env::var_os("CI").is_none(), "the build machine lacks strace");
    is_there
}

/// All calls of a run, each counted within its thread as strace counts them. With `from`, those that files are worked on with, from
/// the first one that names it on.
pub fn calls(traced: &Traced, from: Option<&str>) -> Vec<Call> {
    let log = traced.folder.join("calls.log");
    let output = run(traced, &["-f", "-o", "calls.log"]);
    assert!(output.status.success(), "{output:?}");
    let text = std::fs::read_to_string(&log).unwrap();
    std::fs::remove_file(log).unwrap();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut found = Vec::new();
    let mut has_begun = from.is_none();
    for line in text.lines() {
        let Some((thread, (name, rest))) =
            line.split_once(' ').and_then(|(thread, call)| Some((thread, call.trim_start().split_once('(')?)))
        else {
            continue;
        };
        if !name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_') {
            continue;
        }
        let count = counts.entry((thread, name)).or_default();
        *count += 1;
        has_begun |= from.is_some_and(|from| rest.contains(from));
        let call = (name.to_owned(), *count);
        if has_begun && (from.is_none() || FILE_CALLS.contains(&name)) && !found.contains(&call) {
            found.push(call);
        }
    }
    found
}

/// Runs the program and kills it when it is about to do that call.
pub fn kill_at(traced: &Traced, (name, nth): &Call) -> Output {
    run(traced, &["-f", "-o", "/dev/null", "-e", &format!("inject={name}:signal=KILL:when={nth}")])
}

/// Runs the program and lets that call fail.
pub fn fail_at(traced: &Traced, (name, nth): &Call, error: &str) -> Output {
    run(traced, &["-f", "-o", "/dev/null", "-e", &format!("inject={name}:error={error}:when={nth}")])
}

/// Starts the program and lets it wait half a second before each call of that name.
pub fn start_slow(traced: &Traced, name: &str) -> Child {
    let inject = format!("inject={name}:delay_enter=500000");
    let mut command = command(traced, &["-f", "-o", "/dev/null", "-e", &inject]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn run(traced: &Traced, tracing: &[&str]) -> Output {
    command(traced, tracing).output().unwrap()
}

fn command(Traced { folder, program, arguments }: &Traced, tracing: &[&str]) -> Command {
    let mut command = Command::new("strace");
    command.args(tracing).arg(program).args(*arguments).current_dir(folder).stdin(Stdio::null());
    command.env("HOME", folder).env("XDG_CONFIG_HOME", folder.join("config")).env("XDG_DATA_HOME", folder.join("data"));
    command
}
