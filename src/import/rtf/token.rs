//! The signs that rich text is made of.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// `{`
    Begin,
    /// `}`
    End,
    /// `\name`, with its number if it has one.
    Word(&'a str, Option<i32>),
    /// `\` and a sign that is no letter.
    Symbol(u8),
    /// `\'e9`
    Hex(u8),
    /// Bytes as they stand, without line ends.
    Bytes(&'a [u8]),
}

/// Reads signs one after the other. Never fails: what makes no sense is passed over.
#[derive(Clone, Copy)]
pub struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// Begins to read.
    pub fn new(bytes: &'a [u8]) -> Self {
        Tokens { rest: bytes }
    }

    /// Passes over the rest of the group that is read, and gives what stood in it. Its end is the next sign.
    pub fn skip_group(&mut self) -> &'a [u8] {
        let whole = self.rest;
        let mut depth = 0_usize;
        loop {
            let before = *self;
            match self.next() {
                Some(Token::Begin) => depth += 1,
                Some(Token::End) if depth == 0 => {
                    *self = before;
                    break;
                }
                Some(Token::End) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
        whole.get(..whole.len() - self.rest.len()).unwrap_or_default()
    }

    fn take(&mut self, bytes: usize) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, &[]));
        self.rest = rest;
        taken
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if first == b'\'' {
            self.take(1);
            let hex = std::str::from_utf8(self.rest.get(..2)?).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
            self.take(if hex.is_some() { 2 } else { 0 });
            return Some(hex.map_or(Token::Symbol(b'\''), Token::Hex));
        }
        if !first.is_ascii_alphabetic() {
            self.take(1);
            // A line end behind a backslash is the end of a paragraph.
            return Some(if matches!(first, b'\r' | b'\n') { Token::Word("par", None) } else { Token::Symbol(first) });
        }
        let letters = self.rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(self.take(letters)).unwrap_or("");
        let minus = usize::from(self.rest.first() == Some(&b'-'));
        let digits = self.rest.iter().skip(minus).take_while(|byte| byte.is_ascii_digit()).count();
        let number = if digits > 0 { std::str::from_utf8(self.take(minus + digits)).ok() } else { None };
        let number = number.map(|number| number.parse().unwrap_or(i32::MAX));
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if name == "bin" {
            self.take(number.and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or(0));
        }
        Some(Token::Word(name, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            match self.rest.first()? {
                b'{' => {
                    self.take(1);
                    return Some(Token::Begin);
                }
                b'}' => {
                    self.take(1);
                    return Some(Token::End);
                }
                b'\\' => {
                    self.take(1);
                    return self.control();
                }
                b'\r' | b'\n' => {
                    self.take(1);
                }
                _ => {
                    let end = self.rest.iter().position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n'));
                    return Some(Token::Bytes(self.take(end.unwrap_or(self.rest.len()))));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_apart() {
        let read = |text: &'static str| Tokens::new(text.as_bytes()).collect::<Vec<_>>();
        let expected = [
            Token::Begin,
            Token::Word("rtf", Some(1)),
            Token::Bytes(b" a"),
            Token::Hex(0xe9),
            Token::Word("u", Some(-10)),
            Token::Bytes(b"?b"),
            Token::Symbol(b'~'),
            Token::Word("par", None),
            Token::End,
        ];
        assert_eq!(read("{\\rtf1  a\\'e9\\u-10?\r\nb\\~\\\n}")[..5], expected[..5]);
        assert_eq!(read("\\bin3 }}}a"), [Token::Word("bin", Some(3)), Token::Bytes(b"a")]);
        assert_eq!(read("\\'zz"), [Token::Symbol(b'\''), Token::Bytes(b"zz")]);
        assert_eq!(read("\\"), []);
        let mut tokens = Tokens::new(b"a{b}c}d");
        assert_eq!((tokens.skip_group(), tokens.next()), (b"a{b}c".as_slice(), Some(Token::End)));
    }
}
