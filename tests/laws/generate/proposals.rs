//! Proposals.

use serde_json::{Value, json};

use super::dates::{day, moment};
use super::draw::Draw;
use super::money;
use super::partners::partner;
use super::values::Form;
use super::vocabulary::Vocabulary;

/// With what care a form is filled: in percent of its fields.
#[derive(Clone, Copy)]
pub struct Care {
    /// What is left out of attributes, answers and dates.
    pub gaps: u32,
    /// What is left out of amounts.
    pub amount_gaps: u32,
    pub unreadable: u32,
}

impl Care {
    /// Who the partners are is known, what they ask for not always.
    pub const KNOWN_PARTNERS: Care = Care { gaps: 0, amount_gaps: 15, unreadable: 0 };

    /// From a form that is complete to one that is hardly begun.
    pub fn any(draw: &mut Draw) -> Care {
        let gaps = draw.pick(&[2, 15, 50]);
        Care { gaps, amount_gaps: gaps, unreadable: draw.pick(&[0, 0, 1, 4]) }
    }
}

pub fn proposal(draw: &mut Draw, vocabulary: &Vocabulary, care: Care) -> Value {
    if draw.chance(care.unreadable) {
        return draw.pick(&[json!(null), json!(5), json!("text"), json!([1]), json!("")]);
    }
    let mut form = Form::new(care);
    form.fill_but(draw, "title", "A proposal", 85);
    if let Some(strand) = (!vocabulary.strands.is_empty()).then(|| draw.pick(&vocabulary.strands)) {
        form.fill(draw, "strand", strand);
    }
    fill_time(draw, &mut form);
    let own = draw.pick(&["DKK", "EUR", "SEK"]);
    form.fill_but(draw, "currency", own, 85);
    let currency = form.fields.get("currency").and_then(Value::as_str).filter(|currency| *currency == own);
    let currency = currency.unwrap_or(&vocabulary.currency).to_owned();
    fill_totals(draw, vocabulary, &mut form, &currency);
    form.fill_answers(draw, &vocabulary.questions, "proposal", &currency);
    fill_partners(draw, vocabulary, &mut form, &currency);
    Value::Object(form.fields)
}

/// The duration by months or by dates, or by both.
fn fill_time(draw: &mut Draw, form: &mut Form) {
    let months = draw.pick(&[json!(0), json!(1), json!(2), json!(6), json!(12), json!(12.0), json!(18), json!(24)]);
    form.fill_but(draw, "months", months, 55);
    for date in ["start", "end"] {
        let day = day(draw);
        form.fill_but(draw, date, day, 40);
    }
    let submitted = moment(draw);
    form.fill(draw, "submitted", submitted);
}

/// Totals, in some forms.
fn fill_totals(draw: &mut Draw, vocabulary: &Vocabulary, form: &mut Form, currency: &str) {
    if draw.chance(15) {
        let grant = money::amount(draw, currency);
        form.fill_but(draw, "grant", grant, 5);
    }
    if draw.chance(15) {
        form.fill_table(draw, "costs", &vocabulary.costs, currency);
    }
    if draw.chance(15) {
        form.fill_table(draw, "contributions", &vocabulary.contributions, currency);
    }
}

fn fill_partners(draw: &mut Draw, vocabulary: &Vocabulary, form: &mut Form, currency: &str) {
    let count = draw.pick(&[0, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
    let partners: Value = (0..count).map(|_| partner(draw, vocabulary, currency, form.care)).collect();
    form.fill_but(draw, "partners", partners, form.care.gaps.min(4));
}
