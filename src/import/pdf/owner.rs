//! The other of a file's two passwords: from the owner's password to the user's, which is locked up with it in older files
//! (ISO 32000-1, 7.6.3.4, algorithm 7). Newer files open with either by themselves.

use hayro_syntax::object::{Dict, FromBytes, String as PdfString};

/// What passwords are filled up with to 32 bytes.
const FILL: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08, 0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68,
    0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];

/// The user's password by the owner's, of a file that is encrypted in the older way. It is right only if the owner's was.
pub fn user_password(file: &[u8], owner: &str) -> Option<String> {
    let dict: Dict<'_> = Dict::from_bytes(encryption(file)?)?;
    let revision: u8 = dict.get("R")?;
    let locked = dict.get::<PdfString<'_>>("O").filter(|_| (2..=4).contains(&revision))?;
    let bits: u16 = dict.get("Length").unwrap_or(if revision == 4 { 128 } else { 40 });
    let length = if revision == 2 { 5 } else { usize::from(bits / 8).clamp(5, 16) };
    let mut hash = md5(&filled(owner.as_bytes()));
    for _ in 0..if revision == 2 { 0 } else { 50 } {
        hash = md5(hash.get(..length)?);
    }
    let key = hash.get(..length)?;
    let mut password = locked.as_bytes().get(..32)?.to_vec();
    for round in (0..if revision == 2 { 1 } else { 20 }).rev() {
        let key: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        rc4(&key, &mut password);
    }
    let end = (0..=32).find(|end| password.get(*end..) == FILL.get(..32 - end))?;
    password.truncate(end);
    String::from_utf8(password).ok()
}

fn filled(password: &[u8]) -> Vec<u8> {
    password.iter().chain(&FILL).take(32).copied().collect()
}

/// Where the dictionary begins that says how a file is encrypted. It is never encrypted or packed itself.
fn encryption(file: &[u8]) -> Option<&[u8]> {
    let at = memchr::memmem::rfind(file, b"/Encrypt")?;
    let rest = file.get(at + 8..)?.trim_ascii_start();
    if rest.starts_with(b"<<") {
        return Some(rest);
    }
    let head = String::from_utf8_lossy(rest.get(..24).unwrap_or(rest));
    let mut numbers = head.split_ascii_whitespace();
    let (number, generation) = (numbers.next()?.parse::<u32>().ok()?, numbers.next()?.parse::<u32>().ok()?);
    let name = format!("{number} {generation} obj");
    let is_whole = |at: &usize| at.checked_sub(1).and_then(|before| file.get(before)).is_none_or(|byte| !byte.is_ascii_digit());
    let start = memchr::memmem::find_iter(file, name.as_bytes()).filter(is_whole).last()?;
    Some(file.get(start + name.len()..)?.trim_ascii_start())
}

/// RC4, which encrypts and decrypts alike.
fn rc4(key: &[u8], bytes: &mut [u8]) {
    let mut state: Vec<u8> = (0..=255).collect();
    let at = |state: &[u8], place: u8| state.get(usize::from(place)).copied().unwrap_or(0);
    let mut other = 0_u8;
    for (place, key) in (0..=255_u8).zip(key.iter().cycle()) {
        other = other.wrapping_add(at(&state, place)).wrapping_add(*key);
        state.swap(usize::from(place), usize::from(other));
    }
    let (mut one, mut other) = (0_u8, 0_u8);
    for byte in bytes {
        one = one.wrapping_add(1);
        other = other.wrapping_add(at(&state, one));
        state.swap(usize::from(one), usize::from(other));
        *byte ^= at(&state, at(&state, one).wrapping_add(at(&state, other)));
    }
}

/// MD5 (RFC 1321). Nothing here rests on it; old files are locked with it.
fn md5(message: &[u8]) -> [u8; 16] {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut padded = message.to_vec();
    padded.push(0x80);
    while padded.len() % 64 != 56 {
        padded.push(0);
    }
    padded.extend((message.len() as u64 * 8).to_le_bytes());
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];
    for block in padded.chunks_exact(64) {
        let words: Vec<u32> = block.chunks_exact(4).filter_map(|word| word.try_into().ok()).map(u32::from_le_bytes).collect();
        let [mut a, mut b, mut c, mut d] = state;
        for step in 0..64_u32 {
            let (mixed, word) = match step / 16 {
                0 => ((b & c) | (!b & d), step),
                1 => ((d & b) | (!d & c), (5 * step + 1) % 16),
                2 => (b ^ c ^ d, (3 * step + 5) % 16),
                _ => (c ^ (b | !d), (7 * step) % 16),
            };
            let sine = (f64::from(step + 1).sin().abs() * 4_294_967_296.0) as u32;
            let word = words.get(word as usize).copied().unwrap_or(0);
            let shift = SHIFTS.get(step as usize / 16).and_then(|row| row.get(step as usize % 4)).copied().unwrap_or(0);
            let turned = a.wrapping_add(mixed).wrapping_add(sine).wrapping_add(word).rotate_left(shift);
            (a, d, c, b) = (d, c, b, b.wrapping_add(turned));
        }
        for (sum, part) in state.iter_mut().zip([a, b, c, d]) {
            *sum = sum.wrapping_add(part);
        }
    }
    let mut hash = [0; 16];
    hash.iter_mut().zip(state.iter().flat_map(|word| word.to_le_bytes())).for_each(|(place, byte)| *place = byte);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn the_old_ciphers_are_right() {
        // RFC 1321, A.5; RFC 6229 has no short text, so the usual one.
        assert_eq!(hex(&md5(b"")), "d41d8cd98f00b204e9800998ecf8427e");
        assert_eq!(
            hex(&md5(b"12345678901234567890123456789012345678901234567890123456789012345678901234567890")),
            "57edf4a22be3c955ac49da2e2107b67a"
        );
        let mut text = b"Plaintext".to_vec();
        rc4(b"Key", &mut text);
        assert_eq!(hex(&text), "bbf316e8d940af0ad3");
    }

    #[test]
    fn the_users_password_comes_out_of_the_owners() {
        let mut locked = filled(b"user");
        rc4(&md5(&filled(b"owner"))[..5], &mut locked);
        let file = format!("%PDF-1.4\n7 0 obj\n<</Filter/Standard/V 1/R 2/O<{}>>>\nendobj\ntrailer<</Encrypt 7 0 R>>", hex(&locked));
        assert_eq!(user_password(file.as_bytes(), "owner").as_deref(), Some("user"));
        assert_eq!(user_password(file.as_bytes(), "other"), None);
        for cut in 0..file.len() {
            user_password(&file.as_bytes()[..cut], "owner");
        }
    }
}
