//! What the program remembers of a checker's habits, apart from any project. Plain data; the app keeps it in a file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::command::ExportFormat;
use crate::command::catalogue::{Action, KeyMap};
use crate::command::key::Shortcut;
use crate::model::annotation::Tag;
use crate::storage::journal;

/// Which theme the checker wants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeWish {
    /// As the desktop has it.
    #[default]
    System,
    /// Light paper.
    Light,
    /// Dark paper.
    Dark,
}

/// Smallest, usual and largest size of article text, points.
pub const READER_SIZES: (f32, f32, f32) = (14.0, 17.0, 26.0);

/// Fewest, usual and most steps of undo that are kept for the next start.
pub const UNDO_STEPS: (usize, usize, usize) = (100, journal::UNDO_STEPS, 10_000);

/// A checker's habits.
#[derive(Clone, Debug)]
pub struct Preferences {
    /// Name or initials, written into every change.
    pub checker: String,
    /// Light, dark, or as the desktop has it.
    pub theme: ThemeWish,
    /// Whether text stands out at 7:1 and everything else at 4.5:1.
    pub has_high_contrast: bool,
    /// Whether nothing fades in or out.
    pub is_still: bool,
    /// Size of article text, points, 14 to 26.
    pub reader_size_pt: f32,
    /// Steps of undo that are kept for the next start, 100 to 10,000.
    pub undo_steps: usize,
    /// Whether the left panel is shown.
    pub is_left_open: bool,
    /// Whether the inspector is shown.
    pub is_inspector_open: bool,
    /// Kinds of suggestions that are shown.
    pub suggested: BTreeSet<Tag>,
    /// Keys as shipped, with the checker's changes.
    pub keys: KeyMap,
    /// Only the checker's changes.
    pub changed_keys: BTreeMap<Action, Vec<Shortcut>>,
    /// Whether pages may be fetched from the web when the checker asks for one.
    pub may_fetch: bool,
    /// Whether a copy of each file that is opened as an article is kept beside the project.
    pub keeps_originals: bool,
    /// The forms that the report was exported in last, to be proposed again.
    pub exported: Vec<ExportFormat>,
    /// Projects that were open, newest first.
    pub recent: Vec<PathBuf>,
    /// Other projects whose settled claims are offered where one is like them.
    pub library: Vec<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            checker: String::new(),
            theme: ThemeWish::default(),
            has_high_contrast: false,
            is_still: false,
            reader_size_pt: READER_SIZES.1,
            undo_steps: UNDO_STEPS.1,
            is_left_open: true,
            is_inspector_open: true,
            suggested: BTreeSet::new(),
            keys: KeyMap::default(),
            changed_keys: BTreeMap::new(),
            may_fetch: false,
            keeps_originals: false,
            exported: vec![ExportFormat::Html],
            recent: Vec::new(),
            library: Vec::new(),
        }
    }
}

/// One change of the preferences.
#[derive(Clone, Debug, PartialEq)]
pub enum Preference {
    /// Name or initials.
    Checker(String),
    /// Theme.
    Theme(ThemeWish),
    /// High contrast or the usual one.
    HighContrast(bool),
    /// No fades.
    Still(bool),
    /// Size of article text, points.
    ReaderSize(f32),
    /// Steps of undo that are kept for the next start.
    UndoSteps(usize),
    /// Whether suggestions of a kind are shown.
    Suggest(Tag, bool),
    /// All kinds, or none if any was shown.
    Suggestions,
    /// Keys of an action.
    Keys(Action, Vec<Shortcut>),
    /// Other projects whose settled claims are offered.
    Library(Vec<PathBuf>),
    /// Whether pages may be fetched from the web.
    Fetch(bool),
    /// Whether copies of opened files are kept.
    Originals(bool),
    /// The forms that reports are exported in.
    Exported(Vec<ExportFormat>),
    /// All keys as shipped.
    ShippedKeys,
}

impl Preferences {
    /// Takes a change over.
    ///
    /// # Errors
    /// In words, when a key is taken already.
    pub fn change(&mut self, change: Preference) -> Result<(), String> {
        match change {
            Preference::Checker(name) => self.checker = name,
            Preference::Theme(theme) => self.theme = theme,
            Preference::HighContrast(is_high) => self.has_high_contrast = is_high,
            Preference::Still(is_still) => self.is_still = is_still,
            Preference::ReaderSize(size) => self.reader_size_pt = size.clamp(READER_SIZES.0, READER_SIZES.2),
            Preference::UndoSteps(steps) => self.undo_steps = steps.clamp(UNDO_STEPS.0, UNDO_STEPS.2),
            Preference::Suggest(tag, true) => drop(self.suggested.insert(tag)),
            Preference::Suggest(tag, false) => drop(self.suggested.remove(&tag)),
            Preference::Suggestions if self.suggested.is_empty() => self.suggested.extend(Tag::ALL),
            Preference::Suggestions => self.suggested.clear(),
            Preference::Keys(action, keys) => {
                let taken = |label: &str| format!("This key does “{label}” already. Choose another one, or free it there first.");
                self.keys.change(action, keys.clone()).map_err(taken)?;
                self.changed_keys.insert(action, keys);
            }
            Preference::Library(paths) => self.library = paths,
            Preference::Fetch(may_fetch) => self.may_fetch = may_fetch,
            Preference::Originals(keeps_originals) => self.keeps_originals = keeps_originals,
            Preference::Exported(formats) => self.exported = formats,
            Preference::ShippedKeys => {
                self.keys = KeyMap::default();
                self.changed_keys.clear();
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn preferences_stay_within_bounds_and_refuse_taken_keys() {
        let mut preferences = Preferences::default();
        preferences.change(Preference::ReaderSize(99.0)).unwrap();
        assert_eq!(preferences.reader_size_pt, 26.0);
        assert_eq!(preferences.undo_steps, 1_000);
        preferences.change(Preference::UndoSteps(0)).unwrap();
        assert_eq!(preferences.undo_steps, 100);
        let refused = preferences.change(Preference::Keys(Action::Grow, vec!["C".parse().unwrap()])).unwrap_err();
        assert!(refused.contains("Tag as claim"));
        assert!(preferences.changed_keys.is_empty());
    }
}
