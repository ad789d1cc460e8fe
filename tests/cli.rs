//! The command line as a script meets it: the built program, its exit codes, what it prints, which files it leaves.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report, also outside #[test] functions")]

#[path = "common/server.rs"]
#[allow(dead_code, clippy::indexing_slicing, clippy::expect_used, reason = "a test, and others use more of it")]
mod server;

#[path = "common/encrypted.rs"]
#[cfg(target_os = "linux")]
mod encrypted_server;

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tickmark::model::moment::Moment;
use tickmark::storage::lock::{self, Hold, Taken};
use tickmark::storage::{self, Disk};

use server::{Server, answer};

/// A folder with articles, gone after the test.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Folder(tempfile::tempdir().unwrap());
        fs::write(folder.path("flood.txt"), "Gate jams\nAbout 6,200 people left. Nobody was hurt.\n").unwrap();
        fs::write(folder.path("rain.md"), "# Rain goes on\n\nIt rained for *36* hours.\n").unwrap();
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program in the folder.
    fn run(&self, arguments: &[&str]) -> Told {
        Told::from(self.command(arguments).output().unwrap())
    }

    /// The program as it is run in the folder.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tickmark"));
        // What the program keeps for itself belongs to the test, too.
        command.env("HOME", self.path(".home")).env("XDG_DATA_HOME", self.path(".home"));
        command.args(arguments).current_dir(self.0.path());
        command
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        // Without what the program keeps for itself.
        let mut names: Vec<_> = names.filter(|name| name != ".home").collect();
        names.sort();
        names
    }
}

/// What the program told.
#[derive(Debug)]
struct Told {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Told {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Told { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

#[track_caller]
fn check(told: &Told, code: i32, out: &str, err: &str) {
    assert_eq!(told.code, code, "{told:?}");
    assert!(told.out.contains(out) && (!out.is_empty() || told.out.is_empty()), "{told:?}");
    assert!(told.err.contains(err) && (!err.is_empty() || told.err.is_empty()), "{told:?}");
}

/// A project as somebody's hand may write it, with one claim that is rated without a reason, and what else is put in.
fn by_hand(more: &str) -> String {
    format!(
        r#"(version: 1, id: "0000000000000", name: "hand",
            documents: [(id: "0000000000001", title: "Gate jams", opened: "2031-03-14T09:30:00Z", text: ["Gate jams", "It rained."])],
            claims: [(id: "0000000000002", home: "0000000000001", number: 1, rating: Some((grade: 1, reason: "")),
                status_since: "2031-03-14T09:30:00Z", created: "2031-03-14T09:30:00Z")],
            {more})"#
    )
}

#[test]
fn help_and_version_are_told() {
    let folder = Folder::new();
    check(&folder.run(&["--version"]), 0, concat!("tickmark ", env!("CARGO_PKG_VERSION")), "");
    let help = folder.run(&["--help"]);
    check(&help, 0, "A desk for fact-checkers", "");
    for command in ["import", "check", "compare", "export", "merge", "suggest", "[FILE]"] {
        assert!(help.out.contains(command), "{command} is not in the help");
    }
    check(&folder.run(&["export", "--help"]), 0, "--output", "");
    check(&folder.run(&["export", "a.ron"]), 2, "", "--format");
    check(&folder.run(&["import", "a.txt"]), 2, "", "--project");
}

#[test]
fn articles_make_a_project_and_are_added_to_it() {
    let folder = Folder::new();
    let told = folder.run(&["import", "flood.txt", "--project", "p.ron", "--checker", "RK"]);
    check(&told, 0, "A  Gate jams (2 paragraphs, 9 words)\nSaved to p.ron: 1 article, 0 claims.\n", "");
    let told = folder.run(&["import", "flood.txt", "rain.md", "--project", "p.ron"]);
    check(&told, 0, "B  Rain goes on", "");
    assert!(told.out.contains("flood.txt: Already open as A"), "{told:?}");
    assert!(told.out.contains("Saved to p.ron: 2 articles, 0 claims."), "{told:?}");
    let before = fs::read(folder.path("p.ron")).unwrap();
    check(&folder.run(&["import", "flood.txt", "--project", "p.ron"]), 0, "Already open as A", "");
    assert_eq!(fs::read(folder.path("p.ron")).unwrap(), before);
    assert_eq!(folder.names(), ["flood.txt", "p.ron", "rain.md"]);
}

#[test]
fn how_a_file_is_read_can_be_told() {
    let folder = Folder::new();
    fs::write(folder.path("old.txt"), b"\xcc\xfd\xf0 \xf1\xea\xe0\xe7\xe0\xeb").unwrap();
    let told = folder.run(&["import", "old.txt", "--encoding", "windows-1251", "--project", "p.ron"]);
    check(&told, 0, "A  \u{41c}\u{44d}\u{440} \u{441}\u{43a}\u{430}\u{437}\u{430}\u{43b} (1 paragraph, 2 words)", "");
    let line = |hour: u32| {
        format!(
            "<p>At {hour} the dyke at Orva failed again, the mayor said, and {hour}00 people left their houses, by boat or on foot.</p>"
        )
    };
    let story: String = (1..10).map(line).collect();
    let page =
        format!("<!DOCTYPE html><body><nav><a href=\"/shop\">Our shop</a></nav><article><h1>Dyke fails</h1>{story}</article></body>");
    fs::write(folder.path("page.html"), page).unwrap();
    for (whole, has_shop) in [(None, false), (Some("--whole-page"), true)] {
        let project = format!("{has_shop}.ron");
        let arguments: Vec<&str> = ["import", "page.html", "--project", &project].into_iter().chain(whole).collect();
        assert_eq!(folder.run(&arguments).code, 0);
        assert_eq!(fs::read_to_string(folder.path(&project)).unwrap().contains("Our shop"), has_shop);
    }
}

#[test]
fn a_new_draft_takes_the_place_of_an_article_and_undoes_nothing_of_it() {
    let folder = Folder::new();
    folder.run(&["import", "flood.txt", "rain.md", "--project", "p.ron"]);
    fs::write(folder.path("flood2.txt"), "Gate jams again\nNothing else is known.\n").unwrap();
    let told = folder.run(&["import", "flood2.txt", "--project", "p.ron", "--draft-of", "A"]);
    check(&told, 0, "New draft of A: 0 marks kept. Every mark stands on its words.\nSaved to p.ron: 2 articles, 0 claims.\n", "");
    let project = tickmark::storage::read(&fs::read(folder.path("p.ron")).unwrap()).unwrap().project;
    let first = project.documents().next().unwrap();
    assert_eq!((first.title(), first.earlier.len(), first.earlier[0].title()), ("Gate jams again", 1, "Gate jams"));
    let again = folder.run(&["import", "flood2.txt", "--project", "p.ron", "--draft-of", "A"]);
    check(&again, 2, "", "the text is the same to the letter");
    check(&folder.run(&["import", "flood2.txt", "--project", "p.ron", "--draft-of", "Z"]), 2, "", "There is no article Z in p.ron");
}

#[test]
fn a_page_is_fetched_where_its_address_is_given_and_nothing_with_offline() {
    let folder = Folder::new();
    let page = "Gate jams\nDer M\u{fc}ller sagte, es habe geregnet.\n".chars().map(|sign| sign as u8).collect::<Vec<_>>();
    let site = Server::of(&[
        ("/flood", answer("302 Found", "Location: /flood.txt", b"")),
        ("/flood.txt", answer("200 OK", "Content-Type: text/plain; charset=iso-8859-1", &page)),
        ("/picture", answer("200 OK", "Content-Type: image/png", b"\x89PNG\r\n\x1a\n")),
    ]);
    let (address, at_last) = (site.address("/flood"), site.address("/flood.txt"));
    let told = folder.run(&["import", "--offline", &address, "--project", "p.ron"]);
    check(&told, 2, "", "Nothing was asked of 127.0.0.1: this run was started with --offline.");
    assert!(site.asked().is_empty() && !folder.path("p.ron").exists());
    let told = folder.run(&["import", &address, "--project", "p.ron"]);
    let way = format!("Asking 127.0.0.1 for {address}\nIt sends on to {at_last}\nA  Gate jams (2 paragraphs, 8 words)\n");
    check(&told, 0, &way, "");
    assert_eq!(site.asked_paths(), ["/flood", "/flood.txt"]);
    let project = fs::read_to_string(folder.path("p.ron")).unwrap();
    let hash = storage::kept::of_bytes(Path::new("page"), &page).sha256;
    for part in [format!("url: \"{at_last}\""), format!("path: \"{at_last}\""), hash, "M\u{fc}ller sagte".to_owned()] {
        assert!(project.contains(&part), "{part} is not in {project}");
    }
    let kept = folder.run(&["import", &address, "rain.md", "--project", "kept.ron", "--keep-originals"]);
    check(&kept, 0, "2 originals kept in kept.originals.", "");
    let names: Vec<_> = std::fs::read_dir(folder.path("kept.originals")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(names.len() == 2 && names.iter().any(|name| name.extension().is_some_and(|ending| ending == "md")), "{names:?}");
    let told = folder.run(&["import", &site.address("/none"), &site.address("/picture"), "flood.txt", "--project", "p.ron"]);
    check(&told, 1, "B  Gate jams", "the site answers that there is no such page (404)");
    assert!(told.err.contains("/picture is a picture, not an article"), "{told:?}");
}

#[test]
fn a_page_is_fetched_by_way_of_the_proxy_that_the_environment_names() {
    // It answers for the site itself: no name of the web is asked for, and nothing leaves this machine.
    let proxy = Server::start(|to, connection| {
        if to.ends_with(":80") {
            let _ = connection.write_all(b"HTTP/1.1 200 Connected\r\n\r\n");
            let (mut head, mut byte) = (Vec::new(), [0]);
            while !head.ends_with(b"\r\n\r\n") && connection.read(&mut byte).is_ok_and(|len| len == 1) {
                head.push(byte[0]);
            }
            assert!(head.starts_with(b"GET /flood.txt "), "{}", String::from_utf8_lossy(&head));
        }
        let _ = connection.write_all(&answer("200 OK", "Content-Type: text/plain", b"Gate jams\nIt rained.\n"));
    });
    let folder = Folder::new();
    let run = |others: &[(&str, &str)]| {
        let mut command = folder.command(&["import", "http://news.example/flood.txt", "--project", "p.ron"]);
        for name in ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"] {
            command.env_remove(name);
        }
        Told::from(command.envs(others.iter().copied()).output().unwrap())
    };
    let told = run(&[("HTTP_PROXY", &proxy.address(""))]);
    check(&told, 0, "A  Gate jams (2 paragraphs, 4 words)", "");
    let asked = proxy.asked();
    assert!(asked.len() == 1 && asked[0].contains("news.example"), "{asked:?}");
}

/// On Linux the list of whom the system trusts can be named, as an administrator does whose proxy signs with an authority of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_page_is_fetched_where_the_system_trusts_the_authority_that_vouches_for_it() {
    use base64::Engine as _;

    let (port, serving) = encrypted_server::serve(3, |_| answer("200 OK", "Content-Type: text/plain", b"Gate jams\nIt rained.\n"));
    let folder = Folder::new();
    let base64 = base64::engine::general_purpose::STANDARD.encode(encrypted_server::AUTHORITY);
    fs::write(folder.path("trusted.pem"), format!("-----BEGIN CERTIFICATE-----\n{base64}\n-----END CERTIFICATE-----\n")).unwrap();
    fs::create_dir(folder.path("nobody")).unwrap();
    let run = |file: &str, project: &str| {
        let mut command = folder.command(&["import", &format!("https://127.0.0.1:{port}/flood.txt"), "--project", project]);
        Told::from(command.env("SSL_CERT_FILE", folder.path(file)).env("SSL_CERT_DIR", folder.path("nobody")).output().unwrap())
    };
    check(&run("trusted.pem", "p.ron"), 0, "A  Gate jams (2 paragraphs, 4 words)", "");
    // A system that trusts nobody at all goes by the list that is built in.
    let told = run("flood.txt", "q.ron");
    assert!(told.err.contains("could not prove that it is the site it says it is") && told.err.contains("UnknownIssuer"), "{}", told.err);
    let told = Told::from(folder.command(&["import", &format!("https://127.0.0.1:{port}/x"), "--project", "q.ron"]).output().unwrap());
    assert!(told.err.contains("could not prove that it is the site it says it is"), "{}", told.err);
    assert_eq!(serving.join().unwrap().iter().filter(|asked| asked.starts_with("GET /flood.txt ")).count(), 1);
}

#[test]
fn what_could_be_tagged_in_articles_is_told_with_its_reason() {
    let folder = Folder::new();
    let told = folder.run(&["suggest", "flood.txt", "rain.md"]);
    let number = "flood.txt, line 2: number “About 6,200 people”: a number of something that is named; read as about 6,200 people\n";
    check(&told, 0, number, "");
    check(&told, 0, "flood.txt, line 2: claim “About 6,200 people left”: a figure\n", "");
    let told = folder.run(&["suggest", "flood.txt", "--json"]);
    let lines: Vec<serde_json::Value> = told.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| line["tag"].as_str().unwrap()).collect::<Vec<_>>(), ["claim", "number"]);
    let line = &lines[1];
    for (key, expected) in [("file", "flood.txt"), ("tag", "number"), ("quote", "About 6,200 people"), ("unit", "people")] {
        assert_eq!(line[key], expected, "{key}");
    }
    // Positions count code points, from the first letter of the file.
    assert_eq!((line["start"].as_u64(), line["end"].as_u64(), line["value"].as_u64()), (Some(10), Some(28), Some(6200)));
    fs::write(folder.path("said.txt"), "Reeve Ann Ex said it held.").unwrap();
    let told = folder.run(&["suggest", "said.txt", "--json"]);
    let line: serde_json::Value = serde_json::from_str(told.out.trim_end()).unwrap();
    assert_eq!((&line["tag"], &line["quote"], &line["says"]["cue"]), (&"source".into(), &"Reeve Ann Ex".into(), &"said".into()));
    let lines = folder.run(&["suggest", "flood.txt", "--json"]).out.replace("6200", "6300");
    fs::write(folder.path("lines.jsonl"), lines).unwrap();
    let told = folder.run(&["suggest", "flood.txt", "said.txt", "--against", "lines.jsonl"]);
    check(&told, 0, "| English | claims | 1 | 100.0 | 100.0 | 100.0 |\n", "");
    check(&told, 0, "| English | numbers | 1 | 0.0 | 0.0 | 0.0 |\n", "");
    check(&folder.run(&["suggest", "gone.txt"]), 2, "", "gone.txt");
    check(&folder.run(&["suggest", "gone.txt", "flood.txt"]), 1, "6,200", "1 article could not be read");
}

#[test]
fn what_cannot_be_read_is_said_and_left_out() {
    let folder = Folder::new();
    fs::write(folder.path("photo.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    fs::write(folder.path("old.txt"), b"caf\xe9 in latin letters").unwrap();
    let told = folder.run(&["import", "photo.png", "old.txt", "flood.txt", "gone.txt", "--project", "p.ron"]);
    check(&told, 1, "A  café in latin letters (1 paragraph, 4 words)\nB  Gate jams", "2 articles could not be read and are left out.");
    assert!(told.err.contains("“photo.png” looks like a picture") && told.err.contains("gone.txt could not be opened"), "{told:?}");
    assert!(
        told.err.contains("old.txt: It does not say in which encoding it is; it was read as windows-1252."),
        "a guess is told: {told:?}"
    );
    check(&folder.run(&["import", "gone.txt", "--project", "q.ron"]), 2, "", "Check that it is there");
    assert!(!folder.path("q.ron").exists());
}

#[test]
fn what_cannot_be_read_is_kept_or_the_project_is_never_overwritten() {
    let folder = Folder::new();
    fs::write(folder.path("broken.ron"), "(not a project").unwrap();
    check(&folder.run(&["import", "flood.txt", "--project", "broken.ron"]), 2, "", "broken.ron");
    assert_eq!(fs::read_to_string(folder.path("broken.ron")).unwrap(), "(not a project");
    // A link to nothing cannot be shown, but it is kept word for word.
    let link = r#"(id: "0000000000003", from: Claim("0000000000002"), to: Claim("0000000000009"), role: Same)"#;
    let lame = by_hand(&format!("links: [{link}]"));
    fs::write(folder.path("lame.ron"), &lame).unwrap();
    check(&folder.run(&["import", "flood.txt", "--project", "lame.ron"]), 0, "Saved to lame.ron: 2 articles", "lame.ron");
    let saved = fs::read_to_string(folder.path("lame.ron")).unwrap();
    assert!(saved.contains(r#"to: Claim("0000000000009"), role: Same"#), "{saved}");
    // A line that is torn has words that nobody can keep anywhere else.
    let torn = saved.replace("\n      \"Gate jams\",\n", "\n      \"Gate ja\n");
    assert_ne!(torn, saved);
    fs::write(folder.path("lame.ron"), &torn).unwrap();
    check(&folder.run(&["import", "flood.txt", "--project", "lame.ron"]), 2, "", "lame.ron was not changed");
    assert_eq!(fs::read_to_string(folder.path("lame.ron")).unwrap(), torn);
    fs::remove_file(folder.path("lame.ron")).unwrap();
    check(&folder.run(&["check", "broken.ron"]), 2, "", "broken.ron");
    check(&folder.run(&["check", "gone.ron"]), 2, "", "could not be opened");
    check(&folder.run(&["export", "gone.ron", "--format", "html", "--output", "r.html"]), 2, "", "could not be opened");
    assert_eq!(folder.names(), ["broken.ron", "flood.txt", "rain.md"]);
}

#[test]
fn a_project_that_somebody_has_open_is_left_alone() {
    let folder = Folder::new();
    folder.run(&["import", "flood.txt", "--project", "p.ron", "--checker", "RK"]);
    let before = fs::read(folder.path("p.ron")).unwrap();
    let window = lock::take(Disk, &folder.path("p.ron"), "ML", Moment::from_ms(1_800_000_000_000));
    let told = folder.run(&["import", "rain.md", "--project", "p.ron"]);
    check(&told, 2, "", "p.ron was not changed: ML has had it open on this computer since");
    assert_eq!(fs::read(folder.path("p.ron")).unwrap(), before);
    assert!(matches!(&window, Taken::Held(held) if held.hold() == Hold::Ours), "{window:?}");
    drop(window);
    check(&folder.run(&["import", "rain.md", "--project", "p.ron"]), 0, "Saved to p.ron: 2 articles", "");
    assert_eq!(folder.names(), ["flood.txt", "p.ron", "rain.md"]);
}

#[test]
fn findings_are_told_in_words_and_as_json() {
    let folder = Folder::new();
    folder.run(&["import", "flood.txt", "--project", "p.ron"]);
    let told = folder.run(&["check", "p.ron"]);
    check(&told, 0, "warning  Article A “Gate jams”: No outlet, no date, no address\n", "");
    assert!(told.out.ends_with("0 errors, 1 warning, 1 note in “p” (1 article, 0 claims).\n"), "{told:?}");
    let told = folder.run(&["check", "p.ron", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((told.code, &answer["sound"], &answer["articles"]), (0, &true.into(), &1.into()));
    assert_eq!(answer["findings"][0]["rule"], "article-incomplete");
    assert_eq!(answer["findings"][0]["kind"], "article");
    fs::write(folder.path("hand.ron"), by_hand("")).unwrap();
    check(&folder.run(&["check", "hand.ron"]), 1, "error    A1: 1 Wrong needs a reason\n", "");
    let told = folder.run(&["check", "--json", "hand.ron"]);
    let answer: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((told.code, &answer["sound"], &answer["findings"][0]["severity"]), (1, &false.into(), &"error".into()));
}

#[test]
fn findings_that_a_desk_switched_off_are_left_out_and_listed_with_the_reason() {
    let folder = Folder::new();
    let off = r#"switched_off: [(rule: "rating-without-reason", reason: "Said in the text", by: "RK", at: "2031-03-14T09:30:00Z")]"#;
    fs::write(folder.path("hand.ron"), by_hand(off)).unwrap();
    let told = folder.run(&["check", "hand.ron"]);
    check(&told, 0, "off      Rating without a reason: Said in the text\n", "");
    assert!(!told.out.contains("needs a reason"), "{told:?}");
    let told = folder.run(&["check", "--json", "hand.ron"]);
    let answer: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let expected = serde_json::json!([{ "rule": "rating-without-reason", "reason": "Said in the text", "by": "RK" }]);
    assert_eq!((&answer["switched_off"], &answer["sound"]), (&expected, &true.into()));
    folder.run(&["export", "hand.ron", "--format", "markdown", "--output", "r.md"]);
    let page = fs::read_to_string(folder.path("r.md")).unwrap();
    assert!(page.contains("- **Rating without a reason**: Said in the text (RK, 14 March 2031"), "{page}");
    folder.run(&["export", "hand.ron", "--format", "html", "--output", "r.html"]);
    let page = fs::read_to_string(folder.path("r.html")).unwrap();
    assert!(page.contains("<b>Rating without a reason</b>: Said in the text"), "{page}");
}

#[test]
fn reports_are_written() {
    let folder = Folder::new();
    folder.run(&["import", "flood.txt", "rain.md", "--project", "p.ron"]);
    let told = folder.run(&["export", "p.ron", "--format", "html", "--output", "r.html", "--checker", "RK"]);
    check(&told, 0, "Report written to r.html: 2 articles, 0 claims.", "");
    let page = fs::read_to_string(folder.path("r.html")).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>") && page.contains("Two articles checked by RK, ") && page.contains("About 6,200 people left.")
    );
    check(&folder.run(&["export", "p.ron", "--format", "markdown", "--output", "r.md"]), 0, "r.md", "");
    assert!(fs::read_to_string(folder.path("r.md")).unwrap().starts_with("# p\n"));
    let project = fs::read(folder.path("p.ron")).unwrap();
    check(&folder.run(&["export", "p.ron", "--format", "html", "--output", "./p.ron"]), 2, "", "would overwrite the project");
    assert_eq!(fs::read(folder.path("p.ron")).unwrap(), project);
    check(&folder.run(&["export", "p.ron", "--format", "html", "--output", "no/where/r.html"]), 2, "", "could not be saved");
    assert_eq!(folder.names(), ["flood.txt", "p.ron", "r.html", "r.md", "rain.md"]);
}

#[test]
fn reviews_lead_to_the_page_on_which_they_are_published() {
    let folder = Folder::new();
    fs::write(folder.path("hand.ron"), by_hand("")).unwrap();
    let export = |more: &[&str]| folder.run(&[&["export", "hand.ron", "--output", "r.jsonld"], more].concat());
    check(&export(&["--format", "claimreview"]), 0, "r.jsonld", "Addresses lead into the HTML report");
    let told = export(&["--format", "claimreview", "--page", "https://desk.example/gate#top"]);
    assert!(told.code == 0 && !told.err.contains("Addresses lead"), "{told:?}");
    let graph: serde_json::Value = serde_json::from_slice(&fs::read(folder.path("r.jsonld")).unwrap()).unwrap();
    let reviews = graph["@graph"].as_array().unwrap();
    assert_eq!(reviews.len(), 1);
    for review in reviews {
        assert!(review["url"].as_str().unwrap().starts_with("https://desk.example/gate#"), "{review}");
    }
    let before = fs::read(folder.path("r.jsonld")).unwrap();
    for page in ["desk.example", "ftp://desk.example", "mailto:a@desk.example", "https://", ""] {
        check(&export(&["--format", "claimreview", "--page", page]), 2, "", "write it as https://desk.example/checks/gate");
    }
    check(&export(&["--format", "html", "--page", "https://desk.example"]), 2, "", "Add claimreview to --format");
    assert_eq!(fs::read(folder.path("r.jsonld")).unwrap(), before);
}

#[test]
fn every_sample_project_is_sound_and_can_be_exported() {
    let folder = Folder::new();
    let samples = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/projects")).unwrap().map(|entry| entry.unwrap().path());
    let samples: Vec<_> = samples.filter(|path| path.extension().is_some_and(|ending| ending == "ron")).collect();
    assert!(!samples.is_empty());
    for sample in samples {
        let sample = sample.to_str().unwrap();
        check(&folder.run(&["check", sample]), 0, "0 errors", "");
        check(&folder.run(&["export", sample, "--format", "html", "--output", "r.html"]), 0, "Report written", "");
        assert_eq!(folder.run(&["export", sample, "--format", "markdown", "--output", "r.md"]).code, 0);
    }
}

/// Writes the project of a hand, with a note and a rating of its claim.
fn write_state(path: &Path, note: &str, grade: u8) {
    let more = format!(r#"sources: [(id: "0000000000005", name: "mayor", note: "{note}")],"#);
    fs::write(path, by_hand(&more).replace("grade: 1", &format!("grade: {grade}"))).unwrap();
}

#[test]
fn two_states_are_merged_and_what_is_left_is_told() {
    let folder = Folder::new();
    write_state(&folder.path("base.ron"), "", 1);
    write_state(&folder.path("ours.ron"), "Ask.", 1);
    write_state(&folder.path("theirs.ron"), "", 4);
    let told = folder.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "--output", "merged.ron"]);
    check(&told, 0, "Merged into merged.ron: 1 article, 1 claim; nothing is left to decide.\n", "");
    let merged = fs::read_to_string(folder.path("merged.ron")).unwrap();
    assert!(merged.contains("Ask.") && merged.contains("grade: 4"), "{merged}");
    write_state(&folder.path("theirs.ron"), "Call.", 4);
    let told = folder.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "--output", "merged.ron"]);
    check(&told, 1, "decide   source “mayor”, note: both sides changed it. Ours stands: “Ask.”. Theirs: “Call.”.\n", "");
    assert!(told.out.ends_with("1 question left to decide.\n"), "{told:?}");
    let told = folder.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "--output", "merged.ron", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!((told.code, &answer["clean"], &answer["questions"][0]["theirs"]), (1, &false.into(), &"Call.".into()));
    let merged = tickmark::storage::read(&fs::read(folder.path("merged.ron")).unwrap()).unwrap();
    assert_eq!((merged.warnings.len(), merged.project.flags().len()), (0, 1), "the question is in the file");
    fs::write(folder.path("none.ron"), "").unwrap();
    let told = folder.run(&["merge", "none.ron", "ours.ron", "ours.ron", "--output", "merged.ron"]);
    check(&told, 0, "nothing is left to decide", "");
    let other = by_hand("").replace("id: \"0000000000000\"", "id: \"0000000000009\"");
    fs::write(folder.path("other.ron"), other).unwrap();
    fs::write(folder.path("broken.ron"), "(").unwrap();
    let before = fs::read(folder.path("merged.ron")).unwrap();
    check(&folder.run(&["merge", "base.ron", "ours.ron", "other.ron", "--output", "merged.ron"]), 2, "", "different projects");
    check(&folder.run(&["merge", "base.ron", "ours.ron", "broken.ron", "--output", "merged.ron"]), 2, "", "broken.ron");
    check(&folder.run(&["merge", "gone.ron", "ours.ron", "theirs.ron", "--output", "merged.ron"]), 2, "", "gone.ron");
    assert_eq!(fs::read(folder.path("merged.ron")).unwrap(), before);
    // What a merge took the place of is among the backups: three states of the output, all but the last.
    let below = |path: &Path| fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let kept: Vec<_> = below(&folder.path(".home/tickmark/backups")).iter().flat_map(|folder| below(folder)).collect();
    let kept: Vec<String> = kept.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    assert!(kept.iter().any(|kept| kept.contains("Ask.") && !kept.contains("Call.")), "the first is kept: {kept:?}");
    assert!(!kept.contains(&String::from_utf8(before).unwrap()) && kept.len() == 2, "{kept:?}");
}

#[test]
fn a_merge_that_cannot_keep_what_stood_there_does_nothing() {
    let folder = Folder::new();
    ["base.ron", "ours.ron", "theirs.ron"].iter().for_each(|name| write_state(&folder.path(name), name, 1));
    let before = fs::read(folder.path("ours.ron")).unwrap();
    fs::create_dir_all(folder.path(".home/tickmark")).unwrap();
    fs::write(folder.path(".home/tickmark/backups"), "in the way").unwrap();
    let told = folder.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "--output", "ours.ron"]);
    check(&told, 2, "", "ours.ron was not changed: ");
    assert_eq!(fs::read(folder.path("ours.ron")).unwrap(), before);
}

#[test]
fn git_merges_projects_with_the_program() {
    if Command::new("git").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "git is not installed");
        eprintln!("git is not installed; nothing was tested");
        return;
    }
    let folder = Folder::new();
    let git = |arguments: &[&str]| {
        let who = ["-c", "user.name=RK", "-c", "user.email=rk@example.org", "-c", "init.defaultBranch=main"];
        let alone = [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")];
        let own = ["HOME", "XDG_DATA_HOME"].map(|name| (name, folder.path(".git/home")));
        Command::new("git").args(who).args(arguments).envs(alone).envs(own).current_dir(folder.0.path()).output().unwrap()
    };
    let done = |arguments: &[&str]| {
        let output = git(arguments);
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    };
    let save = |note: &str, grade: u8, words: &str| {
        write_state(&folder.path("p.ron"), note, grade);
        done(&["add", "-A"]);
        done(&["commit", "-q", "-m", words]);
    };
    done(&["init", "-q"]);
    // The two lines of set-up that README and --help name.
    done(&["config", "merge.tickmark.driver", &format!("{} merge %O %A %B --output %A", env!("CARGO_BIN_EXE_tickmark"))]);
    fs::write(folder.path(".gitattributes"), "*.ron merge=tickmark\n").unwrap();
    save("", 1, "base");
    done(&["checkout", "-q", "-b", "theirs"]);
    save("", 4, "rate");
    done(&["checkout", "-q", "main"]);
    save("Ask.", 1, "note");
    done(&["merge", "-q", "--no-edit", "theirs"]);
    let merged = fs::read_to_string(folder.path("p.ron")).unwrap();
    assert!(merged.contains("Ask.") && merged.contains("grade: 4"), "{merged}");
    done(&["checkout", "-q", "theirs"]);
    save("Call.", 4, "another note");
    let output = git(&["merge", "--no-edit", "main"]);
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stdout).contains("CONFLICT"), "{output:?}");
    let merged = tickmark::storage::read(&fs::read(folder.path("p.ron")).unwrap()).unwrap().project;
    assert_eq!(merged.flags().len(), 1, "git says that something is left, and the file holds it");
}

#[cfg(not(feature = "gui"))]
#[test]
fn without_its_window_the_program_says_how_to_get_it() {
    let folder = Folder::new();
    check(&folder.run(&[]), 2, "", "built without its window");
    check(&folder.run(&["flood.txt"]), 2, "", "tickmark --help");
}

#[test]
#[cfg(target_os = "linux")]
fn a_project_of_an_older_version_is_backed_up_before_it_is_written_over() {
    let folder = Folder::new();
    let old = fs::read(format!("{}/tests/old_projects/1.ron", env!("CARGO_MANIFEST_DIR"))).unwrap();
    fs::write(folder.path("p.ron"), &old).unwrap();
    fs::write(folder.path(".home"), "a file where the folder should be").unwrap();
    let told = folder.run(&["import", "--project", "p.ron", "flood.txt"]);
    assert!(told.code == 2 && told.err.contains("p.ron was not changed: it is of an older version, and No backup"), "{told:?}");
    assert_eq!(fs::read(folder.path("p.ron")).unwrap(), old);
    fs::remove_file(folder.path(".home")).unwrap();
    assert_eq!(folder.run(&["import", "--project", "p.ron", "flood.txt"]).code, 0);
    assert_ne!(fs::read(folder.path("p.ron")).unwrap(), old);
    let below = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let of_project = below(&folder.path(".home/tickmark/backups")).remove(0);
    let backups: Vec<_> = below(&of_project).iter().map(|path| fs::read(path).unwrap()).collect();
    assert_eq!(backups, [old]);
}

#[test]
fn shared_passages_are_told_a_line_each() {
    let folder = Folder::new();
    let told = |name: &str, words: &str| fs::write(folder.path(name), words).unwrap();
    told("one.txt", "Wire\nThe gate jammed at noon, the two sources said. It did not open for 40 hours.\nNobody was hurt in the flood.\n");
    told("two.txt", "Copy\nSalesses said the gate jammed at noon. Bread is dear.\nIt did not open again for 14 hours.\n");
    folder.run(&["import", "one.txt", "two.txt", "rain.md", "--project", "p.ron"]);
    let lines = folder.run(&["compare", "p.ron", "--json"]);
    let objects: Vec<serde_json::Value> = lines.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        objects.iter().map(|object| object["kind"].as_str().unwrap()).collect::<Vec<_>>(),
        ["pair", "passages", "passages"],
        "{lines:?}"
    );
    assert_eq!(
        (&objects[0]["one"]["letter"], &objects[0]["other"]["title"], objects[0]["passages"].as_u64()),
        (&"A".into(), &"Copy".into(), Some(2))
    );
    let passage = &objects[1];
    let (start, end) = (passage["other"]["start"].as_u64().unwrap() as usize, passage["other"]["end"].as_u64().unwrap() as usize);
    let text = fs::read_to_string(folder.path("two.txt")).unwrap();
    assert_eq!(text.chars().skip(start).take(end - start).collect::<String>(), passage["other"]["quote"].as_str().unwrap());
    assert_eq!((passage["verdict"].as_str(), passage["changes"][0]["other"][0].as_str()), (Some("source changes"), Some("Salesses")));
    assert_eq!(objects[2]["changes"][0]["what"], "figure changes");
    let words = folder.run(&["compare", "p.ron"]);
    check(&words, 0, "A and B: 2 shared passages, ", "");
    assert!(words.out.contains("figure changes"), "{words:?}");
    folder.run(&["import", "rain.md", "--project", "q.ron"]);
    check(&folder.run(&["compare", "q.ron"]), 0, "No two articles share a passage.", "");
    check(&folder.run(&["compare", "gone.ron"]), 2, "", "gone.ron");
}
