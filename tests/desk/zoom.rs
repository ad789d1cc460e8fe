//! The window at every step of zoom: nothing is cut off at its right edge or lies over something else.

use egui::{Rect, Role, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::trial::Desk;

const WINDOW: (f32, f32) = (1440.0, 900.0);

/// The views, with the article last, and what floats above it.
const KEYS: [&str; 12] =
    ["Ctrl+2", "Ctrl+3", "Ctrl+5", "Ctrl+1", "Ctrl+Comma", "Escape", "Ctrl+K", "Escape", "Ctrl+Shift+O", "Escape", "F1", "Escape"];

/// Every factor that the keys lead to, between half and three times.
fn factors() -> Vec<f32> {
    let larger = std::iter::successors(Some(1.0_f32), |factor| Some(factor * 1.1)).take_while(|factor| *factor < 3.0);
    let smaller = std::iter::successors(Some(1.0 / 1.1_f32), |factor| Some(factor / 1.1)).take_while(|factor| *factor > 0.5);
    larger.chain([3.0]).chain(smaller).chain([0.5]).collect()
}

/// Names and places of all that can be pressed or typed into, as far down as the window goes.
fn controls(desk: &Desk) -> Vec<(String, Rect)> {
    let is_control = |node: &&egui_kittest::Node<'_>| {
        matches!(node.accesskit_node().role(), Role::Button | Role::Tab | Role::TextInput | Role::MultilineTextInput)
    };
    let nodes = desk.harness.root().query_all_by(|_| true).collect::<Vec<_>>();
    let found = nodes.iter().filter(is_control).map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    found.collect()
}

#[test]
fn no_control_leaves_the_window_and_none_in_a_bar_lies_over_another() {
    let mut desk = super::keys::desk();
    for factor in factors() {
        // What zoom does to a window is to leave it fewer points.
        let size = vec2(WINDOW.0, WINDOW.1) / factor;
        desk.harness.set_size(size);
        for key in KEYS {
            desk.press(key);
            let is_table = matches!(key, "Ctrl+2" | "Ctrl+3" | "Ctrl+5") && size.x < 1180.0;
            let seen: Vec<(String, Rect)> = controls(&desk).into_iter().filter(|(_, rect)| rect.top() < size.y).collect();
            for (name, rect) in &seen {
                // Tables are pushed from side to side where they do not fit.
                let is_inside = rect.left() >= -0.5 && rect.right() <= size.x + 0.5;
                assert!(is_inside || is_table, "{key} at {factor:.2}: “{name}” is at {rect:?} in {size:?}");
            }
            for edge in [
                Rect::from_min_size(egui::Pos2::ZERO, vec2(size.x, 44.0)),
                Rect::from_min_size(egui::pos2(0.0, size.y - 30.0), vec2(size.x, 30.0)),
            ] {
                let bar: Vec<_> = seen.iter().filter(|(_, rect)| edge.expand(0.5).contains_rect(*rect)).collect();
                for (nth, (name, rect)) in bar.iter().enumerate() {
                    for (other, beside) in bar.iter().skip(nth + 1) {
                        let both = rect.intersect(*beside);
                        let is_over = both.width() > 1.0 && both.height() > 1.0;
                        assert!(!is_over, "{key} at {factor:.2}: “{name}” {rect:?} and “{other}” {beside:?}");
                    }
                }
            }
        }
    }
}
