//! Faults put into the program on purpose: what is kept, what is told, and what the log says of it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tempfile::TempDir;

use super::*;
use crate::app::Setup;
use crate::command::Command;
use crate::command::catalogue::Action;
use crate::model::annotation::Tag;
use crate::storage::folders::Folders;
use crate::storage::{Disk, open};
use crate::testing::{Spot, let_fail};
use crate::widget::typeset::SystemFonts;

#[expect(clippy::disallowed_methods, reason = "a test waits for the program")]
fn pause() {
    std::thread::sleep(Duration::from_millis(2));
}

/// The program on an article, in a home of its own.
struct Trial {
    harness: Harness<'static>,
    app: Rc<RefCell<Option<App>>>,
    home: TempDir,
}

impl Trial {
    fn new(name: &str, article: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join(name);
        std::fs::write(&file, article).unwrap();
        Trial::at(home, vec![file])
    }

    fn at(home: TempDir, files: Vec<PathBuf>) -> Self {
        let app: Rc<RefCell<Option<App>>> = Rc::default();
        let inside = Rc::clone(&app);
        let setup = Setup {
            folders: Folders::within(home.path()),
            files,
            seed: 7,
            system_fonts: SystemFonts::Never,
            has_own_dialogs: true,
            is_offline: false,
        };
        let frame = move |ui: &mut egui::Ui| {
            let mut app = inside.borrow_mut();
            app.get_or_insert_with(|| App::new(ui.ctx(), setup.clone(), Instant::now())).frame_ui(ui);
        };
        let harness = Harness::builder().with_size(egui::vec2(1440.0, 900.0)).allow_missing_glyphs().build_ui(frame);
        let mut trial = Trial { harness, app, home };
        trial.settle();
        trial
    }

    fn app<R>(&self, look: impl FnOnce(&mut App) -> R) -> R {
        look(self.app.borrow_mut().as_mut().unwrap())
    }

    fn settle(&mut self) {
        let began = Instant::now();
        self.harness.run_steps(4);
        while self.app(|app| app.is_busy()) {
            assert!(began.elapsed() < Duration::from_secs(30), "a job does not end");
            pause();
            self.harness.run_steps(4);
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn run(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.app(|app| app.run(&ctx, command));
        self.settle();
    }

    fn answer_path(&mut self, path: &Path) {
        self.press(Modifiers::COMMAND, Key::A);
        self.harness.event(egui::Event::Text(path.display().to_string()));
        self.settle();
        self.press(Modifiers::NONE, Key::Enter);
    }

    fn sees(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
    }

    fn claims(&self) -> usize {
        self.app(|app| app.session().project().claims().len())
    }

    fn said(&self) -> String {
        self.app(|app| app.session().notice().map_or(String::new(), |notice| notice.words.clone()))
    }

    /// Whether all that was done is safe in the journal.
    fn is_kept(&self) -> bool {
        self.app(|app| app.journal.safe_since(app.session.revision()).is_some())
    }

    /// The program as it is after it was killed and started again.
    fn killed(self) -> Trial {
        // The lock of the journal goes with its thread, as it would with the process.
        self.app(|app| app.journal.take()).end(true);
        let Trial { harness, app, home } = self;
        drop((harness, app));
        Trial::at(home, Vec::new())
    }
}

const ARTICLE: &str = "Dyke fails\n\nThe dyke failed on Monday. 1,500 people left.\n";

fn tagged() -> Trial {
    let mut trial = Trial::new("dyke.txt", ARTICLE);
    trial.run(Command::Run(Action::TagSelection(Tag::Claim)));
    assert_eq!(trial.claims(), 1, "{}", trial.said());
    trial
}

#[test]
fn a_fault_in_a_frame_keeps_the_work_says_so_and_the_program_goes_on() {
    let mut trial = tagged();
    let before = trial.app(|app| app.session().project().clone());
    let_fail(Spot::Frame);
    trial.settle();
    assert!(trial.sees("The program had to stop") && trial.sees("Your work up to"));
    assert!(trial.is_kept());
    trial.press(Modifiers::NONE, Key::Enter);
    assert!(!trial.sees("The program had to stop"));
    assert_eq!(trial.app(|app| app.session().project().clone()), before);
    trial.run(Command::Run(Action::Undo));
    assert_eq!(trial.claims(), 0);
    trial.run(Command::Run(Action::Redo));
    let_fail(Spot::Frame);
    trial.settle();
    let trial = trial.killed();
    assert_eq!(trial.app(|app| app.session().project().clone()), before, "{}", trial.said());
}

#[test]
fn a_fault_in_the_middle_of_a_step_takes_the_step_back_and_no_more() {
    let mut trial = tagged();
    let before = trial.app(|app| app.session().project().clone());
    trial.run(Command::Run(Action::MoveCaret(crate::command::catalogue::Motion::End)));
    let_fail(Spot::Step);
    trial.press(Modifiers::NONE, Key::X);
    assert!(trial.sees("The program had to stop"));
    trial.click("Go on");
    assert_eq!(trial.app(|app| app.session().project().clone()), before);
    trial.press(Modifiers::NONE, Key::X);
    assert_eq!(trial.app(|app| app.session().project().exclusions().len()), 1, "{}", trial.said());
}

#[test]
fn a_copy_can_be_saved_while_the_program_is_stopped_and_it_can_be_left() {
    let mut trial = tagged();
    let_fail(Spot::Frame);
    trial.settle();
    let copy = trial.home.path().join("elsewhere.ron");
    trial.click("Save a copy");
    trial.answer_path(&copy);
    assert_eq!(open(&Disk, &copy).unwrap().project.claims().len(), 1);
    assert!(trial.sees("A copy is in") && trial.app(|app| app.session().path().is_none()));
    trial.click("Quit");
    assert!(trial.app(|app| app.may_close));
}

#[test]
fn a_fault_in_a_job_becomes_a_message_and_nothing_waits_for_it() {
    let mut trial = tagged();
    let path = trial.home.path().join("dyke.ron");
    let_fail(Spot::Job);
    trial.run(Command::SaveTo(path.clone()));
    assert!(trial.said().starts_with("A fault in the program"), "{}", trial.said());
    assert!(!path.exists() && trial.app(|app| !app.session().is_saved()));
    assert!(trial.is_kept() && trial.said().ends_with("Your work is safe in the journal."));
    trial.run(Command::SaveTo(path.clone()));
    assert!(path.exists() && trial.app(|app| app.session().is_saved()));

    let report = trial.home.path().join("report.html");
    let_fail(Spot::Job);
    trial.run(Command::ExportTo(vec![crate::command::ExportFormat::Html], report.clone()));
    assert!(trial.said().contains("choose another place for the report"), "{}", trial.said());
    let_fail(Spot::Job);
    trial.run(Command::OpenPaths(vec![path.clone()]));
    assert!(trial.said().contains("The project file is unharmed"), "{}", trial.said());
    assert_eq!(trial.claims(), 1);
    let_fail(Spot::Job);
    trial.run(Command::OpenPaths(vec![trial.home.path().join("dyke.txt")]));
    assert!(trial.said().contains("The project is unharmed; try it again"), "{}", trial.said());
    assert!(trial.app(|app| !app.is_busy()));
}

#[test]
fn the_log_tells_what_happened_and_holds_nothing_confidential() {
    let mut trial = Trial::new("secretfile.txt", "Secrethead\n\nThe secretword is secret1234 here.\n");
    trial.run(Command::Run(Action::TagSelection(Tag::Claim)));
    let visit = trial.app(|app| app.session.new_visit());
    let claim = trial.app(|app| *app.session().project().claims().keys().next().unwrap());
    let note = crate::command::Field::ClaimNote(claim);
    trial.run(Command::Type { field: note, text: "secretnote of secretcontact@example.org".into(), visit });
    trial.run(Command::SaveTo(trial.home.path().join("secretproject.ron")));
    trial.run(Command::SaveTo(trial.home.path().join("secretfolder/secretproject.ron")));
    trial.run(Command::ExportTo(vec![crate::command::ExportFormat::Markdown], trial.home.path().join("secretreport.md")));
    trial.run(Command::OpenPaths(vec![trial.home.path().join("secretproject.ron")]));
    trial.run(Command::OpenPaths(vec![trial.home.path().join("secretgone.ron")]));
    let log = trial.app(|app| app.log.clone());
    let quoted = |log: Log| {
        let hook = std::panic::take_hook();
        install(log);
        let caught = catch(|| {
            let text = "the secretword é".to_owned();
            let at = text.find('é').unwrap() + 1;
            text.split_at(at).0.len()
        });
        let literal = catch(|| panic!("a message of the source"));
        std::panic::set_hook(hook);
        (caught, literal.map(|()| 0))
    };
    let (caught, literal) = quoted(log);
    assert!(caught.as_ref().unwrap_err().place.as_ref().unwrap().contains("src/"), "{caught:?}");
    assert!(literal.unwrap_err().words().starts_with("A fault in the program (src/app/fault/tests.rs:"));
    let_fail(Spot::Frame);
    trial.settle();
    trial.app(|app| app.finish());
    let folder = Folders::within(trial.home.path()).logs();
    let written: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    let text: String = written.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let project = trial.app(|app| app.session().project().id()).to_string();
    for event in [
        "started version=",
        "opened project=",
        "articles=1 marks=1",
        " saved project=",
        "not-saved project=",
        "kind=failed",
        "not-opened",
        " exported",
        "stopped",
        "ended",
        "fault place=",
    ] {
        assert!(text.contains(event), "{event} is not in:\n{text}");
    }
    assert!(text.contains("a message of the source") && text.contains("left out") && text.contains(&project), "{text}");
    let home = trial.home.path().display().to_string();
    assert!(!text.to_lowercase().contains("secret") && !text.contains(&home) && !text.contains("dyke"), "{text}");
}

fn hour_ago() -> crate::model::moment::Moment {
    crate::model::moment::Moment::from_ms(system_clock().epoch_ms - 3_600_000)
}

#[test]
fn a_clock_that_is_put_back_does_not_keep_work_from_being_saved() {
    let mut trial = tagged();
    let path = trial.home.path().join("dyke.ron");
    trial.run(Command::SaveTo(path.clone()));
    trial.run(Command::Run(Action::Remove));
    trial.app(|app| app.clock = hour_ago);
    trial.settle();
    assert!(trial.app(|app| app.session().is_saved()));
    assert_eq!(open(&Disk, &path).unwrap().project.claims().len(), 0);
}
