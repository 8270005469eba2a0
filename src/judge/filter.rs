//! Whether a partner matches a filter, and what that hangs on where it is unknown.
//!
//! An attribute measured by an atom is compared by the same functions.

use super::place::{Gap, Part};
use super::truth::Truth;
use super::world::World;
use crate::proposal::{Answer, Field};
use crate::report::Reason;
use crate::rulebook::model::{Attribute, Choices, Clause, Filter, FilterId, PARTNER_ROLE, Quantity};
use crate::value::{Area, Region};

/// What an attribute is.
#[derive(Debug)]
pub(crate) enum Attributed<'a> {
    One(usize),
    Several(&'a [usize]),
}

/// Collects what an unknown truth waits for.
pub(crate) type Gaps = Vec<Gap>;

impl<'a> World<'a> {
    pub(super) fn filter_truth(&self, partner: usize, filter: &Filter) -> Truth {
        Truth::all(filter.clauses.iter().map(|clause| self.clause(partner, clause, &mut Gaps::new())))
    }

    /// What a filter of unknown truth waits for: its unknown conditions.
    pub(crate) fn filter_gaps(&self, partner: usize, filter: Option<FilterId>, gaps: &mut Gaps) {
        if self.matches(filter, partner) != Truth::Unknown {
            return;
        }
        for clause in filter.and_then(|filter| self.model.filters.get(filter)).map_or(&[][..], |filter| &filter.clauses)
        {
            self.clause(partner, clause, gaps);
        }
    }

    /// A clause of known truth adds no gap.
    fn clause(&self, partner: usize, clause: &Clause, gaps: &mut Gaps) -> Truth {
        match clause {
            Clause::Attribute { attribute, choices, negated } => {
                self.is_one_of(Some(partner), *attribute, choices, gaps).negated_if(*negated)
            }
            Clause::Funded(wanted) => self.is_positive(partner, [Quantity::Grant], gaps).negated_if(!wanted),
            Clause::Contributing(wanted) => {
                let keys = (0..self.model.vocabulary.contributions.len()).map(Quantity::Contribution);
                self.is_positive(partner, keys, gaps).negated_if(!wanted)
            }
        }
    }

    /// Whether one of the partner's amounts is above 0, in whatever currency.
    fn is_positive(&self, partner: usize, quantities: impl IntoIterator<Item = Quantity>, gaps: &mut Gaps) -> Truth {
        let currency = self.currency_of(Some(partner)).unwrap_or(self.model.currency);
        let mut unknown = Gaps::new();
        let truth =
            Truth::any(quantities.into_iter().map(|quantity| match self.value(Some(partner), quantity, currency) {
                Ok(value) => Truth::from(value > 0),
                Err(gap) => {
                    unknown.push(gap);
                    Truth::Unknown
                }
            }));
        if truth == Truth::Unknown {
            gaps.append(&mut unknown);
        }
        truth
    }

    /// Whether an attribute is one of the values, of several whether one of them is.
    pub(crate) fn is_one_of(
        &self,
        who: Option<usize>,
        attribute: Attribute,
        choices: &Choices,
        gaps: &mut Gaps,
    ) -> Truth {
        match choices {
            Choices::Areas(areas) => who.map_or(Truth::Unknown, |partner| self.is_in_areas(partner, areas, gaps)),
            Choices::Indices(indices) => match self.attribute(who, attribute) {
                Ok(Attributed::One(index)) => Truth::from(indices.contains(&index)),
                Ok(Attributed::Several(chosen)) => Truth::from(chosen.iter().any(|index| indices.contains(index))),
                Err(gap) => unknown(gaps, gap),
            },
        }
    }

    /// Whether an attribute of several values has none but those listed.
    pub(crate) fn is_within(
        &self,
        who: Option<usize>,
        attribute: Attribute,
        choices: &Choices,
        gaps: &mut Gaps,
    ) -> Truth {
        let Choices::Indices(indices) = choices else { return Truth::Unknown };
        match self.attribute(who, attribute) {
            Ok(Attributed::One(index)) => Truth::from(indices.contains(&index)),
            Ok(Attributed::Several(chosen)) => Truth::from(chosen.iter().all(|index| indices.contains(index))),
            Err(gap) => unknown(gaps, gap),
        }
    }

    /// An attribute that is a place in a table of names; a country or region has none.
    pub(crate) fn attribute(&self, who: Option<usize>, attribute: Attribute) -> Result<Attributed<'a>, Gap> {
        if attribute == Attribute::Strand {
            return self.one(None, &self.reading.strand, Part::Strand);
        }
        if let Attribute::Answer(question) | Attribute::OwnAnswer(question) = attribute {
            let who = if matches!(attribute, Attribute::Answer(_)) { who } else { None };
            return self.answer(who, question).map(|answer| match answer {
                Answer::One(index) => Attributed::One(*index),
                Answer::Several(chosen) => Attributed::Several(chosen),
                Answer::Count(_) | Answer::Money(_) => Attributed::Several(&[]),
            });
        }
        let Some(partner) = who.and_then(|partner| self.partner(partner)) else {
            return Err(self.gap(who, &Field::<()>::Absent, Part::Type));
        };
        match attribute {
            Attribute::Size => self.one(who, &partner.size, Part::Size),
            Attribute::Role => self.role(who, &partner.role),
            Attribute::Labels => self.labels(who, &partner.labels),
            _ => self.one(who, &partner.kind, Part::Type),
        }
    }

    fn one(&self, who: Option<usize>, field: &Field<usize>, part: Part) -> Result<Attributed<'a>, Gap> {
        field.given().map(|index| Attributed::One(*index)).ok_or_else(|| self.gap(who, field, part))
    }

    fn role(&self, who: Option<usize>, role: &Field<usize>) -> Result<Attributed<'a>, Gap> {
        if *role == Field::Absent && self.has_defaults(who) {
            return Ok(Attributed::One(PARTNER_ROLE));
        }
        self.one(who, role, Part::Role)
    }

    fn labels(&self, who: Option<usize>, labels: &'a Field<Vec<usize>>) -> Result<Attributed<'a>, Gap> {
        match labels {
            Field::Given(labels) => Ok(Attributed::Several(labels)),
            Field::Absent if self.has_defaults(who) => Ok(Attributed::Several(&[])),
            unknown => Err(self.gap(who, unknown, Part::Labels)),
        }
    }

    /// In a closed proposal an absent role is `partner` and absent labels are none.
    fn has_defaults(&self, who: Option<usize>) -> bool {
        !self.is_draft && who.is_some_and(|partner| !self.is_unreadable(partner))
    }

    fn is_in_areas(&self, partner: usize, areas: &[Area], gaps: &mut Gaps) -> Truth {
        let mut unknown = Gaps::new();
        let own = self.country(partner);
        let truth = Truth::any(areas.iter().map(|area| match (area, own) {
            (Area::Country(country), Some(own)) => Truth::from(own == *country),
            (Area::Country(_), None) => self::unknown(&mut unknown, self.country_gap(partner)),
            (Area::Region(region), _) => self.is_of_region(partner, region, &mut unknown),
        }));
        if truth == Truth::Unknown {
            gaps.append(&mut unknown);
        }
        truth
    }

    pub(crate) fn country_gap(&self, partner: usize) -> Gap {
        let field = self.partner(partner).map_or(&Field::Absent, |partner| &partner.country);
        self.gap(Some(partner), field, Part::Country)
    }

    /// A partner of another country is surely of no region here; a region without a country counts
    /// by its own prefix.
    fn is_of_region(&self, partner: usize, region: &Region, gaps: &mut Gaps) -> Truth {
        let country = self.country(partner);
        if country.is_some_and(|country| country != region.country) {
            return Truth::False;
        }
        let own = self.partner(partner).map_or(&Field::Absent, |partner| &partner.region);
        let truth = own.given().map_or(Truth::Unknown, |own| Truth::known(own.lies_in(region)));
        if truth == Truth::Unknown {
            let gap = self.gap(Some(partner), own, Part::Region);
            let reason = if own.given().is_some() { Reason::TooCoarse } else { gap.reason };
            gaps.push(Gap { reason, ..gap });
            if country.is_none() {
                gaps.push(self.country_gap(partner));
            }
        }
        truth
    }
}

fn unknown(gaps: &mut Gaps, gap: Gap) -> Truth {
    gaps.push(gap);
    Truth::Unknown
}
