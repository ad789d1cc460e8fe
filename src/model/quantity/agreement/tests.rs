//! Verdicts as sentences. A figure is written `A about 2,200`, with what is counted behind a bar and the time behind an at sign.

use super::*;
use crate::model::id::{QuantityId, Uid};
use crate::model::quantity::Value;
use crate::testing;

struct Written {
    letter: String,
    noun: String,
    time: String,
    number: Quantity,
    stands: bool,
}

/// `A about 2,200 | noun @ time`; a star before the letter: changed or cut. `A none` is 0, `A ?` was not read.
fn written(line: &str) -> Written {
    let (line, time) = line.split_once('@').unwrap_or((line, ""));
    let (line, noun) = line.split_once('|').unwrap_or((line, ""));
    let (letter, words) = line.trim().split_once(' ').unwrap();
    let mut number = Quantity::new(QuantityId(Uid(1)));
    match words {
        "none" => number.value = Some(Value::one(0.into())),
        "?" => {}
        words => {
            let read = testing::read(words).unwrap_or_else(|| panic!("{words}"));
            (number.value, number.approximation) = (Some(read.value), read.approximation);
            (number.unit, number.per) = (read.unit, read.per);
        }
    }
    let stands = !letter.starts_with('*');
    Written { letter: letter.trim_start_matches('*').into(), noun: noun.trim().into(), time: time.trim().into(), number, stands }
}

fn compared(lines: &[Written], stated: &str) -> Agreement {
    let figures: Vec<Figure<'_>> =
        lines.iter().map(|Written { letter, noun, time, number, stands }| Figure { number, letter, noun, time, stands: *stands }).collect();
    agreement(&figures, stated)
}

fn judged(lines: &str) -> Agreement {
    let written: Vec<Written> = lines.split("; ").map(written).collect();
    compared(&written, "")
}

#[track_caller]
fn check(lines: &str, outcome: Outcome, sentence: &str) {
    let agreement = judged(lines);
    assert_eq!((agreement.outcome, agreement.sentence().as_str()), (outcome, sentence), "{lines}");
}

/// Who is out of line, and against which figure each stands.
fn out_of_line(lines: &str) -> String {
    let agreement = judged(lines);
    let told = agreement.is_out_of_line.iter().zip(&agreement.against);
    told.map(|(is_out, against)| format!("{}{}", if *is_out { "!" } else { "" }, against.map_or("-".into(), |at| at.to_string())))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn figures_that_say_the_same_agree_within_what_they_leave_open() {
    use Outcome::Agree;
    check("A 1500; B about 1,500", Agree, "Both say 1,500");
    check("A 1500; A 1500; B about 1,500; B 1,500; B 1,500; B 1500; E around 1,500; E 1,500", Agree, "All eight say 1,500");
    check("C roughly 2,100; D 2,100", Agree, "Both say 2,100");
    check("C roughly 2,100; D 2,100; D more than 2,000", Agree, "All three agree: more than 2,000, about 2,100 and 2,100");
    check("A 1,500; B about 1,523", Agree, "Both agree: 1,500 and about 1,523");
    check("A 1,553 miles; B 2,500 km", Agree, "Both agree: 1,553 mi and 2,500 km");
    check("B up to 10,000; E up to 10,000", Agree, "Both say up to 10,000");
}

#[test]
fn who_differs_is_told_with_how_far() {
    use Outcome::Differ;
    check("A none; B about 2,200; E roughly 2,200", Differ, "Contradiction. A says none, B and E say about 2,200");
    check("A as many as 2000; B up to 10,000; E up to 10,000", Differ, "Five times apart. A says up to 2,000, B and E say up to 10,000");
    check("A roughly 2500; E roughly 4,500", Differ, "80 % apart. A says about 2,500, E says about 4,500");
    check("A 1,000; B 2,400", Differ, "2.4 times apart. A says 1,000, B says 2,400");
    check("A more than 3,000; B 1,500", Differ, "Two times apart. B says 1,500, A says more than 3,000");
    check("A 30 percent; B 33 percent", Differ, "10 % apart. A says 30 %, B says 33 %");
    let many = "A 1; B 2; C 3; D 4; E 5; F 6";
    check(many, Differ, "Six times apart. A says 1, B says 2, two lie between, E says 5, F says 6");
}

#[test]
fn other_scope_time_or_unit_explains_a_difference_and_is_no_contradiction() {
    use Outcome::{Agree, Apart};
    let scope = "A roughly 2500 | US National Guard and Reserve forces; E roughly 4,500 | National Guardsmen";
    check(scope, Apart(Why::Scope), "Check the scope. A: US National Guard and Reserve forces. E: National Guardsmen");
    check("A 2,500 @ January 2025; C 2,100 @ February 2019", Apart(Why::Time), "Other dates. A: January 2025. C: February 2019");
    check("A 30 percent; B 70 miles", Apart(Why::Unit), "Units differ. A: percent. B: mi");
    check("A 30 percent; B 70", Apart(Why::Unit), "Units differ. A: percent. B: no unit");
    // What agrees needs no excuse.
    check("C 2,100 @ February 2019; D 2,100 @ October 2018", Agree, "Both say 2,100");
    let both = "A 2,500 | Guard and Reserve @ 2025; E 4,500 | Guardsmen @ 2025; C 2,100 | Guardsmen @ 2019";
    check(both, Apart(Why::Scope), "Check the scope. A: Guard and Reserve. E: Guardsmen");
}

#[test]
fn a_rate_is_compared_with_the_same_rate_only() {
    use Outcome::{Agree, Apart, Differ};
    check("A 1,000 flights a day; B 1,000 flights daily", Agree, "Both say 1,000 per day");
    check("A 1,000 flights a day; B 1,400 flights per day", Differ, "40 % apart. A says 1,000 per day, B says 1,400 per day");
    check("A 1,000 flights a day; B 1,000 flights a week", Apart(Why::Rate), "Rates differ. A: day. B: week");
    check("A 1,000 flights a day; B 1,000", Apart(Why::Rate), "Rates differ. A: day. B: no rate");
    check("A $15 an hour; B $15", Apart(Why::Rate), "Rates differ. A: hour. B: no rate");
    check("A $60 a barrel; B $60 per barrel", Agree, "Both say 60 USD per barrel");
    assert!(Apart(Why::Rate).is_warning());
    // Two of the same rate that differ weigh more than a third without one.
    check("A 1,000 a day; B 2,000 a day; C 9,000", Differ, "Two times apart. A says 1,000 per day, B says 2,000 per day");
    let mut written: Vec<Written> = ["A 1,000 a day", "B 1,000"].map(written).into();
    written[1].number.apart = "of the whole week".into();
    assert_eq!(compared(&written, "").sentence(), "Not comparable. B: of the whole week");
    (written[0].number.per, written[1].number.apart) = ("Days".into(), String::new());
    written[1].number.per = "day".into();
    assert_eq!(compared(&written, "").outcome, Agree, "however it is written");
}

#[test]
fn what_a_checker_says_of_whom_is_counted_goes_before_the_words_of_the_article() {
    let mut written: Vec<Written> = ["A 2,500 | men", "E 4,500 | men"].map(written).into();
    (written[0].number.of, written[1].number.of) = ("Guard and Reserve".into(), "Texas only".into());
    assert_eq!(compared(&written, "").sentence(), "Check the scope. A: Guard and Reserve. E: Texas only");
    written[1].number.of = "guard and reserve".into();
    assert_eq!(compared(&written, "").outcome, Outcome::Differ);
}

#[test]
fn a_checker_may_say_that_figures_cannot_be_compared() {
    let mut written: Vec<Written> = ["A 2,500", "E 4,500", "F 4,500"].map(written).into();
    let all = compared(&written, "Before and after the order");
    assert_eq!((all.outcome, all.sentence().as_str()), (Outcome::Apart(Why::Stated), "Not comparable. Before and after the order"));
    written[0].number.apart = "counts the Reserve, too".into();
    let one = compared(&written, "");
    assert_eq!((one.outcome, one.sentence().as_str()), (Outcome::Apart(Why::Stated), "Not comparable. A: counts the Reserve, too"));
    assert_eq!(one.against, [None, None, None]);
}

#[test]
fn what_was_never_read_and_what_was_changed_is_told_and_stands_against_nobody() {
    use Outcome::{Agree, Differ, Nothing};
    check("A 1,500; B 1,500; C ?", Agree, "Both say 1,500; C is not read");
    check("A 1,500; C ?", Nothing, "C is not read");
    check("A ?; C ?", Nothing, "A and C are not read");
    check("A 1,500", Nothing, "");
    check("A 1,500; B 1,500; *C 1,800", Agree, "Both say 1,500; C, changed or cut, said 1,800");
    check("*A 1,500; *B 1,700; C ?", Nothing, "Changed or cut: A 1,500, B 1,700; C is not read");
    check("A 1,500; B 1,700; *C 1,800", Differ, "13 % apart. A says 1,500, B says 1,700; C, changed or cut, said 1,800");
}

#[test]
fn who_has_more_articles_against_than_with_him_is_out_of_line() {
    assert_eq!(out_of_line("A none; B about 2,200; E roughly 2,200"), "!1 0 0");
    assert_eq!(out_of_line("A 2,500; E 4,500"), "!1 !0");
    assert_eq!(out_of_line("A 1,500; A 1,500; A 1,500; B 1,800; C 1,800"), "!3 !3 !3 0 0");
    assert_eq!(out_of_line("A 1,500; B 1,500; C ?"), "- - -");
    // The one that is farthest is named.
    assert_eq!(out_of_line("A 100; B 150; C 300"), "!2 !2 !0");
}

#[test]
fn a_thousand_different_figures_are_compared_with_the_ends() {
    let lines: Vec<Written> = (1..=1_000).map(|at| written(&format!("A{at} {}", at * 100))).collect();
    let agreement = compared(&lines, "");
    assert_eq!(agreement.outcome, Outcome::Differ);
    assert!(agreement.against.iter().all(Option::is_some));
}
