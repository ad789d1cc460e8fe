//! Entries of the register that are perhaps the same: the same name with and without title, article, date or first name. Two who share
//! no more than a word such as "officials" are not offered.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{ARTICLES, OFFICES, PRONOUNS, SUFFIXES, TITLES};
use crate::model::id::SourceId;
use crate::model::source::{Source, SourceKind};

/// Why two entries are perhaps the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// They have the same name, apart from titles, articles and what stands behind a comma.
    Name,
    /// One has only the last name of the other.
    LastName,
    /// One has the first letters of the other.
    Initials,
    /// All words of one description are in the other.
    Description,
}

impl Why {
    /// The reason on screen.
    pub fn words(self) -> &'static str {
        match self {
            Why::Name => "the same name",
            Why::LastName => "the same last name",
            Why::Initials => "the first letters of its name",
            Why::Description => "described in the same words",
        }
    }
}

/// Two entries that are perhaps the same, the one with the smaller id first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SameSource {
    /// The one.
    pub one: SourceId,
    /// The other one.
    pub other: SourceId,
    /// Why.
    pub why: Why,
}

impl SameSource {
    /// The entry that is not this one; nothing where the pair is about others.
    pub fn beside(&self, source: SourceId) -> Option<SourceId> {
        match source {
            source if source == self.one => Some(self.other),
            source if source == self.other => Some(self.one),
            _ => None,
        }
    }
}

/// The fewest words that must be shared by descriptions of which one says more than the other.
const SHARED_WORDS: usize = 3;
/// Pairs that one name may have; more of them help nobody.
const MOST_PAIRS: usize = 20;

/// An entry as it is compared.
struct Compared {
    id: SourceId,
    kind: SourceKind,
    /// What it is called, without articles and what stands behind a comma, sorted for descriptions.
    words: Vec<String>,
    /// Last name and given names or initials, for people.
    person: Option<(String, Vec<String>)>,
    /// The first letters of its name, in small letters.
    initials: String,
    /// Whether it is written as initials are: `CRS`.
    is_short: bool,
}

/// All pairs of entries that are perhaps the same, in the order of ids. Only entries that share a word that matters are compared.
pub fn same_sources<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Vec<SameSource> {
    let all: Vec<Compared> = sources.into_iter().map(compared).filter(|source| !source.words.is_empty()).collect();
    let mut pairs: BTreeMap<(SourceId, SourceId), Why> = BTreeMap::new();
    for group in groups(&all).into_values() {
        for (at, one) in group.iter().enumerate() {
            let others = group.iter().skip(at + 1).filter_map(|other| Some((other, why(one, other)?)));
            for (other, why) in others.take(MOST_PAIRS) {
                pairs.entry((one.id.min(other.id), one.id.max(other.id))).or_insert(why);
            }
        }
    }
    pairs.into_iter().map(|((one, other), why)| SameSource { one, other, why }).collect()
}

/// Entries that are worth comparing, by what they share.
fn groups(all: &[Compared]) -> BTreeMap<String, Vec<&Compared>> {
    let mut spread: BTreeMap<&str, usize> = BTreeMap::new();
    let described = |source: &&Compared| source.kind == SourceKind::Anonymous && source.words.len() >= SHARED_WORDS;
    for word in all.iter().filter(described).flat_map(|source| &source.words) {
        *spread.entry(word).or_default() += 1;
    }
    let mut groups: BTreeMap<String, Vec<&Compared>> = BTreeMap::new();
    for source in all {
        let mut keys = BTreeSet::from([source.words.join(" ")]);
        keys.extend(source.person.as_ref().map(|(last, _)| last.clone()));
        if source.kind == SourceKind::Media {
            keys.extend(source.words.last().cloned());
        }
        keys.extend((source.initials.len() > 2).then(|| source.initials.clone()));
        if described(&source) {
            // One that says less shares all its words, the rarest ones as well, so those of it are enough to meet.
            let mut words: Vec<&String> = source.words.iter().collect();
            words.sort_by_key(|word| spread.get(word.as_str()));
            keys.extend(words.into_iter().take(source.words.len() + 1 - SHARED_WORDS).cloned());
        }
        for key in keys {
            groups.entry(key).or_default().push(source);
        }
    }
    groups.retain(|_, group| group.len() > 1);
    groups
}

fn compared(source: &Source) -> Compared {
    let head = source.name.split([',', '(', '–', '—']).map(str::trim).find(|part| !part.is_empty()).unwrap_or("");
    let written: Vec<&str> = head.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    let person = if source.kind == SourceKind::Person { person(&written) } else { None };
    let mut words: Vec<String> = written.iter().map(|word| folded(word)).filter(|word| !ARTICLES.contains(&word.as_str())).collect();
    if words.iter().all(|word| PRONOUNS.contains(&word.as_str())) {
        words.clear();
    }
    let is_short = matches!(written.as_slice(), [word] if word.chars().count() > 2 && word.chars().all(char::is_uppercase));
    let capitals = written.iter().filter(|word| word.starts_with(char::is_uppercase) && !ARTICLES.contains(&folded(word).as_str()));
    let initials =
        if is_short { words.concat() } else { capitals.filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect() };
    if source.kind == SourceKind::Anonymous {
        words.sort_unstable();
        words.dedup();
    }
    Compared { id: source.id, kind: source.kind, words, person, initials, is_short }
}

/// A word without the signs around it and without a genitive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// A word in small letters, as both sides of an ocean write it: without dots, apostrophes alike, "defence" as "defense".
fn folded(word: &str) -> String {
    let small: String =
        word.chars().filter(|sign| *sign != '.').map(|sign| if sign == '’' { '\'' } else { sign }).flat_map(char::to_lowercase).collect();
    if small == "defence" { "defense".to_owned() } else { small }
}

/// Last name and given names: the capitalised words at the end, behind titles and offices. Nothing where there are none.
fn person(written: &[&str]) -> Option<(String, Vec<String>)> {
    let mut name: Vec<String> = Vec::new();
    for word in written.iter().rev() {
        let small = folded(word);
        if SUFFIXES.contains(&small.as_str()) && name.is_empty() {
            continue;
        }
        let ends = !word.starts_with(char::is_uppercase)
            || TITLES.contains(&small.as_str())
            || (!name.is_empty() && OFFICES.contains(&small.as_str()));
        if ends {
            break;
        }
        name.push(small);
    }
    let mut name = name.into_iter();
    let last = name.next()?;
    (!PRONOUNS.contains(&last.as_str()) && !ARTICLES.contains(&last.as_str())).then(|| (last, name.collect()))
}

fn why(one: &Compared, other: &Compared) -> Option<Why> {
    let is_unnamed = |source: &Compared| source.kind == SourceKind::Anonymous;
    if is_unnamed(one) != is_unnamed(other) {
        return None;
    }
    if one.words == other.words {
        // "The official" may be anybody.
        return (!is_unnamed(one) || one.words.len() >= SHARED_WORDS).then_some(Why::Name);
    }
    if is_unnamed(one) {
        let (short, long) = if one.words.len() < other.words.len() { (one, other) } else { (other, one) };
        // "One of them and another person" are two parties.
        let is_joint = |source: &Compared| source.words.binary_search_by(|word| word.as_str().cmp("and")).is_ok();
        if is_joint(one) != is_joint(other) {
            return None;
        }
        let is_within = short.words.len() >= SHARED_WORDS && short.words.iter().all(|word| long.words.binary_search(word).is_ok());
        return is_within.then_some(Why::Description);
    }
    if let (Some((last, given)), Some((other_last, other_given))) = (&one.person, &other.person)
        && last == other_last
    {
        return match (given.is_empty(), other_given.is_empty()) {
            // Two with a last name alone have other words, thus other titles: "Mr Smith" and "Mrs Smith".
            (true, true) => is_same_title(one, other).then_some(Why::Name),
            (false, false) => is_same_given(given, other_given).then_some(Why::Name),
            _ => Some(Why::LastName),
        };
    }
    if one.kind == SourceKind::Media && other.kind == SourceKind::Media && (one.words.len() == 1) != (other.words.len() == 1) {
        return (one.words.last() == other.words.last()).then_some(Why::LastName);
    }
    let is_initials = one.is_short != other.is_short && one.initials.len() > 2 && one.initials == other.initials;
    is_initials.then_some(Why::Initials)
}

/// Whether the words before a last name do not tell two people apart, as `Mr` and `Mrs` do.
fn is_same_title(one: &Compared, other: &Compared) -> bool {
    const LADIES: [&str; 6] = ["mrs", "ms", "miss", "lady", "queen", "princess"];
    const LORDS: [&str; 5] = ["mr", "sir", "lord", "king", "prince"];
    let has = |source: &Compared, list: &[&str]| source.words.iter().any(|word| list.contains(&word.as_str()));
    !((has(one, &LADIES) && has(other, &LORDS)) || (has(one, &LORDS) && has(other, &LADIES)))
}

/// Whether the fewer given names are all among the more, a letter standing for the name that it begins.
fn is_same_given(one: &[String], other: &[String]) -> bool {
    let fits = |name: &String, other: &String| {
        let is_letter = |name: &String| name.chars().count() == 1;
        name == other || ((is_letter(name) || is_letter(other)) && name.chars().next() == other.chars().next())
    };
    let (fewer, more) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // A letter in the middle tells little: it may be missing.
    let telling = |names: &[String]| names.iter().filter(|name| name.chars().count() > 1).cloned().collect::<Vec<_>>();
    let names = if telling(fewer).is_empty() { fewer.to_vec() } else { telling(fewer) };
    names.iter().all(|name| more.iter().any(|other| fits(name, other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::Uid;

    fn source(id: u64, name: &str) -> Source {
        Source::named(SourceId(Uid(id)), name)
    }

    fn check(one: &str, other: &str, expected: Option<Why>) {
        let (one, other) = (source(1, one), source(2, other));
        let found = same_sources([&one, &other]);
        assert_eq!(found.first().map(|pair| pair.why), expected, "{} / {}", one.name, other.name);
    }

    #[test]
    fn one_person_is_known_with_and_without_title() {
        let same = |one, other| check(one, other, Some(Why::Name));
        same("Robert Salesses", "Acting Secretary of Defense Robert Salesses");
        same("Robert Salesses", "Acting defence secretary Robert Salesses");
        same("Karoline Leavitt", "White House press secretary Karoline Leavitt");
        same("Karoline Leavitt, White House press secretary", "Karoline Leavitt");
        same("General Terrence O'Shaughnessy", "Gen. Terrence O’Shaughnessy");
        same("Gen. O'Shaughnessy", "General O'Shaughnessy");
        same("Donald Trump", "Donald J. Trump");
        same("R. Salesses", "Robert Salesses");
        same("Michelle Lujan Grisham", "governor Michelle Grisham");
        same("ann ex", "Ann Ex");
        same("John Roe Jr.", "John Roe");
    }

    #[test]
    fn a_last_name_alone_may_be_anybody_of_that_name() {
        let same = |one, other| check(one, other, Some(Why::LastName));
        same("Salesses", "Acting Secretary of Defense Robert Salesses");
        same("Gen. O'Shaughnessy", "General Terrence O'Shaughnessy");
        same("Trump", "President Donald Trump");
        same("the Post", "The Washington Post");
    }

    #[test]
    fn other_people_are_not_offered() {
        let other = |one, other| check(one, other, None);
        other("Robert Smith", "Jane Smith");
        other("Mr Smith", "Mrs Smith");
        other("Robert Smith", "Robert Jones");
        other("R. Smith", "Jane Smith");
        other("President Trump", "President Biden");
        other("Michelle Lujan Grisham", "Gavin Newsom");
        other("He", "She");
        other("They", "they");
        other("The Denver Post", "The Washington Post");
        other("Texas Military Department", "Homeland Security Department");
    }

    #[test]
    fn bodies_and_papers_are_known_without_article_date_and_page() {
        check("CNN", "CNN, 22 Jan", Some(Why::Name));
        check("The Washington Post", "Washington Post (15 February)", Some(Why::Name));
        check("U.S. Northern Command", "US Northern Command", Some(Why::Name));
        check("the Ministry of Defence", "Ministry of Defense", Some(Why::Name));
        check("CRS", "Congressional Research Service", Some(Why::Initials));
        check("DHS", "Department of Homeland Security", Some(Why::Initials));
        check("CNN", "BBC", None);
    }

    #[test]
    fn descriptions_must_say_the_same() {
        check("a senior U.S. defense official", "the senior US defence official", Some(Why::Name));
        check("senior defense official", "a senior U.S. defense official", Some(Why::Description));
        check("The official", "the official", None);
        check("officials", "officials familiar with the matter", None);
        check("government officials", "military officials", None);
        check("one of the officials", "another official", None);
        check("officials familiar with the matter", "sources familiar with the planning", None);
        check("officials", "Officials Smith", None);
        check("one of the officials", "one of the officials and another person familiar with the matter", None);
    }

    #[test]
    fn each_pair_is_told_once_and_a_crowd_of_names_stays_readable() {
        let sources: Vec<Source> = ["Salesses", "Robert Salesses", "Acting Secretary of Defense Robert Salesses", "Ann Ex"]
            .iter()
            .zip(1..)
            .map(|(name, id)| source(id, name))
            .collect();
        let pairs: Vec<_> = same_sources(&sources).iter().map(|pair| (pair.one.0.0, pair.other.0.0, pair.why)).collect();
        assert_eq!(pairs, [(1, 2, Why::LastName), (1, 3, Why::LastName), (2, 3, Why::Name)]);
        let crowd: Vec<Source> = (0..500).map(|id| source(id, if id == 0 { "Smith" } else { "John Smith" })).collect();
        assert!(same_sources(&crowd).len() <= 500 * MOST_PAIRS);
    }
}
