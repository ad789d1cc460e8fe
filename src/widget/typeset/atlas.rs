//! One texture full of glyph bitmaps. It grows to a fixed size; when full it starts afresh with what is asked for.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

use egui::epaint::textures::{TextureManager, TextureOptions};
use egui::epaint::{FontColorTransferFunction, ImageDelta};
use egui::mutex::RwLock;
use egui::{Color32, ColorImage, TextureId};

use super::fonts::FaceId;
use super::raster::{GlyphBitmap, Pixels};

/// Width of the texture in physical pixels.
pub(super) const WIDTH: usize = 1024;
/// Its largest height in physical pixels: 8 MB, about 1,600 Han characters at double density, many times a screenful.
pub(super) const MAX_HEIGHT: usize = 2048;
const START_HEIGHT: usize = 256;
/// Empty pixels around each glyph, so that filtering never picks up a neighbour.
const GAP: usize = 1;
/// Glyphs larger than this are not drawn (a 500 pt heading at double density still is).
const MAX_GLYPH_SIDE: usize = 1000;

/// Everything that decides what a glyph's bitmap looks like, in one number: a paragraph asks for hundreds per frame.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct GlyphKey(u64, u8);

impl GlyphKey {
    /// `quarter` is the quarter of a physical pixel that the glyph is shifted right by, 0 to 3.
    pub(super) fn new(face: FaceId, glyph: u16, size_px: f32, quarter: u8) -> Self {
        Self((u64::from(face) << 48) | (u64::from(glyph) << 32) | u64::from(size_px.to_bits()), quarter)
    }
}

impl Hash for GlyphKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0 ^ (u64::from(self.1) << 62));
    }
}

/// Stirs the one number of a [`GlyphKey`]; the standard hasher guards against attacks that glyphs do not make.
#[derive(Default)]
struct KeyHasher(u64);

impl Hasher for KeyHasher {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        let stirred = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = stirred ^ (stirred >> 32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Where a glyph's bitmap lies in the texture and how to place it. Physical pixels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slot {
    pub(super) x: u16,
    pub(super) y: u16,
    /// Zero for a glyph without ink.
    pub(super) width: u16,
    pub(super) height: u16,
    /// From the glyph's origin to the bitmap's left edge.
    pub(super) left: i16,
    /// From the baseline down to the bitmap's upper edge.
    pub(super) top: i16,
    /// Has its own colours and is not tinted.
    pub(super) is_colour: bool,
}

/// The texture is at its largest and has no room left.
pub(super) struct AtlasFull;

/// A row of glyphs of about the same height.
struct Shelf {
    y: usize,
    height: usize,
    used: usize,
}

/// The glyph texture.
pub(super) struct Atlas {
    textures: Arc<RwLock<TextureManager>>,
    texture: Option<TextureId>,
    image: ColorImage,
    shelves: Vec<Shelf>,
    slots: HashMap<GlyphKey, Slot, BuildHasherDefault<KeyHasher>>,
    dirty: Option<DirtyRect>,
    transfer: FontColorTransferFunction,
}

#[derive(Clone, Copy)]
struct DirtyRect {
    min: [usize; 2],
    max: [usize; 2],
}

/// The texture as meshes see it: its name, and what turns pixels into the 0 to 1 of texture coordinates.
#[derive(Clone, Copy)]
pub(super) struct TextureView {
    pub(super) id: TextureId,
    pub(super) scale: [f32; 2],
}

impl Atlas {
    pub(super) fn new(textures: Arc<RwLock<TextureManager>>) -> Self {
        Self {
            textures,
            texture: None,
            image: ColorImage::filled([WIDTH, START_HEIGHT], Color32::TRANSPARENT),
            shelves: Vec::new(),
            slots: HashMap::default(),
            dirty: None,
            transfer: FontColorTransferFunction::default(),
        }
    }

    /// Sets how coverage becomes opacity; dark and light themes differ, as in egui's own text.
    pub(super) fn set_transfer(&mut self, transfer: FontColorTransferFunction) {
        if self.transfer != transfer {
            self.transfer = transfer;
            self.clear();
        }
    }

    /// The bitmap of `key`, if it has been drawn.
    pub(super) fn get(&self, key: &GlyphKey) -> Option<Slot> {
        self.slots.get(key).copied()
    }

    /// Stores a bitmap; `None` stands for a glyph without ink.
    pub(super) fn insert(&mut self, key: GlyphKey, bitmap: Option<&GlyphBitmap>) -> Result<Slot, AtlasFull> {
        let fits = |bitmap: &&GlyphBitmap| bitmap.width.max(bitmap.height) <= MAX_GLYPH_SIDE;
        let slot = match bitmap.filter(fits) {
            None => Slot::default(),
            Some(bitmap) => {
                let (x, y) = self.allot(bitmap.width + GAP, bitmap.height + GAP).ok_or(AtlasFull)?;
                self.copy_in(bitmap, x, y);
                slot_of(bitmap, x, y)
            }
        };
        self.slots.insert(key, slot);
        Ok(slot)
    }

    /// Forgets all glyphs. What this frame has already painted keeps its old texture until it is on screen.
    pub(super) fn clear(&mut self) {
        self.upload();
        self.retire_texture();
        self.image = ColorImage::filled([WIDTH, START_HEIGHT], Color32::TRANSPARENT);
        self.shelves.clear();
        self.slots.clear();
        self.dirty = None;
    }

    /// Sends what is new to the graphics card and tells what to paint with.
    pub(super) fn upload(&mut self) -> TextureView {
        let [width, height] = self.image.size;
        let scale = [1.0 / width as f32, 1.0 / height as f32];
        let dirty = self.dirty.take();
        let id = match (self.texture, dirty) {
            (None, _) => {
                let image = self.image.clone().into();
                let name = "article glyphs".to_owned();
                self.textures.write().alloc(name, image, TextureOptions::LINEAR)
            }
            (Some(id), None) => id,
            (Some(id), Some(DirtyRect { min, max })) => {
                let size = [max[0] - min[0], max[1] - min[1]];
                let part = self.image.region_by_pixels(min, size);
                let delta = ImageDelta::partial(min, part, TextureOptions::LINEAR);
                self.textures.write().set(id, delta);
                id
            }
        };
        self.texture = Some(id);
        TextureView { id, scale }
    }

    /// The texture, once something has been sent to it.
    pub(super) fn texture(&self) -> Option<TextureId> {
        self.texture
    }

    /// Width and height of the texture in physical pixels.
    #[cfg(test)]
    pub(super) fn size(&self) -> [usize; 2] {
        self.image.size
    }

    /// Number of bitmaps held.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    fn retire_texture(&mut self) {
        if let Some(id) = self.texture.take() {
            self.textures.write().free(id);
        }
    }

    /// Room for a bitmap: on the shelf that fits best, or on a new one.
    fn allot(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        let image_width = self.image.size[0];
        let best = self
            .shelves
            .iter_mut()
            .filter(|shelf| {
                let wasted = shelf.height.checked_sub(height);
                wasted.is_some_and(|rows| rows <= 2 + height / 4) && shelf.used + width <= image_width
            })
            .min_by_key(|shelf| shelf.height);
        if let Some(shelf) = best {
            let at = (shelf.used, shelf.y);
            shelf.used += width;
            return Some(at);
        }
        let height = height.next_multiple_of(4);
        let y = self.shelves.last().map_or(0, |last| last.y + last.height);
        self.grow_to(y + height)?;
        self.shelves.push(Shelf { y, height, used: width });
        Some((0, y))
    }

    /// Makes the image at least `height` high. The larger image is another texture, because meshes of this frame
    /// were made for the old proportions.
    fn grow_to(&mut self, height: usize) -> Option<()> {
        let [width, old] = self.image.size;
        if height <= old {
            return Some(());
        }
        let new = height.next_power_of_two().max(old * 2).min(MAX_HEIGHT);
        if height > new {
            return None;
        }
        self.upload();
        self.retire_texture();
        self.image.pixels.resize(width * new, Color32::TRANSPARENT);
        self.image.size[1] = new;
        Some(())
    }

    fn copy_in(&mut self, bitmap: &GlyphBitmap, x: usize, y: usize) {
        let width = bitmap.width;
        let transfer = self.transfer;
        let opacity = |coverage: u8| {
            let alpha = transfer.alpha_from_coverage(f32::from(coverage) / 255.0);
            Color32::from_white_alpha((alpha * 255.0).round() as u8)
        };
        for row in 0..bitmap.height {
            let start = (y + row) * self.image.size[0] + x;
            let target = self.image.pixels.get_mut(start..start + width);
            let target = target.unwrap_or_default();
            match &bitmap.pixels {
                Pixels::Coverage(bytes) => {
                    let source = bytes.get(row * width..).unwrap_or_default();
                    for (pixel, coverage) in target.iter_mut().zip(source) {
                        *pixel = opacity(*coverage);
                    }
                }
                Pixels::Colour(bytes) => {
                    let source = bytes.get(row * width * 4..).unwrap_or_default();
                    for (pixel, rgba) in target.iter_mut().zip(source.chunks_exact(4)) {
                        if let &[r, g, b, a] = rgba {
                            *pixel = Color32::from_rgba_unmultiplied(r, g, b, a);
                        }
                    }
                }
            }
        }
        self.mark_dirty([x, y], [x + width, y + bitmap.height]);
    }

    fn mark_dirty(&mut self, min: [usize; 2], max: [usize; 2]) {
        let new = DirtyRect { min, max };
        let old = self.dirty.unwrap_or(new);
        self.dirty = Some(DirtyRect {
            min: [old.min[0].min(min[0]), old.min[1].min(min[1])],
            max: [old.max[0].max(max[0]), old.max[1].max(max[1])],
        });
    }
}

impl Drop for Atlas {
    fn drop(&mut self) {
        self.retire_texture();
    }
}

fn slot_of(bitmap: &GlyphBitmap, x: usize, y: usize) -> Slot {
    let small = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    let offset = |length: i32| length.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
    Slot {
        x: small(x),
        y: small(y),
        width: small(bitmap.width),
        height: small(bitmap.height),
        left: offset(bitmap.left),
        top: offset(bitmap.top),
        is_colour: matches!(bitmap.pixels, Pixels::Colour(_)),
    }
}
