//! Letters of Chinese, Japanese and Korean fonts that are embedded without a table of their letters: their numbers follow a published
//! collection, which has one.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Stream, String as PdfString};
use hayro_syntax::page::Page;

/// Most fonts of one page that are looked at.
const MOST: usize = 500;

/// How the numbers of a font lead to letters.
#[derive(Debug)]
pub struct Collection {
    places: CMap,
    letters: Rc<CMap>,
}

impl Collection {
    /// The letter of a number.
    pub fn letter(&self, code: u32) -> Option<String> {
        let place = (1..=4).find_map(|length| self.places.lookup_cid_code(code, length))?;
        match self.letters.lookup_bf_string(place)? {
            BfString::Char('\0') => None,
            BfString::Char(letter) => Some(letter.into()),
            BfString::String(letters) => Some(letters),
        }
    }
}

/// The collections that were met, each read once.
#[derive(Debug, Default)]
pub struct Collections {
    known: HashMap<(Vec<u8>, &'static str), Option<Rc<Collection>>>,
    letters: HashMap<&'static str, Option<Rc<CMap>>>,
}

impl Collections {
    /// Those of a page's fonts that are without a table of letters.
    pub fn of(&mut self, page: &Page<'_>) -> Vec<Rc<Collection>> {
        let mut found: Vec<Rc<Collection>> = Vec::new();
        for font in fonts(page) {
            if let Some(collection) = self.collection(&font).filter(|one| !found.iter().any(|known| Rc::ptr_eq(known, one))) {
                found.push(collection);
            }
        }
        found
    }

    fn collection(&mut self, font: &Dict<'_>) -> Option<Rc<Collection>> {
        let is_composite = font.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type0");
        if !is_composite || font.contains_key("ToUnicode") {
            return None;
        }
        let encoding = font.get::<Name<'_>>("Encoding")?;
        let descendant = font.get::<Array<'_>>("DescendantFonts")?.iter::<Dict<'_>>().next()?;
        let system = descendant.get::<Dict<'_>>("CIDSystemInfo")?;
        let (registry, ordering) = (system.get::<PdfString<'_>>("Registry")?, system.get::<PdfString<'_>>("Ordering")?);
        let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
        let name = match family {
            CidFamily::AdobeJapan1 => "Japan1",
            CidFamily::AdobeGB1 => "GB1",
            CidFamily::AdobeCNS1 => "CNS1",
            CidFamily::AdobeKorea1 => "Korea1",
            _ => return None,
        };
        let key = (encoding.as_str().as_bytes().to_vec(), name);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let letters = self.letters.entry(name).or_insert_with(|| embedded(family.ucs2_cmap()?).map(Rc::new)).clone();
        let collection = places(&key.0).zip(letters).map(|(places, letters)| Rc::new(Collection { places, letters }));
        self.known.insert(key, collection.clone());
        collection
    }
}

fn places(encoding: &[u8]) -> Option<CMap> {
    match encoding {
        b"Identity-H" => Some(CMap::identity_h()),
        b"Identity-V" => Some(CMap::identity_v()),
        _ => embedded(CMapName::from_bytes(encoding)),
    }
}

fn embedded(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}

/// The fonts of a page and of the forms on it.
fn fonts<'a>(page: &Page<'a>) -> Vec<Dict<'a>> {
    let resources = page.resources();
    let mut fonts = fonts_in(&resources.fonts);
    for name in resources.x_objects.keys().take(MOST) {
        let form = resources.x_objects.get::<Stream<'_>>(name);
        let inner = form.and_then(|form| form.dict().get::<Dict<'_>>("Resources")?.get::<Dict<'_>>("Font"));
        fonts.extend(inner.map(|inner| fonts_in(&inner)).unwrap_or_default());
    }
    fonts.truncate(MOST);
    fonts
}

fn fonts_in<'a>(dict: &Dict<'a>) -> Vec<Dict<'a>> {
    dict.keys().take(MOST).filter_map(|name| dict.get::<Dict<'_>>(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_published_encodings_lead_to_letters() {
        let check = |font: &[u8], code: u32, expected: Option<&str>| {
            use hayro_syntax::object::FromBytes;
            let font: Dict<'_> = Dict::from_bytes(font).unwrap();
            let collection = Collections::default().collection(&font);
            assert_eq!(collection.and_then(|collection| collection.letter(code)).as_deref(), expected);
        };
        let japanese = b"<</Subtype/Type0/Encoding/90ms-RKSJ-H/DescendantFonts[<</CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)>>>>]>>";
        check(japanese, 0x82a0, Some("あ"));
        let numbered = b"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)>>>>]>>";
        check(numbered, 843, Some("あ"));
        let own = b"<</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>>>]>>";
        check(own, 843, None);
        check(b"<</Subtype/Type0/ToUnicode 3 0 R/Encoding/Identity-H>>", 843, None);
    }
}
