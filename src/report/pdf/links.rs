//! Links within the pages. The templates give them as addresses that begin with `tickmark:`, and here they get their ends: a page and a
//! place on it. So nothing has to be laid out anew for them.

use std::sync::Arc;

use typst::foundations::Label;
use typst::introspection::{Introspector as _, PagedPosition, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::{Destination, LinkMarker};
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument, PagedIntrospector};

use super::pieces::side_by_side;
use crate::report::Report;

/// How the templates begin the address of a link within the pages.
const SCHEME: &str = "tickmark:";

/// The pages of all pieces one after another, with the ends of their links. A link without an end, which no template makes, is left out;
/// its words stay.
pub(super) fn settle(pieces: Vec<PagedDocument>, report: &Report) -> Vec<Page> {
    let mut all: Vec<(usize, Vec<Page>)> = Vec::new();
    let mut known = Vec::new();
    let mut of = 0;
    for piece in pieces {
        known.push((Arc::clone(piece.introspector()), of));
        all.push((of, piece.pages().to_vec()));
        of += piece.pages().len();
    }
    let ends = Ends { known, report, of };
    let settled = side_by_side(all, |_, (before, mut pages)| {
        for (page, number) in pages.iter_mut().zip(1..) {
            page.number = number + before as u64;
            ends.settle(&mut page.frame);
        }
        pages
    });
    settled.into_iter().flatten().collect()
}

/// Where links within the pages end.
struct Ends<'a> {
    /// What is known of each piece, and how many pages stand before it.
    known: Vec<(Arc<PagedIntrospector>, usize)>,
    report: &'a Report,
    /// How many pages there are.
    of: usize,
}

impl Ends<'_> {
    fn settle(&self, frame: &mut Frame) {
        frame.retain(|item| match item {
            FrameItem::Group(group) => {
                self.settle(&mut group.frame);
                true
            }
            FrameItem::Link(to, _) => match name(to) {
                Some(name) => self.end(name).map(|end| *to = Destination::Position(end)).is_some(),
                None => true,
            },
            FrameItem::Tag(Tag::Start(content, _)) => {
                if let Some(marker) = content.to_packed_mut::<LinkMarker>()
                    && let Some(name) = marker.alt.as_deref().and_then(|words| words.strip_prefix(SCHEME))
                {
                    marker.alt = self.end(name).map(|end| self.words(end).into());
                }
                true
            }
            _ => true,
        });
    }

    /// The place of what has a name.
    fn end(&self, name: &str) -> Option<PagedPosition> {
        let label = Label::new(PicoStr::intern(name))?;
        self.known.iter().find_map(|(known, before)| {
            let end = known.position(known.query_label(label).ok()?.location()?)?;
            Some(PagedPosition { page: end.page.checked_add(*before)?, ..end })
        })
    }

    /// What a reader hears of a link: the page to which it leads.
    fn words(&self, end: PagedPosition) -> String {
        self.report.language().say_with("page-of", &[("page", end.page.get().into()), ("pages", self.of.into())])
    }
}

fn name(to: &Destination) -> Option<&str> {
    match to {
        Destination::Url(address) => address.as_str().strip_prefix(SCHEME),
        _ => None,
    }
}
