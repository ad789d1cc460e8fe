//! The articles with their marks. Marks nest and cross freely; a paragraph is cut into segments at every end of a mark, so that
//! a writer never has to untangle them.

mod segments;

use std::collections::BTreeMap;

use super::desk::Desk;
use super::method::{self, Fact};
use super::notes::{self, Note};
use super::{Jump, Place};
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::Status;
use crate::model::document::{Document, Span};
use crate::model::exclusion::Reason;
use crate::model::id::{AnnotationId, ClaimId, DocumentId};
use crate::model::lookup::SentenceState;
use crate::model::source::SourceKind;

/// An article as the report prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatedArticle {
    /// The article.
    pub document: DocumentId,
    /// Its letter.
    pub letter: String,
    /// Its title.
    pub title: String,
    /// The tag of its language by BCP 47; blank where it is not known.
    pub language: String,
    /// Outlet, byline, dates and addresses, as far as known.
    pub facts: Vec<Fact>,
    /// Its marks in the order of the text, outer marks first; segments point into this list.
    pub marks: Vec<MarkFace>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Notes on its claims, in the order of the text.
    pub notes: Vec<Note>,
    /// Passages set aside as not checkable, in the order of the text.
    pub set_aside: Vec<SetAside>,
    /// The checker's notes on numbers and sources.
    pub remarks: Vec<Remark>,
}

/// A mark as a writer needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkFace {
    /// The mark.
    pub id: AnnotationId,
    /// What it mentions.
    pub mention: Mention,
    /// How it looks.
    pub look: Look,
    /// What is said about it in a word or two: `A14`, the name of the source, the reading of the number.
    pub label: String,
    /// The note of its claim, as a place in [`AnnotatedArticle::notes`].
    pub note: Option<usize>,
    /// Whether any of its words are printed; a mark on white space between paragraphs has none.
    pub is_visible: bool,
}

/// How a mark looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A claim.
    Claim {
        /// Whether nothing is left to do: paler.
        is_settled: bool,
        /// Whether it is taken out: struck.
        is_cut: bool,
    },
    /// A number.
    Number,
    /// A source.
    Source {
        /// Whether nobody is named: dotted instead of dashed.
        is_anonymous: bool,
    },
}

impl Look {
    /// Claim, number or source.
    pub fn tag(self) -> Tag {
        match self {
            Look::Claim { .. } => Tag::Claim,
            Look::Number => Tag::Number,
            Look::Source { .. } => Tag::Source,
        }
    }
}

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// `H` for the headline, else its number.
    pub name: String,
    /// The passage, to jump to.
    pub jump: Jump,
    /// Its words with the marks over them, in order.
    pub segments: Vec<Segment>,
    /// Notes whose claims start in it, as places in [`AnnotatedArticle::notes`].
    pub notes: Vec<usize>,
    /// Passages of it that were set aside, as places in [`AnnotatedArticle::set_aside`].
    pub set_aside: Vec<usize>,
    /// Its sentences.
    pub sentences: usize,
    /// Those that nobody has touched.
    pub untouched: usize,
}

impl Paragraph {
    /// Whether it is the headline.
    pub fn is_headline(&self) -> bool {
        self.name == "H"
    }
}

/// Words with the same marks over them. The numbers are places in [`AnnotatedArticle::marks`], outer marks first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// Marks over these words.
    pub open: Vec<usize>,
    /// Those that begin here.
    pub begins: Vec<usize>,
    /// Those that end here.
    pub ends: Vec<usize>,
    /// Whether the words are struck.
    pub strike: Option<Strike>,
    /// The not-checkable passage they belong to, as a place in [`AnnotatedArticle::set_aside`].
    pub set_aside: Option<usize>,
}

/// Why words are struck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strike {
    /// Other words replace them.
    Changed,
    /// The claim is taken out.
    Cut,
}

/// A passage that is not checkable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its words.
    pub words: String,
    /// Why.
    pub reason: Reason,
    /// The paragraph it starts in: `A ¶10`.
    pub place: String,
    /// The passage, to jump to.
    pub jump: Jump,
}

/// The checker's note on one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Where the mark is.
    pub place: Place,
    /// Its tag.
    pub tag: Tag,
    /// Its words.
    pub quote: String,
    /// The note.
    pub note: String,
    /// Its keywords.
    pub keywords: Vec<String>,
}

pub(super) fn articles(desk: &Desk<'_>) -> Vec<AnnotatedArticle> {
    desk.documents().map(|document| article(desk, document)).collect()
}

fn article(desk: &Desk<'_>, document: &Document) -> AnnotatedArticle {
    let claims = desk.lookup.claims_in(desk.project, document.id);
    let notes: Vec<_> = claims.iter().filter_map(|(id, mark)| notes::note(desk, *id, mark.id, document.id)).collect();
    let note_of: BTreeMap<_, _> = notes.iter().enumerate().map(|(at, note)| (note.claim.claim, at)).collect();
    let set_aside = set_aside(desk, document);
    let mut marks = marks(desk, document, &note_of);
    let mut paragraphs: Vec<_> =
        segments::cut(desk, document, &mut marks).into_iter().enumerate().map(|(at, cut)| paragraph(document, at, cut)).collect();
    for (at, (_, mark)) in claims.iter().enumerate() {
        let home = document.text.paragraph_at(mark.span.start());
        if let Some(paragraph) = paragraphs.get_mut(home) {
            paragraph.notes.push(at);
        }
    }
    count_sentences(desk, document, &mut paragraphs);
    AnnotatedArticle {
        document: document.id,
        letter: desk.project.letter(document.id),
        title: desk.title(document),
        language: language_tag(&document.meta.language),
        facts: method::facts(desk, document),
        remarks: remarks(desk, document),
        marks,
        paragraphs,
        notes,
        set_aside,
    }
}

/// A language as a browser understands it, where it is one: `pt-BR`; a name such as `Portuguese` is none.
fn language_tag(language: &str) -> String {
    let mut parts = language.trim().split('-');
    let is_primary = parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let are_subtags = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if is_primary && are_subtags { language.trim().to_owned() } else { String::new() }
}

fn paragraph(document: &Document, at: usize, segments: Vec<Segment>) -> Paragraph {
    let span = document.text.paragraphs().get(at).copied().unwrap_or(Span::between(0, 0));
    let mut set_aside: Vec<_> = segments.iter().filter_map(|segment| segment.set_aside).collect();
    set_aside.dedup();
    let jump = Jump::Passage(document.id, span);
    Paragraph { name: document.paragraph_name(at), jump, segments, notes: Vec::new(), set_aside, sentences: 0, untouched: 0 }
}

fn count_sentences(desk: &Desk<'_>, document: &Document, paragraphs: &mut [Paragraph]) {
    let states = desk.lookup.document(document.id).map_or(&[][..], |article| &article.sentences);
    for (sentence, state) in document.text.sentences().iter().zip(states) {
        if let Some(paragraph) = paragraphs.get_mut(document.text.paragraph_at(sentence.start())) {
            paragraph.sentences += 1;
            paragraph.untouched += usize::from(*state == SentenceState::Untouched);
        }
    }
}

/// The annotations of an article in the order of its index.
fn annotations<'a>(desk: &Desk<'a>, document: &Document) -> impl Iterator<Item = &'a Annotation> {
    let marks = desk.lookup.document(document.id).into_iter().flat_map(|article| article.marks.iter());
    marks.filter_map(|mark| desk.project.annotations().get(&mark.id))
}

fn marks(desk: &Desk<'_>, document: &Document, note_of: &BTreeMap<ClaimId, usize>) -> Vec<MarkFace> {
    let face = |mark: &Annotation| {
        let (look, label, note) = match mark.mention {
            Mention::Claim(id) => {
                let status = desk.project.claims().get(&id).map_or(Status::Open, |claim| claim.status);
                let look = Look::Claim { is_settled: status.is_settled(), is_cut: status == Status::Cut };
                (look, desk.project.claim_label(id), note_of.get(&id).copied())
            }
            Mention::Number(id) => {
                let reading = desk.project.quantities().get(&id).map_or_else(String::new, |quantity| quantity.reading());
                (Look::Number, reading, None)
            }
            Mention::Source(id) => {
                let source = desk.project.sources().get(&id);
                let is_anonymous = source.is_some_and(|source| source.kind == SourceKind::Anonymous);
                (Look::Source { is_anonymous }, source.map_or_else(String::new, |source| source.name.trim().to_owned()), None)
            }
        };
        MarkFace { id: mark.id, mention: mark.mention, look, label, note, is_visible: false }
    };
    annotations(desk, document).map(face).collect()
}

fn set_aside(desk: &Desk<'_>, document: &Document) -> Vec<SetAside> {
    let exclusions = desk.lookup.document(document.id).map_or(&[][..], |article| &article.exclusions);
    let line = |exclusion: &crate::model::exclusion::Exclusion| SetAside {
        words: document.text.slice(exclusion.span).to_owned(),
        reason: exclusion.reason,
        place: desk.place_words(document, exclusion.span),
        jump: Jump::Passage(document.id, exclusion.span),
    };
    // Those without a place come last: the text points at the others by their number.
    let lost = desk.lookup.document(document.id).into_iter().flat_map(|article| &article.doubtful_exclusions);
    let lost = lost.filter_map(|exclusion| {
        let doubt = exclusion.doubt.as_deref().filter(|doubt| doubt.is_lost())?;
        let place = desk.lost(document);
        Some(SetAside { words: doubt.was.exact.clone(), place, ..line(exclusion) })
    });
    exclusions.iter().map(line).chain(lost).collect()
}

fn remarks(desk: &Desk<'_>, document: &Document) -> Vec<Remark> {
    let says_something = |mark: &&Annotation| !mark.note.trim().is_empty() || !mark.keywords.is_empty();
    let remark = |mark: &Annotation| Remark {
        place: desk.place(mark),
        tag: mark.mention.tag(),
        quote: desk.project.quote(mark).to_owned(),
        note: mark.note.trim().to_owned(),
        keywords: mark.keywords.clone(),
    };
    // Notes on a claim's own marks are printed with the claim.
    let lost = desk.lookup.document(document.id).into_iter().flat_map(|article| article.lost());
    let lost = lost.filter_map(|mark| desk.project.annotations().get(&mark.id));
    annotations(desk, document).chain(lost).filter(|mark| mark.mention.tag() != Tag::Claim).filter(says_something).map(remark).collect()
}
