//! A real input method in the real window: Hangul is composed in a field, and none of its letters is a command. Needs Xvfb,
//! xdotool, D-Bus and ibus with its Hangul engine; without them it says so and passes, but on the build machine their
//! absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise, says what it saw, and waits for the program"
)]

#[path = "common/bus.rs"]
mod bus;
#[path = "common/screen.rs"]
mod screen;

use std::path::Path;
use std::process::{Child, Command, Stdio};

use bus::{Bus, has};
use screen::{Screen, Window, has_tools, pause, wait_until};
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _};

/// The input method, with an engine that composes Hangul from Latin keys.
struct InputMethod {
    daemon: Child,
}

impl Drop for InputMethod {
    fn drop(&mut self) {
        bus::end(&mut self.daemon);
    }
}

impl InputMethod {
    fn open(screen: &Screen, bus: &Bus, home: &Path) -> Self {
        let at_home = |program: &str| {
            let mut command = Command::new(program);
            command.env("DBUS_SESSION_BUS_ADDRESS", &bus.address).env("DISPLAY", &screen.name).env("HOME", home);
            command.env("XDG_CONFIG_HOME", home.join("config")).env("LC_ALL", "C.UTF-8").env_remove("WAYLAND_DISPLAY");
            command.stdout(Stdio::null()).stderr(Stdio::null());
            command
        };
        let daemon = at_home("ibus-daemon").args(["--xim", "--panel", "disable", "--emoji-extension", "disable"]).spawn().unwrap();
        let method = InputMethod { daemon };
        // A program that starts before the method stands on the screen does without it.
        wait_until("the input method on the screen", || stands_on(screen).unwrap_or(false));
        wait_until("the engine of the input method", || {
            at_home("ibus").args(["engine", "hangul"]).status().is_ok_and(|status| status.success())
        });
        method
    }
}

/// Whether a server of input methods has made itself known on the screen, and serves.
fn stands_on(screen: &Screen) -> Option<bool> {
    let (connection, number) = x11rb::connect(Some(&screen.name)).ok()?;
    let root = connection.setup().roots.get(number)?.root;
    let servers = connection.intern_atom(false, b"XIM_SERVERS").ok()?.reply().ok()?.atom;
    let known = connection.get_property(false, root, servers, AtomEnum::ATOM, 0, 16).ok()?.reply().ok()?;
    let server = known.value32()?.next()?;
    Some(connection.get_selection_owner(server).ok()?.reply().ok()?.owner != x11rb::NONE)
}

fn has_input_method() -> bool {
    let has_engine = ["/usr/lib/ibus/ibus-engine-hangul", "/usr/libexec/ibus-engine-hangul"].iter().any(|path| Path::new(path).exists());
    let has_all = has_tools() && has("dbus-daemon", &["--version"]) && has("ibus", &["version"]) && has_engine;
    assert!(has_all || std::env::var_os("CI").is_none(), "the build machine lacks D-Bus or ibus with its Hangul engine");
    if !has_all {
        println!("SKIPPED: no input method");
    }
    has_all
}

#[test]
fn hangul_is_composed_in_a_field_and_no_letter_of_it_is_a_command() {
    if !has_input_method() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let (bus, home) = (Bus::open(), tempfile::tempdir().unwrap());
    let _method = InputMethod::open(&screen, &bus, home.path());
    let (article, project) = (home.path().join("one.txt"), home.path().join("one.ron"));
    std::fs::write(&article, "Dyke fails at Orva\nAbout 1,500 people left their homes.\n").unwrap();
    let environment = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str()), ("XMODIFIERS", "@im=ibus"), ("LC_ALL", "C.UTF-8")];
    let window = Window::open_with(&screen, home.path(), &[article], &environment);
    window.wait_for("article_shown");
    for keys in ["ctrl+1", "ctrl+Home", "g", "g", "c", "F2", "ctrl+a"] {
        screen.key(keys);
    }
    // Shift and space turns composing on and off. The keys spell "hangul" on a Korean keyboard; C, N, S, X and the like
    // would act on the page.
    screen.key("shift+space");
    for keys in ["g", "k", "s", "r", "m", "f", "space", "x", "k", "s"] {
        screen.key(keys);
    }
    screen.key("shift+space");
    screen.key("ctrl+s");
    pause(600);
    screen.key("ctrl+a");
    screen.type_text(&project.display().to_string());
    screen.key("Return");
    window.wait_for("saved");

    let saved = tickmark::storage::read(&std::fs::read(&project).unwrap()).unwrap().project;
    let claims: Vec<&str> = saved.claims().values().map(|claim| claim.restatement.as_str()).collect();
    assert_eq!(claims, ["한글 탄"]);
    assert_eq!((saved.annotations().len(), saved.exclusions().len()), (1, 0));
    window.quit();
}
