# Words of the printed report in English. Every other file here has the same keys.

### Names of things

section-summary = Summary
section-ratings = Ratings by article
section-claims = Claims
section-contradictions = Contradictions
section-questions = Open questions
section-changes = Change list
section-sources = Sources
section-numbers = Numbers and checks
section-articles = Annotated articles
section-method = Method and scale
section-hashes = Text hashes
section-checks = Before it goes out
section-history = History

status-open = Open
status-asked = Asked
status-confirmed = Confirmed
status-changed = Changed
status-cut = Cut
status-unresolved = Unresolved

kind-named-person = Named person
kind-anonymous = Anonymous
kind-organisation = Organisation
kind-document = Document
kind-media = Media

kinds-named-person = Named people
kinds-anonymous = Anonymous
kinds-organisation = Organisations
kinds-document = Documents
kinds-media = Media

reason-opinion = opinion
reason-forecast = forecast
reason-motive = motive
reason-experience = experience

role-rests-on = rests on
role-contains = contains
role-same-as = same as
role-contradicts = contradicts
role-supports = supports
role-supported-by = supported by

stance-supports = Supports
stance-contradicts = Contradicts
stance-context = Context

approximation-exact = exact
approximation-about = about
approximation-up-to = up to
approximation-at-least = at least
approximation-more-than = more than
approximation-less-than = less than
approximation-between = between

outcome-nothing-to-compare = nothing to compare
outcome-agree = agree
outcome-differ = differ
outcome-check-the-scope = check the scope
outcome-other-dates = other dates
outcome-units-differ = units differ
outcome-rates-differ = rates differ
outcome-not-comparable = not comparable

tag-claim = claim
tag-number = number
tag-source = source

first-hand-yes = yes
first-hand-no = no
first-hand-unclear = unclear

rule-confirmed-contradiction = Confirmed and contradicted
rule-contradiction-unanswered = Evidence against, not answered
rule-quote-altered = Quote not as said
rule-rating-without-reason = Rating without a reason
rule-place-lost = Lost its place
rule-place-doubtful = Place to be looked at
rule-signs-hidden = Hidden or disguised signs
rule-figures-disagree = Figures that disagree
rule-number-misread = Value not as written
rule-sum-fails = Sum that does not hold
rule-no-source = Claims with no source
rule-only-anonymous = Only anonymous sources
rule-only-secondary = Only second-hand sources
rule-circular-support = Circular
rule-rating-unfindable = Rating nobody can follow
rule-rating-outdated = Rating not on the scale
rule-settled-unrated = Settled, not rated
rule-rated-unsettled = Rated, not settled
rule-correction-unagreed = Correction not agreed
rule-asked-overdue = Asked and overdue
rule-evidence-early = Evidence older than the article
rule-number-unread = Number without a value
rule-person-unidentified = Not identified
rule-document-unlocated = Document without locator
rule-article-incomplete = Article not described
rule-number-unmeasured = Number not described
rule-source-unused = Carries no claim
rule-sentences-untouched = Untouched sentences

### Dates and lists

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-time = { $day } { $month } { $year }, { $time }
list-comma = { $start }, { $end }
list-and = { $start } and { $end }
quoted = “{ $words }”

### Head and summary

byline = { $articles } checked, { $date }. { $scale } 1 to { $best }. Text frozen when opened.
byline-by = { $articles } checked by { $checker }, { $date }. { $scale } 1 to { $best }. Text frozen when opened.
byline-articles =
    { $count ->
        [0] No articles
        [1] One article
        [2] Two articles
        [3] Three articles
        [4] Four articles
        [5] Five articles
        [6] Six articles
        [7] Seven articles
        [8] Eight articles
        [9] Nine articles
        [10] Ten articles
        [11] Eleven articles
        [12] Twelve articles
       *[other] { $count } articles
    }
of-all = of { $all }
of-rated = of { $rated } rated
of-pairs =
    of { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }
card-settled =
    { $count ->
        [one] claim settled
       *[other] claims settled
    }
card-badly-rated = rated 1 or 2
card-contradicting = still contradict
card-corrections =
    { $count ->
        [one] correction
       *[other] corrections
    }
card-corrections-made = proposed, { $made } made
card-untouched =
    { $count ->
        [one] sentence untouched
       *[other] sentences untouched
    }
claims-by-status = Claims by status
total-row = All articles, each claim once

### Places

place-paragraph = { $letter } ¶{ $name }
place-headline = { $letter } headline
place-page = { $place }, p. { $page }
place-moment = { $place }, at { $moment }
place-lost = { $letter }, lost its place

### What is said of claims, sources and texts

rests-without-reason = rating without a reason
rests-contradicts = contradicts { $claims }
rests-anonymous = only anonymous sources
rests-no-source = no source named
rests-same = same as { $claims }
other-rating = { $rating } by { $by }
other-rating-why = { $rating } by { $by }: { $reason }
somebody-else = somebody else
margin-add = add { $words }
margin-take-out = take out { $words }
contact = Contact: { $words }
only-source-for = Only source for { $claims }
filter-problems = Problems first
filter-no-source = No source
fact-outlet = Outlet
fact-byline = Byline
fact-published = Published
fact-address = Address
fact-archived = Archived at
fact-language = Language
fact-read-from = Read from
fact-opened = Opened
fact-drafts = Earlier drafts
fact-signed = Signed off
fact-reopened = Signed, then reopened
signed-by = { $by }, { $date }
original-bom = byte order mark
original-crlf = CRLF line ends
original-cr = CR line ends
original-mixed = mixed line ends
method-tagging = Every statement that can be wrong was tagged by hand as a claim, every figure as a number, and everyone who says it as a source. A claim is known by the letter of the article where it was first tagged and a number that it keeps: A14.
method-settling = A claim is settled when it is confirmed, changed or cut. Open, asked and unresolved claims are not settled. Sentences that no mark touches count as untouched; opinions, forecasts, motives and experiences may be set aside as not checkable.
method-hashes = The text of an article was frozen when it was opened. The SHA-256 below is that of the frozen text in UTF-8 with line feeds as line ends, so that anyone who has the text can prove it.

### The printed page

document-title = { $title } – fact-check report
parts-of-report = Parts of the report
made-with = Made with Tickmark. Marks, ratings and notes are the checker’s own.
editor-sign-off = Editor sign-off
left-out = Left out of this copy: { $what }.
left-out-articles =
    { $count ->
        [one] one article
       *[other] { $count } articles
    }
column-letter = Letter
column-article = Article
column-claims-by-rating = Claims by rating
column-settled = Settled
column-sentences-read = Sentences read
column-number = No.
column-as-written = As written
column-rating = Rating
column-status = Status
column-rests-on = Rests on
column-question = Question
column-since = Since
column-where = Where
column-wording = Old and new wording
column-old = Old wording
column-new = New wording
column-why = Why
column-source = Source
column-where-to-find = Where to find
column-grade = Grade
column-first-hand = First hand
column-named-at = Named at
column-claims-on-it = Claims on it
column-note = Note
column-reading = Reading
column-meant = Meant
column-measured = Measured
column-claim = Claim
column-working = Working
column-hash = SHA-256 of the frozen text
column-bytes = Bytes
column-opened = Opened
column-when = When
column-who = Who
column-what = What was done
not-rated = not rated
rated = rated { $grade }
left = { $count } left
read-of = { $read } of { $all }, { $left } left
sentences = { $marked } marked, { $aside } not checkable, { $untouched } untouched
claims-to-show = Claims to show
also = Also { $words }
also-at = also { $places }
cannot-both = cannot both be right
settled-pair = settled: one was changed or cut
take-it-out = Take it out.
not-read = not read
group-figures = Figures on { $name }
notes-to = Notes to { $letter }
note-on = Note { $label }
back-to = Back to { $label } in the text
untouched = untouched
not-checkable = not checkable: { $reason }
not-checkable-in = Not checkable in { $letter }
remarks-in = Notes on numbers and sources in { $letter }
note-full = In full
note-reason = Reason
note-finding = Finding
note-correction = Correction
note-corrected = Corrected
note-evidence = Evidence
note-sources = Rests on
note-numbers = Numbers
note-number = Number
note-link = Link
note-note = Note
note-keywords = Keywords
note-also-at = Also at
first-hand = first hand
second-hand = second hand
sample-open = open claim
sample-settled = settled claim
sample-number = number
sample-source = named source
sample-anonymous = anonymous source
sample-replaced = replaced
sample-cut = cut
sample-markdown = In the articles, [claims] stand in brackets with their note, numbers are bold, sources slanted, replaced words struck.
scale-is = Scale ({ $name }): { $words }.
original-had = original had { $what }
read-from = read from { $what }
checks-summary = { $fine } fine, { $found } to look at
switched-off = Findings switched off for this project, with the reason:
check-holds = holds
check-fails = does not hold
check-open = question
page-of = Page { $page } of { $pages }
volume-of = volume { $volume } of { $volumes }
