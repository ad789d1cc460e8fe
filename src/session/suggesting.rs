//! Suggestions at work: which kinds are shown, what of them is still open, and taking or dropping them. What the program would mark
//! follows from an article's text alone, so it is found once; what is open of it is looked up where it is shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::attributing::{Split, known_mark, tie};
use super::noted::take_asides;
use super::stepping::Maker;
use super::tagging::{new_record, put_mark, shortened, whole_sentences};
use super::{Mode, Outcome, Refusal, Request, Selection, Session, ViewKind};
use crate::edit::Draft;
use crate::model::annotation::{Annotation, Mark, Mention, Tag};
use crate::model::count::count;
use crate::model::document::{Document, Dropped, Language, Offer, Span, Text};
use crate::model::id::{AnnotationId, DocumentId};
use crate::suggest::{Suggestion, Suggestions};

/// Up to this length, bytes, an article is read at once: it takes less than a millisecond.
const AT_ONCE_BYTES: usize = 8_000;

/// What is suggested in this session.
#[derive(Clone, Default)]
pub struct Suggesting {
    /// Which kinds are shown.
    shown: BTreeSet<Tag>,
    /// What was found in articles that were read.
    found: BTreeMap<DocumentId, (Language, Arc<Suggestions>)>,
    /// Articles that somebody reads.
    asked: BTreeMap<DocumentId, Language>,
    /// Articles that somebody is to read.
    to_read: Vec<ToRead>,
    /// What their writers noted in the articles that were shown.
    noted: BTreeMap<DocumentId, Arc<[Suggestion]>>,
}

/// An article that is to be read for suggestions, in a language.
#[derive(Clone)]
pub struct ToRead {
    /// Which.
    pub document: DocumentId,
    /// Its text.
    pub text: Text,
    /// The language of its numbers.
    pub language: Language,
}

impl ToRead {
    /// Reads it.
    pub fn read(&self) -> Suggestions {
        Suggestions::of(&self.text, self.language)
    }
}

impl Suggesting {
    /// Takes over from the same session as it went on meanwhile.
    pub(super) fn take_back(&mut self, other: Suggesting) {
        *self = other;
    }
}

/// Order in the text: of those that begin together, the longer first.
type Place = (usize, Reverse<usize>, Tag);

fn place(span: Span, tag: Tag) -> Place {
    (span.start(), Reverse(span.len()), tag)
}

impl Session {
    /// Sets which kinds are shown.
    pub fn suggest(&mut self, tags: &BTreeSet<Tag>) {
        self.suggesting.shown.clone_from(tags);
        self.want_suggestions();
    }

    /// The kinds that are shown.
    pub fn suggested_kinds(&self) -> &BTreeSet<Tag> {
        &self.suggesting.shown
    }

    /// Asks for what is suggested in the article shown, if nobody has yet.
    pub(super) fn want_suggestions(&mut self) {
        if self.view != ViewKind::Articles {
            return;
        }
        let Some(document) = self.selection.and_then(|selection| self.project.document(selection.document)) else { return };
        if !document.asides.is_empty() {
            self.suggesting.noted.entry(document.id).or_insert_with(|| Suggestion::of_asides(&document.asides).into());
        }
        if self.suggesting.shown.is_empty() {
            return;
        }
        let to_read = ToRead { document: document.id, text: document.text.clone(), language: document.language() };
        let (id, language) = (to_read.document, to_read.language);
        let is_known = self.suggesting.found.get(&id).is_some_and(|(known, _)| *known == language);
        if is_known || self.suggesting.asked.get(&id) == Some(&language) {
            return;
        }
        if to_read.text.len() <= AT_ONCE_BYTES {
            self.suggesting.found.insert(id, (language, Arc::new(to_read.read())));
        } else {
            self.suggesting.asked.insert(id, language);
            self.suggesting.to_read.push(to_read);
        }
    }

    /// The articles that are to be read off the drawing thread; each is given once.
    pub fn take_to_suggest(&mut self) -> Vec<ToRead> {
        std::mem::take(&mut self.suggesting.to_read)
    }

    /// Takes over what was found in an article.
    pub fn take_suggested(&mut self, read: &ToRead, found: Arc<Suggestions>) {
        let id = read.document;
        self.suggesting.asked.retain(|asked, language| *asked != id || *language != read.language);
        if self.project.document(id).is_some_and(|document| document.text == read.text) {
            self.suggesting.found.insert(id, (read.language, found));
        }
    }

    /// Forgets what was found in articles that are gone or have another text.
    pub(super) fn forget_suggestions(&mut self, ids: &BTreeSet<DocumentId>) {
        for id in ids {
            self.suggesting.found.remove(id);
            self.suggesting.asked.remove(id);
            self.suggesting.noted.remove(id);
        }
    }

    /// Whether the article shown is being read.
    pub fn is_reading_for_suggestions(&self) -> bool {
        self.document().is_some_and(|document| self.suggesting.asked.contains_key(&document.id)) && !self.suggesting.shown.is_empty()
    }

    fn found(&self) -> Option<(&Document, &Suggestions)> {
        let document = self.document()?;
        Some((document, &self.suggesting.found.get(&document.id)?.1))
    }

    /// What the writer of the article shown noted in it, whether open or not, in the order of the text.
    fn noted(&self) -> &[Suggestion] {
        self.document().and_then(|document| self.suggesting.noted.get(&document.id)).map_or(&[], |noted| noted)
    }

    /// What is suggested and open in a stretch of the article shown, and what its writer noted there, in the order of the text.
    pub fn suggestions_over(&self, stretch: Span) -> Vec<&Suggestion> {
        let mut open = self.asides_over(stretch);
        if let Some((document, found)) = self.found() {
            let shown = self.suggesting.shown.iter().flat_map(|tag| found.over(*tag, stretch));
            open.extend(shown.filter(|suggestion| self.is_open(document, suggestion)));
        }
        open.sort_by_key(|suggestion| place(suggestion.span, suggestion.tag));
        open
    }

    /// What the writer noted in a stretch of the article shown and nobody has taken or turned down yet, in the order of the text.
    pub fn asides_over(&self, stretch: Span) -> Vec<&Suggestion> {
        let Some(document) = self.document() else { return Vec::new() };
        let noted = self.noted().iter().take_while(|noted| noted.span.start() < stretch.end());
        noted.filter(|noted| noted.span.overlaps(stretch) && self.is_open(document, noted)).collect()
    }

    /// Whether a suggestion was neither taken nor turned down, and nothing else of its kind stands there.
    fn is_open(&self, document: &Document, suggestion: &Suggestion) -> bool {
        let dropped = Dropped { span: suggestion.span, offer: suggestion.offer() };
        if document.is_signed() || document.dropped.binary_search(&dropped).is_ok() {
            return false;
        }
        if suggestion.offer() == Offer::Aside {
            return true;
        }
        let Some(lookup) = self.lookup.document(document.id) else { return false };
        let is_marked = lookup.marks.overlapping(suggestion.span).iter().any(|mark| mark.tag == suggestion.tag);
        let is_set_aside = suggestion.tag == Tag::Claim && lookup.exclusions.iter().any(|passage| passage.span.overlaps(suggestion.span));
        !is_marked && !is_set_aside
    }

    /// The suggestion whose words are selected; where the program and the writer point at the same words, that of the program first.
    pub fn suggestion(&self) -> Option<&Suggestion> {
        let selection = self.selection.filter(|selection| !selection.is_empty() && self.mark.is_none() && self.mode == Mode::Reading)?;
        let document = self.document().filter(|_| self.view == ViewKind::Articles)?;
        let span = selection.span();
        let tags = [Tag::Number, Tag::Source, Tag::Claim].into_iter().filter(|tag| self.suggesting.shown.contains(tag));
        let own = self.found().into_iter().flat_map(|(_, found)| tags.clone().flat_map(|tag| found.over(tag, span)));
        let mut same = own.chain(self.noted()).filter(|suggestion| suggestion.span == span);
        same.find(|suggestion| self.is_open(document, suggestion))
    }

    /// The first one open behind a place of the text, or the last before it.
    fn suggestion_from(&self, from: Place, forward: bool) -> Option<&Suggestion> {
        let document = self.document()?;
        let is_open = |suggestion: &&Suggestion| self.is_open(document, suggestion);
        let of_list = |all: &'_ [Suggestion]| -> Option<usize> {
            let key = |suggestion: &Suggestion| place(suggestion.span, suggestion.tag);
            if forward {
                let at = all.partition_point(|suggestion| key(suggestion) <= from);
                all.iter().enumerate().skip(at).find(|(_, suggestion)| is_open(suggestion)).map(|(at, _)| at)
            } else {
                let at = all.partition_point(|suggestion| key(suggestion) < from);
                all.iter().enumerate().take(at).rev().find(|(_, suggestion)| is_open(suggestion)).map(|(at, _)| at)
            }
        };
        let own = self.found().into_iter().flat_map(|(_, found)| self.suggesting.shown.iter().map(|tag| found.all(*tag)));
        let near = own.chain([self.noted()]).filter_map(|all| all.get(of_list(all)?));
        let key = |suggestion: &&Suggestion| place(suggestion.span, suggestion.tag);
        if forward { near.min_by_key(key) } else { near.max_by_key(key) }
    }

    /// Where the walk over marks and suggestions stands: at a mark, at a suggestion, or at the caret.
    fn place_of_walk(&self, forward: bool) -> Option<Place> {
        let selection = self.selection?;
        if let Some(mark) = self.mark().filter(|mark| !mark.is_lost()) {
            return Some(place(mark.span, mark.mention.tag()));
        }
        if let Some(suggestion) = self.suggestion() {
            return Some(place(suggestion.span, suggestion.tag));
        }
        // A bare caret stands before what begins there.
        let before = (selection.head, Reverse(usize::MAX), Tag::Claim);
        Some(if forward { selection.head.checked_sub(1).map_or(before, |at| (at, Reverse(0), Tag::Source)) } else { before })
    }

    /// The suggestion that comes before the next mark, or behind the one before, if there is one.
    pub(super) fn nearer_suggestion(&self, mark: Option<&Mark>, forward: bool) -> Option<Span> {
        let found = self.suggestion_from(self.place_of_walk(forward)?, forward)?;
        let here = place(found.span, found.tag);
        let is_nearer = mark.is_none_or(|mark| {
            let there = place(mark.span, mark.tag);
            if forward { here < there } else { here > there }
        });
        is_nearer.then_some(found.span)
    }

    /// Selects a suggestion, so that keys act on it.
    pub(super) fn select_suggestion(&mut self, span: Span) -> Outcome {
        let Some(document) = self.document().map(|document| document.id) else { return Ok(()) };
        self.select(document, span.start(), span.end())?;
        self.requests.push(Request::Reveal { document, span });
        if let Some(words) = self.suggestion().map(|suggestion| self.spoken(suggestion)) {
            self.requests.push(Request::Announce(words));
        }
        Ok(())
    }

    /// As a screen reader says it: `Suggested number, 1,500 troops, not taken`.
    pub fn spoken(&self, suggestion: &Suggestion) -> String {
        let words = self.document().map_or("", |document| document.text.slice(suggestion.span));
        if let (Some(document), Some(first)) = (self.document(), suggestion.asides.first()) {
            let noted =
                document.asides.get(*first).map_or_else(String::new, |aside| format!("{}: {}", aside.title(), aside.said(&document.text)));
            let more = suggestion.asides.len() - 1;
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            return format!("{noted}{more}, at {words}, not taken");
        }
        format!("Suggested {}, {words}, not taken", suggestion.tag.word())
    }

    /// Goes to the next suggestion.
    pub(super) fn next_suggestion(&mut self) -> Outcome {
        if self.suggesting.shown.is_empty() && self.noted().is_empty() {
            return Err("No suggestions are shown. Press Shift Y, or choose a kind in the settings.".into());
        }
        if self.is_reading_for_suggestions() {
            return Err("This article is still being read for suggestions. Press the key again in a moment.".into());
        }
        let next = self.place_of_walk(true).and_then(|from| self.suggestion_from(from, true)).map(|found| found.span);
        match next {
            Some(span) => self.select_suggestion(span),
            None => {
                self.say("That was the last suggestion of this article.", false);
                Ok(())
            }
        }
    }

    fn chosen(&self) -> Result<(DocumentId, Suggestion), Refusal> {
        let id = self.document().map(|document| document.id);
        id.zip(self.suggestion().cloned()).ok_or_else(|| "No suggestion is selected. Y goes to the next one.".into())
    }

    /// Tags what is suggested, and goes on to the next one.
    pub(super) fn take_suggestion(&mut self) -> Outcome {
        let (document, suggestion) = self.chosen()?;
        let (mark, label) = self.step(|draft, maker| {
            let mark = take(draft, maker, document, &suggestion)?;
            let quote = shortened(draft.project().quote(&mark));
            let label = match suggestion.offer() {
                Offer::Mark(tag) => format!("take suggested {} “{quote}”", tag.word()),
                Offer::Aside => format!("keep what the writer noted at “{quote}” as evidence"),
            };
            Ok(((mark.id, label.clone()), label))
        })?;
        self.requests.push(Request::Announce(label));
        self.go_on_from(suggestion.span, suggestion.tag, Some(mark))
    }

    /// Turns down what is suggested: it is not offered again. Goes on to the next one.
    pub(super) fn drop_suggestion(&mut self) -> Outcome {
        let (document, suggestion) = self.chosen()?;
        let label = self.step(|draft, _| {
            let words = draft.project().document(document).map_or("", |document| document.text.slice(suggestion.span));
            let label = match suggestion.offer() {
                Offer::Mark(tag) => format!("drop suggested {} “{}”", tag.word(), shortened(words)),
                Offer::Aside => format!("drop what the writer noted at “{}”", shortened(words)),
            };
            turn_down(draft, document, &[&suggestion])?;
            Ok((label.clone(), label))
        })?;
        self.requests.push(Request::Announce(label));
        self.go_on_from(suggestion.span, suggestion.tag, None)
    }

    /// Selects the next suggestion; where there is none, the mark that was just made.
    fn go_on_from(&mut self, span: Span, tag: Tag, made: Option<AnnotationId>) -> Outcome {
        // The program and the writer may have pointed at the same words.
        if self.suggestion().is_some() {
            return self.select_suggestion(span);
        }
        match (self.suggestion_from(place(span, tag), true).map(|next| next.span), made) {
            (Some(next), _) => self.select_suggestion(next),
            (None, Some(mark)) => self.select_mark(mark),
            (None, None) => {
                let Some(document) = self.document().map(|document| document.id) else { return Ok(()) };
                self.selection = Some(Selection::caret(document, span.start()));
                self.say("That was the last suggestion of this article.", false);
                Ok(())
            }
        }
    }

    /// All that are open in the article shown.
    fn all_open(&self) -> Result<(DocumentId, Vec<Suggestion>), Refusal> {
        if self.suggesting.shown.is_empty() && self.noted().is_empty() {
            return Err("No suggestions are shown. Press Shift Y, or choose a kind in the settings.".into());
        }
        let Some(document) = self.document() else { return Err("Open an article first.".into()) };
        if self.is_reading_for_suggestions() {
            return Err("This article is still being read for suggestions. Try again in a moment.".into());
        }
        let mut open: Vec<Suggestion> = self.suggestions_over(Span::between(0, document.text.len())).into_iter().cloned().collect();
        if open.is_empty() {
            return Err("Nothing is suggested in this article, or all of it is taken or dropped.".into());
        }
        // Claims last: they find the sources and numbers in them. And what was noted finds the claims.
        open.sort_by_key(|suggestion| (suggestion.tag == Tag::Claim, suggestion.offer()));
        Ok((document.id, open))
    }

    /// Tags all that is suggested in the article shown, in one step.
    pub(super) fn take_all_suggestions(&mut self) -> Outcome {
        let (document, open) = self.all_open()?;
        let words = count(open.len(), "suggestion");
        self.step(|draft, maker| {
            open.iter().try_for_each(|suggestion| take(draft, maker, document, suggestion).map(|_| ()))?;
            Ok(((), format!("take {words}")))
        })?;
        self.say(format!("{words} taken. Undo takes all of them back."), false);
        Ok(())
    }

    /// Turns down all that is suggested in the article shown, in one step.
    pub(super) fn drop_all_suggestions(&mut self) -> Outcome {
        let (document, open) = self.all_open()?;
        let words = count(open.len(), "suggestion");
        self.step(|draft, _| {
            turn_down(draft, document, &open.iter().collect::<Vec<_>>())?;
            Ok(((), format!("drop {words}")))
        })?;
        self.say(format!("{words} dropped. Undo brings them back."), false);
        Ok(())
    }

    /// How many are suggested in the article shown at most, whether open or not.
    pub(super) fn suggestions_at_most(&self) -> usize {
        let own: usize = self.found().map_or(0, |(_, found)| self.suggesting.shown.iter().map(|tag| found.all(*tag).len()).sum());
        own + self.noted().len()
    }

    /// The claims most worth checking in the article shown, best first, so many at most.
    pub fn most_worth_checking(&self, most: usize) -> Vec<&Suggestion> {
        let Some((document, found)) = self.found().filter(|_| self.suggesting.shown.contains(&Tag::Claim)) else { return Vec::new() };
        found.ranked().filter(|claim| self.is_open(document, claim)).take(most).collect()
    }
}

pub(super) fn turn_down(draft: &mut Draft<'_>, document: DocumentId, suggestions: &[&Suggestion]) -> Result<(), Refusal> {
    draft.change::<Document>(document, |document| {
        for suggestion in suggestions {
            Dropped { span: suggestion.span, offer: suggestion.offer() }.note(&mut document.dropped);
        }
    })?;
    Ok(())
}

/// Marks what is suggested, and ties claim and source where both are marked by then.
fn take(draft: &mut Draft<'_>, maker: &mut Maker<'_>, document: DocumentId, suggestion: &Suggestion) -> Result<Annotation, Refusal> {
    if suggestion.offer() == Offer::Aside {
        return take_asides(draft, maker, document, suggestion);
    }
    let record = record_of(draft, maker, document, suggestion)?;
    let mark = put_mark(draft, maker, document, suggestion.span, record)?;
    let Some(split) = split_of(draft, document, suggestion) else { return Ok(mark) };
    let (claim, source) = (known_mark(draft, &split, Tag::Claim), known_mark(draft, &split, Tag::Source));
    if let (Some(claim), Some(source)) = (claim, source) {
        tie(draft, maker, (&claim, &source), &split.cue)?;
    }
    Ok(mark)
}

/// The record that the words mention: for a pronoun or surname, that of the fuller name before it.
fn record_of(draft: &mut Draft<'_>, maker: &mut Maker<'_>, document: DocumentId, suggestion: &Suggestion) -> Result<Mention, Refusal> {
    let earlier = suggestion.attribution.and_then(|attribution| attribution.earlier).filter(|_| suggestion.tag == Tag::Source);
    let Some(earlier) = earlier else { return new_record(draft, maker, document, suggestion.span, suggestion.tag) };
    let over = draft.marks_over(document, earlier);
    let marks = over.iter().filter_map(|id| draft.project().annotations().get(id));
    let known = marks.map(|mark| mark.mention).find(|mention| mention.tag() == Tag::Source);
    known.map_or_else(|| new_record(draft, maker, document, earlier, Tag::Source), Ok)
}

/// Who says what, for a suggestion that is a part of it.
fn split_of(draft: &Draft<'_>, id: DocumentId, suggestion: &Suggestion) -> Option<Split> {
    let found = suggestion.attribution?;
    let document = draft.project().document(id)?;
    let start = found.content.start().min(found.speaker.start());
    let around = whole_sentences(document, Span::between(start, found.content.end().max(found.speaker.end())))?;
    let cue = document.text.slice(found.cue).to_owned();
    Some(Split { document: id, sentence: around, source: found.speaker, content: found.content, cue })
}

#[cfg(test)]
#[path = "tests/suggesting.rs"]
mod tests;
