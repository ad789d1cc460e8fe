//! Articles as an editor would change them, made at random, with what became of each word: what marks must be held against.

use std::ops::Range;

/// Where a piece of the new draft comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is that piece of the old draft.
    Same(usize),
    /// It was written in place of that piece of the old draft.
    Instead(usize),
    /// It was not there.
    New,
}

/// A word, a sign or a gap of a draft.
#[derive(Clone, Debug)]
pub struct Piece {
    pub words: String,
    pub origin: Origin,
    /// Whether it went elsewhere with its sentence or paragraph.
    pub is_moved: bool,
}

impl Piece {
    pub fn is_word(&self) -> bool {
        self.words.chars().any(char::is_alphanumeric)
    }
}

/// Numbers that look like chance and are the same each time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A text cut into words, signs and gaps: runs of letters or digits (with signs between digits), and all else one by one.
pub fn pieces(text: &str) -> Vec<Piece> {
    let letters: Vec<char> = text.chars().collect();
    let (mut all, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let mut end = at + 1;
        if letters[at].is_alphanumeric() {
            let joins = |end: usize| {
                let between_digits = matches!(letters[end], '.' | ',')
                    && letters[end - 1].is_numeric()
                    && letters.get(end + 1).is_some_and(|next| next.is_numeric());
                let in_word = matches!(letters[end], '\'' | '’') && letters.get(end + 1).is_some_and(|next| next.is_alphabetic());
                letters[end].is_alphanumeric() || between_digits || in_word
            };
            while end < letters.len() && joins(end) {
                end += 1;
            }
        }
        all.push(Piece { words: letters[at..end].iter().collect(), origin: Origin::Same(all.len()), is_moved: false });
        at = end;
    }
    all
}

/// A draft as paragraphs of sentences.
type Paragraphs = Vec<Vec<Vec<Piece>>>;

fn paragraphs(pieces: Vec<Piece>) -> Paragraphs {
    let mut all: Paragraphs = vec![vec![Vec::new()]];
    let mut rest = pieces.into_iter().peekable();
    let mut is_initial = false;
    while let Some(piece) = rest.next() {
        let is_break = piece.words == "\n";
        // No editor cuts a sentence in two behind a single letter: "U.S.", "Andrew B.", "p.m."
        let is_abbreviation = piece.words == "." && is_initial;
        is_initial = piece.words.chars().count() == 1 && piece.words.chars().all(|sign| sign.is_ascii_alphabetic());
        let is_end = !is_abbreviation
            && matches!(&*piece.words, "." | "!" | "?" | "。")
            && rest.peek().is_none_or(|next| next.words.trim().is_empty() || next.words == "”");
        let paragraph = all.last_mut().unwrap();
        paragraph.last_mut().unwrap().push(piece);
        if is_break {
            all.push(vec![Vec::new()]);
        } else if is_end {
            // A gap or a closing quotation mark stays with its sentence.
            while rest.peek().is_some_and(|next| next.words == " " || next.words == "”") {
                paragraph.last_mut().unwrap().extend(rest.next());
            }
            paragraph.push(Vec::new());
        }
    }
    all
}

/// How an editor changes a draft: so many of a hundred sentences or paragraphs for each kind of change.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// Of the words, in tenths of a percent.
    pub words: usize,
    pub sentences: usize,
    pub paragraphs: usize,
}

/// Words that an editor has at hand, and sentences of another article.
pub struct Stock {
    pub words: Vec<String>,
    pub sentences: Vec<String>,
}

impl Stock {
    pub fn of(text: &str) -> Self {
        let words = pieces(text).into_iter().map(|piece| piece.words).filter(|word| word.chars().all(char::is_alphabetic)).collect();
        let whole = |sentence: Vec<Piece>| sentence.into_iter().map(|piece| piece.words).collect::<String>().trim().to_owned() + " ";
        let sentences =
            paragraphs(pieces(text)).into_iter().flatten().map(whole).filter(|words| words.chars().count() > 20 && !words.contains('\n'));
        Stock { words, sentences: sentences.collect() }
    }
}

/// The draft after an editor went through it.
pub fn edited(old: &str, stock: &Stock, hand: Hand, chance: &mut Chance) -> Vec<Piece> {
    let mut all = paragraphs(pieces(old));
    for paragraph in &mut all {
        *paragraph = std::mem::take(paragraph).into_iter().flat_map(|sentence| sentence_of(sentence, stock, hand, chance)).collect();
    }
    move_sentences(&mut all, hand, chance);
    change_paragraphs(&mut all, stock, hand, chance);
    all.into_iter().flatten().flatten().collect()
}

fn new_words(words: &str) -> Vec<Piece> {
    pieces(words).into_iter().map(|piece| Piece { origin: Origin::New, ..piece }).collect()
}

fn instead(piece: &Piece, words: String) -> Piece {
    match piece.origin {
        Origin::Same(at) => Piece { words, origin: Origin::Instead(at), ..*piece },
        origin => Piece { words, origin, ..*piece },
    }
}

fn one<'a>(list: &'a [String], chance: &mut Chance) -> &'a str {
    list.get(chance.below(list.len())).map_or("word", String::as_str)
}

/// A sentence after the editor: as it was, with words changed, left out, or with another one beside it.
fn sentence_of(sentence: Vec<Piece>, stock: &Stock, hand: Hand, chance: &mut Chance) -> Vec<Vec<Piece>> {
    if sentence.iter().filter(|piece| piece.is_word()).count() < 3 {
        return vec![sentence];
    }
    if chance.percent(hand.sentences) {
        return match chance.below(5) {
            0 => vec![gaps(&sentence)],
            1 => vec![new_words(one(&stock.sentences, chance)), sentence],
            2 => vec![rewritten(&sentence, stock, chance)],
            3 => vec![new_words(one(&stock.sentences, chance)), gaps(&sentence)],
            _ => vec![quoted(&sentence)],
        };
    }
    let mut changed = Vec::new();
    for piece in sentence {
        if piece.is_word() && chance.below(1000) < hand.words {
            changed.extend(word_of(piece, stock, chance));
        } else {
            changed.push(piece);
        }
    }
    vec![changed]
}

/// What is left of a sentence that was taken out: its line end, so that the paragraphs stay apart.
fn gaps(sentence: &[Piece]) -> Vec<Piece> {
    sentence.iter().filter(|piece| piece.words == "\n").cloned().collect()
}

/// A word after the editor: a typo or a figure mended, another word, one put before it, or nothing.
fn word_of(piece: Piece, stock: &Stock, chance: &mut Chance) -> Vec<Piece> {
    if piece.words.contains(char::is_numeric) {
        let last = char::from_digit(u32::try_from(chance.below(10)).unwrap(), 10).unwrap();
        let mut words: String = piece.words.clone();
        words.pop();
        words.push(last);
        let words = if words == piece.words { format!("{words}1") } else { words };
        return vec![instead(&piece, words)];
    }
    let space = |words: &str| Piece { words: words.to_owned(), origin: Origin::New, is_moved: false };
    match chance.below(5) {
        0 | 1 => {
            let mut letters: Vec<char> = piece.words.chars().collect();
            let at = chance.below(letters.len());
            letters.insert(at, 'e');
            vec![instead(&piece, letters.into_iter().collect())]
        }
        2 => {
            let other = one(&stock.words, chance).to_owned();
            if other == piece.words { vec![piece] } else { vec![instead(&piece, other)] }
        }
        3 => vec![space(one(&stock.words, chance)), space(" "), piece],
        _ => Vec::new(),
    }
}

/// About every third word is another one.
fn rewritten(sentence: &[Piece], stock: &Stock, chance: &mut Chance) -> Vec<Piece> {
    let mut changed = Vec::new();
    for piece in sentence {
        if piece.is_word() && chance.percent(35) {
            changed.extend(word_of(piece.clone(), stock, chance));
        } else {
            changed.push(piece.clone());
        }
    }
    changed
}

/// The form of quotation marks and apostrophes is mended; nothing else is changed.
fn quoted(sentence: &[Piece]) -> Vec<Piece> {
    let curl = |piece: &Piece| Piece { words: piece.words.replace('\'', "’").replace('"', "“"), ..piece.clone() };
    sentence.iter().map(curl).collect()
}

fn moved(pieces: &mut [Piece]) {
    pieces.iter_mut().for_each(|piece| piece.is_moved = true);
}

fn move_sentences(all: &mut Paragraphs, hand: Hand, chance: &mut Chance) {
    let count: usize = all.iter().map(Vec::len).sum();
    for _ in 0..count * hand.sentences / 400 {
        let from = chance.below(all.len());
        let Some(paragraph) = all.get_mut(from).filter(|paragraph| paragraph.len() > 1) else { continue };
        let at = chance.below(paragraph.len());
        if paragraph[at].iter().any(|piece| piece.words == "\n") || paragraph[at].iter().filter(|piece| piece.is_word()).count() < 4 {
            continue;
        }
        let mut sentence = paragraph.remove(at);
        moved(&mut sentence);
        sentence.push(Piece { words: " ".to_owned(), origin: Origin::New, is_moved: false });
        let to = chance.below(all.len());
        let at = chance.below(all[to].len());
        all[to].insert(at, sentence);
    }
}

fn change_paragraphs(all: &mut Paragraphs, stock: &Stock, hand: Hand, chance: &mut Chance) {
    let mut at = 0;
    while at < all.len() {
        if chance.percent(hand.paragraphs) && all[at].iter().flatten().any(Piece::is_word) {
            match chance.below(4) {
                0 => drop(all.remove(at)),
                1 => {
                    let fresh: String = (0..3).map(|_| one(&stock.sentences, chance)).collect();
                    all.insert(at, vec![new_words(&fresh), new_words("\n")]);
                    at += 1;
                }
                2 => {
                    let fresh: String = (0..3).map(|_| one(&stock.sentences, chance)).collect();
                    all[at] = vec![new_words(&fresh), new_words("\n")];
                }
                _ => {
                    let mut paragraph = all.remove(at);
                    if !paragraph.iter().flatten().any(|piece| piece.words == "\n") {
                        paragraph.push(new_words("\n"));
                    }
                    paragraph.iter_mut().for_each(|sentence| moved(sentence));
                    let to = chance.below(all.len() + 1);
                    all.insert(to, paragraph);
                }
            }
        }
        at += 1;
    }
}

/// Pieces that a checker would mark: a figure, a word or name, a clause, a sentence.
pub fn marks(old: &[Piece], count: usize, chance: &mut Chance) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let is_end = |piece: &Piece| matches!(&*piece.words, "." | "!" | "?" | "\n" | "。");
    let mut tries = 0;
    while all.len() < count && tries < 50 * count {
        tries += 1;
        let start = chance.below(old.len());
        if !old[start].is_word() {
            continue;
        }
        let words = match chance.below(4) {
            0 if old[start].words.contains(char::is_numeric) => 1,
            0 => continue,
            1 => 1 + chance.below(3),
            2 => 4 + chance.below(10),
            _ => 200,
        };
        let start = if words == 200 { (0..start).rev().find(|at| is_end(&old[*at])).map_or(0, |at| at + 1) } else { start };
        let start = (start..old.len()).find(|at| old[*at].is_word()).unwrap_or(start);
        let (mut end, mut seen) = (start, 0);
        while end < old.len() && seen < words && !is_end(&old[end]) {
            seen += usize::from(old[end].is_word());
            end += 1;
        }
        while end > start + 1 && !old[end - 1].is_word() {
            end -= 1;
        }
        if end > start && old[start..end].iter().map(|piece| piece.words.chars().count()).sum::<usize>() < 800 {
            all.push(start..end);
        }
    }
    all
}
