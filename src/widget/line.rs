//! Words in the window, on one row or on several. Whatever a person wrote or an article says, in any script, is set by the text
//! engine of the article, which all of this goes through. egui sets only what the program itself says: the literals of
//! [`said_ui`]. Clippy refuses its other ways to set words (see `clippy.toml`).

use egui::emath::GuiRounding as _;
use egui::{Color32, Context, Painter, Pos2, Response, Role, Sense, TextWrapMode, Ui, Vec2, WidgetInfo};

use super::font::Face;
use super::typeset::{Quote, SetQuote, TextStyle, quote_ui};

/// Wider than any window, points: a line that is not cut.
const UNCUT: f32 = 20_000.0;

/// Words that are laid out and not yet painted.
pub struct Line {
    words: String,
    style: TextStyle,
    colour: Color32,
    set: SetQuote,
    max_rows: Option<usize>,
}

impl Line {
    /// One row as wide as its words; [`Color32::PLACEHOLDER`] may be given for a colour that is known when painting.
    pub fn new(ctx: &Context, words: &str, style: TextStyle, colour: Color32) -> Self {
        Self::rows(ctx, words, style, (colour, UNCUT, Some(1)))
    }

    /// Words in a width in points: as many rows as they need, or at most so many, the rest left out behind an ellipsis.
    pub fn rows(ctx: &Context, words: &str, style: TextStyle, (colour, width, max_rows): (Color32, f32, Option<usize>)) -> Self {
        let quote = Quote { max_rows, ..Quote::new(words, style, colour) };
        Self { words: words.to_owned(), style, colour, set: SetQuote::new(ctx, &quote, width), max_rows }
    }

    /// Width and height, points, on the grid of egui.
    pub fn size(&self) -> Vec2 {
        Vec2::new(self.set.extent().span().max(0.0), self.set.height()).round_ui()
    }

    /// Paints it with its top left corner at `at`; `colour` is for words that were laid out without one.
    pub fn paint(self, painter: &Painter, at: Pos2, colour: Color32) {
        let colour = if self.colour == Color32::PLACEHOLDER { colour } else { self.colour };
        let quote = Quote { max_rows: self.max_rows, ..Quote::new(&self.words, self.style, colour) };
        let left = self.set.extent().min;
        self.set.paint(painter, &quote, at - Vec2::new(if left.is_finite() { left } else { 0.0 }, 0.0));
    }
}

/// How words are set: a face, or a face and the height of its rows in points.
#[derive(Clone, Copy, Debug)]
pub struct Setting(TextStyle);

impl From<Face> for Setting {
    fn from(face: Face) -> Self {
        Self(face.style())
    }
}

impl From<(Face, f32)> for Setting {
    fn from((face, row): (Face, f32)) -> Self {
        Self(TextStyle { row_height_pt: row, ..face.style() })
    }
}

/// Words where a label of egui would stand: they wrap in a column and run on in a row, as the layout around them says.
pub fn label_ui(ui: &mut Ui, words: impl AsRef<str>, setting: impl Into<Setting>, colour: Color32) -> Response {
    match ui.wrap_mode() {
        TextWrapMode::Wrap => words_ui(ui, words, setting, colour),
        TextWrapMode::Truncate => words_cut_ui(ui, words, setting, colour),
        TextWrapMode::Extend => {
            let line = Line::new(ui.ctx(), words.as_ref(), setting.into().0, colour);
            line_ui(ui, line)
        }
    }
}

/// What the program itself says, a literal, as a label of egui.
#[allow(clippy::disallowed_methods, reason = "the one door to egui's own layout: it takes literals alone")]
pub fn said_ui(ui: &mut Ui, words: &'static str, face: Face, colour: Color32) -> Response {
    ui.label(face.text(words).color(colour))
}

/// Words that are laid out already.
pub fn line_ui(ui: &mut Ui, line: Line) -> Response {
    let (rect, response) = ui.allocate_exact_size(line.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &line.words));
    if ui.is_rect_visible(rect) {
        line.paint(ui.painter(), rect.min, Color32::PLACEHOLDER);
    }
    response
}

/// Words, wrapped in the available width.
pub fn words_ui(ui: &mut Ui, words: impl AsRef<str>, setting: impl Into<Setting>, colour: Color32) -> Response {
    quote_ui(ui, &Quote::new(words.as_ref(), setting.into().0, colour))
}

/// Words on one row, cut with an ellipsis where they do not fit.
pub fn words_cut_ui(ui: &mut Ui, words: impl AsRef<str>, setting: impl Into<Setting>, colour: Color32) -> Response {
    quote_ui(ui, &Quote::new(words.as_ref(), setting.into().0, colour).rows(1))
}

/// Tooltips of words that are no literals.
pub trait HoverWords {
    /// Shows the words while the pointer rests here.
    fn on_hover_words(self, words: impl AsRef<str>) -> Self;
}

impl HoverWords for Response {
    fn on_hover_words(self, words: impl AsRef<str>) -> Self {
        self.on_hover_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            let ink = ui.visuals().text_color();
            words_ui(ui, words, Face::Interface, ink);
        })
    }
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
