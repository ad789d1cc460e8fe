//! A transcript or document pasted beside a claim: how its words stand to what was really said, kept as evidence. What is long is
//! compared by the app, in a job, and not put into the field, which lays out all that it holds.

use std::sync::Arc;

use egui::{Event, Id, ScrollArea, Ui};

use super::correction::difference_words_ui;
use super::rows::claim::ClaimRows;
use super::{InspectorState, part};
use crate::command::Command;
use crate::model::claim::correction::Piece;
use crate::model::claim::{Comparison, Likeness, compare, quoted};
use crate::model::id::ClaimId;
use crate::view::Cx;
use crate::widget::field::{TextField, text_area_ui};
use crate::widget::line::{label_ui, words_ui};
use crate::widget::typeset::{Quote, quote_ui};
use crate::widget::{Button, Face, Icon, IconButton, Theme, button_ui, icon_button_ui, link_button_ui};

/// Height of the pasted text, points.
const HEIGHT: f32 = 110.0;
/// Bytes of a text from which on it is long.
const LONG: usize = 8_000;
/// Code points of the beginning of a long text that are shown, and the rows that they may take.
const BEGINNING: (usize, usize) = (240, 3);

/// A text that is laid beside a claim.
pub(super) struct Transcript {
    claim: ClaimId,
    /// What stands in the field.
    typed: String,
    /// A long text, which takes the place of the field.
    long: Option<Long>,
    /// Whether it is drawn for the first time, and takes the keyboard then: what is pasted is meant for it.
    is_fresh: bool,
    /// What came of comparing, and for which words of the claim; none once the text has changed.
    compared: Option<(String, Outcome)>,
    /// The words for which an answer is waited for.
    asked: Option<String>,
    order: Option<TranscriptOrder>,
}

/// What came of comparing; nothing where a fault stopped it.
type Outcome = Option<Comparison>;

/// A text that is too long for the field.
struct Long {
    text: Arc<str>,
    beginning: String,
    size: String,
}

/// A long transcript that is to be compared off the drawing thread.
pub struct TranscriptOrder {
    claim: ClaimId,
    words: String,
    text: Arc<str>,
}

/// What came of an order.
pub struct ComparedTranscript {
    order: TranscriptOrder,
    found: Outcome,
}

impl TranscriptOrder {
    /// Compares; takes some tens of milliseconds for a megabyte.
    pub fn compare(self) -> ComparedTranscript {
        let found = Some(compare(&self.words, &self.text));
        ComparedTranscript { order: self, found }
    }

    /// The answer where a fault stopped the comparison.
    pub fn failed(&self) -> ComparedTranscript {
        let TranscriptOrder { claim, words, text } = self;
        ComparedTranscript { order: TranscriptOrder { claim: *claim, words: words.clone(), text: Arc::clone(text) }, found: None }
    }
}

impl Long {
    fn new(text: String) -> Self {
        let beginning = text.split_whitespace().scan(0, |chars, word| {
            *chars += word.chars().count() + 1;
            (*chars <= BEGINNING.0).then_some(word)
        });
        let beginning = beginning.collect::<Vec<_>>().join(" ") + "…";
        let kilobytes = text.len().div_ceil(1_000);
        let size = if kilobytes < 1_000 { format!("{kilobytes} kB") } else { format!("{:.1} MB", kilobytes as f32 / 1_000.0) };
        Long { text: text.into(), beginning, size }
    }
}

impl Transcript {
    /// An empty one.
    pub(super) fn of(claim: ClaimId) -> Self {
        Transcript { claim, typed: String::new(), long: None, is_fresh: true, compared: None, asked: None, order: None }
    }

    fn text(&self) -> &str {
        self.long.as_ref().map_or(self.typed.as_str(), |long| &long.text)
    }

    /// Begins anew with other words.
    fn set(&mut self, text: String) {
        let is_long = text.len() > LONG;
        let (typed, long) = if is_long { (String::new(), Some(Long::new(text))) } else { (text, None) };
        *self = Transcript { typed, long, is_fresh: !is_long, ..Transcript::of(self.claim) };
    }

    /// Compares with the words of the claim what is not compared with them yet: at once, or by an order.
    fn keep_compared(&mut self, words: String) {
        let is_known = |known: &(String, Outcome)| known.0 == words;
        if self.compared.as_ref().is_some_and(is_known) || self.asked.as_ref() == Some(&words) {
            return;
        }
        self.compared = None;
        let text = match &self.long {
            Some(long) => Arc::clone(&long.text),
            None if words.len() > LONG => self.typed.as_str().into(),
            None => {
                let found = compare(&words, &self.typed);
                self.compared = Some((words, Some(found)));
                return;
            }
        };
        self.asked = Some(words.clone());
        self.order = Some(TranscriptOrder { claim: self.claim, words, text });
    }

    fn take(&mut self, answer: ComparedTranscript) {
        let ComparedTranscript { order, found } = answer;
        let is_wanted = order.claim == self.claim && self.asked.as_ref() == Some(&order.words) && *order.text == *self.text();
        if is_wanted {
            self.asked = None;
            self.compared = Some((order.words, found));
        }
    }
}

impl InspectorState {
    /// Lays an empty transcript beside a claim.
    pub fn lay_transcript(&mut self, claim: ClaimId) {
        self.transcript = Some(Transcript::of(claim));
    }

    /// The long transcript that waits to be compared, taken once.
    pub fn take_transcript_order(&mut self) -> Option<TranscriptOrder> {
        self.transcript.as_mut()?.order.take()
    }

    /// Takes what came of comparing, unless it is about another text by now.
    pub fn take_compared_transcript(&mut self, answer: ComparedTranscript) {
        if let Some(transcript) = &mut self.transcript {
            transcript.take(answer);
        }
    }
}

/// Draws the pasted text and what comes of it, while one is laid beside this claim.
pub(super) fn transcript_ui(ui: &mut Ui, cx: &mut Cx<'_>, state: &mut InspectorState, rows: &ClaimRows) {
    let Some(transcript) = state.transcript.as_mut().filter(|transcript| transcript.claim == rows.id) else { return };
    let theme = Theme::of(ui.ctx());
    let mut is_closed = false;
    part::box_ui(ui, |ui| {
        ui.horizontal(|ui| {
            label_ui(ui, "What was really said or written", Face::DenseStrong, theme.ink);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                is_closed = icon_button_ui(ui, IconButton::new(Icon::X, "Put the transcript away")).clicked();
            });
        });
        if transcript.long.is_some() {
            long_ui(ui, transcript)
        } else {
            typed_ui(ui, transcript)
        }
        if transcript.text().trim().is_empty() {
            return;
        }
        transcript.keep_compared(quoted(&rows.quote));
        ui.add_space(6.0);
        match &transcript.compared {
            None => drop(words_ui(ui, "Comparing…", (Face::Dense, 17.0), theme.ink2)),
            Some((_, None)) => drop(words_ui(ui, "A fault in the program stopped this. Paste it again.", (Face::Dense, 17.0), theme.warn)),
            Some((_, Some(found))) => {
                verdict_ui(ui, found);
                ui.add_space(6.0);
                if button_ui(ui, Button::secondary("Keep as evidence").icon(Icon::Plus)).clicked() {
                    let passage = found.place.clone().and_then(|place| transcript.text().get(place)).unwrap_or("").trim().to_owned();
                    cx.send(Command::KeepTranscript { claim: rows.id, passage, likeness: found.likeness });
                    is_closed = true;
                }
            }
        }
    });
    ui.add_space(8.0);
    if is_closed {
        state.transcript = None;
    }
}

fn typed_ui(ui: &mut Ui, transcript: &mut Transcript) {
    let id = Id::unique("transcript");
    if let Some(pasted) = take_long_paste(ui, id) {
        transcript.set(pasted);
        return long_ui(ui, transcript);
    }
    part::field_box_ui(ui, id, |ui| {
        ScrollArea::vertical().id_salt("transcript").max_height(HEIGHT).show(ui, |ui| {
            let look = TextField::new("Transcript").hint("Paste the transcript or document here").least_rows(3).id(id).bare();
            let area = text_area_ui(ui, look, &mut transcript.typed);
            if std::mem::take(&mut transcript.is_fresh) {
                area.request_focus();
            }
            if area.changed() {
                (transcript.compared, transcript.asked) = (None, None);
            }
        });
    });
    if transcript.typed.len() > LONG {
        let text = std::mem::take(&mut transcript.typed);
        transcript.set(text);
    }
}

/// A long text on its way from the clipboard into the field.
fn take_long_paste(ui: &Ui, id: Id) -> Option<String> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let is_long = |event: &Event| matches!(event, Event::Paste(text) if text.len() > LONG);
    ui.input_mut(|input| {
        let at = input.events.iter().position(is_long)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// How a long text begins, how long it is, and the way to another.
fn long_ui(ui: &mut Ui, transcript: &mut Transcript) {
    let Some(long) = &transcript.long else { return };
    let theme = Theme::of(ui.ctx());
    let look = Quote::new(&long.beginning, Face::Dense.style(), theme.ink2).rows(BEGINNING.1);
    quote_ui(ui, &look);
    ui.add_space(3.0);
    let is_other = ui
        .horizontal(|ui| {
            label_ui(ui, format!("{} of text", long.size), Face::Meta, theme.ink3);
            link_button_ui(ui, "paste another", "Paste another text").clicked()
        })
        .inner;
    if is_other {
        transcript.set(String::new());
    }
}

fn verdict_ui(ui: &mut Ui, found: &Comparison) {
    let theme = Theme::of(ui.ctx());
    let (words, colour) = match found.likeness {
        Likeness::Exact => ("Exact: word for word.", theme.ok),
        Likeness::Ellipsis => ("Ellipsis: words are left out, and the quote shows where.", theme.ok),
        Likeness::Altered => ("Altered: it was said otherwise.", theme.warn),
        Likeness::NotFound => ("Not found: nothing like it stands there.", theme.warn),
    };
    words_ui(ui, words, (Face::DenseStrong, 17.0), colour);
    if found.likeness == Likeness::Altered {
        ui.add_space(3.0);
        difference_words_ui(ui, &spaced(&found.pieces));
    }
}

/// Runs of words with the spaces between them, as a difference of texts has them. Behind what is struck there is one already.
fn spaced(pieces: &[Piece]) -> Vec<Piece> {
    let with_space = |piece: &Piece| match piece {
        Piece::Kept(words) => vec![Piece::Kept(format!("{words} "))],
        Piece::Struck(words) => vec![Piece::Struck(words.clone())],
        Piece::Added(words) => vec![Piece::Added(words.clone()), Piece::Kept(" ".to_owned())],
    };
    pieces.iter().flat_map(with_space).collect()
}
