//! Merging one entry of the register into another one.

use egui::Ui;

use super::rows::{Register, merge_words};
use super::{SourcesState, selected};
use crate::command::Command;
use crate::view::Cx;
use crate::widget::{Answer, Message, Tone, message_bar_ui};

/// Merges the waiting entry into the selected one.
pub(super) fn merge(cx: &mut Cx<'_>, state: &mut SourcesState) {
    if let (Some(join), Some(keep)) = (state.merging, selected(cx))
        && join != keep
    {
        cx.send(Command::MergeSources { keep, join });
        state.merging = None;
        state.reveal = Some(keep);
    }
}

/// What merging would do, while an entry waits for another one.
pub(super) fn merging_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut SourcesState, register: &Register) {
    // An entry that is gone cannot be merged.
    state.merging = state.merging.filter(|id| cx.session.project().sources().contains_key(id));
    let Some(join) = state.merging else { return };
    let keep = selected(cx).filter(|keep| *keep != join);
    let words = merge_words(cx.session, register, (join, keep));
    let actions: &[&str] = if keep.is_some() { &["Merge", "Leave"] } else { &["Leave"] };
    let mut answer = None;
    egui::Frame::NONE.inner_margin(egui::Margin { left: 14, right: 14, top: 8, bottom: 4 }).show(ui, |ui| {
        answer = message_bar_ui(ui, &Message { tone: Tone::Note, text: &words, actions, can_close: false });
    });
    let is_escaped = !crate::widget::editor::is_typing(ui.ctx()) && ui.input(|input| input.key_pressed(egui::Key::Escape));
    match answer {
        Some(Answer::Action(0)) if keep.is_some() => merge(cx, state),
        Some(_) => state.merging = None,
        None if is_escaped => state.merging = None,
        None => {}
    }
}
