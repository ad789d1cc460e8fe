//! A drawing as plain data. Lengths are points of 1/72 inch; the origin is at the upper left, and y grows downwards.

use serde::Serialize;

/// What is painted, the first shape undermost.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Drawing {
    /// What it shows, in a few words.
    pub title: String,
    /// The same as its table, for who cannot see it.
    pub description: String,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// What is painted.
    pub shapes: Vec<Shape>,
}

/// Which part of words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// Their left end.
    Start,
    /// Their middle.
    Middle,
    /// Their right end.
    End,
}

/// Something painted. Colours are `0xRRGGBB`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Shape {
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f32, f32),
        /// Where it ends.
        to: (f32, f32),
        /// How thick it is.
        thickness: f32,
        /// Its colour.
        colour: u32,
    },
    /// A filled box.
    Rect {
        /// Its upper left corner.
        corner: (f32, f32),
        /// Width and height.
        size: (f32, f32),
        /// Its colour.
        fill: u32,
    },
    /// A disc, or a ring with a ground.
    Circle {
        /// Its middle.
        middle: (f32, f32),
        /// Its radius, to the middle of its line.
        radius: f32,
        /// Its ground.
        fill: u32,
        /// Colour of its line, two points thick; none for a disc.
        line: Option<u32>,
    },
    /// Words on one line.
    Words {
        /// Where they stand, on their base line.
        at: (f32, f32),
        /// The words.
        words: String,
        /// Size of the type.
        size: f32,
        /// Its colour.
        colour: u32,
        /// Which part stands at the place.
        anchor: Anchor,
        /// Whether they are bold.
        is_bold: bool,
    },
}

impl Drawing {
    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), (thickness, colour): (f32, u32)) {
        self.shapes.push(Shape::Line { from, to, thickness, colour });
    }

    pub(super) fn rect(&mut self, corner: (f32, f32), size: (f32, f32), fill: u32) {
        self.shapes.push(Shape::Rect { corner, size, fill });
    }

    pub(super) fn words(&mut self, at: (f32, f32), words: &str, (size, colour, anchor): (f32, u32, Anchor)) {
        self.shapes.push(Shape::Words { at, words: words.to_owned(), size, colour, anchor, is_bold: false });
    }

    pub(super) fn bold(&mut self, at: (f32, f32), words: &str, (size, colour, anchor): (f32, u32, Anchor)) {
        self.shapes.push(Shape::Words { at, words: words.to_owned(), size, colour, anchor, is_bold: true });
    }

    /// The same seen in a mirror, with words that can still be read: for languages that run from right to left.
    pub(super) fn mirrored(mut self) -> Self {
        let width = self.width;
        for shape in &mut self.shapes {
            match shape {
                Shape::Line { from, to, .. } => {
                    from.0 = width - from.0;
                    to.0 = width - to.0;
                }
                Shape::Rect { corner, size, .. } => corner.0 = width - corner.0 - size.0,
                Shape::Circle { middle, .. } => middle.0 = width - middle.0,
                Shape::Words { at, anchor, .. } => {
                    at.0 = width - at.0;
                    *anchor = match anchor {
                        Anchor::Start => Anchor::End,
                        Anchor::Middle => Anchor::Middle,
                        Anchor::End => Anchor::Start,
                    };
                }
            }
        }
        self
    }
}

/// About how wide words are: their type is not known here. Signs of East Asia are square, the others half as wide as high.
pub(super) fn about_width(words: &str, size: f32) -> f32 {
    words.chars().map(|sign| if sign >= '\u{1100}' { size } else { size * 0.52 }).sum()
}

/// As many of the words as fit a width, about.
pub(super) fn fitting(words: &str, size: f32, width: f32) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if about_width(&words, size) <= width {
        return words;
    }
    let mut room = width - size;
    let kept = words.chars().take_while(|sign| {
        room -= about_width(sign.encode_utf8(&mut [0; 4]), size);
        room > 0.0
    });
    format!("{}…", kept.collect::<String>().trim_end())
}
