//! Conditions of rules and notices: `when`, and `strand`, which is short for one.

use std::sync::Arc;

use super::at::At;
use super::context::{Context, Table};
use crate::rulebook::model::{Atom, AtomKind, Attribute, AttributeBound, Choices, Op, Test};
use crate::value::Shown;

impl<'t> Context<'t> {
    /// `strand` is short for a condition.
    pub(super) fn read_strand(&mut self, at: &At<'t>) -> Option<Test> {
        let strand = at.get("strand")?;
        let choices = self.read_choices_of(&strand, Attribute::Strand)?;
        let Choices::Indices(indices) = &choices else { return None };
        let names = indices.iter().map(|index| Shown::Text(Table::Strands.of(&self.vocabulary).name(*index).into()));
        let bounds = vec![AttributeBound { op: Op::In, shown: Shown::List(names.collect()), choices }];
        Some(Test::Atom(Box::new(Atom {
            measure: Arc::new("strand".into()),
            kind: AtomKind::Attribute { attribute: Attribute::Strand, bounds },
        })))
    }
}

/// All conditions of a rule as one test.
pub(super) fn conditions(strands: &[Test], when: Option<Test>) -> Option<Test> {
    let mut tests: Vec<Test> = strands.iter().cloned().chain(when).collect();
    if tests.len() > 1 { Some(Test::All(tests)) } else { tests.pop() }
}

/// A condition that is absent is no problem, one that could not be read is.
pub(super) fn sound(when: Option<Option<Test>>) -> Option<Option<Test>> {
    match when {
        None => Some(None),
        Some(test) => test.map(Some),
    }
}
