//! The names that a proposal may use, and the questions it is asked.

use crate::value::{Currency, by_code_unit, sort};

/// What a proposal may name.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) types: Names,
    pub(crate) labels: Names,
    pub(crate) costs: Names,
    pub(crate) contributions: Names,
    pub(crate) strands: Names,
    pub(crate) questions: Vec<Question>,
}

impl Vocabulary {
    pub(crate) fn question(&self, name: &str) -> Option<(usize, &Question)> {
        self.questions.iter().enumerate().find(|(_, question)| question.name == name)
    }
}

/// A table of names; indices stand in the order of the names' UTF-16 code units.
#[derive(Debug, Default)]
pub(crate) struct Names {
    entries: Vec<(String, String)>,
}

impl Names {
    pub(crate) fn new(mut entries: Vec<(String, String)>) -> Names {
        sort(&mut entries, &|(a, _), (b, _)| by_code_unit(a, b));
        Names { entries }
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.entries.binary_search_by(|(known, _)| by_code_unit(known, name)).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn name(&self, index: usize) -> &str {
        self.entries.get(index).map_or("", |(name, _)| name)
    }

    /// What the name stands for, in words.
    pub(crate) fn title(&self, index: usize) -> &str {
        self.entries.get(index).map_or("", |(_, title)| title)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(name, _)| name.as_str())
    }
}

#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) of: Asked,
    pub(crate) kind: QuestionKind,
}

/// Whom a question asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    Proposal,
    Partner,
}

#[derive(Debug)]
pub(crate) enum QuestionKind {
    Count,
    /// In this currency, else in the partner's or the proposal's.
    Money(Option<Currency>),
    Boolean,
    Choice(Names),
    Choices(Names),
}
