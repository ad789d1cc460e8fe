//! Parts of the window that know egui and no model.

pub mod typeset;
