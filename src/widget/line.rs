//! One line of words in the window. egui lays out what the program says; what people wrote in letters that egui would put in
//! the wrong order, or tear apart, goes through the text engine of the article.

use std::sync::Arc;

use egui::{Color32, Galley, Label, Painter, Pos2, Response, Ui, Vec2};

use super::font::Face;
use super::typeset::{Quote, SetQuote, TextStyle, quote_ui};

/// Wider than any window, points: a line that is not cut.
const UNCUT: f32 = 20_000.0;

/// A line that is laid out and not yet painted.
pub enum Line {
    /// By egui.
    Plain(Arc<Galley>),
    /// By the text engine.
    Shaped(Shaped),
}

/// A line laid out by the text engine.
pub struct Shaped {
    words: String,
    style: TextStyle,
    colour: Color32,
    set: SetQuote,
}

impl Shaped {
    /// The words in at most `width` points, or in as many as they need; [`Color32::PLACEHOLDER`] may be given for a colour
    /// that is known when painting.
    pub(super) fn new(ui: &Ui, words: &str, face: Face, (colour, width): (Color32, Option<f32>)) -> Self {
        let style = face.style();
        let set = SetQuote::new(ui.ctx(), &Quote::new(words, style, colour).rows(1), width.unwrap_or(UNCUT));
        Self { words: words.to_owned(), style, colour, set }
    }
}

impl From<Arc<Galley>> for Line {
    fn from(galley: Arc<Galley>) -> Self {
        Self::Plain(galley)
    }
}

impl Line {
    /// Width and height, points.
    pub fn size(&self) -> Vec2 {
        match self {
            Self::Plain(galley) => galley.size(),
            Self::Shaped(shaped) => Vec2::new(shaped.set.extent().span().max(0.0).ceil(), shaped.set.height()),
        }
    }

    /// Paints it with its top left corner at `at`; `colour` is for a line that was laid out without one.
    pub fn paint(self, painter: &Painter, at: Pos2, colour: Color32) {
        match self {
            Self::Plain(galley) => {
                painter.galley(at, galley, colour);
            }
            Self::Shaped(Shaped { words, style, colour: own, set }) => {
                let colour = if own == Color32::PLACEHOLDER { colour } else { own };
                let origin = at - Vec2::new(set.extent().min, 0.0);
                set.paint(painter, &Quote::new(&words, style, colour).rows(1), origin);
            }
        }
    }
}

/// Words that people wrote, wrapped in the available width, in rows of `row` points.
pub fn words_ui(ui: &mut Ui, words: &str, (face, row): (Face, f32), colour: Color32) -> Response {
    if is_shaped(words) {
        let style = TextStyle { row_height_pt: row, ..face.style() };
        return quote_ui(ui, &Quote::new(words, style, colour));
    }
    ui.add(Label::new(face.text(words).line_height(Some(row)).color(colour)).wrap())
}

/// Words that people wrote on one row, cut with an ellipsis where they do not fit.
pub fn words_cut_ui(ui: &mut Ui, words: &str, face: Face, colour: Color32) -> Response {
    if is_shaped(words) {
        return quote_ui(ui, &Quote::new(words, face.style(), colour).rows(1));
    }
    ui.add(Label::new(face.text(words).color(colour)).truncate())
}

/// Whether a text holds letters of a script that runs from right to left, joins or stacks its letters: Hebrew to Mongolian,
/// the later Brahmic scripts, Arabic presentation forms, and the old scripts beyond the first plane.
pub(super) fn is_shaped(text: &str) -> bool {
    let needs = |sign: char| matches!(sign, '\u{0590}'..='\u{10FF}' | '\u{1200}'..='\u{1CFF}' | '\u{A800}'..='\u{ABFF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' | '\u{10800}'..='\u{11FFF}' | '\u{1E800}'..='\u{1EEFF}');
    text.chars().any(needs)
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;

    use super::*;
    use crate::widget::paint::{line_cut_to, line_of_text};
    use crate::widget::typeset::{SystemFonts, TextEngine};

    fn with_ui(check: impl Fn(&Ui) + 'static) {
        let dress = |ctx: &egui::Context| {
            crate::widget::font::install(ctx);
            TextEngine::install(ctx, crate::widget::font::article_fonts(), SystemFonts::Never);
        };
        Harness::builder().with_context_setup(dress).build_ui(move |ui| check(ui)).run();
    }

    #[test]
    fn only_scripts_that_egui_gets_wrong_are_shaped() {
        for plain in ["Claim A14", "Кличко", "Ελλάδα", "中文 한국어", "½ – “é” 🎉", ""] {
            assert!(!is_shaped(plain), "{plain}");
        }
        for shaped in ["وكالة", "Agency שלום", "हिन्दी", "ไทย", "বাংলা"] {
            assert!(is_shaped(shaped), "{shaped}");
        }
    }

    #[test]
    fn a_shaped_line_is_as_wide_as_its_words_and_cut_where_it_must_be() {
        with_ui(|ui| {
            let whole = line_of_text(ui, "ab שלום", Face::Dense, Color32::BLACK).size();
            assert!(whole.x > 20.0 && whole.x < 120.0, "{whole}");
            assert!((whole.y - Face::Dense.row()).abs() < 0.5);
            let cut = line_cut_to(ui, &"שלום ".repeat(40), Face::Dense, (Color32::BLACK, 100.0)).size();
            assert!(cut.x <= 100.0 && cut.x > 50.0, "{cut}");
        });
    }
}
