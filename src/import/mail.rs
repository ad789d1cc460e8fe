//! Mails, and web pages that browsers save in the form of a mail (MHTML).

mod plain;

use mail_parser::decoders::{base64, quoted_printable};
use mail_parser::{Address, DateTime, Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::charset::{self, Decoded};
use super::trouble::{self, Refusal, Warning};
use super::{Draft, Encoded, Wish, html};
use crate::model::document::Meta;

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
    let mut draft = body(&mail, wish);
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

/// The words of a mail: of its plain form, unless that says much less than the one with markup.
fn body(mail: &Message<'_>, wish: &Wish) -> Draft {
    let plain = drafted(mail, &mail.text_body, wish);
    if mail.html_body == mail.text_body {
        return plain;
    }
    let marked = drafted(mail, &mail.html_body, wish);
    if marked.text().len() > plain.text().len() * 3 { marked } else { plain }
}

fn drafted(mail: &Message<'_>, parts: &[u32], wish: &Wish) -> Draft {
    let mut draft = Draft::default();
    for part in parts.iter().filter_map(|part| mail.part(*part)) {
        let content = content(mail, part);
        match part.body {
            PartType::Html(_) => {
                let declared = declared(part).or_else(|| charset::declared(&content));
                let Decoded { text, encoded, lost } = charset::decode(&content, declared, wish.encoding.as_deref());
                html::write_all(&text, &mut draft);
                told(&mut draft, encoded, lost);
            }
            PartType::Text(_) => {
                let Decoded { text, encoded, lost } = charset::decode(&content, declared(part), wish.encoding.as_deref());
                let flow = part.content_type().and_then(|kind| kind.attribute("format"));
                plain::write(&text, flow.is_some_and(|flow| flow.eq_ignore_ascii_case("flowed")), &mut draft);
                told(&mut draft, encoded, lost);
            }
            _ => {}
        }
    }
    draft
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
    let name = |part: &MessagePart<'_>| match (part.attachment_name(), &part.body, part.content_type()) {
        (Some(name), ..) => name.to_owned(),
        (None, PartType::Message(mail), _) => format!("mail \u{201c}{}\u{201d}", mail.subject().unwrap_or("without a subject")),
        (None, _, Some(kind)) => format!("a file ({}/{})", kind.ctype(), kind.subtype().unwrap_or("unknown")),
        (None, _, None) => "a file without a name".to_owned(),
    };
    mail.attachments().filter(|part| !is_layout(part)).map(name).collect()
}

/// The name of a part without the brackets around it.
fn bare(name: &str) -> &str {
    name.trim().trim_start_matches('<').trim_end_matches('>')
}

#[cfg(test)]
mod tests;
