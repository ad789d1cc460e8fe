//! Headings of the sections: a group with its verdict and its plot, what is offered with the ways to take or drop it, and the rest.

use egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2};

use super::keys::{drop_offer, take};
use super::painted::plot_ui;
use super::table::GroupHead;
use super::{NumbersState, PADDING};
use crate::command::catalogue::Action;
use crate::model::quantity::agreement::{Agreement, Outcome, Why};
use crate::report::plots::range::Plot;
use crate::suggest::Proposal;
use crate::view::Cx;
use crate::view::table::focus_table;
use crate::view::wording::count;
use crate::widget::paint::{Breaks, line_cut_to, line_of_text, paint_broken_rect, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, quote_ui};
use crate::widget::{Button, Face, Icon, Spoken, Theme, button_ui, paint_icon};

/// Width of a plot, points, and the room that words beside it need at least.
const PLOT: f32 = 416.0;
const LEAST_WORDS: f32 = 190.0;
/// Room for the buttons of an offer, points.
const BUTTONS: f32 = 232.0;

/// Draws the heading of a group.
pub(super) fn group_ui(ui: &mut Ui, rect: Rect, (group, plot): (&GroupHead, Option<&Plot>), is_first: bool) {
    edge_ui(ui, rect, is_first);
    let inside = rect.shrink2(Vec2::new(PADDING, 0.0));
    let plot_width = if plot.is_some() { PLOT.min(inside.width() - LEAST_WORDS).max(0.0) } else { 0.0 };
    let room = inside.width() - plot_width - if plot_width > 0.0 { 8.0 } else { 0.0 };
    let remark = group.remark();
    words_ui(ui, (inside.left_top(), room), (&group.title, &remark));
    let agreement = &group.judged.agreement;
    if agreement.outcome != Outcome::Nothing || !agreement.words.is_empty() {
        verdict_ui(ui, (inside.left(), rect.top() + 57.0), agreement, room);
    }
    let response = ui.interact(rect, ui.scope_id().with(("group", group.id)), Sense::hover());
    let sentence = agreement.sentence();
    let name: Vec<&str> = [group.title.as_str(), &remark, &sentence].into_iter().filter(|part| !part.is_empty()).collect();
    Spoken::new(Role::Heading, &name.join(", ")).tell(&response);
    if let Some(plot) = plot.filter(|_| plot_width > 200.0) {
        let area = Rect::from_min_max(egui::pos2(inside.right() - plot_width, rect.top() + 8.0), inside.right_bottom());
        plot_ui(ui, area, (plot, &group.judged), ("plot", group.id));
    }
}

fn edge_ui(ui: &Ui, rect: Rect, is_first: bool) {
    if !is_first {
        ui.painter().rect_filled(rect.with_max_y(rect.top() + 1.0), 0.0, Theme::of(ui.ctx()).line2);
    }
}

fn words_ui(ui: &Ui, (corner, room): (egui::Pos2, f32), (title, remark): (&str, &str)) {
    let theme = Theme::of(ui.ctx());
    let title = line_cut_to(ui, title, Face::ClaimTitle, (theme.ink, room));
    paint_line_at(ui.painter(), (corner.x, corner.y + 19.0), title, theme.ink);
    let remark = line_cut_to(ui, remark, Face::Meta, (theme.ink3, room));
    paint_line_at(ui.painter(), (corner.x, corner.y + 37.0), remark, theme.ink3);
}

/// The sign of a verdict with its colour; none where there is nothing to say.
pub(super) fn sign_of(outcome: Outcome, theme: &Theme) -> Option<(Icon, Color32)> {
    match outcome {
        Outcome::Nothing => None,
        Outcome::Agree => Some((Icon::Check, theme.ink)),
        outcome if outcome.is_warning() => Some((Icon::TriangleAlert, theme.warn)),
        Outcome::Apart(Why::Time) => Some((Icon::Hourglass, theme.ink2)),
        Outcome::Apart(_) | Outcome::Differ => Some((Icon::EqualNot, theme.ink2)),
    }
}

/// The verdict on two rows at most; the tooltip has what does not fit on them.
fn verdict_ui(ui: &mut Ui, (left, middle): (f32, f32), agreement: &Agreement, room: f32) {
    let theme = Theme::of(ui.ctx());
    let sign = sign_of(agreement.outcome, &theme);
    let colour = sign.map_or(theme.ink3, |(_, colour)| colour);
    let mut x = left;
    if let Some((icon, colour)) = sign {
        paint_icon(ui.painter(), icon, egui::pos2(left + 7.0, middle), 14.0, colour);
        x += 19.0;
    }
    let style = Face::Dense.style();
    let top = middle - style.row_height_pt / 2.0;
    let rect = Rect::from_min_size(egui::pos2(x, top), Vec2::new((room - (x - left)).max(0.0), 2.0 * style.row_height_pt));
    let strong = [(0..agreement.strong.len(), Emphasis::Semibold)];
    let mut words = ui.new_child(UiBuilder::new().max_rect(rect));
    quote_ui(&mut words, &Quote::new(&agreement.sentence(), style, colour).rows(2).emphasis(&strong));
}

/// Draws the heading of what is offered.
pub(super) fn offer_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState, (proposal, rect, is_first): (&Proposal, Rect, bool)) {
    let theme = Theme::of(ui.ctx());
    let first = proposal.numbers.first().copied();
    let is_chosen = state.offer.is_some() && state.offer == first;
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, theme.selbg);
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), 0.0, theme.ink);
    }
    edge_ui(ui, rect, is_first);
    let title = offer_title(cx, proposal);
    let reason = format!("Perhaps the same: {}", proposal.reason);
    let response = ui.interact(rect.with_max_x(rect.right() - BUTTONS), ui.scope_id().with(("offer", first)), Sense::CLICK);
    Spoken::new(Role::ListItem, &format!("Offered: {title}. {reason}")).on(is_chosen).tell(&response);
    if response.clicked() {
        state.offer = first;
        focus_table(ui, crate::session::ViewKind::Numbers);
    }
    let sign = Rect::from_center_size(egui::pos2(rect.left() + PADDING + 8.0, rect.top() + 24.0), Vec2::new(16.0, 14.0));
    paint_broken_rect(ui.painter(), sign, egui::Stroke::new(1.5, theme.num), Breaks::SUGGESTED);
    let corner = egui::pos2(rect.left() + PADDING + 26.0, rect.top() + 5.0);
    words_ui(ui, (corner, rect.width() - 2.0 * PADDING - 26.0 - BUTTONS), (&title, &reason));
    let area = Rect::from_min_max(
        egui::pos2(rect.right() - BUTTONS - PADDING, rect.top() + 14.0),
        egui::pos2(rect.right() - PADDING, rect.top() + 46.0),
    );
    let builder = UiBuilder::new().max_rect(area).id_salt(("offer buttons", first)).layout(Layout::right_to_left(Align::Center));
    let mut buttons = ui.new_child(builder);
    buttons.spacing_mut().item_spacing.x = 6.0;
    let (take_key, drop_key) = if is_chosen { (cx.key(Action::RowShow), cx.key(Action::RowDrop)) } else { (String::new(), String::new()) };
    let (apart_name, together_name) = (format!("Not the same: {title}"), format!("Put together: {title}"));
    let not_same = Button::secondary("Not the same").name(&apart_name).key(&drop_key);
    if button_ui(&mut buttons, not_same).clicked() {
        drop_offer(cx, state, proposal);
    }
    let together = Button::primary("Together").name(&together_name).key(&take_key);
    if button_ui(&mut buttons, together).clicked() {
        take(cx, state, proposal);
    }
}

/// What would be made: `Rescue boats`, or to which group they would go.
pub(super) fn offer_title(cx: &Cx<'_>, proposal: &Proposal) -> String {
    match proposal.into.and_then(|group| cx.session.project().groups().get(&group)) {
        Some(group) => format!("{} to “{}”", count(proposal.numbers.len(), "figure"), group.title()),
        None => format!("{}, {}", proposal.name, count(proposal.numbers.len(), "figure")),
    }
}

/// Draws the heading of what is in no group.
pub(super) fn loose_ui(ui: &mut Ui, rect: Rect, number: usize, is_first: bool) {
    let theme = Theme::of(ui.ctx());
    edge_ui(ui, rect, is_first);
    let words = format!("In no group, {}", count(number, "figure"));
    let line = line_cut_to(ui, "In no group", Face::ClaimTitle, (theme.ink3, rect.width() - 2.0 * PADDING));
    let width = line.size().x;
    paint_line_at(ui.painter(), (rect.left() + PADDING, rect.center().y), line, theme.ink3);
    let line = line_of_text(ui, &count(number, "figure"), Face::Meta, theme.ink3);
    paint_line_at(ui.painter(), (rect.left() + PADDING + width + 8.0, rect.center().y), line, theme.ink3);
    let response = ui.interact(rect, ui.scope_id().with("loose"), Sense::hover());
    Spoken::new(Role::Heading, &words).tell(&response);
}
