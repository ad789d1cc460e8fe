//! What typing, keys, clipboard, input methods and assistive technology do to a field.

use egui::accesskit::{Action, ActionData, ActionRequest, TreeId};
use egui::{Context, Event, Id, ImeEvent, Key, Modifiers};

use super::draft::{Draft, Selection};
use super::motion::{self, Motion};
use super::page::Setting;
use super::spoken;
use super::state::{Editor, Preedit};
use super::text;
use crate::widget::typeset::TextEngine;

/// Where events go and what came of them.
pub(super) struct Desk<'a> {
    pub(super) ctx: &'a Context,
    pub(super) id: Id,
    pub(super) setting: Setting,
    pub(super) editor: &'a mut Editor,
    /// Whether Enter or the like has ended the visit.
    pub(super) is_done: bool,
}

impl Desk<'_> {
    fn is_single(&self) -> bool {
        self.setting.wrap.is_none()
    }

    /// Takes what a frame brought for a field with the keyboard.
    pub(super) fn take_all(&mut self, engine: &mut TextEngine, events: &[Event]) {
        for event in events {
            if self.is_done {
                return;
            }
            self.take(engine, event);
        }
    }

    fn take(&mut self, engine: &mut TextEngine, event: &Event) {
        match event {
            Event::Ime(event) => self.take_ime(event),
            Event::Text(words) if words != "\n" && words != "\r" => self.type_in(words),
            Event::Paste(words) => self.type_in(words),
            Event::Copy | Event::Cut => self.copy(matches!(event, Event::Cut)),
            // The keys of an input method at work are its own, should the system let them through.
            Event::Key { key, pressed: true, modifiers, .. } if self.editor.preedit.is_none() => {
                self.take_key(engine, *key, *modifiers);
            }
            _ => {}
        }
    }

    fn type_in(&mut self, words: &str) {
        self.editor.preedit = None;
        let words = fit(words, self.is_single());
        if !words.is_empty() {
            self.editor.goal_x = None;
            self.editor.draft.insert(&words);
        }
    }

    fn copy(&mut self, is_cut: bool) {
        let words = self.editor.draft.selected();
        if words.is_empty() || self.setting.is_masked {
            return;
        }
        self.ctx.copy_text(words.to_owned());
        if is_cut {
            self.editor.draft.delete(|_, caret| caret);
        }
    }

    fn take_key(&mut self, engine: &mut TextEngine, key: Key, modifiers: Modifiers) {
        if let Some(motion) = Motion::of_key(key, modifiers, self.ctx.os()) {
            self.editor.page(engine, self.setting);
            if let Some((page, draft, goal_x)) = self.editor.parts() {
                motion::go(motion, modifiers.shift, page, draft, goal_x);
            }
            return;
        }
        let is_mac = self.ctx.os() == egui::os::OperatingSystem::Mac;
        let is_word = if is_mac { modifiers.alt } else { modifiers.ctrl };
        let is_row = is_mac && modifiers.mac_cmd;
        match key {
            Key::Backspace | Key::Delete => self.erase(engine, key == Key::Backspace, (is_word, is_row)),
            Key::Enter if modifiers.command || modifiers.alt => {}
            Key::Enter if self.is_single() => self.is_done = true,
            Key::Enter => self.type_in("\n"),
            Key::A if modifiers.command && !modifiers.alt => self.editor.draft.select_all(),
            Key::Z if modifiers.command && !modifiers.alt => self.step(modifiers.shift),
            Key::Y if modifiers.command && !modifiers.alt && !is_mac => self.step(true),
            _ => {}
        }
    }

    fn step(&mut self, forward: bool) {
        let draft = &mut self.editor.draft;
        if forward {
            draft.redo()
        } else {
            draft.undo()
        };
    }

    fn erase(&mut self, engine: &mut TextEngine, is_back: bool, (is_word, is_row): (bool, bool)) {
        self.editor.goal_x = None;
        let row = is_row.then(|| {
            let caret = self.editor.draft.selection().head;
            let page = self.editor.page(engine, self.setting);
            if is_back { page.row_start(caret).byte } else { page.row_end(caret).byte }
        });
        self.editor.draft.delete(|words, caret| match (row, is_word, is_back) {
            (Some(end), ..) if end != caret => end,
            (_, true, true) => text::word_before(words, caret),
            (_, true, false) => text::word_after(words, caret),
            (_, false, true) => text::before(words, caret),
            (_, false, false) => text::after(words, caret),
        });
    }

    fn take_ime(&mut self, event: &ImeEvent) {
        match event {
            // Some systems send these without end, also while nothing is composed.
            ImeEvent::Preedit { text, .. } if text.is_empty() => self.editor.preedit = None,
            ImeEvent::Preedit { text, active_range_chars } => {
                self.editor.draft.delete_selected();
                let byte = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
                let active = active_range_chars.as_ref().map(|range| byte(range.start)..byte(range.end.max(range.start)));
                self.editor.preedit = Some(Preedit { text: fit(text, true), active });
            }
            ImeEvent::Commit(words) => {
                self.editor.preedit = None;
                if words != "\n" && words != "\r" {
                    self.type_in(words);
                }
            }
            ImeEvent::DeleteSurrounding { before_chars, after_chars } => self.delete_around(*before_chars, *after_chars),
            _ => {}
        }
    }

    fn delete_around(&mut self, before_chars: usize, after_chars: usize) {
        let draft = &mut self.editor.draft;
        let range = draft.selection().range();
        let (Some(above), Some(below)) = (draft.text().get(..range.start), draft.text().get(range.end..)) else { return };
        let start = above.char_indices().rev().take(before_chars).last().map_or(range.start, |(at, _)| at);
        let end = below.char_indices().nth(after_chars).map_or(draft.text().len(), |(at, _)| range.end + at);
        draft.select(Selection::over(start..end));
        draft.delete_selected();
    }

    /// Takes what assistive technology asks for, with the keyboard or without.
    pub(super) fn take_requests(&mut self, engine: &mut TextEngine) {
        let mine = |event: &Event| match event {
            Event::AccessKitActionRequest(request) if is_for(request, self.id) => Some(request.clone()),
            _ => None,
        };
        let requests: Vec<ActionRequest> = self.ctx.input(|input| input.events.iter().filter_map(mine).collect());
        for request in requests {
            match (request.action, request.data) {
                (Action::SetValue, Some(ActionData::Value(words))) => {
                    self.editor.draft.select_all();
                    self.replace(&words);
                }
                (Action::ReplaceSelectedText, Some(ActionData::Value(words))) => self.replace(&words),
                (Action::SetTextSelection, Some(ActionData::SetTextSelection(wanted))) => {
                    let page = self.editor.page(engine, self.setting);
                    let place = |at| spoken::byte_of(page, self.id, at);
                    if let (Some(anchor), Some(head)) = (place(&wanted.anchor), place(&wanted.focus)) {
                        self.editor.draft.select(Selection { anchor, head: head.into() });
                    }
                }
                _ => {}
            }
        }
    }

    fn replace(&mut self, words: &str) {
        let words = fit(words, self.is_single());
        if words.is_empty() { self.editor.draft.delete_selected() } else { self.type_in(&words) }
    }
}

impl Draft {
    /// Deletes the selection, if there is one.
    fn delete_selected(&mut self) {
        self.delete(|_, caret| caret);
    }
}

/// What a field takes: no control signs but line feeds, and in a single line spaces for these.
fn fit(words: &str, is_single: bool) -> String {
    let words = words.replace("\r\n", "\n");
    let kept = words.chars().filter_map(|sign| match sign {
        '\n' | '\r' if is_single => Some(' '),
        '\r' => Some('\n'),
        '\n' | '\t' => Some(sign),
        sign => (!sign.is_control()).then_some(sign),
    });
    kept.collect()
}

fn is_for(request: &ActionRequest, id: Id) -> bool {
    request.target_node == id.accesskit_id() && request.target_tree == TreeId::ROOT
}
