//! All who are cited in a sentence. What the checker asks for by a key may be anybody; what the program offers must look like somebody.

use std::ops::Range;

use super::Sentence;
use crate::suggest::lexicon::{
    ARTICLES, CALLING, EXPECTING, FIGURES_OF, PARTICIPLES, REPORTING, SAYING, SINGLE_PRONOUNS, STOPS, WHEN_WHERE, is_source_noun,
};

/// A place of a sentence that gives words to somebody, in bytes from its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Who says it.
    pub speaker: Range<usize>,
    /// The words that give it to them.
    pub cue: Range<usize>,
    /// What is said.
    pub content: Range<usize>,
    /// Whether some of what is said stands between quotation marks.
    pub is_quoted: bool,
}

/// How sure a verb is to give words to somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// `said`: whoever is plausible is cited.
    Saying,
    /// `reported`: only before "that", a quote or a colon, or behind what is said; an organisation also else.
    Reporting,
    /// `expect`: only of those who are asked for what they expect.
    Expecting,
    /// `called`: only where some of the words that follow are quoted.
    Calling,
}

/// All who are cited in a sentence, in its order. `is_open` tells whether a quote was opened before it.
pub fn cited(sentence: &str, is_open: bool) -> Vec<Cited> {
    let sentence = Sentence::within(sentence, is_open);
    let mut found: Vec<Cited> = Vec::new();
    let last = sentence.words.len();
    for at in (0..last).filter(|at| sentence.word(*at).is_some_and(|word| !word.is_quoted)) {
        let hit = sentence.according_at(at).or_else(|| sentence.figures_of(at)).or_else(|| sentence.says_at(at));
        let hit = hit.or_else(|| sentence.saying_at(at));
        // Of two cues that name the same words, the first one holds: "said, adding".
        found.extend(hit.filter(|hit| found.iter().all(|other| !meets(&other.speaker, &hit.speaker))));
    }
    found
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

impl Sentence<'_> {
    fn small(&self, at: usize) -> &str {
        self.word(at).map_or("", |word| word.small.as_str())
    }

    fn has_capital(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.slice(&word.range).starts_with(char::is_uppercase))
    }

    fn hit(&self, (first, last): (usize, usize), cue: (usize, usize), content: Range<usize>) -> Cited {
        let is_quoted = self.words.iter().any(|word| word.is_quoted && content.start <= word.range.start && word.range.end <= content.end);
        Cited { speaker: self.range(first, last), cue: self.range(cue.0, cue.1), content, is_quoted }
    }

    /// `according to X`, `citing X`, `per the Post`.
    fn according_at(&self, at: usize) -> Option<Cited> {
        let is_according = self.small(at) == "according" && self.small(at + 1) == "to";
        let is_citing =
            self.small(at) == "citing" || (self.small(at) == "per" && self.has_capital(at + 1 + usize::from(self.is_the(at + 1))));
        let last = if is_according { at + 1 } else { at };
        if !(is_according || is_citing) {
            return None;
        }
        let (source, content) = self.according(at, last)?;
        let first = last + 1;
        let end = (first..self.words.len()).rev().find(|word| self.word(*word).is_some_and(|word| word.range.end <= source.end))?;
        let end = self.name_end(first, end);
        (!self.is_plan(first)).then(|| self.hit((first, end), (at, last), content))
    }

    /// What is no speaker behind "according to": a plan, a law of nature, a possession.
    fn is_plan(&self, at: usize) -> bool {
        matches!(
            self.small(at + usize::from(self.is_the(at))),
            "plan" | "schedule" | "his" | "her" | "their" | "its" | "whether" | "how" | "what"
        )
    }

    fn is_the(&self, at: usize) -> bool {
        ARTICLES.contains(&self.small(at))
    }

    /// Leaves out a relative clause and a time behind a name: `officials who asked`, `the ministry on Monday`.
    fn name_end(&self, first: usize, end: usize) -> usize {
        let ends_before =
            |at: &usize| matches!(self.small(*at), "who" | "which" | "that" | "on" | "last" | "published" | "released") || self.is_day(*at);
        (first + 1..=end).find(ends_before).map_or(end, |at| at - 1)
    }

    fn is_day(&self, at: usize) -> bool {
        self.small(at).ends_with("day") && WHEN_WHERE.contains(&self.small(at))
    }

    /// `a report from CNN`, `figures by the ministry`.
    fn figures_of(&self, at: usize) -> Option<Cited> {
        let is_from = matches!(self.small(at), "from" | "by" | "of") && at > 0;
        let of = self.small(at.checked_sub(1)?);
        let is_figures = is_from && FIGURES_OF.contains(&of) && (self.small(at) != "of" || of.starts_with("estimate"));
        let first = at + 1;
        if !is_figures || self.word(first).is_none_or(|word| word.is_quoted || word.is_broken || word.comma) {
            return None;
        }
        let name = first + usize::from(self.is_the(first));
        let goes_on = |word: &usize| {
            let joins = matches!(self.small(*word), "of" | "for" | "and" | "the") && self.has_capital(word + 1);
            let plain = self.word(*word).is_some_and(|word| !word.comma && !word.closed && !word.is_broken);
            *word == name || plain && (self.has_capital(*word) || joins)
        };
        let end = (name..self.words.len()).take_while(goes_on).last()?;
        self.has_capital(name).then(|| self.hit((first, end), (at - 1, at), self.range(0, self.words.len().saturating_sub(1))))
    }

    /// `X said …`, `…, X said`, `…, said X`.
    fn says_at(&self, at: usize) -> Option<Cited> {
        let is_put = self.small(at) == "put" && self.small(at + 1) == "it";
        let is_heard = self.small(at) == "heard"
            && at > 0
            && matches!(self.small(at - 1), "court" | "jury" | "inquiry" | "inquest" | "tribunal" | "hearing");
        let cue = match self.small(at) {
            _ if is_put || is_heard => Cue::Saying,
            word if SAYING.contains(&word) => Cue::Saying,
            word if REPORTING.contains(&word) => Cue::Reporting,
            word if EXPECTING.contains(&word) => Cue::Expecting,
            word if CALLING.contains(&word) => Cue::Calling,
            _ => return None,
        };
        if let Some(found) = self.said_behind(at, cue) {
            return Some(found);
        }
        // "declined to comment, but confirmed that": whoever the sentence begins with.
        if at > 2 && matches!(self.small(at - 1), "but" | "and") {
            return self.subject_says(at).filter(|_| ALWAYS.contains(&self.small(at)) || cue != Cue::Expecting && self.gives_words(at));
        }
        let end = self.speaker_end(at)?;
        let is_inset = self.word(at + 1).is_none_or(|word| word.comma) || self.before_comma(at).is_some();
        let (first, last) = self.speaker_words(end, at)?;
        let is_pronoun = first == last && SINGLE_PRONOUNS.contains(&self.small(first));
        let is_behind_quote = self.word(first).is_some_and(|word| word.closed);
        let is_one_of = self.small(first + 1) == "of" || is_behind_quote;
        let is_some = matches!(self.small(first), "one" | "some" | "others" | "both" | "many" | "another" | "most") && is_one_of;
        let is_somebody = ALWAYS.contains(&self.small(at)) && self.is_group(first, last);
        if !is_pronoun && !is_some && !is_somebody && !self.is_speaker(first, last) {
            return None;
        }
        let is_near = (at + 1..at + 6).any(|near| self.word(near).is_some_and(|word| word.small == "that" || word.opened));
        let is_plain = match cue {
            Cue::Saying => !matches!(self.small(at + 1), "to" | "of" | "by" | "in" if !is_inset && !is_near && self.is_noun_like(at)),
            Cue::Reporting => {
                is_inset || self.gives_words(at) || is_near || self.answers(at) || self.hands_out(at) && self.is_office(first, last)
            }
            Cue::Expecting if self.small(at) == "expected" => {
                matches!(self.small(at - 1), "had" | "have" | "has") && self.is_asked(first, last)
            }
            Cue::Expecting => self.is_asked(first, last),
            Cue::Calling if self.answers(at) => true,
            Cue::Calling => (at + 1..at + 13).any(|near| self.word(near).is_some_and(|word| word.opened)),
        };
        let content = self.said_content(at, first)?;
        is_plain.then(|| self.hit((first, last), (at, at), content))
    }

    /// A verb whose form is a participle as well: `confirmed by`, `reported in`.
    fn is_noun_like(&self, at: usize) -> bool {
        self.small(at).ends_with("ed")
    }

    /// `“…,” said X, head of Y.`
    fn said_behind(&self, at: usize, cue: Cue) -> Option<Cited> {
        if matches!(cue, Cue::Expecting | Cue::Calling) || !self.follows_content(at) || super::TOLD.contains(&self.small(at)) {
            return None;
        }
        let end = self.run_end(at + 1)?;
        let end = self.name_end(at + 1, end);
        let content = self.content(0, at.checked_sub(1)?)?;
        (self.is_speaker(at + 1, end) && !self.is_the_only(at + 1, end)).then(|| self.hit((at + 1, end), (at, at), content))
    }

    fn is_the_only(&self, first: usize, last: usize) -> bool {
        first == last && self.is_the(first)
    }

    /// `X did so, saying that …`: whoever the sentence begins with.
    fn saying_at(&self, at: usize) -> Option<Cited> {
        let is_participle = PARTICIPLES.contains(&self.small(at)) && self.word(at)?.comma;
        if !is_participle {
            return None;
        }
        self.subject_says(at)
    }

    /// Whether what is said follows plainly.
    fn gives_words(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|word| word.small == "that" || word.opened || word.is_broken || word.is_quoted)
    }

    /// Gives the words behind a verb to whoever the sentence begins with.
    fn subject_says(&self, at: usize) -> Option<Cited> {
        let begin = self.subject_start();
        let goes_on = |word: &usize| self.word(*word).is_some_and(|word| !word.comma && !word.is_broken && !word.is_quoted);
        let reach = (begin + 1..=(begin + 8).min(at.saturating_sub(2))).take_while(goes_on).last().unwrap_or(begin);
        // The longest beginning that is a speaker and behind which a verb may stand.
        let last = (begin..=reach).rev().find(|last| {
            let before_verb = !self.has_capital(last + 1) && !matches!(self.small(last + 1), "of" | "and" | "for" | "but");
            before_verb && self.is_head(*last) && self.is_speaker(begin, *last)
        })?;
        let content = self.content(at + 1 + usize::from(self.small(at + 1) == "that"), self.words.len().checked_sub(1)?)?;
        Some(self.hit((begin, last), (at, at), content))
    }

    /// Behind an opening that tells when or where.
    fn subject_start(&self) -> usize {
        let is_opening = WHEN_WHERE.contains(&self.small(0));
        let comma = (1..self.words.len().min(9)).find(|at| self.word(*at).is_some_and(|word| word.comma));
        if is_opening { comma.unwrap_or(0) } else { 0 }
    }

    /// First and last word of who stands before a cue.
    fn speaker_words(&self, end: usize, cue: usize) -> Option<(usize, usize)> {
        let begin = match self.before_comma(cue) {
            Some(begin) => begin,
            None => self.speaker_start(end, cue),
        };
        // Behind a comma inside, it only tells what the speaker is.
        let comma = (begin + 1..=end).find(|at| self.word(*at).is_some_and(|word| word.comma)).map_or(end, |at| at - 1);
        let stops = |at: &usize| STOPS.contains(&self.small(*at)) || self.word(*at).is_some_and(|word| word.is_quoted);
        let begin = (begin..comma).rev().find(stops).map_or(begin, |at| at + 1);
        let begin = self.behind_opening(begin, comma);
        let ands = (begin + 1..comma).rev().filter(|at| self.small(at.to_owned()) == "and");
        let cut = ands.filter(|at| !self.is_speaker(begin, at - 1) || !self.is_head(at - 1)).max();
        let begin = cut.map_or(begin, |at| at + 1);
        let is_opener = |at: &usize| *at < comma && OPENERS.contains(&self.small(*at));
        let begin = begin + (begin..comma).take_while(is_opener).count();
        (begin <= comma && comma - begin < super::SPEAKER_WORDS).then_some((begin, comma))
    }

    /// `On Thursday officials said`: without the time that no comma parts.
    fn behind_opening(&self, begin: usize, last: usize) -> usize {
        let is_opening = matches!(self.small(begin), "on" | "in" | "at" | "last" | "earlier" | "late") || self.is_day(begin);
        if !is_opening {
            return begin;
        }
        let day = (begin..last).take(4).rfind(|at| self.is_day(*at));
        day.map_or(begin, |at| at + 1)
    }

    fn said_content(&self, cue: usize, first: usize) -> Option<Range<usize>> {
        if self.before_comma(cue).is_some() && first > 0 {
            return self.content(0, first - 1);
        }
        let last = self.words.len().checked_sub(1)?;
        let whole = || (cue < last).then(|| self.range(cue + 1, last));
        self.content(self.content_start(cue).or(Some(cue + 1))?, last).or_else(whole)
    }

    /// Whether words look like somebody who says things: a name, or somebody of whom one says so.
    fn is_speaker(&self, first: usize, last: usize) -> bool {
        let is_plain = (first..=last).all(|at| self.word(at).is_some_and(|word| !word.is_quoted));
        if !is_plain || STOPS.contains(&self.small(first)) || STOPS.contains(&self.small(last)) || self.is_the_only(first, last) {
            return false;
        }
        // The first word of a sentence is capital whatever it is: alone it may be a surname, before others it tells nothing.
        let is_name = |at: usize| self.has_capital(at) && (at > 0 || last == 0 && !self.is_common(at));
        (first..=last).any(|at| self.is_head(at) && (is_source_noun(self.small(at)) || is_name(at)))
    }

    /// A word that is capital only because a sentence begins with it.
    fn is_common(&self, at: usize) -> bool {
        let small = self.small(at);
        at == 0 && (small.ends_with("ly") || STOPS.contains(&small) || WHEN_WHERE.contains(&small) || COMMON.contains(&small))
    }

    /// A word that can be what a group of words is about.
    fn is_head(&self, at: usize) -> bool {
        let small = self.small(at);
        !STOPS.contains(&small) && !self.is_the(at) && small.chars().any(char::is_alphabetic)
    }

    /// Words that begin as one speaks of somebody or something: "the incumbent", "two sources".
    fn is_group(&self, first: usize, last: usize) -> bool {
        let is_bounded =
            self.is_the(first) || matches!(self.small(first), "his" | "her" | "their" | "its" | "two" | "three" | "several" | "one");
        let is_plain = (first..=last).all(|at| self.word(at).is_some_and(|word| !word.is_quoted));
        first < last && last - first < 6 && is_bounded && is_plain && self.is_head(last)
    }

    /// `denied the charge`, `rejected that claim`.
    fn answers(&self, at: usize) -> bool {
        let is_no = matches!(self.small(at), "denied" | "denies" | "deny" | "rejected" | "rejects" | "disputed" | "disputes");
        let said = [
            "claim",
            "claims",
            "charge",
            "charges",
            "allegation",
            "allegations",
            "accusation",
            "accusations",
            "suggestion",
            "suggestions",
            "report",
            "reports",
            "criticism",
        ];
        is_no && (at + 2..at + 5).any(|near| said.contains(&self.small(near)))
    }

    /// A verb of those who hand out figures.
    fn hands_out(&self, at: usize) -> bool {
        matches!(
            self.small(at),
            "reported"
                | "reports"
                | "report"
                | "estimated"
                | "estimates"
                | "found"
                | "finds"
                | "shows"
                | "showed"
                | "show"
                | "revealed"
                | "reveals"
                | "suggests"
                | "calculated"
        ) && !matches!(
            self.small(at + 1),
            "missing" | "dead" | "injured" | "to" | "up" | "guilty" | "in" | "by" | "themselves" | "himself" | "herself"
        )
    }

    /// An organisation or what it hands out: `the ministry reported a rise`.
    fn is_office(&self, first: usize, last: usize) -> bool {
        let is_figures = (first..=last).any(|at| FIGURES_OF.contains(&self.small(at)) || is_source_noun(self.small(at)));
        is_figures || (first..=last).filter(|at| self.has_capital(*at)).count() > usize::from(first == 0)
    }

    /// Those who are asked for what they expect: sources, officials, analysts.
    fn is_asked(&self, first: usize, last: usize) -> bool {
        (first..=last).any(|at| is_source_noun(self.small(at)) && (at == 0 || !self.has_capital(at)))
    }
}

/// Verbs of which whoever does it is a speaker, whatever it is called.
const ALWAYS: &[&str] =
    &["said", "says", "told", "tells", "insisted", "argued", "argues", "explained", "warned", "warns", "stated", "replied"];

/// Words before a speaker that are no part of who it is.
const OPENERS: &[&str] = &[
    "but",
    "and",
    "however",
    "meanwhile",
    "yet",
    "so",
    "later",
    "earlier",
    "still",
    "now",
    "then",
    "instead",
    "afterwards",
    "separately",
    "similarly",
    "recently",
    "today",
    "yesterday",
    "also",
    "indeed",
    "finally",
    "initially",
    "privately",
    "publicly",
    "officially",
    "once",
];

/// Words at the beginning of a sentence that are nobody's name.
const COMMON: &[&str] =
    &["it", "there", "what", "nothing", "everything", "some", "many", "most", "few", "all", "no", "nobody", "not", "much", "more"];
