//! Filters, and the attributes that they and the atoms read.

use crate::value::Area;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    Country,
    Region,
    Type,
    Size,
    Role,
    Labels,
    /// The partner's answer to a boolean, choice or choices question.
    Answer(usize),
    /// The proposal's own answer.
    OwnAnswer(usize),
    Strand,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Choices {
    Areas(Vec<Area>),
    /// Places in the attribute's table; of booleans 0 is false and 1 is true.
    Indices(Vec<usize>),
}

/// A filter of the rulebook, by its place in `Model::filters`.
pub(crate) type FilterId = usize;

/// Conditions that must all hold; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) clauses: Vec<Clause>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Clause {
    Attribute { attribute: Attribute, choices: Choices, negated: bool },
    Funded(bool),
    Contributing(bool),
}

/// The sizes of an organisation, in the order of their indices.
pub(crate) const SIZES: [&str; 4] = ["micro", "small", "medium", "large"];

/// The roles of a partner, in the order of their indices.
pub(crate) const ROLES: [&str; 3] = ["lead", "partner", "associated"];

/// The index of `partner`, the role of whoever names none.
pub(crate) const PARTNER_ROLE: usize = 1;
