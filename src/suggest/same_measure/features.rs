//! What is known of each figure for telling which measure the same.

use std::collections::HashMap;

use crate::model::annotation::{Annotation, Mention};
use crate::model::document::{Document, Span};
use crate::model::id::{DocumentId, GroupId, QuantityId};
use crate::model::project::Project;
use crate::model::quantity::noun::{is_function_word, noun};
use crate::model::quantity::reach::{Meant, Reach};
use crate::model::quantity::{Dimension, Quantity, Unit};

/// Words so many places away weigh half as much as those beside the figure.
const NEAR: f32 = 7.0;
/// Words of the noun weigh so much more than others.
const NOUN: f32 = 2.0;

/// Whether a figure tells what is there, or what is to come or comes on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    There,
    Coming,
    Unclear,
}

/// A figure.
#[derive(Clone, Debug)]
pub(super) struct Features {
    pub number: QuantityId,
    pub group: Option<GroupId>,
    /// Its article by place, and where it begins there.
    pub place: (usize, usize),
    pub document: DocumentId,
    pub reach: Option<Reach>,
    pub dimension: Option<Dimension>,
    /// Per what it is; blank where it is no rate.
    pub rate: String,
    /// Value and kind of unit; the same for figures that say the same.
    pub value_key: Option<String>,
    pub mood: Mood,
    /// What it counts, as its article has it.
    pub noun: String,
    /// Words of its sentence with their weights, in order; as long as one together.
    pub words: Vec<(u32, f32)>,
    /// What a checker has written that it measures, in small letters.
    pub measured: String,
}

/// Up to a dozen of something stands everywhere.
const SMALL: u32 = 13;

impl Features {
    fn is_small_count(&self) -> bool {
        self.dimension.is_none() && self.reach.is_some_and(|reach| reach.high.abs() < rust_decimal::Decimal::from(SMALL))
    }

    fn is_at_most(&self) -> bool {
        self.reach.is_some_and(|reach| reach.meant == Meant::AtMost)
    }
}

/// All figures, and the words that they know.
pub(super) struct Gathered {
    pub features: Vec<Features>,
    /// Words as first written, by number.
    pub written: Vec<String>,
    /// In how many sentences of figures each word stands.
    spread: Vec<usize>,
    values: HashMap<String, usize>,
    /// Figures that are upper bounds.
    at_most: usize,
}

impl Gathered {
    pub fn new(project: &Project) -> Self {
        let mut words = Words::default();
        let ranks: HashMap<DocumentId, usize> = project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
        let mut features = Vec::new();
        for (number, mark) in first_marks(project, &ranks) {
            let Some(document) = project.document(mark.document) else { continue };
            let rank = ranks.get(&mark.document).copied().unwrap_or(usize::MAX);
            features.push(of_figure(&mut words, (number, mark.span), (document, rank)));
        }
        features.sort_by_key(|figure: &Features| figure.place);
        let mut gathered = Gathered { features, written: words.written, spread: Vec::new(), values: HashMap::new(), at_most: 0 };
        gathered.count();
        gathered.weigh();
        gathered
    }

    fn count(&mut self) {
        self.spread = vec![0; self.written.len()];
        self.at_most = self.features.iter().filter(|figure| figure.is_at_most()).count();
        for figure in &self.features {
            for (word, _) in &figure.words {
                if let Some(spread) = self.spread.get_mut(*word as usize) {
                    *spread += 1;
                }
            }
            if let Some(value) = &figure.value_key {
                *self.values.entry(value.clone()).or_default() += 1;
            }
        }
    }

    /// Rare words weigh more; then all weights of a figure together are brought to the length of one.
    fn weigh(&mut self) {
        let number = self.features.len() as f32;
        for figure in &mut self.features {
            for (word, weight) in &mut figure.words {
                let spread = self.spread.get(*word as usize).copied().unwrap_or(1).max(1) as f32;
                *weight *= (1.0 + number / spread).ln();
            }
            let length = figure.words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            figure.words.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
    }

    /// In how many sentences of figures a word stands.
    pub fn spread(&self, word: u32) -> usize {
        self.spread.get(word as usize).copied().unwrap_or(0)
    }

    /// How much it says that so many figures share something.
    fn rarity(&self, times: usize) -> f32 {
        0.05 * (self.features.len() as f32 / times.max(1) as f32).log2()
    }

    /// How much two figures are alike, from 0 to 1; 0 where they cannot measure the same.
    pub fn alike(&self, one: &Features, other: &Features) -> f32 {
        // One without a rate may be of the same: "4,000 flights" of "each day", said a sentence before.
        let is_other_rate = !one.rate.is_empty() && !other.rate.is_empty() && one.rate != other.rate;
        if is_other_rate || one.dimension != other.dimension || excludes_in_article(one, other) {
            return 0.0;
        }
        if !one.measured.is_empty() && !other.measured.is_empty() {
            return if one.measured == other.measured { 1.0 } else { 0.0 };
        }
        let words = cosine(&one.words, &other.words);
        // The same value in other surroundings is mostly chance.
        let mut score = words + self.for_value(one, other) * (4.0 * words).clamp(0.35, 1.0) + self.for_repetition(one, other);
        score += match (one.is_at_most(), other.is_at_most()) {
            (true, true) => self.rarity(self.at_most).clamp(0.10, 0.25),
            (false, false) => 0.0,
            _ => -0.15,
        };
        score += match (one.mood, other.mood) {
            (Mood::There, Mood::There) => 0.10,
            // How many may still come at most is said of few things.
            (Mood::Coming, Mood::Coming) if one.is_at_most() && other.is_at_most() => 0.10,
            (Mood::There, Mood::Coming) | (Mood::Coming, Mood::There) => -0.15,
            _ => 0.0,
        };
        score.clamp(0.0, 1.0)
    }

    /// The same value says the more, the rarer it is; small counts say nothing.
    fn for_value(&self, one: &Features, other: &Features) -> f32 {
        if one.is_small_count() || one.value_key.is_none() || one.value_key != other.value_key {
            return 0.0;
        }
        let times = one.value_key.as_ref().and_then(|value| self.values.get(value)).copied().unwrap_or(1);
        (0.2 + self.rarity(times)).clamp(0.2, 0.4)
    }

    /// An article that gives the same figure again mostly speaks of the same; one close to it may be.
    fn for_repetition(&self, one: &Features, other: &Features) -> f32 {
        let (Some(reach), Some(other_reach)) = (one.reach, other.reach) else { return 0.0 };
        match one.value_key == other.value_key {
            _ if one.is_small_count() => 0.0,
            true if one.document == other.document => 0.25,
            false if reach.meant == other_reach.meant && !reach.excludes(&other_reach) => 0.1,
            _ => 0.0,
        }
    }
}

/// Whether two figures stand in one article and measure different things there: they cannot both be right, or one tells what is there and
/// the other, which is not the same, what is to come.
pub(super) fn excludes_in_article(one: &Features, other: &Features) -> bool {
    // What nobody has read is the same only where it counts the same.
    let is_unread = one.reach.is_none() || other.reach.is_none();
    let are_two = matches!((one.mood, other.mood), (Mood::There, Mood::Coming) | (Mood::Coming, Mood::There));
    let is_other = one.value_key.is_none() || one.value_key != other.value_key;
    one.document == other.document
        && (is_unread && one.noun != other.noun
            || are_two && is_other
            || one.reach.zip(other.reach).is_some_and(|(reach, other)| reach.excludes(&other)))
}

fn cosine(one: &[(u32, f32)], other: &[(u32, f32)]) -> f32 {
    let (mut sum, mut rest) = (0.0, other.iter().peekable());
    for (word, weight) in one {
        while rest.next_if(|(next, _)| next < word).is_some() {}
        if let Some((_, other_weight)) = rest.next_if(|(next, _)| next == word) {
            sum += weight * other_weight;
        }
    }
    sum
}

/// Each number with its first mark that has a place.
fn first_marks<'a>(project: &'a Project, ranks: &HashMap<DocumentId, usize>) -> Vec<(&'a Quantity, &'a Annotation)> {
    let mut first: HashMap<QuantityId, &Annotation> = HashMap::new();
    let key = |mark: &Annotation| (ranks.get(&mark.document).copied().unwrap_or(usize::MAX), mark.span.start(), mark.id);
    for mark in project.annotations().values().filter(|mark| !mark.is_lost()) {
        if let Mention::Number(id) = mark.mention {
            let known = first.entry(id).or_insert(mark);
            if key(mark) < key(known) {
                *known = mark;
            }
        }
    }
    project.quantities().values().filter_map(|number| Some((number, *first.get(&number.id)?))).collect()
}

fn of_figure(words: &mut Words, (number, span): (&Quantity, Span), (document, rank): (&Document, usize)) -> Features {
    let text = &document.text;
    // Those of long articles may not be known yet; here there is time to find them.
    text.sentences();
    let unit = Unit::find(&number.unit);
    let base = unit.map(|unit| base_of(unit.dimension, unit));
    let reach = Reach::of(number, base);
    // From within the figure: its start may count as the end of the sentence before it.
    let sentence = text.sentence_around(text.previous(span.end())).unwrap_or(span);
    let before = text.slice(Span::between(sentence.start().min(span.start()), span.start()));
    let after = text.slice(Span::between(span.end(), sentence.end().max(span.end())));
    let noun = noun(text, span);
    Features {
        number: number.id,
        group: number.group,
        place: (rank, span.start()),
        document: document.id,
        dimension: unit.map(|unit| unit.dimension),
        rate: number.rate(),
        value_key: reach.map(|reach| format!("{} {} {:?}", reach.low.normalize(), reach.high.normalize(), unit.map(|unit| unit.dimension))),
        reach,
        mood: mood((before, after), &noun),
        words: weighted(words, (before, text.slice(span), after), &noun),
        noun,
        measured: number.measured.trim().to_lowercase(),
    }
}

/// One unit for all figures of a kind: the first of the table.
fn base_of(dimension: Dimension, own: &'static Unit) -> &'static Unit {
    Unit::all().find(|unit| unit.dimension == dimension).unwrap_or(own)
}

/// The words around a figure with their weights: the nearer, the more, and those of its noun most.
fn weighted(words: &mut Words, (before, own, after): (&str, &str, &str), noun: &str) -> Vec<(u32, f32)> {
    let mut weights: HashMap<u32, f32> = HashMap::new();
    let mut put = |word: u32, weight: f32| {
        let known = weights.entry(word).or_insert(0.0);
        *known = known.max(weight);
    };
    let near = |away: usize| 1.0 / (1.0 + away as f32 / NEAR);
    for (away, word) in content(before).rev().enumerate() {
        put(words.id(word), near(away));
    }
    for word in content(own) {
        put(words.id(word), NOUN);
    }
    for (away, word) in content(after).enumerate() {
        put(words.id(word), near(away));
    }
    for word in content(noun) {
        put(words.id(word), NOUN);
    }
    let mut weights: Vec<(u32, f32)> = weights.into_iter().collect();
    weights.sort_by_key(|(word, _)| *word);
    weights
}

/// Words that say something, without figures.
fn content(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'' && sign != '’');
    words.filter(|word| word.chars().count() > 2 && !word.starts_with(|sign: char| sign.is_ascii_digit()) && !is_function_word(word))
}

/// Words by number, each known by its stem.
#[derive(Default)]
struct Words {
    ids: HashMap<String, u32>,
    written: Vec<String>,
}

impl Words {
    fn id(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        let written = &mut self.written;
        *self.ids.entry(stem(word)).or_insert_with(|| {
            written.push(word.to_owned());
            next
        })
    }
}

/// A word without its ending, as far as plurals, verbs and persons go: `guardsmen` and `guards` are `guard`.
pub(super) fn stem(word: &str) -> String {
    let mut stem = word.to_lowercase();
    for end in ["'s", "’s", "smen", "sman", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "e"] {
        let rest = stem.len().saturating_sub(end.len());
        if rest >= 4 && stem.ends_with(end) && !(end == "s" && stem.ends_with("ss")) {
            stem.truncate(rest);
            if end == "ies" {
                stem.push('y');
            }
            break;
        }
    }
    // "forces" has lost "es", "force" its "e".
    if stem.len() > 4 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// So many words behind a figure may tell what is there.
const BEHIND: usize = 7;
/// Words beside a figure that tell what is there.
const THERE: &[&str] =
    &["there", "already", "currently", "present", "now", "remain", "remains", "stationed", "hay", "había", "ya", "déjà", "bereits", "gibt"];
/// Words in front of a figure that tell what is to come or comes on top.
const COMING: &[&str] = &[
    "will",
    "would",
    "could",
    "may",
    "might",
    "plan",
    "plans",
    "planned",
    "expected",
    "expects",
    "prepared",
    "order",
    "orders",
    "ordered",
    "send",
    "sent",
    "another",
    "additional",
    "extra",
    "further",
    "adding",
    "increase",
    "mobilize",
    "mobilise",
    "deploy",
];
/// Words of the noun that say that something comes on top.
const ON_TOP: &[&str] = &["additional", "more", "extra", "another", "further", "new"];

fn mood((before, after): (&str, &str), noun: &str) -> Mood {
    let stops = [',', ';', '—', '–', ':'];
    let clause = before.rsplit(stops).next().unwrap_or(before);
    let behind: String = after.split(stops).next().unwrap_or(after).split_inclusive(' ').take(BEHIND).collect();
    let has = |text: &str, list: &[&str]| {
        text.split(|sign: char| !sign.is_alphanumeric()).any(|word| list.contains(&word.to_lowercase().as_str()))
    };
    if has(noun, ON_TOP) {
        Mood::Coming
    } else if has(clause, THERE) || has(&behind, THERE) {
        Mood::There
    } else if has(clause, COMING) {
        Mood::Coming
    } else {
        Mood::Unclear
    }
}
