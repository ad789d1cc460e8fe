//! The right panel: what the left article changed, a card for each passage, and what to make of all of them.

use std::ops::Range;

use egui::{Frame, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, pos2, vec2};

use super::rows::Card;
use super::{CompareState, Shown, act, choose_passage};
use crate::command::catalogue::Action;
use crate::view::Cx;
use crate::view::snippet::Snippet;
use crate::view::table::{inset_ui, padded_ui};
use crate::view::wording::count;
use crate::widget::line::{label_ui, words_ui};
use crate::widget::paint::{line_of_text, paint_focus, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{Badge, Button, Face, Icon, Spoken, Theme, button_ui, follow_focus_ui, hairline_ui, letter_badge_ui, paint_icon};

const PADDING: f32 = 14.0;
const LEGEND: f32 = 78.0;
/// Height of the buttons, and of the line and the room that part them from the cards.
const BUTTONS: f32 = 28.0;
const PARTING: f32 = 9.0;

/// Draws the panel.
pub fn compare_right_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    let Some(shown) = state.flows.as_ref().map(|(shown, ..)| std::rc::Rc::clone(shown)) else {
        padded_ui(ui, 44.0, PADDING, |ui| label_ui(ui, "Nothing compared yet", Face::ClaimTitle, theme.ink));
        return;
    };
    let letter = cx.session.project().letter(shown.beside.two.0);
    let changed = shown.cards.iter().filter(|card| card.is_warning).count();
    padded_ui(ui, 44.0, PADDING, |ui| {
        let width = ui.available_width();
        label_ui(ui, format!("What {letter} changed"), Face::ClaimTitle, theme.ink);
        let remark = remark(&shown, changed);
        let line = line_of_text(ui, &remark, Face::Meta, theme.ink3);
        let rect = ui.max_rect();
        // Where both do not fit, the title stays.
        if line.size().x + 140.0 < width {
            paint_line_at(ui.painter(), (rect.right() - line.size().x, rect.center().y), line, theme.ink3);
        }
    });
    let has_buttons = !shown.beside.found.passages.is_empty();
    let below = LEGEND + if has_buttons { BUTTONS + PARTING } else { 0.0 };
    let room = (ui.available_height() - below).max(120.0);
    ScrollArea::vertical().id_salt("changes").max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let inner = Frame::NONE.inner_margin(Margin { left: PADDING as i8, right: PADDING as i8, top: 0, bottom: 8 });
        inner.show(ui, |ui| {
            ui.set_width(ui.available_width());
            for card in &shown.cards {
                card_ui(ui, cx, state, (&shown, card));
                ui.add_space(8.0);
            }
            if shown.cards.is_empty() && !shown.beside.found.passages.is_empty() {
                words_ui(ui, "All shared passages have the same words.", (Face::Dense, 17.0), theme.ink2);
                ui.add_space(8.0);
            }
        });
        follow_focus_ui(ui);
    });
    if has_buttons {
        // Cards go on behind the line, not behind the buttons.
        hairline_ui(ui);
        ui.add_space(PARTING - 1.0);
        inset_ui(ui, PADDING, |ui| buttons_ui(ui, cx, state, &shown));
    }
    legend_ui(ui, cx, &shown);
}

/// `8 passages, 2 change more than words`.
fn remark(shown: &Shown, changed: usize) -> String {
    let passages = count(shown.beside.found.passages.len(), "passage");
    match changed {
        0 => passages,
        1 => format!("{passages}, 1 to look at"),
        many => format!("{passages}, {many} to look at"),
    }
}

fn card_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, (shown, card): (&Shown, &Card)) {
    let theme = Theme::of(ui.ctx());
    let is_chosen = state.passage == Some(card.passage);
    let (fill, border) = if card.is_warning { (theme.warnbg, theme.warn) } else { (theme.field, theme.line2) };
    let border = if is_chosen { Stroke::new(2.0, theme.sel) } else { Stroke::new(1.0, border) };
    let frame = Frame::NONE.fill(fill).stroke(border).corner_radius(4.0).inner_margin(Margin::symmetric(10, 8));
    let letters = [shown.beside.two.1, shown.beside.two.0].map(|id| cx.session.project().letter(id));
    let drawn = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        head_ui(ui, (&letters[1], card));
        ui.add_space(4.0);
        for (letter, quote) in letters.iter().zip([&card.quotes.0, &card.quotes.1]) {
            quote_line_ui(ui, letter, quote);
        }
        ui.add_space(4.0);
        words_ui(ui, &card.words, (Face::Dense, 17.0), theme.ink2);
    });
    let rect = drawn.response.rect;
    let response = ui.interact(rect, ui.scope_id().with(("card", card.passage)), Sense::click());
    paint_focus(ui, &response);
    Spoken::new(Role::Button, &format!("{} {}, {}: {}", letters[1], card.place, card.chip, card.words)).on(is_chosen).tell(&response);
    if response.clicked() {
        crate::view::table::focus_table(ui, crate::session::ViewKind::Compare);
        choose_passage(cx, state, shown, card.passage);
        state.reveal = true;
    }
}

fn head_ui(ui: &mut Ui, (letter, card): (&str, &Card)) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let mut left = ui.new_child(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)));
    left.spacing_mut().item_spacing.x = 5.0;
    letter_badge_ui(&mut left, letter, Badge::Small);
    label_ui(&mut left, &card.place, Face::Meta, theme.ink3);
    let ink = if card.is_warning { theme.warn } else { theme.ink3 };
    let line = line_of_text(ui, card.chip, Face::Meta, ink);
    let start = rect.right() - line.size().x;
    paint_line_at(ui.painter(), (start, rect.center().y), line, ink);
    if card.is_warning {
        paint_icon(ui.painter(), Icon::TriangleAlert, pos2(start - 11.0, rect.center().y), 13.0, ink);
    }
}

/// The letter of an article, and its words with those that differ in semibold.
fn quote_line_ui(ui: &mut Ui, letter: &str, quote: &Snippet) {
    let theme = Theme::of(ui.ctx());
    let line = line_of_text(ui, letter, Face::Meta, theme.ink3);
    let indent = 15.0_f32.max(line.size().x + 5.0);
    let place = ui.cursor().min;
    paint_line_at(ui.painter(), (place.x, place.y + 10.0), line, theme.ink3);
    let rect = Rect::from_min_max(place + vec2(indent, 0.0), pos2(ui.max_rect().right(), ui.max_rect().bottom()));
    let mut words = ui.new_child(UiBuilder::new().max_rect(rect));
    let strong: [(Range<usize>, Emphasis); 1] = [(quote.core.clone(), Emphasis::Semibold)];
    quote_ui(&mut words, &Quote::new(&quote.text, TextStyle::serif(14.0, 19.0), theme.ink).emphasis(&strong).rows(3));
    ui.add_space(words.min_rect().height());
}

fn buttons_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, shown: &Shown) {
    let (claims, links) = (shown.to_claim().len(), shown.to_link().len());
    let mut wanted = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if claims > 0 {
            let word = format!("Make {}", count(claims, "claim"));
            if button_ui(ui, Button::primary(&word).icon(Icon::Plus)).clicked() {
                wanted = Some(Action::ClaimChanges);
            }
        }
        if button_ui(ui, Button::secondary("Link all passages").enabled(links > 0)).clicked() {
            wanted = Some(Action::LinkPassages);
        }
    });
    if let Some(action) = wanted {
        act(cx, state, shown, action);
    }
}

/// What the looks in the columns mean.
fn legend_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &Shown) {
    let theme = Theme::of(ui.ctx());
    let letters = [shown.beside.two.0, shown.beside.two.1].map(|id| cx.session.project().letter(id));
    let rest = ui.available_rect_before_wrap();
    let top = rest.bottom() - LEGEND + 8.0;
    let differ = format!("differ between {} and {}", letters[0], letters[1]);
    let rows = [
        ("words", Some(theme.selbg), (1.0, theme.line2), differ.as_str()),
        ("words", Some(theme.warnbg), (2.0, theme.warn), "change source, figure, hedge or negation"),
        ("2,200", None, (3.0, theme.num), "figures found in both"),
    ];
    for (nth, (sample, fill, (height, colour), words)) in rows.into_iter().enumerate() {
        let middle = top + 22.0 * nth as f32 + 8.0;
        let line = line_of_text(ui, sample, Face::Meta, theme.ink);
        let left = rest.left() + PADDING;
        let box_ = Rect::from_min_max(pos2(left, middle - 8.0), pos2(left + line.size().x + 8.0, middle + 8.0));
        if let Some(fill) = fill {
            ui.painter().rect_filled(box_, 0.0, fill);
        }
        ui.painter().rect_filled(box_.with_min_y(box_.bottom() - height), 0.0, colour);
        paint_line_at(ui.painter(), (left + 4.0, middle), line, theme.ink);
        let line = line_of_text(ui, words, Face::Meta, theme.ink3);
        paint_line_at(ui.painter(), (box_.right() + 8.0, middle), line, theme.ink3);
    }
}
