//! A rating scale by itself, as one record of the project format, so that desks can hand theirs on.

use super::format;
use super::read::house;
use super::record::parse;
use super::write::rows;
use super::written::Written;
use crate::model::claim::Scale;

/// A file is no rating scale.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoScale {
    /// It is no RON, or not of this shape.
    #[error("this is no rating scale: {0}")]
    Malformed(String),
    /// It names no values.
    #[error("this scale has no values")]
    Empty,
}

/// The scale as a file.
pub fn to_ron(scale: &Scale) -> String {
    format!("// Tickmark rating scale. Places run from 1 (wrong) to 5 (right).\n{}\n", rows::scale(scale).to_ron())
}

/// Reads the scale of a file.
///
/// # Errors
/// When it is none.
pub fn read(bytes: &[u8]) -> Result<Scale, NoScale> {
    let text = String::from_utf8_lossy(bytes);
    let row: format::Scale = parse(text.trim_start_matches('\u{feff}'))
        .map_err(|error| NoScale::Malformed(format!("{} (line {})", error.code, error.span.start.line)))?;
    let mut problems = Vec::new();
    match house::scale(row, &mut problems) {
        Some(scale) if problems.is_empty() && !scale.values.is_empty() => Ok(scale),
        Some(_) | None => Err(problems.first().map_or(NoScale::Empty, |(_, problem)| NoScale::Malformed(problem.to_string()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::claim::{Grade, ScaleValue};

    #[test]
    fn a_scale_goes_out_and_comes_back() {
        let half = ScaleValue { meaning: "Some of it holds.".into(), ..ScaleValue::new("Half true", Grade::ALL[2]) };
        let scale =
            Scale { values: vec![half, ScaleValue::new("True", Grade::ALL[4])], ..Scale { name: "Radio".into(), ..Scale::default() } };
        for scale in [scale, Scale::default()] {
            assert_eq!(read(to_ron(&scale).as_bytes()), Ok(scale));
        }
        assert_eq!(read(b"()"), Err(NoScale::Empty));
        for wrong in ["", "(name: 5)", "(name: \"x\", values: [(word: \"y\", place: 9)])", "Article text."] {
            assert!(matches!(read(wrong.as_bytes()), Err(NoScale::Malformed(_))), "{wrong}");
        }
    }
}
