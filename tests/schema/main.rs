//! The JSON Schemas, by an independent validator: what is sound validates, and what a schema refuses the core refuses, too.

#![expect(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "../conformance/files.rs"]
mod files;
mod mutation;
mod shapes;

use std::sync::Arc;

use callcheck::report::{Code, grouped};
use callcheck::{Options, Rulebook, embedded, rulebook_schema};
use jsonschema::Validator;
use serde_json::{Value, json};

use files::{Case, CaseFile, case_files, rulebook_case_files};

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::meta::validate(schema).unwrap_or_else(|error| panic!("no schema of 2020-12: {error}"));
    jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("no schema: {error}"))
}

/// What it refuses, each with its place.
fn refusals(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// As JSON; `None` where a text is none.
fn rulebook_text(case: &Case) -> Option<&str> {
    case.text.as_deref().or(case.rulebook.as_deref().map(|raw| raw.get()))
}

#[test]
fn sound_rulebooks_validate() {
    let validator = validator(&rulebook_schema());
    let texts = case_files().into_iter().filter_map(|file| Some((file.name, file.rulebook?.get().to_owned())));
    let shipped = embedded::ids().filter_map(|id| Some((id.to_owned(), embedded::text(id)?.to_owned())));
    let mut count = 0;
    for (name, text) in texts.chain(shipped) {
        let value = serde_json::from_str(&text).expect("a rulebook is JSON");
        assert_eq!(refusals(&validator, &value), [""; 0], "{name}");
        count += 1;
    }
    assert!(count > 40, "only {count} rulebooks were found");
}

#[test]
fn what_the_schema_refuses_loading_refuses() {
    let validator = validator(&rulebook_schema());
    let (mut refused, mut broken) = (0, 0);
    for file in case_files() {
        for case in &file.cases {
            let Some(text) = rulebook_text(case) else { continue };
            let Ok(value) = serde_json::from_str(text) else { continue };
            let loads = Rulebook::from_json(text).is_ok();
            assert_eq!(
                loads,
                case.expect.get("problems").is_none_or(|problems| *problems == json!([])),
                "{}: {}",
                file.name,
                case.name
            );
            let refusals = refusals(&validator, &value);
            assert!(!loads || refusals.is_empty(), "{}: {}\n{}", file.name, case.name, refusals.join("\n"));
            broken += usize::from(!loads);
            refused += usize::from(!refusals.is_empty());
        }
    }
    assert!(refused >= 25, "the schema refuses only {refused} of {broken}");
    println!("the schema refuses {refused} of {broken} broken rulebooks");
}

/// The longest list of partners: as the schema has it, as it is read, and as it is told.
#[test]
fn a_list_of_partners_is_as_long_as_the_schema_says() {
    let rulebook = embedded::rulebook("innovation-express").expect("it is shipped");
    let schema = rulebook.proposal_schema();
    let partners = schema.pointer("/properties/partners").expect("a property");
    let most = partners.pointer("/anyOf/0/maxItems").and_then(Value::as_u64).expect("a number");
    let told = grouped(&most.to_string());
    assert_eq!(partners["description"], format!("The partners, at most {told}."));
    let findings = |count| {
        let report = rulebook.check(&json!({ "partners": vec![json!({}); count] }), &Options::default());
        let of_list = report.findings.into_iter().filter(|finding| finding.path == "/partners");
        of_list.filter(|finding| finding.code == Code::InvalidValue).map(|finding| finding.message).collect::<Vec<_>>()
    };
    let most = usize::try_from(most).expect("a length");
    assert_eq!(findings(most), [""; 0]);
    assert_eq!(findings(most + 1), [format!("The partners cannot be read: they must be a list of at most {told}.")]);
}

fn rulebook_of(file: &CaseFile) -> Option<Arc<Rulebook>> {
    let text = file.rulebook.as_ref()?.get();
    match serde_json::from_str::<String>(text) {
        Ok(id) => embedded::rulebook(&id),
        Err(_) => Rulebook::from_json(text).ok().map(Arc::new),
    }
}

fn options_of(case: &Case) -> Options {
    case.options.as_ref().map_or_else(Options::default, |options| Options::from_value(options).expect("sound options"))
}

/// Whether some of it cannot be read.
fn has_unreadable(rulebook: &Rulebook, proposal: &Value, options: &Options) -> bool {
    let report = rulebook.check(proposal, options);
    report.findings.iter().any(|finding| finding.code == Code::InvalidValue)
}

#[test]
fn readable_proposals_validate() {
    let (mut readable, mut refused) = (0, 0);
    for file in case_files().into_iter().chain(rulebook_case_files()) {
        let Some(rulebook) = rulebook_of(&file) else { continue };
        let validator = validator(&rulebook.proposal_schema());
        for case in &file.cases {
            let refusals = refusals(&validator, &case.proposal);
            if has_unreadable(&rulebook, &case.proposal, &options_of(case)) {
                refused += usize::from(!refusals.is_empty());
                continue;
            }
            assert_eq!(refusals, [""; 0], "{}: {}", file.name, case.name);
            readable += 1;
        }
    }
    assert!(readable > 300, "only {readable} proposals were readable");
    assert!(refused > 20, "only {refused} unreadable proposals were refused");
    println!("{readable} readable proposals validate, {refused} unreadable ones are refused");
}

/// Rulebooks that use all of the language between them.
const RULEBOOKS: [&str; 6] =
    ["alternatives.json", "terms.json", "filters.json", "rows.json", "questions.json", "currencies.json"];

/// How many changes of each rulebook are drawn, for time.
const DRAWN: usize = 80;

/// Rulebooks of the corpus, and the shipped ones.
fn sound_rulebooks() -> Vec<(String, Value)> {
    let of_cases = case_files().into_iter().filter(|file| RULEBOOKS.contains(&file.name.as_str()));
    let of_cases = of_cases.map(|file| (file.name, file.rulebook.expect("a rulebook").get().to_owned()));
    let shipped = embedded::ids().map(|id| (id.to_owned(), embedded::text(id).expect("shipped").to_owned()));
    let texts = of_cases.chain(shipped);
    texts.map(|(name, text)| (name, serde_json::from_str(&text).expect("a rulebook is JSON"))).collect()
}

#[test]
fn of_rulebooks_with_one_change_the_schema_refuses_none_that_loads() {
    let validator = validator(&rulebook_schema());
    let (mut refused, mut broken) = (0, 0);
    let mut random = fastrand::Rng::with_seed(2013);
    for (name, rulebook) in sound_rulebooks() {
        let mut changes = mutation::of(&rulebook);
        random.shuffle(&mut changes);
        for changed in changes.into_iter().take(DRAWN) {
            let loads = Rulebook::from_json(&changed.to_string()).is_ok();
            let validates = validator.is_valid(&changed);
            assert!(validates || !loads, "{name}: {}\n{changed}", refusals(&validator, &changed).join("\n"));
            broken += usize::from(!loads);
            refused += usize::from(!validates);
        }
    }
    assert!(refused * 5 > broken * 4, "the schema refuses only {refused} of {broken}");
    println!("the schema refuses {refused} of {broken} rulebooks broken by one change");
}

#[test]
fn of_proposals_with_one_change_the_schema_refuses_none_that_can_be_read() {
    let rulebook = embedded::rulebook("innovation-express-2013").expect("shipped");
    let validator = validator(&rulebook.proposal_schema());
    let (mut refused, mut unreadable) = (0, 0);
    for case in
        rulebook_case_files().into_iter().find(|file| file.name.contains("2013")).expect("cases").cases.iter().take(5)
    {
        for changed in mutation::of(&case.proposal) {
            let is_unreadable = has_unreadable(&rulebook, &changed, &Options::default());
            let validates = validator.is_valid(&changed);
            assert!(validates || is_unreadable, "{}\n{changed}", refusals(&validator, &changed).join("\n"));
            unreadable += usize::from(is_unreadable);
            refused += usize::from(!validates);
        }
    }
    assert!(refused * 5 > unreadable * 4, "the schema refuses only {refused} of {unreadable}");
    println!("the schema refuses {refused} of {unreadable} proposals made unreadable by one change");
}

/// A list in a list can be read nowhere, so a field of which that is told is one that is read.
#[test]
fn every_field_of_a_proposals_schema_is_read() {
    let rulebook = embedded::rulebook("innovation-express-2013").expect("shipped");
    let schema = rulebook.proposal_schema();
    for (fields, above) in [("/properties", ""), ("/$defs/partner/anyOf/0/properties", "/partners/0")] {
        let fields = schema.pointer(fields).and_then(Value::as_object).expect("fields");
        assert!(fields.len() > 10, "{fields:?}");
        for field in fields.keys() {
            let unreadable = json!({ field: [[]] });
            let proposal = if above.is_empty() { unreadable } else { json!({ "partners": [unreadable] }) };
            let report = rulebook.check(&proposal, &Options::default());
            let path = format!("{above}/{field}");
            assert!(report.findings.iter().any(|finding| finding.path.starts_with(&path)), "{path}");
        }
    }
}

/// The fields that one may write and nothing explains. A condition (`if`, `then`, `else`) explains nothing.
fn undescribed(place: &Value, found: &mut Vec<String>) {
    let Value::Object(keywords) = place else {
        place.as_array().into_iter().flatten().for_each(|item| undescribed(item, found));
        return;
    };
    for (keyword, value) in keywords.iter().filter(|(keyword, _)| !["if", "then", "else"].contains(&keyword.as_str())) {
        let properties = value.as_object().filter(|_| keyword == "properties");
        let silent = properties.into_iter().flatten().filter(|(_, property)| !is_described(property));
        found.extend(silent.map(|(name, property)| format!("{name}: {property}")));
        undescribed(value, found);
    }
}

/// By words of its own: an editor shows what stands nearest.
fn is_described(property: &Value) -> bool {
    property.get("description").or(property.get("title")).is_some()
}

#[test]
fn every_field_is_described() {
    let rulebook = embedded::rulebook("innovation-express-2013").expect("shipped");
    for schema in [rulebook_schema(), rulebook.proposal_schema()] {
        let mut found = Vec::new();
        undescribed(&schema, &mut found);
        assert_eq!(found, [""; 0]);
    }
}

#[test]
fn a_proposals_schema_speaks_the_rulebooks_words() {
    let file = case_files().into_iter().find(|file| file.name == "questions.json").expect("cases");
    let schema = rulebook_of(&file).expect("sound").proposal_schema();
    let definitions = &schema["$defs"];
    let rulebook: Value = serde_json::from_str(file.rulebook.expect("a rulebook").get()).expect("a rulebook is JSON");
    for (table, key) in [("answersOfProposal", "proposal"), ("answersOfPartner", "partner")] {
        let found = definitions[table]["anyOf"][0]["properties"].as_object().expect("questions");
        let asked =
            rulebook["questions"].as_object().expect("questions").iter().filter(|(_, question)| question["of"] == key);
        let expected: Vec<(&String, &Value)> = asked.map(|(name, question)| (name, &question["label"])).collect();
        assert_eq!(found.iter().map(|(name, answer)| (name, &answer["title"])).collect::<Vec<_>>(), expected);
    }
    let shipped = embedded::rulebook("innovation-express-2013").expect("shipped").proposal_schema();
    assert_eq!(shipped["$defs"]["type"]["oneOf"][0], json!({ "const": "cluster", "title": "Cluster organisation" }));
    assert_eq!(shipped["$defs"]["costs"]["anyOf"][0]["properties"]["staff"]["title"], json!("Staff"));
    assert_eq!(shipped["properties"]["currency"]["default"], json!("EUR"));
}
