//! What an edit of a large project costs the thread that hands it over, and how long until it is safe on disk.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tickmark::edit::Deed;
use tickmark::edit::draft::{Draft, Signature};
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::{Claim, Status};
use tickmark::model::id::{AnnotationId, ChangeId, ClaimId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::storage::Disk;
use tickmark::storage::journal::{Event, Unit, Writer};

use super::clock::Stopwatch;
use super::{middle_and_most, project};

const MARKS: u64 = 100_000;
const EDITS: u64 = 200;

/// The lines about journalling.
pub fn table() -> String {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder for the bench");
    let mut project = project::project(MARKS);
    let writer = Writer::start(Disk, (Unit::new(folder.path(), &project), 0), || ());
    // The first edit of a project without a file brings a copy of all of it along.
    let (first, _) = hand_over(&writer, &mut project, 1);
    let first_safe = wait(&writer, 1);
    let (mut computed, mut went_by, mut safe) = (Vec::new(), Vec::new(), Vec::new());
    for revision in 2..=EDITS + 1 {
        let handed = hand_over(&writer, &mut project, revision);
        computed.push(handed.0);
        went_by.push(handed.1);
        safe.push(wait(&writer, revision));
    }
    assert!(writer.end(true, Duration::from_secs(60)), "the journal is written");
    let (computed, went_by, safe) = (middle_and_most(computed), middle_and_most(went_by), middle_and_most(safe));
    format!(
        "## Journalling\n\n{EDITS} edits, one after the other, in a project of {MARKS} marks: a mark with its claim, or a status with its line of history. Where there \
         is one core, the thread that writes may take it in the middle of a hand-over, so that is told twice.\n\n\
         | | middle | longest | target |\n|---|---:|---:|---:|\n\
         | hand-over, computed by the thread of the caller | {:.3} ms | {:.3} ms | 1 ms |\n\
         | the same, time that went by | {:.3} ms | {:.3} ms | |\n\
         | from the hand-over until it is safe on disk | {:.1} ms | {:.1} ms | 50 ms |\n\
         | the first edit of a project without a file: hand-over, computed | {first:.3} ms | | 1 ms |\n\
         | the same until it and the copy of the project are safe | {first_safe:.1} ms | | |\n\n",
        computed.0, computed.1, went_by.0, went_by.1, safe.0, safe.1,
    )
}

/// Makes an edit and hands it over; milliseconds of the hand-over alone, computed and gone by.
fn hand_over(writer: &Writer, project: &mut Project, revision: u64) -> (f64, f64) {
    let deed = edit(project, revision);
    let (began, watch) = (Instant::now(), Stopwatch::start());
    writer.write(vec![deed], revision, project);
    (watch.ms(), began.elapsed().as_secs_f64() * 1e3)
}

/// Waits for the word that a revision is safe; milliseconds that the thread says it took.
fn wait(writer: &Writer, revision: u64) -> f64 {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(60) {
        for event in writer.events() {
            match event {
                Event::Synced { revision: safe, waited } if safe >= revision => return waited.as_secs_f64() * 1e3,
                Event::Synced { .. } => {}
                Event::Failed(words) => panic!("{words}"),
            }
        }
        std::thread::park_timeout(Duration::from_micros(200));
    }
    panic!("revision {revision} is never safe")
}

/// By turns a new mark with its claim, and another status.
fn edit(project: &mut Project, revision: u64) -> Deed {
    let (id, at) = (Uid(1_000_000_000 + 10 * revision), Moment::from_ms(1_950_000_000_000));
    let (claim, old) =
        project.claims().iter().nth(revision as usize * 100).map(|(id, claim)| (*id, claim.clone())).expect("there are many");
    let mark = project.annotations().values().nth(revision as usize * 100).cloned().expect("there are many");
    let number = MARKS as u32 + revision as u32;
    let mut draft = Draft::new(project);
    let done = if revision.is_multiple_of(2) {
        let new = Claim { restatement: old.restatement, ..Claim::new(ClaimId(id), old.home, number, at, "RK") };
        draft.add(new).and_then(|()| draft.add(Annotation { id: AnnotationId(id), mention: Mention::Claim(ClaimId(id)), ..mark }))
    } else {
        draft.change::<Claim>(claim, |claim| claim.status = Status::Asked)
    };
    done.expect("it fits");
    let mut next = id.0;
    let step = draft.finish("edit", &Signature { at, by: "RK".to_owned() }, || {
        next += 1;
        ChangeId(Uid(next))
    });
    Deed::Done { step: Some(Arc::new(step.expect("it ends"))), in_place_of: None }
}
