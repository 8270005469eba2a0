//! What a failing instance is told: one finding for each atom that must hold and does not.

use std::sync::Arc;

use super::atom::{Measured, PreparedAtom, PreparedSum};
use super::instance::Instance;
use super::place::{Part, Place};
use super::test::PreparedTest;
use super::truth::Truth;
use super::world::World;
use crate::proposal::{Amounts, Field};
use crate::report::{Alternative, AlternativeFinding, Code, Numbers};
use crate::rulebook::model::{Atom, Attribute, DateField, Measured as Quantities, Op, QuestionKind, Set};

/// A finding before it knows its rule.
pub(crate) struct Failure<'a> {
    /// What failed; none of a test that is more than one atom.
    pub(crate) atom: Option<&'a Atom>,
    pub(crate) code: Code,
    pub(crate) path: String,
    pub(crate) related: Vec<String>,
    pub(crate) params: Numbers,
    pub(crate) alternatives: Option<Vec<Alternative>>,
}

impl<'a> PreparedTest<'a> {
    /// The failures of a test that is false for an instance.
    pub(crate) fn failures(&self, instance: &Instance) -> Vec<Failure<'a>> {
        match self {
            PreparedTest::All(tests) => {
                let failing = tests.iter().filter(|test| test.truth(instance) == Truth::False);
                failing.flat_map(|test| test.failures(instance)).collect()
            }
            PreparedTest::Any(members) => {
                let alternatives = members.iter().map(|member| Alternative {
                    title: member.title.map(Arc::clone),
                    findings: member.test.failures(instance).into_iter().map(Failure::into_alternative).collect(),
                });
                vec![self.not_satisfied(instance, Some(alternatives.collect()))]
            }
            PreparedTest::Not(_) => vec![self.not_satisfied(instance, None)],
            PreparedTest::Atom(atom) => atom.failure(instance).into_iter().collect(),
        }
    }

    fn not_satisfied(&self, instance: &Instance, alternatives: Option<Vec<Alternative>>) -> Failure<'a> {
        let (path, related) = self.first_atom().map_or((String::new(), Vec::new()), |atom| atom.path(instance));
        Failure { atom: None, code: Code::NotSatisfied, path, related, params: Numbers::default(), alternatives }
    }
}

impl Failure<'_> {
    fn into_alternative(self) -> AlternativeFinding {
        AlternativeFinding {
            code: self.code,
            path: self.path,
            related: self.related,
            params: self.params,
            alternatives: self.alternatives,
        }
    }
}

impl<'a> PreparedAtom<'a> {
    fn failure(&self, instance: &Instance) -> Option<Failure<'a>> {
        let (op, params) = self.failing(instance)?;
        let (path, related) = self.path(instance);
        Some(Failure { atom: Some(self.atom), code: self.code(op), path, related, params, alternatives: None })
    }

    fn code(&self, op: Op) -> Code {
        let is_date = matches!(self.measured, Measured::Date { .. });
        match op {
            Op::Max | Op::Below if is_date => Code::TooLate,
            Op::Min | Op::Above if is_date => Code::TooEarly,
            Op::Max | Op::Below => Code::AboveMax,
            Op::Min | Op::Above => Code::BelowMin,
            Op::Is if self.is_number_or_boolean() => Code::NotEqual,
            Op::Is | Op::In | Op::Within => Code::NotAllowed,
        }
    }

    fn is_number_or_boolean(&self) -> bool {
        match self.measured {
            Measured::Attribute { attribute: Attribute::Answer(question) | Attribute::OwnAnswer(question), .. } => {
                let kind = self.world.model.vocabulary.questions.get(question).map(|question| &question.kind);
                matches!(kind, Some(QuestionKind::Boolean))
            }
            Measured::Attribute { .. } => false,
            _ => true,
        }
    }

    /// Where the finding is told, and the fields that the measure sums.
    pub(crate) fn path(&self, instance: &Instance) -> (String, Vec<String>) {
        let at = |place: Place| (place.pointer(self.world.model), Vec::new());
        let own = self.who_is_asked(instance);
        match &self.measured {
            Measured::Sum(sum) => self.sum_path(sum, instance, own),
            Measured::Countries { tally, .. } => match own {
                Some(partner) => at(Place::Of(partner, None)),
                None => self.path_of_all(instance, tally.set, Written::Country),
            },
            Measured::Months { .. } => at(Place::Own(if self.world.uses_dates() { Part::End } else { Part::Months })),
            Measured::Date { field: DateField::Submitted, .. } => at(Place::of(own, Part::Submitted)),
            Measured::Date { field, .. } => {
                at(Place::Own(if *field == DateField::End { Part::End } else { Part::Start }))
            }
            Measured::Attribute { attribute, .. } => at(attribute_place(*attribute, instance.own)),
        }
    }

    fn sum_path(&self, sum: &PreparedSum<'_>, instance: &Instance, own: Option<usize>) -> (String, Vec<String>) {
        let Some(side) = sum.measure.linear.sides.first() else { return (String::new(), Vec::new()) };
        let at = |place: Place| (place.pointer(self.world.model), Vec::new());
        match &side.measured {
            Quantities::OwnAnswer { question } => at(Place::Own(Part::Answers(Some(*question)))),
            Quantities::Money { kind, keys, set } => {
                let part = Part::of_kind(*kind, self.named_key(keys));
                match own {
                    Some(partner) => at(Place::Of(partner, Some(part))),
                    None if self.world.total_of(&side.measured).is_some() => at(Place::Own(part)),
                    None => self.path_of_all(instance, set, Written::Money(part)),
                }
            }
            Quantities::Partners { set } => match own {
                Some(partner) => at(Place::Of(partner, None)),
                None => self.path_of_all(instance, set, Written::Partner),
            },
            Quantities::Answer { question, set } => match own {
                Some(partner) => at(Place::Of(partner, Some(Part::Answers(Some(*question))))),
                None => self.path_of_all(instance, set, Written::Answer(*question)),
            },
        }
    }

    /// The one key of a measure that lists just that.
    fn named_key(&self, keys: &[usize]) -> Option<usize> {
        let lists_one = ["cost", "contribution"]
            .iter()
            .any(|kind| self.atom.measure.get(kind).is_some_and(serde_json::Value::is_array));
        match keys {
            [key] if lists_one => Some(*key),
            _ => None,
        }
    }

    /// `/partners`, related to what is written of the sure members.
    fn path_of_all(&self, instance: &Instance, set: &Set, written: Written) -> (String, Vec<String>) {
        let is_sure = |partner: &usize| {
            self.grouping.measures(self.world, set, *partner, instance.standing(self.world, *partner)) == Truth::True
        };
        let places = self.world.indices().filter(is_sure).filter_map(|partner| written.place(self.world, partner));
        (Place::Partners.pointer(self.world.model), places.map(|place| place.pointer(self.world.model)).collect())
    }
}

/// The field of each partner that a measure reads.
#[derive(Clone, Copy)]
enum Written {
    Partner,
    Country,
    Money(Part),
    Answer(usize),
}

impl Written {
    /// Its place, where something is written there, readable or not.
    fn place(self, world: &World<'_>, index: usize) -> Option<Place> {
        let partner = world.partner(index)?;
        let (part, is_written) = match self {
            Written::Partner => return Some(Place::Of(index, None)),
            Written::Country => (Part::Country, partner.country.is_written()),
            Written::Money(part) => (part, is_money_written(&partner.amounts, part)),
            Written::Answer(question) => (Part::Answers(Some(question)), is_entry_written(&partner.answers, question)),
        };
        is_written.then_some(Place::Of(index, Some(part)))
    }
}

pub(crate) fn is_money_written(amounts: &Amounts, part: Part) -> bool {
    match part {
        Part::Costs(None) => amounts.costs.is_written(),
        Part::Contributions(None) => amounts.contributions.is_written(),
        Part::Costs(Some(key)) => is_entry_written(&amounts.costs, key),
        Part::Contributions(Some(key)) => is_entry_written(&amounts.contributions, key),
        _ => amounts.grant.is_written(),
    }
}

fn is_entry_written<T>(table: &Field<Vec<Field<T>>>, index: usize) -> bool {
    table.given().and_then(|entries| entries.get(index)).is_some_and(Field::is_written)
}

fn attribute_place(attribute: Attribute, own: Option<usize>) -> Place {
    let part = match attribute {
        Attribute::Strand => return Place::Own(Part::Strand),
        Attribute::OwnAnswer(question) => return Place::Own(Part::Answers(Some(question))),
        Attribute::Answer(question) => Part::Answers(Some(question)),
        Attribute::Country => Part::Country,
        Attribute::Region => Part::Region,
        Attribute::Type => Part::Type,
        Attribute::Size => Part::Size,
        Attribute::Role => Part::Role,
        Attribute::Labels => Part::Labels,
    };
    Place::of(own, part)
}
