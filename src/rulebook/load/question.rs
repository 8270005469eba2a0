//! Reading questions, and what there is to choose from.

use super::at::At;
use super::context::Context;
use crate::rulebook::model::{Asked, Names, Question, QuestionKind};
use crate::value::{Currency, by_code_unit, sort};

const QUESTION_KINDS: [&str; 5] = ["count", "money", "boolean", "choice", "choices"];

impl<'t> Context<'t> {
    pub(super) fn read_questions(&mut self, root: &At<'t>) -> Vec<Question> {
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
        let label = self.optional_text(at, "label").map_or_else(|| name.clone(), str::to_owned);
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
        let choices = self.entries(at, "table of choices");
        self.read_titles(choices)
    }
}
