//! The rules that findings come from: how grave each is, and its words for one finding, for many, and for none.

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must not go out like this.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word on screen and in files, in lower case.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What is looked for. The order is that of the findings: the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Two claims are linked as contradicting one another, and both are confirmed.
    ConfirmedContradiction,
    /// A rating does not say why.
    RatingWithoutReason,
    /// The words of a mark or passage are nowhere in its article.
    PlaceLost,
    /// A mark or passage moved or was changed with its article, and nobody has looked at it.
    PlaceDoubtful,
    /// A claim names no source and has no evidence.
    NoSource,
    /// A claim rests on anonymous sources alone.
    OnlyAnonymous,
    /// A claim is settled, but nobody has rated it.
    SettledUnrated,
    /// A claim is rated, but not settled.
    RatedUnsettled,
    /// A number has no value.
    NumberUnread,
    /// An article has no outlet or no date.
    ArticleIncomplete,
    /// No claim rests on a source.
    SourceUnused,
    /// Sentences of an article are neither marked nor set aside.
    SentencesUntouched,
}

impl Rule {
    /// All rules, the gravest first.
    pub const ALL: [Rule; 12] = [
        Rule::ConfirmedContradiction,
        Rule::RatingWithoutReason,
        Rule::PlaceLost,
        Rule::PlaceDoubtful,
        Rule::NoSource,
        Rule::OnlyAnonymous,
        Rule::SettledUnrated,
        Rule::RatedUnsettled,
        Rule::NumberUnread,
        Rule::ArticleIncomplete,
        Rule::SourceUnused,
        Rule::SentencesUntouched,
    ];

    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Rule::ConfirmedContradiction | Rule::RatingWithoutReason | Rule::PlaceLost => Severity::Error,
            Rule::SourceUnused | Rule::SentencesUntouched => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// A name for machines, kept for ever.
    pub fn code(self) -> &'static str {
        match self {
            Rule::ConfirmedContradiction => "confirmed-contradiction",
            Rule::RatingWithoutReason => "rating-without-reason",
            Rule::PlaceLost => "place-lost",
            Rule::PlaceDoubtful => "place-doubtful",
            Rule::NoSource => "no-source",
            Rule::OnlyAnonymous => "only-anonymous",
            Rule::SettledUnrated => "settled-unrated",
            Rule::RatedUnsettled => "rated-unsettled",
            Rule::NumberUnread => "number-unread",
            Rule::ArticleIncomplete => "article-incomplete",
            Rule::SourceUnused => "source-unused",
            Rule::SentencesUntouched => "sentences-untouched",
        }
    }

    /// A line for a list of checks: how many findings there are, or that all is well.
    pub fn summary(self, findings: usize) -> String {
        let [one, many, none] = self.summary_words();
        match findings {
            0 => none.to_owned(),
            1 => format!("1 {one}"),
            _ => format!("{findings} {many}"),
        }
    }

    fn summary_words(self) -> [&'static str; 3] {
        match self {
            Rule::ConfirmedContradiction => [
                "pair of confirmed claims contradict each other",
                "pairs of confirmed claims contradict each other",
                "No confirmed claims contradict each other",
            ],
            Rule::RatingWithoutReason => ["rating has no reason", "ratings have no reason", "Every rating has a reason"],
            Rule::PlaceLost => ["place is lost", "places are lost", "Every mark stands on its words"],
            Rule::PlaceDoubtful => ["place must be looked at", "places must be looked at", "Every place was looked at"],
            Rule::NoSource => ["claim names no source", "claims name no source", "Every claim names a source"],
            Rule::OnlyAnonymous => [
                "claim rests on anonymous sources alone",
                "claims rest on anonymous sources alone",
                "No claim rests on anonymous sources alone",
            ],
            Rule::SettledUnrated => ["settled claim is not rated", "settled claims are not rated", "Every settled claim is rated"],
            Rule::RatedUnsettled => ["rating on a claim not settled", "ratings on claims not settled", "Every rated claim is settled"],
            Rule::NumberUnread => ["number has no value", "numbers have no value", "Every number has a value"],
            Rule::ArticleIncomplete => {
                ["article lacks outlet or date", "articles lack outlet or date", "Every article has outlet and date"]
            }
            Rule::SourceUnused => ["source carries no claim", "sources carry no claim", "Every source carries a claim"],
            Rule::SentencesUntouched => {
                ["article has untouched sentences", "articles have untouched sentences", "Every sentence is marked or set aside"]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_once_the_gravest_first() {
        assert!(Rule::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].severity() <= pair[1].severity()));
        assert_eq!(Rule::NoSource.summary(1), "1 claim names no source");
        assert_eq!(Rule::NoSource.summary(9), "9 claims name no source");
        assert_eq!(Rule::NoSource.summary(0), "Every claim names a source");
    }
}
