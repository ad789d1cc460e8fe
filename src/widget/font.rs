//! The fonts that the program brings along and the sizes it may use.
//! Serif speaks for the article, sans for the tool and the checker.

use std::sync::Arc;

use egui::text::{FontData, FontDefinitions};
use egui::{Context, FontFamily, FontId};

use super::typeset::{BundledFont, Family, TextStyle};

/// Names of the families, for `FontFamily::Name`.
pub mod family {
    /// Source Sans 3, 400.
    pub const SANS: &str = "sans";
    /// Source Sans 3, 600.
    pub const SANS_SEMIBOLD: &str = "sans-semibold";
    /// Source Sans 3, 400 italic.
    pub const SANS_ITALIC: &str = "sans-italic";
    /// Source Serif 4, 400.
    pub const SERIF: &str = "serif";
    /// Source Serif 4, 600.
    pub const SERIF_SEMIBOLD: &str = "serif-semibold";
    /// Source Serif 4, 400 italic.
    pub const SERIF_ITALIC: &str = "serif-italic";
    /// The Lucide icons; see [`crate::widget::icon`].
    pub const ICON: &str = "icon";
}

/// Each family with its file. Article text is shaped outside egui and reads the same bytes.
pub const FILES: [(&str, &[u8]); 7] = [
    (family::SANS, include_bytes!("../../assets/fonts/source-sans-3-400.ttf")),
    (family::SANS_SEMIBOLD, include_bytes!("../../assets/fonts/source-sans-3-600.ttf")),
    (family::SANS_ITALIC, include_bytes!("../../assets/fonts/source-sans-3-400-italic.ttf")),
    (family::SERIF, include_bytes!("../../assets/fonts/source-serif-4-400.ttf")),
    (family::SERIF_SEMIBOLD, include_bytes!("../../assets/fonts/source-serif-4-600.ttf")),
    (family::SERIF_ITALIC, include_bytes!("../../assets/fonts/source-serif-4-400-italic.ttf")),
    (family::ICON, include_bytes!("../../assets/icons/lucide.ttf")),
];

/// Gives egui our fonts and nothing else. Call once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The same files as the text engine wants them, by voice.
pub fn article_fonts() -> Vec<BundledFont> {
    let voice = |name: &str| match name {
        family::SERIF | family::SERIF_SEMIBOLD | family::SERIF_ITALIC => Some(Family::Serif),
        family::SANS | family::SANS_SEMIBOLD | family::SANS_ITALIC => Some(Family::Sans),
        _ => None,
    };
    FILES.iter().filter_map(|(name, bytes)| Some(BundledFont { family: voice(name)?, bytes: (*bytes).into() })).collect()
}

/// Our fonts as egui wants them: every family by name, and egui's two own families mapped to sans.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FILES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        // Arrows, primes and the like that the serif lacks come from the sans before any font of the system.
        let mut chain = vec![name.to_owned()];
        if name != family::SANS && name != family::ICON {
            chain.push(family::SANS.to_owned());
        }
        fonts.families.insert(FontFamily::Name(name.into()), chain);
    }
    for own in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(own, vec![family::SANS.to_owned()]);
    }
    fonts
}

/// Interface text; `size` in points.
pub fn sans(size: f32) -> FontId {
    named(family::SANS, size)
}

/// Emphasis and titles of the interface; `size` in points.
pub fn semibold(size: f32) -> FontId {
    named(family::SANS_SEMIBOLD, size)
}

/// Margin words such as “not checkable”; `size` in points.
pub fn italic(size: f32) -> FontId {
    named(family::SANS_ITALIC, size)
}

/// Words of an article; `size` in points.
pub fn serif(size: f32) -> FontId {
    named(family::SERIF, size)
}

/// Headlines and the titles of views and reports; `size` in points.
pub fn serif_semibold(size: f32) -> FontId {
    named(family::SERIF_SEMIBOLD, size)
}

/// Italic words of an article; `size` in points.
pub fn serif_italic(size: f32) -> FontId {
    named(family::SERIF_ITALIC, size)
}

/// Icons; `size` in points is the side of the square that the icon fills.
pub fn icon(size: f32) -> FontId {
    named(family::ICON, size)
}

fn named(name: &str, size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(name.into()))
}

/// The roles that text plays on screen, each with one font, size and row height. There are no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Headline of an article.
    Headline,
    /// Title of a report or a view.
    ReportTitle,
    /// Title of the first start.
    EmptyTitle,
    /// Quote in a panel.
    Quote,
    /// Quote in a table.
    TableQuote,
    /// Title of a view or panel.
    ViewTitle,
    /// Title of a claim.
    ClaimTitle,
    /// Title of a group.
    GroupTitle,
    /// The interface.
    Interface,
    /// Interface, emphasised.
    Strong,
    /// Dense rows.
    Dense,
    /// Dense rows, emphasised.
    DenseStrong,
    /// Margin notes.
    Note,
    /// Labels, metadata, keys.
    Meta,
    /// Head of a section in a panel.
    SectionHead,
    /// What is typed into the palette.
    Ask,
}

impl Face {
    /// Font and size.
    pub fn font(self) -> FontId {
        match self {
            Self::Headline => serif_semibold(27.0),
            Self::ReportTitle => serif_semibold(25.0),
            Self::EmptyTitle => serif_semibold(31.0),
            Self::Quote => serif(14.5),
            Self::TableQuote => serif(14.0),
            Self::ViewTitle => semibold(16.0),
            Self::ClaimTitle => semibold(15.5),
            Self::GroupTitle => semibold(15.0),
            Self::Interface => sans(14.0),
            Self::Strong => semibold(14.0),
            Self::Dense => sans(13.0),
            Self::DenseStrong => semibold(13.0),
            Self::Note => sans(12.5),
            Self::Meta => sans(12.0),
            Self::SectionHead => semibold(12.0),
            Self::Ask => sans(18.0),
        }
    }

    /// Height of one row, points.
    pub fn row(self) -> f32 {
        match self {
            Self::Headline => 34.0,
            Self::ReportTitle => 30.0,
            Self::EmptyTitle => 38.0,
            Self::Quote | Self::TableQuote => 19.0,
            Self::ViewTitle | Self::ClaimTitle | Self::GroupTitle => 20.0,
            Self::Interface | Self::Strong => 18.0,
            Self::Dense | Self::DenseStrong => 17.0,
            Self::Note | Self::Meta => 15.0,
            Self::SectionHead => 16.0,
            Self::Ask => 24.0,
        }
    }

    /// The same role for text that our own engine lays out.
    pub fn style(self) -> TextStyle {
        let (size, row) = (self.font().size, self.row());
        match self {
            Self::Headline | Self::ReportTitle | Self::EmptyTitle => TextStyle::serif(size, row).semibold(),
            Self::Quote | Self::TableQuote => TextStyle::serif(size, row),
            Self::ViewTitle | Self::ClaimTitle | Self::GroupTitle | Self::Strong | Self::DenseStrong | Self::SectionHead => {
                TextStyle::sans(size, row).semibold()
            }
            Self::Interface | Self::Dense | Self::Note | Self::Meta | Self::Ask => TextStyle::sans(size, row),
        }
    }

    /// What the program itself says, set in this face by egui; colour is added by the caller. It takes literals alone: words of
    /// articles and of people go through [`super::line`].
    #[allow(clippy::disallowed_types, reason = "for `line::said_ui`, which takes literals alone")]
    pub(super) fn text(self, text: &'static str) -> egui::RichText {
        egui::RichText::new(text).font(self.font()).line_height(Some(self.row()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGITS: &str = "0123456789";

    fn with_fonts(check: impl FnOnce(&Context)) {
        let ctx = Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
        output.textures_delta.clear();
        check(&ctx);
    }

    #[test]
    fn the_scripts_of_our_articles_are_all_there() {
        with_fonts(|ctx| {
            for (name, _) in FILES.iter().filter(|(name, _)| *name != family::ICON) {
                let font = named(name, 14.0);
                let all = "Héadline ąęł Заявление ισχυρισμός “quote” … ¶ → ≠ −";
                assert!(ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, all)), "{name} lacks something of {all}");
            }
        });
    }

    #[test]
    fn figures_in_a_column_line_up() {
        with_fonts(|ctx| {
            for font in [sans(13.0), semibold(13.0), serif(14.0), serif_semibold(25.0)] {
                let widths: Vec<f32> = DIGITS.chars().map(|digit| ctx.fonts_mut(|fonts| fonts.glyph_width(&font, digit))).collect();
                assert!(widths.iter().all(|width| (width - widths[0]).abs() < 0.01), "{font:?}: {widths:?}");
            }
        });
    }
}
