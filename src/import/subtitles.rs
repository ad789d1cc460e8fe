//! Subtitles (WebVTT, SubRip): a cue is a line, with the moment at which it is said.

use super::Wish;
use super::charset;
use super::draft::Draft;
use super::trouble::{Refusal, Warning};
use super::xml::letters;
use crate::model::document::structure::Kind;

/// How the reader is called in an article's origin.
pub const READER: &str = "subtitles";

/// What is said at a time.
struct Cue<'a> {
    /// When it begins, milliseconds.
    start_ms: u32,
    lines: Vec<&'a str>,
}

/// Reads subtitles.
///
/// # Errors
/// When no line says when it is said.
pub fn read(bytes: &[u8], wish: &Wish) -> Result<Draft, Refusal> {
    let decoded = charset::decode(bytes, None, wish.encoding.as_deref());
    let cues = cues(&decoded.text);
    if cues.is_empty() {
        return Err(Refusal::Damaged("no line of it says when it is said".to_owned()));
    }
    let mut draft = Draft::default();
    draft.encoding = Some(decoded.encoded);
    // Recognised speech rolls: each cue says the line before once more, with the times of its words.
    let is_rolling = cues.iter().flat_map(|cue| &cue.lines).any(|line| has_times(line));
    let (mut speaker, mut last) = (String::new(), String::new());
    for cue in &cues {
        let from = draft.begin();
        for line in &cue.lines {
            write_line(&mut draft, line, &mut speaker, is_rolling.then_some(&mut last));
        }
        draft.line();
        draft.mark(from, Kind::Time(cue.start_ms));
    }
    if draft.is_empty() {
        return Err(Refusal::NoWords("nothing is said in it".to_owned()));
    }
    if decoded.lost > 0 {
        draft.warnings.push(Warning::Broken { what: format!("{} letters cannot be read in its encoding", decoded.lost) });
    }
    Ok(draft)
}

/// Writes a line of a cue; not again where it is the last one and speech rolls.
fn write_line(draft: &mut Draft, line: &str, speaker: &mut String, rolling: Option<&mut String>) {
    let mut words = String::new();
    let mut rest = line;
    while let Some((before, tag)) = rest.split_once('<') {
        words.push_str(before);
        let Some((inside, after)) = tag.split_once('>').filter(|(inside, _)| is_tag(inside)) else {
            words.push('<');
            rest = tag;
            continue;
        };
        rest = after;
        if let Some(name) = voice(inside).filter(|name| *name != speaker.as_str()) {
            name.clone_into(speaker);
            words.extend([name, ": "]);
        }
    }
    words.push_str(rest);
    let words = without_positions(&letters(&words));
    let words = words.trim();
    if let Some(last) = rolling {
        if words.is_empty() || last.as_str() == words {
            return;
        }
        words.clone_into(last);
    }
    draft.words(words);
    draft.words(" ");
}

/// Whether what stands in angle brackets is a tag, and not words: `i`, `/i`, `c.yellow`, `font color="red"`, `00:01.000`.
fn is_tag(inside: &str) -> bool {
    let name = inside.trim_start_matches('/');
    let name = name.split([' ', '.', '\t']).next().unwrap_or("");
    let known = ["b", "i", "u", "s", "c", "v", "lang", "ruby", "rt", "font", "span", "br", "em", "strong", "p", "div"];
    known.contains(&name.to_ascii_lowercase().as_str()) || milliseconds(inside).is_some()
}

/// Who speaks, by `<v Ann>` or `<v.loud Ann>`.
fn voice(inside: &str) -> Option<&str> {
    let rest = inside.strip_prefix('v')?;
    let (classes, name) = rest.split_once([' ', '\t'])?;
    (classes.is_empty() || classes.starts_with('.')).then(|| name.trim()).filter(|name| !name.is_empty())
}

fn has_times(line: &str) -> bool {
    line.split('<').skip(1).any(|tag| tag.split_once('>').is_some_and(|(inside, _)| milliseconds(inside).is_some()))
}

/// Takes out `{\an8}`, by which SubRip files say where on the picture a line stands.
fn without_positions(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, position)) = rest.split_once("{\\") {
        plain.push_str(before);
        let Some((_, after)) = position.split_once('}') else {
            plain.push_str("{\\");
            rest = position;
            continue;
        };
        rest = after;
    }
    plain.push_str(rest);
    plain
}

/// The cues of a file. Notes, styles, regions and numbers of cues are passed over.
fn cues(text: &str) -> Vec<Cue<'_>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut cues: Vec<Cue<'_>> = Vec::new();
    let mut is_open = false;
    let mut before: Option<&str> = None;
    // In WebVTT a line of blanks is a line of the cue; SubRip is typed by hand.
    let is_web = text.starts_with("WEBVTT");
    for line in text.lines() {
        let ends_cue = if is_web { line.is_empty() } else { line.trim().is_empty() };
        let line = line.trim_end();
        if let Some(start_ms) = start(line) {
            // The number of the cue stands before its times, also where the empty line before it is missing.
            if is_open
                && let (Some(cue), Some(number)) = (cues.last_mut(), before)
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && cue.lines.last() == Some(&number)
            {
                cue.lines.pop();
            }
            cues.push(Cue { start_ms, lines: Vec::new() });
            is_open = true;
        } else if ends_cue {
            is_open = false;
        } else if let Some(cue) = cues.last_mut().filter(|_| is_open) {
            cue.lines.push(line);
        }
        before = Some(line);
    }
    cues
}

/// When a cue begins, by its line `00:01.000 --> 00:02.000 align:start`.
fn start(line: &str) -> Option<u32> {
    let (start, end) = line.split_once("-->")?;
    milliseconds(end.split_whitespace().next()?)?;
    milliseconds(start.trim())
}

/// `1:02:03.004`, `02:03.004` and `01:02:03,004` in milliseconds.
fn milliseconds(time: &str) -> Option<u32> {
    let (whole, thousandths) = time.split_once(['.', ','])?;
    let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok())?;
    let mut seconds: u32 = 0;
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) || thousandths.len() != 3 {
        return None;
    }
    for part in parts {
        seconds = seconds.checked_mul(60)?.checked_add(number(part)?)?;
    }
    seconds.checked_mul(1000)?.checked_add(number(thousandths)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[(u32, &str)]) {
        let read = read(source.as_bytes(), &Wish::default()).unwrap().freeze();
        let times = read.structure.parts().iter().map(|part| match part.kind {
            Kind::Time(start) => (start, read.text.slice(part.span)),
            other => panic!("{other:?}"),
        });
        assert_eq!(times.collect::<Vec<_>>(), expected);
        assert_eq!(read.text.as_str(), expected.iter().map(|(_, line)| format!("{line}\n")).collect::<String>());
    }

    #[test]
    fn cues_are_lines_with_their_times_and_speakers() {
        check(
            "\u{feff}WEBVTT - title\n\nNOTE made by\nhand\n\nSTYLE\n::cue { color: red }\n\none\n00:01.500 --> 00:02.000 align:start\n<v Ann>It <i>failed</i> &amp;\nfell.</v>\n\n1:00:03.000 --> 1:00:04.000\n<v Ann>Twice.\n\n1:00:05.000 --> 1:00:06.000\n<v.loud Ben>5 < 6 > 4",
            &[(1500, "Ann: It failed & fell."), (3_603_000, "Twice."), (3_605_000, "Ben: 5 < 6 > 4")],
        );
        check(
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<font color=\"red\">One</font>\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo\r\nthree\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n2031\r\n",
            &[(1000, "One"), (3000, "Two three"), (5000, "2031")],
        );
    }

    #[test]
    fn speech_that_rolls_is_written_once() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n \nthe<00:01.200><c> dyke</c>\n\n00:02.000 --> 00:02.010\nthe dyke\n \n\n00:02.010 --> 00:03.000\nthe dyke\nfailed<00:02.500><c> twice</c>\n",
            &[(1000, "the dyke"), (2010, "failed twice")],
        );
        check("WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n", &[(1000, "No."), (2000, "No.")]);
    }

    #[test]
    fn what_has_no_times_is_refused() {
        for source in ["", "WEBVTT\n\nwords", "a --> b", "99999999999:00.000 --> 1:00.000\nx"] {
            assert!(matches!(read(source.as_bytes(), &Wish::default()), Err(Refusal::Damaged(_))), "{source}");
        }
        let silent = read(b"1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n", &Wish::default());
        assert!(matches!(silent, Err(Refusal::NoWords(_))));
    }
}
