//! The text engine for the words of an article: layout, geometry in both directions, sharp painting.
//!
//! It knows egui and parley and no model. Offsets are UTF-8 bytes of the text that was laid out, lengths are points
//! from the paragraph's top left corner, y down. Offsets are moved to grapheme edges; nothing here panics.
//!
//! ```text
//! TextEngine::install(ctx, fonts, SystemFonts::WhenNeeded)      once, at the start
//! let engine = TextEngine::of(ctx);                             anywhere; lock it for a moment only
//! let mut p = engine.lock().layout(text, &TextStyle::serif(17.0, 30.0), 551.0);
//! engine.lock().take_lacking_sign() -> Option<String>           what no font has, to be told once
//! engine.lock().rewrap(&mut p, 480.0);                          another width: a quarter of the cost
//! engine.lock().paint(painter, &p, origin, Ink::plain(ink));    rows outside the clip are skipped
//!
//! p.height()  p.width()  p.row_count()  p.row(i)  p.rows()      Row { top, bottom, baseline, left, right, bytes, is_rtl }
//! p.rects(range)                                                Fragment { row, left, right, top, bottom, baseline,
//!                                                                          starts_here, ends_here, is_rtl }
//! p.hit(pos) -> CaretPos   p.cluster_at(pos) -> Option<Range>   CaretPos { byte, affinity }; usize converts to it
//! p.caret(at) -> Rect      p.row_at(y)   p.row_of(at)
//! p.up(at, x)  p.down(at, x)  p.left(at)  p.right(at)           None where the paragraph ends: go to the neighbour
//! p.row_start(at)  p.row_end(at)  p.row_edge(row, at_right)     Home and End; the outermost place on a side
//! p.runs(cuts)                                                  what a screen reader walks through
//!
//! reads_rtl(text) -> Option<bool>                               as most letters do; None without letters
//!
//! quote_ui(ui, &Quote::new(text, style, color).rows(2))         verbatim words in panels and tables
//! SetQuote::new(ctx, &quote, width)  .height() .extent() .paint(painter, &quote, origin)      the same without a widget
//! ```
//!
//! Give `paint` an origin on whole physical pixels (`GuiRounding::round_to_pixels`), so that washes and lanes painted
//! beside the words round the same way. A paragraph laid out once is good for every pixel density.
//!
//! What it costs (`benches/typeset.rs`, a quiet machine, a paragraph of 440 bytes): layout 120 µs, wrapping anew 31 µs,
//! painting 7 µs (1.3 ms when its letters are new to the glyph texture), rectangles of a claim 0.4 µs, hit test 0.2 µs.
//! The first character that the bundled fonts lack loads the system's fonts once, about 20 ms.

mod atlas;
mod direction;
mod elide;
mod engine;
mod fallback;
mod figures;
mod fonts;
mod fragment;
mod grapheme;
mod label;
mod label_cache;
mod motion;
mod paint;
mod paragraph;
mod raster;
mod run;
mod script;
mod stretch;
mod style;
#[cfg(test)]
mod suites {
    mod tests;
}
#[cfg(test)]
mod tests;
mod trace;
mod wrap;

pub use direction::reads_rtl;
pub use engine::{Printed, SharedTextEngine, TextEngine};
pub use fonts::{BundledFont, SystemFonts};
pub use fragment::Fragment;
pub use label::{Emphasis, Quote, SetQuote, quote_ui};
pub use paint::{Ink, Placement};
pub use paragraph::{Affinity, CaretPos, Paragraph, Row};
pub use run::{PlacedGrapheme, Run};
pub use style::{Family, TextStyle, Weight};
