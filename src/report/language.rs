//! The languages of the printed report. Every word that a writer prints is looked up here by its key; the words are in
//! `assets/languages`, in the format of Project Fluent, which knows the plurals of each language.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::Timestamp;
use jiff::tz::Offset;

use crate::lint::{Finding, Rule};
use crate::model::annotation::Tag;
use crate::model::claim::{Stance, Status};
use crate::model::exclusion::Reason;
use crate::model::moment::Moment;
use crate::model::quantity::Approximation;
use crate::model::quantity::agreement::Outcome;
use crate::model::source::{FirstHand, SourceKind};

/// A language that a report can be printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
    /// Arabic; pages run from right to left.
    Arabic,
}

type Words = FluentBundle<FluentResource>;

/// The words of each language, read when first asked for.
static WORDS: [OnceLock<Words>; 5] = [const { OnceLock::new() }; 5];

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Language; 5] = [Language::English, Language::Spanish, Language::French, Language::German, Language::Arabic];

    /// Its tag by BCP 47: `en`.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
            Language::French => "fr",
            Language::German => "de",
            Language::Arabic => "ar",
        }
    }

    /// The language of a tag; the region is not looked at: `de-AT` is German.
    pub fn of_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        Language::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// What its speakers call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Spanish => "Español",
            Language::French => "Français",
            Language::German => "Deutsch",
            Language::Arabic => "العربية",
        }
    }

    /// Whether its pages run from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Language::Arabic
    }

    fn source(self) -> &'static str {
        match self {
            Language::English => include_str!("../../assets/languages/en.ftl"),
            Language::Spanish => include_str!("../../assets/languages/es.ftl"),
            Language::French => include_str!("../../assets/languages/fr.ftl"),
            Language::German => include_str!("../../assets/languages/de.ftl"),
            Language::Arabic => include_str!("../../assets/languages/ar.ftl"),
        }
    }

    /// The words, read once. A line that is no Fluent is left out; a test refuses one.
    fn words(self) -> Option<&'static Words> {
        let place = Language::ALL.iter().position(|language| *language == self)?;
        let read = || {
            let id = self.code().parse().unwrap_or_default();
            let mut words = FluentBundle::new_concurrent(vec![id]);
            // The signs that keep directions apart would stand in every table and file; what is written from right to left says so itself.
            words.set_use_isolating(false);
            let resource = FluentResource::try_new(self.source().to_owned()).unwrap_or_else(|(whole, _)| whole);
            // The one error that adding can give is a key that stands twice; the first one holds.
            let _ = words.add_resource(resource);
            words
        };
        Some(WORDS.get(place)?.get_or_init(read))
    }

    fn formatted(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
        let words = self.words()?;
        let pattern = words.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let said = words.format_pattern(pattern, arguments, &mut errors);
        Some(match said {
            Cow::Borrowed(said) => Cow::Borrowed(said),
            Cow::Owned(said) => Cow::Owned(said),
        })
    }

    /// The words of a key. A key that the language lacks is said in English; one that nobody has, by its name (a test refuses both).
    pub fn say(self, key: &str) -> Cow<'static, str> {
        let said = self.formatted(key, None).or_else(|| Language::English.formatted(key, None));
        said.unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }

    /// The words of a key with values put in: `say_with("left", &[("count", 3.into())])`.
    pub fn say_with(self, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value.clone());
        }
        let said = self.formatted(key, Some(&arguments)).or_else(|| Language::English.formatted(key, Some(&arguments)));
        said.unwrap_or_else(|| Cow::Owned(key.to_owned())).into_owned()
    }

    /// The word for one of a kind of things, by its English word: `named("status", "Open")` is the key `status-open`.
    fn named(self, group: &str, word: &str) -> Cow<'static, str> {
        self.say(&format!("{group}-{}", word.to_lowercase().replace(' ', "-")))
    }

    /// How far a claim's checking is.
    pub fn status(self, status: Status) -> Cow<'static, str> {
        self.named("status", status.word())
    }

    /// A kind of source.
    pub fn kind(self, kind: SourceKind) -> Cow<'static, str> {
        self.named("kind", kind.word())
    }

    /// Sources of a kind.
    pub fn kinds(self, kind: SourceKind) -> Cow<'static, str> {
        self.named("kinds", kind.word())
    }

    /// Why a passage is not checkable.
    pub fn reason(self, reason: Reason) -> Cow<'static, str> {
        self.named("reason", reason.word())
    }

    /// For or against.
    pub fn stance(self, stance: Stance) -> Cow<'static, str> {
        self.named("stance", stance.word())
    }

    /// How exactly a number is meant.
    pub fn approximation(self, approximation: Approximation) -> Cow<'static, str> {
        self.named("approximation", approximation.word())
    }

    /// Whether figures of the same agree.
    pub fn outcome(self, outcome: Outcome) -> Cow<'static, str> {
        self.named("outcome", outcome.word())
    }

    /// Claim, number or source.
    pub fn tag(self, tag: Tag) -> Cow<'static, str> {
        self.named("tag", tag.word())
    }

    /// Whether a source speaks first hand.
    pub fn first_hand(self, first_hand: FirstHand) -> Cow<'static, str> {
        self.named("first-hand", first_hand.word())
    }

    /// The name of a rule.
    pub fn rule(self, rule: Rule) -> Cow<'static, str> {
        self.named("rule", rule.code())
    }

    /// What a rule found about one subject, in general words: `Rests on anonymous sources alone`.
    pub fn found(self, rule: Rule) -> Cow<'static, str> {
        self.named("found", rule.code())
    }

    /// The words of a finding: in English as the rule puts them, with what it found; else what the rule says in general.
    pub fn words_of(self, finding: &Finding) -> String {
        match self {
            Language::English => finding.words.clone(),
            language => language.found(finding.rule).into_owned(),
        }
    }

    /// How often a rule found something, or that all is well: `9 claims name no source`.
    pub fn checked(self, rule: Rule, findings: usize) -> String {
        self.say_with(&format!("checked-{}", rule.code()), &[("count", findings.into())])
    }

    /// The head of a column of the tables for spreadsheets, by its name for programs: in English that name itself.
    pub fn head(self, name: &str) -> Cow<'static, str> {
        self.named("head", &name.replace('_', " "))
    }

    /// `21 November 2026, 14:32` by the checker's clock; blank for a moment outside the calendar.
    pub fn date_and_time(self, moment: Moment, offset: Offset) -> String {
        let Ok(timestamp) = Timestamp::from_millisecond(moment.epoch_ms) else {
            return String::new();
        };
        let at = offset.to_datetime(timestamp);
        let month = self.say(&format!("month-{}", at.month()));
        // Years and days are no quantities: they have no plural and no grouping of digits.
        let [day, year] = [at.day().to_string(), at.year().to_string()];
        let time = at.strftime("%H:%M").to_string();
        self.say_with("date-time", &[("day", day.into()), ("month", month.into()), ("year", year.into()), ("time", time.into())])
    }

    /// `A`, `A and B`, `A, B and C`.
    pub fn list(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => {
                let start = self.commas(head);
                self.say_with("list-and", &[("start", start.into()), ("end", last.as_str().into())])
            }
        }
    }

    /// `A, B, C`.
    pub fn commas<S: AsRef<str>>(self, parts: &[S]) -> String {
        let mut parts = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or("").to_owned();
        parts.fold(first, |start, end| self.say_with("list-comma", &[("start", start.into()), ("end", end.into())]))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use regex::Regex;

    use super::*;
    use crate::testing::NOW;

    /// Every key of a language with the values that its words put in.
    fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        assert!(FluentResource::try_new(language.source().to_owned()).is_ok(), "{language:?}");
        let value = Regex::new(r"\{ ?\$([a-z]+)").unwrap();
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in language.source().lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.starts_with(' ')) {
                current = key.to_owned();
                assert!(!keys.contains_key(key), "{key} stands twice in {language:?}");
                keys.insert(current.clone(), BTreeSet::new());
            }
            let values: Vec<_> = value.captures_iter(line).map(|found| found[1].to_owned()).collect();
            keys.entry(current.clone()).or_default().extend(values);
        }
        keys
    }

    /// The keys that the report's code asks for by name.
    fn asked(folder: &Path, found: &mut BTreeSet<String>) {
        let call = Regex::new(r#"(?:say|say_with)\(\s*"([a-z0-9-]+)""#).unwrap();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                asked(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("language.rs") {
                let code = std::fs::read_to_string(&path).unwrap();
                found.extend(call.captures_iter(&code).map(|found| found[1].to_owned()));
            }
        }
    }

    #[test]
    fn every_language_has_every_key_with_the_same_values() {
        let english = keys(Language::English);
        for language in Language::ALL {
            for (key, values) in keys(language) {
                // A language may say a count by its plural alone, and no language knows a value that nobody gives.
                assert!(english.get(&key).is_some_and(|known| known.is_superset(&values)), "{key} in {language:?}");
            }
            assert_eq!(english.len(), keys(language).len(), "{language:?}");
        }
    }

    #[test]
    fn every_key_that_is_asked_for_is_there() {
        let english = keys(Language::English);
        let mut wanted = BTreeSet::new();
        asked(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/report"), &mut wanted);
        assert!(wanted.len() > 100, "the calls were not found");
        let missing: Vec<_> = wanted.iter().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_name_of_a_thing_has_its_word() {
        let is_key = Regex::new(r"^(status|kinds?|rule|found|checked|tag|stance|first-hand)-").unwrap();
        for language in Language::ALL {
            let mut said: Vec<Cow<'static, str>> = Vec::new();
            said.extend(Status::ALL.map(|status| language.status(status)));
            said.extend(SourceKind::ALL.map(|kind| language.kind(kind)));
            said.extend(SourceKind::ALL.map(|kind| language.kinds(kind)));
            said.extend(Rule::ALL.map(|rule| language.rule(rule)));
            said.extend(Rule::ALL.map(|rule| language.found(rule)));
            said.extend(Rule::ALL.map(|rule| language.checked(rule, 2).into()));
            said.extend([Tag::Claim, Tag::Number, Tag::Source].map(|tag| language.tag(tag)));
            said.extend([Stance::Supports, Stance::Contradicts, Stance::Context].map(|stance| language.stance(stance)));
            said.extend([FirstHand::Yes, FirstHand::No, FirstHand::Unclear].map(|hand| language.first_hand(hand)));
            let unknown: Vec<_> = said.iter().filter(|word| is_key.is_match(word)).collect();
            assert!(unknown.is_empty(), "{language:?} {unknown:?}");
        }
        assert!(Status::ALL.iter().all(|status| Language::English.status(*status) == status.word()));
        for rule in Rule::ALL {
            assert_eq!(Language::English.rule(rule), rule.title());
            assert_eq!([0, 1, 2, 9].map(|count| Language::English.checked(rule, count)), [0, 1, 2, 9].map(|count| rule.summary(count)));
            for language in Language::ALL {
                let [fine, one, many] = [0, 1, 12].map(|count| language.checked(rule, count));
                assert!(!fine.contains('0') && one.contains('1') && many.contains("12"), "{language:?}: {fine}; {one}; {many}");
                // A sentence says more than the name does, and in its own language.
                let found = language.found(rule);
                assert!(language == Language::English || found != Language::English.found(rule), "{language:?}: {found}");
            }
        }
    }

    #[test]
    fn dates_lists_and_plurals_are_those_of_the_language() {
        let date = |language: Language| language.date_and_time(NOW, Offset::UTC);
        assert_eq!(date(Language::English), "21 November 2026, 14:32");
        assert_eq!(date(Language::Spanish), "21 de noviembre de 2026, 14:32");
        assert_eq!(date(Language::German), "21. November 2026, 14:32");
        assert_eq!(Language::English.date_and_time(Moment::from_ms(i64::MAX), Offset::UTC), "");
        let parts = ["A1", "A2", "B1"].map(str::to_owned);
        assert_eq!(Language::German.list(&parts), "A1, A2 und B1");
        assert_eq!(Language::Arabic.list(&parts), "A1، A2 وB1");
        let pairs = |language: Language, count: usize| language.say_with("of-pairs", &[("count", count.into())]);
        assert_eq!([pairs(Language::English, 1), pairs(Language::English, 2)], ["of 1 pair", "of 2 pairs"]);
        assert_eq!([pairs(Language::Arabic, 2), pairs(Language::Arabic, 3)], ["من زوجين", "من 3 أزواج"]);
        assert_eq!(pairs(Language::French, 0), "sur 0 paire");
        assert_eq!(
            [Language::of_code("de-AT"), Language::of_code("AR"), Language::of_code("xx")],
            [Some(Language::German), Some(Language::Arabic), None]
        );
    }
}
