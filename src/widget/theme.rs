//! The colours of the window: one `Color32` per token of the design language, read from the embedded theme files.
//! A drawing function asks `Theme::of(ctx)` and never writes a colour of its own.

use std::sync::{Arc, LazyLock};

use egui::{Color32, Context, Id, Shadow, ThemePreference};
use serde::{Deserialize, Deserializer};

use super::style;

const BLACK: Color32 = Color32::BLACK;
const WHITE: Color32 = Color32::WHITE;
const GREY: Color32 = Color32::from_gray(0x70);
const PALE: Color32 = Color32::from_gray(0xDD);

/// Declares the theme once: the field, its meaning, and what stands in when the file cannot be read.
macro_rules! tokens {
    ($($(#[$doc:meta])* $token:ident = $stand_in:expr,)*) => {
        /// Every colour of one theme, named as in the design language. Colour beyond ink on grey belongs to marks,
        /// warnings and ratings only.
        #[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Theme {
            $($(#[$doc])* #[serde(deserialize_with = "colour_from_hex")] pub $token: Color32,)*
        }

        impl Theme {
            /// Black on white with grey lines: readable, and plainly not the real theme.
            fn stand_in() -> Self {
                Self { $($token: $stand_in,)* }
            }
        }
    };
}

tokens! {
    /// Behind the page.
    desk = PALE,
    /// Side panels and bars.
    panel = WHITE,
    /// The page, floating windows.
    paper = WHITE,
    /// Inputs and buttons.
    field = WHITE,
    /// Hairlines; decoration, below 3:1.
    line = PALE,
    /// Borders of controls, at least 3:1.
    line2 = GREY,
    /// Text.
    ink = BLACK,
    /// Secondary text.
    ink2 = BLACK,
    /// Muted text and labels.
    ink3 = GREY,
    /// Text on an ink fill.
    onink = WHITE,
    /// Outline and handles of the selected mark.
    sel = BLACK,
    /// Selected row.
    selbg = PALE,
    /// Raw text selection.
    fresh = PALE,
    /// Hovered row or button.
    hover = PALE,
    /// Open claim.
    wash = PALE,
    /// Open claim inside or across another.
    wash2 = PALE,
    /// Settled claim.
    washs = WHITE,
    /// Brackets of an open claim.
    claim = BLACK,
    /// Brackets of a settled claim.
    claims = GREY,
    /// Number lane.
    num = BLACK,
    /// Source lane.
    src = BLACK,
    /// Warnings and struck words.
    warn = BLACK,
    /// Box behind a warning.
    warnbg = WHITE,
    /// Sums that hold.
    ok = BLACK,
    /// Bar beside an untouched sentence.
    bar = GREY,
    /// Rating 5, right.
    r5 = WHITE,
    /// Rating 4, mostly right.
    r4 = WHITE,
    /// Rating 3, mixed.
    r3 = PALE,
    /// Rating 2, mostly wrong.
    r2 = PALE,
    /// Rating 1, wrong.
    r1 = BLACK,
    /// Under floating windows; see [`Theme::floating_shadow`].
    shadow = Color32::TRANSPARENT,
    /// Over what a modal covers.
    dim = Color32::TRANSPARENT,
}

const LIGHT_RON: &str = include_str!("../../assets/theme/light.ron");
const DARK_RON: &str = include_str!("../../assets/theme/dark.ron");
const LIGHT_CONTRAST_RON: &str = include_str!("../../assets/theme/light-contrast.ron");
const DARK_CONTRAST_RON: &str = include_str!("../../assets/theme/dark-contrast.ron");

static LIGHT: LazyLock<Arc<Theme>> = LazyLock::new(|| Arc::new(Theme::from_ron(LIGHT_RON)));
static DARK: LazyLock<Arc<Theme>> = LazyLock::new(|| Arc::new(Theme::from_ron(DARK_RON)));
static LIGHT_CONTRAST: LazyLock<Arc<Theme>> = LazyLock::new(|| Arc::new(Theme::from_ron(LIGHT_CONTRAST_RON)));
static DARK_CONTRAST: LazyLock<Arc<Theme>> = LazyLock::new(|| Arc::new(Theme::from_ron(DARK_CONTRAST_RON)));

impl Theme {
    /// The light theme.
    pub fn light() -> Arc<Self> {
        Arc::clone(&LIGHT)
    }

    /// The dark theme.
    pub fn dark() -> Arc<Self> {
        Arc::clone(&DARK)
    }

    /// The theme that the window currently wears; the light one before any was applied.
    pub fn of(ctx: &Context) -> Arc<Self> {
        ctx.data(|kept| kept.get_temp(key())).unwrap_or_else(Self::light)
    }

    /// Dresses the whole window: keeps this theme for [`Theme::of`] and sets egui's own style from it.
    pub fn apply(self: &Arc<Self>, ctx: &Context) {
        ctx.data_mut(|kept| kept.insert_temp(key(), Arc::clone(self)));
        let dressed = style::style(self);
        // Both of egui's slots, so that what it believes about light and dark cannot undress the window.
        ctx.all_styles_mut(|style| *style = dressed.clone());
    }

    /// Whether text is bright on dark.
    pub fn is_dark(&self) -> bool {
        luminance(self.paper) < luminance(self.ink)
    }

    /// The soft shadow of toolbar, palette, menus and modals. Nothing else casts one.
    pub fn floating_shadow(&self) -> Shadow {
        Shadow { offset: [0, 3], blur: 10, spread: 0, color: self.shadow }
    }

    /// Fill of a rating from 5 (right) to 1 (wrong), and the colour of the numeral that always stands in it.
    /// Any other number is unrated: field and ink.
    pub fn rating(&self, rating: u8) -> (Color32, Color32) {
        let fill = match rating {
            5 => self.r5,
            4 => self.r4,
            3 => self.r3,
            2 => self.r2,
            1 => self.r1,
            _ => self.field,
        };
        (fill, self.text_on(fill))
    }

    /// Whichever of the two text colours reads better on `fill`.
    pub fn text_on(&self, fill: Color32) -> Color32 {
        if contrast(self.ink, fill) >= contrast(self.onink, fill) { self.ink } else { self.onink }
    }

    /// The embedded files always parse (a test holds them to it); should one ever not, the window opens in the
    /// plain stand-in rather than not at all.
    fn from_ron(text: &str) -> Self {
        ron::from_str(text).unwrap_or_else(|_| Self::stand_in())
    }
}

/// Light or dark paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// What the desktop says, light when it says nothing.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How the user wants the window to look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ThemeChoice {
    /// Light or dark.
    pub ground: Ground,
    /// Whether text stands out at 7:1 and everything else at 4.5:1.
    pub has_high_contrast: bool,
    /// Whether nothing fades in or out.
    pub is_still: bool,
}

impl ThemeChoice {
    /// The theme that this choice means at this moment.
    pub fn theme(self, ctx: &Context) -> Arc<Theme> {
        let is_dark = match self.ground {
            Ground::Dark => true,
            Ground::Light => false,
            Ground::System => ctx.system_theme() == Some(egui::Theme::Dark),
        };
        let theme = match (is_dark, self.has_high_contrast) {
            (false, false) => &LIGHT,
            (true, false) => &DARK,
            (false, true) => &LIGHT_CONTRAST,
            (true, true) => &DARK_CONTRAST,
        };
        Arc::clone(theme)
    }

    /// Applies the theme if the window does not wear it yet; cheap enough for every frame, so that the window follows
    /// the desktop when that changes.
    pub fn apply(self, ctx: &Context) {
        let worn: Option<Arc<Theme>> = ctx.data(|kept| kept.get_temp(key()));
        let theme = self.theme(ctx);
        if worn.is_none_or(|worn| !Arc::ptr_eq(&worn, &theme)) {
            theme.apply(ctx);
        }
        let fade_s = if self.is_still { 0.0 } else { style::FADE_S };
        if ctx.global_style().animation_time != fade_s {
            ctx.all_styles_mut(|style| style.animation_time = fade_s);
        }
        // The frame that the desktop draws around the window follows this.
        ctx.set_theme(match self.ground {
            Ground::System => ThemePreference::System,
            Ground::Light => ThemePreference::Light,
            Ground::Dark => ThemePreference::Dark,
        });
    }
}

/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// WCAG 2.2 relative luminance, 0 to 1.
fn luminance(colour: Color32) -> f32 {
    let linear = |byte: u8| {
        let share = f32::from(byte) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

fn colour_from_hex<'de, D: Deserializer<'de>>(from: D) -> Result<Color32, D::Error> {
    let hex = String::deserialize(from)?;
    Color32::from_hex(&hex).map_err(|_| serde::de::Error::custom(format!("“{hex}” is not #RRGGBB or #RRGGBBAA")))
}

fn key() -> Id {
    Id::unique("tickmark theme")
}

#[cfg(test)]
mod tests;
