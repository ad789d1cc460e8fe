//! The first page of the report as it will be, drawn off the drawing thread whenever the choices or the project change.

use egui::{Color32, ColorImage, Context, Rect, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2};

use crate::report::Options;
use crate::view::Cx;
use crate::view::kept::Stamp;
use crate::widget::line::words_ui;
use crate::widget::{Face, Spoken, Theme};

/// Pixels across: sharp on a screen of twice the usual density.
const WIDTH_PX: u16 = 720;

pub use crate::session::exporting::Page as Picture;

/// A first page that is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewOrder {
    stamp: Stamp,
    options: Options,
}

impl PreviewOrder {
    /// How wide it is to be, pixels.
    pub fn width_px(&self) -> u16 {
        WIDTH_PX
    }
}

/// The page shown and the one on its way.
#[derive(Default)]
pub(super) struct PreviewState {
    shown: Option<(PreviewOrder, Result<TextureHandle, String>)>,
    under_way: Option<PreviewOrder>,
    order: Option<PreviewOrder>,
}

impl PreviewState {
    pub(super) fn take_order(&mut self) -> Option<PreviewOrder> {
        self.order.take()
    }

    pub(super) fn take(&mut self, ctx: &Context, order: &PreviewOrder, drawn: Result<Picture, String>) {
        if self.under_way.as_ref() != Some(order) {
            return;
        }
        self.under_way = None;
        let texture = drawn.and_then(|picture| {
            let is_whole = picture.rgba.len() == picture.width * picture.height * 4 && picture.width > 0;
            let image = is_whole.then(|| ColorImage::from_rgba_unmultiplied([picture.width, picture.height], &picture.rgba));
            image.map(|image| ctx.load_texture("first page", image, TextureOptions::LINEAR)).ok_or_else(|| "The page is empty.".to_owned())
        });
        self.shown = Some((order.clone(), texture));
    }
}

/// Draws the page, and orders it anew where it is not of the report as it would be.
pub(super) fn preview_ui(ui: &mut Ui, cx: &Cx<'_>, state: &mut PreviewState, room: Rect) {
    let theme = Theme::of(ui.ctx());
    let wanted = PreviewOrder { stamp: Stamp::of(cx.session), options: Options::in_use(cx.session.project()) };
    let is_shown = state.shown.as_ref().is_some_and(|(order, _)| *order == wanted);
    if !is_shown && state.under_way.is_none() {
        state.under_way = Some(wanted.clone());
        state.order = Some(wanted);
    }
    ui.painter().rect_filled(room, 0.0, theme.desk);
    let (words, is_page) = match &state.shown {
        Some((_, Ok(texture))) => {
            let size = texture.size_vec2();
            let inside = room.shrink(12.0);
            let scale = (inside.width() / size.x).min(inside.height() / size.y);
            let page = Rect::from_center_size(inside.center(), size * scale);
            // Paler while a newer one is on its way.
            let tint = if is_shown { Color32::WHITE } else { Color32::from_white_alpha(150) };
            ui.painter().image(texture.id(), page, Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0)), tint);
            ui.painter().rect_stroke(page, 0.0, Stroke::new(1.0, theme.line2), StrokeKind::Outside);
            ("First page of the report".to_owned(), true)
        }
        Some((_, Err(words))) => (words.clone(), false),
        None => ("Laying out the first page …".to_owned(), false),
    };
    if !is_page {
        let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(room.shrink2(Vec2::splat(24.0))));
        words_ui(&mut inner, words.clone(), (Face::Dense, 18.0), theme.ink2);
    }
    let response = ui.interact(room, ui.scope_id().with("first page"), Sense::hover());
    Spoken::new(egui::Role::Image, &words).tell(&response);
}
