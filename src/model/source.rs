//! The register of sources: who or what a claim rests on.

use super::file::KeptFile;
use super::id::SourceId;
use super::unknown::Unknown;

/// What kind of source it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Somebody named.
    #[default]
    Person,
    /// Somebody not named.
    Anonymous,
    /// A body that speaks with one voice.
    Organisation,
    /// Something on paper or screen.
    Document,
    /// A newspaper, agency, broadcaster, post or video.
    Media,
}

impl SourceKind {
    /// All kinds, in the order of the register.
    pub const ALL: [SourceKind; 5] =
        [SourceKind::Anonymous, SourceKind::Person, SourceKind::Organisation, SourceKind::Document, SourceKind::Media];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            SourceKind::Person => "Named person",
            SourceKind::Anonymous => "Anonymous",
            SourceKind::Organisation => "Organisation",
            SourceKind::Document => "Document",
            SourceKind::Media => "Media",
        }
    }

    /// The heading of its group in the register.
    pub fn plural(self) -> &'static str {
        match self {
            SourceKind::Person => "Named people",
            SourceKind::Anonymous => "Anonymous",
            SourceKind::Organisation => "Organisations",
            SourceKind::Document => "Documents",
            SourceKind::Media => "Media",
        }
    }

    /// A first guess from the words of a mention; the checker decides.
    pub fn guess(words: &str) -> Self {
        let lower = words.to_lowercase();
        let has = |list: &[&str]| lower.split(|sign: char| !sign.is_alphanumeric()).any(|word| list.contains(&word));
        // "US" and "U.S." name no person.
        let is_name = |word: &&str| word.starts_with(char::is_uppercase) && !word.contains('.') && word.contains(char::is_lowercase);
        let name_words = words.split_whitespace().skip(1).filter(is_name).count();
        let unnamed =
            has(&["official", "officials", "source", "sources", "person", "people", "anonymity", "insiders", "aide", "aides", "they"]);
        if unnamed && (name_words == 0 || has(&["familiar", "anonymity", "unnamed"])) {
            SourceKind::Anonymous
        } else if has(&[
            "report",
            "order",
            "memo",
            "document",
            "documents",
            "analysis",
            "study",
            "filing",
            "statement",
            "figures",
            "records",
            "minutes",
        ]) {
            SourceKind::Document
        } else if has(&[
            "cnn",
            "bbc",
            "reuters",
            "ap",
            "post",
            "times",
            "video",
            "newspaper",
            "broadcaster",
            "radio",
            "gazette",
            "herald",
            "tribune",
        ]) {
            SourceKind::Media
        } else if has(&[
            "department",
            "ministry",
            "agency",
            "office",
            "institute",
            "council",
            "pentagon",
            "authority",
            "command",
            "university",
            "commission",
            "police",
            "government",
            "company",
            "union",
            "association",
            "service",
            "bureau",
        ]) && !has(&[
            "secretary",
            "minister",
            "director",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "head",
            "chief",
            "mayor",
            "governor",
        ]) {
            SourceKind::Organisation
        } else {
            SourceKind::Person
        }
    }
}

/// Whether a source saw or did what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FirstHand {
    /// Not known.
    #[default]
    Unclear,
    /// It was there, or holds the record.
    Yes,
    /// It passes on what others say.
    No,
}

impl FirstHand {
    /// All three.
    pub const ALL: [FirstHand; 3] = [FirstHand::Unclear, FirstHand::Yes, FirstHand::No];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            FirstHand::Unclear => "unclear",
            FirstHand::Yes => "yes",
            FirstHand::No => "no",
        }
    }
}

/// An entry of the register, shared by all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// Name, or the description where it is anonymous.
    pub name: String,
    /// Kind.
    pub kind: SourceKind,
    /// Office or role.
    pub role: String,
    /// Page, archive shelf, file number.
    pub locator: String,
    /// Address on the web.
    pub url: String,
    /// Address of an archived copy.
    pub archive_url: String,
    /// How to reach it. Confidential unless `is_contact_open`.
    pub contact: String,
    /// Whether exports may hold the contact.
    pub is_contact_open: bool,
    /// Through whom it was heard.
    pub heard_by: String,
    /// The entries that it rests on itself: what an agency copied, whom somebody heard it from. They may be gone by now.
    pub rests_on: Vec<SourceId>,
    /// The files that hold it.
    pub files: Vec<KeptFile>,
    /// Reliability and credibility as the desk writes them, for example `B2` (Admiralty code); blank where not graded.
    pub grade: String,
    /// Whether it speaks first hand.
    pub first_hand: FirstHand,
    /// The checker's note.
    pub note: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}

impl Source {
    /// An entry with a name and a guessed kind.
    pub fn named(id: SourceId, name: &str) -> Self {
        Source {
            id,
            name: name.to_owned(),
            kind: SourceKind::guess(name),
            role: String::new(),
            locator: String::new(),
            url: String::new(),
            archive_url: String::new(),
            contact: String::new(),
            is_contact_open: false,
            heard_by: String::new(),
            rests_on: Vec::new(),
            files: Vec::new(),
            grade: String::new(),
            first_hand: FirstHand::default(),
            note: String::new(),
            unknown: Unknown::default(),
        }
    }

    /// Whether the checker has added nothing to the name and the guess.
    pub fn is_bare(&self) -> bool {
        *self == Source { kind: self.kind, ..Source::named(self.id, &self.name) }
    }

    /// Whether another person could find it: a place, an address or a file.
    pub fn is_findable(&self) -> bool {
        !self.files.is_empty() || [&self.locator, &self.url, &self.archive_url].into_iter().any(|field| !field.trim().is_empty())
    }

    /// Whether it is a person of whom only one name is known, and nothing that tells who that is.
    pub fn is_unidentified(&self) -> bool {
        let is_one_word = self.name.split_whitespace().count() < 2;
        self.kind == SourceKind::Person && is_one_word && self.role.trim().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_guessed_from_the_words() {
        let check = |words: &str, kind| assert_eq!(SourceKind::guess(words), kind, "{words}");
        check("government officials", SourceKind::Anonymous);
        check("officials familiar with the matter", SourceKind::Anonymous);
        check("a senior U.S. defense official", SourceKind::Anonymous);
        check("the senior US defence official", SourceKind::Anonymous);
        check("Robert Salesses", SourceKind::Person);
        check("White House press secretary Karoline Leavitt", SourceKind::Person);
        check("Texas Military Department", SourceKind::Organisation);
        check("The Washington Post", SourceKind::Media);
        check("A video shared on social media", SourceKind::Media);
        check("Congressional Research Service analysis", SourceKind::Document);
    }
}
