//! The shape of the JSON file, one type a record, fields in the order of the file. `docs/schema/project.schema.json` says it for other
//! programs, and a test compares both.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Root<'a> {
    pub format: &'static str,
    pub version: u32,
    pub written: Option<String>,
    pub id: String,
    pub name: &'a str,
    pub house: House<'a>,
    pub articles: Vec<Article<'a>>,
    pub claims: Vec<Claim<'a>>,
    pub numbers: Vec<Number<'a>>,
    pub groups: Vec<Group<'a>>,
    pub sources: Vec<Source<'a>>,
    pub links: Vec<Link<'a>>,
    pub history: Vec<Change<'a>>,
    pub flags: Vec<Flag<'a>>,
}

#[derive(Serialize)]
pub(super) struct House<'a> {
    pub scales: Vec<Scale<'a>>,
    pub grades: Vec<Names<'a>>,
    pub switched_off: Vec<SwitchedOff<'a>>,
    pub filters: Vec<Names<'a>>,
    pub letters: Vec<Names<'a>>,
    pub presets: Vec<Preset<'a>>,
    pub sources_kept_apart: Vec<[String; 2]>,
    pub numbers_told_apart: Vec<ToldApart>,
    pub stated_checks: Vec<Stated>,
}

#[derive(Serialize)]
pub(super) struct Preset<'a> {
    pub name: &'a str,
    pub sections: &'a [String],
    pub articles: Vec<String>,
    pub filter: &'a str,
    pub names: &'a str,
    pub language: &'a str,
    pub paper: &'a str,
    pub contacts: bool,
    pub fonts: bool,
    pub page: &'a str,
}

#[derive(Serialize)]
pub(super) struct ToldApart {
    pub numbers: Vec<String>,
    pub from: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Stated {
    pub relation: Option<&'static str>,
    pub numbers: Vec<String>,
}

/// A name and what it stands for.
#[derive(Serialize)]
pub(super) struct Names<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

#[derive(Serialize)]
pub(super) struct Scale<'a> {
    pub name: &'a str,
    pub values: Vec<ScaleValue<'a>>,
}

#[derive(Serialize)]
pub(super) struct ScaleValue<'a> {
    pub word: &'a str,
    pub meaning: &'a str,
    pub place: u8,
}

#[derive(Serialize)]
pub(super) struct SwitchedOff<'a> {
    pub rule: &'a str,
    pub reason: &'a str,
    pub by: &'a str,
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Article<'a> {
    pub letter: String,
    #[serde(flatten)]
    pub draft: Draft<'a>,
    pub marks: Vec<Mark<'a>>,
    pub not_checkable: Vec<Passage>,
    pub earlier_drafts: Vec<Draft<'a>>,
}

/// What an article is, and each of its earlier drafts: its words with all that is known of them, but no marks.
#[derive(Serialize)]
pub(super) struct Draft<'a> {
    pub id: String,
    pub title: &'a str,
    pub outlet: &'a str,
    pub byline: &'a str,
    pub published: &'a str,
    pub address: &'a str,
    pub archived_at: &'a str,
    pub language: &'a str,
    pub read_from: &'a str,
    pub original: Option<File<'a>>,
    pub opened: Option<String>,
    pub signed: Option<SignOff<'a>>,
    pub sha256: String,
    pub line_ends: &'static str,
    pub had_byte_order_mark: bool,
    pub text: &'a str,
    pub parts: Vec<Part<'a>>,
    pub asides: Vec<Aside<'a>>,
    pub not_offered_again: Vec<Dropped>,
}

#[derive(Serialize)]
pub(super) struct File<'a> {
    pub name: &'a str,
    pub sha256: &'a str,
}

#[derive(Serialize)]
pub(super) struct SignOff<'a> {
    pub by: &'a str,
    pub at: Option<String>,
    pub reopened: &'a str,
}

#[derive(Serialize)]
pub(super) struct Part<'a> {
    pub kind: &'static str,
    pub start: usize,
    pub end: usize,
    /// Level, depth, page, or milliseconds.
    pub number: Option<u32>,
    pub row: Option<u32>,
    pub column: Option<u32>,
    pub address: Option<&'a str>,
}

/// Words that are not to be offered again, and as what they were offered.
#[derive(Serialize)]
pub(super) struct Dropped {
    pub offered_as: &'static str,
    pub start: usize,
    pub end: usize,
}

#[derive(Serialize)]
pub(super) struct Aside<'a> {
    pub kind: &'static str,
    pub start: usize,
    pub end: usize,
    pub by: &'a str,
    pub at: &'a str,
    pub words: &'a str,
}

#[derive(Serialize)]
pub(super) struct Mark<'a> {
    pub id: String,
    pub mentions: Reference,
    pub place: Place,
    pub doubt: Option<Doubt>,
    pub note: &'a str,
    pub keywords: &'a [String],
    pub by: &'a str,
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Place {
    pub start: usize,
    pub end: usize,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

#[derive(Serialize)]
pub(super) struct Doubt {
    pub fate: &'static str,
    pub was: Place,
}

#[derive(Serialize)]
pub(super) struct Passage {
    pub id: String,
    pub reason: &'static str,
    pub place: Place,
    pub doubt: Option<Doubt>,
}

/// A record, by kind and id.
#[derive(Serialize)]
pub(super) struct Reference {
    pub kind: &'static str,
    pub id: String,
}

#[derive(Serialize)]
pub(super) struct Claim<'a> {
    pub id: String,
    pub label: String,
    pub article: String,
    pub number: u32,
    pub restatement: &'a str,
    pub kind: String,
    pub said_by: String,
    pub said_on: String,
    pub said_at: String,
    pub risks: Vec<String>,
    pub not_checkable: Option<&'static str>,
    pub status: String,
    pub status_since: Option<String>,
    pub status_by: &'a str,
    pub rating: Option<Rating<'a>>,
    pub other_ratings: Vec<OtherRating<'a>>,
    pub evidence: Vec<Evidence<'a>>,
    pub correction: Option<Correction<'a>>,
    pub note: &'a str,
    pub signed: Option<SignOff<'a>>,
    pub by: &'a str,
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Rating<'a> {
    pub place: u8,
    pub word: &'a str,
    pub scale: &'a str,
    pub reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct OtherRating<'a> {
    pub rating: Rating<'a>,
    pub by: &'a str,
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Evidence<'a> {
    pub id: String,
    pub stance: String,
    pub question: &'a str,
    pub text: &'a str,
    pub quote: &'a str,
    pub locator: &'a str,
    pub address: &'a str,
    pub archived_at: &'a str,
    pub seen: &'a str,
    pub source: Option<String>,
    pub claim: Option<String>,
    pub article: Option<String>,
    pub due: Option<String>,
    pub file: Option<File<'a>>,
}

#[derive(Serialize)]
pub(super) struct Correction<'a> {
    pub wording: &'a str,
    pub agreed: Vec<Agreement<'a>>,
}

#[derive(Serialize)]
pub(super) struct Agreement<'a> {
    pub party: String,
    pub by: &'a str,
    pub at: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Number<'a> {
    pub id: String,
    /// In digits, so that none is lost.
    pub value: Option<String>,
    pub to: Option<String>,
    pub unit: &'a str,
    pub per: &'a str,
    pub meant_as: &'static str,
    pub measured: &'a str,
    pub of: &'a str,
    pub as_of: &'a str,
    pub was_typed: bool,
    pub group: Option<String>,
    pub why_not_comparable: &'a str,
}

#[derive(Serialize)]
pub(super) struct Group<'a> {
    pub id: String,
    pub name: &'a str,
    pub note: &'a str,
    pub why_not_comparable: &'a str,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    pub id: String,
    pub name: &'a str,
    pub kind: &'static str,
    pub role: &'a str,
    pub locator: &'a str,
    pub address: &'a str,
    pub archived_at: &'a str,
    /// Nothing where it is confidential and was not asked for.
    pub contact: Option<&'a str>,
    pub is_contact_open: bool,
    pub heard_through: &'a str,
    pub rests_on: Vec<String>,
    pub files: Vec<File<'a>>,
    pub grade: &'a str,
    pub first_hand: &'static str,
    pub note: &'a str,
}

#[derive(Serialize)]
pub(super) struct Link<'a> {
    pub id: String,
    pub from: Reference,
    pub role: &'static str,
    pub to: Reference,
    pub note: &'a str,
    pub attributed_by: &'a str,
}

#[derive(Serialize)]
pub(super) struct Change<'a> {
    pub id: String,
    pub at: Option<String>,
    pub by: &'a str,
    pub record: Reference,
    pub field: &'a str,
    /// Nothing where it is not told.
    pub before: Option<&'a str>,
    /// Nothing where it is not told.
    pub after: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct Flag<'a> {
    pub id: String,
    pub record: Reference,
    pub conflict: &'static str,
    pub field: &'a str,
    pub ours: &'a str,
    pub theirs: &'a str,
}
