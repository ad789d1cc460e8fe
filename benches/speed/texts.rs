//! Texts of any length from real articles, and projects with marks spread over them.

use std::path::{Path, PathBuf};

use tickmark::edit::Draft;
use tickmark::model::annotation::{Annotation, Mention};
use tickmark::model::claim::Claim;
use tickmark::model::document::{Document, Meta, Span, Structure, Text};
use tickmark::model::id::{AnnotationId, ClaimId, DocumentId, ProjectId, QuantityId, SourceId, Uid};
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::model::quantity::Quantity;
use tickmark::model::source::Source;

use super::Case;

/// What a text is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Language {
    English,
    Arabic,
    Hindi,
    Chinese,
}

impl Language {
    pub const ALL: [Language; 4] = [Language::English, Language::Arabic, Language::Hindi, Language::Chinese];

    /// Paragraphs of articles in it.
    fn paragraphs(self) -> Vec<String> {
        let read = |path: &str| std::fs::read_to_string(data().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let text = match self {
            Language::English => {
                let mut seeds: Vec<PathBuf> =
                    std::fs::read_dir(data().join("seeds")).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
                seeds.sort();
                seeds.iter().map(|seed| std::fs::read_to_string(seed).expect("a seed is text")).collect::<Vec<_>>().join("\n")
            }
            Language::Arabic => read("html/newspaper4k/arabic_article/expected.txt"),
            Language::Hindi => strings(&read("html/fundus/ind-Bhaskar/expected.json"), "/body"),
            Language::Chinese => strings(&read("html/goose3/test_bbc_chinese/expected.json"), "/expected/cleaned_text"),
        };
        text.lines().map(str::trim).filter(|line| line.len() > 60).map(str::to_owned).collect()
    }

    /// A text of so many bytes: the paragraphs again and again, each time another one first.
    pub fn text(self, bytes: usize) -> String {
        let paragraphs = self.paragraphs();
        assert!(!paragraphs.is_empty(), "no paragraphs in {self:?}");
        let mut text = String::with_capacity(bytes + 2_000);
        let mut at = 0;
        while text.len() < bytes {
            text.push_str(&paragraphs[(at * 7 + at / paragraphs.len()) % paragraphs.len()]);
            text.push('\n');
            at += 1;
        }
        text
    }
}

fn data() -> PathBuf {
    std::env::var_os("TICKMARK_TEST_DATA").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from)
}

/// All strings below a place of a JSON file, one a line.
fn strings(json: &str, place: &str) -> String {
    fn gather(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => found.push(text.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| gather(value, found)),
            _ => {}
        }
    }
    let json: serde_json::Value = serde_json::from_str(json).expect("the data is JSON");
    let mut found = Vec::new();
    gather(json.pointer(place).expect("the place is there"), &mut found);
    found.join("\n")
}

pub const FIRST: DocumentId = DocumentId(Uid(1));
pub const SECOND: DocumentId = DocumentId(Uid(2));

/// Marks drafted in one step: the copies that a step keeps for undo are let go after it.
const STEP: u64 = 500;

/// Articles of the same length, all marks in the first: half of them claims, a quarter numbers, a quarter sources.
pub fn project(case: Case, articles: &[DocumentId]) -> Project {
    let mut project = Project::new(ProjectId(Uid(1)), "Bench");
    let words = case.language.text(case.bytes);
    for id in articles.iter().copied() {
        add_article(&mut project, id, &if id == FIRST { words.clone() } else { format!("2 {words}") });
    }
    Draft::new(&mut project).reorder(articles.to_vec()).expect("its order fits");
    add_marks(&mut project, FIRST, (0, case.marks as u64));
    project
}

/// An article whose sentences are known.
pub fn add_article(project: &mut Project, id: DocumentId, words: &str) {
    let text = Text::freeze(words);
    text.prepare();
    let article = Document {
        id,
        text,
        structure: Structure::default(),
        meta: Meta::default(),
        opened: Moment::default(),
        signed: None,
        dropped: Vec::new(),
        asides: Vec::new(),
        original: None,
        earlier: Vec::new(),
        unknown: Default::default(),
    };
    Draft::new(project).add(article).expect("an article fits");
}

/// So many marks spread over an article, numbered from the first on.
pub fn add_marks(project: &mut Project, document: DocumentId, (first, marks): (u64, u64)) {
    let text = project.document(document).expect("the article").text.clone();
    for from in (0..marks).step_by(STEP as usize) {
        let mut draft = Draft::new(project);
        for nth in from..marks.min(from + STEP) {
            let at = (u128::from(nth) * text.len() as u128 / u128::from(marks)) as usize;
            mark(&mut draft, (document, &text), (first + nth, at));
        }
    }
}

/// The mark of that number at a byte.
fn mark(draft: &mut Draft<'_>, (document, text): (DocumentId, &Text), (nth, at): (u64, usize)) {
    let uid = Uid(nth + 10);
    let (mention, span) = match nth % 4 {
        0 | 2 => {
            draft.add(Claim::new(ClaimId(uid), document, nth as u32 + 1, Moment::default(), "RK")).expect("a claim fits");
            (Mention::Claim(ClaimId(uid)), text.span(at, (at + 90).min(text.len())))
        }
        1 => {
            draft.add(Quantity::new(QuantityId(uid))).expect("a number fits");
            (Mention::Number(QuantityId(uid)), text.word_at(at))
        }
        _ => {
            draft.add(Source::named(SourceId(uid), "officials")).expect("a source fits");
            (Mention::Source(SourceId(uid)), text.word_at(at))
        }
    };
    let span = if span.is_empty() { Span::between(text.floor(at), text.next(text.floor(at))) } else { span };
    let span = text.span(span.start(), span.end());
    let (created, by) = (Moment::default(), "RK".into());
    let mark = Annotation {
        id: AnnotationId(uid),
        document,
        span,
        mention,
        note: String::new(),
        keywords: Vec::new(),
        created,
        by,
        unknown: Default::default(),
        doubt: None,
    };
    draft.add(mark).expect("a mark fits");
}
