//! `cargo bench --bench folder`: a folder of 2,000 files is opened in the whole program, in an egui context that nobody sees, while frames
//! are drawn without a pause: what a frame costs the drawing thread meanwhile, and until when all are there.

#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "in a bench a panic is the report")]

#[path = "speed/clock.rs"]
mod clock;

use std::path::Path;
use std::time::Instant;

use clock::Stopwatch;
use egui::{Context, RawInput, Rect, pos2};
use tickmark::app::{App, Setup};
use tickmark::command::Command;
use tickmark::storage::folders::Folders;
use tickmark::widget::typeset::SystemFonts;

/// Files that can be read, each with words of its own, in turn text, Markdown and web pages.
const GOOD: usize = 1_900;
/// Files that are another one to the last byte.
const SAME: usize = 60;
/// Files that are none that can be read.
const BAD: usize = 40;

const SENTENCE: &str = "The gate jammed on Friday night, and about 6,200 people had to leave their homes before the water came. ";

fn main() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let folder = home.path().join("articles");
    write(&folder);
    for is_stopped in [false, true] {
        measure(&home.path().join(if is_stopped { "stopped" } else { "whole" }), &folder, is_stopped);
    }
}

fn write(folder: &Path) {
    std::fs::create_dir_all(folder).expect("a folder");
    for nth in 0..GOOD + SAME + BAD {
        let of = if nth >= GOOD { nth % GOOD } else { nth };
        let words = SENTENCE.repeat(30);
        let (ending, text) = match of % 3 {
            0 => ("txt", format!("Gate {of}\n\n{words}\n")),
            1 => ("md", format!("# Gate {of}\n\n{words}\n")),
            _ => ("html", format!("<!DOCTYPE html><title>Gate {of}</title><article><h1>Gate {of}</h1><p>Gate {of}. {words}</p></article>")),
        };
        let bytes =
            if nth >= GOOD + SAME { [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", of.to_string().as_bytes()].concat() } else { text.into_bytes() };
        std::fs::write(folder.join(format!("{nth:04}.{ending}")), bytes).expect("a file is written");
    }
}

fn measure(home: &Path, folder: &Path, is_stopped: bool) {
    let ctx = Context::default();
    let folders = Folders::within(home);
    let setup = Setup { folders, files: Vec::new(), seed: 7, system_fonts: SystemFonts::Never, has_own_dialogs: true, is_offline: false };
    let mut app = App::new(&ctx, setup, Instant::now());
    let frame = |app: &mut App, keys: Vec<egui::Event>| {
        let screen_rect = Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(1440.0, 900.0)));
        let input = RawInput { screen_rect, focused: true, events: keys, ..RawInput::default() };
        let watch = Stopwatch::start();
        let mut output = ctx.run_ui(input, |ui| app.frame_ui(ui));
        output.textures_delta.clear();
        drop(ctx.tessellate(output.shapes, output.pixels_per_point));
        watch.ms()
    };
    (0..10).for_each(|_| {
        frame(&mut app, Vec::new());
    });
    let began = Instant::now();
    app.run(&ctx.clone(), Command::OpenPaths(vec![folder.to_owned()]));
    let mut frames = Vec::new();
    // After the folder is gone through there are readers at work until all is read; a while later the last frames are drawn.
    let mut still = 0;
    while still < 30 {
        let is_to_stop = is_stopped && frames.len() == 60;
        let press =
            egui::Event::Key { key: egui::Key::Escape, physical_key: None, pressed: true, repeat: false, modifiers: Default::default() };
        frames.push(frame(&mut app, if is_to_stop { vec![press] } else { Vec::new() }));
        still = if app.is_busy() { 0 } else { still + 1 };
        assert!(began.elapsed().as_secs() < 300, "it never ends");
        // A screen shows a frame every 16 ms or so.
        std::thread::park_timeout(std::time::Duration::from_millis(8));
    }
    let took = began.elapsed().as_secs_f64();
    frames.sort_by(f64::total_cmp);
    let at = |share: f64| frames.get(((frames.len() - 1) as f64 * share) as usize).copied().unwrap_or_default();
    let session = app.session();
    println!(
        "{} of {} files {}: {took:.1} s, {} frames of {:.2} ms in the middle, {:.2} ms at 95 of 100, {:.2} ms at most; said: {}",
        session.project().order().len(),
        GOOD + SAME + BAD,
        if is_stopped { "before it was stopped" } else { "opened" },
        frames.len(),
        at(0.5),
        at(0.95),
        at(1.0),
        session.notice().map_or("nothing", |notice| notice.words.as_str()),
    );
}
