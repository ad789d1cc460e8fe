//! What a proposal is called, and why it is made.

use std::collections::BTreeMap;

use super::features::{Features, Gathered, Mood, stem};
use crate::model::count::number_word;
use crate::model::quantity::noun::is_function_word;
use crate::model::quantity::reach::Meant;
use crate::model::quantity::{Unit, Value};

/// Shared words that a reason names.
const MOST_WORDS: usize = 3;

/// What a group of them would be called: what a checker has written, else the noun that says best what they share.
pub(super) fn name(gathered: &Gathered, figures: &[&Features]) -> String {
    if let Some(measured) = figures.iter().map(|figure| figure.measured.as_str()).find(|measured| !measured.is_empty()) {
        return capitalised(measured);
    }
    let mut shares: BTreeMap<String, usize> = BTreeMap::new();
    for figure in figures {
        let mut stems: Vec<String> = figure.noun.split([' ', '-']).filter(|word| !is_function_word(word)).map(stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_iter().for_each(|stem| *shares.entry(stem).or_default() += 1);
    }
    let score = |noun: &str| {
        let words: Vec<&str> = noun.split([' ', '-']).filter(|word| !is_function_word(word)).collect();
        let shared: usize = words.iter().filter_map(|word| shares.get(&stem(word))).filter(|share| **share > 1).sum();
        (shared, std::cmp::Reverse(words.len()))
    };
    // What is measured in miles is no mile.
    let is_measured = figures.iter().any(|figure| figure.dimension.is_some());
    let nouns = figures.iter().map(|figure| figure.noun.as_str()).filter(|noun| !is_measured && (noun.contains(' ') || is_noun(noun)));
    // Of nouns that say as much the first one is taken, which is the last that is asked.
    let best = nouns.rev().max_by_key(|noun| score(noun));
    best.map_or_else(|| of_shared_words(gathered, figures), capitalised)
}

/// Whether a word by itself may name something: no verb or adverb by its ending, and no number.
fn is_noun(word: &str) -> bool {
    let is_number = (1..=12).any(|number| number_word(number).eq_ignore_ascii_case(word));
    !word.is_empty() && !is_number && !["ed", "ing", "ly"].iter().any(|end| word.ends_with(end))
}

/// A name of the words that they share, where no noun gives one.
fn of_shared_words(gathered: &Gathered, figures: &[&Features]) -> String {
    let words = shared_words(gathered, figures).into_iter().filter(|word| is_noun(word) && Unit::find(word).is_none());
    let name = words.take(2).collect::<Vec<_>>().join(" ");
    let value = figures.first().and_then(|figure| figure.reach).map(|reach| Value::one(reach.low).to_string());
    if name.is_empty() { value.unwrap_or_default() } else { capitalised(&name) }
}

/// Why they are proposed.
pub(super) fn reason(gathered: &Gathered, figures: &[&Features]) -> String {
    let mut parts = Vec::new();
    let measured = figures.first().map_or("", |figure| figure.measured.as_str());
    if !measured.is_empty() && figures.iter().all(|figure| figure.measured == measured) {
        parts.push("the same words for what is measured".to_owned());
    }
    let first = figures.first().and_then(|figure| figure.value_key.as_ref());
    if first.is_some() && figures.iter().all(|figure| figure.value_key.as_ref() == first) {
        let value = figures.first().and_then(|figure| figure.reach).map(|reach| Value::one(reach.low).to_string());
        parts.push(format!("{} say {}", if figures.len() == 2 { "both" } else { "all" }, value.unwrap_or_default()));
    }
    if figures.iter().all(|figure| figure.reach.is_some_and(|reach| reach.meant == Meant::AtMost)) {
        parts.push("all are upper bounds".to_owned());
    }
    if figures.iter().all(|figure| figure.mood == Mood::There) {
        parts.push("all tell what is there".to_owned());
    }
    let words: Vec<String> = shared_words(gathered, figures).into_iter().map(|word| format!("“{word}”")).collect();
    if !words.is_empty() {
        parts.push(format!("the words {}", words.join(", ")));
    }
    parts.join("; ")
}

/// The words that most of them share and that weigh most, as first written.
fn shared_words(gathered: &Gathered, figures: &[&Features]) -> Vec<String> {
    let mut weights: BTreeMap<u32, (usize, f32)> = BTreeMap::new();
    for (word, weight) in figures.iter().flat_map(|figure| &figure.words) {
        let (times, sum) = weights.entry(*word).or_default();
        *times += 1;
        *sum += weight;
    }
    let mut shared: Vec<(u32, usize, f32)> = weights.into_iter().map(|(word, (times, sum))| (word, times, sum)).collect();
    shared.retain(|(_, times, _)| *times > 1 && times * 2 >= figures.len());
    shared.sort_by(|(one, _, sum), (other, _, other_sum)| other_sum.total_cmp(sum).then(one.cmp(other)));
    shared.iter().take(MOST_WORDS).filter_map(|(word, ..)| gathered.written.get(*word as usize)).cloned().collect()
}

fn capitalised(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
