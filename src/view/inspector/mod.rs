//! The right panel: all about what is selected, or about the article where nothing is.

mod already;
mod article;
mod beside;
mod checked;
mod choose;
mod circle;
mod claim;
pub(in crate::view) mod correction;
mod doubt;
mod evidence;
mod head;
mod history;
mod links;
mod list;
mod nature;
mod number;
mod part;
pub mod rows;
mod same;
mod selection;
mod set_aside;
mod settle;
mod signed;
mod source;
mod transcript;

#[cfg(test)]
mod tests;

use std::rc::Rc;

use std::collections::BTreeSet;

use egui::{Margin, ScrollArea, Ui};

pub use self::already::AlreadyState;
use self::choose::Choosing;
use self::rows::Shown;
use self::rows::article::ArticleRows;
use self::rows::claim::ClaimRows;
use self::rows::number::NumberRows;
use self::rows::selection::SelectionRows;
use self::rows::source::SourceRows;
pub use self::transcript::{ComparedTranscript, TranscriptOrder};
use super::Cx;
use super::kept::Kept;
use super::panel::panel_ui;
use crate::lint::Finding;
use crate::model::annotation::Mention;
use crate::model::id::{AnnotationId, ClaimId, DocumentId, EvidenceId};
use crate::model::link::Role;
use crate::session::{Selection, Session, ViewKind};
use crate::widget::line::label_ui;
use crate::widget::{Face, Theme, follow_focus_ui};

/// What was computed for the inspector, and what is unfolded in it. Make a fresh one when another project is opened.
#[derive(Default)]
pub struct InspectorState {
    /// Claims that were checked before.
    pub already: AlreadyState,
    /// The hashes of the files of which copies lie beside the project.
    pub originals: BTreeSet<String>,
    findings: Kept<Mention, Vec<Finding>>,
    claim: Kept<Subject, Option<ClaimRows>>,
    number: Kept<Subject, Option<NumberRows>>,
    source: Kept<Subject, Option<SourceRows>>,
    words: Kept<Selection, Option<SelectionRows>>,
    article: Kept<DocumentId, Option<ArticleRows>>,
    /// The evidence row whose fields are shown.
    unfolded: Option<EvidenceId>,
    /// What a record is being chosen for.
    choosing: Option<Choosing>,
    /// The transcript that is laid beside a claim.
    transcript: Option<transcript::Transcript>,
    /// The reason for opening again what is signed off, while it is typed, and what it is for.
    reopening: Option<(signed::Signed, String)>,
    /// The record whose whole history is shown.
    whole_history: Option<Mention>,
    /// The claim whose correction is being typed, and whether it started from the words as they stand.
    correcting: Option<(ClaimId, bool)>,
    /// What was shown last, to begin at the top when it is another thing.
    last: Option<Shown>,
}

/// What a record's rows depend on besides the project: its mention, and the view, which decides how a place is named.
type Subject = (Mention, Option<AnnotationId>, ViewKind);

impl InspectorState {
    /// What is found about a record, and about the numbers that are listed with it.
    fn findings(&mut self, session: &Session, record: Mention) -> Rc<Vec<Finding>> {
        self.findings.get(session, record, || {
            let listed = session.lookup().linked(session.project(), record, Role::Contains);
            session.findings_about(&[&[record], listed.as_slice()].concat())
        })
    }
}

/// Draws the inspector. The panel around it has no margin of its own and is 300 to 480 wide.
pub fn inspector_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState) {
    panel_ui(ui, |ui| contents_ui(ui, cx, state));
}

fn contents_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState) {
    let shown = Shown::of(cx.session);
    if state.last != Some(shown) {
        state.choosing = None;
        state.reopening = None;
    }
    let frame = Framed { is_new: state.last.replace(shown) != Some(shown) };
    match shown {
        Shown::Record(record, mark) => record_ui(ui, cx, (state, &frame), (record, mark)),
        Shown::Words => selection::selection_ui(ui, cx, state, &frame),
        Shown::NotCheckable(id) => set_aside::set_aside_ui(ui, cx, id, &frame),
        Shown::Article(id) => article::article_ui(ui, cx, (state, id), &frame),
        Shown::Nothing => nothing_ui(ui, &frame),
    }
}

fn record_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (state, frame): (&mut InspectorState, &Framed),
    (record, mark): (Mention, Option<AnnotationId>),
) {
    let session = cx.session;
    let findings = state.findings(session, record);
    let key = (record, mark, session.view());
    match record {
        Mention::Claim(id) => {
            let rows = state.claim.get(session, key, || ClaimRows::of(session, id, mark, &findings));
            if let Some(rows) = rows.as_ref() {
                claim::claim_ui(ui, cx, (state, rows), frame);
            }
        }
        Mention::Number(id) => {
            let rows = state.number.get(session, key, || NumberRows::of(session, id, mark, &findings));
            if let Some(rows) = rows.as_ref() {
                number::number_ui(ui, cx, (state, rows), frame);
            }
        }
        Mention::Source(id) => {
            let rows = state.source.get(session, key, || SourceRows::of(session, id, mark, &findings));
            if let Some(rows) = rows.as_ref() {
                source::source_ui(ui, cx, (state, rows), frame);
            }
        }
    }
}

/// The head that stands still and the body that scrolls.
#[derive(Clone, Copy, Debug)]
struct Framed {
    /// Whether something else is shown than a frame ago; then the body begins at its top.
    is_new: bool,
}

/// Room at both sides of the inspector.
const MARGIN: Margin = Margin { left: 14, right: 14, top: 0, bottom: 0 };

impl Framed {
    fn head_ui(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
        egui::Frame::NONE.inner_margin(MARGIN).show(ui, |ui| head::head_row_ui(ui, contents));
    }

    fn body_ui(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
        let mut area = ScrollArea::vertical().auto_shrink([false, false]);
        if self.is_new {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            let margin = Margin { bottom: 16, ..MARGIN };
            egui::Frame::NONE.inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                contents(ui);
            });
            follow_focus_ui(ui);
        });
    }
}

/// What is said while nothing is selected.
const NOTHING: &str =
    "Select words in an article, then press a key. What you tag shows here: status, rating, sources, evidence, correction.";

fn nothing_ui(ui: &mut Ui, frame: &Framed) {
    frame.head_ui(ui, |ui| head::title_ui(ui, "Claim"));
    frame.body_ui(ui, |ui| {
        ui.set_max_width(290.0);
        nothing_words_ui(ui);
    });
}

fn nothing_words_ui(ui: &mut Ui) {
    let muted = Theme::of(ui.ctx()).ink3;
    label_ui(ui, NOTHING, (Face::Dense, 18.0), muted);
}
