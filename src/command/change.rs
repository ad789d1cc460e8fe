//! Changes of one field of claims, evidence, sources and the rules of the house, each a small value that a view can send and a test can
//! write in a line.

use crate::model::claim::{ClaimKind, Grade, Party, Pointer, Risk, Scale, Status};
use crate::model::exclusion::Reason;
use crate::model::file::KeptFile;
use crate::model::id::{DocumentId, GroupId, SourceId};
use crate::model::moment::Moment;

/// A change of a claim, or of many at once as one step.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimChange {
    /// How far it is.
    Status(Status),
    /// The nth value of the scale in use, from 1; none clears the rating.
    Rating(Option<u8>),
    /// What sort of thing it says.
    Kind(ClaimKind),
    /// Turns a risk on or off.
    Risk(Risk, bool),
    /// Why it cannot be checked; none where it can.
    NotCheckable(Option<Reason>),
    /// Notes or takes back the agreement of a party to its correction.
    Agreed(Party, bool),
    /// Signs it off.
    SignOff,
    /// Opens it again after sign-off, with the reason.
    Reopen(String),
}

/// A change of a row of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceChange {
    /// The entry of the register that it comes from.
    Source(Option<SourceId>),
    /// The claim or article that it points at.
    Pointer(Option<Pointer>),
    /// Takes the words selected in an article as its quote, and points there.
    TakeSelection,
    /// When an answer is due.
    Due(Option<Moment>),
    /// The file that holds it.
    File(Option<KeptFile>),
}

/// A change of an entry of the register.
#[derive(Clone, Debug, PartialEq)]
pub enum SourceChange {
    /// Turns on or off that it rests on another entry.
    RestsOn(SourceId, bool),
    /// Notes that another entry, which looks the same, is not.
    NotSame(SourceId),
    /// Whether exports may hold its contact.
    ContactOpen(bool),
    /// Adds a file that holds it.
    AddFile(KeptFile),
    /// Takes away the file of that place in the list, from 0.
    RemoveFile(usize),
}

/// A change of the rating scales of the project.
#[derive(Clone, Debug, PartialEq)]
pub enum ScaleChange {
    /// Adds a value behind the last one.
    AddValue,
    /// Removes the value of that place in the list, from 0.
    RemoveValue(u8),
    /// Moves a value by so many places in the list (negative is up).
    MoveValue(u8, isize),
    /// Sets where a value stands between wrong and right.
    Place(u8, Grade),
    /// Uses the scale of that name.
    Use(String),
    /// Adds a scale and uses it.
    Add(Scale),
    /// Removes the scale of that name; what was rated on it keeps its words.
    Remove(String),
    /// Gives all ratings the words that the scale in use has at their places.
    Map,
}

/// What is signed off or opened again as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum ArticleChange {
    /// Signs the article off: its marks are locked.
    SignOff(DocumentId),
    /// Opens it again, with the reason.
    Reopen(DocumentId, String),
}

/// Where numbers go.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupChoice {
    /// Into a group that is there.
    Known(GroupId),
    /// Into a new group of that name, or into the one that has it.
    New(String),
    /// Out of their group.
    Nothing,
}
