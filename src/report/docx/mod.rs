//! The report as a Word document: headings that navigate, tables with heads on every page, and each article with highlighted marks, a
//! comment and a footnote for each claim, and its corrections as tracked changes. Written by hand rather than with a library: the one
//! there is cannot mark a run as right to left, and holds the whole tree a second time.

mod article;
mod blocks;
mod changes;
mod package;
mod paragraph;
mod picture;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::anchors::Anchors;
use super::export::{Export, ExportError};
use super::flow::{Block, Flow, flow};
use super::forms::Printed;
use super::plots::{Painter, foreign_words};
use super::{Names, Paper, Section};
use crate::model::count::count;
use crate::model::id::ClaimId;
use package::{Package, part_id};
use xml::{RunLook, Xml, safe};

/// Twentieths of a point: the unit of lengths in Word.
const TWIPS_PER_POINT: f32 = 20.0;
/// Margins of a page, twips.
const MARGIN: u32 = 1134;

/// Prints the report. `progress` hears how far it is, from 0 to 1, and answers whether to go on.
///
/// # Errors
/// When it was stopped, or could not be put together.
pub fn docx(export: &Export<'_>, progress: &dyn Fn(f32) -> bool) -> Result<Printed, ExportError> {
    let flow = flow(export.report);
    let anchors = Anchors::new(export.report);
    let mut writer = Writer::new(export, &anchors);
    writer.head(&flow);
    // Every part is an equal step, and the articles are steps within theirs.
    let step = 0.9 / flow.parts.len().max(1) as f32;
    let mut parts = flow.parts.iter().enumerate();
    parts.try_for_each(|(at, part)| {
        let start = step * at as f32;
        writer.heading(1, &part.title, &part.beside, part.code);
        for block in &part.blocks {
            match block {
                Block::Articles => writer.articles(&|done| progress(start + step * done)).ok_or(ExportError::Cancelled)?,
                block => writer.block(block)?,
            }
            // A plot is painted, which takes longer than words.
            if matches!(block, Block::Plot { .. }) && !progress(start) {
                return Err(ExportError::Cancelled);
            }
        }
        if progress(start + step) { Ok(()) } else { Err(ExportError::Cancelled) }
    })?;
    for words in &flow.end {
        writer.body.open_paragraph(styles::SMALL, false).run(words, &RunLook::default()).close_paragraph();
    }
    if flow.parts.iter().any(|part| part.code == Section::Contradictions.code()) {
        writer.losses.foreign = foreign_words(export.report.disagreeing().filter_map(|group| group.plot.as_ref()));
    }
    let losses = writer.losses.sentences();
    let bytes = writer.package(&flow).into_bytes()?;
    if !progress(1.0) {
        return Err(ExportError::Cancelled);
    }
    Ok(Printed::one(bytes, losses))
}

/// What could not be expressed, counted.
#[derive(Debug, Default)]
struct Losses {
    /// Corrections inside the words of another one.
    corrections: usize,
    /// Sources whose words are a number, too.
    sources: usize,
    /// Notes on claims that have lost their place.
    lost: usize,
    /// Words of plots that the program's own fonts lack.
    foreign: usize,
}

impl Losses {
    fn sentences(&self) -> Vec<String> {
        let told = |number: usize, noun: &str, words: &str| (number > 0).then(|| format!("{} {words}", count(number, noun)));
        let losses = [
            told(
                self.corrections,
                "correction",
                "not written as tracked changes, since the words are part of another one; the comment tells it.",
            ),
            told(
                self.sources,
                "mark",
                "of a source without a line of its own, since the same words are a number; the table of sources tells it.",
            ),
            told(self.lost, "comment", "at the end of its article, since the claim has lost its place."),
            told(
                self.foreign,
                "text",
                "of a plot missing in its picture, since the program's own fonts lack the script; the list before the plot has it.",
            ),
        ];
        losses.into_iter().flatten().collect()
    }
}

/// A document in the making.
struct Writer<'a> {
    export: &'a Export<'a>,
    anchors: &'a Anchors,
    body: Xml,
    comments: Xml,
    footnotes: Xml,
    /// Addresses on the web with the number of their relation.
    addresses: BTreeMap<String, usize>,
    /// Claims that have their comment.
    commented: BTreeSet<ClaimId>,
    last_comment: usize,
    last_footnote: usize,
    /// Number of the last bookmark or tracked change: each has its own.
    last_id: usize,
    /// `w:author="…" w:date="…"` of comments and changes.
    signature: String,
    losses: Losses,
    painter: Painter,
    /// The pictures as PNG files, the first one with the id `rIdP1`.
    pictures: Vec<Vec<u8>>,
}

impl<'a> Writer<'a> {
    fn new(export: &'a Export<'a>, anchors: &'a Anchors) -> Self {
        let checker = export.report.checker.trim();
        let checker = if checker.is_empty() { "Tickmark" } else { checker };
        let date = made(export);
        let date = if date.is_empty() { String::new() } else { format!(" w:date=\"{date}\"") };
        Writer {
            export,
            anchors,
            body: Xml::default(),
            comments: Xml::default(),
            footnotes: Xml::default(),
            addresses: BTreeMap::new(),
            commented: BTreeSet::new(),
            last_comment: 0,
            last_footnote: 0,
            last_id: 0,
            signature: format!("w:author=\"{}\"{date}", safe(checker)),
            losses: Losses::default(),
            painter: Painter::new(),
            pictures: Vec::new(),
        }
    }

    fn head(&mut self, flow: &Flow) {
        self.body.open_paragraph(styles::TITLE, false).run(&closed(&flow.title), &RunLook::default()).close_paragraph();
        self.body.open_paragraph(styles::SUBTITLE, false).run(&flow.byline, &RunLook::default()).close_paragraph();
        self.body.open_paragraph(styles::SMALL, false).run(&format!("{} ________________", flow.sign_off), &RunLook::default());
        self.body.close_paragraph();
    }

    /// A heading with a place that links lead to.
    fn heading(&mut self, level: u8, title: &str, beside: &str, place: &str) {
        self.body.open_paragraph(&styles::heading(level), false);
        self.bookmark(place);
        self.body.run(&closed(title), &RunLook::default());
        if !beside.is_empty() {
            let quiet = RunLook { colour: Some(super::palette::INK_MUTED), ..RunLook::default() };
            self.body.run(&format!("   {beside}"), &quiet);
        }
        self.body.close_paragraph();
    }

    /// A place that links lead to.
    fn bookmark(&mut self, place: &str) {
        let (id, name) = (self.next_id(), bookmark_name(place));
        self.body.put(format_args!("<w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/>"));
    }

    fn next_id(&mut self) -> usize {
        self.last_id += 1;
        self.last_id
    }

    /// The number of the relation of an address.
    fn address(&mut self, address: &str) -> usize {
        let next = self.addresses.len() + 1;
        *self.addresses.entry(address.to_owned()).or_insert(next)
    }

    fn package(self, flow: &Flow) -> Package {
        let mut addresses: Vec<(usize, String)> = self.addresses.into_iter().map(|(address, number)| (number, address)).collect();
        addresses.sort();
        let mut header = Xml::default();
        header.open_paragraph(styles::HEADER, false).run(&closed(&flow.document_title), &RunLook::default()).close_paragraph();
        let (width, height) = page(self.export.report.options.paper);
        let bidi = if flow.is_right_to_left { "<w:bidi/>" } else { "" };
        let section = format!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"{}\"/><w:footerReference w:type=\"default\" r:id=\"{}\"/>\
             <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" \
             w:left=\"{MARGIN}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{bidi}</w:sectPr>",
            part_id("header1"),
            part_id("footer1")
        );
        Package {
            body: format!("<w:body>{}{section}</w:body>", self.body.into_string()),
            comments: self.comments.into_string(),
            footnotes: self.footnotes.into_string(),
            header: header.into_string(),
            footer: footer(self.export),
            addresses: addresses.into_iter().map(|(_, address)| address).collect(),
            pictures: self.pictures,
            properties: [flow.document_title.clone(), flow.checker.clone(), made(self.export), flow.language.to_owned()],
            is_right_to_left: flow.is_right_to_left,
        }
    }
}

/// Page numbers, in the words of the language.
fn footer(export: &Export<'_>) -> String {
    // The signs stand for the fields, and the language puts words around them.
    let (page, pages) = ("\u{e000}", "\u{e001}");
    let words = export.report.language().say_with("page-of", &[("page", page.into()), ("pages", pages.into())]);
    let mut xml = Xml::default();
    xml.open_paragraph(styles::FOOTER, false);
    for piece in words.split_inclusive(['\u{e000}', '\u{e001}']) {
        xml.run(piece.trim_end_matches(['\u{e000}', '\u{e001}']), &RunLook::default());
        for (sign, field) in [('\u{e000}', "PAGE"), ('\u{e001}', "NUMPAGES")] {
            if piece.ends_with(sign) {
                xml.put(format_args!("<w:fldSimple w:instr=\" {field} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"));
            }
        }
    }
    xml.close_paragraph();
    xml.into_string()
}

/// When the report was made, RFC 3339 in UTC to the second; blank for a moment outside the calendar that Word knows.
fn made(export: &Export<'_>) -> String {
    let made = Timestamp::from_second(export.report.made.epoch_ms.div_euclid(1000)).map_or_else(|_| String::new(), |made| made.to_string());
    if made.starts_with('-') { String::new() } else { made }
}

/// Width and height of a page, twips.
fn page(paper: Paper) -> (u32, u32) {
    let (width, height) = paper.size_pt();
    ((width * TWIPS_PER_POINT).round() as u32, (height * TWIPS_PER_POINT).round() as u32)
}

/// The name of a place as Word has names: letters, digits and lines, at most 40.
fn bookmark_name(place: &str) -> String {
    place.chars().take(40).map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect()
}

/// Initials for the margin.
fn initials(export: &Export<'_>) -> String {
    Names::Initials.printed(&export.report.checker)
}

/// Words in which every turn of direction that they begin also ends, so that it turns nothing behind them (UAX 9, X1 to X8).
fn closed(words: &str) -> std::borrow::Cow<'_, str> {
    let mut open = Vec::new();
    for sign in words.chars() {
        match sign {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' => {
                if let Some(at) = open.iter().rposition(|end| *end == sign) {
                    open.remove(at);
                }
            }
            _ => {}
        }
    }
    if open.is_empty() { words.into() } else { words.chars().chain(open.into_iter().rev()).collect::<String>().into() }
}
