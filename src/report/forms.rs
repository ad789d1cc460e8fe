//! What a writer gives: files, and in sentences what its form cannot express.

/// A report in one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Its files. A form with one file has a blank suffix; one with several tells them apart by it.
    pub files: Vec<PrintedFile>,
    /// What the form could not express, a sentence each.
    pub losses: Vec<String>,
}

/// One file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedFile {
    /// What is put behind the name that was chosen, before the extension: `-claims` for `report-claims.csv`; blank for the name itself.
    pub suffix: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Printed {
    /// A form with one file.
    pub fn one(bytes: impl Into<Vec<u8>>, losses: Vec<String>) -> Self {
        Printed { files: vec![PrintedFile { suffix: String::new(), bytes: bytes.into() }], losses }
    }
}
