//! The pieces that several kinds of inspector are made of: quote block, section heads, fields, warnings.

use egui::{Frame, Margin, Rect, Response, Role, Sense, Ui, Vec2};

use crate::command::Field;
use crate::command::catalogue::Action;
use crate::lint::{Rule, Severity};
use crate::model::annotation::Annotation;
use crate::view::Cx;
use crate::view::field::{area_ui, line_ui};
use crate::view::warnings::{dots_ui, rule_icon};
use crate::widget::field::TextField;
use crate::widget::line::{HoverWords, label_ui};
use crate::widget::paint::{line_of_text, paint_focus_around, paint_line_at, paint_outline};
use crate::widget::style::RADIUS;
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Face, Icon, Spoken, Theme, icon_ui, section_ui, section_with_ui};

/// Room for the names of fields at their left, points.
pub(super) const LABEL: f32 = 84.0;

/// What a quote block stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// The wash of an open claim, with its bar.
    Claim,
    /// The wash of a settled claim, with its bar.
    Settled,
    /// A number: paper, with a lane under the words.
    Number,
    /// A source: paper. Its lane is broken, which a quote cannot show, so there is none.
    Source,
    /// Selected words that are not tagged.
    Fresh,
}

/// Draws the words of the mark, to the letter.
pub(super) fn quote_block_ui(ui: &mut Ui, words: &str, ground: Ground) {
    let theme = Theme::of(ui.ctx());
    let (fill, bar) = match ground {
        Ground::Claim => (theme.wash, Some(theme.claim)),
        Ground::Settled => (theme.washs, Some(theme.claims)),
        Ground::Number | Ground::Source => (theme.paper, None),
        Ground::Fresh => (theme.fresh, None),
    };
    let lane = (ground == Ground::Number).then_some(theme.num);
    let margin = Margin { left: if bar.is_some() { 13 } else { 10 }, right: 8, top: 5, bottom: 6 };
    let inner = Frame::NONE.fill(fill).inner_margin(margin).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let emphasis: Vec<_> = lane.map(|lane| (0..words.len(), Emphasis::NumberLane(lane))).into_iter().collect();
        let row = if lane.is_some() { 22.0 } else { 19.0 };
        quote_ui(ui, &Quote::new(words, TextStyle::serif(14.5, row), theme.ink).emphasis(&emphasis));
    });
    if let Some(bar) = bar {
        let edge = Rect::from_min_size(inner.response.rect.min, Vec2::new(3.0, inner.response.rect.height()));
        ui.painter().rect_filled(edge, 0.0, bar);
    }
}

/// Draws a box on paper for something that is asked or told within the inspector.
pub(super) fn box_ui<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.paper,
        stroke: egui::Stroke::new(1.0, theme.line2),
        corner_radius: 4.into(),
        inner_margin: Margin::symmetric(10, 6),
        ..Frame::NONE
    };
    frame.show(ui, contents).inner
}

/// Draws the box of a field whose words scroll within it, so that neither the box nor its outline scrolls with them.
pub(super) fn field_box_ui(ui: &mut Ui, id: egui::Id, contents: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame {
        fill: theme.field,
        stroke: egui::Stroke::new(1.0, theme.line2),
        corner_radius: RADIUS.into(),
        inner_margin: Margin::symmetric(8, 4),
        ..Frame::NONE
    };
    let shown = frame.show(ui, contents).response;
    if ui.memory(|memory| memory.has_focus(id)) {
        paint_outline(ui, shown.rect, f32::from(RADIUS));
    }
}

/// Draws a section head with the key that goes to its field.
pub(super) fn keyed_section_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str, action: Action) {
    section_ui(ui, title, &cx.key(action));
}

/// The same with a pencil, for words that do not look like a field.
pub(super) fn pencilled_section_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str, action: Action) {
    let key = cx.key(action);
    section_with_ui(ui, title, |ui| {
        let muted = Theme::of(ui.ctx()).ink3;
        ui.spacing_mut().item_spacing.x = 3.0;
        label_ui(ui, key, Face::Meta, muted);
        icon_ui(ui, Icon::Pencil, 12.0, muted);
    });
}

/// Draws a word in a section head that does something.
pub(super) fn section_act_ui(ui: &mut Ui, word: &str, name: &str) -> bool {
    let theme = Theme::of(ui.ctx());
    let line = line_of_text(ui, word, Face::Meta, egui::Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(line.size().x.ceil(), 15.0), Sense::hover());
    // Larger than the word looks, so that it can be hit.
    let reach = rect.expand2(Vec2::new(6.0, 4.5));
    let response = ui.interact(reach, response.id.with(name), Sense::click());
    let colour = if response.hovered() { theme.ink } else { theme.ink2 };
    paint_line_at(ui.painter(), (rect.left(), rect.center().y), line, colour);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        egui::Stroke::new(1.0, if response.hovered() { theme.ink } else { theme.line2 }),
    );
    paint_focus_around(ui, &response, rect, 2.0);
    Spoken::new(Role::Button, name).tell(&response);
    response.on_hover_words(name).clicked()
}

/// Room for the dots at the right of a warning, points.
const DOTS: Vec2 = Vec2::splat(24.0);

/// Draws what a rule has found, with its sign and the way to switch the rule off.
fn warning_ui(ui: &mut Ui, cx: &mut Cx<'_>, (rule, words): (Rule, &str), salt: usize) {
    let theme = Theme::of(ui.ctx());
    let colour = if rule.severity() == Severity::Note { theme.ink2 } else { theme.warn };
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        icon_ui(ui, rule_icon(rule), 14.0, colour);
        ui.vertical(|ui| {
            ui.set_max_width((ui.available_width() - DOTS.x).max(0.0));
            label_ui(ui, words, Face::Note, colour)
        });
    });
    let row = row.response.rect;
    let dots = Rect::from_center_size(egui::pos2(ui.max_rect().right() - DOTS.x / 2.0, row.top() + 8.0), DOTS);
    let is_near = ui.rect_contains_pointer(row.with_max_x(dots.right()));
    dots_ui(ui, cx, (rule, (salt, words)), (dots, is_near));
}

/// Draws all warnings of a section, if there are any.
pub(super) fn warnings_ui(ui: &mut Ui, cx: &mut Cx<'_>, found: &[(Rule, String)]) {
    for (nth, (rule, words)) in found.iter().enumerate() {
        ui.add_space(4.0);
        warning_ui(ui, cx, (*rule, words), nth);
    }
}

/// Draws a field of one line with its name at the left.
pub(super) fn named_line_ui(ui: &mut Ui, cx: &mut Cx<'_>, (name, hint): (&str, &str), field: Field, text: &str) -> Response {
    let response = line_ui(ui, cx, field, TextField::new(name).hint(hint).label_width(LABEL), text);
    ui.add_space(5.0);
    response
}

/// Draws note and keywords of a mark.
pub(super) fn mark_fields_ui(ui: &mut Ui, cx: &mut Cx<'_>, mark: Option<&Annotation>, note: (&str, &str)) {
    let Some(mark) = mark else { return };
    let (name, hint) = note;
    keyed_or_plain_section_ui(ui, cx, name);
    area_ui(ui, cx, Field::MarkNote(mark.id), TextField::new(name).hint(hint).least_rows(1), &mark.note);
    section_ui(ui, "Keywords", "separated by commas");
    line_ui(ui, cx, Field::Keywords(mark.id), TextField::new("Keywords"), &mark.keywords.join(", "));
}

fn keyed_or_plain_section_ui(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    if name == "Note" { keyed_section_ui(ui, cx, name, Action::EditNote) } else { section_ui(ui, name, "") }
}
