//! Strict loading: from a rulebook's text to its model, or to every problem at once.
//!
//! Text -> tree -> syntax (names resolved, places kept) -> model. What one step cannot read it
//! reports and leaves out, so that the next one reports what else is wrong.

mod advice;
mod at;
mod bound;
mod compile;
mod condition;
mod constant;
mod context;
mod contradiction;
mod exchange;
mod filter;
mod head;
mod linear;
mod measure;
mod notice;
mod question;
mod row;
mod rule;
mod source;
mod syntax;
mod tables;
mod term;
mod test;
pub(crate) mod words;

use self::at::{At, Problems};
use self::context::{Context, Uses};
use self::words::named;
use super::model::{Model, Vocabulary};
use super::problem::{Lines, Problem};
use crate::json::{JsonError, Tree};
use crate::value::{Currency, by_code_unit, order};

const KEYS: [&str; 16] = [
    "callcheck",
    "id",
    "version",
    "title",
    "currency",
    "groups",
    "types",
    "labels",
    "costs",
    "contributions",
    "strands",
    "questions",
    "exchange",
    "sources",
    "rules",
    "notices",
];

/// A rulebook that was read without a problem.
pub(super) struct Loaded {
    pub(super) model: Model,
    pub(super) advice: Vec<Problem>,
    /// Its RFC 8785 form.
    pub(super) canonical: String,
}

pub(super) fn load(text: &str) -> Result<Loaded, Vec<Problem>> {
    let tree = Tree::read(text).map_err(|error| vec![no_json(text, &error)])?;
    let root = At::root(&tree);
    let mut context = Context::new(text);
    context.find_repeated_keys(&root);
    let model = context.read_rulebook(&root);
    context.check_regions();
    context.check_ids();
    let Some(model) = model.filter(|_| context.problems.are_none()) else { return Err(context.problems.sorted()) };
    Ok(Loaded { model, advice: context.advice(text, &root), canonical: tree.canonical() })
}

fn no_json(text: &str, error: &JsonError) -> Problem {
    let (offset, length, message) = (error.offset, error.length, error.sentence());
    let (line, column) = Lines::new(text).place(offset);
    Problem { pointer: String::new(), line, column, offset, length, message }
}

impl<'t> Context<'t> {
    fn new(text: &'t str) -> Context<'t> {
        Context {
            problems: Problems::new(text),
            currency: Currency::two_decimals(),
            vocabulary: Vocabulary::default(),
            groups: Vec::new(),
            sources: Vec::new(),
            filters: Vec::new(),
            unsound_questions: Vec::new(),
            uses: Uses::default(),
        }
    }

    fn find_repeated_keys(&mut self, at: &At<'t>) {
        let members = at.members().unwrap_or_default();
        for member in repeated(members, &|member| &member.key) {
            let key = named(&member.key);
            self.problems.at_key(at, member, format!("the key {key} stands twice in this object: keep one of the two"));
        }
        members.iter().for_each(|member| self.find_repeated_keys(&at.member(member)));
        for item in at.items().unwrap_or_default() {
            self.find_repeated_keys(&item);
        }
    }

    fn read_rulebook(&mut self, root: &At<'t>) -> Option<Model> {
        if !self.object(root, "rulebook") {
            return None;
        }
        self.only(root, &KEYS);
        self.read_format_version(root);
        let id = self.required(root, "id", "a rulebook").and_then(|id| self.read_kebab_case(&id));
        let version =
            self.required(root, "version", "a rulebook").and_then(|version| self.plain_text(&version, "version"));
        let title = self.required(root, "title", "a rulebook").and_then(|title| self.filled_text(&title, "title"));
        let currency = self.required(root, "currency", "a rulebook").and_then(|currency| self.currency_code(&currency));
        self.currency = currency.unwrap_or(self.currency);
        self.read_sources(root);
        self.read_groups(root);
        self.read_vocabulary(root);
        let exchange = self.read_exchange(root);
        self.required(root, "rules", "a rulebook");
        let (rules, notices) = (self.read_rules(root), self.read_notices(root));
        Some(Model {
            id: id?.into(),
            version: version?.into(),
            title: title?.into(),
            currency: currency?,
            vocabulary: std::mem::take(&mut self.vocabulary),
            exchange,
            filters: std::mem::take(&mut self.filters),
            rules,
            notices,
        })
    }

    fn read_format_version(&mut self, root: &At<'t>) {
        if let Some(version) = self.required(root, "callcheck", "a rulebook")
            && version.number().is_none_or(|number| number.plain() != "1")
        {
            self.is_no(&version, "version of the format", "write 1, the only one there is");
        }
    }

    fn read_kebab_case(&mut self, at: &At<'t>) -> Option<&'t str> {
        let id = at.text().filter(|id| is_kebab_case(id));
        if id.is_none() {
            self.is_no(
                at,
                "id of a rulebook",
                "write small letters and digits, joined by single hyphens, such as \"small-grants-2027\"",
            );
        }
        id
    }

    /// A rulebook uses ISO 3166-2 or NUTS codes, not both.
    fn check_regions(&mut self) {
        let regions = std::mem::take(&mut self.uses.regions);
        if regions.iter().any(|(_, is_nuts)| !is_nuts) {
            for (at, _) in regions.iter().filter(|(_, is_nuts)| *is_nuts) {
                let code = self.found(at);
                self.problems.at(at, format!("{code} is a NUTS code, and other regions are written by ISO 3166-2 (\"DE-BB\"): a rulebook uses one kind only"));
            }
        }
    }

    /// Rules, rows and notices share one namespace.
    fn check_ids(&mut self) {
        let ids = std::mem::take(&mut self.uses.ids);
        for (id, at) in repeated(&ids, &|(id, _)| id) {
            let id = named(id);
            self.problems.at(at, format!("the id {id} is taken by another rule, row or notice: choose a new one"));
        }
    }
}

/// All but the first of those that have the same name.
fn repeated<'i, T>(items: &'i [T], name: &dyn Fn(&T) -> &str) -> Vec<&'i T> {
    let sorted = order(items, &|a, b| by_code_unit(name(a), name(b)));
    let pairs = sorted.iter().zip(sorted.iter().skip(1)).filter_map(|(a, b)| items.get(*a).zip(items.get(*b)));
    pairs.filter(|(before, item)| name(before) == name(item)).map(|(_, item)| item).collect()
}

fn is_kebab_case(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}
