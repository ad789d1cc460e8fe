//! Which icon stands for which state, kind or stance, everywhere in the window.

use crate::model::claim::{Stance, Status};
use crate::model::source::SourceKind;
use crate::widget::Icon;

/// The icon of a status.
pub fn status_icon(status: Status) -> Icon {
    match status {
        Status::Open => Icon::Circle,
        Status::Asked => Icon::Send,
        Status::Confirmed => Icon::Check,
        Status::Changed => Icon::Pencil,
        Status::Cut => Icon::Scissors,
        Status::Unresolved => Icon::CircleQuestionMark,
    }
}

/// The icon of a kind of source.
pub fn kind_icon(kind: SourceKind) -> Icon {
    match kind {
        SourceKind::Person => Icon::User,
        SourceKind::Anonymous => Icon::HatGlasses,
        SourceKind::Organisation => Icon::Building2,
        SourceKind::Document => Icon::FileText,
        SourceKind::Media => Icon::Newspaper,
    }
}

/// The icon of evidence for, against, or beside the matter.
pub fn stance_icon(stance: Stance) -> Icon {
    match stance {
        Stance::Supports => Icon::Check,
        Stance::Contradicts => Icon::X,
        Stance::Context => Icon::Ellipsis,
    }
}
