//! What becomes of a mark in a new draft: kept, moved, changed or lost, and never on words that are not its own.

use super::*;

/// What becomes of the words between brackets.
fn carried(old: &str, new: &str) -> String {
    let (before, rest) = old.split_once('[').unwrap();
    let (words, after) = rest.split_once(']').unwrap();
    let (old, new) = (Text::freeze(format!("{before}{words}{after}")), Text::freeze(new));
    let show = |span: Span| format!("{}[{}]{}", &new.as_str()[..span.start()], new.slice(span), &new.as_str()[span.end()..]);
    match Carrier::new(&old, &new).find(Span::between(before.len(), before.len() + words.len())) {
        Found::Kept(span) => format!("kept {}", show(span)),
        Found::Moved(span) => format!("moved {}", show(span)),
        Found::Changed(span) => format!("changed {}", show(span)),
        Found::Lost(at) => format!("lost {}", show(Span::between(at, at))),
    }
}

#[track_caller]
fn check(old: &str, expected: &str) {
    let new = expected.split_once(' ').unwrap().1.replace(['[', ']'], "");
    assert_eq!(carried(old, &new), expected, "{old}");
}

#[test]
fn words_in_a_sentence_that_was_not_touched_are_kept_whatever_changes_around_it() {
    check("One came. [Two left] town.", "kept Nobody knows why. One came early. [Two left] town.");
    check("Two left town. [He saw 4 ships.]", "kept [He saw 4 ships.] Then they sank.");
    check("He said [it’s over] now.", "kept He said [it's over] now.");
    check("An unhappy [hap]py end.", "kept And so: an end. An unhappy [hap]py end.");
}

#[test]
fn a_word_that_changed_in_a_mark_or_beside_it_is_to_be_looked_at() {
    check("About [1,500 troops] went home.", "changed About [1,600 troops] went home.");
    check("About 1,500 troops [went home].", "kept About 1,600 troops [went home].");
    check("They sent [1,500] troops.", "changed They sent up to [1,500] troops.");
    check("He saw [4 ships] sink.", "changed He saw [4 large ships] sink.");
    check("[4 ships] sank there.", "changed About [4 ships] sank there.");
    check("They sent [4] ships.", "changed They sent -[4] ships.");
}

#[test]
fn words_that_were_replaced_are_where_the_new_ones_stand() {
    check("They sent [1,500] troops home.", "changed They sent [1,600] troops home.");
    check("They sent [1,500] troops to the border.", "changed They sent [hundreds of] troops to the border.");
    check("About the [minister] nobody spoke at the hearing.", "changed About the [secretary] nobody spoke at the hearing.");
}

#[test]
fn of_two_words_that_one_replaced_it_is_the_one_that_is_spelled_like_it() {
    check("The [report] runs to the end of the week.", "lost The[] reuns to the end of the week.");
    check("The report [runs] to the end of the week.", "changed The [reuns] to the end of the week.");
}

#[test]
fn words_that_were_taken_out_are_lost_and_not_put_on_others() {
    check("They sent [1,500] troops home.", "lost They sent[] troops home.");
    check("The mayor spoke. [The mayor] wept. All went home.", "lost The mayor spoke.[] All went home.");
    check(
        "One fell. [The price of the wheat rose by 4 % in May.] It rained.",
        "lost One fell.[] Nobody from the town council was there in the hall. It rained.",
    );
}

#[test]
fn a_figure_that_took_the_place_of_another_is_not_the_word_beside_it() {
    check("The report, [dated] 9 October and long, ended.", "lost The report,[] 8 October and long, ended.");
    check("The report, dated [9] October and long, ended.", "changed The report, [8] October and long, ended.");
}

#[test]
fn words_with_which_another_sentence_begins_too_are_not_taken_for_it() {
    let week = "It rained for a week, and the river rose by a metre.";
    check(
        &format!("{week}\n[The council] of the port\nNine people sit in it and meet in the town hall on Mondays."),
        &format!("lost {week}[]\nThe council voted on Friday to close the old bridge to lorries.\nAll went home."),
    );
}

#[test]
fn of_lines_that_are_all_alike_one_is_kept_only_between_the_lines_that_it_stood_between() {
    let old = "One fell ill.\n[Read more of this]\nTwo left town.\nRead more of this\nThree came.";
    check(old, "lost One fell ill.[]\nRead more of this\nThree came.");
    check(old, "kept One fell ill.\n[Read more of this]\nTwo left town.\nThree came.");
    check(old, "kept It began.\nOne fell ill.\n[Read more of this]\nFour left town.\nRead more of this\nThree came.");
}

#[test]
fn a_sentence_that_was_put_elsewhere_takes_its_marks_along() {
    let rest = "The council met on Tuesday evening and voted on the budget. Nobody from the port authority came to the hall.";
    check(&format!("The ferry sank [in March]. {rest}"), &format!("moved {rest} The ferry sank [in March]."));
    check(
        &format!("The ferry with 40 people sank [in March 2021]. {rest}"),
        &format!("changed {rest} The ferry with 40 people sank [in March 2022]."),
    );
}

#[test]
fn of_two_places_that_are_equally_good_none_is_taken_for_kept() {
    let rest = "The council met on Tuesday evening and voted on the budget. Nobody from the port authority came to the hall.";
    let new = format!("{rest} The ferry sank in March. It was late. The ferry sank in March.");
    assert_eq!(carried(&format!("The ferry sank [in March]. {rest}"), &new), format!("lost []{new}"));
}

#[test]
fn a_doubt_from_before_stays_and_what_was_lost_is_found_where_it_stands_again() {
    let (old, new) =
        (Text::freeze("It snowed. Then 4 left town early."), Text::freeze("It rained in May. It snowed. Then 4 left town early."));
    let carrier = Carrier::new(&old, &new);
    let first = Text::freeze("It rained in May. It snowed. Then 4 left town early.");
    let was = |words: &str| {
        let start = first.as_str().find(words).unwrap();
        Anchor::of(&first, Span::between(start, start + words.len()), &OffsetMap::new(first.as_str()))
    };
    let changed = Doubt { fate: Fate::Changed, was: was("snowed") };
    let (span, doubt) = carrier.carry(Span::between(3, 9), Some(&changed), &mut Trail::default());
    assert_eq!((new.slice(span), doubt), ("snowed", Some(Box::new(changed))));
    let lost = Doubt { fate: Fate::Lost, was: was("rained in May. It") };
    let (span, doubt) = carrier.carry(Span::between(0, 0), Some(&lost), &mut Trail::default());
    assert_eq!((new.slice(span), doubt.map(|doubt| doubt.fate)), ("rained in May. It", Some(Fate::Moved)));
    let gone = Doubt { fate: Fate::Lost, was: Anchor { exact: "nowhere at all".into(), ..was("rained") } };
    let (span, doubt) = carrier.carry(Span::between(10, 10), Some(&gone), &mut Trail::default());
    assert!(span.is_empty() && doubt.is_some_and(|doubt| doubt.is_lost()));
}
