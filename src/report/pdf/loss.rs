//! What a PDF could not express, in sentences.

use std::collections::BTreeMap;

use unicode_script::{Script, UnicodeScript};

/// Sentences on the signs that could not be printed.
pub(super) fn signs(lost: &BTreeMap<char, usize>) -> Vec<String> {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (sign, count) in lost {
        *kinds.entry(kind(*sign)).or_default() += count;
    }
    kinds.into_iter().map(|(kind, count)| sentence(&kind, count)).collect()
}

/// A sentence on why the file does not claim to be archival and accessible.
pub(super) fn standards(reason: &str) -> String {
    format!("The PDF does not say that it keeps to PDF/UA-1 and PDF/A-2a: {reason}. It is tagged all the same.")
}

/// A sentence on a report that took several files.
pub(super) fn volumes(of: usize) -> String {
    format!("The report is too long for one PDF and stands in {of}. A link that would lead from one to another is printed as words.")
}

/// What a sign is one of; blank for those that no font can have.
fn kind(sign: char) -> String {
    match sign {
        _ if sign.is_control() => String::new(),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => String::new(),
        _ => match sign.script() {
            Script::Common | Script::Inherited | Script::Unknown => "no script".to_owned(),
            script => script.full_name().replace('_', " "),
        },
    }
}

fn sentence(kind: &str, count: usize) -> String {
    let (characters, have, stand, them) = match count {
        1 => ("character", "has", "stands", "it"),
        _ => ("characters", "have", "stand", "them"),
    };
    match kind {
        "" => format!("{count} control or private {characters} cannot be printed and {stand} as � in the PDF."),
        "no script" => format!(
            "{count} {characters} {have} no font on this computer and {stand} as � in the PDF. Install a font with {them} and save again."
        ),
        _ => format!(
            "{count} {characters} of {kind} {have} no font on this computer and {stand} as � in the PDF. Install a font for {kind} and save again."
        ),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::signs;

    #[test]
    fn losses_name_the_script() {
        let lost = BTreeMap::from([('ཀ', 2), ('ཁ', 1), ('\u{1}', 1), ('\u{1F9FF}', 1)]);
        let expected = [
            "1 control or private character cannot be printed and stands as � in the PDF.",
            "3 characters of Tibetan have no font on this computer and stand as � in the PDF. Install a font for Tibetan and save again.",
            "1 character has no font on this computer and stands as � in the PDF. Install a font with it and save again.",
        ];
        assert_eq!(signs(&lost), expected);
    }
}
