//! Every text that the checker may type.

use crate::model::id::{AnnotationId, ClaimId, DocumentId, EvidenceId, GroupId, QuantityId, SourceId};
use crate::model::letter::Letter;

/// A text field of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Name of the project.
    ProjectName,
    /// Name of the house scale.
    ScaleName,
    /// Word of a value of the scale in use, counted from 0.
    ScaleWord(u8),
    /// What the desk means by that value.
    ScaleMeaning(u8),
    /// The text that a kind of letter is made from.
    Template(Letter),
    /// Headline.
    Title(DocumentId),
    /// Newspaper, agency, site.
    Outlet(DocumentId),
    /// Who wrote it.
    Byline(DocumentId),
    /// Date of publication.
    Published(DocumentId),
    /// Web address.
    Url(DocumentId),
    /// Address of an archived copy.
    ArchiveUrl(DocumentId),
    /// In which language an article is.
    Language(DocumentId),
    /// Note on a mark.
    MarkNote(AnnotationId),
    /// Keywords of a mark, separated by commas.
    Keywords(AnnotationId),
    /// The claim in full.
    Restatement(ClaimId),
    /// Why it is rated so.
    RatingReason(ClaimId),
    /// The margin note.
    ClaimNote(ClaimId),
    /// The wording that should stand there.
    Correction(ClaimId),
    /// What was found.
    EvidenceText(ClaimId, EvidenceId),
    /// Where on the web.
    EvidenceUrl(ClaimId, EvidenceId),
    /// Page, paragraph, minute.
    EvidenceLocator(ClaimId, EvidenceId),
    /// What was asked.
    EvidenceQuestion(ClaimId, EvidenceId),
    /// The words that were found.
    EvidenceQuote(ClaimId, EvidenceId),
    /// Address of an archived copy of evidence.
    EvidenceArchive(ClaimId, EvidenceId),
    /// When evidence was seen.
    EvidenceSeen(ClaimId, EvidenceId),
    /// When an answer is due.
    EvidenceDue(ClaimId, EvidenceId),
    /// Who said what is claimed.
    Speaker(ClaimId),
    /// When it was said.
    SaidOn(ClaimId),
    /// Where it was said.
    SaidAt(ClaimId),
    /// Value or range of a number.
    QuantityValue(QuantityId),
    /// Unit or counted noun.
    Unit(QuantityId),
    /// What is measured.
    Measured(QuantityId),
    /// Of whom or what.
    MeasuredOf(QuantityId),
    /// At which time.
    AsOf(QuantityId),
    /// Why a number cannot be compared with the others of its group.
    NumberApart(QuantityId),
    /// What the numbers of a group measure.
    GroupName(GroupId),
    /// Scope and time of a group.
    GroupNote(GroupId),
    /// Why the numbers of a group cannot be compared.
    GroupApart(GroupId),
    /// Per what.
    Per(QuantityId),
    /// Name or description of a source.
    SourceName(SourceId),
    /// Office or role of a source.
    SourceRole(SourceId),
    /// Address, page, shelf.
    SourceLocator(SourceId),
    /// Web address of a source.
    SourceUrl(SourceId),
    /// Address of an archived copy of a source.
    SourceArchive(SourceId),
    /// How to reach a source.
    SourceContact(SourceId),
    /// Through whom a source was heard.
    SourceHeardBy(SourceId),
    /// Grade as the desk writes it.
    SourceGrade(SourceId),
    /// Note on a source.
    SourceNote(SourceId),
}

impl Field {
    /// What it is called in "Undo typing …".
    pub fn word(self) -> &'static str {
        match self {
            Field::ProjectName => "project name",
            Field::ScaleName | Field::ScaleWord(_) | Field::ScaleMeaning(_) => "house scale",
            Field::Template(_) => "text of letters",
            Field::Title(_) => "title",
            Field::Outlet(_) => "outlet",
            Field::Byline(_) => "byline",
            Field::Published(_) => "date",
            Field::Url(_) | Field::EvidenceUrl(..) | Field::SourceUrl(_) => "address",
            Field::ArchiveUrl(_) | Field::EvidenceArchive(..) | Field::SourceArchive(_) => "archive address",
            Field::MarkNote(_) | Field::SourceNote(_) | Field::GroupNote(_) => "note",
            Field::NumberApart(_) | Field::GroupApart(_) => "why it cannot be compared",
            Field::GroupName(_) => "name of a group",
            Field::Language(_) => "language",
            Field::Keywords(_) => "keywords",
            Field::Restatement(_) => "claim in full",
            Field::RatingReason(_) => "reason",
            Field::ClaimNote(_) => "margin note",
            Field::Correction(_) => "correction",
            Field::EvidenceText(..) => "evidence",
            Field::EvidenceLocator(..) | Field::SourceLocator(_) => "locator",
            Field::QuantityValue(_) => "value",
            Field::Unit(_) => "unit",
            Field::Measured(_) => "what is measured",
            Field::MeasuredOf(_) => "of whom",
            Field::AsOf(_) => "as of",
            Field::Per(_) => "per what",
            Field::SourceName(_) => "source name",
            Field::SourceRole(_) => "role",
            Field::SourceGrade(_) => "grade",
            Field::EvidenceQuestion(..) => "question",
            Field::EvidenceQuote(..) => "words found",
            Field::EvidenceSeen(..) => "date seen",
            Field::EvidenceDue(..) => "time due",
            Field::Speaker(_) => "speaker",
            Field::SaidOn(_) => "date said",
            Field::SaidAt(_) => "place said",
            Field::SourceContact(_) => "contact",
            Field::SourceHeardBy(_) => "heard by",
        }
    }
}
