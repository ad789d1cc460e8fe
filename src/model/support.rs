//! What a claim really rests on: each source that speaks for it is traced to whoever it has it from, so that two who tell the same
//! thing after the same people count once.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::annotation::Mention;
use super::claim::{Claim, Pointer, Stance};
use super::id::{ClaimId, DocumentId, EvidenceId, SourceId};
use super::link::{Link, Role};
use super::lookup::Lookup;
use super::project::Project;
use super::source::FirstHand;

/// How a source comes to speak for a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The claim rests on it.
    Link,
    /// A row of evidence names it.
    Evidence(EvidenceId),
    /// Another claim rests on it that says the same or speaks for this one.
    Claim(ClaimId),
}

/// A source that speaks for a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Support {
    /// The source.
    pub source: SourceId,
    /// How it comes to speak for the claim.
    pub via: Via,
    /// The article in which it does.
    pub article: DocumentId,
    /// Those with whom the trace ends: the source itself where it rests on nobody. In the order of ids.
    pub roots: Vec<SourceId>,
    /// Whether the trace runs in a ring somewhere, so that nobody is at its end.
    pub is_ring: bool,
}

/// All that speaks for a claim, each source once for an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supports {
    /// Those on which it rests first, then those of its evidence, then those of other claims.
    pub all: Vec<Support>,
}

/// Supports that look like several and are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// The supports, two at least.
    pub supports: Vec<Support>,
    /// The sources on which each of them rests in the end.
    pub roots: Vec<SourceId>,
}

/// A stop on the way from a source to a root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The source.
    pub source: SourceId,
    /// The articles that mention it, in the checker's order.
    pub articles: Vec<DocumentId>,
}

impl Supports {
    /// Looks up what speaks for a claim.
    pub fn of(project: &Project, lookup: &Lookup, claim: &Claim) -> Self {
        let mut found = Finder { project, lookup, seen: BTreeSet::new(), all: Vec::new() };
        found.add_linked(claim, Via::Link);
        for row in claim.evidence.iter().filter(|row| row.stance == Stance::Supports) {
            if let Some(source) = row.source {
                found.add(source, claim.home, Via::Evidence(row.id));
            }
        }
        for other in speaking_for(project, lookup, claim) {
            found.add_linked(other, Via::Claim(other.id));
        }
        Supports { all: found.all }
    }

    /// How many there are that do not rest on one another or on the same people.
    pub fn independent(&self) -> usize {
        let groups: BTreeSet<&[SourceId]> = self.all.iter().map(|support| support.roots.as_slice()).collect();
        let roots: BTreeSet<SourceId> = groups.iter().flat_map(|roots| roots.iter().copied()).collect();
        groups.len().min(roots.len())
    }

    /// The supports that look like several and are one.
    pub fn circles(&self) -> Vec<Circle> {
        let mut circles: Vec<Circle> = Vec::new();
        for support in &self.all {
            match circles.iter_mut().find(|circle| circle.roots == support.roots) {
                Some(circle) => circle.supports.push(support.clone()),
                None => circles.push(Circle { supports: vec![support.clone()], roots: support.roots.clone() }),
            }
        }
        circles.retain(|circle| circle.supports.len() > 1);
        circles
    }
}

impl Circle {
    /// All who stand in it, its ends included, each once, in the order of ids.
    pub fn sources(&self) -> Box<[SourceId]> {
        let speakers = self.supports.iter().map(|support| support.source);
        let mut sources: Vec<SourceId> = speakers.chain(self.roots.iter().copied()).collect();
        sources.sort_unstable();
        sources.dedup();
        sources.into_boxed_slice()
    }

    /// Whether several articles have it from somebody who was there: one source, but not hearsay that comes back.
    pub fn is_first_hand(&self, project: &Project) -> bool {
        let is_it = |support: &Support| self.roots == [support.source] && !support.is_ring;
        let was_there = |root: &SourceId| project.sources().get(root).is_some_and(|source| source.first_hand == FirstHand::Yes);
        self.supports.iter().all(is_it) && self.roots.iter().all(was_there)
    }

    /// The articles in which its supports speak, each once, in the checker's order.
    pub fn articles(&self, project: &Project) -> Vec<DocumentId> {
        let speaks = |id: &&DocumentId| self.supports.iter().any(|support| support.article == **id);
        project.order().iter().filter(speaks).copied().collect()
    }

    /// The way of each support to each root, for a drawing: from the source to whom it has it from.
    pub fn ways(&self, project: &Project, lookup: &Lookup) -> Vec<Vec<Stop>> {
        let ends = self.supports.iter().flat_map(|support| support.roots.iter().map(|root| (support.source, *root)));
        ends.map(|(source, root)| stops(project, lookup, &way(project, source, root))).collect()
    }
}

/// The way from a source over those on which it rests back to itself, where there is one: it ends with the source again.
pub fn ring(project: &Project, source: SourceId) -> Option<Vec<SourceId>> {
    let back = |next: SourceId| {
        let rest = way(project, next, source);
        (!rest.is_empty()).then(|| [&[source], rest.as_slice()].concat())
    };
    next(project, source).filter_map(back).min_by_key(Vec::len)
}

/// The shortest way from a source to one on which it rests in the end, both included; empty where there is none.
pub fn way(project: &Project, from: SourceId, to: SourceId) -> Vec<SourceId> {
    let mut came_from: BTreeMap<SourceId, SourceId> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(source) = waiting.pop_front() {
        if source == to {
            let back = std::iter::successors(Some(to), |source| came_from.get(source).copied());
            let mut way: Vec<SourceId> = back.collect();
            way.reverse();
            return way;
        }
        for other in next(project, source) {
            if other != from && !came_from.contains_key(&other) {
                came_from.insert(other, source);
                waiting.push_back(other);
            }
        }
    }
    Vec::new()
}

/// The sources with the articles that mention them.
pub fn stops(project: &Project, lookup: &Lookup, way: &[SourceId]) -> Vec<Stop> {
    way.iter().map(|source| Stop { source: *source, articles: articles(project, lookup, *source) }).collect()
}

/// The articles that mention a source, each once, in the checker's order.
pub fn articles(project: &Project, lookup: &Lookup, source: SourceId) -> Vec<DocumentId> {
    let marks = lookup.mentions(Mention::Source(source)).iter().filter_map(|id| project.annotations().get(id));
    let mut articles: Vec<DocumentId> = marks.map(|mark| mark.document).collect();
    articles.dedup();
    articles
}

/// Gathers supports, each source once for an article.
struct Finder<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    seen: BTreeSet<(SourceId, DocumentId)>,
    all: Vec<Support>,
}

impl Finder<'_> {
    fn add_linked(&mut self, claim: &Claim, via: Via) {
        for source in self.lookup.sources_of(self.project, claim.id) {
            self.add(source, claim.home, via);
        }
    }

    /// A source speaks in the article of the claim if that mentions it, else in the first one that does.
    fn add(&mut self, source: SourceId, home: DocumentId, via: Via) {
        if self.project.sources().get(&source).is_none() {
            return;
        }
        let articles = articles(self.project, self.lookup, source);
        let article = if articles.contains(&home) { home } else { articles.first().copied().unwrap_or(home) };
        if self.seen.insert((source, article)) {
            let (roots, is_ring) = roots(self.project, source);
            self.all.push(Support { source, via, article, roots, is_ring });
        }
    }
}

/// The other claims that say the same or speak for a claim, each once: by link, or because its evidence points at them.
fn speaking_for<'a>(project: &'a Project, lookup: &'a Lookup, claim: &'a Claim) -> Vec<&'a Claim> {
    let own = Mention::Claim(claim.id);
    let is_such = |link: &&Link| link.role == Role::Same || (link.role == Role::Supports && link.to == own);
    let links = lookup.links(own).iter().filter_map(|id| project.links().get(id)).filter(is_such);
    let linked = links.filter_map(|link| if let Mention::Claim(id) = link.other_end(own) { Some(id) } else { None });
    let rows = claim.evidence.iter().filter(|row| row.stance == Stance::Supports);
    let pointed = rows.filter_map(|row| if let Some(Pointer::Claim(id)) = row.pointer { Some(id) } else { None });
    let mut seen = BTreeSet::from([claim.id]);
    let others = linked.chain(pointed).filter(|id| seen.insert(*id)).collect::<Vec<_>>();
    others.into_iter().filter_map(|id| project.claims().get(&id)).collect()
}

/// The entries that a source rests on and that are there.
fn next(project: &Project, source: SourceId) -> impl Iterator<Item = SourceId> + '_ {
    let entries = project.sources().get(&source).map_or(&[][..], |source| &source.rests_on);
    entries.iter().copied().filter(|id| project.sources().contains_key(id))
}

/// Where the trace of a source ends, in the order of ids, and whether it runs in a ring. A ring from which nothing leads on is an end
/// as well, and has the name of its first entry.
fn roots(project: &Project, source: SourceId) -> (Vec<SourceId>, bool) {
    if let Some(end) = end_of_chain(project, source) {
        return (vec![end], false);
    }
    let mut trace = Trace::default();
    trace.run(project, source);
    trace.roots.sort_unstable();
    (trace.roots, trace.is_ring)
}

/// The longest chain that is followed without noting what was met.
const CHAIN: usize = 16;

/// The end of a trace that neither forks nor runs in a ring, as most of them do: found without a search.
fn end_of_chain(project: &Project, source: SourceId) -> Option<SourceId> {
    let mut end = source;
    for _ in 0..CHAIN {
        let mut others = next(project, end);
        match (others.next(), others.next()) {
            (None, _) => return Some(end),
            (Some(other), None) => end = other,
            _ => return None,
        }
    }
    None
}

/// Tarjan's search for rings, without recursion: a file may hold a chain of any length.
#[derive(Default)]
struct Trace {
    /// When each entry was met, and the earliest one met before it that it leads back to; none once its ring is closed.
    met: BTreeMap<SourceId, (usize, Option<usize>)>,
    /// Entries whose rings are still open.
    open: Vec<SourceId>,
    /// Entries from which the trace leads on to another ring.
    leads_on: BTreeSet<SourceId>,
    roots: Vec<SourceId>,
    is_ring: bool,
}

impl Trace {
    fn run(&mut self, project: &Project, start: SourceId) {
        let mut path = vec![(start, self.meet(project, start))];
        while let Some((source, left)) = path.last_mut() {
            let source = *source;
            let Some(other) = left.pop() else {
                path.pop();
                self.close(source);
                if let Some((before, _)) = path.last() {
                    self.see(*before, source);
                }
                continue;
            };
            self.is_ring |= other == source;
            if self.met.contains_key(&other) {
                self.see(source, other);
            } else {
                path.push((other, self.meet(project, other)));
            }
        }
    }

    fn meet(&mut self, project: &Project, source: SourceId) -> Vec<SourceId> {
        let order = self.met.len();
        self.met.insert(source, (order, Some(order)));
        self.open.push(source);
        next(project, source).collect()
    }

    /// Notes that one entry rests on another one that was met before.
    fn see(&mut self, source: SourceId, other: SourceId) {
        match self.met.get(&other).and_then(|(_, earliest)| *earliest) {
            Some(earliest) => {
                if let Some((_, Some(own))) = self.met.get_mut(&source) {
                    *own = earliest.min(*own);
                }
            }
            None => drop(self.leads_on.insert(source)),
        }
    }

    /// Ends the ring of an entry that leads back to nothing before it.
    fn close(&mut self, source: SourceId) {
        if self.met.get(&source).is_none_or(|(order, earliest)| *earliest != Some(*order)) {
            return;
        }
        let from = self.open.iter().rposition(|open| *open == source).unwrap_or(0);
        let ring = self.open.split_off(from);
        for entry in &ring {
            if let Some((_, earliest)) = self.met.get_mut(entry) {
                *earliest = None;
            }
        }
        self.is_ring |= ring.len() > 1;
        if !ring.iter().any(|entry| self.leads_on.contains(entry)) {
            self.roots.extend(ring.iter().min());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::Evidence;
    use crate::model::id::Uid;
    use crate::model::source::Source;
    use crate::testing::Desk;

    /// Sources a, b, c … in one article; `a>b` means that a rests on b.
    fn traced(rests: &str, from: &str) -> String {
        let mut desk = Desk::default();
        desk.article("[a|source] [b|source] [c|source] [d|source] [e|source].");
        rest(&mut desk, rests);
        let (roots, is_ring) = roots(&desk.project, desk.source(from));
        format!("{}{}", names(&desk, &roots), if is_ring { " ring" } else { "" })
    }

    fn rest(desk: &mut Desk, rests: &str) {
        for pair in rests.split_whitespace() {
            let (source, on) = pair.split_once('>').unwrap();
            let (source, on) = (desk.source(source), desk.source(on));
            desk.change(source, |source: &mut Source| source.rests_on.push(on));
        }
    }

    fn names(desk: &Desk, ids: &[SourceId]) -> String {
        ids.iter().map(|id| desk.project.sources()[id].name.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_trace_ends_with_those_who_rest_on_nobody() {
        let check = |rests: &str, from: &str, expected: &str| assert_eq!(traced(rests, from), expected, "{rests} from {from}");
        check("", "a", "a");
        check("a>b", "a", "b");
        check("a>b b>c", "a", "c");
        check("a>b a>c b>d c>d", "a", "d");
        check("a>b a>c", "a", "b c");
        check("a>b b>a", "a", "a ring");
        check("a>b b>a", "b", "a ring");
        check("a>a", "a", "a ring");
        check("a>b b>c c>b", "a", "b ring");
        check("e>b b>c c>b", "e", "b ring");
        // Where a ring leads on, its end is there.
        check("a>b b>a b>c", "a", "c ring");
        check("a>b b>a a>c c>d d>c", "b", "c ring");
        check("a>b b>c c>d d>e e>a", "c", "a ring");
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let mut desk = Desk::default();
        for at in 0..3_000 {
            desk.add(Source { rests_on: vec![SourceId(Uid(at + 2))], ..Source::named(SourceId(Uid(at + 1)), "x") });
        }
        assert_eq!(roots(&desk.project, SourceId(Uid(1))), (vec![SourceId(Uid(3_000))], false));
    }

    /// Claim A1 in article A and B1 in B, with sources; what speaks for A1, how many of it independently, and the circles.
    fn check(links: &[(&str, Role, &str)], rests: &str, expected: &str) {
        let mut desk = Desk::default();
        desk.article("[One|claim] [Two|claim] [a|source] [b|source] [both|source both].");
        desk.article("[Three|claim] [c|source] [d|source] [they|source both].");
        for (from, role, to) in links {
            let from = desk.claim(from);
            match *role {
                Role::RestsOn => {
                    let to = desk.source(to);
                    desk.link(from, *role, to);
                }
                _ => desk.link(from, *role, desk.claim(to)),
            }
        }
        rest(&mut desk, rests);
        let lookup = Lookup::new(&desk.project);
        let supports = Supports::of(&desk.project, &lookup, &desk.project.claims()[&desk.claim("A1")]);
        let all: Vec<_> = supports.all.iter().map(|support| names(&desk, &[support.source])).collect();
        let circles: Vec<_> = supports
            .circles()
            .iter()
            .map(|circle| {
                let letters: String = circle.articles(&desk.project).into_iter().map(|id| desk.project.letter(id)).collect();
                format!(" {letters}: {}", names(&desk, &circle.roots))
            })
            .collect();
        assert_eq!(format!("{} = {}{}", all.join(" "), supports.independent(), circles.concat()), expected, "{links:?} {rests}");
    }

    #[test]
    fn supports_with_the_same_roots_count_once() {
        use Role::{Contradicts, RestsOn, Same, Supports};
        check(&[], "", " = 0");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "b")], "", "a b = 2");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "a")], "", "a = 1");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "b")], "a>b", "a b = 1 A: b");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "c")], "a>d c>d", "a c = 1 AB: d");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "c")], "a>d a>b c>d", "a c = 2");
        check(&[("A1", RestsOn, "a"), ("A1", RestsOn, "b"), ("A1", RestsOn, "c")], "c>a c>b", "a b c = 2");
        // Two articles, the same officials.
        check(&[("A1", RestsOn, "both"), ("B1", RestsOn, "both"), ("A1", Same, "B1")], "", "both both = 1 AB: both");
        check(&[("A1", RestsOn, "a"), ("B1", RestsOn, "c"), ("B1", Supports, "A1")], "", "a c = 2");
        check(&[("A1", RestsOn, "a"), ("B1", RestsOn, "c"), ("A1", Supports, "B1")], "", "a = 1");
        check(&[("A1", RestsOn, "a"), ("B1", RestsOn, "c"), ("A1", Contradicts, "B1")], "", "a = 1");
        // The same source twice in one article is one.
        check(&[("A1", RestsOn, "a"), ("A2", RestsOn, "a"), ("A1", Same, "A2")], "", "a = 1");
    }

    #[test]
    fn evidence_speaks_for_a_claim_where_it_supports_it() {
        let mut desk = Desk::default();
        desk.article("[One|claim] [Two|claim] [a|source] [b|source] [c|source].");
        let (one, two) = (desk.claim("A1"), desk.claim("A2"));
        let (a, b, c) = (desk.source("a"), desk.source("b"), desk.source("c"));
        desk.link(two, Role::RestsOn, c);
        let row = |id: u64, stance, source, pointer| Evidence { stance, source, pointer, ..Evidence::new(EvidenceId(Uid(id))) };
        desk.change(one, |claim: &mut Claim| {
            claim.evidence = vec![
                row(901, Stance::Supports, Some(a), None),
                row(902, Stance::Contradicts, Some(b), None),
                row(903, Stance::Supports, Some(SourceId(Uid(999))), None),
                row(904, Stance::Supports, None, Some(Pointer::Claim(two))),
            ];
        });
        let supports = Supports::of(&desk.project, &Lookup::new(&desk.project), &desk.project.claims()[&one]);
        let ways: Vec<_> = supports.all.iter().map(|support| (support.source, support.via)).collect();
        assert_eq!(ways, [(a, Via::Evidence(EvidenceId(Uid(901)))), (c, Via::Claim(two))]);
    }

    #[test]
    fn a_circle_tells_the_way_of_each_support() {
        let mut desk = Desk::default();
        desk.article("[One|claim] [Courier|source] [officials|source officials].");
        desk.article("[Gazette|source] [they|source officials].");
        let one = desk.claim("A1");
        for name in ["Courier", "Gazette"] {
            let source = desk.source(name);
            desk.link(one, Role::RestsOn, source);
        }
        rest(&mut desk, "Courier>officials Gazette>officials");
        let lookup = Lookup::new(&desk.project);
        let circles = Supports::of(&desk.project, &lookup, &desk.project.claims()[&one]).circles();
        let told = |stop: &Stop| {
            let letters: String = stop.articles.iter().map(|id| desk.project.letter(*id)).collect();
            format!("{} {letters}", desk.project.sources()[&stop.source].name)
        };
        let ways = circles[0].ways(&desk.project, &lookup);
        let ways: Vec<_> = ways.iter().map(|way| way.iter().map(told).collect::<Vec<_>>().join(" > ")).collect();
        assert_eq!(ways, ["Courier A > officials AB", "Gazette B > officials AB"]);
    }

    #[test]
    fn a_ring_is_told_by_its_shortest_way() {
        let mut desk = Desk::default();
        desk.article("[a|source] [b|source] [c|source] [d|source] [e|source].");
        rest(&mut desk, "a>b b>c c>a b>a d>a e>e");
        let told = |name: &str| ring(&desk.project, desk.source(name)).map(|ring| names(&desk, &ring));
        assert_eq!(
            [told("a"), told("c"), told("d"), told("e")],
            [Some("a b a"), Some("c a b c"), None, Some("e e")].map(|told| told.map(str::to_owned))
        );
    }
}
