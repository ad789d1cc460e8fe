//! What a screen reader gets, through the platform's own interface: a client on the accessibility bus reads the page by
//! word and line, hears where marks begin and end, moves the selection and clicks a mark. Needs Xvfb, xdotool, D-Bus,
//! AT-SPI and its Python client; without them it says so and passes, but on the build machine their absence fails.
#![cfg(all(feature = "gui", target_os = "linux"))]
// Clippy takes helpers for tests, too.
#![cfg(test)]

#[path = "common/bus.rs"]
mod bus;
#[path = "common/screen.rs"]
mod screen;

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use bus::{Bus, has};
use screen::{Screen, Window, has_tools, pause};
use serde_json::{Value, json};

const ARTICLE: &str = "Dyke fails at Orva\n\
    About 1,500 people left their homes, officials said. The dyke had held for 40 years before the storm came.\n\
    The mayor said the dyke was sound.\n";

/// Where Debian and others keep the program that opens the accessibility bus.
const LAUNCHERS: [&str; 3] =
    ["/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher", "/usr/lib/at-spi-bus-launcher"];

/// A session bus with the accessibility bus beside it.
struct Listening {
    bus: Bus,
    launcher: Child,
}

impl Drop for Listening {
    fn drop(&mut self) {
        bus::end(&mut self.launcher);
    }
}

impl Listening {
    fn open(screen: &Screen) -> Self {
        let bus = Bus::open();
        let launcher = LAUNCHERS.iter().find(|path| Path::new(path).exists()).unwrap();
        let launcher = Command::new(launcher)
            .arg("--launch-immediately")
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("DISPLAY", &screen.name)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let listening = Listening { bus, launcher };
        screen::wait_until("the accessibility bus", || listening.switch_on());
        listening
    }

    /// Says, as a screen reader does when it starts, that somebody listens.
    fn switch_on(&self) -> bool {
        let words = "--session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.freedesktop.DBus.Properties.Set \
            string:org.a11y.Status string:IsEnabled variant:boolean:true";
        let said = Command::new("dbus-send")
            .args(words.split_whitespace())
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus.address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        said.is_ok_and(|status| status.success())
    }
}

/// The client: one question a line, one answer a line.
struct Reader {
    client: Child,
    ask: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.client.kill();
        let _ = self.client.wait();
    }
}

impl Reader {
    /// A bus that has just begun may not answer yet, which ends a client; it is then started again.
    fn open(screen: &Screen, bus: &Bus) -> Self {
        let mut reader = None;
        screen::wait_until("a client of the accessibility bus", || {
            reader = Reader::start(screen, bus);
            reader.is_some()
        });
        reader.unwrap()
    }

    /// A client that has found the bus.
    fn start(screen: &Screen, bus: &Bus) -> Option<Self> {
        let mut client = Command::new("/usr/bin/python3")
            .args(["-W", "ignore", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screen_reader/client.py")])
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .env("DISPLAY", &screen.name)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (ask, answers) = (client.stdin.take().unwrap(), BufReader::new(client.stdout.take().unwrap()));
        let mut reader = Reader { client, ask, answers };
        let mut line = String::new();
        reader.answers.read_line(&mut line).unwrap();
        (line.trim() == "\"ready\"").then_some(reader)
    }

    fn ask(&mut self, question: Value) -> Value {
        writeln!(self.ask, "{question}").unwrap();
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{question}: {error}: {line}"));
        assert!(answer.get("error").is_none(), "{question}: {answer}");
        answer
    }

    /// What was announced since the last question of this kind.
    fn announced(&mut self) -> Vec<String> {
        let heard = self.ask(json!(["heard"]));
        let announced = heard.as_array().unwrap().iter().filter(|event| event[0] == "object:announcement");
        announced.map(|event| event[2].as_str().unwrap().to_owned()).collect()
    }
}

/// Byte offsets are code points here: the article is plain.
fn at(words: &str) -> usize {
    ARTICLE.find(words).unwrap()
}

fn has_reader() -> bool {
    let has_launcher = LAUNCHERS.iter().any(|path| Path::new(path).exists());
    let has_client = has("/usr/bin/python3", &["-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]);
    let has_all = has_tools() && has_launcher && has_client && has("dbus-daemon", &["--version"]);
    assert!(has_all || std::env::var_os("CI").is_none(), "the build machine lacks D-Bus, AT-SPI or its Python client");
    if !has_all {
        println!("SKIPPED: no accessibility bus or no client for it");
    }
    has_all
}

#[test]
fn a_screen_reader_reads_the_page_hears_the_marks_and_moves_the_selection() {
    if !has_reader() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let listening = Listening::open(&screen);
    let bus = &listening.bus;
    let home = tempfile::tempdir().unwrap();
    let article: PathBuf = home.path().join("one.txt");
    std::fs::write(&article, ARTICLE).unwrap();
    let window = Window::open_with(&screen, home.path(), &[article], &[("DBUS_SESSION_BUS_ADDRESS", &bus.address)]);
    let mut reader = Reader::open(&screen, bus);
    assert_eq!(reader.ask(json!(["wait"])), true, "the page is on the accessibility bus");
    window.wait_for("article_shown");
    screen.key("ctrl+1");

    // The text, by word, by line, by paragraph, and where its letters stand.
    assert_eq!(reader.ask(json!(["text"])), ARTICLE);
    let people = at("people");
    assert_eq!(reader.ask(json!(["word", people + 2])), json!(["people ", people, people + 7]));
    let line = reader.ask(json!(["line", people]));
    assert!(line[0].as_str().unwrap().starts_with("About 1,500 people"), "{line}");
    assert!(line[2].as_u64().unwrap() < at("storm") as u64, "the line ends where it wraps: {line}");
    assert_eq!(reader.ask(json!(["paragraph", people]))[0], ARTICLE.lines().nth(1).unwrap().to_owned() + "\n");
    let number = |value: &Value| value.as_i64().unwrap();
    let (letter, page) = (reader.ask(json!(["character_rect", people])), reader.ask(json!(["page_rect"])));
    assert!(number(&letter[2]) > 0 && number(&letter[3]) > 0, "{letter}");
    assert!(number(&letter[0]) > number(&page[0]) && number(&letter[0]) < number(&page[0]) + number(&page[2]), "{letter} in {page}");
    let next = reader.ask(json!(["character_rect", people + 3]));
    assert!(number(&next[0]) > number(&letter[0]) && next[1] == letter[1], "{next} after {letter}");

    // The reader selects words, the checker tags them, and the reader finds the mark.
    let (start, end) = (at("1,500"), at(" left"));
    reader.ask(json!(["select", start, end]));
    assert_eq!(reader.ask(json!(["selected"])), json!([start, end]));
    screen.key("n");
    pause(300);
    let announced = reader.announced();
    assert!(announced.iter().any(|words| words.contains("1,500 people")), "{announced:?}");
    let children = reader.ask(json!(["children"]));
    let names: Vec<&str> = children.as_array().unwrap().iter().map(|child| child[1].as_str().unwrap()).collect();
    assert!(names.iter().any(|name| name.starts_with("Number, 1,500 people")), "{names:?}");
    let run = reader.ask(json!(["attributes", people]));
    assert_eq!((&run[0]["underline"], &run[1], &run[2]), (&json!("single"), &json!(start), &json!(end)), "{run}");

    // The caret walks over it: begin and end are heard, and its way is told.
    screen.key("Escape");
    screen.key("ctrl+Home");
    screen.key("Down");
    reader.announced();
    screen.key("ctrl+Right");
    screen.key("Right");
    screen.key("Right");
    let into = reader.announced();
    assert!(into.iter().any(|words| words == "In number 1,500 people."), "{into:?}");
    for _ in 0..3 {
        screen.key("ctrl+Right");
    }
    let out = reader.announced();
    assert!(out.iter().any(|words| words == "Out of number 1,500 people."), "{out:?}");
    let caret = reader.ask(json!(["selected"]));
    assert!(number(&caret[0]) >= end as i64 && caret[0] == caret[1], "{caret}");

    // A click on the mark by the reader selects it, and the inspector shows it.
    let mark = |question: &'static str| json!([question, "static", "Number, 1,500 people"]);
    assert_eq!(reader.ask(mark("is_selected")), false);
    reader.ask(json!(["act", "static", "Number, 1,500 people", "click"]));
    assert_eq!(reader.ask(mark("is_selected")), true);

    // Whatever can be acted on has a name, in each view.
    for view in ["ctrl+1", "ctrl+2", "ctrl+3", "ctrl+5"] {
        screen.key(view);
        pause(500);
        let tree = reader.ask(json!(["tree"]));
        let nodes = tree.as_array().unwrap();
        let acting: Vec<&Value> = nodes.iter().filter(|node| !node[3].as_array().unwrap().is_empty()).collect();
        assert!(acting.len() > 5, "{view}: {tree}");
        // A scroll bar says by its role what it is.
        let nameless = |node: &&&Value| node[1].as_str().unwrap().trim().is_empty() && node[0] != "scroll bar";
        let unnamed: Vec<&&Value> = acting.iter().filter(nameless).collect();
        assert!(unnamed.is_empty(), "{view}: {unnamed:?}");
    }
    let tree = reader.ask(json!(["tree"]));
    let window_name = tree.as_array().unwrap().iter().find(|node| node[0] == "frame").unwrap()[1].as_str().unwrap().to_owned();
    assert!(window_name.contains("Tickmark"), "the window's name: {window_name:?}");
    drop(window);
}

/// An article that is several times as long as the view, with structure.
fn long_article() -> String {
    let paragraph = |nth: usize| {
        let words = "The gates had stood open since the morning, and nobody had gone to close them before the storm came in. ";
        format!("Paragraph {nth}. {}\n\n", words.repeat(3))
    };
    let body: String = (1..=60).map(paragraph).collect();
    format!("# Dyke fails at Orva\n\n{body}## The end\n\n- About 1,500 people left\n- Nobody was hurt\n\n> It held for 40 years.\n")
}

#[test]
fn a_screen_reader_reads_on_to_the_end_of_a_long_article_and_reaches_what_is_out_of_view() {
    if !has_reader() {
        return;
    }
    let screen = Screen::open().expect("a virtual screen");
    let listening = Listening::open(&screen);
    let bus = &listening.bus;
    let home = tempfile::tempdir().unwrap();
    let article: PathBuf = home.path().join("long.md");
    std::fs::write(&article, long_article()).unwrap();
    let window = Window::open_with(&screen, home.path(), &[article], &[("DBUS_SESSION_BUS_ADDRESS", &bus.address)]);
    let mut reader = Reader::open(&screen, bus);
    assert_eq!(reader.ask(json!(["wait"])), true, "the page is on the accessibility bus");
    window.wait_for("article_shown");
    screen.key("ctrl+1");
    pause(1500);

    // The whole text is there, though most of it is out of view, with its structure.
    let text = reader.ask(json!(["text"])).as_str().unwrap().to_owned();
    let lines: Vec<String> = long_article().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    let children = reader.ask(json!(["children"]));
    let roles = |wanted: &str| children.as_array().unwrap().iter().filter(|child| child[0] == wanted).count();
    assert_eq!((roles("heading"), roles("list"), roles("list item"), roles("block quote")), (2, 1, 2, 1), "{children}");

    // The last words are below the window until they are asked for.
    let bottom = |rect: &Value| rect[1].as_i64().unwrap() + rect[3].as_i64().unwrap();
    let page = reader.ask(json!(["page_rect"]));
    let before = reader.ask(json!(["rect", "list item", "Nobody was hurt"]));
    assert!(before[1].as_i64().unwrap() > bottom(&page), "{before} in {page}");
    assert_eq!(reader.ask(json!(["scroll_to", "list item", "Nobody was hurt"])), true);
    let after = reader.ask(json!(["rect", "list item", "Nobody was hurt"]));
    assert!(bottom(&after) <= bottom(&page), "{after} in {page}");

    // A mark down there is made by the reader's selection, and found and picked by name from the other end of the article.
    let start = text.split("1,500").next().unwrap().chars().count();
    reader.ask(json!(["select", start, start + "1,500 people".len()]));
    screen.key("n");
    pause(300);
    screen.key("Escape");
    screen.key("ctrl+Home");
    pause(600);
    let mark = |question: &'static str| json!([question, "static", "Number, 1,500 people"]);
    let far = reader.ask(mark("rect"));
    assert!(far[1].as_i64().unwrap() > bottom(&page), "{far} in {page}");
    reader.ask(json!(["act", "static", "Number, 1,500 people", "click"]));
    assert_eq!(reader.ask(mark("is_selected")), true);
    let near = reader.ask(mark("rect"));
    assert!(bottom(&near) <= bottom(&page), "{near} in {page}");
    drop(window);
}
