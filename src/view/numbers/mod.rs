//! The Numbers view: what is measured, over all articles, with what the figures of each group say together; figures that are perhaps of
//! the same; and the rest.

pub mod checks;
mod drawn;
mod head;
mod keys;
mod left;
mod painted;
mod pair;
pub mod rows;
pub mod table;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use egui::Ui;

use self::drawn::row_ui;
pub use self::left::numbers_left_ui;
use self::rows::{NumberRow, QuotedFigure};
use self::table::{Filter, GroupHead, Head, Line, NumberTable, Wish, lines, table};
use super::Cx;
use super::empty::{filtered_out_ui, nothing_ui};
use super::kept::Kept;
use super::table::{Column, Heights, Lines, RowClick, focus_table, headings_ui, keyboard_ui, lines_ui};
use crate::command::Command;
use crate::model::annotation::Mention;
use crate::model::id::{GroupId, QuantityId};
use crate::report::plots::range::{Plot, plot};
use crate::session::ViewKind;
use crate::widget::Theme;

const PADDING: f32 = 14.0;
const ROW: f32 = 28.0;
const COLUMNS_ROW: f32 = 30.0;
/// Heading of a group, of what is offered, and of what is in no group.
const GROUP: f32 = 84.0;
const OFFER: f32 = 64.0;
const LOOSE: f32 = 44.0;
/// Two quotes side by side.
const PAIR: f32 = 84.0;

const COLUMNS: [Column; 6] = [
    Column::rest("As written"),
    Column::of("Value", 96.0).right(),
    Column::of("Meant as", 104.0).indented(9.0).narrow(3, 0.0),
    Column::of("Where", 70.0).indented(6.0),
    Column::of("Source", 150.0).narrow(2, 0.0),
    Column::of("Claim status", 118.0).narrow(1, 62.0),
];

/// What the Numbers view remembers.
#[derive(Default)]
pub struct NumbersState {
    /// The right panel.
    pub checks: checks::ChecksState,
    wish: Wish,
    table: Kept<(), NumberTable>,
    shown: Kept<Wish, Shown>,
    /// What was in view, prepared once for a state of the project.
    prepared: Kept<(), RefCell<Prepared>>,
    /// Heights of the list of groups at the left.
    groups: Kept<(), Heights>,
    /// What is offered and chosen, by its first number.
    offer: Option<QuantityId>,
    /// What to bring into view in the next frame, and in this one.
    next_reveal: Option<Reveal>,
    reveal: Option<Reveal>,
}

/// What to bring into view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reveal {
    Head(usize),
    Number(QuantityId),
}

/// The lines of the table, with their heights.
struct Shown {
    lines: Vec<Line>,
    heights: Heights,
}

/// What lines need, prepared when they come into view.
#[derive(Default)]
struct Prepared {
    rows: BTreeMap<QuantityId, Option<Rc<NumberRow>>>,
    plots: BTreeMap<GroupId, Option<Rc<Plot>>>,
    pairs: BTreeMap<GroupId, Option<Rc<(QuotedFigure, QuotedFigure)>>>,
}

impl NumbersState {
    fn table(&mut self, cx: &Cx<'_>) -> Rc<NumberTable> {
        self.table.get(cx.session, (), || table(cx.session))
    }

    fn shown(&mut self, cx: &Cx<'_>, table: &NumberTable) -> Rc<Shown> {
        self.shown.get(cx.session, self.wish.clone(), || {
            let lines = lines(cx.session, table, &self.wish);
            let heights = Heights::new(lines.iter().map(|line| height(table, line)));
            Shown { lines, heights }
        })
    }

    fn prepared(&mut self, cx: &Cx<'_>) -> Rc<RefCell<Prepared>> {
        self.prepared.get(cx.session, (), RefCell::default)
    }
}

fn height(table: &NumberTable, line: &Line) -> f32 {
    match line {
        Line::Head(at) => match table.sections.get(*at).map(|section| &section.head) {
            Some(Head::Group(_)) => GROUP,
            Some(Head::Offer(_)) => OFFER,
            Some(Head::Loose) | None => LOOSE,
        },
        Line::Pair(_) => PAIR,
        Line::Columns(_) => COLUMNS_ROW,
        Line::Row(..) => ROW,
    }
}

impl Prepared {
    fn row(&mut self, cx: &Cx<'_>, number: QuantityId) -> Option<Rc<NumberRow>> {
        self.rows.entry(number).or_insert_with(|| NumberRow::of(cx.session, number).map(Rc::new)).clone()
    }

    fn plot(&mut self, cx: &Cx<'_>, group: &GroupHead) -> Option<Rc<Plot>> {
        self.plots.entry(group.id).or_insert_with(|| plot(cx.session.project(), &group.judged).map(Rc::new)).clone()
    }

    fn pair(&mut self, cx: &Cx<'_>, group: &GroupHead) -> Option<Rc<(QuotedFigure, QuotedFigure)>> {
        let quoted = || {
            let (one, other) = group.judged.quoted_pair()?;
            let of = |at: usize| QuotedFigure::of(cx.session, group.judged.members.get(at)?.number);
            Some(Rc::new((of(one)?, of(other)?)))
        };
        self.pairs.entry(group.id).or_insert_with(quoted).clone()
    }
}

/// Draws the table of figures across the middle of the window.
pub fn numbers_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut NumbersState) {
    let theme = Theme::of(ui.ctx());
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.paper);
    ui.spacing_mut().item_spacing.y = 0.0;
    let table = state.table(cx);
    if table.sections.is_empty() {
        nothing_ui(ui, Filter::All.nothing());
        return;
    }
    state.reveal = state.next_reveal.take().or(state.reveal.take());
    let action = keyboard_ui(ui, cx, ViewKind::Numbers);
    let shown = state.shown(cx, &table);
    if let Some(action) = action {
        keys::act(cx, state, (&table, &shown.lines), action);
    }
    if shown.lines.is_empty() {
        if filtered_out_ui(ui, &filtered_out_words(&state.wish)) {
            state.wish.filter = Filter::All;
            state.wish.typed.clear();
        }
        return;
    }
    let is_wanted = |line: &Line, wanted: Reveal| match (line, wanted) {
        (Line::Head(at), Reveal::Head(wanted)) => *at == wanted,
        (Line::Row(_, number), Reveal::Number(wanted)) => *number == wanted,
        _ => false,
    };
    let reveal = state.reveal.take().and_then(|wanted| shown.lines.iter().position(|line| is_wanted(line, wanted)));
    let prepared = state.prepared(cx);
    lines_ui(ui, Lines { id: "numbers", heights: &shown.heights, reveal }, |ui, at, rect| {
        if let Some(line) = shown.lines.get(at) {
            line_ui(ui, cx, (state, &table, &mut prepared.borrow_mut()), (*line, rect, at == 0));
        }
    });
}

fn line_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (state, table, prepared): (&mut NumbersState, &NumberTable, &mut Prepared),
    (line, rect, is_first): (Line, egui::Rect, bool),
) {
    let section = |at: usize| table.sections.get(at);
    match line {
        Line::Head(at) => match section(at).map(|section| &section.head) {
            Some(Head::Group(group)) => head::group_ui(ui, rect, (group, prepared.plot(cx, group).as_deref()), is_first),
            Some(Head::Offer(proposal)) => head::offer_ui(ui, cx, state, (proposal, rect, is_first)),
            Some(Head::Loose) => head::loose_ui(ui, rect, section(at).map_or(0, |section| section.numbers.len()), is_first),
            None => {}
        },
        Line::Pair(at) => {
            if let Some(Head::Group(group)) = section(at).map(|section| &section.head)
                && let Some(pair) = prepared.pair(cx, group)
                && let Some(click) = pair::pair_ui(ui, rect, &pair)
            {
                follow(ui, cx, state, click);
            }
        }
        Line::Columns(at) => {
            let builder = egui::UiBuilder::new().max_rect(rect).id_salt(("columns", at));
            headings_ui(&mut ui.new_child(builder), &COLUMNS, PADDING, &mut state.wish.sorting);
        }
        Line::Row(_, number) => {
            if let Some(row) = prepared.row(cx, number) {
                let is_selected = state.offer.is_none() && cx.session.record() == Some(Mention::Number(number));
                let click = row_ui(ui, rect, &row, is_selected);
                follow(ui, cx, state, (number, click));
            }
        }
    }
}

fn follow(ui: &Ui, cx: &mut Cx<'_>, state: &mut NumbersState, (number, click): (QuantityId, RowClick)) {
    let record = Mention::Number(number);
    if click.selects {
        focus_table(ui, ViewKind::Numbers);
        state.offer = None;
        cx.send(Command::SelectRecord(record));
    }
    if click.opens {
        cx.send(Command::ShowRecord(record));
    }
}

fn filtered_out_words(wish: &Wish) -> String {
    let typed = wish.typed.trim();
    if typed.is_empty() { wish.filter.nothing().to_owned() } else { format!("No figure with “{typed}”.") }
}

#[cfg(test)]
mod tests;
