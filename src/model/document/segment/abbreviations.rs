//! Words with a full stop that ends no sentence, by language. Lower case, without the last stop.

use whatlang::Lang;

/// What a language writes short.
pub struct Habits {
    /// Never at the end of a sentence: titles and the like, which a name follows.
    pub before_names: &'static [&'static str],
    /// Only before a figure: "No. 5", "p. 12".
    pub before_figures: &'static [&'static str],
    /// Also at the end of a sentence; what follows decides.
    pub anywhere: &'static [&'static str],
    /// Capitalised words that open a sentence far more often than they follow an abbreviation.
    pub openers: &'static [&'static str],
    /// Whether a figure with a stop is an ordinal: "am 3. Oktober".
    pub has_ordinals: bool,
}

/// The habits of a language; those of English where nothing better is known.
pub fn habits(language: Lang) -> &'static Habits {
    match language {
        Lang::Deu => &GERMAN,
        Lang::Fra => &FRENCH,
        Lang::Spa | Lang::Cat => &SPANISH,
        Lang::Ita => &ITALIAN,
        Lang::Por => &PORTUGUESE,
        Lang::Nld | Lang::Afr => &DUTCH,
        Lang::Rus | Lang::Bel | Lang::Bul => &RUSSIAN,
        Lang::Ukr => &UKRAINIAN,
        Lang::Hin | Lang::Mar | Lang::Nep => &HINDI,
        _ => &ENGLISH,
    }
}

const ENGLISH: Habits = Habits {
    before_names: &[
        "adm", "atty", "brig", "capt", "cmdr", "col", "cpl", "dr", "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mr", "mrs", "ms",
        "mt", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "st", "supt", "v", "vs",
    ],
    before_figures: &["art", "ch", "fig", "figs", "no", "nos", "p", "pp", "para", "sec", "vol"],
    anywhere: &[
        "a.m", "apr", "approx", "aug", "ave", "bros", "c", "ca", "cf", "co", "corp", "dec", "dept", "d.c", "e.g", "e.u", "est", "et al",
        "etc", "feb", "ft", "i.e", "inc", "jan", "jr", "jul", "jun", "ltd", "mar", "nov", "oct", "p.m", "ph.d", "sep", "sept", "sr", "u.k",
        "u.n", "u.s", "u.s.a",
    ],
    openers: &[
        "A",
        "According",
        "After",
        "Also",
        "Although",
        "An",
        "And",
        "Another",
        "Are",
        "As",
        "At",
        "Because",
        "Before",
        "But",
        "By",
        "Did",
        "Do",
        "Each",
        "Earlier",
        "Even",
        "Every",
        "For",
        "From",
        "Had",
        "He",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "I",
        "If",
        "In",
        "Is",
        "It",
        "Its",
        "Last",
        "Later",
        "Many",
        "Meanwhile",
        "More",
        "Most",
        "My",
        "No",
        "Nobody",
        "Not",
        "Now",
        "On",
        "One",
        "Other",
        "Others",
        "Our",
        "She",
        "Since",
        "So",
        "Some",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "These",
        "They",
        "This",
        "Those",
        "Under",
        "Until",
        "Was",
        "We",
        "Were",
        "What",
        "When",
        "Where",
        "While",
        "Who",
        "Why",
        "With",
        "You",
    ],
    has_ordinals: false,
};

const GERMAN: Habits = Habits {
    before_names: &["dr", "fr", "frl", "hr", "hrn", "prof", "st", "dipl", "ing", "geb", "gen", "jun"],
    before_figures: &["abb", "art", "kap", "nr", "s", "ziff"],
    anywhere: &[
        "apr", "aug", "bzgl", "bzw", "ca", "co", "d.h", "dez", "dgl", "etc", "evtl", "feb", "ggf", "inkl", "jan", "jul", "jun", "mio",
        "mrd", "okt", "nov", "o.ä", "s.o", "sen", "sept", "sog", "str", "tsd", "u.a", "usw", "u.u", "v.a", "vgl", "z.b", "z.t",
    ],
    openers: &[
        "Aber", "Als", "Auch", "Auf", "Bei", "Das", "Der", "Die", "Dies", "Diese", "Dieser", "Ein", "Eine", "Er", "Es", "Für", "Ich",
        "Ihr", "Ihre", "Im", "In", "Man", "Mit", "Nach", "Sein", "Seine", "Sie", "So", "Und", "Viele", "Von", "Was", "Wenn", "Wer", "Wie",
        "Wir", "Zu", "Zum",
    ],
    has_ordinals: true,
};

const FRENCH: Habits = Habits {
    before_names: &["m", "mm", "mgr", "dr", "pr", "st", "ste", "gal", "cap", "lt"],
    before_figures: &["art", "chap", "fig", "n", "no", "p", "pp", "vol"],
    anywhere: &["av", "c.-à-d", "cf", "env", "etc", "ex", "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc", "p.ex", "av. j.-c"],
    openers: &[
        "Au", "Aucun", "Ce", "Ces", "Cette", "C'est", "Dans", "De", "Des", "Elle", "Elles", "En", "Et", "Il", "Ils", "Je", "La", "Le",
        "Les", "L'", "Mais", "Nous", "On", "Ou", "Par", "Pour", "Quand", "Que", "Qui", "Sa", "Selon", "Ses", "Si", "Son", "Sur", "Un",
        "Une", "Vous",
    ],
    has_ordinals: false,
};

const SPANISH: Habits = Habits {
    before_names: &["d", "dña", "dr", "dra", "gral", "lic", "ing", "prof", "sr", "sra", "sres", "srta", "sta", "sto", "ud", "uds"],
    before_figures: &["art", "cap", "fig", "n", "núm", "nº", "p", "pág", "págs", "vol"],
    anywhere: &["a.m", "aprox", "av", "avda", "cía", "ee.uu", "ej", "etc", "p.ej", "p.m", "s.a", "tel"],
    openers: &[
        "A", "Al", "Como", "Con", "Cuando", "De", "Desde", "El", "Ella", "Ellos", "En", "Es", "Esta", "Este", "Esto", "Hay", "La", "Las",
        "Lo", "Los", "No", "Para", "Pero", "Por", "Que", "Se", "Según", "Si", "Su", "Sus", "También", "Tras", "Un", "Una", "Y",
    ],
    has_ordinals: false,
};

const ITALIAN: Habits = Habits {
    before_names: &["avv", "dott", "dr", "gen", "ing", "mons", "on", "prof", "rag", "sen", "sig", "sigg", "sig.ra", "s"],
    before_figures: &["art", "cap", "fig", "n", "p", "pag", "pp", "vol"],
    anywhere: &["ca", "cfr", "ecc", "es", "p.es", "s.p.a", "tel", "u.s.a"],
    openers: &[
        "Ai", "Al", "Alla", "Anche", "Che", "Come", "Con", "Da", "Dal", "Dopo", "E", "Gli", "I", "Il", "In", "La", "Le", "Lo", "L'", "Ma",
        "Nel", "Nella", "Non", "Per", "Quando", "Questo", "Se", "Secondo", "Si", "Sono", "Un", "Una",
    ],
    has_ordinals: false,
};

const PORTUGUESE: Habits = Habits {
    before_names: &["d", "dr", "dra", "eng", "exmo", "gen", "prof", "profa", "sr", "sra", "srs", "sta", "sto"],
    before_figures: &["art", "cap", "fig", "n", "nº", "p", "pág", "vol"],
    anywhere: &["aprox", "av", "cia", "etc", "ex", "ltda", "p.ex", "s.a", "tel"],
    openers: &[
        "A", "Ao", "As", "Com", "Como", "De", "Depois", "E", "Ela", "Ele", "Eles", "Em", "Esta", "Este", "Isso", "Mas", "Na", "No", "Não",
        "O", "Os", "Para", "Por", "Quando", "Que", "Se", "Segundo", "Seu", "Sua", "Um", "Uma",
    ],
    has_ordinals: false,
};

const DUTCH: Habits = Habits {
    before_names: &["dhr", "dr", "drs", "gen", "ir", "mej", "mevr", "mr", "prof", "st"],
    before_figures: &["art", "blz", "fig", "nr", "p"],
    anywhere: &["bijv", "bv", "ca", "d.w.z", "enz", "etc", "evt", "incl", "jl", "m.b.t", "mln", "mld", "n.v", "o.a", "resp", "t.a.v"],
    openers: &[
        "Bij", "Dat", "De", "Deze", "Die", "Dit", "Een", "En", "Er", "Het", "Hij", "Ik", "In", "Maar", "Met", "Na", "Niet", "Om", "Ook",
        "Op", "Toen", "Van", "Volgens", "Voor", "Wat", "We", "Ze", "Zij", "Zo",
    ],
    has_ordinals: false,
};

const RUSSIAN: Habits = Habits {
    before_names: &["г", "гр", "д", "им", "корп", "обл", "пл", "пос", "пр", "проф", "р", "с", "св", "ст", "стр", "тов", "ул", "акад"],
    before_figures: &["гл", "илл", "п", "рис", "№"],
    anywhere: &["гг", "др", "млн", "млрд", "напр", "пр", "руб", "см", "т.д", "т.е", "т.к", "т.п", "тыс", "экз"],
    openers: &[
        "А",
        "В",
        "Во",
        "Все",
        "Для",
        "Его",
        "Если",
        "Её",
        "За",
        "И",
        "Из",
        "Их",
        "К",
        "Как",
        "Когда",
        "Мы",
        "На",
        "Но",
        "Об",
        "Он",
        "Она",
        "Они",
        "По",
        "После",
        "При",
        "С",
        "Также",
        "То",
        "Это",
        "Этот",
        "Я",
    ],
    has_ordinals: false,
};

const UKRAINIAN: Habits = Habits {
    before_names: &["акад", "вул", "ім", "м", "обл", "пл", "проф", "р", "с", "св", "ст"],
    before_figures: &["гл", "мал", "п", "рис", "№"],
    anywhere: &["грн", "др", "ін", "млн", "млрд", "напр", "рр", "т.д", "т.зв", "т.п", "тис"],
    openers: &[
        "А",
        "Але",
        "Без",
        "В",
        "Він",
        "Вона",
        "Вони",
        "Від",
        "Для",
        "До",
        "За",
        "З",
        "І",
        "Його",
        "Й",
        "Коли",
        "Ми",
        "На",
        "Не",
        "Під",
        "По",
        "Після",
        "При",
        "Та",
        "Також",
        "Це",
        "Цей",
        "Як",
        "Якщо",
        "Я",
        "У",
    ],
    has_ordinals: false,
};

const HINDI: Habits = Habits {
    before_names: &["डॉ", "डा", "प्रो", "श्री", "सुश्री", "श्रीमती", "कु", "पं"],
    before_figures: &["पृ", "सं"],
    anywhere: &["ई", "रु", "रू"],
    openers: &[],
    has_ordinals: false,
};
