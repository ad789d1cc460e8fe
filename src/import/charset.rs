//! Letters out of bytes: which encoding a text is in by its byte order mark, by what is said of it, or by what it looks like.

mod guess;
mod prescan;
mod wide;

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};

use super::Encoded;
use wide::Order;

pub use prescan::declared;

/// Encodings that a checker can choose from, by the names that [`decode`] gives and takes, the usual ones first.
pub const NAMES: &[&str] = &[
    "UTF-8",
    "windows-1252",
    "UTF-16LE",
    "UTF-16BE",
    "UTF-32LE",
    "UTF-32BE",
    "macintosh",
    "ISO-8859-2",
    "windows-1250",
    "ISO-8859-3",
    "ISO-8859-4",
    "ISO-8859-10",
    "ISO-8859-13",
    "ISO-8859-14",
    "ISO-8859-15",
    "ISO-8859-16",
    "windows-1257",
    "windows-1254",
    "windows-1258",
    "windows-1251",
    "KOI8-R",
    "KOI8-U",
    "ISO-8859-5",
    "IBM866",
    "x-mac-cyrillic",
    "windows-1253",
    "ISO-8859-7",
    "windows-1255",
    "ISO-8859-8",
    "ISO-8859-8-I",
    "windows-1256",
    "ISO-8859-6",
    "windows-874",
    "gb18030",
    "GBK",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "ISO-2022-JP",
    "EUC-KR",
];

/// A text out of its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A byte order mark stays at its start: `Text::freeze` takes it off and remembers it.
    pub text: String,
    /// In which encoding it was.
    pub encoded: Encoded,
    /// How many places of it could not be read; each is a sign U+FFFD now.
    pub lost: usize,
}

/// An encoding: those of the web, and UTF-32, which the web does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Charset {
    Web(&'static Encoding),
    Utf32(Order),
}

/// Decodes a text. `wish` names the encoding that the checker wants, in any name that the web has for it (`latin1`, `utf-32be`);
/// `declared` the one that the file, or whoever sent it, says it is in.
///
/// The wish decides, then a byte order mark, then what is declared unless the bytes contradict it, then how the bytes look. A name
/// that nobody knows counts as none.
pub fn decode(bytes: &[u8], declared: Option<&str>, wish: Option<&str>) -> Decoded {
    if let Some(charset) = wish.and_then(Charset::named) {
        return charset.decode(bytes, false);
    }
    if let Some(charset) = Charset::by_mark(bytes) {
        return charset.decode(bytes, false);
    }
    if let Some(decoded) = declared.and_then(Charset::named).and_then(|charset| as_declared(bytes, charset)) {
        return decoded;
    }
    if let Some(charset) = wide::without_mark(bytes) {
        return charset.decode(bytes, true);
    }
    let encoding = guess::encoding(bytes);
    Charset::Web(encoding).decode(bytes, encoding != UTF_8)
}

/// The text in the encoding that it is said to be in, unless its bytes contradict that. Pages are saved anew in UTF-8 while what they
/// say of themselves stays; a text of other letters is hardly ever UTF-8 by chance.
fn as_declared(bytes: &[u8], charset: Charset) -> Option<Decoded> {
    if charset != Charset::Web(UTF_8) && guess::is_surely_utf8(bytes) {
        return Some(Charset::Web(UTF_8).decode(bytes, false));
    }
    if wide::is_wide(charset) != wide::without_mark(bytes).is_some() {
        return None;
    }
    let decoded = charset.decode(bytes, false);
    // A letter cut in two at the end is no contradiction, nor a few spoiled ones in a long text.
    (decoded.lost <= 1 + bytes.len() / 5_000).then_some(decoded)
}

impl Charset {
    fn named(name: &str) -> Option<Charset> {
        let name = name.trim();
        match name.to_ascii_lowercase().as_str() {
            "utf-32le" | "utf32le" | "ucs-4le" => Some(Charset::Utf32(Order::Little)),
            "utf-32be" | "utf32be" | "ucs-4be" | "utf-32" | "utf32" | "ucs-4" => Some(Charset::Utf32(Order::Big)),
            _ => Encoding::for_label_no_replacement(name.as_bytes()).filter(|found| *found != X_USER_DEFINED).map(Charset::Web),
        }
    }

    fn by_mark(bytes: &[u8]) -> Option<Charset> {
        let is_fours = bytes.len().is_multiple_of(4);
        match bytes {
            [0xff, 0xfe, 0, 0, ..] if is_fours => Some(Charset::Utf32(Order::Little)),
            [0, 0, 0xfe, 0xff, ..] => Some(Charset::Utf32(Order::Big)),
            [0xff, 0xfe, ..] => Some(Charset::Web(UTF_16LE)),
            [0xfe, 0xff, ..] => Some(Charset::Web(UTF_16BE)),
            [0xef, 0xbb, 0xbf, ..] => Some(Charset::Web(UTF_8)),
            [0x84, 0x31, 0x95, 0x33, ..] => Some(Charset::Web(encoding_rs::GB18030)),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Charset::Web(encoding) => encoding.name(),
            Charset::Utf32(Order::Little) => "UTF-32LE",
            Charset::Utf32(Order::Big) => "UTF-32BE",
        }
    }

    fn decode(self, bytes: &[u8], is_guess: bool) -> Decoded {
        let (text, lost) = match self {
            Charset::Web(encoding) => web_text(encoding, bytes),
            Charset::Utf32(order) => wide::utf32_text(order, bytes),
        };
        Decoded { text, encoded: Encoded { name: self.name().to_owned(), is_guess }, lost }
    }
}

fn web_text(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (text.to_owned(), 0);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len()));
    let mut rest = bytes;
    let mut lost = 0;
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return (text, lost),
            DecoderResult::OutputFull => text.reserve(rest.len() * 3 + 16),
            DecoderResult::Malformed(..) => {
                lost += 1;
                text.reserve(3 + decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len()));
                text.push('\u{fffd}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, ISO_2022_JP, KOI8_R, MACINTOSH, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    /// What is declared, and what the checker wishes.
    type Said<'a> = (Option<&'a str>, Option<&'a str>);

    const GERMAN: &str = "Der Deich bei Orva ist zweimal gebrochen, sagte die Bürgermeisterin. „Wir hätten früher räumen müssen.“\n";
    const RUSSIAN: &str = "Плотина у Орвы прорвалась дважды, заявила мэр города в понедельник вечером.\n";
    const JAPANESE: &str = "オルヴァの堤防は二度決壊したと市長が月曜日の夜に述べた。被害は小さい。\n";
    const CHINESE: &str = "市長週一晚間表示，奧爾瓦的堤壩兩次決口，損失不大，居民已經返回家中。\n";
    const KOREAN: &str = "시장은 월요일 저녁 오르바의 제방이 두 번 무너졌다고 말했다.\n";

    #[track_caller]
    fn check(bytes: &[u8], (declared, wish): Said<'_>, text: &str, (name, is_guess): (&str, bool), lost: usize) {
        let encoded = Encoded { name: name.to_owned(), is_guess };
        assert_eq!(decode(bytes, declared, wish), Decoded { text: text.to_owned(), encoded, lost });
    }

    fn in_units<const N: usize>(text: &str, unit: impl Fn(u16) -> [u8; N]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn a_byte_order_mark_decides_and_stays_for_the_text_to_note() {
        let marked = format!("\u{feff}{RUSSIAN}");
        check(marked.as_bytes(), (Some("koi8-r"), None), &marked, ("UTF-8", false), 0);
        check(&in_units(&marked, u16::to_le_bytes), (Some("utf-8"), None), &marked, ("UTF-16LE", false), 0);
        check(&in_units(&marked, u16::to_be_bytes), (None, None), &marked, ("UTF-16BE", false), 0);
        let little: Vec<u8> = marked.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
        check(&little, (None, None), &marked, ("UTF-32LE", false), 0);
        let big: Vec<u8> = marked.chars().flat_map(|sign| u32::from(sign).to_be_bytes()).collect();
        check(&big, (None, None), &marked, ("UTF-32BE", false), 0);
    }

    #[test]
    fn half_a_letter_at_the_end_is_one_lost_place() {
        for (text, mark) in [(RUSSIAN, "\u{feff}"), (GERMAN, "\u{feff}"), (GERMAN, ""), (CHINESE, "\u{feff}"), (RUSSIAN, "")] {
            let marked = format!("{mark}{text}");
            let mut bytes = in_units(&marked, u16::to_be_bytes);
            bytes.push(0);
            check(&bytes, (None, None), &format!("{marked}\u{fffd}"), ("UTF-16BE", mark.is_empty()), 1);
        }
        let mut bytes: Vec<u8> = RUSSIAN.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
        bytes.extend([1, 0]);
        check(&bytes, (None, Some("utf-32le")), &format!("{RUSSIAN}\u{fffd}"), ("UTF-32LE", false), 1);
    }

    #[test]
    fn wide_letters_are_known_without_a_mark_by_where_zeros_stand() {
        for text in [GERMAN, RUSSIAN, JAPANESE, CHINESE, KOREAN] {
            check(&in_units(text, u16::to_le_bytes), (None, None), text, ("UTF-16LE", true), 0);
            check(&in_units(text, u16::to_be_bytes), (None, None), text, ("UTF-16BE", true), 0);
            let little: Vec<u8> = text.chars().flat_map(|sign| u32::from(sign).to_le_bytes()).collect();
            check(&little, (None, None), text, ("UTF-32LE", true), 0);
            let big: Vec<u8> = text.chars().flat_map(|sign| u32::from(sign).to_be_bytes()).collect();
            check(&big, (None, None), text, ("UTF-32BE", true), 0);
        }
    }

    #[test]
    fn zeros_in_a_damaged_text_do_not_make_it_wide() {
        check(b"The dyke fa\0iled twice.\n", (None, None), "The dyke fa\0iled twice.\n", ("UTF-8", false), 0);
        check(b"The m\xfcller\0 failed.\n", (None, None), "The müller\0 failed.\n", ("windows-1252", true), 0);
    }

    #[test]
    fn a_text_that_says_nothing_is_guessed_from_its_letters() {
        check(GERMAN.as_bytes(), (None, None), GERMAN, ("UTF-8", false), 0);
        check(b"Plain.", (None, None), "Plain.", ("UTF-8", false), 0);
        check(b"", (None, None), "", ("UTF-8", false), 0);
        let encodings =
            [(WINDOWS_1252, GERMAN), (MACINTOSH, GERMAN), (KOI8_R, RUSSIAN), (WINDOWS_1251, RUSSIAN), (encoding_rs::IBM866, RUSSIAN)];
        let asian =
            [(SHIFT_JIS, JAPANESE), (EUC_JP, JAPANESE), (ISO_2022_JP, JAPANESE), (BIG5, CHINESE), (GB18030, CHINESE), (EUC_KR, KOREAN)];
        for (encoding, text) in encodings.into_iter().chain(asian) {
            let (bytes, _, has_gaps) = encoding.encode(text);
            assert!(!has_gaps, "{text} in {}", encoding.name());
            let name = if encoding == GB18030 { "GBK" } else { encoding.name() };
            check(&bytes, (None, None), text, (name, true), 0);
        }
    }

    #[test]
    fn what_is_declared_holds_unless_the_bytes_contradict_it() {
        let (koi8, ..) = KOI8_R.encode(RUSSIAN);
        check(&koi8, (Some("koi8"), None), RUSSIAN, ("KOI8-R", false), 0);
        check(b"Plain.", (Some("tis-620"), None), "Plain.", ("windows-874", false), 0);
        check(&koi8, (Some("utf-8"), None), RUSSIAN, ("KOI8-R", true), 0);
        check(&koi8, (Some("utf-16le"), None), RUSSIAN, ("KOI8-R", true), 0);
        check(&koi8, (Some("no such encoding"), None), RUSSIAN, ("KOI8-R", true), 0);
        check(RUSSIAN.as_bytes(), (Some("windows-1252"), None), RUSSIAN, ("UTF-8", false), 0);
        check("é".as_bytes(), (Some("windows-1252"), None), "Ã©", ("windows-1252", false), 0);
        check(&RUSSIAN.as_bytes()[1..], (Some("utf-8"), None), &format!("\u{fffd}{}", &RUSSIAN[2..]), ("UTF-8", false), 1);
    }

    #[test]
    fn the_wish_of_the_checker_comes_first() {
        check(b"\xef\xbb\xbfa", (Some("utf-8"), Some("windows-1252")), "ï»¿a", ("windows-1252", false), 0);
        check(b"a\xffb", (None, Some("UTF-8")), "a\u{fffd}b", ("UTF-8", false), 1);
        check(b"a\xe9", (None, Some("wingdings")), "aé", ("windows-1252", true), 0);
        for name in NAMES {
            assert_eq!(decode(b"", None, Some(name)).encoded, Encoded { name: (*name).to_owned(), is_guess: false });
        }
    }
}
