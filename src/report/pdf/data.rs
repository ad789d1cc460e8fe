//! All that a template needs for a report, as one tree of data, and the fonts for its words.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use typst::text::Font;

use super::article::{self, Article, Looks, Paint};
use super::volumes::Volume;
use super::words::{self, Cleaner};
use super::{PdfError, fonts, loss};
use crate::report::anchors::Anchors;
use crate::report::flow::{self, Block, Flow};
use crate::report::{Paper, Report};

/// How many rows of tables and paragraphs the first page has room for, amply.
const ROOM: usize = 60;

/// What the template is given.
pub(super) struct Sheet {
    /// The data as JSON.
    pub data: Vec<u8>,
    /// The fonts for its words.
    pub fonts: Vec<Font>,
    /// What cannot be printed.
    pub losses: Vec<String>,
}

#[derive(Serialize)]
struct Data {
    #[serde(flatten)]
    flow: Flow,
    paper: &'static str,
    /// `Page {page} of {pages}` in the language.
    page_of: String,
    looks: Vec<Paint>,
    articles: Vec<Article>,
}

impl Sheet {
    /// The data and fonts of a file with all or some of a report.
    ///
    /// # Errors
    /// If the data are no JSON, which they are.
    pub fn of(report: &Report, volume: Volume) -> Result<Self, PdfError> {
        Sheet::print(report, data(report, volume))
    }

    /// The same with what can stand on the first page.
    ///
    /// # Errors
    /// If the data are no JSON, which they are.
    pub fn of_first_page(report: &Report) -> Result<Self, PdfError> {
        let mut flow = flow::flow(report);
        let articles = 0..usize::from(cut(&mut flow));
        let mut data = data(report, Volume { flow, articles });
        data.articles.iter_mut().for_each(|article| article.shorten(ROOM / 2));
        Sheet::print(report, data)
    }

    fn print(report: &Report, data: Data) -> Result<Self, PdfError> {
        let mut tree = serde_json::to_value(data).map_err(no_json)?;
        let mut places = BTreeSet::new();
        find_places(&tree, &mut places);
        unlink(&mut tree, &places);
        let (fonts, missing) = fonts::fonts(&words::signs(&tree));
        let mut cleaner = Cleaner { missing: &missing, is_rtl: report.language().is_right_to_left(), lost: Default::default() };
        cleaner.clean(&mut tree);
        let losses = loss::signs(&cleaner.lost);
        let data = serde_json::to_vec(&tree).map_err(no_json)?;
        Ok(Sheet { data, fonts, losses })
    }
}

fn no_json(fault: serde_json::Error) -> PdfError {
    PdfError::Layout(fault.to_string())
}

fn data(report: &Report, Volume { flow, articles }: Volume) -> Data {
    let has_articles = flow.parts.iter().any(|part| part.blocks.contains(&Block::Articles));
    let shown = report.articles.get(articles).filter(|_| has_articles).unwrap_or_default();
    let anchors = Anchors::new(report);
    let mut looks = Looks::default();
    let articles = shown.iter().map(|one| article::article(one, &anchors, &mut looks)).collect();
    Data {
        paper: match report.options.paper {
            Paper::A4 => "a4",
            Paper::Letter => "us-letter",
        },
        page_of: report.language().say_with("page-of", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
        looks: looks.list(),
        articles,
        flow,
    }
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
