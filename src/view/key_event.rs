//! From the keys that egui reports to the keys of the catalogue.

use egui::{Context, Event, Key, Modifiers};

use crate::command::catalogue::{Action, KeyMap, Scope};
use crate::command::key::{KEYS, Shortcut};

/// The key with its modifiers as the catalogue writes it; nothing for keys that it does not know.
pub fn shortcut_from(key: Key, modifiers: Modifiers) -> Option<Shortcut> {
    // AltGr arrives as Ctrl and Alt together and types characters; it is never a command.
    if modifiers.ctrl && modifiers.alt {
        return None;
    }
    let name = match key {
        Key::Questionmark => "Question",
        Key::Equals => "Plus",
        key => key.name(),
    };
    let is_letter_or_digit = name.len() == 1 && name.chars().all(|sign| sign.is_ascii_alphanumeric());
    if !is_letter_or_digit && !KEYS.contains(&name) {
        return None;
    }
    // These signs sit behind Shift on some keyboards and not on others, so Shift says nothing about them.
    let is_sign = matches!(name, "Question" | "Plus");
    Some(Shortcut { ctrl: modifiers.command, shift: modifiers.shift && !is_sign, alt: modifiers.alt, key: name.to_owned() })
}

/// Takes the first pressed key of this frame that does something in the scope.
pub fn take_action(ctx: &Context, keys: &KeyMap, scope: Scope) -> Option<Action> {
    let in_scope = |action: &Action| action.row().is_some_and(|row| row.scope == scope);
    let meant = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => keys.action(Some(scope), &shortcut_from(*key, *modifiers)?).filter(in_scope),
        _ => None,
    };
    ctx.input_mut(|input| {
        let (at, action) = input.events.iter().enumerate().find_map(|(at, event)| Some((at, meant(event)?)))?;
        input.events.remove(at);
        // The letter of a command must not be typed into a field that the command opens.
        input.events.retain(|event| !matches!(event, Event::Text(_)));
        Some(action)
    })
}

/// Takes the first pressed key of this frame, whatever it is.
pub fn take_shortcut(ctx: &Context) -> Option<Shortcut> {
    let meant = |event: &Event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => shortcut_from(*key, *modifiers),
        _ => None,
    };
    ctx.input_mut(|input| {
        let (at, shortcut) = input.events.iter().enumerate().find_map(|(at, event)| Some((at, meant(event)?)))?;
        input.events.remove(at);
        Some(shortcut)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: Key, modifiers: Modifiers, expected: &str) {
        assert_eq!(shortcut_from(key, modifiers).map(|key| key.to_string()).as_deref(), Some(expected));
    }

    #[test]
    fn keys_are_named_as_the_catalogue_names_them() {
        check(Key::A, Modifiers::NONE, "A");
        check(Key::Num1, Modifiers::COMMAND, "Ctrl+1");
        check(Key::ArrowLeft, Modifiers::ALT, "Alt+Left");
        check(Key::Space, Modifiers::SHIFT, "Shift+Space");
        check(Key::Equals, Modifiers::COMMAND, "Ctrl+Plus");
        check(Key::Questionmark, Modifiers::SHIFT, "Question");
        check(Key::F12, Modifiers::NONE, "F12");
        assert_eq!(shortcut_from(Key::Tab, Modifiers::NONE), None);
    }
}
