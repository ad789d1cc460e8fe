//! The proposed correction of a claim: the difference to what stands there, or the wording while it is being typed.

use egui::{Frame, Margin, Ui, Vec2};

use super::rows::claim::ClaimRows;
use super::{InspectorState, part};
use crate::command::catalogue::Action;
use crate::command::{ClaimChange, Command, Field};
use crate::model::claim::correction::Piece;
use crate::model::claim::{Correction, Party};
use crate::view::Cx;
use crate::view::field::{area_ui, field_id};
use crate::view::wording::date_and_clock;
use crate::widget::field::TextField;
use crate::widget::line::{HoverWords, said_ui};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Chip, Face, Theme, chip_ui};

/// Draws the correction.
pub(super) fn correction_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &ClaimRows)) {
    let field = Field::Correction(rows.id);
    part::keyed_section_ui(ui, cx, "Proposed correction", Action::EditCorrection);
    let is_in_it = ui.memory(|memory| memory.has_focus(field_id(field))) || cx.focus == Some(field);
    if !is_in_it {
        state.correcting = None;
        if rows.correction.is_some() {
            difference_ui(ui, field, &rows.difference);
            rows.correction.iter().for_each(|correction| agreed_ui(ui, cx, rows, correction));
        } else {
            blank_correction_ui(ui, field);
        }
        return;
    }
    // A correction mostly changes a few of the words that stand there, so it starts from them. It starts once: whoever empties
    // the field does not want them back.
    let starts = state.correcting.is_none_or(|(claim, starts)| claim != rows.id || starts) && rows.correction.is_none();
    state.correcting = Some((rows.id, starts));
    let start = if starts { rows.quote.as_str() } else { "" };
    let look = TextField::new("Proposed correction").face(Face::TableQuote).least_rows(2);
    area_ui(ui, cx, field, look, rows.correction.as_ref().map_or(start, |correction| correction.wording.as_str()));
}

fn difference_ui(ui: &mut Ui, field: Field, pieces: &[Piece]) {
    boxed_ui(ui, field, |ui| difference_words_ui(ui, pieces));
}

/// Draws a difference as one run of words.
pub(in crate::view) fn difference_words_ui(ui: &mut Ui, pieces: &[Piece]) {
    let theme = Theme::of(ui.ctx());
    let (words, emphasis) = set_difference(pieces, &theme);
    quote_ui(ui, &Quote::new(&words, TextStyle::serif(14.0, 19.0), theme.ink).emphasis(&emphasis));
}

type Emphases = Vec<(std::ops::Range<usize>, Emphasis)>;

/// The difference as one run of words: what goes is struck, what comes is semibold with a line under it.
fn set_difference(pieces: &[Piece], theme: &Theme) -> (String, Emphases) {
    let mut words = String::new();
    let mut emphasis = Vec::new();
    for piece in pieces {
        let start = words.len();
        match piece {
            Piece::Kept(run) => words.push_str(run),
            Piece::Struck(run) => {
                words.push_str(run);
                emphasis.push((start..words.len(), Emphasis::Strike(theme.warn)));
                emphasis.push((start..words.len(), Emphasis::Color(theme.ink2)));
                words.push(' ');
            }
            Piece::Added(run) => {
                words.push_str(run);
                emphasis.push((start..words.len(), Emphasis::Semibold));
                emphasis.push((start..words.len(), Emphasis::Underline(theme.ink)));
            }
        }
    }
    (words, emphasis)
}

/// Who has agreed to the wording: `Checker RK ✓ · Writer: waiting · Editor: waiting`. Each can be ticked.
fn agreed_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows, correction: &Correction) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(4.0, 4.0);
        for party in Party::ALL {
            let agreement = correction.agreement(party);
            let word = match agreement {
                Some(agreement) if party == Party::Checker && !agreement.by.is_empty() => {
                    format!("{} {} agrees", party.word(), agreement.by)
                }
                Some(_) => format!("{} agrees", party.word()),
                None => format!("{}: waiting", party.word()),
            };
            let chip = chip_ui(ui, Chip { word: &word, count: None, is_on: agreement.is_some() });
            let told = agreement.map_or_else(
                || format!("Note that the {} agrees to this wording", party.word().to_lowercase()),
                |agreement| format!("Noted by {}, {}", agreement.by, date_and_clock(agreement.at)),
            );
            if chip.on_hover_words(told).clicked() {
                cx.send(Command::Change(vec![rows.id], ClaimChange::Agreed(party, agreement.is_none())));
            }
        }
    });
}

fn blank_correction_ui(ui: &mut Ui, field: Field) {
    let muted = Theme::of(ui.ctx()).ink3;
    boxed_ui(ui, field, |ui| {
        said_ui(ui, "The wording that should stand there", Face::Dense, muted);
    });
}

/// A box that looks like a field and becomes one when it is clicked.
fn boxed_ui(ui: &mut Ui, field: Field, contents: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.field,
        stroke: egui::Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(8, 5),
        ..Frame::NONE
    };
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui);
    });
    let response = ui.interact(shown.response.rect, field_id(field).with("box"), egui::Sense::click());
    crate::widget::paint::paint_focus(ui, &response);
    crate::widget::Spoken::new(egui::Role::Button, "Edit the correction").tell(&response);
    if response.on_hover_cursor(egui::CursorIcon::Text).clicked() {
        ui.memory_mut(|memory| memory.request_focus(field_id(field)));
    }
}
