//! The left panel of the Numbers view: filters, what is measured, what is offered, and how to read the plots.

use egui::{Align, Layout, Pos2, Rect, Role, Sense, Ui, Vec2};

use super::head::{offer_title, sign_of};
use super::painted::shape_ui;
use super::table::{Filter, Head, Line, NumberTable, Section};
use super::{NumbersState, Reveal};
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::report::plots::range::Shape;
use crate::view::Cx;
use crate::view::table::{Heights, Lines, cell_text, lines_ui, padded_ui};
use crate::view::wording::count;
use crate::widget::line::{label_ui, said_ui, words_ui};
use crate::widget::paint::{Breaks, line_of_text, paint_broken_rect, paint_focus, paint_line_at};
use crate::widget::{Chip, Face, Spoken, TextField, Theme, chip_ui, hairline_ui, paint_icon, text_field_ui};

const ROW: f32 = 27.0;
const PADDING: f32 = 12.0;
/// Height of the legend, and of a line of it, points.
const LEGEND: f32 = 168.0;
const LEGEND_ROW: f32 = 21.0;
/// The list is never pushed below this by the legend, points.
const LEAST_LIST: f32 = 160.0;

/// Draws the left panel.
pub fn numbers_left_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    let table = state.table(cx);
    padded_ui(ui, 36.0, PADDING, |ui| {
        label_ui(ui, if table.is_grouped { "What is measured" } else { "Numbers" }, Face::Strong, theme.ink);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let number = if table.is_grouped { count(table.groups, "group") } else { table.count(Filter::All).to_string() };
            label_ui(ui, number, Face::Meta, theme.ink3);
        });
    });
    padded_ui(ui, 36.0, PADDING, |ui| {
        text_field_ui(ui, TextField::new("Filter the figures").hint("Filter"), &mut state.wish.typed);
    });
    chips_ui(ui, state, &table);
    if table.is_grouped {
        let room = ui.available_rect_before_wrap();
        let legend = if room.height() >= LEAST_LIST + LEGEND { LEGEND } else { 0.0 };
        let list_height = (table.sections.len() as f32 * ROW).min(room.height() - legend);
        let list = room.with_max_y(room.top() + list_height);
        groups_ui(&mut ui.new_child(egui::UiBuilder::new().max_rect(list).id_salt("groups")), cx, state, &table);
        if legend > 0.0 {
            let area = room.with_min_y(list.bottom() + 6.0);
            legend_ui(&mut ui.new_child(egui::UiBuilder::new().max_rect(area).id_salt("legend")));
        }
    } else if !table.sections.is_empty() {
        hairline_ui(ui);
        ui.add_space(8.0);
        padded_ui(ui, 48.0, PADDING, |ui| {
            let words = "Press M to say with which others a figure measures the same; then they stand together.";
            words_ui(ui, words, (Face::Meta, Face::Meta.row()), theme.ink3);
        });
    }
}

fn chips_ui(ui: &mut Ui, state: &mut NumbersState, table: &NumberTable) {
    let frame = egui::Frame::NONE.inner_margin(egui::Margin { left: 12, right: 12, top: 4, bottom: 8 });
    frame.show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(4.0);
            for filter in Filter::ALL {
                let count = table.count(filter);
                let is_on = state.wish.filter == filter;
                // A filter that would leave nothing is not offered, unless it is the one in force.
                if count == 0 && filter != Filter::All && !is_on {
                    continue;
                }
                if chip_ui(ui, Chip { word: filter.word(), count: Some(count), is_on }).clicked() {
                    state.wish.filter = filter;
                }
            }
        });
    });
}

fn groups_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState, table: &NumberTable) {
    let heights = state.groups.get(cx.session, (), || Heights::new(table.sections.iter().map(|_| ROW)));
    let chosen = match (state.offer, cx.session.record()) {
        (Some(offer), _) => table.sections.iter().position(|section| is_offer_of(section, offer)),
        (None, Some(Mention::Number(number))) => table.section_of(cx.session, number),
        _ => None,
    };
    let mut clicked = None;
    lines_ui(ui, Lines { id: "groups", heights: &heights, reveal: None }, |ui, at, rect| {
        if let Some(section) = table.sections.get(at)
            && section_ui(ui, cx, rect, (section, at, chosen == Some(at)))
        {
            clicked = Some(at);
        }
    });
    if let Some((at, section)) = clicked.and_then(|at| Some((at, table.sections.get(at)?))) {
        show(cx, state, (table, at, section));
    }
}

fn is_offer_of(section: &Section, number: crate::model::id::QuantityId) -> bool {
    matches!(&section.head, Head::Offer(proposal) if proposal.numbers.first() == Some(&number))
}

/// Brings a section into view, and chooses its first figure, or the whole of what is offered.
fn show(cx: &mut Cx<'_>, state: &mut NumbersState, (table, at, section): (&NumberTable, usize, &Section)) {
    state.next_reveal = Some(Reveal::Head(at));
    let shown = state.shown(cx, table);
    if !shown.lines.contains(&Line::Head(at)) {
        state.wish.filter = Filter::All;
        state.wish.typed.clear();
    }
    let Some(first) = section.numbers.first() else { return };
    if matches!(section.head, Head::Offer(_)) {
        state.offer = Some(*first);
    } else {
        state.offer = None;
        cx.send(Command::SelectRecord(Mention::Number(*first)));
    }
}

fn section_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, (section, at, is_chosen): (&Section, usize, bool)) -> bool {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("measured", at)), Sense::click());
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.hover);
    }
    let middle = Pos2::new(rect.left() + PADDING + 7.0, rect.center().y);
    match &section.head {
        Head::Group(group) => {
            if let Some((icon, colour)) = sign_of(group.judged.agreement.outcome, &theme) {
                let colour = if colour == theme.ink { theme.ink3 } else { colour };
                paint_icon(ui.painter(), icon, middle, 13.0, colour);
            }
        }
        Head::Offer(_) => {
            let sign = Rect::from_center_size(middle, Vec2::new(13.0, 11.0));
            paint_broken_rect(ui.painter(), sign, egui::Stroke::new(1.5, theme.num), Breaks::SUGGESTED);
        }
        Head::Loose => {}
    }
    let number = line_of_text(ui, &section.numbers.len().to_string(), Face::Dense, theme.ink3);
    let number_left = rect.right() - PADDING - number.size().x;
    paint_line_at(ui.painter(), (number_left, rect.center().y), number, theme.ink3);
    let title = Rect::from_x_y_ranges(rect.left() + PADDING + 20.0..=number_left - 8.0, rect.y_range());
    let face = if is_chosen { Face::DenseStrong } else { Face::Dense };
    let colour = if section.judged().is_some() { theme.ink } else { theme.ink3 };
    cell_text(ui, title, section.title(), (face, colour));
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &spoken(cx, section)).on(is_chosen).tell(&response);
    response.clicked()
}

fn spoken(cx: &Cx<'_>, section: &Section) -> String {
    match &section.head {
        Head::Group(group) => {
            let sentence = group.judged.agreement.sentence();
            let figures = count(section.numbers.len(), "figure");
            if sentence.is_empty() { format!("{}, {figures}", group.title) } else { format!("{}, {figures}, {sentence}", group.title) }
        }
        Head::Offer(proposal) => format!("Offered, {}", offer_title(cx, proposal)),
        Head::Loose => format!("Figures in no group, {}", section.numbers.len()),
    }
}

/// Draws how to read the plots.
fn legend_ui(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.y = 0.0;
    hairline_ui(ui);
    ui.add_space(6.0);
    padded_ui(ui, 24.0, PADDING, |ui| said_ui(ui, "How to read the plots", Face::SectionHead, theme.ink3));
    let rows = [
        (Shape::Dot, theme.num, "exact"),
        (Shape::Ring, theme.num, "about, roughly"),
        (Shape::AtMost, theme.num, "up to, as many as"),
        (Shape::AtLeast, theme.num, "more than"),
        (Shape::Range, theme.num, "between"),
        (Shape::Dot, theme.warn, "out of line with the rest"),
    ];
    for (shape, colour, words) in rows {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LEGEND_ROW), Sense::hover());
        let (left, middle) = (rect.left() + PADDING, rect.center().y);
        let at = |x: f32| Pos2::new(left + x, middle);
        let ends = match shape {
            Shape::Dot | Shape::Ring => (at(22.0), at(22.0)),
            Shape::AtMost => (at(6.0), at(36.0)),
            Shape::AtLeast => (at(12.0), at(12.0)),
            Shape::Range => (at(10.0), at(34.0)),
        };
        shape_ui(ui.painter(), shape, ends, (colour, theme.panel));
        let line = line_of_text(ui, words, Face::Note, theme.ink2);
        paint_line_at(ui.painter(), (left + 52.0, middle), line, theme.ink2);
        Spoken::new(Role::Label, words).tell(&response);
    }
}
