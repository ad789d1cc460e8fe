//! The text engine: fonts, layout scratch space and glyph atlas, one for each egui context.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::mutex::{Mutex, RwLock};
use egui::{Context, Id};
use parley::fontique::{FallbackKey, Language, Script};
use parley::layout::{Alignment, AlignmentOptions, IndentOptions, Layout};
use parley::{
    BaseDirection, FontFamily, FontStyle, FontWeight, LayoutContext, LineHeight, OverflowWrap, RangedBuilder, StyleProperty, WordBreak,
};

use unicode_segmentation::UnicodeSegmentation as _;

use super::atlas::Atlas;
use super::direction::reads_rtl;
use super::figures::Figures;
use super::fonts::{BundledFont, FaceTable, FontShelf, SystemFonts, emoji_stack, led_by, stack};
use super::grapheme::GraphemeEdges;
use super::label_cache::LabelCache;
use super::paragraph::{Paragraph, RowMetrics};
use super::raster::Rasteriser;
use super::script::{MAX_RANGES, ScriptNeeds};
use super::stretch::{Stretch, stretches};
use super::style::{TextStyle, Weight};
use super::trace::{Trace, trace};
use super::wrap::may_wrap;
use crate::widget::font::article_fonts;

/// Lays out and paints text. One for each egui [`Context`], shared by all views: [`TextEngine::of`].
///
/// A paragraph can be painted only by the engine that laid it out.
pub struct TextEngine {
    fonts: FontShelf,
    scratch: LayoutContext<()>,
    pub(super) faces: FaceTable,
    pub(super) rasteriser: Rasteriser,
    pub(super) atlas: Atlas,
    pub(super) labels: LabelCache,
    /// The figures of each style in which a number was set.
    pub(super) figures: HashMap<TextStyle, Option<Figures>>,
    lacking: Lacking,
    settings: HashMap<(TextStyle, bool, Script, Option<Language>), Option<Setting>>,
}

/// Whether something was to be set that no font has.
#[derive(Debug, Default)]
enum Lacking {
    /// Not so far.
    #[default]
    Nothing,
    /// This, the first of all.
    Sign(String),
    /// Yes, and it was told.
    Told,
}

/// A text engine behind its lock. Hold the lock for a moment only, and never while calling another widget.
pub type SharedTextEngine = Arc<Mutex<TextEngine>>;

impl TextEngine {
    /// An engine with these fonts that paints through `textures`.
    pub fn new(fonts: Vec<BundledFont>, system: SystemFonts, textures: Arc<RwLock<egui::epaint::textures::TextureManager>>) -> Self {
        Self {
            fonts: FontShelf::new(fonts, system),
            scratch: LayoutContext::new(),
            faces: FaceTable::default(),
            rasteriser: Rasteriser::default(),
            atlas: Atlas::new(textures),
            labels: LabelCache::default(),
            figures: HashMap::new(),
            lacking: Lacking::Nothing,
            settings: HashMap::new(),
        }
    }

    /// Makes the engine of `ctx`. Call once, before the first frame.
    pub fn install(ctx: &Context, fonts: Vec<BundledFont>, system: SystemFonts) -> SharedTextEngine {
        let engine = Arc::new(Mutex::new(Self::new(fonts, system, ctx.tex_manager())));
        ctx.data_mut(|data| data.insert_temp(Id::NULL, Arc::clone(&engine)));
        // Words are meshes, of rows in view only. To look at every corner of each in every frame, for whether any is in view, costs more
        // than what would be left out.
        ctx.tessellation_options_mut(|options| options.coarse_tessellation_culling = false);
        engine
    }

    /// The engine of `ctx`; if none was installed, one with the program's own fonts alone, as tests want it.
    pub fn of(ctx: &Context) -> SharedTextEngine {
        let installed = ctx.data(|data| data.get_temp::<SharedTextEngine>(Id::NULL));
        installed.unwrap_or_else(|| Self::install(ctx, article_fonts(), SystemFonts::Never))
    }

    /// Lays out `text` in a column `width_pt` points wide.
    ///
    /// The text should be one paragraph of at most about 16 KB: cost grows with length and nothing is cut, so the
    /// caller splits longer ones at a sentence. Line feeds are kept and start a new row.
    pub fn layout(&mut self, text: &str, style: &TextStyle, width_pt: f32) -> Paragraph {
        self.layout_emphasised(text, style, width_pt, &[])
    }

    /// Like [`Self::layout`], with the first `lead` bytes hanging before the column, as the marker of a list entry does: the
    /// words behind them and all further rows begin where the column begins. How far they hang is [`Paragraph::hang`]; the
    /// paragraph is laid out in `width_pt` points and so much more.
    pub fn layout_hanging(&mut self, text: &str, style: &TextStyle, width_pt: f32, lead: usize) -> Paragraph {
        self.layout_printed_hanging(text, style, (width_pt, lead), Printed::default())
    }

    /// Like [`Self::layout`], with the byte ranges in `semibold` set in the semibold weight (the first 4096 of them).
    pub fn layout_emphasised(&mut self, text: &str, style: &TextStyle, width_pt: f32, semibold: &[Range<usize>]) -> Paragraph {
        self.layout_printed(text, style, width_pt, Printed { semibold, italic: &[] })
    }

    /// Like [`Self::layout_hanging`], with words in bold and italic.
    pub fn layout_printed_hanging(
        &mut self,
        text: &str,
        style: &TextStyle,
        (width_pt, lead): (f32, usize),
        printed: Printed<'_>,
    ) -> Paragraph {
        if lead == 0 {
            return self.layout_printed(text, style, width_pt, printed);
        }
        let mut paragraph = self.layout_printed(text, style, f32::INFINITY, printed);
        let hang = paragraph.width_of_start(lead);
        let hanging = IndentOptions { hanging: true, ..IndentOptions::default() };
        paragraph.layout.set_text_indent(hang, hanging);
        paragraph.hang = hang;
        self.rewrap(&mut paragraph, width_pt + hang);
        paragraph
    }

    fn layout_printed(&mut self, text: &str, style: &TextStyle, width_pt: f32, printed: Printed<'_>) -> Paragraph {
        let style = style.sane();
        let edges = GraphemeEdges::of(text);
        let snap = |range: &Range<usize>| edges.floor(range.start)..edges.ceil(range.end);
        let snapped = |ranges: &[Range<usize>]| -> Vec<Range<usize>> {
            ranges.iter().map(snap).filter(|range| range.start < range.end).take(MAX_RANGES).collect()
        };
        let (semibold, italic) = (snapped(printed.semibold), snapped(printed.italic));
        let needs = ScriptNeeds::of(text);
        let own = if style.follows_page { None } else { reads_rtl(text) };
        let is_rtl = own.unwrap_or(style.is_rtl_page);
        // Words in two weights are cut where the weight changes, whatever stands between them.
        let is_plain = semibold.is_empty() && italic.is_empty();
        let stretches = if is_plain { stretches(text, &edges) } else { Vec::new() };
        let job = Job { text, style, width_pt, is_rtl, semibold: &semibold, italic: &italic, stretches: &stretches, needs: &needs };
        let mut paragraph = self.set(&job, edges.clone());
        let mut lacking = lacking_sign(&paragraph.trace, text);
        if self.fonts.can_grow() && (!needs.emoji.is_empty() || lacking.is_some()) {
            self.fonts.load_system();
            self.settings.clear();
            paragraph = self.set(&job, edges);
            lacking = lacking_sign(&paragraph.trace, text);
        }
        if let Some(sign) = lacking.filter(|_| self.fonts.is_system_loaded() && matches!(self.lacking, Lacking::Nothing)) {
            self.lacking = Lacking::Sign(sign.to_owned());
        }
        paragraph
    }

    /// Whether no font has a sign, so that it would be set as a box.
    #[cfg(test)]
    pub(super) fn lacks(&mut self, sign: &str, style: &TextStyle) -> bool {
        let paragraph = self.layout(sign, style, f32::INFINITY);
        lacking_sign(&paragraph.trace, sign).is_some()
    }

    /// The first grapheme that neither the bundled nor the system's fonts have; it is set as a box. Given once.
    pub fn take_lacking_sign(&mut self) -> Option<String> {
        match std::mem::take(&mut self.lacking) {
            Lacking::Nothing => None,
            told => {
                self.lacking = Lacking::Told;
                if let Lacking::Sign(sign) = told { Some(sign) } else { None }
            }
        }
    }

    /// Wraps a paragraph to another width, which costs far less than laying it out.
    pub fn rewrap(&mut self, paragraph: &mut Paragraph, width_pt: f32) {
        let width = width_pt.is_finite().then(|| width_pt.max(1.0));
        paragraph.layout.break_all_lines(width);
        let options = AlignmentOptions::default();
        paragraph.layout.align(Alignment::Start, options);
        paragraph.trace = trace(&paragraph.layout, &paragraph.edges, &mut self.faces, paragraph.style.size_pt);
    }

    fn set(&mut self, job: &Job<'_>, edges: GraphemeEdges) -> Paragraph {
        let layout = self.shape(job);
        let metrics = row_metrics(&layout, &job.style);
        let mut paragraph = Paragraph { layout, style: job.style, metrics, edges, trace: Trace::default(), hang: 0.0 };
        self.rewrap(&mut paragraph, job.width_pt);
        paragraph
    }

    /// How a stretch is set; like all other words where no installed family is meant for its script.
    fn setting(&mut self, job: &Job<'_>, script: Script) -> Option<Setting> {
        let (style, is_plain, language) = (job.style, job.needs.is_plain, job.needs.language);
        let key = (style, is_plain, script, language);
        if let Some(known) = self.settings.get(&key) {
            return known.clone();
        }
        let usual = stack(style.family, is_plain);
        let led = self.fonts.preferred(style.family, FallbackKey::new(script, language.as_ref())).map(|name| led_by(name, &usual));
        let setting = led.map(|families| {
            let word_spacing = self.blank_width(&style, usual) - self.blank_width(&style, families.clone());
            Setting { families, word_spacing }
        });
        self.settings.insert(key, setting.clone());
        setting
    }

    /// Width of a blank in the first of the families, points.
    fn blank_width(&mut self, style: &TextStyle, families: FontFamily<'static>) -> f32 {
        let mut builder = self.scratch.ranged_builder(self.fonts.context(style.family), " ", 1.0, false);
        push_style(&mut builder, style, families);
        let mut layout = builder.build(" ");
        layout.break_all_lines(None);
        layout.full_width()
    }

    fn shape(&mut self, job: &Job<'_>) -> Layout<()> {
        let Job { text, style, semibold, italic, needs, .. } = job;
        let settings: Vec<_> = job.stretches.iter().map(|stretch| (stretch.bytes.clone(), self.setting(job, stretch.script))).collect();
        let context = self.fonts.context(style.family);
        let mut builder = self.scratch.ranged_builder(context, text, 1.0, false);
        builder.set_base_direction(if job.is_rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.set_line_break_override(Some(&may_wrap));
        push_style(&mut builder, style, stack(style.family, needs.is_plain));
        // An address or a word without a gap may be broken anywhere rather than leave the column.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Locale(needs.language));
        if needs.keeps_words {
            builder.push_default(StyleProperty::WordBreak(WordBreak::KeepAll));
        }
        for (range, setting) in settings {
            let Some(Setting { families, word_spacing }) = setting else { continue };
            builder.push(StyleProperty::FontFamily(families), range.clone());
            builder.push(StyleProperty::WordSpacing(word_spacing), range);
        }
        for range in semibold.iter() {
            builder.push(FontWeight::SEMI_BOLD, range.clone());
        }
        for range in italic.iter() {
            builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
        }
        for range in &needs.emoji {
            builder.push(StyleProperty::FontFamily(emoji_stack()), range.clone());
        }
        builder.build(text)
    }
}

fn push_style(builder: &mut RangedBuilder<'_, ()>, style: &TextStyle, families: FontFamily<'static>) {
    builder.push_default(StyleProperty::FontFamily(families));
    builder.push_default(StyleProperty::FontSize(style.size_pt));
    builder.push_default(LineHeight::Absolute(style.row_height_pt));
    if style.italic {
        builder.push_default(StyleProperty::FontStyle(FontStyle::Italic));
    }
    if style.weight == Weight::Semibold {
        builder.push_default(FontWeight::SEMI_BOLD);
    }
}

/// Words that are set apart in a paragraph, in bytes of its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Printed<'a> {
    /// Bold.
    pub semibold: &'a [Range<usize>],
    /// Italic.
    pub italic: &'a [Range<usize>],
}

/// What to lay out, and how.
struct Job<'a> {
    text: &'a str,
    style: TextStyle,
    width_pt: f32,
    is_rtl: bool,
    /// On grapheme edges.
    semibold: &'a [Range<usize>],
    italic: &'a [Range<usize>],
    stretches: &'a [Stretch],
    needs: &'a ScriptNeeds,
}

/// How the words of a stretch are set.
#[derive(Clone, Debug)]
struct Setting {
    /// The family of its script before the usual ones.
    families: FontFamily<'static>,
    /// What its blanks lack to be as wide as those of the usual family, points.
    word_spacing: f32,
}

/// The first visible grapheme that came out as the "missing" glyph of a font, or all of them if nothing came out at all.
fn lacking_sign<'a>(trace: &Trace, text: &'a str) -> Option<&'a str> {
    const MISSING: u16 = 0;
    let is_visible = |c: char| !c.is_control() && !c.is_whitespace();
    if trace.glyphs.is_empty() {
        return text.graphemes(true).find(|grapheme| grapheme.contains(is_visible));
    }
    let mut missing = trace.glyphs.iter().filter(|glyph| glyph.id == MISSING);
    missing.find_map(|glyph| {
        let rest = text.get(glyph.byte as usize..).unwrap_or_default();
        rest.graphemes(true).next().filter(|grapheme| grapheme.contains(is_visible))
    })
}

/// Centres the letters of the style's own font in the row, as CSS does.
fn row_metrics(layout: &Layout<()>, style: &TextStyle) -> RowMetrics {
    let font = layout.root_span_metrics();
    let (ascent, descent) = font
        .map(|span| (span.ascent, span.descent))
        .filter(|(ascent, descent)| ascent + descent > 0.0)
        .unwrap_or((0.8 * style.size_pt, 0.2 * style.size_pt));
    let leading = style.row_height_pt - ascent - descent;
    RowMetrics { height: style.row_height_pt, baseline: (leading * 0.5 + ascent).round(), ascent, descent }
}
