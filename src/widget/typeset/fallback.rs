//! Which installed fonts to prefer for letters that the bundled fonts lack, so that a serif article stays serif.

use parley::fontique::{Collection, FallbackKey, FamilyId, Language, Script};

use super::style::Family;

/// Families named by one pattern: "Noto Serif Hebrew", "Noto Sans Hebrew".
const NOTO_SCRIPTS: [([u8; 4], &str); 22] = [
    (*b"Armn", "Armenian"),
    (*b"Beng", "Bengali"),
    (*b"Cyrl", ""),
    (*b"Deva", "Devanagari"),
    (*b"Ethi", "Ethiopic"),
    (*b"Geor", "Georgian"),
    (*b"Grek", ""),
    (*b"Gujr", "Gujarati"),
    (*b"Guru", "Gurmukhi"),
    (*b"Hebr", "Hebrew"),
    (*b"Khmr", "Khmer"),
    (*b"Knda", "Kannada"),
    (*b"Laoo", "Lao"),
    (*b"Latn", ""),
    (*b"Mlym", "Malayalam"),
    (*b"Mymr", "Myanmar"),
    (*b"Orya", "Oriya"),
    (*b"Sinh", "Sinhala"),
    (*b"Taml", "Tamil"),
    (*b"Telu", "Telugu"),
    (*b"Thai", "Thai"),
    (*b"Tibt", "Tibetan"),
];

/// Families with names of their own: script, language, serif names, sans names, the best first.
type NamedFamilies = ([u8; 4], &'static str, &'static [&'static str], &'static [&'static str]);

const NAMED: [NamedFamilies; 8] = [
    (*b"Arab", "", &["Noto Naskh Arabic", "Amiri", "Geeza Pro", "Times New Roman"], &["Noto Sans Arabic", "Segoe UI"]),
    (*b"Hebr", "", &["Frank Ruehl CLM", "Times New Roman"], &[]),
    (*b"Hani", "", CHINESE_SERIF, CHINESE_SANS),
    (*b"Hani", "ja", JAPANESE_SERIF, JAPANESE_SANS),
    (*b"Hani", "ko", KOREAN_SERIF, KOREAN_SANS),
    (*b"Hira", "", JAPANESE_SERIF, JAPANESE_SANS),
    (*b"Kana", "", JAPANESE_SERIF, JAPANESE_SANS),
    (*b"Hang", "", KOREAN_SERIF, KOREAN_SANS),
];

const CHINESE_SERIF: &[&str] = &["Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"];
const CHINESE_SANS: &[&str] = &["Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"];
const JAPANESE_SERIF: &[&str] = &["Noto Serif CJK JP", "Source Han Serif JP", "Hiragino Mincho ProN", "Yu Mincho"];
const JAPANESE_SANS: &[&str] = &["Noto Sans CJK JP", "Source Han Sans JP", "Hiragino Sans", "Yu Gothic"];
const KOREAN_SERIF: &[&str] = &["Noto Serif CJK KR", "Source Han Serif KR", "AppleMyungjo", "Batang"];
const KOREAN_SANS: &[&str] = &["Noto Sans CJK KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"];

/// Puts the preferred families first wherever one is installed; elsewhere the system's own choice stands.
pub(super) fn prefer_families(collection: &mut Collection, family: Family) {
    for (script, suffix) in NOTO_SCRIPTS {
        let voice = if family == Family::Serif { "Noto Serif" } else { "Noto Sans" };
        let name = if suffix.is_empty() { voice.to_owned() } else { format!("{voice} {suffix}") };
        let found: Vec<FamilyId> = collection.family_id(&name).into_iter().collect();
        prefer(collection, (script, ""), found);
    }
    for (script, language, serif, sans) in NAMED {
        let names = if family == Family::Serif { serif } else { sans };
        let found: Vec<FamilyId> = names.iter().filter_map(|name| collection.family_id(name)).collect();
        prefer(collection, (script, language), found);
    }
}

fn prefer(collection: &mut Collection, (script, language): ([u8; 4], &str), families: Vec<FamilyId>) {
    if !families.is_empty() {
        let language = Language::parse(language).ok();
        let key = FallbackKey::new(Script::from_bytes(script), language.as_ref());
        collection.append_fallbacks(key, families.into_iter());
    }
}
