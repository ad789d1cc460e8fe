//! Directed, named ties between records, within an article and across articles.

use super::annotation::{Mention, Tag};
use super::id::LinkId;
use super::unknown::Unknown;

/// What one record is to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Claim → source.
    RestsOn,
    /// Claim → number.
    Contains,
    /// Claim → claim: both say the same.
    Same,
    /// Claim → claim: they cannot both be right.
    Contradicts,
    /// Claim → claim: the first speaks for the second.
    Supports,
}

impl Role {
    /// The word on screen, read from the claim.
    pub fn word(self) -> &'static str {
        match self {
            Role::RestsOn => "rests on",
            Role::Contains => "contains",
            Role::Same => "same as",
            Role::Contradicts => "contradicts",
            Role::Supports => "supports",
        }
    }

    /// The roles that may stand between two kinds of record, the usual one first.
    pub fn between(from: Tag, to: Tag) -> &'static [Role] {
        match (from, to) {
            (Tag::Claim, Tag::Source) => &[Role::RestsOn],
            (Tag::Claim, Tag::Number) => &[Role::Contains],
            (Tag::Claim, Tag::Claim) => &[Role::Contradicts, Role::Same, Role::Supports],
            _ => &[],
        }
    }
}

/// Why two records cannot be linked, with the next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotLink {
    /// Both ends are the same record.
    #[error("A {0} cannot be linked to itself. Choose another mark")]
    Itself(&'static str),
    /// No role stands between these kinds.
    #[error("A {0} cannot be linked to a {1}. Link both to the claim they belong to")]
    WrongKinds(&'static str, &'static str),
    /// The link is there already.
    #[error("These two are linked already")]
    Already,
}

/// A link. `from` is always the claim (the first one between two claims).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Identity.
    pub id: LinkId,
    /// Where it starts.
    pub from: Mention,
    /// Where it ends.
    pub to: Mention,
    /// What `from` is to `to`.
    pub role: Role,
    /// The checker's note.
    pub note: String,
    /// The words that give the claim to the source, as the article has them: `said`, `according to`. Blank where it is no attribution.
    pub cue: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Link {
    /// A link without note and cue.
    pub fn new(id: LinkId, from: Mention, to: Mention, role: Role) -> Self {
        Link { id, from, to, role, note: String::new(), cue: String::new(), unknown: Unknown::default() }
    }

    /// Whether one end is the record.
    pub fn touches(&self, record: Mention) -> bool {
        self.from == record || self.to == record
    }

    /// The end that is not `record`.
    pub fn other_end(&self, record: Mention) -> Mention {
        if self.from == record { self.to } else { self.from }
    }
}

/// Puts the ends in the order that links have (claim first), or says why they cannot be linked.
pub fn order_ends(one: Mention, other: Mention) -> Result<(Mention, Mention), CannotLink> {
    if one == other {
        return Err(CannotLink::Itself(one.tag().word()));
    }
    for (from, to) in [(one, other), (other, one)] {
        if !Role::between(from.tag(), to.tag()).is_empty() {
            return Ok((from, to));
        }
    }
    Err(CannotLink::WrongKinds(one.tag().word(), other.tag().word()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{ClaimId, QuantityId, SourceId, Uid};

    #[test]
    fn the_claim_comes_first_and_wrong_kinds_are_refused_in_words() {
        let claim = Mention::Claim(ClaimId(Uid(1)));
        let number = Mention::Number(QuantityId(Uid(2)));
        let source = Mention::Source(SourceId(Uid(3)));
        assert_eq!(order_ends(source, claim), Ok((claim, source)));
        assert_eq!(order_ends(claim, number), Ok((claim, number)));
        let refused = order_ends(number, source).unwrap_err().to_string();
        assert_eq!(refused, "A number cannot be linked to a source. Link both to the claim they belong to");
        assert_eq!(order_ends(claim, claim), Err(CannotLink::Itself("claim")));
    }
}
