//! Where the tests of one rule are judged.

use super::instance::{Grouping, Instance};
use super::world::World;
use crate::value::Currency;

/// What the tests of one rule or notice have in common.
#[derive(Clone, Copy)]
pub(crate) struct Setting<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) grouping: Grouping,
    pub(crate) currency: Currency,
    pub(crate) instances: &'a [Instance],
}
