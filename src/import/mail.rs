//! Mails, and web pages that browsers save in the form of a mail (MHTML).

mod plain;

use mail_parser::decoders::{base64, quoted_printable};
use mail_parser::{Address, DateTime, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::charset::{self, Decoded};
use super::trouble::{self, Refusal, Warning};
use super::{Draft, Encoded, Wish, html};
use crate::model::document::Meta;
use crate::model::document::structure::Kind;

/// What the reader of mails is called in an article's origin.
pub const READER: &str = "a mail";

/// What the reader of saved pages is called in an article's origin.
pub const PAGE_READER: &str = "a saved web page";

/// Reads a mail: its subject is the title, who sent it the byline.
///
/// # Errors
/// When it has no head, or no words.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    let mail = parsed(bytes)?;
    let mut draft = Draft::default();
    write(&mail, form(&mail, wish), wish, &mut draft);
    enclosed(&mail, wish, MOST_ENCLOSED, &mut draft);
    if draft.is_empty() {
        return Err(Refusal::NoWords("it is a mail without a text".to_owned()));
    }
    draft.meta = Meta {
        title: mail.subject().unwrap_or("").trim().to_owned(),
        byline: mail.from().map(senders).unwrap_or_default(),
        published: mail.date().filter(|date| date.is_valid()).map(moment).unwrap_or_default(),
        ..Meta::default()
    };
    let names = attachments(&mail);
    if !names.is_empty() {
        draft.warnings.push(Warning::Attachments { names });
    }
    Ok(draft)
}

/// Mails in mails in mails that are read.
const MOST_ENCLOSED: usize = 8;

/// Writes the mails that came with a mail behind its own words: each with its subject as a heading, who sent it and when.
fn enclosed(mail: &Message<'_>, wish: &Wish, depth: usize, draft: &mut Draft) {
    if depth == 0 {
        return;
    }
    for inner in mail.attachments().filter_map(MessagePart::message) {
        let head = draft.begin();
        draft.words(inner.subject().unwrap_or("Mail without a subject"));
        draft.end(head, Kind::Heading(2));
        let date = inner.date().filter(|date| date.is_valid()).map(moment);
        let sent = [inner.from().map(senders), date].into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        draft.words(&sent.join(", "));
        draft.line();
        write(inner, form(inner, wish), wish, draft);
        enclosed(inner, wish, depth - 1, draft);
    }
}

/// Reads a web page that a browser saved with all that belongs to it. Only the page itself is read.
///
/// # Errors
/// When it has no head or no page, or the page has no words.
pub fn read_page(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    let mail = parsed(bytes)?;
    let pages = || mail.parts.iter().filter(|part| matches!(part.body, PartType::Html(_)));
    let start = mail.content_type().and_then(|kind| kind.attribute("start")).map(bare);
    let named = start.and_then(|start| pages().find(|part| part.content_id().map(bare) == Some(start)));
    let page = named.or_else(|| pages().next()).ok_or_else(|| Refusal::NoWords("there is no web page in it".to_owned()))?;
    let location = page.content_location().filter(|location| location.contains("://"));
    let url = location.or_else(|| mail.header_raw("Snapshot-Content-Location").map(str::trim));
    let mut draft = html::read_known(&content(&mail, page), wish, html::Known { encoding: declared(page), url })?;
    if draft.meta.title.is_empty() {
        draft.meta.title = mail.subject().unwrap_or("").trim().to_owned();
    }
    Ok(draft)
}

fn parsed(bytes: &[u8]) -> Result<Message<'_>, Refusal> {
    let mail = MessageParser::default().parse(bytes);
    mail.filter(|mail| !mail.headers().is_empty()).ok_or_else(|| Refusal::Damaged("the lines that say who sent it are missing".to_owned()))
}

/// The parts of a mail with its words: of its plain form, unless that says much less than the one with markup.
fn form<'m>(mail: &'m Message<'_>, wish: &Wish) -> &'m [u32] {
    let length = |parts: &[u32]| {
        let mut draft = Draft::default();
        write(mail, parts, wish, &mut draft);
        draft.text().len()
    };
    let is_marked = mail.html_body != mail.text_body && length(&mail.html_body) > length(&mail.text_body) * 3;
    if is_marked { &mail.html_body } else { &mail.text_body }
}

fn write(mail: &Message<'_>, parts: &[u32], wish: &Wish, draft: &mut Draft) {
    for part in parts.iter().filter_map(|part| mail.part(*part)) {
        let content = content(mail, part);
        match part.body {
            PartType::Html(_) => {
                let declared = declared(part).or_else(|| charset::declared(&content));
                let Decoded { text, encoded, lost } = charset::decode(&content, declared, wish.encoding.as_deref());
                html::write_all(&text, draft);
                told(draft, encoded, lost);
            }
            PartType::Text(_) => {
                let Decoded { text, encoded, lost } = charset::decode(&content, declared(part), wish.encoding.as_deref());
                let flow = part.content_type().and_then(|kind| kind.attribute("format"));
                plain::write(&text, flow.is_some_and(|flow| flow.eq_ignore_ascii_case("flowed")), draft);
                told(draft, encoded, lost);
            }
            _ => {}
        }
    }
}

/// Notes the encoding of the first part that has letters of its own, and what was lost or guessed.
fn told(draft: &mut Draft, encoded: Encoded, lost: usize) {
    draft.warnings.extend(trouble::of_letters(draft.text(), &encoded, lost));
    if draft.encoding.as_ref().is_none_or(|told| told.name == "UTF-8") {
        draft.encoding = Some(encoded);
    }
}

fn declared<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    part.content_type().and_then(|kind| kind.attribute("charset")).filter(|name| !name.eq_ignore_ascii_case("us-ascii"))
}

/// The bytes of a part as they were before they were made fit for mail.
fn content(mail: &Message<'_>, part: &MessagePart<'_>) -> Vec<u8> {
    let raw = mail.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    let bytes = match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable::quoted_printable_decode(raw),
        Encoding::Base64 => base64::base64_decode(raw),
    };
    bytes.unwrap_or_else(|| part.contents().to_vec())
}

fn senders(from: &Address<'_>) -> String {
    let sender = |sender: &mail_parser::Addr<'_>| match (sender.name(), sender.address()) {
        (Some(name), Some(address)) if name != address => format!("{name} <{address}>"),
        (name, address) => address.or(name).unwrap_or("").to_owned(),
    };
    from.iter().map(sender).filter(|sender| !sender.is_empty()).collect::<Vec<_>>().join(", ")
}

fn moment(date: &DateTime) -> String {
    html::moment(&date.to_rfc3339())
}

/// Names of what came with a mail, without the pictures of its own layout.
fn attachments(mail: &Message<'_>) -> Vec<String> {
    let is_layout = |part: &MessagePart<'_>| {
        let is_attached = part.content_disposition().is_some_and(|disposition| disposition.is_attachment());
        part.content_id().is_some() && !is_attached && matches!(part.body, PartType::InlineBinary(_) | PartType::Binary(_))
    };
    let name = |part: &MessagePart<'_>| match (part.attachment_name(), part.content_type()) {
        (Some(name), _) => name.to_owned(),
        (None, Some(kind)) => format!("a file ({}/{})", kind.ctype(), kind.subtype().unwrap_or("unknown")),
        (None, None) => "a file without a name".to_owned(),
    };
    // Mails are read.
    mail.attachments().filter(|part| !is_layout(part) && part.message().is_none()).map(name).collect()
}

/// The name of a part without the brackets around it.
fn bare(name: &str) -> &str {
    name.trim().trim_start_matches('<').trim_end_matches('>')
}

#[cfg(test)]
mod tests;
