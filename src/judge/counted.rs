//! The instances whose bound limits a field, and the ranges among them that leave it least room.

use super::form::Form;
use super::instance::{Center, Instance, Standing};
use super::range::Range;
use super::truth::Truth;

/// The ranges that leave a value least room: below it the greatest lower end, above it the least upper end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Worst {
    pub(super) low: Range,
    pub(super) high: Range,
}

impl Worst {
    pub(super) fn one(range: Range) -> Worst {
        Worst { low: range, high: range }
    }

    fn and(self, other: Worst) -> Worst {
        Worst { low: greater_low(self.low, other.low), high: lesser_high(self.high, other.high) }
    }
}

/// What draws an end to infinity draws it beyond every number.
fn greater_low(a: Range, b: Range) -> Range {
    let key = |range: Range| (std::cmp::Reverse(range.endless_low), range.low);
    if key(b) > key(a) { b } else { a }
}

fn lesser_high(a: Range, b: Range) -> Range {
    let key = |range: Range| (range.endless_high, range.high);
    if key(b) < key(a) { b } else { a }
}

/// The range of an instance, and the partner whose own it is.
type OwnRange = (Option<usize>, Range);

/// The counted instances by their center, each with the two worst ranges of different partners' own.
#[derive(Default)]
pub(super) struct Counted {
    centers: Vec<(Center, Vec<OwnRange>)>,
}

impl Counted {
    pub(super) fn is_empty(&self) -> bool {
        self.centers.is_empty()
    }

    fn ranges_of(&mut self, center: Center) -> Option<&mut Vec<OwnRange>> {
        if !self.centers.iter().any(|(known, _)| *known == center) {
            self.centers.push((center, Vec::new()));
        }
        self.centers.iter_mut().find(|(known, _)| *known == center).map(|(_, ranges)| ranges)
    }

    /// More than the worst and the next to it never decides: only a partner's own is left out.
    pub(super) fn add(&mut self, instance: &Instance, range: Range) {
        let Some(worst) = self.ranges_of(instance.center) else { return };
        worst.push((instance.own, range));
        if worst.len() > 4 {
            *worst = two_worst(worst);
        }
    }

    pub(super) fn worst(&self) -> Option<Worst> {
        self.centers.iter().flat_map(|(_, ranges)| ranges).map(|(_, range)| Worst::one(*range)).reduce(Worst::and)
    }

    /// For each standing of a partner in which he is read, the worst of the instances that see him so.
    pub(super) fn worst_for(&self, form: &Form<'_>, partner: usize) -> impl Iterator<Item = (Standing, Worst)> + use<> {
        let country = form.world.country(partner);
        let read = [Standing::Out, Standing::Maybe, Standing::In]
            .map(|standing| (standing, form.reads_of(partner, standing) != Truth::False));
        let is_read = |standing| read.contains(&(standing, true));
        let mut found = read.map(|(standing, _)| (standing, None));
        for (center, instances) in self.centers.iter().filter(|(center, _)| is_read(center.standing(country))) {
            let standing = center.standing(country);
            let others = instances.iter().filter(|(own, _)| *own != Some(partner));
            let worst = others.map(|(_, range)| Worst::one(*range)).reduce(Worst::and);
            for (_, known) in found.iter_mut().filter(|(known, _)| *known == standing) {
                *known = [*known, worst].into_iter().flatten().reduce(Worst::and);
            }
        }
        found.into_iter().filter_map(|(standing, worst)| worst.map(|worst| (standing, worst)))
    }
}

/// The two that reach lowest least and the two that reach highest least.
fn two_worst(ranges: &[OwnRange]) -> Vec<OwnRange> {
    let mut worst = two_first(ranges, |a, b| greater_low(a, b) == a);
    let by_high = two_first(ranges, |a, b| lesser_high(a, b) == a);
    for range in by_high {
        if !worst.contains(&range) {
            worst.push(range);
        }
    }
    worst
}

/// The two that come first; of equals those that stand first.
fn two_first(ranges: &[OwnRange], comes_first: impl Fn(Range, Range) -> bool) -> Vec<OwnRange> {
    let mut first: Vec<OwnRange> = Vec::new();
    for range in ranges {
        let behind = first.iter().take_while(|known| comes_first(known.1, range.1)).count();
        first.insert(behind, *range);
        first.truncate(2);
    }
    first
}
