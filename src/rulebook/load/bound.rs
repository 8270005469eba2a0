//! Reading bounds: which a measure takes, and what stands there.

use std::sync::Arc;

use super::at::At;
use super::constant::count;
use super::context::Context;
use super::syntax::{BoundSyntax, BoundValue, Constant, MeasureSyntax, TermSyntax};
use super::test::Scope;
use super::words::{DAY, listed};
use crate::rulebook::model::{Attribute, DateField, Op, QuestionKind, Unit};
use crate::value::{Date, Moment, Shown};

impl<'t> Context<'t> {
    /// The bounds of an atom or a row.
    pub(super) fn read_bounds(
        &mut self,
        at: &At<'t>,
        scope: Scope,
        measure: Option<&MeasureSyntax>,
    ) -> Vec<BoundSyntax<'t>> {
        let mut bounds = Vec::new();
        for op in Op::ALL {
            let Some(value_at) = at.get(op.key()) else { continue };
            let value = measure.and_then(|measure| self.read_bound(&value_at, scope, measure, op));
            if op == Op::Min && matches!(measure, Some(MeasureSyntax::Partners | MeasureSyntax::Countries)) {
                self.uses.head_counts.push(value_at.clone());
            }
            bounds.push(BoundSyntax { op, at: value_at, value });
        }
        bounds
    }

    fn read_bound(&mut self, at: &At<'t>, scope: Scope, measure: &MeasureSyntax, op: Op) -> Option<BoundValue<'t>> {
        if !self.has_bound(measure, op) {
            let bounds: Vec<&str> =
                Op::ALL.into_iter().filter(|op| self.has_bound(measure, *op)).map(Op::key).collect();
            let (op, bounds) = (op.key(), listed(&bounds, "and"));
            self.problems.at(at, format!("this measure takes no `{op}`: its bounds are {bounds}"));
            return None;
        }
        match measure {
            MeasureSyntax::Money { .. } | MeasureSyntax::Partners | MeasureSyntax::Answer { .. } => {
                self.read_sum_bound(at, scope, measure.unit()?, op)
            }
            MeasureSyntax::Countries | MeasureSyntax::Months => self.read_count_bound(at, op),
            MeasureSyntax::Date(field) => self.read_moment(at, *field).map(BoundValue::Moment),
            MeasureSyntax::Attribute(attribute) => self.read_attribute_bound(at, *attribute, op),
        }
    }

    fn has_bound(&self, measure: &MeasureSyntax, op: Op) -> bool {
        match measure {
            MeasureSyntax::Date(_) => matches!(op, Op::Min | Op::Max | Op::Above | Op::Below),
            MeasureSyntax::Attribute(attribute) if self.is_plural(*attribute) => matches!(op, Op::In | Op::Within),
            MeasureSyntax::Attribute(_) => matches!(op, Op::Is | Op::In),
            _ => op != Op::Within,
        }
    }

    /// Whether the attribute is a list of values.
    fn is_plural(&self, attribute: Attribute) -> bool {
        match attribute {
            Attribute::Labels => true,
            Attribute::Answer(question) | Attribute::OwnAnswer(question) => self
                .vocabulary
                .questions
                .get(question)
                .is_some_and(|question| matches!(question.kind, QuestionKind::Choices(_))),
            _ => false,
        }
    }

    fn read_sum_bound(&mut self, at: &At<'t>, scope: Scope, unit: Unit, op: Op) -> Option<BoundValue<'t>> {
        if op == Op::In {
            let items = self.filled_list(at, "values")?;
            let constants: Vec<Option<Constant>> =
                items.iter().map(|item| self.read_constant(item, scope, unit)).collect();
            return constants.into_iter().collect::<Option<_>>().map(BoundValue::Constants);
        }
        let Some(sum) = at.get("sum") else {
            return self.read_term(at, scope, unit).map(|term| BoundValue::Terms(vec![term]));
        };
        self.only(at, &["sum"]);
        let items = self.filled_list(&sum, "terms")?;
        let terms: Vec<Option<TermSyntax<'t>>> =
            items.iter().map(|item| self.read_summand(item, scope, unit)).collect();
        terms.into_iter().collect::<Option<_>>().map(BoundValue::Terms)
    }

    /// `countries` and `months` take one constant, or a list of them.
    fn read_count_bound(&mut self, at: &At<'t>, op: Op) -> Option<BoundValue<'t>> {
        if op == Op::In {
            let items = self.filled_list(at, "values")?;
            let counts: Vec<Option<i128>> = items.iter().map(|item| self.read_count(item)).collect();
            return counts.into_iter().collect::<Option<_>>().map(BoundValue::Counts);
        }
        self.read_count(at).map(BoundValue::Count)
    }

    fn read_count(&mut self, at: &At<'t>) -> Option<i128> {
        let found = count(at);
        if found.is_none() {
            self.is_no_count(at, "bound of this measure");
        }
        found
    }

    fn read_moment(&mut self, at: &At<'t>, field: DateField) -> Option<Moment> {
        let (moment, what, right) = match field {
            DateField::Submitted => (
                at.text().and_then(Moment::from_text),
                "date or instant",
                "write a day that exists (\"2014-10-31\"), or an instant with its offset (\"2014-10-31T16:00+01:00\")",
            ),
            DateField::Start | DateField::End => {
                (at.text().and_then(Date::from_text).map(Moment::from_date), "date", DAY)
            }
        };
        if moment.is_none() {
            self.is_no(at, what, right);
        }
        moment
    }

    fn read_attribute_bound(&mut self, at: &At<'t>, attribute: Attribute, op: Op) -> Option<BoundValue<'t>> {
        let is_list = at.items().is_some();
        if is_list != (op != Op::Is) {
            let (what, right) =
                if op == Op::Is { ("value of `is`", "write one value") } else { ("list", "write a list, [ … ]") };
            self.is_no(at, what, right);
            return None;
        }
        let choices = self.read_choices_of(at, attribute)?;
        Some(BoundValue::Choices(choices, shown(at)))
    }
}

/// The values as they are written.
fn shown(at: &At<'_>) -> Shown {
    match (at.items(), at.text(), at.boolean()) {
        (Some(items), ..) => Shown::List(items.iter().map(shown).collect()),
        (_, Some(text), _) => Shown::Text(text.into()),
        (.., Some(boolean)) => Shown::Boolean(boolean),
        _ => Shown::List(Arc::new([])),
    }
}
