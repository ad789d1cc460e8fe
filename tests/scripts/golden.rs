//! Golden pictures: a page in each script, a page with structure, and a page with marks, painted on the processor alone and
//! compared with the pictures in `tests/scripts/golden`, which were looked at by eye beside a browser's (`docs/scripts`).
//! `TICKMARK_WRITE_PICTURES=1` paints them anew.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::{Color32, ColorImage, Context, Event, Key, Modifiers, Pos2, RawInput, Rect, pos2, vec2};
use tickmark::app::{App, Setup};
use tickmark::storage::folders::Folders;
use tickmark::widget::typeset::SystemFonts;

use super::pause::pause;
use super::raster::{self, Textures};

/// How far a channel of a pixel may be off. The edges of letters are sums of fractions, which another processor may round
/// another way; a letter that stands a quarter of a pixel elsewhere is off by 60 and more at its edges.
const CHANNEL: u8 = 12;
/// How many pixels may be off by more, one in so many. One letter is about one in a thousand of the smallest picture.
const ONE_IN: usize = 5_000;

/// Compares a picture with the golden one of that name.
pub fn compare(name: &str, picture: &ColorImage) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts/golden").join(format!("{name}.png"));
    if std::env::var_os("TICKMARK_WRITE_PICTURES").is_some() {
        return write(&path, picture);
    }
    let golden = read(&path);
    assert_eq!(picture.size, golden.size, "{name} has another size than {}", path.display());
    let is_off = |(one, other): &(&Color32, &Color32)| {
        let channels = one.to_array().into_iter().zip(other.to_array());
        channels.map(|(one, other)| one.abs_diff(other)).max() > Some(CHANNEL)
    };
    let off = picture.pixels.iter().zip(&golden.pixels).filter(is_off).count();
    if off * ONE_IN > picture.pixels.len() {
        let seen = std::env::temp_dir().join(format!("tickmark-{name}.png"));
        write(&seen, picture);
        panic!(
            "{name}: {off} of {} pixels differ from {}; what was painted is in {}",
            picture.pixels.len(),
            path.display(),
            seen.display()
        );
    }
}

/// Grey pictures take a third of the room.
fn write(path: &Path, picture: &ColorImage) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let is_grey = picture.pixels.iter().all(|pixel| pixel.r() == pixel.g() && pixel.g() == pixel.b());
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), picture.size[0] as u32, picture.size[1] as u32);
    encoder.set_color(if is_grey { png::ColorType::Grayscale } else { png::ColorType::Rgb });
    encoder.set_compression(png::Compression::High);
    let bytes = picture.pixels.iter().flat_map(|pixel| pixel.to_array()[..if is_grey { 1 } else { 3 }].to_vec());
    encoder.write_header().unwrap().write_image_data(&bytes.collect::<Vec<u8>>()).unwrap();
}

fn read(path: &Path) -> ColorImage {
    let file = std::fs::File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let size = [info.width as usize, info.height as usize];
    let grey = |byte: &u8| Color32::from_gray(*byte);
    let pixels = match info.color_type {
        png::ColorType::Grayscale => bytes.iter().map(grey).collect(),
        _ => bytes.chunks_exact(3).map(|rgb| Color32::from_rgb(rgb[0], rgb[1], rgb[2])).collect(),
    };
    ColorImage::new(size, pixels)
}

/// The program in a window of 1440 x 900 that is painted on a bitmap.
struct Stage {
    ctx: Context,
    app: App,
    textures: Textures,
    frames: u32,
    _home: tempfile::TempDir,
}

impl Stage {
    fn open(name: &str, contents: &[u8], system_fonts: SystemFonts) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file: PathBuf = home.path().join(name);
        std::fs::write(&file, contents).unwrap();
        let ctx = Context::default();
        let folders = Folders::within(home.path());
        let setup = Setup { folders, files: vec![file], seed: 7, system_fonts, has_own_dialogs: true, is_offline: false };
        let app = App::new(&ctx, setup, Instant::now());
        let mut stage = Stage { ctx, app, textures: Textures::default(), frames: 0, _home: home };
        let began = Instant::now();
        while stage.frames < 4 || stage.app.is_busy() || stage.app.session().document().is_none() {
            assert!(began.elapsed() < Duration::from_secs(30), "the article is not opened");
            stage.frame(Vec::new());
            pause(2);
        }
        stage
    }

    fn frame(&mut self, events: Vec<Event>) -> Vec<egui::ClippedPrimitive> {
        self.frames += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
            time: Some(f64::from(self.frames) * 0.2),
            events,
            focused: true,
            ..RawInput::default()
        };
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| app.frame_ui(ui));
        self.textures.take(output.textures_delta);
        self.ctx.tessellate(output.shapes, 1.0)
    }

    fn press(&mut self, key: Key) {
        for pressed in [true, false] {
            self.frame(vec![Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }]);
        }
    }

    /// The paper and the notes beside the words.
    fn picture(&mut self) -> ColorImage {
        for _ in 0..4 {
            self.frame(Vec::new());
        }
        let primitives = self.frame(Vec::new());
        let mut window = ColorImage::filled([1440, 900], Color32::WHITE);
        raster::paint_primitives(&mut window, &primitives, &self.textures);
        let page = Rect::from_min_max(pos2(244.0, 44.0), pos2(1064.0, 870.0));
        window.region(&page, Some(1.0))
    }
}

#[test]
fn a_page_with_structure_is_painted_as_it_was_looked_at() {
    let mut stage = Stage::open("levels.md", include_bytes!("levels.md"), SystemFonts::Never);
    compare("structure", &stage.picture());
}

#[test]
fn a_page_with_structure_that_reads_from_right_to_left_is_painted_as_it_was_looked_at() {
    if super::engine().is_none() {
        return;
    }
    let mut stage = Stage::open("levels-mirrored.md", include_bytes!("levels-mirrored.md"), SystemFonts::WhenNeeded);
    compare("structure-mirrored", &stage.picture());
}

#[test]
fn a_page_with_marks_strikes_and_a_selected_claim_is_painted_as_it_was_looked_at() {
    let mut stage = Stage::open("flood.ron", include_bytes!("../../projects/merrowhaven-flood.ron"), SystemFonts::Never);
    for _ in 0..4 {
        stage.press(Key::J);
    }
    assert!(stage.app.session().mark().is_some(), "a claim is selected");
    compare("marks", &stage.picture());
}
