//! Handing a file to the programs of the system: the one that shows such files, or the one that shows folders.

use std::path::Path;

/// How a file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Opened with the program for its kind.
    Opened,
    /// Picked out in its folder.
    InFolder,
}

/// Shows a file; the error is in words. Tests have one of their own, since nothing may start there.
pub type Viewer = fn(&Path, Shown) -> Result<(), String>;

/// Shows a file with the programs of this system.
///
/// # Errors
/// In words, where it has none.
pub fn system_viewer(path: &Path, how: Shown) -> Result<(), String> {
    let shown = match how {
        Shown::Opened => opener::open(path),
        Shown::InFolder => opener::reveal(path),
    };
    shown.map_err(|error| error.to_string())
}
