//! How like two texts are.

use std::collections::HashMap;

/// Word-level F1: how many of the words of both, in whatever order, the two have in common. 1 where both have none.
pub fn f1(read: &str, expected: &str) -> f64 {
    let (read, expected) = (bag(read), bag(expected));
    let common: usize = read.iter().map(|(word, count)| (*count).min(expected.get(word).copied().unwrap_or(0))).sum();
    let all: usize = read.values().chain(expected.values()).sum();
    if all == 0 { 1.0 } else { 2.0 * common as f64 / all as f64 }
}

fn bag(text: &str) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    text.split_whitespace().for_each(|word| *bag.entry(word).or_default() += 1);
    bag
}

/// How much of the words stand in the same order in both, 0 to 1.
pub fn order(read: &str, expected: &str) -> f64 {
    let words = |text| str::split_whitespace(text).collect::<Vec<_>>();
    f64::from(similar::TextDiff::from_slices(&words(read), &words(expected)).ratio())
}

#[test]
fn likeness_counts_words_and_their_order() {
    assert_eq!((f1("a b b", "b a b"), f1("a", "b"), f1("", "")), (1.0, 0.0, 1.0));
    assert!((f1("a b", "a c") - 0.5).abs() < 1e-9);
    assert_eq!(order("a b c", "a b c"), 1.0);
    assert!(order("a b c d", "c d a b") < 0.6);
}
