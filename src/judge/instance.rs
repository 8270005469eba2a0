//! The instances of a rule: the groups of partners that it is judged for.

use super::truth::Truth;
use super::world::World;
use crate::report::Group;
use crate::rulebook::model::{Each, FilterId, Of, Rule, Set};
use crate::value::Country;

/// The country that a group is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Center {
    /// All countries: the one group of `each: proposal`.
    All,
    Country(Country),
    /// That of a partner whose country is not known.
    Unknown,
}

/// One group of partners that a rule is judged for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instance {
    /// Its place among the instances of its rule.
    pub(crate) index: usize,
    pub(crate) center: Center,
    /// The partner whose own it is.
    pub(crate) own: Option<usize>,
    /// Whether it surely stands.
    pub(crate) is_sure: bool,
    pub(crate) group: Option<Group>,
}

/// How a partner stands to an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Of another country.
    Out,
    /// Maybe of its country.
    Maybe,
    /// Of its country.
    In,
    /// The partner whose own it is.
    Own,
}

impl Standing {
    /// Whether the partner is of the instance's country.
    pub(crate) fn is_of_country(self) -> Truth {
        match self {
            Standing::Out => Truth::False,
            Standing::Maybe => Truth::Unknown,
            Standing::In | Standing::Own => Truth::True,
        }
    }
}

/// What decides who belongs to a rule's groups.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grouping {
    pub(crate) each: Each,
    pub(crate) filter: Option<FilterId>,
}

impl Grouping {
    pub(crate) fn of(rule: &Rule) -> Grouping {
        Grouping { each: rule.each, filter: rule.filter }
    }

    /// Notices speak of all partners.
    pub(crate) const WHOLE: Grouping = Grouping { each: Each::Proposal, filter: None };

    /// Whether a partner of that standing is in the group.
    pub(crate) fn holds(self, world: &World<'_>, partner: usize, standing: Standing) -> Truth {
        match (self.each, standing) {
            (Each::Proposal, _) => world.matches(self.filter, partner),
            (_, Standing::Own) => Truth::True,
            (Each::Country, _) => world.matches(self.filter, partner).and(standing.is_of_country()),
            (Each::Partner, _) => Truth::False,
        }
    }

    /// Whether a partner of that standing is in a set that an atom or term measures.
    pub(crate) fn measures(self, world: &World<'_>, set: &Set, partner: usize, standing: Standing) -> Truth {
        let reached = match set.of {
            Of::Proposal => Truth::True,
            Of::Country => standing.is_of_country(),
            Of::Group => self.holds(world, partner, standing),
        };
        reached.and(world.matches(set.filter, partner))
    }

    /// Whether a set has none but partners of the instance's country.
    pub(crate) fn narrows_to_country(self, set: &Set) -> bool {
        set.of == Of::Country || (set.of == Of::Group && self.each == Each::Country)
    }

    /// Whether partners that may be added belong to a set.
    pub(crate) fn takes_additions(self, world: &World<'_>, set: &Set) -> Truth {
        if !world.may_grow || (set.of == Of::Group && self.each == Each::Partner) {
            Truth::False
        } else if set.is_all {
            Truth::True
        } else {
            Truth::Unknown
        }
    }

    pub(crate) fn instances(self, world: &World<'_>) -> Vec<Instance> {
        match self.each {
            Each::Proposal => vec![Instance { index: 0, center: Center::All, own: None, is_sure: true, group: None }],
            Each::Country => self.by_country(world),
            Each::Partner => self.by_partner(world),
        }
    }

    fn by_partner(self, world: &World<'_>) -> Vec<Instance> {
        let mut instances = Vec::new();
        for partner in world.indices() {
            match world.matches(self.filter, partner) {
                Truth::False => {}
                truth => instances.push(Instance::of_partner(world, instances.len(), partner, truth == Truth::True)),
            }
        }
        instances
    }

    /// In the order of their first partner that is not surely outside.
    fn by_country(self, world: &World<'_>) -> Vec<Instance> {
        let mut sure: Vec<Country> = Vec::new();
        for partner in world.indices().filter(|partner| world.matches(self.filter, *partner) == Truth::True) {
            sure.extend(world.country(partner).filter(|country| !sure.contains(country)));
        }
        let mut told: Vec<Country> = Vec::new();
        let mut instances = Vec::new();
        for partner in world.indices().filter(|partner| world.matches(self.filter, *partner) != Truth::False) {
            let index = instances.len();
            match world.country(partner).filter(|country| sure.contains(country)) {
                Some(country) if told.contains(&country) => {}
                Some(country) => {
                    told.push(country);
                    instances.push(Instance::of_country(index, country));
                }
                None => instances.push(Instance::of_partner(world, index, partner, false)),
            }
        }
        instances
    }
}

impl Instance {
    fn of_partner(world: &World<'_>, index: usize, partner: usize, is_sure: bool) -> Instance {
        let center = world.country(partner).map_or(Center::Unknown, Center::Country);
        Instance { index, center, own: Some(partner), is_sure, group: Some(Group::Partner(partner)) }
    }

    fn of_country(index: usize, country: Country) -> Instance {
        let center = Center::Country(country);
        Instance { index, center, own: None, is_sure: true, group: Some(Group::Country(country)) }
    }

    pub(crate) fn standing(&self, world: &World<'_>, partner: usize) -> Standing {
        if self.own == Some(partner) {
            return Standing::Own;
        }
        self.center.standing(world.country(partner))
    }
}

impl Center {
    /// How another partner of that country stands to an instance of this center.
    pub(crate) fn standing(self, country: Option<Country>) -> Standing {
        match (self, country) {
            (Center::All, _) => Standing::In,
            (Center::Country(center), Some(country)) if center == country => Standing::In,
            (Center::Country(_), Some(_)) => Standing::Out,
            (Center::Country(_), None) | (Center::Unknown, _) => Standing::Maybe,
        }
    }
}
