//! Projects that the tests of the writers print: a small one with every kind of line, and the invented articles tagged by quotes.

use crate::model::annotation::{Annotation, Mention, Tag};
use crate::model::claim::{Claim, Correction, Evidence, Grade, Rating, Scale, Stance, Status};
use crate::model::document::Document;
use crate::model::exclusion::Reason;
use crate::model::id::{AnnotationId, ClaimId, EvidenceId, LinkId};
use crate::model::link::{Link, Role};
use crate::model::quantity::Quantity;
use crate::model::source::{FirstHand, Source};
use crate::testing::{Desk, NOW};

/// Two short articles with every kind of mark, link, status and finding.
pub(crate) fn small() -> Desk {
    let mut desk = Desk::default();
    let first = desk.article(
        "Gate jams in Merrowhaven\n\
         [About [6,200 people|number] left their homes|claim], [officials|source officials] said. It was a night to forget.\n\
         [The [soldiers|source] closed [Gate 3|number gate] at [2:40 a.m.|number]|claim] [No one was injured|claim injured].\n\
         Water topped the dyke.",
    );
    let second =
        desk.article("[[Two|number two] people were hurt|claim], [Rosalind Achterholt|source] said. [Nobody was injured|claim injured].");
    // Crossing marks.
    desk.tag(second, "said. Nobody", Tag::Claim);
    desk.exclude(first, "It was a night to forget.", Reason::Opinion);
    let sources = [("A1", "officials"), ("B1", "Rosalind Achterholt"), ("A3", "officials")]
        .map(|(claim, source)| (desk.claim(claim), desk.source(source)));
    for (claim, source) in sources {
        desk.link(claim, Role::RestsOn, source);
    }
    settle(&mut desk);
    describe(&mut desk);
    let note = "Both from the same evening.".to_owned();
    let (id, from, to) = (LinkId(desk.id()), desk.claim("A3"), desk.claim("B1"));
    desk.add(Link { note, ..Link::new(id, Mention::Claim(from), Mention::Claim(to), Role::Contradicts) });
    desk
}

fn settle(desk: &mut Desk) {
    rate(desk, "A1", 4, "The count is the ministry’s own.", Status::Confirmed);
    rate(desk, "A2", 2, "It was the Directorate’s staff, at 2:14.", Status::Changed);
    rate(desk, "A3", 1, "Eleven people were kept in hospital overnight.", Status::Asked);
    let (changed, asked, cut) = (desk.claim("A2"), desk.claim("A3"), desk.claim("B2"));
    desk.change(changed, |claim: &mut Claim| {
        claim.correction = Some(Correction::of("The engineers closed Gate 3 at 2:14 a.m."));
    });
    desk.change(asked, |claim: &mut Claim| {
        claim.restatement = "Nobody was injured in the flood of 13 March 2031.".into();
        claim.note = "Asked St Orla’s Hospital for its count.".into();
        claim.correction = Some(Correction::of("Nobody was injured badly"));
        claim.evidence = vec![
            Evidence {
                text: "Duty manager, by telephone".into(),
                locator: "14 March, 10:20".into(),
                stance: Stance::Contradicts,
                ..Evidence::new(EvidenceId(crate::model::id::Uid(900)))
            },
            Evidence {
                text: "Yearbook".into(),
                url: "https://hospital.example/yearbook?y=2031&p=4".into(),
                ..Evidence::new(EvidenceId(crate::model::id::Uid(901)))
            },
        ];
    });
    desk.change(cut, |claim: &mut Claim| claim.status = Status::Cut);
}

fn describe(desk: &mut Desk) {
    let first = desk.project.order()[0];
    desk.change(first, |document: &mut Document| {
        document.meta.outlet = "Northwake".into();
        document.meta.published = "13 March 2031".into();
        document.meta.url = "https://northwake.example/gate".into();
    });
    desk.change(desk.source("Rosalind Achterholt"), |source: &mut Source| {
        source.role = "duty manager, St Orla’s Hospital".into();
        source.locator = "mailto:duty@orla.example".into();
        source.grade = "A1".into();
        source.first_hand = FirstHand::Yes;
    });
    desk.change(desk.number("6,200 people"), |quantity: &mut Quantity| quantity.measured = "people moved".into());
    let mark = desk
        .project
        .annotations()
        .values()
        .find(|mark| mark.mention == Mention::Number(crate::testing::number(&desk.project, "2:40 a.m.")));
    let mark: AnnotationId = mark.unwrap().id;
    desk.change(mark, |mark: &mut Annotation| {
        mark.note = "The log says 2:14.".into();
        mark.keywords = vec!["time".into()];
    });
}

pub(crate) fn rate(desk: &mut Desk, label: &str, grade: u8, reason: &str, status: Status) {
    let id: ClaimId = desk.claim(label);
    desk.change(id, |claim: &mut Claim| {
        claim.status = status;
        claim.status_since = NOW;
        claim.rating = Grade::new(grade).map(|grade| Rating::new(grade, reason));
    });
}

/// The four invented articles that come with the program, with a few marks each.
pub(crate) fn invented() -> Desk {
    let mut desk = Desk::default();
    let northwake = desk.plain(include_str!("../../assets/articles/northwake-2031-03-13.txt"));
    let packet = desk.plain(include_str!("../../assets/articles/merrowhaven-packet-2031-03-14.txt"));
    let courier = desk.plain(include_str!("../../assets/articles/varnholt-courier-2031-03-14.md"));
    let ledger = desk.plain(include_str!("../../assets/articles/pellbury-ledger-2031-03-15.txt"));
    let claims = [
        (northwake, "About 6,200 people left their homes in the port city of Merrowhaven early on Thursday"),
        (northwake, "No one was injured"),
        (northwake, "it had never failed before"),
        (packet, "6,200 people moved out of the city's low districts"),
        (packet, "St Orla's Hospital treated about 30 people for cold and cuts"),
        (courier, "Up to 9,000 people in three districts were told to leave"),
        (courier, "a cut of 25 per cent"),
        (ledger, "as many as 9,000 people were evacuated"),
        (ledger, "Spending on upkeep was cut by a third between 2026 and 2030"),
        (ledger, "No injuries have been reported"),
    ];
    for (article, quote) in claims {
        desk.tag(article, quote, Tag::Claim);
    }
    for (article, quote) in [(northwake, "About 6,200 people"), (packet, "about 30 people"), (courier, "25 per cent"), (ledger, "a third")]
    {
        desk.tag(article, quote, Tag::Number);
    }
    let minister = desk.tag(northwake, "Interior Minister Henrik Solvane", Tag::Source);
    desk.tag(northwake, "Two city officials", Tag::Source);
    desk.mention(courier, "The minister, Henrik Solvane", minister);
    let (none_hurt, treated) = (desk.claim("A2"), desk.claim("B2"));
    desk.link(none_hurt, Role::RestsOn, minister);
    desk.link(none_hurt, Role::Contradicts, treated);
    let (quarter, third) = (desk.claim("C2"), desk.claim("D2"));
    desk.link(third, Role::Contradicts, quarter);
    rate(&mut desk, "A2", 1, "The hospital treated about 30 people.", Status::Changed);
    rate(&mut desk, "B2", 5, "Duty manager, by telephone.", Status::Confirmed);
    rate(&mut desk, "D2", 2, "From 6.4 to 4.8 million is a quarter.", Status::Asked);
    desk.change(none_hurt, |claim: &mut Claim| claim.correction = Some(Correction::of("No one was badly injured")));
    desk
}

/// The small project with the same words in every field that a user can fill, the article's text included.
pub(crate) fn hostile(words: &str) -> Desk {
    let mut desk = small();
    let id = desk.plain(&format!("{words}\nBefore {words} after. {words}"));
    let claim = desk.tag(id, words.lines().next().unwrap(), Tag::Claim);
    let owned = || words.to_owned();
    desk.change(id, |document: &mut Document| {
        let meta = &mut document.meta;
        for field in [
            &mut meta.outlet,
            &mut meta.byline,
            &mut meta.published,
            &mut meta.url,
            &mut meta.archive_url,
            &mut meta.language,
            &mut meta.origin,
        ] {
            *field = owned();
        }
    });
    let claims: Vec<_> = desk.project.claims().keys().copied().collect();
    for claim in claims {
        desk.change(claim, |claim: &mut Claim| {
            claim.restatement = owned();
            claim.note = owned();
            claim.rating = Grade::new(2).map(|grade| Rating::new(grade, owned()));
            claim.correction = Some(Correction::of(owned()));
            let id = EvidenceId(crate::model::id::Uid(1));
            claim.evidence =
                vec![Evidence { text: owned(), url: owned(), locator: owned(), stance: Stance::Supports, ..Evidence::new(id) }];
        });
    }
    let sources: Vec<_> = desk.project.sources().keys().copied().collect();
    for source in sources {
        desk.change(source, |source: &mut Source| {
            for field in [&mut source.name, &mut source.role, &mut source.locator, &mut source.grade, &mut source.note] {
                *field = owned();
            }
        });
    }
    let numbers: Vec<_> = desk.project.quantities().keys().copied().collect();
    for number in numbers {
        desk.change(number, |number: &mut Quantity| {
            for field in [&mut number.unit, &mut number.per, &mut number.measured, &mut number.of, &mut number.as_of] {
                *field = owned();
            }
        });
    }
    let marks: Vec<_> = desk.project.annotations().keys().copied().collect();
    for mark in marks {
        desk.change(mark, |mark: &mut Annotation| {
            mark.note = owned();
            mark.keywords = vec![owned()];
        });
    }
    let links: Vec<_> = desk.project.links().keys().copied().collect();
    for link in links {
        desk.change(link, |link: &mut Link| link.note = owned());
    }
    desk.link(desk.claim("A1"), Role::Same, claim);
    let scale = Scale::five(owned(), std::array::from_fn::<String, 5, _>(|_| owned()));
    desk.decide(|house| house.scales = vec![scale]);
    desk.rename(words);
    desk
}

/// Texts that would be markup, script or templates if a writer let them.
pub(crate) const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</style><script>x</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "  JaVaScRiPt:alert(1)//https://a.example",
    "data:text/html,<b>x</b>",
    "https://a.example/\"onclick=\"alert(1)",
    "| a | b |",
    "`code` ``` fence",
    "```",
    "[x](javascript:alert(1)) ![y](https://a.example/z.png)",
    "[^1]: note [^A1] [x]: https://a.example",
    "{{ 7 * 7 }} {% raw %} <%= x %> ${x} #{x}",
    "# head",
    "- list\n+ list\n1. list\n2) list",
    "---\n===\n***\n___",
    "> quote",
    "*strong* **strong** _em_ __em__ ~~gone~~ ==mark== ^up^ $x^2$ $$y$$",
    "&lt;b&gt; &amp; &#60;",
    "<https://a.example> www.a.example https://a.example a@b.example",
    "\\ back \\* slash\\",
    "<!-- comment --> <![CDATA[x]]> <?php x ?>",
    "\u{202e}txet\u{0} \u{1}\u{feff}",
    "    indented\n\tcode",
    ":::note\n:smile: @user #1",
];
