//! What a project file of the current version looks like: types apart from the live model, so that either may change without the
//! other. `docs/file-format.md` describes every field; the order of fields here is the order in the file.

use ron::value::RawValue;
use serde::de::MapAccess;
use serde::{Deserialize, Serialize};

use super::mirror::{Approximation, ClaimKind, Fate, FirstHand, LineEnd, Party, Reason, Relation, Risk, Role, SourceKind, Stance, Status};
use super::record::{Field, Read, plain_value, records};
use super::structure::Parts;
use super::written::{LeftOut, Lines, Out, Words, Written};
use super::{aside, dropped};

/// The version that this program writes.
pub const VERSION: u32 = 2;

/// The least version that may write what this program writes without losing anything of it.
pub const LEAST_READER: u32 = 2;

/// The record that something points to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Mention {
    /// Id of a claim.
    Claim(String),
    /// Id of a quantity.
    Number(String),
    /// Id of a source.
    Source(String),
}

impl Default for Mention {
    fn default() -> Self {
        Mention::Claim(String::new())
    }
}

impl Written for Mention {
    fn write(&self, out: &mut Out) {
        let (kind, id) = match self {
            Mention::Claim(id) => ("Claim(", id),
            Mention::Number(id) => ("Number(", id),
            Mention::Source(id) => ("Source(", id),
        };
        out.push(kind);
        id.write(out);
        out.push(")");
    }
}

impl<'de> Field<'de> for Mention {
    fn next<A: MapAccess<'de>>(map: &mut A) -> Result<Read<Self>, A::Error> {
        let raw: &RawValue = map.next_value()?;
        // A kind that is not known stays as it is.
        Ok(raw.into_rust().map_err(|_| raw.trim().get_ron().to_owned()))
    }
}

/// Earlier drafts of an article. Each stands on one line with its text, since nothing of it changes any more.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Earlier(pub Vec<Document>);

impl Written for Earlier {
    fn write(&self, out: &mut Out) {
        let breaks_lines = std::mem::take(&mut out.breaks_lines);
        self.0.write(out);
        out.breaks_lines = breaks_lines;
    }

    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }
}

plain_value!(() Earlier;);

records! {
    /// A whole project file. What is absent is blank.
    pub struct File {
        /// Version of the format; always the first field.
        pub version: u32,
        /// The least version whose programs may write the file without losing anything.
        pub least_reader: u32,
        /// What the checker calls it.
        pub name: String,
        /// Identity of the project.
        pub id: String,
        /// The rating scale in use; the program's own where it is absent.
        pub scale: Scale,
        /// The other rating scales of the desk.
        pub more_scales: LeftOut<Vec<Scale>>,
        /// What the signs of grades mean; the Admiralty code where it is absent.
        pub grades: LeftOut<Vec<GradeWord>>,
        /// Findings that nobody wants.
        pub switched_off: LeftOut<Vec<SwitchedOff>>,
        /// Filters with a name.
        pub filters: LeftOut<Vec<SavedFilter>>,
        /// Letters with a text of the desk's own.
        pub templates: LeftOut<Vec<Template>>,
        /// Ways to print the report, the one in use first.
        pub presets: LeftOut<Vec<Preset>>,
        /// Sources that are not the same.
        pub kept_apart: LeftOut<Vec<KeptApart>>,
        /// Numbers that do not measure the same.
        pub told_apart: LeftOut<Vec<ToldApart>>,
        /// Numbers that belong together, as checkers have stated.
        pub stated: LeftOut<Vec<Stated>>,
        /// Articles in the checker's order.
        pub documents: Vec<Document>,
        /// The source register, by id.
        pub sources: Vec<Source>,
        /// What several numbers measure, by id; left out where there is none.
        pub groups: Vec<Group>,
        /// What numbers say, by id.
        pub quantities: Vec<Quantity>,
        /// Claims by id.
        pub claims: Vec<Claim>,
        /// Marks by id.
        pub annotations: Vec<Annotation>,
        /// Links by id.
        pub links: Vec<Link>,
        /// Not-checkable passages by id.
        pub exclusions: Vec<Exclusion>,
        /// The history by id, which is by time.
        pub changes: Vec<Change>,
        /// What merges could not decide, by id.
        pub flags: Vec<Flag>,
    }

    /// A rating scale.
    pub struct Scale {
        /// What the desk calls it.
        pub name: String,
        /// Where it has one plain word for each place from 1 to 5: these.
        pub words: LeftOut<Vec<String>>,
        /// Else its values in the order of the buttons.
        pub values: LeftOut<Vec<ScaleValue>>,
    }

    /// A step of a rating scale.
    pub struct ScaleValue {
        /// The word.
        pub word: String,
        /// What the desk means by it.
        pub meaning: LeftOut<String>,
        /// 1 (wrong) to 5 (right).
        pub place: u8,
    }

    /// What a sign of a grade means.
    pub struct GradeWord {
        /// The sign.
        pub sign: String,
        /// Its meaning.
        pub meaning: String,
    }

    /// A kind of finding that nobody wants.
    pub struct SwitchedOff {
        /// The code of the rule.
        pub rule: String,
        /// Why.
        pub reason: String,
        /// Who switched it off.
        pub by: String,
        /// When (RFC 3339, UTC).
        pub at: String,
    }

    /// A filter with a name.
    pub struct SavedFilter {
        /// Its name.
        pub name: String,
        /// What it asks for.
        pub query: String,
    }

    /// A way to print the report. What is left out is as usual.
    pub struct Preset {
        /// Its name; blank for choices that nobody has named.
        pub name: String,
        /// Codes of the parts that are printed.
        pub sections: LeftOut<Vec<String>>,
        /// Ids of the articles.
        pub articles: LeftOut<Vec<String>>,
        /// Which claims stand in the table.
        pub filter: LeftOut<String>,
        /// Full names or initials.
        pub names: LeftOut<String>,
        /// The language's tag.
        pub language: LeftOut<String>,
        /// The size of the paper.
        pub paper: LeftOut<String>,
        /// Whether contacts of sources are printed that exports leave out otherwise.
        pub contacts: LeftOut<bool>,
        /// Whether an HTML file brings its fonts.
        pub fonts: LeftOut<bool>,
        /// The address of the page on which reviews of claims are published.
        pub page: LeftOut<String>,
    }

    /// The text of a kind of letter.
    pub struct Template {
        /// The kind of letter.
        pub letter: String,
        /// Its text with placeholders.
        pub text: String,
    }

    /// Two sources that look the same and are not.
    pub struct KeptApart {
        /// Id of the one.
        pub one: String,
        /// Id of the other one.
        pub other: String,
    }

    /// Numbers that look as if they measured the same and do not.
    pub struct ToldApart {
        /// Ids of numbers that are apart from each other.
        pub numbers: Vec<String>,
        /// Ids of numbers from which all of these are apart.
        pub from: LeftOut<Vec<String>>,
    }

    /// Numbers that belong together, as a checker has stated.
    pub struct Stated {
        /// How.
        pub relation: LeftOut<Relation>,
        /// Their ids, each at its place.
        pub numbers: Vec<String>,
    }

    /// All that the desk has decided, as a journal writes it.
    pub struct House {
        /// The rating scales, the one in use first.
        pub scales: Vec<Scale>,
        /// What the signs of grades mean.
        pub grades: Vec<GradeWord>,
        /// Findings that nobody wants.
        pub switched_off: Vec<SwitchedOff>,
        /// Filters with a name.
        pub filters: Vec<SavedFilter>,
        /// Letters with a text of the desk's own.
        pub templates: Vec<Template>,
        /// Ways to print the report, the one in use first.
        pub presets: Vec<Preset>,
        /// Sources that are not the same.
        pub kept_apart: LeftOut<Vec<KeptApart>>,
        /// Numbers that do not measure the same.
        pub told_apart: LeftOut<Vec<ToldApart>>,
        /// Numbers that belong together, as checkers have stated.
        pub stated: LeftOut<Vec<Stated>>,
    }

    /// A file that something rests on.
    pub struct KeptFile {
        /// Where it is.
        pub path: String,
        /// SHA-256 of its bytes in hexadecimal digits.
        pub sha256: String,
    }

    /// Who signed something off.
    pub struct SignOff {
        /// Initials or name.
        pub by: String,
        /// When (RFC 3339, UTC).
        pub at: String,
        /// Why it was opened again; left out while the sign-off holds.
        pub reopened: LeftOut<String>,
    }

    /// An article. Its text is a list of lines, so that it can be read and compared line by line.
    pub struct Document {
        /// Identity.
        pub id: String,
        /// Headline.
        pub title: String,
        /// Newspaper, agency or site.
        pub outlet: String,
        /// Who wrote it.
        pub byline: String,
        /// Date of publication, as written.
        pub published: String,
        /// Address on the web.
        pub url: String,
        /// Address of an archived copy.
        pub archive_url: String,
        /// In which language it is, where the checker says so; else left out.
        pub language: LeftOut<String>,
        /// How the text was read.
        pub origin: String,
        /// When it was opened (RFC 3339, UTC).
        pub opened: String,
        /// Who signed it off; left out where nobody has.
        pub signed: LeftOut<SignOff>,
        /// Suggestions that were turned down; left out where there are none.
        pub dropped: dropped::Rows,
        /// The file that it was read from; left out where it was pasted.
        pub original: LeftOut<KeptFile>,
        /// Comments, footnotes and tracked changes of its writer; left out where there are none.
        pub asides: aside::Rows,
        /// SHA-256 of the lines joined by line feeds, as UTF-8, in hexadecimal digits.
        pub sha256: String,
        /// The line ends that the article had.
        pub line_end: LineEnd,
        /// Whether the article began with a byte order mark.
        pub bom: bool,
        /// What its passages are, in reading order; left out where nothing is known.
        pub structure: Parts,
        /// The drafts before this one, oldest first; left out where there are none.
        pub earlier: Earlier,
        /// The lines of the text; the text is these joined by line feeds, so a last blank line stands for a line feed at its end.
        pub text: Lines,
    }

    /// A stretch of an article's text in Unicode code points, with the words that prove it.
    pub struct Place {
        /// Code points before it.
        pub start: usize,
        /// Code points before its end.
        pub end: usize,
        /// The words themselves.
        pub exact: String,
        /// Up to 32 code points before them.
        pub prefix: String,
        /// Up to 32 code points after them.
        pub suffix: String,
    }

    /// Why a place must be looked at: the article's text was changed outside the program.
    pub struct Doubt {
        /// What became of it.
        pub fate: Fate,
        /// The place as it was.
        pub was: Place,
    }

    /// An entry of the register.
    pub struct Source {
        /// Identity.
        pub id: String,
        /// Name, or the description where it is anonymous.
        pub name: String,
        /// Kind.
        pub kind: SourceKind,
        /// Office or role.
        pub role: String,
        /// Page, archive shelf, file number.
        pub locator: String,
        /// Address on the web.
        pub url: LeftOut<String>,
        /// Address of an archived copy.
        pub archive_url: LeftOut<String>,
        /// How to reach it.
        pub contact: LeftOut<String>,
        /// Whether exports may hold the contact.
        pub contact_open: LeftOut<bool>,
        /// Through whom it was heard.
        pub heard_by: LeftOut<String>,
        /// Ids of the entries that it rests on.
        pub rests_on: LeftOut<Vec<String>>,
        /// The files that hold it.
        pub files: LeftOut<Vec<KeptFile>>,
        /// Reliability and credibility as the desk writes them.
        pub grade: String,
        /// Whether it speaks first hand.
        pub first_hand: FirstHand,
        /// The checker's note.
        pub note: String,
    }

    /// What several numbers measure.
    pub struct Group {
        /// Identity.
        pub id: String,
        /// What is measured.
        pub name: String,
        /// Scope, time and the like.
        pub note: LeftOut<String>,
        /// Why its numbers cannot be compared.
        pub apart: LeftOut<String>,
    }

    /// What a number says.
    pub struct Quantity {
        /// Identity.
        pub id: String,
        /// The value or range; none while it has not been read.
        pub value: Option<Value>,
        /// Unit or counted noun.
        pub unit: String,
        /// Per what; left out where it is no rate.
        pub per: LeftOut<String>,
        /// How exactly it is meant.
        pub approximation: Approximation,
        /// What is measured.
        pub measured: String,
        /// Of whom or what.
        pub of: String,
        /// At which time.
        pub as_of: String,
        /// Whether the checker has typed any of it.
        pub edited: bool,
        /// Id of the group to which it belongs.
        pub group: LeftOut<String>,
        /// Why it cannot be compared with the others of its group.
        pub apart: LeftOut<String>,
    }

    /// A value or range: decimal numbers as text, so that no digit is lost.
    pub struct Value {
        /// The value, or the lower end of the range.
        pub low: String,
        /// The upper end where it is a range.
        pub high: Option<String>,
    }

    /// A claim.
    pub struct Claim {
        /// Identity.
        pub id: String,
        /// The article that gives it its letter.
        pub home: String,
        /// Its number within that article.
        pub number: u32,
        /// The claim in full.
        pub restatement: String,
        /// What sort of thing it says.
        pub kind: LeftOut<ClaimKind>,
        /// Who said it.
        pub speaker: LeftOut<String>,
        /// When it was said, as written.
        pub said_on: LeftOut<String>,
        /// Where it was said.
        pub said_at: LeftOut<String>,
        /// Why it must be right before all others.
        pub risks: Words<Risk>,
        /// Why it cannot be checked.
        pub not_checkable: LeftOut<Reason>,
        /// How far its checking is.
        pub status: Status,
        /// When the status was last changed (RFC 3339, UTC).
        pub status_since: String,
        /// Who last changed the status.
        pub status_by: LeftOut<String>,
        /// Right or wrong.
        pub rating: Option<Rating>,
        /// How other people have rated it.
        pub other_ratings: Vec<SignedRating>,
        /// What speaks for and against it, in the checker's order.
        pub evidence: Vec<Evidence>,
        /// The wording that should replace it.
        pub correction: Option<Correction>,
        /// The margin note.
        pub note: String,
        /// Who signed it off; left out where nobody has.
        pub signed: LeftOut<SignOff>,
        /// When it was made (RFC 3339, UTC).
        pub created: String,
        /// Who made it.
        pub by: String,
    }

    /// A rating with its reason.
    pub struct Rating {
        /// 1 (wrong) to 5 (right).
        pub grade: u8,
        /// The word; left out for that of the scale in use.
        pub word: LeftOut<String>,
        /// The scale that the word is from; left out for the scale in use.
        pub scale: LeftOut<String>,
        /// Why.
        pub reason: String,
    }

    /// Another person's rating.
    pub struct SignedRating {
        /// 1 (wrong) to 5 (right).
        pub grade: u8,
        /// The word; left out for that of the scale in use.
        pub word: LeftOut<String>,
        /// The scale that the word is from; left out for the scale in use.
        pub scale: LeftOut<String>,
        /// Why.
        pub reason: String,
        /// Who gave it.
        pub by: String,
        /// When (RFC 3339, UTC).
        pub at: String,
    }

    /// One row of evidence.
    pub struct Evidence {
        /// Identity.
        pub id: String,
        /// What was asked.
        pub question: LeftOut<String>,
        /// What was found, in words.
        pub text: String,
        /// Where on the web.
        pub url: String,
        /// Address of an archived copy.
        pub archive_url: LeftOut<String>,
        /// Page, paragraph, minute.
        pub locator: String,
        /// The words that were found.
        pub quote: LeftOut<String>,
        /// When it was seen, as written.
        pub seen: LeftOut<String>,
        /// For or against.
        pub stance: Stance,
        /// Id of the entry of the register that it comes from.
        pub source: LeftOut<String>,
        /// Id of a claim that it points at.
        pub claim: LeftOut<String>,
        /// Id of an article that holds the quote.
        pub document: LeftOut<String>,
        /// When an answer is due (RFC 3339, UTC).
        pub due: LeftOut<String>,
        /// The file that holds it.
        pub file: LeftOut<KeptFile>,
    }

    /// A proposed correction.
    pub struct Correction {
        /// The wording that should stand there; blank for "take it out".
        pub wording: String,
        /// Who has agreed to it.
        pub agreed: LeftOut<Vec<Agreement>>,
    }

    /// Somebody's agreement to a correction.
    pub struct Agreement {
        /// In which part.
        pub party: Party,
        /// Who.
        pub by: String,
        /// When (RFC 3339, UTC).
        pub at: String,
    }

    /// A mark in an article.
    pub struct Annotation {
        /// Identity.
        pub id: String,
        /// The article it is in.
        pub document: String,
        /// The words it covers.
        pub place: Place,
        /// What it mentions.
        pub mention: Mention,
        /// The checker's note on this mark.
        pub note: String,
        /// Free keywords, in the order typed.
        pub keywords: Vec<String>,
        /// When it was made (RFC 3339, UTC).
        pub created: String,
        /// Who made it.
        pub by: String,
        /// Why its place must be looked at; left out where it need not be.
        pub doubt: LeftOut<Doubt>,
    }

    /// A link between two records.
    pub struct Link {
        /// Identity.
        pub id: String,
        /// Where it starts: always a claim.
        pub from: Mention,
        /// Where it ends.
        pub to: Mention,
        /// What `from` is to `to`.
        pub role: Role,
        /// The checker's note.
        pub note: String,
        /// The words that give a claim to its source.
        pub cue: LeftOut<String>,
    }

    /// A passage that is not checkable.
    pub struct Exclusion {
        /// Identity.
        pub id: String,
        /// The article.
        pub document: String,
        /// Whole sentences.
        pub place: Place,
        /// Why.
        pub reason: Reason,
        /// Why its place must be looked at; left out where it need not be.
        pub doubt: LeftOut<Doubt>,
    }

    /// One line of the history.
    pub struct Change {
        /// Identity.
        pub id: String,
        /// When (RFC 3339, UTC).
        pub at: String,
        /// Who.
        pub by: String,
        /// The record that was changed; it may be gone by now.
        pub subject: Mention,
        /// What was changed, in words.
        pub field: String,
        /// What stood there.
        pub before: String,
        /// What stands there now.
        pub after: String,
    }

    /// What a merge could not decide.
    pub struct Flag {
        /// Identity.
        pub id: String,
        /// The kind of record that it is about.
        pub kind: String,
        /// Id of that record.
        pub record: String,
        /// Why it was not decided.
        pub conflict: String,
        /// The field, in words.
        pub field: String,
        /// What our side says.
        pub ours: String,
        /// What their side says.
        pub theirs: String,
    }
}
