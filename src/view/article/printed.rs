//! The words of the blocks in view, set into triangles once and only moved while the page scrolls: a view has thousands of glyphs.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Mesh, Pos2, Rect, Shape};

use super::flow::Placed;
use super::paint::Page;
use super::press;
use crate::widget::theme::Theme;
use crate::widget::typeset::{Ink, Paragraph, Placement, TextEngine};

/// The printed words of the blocks in view.
#[derive(Default)]
pub struct Printed {
    printed_for: Option<(Arc<Theme>, f32)>,
    blocks: BTreeMap<usize, (Arc<Paragraph>, Vec<Shape>)>,
}

impl Printed {
    /// Paints the words of the blocks that show.
    pub fn paint(&mut self, engine: &mut TextEngine, page: &Page<'_>, placed: &[Placed]) {
        let scale = page.painter.pixels_per_point();
        let is_same = |(theme, other): &(Arc<Theme>, f32)| Arc::ptr_eq(theme, page.theme) && *other == scale;
        if !self.printed_for.as_ref().is_some_and(is_same) {
            self.blocks.clear();
            self.printed_for = Some((Arc::clone(page.theme), scale));
        }
        let in_view = placed.first().map_or(0, |first| first.index)..placed.last().map_or(0, |last| last.index + 1);
        self.blocks.retain(|index, _| in_view.contains(index));
        for block in placed.iter().filter(|block| page.shows(block)) {
            let is_current = |(words, shapes): &&(Arc<Paragraph>, Vec<Shape>)| {
                Arc::ptr_eq(words, &block.words) && shapes.iter().all(|shape| matches!(shape, Shape::Mesh(mesh) if engine.is_current(mesh)))
            };
            if self.blocks.get(&block.index).filter(is_current).is_none() {
                let shapes = print(engine, page, block).into_iter().map(Shape::mesh).collect();
                self.blocks.insert(block.index, (Arc::clone(&block.words), shapes));
            }
        }
        let shown = placed.iter().filter(|block| page.shows(block));
        let printed = shown.filter_map(|block| self.blocks.get(&block.index).map(|(_, shapes)| (shapes.as_slice(), page.origin(block))));
        press::put(page.painter, printed);
    }
}

/// The words of a block in its own points.
fn print(engine: &mut TextEngine, page: &Page<'_>, block: &Placed) -> Vec<Mesh> {
    // Signs of the format recede behind the words.
    let signs: Vec<_> = block.signs.iter().map(|bytes| (bytes.clone(), page.theme.ink3)).collect();
    let color = if block.shape.is_caption { page.theme.ink2 } else { page.theme.ink };
    let placement = Placement { clip: Rect::EVERYTHING, ..Placement::of(page.painter, Pos2::ZERO) };
    engine.meshes(&block.words, &placement, &Ink { color, spans: &signs })
}

#[cfg(test)]
mod tests {
    use egui::{Event, Modifiers, MouseWheelUnit, Shape, TextureId, TouchPhase, vec2};
    use egui_kittest::Harness;

    use super::super::GalleyState;
    use super::super::tests::{page, painted};
    use super::Printed;
    use crate::view::testing::Stage;

    /// The letters on screen, each with its corners and their places in their texture.
    fn letters(harness: &Harness<'static, Stage<GalleyState>>) -> Vec<String> {
        let mut letters = Vec::new();
        for shape in painted(harness) {
            let Shape::Mesh(mesh) = shape else { continue };
            if mesh.texture_id != TextureId::default() {
                letters.extend(mesh.vertices.chunks(4).map(|letter| format!("{:?} {letter:?}", mesh.texture_id)));
            }
        }
        letters
    }

    #[test]
    fn words_that_were_printed_before_are_where_they_would_be_printed_now() {
        let alphabet = |from: u32| (from..from + 40).filter_map(char::from_u32).collect::<String>();
        let paragraph = |at: u32| format!("{} and [{}|claim] again\n", alphabet(0xC0 + 9 * (at % 20)), alphabet(0x410 + 9 * (at % 5)));
        let mut harness = page(&format!("Dyke fails\n{}", (0..60).map(paragraph).collect::<String>()));
        // So many letters, in so many sizes, that their texture grows on the way and is another one then.
        for density in [1.0, 3.0, 1.25, 2.0] {
            harness.set_pixels_per_point(density);
            let over = harness.ctx.content_rect().center();
            harness.event(Event::PointerMoved(over));
            for step in 0..5 {
                harness.event(Event::MouseWheel {
                    unit: MouseWheelUnit::Point,
                    delta: vec2(0.0, -120.0),
                    phase: TouchPhase::Move,
                    modifiers: Modifiers::NONE,
                    source: egui::MouseWheelSource::Wheel,
                });
                harness.run_steps(12);
                let kept = letters(&harness);
                harness.state_mut().own.printed = Printed::default();
                harness.run_steps(1);
                assert!(kept.len() > 100, "{} letters", kept.len());
                assert!(kept == letters(&harness), "step {step} at {density}");
            }
        }
    }
}
