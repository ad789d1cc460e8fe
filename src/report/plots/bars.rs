//! Ratings by article as a drawing: a bar of all claims of an article, best first, with the number of each grade in it.

use super::drawing::{Anchor, Drawing, about_width, fitting};
use crate::report::palette::{GRADES, INK, INK_MUTED, LINE, PAPER};
use crate::report::{Report, Section, Tally};

const WIDTH: f32 = 520.0;
const TITLE: f32 = 12.5;
const SMALL: f32 = 10.0;
/// Where titles begin and end, and where bars do.
const NAMES: (f32, f32) = (34.0, 210.0);
const BARS: (f32, f32) = (220.0, 462.0);
const ROW: f32 = 24.0;
const BAR: f32 = 15.0;
/// Room above for the title, and below for the legend.
const TOP: f32 = 34.0;
const BELOW: f32 = 34.0;

/// The ratings of all articles; nothing where there is no claim.
pub(super) fn bars_drawing(report: &Report) -> Option<Drawing> {
    let language = report.language();
    let mut rows: Vec<(&str, &str, Tally)> =
        report.ratings.iter().map(|row| (row.letter.as_str(), row.title.as_str(), row.tally)).collect();
    if rows.iter().all(|(.., tally)| tally.claims == 0) {
        return None;
    }
    let all = language.say("total-row");
    rows.extend(report.total.map(|total| ("", &*all, total)));
    let height = TOP + rows.len() as f32 * ROW + BELOW;
    let title = report.title_of(Section::Ratings).into_owned();
    let mut drawing = Drawing { title: title.clone(), description: String::new(), width: WIDTH, height, shapes: Vec::new() };
    drawing.rect((0.0, 0.0), (WIDTH, height), PAPER);
    drawing.bold((12.0, 20.0), &title, (TITLE, INK, Anchor::Start));
    let mut told = Vec::new();
    for (at, (letter, name, tally)) in rows.iter().enumerate() {
        let top = TOP + at as f32 * ROW;
        drawing.bold((12.0, top + 13.0), letter, (SMALL, INK, Anchor::Start));
        drawing.words((NAMES.0, top + 13.0), &fitting(name, SMALL, NAMES.1 - NAMES.0), (SMALL, INK, Anchor::Start));
        bar(&mut drawing, top, tally);
        let settled = format!("{}/{}", tally.settled, tally.claims);
        drawing.words((WIDTH - 12.0, top + 13.0), &settled, (SMALL, INK_MUTED, Anchor::End));
        told.push(format!("{letter} {name}: {}", words(report, tally)));
    }
    legend(&mut drawing, report, height - 14.0);
    drawing.description = told.join("; ");
    Some(if language.is_right_to_left() { drawing.mirrored() } else { drawing })
}

/// How many claims have which grade, best first, and at last those without one.
fn counts(tally: &Tally) -> impl Iterator<Item = (Option<usize>, usize)> {
    let graded = tally.rated.into_iter().enumerate().rev().map(|(at, count)| (Some(at), count));
    graded.chain([(None, tally.unrated)]).filter(|(_, count)| *count > 0)
}

fn face(grade: Option<usize>) -> (u32, u32) {
    grade.and_then(|at| GRADES.get(at).copied()).unwrap_or((LINE, INK))
}

fn bar(drawing: &mut Drawing, top: f32, tally: &Tally) {
    let mut x = BARS.0;
    for (grade, count) in counts(tally) {
        let width = (BARS.1 - BARS.0) * count as f32 / tally.claims.max(1) as f32;
        let (ground, ink) = face(grade);
        drawing.rect((x, top + 2.0), (width, BAR), ground);
        let figure = count.to_string();
        if about_width(&figure, SMALL) + 2.0 <= width {
            drawing.words((x + width / 2.0, top + 13.0), &figure, (SMALL, ink, Anchor::Middle));
        }
        x += width;
    }
}

fn legend(drawing: &mut Drawing, report: &Report, y: f32) {
    let unrated = report.language().say("not-rated");
    let scale = report.scale.iter().rev().map(|face| (Some(face.grade.index()), face.label()));
    let all: Vec<_> = scale.chain([(None, unrated.into_owned())]).collect();
    let room = (WIDTH - 24.0) / all.len() as f32;
    for (at, (grade, words)) in all.iter().enumerate() {
        let x = 12.0 + at as f32 * room;
        drawing.rect((x, y - 8.0), (9.0, 9.0), face(*grade).0);
        drawing.words((x + 13.0, y), &fitting(words, SMALL, room - 16.0), (SMALL, INK_MUTED, Anchor::Start));
    }
}

/// `2 × 5 Right, 1 × 1 Wrong`.
fn words(report: &Report, tally: &Tally) -> String {
    let word = |grade: Option<usize>| {
        let face = report.scale.iter().find(|face| Some(face.grade.index()) == grade);
        face.map_or_else(|| report.language().say("not-rated").into_owned(), |face| face.label())
    };
    counts(tally).map(|(grade, count)| format!("{count} × {}", word(grade))).collect::<Vec<_>>().join(", ")
}
