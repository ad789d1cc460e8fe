//! Words of each script selected by a real mouse in the real window: what the screen shows as selected is what another program
//! finds on the clipboard and what the project stores. Needs what `tests/window.rs` needs, and the fonts of the system. Ten random
//! drags in each script; `TICKMARK_DRAGS=300` makes more, `TICKMARK_SCRIPT=km` makes them in one script.
#![cfg(all(feature = "gui", target_os = "linux"))]
// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "common/screen.rs"]
mod screen;

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use screen::{Screen, Window, has_tools, pause};
use tickmark::widget::font::article_fonts;
use tickmark::widget::typeset::{Paragraph, SystemFonts, TextEngine, TextStyle, reads_rtl};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

const PAGES: &str = include_str!("scripts/pages.txt");
/// The fill of a fresh selection in the light theme.
const FRESH: [u8; 3] = [0xc9, 0xd2, 0xc6];
/// The page in the light theme.
const PAPER: [u8; 3] = [0xfd, 0xfd, 0xfb];
/// Pixels of the screen in which the column of the words lies, with some room.
const COLUMN: Range<u32> = 280..1010;
/// Where the first row below the headline begins.
const FIRST_ROW: f32 = 139.0;
/// Of a row, the pixels among which those are that a selection fills, and some of these in its middle.
const BAND: Range<u32> = 6..25;
const MIDDLE: Range<u32> = 3..16;
const WIDTH: f32 = 551.0;
const HEADLINE: &str = "A headline";
/// How far the edge of a fill may be from where it is laid out, pixels.
const TOLERANCE: f32 = 2.5;

/// Looks at pixels of the screen.
struct Eye {
    connection: RustConnection,
    root: u32,
}

impl Eye {
    fn open(screen: &Screen) -> Self {
        let (connection, number) = x11rb::connect(Some(&screen.name)).unwrap();
        let root = connection.setup().roots[number].root;
        Eye { connection, root }
    }

    /// What the columns of pixels of a row that begins at this height show.
    fn look(&self, top: u32) -> Seen {
        let (x, y) = (COLUMN.start as i16, (top + BAND.start) as i16);
        let (width, height) = (COLUMN.len() as u16, BAND.len() as u16);
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, x, y, width, height, u32::MAX).unwrap().reply().unwrap();
        let colour = |x: u32, y: u32| {
            let at = ((y * u32::from(width) + x) * 4) as usize;
            let [blue, green, red] = [0, 1, 2].map(|part| image.data[at + part]);
            [red, green, blue]
        };
        let mut seen = Seen::default();
        for x in 0..u32::from(width) {
            let has = |wanted: [u8; 3], mut rows: Range<u32>| rows.any(|y| colour(x, y) == wanted);
            if has(FRESH, 0..u32::from(height)) {
                seen.fresh.push(x + COLUMN.start);
            } else if !has(PAPER, MIDDLE) {
                seen.covered.push(x + COLUMN.start);
            }
        }
        seen
    }
}

/// Columns of pixels on a row, in order.
#[derive(Default)]
struct Seen {
    /// Those in which a selection shows.
    fresh: Vec<u32>,
    /// Those that letters or pictures fill from top to bottom, so that nothing shows below.
    covered: Vec<u32>,
}

/// A row of the page.
struct Row {
    /// Its top edge on screen.
    top: u32,
    /// Its paragraph, and which row of it.
    paragraph: usize,
    nth: usize,
}

/// The page as it is laid out, besides its place from left to right.
struct Laid {
    text: String,
    /// Where each paragraph begins in the text.
    starts: Vec<usize>,
    paragraphs: Vec<Paragraph>,
    rows: Vec<Row>,
}

impl Laid {
    fn new(code: &str) -> Self {
        let page = PAGES.split("\n== ").find(|page| page.starts_with(&format!("{code} "))).unwrap();
        let lines: Vec<&str> = page.lines().skip(1).filter(|line| !line.is_empty()).collect();
        let text = format!("{HEADLINE}\n{}", lines.join("\n"));
        let textures = Arc::new(egui::mutex::RwLock::default());
        let mut engine = TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, textures);
        let style = TextStyle::serif(17.0, 30.0).on_page(reads_rtl(&text).unwrap_or_default());
        let paragraphs: Vec<Paragraph> = lines.iter().map(|line| engine.layout(line, &style, WIDTH)).collect();
        let mut laid = Laid { text, starts: Vec::new(), paragraphs, rows: Vec::new() };
        let (mut top, mut start) = (FIRST_ROW, HEADLINE.len() + 1);
        for (paragraph, words) in laid.paragraphs.iter().enumerate() {
            let row = |nth: usize| Row { top: (top + 30.0 * nth as f32) as u32, paragraph, nth };
            laid.rows.extend((0..words.row_count()).map(row));
            laid.starts.push(start);
            top += words.height() + 9.0;
            start += lines[paragraph].len() + 1;
        }
        laid
    }

    /// Where a span is filled in a row, points from the left edge of the column.
    fn filled(&self, row: &Row, span: &Range<usize>) -> Vec<(f32, f32)> {
        let (start, words) = (self.starts[row.paragraph], &self.paragraphs[row.paragraph]);
        let len = words.rows().last().map_or(0, |row| row.bytes.end);
        let local = |byte: usize| byte.clamp(start, start + len) - start;
        let fragments = words.rects(local(span.start)..local(span.end));
        fragments.iter().filter(|fragment| fragment.row == row.nth).map(|fragment| (fragment.left, fragment.right)).collect()
    }

    /// Why a span is not what is painted; nothing where it is.
    fn difference(&self, (painted, left): (&[Seen], f32), span: &Range<usize>) -> Option<String> {
        self.rows.iter().zip(painted).find_map(|(row, seen)| {
            let filled: Vec<(f32, f32)> = self.filled(row, span).into_iter().map(|(from, to)| (from + left, to + left)).collect();
            let is_wanted = |x: &u32| filled.iter().any(|(from, to)| from - TOLERANCE <= *x as f32 && (*x as f32) < to + TOLERANCE);
            let is_painted = |(from, to): &(f32, f32)| {
                let inner = (from + TOLERANCE).ceil() as u32..(to - TOLERANCE).max(0.0) as u32;
                inner.into_iter().all(|x| seen.fresh.binary_search(&x).is_ok() || seen.covered.binary_search(&x).is_ok())
            };
            let is_same = seen.fresh.iter().all(is_wanted) && filled.iter().all(is_painted);
            (!is_same).then(|| format!("at {} painted {:?}, laid out {filled:?}", row.top, stretches(&seen.fresh)))
        })
    }
}

impl Seen {
    /// Whether paper shows between parts of the selection.
    fn is_in_pieces(&self) -> bool {
        let mut all = [&self.fresh[..], &self.covered[..]].concat();
        all.sort_unstable();
        let is_selected = |stretch: &&(u32, u32)| self.fresh.iter().any(|x| (stretch.0..=stretch.1).contains(x));
        stretches(&all).iter().filter(is_selected).count() > 1
    }
}

/// First and last of columns that follow one another.
fn stretches(columns: &[u32]) -> Vec<(u32, u32)> {
    columns.chunk_by(|one, next| one + 1 == *next).map(|stretch| (stretch[0], stretch[stretch.len() - 1])).collect()
}

/// Numbers that look random and are the same at every run.
struct Chance(u64);

impl Chance {
    fn within(&mut self, range: Range<u32>) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        range.start + ((self.0 >> 33) % u64::from(range.end - range.start)) as u32
    }
}

/// A page of a script in the window.
struct Sheet<'a> {
    window: Window<'a>,
    eye: Eye,
    laid: Laid,
}

impl Sheet<'_> {
    /// Drags the mouse and looks while the button is still down: nothing floats over the words then. What was selected before is not any
    /// more.
    fn drag(&self, from: (u32, u32), to: (u32, u32), is_exact: bool) -> Vec<Seen> {
        let [x, y, middle_x, middle_y, to_x, to_y] =
            [from.0, from.1, (from.0 + to.0) / 2, (from.1 + to.1) / 2, to.0, to.1].map(|number| number.to_string());
        let mut words = vec!["key", "Escape"];
        if is_exact {
            words.extend(["keydown", "alt"]);
        }
        words.extend(["mousemove", &x, &y, "mousedown", "1", "mousemove", &middle_x, &middle_y, "mousemove", &to_x, &to_y]);
        self.act(&words);
        self.laid.rows.iter().map(|row| self.eye.look(row.top)).collect()
    }

    /// Lets go of the button, and of Alt at the same time, and copies what was selected.
    fn copied(&self, screen: &Screen) -> String {
        self.act(&["mouseup", "1", "keyup", "alt", "key", "ctrl+c"]);
        screen.clipboard()
    }

    /// Moves mouse and keys. The screen answers what is asked for last when it has done what stands before.
    fn act(&self, words: &[&str]) {
        self.window.answers(|screen| drop(screen.xdotool(&[words, &["getmouselocation"]].concat())));
    }

    /// The left edge of the column on screen, from the whole first paragraph painted as selected.
    fn left(&self) -> f32 {
        let last = self.laid.rows.iter().filter(|row| row.paragraph == 0).count() - 1;
        let is_rtl = self.laid.paragraphs[0].is_rtl();
        let (begin, end) = if is_rtl { (COLUMN.end, COLUMN.start) } else { (COLUMN.start, COLUMN.end) };
        let painted = self.drag((begin, self.laid.rows[0].top + 15), (end, self.laid.rows[last].top + 15), true);
        self.act(&["mouseup", "1", "keyup", "alt"]);
        let columns = painted[..last].iter().flat_map(|seen| &seen.fresh);
        if is_rtl { *columns.max().unwrap() as f32 + 1.0 - WIDTH } else { *columns.min().unwrap() as f32 }
    }

    /// Saves, and the quotes that then stand in the file.
    fn stored(&self, project: &Path) -> Vec<String> {
        self.window.keys("ctrl+s");
        pause(400);
        self.window.answer_path(project);
        self.window.wait_for("saved");
        let read = tickmark::storage::read(&std::fs::read(project).unwrap()).unwrap().project;
        read.annotations().values().map(|mark| read.quote(mark).to_owned()).collect()
    }
}

fn check(screen: &Screen, code: &str, drags: usize) {
    let home = tempfile::tempdir().unwrap();
    let (path, project) = (home.path().join("article.txt"), home.path().join("drags.ron"));
    let laid = Laid::new(code);
    std::fs::write(&path, &laid.text).unwrap();
    let window = Window::open_with(screen, home.path(), &[path], &[("TICKMARK_OWN_DIALOGS", "1")]);
    window.wait_for("article_shown");
    window.keys("Escape");
    let sheet = Sheet { window, eye: Eye::open(screen), laid };
    let left = sheet.left();
    let mirrored = if sheet.laid.paragraphs[0].is_rtl() { 129.0 } else { 0.0 };
    assert!((left - mirrored - 306.0).abs() < 4.0, "{code}: the column begins at {left}");

    let mut chance = Chance(code.bytes().fold(11, |seed, byte| seed * 31 + u64::from(byte)));
    let bottom = sheet.laid.rows.last().unwrap().top + 30;
    let (mut selected, mut in_pieces, mut tagged) = (0, 0, Vec::new());
    for nth in 0..drags {
        let mut place = || (chance.within(left as u32..(left + WIDTH) as u32), chance.within(FIRST_ROW as u32..bottom));
        let painted = sheet.drag(place(), place(), nth % 2 == 1);
        let words = sheet.copied(screen);
        if painted.iter().all(|seen| seen.fresh.is_empty()) {
            continue;
        }
        let places = sheet.laid.text.match_indices(&words).map(|(at, _)| at..at + words.len());
        let differences: Vec<Option<String>> = places.map(|span| sheet.laid.difference((&painted, left), &span)).collect();
        assert!(differences.contains(&None), "{code} {nth}: copied {words:?}: {differences:?}");
        selected += 1;
        in_pieces += usize::from(painted.iter().any(Seen::is_in_pieces));
        if nth % 10 == 0 && !words.trim().is_empty() {
            sheet.act(&["key", "n"]);
            tagged.push(words.trim().to_owned());
        }
    }
    println!("{code}: {selected} selections, {in_pieces} of them in several pieces on a row, {} stored", tagged.len());
    assert!(selected * 10 >= drags * 8, "{code}: {selected}");
    let stored = sheet.stored(&project);
    assert!(!tagged.is_empty() && tagged.iter().all(|words| stored.contains(words)), "{code}: {tagged:?} tagged, {stored:?} stored");
}

fn check_all(codes: &[&str]) {
    if !has_tools() || !Path::new("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").exists() {
        assert!(std::env::var_os("CI").is_none(), "the build machine lacks the fonts");
        println!("SKIPPED: no tools or no fonts");
        return;
    }
    let drags = std::env::var("TICKMARK_DRAGS").ok().and_then(|count| count.parse().ok()).unwrap_or(10);
    let screen = Screen::open().expect("a virtual screen");
    let only = std::env::var("TICKMARK_SCRIPT").ok();
    let wanted = codes.iter().filter(|code| only.as_deref().is_none_or(|only| only == **code));
    wanted.for_each(|code| check(&screen, code, drags));
}

macro_rules! drags {
    ($($name:ident: $($code:literal)+;)+) => {
        $(#[test] fn $name() { check_all(&[$($code),+]); })+

        #[test]
        fn every_script_is_dragged_over() {
            let mut codes = vec![$($($code),+),+];
            let mut pages: Vec<&str> = PAGES.split("\n== ").skip(1).filter_map(|page| page.split(' ').next()).collect();
            codes.sort_unstable();
            pages.sort_unstable();
            assert_eq!(codes, pages);
        }
    };
}

drags! {
    european_words_are_painted_and_stored_as_the_mouse_selects_them: "en" "vi" "ru" "el" "emoji";
    arabic_and_hebrew_words_are_painted_and_stored_as_the_mouse_selects_them: "ar" "fa" "ur" "he";
    indic_words_are_painted_and_stored_as_the_mouse_selects_them: "hi" "bn" "ta";
    thai_and_khmer_words_are_painted_and_stored_as_the_mouse_selects_them: "th" "km";
    east_asian_words_are_painted_and_stored_as_the_mouse_selects_them: "zh" "ja" "ko";
}
