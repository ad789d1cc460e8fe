//! Draws the two columns, which scroll together, with what stands out in their words.

use std::rc::Rc;

use egui::emath::GuiRounding as _;
use egui::{Color32, CursorIcon, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::flow::{Flow, GAP, INDENT};
use super::rows::{Block, Column, Fold, Look, Words};
use super::{CompareState, LANE, MARGIN, Shown, choose_passage, engine, rect_of, ribbons};
use crate::command::Command;
use crate::view::Cx;
use crate::widget::paint::{Breaks, line_of_text, paint_broken_line, paint_focus, paint_line_at};
use crate::widget::typeset::{Ink, Paragraph};
use crate::widget::{Face, Icon, Spoken, Theme, paint_icon};

/// Room above the first block.
const TOP: f32 = 9.0;
/// Below the last one.
const BOTTOM: f32 = 24.0;

/// The columns on screen.
pub(super) struct Page<'a> {
    pub shown: &'a Shown,
    /// The left top corner of each column's words.
    pub corners: (Pos2, Pos2),
    pub width: f32,
    /// What shows, from and to below the top of the columns.
    pub view: (f32, f32),
    /// The passage that the keyboard is on, and the one under the pointer.
    pub chosen: Option<usize>,
    pub hovered: Option<usize>,
}

/// Draws the columns with the ribbons between them.
pub(super) fn columns_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, (rect, shown): (Rect, &Rc<Shown>)) {
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    inner.set_clip_rect(rect.intersect(ui.clip_rect()));
    let ui = &mut inner;
    let Some((_, bits, mut flows)) = state.flows.take() else { return };
    let reveal = std::mem::take(&mut state.reveal);
    let mut area = ScrollArea::vertical().id_salt(("compare", shown.beside.two)).auto_shrink([false, false]);
    // What has grown above the view must not push it down.
    if let Some(offset) = state.offset.take() {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show_viewport(ui, |ui, viewport| {
        ui.set_height(TOP + flows.0.total().max(flows.1.total()) + BOTTOM);
        let corner = ui.min_rect().left_top() + vec2(MARGIN, TOP);
        let width = f32::from_bits(bits);
        let view = (viewport.top() - TOP, viewport.bottom() - TOP);
        let texts = (shown.beside.one.text(), shown.beside.other.text());
        let engine = engine(ui);
        let (left, grown) = flows.0.look(&mut engine.lock(), (texts.0, &shown.blocks.0), view);
        let (right, _) = flows.1.look(&mut engine.lock(), (texts.1, &shown.blocks.1), view);
        let corners = (corner, corner + vec2(width + LANE, 0.0));
        let hovered = hovered(ui, shown, &flows, (corners, width));
        let page = Page { shown, corners, width, view, chosen: state.passage, hovered };
        for at in left {
            block_ui(ui, cx, state, (&page, &flows.0), (Column::One, at));
        }
        for at in right {
            block_ui(ui, cx, state, (&page, &flows.1), (Column::Other, at));
        }
        ribbons::ribbons_ui(ui, cx, state, (&page, &flows));
        if let Some(at) = state.passage.filter(|_| reveal) {
            let (top, bottom) = extent(shown, &flows.0, (Column::One, at));
            ui.scroll_to_rect(rect_of((rect.left(), rect.right()), (corner.y + top - 2.0 * TOP, corner.y + bottom + 2.0 * TOP)), None);
        }
        grown
    });
    if output.inner.abs() > 0.01 {
        state.offset = Some(output.state.unclamped_offset().y + output.inner);
        ui.ctx().request_repaint();
    }
    state.flows = Some((Rc::clone(shown), bits, flows));
}

/// Top and bottom of a passage in a column, points from the top of the column.
pub(super) fn extent(shown: &Shown, flow: &Flow, (column, passage): (Column, usize)) -> (f32, f32) {
    let blocks = column.of((&shown.blocks.0, &shown.blocks.1));
    let is_its = |block: &Block| matches!(block, Block::Words(words) if words.passage == Some(passage));
    let first = first_block(shown, (column, passage));
    let last = (first..blocks.len()).take_while(|at| blocks.get(*at).is_some_and(is_its)).last().unwrap_or(first);
    (flow.block(first).0, flow.block(last).1)
}

/// The block in which a passage begins: blocks stand in the order of the text.
fn first_block(shown: &Shown, (column, passage): (Column, usize)) -> usize {
    let blocks = column.of((&shown.blocks.0, &shown.blocks.1));
    let passages = &shown.beside.found.passages;
    let start = passages.get(passage).map_or(0, |passage| column.of((&passage.one, &passage.other)).span.start());
    // A fold stands where its first paragraph begins.
    let text = column.of((&shown.beside.one, &shown.beside.other)).text();
    let begins = |block: &Block| match block {
        Block::Words(words) => words.span.start(),
        Block::Fold(fold) => text.paragraphs().get(fold.first).map_or(0, |paragraph| paragraph.start()),
    };
    blocks.partition_point(|block| begins(block) < start)
}

/// The passage under the pointer.
fn hovered(ui: &Ui, shown: &Shown, flows: &(Flow, Flow), (corners, width): ((Pos2, Pos2), f32)) -> Option<usize> {
    let at = ui.ctx().pointer_latest_pos().filter(|at| ui.clip_rect().contains(*at) && ui.ui_contains_pointer())?;
    [Column::One, Column::Other].into_iter().find_map(|column| {
        let corner: Pos2 = column.of(corners);
        let is_inside = (corner.x..corner.x + width).contains(&at.x);
        let flow = column.of((&flows.0, &flows.1));
        let block = is_inside.then(|| flow.at(at.y - corner.y))?;
        match column.of((&shown.blocks.0, &shown.blocks.1)).get(block) {
            Some(Block::Words(words)) => words.passage,
            _ => None,
        }
    })
}

fn block_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState, (page, flow): (&Page<'_>, &Flow), (column, at): (Column, usize)) {
    let Some(block) = column.of((&page.shown.blocks.0, &page.shown.blocks.1)).get(at) else { return };
    let corner: Pos2 = column.of(page.corners);
    let (top, bottom) = flow.block(at);
    let rect = rect_of((corner.x, corner.x + page.width), (corner.y + top, corner.y + bottom));
    match block {
        Block::Fold(fold) => fold_ui(ui, state, (rect, column), fold),
        Block::Words(words) => {
            if let Some(paragraph) = flow.words(at) {
                words_ui(ui, cx, state, (page, column), (rect, words, paragraph));
            }
        }
    }
}

/// Paragraphs that only one article has, to be shown and folded away again.
fn fold_ui(ui: &Ui, state: &mut CompareState, (rect, column): (Rect, Column), fold: &Fold) {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("fold", column, fold.first)), Sense::click());
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hover);
        }
        for y in [rect.top(), rect.bottom()] {
            paint_broken_line(
                ui.painter(),
                &[pos2(rect.left(), y), pos2(rect.right(), y)],
                Stroke::new(1.0, theme.line2),
                Breaks::SUGGESTED,
            );
        }
        let icon = if fold.is_open { Icon::ChevronDown } else { Icon::ChevronRight };
        paint_icon(ui.painter(), icon, pos2(rect.left() + INDENT + 5.0, rect.center().y), 13.0, theme.ink3);
        let line = line_of_text(ui, &fold.words, Face::Note, theme.ink2);
        paint_line_at(ui.painter(), (rect.left() + INDENT + 18.0, rect.center().y), line, theme.ink2);
        paint_focus(ui, &response);
    }
    Spoken::new(Role::DisclosureTriangle, &fold.words).on(fold.is_open).tell(&response);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        let key = (column, fold.first);
        if !state.open.remove(&key) {
            state.open.insert(key);
        }
    }
}

fn words_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    state: &mut CompareState,
    (page, column): (&Page<'_>, Column),
    (rect, words, paragraph): (Rect, &Words, &Paragraph),
) {
    let theme = Theme::of(ui.ctx());
    let reading = column.of((&page.shown.beside.one, &page.shown.beside.other));
    let response = ui.interact(rect, ui.scope_id().with(("words", column, words.span.start())), Sense::CLICK);
    let origin = pos2(rect.left() + INDENT, rect.top()).round_to_pixels(ui.pixels_per_point());
    if let Some(name) = &words.paragraph {
        let line = line_of_text(ui, name, Face::Meta, theme.ink3);
        let left = rect.left() + INDENT - 10.0 - line.size().x;
        paint_line_at(ui.painter(), (left, rect.top() + 9.5), line, theme.ink3);
    }
    if words.passage.is_none() {
        // Words that only this article has, in a paragraph that both have.
        ui.painter().rect_filled(
            rect_of((rect.left() + INDENT - 7.0, rect.left() + INDENT - 4.0), (rect.top() + 2.0, rect.bottom() - 2.0)),
            0.0,
            theme.bar,
        );
    }
    grounds(ui, &theme, (origin, paragraph), words);
    engine(ui).lock().paint(ui.painter(), paragraph, origin, Ink::plain(theme.ink));
    if words.passage.is_some() && words.passage == page.chosen {
        ui.painter().rect_stroke(rect.expand2(vec2(0.0, GAP / 2.0 - 1.0)), 2.0, Stroke::new(2.0, theme.sel), StrokeKind::Inside);
    }
    let letter = cx.session.project().letter(column.of(page.shown.beside.two));
    let place = words.paragraph.as_ref().map_or(letter.clone(), |name| format!("{letter} ¶{name}"));
    let about = words.passage.and_then(|at| page.shown.beside.found.passages.get(at));
    let about =
        about.map_or_else(|| format!("only in {letter}"), |passage| format!("{} % shared, {}", passage.share_percent, passage.word()));
    let name = format!("{place}, {about}: {}", reading.text().slice(words.span));
    Spoken::new(Role::Paragraph, &name).on(words.passage.is_some() && words.passage == page.chosen).tell(&response);
    if response.clicked()
        && let Some(passage) = words.passage
    {
        crate::view::table::focus_table(ui, crate::session::ViewKind::Compare);
        choose_passage(cx, state, page.shown, passage);
    }
    if response.double_clicked() {
        let (document, span) = (column.of(page.shown.beside.two), words.span);
        cx.send(Command::ShowPlace { document, span });
    }
}

/// Paints what lies under words that stand out, and the lanes of figures.
fn grounds(ui: &Ui, theme: &Theme, (origin, paragraph): (Pos2, &Paragraph), words: &Words) {
    let painter = ui.painter();
    for (span, look) in &words.marks {
        let range = span.start() - words.span.start()..span.end() - words.span.start();
        for fragment in paragraph.rects(range) {
            let baseline = origin.y + fragment.baseline;
            let across = (origin.x + fragment.left, origin.x + fragment.right);
            let (fill, rule): (Option<Color32>, (f32, f32, Color32)) = match look {
                Look::Differs => (Some(theme.selbg), (baseline + 4.0, 1.0, theme.line2)),
                Look::Shifts => (Some(theme.warnbg), (baseline + 3.5, 2.0, theme.warn)),
                Look::Figure => (None, (baseline + 3.5, 2.5, theme.num)),
            };
            if let Some(fill) = fill {
                painter.rect_filled(rect_of(across, (baseline - 12.0, baseline + 5.0)), 0.0, fill);
            }
            let (top, height, colour) = rule;
            painter.rect_filled(rect_of(across, (top, top + height)), 0.0, colour);
        }
    }
}
