//! Linear forms over one denominator, as far as they can be held exactly.

use crate::rulebook::model::{Entity, Kind, Linear, Measured, Quantity, Side};
use crate::value::{Exact, Factor};

/// Above it a sum of 10,000 partners might not be held exactly.
const FINEST: i128 = 1_000_000_000_000_000_000_000_000;

/// A linear form with its factors as fractions.
#[derive(Default)]
pub(super) struct Form {
    pub(super) constant: i128,
    pub(super) terms: Vec<(Factor, Measured)>,
}

impl Form {
    pub(super) fn of(factor: Factor, measured: Measured) -> Form {
        Form { constant: 0, terms: vec![(factor, measured)] }
    }

    pub(super) fn subtracted_from(&self, measured: &Measured) -> Form {
        let negated = self.terms.iter().map(|(factor, measured)| (factor.negated(), measured.clone()));
        let terms = std::iter::once((Factor::ONE, measured.clone())).chain(negated).collect();
        Form { constant: self.constant.saturating_neg(), terms }
    }

    /// Over one denominator; `None` where that is too fine to be held exactly.
    pub(super) fn linear(&self) -> Option<Linear> {
        let denominator = self
            .terms
            .iter()
            .try_fold(1, |common, (factor, _)| Factor::common_denominator(common, factor.denominator))?;
        if denominator > FINEST {
            return None;
        }
        let sides: Option<Vec<Side>> =
            self.terms.iter().map(|(factor, measured)| side(*factor, measured, denominator)).collect();
        let sides = sides?;
        let entities = entities(&sides);
        Some(Linear { denominator, constant: self.constant.checked_mul(denominator)?, sides, entities })
    }
}

fn side(factor: Factor, measured: &Measured, denominator: i128) -> Option<Side> {
    let numerator = factor.numerator.checked_mul(denominator.checked_div(factor.denominator)?)?;
    (numerator.checked_abs()? <= FINEST.checked_mul(1_000_000_000)?)
        .then(|| Side { factor: Exact::new(numerator), measured: measured.clone() })
}

/// Each quantity of a partner once, with the sides that read it.
fn entities(sides: &[Side]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for (index, side) in sides.iter().enumerate() {
        for quantity in quantities(&side.measured) {
            match entities.iter_mut().find(|entity| entity.quantity == quantity) {
                Some(entity) => entity.sides.push(index),
                None => entities.push(Entity { quantity, sides: vec![index] }),
            }
        }
    }
    entities
}

fn quantities(measured: &Measured) -> Vec<Quantity> {
    match measured {
        Measured::Money { kind: Kind::Grant, .. } => vec![Quantity::Grant],
        Measured::Money { kind: Kind::Cost, keys, .. } => keys.iter().map(|key| Quantity::Cost(*key)).collect(),
        Measured::Money { kind: Kind::Contribution, keys, .. } => {
            keys.iter().map(|key| Quantity::Contribution(*key)).collect()
        }
        Measured::Partners { .. } => vec![Quantity::One],
        Measured::Answer { question, .. } => vec![Quantity::Answer(*question)],
        Measured::OwnAnswer { .. } => Vec::new(),
    }
}
