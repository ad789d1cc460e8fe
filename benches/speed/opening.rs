//! From the click to the painted article: the whole program in an egui context that nobody sees, a file on disk, its reading thread,
//! and the frame that paints the first words. Time that went by, since two threads take part.

use std::path::{Path, PathBuf};
use std::thread::{current, park_timeout};
use std::time::{Duration, Instant};

use egui::{Context, RawInput, Rect, ViewportId, pos2};
use tickmark::app::{App, Setup};
use tickmark::command::Command;
use tickmark::model::document::Text;
use tickmark::storage::folders::Folders;
use tickmark::storage::{self, Disk};
use tickmark::widget::typeset::SystemFonts;

use super::texts::{self, FIRST, Language};
use super::{Case, KB, MB};

/// How often each is opened.
const TIMES: usize = 5;

/// What opening a text of 10 MB takes, milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    pub language: Language,
    /// From the click to the first frame with its words.
    pub shown: f64,
    /// From the click until its sentences and words are counted too.
    pub counted: f64,
    /// Reading the file, proving that it is UTF-8 and finding its paragraphs, alone.
    pub floor: f64,
    /// From the click on a project file that holds it to the first frame with its words.
    pub project: f64,
}

pub fn measure() -> Vec<Opening> {
    Language::ALL.into_iter().map(open).collect()
}

fn open(language: Language) -> Opening {
    let home = tempfile::tempdir().expect("a temporary folder");
    let [article, project] = files(home.path(), language, 10 * MB);
    let short = files(&home.path().join("short"), language, KB);
    let (shown, counted): (Vec<_>, Vec<_>) = (0..TIMES).map(|_| click(&short[0], &article)).unzip();
    let opening = Opening {
        language,
        shown: middle(shown),
        counted: middle(counted),
        floor: middle((0..TIMES).map(|_| floor(&article)).collect()),
        project: middle((0..TIMES).map(|_| click(&short[1], &project).0).collect()),
    };
    println!("{opening:?}");
    opening
}

/// A text of that length as an article, and in a project.
fn files(folder: &Path, language: Language, bytes: usize) -> [PathBuf; 2] {
    let files = ["article.txt", "project.ron"].map(|name| folder.join(name));
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(&files[0], language.text(bytes)).expect("an article is written");
    let project = texts::project(Case { language, bytes, marks: 0 }, &[FIRST]);
    storage::save(&Disk, &files[1], &project).expect("a project is written");
    files
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn floor(article: &Path) -> f64 {
    let began = Instant::now();
    let text = String::from_utf8(std::fs::read(article).expect("the article")).expect("text");
    let paragraphs = Text::freeze(text).paragraphs().len();
    let took = ms(began);
    assert!(paragraphs > 1000, "the article has paragraphs");
    took
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1e3
}

/// Opens a file in a program that is at rest with a short one open, so that the fonts it needs are there: milliseconds to the first
/// frame with its words, and until all is counted.
fn click(short: &Path, file: &Path) -> (f64, f64) {
    let mut desk = Desk::start();
    desk.open(short.to_owned());
    desk.until(|app| app.session().document().is_some() && !app.is_busy());
    let began = Instant::now();
    desk.open(file.to_owned());
    desk.until(|app| app.session().document().is_some_and(|document| document.text.len() > MB));
    let shown = ms(began);
    desk.until(|app| app.session().document_lookup().is_some_and(|lookup| lookup.is_counted()));
    (shown, ms(began))
}

/// The program without a window.
struct Desk {
    ctx: Context,
    app: App,
    /// Where it keeps its settings.
    _home: tempfile::TempDir,
}

impl Desk {
    fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let ctx = Context::default();
        let drawing = current();
        ctx.set_request_repaint_callback(move |_| drawing.unpark());
        let folders = Folders::within(home.path());
        let setup =
            Setup { folders, files: Vec::new(), seed: 7, system_fonts: SystemFonts::WhenNeeded, has_own_dialogs: true, is_offline: false };
        let app = App::new(&ctx, setup, Instant::now());
        let mut desk = Desk { ctx, app, _home: home };
        (0..5).for_each(|_| desk.frame());
        desk
    }

    fn open(&mut self, path: PathBuf) {
        self.app.run(&self.ctx, Command::OpenPaths(vec![path]));
    }

    /// One frame to the last triangle.
    fn frame(&mut self) {
        let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1440.0, 900.0)));
        let input = RawInput { screen_rect, focused: true, ..RawInput::default() };
        let output = self.ctx.run_ui(input, |ui| self.app.frame_ui(ui));
        drop(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Draws a frame whenever one is asked for, until the one is drawn in which it holds.
    fn until(&mut self, is_so: impl Fn(&App) -> bool) {
        let began = Instant::now();
        while !is_so(&self.app) {
            assert!(began.elapsed().as_secs() < 60, "it never comes");
            if self.ctx.has_requested_repaint_for(&ViewportId::ROOT) {
                self.frame();
            } else {
                park_timeout(Duration::from_millis(1));
            }
        }
    }
}
