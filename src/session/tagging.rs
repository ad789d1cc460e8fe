//! Tagging words, moving the edges of marks, setting sentences aside, and going through every occurrence.

use super::articles::remove_mark;
use super::rereading::{read_again, read_off};
use super::selection::word_around;
use super::stepping::Maker;
use super::whole_words::WholeWords;
use super::{Mode, Outcome, Refusal, Request, Selection, Session};
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::Claim;
use crate::model::document::{Document, Span, Text};
use crate::model::exclusion::{Exclusion, Reason};
use crate::model::id::{AnnotationId, DocumentId, SourceId};
use crate::model::link::{Link, Role};
use crate::model::quantity::Quantity;
use crate::model::source::{Source, SourceKind};
use crate::model::unknown::Unknown;

/// Which end of a mark is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its end.
    End,
}

/// An edge of a mark on the move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resizing {
    /// The mark.
    pub mark: AnnotationId,
    /// The edge.
    pub edge: Edge,
    /// Where the mark was.
    pub original: Span,
    /// Where it would be now.
    pub span: Span,
}

/// A walk through every occurrence of words.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrences {
    /// The tag to give.
    pub tag: Tag,
    /// The record that every occurrence mentions.
    pub record: Mention,
    /// Places still to be confirmed, the first one is shown.
    pub left: Vec<(DocumentId, Span)>,
    /// Occurrences tagged so far.
    pub taken: usize,
}

impl Session {
    /// Tags the selection; a bare caret takes the sentence (claim), the figure or the word at it.
    pub(super) fn tag_selection(&mut self, tag: Tag) -> Outcome {
        let Some((document, span)) = self.words_for(tag) else {
            return Err(self.no_words("There are no words here. Select some, then press the key again."));
        };
        self.tag(document, span, tag)
    }

    fn words_for(&self, tag: Tag) -> Option<(DocumentId, Span)> {
        let selection = self.selection?;
        let document = self.document()?;
        if let Some(mark) = self.mark() {
            return (!mark.is_lost()).then_some((mark.document, mark.span));
        }
        let text = &document.text;
        let span = match tag {
            _ if !selection.is_empty() => text.trimmed(selection.span()),
            Tag::Claim => text.sentence_around(selection.head)?,
            Tag::Number | Tag::Source => word_around(text, selection.head),
        };
        (!span.is_empty() && !text.slice(span).trim().is_empty()).then_some((document.id, span))
    }

    /// Why there is nothing to work on at the caret: the sentences of a paragraph of many pages are not known at once.
    pub(super) fn no_words(&self, otherwise: &str) -> Refusal {
        let caret = self.selection.map_or(0, |selection| selection.head);
        let is_waiting = self
            .document()
            .is_some_and(|document| document.text.known_sentences().is_none() && document.text.sentence_around(caret).is_none());
        if is_waiting {
            return "The sentences of this article are still being found. Press the key again in a moment.".into();
        }
        otherwise.into()
    }

    pub(super) fn tag(&mut self, document: DocumentId, span: Span, tag: Tag) -> Outcome {
        let text = self.project.document(document).map(|document| &document.text).ok_or(Refusal("This article is gone.".into()))?;
        let span = text.span(span.start(), span.end());
        let same = self.lookup.document(document).and_then(|lookup| {
            let marks = lookup.marks.overlapping(span);
            marks.into_iter().find(|mark| mark.span == span && mark.tag == tag)
        });
        if let Some(same) = same {
            self.select_mark(same.id)?;
            return Err(Refusal(format!("These words are tagged as a {} already.", tag.word())));
        }
        let mark = self.step(|draft, maker| {
            let record = new_record(draft, maker, document, span, tag)?;
            let mark = put_mark(draft, maker, document, span, record)?;
            let label = match record {
                Mention::Claim(id) => format!("tag claim {}", draft.project().claim_label(id)),
                Mention::Number(_) | Mention::Source(_) => format!("tag {} “{}”", tag.word(), shortened(draft.project().quote(&mark))),
            };
            Ok((mark.id, label))
        })?;
        let announcement = self.history.undo_label().unwrap_or_default().to_owned();
        self.requests.push(Request::Announce(announcement));
        self.mode = Mode::Reading;
        self.select_mark(mark)
    }

    pub(super) fn add_mention(&mut self, claim: crate::model::id::ClaimId, document: DocumentId, span: Span) -> Outcome {
        let mark = self.step(|draft, maker| {
            let mark = put_mark(draft, maker, document, span, Mention::Claim(claim))?;
            Ok((mark.id, format!("add a mention of {}", draft.project().claim_label(claim))))
        })?;
        self.mode = Mode::Reading;
        self.select_mark(mark)
    }

    pub(super) fn remove_selected(&mut self) -> Outcome {
        match (self.mark, self.lost_passage()) {
            (Some(mark), _) => self.remove_mark(mark),
            (None, Some(passage)) => self.remove_exclusion(passage),
            (None, None) => Err("Select a mark first: J goes to the next one.".into()),
        }
    }

    pub(super) fn remove_mark(&mut self, id: AnnotationId) -> Outcome {
        self.step(|draft, _| {
            let Some(mark) = draft.project().annotations().get(&id).cloned() else { return Ok(((), String::new())) };
            let label = match mark.mention {
                Mention::Claim(claim) => format!("remove claim {}", draft.project().claim_label(claim)),
                other => format!("remove {} “{}”", other.tag().word(), shortened(draft.project().quote(&mark))),
            };
            remove_mark(draft, id)?;
            Ok(((), label))
        })
    }

    /// Moves the ends of a mark. Links and rating stay; numbers and sources that come to lie in a claim are linked to it.
    pub(super) fn resize(&mut self, id: AnnotationId, span: Span) -> Outcome {
        let Some(mark) = self.project.annotations().get(&id) else { return Ok(()) };
        let Some(document) = self.project.document(mark.document) else { return Ok(()) };
        let span = document.text.trimmed(document.text.span(span.start(), span.end()));
        let mention = mark.mention;
        if span.is_empty() {
            return Err("A mark needs at least one character.".into());
        }
        self.step(|draft, maker| {
            draft.change::<Annotation>(id, |mark| {
                mark.span = span;
                // Whoever says where a mark stands has looked at it.
                mark.doubt = None;
            })?;
            if let Mention::Number(number) = mention {
                read_again(draft, number)?;
            }
            link_neighbours(draft, maker, id)?;
            Ok(((), "move an edge".to_owned()))
        })
    }

    pub(super) fn start_resize(&mut self) -> Outcome {
        let Some(mark) = self.mark() else { return Err("Select a mark first: J goes to the next one.".into()) };
        if mark.is_lost() {
            return Err(super::doubts::NO_WORDS.into());
        }
        let (id, span) = (mark.id, mark.span);
        self.mode = Mode::Resizing(Resizing { mark: id, edge: Edge::End, original: span, span });
        Ok(())
    }

    /// Moves the edge; the mark itself changes when the checker keeps it.
    pub(super) fn resize_step(&mut self, step: fn(&Text, usize) -> usize) -> Outcome {
        let Mode::Resizing(mut resizing) = self.mode.clone() else { return Ok(()) };
        let Some(document) = self.project.annotations().get(&resizing.mark).and_then(|mark| self.project.document(mark.document)) else {
            return self.leave_mode();
        };
        let text = &document.text;
        let span = resizing.span;
        resizing.span = match resizing.edge {
            Edge::Start => Span::between(step(text, span.start()).min(text.previous(span.end())), span.end()),
            Edge::End => Span::between(span.start(), step(text, span.end()).max(text.next(span.start()))),
        };
        let at = if resizing.edge == Edge::Start { resizing.span.start() } else { resizing.span.end() };
        let request = Request::Reveal { document: document.id, span: Span::between(at, at) };
        self.requests.push(request);
        self.mode = Mode::Resizing(resizing);
        Ok(())
    }

    pub(super) fn resize_other_edge(&mut self) -> Outcome {
        if let Mode::Resizing(resizing) = &mut self.mode {
            resizing.edge = if resizing.edge == Edge::Start { Edge::End } else { Edge::Start };
        }
        Ok(())
    }

    pub(super) fn resize_keep(&mut self) -> Outcome {
        let Mode::Resizing(resizing) = std::mem::take(&mut self.mode) else { return Ok(()) };
        if resizing.span == resizing.original { Ok(()) } else { self.resize(resizing.mark, resizing.span) }
    }

    pub(super) fn resize_restore(&mut self) -> Outcome {
        self.leave_mode()
    }

    /// Sets the sentences of the selection aside; pressed again, the next reason; after the last one, back to checkable.
    pub(super) fn set_aside(&mut self) -> Outcome {
        let (Some(selection), Some(document)) = (self.selection, self.document()) else { return Ok(()) };
        let words = self.mark().map_or(selection.span(), |mark| mark.span);
        let Some(span) = whole_sentences(document, words) else { return Err(self.no_words("There is no sentence here.")) };
        let id = document.id;
        let present =
            self.document_lookup().and_then(|lookup| lookup.exclusions.iter().find(|passage| passage.span.overlaps(span))).cloned();
        self.step(|draft, maker| {
            let Some(present) = present else {
                let passage =
                    Exclusion { id: maker.id(), document: id, span, reason: Reason::ALL[0], doubt: None, unknown: Unknown::default() };
                draft.add(passage)?;
                return Ok(((), "set sentence aside as not checkable".to_owned()));
            };
            let at = Reason::ALL.iter().position(|reason| *reason == present.reason).unwrap_or(0);
            match Reason::ALL.get(at + 1) {
                Some(next) => {
                    draft.change::<Exclusion>(present.id, |passage| passage.reason = *next)?;
                    Ok(((), format!("not checkable: {}", next.word())))
                }
                None => {
                    draft.remove::<Exclusion>(present.id)?;
                    Ok(((), "make sentence checkable again".to_owned()))
                }
            }
        })
    }

    /// Tags the selection, then offers every other place with the same words, in this article first.
    pub(super) fn tag_every_occurrence(&mut self, tag: Tag) -> Outcome {
        let Some((document, span)) = self.words_for(tag) else { return Err("Select the words first.".into()) };
        let words = self.project.document(document).map_or(String::new(), |document| document.text.slice(span).to_owned());
        let already = self.mark().filter(|mark| mark.span == span && mark.mention.tag() == tag).map(|mark| mark.mention);
        if already.is_none() {
            self.tag(document, span, tag)?;
        }
        let Some(record) = already.or_else(|| self.mark().map(|mark| mark.mention)) else { return Ok(()) };
        let left = self.other_places(&words, document, tag);
        if left.is_empty() {
            self.say(format!("No other “{}” in these articles.", shortened(&words)), false);
            return Ok(());
        }
        self.mode = Mode::Confirming(Occurrences { tag, record, left, taken: 0 });
        self.show_occurrence();
        Ok(())
    }

    /// Places of the same words that do not have the tag yet, whole words only, whatever the case.
    fn other_places(&self, words: &str, first: DocumentId, tag: Tag) -> Vec<(DocumentId, Span)> {
        let Some(sought) = WholeWords::new(words) else { return Vec::new() };
        let (here, elsewhere): (Vec<_>, Vec<_>) = self.project.documents().partition(|document| document.id == first);
        let mut places = Vec::new();
        for document in here.into_iter().chain(elsewhere) {
            let marks = self.lookup.document(document.id).map(|lookup| &lookup.marks).filter(|marks| !marks.is_empty());
            for hit in sought.find_in(document.text.as_str()) {
                let span = document.text.span(hit.start, hit.end);
                let is_tagged = marks.is_some_and(|marks| marks.overlapping(span).iter().any(|mark| mark.span == span && mark.tag == tag));
                if !is_tagged {
                    places.push((document.id, span));
                }
            }
        }
        places
    }

    fn show_occurrence(&mut self) {
        let Mode::Confirming(occurrences) = &self.mode else { return };
        match occurrences.left.first().copied() {
            Some((document, span)) => {
                self.selection = Some(Selection { document, anchor: span.start(), head: span.end() });
                self.mark = None;
                self.requests.push(Request::Reveal { document, span });
            }
            None => {
                let words = format!("{} tagged.", occurrences.taken + 1);
                self.mode = Mode::Reading;
                self.say(words, false);
            }
        }
    }

    /// Tags or skips the occurrence shown, and goes on.
    pub(super) fn occurrence(&mut self, takes: bool) -> Outcome {
        let Mode::Confirming(mut occurrences) = self.mode.clone() else { return Ok(()) };
        if !occurrences.left.is_empty() {
            let (document, span) = occurrences.left.remove(0);
            if takes {
                let (record, tag) = (occurrences.record, occurrences.tag);
                self.step(|draft, maker| {
                    // Every figure is a number of its own; claims and sources are mentioned again.
                    let record = if tag == Tag::Number { new_record(draft, maker, document, span, tag)? } else { record };
                    put_mark(draft, maker, document, span, record)?;
                    Ok(((), format!("tag another {}", tag.word())))
                })?;
                occurrences.taken += 1;
            }
        }
        self.mode = Mode::Confirming(occurrences);
        self.show_occurrence();
        Ok(())
    }
}

/// The first words of a quote, for labels.
pub(super) fn shortened(words: &str) -> String {
    let short: String = words.chars().take(32).collect();
    if short.len() < words.len() { format!("{}…", short.trim_end()) } else { short }
}

/// The sentences that the words touch, as one span.
pub(super) fn whole_sentences(document: &Document, words: Span) -> Option<Span> {
    let first = document.text.sentence_around(words.start())?;
    let last = document.text.sentence_around(words.end().saturating_sub(1).max(words.start()))?;
    Some(Span::between(first.start(), last.end()))
}

/// Adds the record that words mention: a new claim, a number as read off them, a source new or known by name.
pub(super) fn new_record(
    draft: &mut Draft<'_>,
    maker: &mut Maker<'_>,
    document: DocumentId,
    span: Span,
    tag: Tag,
) -> Result<Mention, Refusal> {
    let words = draft.project().document(document).map_or("", |document| document.text.slice(span)).to_owned();
    match tag {
        Tag::Claim => {
            let id = maker.id();
            let number = draft.next_claim_number(document);
            draft.add(Claim::new(id, document, number, maker.now(), maker.by()))?;
            Ok(Mention::Claim(id))
        }
        Tag::Number => {
            let mut quantity = Quantity::new(maker.id());
            read_off(draft, &mut quantity, document, span);
            let id = quantity.id;
            draft.add(quantity)?;
            Ok(Mention::Number(id))
        }
        Tag::Source => {
            let name = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if let Some(known) = known_source(draft, &name, document) {
                return Ok(Mention::Source(known));
            }
            let id = maker.id();
            draft.add(Source::named(id, &name))?;
            Ok(Mention::Source(id))
        }
    }
}

/// Descriptions of nobody known with fewer words may be of other people in every article: "the official".
const TELLING_WORDS: usize = 3;

/// A register entry of the same name, whatever the case.
fn known_source(draft: &Draft<'_>, name: &str, document: DocumentId) -> Option<SourceId> {
    let wanted: String = name.chars().flat_map(char::to_lowercase).collect();
    // A register may hold tens of thousands: letters are turned to lower case only where there are others than of ASCII.
    let is_same = |source: &&Source| match (source.name.is_ascii(), wanted.is_ascii()) {
        (true, true) => source.name.eq_ignore_ascii_case(&wanted),
        // In lower case it is of ASCII still, and what is wanted is in lower case already.
        (true, false) => false,
        _ => source.name.chars().flat_map(char::to_lowercase).eq(wanted.chars()),
    };
    let is_vague = SourceKind::guess(name) == SourceKind::Anonymous && name.split_whitespace().count() < TELLING_WORDS;
    let marks = |id: SourceId| draft.mentions(Mention::Source(id)).into_iter().filter_map(|id| draft.project().annotations().get(&id));
    let is_here = |source: &&Source| !is_vague || marks(source.id).count() == 0 || marks(source.id).any(|mark| mark.document == document);
    let known = draft.project().sources().values().find(|source| is_same(source) && is_here(source));
    known.map(|source| source.id)
}

/// Puts a mark on words and links what belongs together by place.
pub(super) fn put_mark(
    draft: &mut Draft<'_>,
    maker: &mut Maker<'_>,
    document: DocumentId,
    span: Span,
    mention: Mention,
) -> Result<Annotation, Refusal> {
    let mark = Annotation {
        id: maker.id(),
        document,
        span,
        mention,
        note: String::new(),
        keywords: Vec::new(),
        created: maker.now(),
        by: maker.by().to_owned(),
        unknown: Unknown::default(),
        doubt: None,
    };
    draft.add(mark.clone())?;
    link_neighbours(draft, maker, mark.id)?;
    Ok(mark)
}

/// A number or source inside a claim's span belongs to the claim: the smallest claim around it, or all inside a new claim
/// that belong to none yet.
pub(super) fn link_neighbours(draft: &mut Draft<'_>, maker: &mut Maker<'_>, id: AnnotationId) -> Result<(), Refusal> {
    let Some(mark) = draft.project().annotations().get(&id).cloned() else { return Ok(()) };
    let mut over = draft.marks_over(mark.document, mark.span);
    over.sort_unstable();
    let others = over.iter().filter(|other| **other != id).filter_map(|other| draft.project().annotations().get(other));
    let pairs: Vec<(Mention, Mention)> = if mark.mention.tag() == Tag::Claim {
        let inside = |other: &&Annotation| mark.span.contains(other.span) && other.mention.tag() != Tag::Claim;
        others.filter(inside).map(|other| (mark.mention, other.mention)).collect()
    } else {
        let around = |other: &&Annotation| other.span.contains(mark.span) && other.mention.tag() == Tag::Claim;
        let claim = others.filter(around).min_by_key(|claim| claim.span.len());
        claim.map(|claim| (claim.mention, mark.mention)).into_iter().collect()
    };
    for (claim, other) in pairs {
        let role = if other.tag() == Tag::Number { Role::Contains } else { Role::RestsOn };
        // A number belongs to one claim by place; a source may serve many.
        let has_owner = role == Role::Contains && draft.has_link(other, |link| link.role == role);
        if !has_owner && !draft.has_link(claim, |link| link.to == other) {
            draft.add(Link::new(maker.id(), claim, other, role))?;
        }
    }
    Ok(())
}
