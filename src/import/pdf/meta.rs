//! Title, author and date as a PDF file tells them: its information dictionary and its XMP packet.

use hayro_syntax::Pdf;
use hayro_syntax::object::{DateTime, Dict, Stream};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

use crate::model::document::Meta;

/// What a file says about itself.
pub fn meta(pdf: &Pdf) -> Meta {
    let info = pdf.metadata();
    let told = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(|bytes| cleaned(&text_of(bytes))).unwrap_or_default();
    let xmp = xmp(pdf).map(|packet| packet_facts(&packet)).unwrap_or_default();
    let or = |first: String, second: &str| if first.is_empty() { second.to_owned() } else { first };
    Meta {
        title: title(&or(told(&info.title), &xmp.title)),
        byline: person(&or(told(&info.author), &xmp.creator)),
        outlet: xmp.publication,
        published: if xmp.date.is_empty() {
            info.creation_date.as_ref().map(day).unwrap_or_default()
        } else {
            day_of(&xmp.date).to_owned()
        },
        url: xmp.url,
        ..Meta::default()
    }
}

/// The text of a string in a PDF file: UTF-16, UTF-8 by its mark, else one byte a letter.
pub fn text_of(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| letter_of(*byte)).collect(),
    }
}

/// PDFDocEncoding: ISO 32000-1, annex D.2.
fn letter_of(byte: u8) -> char {
    const ACCENTS: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const SIGNS: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž',
        'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    let of = |signs: &[char], first: u8| signs.get(usize::from(byte - first)).copied().unwrap_or('\u{fffd}');
    match byte {
        0x18..=0x1f => of(&ACCENTS, 0x18),
        0x80..=0xa0 => of(&SIGNS, 0x80),
        _ => char::from(byte),
    }
}

/// In one line, without blanks at its ends.
fn cleaned(words: &str) -> String {
    let words: String = words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without what programs put into it; nothing where it is the name of a file.
fn title(told: &str) -> String {
    const PROGRAMS: [&str; 4] = ["Microsoft Word - ", "Microsoft PowerPoint - ", "Layout 1", "PowerPoint Presentation"];
    const ENDINGS: [&str; 14] =
        [".doc", ".docx", ".odt", ".rtf", ".txt", ".indd", ".qxd", ".qxp", ".pdf", ".dvi", ".tex", ".pages", ".html", ".htm"];
    let bare = PROGRAMS.iter().find_map(|program| told.strip_prefix(program)).unwrap_or(told).trim();
    let small = bare.to_lowercase();
    let is_name_of_file = ENDINGS.iter().any(|ending| small.ends_with(ending)) || (bare.contains('_') && !bare.contains(' '));
    let is_blank = ["untitled", "(untitled)", "title", "document", "document1", "(anonymous)", "unknown", "none", "about:blank"]
        .contains(&&*small)
        || small.starts_with("untitled ")
        || !bare.chars().any(char::is_alphabetic);
    if is_name_of_file || is_blank { String::new() } else { bare.to_owned() }
}

fn person(told: &str) -> String {
    let small = told.to_lowercase();
    let is_nobody =
        ["(anonymous)", "anonymous", "unknown", "author", "user", "admin", "administrator", "owner", "(unspecified)", "none", "root"]
            .contains(&&*small);
    if is_nobody || !told.chars().any(char::is_alphabetic) { String::new() } else { told.to_owned() }
}

fn day(date: &DateTime) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month.max(1), date.day.max(1))
}

/// The day of a date as a string of a PDF file tells it: `D:20240503101500Z`.
pub fn day_told(told: &str) -> String {
    let digits: String = told.trim_start_matches("D:").chars().take_while(char::is_ascii_digit).take(8).collect();
    match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => told.to_owned(),
    }
}

/// The day of a date and time as XMP writes them.
fn day_of(date: &str) -> &str {
    date.split('T').next().unwrap_or(date)
}

fn xmp(pdf: &Pdf) -> Option<String> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let packet: Stream<'_> = catalog.get("Metadata")?;
    Some(String::from_utf8_lossy(&packet.decoded_data().ok()?).into_owned())
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Packet {
    title: String,
    creator: String,
    publication: String,
    date: String,
    url: String,
}

/// The facts in an XMP packet. Nothing is looked up outside of it.
fn packet_facts(packet: &str) -> Packet {
    let mut facts = Packet::default();
    let mut reader = Reader::from_str(packet);
    let mut path: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) if path.len() < 64 => {
                path.push(String::from_utf8_lossy(tag.local_name().as_ref()).into_owned());
                // One after the other: several authors.
                if path.last().is_some_and(|name| name == "li")
                    && let Some(place) = facts.place(&path).filter(|place| !place.is_empty())
                {
                    place.push_str(", ");
                }
            }
            Ok(Event::End(_)) => {
                path.pop();
            }
            Ok(Event::Text(words)) => {
                if let (Ok(words), Some(place)) = (words.decode(), facts.place(&path)) {
                    place.push_str(&words);
                }
            }
            Ok(Event::GeneralRef(name)) => {
                if let (Ok(name), Some(place)) = (name.decode(), facts.place(&path)) {
                    place.push_str(&unescape(&format!("&{name};")).unwrap_or_default());
                }
            }
            Ok(Event::Start(_) | Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    for fact in [&mut facts.title, &mut facts.creator, &mut facts.publication, &mut facts.date, &mut facts.url] {
        *fact = cleaned(fact);
    }
    facts
}

impl Packet {
    /// Where the words of an element go, by the elements around it.
    fn place(&mut self, path: &[String]) -> Option<&mut String> {
        path.iter()
            .rev()
            .take(3)
            .find_map(|name| match &**name {
                "title" => Some(Fact::Title),
                "creator" => Some(Fact::Creator),
                "publicationName" => Some(Fact::Publication),
                "publicationDate" | "coverDate" => Some(Fact::Date),
                "url" => Some(Fact::Url),
                _ => None,
            })
            .map(|fact| match fact {
                Fact::Title => &mut self.title,
                Fact::Creator => &mut self.creator,
                Fact::Publication => &mut self.publication,
                Fact::Date => &mut self.date,
                Fact::Url => &mut self.url,
            })
    }
}

enum Fact {
    Title,
    Creator,
    Publication,
    Date,
    Url,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_in_each_of_their_encodings() {
        assert_eq!(text_of(b"\xfe\xff\0D\x20\x14"), "D—");
        assert_eq!(text_of(b"\xff\xfeD\0"), "D");
        assert_eq!(text_of("\u{feff}Dük".as_bytes()), "Dük");
        assert_eq!(text_of(b"\x8dDyke\x8e \xa0 \xe9 \x1f"), "“Dyke” € é ˜");
        assert_eq!(text_of(b"\xfe\xff\xd8\0\0"), "\u{fffd}");
    }

    #[test]
    fn titles_that_programs_made_are_none() {
        let check = |told: &str, expected: &str| assert_eq!(title(told), expected, "{told}");
        check("Dyke fails", "Dyke fails");
        check("Microsoft Word - dyke_v3.doc", "");
        check("Microsoft Word - Dyke fails", "Dyke fails");
        check("Untitled", "");
        check("12", "");
        check("dyke_final_2", "");
        assert_eq!((person("Ann Example"), person("user")), ("Ann Example".to_owned(), String::new()));
    }

    #[test]
    fn facts_of_a_packet_are_found() {
        let packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dyke &amp; rain</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>Ann</rdf:li><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator><prism:publicationName>Orva Courier</prism:publicationName>
            <prism:publicationDate>2024-05-03T10:00:00Z</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta>";
        let facts = packet_facts(packet);
        assert_eq!((&*facts.creator, &*facts.publication, day_of(&facts.date)), ("Ann, Ben", "Orva Courier", "2024-05-03"));
        assert_eq!(facts.title, "Dyke & rain");
        assert_eq!(packet_facts("<a><b"), Packet::default());
    }
}
