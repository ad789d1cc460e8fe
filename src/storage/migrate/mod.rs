//! Files of older versions become files of the current one, step by step: one file a step, each a pure function from text to text with
//! types of its own, so that nothing that changes later can change it. `tests/old_projects` holds a file of every version.

mod v1;

use std::borrow::Cow;

use ron::error::SpannedError;
use ron::value::RawValue;

use super::format::{self, VERSION};
use super::record::parse;

macro_rules! check {
    ($types:ident, $list:expr, $text:expr) => {
        match $list {
            "documents" => parse::<$types::Document>($text).map(drop),
            "sources" => parse::<$types::Source>($text).map(drop),
            "quantities" => parse::<$types::Quantity>($text).map(drop),
            "claims" => parse::<$types::Claim>($text).map(drop),
            "annotations" => parse::<$types::Annotation>($text).map(drop),
            "links" => parse::<$types::Link>($text).map(drop),
            "exclusions" => parse::<$types::Exclusion>($text).map(drop),
            "changes" => parse::<$types::Change>($text).map(drop),
            _ => RawValue::from_ron($text).map(drop),
        }
    };
}

/// A file of any version up to the current one as one of the current version.
///
/// # Errors
/// When it breaks the rules of its version, with the place in it.
pub fn to_current(text: &str, version: u32) -> Result<Cow<'_, str>, SpannedError> {
    let mut text = Cow::Borrowed(text);
    for step in version..VERSION {
        text = match step {
            1 => Cow::Owned(v1::to_v2(&text)?),
            _ => text,
        };
    }
    Ok(text)
}

/// Whether a text is a record of that list in that version. Of a list that is not known it need only be sound.
///
/// # Errors
/// Why it is not, with the place in it.
pub fn check_record(version: u32, list: &str, text: &str) -> Result<(), SpannedError> {
    match version {
        1 => check!(v1, list, text),
        _ if list == "flags" => parse::<format::Flag>(text).map(drop),
        _ if list == "more_scales" => parse::<format::Scale>(text).map(drop),
        _ if list == "grades" => parse::<format::GradeWord>(text).map(drop),
        _ if list == "switched_off" => parse::<format::SwitchedOff>(text).map(drop),
        _ if list == "filters" => parse::<format::SavedFilter>(text).map(drop),
        _ if list == "groups" => parse::<format::Group>(text).map(drop),
        _ if list == "told_apart" => parse::<format::ToldApart>(text).map(drop),
        _ if list == "stated" => parse::<format::Stated>(text).map(drop),
        _ if list == "kept_apart" => parse::<format::KeptApart>(text).map(drop),
        _ if list == "presets" => parse::<format::Preset>(text).map(drop),
        _ if list == "templates" => parse::<format::Template>(text).map(drop),
        _ => check!(format, list, text),
    }
}

/// Whether a text is the value of that field of a file of that version.
///
/// # Errors
/// Why it is not, with the place in it.
pub fn check_field(version: u32, name: &str, text: &str) -> Result<(), SpannedError> {
    match (name, version) {
        ("name" | "id", _) => parse::<String>(text).map(drop),
        ("scale", 1) => parse::<v1::Scale>(text).map(drop),
        ("scale", _) => parse::<format::Scale>(text).map(drop),
        _ => RawValue::from_ron(text).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = include_str!("../../../tests/old_projects/1.ron");

    #[test]
    fn version_1_becomes_version_2_word_for_word() {
        let current = to_current(OLD, 1).unwrap();
        assert!(current.starts_with("(\n  version: 2,\n  least_reader: 2,\n"));
        let words = |text: &str| {
            text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let (old, new) = (words(OLD.split_once("  name:").unwrap().1), words(current.split_once("  name:").unwrap().1));
        assert_eq!(old, new);
    }

    #[test]
    fn what_version_1_did_not_know_survives_too() {
        let with = OLD.replacen("grade: \"B2\",", "grade: \"B2\",\n      colour: {\"a\": Red(1)},", 1).replacen(
            "status: Open",
            "status: Paused",
            1,
        );
        let current = to_current(&with, 1).unwrap();
        assert!(current.contains("colour: {\"a\": Red(1)})") && current.contains("status: Paused,"), "{current}");
    }

    #[test]
    fn a_fault_in_an_old_file_is_named_at_its_place_there() {
        let broken = OLD.replacen("number: 1", "number: one", 1);
        let line = OLD.lines().position(|line| line.contains("number: 1")).unwrap() + 1;
        assert_eq!(to_current(&broken, 1).unwrap_err().span.start.line, line);
    }
}
