//! Mails and pages saved as mails.

use super::*;
use crate::import::Imported;
use crate::model::document::structure::Kind;

fn mail(body: &str) -> Imported {
    read(body.replace('\n', "\r\n").as_bytes(), &Wish::default()).unwrap().freeze()
}

fn parts(read: &Imported) -> Vec<(Kind, &str)> {
    read.structure.parts().iter().map(|part| (part.kind, read.text.slice(part.span))).collect()
}

#[test]
fn a_mail_says_who_wrote_it_when_and_what_about() {
    let read = mail(
        "From: =?utf-8?q?J=C3=BCrgen_Ex?= <juergen@orva.example>\nTo: desk@news.example\nSubject: =?iso-8859-1?q?D=E4mme?=\n\
        Date: Wed, 22 Jan 2025 07:30:12 +0100\nContent-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: quoted-printable\n\n\
        =F0=CC=CF=D4=C9=CE=C1 =D0=D2=CF=D2=D7=\n=C1=CC=C1=D3=D8.\n",
    );
    assert_eq!(
        [&*read.meta.title, &*read.meta.byline, &*read.meta.published],
        ["Dämme", "Jürgen Ex <juergen@orva.example>", "2025-01-22 07:30 +01:00"]
    );
    assert_eq!((read.text.as_str(), read.encoding.unwrap().name.as_str()), ("Плотина прорвалась.\n", "KOI8-R"));
    assert_eq!(read.warnings, []);
}

#[test]
fn lines_that_were_broken_are_joined_and_quoted_ones_are_quotes() {
    let read = mail(
        "From: a@x.example\nSubject: Re: Dyke\nDate: Wed, 22 Jan 2025 07:30:12 +0100\n\nThe dyke at Orva failed twice on Monday, and the water rose by two\n\
        metres within an hour of the second breach. About 1,200 people left\ntheir homes.\n\nAnn wrote:\n> Did it fail?\n> > I heard so.\n> Once or twice?\n\nRegards\nAnn\n",
    );
    assert_eq!(
        read.text.as_str(),
        "The dyke at Orva failed twice on Monday, and the water rose by two metres within an hour of the second breach. About 1,200 people \
         left their homes.\nAnn wrote:\nDid it fail?\nI heard so.\nOnce or twice?\nRegards\nAnn\n"
    );
    assert_eq!(parts(&read), [(Kind::Quote(1), "Did it fail?\nI heard so.\nOnce or twice?"), (Kind::Quote(2), "I heard so.")]);
}

#[test]
fn flowed_text_goes_on_where_it_says_so() {
    let read = mail(
        "From: a@x.example\nSubject: Dyke\nContent-Type: text/plain; format=flowed\n\nThe dyke \nfailed.\nTwice.\n> They \n> say.\n-- \nAnn\n",
    );
    assert_eq!(read.text.as_str(), "The dyke failed.\nTwice.\nThey say.\n--\nAnn\n");
}

const TWO_FORMS: &str = "From: a@x.example\nTo: b@x.example\nSubject: Dyke\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=OUT\n\n\
    --OUT\nContent-Type: multipart/alternative; boundary=IN\n\n--IN\nContent-Type: text/plain\n\nPLAIN\n--IN\nContent-Type: text/html; charset=utf-8\n\n\
    <table><tr><td><h1>Dyke</h1><p>The dyke <b>failed</b> twice on Monday.</p></td></tr></table>\n--IN--\n\
    --OUT\nContent-Type: application/pdf; name=\"report.pdf\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--OUT--\n";

#[test]
fn the_plain_form_is_read_unless_it_says_nothing_and_files_are_named() {
    let read = mail(&TWO_FORMS.replace("PLAIN", "Dyke\n\nThe dyke failed twice on Monday."));
    assert_eq!((read.text.as_str(), parts(&read).len()), ("Dyke\nThe dyke failed twice on Monday.\n", 0));
    assert_eq!(read.warnings, [Warning::Attachments { names: vec!["report.pdf".into()] }]);
    let read = mail(&TWO_FORMS.replace("PLAIN", "See below."));
    assert_eq!(read.text.as_str(), "Dyke\nThe dyke failed twice on Monday.\n");
    assert_eq!(parts(&read), [(Kind::Heading(1), "Dyke"), (Kind::Strong, "failed")]);
}

const SAVED: &str = "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/2025/01/22/dyke\nSubject: Dyke fails\n\
    Date: Wed, 22 Jan 2025 07:30:12 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\n\n\
    --B\nContent-Type: text/html\nContent-ID: <frame-1@mhtml.blink>\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://news.example/2025/01/22/dyke\n\n\
    <html><body><article><p>The dyke at Orva failed twice on Monday, the mayor said, and the water rose by=\n two metres. =E2=80=9CNobody came,=E2=80=9D she said.</p>\
    <p>About 1,200 people left <a href=3D\"/homes\">their homes</a> in the night.</p></article></body></html>\n\
    --B\nContent-Type: text/html\nContent-Location: https://ads.example/frame\n\n<p>Buy now</p>\n--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--B--\n";

#[test]
fn a_saved_page_is_read_with_its_address() {
    let read = read_page(SAVED.replace('\n', "\r\n").as_bytes(), &Wish::default()).unwrap().freeze();
    assert_eq!(
        read.text.as_str(),
        "The dyke at Orva failed twice on Monday, the mayor said, and the water rose by two metres. “Nobody came,” she said.\n\
         About 1,200 people left their homes in the night.\n"
    );
    assert_eq!(
        [&*read.meta.title, &*read.meta.url, &*read.meta.published, read.structure.targets()[0].as_ref()],
        ["Dyke fails", "https://news.example/2025/01/22/dyke", "2025-01-22", "https://news.example/homes"]
    );
}

#[test]
fn what_is_no_mail_or_says_nothing_is_refused() {
    let refused = |text: &str| read(text.as_bytes(), &Wish::default()).map(|draft| draft.text().to_owned());
    assert!(matches!(refused(""), Err(Refusal::Damaged(_))), "{:?}", refused(""));
    assert!(matches!(refused("From: a@x.example\nSubject: x\n\n"), Err(Refusal::NoWords(_))));
    assert!(matches!(read_page(TWO_FORMS.split("--IN\n").next().unwrap().as_bytes(), &Wish::default()), Err(Refusal::NoWords(_))));
}

#[test]
fn a_mail_in_a_mail_is_read_behind_it_and_not_named_as_a_file() {
    let inner = |words: &str| {
        format!(
            "From: Ann Ex <ann@x.example>\nSubject: Gauge at Orva\nDate: Wed, 22 Jan 2025 07:30:12 -0000\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{words}\n"
        )
    };
    let outer = |inner: &str| {
        format!(
            "From: b@x.example\nSubject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain\n\n\
             See the mail below.\n--B\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n{inner}\n--B--\n"
        )
    };
    let read = mail(&outer(&inner("It rose by 2=C2=A0metres.")));
    let words = "See the mail below.\nGauge at Orva\nAnn Ex <ann@x.example>, 2025-01-22 07:30 UTC\nIt rose by 2\u{a0}metres.\n";
    assert_eq!((read.text.as_str(), &read.warnings[..]), (words, &[][..]));
    assert_eq!(parts(&read), [(Kind::Heading(2), "Gauge at Orva")]);
    let mut nested = inner("Innermost.");
    for _ in 0..30 {
        nested = outer(&nested);
    }
    assert!(mail(&nested).text.as_str().matches("See the mail below.").count() <= 9, "it ends somewhere");
}
