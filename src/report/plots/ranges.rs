//! The range plot of a group as a drawing, as the window has it: a lane for statements that would lie over one another, a disc for an
//! exact figure, a ring for about, bars for ranges and for "up to", an arrow for "at least"; out of line in red.

use super::drawing::{Anchor, Drawing, Shape, about_width, fitting};
use super::range::{self, Plot, PlotMark};
use crate::model::group::Judged;
use crate::report::palette::{INK, INK_MUTED, LINE, LINE_STRONG, NUMBER, PAPER, WARN};

const WIDTH: f32 = 520.0;
/// Room at the left for years, and at the right for letters and the unit.
const LEFT: f32 = 44.0;
const RIGHT: f32 = 56.0;
/// Room above for the title and the verdict.
const TOP: f32 = 48.0;
/// From lane to lane, and below the axis.
const LANE: f32 = 18.0;
const BELOW: f32 = 26.0;
const SMALL: f32 = 10.0;
const TITLE: f32 = 12.5;
/// Radius of a disc, thickness of lines, half the height of an end.
const RADIUS: f32 = 4.5;
const THICK: f32 = 2.0;
const END: f32 = 4.5;

/// The drawing of a plot. `verdict` is what the figures say together, in the language of the report.
pub fn range_drawing((title, verdict): (&str, &str), judged: &Judged, plot: &Plot) -> Drawing {
    let lanes = plot.lanes.max(1) as f32;
    let bottom = TOP + lanes * LANE + 6.0;
    let mut drawing =
        Drawing { title: title.to_owned(), description: description(judged), width: WIDTH, height: bottom + BELOW, shapes: Vec::new() };
    drawing.rect((0.0, 0.0), (WIDTH, bottom + BELOW), PAPER);
    drawing.bold((12.0, 20.0), &fitting(title, TITLE, WIDTH - 24.0), (TITLE, INK, Anchor::Start));
    let colour = if judged.agreement.outcome.is_warning() { WARN } else { INK_MUTED };
    drawing.words((12.0, 36.0), &fitting(verdict, SMALL, WIDTH - 24.0), (SMALL, colour, Anchor::Start));
    let x = |at: f32| LEFT + at * (WIDTH - LEFT - RIGHT);
    for (at, label) in &plot.ticks {
        drawing.line((x(*at), TOP), (x(*at), bottom), (1.0, LINE));
        let half = about_width(label, SMALL) / 2.0;
        drawing.words((x(*at).min(WIDTH - 4.0 - half), bottom + 15.0), label, (SMALL, INK_MUTED, Anchor::Middle));
    }
    drawing.line((LEFT - 6.0, bottom), (WIDTH - RIGHT + 8.0, bottom), (1.0, LINE_STRONG));
    let y = |lane: usize| TOP + LANE * (lane as f32 + 0.5);
    for (lane, year) in &plot.years {
        drawing.words((LEFT - 12.0, y(*lane) + 3.5), year, (SMALL, INK_MUTED, Anchor::End));
    }
    for mark in &plot.marks {
        let colour = if mark.is_out { WARN } else { NUMBER };
        mark_shapes(&mut drawing, mark, ((x(mark.from), y(mark.lane)), (x(mark.to), y(mark.lane))), colour);
    }
    drawing
}

fn mark_shapes(drawing: &mut Drawing, mark: &PlotMark, (from, to): ((f32, f32), (f32, f32)), colour: u32) {
    let pen = (THICK, colour);
    let end = |drawing: &mut Drawing, at: (f32, f32)| drawing.line((at.0, at.1 - END), (at.0, at.1 + END), pen);
    match mark.shape {
        range::Shape::Dot => drawing.shapes.push(Shape::Circle { middle: to, radius: RADIUS, fill: colour, line: None }),
        range::Shape::Ring => drawing.shapes.push(Shape::Circle { middle: to, radius: RADIUS - 0.5, fill: PAPER, line: Some(colour) }),
        range::Shape::AtMost => {
            drawing.line(from, to, pen);
            end(drawing, to);
        }
        range::Shape::Range => {
            drawing.line(from, to, pen);
            end(drawing, from);
            end(drawing, to);
        }
        range::Shape::AtLeast => {
            let tip = (to.0 + 16.0, to.1);
            drawing.line(from, tip, pen);
            end(drawing, from);
            for side in [-4.0, 4.0] {
                drawing.line(tip, (tip.0 - 5.0, tip.1 + side), pen);
            }
        }
    }
    let gap = if mark.shape == range::Shape::AtLeast { 20.0 } else { 9.0 };
    let is_narrow = to.0 + gap + about_width(&mark.label, SMALL) > WIDTH - 4.0;
    let (x, anchor) = if is_narrow { (to.0 - 9.0, Anchor::End) } else { (to.0 + gap, Anchor::Start) };
    drawing.bold((x, to.1 + 3.5), &mark.label, (SMALL, INK, anchor));
}

/// The table of a plot: `A: 6,200 people; B: about 30, out of line`.
fn description(judged: &Judged) -> String {
    let told = |(member, is_out): (&crate::model::group::Member, &bool)| {
        let letter = if member.letter.is_empty() { "–" } else { &member.letter };
        format!("{letter}: {}{}", member.quote, if *is_out { " (!)" } else { "" })
    };
    judged.members.iter().zip(&judged.agreement.is_out_of_line).map(told).collect::<Vec<_>>().join("; ")
}
