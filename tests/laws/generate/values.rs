//! Values as applicants leave them: given, not given in one of three ways, or unreadable.

use serde_json::{Map, Value, json};

use super::draw::Draw;
use super::money;
use super::proposals::Care;
use super::vocabulary::Question;

/// Texts that are no value of any field but free text.
const UNREADABLE: [&str; 4] = ["?", "18.000.0", "-1", "XXX"];

/// An object whose fields are filled with some care.
pub struct Form {
    pub fields: Map<String, Value>,
    pub care: Care,
}

impl Form {
    pub fn new(care: Care) -> Form {
        Form { fields: Map::new(), care }
    }

    /// A field that is left out as often as any attribute.
    pub fn fill(&mut self, draw: &mut Draw, key: &str, value: impl Into<Value>) {
        self.fill_but(draw, key, value, self.care.gaps);
    }

    /// A field that is left out in so many forms of a hundred.
    pub fn fill_but(&mut self, draw: &mut Draw, key: &str, value: impl Into<Value>, gaps: u32) {
        let value = if draw.chance(gaps) {
            not_given(draw)
        } else if draw.chance(self.care.unreadable) {
            Some(unreadable(draw))
        } else {
            Some(value.into())
        };
        if let Some(value) = value {
            self.fields.insert(key.to_owned(), value);
        }
    }

    /// Costs or contributions by their keys.
    pub fn fill_table(&mut self, draw: &mut Draw, key: &str, names: &[String], currency: &str) {
        let mut table = Form::new(self.care);
        for name in names {
            if draw.chance(70) {
                let amount = money::amount(draw, currency);
                table.fill_but(draw, name, amount, 5.min(self.care.amount_gaps));
            }
        }
        if draw.chance(self.care.unreadable) {
            table.fields.insert("not listed".to_owned(), draw.pick(&[json!("1"), json!(null), json!(0)]));
        }
        self.fill_but(draw, key, table.fields, self.care.amount_gaps);
    }

    pub fn fill_answers(&mut self, draw: &mut Draw, questions: &[Question], of: &str, currency: &str) {
        let mut answers = Form::new(self.care);
        for question in questions {
            if question.of != of && !draw.chance(self.care.unreadable / 4) {
                continue;
            }
            let answer = answer(draw, question, currency);
            answers.fill(draw, &question.name, answer);
        }
        let gaps = self.care.gaps.min(5);
        self.fill_but(draw, "answers", answers.fields, gaps);
    }
}

fn not_given(draw: &mut Draw) -> Option<Value> {
    draw.pick(&[None, None, None, Some(json!(null)), Some(json!(""))])
}

fn unreadable(draw: &mut Draw) -> Value {
    let texts = UNREADABLE.map(Value::from);
    draw.pick(&[&texts[..], &[json!(7.25), json!(-1), json!([]), json!({}), json!(true), json!([[null]])]].concat())
}

pub fn answer(draw: &mut Draw, question: &Question, currency: &str) -> Value {
    match question.kind.as_str() {
        "count" => draw.pick(&[json!(0), json!(1), json!(1), json!(2), json!(3), json!(3.0)]),
        "money" => money::amount(draw, question.currency.as_deref().unwrap_or(currency)),
        "choices" => Value::Array(draw.some(&question.values(), 0, 3)),
        _ => draw.pick(&question.values()),
    }
}
