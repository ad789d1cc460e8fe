//! The Compare view: two articles beside each other, with ribbons between the passages that they share, what was changed in them, and
//! their figures.

mod building;
mod cards;
mod columns;
pub mod figures;
mod flow;
mod head;
mod pairs;
mod ribbons;
pub mod rows;
mod table;

#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::sync::Arc;

use egui::{Layout, Rect, Ui, UiBuilder, Vec2, pos2};

use self::building::Building;
pub use self::building::{AllPairs, Beside, CompareOrder, Two};
pub use self::cards::compare_right_ui;
use self::figures::{FigureTable, table};
use self::flow::Flow;
pub use self::pairs::compare_left_ui;
use self::rows::{Block, Card, Column, Open, blocks, cards, summary};
use super::Cx;
use super::empty::nothing_ui;
use super::kept::Kept;
use super::table::{keyboard_ui, stepped};
use crate::command::catalogue::Action;
use crate::command::{Command, PassagePair};
use crate::model::document::Span;
use crate::model::id::DocumentId;
use crate::session::{Session, ViewKind};
use crate::widget::Theme;
use crate::widget::typeset::TextEngine;

/// Height of the head.
const HEAD: f32 = 44.0;
/// Height of the words where nothing is shared.
const NOTE: f32 = 56.0;
/// Height of the table of figures, and its largest share of the view.
const FIGURES: (f32, f32) = (174.0, 0.34);
/// Room at the left of the columns, between them, and at their right.
const MARGIN: f32 = 28.0;
const LANE: f32 = 84.0;
const RIGHT: f32 = 4.0;

/// What the Compare view remembers.
#[derive(Default)]
pub struct CompareState {
    /// Pairs of all articles.
    pub all: AllPairs,
    /// The articles shown, and whether the checker has chosen both.
    two: Option<Two>,
    is_chosen: bool,
    building: Building,
    shown: Kept<(Two, u64, Open, bool), Shown>,
    flows: Option<(Rc<Shown>, u32, (Flow, Flow))>,
    open: Open,
    /// The passage that the keyboard is on.
    passage: Option<usize>,
    reveal: bool,
    /// Where the columns are to be scrolled to, if not as they are.
    offset: Option<f32>,
    has_no_others: bool,
    /// What was called by name instead of by its key.
    pressed: Option<Action>,
    /// Whether the list of pairs is shown at the left.
    pub is_list_open: bool,
    /// Counts the frames in which it was drawn.
    last_drawn: u64,
    /// What a screen reader is to be told.
    announcement: Option<String>,
}

/// All that is made of a comparison.
struct Shown {
    beside: Arc<Beside>,
    blocks: (Vec<Block>, Vec<Block>),
    cards: Vec<Card>,
    figures: FigureTable,
    summary: Vec<(String, bool)>,
    /// Which passages are claims of both articles already, or linked.
    claimed: Vec<bool>,
    linked: Vec<bool>,
}

impl CompareState {
    /// The comparison that is wanted from the app, taken once.
    pub fn take_order(&mut self) -> Option<CompareOrder> {
        self.building.take_order()
    }

    /// Shows a comparison that was ordered.
    pub fn take_beside(&mut self, order: CompareOrder, beside: Beside) {
        self.building.take(order, Arc::new(beside));
    }

    /// How much the two articles share, for the status bar.
    pub fn remark(&self) -> Option<Vec<(String, bool)>> {
        self.flows.as_ref().map(|(shown, ..)| shown.summary.clone())
    }

    /// What a screen reader is to be told, once.
    pub fn take_announcement(&mut self) -> Option<String> {
        self.announcement.take()
    }

    /// Does in the next frame what a key of the view would do.
    pub fn press(&mut self, action: Action) {
        self.pressed = Some(action);
    }

    /// Where the passage stands in the left article that the keyboard is on.
    pub fn place(&self) -> Option<(DocumentId, Span)> {
        let (shown, ..) = self.flows.as_ref()?;
        let passage = shown.beside.found.passages.get(self.passage?)?;
        Some((shown.beside.two.0, passage.one.span))
    }

    /// Shows two articles beside each other.
    pub(crate) fn choose(&mut self, two: Two) {
        if self.two != Some(two) {
            self.two = Some(two);
            self.passage = None;
            self.open.clear();
        }
    }

    /// Shows what is in the right column in the left one, and the other way round.
    fn swap(&mut self) {
        if let Some((one, other)) = self.two {
            self.choose((other, one));
        }
    }

    /// Which two are shown. Who comes from an article sees it beside the one that it shares most with.
    fn two(&mut self, cx: &Cx<'_>, pass: u64) -> Option<Two> {
        let project = cx.session.project();
        let has = |id: &DocumentId| project.document(*id).is_some();
        self.two = self.two.filter(|(one, other)| has(one) && has(other));
        let came = pass > self.last_drawn + 1 || self.last_drawn == 0;
        self.last_drawn = pass;
        let read = cx.session.document().map(|document| document.id);
        let is_shown = |id: DocumentId| self.two.is_some_and(|(one, other)| one == id || other == id);
        let is_other = came && read.is_some_and(|id| !is_shown(id));
        if is_other {
            self.is_chosen = false;
        }
        // Until all are compared, the next article of the list stands in.
        if self.two.is_none() || is_other || (!self.is_chosen && self.all.is_known) {
            let one = read.filter(|_| is_other).or(self.two.map(|(one, _)| one)).or(read).or(project.order().first().copied())?;
            let next = || project.order().iter().copied().find(|id| *id != one);
            let other = self.all.nearest(project, one).or_else(next)?;
            self.is_chosen = self.all.is_known;
            self.choose((one, other));
        }
        self.two
    }

    fn shown(&mut self, cx: &Cx<'_>, two: Two) -> Option<Rc<Shown>> {
        let beside = self.building.get(cx.session, two)?;
        let key = (two, self.building.serial, self.open.clone(), self.has_no_others);
        Some(self.shown.get(cx.session, key, || Shown::of(cx.session, beside, (&self.open, !self.has_no_others))))
    }

    /// The columns of what is shown, `width` points wide.
    fn flow(&mut self, shown: &Rc<Shown>, width: f32) {
        let is_same = self.flows.as_ref().is_some_and(|(held, at, _)| Rc::ptr_eq(held, shown) && *at == width.to_bits());
        if !is_same {
            let same_blocks = |held: &Shown| held.blocks == shown.blocks;
            match &mut self.flows {
                // A claim that was made leaves the words where they are.
                Some((held, at, _)) if *at == width.to_bits() && same_blocks(held) => *held = Rc::clone(shown),
                _ => {
                    let flows = (Flow::new(&shown.blocks.0, width), Flow::new(&shown.blocks.1, width));
                    self.flows = Some((Rc::clone(shown), width.to_bits(), flows));
                }
            }
        }
    }
}

impl Shown {
    fn of(session: &Session, beside: Arc<Beside>, (open, has_others): (&Open, bool)) -> Self {
        let of_column = |column| blocks(session, &beside, column, open);
        let claims: Vec<_> = (0..beside.found.passages.len()).map(|at| claims_of(session, &beside, at)).collect();
        let is_linked = |(one, other): &(Option<_>, Option<_>)| match (one, other) {
            (Some(one), Some(other)) => one == other || session.are_linked_as_same(*one, *other),
            _ => false,
        };
        Shown {
            blocks: (of_column(Column::One), of_column(Column::Other)),
            cards: cards(session, &beside),
            figures: table(session, &beside, has_others),
            summary: summary(session, &beside),
            claimed: claims.iter().map(|(one, other)| one.is_some() && other.is_some()).collect(),
            linked: claims.iter().map(is_linked).collect(),
            beside,
        }
    }

    /// The passages in which more than the wording changed and that are no claims yet.
    fn to_claim(&self) -> Vec<PassagePair> {
        let changed = self.cards.iter().filter(|card| card.is_warning && self.claimed.get(card.passage) == Some(&false));
        let mut passages: Vec<usize> = changed.map(|card| card.passage).collect();
        passages.sort_unstable();
        passages.into_iter().filter_map(|at| self.beside.pair(at)).collect()
    }

    /// The passages that are not linked yet.
    fn to_link(&self) -> Vec<PassagePair> {
        let open = self.linked.iter().enumerate().filter(|(_, is_linked)| !**is_linked);
        open.filter_map(|(at, _)| self.beside.pair(at)).collect()
    }
}

fn claims_of(session: &Session, beside: &Beside, at: usize) -> (Option<crate::model::id::ClaimId>, Option<crate::model::id::ClaimId>) {
    let Some(pair) = beside.pair(at) else { return (None, None) };
    let claim = |(document, span)| crate::session::comparing::claim_of(session.project(), session.lookup(), document, span);
    (claim(pair.one), claim(pair.other))
}

/// Draws two articles beside each other across the middle of the window.
pub fn compare_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut CompareState) {
    let theme = Theme::of(ui.ctx());
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    if cx.session.project().order().len() < 2 {
        nothing_ui(ui, "Compare needs two articles. Open another one.");
        state.flows = None;
        return;
    }
    let Some(two) = state.two(cx, ui.ctx().cumulative_pass_nr()) else { return };
    let action = keyboard_ui(ui, cx, ViewKind::Compare);
    let (head, rest) = rect.split_top_bottom_at_y(rect.top() + HEAD);
    let width = ((rect.width() - MARGIN - LANE - RIGHT) / 2.0).floor();
    head::head_ui(ui, cx, state, (head, two, width));
    let Some(shown) = state.shown(cx, two) else {
        state.flows = None;
        within(ui, rest, |ui| nothing_ui(ui, "Putting the two beside each other …"));
        return;
    };
    state.flow(&shown, width);
    let pressed = state.pressed.take();
    if let Some(action) = action.or(pressed) {
        act(cx, state, &shown, action);
    }
    let (note, rest) = rest.split_top_bottom_at_y(rest.top() + if shown.beside.found.passages.is_empty() { NOTE } else { 0.0 });
    if note.height() > 0.0 {
        within(ui, note, |ui| nothing_ui(ui, "These two share no passages."));
    }
    let figures = FIGURES.0.min(rest.height() * FIGURES.1).floor();
    let (body, bottom) = rest.split_top_bottom_at_y(rest.bottom() - figures);
    columns::columns_ui(ui, cx, state, (body, &shown));
    within(ui, bottom, |ui| table::figures_ui(ui, cx, state, &shown));
}

fn within<R>(ui: &mut Ui, rect: Rect, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(egui::Align::Min)));
    inner.set_clip_rect(rect.intersect(ui.clip_rect()));
    inner.spacing_mut().item_spacing = Vec2::ZERO;
    contents(&mut inner)
}

/// Carries out what was pressed or clicked.
fn act(cx: &mut Cx<'_>, state: &mut CompareState, shown: &Shown, action: Action) {
    let chosen = state.passage.and_then(|at| shown.beside.pair(at));
    match action {
        Action::PassageNext | Action::PassagePrevious => {
            let next = stepped(state.passage, shown.beside.found.passages.len(), action == Action::PassageNext);
            if let Some(next) = next {
                choose_passage(cx, state, shown, next);
                state.reveal = true;
            }
        }
        Action::PassageClaim => cx.send(Command::ClaimPairs(chosen.into_iter().collect())),
        Action::PassageLink => cx.send(Command::LinkPairs(chosen.into_iter().collect())),
        Action::ClaimChanges => cx.send(Command::ClaimPairs(shown.to_claim())),
        Action::LinkPassages => cx.send(Command::LinkPairs(shown.to_link())),
        Action::PassageShow => {
            if let Some((document, span)) = chosen.map(|pair| pair.one) {
                cx.send(Command::ShowPlace { document, span });
            }
        }
        Action::SwapArticles => state.swap(),
        _ => {}
    }
}

/// Puts the keyboard on a passage and tells who does not see it.
fn choose_passage(cx: &Cx<'_>, state: &mut CompareState, shown: &Shown, at: usize) {
    state.passage = Some(at);
    state.announcement = shown.beside.found.passages.get(at).map(|passage| spoken(cx.session, &shown.beside, passage));
}

/// `B ¶7 and E ¶6: 58 % shared, moved, source changes`.
fn spoken(session: &Session, beside: &Beside, passage: &crate::compare::Passage) -> String {
    let place = |id: DocumentId, span: Span| {
        let document = session.project().document(id);
        let name = document.map_or_else(String::new, |document| document.paragraph_name(document.text.paragraph_at(span.start())));
        format!("{} ¶{name}", session.project().letter(id))
    };
    let moved = if passage.is_moved { ", moved" } else { "" };
    let (one, other) = (place(beside.two.0, passage.one.span), place(beside.two.1, passage.other.span));
    format!("{one} and {other}: {} % shared{moved}, {}", passage.share_percent, passage.word())
}

/// The engine that sets the words of articles.
fn engine(ui: &Ui) -> crate::widget::typeset::SharedTextEngine {
    TextEngine::of(ui.ctx())
}

/// A rect from its edges.
fn rect_of((left, right): (f32, f32), (top, bottom): (f32, f32)) -> Rect {
    Rect::from_min_max(pos2(left, top), pos2(right, bottom))
}
