//! Which sentences are worth checking, and why: a point system over what can be seen in the words. It ranks; it does not decide. The
//! reasons are what the checker reads, so each point has one.

use super::speakers::Citation;
use crate::model::document::{Span, Text, meta};

/// A sentence that is worth checking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// What to check: what is said where somebody is cited, else the sentence without its full stop.
    pub span: Span,
    /// 0 to 100, the more the more can be wrong.
    pub score: u8,
    /// Why, in words: `a figure; names who or where`.
    pub reason: String,
    /// Who is cited for it, as a place in the citations given.
    pub citation: Option<usize>,
}

/// The least score of a sentence that is offered.
const LEAST: i32 = 30;
/// The fewest words of a sentence that says something.
const FEWEST_WORDS: usize = 4;

/// The sentences of an article that are worth checking, in its order. `has_number` tells whether figures stand in a stretch.
pub fn worth_checking(text: &Text, citations: &[Citation], has_number: impl Fn(Span) -> bool) -> Vec<Worth> {
    let mut found = Vec::new();
    let mut from = 0;
    for paragraph in 0..text.paragraphs().len() {
        if text.paragraphs().get(paragraph).is_some_and(|line| meta::is_date_line(text.slice(*line).trim())) {
            continue;
        }
        for sentence in text.sentences_of(paragraph).iter().copied() {
            from +=
                citations.get(from..).unwrap_or_default().iter().take_while(|citation| citation.speaker.end() <= sentence.start()).count();
            let rest = citations.get(from..).unwrap_or_default();
            let cited = rest.iter().take_while(|citation| citation.speaker.start() < sentence.end()).count();
            let here = (from..from + cited).filter_map(|at| Some((at, citations.get(at)?)));
            found.extend(of_sentence(text, sentence, here.max_by_key(|(_, citation)| citation.content.len()), &has_number));
        }
    }
    found
}

fn of_sentence(text: &Text, sentence: Span, cited: Option<(usize, &Citation)>, has_number: &impl Fn(Span) -> bool) -> Option<Worth> {
    let whole = without_stop(text, sentence);
    // A citation of a part, as of a figure in a clause, leaves the sentence whole.
    let cited = cited.filter(|(_, citation)| 2 * citation.content.len() > sentence.len() || citation.is_quoted);
    let span = cited.map_or(whole, |(_, citation)| citation.content);
    let words = Words::of(text.slice(span));
    if words.small.len() < FEWEST_WORDS || text.slice(sentence).trim_end().ends_with('?') {
        return None;
    }
    let mut points = Points::default();
    if has_number(span) {
        points.give(35, "a figure");
    }
    words.judge(&mut points);
    if cited.is_some() && points.score > 0 {
        points.give(5, "somebody is cited for it");
    }
    let score = u8::try_from(points.score.clamp(0, 100)).unwrap_or(100);
    (points.score >= LEAST).then(|| Worth { span, score, reason: points.reasons.join("; "), citation: cited.map(|(at, _)| at) })
}

fn without_stop(text: &Text, sentence: Span) -> Span {
    const MARKS: [char; 7] = ['"', '“', '”', '«', '»', '„', '‟'];
    let trimmed = text.trimmed(sentence);
    let words = text.slice(trimmed);
    // Quotation marks around all of it are no part of what is said.
    let start = words.len() - words.trim_start_matches(MARKS).len();
    let end = words.trim_end_matches(MARKS).trim_end_matches(['.', '。', '।', ',']).len();
    text.span(trimmed.start() + start.min(end), trimmed.start() + end)
}

/// Points with their reasons.
#[derive(Default)]
struct Points {
    score: i32,
    reasons: Vec<String>,
}

impl Points {
    fn give(&mut self, points: i32, reason: &str) {
        self.score += points;
        self.reasons.push(reason.to_owned());
    }
}

/// The words of a sentence, as written and in small letters.
struct Words<'a> {
    written: Vec<&'a str>,
    small: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let is_edge = |sign: char| !sign.is_alphanumeric();
        let written: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(is_edge)).filter(|word| !word.is_empty()).collect();
        let small = written.iter().map(|word| word.to_lowercase()).collect();
        Words { written, small }
    }

    /// The first word of a list, as the sentence has it.
    fn one_of(&self, list: &[&str]) -> Option<&str> {
        self.small.iter().find(|word| list.contains(&word.as_str())).map(String::as_str)
    }

    fn has_pair(&self, pairs: &[(&str, &str)]) -> Option<String> {
        let found = self.small.windows(2).find(|pair| pairs.iter().any(|(one, other)| pair == &[*one, *other]));
        found.map(|pair| pair.join(" "))
    }

    fn judge(&self, points: &mut Points) {
        let quoted = |what: &str, word: &str| format!("{what}: “{word}”");
        if let Some(word) = self.superlative() {
            points.give(20, &quoted("a superlative", &word));
        }
        if let Some(word) = self.one_of(ABSOLUTE) {
            points.give(15, &quoted("says it of all or none", word));
        }
        if let Some(word) = self.one_of(CHANGE) {
            points.give(20, &quoted("says that something changed", word));
        } else if let Some(word) = self.one_of(COMPARISON) {
            points.give(15, &quoted("compares", word));
        }
        if let Some(words) = self.has_pair(CAUSE_PAIRS).or_else(|| self.one_of(CAUSE).map(str::to_owned)) {
            points.give(15, &quoted("says why", &words));
        }
        if let Some(word) = self.one_of(DEED) {
            points.give(15, &quoted("says what was done", word));
        }
        match self.names() {
            0 => {}
            1 => points.give(10, "names who or where"),
            _ => points.give(15, "names who and where"),
        }
        if self.one_of(WHEN).is_some() {
            points.give(5, "says when");
        }
        if let Some(word) = self.one_of(VIEW) {
            points.give(-25, &quoted("less, as a view", word));
        }
        if let Some(word) = self.one_of(AHEAD) {
            points.give(-10, &quoted("less, as it lies ahead", word));
        }
    }

    /// `the largest`, `most expensive`, `the first`.
    fn superlative(&self) -> Option<String> {
        let is_est = |word: &str| word.len() > 5 && word.ends_with("est") && !NO_SUPERLATIVE.contains(&word);
        let found = self.small.windows(2).find(|pair| match pair {
            [the, word] => {
                let is_led = matches!(the.as_str(), "the" | "its" | "their" | "his" | "her") || the.ends_with("'s") || the.ends_with("’s");
                is_led && (is_est(word) || matches!(word.as_str(), "first" | "only" | "last" | "most" | "least" | "worst" | "best"))
                    || the == "record" && matches!(word.as_str(), "high" | "low" | "number" | "levels")
            }
            _ => false,
        });
        found.map(|pair| pair.join(" "))
    }

    /// Names behind the first word: runs of words with a capital.
    fn names(&self) -> usize {
        let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some() && word != "I’m" && word != "I'm";
        let mut before = true;
        let mut count = 0;
        for word in &self.written {
            let here = is_name(word);
            count += usize::from(here && !before);
            before = here;
        }
        count
    }
}

const ABSOLUTE: &[&str] =
    &["all", "every", "always", "never", "none", "nobody", "no", "only", "entire", "majority", "most", "ever", "unprecedented"];
const COMPARISON: &[&str] =
    &["more", "fewer", "less", "higher", "lower", "larger", "smaller", "than", "twice", "half", "double", "triple", "versus", "compared"];
const CHANGE: &[&str] = &[
    "rose",
    "risen",
    "fell",
    "fallen",
    "increased",
    "decreased",
    "doubled",
    "tripled",
    "halved",
    "grew",
    "grown",
    "dropped",
    "declined",
    "soared",
    "plunged",
    "surged",
    "slowed",
    "shrank",
    "gained",
    "lost",
    "jumped",
    "climbed",
    "slumped",
    "dwindling",
    "rising",
    "falling",
    "worsened",
    "improved",
    "quadrupled",
    "expanded",
];
const CAUSE: &[&str] = &["caused", "causes", "triggered", "prompted", "resulted", "because"];
const CAUSE_PAIRS: &[(&str, &str)] =
    &[("due", "to"), ("led", "to"), ("leads", "to"), ("thanks", "to"), ("linked", "to"), ("blamed", "for"), ("responsible", "for")];
const DEED: &[&str] = &[
    "signed",
    "banned",
    "voted",
    "passed",
    "approved",
    "rejected",
    "killed",
    "arrested",
    "charged",
    "convicted",
    "deployed",
    "ordered",
    "paid",
    "spent",
    "sold",
    "bought",
    "built",
    "closed",
    "opened",
    "founded",
    "won",
    "died",
    "injured",
    "evacuated",
    "sued",
    "fined",
    "launched",
    "declared",
    "crossed",
    "bars",
    "cancelled",
    "withdrew",
    "invaded",
    "ruled",
    "elected",
    "appointed",
    "resigned",
    "dispatched",
    "arrived",
    "includes",
    "include",
    "comprised",
    "installed",
    "fired",
    "sentenced",
    "seized",
    "introduced",
    "discovered",
    "found",
    "destroyed",
    "damaged",
];
const WHEN: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "yesterday",
    "today",
    "year",
    "years",
    "month",
    "week",
    "since",
    "ago",
    "currently",
    "already",
];
const VIEW: &[&str] = &[
    "i",
    "should",
    "must",
    "hope",
    "hopes",
    "think",
    "feel",
    "feels",
    "beautiful",
    "wonderful",
    "terrible",
    "great",
    "proud",
    "love",
    "shame",
    "shameful",
    "brilliant",
    "ought",
    "opinion",
    "deserve",
    "deserves",
    "disgrace",
    "wish",
    "wrong",
    "heroic",
    "ridiculous",
];
const AHEAD: &[&str] = &["will", "would", "could", "may", "might", "expected", "plans", "planned", "likely", "unlikely", "going", "shall"];
const NO_SUPERLATIVE: &[&str] = &[
    "interest",
    "protest",
    "request",
    "contest",
    "forest",
    "arrest",
    "honest",
    "modest",
    "harvest",
    "invest",
    "suggest",
    "manifest",
    "midwest",
    "northwest",
    "southwest",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Language;
    use crate::suggest::speakers::citations;

    /// What is offered of an article: score, words, reason.
    fn offered(text: &str) -> Vec<String> {
        let text = Text::freeze(text);
        let has_number = |span: Span| text.slice(span).contains(|sign: char| sign.is_ascii_digit());
        let found = worth_checking(&text, &citations(&text, Language::English), has_number);
        found.iter().map(|worth| format!("{} {} | {}", worth.score, text.slice(worth.span), worth.reason)).collect()
    }

    #[test]
    fn a_sentence_is_worth_checking_for_reasons_that_can_be_read() {
        let text = "The levee failed. About 1,500 people left Orva, the largest town, on Friday. What now? We love this town. Officials said the water rose by 2 metres.";
        assert_eq!(
            offered(text),
            [
                "75 About 1,500 people left Orva, the largest town, on Friday | a figure; a superlative: “the largest”; names who and where; says when",
                "60 the water rose by 2 metres | a figure; says that something changed: “rose”; somebody is cited for it",
            ]
        );
    }

    #[test]
    fn views_and_what_lies_ahead_count_less() {
        let score = |text: &str| offered(text).first().and_then(|line| line.split(' ').next()?.parse::<i32>().ok()).unwrap_or(0);
        assert!(score("Exports fell by 12 percent in March.") > score("Exports will fall by 12 percent in March, and will hurt."));
        assert!(score("Exports fell by 12 percent in March.") > score("I think exports fell by 12 percent in March."));
        assert_eq!(offered("It was a wonderful evening and a great game."), Vec::<String>::new());
    }
}
