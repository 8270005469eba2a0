//! Reading filters and the values that attributes take.

use super::at::At;
use super::context::{Context, LISTED, Table, find};
use super::syntax::FilterSyntax;
use super::words::named;
use crate::rulebook::model::{Asked, Attribute, Choices, Clause, QuestionKind, ROLES, SIZES};
use crate::value::Area;

pub(super) const FILTER_KEYS: [&str; 9] =
    ["country", "region", "type", "size", "role", "labels", "answers", "funded", "contributing"];

impl<'t> Context<'t> {
    pub(super) fn read_filter(&mut self, at: &At<'t>) -> FilterSyntax {
        self.object(at, "filter");
        self.only(at, &FILTER_KEYS);
        let mut filter = self.read_clauses(at);
        filter.demand_unknown(at);
        filter
    }

    /// The filter keys of an object that may have others, as a row does.
    pub(super) fn read_clauses(&mut self, at: &At<'t>) -> FilterSyntax {
        let mut filter = FilterSyntax::default();
        for member in at.members().unwrap_or_default() {
            let value = at.member(member);
            match member.key.as_str() {
                "answers" => self.read_answer_clauses(&value, &mut filter),
                "funded" => self.read_flag(&value, "funded", Clause::Funded, &mut filter),
                "contributing" => self.read_flag(&value, "contributing", Clause::Contributing, &mut filter),
                key => {
                    if let Some(attribute) = attribute(key) {
                        self.read_attribute_clause(&value, key, attribute, &mut filter);
                    }
                }
            }
        }
        filter
    }

    fn read_flag(&mut self, at: &At<'t>, key: &str, clause: fn(bool) -> Clause, filter: &mut FilterSyntax) {
        filter.demand(key, at);
        match at.boolean() {
            Some(flag) => filter.clauses.push(clause(flag)),
            None => self.is_no(at, &format!("value of `{key}`"), "write true or false"),
        }
    }

    fn read_attribute_clause(&mut self, at: &At<'t>, key: &str, attribute: Attribute, filter: &mut FilterSyntax) {
        self.uses.mentions_role |= attribute == Attribute::Role;
        filter.demand(key, at);
        let (values, negated) = self.read_negation(at);
        if let Some(choices) = self.read_choices_of(&values, attribute) {
            filter.clauses.push(Clause::Attribute { attribute, choices, negated });
        }
    }

    /// `{ "not": … }` or the values themselves.
    fn read_negation(&mut self, at: &At<'t>) -> (At<'t>, bool) {
        match at.get("not") {
            Some(values) => {
                self.only(at, &["not"]);
                (values, true)
            }
            None => (at.clone(), false),
        }
    }

    fn read_answer_clauses(&mut self, at: &At<'t>, filter: &mut FilterSyntax) {
        if !self.object(at, "condition on `answers`") {
            filter.demand("answers", at);
        }
        for member in at.members().unwrap_or_default() {
            let value = at.member(member);
            filter.demand(&format!("answers/{}", member.key), &value);
            let Some(question) = self.find_question(&member.key, &value) else { continue };
            if !self.is_filterable(question) {
                let name = named(&member.key);
                self.problems.at(&value, format!("{name} cannot be filtered by: a filter takes questions of partners whose kind is `boolean` or `choice`"));
                continue;
            }
            let (values, negated) = self.read_negation(&value);
            let attribute = Attribute::Answer(question);
            if let Some(choices) = self.read_choices_of(&values, attribute) {
                filter.clauses.push(Clause::Attribute { attribute, choices, negated });
            }
        }
    }

    pub(super) fn find_question(&mut self, name: &str, at: &At<'t>) -> Option<usize> {
        let found = self.vocabulary.question(name).map(|(index, _)| index);
        self.uses.question_names.push(name.to_owned());
        if found.is_none() {
            let questions = self.vocabulary.questions.iter().take(self.most());
            let names: Vec<&str> = questions.map(|question| question.name.as_str()).collect();
            let message = self.unknown("question", name, &names, LISTED);
            self.problems.at(at, message);
        }
        found.filter(|_| !self.unsound_questions.iter().any(|unsound| unsound == name))
    }

    fn is_filterable(&self, question: usize) -> bool {
        self.vocabulary.questions.get(question).is_some_and(|question| {
            question.of == Asked::Partner && matches!(question.kind, QuestionKind::Boolean | QuestionKind::Choice(_))
        })
    }

    /// A value or a list of values that the attribute takes.
    pub(super) fn read_choices_of(&mut self, at: &At<'t>, attribute: Attribute) -> Option<Choices> {
        if at.items().is_some_and(|items| items.is_empty()) {
            self.problems.at(at, "an empty list names nothing: write at least one value, or leave the condition out");
            return None;
        }
        let items = at.one_or_more();
        match attribute {
            Attribute::Country => self.read_areas_of(&items).map(Choices::Areas),
            Attribute::Region => self.read_regions_of(&items).map(Choices::Areas),
            _ => self.read_indices_of(&items, attribute).map(Choices::Indices),
        }
    }

    fn read_areas_of(&mut self, items: &[At<'t>]) -> Option<Vec<Area>> {
        let areas: Vec<Option<Vec<Area>>> = items.iter().map(|item| self.read_area_or_group(item)).collect();
        areas.into_iter().collect::<Option<Vec<_>>>().map(|areas| areas.concat())
    }

    fn read_area_or_group(&mut self, at: &At<'t>) -> Option<Vec<Area>> {
        let Some(name) = at.text().and_then(|text| text.strip_prefix('@')) else {
            return self.read_area(at).map(|area| vec![area]);
        };
        self.uses.groups.push(name.to_owned());
        let areas = find(&self.groups, name).cloned();
        if areas.is_none() && find(&self.groups, &format!("@{name}")).is_some() {
            let group = named(&format!("@{name}"));
            self.problems.at(at, format!("unknown group {group}: under `groups` it stands without the `@`"));
        } else if areas.is_none() {
            let names: Vec<String> = self.groups.iter().take(self.most()).map(|(name, _)| format!("@{name}")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let message = self.unknown("group", &format!("@{name}"), &names, LISTED);
            self.problems.at(at, message);
        }
        areas
    }

    fn read_regions_of(&mut self, items: &[At<'t>]) -> Option<Vec<Area>> {
        let regions: Vec<Option<Area>> = items.iter().map(|item| self.read_region(item)).collect();
        regions.into_iter().collect()
    }

    fn read_region(&mut self, at: &At<'t>) -> Option<Area> {
        let is_region = at.text().and_then(Area::from_code).is_some_and(|area| matches!(area, Area::Region(_)));
        if !is_region {
            self.is_no(at, "region", "write a code of ISO 3166-2 (\"DE-BB\") or NUTS (\"DE40\")");
            return None;
        }
        self.read_area(at)
    }

    fn read_indices_of(&mut self, items: &[At<'t>], attribute: Attribute) -> Option<Vec<usize>> {
        let indices: Vec<Option<Vec<usize>>> = items.iter().map(|item| self.read_index(item, attribute)).collect();
        indices.into_iter().collect::<Option<Vec<_>>>().map(|indices| indices.concat())
    }

    fn read_index(&mut self, at: &At<'t>, attribute: Attribute) -> Option<Vec<usize>> {
        match attribute {
            Attribute::Size if at.text() == Some("sme") => Some(vec![0, 1, 2]),
            Attribute::Size => self
                .word(at, "size", &["micro", "small", "medium", "large", "sme"])
                .filter(|size| *size < SIZES.len())
                .map(|size| vec![size]),
            Attribute::Role => self.word(at, "role", &ROLES).map(|role| vec![role]),
            Attribute::Type => self.name(at, "type", Table::Types).map(|index| vec![index]),
            Attribute::Labels => self.name(at, "label", Table::Labels).map(|index| vec![index]),
            Attribute::Strand => self.name(at, "strand", Table::Strands).map(|index| vec![index]),
            Attribute::Answer(question) | Attribute::OwnAnswer(question) => {
                self.read_answer_value(at, question).map(|index| vec![index])
            }
            Attribute::Country | Attribute::Region => None,
        }
    }

    fn read_answer_value(&mut self, at: &At<'t>, question: usize) -> Option<usize> {
        let kind = self.vocabulary.questions.get(question).map(|question| &question.kind);
        if let Some(QuestionKind::Choice(choices) | QuestionKind::Choices(choices)) = kind {
            let found = at.text().map(|text| (text, choices.find(text)));
            let names: Vec<&str> = choices.names().take(self.most()).collect();
            match found {
                Some((_, Some(choice))) => return Some(choice),
                Some((text, None)) => {
                    let message = self.unknown("choice", text, &names, "the question lists");
                    self.problems.at(at, message);
                }
                None => self.is_no(at, "choice", "write the name of one that the question lists"),
            }
            return None;
        }
        let answer = at.boolean().map(usize::from);
        if answer.is_none() {
            self.is_no(at, "answer to this question", "write true or false");
        }
        answer
    }
}

fn attribute(key: &str) -> Option<Attribute> {
    match key {
        "country" => Some(Attribute::Country),
        "region" => Some(Attribute::Region),
        "type" => Some(Attribute::Type),
        "size" => Some(Attribute::Size),
        "role" => Some(Attribute::Role),
        "labels" => Some(Attribute::Labels),
        _ => None,
    }
}

impl FilterSyntax {
    /// A condition as it is written, be it readable or not.
    fn demand(&mut self, key: &str, at: &At<'_>) {
        self.add_condition(format!("{key}={}", at.tree.canonical()));
    }

    /// What is no condition, be it the whole, was meant as one: the set is not that of a filter without it.
    fn demand_unknown(&mut self, at: &At<'_>) {
        let Some(members) = at.members() else { return self.demand("", at) };
        for member in members.iter().filter(|member| !FILTER_KEYS.contains(&member.key.as_str())) {
            self.demand(&member.key, &at.member(member));
        }
    }

    fn add_condition(&mut self, condition: String) {
        if let Err(place) = self.conditions.binary_search(&condition) {
            self.conditions.insert(place, condition);
        }
    }

    /// Both must hold.
    pub(super) fn and(&self, other: &FilterSyntax) -> FilterSyntax {
        let mut both = self.clone();
        both.clauses.extend_from_slice(&other.clauses);
        other.conditions.iter().for_each(|condition| both.add_condition(condition.clone()));
        both
    }
}
