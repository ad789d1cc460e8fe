//! Paints the meshes of the text engine on a bitmap, without a graphics card: every glyph is a rectangle of whole pixels.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::textures::{TextureManager, TexturesDelta};
use egui::epaint::{ClippedPrimitive, ImageData, Primitive, Vertex};
use egui::mutex::RwLock;
use egui::{Color32, ColorImage, Mesh, Pos2, Rect, TextureId, pos2};

/// The textures that the engine has sent to the graphics card.
#[derive(Default)]
pub struct Textures {
    pub manager: Arc<RwLock<TextureManager>>,
    pub images: HashMap<TextureId, ColorImage>,
}

impl Textures {
    /// Takes over what is new.
    pub fn receive(&mut self) {
        let delta = self.manager.write().take_delta();
        self.take(delta);
    }

    /// Takes over changes of textures.
    pub fn take(&mut self, mut delta: TexturesDelta) {
        let set = std::mem::take(&mut delta.set);
        delta.clear();
        for (id, change) in set.into_iter().flat_map(|(id, changes)| changes.into_iter().map(move |change| (id, change))) {
            let ImageData::Color(new) = change.image;
            match (change.pos, self.images.get_mut(&id)) {
                (Some([x, y]), Some(image)) => {
                    for row in 0..new.size[1] {
                        for column in 0..new.size[0] {
                            image.pixels[(y + row) * image.size[0] + x + column] = new.pixels[row * new.size[0] + column];
                        }
                    }
                }
                _ => {
                    self.images.insert(id, (*new).clone());
                }
            }
        }
    }
}

/// Paints meshes on a bitmap. A point is a pixel.
pub fn paint(bitmap: &mut ColorImage, meshes: &[Mesh], textures: &Textures) {
    for mesh in meshes {
        let image = &textures.images[&mesh.texture_id];
        for quad in mesh.vertices.chunks_exact(4) {
            let (from, to) = (quad[0], quad[3]);
            let width = (to.pos.x - from.pos.x).round() as usize;
            let height = (to.pos.y - from.pos.y).round() as usize;
            let texel = |share: f32, size: usize| (share * size as f32).round() as usize;
            let (u, v) = (texel(from.uv.x, image.size[0]), texel(from.uv.y, image.size[1]));
            for row in 0..height {
                for column in 0..width {
                    let source = image.pixels[(v + row) * image.size[0] + u + column];
                    let (x, y) = (from.pos.x.round() as usize + column, from.pos.y.round() as usize + row);
                    if x < bitmap.size[0] && y < bitmap.size[1] {
                        let at = y * bitmap.size[0] + x;
                        bitmap.pixels[at] = over(tint(source, from.color), bitmap.pixels[at]);
                    }
                }
            }
        }
    }
}

/// Paints what egui hands to a graphics card: triangles with colours at their corners and a texture.
pub fn paint_primitives(bitmap: &mut ColorImage, primitives: &[ClippedPrimitive], textures: &Textures) {
    for ClippedPrimitive { clip_rect, primitive } in primitives {
        let Primitive::Mesh(mesh) = primitive else { continue };
        let image = &textures.images[&mesh.texture_id];
        for corners in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|at| mesh.vertices[corners[at] as usize]);
            paint_triangle(bitmap, corners, (clip_rect, image));
        }
    }
}

fn paint_triangle(bitmap: &mut ColorImage, corners: [Vertex; 3], (clip, image): (&Rect, &ColorImage)) {
    let area = edge(corners[0].pos, corners[1].pos, corners[2].pos);
    // All triangles turn the same way here.
    let [a, b, c] = if area < 0.0 { [corners[0], corners[2], corners[1]] } else { corners };
    let area = area.abs();
    if area == 0.0 {
        return;
    }
    let bounds = Rect::from_points(&[a.pos, b.pos, c.pos]).intersect(*clip);
    let range = |from: f32, to: f32, most: usize| (from.floor().max(0.0) as usize)..(to.ceil().max(0.0) as usize).min(most);
    for y in range(bounds.top(), bounds.bottom(), bitmap.size[1]) {
        for x in range(bounds.left(), bounds.right(), bitmap.size[0]) {
            let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
            if !clip.contains(at) {
                continue;
            }
            let shares = [edge(b.pos, c.pos, at), edge(c.pos, a.pos, at), edge(a.pos, b.pos, at)];
            // A pixel on the edge between two triangles belongs to one of them.
            let sides = [(b.pos, c.pos), (c.pos, a.pos), (a.pos, b.pos)];
            let is_in = |(share, (from, to)): (f32, (Pos2, Pos2))| {
                share > 0.0 || (share == 0.0 && (to.y < from.y || (to.y == from.y && to.x > from.x)))
            };
            if !shares.into_iter().zip(sides).all(is_in) {
                continue;
            }
            let mix = |pick: &dyn Fn(&Vertex) -> f32| (shares[0] * pick(&a) + shares[1] * pick(&b) + shares[2] * pick(&c)) / area;
            let channel = |nth: usize| mix(&|corner: &Vertex| f32::from(corner.color.to_array()[nth])).round() as u8;
            let colour = Color32::from_rgba_premultiplied(channel(0), channel(1), channel(2), channel(3));
            let texel = |share: f32, size: usize| ((share * size as f32).floor().max(0.0) as usize).min(size - 1);
            let (u, v) = (texel(mix(&|corner| corner.uv.x), image.size[0]), texel(mix(&|corner| corner.uv.y), image.size[1]));
            let source = image.pixels[v * image.size[0] + u];
            let pixel = &mut bitmap.pixels[y * bitmap.size[0] + x];
            *pixel = over(tint(source, colour), *pixel);
        }
    }
}

/// Twice the area of a triangle; positive where the third point lies to the right of the way from the first to the second.
fn edge(from: Pos2, to: Pos2, at: Pos2) -> f32 {
    (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
}

/// A premultiplied colour times another.
fn tint(source: Color32, tint: Color32) -> Color32 {
    let times = |a: u8, b: u8| ((u16::from(a) * u16::from(b) + 127) / 255) as u8;
    let (s, t) = (source.to_array(), tint.to_array());
    Color32::from_rgba_premultiplied(times(s[0], t[0]), times(s[1], t[1]), times(s[2], t[2]), times(s[3], t[3]))
}

fn over(front: Color32, back: Color32) -> Color32 {
    let rest = 255 - u16::from(front.a());
    let blend = |front: u8, back: u8| (u16::from(front) + (u16::from(back) * rest + 127) / 255).min(255) as u8;
    let (f, b) = (front.to_array(), back.to_array());
    Color32::from_rgb(blend(f[0], b[0]), blend(f[1], b[1]), blend(f[2], b[2]))
}
