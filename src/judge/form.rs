//! The linear form: what each partner's values add to it, and its interval for every instance.
//!
//! Verdicts, what is missing, limits and the numbers of a finding are all read off `entries`.

use super::instance::{Center, Grouping, Instance, Standing};
use super::range::{Net, Range};
use super::truth::Truth;
use super::world::World;
use crate::rulebook::model::{Each, Entity, Linear, Measured, Of, Quantity, Side};
use crate::value::{Currency, Exact};

/// A linear form of a rule in one world.
#[derive(Clone, Copy)]
pub(crate) struct Form<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) linear: &'a Linear,
    pub(crate) grouping: Grouping,
    pub(crate) currency: Currency,
}

/// A value that a form reads, with its net factor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    /// The partner whose value it is, or the proposal's own.
    pub(crate) who: Option<usize>,
    pub(crate) quantity: Quantity,
    pub(crate) net: Net,
}

impl<'a> Form<'a> {
    /// What a partner of that standing adds, each of his values once.
    pub(crate) fn entries(&self, partner: usize, standing: Standing) -> impl Iterator<Item = Entry> + use<'a> {
        let form = *self;
        self.linear.entities.iter().map(move |entity| {
            let mut entry = Entry { who: Some(partner), quantity: entity.quantity, net: Net::ZERO };
            for side in form.sides(entity) {
                entry.net.add(side.factor, form.membership(side, partner, standing));
            }
            entry
        })
    }

    fn sides(&self, entity: &'a Entity) -> impl Iterator<Item = &'a Side> {
        let sides = &self.linear.sides;
        entity.sides.iter().filter_map(move |index| sides.get(*index))
    }

    /// Whether a side reads a partner's own values: not where a total stands for all partners.
    pub(crate) fn membership(&self, side: &Side, partner: usize, standing: Standing) -> Truth {
        match side.measured.set() {
            Some(set) if self.world.total_of(&side.measured).is_none() => {
                self.grouping.measures(self.world, set, partner, standing)
            }
            _ => Truth::False,
        }
    }

    /// The proposal's own values that the form reads: totals and answers.
    pub(crate) fn own_entries(&self) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for entity in &self.linear.entities {
            for side in self.sides(entity).filter(|side| self.world.total_of(&side.measured).is_some()) {
                add_own(&mut entries, entity.quantity, side.factor);
            }
        }
        for side in &self.linear.sides {
            if let Measured::OwnAnswer { question } = side.measured {
                add_own(&mut entries, Quantity::Answer(question), side.factor);
            }
        }
        entries
    }

    fn value(&self, entry: &Entry) -> Option<i128> {
        self.world.value(entry.who, entry.quantity, self.currency).ok()
    }

    /// Adds an entry to a range; a value that surely does not count is not read.
    fn add_part(&self, entry: &Entry, range: &mut Range) {
        if !entry.net.is_zero() {
            range.add_times(&entry.net, self.value(entry));
        }
    }

    /// What an entry adds.
    pub(crate) fn part(&self, entry: &Entry) -> Range {
        let mut part = Range::ZERO;
        self.add_part(entry, &mut part);
        part
    }

    /// Whether a partner of that standing is read: surely, maybe or surely not.
    pub(crate) fn reads_of(&self, partner: usize, standing: Standing) -> Truth {
        Truth::any(self.linear.sides.iter().map(|side| self.membership(side, partner, standing)))
    }

    /// What a partner of that standing adds in all; nothing where he is surely not read.
    fn share(&self, partner: usize, standing: Standing) -> Option<Range> {
        let mut memberships = self.linear.sides.iter().map(|side| self.membership(side, partner, standing));
        let first_read = memberships.find(|membership| *membership != Truth::False)?;
        let is_unsure = first_read == Truth::Unknown || memberships.any(|membership| membership == Truth::Unknown);
        let mut sum = Range { unsure: i32::from(is_unsure), ..Range::ZERO };
        for entry in self.entries(partner, standing) {
            self.add_part(&entry, &mut sum);
        }
        Some(sum)
    }

    /// Whether a value of the partner is read at all, be its net factor 0.
    fn reads(&self, entity: &'a Entity, partner: usize, standing: Standing) -> bool {
        self.sides(entity).any(|side| self.membership(side, partner, standing) != Truth::False)
    }

    /// Whether the form converts a value of the partner.
    pub(crate) fn converts(&self, partner: usize, standing: Standing) -> bool {
        let converts = |entity: &&Entity| {
            self.reads(entity, partner, standing)
                && self.world.is_converted(Some(partner), entity.quantity, self.currency)
        };
        self.linear.entities.iter().any(|entity| converts(&entity))
    }

    /// Adds what partners that may be added add: one stands for any number of them.
    fn add_additions(&self, range: &mut Range) {
        if !self.world.may_grow {
            return;
        }
        for entity in &self.linear.entities {
            let mut net = Net::ZERO;
            for side in self.sides(entity).filter(|side| self.world.total_of(&side.measured).is_none()) {
                if let Some(set) = side.measured.set() {
                    net.add(side.factor, self.grouping.takes_additions(self.world, set));
                }
            }
            range.add_times(&net, None);
        }
    }

    /// Whether who may be added could change the form.
    pub(crate) fn hangs_on_additions(&self) -> bool {
        let mut additions = Range::ZERO;
        self.add_additions(&mut additions);
        additions.endless_low > 0 || additions.endless_high > 0
    }

    /// What hangs on no partner: the constant and the proposal's own values.
    fn fixed(&self) -> Range {
        let mut fixed = Range::at(Exact::new(self.linear.constant));
        for entry in self.own_entries() {
            self.add_part(&entry, &mut fixed);
        }
        fixed
    }

    /// Whether a partner of another country adds nothing: all sets are of the instance's country.
    fn is_of_country(&self) -> bool {
        let is_narrow = |set| self.grouping.narrows_to_country(set);
        self.linear.sides.iter().all(|side| side.measured.set().is_none_or(is_narrow))
    }

    /// Whether only the group's own values are summed, and the group is one partner.
    pub(crate) fn reads_own_only(&self) -> bool {
        self.grouping.each == Each::Partner
            && self.linear.sides.iter().all(|side| side.measured.set().is_none_or(|set| set.of == Of::Group))
    }

    /// The sums from which the interval of every instance follows, in one pass over the partners.
    pub(crate) fn tally(self, with_additions: bool) -> Tally<'a> {
        let mut tally = Tally {
            form: self,
            narrow: self.is_of_country(),
            fixed: self.fixed(),
            whole: Range::ZERO,
            outside: Range::ZERO,
            adrift: Range::ZERO,
            maybe: Range::ZERO,
            countries: Vec::new(),
        };
        if with_additions {
            self.add_additions(&mut tally.fixed);
        }
        if !self.linear.sides.is_empty() && !self.reads_own_only() {
            tally.add_partners();
        }
        tally
    }
}

/// A form's sums over all partners, by how they stand to an instance.
pub(crate) struct Tally<'a> {
    pub(crate) form: Form<'a>,
    /// Constants, the proposal's own values, additions.
    fixed: Range,
    /// Whether partners of other countries add nothing.
    narrow: bool,
    /// Everyone as a member: the one group of `each: proposal`.
    whole: Range,
    /// Everyone of a known country as one of another.
    outside: Range,
    /// Everyone without a known country.
    adrift: Range,
    /// Everyone as maybe of the country.
    maybe: Range,
    /// For each known country its partners: as those of it, and as those of another.
    countries: Vec<(Range, Range)>,
}

impl Tally<'_> {
    fn add_partners(&mut self) {
        if self.form.grouping.each != Each::Proposal {
            self.countries = vec![(Range::ZERO, Range::ZERO); self.form.world.countries.len()];
        }
        for partner in self.form.world.indices() {
            if self.form.grouping.each == Each::Proposal {
                add(&mut self.whole, &self.form.share(partner, Standing::In));
            } else {
                self.add_by_country(partner);
            }
        }
    }

    fn add_by_country(&mut self, partner: usize) {
        let form = self.form;
        let slot = form.world.country(partner).and_then(|country| form.world.slot(country));
        // Where every country is known, nobody is maybe of one.
        let maybe = if form.world.knows_countries { None } else { form.share(partner, Standing::Maybe) };
        add(&mut self.maybe, &maybe);
        match slot.and_then(|slot| self.countries.get_mut(slot)) {
            Some((all_inside, all_outside)) => {
                add(all_inside, &form.share(partner, Standing::In));
                let outside = if self.narrow { None } else { form.share(partner, Standing::Out) };
                add(all_outside, &outside);
                add(&mut self.outside, &outside);
            }
            None => add(&mut self.adrift, &maybe),
        }
    }

    /// The form's interval for an instance; in another currency only where nothing but the own
    /// partner's values are summed.
    pub(crate) fn at(&self, instance: &Instance, currency: Currency) -> Range {
        let mut range = self.fixed;
        if !self.form.reads_own_only() {
            self.add_others(instance, &mut range);
        }
        if let Some(own) = instance.own {
            self.correct_own(instance, own, currency, &mut range);
        }
        range
    }

    fn add_others(&self, instance: &Instance, range: &mut Range) {
        match instance.center {
            Center::All => range.add(&self.whole),
            Center::Unknown => range.add(&self.maybe),
            Center::Country(country) => {
                range.add(&self.outside);
                range.add(&self.adrift);
                let slot = self.form.world.slot(country);
                if let Some((inside, outside)) = slot.and_then(|slot| self.countries.get(slot)) {
                    range.subtract(outside);
                    range.add(inside);
                }
            }
        }
    }

    /// The partner whose own it is counts as that, no longer as any other.
    fn correct_own(&self, instance: &Instance, own: usize, currency: Currency, range: &mut Range) {
        add(range, &Form { currency, ..self.form }.share(own, Standing::Own));
        if !self.form.reads_own_only() {
            let standing = instance.center.standing(self.form.world.country(own));
            self.form.share(own, standing).iter().for_each(|other| range.subtract(other));
        }
    }
}

/// Adds what there is to add.
fn add(range: &mut Range, part: &Option<Range>) {
    part.iter().for_each(|part| range.add(part));
}

/// Adds a factor to the net factor of one of the proposal's own values.
fn add_own(entries: &mut Vec<Entry>, quantity: Quantity, factor: Exact) {
    if let Some(entry) = entries.iter_mut().find(|entry| entry.quantity == quantity) {
        return entry.net.add(factor, Truth::True);
    }
    let mut net = Net::ZERO;
    net.add(factor, Truth::True);
    entries.push(Entry { who: None, quantity, net });
}
