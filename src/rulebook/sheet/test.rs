//! Tests in words.

use super::set::Scope;
use crate::rulebook::model::{Member, Test};

impl Scope<'_> {
    pub(super) fn test(&self, test: &Test) -> String {
        match test {
            Test::All(tests) => listed(&self.all(tests), "and"),
            Test::Any(members) => listed(&self.any(members), "or"),
            Test::Not(test) => self.not(test),
            Test::Atom(atom) => self.atom(atom),
        }
    }

    fn all(&self, tests: &[Test]) -> Vec<String> {
        tests.iter().map(|test| self.nested(test)).collect()
    }

    fn any(&self, members: &[Member]) -> Vec<String> {
        members.iter().map(|member| self.member(member)).collect()
    }

    /// Within another test; parentheses hold together what is itself a list.
    fn nested(&self, test: &Test) -> String {
        let words = self.test(test);
        if is_list(test) { format!("({words})") } else { words }
    }

    fn member(&self, member: &Member) -> String {
        match &member.title {
            Some(title) => format!("{title} ({})", self.test(&member.test)),
            None => self.nested(&member.test),
        }
    }

    fn not(&self, test: &Test) -> String {
        match test {
            Test::All(tests) if tests.len() > 1 => format!("not all of these: {}", self.all(tests).join("; ")),
            Test::Any(members) if members.len() > 1 => format!("none of these: {}", self.any(members).join("; ")),
            Test::All(tests) => tests.first().map_or_else(String::new, |test| self.not(test)),
            Test::Any(members) => members.first().map_or_else(String::new, |member| self.not(&member.test)),
            Test::Not(test) => self.test(test),
            Test::Atom(atom) => self.contrary(atom).unwrap_or_else(|| format!("not ({})", self.atom(atom))),
        }
    }
}

/// `a`, `a; and b`, `a; b; and c`.
fn listed(parts: &[String], last_joint: &str) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}; {last_joint} {last}", rest.join("; ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn is_list(test: &Test) -> bool {
    match test {
        Test::All(tests) => tests.len() > 1 || tests.first().is_some_and(is_list),
        Test::Any(members) => members.len() > 1 || members.first().is_some_and(|member| is_list(&member.test)),
        Test::Not(test) => is_list(test),
        Test::Atom(_) => false,
    }
}
