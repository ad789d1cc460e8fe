//! Whoever works by keyboard sees where the keyboard is: every stop of Tab in every view has a focus outline.

use std::collections::BTreeSet;

use egui::epaint::{ClippedShape, Shape};
use egui::{Key, Modifiers, Rect};
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
fn what_tab_comes_to_in_the_inspector_is_scrolled_into_view() {
    let mut desk = super::keys::desk();
    desk.press_all("Ctrl+6 J F6");
    desk.click_containing("Add evidence");
    let bottom = desk.harness.get_by_label("Table of claims").rect().bottom();
    // Forward to the last stop of the inspector, behind which the bar at the top comes, and back again.
    for (modifiers, last) in [(Modifiers::NONE, "New project"), (Modifiers::SHIFT, "Inspector")] {
        let (mut seen, mut hidden) = (Vec::new(), Vec::new());
        for _ in 0..80 {
            desk.harness.key_press_modifiers(modifiers, Key::Tab);
            desk.settle();
            let (name, rect) = focused(&desk).unwrap_or_else(|| panic!("nothing has the keyboard after {seen:#?}"));
            if name.contains(last) {
                break;
            }
            // The bars above and below hide nothing of it.
            if rect.top() < 44.0 || rect.bottom() > bottom {
                hidden.push(format!("{name} at {rect:?}"));
            }
            seen.push(name);
        }
        for name in ["Where it comes from", "Margin note", "Keywords"] {
            assert!(seen.iter().any(|seen| seen.contains(name)), "{name} is not among {seen:#?}");
        }
        assert!(hidden.is_empty(), "{modifiers:?}: {hidden:#?}");
    }
}

#[test]
fn enter_in_a_field_beside_a_table_ends_the_field_and_nothing_else() {
    let mut desk = super::keys::desk();
    desk.press_all("Ctrl+6 J F6");
    desk.click_containing("Add evidence");
    desk.focus_field("Address");
    desk.type_text("https://orva.example");
    for key in ["Enter", "Escape"] {
        desk.focus_field("Address");
        desk.press(key);
        assert_eq!(desk.look(|app| app.session().view()), tickmark::session::ViewKind::Claims, "{key}");
        assert_eq!(desk.focused().as_deref(), Some("Table of claims"), "{key}");
    }
    // The table has the keyboard again.
    desk.press("Enter");
    assert_eq!(desk.look(|app| app.session().view()), tickmark::session::ViewKind::Articles);
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
