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

### Ce que les règles ont trouvé : sur un sujet, et combien de fois

subject-number = Nombre
subject-source = Source « { $name } »
subject-article = Article { $letter } « { $title } »

found-confirmed-contradiction = Confirmée, et contredite par une autre affirmation confirmée
found-contradiction-unanswered = Une preuve la contredit et rien n’y répond
found-quote-altered = La citation n’est pas mot pour mot ce qui a été dit
found-rating-without-reason = La note ne dit pas pourquoi
found-place-lost = Ses mots ne sont plus dans l’article
found-place-doubtful = A bougé ou changé avec son article, et personne ne l’a revu
found-signs-hidden = Contient des signes par lesquels il peut être autre qu’il ne paraît
found-figures-disagree = Un autre chiffre de la même chose dit autre chose
found-number-misread = Sa valeur n’est pas celle que disent ses mots
found-sum-fails = Ne s’accorde pas avec les autres nombres de sa phrase
found-no-source = Ne nomme aucune source et n’a pas de preuve
found-only-anonymous = Ne repose que sur des sources anonymes
found-only-secondary = Ne repose que sur des sources de seconde main
found-circular-support = Ses sources reposent sur la même, ou sur elles-mêmes
found-rating-unfindable = La note n’a pas de preuve qu’une autre personne pourrait trouver
found-rating-outdated = Notée avec un mot que son échelle n’a plus
found-settled-unrated = Réglée, mais personne ne l’a notée
found-rated-unsettled = Notée, mais pas réglée
found-correction-unagreed = Compte comme modifiée, mais l’auteur ou le rédacteur n’a pas accepté la formulation
found-asked-overdue = Une question est posée et la réponse est en retard
found-evidence-early = Une preuve a été vue avant la parution de l’article
found-number-unread = N’a pas de valeur
found-person-unidentified = Personne ne sait de qui il s’agit
found-document-unlocated = N’a ni page, ni adresse, ni fichier
found-article-incomplete = Il manque le média, la date ou l’adresse
found-number-unmeasured = Il manque l’unité ou ce qu’il mesure
found-source-unused = Aucune affirmation ne repose sur elle
found-sentences-untouched = A des phrases ni marquées ni écartées

checked-confirmed-contradiction =
    { $count ->
        [0] Aucune affirmation confirmée n’en contredit une autre
        [one] { $count } paire d’affirmations confirmées se contredit
       *[other] { $count } paires d’affirmations confirmées se contredisent
    }
checked-contradiction-unanswered =
    { $count ->
        [0] Toute preuve contraire a reçu une réponse
        [one] { $count } affirmation a une preuve contraire sans réponse
       *[other] { $count } affirmations ont des preuves contraires sans réponse
    }
checked-quote-altered =
    { $count ->
        [0] Aucune citation ne diffère de sa transcription
        [one] { $count } citation n’est pas telle que dite
       *[other] { $count } citations ne sont pas telles que dites
    }
checked-rating-without-reason =
    { $count ->
        [0] Chaque note a sa raison
        [one] { $count } note n’a pas de raison
       *[other] { $count } notes n’ont pas de raison
    }
checked-place-lost =
    { $count ->
        [0] Chaque marque est sur ses mots
        [one] { $count } emplacement est perdu
       *[other] { $count } emplacements sont perdus
    }
checked-place-doubtful =
    { $count ->
        [0] Chaque emplacement a été revu
        [one] { $count } emplacement est à revoir
       *[other] { $count } emplacements sont à revoir
    }
checked-signs-hidden =
    { $count ->
        [0] Aucun article ne contient de signes cachés ou déguisés
        [one] { $count } article contient des signes cachés ou déguisés
       *[other] { $count } articles contiennent des signes cachés ou déguisés
    }
checked-figures-disagree =
    { $count ->
        [0] Aucun chiffre de la même chose ne diverge
        [one] { $count } chiffre ou affirmation s’oppose à un chiffre de la même chose
       *[other] { $count } chiffres et affirmations s’opposent à des chiffres de la même chose
    }
checked-number-misread =
    { $count ->
        [0] Chaque valeur est celle que disent ses mots
        [one] { $count } valeur n’est pas celle que disent ses mots
       *[other] { $count } valeurs ne sont pas celles que disent leurs mots
    }
checked-sum-fails =
    { $count ->
        [0] Chaque calcul tombe juste
        [one] { $count } nombre ne s’accorde pas avec les autres de sa phrase
       *[other] { $count } nombres ne s’accordent pas avec les autres de leurs phrases
    }
checked-no-source =
    { $count ->
        [0] Chaque affirmation nomme une source
        [one] { $count } affirmation ne nomme aucune source
       *[other] { $count } affirmations ne nomment aucune source
    }
checked-only-anonymous =
    { $count ->
        [0] Aucune affirmation ne repose que sur des sources anonymes
        [one] { $count } affirmation ne repose que sur des sources anonymes
       *[other] { $count } affirmations ne reposent que sur des sources anonymes
    }
checked-only-secondary =
    { $count ->
        [0] Aucune affirmation ne repose que sur des sources de seconde main
        [one] { $count } affirmation ne repose que sur des sources de seconde main
       *[other] { $count } affirmations ne reposent que sur des sources de seconde main
    }
checked-circular-support =
    { $count ->
        [0] Aucune chaîne de sources n’est circulaire
        [one] { $count } chaîne de sources est circulaire
       *[other] { $count } chaînes de sources sont circulaires
    }
checked-rating-unfindable =
    { $count ->
        [0] Chaque note peut être suivie par d’autres
        [one] { $count } note que personne d’autre ne peut suivre
       *[other] { $count } notes que personne d’autre ne peut suivre
    }
checked-rating-outdated =
    { $count ->
        [0] Chaque note est sur l’échelle
        [one] { $count } note n’est pas sur l’échelle
       *[other] { $count } notes ne sont pas sur l’échelle
    }
checked-settled-unrated =
    { $count ->
        [0] Chaque affirmation réglée est notée
        [one] { $count } affirmation réglée n’est pas notée
       *[other] { $count } affirmations réglées ne sont pas notées
    }
checked-rated-unsettled =
    { $count ->
        [0] Chaque affirmation notée est réglée
        [one] { $count } note sur une affirmation non réglée
       *[other] { $count } notes sur des affirmations non réglées
    }
checked-correction-unagreed =
    { $count ->
        [0] Chaque correction est convenue
        [one] { $count } correction n’est pas convenue
       *[other] { $count } corrections ne sont pas convenues
    }
checked-asked-overdue =
    { $count ->
        [0] Aucune réponse n’est en retard
        [one] { $count } affirmation attend une réponse en retard
       *[other] { $count } affirmations attendent des réponses en retard
    }
checked-evidence-early =
    { $count ->
        [0] Aucune preuve n’a été vue avant son article
        [one] { $count } affirmation a une preuve vue avant son article
       *[other] { $count } affirmations ont des preuves vues avant leurs articles
    }
checked-number-unread =
    { $count ->
        [0] Chaque nombre a une valeur
        [one] { $count } nombre n’a pas de valeur
       *[other] { $count } nombres n’ont pas de valeur
    }
checked-person-unidentified =
    { $count ->
        [0] Chaque personne est identifiée
        [one] { $count } personne n’est pas identifiée
       *[other] { $count } personnes ne sont pas identifiées
    }
checked-document-unlocated =
    { $count ->
        [0] Chaque document peut être trouvé
        [one] { $count } document ne peut être trouvé
       *[other] { $count } documents ne peuvent être trouvés
    }
checked-article-incomplete =
    { $count ->
        [0] Chaque article a un média, une date et une adresse
        [one] { $count } article sans média, date ou adresse
       *[other] { $count } articles sans média, date ou adresse
    }
checked-number-unmeasured =
    { $count ->
        [0] Chaque nombre dit ce qu’il mesure
        [one] { $count } nombre sans unité ou sans ce qu’il mesure
       *[other] { $count } nombres sans unité ou sans ce qu’ils mesurent
    }
checked-source-unused =
    { $count ->
        [0] Chaque source porte une affirmation
        [one] { $count } source ne porte aucune affirmation
       *[other] { $count } sources ne portent aucune affirmation
    }
checked-sentences-untouched =
    { $count ->
        [0] Chaque phrase est marquée ou écartée
        [one] { $count } article a des phrases non lues
       *[other] { $count } articles ont des phrases non lues
    }

### En-têtes des tableaux pour tableurs

head-address = adresse
head-after = après
head-archived-at = archivé à
head-article = article
head-article-id = id de l’article
head-as-of = date de la donnée
head-as-written = tel qu’écrit
head-at = quand
head-attributed-by = mots d’attribution
head-before = avant
head-by = qui
head-change-id = id du changement
head-claim = affirmation
head-claim-id = id de l’affirmation
head-claim-in-full = affirmation en entier
head-claims = affirmations
head-contact = contact
head-contradicts = contredit
head-correction = correction
head-due = échéance
head-end-code-point = point de code de fin
head-evidence-id = id de la preuve
head-field = champ
head-file = fichier
head-file-sha256 = SHA-256 du fichier
head-files = fichiers
head-finding = constat
head-findings = constats
head-first-hand = de première main
head-found = trouvé
head-from = de
head-from-id = id de départ
head-from-quote = citation de départ
head-grade = cote
head-grade-means = sens de la cote
head-group = groupe
head-group-id = id du groupe
head-group-says = le groupe dit
head-heard-through = entendu par
head-keywords = mots-clés
head-kind = genre
head-link-id = id du lien
head-locator = localisation
head-mark-id = id de la marque
head-meant-as = entendu comme
head-measured = ce qu’il mesure
head-mentions = mentions
head-moment = moment
head-name = nom
head-not-checkable = non vérifiable
head-note = remarque
head-number-id = id du nombre
head-of = de qui
head-other-ratings = autres notes
head-out-of-line = diverge
head-page = page
head-paragraph = paragraphe
head-per = par
head-place-in-doubt = emplacement douteux
head-question = question
head-quote = citation
head-rating = note
head-rating-word = note en mots
head-reason = raison
head-record = fiche
head-record-id = id de la fiche
head-rests-on = repose sur
head-risks = risques
head-role = rôle
head-said-at = dit à
head-said-by = dit par
head-said-on = dit le
head-same-as = identique à
head-seen = vu
head-signed-at = signé le
head-signed-by = signé par
head-source = source
head-source-id = id de la source
head-stance = position
head-start-code-point = point de code de début
head-status = état
head-status-by = état par
head-status-since = état depuis
head-supports = appuie
head-tag = étiquette
head-tagged-at = marqué le
head-tagged-by = marqué par
head-title = titre
head-to = à
head-to-id = id d’arrivée
head-to-kind = genre d’arrivée
head-to-quote = citation d’arrivée
head-unit = unité
head-value = valeur
head-why-not-comparable = pourquoi pas comparable
