//! Which bounds limit which fields, read off the same linear form as the verdict.

use super::atom::{Measured, PreparedAtom, PreparedBound, PreparedSum, duration_bounds};
use super::counted::{Counted, Worst};
use super::edges::{FieldEdge, Limiting, Scale, solve};
use super::findings::is_money_written;
use super::form::{Entry, Form};
use super::instance::{Grouping, Instance, Standing};
use super::place::{Part, Place};
use super::range::Range;
use super::truth::Truth;
use super::world::World;
use crate::proposal::Field;
use crate::rulebook::model::{CountBound, DateField, Each, Op, Quantity};
use crate::value::{Date, Duration, DurationBound, Edge, Exact, Moment};

impl Grouping {
    /// Whether every listed partner is surely in or out of an instance's group.
    pub(crate) fn is_sure(self, world: &World<'_>, instance: &Instance) -> bool {
        self.each == Each::Partner
            || world.decides(self.filter) && (self.each == Each::Proposal || world.knows_countries)
            || world
                .indices()
                .all(|partner| self.holds(world, partner, instance.standing(world, partner)) != Truth::Unknown)
    }
}

/// What the bounds of one rule limit.
#[derive(Debug, Clone, Default)]
pub(crate) struct RuleLimits(pub(crate) Vec<FieldEdge>);

impl RuleLimits {
    /// A bound reads the field, whether or not it limits it.
    fn read(&mut self, place: Place, scale: Scale) {
        self.0.push(FieldEdge { place, scale, limiting: None });
    }

    fn limit(&mut self, place: Place, scale: Scale, limiting: Limiting) {
        self.0.push(FieldEdge { place, scale, limiting: Some(limiting) });
    }

    /// The bounds of an atom of an error rule, for the instances whose condition and group are sure.
    pub(crate) fn add_atom(&mut self, atom: &PreparedAtom<'_>, instances: &[Instance]) {
        match &atom.measured {
            Measured::Sum(sum) => {
                for bound in &sum.bounds {
                    if let Some(form) = bound.difference() {
                        let slack = sum.slack(form.linear);
                        self.add_bound(&Bound { op: bound.op(), slack, sum, bound, form }, instances);
                    }
                }
            }
            Measured::Months { bounds } if !instances.is_empty() => self.add_months(atom.world, bounds),
            Measured::Date { field, bounds } => {
                for instance in instances {
                    self.add_dates(atom, *field, bounds, instance);
                }
            }
            Measured::Months { .. } | Measured::Countries { .. } | Measured::Attribute { .. } => {}
        }
    }

    fn add_bound(&mut self, bound: &Bound<'_, '_>, instances: &[Instance]) {
        let mut counted = Counted::default();
        for instance in instances {
            let range = bound.sum.difference(bound.bound, instance);
            if range.unsure > 0 {
                continue;
            }
            counted.add(instance, range);
            if let Some(own) = instance.own {
                let form = Form { currency: bound.sum.currency(instance), ..bound.form };
                self.add_entries(&form, form.entries(own, Standing::Own), &Worst::one(range), bound);
            }
        }
        // Where only the own partner's values are summed, no instance reads another's.
        let others = bound.form.world.indices().filter(|_| !counted.is_empty() && !bound.form.reads_own_only());
        for partner in others {
            for (standing, worst) in counted.worst_for(&bound.form, partner) {
                self.add_entries(&bound.form, bound.form.entries(partner, standing), &worst, bound);
            }
        }
        if let Some(worst) = counted.worst() {
            self.add_entries(&bound.form, bound.form.own_entries(), &worst, bound);
        }
    }

    fn add_entries(
        &mut self,
        form: &Form<'_>,
        entries: impl IntoIterator<Item = Entry>,
        worst: &Worst,
        bound: &Bound<'_, '_>,
    ) {
        for entry in entries {
            let factor = entry.net.low;
            let Some(place) = field_of(form, &entry).filter(|_| !factor.is_zero()) else { continue };
            let scale = Scale::Amount(form.currency);
            self.read(place, scale);
            for edge in bound.edges(worst, factor, form.part(&entry)) {
                self.limit(place, scale, edge);
            }
        }
    }

    fn add_months(&mut self, world: &World<'_>, bounds: &[CountBound]) {
        for bound in bounds.iter().flat_map(duration_bounds) {
            self.add_duration(world, bound);
        }
    }

    fn add_duration(&mut self, world: &World<'_>, bound: DurationBound) {
        let reading = world.reading;
        let (start, end) = (&reading.start, &reading.end);
        if !(start.is_written() && end.is_written()) {
            self.limit(Place::Own(Part::Months), Scale::Months, edge_of_months(bound));
        }
        if reading.months.is_written() {
            return;
        }
        if let Field::Given(start) = *start {
            self.add_day(Place::Own(Part::End), bound.edge_of_end(start), |beyond| {
                Duration::between(start, beyond).is_some()
            });
        }
        if let Field::Given(end) = *end {
            self.add_day(Place::Own(Part::Start), bound.edge_of_start(end), |beyond| {
                Duration::between(beyond, end).is_some()
            });
        }
    }

    /// No limit where the day beyond would break no bound, since it gives no duration.
    fn add_day(&mut self, place: Place, edge: Edge, gives_duration: impl Fn(Date) -> bool) {
        self.read(place, Scale::Days);
        let (day, beyond) = match edge {
            Edge::Earliest(day) => (day, day.plus_days(-1)),
            Edge::Latest(day) => (day, day.plus_days(1)),
        };
        if day.can_be_written() && gives_duration(beyond) {
            self.limit(place, Scale::Days, limiting(edge));
        }
    }

    fn add_dates(&mut self, atom: &PreparedAtom<'_>, field: DateField, bounds: &[(Op, Moment)], instance: &Instance) {
        for place in date_places(atom, field, instance) {
            for (op, bound) in bounds.iter().filter(|(_, bound)| !bound.is_instant()) {
                self.add_day(place, edge_of_date(*op, bound), |_| true);
            }
        }
    }
}

/// A bound of a sum, and what an edge is computed with.
struct Bound<'s, 'w> {
    op: Op,
    slack: Exact,
    sum: &'s PreparedSum<'w>,
    bound: &'s PreparedBound<'w>,
    form: Form<'w>,
}

impl Bound<'_, '_> {
    /// The edges of a value whose part is taken out of the form's range.
    fn edges(&self, worst: &Worst, factor: Exact, part: Range) -> impl Iterator<Item = Limiting> + use<> {
        let Worst { mut low, mut high } = *worst;
        low.subtract(&part);
        high.subtract(&part);
        let (lower, upper) = (low.lower(), high.upper());
        let below = |slack: Exact, is_strict| lower.map(|lower| solve(lower.minus(slack), factor, is_strict));
        let above = |slack: Exact, is_strict| {
            upper.map(|upper| solve(upper.plus(slack).negated(), factor.negated(), is_strict))
        };
        let none = Exact::ZERO;
        let edges = match self.op {
            Op::Max => [below(none, false), None],
            Op::Below => [below(none, true), None],
            Op::Min => [above(none, false), None],
            Op::Above => [above(none, true), None],
            Op::Is | Op::In | Op::Within => [below(self.slack, false), above(self.slack, false)],
        };
        edges.into_iter().flatten()
    }
}

/// The field of an amount, where no conversion stands between it and the bound.
fn field_of(form: &Form<'_>, entry: &Entry) -> Option<Place> {
    let part = match entry.quantity {
        Quantity::Grant => Part::Grant,
        Quantity::Cost(key) => Part::Costs(Some(key)),
        Quantity::Contribution(key) => Part::Contributions(Some(key)),
        Quantity::One | Quantity::Answer(_) => return None,
    };
    let amounts = match entry.who {
        None => &form.world.reading.totals,
        Some(partner) => &form.world.partner(partner)?.amounts,
    };
    let has_field = part == Part::Grant || is_money_written(amounts, part);
    let in_currency = form.world.currency_of(entry.who) == Some(form.currency);
    (has_field && in_currency).then_some(Place::of(entry.who, part))
}

fn edge_of_months(bound: DurationBound) -> Limiting {
    let one = Exact::new(1);
    match bound {
        DurationBound::AtLeast(months) => Limiting::Lowest(Exact::new(months)),
        DurationBound::AtMost(months) => Limiting::Highest(Exact::new(months)),
        DurationBound::Above(months) => Limiting::Lowest(Exact::new(months).plus(one)),
        DurationBound::Below(months) => Limiting::Highest(Exact::new(months).minus(one)),
    }
}

fn edge_of_date(op: Op, bound: &Moment) -> Edge {
    match op {
        Op::Min => Edge::Earliest(bound.date),
        Op::Above => Edge::Earliest(bound.date.plus_days(1)),
        Op::Below => Edge::Latest(bound.date.plus_days(-1)),
        _ => Edge::Latest(bound.date),
    }
}

fn limiting(edge: Edge) -> Limiting {
    match edge {
        Edge::Earliest(day) => Limiting::Lowest(Exact::new(day.day_number().into())),
        Edge::Latest(day) => Limiting::Highest(Exact::new(day.day_number().into())),
    }
}

/// The fields that a date atom reads: a partner's own day of filing, and the proposal's where he files by it.
fn date_places(atom: &PreparedAtom<'_>, field: DateField, instance: &Instance) -> impl Iterator<Item = Place> + use<> {
    let partner = atom.who_is_asked(instance);
    let places = match (field, partner) {
        (DateField::Start, _) => [Some(Place::Own(Part::Start)), None],
        (DateField::End, _) => [Some(Place::Own(Part::End)), None],
        (DateField::Submitted, None) => [Some(Place::Own(Part::Submitted)), None],
        (DateField::Submitted, Some(partner)) if atom.world.is_unreadable(partner) => [None, None],
        (DateField::Submitted, Some(partner)) => {
            let files_by_proposal = atom.world.partner(partner).is_some_and(|partner| !partner.submitted.is_written());
            let own = Place::Of(partner, Some(Part::Submitted));
            [files_by_proposal.then_some(Place::Own(Part::Submitted)), Some(own)]
        }
    };
    places.into_iter().flatten()
}
