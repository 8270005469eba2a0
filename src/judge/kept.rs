//! What was judged of a proposal that is being typed: an edit judges again only what it reaches.

use super::closed::Closed;
use super::memberships::Memberships;
use super::notices::NoticeOutcome;
use super::outcome::Outcome;
use super::reads::Reach;
use super::world::{Matter, World};
use super::{matter, report};
use crate::options::Options;
use crate::proposal::{Changes, FieldSet, Reading};
use crate::report::{Report, Verdict};
use crate::rulebook::Rulebook;

/// What was judged, and the memberships it was judged by; nothing before the first report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kept(Option<(Judgement, Memberships)>);

/// What was judged of every rule and every notice.
#[derive(Debug, Clone)]
pub(super) struct Judgement {
    /// In a draft the closed proposal, with the memberships there.
    closed: Option<(Closed, Memberships)>,
    pub(super) rules: Vec<Outcome>,
    pub(super) notices: Vec<NoticeOutcome>,
}

impl Kept {
    /// The report on the proposal as it stands after these changes.
    pub(crate) fn report(
        &mut self,
        rulebook: &Rulebook,
        reading: &Reading,
        options: &Options,
        changes: &Changes,
    ) -> Report {
        let matter = matter(rulebook, reading, options);
        let (world, judgement) = match self.0.take().filter(|_| !changes.everything) {
            Some((judgement, memberships)) => judgement.renewed(matter, options.draft, memberships, changes),
            None => Judgement::new(matter, options.draft),
        };
        let rules = judgement.rules.iter().cloned();
        let report = report(rulebook, options, &world, judgement.so_far(), rules, &judgement.notices);
        self.0 = Some((judgement, world.into_memberships()));
        report
    }
}

impl Judgement {
    /// Everything, and the world it was judged in.
    pub(super) fn new(matter: Matter<'_>, is_draft: bool) -> (World<'_>, Judgement) {
        let closed = is_draft.then(|| {
            let world = World::new(matter, false);
            (Closed::new(&world), world.into_memberships())
        });
        let world = World::new(matter, is_draft);
        let so_far = closed.as_ref().map(|(closed, _)| closed);
        let rules = matter.model.rules.iter().enumerate();
        let rules = rules.map(|(index, rule)| Outcome::new(index, rule, &world, so_far)).collect();
        let notices = matter.model.notices.iter().map(|notice| NoticeOutcome::new(notice, &world)).collect();
        (world, Judgement { closed, rules, notices })
    }

    /// How the closed proposal stands, of a draft.
    pub(super) fn so_far(&self) -> Option<Verdict> {
        self.closed.as_ref().map(|(closed, _)| closed.verdict)
    }

    fn renewed<'a>(
        mut self,
        matter: Matter<'a>,
        is_draft: bool,
        memberships: Memberships,
        changes: &Changes,
    ) -> (World<'a>, Judgement) {
        let (world, filters) = World::renewed(matter, is_draft, memberships, changes);
        let mut reach = Reach { fields: changes.fields, filters };
        if let Some((mut closed, memberships)) = self.closed {
            let (world, filters) = World::renewed(matter, false, memberships, changes);
            // What is told of a draft hangs on how the closed proposal stands.
            reach = reach.and(&filters);
            closed.renew(&world, &reach);
            self.closed = Some((closed, world.into_memberships()));
        }
        self.renew_rules(&world, &reach);
        for (notice, outcome) in matter.model.notices.iter().zip(&mut self.notices) {
            if reach.notice(notice) {
                *outcome = NoticeOutcome::new(notice, &world);
            }
        }
        (world, self)
    }

    fn renew_rules(&mut self, world: &World<'_>, reach: &Reach) {
        let closed = self.closed.as_ref().map(|(closed, _)| closed);
        for ((index, rule), outcome) in world.model.rules.iter().enumerate().zip(&mut self.rules) {
            // A finding names the partner whose own it is.
            let is_named = reach.fields.meets(FieldSet::NAME) && !outcome.findings.is_empty();
            if is_named || reach.rule(rule) {
                *outcome = Outcome::new(index, rule, world, closed);
            }
        }
    }
}
