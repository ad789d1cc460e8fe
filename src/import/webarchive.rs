//! Web pages that Safari saved: a binary property list with the page and all that belongs to it, of which the page is read.

use super::trouble::Refusal;
use super::{Draft, Wish, html};

/// What the reader is called in an article's origin.
pub const READER: &str = "a saved web page";

/// Bytes that say where the parts of the list are, at its end.
const TRAILER_BYTES: usize = 32;

/// Reads the page.
///
/// # Errors
/// When the list is broken, or the page has no words.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    let damaged = || Refusal::Damaged("the page in it cannot be found".to_owned());
    let list = List::of(bytes).ok_or_else(damaged)?;
    let page = list.field(list.top, "WebMainResource").ok_or_else(damaged)?;
    let content = list.field(page, "WebResourceData").and_then(|at| list.bytes(at)).ok_or_else(damaged)?;
    let words = |name: &str| list.field(page, name).and_then(|at| list.words(at));
    let url = words("WebResourceURL");
    let encoding = words("WebResourceTextEncodingName");
    html::read_known(content, wish, html::Known { encoding: encoding.as_deref(), url: url.as_deref() })
}

/// A binary property list. Everything in it is a number of a part; where a part is stands in a table.
struct List<'a> {
    bytes: &'a [u8],
    table: &'a [u8],
    /// Bytes of a place in the table.
    place_bytes: usize,
    /// Bytes of a number of a part.
    number_bytes: usize,
    top: usize,
}

impl<'a> List<'a> {
    fn of(bytes: &'a [u8]) -> Option<List<'a>> {
        if !bytes.starts_with(b"bplist0") {
            return None;
        }
        let trailer = bytes.get(bytes.len().checked_sub(TRAILER_BYTES)?..)?;
        let place_bytes = usize::from(*trailer.get(6)?);
        let number_bytes = usize::from(*trailer.get(7)?);
        let count = number(trailer.get(8..16)?)?;
        let top = number(trailer.get(16..24)?)?;
        let table = number(trailer.get(24..32)?)?;
        let table = bytes.get(table..table.checked_add(count.checked_mul(place_bytes)?)?)?;
        (place_bytes > 0 && number_bytes > 0).then_some(List { bytes, table, place_bytes, number_bytes, top })
    }

    /// The kind of a part, its length, and what follows.
    fn part(&self, part: usize) -> Option<(u8, usize, &'a [u8])> {
        let at = part.checked_mul(self.place_bytes)?;
        let place = number(self.table.get(at..at + self.place_bytes)?)?;
        let (head, rest) = self.bytes.get(place..)?.split_first()?;
        let (kind, length) = (head >> 4, usize::from(head & 0xf));
        if length < 0xf {
            return Some((kind, length, rest));
        }
        // A longer length stands in a number of its own.
        let (head, rest) = rest.split_first().filter(|(head, _)| **head >> 4 == 1 && **head & 0xf < 4)?;
        let (length, rest) = rest.split_at_checked(1 << (head & 0xf))?;
        Some((kind, number(length)?, rest))
    }

    /// What a dictionary has under a name.
    fn field(&self, dictionary: usize, name: &str) -> Option<usize> {
        let (kind, length, rest) = self.part(dictionary)?;
        let bytes = length.checked_mul(self.number_bytes).filter(|_| kind == 0xd)?;
        let (names, rest) = rest.split_at_checked(bytes)?;
        let values = rest.get(..bytes)?;
        let nth =
            names.chunks(self.number_bytes).position(|part| number(part).and_then(|part| self.words(part)).as_deref() == Some(name))?;
        values.chunks(self.number_bytes).nth(nth).and_then(number)
    }

    fn bytes(&self, part: usize) -> Option<&'a [u8]> {
        let (kind, length, rest) = self.part(part)?;
        rest.get(..length).filter(|_| kind == 0x4)
    }

    fn words(&self, part: usize) -> Option<String> {
        let (kind, length, rest) = self.part(part)?;
        match kind {
            0x5 => String::from_utf8(rest.get(..length)?.to_vec()).ok(),
            0x6 => {
                let (units, _) = rest.get(..length.checked_mul(2)?)?.as_chunks::<2>();
                String::from_utf16(&units.iter().map(|unit| u16::from_be_bytes(*unit)).collect::<Vec<_>>()).ok()
            }
            _ => None,
        }
    }
}

/// A whole number, its highest byte first.
fn number(bytes: &[u8]) -> Option<usize> {
    let is_zero = |bytes: &[u8]| bytes.iter().all(|byte| *byte == 0);
    let (high, low) = bytes.split_at(bytes.len().saturating_sub(8));
    let value = low.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
    usize::try_from(value).ok().filter(|_| is_zero(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of a dictionary that holds a dictionary.
    fn archive(page: &[u8], encoding: &str) -> Vec<u8> {
        let mut bytes = b"bplist00".to_vec();
        let mut places = Vec::new();
        let mut add = |kind: u8, content: &[u8], count: usize| {
            places.push(u32::try_from(bytes.len()).unwrap());
            if count < 15 {
                bytes.push(kind << 4 | u8::try_from(count).unwrap());
            } else {
                bytes.extend([kind << 4 | 15, 0x12]);
                bytes.extend(u32::try_from(count).unwrap().to_be_bytes());
            }
            bytes.extend(content);
        };
        add(0xd, &[1, 2], 1);
        add(0x5, b"WebMainResource", 15);
        add(0xd, &[3, 4, 5, 6, 7, 8], 3);
        for name in ["WebResourceData", "WebResourceURL", "WebResourceTextEncodingName"] {
            add(0x5, name.as_bytes(), name.len());
        }
        add(0x4, page, page.len());
        add(0x6, &"https://news.example/dyke".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>(), 25);
        add(0x5, encoding.as_bytes(), encoding.len());
        let table = u64::try_from(bytes.len()).unwrap();
        bytes.extend(places.iter().flat_map(|place| place.to_be_bytes()));
        bytes.extend([0, 0, 0, 0, 0, 0, 4, 1]);
        bytes.extend([9, 0, table].iter().flat_map(|number| number.to_be_bytes()));
        bytes
    }

    #[test]
    fn the_page_is_read_with_its_encoding_and_address() {
        let page =
            b"<title>Dyke</title><p>The m\xe4yor of Orva said that <a href='/w'>the water</a> rose by two metres on Monday night.</p>";
        let bytes = archive(page, "iso-8859-1");
        let read = read(&bytes, &Wish::default()).unwrap().freeze();
        assert_eq!(read.text.as_str(), "The mäyor of Orva said that the water rose by two metres on Monday night.\n");
        assert_eq!((read.meta.title.as_str(), read.meta.url.as_str()), ("Dyke", "https://news.example/dyke"));
        assert_eq!(read.structure.targets().first().map(|target| &**target), Some("https://news.example/w"));
    }

    #[test]
    fn a_broken_list_is_refused_wherever_it_is_cut_or_changed() {
        let whole = archive(b"<p>The water rose by two metres.</p>", "utf-8");
        for at in 0..whole.len() {
            assert!(matches!(read(&whole[..at], &Wish::default()), Err(Refusal::Damaged(_))), "{at}");
            for bit in 0..8 {
                let mut changed = whole.clone();
                changed[at] ^= 1 << bit;
                // Whatever it says, it is an answer.
                drop(read(&changed, &Wish::default()));
            }
        }
    }
}
