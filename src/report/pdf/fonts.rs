//! The fonts of a page: the six that come with the program, and for other scripts those of this computer, looked up only when the
//! words need them.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use fontdb::{Database, FaceInfo, Style};
use ttf_parser::Face;
use typst::foundations::Bytes;
use typst::text::Font;

const OWN: [&[u8]; 6] = [
    include_bytes!("../../../assets/fonts/source-sans-3-400.ttf"),
    include_bytes!("../../../assets/fonts/source-sans-3-400-italic.ttf"),
    include_bytes!("../../../assets/fonts/source-sans-3-600.ttf"),
    include_bytes!("../../../assets/fonts/source-serif-4-400.ttf"),
    include_bytes!("../../../assets/fonts/source-serif-4-400-italic.ttf"),
    include_bytes!("../../../assets/fonts/source-serif-4-600.ttf"),
];
static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| OWN.iter().filter_map(|data| Font::new(Bytes::new(*data), 0)).collect());

/// Families to take first, the best first; the words that a family's name starts with. Any other font comes after them.
const PREFERRED: [&str; 8] =
    ["Noto Naskh", "Noto Serif", "Noto Sans", "Noto Color Emoji", "Times New Roman", "Arial", "Microsoft YaHei", "Segoe UI"];

/// The fonts for these signs, and the signs that no font has.
pub(super) fn fonts(signs: &BTreeSet<char>) -> (Vec<Font>, BTreeSet<char>) {
    let mut fonts = FONTS.clone();
    let mut missing: BTreeSet<char> = signs.iter().copied().filter(|sign| !is_in_all(&fonts, *sign)).collect();
    if !missing.is_empty() {
        fonts.extend(of_system(&mut missing));
    }
    (fonts, missing)
}

/// Whether every cut of the program's own fonts has a sign.
fn is_in_all(fonts: &[Font], sign: char) -> bool {
    fonts.iter().all(|font| font.info().coverage.contains(u32::from(sign)))
}

/// Fonts of this computer that have the missing signs, which it takes from them.
fn of_system(missing: &mut BTreeSet<char>) -> Vec<Font> {
    let mut found = Database::new();
    found.load_system_fonts();
    let asian = asian(missing);
    let mut faces: Vec<&FaceInfo> = found.faces().filter(|face| face.style == Style::Normal).collect();
    faces.sort_by_cached_key(|face| rank(face, asian));
    let mut fonts = Vec::new();
    let mut families = BTreeSet::new();
    for face in faces {
        if missing.is_empty() {
            break;
        }
        let has = found.with_face_data(face.id, |data, index| covered(data, index, missing)).unwrap_or_default();
        if !has.is_empty() {
            missing.retain(|sign| !has.contains(sign));
            fonts.extend(read(&found, face));
            families.insert(family(face).to_owned());
        }
    }
    fonts
}

fn covered(data: &[u8], index: u32, missing: &BTreeSet<char>) -> BTreeSet<char> {
    let Ok(face) = Face::parse(data, index) else { return BTreeSet::new() };
    missing.iter().copied().filter(|sign| face.glyph_index(*sign).is_some_and(|glyph| glyph.0 != 0)).collect()
}

fn read(found: &Database, face: &FaceInfo) -> Option<Font> {
    found.with_face_data(face.id, |data, index| Font::new(Bytes::new(data.to_vec()), index))?
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name.as_str())
}

/// The Han letters of Japan, Korea and China look different: which are meant the other letters tell.
fn asian(signs: &BTreeSet<char>) -> &'static str {
    let has = |range: std::ops::RangeInclusive<char>| signs.range(range).next().is_some();
    if has('\u{3040}'..='\u{30FF}') {
        "JP"
    } else if has('\u{AC00}'..='\u{D7A3}') {
        "KR"
    } else {
        "SC"
    }
}

/// What to try first: known families, plain weight, fixed widths last; names make the order the same every time.
fn rank(face: &FaceInfo, asian: &str) -> impl Ord + use<> {
    let name = family(face);
    let place = PREFERRED.iter().position(|start| name.starts_with(start)).unwrap_or(PREFERRED.len());
    let is_of_other_region = name.contains("CJK") && !name.ends_with(asian);
    let weight = face.weight.0.abs_diff(400);
    (face.monospaced, is_of_other_region, place, weight, name.to_owned(), face.post_script_name.clone(), Reverse(face.index))
}
