//! Reading the tables that the rules refer to.

use std::sync::Arc;

use super::at::At;
use super::context::{Context, LISTED, find};
use super::words::{country_meant, did_you_mean, named, nearest, no_currency};
use crate::rulebook::model::{Asked, Exchange, Names, Question, QuestionKind, Vocabulary};
use crate::rulebook::source::Source;
use crate::value::{Area, Currency, Date, Literal, Rates, by_code_unit, sort};

/// What a day is written as.
pub(super) const DAY: &str = "write a day that exists as YYYY-MM-DD, such as \"2015-05-31\"";
const SOURCE_KINDS: [&str; 3] = ["official", "copy", "secondary"];
const QUESTION_KINDS: [&str; 5] = ["count", "money", "boolean", "choice", "choices"];

impl<'t> Context<'t> {
    pub(super) fn read_sources(&mut self, root: &At<'t>) {
        for (name, at) in self.table(root, "sources") {
            let source = self.read_source(&at);
            self.sources.push((name, source));
        }
        sort(&mut self.sources, &|(a, _), (b, _)| a.cmp(b));
    }

    /// A source with problems is still listed: what refers to it is no problem of its own.
    fn read_source(&mut self, at: &At<'t>) -> Source {
        let mut title = None;
        if self.object(at, "source") {
            self.only(at, &["title", "url", "kind", "date"]);
            title = self.required(at, "title", "a source").and_then(|title| self.filled_text(&title, "title"));
        }
        if let Some(kind) = at.get("kind") {
            self.word(&kind, "kind of source", &SOURCE_KINDS);
        }
        let (url, date) = (self.optional_text(at, "url"), self.optional_text(at, "date"));
        let kind = at.get("kind").and_then(|kind| kind.text()).map(Arc::from);
        Source { title: title.unwrap_or_default().into(), url, kind, date, at: None, says: None }
    }

    pub(super) fn optional_text(&mut self, at: &At<'t>, key: &str) -> Option<Arc<str>> {
        let member = at.get(key)?;
        self.plain_text(&member, &format!("value of `{key}`")).map(Arc::from)
    }

    /// `{ "ref", "at", "says" }`: a passage of a listed source.
    pub(super) fn read_citation(&mut self, at: &At<'t>) -> Option<Arc<Source>> {
        if at.members().is_none() {
            self.is_no(at, "source", "write { \"ref\": … } with the name of one that stands under `sources`");
            return None;
        }
        self.only(at, &["ref", "at", "says"]);
        let (place, says) = (self.optional_text(at, "at"), self.optional_text(at, "says"));
        let reference = self.required(at, "ref", "a source")?;
        let name = self.plain_text(&reference, "name of a source")?;
        self.uses.sources.push(name.to_owned());
        let Some(source) = find(&self.sources, name).cloned() else {
            let names: Vec<&str> = self.sources.iter().take(self.most()).map(|(name, _)| name.as_str()).collect();
            let message = self.unknown("source", name, &names, LISTED);
            self.problems.at(&reference, message);
            return None;
        };
        Some(Arc::new(Source { at: place, says, ..source }))
    }

    pub(super) fn read_vocabulary(&mut self, root: &At<'t>) {
        let mut names = |key| Names::new(self.read_names(root, key));
        let (types, labels, costs) = (names("types"), names("labels"), names("costs"));
        let (contributions, strands) = (names("contributions"), names("strands"));
        let questions = self.read_questions(root);
        self.vocabulary = Vocabulary { types, labels, costs, contributions, strands, questions };
    }

    fn read_names(&mut self, root: &At<'t>, key: &str) -> Vec<(String, String)> {
        let mut names = Vec::new();
        for (name, at) in self.table(root, key) {
            let title = self.plain_text(&at, "title").unwrap_or_default();
            names.push((name, title.to_owned()));
        }
        names
    }

    /// The entries of a table of the rulebook, each key a text that is not empty.
    fn table(&mut self, root: &At<'t>, key: &str) -> Vec<(String, At<'t>)> {
        let Some(at) = root.get(key) else { return Vec::new() };
        self.entries(&at, &format!("table of {key}"))
    }

    fn entries(&mut self, at: &At<'t>, what: &str) -> Vec<(String, At<'t>)> {
        self.object(at, what);
        let members = at.members().unwrap_or_default();
        for member in members.iter().filter(|member| member.key.is_empty()) {
            self.problems.at_key(at, member, "an empty key names nothing: write a text that is not empty");
        }
        members.iter().map(|member| (member.key.clone(), at.member(member))).collect()
    }

    pub(super) fn read_groups(&mut self, root: &At<'t>) {
        for (name, at) in self.table(root, "groups") {
            let areas = if at.members().is_some() { self.read_sourced_group(&at) } else { Some(at) };
            let areas = areas.map_or_else(Vec::new, |areas| self.read_areas(&areas));
            self.groups.push((name, areas));
        }
        sort(&mut self.groups, &|(a, _), (b, _)| a.cmp(b));
    }

    fn read_sourced_group(&mut self, at: &At<'t>) -> Option<At<'t>> {
        self.only(at, &["areas", "source"]);
        if let Some(source) = at.get("source") {
            self.read_citation(&source);
        }
        self.required(at, "areas", "a group")
    }

    fn read_areas(&mut self, at: &At<'t>) -> Vec<Area> {
        let Some(items) = self.filled_list(at, "areas") else { return Vec::new() };
        items.iter().filter_map(|item| self.read_area(item)).collect()
    }

    /// A country or a region.
    pub(super) fn read_area(&mut self, at: &At<'t>) -> Option<Area> {
        let area = at.text().and_then(Area::from_code);
        match &area {
            None => {
                let hint = self.area_meant(at);
                self.is_no(
                    at,
                    "country or region",
                    &format!("write a code of ISO 3166-1 (\"DE\"), ISO 3166-2 (\"DE-BB\") or NUTS (\"DE40\"){hint}"),
                );
            }
            Some(Area::Region(region)) => self.uses.regions.push((at.clone(), region.is_nuts)),
            Some(Area::Country(_)) => {}
        }
        area
    }

    /// A country by its name, or a group without its `@`.
    fn area_meant(&self, at: &At<'t>) -> String {
        let Some(written) = at.text().filter(|_| self.problems.are_few()) else { return String::new() };
        let groups: Vec<String> = self.groups.iter().map(|(name, _)| format!("@{name}")).collect();
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        did_you_mean(country_meant(written).or_else(|| nearest(&format!("@{written}"), &groups)))
    }

    fn read_questions(&mut self, root: &At<'t>) -> Vec<Question> {
        let mut questions = Vec::new();
        for (name, at) in self.table(root, "questions") {
            questions.push(self.read_question(name, &at));
        }
        sort(&mut questions, &|a: &Question, b: &Question| by_code_unit(&a.name, &b.name));
        questions
    }

    /// A question with problems is still listed, and what uses it is not held against it.
    fn read_question(&mut self, name: String, at: &At<'t>) -> Question {
        if self.object(at, "question") {
            self.only(at, &["of", "kind", "label", "currency", "choices"]);
        }
        let label = self.optional_text(at, "label").map_or_else(|| name.clone(), |label| label.to_string());
        let of = self.question_word(at, "of", &["proposal", "partner"]);
        let kind = self.question_word(at, "kind", &QUESTION_KINDS);
        if of.is_none() || kind.is_none() {
            self.unsound_questions.push(name.clone());
        }
        let of = if of == Some(1) { Asked::Partner } else { Asked::Proposal };
        Question { name, label, of, kind: self.read_question_kind(at, kind) }
    }

    fn question_word(&mut self, at: &At<'t>, key: &str, words: &[&str]) -> Option<usize> {
        at.members()?;
        let member = self.required(at, key, "a question")?;
        self.word(&member, &format!("value of `{key}`"), words)
    }

    fn read_question_kind(&mut self, at: &At<'t>, kind: Option<usize>) -> QuestionKind {
        let currency = at.get("currency").and_then(|currency| self.question_currency(&currency, kind));
        let choices = self.read_choices(at, kind);
        match kind {
            Some(1) => QuestionKind::Money(currency),
            Some(2) => QuestionKind::Boolean,
            Some(3) => QuestionKind::Choice(choices),
            Some(4) => QuestionKind::Choices(choices),
            _ => QuestionKind::Count,
        }
    }

    fn question_currency(&mut self, at: &At<'t>, kind: Option<usize>) -> Option<Currency> {
        if matches!(kind, Some(kind) if kind != 1) {
            self.problems
                .at(at, "only a question of kind `money` has a currency: take it out, or make the kind `money`");
            return None;
        }
        self.currency_code(at)
    }

    fn read_choices(&mut self, at: &At<'t>, kind: Option<usize>) -> Names {
        let takes_choices = matches!(kind, Some(3 | 4));
        match at.get("choices") {
            None if takes_choices => {
                self.problems.at(at, "a question to choose from needs `choices`, such as { \"food\": \"Food\" }");
                Names::default()
            }
            Some(choices) if kind.is_some() && !takes_choices => {
                self.problems.at(
                    &choices,
                    "only questions of kind `choice` or `choices` have choices: take them out, or change the kind",
                );
                Names::default()
            }
            Some(choices) => self.read_choice_names(&choices),
            None => Names::default(),
        }
    }

    fn read_choice_names(&mut self, at: &At<'t>) -> Names {
        if at.members().is_some_and(<[_]>::is_empty) {
            self.problems.at(at, "there is nothing to choose from: write at least one choice");
        }
        let mut names = Vec::new();
        for (name, title) in self.entries(at, "table of choices") {
            let title = self.plain_text(&title, "title").unwrap_or_default();
            names.push((name, title.to_owned()));
        }
        Names::new(names)
    }

    pub(super) fn read_exchange(&mut self, root: &At<'t>) -> Option<Exchange> {
        let at = root.get("exchange")?;
        if !self.object(&at, "table of rates") {
            return None;
        }
        self.only(&at, &["base", "date", "source", "units"]);
        if let Some(source) = self.required(&at, "source", "`exchange`") {
            self.read_citation(&source);
        }
        let date = at.get("date").and_then(|date| self.read_exchange_date(&date));
        let base = self.required(&at, "base", "`exchange`").and_then(|base| self.currency_code(&base));
        let units = self.required(&at, "units", "`exchange`");
        let mut rates = Rates::new(base.unwrap_or(self.currency));
        for (code, unit) in units.map_or_else(Vec::new, |units| self.entries(&units, "table of units")) {
            self.read_unit(&code, &unit, base, &mut rates);
        }
        Some(Exchange { rates, date })
    }

    fn read_exchange_date(&mut self, at: &At<'t>) -> Option<Arc<str>> {
        let date = at.text().filter(|text| Date::from_text(text).is_some());
        if date.is_none() {
            self.is_no(at, "date", DAY);
        }
        date.map(Arc::from)
    }

    fn read_unit(&mut self, code: &str, at: &At<'t>, base: Option<Currency>, rates: &mut Rates) {
        let currency = Currency::from_code(code);
        let unit = literal(at).and_then(|literal| Rates::unit(&literal));
        match (currency, unit) {
            (None, _) => self.problems.at(at, no_currency(code)),
            (Some(_), None) => self.is_no(
                at,
                "number of units",
                "write one above 0, with at most 15 digits before the point and 10 behind it",
            ),
            (Some(currency), Some(_)) if Some(currency) == base => {
                self.problems.at(at, format!("{} is the base, of which one makes one: take it out", named(code)))
            }
            (Some(currency), Some(unit)) => rates.insert(currency, unit),
        }
    }
}

/// A decimal as text or as a JSON number.
pub(super) fn literal(at: &At<'_>) -> Option<Literal> {
    match (at.text(), at.number()) {
        (Some(text), _) => Literal::from_text(text),
        (_, Some(number)) => Literal::from_text(&number.plain()),
        _ => None,
    }
}
