//! What the control words and signs of rich text mean.

use super::letters::Letters;
use super::reader::{Field, Reader};
use super::state::{Destination, Hand, Paragraph};
use super::token::Token;
use crate::import::pen::Ink;
use crate::import::trouble::Refusal;

impl Reader<'_> {
    /// A sign behind a backslash.
    pub(super) fn symbol(&mut self, sign: u8) {
        let words = match sign {
            b'~' => "\u{a0}",
            b'_' => "\u{2011}",
            b'-' => "\u{ad}",
            b'\\' => "\\",
            b'{' => "{",
            b'}' => "}",
            b'\t' => " ",
            b'*' => return self.starred(),
            _ => return,
        };
        self.flush();
        if self.passed_over > 0 {
            self.passed_over -= 1;
        } else {
            self.say(words);
        }
    }

    /// A group that programs which do not know it pass over.
    fn starred(&mut self) {
        let mut ahead = self.tokens;
        let known = match ahead.next() {
            Some(Token::Word(name, _)) => STARRED.contains(&name),
            _ => false,
        };
        if !known {
            self.leave_out();
        }
    }

    /// Passes over the group.
    fn leave_out(&mut self) {
        self.flush();
        self.state.destination = Destination::Nowhere;
        self.tokens.skip_group();
    }

    /// A control word.
    pub(super) fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), Refusal> {
        if name == "u" {
            self.unicode(number.unwrap_or(0));
            return Ok(());
        }
        self.flush();
        if LEFT_OUT.contains(&name) {
            // Its text box is read from the newer of two ways to say it.
            self.leave_out();
        } else if let Some(words) = letters(name) {
            self.say(words);
        } else if !(self.destination(name)? || self.look(name, number) || self.before_text(name, number)) {
            return self.layout(name, number);
        }
        Ok(())
    }

    /// Words that say where the words of the group go. Gives whether it was one.
    fn destination(&mut self, name: &str) -> Result<bool, Refusal> {
        let is_shown = self.state.destination == Destination::Text;
        match name {
            "fonttbl" => self.state.destination = Destination::Fonts,
            "stylesheet" => self.state.destination = Destination::Styles,
            "revtbl" => self.state.destination = Destination::Authors,
            "upr" => {
                self.state.twice = Some(self.state.destination);
                self.state.destination = Destination::Nowhere;
            }
            "ud" => self.state.destination = self.state.twice.take().unwrap_or(self.state.destination),
            "info" => self.state.destination = Destination::Nowhere,
            "title" if self.state.twice.is_none() && self.tables.title.is_empty() => self.state.destination = Destination::Title,
            "author" if self.state.twice.is_none() && self.tables.author.is_empty() => self.state.destination = Destination::Author,
            "creatim" | "revtim" => self.state.destination = Destination::Written,
            "field" => self.fields.push(Field { depth: self.depth(), command: String::new(), from: None }),
            "fldinst" if is_shown => self.state.destination = Destination::Command,
            "fldrslt" => {
                let here = self.pen.draft.here();
                self.fields.last_mut().into_iter().for_each(|field| field.from = Some(here));
            }
            "footnote" if is_shown => self.put_note_aside(),
            "shpinst" | "do" | "object" => {
                self.state.has_boxes = is_shown;
                self.state.destination = Destination::Nowhere;
            }
            "shptxt" | "dptxbxtext" if self.state.has_boxes => {
                let state = super::state::State { destination: Destination::Text, ..self.state };
                let bytes = self.tokens.skip_group();
                self.boxes.push((bytes, state));
            }
            "result" if self.state.has_boxes => self.state.destination = Destination::Text,
            "atnauthor" if is_shown => {
                self.comment.by.clear();
                self.state.destination = Destination::CommentAuthor;
            }
            "annotation" if is_shown => self.take_comment()?,
            "atrfstart" if is_shown => self.state.destination = Destination::CommentStart,
            "atrfend" if is_shown => self.state.destination = Destination::CommentEnd,
            "atnref" => self.state.destination = if is_shown { Destination::Nowhere } else { Destination::CommentNumber },
            "atndate" => self.state.destination = if is_shown { Destination::Nowhere } else { Destination::CommentDate },
            "atnid" | "atnparent" | "atnicn" | "atntime" => self.state.destination = Destination::Nowhere,
            "listtext" | "pntext" => {
                self.has_bullet = is_shown;
                self.leave_out();
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Words that say how the words behind them look. Gives whether it was one.
    fn look(&mut self, name: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        let state = &mut self.state;
        match name {
            "b" => state.ink.strong = is_on,
            "i" => state.ink.emphasis = is_on,
            "v" => state.ink.hidden = is_on,
            "super" => state.ink.raised = is_on,
            "up" => state.ink.raised = number.unwrap_or(6) > 0,
            "nosupersub" | "sub" => state.ink.raised = false,
            "plain" => {
                state.ink = Ink::default();
                state.font = None;
                (state.deleted, state.inserted) = (None, None);
            }
            "f" if state.destination != Destination::Fonts => state.font = number,
            "uc" => state.substitutes = number.and_then(|signs| usize::try_from(signs).ok()).unwrap_or(1).min(100),
            "deleted" => state.deleted = is_on.then(|| state.deleted.unwrap_or_default()),
            "revised" => state.inserted = is_on.then(|| state.inserted.unwrap_or_default()),
            "revauth" => state.inserted = Some(Hand { author: number.unwrap_or(0), ..state.inserted.unwrap_or_default() }),
            "revdttm" => state.inserted = Some(Hand { moment: number.unwrap_or(0), ..state.inserted.unwrap_or_default() }),
            "revauthdel" => state.deleted = Some(Hand { author: number.unwrap_or(0), ..state.deleted.unwrap_or_default() }),
            "revdttmdel" => state.deleted = Some(Hand { moment: number.unwrap_or(0), ..state.deleted.unwrap_or_default() }),
            _ => return false,
        }
        true
    }

    /// Words of the tables before the text. Gives whether it was one.
    fn before_text(&mut self, name: &str, number: Option<i32>) -> bool {
        let value = number.unwrap_or(0);
        let tables = &mut self.tables;
        match (self.state.destination, name) {
            (_, "ansicpg") => tables.letters = Some(Letters::of_page(value)),
            (_, "mac") => tables.letters = Some(Letters::of_page(10000)),
            (_, "pc") => tables.letters = Some(Letters::of_page(437)),
            (_, "pca") => tables.letters = Some(Letters::of_page(850)),
            (_, "deff") => tables.usual_font = number,
            (Destination::Fonts, "f") => {
                tables.entry = value;
                tables.words.clear();
                tables.fonts.insert(value, (String::new(), None));
            }
            (Destination::Fonts, "fcharset") => tables.fonts.entry(tables.entry).or_default().1 = Letters::of_charset(value),
            (Destination::Fonts, "cpg") => tables.fonts.entry(tables.entry).or_default().1 = Some(Letters::of_page(value)),
            (Destination::Styles, "s") => {
                tables.entry = value;
                tables.entry_outline = None;
            }
            // Looks of words and tables have names, too.
            (Destination::Styles, "cs" | "ts" | "ds") => tables.entry = -1,
            (Destination::Styles, "outlinelevel") => tables.entry_outline = u8::try_from(value).ok().filter(|level| *level < 9),
            (Destination::Written, "yr") => tables.date = [value, 1, 1],
            (Destination::Written, "mo") => tables.date = [tables.date[0], value, tables.date[2]],
            (Destination::Written, "dy") => tables.date = [tables.date[0], tables.date[1], value],
            _ => return false,
        }
        true
    }

    /// Words that end lines, paragraphs, cells and rows, and say what a paragraph is.
    fn layout(&mut self, name: &str, number: Option<i32>) -> Result<(), Refusal> {
        if self.state.destination != Destination::Text {
            return Ok(());
        }
        let value = u8::try_from(number.unwrap_or(0)).ok();
        let paragraph = &mut self.state.paragraph;
        match name {
            "pard" => *paragraph = Paragraph::default(),
            "s" => paragraph.style = number.unwrap_or(0),
            "outlinelevel" => paragraph.outline = value.filter(|level| *level < 9),
            "ls" => paragraph.in_list = number.is_some_and(|list| list > 0),
            "ilvl" => paragraph.list_level = value.unwrap_or(0),
            "intbl" => paragraph.in_table = true,
            "trhdr" => self.table.name_columns(),
            "par" | "sect" | "page" => self.end_paragraph()?,
            "line" | "softline" | "lbr" => {
                self.note_break();
            }
            "cell" => {
                self.end_paragraph()?;
                self.table.end_cell(&mut self.pen);
            }
            "row" => {
                self.end_paragraph()?;
                self.table.end_row(&mut self.pen);
            }
            "nestcell" | "nestrow" => self.say(" "),
            _ => {}
        }
        Ok(())
    }

    fn note_break(&mut self) {
        if self.state.deleted.is_some() || self.state.ink.hidden {
            return self.say(" ");
        }
        self.pen.break_line();
    }
}

/// Groups behind `\*` that are read.
const STARRED: &[&str] = &[
    "fldinst",
    "ud",
    "revtbl",
    "shpinst",
    "do",
    "cs",
    "ts",
    "ds",
    "atnauthor",
    "annotation",
    "atrfstart",
    "atrfend",
    "atnref",
    "atndate",
    "atnid",
    "footnote",
];

/// Groups that are no part of the text: pictures, heads and feet of pages, indexes, and older ways to say what is said better beside.
const LEFT_OUT: &[&str] = &[
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "colortbl",
    "shprslt",
    "nonshppict",
    "nonesttables",
    "xe",
    "tc",
    "tcn",
    "rxe",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "filetbl",
    "private",
    "subject",
    "keywords",
    "doccomm",
    "comment",
    "operator",
    "hlinkbase",
    "objdata",
    "objclass",
    "falt",
    "txe",
    "template",
];

/// Letters that have names.
fn letters(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" | "emspace" | "enspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        "zwbo" => "\u{200b}",
        "zwnbo" => "\u{2060}",
        "ltrmark" => "\u{200e}",
        "rtlmark" => "\u{200f}",
        _ => return None,
    })
}
