//! All that the templates need for a report, as trees of data, and the fonts for its words.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};
use typst::text::Font;

use super::article::{self, Article, Looks, Paint};
use super::pieces::{Piece, pieces, side_by_side};
use super::volumes::{self, Volume};
use super::words::{self, Cleaner};
use super::{PdfError, fonts, loss};
use crate::report::anchors::Anchors;
use crate::report::flow::{self, Block, Flow};
use crate::report::{Paper, Report};

/// How many rows of tables and paragraphs the first page has room for, amply.
const ROOM: usize = 60;

/// What the templates are given.
pub(super) struct Sheet {
    /// The data of each piece as JSON.
    pub pieces: Vec<Vec<u8>>,
    /// What stands over and under every page.
    pub heads: Heads,
    /// The fonts for all words.
    pub fonts: Vec<Font>,
    /// What cannot be printed.
    pub losses: Vec<String>,
}

/// What stands over and under every page, but for how many there are.
pub(super) struct Heads(Value);

#[derive(Serialize)]
struct Data {
    #[serde(flatten)]
    flow: Flow,
    paper: &'static str,
    looks: Vec<Paint>,
    articles: Vec<Article>,
    /// The number of the first article within the file, for who is told how far the work is.
    first_article: usize,
    begins_articles: bool,
    is_first: bool,
    is_last: bool,
}

impl Heads {
    /// What stands over and under the pages of this report.
    fn of(report: &Report, flow: &Flow) -> Self {
        Heads(json!({
            "language": flow.language,
            "is_right_to_left": flow.is_right_to_left,
            "paper": paper(report),
            "title": flow.title,
            "date": flow.date,
            "foot": flow.end.last(),
            // `Page {page} of {pages}` in the language.
            "page_of": report.language().say_with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        }))
    }

    /// The data for so many pages as JSON.
    pub fn of_pages(mut self, pages: usize) -> Vec<u8> {
        if let Some(fields) = self.0.as_object_mut() {
            fields.insert("pages".to_owned(), pages.into());
        }
        self.0.to_string().into_bytes()
    }
}

impl Sheet {
    /// The data and fonts of a file with all or some of a report.
    ///
    /// # Errors
    /// If the data are no JSON, which they are.
    pub fn of(report: &Report, volume: Volume) -> Result<Self, PdfError> {
        let heads = Heads::of(report, &volume.flow);
        let anchors = Anchors::new(report);
        let first = volume.articles.start;
        let pieces = pieces(volume, &volumes::sizes(report));
        Sheet::print(report, heads, side_by_side(pieces, |_, piece| data(report, &anchors, piece, first)))
    }

    /// The same with what can stand on the first page.
    ///
    /// # Errors
    /// If the data are no JSON, which they are.
    pub fn of_first_page(report: &Report) -> Result<Self, PdfError> {
        let mut flow = flow::flow(report);
        let heads = Heads::of(report, &flow);
        let articles = 0..usize::from(cut(&mut flow)).min(report.articles.len());
        let piece = Piece { flow, articles, begins_articles: true, is_first: true, is_last: true };
        let mut data = data(report, &Anchors::new(report), piece, 0);
        data.articles.iter_mut().for_each(|article| article.shorten(ROOM / 2));
        Sheet::print(report, heads, vec![data])
    }

    fn print(report: &Report, mut heads: Heads, pieces: Vec<Data>) -> Result<Self, PdfError> {
        let trees = side_by_side(pieces, |_, piece| {
            let tree = serde_json::to_value(piece).map_err(no_json)?;
            let mut places = BTreeSet::new();
            find_places(&tree, &mut places);
            let signs = words::signs(&tree);
            Ok((tree, places, signs))
        });
        let trees = trees.into_iter().collect::<Result<Vec<_>, PdfError>>()?;
        let signs = trees.iter().flat_map(|(_, _, signs)| signs.iter().copied()).chain(words::signs(&heads.0)).collect();
        let (fonts, missing) = fonts::fonts(&signs);
        let (trees, places): (Vec<_>, Vec<_>) = trees.into_iter().map(|(tree, places, _)| (tree, places)).unzip();
        let places = places.into_iter().flatten().collect();
        let cleaner = || Cleaner { missing: &missing, is_rtl: report.language().is_right_to_left(), lost: Default::default() };
        cleaner().clean(&mut heads.0);
        let cleaned = side_by_side(trees, |_, mut tree| {
            unlink(&mut tree, &places);
            let mut cleaner = cleaner();
            cleaner.clean(&mut tree);
            Ok((serde_json::to_vec(&tree).map_err(no_json)?, cleaner.lost))
        });
        let mut lost = BTreeMap::new();
        let mut pieces = Vec::new();
        for cleaned in cleaned {
            let (data, of_piece) = cleaned?;
            pieces.push(data);
            for (sign, count) in of_piece {
                *lost.entry(sign).or_default() += count;
            }
        }
        Ok(Sheet { pieces, heads, fonts, losses: loss::signs(&lost) })
    }
}

fn no_json(fault: serde_json::Error) -> PdfError {
    PdfError::Layout(fault.to_string())
}

fn paper(report: &Report) -> &'static str {
    match report.options.paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}

/// The data of a piece; `first` is the first article of its file.
fn data(report: &Report, anchors: &Anchors, piece: Piece, first: usize) -> Data {
    let Piece { flow, articles, begins_articles, is_first, is_last } = piece;
    let first_article = articles.start.saturating_sub(first);
    let mut looks = Looks::default();
    let articles = report.articles.get(articles).unwrap_or_default();
    let articles = articles.iter().map(|one| article::article(one, anchors, &mut looks)).collect();
    Data { paper: paper(report), looks: looks.list(), articles, first_article, begins_articles, is_first, is_last, flow }
}

/// Leaves of a flow what can stand on its first page. Says whether the articles begin there.
fn cut(flow: &mut Flow) -> bool {
    let mut room = ROOM;
    let mut past = 0;
    for part in &mut flow.parts {
        past += 1;
        for block in &mut part.blocks {
            match block {
                Block::Table { rows, .. } => {
                    rows.truncate(room);
                    room = room.saturating_sub(rows.len());
                }
                Block::List { items } => {
                    items.truncate(room);
                    room = room.saturating_sub(items.len());
                }
                // They begin on a page of their own.
                Block::Articles => room = 0,
                _ => room = room.saturating_sub(2),
            }
        }
        if room == 0 {
            break;
        }
    }
    flow.parts.truncate(past);
    past == 1 && flow.parts.iter().any(|part| part.blocks.contains(&Block::Articles))
}

/// Fields that name a place of the page.
const PLACES: [&str; 4] = ["anchor", "id", "mark", "marks"];

/// The names of the places in a tree of data.
fn find_places(tree: &Value, places: &mut BTreeSet<String>) {
    match tree {
        Value::Array(list) => list.iter().for_each(|value| find_places(value, places)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(place) if PLACES.contains(&name.as_str()) => {
                        places.insert(place.clone());
                    }
                    Value::Array(list) if name == "marks" => {
                        places.extend(list.iter().filter_map(|place| place.as_str().map(str::to_owned)))
                    }
                    _ => find_places(value, places),
                }
            }
        }
        _ => {}
    }
}

/// Takes away links to places that are not printed, as on a first page alone and in another file.
fn unlink(tree: &mut Value, places: &BTreeSet<String>) {
    match tree {
        Value::Array(list) => list.iter_mut().for_each(|value| unlink(value, places)),
        Value::Object(fields) => {
            if let Some(link) = fields.get_mut("link") {
                let place = link.get("name").and_then(Value::as_str);
                if place.is_some_and(|place| !places.contains(place)) {
                    *link = Value::Null;
                }
            }
            fields.values_mut().for_each(|value| unlink(value, places));
        }
        _ => {}
    }
}
