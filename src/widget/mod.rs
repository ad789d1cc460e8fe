//! The parts that the window is built of: theme, fonts, icons and small controls. They know egui and no model, so that
//! every view draws the same button and a change of look happens in one place.

pub mod access;
pub mod badge;
pub mod brand;
pub mod button;
pub mod check_box;
pub mod chip;
pub mod editor;
pub mod field;
pub mod font;
pub mod icon;
pub mod icon_button;
pub mod key;
pub mod line;
pub mod message;
pub mod modal;
pub mod paint;
pub mod progress;
pub mod rating;
pub mod row;
pub mod section;
pub mod separator;
pub mod status_button;
pub mod style;
pub mod tab;
pub mod theme;
pub mod trailing;
pub mod typeset;

pub use access::{Spoken, announce_ui, follow_focus_ui};
pub use badge::{Badge, letter_badge_ui};
pub use brand::brand_ui;
pub use button::{Button, button_ui, link_button_ui};
pub use check_box::check_box_ui;
pub use chip::{Chip, chip_ui};
pub use field::{TextField, text_area_ui, text_field_ui};
pub use font::Face;
pub use icon::{Icon, icon_text_ui, icon_text_width, icon_ui, paint_icon};
pub use icon_button::{IconButton, icon_button_ui};
pub use key::key_cap_ui;
pub use message::{Answer, Message, Tone, message_bar_ui, toast_ui};
pub use modal::{ModalHead, ModalWindow, modal_head_ui, modal_ui};
pub use progress::progress_ui;
pub use rating::{rating_chip_ui, rating_scale_ui};
pub use row::{Row, row_ui};
pub use section::{section_ui, section_with_ui};
pub use separator::{hairline_ui, upright_hairline_ui};
pub use status_button::{StatusButton, status_button_ui, status_grid_ui};
pub use tab::{Tab, tab_ui};
pub use theme::{Theme, ThemeChoice};
pub use trailing::trailing_ui;

#[cfg(test)]
mod tests;
