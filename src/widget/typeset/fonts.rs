//! The fonts text is set in: the bundled ones first, the system's as a late fallback.

use std::borrow::Cow;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FallbackKey, FontInfoOverride, SourceCache};
use parley::{FontContext, FontFamily, FontFamilyName, GenericFamily};
use swash::{CacheKey, FontRef};

use super::fallback::prefer_families;
use super::style::Family;

/// A font file that the program brings along. Weight and slant are read from the file itself.
#[derive(Clone, Debug)]
pub struct BundledFont {
    /// The voice the file is used for.
    pub family: Family,
    /// The bytes of a TrueType or OpenType file.
    pub bytes: Cow<'static, [u8]>,
}

/// Whether fonts installed on the machine may be used for what the bundled ones lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemFonts {
    /// Look for them at the first character that the bundled fonts lack.
    WhenNeeded,
    /// Never: what is drawn depends on the bundled fonts alone (tests).
    Never,
}

/// Index of a face in the [`FaceTable`].
pub(super) type FaceId = u16;

/// The fonts of one engine, as parley wants them: one view for each family, because each prefers other fallbacks.
pub(super) struct FontShelf {
    serif: FontContext,
    sans: FontContext,
    bundled: Vec<(Family, Blob<u8>)>,
    system: SystemFonts,
    is_system_loaded: bool,
}

impl FontShelf {
    pub(super) fn new(fonts: Vec<BundledFont>, system: SystemFonts) -> Self {
        let bundled: Vec<(Family, Blob<u8>)> = fonts.into_iter().map(|font| (font.family, Blob::new(Arc::new(font.bytes)))).collect();
        let context = context_with(&bundled, false);
        Self { serif: context.clone(), sans: context, bundled, system, is_system_loaded: false }
    }

    /// Whether a look at the system's fonts could still supply a missing character.
    pub(super) fn can_grow(&self) -> bool {
        self.system == SystemFonts::WhenNeeded && !self.is_system_loaded
    }

    /// Whether the system's fonts were looked at.
    pub(super) fn is_system_loaded(&self) -> bool {
        self.is_system_loaded
    }

    /// Adds the system's fonts. Takes about 20 ms, so it happens once and only when needed.
    pub(super) fn load_system(&mut self) {
        if self.can_grow() {
            self.serif = context_with(&self.bundled, true);
            self.sans = self.serif.clone();
            prefer_families(&mut self.serif.collection, Family::Serif);
            prefer_families(&mut self.sans.collection, Family::Sans);
            self.is_system_loaded = true;
        }
    }

    /// The installed family that letters of a script are looked for in first, after the bundled ones.
    pub(super) fn preferred(&mut self, family: Family, script: FallbackKey) -> Option<String> {
        let collection = &mut self.context(family).collection;
        let first = collection.fallback_families(script).next()?;
        collection.family_name(first).map(str::to_owned)
    }

    /// Where to look for the fonts of `family`.
    pub(super) fn context(&mut self, family: Family) -> &mut FontContext {
        match family {
            Family::Serif => &mut self.serif,
            Family::Sans => &mut self.sans,
        }
    }
}

/// The families to try in order for words, before those preferred for their script. For words without rare signs
/// (`ScriptNeeds::is_plain`) the bundled family alone: to ask eight families for every letter that none of them has would be half
/// the work of a page in Arabic.
pub(super) fn stack(family: Family, is_plain: bool) -> FontFamily<'static> {
    let whole: &'static [FontFamilyName<'static>] = match family {
        Family::Serif => &SERIF_STACK,
        Family::Sans => &SANS_STACK,
    };
    let stack = if is_plain { whole.get(..1).unwrap_or(whole) } else { whole };
    FontFamily::List(Cow::Borrowed(stack))
}

/// The families with another one before them.
pub(super) fn led_by(first: String, others: &FontFamily<'static>) -> FontFamily<'static> {
    let mut families = vec![FontFamilyName::Named(Cow::Owned(first))];
    if let FontFamily::List(others) = others {
        families.extend(others.iter().cloned());
    }
    FontFamily::List(Cow::Owned(families))
}

/// The families to try for signs that should be pictures.
pub(super) fn emoji_stack() -> FontFamily<'static> {
    FontFamily::List(Cow::Borrowed(&EMOJI_STACK))
}

const fn named(name: &'static str) -> FontFamilyName<'static> {
    FontFamilyName::Named(Cow::Borrowed(name))
}

/// Our own names for the bundled families, so that a copy installed on the machine cannot take their place.
const SERIF_NAME: &str = "Tickmark Serif";
const SANS_NAME: &str = "Tickmark Sans";

// The families behind the bundled ones hold rare Latin, Greek and signs only: one with more letters would win over
// the families preferred for a script.
static SERIF_STACK: [FontFamilyName<'static>; 8] = [
    named(SERIF_NAME),
    named("Noto Serif"),
    named(SANS_NAME),
    named("Noto Sans Symbols"),
    named("Noto Sans Symbols2"),
    named("Noto Sans Symbols 2"),
    named("Noto Sans Math"),
    named("Apple Symbols"),
];
static SANS_STACK: [FontFamilyName<'static>; 8] = [
    named(SANS_NAME),
    named("Noto Sans"),
    named(SERIF_NAME),
    named("Noto Sans Symbols"),
    named("Noto Sans Symbols2"),
    named("Noto Sans Symbols 2"),
    named("Noto Sans Math"),
    named("Apple Symbols"),
];
static EMOJI_STACK: [FontFamilyName<'static>; 3] = [FontFamilyName::Generic(GenericFamily::Emoji), named(SANS_NAME), named(SERIF_NAME)];

fn context_with(bundled: &[(Family, Blob<u8>)], system_fonts: bool) -> FontContext {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts });
    for (family, blob) in bundled {
        let name = match family {
            Family::Serif => SERIF_NAME,
            Family::Sans => SANS_NAME,
        };
        let renamed = FontInfoOverride { family_name: Some(name), ..FontInfoOverride::default() };
        collection.register_fonts(blob.clone(), Some(renamed));
    }
    FontContext { collection, source_cache: SourceCache::default() }
}

/// A face as the rasteriser needs it: file, variation, and what must be faked.
pub(super) struct Face {
    blob: Blob<u8>,
    offset: u32,
    key: CacheKey,
    index: u32,
    /// Position on the variation axes, 2.14 fixed point.
    pub(super) coords: Vec<i16>,
    /// Whether to thicken the outline, because the font lacks the weight.
    pub(super) embolden: bool,
    /// Degrees to slant by, because the font lacks an italic.
    pub(super) skew_deg: Option<f32>,
}

impl Face {
    /// The font file for swash.
    pub(super) fn font_ref(&self) -> FontRef<'_> {
        FontRef { data: self.blob.as_ref(), offset: self.offset, key: self.key }
    }

    fn is_of(&self, run: &parley::layout::Run<'_, ()>) -> bool {
        let (font, synthesis) = (run.font(), run.synthesis());
        self.blob.id() == font.data.id()
            && self.index == font.index
            && self.embolden == synthesis.embolden()
            && self.skew_deg == synthesis.skew()
            && self.coords.iter().copied().eq(run.normalized_coords().iter().map(|coord| coord.to_bits()))
    }
}

/// Every face seen so far, numbered, so that a glyph needs two bytes to name its face. They are few.
#[derive(Default)]
pub(super) struct FaceTable {
    faces: Vec<Face>,
}

impl FaceTable {
    /// The face with this number.
    pub(super) fn get(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(usize::from(id))
    }

    /// The number of the face that `run` is set in; `None` if its file cannot be read.
    pub(super) fn id_of(&mut self, run: &parley::layout::Run<'_, ()>) -> Option<FaceId> {
        if let Some(known) = self.faces.iter().position(|face| face.is_of(run)) {
            return FaceId::try_from(known).ok();
        }
        let (font, synthesis) = (run.font(), run.synthesis());
        let found = FontRef::from_index(font.data.as_ref(), font.index as usize)?;
        let id = FaceId::try_from(self.faces.len()).ok()?;
        self.faces.push(Face {
            blob: font.data.clone(),
            offset: found.offset,
            key: found.key,
            index: font.index,
            coords: run.normalized_coords().iter().map(|coord| coord.to_bits()).collect(),
            embolden: synthesis.embolden(),
            skew_deg: synthesis.skew(),
        });
        Some(id)
    }
}
