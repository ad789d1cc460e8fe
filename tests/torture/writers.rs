//! Two writers of one project at the same time: two imports as processes of their own, and an import whose file somebody changes
//! while it is at work.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use super::disk_full::run;
use super::records::{lost, open, records};
use super::saves::ARTICLE;
use super::strace::{self, Traced};
use super::table::{Form, Row};

/// Articles of the two writers: by their first words it is seen whose work is there.
const WRITERS: [(&str, &str); 2] =
    [("a.txt", "Rain goes on\n\nIt rained for 36 hours.\n"), ("b.txt", "Bridge shut\n\nIt was shut at 14:05.\n")];

/// Runs two writers against each other.
pub fn both_orders(form: Form) -> Option<Row> {
    let mut row = Row::default();
    for round in 0..form.choose(8, 200) {
        let folder = desk();
        let before = records(&open(&folder.path().join("p.ron")).unwrap());
        let order = if round % 2 == 0 { [0, 1] } else { [1, 0] };
        let started = order.map(|writer| (writer, start(folder.path(), WRITERS[writer].0)));
        let ended = started.map(|(writer, child)| (writer, child.wait_with_output().unwrap()));
        check(&mut row, &format!("round {round}"), folder.path(), (&before, &ended));
    }
    for round in 0..form.choose(2, 20) {
        changed_meanwhile(&mut row, round);
    }
    Some(row)
}

/// A folder with a project of one article and the articles of the two writers.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("first.txt"), ARTICLE).unwrap();
    for (name, words) in WRITERS {
        fs::write(folder.path().join(name), words).unwrap();
    }
    let made = run(folder.path(), &["import", "--project", "p.ron", "first.txt"]);
    assert!(made.status.success(), "{made:?}");
    folder
}

fn start(folder: &Path, article: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tickmark"));
    command.args(["import", "--project", "p.ron", article]).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What was there is there; whoever ended well has their article in the file, whoever was refused was told so, and nothing is left.
fn check(row: &mut Row, case: &str, folder: &Path, (before, ended): (&BTreeSet<String>, &[(usize, Output)])) {
    let project = match open(&folder.join("p.ron")) {
        Ok(project) => project,
        Err(words) => return row.note(case, before.len(), Some(words)),
    };
    let mut gone = lost(before, &project);
    let mut wrong = None;
    for (writer, output) in ended {
        let headline = WRITERS[*writer].1.lines().next().unwrap();
        let is_there = project.documents().any(|document| document.title() == headline);
        gone += usize::from(output.status.success() && !is_there);
        let is_told = output.status.code() == Some(2) && String::from_utf8_lossy(&output.stderr).contains("was not changed");
        if !output.status.success() && (is_there || !is_told) {
            wrong = Some(format!("{output:?}"));
        }
    }
    let left: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let left = left.into_iter().find(|name| name.starts_with('.'));
    row.note(case, gone, wrong.or(left.map(|name| format!("{name} is left"))));
}

/// Somebody who knows no locks writes to the file after an import has read it and before it saves.
fn changed_meanwhile(row: &mut Row, round: usize) {
    if !strace::is_there() {
        return;
    }
    let folder = desk();
    let before = records(&open(&folder.path().join("p.ron")).unwrap());
    let article = folder.path().join(WRITERS[1].0);
    let elsewhere = folder.path().join("elsewhere.ron");
    fs::copy(folder.path().join("p.ron"), &elsewhere).unwrap();
    let other = run(folder.path(), &["import", "--project", "elsewhere.ron", article.to_str().unwrap()]);
    assert!(other.status.success(), "{other:?}");
    let slow = strace::start_slow(&Traced::tickmark(folder.path(), &["import", "--project", "p.ron", WRITERS[0].0]), "fsync");
    for _ in 0..6_000 {
        if has_temporary(folder.path()) {
            break;
        }
        super::pause::pause(5);
    }
    fs::rename(&elsewhere, folder.path().join("p.ron")).unwrap();
    let output = slow.wait_with_output().unwrap();
    assert!(!output.status.success(), "it came too late: {output:?}");
    check(row, &format!("changed meanwhile {round}"), folder.path(), (&before, &[(0, output), (1, other)]));
}

fn has_temporary(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().any(|entry| entry.unwrap().path().extension().is_some_and(|ending| ending == "tmp"))
}
