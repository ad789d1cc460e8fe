//! English words that tell who says what, and words around names that are no part of them.

/// Verbs that give words to somebody, in the forms in which articles have them.
pub const CUES: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "stated",
    "added",
    "adds",
    "announced",
    "argued",
    "argues",
    "asserted",
    "claimed",
    "clarified",
    "confirmed",
    "confirms",
    "conceded",
    "contended",
    "declared",
    "denied",
    "denies",
    "disclosed",
    "emphasized",
    "emphasised",
    "estimated",
    "explained",
    "explains",
    "indicated",
    "insisted",
    "insists",
    "maintained",
    "noted",
    "recalled",
    "remarked",
    "replied",
    "reported",
    "revealed",
    "stressed",
    "suggested",
    "testified",
    "tweeted",
    "warned",
    "warns",
    "wrote",
    "writes",
];

/// Cues that name their hearer before what is said: `told reporters that`.
pub const TOLD: &[&str] = &["told", "tells"];

/// Words that stand for somebody named elsewhere.
pub const PRONOUNS: &[&str] = &["he", "she", "they", "it", "we", "i", "you", "who", "which", "that", "this", "these", "those", "one"];

/// Words between a speaker and the cue that belong to neither.
pub const BETWEEN: &[&str] = &["also", "did", "had", "has", "have", "later", "then", "further", "repeatedly", "reportedly", "again", "however"];

/// First words of what may stand before the speaker or behind the cue and tells when and where: `on Monday`, `in an order`.
pub const WHEN_WHERE: &[&str] = &[
    "after", "at", "before", "by", "during", "earlier", "following", "in", "last", "late", "on", "over", "this", "to", "when", "while",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "speaking",
];

/// Titles and offices before a name. A name goes on behind them, never over them.
pub const TITLES: &[&str] = &[
    "acting", "adm", "admiral", "amb", "ambassador", "attorney", "brig", "capt", "captain", "chairman", "chairwoman", "chancellor", "chief",
    "col", "colonel", "commander", "congressman", "congresswoman", "deputy", "director", "dr", "former", "gen", "general", "gov", "governor",
    "head", "judge", "justice", "king", "lady", "lieutenant", "lord", "lt", "maj", "major", "mayor", "minister", "miss", "mr", "mrs", "ms",
    "officer", "president", "prime", "prince", "princess", "prof", "professor", "queen", "rep", "representative", "rev", "secretary", "sen",
    "senator", "senior", "sgt", "sheriff", "sir", "speaker", "spokesman", "spokesperson", "spokeswoman", "sr", "vice",
];

/// What follows a name and is no part of it.
pub const SUFFIXES: &[&str] = &["jr", "jnr", "sr", "snr", "ii", "iii", "iv", "phd", "md", "kc", "qc", "mp"];

/// Offices that stand behind "of" in a title and would else be taken for first names: `Secretary of Defense Robert Salesses`.
pub const OFFICES: &[&str] = &[
    "agriculture", "commerce", "defence", "defense", "education", "energy", "health", "homeland", "interior", "justice", "labor", "labour",
    "security", "staff", "state", "transportation", "treasury", "war",
];

/// Words that say nothing about which one is meant.
pub const ARTICLES: &[&str] = &["a", "an", "the"];
