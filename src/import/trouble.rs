//! What can be wrong with an article's bytes or text, in words with a next step.

use serde::{Deserialize, Serialize};

use super::Encoded;
use super::looks::Looks;
use crate::model::document::oddity::{Oddity, OddityKind, oddities};

/// Why the reader of a format gives a file up. [`ImportError`] says it with the file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is broken; what is broken, as `the list of its pages cannot be found`.
    Damaged(String),
    /// It opens with a password only.
    NeedsPassword,
    /// The password that was given is not the right one.
    WrongPassword,
    /// It holds no words; why, as `its pages are pictures`.
    NoWords(String),
    /// It is larger or deeper than a file that is opened; in what, as `it unpacks to more than 500 MB`.
    TooMuch(String),
    /// The program or the shop that it comes from has locked it; only there can it be opened.
    Locked,
}

impl Refusal {
    /// The same, for the file of that name.
    pub fn of(self, name: &str, looks: Looks) -> ImportError {
        let name = name.to_owned();
        match self {
            Refusal::Damaged(what) => ImportError::Damaged { name, looks, what },
            Refusal::NeedsPassword => ImportError::NeedsPassword { name, is_wrong: false },
            Refusal::WrongPassword => ImportError::NeedsPassword { name, is_wrong: true },
            Refusal::NoWords(why) => ImportError::NoWords { name, why },
            Refusal::TooMuch(what) => ImportError::TooMuch { name, what },
            Refusal::Locked => ImportError::Locked { name },
        }
    }
}

/// Why an article could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ImportError {
    /// It is broken.
    #[error("“{name}” looks like {looks}, but is damaged: {what}. Get a whole copy of it, or paste its text here.")]
    Damaged {
        /// The file's name.
        name: String,
        /// What it looks like.
        looks: Looks,
        /// What is broken.
        what: String,
    },
    /// It opens with a password only.
    #[error("“{name}” is locked with a password{}.", if *.is_wrong { ", and the one that was given is not right" } else { ". Open it again and give the password" })]
    NeedsPassword {
        /// The file's name.
        name: String,
        /// Whether a wrong one was given.
        is_wrong: bool,
    },
    /// It holds no words.
    #[error(
        "“{name}” holds no words that can be read: {why}. Have them recognised by another program, or type what matters and paste it here."
    )]
    NoWords {
        /// The file's name.
        name: String,
        /// Why.
        why: String,
    },
    /// It is larger or deeper than what is opened.
    #[error("“{name}” was not opened: {what}. Paste the part that matters, or get a plainer copy of it.")]
    TooMuch {
        /// The file's name.
        name: String,
        /// In what.
        what: String,
    },
    /// It is locked in a way that only another program opens.
    #[error(
        "“{name}” is locked. Open it with the program that it was made for, save a copy there without a password or copy protection, and open that."
    )]
    Locked {
        /// The file's name.
        name: String,
    },
    /// Its reader broke down.
    #[error("“{name}” was not opened: its reader {what}, and nothing else was harmed. Get another copy of it, or paste its text here.")]
    ReaderFailed {
        /// The file's name.
        name: String,
        /// What it did.
        what: String,
    },
    /// It is something else than text in UTF-8.
    #[error("“{name}” looks like {looks}, which cannot be opened as an article. {}.", looks.next_step())]
    Foreign {
        /// The file's name.
        name: String,
        /// What it looks like.
        looks: Looks,
    },
}

/// What a checker should know about a text that was read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Warning {
    /// Characters with the value zero.
    #[error(
        "The text holds zero characters ({count}, the first in line {line}). They are kept, but the file may be damaged: compare it with the published article."
    )]
    Nul {
        /// How many.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
    /// Characters that change the direction of what is shown.
    #[error(
        "The text holds hidden direction marks ({count}, the first in line {line}). Words may stand in another order than they are shown."
    )]
    BidiControls {
        /// How many.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
    /// Characters that cannot be seen.
    #[error(
        "The text holds signs that cannot be seen ({count}, the first in line {line}). Words may be other than they look, and a search misses them."
    )]
    HiddenSigns {
        /// How many.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
    /// Words with letters of another alphabet that look the same.
    #[error(
        "Words of it have letters of another alphabet that look the same ({count}, the first is \u{201c}{word}\u{201d} in line {line}). Somebody may have disguised them; a search misses them."
    )]
    LookAlikes {
        /// How many words.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
        /// The first.
        word: String,
    },
    /// A part of the file is damaged, and words may be missing.
    #[error("Part of the file is damaged: {what}. Words may be missing; compare it with another copy.")]
    Broken {
        /// What is broken.
        what: String,
    },
    /// Pages whose letters the file does not tell.
    #[error(
        "{} cannot be read: the file draws signs there and does not say which letters they are. Read them in another program, or have them recognised.", pages(*.count, *.first)
    )]
    LostPages {
        /// How many pages.
        count: usize,
        /// The first of them, from 1.
        first: usize,
    },
    /// Pages that are pictures.
    #[error("{count} of {all} pages {} without words that can be read. What stands in them is missing here.", if *.count == 1 { "is a picture" } else { "are pictures" })]
    PicturePages {
        /// How many.
        count: usize,
        /// Of how many pages.
        all: usize,
    },
    /// Lines that come again on page after page.
    #[error("Running heads, feet and page numbers were left out ({count}), such as “{example}”.")]
    RunningHeads {
        /// How many lines.
        count: usize,
        /// The beginning of the first.
        example: String,
    },
    /// Passages that the program it was written with does not show.
    #[error(
        "The file holds hidden words ({count} passages), which are not printed. They were left out; open it where it was written to see them."
    )]
    Hidden {
        /// How many passages.
        count: usize,
    },
    /// Parts of an archive whose names lead out of it.
    #[error(
        "The file holds parts whose names lead out of it ({count}), as nobody writes by accident. They were not read. Ask where it comes from."
    )]
    UnsafeParts {
        /// How many.
        count: usize,
    },
    /// Abbreviations that a file defines itself.
    #[error("The file uses abbreviations of its own, such as “&name;”. They stand in the text as they are written.")]
    OwnEntities,
    /// Something that could not be taken over.
    #[error("{what} could not be read and was left out.")]
    LeftOut {
        /// What, with a capital letter.
        what: String,
    },
    /// Its encoding is a guess.
    #[error(
        "It does not say in which encoding it is; it was read as {encoding}. Look at its accents, quotes and dashes; if they are wrong, take another encoding."
    )]
    Guessed {
        /// The encoding.
        encoding: String,
    },
    /// It ends in the middle of a letter.
    #[error(
        "It is cut off: it ends in the middle of a letter, in line {line} (read as {encoding}). Get a whole copy of the file if you can."
    )]
    CutOff {
        /// The last line, from 1.
        line: usize,
        /// The encoding.
        encoding: String,
    },
    /// Letters that are none in its encoding.
    #[error(
        "Letters of it could not be read as {encoding} ({count}, the first in line {line}); each is a sign \u{201c}\u{fffd}\u{201d} now. Take another encoding, or get another copy of the file."
    )]
    Lost {
        /// How many.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
        /// The encoding.
        encoding: String,
    },
    /// A web page in which the article was not found for certain.
    #[error(
        "Which part of the page is its article was not clear: there may be too much here, or too little. Compare it with the page, or open it again with all of its words."
    )]
    UncertainArticle,
    /// Files that came with a mail.
    #[error("The mail came with files that were not opened: {}. Save and open those that matter by themselves.", names.join(", "))]
    Attachments {
        /// Their names.
        names: Vec<String>,
    },
    /// Signs that stand for letters lost in an earlier conversion.
    #[error(
        "The text holds signs “\u{fffd}” ({count}, the first in line {line}) for letters that were lost before it was opened. Get another copy if you can."
    )]
    Replacements {
        /// How many.
        count: usize,
        /// Line of the first, from 1.
        line: usize,
    },
}

/// What is to be said of the letters of a text file, if anything: `lost` places of it could not be read.
pub fn of_letters(text: &str, encoded: &Encoded, lost: usize) -> Option<Warning> {
    let encoding = encoded.name.clone();
    let first = text.find('\u{fffd}');
    match first {
        Some(first) if lost == 1 && text.trim_end_matches('\u{fffd}').len() == first => {
            Some(Warning::CutOff { line: line_of(text, first), encoding })
        }
        Some(first) if lost > 0 => Some(Warning::Lost { count: lost, line: line_of(text, first), encoding }),
        _ => encoded.is_guess.then_some(Warning::Guessed { encoding }),
    }
}

fn pages(count: usize, first: usize) -> String {
    if count == 1 { format!("The words of page {first}") } else { format!("The words of {count} pages (the first is page {first})") }
}

/// What is worth a warning in a text.
pub fn warnings(text: &str) -> Vec<Warning> {
    let mut found = Vec::new();
    let count = memchr::memchr_iter(0, text.as_bytes()).count();
    if let Some(first) = memchr::memchr(0, text.as_bytes()) {
        found.push(Warning::Nul { count, line: line_of(text, first) });
    }
    found.extend(oddities(text).into_iter().map(|Oddity { kind, count, first, word }| {
        let line = line_of(text, first);
        match kind {
            OddityKind::Direction => Warning::BidiControls { count, line },
            OddityKind::Hidden => Warning::HiddenSigns { count, line },
            OddityKind::LookAlike => Warning::LookAlikes { count, line, word },
        }
    }));
    if let Some(first) = text.find('\u{fffd}') {
        let count = text.get(first..).unwrap_or("").matches('\u{fffd}').count();
        found.push(Warning::Replacements { count, line: line_of(text, first) });
    }
    found
}

/// The line of a byte, from 1; every kind of line end counts.
fn line_of(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or("");
    let crlf = before.matches("\r\n").count();
    before.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() - crlf + 1
}

#[cfg(test)]
mod tests {
    use crate::import::{pasted, read};

    #[track_caller]
    fn check_refused(bytes: &[u8], expected: &str) {
        assert_eq!(read("desk/a.txt", bytes).unwrap_err().to_string(), expected);
    }

    #[test]
    fn what_is_refused_says_what_it_looks_like_and_what_to_do() {
        check_refused(
            b"\x89PNG\r\n\x1a\n",
            "\u{201c}a.txt\u{201d} looks like a picture, which cannot be opened as an article. Open the article as text, web page, PDF or Word document, or paste its text.",
        );
        check_refused(
            b"\x7fELF\x02\x01\x01\0\xff",
            "\u{201c}a.txt\u{201d} looks like a file that holds no text, which cannot be opened as an article. Open the article as text, web page, PDF or Word document, or paste its text.",
        );
    }

    #[test]
    fn letters_in_another_encoding_are_read_and_a_guess_is_told() {
        let check = |bytes: &[u8], text: &str, said: &[&str]| {
            let read = read("desk/a.txt", bytes).unwrap();
            assert_eq!(read.text.as_str(), text);
            assert_eq!(read.warnings.iter().map(ToString::to_string).collect::<Vec<_>>(), said);
        };
        check(
            "Der M\u{fc}ller sagte, er habe f\u{fc}r die M\u{fc}hle nichts bezahlt."
                .chars()
                .map(|sign| sign as u8)
                .collect::<Vec<_>>()
                .as_slice(),
            "Der M\u{fc}ller sagte, er habe f\u{fc}r die M\u{fc}hle nichts bezahlt.",
            &[
                "It does not say in which encoding it is; it was read as windows-1252. Look at its accents, quotes and dashes; if they are wrong, take another encoding.",
            ],
        );
        let cut = "One\nzw\u{f6}lf f\u{fc}r".as_bytes();
        check(
            &cut[..cut.len() - 2],
            "One\nzw\u{f6}lf f\u{fffd}",
            &["It is cut off: it ends in the middle of a letter, in line 2 (read as UTF-8). Get a whole copy of the file if you can."],
        );
        let wide: Vec<u8> = "\u{feff}It rained.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "It rained.", &[]);
        let wish = crate::import::Wish { encoding: Some("windows-1251".into()), ..Default::default() };
        let read = crate::import::read_as("a.txt", *b"\xcc\xfd\xf0", &wish).unwrap();
        assert_eq!((read.text.as_str(), read.meta.origin.as_str()), ("\u{41c}\u{44d}\u{440}", "a.txt, read as plain text (windows-1251)"));
    }

    #[test]
    fn hidden_and_lost_characters_are_counted_with_their_line() {
        let check = |text: &str, expected: &[&str]| {
            let said: Vec<_> = pasted(text).warnings.iter().map(ToString::to_string).collect();
            assert_eq!(said, expected, "{text:?}");
            assert_eq!(read("a.txt", text.as_bytes()).unwrap().warnings, pasted(text).warnings);
        };
        check("Plain, with \u{200f} and \u{200d} and tabs\t.", &[]);
        check(
            "One\na\0b\0",
            &[
                "The text holds zero characters (2, the first in line 2). They are kept, but the file may be damaged: compare it with the published article.",
            ],
        );
        check(
            "One\r\nTwo\r\u{202e}Three\u{202c}",
            &["The text holds hidden direction marks (2, the first in line 3). Words may stand in another order than they are shown."],
        );
        check(
            "One\nun\u{200b}seen",
            &[
                "The text holds signs that cannot be seen (1, the first in line 2). Words may be other than they look, and a search misses them.",
            ],
        );
        check(
            "The m\u{430}yor",
            &[
                "Words of it have letters of another alphabet that look the same (1, the first is \u{201c}m\u{430}yor\u{201d} in line 1). Somebody may have disguised them; a search misses them.",
            ],
        );
        check(
            "caf\u{fffd}",
            &[
                "The text holds signs \u{201c}\u{fffd}\u{201d} (1, the first in line 1) for letters that were lost before it was opened. Get another copy if you can.",
            ],
        );
    }
}
