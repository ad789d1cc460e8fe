//! The HTML report in a real browser without a screen: every link leads to its place and notes lead back, words stand out from what is
//! behind them, nothing is loaded, and the browser has nothing to complain of. Where there is no browser the test says so; with
//! `CI=true` that is a failure.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, reason = "a test fails by panicking, and says what it did not run")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use tickmark::model::lookup::Lookup;
use tickmark::model::moment::Moment;
use tickmark::model::project::Project;
use tickmark::report::{self, BuildInput, Language, Options, Section};

/// Looks at a page from inside it.
const LOOK: &str = include_str!("browser/look.js");
const NAMES: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// The browser, if this machine has one.
fn browser() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).flat_map(|folder| NAMES.map(|name| folder.join(name))).find(|path| path.is_file());
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "no Chromium here; .ci/run installs it");
    if found.is_none() {
        eprintln!("NOT RUN: there is no Chromium on this machine.");
    }
    found
}

fn sample() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("projects");
    let file =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.extension().is_some_and(|end| end == "ron"));
    tickmark::storage::read(&std::fs::read(file.unwrap()).unwrap()).unwrap().project
}

fn page(project: &Project, options: Options) -> String {
    let input = BuildInput { today: Moment::from_ms(1_795_271_520_000), checker: "RK".into(), offset: jiff::tz::Offset::UTC, options };
    report::html(&report::build(project, &Lookup::new(project), &input))
}

/// What the browser prints of a page, and what it complains of.
fn opened(browser: &Path, file: &Path, (width, extra): (u32, &[&str])) -> (String, String) {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(browser)
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"])
        .args(["--no-first-run", "--enable-logging=stderr", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=20000"])
        .arg(format!("--window-size={width},900"))
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(extra)
        .arg(format!("file://{}", file.display()))
        .output()
        .unwrap();
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// What a page says to its console.
fn complaints(stderr: &str) -> Vec<&str> {
    stderr.lines().filter(|line| line.contains(":CONSOLE")).collect()
}

/// The page with the script in it. Its policy is taken out, since it lets no script run; so whatever the page would load is loaded.
fn looked_at(page: &str) -> String {
    let (head, rest) = page.split_once("<meta http-equiv=\"Content-Security-Policy\"").unwrap();
    let (_, rest) = rest.split_once('>').unwrap();
    let mut page = format!("{head}{rest}");
    if let Some(axe) = std::env::var_os("TICKMARK_AXE") {
        let _ = write!(page, "<script>{}</script>", std::fs::read_to_string(axe).unwrap().replace("</script", "<\\/script"));
    }
    let _ = write!(page, "<script>{LOOK}</script>");
    page
}

#[test]
fn a_browser_finds_no_fault_with_the_report() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let project = sample();
    let all = Section::ALL.into_iter().collect();
    let choices = [
        (1280, Options { sections: all, ..Options::default() }),
        (390, Options::default()),
        (1280, Options { language: Language::Arabic, has_fonts: true, ..Options::default() }),
    ];
    for (at, (width, options)) in choices.into_iter().enumerate() {
        let page = page(&project, options);
        let plain = folder.path().join(format!("{at}.html"));
        std::fs::write(&plain, &page).unwrap();
        let (shown, stderr) = opened(&browser, &plain, (width, &["--dump-dom"]));
        assert!(shown.contains("</main>") && complaints(&stderr).is_empty(), "{:?}", complaints(&stderr));
        for theme in [&[][..], &["--blink-settings=preferredColorScheme=0"]] {
            let file = folder.path().join(format!("{at}-looked.html"));
            std::fs::write(&file, looked_at(&page)).unwrap();
            let extra: Vec<_> = theme.iter().copied().chain(["--dump-dom"]).collect();
            let (dom, stderr) = opened(&browser, &file, (width, &extra));
            let told = dom.split_once("FOUND").and_then(|(_, rest)| rest.split_once("END")).map(|(told, _)| told);
            let told: serde_json::Value = serde_json::from_str(told.unwrap_or_else(|| panic!("{stderr}"))).unwrap();
            eprintln!("{width} px, {} links looked at, {}", told["links"], told["checked"]);
            assert!(told["links"].as_u64().unwrap() > 100);
            assert_eq!(told["faults"], serde_json::json!([]), "at {width} px, {theme:?}");
        }
    }
}

#[test]
fn the_report_prints_to_pages() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (file, pdf) = (folder.path().join("report.html"), folder.path().join("report.pdf"));
    std::fs::write(&file, page(&sample(), Options::default())).unwrap();
    opened(&browser, &file, (1280, &[&format!("--print-to-pdf={}", pdf.display()), "--no-pdf-header-footer"]));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
}
