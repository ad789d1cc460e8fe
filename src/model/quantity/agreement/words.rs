//! The verdict on figures in words.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Cluster, Figure, Outcome, Relation, Why};
use crate::model::count::{list, number_word};
use crate::model::quantity::value::Approximation;
use crate::model::quantity::{Quantity, Unit};

/// Different statements told one by one; of more only the least and the greatest.
const MOST_TOLD: usize = 4;

type Relations<'a> = &'a [(usize, usize, Relation)];

/// What stands out, and who says what.
pub(super) fn words(
    (figures, stated): (&[Figure<'_>], &str),
    clusters: &[Cluster<'_>],
    (relations, outcome): (Relations<'_>, Outcome),
) -> (String, String) {
    let (strong, words) = match outcome {
        Outcome::Nothing => (String::new(), String::new()),
        Outcome::Agree => (String::new(), agreed(clusters)),
        Outcome::Differ => (how_far(clusters, relations), who_says_what(figures, clusters, relations)),
        Outcome::Apart(Why::Stated) => ("Not comparable.".to_owned(), reasons(figures, stated)),
        Outcome::Apart(Why::Scope) => ("Check the scope.".to_owned(), each(figures, clusters, (relations, Why::Scope), scope)),
        Outcome::Apart(Why::Time) => ("Other dates.".to_owned(), each(figures, clusters, (relations, Why::Time), |figure| figure.time)),
        Outcome::Apart(Why::Unit) => ("Units differ.".to_owned(), each(figures, clusters, (relations, Why::Unit), unit)),
        Outcome::Apart(Why::Rate) => ("Rates differ.".to_owned(), each(figures, clusters, (relations, Why::Rate), per)),
    };
    let fallen = fallen(figures, clusters).map(|fallen| if words.is_empty() { capitalised(&fallen) } else { fallen });
    let rest = [fallen, unread(figures)].into_iter().flatten();
    let words = std::iter::once(words).filter(|words| !words.is_empty()).chain(rest).collect::<Vec<_>>().join("; ");
    (strong, words)
}

/// `All eight say 1,500`, `Both agree: 2,100 and more than 2,000`.
fn agreed(clusters: &[Cluster<'_>]) -> String {
    let number = clusters.iter().map(|cluster| cluster.members.len()).sum();
    let all = if number == 2 { "Both".to_owned() } else { format!("All {}", number_word(number)) };
    let mut said: Vec<String> = Vec::new();
    for cluster in clusters {
        let words = said_by(cluster.first.number);
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let is_one_value = clusters.windows(2).all(|pair| matches!(pair, [one, other] if plain(one) == plain(other)));
    match clusters.first() {
        Some(first) if is_one_value => {
            format!("{all} say {}", value_words(first.first.number, first.first.number.approximation_if_bound()))
        }
        _ if said.len() > MOST_TOLD => {
            let ends = [said.first(), said.last()].into_iter().flatten().cloned().collect::<Vec<_>>();
            format!("{all} agree, {}", ends.join(" to "))
        }
        _ => format!("{all} agree: {}", list(&said)),
    }
}

/// The value alone, with its bound.
fn plain(cluster: &Cluster<'_>) -> (Decimal, Decimal, bool) {
    let reach = cluster.reach;
    (reach.low.normalize(), reach.high.normalize(), cluster.first.number.approximation_if_bound() == Approximation::Exact)
}

impl Quantity {
    /// Its approximation where that is a bound; "about" tells no other value than the figure itself.
    fn approximation_if_bound(&self) -> Approximation {
        match self.approximation {
            Approximation::About | Approximation::Between => Approximation::Exact,
            bound => bound,
        }
    }
}

/// `Contradiction.`, `Five times apart.`, `80 % apart.`: of the two that are farthest apart.
fn how_far(clusters: &[Cluster<'_>], relations: Relations<'_>) -> String {
    let differing = relations.iter().filter(|(_, _, relation)| *relation == Relation::Differ);
    let pairs = differing.filter_map(|(one, other, _)| Some((clusters.get(*one)?.reach, clusters.get(*other)?.reach)));
    let Some((one, other)) = pairs.max_by_key(|(one, other)| one.distance(other)) else { return String::new() };
    let (low, high) = if one.low <= other.low { (one.high, other.low) } else { (other.high, one.low) };
    // Where a bound is broken, or ranges lie within each other, what counts are the outer ends.
    let (low, high) = if low < high { (low, high) } else { (one.low.min(other.low), one.high.max(other.high)) };
    if low <= Decimal::ZERO {
        return "Contradiction.".to_owned();
    }
    let Some(times) = high.checked_div(low) else { return "Contradiction.".to_owned() };
    if times >= Decimal::TWO {
        let whole = times.round();
        let is_whole = (times - whole).abs() <= times / Decimal::from(50);
        let words = match whole.to_usize().filter(|_| is_whole || times >= Decimal::TEN) {
            Some(whole) => number_word(whole),
            None => times.round_dp(1).normalize().to_string(),
        };
        return capitalised(&format!("{words} times apart."));
    }
    let per_cent = (times - Decimal::ONE) * Decimal::ONE_HUNDRED;
    let places = if per_cent < Decimal::TEN { 1 } else { 0 };
    format!("{} % apart.", per_cent.round_dp(places).normalize())
}

fn capitalised(words: &str) -> String {
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// `A says none, B and E say about 2,200`.
fn who_says_what(figures: &[Figure<'_>], clusters: &[Cluster<'_>], relations: Relations<'_>) -> String {
    let is_in = |at: usize| relations.iter().any(|(one, other, relation)| *relation == Relation::Differ && (*one == at || *other == at));
    let mut said: Vec<(String, Vec<usize>)> = Vec::new();
    for (_, cluster) in clusters.iter().enumerate().filter(|(at, _)| is_in(*at)) {
        let words = said_by(cluster.first.number);
        match said.iter_mut().find(|(other, _)| *other == words) {
            Some((_, members)) => members.extend(&cluster.members),
            None => said.push((words, cluster.members.clone())),
        }
    }
    let left_out = said.len().saturating_sub(MOST_TOLD);
    if left_out > 0 {
        said.drain(MOST_TOLD / 2..MOST_TOLD / 2 + left_out);
    }
    let clause = |(words, members): &(String, Vec<usize>)| {
        let letters = letters(figures, members);
        format!("{} {} {words}", list(&letters), if letters.len() == 1 { "says" } else { "say" })
    };
    let mut clauses: Vec<String> = said.iter().map(clause).collect();
    if left_out > 0 {
        clauses.insert(MOST_TOLD / 2, format!("{} lie between", number_word(left_out)));
    }
    clauses.join(", ")
}

/// The letters of the articles, each once, in their order.
fn letters(figures: &[Figure<'_>], members: &[usize]) -> Vec<String> {
    let mut members = members.to_vec();
    members.sort_unstable();
    let mut letters: Vec<String> = Vec::new();
    for figure in members.iter().filter_map(|at| figures.get(*at)) {
        let letter = if figure.letter.is_empty() { "a figure in no article" } else { figure.letter };
        if !letters.iter().any(|other| other == letter) {
            letters.push(letter.to_owned());
        }
    }
    letters
}

/// What a figure says: `none`, `about 2,200`, `up to 10,000`, `3,200 km`.
pub(super) fn said_by(number: &Quantity) -> String {
    value_words(number, number.approximation)
}

fn value_words(number: &Quantity, approximation: Approximation) -> String {
    let Some(value) = number.value else { return "nothing".to_owned() };
    let sign = Unit::find(&number.unit).map(|unit| unit.label(value.high.unwrap_or(value.low)));
    let is_none = value.high.is_none() && value.low.is_zero() && sign.is_none();
    let figure = match sign.as_deref() {
        _ if is_none => "none".to_owned(),
        None => value.to_string(),
        Some("percent") => format!("{value} %"),
        Some(sign) => format!("{value} {sign}"),
    };
    let per = number.per.trim();
    let figure = if per.is_empty() { figure } else { format!("{figure} per {per}") };
    match approximation {
        Approximation::Exact | Approximation::Between => figure,
        bound => format!("{} {figure}", bound.word()),
    }
}

/// Why a checker says that they cannot be compared.
fn reasons(figures: &[Figure<'_>], stated: &str) -> String {
    if !stated.trim().is_empty() {
        return stated.trim().to_owned();
    }
    let apart = figures.iter().filter(|figure| !figure.number.apart.trim().is_empty());
    apart.map(|figure| format!("{}: {}", figure.letter, figure.number.apart.trim())).collect::<Vec<_>>().join(". ")
}

fn scope<'a>(figure: &Figure<'a>) -> &'a str {
    let of = figure.number.of.trim();
    if of.is_empty() { figure.noun.trim() } else { of }
}

fn unit<'a>(figure: &Figure<'a>) -> &'a str {
    let unit = figure.number.unit.trim();
    if unit.is_empty() { "no unit" } else { unit }
}

fn per<'a>(figure: &Figure<'a>) -> &'a str {
    let per = figure.number.per.trim();
    if per.is_empty() { "no rate" } else { per }
}

/// What tells them apart, for each: `A: Guard and Reserve. E: Guardsmen`.
fn each<'a>(
    figures: &[Figure<'_>],
    clusters: &[Cluster<'a>],
    (relations, why): (Relations<'_>, Why),
    told: impl Fn(&Figure<'a>) -> &'a str,
) -> String {
    let is_in =
        |at: usize| relations.iter().any(|(one, other, relation)| *relation == Relation::Apart(why) && (*one == at || *other == at));
    let mut said: Vec<(&str, Vec<usize>)> = Vec::new();
    for (_, cluster) in clusters.iter().enumerate().filter(|(at, _)| is_in(*at)) {
        let words = told(&cluster.first);
        match said.iter_mut().find(|(other, _)| *other == words) {
            Some((_, members)) => members.extend(&cluster.members),
            None => said.push((words, cluster.members.clone())),
        }
    }
    said.sort_by_key(|(_, members)| members.iter().min().copied());
    let more = said.len().saturating_sub(MOST_TOLD);
    let parts = said.iter().take(MOST_TOLD).map(|(words, members)| format!("{}: {words}", list(&letters(figures, members))));
    let mut words = parts.collect::<Vec<_>>().join(". ");
    if more > 0 {
        words.push_str(&format!(". {} more", capitalised(&number_word(more))));
    }
    words
}

/// Figures whose wording was changed or cut and who said something else: they stand against nobody any more.
fn fallen(figures: &[Figure<'_>], clusters: &[Cluster<'_>]) -> Option<String> {
    let said: Vec<String> = clusters.iter().map(|cluster| said_by(cluster.first.number)).collect();
    let is_other = |figure: &&Figure<'_>| !figure.stands && figure.number.value.is_some() && !said.contains(&said_by(figure.number));
    let fallen: Vec<_> = figures.iter().filter(is_other).map(|figure| (figure.letter, said_by(figure.number))).collect();
    match fallen.as_slice() {
        [] => None,
        [(letter, words)] => Some(format!("{letter}, changed or cut, said {words}")),
        several if several.len() <= MOST_TOLD => {
            let said: Vec<_> = several.iter().map(|(letter, words)| format!("{letter} {words}")).collect();
            Some(format!("changed or cut: {}", said.join(", ")))
        }
        _ => None,
    }
}

/// `B is not read`.
fn unread(figures: &[Figure<'_>]) -> Option<String> {
    let unread: Vec<usize> = (0..figures.len()).filter(|at| figures.get(*at).is_some_and(|figure| figure.number.value.is_none())).collect();
    let letters = letters(figures, &unread);
    match letters.as_slice() {
        [] => None,
        [one] if unread.len() == 1 => Some(format!("{one} is not read")),
        _ if unread.len() <= MOST_TOLD => Some(format!("{} are not read", list(&letters))),
        _ => Some(format!("{} are not read", unread.len())),
    }
}
