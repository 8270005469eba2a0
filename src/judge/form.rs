//! The linear form: what each partner's values add to it, and its interval for every instance.
//!
//! Verdicts, what is missing, limits and the numbers of a finding are all read off `entries`.

use super::instance::{Center, Grouping, Instance, Standing};
use super::range::{Net, Range};
use super::truth::Truth;
use super::world::World;
use crate::rulebook::model::{Each, Entity, Linear, Measured, Of, Quantity, Set, Side};
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
            let net = form
                .sides(entity)
                .fold(Net::ZERO, |net, side| net.plus(side.factor, form.membership(side, partner, standing)));
            Entry { who: Some(partner), quantity: entity.quantity, net }
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
            let totals = self.sides(entity).filter(|side| self.world.total_of(&side.measured).is_some());
            let net = totals
                .fold(None, |net: Option<Net>, side| Some(net.unwrap_or(Net::ZERO).plus(side.factor, Truth::True)));
            entries.extend(net.map(|net| Entry { who: None, quantity: entity.quantity, net }));
        }
        for side in &self.linear.sides {
            let Measured::OwnAnswer { question } = side.measured else { continue };
            let quantity = Quantity::Answer(question);
            match entries.iter_mut().find(|entry| entry.quantity == quantity) {
                Some(entry) => entry.net = entry.net.plus(side.factor, Truth::True),
                None => entries.push(Entry { who: None, quantity, net: Net::ZERO.plus(side.factor, Truth::True) }),
            }
        }
        entries
    }

    pub(crate) fn value(&self, entry: &Entry) -> Option<i128> {
        self.world.value(entry.who, entry.quantity, self.currency).ok()
    }

    /// What an entry adds; a value that surely does not count is not read.
    pub(crate) fn part(&self, entry: &Entry) -> Range {
        if entry.net.is_zero() { Range::ZERO } else { entry.net.times(self.value(entry)) }
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
        let sum = self.entries(partner, standing).fold(Range::ZERO, |sum, entry| sum.plus(self.part(&entry)));
        Some(Range { unsure: i32::from(is_unsure), ..sum })
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

    /// What partners that may be added add: one stands for any number of them.
    fn additions(&self) -> Range {
        let net = |entity: &'a Entity| {
            self.sides(entity).fold(Net::ZERO, |net, side| match side.measured.set() {
                Some(set) if self.world.total_of(&side.measured).is_none() => {
                    net.plus(side.factor, self.grouping.takes_additions(self.world, set))
                }
                _ => net,
            })
        };
        self.linear.entities.iter().fold(Range::ZERO, |sum, entity| sum.plus(net(entity).times(None)))
    }

    /// Whether who may be added could change the form.
    pub(crate) fn hangs_on_additions(&self) -> bool {
        let additions = self.additions();
        additions.endless_low > 0 || additions.endless_high > 0
    }

    fn constant(&self) -> Range {
        let own = self.own_entries().iter().fold(Range::ZERO, |sum, entry| sum.plus(self.part(entry)));
        own.plus(Range::at(Exact::new(self.linear.constant)))
    }

    /// Whether a partner of another country adds nothing: all sets are of the instance's country.
    fn is_of_country(&self) -> bool {
        let is_narrow =
            |set: &Set| set.of == Of::Country || (set.of == Of::Group && self.grouping.each == Each::Country);
        self.linear.sides.iter().all(|side| side.measured.set().is_none_or(is_narrow))
    }

    /// Whether only the group's own values are summed, and the group is one partner.
    pub(crate) fn reads_own_only(&self) -> bool {
        self.grouping.each == Each::Partner
            && self.linear.sides.iter().all(|side| side.measured.set().is_none_or(|set| set.of == Of::Group))
    }

    /// The sums from which the interval of every instance follows, in one pass over the partners.
    pub(crate) fn tally(self, with_additions: bool) -> Tally<'a> {
        let additions = if with_additions { self.additions() } else { Range::ZERO };
        let mut tally = Tally {
            form: self,
            narrow: self.is_of_country(),
            fixed: self.constant().plus(additions),
            whole: Range::ZERO,
            outside: Range::ZERO,
            adrift: Range::ZERO,
            maybe: Range::ZERO,
            countries: Vec::new(),
        };
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
                self.whole.add(self.form.share(partner, Standing::In));
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
        self.maybe.add(maybe);
        match slot.and_then(|slot| self.countries.get_mut(slot)) {
            Some((all_inside, all_outside)) => {
                all_inside.add(form.share(partner, Standing::In));
                let outside = if self.narrow { None } else { form.share(partner, Standing::Out) };
                all_outside.add(outside);
                self.outside.add(outside);
            }
            None => self.adrift.add(maybe),
        }
    }

    /// The form's interval for an instance; in another currency only where nothing but the own
    /// partner's values are summed.
    pub(crate) fn at(&self, instance: &Instance, currency: Currency) -> Range {
        let others = match instance.center {
            _ if self.form.reads_own_only() => Range::ZERO,
            Center::All => self.whole,
            Center::Unknown => self.maybe,
            Center::Country(country) => {
                let slot = self.form.world.slot(country);
                let (inside, outside) =
                    slot.and_then(|slot| self.countries.get(slot)).copied().unwrap_or((Range::ZERO, Range::ZERO));
                self.outside.minus(outside).plus(inside).plus(self.adrift)
            }
        };
        self.fixed
            .plus(others)
            .plus(instance.own.map_or(Range::ZERO, |own| self.own_correction(instance, own, currency)))
    }

    /// The partner whose own it is counts as that, no longer as any other.
    fn own_correction(&self, instance: &Instance, own: usize, currency: Currency) -> Range {
        let share = Form { currency, ..self.form }.share(own, Standing::Own).unwrap_or(Range::ZERO);
        if self.form.reads_own_only() {
            return share;
        }
        let standing = instance.center.standing(self.form.world.country(own));
        self.form.share(own, standing).map_or(share, |other| share.minus(other))
    }
}
