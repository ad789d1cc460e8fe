# Wörter des gedruckten Berichts auf Deutsch. Die Schlüssel sind die von en.ftl.

### Namen

section-summary = Übersicht
section-ratings = Bewertungen je Artikel
section-claims = Behauptungen
section-contradictions = Widersprüche
section-questions = Offene Fragen
section-changes = Änderungsliste
section-sources = Quellen
section-numbers = Zahlen und Proben
section-articles = Annotierte Artikel
section-method = Methode und Skala
section-hashes = Prüfsummen der Texte
section-checks = Vor der Abgabe
section-history = Verlauf

status-open = Offen
status-asked = Angefragt
status-confirmed = Bestätigt
status-changed = Geändert
status-cut = Gestrichen
status-unresolved = Ungeklärt

kind-named-person = Genannte Person
kind-anonymous = Anonym
kind-organisation = Organisation
kind-document = Dokument
kind-media = Medium

kinds-named-person = Genannte Personen
kinds-anonymous = Anonyme
kinds-organisation = Organisationen
kinds-document = Dokumente
kinds-media = Medien

reason-opinion = Meinung
reason-forecast = Vorhersage
reason-motive = Beweggrund
reason-experience = Erlebnis

role-rests-on = stützt sich auf
role-contains = enthält
role-same-as = dasselbe wie
role-contradicts = widerspricht
role-supports = stützt
role-supported-by = gestützt von

stance-supports = Dafür
stance-contradicts = Dagegen
stance-context = Umfeld

approximation-exact = genau
approximation-about = etwa
approximation-up-to = bis zu
approximation-at-least = mindestens
approximation-more-than = mehr als
approximation-less-than = weniger als
approximation-between = zwischen

outcome-nothing-to-compare = nichts zu vergleichen
outcome-agree = stimmen überein
outcome-differ = weichen ab
outcome-check-the-scope = Bezug prüfen
outcome-other-dates = andere Zeitpunkte
outcome-units-differ = andere Einheiten
outcome-rates-differ = andere Bezugsgrößen
outcome-not-comparable = nicht vergleichbar

tag-claim = Behauptung
tag-number = Zahl
tag-source = Quelle

first-hand-yes = ja
first-hand-no = nein
first-hand-unclear = unklar

rule-confirmed-contradiction = Bestätigt und widersprochen
rule-contradiction-unanswered = Gegenbeleg ohne Antwort
rule-quote-altered = Zitat nicht wie gesagt
rule-rating-without-reason = Bewertung ohne Begründung
rule-place-lost = Stelle verloren
rule-place-doubtful = Stelle anzusehen
rule-signs-hidden = Verborgene oder verkleidete Zeichen
rule-figures-disagree = Zahlen, die sich widersprechen
rule-number-misread = Wert nicht wie geschrieben
rule-sum-fails = Rechnung geht nicht auf
rule-no-source = Behauptungen ohne Quelle
rule-only-anonymous = Nur anonyme Quellen
rule-only-secondary = Nur Quellen aus zweiter Hand
rule-circular-support = Zirkelschluss
rule-rating-unfindable = Bewertung nicht nachvollziehbar
rule-rating-outdated = Bewertung nicht auf der Skala
rule-settled-unrated = Erledigt, nicht bewertet
rule-rated-unsettled = Bewertet, nicht erledigt
rule-correction-unagreed = Korrektur nicht vereinbart
rule-asked-overdue = Angefragt und überfällig
rule-evidence-early = Beleg älter als der Artikel
rule-number-unread = Zahl ohne Wert
rule-person-unidentified = Nicht identifiziert
rule-document-unlocated = Dokument ohne Fundstelle
rule-article-incomplete = Artikel nicht beschrieben
rule-number-unmeasured = Zahl nicht beschrieben
rule-source-unused = Trägt keine Behauptung
rule-sentences-untouched = Unberührte Sätze

### Daten und Listen

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
date-time = { $day }. { $month } { $year }, { $time }
list-comma = { $start }, { $end }
list-and = { $start } und { $end }
quoted = „{ $words }“

### Kopf und Übersicht

byline = { $articles } geprüft, { $date }. { $scale } 1 bis { $best }. Text beim Öffnen festgehalten.
byline-by = { $articles } geprüft von { $checker }, { $date }. { $scale } 1 bis { $best }. Text beim Öffnen festgehalten.
byline-articles =
    { $count ->
        [0] Keine Artikel
        [one] Ein Artikel
        [2] Zwei Artikel
        [3] Drei Artikel
        [4] Vier Artikel
        [5] Fünf Artikel
        [6] Sechs Artikel
        [7] Sieben Artikel
        [8] Acht Artikel
        [9] Neun Artikel
        [10] Zehn Artikel
        [11] Elf Artikel
        [12] Zwölf Artikel
       *[other] { $count } Artikel
    }
of-all = von { $all }
of-rated = von { $rated } bewerteten
of-pairs =
    von { $count ->
        [one] { $count } Paar
       *[other] { $count } Paaren
    }
card-settled =
    { $count ->
        [one] Behauptung erledigt
       *[other] Behauptungen erledigt
    }
card-badly-rated = mit 1 oder 2 bewertet
card-contradicting = widersprechen sich noch
card-corrections =
    { $count ->
        [one] Korrektur
       *[other] Korrekturen
    }
card-corrections-made = vorgeschlagen, { $made } ausgeführt
card-untouched =
    { $count ->
        [one] Satz unberührt
       *[other] Sätze unberührt
    }
claims-by-status = Behauptungen nach Stand
total-row = Alle Artikel, jede Behauptung einmal

### Stellen

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } Überschrift
place-page = { $place }, S. { $page }
place-moment = { $place }, bei { $moment }
place-lost = { $letter }, Stelle verloren

### Was von Behauptungen, Quellen und Texten gesagt wird

rests-without-reason = Bewertung ohne Begründung
rests-contradicts = widerspricht { $claims }
rests-anonymous = nur anonyme Quellen
rests-no-source = keine Quelle genannt
rests-same = dasselbe wie { $claims }
other-rating = { $rating } laut { $by }
other-rating-why = { $rating } laut { $by }: { $reason }
somebody-else = jemand anderem
margin-add = ergänzen: { $words }
margin-take-out = streichen: { $words }
contact = Kontakt: { $words }
only-source-for = Einzige Quelle für { $claims }
filter-problems = Probleme zuerst
filter-no-source = Ohne Quelle
fact-outlet = Medium
fact-byline = Autorenzeile
fact-published = Erschienen
fact-address = Adresse
fact-archived = Archiviert unter
fact-language = Sprache
fact-read-from = Gelesen aus
fact-opened = Geöffnet
fact-drafts = Frühere Fassungen
fact-signed = Freigegeben
fact-reopened = Freigegeben, dann wieder geöffnet
signed-by = { $by }, { $date }
original-bom = Byte-Reihenfolge-Marke
original-crlf = CRLF-Zeilenenden
original-cr = CR-Zeilenenden
original-mixed = gemischte Zeilenenden
method-tagging = Jede Aussage, die falsch sein kann, wurde von Hand als Behauptung markiert, jede Zahl als Zahl, und wer es sagt, als Quelle. Eine Behauptung trägt den Buchstaben des Artikels, in dem sie zuerst markiert wurde, und eine Nummer, die sie behält: A14.
method-settling = Eine Behauptung ist erledigt, wenn sie bestätigt, geändert oder gestrichen ist. Offene, angefragte und ungeklärte sind es nicht. Sätze, die keine Markierung berührt, zählen als unberührt; Meinungen, Vorhersagen, Beweggründe und Erlebnisse können als nicht prüfbar beiseitegelegt werden.
method-hashes = Der Text eines Artikels wurde beim Öffnen festgehalten. Die SHA-256-Summe unten ist die des festgehaltenen Textes in UTF-8 mit LF-Zeilenenden; wer den Text hat, kann ihn damit belegen.

### Die gedruckte Seite

document-title = { $title } – Prüfbericht
parts-of-report = Teile des Berichts
made-with = Mit Tickmark erstellt. Markierungen, Bewertungen und Anmerkungen stammen von der prüfenden Person.
editor-sign-off = Freigabe der Redaktion
left-out = In dieser Fassung ausgelassen: { $what }.
left-out-articles =
    { $count ->
        [one] ein Artikel
       *[other] { $count } Artikel
    }
column-letter = Buchstabe
column-article = Artikel
column-claims-by-rating = Behauptungen nach Bewertung
column-settled = Erledigt
column-sentences-read = Sätze gelesen
column-number = Nr.
column-as-written = Wie geschrieben
column-rating = Bewertung
column-status = Stand
column-rests-on = Stützt sich auf
column-question = Frage
column-since = Seit
column-where = Wo
column-wording = Alter und neuer Wortlaut
column-old = Alter Wortlaut
column-new = Neuer Wortlaut
column-why = Warum
column-source = Quelle
column-where-to-find = Wo zu finden
column-grade = Güte
column-first-hand = Erste Hand
column-named-at = Genannt in
column-claims-on-it = Behauptungen
column-note = Anmerkung
column-reading = Lesart
column-meant = Gemeint
column-measured = Gemessen
column-claim = Behauptung
column-working = Rechenweg
column-hash = SHA-256 des festgehaltenen Textes
column-bytes = Bytes
column-opened = Geöffnet
column-when = Wann
column-who = Wer
column-what = Was getan wurde
not-rated = nicht bewertet
rated = mit { $grade } bewertet
left = { $count } übrig
read-of = { $read } von { $all }, { $left } übrig
sentences = { $marked } markiert, { $aside } nicht prüfbar, { $untouched } unberührt
claims-to-show = Gezeigte Behauptungen
also = Auch { $words }
also-at = auch { $places }
cannot-both = können nicht beide stimmen
settled-pair = erledigt: eine wurde geändert oder gestrichen
take-it-out = Streichen.
not-read = nicht gelesen
group-figures = Zahlen: { $name }
notes-to = Anmerkungen zu { $letter }
note-on = Anmerkung { $label }
back-to = Zurück zu { $label } im Text
untouched = unberührt
not-checkable = nicht prüfbar: { $reason }
not-checkable-in = Nicht prüfbar in { $letter }
remarks-in = Anmerkungen zu Zahlen und Quellen in { $letter }
note-full = Im Ganzen
note-reason = Begründung
note-finding = Befund
note-correction = Korrektur
note-corrected = Korrigiert
note-evidence = Belege
note-sources = Stützt sich auf
note-numbers = Zahlen
note-number = Zahl
note-link = Verbindung
note-note = Anmerkung
note-keywords = Stichwörter
note-also-at = Auch in
first-hand = aus erster Hand
second-hand = aus zweiter Hand
sample-open = offene Behauptung
sample-settled = erledigte Behauptung
sample-number = Zahl
sample-source = genannte Quelle
sample-anonymous = anonyme Quelle
sample-replaced = ersetzt
sample-cut = gestrichen
sample-markdown = In den Artikeln stehen [Behauptungen] in Klammern mit ihrer Anmerkung, Zahlen fett, Quellen kursiv, ersetzte Wörter durchgestrichen.
scale-is = Skala ({ $name }): { $words }.
original-had = das Original hatte { $what }
read-from = gelesen aus { $what }
checks-summary = { $fine } in Ordnung, { $found } anzusehen
switched-off = Für dieses Projekt abgeschaltete Befunde, mit Begründung:
check-holds = stimmt
check-fails = stimmt nicht
check-open = fraglich
page-of = Seite { $page } von { $pages }
volume-of = Band { $volume } von { $volumes }

### Was die Regeln fanden: über einen Gegenstand, und wie oft

subject-number = Zahl
subject-source = Quelle „{ $name }“
subject-article = Artikel { $letter } „{ $title }“

found-confirmed-contradiction = Bestätigt, und eine andere bestätigte Behauptung widerspricht
found-contradiction-unanswered = Ein Beleg spricht dagegen, und nichts antwortet darauf
found-quote-altered = Das Zitat ist nicht Wort für Wort, was gesagt wurde
found-rating-without-reason = Die Bewertung sagt nicht, warum
found-place-lost = Ihre Worte stehen nicht mehr im Artikel
found-place-doubtful = Sie wurde mit ihrem Artikel verschoben oder geändert, und niemand hat sie angesehen
found-signs-hidden = Er enthält Zeichen, durch die er anders sein kann, als er aussieht
found-figures-disagree = Eine andere Zahl für dasselbe sagt etwas anderes
found-number-misread = Ihr Wert ist nicht der, den ihre Worte sagen
found-sum-fails = Sie passt nicht zu den anderen Zahlen ihres Satzes
found-no-source = Nennt keine Quelle und hat keinen Beleg
found-only-anonymous = Stützt sich nur auf anonyme Quellen
found-only-secondary = Stützt sich nur auf Quellen aus zweiter Hand
found-circular-support = Ihre Quellen stützen sich auf dieselbe oder auf sich selbst
found-rating-unfindable = Die Bewertung hat keinen Beleg, den jemand anderes finden könnte
found-rating-outdated = Bewertet mit einem Wort, das ihre Skala nicht mehr hat
found-settled-unrated = Erledigt, aber niemand hat sie bewertet
found-rated-unsettled = Bewertet, aber nicht erledigt
found-correction-unagreed = Gilt als geändert, aber Autor oder Redaktion haben dem Wortlaut nicht zugestimmt
found-asked-overdue = Eine Frage ist gestellt, und die Antwort ist überfällig
found-evidence-early = Ein Beleg wurde gesehen, bevor der Artikel erschien
found-number-unread = Hat keinen Wert
found-person-unidentified = Niemand weiß, wer das ist
found-document-unlocated = Hat keine Seite, Adresse oder Datei
found-article-incomplete = Medium, Datum oder Adresse fehlen
found-number-unmeasured = Einheit oder Gemessenes fehlen
found-source-unused = Keine Behauptung stützt sich auf sie
found-sentences-untouched = Hat Sätze, die weder markiert noch beiseitegelegt sind

checked-confirmed-contradiction =
    { $count ->
        [0] Keine bestätigten Behauptungen widersprechen sich
        [one] { $count } Paar bestätigter Behauptungen widerspricht sich
       *[other] { $count } Paare bestätigter Behauptungen widersprechen sich
    }
checked-contradiction-unanswered =
    { $count ->
        [0] Jeder Gegenbeleg ist beantwortet
        [one] { $count } Behauptung hat einen Gegenbeleg ohne Antwort
       *[other] { $count } Behauptungen haben Gegenbelege ohne Antwort
    }
checked-quote-altered =
    { $count ->
        [0] Kein Zitat weicht von seiner Mitschrift ab
        [one] { $count } Zitat ist nicht wie gesagt
       *[other] { $count } Zitate sind nicht wie gesagt
    }
checked-rating-without-reason =
    { $count ->
        [0] Jede Bewertung hat eine Begründung
        [one] { $count } Bewertung hat keine Begründung
       *[other] { $count } Bewertungen haben keine Begründung
    }
checked-place-lost =
    { $count ->
        [0] Jede Markierung steht auf ihren Worten
        [one] { $count } Stelle ist verloren
       *[other] { $count } Stellen sind verloren
    }
checked-place-doubtful =
    { $count ->
        [0] Jede Stelle wurde angesehen
        [one] { $count } Stelle ist anzusehen
       *[other] { $count } Stellen sind anzusehen
    }
checked-signs-hidden =
    { $count ->
        [0] Kein Artikel enthält verborgene oder verkleidete Zeichen
        [one] { $count } Artikel enthält verborgene oder verkleidete Zeichen
       *[other] { $count } Artikel enthalten verborgene oder verkleidete Zeichen
    }
checked-figures-disagree =
    { $count ->
        [0] Keine Zahlen für dasselbe widersprechen sich
        [one] { $count } Zahl oder Behauptung steht gegen eine Zahl für dasselbe
       *[other] { $count } Zahlen und Behauptungen stehen gegen Zahlen für dasselbe
    }
checked-number-misread =
    { $count ->
        [0] Jeder Wert ist der, den seine Worte sagen
        [one] { $count } Wert ist nicht der, den seine Worte sagen
       *[other] { $count } Werte sind nicht die, die ihre Worte sagen
    }
checked-sum-fails =
    { $count ->
        [0] Jede Rechnung geht auf
        [one] { $count } Zahl passt nicht zu den anderen ihres Satzes
       *[other] { $count } Zahlen passen nicht zu den anderen ihrer Sätze
    }
checked-no-source =
    { $count ->
        [0] Jede Behauptung nennt eine Quelle
        [one] { $count } Behauptung nennt keine Quelle
       *[other] { $count } Behauptungen nennen keine Quelle
    }
checked-only-anonymous =
    { $count ->
        [0] Keine Behauptung stützt sich nur auf anonyme Quellen
        [one] { $count } Behauptung stützt sich nur auf anonyme Quellen
       *[other] { $count } Behauptungen stützen sich nur auf anonyme Quellen
    }
checked-only-secondary =
    { $count ->
        [0] Keine Behauptung stützt sich nur auf Quellen aus zweiter Hand
        [one] { $count } Behauptung stützt sich nur auf Quellen aus zweiter Hand
       *[other] { $count } Behauptungen stützen sich nur auf Quellen aus zweiter Hand
    }
checked-circular-support =
    { $count ->
        [0] Keine Kette von Quellen dreht sich im Kreis
        [one] { $count } Kette von Quellen dreht sich im Kreis
       *[other] { $count } Ketten von Quellen drehen sich im Kreis
    }
checked-rating-unfindable =
    { $count ->
        [0] Jede Bewertung ist für andere nachvollziehbar
        [one] { $count } Bewertung ist für andere nicht nachvollziehbar
       *[other] { $count } Bewertungen sind für andere nicht nachvollziehbar
    }
checked-rating-outdated =
    { $count ->
        [0] Jede Bewertung steht auf der Skala
        [one] { $count } Bewertung steht nicht auf der Skala
       *[other] { $count } Bewertungen stehen nicht auf der Skala
    }
checked-settled-unrated =
    { $count ->
        [0] Jede erledigte Behauptung ist bewertet
        [one] { $count } erledigte Behauptung ist nicht bewertet
       *[other] { $count } erledigte Behauptungen sind nicht bewertet
    }
checked-rated-unsettled =
    { $count ->
        [0] Jede bewertete Behauptung ist erledigt
        [one] { $count } Bewertung einer Behauptung, die nicht erledigt ist
       *[other] { $count } Bewertungen von Behauptungen, die nicht erledigt sind
    }
checked-correction-unagreed =
    { $count ->
        [0] Jede Korrektur ist vereinbart
        [one] { $count } Korrektur ist nicht vereinbart
       *[other] { $count } Korrekturen sind nicht vereinbart
    }
checked-asked-overdue =
    { $count ->
        [0] Keine Antwort ist überfällig
        [one] { $count } Behauptung wartet auf eine überfällige Antwort
       *[other] { $count } Behauptungen warten auf überfällige Antworten
    }
checked-evidence-early =
    { $count ->
        [0] Kein Beleg wurde vor seinem Artikel gesehen
        [one] { $count } Behauptung hat einen Beleg, der vor ihrem Artikel gesehen wurde
       *[other] { $count } Behauptungen haben Belege, die vor ihren Artikeln gesehen wurden
    }
checked-number-unread =
    { $count ->
        [0] Jede Zahl hat einen Wert
        [one] { $count } Zahl hat keinen Wert
       *[other] { $count } Zahlen haben keinen Wert
    }
checked-person-unidentified =
    { $count ->
        [0] Jede Person ist identifiziert
        [one] { $count } Person ist nicht identifiziert
       *[other] { $count } Personen sind nicht identifiziert
    }
checked-document-unlocated =
    { $count ->
        [0] Jedes Dokument ist zu finden
        [one] { $count } Dokument ist nicht zu finden
       *[other] { $count } Dokumente sind nicht zu finden
    }
checked-article-incomplete =
    { $count ->
        [0] Jeder Artikel hat Medium, Datum und Adresse
        [one] { $count } Artikel ohne Medium, Datum oder Adresse
       *[other] { $count } Artikel ohne Medium, Datum oder Adresse
    }
checked-number-unmeasured =
    { $count ->
        [0] Jede Zahl sagt, was sie misst
        [one] { $count } Zahl ohne Einheit oder ohne Gemessenes
       *[other] { $count } Zahlen ohne Einheit oder ohne Gemessenes
    }
checked-source-unused =
    { $count ->
        [0] Jede Quelle trägt eine Behauptung
        [one] { $count } Quelle trägt keine Behauptung
       *[other] { $count } Quellen tragen keine Behauptung
    }
checked-sentences-untouched =
    { $count ->
        [0] Jeder Satz ist markiert oder beiseitegelegt
        [one] { $count } Artikel hat unberührte Sätze
       *[other] { $count } Artikel haben unberührte Sätze
    }

### Köpfe der Tabellen für Tabellenprogramme

head-address = Adresse
head-after = nachher
head-archived-at = archiviert unter
head-article = Artikel
head-article-id = Artikel-ID
head-as-of = Zeitstand
head-as-written = wie geschrieben
head-at = wann
head-attributed-by = zugeschrieben durch
head-before = vorher
head-by = wer
head-change-id = Änderungs-ID
head-claim = Behauptung
head-claim-id = Behauptungs-ID
head-claim-in-full = Behauptung im Wortlaut
head-claims = Behauptungen
head-contact = Kontakt
head-contradicts = widerspricht
head-correction = Korrektur
head-due = fällig
head-end-code-point = Ende (Codepunkt)
head-evidence-id = Beleg-ID
head-field = Feld
head-file = Datei
head-file-sha256 = SHA-256 der Datei
head-files = Dateien
head-finding = Befund
head-findings = Befunde
head-first-hand = aus erster Hand
head-found = gefunden
head-from = von
head-from-id = von-ID
head-from-quote = von (Zitat)
head-grade = Güte
head-grade-means = Güte bedeutet
head-group = Gruppe
head-group-id = Gruppen-ID
head-group-says = Gruppe sagt
head-heard-through = gehört durch
head-keywords = Stichwörter
head-kind = Art
head-link-id = Verknüpfungs-ID
head-locator = Fundstelle
head-mark-id = Markierungs-ID
head-meant-as = gemeint als
head-measured = gemessen
head-mentions = Nennungen
head-moment = Zeitpunkt
head-name = Name
head-not-checkable = nicht prüfbar
head-note = Anmerkung
head-number-id = Zahl-ID
head-of = wessen
head-other-ratings = andere Bewertungen
head-out-of-line = weicht ab
head-page = Seite
head-paragraph = Absatz
head-per = pro
head-place-in-doubt = Stelle fraglich
head-question = Frage
head-quote = Zitat
head-rating = Bewertung
head-rating-word = Bewertung in Worten
head-reason = Begründung
head-record = Eintrag
head-record-id = Eintrags-ID
head-rests-on = stützt sich auf
head-risks = Risiken
head-role = Rolle
head-said-at = gesagt (Ort)
head-said-by = gesagt von
head-said-on = gesagt am
head-same-as = gleich wie
head-seen = gesehen
head-signed-at = abgezeichnet am
head-signed-by = abgezeichnet von
head-source = Quelle
head-source-id = Quellen-ID
head-stance = Haltung
head-start-code-point = Anfang (Codepunkt)
head-status = Stand
head-status-by = Stand von
head-status-since = Stand seit
head-supports = stützt
head-tag = Kennzeichnung
head-tagged-at = markiert am
head-tagged-by = markiert von
head-title = Titel
head-to = bis/zu
head-to-id = zu-ID
head-to-kind = zu (Art)
head-to-quote = zu (Zitat)
head-unit = Einheit
head-value = Wert
head-why-not-comparable = warum nicht vergleichbar
