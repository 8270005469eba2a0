//! The names that a proposal may use, and the questions it is asked.

use crate::value::Currency;

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
    /// The indices in the order of the names' bytes, to find one by.
    by_bytes: Vec<usize>,
    entries: Vec<(String, String)>,
}

impl Names {
    pub(crate) fn new(mut entries: Vec<(String, String)>) -> Names {
        entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        let mut by_bytes: Vec<usize> = (0..entries.len()).collect();
        by_bytes.sort_by_key(|index| entries.get(*index).map(|(name, _)| name));
        Names { by_bytes, entries }
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let found = self.by_bytes.binary_search_by(|index| self.name(*index).cmp(name)).ok()?;
        self.by_bytes.get(found).copied()
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
