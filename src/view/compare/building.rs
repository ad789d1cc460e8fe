//! What is compared: ordered from the app, which compares off the drawing thread, and kept until the texts or the marked sources of the two
//! are others.

use std::sync::Arc;

use crate::command::PassagePair;
use crate::compare::{Comparison, Pair, Reading, Speaker, compare};
use crate::model::document::Text;
use crate::model::id::DocumentId;
use crate::model::project::Project;
use crate::session::Session;
use crate::session::comparing::{marked_speakers, speakers};
use crate::view::kept::Kept;

/// Two articles, the left one first.
pub type Two = (DocumentId, DocumentId);

/// Two articles that are to be put beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareOrder {
    two: Two,
    texts: (Text, Text),
    /// The sources that are marked in each.
    marked: (Vec<Speaker>, Vec<Speaker>),
}

/// Two articles beside each other.
#[derive(Debug)]
pub struct Beside {
    /// Which ones.
    pub two: Two,
    /// The left one.
    pub one: Reading,
    /// The right one.
    pub other: Reading,
    /// What they share.
    pub found: Comparison,
}

impl CompareOrder {
    fn of(session: &Session, two: Two, marked: &(Vec<Speaker>, Vec<Speaker>)) -> Option<Self> {
        let text = |id| session.project().document(id).map(|document| document.text.clone());
        Some(CompareOrder { two, texts: (text(two.0)?, text(two.1)?), marked: marked.clone() })
    }

    /// Puts the two beside each other: some milliseconds, up to a second where they are books.
    pub fn compare(&self) -> Beside {
        let (one, other) = (Reading::of(&self.texts.0), Reading::of(&self.texts.1));
        let who = (speakers(&self.marked.0, &one), speakers(&self.marked.1, &other));
        let found = compare(&one, &other, (&who.0, &who.1));
        Beside { two: self.two, one, other, found }
    }
}

impl Beside {
    /// A passage as a command names it.
    pub fn pair(&self, passage: usize) -> Option<PassagePair> {
        let passage = self.found.passages.get(passage)?;
        Some(PassagePair { one: (self.two.0, passage.one.span), other: (self.two.1, passage.other.span) })
    }
}

/// What is known of all articles together.
#[derive(Clone, Debug, Default)]
pub struct AllPairs {
    /// Pairs of articles that share passages, those that share most first.
    pub pairs: Arc<Vec<Pair>>,
    /// How many articles are compared, and of how many; none while nothing is under way.
    pub progress: Option<(usize, usize)>,
    /// Whether the articles have been compared once.
    pub is_known: bool,
}

impl AllPairs {
    /// What one article shares most with.
    pub fn nearest(&self, project: &Project, id: DocumentId) -> Option<DocumentId> {
        let beside = self.pairs.iter().filter_map(|pair| pair.beside(id));
        beside.into_iter().find(|other| project.document(*other).is_some())
    }

    /// The pair of two articles.
    pub fn pair(&self, two: Two) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.beside(two.0) == Some(two.1))
    }
}

type Marked = (Vec<Speaker>, Vec<Speaker>);

/// The comparison shown and the one on its way.
#[derive(Default)]
pub(super) struct Building {
    marked: Kept<Two, Marked>,
    held: Option<(CompareOrder, Arc<Beside>)>,
    under_way: Option<CompareOrder>,
    order: Option<CompareOrder>,
    /// Grows with every comparison, for what is made of it.
    pub(super) serial: u64,
}

impl Building {
    /// The comparison of two articles; while it is made anew, that of the same two before; none at first.
    pub(super) fn get(&mut self, session: &Session, two: Two) -> Option<Arc<Beside>> {
        let lookup = || {
            let marked = |id| marked_speakers(session.project(), session.lookup(), id);
            (marked(two.0), marked(two.1))
        };
        let marked = self.marked.get(session, two, lookup);
        let is_held = |order: &CompareOrder| order.two == two && order.marked == *marked;
        if !self.held.as_ref().is_some_and(|(order, _)| is_held(order)) && !self.under_way.as_ref().is_some_and(is_held) {
            self.under_way = CompareOrder::of(session, two, &marked);
            self.order = self.under_way.clone();
        }
        self.held.as_ref().filter(|(order, _)| order.two == two).map(|(_, beside)| Arc::clone(beside))
    }

    pub(super) fn take_order(&mut self) -> Option<CompareOrder> {
        self.order.take()
    }

    /// Takes a comparison that was ordered, unless another one is wanted by now.
    pub(super) fn take(&mut self, order: CompareOrder, beside: Arc<Beside>) {
        if self.under_way.as_ref() == Some(&order) {
            self.under_way = None;
            self.serial += 1;
            self.held = Some((order, beside));
        }
    }
}
