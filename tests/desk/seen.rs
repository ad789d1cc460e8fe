//! What can be seen of the program before and after a key.

use tickmark::app::App;
use tickmark::model::annotation::Mention;
use tickmark::model::claim::Claim;
use tickmark::model::document::Span;
use tickmark::model::exclusion::Exclusion;
use tickmark::model::id::AnnotationId;
use tickmark::model::link::Link;
use tickmark::session::{Mode, Selection, Session, ViewKind};

use super::trial::Desk;

/// A look at the program.
pub struct Seen {
    pub view: ViewKind,
    pub anchor: usize,
    pub head: usize,
    /// The words of the selected mark, else those selected.
    pub words: String,
    pub letter: String,
    pub mark: Option<AnnotationId>,
    pub mention: Option<Mention>,
    /// The record chosen in a table, by its words.
    pub row: Option<String>,
    pub claim: Option<Claim>,
    pub mode: Mode,
    pub steps: usize,
    pub marks: Vec<AnnotationId>,
    pub links: Vec<Link>,
    pub exclusions: Vec<Exclusion>,
    pub articles: usize,
    pub sources: Vec<String>,
    pub hit: Option<usize>,
    pub zoom: f32,
    /// The name of what has the keyboard.
    pub focused: Option<String>,
    /// The name of the window above everything.
    pub window: Option<String>,
    pub has_left_panel: bool,
    pub has_inspector: bool,
}

/// Looks at the program.
pub fn seen(desk: &Desk) -> Seen {
    desk.look(|app: &App| {
        let session = app.session();
        let selection = session.selection();
        let project = session.project();
        Seen {
            view: session.view(),
            anchor: selection.map_or(0, |selection| selection.anchor),
            head: selection.map_or(0, |selection| selection.head),
            words: words(session),
            letter: session.document().map_or(String::new(), |document| project.letter(document.id)),
            mark: session.mark().map(|mark| mark.id),
            mention: session.mark().map(|mark| mark.mention),
            row: session.record().map(|record| session.lookup().quote(project, record).to_owned()),
            claim: session.claim().and_then(|id| project.claims().get(&id)).cloned(),
            mode: session.mode().clone(),
            steps: session.history().len(),
            marks: project.annotations().keys().copied().collect(),
            links: project.links().values().cloned().collect(),
            exclusions: project.exclusions().values().cloned().collect(),
            articles: project.order().len(),
            sources: project.sources().values().map(|source| source.name.clone()).collect(),
            hit: session.search().current(),
            zoom: desk.harness.ctx.zoom_factor(),
            focused: desk.focused(),
            window: desk.window(),
            has_left_panel: desk.has("Left panel"),
            has_inspector: desk.has("Inspector"),
        }
    })
}

fn words(session: &Session) -> String {
    let span = session.mark().map(|mark| mark.span).or(session.selection().map(Selection::span));
    slice(session, span.unwrap_or(Span::between(0, 0)))
}

/// Words of the article shown.
pub fn slice(session: &Session, span: Span) -> String {
    session.document().map_or(String::new(), |document| document.text.slice(span).to_owned())
}

/// The words of a mark.
pub fn quote(desk: &Desk, mark: AnnotationId) -> String {
    desk.look(|app| {
        let project = app.session().project();
        project.quote(&project.annotations()[&mark]).to_owned()
    })
}
