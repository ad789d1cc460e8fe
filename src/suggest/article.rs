//! Everything that the program would mark in an article, with its reason. It is a proposal: nothing of it stands in a project before the
//! checker takes it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::quantity::{Found, Reading, quantities};
use super::speakers::{Citation, citations};
use super::worth::worth_checking;
use crate::model::annotation::Tag;
use crate::model::document::{Aside, Language, Offer, Span, Text};
use crate::model::quantity::Approximation;

/// Words that the program would tag, or beside which their writer noted something in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// As what. What was noted becomes evidence of a claim.
    pub tag: Tag,
    /// The places among the asides of the article of what was noted; none where the program suggests.
    pub asides: Vec<usize>,
    /// The words.
    pub span: Span,
    /// How sure it is, or how much a claim is worth checking: 0 to 100.
    pub score: u8,
    /// Why, in words.
    pub reason: String,
    /// Who says what, where the words are a part of that.
    pub attribution: Option<Attributed>,
    /// What a number says, and the same in another unit where the article has both.
    pub readings: Option<(Reading, Option<Reading>)>,
}

/// Where a source stands to what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attributed {
    /// Who says it.
    pub speaker: Span,
    /// The words that give it to them.
    pub cue: Span,
    /// What is said.
    pub content: Span,
    /// Where the speaker stands with more of the name.
    pub earlier: Option<Span>,
}

impl Suggestion {
    /// As what its words are offered.
    pub fn offer(&self) -> Offer {
        if self.asides.is_empty() { Offer::Mark(self.tag) } else { Offer::Aside }
    }

    /// What its writer noted in an article, that on the same words together, in the order of the text.
    pub fn of_asides(asides: &[Aside]) -> Vec<Suggestion> {
        let mut together: BTreeMap<(usize, Reverse<usize>), Suggestion> = BTreeMap::new();
        for (nth, aside) in asides.iter().enumerate().filter(|(_, aside)| !aside.span.is_empty()) {
            let fresh = || Suggestion {
                tag: Tag::Claim,
                asides: Vec::new(),
                span: aside.span,
                score: 100,
                reason: REASON_OF_ASIDES.to_owned(),
                attribution: None,
                readings: None,
            };
            together.entry((aside.span.start(), Reverse(aside.span.len()))).or_insert_with(fresh).asides.push(nth);
        }
        together.into_values().collect()
    }
}

/// Why what the writer noted is offered.
const REASON_OF_ASIDES: &str = "The writer noted this in the file. Taken, it is evidence of the claim here, or of a new one.";

/// What the program would mark in an article: each tag in the order of the text, where no two of a tag overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggestions {
    claims: Vec<Suggestion>,
    /// Places in `claims`, the most worth checking first.
    ranked: Vec<usize>,
    numbers: Vec<Suggestion>,
    sources: Vec<Suggestion>,
}

impl Suggestions {
    /// Reads an article in its language. Whoever must not wait asks for it off the drawing thread.
    pub fn of(text: &Text, language: Language) -> Self {
        let cited = citations(text, language);
        let numbers = apart(quantities(text.as_str(), language).into_iter().map(number).collect());
        let has_number = |span: Span| overlapping(&numbers, span).next().is_some();
        let worth = worth_checking(text, &cited, has_number);
        let attributed = |citation: &Citation| Attributed {
            speaker: citation.speaker,
            cue: citation.cue,
            content: citation.content,
            earlier: citation.earlier,
        };
        let claims = worth.into_iter().map(|worth| Suggestion {
            tag: Tag::Claim,
            asides: Vec::new(),
            span: worth.span,
            score: worth.score,
            reason: worth.reason,
            attribution: worth.citation.and_then(|at| cited.get(at)).map(attributed),
            readings: None,
        });
        let claims = apart(claims.collect());
        let sources = cited.iter().map(|citation| Suggestion {
            tag: Tag::Source,
            asides: Vec::new(),
            span: citation.speaker,
            score: if citation.is_quoted { 95 } else { 85 },
            reason: reason(text, citation),
            attribution: Some(attributed(citation)),
            readings: None,
        });
        let sources = apart(sources.collect());
        let mut ranked: Vec<usize> = (0..claims.len()).collect();
        ranked.sort_by_key(|at| Reverse(claims.get(*at).map(|claim| claim.score)));
        Suggestions { claims, ranked, numbers, sources }
    }

    /// Those of a tag, in the order of the text.
    pub fn all(&self, tag: Tag) -> &[Suggestion] {
        match tag {
            Tag::Claim => &self.claims,
            Tag::Number => &self.numbers,
            Tag::Source => &self.sources,
        }
    }

    /// The claims, those most worth checking first.
    pub fn ranked(&self) -> impl Iterator<Item = &Suggestion> {
        self.ranked.iter().filter_map(|at| self.claims.get(*at))
    }

    /// Those of a tag that share words with a stretch, in the order of the text.
    pub fn over(&self, tag: Tag, stretch: Span) -> impl Iterator<Item = &Suggestion> {
        overlapping(self.all(tag), stretch)
    }
}

fn number(found: Found) -> Suggestion {
    let sure = (found.reason.score() * 100.0).round().clamp(0.0, 100.0) as u8;
    let reason = format!("{}; read as {}", found.reason.words(), words(&found.reading));
    let Found { span, reading, also, .. } = found;
    Suggestion { tag: Tag::Number, asides: Vec::new(), span, score: sure, reason, attribution: None, readings: Some((reading, also)) }
}

/// A reading as a checker says it: `about 2,200 forces`, `1,300 migrants a day`.
pub fn words(reading: &Reading) -> String {
    let hedge = match reading.approximation {
        Approximation::Exact | Approximation::Between => String::new(),
        other => format!("{} ", other.word()),
    };
    let unit = if reading.unit.is_empty() { String::new() } else { format!(" {}", reading.unit) };
    let per = if reading.per.is_empty() { String::new() } else { format!(" a {}", reading.per) };
    format!("{hedge}{}{unit}{per}", reading.value)
}

fn overlapping(all: &[Suggestion], stretch: Span) -> impl Iterator<Item = &Suggestion> {
    let from = all.partition_point(|suggestion| suggestion.span.end() <= stretch.start());
    all.get(from..).unwrap_or_default().iter().take_while(move |suggestion| suggestion.span.start() < stretch.end())
}

/// In the order of the text, without those that share words with one before.
fn apart(mut all: Vec<Suggestion>) -> Vec<Suggestion> {
    all.sort_by_key(|suggestion| (suggestion.span.start(), suggestion.span.end()));
    all.retain(|suggestion| !suggestion.span.is_empty());
    all.dedup_by(|next, kept| kept.span.overlaps(next.span));
    all
}

fn reason(text: &Text, citation: &Citation) -> String {
    let cue = text.slice(citation.cue);
    let quoted = if citation.is_quoted { ", with a quote" } else { "" };
    match citation.earlier {
        Some(earlier) => format!("cited by “{cue}”{quoted}; perhaps “{}”", text.slice(earlier)),
        None => format!("cited by “{cue}”{quoted}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, tag: Tag) -> Vec<String> {
        let text = Text::freeze(text);
        let all = Suggestions::of(&text, Language::English);
        all.all(tag).iter().map(|suggestion| format!("{} | {}", text.slice(suggestion.span), suggestion.reason)).collect()
    }

    #[test]
    fn sources_tell_by_what_they_are_cited_and_who_they_are() {
        let text = "Reeve Ann Ex said the gate jammed. “It will hold,” she told reporters. Ex added that nobody was hurt.";
        assert_eq!(
            of(text, Tag::Source),
            [
                "Reeve Ann Ex | cited by “said”",
                "she | cited by “told”, with a quote; perhaps “Reeve Ann Ex”",
                "Ex | cited by “added”; perhaps “Reeve Ann Ex”",
            ]
        );
    }

    #[test]
    fn numbers_tell_what_is_read() {
        let text = "About 1,500 troops came on 3 May. The 1,553 mile (2,500 kilometer) way was closed. It has 1,300 visitors a day.";
        assert_eq!(
            of(text, Tag::Number),
            [
                "About 1,500 troops | a number of something that is named; read as about 1,500 troops",
                "1,553 mile (2,500 kilometer) | a number with a unit; read as 1,553 mi",
                "1,300 visitors a day | a number of something that is named; read as 1,300 visitors a day",
            ]
        );
    }

    #[test]
    fn those_over_a_stretch_are_found() {
        let text = Text::freeze("Reeve Ann Ex said the gate jammed on Friday. Officials told the Post that it was fixed.");
        let all = Suggestions::of(&text, Language::English);
        let over =
            |start, end| all.over(Tag::Source, text.span(start, end)).map(|suggestion| text.slice(suggestion.span)).collect::<Vec<_>>();
        assert_eq!(over(0, 12), ["Reeve Ann Ex"]);
        assert_eq!(over(0, text.len()), ["Reeve Ann Ex", "Officials"]);
        assert_eq!(over(13, 30), [] as [&str; 0]);
        assert_eq!(over(50, 51), ["Officials"]);
    }
}
