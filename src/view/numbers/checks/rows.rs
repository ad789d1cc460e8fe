//! What holds and what does not, as plain rows: groups whose figures were compared, what checkers have stated, and what the program has
//! worked out again.

use crate::model::annotation::Mention;
use crate::model::document::Span;
use crate::model::id::{DocumentId, QuantityId};
use crate::model::quantity::agreement::Outcome;
use crate::model::stated::Stated;
use crate::session::Session;
use crate::session::checking::{Origin, Together};
use crate::suggest::checks::Verdict;
use crate::view::place::paragraph_words;

/// Where a row leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// To words of an article.
    Place(DocumentId, Span),
    /// To a figure in the table.
    Number(QuantityId),
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckRow {
    /// What it comes to.
    pub verdict: Verdict,
    /// `1,553 mi = 2,499.3 km`.
    pub equation: String,
    /// `Written 2,500 km. Off by 0.03 %, within its rounding.`
    pub working: String,
    /// `D ¶8`.
    pub place: String,
    /// Where it leads.
    pub target: Target,
    /// What a checker has stated, so that it can be taken back; none of what the program has found.
    pub stated: Option<Stated>,
}

impl CheckRow {
    /// All of it in a line, for who cannot see it.
    pub fn spoken(&self) -> String {
        let stated = if self.stated.is_some() { ", stated" } else { "" };
        format!("{}{stated}: {}. {} {}", self.verdict.words(), self.equation, self.working, self.place).trim_end().to_owned()
    }
}

/// All checks: what does not hold first, questions last; within these groups first, then what was stated, then sentences.
pub fn rows(session: &Session) -> Vec<CheckRow> {
    let project = session.project();
    let groups = project.groups().keys().filter_map(|id| of_group(session, *id));
    let of_text = session.checks().iter().filter_map(|(id, check)| {
        let document = project.document(*id)?;
        let span = *check.places.first()?;
        Some(CheckRow {
            verdict: check.verdict,
            equation: check.equation.clone(),
            working: check.working.clone(),
            place: format!("{} {}", project.letter(*id), paragraph_words(document, span.start())),
            target: Target::Place(*id, span),
            stated: None,
        })
    });
    let together = session.together().iter().filter_map(|row| of_numbers(session, row));
    let mut rows: Vec<CheckRow> = groups.chain(together).chain(of_text).collect();
    rows.sort_by_key(|row| row.verdict);
    rows
}

/// A check between numbers that stand anywhere.
fn of_numbers(session: &Session, row: &Together) -> Option<CheckRow> {
    let (project, check) = (session.project(), &row.check);
    let mut places: Vec<String> = Vec::new();
    for number in &check.numbers {
        let mark = session.lookup().mentions(Mention::Number(*number)).first().and_then(|mark| project.annotations().get(mark));
        let Some((mark, document)) = mark.and_then(|mark| Some((mark, project.document(mark.document)?))) else { continue };
        let place = format!("{} {}", project.letter(mark.document), paragraph_words(document, mark.span.start()));
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let more = places.len().saturating_sub(MOST_PLACES);
    places.truncate(MOST_PLACES);
    if more > 0 {
        places.push(format!("+{more}"));
    }
    Some(CheckRow {
        verdict: check.verdict,
        equation: check.equation.clone(),
        working: check.working.clone(),
        place: places.join(" "),
        target: Target::Number(*check.numbers.first()?),
        stated: match &row.origin {
            Origin::Stated(stated) => Some(stated.clone()),
            Origin::Group(_) => None,
        },
    })
}

/// Places shown at most.
const MOST_PLACES: usize = 2;

fn of_group(session: &Session, id: crate::model::id::GroupId) -> Option<CheckRow> {
    let group = session.project().groups().get(&id)?;
    let judged = session.findings().judged(id)?;
    let verdict = match judged.agreement.outcome {
        Outcome::Differ => Verdict::Fails,
        Outcome::Agree => Verdict::Holds,
        other if other.is_warning() => Verdict::Open,
        Outcome::Nothing | Outcome::Apart(_) => return None,
    };
    let shown = judged.quoted_pair().map(|(one, other)| vec![one, other]).unwrap_or_else(|| vec![0]);
    let members: Vec<_> = shown.iter().filter_map(|at| judged.members.get(*at)).collect();
    let letters: Vec<&str> = members.iter().map(|member| member.letter.as_str()).collect();
    let strong = judged.agreement.strong.trim();
    Some(CheckRow {
        verdict,
        equation: judged.agreement.words.clone(),
        working: if strong.is_empty() { format!("{}.", group.title()) } else { format!("{strong} {}.", group.title()) },
        place: letters.join(" "),
        target: Target::Number(members.first()?.number),
        stated: None,
    })
}

/// `6 hold, 2 do not, 3 to look at`.
pub fn heading(rows: &[CheckRow]) -> String {
    let number = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    let hold = number(Verdict::Holds);
    let (fail, open) = (number(Verdict::Fails), number(Verdict::Open));
    let hold = if hold == 1 { "1 holds".to_owned() } else { format!("{hold} hold") };
    let fail = if fail == 1 { "1 does not".to_owned() } else { format!("{fail} do not") };
    format!("{hold}, {fail}, {open} to look at")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::group::Group;
    use crate::model::id::GroupId;
    use crate::model::quantity::Quantity;
    use crate::model::stated::Relation;
    use crate::session::IdSource;
    use crate::testing::Desk;

    fn listed(session: &Session) -> Vec<String> {
        rows(session).iter().map(CheckRow::spoken).collect()
    }

    #[test]
    fn what_is_stated_stands_among_them_and_groups_tell_their_sums() {
        let mut desk = Desk::default();
        desk.article("Dykes\nThere were [31 people|number]. One saw [12 men|number].\nIt had [four locks|number]. There were [two here|number] and then [two there|number].");
        desk.article("Locks\nLater [18 women|number] came.");
        let stated = Stated::new(Relation::Sum, ["31 people", "12 men", "18 women"].map(|words| desk.number(words)).to_vec());
        desk.decide(|house| house.stated.push(stated.clone()));
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "Locks"));
        for words in ["four locks", "two here", "two there"] {
            desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
        }
        let mut session = Session::new(desk.project, None, IdSource::new(1));
        session.find_checks();
        let listed = listed(&session);
        assert!(
            listed.contains(&"does not hold, stated: 12 men + 18 women = 30. Written 31 people. Off by 1. A ¶1 B ¶1".to_owned()),
            "{listed:?}"
        );
        assert!(listed.contains(&"holds: 2 + 2 = 4. Written 4 locks. A ¶2".to_owned()), "{listed:?}");
    }

    #[test]
    fn what_does_not_hold_comes_first_and_questions_last() {
        let mut desk = Desk::default();
        desk.article("Dykes\nThe 1,553 mile (2,500 kilometer) way. [1,100 men|number] stood there.");
        desk.article("Locks\nWe lay 140 miles of wire; we are 30 percent done. There were [2,200 men|number]. He sold 300: 120 here, 130 there, 60 at home.");
        let group = GroupId(desk.id());
        desk.add(Group::named(group, "Men"));
        for words in ["1,100 men", "2,200 men"] {
            desk.change(desk.number(words), |number: &mut Quantity| number.group = Some(group));
        }
        let mut session = Session::new(desk.project, None, IdSource::new(1));
        session.find_checks();
        assert_eq!(
            listed(&session),
            [
                "does not hold: A says 1,100, B says 2,200. Two times apart. Men. A B",
                "does not hold: 120 + 130 + 60 = 310. Written 300. Off by 10. B ¶1",
                "holds: 1,553 mi = 2,499.3 km. Written 2,500 km. Off by 0.03 %, within its rounding. A ¶1",
                "to look at: 30 % of 140 mi = 42 mi. So 98 mi would be left. Neither is written. B ¶1",
            ]
        );
        assert_eq!(heading(&rows(&session)), "1 holds, 2 do not, 1 to look at");
    }
}
