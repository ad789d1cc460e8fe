//! What fonts tell besides their letters: whether they are bold or italic, and which letters their own table gives to signs that the
//! file has no letters for.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_interpret::font::{Glyph, OutlineGlyph};
use hayro_syntax::page::Page;

use super::cjk::{Collection, Collections};
use super::letter::Style;

/// The fonts that were met in a file.
#[derive(Debug, Default)]
pub struct Fonts {
    styles: HashMap<u128, Style>,
    tables: HashMap<u128, HashMap<u32, char>>,
    collections: Collections,
    /// Those of the page that is read.
    here: Vec<Rc<Collection>>,
}

impl Fonts {
    /// How letters of a glyph's font look.
    pub fn style(&mut self, glyph: &Glyph<'_>) -> Style {
        let Glyph::Outline(outline) = glyph else { return Style::default() };
        let Some(data) = outline.font_data() else { return Style::default() };
        *self.styles.entry(data.cache_key).or_insert_with(|| {
            let name = data.postscript_name.as_deref().unwrap_or("").to_ascii_lowercase();
            let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
            Style {
                is_bold: says(&["bold", "black", "heavy", "-bd"]) || data.weight.is_some_and(|weight| (600..=1000).contains(&weight)),
                is_italic: says(&["italic", "oblique"]) || data.is_italic,
                ..Style::default()
            }
        })
    }

    /// Begins a page.
    pub fn turn_to(&mut self, page: &Page<'_>) {
        self.here = self.collections.of(page);
    }

    /// The letter of a glyph by its font's own table, or by the collection that its number is from.
    pub fn letter(&mut self, glyph: &Glyph<'_>) -> Option<String> {
        let Glyph::Outline(outline) = glyph else { return None };
        let by_table = self.by_table(outline).map(String::from);
        by_table.or_else(|| self.here.iter().find_map(|collection| collection.letter(outline.char_code())))
    }

    fn by_table(&mut self, outline: &OutlineGlyph) -> Option<char> {
        let data = outline.font_data()?;
        let table = self.tables.entry(data.cache_key).or_insert_with(|| super::sfnt::letters_by_glyph((*data.data).as_ref()));
        table.get(&outline.glyph_id().to_u32()).copied()
    }
}
