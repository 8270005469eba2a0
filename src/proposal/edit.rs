//! Changing one field of a proposal by its RFC 6901 pointer.

use super::node::{Fields, Node};
use super::shape::Shape;
use super::size::path_size;
use super::written::Proposal;
use crate::value::tokens;

/// An edit that cannot be made: its path leads nowhere in the proposal as it stands, its text is no JSON, or the session
/// would hold too much.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path:?} {message}")]
pub struct EditError {
    /// The path that was to be changed.
    pub path: String,
    /// Why it could not be: a sentence that begins with the path, without it.
    pub message: String,
}

/// What an edit may have changed, so that only that is read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touched {
    Nothing,
    /// Anything.
    All,
    /// Fields of the proposal that no partner depends on.
    Head,
    /// The fields of one partner.
    Partner(usize),
    PartnerAdded,
    PartnerRemoved(usize),
}

/// One edit, read and not made yet.
pub(crate) struct Edit {
    path: String,
    tokens: Vec<String>,
    /// What is to stand there; `None` where it is to be removed.
    value: Option<Node<'static>>,
}

impl Edit {
    pub(crate) fn read(path: &str, value: Option<&serde_json::Value>) -> Result<Edit, EditError> {
        Edit::new(path, value, |shape, value| Ok(shape.read(value)))
    }

    /// An edit whose value is a JSON text.
    pub(crate) fn read_json(path: &str, value: Option<&str>) -> Result<Edit, EditError> {
        Edit::new(path, value, |shape, text| shape.read_json(text).map_err(|error| format!("cannot be set: {error}")))
    }

    fn new<'v, V: ?Sized>(
        path: &str,
        value: Option<&'v V>,
        read: impl FnOnce(Shape, &'v V) -> Result<Node<'v>, String>,
    ) -> Result<Edit, EditError> {
        let error = |message| EditError { path: path.to_owned(), message };
        let tokens = tokens(path).map_err(|message| error(message.to_owned()))?;
        let shape = tokens.iter().try_fold(Shape::Proposal, |shape, token| shape.below(token));
        let read = |value| match shape {
            Some(shape) => read(shape, value).map(Node::into_owned),
            // What the format does not know is left out.
            None => read(Shape::Value, value).map(|_| Node::Absent),
        };
        let value = value.map(read).transpose().map_err(error)?;
        Ok(Edit { path: path.to_owned(), tokens, value })
    }

    pub(crate) fn removes(&self) -> bool {
        self.value.is_none()
    }

    /// At most what the proposal grows by.
    pub(crate) fn size(&self) -> usize {
        self.value.as_ref().map_or(0, |value| value.size().saturating_add(path_size(&self.path)))
    }

    pub(crate) fn error(self, message: &str) -> EditError {
        EditError { path: self.path, message: message.to_owned() }
    }
}

impl Proposal {
    /// Sets what stands at a path, or removes it.
    pub(crate) fn edit(&mut self, edit: Edit) -> Result<Touched, EditError> {
        let Edit { path, tokens, value } = edit;
        let (removed, had_partners) = (value.is_none(), self.partner_count());
        let placed = place(&mut self.0, Shape::Proposal, &tokens, value);
        let known = placed.map_err(|message| EditError { path, message: message.to_owned() })?;
        Ok(if known { touched(&tokens, removed, had_partners, self.partner_count()) } else { Touched::Nothing })
    }

    /// How much it takes, in bytes.
    pub(crate) fn size(&self) -> usize {
        self.0.size()
    }

    /// How much it takes without what the edit replaces.
    pub(crate) fn size_without(&self, edit: &Edit) -> usize {
        self.size().saturating_sub(self.0.at(&edit.tokens).size())
    }

    fn partner_count(&self) -> Option<usize> {
        self.0.partner_nodes().given().map(|nodes| nodes.len())
    }
}

impl<'a> Node<'a> {
    /// What stands at a path within.
    fn at(&self, tokens: &[String]) -> &Node<'a> {
        tokens.iter().fold(self, |node, token| match node {
            Node::Object(fields) => fields.get(token),
            Node::List(items) => index(token).and_then(|index| items.get(index)).unwrap_or(&Node::Absent),
            _ => &Node::Absent,
        })
    }
}

fn touched(tokens: &[String], removed: bool, before: Option<usize>, after: Option<usize>) -> Touched {
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let (Some(before), Some(after)) = (before, after) else { return Touched::All };
    match tokens.as_slice() {
        [] | ["partners" | "currency"] => Touched::All,
        ["partners", index] if removed => index.parse().map_or(Touched::All, Touched::PartnerRemoved),
        ["partners", ..] if after > before => Touched::PartnerAdded,
        ["partners", index, ..] => index.parse().map_or(Touched::All, Touched::Partner),
        _ => Touched::Head,
    }
}

/// Whether the place is one that the format knows; an edit elsewhere changes nothing.
fn place(
    node: &mut Node<'static>,
    shape: Shape,
    tokens: &[String],
    value: Option<Node<'static>>,
) -> Result<bool, &'static str> {
    let Some((token, rest)) = tokens.split_first() else {
        *node = value.unwrap_or_default();
        return Ok(true);
    };
    match shape.of_item() {
        Some(item) => place_in_list(node, item, token, rest, value),
        None => place_in_object(node, shape, token, rest, value),
    }
}

fn place_in_object(
    node: &mut Node<'static>,
    shape: Shape,
    token: &str,
    rest: &[String],
    value: Option<Node<'static>>,
) -> Result<bool, &'static str> {
    if !shape.takes_object() {
        return Err("leads into a value that has no fields");
    }
    let Some(child) = shape.of_key(token) else { return Ok(false) };
    let is_removed = value.is_none();
    let field = |field: &mut Node<'static>| place(field, child, rest, value);
    match node {
        // What is not there need not be made to be removed.
        Node::Absent if is_removed => Ok(true),
        // An object that is not given begins with its first field, as a form does.
        Node::Absent => {
            let mut fields = Fields::default();
            fields.edit(token, field)?;
            *node = Node::Object(fields);
            Ok(true)
        }
        Node::Object(fields) => fields.edit(token, field),
        _ => Err("leads into something that is no object"),
    }
}

fn place_in_list(
    node: &mut Node<'static>,
    item: Shape,
    token: &str,
    rest: &[String],
    value: Option<Node<'static>>,
) -> Result<bool, &'static str> {
    let length = match node {
        Node::Absent => 0,
        Node::List(items) => items.len(),
        _ => return Err("leads into something that is no list"),
    };
    let index =
        if token == "-" { length } else { index(token).ok_or("has no place in a list: write a number or \"-\"")? };
    match node {
        Node::List(items) if index < length && value.is_none() && rest.is_empty() => {
            items.remove(index);
            Ok(true)
        }
        Node::List(items) if index < length => {
            items.get_mut(index).map_or(Ok(false), |node| place(node, item, rest, value))
        }
        _ if value.is_none() => Err("is not in the list"),
        _ if index > length => Err("is beyond the end of the list"),
        _ => append(node, item, rest, value),
    }
}

fn append(
    node: &mut Node<'static>,
    item: Shape,
    rest: &[String],
    value: Option<Node<'static>>,
) -> Result<bool, &'static str> {
    let mut added = Node::Absent;
    place(&mut added, item, rest, value)?;
    match node {
        Node::List(items) => items.push(added),
        _ => *node = Node::List(vec![added]),
    }
    Ok(true)
}

/// An array index of RFC 6901: no leading zero, no sign.
fn index(token: &str) -> Option<usize> {
    let sound = token.bytes().all(|byte| byte.is_ascii_digit()) && (token == "0" || !token.starts_with('0'));
    sound.then(|| token.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::{Edit, EditError};
    use crate::Proposal;
    use serde_json::{Value, json};

    fn set(proposal: &mut Proposal, path: &str, value: Option<&Value>) -> Result<(), EditError> {
        Edit::read(path, value).and_then(|edit| proposal.edit(edit)).map(|_| ())
    }

    #[test]
    fn a_key_that_was_set_and_removed_leaves_nothing_behind() {
        let before = Proposal::from(&json!({ "answers": {}, "partners": [{ "costs": { "a": 1 } }] }));
        for nothing in [None, Some(json!(null)), Some(json!(""))] {
            let mut proposal = before.clone();
            for path in ["/title", "/answers/a", "/partners/0/grant", "/partners/0/costs/b"] {
                set(&mut proposal, path, Some(&json!(1))).expect("a place");
                assert_ne!(proposal, before);
                set(&mut proposal, path, nothing.as_ref()).expect("a place");
                assert_eq!(proposal, before, "{path}: {nothing:?}");
            }
        }
    }

    #[test]
    fn a_text_that_is_no_json_is_not_set_anywhere() {
        for path in ["/months", "/unknown"] {
            let told = Edit::read_json(path, Some("1,")).err().map(|error| error.to_string());
            let expected = format!(
                "{path:?} cannot be set: this is no JSON: something stands behind the end: take it out, at byte 1"
            );
            assert_eq!(told, Some(expected));
        }
    }

    #[test]
    fn an_edit_that_fails_or_removes_nothing_leaves_nothing_behind() {
        let before = Proposal::from(&json!({ "answers": {}, "costs": {} }));
        let mut proposal = before.clone();
        assert!(set(&mut proposal, "/answers/a/0", None).is_err());
        assert!(set(&mut proposal, "/answers/a/5", Some(&json!("x"))).is_err());
        assert!(set(&mut proposal, "/costs/a", None).is_ok());
        assert_eq!(proposal, before);
    }
}
