//! A claim in the inspector, from its words down to its history.

use egui::Ui;

use super::beside::beside_ui;
use super::choose::{self, Choosing, Purpose};
use super::head::MarkHead;
use super::list::JumpRow;
use super::part::Ground;
use super::rows::claim::{ClaimRows, NumberRow, SourceRow};
use super::{
    Framed, InspectorState, already, correction, doubt, evidence, head, history, links, list, nature, part, settle, signed, transcript,
};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::annotation::{Doubtful, Mention};
use crate::view::Cx;
use crate::view::field::area_ui;
use crate::view::menu::{MenuRow, action_row_ui, menu_row_ui};
use crate::view::sign::kind_icon;
use crate::widget::field::TextField;
use crate::widget::line::{label_ui, said_ui, words_cut_ui};
use crate::widget::paint::line_of_text;
use crate::widget::{Face, Icon, Theme, hairline_ui, icon_text_ui, icon_ui, section_ui};

/// Draws a claim.
pub(super) fn claim_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, rows): (&mut InspectorState, &ClaimRows), frame: &Framed) {
    frame.head_ui(ui, |ui| {
        head::mark_head_ui(ui, cx, MarkHead { icon: None, title: &rows.title, place: &rows.place }, |ui, cx| menu_ui(ui, cx, state, rows));
    });
    frame.body_ui(ui, |ui| {
        choose::merge_ui(ui, cx, state);
        signed::signed_ui(ui, cx, state, signed::Signed::Claim(rows.id));
        transcript::transcript_ui(ui, cx, state, rows);
        doubt::doubt_ui(ui, cx, rows.mark.as_ref().map(|mark| Doubtful::Mark(mark.id)));
        let ground = if rows.is_settled { Ground::Settled } else { Ground::Claim };
        part::quote_block_ui(ui, &rows.quote, ground);
        let document = rows.mark.as_ref().map(|mark| (rows.id, mark.document));
        beside_ui(ui, cx, &rows.beside, document);
        in_full_ui(ui, cx, rows);
        settle::settle_ui(ui, cx, rows);
        already::already_ui(ui, cx, &mut state.already, rows);
        nature::nature_ui(ui, cx, rows);
        numbers_ui(ui, cx, &rows.numbers);
        sources_ui(ui, cx, rows);
        evidence::evidence_ui(ui, cx, (state, rows));
        part::warnings_ui(ui, cx, &rows.evidencing);
        correction::correction_ui(ui, cx, (state, rows));
        part::warnings_ui(ui, cx, &rows.correcting);
        part::keyed_section_ui(ui, cx, "Margin note", Action::EditNote);
        let look = TextField::new("Margin note").hint("Stands beside the text").least_rows(1);
        area_ui(ui, cx, Field::ClaimNote(rows.id), look, &rows.note);
        links::links_ui(ui, cx, rows);
        if rows.mentions.len() > 1 {
            section_ui(ui, "Mentions", &rows.mentions.len().to_string());
            list::mention_rows_ui(ui, cx, &rows.mentions);
        }
        part::mark_fields_ui(ui, cx, rows.mark.as_ref(), ("Note on this mention", "For yourself"));
        history::history_ui(ui, cx, (state, Mention::Claim(rows.id)), &rows.history);
    });
}

fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &ClaimRows) {
    let key = cx.key(Action::SplitMention);
    let split = MenuRow::new("Make this mention a claim of its own").icon(Icon::Unlink).key(&key).enabled(rows.mentions.len() > 1);
    let mark = rows.mark.as_ref();
    if menu_row_ui(ui, split)
        && let Some(mark) = mark
    {
        cx.send(Command::SplitClaim(mark.id));
    }
    if menu_row_ui(ui, MenuRow::new("Merge another claim into this one")) {
        state.choosing = Some(Choosing::a_record(Purpose::MergeInto(Mention::Claim(rows.id))));
    }
    action_row_ui(ui, cx, Action::RenumberClaims, Some(Icon::Hash));
    action_row_ui(ui, cx, Action::SignOff, Some(Icon::Lock));
    if menu_row_ui(ui, MenuRow::new("Lay a transcript beside it").icon(Icon::Columns2)) {
        state.lay_transcript(rows.id);
    }
    hairline_ui(ui);
    head::mark_menu_ui(ui, cx, mark);
}

fn in_full_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    part::pencilled_section_ui(ui, cx, "Claim in full", Action::EditClaim);
    let look = TextField::new("Claim in full").hint("Write it so that it stands by itself").least_rows(1).quiet();
    area_ui(ui, cx, Field::Restatement(rows.id), look, &rows.restatement);
}

fn numbers_ui(ui: &mut Ui, cx: &mut Cx<'_>, numbers: &[NumberRow]) {
    if numbers.is_empty() {
        return;
    }
    section_ui(ui, "Numbers", &numbers.len().to_string());
    for number in numbers {
        number_row_ui(ui, cx, number);
    }
}

fn number_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, number: &NumberRow) {
    let theme = Theme::of(ui.ctx());
    let name = format!("Show number {}", number.words);
    let width = ui.available_width();
    let response = list::jump_row_ui(
        ui,
        JumpRow { name: &name, height: list::ROW, is_current: false },
        |ui| {
            list::column_ui(ui, width * 0.45, |ui| list::number_words_ui(ui, &number.words));
            let approximation = line_of_text(ui, number.approximation, Face::Meta, theme.ink3).size().x;
            let reading = line_of_text(ui, &number.reading, Face::DenseStrong, theme.ink).size().x.max(52.0);
            list::column_ui(ui, reading.min(ui.available_width() - approximation - 14.0), |ui| {
                words_cut_ui(ui, &number.reading, Face::DenseStrong, theme.ink);
            });
            label_ui(ui, number.approximation, Face::Meta, theme.ink3);
        },
        |ui| {
            for finding in &number.findings {
                let short = finding.split(':').next().unwrap_or(finding);
                icon_text_ui(ui, Icon::TriangleAlert, short, Face::Meta, theme.warn);
            }
        },
    );
    if response.clicked() {
        cx.send(Command::ShowRecord(Mention::Number(number.id)));
    }
}

fn sources_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let title = if rows.sources.len() > 1 { "Sources in the text" } else { "Source in the text" };
    section_ui(ui, title, "");
    if rows.sources.is_empty() {
        no_source_ui(ui, cx, rows);
    }
    for source in &rows.sources {
        source_row_ui(ui, cx, source);
    }
    if !rows.independent.is_empty() {
        head::remark_ui(ui, &rows.independent);
    }
    part::warnings_ui(ui, cx, &rows.sourcing);
}

fn no_source_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ClaimRows) {
    let theme = Theme::of(ui.ctx());
    let key = cx.key(Action::StartLink);
    let row = JumpRow { name: "Link a source", height: 24.0, is_current: false };
    let response = list::jump_row_ui(
        ui,
        row,
        |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            icon_ui(ui, Icon::TriangleAlert, 14.0, theme.warn);
            said_ui(ui, "None given for this claim", Face::Dense, theme.ink);
        },
        |ui| list::key_hint_ui(ui, "link one", &key),
    );
    if response.clicked() {
        head::act_on_mark(cx, rows.mark.as_ref().map(|mark| mark.id), Action::StartLink);
    }
}

fn source_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, source: &SourceRow) {
    let theme = Theme::of(ui.ctx());
    let name = format!("Show source {}", source.name);
    let mut unlinked = false;
    let response = list::jump_row_ui(
        ui,
        JumpRow { name: &name, height: 38.0, is_current: false },
        |ui| {
            icon_ui(ui, kind_icon(source.kind), 15.0, theme.ink2);
            list::two_lines_ui(ui, &source.name, &source.detail);
        },
        |ui| unlinked = list::unlink_ui(ui, &source.name),
    );
    if unlinked {
        cx.send(Command::Unlink(source.link));
    } else if response.clicked() {
        cx.send(Command::ShowRecord(Mention::Source(source.id)));
    }
}
