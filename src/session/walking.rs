//! Moving about: caret, selection, marks, open claims, views, and the way back.

use super::selection::{Selection, grown, moved, word_around};
use super::{Mode, Outcome, Place, Request, Session, ViewKind};
use crate::command::catalogue::Motion;
use crate::model::annotation::{Mark, MarkIndex, Mention};
use crate::model::document::Span;
use crate::model::id::{AnnotationId, DocumentId};
use crate::model::lookup::SentenceState;
use crate::report::words::count;

/// Steps that "back" remembers.
const PLACES: usize = 200;

impl Session {
    pub(super) fn select(&mut self, document: DocumentId, anchor: usize, head: usize) -> Outcome {
        let Some(text) = self.project.document(document).map(|document| &document.text) else { return Ok(()) };
        let (anchor, head) = (text.floor(anchor), text.floor(head));
        self.selection = Some(Selection { document, anchor, head });
        self.mark = None;
        self.grown.clear();
        Ok(())
    }

    /// Selects a mark and brings it into view.
    pub(super) fn select_mark(&mut self, id: AnnotationId) -> Outcome {
        let Some(mark) = self.project.annotations().get(&id) else { return Err("This mark is no longer there.".into()) };
        let (document, span) = (mark.document, mark.span);
        let is_elsewhere = self.view != ViewKind::Articles || self.selection.is_none_or(|selection| selection.document != document);
        if is_elsewhere {
            self.remember_place();
        }
        self.view = ViewKind::Articles;
        self.selection = Some(Selection::caret(document, span.start()));
        self.mark = Some(id);
        self.grown.clear();
        self.requests.push(Request::Reveal { document, span });
        Ok(())
    }

    /// Selects the first mention of a record; one without mentions is shown in its table.
    pub(super) fn show_record(&mut self, record: Mention) -> Outcome {
        self.record = Some(record);
        if let Some(first) = self.lookup.mentions(record).first().copied() {
            self.remember_place();
            self.requests.push(Request::FocusGalley);
            return self.select_mark(first);
        }
        match record {
            Mention::Source(_) => self.show_view(ViewKind::Sources),
            Mention::Number(_) => self.show_view(ViewKind::Numbers),
            Mention::Claim(_) => Err("This claim has no words in any article.".into()),
        }
    }

    pub(super) fn show_place(&mut self, document: DocumentId, span: Span) -> Outcome {
        self.remember_place();
        self.view = ViewKind::Articles;
        self.select(document, span.start(), span.end())?;
        self.requests.push(Request::Reveal { document, span });
        self.requests.push(Request::FocusGalley);
        Ok(())
    }

    pub(super) fn show_view(&mut self, view: ViewKind) -> Outcome {
        if view != self.view {
            self.remember_place();
            if let Some(mark) = self.mark() {
                self.record = Some(mark.mention);
            }
            self.view = view;
            self.mode = Mode::Reading;
        }
        if view == ViewKind::Articles {
            self.requests.push(Request::FocusGalley);
        }
        Ok(())
    }

    pub(super) fn move_caret(&mut self, motion: Motion, extends: bool) -> Outcome {
        let Some(selection) = self.selection else { return Ok(()) };
        let Some(text) = self.document().map(|document| &document.text) else { return Ok(()) };
        // A plain arrow lets go of a selection at the side it points to.
        let target = match motion {
            Motion::Left if !extends && !selection.is_empty() => Some(selection.span().start()),
            Motion::Right if !extends && !selection.is_empty() => Some(selection.span().end()),
            _ => moved(text, selection.head, motion),
        };
        let Some(head) = target else { return Ok(()) };
        let anchor = if extends { selection.anchor } else { head };
        self.place_caret(Selection { anchor, head, ..selection })
    }

    fn place_caret(&mut self, selection: Selection) -> Outcome {
        self.select(selection.document, selection.anchor, selection.head)?;
        let span = Span::between(selection.head, selection.head);
        self.requests.push(Request::Reveal { document: selection.document, span });
        Ok(())
    }

    pub(super) fn select_all(&mut self) -> Outcome {
        let Some(document) = self.document() else { return Ok(()) };
        let (id, paragraphs) = (document.id, document.text.paragraphs());
        let ends = (paragraphs.first().map_or(0, |first| first.start()), paragraphs.last().map_or(0, |last| last.end()));
        self.select(id, ends.0, ends.1)
    }

    pub(super) fn select_word(&mut self) -> Outcome {
        let (Some(selection), Some(document)) = (self.selection, self.document()) else { return Ok(()) };
        let word = word_around(&document.text, selection.head);
        self.select(selection.document, word.start(), word.end())
    }

    pub(super) fn grow(&mut self) -> Outcome {
        let (Some(selection), Some(document)) = (self.selection, self.document()) else { return Ok(()) };
        let span = self.mark().map_or(selection.span(), |mark| mark.span);
        let Some(larger) = grown(document, span) else { return Ok(()) };
        let mut steps = std::mem::take(&mut self.grown);
        steps.push(span);
        self.select(selection.document, larger.start(), larger.end())?;
        self.grown = steps;
        Ok(())
    }

    pub(super) fn shrink(&mut self) -> Outcome {
        let Some(selection) = self.selection else { return Ok(()) };
        let mut steps = std::mem::take(&mut self.grown);
        let Some(smaller) = steps.pop() else { return Ok(()) };
        self.select(selection.document, smaller.start(), smaller.end())?;
        self.grown = steps;
        Ok(())
    }

    pub(super) fn clear(&mut self) -> Outcome {
        self.notice = None;
        let Some(selection) = self.selection else { return Ok(()) };
        self.select(selection.document, selection.head, selection.head)
    }

    pub(super) fn copy(&mut self) -> Outcome {
        let Some(document) = self.document() else { return Ok(()) };
        let selected = self.selection.map_or("", |selection| document.text.slice(selection.span()));
        let words = self.mark().map_or(selected, |mark| self.project.quote(mark)).to_owned();
        if words.is_empty() {
            return Ok(());
        }
        self.requests.push(Request::Copy(words));
        Ok(())
    }

    pub(super) fn next_mark(&mut self) -> Outcome {
        self.step_mark(true)
    }

    pub(super) fn previous_mark(&mut self) -> Outcome {
        self.step_mark(false)
    }

    fn step_mark(&mut self, forward: bool) -> Outcome {
        let (Some(selection), Some(lookup)) = (self.selection, self.document_lookup()) else { return Ok(()) };
        let from = self.mark().map(Mark::of);
        // Selected words of a suggestion hold marks that the walk comes to.
        let caret = if self.suggestion().is_some() { selection.span().start() } else { selection.head };
        let found = if forward { lookup.marks.next(from, caret) } else { lookup.marks.previous(from, caret) };
        if let Some(suggestion) = self.nearer_suggestion(found.as_ref(), forward) {
            return self.select_suggestion(suggestion);
        }
        match found {
            Some(mark) => self.select_mark(mark.id),
            None if lookup.marks.is_empty() => Err("No marks in this article yet. Select words and press C, N or S.".into()),
            None => {
                self.tell_end(if forward { "That was the last mark of this article." } else { "That was the first mark of this article." })
            }
        }
    }

    /// Says that a way ends here, which is no fault.
    fn tell_end(&mut self, words: &str) -> Outcome {
        self.say(words, false);
        Ok(())
    }

    pub(super) fn next_open(&mut self) -> Outcome {
        self.step_open(true)
    }

    pub(super) fn previous_open(&mut self) -> Outcome {
        self.step_open(false)
    }

    /// The next claim that is not settled: in this article behind the caret, then in the following articles, then round.
    fn step_open(&mut self, forward: bool) -> Outcome {
        let Some(selection) = self.selection else { return Ok(()) };
        match self.open_near(selection, forward) {
            Some(mark) => self.select_mark(mark.id),
            None => {
                let words = self.nothing_open();
                self.say(words, false);
                Ok(())
            }
        }
    }

    /// The first mention of a claim that is not settled behind the caret or before it, round through all articles.
    fn open_near(&self, selection: Selection, forward: bool) -> Option<Mark> {
        let order = self.project.order();
        let here = order.iter().position(|id| *id == selection.document)?;
        let open = |at: usize| order.get(at % order.len()).and_then(|id| self.lookup.document(*id)).map(|document| &document.open);
        let from = self.mark().map(Mark::of);
        let step = |open: &MarkIndex| if forward { open.next(from, selection.head) } else { open.previous(from, selection.head) };
        let near = open(here).and_then(step);
        let around = (1..=order.len()).find_map(|by| {
            let open = open(if forward { here + by } else { here + order.len() - by })?;
            if forward { open.iter().next().copied() } else { open.iter().next_back().copied() }
        });
        near.or(around)
    }

    fn nothing_open(&self) -> String {
        let documents = self.project.order().iter().filter_map(|id| self.lookup.document(*id));
        let untouched = documents.map(|document| document.count(SentenceState::Untouched)).sum();
        nothing_left(self.project.claims().len(), self.lookup.is_counted().then_some(untouched))
    }

    /// Remembers where the checker is, before a jump.
    pub(super) fn remember_place(&mut self) {
        let Some(selection) = self.selection else { return };
        let place = Place { view: self.view, selection, mark: self.mark };
        if self.back.last() != Some(&place) {
            self.back.push(place);
        }
        if self.back.len() > PLACES {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    pub(super) fn go_back(&mut self) -> Outcome {
        let Some(place) = self.back.pop() else { return self.tell_end("This is where you began.") };
        if let Some(selection) = self.selection {
            self.forward.push(Place { view: self.view, selection, mark: self.mark });
        }
        self.restore(place);
        Ok(())
    }

    pub(super) fn go_forward(&mut self) -> Outcome {
        let Some(place) = self.forward.pop() else { return self.tell_end("There is nothing further on.") };
        if let Some(selection) = self.selection {
            self.back.push(Place { view: self.view, selection, mark: self.mark });
        }
        self.restore(place);
        Ok(())
    }

    fn restore(&mut self, place: Place) {
        self.view = place.view;
        self.selection = Some(place.selection);
        self.mark = place.mark.filter(|mark| self.project.annotations().contains_key(mark));
        let span = self.mark().map_or(place.selection.span(), |mark| mark.span);
        self.requests.push(Request::Reveal { document: place.selection.document, span });
        self.requests.push(Request::FocusGalley);
    }
}

/// What is said where no claim is left to settle, of so many claims, with so many sentences untouched as far as that is known.
pub fn nothing_left(claims: usize, untouched: Option<usize>) -> String {
    match (claims, untouched) {
        (0, _) => "No claims yet. Select words and press C.".to_owned(),
        (_, Some(0)) => "All settled, every sentence read.".to_owned(),
        (claims, untouched) => {
            let all = match claims {
                1 => "The one claim is settled".to_owned(),
                2 => "Both claims are settled".to_owned(),
                claims => format!("All {claims} claims settled"),
            };
            untouched.map_or(format!("{all}."), |untouched| format!("{all}. {} untouched.", count(untouched, "sentence")))
        }
    }
}
