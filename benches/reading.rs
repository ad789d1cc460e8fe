//! How fast the numbers of articles are read, beside a plain search for digits with a unit behind them. One core.

#![allow(clippy::expect_used, reason = "in a bench a panic is the report")]

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use regex::Regex;
use tickmark::model::document::Language;
use tickmark::suggest::quantity::quantities;

fn main() {
    divan::main();
}

/// Words with a figure every 60 bytes: more than most articles have.
const DENSE: &str = "The ministry said on Tuesday that about 2,200 soldiers had been sent to the roughly 3200km border since March 1, twice as \
    many as a year earlier, and that up to 10,000 more could follow within 90 days. The operation costs $4.5 million a day, or 30 percent \
    of what was budgeted. “We have been told to expect more,” said Ann Example, 34, whose 12-member team has worked in the town for four \
    and a half years. Prices rose from 5 to 7 percent, and between 1,100 and 1,300 people crossed the river daily. The flight, a Boeing \
    737, had left at 10:30 a.m. and landed 1,553 miles (2,500 kilometers) further south.\n\n";

/// Words without one.
const PLAIN: &str = "Officials who asked not to be named said the order had surprised many of them, since no plans for it had been discussed \
    in public and the governors had not been asked. It is not clear which of the units are being moved, but the first of them left the \
    camp before dawn, residents said, in a long line of trucks and buses that took most of the day to pass the bridge.\n\nThe minister \
    declined to say how long they would stay, or who would pay for the tents, the food and the fuel. “It is a matter of security,” she \
    told reporters outside the parliament, “and we will do what has to be done.” The opposition called for a debate, as it had done in \
    spring, and accused the government of hiding the cost from the public. A spokesman for the border guard confirmed the account of \
    the residents but would not be drawn on the reasons. Shops along the main road were open as usual, and in the market an old woman \
    who sells flowers there shrugged when she was asked what she made of it all.\n\n";

/// Article text, invented: a figure every 220 bytes or so, somewhat more than in the seeds.
fn articles(bytes: usize) -> String {
    repeated(&format!("{DENSE}{PLAIN}{PLAIN}"), bytes)
}

fn repeated(text: &str, bytes: usize) -> String {
    text.chars().cycle().take(bytes).collect()
}

/// What a short script would do: digits with a hedge, a scale and a unit, by one pattern. It knows no words for numbers, no names, no
/// dates and no counted nouns.
const PATTERN: &str = r"(?i)(?:about |roughly |around |up to |over |more than |at least |nearly )?[$€£]?\d[\d,.]*(?:[ -](?:million|billion|trillion|bn|m))?(?:[ -]?(?:percent|per cent|%|km|kilomet(?:er|re)s?|miles?|metres?|meters?|kg|tonnes?|tons?|dollars?|euros?|pounds?|hours?|days?|weeks?|months?|years?))?";

#[divan::bench(args = [4_000, 1_000_000])]
fn quantities_of_articles(bencher: Bencher, bytes: usize) {
    let text = articles(bytes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| quantities(black_box(&text), Language::English).len());
}

#[divan::bench(args = [1_000_000])]
fn quantities_of_dense_text(bencher: Bencher, bytes: usize) {
    let text = repeated(DENSE, bytes);
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| quantities(black_box(&text), Language::English).len());
}

#[divan::bench(args = [1_000_000])]
fn language_of_an_article(bencher: Bencher, bytes: usize) {
    let text = articles(bytes);
    bencher
        .with_inputs(|| tickmark::model::document::Text::freeze(text.clone()))
        .counter(BytesCount::of_str(&text))
        .bench_local_values(|frozen| frozen.language());
}

#[divan::bench(args = [4_000, 1_000_000])]
fn plain_pattern(bencher: Bencher, bytes: usize) {
    let text = articles(bytes);
    let pattern = Regex::new(PATTERN).expect("the pattern is one");
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| pattern.find_iter(black_box(&text)).count());
}
