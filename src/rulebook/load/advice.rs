//! What could be better in a sound rulebook.

use super::at::{At, Problems};
use super::context::Context;
use super::words::named;
use crate::rulebook::problem::Problem;
use crate::value::sort;

impl<'t> Context<'t> {
    /// Only of a sound rulebook is advice given.
    pub(super) fn advice(&self, text: &'t str, root: &At<'t>) -> Vec<Problem> {
        let mut advice = Problems::new(text);
        self.advise_on_roles(&mut advice);
        self.advise_on_groups(root, &mut advice);
        self.advise_on_unused(root, &mut advice);
        if let Some(strands) = root.get("strands").filter(|strands| {
            !self.uses.requires_strand && strands.members().is_some_and(|members| !members.is_empty())
        }) {
            advice.at(&strands, "no rule requires a strand, so nothing asks for it, and a proposal that names none leaves every rule of a strand open: add a rule such as { \"measure\": \"strand\", \"in\": [ … ] }");
        }
        advice.sorted()
    }

    /// Do associated partners count?
    fn advise_on_roles(&self, advice: &mut Problems<'t>) {
        let first = self.uses.head_counts.iter().min_by_key(|at| at.tree.span.start);
        if let Some(at) = first.filter(|_| !self.uses.mentions_role) {
            advice.at(at, "partners are counted here and no rule or notice speaks of roles: say whether associated partners count");
        }
    }

    fn advise_on_groups(&self, root: &At<'t>, advice: &mut Problems<'t>) {
        for (name, at) in entries(root, "groups").filter(|(_, at)| !at.has("source")) {
            let name = named(&name);
            advice.at(&at, format!("the group {name} has no source: say where the call lists it, as {{ \"areas\": [ … ], \"source\": {{ … }} }}"));
        }
    }

    fn advise_on_unused(&self, root: &At<'t>, advice: &mut Problems<'t>) {
        for (table, what, used) in [
            ("groups", "group", &self.uses.groups),
            ("questions", "question", &self.uses.question_names),
            ("sources", "source", &self.uses.sources),
        ] {
            let mut used: Vec<&str> = used.iter().map(String::as_str).collect();
            sort(&mut used, &|a, b| a.cmp(b));
            for (name, at) in entries(root, table).filter(|(name, _)| used.binary_search(&name.as_str()).is_err()) {
                advice.at(
                    &at,
                    format!("no rule, notice or table uses the {what} {}: use it, or take it out", named(&name)),
                );
            }
        }
    }
}

/// The entries of one of the rulebook's tables.
fn entries<'t>(root: &At<'t>, table: &str) -> impl Iterator<Item = (String, At<'t>)> {
    let table = root.get(table);
    let members = table.as_ref().and_then(At::members).unwrap_or_default();
    members.iter().filter_map(move |member| table.as_ref().map(|table| (member.key.clone(), table.member(member))))
}
