//! Choosing a claim or source that is to be merged into the one shown.

use egui::{Frame, Margin, Ui};

use super::InspectorState;
use super::list::{self, JumpRow};
use super::rows::claim_line;
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::source::Source;
use crate::session::Session;
use crate::view::Cx;
use crate::view::kept::Kept;
use crate::view::sign::kind_icon;
use crate::widget::field::{TextField, text_field_ui};
use crate::widget::line::label_ui;
use crate::widget::{Face, Icon, IconButton, Theme, icon_button_ui, icon_ui};

/// Rows offered at most; typing narrows them.
const MOST: usize = 40;
/// Height of the list, points.
const HEIGHT: f32 = 200.0;

/// A merge in the making.
pub(super) struct Merging {
    keep: Mention,
    filter: String,
    candidates: Kept<String, Vec<Candidate>>,
}

impl Merging {
    /// Another record is to be chosen and merged into this one.
    pub(super) fn into(keep: Mention) -> Self {
        Merging { keep, filter: String::new(), candidates: Kept::default() }
    }
}

/// A record that may be merged.
pub(super) struct Candidate {
    record: Mention,
    /// `A14`, or nothing for a source.
    label: String,
    words: String,
    icon: Option<Icon>,
}

/// Draws the list to choose from while a merge is in the making.
pub(super) fn merge_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState) {
    let Some(merging) = &mut state.merging else { return };
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.paper,
        stroke: egui::Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(10, 6),
        ..Frame::NONE
    };
    let is_closed = frame.show(ui, |ui| chooser_ui(ui, cx, merging)).inner;
    ui.add_space(8.0);
    if is_closed || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        state.merging = None;
    }
}

fn chooser_ui(ui: &mut Ui, cx: &mut Cx<'_>, merging: &mut Merging) -> bool {
    let theme = Theme::of(ui.ctx());
    let kind = merging.keep.tag().word();
    let mut is_closed = false;
    ui.horizontal(|ui| {
        label_ui(ui, format!("Which {kind} is the same as this one?"), Face::DenseStrong, theme.ink);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            is_closed = icon_button_ui(ui, IconButton::new(Icon::X, "Do not merge").key("Esc")).clicked();
        });
    });
    text_field_ui(ui, TextField::new("Filter").hint("Name or words"), &mut merging.filter);
    ui.add_space(4.0);
    let (session, keep, filter) = (cx.session, merging.keep, merging.filter.trim().to_lowercase());
    let candidates = merging.candidates.get(session, filter.clone(), || candidates(session, keep, &filter));
    egui::ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        if candidates.is_empty() {
            label_ui(ui, format!("No other {kind} by that name."), Face::Dense, theme.ink3);
        }
        for candidate in candidates.iter() {
            if candidate_ui(ui, candidate) {
                cx.send(merge(keep, candidate.record));
                is_closed = true;
            }
        }
    });
    is_closed
}

fn merge(keep: Mention, join: Mention) -> Command {
    match (keep, join) {
        (Mention::Claim(keep), Mention::Claim(join)) => Command::MergeClaims { keep, join },
        (Mention::Source(keep), Mention::Source(join)) => Command::MergeSources { keep, join },
        _ => Command::SelectRecord(keep),
    }
}

fn candidate_ui(ui: &mut Ui, candidate: &Candidate) -> bool {
    let name = format!("Merge {} {}", candidate.label, candidate.words).replace("  ", " ");
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

/// The records of the same kind whose name or words hold the filter.
fn candidates(session: &Session, keep: Mention, filter: &str) -> Vec<Candidate> {
    let project = session.project();
    let all: Vec<Candidate> = match keep {
        Mention::Claim(_) => {
            let claims = session.lookup().claims_in_order(project).into_iter().filter_map(|claim| claim_line(session, claim.id));
            claims.map(|line| Candidate { record: Mention::Claim(line.id), label: line.label, words: line.words, icon: None }).collect()
        }
        Mention::Source(_) => {
            let mut sources: Vec<&Source> = project.sources().values().collect();
            sources.sort_by_key(|source| source.name.to_lowercase());
            let row = |source: &Source| Candidate {
                record: Mention::Source(source.id),
                label: String::new(),
                words: source.name.clone(),
                icon: Some(kind_icon(source.kind)),
            };
            sources.into_iter().map(row).collect()
        }
        Mention::Number(_) => Vec::new(),
    };
    let fits = |candidate: &Candidate| {
        let is_other = candidate.record != keep;
        is_other && (candidate.label.to_lowercase().starts_with(filter) || candidate.words.to_lowercase().contains(filter))
    };
    all.into_iter().filter(fits).take(MOST).collect()
}
