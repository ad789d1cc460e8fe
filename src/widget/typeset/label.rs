//! Verbatim words in panels and tables: wrapped, or shortened to a number of rows with an ellipsis.

use std::hash::{Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::Arc;

use egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::engine::TextEngine;
use super::label_cache::{LabelKey, SetLabel};
use super::paint::Ink;
use super::paragraph::{Fragment, Paragraph};
use super::style::TextStyle;

const ELLIPSIS: &str = "…";

/// How a part of a quote stands out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Emphasis {
    /// Semibold words.
    Semibold,
    /// Words of another colour.
    Color(Color32),
    /// A 2 point lane under the words, as a number or a source has in the article.
    Underline(Color32),
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

/// Shows a quote in the available width. The full text is its accessible name, and its tooltip if words were left out.
pub fn quote_ui(ui: &mut Ui, quote: &Quote<'_>) -> Response {
    let engine = TextEngine::of(ui.ctx());
    let width = ui.available_width();
    let frame = ui.ctx().cumulative_pass_nr();
    let label = engine.lock().label(quote, width, frame);
    let paragraph = &label.paragraph;
    let set_width = if paragraph.is_rtl() { width } else { paragraph.width().min(width) };
    let size = vec2(set_width, paragraph.height());
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), quote.text));
    if ui.is_rect_visible(rect) {
        paint_label(ui, quote, &label, rect);
    }
    if label.is_elided { response.on_hover_text(quote.text) } else { response }
}

fn paint_label(ui: &Ui, quote: &Quote<'_>, label: &SetLabel, rect: Rect) {
    let spans: Vec<(Range<usize>, Color32)> = quote
        .emphasis
        .iter()
        .filter_map(|(range, emphasis)| match emphasis {
            Emphasis::Color(color) => Some((range.clone(), *color)),
            _ => None,
        })
        .collect();
    let ink = Ink { color: quote.color, spans: &spans };
    let painter = ui.painter();
    let engine = TextEngine::of(ui.ctx());
    engine.lock().paint(painter, &label.paragraph, rect.min, ink);
    for (range, emphasis) in quote.emphasis {
        let shown = range.start.min(label.shown)..range.end.min(label.shown);
        for fragment in label.paragraph.rects(shown) {
            paint_rule(ui, &fragment, rect, (quote.style.size_pt, *emphasis));
        }
    }
}

fn paint_rule(ui: &Ui, fragment: &Fragment, rect: Rect, (size, emphasis): (f32, Emphasis)) {
    let (below, stroke) = match emphasis {
        Emphasis::Underline(color) => (0.24 * size, Stroke::new(2.0, color)),
        Emphasis::Strike(color) => (-0.26 * size, Stroke::new(1.5, color)),
        Emphasis::Semibold | Emphasis::Color(_) => return,
    };
    let x = (rect.left() + fragment.left)..=(rect.left() + fragment.right);
    ui.painter().hline(x, rect.top() + fragment.baseline + below, stroke);
}

impl TextEngine {
    /// The laid-out label for a quote in `width_pt` points, from the cache if it was shown lately.
    fn label(&mut self, quote: &Quote<'_>, width_pt: f32, frame: u64) -> Arc<SetLabel> {
        let key = quote.key(width_pt);
        if let Some(label) = self.labels.get(&key, frame) {
            return label;
        }
        let label = Arc::new(self.set_label(quote, width_pt));
        self.labels.insert(key, Arc::clone(&label), frame);
        label
    }

    fn set_label(&mut self, quote: &Quote<'_>, width_pt: f32) -> SetLabel {
        let semibold = quote.semibold();
        let whole = self.layout_emphasised(quote.text, &quote.style, width_pt, &semibold);
        let max_rows = quote.max_rows.unwrap_or(usize::MAX).max(1);
        if whole.row_count() <= max_rows {
            return SetLabel { paragraph: whole, shown: quote.text.len(), is_elided: false };
        }
        let mut shown = whole.row(max_rows - 1).bytes.end;
        loop {
            let kept = quote.text.get(..shown).unwrap_or_default().trim_end();
            let shortened = format!("{kept}{ELLIPSIS}");
            let semibold: Vec<Range<usize>> = semibold.iter().map(|range| range.start.min(kept.len())..range.end.min(kept.len())).collect();
            let paragraph = self.layout_emphasised(&shortened, &quote.style, width_pt, &semibold);
            if paragraph.row_count() <= max_rows || kept.is_empty() {
                return SetLabel { paragraph, shown: kept.len(), is_elided: true };
            }
            shown = previous_edge(&whole, kept.len());
        }
    }
}

/// The grapheme edge before `byte`.
fn previous_edge(paragraph: &Paragraph, byte: usize) -> usize {
    paragraph.edges.floor(byte.saturating_sub(1))
}
