//! Which partner matches which filter of the rulebook.

use super::reads::read_by;
use super::truth::Truth;
use crate::proposal::FieldSet;
use crate::rulebook::model::{Filter, FilterId};

/// For each filter whether each partner matches it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memberships {
    partners: usize,
    truths: Vec<Truth>,
    /// Whether every partner surely matches each filter or surely does not.
    decides_all: bool,
}

/// Whether a partner matches a filter.
type Ask<'a> = &'a dyn Fn(usize, &Filter) -> Truth;

impl Memberships {
    pub(crate) fn of(filters: &[Filter], partners: usize, ask: Ask<'_>) -> Memberships {
        let truths: Vec<Truth> =
            filters.iter().flat_map(|filter| (0..partners).map(move |partner| ask(partner, filter))).collect();
        Memberships { partners, decides_all: !truths.contains(&Truth::Unknown), truths }
    }

    pub(crate) fn truth(&self, filter: FilterId, partner: usize) -> Truth {
        let place = filter.saturating_mul(self.partners).saturating_add(partner);
        self.truths.get(place).copied().unwrap_or(Truth::Unknown)
    }

    pub(crate) fn decides_all(&self) -> bool {
        self.decides_all
    }

    /// Asks again for these partners what hangs on these fields; for each filter whether what hangs
    /// on it may have changed. It has not where each of them surely belongs, or does not, where he
    /// did before: then nor has what it waits for.
    pub(crate) fn renew(
        &mut self,
        filters: &[Filter],
        fields: FieldSet,
        partners: impl Iterator<Item = usize> + Clone,
        ask: Ask<'_>,
    ) -> Vec<bool> {
        let changed = filters.iter().enumerate().map(|(index, filter)| {
            fields.meets(read_by(filter))
                && self.renew_filter(index, partners.clone().map(|partner| (partner, ask(partner, filter))))
        });
        let changed = changed.collect();
        self.decides_all = !self.truths.contains(&Truth::Unknown);
        changed
    }

    fn renew_filter(&mut self, filter: FilterId, truths: impl Iterator<Item = (usize, Truth)>) -> bool {
        let mut may_have_changed = false;
        for (partner, truth) in truths {
            let place = filter.saturating_mul(self.partners).saturating_add(partner);
            let Some(known) = self.truths.get_mut(place) else { continue };
            may_have_changed |= truth != *known || truth == Truth::Unknown;
            *known = truth;
        }
        may_have_changed
    }
}
