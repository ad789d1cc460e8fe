//! Measures the program for `TICKMARK_TIMINGS=FILE`: one JSON line an event. Off, it costs nothing.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use eframe::egui_glow::CallbackFn;
use egui::mutex::Mutex;
use egui::{Context, Id, LayerId, Order, PaintCallback, Shape};
use serde_json::{Value, json};

use crate::storage::fs::NewFile;
use crate::storage::{Disk, Fs as _};

/// Writes the lines.
#[derive(Clone)]
pub struct Timings {
    inner: Option<Arc<Mutex<Inner>>>,
}

struct Inner {
    file: Box<dyn NewFile>,
    start: Instant,
    frame: Frame,
    has_painted: bool,
}

/// What is known of the frame in the making.
#[derive(Clone, Copy, Default)]
struct Frame {
    began: Option<Instant>,
    logic_done: Option<Instant>,
    paint_began: Option<Instant>,
    /// When the input of an edit that this frame paints arrived.
    edit_began: Option<Instant>,
    /// Bytes of the article that this frame is the first to paint.
    first_of: Option<usize>,
}

impl Timings {
    /// Measures into the file that the environment names, or not at all.
    pub fn from_environment(start: Instant) -> Self {
        let path = std::env::var_os("TICKMARK_TIMINGS").filter(|path| !path.is_empty());
        Timings { inner: path.and_then(|path| Inner::open(Path::new(&path), start)).map(|inner| Arc::new(Mutex::new(inner))) }
    }

    /// Measures nothing.
    pub fn off() -> Self {
        Timings { inner: None }
    }

    /// Whether it measures.
    pub fn is_on(&self) -> bool {
        self.inner.is_some()
    }

    /// Notes an event with details.
    pub fn event(&self, name: &str, details: Value) {
        if let Some(inner) = &self.inner {
            inner.lock().write(name, details);
        }
    }

    /// An article of so many bytes is shown for the first time in this frame.
    pub fn article_shown(&self, bytes: usize) {
        let Some(inner) = &self.inner else { return };
        let mut inner = inner.lock();
        inner.write("article_shown", json!({ "bytes": bytes }));
        inner.frame.first_of = Some(bytes);
    }

    /// A frame begins: called before anything else in it.
    pub fn frame_begins(&self, ctx: &Context) {
        let Some(inner) = &self.inner else { return };
        {
            let mut inner = inner.lock();
            // A frame may be laid out twice before it is painted.
            let Frame { first_of, edit_began, .. } = inner.frame;
            inner.frame = Frame { began: Some(Instant::now()), first_of, edit_began, ..Frame::default() };
        }
        let first = LayerId::background();
        add_callback(ctx, first, Arc::clone(inner), Inner::paint_begins);
    }

    /// Commands are run, drawing begins.
    pub fn logic_done(&self, is_edit: bool) {
        let Some(inner) = &self.inner else { return };
        let mut inner = inner.lock();
        inner.frame.logic_done = Some(Instant::now());
        inner.frame.edit_began = inner.frame.edit_began.or(inner.frame.began.filter(|_| is_edit));
    }

    /// Everything is drawn; called after anything else in the frame.
    pub fn frame_ends(&self, ctx: &Context) {
        let Some(inner) = &self.inner else { return };
        let last = LayerId::new(Order::Debug, Id::unique("tickmark timings"));
        add_callback(ctx, last, Arc::clone(inner), Inner::paint_ends);
    }
}

/// Lets the renderer call back when it reaches this layer.
fn add_callback(ctx: &Context, layer: LayerId, inner: Arc<Mutex<Inner>>, note: fn(&mut Inner)) {
    let callback = CallbackFn::new(move |_, _| note(&mut inner.lock()));
    let rect = ctx.content_rect();
    ctx.layer_painter(layer).add(Shape::Callback(PaintCallback { rect, callback: Arc::new(callback) }));
}

impl Inner {
    fn open(path: &Path, start: Instant) -> Option<Self> {
        let file = Disk.append(path).ok()?;
        Some(Inner { file, start, frame: Frame::default(), has_painted: false })
    }

    fn write(&mut self, name: &str, details: Value) {
        let mut line = json!({ "event": name, "ms": ms(self.start.elapsed()) });
        if let (Some(line), Value::Object(details)) = (line.as_object_mut(), details) {
            line.extend(details);
        }
        // In one piece, since each is a call of the system. A measurement that cannot be written must not stop the work.
        let _ = self.file.write_all(format!("{line}\n").as_bytes());
    }

    fn paint_begins(&mut self) {
        self.frame.paint_began = Some(Instant::now());
    }

    fn paint_ends(&mut self) {
        let now = Instant::now();
        let Frame { began: Some(began), logic_done, paint_began, edit_began, first_of } = self.frame else { return };
        let logic_done = logic_done.unwrap_or(began);
        let paint_began = paint_began.unwrap_or(now);
        if !self.has_painted {
            self.has_painted = true;
            self.write("first_frame", json!({}));
        }
        let line = json!({
            "frame_ms": ms(now - began),
            "logic_ms": ms(logic_done - began),
            "layout_ms": ms(paint_began.saturating_duration_since(logic_done)),
            "paint_ms": ms(now - paint_began),
        });
        self.write("frame", line);
        if let Some(bytes) = first_of {
            self.write("article_painted", json!({ "bytes": bytes }));
        }
        if let Some(edit_began) = edit_began {
            self.write("edit_painted", json!({ "latency_ms": ms(now - edit_began) }));
        }
        self.frame = Frame::default();
    }
}

/// Milliseconds to the microsecond.
fn ms(duration: std::time::Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e3
}
