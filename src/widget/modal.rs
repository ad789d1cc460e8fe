//! Windows that ask for all attention: what they cover is dimmed, Esc or a click beside them closes them.

use egui::{Align, Align2, Context, Frame, Id, Layout, Modal, Response, Role, Sense, Stroke, Ui, Vec2};

use super::access::Spoken;
use super::editor;
use super::font::Face;
use super::icon::{Icon, icon_ui};
use super::key::key_cap_ui;
use super::line::label_ui;
use super::paint::paint_focus_around;
use super::separator::hairline_ui;
use super::style::WINDOW_RADIUS;
use super::theme::Theme;

const HEAD_HEIGHT: f32 = 52.0;
const HEAD_PADDING: f32 = 16.0;

/// A modal window.
#[derive(Clone, Copy, Debug)]
pub struct ModalWindow<'a> {
    /// Keeps two modals apart.
    pub id: &'a str,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Width in points; narrower where the program's window is.
    pub width: f32,
    /// Distance of its top from the top of the window; centred where there is none.
    pub top: Option<f32>,
}

/// Draws a modal window and dims the rest. Returns what the contents return, and whether the window is to be closed.
/// The contents reach to the border: they set their own padding.
pub fn modal_ui<R>(ctx: &Context, window: &ModalWindow<'_>, contents: impl FnOnce(&mut Ui) -> R) -> (R, bool) {
    let theme = Theme::of(ctx);
    let frame = Frame {
        fill: theme.paper,
        stroke: Stroke::new(1.0, theme.line2),
        corner_radius: WINDOW_RADIUS.into(),
        shadow: theme.floating_shadow(),
        ..Frame::NONE
    };
    let id = Id::unique(("modal", window.id));
    let mut area = Modal::default_area(id);
    if let Some(top) = window.top {
        area = area.anchor(Align2::CENTER_TOP, Vec2::new(0.0, top_within(ctx, top)));
    }
    let modal = Modal::new(id).area(area).frame(frame).backdrop_color(theme.dim);
    let shown = modal.show(ctx, |ui| {
        ui.set_width(window.width.min(ctx.content_rect().width() - 32.0));
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::Dialog);
            node.set_label(window.name);
            node.set_modal();
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui)
    });
    // Esc while words are composed belongs to the input method.
    let should_close = shown.should_close() && !editor::is_composing(ctx);
    (shown.inner, should_close)
}

/// Where a modal window begins that would begin at `top`: higher in a window with little height. Points.
pub fn top_within(ctx: &Context, top: f32) -> f32 {
    top.min((ctx.content_rect().height() * 0.12).round())
}

/// The head of a modal window.
#[derive(Clone, Copy, Debug)]
pub struct ModalHead<'a> {
    /// Icon before the title.
    pub icon: Icon,
    /// Title of the window.
    pub title: &'a str,
    /// A muted remark after it; may be empty.
    pub remark: &'a str,
}

/// Draws the head of a modal window over a hairline. True when its Esc cap was clicked.
pub fn modal_head_ui(ui: &mut Ui, head: ModalHead<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    let room = Vec2::new(ui.available_width(), HEAD_HEIGHT);
    let closed = ui
        .allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(room);
            ui.add_space(HEAD_PADDING);
            icon_ui(ui, head.icon, 18.0, theme.ink2);
            label_ui(ui, head.title, Face::ViewTitle, theme.ink);
            label_ui(ui, head.remark, Face::Dense, theme.ink3);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(HEAD_PADDING);
                close_cap_ui(ui).clicked()
            })
            .inner
        })
        .inner;
    hairline_ui(ui);
    closed
}

/// Draws the Esc cap, which closes the window that it stands in when clicked.
pub fn close_cap_ui(ui: &mut Ui) -> Response {
    let cap = key_cap_ui(ui, "Esc");
    // Larger than the cap looks, so that it can be hit.
    let rect = cap.rect.expand2(Vec2::new(4.0, 4.0));
    let response = ui.interact(rect, cap.id.with("close"), Sense::click());
    paint_focus_around(ui, &response, cap.rect, 3.0);
    Spoken::new(Role::Button, "Close").key(Some("Esc")).tell(&response);
    response
}
