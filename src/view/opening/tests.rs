//! The window of articles on their way in, by label.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::testing::Desk;
use crate::view::testing::{Stage, session, window};

type Shown = (OpeningState, Option<OpeningAnswer>);

fn shown(done: usize, total: usize, abouts: Vec<About>) -> Harness<'static, Stage<Shown>> {
    let matter = |(place, about)| Matter { place, name: format!("file-{place}.txt"), about };
    let matters = abouts.into_iter().enumerate().map(matter).collect();
    let state = OpeningState { done, total, matters, encodings: &["windows-1252", "windows-1251", "Big5"], ..OpeningState::default() };
    window(session(Desk::default().project), (state, None), |ui, _, (state, answer)| {
        if let Some(given) = opening_ui(&ui.ctx().clone(), state) {
            *answer = Some(given);
        }
    })
}

#[track_caller]
fn check(harness: &mut Harness<'static, Stage<Shown>>, label: &str, expected: OpeningAnswer) {
    harness.get_by_label(label).click();
    harness.run();
    assert_eq!(harness.state().own.1, Some(expected));
}

fn guess() -> About {
    About::Guessed { encoding: "windows-1252".into(), sample: "Der M\u{fc}ller".into(), is_whole: None }
}

#[test]
fn while_files_are_read_it_says_how_far_and_can_be_stopped() {
    let mut harness = shown(137, 2000, vec![]);
    harness.get_by_label("Opening 137 of 2000 files");
    check(&mut harness, "Stop", OpeningAnswer::Stopped);
}

#[test]
fn of_two_thousand_files_those_in_sight_are_drawn_and_each_can_be_scrolled_to() {
    let refused = |nth: usize| About::Refused(format!("Reason {nth}: {}", "it holds no words. ".repeat(nth % 9)));
    let mut harness = shown(2_000, 2_000, (0..2_000).map(refused).collect());
    harness.get_by_label("file-0.txt");
    let drawn = |harness: &Harness<'static, Stage<Shown>>| harness.query_all_by_label_contains("file-").count();
    assert!((3..40).contains(&drawn(&harness)), "{}", drawn(&harness));
    let list = harness.get_by_label("file-0.txt").rect().center();
    harness.hover_at(list);
    for _ in 0..12 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -20_000.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Default::default(),
        });
        // The list glides to where it is scrolled.
        harness.run_steps(12);
    }
    let last = harness.get_by_label("file-1999.txt").rect();
    let foot = harness.get_by_label("Done").rect();
    assert!(last.bottom() < foot.top() && foot.top() - last.bottom() < LIST, "{last:?} {foot:?}");
    assert!((3..40).contains(&drawn(&harness)) && harness.query_by_label("file-0.txt").is_none(), "{}", drawn(&harness));
}

#[test]
fn a_guess_shows_words_and_the_other_encodings() {
    let mut harness = shown(1, 1, vec![guess()]);
    harness.get_by_label("Der M\u{fc}ller");
    assert!(harness.query_by_label("Big5").is_none());
    check(&mut harness, "Open file-0.txt", OpeningAnswer::Taken(0));
    harness.get_by_label("Other encodings for file-0.txt").click();
    harness.run();
    assert!(harness.query_by_label("windows-1252").is_none(), "the one it is read in is no other");
    check(&mut harness, "windows-1251", OpeningAnswer::Encoding(0, "windows-1251".into()));
}

#[test]
fn the_other_encodings_stand_in_rows_within_the_window() {
    const NAMES: [&str; 10] = [
        "UTF-16LE",
        "ISO-8859-2",
        "ISO-8859-5",
        "ISO-8859-7",
        "windows-1250",
        "windows-1251",
        "windows-1253",
        "Shift_JIS",
        "EUC-KR",
        "GB18030",
    ];
    let mut harness = shown(1, 1, vec![guess()]);
    harness.state_mut().own.0.encodings = &NAMES;
    harness.get_by_label("Other encodings for file-0.txt").click();
    harness.run();
    let rects = NAMES.map(|name| harness.get_by_label(name).rect());
    let all = rects.into_iter().reduce(egui::Rect::union).unwrap();
    assert!(all.width() <= WIDTH - 2.0 * PADDING && all.height() > 2.0 * rects[0].height(), "{all:?}");
}

#[test]
fn the_password_is_what_is_typed_next() {
    let mut harness = shown(1, 1, vec![About::Locked { is_wrong: false, typed: String::new() }]);
    harness.run();
    assert!(harness.get_by_label("Password of file-0.txt").is_focused());
    harness.event(egui::Event::Text("abc".into()));
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert_eq!(harness.state().own.1, Some(OpeningAnswer::Password(0, "abc".into())));
    assert!(harness.get_by_label("Password of file-0.txt").is_focused(), "for the next try");
}

#[test]
fn of_a_page_all_words_can_be_had_before_it_is_opened() {
    let unsure = |is_whole| About::Unsure { words: 12, sample: "Gate jams".into(), is_whole };
    let mut harness = shown(1, 1, vec![unsure(false)]);
    harness.get_by_label("Which part of this page is its article is not clear. What was found has 12 words:");
    harness.get_by_label("Gate jams");
    check(&mut harness, "Open file-0.txt", OpeningAnswer::Taken(0));
    check(&mut harness, "The whole page of file-0.txt", OpeningAnswer::Whole(0, true));
    let guessed = About::Guessed { encoding: "KOI8-R".into(), sample: "x".into(), is_whole: Some(true) };
    let mut harness = shown(1, 1, vec![guessed]);
    check(&mut harness, "The article alone of file-0.txt", OpeningAnswer::Whole(0, false));
}

#[test]
fn many_guesses_are_taken_together_and_what_failed_says_why() {
    let refused = About::Refused("\u{201c}c\u{201d} looks like a picture.".into());
    let mut harness = shown(3, 3, vec![guess(), guess(), refused]);
    harness.get_by_label("\u{201c}c\u{201d} looks like a picture.");
    check(&mut harness, "Open all as they are", OpeningAnswer::AllTaken);
    check(&mut harness, "Leave out", OpeningAnswer::Left);
}

#[test]
fn a_password_is_typed_and_given() {
    let mut harness = shown(1, 1, vec![About::Locked { is_wrong: true, typed: "abc".into() }]);
    harness.get_by_label("That password does not open it.");
    let value = |harness: &Harness<'static, Stage<Shown>>| harness.get_by_label("Password of file-0.txt").value();
    assert_eq!(value(&harness).as_deref(), Some("***"), "nobody reads it over a shoulder");
    harness.get_by_label("Show the password of file-0.txt").click();
    harness.run();
    assert_eq!(value(&harness).as_deref(), Some("abc"));
    check(&mut harness, "Open file-0.txt", OpeningAnswer::Password(0, "abc".into()));
}
