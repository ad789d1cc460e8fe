//! Builds projects for tests, through the same edits as the program. An article is written with its marks:
//! `Jobless rate fell to [4%|number]`; marks nest; `[they|source officials]` names a record that several marks share.

pub mod projects;

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::edit::Draft;
use crate::edit::Record;
use crate::model::annotation::{Anchor, Annotation, Doubt, Fate, Mention, Tag};
use crate::model::claim::Claim;
use crate::model::document::offset::OffsetMap;
use crate::model::document::structure::{Kind, Part};
use crate::model::document::{Document, Span, Structure, Text, meta};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::house::House;
use crate::model::id::{AnnotationId, ClaimId, DocumentId, ExclusionId, LinkId, ProjectId, QuantityId, SourceId, Uid};
use crate::model::link::{Link, Role};
use crate::model::moment::Moment;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::source::Source;
use crate::suggest::quantity;

/// 21 November 2026, 14:32 UTC: when everything in a test happens.
pub const NOW: Moment = Moment::from_ms(1_795_271_520_000);
/// Who does everything in a test.
pub const CHECKER: &str = "RK";

/// Where a test lets the program fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In the middle of a frame.
    Frame,
    /// In a background job.
    Job,
    /// In a step, when its edits are made and before it ends.
    Step,
}

thread_local! {
    static FAULT: Cell<Option<Spot>> = const { Cell::new(None) };
}

/// Lets the program fail once, when this thread next comes to the spot.
pub fn let_fail(spot: Spot) {
    FAULT.with(|fault| fault.set(Some(spot)));
}

/// Whether the program is to fail here, now.
pub fn takes_fault(spot: Spot) -> bool {
    FAULT.with(|fault| fault.get() == Some(spot) && fault.take().is_some())
}

/// Fails, where a test wants it.
pub fn fail_in(spot: Spot) {
    assert!(!takes_fault(spot), "a test lets the program fail");
}

/// A project of one article.
pub fn project(marked: &str) -> Project {
    project_of(&[marked])
}

/// A project of several articles, lettered in that order.
pub fn project_of(marked: &[&str]) -> Project {
    let mut desk = Desk::default();
    for article in marked {
        desk.article(article);
    }
    desk.project
}

/// A project in the making. Ids count from 1, in the order of the calls and of the text.
pub struct Desk {
    /// The project so far.
    pub project: Project,
    last_id: u64,
    named: BTreeMap<(Tag, String), Mention>,
}

/// A mark as the notation writes it.
#[derive(Debug, PartialEq, Eq)]
struct WrittenMark {
    span: Span,
    tag: Tag,
    name: Option<String>,
}

impl Default for Desk {
    fn default() -> Self {
        Desk { project: Project::new(ProjectId(Uid(0)), "Test"), last_id: 0, named: BTreeMap::new() }
    }
}

/// A structure of parts by their words, in the order of the text.
pub fn structure(text: &Text, parts: &[(&str, Kind)]) -> Structure {
    let mut from = 0;
    let part = |(words, kind): &(&str, Kind)| {
        let start = from + text.as_str()[from..].find(words).unwrap_or_else(|| panic!("“{words}” is not in the text"));
        from = start;
        Part { span: Span::between(start, start + words.len()), kind: *kind }
    };
    let (structure, left_out) = Structure::checked(parts.iter().map(part).collect(), text);
    assert_eq!(left_out, 0, "a part does not fit");
    structure
}

impl Desk {
    /// Opens an article written with its marks. `\[`, `\]` and `\|` stand for the signs themselves.
    pub fn article(&mut self, marked: &str) -> DocumentId {
        let (text, marks) = read_marks(marked);
        let document = self.plain(&text);
        for mark in marks {
            let record = match mark.name {
                Some(name) => self.named.get(&(mark.tag, name.clone())).copied().unwrap_or_else(|| {
                    let record = self.record(document, mark.span, mark.tag);
                    self.named.insert((mark.tag, name), record);
                    record
                }),
                None => self.record(document, mark.span, mark.tag),
            };
            self.mark(document, mark.span, record);
        }
        document
    }

    /// Opens an article as it stands, brackets and all.
    pub fn plain(&mut self, text: &str) -> DocumentId {
        let id = DocumentId(self.id());
        let text = Text::freeze(text);
        let meta = meta::propose(text.as_str());
        self.add(Document {
            id,
            meta,
            text,
            structure: Structure::default(),
            opened: NOW,
            signed: None,
            dropped: Vec::new(),
            asides: Vec::new(),
            original: None,
            earlier: Vec::new(),
            unknown: Default::default(),
        });
        let order = [self.project.order(), &[id]].concat();
        Draft::new(&mut self.project).reorder(order).unwrap();
        id
    }

    /// Opens an article with a structure: parts by their words, in the order of the text; words that were found are not found again
    /// before the place of the part before them.
    pub fn structured(&mut self, text: &str, parts: &[(&str, Kind)]) -> DocumentId {
        let id = self.plain(text);
        let text = self.project.document(id).unwrap().text.clone();
        let structure = structure(&text, parts);
        Draft::new(&mut self.project).change::<Document>(id, |document| document.structure = structure).unwrap();
        id
    }

    /// Tags the first place of a quote as a new record.
    pub fn tag(&mut self, document: DocumentId, quote: &str, tag: Tag) -> Mention {
        let span = self.find(document, quote);
        let record = self.record(document, span, tag);
        self.mark(document, span, record);
        record
    }

    /// Tags the first place of a quote as one more mention of a record.
    pub fn mention(&mut self, document: DocumentId, quote: &str, record: Mention) -> AnnotationId {
        let span = self.find(document, quote);
        self.mark(document, span, record)
    }

    /// Sets the first place of a quote aside as not checkable.
    pub fn exclude(&mut self, document: DocumentId, quote: &str, reason: Reason) {
        let (id, span) = (ExclusionId(self.id()), self.find(document, quote));
        self.add(Exclusion { id, document, span, reason, doubt: None, unknown: Default::default() });
    }

    /// Puts the place of the first mark on these words in doubt, as when the article was changed outside the program.
    pub fn doubt(&mut self, words: &str, fate: Fate) {
        let mark = self.project.annotations().values().find(|mark| self.project.quote(mark) == words).cloned();
        let mark = mark.unwrap_or_else(|| panic!("no mark on “{words}”"));
        let (span, doubt) = self.doubted(mark.document, mark.span, fate);
        self.change(mark.id, |mark: &mut Annotation| (mark.span, mark.doubt) = (span, doubt));
    }

    /// Puts the places of all not-checkable passages in doubt.
    pub fn doubt_passages(&mut self, fate: Fate) {
        let passages: Vec<Exclusion> = self.project.exclusions().values().cloned().collect();
        for passage in passages {
            let (span, doubt) = self.doubted(passage.document, passage.span, fate);
            self.change(passage.id, |passage: &mut Exclusion| (passage.span, passage.doubt) = (span, doubt));
        }
    }

    fn doubted(&self, document: DocumentId, span: Span, fate: Fate) -> (Span, Option<Box<Doubt>>) {
        let text = &self.project.document(document).unwrap().text;
        let was = Anchor::of(text, span, &OffsetMap::new(text.as_str()));
        let span = if fate == Fate::Lost { Span::between(span.start(), span.start()) } else { span };
        (span, Some(Box::new(Doubt { fate, was })))
    }

    /// Ties two records.
    pub fn link(&mut self, from: impl Into<Mention>, role: Role, to: impl Into<Mention>) {
        let id = LinkId(self.id());
        self.add(Link::new(id, from.into(), to.into(), role));
    }

    /// Changes a record: `desk.change(claim, |claim: &mut Claim| …)`.
    pub fn change<T: Record>(&mut self, id: T::Id, change: impl FnOnce(&mut T)) {
        Draft::new(&mut self.project).change(id, change).unwrap();
    }

    /// Gives the project a name.
    pub fn rename(&mut self, name: &str) {
        Draft::new(&mut self.project).rename(name).unwrap();
    }

    /// Changes what the desk has decided for the whole project.
    pub fn decide(&mut self, change: impl FnOnce(&mut House)) {
        Draft::new(&mut self.project).set_house(change).unwrap();
    }

    /// Adds any record.
    pub fn add<T: Record>(&mut self, record: T) {
        Draft::new(&mut self.project).add(record).unwrap();
    }

    /// The next id.
    pub fn id(&mut self) -> Uid {
        self.last_id += 1;
        Uid(self.last_id)
    }

    /// The claim called `A14`.
    pub fn claim(&self, label: &str) -> ClaimId {
        claim(&self.project, label)
    }

    /// The first number marked on these words.
    pub fn number(&self, words: &str) -> QuantityId {
        number(&self.project, words)
    }

    /// The source of that name.
    pub fn source(&self, name: &str) -> SourceId {
        source(&self.project, name)
    }

    fn record(&mut self, document: DocumentId, span: Span, tag: Tag) -> Mention {
        let uid = self.id();
        let words = self.project.document(document).unwrap().text.slice(span).to_owned();
        match tag {
            Tag::Claim => {
                let number = self.project.next_claim_number(document);
                self.add(Claim::new(ClaimId(uid), document, number, NOW, CHECKER));
                Mention::Claim(ClaimId(uid))
            }
            Tag::Number => {
                let read = self.project.document(document).and_then(|held| quantity::read(held.text.as_str(), span, held.language()));
                self.add(read_quantity(QuantityId(uid), read));
                Mention::Number(QuantityId(uid))
            }
            Tag::Source => {
                self.add(Source::named(SourceId(uid), &words));
                Mention::Source(SourceId(uid))
            }
        }
    }

    fn mark(&mut self, document: DocumentId, span: Span, mention: Mention) -> AnnotationId {
        let id = AnnotationId(self.id());
        let by = CHECKER.to_owned();
        self.add(Annotation {
            id,
            document,
            span,
            mention,
            note: String::new(),
            keywords: Vec::new(),
            created: NOW,
            by,
            doubt: None,
            unknown: Default::default(),
        });
        id
    }

    /// Marks a span as a mention of a record.
    pub fn mark_span(&mut self, document: DocumentId, span: Span, mention: Mention) -> AnnotationId {
        self.mark(document, span, mention)
    }

    fn find(&self, document: DocumentId, quote: &str) -> Span {
        let text = &self.project.document(document).unwrap().text;
        let start = text.as_str().find(quote).unwrap_or_else(|| panic!("“{quote}” is not in the article"));
        Span::between(start, start + quote.len())
    }
}

/// The claim called `A14`.
pub fn claim(project: &Project, label: &str) -> ClaimId {
    let found = project.claims().keys().copied().find(|id| project.claim_label(*id) == label);
    found.unwrap_or_else(|| panic!("no claim {label}"))
}

/// The first number marked on these words.
pub fn number(project: &Project, words: &str) -> QuantityId {
    let found = project.annotations().values().find_map(|mark| match mark.mention {
        Mention::Number(id) if project.quote(mark) == words => Some(id),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no number “{words}”"))
}

/// The source of that name.
pub fn source(project: &Project, name: &str) -> SourceId {
    let found = project.sources().values().find(|source| source.name == name);
    found.unwrap_or_else(|| panic!("no source “{name}”")).id
}

/// A number with what can be read off its words, as tagging by hand makes it.
fn read_quantity(id: QuantityId, reading: Option<quantity::Reading>) -> Quantity {
    let mut quantity = Quantity::new(id);
    if let Some(reading) = reading {
        quantity.value = Some(reading.value);
        quantity.unit = reading.unit;
        quantity.per = reading.per;
        quantity.approximation = reading.approximation;
    }
    quantity
}

/// The text without the notation, and its marks in the order of the text, outer marks first.
fn read_marks(marked: &str) -> (String, Vec<WrittenMark>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut open = Vec::new();
    let mut signs = marked.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => text.extend(signs.next()),
            '[' => open.push(text.len()),
            '|' if !open.is_empty() => {
                let label: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let (word, name) = label.split_once(' ').map_or((label.as_str(), None), |(word, name)| (word, Some(name.to_owned())));
                let tag = Tag::ALL.into_iter().find(|tag| tag.word() == word).unwrap_or_else(|| panic!("no tag {word}"));
                marks.push(WrittenMark { span: Span::between(open.pop().unwrap(), text.len()), tag, name });
            }
            _ => text.push(sign),
        }
    }
    assert!(open.is_empty(), "a bracket is not closed in: {marked}");
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end())));
    (text, marks)
}

macro_rules! into_mention {
    ($($id:ident $kind:ident)*) => {$(
        impl From<$id> for Mention {
            fn from(id: $id) -> Self {
                Mention::$kind(id)
            }
        }
    )*};
}
into_mention!(ClaimId Claim QuantityId Number SourceId Source);

#[test]
fn marks_nest_and_are_taken_out_of_the_text() {
    let mut desk = Desk::default();
    let id = desk.article("Title\nThe [jobless rate fell to [4%|number], [officials|source] said|claim] \\[sic\\].");
    let project = &desk.project;
    assert_eq!(project.document(id).unwrap().text.as_str(), "Title\nThe jobless rate fell to 4%, officials said [sic].");
    let quotes: Vec<_> = project.annotations().values().map(|mark| (mark.mention.tag(), project.quote(mark))).collect();
    let expected = [(Tag::Claim, "jobless rate fell to 4%, officials said"), (Tag::Number, "4%"), (Tag::Source, "officials")];
    assert_eq!(quotes, expected);
    assert_eq!((desk.claim("A1"), project.quantities()[&desk.number("4%")].reading()), (ClaimId(Uid(2)), "4 %".to_owned()));
}

#[test]
fn a_named_record_is_shared_across_articles() {
    let project = project_of(&["One\n[It rained|claim rain].", "Two\n[Rain fell|claim rain], [they|source] said."]);
    assert_eq!((project.claims().len(), project.annotations().len(), project.sources().len()), (1, 3, 1));
    let title: Vec<_> = project.documents().map(Document::title).collect();
    assert_eq!(title, ["One", "Two"]);
}

/// What the words of a number say, in English.
pub fn read(words: &str) -> Option<crate::suggest::quantity::Reading> {
    crate::suggest::quantity::read(words, crate::model::document::Span::between(0, words.len()), crate::model::document::Language::English)
}
