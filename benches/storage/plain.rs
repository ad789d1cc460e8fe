//! The floor: the words of a file as plain derived types, read and written by the `ron` crate alone. What it does not do: hold records
//! to their rules, find marks by their words, keep what it does not know.

use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
pub struct File {
    version: u32,
    least_reader: u32,
    name: String,
    id: String,
    scale: Scale,
    documents: Vec<Document>,
    sources: Vec<String>,
    quantities: Vec<String>,
    claims: Vec<Claim>,
    annotations: Vec<Annotation>,
    links: Vec<String>,
    exclusions: Vec<String>,
    changes: Vec<Change>,
    flags: Vec<String>,
}

#[derive(Deserialize, Serialize)]
struct Scale {
    name: String,
    words: Vec<String>,
}

#[derive(Deserialize, Serialize)]
struct Document {
    id: String,
    title: String,
    outlet: String,
    byline: String,
    published: String,
    url: String,
    archive_url: String,
    origin: String,
    opened: String,
    sha256: String,
    line_end: LineEnd,
    bom: bool,
    text: Vec<String>,
}

#[derive(Deserialize, Serialize)]
enum LineEnd {
    Lf,
}

#[derive(Deserialize, Serialize)]
struct Claim {
    id: String,
    home: String,
    number: u32,
    restatement: String,
    status: Status,
    status_since: String,
    rating: Option<String>,
    other_ratings: Vec<String>,
    evidence: Vec<String>,
    correction: Option<String>,
    note: String,
    created: String,
    by: String,
}

#[derive(Deserialize, Serialize)]
enum Status {
    Open,
}

#[derive(Deserialize, Serialize)]
struct Annotation {
    id: String,
    document: String,
    place: Place,
    mention: Mention,
    note: String,
    keywords: Vec<String>,
    created: String,
    by: String,
}

#[derive(Deserialize, Serialize)]
struct Place {
    start: usize,
    end: usize,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Deserialize, Serialize)]
enum Mention {
    Claim(String),
}

#[derive(Deserialize, Serialize)]
struct Change {
    id: String,
    at: String,
    by: String,
    subject: Mention,
    field: String,
    before: String,
    after: String,
}

pub fn read(text: &str) -> File {
    ron::from_str(text).expect("the file is what the plain types say")
}

pub fn write(file: &File) -> String {
    ron::to_string(file).expect("plain types can be written")
}
