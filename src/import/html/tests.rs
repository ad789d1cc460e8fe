//! Web pages: what is kept of an article, what the page says of itself, and what is hostile.

use super::*;
use crate::import::Imported;
use crate::model::document::structure::Kind;

const STORY: &str = "<p>The dyke at Orva failed twice on Monday, the mayor said, and the water rose by two metres within an hour of the second breach.</p>\
<p>About 1,200 people left their homes in the night. The district had asked for money to mend the dyke in every year since 2019, she said, and got none.</p>";

fn page(body: &str) -> Imported {
    read_page(&format!("<!DOCTYPE html><html><head><title>Dyke fails</title></head><body><article>{STORY}{body}</article></body></html>"))
}

fn read_page(page: &str) -> Imported {
    read(page.as_bytes(), &Wish::default()).unwrap().freeze()
}

fn whole(page: &str) -> Imported {
    read(page.as_bytes(), &Wish { whole_page: true, ..Wish::default() }).unwrap().freeze()
}

/// The lines behind the story, and the parts of them.
fn shown(read: &Imported) -> String {
    let text = read.text.as_str();
    let start = text.find("none.\n").unwrap() + "none.\n".len();
    let parts = read.structure.parts().iter().filter(|part| part.span.start() >= start);
    let parts = parts.map(|part| {
        let kind = match part.kind {
            Kind::Link(_) => format!("Link {}", read.structure.target(part.kind).unwrap()),
            Kind::Cell { row, column, is_head } => format!("{} {row}.{column}", if is_head { "Head" } else { "Cell" }),
            kind => format!("{kind:?}"),
        };
        format!("{kind}: {}\n", read.text.slice(part.span).replace('\n', "/"))
    });
    format!("{}--\n{}", &text[start..], parts.collect::<String>())
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(shown(&page(body)), expected);
}

#[test]
fn paragraphs_headings_and_line_breaks_are_lines() {
    check("<p>One\n two<br>three</p><div>four<p>five</p>six</div>", "One two\nthree\nfour\nfive\nsix\n--\n");
    check(
        "<h2>The <em>second</em> breach</h2><p>Water rose.</p>",
        "The second breach\nWater rose.\n--\nHeading(2): The second breach\nEmphasis: second\n",
    );
}

#[test]
fn lists_and_quotes_know_their_depth() {
    check(
        "<ul><li>One<ol><li>Two</li><li>Three</li></ol></li></ul><p>And so it was told, at length, by all who saw it.</p>",
        "One\nTwo\nThree\nAnd so it was told, at length, by all who saw it.\n--\nEntry(1): One/Two/Three\nEntry(2): Two\nEntry(2): Three\n",
    );
    check(
        "<blockquote><p>We were told</p><blockquote>nothing</blockquote></blockquote>",
        "We were told\nnothing\n--\nQuote(1): We were told/nothing\nQuote(2): nothing\n",
    );
}

#[test]
fn links_are_whole_and_lead_to_the_web_or_to_a_mailbox_only() {
    let page = format!(
        "<html><head><link rel=canonical href='https://news.example/2025/01/22/dyke'><title>Dyke</title></head><body><article>{STORY}\
        <p>See <a href='../21/rain'>the <b>rain</b></a>, <a href='javascript:steal()'>this</a>, <a href='#top'>up</a> and \
        <a href='mailto:ann@news.example'>write</a>.</p></article></body></html>"
    );
    let read = read_page(&page);
    assert_eq!(
        shown(&read),
        "See the rain, this, up and write.\n--\nLink https://news.example/2025/01/21/rain: the rain\nStrong: rain\n\
         Link mailto:ann@news.example: write\n"
    );
}

#[test]
fn tables_of_data_are_rows_of_cells() {
    check(
        "<table><caption>Levels</caption><tr><th>Day</th><th>Metres</th></tr><tr><td>Mon<br>day</td><td><p>2.1</p></td></tr></table>\
        <p>The levels are those of the gauge at the bridge.</p>",
        "Levels\nDay\tMetres\nMon day\t2.1\nThe levels are those of the gauge at the bridge.\n--\n\
         Table: Levels/Day\tMetres/Mon day\t2.1\nCaption: Levels\nHead 0.0: Day\nHead 0.1: Metres\nCell 1.0: Mon day\nCell 1.1: 2.1\n",
    );
}

#[test]
fn cells_that_span_rows_and_columns_keep_the_columns_of_the_others() {
    let read = whole(
        "<table><tr><th rowspan=2>Town<th colspan=2>Level<tr><th>low<th>high<tr><td>Orva<td>1<td>2<tr><td></td><tr><td colspan=2>all<td>3</table>",
    );
    assert_eq!(read.text.as_str(), "Town\tLevel\t\n\tlow\thigh\nOrva\t1\t2\nall\t\t3\n");
    let columns = read.structure.parts().iter().filter_map(|part| match part.kind {
        Kind::Cell { row, column, .. } => Some((row, column)),
        _ => None,
    });
    assert_eq!(columns.collect::<Vec<_>>(), [(0, 0), (0, 1), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2), (3, 0), (3, 2)]);
}

#[test]
fn tables_that_only_place_things_are_none() {
    let long = "The water rose all night and stood in the cellars of the lower town until noon of the next day. ".repeat(3);
    for table in ["<table role=presentation><tr><td>a<td>b</table>", &format!("<table><tr><td>{long}<td>{long}<tr><td>{long}<td>x</table>")]
    {
        assert!(whole(table).structure.is_empty(), "{table}");
    }
    assert_eq!(
        whole("<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr></table>").text.as_str(),
        "a\tb\nc\td\n"
    );
}

#[test]
fn captions_and_preformatted_lines_are_kept() {
    check(
        "<figure><img src=a.png><figcaption>The dyke. Photo: Ann</figcaption></figure>",
        "The dyke. Photo: Ann\n--\nCaption: The dyke. Photo: Ann\n",
    );
    check("<pre>one\n  two</pre><p>The gauge wrote this down.</p>", "one\n  two\nThe gauge wrote this down.\n--\n");
}

#[test]
fn raised_figures_do_not_join_the_number_before_them() {
    check(
        "<p>10<sup>6</sup> m<sup>3</sup>, as told<sup><a href='#n1'>1</a></sup>, the 2<sup>nd</sup> time. <q>No</q>, H<sub>2</sub>O.</p>",
        "10⁶ m³, as told1, the 2nd time. “No”, H2O.\n--\n",
    );
}

#[test]
fn what_is_hidden_or_runs_is_no_text() {
    check(
        "<p>Seen. <span style='display: none'>Hidden</span><span hidden>Hidden</span><script>run()</script><style>p{}</style>\
        <span class=sr-only>Heard</span></p><template>Later</template><noscript>No script</noscript>",
        "Seen.\n--\n",
    );
}

#[test]
fn the_surroundings_are_left_out_unless_the_whole_page_is_wished() {
    let page = format!(
        "<html><body><nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav><article><h1>Dyke fails</h1>{STORY}{STORY}</article>\
        <footer>Imprint</footer></body></html>"
    );
    let article = read_page(&page);
    assert!(!article.text.as_str().contains("Sport") && !article.text.as_str().contains("Imprint"), "{}", article.text.as_str());
    let all = whole(&page);
    assert!(["Home\nSport\n", "Dyke fails\n", "Imprint\n", "got none.\n"].iter().all(|words| all.text.as_str().contains(words)));
}

#[test]
fn an_article_that_is_hard_to_find_is_given_with_a_warning() {
    // Saved while a dialog was open: the page behind it counts as hidden.
    let read = read_page(&format!(
        "<html><body><div aria-hidden=true><nav>Menu</nav><main>{STORY}{STORY}</main><footer>Imprint</footer></div>\
        <div><p>May we count your visits, as all the others do?</p></div></body></html>"
    ));
    assert!(read.text.as_str().starts_with("The dyke at Orva") && read.text.as_str().ends_with("got none.\n"), "{}", read.text.as_str());
    assert_eq!(read.warnings, [Warning::UncertainArticle]);
    assert_eq!(page("").warnings, []);
}

#[test]
fn what_only_search_engines_are_shown_is_read_with_a_warning() {
    let body = "The dyke at Orva failed twice on Monday, the mayor said.\\n".repeat(12);
    let linked = format!(r#"<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>"#);
    let read = read_page(&format!("<html><head>{linked}</head><body><p>Subscribe to read on.</p></body></html>"));
    assert_eq!(read.text.as_str().lines().count(), 12);
    assert_eq!(read.warnings, [Warning::UncertainArticle]);
    assert!(read_page(&format!("<html><head>{linked}</head><body><article>{STORY}{STORY}</article></body></html>")).warnings.is_empty());
}

#[test]
fn a_page_says_who_wrote_it_when_and_where() {
    let meta = |head: &str| read_page(&format!("<html lang=de-AT><head>{head}</head><body><article>{STORY}</article></body></html>")).meta;
    let read = meta(
        "<title>Deich bricht | Nordpost</title><meta property=og:site_name content=Nordpost><meta name=author content='Von Ann Ex'>\
        <meta property=article:published_time content='2025-01-22T07:30:00.000+0100'><link rel=canonical href='https://nordpost.example/deich'>",
    );
    assert_eq!(
        [&*read.title, &*read.outlet, &*read.byline, &*read.published, &*read.url, &*read.language],
        ["Deich bricht", "Nordpost", "Ann Ex", "2025-01-22 07:30 +01:00", "https://nordpost.example/deich", "de-AT"]
    );
    let linked = r##"<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Nordpost"},
        {"@type": ["NewsArticle"], "headline": "Deich &amp; Damm", "author": [{"@id": "#ann"}, {"name": "Ben Ex"}], "publisher": {"name": "Nordpost"},
        "datePublished": "2025-01-22T07:30:00Z", "mainEntityOfPage": {"@id": "https://nordpost.example/d"}}, {"@id": "#ann", "name": "By Ann Ex"}]}</script>"##;
    let read = meta(linked);
    assert_eq!(
        [&*read.title, &*read.outlet, &*read.byline, &*read.published, &*read.url],
        ["Deich & Damm", "Nordpost", "Ann Ex, Ben Ex", "2025-01-22 07:30 UTC", "https://nordpost.example/d"]
    );
    let read = meta("<!-- saved from url=(0041)https://www.nordpost.example/2025/1/22/deich -->");
    assert_eq!(
        [&*read.outlet, &*read.published, &*read.url],
        ["nordpost.example", "2025-01-22", "https://www.nordpost.example/2025/1/22/deich"]
    );
}

#[test]
fn the_encoding_is_the_one_that_was_told_or_wished_or_is_guessed() {
    let encode = |page: &str| encoding_rs::WINDOWS_1251.encode(page).0.into_owned();
    let plain = "<p>Плотина у Орвы прорвалась дважды, заявила мэр города в понедельник вечером.</p>";
    let name = |bytes: &[u8], wish: &Wish, known: Known<'_>| {
        let read = read_known(bytes, wish, known).unwrap().freeze();
        (read.text.as_str().starts_with("Плотина"), read.encoding.unwrap())
    };
    let encoded = |is_guess| (true, crate::import::Encoded { name: "windows-1251".into(), is_guess });
    assert_eq!(name(&encode(&format!("<meta charset=cp1251>{plain}")), &Wish::default(), Known::default()), encoded(false));
    assert_eq!(name(&encode(plain), &Wish::default(), Known { encoding: Some("cp1251"), url: None }), encoded(false));
    assert_eq!(name(&encode(plain), &Wish::default(), Known::default()), encoded(true));
    let wish = Wish { encoding: Some("windows-1251".into()), ..Wish::default() };
    assert_eq!(name(&encode(&format!("<meta charset=koi8-r>{plain}")), &wish, Known::default()), encoded(false));
}

#[test]
fn a_guess_and_lost_letters_are_told() {
    let said = |bytes: &[u8]| read(bytes, &Wish::default()).unwrap().freeze().warnings.iter().map(ToString::to_string).collect::<Vec<_>>();
    let page = "<p>Der Deich ist gebrochen, sagte die B\u{fc}rgermeisterin von Orva am Montag.</p>";
    assert!(said(page.as_bytes()).is_empty());
    let bytes: Vec<u8> = page.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    assert!(matches!(said(&bytes).as_slice(), [said] if said.contains("it was read as windows-1252")), "{:?}", said(&bytes));
    let bytes = ["<meta charset=utf-8>".as_bytes(), page.as_bytes(), b"<p>Das Wasser st\xfceg.</p>"].concat();
    assert!(
        matches!(said(&bytes).as_slice(), [said] if said.starts_with("Letters of it could not be read as UTF-8 (1, ")),
        "{:?}",
        said(&bytes)
    );
}

#[test]
fn a_page_without_words_is_refused() {
    for page in ["", "<html><body></body></html>", "<div id=app></div><script>start()</script>", "\u{feff}"] {
        assert!(matches!(read(page.as_bytes(), &Wish::default()), Err(Refusal::NoWords(_))), "{page}");
    }
}

#[test]
fn deep_nesting_is_read_flat() {
    for depth in [600, 20_000] {
        let page = format!("<html><body>{}<p>Deep down.</p>{}</body></html>", "<div>".repeat(depth), "</div>".repeat(depth));
        let read = read_page(&page);
        assert_eq!(read.text.as_str().trim(), "Deep down.", "{depth}");
        assert_eq!(whole(&page).text.as_str().trim(), "Deep down.");
    }
    let tables = format!("{}x", "<table><tr><td>".repeat(2_000));
    let read = read_page(&tables);
    assert_eq!((read.text.as_str().trim(), read.warnings.as_slice()), ("x", [Warning::UncertainArticle].as_slice()));
}

#[test]
fn a_standfirst_below_the_headline_is_read_also_where_the_article_begins_further_down() {
    let lead = "Twice the dyke of Orva failed within one night, and nobody had mended it since the flood of 2019.";
    let with_head = |lead: &str| {
        let head = format!("<header><h1>Dyke fails</h1><br>{lead}<p class=by>By Ada Wren</p></header>");
        let story = format!("{STORY}{STORY}").replace("<p>", "<p class=text>");
        let body = format!("{head}<div class=share>Share</div><div class=story>{story}</div>");
        read_page(&format!("<!DOCTYPE html><html><head><title>Dyke fails</title></head><body>{body}</body></html>"))
            .text
            .as_str()
            .to_owned()
    };
    let starts = |read: &str| read.lines().next().unwrap().to_owned();
    assert_eq!(starts(&with_head(&format!("<h4>{lead}</h4>"))), lead);
    let once = with_head(&format!("<p>{lead}</p>"));
    assert_eq!(once.matches(lead).count(), 1, "{once}");
    assert!(
        starts(&with_head("<p><a href=/more>Read here what else happened along the river in this week, and in the one before.</a></p>"))
            .starts_with("The dyke")
    );
}

#[test]
fn what_stands_around_the_marked_body_and_the_title_again_are_left_out() {
    let story = STORY.repeat(2);
    let marked =
        format!("<div><p>12:42 today</p><div itemprop=articleBody><p>Dyke fails</p>{story}</div><p>Next</p><p>Get our app now</p></div>");
    let read = read_page(&format!("<!DOCTYPE html><html><head><title>Dyke fails</title></head><body>{marked}</body></html>"));
    let lines: Vec<&str> = read.text.as_str().lines().collect();
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].starts_with("The dyke at Orva"));
}
