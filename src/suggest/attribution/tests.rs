//! Sentences with their parts marked: `{who} <cue> [what]`.

use super::*;

/// Splits a sentence whose marks are taken out, and marks what was found.
fn check(marked: &str) {
    let plain: String = marked.chars().filter(|sign| !"{}<>[]".contains(*sign)).collect();
    let found = attribution(&plain).map(|found| marked_by(&plain, &found));
    assert_eq!(found.as_deref(), Ok(marked));
}

fn marked_by(text: &str, found: &Attribution) -> String {
    let mut signs = vec![
        (found.source.end, '}'),
        (found.cue.end, '>'),
        (found.content.end, ']'),
        (found.source.start, '{'),
        (found.cue.start, '<'),
        (found.content.start, '['),
    ];
    signs.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    signs.into_iter().fold(text.to_owned(), |mut text, (at, sign)| {
        text.insert(at, sign);
        text
    })
}

fn refused(sentence: &str, expected: &str) {
    assert_eq!(attribution(sentence).map_err(|reason| reason.to_string()), Err(expected.to_owned()), "{sentence}");
}

#[test]
fn the_speaker_comes_first() {
    check("{Acting defence secretary Robert Salesses} <stated> that [the troop deployment was \"just the beginning\"].");
    check("{Officials} <clarified> that [the troops would not be undertaking law enforcement at this stage].");
    check(
        "On Thursday, {government officials} <indicated> that [the administration was also prepared to send as many as 2000 additional troops if required].",
    );
    check("{Salesses} also <confirmed> [the previous report from CNN that U.S. Transportation Command had been instructed].");
    check("{The senior military official} <noted> that [four aircraft in total — two C-17s and two C-130s — are being sent].");
    check("{McAleenan} <said> [there was a similar caravan at the Guatemala-Mexico border region consisting of 3,000 people].");
    check("{House speaker Nancy Pelosi} <said> Friday that [lawmakers would be holding a vote on Tuesday on the measure].");
    check("In her own statement, {Lujan Grisham} <said> [New Mexico would \"not take part in the president's charade].");
    check("{The senior defense official} <said> [the mission at the southern border \"has evolved.\"]");
    check("{President Trump} did <say> in an executive order Monday, however, that [he will decide within 90 days].");
    check("{Trump} <stated> during his inaugural address on Monday that \"[I will declare a national emergency at our southern border].");
}

#[test]
fn a_hearer_is_no_part_of_what_is_said() {
    check("{Gen. O'Shaughnessy} <told> reporters that [800 soldiers were en route on Monday].");
    check(
        "Speaking on the condition of anonymity, {a senior U.S. defense official} <told> the newspaper that [the administration planned to deploy around 1,000 additional personnel].",
    );
    check("{The reeve} <told> the court: “[It held]”.");
    check("{Ann Ex}, head of the dykes, <told> the court that [it held].");
}

#[test]
fn the_speaker_comes_last() {
    check("[US Transportation Command has also been instructed to prepare], {the two sources} <told> CNN.");
    check(
        "[The U.S. military will deploy over 5,200 troops, including soldiers who will be armed], {a senior U.S. general} <said> on Monday.",
    );
    check(
        "“[The first operations for them should begin in the next 24-48 hours, they are moving now]” {a senior military official} <explained> to reporters on Wednesday (22).",
    );
    check("\"[In short order, the department will develop and execute additional missions],\" {Salesses} <said>.");
    check("\"[This is something President Trump campaigned on],\" <said> {White House press secretary Karoline Leavitt}.");
    check("[The number of Marines deployed as part of the border mission could ultimately climb to 2,500], {the official} <said>.");
    check(
        "\"[I think the president has made it clear]\", {General Terrence O'Shaughnessy}, head of the U.S. military's Northern Command, <told> a news conference in Washington.",
    );
}

#[test]
fn what_follows_the_cue_behind_a_comma_is_left() {
    check(
        "[Even more active duty troops are expected to be deployed in the coming weeks], {one of the officials} <said>, with this first wave setting the stage.",
    );
    check(
        "[The Trump administration asked the military to be prepared, setting off a scramble], {one of the officials and another person familiar with the matter} <told> CNN.",
    );
}

#[test]
fn according_to_stands_at_either_end() {
    check(
        "[Thousands of troops are being ordered to the border, just two days after the order], <according to> {officials familiar with the matter}.",
    );
    check("<According to> {the Texas Military Department}, [there are roughly 4,500 National Guardsmen].");
    check("[There are roughly 4,500 National Guardsmen currently assigned], <according to> {the Texas Military Department}.");
    check("(CNN) — [Thousands of troops are being ordered], <according to> {officials}.");
    check("[The dyke held] <according to> {the ministry}.");
}

#[test]
fn what_is_not_plain_is_refused_in_words() {
    refused("There were no active duty troops at the border.", "There is no English “said” or “according to” here");
    refused("Any future decision on this would be made by the White House, they stated.", "Who “they” is stands elsewhere");
    refused("“This is our answer,” he said at the time.", "Who “he” is stands elsewhere");
    refused("Said nobody.", "Who says what around “Said” is not plain here");
    refused("The reeve told everybody.", "Who says what around “told” is not plain here");
    refused("“He said it would hold.”", "There is no English “said” or “according to” here");
    let long = "The decision of the administration to deploy more troops comes after President Trump declared an emergency.";
    refused(long, "Who says what around “declared” is not plain here");
    refused("", "There is no English “said” or “according to” here");
}

#[test]
fn the_cue_is_found_beside_its_speaker() {
    let text = "He said so. Dykes held, officials said. They said more.";
    let at = |words: &str| text.find(words).map(|start| start..start + words.len()).unwrap();
    let cue = cue_near(text, "said", &at("officials"), &at("Dykes held"));
    assert_eq!(cue, Some(34..38));
    assert_eq!(cue_near(text, "sai", &at("officials"), &at("Dykes held")), None);
    assert_eq!(cue_near(text, "", &at("officials"), &at("Dykes held")), None);
}

#[test]
fn any_words_are_taken_without_a_fault() {
    for text in
        ["said", ", said", "“", "\"said\"", "according to", "according to ,", "x, said, y", "é, é said é", "that that said that that"]
    {
        let _ = attribution(text);
    }
}
