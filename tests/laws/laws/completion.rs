//! What fails, passes or is skipped as yet, does so in every completion.

use std::cell::OnceCell;

use callcheck::{Options, Rulebook};
use serde_json::{Value, json};

use crate::case::{Kind, Loaded, hold};
use crate::completion::completed;

#[test]
fn a_draft_is_judged_as_all_its_completions_with_partners_added() {
    hold(Kind::ANY, 600, |loaded| broken(loaded, true));
}

#[test]
fn a_closed_proposal_is_judged_as_all_its_completions() {
    hold(Kind::ANY, 600, |loaded| broken(loaded, false));
}

fn broken(loaded: &Loaded<'_>, draft: bool) -> Option<String> {
    let before = loaded.report(&loaded.case.proposal, draft);
    let mut draw = loaded.case.draw();
    (0..2).find_map(|_| {
        let completed = completed(loaded, &mut draw, draft);
        let after = loaded.report(&completed, false);
        let members = Members::new(&loaded.case.rulebook, &completed);
        let mut checks = before["checks"].as_array().into_iter().flatten();
        checks.find_map(|check| broken_check(check, &after, &members)).map(|how| format!("{how}\nin {completed:#}"))
    })
}

fn broken_check(before: &Value, after: &Value, members: &Members<'_>) -> Option<String> {
    let allowed: &[&str] = match before["status"].as_str() {
        Some("fail") => &["fail"],
        Some("pass") => &["pass", "skipped"],
        Some("skipped") => &["skipped"],
        _ => return None,
    };
    let (rule, group) = (&before["rule"], members.group_of(before));
    let mut checks = after["checks"].as_array().into_iter().flatten();
    let found = checks.find(|check| check["rule"] == *rule && Some(&check["group"]) == group.as_ref());
    match (found, &group) {
        (Some(found), _) if allowed.iter().any(|status| found["status"] == **status) => None,
        (Some(found), _) => Some(format!("{before}\nbecomes {found}")),
        // Its partner turned out to be none that the rule speaks of.
        (None, None) => None,
        (None, Some(_)) => Some(format!("{before}\nis gone")),
    }
}

/// Which partners of a completion a rule surely speaks of.
struct Members<'a> {
    rulebook: &'a Value,
    proposal: &'a Value,
    /// Asked for only where it matters.
    checks: OnceCell<Vec<Value>>,
}

impl Members<'_> {
    fn new<'a>(rulebook: &'a Value, proposal: &'a Value) -> Members<'a> {
        Members { rulebook, proposal, checks: OnceCell::new() }
    }

    /// Asks the engine, by rules of one partner each that every member breaks.
    fn ask(&self) -> Vec<Value> {
        let mut rulebook = self.rulebook.clone();
        rulebook["rules"].as_array_mut().into_iter().flatten().for_each(ask_for_members);
        let rulebook = Rulebook::from_json(&rulebook.to_string()).expect("a sound rulebook");
        let report = rulebook.check(self.proposal, &Options::default());
        let report = serde_json::to_value(report).expect("a report is JSON");
        report["checks"].as_array().cloned().unwrap_or_default()
    }

    fn is_member(&self, rule: &Value, partner: &Value) -> bool {
        self.checks
            .get_or_init(|| self.ask())
            .iter()
            .any(|check| check["rule"] == *rule && check["group"]["partner"] == *partner && check["status"] == "fail")
    }

    /// The `each` of a rule, or of the rule that a row belongs to.
    fn each(&self, rule: &Value) -> &Value {
        let id = rule.as_str().and_then(|id| id.split('.').next());
        let mut rules = self.rulebook["rules"].as_array().into_iter().flatten();
        rules.find(|rule| rule["id"].as_str() == id).map_or(&Value::Null, |rule| &rule["each"])
    }

    /// The group that is judged in the completion; `None` where there may be none.
    fn group_of(&self, check: &Value) -> Option<Value> {
        let partner = &check["group"]["partner"];
        if partner.is_null() {
            return Some(check["group"].clone());
        }
        if !self.is_member(&check["rule"], partner) {
            return None;
        }
        let is_by_country = self.each(&check["rule"]) == "country";
        let country = self.proposal.pointer(&format!("/partners/{partner}/country"))?.as_str()?;
        Some(if is_by_country { json!({ "country": country.replace("EL", "GR") }) } else { check["group"].clone() })
    }
}

fn ask_for_members(rule: &mut Value) {
    let Value::Object(fields) = rule else { return };
    fields.remove("when");
    fields.remove("currency");
    fields.insert("each".to_owned(), json!("partner"));
    fields.insert("require".to_owned(), json!({ "measure": "partners", "max": 0 }));
    for row in
        fields.get_mut("rows").and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
    {
        for bound in ["min", "max", "above", "below", "is", "in"] {
            row.remove(bound);
        }
    }
}
