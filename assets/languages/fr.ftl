# Mots du rapport imprimé en français. Les clés sont celles de en.ftl.

### Noms

section-summary = Résumé
section-ratings = Notes par article
section-claims = Affirmations
section-contradictions = Contradictions
section-questions = Questions en suspens
section-changes = Liste des corrections
section-sources = Sources
section-numbers = Chiffres et vérifications
section-articles = Articles annotés
section-method = Méthode et barème
section-hashes = Empreintes des textes
section-checks = Avant la remise
section-history = Historique

status-open = Ouverte
status-asked = Demandée
status-confirmed = Confirmée
status-changed = Modifiée
status-cut = Supprimée
status-unresolved = Non résolue

kind-named-person = Personne nommée
kind-anonymous = Anonyme
kind-organisation = Organisation
kind-document = Document
kind-media = Média

kinds-named-person = Personnes nommées
kinds-anonymous = Anonymes
kinds-organisation = Organisations
kinds-document = Documents
kinds-media = Médias

reason-opinion = opinion
reason-forecast = prévision
reason-motive = motif
reason-experience = vécu

role-rests-on = s’appuie sur
role-contains = contient
role-same-as = identique à
role-contradicts = contredit
role-supports = étaye
role-supported-by = étayée par

stance-supports = Pour
stance-contradicts = Contre
stance-context = Contexte

approximation-exact = exact
approximation-about = environ
approximation-up-to = jusqu’à
approximation-at-least = au moins
approximation-more-than = plus de
approximation-less-than = moins de
approximation-between = entre

outcome-nothing-to-compare = rien à comparer
outcome-agree = concordent
outcome-differ = diffèrent
outcome-check-the-scope = vérifier le périmètre
outcome-other-dates = autres dates
outcome-units-differ = unités différentes
outcome-rates-differ = taux différents
outcome-not-comparable = non comparables

tag-claim = affirmation
tag-number = chiffre
tag-source = source

first-hand-yes = oui
first-hand-no = non
first-hand-unclear = incertain

rule-confirmed-contradiction = Confirmée et contredite
rule-contradiction-unanswered = Élément contraire sans réponse
rule-quote-altered = Citation différente des propos
rule-rating-without-reason = Note sans motif
rule-place-lost = Place perdue
rule-place-doubtful = Place à revoir
rule-signs-hidden = Signes cachés ou déguisés
rule-figures-disagree = Chiffres discordants
rule-number-misread = Valeur différente du texte
rule-sum-fails = Calcul inexact
rule-no-source = Affirmations sans source
rule-only-anonymous = Sources anonymes seulement
rule-only-secondary = Sources de seconde main seulement
rule-circular-support = Circulaire
rule-rating-unfindable = Note que personne ne peut vérifier
rule-rating-outdated = Note hors du barème
rule-settled-unrated = Réglée, non notée
rule-rated-unsettled = Notée, non réglée
rule-correction-unagreed = Correction non convenue
rule-asked-overdue = Demandée et en retard
rule-evidence-early = Élément antérieur à l’article
rule-number-unread = Chiffre sans valeur
rule-person-unidentified = Non identifiée
rule-document-unlocated = Document sans référence
rule-article-incomplete = Article non décrit
rule-number-unmeasured = Chiffre non décrit
rule-source-unused = Ne porte aucune affirmation
rule-sentences-untouched = Phrases non lues

### Dates et listes

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date-time = { $day } { $month } { $year }, { $time }
list-comma = { $start }, { $end }
list-and = { $start } et { $end }
quoted = « { $words } »

### En-tête et résumé

byline = { $articles }, { $date }. { $scale } de 1 à { $best }. Texte figé à l’ouverture.
byline-by = { $articles } par { $checker }, { $date }. { $scale } de 1 à { $best }. Texte figé à l’ouverture.
byline-articles =
    { $count ->
        [0] Aucun article vérifié
        [1] Un article vérifié
       *[other] { $count } articles vérifiés
    }
of-all = sur { $all }
of-rated = sur { $rated } notées
of-pairs =
    sur { $count ->
        [one] { $count } paire
       *[other] { $count } paires
    }
card-settled =
    { $count ->
        [one] affirmation réglée
       *[other] affirmations réglées
    }
card-badly-rated = notées 1 ou 2
card-contradicting = se contredisent encore
card-corrections =
    { $count ->
        [one] correction
       *[other] corrections
    }
card-corrections-made = { $made } faites parmi les proposées
card-untouched =
    { $count ->
        [one] phrase non lue
       *[other] phrases non lues
    }
claims-by-status = Affirmations par état
total-row = Tous les articles, chaque affirmation une fois

### Places

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } titre
place-page = { $place }, p. { $page }
place-moment = { $place }, à { $moment }
place-lost = { $letter }, place perdue

### Ce qui est dit des affirmations, sources et textes

rests-without-reason = note sans motif
rests-contradicts = contredit { $claims }
rests-anonymous = sources anonymes seulement
rests-no-source = aucune source nommée
rests-same = identique à { $claims }
other-rating = { $rating } selon { $by }
other-rating-why = { $rating } selon { $by } : { $reason }
somebody-else = une autre personne
margin-add = ajouter { $words }
margin-take-out = enlever { $words }
contact = Contact : { $words }
only-source-for = Seule source de { $claims }
filter-problems = Problèmes d’abord
filter-no-source = Sans source
fact-outlet = Média
fact-byline = Signature
fact-published = Publié
fact-address = Adresse
fact-archived = Archivé à
fact-language = Langue
fact-read-from = Lu dans
fact-opened = Ouvert
fact-drafts = Versions antérieures
fact-signed = Bon à publier
fact-reopened = Bon à publier, puis rouvert
signed-by = { $by }, { $date }
original-bom = indicateur d’ordre des octets
original-crlf = fins de ligne CRLF
original-cr = fins de ligne CR
original-mixed = fins de ligne mêlées
method-tagging = Tout énoncé qui peut être faux a été marqué à la main comme affirmation, tout chiffre comme chiffre et quiconque le dit comme source. Une affirmation porte la lettre de l’article où elle a d’abord été marquée et un numéro qu’elle garde : A14.
method-settling = Une affirmation est réglée quand elle est confirmée, modifiée ou supprimée. Les affirmations ouvertes, demandées et non résolues ne le sont pas. Les phrases qu’aucune marque ne touche comptent comme non lues ; opinions, prévisions, motifs et vécus peuvent être écartés comme non vérifiables.
method-hashes = Le texte d’un article a été figé à l’ouverture. Le SHA-256 ci-dessous est celui du texte figé en UTF-8, lignes terminées par LF : quiconque possède le texte peut le prouver.

### La page imprimée

document-title = { $title } – rapport de vérification
parts-of-report = Parties du rapport
made-with = Fait avec Tickmark. Marques, notes et remarques sont celles de la personne qui vérifie.
editor-sign-off = Bon de la rédaction
left-out = Hors de cette copie : { $what }.
left-out-articles =
    { $count ->
        [one] un article
       *[other] { $count } articles
    }
column-letter = Lettre
column-article = Article
column-claims-by-rating = Affirmations par note
column-settled = Réglées
column-sentences-read = Phrases lues
column-number = N°
column-as-written = Tel qu’écrit
column-rating = Note
column-status = État
column-rests-on = S’appuie sur
column-question = Question
column-since = Depuis
column-where = Où
column-wording = Ancien et nouveau texte
column-old = Ancien texte
column-new = Nouveau texte
column-why = Pourquoi
column-source = Source
column-where-to-find = Où la trouver
column-grade = Cote
column-first-hand = Première main
column-named-at = Nommée en
column-claims-on-it = Affirmations
column-note = Remarque
column-reading = Lecture
column-meant = Sens
column-measured = Ce qui est mesuré
column-claim = Affirmation
column-working = Calcul
column-hash = SHA-256 du texte figé
column-bytes = Octets
column-opened = Ouvert
column-when = Quand
column-who = Qui
column-what = Ce qui a été fait
not-rated = non notée
rated = notées { $grade }
left = reste { $count }
read-of = { $read } sur { $all }, reste { $left }
sentences = { $marked } marquées, { $aside } non vérifiables, { $untouched } non lues
claims-to-show = Affirmations à montrer
also = Aussi { $words }
also-at = aussi { $places }
cannot-both = ne peuvent être vraies toutes deux
settled-pair = réglé : l’une a été modifiée ou supprimée
take-it-out = À supprimer.
not-read = non lu
group-figures = Chiffres : { $name }
notes-to = Remarques sur { $letter }
note-on = Remarque { $label }
back-to = Retour à { $label } dans le texte
untouched = non lu
not-checkable = non vérifiable : { $reason }
not-checkable-in = Non vérifiable dans { $letter }
remarks-in = Remarques sur les chiffres et sources de { $letter }
note-full = En entier
note-reason = Motif
note-finding = Constat
note-correction = Correction
note-corrected = Corrigé
note-evidence = Éléments
note-sources = S’appuie sur
note-numbers = Chiffres
note-number = Chiffre
note-link = Lien
note-note = Remarque
note-keywords = Mots-clés
note-also-at = Aussi en
first-hand = de première main
second-hand = de seconde main
sample-open = affirmation ouverte
sample-settled = affirmation réglée
sample-number = chiffre
sample-source = source nommée
sample-anonymous = source anonyme
sample-replaced = remplacé
sample-cut = supprimé
sample-markdown = Dans les articles, les [affirmations] sont entre crochets avec leur remarque, les chiffres en gras, les sources en italique, les mots remplacés barrés.
scale-is = Barème ({ $name }) : { $words }.
original-had = l’original avait { $what }
read-from = lu dans { $what }
checks-summary = { $fine } en ordre, { $found } à revoir
switched-off = Constats désactivés pour ce projet, avec le motif :
check-holds = juste
check-fails = inexact
check-open = question
page-of = Page { $page } sur { $pages }
volume-of = volume { $volume } sur { $volumes }
