//! Every rated claim as schema.org's ClaimReview in JSON-LD, for search engines and data sets of fact-checks. One graph in one file.
//! Fields as schema.org has them and as Google asked for them in its guide for fact-checks (url, claimReviewed, reviewRating).

use serde::Serialize;

use super::address::page_address;
use super::anchors::Anchors;
use super::data::iso;
use super::export::{Export, ExportError};
use super::forms::Printed;
use crate::model::annotation::Mention;
use crate::model::claim::{Claim, Rating};
use crate::model::count::count;
use crate::model::document::Document;

/// Who made a claim where nobody is known.
const NOBODY: &str = "Not known";

#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<ClaimReview>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClaimReview {
    #[serde(rename = "@type")]
    kind: &'static str,
    url: String,
    claim_reviewed: String,
    author: Author,
    date_published: String,
    review_rating: ReviewRating,
    item_reviewed: Reviewed,
}

#[derive(Clone, Serialize)]
struct Author {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReviewRating {
    #[serde(rename = "@type")]
    kind: &'static str,
    rating_value: u8,
    best_rating: u8,
    worst_rating: u8,
    alternate_name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    rating_explanation: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reviewed {
    #[serde(rename = "@type")]
    kind: &'static str,
    author: Author,
    #[serde(skip_serializing_if = "String::is_empty")]
    date_published: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_appearance: Option<Work>,
    appearance: Vec<Work>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Work {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    url: String,
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Author>,
}

/// Prints the reviews of all rated claims of the report. Where the choices name no page on which they are published, the addresses are
/// those of places in the HTML report, into which the file may be put.
///
/// # Errors
/// When it could not be put together.
pub fn claim_review(export: &Export<'_>) -> Result<Printed, ExportError> {
    let page = page_address(&export.input.options.page).unwrap_or_default();
    let claims = rated(export);
    let anchors = Anchors::new(export.report);
    let graph = claims.iter().map(|(claim, rating)| review(export, (claim, rating), (page, &anchors))).collect();
    let graph = Graph { context: "https://schema.org", graph };
    let text =
        serde_json::to_string_pretty(&graph).map_err(|error| ExportError::Failed { form: "ClaimReview file", why: error.to_string() })?;
    // In a page the file stands in a script element, which no word in it may end. JSON has this sign in texts only.
    let bytes = format!("{}\n", text.replace('<', "\\u003c")).into_bytes();
    Ok(Printed::one(bytes, losses(export, &graph, page)))
}

/// The rated claims of the report in the order of their labels.
fn rated<'a>(export: &Export<'a>) -> Vec<(&'a Claim, &'a Rating)> {
    let kept: std::collections::BTreeSet<_> = export.report.claims.rows.iter().map(|row| row.claim).collect();
    let claims = export.lookup.claims_in_order(export.project).into_iter().filter(|claim| kept.contains(&claim.id));
    claims.filter_map(|claim| Some((claim, claim.rating.as_ref()?))).collect()
}

fn review(export: &Export<'_>, (claim, rating): (&Claim, &Rating), (page, anchors): (&str, &Anchors)) -> ClaimReview {
    let quote = export.lookup.quote(export.project, Mention::Claim(claim.id));
    let full = claim.restatement.trim();
    ClaimReview {
        kind: "ClaimReview",
        url: format!("{page}#{}", anchors.note_of(claim.id).unwrap_or(&export.project.claim_label(claim.id))),
        claim_reviewed: line(if full.is_empty() { quote } else { full }),
        author: checker(export),
        date_published: iso(export.input.today, export.input.offset).chars().take(10).collect(),
        review_rating: ReviewRating {
            kind: "Rating",
            rating_value: rating.grade.value(),
            best_rating: 5,
            worst_rating: 1,
            alternate_name: word(export, rating),
            rating_explanation: line(&rating.reason),
        },
        item_reviewed: reviewed(export, claim),
    }
}

/// The word of the scale, or the number where it has none.
fn word(export: &Export<'_>, rating: &Rating) -> String {
    let word = export.project.house().word(rating).trim();
    if word.is_empty() { rating.grade.value().to_string() } else { line(word) }
}

fn checker(export: &Export<'_>) -> Author {
    let name = export.report.checker.trim();
    if name.is_empty() {
        return Author { kind: "Organization", name: "The checking desk".to_owned() };
    }
    Author { kind: "Person", name: line(name) }
}

fn reviewed(export: &Export<'_>, claim: &Claim) -> Reviewed {
    let project = export.project;
    let marks = export.lookup.mentions(Mention::Claim(claim.id)).iter().filter_map(|id| project.annotations().get(id));
    let mut ids: Vec<_> = marks.map(|mark| mark.document).collect();
    ids.dedup();
    let home = project.document(claim.home);
    let documents: Vec<&Document> = ids.into_iter().filter_map(|id| project.document(id)).collect();
    let said = claim.said();
    let documents = if documents.is_empty() { home.into_iter().collect() } else { documents };
    let published = home.map_or("", |document| document.meta.published.trim());
    let date = if said.date.trim().is_empty() { published } else { said.date.trim() };
    Reviewed {
        kind: "Claim",
        author: claimant(&said.speaker, home),
        date_published: line(date),
        name: line(&said.place),
        first_appearance: documents.first().map(|document| work(document)),
        appearance: documents.iter().map(|document| work(document)).collect(),
    }
}

/// Who made the claim: the speaker, else the outlet that printed it, else its writer.
fn claimant(speaker: &str, home: Option<&Document>) -> Author {
    let meta = home.map(|document| &document.meta);
    let (outlet, byline) = meta.map_or(("", ""), |meta| (meta.outlet.trim(), meta.byline.trim()));
    let choices = [("Person", speaker.trim()), ("Organization", outlet), ("Person", byline)];
    let (kind, name) = choices.into_iter().find(|(_, name)| !name.is_empty()).unwrap_or(("Person", NOBODY));
    Author { kind, name: line(name) }
}

fn work(document: &Document) -> Work {
    let meta = &document.meta;
    let address = super::address::link(&meta.url).unwrap_or("");
    let outlet = meta.outlet.trim();
    Work {
        kind: "NewsArticle",
        url: address.to_owned(),
        headline: line(document.title()),
        date_published: line(&meta.published),
        publisher: (!outlet.is_empty()).then(|| Author { kind: "Organization", name: line(outlet) }),
    }
}

/// On one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn losses(export: &Export<'_>, graph: &Graph, page: &str) -> Vec<String> {
    let claims: Vec<&Claim> = export.report.claims.rows.iter().filter_map(|row| export.project.claims().get(&row.claim)).collect();
    let told = |count_of: usize, words: &str| (count_of > 0).then(|| format!("{} {words}", count(count_of, "claim")));
    let unrated = claims.iter().filter(|claim| claim.rating.is_none()).count();
    let more = |claim: &&&Claim| claim.rating.is_some() && (!claim.evidence.is_empty() || !claim.note.trim().is_empty());
    let nobody = graph.graph.iter().filter(|review| review.item_reviewed.author.name == NOBODY).count();
    let unplaced = graph.graph.iter().filter(|review| review.item_reviewed.appearance.iter().all(|work| work.url.is_empty())).count();
    let mut losses: Vec<String> = [
        told(unrated, "without a rating left out."),
        told(claims.iter().filter(more).count(), "with notes or evidence that the form has no room for."),
        told(nobody, "of which nobody knows who made it: name the speaker, or the outlet of the article."),
        told(unplaced, "without the address of an article that it appeared in."),
    ]
    .into_iter()
    .flatten()
    .collect();
    if page.is_empty() && !graph.graph.is_empty() {
        losses
            .push("Addresses lead into the HTML report. Put the file into its page, or name the address where it is published.".to_owned());
    }
    losses
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::report::Options;
    use crate::report::export::testing::{exported, exported_with};
    use crate::report::testing::{HOSTILE, hostile, invented, small};

    fn graph(printed: &Printed) -> Vec<Value> {
        let root: Value = serde_json::from_slice(&printed.files[0].bytes).unwrap();
        assert_eq!(root["@context"], "https://schema.org");
        root["@graph"].as_array().unwrap().clone()
    }

    /// Fields that schema.org's ClaimReview and the guide of its largest reader require, as paths.
    const REQUIRED: [&str; 14] = [
        "/@type",
        "/url",
        "/claimReviewed",
        "/author/@type",
        "/author/name",
        "/datePublished",
        "/reviewRating/@type",
        "/reviewRating/ratingValue",
        "/reviewRating/bestRating",
        "/reviewRating/worstRating",
        "/reviewRating/alternateName",
        "/itemReviewed/author/name",
        "/itemReviewed/appearance/0/@type",
        "/itemReviewed/appearance/0/headline",
    ];

    fn check(graph: &[Value]) {
        for review in graph {
            for field in REQUIRED {
                let value = review.pointer(field).unwrap_or_else(|| panic!("{field} is missing: {review}"));
                assert!(value.as_str() != Some(""), "{field} is blank: {review}");
            }
            let rating = |field: &str| review["reviewRating"][field].as_u64().unwrap();
            assert!((rating("worstRating")..=rating("bestRating")).contains(&rating("ratingValue")));
        }
    }

    #[test]
    fn every_rated_claim_is_a_review_with_the_required_fields() {
        for desk in [small(), invented()] {
            let options = Options { page: "https://desk.example/gate#top".into(), ..Options::default() };
            let (printed, rated) = exported_with(&desk.project, &options, |export| {
                let rated = export.project.claims().values().filter(|claim| claim.rating.is_some()).count();
                (claim_review(export).unwrap(), rated)
            });
            assert!(printed.losses.iter().all(|loss| !loss.contains("Addresses lead")), "{:?}", printed.losses);
            let graph = graph(&printed);
            check(&graph);
            assert_eq!(graph.len(), rated);
            assert!(graph.iter().all(|review| review["url"].as_str().unwrap().starts_with("https://desk.example/gate#note-")));
        }
    }

    #[test]
    fn what_does_not_fit_is_told() {
        let printed = exported(&small(), |export| claim_review(export).unwrap());
        let expected = [
            "2 claims without a rating left out.",
            "1 claim with notes or evidence that the form has no room for.",
            "Addresses lead into the HTML report. Put the file into its page, or name the address where it is published.",
        ];
        assert_eq!(printed.losses, expected);
        insta::assert_snapshot!(String::from_utf8(printed.files[0].bytes.clone()).unwrap());
    }

    #[test]
    fn hostile_words_come_out_as_text_and_addresses_as_addresses_only() {
        for words in HOSTILE {
            let options = Options { page: (*words).to_owned(), ..Options::default() };
            let printed = exported_with(&hostile(words).project, &options, |export| claim_review(export).unwrap());
            assert!(!printed.files[0].bytes.contains(&b'<'), "{words}");
            let graph = graph(&printed);
            check(&graph);
            let reasons: Vec<_> = graph.iter().map(|review| review["reviewRating"]["ratingExplanation"].as_str().unwrap()).collect();
            assert!(reasons.iter().all(|reason| *reason == line(words)), "{reasons:?}");
            for review in &graph {
                let url = review["itemReviewed"]["appearance"][0].get("url").and_then(Value::as_str).unwrap_or("https://");
                assert!(url.starts_with("http") || url.starts_with("mailto:"), "{url}");
            }
        }
    }
}
