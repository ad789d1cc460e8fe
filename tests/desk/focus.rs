//! Whoever works by keyboard sees where the keyboard is: every stop of Tab in every view has a focus outline.

use std::collections::BTreeSet;

use egui::epaint::{ClippedShape, Shape};
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT, Queryable};

use super::trial::{Desk, shipped};

/// Outlines two points wide: what marks the focus (design language, section 7).
fn outlines(shapes: &[ClippedShape]) -> Vec<Rect> {
    fn collect(shape: &Shape, found: &mut Vec<Rect>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            Shape::Rect(rect) if (rect.stroke.width - 2.0).abs() < 0.01 => found.push(rect.rect),
            _ => {}
        }
    }
    let mut found = Vec::new();
    shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}

/// What has the focus: role, name and place.
fn focused(desk: &Desk) -> Option<(String, Rect)> {
    let node = desk.harness.query_all(egui_kittest::kittest::by()).find(|node| node.is_focused())?;
    let access = node.accesskit_node();
    Some((format!("{:?} {:?}", access.role(), access.label().unwrap_or_default()), node.rect()))
}

#[test]
fn every_stop_of_tab_shows_that_it_has_the_focus() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press("Ctrl+1");
    for (words, key) in [("About 6,200 people left their homes", "C"), ("6,200 people", "N"), ("officials said", "S")] {
        desk.select(words);
        desk.press(key);
    }
    desk.press_all("Escape Escape");
    for view in ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+5"] {
        desk.press(view);
        if view == "Ctrl+1" {
            desk.press_all("Ctrl+Home J");
        }
        let (mut stops, mut bare) = (BTreeSet::new(), Vec::new());
        for _ in 0..120 {
            desk.harness.key_press(Key::Tab);
            desk.harness.run_steps(2);
            let Some((name, rect)) = focused(&desk) else { continue };
            // The page shows a caret.
            if !stops.insert(name.clone()) || name.starts_with("Document") {
                continue;
            }
            let shown = outlines(&desk.harness.output().shapes);
            // A panel's own stop is a line at its top; its outline is the panel's.
            let is_panel = name.starts_with("Region");
            let is_around = |outline: &Rect| {
                let covers = outline.intersect(rect).area() > 0.3 * rect.area() && rect.expand(12.0).contains_rect(*outline);
                if is_panel { outline.expand(2.0).contains_rect(rect) } else { covers }
            };
            if !shown.iter().any(is_around) {
                bare.push(format!("{name} at {rect:?}"));
            }
        }
        println!("{view}: {} stops: {stops:#?}", stops.len());
        assert!(stops.len() > 12, "{view}: {stops:#?}");
        assert!(bare.is_empty(), "{view}: without an outline: {bare:#?}");
    }
}

#[test]
fn the_edge_of_a_panel_moves_by_arrows() {
    let mut desk = Desk::open(&[shipped("northwake-2031-03-13.txt")]);
    desk.press("Ctrl+1");
    let edge = |desk: &Desk| desk.harness.query_all_by_label("Resize panel").map(|node| node.rect().left()).fold(f32::MAX, f32::min);
    for _ in 0..120 {
        if focused(&desk).is_some_and(|(name, _)| name.starts_with("Splitter")) {
            break;
        }
        desk.harness.key_press(Key::Tab);
        desk.harness.run_steps(2);
    }
    let before = edge(&desk);
    desk.harness.key_press(Key::ArrowRight);
    desk.harness.run_steps(4);
    let wider = edge(&desk);
    assert!(wider > before + 8.0, "{before} to {wider}");
    assert!(focused(&desk).unwrap().0.starts_with("Splitter"), "the arrow moved the edge, not the focus");
    desk.harness.key_press(Key::ArrowLeft);
    desk.harness.run_steps(4);
    assert!((edge(&desk) - before).abs() < 1.0);
}
