//! Encodings of two and four bytes a letter, where no byte order mark tells of them.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::Charset;

/// Which byte of a letter comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The low one.
    Little,
    /// The high one.
    Big,
}

/// Bytes that are looked at.
const HEAD_BYTES: usize = 64 * 1024;

/// Whether it is an encoding of two or four bytes a letter.
pub fn is_wide(charset: Charset) -> bool {
    match charset {
        Charset::Web(encoding) => encoding == UTF_16LE || encoding == UTF_16BE,
        Charset::Utf32(_) => true,
    }
}

/// The wide encoding of a text without a mark: every language has blanks or line ends, of whose bytes all but one are zero.
pub fn without_mark(bytes: &[u8]) -> Option<Charset> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    memchr::memchr(0, head)?;
    let zeros = zeros(head);
    if let Some(order) = four_bytes(head, zeros) {
        return Some(Charset::Utf32(order));
    }
    // A text of one byte a letter with a zero that strayed into it.
    let is_plain = head.iter().filter(|byte| matches!(byte, b' '..=b'~')).count() * 5 > head.len() * 4;
    let is_rare = std::str::from_utf8(head).is_ok() && zeros.iter().sum::<usize>() * 20 < head.len();
    if is_plain || is_rare {
        return None;
    }
    let (units, _) = head.as_chunks::<2>();
    let common = |unit: fn([u8; 2]) -> u16| units.iter().filter(|pair| is_common(unit(**pair))).count();
    let (little, big) = (common(u16::from_le_bytes), common(u16::from_be_bytes));
    let (encoding, unit): (_, fn([u8; 2]) -> u16) =
        if little > big { (UTF_16LE, u16::from_le_bytes) } else { (UTF_16BE, u16::from_be_bytes) };
    (little != big && is_sound(units, unit)).then_some(Charset::Web(encoding))
}

/// Signs that stand in every text, whatever its language: ASCII, and the marks of East Asian sentences.
fn is_common(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0x3000..=0x3002 | 0xff0c)
}

/// Whether units of two bytes are letters, without control codes and halves of pairs.
fn is_sound(units: &[[u8; 2]], unit: fn([u8; 2]) -> u16) -> bool {
    let is_odd = |letter: &Result<char, _>| {
        letter.as_ref().map_or(true, |sign| matches!(sign, '\u{fffe}' | '\u{ffff}') || (sign.is_control() && !sign.is_ascii_whitespace()))
    };
    let odd = char::decode_utf16(units.iter().map(|pair| unit(*pair))).filter(is_odd).count();
    // The head may end within a pair.
    odd <= 1 + units.len() / 1_000
}

fn four_bytes(head: &[u8], [first, second, third, fourth]: [usize; 4]) -> Option<Order> {
    let quarter = head.len() / 4;
    let is_full = |count: usize| quarter > 0 && count >= quarter;
    let is_nearly_full = |count: usize| quarter > 0 && count * 10 >= quarter * 9;
    if is_full(fourth) && is_nearly_full(third) && !is_nearly_full(first) {
        return Some(Order::Little);
    }
    (is_full(first) && is_nearly_full(second) && !is_nearly_full(fourth)).then_some(Order::Big)
}

/// How many zeros stand in each place of four.
fn zeros(head: &[u8]) -> [usize; 4] {
    let mut zeros = [0; 4];
    for at in memchr::memchr_iter(0, head) {
        if let Some(count) = zeros.get_mut(at % 4) {
            *count += 1;
        }
    }
    zeros
}

/// A text of four bytes a letter, and how many places of it are no letters.
pub fn utf32_text(order: Order, bytes: &[u8]) -> (String, usize) {
    let (letters, rest) = bytes.as_chunks::<4>();
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut lost = 0;
    for letter in letters {
        let number = match order {
            Order::Little => u32::from_le_bytes(*letter),
            Order::Big => u32::from_be_bytes(*letter),
        };
        text.push(char::from_u32(number).unwrap_or_else(|| {
            lost += 1;
            '\u{fffd}'
        }));
    }
    if !rest.is_empty() {
        lost += 1;
        text.push('\u{fffd}');
    }
    (text, lost)
}
