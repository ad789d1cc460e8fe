//! A page of the web: asked for when the checker says so and may be, shown where it came from, and opened as a file is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::App;
use super::arriving::Origin;
use super::jobs::Done;
use crate::fetch::{self, Address, Fetched, Limits};
use crate::import::Wish;
use crate::session::Preference;
use crate::view::web::{Stage, WebAnswer, WebState};

/// The page that is asked for.
#[derive(Default)]
pub(super) struct Fetching {
    /// Grows with every page, so that the answer for one that is not wanted any more is known.
    turn: u64,
    is_cancelled: Arc<AtomicBool>,
    /// What was found by way of other addresses, and waits to be opened.
    found: Option<Box<Fetched>>,
}

impl Fetching {
    /// Gives up what is under way.
    pub(super) fn stop(&mut self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
        *self = Fetching { turn: self.turn + 1, ..Fetching::default() };
    }
}

impl App {
    /// Asks for an address, which may be given already.
    pub(super) fn ask_address(&mut self, given: &str) {
        self.fetching.stop();
        self.panels.show_web(Some(WebState::new(given, self.is_offline)));
    }

    /// Does what was answered.
    pub(super) fn answer_web(&mut self, answer: WebAnswer) {
        match answer {
            WebAnswer::Allowed => self.change_preference(Preference::Fetch(true)),
            WebAnswer::Fetch(typed) => self.fetch(&typed),
            WebAnswer::Open => {
                self.panels.show_web(None);
                if let Some(page) = self.fetching.found.take() {
                    self.want_page(*page);
                }
            }
            WebAnswer::Left => {
                self.fetching.stop();
                self.panels.show_web(None);
            }
        }
    }

    /// Fetches a page in the background, if that is allowed.
    fn fetch(&mut self, typed: &str) {
        let Ok(address) = Address::typed(typed) else { return };
        // The window offers it only then; whoever else sends it must not get past that.
        if self.is_offline || !self.preferences.may_fetch {
            return;
        }
        self.fetching.stop();
        self.panels.set_web_stage(Stage::Waiting { host: address.host().to_owned() });
        let (turn, is_cancelled) = (self.fetching.turn, Arc::clone(&self.fetching.is_cancelled));
        self.jobs.start_or(
            move |words| Done::Fetched(turn, Err(format!("{words}. The project is unharmed; try it again."))),
            move || {
                let page = fetch::fetch(&address, &Limits::default(), &is_cancelled);
                Done::Fetched(turn, page.map(Box::new).map_err(|error| error.to_string()))
            },
        );
    }

    /// Opens a page that was fetched; where it was found elsewhere, that is shown first.
    pub(super) fn take_fetched(&mut self, turn: u64, outcome: Result<Box<Fetched>, String>) {
        if turn != self.fetching.turn {
            return;
        }
        match outcome {
            Ok(page) if page.redirects.is_empty() => {
                self.panels.show_web(None);
                self.want_page(*page);
            }
            Ok(page) => {
                let way = page.redirects.iter().chain([&page.address]).map(ToString::to_string).collect();
                self.fetching.found = Some(page);
                self.panels.set_web_stage(Stage::Found { way });
            }
            Err(words) => self.panels.set_web_stage(Stage::Refused(words)),
        }
    }

    /// Reads a page as an article.
    fn want_page(&mut self, page: Fetched) {
        let page = Arc::new(page);
        self.originals.note_page(&page);
        self.want_all(vec![Origin::Page(page)], &Wish::default(), None);
    }
}
