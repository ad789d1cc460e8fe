//! Blocks cover their text and tile the column, and the view stays on its line.

use super::blocks::BLOCK_BYTES;
use super::*;
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Meta, Structure, Text};
use crate::model::id::{DocumentId, Uid};
use crate::model::moment::Moment;
use crate::widget::typeset::SystemFonts;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    Document {
        id: DocumentId(Uid(1)),
        text: Text::freeze(text),
        structure: Structure::default(),
        meta: Meta::default(),
        opened: Moment::default(),
        signed: None,
        dropped: Vec::new(),
        asides: Vec::new(),
        original: None,
        earlier: Vec::new(),
        unknown: Default::default(),
    }
}

fn engine() -> TextEngine {
    let textures = egui::Context::default().tex_manager();
    TextEngine::new(crate::widget::font::article_fonts(), SystemFonts::Never, textures)
}

/// Something of every kind over the paragraphs of a text of `word `s, over and over.
fn structure_of(text: &Text, kinds: &[usize]) -> Structure {
    let mut parts = Vec::new();
    for (paragraph, kind) in text.paragraphs().iter().zip(kinds.iter().cycle()) {
        let mut add = |kind| parts.push(Part { span: *paragraph, kind });
        match kind {
            0..6 => add(Kind::Heading(*kind as u8 + 1)),
            6 => add(Kind::Quote(2)),
            7 => add(Kind::Caption),
            8 => {
                add(Kind::Entry(1));
                parts.push(Part { span: Span::between(paragraph.start(), paragraph.start() + 5), kind: Kind::Sign });
            }
            9 | 10 if paragraph.len() > 60 => {
                add(Kind::Table);
                for column in 0..*kind as u32 - 6 {
                    let start = paragraph.start() + column as usize * 15;
                    let kind = Kind::Cell { row: 0, column, is_head: false };
                    parts.push(Part { span: Span::between(start, start + 14), kind });
                }
            }
            _ => {}
        }
    }
    let (structure, left_out) = Structure::checked(parts, text);
    assert_eq!(left_out, 0);
    structure
}

#[test]
fn a_line_of_a_megabyte_is_cut_into_blocks_that_cover_it() {
    for text in ["word ".repeat(200_000), "x".repeat(1_000_000), "é".repeat(300_000)] {
        let document = document(&text);
        let blocks: Vec<Block> = Blocks::of(&document, &Shapes::default()).iter().collect();
        assert!(blocks.len() > 50);
        assert!(blocks.iter().all(|block| block.span.len() <= BLOCK_BYTES && !block.span.is_empty()));
        assert!(blocks.windows(2).all(|pair| pair[0].span.end() == pair[1].span.start()));
        assert_eq!(blocks.last().unwrap().span.end(), text.len());
    }
}

#[test]
fn an_empty_article_has_no_blocks_and_scrolls_nowhere() {
    let document = document("");
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    flow.scroll_by(100.0, 500.0);
    assert!(flow.place(&mut engine(), &document, 500.0, 100.0).is_empty());
    flow.reveal(&mut engine(), &document, Span::between(0, 0), 500.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn blocks_in_view_follow_one_another_without_gap_or_overlap(paragraphs in prop::collection::vec(1usize..600, 1..60), kinds in prop::collection::vec(0usize..12, 1..60), jumps in prop::collection::vec((-3000.0f32..3000.0, 200.0f32..800.0, any::<bool>()), 1..20)) {
        let text = paragraphs.iter().map(|length| "word ".repeat(length / 5 + 1)).collect::<Vec<_>>().join("\n");
        let mut document = document(&text);
        document.structure = structure_of(&document.text, &kinds);
        let mut engine = engine();
        let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
        for (jump, width, is_resized) in jumps {
            flow.scroll_by(jump, 600.0);
            if is_resized {
                flow.set_measure(Measure::new(17.0, width));
            }
            let placed = flow.place(&mut engine, &document, 600.0, 300.0);
            prop_assert!(!placed.is_empty());
            for pair in placed.windows(2) {
                // Cells of a row stand side by side: the last of them has the height of all.
                let top = |placed: &Placed| placed.top - flow.room_above(placed.index);
                let bottom = top(&pair[0]) + flow.heights.get(pair[0].index);
                prop_assert!((top(&pair[1]) - bottom).abs() < 0.05);
                prop_assert_eq!(pair[1].index, pair[0].index + 1);
                let is_row = pair[0].block.paragraph == pair[1].block.paragraph && pair[0].shape.table_row > 0;
                prop_assert!(!is_row || pair[0].left + pair[0].words.width() <= pair[1].left + 0.05, "cells overlap");
                prop_assert!(is_row || top(&pair[0]) + pair[0].words.height() <= top(&pair[1]) + 0.05, "rows overlap");
            }
            prop_assert!(placed[0].top <= flow.measure.padding() + 0.05 || placed[0].index == 0);
        }
    }
}

/// The byte of the article at which the first line in view begins.
fn first_byte(placed: &[Placed]) -> usize {
    let block = placed.iter().find(|block| block.top + block.words.height() > 1.0).unwrap();
    block.block.span.start() + block.words.row(block.words.row_at((-block.top + 1.0).max(0.0))).bytes.start
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_window_of_another_width_keeps_the_first_line_and_comes_back_to_it(
        paragraphs in prop::collection::vec(1usize..900, 40..80),
        jump in 0.0f32..4000.0,
        widths in prop::collection::vec(300.0f32..700.0, 1..8),
    ) {
        let text = paragraphs.iter().map(|length| "word of it ".repeat(length / 11 + 1)).collect::<Vec<_>>().join("\n");
        let document = document(&text);
        let mut engine = engine();
        let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
        // Not at the very end, where a shorter column has to move down.
        flow.place(&mut engine, &document, 600.0, 300.0);
        flow.scroll_to(f64::from(jump).min(flow.total() * 0.3), 600.0);
        let start = first_byte(&flow.place(&mut engine, &document, 600.0, 300.0));
        for width in widths {
            flow.set_measure(Measure::new(17.0, width));
            let placed = flow.place(&mut engine, &document, 600.0, 300.0);
            for pair in placed.windows(2) {
                prop_assert!((pair[1].top - pair[0].top - flow.heights.get(pair[0].index)).abs() < 0.05);
            }
            let first = first_byte(&placed);
            let block = placed.iter().find(|block| block.block.span.covers(start)).unwrap();
            let row = block.words.row(block.words.row_of(block.local(start)));
            prop_assert_eq!(first, block.block.span.start() + row.bytes.start);
        }
        flow.set_measure(Measure::new(17.0, 551.0));
        prop_assert_eq!(first_byte(&flow.place(&mut engine, &document, 600.0, 300.0)), start);
    }
}

#[test]
fn a_jump_never_moves_text_that_is_in_view() {
    let text = (0..400).map(|at| format!("Paragraph number {at} has a few words in it.")).collect::<Vec<_>>().join("\n");
    let document = document(&text);
    let mut engine = engine();
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    let target = document.text.paragraphs()[300];
    assert!(flow.reveal(&mut engine, &document, target, 600.0));
    let before = flow.scrolled();
    flow.place(&mut engine, &document, 600.0, 300.0);
    let near = document.text.paragraphs()[301];
    assert!(!flow.reveal(&mut engine, &document, near, 600.0));
    assert_eq!(flow.scrolled(), before);
    let (top, bottom) = flow.extent(&mut engine, &document, target);
    assert!(top >= flow.scrolled() && bottom <= flow.scrolled() + 600.0);
}

/// A table as Markdown has it, without the line below the head.
fn table(lines: &[&str]) -> Document {
    let mut document = document(&lines.join("\n"));
    let mut parts = vec![Part { span: Span::between(0, document.text.len()), kind: Kind::Table }];
    for (row, line) in document.text.paragraphs().iter().enumerate() {
        let mut start = line.start();
        let bars = document.text.slice(*line).split('|');
        for (nth, words) in bars.enumerate() {
            let from = start + words.len() - words.trim_start().len();
            let span = Span::between(from, from + words.trim().len());
            if !span.is_empty() {
                parts.push(Part { span, kind: Kind::Cell { row: row as u32, column: nth as u32 - 1, is_head: row == 0 } });
            }
            start += words.len() + 1;
        }
    }
    let (structure, left_out) = Structure::checked(parts, &document.text);
    assert_eq!(left_out, 0);
    document.structure = structure;
    document
}

#[test]
fn no_word_of_a_table_is_broken_and_all_words_of_a_column_begin_below_one_another() {
    let document = table(&[
        "| Gauge | Level (m) | Change | Remark |",
        "| Corn Quay | 4.62 | +0.41 | highest since 1989 |",
        "| Osier Bank |   3.90 | −0.05 | broken from 2:40 to 4:10 a.m., values estimated by the office of the harbour |",
    ]);
    let mut engine = engine();
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    let placed = flow.place(&mut engine, &document, 600.0, 0.0);
    assert_eq!(placed.len(), 12);
    for block in &placed {
        let words = document.text.slice(block.block.span);
        let broken = block.words.rows().skip(1).find(|row| !words[..row.bytes.start].ends_with(' '));
        assert!(broken.is_none(), "{words:?} is broken: {broken:?}");
        let above = &placed[block.index % 4];
        let begin = |block: &Placed| block.left + block.words.hang();
        assert!((begin(block) - begin(above)).abs() < 0.5, "{words:?}");
        let is_long = words.contains("broken");
        assert_eq!(block.words.row_count() > 1, is_long, "{words:?}");
    }
}

#[test]
fn eight_columns_of_words_fit_a_page_and_twenty_stay_lines() {
    let words = ["alpha beta", "1,200", "3.5 million", "gamma", "delta", "epsilon", "zeta", "eta theta"];
    let head = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
    let row = |cells: &[&str]| format!("| {} |", cells.join(" | "));
    let document = table(&[&row(&head), &row(&words)]);
    let mut engine = engine();
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    let placed = flow.place(&mut engine, &document, 600.0, 0.0);
    assert_eq!(placed.len(), 16);
    for block in &placed {
        let words = document.text.slice(block.block.span);
        let rows: Vec<_> = block.words.rows().map(|row| (&words[row.bytes], row.left, row.right)).collect();
        let is_broken = block.words.rows().skip(1).any(|row| !words[..row.bytes.start].ends_with(' '));
        assert!(!is_broken, "{words:?} at {} is broken: {rows:?}, {:?}", block.left, flow.shapes.cell(block.index));
    }
    let document = table(&[&row(&["column"; 20]), &row(&["words"; 20])]);
    assert_eq!(Flow::new(&document, Measure::new(17.0, 551.0)).blocks().len(), 2);
}

#[test]
fn of_a_book_only_the_stretches_that_were_looked_at_have_heights_of_their_own_and_its_end_is_reached() {
    let text = (0..6_000).map(|at| format!("Paragraph {at}. {}", "A few more words. ".repeat(at * 7 % 11))).collect::<Vec<_>>().join("\n");
    let document = document(&text);
    let mut engine = engine();
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    let known = |flow: &Flow| flow.heights.stretches().filter(|(_, _, blocks)| !blocks.is_empty()).count();
    flow.place(&mut engine, &document, 600.0, 300.0);
    assert_eq!(known(&flow), 1);
    flow.scroll_to(f64::INFINITY, 600.0);
    let placed = flow.place(&mut engine, &document, 600.0, 300.0);
    assert_eq!(placed.last().unwrap().index, 5_999);
    flow.scroll_to(flow.total() / 2.0, 600.0);
    flow.place(&mut engine, &document, 600.0, 300.0);
    flow.set_measure(Measure::new(17.0, 400.0));
    assert!(known(&flow) <= 4, "{}", known(&flow));
}

#[test]
fn a_guess_of_many_paragraphs_is_near_what_they_turn_out_to_be() {
    let check = |text: &str| {
        let document = document(text);
        let mut engine = engine();
        let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
        let guess = flow.total();
        (0..flow.blocks().len()).for_each(|index| drop(flow.words(&mut engine, &document, index)));
        assert!((guess / flow.total() - 1.0).abs() < 0.12, "guessed {guess}, is {}", flow.total());
    };
    check(&(0..300).map(|at| "A few words on harbours and gauges. ".repeat(1 + at * 7 % 23)).collect::<Vec<_>>().join("\n"));
    check(&(0..300).map(|at| format!("Line {at} of a poem")).collect::<Vec<_>>().join("\n"));
}

#[test]
fn places_in_the_overview_follow_the_order_of_the_text_and_meet_the_blocks() {
    let text = (0..400).map(|at| "word ".repeat(1 + at * 13 % 300)).collect::<Vec<_>>().join("\n");
    let document = document(&text);
    let mut flow = Flow::new(&document, Measure::new(17.0, 551.0));
    flow.scroll_to(flow.total() / 2.0, 600.0);
    let ys = flow.estimate_ys((0..=text.len()).step_by(97));
    assert!(ys.is_sorted() && ys.iter().all(|y| (0.0..=flow.total()).contains(y)));
    let block = flow.top_block();
    let byte = flow.blocks().get(block).unwrap().span.start();
    let y = flow.estimate_ys([byte].into_iter())[0];
    assert!((y - flow.heights.top(block) - f64::from(flow.measure.padding())).abs() < 0.01);
}
