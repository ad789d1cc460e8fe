//! An article as the inspector shows it while nothing in it is selected.

use std::collections::BTreeSet;

use crate::lint::{Rule, Subject};
use crate::model::document::{LineEnd, Meta, Span};
use crate::model::id::DocumentId;
use crate::model::moment::Moment;
use crate::session::Session;
use crate::session::files::{LeftOpen, left_open};
use crate::view::article::head::hash_words;
use crate::view::wording::count;

/// An article and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRows {
    /// Which article.
    pub id: DocumentId,
    /// `Article A`.
    pub title: String,
    /// Its letter.
    pub letter: String,
    /// The fields.
    pub meta: Meta,
    /// The language that its words tell, shown where the checker says nothing.
    pub language: &'static str,
    /// `1,204 words, 21 sentences, 12 paragraphs`; of a long article that was just opened only what is known.
    pub size: String,
    /// The first eight digits of its hash, in two groups; an ellipsis until it is known.
    pub short_hash: String,
    /// Its whole hash.
    pub hash: String,
    /// When its drafts were opened, oldest first, its own last.
    pub drafts: Vec<Moment>,
    /// What the rules say about it.
    pub findings: Vec<(Rule, String)>,
    /// How the text was read.
    pub origin: String,
    /// The hash of the file that it was read from; blank where it was pasted.
    pub original: String,
    /// Whether its file can be read in another way.
    pub is_open: bool,
    /// Its place in the list, from 0.
    pub place: usize,
    /// How many articles there are.
    pub of: usize,
}

impl ArticleRows {
    /// Looks an article up; nothing where it is gone.
    pub fn of(session: &Session, id: DocumentId) -> Option<Self> {
        let project = session.project();
        let document = project.document(id)?;
        let text = &document.text;
        let sizes = [
            (text.known_word_count(), "word"),
            (text.known_sentences().map(<[Span]>::len), "sentence"),
            (Some(text.paragraphs().len()), "paragraph"),
        ];
        let sizes = sizes.iter().filter_map(|(number, noun)| Some(count((*number)?, noun)));
        let (short_hash, hash) = hash_words(text);
        let letter = project.letter(id);
        Some(ArticleRows {
            id,
            title: format!("Article {letter}"),
            letter,
            meta: document.meta.clone(),
            language: text.language().word(),
            size: sizes.collect::<Vec<_>>().join(", "),
            short_hash,
            origin: origin(&document.meta, text.line_end(), text.had_bom()),
            hash,
            drafts: document.earlier.iter().map(|draft| draft.opened).chain([document.opened]).collect(),
            original: document.original.as_ref().map_or_else(String::new, |file| file.sha256.clone()),
            is_open: left_open(&document.meta.origin) != LeftOpen::default(),
            findings: session.findings().about(Subject::Document(id)).map(|finding| (finding.rule, finding.words)).collect(),
            place: project.order().iter().position(|other| *other == id).unwrap_or(0),
            of: project.order().len(),
        })
    }
}

impl ArticleRows {
    /// `File: SHA-256 ba7816bf…, copy kept`; nothing where it was read from no file. `copies` are the hashes of those that are kept.
    pub fn original_words(&self, copies: &BTreeSet<String>) -> Option<String> {
        let digits = self.original.get(..8)?;
        let kept = if copies.contains(&self.original.to_ascii_lowercase()) { ", copy kept" } else { "" };
        Some(format!("File: SHA-256 {digits}\u{2026}{kept}"))
    }
}

/// How the text was read, and what was evened out.
fn origin(meta: &Meta, line_end: LineEnd, had_bom: bool) -> String {
    let ends = match line_end {
        LineEnd::Lf => "",
        LineEnd::CrLf => "line ends were CR LF",
        LineEnd::Cr => "line ends were CR",
        LineEnd::Mixed => "line ends were mixed",
    };
    let bom = if had_bom { "byte order mark taken off" } else { "" };
    let parts = [meta.origin.trim(), ends, bom];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
