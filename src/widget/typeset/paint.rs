//! Paints a paragraph as one mesh of textured rectangles, each on whole physical pixels.

use std::ops::Range;

use egui::epaint::FontColorTransferFunction;
use egui::{Color32, Mesh, Painter, Pos2, Rect, Shape, pos2, vec2};

use super::atlas::{GlyphKey, Slot, TextureView};
use super::engine::TextEngine;
use super::paragraph::Paragraph;
use super::raster::{GlyphBitmap, RasterJob};
use super::trace::{PlacedGlyph, RowTrace};

/// The colours of a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Ink<'a> {
    /// The colour of everything not named in `spans`.
    pub color: Color32,
    /// Byte ranges with a colour of their own; where they overlap, the last one wins.
    pub spans: &'a [(Range<usize>, Color32)],
}

impl Ink<'_> {
    /// One colour for all words.
    pub const fn plain(color: Color32) -> Self {
        Self { color, spans: &[] }
    }

    fn at(&self, byte: usize) -> Color32 {
        let mut spans = self.spans.iter().rev();
        spans.find(|(range, _)| range.contains(&byte)).map_or(self.color, |(_, color)| *color)
    }
}

impl From<Color32> for Ink<'_> {
    fn from(color: Color32) -> Self {
        Self::plain(color)
    }
}

/// Where and how sharply a paragraph is painted.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    /// Top left corner of the paragraph in points; painted at the nearest physical pixel.
    pub origin: Pos2,
    /// Physical pixels to the point.
    pub pixels_per_point: f32,
    /// Rows wholly outside are left out.
    pub clip: Rect,
    /// How coverage becomes opacity; see egui's `TextOptions`.
    pub transfer: FontColorTransferFunction,
}

impl Placement {
    /// At `origin`, with everything else as `painter` has it.
    pub fn of(painter: &Painter, origin: Pos2) -> Self {
        let style = painter.ctx().global_style();
        Self {
            origin,
            pixels_per_point: painter.pixels_per_point(),
            clip: painter.clip_rect(),
            transfer: style.visuals.text_options.color_transfer_function,
        }
    }
}

/// A glyph bitmap on the screen, in physical pixels.
struct Quad {
    x: f32,
    y: f32,
    slot: Slot,
    color: Color32,
}

impl TextEngine {
    /// Paints the rows of `paragraph` that show inside the painter's clip rectangle, its top left corner at `origin`.
    pub fn paint<'a>(&mut self, painter: &Painter, paragraph: &Paragraph, origin: Pos2, ink: impl Into<Ink<'a>>) {
        let placement = Placement::of(painter, origin);
        for mesh in self.meshes(paragraph, &placement, &ink.into()) {
            painter.add(Shape::mesh(mesh));
        }
    }

    /// Whether a mesh made before still shows its glyphs: whenever the texture starts afresh or grows it is another one.
    pub fn is_current(&self, mesh: &Mesh) -> bool {
        self.atlas.texture() == Some(mesh.texture_id)
    }

    /// The meshes that [`Self::paint`] adds: one, unless the glyph texture had to start afresh halfway.
    pub fn meshes(&mut self, paragraph: &Paragraph, placement: &Placement, ink: &Ink<'_>) -> Vec<Mesh> {
        self.atlas.set_transfer(placement.transfer);
        let mut press = Press {
            engine: self,
            placement,
            size_px: paragraph.style.size_pt * placement.pixels_per_point,
            quads: Vec::new(),
            meshes: Vec::new(),
        };
        let slack = paragraph.metrics.height;
        let top = placement.clip.top() - placement.origin.y - slack;
        let bottom = placement.clip.bottom() - placement.origin.y + slack;
        if bottom >= 0.0 && top <= paragraph.height() {
            for index in paragraph.row_at(top)..=paragraph.row_at(bottom) {
                press.set_row(paragraph, index, ink);
            }
        }
        press.finish()
    }
}

/// A paragraph on its way to the screen.
struct Press<'a> {
    engine: &'a mut TextEngine,
    placement: &'a Placement,
    size_px: f32,
    quads: Vec<Quad>,
    meshes: Vec<Mesh>,
}

impl Press<'_> {
    fn set_row(&mut self, paragraph: &Paragraph, index: usize, ink: &Ink<'_>) {
        let ppp = self.placement.pixels_per_point;
        let origin = self.placement.origin;
        let row: &RowTrace = paragraph.row_trace(index);
        let glyphs = paragraph.trace.glyphs.get(row.glyphs.clone());
        let baseline = paragraph.metrics.height * index as f32 + paragraph.metrics.baseline;
        let left_px = (origin.x * ppp).round();
        let baseline_px = (origin.y * ppp).round() + (baseline * ppp).round();
        for glyph in glyphs.unwrap_or_default() {
            let (x, quarter) = whole_and_quarter(glyph, ppp);
            let Some(slot) = self.slot(glyph, quarter) else {
                continue;
            };
            if slot.width > 0 {
                let y = baseline_px + (glyph.y * ppp).round() + f32::from(slot.top);
                self.quads.push(Quad { x: left_px + x + f32::from(slot.left), y, slot, color: ink.at(glyph.byte as usize) });
            }
        }
    }

    fn slot(&mut self, glyph: &PlacedGlyph, quarter: u8) -> Option<Slot> {
        let key = GlyphKey::new(glyph.face, glyph.id, self.size_px, quarter);
        if let Some(slot) = self.engine.atlas.get(&key) {
            return Some(slot);
        }
        let bitmap = self.draw(glyph, quarter);
        if let Ok(slot) = self.engine.atlas.insert(key, bitmap.as_ref()) {
            return Some(slot);
        }
        // What has been set so far is painted with the full texture before that is given up.
        self.print();
        self.engine.atlas.clear();
        self.engine.atlas.insert(key, bitmap.as_ref()).ok()
    }

    fn draw(&mut self, glyph: &PlacedGlyph, quarter: u8) -> Option<GlyphBitmap> {
        let engine = &mut *self.engine;
        let face = engine.faces.get(glyph.face)?;
        let job = RasterJob { glyph: glyph.id, size_px: self.size_px, shift_px: f32::from(quarter) * 0.25 };
        engine.rasteriser.draw(face, job)
    }

    /// Turns the quads so far into a mesh.
    fn print(&mut self) {
        if self.quads.is_empty() {
            return;
        }
        let view = self.engine.atlas.upload();
        let mut mesh = Mesh::with_texture(view.id);
        mesh.reserve_triangles(self.quads.len() * 2);
        mesh.reserve_vertices(self.quads.len() * 4);
        let points_per_pixel = 1.0 / self.placement.pixels_per_point;
        for quad in self.quads.drain(..) {
            add_quad(&mut mesh, &quad, view, points_per_pixel);
        }
        self.meshes.push(mesh);
    }

    fn finish(mut self) -> Vec<Mesh> {
        self.print();
        self.meshes
    }
}

/// The glyph's x in whole physical pixels and the quarter of a pixel that remains.
fn whole_and_quarter(glyph: &PlacedGlyph, pixels_per_point: f32) -> (f32, u8) {
    let x = glyph.x * pixels_per_point;
    if glyph.is_wide {
        return (x.round(), 0);
    }
    let quarters = (x * 4.0).round();
    let whole = (quarters * 0.25).floor();
    (whole, (quarters - whole * 4.0) as u8)
}

fn add_quad(mesh: &mut Mesh, quad: &Quad, view: TextureView, points_per_pixel: f32) {
    let slot = quad.slot;
    let size = vec2(f32::from(slot.width), f32::from(slot.height));
    let corner = pos2(quad.x, quad.y);
    let rect = Rect::from_min_max(corner * points_per_pixel, (corner + size) * points_per_pixel);
    let texel = pos2(f32::from(slot.x), f32::from(slot.y));
    let [across, down] = view.scale;
    let uv = Rect::from_min_max(pos2(texel.x * across, texel.y * down), pos2((texel.x + size.x) * across, (texel.y + size.y) * down));
    // Emoji keep their own colours and take only the opacity of the ink.
    let color = if slot.is_colour { Color32::from_white_alpha(quad.color.a()) } else { quad.color };
    mesh.add_rect_with_uv(rect, uv, color);
}
