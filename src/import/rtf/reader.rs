//! Reads rich text group by group. Notes and boxes are put aside as bytes and read when their place has come.

use std::collections::HashMap;

use super::letters::Letters;
use super::state::{Destination, Hand, Paragraph, State};
use super::table::Table;
use super::token::{Token, Tokens};
use crate::import::docx::field;
use crate::import::docx::styles::Style;
use crate::import::draft::{Draft, Mark, Note};
use crate::import::limits;
use crate::import::pen::{Ink, Pen};
use crate::import::trouble::{Refusal, Warning};
use crate::model::document::aside::AsideKind;
use crate::model::document::meta;
use crate::model::document::structure::Kind;

/// Reads a text.
pub struct Reader<'a> {
    pub(super) tokens: Tokens<'a>,
    pub(super) pen: Pen,
    pub(super) state: State,
    outer: Vec<State>,
    pub(super) tables: Tables,
    /// Bytes of words that are not decoded yet: a letter may take several of them.
    bytes: Vec<u8>,
    /// The first half of a letter outside of the first 65,536.
    high: Option<u16>,
    /// Signs to pass over, which stand for a letter that was read.
    pub(super) passed_over: usize,
    /// Where the paragraph that is read begins.
    paragraph: Option<Mark>,
    /// Whether a bullet or number that the program made stands before it.
    pub(super) has_bullet: bool,
    pub(super) table: Table,
    pub(super) fields: Vec<Field>,
    struck: Option<(Hand, String)>,
    insertion: Option<(Hand, Mark)>,
    pub(super) notes: Vec<Footnote<'a>>,
    pub(super) boxes: Vec<(&'a [u8], State)>,
    pub(super) comment: Comment,
    comments: Vec<(String, Note)>,
    is_in_comment: bool,
    /// Notes and boxes around the place, which are put aside and read for themselves.
    nesting: usize,
}

/// How deep notes may stand in notes, and boxes in boxes. Each is passed over before it is read, so that many would take long.
const NESTING: usize = 8;

/// What stands before the text of a file.
#[derive(Clone, Default)]
pub struct Tables {
    /// The fonts by number: their names and letters.
    pub fonts: HashMap<i32, (String, Option<Letters>)>,
    /// The styles of paragraphs by number.
    pub styles: HashMap<i32, Style>,
    /// Those who changed something.
    pub authors: Vec<String>,
    /// The letters of fonts that leave them open.
    pub letters: Option<Letters>,
    /// The font that is meant where none is named.
    pub usual_font: Option<i32>,
    /// The font or style that is read into its table.
    pub entry: i32,
    /// The level of the style that is read, as a heading, from 0.
    pub entry_outline: Option<u8>,
    /// The words of an entry so far.
    pub words: String,
    /// What the file says about itself.
    pub title: String,
    /// Its author.
    pub author: String,
    /// Year, month and day of the last change.
    pub date: [i32; 3],
}

/// A field: a command and its result.
pub struct Field {
    /// How deep the group is that it ends with.
    pub depth: usize,
    /// Its command.
    pub command: String,
    /// Where its result begins.
    pub from: Option<Mark>,
}

/// A note that is put aside.
#[derive(Clone, Copy)]
pub struct Footnote<'a> {
    /// Where it is referred to.
    pub at: Mark,
    /// Its group.
    pub bytes: &'a [u8],
    /// What holds in it.
    pub state: State,
    /// Notes around it.
    nesting: usize,
}

/// The comment that is read.
#[derive(Default)]
pub struct Comment {
    /// Who wrote it.
    pub by: String,
    /// When, packed as Word does.
    pub moment: String,
    /// The number by which its beginning and end are known.
    pub number: String,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader {
            tokens: Tokens::new(bytes),
            pen: Pen::default(),
            state: State { substitutes: 1, ..State::default() },
            outer: Vec::new(),
            tables: Tables::default(),
            bytes: Vec::new(),
            high: None,
            passed_over: 0,
            paragraph: None,
            has_bullet: false,
            table: Table::default(),
            fields: Vec::new(),
            struck: None,
            insertion: None,
            notes: Vec::new(),
            boxes: Vec::new(),
            comment: Comment::default(),
            comments: Vec::new(),
            nesting: 0,
            is_in_comment: false,
        }
    }

    /// Writes the text, its notes and its comments.
    pub fn write(mut self) -> Result<Draft, Refusal> {
        let is_whole = self.run()?;
        self.end_paragraph()?;
        self.table.end(&mut self.pen);
        let mut nth = 0;
        while let Some(Footnote { at, bytes, state, nesting }) = self.notes.get(nth).copied() {
            nth += 1;
            self.nesting = nesting;
            let label = nth.to_string();
            let from = self.pen.begin_note(&label);
            self.aside(bytes, state)?;
            self.pen.end_note(from, &label, at);
        }
        for (id, note) in std::mem::take(&mut self.comments) {
            self.pen.comment(&id, note);
        }
        let mut draft = self.pen.finish();
        if !is_whole {
            draft.warnings.push(Warning::Broken { what: "it ends too early".to_owned() });
        }
        draft.meta = meta::propose(draft.text());
        let tables = self.tables;
        if !tables.title.trim().is_empty() {
            draft.meta.title = tables.title.trim().to_owned();
        }
        draft.meta.byline = tables.author.trim().to_owned();
        if let [year @ 1900..=9999, month @ 1..=12, day @ 1..=31] = tables.date
            && draft.meta.published.is_empty()
        {
            draft.meta.published = format!("{year}-{month:02}-{day:02}");
        }
        Ok(draft)
    }

    /// Reads until the group ends. Gives whether it did.
    fn run(&mut self) -> Result<bool, Refusal> {
        while let Some(token) = self.tokens.next() {
            match token {
                Token::Hex(byte) => self.byte(&[byte]),
                Token::Bytes(bytes) => self.byte(bytes),
                Token::Begin => {
                    self.flush();
                    if self.outer.len() >= limits::DEPTH {
                        return Err(Refusal::TooMuch(format!("its groups are nested more than {} deep", limits::DEPTH)));
                    }
                    self.outer.push(self.state);
                    self.passed_over = 0;
                }
                Token::End => {
                    self.flush();
                    self.passed_over = 0;
                    self.end_field();
                    match self.outer.pop() {
                        Some(outer) => self.state = outer,
                        None => return Ok(true),
                    }
                    if self.outer.is_empty() {
                        return Ok(true);
                    }
                }
                Token::Word(name, number) => self.word(name, number)?,
                Token::Symbol(sign) => self.symbol(sign),
            }
        }
        self.flush();
        Ok(false)
    }

    /// Puts the note aside whose group is read.
    pub(super) fn put_note_aside(&mut self) {
        let (state, at) = (self.state, self.pen.draft.here());
        let bytes = self.tokens.skip_group();
        self.notes.push(Footnote { at, bytes, state, nesting: self.nesting });
    }

    /// Reads a note or a box that was put aside.
    fn aside(&mut self, bytes: &'a [u8], state: State) -> Result<(), Refusal> {
        self.nesting += 1;
        if self.nesting > NESTING {
            return Err(Refusal::TooMuch(format!("notes or boxes stand in each other more than {NESTING} deep")));
        }
        let tokens = std::mem::replace(&mut self.tokens, Tokens::new(bytes));
        let outer = std::mem::replace(&mut self.outer, vec![State::default()]);
        let before = std::mem::replace(&mut self.state, State { paragraph: Paragraph::default(), ..state });
        self.run()?;
        self.end_paragraph()?;
        (self.tokens, self.outer, self.state) = (tokens, outer, before);
        self.nesting -= 1;
        Ok(())
    }

    /// The words of a comment that is put aside, without their looks.
    pub(super) fn plain(&self, bytes: &'a [u8]) -> Result<String, Refusal> {
        let mut reader = Reader { is_in_comment: true, nesting: self.nesting, ..Reader::new(bytes) };
        reader.tables = self.tables.clone();
        reader.outer = vec![State::default()];
        reader.state = State { destination: Destination::Text, ..self.state };
        reader.state.ink.hidden = false;
        reader.run()?;
        reader.end_paragraph()?;
        Ok(reader.pen.finish().text().trim().to_owned())
    }

    /// Takes a comment whose words stand in the group that is read. None stand in another.
    pub(super) fn take_comment(&mut self) -> Result<(), Refusal> {
        let bytes = self.tokens.skip_group();
        if self.is_in_comment {
            return Ok(());
        }
        let mut reader = Reader { is_in_comment: true, nesting: self.nesting, ..Reader::new(bytes) };
        // Number and date stand in groups of the comment.
        reader.tables = self.tables.clone();
        reader.outer = vec![State::default()];
        reader.state = State { destination: Destination::Nowhere, has_boxes: false, ..State::default() };
        reader.run()?;
        let number = Some(reader.comment.number).filter(|number| !number.is_empty());
        let id = number.unwrap_or_else(|| format!("\0{}", self.comments.len()));
        self.pen.end_comment(&id);
        let moment = reader.comment.moment.trim().parse().map_or(String::new(), moment);
        let by = std::mem::take(&mut self.comment.by).trim().to_owned();
        let words = self.plain(bytes)?;
        self.comments.push((id, Note { kind: AsideKind::Comment, by, at: moment, words }));
        Ok(())
    }

    fn byte(&mut self, bytes: &[u8]) {
        let passed = self.passed_over.min(bytes.len());
        self.passed_over -= passed;
        self.bytes.extend_from_slice(bytes.get(passed..).unwrap_or_default());
    }

    /// A letter by its number, half of one at a time outside of the first 65,536.
    pub(super) fn unicode(&mut self, code: i32) {
        self.flush();
        self.passed_over = self.state.substitutes;
        let unit = u16::try_from(code.rem_euclid(0x10000)).unwrap_or(0);
        let units: Vec<u16> = self.high.take().into_iter().chain([unit]).collect();
        if units.len() == 1 && (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        // Signs of symbol fonts stand in a private place.
        if let 0xf000..=0xf0ff = unit
            && let Some(sign) = crate::import::docx::symbol::meaning(&self.font().0, u32::from(unit))
        {
            return self.say(sign.encode_utf8(&mut [0; 4]));
        }
        self.say(&String::from_utf16_lossy(&units));
    }

    fn font(&self) -> (String, Letters) {
        let number = self.state.font.or(self.tables.usual_font);
        let (name, letters) = number.and_then(|number| self.tables.fonts.get(&number)).cloned().unwrap_or_default();
        (name, letters.or(self.tables.letters).unwrap_or(Letters::USUAL))
    }

    /// Decodes the bytes that were read so far.
    pub(super) fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (name, letters) = self.font();
        self.say(&letters.decode(&bytes, &name));
    }

    /// Puts words where they belong.
    pub(super) fn say(&mut self, words: &str) {
        match self.state.destination {
            Destination::Text => self.write_words(words),
            Destination::Nowhere | Destination::Written => {}
            Destination::Fonts | Destination::Styles | Destination::Authors => self.entry(words),
            Destination::Title => self.tables.title.push_str(words),
            Destination::Author => self.tables.author.push_str(words),
            Destination::Command => {
                if let Some(field) = self.fields.last_mut() {
                    field.command.push_str(words);
                }
            }
            Destination::CommentAuthor => self.comment.by.push_str(words),
            Destination::CommentStart => self.pen.begin_comment(words.trim()),
            Destination::CommentEnd => self.pen.end_comment(words.trim()),
            Destination::CommentNumber => self.comment.number.push_str(words.trim()),
            Destination::CommentDate => self.comment.moment.push_str(words.trim()),
        }
    }

    fn write_words(&mut self, words: &str) {
        if let Some(hand) = self.state.deleted {
            match &mut self.struck {
                Some((by, struck)) if *by == hand => struck.push_str(words),
                _ => {
                    self.strike();
                    self.struck = Some((hand, words.to_owned()));
                }
            }
            return;
        }
        self.begin_paragraph();
        self.strike();
        self.note_insertion(self.state.inserted);
        // A heading is printed bold by its style, which every run of it repeats.
        let plain = Ink { strong: false, emphasis: false, ..self.state.ink };
        let is_by_style = matches!(self.kind(), Some(Kind::Heading(_) | Kind::Caption));
        self.pen.words(words, if is_by_style { plain } else { self.state.ink });
    }

    fn begin_paragraph(&mut self) {
        if self.paragraph.is_some() {
            return;
        }
        if self.state.paragraph.in_table {
            self.table.begin_cell(&mut self.pen);
        } else {
            self.table.end(&mut self.pen);
        }
        self.paragraph = Some(self.pen.begin());
    }

    /// Ends the paragraph, if one was begun.
    pub(super) fn end_paragraph(&mut self) -> Result<(), Refusal> {
        self.strike();
        self.note_insertion(None);
        let kind = self.kind();
        if let Some(from) = self.paragraph.take() {
            self.pen.end(from, kind);
        }
        self.has_bullet = false;
        for (bytes, state) in std::mem::take(&mut self.boxes) {
            self.aside(bytes, state)?;
        }
        Ok(())
    }

    fn kind(&self) -> Option<Kind> {
        let paragraph = self.state.paragraph;
        let style = self.tables.styles.get(&paragraph.style).cloned().unwrap_or_default();
        let level = style.heading.or(paragraph.outline.map(|level| (level + 1).min(6)));
        if let Some(level) = level {
            return Some(Kind::Heading(level));
        }
        let depth = (paragraph.in_list || self.has_bullet).then_some(paragraph.list_level.saturating_add(1)).or(style.entry);
        match depth {
            Some(depth) if depth > 0 => Some(Kind::Entry(depth.min(Kind::DEEPEST))),
            _ if style.is_quote => Some(Kind::Quote(1)),
            _ => style.is_caption.then_some(Kind::Caption),
        }
    }

    fn strike(&mut self) {
        if let Some((hand, words)) = self.struck.take() {
            let (by, at) = self.who(hand);
            self.pen.deleted(&words, &by, &at);
        }
    }

    fn note_insertion(&mut self, hand: Option<Hand>) {
        if self.insertion.map(|(hand, _)| hand) == hand {
            return;
        }
        if let Some((hand, from)) = self.insertion.take() {
            let (by, at) = self.who(hand);
            self.pen.inserted(from, &by, &at);
        }
        self.insertion = hand.map(|hand| (hand, self.pen.draft.here()));
    }

    fn who(&self, hand: Hand) -> (String, String) {
        let author = usize::try_from(hand.author).ok().and_then(|nth| self.tables.authors.get(nth));
        (author.cloned().unwrap_or_default(), moment(hand.moment))
    }

    fn end_field(&mut self) {
        if self.fields.last().is_none_or(|field| field.depth != self.outer.len()) {
            return;
        }
        let Some(Field { command, from: Some(from), .. }) = self.fields.pop() else { return };
        if let Some(address) = field::target(&command) {
            let kind = self.pen.draft.link(&address);
            self.pen.draft.mark(from, kind);
        }
    }

    /// How deep the group is that is read.
    pub(super) fn depth(&self) -> usize {
        self.outer.len()
    }

    /// Adds to an entry of a table, which a semicolon ends.
    fn entry(&mut self, words: &str) {
        for (nth, piece) in words.split(';').enumerate() {
            if nth > 0 {
                self.end_entry();
            }
            self.tables.words.push_str(piece);
        }
    }

    fn end_entry(&mut self) {
        let tables = &mut self.tables;
        let name = std::mem::take(&mut tables.words).trim().to_owned();
        match self.state.destination {
            Destination::Fonts => tables.fonts.entry(tables.entry).or_default().0 = name,
            Destination::Styles if tables.entry >= 0 => {
                let mut style = Style::named(&name);
                style.heading = style.heading.or(tables.entry_outline.take().map(|level| (level + 1).min(6)));
                tables.styles.insert(tables.entry, style);
            }
            Destination::Authors => tables.authors.push(name),
            _ => {}
        }
    }
}

/// A moment as Word packs it: minutes, hours, day, month and year from 1900, from the lowest bits on.
fn moment(packed: i32) -> String {
    let bits = |from: u32, count: u32| (packed.cast_unsigned() >> from) & ((1 << count) - 1);
    let (minute, hour, day, month, year) = (bits(0, 6), bits(6, 5), bits(11, 5), bits(16, 4), bits(20, 9) + 1900);
    if day == 0 || month == 0 { String::new() } else { format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}") }
}
