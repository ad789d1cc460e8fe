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
