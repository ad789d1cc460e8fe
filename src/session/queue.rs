//! The queue: claims of all articles that answer a filter, those with a risk first. A filter is a line of words that can be typed, shown
//! as it is, and kept under a name: `status:open,asked risk:any caravan`.

use super::{Outcome, Refusal, Session};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, ClaimKind, Grade, Risk, Status};
use crate::model::house::SavedFilter;
use crate::model::id::ClaimId;
use crate::model::link::Role;
use crate::model::lookup::Lookup;
use crate::model::moment::Moment;
use crate::model::preset::Preset;
use crate::model::project::Project;

/// The filter that the queue starts with.
pub const WHAT_IS_LEFT: &str = "is:left";

/// What can be asked for, each with what it takes.
pub const TERMS: [(&str, &str); 9] = [
    ("is:", "left, settled, rated, unrated, signed, unsigned, waiting, overdue, checkable"),
    ("status:", "open, asked, confirmed, changed, cut, unresolved"),
    ("kind:", "fact, quote, name, date, figure, opinion, forecast"),
    ("rating:", "1 to 5, a range such as 1-2, none"),
    ("risk:", "any, none, legal, health, minors, quote, safety"),
    ("source:", "words of its name, none"),
    ("checker:", "a name or initials"),
    ("article:", "its letter"),
    ("words", "in the claim, its note or its evidence"),
];

/// A filter, ready to be asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// All of them must hold.
    terms: Vec<Term>,
}

/// One condition: any of its alternatives, or none of them.
#[derive(Clone, Debug, PartialEq)]
struct Term {
    is_not: bool,
    any: Vec<Wish>,
}

#[derive(Clone, Debug, PartialEq)]
enum Wish {
    Left,
    Settled,
    Rated,
    Signed,
    Waiting,
    Overdue,
    Checkable,
    Status(Status),
    Kind(ClaimKind),
    Grades(u8, u8),
    AnyRisk,
    Risk(Risk),
    AnySource,
    Source(String),
    Checker(String),
    Article(String),
    Words(String),
    Not(Box<Wish>),
}

/// Why a filter cannot be read, in words with a next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// No such condition.
    #[error("No filter “{0}:”. There are is, status, kind, rating, risk, source, checker and article.")]
    NoTerm(String),
    /// The condition has no such value.
    #[error("“{0}:” takes {2}; “{1}” is none of them.")]
    NoValue(String, String, &'static str),
}

impl Filter {
    /// Reads a filter as it is typed.
    ///
    /// # Errors
    /// When it names a condition or a value that there is not.
    pub fn parse(typed: &str) -> Result<Self, FilterError> {
        let terms = words_of(typed).into_iter().map(|word| term(&word)).collect::<Result<_, _>>()?;
        Ok(Filter { terms })
    }

    /// The claims that answer it: those with a risk first, then in the order of articles and text.
    pub fn claims(&self, project: &Project, lookup: &Lookup, now: Moment) -> Vec<ClaimId> {
        let desk = Desk { project, lookup, now };
        let mut found: Vec<&Claim> = lookup.claims_in_order(project).into_iter().filter(|claim| self.admits(&desk, claim)).collect();
        // More risks first; a stable sort keeps the order of the text.
        found.sort_by_key(|claim| std::cmp::Reverse(claim.risks.len()));
        found.into_iter().map(|claim| claim.id).collect()
    }

    fn admits(&self, desk: &Desk<'_>, claim: &Claim) -> bool {
        self.terms.iter().all(|term| term.any.iter().any(|wish| desk.grants(wish, claim)) != term.is_not)
    }
}

/// Words between blanks; quotes hold words together.
fn words_of(typed: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for sign in typed.chars() {
        match sign {
            '"' | '“' | '”' => is_quoted = !is_quoted,
            _ if sign.is_whitespace() && !is_quoted => words.push(String::new()),
            _ => words.last_mut().into_iter().for_each(|word| word.push(sign)),
        }
    }
    words.retain(|word| !word.is_empty() && word != "-");
    words
}

fn term(word: &str) -> Result<Term, FilterError> {
    let (is_not, word) = word.strip_prefix('-').map_or((false, word), |rest| (true, rest));
    let wishes = match word.split_once(':') {
        Some((name, values)) if !name.is_empty() && name.chars().all(char::is_alphabetic) && !values.is_empty() => {
            values.split(',').filter(|value| !value.is_empty()).map(|value| wish(&name.to_lowercase(), value)).collect::<Result<_, _>>()?
        }
        // A condition that is being typed asks for nothing yet.
        Some((name, "")) if TERMS.iter().any(|(term, _)| *term == format!("{}:", name.to_lowercase())) => {
            return Ok(Term { is_not: true, any: Vec::new() });
        }
        Some((name, "")) if name.chars().all(char::is_alphabetic) => return Err(FilterError::NoTerm(name.to_owned())),
        _ => vec![Wish::Words(word.to_lowercase())],
    };
    Ok(Term { is_not, any: wishes })
}

fn wish(name: &str, value: &str) -> Result<Wish, FilterError> {
    let lower = value.to_lowercase();
    let takes = |term: &str| TERMS.iter().find(|(known, _)| known.trim_end_matches(':') == term).map_or("", |(_, takes)| takes);
    let none = || FilterError::NoValue(name.to_owned(), value.to_owned(), takes(name));
    let not = |wish: Wish| Wish::Not(Box::new(wish));
    Ok(match (name, lower.as_str()) {
        ("is", "left" | "open") => Wish::Left,
        ("is", "settled") => Wish::Settled,
        ("is", "rated") => Wish::Rated,
        ("is", "unrated") => not(Wish::Rated),
        ("is", "signed") => Wish::Signed,
        ("is", "unsigned") => not(Wish::Signed),
        ("is", "waiting") => Wish::Waiting,
        ("is", "overdue") => Wish::Overdue,
        ("is", "checkable") => Wish::Checkable,
        ("status", _) => Wish::Status(Status::ALL.into_iter().find(|status| status.word().to_lowercase() == lower).ok_or_else(none)?),
        ("kind", _) => Wish::Kind(ClaimKind::ALL.into_iter().find(|kind| kind.word().to_lowercase() == lower).ok_or_else(none)?),
        ("rating", "none") => not(Wish::Rated),
        ("rating", _) => grades(&lower).ok_or_else(none)?,
        ("risk", "any") => Wish::AnyRisk,
        ("risk", "none") => not(Wish::AnyRisk),
        ("risk", _) => Wish::Risk(Risk::ALL.into_iter().find(|risk| risk.word().to_lowercase() == lower).ok_or_else(none)?),
        ("source", "none") => not(Wish::AnySource),
        ("source", "any") => Wish::AnySource,
        ("source", _) => Wish::Source(lower),
        ("checker", _) => Wish::Checker(lower),
        ("article", _) => Wish::Article(value.to_uppercase()),
        ("is", _) => return Err(none()),
        _ => return Err(FilterError::NoTerm(name.to_owned())),
    })
}

fn grades(typed: &str) -> Option<Wish> {
    let grade = |text: &str| text.parse().ok().and_then(Grade::new).map(Grade::value);
    let (low, high) = typed.split_once(['-', '–']).unwrap_or((typed, typed));
    Some(Wish::Grades(grade(low)?, grade(high)?))
}

struct Desk<'a> {
    project: &'a Project,
    lookup: &'a Lookup,
    now: Moment,
}

impl Desk<'_> {
    fn grants(&self, wish: &Wish, claim: &Claim) -> bool {
        let mut marks = self.lookup.mentions(Mention::Claim(claim.id)).iter().filter_map(|id| self.project.annotations().get(id));
        match wish {
            Wish::Left => !claim.is_settled(),
            Wish::Settled => claim.is_settled(),
            Wish::Rated => claim.rating.is_some(),
            Wish::Signed => claim.is_signed(),
            Wish::Waiting => claim.evidence.iter().any(crate::model::claim::Evidence::is_waiting),
            Wish::Overdue => claim.evidence.iter().any(|row| row.is_waiting() && row.due.is_some_and(|due| due < self.now)),
            Wish::Checkable => claim.not_checkable.is_none(),
            Wish::Status(status) => claim.status == *status,
            Wish::Kind(kind) => claim.kind == *kind,
            Wish::Grades(low, high) => {
                claim.rating.as_ref().is_some_and(|rating| (*low.min(high)..=*low.max(high)).contains(&rating.grade.value()))
            }
            Wish::AnyRisk => !claim.risks.is_empty(),
            Wish::Risk(risk) => claim.risks.has(*risk),
            Wish::AnySource => !self.sources(claim).is_empty(),
            Wish::Source(words) => self.sources(claim).iter().any(|name| name.to_lowercase().contains(words)),
            Wish::Checker(name) => claim.by.to_lowercase() == *name || claim.status_by.to_lowercase() == *name,
            Wish::Article(letter) => {
                self.project.letter(claim.home) == *letter || marks.any(|mark| self.project.letter(mark.document) == *letter)
            }
            Wish::Words(words) => {
                let own = [&claim.restatement, &claim.note].into_iter().any(|text| text.to_lowercase().contains(words));
                let is_in = |text: &str| text.to_lowercase().contains(words);
                let label = || self.project.claim_label(claim.id).to_lowercase() == *words;
                let evidence = || claim.evidence.iter().any(|row| is_in(&row.text) || is_in(&row.question) || is_in(&row.quote));
                own || marks.any(|mark| is_in(self.project.quote(mark))) || evidence() || label()
            }
            Wish::Not(wish) => !self.grants(wish, claim),
        }
    }

    fn sources(&self, claim: &Claim) -> Vec<&str> {
        let linked = self.lookup.linked(self.project, Mention::Claim(claim.id), Role::RestsOn).into_iter();
        let linked = linked.filter_map(|record| if let Mention::Source(id) = record { Some(id) } else { None });
        let all = linked.chain(claim.evidence.iter().filter_map(|row| row.source));
        all.filter_map(|id| self.project.sources().get(&id)).map(|source| source.name.as_str()).collect()
    }
}

impl Session {
    /// Keeps a filter under a name; one of the same name is replaced.
    pub(super) fn save_filter(&mut self, name: &str, query: &str) -> Outcome {
        let (name, query) = (name.trim().to_owned(), query.trim().to_owned());
        if name.is_empty() {
            return Err("Give the filter a name.".into());
        }
        Filter::parse(&query).map_err(|error| Refusal(error.to_string()))?;
        self.step(|draft, _| {
            let label = format!("save filter “{name}”");
            draft.set_house(|house| match house.filters.iter_mut().find(|filter| filter.name == name) {
                Some(filter) => filter.query = query,
                None => house.filters.push(SavedFilter { name, query, ..SavedFilter::default() }),
            })?;
            Ok(((), label))
        })
    }

    /// Takes over the ways to print the report, the one in use first.
    pub(super) fn set_presets(&mut self, presets: Vec<Preset>) -> Outcome {
        self.step(|draft, _| {
            draft.set_house(|house| house.presets = presets)?;
            Ok(((), "change what the report holds".to_owned()))
        })
    }

    /// Forgets a filter.
    pub(super) fn remove_filter(&mut self, name: &str) -> Outcome {
        self.step(|draft, _| {
            draft.set_house(|house| house.filters.retain(|filter| filter.name != name))?;
            Ok(((), format!("remove filter “{name}”")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Evidence, Rating};
    use crate::model::id::{EvidenceId, Uid};
    use crate::testing::{Desk as TestDesk, NOW};

    fn desk() -> TestDesk {
        let mut desk = TestDesk::default();
        desk.article("T\n[It rained|claim], [the mayor|source] said. [It poured|claim]. [Snow fell|claim].");
        desk.article("U\n[The caravan came|claim].");
        let (one, two, mayor) = (desk.claim("A1"), desk.claim("A2"), desk.source("the mayor"));
        desk.link(Mention::Claim(one), Role::RestsOn, Mention::Source(mayor));
        desk.change(one, |claim: &mut Claim| {
            claim.status = Status::Confirmed;
            claim.rating = Grade::new(2).map(|grade| Rating::new(grade, "Fewer."));
            claim.status_by = "MB".into();
        });
        desk.change(two, |claim: &mut Claim| {
            claim.status = Status::Asked;
            claim.risks = [Risk::Legal, Risk::Minors].into_iter().collect();
            claim.kind = ClaimKind::Figure;
            let due = Some(Moment::from_ms(NOW.epoch_ms - 1));
            claim.evidence.push(Evidence { question: "How much?".into(), due, ..Evidence::new(EvidenceId(Uid(1))) });
        });
        let last = desk.claim("B1");
        desk.change(last, |claim: &mut Claim| claim.risks = claim.risks.with(Risk::Safety, true));
        desk
    }

    fn check(filter: &str, expected: &str) {
        let project = desk().project;
        let found = Filter::parse(filter).unwrap().claims(&project, &Lookup::new(&project), NOW);
        let labels: Vec<_> = found.into_iter().map(|id| project.claim_label(id)).collect();
        assert_eq!(labels.join(" "), expected, "{filter}");
    }

    #[test]
    fn filters_combine_and_those_with_a_risk_come_first() {
        check("", "A2 B1 A1 A3");
        check(WHAT_IS_LEFT, "A2 B1 A3");
        check("-is:left", "A1");
        check("status:asked,confirmed", "A2 A1");
        check("status:asked kind:figure", "A2");
        check("rating:1-2", "A1");
        check("rating:none risk:none", "A3");
        check("risk:minors", "A2");
        check("source:mayor", "A1");
        check("source:none article:a", "A2 A3");
        check("checker:mb", "A1");
        check("article:B", "B1");
        check("caravan", "B1");
        check("\"it poured\"", "A2");
        check("a3", "A3");
        check("is:overdue", "A2");
        check("-risk:any is:left", "A3");
        check("status:", "A2 B1 A1 A3");
    }

    #[test]
    fn what_cannot_be_asked_is_told_in_words() {
        let said = |typed: &str| Filter::parse(typed).unwrap_err().to_string();
        assert_eq!(said("colour:red"), "No filter “colour:”. There are is, status, kind, rating, risk, source, checker and article.");
        assert_eq!(said("status:done"), "“status:” takes open, asked, confirmed, changed, cut, unresolved; “done” is none of them.");
        assert!(said("rating:7").starts_with("“rating:” takes 1 to 5"));
    }

    #[test]
    fn a_filter_is_kept_under_its_name() {
        use crate::command::Command;
        let mut session = Session::new(desk().project, None, crate::session::IdSource::new(1));
        session.run(Command::SaveFilter { name: "Mine".into(), query: "risk:any".into() }, NOW);
        session.run(Command::SaveFilter { name: "Mine".into(), query: "risk:legal".into() }, NOW);
        let filters = |session: &Session| session.project().house().filters.iter().map(|filter| filter.query.clone()).collect::<Vec<_>>();
        assert_eq!(filters(&session), ["risk:legal"]);
        session.run(Command::SaveFilter { name: "Bad".into(), query: "colour:red".into() }, NOW);
        assert_eq!(filters(&session), ["risk:legal"]);
        session.run(Command::RemoveFilter("Mine".into()), NOW);
        assert!(filters(&session).is_empty());
    }
}
