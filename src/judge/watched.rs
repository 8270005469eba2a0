//! Which partners a set of instances sees, and how they stand to it.
//!
//! A rule of 10,000 instances that each look at 10,000 partners is read off once for each partner
//! and standing, not once for each pair.

use std::collections::{BTreeMap, BTreeSet};

use super::instance::{Center, Instance, Standing};
use super::world::World;

/// Instances of one rule, counted by what a partner can tell of them.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    centers: BTreeMap<Center, usize>,
    /// The partners whose own instances are among them, with the center of each.
    owns: BTreeMap<usize, Center>,
    count: usize,
}

impl Watched {
    pub(crate) fn of(instances: &[Instance]) -> Watched {
        let mut watched = Watched::default();
        instances.iter().for_each(|instance| watched.add(instance));
        watched
    }

    fn add(&mut self, instance: &Instance) {
        let count = self.centers.entry(instance.center).or_default();
        *count = count.saturating_add(1);
        self.count = self.count.saturating_add(1);
        if let Some(own) = instance.own {
            self.owns.insert(own, instance.center);
        }
    }

    /// Every standing that a partner has to one of the instances.
    pub(crate) fn standings(&self, world: &World<'_>, partner: usize) -> Vec<Standing> {
        let own = self.owns.get(&partner).copied();
        let country = world.country(partner);
        let mut standings: Vec<Standing> = own.iter().map(|_| Standing::Own).collect();
        let of_center = |center: Center| {
            self.centers.get(&center).copied().unwrap_or(0).saturating_sub(usize::from(own == Some(center)))
        };
        let near = [Center::All, Center::Unknown].into_iter().chain(country.map(Center::Country));
        let mut told = 0_usize;
        for center in near {
            let count = of_center(center);
            told = told.saturating_add(count);
            if count > 0 && !standings.contains(&center.standing(country)) {
                standings.push(center.standing(country));
            }
        }
        let others = self.count.saturating_sub(usize::from(own.is_some())).saturating_sub(told);
        let standing = if country.is_some() { Standing::Out } else { Standing::Maybe };
        if others > 0 && !standings.contains(&standing) {
            standings.push(standing);
        }
        standings
    }

    /// The partners whose own instances have no known country, but for one that sees only itself.
    pub(crate) fn adrift_seen_by(&self, partners: &BTreeSet<usize>) -> Vec<usize> {
        let adrift = self.owns.iter().filter(|(_, center)| **center == Center::Unknown).map(|(own, _)| *own);
        adrift.filter(|own| partners.iter().any(|partner| partner != own)).collect()
    }
}
