//! The window that asks for an address, by label.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::*;
use crate::testing::Desk;
use crate::view::testing::{Stage as Stand, session, window};

type Shown = (WebState, bool, Option<WebAnswer>);

fn shown(state: WebState, may_fetch: bool) -> Harness<'static, Stand<Shown>> {
    window(session(Desk::default().project), (state, may_fetch, None), |ui, _, (state, may_fetch, answer)| {
        if let Some(given) = web_ui(&ui.ctx().clone(), state, *may_fetch) {
            *answer = Some(given);
        }
    })
}

fn typed(text: &str) -> WebState {
    WebState { text: text.to_owned(), ..WebState::default() }
}

#[track_caller]
fn check(harness: &mut Harness<'static, Stand<Shown>>, label: &str, expected: &WebAnswer) {
    harness.get_by_label(label).click();
    harness.run();
    assert_eq!(harness.state().own.2.as_ref(), Some(expected));
}

#[test]
fn it_says_who_will_be_asked_before_anybody_is() {
    let mut harness = shown(typed("Example.org/news#top"), true);
    harness.get_by_label("Tickmark will ask example.org for this page and where it sends on to; nothing else is sent.");
    harness.get_by_label("https://example.org/news");
    assert!(harness.query_by_label_contains("not encrypted").is_none());
    check(&mut harness, "Fetch", &WebAnswer::Fetch("Example.org/news#top".into()));
    let mut harness = shown(typed("http://example.org"), true);
    harness.get_by_label_contains("This is not encrypted");
    check(&mut harness, "Cancel", &WebAnswer::Left);
}

#[test]
fn enter_fetches_and_what_is_no_address_cannot_be() {
    let mut harness = shown(typed("example.org"), true);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().own.2, Some(WebAnswer::Fetch("example.org".into())));
    let mut harness = shown(typed("file:///etc/passwd"), true);
    harness.get_by_label_contains("Only pages of the web can be fetched");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().own.2, None);
}

#[test]
fn leave_is_given_by_the_button_alone() {
    let mut harness = shown(typed("example.org"), false);
    harness.get_by_label_contains("Fetching pages from the web is off.");
    assert!(harness.query_by_label("Fetch").is_none());
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().own.2, None, "an address that is entered gives no leave in passing");
    check(&mut harness, "Allow fetching", &WebAnswer::Allowed);
}

#[test]
fn a_run_without_the_web_says_so_whatever_is_settled() {
    let mut harness = shown(WebState { is_offline: true, ..typed("example.org") }, true);
    harness.get_by_label_contains("This run was started with --offline");
    assert!(harness.query_by_label("Fetch").is_none() && harness.query_by_label("Allow fetching").is_none());
    check(&mut harness, "Done", &WebAnswer::Left);
}

#[test]
fn the_way_to_the_page_is_shown_and_a_refusal_says_why() {
    let way = ["https://a.example/", "https://b.example/x", "https://c.example/y"].map(str::to_owned).to_vec();
    let mut harness = shown(WebState { stage: Stage::Found { way }, ..typed("a.example") }, true);
    harness.get_by_label("https://a.example/ sends on to:");
    harness.get_by_label("https://b.example/x");
    harness.get_by_label("https://c.example/y");
    check(&mut harness, "Open it", &WebAnswer::Open);
    let mut harness = shown(WebState { stage: Stage::Waiting { host: "a.example".into() }, ..typed("a.example") }, true);
    harness.get_by_label("Waiting for a.example …");
    check(&mut harness, "Stop", &WebAnswer::Left);
    let mut harness = shown(WebState { stage: Stage::Refused("It could not be found.".into()), ..typed("a.example") }, true);
    harness.get_by_label("It could not be found.");
    check(&mut harness, "Fetch", &WebAnswer::Fetch("a.example".into()));
}
