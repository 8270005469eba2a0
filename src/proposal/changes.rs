//! What edits changed of what can be read of a proposal.

use super::reading::{Partner, Reading};

/// A set of fields, of the proposal and of its partners alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct FieldSet(u16);

impl FieldSet {
    pub(crate) const NONE: FieldSet = FieldSet(0);
    pub(crate) const STRAND: FieldSet = FieldSet(1);
    /// The duration, the start and the end.
    pub(crate) const DATES: FieldSet = FieldSet(1 << 1);
    pub(crate) const SUBMITTED: FieldSet = FieldSet(1 << 2);
    pub(crate) const NAME: FieldSet = FieldSet(1 << 3);
    pub(crate) const REGION: FieldSet = FieldSet(1 << 4);
    pub(crate) const TYPE: FieldSet = FieldSet(1 << 5);
    pub(crate) const SIZE: FieldSet = FieldSet(1 << 6);
    pub(crate) const ROLE: FieldSet = FieldSet(1 << 7);
    pub(crate) const LABELS: FieldSet = FieldSet(1 << 8);
    pub(crate) const GRANT: FieldSet = FieldSet(1 << 9);
    pub(crate) const COSTS: FieldSet = FieldSet(1 << 10);
    pub(crate) const CONTRIBUTIONS: FieldSet = FieldSet(1 << 11);
    pub(crate) const ANSWERS: FieldSet = FieldSet(1 << 12);

    pub(crate) fn and(self, other: FieldSet) -> FieldSet {
        FieldSet(self.0 | other.0)
    }

    pub(crate) fn meets(self, other: FieldSet) -> bool {
        self.0 & other.0 != 0
    }

    /// Those of the fields that differ.
    fn of(differing: impl IntoIterator<Item = (FieldSet, bool)>) -> FieldSet {
        differing
            .into_iter()
            .filter(|(_, differs)| *differs)
            .fold(FieldSet::NONE, |fields, (field, _)| fields.and(field))
    }
}

/// What changed since a proposal was judged.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Changes {
    /// Something changed that everything may hang on: who the partners are, a country, a currency.
    pub(crate) everything: bool,
    pub(crate) fields: FieldSet,
    /// Whether the proposal's own fields changed.
    pub(crate) head: bool,
    /// The partners whose fields changed.
    pub(crate) partners: Vec<usize>,
}

impl Changes {
    pub(crate) fn add_head(&mut self, before: &Reading, now: &Reading) {
        self.head = true;
        self.add(before.differing_head(now));
    }

    pub(crate) fn add_partner(&mut self, index: usize, before: &Partner, now: &Partner) {
        if !self.partners.contains(&index) {
            self.partners.push(index);
        }
        self.add(before.differing(now));
    }

    fn add(&mut self, fields: Option<FieldSet>) {
        match fields {
            Some(fields) => self.fields = self.fields.and(fields),
            None => self.everything = true,
        }
    }
}

impl Reading {
    /// Which of the proposal's own fields differ; `None` where everything may hang on them.
    fn differing_head(&self, other: &Reading) -> Option<FieldSet> {
        let is_alike = self.is_object == other.is_object
            && self.currency == other.currency
            && self.default_currency == other.default_currency
            && self.totals == other.totals;
        is_alike.then(|| {
            let days = self.start != other.start || self.end != other.end;
            FieldSet::of([
                (FieldSet::STRAND, self.strand != other.strand),
                (FieldSet::DATES, self.months != other.months || days),
                (FieldSet::SUBMITTED, self.submitted != other.submitted),
                (FieldSet::ANSWERS, self.answers != other.answers),
            ])
        })
    }
}

impl Partner {
    /// Which fields differ; `None` where everything may hang on them.
    fn differing(&self, other: &Partner) -> Option<FieldSet> {
        let is_alike = self.state == other.state
            && self.country == other.country
            && self.currency == other.currency
            && self.effective_currency == other.effective_currency;
        is_alike.then(|| {
            FieldSet::of([
                (FieldSet::NAME, self.name != other.name),
                (FieldSet::REGION, self.region != other.region),
                (FieldSet::TYPE, self.kind != other.kind),
                (FieldSet::SIZE, self.size != other.size),
                (FieldSet::ROLE, self.role != other.role),
                (FieldSet::LABELS, self.labels != other.labels),
                (FieldSet::SUBMITTED, self.submitted != other.submitted),
                (FieldSet::GRANT, self.amounts.grant != other.amounts.grant),
                (FieldSet::COSTS, self.amounts.costs != other.amounts.costs),
                (FieldSet::CONTRIBUTIONS, self.amounts.contributions != other.amounts.contributions),
                (FieldSet::ANSWERS, self.answers != other.answers),
            ])
        })
    }
}
