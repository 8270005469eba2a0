//! What a proposal's amounts and answers are, in the currency that they are read in, or why that is not known.

use super::place::{Gap, Part, Place};
use super::world::World;
use crate::proposal::{Amounts, Answer, Field, Money};
use crate::report::Reason;
use crate::rulebook::model::{Kind, Quantity, QuestionKind};
use crate::value::{Amount, Currency};

impl<'a> World<'a> {
    fn amounts(&self, who: Option<usize>) -> Option<&'a Amounts> {
        match who {
            None => Some(&self.reading.totals),
            Some(partner) => self.partner(partner).map(|partner| &partner.amounts),
        }
    }

    /// Where the currency that is used is written.
    fn currency_place(&self, who: Option<usize>) -> Place {
        let own = who.filter(|partner| self.partner(*partner).is_some_and(|partner| partner.currency.is_written()));
        Place::of(own, Part::Currency)
    }

    /// A value of a partner or of the proposal, in minor units of a currency or as a count.
    pub(crate) fn value(&self, who: Option<usize>, quantity: Quantity, currency: Currency) -> Result<i128, Gap> {
        match quantity {
            Quantity::One => Ok(1),
            Quantity::Grant => self.grant(who, currency),
            Quantity::Cost(key) => self.entry(who, Kind::Cost, key, currency),
            Quantity::Contribution(key) => self.entry(who, Kind::Contribution, key, currency),
            Quantity::Answer(question) => self.numeric_answer(who, question, currency),
        }
    }

    fn grant(&self, who: Option<usize>, currency: Currency) -> Result<i128, Gap> {
        let field = self.amounts(who).map_or(&Field::Absent, |amounts| &amounts.grant);
        match field {
            Field::Given(money) => self.money(who, *money, currency),
            unknown => Err(self.gap(who, unknown, Part::Grant)),
        }
    }

    /// One key of costs or contributions: 0 where the others are given and it is not.
    fn entry(&self, who: Option<usize>, kind: Kind, key: usize, currency: Currency) -> Result<i128, Gap> {
        let Some(amounts) = self.amounts(who) else {
            return Err(self.gap(who, &Field::<()>::Absent, Part::of_kind(kind, None)));
        };
        let table = if kind == Kind::Contribution { &amounts.contributions } else { &amounts.costs };
        let Some(entries) = table.given() else { return Err(self.gap(who, table, Part::of_kind(kind, None))) };
        match entries.get(key) {
            Some(Field::Given(money)) => self.money(who, *money, currency),
            Some(Field::Unreadable) => Err(Gap::new(Place::of(who, Part::of_kind(kind, Some(key))), Reason::Invalid)),
            Some(Field::Absent) | None => Ok(0),
        }
    }

    fn money(&self, who: Option<usize>, money: Money, to: Currency) -> Result<i128, Gap> {
        let Some((minor, currency)) = money.zip(self.currency_of(who)) else {
            return Err(Gap::new(self.currency_place(who), Reason::Invalid));
        };
        self.convert(Amount { minor, currency }, to)
            .ok_or_else(|| Gap::new(self.currency_place(who), Reason::NoExchangeRate))
    }

    /// Zero needs no rate.
    fn convert(&self, amount: Amount, to: Currency) -> Option<i128> {
        if amount.currency == to || amount.minor == 0 {
            return Some(amount.minor);
        }
        self.rates?.convert(amount, to)
    }

    /// Whether a known amount other than 0 is converted when it is read in that currency.
    pub(crate) fn is_converted(&self, who: Option<usize>, quantity: Quantity, to: Currency) -> bool {
        let written_in = match quantity {
            Quantity::One => None,
            Quantity::Answer(question) => {
                match self.model.vocabulary.questions.get(question).map(|question| &question.kind) {
                    Some(QuestionKind::Money(named)) => named.or(self.currency_of(who)),
                    _ => None,
                }
            }
            Quantity::Grant | Quantity::Cost(_) | Quantity::Contribution(_) => self.currency_of(who),
        };
        let is_other =
            |written_in| written_in != to && self.value(who, quantity, written_in).is_ok_and(|value| value != 0);
        written_in.is_some_and(is_other) && self.value(who, quantity, to).is_ok()
    }

    /// What a question was answered.
    pub(crate) fn answer(&self, who: Option<usize>, question: usize) -> Result<&'a Answer, Gap> {
        let table = match who {
            None => &self.reading.answers,
            Some(partner) => self.partner(partner).map_or(&Field::Unreadable, |partner| &partner.answers),
        };
        let part = Part::Answers(Some(question));
        match table {
            Field::Given(answers) => match answers.get(question) {
                Some(Field::Given(answer)) => Ok(answer),
                Some(unknown) => Err(self.gap(who, unknown, part)),
                None => Err(self.gap(who, &Field::<()>::Absent, part)),
            },
            Field::Absent => Err(self.gap(who, table, part)),
            Field::Unreadable => Err(self.gap(who, table, Part::Answers(None))),
        }
    }

    fn numeric_answer(&self, who: Option<usize>, question: usize, to: Currency) -> Result<i128, Gap> {
        match self.answer(who, question)? {
            Answer::Count(count) => Ok(*count),
            Answer::Money(money) => {
                match self.model.vocabulary.questions.get(question).map(|question| &question.kind) {
                    Some(QuestionKind::Money(Some(named))) => {
                        let amount = Amount { minor: money.unwrap_or(0), currency: *named };
                        self.convert(amount, to).ok_or_else(|| {
                            Gap::new(Place::of(who, Part::Answers(Some(question))), Reason::NoExchangeRate)
                        })
                    }
                    _ => self.money(who, *money, to),
                }
            }
            Answer::One(_) | Answer::Several(_) => Ok(0),
        }
    }
}
