//! Sources that look like several and are one, because they rest on the same or on themselves: that they agree confirms nothing.

use std::collections::BTreeSet;

use super::{Desk, Words, is_checked, shortened};
use crate::model::claim::Claim;
use crate::model::count::list;
use crate::model::id::SourceId;
use crate::model::source::Source;
use crate::model::support::{Circle, Supports, ring};

/// What is said of each circle of a claim, and who stands in it: those that look like several, and those at the end.
pub(super) fn find(desk: &Desk<'_>, claim: &Claim, supports: &Supports) -> Vec<(Words, Box<[SourceId]>)> {
    if !is_checked(claim) {
        return Vec::new();
    }
    let circles = supports.circles().into_iter().filter(|circle| !circle.is_first_hand(desk.project));
    circles.map(|circle| (words(desk, &circle), circle.sources())).collect()
}

/// Names the articles where that tells the supports apart, else the sources.
fn words(desk: &Desk<'_>, circle: &Circle) -> Words {
    let letters: Vec<String> = circle.articles(desk.project).into_iter().map(|id| desk.project.letter(id)).collect();
    let sources: BTreeSet<SourceId> = circle.supports.iter().map(|support| support.source).collect();
    let names: Vec<String> = sources.iter().map(|source| name(desk, *source)).collect();
    let roots: Vec<String> = circle.roots.iter().map(|root| name(desk, *root)).collect();
    let told = if letters.len() > 1 { list(&letters) } else { list(&names) };
    format!("Circular: {told} are one source, {}", list(&roots)).into()
}

pub(super) fn of_source(desk: &Desk<'_>, source: &Source) -> Option<Words> {
    let way = ring(desk.project, source.id)?;
    let others: Vec<String> = way.iter().skip(1).map(|source| name(desk, *source)).collect();
    let own = way.first().map(|source| name(desk, *source)).unwrap_or_default();
    Some(format!("Circular: {own} rests on {}", others.join(", which rests on ")).into())
}

fn name(desk: &Desk<'_>, source: SourceId) -> String {
    match desk.project.sources().get(&source).map(|source| source.name.trim()) {
        Some("") | None => "a source without a name".to_owned(),
        Some(name) => format!("“{}”", shortened(name)),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::link::Role;
    use crate::model::source::{FirstHand, Source};
    use crate::testing::Desk;

    fn desk() -> Desk {
        let mut desk = Desk::default();
        desk.article("[One|claim] [Two|claim] [Courier|source] [Herald|source] [officials|source officials].");
        desk.article("[Three|claim] [Gazette|source] [they|source officials].");
        desk
    }

    fn rest(desk: &mut Desk, source: &str, on: &str) {
        let on = desk.source(on);
        desk.change(desk.source(source), |source: &mut Source| source.rests_on.push(on));
    }

    fn check(links: &[(&str, &str)], rests: &[(&str, &str)], expected: &[&str]) {
        let mut desk = desk();
        for (claim, source) in links {
            let (claim, source) = (desk.claim(claim), desk.source(source));
            desk.link(claim, Role::RestsOn, source);
        }
        rests.iter().for_each(|(source, on)| rest(&mut desk, source, on));
        assert_eq!(said(&desk, Rule::CircularSupport), expected, "{links:?} {rests:?}");
    }

    #[test]
    fn two_who_rest_on_the_same_are_one() {
        check(&[("A1", "Courier"), ("A1", "Gazette")], &[], &[]);
        check(&[("A1", "Courier"), ("A1", "Gazette")], &[("Courier", "officials")], &[]);
        check(
            &[("A1", "Courier"), ("A1", "Gazette")],
            &[("Courier", "officials"), ("Gazette", "officials")],
            &["A1: Circular: A and B are one source, “officials”"],
        );
        check(
            &[("A1", "Courier"), ("A1", "Herald")],
            &[("Courier", "Herald")],
            &["A1: Circular: “Courier” and “Herald” are one source, “Herald”"],
        );
    }

    #[test]
    fn two_articles_with_the_same_officials_are_one_source() {
        let mut desk = desk();
        let (one, three, officials) = (desk.claim("A1"), desk.claim("B1"), desk.source("officials"));
        desk.link(one, Role::RestsOn, officials);
        desk.link(three, Role::RestsOn, officials);
        assert!(said(&desk, Rule::CircularSupport).is_empty());
        desk.link(one, Role::Same, three);
        let words = "Circular: A and B are one source, “officials”";
        assert_eq!(said(&desk, Rule::CircularSupport), [format!("A1: {words}"), format!("B1: {words}")]);
        // Who was there may be quoted by everybody.
        desk.change(officials, |source: &mut Source| source.first_hand = FirstHand::Yes);
        assert!(said(&desk, Rule::CircularSupport).is_empty());
    }

    #[test]
    fn nobody_is_at_the_end_of_a_ring() {
        let ring = [("Courier", "Gazette"), ("Gazette", "Courier")];
        let (courier, gazette) = (
            "Courier: Circular: “Courier” rests on “Gazette”, which rests on “Courier”",
            "Gazette: Circular: “Gazette” rests on “Courier”, which rests on “Gazette”",
        );
        check(&[], &ring, &[courier, gazette]);
        check(&[("A1", "Courier")], &ring, &[courier, gazette]);
        check(&[], &[("Courier", "Courier")], &["Courier: Circular: “Courier” rests on “Courier”"]);
    }
}
