//! A letter as a draft that mail programs open: RFC 5322 with a quoted-printable body (RFC 2045, 6.7) and an encoded subject (RFC 2047).

use std::fmt::Write;

use jiff::Timestamp;

use super::Writing;

/// Longest line of a quoted-printable body, characters.
const LINE: usize = 76;
/// Bytes of words in a piece of an encoded subject; three characters each, it fits the 75 of a piece.
const SUBJECT_BYTES: usize = 18;

/// The draft of a letter. A first line `Subject: …` becomes the subject of the mail.
pub(super) fn draft(letter: &str, writing: &Writing) -> String {
    let (subject, body) = match letter.strip_prefix("Subject:").and_then(|rest| rest.split_once('\n')) {
        Some((subject, body)) => (subject.trim(), body.trim_start_matches('\n')),
        None => ("", letter),
    };
    let date = Timestamp::from_millisecond(writing.now.epoch_ms).ok().map(|now| writing.offset.to_datetime(now));
    let offset = writing.offset.seconds();
    let zone = format!("{}{:02}{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 3600, offset.abs() / 60 % 60);
    let date = date.map_or_else(String::new, |date| format!("Date: {} {zone}\r\n", date.strftime("%a, %d %b %Y %H:%M:%S")));
    format!(
        "{date}Subject: {}\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{}",
        encoded(subject),
        quoted(body)
    )
}

/// A header value: as it is where it is plain, else in encoded words, none of which cuts a character.
fn encoded(words: &str) -> String {
    if words.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && !words.contains("=?") {
        return words.to_owned();
    }
    let mut pieces: Vec<String> = vec![String::new()];
    for sign in words.chars().map(|sign| if sign.is_control() { ' ' } else { sign }) {
        if pieces.last().is_some_and(|piece| piece.len() + sign.len_utf8() > SUBJECT_BYTES) {
            pieces.push(String::new());
        }
        pieces.last_mut().into_iter().for_each(|piece| piece.push(sign));
    }
    let encode = |piece: &String| {
        let mut out = String::from("=?utf-8?Q?");
        for byte in piece.bytes() {
            match byte {
                b' ' => out.push('_'),
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte.into()),
                _ => push_escape(&mut out, byte),
            }
        }
        out + "?="
    };
    pieces.iter().map(encode).collect::<Vec<_>>().join("\r\n ")
}

fn quoted(body: &str) -> String {
    let mut out = String::new();
    for line in body.lines() {
        let mut length = 0;
        let bytes = line.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            let is_last_space = byte == b' ' && at + 1 == bytes.len();
            let is_plain = ((b' '..=b'~').contains(&byte) && byte != b'=' || byte == b'\t') && !is_last_space;
            let width = if is_plain { 1 } else { 3 };
            if length + width > LINE - 1 {
                out.push_str("=\r\n");
                length = 0;
            }
            if is_plain {
                out.push(byte.into())
            } else {
                push_escape(&mut out, byte)
            }
            length += width;
        }
        out.push_str("\r\n");
    }
    out
}

fn push_escape(out: &mut String, byte: u8) {
    // Writing to a text cannot fail.
    let _ = write!(out, "={byte:02X}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_short_and_no_character_is_cut_in_a_subject() {
        let body = quoted(&"“é” ".repeat(40));
        assert!(body.lines().all(|line| line.len() <= LINE) && body.ends_with("=20\r\n"), "{body}");
        let subject = encoded(&"“Überschwemmung” ".repeat(8));
        assert!(subject.lines().all(|line| line.trim().len() <= 75), "{subject}");
        assert_eq!(encoded("Plain words"), "Plain words");
        assert_eq!(quoted("a=b\n"), "a=3Db\r\n");
    }
}
