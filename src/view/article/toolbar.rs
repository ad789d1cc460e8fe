//! The floating toolbar under a fresh selection: the tags by mouse, each with its key.

use egui::{Area, CornerRadius, Frame, Margin, Order, Rect, Sense, Stroke, Ui, pos2, vec2};

use crate::command::Action;
use crate::model::annotation::Tag;
use crate::view::Cx;
use crate::widget::access::Spoken;
use crate::widget::font::Face;
use crate::widget::icon::{Icon, icon_ui};
use crate::widget::key::key_cap_ui;
use crate::widget::line::{HoverWords, said_ui};
use crate::widget::paint::{Breaks, paint_broken_line};
use crate::widget::theme::Theme;

/// Height of the toolbar with its room, points.
const HEIGHT: f32 = 44.0;

/// Draws the toolbar below the last row of the selection, or above it at the end of the view.
pub fn toolbar_ui(ui: &Ui, cx: &mut Cx<'_>, rows: &[Rect], view: Rect) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let below = last.bottom() + 14.0;
    let y = if below + HEIGHT <= view.bottom() { below } else { (first.top() - HEIGHT - 4.0).max(view.top()) };
    let x = (last.left() - 10.0).clamp(view.left() + 8.0, (view.right() - 760.0).max(view.left() + 8.0));
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.paper)
        .stroke(Stroke::new(1.0, theme.line2))
        .corner_radius(CornerRadius::same(4))
        .shadow(theme.floating_shadow())
        .inner_margin(Margin::ZERO);
    Area::new(ui.scope_id().with("tag toolbar")).order(Order::Foreground).fixed_pos(pos2(x, y)).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let own: &[_] = if cx.session.suggestion().is_some() { SUGGESTION } else { &[] };
                for (action, look) in [own, WORDS].concat() {
                    button_ui(ui, cx, action, look);
                }
            });
        });
    });
}

/// What can be done with words.
const WORDS: &[(Action, Look)] = &[
    (Action::TagSelection(Tag::Claim), Look::Claim),
    (Action::TagSelection(Tag::Number), Look::Number),
    (Action::TagSelection(Tag::Source), Look::Source),
    (Action::StartLink, Look::Link),
    (Action::NotCheckable, Look::NotCheckable),
];

/// What comes first where the words are a suggestion.
const SUGGESTION: &[(Action, Look)] = &[(Action::TakeSuggestion, Look::Take), (Action::DropSuggestion, Look::Drop)];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Take,
    Drop,
    Claim,
    Number,
    Source,
    Link,
    NotCheckable,
}

fn button_ui(ui: &mut Ui, cx: &mut Cx<'_>, action: Action, look: Look) {
    let theme = Theme::of(ui.ctx());
    let key = cx.key(action);
    let inner = Frame::new().inner_margin(Margin::symmetric(10, 7)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        key_cap_ui(ui, &key);
        if let Some(icon) = match look {
            Look::Link => Some(Icon::Spline),
            Look::NotCheckable => Some(Icon::Ban),
            _ => None,
        } {
            icon_ui(ui, icon, 15.0, theme.ink);
        }
        let word = match look {
            Look::Take => "Take",
            Look::Drop => "Drop",
            Look::Claim => "Claim",
            Look::Number => "Number",
            Look::Source => "Source",
            Look::Link => "Link",
            Look::NotCheckable => "Not checkable",
        };
        let place = ui.painter().add(egui::Shape::Noop);
        let label = said_ui(ui, word, Face::Dense, theme.ink);
        decorate(ui, look, (label.rect, place));
    });
    let response = ui.interact(inner.response.rect, ui.scope_id().with(("tag", look as u8)), Sense::click());
    let label = action.row().map_or("", |row| row.label);
    Spoken::new(egui::Role::Button, label).key(Some(&key)).tell(&response);
    if response.hovered() {
        ui.painter().rect_stroke(inner.response.rect.shrink(1.0), 3.0, Stroke::new(1.0, theme.line2), egui::StrokeKind::Inside);
    }
    let response = response.on_hover_words(cx.tooltip(action));
    if response.clicked() {
        cx.run(action);
    }
    let right = inner.response.rect.right();
    if look != Look::NotCheckable {
        ui.painter().vline(right, inner.response.rect.y_range(), Stroke::new(1.0, theme.line));
    }
}

/// The mark that the tag makes, around its word.
fn decorate(ui: &Ui, look: Look, (rect, place): (Rect, egui::layers::ShapeIdx)) {
    let theme = Theme::of(ui.ctx());
    let painter = ui.painter();
    match look {
        Look::Claim => {
            let wash = rect.expand2(vec2(3.0, 1.0));
            painter.set(place, egui::Shape::rect_filled(wash, 0.0, theme.wash));
            painter.vline(wash.left(), wash.y_range(), Stroke::new(1.5, theme.claim));
            painter.vline(wash.right(), wash.y_range(), Stroke::new(1.5, theme.claim));
        }
        Look::Number => {
            painter.hline(rect.x_range(), rect.bottom() + 2.0, Stroke::new(2.5, theme.num));
        }
        Look::Source => {
            let y = rect.bottom() + 2.0;
            paint_broken_line(painter, &[pos2(rect.left(), y), pos2(rect.right(), y)], Stroke::new(2.0, theme.src), Breaks::DASHED);
        }
        Look::Link | Look::NotCheckable | Look::Take | Look::Drop => {}
    }
}
