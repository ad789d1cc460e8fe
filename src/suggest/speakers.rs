//! Who is cited in an article: every place that gives words to somebody, with the cue and what is said. By cues, quotes and commas, best
//! in English; whoever is called "he" or by a surname alone is looked for among those cited before.

use std::ops::Range;

use super::attribution::{Cited, cited, cited_abroad};
use super::lexicon::{PRONOUNS, TITLES, is_source_noun};
use crate::model::document::{Language, Span, Text};

/// A place that gives words to somebody, in bytes of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Who says it, as written there.
    pub speaker: Span,
    /// The words that give it to them: `said`, `according to`.
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Whether what is said stands between quotation marks, at least in part.
    pub is_quoted: bool,
    /// Where the same one stands with more of the name, if the speaker is a pronoun or a surname.
    pub earlier: Option<Span>,
}

/// How many speakers back a surname or pronoun may point.
const REMEMBERED: usize = 60;

/// Every place of an article that gives words to somebody, in the order of the text.
pub fn citations(text: &Text, language: Language) -> Vec<Citation> {
    let mut found = Vec::new();
    for paragraph in 0..text.paragraphs().len() {
        of_paragraph((text, language), paragraph, &mut found);
    }
    found.sort_by_key(|citation: &Citation| (citation.speaker.start(), citation.cue.start()));
    name_earlier(text, &mut found);
    found
}

/// Adds those of a paragraph.
fn of_paragraph((text, language): (&Text, Language), paragraph: usize, found: &mut Vec<Citation>) {
    let Some(whole) = text.paragraphs().get(paragraph).copied() else { return };
    // A quote over several paragraphs has a mark at the beginning of each; without one, the closing mark was left out before.
    let mut quotes = Quotes::default();
    let mut from = whole.start();
    for sentence in text.sentences_of(paragraph).iter() {
        quotes.pass(text.slice(Span::between(from, sentence.start())));
        let words = text.slice(*sentence);
        let all = match language {
            Language::English => cited(words, quotes.is_open),
            other => cited_abroad(words, other, quotes.is_open),
        };
        for Cited { speaker, cue, content, is_quoted } in all {
            let place = |range: &Range<usize>| text.span(sentence.start() + range.start, sentence.start() + range.end);
            let (speaker, cue, content) = (place(&speaker), place(&cue), place(&content));
            if !speaker.is_empty() && found.last().is_none_or(|last| !last.speaker.overlaps(speaker)) {
                found.push(Citation { speaker, cue, content, is_quoted, earlier: None });
            }
        }
        quotes.pass(words);
        from = sentence.end();
    }
}

/// Whether a quote is open, told by the marks and what stands beside them.
#[derive(Default)]
struct Quotes {
    is_open: bool,
    before: Option<char>,
}

impl Quotes {
    fn pass(&mut self, words: &str) {
        let mut signs = words.chars().peekable();
        while let Some(sign) = signs.next() {
            let next = signs.peek().copied();
            match sign {
                '“' | '«' | '„' => self.is_open = true,
                '”' | '»' => self.is_open = false,
                // A straight mark opens behind a gap and closes behind a sign, also where its partner is missing.
                '"' => {
                    let is_behind_gap = self.before.is_none_or(|before| before.is_whitespace() || "([—–-".contains(before));
                    let is_before_word = next.is_some_and(|next| next.is_alphanumeric() || "[('‘’.…$£€".contains(next));
                    self.is_open = if is_behind_gap == is_before_word { is_before_word } else { !self.is_open };
                }
                _ => {}
            }
            self.before = Some(sign);
        }
    }
}

/// Ties pronouns and surnames to the fuller name before them.
fn name_earlier(text: &Text, found: &mut [Citation]) {
    let mut named: Vec<(Span, String)> = Vec::new();
    for citation in found.iter_mut() {
        let words = text.slice(citation.speaker);
        let small = words.to_lowercase();
        if PRONOUNS.contains(&small.as_str()) {
            let fits = |(_, name): &&(Span, String)| pronoun_fits(&small, name);
            citation.earlier = named.iter().rev().find(fits).map(|(span, _)| *span);
            continue;
        }
        citation.earlier = named.iter().find(|(_, name)| is_short_for(words, name)).map(|(span, _)| *span);
        if citation.earlier.is_none() {
            named.push((citation.speaker, words.to_owned()));
            if named.len() > REMEMBERED {
                named.remove(0);
            }
        } else if let Some(at) = citation.earlier.and_then(|earlier| named.iter().position(|(span, _)| *span == earlier)) {
            // Whoever spoke last is whom the next pronoun means.
            let last = named.remove(at);
            named.push(last);
        }
    }
}

/// Whether a pronoun may mean somebody of that name: one person, or what speaks as one.
fn pronoun_fits(pronoun: &str, name: &str) -> bool {
    let is_person = has_capitals(name) || !is_plural(name);
    match pronoun {
        "he" => is_person && !begins_with(name, &["mrs", "ms", "miss", "lady", "queen"]),
        "she" => is_person && !begins_with(name, &["mr", "lord", "king", "sir"]),
        "they" | "it" => true,
        _ => false,
    }
}

fn begins_with(name: &str, titles: &[&str]) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    titles.contains(&first.as_str())
}

fn is_plural(name: &str) -> bool {
    let head = name.split_whitespace().take_while(|word| !matches!(*word, "of" | "familiar" | "from" | "in" | "at" | "with")).last();
    head.is_some_and(|head| head.ends_with('s') && is_source_noun(&head.to_lowercase()))
}

fn has_capitals(name: &str) -> bool {
    name.split_whitespace().skip(1).any(|word| word.starts_with(char::is_uppercase)) || !name.contains(' ')
}

/// Whether the words are the surname (with a title or not) of a longer name.
fn is_short_for(short: &str, name: &str) -> bool {
    let plain = |words: &str| -> Vec<String> {
        let is_title = |word: &&str| TITLES.contains(&word.trim_end_matches('.').to_lowercase().as_str());
        words.split_whitespace().filter(|word| !is_title(word)).map(|word| word.trim_end_matches(['.', ',']).to_owned()).collect()
    };
    let (short, name) = (plain(short), plain(name));
    let is_name = |words: &[String]| !words.is_empty() && words.iter().all(|word| word.starts_with(char::is_uppercase));
    is_name(&short) && (short.len() < name.len() || short == name) && name.ends_with(&short)
}

#[cfg(test)]
#[path = "speakers/tests.rs"]
mod tests;
