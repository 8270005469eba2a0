//! Notices: told where they apply or may apply.

use super::instance::Grouping;
use super::setting::Setting;
use super::test::PreparedTest;
use super::truth::Truth;
use super::world::World;
use crate::report::{Notice, NoticeStatus};
use crate::rulebook::model;
use crate::value::Amount;

/// What is judged of one notice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoticeOutcome {
    truth: Truth,
    /// Whether it converted an amount.
    pub(crate) converts: bool,
}

impl NoticeOutcome {
    pub(crate) fn new(notice: &model::Notice, world: &World<'_>) -> NoticeOutcome {
        let Some(when) = &notice.when else { return NoticeOutcome { truth: Truth::True, converts: false } };
        let instances = Grouping::WHOLE.instances(world);
        let setting = Setting { world, grouping: Grouping::WHOLE, currency: notice.currency, instances: &instances };
        let when = PreparedTest::new(when, setting);
        NoticeOutcome {
            truth: Truth::all(instances.iter().map(|instance| when.truth(instance))),
            converts: when.converts(&instances),
        }
    }

    /// What is told of it; a notice whose test is false is left out.
    pub(crate) fn tell(self, notice: &model::Notice) -> Option<Notice> {
        let status = match self.truth {
            Truth::False => return None,
            Truth::Unknown => NoticeStatus::Open,
            Truth::True => NoticeStatus::Applies,
        };
        let amount = notice.amount.map(|minor| Amount { minor, currency: notice.currency });
        let currency = amount.is_some().then_some(notice.currency);
        Some(Notice {
            id: notice.id.clone(),
            status,
            title: notice.title.clone(),
            amount,
            currency,
            source: notice.source.clone(),
        })
    }
}
