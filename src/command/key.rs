//! Keys as the catalogue and the settings write them: `Ctrl+Shift+F`, `J`, `PageDown`.

use std::fmt;
use std::str::FromStr;

/// A key with its modifiers. `Ctrl` stands for Cmd on macOS.
///
/// ```
/// use tickmark::command::Shortcut;
///
/// let find: Shortcut = "ctrl + shift + f".parse()?;
/// assert_eq!(find.to_string(), "Ctrl+Shift+F");
/// # Ok::<(), tickmark::command::key::NoShortcut>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shortcut {
    /// Ctrl, or Cmd on macOS.
    pub ctrl: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or Option on macOS.
    pub alt: bool,
    /// Name of the key: one of [`KEYS`].
    pub key: String,
}

/// Names of keys besides letters and digits.
pub const KEYS: &[&str] = &[
    "Space",
    "Enter",
    "Escape",
    "Backspace",
    "Delete",
    "Left",
    "Right",
    "Up",
    "Down",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Plus",
    "Minus",
    "Comma",
    "Question",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "F7",
    "F8",
    "F9",
    "F10",
    "F11",
    "F12",
];

/// Why a text is no shortcut.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no key. Write it as Ctrl+Shift+F, J or PageDown")]
pub struct NoShortcut(pub String);

impl FromStr for Shortcut {
    type Err = NoShortcut;

    fn from_str(text: &str) -> Result<Self, NoShortcut> {
        let no_shortcut = || NoShortcut(text.to_owned());
        let mut shortcut = Shortcut::default();
        let mut parts: Vec<&str> = text.split('+').map(str::trim).collect();
        let key = parts.pop().ok_or_else(no_shortcut)?;
        for part in parts {
            match part.to_lowercase().as_str() {
                "ctrl" | "cmd" => shortcut.ctrl = true,
                "shift" => shortcut.shift = true,
                "alt" | "option" => shortcut.alt = true,
                _ => return Err(no_shortcut()),
            }
        }
        let is_letter_or_digit = key.len() == 1 && key.chars().all(|sign| sign.is_ascii_alphanumeric());
        shortcut.key = if is_letter_or_digit {
            key.to_ascii_uppercase()
        } else {
            let name = KEYS.iter().find(|name| name.eq_ignore_ascii_case(key)).ok_or_else(no_shortcut)?;
            (*name).to_owned()
        };
        Ok(shortcut)
    }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, word) in [(self.ctrl, "Ctrl"), (self.alt, "Alt"), (self.shift, "Shift")] {
            if is_held {
                write!(f, "{word}+")?;
            }
        }
        f.write_str(&self.key)
    }
}

impl Shortcut {
    /// As key caps show it: `Ctrl Shift F`, with arrows and short names.
    pub fn shown(&self) -> String {
        let key = match self.key.as_str() {
            "Left" => "←",
            "Right" => "→",
            "Up" => "↑",
            "Down" => "↓",
            "Escape" => "Esc",
            "PageUp" => "PgUp",
            "PageDown" => "PgDn",
            "Plus" => "+",
            "Minus" => "−",
            "Comma" => ",",
            "Question" => "?",
            key => key,
        };
        let ctrl = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
        let alt = if cfg!(target_os = "macos") { "Option" } else { "Alt" };
        let held = [(self.ctrl, ctrl), (self.alt, alt), (self.shift, "Shift")];
        let mut words: Vec<&str> = held.into_iter().filter(|(is_held, _)| *is_held).map(|(_, word)| word).collect();
        words.push(key);
        words.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_written() {
        for text in ["C", "Ctrl+Shift+F", "Shift+Space", "Alt+Left", "Ctrl+1", "F12", "Question", "Ctrl+Comma"] {
            assert_eq!(text.parse::<Shortcut>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
        assert_eq!("ctrl + pagedown".parse::<Shortcut>().unwrap().to_string(), "Ctrl+PageDown");
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "Ctrl+", "Hyper+K", "é", "F99"] {
            assert!(text.parse::<Shortcut>().is_err(), "{text}");
        }
    }
}
