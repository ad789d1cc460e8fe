//! The whole window without a screen: the program's own frame, driven by labels, keys and the mouse.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;
use tickmark::app::folders::Folders;
use tickmark::app::{App, Setup};
use tickmark::command::Shortcut;
use tickmark::widget::typeset::SystemFonts;

/// A window on a temporary home.
pub struct Desk {
    pub harness: Harness<'static>,
    app: Rc<RefCell<Option<App>>>,
    pub home: TempDir,
    /// What the last key put on the clipboard.
    pub copied: Option<String>,
    /// Whether the last key asked the window to close.
    pub wants_to_close: bool,
}

impl Desk {
    /// Starts the program on files, in a fresh home.
    pub fn open(files: &[PathBuf]) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), files)
    }

    /// Starts the program in a home that was used before.
    pub fn open_in(home: TempDir, files: &[PathBuf]) -> Self {
        let setup = Setup {
            folders: Folders::within(home.path()),
            files: files.to_vec(),
            seed: 7,
            system_fonts: SystemFonts::Never,
            has_own_dialogs: true,
        };
        let app: Rc<RefCell<Option<App>>> = Rc::default();
        let inside = Rc::clone(&app);
        let frame = move |ui: &mut egui::Ui| {
            let mut app = inside.borrow_mut();
            app.get_or_insert_with(|| App::new(ui.ctx(), setup.clone(), Instant::now())).frame_ui(ui);
        };
        let mut harness = Harness::builder().with_size(vec2(1440.0, 900.0)).allow_missing_glyphs().build_ui(frame);
        harness.step();
        let mut desk = Desk { harness, app, home, copied: None, wants_to_close: false };
        desk.settle();
        desk
    }

    /// Ends the program as closing the window does, and gives its home back.
    pub fn close(self) -> TempDir {
        let app = self.app.borrow_mut().take();
        app.unwrap().finish();
        self.home
    }

    /// Looks at the program.
    pub fn look<R>(&self, look: impl FnOnce(&App) -> R) -> R {
        look(self.app.borrow().as_ref().unwrap())
    }

    /// Draws until jobs are done and nothing moves.
    pub fn settle(&mut self) {
        let began = Instant::now();
        while self.look(App::is_busy) {
            assert!(began.elapsed() < Duration::from_secs(30), "a job does not end");
            std::thread::sleep(Duration::from_millis(2));
            self.harness.step();
        }
        self.harness.run_steps(2);
    }

    /// Presses a key as the catalogue writes it.
    pub fn press(&mut self, key: &str) {
        let shortcut: Shortcut = key.parse().unwrap();
        let modifiers = Modifiers { ctrl: shortcut.ctrl, command: shortcut.ctrl, shift: shortcut.shift, alt: shortcut.alt, mac_cmd: false };
        let event = |pressed| match key {
            // The window system turns these into events of their own.
            "Ctrl+C" => egui::Event::Copy,
            "Ctrl+V" => egui::Event::Paste("Pasted headline\nPasted words.".into()),
            _ => egui::Event::Key { key: key_named(&shortcut.key), physical_key: None, pressed, repeat: false, modifiers },
        };
        (self.copied, self.wants_to_close) = (None, false);
        self.harness.event(event(true));
        self.harness.step();
        self.note_output();
        if !matches!(key, "Ctrl+C" | "Ctrl+V") {
            self.harness.event(event(false));
        }
        for _ in 0..3 {
            self.harness.step();
            self.note_output();
        }
        self.settle();
    }

    /// Notes what the frame just drawn asks of the window system.
    fn note_output(&mut self) {
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        let mut asked = output.viewport_output.values().flat_map(|viewport| &viewport.commands);
        self.wants_to_close |= asked.any(|command| *command == egui::ViewportCommand::Close);
    }

    /// Presses several keys in turn.
    pub fn press_all(&mut self, keys: &str) {
        keys.split_whitespace().for_each(|key| self.press(key));
    }

    /// Types into the field that has the focus.
    pub fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.into()));
        self.settle();
    }

    /// Clicks the first thing whose name contains the words.
    pub fn click_containing(&mut self, words: &str) {
        let first = self.harness.query_all_by_label_contains(words).next().unwrap_or_else(|| panic!("nothing is called {words}"));
        first.click();
        self.settle();
    }

    /// Whether something is called so.
    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something's name contains the words.
    pub fn has_containing(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    /// Where the first thing lies whose name contains the words.
    pub fn rect_of(&self, words: &str) -> Rect {
        let first = self.harness.query_all_by_label_contains(words).next();
        first.unwrap_or_else(|| panic!("nothing is called {words}")).rect()
    }

    /// Drags the mouse from one place to another.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        for step in 1..=4 {
            self.harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        }
        self.harness.drop_at(to);
        self.harness.run_steps(8);
        self.settle();
    }

    /// Selects words of the article by searching for them.
    pub fn select(&mut self, words: &str) {
        self.press("Ctrl+F");
        self.press("Ctrl+A");
        self.type_text(words);
        self.press("F3");
        self.press("Escape");
        self.harness.run_steps(2);
    }

    /// What a notice says now.
    pub fn said(&self) -> String {
        self.look(|app| app.session().notice().map_or(String::new(), |notice| notice.words.clone()))
    }
}

/// The shared test articles; nothing, with a word of why, where they are absent. Absence fails on the build machine.
pub fn seeds() -> Option<Vec<PathBuf>> {
    let named = std::env::var_os("TICKMARK_TEST_DATA").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data")).join("seeds");
    let found = std::fs::read_dir(&folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>());
    match found {
        Ok(mut paths) => {
            paths.sort();
            Some(paths)
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "the test data is missing at {}: {error}", folder.display());
            eprintln!("skipped: no test data at {}", folder.display());
            None
        }
    }
}

/// The invented articles that ship.
pub fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/articles").join(name)
}

/// The keyboard's key for a name of the catalogue.
pub fn key_named(name: &str) -> Key {
    match name {
        "Left" => Key::ArrowLeft,
        "Right" => Key::ArrowRight,
        "Up" => Key::ArrowUp,
        "Down" => Key::ArrowDown,
        "Question" => Key::Questionmark,
        other => Key::from_name(other).unwrap_or_else(|| panic!("no key {other}")),
    }
}
