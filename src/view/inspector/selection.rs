//! Fresh words in the inspector: what they read as, what they may belong to, where else they stand.

use egui::{Align, Frame, Layout, Margin, Ui};

use super::beside::beside_ui;
use super::checked::checks_ui;
use super::list::JumpRow;
use super::part::Ground;
use super::rows::ClaimLine;
use super::rows::selection::SelectionRows;
use super::{Framed, InspectorState, head, list, part};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Tag;
use crate::model::document::Offer;
use crate::session::Session;
use crate::suggest::Suggestion;
use crate::view::Cx;
use crate::widget::line::{label_ui, said_ui, words_ui};
use crate::widget::paint::{Breaks, line_of_text, paint_broken_rect};
use crate::widget::{Face, Icon, Theme, hairline_ui, icon_ui, key_cap_ui, section_ui};

/// Draws the selection.
pub(super) fn selection_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, frame: &Framed) {
    let session = cx.session;
    let Some(selection) = session.selection() else { return };
    let kept = state.words.get(session, selection, || SelectionRows::of(session));
    let Some(rows) = kept.as_ref() else { return };
    frame.head_ui(ui, |ui| {
        head::title_ui(ui, title(session));
        head::remark_ui(ui, &rows.place);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| key_cap_ui(ui, &cx.key(Action::Clear)));
    });
    frame.body_ui(ui, |ui| {
        part::quote_block_ui(ui, &rows.quote, Ground::Fresh);
        beside_ui(ui, cx, &rows.beside, None);
        suggested_ui(ui, cx);
        if session.suggestion().is_none() {
            snapped_ui(ui);
        }
        reading_ui(ui, cx, rows);
        worked_out_ui(ui, rows);
        goes_with_ui(ui, cx, rows);
        if let Some(words) = &rows.elsewhere {
            elsewhere_ui(ui, words);
        }
        keys_ui(ui, cx);
    });
}

fn title(session: &Session) -> &'static str {
    match session.suggestion().map(Suggestion::offer) {
        None => "New selection",
        Some(Offer::Mark(Tag::Claim)) => "Suggested claim",
        Some(Offer::Mark(Tag::Number)) => "Suggested number",
        Some(Offer::Mark(Tag::Source)) => "Suggested source",
        Some(Offer::Aside) => "Noted by the writer",
    }
}

/// Why the words are suggested, and what to do with them.
fn suggested_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(suggestion) = cx.session.suggestion() else { return };
    let theme = Theme::of(ui.ctx());
    let worth = format!("{} of 100", suggestion.score);
    let is_claim = suggestion.offer() == Offer::Mark(Tag::Claim);
    let (title, remark) = if is_claim { ("Worth checking", worth.as_str()) } else { ("Why", "") };
    section_ui(ui, title, remark);
    for reason in suggestion.reason.split("; ") {
        words_ui(ui, reason, (Face::Dense, Face::Dense.row()), theme.ink2);
    }
    ui.add_space(6.0);
    for (action, icon, words) in
        [(Action::TakeSuggestion, Icon::Check, "Take it and go on"), (Action::DropSuggestion, Icon::X, "Drop it: it is not offered again")]
    {
        if offer_ui(ui, icon, words, &[cx.key(action)]) {
            cx.run(action);
        }
    }
}

fn snapped_ui(ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        let muted = Theme::of(ui.ctx()).ink3;
        said_ui(ui, "The mouse snaps to whole words", Face::Meta, muted);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            said_ui(ui, "any character", Face::Meta, muted);
            key_cap_ui(ui, "Alt");
        });
    });
}

fn reading_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SelectionRows) {
    let Some((reading, exactness)) = &rows.reading else { return };
    let theme = Theme::of(ui.ctx());
    section_ui(ui, "Read as", "not yet taken");
    let shown = Frame::NONE.inner_margin(Margin::symmetric(9, 7)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                label_ui(ui, reading, Face::GroupTitle, theme.ink);
                label_ui(ui, exactness, Face::Meta, theme.ink3);
            });
            let key = cx.key(Action::TagSelection(Tag::Number));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                said_ui(ui, "takes it", Face::Meta, theme.ink3);
                if !key.is_empty() {
                    key_cap_ui(ui, &key);
                }
            });
        });
    });
    let rect = shown.response.rect;
    paint_broken_rect(ui.painter(), rect, egui::Stroke::new(1.5, theme.num), Breaks::SUGGESTED);
    let response = ui.interact(rect, ui.unique_id().with("take number"), egui::Sense::click());
    crate::widget::paint::paint_focus(ui, &response);
    crate::widget::Spoken::new(egui::Role::Button, &format!("Tag as number, {reading}")).tell(&response);
    if response.clicked() {
        cx.run(Action::TagSelection(Tag::Number));
    }
}

/// What the sentence says together with the words.
fn worked_out_ui(ui: &mut Ui, rows: &SelectionRows) {
    if rows.checks.is_empty() {
        return;
    }
    section_ui(ui, "Worked out again", "in this sentence");
    checks_ui(ui, &rows.checks);
}

fn goes_with_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SelectionRows) {
    section_ui(ui, "Goes with", "");
    for claim in &rows.nearby {
        if nearby_ui(ui, claim) {
            cx.send(Command::AddMention { claim: claim.id, document: rows.document, span: rows.span });
        }
    }
    let link = [cx.key(Action::StartLink)];
    if offer_ui(ui, Icon::Spline, "Link to a claim further off", &link) {
        cx.run(Action::StartLink);
    }
    let Some(sentence) = rows.sentence else { return };
    let keys = [cx.key(Action::TagSelection(Tag::Claim)), cx.key(Action::Grow)];
    if offer_ui(ui, Icon::Plus, "New claim from the whole sentence", &keys) {
        cx.send(Command::Tag { document: rows.document, span: sentence, tag: Tag::Claim });
    }
}

fn nearby_ui(ui: &mut Ui, claim: &ClaimLine) -> bool {
    let name = format!("Another mention of {}", claim.label);
    let row = JumpRow { name: &name, height: 30.0, is_current: false };
    let words = |ui: &mut Ui| {
        list::claim_badge_ui(ui, claim);
        list::one_line_ui(ui, &claim.words, claim.is_quote);
    };
    list::jump_row_ui(ui, row, words, |_| {}).clicked()
}

/// A row that offers something, with its keys from right to left.
fn offer_ui(ui: &mut Ui, icon: Icon, words: &str, keys: &[String]) -> bool {
    let row = JumpRow { name: words, height: 30.0, is_current: false };
    let left = |ui: &mut Ui| {
        let theme = Theme::of(ui.ctx());
        icon_ui(ui, icon, 15.0, theme.ink3);
        label_ui(ui, words, Face::Dense, theme.ink);
    };
    let right = |ui: &mut Ui| {
        for key in keys.iter().filter(|key| !key.is_empty()) {
            key_cap_ui(ui, key);
        }
    };
    list::jump_row_ui(ui, row, left, right).clicked()
}

fn elsewhere_ui(ui: &mut Ui, words: &str) {
    section_ui(ui, "Same words elsewhere", "");
    hairline_ui(ui);
    ui.add_space(6.0);
    let secondary = Theme::of(ui.ctx()).ink2;
    label_ui(ui, words, Face::Dense, secondary);
}

fn keys_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(14.0);
    let key = |action| cx.key(action);
    key_line_ui(ui, &[(&key(Action::Grow), "grow to phrase, sentence, paragraph"), (&key(Action::Shrink), "shrink")]);
    ui.add_space(3.0);
    key_line_ui(ui, &[(&key(Action::TagEveryOccurrence(Tag::Claim)), "tag every occurrence")]);
}

fn key_line_ui(ui: &mut Ui, parts: &[(&str, &str)]) {
    let muted = Theme::of(ui.ctx()).ink3;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (key, words) in parts.iter().filter(|(key, _)| !key.is_empty()) {
            let width = |text: &str| line_of_text(ui, text, Face::Meta, muted).size().x;
            // Key and words stay together.
            if width(key) + 14.0 + width(words) > ui.available_size_before_wrap().x {
                ui.end_row();
            }
            key_cap_ui(ui, key);
            label_ui(ui, *words, Face::Meta, muted);
            ui.add_space(4.0);
        }
    });
}
