//! Choosing a claim or source by its name or words: to merge it into the one shown, as evidence, or as what a source rests on.

use egui::Ui;

use super::list::{self, JumpRow};
use super::rows::claim_line;
use super::{InspectorState, part};
use crate::command::{Command, EvidenceChange, SourceChange};
use crate::model::annotation::Mention;
use crate::model::claim::Pointer;
use crate::model::id::{ClaimId, EvidenceId, SourceId};
use crate::model::source::Source;
use crate::session::Session;
use crate::view::Cx;
use crate::view::kept::Kept;
use crate::view::sign::kind_icon;
use crate::widget::field::{TextField, text_field_ui};
use crate::widget::line::label_ui;
use crate::widget::{Face, Icon, IconButton, Theme, follow_focus_ui, icon_button_ui, icon_ui};

/// Rows offered at most; typing narrows them.
const MOST: usize = 40;
/// Height of the list, points.
const HEIGHT: f32 = 200.0;

/// What a record is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be merged into this one.
    MergeInto(Mention),
    /// The source that a row of evidence comes from.
    EvidenceSource(ClaimId, EvidenceId),
    /// The claim that a row of evidence points at.
    EvidenceClaim(ClaimId, EvidenceId),
    /// The source that this one rests on.
    RestsOn(SourceId),
}

impl Purpose {
    /// Whether a claim is wanted, else a source.
    fn wants_claim(self) -> bool {
        matches!(self, Purpose::MergeInto(Mention::Claim(_)) | Purpose::EvidenceClaim(..))
    }

    /// The record that cannot be chosen.
    fn own(self) -> Mention {
        match self {
            Purpose::MergeInto(keep) => keep,
            Purpose::EvidenceSource(claim, _) | Purpose::EvidenceClaim(claim, _) => Mention::Claim(claim),
            Purpose::RestsOn(source) => Mention::Source(source),
        }
    }

    fn question(self) -> &'static str {
        match self {
            Purpose::MergeInto(Mention::Claim(_)) => "Which claim is the same as this one?",
            Purpose::MergeInto(_) => "Which source is the same as this one?",
            Purpose::EvidenceSource(..) => "Which source does it come from?",
            Purpose::EvidenceClaim(..) => "Which claim does it point at?",
            Purpose::RestsOn(_) => "Whom or what does this source rest on?",
        }
    }

    fn verb(self) -> &'static str {
        if matches!(self, Purpose::MergeInto(_)) { "Merge" } else { "Choose" }
    }

    fn command(self, chosen: Mention) -> Option<Command> {
        match (self, chosen) {
            (Purpose::MergeInto(Mention::Claim(keep)), Mention::Claim(join)) => Some(Command::MergeClaims { keep, join }),
            (Purpose::MergeInto(Mention::Source(keep)), Mention::Source(join)) => Some(Command::MergeSources { keep, join }),
            (Purpose::EvidenceSource(claim, row), Mention::Source(source)) => {
                Some(Command::ChangeEvidence(claim, row, EvidenceChange::Source(Some(source))))
            }
            (Purpose::EvidenceClaim(claim, row), Mention::Claim(other)) => {
                Some(Command::ChangeEvidence(claim, row, EvidenceChange::Pointer(Some(Pointer::Claim(other)))))
            }
            (Purpose::RestsOn(source), Mention::Source(root)) => Some(Command::ChangeSource(source, SourceChange::RestsOn(root, true))),
            _ => None,
        }
    }
}

/// A choice in the making.
pub(super) struct Choosing {
    purpose: Purpose,
    filter: String,
    /// Whether it is drawn for the first time, and takes the keyboard then.
    is_fresh: bool,
    candidates: Kept<String, Vec<Candidate>>,
}

impl Choosing {
    /// A record is to be chosen for this.
    pub(super) fn a_record(purpose: Purpose) -> Self {
        Choosing { purpose, filter: String::new(), is_fresh: true, candidates: Kept::default() }
    }
}

/// A record that may be chosen.
pub(super) struct Candidate {
    record: Mention,
    /// `A14`, or nothing for a source.
    label: String,
    words: String,
    icon: Option<Icon>,
}

/// Draws the list to choose from while a merge is in the making.
pub(super) fn merge_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState) {
    choose_ui(ui, cx, state, |purpose| matches!(purpose, Purpose::MergeInto(_)));
}

/// Draws the list to choose from while a choice of this kind is in the making.
pub(super) fn choose_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, is_here: impl Fn(Purpose) -> bool) {
    let Some(choosing) = state.choosing.as_mut().filter(|choosing| is_here(choosing.purpose)) else { return };
    let is_closed = part::box_ui(ui, |ui| chooser_ui(ui, cx, choosing));
    ui.add_space(8.0);
    if is_closed || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        state.choosing = None;
    }
}

fn chooser_ui(ui: &mut Ui, cx: &mut Cx<'_>, choosing: &mut Choosing) -> bool {
    let theme = Theme::of(ui.ctx());
    let purpose = choosing.purpose;
    let kind = if purpose.wants_claim() { "claim" } else { "source" };
    let mut is_closed = false;
    ui.horizontal(|ui| {
        label_ui(ui, purpose.question(), Face::DenseStrong, theme.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = if purpose.verb() == "Merge" { "Do not merge" } else { "Choose nothing" };
            is_closed = icon_button_ui(ui, IconButton::new(Icon::X, name).key("Esc")).clicked();
        });
    });
    let field = text_field_ui(ui, TextField::new("Filter").hint("Name or words"), &mut choosing.filter);
    if std::mem::take(&mut choosing.is_fresh) {
        field.request_focus();
    }
    ui.add_space(4.0);
    let (session, filter) = (cx.session, choosing.filter.trim().to_lowercase());
    let candidates = choosing.candidates.get(session, filter.clone(), || candidates(session, purpose, &filter));
    egui::ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        if candidates.is_empty() {
            let other = if purpose.verb() == "Merge" { "other " } else { "" };
            label_ui(ui, format!("No {other}{kind} by that name."), Face::Dense, theme.ink3);
        }
        for candidate in candidates.iter() {
            if candidate_ui(ui, purpose, candidate) {
                purpose.command(candidate.record).into_iter().for_each(|command| cx.send(command));
                is_closed = true;
            }
        }
        follow_focus_ui(ui);
    });
    is_closed
}

fn candidate_ui(ui: &mut Ui, purpose: Purpose, candidate: &Candidate) -> bool {
    let name = format!("{} {} {}", purpose.verb(), candidate.label, candidate.words).replace("  ", " ");
    let response = list::jump_row_ui(
        ui,
        JumpRow { name: &name, height: list::ROW, is_current: false },
        |ui| {
            let theme = Theme::of(ui.ctx());
            if let Some(icon) = candidate.icon {
                icon_ui(ui, icon, 15.0, theme.ink2);
            } else {
                label_ui(ui, &candidate.label, Face::DenseStrong, theme.ink);
            }
            list::one_line_ui(ui, &candidate.words, false);
        },
        |_| {},
    );
    response.clicked()
}

/// The records of the wanted kind whose name or words hold the filter.
fn candidates(session: &Session, purpose: Purpose, filter: &str) -> Vec<Candidate> {
    let project = session.project();
    let fits = |candidate: &Candidate| {
        let is_other = candidate.record != purpose.own();
        is_other && (candidate.label.to_lowercase().starts_with(filter) || candidate.words.to_lowercase().contains(filter))
    };
    // Only as many are put into words as are looked through for those that are offered.
    match purpose.wants_claim() {
        true => {
            let claims = session.lookup().claims_in_order(project).into_iter().filter_map(|claim| claim_line(session, claim.id));
            claims
                .map(|line| Candidate { record: Mention::Claim(line.id), label: line.label, words: line.words, icon: None })
                .filter(fits)
                .take(MOST)
                .collect()
        }
        false => {
            let mut sources: Vec<&Source> = project.sources().values().collect();
            sources.sort_by_cached_key(|source| source.name.to_lowercase());
            let row = |source: &Source| Candidate {
                record: Mention::Source(source.id),
                label: String::new(),
                words: source.name.clone(),
                icon: Some(kind_icon(source.kind)),
            };
            sources.into_iter().map(row).filter(fits).take(MOST).collect()
        }
    }
}
