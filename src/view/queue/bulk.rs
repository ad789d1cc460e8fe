//! What can be done to all chosen claims at once.

use egui::{Ui, Vec2};

use super::{PADDING, QueueState, change};
use crate::command::{ClaimChange, Command};
use crate::model::claim::{ClaimKind, Risk, Status};
use crate::model::exclusion::Reason;
use crate::view::Cx;
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui};
use crate::view::sign::status_icon;
use crate::view::table::padded_ui;
use crate::view::wording::count;
use crate::widget::line::label_ui;
use crate::widget::{Button, Face, Icon, Theme, button_ui, hairline_ui, link_button_ui};

/// Draws the bar above the table while more than the one shown is chosen.
pub(super) fn bulk_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut QueueState) {
    if state.chosen.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    padded_ui(ui, 40.0, PADDING, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(8.0, 0.0);
        label_ui(ui, format!("{} chosen", count(state.chosen.len(), "claim")), Face::DenseStrong, theme.ink);
        menu_button_ui(ui, "Status", |ui| {
            for status in Status::ALL {
                if menu_row_ui(ui, MenuRow::new(status.word()).icon(status_icon(status))) {
                    change(cx, state, ClaimChange::Status(status));
                }
            }
        });
        menu_button_ui(ui, "Rating", |ui| {
            let values = cx.session.project().scale().values.clone();
            for (nth, value) in (1..).zip(&values) {
                if menu_row_ui(ui, MenuRow::new(&crate::model::claim::verdict::label(value.place, &value.word))) {
                    change(cx, state, ClaimChange::Rating(Some(nth)));
                }
            }
            if menu_row_ui(ui, MenuRow::new("Clear the rating")) {
                change(cx, state, ClaimChange::Rating(None));
            }
        });
        menu_button_ui(ui, "Kind", |ui| {
            for kind in ClaimKind::ALL {
                if menu_row_ui(ui, MenuRow::new(kind.word())) {
                    change(cx, state, ClaimChange::Kind(kind));
                }
            }
        });
        menu_button_ui(ui, "Risk", |ui| risk_menu_ui(ui, cx, state));
        menu_button_ui(ui, "Checkable", |ui| {
            for reason in Reason::ALL {
                if menu_row_ui(ui, MenuRow::new(&format!("Not checkable: {}", reason.word())).icon(Icon::Ban)) {
                    change(cx, state, ClaimChange::NotCheckable(Some(reason)));
                }
            }
            if menu_row_ui(ui, MenuRow::new("Checkable")) {
                change(cx, state, ClaimChange::NotCheckable(None));
            }
        });
        if button_ui(ui, Button::secondary("Sign off").icon(Icon::Lock)).clicked() {
            change(cx, state, ClaimChange::SignOff);
        }
        if link_button_ui(ui, "choose none", "Choose no claims").clicked() {
            state.chosen.clear();
        }
    });
    hairline_ui(ui);
}

/// A risk is turned off where all chosen claims have it, else on for all.
fn risk_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &QueueState) {
    for risk in Risk::ALL {
        let claims = cx.session.project().claims();
        let has_all = state.chosen.iter().filter_map(|id| claims.get(id)).all(|claim| claim.risks.has(risk));
        if menu_row_ui(ui, MenuRow::new(risk.word()).chosen(has_all)) {
            cx.send(Command::Change(state.subjects(cx), ClaimChange::Risk(risk, !has_all)));
        }
    }
}

fn menu_button_ui(ui: &mut Ui, word: &str, contents: impl FnOnce(&mut Ui)) {
    let name = format!("{word} of the chosen claims");
    let button = button_ui(ui, Button::secondary(word).name(&name));
    drop_down_ui(&button, contents);
}
