//! A number as the inspector shows it.

use super::checked::{CheckLine, checks_of};
use super::history::{HistoryRow, history};
use super::{ClaimLine, claim_line, findings_about, on_one_line, place};
use crate::lint::{Finding, Rule};
use crate::model::annotation::{Annotation, Mention};
use crate::model::group::Group;
use crate::model::id::{AnnotationId, LinkId, QuantityId};
use crate::model::link::Role;
use crate::model::quantity::Quantity;
use crate::session::Session;

/// A number with all that hangs on it.
#[derive(Clone, Debug)]
pub struct NumberRows {
    /// The number itself.
    pub quantity: Quantity,
    /// The mention that is shown.
    pub mark: Option<Annotation>,
    /// `¶10, sentence 2`.
    pub place: String,
    /// As written.
    pub quote: String,
    /// As the field shows the value.
    pub value: String,
    /// What the rules say about it.
    pub findings: Vec<(Rule, String)>,
    /// The figures of the same, where it is in a group.
    pub group: Option<GroupRows>,
    /// What can be worked out again with it.
    pub checks: Vec<CheckLine>,
    /// The claims it belongs to.
    pub claims: Vec<OwnerRow>,
    /// Its history.
    pub history: Vec<HistoryRow>,
}

impl NumberRows {
    /// Looks a number up; nothing where it is gone.
    pub fn of(session: &Session, id: QuantityId, mark: Option<AnnotationId>, findings: &[Finding]) -> Option<Self> {
        let project = session.project();
        let record = Mention::Number(id);
        let quantity = project.quantities().get(&id)?.clone();
        let mark = mark.and_then(|mark| project.annotations().get(&mark)).cloned();
        Some(NumberRows {
            place: place(session, mark.as_ref()),
            quote: on_one_line(mark.as_ref().map_or("", |mark| project.quote(mark))),
            value: quantity.value.map_or_else(String::new, |value| value.to_string()),
            findings: findings_about(findings, record),
            group: GroupRows::of(session, &quantity),
            checks: checks_of(session, id),
            claims: owners(session, record, Role::Contains),
            history: history(session, record),
            quantity,
            mark,
        })
    }
}

/// The group of a number.
#[derive(Clone, Debug)]
pub struct GroupRows {
    /// The group itself.
    pub group: Group,
    /// What its figures say together; blank where there is nothing to compare.
    pub sentence: String,
    /// Whether somebody should look at that.
    pub is_warning: bool,
    /// The other figures: number, letter and words.
    pub others: Vec<(QuantityId, String, String)>,
}

impl GroupRows {
    fn of(session: &Session, quantity: &Quantity) -> Option<Self> {
        let group = session.project().groups().get(&quantity.group?)?.clone();
        let judged = session.findings().judged(group.id)?;
        let others = judged.members.iter().filter(|member| member.number != quantity.id);
        Some(GroupRows {
            sentence: judged.agreement.sentence(),
            is_warning: judged.agreement.outcome.is_warning(),
            others: others.map(|member| (member.number, member.letter.clone(), member.quote.clone())).collect(),
            group,
        })
    }
}

/// A claim to which a number or source belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerRow {
    /// The link between the two.
    pub link: LinkId,
    /// The words that give the claim to a source: `said`, `according to`; blank where none are kept.
    pub cue: String,
    /// The claim.
    pub claim: ClaimLine,
}

/// The claims that a number or source belongs to.
pub fn owners(session: &Session, record: Mention, role: Role) -> Vec<OwnerRow> {
    let links = session.lookup().links(record).iter().filter_map(|id| session.project().links().get(id));
    let owner = |link: &crate::model::link::Link| match link.from {
        Mention::Claim(claim) => Some(OwnerRow { link: link.id, cue: on_one_line(&link.cue), claim: claim_line(session, claim)? }),
        Mention::Number(_) | Mention::Source(_) => None,
    };
    links.filter(|link| link.role == role && link.to == record).filter_map(owner).collect()
}
