//! The page in the window: which side things stand on, and how the caret goes through words of two directions.

use egui::epaint::Shape;
use egui::{Color32, Rect};
use egui_kittest::Harness;

use super::*;
use crate::testing::project;
use crate::view::testing::{Stage, session, window};
use crate::widget::typeset::Affinity;

const ARABIC: &str = "انهيار سد في المدينة\n\
    قال مسؤولون إن [السد الترابي (Merrowhaven) انهار بعد هطول أمطار|claim] وإن 1,200 شخص غادروا.\n\
    1,200 – 2025";
const ENGLISH: &str = "Dyke fails\n\
    Officials said that [the earth dam (مرحبا) broke after the rain|claim] and 1,200 people left.\n\
    1,200 – 2025";

fn page(marked: &str) -> Harness<'static, Stage<GalleyState>> {
    window(session(project(marked)), GalleyState::default(), article_ui)
}

fn flatten(shape: &Shape, found: &mut Vec<Shape>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(shape, found)),
        shape => found.push(shape.clone()),
    }
}

/// All that was painted in the last frame.
pub(super) fn painted(harness: &Harness<'_, Stage<GalleyState>>) -> Vec<Shape> {
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| flatten(&clipped.shape, &mut found));
    found
}

/// The filled rectangles of a colour.
pub(super) fn filled(shapes: &[Shape], colour: Color32) -> Vec<Rect> {
    let rects = shapes.iter().filter_map(|shape| if let Shape::Rect(rect) = shape { Some(rect) } else { None });
    rects.filter(|rect| rect.fill == colour).map(|rect| rect.rect).collect()
}

/// Where the words, the bars of untouched sentences and the margin rule stand from left to right.
fn columns(marked: &str) -> (f32, f32, f32) {
    let harness = page(marked);
    let shapes = painted(&harness);
    let theme = Theme::light();
    let words = filled(&shapes, theme.wash).into_iter().reduce(Rect::union).unwrap().center().x;
    // The overview strip at the right has bars of its own.
    let bars = filled(&shapes, theme.bar).into_iter().filter(|bar| bar.left() < 960.0).reduce(Rect::union).unwrap().center().x;
    let mut rules = shapes.iter().filter_map(|shape| match shape {
        Shape::LineSegment { points: [from, to], stroke } if stroke.color == theme.line && from.x == to.x => Some(from.x),
        _ => None,
    });
    let papers = filled(&shapes, theme.paper);
    let paper = papers.first().unwrap();
    let rule = rules.find(|x| paper.left() + 1.0 < *x && *x < paper.right() - 1.0).unwrap();
    (rule, words, bars)
}

#[test]
fn a_page_that_reads_from_right_to_left_is_mirrored() {
    let (rule, words, bars) = columns(ARABIC);
    assert!(rule < words && words < bars, "{rule} {words} {bars}");
    let (rule, words, bars) = columns(ENGLISH);
    assert!(bars < words && words < rule, "{bars} {words} {rule}");
}

#[test]
fn figures_alone_follow_their_page() {
    for (marked, is_rtl) in [(ARABIC, true), (ENGLISH, false)] {
        let mut harness = page(marked);
        let document = harness.state().session.document().unwrap().clone();
        let figures = document.text.paragraphs()[2];
        let shared = TextEngine::of(&harness.ctx);
        let state = &mut harness.state_mut().own;
        assert_eq!(state.is_rtl_at(&document, figures.start()), is_rtl);
        let flow = state.flows.get_mut(&document.id).unwrap();
        let index = flow.block_at(figures.start());
        assert_eq!(flow.words(&mut shared.lock(), &document, index).unwrap().is_rtl(), is_rtl);
    }
}

/// Presses an arrow until the caret stays; where it stood each time.
fn walk(harness: &mut Harness<'static, Stage<GalleyState>>, motion: Motion) -> Vec<CaretPos> {
    let mut places = Vec::new();
    loop {
        let before = harness.state().own.caret;
        harness.state_mut().own.push_motion(motion, false);
        harness.run();
        let now = harness.state().own.caret;
        if now == before {
            return places;
        }
        places.extend(now);
        assert!(places.len() < 2000, "the caret goes round in a circle: {:?}", &places[1990..]);
    }
}

#[test]
fn arrows_reach_every_place_of_a_mixed_article_in_both_directions() {
    for marked in [ARABIC, ENGLISH] {
        let is_rtl = marked == ARABIC;
        let mut harness = page(marked);
        let document = harness.state().session.document().unwrap().clone();
        let text = &document.text;
        let every: std::collections::BTreeSet<usize> = text
            .paragraphs()
            .iter()
            .flat_map(|paragraph| {
                let mut places = vec![paragraph.start()];
                while *places.last().unwrap() < paragraph.end() {
                    places.push(text.next(*places.last().unwrap()));
                }
                places
            })
            .collect();
        // To one corner of the article first, then through all of it and back.
        let (back, forward) = if is_rtl { (Motion::Right, Motion::Left) } else { (Motion::Left, Motion::Right) };
        walk(&mut harness, forward);
        for motion in [back, forward] {
            let from = harness.state().own.caret.unwrap().byte;
            let mut seen: std::collections::BTreeSet<usize> = walk(&mut harness, motion).iter().map(|at| at.byte).collect();
            seen.insert(from);
            let missed: Vec<usize> = every.difference(&seen).copied().collect();
            // Where two directions meet one offset has two places and another none of its own.
            assert!(missed.len() <= 4, "{motion:?} in {marked}: never at {missed:?}");
        }
    }
}

#[test]
fn words_are_walked_forward_by_the_arrow_that_points_forward() {
    for (marked, motion) in [(ARABIC, Motion::WordLeft), (ENGLISH, Motion::WordRight)] {
        let mut harness = page(marked);
        let document = harness.state().session.document().unwrap().clone();
        let start = document.text.paragraphs()[1].start();
        let at = Command::Select { document: document.id, anchor: start, head: start };
        harness.state_mut().session.run(at, crate::testing::NOW);
        harness.state_mut().own.push_motion(motion, true);
        harness.run();
        let span = harness.state().session.selection().unwrap().span();
        assert_eq!(document.text.slice(span), document.text.as_str()[start..].split(' ').next().unwrap());
    }
}

#[test]
fn the_end_of_a_wrapped_row_keeps_the_caret_on_it() {
    let words = "word ".repeat(60);
    let mut harness = page(&words);
    harness.state_mut().own.push_motion(Motion::RowEnd, false);
    harness.run();
    let caret = harness.state().own.caret.unwrap();
    assert!(caret.byte > 0 && caret.affinity == Affinity::Upstream, "{caret:?}");
    // Down and up again comes back to the same end, before or behind the space that hangs there.
    for motion in [Motion::Down, Motion::Up] {
        harness.state_mut().own.push_motion(motion, false);
        harness.run();
    }
    let again = harness.state().own.caret.unwrap();
    assert!((caret.byte - 1..=caret.byte).contains(&again.byte), "{again:?}");
}

#[test]
fn rows_keep_the_column_over_a_short_paragraph() {
    let mut harness = page("A first paragraph that is long enough\nShort\nAnother paragraph that is long enough");
    let document = harness.state().session.document().unwrap().clone();
    let at = Command::Select { document: document.id, anchor: 25, head: 25 };
    harness.state_mut().session.run(at, crate::testing::NOW);
    let mut heads = Vec::new();
    for motion in [Motion::Down, Motion::Down, Motion::Up, Motion::Up] {
        harness.state_mut().own.push_motion(motion, false);
        harness.run();
        heads.push(harness.state().session.selection().unwrap().head);
    }
    let second = document.text.paragraphs()[1];
    assert_eq!((heads[0], heads[2], heads[3]), (second.end(), second.end(), 25));
    assert!(heads[1] > second.end() + 15, "{heads:?}");
}

#[test]
fn an_arrow_lets_go_of_words_at_the_side_it_points_to() {
    for (marked, leftmost_is_end) in [(ARABIC, true), (ENGLISH, false)] {
        let mut harness = page(marked);
        let document = harness.state().session.document().unwrap().clone();
        let span = document.text.sentences()[1];
        let select = Command::Select { document: document.id, anchor: span.start(), head: span.end() };
        harness.state_mut().session.run(select, crate::testing::NOW);
        harness.state_mut().own.push_motion(Motion::Left, false);
        harness.run();
        let head = harness.state().session.selection().unwrap().head;
        assert_eq!(head, if leftmost_is_end { span.end() } else { span.start() });
    }
}

/// A finger as the window system tells of it: the first one also moves and presses the pointer.
fn finger(harness: &mut Harness<'_, Stage<GalleyState>>, nth: u64, phase: egui::TouchPhase, pos: egui::Pos2) {
    use egui::{Event, PointerButton, TouchDeviceId, TouchId, TouchPhase};
    harness.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(nth), phase, pos, force: None });
    if nth == 1 {
        harness.event(Event::PointerMoved(pos));
        if matches!(phase, TouchPhase::Start | TouchPhase::End) {
            let pressed = phase == TouchPhase::Start;
            harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: egui::Modifiers::NONE });
        }
    }
    harness.step();
}

/// The middle of the words that are marked as an open claim.
fn place_of_claim(harness: &Harness<'_, Stage<GalleyState>>) -> egui::Pos2 {
    filled(&painted(harness), Theme::light().wash).into_iter().filter(|wash| wash.left() < 800.0).reduce(Rect::union).unwrap().center()
}

fn selected(harness: &Harness<'_, Stage<GalleyState>>) -> Option<(usize, usize)> {
    harness.state().session.selection().map(|selection| (selection.anchor, selection.head))
}

#[test]
fn a_finger_that_rests_selects_a_word() {
    let mut harness = page("Dyke fails\nPeople [left|claim] their homes.");
    let at = place_of_claim(&harness);
    finger(&mut harness, 1, egui::TouchPhase::Start, at);
    for _ in 0..8 {
        harness.step();
    }
    let text = "Dyke fails\nPeople left their homes.";
    let start = text.find("left").unwrap();
    assert_eq!(selected(&harness), Some((start, start + 4)));
    finger(&mut harness, 1, egui::TouchPhase::End, at);
    assert_eq!(selected(&harness), Some((start, start + 4)), "lifting it is no click");
}

#[test]
fn two_fingers_push_the_page_and_select_nothing() {
    let lines = |count: usize| "People left their homes in the dark of the night.\n".repeat(count);
    let long = format!("Dyke fails\n{}People [left|claim] early.\n{}", lines(10), lines(50));
    let mut harness = page(&long);
    let before = selected(&harness);
    let at = place_of_claim(&harness);
    let beside = at + egui::vec2(60.0, 0.0);
    finger(&mut harness, 1, egui::TouchPhase::Start, at);
    finger(&mut harness, 2, egui::TouchPhase::Start, beside);
    for step in 1..=10 {
        let up = egui::vec2(0.0, -20.0 * step as f32);
        finger(&mut harness, 1, egui::TouchPhase::Move, at + up);
        finger(&mut harness, 2, egui::TouchPhase::Move, beside + up);
    }
    let moved = at.y - place_of_claim(&harness).y;
    assert!((150.0..=210.0).contains(&moved), "the page went {moved} points up");
    finger(&mut harness, 2, egui::TouchPhase::End, beside);
    finger(&mut harness, 1, egui::TouchPhase::End, at);
    assert_eq!(selected(&harness), before);
}

#[test]
fn what_has_lost_its_place_is_a_dotted_bar_at_the_guess_and_lies_on_no_words() {
    let theme = Theme::light();
    let mut desk = crate::testing::Desk::default();
    desk.article("Dyke fails\nOfficials said that [the dam broke|claim] and [1,200|number] left, as [they|source] saw.");
    let words = |desk: crate::testing::Desk| {
        let harness = window(session(desk.project), GalleyState::default(), article_ui);
        let shapes = painted(&harness);
        let dots = shapes.iter().filter(|shape| matches!(shape, Shape::LineSegment { points: [from, to], stroke } if stroke.color == theme.warn && from.x == to.x && stroke.width == 2.0));
        (filled(&shapes, theme.wash).len() + filled(&shapes, theme.num).len(), dots.count())
    };
    let mut before = crate::testing::Desk::default();
    before.article("Dyke fails\nOfficials said that [the dam broke|claim] and [1,200|number] left, as [they|source] saw.");
    let (washes, dots) = words(before);
    assert!(washes > 1 && dots == 0, "{washes} {dots}");
    for quote in ["the dam broke", "1,200", "they"] {
        desk.doubt(quote, crate::model::annotation::Fate::Lost);
    }
    let (washes, dots) = words(desk);
    // A bar of 19 points has four dots of 2 with gaps of 3.
    assert!(washes == 0 && dots >= 3 * 4, "{washes} {dots}");
}

#[test]
fn a_note_tells_what_is_lost_with_its_words_and_what_must_be_looked_at_again() {
    let mut desk = crate::testing::Desk::default();
    desk.article("T\n[It rained|claim]. [It snowed|claim], [they|source] say.");
    desk.doubt("It rained", crate::model::annotation::Fate::Lost);
    desk.doubt("It snowed", crate::model::annotation::Fate::Moved);
    desk.doubt("they", crate::model::annotation::Fate::Changed);
    let session = session(desk.project);
    let document = session.document().unwrap();
    let seen = seen::Seen::of(&session, document, Span::between(0, document.text.len()));
    let notes: Vec<_> = seen
        .notes
        .iter()
        .map(|note| format!("{} {} {}{}", note.number, note.lead, note.words, if note.is_lost { " (lost)" } else { "" }))
        .collect();
    assert_eq!(notes, [" Lost its place: claim A1 “It rained” (lost)", "2 Moved, look again. ", " Changed, look again. "]);
    assert!(seen.notes.iter().all(|note| note.is_warning));
}
