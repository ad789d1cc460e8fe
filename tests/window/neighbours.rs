//! The window among other programs: what they put on the clipboard, what they drop on it, and the window system that wants
//! it closed.

use std::path::Path;
use std::process::Command;

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT, SelectionNotifyEvent,
    SelectionRequestEvent, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::screen::{Screen, Window, has_tools, pause, wait_until};

/// Another program on the screen, beside the window of ours.
struct Neighbour {
    connection: RustConnection,
    window: u32,
    other: u32,
}

impl Neighbour {
    fn new(screen: &Screen, other: u32) -> Self {
        let (connection, at) = x11rb::connect(Some(&screen.name)).unwrap();
        let root = connection.setup().roots[at].clone();
        let window = connection.generate_id().unwrap();
        let looks = CreateWindowAux::new();
        connection.create_window(0, window, root.root, 0, 0, 1, 1, 0, WindowClass::INPUT_OUTPUT, root.root_visual, &looks).unwrap();
        Neighbour { connection, window, other }
    }

    fn atom(&self, name: &str) -> u32 {
        self.connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
    }

    fn send(&self, kind: &str, data: [u32; 5]) {
        let event = ClientMessageEvent::new(32, self.other, self.atom(kind), data);
        self.connection.send_event(false, self.other, EventMask::NO_EVENT, event).unwrap();
        self.connection.flush().unwrap();
    }

    /// Asks the window to close, as the button in its frame does.
    fn close_it(&self) {
        self.send("WM_PROTOCOLS", [self.atom("WM_DELETE_WINDOW"), x11rb::CURRENT_TIME, 0, 0, 0]);
    }

    /// Drags files onto the window and lets them go, by the protocol that file managers speak (XDND 5).
    fn drop_files(&self, paths: &[&Path]) {
        let list: String = paths.iter().map(|path| format!("file://{}\r\n", path.display())).collect();
        self.connection.set_selection_owner(self.window, self.atom("XdndSelection"), x11rb::CURRENT_TIME).unwrap();
        self.send("XdndEnter", [self.window, 5 << 24, self.atom("text/uri-list"), 0, 0]);
        self.send("XdndPosition", [self.window, 0, 400 << 16 | 300, x11rb::CURRENT_TIME, self.atom("XdndActionCopy")]);
        let (status, finished) = (self.atom("XdndStatus"), self.atom("XdndFinished"));
        let mut is_finished = false;
        wait_until("the files to be taken", || {
            while let Some(event) = self.connection.poll_for_event().unwrap() {
                match event {
                    Event::SelectionRequest(request) => self.give(&request, &list),
                    Event::ClientMessage(message) if message.type_ == status => {
                        assert_eq!(message.data.as_data32()[1] & 1, 1, "the window takes files");
                        self.send("XdndDrop", [self.window, 0, x11rb::CURRENT_TIME, 0, 0]);
                    }
                    Event::ClientMessage(message) if message.type_ == finished => is_finished = true,
                    _ => {}
                }
            }
            is_finished
        });
    }

    fn give(&self, request: &SelectionRequestEvent, list: &str) {
        self.connection.change_property8(PropMode::REPLACE, request.requestor, request.property, request.target, list.as_bytes()).unwrap();
        let given = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: request.requestor,
            selection: request.selection,
            target: request.target,
            property: request.property,
        };
        self.connection.send_event(false, request.requestor, EventMask::NO_EVENT, given).unwrap();
        self.connection.flush().unwrap();
    }
}

#[test]
fn an_import_leaves_a_project_alone_while_its_window_is_open_and_a_killed_window_frees_it() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let import = |article: &str, words: &str| {
        std::fs::write(home.path().join(article), words).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_tickmark"));
        let output = program.args(["import", "--project", "dykes.ron", article]).current_dir(home.path()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(import("one.txt", "Dyke fails\n\nAbout 1,500 people left.\n"), (Some(0), String::new()));
    let project = home.path().join("dykes.ron");
    let window = Window::open(&screen, home.path(), std::slice::from_ref(&project));
    window.wait_for("project_opened");
    let (code, words) = import("two.txt", "Dyke holds\n\nOnly 900 left.\n");
    assert_eq!(code, Some(2), "{words}");
    assert!(words.contains("dykes.ron was not changed: Another window has had it open"), "{words}");
    // Dropping it kills it (SIGKILL), as a crash does: it cannot tidy up.
    drop(window);
    assert!(home.path().join(".dykes.ron.lock").exists());
    assert_eq!(import("two.txt", "Dyke holds\n\nOnly 900 left.\n"), (Some(0), String::new()));
    let project = tickmark::storage::open(&tickmark::storage::Disk, &project).unwrap().project;
    assert_eq!(project.order().len(), 2);
}

#[test]
fn articles_come_by_drop_and_by_paste_and_closing_asks_before_they_are_lost() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let (one, two) = (home.path().join("one.txt"), home.path().join("two words.md"));
    std::fs::write(&one, "Dyke fails\nAbout 1,500 people left.\n").unwrap();
    std::fs::write(&two, "# Dyke holds\n\nOnly 900 left.\n").unwrap();
    let mut window = Window::open(&screen, home.path(), &[]);
    let neighbour = Neighbour::new(&screen, window.id);

    window.after(|_| neighbour.drop_files(&[&one, &two]));
    screen.put_on_clipboard("Pasted headline\n\nMore “words” – naïve 👩‍👩‍👧.");
    window.keys("ctrl+v ctrl+Home");

    // A claim in full, letter by letter, with everything that would be a command on the page.
    let words = "Scan: 15 CNSX jk? Woltadeu";
    window.keys("c F2");
    window.type_text(words);

    window.after(|_| neighbour.close_it());
    pause(500);
    assert!(window.is_open(), "it asks");
    window.keys("Escape");
    assert!(window.is_open(), "it stays");
    let path = home.path().join("dykes.ron");
    window.after(|_| neighbour.close_it());
    window.keys("Return");
    window.answer_path(&path);
    wait_until("the end of the program", || !window.is_open());

    let project = tickmark::storage::read(&std::fs::read(path).unwrap()).unwrap().project;
    let mut texts: Vec<&str> = project.documents().map(|document| document.text.as_str()).collect();
    texts.sort_unstable();
    let expected =
        ["# Dyke holds\n\nOnly 900 left.\n", "Dyke fails\nAbout 1,500 people left.\n", "Pasted headline\n\nMore “words” – naïve 👩‍👩‍👧."];
    assert_eq!(texts, expected);
    let claims: Vec<_> = project.claims().values().map(|claim| claim.restatement.as_str()).collect();
    assert_eq!((claims, project.annotations().len()), (vec![words], 1));
}

#[test]
fn the_window_opens_as_large_as_it_was_closed() {
    if !has_tools() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let home = tempfile::tempdir().unwrap();
    let window = Window::open(&screen, home.path(), &[]);
    window.after(|screen| _ = screen.xdotool(&["windowsize", "--sync", &window.id.to_string(), "1100", "700"]));
    window.quit();
    let window = Window::open(&screen, home.path(), &[]);
    let size = screen.xdotool(&["getwindowgeometry", &window.id.to_string()]);
    assert!(size.contains("Geometry: 1100x700"), "{size}");
}
