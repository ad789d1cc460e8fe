//! From the keys that egui reports to the keys of the catalogue.

use egui::{Context, Event, InputState, Key, Modifiers};

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

/// The shortcut of each event of this frame; nothing for what is no pressed key, and for keys that compose a sign.
pub fn shortcuts(input: &InputState) -> Vec<Option<Shortcut>> {
    // Where AltGr is a key of its own, no modifier tells of it.
    let is_alt_gr = input.key_down(Key::AltRight);
    let shortcut = |at: usize, event: &Event| match event {
        Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
            let shortcut = shortcut_from(*key, *modifiers)?;
            let text = if let Some(Event::Text(text)) = input.events.get(at + 1) { Some(text.as_str()) } else { None };
            // A dead key is a key of the keyboard that writes nothing yet.
            let is_dead = physical_key.is_some() && text.is_none();
            let is_composed = text.is_some_and(|text| composes(&shortcut.key, text));
            (!types_sign(&shortcut) || !is_alt_gr && !is_dead && !is_composed).then_some(shortcut)
        }
        _ => None,
    };
    input.events.iter().enumerate().map(|(at, event)| shortcut(at, event)).collect()
}

/// Whether the key writes something, where something can be written.
fn types_sign(shortcut: &Shortcut) -> bool {
    let is_sign = shortcut.key.len() == 1 || matches!(shortcut.key.as_str(), "Space" | "Plus" | "Minus" | "Comma" | "Question");
    is_sign && !shortcut.ctrl && !shortcut.alt
}

/// Whether what a key wrote is neither its own sign nor the letter that another script has in its place: what a dead key before it, or a
/// key for a third level of the keyboard that no modifier tells of, has made of it.
fn composes(key: &str, text: &str) -> bool {
    if key == "Space" {
        return text.starts_with(|sign: char| !sign.is_whitespace());
    }
    let is_latin = |sign: char| sign < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&sign);
    let is_letter = key.len() == 1 && key.starts_with(|sign: char| sign.is_ascii_alphabetic());
    is_letter && !text.eq_ignore_ascii_case(key) && text.chars().any(|sign| is_latin(sign) || !sign.is_alphabetic())
}

/// Takes the first pressed key of this frame that does something in the scope.
pub fn take_action(ctx: &Context, keys: &KeyMap, scope: Scope) -> Option<Action> {
    take_action_where(ctx, keys, scope, |_| true)
}

/// The same for some of the actions of the scope.
pub fn take_action_where(ctx: &Context, keys: &KeyMap, scope: Scope, is_wanted: impl Fn(Action) -> bool) -> Option<Action> {
    let in_scope = |action: &Action| action.row().is_some_and(|row| row.scope == scope) && is_wanted(*action);
    let meant = |shortcut: Option<Shortcut>| keys.action(Some(scope), &shortcut?).filter(in_scope);
    ctx.input_mut(|input| {
        let (at, action) = shortcuts(input).into_iter().enumerate().find_map(|(at, shortcut)| Some((at, meant(shortcut)?)))?;
        input.events.remove(at);
        // The letter of a command must not be typed into a field that the command opens.
        input.events.retain(|event| !matches!(event, Event::Text(_)));
        Some(action)
    })
}

/// Takes the first pressed key of this frame, whatever it is.
pub fn take_shortcut(ctx: &Context) -> Option<Shortcut> {
    ctx.input_mut(|input| {
        let (at, shortcut) = shortcuts(input).into_iter().enumerate().find_map(|(at, shortcut)| Some((at, shortcut?)))?;
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

    /// What a frame of these events asks for, AltGr held or not.
    fn asked(is_alt_gr: bool, events: Vec<Event>) -> Vec<String> {
        let mut input = InputState::default();
        if is_alt_gr {
            input.keys_down.insert(Key::AltRight);
        }
        input.events = events;
        shortcuts(&input).into_iter().flatten().map(|shortcut| shortcut.to_string()).collect()
    }

    fn pressed(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn a_key_that_composes_a_sign_is_no_shortcut() {
        let letter = || pressed(Key::E, Modifiers::NONE);
        let text = |text: &str| Event::Text(text.to_owned());
        assert_eq!(asked(false, vec![letter(), text("e")]), ["E"]);
        assert_eq!(asked(false, vec![letter(), text("у")]), ["E"], "a Cyrillic keyboard commands by the place of the key");
        assert!(asked(true, vec![letter(), text("€")]).is_empty(), "AltGr");
        assert!(asked(true, vec![letter(), text("ę")]).is_empty(), "AltGr with a letter");
        assert!(asked(false, vec![letter()]).is_empty(), "a dead key");
        assert!(asked(false, vec![letter(), text("é")]).is_empty(), "a letter behind a dead key");
        assert!(asked(false, vec![letter(), text("€")]).is_empty(), "a third level without AltGr");
        let space = || pressed(Key::Space, Modifiers::NONE);
        assert!(asked(false, vec![space(), text("'")]).is_empty(), "a blank behind a dead key");
        assert_eq!(asked(false, vec![space(), text(" ")]), ["Space"]);
        assert_eq!(asked(false, vec![pressed(Key::Num2, Modifiers::NONE), text("é")]), ["2"], "a row of figures that has letters");
        assert_eq!(asked(false, vec![letter(), text("e"), letter()]), ["E"]);
        let find = pressed(Key::F, Modifiers::COMMAND);
        let others = vec![find, pressed(Key::Enter, Modifiers::NONE), pressed(Key::ArrowLeft, Modifiers::SHIFT)];
        assert_eq!(asked(false, others), ["Ctrl+F", "Enter", "Shift+Left"]);
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
