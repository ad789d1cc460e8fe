//! Paints the meshes of the text engine on a bitmap, without a graphics card: every glyph is a rectangle of whole pixels.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::ImageData;
use egui::epaint::textures::TextureManager;
use egui::mutex::RwLock;
use egui::{Color32, ColorImage, Mesh, TextureId};

/// The textures that the engine has sent to the graphics card.
#[derive(Default)]
pub struct Textures {
    pub manager: Arc<RwLock<TextureManager>>,
    pub images: HashMap<TextureId, ColorImage>,
}

impl Textures {
    /// Takes over what is new.
    pub fn receive(&mut self) {
        let mut delta = self.manager.write().take_delta();
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
