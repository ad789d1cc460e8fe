//! A number in the inspector: as written, as read, what it measures.

use egui::Ui;

use super::checked::checks_ui;
use super::head::MarkHead;
use super::part::Ground;
use super::rows::number::NumberRows;
use super::{Framed, InspectorState, doubt, head, history, list, part};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::annotation::{Doubtful, Mention};
use crate::model::quantity::{Approximation, Value};
use crate::session::ViewKind;
use crate::view::Cx;
use crate::view::field::checked_line_ui;
use crate::view::menu::{Choice, choice_ui};
use crate::widget::field::TextField;
use crate::widget::line::{label_ui, said_ui};
use crate::widget::{Badge, Face, Theme, letter_badge_ui, section_ui};

/// Draws a number.
pub(super) fn number_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &NumberRows), frame: &Framed) {
    frame.head_ui(ui, |ui| {
        head::mark_head_ui(ui, cx, MarkHead { icon: None, title: "Number", place: &rows.place }, |ui, cx| {
            head::mark_menu_ui(ui, cx, rows.mark.as_ref());
        });
    });
    frame.body_ui(ui, |ui| {
        doubt::doubt_ui(ui, cx, rows.mark.as_ref().map(|mark| Doubtful::Mark(mark.id)));
        part::quote_block_ui(ui, &rows.quote, Ground::Number);
        read_as_ui(ui, cx, rows);
        measures_ui(ui, cx, rows);
        group_ui(ui, cx, rows);
        worked_out_ui(ui, cx, rows);
        claims_ui(ui, cx, rows);
        part::mark_fields_ui(ui, cx, rows.mark.as_ref(), ("Note", "For yourself"));
        history::history_ui(ui, cx, (state, Mention::Number(rows.quantity.id)), &rows.history);
    });
}

fn read_as_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &NumberRows) {
    let number = &rows.quantity;
    section_ui(ui, "Read as", if number.is_edited { "as you typed it" } else { "" });
    let look = TextField::new("Value").hint("1500, 3.5, 10 to 20").label_width(part::LABEL);
    let refused = checked_line_ui(ui, cx, (Field::QuantityValue(number.id), &rows.value), look, refusal);
    if let Some(words) = refused {
        let warn = Theme::of(ui.ctx()).warn;
        ui.add_space(3.0);
        label_ui(ui, words, Face::Note, warn);
    }
    ui.add_space(5.0);
    part::named_line_ui(ui, cx, ("Unit", "km, percent, troops"), Field::Unit(number.id), &number.unit);
    part::named_line_ui(ui, cx, ("Per", "day, head, barrel"), Field::Per(number.id), &number.per);
    let choice = Choice { name: "Meant as", label_width: part::LABEL, chosen: number.approximation };
    let choices = Approximation::ALL.map(|approximation| (approximation, approximation.word()));
    if let Some(approximation) = choice_ui(ui, choice, &choices) {
        cx.send(Command::SetApproximation(number.id, approximation));
    }
    part::warnings_ui(ui, cx, &rows.findings);
}

/// Why a value is not taken. A blank field means that it has not been read.
fn refusal(typed: &str) -> Option<String> {
    if typed.trim().is_empty() { None } else { typed.parse::<Value>().err().map(|error| format!("{error}.")) }
}

fn measures_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &NumberRows) {
    let number = &rows.quantity;
    section_ui(ui, "What it measures", "");
    part::named_line_ui(ui, cx, ("Quantity", "length of the journey"), Field::Measured(number.id), &number.measured);
    part::named_line_ui(ui, cx, ("Of", "whom or what"), Field::MeasuredOf(number.id), &number.of);
    part::named_line_ui(ui, cx, ("As of", "at which time"), Field::AsOf(number.id), &number.as_of);
}

/// Other figures of the same that are listed; the table has all of them.
const MOST_OTHERS: usize = 8;

/// The figures of the same, what they say together, and why they cannot be compared, where a checker has found that.
fn group_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &NumberRows) {
    let theme = Theme::of(ui.ctx());
    let is_in_text = cx.session.view() == ViewKind::Articles;
    let action = if is_in_text { Action::GroupNumber } else { Action::RowGroup };
    part::keyed_section_ui(ui, cx, "Measures the same as", action);
    let Some(group) = &rows.group else {
        let row = list::JumpRow { name: "Put the number into a group", height: list::ROW, is_current: false };
        let words = |ui: &mut Ui| drop(said_ui(ui, "No other figure yet", Face::Dense, theme.ink3));
        let key = cx.key(action);
        if list::jump_row_ui(ui, row, words, |ui| list::key_hint_ui(ui, "choose", &key)).clicked() {
            cx.run(action);
        }
        return;
    };
    part::named_line_ui(ui, cx, ("Group", "what they measure"), Field::GroupName(group.group.id), &group.group.name);
    part::named_line_ui(ui, cx, ("Scope, time", "of whom, when"), Field::GroupNote(group.group.id), &group.group.note);
    if !group.sentence.is_empty() {
        let colour = if group.is_warning { theme.warn } else { theme.ink2 };
        label_ui(ui, &group.sentence, Face::Note, colour);
        ui.add_space(5.0);
    }
    for (number, letter, words) in group.others.iter().take(MOST_OTHERS) {
        let name = format!("Show {letter}: {words}");
        let row = list::JumpRow { name: &name, height: list::ROW, is_current: false };
        let contents = |ui: &mut Ui| {
            letter_badge_ui(ui, letter, Badge::Small);
            list::one_line_ui(ui, words, true);
        };
        if list::jump_row_ui(ui, row, contents, |_| {}).clicked() {
            cx.send(Command::ShowRecord(Mention::Number(*number)));
        }
    }
    if group.others.len() > MOST_OTHERS {
        label_ui(ui, format!("and {} more, in the Numbers view", group.others.len() - MOST_OTHERS), Face::Meta, theme.ink3);
    }
    ui.add_space(5.0);
    let hint = "Not comparable, because";
    part::named_line_ui(ui, cx, ("This one", hint), Field::NumberApart(rows.quantity.id), &rows.quantity.apart);
    part::named_line_ui(ui, cx, ("All of them", hint), Field::GroupApart(group.group.id), &group.group.apart);
}

/// What can be worked out again with the number, and the way to put it together with others.
fn worked_out_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &NumberRows) {
    let theme = Theme::of(ui.ctx());
    let is_in_text = cx.session.view() == ViewKind::Articles;
    let action = if is_in_text { Action::StateCheck } else { Action::RowCheck };
    part::keyed_section_ui(ui, cx, "Worked out again", action);
    checks_ui(ui, &rows.checks);
    let row = list::JumpRow { name: "Put the number together with others", height: list::ROW, is_current: false };
    let words = |ui: &mut Ui| drop(said_ui(ui, "A sum, a share, a span of time", Face::Dense, theme.ink3));
    let key = cx.key(action);
    if list::jump_row_ui(ui, row, words, |ui| list::key_hint_ui(ui, "put together", &key)).clicked() {
        cx.run(action);
    }
}

fn claims_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &NumberRows) {
    section_ui(ui, "Belongs to", "");
    if rows.claims.is_empty() {
        let key = cx.key(Action::StartLink);
        let row = list::JumpRow { name: "Link to a claim", height: list::ROW, is_current: false };
        let words = |ui: &mut Ui| {
            let theme = Theme::of(ui.ctx());
            said_ui(ui, "No claim yet", Face::Dense, theme.ink3);
        };
        if list::jump_row_ui(ui, row, words, |ui| list::key_hint_ui(ui, "link one", &key)).clicked() {
            head::act_on_mark(cx, rows.mark.as_ref().map(|mark| mark.id), Action::StartLink);
        }
    }
    list::claim_rows_ui(ui, cx, &rows.claims);
}
