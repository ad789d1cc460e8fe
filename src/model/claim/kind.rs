//! What sort of thing a claim says, and what can go wrong if it is wrong.

/// What sort of thing is claimed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimKind {
    /// Something that is or was so.
    #[default]
    Fact,
    /// That somebody said these words.
    Quote,
    /// How somebody or something is called.
    Name,
    /// When something was.
    Date,
    /// How much or how many.
    Figure,
    /// Somebody's view.
    Opinion,
    /// What will be.
    Forecast,
}

impl ClaimKind {
    /// All kinds, in the order of the menu.
    pub const ALL: [ClaimKind; 7] =
        [ClaimKind::Fact, ClaimKind::Quote, ClaimKind::Name, ClaimKind::Date, ClaimKind::Figure, ClaimKind::Opinion, ClaimKind::Forecast];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            ClaimKind::Fact => "Fact",
            ClaimKind::Quote => "Quote",
            ClaimKind::Name => "Name",
            ClaimKind::Date => "Date",
            ClaimKind::Figure => "Figure",
            ClaimKind::Opinion => "Opinion",
            ClaimKind::Forecast => "Forecast",
        }
    }
}

/// Why a claim must be right before all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Risk {
    /// Somebody could go to court over it.
    Legal,
    /// People could come to harm who act on it.
    Health,
    /// It is about somebody under age.
    Minors,
    /// It puts words in somebody's mouth.
    Quote,
    /// It could put a person in danger.
    Safety,
}

impl Risk {
    /// All risks, in the order of the buttons.
    pub const ALL: [Risk; 5] = [Risk::Legal, Risk::Health, Risk::Minors, Risk::Quote, Risk::Safety];

    /// The word on screen.
    pub fn word(self) -> &'static str {
        match self {
            Risk::Legal => "Legal",
            Risk::Health => "Health",
            Risk::Minors => "Minors",
            Risk::Quote => "Quote",
            Risk::Safety => "Safety",
        }
    }
}

/// A set of risks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Risks(u8);

impl Risks {
    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether a risk is among them.
    pub fn has(self, risk: Risk) -> bool {
        self.0 & (1 << risk as u8) != 0
    }

    /// The set with a risk turned on or off.
    pub fn with(self, risk: Risk, is_on: bool) -> Self {
        let bit = 1 << risk as u8;
        Risks(if is_on { self.0 | bit } else { self.0 & !bit })
    }

    /// The risks, in the order of the buttons.
    pub fn iter(self) -> impl Iterator<Item = Risk> {
        Risk::ALL.into_iter().filter(move |risk| self.has(*risk))
    }

    /// The words of all, with commas: `Legal, Minors`.
    pub fn words(self) -> String {
        self.iter().map(Risk::word).collect::<Vec<_>>().join(", ")
    }
}

impl FromIterator<Risk> for Risks {
    fn from_iter<T: IntoIterator<Item = Risk>>(risks: T) -> Self {
        risks.into_iter().fold(Risks::default(), |set, risk| set.with(risk, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn risks_are_a_set() {
        let risks: Risks = [Risk::Safety, Risk::Legal, Risk::Legal].into_iter().collect();
        assert_eq!((risks.words().as_str(), risks.len()), ("Legal, Safety", 2));
        assert_eq!(risks.with(Risk::Legal, false).words(), "Safety");
        assert!(Risks::default().is_empty() && !risks.has(Risk::Minors));
    }
}
