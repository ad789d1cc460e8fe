//! Text fields of the project: what is typed is sent at once, all typing of a visit under one visit number.

use egui::{Id, Response, Ui};

use super::{Cx, visit_now};
use crate::command::{Command, Field};
use crate::edit::transaction::Visit;
use crate::widget::field::{TextField, text_area_ui, text_field_ui};

/// The text of a field while the checker is in it. It may hold what the project refuses, such as half a number.
#[derive(Clone)]
struct Draft {
    text: String,
    visit: Visit,
    /// What the project held a pass ago; when that changes to something not typed here, an undo has been at work.
    held: String,
}

/// The egui id of a field; the app sends the focus there.
pub fn field_id(field: Field) -> Id {
    Id::unique(("tickmark field", field))
}

/// One line.
pub fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, field: Field, look: TextField<'_>, text: &str) -> Response {
    let bound = Bound { field, text, check: &|_| None };
    bound_ui(ui, cx, bound, |ui, draft| text_field_ui(ui, look.id(field_id(field)), draft))
}

/// Several lines.
pub fn area_ui(ui: &mut Ui, cx: &mut Cx<'_>, field: Field, look: TextField<'_>, text: &str) -> Response {
    let bound = Bound { field, text, check: &|_| None };
    bound_ui(ui, cx, bound, |ui, draft| text_area_ui(ui, look.id(field_id(field)), draft))
}

/// One line that takes only what `check` accepts. Anything else stays in the field as it was typed, also when the checker
/// goes elsewhere, and is not sent; the reason is returned.
pub fn checked_line_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (field, text): (Field, &str),
    look: TextField<'_>,
    check: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let id = field_id(field);
    let bound = Bound { field, text, check: &check };
    bound_ui(ui, cx, bound, |ui, draft| text_field_ui(ui, look.id(id), draft));
    let draft: Option<Draft> = ui.data(|data| data.get_temp(id));
    draft.and_then(|draft| check(&draft.text))
}

/// A field, what the project holds for it, and what it does not take.
struct Bound<'a> {
    field: Field,
    text: &'a str,
    check: &'a dyn Fn(&str) -> Option<String>,
}

fn bound_ui(ui: &mut Ui, cx: &mut Cx<'_>, bound: Bound<'_>, edit_ui: impl FnOnce(&mut Ui, &mut String) -> Response) -> Response {
    let Bound { field, text, check } = bound;
    let id = field_id(field);
    let is_in_it = ui.memory(|memory| memory.has_focus(id));
    let kept: Option<Draft> = ui.data(|data| data.get_temp(id)).filter(|draft: &Draft| is_in_it || check(&draft.text).is_some());
    let is_current = |draft: &Draft| text == draft.held || folded(text) == folded(&draft.text);
    let fresh = || Draft { text: text.to_owned(), visit: visit_now(ui.ctx()), held: text.to_owned() };
    let mut draft = kept.filter(is_current).unwrap_or_else(fresh);
    draft.held = text.to_owned();
    let response = edit_ui(ui, &mut draft.text);
    if cx.focus == Some(field) {
        response.request_focus();
        response.scroll_to_me(None);
    }
    let is_refused = check(&draft.text).is_some();
    if response.changed() && !is_refused {
        cx.send(Command::Type { field, text: draft.text.clone(), visit: draft.visit });
    }
    if is_refused || ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.insert_temp(id, draft));
    } else {
        ui.data_mut(|data| data.remove::<Draft>(id));
    }
    response
}

/// Without blanks and commas: keywords and figures come back from the project with theirs in other places.
fn folded(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && *sign != ',').collect()
}
