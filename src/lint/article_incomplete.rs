//! An article of which nobody wrote down where or when it appeared.

use super::{Desk, Found, Subject};
use crate::model::document::Document;

pub(super) fn find(desk: &Desk<'_>) -> Found {
    desk.documents.iter().filter_map(|document| Some((Subject::Document(document.id), missing(document)?.to_owned()))).collect()
}

fn missing(document: &Document) -> Option<&'static str> {
    match (document.meta.outlet.trim().is_empty(), document.meta.published.trim().is_empty()) {
        (true, true) => Some("No outlet, no date"),
        (true, false) => Some("No outlet"),
        (false, true) => Some("No date"),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::{Rule, said};
    use crate::model::document::Document;
    use crate::testing::Desk;

    #[test]
    fn an_article_needs_outlet_and_date() {
        let mut desk = Desk::default();
        for (outlet, published) in [("", ""), ("Courier", " "), ("", "14 March"), ("Courier", "14 March")] {
            let id = desk.article("Title\nText.");
            desk.change(id, |document: &mut Document| {
                document.meta.outlet = outlet.into();
                document.meta.published = published.into();
            });
        }
        assert_eq!(said(&desk, Rule::ArticleIncomplete), ["A: No outlet, no date", "B: No date", "C: No outlet"]);
    }
}
