//! How long it takes to put articles beside each other: two of them, and a thousand at once. The words are made up from a list, as often
//! as English has them, with passages copied and reworded between articles.

#![allow(clippy::expect_used, reason = "in a bench a panic is the report")]

use divan::{Bencher, black_box};
use tickmark::compare::{Index, Reading, compare};
use tickmark::model::document::Text;
use tickmark::model::id::{DocumentId, Uid};

fn main() {
    divan::main();
}

/// Numbers that are the same at each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    /// A word: the nth of a language in which a few are most of all that is said.
    fn word(&mut self) -> String {
        let rank = self.below(20_000).min(self.below(20_000)).min(self.below(20_000)) * self.below(100) / 100;
        let syllables = ["ba", "do", "ter", "lin", "mo", "sa", "ri", "kel", "un", "pre", "st", "ga"];
        let mut rest = rank;
        let mut word = String::new();
        loop {
            word.push_str(syllables.get(rest % 12).expect("a syllable"));
            rest /= 12;
            if rest == 0 {
                return word;
            }
        }
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..12 + self.below(20)).map(|_| self.word()).collect();
        let mut sentence = words.join(" ");
        sentence.get_mut(0..1).expect("a letter").make_ascii_uppercase();
        sentence + ". "
    }

    /// The same sentence with every eighth word or so replaced.
    fn reworded(&mut self, sentence: &str) -> String {
        let words: Vec<String> =
            sentence.trim_end_matches(". ").split(' ').map(|word| if self.below(8) == 0 { self.word() } else { word.to_owned() }).collect();
        words.join(" ") + ". "
    }

    /// An article of about so many bytes, a third of it reworded from what others have said.
    fn article(&mut self, bytes: usize, said: &mut Vec<String>) -> Text {
        let mut words = String::new();
        while words.len() < bytes {
            let from = if self.below(3) == 0 && !said.is_empty() { said.get(self.below(said.len())).cloned() } else { None };
            let sentence = match from {
                Some(said) => self.reworded(&said),
                None => self.sentence(),
            };
            if self.below(4) == 0 {
                said.push(sentence.clone());
            }
            words.push_str(&sentence);
            if self.below(4) == 0 {
                words.push('\n');
            }
        }
        Text::freeze(words)
    }
}

fn two(bytes: usize) -> (Text, Text) {
    let mut chance = Chance(1);
    let mut said = Vec::new();
    (chance.article(bytes, &mut said), chance.article(bytes, &mut said))
}

fn thousand() -> Vec<(DocumentId, Text)> {
    let mut chance = Chance(2);
    let mut said = Vec::new();
    (0..1000).map(|nth| (DocumentId(Uid(nth)), chance.article(4_000, &mut said))).collect()
}

/// Texts whose sentences nobody has found yet.
fn fresh(texts: &[(DocumentId, Text)]) -> Vec<(DocumentId, Text)> {
    texts.iter().map(|(id, text)| (*id, Text::freeze(text.as_str()))).collect()
}

#[divan::bench(args = [10_000, 100_000, 1_000_000])]
fn two_articles_of_so_many_bytes(bencher: Bencher, bytes: usize) {
    let texts = two(bytes);
    let fresh = || [&texts.0, &texts.1].map(|text| Text::freeze(text.as_str()));
    bencher
        .with_inputs(fresh)
        .bench_local_values(|[one, other]| compare(&Reading::of(&one), &Reading::of(&other), (&[], &[])).passages.len());
}

#[divan::bench(sample_count = 10)]
fn pairs_of_a_thousand_articles_of_4_kb(bencher: Bencher) {
    let texts = thousand();
    bencher.with_inputs(|| fresh(&texts)).bench_local_values(|texts| {
        let mut index = Index::default();
        texts.iter().for_each(|(id, text)| index.add(*id, text));
        black_box(index.pairs().len())
    });
}

#[divan::bench(sample_count = 10)]
fn one_more_article_beside_a_thousand(bencher: Bencher) {
    let mut index = Index::default();
    thousand().iter().for_each(|(id, text)| index.add(*id, text));
    let one_more = thousand().first().map(|(_, text)| Text::freeze(format!("{} {}", text.as_str(), text.as_str()))).expect("a text");
    bencher.with_inputs(|| (index.clone(), Text::freeze(one_more.as_str()))).bench_local_values(|(mut index, text)| {
        index.add(DocumentId(Uid(5_000)), &text);
        // What was there before is not let go of here.
        index
    });
}
