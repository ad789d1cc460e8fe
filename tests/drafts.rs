//! Marks put from one draft of an article on the next: articles are changed as an editor would, at random but with what became of each
//! word written down, and no mark may be put on other words. `cargo bench --bench drafts` counts ten thousand on the shared articles.

// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "drafts/edited.rs"]
mod edited;
#[path = "drafts/judged.rs"]
mod judged;

use edited::{Chance, Hand, Stock, edited, marks, pieces};
use judged::{Said, Table, Truth, judge};

/// Sentences of another story, as an editor would put them in.
const OTHER_STORY: &str = "Bakers in the valley have begun to close on Mondays. Flour costs a third more than it did in autumn, their guild \
    wrote. Whoever wants rolls before seven has to drive to Ansfelden. A mill owner there grinds at night, when power is cheap. He used to \
    supply forty shops and now supplies twelve. Young people seldom learn the trade; last summer only three apprentices finished. The school \
    has offered evening courses since then, mostly for adults who want to change their work. One of them, a former pilot, opened an oven \
    beside the station. Her customers queue along the platform. Trains are sometimes held for them, a conductor admitted.";

fn articles() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/articles");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with("ORIGIN.md")).collect();
    files.sort();
    files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn no_mark_is_put_on_other_words_and_untouched_ones_are_kept() {
    let articles = articles();
    let hands = [Hand { words: 10, sentences: 6, paragraphs: 4 }, Hand { words: 60, sentences: 25, paragraphs: 20 }];
    let stock = Stock::of(OTHER_STORY);
    let mut table = Table::new();
    let mut wrong = Vec::new();
    for seed in 0..6 {
        for (at, article) in articles.iter().enumerate() {
            for (nth, hand) in hands.iter().enumerate() {
                let mut chance = Chance::new(1 + seed * 100 + at as u64 * 10 + nth as u64);
                let old = pieces(article);
                let marked = marks(&old, 30, &mut chance);
                let new = edited(article, &stock, *hand, &mut chance);
                for (key, count) in judge(&old, &new, &marked, &mut |words| wrong.push(words)) {
                    *table.entry(key).or_default() += count;
                }
            }
        }
    }
    let count = |truth: Truth, said: Said| table.get(&(truth, said)).copied().unwrap_or(0);
    let untouched: usize = table.iter().filter(|((truth, _), _)| *truth == Truth::Untouched).map(|(_, count)| count).sum();
    assert!(untouched > 300 && table.values().sum::<usize>() > 1000, "{table:?}");
    assert!(wrong.is_empty(), "{table:?}\n{}", wrong.join("\n"));
    assert!(count(Truth::Untouched, Said::Kept) * 100 >= untouched * 99, "{table:?}");
}
