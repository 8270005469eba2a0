//! A place in a proposal, in the order in which the format lists the fields.

use crate::report::Reason;
use crate::rulebook::model::Model;
use crate::value::escape;

/// A field; the order is that of the format's proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Strand,
    Months,
    Start,
    End,
    Country,
    Region,
    Type,
    Size,
    Role,
    Labels,
    Submitted,
    Currency,
    Grant,
    /// All costs, or those of one key.
    Costs(Option<usize>),
    Contributions(Option<usize>),
    Answers(Option<usize>),
}

/// A place in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    Whole,
    Own(Part),
    Partners,
    Of(usize, Option<Part>),
}

/// Something that is not known, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gap {
    pub(crate) place: Place,
    pub(crate) reason: Reason,
}

impl Gap {
    pub(crate) fn new(place: Place, reason: Reason) -> Gap {
        Gap { place, reason }
    }
}

impl Place {
    /// The field of a partner, or the proposal's own.
    pub(crate) fn of(who: Option<usize>, part: Part) -> Place {
        match who {
            Some(partner) => Place::Of(partner, Some(part)),
            None => Place::Own(part),
        }
    }

    pub(crate) fn pointer(self, model: &Model) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Own(part) => part.pointer(model),
            Place::Partners => "/partners".to_owned(),
            Place::Of(partner, None) => format!("/partners/{partner}"),
            Place::Of(partner, Some(part)) => format!("/partners/{partner}{}", part.pointer(model)),
        }
    }
}

impl Part {
    fn pointer(self, model: &Model) -> String {
        let vocabulary = &model.vocabulary;
        let question = |index: usize| vocabulary.questions.get(index).map_or("", |question| &question.name);
        match self {
            Part::Costs(Some(key)) => format!("/costs/{}", escape(vocabulary.costs.name(key))),
            Part::Contributions(Some(key)) => format!("/contributions/{}", escape(vocabulary.contributions.name(key))),
            Part::Answers(Some(index)) => format!("/answers/{}", escape(question(index))),
            _ => format!("/{}", self.name()),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Part::Strand => "strand",
            Part::Months => "months",
            Part::Start => "start",
            Part::End => "end",
            Part::Country => "country",
            Part::Region => "region",
            Part::Type => "type",
            Part::Size => "size",
            Part::Role => "role",
            Part::Labels => "labels",
            Part::Submitted => "submitted",
            Part::Currency => "currency",
            Part::Grant => "grant",
            Part::Costs(_) => "costs",
            Part::Contributions(_) => "contributions",
            Part::Answers(_) => "answers",
        }
    }
}
