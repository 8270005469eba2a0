//! How many distinct countries a set of partners has, at least and at most.

use super::instance::{Center, Grouping, Instance, Standing};
use super::range::Range;
use super::truth::Truth;
use super::world::World;
use crate::rulebook::model::Set;
use crate::value::{Country, Exact};

/// The count of countries of a set, for every instance of a rule.
pub(crate) struct CountryTally<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) set: &'a Set,
    pub(crate) grouping: Grouping,
    /// Without the partner whose own an instance is, one for each center.
    spans: Vec<(Center, Range)>,
}

impl<'a> CountryTally<'a> {
    pub(crate) fn new(
        world: &'a World<'a>,
        set: &'a Set,
        grouping: Grouping,
        instances: &[Instance],
    ) -> CountryTally<'a> {
        let mut tally = CountryTally { world, set, grouping, spans: Vec::new() };
        for instance in instances {
            let center = tally.key(instance.center);
            if tally.spanned(center).is_none() {
                let span = tally.span(center);
                tally.spans.push((center, span));
            }
        }
        tally
    }

    fn spanned(&self, center: Center) -> Option<Range> {
        self.spans.iter().find(|(known, _)| *known == center).map(|(_, span)| *span)
    }

    /// A set that no country narrows is the same for all centers.
    fn key(&self, center: Center) -> Center {
        if self.grouping.narrows_to_country(self.set) { center } else { Center::All }
    }

    pub(crate) fn at(&self, instance: &Instance) -> Range {
        let span = self.spanned(self.key(instance.center)).unwrap_or(Range::ZERO);
        let Some(own) = instance.own else { return span };
        match self.grouping.measures(self.world, self.set, own, Standing::Own) {
            Truth::False => span,
            membership => Range {
                low: if membership == Truth::True { span.low.max(Exact::new(1)) } else { span.low },
                high: span.high.max(Exact::new(1)),
                ..span
            },
        }
    }

    /// At least the known countries of the sure members; at most those of all, and one more for
    /// each member without a known country.
    fn span(&self, center: Center) -> Range {
        let (mut sure, mut all) = (Vec::<Country>::new(), Vec::<Country>::new());
        let (mut any_sure, mut adrift, mut unsure) = (false, 0_i128, 0_i32);
        for partner in self.world.indices() {
            let country = self.world.country(partner);
            let membership = self.grouping.measures(self.world, self.set, partner, center.standing(country));
            any_sure |= membership == Truth::True;
            unsure = unsure.saturating_add(i32::from(membership == Truth::Unknown));
            match country {
                _ if membership == Truth::False => {}
                Some(country) => {
                    all.extend(Some(country).filter(|country| !all.contains(country)));
                    sure.extend(Some(country).filter(|country| membership == Truth::True && !sure.contains(country)));
                }
                None => adrift = adrift.saturating_add(1),
            }
        }
        let low = count(sure.len()).max(i128::from(any_sure));
        let high = count(all.len()).saturating_add(adrift);
        let grows = self.grouping.takes_additions(self.world, self.set) != Truth::False;
        Range { low: Exact::new(low), high: Exact::new(high), endless_low: 0, endless_high: i32::from(grows), unsure }
    }
}

fn count(length: usize) -> i128 {
    i128::try_from(length).unwrap_or(i128::MAX)
}
