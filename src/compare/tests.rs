//! Whole comparisons, of articles made for it.

use proptest::prelude::*;

use super::pairing::pair_up;
use super::*;
use crate::model::document::{Span, Text};
use crate::model::id::{DocumentId, Uid};
use crate::model::source::SourceKind;

fn reading(words: &str) -> Reading {
    Reading::of(&Text::freeze(words))
}

/// A line for each passage: `70 % moved | words of one | words of the other | what changed`, then what only one has.
fn shown(one: &str, other: &str) -> Vec<String> {
    shown_with((one, &[]), (other, &[]))
}

fn shown_with((one, ones): (&str, &[&str]), (other, others): (&str, &[&str])) -> Vec<String> {
    let (one, other) = (reading(one), reading(other));
    let speakers = |reading: &Reading, words: &[&str]| {
        let speaker = |words: &&str| {
            let at = reading.text().as_str().find(*words).unwrap();
            let span = Span::between(at, at + words.len());
            Speaker { span, named: span, kind: Some(SourceKind::Person) }
        };
        words.iter().map(speaker).collect::<Vec<_>>()
    };
    let (ones, others) = (speakers(&one, ones), speakers(&other, others));
    let found = compare(&one, &other, (&ones, &others));
    let line = |passage: &Passage| {
        let moved = if passage.is_moved { " moved" } else { "" };
        let hunks = passage.hunks.iter().map(|hunk| format!("{}>{}", one.text().slice(hunk.one), other.text().slice(hunk.other)));
        let hunks: Vec<String> = hunks.collect();
        let change = |change: &Change| {
            let (ones, others) = change.spans();
            let words = |text: &Text, spans: Vec<Span>| spans.iter().map(|span| text.slice(*span).to_owned()).collect::<Vec<_>>().join("+");
            format!("{}: {}>{}", change.word(), words(one.text(), ones), words(other.text(), others))
        };
        let changes: Vec<String> = passage.changes.iter().map(change).collect();
        let what = if changes.is_empty() { passage.word().to_owned() } else { changes.join(", ") };
        format!("{} %{moved} | {} | {what}", passage.share_percent, hunks.join(", "))
    };
    let only = |letter: &str, reading: &Reading, sentences: &[usize]| {
        let words = |at: &usize| format!("only {letter}: {}", reading.text().slice(reading.sentences()[*at].span));
        sentences.iter().map(words).collect::<Vec<_>>()
    };
    let passages = found.passages.iter().map(line);
    passages.chain(only("one", &one, &found.only_one)).chain(only("other", &other, &found.only_other)).collect()
}

#[test]
fn reworded_sentences_find_each_other_and_tell_the_words_that_differ() {
    assert_eq!(
        shown("The dyke at Orva failed on Monday night. It rained.", "On Monday night the dyke near Orva failed. Nobody slept."),
        ["50 % | >On Monday night, at>near, on Monday night> | reworded", "only one: It rained.", "only other: Nobody slept."]
    );
    assert_eq!(
        shown("Some U.S. active-duty troops went to El Paso.", "Some US active duty troops went to El Paso."),
        ["71 % |  | same words"],
        "spelling lowers the share and is no change"
    );
}

#[test]
fn a_passage_that_stands_elsewhere_is_moved() {
    let (a, b, c) =
        ("The mayor opened the new bridge at noon.", "Rain fell all night on the lower town.", "Two ferries were kept at their piers.");
    assert_eq!(
        shown(&[a, b, c].join(" "), &[c, a, b].join(" ")),
        ["100 % |  | same words", "100 % |  | same words", "100 % moved |  | same words"]
    );
}

#[test]
fn a_sentence_that_became_two_is_one_passage() {
    let one = "The council voted to close the old bridge on Friday, and the ferry will run twice an hour until the spring.";
    let other = "The council voted to close the old bridge on Friday. The ferry will run twice an hour until the spring.";
    assert_eq!(shown(one, other), ["98 % | and> | reworded"]);
    assert_eq!(shown(other, one), ["98 % | >and | reworded"]);
}

#[test]
fn what_is_known_of_a_change_is_said_and_nothing_else() {
    let check = |one: &str, other: &str, expected: &str| assert_eq!(shown(one, other), [expected], "{one} / {other}");
    check(
        "The ministry said 40 boats were lost at sea.",
        "The ministry said 14 boats were lost at sea.",
        "89 % | 40>14 | figure changes: 40>14",
    );
    check("About 1,500 men were sent to the border.", "Around 1500 men were sent to the border.", "75 % | About>Around | reworded");
    check("The dyke was not safe before the storm.", "The dyke was safe before the storm.", "93 % | not> | negation changes: not>");
    check(
        "The dyke wasn’t safe before the storm came.",
        "The dyke was not safe before the storm came.",
        "82 % | wasn’t>was not | reworded",
    );
    check(
        "The harbour may be closed until Sunday night.",
        "The harbour is closed until Sunday night.",
        "80 % | may be>is | hedge changes: may>",
    );
    check(
        "Officials have pushed back on the plan for the wall.",
        "Officials have rejected the plan for the wall.",
        "78 % | pushed back on>rejected | reworded",
    );
}

#[test]
fn another_speaker_is_a_change_of_source_and_the_same_one_in_other_words_is_none() {
    let one = ("The helicopters will fly tomorrow, the two sources told CNN.", &["the two sources"][..]);
    let other = ("Salesses confirmed that the helicopters will fly tomorrow.", &["Salesses"][..]);
    assert!(shown_with(one, other)[0].ends_with("| source changes: the two sources>Salesses"), "{:?}", shown_with(one, other));
    let one = ("The helicopters will fly tomorrow, the first official said.", &["the first official"][..]);
    let other = ("The helicopters will fly tomorrow, officials stressed.", &["officials"][..]);
    assert!(shown_with(one, other)[0].ends_with("| reworded"), "{:?}", shown_with(one, other));
    let other = ("The helicopters will fly tomorrow.", &[][..]);
    assert!(shown_with(one, other)[0].ends_with("| source changes: the first official>"), "{:?}", shown_with(one, other));
    let other = ("The helicopters will fly tomorrow, as the first official has it.", &[][..]);
    assert!(shown_with(one, other)[0].ends_with("| reworded"), "named, though nobody looked for a speaker: {:?}", shown_with(one, other));
}

#[test]
fn scripts_without_gaps_are_compared_by_their_words() {
    assert_eq!(
        shown("国防部表示，三千名士兵今天抵达边境。天气很好。", "国防部说，三千名士兵昨天抵达边境。没有人受伤。")
            .iter()
            .filter(|line| line.contains('|'))
            .count(),
        1
    );
    let line = &shown("ทหารกว่า 1,500 คนเดินทางไปชายแดนเมื่อวานนี้", "ทหารกว่า 1,600 คนเดินทางไปชายแดนเมื่อวานนี้")[0];
    assert!(line.contains("1,500>1,600") && line.contains("figure changes"), "{line}");
    let line = &shown("قال الوزير إن السد كان آمنا قبل العاصفة.", "قال الوزير إن السد كان سليما قبل العاصفة.")[0];
    assert!(line.contains("آمنا>سليما"), "{line}");
}

#[test]
fn figures_are_found_with_what_tells_how_exact_they_are_and_dates_are_none() {
    let check = |words: &str, expected: &[&str]| {
        let reading = reading(words);
        let figure =
            |figure: Figure| format!("{}={} {}", reading.text().slice(figure.span), figure.value, figure.unit).trim_end().to_owned();
        assert_eq!(figures::figures(&reading).into_iter().map(figure).collect::<Vec<_>>(), expected, "{words}");
    };
    check("as many as 2000 troops and roughly 3200km of wire", &["as many as 2000=2,000 troops", "roughly 3200km=3,200 km"]);
    check("On 22 January 2025 and on March 3, in 2019 or the 1990s, on Wednesday (22)", &[]);
    check("a C-17, two C-130s, the 3rd man, 2025-01-22", &["two=2 C-130s"]);
    check(
        "$4.5 million, 30% or 30 percent, 24-48 hours",
        &["$4.5 million=4,500,000 USD", "30%=30 percent", "30 percent=30 percent", "24-48 hours=24 to 48 hours"],
    );
    check("with 1,500 ground personnel", &["1,500=1,500 ground personnel"]);
}

#[test]
fn pairs_of_articles_are_found_kept_and_forgotten() {
    let wire =
        |n: usize| format!("The gauge {n} showed that the river rose by half a metre within one single night of rain. Ferries stopped.");
    let id = |n: u64| DocumentId(Uid(n));
    let mut index = Index::default();
    let other = "Bakers of the old town bake less bread than ever since the mill was closed by its owners.";
    for (n, words) in [wire(1), other.to_owned(), wire(2), wire(3)].iter().enumerate() {
        index.add(id(n as u64), &Text::freeze(words.as_str()));
    }
    let pairs = |index: &Index| {
        index.pairs().iter().map(|pair| (pair.one.0.0, pair.other.0.0, pair.passages, pair.share_percent)).collect::<Vec<_>>()
    };
    assert_eq!(pairs(&index), [(0, 2, 1, 94), (0, 3, 1, 94), (2, 3, 1, 94)]);
    index.remove(id(2));
    assert_eq!((pairs(&index), index.len(), index.has(id(2))), (vec![(0, 3, 1, 94)], 3, false));
    index.add(id(2), &Text::freeze(wire(4)));
    assert_eq!(pairs(&index).len(), 3);
    let before = pairs(&index);
    index.add(id(2), &Text::freeze("another text"));
    assert_eq!(pairs(&index), before, "a text never changes");
}

#[test]
fn a_wire_copy_in_hundreds_of_articles_costs_no_square() {
    let mut index = Index::default();
    for n in 0..400 {
        index.add(DocumentId(Uid(n)), &Text::freeze(format!("Copy {n}: the river rose by half a metre within one single night of rain.")));
    }
    assert!(index.pairs().len() <= 64 * 65, "{}", index.pairs().len());
}

#[test]
fn a_sentence_of_a_whole_book_is_cut_and_compared_in_pieces() {
    let words: Vec<String> = (0..3000).map(|n| format!("w{}", n * 7919 % 3001)).collect();
    let one = reading(&words.join(" "));
    assert_eq!(one.sentences().len(), 13);
    let found = compare(&one, &reading(&words.join("  ")), (&[], &[]));
    assert_eq!((found.passages.len(), found.only_one.len()), (13, 0));
    assert!(found.passages.iter().all(|passage| passage.share_percent == 100));
}

/// Articles of a small language, so that much is shared and much is moved.
fn article() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "dyke",
        "river",
        "40",
        "1,500",
        "not",
        "may",
        "the",
        "of",
        "mayor",
        "said",
        "国防部",
        "troops",
        "e\u{301}",
        "—",
        "“",
        "U.S.",
    ]);
    let sentence = prop::collection::vec(word, 0..14).prop_map(|words| words.join(" ") + ". ");
    let break_ = prop::sample::select(vec!["", "\n", "\n\n", "The "]);
    prop::collection::vec((sentence, break_), 0..14).prop_map(|parts| parts.into_iter().map(|(words, break_)| words + break_).collect())
}

proptest! {
    #[test]
    fn every_sentence_is_in_one_place_and_every_span_in_bounds(one in article(), other in article()) {
        let (one, other) = (reading(&one), reading(&other));
        let found = compare(&one, &other, (&[], &[]));
        let places = |reading: &Reading, sides: Vec<&Side>, only: &[usize]| {
            let mut all: Vec<usize> = sides.iter().flat_map(|side| side.sentences.clone()).chain(only.iter().copied()).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..reading.sentences().len()).collect::<Vec<_>>());
            for side in sides {
                prop_assert!(reading.text().span(side.span.start(), side.span.end()) == side.span, "{:?}", side.span);
            }
            Ok(())
        };
        places(&one, found.passages.iter().map(|passage| &passage.one).collect(), &found.only_one)?;
        places(&other, found.passages.iter().map(|passage| &passage.other).collect(), &found.only_other)?;
        for passage in &found.passages {
            let changed = passage.changes.iter().map(Change::spans);
            let (ones, others): (Vec<_>, Vec<_>) = changed.unzip();
            let ones = ones.concat().into_iter().chain(passage.hunks.iter().map(|hunk| hunk.one));
            let others = others.concat().into_iter().chain(passage.hunks.iter().map(|hunk| hunk.other));
            for (span, side, text) in ones.map(|span| (span, &passage.one, one.text())).chain(others.map(|span| (span, &passage.other, other.text()))) {
                prop_assert!(side.span.contains(span) && text.as_str().get(span.range()).is_some(), "{:?} in {:?}", span, side.span);
            }
        }
    }

    #[test]
    fn it_is_the_same_from_both_sides(one in article(), other in article()) {
        let (one, other) = (reading(&one), reading(&other));
        let found = compare(&one, &other, (&[], &[]));
        let back = compare(&other, &one, (&[], &[]));
        let mut turned: Vec<Passage> = back.passages.into_iter().map(Passage::turned).collect();
        turned.sort_by_key(|passage| passage.one.span.start());
        prop_assert_eq!(found.passages, turned);
        prop_assert_eq!((found.only_one, found.only_other), (back.only_other, back.only_one));
    }

    #[test]
    fn an_article_beside_itself_is_all_the_same(words in article()) {
        let reading = reading(&words);
        for pair in pair_up(&reading, &reading) {
            prop_assert!(!pair.is_moved || reading.words_of(pair.one.clone()).iter().map(|word| word.key).eq(reading.words_of(pair.other.clone()).iter().map(|word| word.key)));
        }
        for passage in compare(&reading, &reading, (&[], &[])).passages {
            prop_assert_eq!((passage.share_percent, passage.hunks.len(), passage.changes.len()), (100, 0, 0));
        }
    }
}
