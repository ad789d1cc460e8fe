//! Lists whose elements have no fields of their own, merged element by element.

/// A merged list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedList<T> {
    /// The list.
    pub list: Vec<T>,
    /// Whether both sides put what they share in another order than the base, each in its own.
    pub is_undecided: bool,
}

/// Merges lists: what one side took out is out, what one side added is in, after the element that it follows there. Where both
/// added at one place, ours comes first. The order of what is common is that of the side that changed it, else ours.
pub fn merge_list<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> MergedList<T> {
    if ours == base || ours == theirs {
        return MergedList { list: theirs.to_vec(), is_undecided: false };
    }
    if theirs == base {
        return MergedList { list: ours.to_vec(), is_undecided: false };
    }
    let common =
        |list: &[T]| -> Vec<T> { list.iter().filter(|one| [base, ours, theirs].iter().all(|list| list.contains(one))).cloned().collect() };
    let (was, here, there) = (common(base), common(ours), common(theirs));
    let is_theirs = here == was && there != was;
    let is_undecided = here != was && there != was && here != there;
    let (first, second) = if is_theirs { (theirs, ours) } else { (ours, theirs) };
    MergedList { list: put_into(base, first, second), is_undecided }
}

/// The first list without what the second took out, and with what it added.
fn put_into<T: Clone + PartialEq>(base: &[T], first: &[T], second: &[T]) -> Vec<T> {
    let mut list: Vec<T> = first.iter().filter(|one| second.contains(one) || !base.contains(one)).cloned().collect();
    for (at, one) in second.iter().enumerate() {
        if base.contains(one) || list.contains(one) {
            continue;
        }
        let before = second.iter().take(at).rev().find_map(|before| list.iter().position(|other| other == before));
        let mut place = before.map_or(0, |before| before + 1);
        // What the first list alone added there comes first.
        while list.get(place).is_some_and(|other| !second.contains(other)) {
            place += 1;
        }
        list.insert(place, one.clone());
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_merge_element_by_element() {
        let check = |base: &str, ours: &str, theirs: &str, expected: &str, is_undecided: bool| {
            let list = |text: &str| text.chars().collect::<Vec<_>>();
            let merged = merge_list(&list(base), &list(ours), &list(theirs));
            assert_eq!((merged.list.iter().collect::<String>().as_str(), merged.is_undecided), (expected, is_undecided));
        };
        check("abc", "abc", "abc", "abc", false);
        check("abc", "abc", "ac", "ac", false);
        check("abc", "ab", "bc", "b", false);
        check("abc", "axbc", "aybc", "axybc", false);
        check("abc", "abcx", "yabc", "yabcx", false);
        check("abc", "cba", "abcx", "cxba", false);
        check("abc", "abcx", "cba", "cxba", false);
        check("abc", "cba", "bca", "cba", true);
        check("", "ab", "bc", "abc", false);
    }
}
