//! Marks are drawn once and stay on their words while the page scrolls; notes are laid out where they show.

use egui::TextureId;
use egui::epaint::Shape;
use egui_kittest::Harness;

use super::super::tests::{page, painted};
use super::super::{GalleyState, Marked};
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Tag;
use crate::testing::NOW;
use crate::view::testing::Stage;

type Page = Harness<'static, Stage<GalleyState>>;

/// The triangles that marks are drawn with, and rectangles: what does not depend on where letters lie in their texture.
fn drawn(harness: &Page) -> Vec<String> {
    let is_mark = |shape: &Shape| !matches!(shape, Shape::Mesh(mesh) if mesh.texture_id != TextureId::default());
    painted(harness).iter().filter(|shape| is_mark(shape)).map(|shape| format!("{shape:?}")).collect()
}

#[test]
fn marks_that_were_drawn_before_are_where_they_would_be_drawn_now() {
    let line = |times: usize| "[Officials said [1,200|number] people left|claim] on Monday, as [they|source] saw. ".repeat(times);
    let mut harness = page(&format!("Dyke fails\n{}", format!("{}\n{}\n", line(1), line(12)).repeat(20)));
    let document = harness.state().session.document().unwrap().clone();
    let over = harness.ctx.content_rect().center();
    harness.event(egui::Event::PointerMoved(over));
    for step in 0..12 {
        let at = document.text.len() / 40 * step + 30;
        let session = &mut harness.state_mut().session;
        match step % 4 {
            0 => session.run(Command::Select { document: document.id, anchor: at, head: at + 20 }, NOW),
            1 => session.run(Command::Run(Action::TagSelection(Tag::Claim)), NOW),
            2 => session.run(Command::Run(Action::Undo), NOW),
            _ => harness.state_mut().own.reveal(document.id, document.text.paragraphs()[step]),
        }
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -33.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        });
        // A tooltip fades in or out for some frames.
        harness.run_steps(12);
        let kept = drawn(&harness);
        harness.state_mut().own.marked = Marked::default();
        harness.run_steps(1);
        assert!(kept.iter().any(|shape| shape.starts_with("Mesh")), "where there are many they are drawn as triangles");
        assert!(kept == drawn(&harness), "step {step}");
    }
}

#[test]
fn of_notes_only_those_in_view_are_laid_out() {
    let words = "[Rain|claim] and [dams|claim] and ".repeat(60);
    let harness = page(&format!("Dyke fails\n{words}"));
    // Each note has the sign of its status, one letter of the icon font.
    let shapes = painted(&harness);
    let signs = shapes.iter().filter(|shape| matches!(shape, Shape::Text(text) if text.galley.text().chars().count() == 1)).count();
    assert!((10..60).contains(&signs), "{signs} signs of 120 notes");
}
