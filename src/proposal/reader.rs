//! Reading a proposal leniently against a rulebook.

use super::MAX_PARTNERS;
use super::field::{Field, Money};
use super::node::{Fields, Node};
use super::reading::{Amounts, Answer, Invalid, Partner, Reading, State, Table};
use super::values;
use crate::rulebook::model::{Asked, Model, Names, Question, QuestionKind, ROLES, SIZES};
use crate::value::{Currency, escape};

impl Reading {
    pub(crate) fn new(model: &Model, proposal: &Node<'_>) -> Reading {
        let mut reading = Reading::without_partners(model, proposal);
        reading.partners = reading.read_partners(model, proposal);
        reading
    }

    /// All but the partners' own fields.
    pub(crate) fn without_partners(model: &Model, node: &Node<'_>) -> Reading {
        let empty = Fields::default();
        let fields = match node {
            Node::Object(fields) => fields,
            _ => &empty,
        };
        let mut reader = Reader { model, asked: Asked::Proposal, currency: None, invalid: Vec::new() };
        if !matches!(node, Node::Object(_)) {
            reader.invalid.push(Invalid::default());
        }
        let mut reading = reader.read_head(fields);
        reading.is_object = matches!(node, Node::Object(_));
        reading
    }

    fn read_partners(&mut self, model: &Model, proposal: &Node<'_>) -> Field<Vec<Partner>> {
        match proposal.partner_nodes() {
            Field::Absent => Field::Absent,
            Field::Given(nodes) => Field::Given(nodes.iter().map(|node| self.read_partner(model, node)).collect()),
            Field::Unreadable => Field::Unreadable,
        }
    }

    pub(crate) fn read_partner(&self, model: &Model, node: &Node<'_>) -> Partner {
        let fields = match node {
            Node::Absent => return Partner { effective_currency: self.default_currency, ..Partner::default() },
            Node::Object(fields) => fields,
            _ => return Partner { state: State::Unreadable, invalid: vec![Invalid::default()], ..Partner::default() },
        };
        Reader { model, asked: Asked::Partner, currency: self.default_currency, invalid: Vec::new() }
            .read_partner(fields)
    }
}

impl<'a> Node<'a> {
    /// The elements of `partners`; too long a list is unreadable.
    pub(crate) fn partner_nodes(&self) -> Field<&[Node<'a>]> {
        let Node::Object(fields) = self else { return Field::Unreadable };
        match fields.get("partners") {
            Node::Absent => Field::Absent,
            Node::List(items) if items.len() <= MAX_PARTNERS => Field::Given(items),
            _ => Field::Unreadable,
        }
    }
}

/// Reads the fields of one object in the order of the format, collecting what is unreadable.
struct Reader<'m> {
    model: &'m Model,
    asked: Asked,
    /// The currency of the amounts that follow.
    currency: Option<Currency>,
    invalid: Vec<Invalid>,
}

impl Reader<'_> {
    fn read_head(mut self, fields: &Fields<'_>) -> Reading {
        self.field(fields, "title", values::any_text);
        let strand = self.field(fields, "strand", |node| values::name(node, &self.model.vocabulary.strands));
        let months = self.plain(fields.get("months"), || "/months".to_owned(), values::whole);
        let start = self.field(fields, "start", values::date);
        let end = self.field(fields, "end", values::date);
        let submitted = self.field(fields, "submitted", values::moment);
        let currency = self.field(fields, "currency", values::currency);
        self.currency = effective(&currency, Some(self.model.currency));
        let totals = self.amounts(fields);
        let answers = self.answers(fields);
        let partners = fields.get("partners");
        if !matches!(partners, Node::Absent) && !matches!(partners, Node::List(items) if items.len() <= MAX_PARTNERS) {
            self.invalid.push(Invalid::at("/partners".to_owned()));
        }
        Reading {
            strand,
            months,
            start,
            end,
            submitted,
            currency,
            default_currency: self.currency,
            totals,
            answers,
            invalid: self.invalid,
            ..Reading::default()
        }
    }

    fn read_partner(mut self, fields: &Fields<'_>) -> Partner {
        let vocabulary = &self.model.vocabulary;
        let name = self.field(fields, "name", values::name_text);
        let country = self.field(fields, "country", values::country);
        let region = self.field(fields, "region", |node| values::region(node, &country));
        let kind = self.field(fields, "type", |node| values::name(node, &vocabulary.types));
        let size = self.field(fields, "size", |node| values::word(node, &SIZES));
        let role = self.field(fields, "role", |node| values::word(node, &ROLES));
        let labels = self.names(fields.get("labels"), || "/labels".to_owned(), &vocabulary.labels);
        let submitted = self.field(fields, "submitted", values::moment);
        let currency = self.field(fields, "currency", values::currency);
        self.currency = effective(&currency, self.currency);
        let amounts = self.amounts(fields);
        let answers = self.answers(fields);
        let effective_currency = self.currency;
        Partner {
            state: State::Given,
            name,
            country,
            region,
            kind,
            size,
            role,
            labels,
            submitted,
            currency,
            effective_currency,
            amounts,
            answers,
            invalid: self.invalid,
        }
    }

    fn field<T>(&mut self, fields: &Fields<'_>, key: &str, read: impl FnOnce(&Node<'_>) -> Option<T>) -> Field<T> {
        let field = Field::of(fields.get(key), read);
        self.note(&field, || format!("/{key}"));
        field
    }

    fn note<T>(&mut self, field: &Field<T>, path: impl FnOnce() -> String) {
        if matches!(field, Field::Unreadable) {
            self.invalid.push(Invalid::at(path()));
        }
    }

    /// What is no text, but a number or a yes or no; between quotes it is told so.
    fn plain<T>(&mut self, node: &Node<'_>, path: impl Fn() -> String, read: fn(&Node<'_>) -> Option<T>) -> Field<T> {
        let field = Field::of(node, read);
        if matches!(field, Field::Unreadable) {
            let is_quoted = values::unquoted(node).is_some_and(|node| read(&node).is_some());
            self.invalid.push(Invalid { path: path(), is_quoted });
        }
        field
    }

    /// A list of names; one that is unreadable leaves the whole list unknown.
    fn names(&mut self, node: &Node<'_>, path: impl Fn() -> String, names: &Names) -> Field<Vec<usize>> {
        let items = match node {
            Node::Absent => return Field::Absent,
            Node::List(items) => items,
            _ => {
                self.invalid.push(Invalid::at(path()));
                return Field::Unreadable;
            }
        };
        let mut known = Some(Vec::new());
        for (index, item) in items.iter().enumerate().filter(|(_, item)| !matches!(item, Node::Absent)) {
            match values::name(item, names) {
                Some(name) => known.iter_mut().for_each(|known| known.push(name)),
                None => {
                    self.invalid.push(Invalid::at(format!("{}/{index}", path())));
                    known = None;
                }
            }
        }
        known.map_or(Field::Unreadable, Field::Given)
    }

    fn amounts(&mut self, fields: &Fields<'_>) -> Amounts {
        let currency = self.currency;
        let (costs, contributions) = (&self.model.vocabulary.costs, &self.model.vocabulary.contributions);
        Amounts {
            grant: self.field(fields, "grant", |node| values::money(node, currency)),
            costs: self.money_table(fields, "costs", costs),
            contributions: self.money_table(fields, "contributions", contributions),
        }
    }

    fn money_table(&mut self, fields: &Fields<'_>, name: &'static str, names: &Names) -> Table<Money> {
        let currency = self.currency;
        self.table(fields, name, names.len(), |reader, key, value| {
            let index = names.find(key);
            let money = index.and_then(|_| values::money(value, currency));
            let field = money.map_or(Field::Unreadable, Field::Given);
            reader.note(&field, || path_of(name, key));
            (index, field)
        })
    }

    /// Any object's fields by the rulebook's keys; one that it does not list is invalid and adds nothing.
    fn table<T: Clone>(
        &mut self,
        fields: &Fields<'_>,
        name: &'static str,
        length: usize,
        mut read: impl FnMut(&mut Self, &str, &Node<'_>) -> (Option<usize>, Field<T>),
    ) -> Table<T> {
        let entries = match fields.get(name) {
            Node::Absent => return Field::Absent,
            Node::Object(entries) => entries,
            _ => {
                self.invalid.push(Invalid::at(format!("/{name}")));
                return Field::Unreadable;
            }
        };
        let mut table: Vec<Field<T>> = vec![Field::Absent; length];
        for (key, value) in entries.iter().filter(|(_, value)| !matches!(value, Node::Absent)) {
            let (index, field) = read(self, key, value);
            if let Some(place) = index.and_then(|index| table.get_mut(index)) {
                *place = field;
            }
        }
        Field::Given(table)
    }

    fn answers(&mut self, fields: &Fields<'_>) -> Table<Answer> {
        let (model, asked) = (self.model, self.asked);
        self.table(fields, "answers", model.vocabulary.questions.len(), |reader, key, value| {
            match model.vocabulary.question(key).filter(|(_, question)| question.of == asked) {
                Some((index, question)) => (Some(index), reader.answer(question, value)),
                None => {
                    reader.invalid.push(Invalid::at(path_of("answers", key)));
                    (None, Field::Unreadable)
                }
            }
        })
    }

    /// A list of choices tells of its unreadable elements itself.
    fn answer(&mut self, question: &Question, node: &Node<'_>) -> Field<Answer> {
        let path = || path_of("answers", &question.name);
        let currency = self.currency;
        let field = match &question.kind {
            QuestionKind::Count => {
                return self.plain(node, path, |node| values::whole(node).map(Answer::Count));
            }
            QuestionKind::Money(named) => {
                Field::of(node, |node| values::money(node, named.or(currency)).map(Answer::Money))
            }
            QuestionKind::Boolean => {
                return self.plain(node, path, |node| values::boolean(node).map(Answer::One));
            }
            QuestionKind::Choice(choices) => Field::of(node, |node| values::name(node, choices).map(Answer::One)),
            QuestionKind::Choices(choices) => {
                return match self.names(node, path, choices) {
                    Field::Given(chosen) => Field::Given(Answer::Several(chosen)),
                    Field::Absent => Field::Absent,
                    Field::Unreadable => Field::Unreadable,
                };
            }
        };
        self.note(&field, path);
        field
    }
}

/// Where a table's entry stands.
fn path_of(table: &str, key: &str) -> String {
    format!("/{table}/{}", escape(key))
}

fn effective(own: &Field<Currency>, default: Option<Currency>) -> Option<Currency> {
    match own {
        Field::Absent => default,
        Field::Given(currency) => Some(*currency),
        Field::Unreadable => None,
    }
}
