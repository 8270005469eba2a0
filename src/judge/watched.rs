//! Which partners a set of instances sees, and how they stand to it.
//!
//! A rule of 10,000 instances that each look at 10,000 partners is read off once for each partner
//! and standing, not once for each pair.

use super::instance::{Center, Instance, Standing};
use super::world::World;

/// Instances of one rule, counted by what a partner can tell of them.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    centers: Vec<(Center, usize)>,
    /// The partners whose own instances are among them, in their order, with the center of each.
    owns: Vec<(usize, Center)>,
    count: usize,
}

impl Watched {
    pub(crate) fn of(instances: &[Instance]) -> Watched {
        let mut watched = Watched::default();
        instances.iter().for_each(|instance| watched.add(instance));
        watched
    }

    fn add(&mut self, instance: &Instance) {
        match self.centers.iter_mut().find(|(center, _)| *center == instance.center) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.centers.push((instance.center, 1)),
        }
        self.count = self.count.saturating_add(1);
        self.owns.extend(instance.own.map(|own| (own, instance.center)));
    }

    fn own(&self, partner: usize) -> Option<Center> {
        let found = self.owns.binary_search_by_key(&partner, |(own, _)| *own).ok()?;
        self.owns.get(found).map(|(_, center)| *center)
    }

    fn count_of(&self, center: Center) -> usize {
        self.centers.iter().find(|(known, _)| *known == center).map_or(0, |(_, count)| *count)
    }

    /// Every standing that a partner has to one of the instances, each once.
    pub(crate) fn standings(&self, world: &World<'_>, partner: usize) -> impl Iterator<Item = Standing> + use<> {
        let own = self.own(partner);
        let country = world.country(partner);
        let mut standings = Standings { known: [own.map(|_| Standing::Own), None, None, None] };
        let mut told = usize::from(own.is_some());
        let near = [Some(Center::All), Some(Center::Unknown), country.map(Center::Country)];
        for center in near.into_iter().flatten() {
            let count = self.count_of(center).saturating_sub(usize::from(own == Some(center)));
            told = told.saturating_add(count);
            if count > 0 {
                standings.add(center.standing(country));
            }
        }
        if self.count > told {
            standings.add(if country.is_some() { Standing::Out } else { Standing::Maybe });
        }
        standings.known.into_iter().flatten()
    }

    /// The partners whose own instances have no known country, but for one that sees only itself.
    pub(crate) fn adrift_seen_by(&self, partners: &[usize]) -> impl Iterator<Item = usize> {
        let adrift = self.owns.iter().filter(|(_, center)| *center == Center::Unknown).map(|(own, _)| *own);
        adrift.filter(|own| partners.iter().any(|partner| partner != own))
    }
}

/// The standings of one partner.
struct Standings {
    known: [Option<Standing>; 4],
}

impl Standings {
    fn add(&mut self, standing: Standing) {
        if !self.known.contains(&Some(standing))
            && let Some(free) = self.known.iter_mut().find(|place| place.is_none())
        {
            *free = Some(standing);
        }
    }
}
