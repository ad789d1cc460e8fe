//! The table: who may use whom, and what each room may never mention.

use super::source::{Mention, mentions};

/// One row of the table.
struct Room {
    name: &'static str,
    /// Other rooms that it may use.
    uses: &'static [&'static str],
    /// Paths from outside that it may never mention: one word stands for that word anywhere in a path.
    never: &'static [&'static str],
}

/// The window and what draws it.
const WINDOW: &[&str] = &["egui", "eframe", "epaint", "rfd"];

/// The world: with any of these a room could fail from outside or answer differently twice.
const WORLD: &[&str] = &[
    "egui",
    "eframe",
    "epaint",
    "rfd",
    "serde",
    "serde_json",
    "ron",
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "Timestamp::now",
    "Zoned::now",
    "directories",
    "tempfile",
    "rand",
];

/// Dialogs and files, which a view asks the app for.
const FILES: &[&str] = &["rfd", "eframe", "std::fs", "std::net", "std::process", "directories"];

/// The window, and the disk.
const OUTSIDE: &[&str] = &["egui", "eframe", "epaint", "rfd", "std::fs", "std::process", "directories", "tempfile"];

/// What reaches out of this machine.
const NET: &[&str] = &["ureq", "std::net"];

const MODEL: &[&str] = &["model"];
const BELOW_SESSION: &[&str] =
    &["model", "edit", "command", "import", "fetch", "storage", "merge", "interop", "report", "lint", "suggest", "compare"];
const BELOW_CLI: &[&str] =
    &["model", "edit", "command", "import", "fetch", "storage", "merge", "interop", "report", "lint", "suggest", "compare", "session"];
const EVERYTHING: &[&str] = &[
    "model", "edit", "command", "import", "fetch", "storage", "merge", "interop", "report", "lint", "suggest", "compare", "session", "cli",
    "widget", "view", "app",
];

const ROOMS: &[Room] = &[
    Room { name: "model", uses: &[], never: WORLD },
    Room { name: "edit", uses: MODEL, never: WORLD },
    Room { name: "command", uses: &["model", "edit"], never: WINDOW },
    Room { name: "import", uses: MODEL, never: WINDOW },
    // Bytes from the web, which know nothing of articles.
    Room { name: "fetch", uses: &[], never: OUTSIDE },
    Room { name: "storage", uses: &["model", "edit"], never: WINDOW },
    Room { name: "merge", uses: &["model", "edit"], never: WORLD },
    Room { name: "interop", uses: MODEL, never: WINDOW },
    Room { name: "report", uses: &["model", "lint", "compare"], never: WINDOW },
    // A rule compares what a number says with what its words say, as the reader of numbers has them.
    Room { name: "lint", uses: &["model", "suggest"], never: WINDOW },
    Room { name: "suggest", uses: MODEL, never: WINDOW },
    Room { name: "compare", uses: &["model", "suggest"], never: WINDOW },
    Room { name: "session", uses: BELOW_SESSION, never: WINDOW },
    Room { name: "cli", uses: BELOW_CLI, never: WINDOW },
    Room { name: "widget", uses: &[], never: FILES },
    Room { name: "view", uses: &["model", "edit", "command", "session", "widget", "report", "lint", "suggest", "compare"], never: FILES },
    Room { name: "app", uses: EVERYTHING, never: &[] },
    Room { name: "main", uses: &["cli", "app"], never: &["rfd"] },
    Room { name: "lib", uses: EVERYTHING, never: WORLD },
    // What tests are written with; not in the program.
    Room { name: "testing", uses: &["model", "edit", "suggest"], never: WINDOW },
];

/// Every breach of the table in one file, as `file:line: what and which rule`. `file` is relative to the package, with
/// forward slashes.
pub fn violations(file: &str, text: &str) -> Vec<String> {
    let inside: Vec<&str> = file.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    let Some(room) = ROOMS.iter().find(|room| inside.first() == Some(&room.name)) else {
        return vec![format!("{file}:1: no room of this name in the table of tests/architecture/rooms.rs")];
    };
    let module: Vec<&str> = inside.iter().copied().filter(|name| *name != "mod").collect();
    let is_test_file = is_test_file(&inside);
    mentions(text, module.len())
        .iter()
        .filter_map(|mention| breach(room, mention, mention.is_test || is_test_file).map(|rule| (mention.line, rule)))
        .map(|(line, rule)| format!("{file}:{line}: {rule}"))
        .collect()
}

/// Ways to a disk past the trait: the library's, and what it hangs on paths.
const DISK: &[&str] = &[
    "std::fs",
    "unix::fs",
    "windows::fs",
    "tempfile",
    "canonicalize",
    "exists",
    "is_dir",
    "is_file",
    "is_symlink",
    "metadata",
    "read_dir",
    "symlink_metadata",
    "try_exists",
];

/// Every place outside of tests in one file that touches a disk, as `file:line: what`.
pub fn touches_of_disk(file: &str, text: &str) -> Vec<String> {
    touches(file, text, DISK)
}

/// Every place outside of tests in one file that reaches out of this machine.
pub fn touches_of_net(file: &str, text: &str) -> Vec<String> {
    touches(file, text, NET)
}

fn touches(file: &str, text: &str, ways: &[&str]) -> Vec<String> {
    let inside: Vec<&str> = file.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    if is_test_file(&inside) {
        return Vec::new();
    }
    let depth = inside.iter().filter(|name| **name != "mod").count();
    let touches = mentions(text, depth).into_iter().filter(|mention| !mention.is_test && ways.iter().any(|way| mention.contains(way)));
    touches.map(|mention| format!("{file}:{}: {}", mention.line, mention.path.join("::"))).collect()
}

/// Also the files of a folder `tests`, which are modules of the file of that name.
fn is_test_file(inside: &[&str]) -> bool {
    inside.iter().skip(1).any(|name| matches!(*name, "tests" | "testing"))
}

fn breach(room: &Room, mention: &Mention, is_test: bool) -> Option<String> {
    let Room { name, uses, never } = room;
    if let Some(other) = mention.room() {
        let is_room = ROOMS.iter().any(|room| room.name == other);
        let is_allowed = other == *name || uses.contains(&other) || (other == "testing" && is_test);
        return (is_room && !is_allowed).then(|| {
            let allowed = if uses.is_empty() { "no other room".to_owned() } else { uses.join(", ") };
            format!("`crate::{other}` is out of reach here: {name} may use {allowed}")
        });
    }
    let forbidden = never.iter().find(|path| mention.contains(path))?;
    (!is_test).then(|| format!("`{forbidden}` has no place in {name}, which must not know it"))
}
