//! A source in the inspector: who it is, what rests on it, where it is mentioned.

use egui::Ui;

use super::choose::{self, Choosing, Purpose};
use super::head::MarkHead;
use super::list::JumpRow;
use super::part::Ground;
use super::rows::source::SourceRows;
use super::{Framed, InspectorState, circle, doubt, head, history, list, part, same};
use crate::command::{Action, Command, Field, SourceChange};
use crate::model::annotation::{Doubtful, Mention};
use crate::model::source::{FirstHand, SourceKind};
use crate::view::Cx;
use crate::view::field::area_ui;
use crate::view::menu::{Choice, MenuRow, choice_ui, menu_row_ui};
use crate::view::sign::kind_icon;
use crate::widget::field::TextField;
use crate::widget::line::said_ui;
use crate::widget::{Face, Icon, Theme, check_box_ui, hairline_ui, icon_ui, section_ui};

/// Draws a source.
pub(super) fn source_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &SourceRows), frame: &Framed) {
    let name = rows.source.name.trim();
    let title = if name.is_empty() { "Source" } else { name };
    let head = MarkHead { icon: Some(kind_icon(rows.source.kind)), title, place: &rows.place };
    frame.head_ui(ui, |ui| {
        head::mark_head_ui(ui, cx, head, |ui, cx| menu_ui(ui, cx, state, rows));
    });
    frame.body_ui(ui, |ui| {
        choose::merge_ui(ui, cx, state);
        doubt::doubt_ui(ui, cx, rows.mark.as_ref().map(|mark| Doubtful::Mark(mark.id)));
        if !rows.quote.is_empty() {
            part::quote_block_ui(ui, &rows.quote, Ground::Source);
            ui.add_space(10.0);
        }
        same::same_ui(ui, cx, rows);
        fields_ui(ui, cx, rows);
        rows.circles.iter().for_each(|circle| circle::circle_ui(ui, circle));
        rests_on_ui(ui, cx, state, rows);
        files_ui(ui, cx, rows);
        part::warnings_ui(ui, cx, &rows.findings);
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
    let key = cx.key(Action::SplitMention);
    let can_split = rows.mentions.len() > 1 && rows.mark.is_some();
    let split = MenuRow::new("Make this mention an entry of its own").icon(Icon::Unlink).key(&key).enabled(can_split);
    if menu_row_ui(ui, split)
        && let Some(mark) = &rows.mark
    {
        cx.send(Command::SplitSource(mark.id));
    }
    if menu_row_ui(ui, MenuRow::new("Merge another source into this one")) {
        state.choosing = Some(Choosing::a_record(Purpose::MergeInto(Mention::Source(rows.source.id))));
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
    part::named_line_ui(ui, cx, ("Locator", "page, shelf, file number"), Field::SourceLocator(source.id), &source.locator);
    part::named_line_ui(ui, cx, ("Address", "https://"), Field::SourceUrl(source.id), &source.url);
    part::named_line_ui(ui, cx, ("Archived", "address of a copy"), Field::SourceArchive(source.id), &source.archive_url);
    part::named_line_ui(ui, cx, ("Heard by", "reporter, agency, broadcast"), Field::SourceHeardBy(source.id), &source.heard_by);
    contact_ui(ui, cx, rows);
    part::named_line_ui(ui, cx, ("Grade", "as the desk writes it: B2"), Field::SourceGrade(source.id), &source.grade);
    if !rows.grade_meaning.is_empty() {
        under_field_ui(ui, &rows.grade_meaning);
    }
    let first_hand = Choice { name: "First hand", label_width: part::LABEL, chosen: source.first_hand };
    if let Some(first_hand) = choice_ui(ui, first_hand, &FirstHand::ALL.map(|first_hand| (first_hand, first_hand.word()))) {
        cx.send(Command::SetFirstHand(source.id, first_hand));
    }
    ui.add_space(5.0);
}

/// A remark on the field above it.
fn under_field_ui(ui: &mut Ui, words: &str) {
    ui.horizontal(|ui| {
        ui.add_space(part::LABEL + 4.0);
        head::remark_ui(ui, words);
    });
    ui.add_space(4.0);
}

/// How to reach it. It stays out of every export unless the checker says otherwise.
fn contact_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SourceRows) {
    let source = &rows.source;
    part::named_line_ui(ui, cx, ("Contact", "telephone, address"), Field::SourceContact(source.id), &source.contact);
    if !source.contact.trim().is_empty() {
        let kept = "Protected: kept out of every export";
        under_field_ui(ui, if source.is_contact_open { "Exports may hold it" } else { kept });
        let mut is_open = source.is_contact_open;
        if check_box_ui(ui, "Exports may hold the contact", "Exports may hold the contact", &mut is_open).clicked() {
            cx.send(Command::ChangeSource(source.id, SourceChange::ContactOpen(is_open)));
        }
        ui.add_space(5.0);
    }
}

/// What it rests on itself: whom it heard it from, what it copied.
fn rests_on_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &SourceRows) {
    section_ui(ui, "Rests on", "");
    for (root, name) in &rows.rests_on {
        let (mut is_gone, label) = (false, format!("Show source {name}"));
        let row = JumpRow { name: &label, height: list::ROW, is_current: false };
        let response = list::jump_row_ui(ui, row, |ui| list::one_line_ui(ui, name, false), |ui| is_gone = list::unlink_ui(ui, name));
        if is_gone {
            cx.send(Command::ChangeSource(rows.source.id, SourceChange::RestsOn(*root, false)));
        } else if response.clicked() {
            cx.send(Command::SelectRecord(Mention::Source(*root)));
        }
    }
    choose::choose_ui(ui, cx, state, |purpose| purpose == Purpose::RestsOn(rows.source.id));
    if state.choosing.is_none() && add_row_ui(ui, "Add what it rests on") {
        state.choosing = Some(Choosing::a_record(Purpose::RestsOn(rows.source.id)));
    }
}

/// The files that hold it, by name, with their hashes on hover.
fn files_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &SourceRows) {
    section_ui(ui, "Files", "");
    for (at, file) in rows.source.files.iter().enumerate() {
        let (mut is_gone, label) = (false, format!("{}, SHA-256 {}", file.path, file.sha256));
        let row = JumpRow { name: &label, height: list::ROW, is_current: false };
        list::jump_row_ui(ui, row, |ui| list::one_line_ui(ui, file.name(), false), |ui| is_gone = list::unlink_ui(ui, file.name()));
        if is_gone {
            cx.send(Command::ChangeSource(rows.source.id, SourceChange::RemoveFile(at)));
        }
    }
    if add_row_ui(ui, "Attach a file") {
        cx.send(Command::AttachFileToSource(rows.source.id));
    }
}

fn add_row_ui(ui: &mut Ui, words: &'static str) -> bool {
    let row = JumpRow { name: words, height: list::ROW, is_current: false };
    let theme = Theme::of(ui.ctx());
    let contents = |ui: &mut Ui| {
        icon_ui(ui, Icon::Plus, 15.0, theme.ink3);
        said_ui(ui, words, Face::Dense, theme.ink2);
    };
    list::jump_row_ui(ui, row, contents, |_| {}).clicked()
}
