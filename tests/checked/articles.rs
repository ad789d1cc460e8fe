//! What a checker finds in the five articles: claims, who says them, and how they stand to each other.

use tickmark::command::{Command, Field, GroupChoice};
use tickmark::model::annotation::Tag;
use tickmark::model::claim::Status;
use tickmark::model::link::Role;
use tickmark::model::source::{FirstHand, SourceKind};

use crate::CONTACT;
use crate::common;
use crate::desk::Desk;

const OFFICIALS: &str = "officials familiar with the matter";

/// The project, where the articles are there.
pub fn checked() -> Option<Desk> {
    let mut desk = Desk::open(&common::seeds()?);
    desk.run(Command::Type {
        field: Field::ProjectName,
        text: "Border troops".to_owned(),
        visit: tickmark::edit::transaction::Visit(90_000),
    });
    marines_arrive(&mut desk);
    additional_troops(&mut desk);
    wire(&mut desk);
    caravan(&mut desk);
    cnn(&mut desk);
    register(&mut desk);
    figures(&mut desk);
    compare(&mut desk);
    settle(&mut desk);
    Some(desk)
}

/// Article A, 2025, no outlet given.
fn marines_arrive(desk: &mut Desk) {
    for words in ["Salesses stated", "Salesses said", "officials indicated", "Officials clarified", "campaigned on", "stated during his"] {
        desk.attribute('A', words);
    }
    desk.tag('A', "an initial deployment of 1500 troops assisting with barrier construction", Tag::Claim);
    desk.tag('A', "1500 troops", Tag::Number);
    desk.tag('A', "portrays troops marching into helicopters before those choppers touch down next to the border walls", Tag::Claim);
    desk.tag('A', "A video shared on social media by Dan Scavino", Tag::Source);
    desk.rest("portrays troops marching", "A video shared on social media by Dan Scavino");
    desk.tag('A', "The active duty forces will join roughly 2500 US National Guard and Reserve forces already present", Tag::Claim);
    desk.tag('A', "roughly 2500", Tag::Number);
    desk.tag('A', "there were no active duty troops working along the roughly 3200km border", Tag::Claim);
    desk.tag('A', "roughly 3200km", Tag::Number);
    desk.tag('A', "Military personnel have been dispatched to the border almost continuously since the 1990s", Tag::Claim);
    desk.set_aside('A', "The deployment, occurring in Trump's first week");
}

/// Article B, which follows article E nearly word for word.
fn additional_troops(desk: &mut Desk) {
    let attributed = [
        "according to officials",
        "official explained to",
        "Salesses said he",
        "Salesses also confirmed",
        "official noted",
        "told CNN",
        "official stressed",
        "officials said, with",
    ];
    attributed.iter().for_each(|words| desk.attribute('B', words));
    desk.tag('B', "There are already about 2,200 forces on active duty on the border", Tag::Claim);
    desk.tag('B', "about 2,200", Tag::Number);
    desk.tag('B', "an initial wave will include about 1,500 troops", Tag::Claim);
    desk.tag('B', "about 1,500", Tag::Number);
    desk.tag('B', "up to 10,000", Tag::Number);
}

/// Article C, of February 2019.
fn wire(desk: &mut Desk) {
    let attributed = [
        "according to The Washington Post",
        "official told the newspaper",
        "The official said",
        "official said the mission",
        "according to the Post",
        "Newsom said",
        "Lujan Grisham said",
        "Pelosi said",
    ];
    attributed.iter().for_each(|words| desk.attribute('C', words));
    desk.tag('C', "around 6,000", Tag::Number);
    desk.tag('C', "roughly 2,100", Tag::Number);
}

/// Article D, of October 2018.
fn caravan(desk: &mut Desk) {
    for words in ["general said on Monday", "told a news conference", "told reporters", "Officials say", "McAleenan said"] {
        desk.attribute('D', words);
    }
    desk.tag('D', "over 5,200 troops, including", Tag::Number);
    desk.tag('D', "it reached a peak of 7,000 people", Tag::Claim);
    desk.tag(
        'D',
        "There are currently 2,100 National Guard troops along the borders of Texas, New Mexico, Arizona and California",
        Tag::Claim,
    );
}

/// Article E, CNN of 22 January 2025.
fn cnn(desk: &mut Desk) {
    let attributed = [
        "according to officials",
        "told CNN. Military",
        "the first official said",
        "one of the officials said",
        "the two sources told",
        "according to another defense official",
        "because it’s been declared",
        "2,500, the official said",
        "according to the Texas Military Department",
        "same, the officials said",
        "according to sources",
        "according to a Congressional",
        "did say in",
        "according to a Homeland",
    ];
    attributed.iter().for_each(|words| desk.attribute('E', words));
    desk.tag('E', "There are already roughly 2,200 active duty forces at the border", Tag::Claim);
    desk.tag('E', "roughly 2,200", Tag::Number);
    desk.tag('E', "an initial wave will include around 1,500 troops", Tag::Claim);
    desk.tag('E', "around 1,500", Tag::Number);
    desk.tag('E', "up to 10,000", Tag::Number);
}

/// The register: entries of one person become one, kinds and grades are set.
fn register(desk: &mut Desk) {
    desk.merge("Acting defence secretary Robert Salesses", "Acting Secretary of Defense Robert Salesses");
    desk.merge("Acting defence secretary Robert Salesses", "Salesses");
    desk.merge("General Terrence O'Shaughnessy", "Gen. O'Shaughnessy");
    desk.merge("The Washington Post", "the Post");
    let named = [
        ("Acting defence secretary Robert Salesses", ("Robert Salesses", "acting defence secretary"), ("B2", FirstHand::Yes)),
        ("White House press secretary Karoline Leavitt", ("Karoline Leavitt", "White House press secretary"), ("B2", FirstHand::Yes)),
        ("General Terrence O'Shaughnessy", ("", "head of Northern Command, 2018"), ("A2", FirstHand::Yes)),
        ("California governor Gavin Newsom", ("Gavin Newsom", "governor of California"), ("A1", FirstHand::Yes)),
        ("House speaker Nancy Pelosi", ("Nancy Pelosi", "House speaker"), ("A1", FirstHand::Yes)),
        ("Trump", ("Donald Trump", "President"), ("", FirstHand::Yes)),
        ("Lujan Grisham", ("Michelle Lujan Grisham", "governor of New Mexico"), ("", FirstHand::Yes)),
        (OFFICIALS, ("", "as named by CNN"), ("C3", FirstHand::No)),
        ("the Texas Military Department", ("Texas Military Department", "Operation Lonestar strength"), ("B1", FirstHand::Yes)),
        ("The Washington Post", ("", "report of February 2019"), ("B2", FirstHand::No)),
        ("a senior U.S. defense official", ("", "to The Washington Post"), ("C2", FirstHand::Yes)),
        ("another defense official", ("", "CNN"), ("C3", FirstHand::Unclear)),
        ("a Homeland Security official", ("", "CNN"), ("C3", FirstHand::Unclear)),
    ];
    for (source, name, grades) in named {
        desk.describe(source, name, grades);
    }
    for group in ["one of the officials", "the first official", "the officials", "the two sources"] {
        desk.heard_from(group, OFFICIALS);
        desk.kind(group, SourceKind::Anonymous);
    }
    let officials = desk.source(OFFICIALS).id;
    desk.type_in(Field::SourceContact(officials), CONTACT);
    desk.type_in(Field::SourceHeardBy(officials), "CNN, five reporters named in the byline");
}

/// Figures that measure the same, over all articles.
fn figures(desk: &mut Desk) {
    let days = ["January 2025", "January 2025", "February 2019", "29 October 2018", "22 January 2025"];
    for (article, day) in desk.session.project().order().to_vec().into_iter().zip(days) {
        desk.type_in(Field::Published(article), day);
    }
    let none = desk.number('A', "there were [no active duty troops] working");
    desk.type_in(Field::QuantityValue(none), "0");
    let (wave, before) = ("First wave sent", "Active-duty troops at the border before the order");
    let (most, guard) = ("Most that may still be sent", "National Guard at the border");
    let groups: [(&str, &[(char, &str)]); 4] = [
        (
            wave,
            &[
                ('A', "initial deployment of [1500 troops] assisting"),
                ('A', "immediate deployment of [1500 troops] to"),
                ('B', "include [about 1,500] troops"),
                ('B', "with [1,500 ground personnel]"),
                ('B', "in the [1,500 ground troops] deployed"),
                ('B', "– [1500 additional troops] to"),
                ('E', "include [around 1,500] troops"),
                ('E', "wave of [1,500 troops] includes"),
            ],
        ),
        (
            before,
            &[
                ('A', "there were [no active duty troops] working"),
                ('B', "already [about 2,200] forces"),
                ('E', "already [roughly 2,200] active"),
            ],
        ),
        (
            most,
            &[
                ('A', "send [as many as 2000 additional troops] if"),
                ('B', "mobilize [up to 10,000] active-duty"),
                ('E', "deploy [up to 10,000] active"),
            ],
        ),
        (
            guard,
            &[
                ('A', "join [roughly 2500] US"),
                ('C', "include [roughly 2,100] National"),
                ('D', "the [more than 2,000 members] of"),
                ('D', "currently [2,100 National Guard troops]"),
                ('E', "are [roughly 4,500 National Guardsmen] currently"),
            ],
        ),
    ];
    for (name, figures) in groups {
        for (letter, marked) in figures {
            let number = desk.number(*letter, marked);
            desk.run(Command::Group { numbers: vec![number], into: GroupChoice::New(name.to_owned()) });
        }
    }
}

/// What two articles say alike, and what cannot both be right.
fn compare(desk: &mut Desk) {
    desk.tie("additional active-duty U.S. troops are being deployed", Role::Same, "additional active duty US troops are being ordered");
    desk.tie("about 2,200 forces on active duty", Role::Same, "roughly 2,200 active duty forces");
    desk.tie("there were no active duty troops", Role::Contradicts, "about 2,200 forces on active duty");
    desk.tie("there were no active duty troops", Role::Contradicts, "roughly 2,200 active duty forces");
}

fn settle(desk: &mut Desk) {
    let right = |reason| (5, reason);
    desk.settle("just the beginning", right("On the Department’s site, statement of 22 January 2025."), Status::Confirmed);
    desk.settle("will include about 1,500 troops", right("The Department’s statement says 1,500 ground personnel."), Status::Confirmed);
    desk.settle("will include around 1,500 troops", right("The Department’s statement says 1,500 ground personnel."), Status::Confirmed);
    desk.settle("4,500 National Guardsmen", (4, "The Department gives 4,490."), Status::Confirmed);
    desk.settle("there were no active duty troops", (1, "Joint Task Force-North has been there since 1989."), Status::Asked);
}
