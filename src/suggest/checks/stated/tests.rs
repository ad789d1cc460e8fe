//! Numbers of any sentences, put together by hand: each relation with what holds and what does not.

use super::*;
use crate::testing::Desk;

/// What comes of a relation between marked numbers; the article appeared on 29 October 2018.
#[track_caller]
fn check(relation: Relation, marked: &str, numbers: &[&str], expected: &str) {
    let mut desk = Desk::default();
    let half = marked.find('\n').unwrap_or(marked.len());
    for part in [&marked[..half], marked[half..].trim_start()] {
        if !part.is_empty() {
            let id = desk.article(part);
            desk.change(id, |document: &mut crate::model::document::Document| document.meta.published = "2018-10-29".into());
        }
    }
    let numbers = numbers.iter().map(|words| desk.number(words)).collect();
    let lookup = Lookup::new(&desk.project);
    let check = judge(&desk.project, &lookup, &Stated::new(relation, numbers)).unwrap();
    let sign = match check.verdict {
        Verdict::Holds => '✓',
        Verdict::Fails => '✗',
        Verdict::Open => '?',
    };
    assert_eq!(format!("{sign} {} | {}", check.equation, check.working), expected, "{marked}");
}

#[test]
fn parts_of_two_articles_come_to_their_total_or_do_not() {
    let marked =
        "There were [31 people|number] on board. [12 men|number] got off.\nLater [19 women|number] and [20 crew|number] were seen.";
    check(Relation::Sum, marked, &["31 people", "12 men", "19 women"], "✓ 12 men + 19 women = 31 | Written 31 people.");
    check(Relation::Sum, marked, &["31 people", "12 men", "20 crew"], "✗ 12 men + 20 crew = 32 | Written 31 people. Off by 1.");
    check(Relation::Part, marked, &["31 people", "19 women"], "✓ 19 of 31 = 61.29 % | 19 women of 31 people. The rest is 12.");
    check(Relation::Part, marked, &["12 men", "19 women"], "✗ 19 of 12 = 158.3 % | 19 women of 12 men. The part is more than its whole.");
}

#[test]
fn shares_growth_and_what_each_gets_are_judged_as_in_a_sentence() {
    let marked = "It has [400 wells|number]. [120|number] are dry: [30 percent|number], or [40 percent|number].";
    check(Relation::Share, marked, &["30 percent", "120", "400 wells"], "✓ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 30 %.");
    check(Relation::Share, marked, &["40 percent", "120", "400 wells"], "✗ 120 of 400 = 30 % | 120 ÷ 400 × 100. Written 40 %. It is not.");
    let marked = "It had [80 members|number]. Now it has [92 members|number], [15 percent|number] more. That is [13 members|number].";
    check(
        Relation::Growth,
        marked,
        &["80 members", "92 members", "15 percent"],
        "✓ 80 to 92 members: 15 % more | (92 − 80) ÷ 80 × 100. Written 15 %.",
    );
    check(Relation::Growth, marked, &["80 members", "92 members", "13 members"], "✗ 92 − 80 = 12 | Written 13 members. Off by 1.");
    check(Relation::Growth, marked, &["80 members", "92 members"], "? 80 to 92 members: 15 % more | By how many per cent is not written.");
    let marked =
        "It costs [$36,000|number]. The school has [30 pupils|number]. That is [$1,200 per pupil|number], not [$1,500 per pupil|number].";
    check(
        Relation::PerHead,
        marked,
        &["$1,200 per pupil", "$36,000", "30 pupils"],
        "✓ 36,000 USD ÷ 30 pupils = 1,200 USD each | Written 1,200 USD per pupil.",
    );
    check(
        Relation::PerHead,
        marked,
        &["$1,500 per pupil", "$36,000", "30 pupils"],
        "✗ 36,000 USD ÷ 30 pupils = 1,200 USD each | Written 1,500 USD per pupil. Off by 300.",
    );
}

#[test]
fn units_days_and_ages_are_worked_out_between_sentences() {
    let marked = "The way is [1,553 miles|number]. It is [2,500 km|number] long, not [2,800 km|number].";
    check(
        Relation::Conversion,
        marked,
        &["1,553 miles", "2,500 km"],
        "✓ 1,553 mi = 2,499.3 km | Written 2,500 km. Off by 0.03 %, within its rounding.",
    );
    check(Relation::Conversion, marked, &["1,553 miles", "2,800 km"], "✗ 1,553 mi = 2,499.3 km | Written 2,800 km. Off by 12 %.");
    let marked =
        "It began on [29 October|number]. On [6 November 2018|number] it ended. It took [eight days|number], not [ten days|number].";
    check(
        Relation::Span,
        marked,
        &["eight days", "29 October", "6 November 2018"],
        "✓ 29 October 2018 to 6 November 2018 = 8 days | Written 8 days.",
    );
    check(
        Relation::Span,
        marked,
        &["ten days", "29 October", "6 November 2018"],
        "✗ 29 October 2018 to 6 November 2018 = 8 days | Written 10 days. It is not.",
    );
    let marked = "Ann Ex is [28|number]. She was born on [4 March 1990|number]. Her son, born in [2010|number], is [8|number].";
    check(Relation::Age, marked, &["28", "4 March 1990"], "✓ Born 4 March 1990: 28 on 29 October 2018 | Written 28.");
    check(Relation::Age, marked, &["8", "2010"], "✓ Born 2010: 7 or 8 on 29 October 2018 | Written 8.");
}

#[test]
fn what_cannot_be_worked_out_is_a_question_with_its_reason() {
    let marked = "It is [5 km|number] and [3 kg|number], seen on [Monday|number] by [some|number].";
    let apart = "These do not measure the same, so nothing comes of them together.";
    check(Relation::Conversion, marked, &["5 km", "3 kg"], &format!("? 5 km, 3 kg | {apart}"));
    check(Relation::Part, marked, &["5 km", "some"], "? 5 km, some | “some” has no single value yet. Type it.");
    check(Relation::Age, marked, &["3 kg", "Monday"], "? 3 kg, Monday | “Monday” is no day that could be counted from.");
}

#[test]
fn a_number_that_is_gone_leaves_nothing_to_judge() {
    let mut desk = Desk::default();
    desk.article("It is [5 km|number] and [8 km|number].");
    let gone = QuantityId(crate::model::id::Uid(999));
    let lookup = Lookup::new(&desk.project);
    let stated = Stated::new(Relation::Conversion, vec![desk.number("5 km"), gone]);
    assert!(judge(&desk.project, &lookup, &stated).is_none());
    let newer = Stated { relation: None, ..Stated::new(Relation::Part, vec![desk.number("5 km"), desk.number("8 km")]) };
    assert!(judge(&desk.project, &lookup, &newer).is_none(), "how they belong together is not known here");
}
