//! A test of a rule in one world: prepared once, judged for every instance.

use std::sync::Arc;

use super::atom::PreparedAtom;
use super::instance::Instance;
use super::setting::Setting;
use super::truth::Truth;
use crate::rulebook::model::{Member, Test};

pub(crate) enum PreparedTest<'a> {
    All(Vec<PreparedTest<'a>>),
    Any(Vec<PreparedMember<'a>>),
    Not(Box<PreparedTest<'a>>),
    Atom(Box<PreparedAtom<'a>>),
}

pub(crate) struct PreparedMember<'a> {
    pub(crate) title: Option<&'a Arc<str>>,
    pub(crate) test: PreparedTest<'a>,
}

impl<'a> PreparedTest<'a> {
    pub(crate) fn new(test: &'a Test, setting: Setting<'a>) -> PreparedTest<'a> {
        match test {
            Test::All(tests) => PreparedTest::All(tests.iter().map(|test| PreparedTest::new(test, setting)).collect()),
            Test::Any(members) => {
                let member = |member: &'a Member| PreparedMember {
                    title: member.title.as_ref(),
                    test: PreparedTest::new(&member.test, setting),
                };
                PreparedTest::Any(members.iter().map(member).collect())
            }
            Test::Not(test) => PreparedTest::Not(Box::new(PreparedTest::new(test, setting))),
            Test::Atom(atom) => PreparedTest::Atom(Box::new(PreparedAtom::new(atom, setting))),
        }
    }

    pub(crate) fn truth(&self, instance: &Instance) -> Truth {
        match self {
            PreparedTest::All(tests) => Truth::all(tests.iter().map(|test| test.truth(instance))),
            PreparedTest::Any(members) => Truth::any(members.iter().map(|member| member.test.truth(instance))),
            PreparedTest::Not(test) => test.truth(instance).not(),
            PreparedTest::Atom(atom) => atom.truth(instance),
        }
    }

    /// The atom that the whole test is.
    pub(crate) fn single_atom(&self) -> Option<&PreparedAtom<'a>> {
        match self {
            PreparedTest::Atom(atom) => Some(atom),
            _ => None,
        }
    }

    /// The atoms that must all hold: the test itself or members of nested `all`s.
    pub(crate) fn conjoined_atoms(&self) -> Vec<&PreparedAtom<'a>> {
        match self {
            PreparedTest::All(tests) => tests.iter().flat_map(PreparedTest::conjoined_atoms).collect(),
            PreparedTest::Atom(atom) => vec![atom],
            PreparedTest::Any(_) | PreparedTest::Not(_) => Vec::new(),
        }
    }

    pub(crate) fn first_atom(&self) -> Option<&PreparedAtom<'a>> {
        match self {
            PreparedTest::All(tests) => tests.iter().find_map(PreparedTest::first_atom),
            PreparedTest::Any(members) => members.iter().find_map(|member| member.test.first_atom()),
            PreparedTest::Not(test) => test.first_atom(),
            PreparedTest::Atom(atom) => Some(atom),
        }
    }
}
