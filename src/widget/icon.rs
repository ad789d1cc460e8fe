//! The icons of the program: one variant each, named as in Lucide, so that a name on screen can be looked up there.

use egui::{Align2, Color32, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2};

use super::access::Spoken;
use super::font::{self, Face};
use super::paint::{line_of_text, paint_line_at};

/// Room between an icon and its word, points.
const TEXT_GAP: f32 = 3.0;

/// Declares every icon with what it stands for and its code point in `assets/icons/lucide.ttf`.
macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $glyph:literal,)*) => {
        /// An icon, named as in Lucide.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            /// Every icon in the font.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its character in the family `icon`.
            pub fn glyph(self) -> char {
                match self {
                    $(Self::$name => $glyph,)*
                }
            }
        }
    };
}

icons! {
    /// Articles; a document as a source.
    FileText = '\u{e0cc}',
    /// Numbers.
    Hash = '\u{e0ef}',
    /// Sources.
    Quote = '\u{e239}',
    /// Compare.
    Columns2 = '\u{e098}',
    /// Report.
    ClipboardCheck = '\u{e219}',
    /// Status open.
    Circle = '\u{e076}',
    /// Status asked.
    Send = '\u{e152}',
    /// Status confirmed; settled; saved.
    Check = '\u{e06c}',
    /// Status changed; edit.
    Pencil = '\u{e1f9}',
    /// Status cut.
    Scissors = '\u{e14e}',
    /// Status unresolved.
    CircleQuestionMark = '\u{e082}',
    /// A person as a source.
    User = '\u{e19f}',
    /// An anonymous source.
    HatGlasses = '\u{e683}',
    /// An organisation as a source.
    Building2 = '\u{e290}',
    /// Media as a source.
    Newspaper = '\u{e348}',
    /// A warning.
    TriangleAlert = '\u{e193}',
    /// Figures that disagree.
    EqualNot = '\u{e1be}',
    /// Evidence against; close.
    X = '\u{e1b2}',
    /// Sources that rest on each other.
    Repeat2 = '\u{e411}',
    /// Waiting for an answer.
    Hourglass = '\u{e296}',
    /// Not checkable.
    Ban = '\u{e051}',
    /// A mark that lost its place.
    Unlink = '\u{e19c}',
    /// Link.
    Spline = '\u{e38b}',
    /// A sum.
    Calculator = '\u{e1bc}',
    /// Frozen or signed off.
    Lock = '\u{e10b}',
    /// Filter.
    ListFilter = '\u{e460}',
    /// Search.
    Search = '\u{e151}',
    /// Undo.
    Undo2 = '\u{e2a1}',
    /// Redo.
    Redo2 = '\u{e2a0}',
    /// Add.
    Plus = '\u{e13d}',
    /// Take away, smaller.
    Minus = '\u{e11c}',
    /// More.
    Ellipsis = '\u{e0b6}',
    /// Previous; fold.
    ChevronUp = '\u{e070}',
    /// Next; unfold; opens a menu.
    ChevronDown = '\u{e06d}',
    /// Back.
    ChevronLeft = '\u{e06e}',
    /// Forward; opens a submenu.
    ChevronRight = '\u{e06f}',
    /// Settings.
    Settings = '\u{e154}',
    /// Keys.
    Keyboard = '\u{e284}',
    /// Swap; conversion.
    ArrowLeftRight = '\u{e24a}',
    /// A letter to a writer.
    Mail = '\u{e10f}',
    /// Structured text such as JSON.
    Braces = '\u{e36a}',
    /// HTML.
    FileCode = '\u{e0c3}',
    /// A table.
    FileSpreadsheet = '\u{e326}',
    /// Open files.
    FolderOpen = '\u{e247}',
    /// Paste.
    ClipboardPaste = '\u{e3e8}',
    /// The sample.
    BookOpen = '\u{e05f}',
    /// Drop or export a file.
    FileDown = '\u{e318}',
    /// Open one more article.
    FilePlus = '\u{e0c9}',
    /// On this computer.
    HardDrive = '\u{e0ed}',
    /// Remove.
    Trash = '\u{e18d}',
    /// A remark that is no warning.
    Info = '\u{e0f9}',
}

/// Draws an icon in a square of `size` points and takes up that square. It has no name of its own: the word beside it or
/// the control around it says what it means.
pub fn icon_ui(ui: &mut Ui, icon: Icon, size: f32, colour: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    paint_icon(ui.painter(), icon, rect.center(), size, colour);
    response
}

/// Draws an icon and a word beside it in one colour: “⚠ 3”, “✓ 3,145 km”. The icon is as high as the text is large.
pub fn icon_text_ui(ui: &mut Ui, icon: Icon, text: &str, face: Face, colour: Color32) -> Response {
    let line = line_of_text(ui, text, face, colour);
    let size = face.font().size.round();
    let room = Vec2::new(icon_text_width(ui, text, face), face.row());
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let middle = rect.center().y;
    paint_icon(ui.painter(), icon, Pos2::new(rect.left() + size / 2.0, middle), size, colour);
    paint_line_at(ui.painter(), (rect.left() + size + TEXT_GAP, middle), line, colour);
    Spoken::new(Role::Label, text).tell(&response);
    response
}

/// How wide [`icon_text_ui`] draws these words, points.
pub fn icon_text_width(ui: &Ui, text: &str, face: Face) -> f32 {
    let words = line_of_text(ui, text, face, Color32::PLACEHOLDER).size().x;
    (face.font().size.round() + TEXT_GAP + words).ceil()
}

/// Paints an icon centred on `centre`, `size` points high and wide; returns the square it fills.
#[allow(clippy::disallowed_methods, reason = "an icon is one sign of the icon font and no words")]
pub fn paint_icon(painter: &Painter, icon: Icon, centre: Pos2, size: f32, colour: Color32) -> Rect {
    painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), font::icon(size), colour);
    Rect::from_center_size(centre, Vec2::splat(size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_is_in_the_font_and_none_twice() {
        let ctx = egui::Context::default();
        font::install(&ctx);
        let mut output = ctx.run_ui(egui::RawInput::default(), |_| {});
        output.textures_delta.clear();
        let missing: Vec<_> =
            Icon::ALL.iter().filter(|icon| !ctx.fonts_mut(|fonts| fonts.has_glyph(&font::icon(16.0), icon.glyph()))).collect();
        assert!(missing.is_empty(), "not in lucide.ttf: {missing:?}");
        let mut glyphs: Vec<char> = Icon::ALL.iter().map(|icon| icon.glyph()).collect();
        glyphs.sort_unstable();
        glyphs.dedup();
        assert_eq!(glyphs.len(), Icon::ALL.len());
    }
}
