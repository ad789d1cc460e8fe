//! What the fields of a window remember between frames: text, caret, layout, how far a long line is scrolled.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::{Context, Id, Pos2};

use super::draft::{Draft, Selection};
use super::page::{Page, Setting};
use super::text;
use crate::widget::typeset::{CaretPos, TextEngine};

/// Above this many fields, those not shown lately are forgotten.
const MAX_IDLE: usize = 64;
/// How many passes a field may stay unseen once there are too many.
const IDLE_PASSES: u64 = 2;

/// Words that an input method has not settled yet. They stand at the caret and are no part of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Preedit {
    pub(super) text: String,
    /// The bytes that the input method is at work on; the caret stands at their end.
    pub(super) active: Option<Range<usize>>,
}

/// What whoever opens a field wishes for its selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    All,
    End,
    /// The bytes from the first to the second place.
    Part(usize, usize),
}

/// The unit that a drag extends by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Grain {
    #[default]
    Grapheme,
    Word,
    Line,
}

/// How often the pointer was pressed in quick succession.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Presses {
    count: u32,
    at_s: f64,
    place: Pos2,
}

impl Presses {
    /// Whether a place is farther from the last press than a hand trembles.
    pub(super) fn is_far(&self, ctx: &Context, place: Pos2) -> bool {
        self.place.distance(place) > ctx.options(|options| options.input_options.max_click_dist)
    }

    /// Counts a press; gives what it selects by.
    pub(super) fn count(&mut self, ctx: &Context, place: Pos2) -> Grain {
        let now = ctx.input(|input| input.time);
        let (delay_s, reach) = ctx.options(|options| (options.input_options.max_double_click_delay, options.input_options.max_click_dist));
        let is_quick = now - self.at_s < delay_s && self.place.distance(place) <= reach;
        let count = if is_quick { self.count + 1 } else { 1 };
        *self = Self { count, at_s: now, place };
        match count {
            1 => Grain::Grapheme,
            2 => Grain::Word,
            _ => Grain::Line,
        }
    }
}

/// One field.
#[derive(Default)]
pub(super) struct Editor {
    pub(super) draft: Draft,
    pub(super) preedit: Option<Preedit>,
    /// The distance from the left that steps up and down keep, points.
    pub(super) goal_x: Option<f32>,
    /// How far a line longer than its field is scrolled, points.
    pub(super) scroll_x: f32,
    /// The unit of the mouse gesture, and the bytes that it began on.
    pub(super) grain: (Grain, Range<usize>),
    pub(super) presses: Presses,
    wish: Option<Wish>,
    page: Option<Page>,
    seen: u64,
}

impl Editor {
    fn new(text: &str) -> Self {
        Self { draft: Draft::new(text), ..Self::default() }
    }

    /// Takes over what stands in the field by now, and what was wished for.
    fn sync(&mut self, text: &str) {
        if self.draft.text() != text {
            self.draft.set_text(text);
            self.preedit = None;
        }
        match self.wish.take() {
            Some(Wish::All) => self.draft.select_all(),
            Some(Wish::End) => self.draft.select(Selection::caret(text.len())),
            Some(Wish::Part(from, to)) => self.draft.select(Selection::over(from..to.min(text.len()))),
            None => {}
        }
    }

    /// The text as it is shown, laid out.
    pub(super) fn page(&mut self, engine: &mut TextEngine, setting: Setting) -> &Page {
        let mixed;
        let shown = match &self.preedit {
            None => self.draft.text(),
            Some(preedit) => {
                let (before, after) = self.draft.text().split_at_checked(self.draft.selection().head.byte).unwrap_or_default();
                mixed = [before, &preedit.text, after].concat();
                &mixed
            }
        };
        match &mut self.page {
            Some(page) => page.update(engine, shown, setting),
            None => self.page = Some(Page::new(engine, shown, setting)),
        }
        self.page.get_or_insert_with(|| Page::new(engine, "", setting))
    }

    /// The page as it was last laid out, with all that a gesture changes.
    pub(super) fn parts(&mut self) -> Option<(&Page, &mut Draft, &mut Option<f32>)> {
        Some((self.page.as_ref()?, &mut self.draft, &mut self.goal_x))
    }

    /// The page as it was last laid out.
    pub(super) fn laid_out(&self) -> Option<&Page> {
        self.page.as_ref()
    }

    /// Where the caret stands in the text as it is shown.
    pub(super) fn shown_caret(&self) -> CaretPos {
        let head = self.draft.selection().head;
        match &self.preedit {
            None => head,
            Some(preedit) => {
                let inside = preedit.active.as_ref().map_or(preedit.text.len(), |active| active.end);
                CaretPos::upstream(head.byte + inside)
            }
        }
    }

    /// The bytes of unsettled words in the text as it is shown.
    pub(super) fn shown_preedit(&self) -> Option<Range<usize>> {
        let start = self.draft.selection().head.byte;
        self.preedit.as_ref().map(|preedit| start..start + preedit.text.len())
    }

    /// Makes unsettled words a part of the text, as when the checker clicks elsewhere. True if there were any.
    pub(super) fn settle(&mut self) -> bool {
        let Some(preedit) = self.preedit.take() else { return false };
        self.draft.insert(&preedit.text);
        true
    }

    /// The bytes of this grain around a place.
    pub(super) fn around(&self, grain: Grain, byte: usize) -> Range<usize> {
        match grain {
            Grain::Grapheme => byte..byte,
            Grain::Word => text::word_at(self.draft.text(), byte),
            Grain::Line => text::line_at(self.draft.text(), byte),
        }
    }
}

/// The fields of one window.
#[derive(Default)]
struct Editors {
    by_id: HashMap<Id, Editor>,
}

fn editors(ctx: &Context) -> Arc<Mutex<Editors>> {
    let id = Id::unique("tickmark editors");
    ctx.data_mut(|data| Arc::clone(data.get_temp_mut_or_default::<Arc<Mutex<Editors>>>(id)))
}

/// Takes a field out while it is drawn.
pub(super) fn take(ctx: &Context, id: Id, text: &str) -> Editor {
    let taken = editors(ctx).lock().by_id.remove(&id);
    let mut editor = taken.unwrap_or_else(|| Editor::new(text));
    editor.sync(text);
    editor
}

/// Puts a field back.
pub(super) fn put(ctx: &Context, id: Id, mut editor: Editor) {
    let pass = ctx.cumulative_pass_nr();
    editor.seen = pass;
    let editors = editors(ctx);
    let by_id = &mut editors.lock().by_id;
    if by_id.len() >= MAX_IDLE {
        by_id.retain(|_, editor| editor.seen + IDLE_PASSES >= pass);
    }
    by_id.insert(id, editor);
}

/// Asks something of the field that has the keyboard; nothing when no field has it.
pub(super) fn ask_focused<R>(ctx: &Context, question: impl FnOnce(&Editor) -> R) -> Option<R> {
    let focused = ctx.memory(|memory| memory.focused())?;
    let editors = editors(ctx);
    let editors = editors.lock();
    editors.by_id.get(&focused).map(question)
}

/// Notes a wish for the next time that a field is drawn.
pub(super) fn wish(ctx: &Context, id: Id, wish: Wish) {
    let pass = ctx.cumulative_pass_nr();
    let editors = editors(ctx);
    let mut editors = editors.lock();
    let editor = editors.by_id.entry(id).or_default();
    editor.wish = Some(wish);
    editor.seen = pass;
}

/// Number of fields remembered.
#[cfg(test)]
pub(super) fn count(ctx: &Context) -> usize {
    editors(ctx).lock().by_id.len()
}
