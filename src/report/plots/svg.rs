//! Drawings as SVG: no script, no style sheet, nothing loaded, every word escaped.

use std::fmt::Write;

use super::drawing::{Anchor, Drawing, Shape};
use super::plots;
use crate::report::export::Export;
use crate::report::forms::{Printed, PrintedFile};

/// Prints the plots of a report, a file each.
pub fn svg(export: &Export<'_>) -> Printed {
    let files = plots(export).into_iter().map(|plot| PrintedFile { suffix: plot.suffix, bytes: to_svg(&plot.drawing).into_bytes() });
    let files: Vec<_> = files.collect();
    let losses = if files.is_empty() {
        vec!["There is nothing to plot: no claims, and no group of numbers that were read.".to_owned()]
    } else {
        Vec::new()
    };
    Printed { files, losses }
}

/// A drawing as an SVG file, in points.
pub fn to_svg(drawing: &Drawing) -> String {
    let (width, height) = (length(drawing.width), length(drawing.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"'Source Sans 3', 'Source Sans Pro', sans-serif\">\n<title>{}</title>\n<desc>{}</desc>\n",
        safe(&drawing.title),
        safe(&drawing.description)
    );
    for shape in &drawing.shapes {
        // Writing to a text cannot fail.
        let _ = writeln!(out, "{}", element(shape));
    }
    out.push_str("</svg>\n");
    out
}

fn element(shape: &Shape) -> String {
    match shape {
        Shape::Line { from, to, thickness, colour } => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"#{colour:06x}\" stroke-width=\"{}\"/>",
            length(from.0),
            length(from.1),
            length(to.0),
            length(to.1),
            length(*thickness)
        ),
        Shape::Rect { corner, size, fill } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#{fill:06x}\"/>",
            length(corner.0),
            length(corner.1),
            length(size.0),
            length(size.1)
        ),
        Shape::Circle { middle, radius, fill, line } => {
            let line = line.map_or_else(String::new, |line| format!(" stroke=\"#{line:06x}\" stroke-width=\"2\""));
            format!(
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"#{fill:06x}\"{line}/>",
                length(middle.0),
                length(middle.1),
                length(*radius)
            )
        }
        Shape::Words { at, words, size, colour, anchor, is_bold } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            let weight = if *is_bold { " font-weight=\"600\"" } else { "" };
            format!(
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"#{colour:06x}\" text-anchor=\"{anchor}\"{weight}>{}</text>",
                length(at.0),
                length(at.1),
                length(*size),
                safe(words)
            )
        }
    }
}

/// A length to a hundredth of a point.
fn length(points: f32) -> String {
    let written = format!("{points:.2}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Words as XML 1.0 holds them.
fn safe(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            sign => out.push(sign),
        }
    }
    out
}
