//! Notices: told where they apply or may apply.

use super::instance::Grouping;
use super::setting::Setting;
use super::test::PreparedTest;
use super::truth::Truth;
use super::world::World;
use crate::report::{Notice, NoticeStatus};
use crate::rulebook::model;
use crate::value::Amount;

/// The notices, and whether one of them converted an amount.
pub(crate) fn notices(world: &World<'_>) -> (Vec<Notice>, bool) {
    let mut converts = false;
    let mut told = Vec::new();
    for notice in &world.model.notices {
        let (truth, converted) = judge(world, notice);
        converts |= converted;
        told.extend(tell(notice, truth));
    }
    (told, converts)
}

/// A notice whose test is false is left out.
fn tell(notice: &model::Notice, truth: Truth) -> Option<Notice> {
    let status = match truth {
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

fn judge(world: &World<'_>, notice: &model::Notice) -> (Truth, bool) {
    let Some(when) = &notice.when else { return (Truth::True, false) };
    let instances = Grouping::WHOLE.instances(world);
    let setting = Setting { world, grouping: Grouping::WHOLE, currency: notice.currency, instances: &instances };
    let when = PreparedTest::new(when, setting);
    (Truth::all(instances.iter().map(|instance| when.truth(instance))), when.converts(&instances))
}
