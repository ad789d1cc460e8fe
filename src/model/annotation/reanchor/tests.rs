//! Places in texts that were edited: what must be kept, moved, looked at again, or lost; edits made by chance against the truth.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::model::annotation::doubt::have_other_digits;

/// The anchor of the words between the first `[` and `]`, and the text without the signs.
fn marked(article: &str) -> (Text, Anchor) {
    let (start, end) = (article.find('[').unwrap(), article.find(']').unwrap() - 1);
    let text = Text::freeze(article.replacen('[', "", 1).replacen(']', "", 1));
    let anchor = Anchor::of(&text, Span::between(start, end), &OffsetMap::new(text.as_str()));
    (text, anchor)
}

fn find_in(anchor: &Anchor, text: &Text, is_changed: bool) -> Found {
    Ground::new(text, &OffsetMap::new(text.as_str()), is_changed, &mut Trail::default()).find(anchor)
}

/// What becomes of a mark: the article before and after, each with its mark; after, `{…}` stands for words to be looked at.
fn check(before: &str, after: &str) {
    let (old, anchor) = marked(before);
    let changed = after.contains('{');
    let (new, expected) = if after.contains(['[', '{']) {
        let (text, expected) = marked(&after.replacen('{', "[", 1).replacen('}', "]", 1));
        (text, Some(expected))
    } else {
        (Text::freeze(after), None)
    };
    let found = find_in(&anchor, &new, true);
    let words = |span: Span| format!("{span:?} “{}”", new.slice(span));
    let told = match found {
        Found::Kept(span) if old.as_str().starts_with(new.slice(Span::between(0, span.start()))) => format!("kept {}", words(span)),
        Found::Kept(span) => panic!("kept, but not where it was: {}", words(span)),
        Found::Moved(span) => format!("moved {}", words(span)),
        Found::Changed(span) => format!("changed {}", words(span)),
        Found::Lost(_) => "lost".to_owned(),
    };
    let expected = expected.map_or_else(
        || "lost".to_owned(),
        |expected| {
            let start = OffsetMap::new(new.as_str()).byte_from_char(expected.start_char).unwrap();
            let kind = match (changed, expected.start_char == anchor.start_char) {
                (true, _) => "changed",
                (false, true) => "kept",
                (false, false) => "moved",
            };
            format!("{kind} {}", words(Span::between(start, start + expected.exact.len())))
        },
    );
    assert_eq!(told, expected, "{before} → {after}");
}

const BEFORE: &str = "The dyke at Orva broke in the night of Monday. About [1,500 people] left their homes, the office of the mayor said.";

#[test]
fn words_that_lie_over_themselves_are_found_where_they_stood() {
    // The mark is the last three of four; the first three are other letters.
    let text = Text::freeze(
        "It rained for a week in the hills above Orva, and before it stood 口口口口ay and nothing else at all, said the reeve of Orva.",
    );
    let start = text.as_str().find('口').unwrap() + '口'.len_utf8();
    let anchor = Anchor::of(&text, Span::between(start, start + 9), &OffsetMap::new(text.as_str()));
    let new = Text::freeze(format!("More. {}", text.as_str()));
    assert_eq!(find_in(&anchor, &new, true), Found::Moved(Span::between(start + 6, start + 15)));
}

#[test]
fn the_same_words_between_the_same_words_are_kept_or_moved() {
    check(BEFORE, &BEFORE.replace("mayor said", "mayor had said"));
    check(BEFORE, &format!("Dyke fails\n\n{BEFORE}"));
    check(BEFORE, &BEFORE.replace("The dyke at", "The old dyke at"));
}

#[test]
fn what_was_changed_in_the_words_or_beside_them_is_to_be_looked_at() {
    let again = |old: &str, new: &str| BEFORE.replace(old, new).replace('[', "{").replace(']', "}");
    check(BEFORE, &again("About", "Around"));
    check(BEFORE, &again("1,500 people", "1,600 people"));
    check(BEFORE, &again("1,500 people", "15,500 people"));
    check(BEFORE, &again("1,500 people", "1,500 poeple"));
    check(BEFORE, &again("homes", "houses"));
    check(BEFORE, &again("1,500 people", "1,5000 people"));
    check(
        "Rates rose in all of the [5%] of banks that were asked by us.",
        "Rates rose in all of the {45%} of banks that were asked by us.",
    );
}

#[test]
fn what_is_nowhere_is_lost_and_the_guess_stands_beside_its_old_neighbours() {
    check(BEFORE, "The dyke at Orva broke in the night of Monday. Nobody left, and all was well again soon.");
    check("In one year [4] of them came back.", "In one year 5 of them came back.");
    check("It was [so].", "");
    let (_, anchor) = marked("The council of Orva met in spring, and [4] of the members left at once.");
    let text = Text::freeze("New words come first. The council of Orva met in spring, and none of the members left at once.");
    assert_eq!(find_in(&anchor, &text, true), Found::Lost(text.as_str().find("none").unwrap()));
}

#[test]
fn marks_that_went_with_a_sentence_are_guessed_where_it_stood() {
    let gone = "Gate 3 stopped 1.8 metres above its sill at about 2:40 a.m. and stayed there for nearly five hours, they said. ";
    let before = format!("The first sentence stands as it stood. {gone}The last sentence of the page stands, too.");
    let (old, new) = (Text::freeze(before.as_str()), Text::freeze(before.replace(gone, "")));
    let (map, new_map) = (OffsetMap::new(old.as_str()), OffsetMap::new(new.as_str()));
    let mut trail = Trail::default();
    for quote in ["Gate 3 stopped", "1.8 metres", "about 2:40 a.m.", "nearly five hours"] {
        let start = before.find(quote).unwrap();
        let anchor = Anchor::of(&old, Span::between(start, start + quote.len()), &map);
        let found = Ground::new(&new, &new_map, true, &mut trail).find(&anchor);
        assert_eq!(found, Found::Lost(before.find(gone).unwrap()), "{quote}");
    }
}

#[test]
fn a_short_quote_is_not_put_on_the_same_word_elsewhere() {
    check("The mayor said that [4] of ten had left.\nNobody knows why.", "The mayor said that some had left.\nOnly 4 know why.");
    check(
        "Region A had [12] deaths in spring. Region B had 12 deaths in autumn.",
        "Nothing is known. Elsewhere they counted 12 of their own.",
    );
}

#[test]
fn of_words_that_stand_twice_the_context_tells_and_a_tie_is_looked_at() {
    let first = "In spring of that year the water came and [1,500 people] fled to the hills above the old town.";
    let second = "In autumn, after the storm that came, 1,500 people returned from the hills to their homes.";
    check(&format!("{first}\n{second}"), &format!("{second}\n{first}"));
    let line = "All of the people who were asked for their names said that it was so.\n";
    let before = format!("Head\n{line}{}{line}", line.replace("people who", "[people] who"));
    let after = format!("Other head, longer\n{line}{}{line}", line.replacen("people", "{people}", 1));
    check(&before, &after);
}

#[test]
fn every_script_is_found_between_whole_graphemes() {
    check(
        "日本の人口は去年の統計によると[約１億２千万人]でありそのうち三割が六十五歳以上である。以上。",
        "人口：日本の人口は去年の統計によると{約１億３千万人}でありそのうち三割が六十五歳以上である。以上。",
    );
    check(
        "قال المسؤول إن عدد النازحين من المدينة بلغ [٤٥٠٠ شخص] خلال الأسبوع الماضي وفق التقرير.",
        "قال المسؤول إن عدد النازحين من المدينة بلغ {٤٦٠٠ شخص} خلال الأسبوع الماضي وفق التقرير.",
    );
    check(
        "The cafe\u{301} where they [all met 👨‍👩‍👧 on Monday] was closed in the end.",
        "The cafe\u{301} where they {all met 👨‍👩‍👧‍👦 on Monday} was closed in the end.",
    );
    check(
        "पिछले साल के आंकड़ों के अनुसार [४५० लोग] बाढ़ में बेघर हो गए थे और अब लौटे हैं।",
        "नया। पिछले साल के आंकड़ों के अनुसार {४५१ लोग} बाढ़ में बेघर हो गए थे और अब लौटे हैं।",
    );
}

#[test]
fn a_mark_on_a_whole_page_is_found_and_one_too_long_to_compare_is_lost_not_slow() {
    let page = format!("{}This is the end.", "All of this was said at length in front of many people. ".repeat(60));
    check(&format!("Head\n[{page}]\nFoot"), &format!("Head\n{{{}}}\nFoot", page.replacen("many", "some", 1)));
    let long = "x y z w ".repeat(100_000);
    let (_, anchor) = marked(&format!("Head\n[{long}]\nFoot"));
    let text = Text::freeze(format!("Head\n{}\nFoot", long.replacen("w x", "w! x", 9)));
    assert!(matches!(find_in(&anchor, &text, true), Found::Lost(_)));
}

#[test]
fn in_a_text_that_was_not_changed_words_that_stand_once_are_found_without_context() {
    let text = Text::freeze("Dyke fails\nIt failed.");
    let by_hand = Anchor { exact: "It failed".into(), ..Anchor::default() };
    assert_eq!(find_in(&by_hand, &text, false), Found::Moved(Span::between(11, 20)));
    let twice = Anchor { exact: "fail".into(), ..Anchor::default() };
    assert_eq!(find_in(&twice, &text, false), Found::Changed(Span::between(5, 10)));
    assert!(matches!(find_in(&Anchor::default(), &text, false), Found::Lost(0)));
}

#[test]
fn a_large_text_of_which_all_was_changed_is_given_up_after_the_effort_and_loses_no_mark() {
    let before: String = (0..60_000).map(|at| format!("old{} ", at * 7 % 60_000)).collect();
    let after = Text::freeze((0..60_000).map(|at| format!("new{} ", at * 11 % 60_000)).collect::<String>());
    let text = Text::freeze(&before);
    let (map, new_map) = (OffsetMap::new(&before), OffsetMap::new(after.as_str()));
    let mut trail = Trail { spent: EFFORT - 50_000_000, ..Trail::default() };
    for at in (0..before.len() - 40).step_by(before.len() / 200) {
        let anchor = Anchor::of(&text, text.span(at, at + 30), &map);
        let found = Ground::new(&after, &new_map, true, &mut trail).find(&anchor);
        assert!(matches!(found, Found::Lost(_) | Found::Changed(_)), "{found:?}");
    }
    let most_near = 200 * (16 * NEAR_BYTES + MOST_PLACES * 2 * PLACE_COST) + 200 * 200 * MOST_PLACES;
    assert!(trail.spent <= EFFORT + most_near, "{}", trail.spent);
}

/// One change of a text.
#[derive(Clone, Debug)]
enum Change {
    Insert(Index, String),
    Delete(Index, usize),
    Move(Index, usize, Index),
    Typo(Index, char),
    Digit(Index, char),
}

fn change() -> impl Strategy<Value = Change> {
    let letter = || select(vec!['x', 'q', 'é', '中', '7', ' ', 'ع']);
    prop_oneof![
        (any::<Index>(), "([a-zé中]{1,8}[ .]){1,6}").prop_map(|(at, words)| Change::Insert(at, words)),
        (any::<Index>(), 1_usize..60).prop_map(|(at, len)| Change::Delete(at, len)),
        (any::<Index>(), 1_usize..120, any::<Index>()).prop_map(|(from, len, to)| Change::Move(from, len, to)),
        (any::<Index>(), letter()).prop_map(|(at, letter)| Change::Typo(at, letter)),
        (any::<Index>(), select(vec!['0', '3', '9', '٣'])).prop_map(|(at, digit)| Change::Digit(at, digit)),
    ]
}

/// The letters of a text, each with its place in the text before all changes; a letter that was typed over keeps its place.
type Letters = Vec<(char, Option<usize>)>;

fn apply(letters: &mut Letters, change: &Change) {
    let place = |at: &Index, len: usize| at.index(len + 1);
    match change {
        Change::Insert(at, words) => {
            let at = place(at, letters.len());
            letters.splice(at..at, words.chars().map(|letter| (letter, None)));
        }
        Change::Delete(at, len) => {
            let at = place(at, letters.len());
            letters.drain(at..(at + len).min(letters.len()));
        }
        Change::Move(from, len, to) => {
            let from = place(from, letters.len());
            let taken: Letters = letters.drain(from..(from + len).min(letters.len())).collect();
            let to = place(to, letters.len());
            letters.splice(to..to, taken);
        }
        Change::Typo(at, letter) => {
            let at = place(at, letters.len());
            if let Some(place) = letters.get_mut(at) {
                place.0 = *letter;
            }
        }
        Change::Digit(at, digit) => {
            let at = place(at, letters.len());
            if let Some(next) = letters.iter_mut().skip(at).find(|(letter, _)| letter.is_numeric()) {
                next.0 = *digit;
            }
        }
    }
}

/// An article: words of several scripts, of which no two are alike, and between them words and figures that come again and again.
fn article() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => "[a-z]{2,9}",
        1 => "[а-я]{3,7}",
        1 => "[\u{628}-\u{63a}]{3,6}",
        1 => "[一-十中人口]{1,5}",
        1 => "(e\u{301}|👨‍👩‍👧|🇩🇪|né)[a-z]{1,3}",
    ];
    let again = select(vec!["the", "4%", "1,500", "people", "٤٥", "人", "said"]);
    let gap = || select(vec![" ", " ", " ", ". ", ", ", "\n"]);
    prop::collection::vec((word, gap(), again, gap()), 40..120).prop_map(|words| {
        let mark = |at: usize| [at / 26, at % 26].map(|part| char::from(b'a' + (part % 26) as u8)).iter().collect::<String>();
        words.into_iter().enumerate().map(|(at, (word, gap, again, end))| format!("{word}{}{gap}{again}{end}", mark(at))).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_kept_or_moved_but_the_very_words_and_all_that_stand_as_they_stood_are(
        article in article(),
        marks in prop::collection::vec((any::<Index>(), 1_usize..50), 1..12),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let old = Text::freeze(&article);
        let old_map = OffsetMap::new(old.as_str());
        let mut letters: Letters = old.as_str().chars().enumerate().map(|(at, letter)| (letter, Some(at))).collect();
        let before_all: Vec<char> = old.as_str().chars().collect();
        changes.iter().for_each(|change| apply(&mut letters, change));
        let new = Text::freeze(letters.iter().map(|(letter, _)| *letter).collect::<String>());
        let new_map = OffsetMap::new(new.as_str());
        let mut trail = Trail::default();
        for (at, len) in marks {
            let start = at.index(old.len());
            let span = old.trimmed(old.span(start, start + len));
            if span.is_empty() {
                continue;
            }
            let anchor = Anchor::of(&old, span, &old_map);
            // Where letter after letter of the mark, and of what stands beside it, stands now.
            let stands = |from: usize, to: usize| {
                let first = letters.iter().position(|(_, was)| *was == Some(from))?;
                let run = letters.get(first..first + (to - from))?;
                run.iter().zip(from..to).all(|((letter, was), at)| *was == Some(at) && *letter == before_all[at]).then_some(first)
            };
            let truth = stands(anchor.start_char, anchor.end_char);
            let (before, after) = (anchor.prefix.chars().count(), anchor.suffix.chars().count());
            let is_untouched = before == 32 && after == 32 && stands(anchor.start_char - before, anchor.end_char + after).is_some();
            let found = Ground::new(&new, &new_map, new.hash() != old.hash(), &mut trail).find(&anchor);
            match found {
                Found::Kept(found) | Found::Moved(found) => {
                    prop_assert_eq!(Some(new_map.char_from_byte(found.start())), truth, "{:?}", found);
                    prop_assert_eq!(new.slice(found), old.slice(span));
                }
                Found::Changed(found) => {
                    prop_assert!(!is_untouched, "“{}” was not touched", anchor.exact);
                    prop_assert_eq!(new.span(found.start(), found.end()), found);
                    prop_assert!(!found.is_empty());
                }
                Found::Lost(guess) => {
                    prop_assert!(!is_untouched, "“{}” was not touched", anchor.exact);
                    prop_assert_eq!(new.span(guess, guess), Span::between(guess, guess));
                }
            }
            if let Found::Kept(found) | Found::Moved(found) = found {
                prop_assert!(!have_other_digits(new.slice(found), &anchor.exact));
            }
        }
    }

    #[test]
    fn a_typo_in_a_long_quote_is_found_on_its_words(article in article(), at in any::<Index>(), typo in any::<Index>()) {
        let old = Text::freeze(&article);
        let start = at.index(old.len());
        let span = old.trimmed(old.span(start, (start + 60).min(old.len())));
        let chars: Vec<usize> = old.slice(span).char_indices().map(|(at, _)| at).collect();
        prop_assume!(chars.len() > 25);
        let hit = span.start() + chars[3 + typo.index(chars.len() - 6)];
        let letter = old.as_str()[hit..].chars().next().unwrap();
        let changed = format!("{}%{}", &old.as_str()[..hit], &old.as_str()[hit + letter.len_utf8()..]);
        prop_assume!(letter != '%');
        let new = Text::freeze(&changed);
        let anchor = Anchor::of(&old, span, &OffsetMap::new(old.as_str()));
        match find_in(&anchor, &new, true) {
            Found::Changed(found) => prop_assert!(found.start().abs_diff(span.start()) <= 12 && found.end().abs_diff(span.end()) <= 12, "{found:?} {span:?}"),
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
