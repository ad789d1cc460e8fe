//! A damaged file in pieces: the lines of each record and of each field, whatever stands between them. The layout tells them apart,
//! since no text in a file has a line end in it: fields of the file are indented by two, records by four.

/// A stretch of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first line, from 1.
    pub line: usize,
    /// What it seems to be.
    pub kind: Kind,
    /// Its lines without the comma at its end. Bytes that are no text are replaced.
    pub text: String,
    /// Whether bytes of it are no text.
    pub is_torn: bool,
}

/// What a stretch of a file seems to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A field of the file; the text is its value.
    Field(String),
    /// A record of that list.
    Record(String),
    /// The beginning of a file.
    Opening,
    /// Nothing that can be told.
    Unknown,
}

/// Takes a file apart.
pub fn pieces(bytes: &[u8]) -> Vec<Piece> {
    let mut cutter = Cutter::default();
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let text = String::from_utf8_lossy(line);
        cutter.take(at + 1, text.trim_end(), std::str::from_utf8(line).is_err());
    }
    cutter.finish()
}

#[derive(Default)]
struct Cutter {
    done: Vec<Piece>,
    open: Option<Piece>,
    list: Option<String>,
    /// Whether the open piece has its last bracket, so that nothing more belongs to it.
    is_complete: bool,
}

impl Cutter {
    fn take(&mut self, line: usize, text: &str, is_torn: bool) {
        if text.is_empty() || text.starts_with("//") {
            return;
        }
        if text == "(" || text == ")" {
            self.close();
            self.list = None;
            if text == "(" {
                self.start(line, Kind::Opening, "", false);
            }
        } else if let (true, Some(list)) = (text.starts_with("    ("), &self.list) {
            let kind = Kind::Record(list.clone());
            self.start(line, kind, text, is_torn);
            // Two records whose line end was lost stand on one line.
            self.part();
        } else if text.starts_with("    ") && self.open.is_some() && !self.is_complete {
            self.go_on(text, is_torn);
        } else if text == "  ]," || text == "  ]" {
            self.close();
            self.list = None;
        } else if text == "  )," && self.open.is_some() {
            self.go_on(text, is_torn);
        } else if let Some((name, value)) = field(text) {
            self.close();
            self.list = None;
            if value == "[" {
                self.list = Some(name.to_owned());
            } else {
                self.start(line, Kind::Field(name.to_owned()), value, is_torn);
            }
        } else if self.open.as_ref().is_some_and(|open| open.kind == Kind::Unknown || open.text.ends_with("text: [")) {
            self.go_on(text, is_torn);
        } else {
            self.start(line, Kind::Unknown, text, is_torn);
        }
    }

    fn start(&mut self, line: usize, kind: Kind, text: &str, is_torn: bool) {
        self.close();
        self.is_complete = matches!(kind, Kind::Record(_)) && text.ends_with("),");
        self.open = Some(Piece { line, kind, text: text.to_owned(), is_torn });
    }

    fn go_on(&mut self, text: &str, is_torn: bool) {
        if let Some(open) = &mut self.open {
            open.text.push('\n');
            open.text.push_str(text);
            open.is_torn |= is_torn;
            let is_end = text.starts_with("    )") || text.starts_with("    ]");
            self.is_complete |= is_end && matches!(open.kind, Kind::Record(_));
        }
    }

    /// Parts a piece where another record begins on its line.
    fn part(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Some(at) = open.text.get(1..).and_then(|rest| rest.find("    (id: \"")).map(|at| at + 1) else { return };
        let (line, kind, is_torn) = (open.line, open.kind.clone(), open.is_torn);
        let rest = open.text.split_off(at);
        self.start(line, kind, &rest, is_torn);
        self.part();
    }

    fn close(&mut self) {
        if let Some(mut piece) = self.open.take() {
            let text = piece.text.trim_end();
            piece.text.truncate(text.strip_suffix(',').unwrap_or(text).len());
            self.done.push(piece);
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.close();
        self.done
    }
}

/// The name and the beginning of the value of a field of the file.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.strip_prefix("  ")?.split_once(": ")?;
    let is_name = name.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_name.then_some((name, value))
}
