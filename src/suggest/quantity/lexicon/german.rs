//! German.

use super::{Roles, Tables};
use crate::model::quantity::Approximation::*;

/// The words of German. Numbers that are written in one word are read in `compound.rs`.
pub const TABLES: Tables = Tables {
    words: &[
        (Roles::HALF, "halb halbe halben halber halbes hälfte"),
        (Roles::AND, "und"),
        (Roles::POINT, "komma"),
        (Roles::ARTICLE, "ein eine einen einem einer eines"),
        (Roles::THE, "der die das den dem des diese dieser dieses ihre seine"),
        (Roles::ONE, "ein eine einen einem einer eins"),
        (Roles::NO, "kein keine keinen keiner keinem null"),
        (Roles::NONE, "keiner keine keines"),
        (Roles::MINUS, "minus"),
        (Roles::PER, "pro je"),
        (Roles::TO, "bis"),
        (Roles::BETWEEN, "zwischen"),
        (Roles::OR, "oder"),
        (Roles::FROM, "von vom"),
        (Roles::OF, "von der davon"),
        (Roles::SHARE, "von"),
        (Roles::AT, "um gegen ab bis"),
        (Roles::CLOCK, "uhr"),
        (Roles::SEVERAL, "mehrere einige wenige paar"),
        (Roles::POINTS, "punkte punkten punkt"),
        (
            Roles::CHANGE,
            "stieg stiegen gestiegen fiel fielen gefallen sank sanken gesunken wuchs gewachsen erhöhte erhöht erhöhen steigen sinken \
             kletterte zugelegt legte nahm abgenommen zugenommen reduziert gesenkt senken angehoben zurückgegangen verdoppelte verdoppelten verdoppelt verdreifachte verdreifacht \
             halbierte halbiert",
        ),
        (Roles::AGE, "alt alter alte alten altes"),
        (
            Roles::PERSON,
            "mann frau junge mädchen fahrer fahrerin jugendlicher täter opfer kind student studentin mutter vater sohn tochter rentner \
             rentnerin",
        ),
        (
            Roles::COUNTED,
            "tote toten verletzte verletzten wurden waren sind starben vermisste tot verletzt haben kamen getötet festgenommen gestorben",
        ),
        (Roles::BESIDE_UNIT, "weitere weiteren volle vollen lange langen ganze ganzen zusätzliche"),
        (Roles::BEFORE_SPAN, "in seit vor nach über für nur fast knapp etwa rund innerhalb binnen gut als"),
        (Roles::AFTER_SPAN, "vor nach später zuvor lang früher"),
        (
            Roles::STOP,
            "ab an auf aus außer bei bis durch für gegen in im ins mit nach neben ohne seit trotz über um unter vom von vor während wegen \
             zu zum zur zwischen und oder aber denn sondern dass daß weil wenn als ob obwohl damit der die das den dem des ein eine einen \
             einem einer eines kein keine er sie es wir ihr ich du man sich ist sind war waren sein wird werden wurde wurden worden hat \
             haben hatte hatten kann können konnte konnten muss müssen soll sollen sollte sagte sagten sagt teilte erklärte berichtete \
             nicht auch noch schon nur sehr mehr weniger so wie wo was wer welche dieser diese dieses jeder jede jedes am heute gestern \
             morgen dort hier da dann jetzt bereits dabei davon dazu je pro rund etwa knapp fast mindestens laut sowie kamen starben",
        ),
        (
            Roles::DESIGNATOR,
            "nummer nr nr. seite seiten s. kapitel abschnitt artikel art paragraf paragraph § absatz abs satz zeile band teil phase stufe \
             schritt ebene klasse kategorie typ version modell serie staffel folge runde spieltag zimmer raum gleis tor halle straße \
             autobahn bundesstraße linie bezirk zone sektor flug zug bus kanal abbildung tabelle frage regel gesetz resolution anhang \
             gruppe division formel boeing airbus apollo iphone windows covid agenda top dax mdax sdax dow nasdaq tag woche punkt \
             haus block platz reaktor",
        ),
        (
            Roles::COUNTABLE,
            "soldat soldaten menschen personen person männer frauen kinder polizisten tote toten todesfälle verletzte verletzten opfer \
             festnahmen fälle stimmen sitze tore flugzeuge schiffe waffen flüge migranten flüchtlinge geiseln mitarbeiter beschäftigte \
             arbeitsplätze studenten patienten schüler demonstranten kandidaten länder wohnungen truppen überlebenden überlebende",
        ),
        (Roles::PLURAL, ""),
        (Roles::EVENT, "wahl wahlen olympia spiele saison haushalt zensus"),
        (
            Roles::BEFORE_YEAR,
            "in im seit bis von ab jahr jahre jahren jahres anfang ende mitte um januar jänner februar märz april mai juni juli august \
             september oktober november dezember sommer winter herbst frühjahr frühling und vor nach zwischen",
        ),
        (
            Roles::SCORE,
            "gewann gewannen siegte siegten besiegte verlor verloren unterlag sieg niederlage remis unentschieden endstand spiel satz \
             führung führte ging traf endete mit gegen",
        ),
    ],
    numbers: &[
        (Roles::ONES, "ein 1 eine 1 einen 1 einem 1 einer 1 eins 1 zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9"),
        (Roles::TEENS, "zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 achtzehn 18 neunzehn 19"),
        (Roles::TENS, "zwanzig 20 dreißig 30 dreissig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90"),
        (Roles::HUNDRED, "hundert 100"),
        (
            Roles::SCALE,
            "tausend 1000 million 1000000 millionen 1000000 milliarde 1000000000 milliarden 1000000000 billion 1000000000000 billionen \
             1000000000000 dutzend 12",
        ),
        (Roles::SHORT_SCALE, "tsd 1000 tsd. 1000 mio 1000000 mill 1000000 mrd 1000000000 bio 1000000000000"),
        (
            Roles::FRACTION,
            "drittel 3 viertel 4 fünftel 5 sechstel 6 siebtel 7 achtel 8 neuntel 9 zehntel 10 zwanzigstel 20 hundertstel 100 tausendstel 1000",
        ),
        (
            Roles::VAGUE,
            "dutzende 12 dutzenden 12 hunderte 100 hunderten 100 tausende 1000 tausenden 1000 zehntausende 10000 zehntausenden 10000 \
             hunderttausende 100000 hunderttausenden 100000",
        ),
        (
            Roles::MONTH,
            "januar 1 jänner 1 februar 2 märz 3 april 4 mai 5 juni 6 juli 7 august 8 september 9 oktober 10 november 11 dezember 12 jan 1 \
             feb 2 apr 4 jun 6 jul 7 aug 8 sept 9 okt 10 nov 11 dez 12",
        ),
        (Roles::WEEKDAY, "montag 1 dienstag 2 mittwoch 3 donnerstag 4 freitag 5 samstag 6 sonnabend 6 sonntag 7"),
    ],
    before: &[
        (
            About,
            "rund|etwa|ungefähr|circa|ca.|ca|zirka|um die|an die|schätzungsweise|annähernd|in etwa|gegen|grob|im schnitt|durchschnittlich|\
             ~|≈|so um die",
        ),
        (LessThan, "knapp|fast|nahezu|beinahe|weniger als|unter|nicht ganz|unterhalb von|<|kaum|etwas weniger als"),
        (MoreThan, "mehr als|über|gut|oberhalb von|etwas mehr als|weit über|deutlich über|>|weit mehr als|deutlich mehr als|reichlich"),
        (UpTo, "bis zu|höchstens|maximal|nicht mehr als|≤|bis zum|max.|allerhöchstens|binnen|innerhalb von"),
        (AtLeast, "mindestens|wenigstens|nicht weniger als|zumindest|≥|ab|mind."),
        (Exact, "nur|lediglich|bloß|genau|exakt|insgesamt|gerade einmal|gerade mal"),
    ],
    after: &[(About, "oder so|etwa|ungefähr"), (AtLeast, "oder mehr|und mehr|mindestens"), (UpTo, "oder weniger|höchstens|maximal")],
    rates: "täglich day tägliche day täglichen day wöchentlich week wöchentliche week monatlich month monatliche month monatlichen month \
            jährlich year jährliche year jährlichen year stündlich hour",
    rate_phrases: "am tag=day|in der woche=week|im monat=month|im jahr=year|in der stunde=hour|die stunde=hour|pro kopf=head|je fass=barrel|\
                   den liter=litre|pro jahr=year",
};
