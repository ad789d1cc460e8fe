//! The five real articles beside each other: what two of them share, and that nothing else is found.

// Clippy takes helpers for tests, too.
#![cfg(test)]

mod common;

use tickmark::compare::{Comparison, Index, Passage, Reading, compare};
use tickmark::model::document::Text;
use tickmark::model::id::{DocumentId, Uid};
use tickmark::session::comparing::speakers;

/// The articles, lettered in their order.
fn readings() -> Option<Vec<Reading>> {
    let files = common::seeds()?;
    Some(files.iter().map(|path| Reading::of(&Text::freeze(std::fs::read_to_string(path).unwrap()))).collect())
}

/// Two of them, with the speakers that the program finds.
fn beside(one: &Reading, other: &Reading) -> Comparison {
    compare(one, other, (&speakers(&[], one), &speakers(&[], other)))
}

fn paragraph(reading: &Reading, sentence: usize) -> usize {
    reading.sentences()[sentence].paragraph + 1
}

#[test]
fn the_two_reworded_articles_share_eight_passages_one_of_them_moved() {
    let Some(all) = readings() else { return };
    let (b, e) = (&all[1], &all[4]);
    let found = beside(b, e);
    let shown = |passage: &Passage| {
        let places = (paragraph(b, passage.one.sentences.start), paragraph(e, passage.other.sentences.start));
        (places.0, places.1, passage.share_percent, passage.is_moved, passage.word())
    };
    // The first paragraph of E is its line of date and names.
    assert_eq!(
        found.passages.iter().map(shown).collect::<Vec<_>>(),
        [
            (1, 2, 77, false, "reworded"),
            (2, 3, 70, false, "reworded"),
            (3, 3, 69, false, "reworded"),
            (4, 4, 63, false, "reworded"),
            (7, 7, 58, true, "source changes"),
            (12, 5, 71, false, "hedge changes"),
            (13, 5, 81, false, "reworded"),
            (14, 6, 90, false, "reworded"),
        ]
    );
    assert!(found.passages.iter().all(|passage| passage.one.sentences.len() == 1 && passage.other.sentences.len() == 1));
    assert_eq!((found.only_one.len(), found.only_other.len()), (7, 19));
}

#[test]
fn the_source_that_was_changed_is_named_on_both_sides() {
    let Some(all) = readings() else { return };
    let (b, e) = (&all[1], &all[4]);
    let found = beside(b, e);
    let moved = found.passages.iter().find(|passage| passage.is_moved).unwrap();
    let (ones, others) = moved.changes[0].spans();
    assert_eq!((b.text().slice(ones[0]), e.text().slice(others[0])), ("Salesses", "the two sources"));
    // "Officials familiar with the matter" and "one of the officials" stay who they are.
    let changed = found.passages.iter().filter(|passage| passage.word() == "source changes").count();
    assert_eq!(changed, 1);
}

#[test]
fn words_that_differ_are_those_that_an_editor_would_mark() {
    let Some(all) = readings() else { return };
    let (b, e) = (&all[1], &all[4]);
    let found = beside(b, e);
    let words = |nth: usize| {
        let hunks = found.passages[nth].hunks.iter();
        hunks.map(|hunk| format!("{}>{}", b.text().slice(hunk.one), e.text().slice(hunk.other))).collect::<Vec<_>>()
    };
    // Hyphens and the stops of U.S. are spelling.
    assert_eq!(words(7), ["setting>laying", "stage>groundwork"]);
    assert_eq!(words(3), ["It’s>It is", "ones>specific units are being ordered to the border", "about>around"]);
    assert_eq!(
        words(5),
        [">asked the military earlier this week", "mobilize>be prepared to deploy", "triggering confusion>setting off a scramble"]
    );
}

#[test]
fn of_ten_pairs_of_articles_only_the_reworded_one_shares_anything() {
    let Some(all) = readings() else { return };
    let mut index = Index::default();
    all.iter().enumerate().for_each(|(nth, reading)| index.add(DocumentId(Uid(nth as u64)), reading.text()));
    let pairs: Vec<_> = index.pairs().iter().map(|pair| (pair.one.0.0, pair.other.0.0, pair.passages, pair.moved)).collect();
    assert_eq!(pairs, [(1, 4, 8, 1)]);
    for (one, other) in (0..5).flat_map(|one| (one + 1..5).map(move |other| (one, other))).filter(|pair| *pair != (1, 4)) {
        assert_eq!(beside(&all[one], &all[other]).passages, [], "{one} {other}");
    }
}
