//! Counts with their nouns and lists in words, the same wherever the program tells them.

/// A noun as its number wants it: `claim`, `claims`.
pub fn noun(number: usize, one: &str) -> String {
    if number == 1 { one.to_owned() } else { format!("{one}s") }
}

/// A count with its noun: `1 claim`, `2 claims`.
pub fn count(number: usize, one: &str) -> String {
    format!("{number} {}", noun(number, one))
}

/// A small number as a word: `two`; a larger one in digits.
pub fn number_word(number: usize) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// `A`, `A and B`, `A, B and C`.
pub fn list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}
