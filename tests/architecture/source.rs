//! Finds the paths that a Rust file mentions outside its comments and strings. It reads tokens, not syntax: enough for
//! `use` groups, `super` chains and inline test modules, and small enough to be trusted.

/// One path that a file mentions.
#[derive(Debug, PartialEq)]
pub struct Mention {
    /// Line, from 1.
    pub line: usize,
    /// Its parts; `crate` stands first for whatever leads to the root of the package.
    pub path: Vec<String>,
    /// Whether it stands in a module that only tests have.
    pub is_test: bool,
}

impl Mention {
    /// The room that the path leads to, if it leads into this package.
    pub fn room(&self) -> Option<&str> {
        match self.path.as_slice() {
            [root, room, ..] if root == "crate" || root == "tickmark" => Some(room),
            _ => None,
        }
    }

    /// Whether the parts of `wanted`, written with `::`, follow each other somewhere in the path.
    pub fn contains(&self, wanted: &str) -> bool {
        let wanted: Vec<&str> = wanted.split("::").collect();
        self.path.windows(wanted.len()).any(|part| part.iter().eq(&wanted))
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    /// `::`
    Of,
    Sign(char),
}

/// All paths in `text`, a file that lies `depth` modules below the root of the package.
pub fn mentions(text: &str, depth: usize) -> Vec<Mention> {
    let tokens = tokens(&without_comments_and_strings(text));
    let mut reader = Reader { tokens: &tokens, at: 0, depth, blocks: Vec::new(), next_is_test: false, brackets: 0, found: Vec::new() };
    reader.read_all();
    reader.found
}

struct Reader<'a> {
    tokens: &'a [(usize, Token)],
    at: usize,
    depth: usize,
    /// Open braces around this place.
    blocks: Vec<Block>,
    /// Set from a `#[cfg(test)]` to the brace or semicolon that begins or ends what it stands before.
    next_is_test: bool,
    /// Round and square brackets that are open since then: a semicolon in `[u8; 4]` ends nothing.
    brackets: usize,
    found: Vec<Mention>,
}

struct Block {
    /// An inline module, which one `super` leaves.
    is_module: bool,
    is_test: bool,
}

impl Reader<'_> {
    fn read_all(&mut self) {
        while let Some(token) = self.peek(0).cloned() {
            match token {
                Token::Word(word) if word == "cfg" && self.is_cfg_test() => {
                    (self.next_is_test, self.brackets) = (true, 0);
                    // Past the closing square bracket of the attribute.
                    self.at += 5;
                }
                Token::Word(word) if word == "mod" && matches!(self.peek(2), Some(Token::Sign('{'))) => {
                    self.at += 3;
                    self.enter(true);
                }
                Token::Word(_) => self.path(Vec::new()),
                Token::Of => self.at += 1,
                Token::Sign(sign) => {
                    self.at += 1;
                    self.sign(sign);
                }
            }
        }
    }

    fn sign(&mut self, sign: char) {
        match sign {
            '{' => self.enter(false),
            '}' => {
                self.blocks.pop();
            }
            '(' | '[' => self.brackets += 1,
            ')' | ']' => self.brackets = self.brackets.saturating_sub(1),
            ';' if self.brackets == 0 => self.next_is_test = false,
            _ => {}
        }
    }

    fn enter(&mut self, is_module: bool) {
        self.blocks.push(Block { is_module, is_test: self.is_test() });
        self.next_is_test = false;
    }

    fn is_test(&self) -> bool {
        self.next_is_test || self.blocks.last().is_some_and(|block| block.is_test)
    }

    /// Whether `cfg(test)]` stands here.
    fn is_cfg_test(&self) -> bool {
        let wanted = [Token::Sign('('), Token::Word("test".into()), Token::Sign(')'), Token::Sign(']')];
        wanted.iter().enumerate().all(|(nth, token)| self.peek(nth + 1) == Some(token))
    }

    /// Reads a path that begins here, after the parts `before` of a group around it.
    fn path(&mut self, before: Vec<String>) {
        let line = self.tokens[self.at].0;
        let mut path = before;
        loop {
            match self.peek(0).cloned() {
                Some(Token::Word(word)) => {
                    self.at += 1;
                    path.push(word);
                }
                Some(Token::Sign('{')) => return self.group(&path),
                _ => break,
            }
            if !matches!(self.peek(0), Some(Token::Of)) {
                break;
            }
            self.at += 1;
        }
        self.note(line, path);
    }

    /// Reads `{a, b::c}` as several paths that begin with `before`.
    fn group(&mut self, before: &[String]) {
        self.at += 1;
        while let Some(token) = self.peek(0).cloned() {
            match token {
                Token::Sign('}') => {
                    self.at += 1;
                    return;
                }
                Token::Word(word) if word == "as" => self.at += 2,
                Token::Word(_) | Token::Sign('{') => self.path(before.to_vec()),
                _ => self.at += 1,
            }
        }
    }

    fn note(&mut self, line: usize, path: Vec<String>) {
        let is_test = self.is_test();
        self.found.push(Mention { line, path: self.led_from_root(path), is_test });
    }

    /// Replaces a chain of `super` that leaves the outermost module of the file by `crate`.
    fn led_from_root(&self, path: Vec<String>) -> Vec<String> {
        let ups = path.iter().take_while(|part| *part == "super").count();
        let modules = self.blocks.iter().filter(|block| block.is_module).count();
        if ups == 0 || ups < self.depth + modules {
            return path;
        }
        std::iter::once("crate".to_owned()).chain(path.into_iter().skip(ups)).collect()
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead).map(|(_, token)| token)
    }
}

/// Words, `::` and single signs, each with its line from 1.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut found = Vec::new();
    for (line, text) in text.lines().enumerate() {
        let mut rest = text.chars().peekable();
        while let Some(first) = rest.next() {
            let token = if first.is_alphanumeric() || first == '_' {
                let mut word = String::from(first);
                while let Some(next) = rest.next_if(|next| next.is_alphanumeric() || *next == '_') {
                    word.push(next);
                }
                Token::Word(word)
            } else if first == ':' && rest.next_if_eq(&':').is_some() {
                Token::Of
            } else if first.is_whitespace() {
                continue;
            } else {
                Token::Sign(first)
            };
            found.push((line + 1, token));
        }
    }
    found
}

/// The text with comments and the contents of strings and characters blanked; lines stay where they are.
fn without_comments_and_strings(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let end = blank_end(&chars, at);
        if end == at {
            kept.push(chars[at]);
            at += 1;
        } else {
            kept.extend(chars[at..end].iter().map(|sign| if *sign == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    kept
}

/// Where the comment, string or character that begins at `at` ends; `at` itself when none begins there.
fn blank_end(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1);
    match chars[at] {
        '/' if next == Some(&'/') => until(chars, at, |place| chars[place] == '\n'),
        '/' if next == Some(&'*') => block_comment_end(chars, at),
        '"' => string_end(chars, at, '"'),
        'r' if !in_word(chars, at) && matches!(next, Some('"' | '#')) => raw_string_end(chars, at),
        // A lifetime has no closing quote one or, with an escape, a few places on.
        '\'' if next == Some(&'\\') || chars.get(at + 2) == Some(&'\'') => string_end(chars, at, '\''),
        _ => at,
    }
}

fn in_word(chars: &[char], at: usize) -> bool {
    // `br"…"` is a raw string as well.
    at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_') && chars[at - 1] != 'b'
}

fn until(chars: &[char], from: usize, is_end: impl Fn(usize) -> bool) -> usize {
    (from..chars.len()).find(|place| is_end(*place)).unwrap_or(chars.len())
}

fn block_comment_end(chars: &[char], at: usize) -> usize {
    let mut open = 0_usize;
    let mut place = at;
    while place < chars.len() {
        match (chars[place], chars.get(place + 1)) {
            ('/', Some('*')) => (open, place) = (open + 1, place + 2),
            ('*', Some('/')) => (open, place) = (open - 1, place + 2),
            _ => place += 1,
        }
        if open == 0 {
            break;
        }
    }
    place.min(chars.len())
}

fn string_end(chars: &[char], at: usize, quote: char) -> usize {
    let mut place = at + 1;
    while place < chars.len() && chars[place] != quote {
        place += if chars[place] == '\\' { 2 } else { 1 };
    }
    (place + 1).min(chars.len())
}

fn raw_string_end(chars: &[char], at: usize) -> usize {
    let hashes = chars[at + 1..].iter().take_while(|sign| **sign == '#').count();
    if chars.get(at + 1 + hashes) != Some(&'"') {
        // A raw identifier such as r#type.
        return at;
    }
    let closes = |place: usize| chars[place] == '"' && (1..=hashes).all(|ahead| chars.get(place + ahead) == Some(&'#'));
    let from = at + 2 + hashes;
    (until(chars, from, closes) + 1 + hashes).min(chars.len())
}
