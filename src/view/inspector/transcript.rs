//! A transcript or document pasted beside a claim: how its words stand to what was really said, kept as evidence.

use egui::{ScrollArea, Ui};

use super::correction::difference_words_ui;
use super::rows::claim::ClaimRows;
use super::{InspectorState, part};
use crate::command::Command;
use crate::model::claim::{Comparison, Likeness, compare, quoted};
use crate::model::id::ClaimId;
use crate::view::Cx;
use crate::widget::field::{TextField, text_area_ui};
use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Button, Face, Icon, IconButton, Theme, button_ui, icon_button_ui};

/// Height of the pasted text, points.
const HEIGHT: f32 = 110.0;

/// A text that is laid beside a claim.
pub(super) struct Transcript {
    claim: ClaimId,
    text: String,
    /// Whether it is drawn for the first time, and takes the keyboard then: what is pasted is meant for it.
    is_fresh: bool,
    /// What came of comparing, and for which words of the claim; none once the text has changed.
    compared: Option<(String, Comparison)>,
}

impl Transcript {
    /// An empty one.
    pub(super) fn of(claim: ClaimId) -> Self {
        Transcript { claim, text: String::new(), is_fresh: true, compared: None }
    }
}

/// Draws the pasted text and what comes of it, while one is laid beside this claim.
pub(super) fn transcript_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &ClaimRows) {
    let Some(transcript) = state.transcript.as_mut().filter(|transcript| transcript.claim == rows.id) else { return };
    let theme = Theme::of(ui.ctx());
    let mut is_closed = false;
    part::box_ui(ui, |ui| {
        ui.horizontal(|ui| {
            label_ui(ui, "What was really said or written", Face::DenseStrong, theme.ink);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_closed = icon_button_ui(ui, IconButton::new(Icon::X, "Put the transcript away")).clicked();
            });
        });
        ScrollArea::vertical().id_salt("transcript").max_height(HEIGHT).show(ui, |ui| {
            let look = TextField::new("Transcript").hint("Paste the transcript or document here").least_rows(3);
            let area = text_area_ui(ui, look, &mut transcript.text);
            if std::mem::take(&mut transcript.is_fresh) {
                area.request_focus();
            }
            if area.changed() {
                transcript.compared = None;
            }
        });
        if transcript.text.trim().is_empty() {
            return;
        }
        let words = quoted(&rows.quote);
        if transcript.compared.as_ref().is_none_or(|(of, _)| *of != words) {
            let found = compare(&words, &transcript.text);
            transcript.compared = Some((words, found));
        }
        let Some((_, found)) = &transcript.compared else { return };
        ui.add_space(6.0);
        verdict_ui(ui, found);
        ui.add_space(6.0);
        if button_ui(ui, Button::secondary("Keep as evidence").icon(Icon::Plus)).clicked() {
            let passage = found.place.clone().and_then(|place| transcript.text.get(place)).unwrap_or("").trim().to_owned();
            cx.send(Command::KeepTranscript { claim: rows.id, passage, likeness: found.likeness });
            is_closed = true;
        }
    });
    ui.add_space(8.0);
    if is_closed {
        state.transcript = None;
    }
}

fn verdict_ui(ui: &mut Ui, found: &Comparison) {
    let theme = Theme::of(ui.ctx());
    let (words, colour) = match found.likeness {
        Likeness::Exact => ("Exact: word for word.", theme.ok),
        Likeness::Ellipsis => ("Ellipsis: words are left out, and the quote shows where.", theme.ok),
        Likeness::Altered => ("Altered: it was said otherwise.", theme.warn),
        Likeness::NotFound => ("Not found: nothing like it stands there.", theme.warn),
    };
    words_ui(ui, words, (Face::DenseStrong, 17.0), colour);
    if found.likeness == Likeness::Altered {
        ui.add_space(3.0);
        difference_words_ui(ui, &found.pieces);
    }
}
