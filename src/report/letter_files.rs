//! The letters of a desk as plain text, a file for each article and kind of letter that has something to say.

use super::export::{Export, ExportError};
use super::forms::{Printed, PrintedFile};
use super::letters::{Letter, LetterForm, Writing, write};
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Status};
use crate::model::id::DocumentId;

/// Prints the letters about the articles of the report: `-A-questions`, `-A-changes`.
///
/// # Errors
/// When the text of a letter has a placeholder that there is not.
pub fn letter_files(export: &Export<'_>) -> Result<Printed, ExportError> {
    let writing = Writing { checker: export.report.checker.clone(), now: export.input.today, offset: export.input.offset };
    let mut printed = Printed::default();
    for article in &export.report.articles {
        for letter in Letter::ALL {
            if !has_words(export, article.document, letter) {
                continue;
            }
            let words = write((export.project, export.lookup), article.document, (letter, LetterForm::Text), &writing);
            let words = words.map_err(|error| ExportError::Failed { form: "letter", why: error.to_string() })?;
            printed.files.push(PrintedFile { suffix: format!("-{}-{}", article.letter, letter.code()), bytes: words.into_bytes() });
        }
    }
    if printed.files.is_empty() {
        printed.losses.push("There is nothing to write: no claim waits for an answer, and none is to be changed.".to_owned());
    }
    Ok(printed)
}

/// Whether a letter about an article has anything to say.
fn has_words(export: &Export<'_>, document: DocumentId, letter: Letter) -> bool {
    let is_about = |claim: &Claim| match letter {
        Letter::Questions => {
            matches!(claim.status, Status::Asked | Status::Unresolved) || claim.evidence.iter().any(|row| row.is_waiting())
        }
        Letter::Changes => claim.correction.is_some() || claim.status == Status::Cut,
    };
    let claims = export.lookup.claims_in(export.project, document);
    let marked = claims.iter().filter(|(id, _)| !export.lookup.mentions(Mention::Claim(*id)).is_empty());
    marked.filter_map(|(id, _)| export.project.claims().get(id)).any(is_about)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::export::testing::exported;
    use crate::report::testing::{HOSTILE, hostile, small};

    #[test]
    fn each_article_has_the_letters_that_say_something() {
        let printed = exported(&small(), |export| letter_files(export).unwrap());
        let suffixes: Vec<_> = printed.files.iter().map(|file| file.suffix.as_str()).collect();
        assert_eq!(suffixes, ["-A-questions", "-A-changes", "-B-questions", "-B-changes"]);
        let changes = String::from_utf8(printed.files[1].bytes.clone()).unwrap();
        assert!(changes.contains("Should be: The engineers closed Gate 3 at 2:14 a.m."), "{changes}");
        let nothing = exported(&crate::testing::Desk::default(), |export| letter_files(export).unwrap());
        assert_eq!((nothing.files.len(), nothing.losses.len()), (0, 1));
    }

    #[test]
    fn words_of_a_letter_are_what_was_written() {
        for words in HOSTILE {
            let printed = exported(&hostile(words), |export| letter_files(export).unwrap());
            let all: String = printed.files.iter().map(|file| String::from_utf8(file.bytes.clone()).unwrap()).collect();
            assert!(all.contains(words.trim()), "{words}");
        }
    }
}
