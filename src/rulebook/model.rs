//! What a call demands, sound by construction: names are indices, constants are parsed, sets are prepared.
//!
//! Only loading makes these; the judge reads them and cannot meet a rule that could not be judged.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::report::{Severity, Shown, Source};
use crate::value::{Area, Currency, Exact, Moment, Rates};

#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) id: Arc<str>,
    pub(crate) version: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) currency: Currency,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) exchange: Option<Exchange>,
    pub(crate) filters: Vec<Filter>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) notices: Vec<Notice>,
}

/// The rulebook's own table of exchange rates.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) rates: Rates,
    pub(crate) date: Option<Arc<str>>,
}

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
    index: BTreeMap<String, usize>,
    entries: Vec<(String, String)>,
}

impl Names {
    pub(crate) fn new(mut entries: Vec<(String, String)>) -> Names {
        entries.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        let index = entries.iter().enumerate().map(|(index, (name, _))| (name.clone(), index)).collect();
        Names { index, entries }
    }

    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.index.get(name).copied()
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

#[derive(Debug)]
pub(crate) struct Rule {
    pub(crate) id: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) severity: Severity,
    pub(crate) each: Each,
    /// The partners it speaks of.
    pub(crate) filter: Option<FilterId>,
    pub(crate) when: Option<Test>,
    pub(crate) require: Test,
    /// The currency it is computed in.
    pub(crate) currency: Currency,
    pub(crate) source: Arc<Source>,
}

#[derive(Debug)]
pub(crate) struct Notice {
    pub(crate) id: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) when: Option<Test>,
    /// In minor units.
    pub(crate) amount: Option<i128>,
    pub(crate) currency: Currency,
    pub(crate) source: Arc<Source>,
}

/// How many instances a rule has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Each {
    Proposal,
    Country,
    Partner,
}

#[derive(Debug, Clone)]
pub(crate) enum Test {
    All(Vec<Test>),
    Any(Vec<Member>),
    Not(Box<Test>),
    Atom(Box<Atom>),
}

/// A member of an `any`.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) title: Option<Arc<str>>,
    pub(crate) test: Test,
}

/// One measured quantity and its bounds.
#[derive(Debug, Clone)]
pub(crate) struct Atom {
    /// The measure as the rulebook writes it.
    pub(crate) measure: Value,
    pub(crate) kind: AtomKind,
}

#[derive(Debug, Clone)]
pub(crate) enum AtomKind {
    /// Money, or a count that is summed.
    Sum(Sum),
    Countries {
        set: Set,
        bounds: Vec<CountBound>,
    },
    Months {
        bounds: Vec<CountBound>,
    },
    Date {
        field: DateField,
        bounds: Vec<(Op, Moment)>,
    },
    /// An attribute, a strand, or an answer that is no number.
    Attribute {
        attribute: Attribute,
        bounds: Vec<AttributeBound>,
    },
}

/// The bounds, in the order in which they are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Op {
    Min,
    Max,
    Above,
    Below,
    Is,
    In,
    Within,
}

impl Op {
    pub(crate) const ALL: [Op; 7] = [Op::Min, Op::Max, Op::Above, Op::Below, Op::Is, Op::In, Op::Within];

    /// The key in a rulebook and in a report.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Op::Min => "min",
            Op::Max => "max",
            Op::Above => "above",
            Op::Below => "below",
            Op::Is => "is",
            Op::In => "in",
            Op::Within => "within",
        }
    }
}

/// A sum over partners, or one answer of the proposal, between its bounds.
#[derive(Debug, Clone)]
pub(crate) struct Sum {
    pub(crate) unit: Unit,
    /// The quantity measured, alone.
    pub(crate) measure: Linear,
    pub(crate) bounds: Vec<SumBound>,
    /// Whether it may be computed in the partner's own currency.
    pub(crate) in_own_currency: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Money,
    Count,
}

#[derive(Debug, Clone)]
pub(crate) enum SumBound {
    /// The bound alone, for showing it, and the measure less the bound, which is judged.
    Form { op: Op, bound: Linear, difference: Linear },
    /// The values listed, in minor units or as counts.
    OneOf(Vec<i128>),
}

/// A linear form over the partners' values: factors are whole numbers over a common denominator.
#[derive(Debug, Clone, Default)]
pub(crate) struct Linear {
    pub(crate) denominator: i128,
    /// Already times the denominator.
    pub(crate) constant: i128,
    pub(crate) sides: Vec<Side>,
    /// Each quantity of a partner once, with the sides that read it.
    pub(crate) entities: Vec<Entity>,
}

/// One measured set of a form: the measure itself or a term of the bound.
#[derive(Debug, Clone)]
pub(crate) struct Side {
    /// Already times the denominator.
    pub(crate) factor: Exact,
    pub(crate) measured: Measured,
}

#[derive(Debug, Clone)]
pub(crate) enum Measured {
    Money {
        kind: Kind,
        keys: Vec<usize>,
        set: Set,
    },
    Partners {
        set: Set,
    },
    Answer {
        question: usize,
        set: Set,
    },
    /// The proposal's own answer.
    OwnAnswer {
        question: usize,
    },
}

impl Measured {
    pub(crate) fn set(&self) -> Option<&Set> {
        match self {
            Measured::Money { set, .. } | Measured::Partners { set } | Measured::Answer { set, .. } => Some(set),
            Measured::OwnAnswer { .. } => None,
        }
    }
}

/// A value of a partner that a form reads, and which of its sides read it.
#[derive(Debug, Clone)]
pub(crate) struct Entity {
    pub(crate) quantity: Quantity,
    pub(crate) sides: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Quantity {
    /// The partner itself.
    One,
    Grant,
    Cost(usize),
    Contribution(usize),
    Answer(usize),
}

/// The kinds of money that a proposal may also give in total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Grant,
    Cost,
    Contribution,
}

/// Whose partners are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Set {
    pub(crate) of: Of,
    pub(crate) filter: Option<FilterId>,
    /// Whether it is all partners, without any filter.
    pub(crate) is_all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Group,
    Country,
    Proposal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CountBound {
    One(Op, i128),
    OneOf(Vec<i128>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateField {
    Start,
    End,
    Submitted,
}

/// One of several values, and how to show them.
#[derive(Debug, Clone)]
pub(crate) struct AttributeBound {
    pub(crate) op: Op,
    pub(crate) choices: Choices,
    pub(crate) shown: Shown,
}

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
