//! What the desktop asks for is heard, now and when it changes: a settings portal on a bus of its own tells, as GNOME's and KDE's do.
//! Needs D-Bus and Python with GLib; without them it says so and passes, but on the build machine their absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "common/bus.rs"]
mod bus;
#[path = "common/pause.rs"]
mod pause;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bus::{Bus, has};
use pause::pause;
use tickmark::app::desktop::Wishes;

struct Portal {
    child: Child,
    changes: ChildStdin,
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Portal {
    fn open(bus: &Bus) -> Self {
        let mut child = Command::new("/usr/bin/python3")
            .args(["-W", "ignore", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desktop/portal.py")])
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut ready = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        assert_eq!(ready.trim(), "ready");
        Portal { changes: child.stdin.take().unwrap(), child }
    }

    fn set(&mut self, change: &str) {
        writeln!(self.changes, "{change}").unwrap();
    }
}

fn has_bus() -> bool {
    let has_glib = has("/usr/bin/python3", &["-c", "import gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio"]);
    let has_all = has_glib && has("dbus-daemon", &["--version"]);
    assert!(has_all || std::env::var_os("CI").is_none(), "the build machine lacks D-Bus or Python with GLib");
    if !has_all {
        println!("SKIPPED: no D-Bus or no Python with GLib");
    }
    has_all
}

#[track_caller]
fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(20), "waited in vain: {what}");
        pause(20);
    }
}

#[test]
fn the_desktops_wishes_for_stillness_and_contrast_are_heard_and_heard_again_when_they_change() {
    if !has_bus() {
        return;
    }
    let bus = Bus::open();
    let mut portal = Portal::open(&bus);
    let wishes = Wishes::default();
    let woken = Arc::new(AtomicUsize::new(0));
    portal.set("org.freedesktop.appearance contrast u 1");
    wishes.listen(Some(bus.address.clone()), {
        let woken = Arc::clone(&woken);
        move || {
            woken.fetch_add(1, Ordering::Relaxed);
        }
    });
    wait_until("contrast", || wishes.has_contrast());
    assert!(!wishes.is_still() && woken.load(Ordering::Relaxed) >= 1);

    portal.set("org.gnome.desktop.interface enable-animations b false");
    wait_until("GNOME's wish for no animations", || wishes.is_still());
    portal.set("org.gnome.desktop.interface enable-animations b true");
    wait_until("animations again", || !wishes.is_still());
    portal.set("org.freedesktop.appearance reduced-motion u 1");
    wait_until("the wish for reduced motion", || wishes.is_still());
    portal.set("org.freedesktop.appearance contrast u 0");
    wait_until("contrast as usual", || !wishes.has_contrast());
    portal.set("org.gnome.desktop.a11y.interface high-contrast b true");
    wait_until("GNOME's wish for contrast", || wishes.has_contrast());

    // Nobody there: nobody asks for anything, and nothing breaks.
    let alone = Wishes::default();
    alone.listen(Some("unix:path=/nowhere".to_owned()), || {});
    pause(100);
    assert!(!alone.is_still() && !alone.has_contrast());
}
