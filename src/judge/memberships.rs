//! Which partner matches which filter of the rulebook.

use super::reads::read_by;
use super::truth::Truth;
use super::world::World;
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

impl Memberships {
    pub(crate) fn of(world: &World<'_>) -> Memberships {
        let partners = world.indices();
        let filters = world.model.filters.iter();
        let truths: Vec<Truth> = filters
            .flat_map(|filter| partners.clone().map(move |partner| world.filter_truth(partner, filter)))
            .collect();
        Memberships { partners: partners.len(), decides_all: !truths.contains(&Truth::Unknown), truths }
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
        world: &World<'_>,
        fields: FieldSet,
        partners: impl Iterator<Item = usize> + Clone,
    ) -> Vec<bool> {
        let filters = world.model.filters.iter().enumerate();
        let changed = filters.map(|(index, filter)| {
            fields.meets(read_by(filter)) && self.renew_filter(world, index, filter, partners.clone())
        });
        let changed = changed.collect();
        self.decides_all = !self.truths.contains(&Truth::Unknown);
        changed
    }

    fn renew_filter(
        &mut self,
        world: &World<'_>,
        index: FilterId,
        filter: &Filter,
        partners: impl Iterator<Item = usize>,
    ) -> bool {
        let mut may_have_changed = false;
        for partner in partners {
            let place = index.saturating_mul(self.partners).saturating_add(partner);
            let Some(known) = self.truths.get_mut(place) else { continue };
            let truth = world.filter_truth(partner, filter);
            may_have_changed |= truth != *known || truth == Truth::Unknown;
            *known = truth;
        }
        may_have_changed
    }
}
