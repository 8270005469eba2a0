//! Reading what is measured.

use super::at::At;
use super::context::{Context, Table};
use super::syntax::MeasureSyntax;
use super::words::{listed, named, unknown};
use crate::rulebook::model::{Asked, Attribute, DateField, Each, Kind, QuestionKind, Unit};

const MEASURES: [&str; 16] = [
    "grant",
    "cost",
    "contribution",
    "partners",
    "countries",
    "months",
    "start",
    "end",
    "submitted",
    "country",
    "region",
    "type",
    "size",
    "role",
    "labels",
    "strand",
];

/// The measures that are an object.
const KEYED: [&str; 3] = ["cost", "contribution", "answer"];

impl<'t> Context<'t> {
    pub(super) fn read_measure(&mut self, at: &At<'t>, each: Each) -> Option<MeasureSyntax> {
        match at.text() {
            Some(name) => self.read_named_measure(at, name, each),
            None => self.read_keyed_measure(at, each),
        }
    }

    fn read_named_measure(&mut self, at: &At<'t>, name: &str, each: Each) -> Option<MeasureSyntax> {
        let attribute = match name {
            "grant" => return Some(MeasureSyntax::Money { kind: Kind::Grant, keys: Vec::new() }),
            "cost" => return self.read_all_keys(at, Kind::Cost),
            "contribution" => return self.read_all_keys(at, Kind::Contribution),
            "partners" => return Some(MeasureSyntax::Partners),
            "countries" => return Some(MeasureSyntax::Countries),
            "months" => return Some(MeasureSyntax::Months),
            "start" => return Some(MeasureSyntax::Date(DateField::Start)),
            "end" => return Some(MeasureSyntax::Date(DateField::End)),
            "submitted" => return Some(MeasureSyntax::Date(DateField::Submitted)),
            "strand" => return Some(MeasureSyntax::Attribute(Attribute::Strand)),
            "country" => Attribute::Country,
            "region" => Attribute::Region,
            "type" => Attribute::Type,
            "size" => Attribute::Size,
            "role" => Attribute::Role,
            "labels" => Attribute::Labels,
            _ => {
                self.problems.at(at, unknown("measure", name, &MEASURES, "measures are"));
                return None;
            }
        };
        self.uses.mentions_role |= attribute == Attribute::Role;
        self.of_a_partner(at, each, name)?;
        Some(MeasureSyntax::Attribute(attribute))
    }

    fn of_a_partner(&mut self, at: &At<'t>, each: Each, what: &str) -> Option<()> {
        if each == Each::Partner {
            return Some(());
        }
        let what = named(what);
        self.problems.at(at, format!("{what} is measured of one partner: give the rule `\"each\": \"partner\"`, or count partners by a `where`"));
        None
    }

    fn read_all_keys(&mut self, at: &At<'t>, kind: Kind) -> Option<MeasureSyntax> {
        let keys: Vec<usize> = (0..table(kind).of(&self.vocabulary).len()).collect();
        self.some_keys(at, kind, keys)
    }

    fn some_keys(&mut self, at: &At<'t>, kind: Kind, keys: Vec<usize>) -> Option<MeasureSyntax> {
        if keys.is_empty() {
            let what = table_name(kind);
            self.problems
                .at(at, format!("there is nothing to sum: the rulebook lists no {what}, or none is left of them"));
            return None;
        }
        Some(MeasureSyntax::Money { kind, keys })
    }

    /// `{ "cost": … }`, `{ "contribution": … }` or `{ "answer": … }`.
    fn read_keyed_measure(&mut self, at: &At<'t>, each: Each) -> Option<MeasureSyntax> {
        let mut found = KEYED.iter().filter_map(|kind| at.get(kind).map(|value| (*kind, value)));
        let (Some((kind, value)), None) = (found.next(), found.next()) else {
            self.no_keyed_measure(at);
            return None;
        };
        self.only(at, &[kind]);
        match kind {
            "cost" => self.read_keys(at, &value, Kind::Cost),
            "contribution" => self.read_keys(at, &value, Kind::Contribution),
            _ => self.read_answer(at, &value, each),
        }
    }

    /// None of the words that make a measure of keys, or several.
    fn no_keyed_measure(&mut self, at: &At<'t>) {
        let found: Vec<&str> = KEYED.into_iter().filter(|kind| at.has(kind)).collect();
        let message = match (found.as_slice(), at.members().and_then(<[_]>::first)) {
            ([], Some(other)) => unknown("measure", &other.key, &KEYED, "measures of keys are"),
            ([], None) => {
                let right = format!("write a name such as \"grant\", or an object with {}", listed(&KEYED, "or"));
                return self.is_no(at, "measure", &right);
            }
            (several, _) => format!("{} in one measure: keep one", listed(several, "and")),
        };
        self.problems.at(at, message);
    }

    /// A list of keys, or `{ "not": list }`: all but these.
    fn read_keys(&mut self, measure: &At<'t>, at: &At<'t>, kind: Kind) -> Option<MeasureSyntax> {
        let negated = at.get("not");
        if negated.is_some() {
            self.only(at, &["not"]);
        }
        let list = negated.clone().unwrap_or_else(|| at.clone());
        let items = self.filled_list(&list, table_name(kind))?;
        let read: Vec<Option<usize>> = items.iter().map(|item| self.name(item, key_name(kind), table(kind))).collect();
        let named: Vec<usize> = read.into_iter().collect::<Option<_>>()?;
        let all = 0..table(kind).of(&self.vocabulary).len();
        let keys = all.filter(|key| named.contains(key) != negated.is_some()).collect();
        self.some_keys(measure, kind, keys)
    }

    fn read_answer(&mut self, measure: &At<'t>, at: &At<'t>, each: Each) -> Option<MeasureSyntax> {
        let name = self.plain_text(at, "name of a question")?;
        let question = self.find_question(name, at)?;
        let asked = self.vocabulary.questions.get(question)?;
        let of_partners = asked.of == Asked::Partner;
        match asked.kind {
            QuestionKind::Count => return Some(MeasureSyntax::Answer { question, unit: Unit::Count, of_partners }),
            QuestionKind::Money(_) => return Some(MeasureSyntax::Answer { question, unit: Unit::Money, of_partners }),
            _ => {}
        }
        if !of_partners {
            return Some(MeasureSyntax::Attribute(Attribute::OwnAnswer(question)));
        }
        self.of_a_partner(measure, each, name)?;
        Some(MeasureSyntax::Attribute(Attribute::Answer(question)))
    }
}

fn table(kind: Kind) -> Table {
    if kind == Kind::Contribution { Table::Contributions } else { Table::Costs }
}

fn table_name(kind: Kind) -> &'static str {
    if kind == Kind::Contribution { "contributions" } else { "costs" }
}

fn key_name(kind: Kind) -> &'static str {
    if kind == Kind::Contribution { "contribution" } else { "cost" }
}
