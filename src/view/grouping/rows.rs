//! The groups to choose from for a number, as plain rows: what the program proposes first, then those whose name agrees with what is
//! typed, then a new one.

use crate::command::GroupChoice;
use crate::model::annotation::Mention;
use crate::model::group::Group;
use crate::model::id::QuantityId;
use crate::model::quantity::noun::noun;
use crate::session::Session;
use crate::suggest::Proposal;
use crate::view::wording::count;

/// Groups listed at most; typing narrows them.
const MOST: usize = 60;

/// A way to group a number.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupingRow {
    /// Its name: `First wave sent`.
    pub title: String,
    /// What stands behind it: `3 figures`, why it is proposed.
    pub remark: String,
    /// Whether the program proposes it.
    pub is_proposed: bool,
    /// The numbers that go there.
    pub numbers: Vec<QuantityId>,
    /// Where they go.
    pub choice: GroupChoice,
}

/// All ways for a number, as far as they agree with what is typed.
pub fn rows(session: &Session, number: QuantityId, typed: &str) -> Vec<GroupingRow> {
    let project = session.project();
    let wanted = typed.trim().to_lowercase();
    let current = project.quantities().get(&number).and_then(|number| number.group);
    let mut rows: Vec<GroupingRow> = Vec::new();
    if wanted.is_empty() {
        rows.extend(
            session.proposals().iter().filter(|proposal| proposal.numbers.contains(&number)).map(|proposal| proposed(session, proposal)),
        );
    }
    let is_listed = |group: &&Group| Some(group.id) != current && group.title().to_lowercase().contains(&wanted);
    let mut known: Vec<&Group> = project.groups().values().filter(is_listed).collect();
    // Whose name begins like that is meant before others.
    known.sort_by_key(|group| (!group.title().to_lowercase().starts_with(&wanted), std::cmp::Reverse(group.id)));
    rows.extend(known.into_iter().take(MOST).map(|group| GroupingRow {
        title: group.title().to_owned(),
        remark: count(session.lookup().members(group.id).len(), "figure"),
        is_proposed: false,
        numbers: vec![number],
        choice: GroupChoice::Known(group.id),
    }));
    rows.extend(new(session, number, typed));
    if let Some(group) = current.and_then(|id| project.groups().get(&id)).filter(|_| wanted.is_empty()) {
        rows.push(GroupingRow {
            title: format!("Out of “{}”", group.title()),
            remark: "In no group then".to_owned(),
            is_proposed: false,
            numbers: vec![number],
            choice: GroupChoice::Nothing,
        });
    }
    rows
}

fn proposed(session: &Session, proposal: &Proposal) -> GroupingRow {
    let known = proposal.into.and_then(|id| session.project().groups().get(&id));
    let figures = count(proposal.numbers.len(), "figure");
    GroupingRow {
        title: known.map_or_else(|| format!("New: {}", proposal.name), |group| group.title().to_owned()),
        remark: format!("{figures}: {}", proposal.reason),
        is_proposed: true,
        numbers: proposal.numbers.clone(),
        choice: known.map_or_else(|| GroupChoice::New(proposal.name.clone()), |group| GroupChoice::Known(group.id)),
    }
}

/// A new group of the name that is typed, or that the number itself gives; nothing where there is such a group.
fn new(session: &Session, number: QuantityId, typed: &str) -> Option<GroupingRow> {
    let typed = typed.trim();
    let name = if typed.is_empty() { own_name(session, number) } else { typed.to_owned() };
    let is_known = session.project().groups().values().any(|group| group.name.trim().to_lowercase() == name.to_lowercase());
    (!name.is_empty() && !is_known).then(|| GroupingRow {
        title: format!("New: {name}"),
        remark: "A group of this name".to_owned(),
        is_proposed: false,
        numbers: vec![number],
        choice: GroupChoice::New(name),
    })
}

/// What a number would call its group: what it measures, else what it counts, else its words.
fn own_name(session: &Session, number: QuantityId) -> String {
    let project = session.project();
    let measured = project.quantities().get(&number).map_or("", |number| number.measured.trim());
    if !measured.is_empty() {
        return measured.to_owned();
    }
    let mark = session.lookup().mentions(Mention::Number(number)).first().and_then(|id| project.annotations().get(id));
    let noun = mark.and_then(|mark| Some(noun(&project.document(mark.document)?.text, mark.span))).unwrap_or_default();
    let words = if noun.is_empty() { session.lookup().quote(project, Mention::Number(number)).to_owned() } else { noun };
    crate::view::wording::capitalised(&words)
}
