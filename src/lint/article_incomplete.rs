//! An article of which nobody wrote down where or when it appeared.

use super::Words;
use crate::model::document::Document;

pub(super) fn find(document: &Document) -> Option<Words> {
    let is_blank = |fields: &[&String]| fields.iter().all(|field| field.trim().is_empty());
    let meta = &document.meta;
    let missing = [
        ("outlet", is_blank(&[&meta.outlet])),
        ("date", is_blank(&[&meta.published])),
        ("address", is_blank(&[&meta.url, &meta.archive_url])),
    ];
    let missing: Vec<_> = missing.iter().filter(|(_, is_missing)| *is_missing).map(|(name, _)| *name).collect();
    (!missing.is_empty()).then(|| format!("No {}", missing.join(", no ")).into())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::document::Document;
    use crate::testing::Desk;

    #[test]
    fn an_article_needs_outlet_date_and_address() {
        let mut desk = Desk::default();
        for (outlet, published, url, archive_url) in [
            ("", "", "", ""),
            ("Courier", " ", "https://courier.example/1", ""),
            ("", "14 March", "", "https://archive.example/1"),
            ("Courier", "14 March", "", " "),
            ("Courier", "14 March", "https://courier.example/1", ""),
            ("Courier", "14 March", "", "https://archive.example/1"),
        ] {
            let id = desk.article("Title\nText.");
            desk.change(id, |document: &mut Document| {
                document.meta.outlet = outlet.into();
                document.meta.published = published.into();
                document.meta.url = url.into();
                document.meta.archive_url = archive_url.into();
            });
        }
        let expected = ["A: No outlet, no date, no address", "B: No date", "C: No outlet", "D: No address"];
        assert_eq!(said(&desk, Rule::ArticleIncomplete), expected);
    }
}
