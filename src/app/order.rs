//! Keys and clicks in the order of the hands. A slow frame gets several at once, and each of them means what the ones before
//! it have made of the window: a key after a double click the words clicked, a letter after F2 the field opened. So what
//! cannot be told from the frame before waits for the next one.

use egui::{Context, Event, Key, Plugin, RawInput};

use crate::widget::editor;

/// Holds back what has to wait for the next frame.
#[derive(Default)]
pub struct InOrder {
    waiting: Vec<Event>,
}

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "tickmark keys and clicks in order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut input.events);
        if let Some(at) = first_to_wait(&events, editor::is_typing(ctx)) {
            self.waiting = events.split_off(at);
            ctx.request_repaint();
        }
        input.events = events;
    }
}

/// What came before in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Button,
    Keys,
    /// A key that may have moved the keyboard elsewhere.
    Command,
}

/// Index of the first event that has to wait.
fn first_to_wait(events: &[Event], is_typing: bool) -> Option<usize> {
    let mut before = Before::Nothing;
    // A key that is held is pressed again without being let go of.
    let mut held = None;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::PointerButton { pressed, .. } => {
                if *pressed && matches!(before, Before::Keys | Before::Command) {
                    return Some(at);
                }
                before = Before::Button;
            }
            Event::Key { key, pressed: true, modifiers, .. } => {
                if before == Before::Button || before == Before::Command && held != Some(key) {
                    return Some(at);
                }
                held = Some(key);
                let types = is_typing && !modifiers.command && !moves_focus(*key);
                before = if types { Before::Keys } else { Before::Command };
            }
            Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::Ime(_) => match before {
                Before::Button => return Some(at),
                Before::Nothing => before = Before::Keys,
                // A letter comes as a key and as text.
                Before::Keys | Before::Command => {}
            },
            Event::Key { pressed: false, .. } => held = None,
            _ => {}
        }
    }
    None
}

/// Whether a key leads out of the field that is typed in, or does something there.
fn moves_focus(key: Key) -> bool {
    let is_function_key = key.name().strip_prefix('F').is_some_and(|number| !number.is_empty());
    is_function_key || matches!(key, Key::Enter | Key::Tab | Key::Escape)
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, Pos2};

    use super::*;

    fn key(key: Key) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE }
    }

    fn button(pressed: bool) -> Event {
        Event::PointerButton { pos: Pos2::ZERO, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
    }

    fn text() -> Event {
        Event::Text("a".into())
    }

    #[test]
    fn what_hangs_on_what_came_before_waits() {
        let waits = first_to_wait;
        assert_eq!(waits(&[button(true), button(false), button(true), button(false)], false), None, "clicks are counted");
        assert_eq!(waits(&[button(true), button(false), key(Key::C), text()], false), Some(2));
        assert_eq!(waits(&[key(Key::C), text(), button(true)], false), Some(2));
        assert_eq!(waits(&[key(Key::A), text(), key(Key::B), text()], true), None, "words are typed at once");
        assert_eq!(waits(&[key(Key::A), text(), key(Key::B), text()], false), Some(2), "commands one by one");
        assert_eq!(waits(&[key(Key::A), text(), key(Key::Enter), key(Key::B)], true), Some(3));
        assert_eq!(waits(&[key(Key::J), text(), key(Key::J), text()], false), None, "a key that is held");
        let up = Event::Key { key: Key::J, physical_key: None, pressed: false, repeat: false, modifiers: Modifiers::NONE };
        assert_eq!(waits(&[key(Key::J), text(), up, key(Key::J)], false), Some(3), "a key pressed twice");
        assert_eq!(waits(&[key(Key::F), text(), button(false)], false), None, "a button let go of");
    }
}
