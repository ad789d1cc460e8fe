//! Laid-out short texts, kept as long as they are shown, so that a table of quotes scrolls cheaply.

use std::collections::HashMap;
use std::sync::Arc;

use super::paragraph::Paragraph;
use super::style::TextStyle;

/// Above this many texts, those not shown lately are dropped.
const MAX_IDLE: usize = 512;
/// How many frames a text may stay unseen once there are too many.
const IDLE_FRAMES: u64 = 2;

/// What a laid-out label depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct LabelKey {
    /// Hash of the text and of its emphasised ranges.
    pub(super) text_hash: u64,
    pub(super) style: TextStyle,
    /// Bits of the width in points.
    pub(super) width_bits: u32,
    /// `usize::MAX` for as many as it takes.
    pub(super) max_rows: usize,
}

/// A label ready to paint: the words that fit, and how many bytes of the text they are.
pub(super) struct SetLabel {
    pub(super) paragraph: Paragraph,
    /// Bytes of the text that are shown; behind them stands an ellipsis, if words were left out.
    pub(super) shown: usize,
    pub(super) is_elided: bool,
}

/// Labels by what they depend on, each with the frame it was last shown in.
#[derive(Default)]
pub(super) struct LabelCache {
    labels: HashMap<LabelKey, (Arc<SetLabel>, u64)>,
}

impl LabelCache {
    /// The label, marked as shown in `frame`.
    pub(super) fn get(&mut self, key: &LabelKey, frame: u64) -> Option<Arc<SetLabel>> {
        let (label, last_shown) = self.labels.get_mut(key)?;
        *last_shown = frame;
        Some(Arc::clone(label))
    }

    /// Keeps a label shown in `frame`.
    pub(super) fn insert(&mut self, key: LabelKey, label: Arc<SetLabel>, frame: u64) {
        if self.labels.len() >= MAX_IDLE {
            self.labels.retain(|_, (_, last_shown)| *last_shown + IDLE_FRAMES >= frame);
        }
        self.labels.insert(key, (label, frame));
    }

    /// Number of labels held.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }
}
