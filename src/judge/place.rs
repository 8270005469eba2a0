//! A place in a proposal, in the order in which the format lists the fields.

use crate::report::Reason;
use crate::rulebook::model::{Kind, Model};
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

    /// A report names hundreds of fields, so this is written without the machinery of `format!`.
    pub(crate) fn pointer(self, model: &Model) -> String {
        let mut pointer = String::with_capacity(ROOM);
        match self {
            Place::Whole => {}
            Place::Own(part) => part.add_to(&mut pointer, model),
            Place::Partners => pointer.push_str("/partners"),
            Place::Of(partner, part) => {
                pointer.push_str("/partners/");
                add_number(&mut pointer, partner);
                part.into_iter().for_each(|part| part.add_to(&mut pointer, model));
            }
        }
        pointer
    }
}

/// What nearly all pointers fit in.
const ROOM: usize = 32;

fn add_number(pointer: &mut String, number: usize) {
    if number >= 10 {
        add_number(pointer, number / 10);
    }
    pointer.push(char::from(b'0'.wrapping_add((number % 10) as u8)));
}

impl Part {
    /// The amount of that kind, or the one of that key.
    pub(crate) fn of_kind(kind: Kind, key: Option<usize>) -> Part {
        match kind {
            Kind::Grant => Part::Grant,
            Kind::Cost => Part::Costs(key),
            Kind::Contribution => Part::Contributions(key),
        }
    }

    fn add_to(self, pointer: &mut String, model: &Model) {
        let vocabulary = &model.vocabulary;
        pointer.push('/');
        pointer.push_str(self.name());
        let key = match self {
            Part::Costs(Some(key)) => vocabulary.costs.name(key),
            Part::Contributions(Some(key)) => vocabulary.contributions.name(key),
            Part::Answers(Some(index)) => vocabulary.questions.get(index).map_or("", |question| &question.name),
            _ => return,
        };
        pointer.push('/');
        pointer.push_str(&escape(key));
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
