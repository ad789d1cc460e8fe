//! Names of hosts in other letters than those of ASCII, as they are asked for (RFC 3492).

const BASE: u32 = 36;
const LEAST: u32 = 1;
const MOST: u32 = 26;

/// A host's name in ASCII: each part with other letters begins with `xn--`. Nothing where a part is too long to be one.
pub fn ascii(host: &str) -> Option<String> {
    // Ideographic full stops part names, too.
    let parts = host.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']).map(|part| {
        let part = part.to_lowercase();
        if part.is_ascii() { Some(part) } else { encoded(&part).map(|part| format!("xn--{part}")) }
    });
    let parts: Option<Vec<String>> = parts.collect();
    parts.filter(|parts| parts.iter().all(|part| part.len() <= 63)).map(|parts| parts.join("."))
}

fn encoded(part: &str) -> Option<String> {
    let signs: Vec<u32> = part.chars().map(u32::from).collect();
    let mut out: String = part.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72_u32, basic);
    while usize::try_from(done).ok()? < signs.len() {
        let next = signs.iter().copied().filter(|sign| *sign >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(done + 1)?)?;
        n = next;
        for sign in &signs {
            if *sign < n {
                delta = delta.checked_add(1)?;
            }
            if *sign == n {
                write(delta, bias, &mut out);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n = n.checked_add(1)?;
    }
    Some(out)
}

/// A number of as many digits as it needs, the least one first.
fn write(number: u32, bias: u32, out: &mut String) {
    let (mut rest, mut k) = (number, BASE);
    loop {
        let least = k.saturating_sub(bias).clamp(LEAST, MOST);
        if rest < least {
            break out.push(digit(rest));
        }
        out.push(digit(least + (rest - least) % (BASE - least)));
        rest = (rest - least) / (BASE - least);
        k += BASE;
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value.wrapping_add(10) % BASE, BASE).unwrap_or('a')
}

fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > ((BASE - LEAST) * MOST) / 2 {
        delta /= BASE - LEAST;
        k += BASE;
    }
    k + (BASE - LEAST + 1) * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_asked_for_in_ascii() {
        let check = |host: &str, expected: &str| assert_eq!(ascii(host).as_deref(), Some(expected));
        check("Example.ORG", "example.org");
        check("b\u{fc}cher.example", "xn--bcher-kva.example");
        check("\u{43f}\u{440}\u{435}\u{437}\u{438}\u{434}\u{435}\u{43d}\u{442}.\u{440}\u{444}", "xn--d1abbgf6aiiy.xn--p1ai");
        check("\u{4f8b}\u{3048}\u{3002}\u{30c6}\u{30b9}\u{30c8}", "xn--r8jz45g.xn--zckzah");
        // A sample of RFC 3492, section 7.1.
        check("3\u{5e74}b\u{7d44}\u{91d1}\u{516b}\u{5148}\u{751f}", "xn--3b-ww4c5e180e575a65lsy2b");
        check("pourquoinelepasdire\u{e9}", "xn--pourquoinelepasdire-tzb");
        assert_eq!(ascii(&"\u{fc}".repeat(70)), None);
    }
}
