//! A page in each script, laid out with the system's fonts: the rows break where a browser breaks them and are as wide, and
//! what is painted is ink and no boxes. The browser's rows were taken down once, see `docs/scripts/README.md`.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise and says what it saw"
)]

#[path = "scripts/golden.rs"]
mod golden;
#[path = "common/pause.rs"]
mod pause;
#[path = "scripts/raster.rs"]
mod raster;

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Instant;

use egui::epaint::FontColorTransferFunction;
use egui::mutex::RwLock;
use egui::{Color32, ColorImage, Rect, pos2};
use egui_kittest::Harness;
use tickmark::app::{App, Setup};
use tickmark::storage::folders::Folders;
use tickmark::widget::font::article_fonts;
use tickmark::widget::typeset::{Ink, Paragraph, Placement, SystemFonts, TextEngine, TextStyle};

const PAGES: &str = include_str!("scripts/pages.txt");
const CHROMIUM: &str = include_str!("scripts/chromium.txt");
const STYLE: TextStyle = TextStyle::serif(17.0, 30.0);
const WIDTH: f32 = 551.0;
const PAPER: Color32 = Color32::from_rgb(0xfd, 0xfd, 0xfb);
const INK: Color32 = Color32::from_rgb(0x1b, 0x1e, 0x1a);
/// How far an edge of a row may be from the browser's, points.
const TOLERANCE: f32 = 1.0;

/// Paragraphs by the code of their page.
fn pages() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut pages: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in PAGES.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("== "), pages.last_mut()) {
            (Some(head), _) => pages.push((head.split(' ').next().unwrap(), Vec::new())),
            (None, Some((_, paragraphs))) => paragraphs.push(line),
            (None, None) => {}
        }
    }
    pages
}

/// A row as the browser has it.
#[derive(Debug)]
struct BrowserRow {
    left: f32,
    right: f32,
    words: &'static str,
}

fn browser_rows(code: &str) -> Vec<Vec<BrowserRow>> {
    let page = CHROMIUM.split("== ").find(|page| page.starts_with(&format!("{code} "))).unwrap();
    let (_, rows) = page.split_once('\n').unwrap();
    let row = |line: &'static str| {
        let mut parts = line.splitn(3, ' ');
        let mut number = || parts.next().unwrap().parse().unwrap();
        let (left, right) = (number(), number());
        BrowserRow { left, right, words: parts.next().unwrap() }
    };
    rows.trim_end().split("\n\n").map(|paragraph| paragraph.lines().map(row).collect()).collect()
}

/// The engine with the system's fonts; nothing where the fonts that the browser had are not installed.
fn engine() -> Option<(TextEngine, raster::Textures)> {
    let wanted =
        ["truetype/noto/NotoNaskhArabic-Regular.ttf", "opentype/noto/NotoSerifCJK-Regular.ttc", "truetype/noto/NotoColorEmoji.ttf"];
    let fonts = Path::new("/usr/share/fonts");
    if let Some(missing) = wanted.iter().find(|font| !fonts.join(font).exists()) {
        assert!(std::env::var_os("CI").is_none(), "the build machine lacks {missing}");
        println!("SKIPPED: {missing} is not installed");
        return None;
    }
    let textures = raster::Textures::default();
    let manager = Arc::new(RwLock::new(Default::default()));
    let engine = TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, Arc::clone(&manager));
    Some((engine, raster::Textures { manager, ..textures }))
}

/// Paragraphs (from 0) that differ from the browser's, and why.
const DIFFERENT: [(&str, usize, &str); 3] = [
    ("el", 1, "letters that the serif lacks are built of its own letters and accents; the browser takes them from another font"),
    ("km", 0, "the dictionary keeps the word រយៈពេល whole"),
    ("emoji", 0, "the browser rounds the width of a picture to whole points"),
];

#[test]
fn rows_are_the_browsers() {
    let Some((mut engine, _)) = engine() else { return };
    let mut different = Vec::new();
    let mut count = 0;
    for (code, paragraphs) in pages() {
        let expected = browser_rows(code);
        assert_eq!(expected.len(), paragraphs.len(), "{code}");
        for (index, (text, expected)) in paragraphs.iter().zip(expected).enumerate() {
            let paragraph = engine.layout(text, &STYLE, WIDTH);
            let rows: Vec<_> = paragraph.rows().map(|row| (row.left, row.right, text[row.bytes].trim_end())).collect();
            count += rows.len();
            let is_same = |(row, wanted): (&(f32, f32, &str), &BrowserRow)| {
                row.2 == wanted.words && (row.0 - wanted.left).abs() < TOLERANCE && (row.1 - wanted.right).abs() < TOLERANCE
            };
            if rows.len() != expected.len() || !rows.iter().zip(&expected).all(is_same) {
                println!("{code}:\n ours     {rows:#?}\n browser's {expected:#?}");
                different.push((code, index));
            }
        }
    }
    assert_eq!(engine.take_lacking_sign(), None, "every sign has a font");
    println!("{count} rows, {} paragraphs differ", different.len());
    assert_eq!(different, DIFFERENT.map(|(code, index, _)| (code, index)));
}

/// A page of paper with the paragraphs of a page on it.
fn painted(engine: &mut TextEngine, textures: &mut raster::Textures, paragraphs: &[&str]) -> ColorImage {
    let set: Vec<Paragraph> = paragraphs.iter().map(|text| engine.layout(text, &STYLE, WIDTH)).collect();
    let height: f32 = set.iter().map(|paragraph| paragraph.height() + 9.0).sum();
    let mut bitmap = ColorImage::filled([571, height as usize + 20], PAPER);
    let mut top = 0.0;
    for paragraph in &set {
        let placement =
            Placement { origin: pos2(0.0, top), pixels_per_point: 1.0, clip: Rect::EVERYTHING, transfer: FontColorTransferFunction::Off };
        let meshes = engine.meshes(paragraph, &placement, &Ink::plain(INK));
        textures.receive();
        raster::paint(&mut bitmap, &meshes, textures);
        top += paragraph.height() + 9.0;
    }
    bitmap
}

/// From the leftmost to the rightmost pixel that is not paper.
fn ink(bitmap: &ColorImage, rows: std::ops::Range<usize>) -> Option<(f32, f32)> {
    let width = bitmap.size[0];
    let has_ink = |x: &usize| rows.clone().any(|y| bitmap.pixels[y * width + x].r() < 0xc0);
    let (left, right) = ((0..width).find(has_ink)?, (0..width).rev().find(has_ink)?);
    Some((left as f32, right as f32 + 1.0))
}

#[test]
fn pages_are_painted_with_ink() {
    let Some((mut engine, mut textures)) = engine() else { return };
    for (code, paragraphs) in pages() {
        let bitmap = painted(&mut engine, &mut textures, &paragraphs);
        let mut top = 0;
        for text in &paragraphs {
            for row in engine.layout(text, &STYLE, WIDTH).rows() {
                let (left, right) = ink(&bitmap, top..top + 30).expect("a row has ink");
                // Full-width signs have up to half an em of white on a side.
                let reaches = left < row.left + 14.0 && right > row.right - 14.0;
                assert!(reaches && left > row.left - 4.0 && right < row.right + 4.0, "{code}: ink from {left} to {right}, {row:?}");
                top += 30;
            }
            top += 9;
        }
        golden::compare(code, &bitmap);
        let colours = bitmap.pixels.iter().filter(|pixel| pixel.r().abs_diff(pixel.b()) > 60).count();
        assert_eq!(colours > 500, code == "emoji", "{code}: {colours} pixels in colour");
        if let Some(folder) = std::env::var_os("TICKMARK_PICTURES") {
            let pixels: Vec<u8> = bitmap.pixels.iter().flat_map(|pixel| pixel.to_array()[..3].to_vec()).collect();
            let head = format!("P6 {} {} 255\n", bitmap.size[0], bitmap.size[1]);
            std::fs::write(Path::new(&folder).join(format!("{code}.ppm")), [head.as_bytes(), &pixels].concat()).unwrap();
        }
    }
}

/// The program in a window without a screen, with an article.
fn notice_for(text: &str) -> Option<String> {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("article.txt");
    std::fs::write(&file, text).unwrap();
    let folders = Folders::within(home.path());
    let setup =
        Setup { folders, files: vec![file], seed: 7, system_fonts: SystemFonts::WhenNeeded, has_own_dialogs: true, is_offline: false };
    let app: Rc<RefCell<Option<App>>> = Rc::default();
    let inside = Rc::clone(&app);
    let mut harness = Harness::builder().allow_missing_glyphs().build_ui(move |ui| {
        inside.borrow_mut().get_or_insert_with(|| App::new(ui.ctx(), setup.clone(), Instant::now())).frame_ui(ui);
    });
    let began = Instant::now();
    let look = |app: &Rc<RefCell<Option<App>>>| app.borrow().as_ref().is_none_or(|app| app.is_busy() || app.session().document().is_none());
    while look(&app) {
        assert!(began.elapsed().as_secs() < 30, "the article is not opened");
        harness.step();
    }
    harness.run_steps(3);
    let app = app.borrow();
    app.as_ref().unwrap().session().notice().map(|notice| notice.words.clone())
}

#[test]
fn what_no_font_has_is_told_in_words_with_a_next_step() {
    let words = notice_for("A sign that nobody has: \u{10fffd}, and again \u{10fffd}.").unwrap_or_default();
    assert!(words.contains("U+10FFFD") && words.contains("Install fonts"), "{words}");
    let words = notice_for("All of this is in the fonts of the program: Ж α é.").unwrap_or_default();
    assert!(!words.contains("font"), "{words}");
}
