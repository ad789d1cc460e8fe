//! The settings file: a checker's habits and where they left off. A damaged one is passed over, never an obstacle.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::command::{CATALOGUE, ExportFormat};
use crate::model::annotation::Tag;
use crate::session::{Preference, Preferences, ThemeWish, ViewKind};
use crate::storage::{self, Disk, Fs};

/// The file's contents. Every field may be missing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Name or initials.
    pub checker: String,
    /// `system`, `light` or `dark`.
    pub theme: String,
    /// Whether the theme is one of high contrast.
    pub has_high_contrast: bool,
    /// Whether nothing fades in or out.
    pub is_still: bool,
    /// Size of article text, points; 0 for the usual one.
    pub reader_size_pt: f32,
    /// Steps of undo that are kept for the next start, 100 to 10,000; 0 for the usual 1,000.
    pub undo_steps: usize,
    /// Zoom of the whole window; 0 for the usual one.
    pub zoom: f32,
    /// Width and height of the window, points.
    pub window: Option<(f32, f32)>,
    /// Width of the left panel, points.
    pub left_width: Option<f32>,
    /// Width of the inspector, points.
    pub inspector_width: Option<f32>,
    /// Whether the left panel is hidden.
    pub is_left_hidden: bool,
    /// Whether the inspector is hidden.
    pub is_inspector_hidden: bool,
    /// Kinds of suggestions that are shown: `claim`, `number`, `source`.
    pub suggested: Vec<String>,
    /// Keys that were changed, by the label of their action.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Projects that were open, newest first.
    pub recent: Vec<PathBuf>,
    /// Other projects whose settled claims are offered where one is like them.
    pub library: Vec<PathBuf>,
    /// Whether pages may be fetched from the web when one is asked for.
    pub may_fetch: bool,
    /// Whether a copy of each file that is opened as an article is kept beside the project.
    pub keeps_originals: bool,
    /// The forms that the report was exported in last: `html`, `pdf`.
    pub exported: Vec<String>,
    /// Where the checker left off.
    pub last: Option<Last>,
}

/// A place in a project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Last {
    /// The project file.
    pub project: PathBuf,
    /// `articles`, `claims`, `numbers`, `sources`, `compare` or `report`.
    pub view: String,
    /// Place of the article in the list, from 0.
    pub article: usize,
    /// Place of the caret in the article, bytes.
    pub caret: usize,
}

/// Projects remembered.
const MOST_RECENT: usize = 10;

impl Settings {
    /// Reads the file; what cannot be read is as shipped.
    pub fn read(disk: &dyn Fs, path: &Path) -> Self {
        let bytes = disk.read(path).unwrap_or_default();
        ron::de::from_bytes(&bytes).unwrap_or_default()
    }

    /// Writes the file.
    ///
    /// # Errors
    /// In words.
    pub fn write(&self, path: &Path) -> Result<(), String> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n");
        let text = ron::ser::to_string_pretty(self, pretty).map_err(|error| error.to_string())?;
        if let Some(folder) = path.parent() {
            Disk.create_folder(folder).map_err(|error| error.to_string())?;
        }
        storage::atomic::save(&Disk, path, text.as_bytes()).map_err(|error| error.to_string())
    }

    /// The habits that the file tells.
    pub fn preferences(&self) -> Preferences {
        let mut preferences = Preferences {
            checker: self.checker.clone(),
            theme: theme_named(&self.theme),
            has_high_contrast: self.has_high_contrast,
            is_still: self.is_still,
            is_left_open: !self.is_left_hidden,
            is_inspector_open: !self.is_inspector_hidden,
            suggested: Tag::ALL.into_iter().filter(|tag| self.suggested.iter().any(|word| word == tag.word())).collect(),
            recent: self.recent.clone(),
            library: self.library.clone(),
            may_fetch: self.may_fetch,
            keeps_originals: self.keeps_originals,
            exported: self.exported.iter().filter_map(|code| ExportFormat::of_code(code)).collect(),
            ..Preferences::default()
        };
        if preferences.exported.is_empty() {
            preferences.exported = Preferences::default().exported;
        }
        if self.reader_size_pt > 0.0 {
            // Only a key can be refused.
            let _ = preferences.change(Preference::ReaderSize(self.reader_size_pt));
        }
        if self.undo_steps > 0 {
            let _ = preferences.change(Preference::UndoSteps(self.undo_steps));
        }
        for (label, keys) in &self.keys {
            let row = CATALOGUE.iter().find(|row| row.label == label);
            let keys = keys.iter().filter_map(|key| key.parse().ok()).collect();
            if let Some(row) = row {
                // A key that clashes in a hand-edited file stays as shipped.
                let _ = preferences.change(Preference::Keys(row.action, keys));
            }
        }
        preferences
    }

    /// Takes the habits over into the file's form.
    pub fn take_preferences(&mut self, preferences: &Preferences) {
        self.checker = preferences.checker.clone();
        self.theme = theme_name(preferences.theme).to_owned();
        self.has_high_contrast = preferences.has_high_contrast;
        self.is_still = preferences.is_still;
        self.reader_size_pt = preferences.reader_size_pt;
        self.undo_steps = preferences.undo_steps;
        self.is_left_hidden = !preferences.is_left_open;
        self.is_inspector_hidden = !preferences.is_inspector_open;
        self.suggested = preferences.suggested.iter().map(|tag| tag.word().to_owned()).collect();
        self.recent = preferences.recent.clone();
        self.library = preferences.library.clone();
        self.may_fetch = preferences.may_fetch;
        self.keeps_originals = preferences.keeps_originals;
        self.exported = preferences.exported.iter().map(|format| format.code().to_owned()).collect();
        let label = |action: &crate::command::Action| action.row().map_or("", |row| row.label).to_owned();
        let keys = preferences.changed_keys.iter();
        self.keys = keys.map(|(action, keys)| (label(action), keys.iter().map(ToString::to_string).collect())).collect();
    }
}

/// Puts a project at the head of the list.
pub fn remember_recent(recent: &mut Vec<PathBuf>, path: &Path) {
    recent.retain(|other| other != path);
    recent.insert(0, path.to_owned());
    recent.truncate(MOST_RECENT);
}

fn theme_named(name: &str) -> ThemeWish {
    match name {
        "light" => ThemeWish::Light,
        "dark" => ThemeWish::Dark,
        _ => ThemeWish::System,
    }
}

fn theme_name(theme: ThemeWish) -> &'static str {
    match theme {
        ThemeWish::System => "system",
        ThemeWish::Light => "light",
        ThemeWish::Dark => "dark",
    }
}

/// The view that the file names.
pub fn view_named(name: &str) -> ViewKind {
    match name {
        "claims" => ViewKind::Claims,
        "numbers" => ViewKind::Numbers,
        "sources" => ViewKind::Sources,
        "compare" => ViewKind::Compare,
        "report" => ViewKind::Report,
        _ => ViewKind::Articles,
    }
}

/// What the file calls a view.
pub fn view_name(view: ViewKind) -> &'static str {
    match view {
        ViewKind::Articles => "articles",
        ViewKind::Claims => "claims",
        ViewKind::Numbers => "numbers",
        ViewKind::Sources => "sources",
        ViewKind::Compare => "compare",
        ViewKind::Report => "report",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::Action;
    use crate::storage::faulty::Failing;

    #[test]
    fn settings_come_back_as_they_were_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("settings.ron");
        let mut preferences =
            Preferences { checker: "RK".into(), theme: ThemeWish::Dark, has_high_contrast: true, is_still: true, ..Preferences::default() };
        preferences.change(Preference::UndoSteps(2_500)).unwrap();
        preferences.change(Preference::Keys(Action::Grow, vec!["B".parse().unwrap()])).unwrap();
        preferences.change(Preference::Library(vec!["old.ron".into()])).unwrap();
        preferences.change(Preference::Fetch(true)).unwrap();
        preferences.change(Preference::Originals(true)).unwrap();
        let mut settings = Settings { window: Some((1200.0, 800.0)), ..Settings::default() };
        settings.take_preferences(&preferences);
        settings.write(&path).unwrap();
        let back = Settings::read(&Disk, &path);
        assert_eq!(back, settings);
        let back = back.preferences();
        assert_eq!((back.checker.as_str(), back.theme), ("RK", ThemeWish::Dark));
        assert!(back.has_high_contrast && back.is_still && back.undo_steps == 2_500);
        assert_eq!(back.library, [PathBuf::from("old.ron")]);
        assert!(back.keeps_originals && !Preferences::default().keeps_originals);
        assert!(back.may_fetch && !Preferences::default().may_fetch && !Settings::default().preferences().may_fetch);
        assert_eq!(back.keys.shown(Action::Grow), "B");
    }

    #[test]
    fn a_damaged_file_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.ron");
        std::fs::write(&path, "(checker: 5, oops").unwrap();
        assert_eq!(Settings::read(&Disk, &path), Settings::default());
        assert_eq!(Settings::read(&Disk, &folder.path().join("none")), Settings::default());
        std::fs::write(&path, "(checker: \"RK\")").unwrap();
        assert_eq!(Settings::read(&Failing::at(1, true, std::io::ErrorKind::Other), &path), Settings::default());
        assert_eq!(Settings::read(&Disk, &path).checker, "RK");
    }
}
