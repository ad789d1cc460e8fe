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
    /// A claim counts as right while evidence speaks against it and none for it.
    ContradictionUnanswered,
    /// A quote is not word for word what the evidence quotes.
    QuoteAltered,
    /// A rating does not say why.
    RatingWithoutReason,
    /// The words of a mark or passage are nowhere in its article.
    PlaceLost,
    /// A mark or passage moved or was changed with its article, and nobody has looked at it.
    PlaceDoubtful,
    /// An article holds signs by which it may be other than it looks.
    SignsHidden,
    /// Figures of the same cannot all be right.
    FiguresDisagree,
    /// The value of a number is not the one that its words say.
    NumberMisread,
    /// Numbers of one sentence do not fit each other.
    SumFails,
    /// A claim names no source and has no evidence.
    NoSource,
    /// A claim rests on anonymous sources alone.
    OnlyAnonymous,
    /// A claim rests on sources alone that pass on what others say.
    OnlySecondary,
    /// Sources that look like several rest on the same, or on themselves.
    CircularSupport,
    /// A rating has no evidence that another person could find.
    RatingUnfindable,
    /// A claim is rated with a word that its scale no longer has.
    RatingOutdated,
    /// A claim is settled, but nobody has rated it.
    SettledUnrated,
    /// A claim is rated, but not settled.
    RatedUnsettled,
    /// A claim counts as changed, but writer or editor have not agreed to the wording.
    CorrectionUnagreed,
    /// A question is out, and its answer is late.
    AskedOverdue,
    /// Evidence was seen before the article appeared.
    EvidenceEarly,
    /// A number has no value.
    NumberUnread,
    /// Nobody knows who a person is.
    PersonUnidentified,
    /// A document has no page, address or file.
    DocumentUnlocated,
    /// An article has no outlet, no date or no address.
    ArticleIncomplete,
    /// A number has no unit, or nobody wrote what it measures.
    NumberUnmeasured,
    /// Nothing rests on a source.
    SourceUnused,
    /// Sentences of an article are neither marked nor set aside.
    SentencesUntouched,
}

/// What is fixed about a rule.
struct Row {
    code: &'static str,
    severity: Severity,
    title: &'static str,
    /// Behind `1`, behind a larger number, and where there is nothing.
    summary: [&'static str; 3],
}

impl Rule {
    /// All rules, the gravest first.
    pub const ALL: [Rule; 28] = [
        Rule::ConfirmedContradiction,
        Rule::ContradictionUnanswered,
        Rule::QuoteAltered,
        Rule::RatingWithoutReason,
        Rule::PlaceLost,
        Rule::PlaceDoubtful,
        Rule::SignsHidden,
        Rule::FiguresDisagree,
        Rule::NumberMisread,
        Rule::SumFails,
        Rule::NoSource,
        Rule::OnlyAnonymous,
        Rule::OnlySecondary,
        Rule::CircularSupport,
        Rule::RatingUnfindable,
        Rule::RatingOutdated,
        Rule::SettledUnrated,
        Rule::RatedUnsettled,
        Rule::CorrectionUnagreed,
        Rule::AskedOverdue,
        Rule::EvidenceEarly,
        Rule::NumberUnread,
        Rule::PersonUnidentified,
        Rule::DocumentUnlocated,
        Rule::ArticleIncomplete,
        Rule::NumberUnmeasured,
        Rule::SourceUnused,
        Rule::SentencesUntouched,
    ];

    /// The rule with that name for machines.
    pub fn of_code(code: &str) -> Option<Rule> {
        Rule::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// How grave it is.
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// A name for machines, kept for ever.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// A name for lists: `Only anonymous sources`.
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// A line for a list of checks: how many findings there are, or that all is well.
    pub fn summary(self, findings: usize) -> String {
        let [one, many, none] = self.row().summary;
        match findings {
            0 => none.to_owned(),
            1 => format!("1 {one}"),
            _ => format!("{findings} {many}"),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table, one line a rule but for the way it is set")]
    fn row(self) -> Row {
        let (code, severity, title, summary) = match self {
            Rule::ConfirmedContradiction => (
                "confirmed-contradiction",
                Severity::Error,
                "Confirmed and contradicted",
                [
                    "pair of confirmed claims contradict each other",
                    "pairs of confirmed claims contradict each other",
                    "No confirmed claims contradict each other",
                ],
            ),
            Rule::ContradictionUnanswered => (
                "contradiction-unanswered",
                Severity::Error,
                "Evidence against, not answered",
                [
                    "claim has evidence against it that nothing answers",
                    "claims have evidence against them that nothing answers",
                    "All evidence against a claim is answered",
                ],
            ),
            Rule::QuoteAltered => (
                "quote-altered",
                Severity::Error,
                "Quote not as said",
                ["quote is not as it was said", "quotes are not as they were said", "No quote differs from its transcript"],
            ),
            Rule::RatingWithoutReason => (
                "rating-without-reason",
                Severity::Error,
                "Rating without a reason",
                ["rating has no reason", "ratings have no reason", "Every rating has a reason"],
            ),
            Rule::PlaceLost => {
                ("place-lost", Severity::Error, "Lost its place", ["place is lost", "places are lost", "Every mark stands on its words"])
            }
            Rule::PlaceDoubtful => (
                "place-doubtful",
                Severity::Warning,
                "Place to be looked at",
                ["place must be looked at", "places must be looked at", "Every place was looked at"],
            ),
            Rule::SignsHidden => (
                "signs-hidden",
                Severity::Warning,
                "Hidden or disguised signs",
                [
                    "article holds hidden or disguised signs",
                    "articles hold hidden or disguised signs",
                    "No article holds hidden or disguised signs",
                ],
            ),
            Rule::FiguresDisagree => (
                "figures-disagree",
                Severity::Warning,
                "Figures that disagree",
                [
                    "figure or claim stands against a figure of the same",
                    "figures and claims stand against figures of the same",
                    "No figures of the same disagree",
                ],
            ),
            Rule::NumberMisread => (
                "number-misread",
                Severity::Warning,
                "Value not as written",
                ["value is not what its words say", "values are not what their words say", "Every value is what its words say"],
            ),
            Rule::SumFails => (
                "sum-fails",
                Severity::Warning,
                "Sum that does not hold",
                ["number does not fit the others of its sentence", "numbers do not fit the others of their sentences", "Every sum holds"],
            ),
            Rule::NoSource => (
                "no-source",
                Severity::Warning,
                "Claims with no source",
                ["claim names no source", "claims name no source", "Every claim names a source"],
            ),
            Rule::OnlyAnonymous => (
                "only-anonymous",
                Severity::Warning,
                "Only anonymous sources",
                [
                    "claim rests on anonymous sources alone",
                    "claims rest on anonymous sources alone",
                    "No claim rests on anonymous sources alone",
                ],
            ),
            Rule::OnlySecondary => (
                "only-secondary",
                Severity::Warning,
                "Only second-hand sources",
                [
                    "claim rests on second-hand sources alone",
                    "claims rest on second-hand sources alone",
                    "No claim rests on second-hand sources alone",
                ],
            ),
            Rule::CircularSupport => (
                "circular-support",
                Severity::Warning,
                "Circular",
                ["trail of sources is circular", "trails of sources are circular", "No trail of sources is circular"],
            ),
            Rule::RatingUnfindable => (
                "rating-unfindable",
                Severity::Warning,
                "Rating nobody can follow",
                ["rating nobody else can follow", "ratings nobody else can follow", "Every rating can be followed by others"],
            ),
            Rule::RatingOutdated => (
                "rating-outdated",
                Severity::Warning,
                "Rating not on the scale",
                ["rating is not on the scale", "ratings are not on the scale", "Every rating is on the scale"],
            ),
            Rule::SettledUnrated => (
                "settled-unrated",
                Severity::Warning,
                "Settled, not rated",
                ["settled claim is not rated", "settled claims are not rated", "Every settled claim is rated"],
            ),
            Rule::RatedUnsettled => (
                "rated-unsettled",
                Severity::Warning,
                "Rated, not settled",
                ["rating on a claim not settled", "ratings on claims not settled", "Every rated claim is settled"],
            ),
            Rule::CorrectionUnagreed => (
                "correction-unagreed",
                Severity::Warning,
                "Correction not agreed",
                ["correction is not agreed", "corrections are not agreed", "Every correction is agreed"],
            ),
            Rule::AskedOverdue => (
                "asked-overdue",
                Severity::Warning,
                "Asked and overdue",
                ["claim waits for an answer that is late", "claims wait for answers that are late", "No answer is late"],
            ),
            Rule::EvidenceEarly => (
                "evidence-early",
                Severity::Warning,
                "Evidence older than the article",
                [
                    "claim has evidence seen before its article",
                    "claims have evidence seen before their articles",
                    "No evidence was seen before its article",
                ],
            ),
            Rule::NumberUnread => (
                "number-unread",
                Severity::Warning,
                "Number without a value",
                ["number has no value", "numbers have no value", "Every number has a value"],
            ),
            Rule::PersonUnidentified => (
                "person-unidentified",
                Severity::Warning,
                "Not identified",
                ["person is not identified", "people are not identified", "Every person is identified"],
            ),
            Rule::DocumentUnlocated => (
                "document-unlocated",
                Severity::Warning,
                "Document without locator",
                ["document cannot be found", "documents cannot be found", "Every document can be found"],
            ),
            Rule::ArticleIncomplete => (
                "article-incomplete",
                Severity::Warning,
                "Article not described",
                [
                    "article lacks outlet, date or address",
                    "articles lack outlet, date or address",
                    "Every article has outlet, date and address",
                ],
            ),
            Rule::NumberUnmeasured => (
                "number-unmeasured",
                Severity::Note,
                "Number not described",
                [
                    "number lacks its unit or what it measures",
                    "numbers lack their unit or what they measure",
                    "Every number says what it measures",
                ],
            ),
            Rule::SourceUnused => (
                "source-unused",
                Severity::Note,
                "Carries no claim",
                ["source carries no claim", "sources carry no claim", "Every source carries a claim"],
            ),
            Rule::SentencesUntouched => (
                "sentences-untouched",
                Severity::Note,
                "Untouched sentences",
                ["article has untouched sentences", "articles have untouched sentences", "Every sentence is marked or set aside"],
            ),
        };
        Row { code, severity, title, summary }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_once_the_gravest_first() {
        assert!(Rule::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].severity() <= pair[1].severity()));
        assert!(Rule::ALL.into_iter().all(|rule| Rule::of_code(rule.code()) == Some(rule)));
        assert_eq!(Rule::of_code("of-a-newer-version"), None);
        assert_eq!(Rule::NoSource.summary(1), "1 claim names no source");
        assert_eq!(Rule::NoSource.summary(9), "9 claims name no source");
        assert_eq!(Rule::NoSource.summary(0), "Every claim names a source");
    }
}
