//! The table of a TrueType or OpenType font that leads from letters to glyphs, read backwards.

use std::collections::HashMap;

/// Most letters that are taken from one font.
const MOST: usize = 70_000;

/// The letter of each glyph; the plainest one where several letters share a glyph. Empty where the font has no such table.
pub fn letters_by_glyph(font: &[u8]) -> HashMap<u32, char> {
    let mut letters = HashMap::new();
    for table in unicode_tables(font) {
        let pairs = match u16_at(table, 0) {
            Some(4) => by_ranges(table),
            Some(12) => by_groups(table),
            _ => Vec::new(),
        };
        for (code, glyph) in pairs {
            if let Some(letter) = char::from_u32(code).filter(|letter| !letter.is_control()) {
                letters.entry(glyph).and_modify(|known: &mut char| *known = (*known).min(letter)).or_insert(letter);
            }
        }
    }
    letters.remove(&0);
    letters
}

fn unicode_tables(font: &[u8]) -> Vec<&[u8]> {
    let count = u16_at(font, 4).unwrap_or(0) as usize;
    let records = (0..count).filter_map(|nth| font.get(12 + nth * 16..28 + nth * 16));
    let cmap =
        records.filter(|record| record.starts_with(b"cmap")).find_map(|record| font.get(u32_at(record, 8)? as usize..)).unwrap_or(&[]);
    let count = u16_at(cmap, 2).unwrap_or(0).min(64) as usize;
    let entries = (0..count).filter_map(|nth| cmap.get(4 + nth * 8..12 + nth * 8));
    let is_unicode = |entry: &&[u8]| matches!((u16_at(entry, 0), u16_at(entry, 2)), (Some(0), _) | (Some(3), Some(1 | 10)));
    entries.filter(is_unicode).filter_map(|entry| cmap.get(u32_at(entry, 4)? as usize..)).collect()
}

/// Format 4: ranges of codes with a distance to their glyphs.
fn by_ranges(table: &[u8]) -> Vec<(u32, u32)> {
    let count = u16_at(table, 6).unwrap_or(0) as usize / 2;
    let mut pairs = Vec::new();
    for nth in 0..count {
        let field = |group: usize| u16_at(table, 14 + group * count * 2 + if group > 0 { 2 } else { 0 } + nth * 2);
        let (Some(last), Some(first), Some(delta), Some(offset)) = (field(0), field(1), field(2), field(3)) else { break };
        for code in first..=last.min(0xfffe) {
            let glyph = if offset == 0 {
                Some(code.wrapping_add(delta))
            } else {
                let at = 16 + 3 * count * 2 + nth * 2 + offset as usize + (code - first) as usize * 2;
                u16_at(table, at).filter(|glyph| *glyph > 0).map(|glyph| glyph.wrapping_add(delta))
            };
            pairs.extend(glyph.map(|glyph| (u32::from(code), u32::from(glyph))));
            if pairs.len() >= MOST {
                return pairs;
            }
        }
    }
    pairs
}

/// Format 12: groups of codes whose glyphs follow each other.
fn by_groups(table: &[u8]) -> Vec<(u32, u32)> {
    let count = u32_at(table, 12).unwrap_or(0).min(20_000) as usize;
    let mut pairs = Vec::new();
    for nth in 0..count {
        let field = |place: usize| u32_at(table, 16 + nth * 12 + place * 4);
        let (Some(first), Some(last), Some(glyph)) = (field(0), field(1), field(2)) else { break };
        for code in first..=last.min(0x10_ffff) {
            pairs.push((code, glyph.wrapping_add(code - first)));
            if pairs.len() >= MOST {
                return pairs;
            }
        }
    }
    pairs
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A font with nothing but a table of that body.
    fn font(body: &[u16]) -> Vec<u8> {
        let mut bytes = b"\0\x01\0\0\0\x01\0\0\0\0\0\0cmap\0\0\0\0\0\0\0\x1c\0\0\0\0".to_vec();
        bytes.extend(b"\0\0\0\x01\0\x03\0\x01\0\0\0\x0c");
        bytes.extend(body.iter().flat_map(|number| number.to_be_bytes()));
        bytes
    }

    #[test]
    fn letters_are_found_by_ranges_and_groups() {
        // a to c are the glyphs 5 to 7.
        let ranges = font(&[4, 32, 0, 4, 0, 0, 0, 0x63, 0xffff, 0, 0x61, 0xffff, 5_u16.wrapping_sub(0x61), 1, 0, 0]);
        let letters = letters_by_glyph(&ranges);
        assert_eq!((letters.get(&5), letters.get(&7), letters.get(&8)), (Some(&'a'), Some(&'c'), None));
        let groups = font(&[12, 0, 0, 28, 0, 0, 0, 1, 1, 0xf600, 1, 0xf601, 0, 9]);
        assert_eq!(letters_by_glyph(&groups).get(&10), Some(&'\u{1f601}'));
    }

    #[test]
    fn broken_fonts_have_no_letters() {
        let whole = font(&[4, 32, 0, 4, 0, 0, 0, 0x63, 0xffff, 0, 0x61, 0xffff, 5_u16.wrapping_sub(0x61), 1, 0, 0]);
        for cut in 0..whole.len() {
            letters_by_glyph(&whole[..cut]);
        }
        assert!(letters_by_glyph(b"").is_empty());
        assert!(letters_by_glyph(&[0xff; 200]).is_empty());
        let endless = font(&[12, 0, 0, 28, 0, 0, 0xffff, 0xffff, 0, 0, 0x10, 0xffff, 0, 9]);
        assert!(letters_by_glyph(&endless).len() <= MOST);
    }
}
