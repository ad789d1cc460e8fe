//! What the desktop asks of every program and no toolkit of ours hands on: whether things may move.

use std::path::Path;

/// Files below the folder of settings, each with a line that means "nothing may move". GNOME keeps its own in a database;
/// there the checker says so in our settings.
const STILL: [(&str, &[&str]); 3] = [
    ("gtk-4.0/settings.ini", &["gtk-enable-animations=false", "gtk-enable-animations=0"]),
    ("gtk-3.0/settings.ini", &["gtk-enable-animations=false", "gtk-enable-animations=0"]),
    ("kdeglobals", &["AnimationDurationFactor=0"]),
];

/// Whether the desktop whose settings lie in `folder` asks for less motion.
pub fn is_still(folder: &Path) -> bool {
    STILL.iter().any(|(file, lines)| {
        let text = std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        let line = |line: &str| line.split_whitespace().collect::<String>();
        text.lines().map(line).any(|line| lines.contains(&line.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desktop_without_animations_is_heard() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_still(folder.path()));
        std::fs::create_dir(folder.path().join("gtk-3.0")).unwrap();
        let file = folder.path().join("gtk-3.0/settings.ini");
        std::fs::write(&file, "[Settings]\ngtk-enable-animations=true\n").unwrap();
        assert!(!is_still(folder.path()));
        std::fs::write(&file, "[Settings]\ngtk-enable-animations = false\n").unwrap();
        assert!(is_still(folder.path()));
        std::fs::write(&file, "").unwrap();
        std::fs::write(folder.path().join("kdeglobals"), "[KDE]\nAnimationDurationFactor=0.5\n").unwrap();
        assert!(!is_still(folder.path()));
        std::fs::write(folder.path().join("kdeglobals"), "[KDE]\nAnimationDurationFactor=0\n").unwrap();
        assert!(is_still(folder.path()));
    }
}
