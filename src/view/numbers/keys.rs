//! What is pressed while the table of figures has the keyboard.

use super::table::{Head, Line, NumberTable};
use super::{NumbersState, Reveal};
use crate::command::catalogue::Action;
use crate::command::{Command, GroupChoice};
use crate::model::annotation::Mention;
use crate::model::id::QuantityId;
use crate::suggest::Proposal;
use crate::view::Cx;
use crate::view::table::stepped;

/// Where J and K stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    Row(QuantityId),
    /// What is offered in that section, by its first number.
    Offer(usize, QuantityId),
}

/// Carries out what was pressed.
pub(super) fn act(cx: &mut Cx<'_>, state: &mut NumbersState, (table, lines): (&NumberTable, &[Line]), action: Action) {
    let selected = match cx.session.record() {
        Some(Mention::Number(number)) => Some(number),
        _ => None,
    };
    match action {
        Action::RowNext | Action::RowPrevious => step(cx, state, (table, lines, selected), action == Action::RowNext),
        Action::RowChoose => next_conflict(cx, state, table, selected),
        Action::RowShow if state.offer.is_some() => {
            if let Some(proposal) = offered(table, state.offer) {
                take(cx, state, proposal);
            }
        }
        Action::RowDrop => {
            if let Some(proposal) = offered(table, state.offer.or(selected)) {
                drop_offer(cx, state, proposal);
            }
        }
        Action::RowShow | Action::RowEdit | Action::RowGroup | Action::RowCheck if selected.is_some() => cx.run(action),
        _ => {}
    }
}

/// The offer that holds a number.
fn offered(table: &NumberTable, number: Option<QuantityId>) -> Option<&Proposal> {
    let number = number?;
    table.sections.iter().find_map(|section| match &section.head {
        Head::Offer(proposal) if proposal.numbers.contains(&number) => Some(proposal),
        _ => None,
    })
}

fn step(
    cx: &mut Cx<'_>,
    state: &mut NumbersState,
    (table, lines, selected): (&NumberTable, &[Line], Option<QuantityId>),
    is_forward: bool,
) {
    let stop = |line: &Line| match line {
        Line::Row(_, number) => Some(Stop::Row(*number)),
        Line::Head(at) => match &table.sections.get(*at)?.head {
            Head::Offer(proposal) => Some(Stop::Offer(*at, *proposal.numbers.first()?)),
            Head::Group(_) | Head::Loose => None,
        },
        Line::Pair(_) | Line::Columns(_) => None,
    };
    let stops: Vec<Stop> = lines.iter().filter_map(stop).collect();
    let is_chosen = |stop: &Stop| match (stop, state.offer) {
        (Stop::Offer(_, first), Some(offer)) => *first == offer,
        (Stop::Row(number), None) => Some(*number) == selected,
        _ => false,
    };
    match stepped(stops.iter().position(is_chosen), stops.len(), is_forward).and_then(|at| stops.get(at)) {
        Some(Stop::Row(number)) => choose(cx, state, *number),
        Some(Stop::Offer(at, first)) => {
            state.offer = Some(*first);
            state.reveal = Some(Reveal::Head(*at));
        }
        None => {}
    }
}

fn choose(cx: &mut Cx<'_>, state: &mut NumbersState, number: QuantityId) {
    state.offer = None;
    state.reveal = Some(Reveal::Number(number));
    cx.send(Command::SelectRecord(Mention::Number(number)));
}

/// Goes to the next group in which somebody should look; behind the last one comes the first.
fn next_conflict(cx: &mut Cx<'_>, state: &mut NumbersState, table: &NumberTable, selected: Option<QuantityId>) {
    let here = selected.and_then(|number| table.section_of(cx.session, number));
    let conflicts: Vec<usize> =
        (0..table.sections.len()).filter(|at| table.sections.get(*at).is_some_and(|section| section.is_warning())).collect();
    let next = conflicts.iter().find(|at| here.is_none_or(|here| **at > here)).or(conflicts.first());
    let Some((at, section)) = next.and_then(|at| Some((*at, table.sections.get(*at)?))) else { return };
    let out = section.judged().and_then(|judged| Some(judged.members.get(judged.quoted_pair()?.0)?.number));
    if let Some(number) = out.or(section.numbers.first().copied()) {
        choose(cx, state, number);
        state.reveal = Some(Reveal::Head(at));
    }
}

/// Makes a group of what is offered, or adds it to the one it belongs to.
pub(super) fn take(cx: &mut Cx<'_>, state: &mut NumbersState, proposal: &Proposal) {
    let into = proposal.into.map_or_else(|| GroupChoice::New(proposal.name.clone()), GroupChoice::Known);
    cx.send(Command::Group { numbers: proposal.numbers.clone(), into });
    state.offer = None;
    if let Some(first) = proposal.numbers.first() {
        cx.send(Command::SelectRecord(Mention::Number(*first)));
        state.next_reveal = Some(Reveal::Number(*first));
    }
}

/// Remembers that what is offered does not measure the same.
pub(super) fn drop_offer(cx: &mut Cx<'_>, state: &mut NumbersState, proposal: &Proposal) {
    let members = |group| cx.session.lookup().members(group).to_vec();
    let from = proposal.into.map(members).unwrap_or_default();
    cx.send(Command::TellApart { numbers: proposal.numbers.clone(), from });
    state.offer = None;
}
