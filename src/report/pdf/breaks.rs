//! Where a line may end, by the same tables that the typesetter uses.

use std::sync::LazyLock;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

static LINES: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| LineSegmenter::new_dictionary(LineBreakOptions::default()));

/// The places after which a line may end, as byte offsets; the end of the text is one.
pub(super) fn breaks(text: &str) -> impl Iterator<Item = usize> {
    LINES.segment_str(text).skip(1)
}
