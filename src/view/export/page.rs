//! Where the reviews of claims are published: asked for where ClaimReview is among the forms.

use egui::Ui;

use super::choose;
use crate::report::{Options, page_address};
use crate::view::Cx;
use crate::widget::field::{TextField, text_field_ui};
use crate::widget::line::label_ui;
use crate::widget::{Face, Theme};

/// Draws the field. `typed` is what stands in it while it is not kept yet: it is kept when the focus leaves it, if it is an address or
/// blank; a click on the button takes the focus, too.
pub(super) fn page_ui(ui: &mut Ui, cx: &mut Cx<'_>, (typed, options): (&mut Option<String>, &Options)) {
    let mut page = typed.clone().unwrap_or_else(|| options.page.clone());
    let field = TextField::new("Page of the reviews").hint("https://desk.example/checks/gate").label_width(124.0);
    let response = text_field_ui(ui, field, &mut page);
    let is_sound = page.trim().is_empty() || page_address(&page).is_some();
    if response.changed() {
        *typed = Some(page.clone());
    }
    if typed.is_some() && response.lost_focus() && is_sound {
        choose(cx, Options { page: page.trim().to_owned(), ..options.clone() });
        *typed = None;
    }
    if !is_sound && !response.has_focus() {
        label_ui(ui, "This is no address of a page. Write it as https://desk.example/checks/gate.", Face::Meta, Theme::of(ui.ctx()).warn);
    }
}
