//! The window: keys and views send commands, this runs them between frames; dialogs, background jobs, settings.

mod arriving;
pub mod backups;
pub mod comparing;
pub mod copies;
pub mod desktop;
pub mod dialogs;
pub mod exporting;
mod fault;
mod fetching;
pub mod finished;
pub mod guarding;
pub mod jobs;
pub mod journalling;
pub mod keys;
pub mod layout;
pub mod leaving;
pub mod library;
pub mod listing;
mod log;
pub mod opening;
pub mod order;
mod originals;
pub mod paths;
pub mod reading;
pub mod run;
pub mod saving;
pub mod settings;
mod splitter;
pub mod timings;
pub mod versions;
mod viewer;
pub mod witness;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use egui::{Context, Ui};

use self::backups::Backups;
use self::comparing::Comparing;
use self::copies::Copies;
use self::guarding::Watch;
use self::jobs::{Done, Jobs};
use self::journalling::Journalling;
use self::keys::Focus;
use self::layout::Panels;
use self::saving::Saving;
use self::settings::Settings;
use self::timings::Timings;
use self::witness::Witness;
use crate::command::catalogue::Scope;
use crate::command::{Command, Field};
use crate::import::Room;
use crate::model::moment::Moment;
use crate::session::already::Library;
use crate::session::{IdSource, Mode, Preferences, Session, ThemeWish, ViewKind};
use crate::storage::Disk;
use crate::storage::folders::Folders;
use crate::storage::journal::Unit;
use crate::view::article::galley_id;
use crate::view::{Cx, Sent};
use crate::widget::theme::{Ground, ThemeChoice};
use crate::widget::typeset::{SystemFonts, TextEngine};
use crate::widget::{editor, font};

/// What the program is started with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Its folders.
    pub folders: Folders,
    /// Files named on the command line.
    pub files: Vec<PathBuf>,
    /// Makes ids of this start differ from those of others.
    pub seed: u64,
    /// Whether fonts of the system may be used for what ours lack.
    pub system_fonts: SystemFonts,
    /// Whether paths are asked for in the window even where the system has dialogs.
    pub has_own_dialogs: bool,
    /// Whether nothing is fetched from the web, whatever the checker has settled.
    pub is_offline: bool,
}

/// The program behind the window.
pub struct App {
    session: Session,
    preferences: Preferences,
    settings: Settings,
    folders: Folders,
    seed: u64,
    jobs: Jobs,
    timings: Timings,
    witness: Witness,
    log: log::Log,
    /// What is told instead of the project after a fault, until the checker goes on.
    stopped: Option<fault::Stopped>,
    panels: Panels,
    saving: Saving,
    journal: Journalling,
    /// What was asked for while a long step is under way.
    waiting: VecDeque<Command>,
    backups: Backups,
    copies: Copies,
    comparing: Comparing,
    arrivals: arriving::Arrivals,
    fetching: fetching::Fetching,
    originals: originals::Originals,
    exports: exporting::Exports,
    /// What shows files outside of the window; nothing in tests.
    viewer: Option<viewer::Viewer>,
    is_offline: bool,
    /// Where formats are read that can bring a reader down.
    room: Room,
    /// The settled claims of the projects that were chosen as library.
    library: Arc<Library>,
    /// The damaged file that the project was read from: set aside before it is written over.
    damaged: Option<PathBuf>,
    watch: Watch,
    focus: Option<Field>,
    clock: fn() -> Moment,
    shown: Option<crate::model::id::DocumentId>,
    may_close: bool,
    /// The folder of the last file that was opened or written.
    folder: Option<PathBuf>,
    has_own_dialogs: bool,
    was_typing: bool,
    /// The article of which the text that is pasted next is a new draft.
    pasting_draft: Option<crate::model::id::DocumentId>,
    /// Whether the window has had the keyboard ever since a dialog was asked for.
    had_focus: bool,
    is_desktop_still: bool,
    wishes: desktop::Wishes,
    /// What the window is called now.
    title: String,
}

/// The time by the system's clock.
pub fn system_clock() -> Moment {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment::from_ms(now.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
}

impl App {
    /// Sets fonts and theme up and starts on the files named, the last project, or the welcome page.
    pub fn new(ctx: &Context, setup: Setup, start: Instant) -> Self {
        font::install(ctx);
        TextEngine::install(ctx, font::article_fonts(), setup.system_fonts);
        ctx.add_plugin(order::InOrder::default());
        let settings = Settings::read(&Disk, &setup.folders.settings());
        let preferences = settings.preferences();
        if settings.zoom > 0.0 {
            ctx.set_zoom_factor(settings.zoom);
        }
        let now = system_clock();
        let log = log::Log::new(setup.folders.logs());
        log.note(now, log::Event::Started);
        let session = Session::empty(IdSource::new(setup.seed), now);
        let unit = Unit::new(&setup.folders.journals(), session.project());
        let witness = Witness::from_environment();
        let mut app = App {
            session,
            preferences,
            panels: Panels::new(&settings),
            settings,
            is_desktop_still: desktop::is_still(&setup.folders.desktop()),
            wishes: desktop::Wishes::default(),
            folders: setup.folders,
            seed: setup.seed,
            jobs: Jobs::new(ctx),
            timings: Timings::from_environment(start),
            witness: witness.clone(),
            log,
            stopped: None,
            saving: Saving::default(),
            journal: Journalling::new(ctx, Some(unit), now).watched(witness),
            waiting: VecDeque::new(),
            backups: Backups::default(),
            arrivals: arriving::Arrivals::default(),
            fetching: fetching::Fetching::default(),
            originals: originals::Originals::default(),
            exports: exporting::Exports::default(),
            viewer: None,
            is_offline: setup.is_offline,
            room: Room::Here,
            copies: Copies::default(),
            comparing: Comparing::default(),
            library: Arc::default(),
            damaged: None,
            watch: Watch::default(),
            focus: None,
            clock: system_clock,
            shown: None,
            may_close: false,
            folder: None,
            has_own_dialogs: setup.has_own_dialogs,
            was_typing: false,
            pasting_draft: None,
            had_focus: true,
            title: String::new(),
        };
        app.read_library();
        app.start_on(setup.files);
        app
    }

    /// Does from now on what the desktop asks for: less motion, more contrast. `wishes` are what it was heard to ask for.
    pub fn heed(&mut self, wishes: desktop::Wishes) {
        self.wishes = wishes;
    }

    /// The project at work, to read.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Whether background jobs are under way, or the journal is being written.
    pub fn is_busy(&self) -> bool {
        self.jobs.is_running() || self.journal.is_waiting()
    }

    /// Whether something floats above that has the keyboard.
    pub fn has_overlay(&self) -> bool {
        self.panels.has_overlay()
    }

    /// One frame. A fault of the program in it stops the window, not the program.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        if self.stopped.is_some() {
            self.stopped_frame_ui(ui);
        } else if let Err(fault) = fault::catch(|| self.whole_frame_ui(ui)) {
            self.take_fault(ui.ctx(), &fault);
        }
    }

    /// Results of jobs, keys, commands, then drawing; what views send is run before the next frame.
    fn whole_frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.timings.frame_begins(&ctx);
        self.choose_theme(&ctx);
        self.name_window(&ctx);
        self.had_focus &= ctx.input(|input| input.focused);
        let revision = self.session.revision();
        self.take_jobs(&ctx);
        self.take_arrivals();
        self.take_dropped_files(&ctx);
        self.take_keys(&ctx);
        self.take_requests(&ctx);
        self.keep_watch(&ctx);
        self.keep_journal();
        self.keep_safe(&ctx);
        self.answer_close(&ctx);
        self.timings.logic_done(self.session.revision() != revision || self.saving.has_sent_edit(self.session.revision()));
        #[cfg(test)]
        crate::testing::fail_in(crate::testing::Spot::Frame);
        let sent = self.draw_ui(ui);
        self.start_ordered_work();
        self.keep_compared(&ctx);
        self.run_sent(&ctx, sent);
        self.take_answers();
        self.journal.hand_over(&mut self.session);
        self.take_requests(&ctx);
        self.was_typing = editor::is_typing(&ctx);
        self.timings.frame_ends(&ctx);
        self.note_shown_article();
        self.tell_lacking_sign(&ctx);
    }

    /// Says once that the machine has no font for something on screen.
    fn tell_lacking_sign(&mut self, ctx: &Context) {
        let lacking = TextEngine::of(ctx).lock().take_lacking_sign();
        if let Some(first) = lacking.as_deref().and_then(|sign| sign.chars().next()) {
            let code = u32::from(first);
            let what = format!("No font on this computer has the character U+{code:04X}, so a box stands in its place.");
            self.session.say(format!("{what} The text is unharmed. Install fonts for its script, such as Noto, and start again."), true);
            ctx.request_repaint();
        }
    }

    fn choose_theme(&self, ctx: &Context) {
        let ground = match self.preferences.theme {
            ThemeWish::System => Ground::System,
            ThemeWish::Light => Ground::Light,
            ThemeWish::Dark => Ground::Dark,
        };
        let Preferences { has_high_contrast, is_still, .. } = self.preferences;
        let has_high_contrast = has_high_contrast || self.wishes.has_contrast();
        let is_still = is_still || self.is_desktop_still || self.wishes.is_still();
        ThemeChoice { ground, has_high_contrast, is_still }.apply(ctx);
    }

    /// Calls the window by its project, for the task bar and for who cannot see it.
    fn name_window(&mut self, ctx: &Context) {
        let project = self.session.project();
        let is_named = !project.order().is_empty() || self.session.path().is_some();
        let title = if is_named { format!("{} – Tickmark", project.name()) } else { "Tickmark".to_owned() };
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(title.as_str()));
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Where the keys of this frame go.
    fn key_focus(&self, ctx: &Context) -> Focus {
        let focused = ctx.memory(|memory| memory.focused());
        // Escape has taken the focus from its field before anyone sees the key; the key still belongs to the field.
        let is_typing = editor::is_typing(ctx) || (self.was_typing && focused.is_none());
        let is_free = focused.is_none_or(|id| id == galley_id() || self.panels.is_table_focus(id));
        // A menu that is open takes the keys; Esc closes it.
        let scope = if is_typing || self.panels.has_overlay() || !is_free || egui::Popup::is_any_open(ctx) {
            None
        } else {
            match (self.session.view(), self.session.mode()) {
                (ViewKind::Articles, Mode::Reading) if self.session.suggestion().is_some() => Some(Scope::Suggestion),
                (ViewKind::Articles, Mode::Reading) => Some(Scope::Galley),
                (ViewKind::Articles, Mode::Linking(_)) => Some(Scope::Linking),
                (ViewKind::Articles, Mode::Resizing(_)) => Some(Scope::Resizing),
                (ViewKind::Articles, Mode::Confirming(_)) => Some(Scope::Confirming),
                // Tables and the Compare view take their own keys while they have the focus.
                _ => None,
            }
        };
        Focus { scope, is_typing }
    }

    fn take_keys(&mut self, ctx: &Context) {
        // While an input method is at work even Enter and Esc are its own.
        if self.panels.takes_all_keys() || editor::is_composing(ctx) {
            return;
        }
        let focus = self.key_focus(ctx);
        let asked = keys::take(ctx, &self.preferences.keys, focus);
        for letter in asked.letters {
            self.session.type_link_end(letter);
        }
        for action in asked.actions {
            self.run(ctx, Command::Run(action));
        }
        if let Some(text) = asked.pasted {
            self.paste_article(&text);
        }
    }

    fn draw_ui(&mut self, ui: &mut Ui) -> Vec<Sent> {
        let now = (self.clock)();
        self.session.wake(now);
        if let Some(wait_ms) = self.session.next_deadline_ms(now) {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(wait_ms));
        }
        let mut cx = Cx::new(&self.session, &self.preferences, now, self.focus.take());
        let state = self.saving.state(&self.session, &self.journal, now);
        self.panels.draw_ui(ui, &mut cx, &state);
        cx.sent
    }

    fn run_sent(&mut self, ctx: &Context, sent: Vec<Sent>) {
        if sent.is_empty() {
            return;
        }
        let revision = self.session.revision();
        for sent in sent {
            match sent {
                Sent::Command(command) => self.run(ctx, command),
                Sent::Preference(change) => self.change_preference(change),
            }
        }
        if self.session.revision() != revision {
            self.saving.note_sent_edit(self.session.revision());
        }
        ctx.request_repaint();
    }

    /// Starts what views and session want done off the drawing thread.
    fn start_ordered_work(&mut self) {
        self.list_wanted_folder();
        self.order_preview();
        if let Some(order) = self.panels.take_report_order() {
            self.jobs.build_report(self.session.project().clone(), order);
        }
        if self.panels.wants_proposals(&self.session)
            && let Some(sought) = self.session.take_sought_proposals()
        {
            self.jobs.propose(sought);
        }
        if self.session.view() == ViewKind::Numbers
            && let Some(sought) = self.session.take_sought_checks()
        {
            self.jobs.work_out(sought);
        }
        if let Some(asked) = self.panels.take_asked() {
            self.jobs.start(move || Done::Checked(asked.claim, asked.answer()));
        }
        if let Some(order) = self.panels.take_transcript_order() {
            self.jobs.compare_transcript(order);
        }
        if let Some(order) = self.panels.take_drafts_order() {
            self.jobs.start(move || {
                let found = order.compare();
                Done::Differences(Box::new((order, found)))
            });
        }
        if let Some(sought) = self.session.take_sought() {
            self.jobs.search(sought);
        }
        for (article, text) in self.session.take_to_count() {
            self.jobs.count(article, text);
        }
        if let Some((turn, project)) = self.session.take_to_compare() {
            self.jobs.compare_sources(turn, project);
        }
        for article in self.session.take_to_suggest() {
            self.jobs.suggest(article);
        }
    }

    fn note_shown_article(&mut self) {
        let shown = self.session.document().map(|document| document.id);
        if shown != self.shown {
            self.shown = shown;
            let bytes = self.session.document().map_or(0, |document| document.text.len());
            self.timings.article_shown(bytes);
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.finish();
    }
}

/// Opens the window on these files and stays until it is closed. Where `is_offline`, nothing is fetched from the web.
///
/// # Errors
/// In words, when no window can be opened.
pub fn open_window(files: Vec<PathBuf>, is_offline: bool, start: Instant) -> Result<(), String> {
    let folders = Folders::of_system();
    fault::install(log::Log::new(folders.logs()));
    let (width, height) = Settings::read(&Disk, &folders.settings()).window.unwrap_or((1440.0, 900.0));
    let viewport = egui::ViewportBuilder::default()
        .with_title("Tickmark")
        .with_app_id("tickmark")
        .with_inner_size([width, height])
        .with_min_inner_size([640.0, 420.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let has_own_dialogs = std::env::var_os("TICKMARK_OWN_DIALOGS").is_some();
    let seed = system_clock().epoch_ms.unsigned_abs() ^ (u64::from(std::process::id()) << 32);
    let setup = Setup { folders, files, seed, system_fonts: SystemFonts::WhenNeeded, has_own_dialogs, is_offline };
    let app = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        let wishes = desktop::Wishes::default();
        #[cfg(target_os = "linux")]
        wishes.listen(None, {
            let ctx = creation.egui_ctx.clone();
            move || ctx.request_repaint()
        });
        let mut app = App::new(&creation.egui_ctx, setup, start);
        app.heed(wishes);
        app.room = Room::apart();
        app.viewer = Some(viewer::system_viewer);
        Ok(Box::new(app))
    };
    let opened = eframe::run_native("Tickmark", options, Box::new(app));
    // What the window system says names files of the machine that built the program, which helps nobody here.
    opened.map_err(|_| {
        "No window could be opened on this machine. Is there a screen? Without one, use the commands: tickmark --help".to_owned()
    })
}
