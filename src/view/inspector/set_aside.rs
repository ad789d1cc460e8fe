//! A sentence that was set aside as not checkable, while the caret stands in it.

use egui::Ui;

use super::doubt::doubt_ui;
use super::{Framed, head};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Doubtful;
use crate::model::exclusion::Reason;
use crate::model::id::ExclusionId;
use crate::view::Cx;
use crate::view::place::place_words;
use crate::view::wording::capitalised;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};
use crate::widget::{Button, Icon, StatusButton, Theme, button_ui, section_ui, status_grid_ui};

/// Draws a passage that is not checkable.
pub(super) fn set_aside_ui(ui: &mut Ui, cx: &mut Cx<'_>, id: ExclusionId, frame: &Framed) {
    let project = cx.session.project();
    let Some(passage) = project.exclusions().get(&id) else { return };
    let Some(document) = project.document(passage.document) else { return };
    let is_lost = passage.is_lost();
    let place = if is_lost { "lost its place".to_owned() } else { place_words(document, passage.span) };
    let quote = passage
        .doubt
        .as_deref()
        .filter(|doubt| doubt.is_lost())
        .map_or_else(|| document.text.slice(passage.span), |doubt| &doubt.was.exact);
    frame.head_ui(ui, |ui| {
        head::title_ui(ui, "Not checkable");
        head::remark_ui(ui, &place);
    });
    frame.body_ui(ui, |ui| {
        let ink2 = Theme::of(ui.ctx()).ink2;
        doubt_ui(ui, cx, Some(Doubtful::Passage(id)));
        quote_ui(ui, &Quote::new(quote, TextStyle::serif(14.5, 19.0), ink2).rows(8));
        section_ui(ui, "Because it is", "");
        reasons_ui(ui, cx, (id, passage.reason));
        ui.add_space(10.0);
        if is_lost {
            return;
        }
        let key = cx.key(Action::NotCheckable);
        let again = Button::secondary("Checkable again").icon(Icon::Undo2);
        if button_ui(ui, again).clicked() {
            cx.send(Command::RemoveExclusion(id));
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            crate::widget::key_cap_ui(ui, &key);
            head::remark_ui(ui, "goes to the next reason");
        });
    });
}

fn reasons_ui(ui: &mut Ui, cx: &mut Cx<'_>, (id, chosen): (ExclusionId, Reason)) {
    let words = Reason::ALL.map(|reason| capitalised(reason.word()));
    let buttons: Vec<_> = Reason::ALL
        .iter()
        .zip(&words)
        .map(|(reason, word)| StatusButton { icon: Icon::Ban, word, key: "", is_chosen: *reason == chosen })
        .collect();
    let clicked = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        status_grid_ui(ui, &buttons, 2)
    });
    if let Some(reason) = clicked.inner.and_then(|nth| Reason::ALL.get(nth)) {
        cx.send(Command::SetReason(id, *reason));
    }
}
