//! A choice of what a report holds and how it is printed, kept with the project under a name.

use super::id::DocumentId;
use super::unknown::Unknown;

/// One way to print the report. The words are those of the file and the command line; a blank one leaves the usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    /// Its name; blank for choices that nobody has named.
    pub name: String,
    /// Codes of the parts that are printed; none for the usual ones.
    pub sections: Vec<String>,
    /// The articles; none for all.
    pub articles: Vec<DocumentId>,
    /// Which claims stand in the table of claims.
    pub filter: String,
    /// Full names or initials.
    pub names: String,
    /// The language's tag by BCP 47.
    pub language: String,
    /// The size of the paper.
    pub paper: String,
    /// Whether contacts of sources are printed that exports leave out otherwise.
    pub has_contacts: bool,
    /// Whether an HTML file brings its fonts.
    pub has_fonts: bool,
    /// The address of the page on which reviews of claims are published; blank where nobody has said.
    pub page: String,
    /// What a newer version wrote into it, word for word.
    pub unknown: Unknown,
}
