//! Circular support as plain rows: who is at the end, and who looks like several and is one.

use std::collections::BTreeSet;

use crate::lint::Rule;
use crate::model::annotation::Mention;
use crate::model::id::{ClaimId, DocumentId, SourceId};
use crate::model::link::Role;
use crate::model::project::Project;
use crate::model::support::{Circle, Support, Supports, ring};
use crate::session::Session;
use crate::view::wording::{count, listed};

/// Findings that are looked at: whoever has more of them has seen the circle by then.
const MOST_CLAIMS: usize = 200;

/// A box at the right of the diagram: an article, or a source where all speak in one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct End {
    /// The letter of the article in which it speaks.
    pub letter: String,
    /// `CNN`, `outlet not set`, or the name of the source.
    pub title: String,
    /// `7 claims, 2025-01-22`.
    pub remark: String,
    /// Whether those at the end speak there themselves, else through somebody.
    pub is_direct: bool,
}

/// A diagram with the words that explain it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CircleRows {
    /// `Circular: two articles, one source`.
    pub title: String,
    /// Why that they agree confirms nothing.
    pub words: String,
    /// Those at the end of all ways: `officials familiar with the matter`.
    pub root: String,
    /// Those who have it from there.
    pub ends: Vec<End>,
    /// Whether the way runs back to where it began; then nobody is at the end, and the boxes are the stops of the way.
    pub is_ring: bool,
}

/// Who speaks in which article.
type Speakers = Vec<(SourceId, DocumentId)>;

/// The circles in which a source stands, each once.
pub fn circles(session: &Session, source: SourceId) -> Vec<CircleRows> {
    let (project, lookup) = (session.project(), session.lookup());
    let mut shown: Vec<CircleRows> = ring(project, source).map(|way| ring_rows(project, &way)).into_iter().collect();
    let mut seen: BTreeSet<(Vec<SourceId>, Speakers)> = BTreeSet::new();
    // The claims of which the rule says so, in the order of ids.
    let found = session.findings().against(source).filter(|(rule, ..)| *rule == Rule::CircularSupport).map(|(_, claim, _)| claim);
    let claims: BTreeSet<ClaimId> = found.take(MOST_CLAIMS).collect();
    for claim in claims.iter().filter_map(|id| project.claims().get(id)) {
        for circle in Supports::of(project, lookup, claim).circles().iter().filter(|circle| !circle.is_first_hand(project)) {
            let mut speakers: Speakers = circle.supports.iter().map(|support| (support.source, support.article)).collect();
            speakers.sort_unstable();
            if circle.sources().contains(&source) && seen.insert((circle.roots.clone(), speakers)) {
                shown.push(rows(session, circle));
            }
        }
    }
    shown
}

fn rows(session: &Session, circle: &Circle) -> CircleRows {
    let project = session.project();
    let articles = circle.articles(project);
    let name = |id: &SourceId| source_name(project, *id);
    let roots: Vec<String> = circle.roots.iter().map(name).collect();
    let root = listed(&roots);
    let is_by_article = articles.len() > 1;
    let mut ends: Vec<End> = circle
        .supports
        .iter()
        .map(|support| End {
            letter: project.letter(support.article),
            title: if is_by_article { outlet(project, support.article) } else { name(&support.source) },
            remark: remark(session, support, is_by_article),
            is_direct: circle.roots.contains(&support.source),
        })
        .collect();
    ends.sort();
    ends.dedup();
    let letters: Vec<String> = articles.iter().map(|id| project.letter(*id)).collect();
    let mut names: Vec<String> = circle.supports.iter().map(|support| format!("“{}”", name(&support.source))).collect();
    names.sort();
    names.dedup();
    let (title, who) = match is_by_article {
        true => (format!("Circular: {} articles, one source", number_word(articles.len())), listed(&letters)),
        false => (format!("Circular: {} names, one source", number_word(names.len())), listed(&names)),
    };
    let all = if circle.supports.len() == 2 { "both" } else { "all" };
    let words = format!("{who} {all} rest on “{root}”. That they agree confirms nothing, and they count as one.");
    CircleRows { title, words, root, ends, is_ring: false }
}

fn ring_rows(project: &Project, way: &[SourceId]) -> CircleRows {
    let names: Vec<String> = way.iter().map(|id| source_name(project, *id)).collect();
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let words = format!("{}. Nobody is at the end of it.", quoted.join(" rests on "));
    let end = |name: &String| End { letter: String::new(), title: name.clone(), remark: String::new(), is_direct: true };
    let stops = names.len().saturating_sub(1);
    CircleRows {
        title: "Circular: a source that rests on itself".to_owned(),
        words,
        root: names.first().cloned().unwrap_or_default(),
        ends: names.iter().take(stops).skip(1).map(end).collect(),
        is_ring: true,
    }
}

/// How many claims of an article rest on a source.
fn claims_in(session: &Session, source: SourceId, article: DocumentId) -> usize {
    let project = session.project();
    let claims = session.lookup().linked(project, Mention::Source(source), Role::RestsOn);
    let is_there = |record: &Mention| match record {
        Mention::Claim(id) => project.claims().get(id).is_some_and(|claim| claim.home == article),
        Mention::Number(_) | Mention::Source(_) => false,
    };
    claims.iter().filter(|record| is_there(record)).count()
}

fn source_name(project: &Project, id: SourceId) -> String {
    match project.sources().get(&id).map(|source| source.name.trim()) {
        Some("") | None => "a source without a name".to_owned(),
        Some(name) => name.to_owned(),
    }
}

fn outlet(project: &Project, id: DocumentId) -> String {
    let outlet = project.document(id).map_or("", |document| document.meta.outlet.trim());
    if outlet.is_empty() { "outlet not set".to_owned() } else { outlet.to_owned() }
}

/// How many claims rest on it there; of an article, with its day.
fn remark(session: &Session, support: &Support, is_by_article: bool) -> String {
    let claims = count(claims_in(session, support.source, support.article), "claim");
    let day = session.project().document(support.article).map_or("", |document| document.meta.published.trim());
    if day.is_empty() || !is_by_article { claims } else { format!("{claims}, {day}") }
}

fn number_word(number: usize) -> String {
    match number {
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        4 => "four".to_owned(),
        many => many.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Source;
    use crate::testing::Desk;
    use crate::view::testing::session;

    fn told(desk: Desk, name: &str) -> String {
        let id = desk.source(name);
        let circle = |rows: CircleRows| {
            let end = |end: &End| format!("\n  {} {} {}, {}", if end.is_direct { "->" } else { ".." }, end.letter, end.title, end.remark);
            format!("{}\n{}\n{}{}\n", rows.title, rows.words, rows.root, rows.ends.iter().map(end).collect::<String>())
        };
        circles(&session(desk.project), id).into_iter().map(circle).collect()
    }

    fn desk() -> Desk {
        let mut desk = Desk::default();
        let first = desk.article("[One|claim] [Courier|source] [officials|source officials].");
        desk.article("[Two|claim] [Gazette|source] [they|source officials] [Ann Ex|source].");
        desk.change(first, |document: &mut crate::model::document::Document| {
            (document.meta.outlet, document.meta.published) = ("CNN".into(), "2025-01-22".into());
        });
        desk
    }

    #[test]
    fn two_articles_with_the_same_officials_are_drawn() {
        let mut desk = desk();
        let (one, two, officials) = (desk.claim("A1"), desk.claim("B1"), desk.source("officials"));
        desk.link(one, Role::RestsOn, officials);
        desk.link(two, Role::RestsOn, officials);
        desk.link(one, Role::Same, two);
        let expected = "\
Circular: two articles, one source
A and B both rest on “officials”. That they agree confirms nothing, and they count as one.
officials
  -> A CNN, 1 claim, 2025-01-22
  -> B outlet not set, 1 claim
";
        assert_eq!(told(desk, "officials"), expected);
    }

    #[test]
    fn who_was_there_may_be_quoted_by_everybody() {
        let mut desk = desk();
        let (one, two, officials) = (desk.claim("A1"), desk.claim("B1"), desk.source("officials"));
        desk.link(one, Role::RestsOn, officials);
        desk.link(two, Role::RestsOn, officials);
        desk.link(one, Role::Same, two);
        desk.change(officials, |source: &mut Source| source.first_hand = crate::model::source::FirstHand::Yes);
        assert_eq!(told(desk, "officials"), "");
    }

    #[test]
    fn who_has_it_from_another_is_drawn_as_such() {
        let mut desk = desk();
        let (one, officials) = (desk.claim("A1"), desk.source("officials"));
        for name in ["Courier", "officials"] {
            let source = desk.source(name);
            desk.link(one, Role::RestsOn, source);
        }
        desk.change(desk.source("Courier"), |source: &mut Source| source.rests_on.push(officials));
        let expected = "\
Circular: two names, one source
“Courier” and “officials” both rest on “officials”. That they agree confirms nothing, and they count as one.
officials
  .. A Courier, 1 claim
  -> A officials, 1 claim
";
        assert_eq!(told(desk, "Courier"), expected);
    }

    #[test]
    fn a_ring_is_drawn_by_its_stops_and_others_have_none() {
        let mut desk = desk();
        let (courier, gazette) = (desk.source("Courier"), desk.source("Gazette"));
        desk.change(courier, |source: &mut Source| source.rests_on.push(gazette));
        desk.change(gazette, |source: &mut Source| source.rests_on.push(courier));
        let expected = "\
Circular: a source that rests on itself
“Courier” rests on “Gazette” rests on “Courier”. Nobody is at the end of it.
Courier
  ->  Gazette, 
";
        assert_eq!(told(desk, "Courier"), expected);
        let mut desk = self::desk();
        desk.link(desk.claim("B1"), Role::RestsOn, desk.source("Ann Ex"));
        assert_eq!(told(desk, "Ann Ex"), "");
    }
}
