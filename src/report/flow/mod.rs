//! The report as a flow of blocks, for writers that lay out pages: every part but the annotated articles, which they print from the
//! tree. Texts are plain and in the language of the report; a writer escapes them and decides nothing.

mod ends;
mod note;
mod tables;
#[cfg(test)]
mod tests;

pub use note::{NoteLine, note_lines};

use serde::Serialize;

use super::anchors::Anchors;
use super::{Report, Section};

/// A report ready to be set.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Flow {
    /// The language's tag by BCP 47.
    pub language: &'static str,
    /// Whether pages run from right to left.
    pub is_right_to_left: bool,
    /// The project's name.
    pub title: String,
    /// The name of the document, for its properties: `Border troops – fact-check report`.
    pub document_title: String,
    /// How many articles, by whom, when, on which scale.
    pub byline: String,
    /// When it was made, in words.
    pub date: String,
    /// Who made it; blank for nobody.
    pub checker: String,
    /// What stands before the line where the editor signs.
    pub sign_off: String,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// What stands at the end, a paragraph each.
    pub end: Vec<String>,
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Its code: `claims`.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands beside the heading, quietly; may be blank.
    pub beside: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Something that stands below the thing before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// The figures of the summary.
    Cards {
        /// A figure each.
        cards: Vec<CardBlock>,
    },
    /// Colours of the scale with their words, best first.
    Legend {
        /// A colour each.
        swatches: Vec<Swatch>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        words: Words,
    },
    /// A list; an item may have lines below it.
    List {
        /// Its items.
        items: Vec<Item>,
    },
    /// A table whose heads stand again on every page.
    Table {
        /// Its columns.
        columns: Vec<Column>,
        /// Its rows.
        rows: Vec<Row>,
    },
    /// Two claims against one another.
    Pair {
        /// The first.
        one: Vec<Words>,
        /// The second.
        other: Vec<Words>,
        /// Whether both still stand.
        is_live: bool,
        /// What is said about the pair; may be blank.
        note: String,
    },
    /// A plot.
    Plot {
        /// The drawing, as an SVG file.
        svg: String,
        /// What it shows, in words.
        words: String,
    },
    /// Here stand the annotated articles.
    Articles,
}

/// A figure of the summary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardBlock {
    /// The figure.
    pub figure: String,
    /// What stands beside it.
    pub beside: String,
    /// What stands below.
    pub below: String,
    /// Whether it is bad news.
    pub is_alarming: bool,
}

/// A colour of the scale.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Swatch {
    /// The place on the scale; none for what is not rated.
    pub grade: Option<u8>,
    /// Its words.
    pub words: String,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Its words.
    pub words: Words,
    /// Lines below it.
    pub lines: Vec<Words>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its head; may be blank.
    pub title: String,
    /// Its share of the width, against the others.
    pub share: f32,
    /// Whether it holds figures, which stand at its end.
    pub is_figures: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The name of the place that links lead to; none where no link does.
    pub anchor: Option<String>,
    /// Whether it is the head of a group of rows and its one cell goes across all columns.
    pub is_group: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Cell {
    /// Lines of words.
    Lines {
        /// A line each.
        lines: Vec<Words>,
    },
    /// A bar of claims by rating, best first.
    Ratings {
        /// How many claims of which grade; none for what is not rated.
        counts: Vec<(Option<u8>, usize)>,
        /// The same in words.
        words: String,
    },
    /// How far a text is read.
    Read {
        /// Sentences with a mark.
        marked: usize,
        /// Sentences set aside as not checkable.
        aside: usize,
        /// Sentences that nobody has touched.
        untouched: usize,
        /// The same in words.
        words: String,
    },
}

/// Words in runs of one look.
pub type Words = Vec<Run>;

/// Words of one look.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
    /// Where they lead; nowhere mostly.
    pub link: Option<Link>,
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// As the text around.
    Plain,
    /// Bold.
    Strong,
    /// Paler.
    Quiet,
    /// Verbatim words of an article: in its type.
    Quote,
    /// Verbatim words that are struck.
    Struck,
    /// Words that take the place of others.
    Added,
    /// A finding.
    Warning,
    /// The numeral of a grade in its colour: `1` to `9`.
    Grade,
}

/// Where words lead.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Link {
    /// To a place in the report, by its name.
    Place {
        /// Its name.
        name: String,
    },
    /// To an address on the web.
    Web {
        /// A safe address.
        address: String,
    },
}

/// The flow of a report.
pub fn flow(report: &Report) -> Flow {
    let language = report.language();
    let anchors = Anchors::new(report);
    let part = |section: Section| Part {
        code: section.code(),
        title: report.title_of(section).into_owned(),
        beside: beside(report, section),
        blocks: blocks(report, section, &anchors),
    };
    let left_out = (!report.left_out.is_empty()).then(|| report.left_out.clone());
    Flow {
        language: language.code(),
        is_right_to_left: language.is_right_to_left(),
        title: report.title.clone(),
        document_title: language.say_with("document-title", &[("title", report.title.as_str().into())]),
        byline: report.byline.clone(),
        date: report.date.clone(),
        checker: report.checker.clone(),
        sign_off: language.say("editor-sign-off").into_owned(),
        parts: report.parts().map(part).collect(),
        end: left_out.into_iter().chain([language.say("made-with").into_owned()]).collect(),
    }
}

fn beside(report: &Report, section: Section) -> String {
    match section {
        Section::Checks => {
            let fine = report.checks.iter().filter(|check| check.is_fine()).count();
            let values = [("fine", fine.into()), ("found", (report.checks.len() - fine).into())];
            report.language().say_with("checks-summary", &values)
        }
        _ => String::new(),
    }
}

fn blocks(report: &Report, section: Section, anchors: &Anchors) -> Vec<Block> {
    match section {
        Section::Summary => std::iter::once(cards(report)).chain(tables::statuses(report)).collect(),
        Section::Ratings => tables::ratings(report),
        Section::Claims => vec![tables::claims(report, anchors)],
        Section::Contradictions => tables::contradictions(report, anchors),
        Section::Questions => vec![tables::questions(report, anchors)],
        Section::Changes => vec![tables::changes(report, anchors)],
        Section::Sources => vec![tables::sources(report, anchors)],
        Section::Numbers => tables::numbers(report, anchors),
        Section::Articles => vec![Block::Articles],
        Section::Method => ends::method(report),
        Section::Hashes => vec![ends::hashes(report)],
        Section::Checks => ends::checks(report, anchors),
        Section::History => vec![ends::history(report, anchors)],
    }
}

fn cards(report: &Report) -> Block {
    let card = |card: &super::Card| CardBlock {
        figure: card.figure.to_string(),
        beside: card.beside.clone(),
        below: card.below.clone(),
        is_alarming: card.is_alarming,
    };
    Block::Cards { cards: report.cards.iter().map(card).collect() }
}

impl Run {
    fn new(text: impl Into<String>, look: Look) -> Self {
        Run { text: text.into(), look, link: None }
    }

    fn plain(text: impl Into<String>) -> Self {
        Run::new(text, Look::Plain)
    }

    /// Words that lead to a place, where it is printed.
    fn to(text: impl Into<String>, look: Look, name: Option<String>) -> Self {
        Run { text: text.into(), look, link: name.map(|name| Link::Place { name }) }
    }
}

impl Cell {
    fn of(words: Words) -> Self {
        Cell::Lines { lines: if words.is_empty() { Vec::new() } else { vec![words] } }
    }

    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Cell::of(if text.is_empty() { Vec::new() } else { vec![Run::plain(text)] })
    }

    fn quiet(text: impl Into<String>) -> Self {
        Cell::of(vec![Run::new(text, Look::Quiet)])
    }
}
