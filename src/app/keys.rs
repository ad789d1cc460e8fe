//! From the window's key events to actions of the catalogue. Nothing else in the program looks at keys for commands.

use egui::{Context, Event};

use crate::command::Shortcut;
use crate::command::catalogue::{Action, KeyMap, Scope};
use crate::view::key_event::shortcuts;

/// What a frame's keys ask for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// Actions, in the order of the keys.
    pub actions: Vec<Action>,
    /// Text from the clipboard, where no field has the focus.
    pub pasted: Option<String>,
    /// Letters and digits that are no command, for the name of a link's end.
    pub letters: Vec<char>,
}

/// Where the keys go in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Focus {
    /// The scope of single letters; none while a field or another control has the focus.
    pub scope: Option<Scope>,
    /// Whether something is being typed in a field.
    pub is_typing: bool,
}

/// Takes the keys that are commands out of the frame's events, so that no field sees them.
pub fn take(ctx: &Context, keys: &KeyMap, focus: Focus) -> Asked {
    let mut asked = Asked::default();
    ctx.input_mut(|input| {
        let mut shortcuts = shortcuts(input).into_iter();
        input.events.retain(|event| !take_event((event, shortcuts.next().flatten()), keys, focus, &mut asked));
        let was_letter = !asked.actions.is_empty() && focus.scope.is_some();
        // The letter of a command must not be typed into a field that the command opens.
        if was_letter || !asked.letters.is_empty() {
            input.events.retain(|event| !matches!(event, Event::Text(_)));
        }
    });
    asked
}

/// Whether the event was a command and is used up.
fn take_event((event, shortcut): (&Event, Option<Shortcut>), keys: &KeyMap, focus: Focus, asked: &mut Asked) -> bool {
    match event {
        Event::Key { pressed: true, .. } => {
            let Some(shortcut) = shortcut else { return false };
            if focus.is_typing && belongs_to_field(&shortcut) {
                return false;
            }
            let Some(action) = keys.action(focus.scope, &shortcut) else {
                return take_letter(&shortcut, focus, asked);
            };
            asked.actions.push(action);
            true
        }
        Event::Copy if focus.scope == Some(Scope::Galley) => {
            asked.actions.push(Action::Copy);
            true
        }
        Event::Paste(text) if !focus.is_typing => {
            asked.pasted = Some(text.clone());
            true
        }
        _ => false,
    }
}

/// While a link is made, letters that are no key spell the name of its end.
fn take_letter(shortcut: &Shortcut, focus: Focus, asked: &mut Asked) -> bool {
    let is_plain = !shortcut.ctrl && !shortcut.alt && shortcut.key.len() == 1;
    if focus.scope != Some(Scope::Linking) || !is_plain {
        return false;
    }
    asked.letters.extend(shortcut.key.chars());
    true
}

/// Keys that a text field needs itself: everything without Ctrl but function keys, and its own editing keys.
fn belongs_to_field(shortcut: &Shortcut) -> bool {
    let is_function_key =
        shortcut.key.strip_prefix('F').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    if is_function_key {
        return false;
    }
    let is_motion = matches!(shortcut.key.as_str(), "Left" | "Right" | "Up" | "Down" | "Home" | "End" | "Backspace" | "Delete");
    let is_editing = shortcut.ctrl && !shortcut.shift && matches!(shortcut.key.as_str(), "A" | "C" | "V" | "X");
    !shortcut.ctrl && !is_function_key || is_motion || is_editing
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modifiers};

    use super::*;
    use crate::view::key_event::shortcut_from;

    fn asked(key: Key, modifiers: Modifiers, focus: Focus) -> (Vec<Action>, bool) {
        let mut asked = Asked::default();
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        let is_taken = take_event((&event, shortcut_from(key, modifiers)), &KeyMap::default(), focus, &mut asked);
        (asked.actions, is_taken)
    }

    const GALLEY: Focus = Focus { scope: Some(Scope::Galley), is_typing: false };
    const FIELD: Focus = Focus { scope: None, is_typing: true };

    #[test]
    fn every_key_of_the_catalogue_comes_from_a_key_of_the_keyboard() {
        let all: Vec<Shortcut> = Key::ALL.iter().filter_map(|key| shortcut_from(*key, Modifiers::NONE)).collect();
        for row in crate::command::CATALOGUE {
            for key in row.keys {
                let wanted: Shortcut = key.parse().unwrap();
                assert!(all.iter().any(|shortcut| shortcut.key == wanted.key), "{key}");
            }
        }
    }

    #[test]
    fn letters_are_commands_only_while_the_text_has_the_focus() {
        use crate::model::annotation::Tag;
        assert_eq!(asked(Key::C, Modifiers::NONE, GALLEY), (vec![Action::TagSelection(Tag::Claim)], true));
        assert_eq!(asked(Key::C, Modifiers::NONE, FIELD), (vec![], false));
        assert_eq!(asked(Key::Z, Modifiers::COMMAND, FIELD), (vec![Action::Undo], true));
        assert_eq!(asked(Key::ArrowLeft, Modifiers::ALT, FIELD), (vec![], false));
        assert_eq!(asked(Key::F2, Modifiers::NONE, GALLEY).0, [Action::EditClaim]);
        assert_eq!(asked(Key::F6, Modifiers::NONE, FIELD).0, [Action::NextPanel]);
        assert_eq!(asked(Key::Questionmark, Modifiers::SHIFT, GALLEY).0, [Action::Shortcuts]);
        assert_eq!(asked(Key::Questionmark, Modifiers::SHIFT, FIELD), (vec![], false));
    }

    #[test]
    fn alt_gr_is_never_a_command() {
        let alt_gr = Modifiers { ctrl: true, alt: true, command: true, ..Modifiers::NONE };
        assert_eq!(asked(Key::F, alt_gr, GALLEY), (vec![], false));
    }
}
