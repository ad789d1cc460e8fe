//! Words of which it is known what their loss does to a sentence: no and not, and hedges. English, German, French, Spanish.

/// Words that deny.
pub const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "nowhere", "without", "cannot", // English
    "nicht", "kein", "keine", "keinen", "keiner", "keinem", "niemand", "nichts", "nie", "niemals", "ohne", // German
    "ne", "pas", "jamais", "aucun", "aucune", "rien", "sans", // French
    "nunca", "ningún", "ninguno", "ninguna", "nada", "nadie", "jamás", "sin", // Spanish
];

/// Words that keep a statement from being a plain fact: it may be, it is planned, it is said, somebody is asked to be ready.
pub const HEDGES: &[&str] = &[
    "may",
    "might",
    "could",
    "would",
    "possibly",
    "possible",
    "perhaps",
    "maybe",
    "probably",
    "likely",
    "unlikely",
    "potential",
    "potentially",
    "apparently",
    "reportedly",
    "allegedly",
    "alleged",
    "supposedly",
    "seemingly",
    "presumably",
    "suspected",
    "appears",
    "appear",
    "appeared",
    "seems",
    "seem",
    "seemed",
    "suggests",
    "plan",
    "plans",
    "planned",
    "planning",
    "proposed",
    "proposes",
    "considering",
    "considers",
    "expected",
    "expects",
    "expect",
    "hopes",
    "hoped",
    "intends",
    "intended",
    "prepared",
    "prepare",
    "preparing",
    "asked",
    "requested",
    "wants",
    "estimated",
    "believed",
    "thought",
    "if",
    "unless", // English
    "vielleicht",
    "wohl",
    "möglicherweise",
    "mutmaßlich",
    "angeblich",
    "offenbar",
    "könnte",
    "könnten",
    "dürfte",
    "dürften",
    "soll",
    "sollen",
    "voraussichtlich",
    "geplant",
    "erwartet", // German
    "peut-être",
    "probablement",
    "pourrait",
    "pourraient",
    "serait",
    "seraient",
    "aurait",
    "auraient",
    "présumé",
    "prévu", // French
    "quizás",
    "quizá",
    "posiblemente",
    "probablemente",
    "podría",
    "podrían",
    "presunto",
    "presunta",
    "supuesto",
    "previsto", // Spanish
];

/// Words that say nothing about who it is: two speakers that share only these share nobody.
pub const EMPTY: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "with", "for", "from", "by", "who", "that", "he", "she", "they", "it",
    "one", "another", "other", "some", "any", "his", "her", "their", "its", "two", "three", "four", "first", "second", "also",
];
