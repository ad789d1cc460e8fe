//! The lines of the backups window in words: when, how large, and what has changed since.

use crate::model::moment::Moment;
use crate::view::wording::{capitalised, count, time_of};

/// A backup as the window shows it. The app fills in what it finds out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupLine {
    /// When it was made.
    pub made: Moment,
    /// Size of its file in bytes, once it is known.
    pub bytes: Option<usize>,
    /// How it compares with the project as it is now.
    pub told: Told,
}

/// What is known of the difference between a backup and the project as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It is being found out.
    Waiting,
    /// There is none.
    Same,
    /// There is one.
    Differs {
        /// What was done since the backup, with counts.
        since: String,
        /// What would be done to the project as it is now.
        restoring: String,
        /// Warnings with which the backup was read.
        warnings: usize,
    },
    /// The backup cannot be opened, in words.
    Unreadable(String),
}

impl BackupLine {
    /// A backup of which only the time is known.
    pub fn new(made: Moment) -> Self {
        BackupLine { made, bytes: None, told: Told::Waiting }
    }

    /// Whether there is something to restore.
    pub fn can_restore(&self) -> bool {
        matches!(self.told, Told::Differs { .. })
    }

    /// What has changed since, in the list.
    pub fn since_words(&self) -> String {
        match &self.told {
            Told::Waiting => "Comparing …".to_owned(),
            Told::Same => "The same as now".to_owned(),
            Told::Differs { since, .. } => format!("Since then: {since}"),
            Told::Unreadable(_) => "Cannot be read".to_owned(),
        }
    }

    /// What restoring it would change, below the list.
    pub fn restoring_words(&self) -> String {
        match &self.told {
            Told::Waiting => "It is being compared with the project as it is now.".to_owned(),
            Told::Same => "Nothing: it holds the project as it is now.".to_owned(),
            Told::Differs { restoring, warnings: 0, .. } => format!("{}.", capitalised(restoring)),
            Told::Differs { restoring, warnings, .. } => {
                format!("{}. The backup was read with {}.", capitalised(restoring), count(*warnings, "warning"))
            }
            Told::Unreadable(words) => format!("Nothing: {words}. A copy of it can be saved and looked at in a text editor."),
        }
    }

    /// The line as a screen reader says it.
    pub fn spoken(&self, now: Moment) -> String {
        let size = self.bytes.map_or_else(String::new, |bytes| format!(", {}", size_words(bytes)));
        format!("Backup of {}{size}. {}", time_of(self.made, now), self.since_words())
    }
}

/// `820 bytes`, `12 KB`, `1.4 MB`.
pub fn size_words(bytes: usize) -> String {
    match bytes as f64 {
        size if size < 1e3 => format!("{bytes} bytes"),
        size if size < 1e6 => format!("{:.0} KB", size / 1e3),
        size => format!("{:.1} MB", size / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::NOW;

    #[test]
    fn sizes_are_told_in_round_numbers() {
        assert_eq!([820, 12_345, 1_449_000].map(size_words), ["820 bytes", "12 KB", "1.4 MB"]);
    }

    #[test]
    fn a_line_tells_what_has_changed_since_and_what_restoring_would_do() {
        let mut line = BackupLine::new(NOW);
        let begins = format!("Backup of {}", time_of(NOW, NOW));
        assert_eq!((line.spoken(NOW), line.can_restore()), (format!("{begins}. Comparing …"), false));
        line.bytes = Some(820);
        line.told =
            Told::Differs { since: "3 claims rated".into(), restoring: "3 claims with their rating taken back".into(), warnings: 1 };
        assert_eq!(line.spoken(NOW), format!("{begins}, 820 bytes. Since then: 3 claims rated"));
        let restoring = "3 claims with their rating taken back. The backup was read with 1 warning.";
        assert_eq!((line.restoring_words().as_str(), line.can_restore()), (restoring, true));
        line.told = Told::Same;
        assert_eq!((line.restoring_words().as_str(), line.can_restore()), ("Nothing: it holds the project as it is now.", false));
    }
}
