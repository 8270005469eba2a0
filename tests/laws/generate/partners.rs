//! Partners.

use serde_json::{Value, json};

use super::dates::moment;
use super::draw::Draw;
use super::money;
use super::proposals::Care;
use super::values::Form;
use super::vocabulary::{COUNTRIES, ROLES, SIZES, Vocabulary};

const REGIONS: [&str; 10] = ["DE-BB", "DE-BE", "DE4", "DE40", "DE402", "FR-IDF", "FR10", "GR-I", "EL30", "DE3"];

/// A partner whose amounts stand in that currency, unless he has his own.
pub fn partner(draw: &mut Draw, vocabulary: &Vocabulary, currency: &str, care: Care) -> Value {
    if draw.chance(care.gaps.min(2)) {
        return Value::Null;
    }
    if draw.chance(care.unreadable / 2) {
        return draw.pick(&[json!("Ltd."), json!(5), json!([])]);
    }
    let mut form = Form::new(care);
    fill_attributes(draw, vocabulary, &mut form);
    let own = draw.pick(&["DKK", "EUR", "SEK", "JPY", "KWD"]);
    form.fill_but(draw, "currency", own, 75);
    let is_own = form.fields.get("currency").and_then(Value::as_str) == Some(own);
    fill_amounts(draw, vocabulary, &mut form, if is_own { own } else { currency });
    Value::Object(form.fields)
}

fn fill_attributes(draw: &mut Draw, vocabulary: &Vocabulary, form: &mut Form) {
    form.fill_but(draw, "name", "A partner", 90);
    let country = draw.pick(&COUNTRIES);
    form.fill(draw, "country", country);
    fill_region(draw, vocabulary, form, country);
    if !vocabulary.types.is_empty() {
        let kind = draw.pick(&vocabulary.types);
        form.fill(draw, "type", kind);
    }
    let size = draw.pick(&SIZES);
    form.fill(draw, "size", size);
    let role = draw.pick(&ROLES);
    // In a draft a role that is not given is not known.
    form.fill_but(draw, "role", role, form.care.gaps * 2);
    if !vocabulary.labels.is_empty() {
        let labels = draw.some(&vocabulary.labels, 0, 3);
        form.fill_but(draw, "labels", labels, form.care.gaps * 2);
    }
    let submitted = moment(draw);
    form.fill_but(draw, "submitted", submitted, 75);
}

/// A region of the partner's country, rarely of another.
fn fill_region(draw: &mut Draw, vocabulary: &Vocabulary, form: &mut Form, country: &str) {
    let of_country = |region: &&&str| region.starts_with(country) || country == "GR" && region.starts_with("EL");
    let own: Vec<&str> = REGIONS.iter().filter(of_country).copied().collect();
    if vocabulary.regions.is_empty() || own.is_empty() {
        return;
    }
    let region = if draw.chance(form.care.unreadable) { draw.pick(&REGIONS) } else { draw.pick(&own) };
    form.fill_but(draw, "region", region, 40);
}

fn fill_amounts(draw: &mut Draw, vocabulary: &Vocabulary, form: &mut Form, currency: &str) {
    let grant = money::amount(draw, currency);
    form.fill_but(draw, "grant", grant, form.care.amount_gaps);
    form.fill_table(draw, "costs", &vocabulary.costs, currency);
    form.fill_table(draw, "contributions", &vocabulary.contributions, currency);
    form.fill_answers(draw, &vocabulary.questions, "partner", currency);
}
