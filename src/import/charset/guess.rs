//! The encoding of bytes that do not say it, by the letters that they would be.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS, UTF_8};

/// Bytes that are looked at, from the line on that has the first letter beyond ASCII: the detector takes 20 ms for them.
const PASSAGE_BYTES: usize = 512 * 1024;

/// Bytes of a piece of a spoiled text.
const PIECE_BYTES: usize = 200;

/// Bytes that are letters in KOI8-U, and lines of boxes in KOI8-R.
const UKRAINIAN: [u8; 8] = [0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd];

/// Letters in UTF-8 of two or more bytes from which on it is no chance.
const SURE_LETTERS: usize = 4;

/// The encoding that the bytes are most likely in. Any that are UTF-8 are taken to be that.
pub fn encoding(bytes: &[u8]) -> &'static Encoding {
    let has_escapes = memchr::memchr(0x1b, bytes).is_some();
    if !has_escapes && std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    if is_cut_utf8(bytes) {
        return UTF_8;
    }
    let passage = passage(bytes, has_escapes);
    let found = detected(passage, passage.len() == bytes.len());
    if !found.is_single_byte() {
        return if found == GBK && has_four_bytes(passage) { GB18030 } else { found };
    }
    let odd = oddness(found, passage);
    if odd * 5 > passage.iter().filter(|byte| !byte.is_ascii()).count()
        && let Some(found) = voted(passage)
    {
        return found;
    }
    match found {
        // The detector means both; they differ in the letters that Ukrainian alone has.
        _ if found == KOI8_U && !passage.iter().any(|byte| UKRAINIAN.contains(byte)) => KOI8_R,
        _ if oddness(MACINTOSH, passage) * 4 < odd => MACINTOSH,
        _ => found,
    }
}

fn detected(bytes: &[u8], is_whole: bool) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, is_whole);
    detector.guess(None, Utf8Detection::Allow)
}

/// The encoding of several bytes a letter that most pieces of a text are in. One spoiled letter rules an encoding out to the detector,
/// so the spoiled pieces of a text that looks like nothing are left aside.
fn voted(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut votes = [(SHIFT_JIS, 0), (EUC_JP, 0), (BIG5, 0), (GBK, 0), (EUC_KR, 0)];
    let mut all = 0;
    for piece in pieces(bytes) {
        all += 1;
        let found = detected(piece, false);
        if let Some((_, count)) = votes.iter_mut().find(|(encoding, _)| *encoding == found) {
            *count += 1;
        }
    }
    votes.into_iter().find(|(_, count)| count * 2 > all).map(|(encoding, _)| encoding)
}

/// Whole lines, some hundred bytes each.
fn pieces(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let later = rest.get(PIECE_BYTES..).and_then(|later| memchr::memchr(b'\n', later));
        let (piece, left) = rest.split_at_checked(later.map_or(rest.len(), |at| PIECE_BYTES + at + 1))?;
        rest = left;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Whether letters of four bytes are there, which GBK proper does not have.
fn has_four_bytes(bytes: &[u8]) -> bool {
    let is_lead = |byte: u8| (0x81..=0xfe).contains(&byte);
    bytes
        .array_windows()
        .any(|[first, second, third, fourth]| is_lead(*first) && second.is_ascii_digit() && is_lead(*third) && fourth.is_ascii_digit())
}

/// Whether bytes are UTF-8 and hold too many letters of more than one byte for a chance.
pub fn is_surely_utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().filter(|sign| !sign.is_ascii()).nth(SURE_LETTERS - 1).is_some())
}

/// Whether bytes are UTF-8 but for few places in many: spoiled in a copy, or cut off.
fn is_cut_utf8(bytes: &[u8]) -> bool {
    let mut letters = 0_usize;
    let mut lost = 0_usize;
    for chunk in bytes.utf8_chunks() {
        lost += usize::from(!chunk.invalid().is_empty());
        letters += chunk.valid().chars().filter(|sign| !sign.is_ascii()).count();
    }
    lost > 0 && letters >= SURE_LETTERS && letters >= lost * 20
}

/// What the detector looks at: where something stands that is not ASCII.
fn passage(bytes: &[u8], has_escapes: bool) -> &[u8] {
    let is_telling = |byte: &u8| !byte.is_ascii() || (has_escapes && *byte == 0x1b);
    let first = bytes.iter().position(is_telling).unwrap_or(0);
    let start = bytes.get(..first).and_then(|before| memchr::memrchr(b'\n', before)).unwrap_or(0);
    let rest = bytes.get(start..).unwrap_or(bytes);
    rest.get(..PASSAGE_BYTES).unwrap_or(rest)
}

/// How often signs that words do not have stand in words, or capitals behind small letters, if bytes are read in an encoding.
fn oddness(encoding: &'static Encoding, bytes: &[u8]) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let mut before = ' ';
    let mut odd = 0;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_foreign = !sign.is_ascii();
        let after = signs.peek().copied().unwrap_or(' ');
        let is_in_word = before.is_alphabetic() && after.is_alphabetic();
        let is_quote = matches!(sign, '\u{2018}'..='\u{201e}' | '«' | '»' | '·' | '\u{ad}' | '\u{2010}'..='\u{2015}');
        let is_capital_inside = before.is_lowercase() && sign.is_uppercase() && after.is_lowercase();
        if is_foreign && (sign.is_control() || is_capital_inside || (is_in_word && !sign.is_alphabetic() && !is_quote)) {
            odd += 1;
        }
        before = sign;
    }
    odd
}

#[cfg(test)]
mod tests {
    use encoding_rs::WINDOWS_1252;

    use super::*;

    #[test]
    fn one_spoiled_letter_does_not_hide_what_the_others_are() {
        let line = "市長週一晚間表示，奧爾瓦的堤壩兩次決口，損失不大，居民已經返回家中。\n";
        let mut bytes = BIG5.encode(&line.repeat(20)).0.into_owned();
        bytes.extend(b"\xff\xff\xff\n");
        assert_eq!(encoding(&bytes), BIG5);
    }

    #[test]
    fn gb18030_is_told_from_gbk_by_its_letters_of_four_bytes() {
        let line = "市长周一晚间表示，堤坝两次决口。";
        assert_eq!(encoding(&GBK.encode(line).0), GBK);
        assert_eq!(encoding(&GB18030.encode(&format!("{line}ꀀ{line}")).0), GB18030);
    }

    #[test]
    fn letters_of_an_old_macintosh_are_told_from_those_of_windows() {
        let french = "L’été dernier, la mairie de Liège a répété que la digue n’était pas menacée.";
        let german = "Die Bürgermeisterin hätte früher räumen können.";
        let czech = "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl mluvčí.";
        for text in [french, german] {
            assert_eq!(encoding(&MACINTOSH.encode(text).0), MACINTOSH, "{text}");
            assert_eq!(encoding(&WINDOWS_1252.encode(text).0), WINDOWS_1252, "{text}");
        }
        assert_eq!(encoding(&encoding_rs::WINDOWS_1250.encode(czech).0), encoding_rs::WINDOWS_1250);
    }

    #[test]
    fn utf8_with_a_spoiled_letter_is_still_utf8() {
        let mut bytes = "Плотина прорвалась дважды. ".repeat(3).into_bytes();
        bytes.push(0xd0);
        assert_eq!(encoding(&bytes), UTF_8);
    }
}
