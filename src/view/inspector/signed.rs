//! The sign-off of a claim or an article: who stands for it, and opening it again with a reason.

use egui::Ui;

use super::{InspectorState, part};
use crate::command::{ArticleChange, ClaimChange, Command};
use crate::model::id::{ClaimId, DocumentId};
use crate::model::signature::SignOff;
use crate::view::Cx;
use crate::view::wording::date_and_clock;
use crate::widget::field::{TextField, text_field_ui};
use crate::widget::line::{label_ui, words_ui};
use crate::widget::{Button, Face, Icon, Theme, button_ui, icon_ui, link_button_ui};

/// What is signed off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signed {
    /// A claim.
    Claim(ClaimId),
    /// An article.
    Article(DocumentId),
}

impl Signed {
    fn sign_off<'a>(self, cx: &Cx<'a>) -> Option<&'a SignOff> {
        let project = cx.session.project();
        match self {
            Signed::Claim(id) => project.claims().get(&id)?.signed.as_deref(),
            Signed::Article(id) => project.document(id)?.signed.as_ref(),
        }
    }

    fn reopen(self, reason: String) -> Command {
        match self {
            Signed::Claim(id) => Command::Change(vec![id], ClaimChange::Reopen(reason)),
            Signed::Article(id) => Command::ChangeArticle(ArticleChange::Reopen(id, reason)),
        }
    }
}

/// Draws who signed it off, where somebody has, and the way to open it again.
pub(super) fn signed_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, subject: Signed) {
    let Some(signed) = subject.sign_off(cx) else { return };
    let theme = Theme::of(ui.ctx());
    if !signed.holds() {
        let words = format!("Signed off by {}, {}; opened again: {}", signed.by, date_and_clock(signed.at), signed.reopened);
        words_ui(ui, words, (Face::Meta, 16.0), theme.ink3);
        ui.add_space(6.0);
        return;
    }
    part::box_ui(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            icon_ui(ui, Icon::Lock, 14.0, theme.ink2);
            label_ui(ui, format!("Signed off by {}, {}", signed.by, date_and_clock(signed.at)), Face::Dense, theme.ink);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let is_open = state.reopening.as_ref().is_some_and(|(of, _)| *of == subject);
                if !is_open && link_button_ui(ui, "open again", "Open it again, with a reason").clicked() {
                    state.reopening = Some((subject, String::new()));
                }
            });
        });
        reason_ui(ui, cx, state, subject);
    });
    ui.add_space(8.0);
}

fn reason_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, subject: Signed) {
    let Some((_, reason)) = state.reopening.as_mut().filter(|(of, _)| *of == subject) else { return };
    ui.add_space(4.0);
    let field = text_field_ui(ui, TextField::new("Reason for opening it again").hint("Why is it opened again?"), reason);
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let mut is_closed = ui.input(|input| input.key_pressed(egui::Key::Escape));
    ui.horizontal(|ui| {
        let has_reason = !reason.trim().is_empty();
        if (button_ui(ui, Button::primary("Open again").enabled(has_reason)).clicked() || entered) && has_reason {
            cx.send(subject.reopen(reason.trim().to_owned()));
            is_closed = true;
        }
        is_closed |= button_ui(ui, Button::secondary("Leave it signed")).clicked();
    });
    if is_closed {
        state.reopening = None;
    }
}
