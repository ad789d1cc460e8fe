//! An article from a web address, in the window: nothing is asked of anybody before the checker says so.

use std::io::Write as _;
use std::time::Duration;

use tickmark::app::App;
use tickmark::session::Preference;
use tickmark::storage::kept;

use super::pause::pause;
use super::server::{Server, answer};
use super::trial::Desk;

const PAGE: &[u8] = b"Gate jams\nDer M\xfcller sagte, es habe geregnet.\n";
const TEXT: &str = "Content-Type: text/plain; charset=iso-8859-1";

fn site() -> Server {
    Server::of(&[
        ("/flood.txt", answer("200 OK", TEXT, PAGE)),
        ("/moved", answer("301 Moved", "Location: /flood.txt", b"")),
        ("/picture", answer("200 OK", "Content-Type: image/png", b"\x89PNG\r\n\x1a\n")),
    ])
}

/// Types an address into the window that asks for one.
fn ask(desk: &mut Desk, address: &str) {
    desk.press("Ctrl+L");
    desk.type_text(address);
}

fn articles(desk: &Desk) -> usize {
    desk.look(|app| app.session().project().order().len())
}

#[test]
fn a_page_is_fetched_once_it_is_allowed_and_its_way_is_shown_before_it_is_opened() {
    let (site, mut desk) = (site(), Desk::open(&[]));
    ask(&mut desk, &site.address("/moved"));
    assert!(desk.has_containing("Fetching pages from the web is off.") && !desk.has("Fetch"));
    desk.press("Enter");
    assert!(site.asked().is_empty() && !desk.has("Fetch"));
    desk.click("Allow fetching");
    assert!(desk.has("Tickmark will ask 127.0.0.1 for this page and where it sends on to; nothing else is sent."));
    assert!(site.asked().is_empty(), "nobody was asked yet: {:?}", site.asked());
    desk.click("Fetch");
    assert!(desk.has(&format!("{} sends on to:", site.address("/moved"))) && desk.has(&site.address("/flood.txt")));
    assert_eq!((site.asked_paths(), articles(&desk)), (vec!["/moved".to_owned(), "/flood.txt".to_owned()], 0));
    desk.click("Open it");
    assert_eq!((articles(&desk), desk.window()), (1, None));
    let (text, url, origin, original) = desk.look(|app| {
        let document = app.session().document().unwrap();
        (document.text.as_str().to_owned(), document.meta.url.clone(), document.meta.origin.clone(), document.original.clone().unwrap())
    });
    let address = site.address("/flood.txt");
    assert!(text.contains("M\u{fc}ller"), "{text}");
    assert_eq!((&url, origin.starts_with(&address)), (&address, true));
    assert_eq!(original, kept::of_bytes(address.as_ref(), PAGE));
    assert_eq!(site.asked().len(), 2, "nothing was asked for again");
}

#[test]
fn a_page_without_a_detour_opens_at_once_and_the_same_one_not_twice() {
    let (site, mut desk) = (site(), Desk::open(&[]));
    desk.prefer(Preference::Fetch(true));
    for _ in 0..2 {
        ask(&mut desk, &site.address("/flood.txt"));
        desk.press("Enter");
    }
    assert_eq!(articles(&desk), 1);
    assert!(desk.said().contains("It is the same file as article A, to the last byte"), "{}", desk.said());
}

#[test]
fn what_cannot_be_had_is_told_where_the_address_can_be_corrected() {
    let (site, mut desk) = (site(), Desk::open(&[]));
    desk.prefer(Preference::Fetch(true));
    ask(&mut desk, &site.address("/picture"));
    desk.press("Enter");
    assert!(desk.has_containing("/picture is a picture, not an article."));
    desk.press("Ctrl+A");
    desk.type_text(&site.address("/none"));
    desk.press("Enter");
    assert!(desk.has_containing("the site answers that there is no such page (404)"));
    desk.press("Escape");
    assert_eq!((articles(&desk), desk.window()), (0, None));
}

#[test]
fn a_site_that_does_not_answer_is_left_at_once() {
    let site = Server::start(|_, connection| {
        pause(3_000);
        let _ = connection.write_all(&answer("200 OK", TEXT, PAGE));
    });
    let mut desk = Desk::open(&[]);
    desk.prefer(Preference::Fetch(true));
    desk.press("Ctrl+L");
    desk.type_text(&site.address("/"));
    desk.strike(&"Enter".parse().unwrap());
    (0..4).for_each(|_| desk.step());
    assert!(desk.has("Waiting for 127.0.0.1 …"));
    desk.strike(&"Escape".parse().unwrap());
    let began = std::time::Instant::now();
    desk.settle();
    assert!(desk.window().is_none() && !desk.look(App::is_busy) && began.elapsed() < Duration::from_secs(2));
    pause(4_000);
    desk.settle();
    assert_eq!(articles(&desk), 0, "what arrives later is not opened");
}

#[test]
fn a_run_without_the_web_asks_nobody_whatever_is_settled() {
    let (site, mut desk) = (site(), Desk::open_offline());
    desk.prefer(Preference::Fetch(true));
    ask(&mut desk, &site.address("/flood.txt"));
    assert!(desk.has_containing("This run was started with --offline") && !desk.has("Fetch"));
    desk.press("Enter");
    desk.press("Escape");
    assert!(site.asked().is_empty());
    assert_eq!(articles(&desk), 0);
}

#[test]
fn an_address_among_the_files_of_a_start_is_shown_before_anybody_is_asked() {
    let site = site();
    let mut desk = Desk::open(&[site.address("/flood.txt").into()]);
    assert_eq!(desk.window().as_deref(), Some("Open from a web address"));
    assert!(site.asked().is_empty() && !desk.has("Fetch"));
    desk.click("Allow fetching");
    assert!(desk.has("Tickmark will ask 127.0.0.1 for this page and where it sends on to; nothing else is sent."));
    desk.click("Fetch");
    assert_eq!((articles(&desk), site.asked().len()), (1, 1));
}
