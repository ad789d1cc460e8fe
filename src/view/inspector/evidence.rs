//! The evidence of a claim: each row folded to its words, the one at work unfolded to its fields.

use egui::{Frame, Margin, Rect, Role, Sense, Ui, Vec2};

use super::rows::claim::ClaimRows;
use super::{InspectorState, list, part};
use crate::command::{Command, Field};
use crate::model::claim::{Evidence, Stance};
use crate::model::id::ClaimId;
use crate::view::Cx;
use crate::view::field::{area_ui, field_id, line_ui};
use crate::view::menu::{MenuRow, drop_down_ui, menu_row_ui};
use crate::view::sign::stance_icon;
use crate::widget::field::TextField;
use crate::widget::line;
use crate::widget::line::{HoverWords, said_ui};
use crate::widget::paint::paint_focus_around;
use crate::widget::{
    Face, Icon, IconButton, Spoken, StatusButton, Theme, hairline_ui, icon_button_ui, paint_icon, section_ui, status_grid_ui,
};

/// Draws the evidence and the row that adds some.
pub(super) fn evidence_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &ClaimRows)) {
    section_ui(ui, "Evidence", &rows.evidence_remark());
    for (nth, evidence) in rows.evidence.iter().enumerate() {
        let place = Place { claim: rows.id, nth, of: rows.evidence.len() };
        if is_unfolded(ui, cx, state, place, evidence) {
            unfolded_ui(ui, cx, (state, place), evidence);
        } else {
            folded_ui(ui, cx, (state, place), evidence);
        }
    }
    add_ui(ui, cx, rows.id);
}

/// Which row of which claim.
#[derive(Clone, Copy)]
struct Place {
    claim: ClaimId,
    nth: usize,
    of: usize,
}

fn fields(claim: ClaimId, evidence: &Evidence) -> [Field; 3] {
    let id = evidence.id;
    [Field::EvidenceText(claim, id), Field::EvidenceUrl(claim, id), Field::EvidenceLocator(claim, id)]
}

/// A row is unfolded when it was clicked, while a field of it has the focus, and as long as it says nothing.
fn is_unfolded(ui: &Ui, cx: &Cx<'_>, state: &mut InspectorState, place: Place, evidence: &Evidence) -> bool {
    let fields = fields(place.claim, evidence);
    let has_focus = fields.iter().any(|field| cx.focus == Some(*field) || ui.memory(|memory| memory.has_focus(field_id(*field))));
    if has_focus {
        state.unfolded = Some(evidence.id);
    }
    let is_blank = [&evidence.text, &evidence.url, &evidence.locator].iter().all(|text| text.trim().is_empty());
    state.unfolded == Some(evidence.id) || is_blank
}

fn folded_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &Evidence) {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let ground = ui.painter().add(egui::Shape::Noop);
    let shown = Frame::NONE.inner_margin(Margin::symmetric(0, 3)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            stance_menu_ui(ui, cx, place.claim, evidence);
            let words = ui.vertical(|ui| {
                ui.set_min_width(ui.available_width());
                words_ui(ui, evidence);
            });
            words.response.rect
        })
        .inner
    });
    let response = ui.interact(shown.inner, ui.unique_id().with(("evidence", evidence.id)), Sense::click());
    if response.hovered() {
        let reach = shown.response.rect.expand2(Vec2::new(6.0, 0.0));
        ui.painter().set(ground, egui::epaint::RectShape::filled(reach, 0.0, theme.hover));
    }
    paint_focus_around(ui, &response, shown.inner, 2.0);
    Spoken::new(Role::Button, &format!("Edit evidence: {}", evidence.text)).tell(&response);
    if response.clicked() {
        state.unfolded = Some(evidence.id);
    }
}

fn words_ui(ui: &mut Ui, evidence: &Evidence) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(1.0);
    let text = if evidence.text.trim().is_empty() { "Not described yet" } else { evidence.text.trim() };
    line::words_ui(ui, text, (Face::Dense, 16.0), theme.ink);
    let detail: Vec<_> = [evidence.url.trim(), evidence.locator.trim()].into_iter().filter(|part| !part.is_empty()).collect();
    if !detail.is_empty() {
        line::words_ui(ui, detail.join(" · "), (Face::Meta, Face::Meta.row()), theme.ink3);
    }
    ui.add_space(1.0);
}

/// The sign of the stance, which opens the choice of another.
fn stance_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId, evidence: &Evidence) {
    let theme = Theme::of(ui.ctx());
    let (rect, place) = ui.allocate_exact_size(Vec2::new(14.0, 20.0), Sense::hover());
    let colour = if evidence.stance == Stance::Contradicts { theme.warn } else { theme.ink2 };
    paint_icon(ui.painter(), stance_icon(evidence.stance), rect.center(), 14.0, colour);
    let button = ui.interact(Rect::from_center_size(rect.center(), Vec2::splat(24.0)), place.id.with("stance"), Sense::click());
    paint_focus_around(ui, &button, rect, 2.0);
    let name = format!("{}: change", evidence.stance.word());
    Spoken::new(Role::Button, &name).tell(&button);
    let button = button.on_hover_words(&name);
    drop_down_ui(&button, |ui| {
        for stance in Stance::ALL {
            let row = MenuRow::new(stance.word()).icon(stance_icon(stance)).chosen(stance == evidence.stance);
            if menu_row_ui(ui, row) {
                cx.send(Command::SetStance(claim, evidence.id, stance));
            }
        }
    });
}

fn unfolded_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &Evidence) {
    hairline_ui(ui);
    ui.add_space(6.0);
    stances_ui(ui, cx, place.claim, evidence);
    ui.add_space(5.0);
    let [text, url, locator] = fields(place.claim, evidence);
    area_ui(ui, cx, text, TextField::new("Evidence").hint("What was found").least_rows(2), &evidence.text);
    ui.add_space(5.0);
    line_ui(ui, cx, url, TextField::new("Address").hint("https://").label_width(part::LABEL), &evidence.url);
    ui.add_space(5.0);
    line_ui(ui, cx, locator, TextField::new("Locator").hint("page, paragraph, minute").label_width(part::LABEL), &evidence.locator);
    tools_ui(ui, cx, (state, place), evidence);
}

fn stances_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId, evidence: &Evidence) {
    let button =
        |stance: Stance| StatusButton { icon: stance_icon(stance), word: stance.word(), key: "", is_chosen: stance == evidence.stance };
    let clicked = status_grid_ui(ui, &Stance::ALL.map(button), 3);
    if let Some(stance) = clicked.and_then(|nth| Stance::ALL.get(nth)) {
        cx.send(Command::SetStance(claim, evidence.id, *stance));
    }
}

fn tools_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, place): (&mut InspectorState, Place), evidence: &Evidence) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let up = IconButton::new(Icon::ChevronUp, "Move evidence up").enabled(place.nth > 0);
        if icon_button_ui(ui, up).clicked() {
            cx.send(Command::MoveEvidence(place.claim, evidence.id, -1));
        }
        let down = IconButton::new(Icon::ChevronDown, "Move evidence down").enabled(place.nth + 1 < place.of);
        if icon_button_ui(ui, down).clicked() {
            cx.send(Command::MoveEvidence(place.claim, evidence.id, 1));
        }
        if icon_button_ui(ui, IconButton::new(Icon::Trash, "Remove evidence")).clicked() {
            cx.send(Command::RemoveEvidence(place.claim, evidence.id));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if crate::widget::link_button_ui(ui, "done", "Fold the evidence").clicked() {
                state.unfolded = None;
            }
        });
    });
}

fn add_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: ClaimId) {
    let row = list::JumpRow { name: "Add evidence", height: list::ROW, is_current: false };
    let response = list::jump_row_ui(
        ui,
        row,
        |ui| {
            let theme = Theme::of(ui.ctx());
            crate::widget::icon_ui(ui, Icon::Plus, 15.0, theme.ink3);
            said_ui(ui, "Add evidence", Face::Dense, theme.ink2);
        },
        |_| {},
    );
    if response.clicked() {
        cx.send(Command::AddEvidence(claim));
    }
}
