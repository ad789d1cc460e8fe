//! How a run of words is set: family, size, row height, weight and slant.

use std::hash::{Hash, Hasher};

/// The two voices of the program: serif for the words of an article, sans for the words of the tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Words quoted from an article, always verbatim.
    Serif,
    /// Words of the program or of the checker.
    Sans,
}

/// The two weights the bundled fonts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600, for emphasis.
    Semibold,
}

/// How a paragraph is set. All lengths are points.
///
/// Equality and hash compare the exact bits of the sizes, so a style can be a cache key.
#[derive(Clone, Copy, Debug)]
pub struct TextStyle {
    /// Serif or sans.
    pub family: Family,
    /// Font size in points.
    pub size_pt: f32,
    /// Distance from one baseline to the next, in points. Every row is exactly this high.
    pub row_height_pt: f32,
    /// Regular or semibold.
    pub weight: Weight,
    /// Italic cut; slanted by calculation where a fallback font has none.
    pub italic: bool,
    /// Whether words that have no direction of their own (a line of figures) read from right to left, as their page does.
    pub is_rtl_page: bool,
    /// Whether words with a direction of their own read as their page does, too: those of a cell, so that columns line up.
    pub follows_page: bool,
}

impl TextStyle {
    /// Upright regular serif; `size_pt` and `row_height_pt` in points.
    pub const fn serif(size_pt: f32, row_height_pt: f32) -> Self {
        let weight = Weight::Regular;
        Self { family: Family::Serif, size_pt, row_height_pt, weight, italic: false, is_rtl_page: false, follows_page: false }
    }

    /// Upright regular sans; `size_pt` and `row_height_pt` in points.
    pub const fn sans(size_pt: f32, row_height_pt: f32) -> Self {
        Self { family: Family::Sans, ..Self::serif(size_pt, row_height_pt) }
    }

    /// The same style in the semibold weight.
    pub const fn semibold(self) -> Self {
        Self { weight: Weight::Semibold, ..self }
    }

    /// The same style in italics.
    pub const fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The same style on a page that reads from right to left, or not.
    pub const fn on_page(self, is_rtl_page: bool) -> Self {
        Self { is_rtl_page, ..self }
    }

    /// The same style for words that read as their page does, whatever their letters.
    pub const fn following_page(self) -> Self {
        Self { follows_page: true, ..self }
    }

    /// The style with sizes that layout can work with: finite and within sane bounds.
    pub(super) fn sane(self) -> Self {
        let keep = |value: f32, low: f32| {
            if value.is_finite() { value.clamp(low, 1000.0) } else { low }
        };
        Self { size_pt: keep(self.size_pt, 1.0), row_height_pt: keep(self.row_height_pt, 1.0), ..self }
    }

    fn key(&self) -> (Family, u32, u32, Weight, [bool; 3]) {
        let ways = [self.italic, self.is_rtl_page, self.follows_page];
        (self.family, self.size_pt.to_bits(), self.row_height_pt.to_bits(), self.weight, ways)
    }
}

impl PartialEq for TextStyle {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for TextStyle {}

impl Hash for TextStyle {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}
