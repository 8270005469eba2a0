//! One field of a proposal changed on its JSON, as the documentation of `Session::set` says.

use serde_json::{Map, Value};

/// What stands at a place of a proposal.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Proposal,
    Partner,
    /// Costs, contributions or answers: any keys.
    Table,
    Partners,
    /// A value, or a list of values.
    Values,
    Value,
}

/// The proposal after the edit, where `None` removes; `None` if the path is no pointer or leads nowhere.
pub fn edited(proposal: &Value, path: &str, value: Option<&Value>) -> Option<Value> {
    change(proposal, Place::Proposal, &tokens(path)?, value)
}

fn tokens(path: &str) -> Option<Vec<String>> {
    if path.is_empty() {
        return Some(Vec::new());
    }
    let unescaped = |token: &str| {
        let is_sound = token.split('~').skip(1).all(|rest| rest.starts_with(['0', '1']));
        is_sound.then(|| token.replace("~1", "/").replace("~0", "~"))
    };
    path.strip_prefix('/')?.split('/').map(unescaped).collect()
}

fn change(old: &Value, place: Place, path: &[String], new: Option<&Value>) -> Option<Value> {
    let Some((token, rest)) = path.split_first() else { return Some(new.cloned().unwrap_or_default()) };
    match place {
        Place::Proposal | Place::Partner | Place::Table => change_field(old, place, token, rest, new),
        Place::Partners => change_item(old, Place::Partner, token, rest, new),
        Place::Values => change_item(old, Place::Value, token, rest, new),
        Place::Value => None,
    }
}

fn change_field(old: &Value, place: Place, key: &str, rest: &[String], new: Option<&Value>) -> Option<Value> {
    // A field that the format does not know is ignored.
    let Some(below) = place.below(key) else { return Some(old.clone()) };
    let mut fields = match old {
        Value::Object(fields) => fields.clone(),
        // What is not given begins with its first field, and has nothing to remove.
        _ if is_not_given(old) && new.is_none() => return Some(old.clone()),
        _ if is_not_given(old) => Map::new(),
        _ => return None,
    };
    let changed = change(fields.get(key).unwrap_or(&Value::Null), below, rest, new)?;
    fields.insert(key.to_owned(), changed);
    Some(Value::Object(fields))
}

fn change_item(old: &Value, item: Place, token: &str, rest: &[String], new: Option<&Value>) -> Option<Value> {
    let mut items = match old {
        Value::Array(items) => items.clone(),
        _ if is_not_given(old) => Vec::new(),
        _ => return None,
    };
    let index = if token == "-" { items.len() } else { index(token)? };
    let is_next = index == items.len();
    match items.get_mut(index) {
        Some(_) if new.is_none() && rest.is_empty() => {
            items.remove(index);
        }
        Some(found) => *found = change(found, item, rest, new)?,
        None if new.is_some() && is_next => items.push(change(&Value::Null, item, rest, new)?),
        None => return None,
    }
    Some(Value::Array(items))
}

/// An index of RFC 6901 has no leading zero and no sign.
fn index(token: &str) -> Option<usize> {
    let index: usize = token.parse().ok()?;
    (index.to_string() == token).then_some(index)
}

fn is_not_given(value: &Value) -> bool {
    value.is_null() || value == ""
}

impl Place {
    /// What stands under a key of an object that stands here.
    fn below(self, key: &str) -> Option<Place> {
        match (self, key) {
            (Place::Table, _) => Some(Place::Values),
            (_, "costs" | "contributions" | "answers") => Some(Place::Table),
            (_, "submitted" | "currency" | "grant") => Some(Place::Value),
            (Place::Proposal, "partners") => Some(Place::Partners),
            (Place::Proposal, "title" | "strand" | "months" | "start" | "end") => Some(Place::Value),
            (Place::Partner, "labels") => Some(Place::Values),
            (Place::Partner, "name" | "country" | "region" | "type" | "size" | "role") => Some(Place::Value),
            _ => None,
        }
    }
}
