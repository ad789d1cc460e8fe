//! A paragraph marked as the program marks it. It is invented, like the town in it.

use std::ops::Range;

use egui::emath::GuiRounding as _;
use egui::{Color32, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2};

use crate::widget::paint::{Breaks, paint_broken_line};
use crate::widget::typeset::{Fragment, Ink, Paragraph, TextEngine, TextStyle};
use crate::widget::{Icon, Spoken, Theme, paint_icon};

const TEXT: &str = "There is also a pumping crew at the east sluice known as Dry Cellar, headed by the harbour master of the \
                    city and his deputy. There are roughly 4,500 volunteers currently working on the dyke, according to the Merrowhaven Water Board.";
const SETTLED: &str =
    "There is also a pumping crew at the east sluice known as Dry Cellar, headed by the harbour master of the city and his deputy";
const OPEN: &str = "There are roughly 4,500 volunteers currently working on the dyke";
const NUMBER: &str = "roughly 4,500 volunteers";
const SOURCE: &str = "Merrowhaven Water Board";

/// The paragraph, laid out once.
#[derive(Default)]
pub struct WelcomeState {
    paragraph: Option<Paragraph>,
}

/// Draws the paragraph with its marks and the tick beside it.
pub(super) fn example_ui(ui: &mut Ui, state: &mut WelcomeState, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let engine = TextEngine::of(ui.ctx());
    let paragraph = state.paragraph.get_or_insert_with(|| engine.lock().layout(TEXT, &TextStyle::serif(17.0, 30.0), rect.width()));
    let painter = ui.painter();
    let origin = rect.min.round_to_pixels(ui.pixels_per_point());
    let marks = Marks { painter, paragraph, origin };
    marks.claim(SETTLED, (theme.washs, theme.claims));
    marks.claim(OPEN, (theme.wash, theme.claim));
    engine.lock().paint(painter, paragraph, origin, Ink::plain(theme.ink));
    marks.brackets(SETTLED, theme.claims);
    marks.brackets(OPEN, theme.claim);
    marks.number(NUMBER, theme.num);
    marks.source(SOURCE, theme.src);
    let tick = origin + Vec2::new(-17.0, 15.0);
    paint_icon(painter, Icon::Check, tick, 14.0, theme.ink);
    let response = ui.interact(rect, ui.unique_id().with("example"), Sense::hover());
    Spoken::new(Role::Label, TEXT).tell(&response);
}

/// Paints marks on the paragraph; heights are measured from the baseline of a row.
struct Marks<'a> {
    painter: &'a Painter,
    paragraph: &'a Paragraph,
    origin: Pos2,
}

impl Marks<'_> {
    fn fragments(&self, words: &str) -> Vec<Fragment> {
        let start = TEXT.find(words).unwrap_or(0);
        self.paragraph.rects(start..start + words.len())
    }

    /// A part of a row between two heights around its baseline.
    fn strip(&self, fragment: &Fragment, heights: Range<f32>) -> Rect {
        let base = self.origin.y + fragment.baseline;
        let left = self.origin.x + fragment.left - if fragment.starts_here { 1.0 } else { 0.0 };
        let right = self.origin.x + fragment.right + if fragment.ends_here { 1.0 } else { 0.0 };
        Rect::from_min_max(Pos2::new(left, base + heights.start), Pos2::new(right, base + heights.end))
    }

    fn claim(&self, words: &str, (wash, _): (Color32, Color32)) {
        for fragment in self.fragments(words) {
            self.painter.rect_filled(self.strip(&fragment, -14.0..5.0), 0.0, wash);
        }
    }

    /// Brackets stand at the true ends only, their feet point inwards: above at the start, below at the end.
    fn brackets(&self, words: &str, colour: Color32) {
        for fragment in self.fragments(words) {
            let wash = self.strip(&fragment, -14.0..5.0);
            if fragment.starts_here {
                self.painter.rect_filled(Rect::from_min_size(wash.min, Vec2::new(1.5, wash.height())), 0.0, colour);
                self.painter.rect_filled(Rect::from_min_size(wash.min, Vec2::new(5.0, 1.5)), 0.0, colour);
            }
            if fragment.ends_here {
                let edge = Rect::from_min_max(Pos2::new(wash.right() - 1.5, wash.top()), wash.max);
                let foot = Rect::from_min_max(wash.max - Vec2::new(5.0, 1.5), wash.max);
                self.painter.rect_filled(edge, 0.0, colour);
                self.painter.rect_filled(foot, 0.0, colour);
            }
        }
    }

    fn number(&self, words: &str, colour: Color32) {
        for fragment in self.fragments(words) {
            self.painter.rect_filled(self.strip(&fragment, 8.0..11.0), 0.0, colour);
        }
    }

    fn source(&self, words: &str, colour: Color32) {
        for fragment in self.fragments(words) {
            let lane = self.strip(&fragment, 12.0..14.0);
            let path = [lane.left_center(), lane.right_center()];
            paint_broken_line(self.painter, &path, Stroke::new(2.0, colour), Breaks::DASHED);
        }
    }
}
