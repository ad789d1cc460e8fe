//! The longest steps of the drawing thread: what a single key or a result from the background makes it compute.

use tickmark::command::Command;
use tickmark::command::catalogue::Action;
use tickmark::lint::Findings;
use tickmark::model::annotation::Tag;
use tickmark::model::document::Text;
use tickmark::model::id::DocumentId;
use tickmark::model::lookup::Lookup;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::session::{IdSource, Session};

use super::clock::Stopwatch;
use super::texts::{self, FIRST, Language, SECOND};
use super::{Case, MB};

const NOW: Moment = Moment::from_ms(1_795_271_520_000);
/// How often each is done.
const TIMES: usize = 5;

/// A step and how long the drawing thread computed, milliseconds, middle one of a few.
pub type Step = (&'static str, f64);

/// Measures all of them.
pub fn measure() -> Vec<Step> {
    type Doing = fn() -> f64;
    let steps: [(&'static str, Doing); 6] = [
        ("tag every occurrence of a rare phrase in 10 MB", || every_occurrence("United States Northern Command")),
        ("tag every occurrence of a frequent word in 10 MB", || every_occurrence("the")),
        ("remove an article of 10 MB with 100,000 marks", remove_article),
        ("bring it back", bring_back),
        ("take over that the sentences of 10 MB with 100,000 marks are known", take_counted),
        ("show a project with an article of 10 MB and 100,000 marks that was read", show_project),
    ];
    steps
        .into_iter()
        .map(|(what, step)| {
            let mut times: Vec<f64> = (0..TIMES).map(|_| step()).collect();
            times.sort_by(f64::total_cmp);
            println!("{what}: {times:.2?}");
            (what, times[TIMES / 2])
        })
        .collect()
}

fn project(marks: usize, articles: &[DocumentId]) -> Project {
    texts::project(Case { language: Language::English, bytes: 10 * MB, marks }, articles)
}

fn session(marks: usize, articles: &[DocumentId]) -> Session {
    Session::new(project(marks, articles), None, IdSource::new(7))
}

/// What a command makes the drawing thread compute. As in the window, a long one is carried out on a copy of the session elsewhere.
fn run(session: &mut Session, command: Command) -> f64 {
    let began = Stopwatch::start();
    if !session.is_long(&command) {
        session.run(command, NOW);
        return began.ms();
    }
    let mut copy = session.lend();
    let lending = began.ms();
    copy.run(command, NOW);
    let done = Stopwatch::start();
    let left = session.take_back(Some(copy));
    let taking_back = done.ms();
    drop(left);
    lending + taking_back
}

fn every_occurrence(words: &str) -> f64 {
    let mut session = session(0, &[FIRST]);
    let text = &session.project().document(FIRST).expect("the article").text;
    let at = text.as_str().find(&format!(" {words} ")).map_or_else(|| text.as_str().find(words).unwrap_or(0), |at| at + 1);
    session.run(Command::Select { document: FIRST, anchor: at, head: at + words.len() }, NOW);
    run(&mut session, Command::Run(Action::TagEveryOccurrence(Tag::Source)))
}

fn remove_article() -> f64 {
    run(&mut session(100_000, &[FIRST, SECOND]), Command::RemoveArticle(FIRST))
}

fn bring_back() -> f64 {
    let mut session = session(100_000, &[FIRST, SECOND]);
    session.run(Command::RemoveArticle(FIRST), NOW);
    run(&mut session, Command::Run(Action::Undo))
}

/// The same project with a text of which nothing is known but its words.
fn waiting(project: &Project) -> Project {
    let mut waiting = Project::new(project.id(), project.name());
    let mut draft = tickmark::edit::Draft::new(&mut waiting);
    for document in project.documents() {
        let text = Text::freeze(document.text.as_str());
        draft.add(tickmark::model::document::Document { text, ..document.clone() }).expect("an article fits");
    }
    draft.reorder(project.order().to_vec()).expect("its order fits");
    project.claims().values().for_each(|claim| draft.add(claim.clone()).expect("a claim fits"));
    project.quantities().values().for_each(|number| draft.add(number.clone()).expect("a number fits"));
    project.sources().values().for_each(|source| draft.add(source.clone()).expect("a source fits"));
    project.annotations().values().for_each(|mark| draft.add(mark.clone()).expect("a mark fits"));
    waiting
}

fn take_counted() -> f64 {
    let project = waiting(&project(100_000, &[FIRST]));
    let lookup = Lookup::of_records(&project);
    let findings = Findings::new(&project, &lookup, Moment::default());
    let mut session = Session::knowing((project, lookup, findings), None, IdSource::new(7));
    let (id, text) = session.take_to_count().into_iter().next().expect("it waits to be counted");
    text.prepare();
    let began = Stopwatch::start();
    session.take_counted(id);
    began.ms()
}

fn show_project() -> f64 {
    let project = project(100_000, &[FIRST]);
    let lookup = Lookup::of_records(&project);
    let findings = Findings::new(&project, &lookup, Moment::default());
    let began = Stopwatch::start();
    let session = Session::knowing((project, lookup, findings), None, IdSource::new(7));
    let took = began.ms();
    drop(session);
    took
}
