//! The page in the window: which side things stand on, and how the caret goes through words of two directions.

use egui::epaint::Shape;
use egui::{Color32, Rect};
use egui_kittest::Harness;

use super::measure::Measure;
use super::paint::Page;
use super::pointer::Target;
use super::*;
use crate::model::annotation::Tag;
use crate::testing::project;
use crate::view::testing::{Stage, session, window};
use crate::widget::typeset::Affinity;

const ARABIC: &str = "انهيار سد في المدينة\n\
    قال مسؤولون إن [السد الترابي (Merrowhaven) انهار بعد هطول أمطار|claim] وإن 1,200 شخص غادروا.\n\
    1,200 – 2025";
const ENGLISH: &str = "Dyke fails\n\
    Officials said that [the earth dam (مرحبا) broke after the rain|claim] and 1,200 people left.\n\
    1,200 – 2025";

pub(super) fn page(marked: &str) -> Harness<'static, Stage<GalleyState>> {
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
fn an_arrow_that_is_held_goes_through_paragraphs_of_both_directions_and_back() {
    let mut harness = page("One two\nشلال ماء\nThree\nفي النهر");
    let text = harness.state().session.document().unwrap().text.clone();
    let (first, last) = (text.paragraphs()[0].start(), text.paragraphs()[3].end());
    for (forward, back) in [(Motion::Right, Motion::Left), (Motion::WordRight, Motion::WordLeft)] {
        let document = harness.state().session.document().unwrap().id;
        harness.state_mut().session.run(Command::Select { document, anchor: first, head: first }, crate::testing::NOW);
        harness.run();
        let there: Vec<usize> = walk(&mut harness, forward).iter().map(|at| at.byte).collect();
        assert_eq!(there.last(), Some(&last), "{there:?}");
        assert!(there.is_sorted(), "{there:?}");
        // Turning round in a paragraph that reads the other way, the arrow points where it points; from there on it holds its way.
        harness
            .state_mut()
            .session
            .run(Command::Select { document, anchor: last, head: text.paragraphs()[2].start() }, crate::testing::NOW);
        harness.run();
        let home: Vec<usize> = walk(&mut harness, back).iter().map(|at| at.byte).collect();
        assert_eq!(home.last(), Some(&first), "{home:?}");
    }
}

const SHAPED: &str = "# Dyke fails\n- People left their homes in the dark of the night, and nobody was hurt on the way to the higher ground\n\
    > They “came back”\nTime | Level of the water | Remark\n02:40 | 3.90 | the gate stops above its sill\nPicture of the dyke\nEnd";
const SHAPED_ARABIC: &str = "# انهيار السد\n- غادر الناس منازلهم في ظلام الليل ولم يصب أحد في الطريق إلى الأرض العالية حيث أقيمت الخيام لهم هناك\n\
    > قالوا “سنعود”\nالوقت | مستوى المياه | ملاحظة\n02:40 | 3.90 | توقفت البوابة فوق العتبة\nصورة السد\nانتهى";

fn shaped(text: &str) -> crate::model::project::Project {
    use crate::model::document::structure::Kind;
    let lines: Vec<&str> = text.lines().collect();
    let table = format!("{}\n{}", lines[3], lines[4]);
    let mut parts = vec![
        (lines[0], Kind::Heading(1)),
        ("# ", Kind::Sign),
        (lines[1], Kind::Entry(1)),
        ("- ", Kind::Sign),
        (lines[2], Kind::Quote(1)),
        ("> ", Kind::Sign),
        (&table, Kind::Table),
    ];
    for (row, line) in [lines[3], lines[4]].into_iter().enumerate() {
        let cells = line.split(" | ").enumerate();
        parts.extend(cells.map(|(column, cell)| (cell, Kind::Cell { row: row as u32, column: column as u32, is_head: row == 0 })));
    }
    parts.push((lines[5], Kind::Caption));
    let mut desk = crate::testing::Desk::default();
    desk.structured(text, &parts);
    desk.project
}

#[test]
fn every_character_of_a_page_with_structure_is_hit_where_it_stands() {
    for (text, is_rtl) in [(SHAPED, false), (SHAPED_ARABIC, true)] {
        let mut harness = window(session(shaped(text)), GalleyState::default(), article_ui);
        let document = harness.state().session.document().unwrap().clone();
        let (ctx, shared) = (harness.ctx.clone(), TextEngine::of(&harness.ctx));
        let flow = harness.state_mut().own.flows.get_mut(&document.id).unwrap();
        let placed = flow.place(&mut shared.lock(), &document, 2000.0, 0.0);
        let painter = egui::Painter::new(ctx, egui::LayerId::background(), Rect::EVERYTHING);
        let (theme, measure) = (Theme::light(), Measure::new(17.0, 551.0).reading(is_rtl));
        let page = Page { painter: &painter, theme: &theme, measure, text_x: 100.0, top: 0.0 };
        let target = Target { page: &page, placed: &placed, document: &document };
        let mut seen = 0;
        for (byte, letter) in document.text.as_str().char_indices().filter(|(_, letter)| !letter.is_whitespace()) {
            let span = document.text.span(byte, byte + letter.len_utf8());
            let rects = page.screen_rects(&placed, span);
            let [rect] = rects[..] else { panic!("{letter} is painted {} times", rects.len()) };
            assert!(rect.left() >= 98.0 && rect.right() <= 100.0 + 551.0 + 2.0, "{letter} at {rect}");
            let hit = target.byte_at(rect.center());
            assert!(span.start() <= hit && hit <= span.end(), "{letter} at {span:?} is hit as {hit}");
            seen += 1;
        }
        assert!(seen > 150);
        // Cells stand side by side in the order of the page, entries and quotes are set in.
        let of = |paragraph: usize| placed.iter().filter(|placed| placed.block.paragraph == paragraph).collect::<Vec<_>>();
        let row = of(4);
        assert_eq!(row.len(), 3);
        assert!(row.windows(2).all(|pair| pair[0].top == pair[1].top && (pair[0].left < pair[1].left) != is_rtl));
        let start = |paragraph: usize| {
            let row = of(paragraph)[0].words.row(0);
            let left = of(paragraph)[0].left;
            if is_rtl { 551.0 - left - row.right } else { left + row.left }
        };
        assert!(start(1) > 2.0 && start(2) > 2.0 && start(6).abs() < 1.0, "{} {} {}", start(1), start(2), start(6));
        // The marker hangs before the words and all rows of the entry.
        let entry = &of(1)[0].words;
        let near = |row: usize| if is_rtl { -entry.row(row).right } else { entry.row(row).left };
        assert!(entry.row_count() > 1 && near(1) - near(0) > 5.0, "{} {}", near(0), near(1));
    }
}

#[test]
fn down_and_up_stay_in_the_column_of_a_table() {
    let mut harness = window(session(shaped(SHAPED)), GalleyState::default(), article_ui);
    let document = harness.state().session.document().unwrap().clone();
    let find = |words: &str| document.text.as_str().find(words).unwrap();
    let at = find("vel of");
    harness.state_mut().session.run(Command::Select { document: document.id, anchor: at, head: at }, crate::testing::NOW);
    let mut press = |motion| {
        harness.state_mut().own.push_motion(motion, false);
        harness.run();
        harness.state().session.selection().unwrap().head
    };
    let below = press(Motion::Down);
    assert!((find("3.90")..=find("3.90") + 4).contains(&below), "{below}");
    assert_eq!(press(Motion::Up), at);
}

#[test]
fn on_a_screen_of_another_density_letters_are_sharp_at_once_and_marks_are_hit() {
    let mut harness = page(ENGLISH);
    for density in [2.0, 1.25, 3.0, 1.0] {
        harness.set_pixels_per_point(density);
        // Nothing is selected and nothing hovered, as in the beginning.
        let document = harness.state().session.document().unwrap().id;
        harness.state_mut().session.run(Command::Select { document, anchor: 0, head: 0 }, crate::testing::NOW);
        harness.event(egui::Event::PointerGone);
        harness.run();
        let mut count = 0;
        for shape in painted(&harness) {
            let Shape::Mesh(mesh) = shape else { continue };
            for corners in mesh.vertices.chunks_exact(4) {
                // A glyph has as many texels as it covers pixels, and lies on whole pixels. Its texture is 1024 wide.
                let pixels = (corners[3].pos.x - corners[0].pos.x) * density;
                let texels = (corners[3].uv.x - corners[0].uv.x) * 1024.0;
                assert!((pixels - texels).abs() < 0.05, "{texels} texels on {pixels} pixels at {density}");
                let left = corners[0].pos.x * density;
                assert!((left - left.round()).abs() < 0.02, "{left} at {density}");
                count += 1;
            }
        }
        assert!(count > 80, "{count} letters at {density}");
        // The test's window keeps its pixels, so the page is laid out anew; the claim is hit where it begins now.
        let at = filled(&painted(&harness), Theme::light().wash)[0].center();
        let press = |pressed| egui::Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: egui::Modifiers::NONE,
        };
        for event in [egui::Event::PointerMoved(at), press(true), press(false)] {
            harness.event(event);
            harness.step();
        }
        harness.run();
        assert!(harness.state().session.mark().is_some(), "the claim is not hit at {density}");
    }
}

#[test]
fn the_overview_strip_has_its_lanes_on_the_sides_of_the_page() {
    for (marked, is_rtl) in [(ARABIC, true), (ENGLISH, false)] {
        let harness = page(marked);
        let shapes = painted(&harness);
        let theme = Theme::light();
        let in_strip = |colour| filled(&shapes, colour).into_iter().filter(|lane| lane.left() > 960.0).reduce(Rect::union).unwrap();
        let (untouched, claim) = (in_strip(theme.bar), in_strip(theme.wash2));
        assert_eq!(untouched.center().x > claim.center().x, is_rtl);
        assert!((untouched.width() - 2.0).abs() < 0.01 && untouched.right() <= 1000.0, "{untouched}");
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
    assert_eq!(notes, [" Lost its place: claim A1 “It rained” (lost)", "2  ", " Changed, look again. "]);
    assert_eq!(seen.notes.iter().map(|note| note.is_warning).collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn badges_of_piles_that_end_close_together_do_not_lie_over_one_another() {
    let mut desk = crate::testing::Desk::default();
    let words = "About 1,500 people left";
    let document = desk.plain(words);
    for (cut, count) in [(0, 9), (1, 40), (2, 6), (18, 5)] {
        for _ in 0..count {
            desk.tag(document, &words[..words.len() - cut], Tag::Source);
        }
    }
    let harness = window(session(desk.project), GalleyState::default(), article_ui);
    let badges: Vec<Rect> = filled(&painted(&harness), Theme::light().ink).into_iter().filter(|rect| rect.height() < 16.0).collect();
    println!("{badges:?}");
    assert_eq!(badges.len(), 2);
    assert!(!badges[0].intersects(badges[1]));
}

#[test]
fn the_marks_of_a_signed_article_have_no_handles_and_the_head_says_who_signed() {
    use egui_kittest::kittest::Queryable;

    use crate::command::{Action, ArticleChange, ClaimChange};
    use crate::model::exclusion::Reason;
    let mut harness = page(ENGLISH);
    let handles = |harness: &Harness<'_, Stage<GalleyState>>| {
        painted(harness).iter().filter(|shape| matches!(shape, Shape::Circle(circle) if circle.radius == 5.5)).count()
    };
    let session = &mut harness.state_mut().session;
    session.set_checker("RK");
    session.run(Command::Run(Action::NextMark), crate::testing::NOW);
    harness.run();
    assert_eq!(handles(&harness), 2);
    let session = &mut harness.state_mut().session;
    let claim = crate::testing::claim(session.project(), "A1");
    session.run(Command::Change(vec![claim], ClaimChange::NotCheckable(Some(Reason::Opinion))), crate::testing::NOW);
    let document = session.project().order()[0];
    session.run(Command::ChangeArticle(ArticleChange::SignOff(document)), crate::testing::NOW);
    harness.run();
    assert_eq!(handles(&harness), 0);
    harness.get_by_label("Signed off by RK");
}
