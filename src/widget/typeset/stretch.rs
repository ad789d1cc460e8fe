//! Words of a script that the bundled fonts lack, with the blanks between them. The bundled font has the blank and would be asked
//! for it first, so that every word would be shaped by itself, which takes three times as long: in one font they are shaped at once.

use std::ops::Range;

use parley::fontique::Script;

use super::grapheme::GraphemeEdges;

/// Several words of one script, from their first letter to their last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes, on grapheme edges.
    pub(super) bytes: Range<usize>,
    /// What it is written in.
    pub(super) script: Script,
}

/// The stretches of a text of more than one word, in order.
pub(super) fn stretches(text: &str, edges: &GraphemeEdges) -> Vec<Stretch> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut open: Option<Stretch> = None;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        match (script_of(sign), &mut open) {
            (Some(script), Some(stretch)) if stretch.script == script => stretch.bytes.end = end,
            (Some(script), _) => found.extend(open.replace(Stretch { bytes: at..end, script })),
            (None, Some(stretch)) if is_joiner(sign) && stretch.bytes.end == at => stretch.bytes.end = end,
            (None, Some(_)) if sign == ' ' => {}
            (None, _) => found.extend(open.take()),
        }
    }
    found.extend(open);
    let snapped =
        found.into_iter().map(|Stretch { bytes, script }| Stretch { bytes: edges.ceil(bytes.start)..edges.floor(bytes.end), script });
    snapped.filter(|stretch| text.get(stretch.bytes.clone()).is_some_and(|words| words.contains(' '))).collect()
}

/// The script of a letter that no bundled font has, of those that write blanks between words. Not Hebrew and
/// Korean, whose fonts move letters towards a blank, as no browser does.
fn script_of(letter: char) -> Option<Script> {
    let tag = match letter {
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' => b"Arab",
        '\u{900}'..='\u{97f}' => b"Deva",
        '\u{980}'..='\u{9ff}' => b"Beng",
        '\u{a00}'..='\u{a7f}' => b"Guru",
        '\u{a80}'..='\u{aff}' => b"Gujr",
        '\u{b00}'..='\u{b7f}' => b"Orya",
        '\u{b80}'..='\u{bff}' => b"Taml",
        '\u{c00}'..='\u{c7f}' => b"Telu",
        '\u{c80}'..='\u{cff}' => b"Knda",
        '\u{d00}'..='\u{d7f}' => b"Mlym",
        '\u{d80}'..='\u{dff}' => b"Sinh",
        _ => return None,
    };
    Some(Script::from_bytes(*tag))
}

/// Whether a sign between two letters only says whether they join.
const fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = stretches(text, &GraphemeEdges::of(text)).into_iter().map(|stretch| &text[stretch.bytes]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_with_blanks_between_them_are_taken_together() {
        check("قال المسؤولون إن BBC نقلت ذلك", &["قال المسؤولون إن", "نقلت ذلك"]);
        check("नहीं था। 12 सैनिक आए।", &["नहीं था।", "सैनिक आए।"]);
        check("گزارش می\u{200c}گوید", &["گزارش می\u{200c}گوید"]);
        check("קרא שלום", &[]);
        check("댐이 무너졌다", &[]);
        check("Plain words", &[]);
        check("“Zwölf” für Łódź", &[]);
        check("واحد", &[]);
    }

    #[test]
    fn scripts_are_kept_apart_and_no_grapheme_is_cut() {
        check("नहीं था قال ذلك", &["नहीं था", "قال ذلك"]);
        // The vowel sign stands on the second blank.
        check("ا\u{64b} ب  \u{941} क ख", &["ا\u{64b} ب", " क ख"]);
        check("क ख\u{301}", &["क "]);
    }
}
