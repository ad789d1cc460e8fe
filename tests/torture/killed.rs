//! A process that journals its steps and saves, as the window does: killed at every system call on files, or each of them fails.
//! It is this very program, started again.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Output;
use std::time::Duration;

use tickmark::storage::journal::Writer;
use tickmark::storage::journal::resume::{Read, Resumed, resume};
use tickmark::storage::journal::{UNDO_STEPS, sha256};
use tickmark::storage::{self, Condition, Disk};

use super::records::{lost, records};
use super::steps::{Work, start};
use super::strace::{self, Call, Traced};
use super::table::{Form, Row};

const FLAG: &str = "--journal-steps-here";
const FILE: &str = "orva.ron";
const JOURNALS: &str = "journals";
const STEPS: usize = 8;
const PATIENCE: Duration = Duration::from_secs(20);

/// Kills the process when it is about to do a call.
pub fn at_every_call(form: Form) -> Option<Row> {
    over_every_call(form, strace::kill_at)
}

/// Lets a call fail.
pub fn every_call_fails(form: Form) -> Option<Row> {
    let mut row = Row::default();
    for error in form.choose(&["EIO"][..], &["ENOSPC", "EIO", "EACCES"][..]) {
        row.join(over_every_call(form, |traced, call| strace::fail_at(traced, call, error))?);
    }
    Some(row)
}

fn over_every_call(form: Form, inject: impl Fn(&Traced, &Call) -> Output) -> Option<Row> {
    if !strace::is_there() {
        return None;
    }
    let (work, mut row) = (Work::new(), Row::default());
    let program = std::env::current_exe().unwrap();
    let desk = || {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), storage::to_ron(&start())).unwrap();
        folder
    };
    let calls = {
        let folder = desk();
        strace::calls(&Traced { folder: folder.path(), program: &program, arguments: &[FLAG] }, Some(FILE))
    };
    for call in calls.iter().step_by(form.choose(5, 1)) {
        let folder = desk();
        let output = inject(&Traced { folder: folder.path(), program: &program, arguments: &[FLAG] }, call);
        let said = String::from_utf8_lossy(&output.stdout);
        let safe = said.lines().filter_map(|line| line.strip_prefix("safe ")?.parse().ok()).max().unwrap_or(0_usize);
        let case = format!("{} {}", call.0, call.1);
        let resumed = match open(folder.path()) {
            Ok(resumed) => resumed,
            Err(words) => {
                row.note(&case, records(&work.states[safe]).len(), Some(words));
                continue;
            }
        };
        let found = work.states.iter().rposition(|state| *state == resumed.project);
        let is_there = found.is_some_and(|found| found >= safe);
        let gone = if is_there { 0 } else { lost(&records(&work.states[safe]), &resumed.project).max(1) };
        row.note(&case, gone, (!is_there).then(|| format!("{safe} steps were called safe, found {found:?}, {:?}", resumed.remarks)));
    }
    Some(row)
}

/// Opens the project in a folder with its journal, as the next start does.
fn open(folder: &Path) -> Result<Resumed, String> {
    let file = folder.join(FILE);
    let bytes = fs::read(&file).map_err(|error| error.to_string())?;
    let opened = storage::read(&bytes).map_err(|error| error.to_string())?;
    let snapshot = Read { project: opened.project, file: Some(file), sha256: Some(sha256(&bytes)), undo_steps: UNDO_STEPS };
    Ok(resume(&Disk, &folder.join(JOURNALS), snapshot))
}

/// Journals steps in the folder where this process was started for it, saves after half of them, and says what is safe.
pub fn answer(words: &[String]) -> bool {
    if words.iter().all(|word| word != FLAG) {
        return false;
    }
    let work = Work::new();
    let here = std::env::current_dir().unwrap();
    let resumed = open(&here).unwrap();
    let writer = Writer::start(Disk, (resumed.unit, 0), || ());
    let say = |revision: usize| {
        println!("safe {revision}");
        std::io::stdout().flush().unwrap();
    };
    for (revision, deed) in (1..).zip(&work.deeds[..STEPS]) {
        writer.write(vec![deed.clone()], revision as u64, &work.states[revision]);
        if writer.link().flush(PATIENCE) {
            say(revision);
        }
        if revision == STEPS / 2 {
            let saved = writer.link().save(&Disk, &here.join(FILE), (&work.states[revision], revision as u64), &Condition::default());
            if saved.is_ok() {
                say(revision);
            }
        }
    }
    if writer.end(true, PATIENCE) {
        say(STEPS);
    }
    true
}
