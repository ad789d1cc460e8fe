//! What the text engine promises, tried on words of many scripts with the bundled fonts alone.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::FontColorTransferFunction;
use egui::mutex::RwLock;
use egui::{Color32, Rect, pos2};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::*;
use crate::widget::font::article_fonts;

pub(super) fn engine() -> TextEngine {
    TextEngine::new(article_fonts(), SystemFonts::Never, Arc::new(RwLock::default()))
}

const ARTICLE: TextStyle = TextStyle::serif(17.0, 30.0);

fn set(text: &str, width: f32) -> Paragraph {
    engine().layout(text, &ARTICLE, width)
}

fn placement(clip: Rect) -> Placement {
    Placement { origin: pos2(10.3, 20.7), pixels_per_point: 1.0, clip, transfer: FontColorTransferFunction::Off }
}

/// Every place where a caret may stand.
fn edges(text: &str) -> Vec<usize> {
    text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect()
}

const MIXED: &str = "The word مرحبا means hello, שלום עולם 2024, नमस्ते क्षत्रिय, 你好世界（测试）, ok 👩‍👩‍👧🇫🇷 e\u{301}.";

#[test]
fn empty_text_has_one_row_and_a_caret() {
    let p = set("", 300.0);
    assert_eq!(p.row_count(), 1);
    assert_eq!(p.row(0).bytes, 0..0);
    let caret = p.caret(0);
    assert_eq!(caret.left(), 0.0);
    assert!(caret.height() > 10.0);
    assert_eq!(p.hit(pos2(50.0, 10.0)), CaretPos::from(0));
    assert!(p.rects(0..5).is_empty());
    assert_eq!(p.left(0), None);
    assert_eq!(p.right(0), None);
}

#[test]
fn a_space_that_was_just_typed_has_its_width() {
    for text in ["word", "שלום", "a العربية"] {
        let spaced = format!("{text} ");
        let [plain, typed] = [&text.to_owned(), &spaced].map(|text| set(text, 300.0));
        let moved = typed.caret(spaced.len()).left() - plain.caret(text.len()).left();
        let is_rtl = plain.is_rtl();
        assert!(if is_rtl { moved < -2.0 } else { moved > 2.0 }, "{text}: {moved}");
    }
}

#[test]
fn rows_are_exactly_as_high_as_the_style_says() {
    let p = set(MIXED, 120.0);
    assert!(p.row_count() > 3);
    assert_eq!(p.height(), 30.0 * p.row_count() as f32);
    assert_eq!(p.row(1).top, 30.0);
    assert_eq!(p.row(0).baseline, 21.0);
}

#[test]
fn digits_have_one_width_in_both_families() {
    for style in [ARTICLE, TextStyle::sans(13.0, 17.0), ARTICLE.semibold(), TextStyle::sans(13.0, 17.0).semibold()] {
        let p = engine().layout("0123456789", &style, 999.0);
        let widths: Vec<f32> = (0..10).map(|at| p.rects(at..at + 1)[0].right - p.rects(at..at + 1)[0].left).collect();
        assert!(widths.iter().all(|w| (w - widths[0]).abs() < 0.001), "{style:?} {widths:?}");
    }
}

#[test]
fn bundled_fonts_are_used_in_weight_and_slant() {
    let text = "Marines arrive at the border";
    let width = |style: TextStyle| engine().layout(text, &style, 999.0).width();
    assert!(width(ARTICLE.semibold()) > width(ARTICLE) + 1.0);
    assert!(width(ARTICLE.italic()) < width(ARTICLE) - 1.0);
    assert!(width(TextStyle::sans(17.0, 30.0)) < width(ARTICLE) - 1.0);
}

#[test]
fn arabic_reads_from_right_to_left() {
    let text = "السلام عليكم";
    let p = set(text, 300.0);
    assert!(p.is_rtl() && p.row(0).is_rtl);
    assert!((p.row(0).right - 300.0).abs() < 0.5, "{:?}", p.row(0));
    let xs: Vec<f32> = edges(text).into_iter().map(|at| p.caret(at).left()).collect();
    assert!(xs.windows(2).all(|pair| pair[1] < pair[0]), "{xs:?}");
    assert_eq!(p.left(0).map(|at| at.byte), Some('ا'.len_utf8()));
    assert_eq!(p.right(0), None);
}

#[test]
fn a_word_of_the_other_direction_is_its_own_fragment() {
    let text = "The word مرحبا means hello";
    let p = set(text, 999.0);
    let fragments = p.rects(0..text.len());
    assert_eq!(fragments.iter().map(|f| f.is_rtl).collect::<Vec<_>>(), [false, true, false]);
    assert!(fragments.windows(2).all(|pair| (pair[0].right - pair[1].left).abs() < 0.01));
    // Half the Latin and half the Arabic word: the Arabic half stands apart, at the right.
    let arabic = text.find('م').unwrap();
    let cut = p.rects(4..arabic + 4);
    assert_eq!(cut.len(), 2);
    assert!(cut[0].starts_here && !cut[0].ends_here && cut[1].ends_here);
    assert!(cut[1].left > cut[0].right + 5.0);
}

#[test]
fn a_wrap_leaves_no_space_at_the_start_of_a_row() {
    let text = "one two   three four five six seven eight nine ten eleven twelve";
    for width in 20..200 {
        let p = set(text, width as f32);
        for row in p.rows().skip(1) {
            assert!(!text[row.bytes.clone()].starts_with(' '), "{width} {row:?}");
            assert_eq!(row.left, 0.0);
        }
        for row in p.rows() {
            let words = text[row.bytes.clone()].trim_end();
            let last = row.bytes.start + words.len();
            assert!((p.caret(CaretPos::upstream(last)).left() - row.right).abs() < 0.01, "trailing space takes room");
        }
    }
}

#[test]
fn words_behind_what_hangs_fill_their_column_to_its_end() {
    let mut engine = engine();
    for (text, lead) in [("| Corn Quay", 2), ("2. Repairs cost it", 3), ("   | 4.62", 5)] {
        let style = TextStyle::serif(15.0, 24.0);
        let room = engine.layout(&text[lead..], &style, f32::INFINITY).width();
        let whole = engine.layout_hanging(text, &style, room + 0.5, lead);
        assert_eq!(whole.row_count(), 1, "{text}: {room} {} {:?}", whole.hang(), whole.rows().collect::<Vec<_>>());
        assert!(engine.layout_hanging(text, &style, room - 1.0, lead).row_count() > 1, "{text}");
    }
}

#[test]
fn a_long_address_is_broken_rather_than_left_outside() {
    let p = set("https://example.org/a/very/long/address/that/never/ends/at/all", 100.0);
    assert!(p.row_count() > 2);
    assert!(p.rows().all(|row| row.right <= 100.5));
}

#[test]
fn a_line_feed_starts_a_row_and_keeps_the_caret_before_it() {
    let p = set("ab\ncd\n", 300.0);
    let rows: Vec<Range<usize>> = p.rows().map(|row| row.bytes).collect();
    assert_eq!(rows, [0..3, 3..6, 6..6]);
    assert_eq!(p.hit(pos2(250.0, 10.0)), CaretPos::from(2));
    assert_eq!(p.row_end(0), CaretPos::from(2));
    assert_eq!(p.right(2), Some(CaretPos::from(3)));
    assert_eq!(p.left(3), Some(CaretPos::from(2)));
    assert_eq!(p.caret(6).top(), p.caret(0).top() + 60.0);
}

#[test]
fn home_end_up_and_down_stay_in_the_column() {
    let text = "In short order, the department will develop and execute additional missions";
    let p = set(text, 200.0);
    let second = p.row(1);
    let at = second.bytes.start + 3;
    assert_eq!(p.row_start(at).byte, second.bytes.start);
    assert_eq!(p.row_end(at), CaretPos::upstream(second.bytes.end));
    assert_eq!(p.row_of(p.row_end(at)), 1);
    let x = p.caret(at).left();
    let above = p.up(at, x).unwrap();
    assert_eq!(p.row_of(above), 0);
    assert_eq!(p.down(above, x).unwrap().byte, at);
    assert_eq!(p.up(above, x), None);
}

#[test]
fn offsets_inside_a_grapheme_or_past_the_end_are_moved() {
    let text = "a👩‍👩‍👧b";
    let p = set(text, 300.0);
    assert_eq!(p.caret(3), p.caret(1));
    assert_eq!(p.caret(9999), p.caret(text.len()));
    assert_eq!(p.rects(2..3), p.rects(1..text.len() - 1));
    assert_eq!(p.cluster_at(p.rects(2..3)[0].center()), Some(1..text.len() - 1));
    assert_eq!(p.cluster_at(pos2(290.0, 10.0)), None);
}

impl Fragment {
    fn center(&self) -> egui::Pos2 {
        pos2((self.left + self.right) * 0.5, (self.top + self.bottom) * 0.5)
    }
}

#[test]
fn a_page_of_nothing_but_pictures_is_laid_out() {
    let p = set(&"❤️a".repeat(40_000), 500.0);
    assert!(p.row_count() > 1000);
}

#[test]
fn ten_thousand_glyphs_stay_under_the_maximum() {
    let textures = Arc::new(RwLock::<egui::epaint::textures::TextureManager>::default());
    let mut engine = TextEngine::new(article_fonts(), SystemFonts::Never, Arc::clone(&textures));
    let text: String = "AGMWQagmw%&@0123456789".repeat(2);
    let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(9999.0, 9999.0));
    let mut glyphs = std::collections::HashSet::new();
    for tenth in 0..600 {
        let style = TextStyle::serif(30.0 + tenth as f32 * 0.1, 100.0);
        let p = engine.layout(&text, &style, 9000.0);
        let meshes = engine.meshes(&p, &placement(clip), &Ink::plain(Color32::BLACK));
        assert!(!meshes.is_empty() && meshes.iter().all(|mesh| mesh.is_valid()));
        for glyph in text.chars() {
            glyphs.insert((glyph, tenth));
        }
        let [width, height] = engine.atlas.size();
        assert!(width <= atlas::WIDTH && height <= atlas::MAX_HEIGHT);
        assert!(engine.atlas.len() < 12_000);
    }
    assert!(glyphs.len() > 10_000);
    assert_eq!(textures.read().num_allocated(), 1, "textures that were given up must be freed");
    drop(engine);
    assert_eq!(textures.read().num_allocated(), 0);
}

#[test]
fn rows_outside_the_clip_are_not_painted() {
    let mut engine = engine();
    let p = engine.layout(&"word ".repeat(400), &ARTICLE, 300.0);
    let quads = |engine: &mut TextEngine, clip| {
        let meshes = engine.meshes(&p, &placement(clip), &Ink::plain(Color32::BLACK));
        meshes.iter().map(|mesh| mesh.indices.len() / 6).sum::<usize>()
    };
    let everything = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 99999.0));
    let some = Rect::from_min_max(pos2(0.0, 500.0), pos2(400.0, 560.0));
    assert_eq!(quads(&mut engine, everything), 1600);
    assert!((1..200).contains(&quads(&mut engine, some)));
    assert_eq!(quads(&mut engine, some.translate(egui::vec2(0.0, -9000.0))), 0);
}

#[test]
fn glyphs_lie_on_whole_pixels_at_every_density() {
    let mut engine = engine();
    let p = engine.layout("The deployment, occurring in 2025", &ARTICLE, 120.0);
    for ppp in [1.0, 1.25, 1.5, 1.75, 2.0, 3.0] {
        let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(999.0, 999.0));
        let place = Placement { pixels_per_point: ppp, ..placement(clip) };
        for vertex in engine.meshes(&p, &place, &Ink::plain(Color32::BLACK)).iter().flat_map(|m| &m.vertices) {
            let px = vertex.pos * ppp;
            assert!((px.x - px.x.round()).abs() < 0.01 && (px.y - px.y.round()).abs() < 0.01, "{px:?} at {ppp}");
        }
    }
}

#[test]
fn a_sign_that_no_font_has_is_a_box_and_told_once() {
    let mut engine = TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, Arc::new(RwLock::default()));
    assert_eq!(engine.take_lacking_sign(), None);
    let p = engine.layout("a\u{10fffd}b", &ARTICLE, 300.0);
    let place = placement(Rect::EVERYTHING);
    let meshes = engine.meshes(&p, &place, &Ink::plain(Color32::BLACK));
    assert_eq!(meshes.iter().map(|mesh| mesh.vertices.len() / 4).sum::<usize>(), 3, "two letters and a box");
    assert_eq!(engine.take_lacking_sign().as_deref(), Some("\u{10fffd}"));
    engine.layout("\u{10fffd}", &ARTICLE, 300.0);
    assert_eq!(engine.take_lacking_sign(), None);
}

#[test]
fn control_characters_and_joiners_lack_nothing() {
    let mut engine = TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, Arc::new(RwLock::default()));
    engine.layout("a\u{200d}b\u{200b}\u{2060}\u{feff}\u{ad}c\u{200f}\u{2067}d\u{2069}\u{fe0e}\tx\u{a0}y\u{3000}", &ARTICLE, 300.0);
    assert_eq!(engine.take_lacking_sign(), None);
}

#[test]
fn a_paragraph_can_be_shared_between_views_and_threads() {
    fn check<T: Send + Sync>() {}
    check::<Paragraph>();
    check::<SharedTextEngine>();
}

#[test]
fn a_span_has_its_own_colour() {
    let mut engine = engine();
    let p = engine.layout("abc def", &ARTICLE, 999.0);
    let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(999.0, 999.0));
    let ink = Ink { color: Color32::BLACK, spans: &[(4..7, Color32::RED)] };
    let meshes = engine.meshes(&p, &placement(clip), &ink);
    let red = meshes[0].vertices.iter().filter(|v| v.color == Color32::RED).count();
    assert_eq!((red, meshes[0].vertices.len()), (12, 24));
}

#[test]
fn a_grapheme_torn_between_rows_or_directions_stays_whole() {
    // A Devanagari vowel sign after a letter of another script: one grapheme, two fonts, two directions, two lines.
    let torn = set("a\u{93e}\u{915}", 5.0);
    assert_eq!(torn.rows().map(|row| row.bytes).collect::<Vec<_>>(), [0..4, 4..7]);
    let text = "\u{5d0}\u{5d0}a\u{5d0}\u{93e}0";
    let mixed = set(text, 500.0);
    let whole = mixed.row(0).right - mixed.row(0).left;
    let covered: f32 = mixed.rects(0..text.len()).iter().map(|f| f.right - f.left).sum();
    assert!((whole - covered).abs() < 0.01, "{whole} {covered}");
}

#[test]
fn a_caret_never_stands_behind_a_line_feed_of_mixed_direction() {
    let text = "\u{949}\u{5d0}\n\u{200d}\u{fe0f}\u{5d0}";
    let p = set(text, 5.0);
    let mut at = CaretPos::from(text.len());
    let mut steps = 0;
    while let Some(next) = p.left(at) {
        at = next;
        steps += 1;
        assert!(steps < 20, "keys go round in a circle");
    }
}

#[test]
fn a_mark_torn_off_its_blank_leaves_no_gap_in_the_row_where_it_lands() {
    // The vowel sign stands on the second blank; the row ends between the two, and the mark comes to stand behind the figures.
    let text = "\u{627}\u{64b}  \u{941}00000\u{64b}aaaaaaa";
    let p = set(text, 156.3);
    assert_eq!(p.row_count(), 2);
    for row in &p.trace.rows {
        let cells = p.cells_of(row);
        assert!(cells.windows(2).all(|pair| (pair[0].right - pair[1].left).abs() < 0.01), "{cells:?}");
    }
    let width = |from: usize, to: usize| p.rects(from..to).iter().map(|f| f.right - f.left).sum::<f32>();
    for (from, to) in [(9, 17), (5, 23), (0, 23)] {
        let parts: f32 = edges(text).windows(2).filter(|pair| pair[1] > from && pair[0] < to).map(|pair| width(pair[0], pair[1])).sum();
        assert!((width(from, to) - parts).abs() < 0.05, "{from}..{to}");
    }
}

/// Words of many scripts, spaces and traps, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z]{1,9}",
        4 => Just(" ".to_owned()),
        1 => Just("   ".to_owned()),
        2 => "[0-9]{1,6}",
        2 => "[\u{5d0}-\u{5ea}]{1,7}",
        2 => "[\u{627}-\u{64a}]{1,7}",
        1 => "[\u{64b}-\u{652}]{1,2}",
        2 => "[\u{915}-\u{939}\u{93e}-\u{94d}]{1,7}",
        2 => "[\u{4e00}-\u{4e50}]{1,7}",
        1 => "[\u{ac00}-\u{ac50}]{1,5}",
        1 => "[\u{300}-\u{310}]{1,3}",
        1 => Just("👩‍👩‍👧".to_owned()),
        1 => Just("🇫🇷🇩🇪".to_owned()),
        1 => Just("(ﬁ).".to_owned()),
        1 => Just("\u{200f}\u{200e}\u{2067}x\u{2069}".to_owned()),
        1 => Just("\u{200d}\u{fe0f}".to_owned()),
        1 => Just("\n".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just("\u{a0}\u{3000}\t".to_owned()),
        1 => "\\PC{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

thread_local! {
    static ENGINE: std::cell::RefCell<TextEngine> = std::cell::RefCell::new(engine());
}

fn set_shared(text: &str, width: f32) -> Paragraph {
    ENGINE.with_borrow_mut(|engine| engine.layout(text, &ARTICLE, width))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn rows_tile_the_text(text in any_text(), width in 5.0f32..600.0) {
        let p = set_shared(&text, width);
        let edges = edges(&text);
        let mut at = 0;
        for (index, row) in p.rows().enumerate() {
            prop_assert_eq!(row.bytes.start, at);
            prop_assert!(edges.contains(&row.bytes.end));
            prop_assert_eq!(row.top, 30.0 * index as f32);
            prop_assert!(row.left <= row.right);
            at = row.bytes.end;
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn rects_cover_exactly_their_graphemes(text in any_text(), width in 5.0f32..600.0, a in 0usize..200, b in 0usize..200) {
        let p = set_shared(&text, width);
        let (a, b) = (a.min(b), a.max(b));
        let fragments = p.rects(a..b);
        if !fragments.is_empty() {
            prop_assert_eq!(fragments.iter().filter(|f| f.starts_here).count(), 1);
            prop_assert_eq!(fragments.iter().filter(|f| f.ends_here).count(), 1);
        }
        let whole: f32 = fragments.iter().map(|f| f.right - f.left).sum();
        let mut parts = 0.0;
        for pair in edges(&text).windows(2) {
            let width: f32 = p.rects(pair[0]..pair[1]).iter().map(|f| f.right - f.left).sum();
            if a < b && pair[1] > a && pair[0] < b {
                parts += width;
            }
        }
        prop_assert!((whole - parts).abs() < 0.05, "{} against {}", whole, parts);
        for f in &fragments {
            let row = p.row(f.row);
            prop_assert!(row.left - 0.01 <= f.left && f.right <= row.right + 0.01);
        }
    }

    #[test]
    fn hit_and_caret_are_inverse(text in any_text(), width in 5.0f32..600.0) {
        let p = set_shared(&text, width);
        for byte in edges(&text) {
            for at in [CaretPos::from(byte), CaretPos::upstream(byte)] {
                let caret = p.caret(at);
                let again = p.hit(caret.center());
                prop_assert!(edges(&text).contains(&again.byte));
                let back = p.caret(again);
                prop_assert!((back.left() - caret.left()).abs() < 0.02 && back.top() == caret.top(),
                    "{:?} stands at {:?}, a hit there gives {:?} at {:?}", at, caret, again, back);
            }
        }
    }

    #[test]
    fn arrow_keys_pass_through_every_text(text in any_text(), width in 5.0f32..600.0) {
        let p = set_shared(&text, width);
        let edges = edges(&text);
        for to_right in [true, false] {
            let starts_left = to_right;
            let mut at = if starts_left == p.is_rtl() { CaretPos::from(text.len()) } else { CaretPos::from(0) };
            let mut steps = 0;
            while let Some(next) = if to_right { p.right(at) } else { p.left(at) } {
                prop_assert!(edges.contains(&next.byte));
                prop_assert!(next != at, "a key that does nothing at {:?}", at);
                at = next;
                steps += 1;
                prop_assert!(steps <= 2 * edges.len() + 4 * p.row_count(), "keys go round in a circle");
            }
        }
    }

    #[test]
    fn rewrapping_equals_laying_out_again(text in any_text(), first in 5.0f32..600.0, second in 5.0f32..600.0) {
        let again = ENGINE.with_borrow_mut(|engine| {
            let mut p = engine.layout(&text, &ARTICLE, first);
            engine.rewrap(&mut p, second);
            p
        });
        let fresh = set_shared(&text, second);
        prop_assert_eq!(again.rows().collect::<Vec<_>>(), fresh.rows().collect::<Vec<_>>());
    }
}
