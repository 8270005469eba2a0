//! A proposal as one judgement sees it: closed or still growing, with a table of rates.

use super::memberships::Memberships;
use super::place::{Gap, Part, Place};
use super::truth::Truth;
use crate::proposal::{Changes, Field, Partner, Reading, State};
use crate::report::Reason;
use crate::rulebook::model::{Filter, FilterId, Kind, Measured, Model, QuestionKind};
use crate::value::{Country, Currency, Duration, Rates};

/// What is judged by what.
#[derive(Clone, Copy)]
pub(crate) struct Matter<'a> {
    pub(crate) model: &'a Model,
    pub(crate) reading: &'a Reading,
    pub(crate) rates: Option<&'a Rates>,
}

pub(crate) struct World<'a> {
    pub(crate) model: &'a Model,
    pub(crate) reading: &'a Reading,
    /// The listed partners; none where the list is not known.
    pub(crate) partners: &'a [Partner],
    /// Whether what has a default in a closed proposal is unknown here.
    pub(crate) is_draft: bool,
    /// Whether partners may be added, or nobody knows them.
    pub(crate) may_grow: bool,
    /// Whether every listed partner's country is known.
    pub(crate) knows_countries: bool,
    /// The countries known, in the order of their first partners.
    pub(crate) countries: Vec<Country>,
    /// The duration, where it is known.
    pub(crate) duration: Option<Duration>,
    pub(super) rates: Option<&'a Rates>,
    /// The currencies that amounts may stand in, where there are rates to convert them.
    convertible: Vec<Currency>,
    memberships: Memberships,
}

impl<'a> World<'a> {
    pub(crate) fn new(matter: Matter<'a>, is_draft: bool) -> World<'a> {
        let mut world = World::without_memberships(matter, is_draft);
        let ask = |partner: usize, filter: &Filter| world.filter_truth(partner, filter);
        world.memberships = Memberships::of(&matter.model.filters, world.partners.len(), &ask);
        world
    }

    /// One whose filters nobody asked yet.
    fn without_memberships(matter: Matter<'a>, is_draft: bool) -> World<'a> {
        let Matter { model, reading, rates } = matter;
        let listed = reading.partners.given();
        let mut world = World {
            model,
            reading,
            partners: listed.map_or(&[], Vec::as_slice),
            is_draft,
            may_grow: is_draft || listed.is_none(),
            knows_countries: listed
                .is_none_or(|partners| partners.iter().all(|partner| partner.country.given().is_some())),
            countries: Vec::new(),
            duration: None,
            rates,
            convertible: Vec::new(),
            memberships: Memberships::default(),
        };
        world.countries = distinct(world.indices().filter_map(|partner| world.country(partner)));
        world.duration = world.duration_or_gaps().ok();
        if rates.is_some() {
            world.convertible = distinct(world.written_currencies());
        }
        world
    }

    /// The world after an edit that left the partners, their countries and currencies as they were,
    /// and for each filter whether what hangs on it may have changed.
    pub(crate) fn renewed(
        matter: Matter<'a>,
        is_draft: bool,
        mut memberships: Memberships,
        changes: &Changes,
    ) -> (World<'a>, Vec<bool>) {
        let world = World::without_memberships(matter, is_draft);
        let ask = |partner: usize, filter: &Filter| world.filter_truth(partner, filter);
        let filters = &matter.model.filters;
        let filters = match changes.head {
            true => memberships.renew(filters, changes.fields, world.indices(), &ask),
            false => memberships.renew(filters, changes.fields, changes.partners.iter().copied(), &ask),
        };
        (World { memberships, ..world }, filters)
    }

    pub(crate) fn into_memberships(self) -> Memberships {
        self.memberships
    }

    /// The currencies of all partners, of the proposal and of the questions that name one.
    fn written_currencies(&self) -> impl Iterator<Item = Currency> {
        let of_partners = self.indices().filter_map(|partner| self.currency_of(Some(partner)));
        let of_questions = self.model.vocabulary.questions.iter().filter_map(|question| match question.kind {
            QuestionKind::Money(named) => named,
            _ => None,
        });
        of_partners.chain(self.reading.default_currency).chain(of_questions)
    }

    /// Whether any amount could be converted to a currency.
    pub(crate) fn may_convert(&self, to: Currency) -> bool {
        self.convertible.iter().any(|written_in| *written_in != to)
    }

    /// The place of a country among those known.
    pub(crate) fn slot(&self, country: Country) -> Option<usize> {
        self.countries.iter().position(|known| *known == country)
    }

    pub(crate) fn indices(&self) -> std::ops::Range<usize> {
        0..self.partners.len()
    }

    /// Whether the partner matches a filter; everyone matches none.
    pub(crate) fn matches(&self, filter: Option<FilterId>, partner: usize) -> Truth {
        filter.map_or(Truth::True, |filter| self.memberships.truth(filter, partner))
    }

    /// Whether it is known of every partner if he matches the filter.
    pub(crate) fn decides(&self, filter: Option<FilterId>) -> bool {
        filter.is_none() || self.memberships.decides_all()
    }

    pub(crate) fn partner(&self, index: usize) -> Option<&'a Partner> {
        self.partners.get(index)
    }

    pub(crate) fn country(&self, partner: usize) -> Option<Country> {
        self.partner(partner)?.country.given().copied()
    }

    /// Why a field is not known.
    pub(crate) fn gap<T>(&self, who: Option<usize>, field: &Field<T>, part: Part) -> Gap {
        if let Some(partner) = who.filter(|partner| self.is_unreadable(*partner)) {
            return Gap::new(Place::Of(partner, None), Reason::Invalid);
        }
        let reason = if field.is_written() { Reason::Invalid } else { Reason::NotGiven };
        Gap::new(Place::of(who, part), reason)
    }

    pub(crate) fn is_unreadable(&self, partner: usize) -> bool {
        self.partner(partner).is_none_or(|partner| partner.state == State::Unreadable)
    }

    /// The currency that the amounts stand in, where it is readable.
    pub(crate) fn currency_of(&self, who: Option<usize>) -> Option<Currency> {
        match who {
            None => self.reading.default_currency,
            Some(partner) => self.partner(partner)?.effective_currency,
        }
    }

    /// The kind whose total stands for this set, which is all partners.
    pub(crate) fn total_of(&self, measured: &Measured) -> Option<Kind> {
        let Measured::Money { kind, set, .. } = measured else { return None };
        (set.is_all && self.has_total(*kind)).then_some(*kind)
    }

    /// Whether the proposal gives a total of that kind, be it unreadable.
    pub(crate) fn has_total(&self, kind: Kind) -> bool {
        let totals = &self.reading.totals;
        match kind {
            Kind::Grant => totals.grant.is_written(),
            Kind::Cost => totals.costs.is_written(),
            Kind::Contribution => totals.contributions.is_written(),
        }
    }
}

/// Each once, in the order of first appearance.
fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut known = Vec::new();
    for item in items {
        if !known.contains(&item) {
            known.push(item);
        }
    }
    known
}
