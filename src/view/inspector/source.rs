//! A source in the inspector: who it is, what rests on it, where it is mentioned.

use egui::Ui;

use super::head::MarkHead;
use super::part::Ground;
use super::rows::source::SourceRows;
use super::{Framed, InspectorState, doubt, head, history, list, merge, part};
use crate::command::{Command, Field};
use crate::model::annotation::{Doubtful, Mention};
use crate::model::source::{FirstHand, SourceKind};
use crate::view::Cx;
use crate::view::field::area_ui;
use crate::view::menu::{Choice, MenuRow, choice_ui, menu_row_ui};
use crate::view::sign::kind_icon;
use crate::widget::field::TextField;
use crate::widget::{Icon, hairline_ui, section_ui};

/// Draws a source.
pub(super) fn source_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &SourceRows), frame: &Framed) {
    let name = rows.source.name.trim();
    let title = if name.is_empty() { "Source" } else { name };
    let head = MarkHead { icon: Some(kind_icon(rows.source.kind)), title, place: &rows.place };
    frame.head_ui(ui, |ui| {
        head::mark_head_ui(ui, cx, head, |ui, cx| menu_ui(ui, cx, state, rows));
    });
    frame.body_ui(ui, |ui| {
        merge::merge_ui(ui, cx, state);
        doubt::doubt_ui(ui, cx, rows.mark.as_ref().map(|mark| Doubtful::Mark(mark.id)));
        if !rows.quote.is_empty() {
            part::quote_block_ui(ui, &rows.quote, Ground::Source);
            ui.add_space(10.0);
        }
        fields_ui(ui, cx, rows);
        part::warnings_ui(ui, &rows.findings);
        // That no claim rests on it is a finding, and told once.
        if !rows.claims.is_empty() || rows.findings.is_empty() {
            section_ui(ui, &rows.claims_title(), &rows.claims_remark());
        }
        list::claim_rows_ui(ui, cx, &rows.claims);
        if !rows.mentions.is_empty() {
            section_ui(ui, "Mentions", &rows.mentions.len().to_string());
            list::mention_rows_ui(ui, cx, &rows.mentions);
        }
        section_ui(ui, "Note on the source", "");
        let look = TextField::new("Note on the source").hint("What the desk should know").least_rows(1);
        area_ui(ui, cx, Field::SourceNote(rows.source.id), look, &rows.source.note);
        part::mark_fields_ui(ui, cx, rows.mark.as_ref(), ("Note on this mention", "For yourself"));
        history::history_ui(ui, cx, (state, Mention::Source(rows.source.id)), &rows.history);
    });
}

fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &SourceRows) {
    let split = MenuRow::new("Make this mention an entry of its own").enabled(rows.mentions.len() > 1 && rows.mark.is_some());
    if menu_row_ui(ui, split)
        && let Some(mark) = &rows.mark
    {
        cx.send(Command::SplitSource(mark.id));
    }
    if menu_row_ui(ui, MenuRow::new("Merge another source into this one")) {
        state.merging = Some(merge::Merging::into(Mention::Source(rows.source.id)));
    }
    hairline_ui(ui);
    head::mark_menu_ui(ui, cx, rows.mark.as_ref());
    if menu_row_ui(ui, MenuRow::new("Remove from the register, with all mentions").icon(Icon::Trash)) {
        cx.send(Command::RemoveSource(rows.source.id));
    }
}

fn fields_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SourceRows) {
    let source = &rows.source;
    part::named_line_ui(ui, cx, ("Name", "who, or how it is described"), Field::SourceName(source.id), &source.name);
    let kind = Choice { name: "Kind", label_width: part::LABEL, chosen: source.kind };
    if let Some(kind) = choice_ui(ui, kind, &SourceKind::ALL.map(|kind| (kind, kind.word()))) {
        cx.send(Command::SetSourceKind(source.id, kind));
    }
    ui.add_space(5.0);
    part::named_line_ui(ui, cx, ("Role", "office, function"), Field::SourceRole(source.id), &source.role);
    part::named_line_ui(ui, cx, ("Locator", "address, page, shelf"), Field::SourceLocator(source.id), &source.locator);
    part::named_line_ui(ui, cx, ("Grade", "as the desk writes it: B2"), Field::SourceGrade(source.id), &source.grade);
    let first_hand = Choice { name: "First hand", label_width: part::LABEL, chosen: source.first_hand };
    if let Some(first_hand) = choice_ui(ui, first_hand, &FirstHand::ALL.map(|first_hand| (first_hand, first_hand.word()))) {
        cx.send(Command::SetFirstHand(source.id, first_hand));
    }
}
