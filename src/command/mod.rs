//! Every user action with its payload, and the catalogue from which menu, palette, keys, tooltips and shortcut sheet come.

pub mod catalogue;
pub mod change;
mod checked;
pub mod export;
pub mod field;
pub mod key;

pub use catalogue::{Action, CATALOGUE, Group, Row, Scope};
pub use change::{ArticleChange, ClaimChange, EvidenceChange, GroupChoice, ScaleChange, SourceChange};
pub use checked::Checked;
pub use export::ExportFormat;
pub use field::Field;
pub use key::Shortcut;

use std::path::PathBuf;

use crate::edit::transaction::Visit;
use crate::model::annotation::{Doubtful, Mention, Tag};
use crate::model::claim::{Likeness, Stance, Status};
use crate::model::document::{Aside, Language, Meta, Span, Structure, Text};
use crate::model::exclusion::Reason;
use crate::model::file::KeptFile;
use crate::model::flag::Choice;
use crate::model::id::{AnnotationId, ChangeId, ClaimId, DocumentId, EvidenceId, ExclusionId, FlagId, LinkId, QuantityId, SourceId};
use crate::model::letter::{Letter, LetterForm};
use crate::model::link::Role;
use crate::model::preset::Preset;
use crate::model::quantity::Approximation;
use crate::model::source::{FirstHand, SourceKind};
use crate::model::stated::Stated;

/// An article that was read and waits to be added.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// Its frozen text.
    pub text: Text,
    /// Which of its passages are headings, lists and the like.
    pub structure: Structure,
    /// What was read off it.
    pub meta: Meta,
    /// What its writer noted beside the words.
    pub asides: Vec<Aside>,
    /// The file it was read from; none where it was pasted.
    pub original: Option<KeptFile>,
}

impl NewArticle {
    /// Words of which nothing else is known.
    pub fn of(text: Text) -> Self {
        NewArticle { text, structure: Structure::default(), meta: Meta::default(), asides: Vec::new(), original: None }
    }
}

/// A passage of one article and the one of another that says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassagePair {
    /// Where it stands in one.
    pub one: (DocumentId, Span),
    /// Where it stands in the other.
    pub other: (DocumentId, Span),
}

/// What a search looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, or the regular expression.
    pub text: String,
    /// Only in this case of letters.
    pub is_case_sensitive: bool,
    /// Only whole words.
    pub is_whole_words: bool,
    /// The text is a regular expression.
    pub is_regex: bool,
    /// In all articles, not only the one shown.
    pub is_everywhere: bool,
}

/// Something a view, a key or the outside asks for. Views only send; the app runs it between frames.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the sentence of a variant speaks of its fields; naming each again would say nothing")]
pub enum Command {
    /// A row of the catalogue, acting on the selection.
    Run(Action),

    /// Puts caret and selection in an article; equal ends are a bare caret. A selected mark is let go.
    Select { document: DocumentId, anchor: usize, head: usize },
    /// Selects a mark, and shows it if it is out of view.
    SelectMark(AnnotationId),
    /// Moves the ends of a mark; links and rating stay.
    Resize { mark: AnnotationId, span: Span },
    /// Tags these words.
    Tag { document: DocumentId, span: Span, tag: Tag },
    /// Picks a mark as the other end of the link that is being made.
    PickLinkEnd(AnnotationId),
    /// Picks the role of the link that is being made.
    PickRole(Role),

    /// What is typed in a field. All texts of one visit are one step of undo.
    Type { field: Field, text: String, visit: Visit },
    /// Changes claims, all of them in one step.
    Change(Vec<ClaimId>, ClaimChange),
    /// Keeps what a transcript says beside a claim as a row of evidence.
    KeepTranscript { claim: ClaimId, passage: String, likeness: Likeness },
    /// Changes a row of evidence.
    ChangeEvidence(ClaimId, EvidenceId, EvidenceChange),
    /// Changes an entry of the register.
    ChangeSource(SourceId, SourceChange),
    /// Changes the rating scales.
    ChangeScale(ScaleChange),
    /// Signs an article off, or opens it again.
    ChangeArticle(ArticleChange),
    /// Puts back what stood in a field before a change of the history.
    Restore(ChangeId),
    /// Keeps a filter of the queue under a name; one of the same name is replaced.
    SaveFilter { name: String, query: String },
    /// Forgets a filter.
    RemoveFilter(String),
    /// Sets how far a claim is.
    SetStatus(ClaimId, Status),
    /// Rates a claim; `None` clears the rating.
    Rate(ClaimId, Option<u8>),
    /// Keeps a line of the calculator with its result and its working as a row of evidence.
    KeepSum { claim: ClaimId, line: String, language: Language },
    /// States that numbers belong together.
    StateCheck(Stated),
    /// Takes back what was stated.
    DropCheck(Stated),
    /// Adds an empty evidence row.
    AddEvidence(ClaimId),
    /// Keeps what the writer of an article noted beside its words as evidence of a claim.
    KeepAside {
        /// The claim.
        claim: ClaimId,
        /// The article.
        document: DocumentId,
        /// The place of the note among those of the article, from 0.
        aside: usize,
    },
    /// Removes an evidence row.
    RemoveEvidence(ClaimId, EvidenceId),
    /// Moves an evidence row by so many places (negative is up).
    MoveEvidence(ClaimId, EvidenceId, isize),
    /// Sets for or against.
    SetStance(ClaimId, EvidenceId, Stance),
    /// Sets how exactly a number is meant.
    SetApproximation(QuantityId, Approximation),
    /// Sets the kind of a source.
    SetSourceKind(SourceId, SourceKind),
    /// Sets whether a source speaks first hand.
    SetFirstHand(SourceId, FirstHand),
    /// Sets why a passage is not checkable.
    SetReason(ExclusionId, Reason),
    /// Makes a passage checkable again.
    RemoveExclusion(ExclusionId),

    /// Links two records; without a role, with the usual one.
    Link { from: Mention, to: Mention, role: Option<Role> },
    /// Removes a link.
    Unlink(LinkId),
    /// Changes the role of a link.
    SetRole(LinkId, Role),
    /// Makes words another mention of a claim.
    AddMention { claim: ClaimId, document: DocumentId, span: Span },
    /// Makes one claim of each pair of passages that say the same, mentioned in both articles.
    ClaimPairs(Vec<PassagePair>),
    /// Links the claims of each pair of passages as the same; a passage that is no claim yet becomes one.
    LinkPairs(Vec<PassagePair>),
    /// Takes verdict and evidence of a claim that was checked before.
    TakeVerdict { claim: ClaimId, from: Box<Checked> },
    /// Asks for a project whose settled claims are offered again.
    AddToLibrary,
    /// Joins the second claim into the first.
    MergeClaims { keep: ClaimId, join: ClaimId },
    /// Makes a mention a claim of its own.
    SplitClaim(AnnotationId),
    /// Joins the second source into the first.
    MergeSources { keep: SourceId, join: SourceId },
    /// Makes a mention a register entry of its own.
    SplitSource(AnnotationId),
    /// Adds an entry to the register that no article mentions (yet).
    AddSource(String),
    /// Removes one mark (and its record where that was the last one).
    RemoveMark(AnnotationId),
    /// Removes an entry of the register with its mentions and links.
    RemoveSource(SourceId),

    /// Puts numbers into a group, or takes them out of theirs.
    Group { numbers: Vec<QuantityId>, into: GroupChoice },
    /// Notes that numbers do not measure the same: those of the first list among themselves, and as those of the second.
    TellApart { numbers: Vec<QuantityId>, from: Vec<QuantityId> },

    /// Adds articles that were read.
    AddArticles(Vec<NewArticle>),
    /// Puts a new draft in the place of an article; its marks go along.
    OpenDraft(DocumentId, Box<NewArticle>),
    /// Takes the place of something in doubt as right.
    Accept(Doubtful),
    /// Shows something in doubt in its article.
    LookAt(Doubtful),
    /// Removes an article with its marks.
    RemoveArticle(DocumentId),
    /// Moves an article to a place in the list, from 0.
    MoveArticle(DocumentId, usize),
    /// Moves an article down the list by so many places, up where it is less than zero.
    MoveArticleBy(DocumentId, isize),
    /// Shows an article.
    ShowArticle(DocumentId),
    /// Shows a record's first mention and selects it.
    ShowRecord(Mention),
    /// Selects a source or number in its table without leaving it.
    SelectRecord(Mention),
    /// Shows words in an article, for a search hit or a finding.
    ShowPlace { document: DocumentId, span: Span },

    /// Changes what is searched for.
    Search(Query),
    /// Puts the keyboard focus in a field.
    FocusField(Field),
    /// Takes the notice away.
    DismissNotice,
    /// Decides something that a merge left open.
    Decide(FlagId, Choice),

    /// Asks why findings of a rule, named by its code, are not wanted in this project.
    AskWhyOff(String),
    /// Leaves findings of a rule out of this project, with the reason that the report prints.
    SwitchOff { rule: String, reason: String },
    /// Finds them again.
    SwitchOn(String),

    /// Opens these files: articles, or a project.
    OpenPaths(Vec<PathBuf>),
    /// Saves the project there from now on.
    SaveTo(PathBuf),
    /// Writes the report there, in these forms.
    ExportTo(Vec<ExportFormat>, PathBuf),
    /// Asks where to write the report in these forms, then writes it.
    Export(Vec<ExportFormat>),
    /// Stops an export that is under way.
    StopExport,
    /// The ways to print the report, the one in use first.
    SetPresets(Vec<Preset>),
    /// Opens a project that was open before.
    OpenRecent(PathBuf),
    /// Asks for a file with a rating scale, and adds it.
    OpenScale,
    /// Asks where to write the rating scale in use, then writes it.
    SaveScale,
    /// Asks where to write a letter about an article, then writes it.
    SaveLetter(DocumentId, Letter, LetterForm),
    /// Asks for a file that holds evidence, and keeps its path and hash.
    AttachFile(ClaimId, EvidenceId),
    /// The same for a source.
    AttachFileToSource(SourceId),
}

impl Command {
    /// Whether it means the same a moment later, so that it may wait for a long step: it names all that it is about, whatever is selected
    /// by then.
    pub fn can_wait(&self) -> bool {
        matches!(
            self,
            Command::Run(Action::Undo | Action::Redo)
                | Command::Type { .. }
                | Command::Change(..)
                | Command::SetStatus(..)
                | Command::Rate(..)
                | Command::SetStance(..)
                | Command::SetApproximation(..)
                | Command::MoveEvidence(..)
                | Command::MoveArticleBy(..)
        )
    }
}
