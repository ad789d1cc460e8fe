//! The standfirst of an article: what stands right below its headline and above the place where readers look for the article.

use dom_query::{Document, NodeRef};

use super::find::letters;
use super::stated::plain;
use super::walk::is_block;

/// A standfirst has no fewer letters, and no more.
const LETTERS: std::ops::RangeInclusive<usize> = 60..=600;
/// Elements behind the headline that are looked at.
const NEAR: usize = 3;

/// The standfirst of a page whose article has these words, if it is not among them.
pub fn of<'a>(document: &'a Document, article: &str) -> Option<NodeRef<'a>> {
    let headlines = document.select("h1");
    let written: Vec<&NodeRef<'a>> = headlines.nodes().iter().filter(|node| letters(&node.text()) > 0).collect();
    let title = plain(&document.select_single("title").text());
    let titles: Vec<&&NodeRef<'a>> = written.iter().filter(|node| title.contains(&plain(&node.text()))).collect();
    // Of several headlines nothing else says which is the article's.
    let headline = match (&*titles, &*written) {
        ([headline], _) => **headline,
        (_, [headline]) => *headline,
        _ => return None,
    };
    let mut behind = std::iter::successors(headline.next_element_sibling(), NodeRef::next_element_sibling);
    let found = behind.by_ref().take(NEAR).find(|node| letters(&node.text()) > 0)?;
    let words = found.text();
    let is_one_block = !found.descendants_it().any(|below| below.node_name().is_some_and(|name| is_block(&name)));
    let names = ["p", "div", "h2", "h3", "h4", "h5", "h6"];
    let is_paragraph = found.node_name().is_some_and(|name| names.contains(&&*name)) && is_one_block;
    let linked: usize = found.descendants_it().filter(|below| below.has_name("a")).map(|link| letters(&link.text())).sum();
    let is_sentence = words.trim_end().ends_with(['.', '!', '?', '…', '”', '"', '»', '。']);
    let is_standfirst = is_paragraph && is_sentence && LETTERS.contains(&letters(&words)) && linked * 2 < letters(&words);
    (is_standfirst && !plain(article).contains(&plain(&words))).then_some(found)
}
