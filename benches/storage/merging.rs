//! How long a merge takes: 10,000 records, of which each side has changed a third, its own or the same ones.

use std::hint::black_box;

use tickmark::edit::Draft;
use tickmark::merge::merge;
use tickmark::model::claim::{Claim, Status};
use tickmark::model::document::{Document, Meta, Text};
use tickmark::model::id::{ClaimId, DocumentId, ProjectId, SourceId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::source::Source;

use super::clock::Stopwatch;
use super::middle_and_most;

const RECORDS: u64 = 10_000;

/// The lines about merging.
pub fn table() -> String {
    let base = project();
    let own = measure(&base, &work(&base, 1, "Ask."), &work(&base, 2, "Call."));
    let same = measure(&base, &work(&base, 1, "Ask."), &work(&base, 1, "Call."));
    format!(
        "## Merging\n\n{RECORDS} records, half claims and half sources, of which each side changed a third.\n\n\
         | | middle | longest | target |\n|---|---:|---:|---:|\n\
         | each side changed its own | {:.1} ms | {:.1} ms | 100 ms |\n\
         | both changed the same, each in its own way | {:.1} ms | {:.1} ms | 100 ms |\n",
        own.0, own.1, same.0, same.1,
    )
}

/// Milliseconds of merges: the middle one and the longest.
fn measure(base: &Project, ours: &Project, theirs: &Project) -> (f64, f64) {
    let times = (0..15).map(|_| {
        let watch = Stopwatch::start();
        let _ = black_box(merge(black_box(base), black_box(ours), black_box(theirs)));
        watch.ms()
    });
    middle_and_most(times.collect())
}

/// Claims and sources, half and half.
fn project() -> Project {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let mut draft = Draft::new(&mut project);
    let document = DocumentId(Uid(2));
    let text = Text::freeze("The dyke at Orva held, the minister’s office said.");
    draft
        .add(Document {
            id: document,
            text,
            meta: Meta::default(),
            opened: Moment::default(),
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            structure: Default::default(),
            unknown: Default::default(),
        })
        .expect("an article fits");
    draft.reorder(vec![document]).expect("its order fits");
    for number in 1..=RECORDS / 2 {
        let id = Uid(number + 10);
        let claim = Claim {
            restatement: format!("The dyke at Orva held for {number} minutes."),
            ..Claim::new(ClaimId(id), document, number as u32, Moment::default(), "RK")
        };
        draft.add(claim).expect("a claim fits");
        draft.add(Source::named(SourceId(id), &format!("The minister’s office of {number}"))).expect("a source fits");
    }
    project
}

/// Changes every third claim and source, beginning with this one.
fn work(base: &Project, first: u64, note: &str) -> Project {
    let mut project = base.clone();
    let mut draft = Draft::new(&mut project);
    for number in (first..=RECORDS / 2).step_by(3) {
        let id = Uid(number + 10);
        draft
            .change(ClaimId(id), |claim: &mut Claim| {
                claim.status = Status::Confirmed;
                claim.note = note.to_owned();
            })
            .expect("it is there");
        draft.change(SourceId(id), |source: &mut Source| source.note = note.to_owned()).expect("it is there");
    }
    project
}
