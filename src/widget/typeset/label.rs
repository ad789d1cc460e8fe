//! Verbatim words in panels and tables: wrapped, or shortened to a number of rows with an ellipsis.

use std::hash::{Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::{Color32, Context, Painter, Pos2, Rangef, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::elide::LongText;
use super::engine::TextEngine;
use super::fragment::Fragment;
use super::label_cache::{LabelKey, SetLabel};
use super::paint::Ink;
use super::style::TextStyle;

/// Width of the tooltip with the whole quote, in points.
const WHOLE_WIDTH: f32 = 360.0;

/// How a part of a quote stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Emphasis {
    /// Semibold words.
    Semibold,
    /// Words of another colour.
    Color(Color32),
    /// A 2 point lane under the words, as a source has in the article. It may stick out of the last row by as much.
    Underline(Color32),
    /// A 3 point lane under the words, as a number has in the article.
    NumberLane(Color32),
    /// A line through the words.
    Strike(Color32),
}

/// Words to show verbatim.
#[derive(Clone, Copy, Debug)]
pub struct Quote<'a> {
    /// The words.
    pub text: &'a str,
    /// How they are set.
    pub style: TextStyle,
    /// Their colour.
    pub color: Color32,
    /// At most so many rows; what does not fit is replaced by "…".
    pub max_rows: Option<usize>,
    /// Byte ranges of the text that stand out.
    pub emphasis: &'a [(Range<usize>, Emphasis)],
}

impl<'a> Quote<'a> {
    /// Plain words that wrap as needed.
    pub const fn new(text: &'a str, style: TextStyle, color: Color32) -> Self {
        Self { text, style, color, max_rows: None, emphasis: &[] }
    }

    /// Shortened to `rows` rows.
    pub const fn rows(self, rows: usize) -> Self {
        Self { max_rows: Some(rows), ..self }
    }

    /// With parts that stand out; ranges in bytes of the text.
    pub const fn emphasis(self, emphasis: &'a [(Range<usize>, Emphasis)]) -> Self {
        Self { emphasis, ..self }
    }

    fn semibold(&self) -> Vec<Range<usize>> {
        let strong = self.emphasis.iter();
        strong.filter(|(_, emphasis)| *emphasis == Emphasis::Semibold).map(|(range, _)| range.clone()).collect()
    }

    fn key(&self, width_pt: f32) -> LabelKey {
        let mut hasher = std::hash::DefaultHasher::new();
        self.text.hash(&mut hasher);
        self.semibold().hash(&mut hasher);
        LabelKey {
            text_hash: hasher.finish(),
            style: self.style,
            width_bits: width_pt.to_bits(),
            max_rows: self.max_rows.unwrap_or(usize::MAX),
        }
    }
}

/// A quote laid out in a width, to be painted where its owner wants it: a note beside the page.
pub struct SetQuote(Arc<SetLabel>);

impl SetQuote {
    /// Lays the quote out in `width_pt` points; from the cache if it was shown lately.
    pub fn new(ctx: &Context, quote: &Quote<'_>, width_pt: f32) -> Self {
        Self(TextEngine::of(ctx).lock().label(quote, width_pt, ctx.cumulative_pass_nr()))
    }

    /// Height in points.
    pub fn height(&self) -> f32 {
        self.0.paragraph.height()
    }

    /// From the left end of its leftmost row to the right end of its rightmost one, in points from the left edge.
    pub fn extent(&self) -> Rangef {
        let rows = self.0.paragraph.rows();
        rows.map(|row| Rangef::new(row.left, row.right))
            .fold(Rangef::NOTHING, |all, row| Rangef::new(all.min.min(row.min), all.max.max(row.max)))
    }

    /// Paints the same quote that was laid out, its top left corner at `origin`.
    pub fn paint(&self, painter: &Painter, quote: &Quote<'_>, origin: Pos2) {
        paint_label(painter, quote, &self.0, origin.round_to_pixels(painter.pixels_per_point()));
    }
}

/// Shows a quote in the available width. The full text is its accessible name, and its tooltip if words were left out.
pub fn quote_ui(ui: &mut Ui, quote: &Quote<'_>) -> Response {
    let width = ui.available_width();
    let set = SetQuote::new(ui.ctx(), quote, width);
    let paragraph = &set.0.paragraph;
    let set_width = if paragraph.is_rtl() { width } else { paragraph.width().min(width) };
    // Whole points, so that a column made to measure gives back enough room in the next frame.
    let size = vec2(set_width.ceil().min(width), paragraph.height());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), quote.text));
    if ui.is_rect_visible(rect) {
        set.paint(ui.painter(), quote, rect.min);
    }
    if set.0.is_elided { response.on_hover_ui(|ui| whole_quote_ui(ui, quote)) } else { response }
}

/// The tooltip of a shortened quote: all its words, in the same voice.
fn whole_quote_ui(ui: &mut Ui, quote: &Quote<'_>) {
    ui.set_max_width(WHOLE_WIDTH);
    quote_ui(ui, &Quote { max_rows: None, ..*quote });
}

fn paint_label(painter: &Painter, quote: &Quote<'_>, label: &SetLabel, origin: Pos2) {
    let spans: Vec<(Range<usize>, Color32)> = quote
        .emphasis
        .iter()
        .filter_map(|(range, emphasis)| match emphasis {
            Emphasis::Color(color) => Some((range.clone(), *color)),
            _ => None,
        })
        .collect();
    let ink = Ink { color: quote.color, spans: &spans };
    TextEngine::of(painter.ctx()).lock().paint(painter, &label.paragraph, origin, ink);
    for (range, emphasis) in quote.emphasis {
        let shown = range.start.min(label.shown)..range.end.min(label.shown);
        for fragment in label.paragraph.rects(shown) {
            paint_rule(painter, &fragment, origin, (quote.style.size_pt, *emphasis));
        }
    }
}

fn paint_rule(painter: &Painter, fragment: &Fragment, origin: Pos2, (size, emphasis): (f32, Emphasis)) {
    let (below, stroke) = match emphasis {
        Emphasis::Underline(color) => (0.36 * size, Stroke::new(2.0, color)),
        // Its upper edge is the other lane's.
        Emphasis::NumberLane(color) => (0.36 * size + 0.5, Stroke::new(3.0, color)),
        Emphasis::Strike(color) => (-0.26 * size, Stroke::new(1.5, color)),
        Emphasis::Semibold | Emphasis::Color(_) => return,
    };
    let x = (origin.x + fragment.left)..=(origin.x + fragment.right);
    painter.hline(x, origin.y + fragment.baseline + below, stroke);
}

impl TextEngine {
    /// The laid-out label for a quote in `width_pt` points, from the cache if it was shown lately.
    fn label(&mut self, quote: &Quote<'_>, width_pt: f32, frame: u64) -> Arc<SetLabel> {
        let key = quote.key(width_pt);
        if let Some(label) = self.labels.get(&key, frame) {
            return label;
        }
        let long = LongText {
            text: quote.text,
            style: quote.style,
            semibold: &quote.semibold(),
            width_pt,
            max_rows: quote.max_rows.unwrap_or(usize::MAX).max(1),
        };
        let label = Arc::new(self.number(&long).unwrap_or_else(|| self.set_label(&long)));
        self.labels.insert(key, Arc::clone(&label), frame);
        label
    }
}

#[cfg(test)]
mod tests {
    use egui::Rect;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;

    const TEXT: &str = "Until this deployment, there were no active duty troops working along the border.";

    fn shown(quote: &'static Quote<'static>) -> Harness<'static> {
        let mut harness = Harness::new_ui(move |ui| {
            ui.set_max_width(200.0);
            quote_ui(ui, quote);
        });
        harness.run();
        harness
    }

    #[test]
    fn the_accessible_name_is_the_full_text_even_when_shortened() {
        static QUOTE: Quote<'_> = Quote::new(TEXT, TextStyle::serif(14.5, 19.0), Color32::BLACK).rows(2);
        let harness = shown(&QUOTE);
        let rect: Rect = harness.get_by_label(TEXT).rect();
        assert_eq!(rect.height(), 38.0);
        assert!(rect.width() <= 200.0);
    }

    #[test]
    fn a_label_is_laid_out_once_and_forgotten_when_out_of_sight() {
        let mut engine = crate::widget::typeset::tests::engine();
        let style = TextStyle::sans(13.0, 17.0);
        let texts: Vec<String> = (0..2000).map(|n| format!("quote {n}")).collect();
        for (frame, screen) in texts.chunks(40).enumerate() {
            for text in screen.iter().chain(screen) {
                engine.label(&Quote::new(text, style, Color32::BLACK), 100.0, frame as u64);
            }
            assert!(engine.labels.len() <= 512 + 40, "{}", engine.labels.len());
        }
        let quote = Quote::new("quote 1999", style, Color32::BLACK);
        let again = engine.label(&quote, 100.0, 50);
        assert!(Arc::ptr_eq(&again, &engine.label(&quote, 100.0, 51)));
        assert!(!Arc::ptr_eq(&again, &engine.label(&quote, 101.0, 51)));
    }
}
