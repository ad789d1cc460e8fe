//! What the desktop asks of every program and no toolkit of ours hands on: whether things may move, and whether contrast should
//! be high.

#[cfg(target_os = "linux")]
mod portal;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::storage::{Disk, Fs as _};

/// What the desktop asks for while the program runs. Copies share it.
#[derive(Clone, Debug, Default)]
pub struct Wishes(Arc<Told>);

#[derive(Debug, Default)]
struct Told {
    is_still: AtomicBool,
    has_contrast: AtomicBool,
}

impl Wishes {
    /// Whether nothing may move.
    pub fn is_still(&self) -> bool {
        self.0.is_still.load(Ordering::Relaxed)
    }

    /// Whether contrast should be high.
    pub fn has_contrast(&self) -> bool {
        self.0.has_contrast.load(Ordering::Relaxed)
    }

    /// Asks the desktop on a thread of its own, which may take its time, and hears of changes from then on. `wake` is called
    /// after each. `address` is that of another bus than the session's, for tests.
    #[cfg(target_os = "linux")]
    pub fn listen(&self, address: Option<String>, wake: impl Fn() + Send + 'static) {
        let wishes = self.clone();
        std::thread::spawn(move || portal::listen(&wishes, address.as_deref(), &wake));
    }
}

/// Files below the folder of settings, each with a line that means "nothing may move", for desktops without a portal.
const STILL: [(&str, &[&str]); 3] = [
    ("gtk-4.0/settings.ini", &["gtk-enable-animations=false", "gtk-enable-animations=0"]),
    ("gtk-3.0/settings.ini", &["gtk-enable-animations=false", "gtk-enable-animations=0"]),
    ("kdeglobals", &["AnimationDurationFactor=0"]),
];

/// Whether the desktop whose settings lie in `folder` asks for less motion.
pub fn is_still(folder: &Path) -> bool {
    STILL.iter().any(|(file, lines)| {
        let bytes = Disk.read(&folder.join(file)).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
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
