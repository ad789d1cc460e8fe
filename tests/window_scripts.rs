//! Words of many scripts selected by a real mouse in the real window: what another program finds on the clipboard is as wide,
//! laid out, as what is painted as selected. Needs what `tests/window.rs` needs, ImageMagick, and the fonts of the system.
#![cfg(all(feature = "gui", target_os = "linux"))]
// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "common/screen.rs"]
mod screen;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use screen::{Screen, Window, has_tools};
use tickmark::widget::font::article_fonts;
use tickmark::widget::typeset::{SystemFonts, TextEngine, TextStyle};

const PAGES: &str = include_str!("scripts/pages.txt");
/// The fill of a fresh selection in the light theme.
const FRESH: [u8; 3] = [0xc9, 0xd2, 0xc6];
/// Heights on screen at which the first and the second row of the first paragraph lie.
const ROWS: (u32, u32) = (156, 186);

/// Columns of pixels in which the selection shows, in each of the two rows.
fn painted_columns(screen: &Screen) -> [usize; 2] {
    let output = Command::new("import").args(["-window", "root", "-depth", "8", "rgb:-"]).env("DISPLAY", &screen.name).output().unwrap();
    let is_fresh = |x: u32, y: u32| {
        let at = ((y * 1440 + x) * 3) as usize;
        output.stdout[at..at + 3] == FRESH
    };
    [ROWS.0, ROWS.1].map(|middle| {
        let columns = (240..1050).filter(|x| (middle - 9..middle + 9).any(|y| is_fresh(*x, y)));
        columns.collect::<BTreeSet<u32>>().len()
    })
}

fn check(screen: &Screen, code: &str) {
    let home = tempfile::tempdir().unwrap();
    let page = PAGES.split("\n== ").find(|page| page.starts_with(&format!("{code} "))).unwrap();
    let paragraph = page.lines().nth(1).unwrap();
    let path = home.path().join("article.txt");
    std::fs::write(&path, format!("A headline\n{paragraph}\n")).unwrap();
    let window = Window::open(screen, home.path(), &[path]);
    window.wait_for("article_shown");
    window.keys("Escape");
    let textures = Arc::new(egui::mutex::RwLock::default());
    let mut engine = TextEngine::new(article_fonts(), SystemFonts::WhenNeeded, textures);
    let set = engine.layout(paragraph, &TextStyle::serif(17.0, 30.0), 551.0);
    for (from, to) in [(500, 820), (900, 560), (700, 720)] {
        window.after(|screen| screen.drag((from, ROWS.0), (to, ROWS.1)));
        let painted = painted_columns(screen);
        let words = window.copied();
        let start = paragraph.find(&words).unwrap_or_else(|| panic!("{code}: {words:?} is not in the paragraph"));
        let mut wanted = [0.0_f32; 2];
        for fragment in set.rects(start..start + words.len()) {
            wanted[fragment.row] += fragment.right - fragment.left;
        }
        println!("{code}: {painted:?} painted, {wanted:?} laid out, {words:?}");
        for (painted, wanted) in painted.into_iter().zip(wanted) {
            assert!((painted as f32 - wanted).abs() < 6.0, "{code}: {painted} columns painted, {wanted} wanted for {words:?}");
        }
        window.keys("Escape");
    }
}

#[test]
fn what_the_mouse_selects_is_what_is_painted_in_each_script() {
    if !has_tools() || !Path::new("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").exists() {
        assert!(std::env::var_os("CI").is_none(), "the build machine lacks the fonts");
        println!("SKIPPED: no tools or no fonts");
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    for code in ["ar", "he", "hi", "ta", "th", "zh", "ja", "ko"] {
        check(&screen, code);
    }
}
