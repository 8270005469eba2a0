//! Judging: a rulebook's rules over what could be read of a proposal.
//!
//! Three values (`truth`), filters (`filter`), who belongs to a set (`instance`), the linear form
//! (`form`, `range`, `countries`), atoms and tests (`atom`, `test`), and what is read off them:
//! `status`, `findings`, `numbers`, `missing`, `limits`; a rule at a time (`outcome`), and put together
//! (`assembly`) with `notices` and `totals`.

mod assembly;
mod atom;
mod closed;
mod consistency;
mod counted;
mod countries;
mod days;
mod edges;
mod exchange;
mod filter;
mod findings;
mod form;
mod instance;
mod kept;
mod limits;
mod memberships;
mod missing;
mod notices;
mod numbers;
mod outcome;
mod place;
mod range;
mod reads;
mod setting;
mod status;
mod test;
mod totals;
mod truth;
mod values;
mod watched;
mod world;

use self::assembly::Assembly;
use self::kept::Judgement;
pub(crate) use self::kept::Kept;
use self::notices::NoticeOutcome;
use self::outcome::Outcome;
use self::world::{Matter, World};
use crate::options::Options;
use crate::proposal::Reading;
use crate::report::{ExchangeFrom, ExchangeUsed, Report, RulebookRef, Verdict};
use crate::rulebook::Rulebook;

/// The report of a proposal that was read against the rulebook.
pub(crate) fn judge(rulebook: &Rulebook, reading: &Reading, options: &Options) -> Report {
    let (world, judgement) = Judgement::new(matter(rulebook, reading, options), options.draft);
    let so_far = judgement.so_far();
    report(rulebook, options, &world, so_far, judgement.rules, &judgement.notices)
}

fn matter<'a>(rulebook: &'a Rulebook, reading: &'a Reading, options: &'a Options) -> Matter<'a> {
    let own = rulebook.model.exchange.as_ref().map(|exchange| &exchange.rates);
    let rates = options.exchange.as_ref().map(|exchange| &exchange.rates).or(own);
    Matter { model: &rulebook.model, reading, rates }
}

/// Puts together what was judged of each rule and each notice.
fn report(
    rulebook: &Rulebook,
    options: &Options,
    world: &World<'_>,
    so_far: Option<Verdict>,
    rules: impl IntoIterator<Item = Outcome>,
    notices: &[NoticeOutcome],
) -> Report {
    let model = &rulebook.model;
    let mut assembly = Assembly::new(world);
    for ((index, rule), outcome) in model.rules.iter().enumerate().zip(rules) {
        assembly.add(index, rule, outcome);
    }
    for (notice, outcome) in model.notices.iter().zip(notices) {
        assembly.add_notice(notice, *outcome);
    }
    let converts = exchange::totals_convert(world) || assembly.converts;
    Report {
        verdict: assembly.verdict(),
        so_far,
        draft: options.draft,
        rulebook: reference(rulebook),
        exchange: converts.then(|| exchange_used(world, options)).flatten(),
        notices: assembly.notices,
        totals: totals::totals(world),
        missing: assembly.waiting.into_report(world),
        checks: assembly.checks,
        limits: assembly.limits.into_report(world),
        findings: assembly.findings.into_iter().chain(assembly.advice).collect(),
    }
}

fn reference(rulebook: &Rulebook) -> RulebookRef {
    RulebookRef {
        id: rulebook.model.id.clone(),
        version: rulebook.model.version.clone(),
        digest: rulebook.digest.clone(),
    }
}

/// The table by which amounts are converted.
fn exchange_used(world: &World<'_>, options: &Options) -> Option<ExchangeUsed> {
    if let Some(exchange) = &options.exchange {
        return Some(ExchangeUsed { base: exchange.rates.base, date: None, from: ExchangeFrom::Caller });
    }
    let exchange = world.model.exchange.as_ref()?;
    Some(ExchangeUsed { base: exchange.rates.base, date: exchange.date.clone(), from: ExchangeFrom::Rulebook })
}
