//! From a template to pages. The typesetter lays out again until nothing that it asks about its own pages changes; the templates ask
//! nothing, and of what it asks by itself it is told nothing that could make it lay them out anew.

use std::num::NonZeroUsize;
use std::sync::Arc;

use typst::World;
use typst::comemo::{self, Constraint, Track as _};
use typst::diag::{EcoString, EcoVec, SourceDiagnostic, SourceResult, StrResult};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Label, NativeElement as _, Selector, StyleChain};
use typst::introspection::{DocumentPosition, EmptyIntrospector, Introspector, Location, Locator};
use typst::model::{FootnoteElem, Numbering};
use typst::syntax::{Span, VirtualPath};
use typst::utils::Protected;
use typst_layout::{PagedDocument, PagedIntrospector, layout_document_for_bundle};

use super::world::Desk;
use super::{PdfError, told};

/// How often pages are laid out at most. The first time is the last where nothing was asked.
const MOST_TIMES: usize = 4;

/// Lays out the pages of a piece, whose number tells its places from those of the other pieces.
///
/// # Errors
/// When the typesetter fails, or was cancelled.
pub(super) fn pages(desk: &Desk, piece: usize) -> Result<PagedDocument, PdfError> {
    if desk.is_cancelled() {
        return Err(PdfError::Cancelled);
    }
    lay_out(desk, piece).map(|(pages, _)| pages).map_err(|faults| PdfError::Layout(told(&faults)))
}

/// Forgets how pages were laid out: the typesetter would remember it for a next time that does not come.
pub(super) fn forget() {
    comemo::evict(0);
}

/// The pages, and how often they were laid out.
pub(super) fn lay_out(desk: &Desk, piece: usize) -> SourceResult<(PagedDocument, usize)> {
    let world: &dyn World = desk;
    let (world, traced) = (world.track(), Traced::default());
    let (library, main) = (world.library(), world.source(world.main()).map_err(|fault| fault_of(&fault.to_string()))?);
    let module = typst_eval::eval(world, library, traced.track(), Sink::new().track_mut(), Route::default().track(), &main)?;
    let content = module.content();
    let mut known: Box<dyn Introspector> = Box::new(EmptyIntrospector);
    for time in 1..=MOST_TIMES {
        let (constraint, mut heard) = (Constraint::new(), Sink::new());
        let mut engine = Engine {
            world,
            library,
            introspector: Protected::new(known.track_with(&constraint)),
            traced: traced.track(),
            sink: heard.track_mut(),
            route: Route::default(),
        };
        let places = Locator::root().split().next(&piece);
        let pages = layout_document_for_bundle(&mut engine, &content, places, StyleChain::new(&library.styles))?;
        let now: Box<dyn Introspector> = Box::new(Unnoted(Arc::clone(pages.introspector())));
        if time == MOST_TIMES || constraint.validate(now.as_ref()) {
            let faults = heard.delayed();
            return if faults.is_empty() { Ok((pages, time)) } else { Err(faults) };
        }
        drop(constraint);
        known = now;
    }
    Err(fault_of("the pages were never laid out"))
}

fn fault_of(words: &str) -> EcoVec<SourceDiagnostic> {
    [SourceDiagnostic::error(Span::detached(), words)].into_iter().collect()
}

/// What is known of pages, but for the notes at their feet: each has its number from its claim, and none needs to be counted.
struct Unnoted(Arc<PagedIntrospector>);

impl Unnoted {
    fn known(&self) -> &dyn Introspector {
        self.0.as_ref()
    }
}

/// Whether a question is for the notes at the feet of pages.
fn is_of_notes(selector: &Selector) -> bool {
    match selector {
        Selector::Elem(element, _) => *element == FootnoteElem::ELEM,
        Selector::Or(any) => any.iter().any(is_of_notes),
        _ => false,
    }
}

impl Introspector for Unnoted {
    fn query(&self, selector: &Selector) -> EcoVec<Content> {
        if is_of_notes(selector) { EcoVec::new() } else { self.known().query(selector) }
    }

    fn query_first(&self, selector: &Selector) -> Option<Content> {
        self.known().query_first(selector)
    }

    fn query_unique(&self, selector: &Selector) -> StrResult<Content> {
        self.known().query_unique(selector)
    }

    fn query_label(&self, label: Label) -> StrResult<&Content> {
        self.known().query_label(label)
    }

    fn query_labelled(&self) -> EcoVec<Content> {
        self.known().query_labelled()
    }

    fn query_count_before(&self, selector: &Selector, end: Location) -> usize {
        if is_of_notes(selector) { 0 } else { self.known().query_count_before(selector, end) }
    }

    fn label_count(&self, label: Label) -> usize {
        self.known().label_count(label)
    }

    fn locator(&self, key: u128, base: Location) -> Option<Location> {
        self.known().locator(key, base)
    }

    fn pages(&self, location: Location) -> Option<NonZeroUsize> {
        self.known().pages(location)
    }

    fn page(&self, location: Location) -> Option<NonZeroUsize> {
        self.known().page(location)
    }

    fn position(&self, location: Location) -> Option<DocumentPosition> {
        self.known().position(location)
    }

    fn page_numbering(&self, location: Location) -> Option<&Numbering> {
        self.known().page_numbering(location)
    }

    fn page_supplement(&self, location: Location) -> Option<&Content> {
        self.known().page_supplement(location)
    }

    fn anchor(&self, location: Location) -> Option<&EcoString> {
        self.known().anchor(location)
    }

    fn document(&self, location: Location) -> Option<Location> {
        self.known().document(location)
    }

    fn path(&self, location: Location) -> Option<&VirtualPath> {
        self.known().path(location)
    }
}
