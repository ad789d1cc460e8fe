//! All findings of a project, carried on from step to step: only what a step touched, or what time has caught up with, is asked again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::affected::affected;
use super::asking::{Against, OF_SCALES, about, about_rating};
use super::{Desk, Finding, Groups, Rule, Subject, Words, asked_overdue};
use crate::model::annotation::Mention;
use crate::model::group::{Judged, judged, judged_all};
use crate::model::id::{ClaimId, DocumentId, GroupId, SourceId, Uid};
use crate::model::lookup::{Lookup, Touched};
use crate::model::moment::Moment;
use crate::model::project::Project;

/// What the rules find in a project. What is switched off is kept as well and only not told, so that switching costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    now: Moment,
    off: BTreeSet<Rule>,
    by_subject: BTreeMap<Subject, Box<[(Rule, Words)]>>,
    /// The sources against which findings about a claim stand.
    sources: BTreeMap<ClaimId, Box<[Against]>>,
    /// The same the other way round: what stands against a source because of which claim, the how manieth time.
    against: BTreeMap<SourceId, BTreeSet<(Rule, ClaimId, usize)>>,
    /// Subjects of each rule, with how often it speaks of them.
    by_rule: BTreeMap<Rule, BTreeMap<Subject, usize>>,
    /// When what is found about a claim may change by itself.
    deadlines: BTreeSet<(Moment, ClaimId)>,
    /// What the figures of each group say together, from which some of it follows.
    judged: Groups,
}

impl Findings {
    /// Asks about everything. What follows from the project must be up to date.
    pub fn new(project: &Project, lookup: &Lookup, now: Moment) -> Self {
        let judged: Groups = judged_all(project, lookup).into_iter().map(|(group, judged)| (group.id, Arc::new(judged))).collect();
        let desk = Desk { project, lookup, judged: &judged, now };
        let mut sources = Vec::new();
        let found = subjects(project).map(|subject| {
            let answers = about(&desk, subject);
            sources
                .extend(claim_of(subject).filter(|_| !answers.against.is_empty()).map(|claim| (claim, answers.against.into_boxed_slice())));
            (subject, answers.list.into_boxed_slice())
        });
        let found: Vec<_> = found.filter(|(_, found)| !found.is_empty()).collect();
        let mut by_rule: BTreeMap<Rule, Vec<(Subject, usize)>> = BTreeMap::new();
        for (subject, found) in &found {
            for (rule, _) in found {
                let subjects = by_rule.entry(*rule).or_default();
                match subjects.last_mut().filter(|(last, _)| last == subject) {
                    Some((_, times)) => *times += 1,
                    None => subjects.push((*subject, 1)),
                }
            }
        }
        // Maps put up at once are full; those that grow one by one stand half empty.
        Findings {
            now,
            off: off(project),
            by_subject: found.into_iter().collect(),
            against: turned(&sources),
            sources: sources.into_iter().collect(),
            by_rule: by_rule.into_iter().map(|(rule, subjects)| (rule, subjects.into_iter().collect())).collect(),
            deadlines: project.claims().values().flat_map(deadlines_of).collect(),
            judged,
        }
    }

    /// Brings up to date after a step, as the lookup was before. Its cost is that of what was touched and of what rests on that.
    pub fn refresh(&mut self, project: &Project, lookup: &Lookup, touched: &Touched) {
        for claim in touched.claims.values().flatten() {
            for deadline in deadlines_of(claim) {
                self.deadlines.remove(&deadline);
            }
        }
        self.deadlines.extend(touched.claims.keys().filter_map(|id| project.claims().get(id)).flat_map(deadlines_of));
        self.off = off(project);
        match affected(project, lookup, touched) {
            Some(affected) => {
                affected.groups.into_iter().for_each(|group| self.judge(project, lookup, group));
                self.ask_again(project, lookup, affected.subjects);
                self.ask_ratings_again(project, lookup, &affected.ratings);
            }
            None => *self = Findings::new(project, lookup, self.now),
        }
    }

    /// Whether time alone may have changed what is found.
    pub fn is_late(&self, now: Moment) -> bool {
        self.passed(now).next().is_some()
    }

    /// The next moment after which it is worth while to look.
    pub fn next_deadline(&self, now: Moment) -> Option<Moment> {
        self.deadlines.range((now, ClaimId(Uid(0)))..).next().map(|(moment, _)| *moment)
    }

    /// Goes on to another moment.
    pub fn wake(&mut self, project: &Project, lookup: &Lookup, now: Moment) {
        let claims: BTreeSet<Subject> = self.passed(now).map(|claim| Subject::Record(Mention::Claim(claim))).collect();
        self.now = now;
        self.ask_again(project, lookup, claims);
    }

    /// The claims with a moment between the last one and this one, whichever is later: a clock may be set back.
    fn passed(&self, now: Moment) -> impl Iterator<Item = ClaimId> + '_ {
        let (from, to) = (self.now.min(now), self.now.max(now));
        // Something is late when its moment is over, not in it.
        self.deadlines.range((from, ClaimId(Uid(0)))..).take_while(move |(moment, _)| *moment < to).map(|(_, claim)| *claim)
    }

    /// Looks again at an article whose sentences were counted.
    pub fn count_sentences(&mut self, project: &Project, lookup: &Lookup, id: DocumentId) {
        self.ask_again(project, lookup, BTreeSet::from([Subject::Document(id)]));
    }

    fn ask_again(&mut self, project: &Project, lookup: &Lookup, subjects: BTreeSet<Subject>) {
        let judged = std::mem::take(&mut self.judged);
        let desk = Desk { project, lookup, judged: &judged, now: self.now };
        subjects.into_iter().for_each(|subject| self.ask(&desk, subject));
        self.judged = judged;
    }

    fn judge(&mut self, project: &Project, lookup: &Lookup, id: GroupId) {
        match project.groups().get(&id) {
            Some(group) => drop(self.judged.insert(id, Arc::new(judged(project, lookup, group)))),
            None => drop(self.judged.remove(&id)),
        }
    }

    /// Asks only the rules that look at scales: a word of a scale may stand in thousands of ratings, and each key changes it.
    fn ask_ratings_again(&mut self, project: &Project, lookup: &Lookup, claims: &[ClaimId]) {
        let judged = std::mem::take(&mut self.judged);
        let desk = Desk { project, lookup, judged: &judged, now: self.now };
        for claim in claims.iter().filter_map(|id| project.claims().get(id)) {
            let subject = Subject::Record(Mention::Claim(claim.id));
            let others = self.by_subject.get(&subject).into_iter().flatten().filter(|(rule, _)| !OF_SCALES.contains(rule)).cloned();
            let mut found: Vec<_> = others.chain(about_rating(&desk, claim)).collect();
            found.sort_by_key(|(rule, _)| *rule);
            self.put(subject, found);
        }
        self.judged = judged;
    }

    fn ask(&mut self, desk: &Desk<'_>, subject: Subject) {
        let answers = about(desk, subject);
        if let Some(claim) = claim_of(subject) {
            // Others may stand in a circle of which the same is said.
            self.put_against(claim, answers.against);
        }
        self.put(subject, answers.list);
    }

    fn put_against(&mut self, claim: ClaimId, against: Vec<Against>) {
        if self.sources.get(&claim).map_or(&[][..], |old| old) == against.as_slice() {
            return;
        }
        for Against { rule, nth, source } in self.sources.remove(&claim).iter().flatten() {
            if let Some(claims) = self.against.get_mut(source) {
                claims.remove(&(*rule, claim, *nth));
                if claims.is_empty() {
                    self.against.remove(source);
                }
            }
        }
        for Against { rule, nth, source } in &against {
            self.against.entry(*source).or_default().insert((*rule, claim, *nth));
        }
        if !against.is_empty() {
            self.sources.insert(claim, against.into_boxed_slice());
        }
    }

    /// Puts what is found about a subject in the place of what was.
    fn put(&mut self, subject: Subject, found: Vec<(Rule, Words)>) {
        let unchanged = |old: &[(Rule, Words)]| old == found.as_slice();
        if self.by_subject.get(&subject).map_or(found.is_empty(), |old| unchanged(old)) {
            return;
        }
        for (rule, _) in self.by_subject.remove(&subject).iter().flatten() {
            if let Some(subjects) = self.by_rule.get_mut(rule) {
                subjects.remove(&subject);
                if subjects.is_empty() {
                    self.by_rule.remove(rule);
                }
            }
        }
        for (rule, _) in &found {
            *self.by_rule.entry(*rule).or_default().entry(subject).or_default() += 1;
        }
        if !found.is_empty() {
            self.by_subject.insert(subject, found.into_boxed_slice());
        }
    }

    /// What the figures of a group say together; nothing where there is no such group.
    pub fn judged(&self, group: GroupId) -> Option<&Arc<Judged>> {
        self.judged.get(&group)
    }

    /// The moment to which time has gone on.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// How many findings a rule has.
    pub fn count(&self, rule: Rule) -> usize {
        self.by_rule.get(&rule).filter(|_| !self.off.contains(&rule)).map_or(0, |subjects| subjects.values().sum())
    }

    /// What is found about a subject, the gravest first.
    pub fn about(&self, subject: Subject) -> impl Iterator<Item = Finding> + '_ {
        let found = self.by_subject.get(&subject).into_iter().flatten().filter(|(rule, _)| !self.off.contains(rule));
        found.map(move |(rule, words)| finding(*rule, subject, words))
    }

    /// What stands against a source because of claims that rest on it: the rule, the claim, and the how manieth of the findings that the
    /// rule has about the claim, from 0. In the order of rules, then of ids.
    pub fn against(&self, source: SourceId) -> impl Iterator<Item = (Rule, ClaimId, usize)> + '_ {
        self.against.get(&source).into_iter().flatten().filter(|(rule, ..)| !self.off.contains(rule)).copied()
    }

    /// The nth thing that a rule says about a subject, from 0.
    pub fn words(&self, subject: Subject, (rule, nth): (Rule, usize)) -> &str {
        let mut found = self.by_subject.get(&subject).into_iter().flatten().filter(|(other, _)| *other == rule);
        found.nth(nth).map_or("", |(_, words)| words)
    }

    /// The rules that say something about a subject, each as often as it does.
    pub fn rules(&self, subject: Subject) -> impl Iterator<Item = Rule> + '_ {
        let found = self.by_subject.get(&subject).into_iter().flatten();
        found.map(|(rule, _)| *rule).filter(|rule| !self.off.contains(rule))
    }

    /// What one rule finds, in the order of articles and labels.
    pub fn of_rule(&self, project: &Project, lookup: &Lookup, rule: Rule) -> Vec<Finding> {
        self.sorted(&[rule], project, lookup)
    }

    /// Everything: by rule, the gravest first, then in the order of articles and labels.
    pub fn all(&self, project: &Project, lookup: &Lookup) -> Vec<Finding> {
        self.sorted(&Rule::ALL, project, lookup)
    }

    fn sorted(&self, rules: &[Rule], project: &Project, lookup: &Lookup) -> Vec<Finding> {
        let articles: BTreeMap<DocumentId, usize> = project.order().iter().enumerate().map(|(rank, id)| (*id, rank)).collect();
        let mut all = Vec::new();
        for rule in rules.iter().filter(|rule| !self.off.contains(rule)) {
            let mut subjects: Vec<Subject> = self.by_rule.get(rule).into_iter().flat_map(BTreeMap::keys).copied().collect();
            subjects.sort_by_cached_key(|subject| (place(project, lookup, (*subject, &articles)), *subject));
            let of_rule = subjects.into_iter().flat_map(|subject| self.about(subject));
            all.extend(of_rule.filter(|finding| finding.rule == *rule));
        }
        all
    }
}

/// The rules that the desk has switched off.
fn off(project: &Project) -> BTreeSet<Rule> {
    project.house().switched_off.iter().filter_map(|off| Rule::of_code(&off.rule)).collect()
}

/// What stands against each source.
fn turned(sources: &[(ClaimId, Box<[Against]>)]) -> BTreeMap<SourceId, BTreeSet<(Rule, ClaimId, usize)>> {
    let mut against: BTreeMap<SourceId, Vec<(Rule, ClaimId, usize)>> = BTreeMap::new();
    for (claim, of_claim) in sources {
        of_claim.iter().for_each(|one| against.entry(one.source).or_default().push((one.rule, *claim, one.nth)));
    }
    against.into_iter().map(|(source, claims)| (source, claims.into_iter().collect())).collect()
}

fn claim_of(subject: Subject) -> Option<ClaimId> {
    match subject {
        Subject::Record(Mention::Claim(id)) => Some(id),
        Subject::Record(_) | Subject::Document(_) => None,
    }
}

fn finding(rule: Rule, subject: Subject, words: &Words) -> Finding {
    Finding { rule, severity: rule.severity(), subject, words: words.clone().into_owned() }
}

fn subjects(project: &Project) -> impl Iterator<Item = Subject> + '_ {
    let claims = project.claims().keys().map(|id| Mention::Claim(*id));
    let numbers = project.quantities().keys().map(|id| Mention::Number(*id));
    let sources = project.sources().keys().map(|id| Mention::Source(*id));
    claims.chain(numbers).chain(sources).map(Subject::Record).chain(project.order().iter().map(|id| Subject::Document(*id)))
}

fn deadlines_of(claim: &crate::model::claim::Claim) -> impl Iterator<Item = (Moment, ClaimId)> + '_ {
    asked_overdue::deadlines(claim).map(|moment| (moment, claim.id))
}

/// Where a subject stands among those of a rule: claims by label, then numbers and sources by their first marks (those without one
/// last), then articles.
fn place(project: &Project, lookup: &Lookup, (subject, articles): (Subject, &BTreeMap<DocumentId, usize>)) -> (usize, usize, usize) {
    let rank = |id: &DocumentId| articles.get(id).copied().unwrap_or(usize::MAX);
    match subject {
        Subject::Record(Mention::Claim(id)) => {
            let claim = project.claims().get(&id);
            claim.map_or((0, usize::MAX, 0), |claim| (0, rank(&claim.home), claim.number as usize))
        }
        Subject::Record(record) => {
            let mark = lookup.mentions(record).first().and_then(|id| project.annotations().get(id));
            mark.map_or((1, usize::MAX, 0), |mark| (1, rank(&mark.document), mark.span.start()))
        }
        Subject::Document(id) => (2, rank(&id), 0),
    }
}
