//! The pieces that several kinds of inspector are made of: head, quote block, field with its head, rows that jump.

use egui::{Align, Frame, Layout, Margin, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2};

use super::rows::{ClaimLine, MentionRow};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::annotation::{Annotation, Mention};
use crate::model::id::AnnotationId;
use crate::session::ViewKind;
use crate::view::Cx;
use crate::view::field::{area_ui, line_ui};
use crate::view::mark_word::{MarkLook, marked_word_ui};
use crate::view::menu::{MenuRow, menu_row_ui};
use crate::view::sign::status_icon;
use crate::widget::field::TextField;
use crate::widget::paint::{line_of_text, paint_focus_around, paint_line_at};
use crate::widget::typeset::{Emphasis, Quote, TextStyle, quote_ui};
use crate::widget::{
    Badge, Face, Icon, IconButton, Spoken, Theme, hairline_ui, icon_button_ui, icon_ui, key_cap_ui, letter_badge_ui, section_ui,
    section_with_ui,
};

/// Height of the head, points.
pub(super) const HEAD: f32 = 40.0;
/// Room for the names of fields at their left, points.
pub(super) const LABEL: f32 = 84.0;
/// Height of a row of one line, points.
pub(super) const ROW: f32 = 25.0;

/// Draws the head: contents from left to right, middled.
pub(super) fn head_row_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let room = Vec2::new(ui.available_width(), HEAD);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        ui.spacing_mut().item_spacing.x = 8.0;
        contents(ui);
    });
}

/// Draws the title in the head.
pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    let ink = Theme::of(ui.ctx()).ink;
    ui.add(egui::Label::new(Face::ViewTitle.text(title).color(ink)).truncate());
}

/// Draws what stands beside the title: the place, muted.
pub(super) fn remark_ui(ui: &mut Ui, words: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    ui.add(egui::Label::new(Face::Dense.text(words).color(muted)).truncate());
}

/// Narrower than this a place cannot be read, points.
const LEAST_PLACE: f32 = 40.0;

/// What the head of a mark says.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkHead<'a> {
    /// Sign before the title.
    pub icon: Option<Icon>,
    /// `Claim A14`.
    pub title: &'a str,
    /// `¶10, sentence 2`.
    pub place: &'a str,
}

/// Draws the head of a mark: title and place; at the right the way to its neighbours, and the menu.
pub(super) fn mark_head_ui(ui: &mut Ui, cx: &mut Cx<'_>, head: MarkHead<'_>, menu: impl FnOnce(&mut Ui, &mut Cx<'_>)) {
    let whole = ui.max_rect();
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        crate::view::menu::more_ui(ui, "More", |ui| menu(ui, cx));
        // Beside a table the table has the way to the neighbours, and the text is a jump away.
        let ways: &[_] = if cx.session.view() == ViewKind::Articles {
            &[(Icon::ChevronDown, Action::NextMark), (Icon::ChevronUp, Action::PreviousMark)]
        } else {
            &[(Icon::FileText, Action::RowShow)]
        };
        for (icon, action) in ways {
            action_button_ui(ui, cx, *icon, *action);
        }
        let words = Rect::from_min_max(whole.min, Pos2::new(ui.min_rect().left() - 6.0, whole.max.y));
        let mut words_ui = ui.new_child(UiBuilder::new().max_rect(words).layout(Layout::left_to_right(Align::Center)));
        words_ui.spacing_mut().item_spacing.x = 8.0;
        if let Some(icon) = head.icon {
            let colour = Theme::of(ui.ctx()).ink2;
            icon_ui(&mut words_ui, icon, 16.0, colour);
        }
        title_ui(&mut words_ui, head.title);
        if words_ui.available_width() > LEAST_PLACE {
            remark_ui(&mut words_ui, head.place);
        }
    });
}

/// Draws an icon button for an action of the catalogue.
pub(super) fn action_button_ui(ui: &mut Ui, cx: &mut Cx<'_>, icon: Icon, action: Action) {
    let label = action.row().map_or("", |row| row.label);
    let key = cx.key(action);
    let button = IconButton::new(icon, label).key(&key).enabled(cx.session.applies(action));
    if icon_button_ui(ui, button).clicked() {
        cx.run(action);
    }
}

/// Does something with the mark shown. Beside a table another one may be selected in the text, so it is selected first.
pub(super) fn act_on_mark(cx: &mut Cx<'_>, mark: Option<AnnotationId>, action: Action) {
    let Some(mark) = mark else { return };
    if cx.session.view() != ViewKind::Articles || cx.session.mark().map(|selected| selected.id) != Some(mark) {
        cx.send(Command::SelectMark(mark));
    }
    cx.run(action);
}

/// Draws the rows of the menu that every mark has: link, move an edge, remove.
pub(super) fn mark_menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, mark: Option<&Annotation>) {
    let mark = mark.map(|mark| mark.id);
    for (action, icon) in [(Action::StartLink, Icon::Spline), (Action::StartResize, Icon::ArrowLeftRight)] {
        if mark_row_ui(ui, cx, mark, (action, icon)) {
            act_on_mark(cx, mark, action);
        }
    }
    hairline_ui(ui);
    if mark_row_ui(ui, cx, mark, (Action::Remove, Icon::Trash))
        && let Some(mark) = mark
    {
        cx.send(Command::RemoveMark(mark));
    }
}

fn mark_row_ui(ui: &mut Ui, cx: &Cx<'_>, mark: Option<AnnotationId>, (action, icon): (Action, Icon)) -> bool {
    let label = action.row().map_or("", |row| row.label);
    let key = cx.key(action);
    menu_row_ui(ui, MenuRow::new(label).icon(icon).key(&key).enabled(mark.is_some()))
}

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
        let emphasis: Vec<_> = lane.map(|lane| (0..words.len(), Emphasis::Underline(lane))).into_iter().collect();
        let row = if lane.is_some() { 22.0 } else { 19.0 };
        quote_ui(ui, &Quote::new(words, TextStyle::serif(14.5, row), theme.ink).emphasis(&emphasis));
    });
    if let Some(bar) = bar {
        let edge = Rect::from_min_size(inner.response.rect.min, Vec2::new(3.0, inner.response.rect.height()));
        ui.painter().rect_filled(edge, 0.0, bar);
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
        ui.label(Face::Meta.text(key).color(muted));
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
    response.on_hover_text(name).clicked()
}

/// Draws a warning in words, with its sign.
pub(super) fn warning_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        icon_ui(ui, Icon::TriangleAlert, 14.0, theme.warn);
        ui.vertical(|ui| ui.label(Face::Note.text(words).color(theme.warn)));
    });
}

/// Draws all warnings of a section, if there are any.
pub(super) fn warnings_ui(ui: &mut Ui, words: &[String]) {
    for words in words {
        ui.add_space(4.0);
        warning_ui(ui, words);
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

/// A row that does something as a whole, under a hairline; `contents` from left to right, `trailing` at the right.
#[derive(Clone, Copy, Debug)]
pub(super) struct JumpRow<'a> {
    /// What it does, for screen readers and the tooltip.
    pub name: &'a str,
    /// Height in points.
    pub height: f32,
    /// Whether it is the one that is shown now.
    pub is_current: bool,
}

/// Draws a row that can be clicked; what is put at its right stays clickable by itself.
pub(super) fn jump_row_ui(ui: &mut Ui, row: JumpRow<'_>, contents: impl FnOnce(&mut Ui), trailing: impl FnOnce(&mut Ui)) -> Response {
    hairline_ui(ui);
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), row.height), Sense::hover());
    let ground = ui.painter().add(egui::Shape::Noop);
    let response = ui.interact(rect, ui.unique_id().with((row.name, rect.top().to_bits())), Sense::click());
    if response.hovered() || row.is_current {
        let fill = if row.is_current { theme.selbg } else { theme.hover };
        let reach = rect.expand2(Vec2::new(6.0, 0.0));
        ui.painter().set(ground, egui::epaint::RectShape::filled(reach, 0.0, fill));
    }
    let right_to_left = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().max_rect(rect).layout(right_to_left));
    right.spacing_mut().item_spacing.x = 4.0;
    trailing(&mut right);
    let taken = right.min_rect();
    let end = if taken.width() > 0.0 { taken.left() - 6.0 } else { rect.right() };
    let left_rect = Rect::from_min_max(rect.min, Pos2::new(end.max(rect.left()), rect.max.y));
    let mut left = ui.new_child(UiBuilder::new().max_rect(left_rect).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = 7.0;
    contents(&mut left);
    paint_focus_around(ui, &response, rect.expand2(Vec2::new(2.0, -2.0)), 2.0);
    Spoken::new(Role::ListItem, row.name).on(row.is_current).tell(&response);
    response.on_hover_text(row.name)
}

/// Draws words on one line, cut where they do not fit: serif for the article's, sans for the checker's.
pub(super) fn one_line_ui(ui: &mut Ui, words: &str, is_quote: bool) {
    let ink = Theme::of(ui.ctx()).ink;
    let style = if is_quote { TextStyle::serif(13.5, 17.0) } else { TextStyle::sans(13.0, 17.0) };
    quote_ui(ui, &Quote::new(words, style, ink).rows(1));
}

/// Draws the badge of a claim: its label as the article shows a claim.
pub(super) fn claim_badge_ui(ui: &mut Ui, claim: &ClaimLine) {
    marked_word_ui(ui, &claim.label, MarkLook::claim(claim.status.is_settled()), 13.0);
}

/// Draws a claim as a row that jumps to it, with a button that unlinks it where there is a link.
pub(super) fn claim_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, claim: &ClaimLine, link: Option<crate::model::id::LinkId>) {
    let name = format!("Show {}", claim.label);
    let row = JumpRow { name: &name, height: ROW, is_current: false };
    let mut unlinked = false;
    let response = jump_row_ui(
        ui,
        row,
        |ui| {
            claim_badge_ui(ui, claim);
            one_line_ui(ui, &claim.words, claim.is_quote);
        },
        |ui| {
            let muted = Theme::of(ui.ctx()).ink3;
            unlinked = link.is_some() && unlink_ui(ui, &claim.label);
            icon_ui(ui, status_icon(claim.status), 13.0, muted);
        },
    );
    match link {
        Some(link) if unlinked => cx.send(Command::Unlink(link)),
        _ if response.clicked() => cx.send(Command::ShowRecord(Mention::Claim(claim.id))),
        _ => {}
    }
}

/// Draws the button that takes a link away.
pub(super) fn unlink_ui(ui: &mut Ui, from: &str) -> bool {
    icon_button_ui(ui, IconButton::new(Icon::Unlink, &format!("Unlink {from}")).icon_size(13.0).hit(24.0, 24.0)).clicked()
}

/// Draws the mentions of a record as rows that jump.
pub(super) fn mention_rows_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[MentionRow]) {
    for row in rows {
        let name = format!("Show {} {}: {}", row.letter, row.place, row.words);
        let jump = JumpRow { name: &name, height: ROW, is_current: row.is_current };
        let response = jump_row_ui(
            ui,
            jump,
            |ui| {
                let muted = Theme::of(ui.ctx()).ink3;
                letter_badge_ui(ui, &row.letter, Badge::Small);
                ui.label(Face::Meta.text(&row.place).color(muted));
                one_line_ui(ui, &row.words, true);
            },
            |_| {},
        );
        if response.clicked() {
            cx.send(Command::SelectMark(row.mark));
        }
    }
}

/// Draws words and the key that does what they say, at the right of a row.
pub(super) fn key_hint_ui(ui: &mut Ui, words: &str, key: &str) {
    let muted = Theme::of(ui.ctx()).ink3;
    if !key.is_empty() {
        key_cap_ui(ui, key);
    }
    ui.label(Face::Meta.text(words).color(muted));
}

/// Draws contents in a column `width` points wide inside a row.
pub(super) fn column_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let room = Vec2::new(width.min(ui.available_width()), ui.available_height());
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(room.x);
        contents(ui);
    });
}

/// Draws a line and a muted line below it, both cut where they do not fit.
pub(super) fn two_lines_ui(ui: &mut Ui, first: &str, second: &str) {
    let theme = Theme::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = Face::Dense.row() + if second.is_empty() { 0.0 } else { Face::Meta.row() };
        ui.add_space(((ui.available_height() - height) / 2.0).max(0.0));
        ui.add(egui::Label::new(Face::Dense.text(first).color(theme.ink)).truncate());
        if !second.is_empty() {
            ui.add(egui::Label::new(Face::Meta.text(second).color(theme.ink3)).truncate());
        }
    });
}

/// Draws the words of a number on one line over their lane.
pub(super) fn number_words_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    let shown = quote_ui(ui, &Quote::new(words, TextStyle::serif(13.5, 17.0), theme.ink).rows(1));
    let lane = Rect::from_min_size(shown.rect.left_bottom(), Vec2::new(shown.rect.width(), 3.0));
    ui.painter().rect_filled(lane, 0.0, theme.num);
}
