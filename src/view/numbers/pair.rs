//! Two figures that contradict each other, as their articles have them, side by side.

use egui::{Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2};

use super::PADDING;
use super::rows::QuotedFigure;
use crate::model::id::QuantityId;
use crate::view::table::RowClick;
use crate::widget::line::label_ui;
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Face, Icon, Spoken, Theme, letter_badge_ui, paint_icon};

/// Room for the sign between the two, points.
const SIGN: f32 = 34.0;

/// Draws both; gives the one that was clicked.
pub(super) fn pair_ui(ui: &mut Ui, rect: Rect, pair: &(QuotedFigure, QuotedFigure)) -> Option<(QuantityId, RowClick)> {
    let theme = Theme::of(ui.ctx());
    let inside = rect.shrink2(Vec2::new(PADDING, 4.0));
    let width = (inside.width() - SIGN) / 2.0;
    let boxes = [inside.with_max_x(inside.left() + width), inside.with_min_x(inside.right() - width)];
    paint_icon(ui.painter(), Icon::EqualNot, inside.center(), 20.0, theme.warn);
    let clicks = [&pair.0, &pair.1].into_iter().zip(boxes).map(|(figure, area)| (figure.number, box_ui(ui, area, figure)));
    clicks.collect::<Vec<_>>().into_iter().find(|(_, click)| click.selects || click.opens)
}

fn box_ui(ui: &mut Ui, area: Rect, figure: &QuotedFigure) -> RowClick {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(area, ui.scope_id().with(("quoted", figure.number)), Sense::CLICK);
    let fill = if response.hovered() { theme.hover } else { theme.paper };
    ui.painter().rect(area, 4.0, fill, Stroke::new(1.0, theme.line2), StrokeKind::Inside);
    let name = format!("{} {}, {} {}: {}", figure.letter, figure.paragraph, figure.value, figure.meant, figure.quote.text);
    Spoken::new(Role::Button, &name).tell(&response);
    let inner = area.shrink2(Vec2::new(10.0, 5.0));
    let builder = UiBuilder::new().max_rect(inner).id_salt(("quoted words", figure.number)).layout(Layout::top_down(Align::Min));
    let mut ui = ui.new_child(builder);
    ui.spacing_mut().item_spacing = Vec2::new(6.0, 2.0);
    ui.allocate_ui_with_layout(Vec2::new(inner.width(), 18.0), Layout::left_to_right(Align::Center), |ui| {
        letter_badge_ui(ui, &figure.letter, Badge::Small);
        label_ui(ui, &figure.paragraph, Face::Meta, theme.ink3);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            label_ui(ui, &figure.meant, Face::Meta, theme.ink3);
            label_ui(ui, &figure.value, Face::Strong, theme.ink);
        });
    });
    let lane = [(figure.quote.core.clone(), Emphasis::NumberLane(theme.num))];
    quote_ui(&mut ui, &Quote::new(&figure.quote.text, TextStyle::serif(14.0, 21.0), theme.ink).rows(2).emphasis(&lane));
    RowClick { selects: response.clicked(), opens: response.double_clicked() }
}
