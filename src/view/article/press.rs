//! Turns rectangles and lines into triangles, the same that the window makes of them, and puts triangles that were made before where
//! they stand now.

use std::sync::Arc;

use egui::emath::GuiRounding as _;
use egui::epaint::Tessellator;
use egui::epaint::tessellator::TessellationOptions;
use egui::{Color32, CornerRadius, Mesh, Painter, Pos2, Rect, Shape, Stroke, Vec2};

/// Rectangles up to so many pixels are drawn as lines, with soft edges.
const THIN_PX: f32 = 2.0;

/// What marks are drawn with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// A filled rectangle.
    Filled(Rect, Color32),
    /// A straight line.
    Line([Pos2; 2], Stroke),
}

impl From<&Figure> for Shape {
    fn from(figure: &Figure) -> Self {
        match *figure {
            Figure::Filled(rect, colour) => Shape::rect_filled(rect, CornerRadius::ZERO, colour),
            Figure::Line(ends, stroke) => Shape::line_segment(ends, stroke),
        }
    }
}

/// Figures as shapes, of which the window makes triangles in every frame.
pub fn shapes(figures: &[Figure]) -> Vec<Shape> {
    figures.iter().map(Shape::from).collect()
}

/// Turns figures into triangles as the window would. A page has thousands, nearly all of them thin upright or level lines, for which
/// nothing but their corners must be worked out.
pub struct Press {
    tessellator: Tessellator,
    options: TessellationOptions,
    pixels_per_point: f32,
    /// Width of a soft edge, points; 0 for hard edges.
    soft: f32,
}

impl Press {
    /// For what is painted there.
    pub fn new(painter: &Painter) -> Self {
        Press::with(painter.pixels_per_point(), painter.ctx().tessellation_options(|options| *options))
    }

    fn with(pixels_per_point: f32, options: TessellationOptions) -> Self {
        // The atlas of letters is asked for letters and discs only.
        let tessellator = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new());
        let soft = if options.feathering { options.feathering_size_in_pixels / pixels_per_point } else { 0.0 };
        Press { tessellator, options, pixels_per_point, soft }
    }

    /// The triangles of figures, as one mesh; nothing where there are none.
    pub fn triangles(&mut self, figures: &[Figure]) -> Vec<Shape> {
        let mut mesh = Mesh::default();
        mesh.reserve_vertices(8 * figures.len());
        mesh.reserve_triangles(10 * figures.len());
        for figure in figures {
            match *figure {
                // Edges on whole pixels need no softening.
                Figure::Filled(rect, colour) if rect.size().min_elem() * self.pixels_per_point > THIN_PX => {
                    mesh.add_colored_rect(rect.round_to_pixels(self.pixels_per_point), colour);
                }
                Figure::Filled(rect, colour) if rect.width() <= 2.0 * self.soft => {
                    self.line(([rect.center_top(), rect.center_bottom()], Stroke::new(rect.width(), colour)), figure, &mut mesh);
                }
                Figure::Filled(rect, colour) if rect.height() <= 2.0 * self.soft => {
                    self.line(([rect.left_center(), rect.right_center()], Stroke::new(rect.height(), colour)), figure, &mut mesh);
                }
                Figure::Filled(..) => self.tessellator.tessellate_shape(figure.into(), &mut mesh),
                Figure::Line(ends, stroke) => self.line((ends, stroke), figure, &mut mesh),
            }
        }
        mesh.vertices.shrink_to_fit();
        mesh.indices.shrink_to_fit();
        if mesh.is_empty() { Vec::new() } else { vec![Shape::mesh(mesh)] }
    }

    /// A line on the grid of pixels with soft edges. What is no such line goes the long way.
    fn line(&mut self, ([from, to], stroke): ([Pos2; 2], Stroke), figure: &Figure, mesh: &mut Mesh) {
        let is_level = from.y == to.y && from.x < to.x;
        let is_upright = from.x == to.x && from.y < to.y;
        let is_wide = self.soft > 0.0 && stroke.width > 0.9 * self.soft && self.options.round_line_segments_to_pixels;
        if !is_wide || stroke.is_empty() || is_level == is_upright {
            self.tessellator.tessellate_shape(figure.into(), mesh);
            return;
        }
        let (mut from, mut to) = (from, to);
        let ppp = self.pixels_per_point;
        // Ends are a pixel longer than the line, of which half a pixel is taken here.
        let quarter = 0.25 * self.soft;
        if is_upright {
            stroke.round_center_to_pixel(ppp, &mut from.x);
            to.x = from.x;
            from.y = (from.y + quarter).round_to_pixel_center(ppp);
            to.y = (to.y - quarter).round_to_pixel_center(ppp);
        } else {
            stroke.round_center_to_pixel(ppp, &mut from.y);
            to.y = from.y;
            from.x = (from.x + quarter).round_to_pixel_center(ppp);
            to.x = (to.x - quarter).round_to_pixel_center(ppp);
        }
        if from == to {
            self.tessellator.tessellate_shape(figure.into(), mesh);
            return;
        }
        let along = if is_upright { Vec2::new(0.0, (to.y - from.y).signum()) } else { Vec2::new((to.x - from.x).signum(), 0.0) };
        self.soft_line((from, to, along), stroke, mesh);
    }

    /// Four points across each end of a line, the outer ones fading out, and the triangles between them.
    fn soft_line(&self, (from, to, along): (Pos2, Pos2, Vec2), stroke: Stroke, mesh: &mut Mesh) {
        const TRIANGLES: [[u32; 3]; 10] =
            [[0, 1, 2], [0, 2, 3], [0, 1, 4], [1, 4, 5], [1, 2, 5], [2, 5, 6], [2, 3, 6], [3, 6, 7], [4, 5, 6], [4, 6, 7]];
        let across = along.rot90();
        let (inner, outer) = (0.5 * (stroke.width - self.soft), 0.5 * (stroke.width + self.soft));
        let first = mesh.vertices.len() as u32;
        for (end, beyond) in [(from, across.rot90() * self.soft), (to, -across.rot90() * self.soft)] {
            mesh.colored_vertex(end + across * outer + beyond, Color32::TRANSPARENT);
            mesh.colored_vertex(end + across * inner, stroke.color);
            mesh.colored_vertex(end - across * inner, stroke.color);
            mesh.colored_vertex(end - across * outer + beyond, Color32::TRANSPARENT);
        }
        for [one, two, three] in TRIANGLES {
            mesh.add_triangle(first + one, first + two, first + three);
        }
    }
}

/// Puts what was drawn in the points of blocks where these stand on screen. Triangles that follow one another become one mesh, copied
/// once: those of a page take more room than all else of it.
pub fn put<'a>(painter: &Painter, drawn: impl Iterator<Item = (&'a [Shape], Pos2)>) {
    let placed: Vec<(&Shape, Vec2)> =
        drawn.flat_map(|(shapes, origin)| shapes.iter().map(move |shape| (shape, origin.to_vec2()))).collect();
    let texture = |shape: &Shape| if let Shape::Mesh(mesh) = shape { Some(mesh.texture_id) } else { None };
    let runs = placed.chunk_by(|(one, _), (other, _)| texture(one).is_some() && texture(one) == texture(other));
    painter.extend(runs.flat_map(together));
}

/// Shapes that follow one another: a run of meshes with one texture, or a single other shape.
fn together(run: &[(&Shape, Vec2)]) -> Option<Shape> {
    let meshes = || run.iter().filter_map(|(shape, by)| if let Shape::Mesh(mesh) = shape { Some((mesh, *by)) } else { None });
    let Some((first, _)) = meshes().next() else {
        let (shape, by) = run.first()?;
        let mut shape = (*shape).clone();
        shape.translate(*by);
        return Some(shape);
    };
    let mut all = Mesh::with_texture(first.texture_id);
    all.vertices.reserve_exact(meshes().map(|(mesh, _)| mesh.vertices.len()).sum());
    all.indices.reserve_exact(meshes().map(|(mesh, _)| mesh.indices.len()).sum());
    for (mesh, by) in meshes() {
        let before = all.vertices.len() as u32;
        all.indices.extend(mesh.indices.iter().map(|index| index + before));
        all.vertices.extend(mesh.vertices.iter().map(|vertex| egui::epaint::Vertex { pos: vertex.pos + by, ..*vertex }));
    }
    Some(Shape::Mesh(Arc::new(all)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{pos2, vec2};
    use proptest::prelude::*;

    fn figure() -> impl Strategy<Value = Figure> {
        let colour = prop_oneof![Just(Color32::RED), Just(Color32::from_rgba_unmultiplied(9, 90, 200, 120))];
        let side = || prop_oneof![Just(1.5_f32), Just(2.0), Just(2.5), Just(3.0), 0.0..30.0_f32];
        let filled = (-50.0..900.0_f32, -20.0..300.0_f32, side(), side(), colour.clone())
            .prop_map(|(x, y, width, height, colour)| Figure::Filled(Rect::from_min_size(pos2(x, y), vec2(width, height)), colour));
        let line =
            (-50.0..900.0_f32, -20.0..300.0_f32, -40.0..40.0_f32, 0..3_u8, prop_oneof![Just(1.5_f32), Just(2.0), 0.0..4.0_f32], colour)
                .prop_map(|(x, y, way, direction, width, colour)| {
                    let to = [vec2(way, 0.0), vec2(0.0, way), vec2(way, 3.0)][usize::from(direction)];
                    Figure::Line([pos2(x, y), pos2(x, y) + to], Stroke::new(width, colour))
                });
        prop_oneof![filled, line]
    }

    proptest! {
        #[test]
        fn triangles_are_those_that_the_window_makes(
            figures in prop::collection::vec(figure(), 0..30),
            density in prop_oneof![Just(1.0_f32), Just(1.25), Just(1.5), Just(2.0), Just(3.0), 0.4..4.0_f32],
            is_soft in any::<bool>(),
            rounds_lines in any::<bool>(),
        ) {
            let options = TessellationOptions { feathering: is_soft, round_line_segments_to_pixels: rounds_lines, ..Default::default() };
            let mut window = Tessellator::new(density, options, [1, 1], Vec::new());
            let mut expected = Mesh::default();
            for figure in &figures {
                match *figure {
                    // The one liberty that is taken: no soft edge on a whole pixel.
                    Figure::Filled(rect, colour) if rect.size().min_elem() * density > THIN_PX => {
                        expected.add_colored_rect(rect.round_to_pixels(density), colour);
                    }
                    _ => window.tessellate_shape(figure.into(), &mut expected),
                }
            }
            let made = Press::with(density, options).triangles(&figures);
            let made = made.first().map_or_else(Mesh::default, |shape| match shape {
                Shape::Mesh(mesh) => (**mesh).clone(),
                other => panic!("{other:?}"),
            });
            prop_assert_eq!(made, expected);
        }

        #[test]
        fn meshes_put_together_are_the_meshes_one_by_one(
            blocks in prop::collection::vec((prop::collection::vec(figure(), 0..6), any::<bool>(), 0..3_u64, -90.0..900.0_f32), 0..12),
        ) {
            let mut press = Press::with(1.0, TessellationOptions::default());
            let drawn: Vec<(Vec<Shape>, Pos2)> = blocks.into_iter().map(|(figures, is_drawn, texture, y)| {
                let mut drawn = if is_drawn { press.triangles(&figures) } else { shapes(&figures) };
                for shape in &mut drawn {
                    if let Shape::Mesh(mesh) = shape {
                        Arc::make_mut(mesh).texture_id = egui::TextureId::User(texture);
                    }
                }
                (drawn, pos2(12.0, y))
            }).collect();
            let ctx = egui::Context::default();
            let painter = Painter::new(ctx, egui::LayerId::background(), Rect::EVERYTHING);
            let vertices = |painter: &Painter| {
                let (mut vertices, mut others) = (Vec::new(), Vec::new());
                painter.for_each_shape(|clipped| match &clipped.shape {
                    Shape::Mesh(mesh) => {
                        let corner = |index: &u32| (mesh.texture_id, mesh.vertices[*index as usize], others.len());
                        vertices.extend(mesh.indices.iter().map(corner));
                    }
                    other => others.push(other.clone()),
                });
                (vertices, others)
            };
            put(&painter, drawn.iter().map(|(shapes, origin)| (shapes.as_slice(), *origin)));
            let plain = Painter::new(egui::Context::default(), egui::LayerId::background(), Rect::EVERYTHING);
            for (shapes, origin) in &drawn {
                plain.extend(shapes.iter().cloned().map(|mut shape| {
                    shape.translate(origin.to_vec2());
                    shape
                }));
            }
            prop_assert_eq!(vertices(&painter), vertices(&plain));
        }
    }
}
