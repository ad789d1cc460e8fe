//! What is known about an article besides its words, and what can be proposed from them.

/// Title, outlet, byline, dates and addresses of an article. All free text, as the checker types it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Headline.
    pub title: String,
    /// Newspaper, agency or site.
    pub outlet: String,
    /// Who wrote it.
    pub byline: String,
    /// Date of publication, as written.
    pub published: String,
    /// Address on the web.
    pub url: String,
    /// Address of an archived copy.
    pub archive_url: String,
    /// In which language it is, where the checker says so; blank: as its words tell.
    pub language: String,
    /// How the text was read: file name and reader, for the report.
    pub origin: String,
}

/// The longest line, in code points, that is proposed as a headline.
const HEADLINE_CHARS: usize = 180;

/// Reads off the text what can be proposed: a first-line headline, a dateline, a line `date … By …`.
/// Nothing is certain; all of it can be edited.
pub fn propose(text: &str) -> Meta {
    let mut meta = Meta::default();
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else {
        return meta;
    };
    let body = if read_date_and_byline(first, &mut meta) {
        lines.next().unwrap_or("")
    } else if is_headline(first) {
        meta.title = first.trim_start_matches('#').trim().to_owned();
        lines.next().unwrap_or("")
    } else {
        first
    };
    read_dateline(body, &mut meta);
    meta
}

/// A headline is short, has no full stop at its end and starts no dateline.
fn is_headline(line: &str) -> bool {
    let chars = line.chars().count();
    let is_heading = line.starts_with("# ");
    let ends_sentence = line.ends_with(['.', ',', ';', ':']) && !line.ends_with("...");
    is_heading || (chars <= HEADLINE_CHARS && !ends_sentence && dateline_agency(line).is_none())
}

/// `date 2025-01-22 By Ann Example and Ben Example, Agency`, as feeds write it.
fn read_date_and_byline(line: &str, meta: &mut Meta) -> bool {
    let Some(rest) = strip_word(line, "date") else {
        return false;
    };
    let (date, rest) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if !is_iso_date(date) {
        return false;
    }
    meta.published = date.to_owned();
    if let Some(byline) = strip_word(rest.trim_start(), "by") {
        match byline.rsplit_once(", ") {
            // The last name after a comma is the outlet only when it stands alone, as an agency does.
            Some((names, outlet)) if !outlet.contains(' ') => {
                meta.byline = names.to_owned();
                meta.outlet = outlet.to_owned();
            }
            _ => meta.byline = byline.to_owned(),
        }
    }
    true
}

/// `(CNN) —` or `CITY, 14 March (Agency) —` at the start of the body names the outlet.
fn read_dateline(line: &str, meta: &mut Meta) {
    if let Some(agency) = dateline_agency(line)
        && meta.outlet.is_empty()
    {
        meta.outlet = agency.to_owned();
    }
}

fn dateline_agency(line: &str) -> Option<&str> {
    let (before_dash, _) = line.split_once(" — ").or_else(|| line.split_once(" - "))?;
    let (place, agency) = before_dash.split_once('(')?;
    let agency = agency.trim_end().strip_suffix(')')?;
    (place.chars().count() <= 60 && agency.chars().count() <= 30 && !agency.is_empty()).then_some(agency)
}

/// Whether a line is a feed's `date 2025-01-22 By …`.
pub fn is_date_line(line: &str) -> bool {
    let rest = strip_word(line.trim_start(), "date");
    rest.and_then(|rest| rest.split_whitespace().next()).is_some_and(is_iso_date)
}

fn strip_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let head = line.get(..word.len())?;
    let rest = line.get(word.len()..)?;
    (head.eq_ignore_ascii_case(word) && rest.starts_with(char::is_whitespace)).then(|| rest.trim_start())
}

fn is_iso_date(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: &str, outlet: &str, byline: &str, published: &str) {
        let meta = propose(text);
        assert_eq!([&*meta.title, &*meta.outlet, &*meta.byline, &*meta.published], [title, outlet, byline, published], "{text}");
    }

    #[test]
    fn headline_dateline_and_byline_are_proposed() {
        check("Dyke fails\nThe dyke failed.", "Dyke fails", "", "", "");
        check("# Dyke fails\n\nORVA, 14 March (Nordpost) — The dyke failed.", "Dyke fails", "Nordpost", "", "");
        check("(CNN) — The dyke failed on Monday.", "", "CNN", "", "");
        check("The dyke failed on Monday.", "", "", "", "");
        check(" date 2025-01-22 By Ann Ex and Ben Ex, CNN\n\n(CNN) — Text.", "", "CNN", "Ann Ex and Ben Ex", "2025-01-22");
        check("date 2025-01-22 By Ann Ex, Ben Ex\nText.", "", "", "Ann Ex, Ben Ex", "2025-01-22");
        check("", "", "", "", "");
    }

    #[test]
    fn no_title_is_proposed_from_a_long_line() {
        check(&"word ".repeat(100_000), "", "", "", "");
    }
}
