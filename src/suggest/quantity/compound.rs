//! German numbers in one word: `zweiundzwanzig`, `dreihundertfünfundvierzig`, `eintausendzweihundert`.

const ONES: &[(&str, u64)] = &[
    ("eins", 1),
    ("ein", 1),
    ("zwei", 2),
    ("zwo", 2),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
];
const TEENS: &[(&str, u64)] = &[
    ("zehn", 10),
    ("elf", 11),
    ("zwölf", 12),
    ("dreizehn", 13),
    ("vierzehn", 14),
    ("fünfzehn", 15),
    ("sechzehn", 16),
    ("siebzehn", 17),
    ("achtzehn", 18),
    ("neunzehn", 19),
];
const TENS: &[(&str, u64)] = &[
    ("zwanzig", 20),
    ("dreißig", 30),
    ("dreissig", 30),
    ("vierzig", 40),
    ("fünfzig", 50),
    ("sechzig", 60),
    ("siebzig", 70),
    ("achtzig", 80),
    ("neunzig", 90),
];

/// The number that the word is, if it is one through and through.
pub fn number(word: &str) -> Option<u64> {
    // No number is shorter than this, and each begins like one of these.
    if word.len() < 6
        || !word.starts_with(['e', 'E', 'z', 'Z', 'd', 'D', 'v', 'V', 'f', 'F', 's', 'S', 'a', 'A', 'n', 'N', 'h', 'H', 't', 'T'])
    {
        return None;
    }
    let lower = word.to_lowercase();
    let (value, rest) = match lower.split_once("tausend") {
        Some(("", rest)) => (1000, rest),
        Some((thousands, rest)) => (below_thousand(thousands)?.checked_mul(1000)?, rest),
        None => (0, lower.as_str()),
    };
    if rest.is_empty() { Some(value) } else { value.checked_add(below_thousand(rest.strip_prefix("und").unwrap_or(rest))?) }
}

fn below_thousand(word: &str) -> Option<u64> {
    match word.split_once("hundert") {
        Some((hundreds, rest)) => {
            let hundreds = if hundreds.is_empty() { 1 } else { whole(ONES, hundreds)? };
            let rest = rest.strip_prefix("und").filter(|rest| !rest.is_empty()).unwrap_or(rest);
            Some(hundreds * 100 + if rest.is_empty() { 0 } else { below_hundred(rest)? })
        }
        None => below_hundred(word),
    }
}

fn below_hundred(word: &str) -> Option<u64> {
    let plain = whole(TEENS, word).or_else(|| whole(TENS, word)).or_else(|| whole(ONES, word));
    plain.or_else(|| {
        let (ones, tens) = ONES.iter().find_map(|(name, value)| Some((value, word.strip_prefix(name)?.strip_prefix("und")?)))?;
        Some(ones + whole(TENS, tens)?)
    })
}

fn whole(table: &[(&str, u64)], word: &str) -> Option<u64> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn german_numbers_are_taken_apart() {
        for (word, expected) in [
            ("zweiundzwanzig", Some(22)),
            ("Einundvierzig", Some(41)),
            ("dreihundertfünfundvierzig", Some(345)),
            ("eintausendzweihundert", Some(1200)),
            ("zwölftausend", Some(12_000)),
            ("hunderteins", Some(101)),
            ("tausend", Some(1000)),
            ("hundertprozentig", None),
            ("achtung", None),
            ("dreist", None),
            ("einigen", None),
        ] {
            assert_eq!(number(word), expected, "{word}");
        }
    }
}
