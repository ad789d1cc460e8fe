//! The whole window without a screen: the program's own frame, driven by labels, keys and the mouse.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Pos2, Rect, Role, Shape, ViewportCommand, ViewportEvent, ViewportId, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use tempfile::TempDir;
use tickmark::app::{App, Setup};
use tickmark::command::{Command, Shortcut};
use tickmark::storage::folders::Folders;
use tickmark::storage::{Disk, Fs as _};
use tickmark::widget::typeset::SystemFonts;

use super::pause::pause;

/// What lies on the clipboard.
pub const PASTED: &str = "Pasted headline\nPasted words.";

/// A window on a temporary home.
pub struct Desk {
    pub harness: Harness<'static>,
    app: Rc<RefCell<Option<App>>>,
    pub home: TempDir,
    /// What the last key put on the clipboard.
    pub copied: Option<String>,
    /// Whether the window has closed.
    pub is_gone: bool,
    is_asked_to_close: bool,
}

impl Desk {
    /// Starts the program on files, in a fresh home.
    pub fn open(files: &[PathBuf]) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), files)
    }

    /// Starts the program in a home that was used before.
    pub fn open_in(home: TempDir, files: &[PathBuf]) -> Self {
        Self::open_with(home, files, false)
    }

    /// The same in a run that fetches nothing from the web.
    pub fn open_offline() -> Self {
        Self::open_with(tempfile::tempdir().unwrap(), &[], true)
    }

    fn open_with(home: TempDir, files: &[PathBuf], is_offline: bool) -> Self {
        let setup = Setup {
            folders: Folders::within(home.path()),
            files: files.to_vec(),
            seed: 7,
            system_fonts: SystemFonts::Never,
            has_own_dialogs: true,
            is_offline,
        };
        let app: Rc<RefCell<Option<App>>> = Rc::default();
        let inside = Rc::clone(&app);
        let frame = move |ui: &mut egui::Ui| {
            let mut app = inside.borrow_mut();
            app.get_or_insert_with(|| App::new(ui.ctx(), setup.clone(), Instant::now())).frame_ui(ui);
        };
        let mut harness = Harness::builder().with_size(vec2(1440.0, 900.0)).allow_missing_glyphs().build_ui(frame);
        harness.step();
        let mut desk = Desk { harness, app, home, copied: None, is_gone: false, is_asked_to_close: false };
        desk.settle();
        desk
    }

    /// Ends the program as closing the window does, and gives its home back.
    pub fn close(self) -> TempDir {
        let app = self.app.borrow_mut().take();
        app.unwrap().finish();
        self.home
    }

    /// Ends the program without a chance to do anything, once it says that all is safe, and gives its home back.
    pub fn killed(self) -> TempDir {
        let app = self.app.borrow_mut().take();
        drop(app);
        // The lock of a journal goes with the process; here with the thread that writes.
        let journals = Disk.list(&self.home.path().join("data/journals")).unwrap_or_default();
        for lock in journals.iter().map(|folder| folder.join("lock")).filter(|lock| lock.exists()) {
            while Disk.lock(&lock).unwrap().is_none() {
                pause(2);
            }
        }
        self.home
    }

    /// Runs a command that a view would send.
    pub fn run(&mut self, command: Command) {
        self.begin(command);
        self.settle();
    }

    /// Changes a habit as the settings do.
    pub fn prefer(&mut self, change: tickmark::session::Preference) {
        self.app.borrow_mut().as_mut().unwrap().change_preference(change);
        self.settle();
    }

    /// The same without waiting for what it does in the background.
    pub fn begin(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.app.borrow_mut().as_mut().unwrap().run(&ctx, command);
    }

    /// Looks at the program.
    pub fn look<R>(&self, look: impl FnOnce(&App) -> R) -> R {
        look(self.app.borrow().as_ref().unwrap())
    }

    /// Draws until jobs are done and nothing moves.
    pub fn settle(&mut self) {
        let began = Instant::now();
        loop {
            // What was clicked may begin a job some frames later, and what the job brings may take some frames, too.
            let mut was_busy = false;
            for _ in 0..4 {
                self.step();
                was_busy |= self.look(App::is_busy);
            }
            if !was_busy {
                return;
            }
            while self.look(App::is_busy) {
                assert!(began.elapsed() < Duration::from_secs(30), "a job does not end");
                pause(2);
                self.step();
            }
        }
    }

    /// Draws until something has come about that takes its time.
    pub fn wait_until(&mut self, what: &str, mut is_so: impl FnMut(&Self) -> bool) {
        let began = Instant::now();
        while !is_so(self) {
            assert!(began.elapsed() < Duration::from_secs(30), "waited in vain for {what}");
            pause(50);
            self.settle();
        }
    }

    /// Draws until a window of that name lies above everything, without waiting for jobs.
    pub fn wait_for_window(&mut self, name: &str) {
        let began = Instant::now();
        while self.window().as_deref() != Some(name) {
            assert!(began.elapsed() < Duration::from_secs(30), "{name} never comes");
            self.step();
        }
    }

    /// One frame, with what a window system does about closing: it asks in the next frame, and closes unless told not to.
    pub fn step(&mut self) {
        let is_asked = std::mem::take(&mut self.is_asked_to_close);
        if is_asked {
            self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default().events.push(ViewportEvent::Close);
        }
        self.harness.step();
        let output = self.harness.output();
        output.shapes.iter().for_each(|clipped| check_words(&clipped.shape));
        for command in &output.platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        let has_sent = |wanted: ViewportCommand| output.viewport_output.values().any(|viewport| viewport.commands.contains(&wanted));
        self.is_gone |= is_asked && !has_sent(ViewportCommand::CancelClose);
        self.is_asked_to_close = has_sent(ViewportCommand::Close);
    }

    /// Clicks the close button of the window.
    pub fn click_close(&mut self) {
        self.is_asked_to_close = true;
        self.step();
        self.settle();
    }

    /// Presses a key as the catalogue writes it.
    pub fn press(&mut self, key: &str) {
        self.copied = None;
        self.strike(&key.parse().unwrap());
        self.settle();
    }

    /// Presses and lets go of a key. As from a keyboard, a letter comes as a key and as text at once.
    pub fn strike(&mut self, key: &Shortcut) {
        let modifiers = Modifiers { ctrl: key.ctrl, command: key.ctrl, shift: key.shift, alt: key.alt, mac_cmd: false };
        let event = |pressed| egui::Event::Key { key: key_named(&key.key), physical_key: None, pressed, repeat: false, modifiers };
        let pressed = match key.to_string().as_str() {
            // The window system turns these into events of their own.
            "Ctrl+C" => vec![egui::Event::Copy],
            "Ctrl+V" => vec![egui::Event::Paste(PASTED.into())],
            _ => [Some(event(true)), text_of(key).map(egui::Event::Text)].into_iter().flatten().collect(),
        };
        self.frame_with(pressed);
        self.frame_with(vec![event(false)]);
    }

    /// One frame with these events.
    pub fn frame_with(&mut self, events: Vec<egui::Event>) {
        self.harness.input_mut().events.extend(events);
        self.step();
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

    /// The name of the window that lies above everything.
    pub fn window(&self) -> Option<String> {
        self.harness.query_all_by_role(Role::Dialog).filter_map(|node| node.accesskit_node().label()).next_back()
    }

    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        let focused = self.harness.root().children_recursive().find(|node| node.is_focused());
        focused.and_then(|node| node.accesskit_node().label())
    }

    /// What stands in the field that has the keyboard.
    pub fn field(&self) -> Option<String> {
        self.harness.root().children_recursive().find(|node| node.is_focused()).and_then(|node| node.value())
    }

    /// Answers a question for a path.
    pub fn answer_path(&mut self, path: &Path) {
        self.press("Ctrl+A");
        self.type_text(&path.display().to_string());
        self.press("Enter");
    }

    /// Clicks what is called so.
    pub fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    /// Puts the keyboard into a field.
    pub fn focus_field(&mut self, label: &str) {
        let is_field = |node: &Node<'_>| matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput);
        let field = self.harness.query_all_by_label(label).find(is_field);
        field.unwrap_or_else(|| panic!("no field is called {label}")).focus();
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

    /// Where the first row of the article lies in which the words stand.
    pub fn row_of(&self, words: &str) -> Rect {
        let mut rows = self.harness.query_all_by_role(Role::TextRun);
        let first = rows.find(|row| row.value().is_some_and(|value| value.contains(words)));
        first.unwrap_or_else(|| panic!("no row with {words}")).rect()
    }

    /// Drags the mouse from one place to another.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        for step in 1..=4 {
            self.harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        }
        self.harness.drop_at(to);
        self.step();
        self.settle();
    }

    /// Selects words of the article by searching for them.
    pub fn select(&mut self, words: &str) {
        self.press("Ctrl+F");
        self.press("Ctrl+A");
        self.type_text(words);
        self.press("F3");
        self.press("Escape");
    }

    /// What a notice says now.
    pub fn said(&self) -> String {
        self.look(|app| app.session().notice().map_or(String::new(), |notice| notice.words.clone()))
    }
}

/// Fails where egui has laid out words that are no literal of the program: words of articles and people, in whatever script,
/// are set by the text engine, and come as meshes.
fn check_words(shape: &Shape) {
    static SOURCE: LazyLock<String> = LazyLock::new(|| source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
    static KNOWN: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(check_words),
        Shape::Text(text) => {
            let words = text.galley.text();
            let is_icon = words.chars().count() == 1 && words.chars().all(|sign| ('\u{e000}'..'\u{f900}').contains(&sign));
            if !is_icon && KNOWN.lock().unwrap().insert(words.to_owned()) {
                assert!(SOURCE.contains(&format!("\"{words}\"")), "egui has laid out “{words}”, which is no literal of the program");
            }
        }
        _ => {}
    }
}

/// All that stands in the source files of a folder.
fn source(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { source(&path) } else { std::fs::read_to_string(path).unwrap() }).collect()
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

/// What a key types.
pub fn text_of(shortcut: &Shortcut) -> Option<String> {
    let types = !shortcut.ctrl && !shortcut.alt;
    match shortcut.key.as_str() {
        "Space" => types.then(|| " ".to_owned()),
        "Question" => types.then(|| "?".to_owned()),
        sign if types && sign.len() == 1 => Some(if shortcut.shift { sign.to_owned() } else { sign.to_lowercase() }),
        _ => None,
    }
}
