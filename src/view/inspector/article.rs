//! An article in the inspector, while nothing in it is selected: what is known about it, and its place in the list.

use std::collections::BTreeSet;

use egui::Ui;

use super::rows::article::ArticleRows;
use super::signed::{self, Signed};
use super::{Framed, InspectorState, head, part};
use crate::command::catalogue::Action;
use crate::command::{Command, Field};
use crate::model::document::Document;
use crate::model::id::DocumentId;
use crate::view::Cx;
use crate::view::menu::{MenuRow, menu_row_ui, more_ui};
use crate::view::wording::time_of;
use crate::widget::line::{HoverWords, label_ui, words_ui};
use crate::widget::{Badge, Button, Face, Icon, IconButton, Theme, button_ui, icon_button_ui, icon_ui, letter_badge_ui, section_ui};

/// Draws an article.
pub(super) fn article_ui(ui: &mut Ui, cx: &mut Cx<'_>, (state, id): (&mut InspectorState, DocumentId), frame: &Framed) {
    let session = cx.session;
    let kept = state.article.get(session, id, || ArticleRows::of(session, id));
    let Some(rows) = kept.as_ref() else { return super::nothing_ui(ui, frame) };
    frame.head_ui(ui, |ui| {
        letter_badge_ui(ui, &rows.letter, Badge::Filled);
        head::title_ui(ui, &rows.title);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            more_ui(ui, "More", |ui| menu_ui(ui, cx, rows));
        });
    });
    frame.body_ui(ui, |ui| {
        super::nothing_words_ui(ui);
        ui.add_space(4.0);
        fields_ui(ui, cx, rows);
        text_ui(ui, cx, rows, &state.originals);
        drafts_ui(ui, cx, rows);
        sign_ui(ui, cx, state, rows);
        place_ui(ui, cx, rows);
    });
}

fn menu_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ArticleRows) {
    if menu_row_ui(ui, MenuRow::new("Move up").icon(Icon::ChevronUp).enabled(rows.place > 0)) {
        cx.send(Command::MoveArticleBy(rows.id, -1));
    }
    if menu_row_ui(ui, MenuRow::new("Move down").icon(Icon::ChevronDown).enabled(rows.place + 1 < rows.of)) {
        cx.send(Command::MoveArticleBy(rows.id, 1));
    }
    if menu_row_ui(ui, MenuRow::new("Remove article").icon(Icon::Trash)) {
        cx.send(Command::RemoveArticle(rows.id));
    }
}

fn fields_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ArticleRows) {
    section_ui(ui, "About the article", "");
    let (id, meta) = (rows.id, &rows.meta);
    let lines = [
        (("Title", "Headline"), Field::Title(id), &meta.title),
        (("Outlet", "newspaper, agency, site"), Field::Outlet(id), &meta.outlet),
        (("Byline", "who wrote it"), Field::Byline(id), &meta.byline),
        (("Published", "date"), Field::Published(id), &meta.published),
        (("Address", "https://"), Field::Url(id), &meta.url),
        (("Archived", "address of a copy"), Field::ArchiveUrl(id), &meta.archive_url),
        (("Language", rows.language), Field::Language(id), &meta.language),
    ];
    for (words, field, text) in lines {
        part::named_line_ui(ui, cx, words, field, text);
    }
    part::warnings_ui(ui, cx, &rows.findings);
}

fn text_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ArticleRows, copies: &BTreeSet<String>) {
    let theme = Theme::of(ui.ctx());
    section_ui(ui, "Text", "");
    label_ui(ui, &rows.size, Face::Dense, theme.ink);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        icon_ui(ui, Icon::Lock, 13.0, theme.ink3);
        let words = label_ui(ui, format!("Frozen, SHA-256 {}", rows.short_hash), Face::Dense, theme.ink2);
        words.on_hover_words(&rows.hash);
        if icon_button_ui(ui, IconButton::new(Icon::ClipboardPaste, "Copy the whole hash").icon_size(13.0)).clicked() {
            ui.ctx().copy_text(rows.hash.clone());
        }
    });
    if !rows.origin.is_empty() {
        words_ui(ui, format!("Read from {}", rows.origin), (Face::Dense, Face::Dense.row()), theme.ink3);
    }
    if let Some(words) = rows.original_words(copies) {
        words_ui(ui, words, (Face::Dense, Face::Dense.row()), theme.ink3).on_hover_words(&rows.original);
        let is_shown = cx.session.document().is_some_and(|document| document.id == rows.id);
        let key = cx.key(Action::ReadAgain);
        ui.add_space(4.0);
        if is_shown && rows.is_open && button_ui(ui, Button::secondary("Read it in another way").key(&key)).clicked() {
            cx.run(Action::ReadAgain);
        }
    }
}

/// The drafts of the article, and the way to a new one.
fn drafts_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ArticleRows) {
    let theme = Theme::of(ui.ctx());
    section_ui(ui, "Drafts", "");
    for (nth, opened) in rows.drafts.iter().enumerate() {
        label_ui(ui, format!("Draft {}, {}", nth + 1, time_of(*opened, cx.now)), Face::Dense, theme.ink2);
    }
    ui.add_space(4.0);
    let is_shown = cx.session.document().is_some_and(|document| document.id == rows.id);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        let key = cx.key(Action::OpenDraft);
        if is_shown && button_ui(ui, Button::secondary("Open new draft").key(&key)).clicked() {
            cx.run(Action::OpenDraft);
        }
        if is_shown && rows.drafts.len() > 1 && button_ui(ui, Button::secondary("What was changed")).clicked() {
            cx.run(Action::Drafts);
        }
    });
}

/// Who signed the article off, or the way to do it.
fn sign_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &ArticleRows) {
    section_ui(ui, "Sign-off", "");
    signed::signed_ui(ui, cx, state, Signed::Article(rows.id));
    let is_signed = cx.session.project().document(rows.id).is_some_and(Document::is_signed);
    let key = cx.key(Action::SignArticle);
    if !is_signed && button_ui(ui, Button::secondary("Sign the article off").icon(Icon::Lock).key(&key)).clicked() {
        cx.run(Action::SignArticle);
    }
}

fn place_ui(ui: &mut Ui, cx: &mut Cx<'_>, rows: &ArticleRows) {
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        let up = Button::secondary("Move up").enabled(rows.place > 0);
        if button_ui(ui, up).clicked() {
            cx.send(Command::MoveArticleBy(rows.id, -1));
        }
        let down = Button::secondary("Move down").enabled(rows.place + 1 < rows.of);
        if button_ui(ui, down).clicked() {
            cx.send(Command::MoveArticleBy(rows.id, 1));
        }
        if button_ui(ui, Button::secondary("Remove article").icon(Icon::Trash)).clicked() {
            cx.send(Command::RemoveArticle(rows.id));
        }
    });
}
