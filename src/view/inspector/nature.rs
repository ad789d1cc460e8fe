//! What sort of thing a claim says, what is at risk, whether it can be checked, and who said it.

use egui::{Ui, Vec2};

use super::part;
use super::rows::claim::ClaimRows;
use crate::command::{ClaimChange, Command, Field};
use crate::model::claim::{ClaimKind, Risk, Said};
use crate::model::exclusion::Reason;
use crate::view::Cx;
use crate::view::menu::{Choice, choice_ui};
use crate::view::wording::capitalised;
use crate::widget::{Chip, chip_ui, section_ui};

/// Draws kind, risks, and why it is not checkable; for quotes, and where it is known, who said it.
pub(super) fn nature_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    section_ui(ui, "Kind and risk", "");
    ui.columns(2, |halves| {
        let [left, right] = halves else { return };
        let kind = Choice { name: "Kind", label_width: 0.0, chosen: rows.kind };
        if let Some(kind) = choice_ui(left, kind, &ClaimKind::ALL.map(|kind| (kind, kind.word()))) {
            cx.send(Command::Change(vec![rows.id], ClaimChange::Kind(kind)));
        }
        let words = Reason::ALL.map(|reason| format!("Not checkable: {}", reason.word()));
        let mut choices = vec![(None, "Checkable")];
        choices.extend(Reason::ALL.into_iter().map(Some).zip(words.iter().map(String::as_str)));
        let checkable = Choice { name: "Whether it can be checked", label_width: 0.0, chosen: rows.not_checkable };
        if let Some(reason) = choice_ui(right, checkable, &choices) {
            cx.send(Command::Change(vec![rows.id], ClaimChange::NotCheckable(reason)));
        }
    });
    ui.add_space(4.0);
    risks_ui(ui, cx, rows);
    if rows.kind == ClaimKind::Quote || rows.said != Said::default() {
        said_ui(ui, cx, rows);
    }
}

fn risks_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        for risk in Risk::ALL {
            let is_on = rows.risks.has(risk);
            let word = if is_on { format!("{} risk", capitalised(&risk.word().to_lowercase())) } else { risk.word().to_owned() };
            if chip_ui(ui, Chip { word: &word, count: None, is_on }).clicked() {
                cx.send(Command::Change(vec![rows.id], ClaimChange::Risk(risk, !is_on)));
            }
        }
    });
}

fn said_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    section_ui(ui, "Said by", "");
    part::named_line_ui(ui, cx, ("Speaker", "who said it"), Field::Speaker(rows.id), &rows.said.speaker);
    part::named_line_ui(ui, cx, ("Date said", "when"), Field::SaidOn(rows.id), &rows.said.date);
    part::named_line_ui(ui, cx, ("Place said", "hall, broadcast, post"), Field::SaidAt(rows.id), &rows.said.place);
}
