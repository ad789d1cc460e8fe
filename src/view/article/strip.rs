//! The overview strip: the whole article in one column of pixels. Click or drag moves the view.

use egui::{Color32, CornerRadius, Painter, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};

use super::flow::Flow;
use super::galley_id;
use crate::model::id::DocumentId;
use crate::model::lookup::overview::{Kind, Row};
use crate::session::Session;
use crate::widget::theme::Theme;

/// Width of the strip, points.
pub const WIDTH: f32 = 24.0;

/// What one row of the strip shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    is_untouched: bool,
    is_settled: bool,
    is_open: bool,
    is_contradicted: bool,
    has_number: bool,
    has_source: bool,
    is_hit: bool,
}

impl Cell {
    fn take(&mut self, row: Row) {
        self.is_untouched |= row.has(Kind::Untouched);
        self.is_settled |= row.has(Kind::Settled);
        self.is_open |= row.has(Kind::Open);
        self.is_contradicted |= row.has(Kind::Contradicted);
        self.has_number |= row.has(Kind::Number);
        self.has_source |= row.has(Kind::Source);
    }
}

/// The rows of the strip, computed when something changed.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    key: Option<Key>,
    /// For each of [`LANES`] the stretches of rows that it has: start and length.
    lanes: [Vec<(usize, usize)>; LANES.len()],
}

/// A lane is for rows in which something holds.
type Lane = fn(&Cell) -> bool;

/// From the lowest to the uppermost, as they are painted.
const LANES: [Lane; 7] = [
    |cell| cell.is_untouched,
    |cell| cell.is_settled,
    |cell| cell.is_open,
    |cell| cell.is_contradicted,
    |cell| cell.has_number,
    |cell| cell.has_source,
    |cell| cell.is_hit,
];

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    document: DocumentId,
    revision: u64,
    counted: u64,
    height: usize,
    total: u64,
    hits: u64,
}

impl Strip {
    /// Draws the strip and gives where the view should go, points below the top of the column.
    pub fn strip_ui(&mut self, ui: &mut Ui, session: &Session, (document, flow): (DocumentId, &Flow), view_height: f32) -> Option<f64> {
        let theme = Theme::of(ui.ctx());
        let (_, rect) = ui.allocate_space(vec2(WIDTH, ui.available_height()));
        // An id of its own: one by its place among the paragraphs in view would end a drag as soon as their number changes.
        // Not a stop of Tab: the keys of the page scroll.
        let response = ui.interact(rect, galley_id().with("overview"), Sense::CLICK | Sense::DRAG);
        let painter = ui.painter_at(rect);
        painter.rect_filled(rect, CornerRadius::ZERO, theme.desk);
        painter.vline(rect.left() + 0.5, rect.y_range(), Stroke::new(1.0, theme.line));
        // A short article does not stretch over the whole strip.
        let scale = (f64::from(rect.height()) / flow.total().max(1.0)).min(1.0);
        self.refresh(session, document, flow, scale);
        self.paint(&painter, &theme, (rect, flow.is_rtl()));
        let frame_top = rect.top() + (flow.scrolled() * scale) as f32;
        let frame = Rect::from_min_size(pos2(rect.left() + 1.0, frame_top), vec2(WIDTH - 2.0, (f64::from(view_height) * scale) as f32));
        let frame = frame.intersect(rect);
        painter.rect_stroke(frame, CornerRadius::same(3), Stroke::new(1.0, theme.line2), StrokeKind::Inside);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ScrollBar, true, "Overview of the article"));
        let pointer = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged())?;
        Some(f64::from(pointer.y - rect.top()) / scale - f64::from(view_height) / 2.0)
    }

    fn refresh(&mut self, session: &Session, document: DocumentId, flow: &Flow, scale: f64) {
        let height = (flow.total() * scale).ceil() as usize;
        let hits = session.search().hits();
        let key = Key {
            document,
            revision: session.revision(),
            counted: session.counted(),
            height,
            // Estimates are corrected all the time while scrolling; only what moves a sign by a point matters.
            total: flow.total() as u64 / (1.0 / scale).ceil().max(1.0) as u64,
            hits: session.search().changes(),
        };
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        let mut cells = vec![Cell::default(); height];
        let rows = |bytes: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
            flow.estimate_ys(bytes).into_iter().map(|y| (y * scale) as usize).collect()
        };
        let mut set = |from: usize, to: usize, apply: &dyn Fn(&mut Cell)| {
            cells.iter_mut().take(to.max(from + 1) + 1).skip(from).for_each(apply);
        };
        let lookup = session.lookup().document(document);
        // Where one row of the overview ends the next begins.
        let overview = || lookup.into_iter().flat_map(|lookup| lookup.overview.rows());
        let edges = rows(&mut overview().map(|(span, _)| span.start()).chain(overview().last().map(|(span, _)| span.end())));
        for ((_, row), edge) in overview().zip(edges.windows(2)).filter(|((_, row), _)| !row.is_empty()) {
            if let [from, to] = edge {
                set(*from, *to, &|cell| cell.take(row));
            }
        }
        let found = || hits.iter().filter(|(hit, _)| *hit == document).map(|(_, span)| span);
        for edge in rows(&mut found().flat_map(|span| [span.start(), span.end()])).chunks(2) {
            if let [from, to] = edge {
                set(*from, *to, &|cell| cell.is_hit = true);
            }
        }
        self.lanes = LANES.map(|is_in| runs(&cells, is_in));
    }

    /// The lanes, each on the side that it has on the page: those of a page that reads from right to left are mirrored.
    fn paint(&self, painter: &Painter, theme: &Theme, (rect, is_rtl): (Rect, bool)) {
        let lane = |from: f32, width: f32, colour: Color32, runs: &[(usize, usize)]| {
            let left = if is_rtl { rect.right() - from - width } else { rect.left() + from };
            for (start, length) in runs {
                let top = pos2(left, rect.top() + *start as f32);
                painter.rect_filled(Rect::from_min_size(top, vec2(width, *length as f32)), CornerRadius::ZERO, colour);
            }
        };
        let [untouched, settled, open, contradicted, numbers, sources, hits] = &self.lanes;
        lane(3.0, 2.0, theme.bar, untouched);
        lane(6.0, 9.0, theme.washs, settled);
        lane(6.0, 1.5, theme.claims, settled);
        lane(6.0, 9.0, theme.wash2, open);
        lane(6.0, 1.5, theme.claim, open);
        lane(6.0, 9.0, theme.warn, contradicted);
        lane(16.5, 2.5, theme.num, numbers);
        lane(20.0, 2.5, theme.src, sources);
        lane(1.0, 22.0, theme.ink2.gamma_multiply(0.6), hits);
    }
}

/// Stretches of cells for which something holds: start and length.
fn runs(cells: &[Cell], is_in: Lane) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in cells.iter().enumerate().filter(|(_, cell)| is_in(cell)) {
        match found.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => found.push((at, 1)),
        }
    }
    found
}
