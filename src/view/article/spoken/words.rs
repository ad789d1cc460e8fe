//! The words in view as runs of characters for a screen reader, and the way back from its positions to bytes.

use egui::accesskit::{self, ActionData, Color, TextDecoration, TextDecorationStyle, TextDirection, TextPosition, TextSelection};
use egui::{Color32, Id, InputState, Rect, Role, Sense, Ui};

use super::super::flow::Placed;
use super::super::known::Known;
use super::super::paint::Page;
use super::super::signs::{self, Sign};
use crate::model::annotation::Mark;
use crate::model::document::Span;
use crate::session::Session;
use crate::widget::typeset::Run;

/// How marked words differ from others for a reader that tells text attributes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Claim,
    CutClaim,
    Number,
    Source,
}

/// The looks of the marks, each where it holds.
pub(super) fn looks(session: &Session, marks: &[Mark]) -> Vec<(Span, Look)> {
    let look = |sign: Sign| match sign {
        Sign::Claim { is_cut: true, .. } => Look::CutClaim,
        Sign::Claim { .. } => Look::Claim,
        Sign::Number { .. } => Look::Number,
        Sign::Source { .. } => Look::Source,
    };
    signs::signs(&Known::all(session.project(), marks)).into_iter().map(|signed| (signed.mark.span, look(signed.sign))).collect()
}

/// Where runs of a block must end because a mark begins or ends: bytes of the block, sorted.
pub(super) fn cuts(block: &Placed, looks: &[(Span, Look)]) -> Vec<usize> {
    let here = looks.iter().filter(|(span, _)| span.overlaps(block.block.span));
    let mut cuts: Vec<usize> = here.flat_map(|(span, _)| [block.local(span.start()), block.local(span.end())]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The selection that a screen reader asks for.
pub(super) fn wanted_selection(input: &InputState, page: Id) -> Option<TextSelection> {
    let request = input.accesskit_action_requests(page, accesskit::Action::SetTextSelection).last()?;
    match &request.data {
        Some(ActionData::SetTextSelection(selection)) => Some(*selection),
        _ => None,
    }
}

/// One character as a screen reader counts: its length in bytes, and where it stands in its run, points.
struct Character {
    len: u8,
    position: f32,
    width: f32,
}

/// A run that was told.
struct Told {
    id: Id,
    row: (usize, usize),
    /// Byte of the article at which each character starts, and the end.
    starts: Vec<usize>,
    value: String,
    characters: Vec<Character>,
}

/// All runs that were told, in reading order.
#[derive(Default)]
pub(super) struct Words {
    told: Vec<Told>,
}

impl Words {
    /// Tells a run.
    pub(super) fn run_ui(&mut self, ui: &Ui, page: &Page<'_>, (block, text, run): (&Placed, &str, Run), looks: &[(Span, Look)]) {
        let base = block.block.span.start();
        let span = Span::between(base + run.bytes.start, base + run.bytes.end);
        let id = ui.unique_id().with(span.start());
        let origin = page.origin(block);
        let row = block.words.row(run.row);
        let rect = Rect::from_x_y_ranges(origin.x + run.left..=origin.x + run.right, origin.y + row.top..=origin.y + row.bottom);
        ui.interact(rect, id, Sense::hover());
        let characters = characters(text, &run);
        let mut starts: Vec<usize> = Vec::with_capacity(characters.len() + 1);
        starts.push(span.start());
        starts.extend(characters.iter().scan(span.start(), |at, character| {
            *at += usize::from(character.len);
            Some(*at)
        }));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(Role::TextRun);
            node.set_bounds(bounds_of(rect));
            node.set_text_direction(if run.is_rtl { TextDirection::RightToLeft } else { TextDirection::LeftToRight });
            node.set_word_starts(word_starts(text, &run));
            node.set_font_size(page.measure.size);
            for (_, look) in looks.iter().filter(|(covered, _)| covered.contains(span)) {
                dress(node, *look, page);
            }
        });
        let value = text.get(run.bytes.clone()).unwrap_or_default().to_owned();
        let told = Told { id, row: (block.index, run.row), starts, value, characters };
        self.join(ui, &told);
        write_characters(ui, &told);
        self.told.push(told);
    }

    /// Tells that two runs share a row.
    fn join(&self, ui: &Ui, next: &Told) {
        let Some(previous) = self.told.last().filter(|previous| previous.row == next.row) else { return };
        ui.ctx().accesskit_node_builder(previous.id, |node| node.set_next_on_line(next.id.accesskit_id()));
        ui.ctx().accesskit_node_builder(next.id, |node| node.set_previous_on_line(previous.id.accesskit_id()));
    }

    /// Ends the last run with a line feed, which is how a paragraph's end is told.
    pub(super) fn end_paragraph(&mut self, ui: &Ui) {
        let Some(last) = self.told.last_mut() else { return };
        let end = last.characters.last().map_or(0.0, |character| character.position + character.width);
        last.value.push('\n');
        last.characters.push(Character { len: 1, position: end, width: 0.0 });
        write_characters(ui, last);
    }

    /// Where a byte of the article is for a screen reader; a place out of view is the nearest end.
    pub(super) fn position(&self, byte: usize) -> Option<TextPosition> {
        let after = self.told.partition_point(|told| told.starts.first().is_some_and(|start| *start <= byte));
        let told = self.told.get(after.saturating_sub(1))?;
        let character_index = told.starts.partition_point(|start| *start <= byte).saturating_sub(1);
        Some(TextPosition { node: told.id.accesskit_id(), character_index })
    }

    /// The byte of the article at a screen reader's position.
    pub(super) fn byte(&self, position: TextPosition) -> Option<usize> {
        let is_it = |told: &&Told| told.id.accesskit_id() == position.node;
        let told = self.told.iter().find(is_it)?;
        told.starts.get(position.character_index).or(told.starts.last()).copied()
    }
}

fn write_characters(ui: &Ui, told: &Told) {
    ui.ctx().accesskit_node_builder(told.id, |node| {
        node.set_value(told.value.as_str());
        node.set_character_lengths(told.characters.iter().map(|character| character.len).collect::<Vec<u8>>());
        node.set_character_positions(told.characters.iter().map(|character| character.position).collect::<Vec<f32>>());
        node.set_character_widths(told.characters.iter().map(|character| character.width).collect::<Vec<f32>>());
    });
}

/// The characters of a run: its graphemes, and where one is longer than a byte can count, its code points.
fn characters(text: &str, run: &Run) -> Vec<Character> {
    let mut characters = Vec::with_capacity(run.graphemes.len());
    for grapheme in &run.graphemes {
        match u8::try_from(grapheme.bytes.len()) {
            Ok(len) => characters.push(Character { len, position: grapheme.position, width: grapheme.width }),
            Err(_) => {
                let letters = text.get(grapheme.bytes.clone()).unwrap_or_default().chars();
                characters.extend(letters.map(|letter| Character {
                    len: letter.len_utf8() as u8,
                    position: grapheme.position,
                    width: grapheme.width,
                }));
            }
        }
    }
    characters
}

/// Index of each grapheme of a run that begins a word; the blank behind a word belongs to it.
fn word_starts(text: &str, run: &Run) -> Vec<u8> {
    let is_blank = |at: usize| text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace);
    let begins = |at: usize| !is_blank(at) && text.get(..at).and_then(|head| head.chars().next_back()).is_none_or(char::is_whitespace);
    let starts = run.graphemes.iter().enumerate().filter(|(_, grapheme)| begins(grapheme.bytes.start));
    starts.filter_map(|(index, _)| u8::try_from(index).ok()).collect()
}

/// What a reader that tells text attributes can tell of marked words: the wash, the solid and the broken lane, the strike.
fn dress(node: &mut accesskit::Node, look: Look, page: &Page<'_>) {
    let line = |style, colour| TextDecoration { style, color: colour_of(colour) };
    match look {
        Look::Claim => node.set_background_color(colour_of(page.theme.wash)),
        Look::CutClaim => node.set_strikethrough(line(TextDecorationStyle::Solid, page.theme.ink2)),
        Look::Number => node.set_underline(line(TextDecorationStyle::Solid, page.theme.num)),
        Look::Source => node.set_underline(line(TextDecorationStyle::Dashed, page.theme.src)),
    }
}

/// A rectangle as accessibility trees have it.
pub(super) fn bounds_of(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.left().into(), y0: rect.top().into(), x1: rect.right().into(), y1: rect.bottom().into() }
}

fn colour_of(colour: Color32) -> Color {
    let [red, green, blue, alpha] = colour.to_srgba_unmultiplied();
    Color { red, green, blue, alpha }
}
