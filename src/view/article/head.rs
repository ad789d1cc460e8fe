//! The head of the page: letter, title, and the proof that the text is frozen.

use egui::{Align, Layout, Margin, Stroke, Ui};

use crate::model::document::{Document, Text};
use crate::view::Cx;
use crate::view::wording::date_and_clock;
use crate::widget::badge::{Badge, letter_badge_ui};
use crate::widget::font::Face;
use crate::widget::icon::{Icon, icon_ui};
use crate::widget::line::{HoverWords, label_ui, said_ui};
use crate::widget::theme::Theme;
use crate::widget::typeset::{Quote, TextStyle, quote_ui};

/// Height of the head, points.
pub const HEIGHT: f32 = 38.0;
/// Below this width the lock stands for its words.
const SLIM: f32 = 460.0;

/// The hash of a text in short and in full, or that it is not known yet.
pub fn hash_words(text: &Text) -> (String, String) {
    let Some(hash) = text.known_hash() else { return ("…".to_owned(), "being computed".to_owned()) };
    let hash = hash.to_string();
    (format!("{} {}", hash.get(..4).unwrap_or(""), hash.get(4..8).unwrap_or("")), hash)
}

/// Draws the head of an article.
pub fn head_ui(ui: &mut Ui, cx: &Cx<'_>, document: &Document) {
    let theme = Theme::of(ui.ctx());
    let rect = ui.max_rect();
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, theme.line));
    egui::Frame::new().inner_margin(Margin { left: 20, right: 14, top: 0, bottom: 0 }).show(ui, |ui| {
        ui.set_height(HEIGHT);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (short, hash) = hash_words(&document.text);
            let full = format!("SHA-256 of the text: {hash}");
            if rect.width() >= SLIM {
                label_ui(ui, short, Face::Meta, theme.ink3).on_hover_words(&full);
            }
            icon_ui(ui, Icon::Lock, 13.0, theme.ink3).on_hover_words(format!("Text frozen. {full}"));
            if rect.width() >= SLIM {
                said_ui(ui, "Text frozen", Face::Meta, theme.ink3);
            }
            if let Some(signed) = document.signed.as_ref().filter(|signed| signed.holds()) {
                ui.add_space(10.0);
                let words = if rect.width() >= SLIM { format!("Signed off by {}", signed.by) } else { signed.by.clone() };
                label_ui(ui, words, Face::Meta, theme.ink).on_hover_words(format!("{}. Its marks are locked.", date_and_clock(signed.at)));
            }
            ui.add_space(12.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let letter = cx.session.project().letter(document.id);
                letter_badge_ui(ui, &letter, Badge::Filled);
                ui.add_space(4.0);
                quote_ui(ui, &Quote::new(document.title(), TextStyle::serif(16.0, 22.0).semibold(), theme.ink).rows(1));
            });
        });
    });
}
