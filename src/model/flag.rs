//! What a merge could not decide. A flag stays with the project, through saving and undo, until somebody has looked at it.

use super::annotation::Mention;
use super::id::{AnnotationId, ClaimId, DocumentId, ExclusionId, FlagId, GroupId, LinkId, QuantityId, SourceId, Uid};
use super::project::Project;
use super::unknown::Unknown;

/// The record that a flag is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The project itself.
    Project,
    /// An article.
    Document(DocumentId),
    /// A mark.
    Mark(AnnotationId),
    /// A claim.
    Claim(ClaimId),
    /// An entry of the register.
    Source(SourceId),
    /// A number.
    Number(QuantityId),
    /// What several numbers measure.
    Group(GroupId),
    /// A link.
    Link(LinkId),
    /// A not-checkable passage.
    Passage(ExclusionId),
}

/// Why a merge did not decide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conflict {
    /// Both sides changed a field, each in its own way. Ours stands.
    #[default]
    Differs,
    /// Two people rated a claim. Both ratings stand, side by side.
    Rated,
    /// One side removed a record that the other one changed or needs. It stays.
    Kept,
    /// Both sides gave a claim's number; theirs has another one now.
    Renumbered,
    /// Both sides gave an id to different records; theirs has another one now.
    NewId,
}

impl Conflict {
    /// All, for reading and writing.
    pub const ALL: [Conflict; 5] = [Conflict::Differs, Conflict::Rated, Conflict::Kept, Conflict::Renumbered, Conflict::NewId];

    /// The word in files and in answers for scripts.
    pub fn word(self) -> &'static str {
        match self {
            Conflict::Differs => "differs",
            Conflict::Rated => "rated",
            Conflict::Kept => "kept",
            Conflict::Renumbered => "renumbered",
            Conflict::NewId => "new id",
        }
    }
}

/// What to do about a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// What stands there stays.
    Ours,
    /// Theirs takes its place.
    Theirs,
    /// Both stay: texts one after the other, ratings side by side.
    Both,
}

/// One thing to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Identity. It follows from the contents, so that two people who merge the same get the same flag.
    pub id: FlagId,
    /// What it is about.
    pub subject: Subject,
    /// Why it was not decided.
    pub conflict: Conflict,
    /// The field, in words: `note`, `claim in full`; blank where it is the whole record.
    pub field: String,
    /// What our side says, in words.
    pub ours: String,
    /// What their side says, in words.
    pub theirs: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Flag {
    /// A flag with the id that follows from what it says, whichever side is ours.
    pub fn new(subject: Subject, conflict: Conflict, field: &str, (ours, theirs): (String, String)) -> Self {
        let sides = if ours <= theirs { [&ours, &theirs] } else { [&theirs, &ours] };
        let parts = [subject.kind(), &subject.uid().to_string(), conflict.word(), field, sides[0], sides[1]];
        let id = FlagId(Uid(digest(&parts)));
        Flag { id, subject, conflict, field: field.to_owned(), ours, theirs, unknown: Unknown::default() }
    }

    /// What it is about, in words: `A14`, `source “mayor’s office”`.
    pub fn subject_words(&self, project: &Project) -> String {
        let quoted = |kind: &str, words: Option<&str>| match words {
            Some(words) if !words.is_empty() => format!("{kind} “{}”", shortened(words)),
            _ => kind.to_owned(),
        };
        match self.subject {
            Subject::Project => "the project".to_owned(),
            Subject::Claim(id) if project.claims().contains_key(&id) => format!("claim {}", project.claim_label(id)),
            Subject::Claim(_) => "a claim".to_owned(),
            Subject::Document(id) => quoted("article", project.document(id).map(|document| document.title())),
            Subject::Mark(id) => quoted("mark", project.annotations().get(&id).map(|mark| project.quote(mark))),
            Subject::Source(id) => quoted("source", project.sources().get(&id).map(|source| source.name.as_str())),
            Subject::Number(id) => {
                let mark = project.annotations().values().find(|mark| mark.mention == Mention::Number(id));
                quoted("number", mark.map(|mark| project.quote(mark)))
            }
            Subject::Group(id) => quoted("group", project.groups().get(&id).map(|group| group.name.as_str())),
            Subject::Link(_) => "a link".to_owned(),
            Subject::Passage(id) => {
                let passage = project.exclusions().get(&id);
                let words = passage.and_then(|passage| Some(project.document(passage.document)?.text.slice(passage.span)));
                quoted("passage", words)
            }
        }
    }

    /// What happened, in a sentence.
    pub fn words(&self, project: &Project) -> String {
        let subject = self.subject_words(project);
        let Flag { field, ours, theirs, .. } = self;
        match self.conflict {
            Conflict::Differs => format!("{subject}, {field}: both sides changed it. Ours stands: “{ours}”. Theirs: “{theirs}”."),
            Conflict::Rated => format!("{subject}: two people rated it. Ours: “{ours}”. Theirs: “{theirs}”. Both are kept."),
            Conflict::Kept => format!("{subject}: one side removed it, the other one worked with it. It is kept."),
            Conflict::Renumbered => format!("{subject}: both sides gave the number {ours}; theirs is {theirs} now."),
            Conflict::NewId => format!("{subject}: both sides gave the id {ours} to different things; theirs has the id {theirs} now."),
        }
    }
}

impl Subject {
    /// The kind of record, as files say it.
    pub fn kind(self) -> &'static str {
        match self {
            Subject::Project => "project",
            Subject::Document(_) => "article",
            Subject::Mark(_) => "mark",
            Subject::Claim(_) => "claim",
            Subject::Source(_) => "source",
            Subject::Number(_) => "number",
            Subject::Group(_) => "group",
            Subject::Link(_) => "link",
            Subject::Passage(_) => "passage",
        }
    }

    /// The id of the record; 0 for the project.
    pub fn uid(self) -> Uid {
        match self {
            Subject::Project => Uid(0),
            Subject::Document(id) => id.0,
            Subject::Mark(id) => id.0,
            Subject::Claim(id) => id.0,
            Subject::Source(id) => id.0,
            Subject::Number(id) => id.0,
            Subject::Group(id) => id.0,
            Subject::Link(id) => id.0,
            Subject::Passage(id) => id.0,
        }
    }

    /// The subject of a kind as files say it.
    pub fn named(kind: &str, uid: Uid) -> Option<Self> {
        let kinds = [
            Subject::Project,
            Subject::Document(DocumentId(uid)),
            Subject::Mark(AnnotationId(uid)),
            Subject::Claim(ClaimId(uid)),
            Subject::Source(SourceId(uid)),
            Subject::Number(QuantityId(uid)),
            Subject::Group(GroupId(uid)),
            Subject::Link(LinkId(uid)),
            Subject::Passage(ExclusionId(uid)),
        ];
        kinds.into_iter().find(|subject| subject.kind() == kind)
    }

    /// The record that marks mention, where it is one.
    pub fn mention(self) -> Option<Mention> {
        match self {
            Subject::Claim(id) => Some(Mention::Claim(id)),
            Subject::Source(id) => Some(Mention::Source(id)),
            Subject::Number(id) => Some(Mention::Number(id)),
            _ => None,
        }
    }
}

impl From<Mention> for Subject {
    fn from(mention: Mention) -> Self {
        match mention {
            Mention::Claim(id) => Subject::Claim(id),
            Mention::Number(id) => Subject::Number(id),
            Mention::Source(id) => Subject::Source(id),
        }
    }
}

/// FNV-1a, 64 bits (RFC 9923), of all parts. The same on every machine and in every version, which the standard hasher is not.
fn digest(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The first words, for a line.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or("").trim_end()),
        None => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_has_the_same_id_whichever_side_is_ours() {
        let flag = |ours: &str, theirs: &str| {
            Flag::new(Subject::Claim(ClaimId(Uid(1))), Conflict::Differs, "note", (ours.to_owned(), theirs.to_owned()))
        };
        assert_eq!(flag("a", "b").id, flag("b", "a").id);
        assert_ne!(flag("a", "b").id, flag("a", "c").id);
        assert_ne!(flag("ab", "c").id, flag("a", "bc").id);
    }
}
