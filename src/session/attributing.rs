//! Who says what, in one step: a sentence is split into source, cue and content, and the three are kept as two marks and their link.

use super::stepping::Maker;
use super::tagging::{new_record, put_mark, shortened, whole_sentences};
use super::{Mode, Outcome, Refusal, Request, Session};
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::document::{Document, Span, Text};
use crate::model::id::{AnnotationId, DocumentId};
use crate::model::link::{Link, Role};
use crate::suggest::attribution::cue_near;
use crate::suggest::{Attribution, CannotSplit, attribution};

/// The way on where a sentence cannot be split.
const BY_HAND: &str = "Select what is said and press C, then who says it and press S; L links them.";

/// A sentence that was split, in places of its article.
pub(super) struct Split {
    pub document: DocumentId,
    /// All of it.
    pub sentence: Span,
    pub source: Span,
    pub content: Span,
    /// The words that give the content to the source.
    pub cue: String,
}

impl Session {
    /// Tags who says what in the words selected, or in the sentence at the caret, and links the two by their cue.
    pub(super) fn attribute(&mut self) -> Outcome {
        let split = self.split_words()?;
        let (mark, label) = self.step(|draft, maker| {
            let document = split.document;
            let claim = match known_mark(draft, &split, Tag::Claim) {
                Some(known) => known,
                None => {
                    let record = new_record(draft, maker, document, split.content, Tag::Claim)?;
                    put_mark(draft, maker, document, split.content, record)?
                }
            };
            let source = match known_mark(draft, &split, Tag::Source) {
                Some(known) => known,
                None => {
                    let record = new_record(draft, maker, document, split.source, Tag::Source)?;
                    put_mark(draft, maker, document, split.source, record)?
                }
            };
            tie(draft, maker, (&claim, &source), &split.cue)?;
            if draft.is_empty() {
                return Err("Who says this is tagged and linked already.".into());
            }
            let project = draft.project();
            let label = match claim.mention {
                Mention::Claim(id) => format!("attribute {} to “{}”", project.claim_label(id), shortened(project.quote(&source))),
                Mention::Number(_) | Mention::Source(_) => String::new(),
            };
            Ok(((claim.id, label.clone()), label))
        })?;
        self.requests.push(Request::Announce(label));
        self.mode = Mode::Reading;
        self.select_mark(mark)
    }

    /// Splits the words selected; where they cannot be split, the sentences that they lie in.
    fn split_words(&self) -> Result<Split, Refusal> {
        let (Some(selection), Some(document)) = (self.selection, self.document()) else { return Err("Open an article first.".into()) };
        let mark = self.mark();
        if mark.is_some_and(Annotation::is_lost) {
            return Err(super::doubts::NO_WORDS.into());
        }
        let words = mark.map_or(selection.span(), |mark| mark.span);
        let Some(sentences) = whole_sentences(document, words) else { return Err(self.no_words("There is no sentence here.")) };
        let chosen = document.text.trimmed(words);
        if mark.is_none()
            && !chosen.is_empty()
            && let Ok(found) = attribution(document.text.slice(chosen))
        {
            return Ok(split(document, chosen, &found));
        }
        let found = attribution(document.text.slice(sentences));
        found.map(|found| split(document, sentences, &found)).map_err(|reason| refusal(&reason))
    }

    /// The words of the cues that tie the selected mark to those it is linked with, as they stand in its article.
    pub fn cues_shown(&self) -> Vec<Span> {
        let Some(mark) = self.mark().filter(|mark| !mark.is_lost()) else { return Vec::new() };
        let Some(text) = self.project.document(mark.document).map(|document| &document.text) else { return Vec::new() };
        let links = self.lookup.links(mark.mention).iter().filter_map(|id| self.project.links().get(id));
        let cue = |link: &Link| {
            let ends = self.lookup.mentions(link.other_end(mark.mention)).iter().filter_map(|id| self.project.annotations().get(id));
            let here = ends.filter(|end| end.document == mark.document && !end.is_lost());
            let nearest = here.min_by_key(|end| end.span.start().abs_diff(mark.span.start()))?;
            let (claim, source) = if mark.mention.tag() == Tag::Claim { (mark, nearest) } else { (nearest, mark) };
            cue_span(text, &link.cue, claim.span, source.span)
        };
        links.filter(|link| link.role == Role::RestsOn && !link.cue.is_empty()).filter_map(cue).collect()
    }
}

fn refusal(reason: &CannotSplit) -> Refusal {
    Refusal(format!("{reason}. {BY_HAND}"))
}

fn split(document: &Document, sentence: Span, found: &Attribution) -> Split {
    let text = &document.text;
    let place = |range: &std::ops::Range<usize>| text.span(sentence.start() + range.start, sentence.start() + range.end);
    Split {
        document: document.id,
        sentence,
        source: place(&found.source),
        content: place(&found.content),
        cue: text.slice(place(&found.cue)).to_owned(),
    }
}

/// Links a claim to who says it by the words between, or adds the words to a link that is there.
pub(super) fn tie(
    draft: &mut Draft<'_>,
    maker: &mut Maker<'_>,
    (claim, source): (&Annotation, &Annotation),
    cue: &str,
) -> Result<(), Refusal> {
    let links = draft.links(claim.mention);
    let is_theirs = |link: &&Link| link.role == Role::RestsOn && link.to == source.mention;
    match links.iter().filter_map(|id| draft.project().links().get(id)).find(is_theirs).map(|link| link.id) {
        Some(link) => draft.change::<Link>(link, |link| {
            if link.cue.is_empty() {
                cue.clone_into(&mut link.cue);
            }
        })?,
        None => {
            let link = Link::new(maker.id(), claim.mention, source.mention, Role::RestsOn);
            draft.add(Link { cue: cue.to_owned(), ..link })?;
        }
    }
    Ok(())
}

/// A mark of the sentence that serves: a claim on what is said or around it, a source on the speaker's words or within them.
pub(super) fn known_mark(draft: &Draft<'_>, split: &Split, tag: Tag) -> Option<Annotation> {
    let wanted = if tag == Tag::Claim { split.content } else { split.source };
    let over: Vec<AnnotationId> = draft.marks_over(split.document, wanted);
    let marks = over.iter().filter_map(|id| draft.project().annotations().get(id)).filter(|mark| mark.mention.tag() == tag);
    let serves = |mark: &&Annotation| match tag {
        Tag::Claim => mark.span.contains(split.content) && split.sentence.contains(mark.span),
        Tag::Number | Tag::Source => split.source.contains(mark.span),
    };
    marks.filter(serves).min_by_key(|mark| (mark.span.len().abs_diff(wanted.len()), mark.id)).cloned()
}

/// Where a cue stands in the sentences of claim and source: beside the claim if it can be, else within it.
fn cue_span(text: &Text, cue: &str, claim: Span, source: Span) -> Option<Span> {
    let first = text.sentence_around(claim.start().min(source.start()))?;
    let last = text.sentence_around(claim.end().max(source.end()).saturating_sub(1))?;
    let around = Span::between(first.start(), last.end());
    let within = |span: Span| (span.start() - around.start())..(span.end() - around.start());
    let (words, speaker) = (text.slice(around), within(source));
    let found = cue_near(words, cue, &speaker, &within(claim)).or_else(|| cue_near(words, cue, &speaker, &(0..0)))?;
    Some(text.span(around.start() + found.start, around.start() + found.end))
}
