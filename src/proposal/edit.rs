//! Changing one field of a proposal by its RFC 6901 pointer.

use super::node::{Fields, Node};
use super::shape::Shape;
use super::written::Proposal;
use crate::value::tokens;

/// An edit whose path leads nowhere in the proposal as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path:?} {message}")]
pub struct EditError {
    /// The path that was to be changed.
    pub path: String,
    /// Why it could not be.
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

impl Proposal {
    /// Sets what stands at a path, or removes it.
    pub(crate) fn edit(&mut self, path: &str, value: Option<&serde_json::Value>) -> Result<Touched, EditError> {
        let error = |message: &str| EditError { path: path.to_owned(), message: message.to_owned() };
        let tokens = tokens(path).ok_or_else(|| error("is no JSON Pointer: it is empty or begins with \"/\""))?;
        let had_partners = self.partner_count();
        let known = place(&mut self.0, Shape::Proposal, &tokens, value).map_err(error)?;
        Ok(if known { touched(&tokens, value.is_none(), had_partners, self.partner_count()) } else { Touched::Nothing })
    }

    fn partner_count(&self) -> Option<usize> {
        self.0.partner_nodes().given().map(|nodes| nodes.len())
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
    value: Option<&serde_json::Value>,
) -> Result<bool, &'static str> {
    let Some((token, rest)) = tokens.split_first() else {
        *node = value.map_or(Node::Absent, |value| shape.read(value).into_owned());
        return Ok(true);
    };
    match shape.of_item() {
        Some(item) if !shape.takes_object() => place_in_list(node, item, token, rest, value),
        _ => place_in_object(node, shape, token, rest, value),
    }
}

fn place_in_object(
    node: &mut Node<'static>,
    shape: Shape,
    token: &str,
    rest: &[String],
    value: Option<&serde_json::Value>,
) -> Result<bool, &'static str> {
    if !shape.takes_object() {
        return Err("leads into a value that has no fields");
    }
    let Some(child) = shape.of_key(token) else { return Ok(false) };
    match node {
        // What is not there need not be made to be removed.
        Node::Absent if value.is_none() => Ok(true),
        // An object that is not given begins with its first field, as a form does.
        Node::Absent => {
            let mut field = Node::Absent;
            place(&mut field, child, rest, value)?;
            *node = Node::Object(Fields::of(token, field));
            Ok(true)
        }
        Node::Object(fields) => fields.entry(token).map_or(Ok(false), |field| place(field, child, rest, value)),
        _ => Err("leads into something that is no object"),
    }
}

fn place_in_list(
    node: &mut Node<'static>,
    item: Shape,
    token: &str,
    rest: &[String],
    value: Option<&serde_json::Value>,
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
    value: Option<&serde_json::Value>,
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
