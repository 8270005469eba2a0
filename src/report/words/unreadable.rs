//! The sentences of what cannot be read, or contradicts itself.

use crate::proposal::{Invalid, MAX_PARTNERS};
use crate::report::Code;
use crate::report::format::{either, grouped};
use crate::rulebook::model::{Asked, Model, Names, QuestionKind};
use crate::value::tokens;

/// A value that cannot be read, or contradicts another.
pub(crate) fn irregularity(model: &Model, code: Code, invalid: &Invalid) -> String {
    let tokens = tokens(&invalid.path).unwrap_or_default();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let of_partner = tokens.first() == Some(&"partners") && tokens.len() > 1;
    let field = if of_partner { tokens.get(2..).unwrap_or_default() } else { &tokens[..] };
    if code == Code::Inconsistent {
        return inconsistent(field).to_owned();
    }
    unreadable(model, field, of_partner, invalid.is_quoted)
}

fn inconsistent(field: &[&str]) -> &'static str {
    match field {
        ["end"] => "The project ends before it starts. Change one of the two dates.",
        ["months"] => "The months and the dates give different durations. Change one of them, or leave the months out.",
        _ => "This total differs from the sum of the partners' amounts. Change one of them, or leave the total out.",
    }
}

const AMOUNT: &str = "This cannot be read as an amount. Write digits, with a point before the decimals and no more decimals than the currency has, such as 18000 or 18000.50.";

fn unreadable(model: &Model, field: &[&str], of_partner: bool, is_quoted: bool) -> String {
    let text = match field {
        [] if of_partner => "This partner cannot be read: it must be an object.",
        [] => "This proposal cannot be read: it must be an object.",
        ["grant"] => AMOUNT,
        ["costs" | "contributions" | "answers"] => "This cannot be read: it must be an object of keys and values.",
        ["costs", key] => return entry(model.vocabulary.costs.find(key).is_some(), "cost category", key),
        ["contributions", key] => {
            return entry(model.vocabulary.contributions.find(key).is_some(), "kind of contribution", key);
        }
        ["answers", question, item @ ..] => {
            return unreadable_answer(model, question, !item.is_empty(), of_partner, is_quoted);
        }
        ["strand"] => return one_of("strand", &model.vocabulary.strands),
        ["type"] => return one_of("type", &model.vocabulary.types),
        ["labels"] => return list_of("label", &model.vocabulary.labels),
        ["labels", ..] => return one_of("label", &model.vocabulary.labels),
        ["months"] => return no_number("a number of months", "Write a whole number.", is_quoted),
        ["start" | "end"] => "This is no day of the calendar. Write it as YYYY-MM-DD, such as 2015-01-31.",
        ["submitted"] => {
            "This is neither a day nor a moment. Write a day as 2014-10-31, or a moment with its offset as 2014-10-31T16:00+01:00."
        }
        ["currency"] => "This is no currency. Write its ISO 4217 code, such as EUR or DKK.",
        ["country"] => "This is no country. Write its ISO 3166-1 code in capitals, such as SE.",
        ["region"] => {
            "This is no region of the partner's country. Write a code of ISO 3166-2, such as DE-BB, or of NUTS, such as DE40."
        }
        ["size"] => "This is no size. It is micro, small, medium or large.",
        ["role"] => "This is no role. It is lead, partner or associated.",
        ["partners"] => return no_list_of_partners(),
        _ => "This cannot be read: it must be a text.",
    };
    text.to_owned()
}

/// To write what stands there already would be no help: all that is wrong with it may be its quotes.
fn no_number(what: &str, instead: &str, is_quoted: bool) -> String {
    let instead = if is_quoted { "Write the number without quotation marks." } else { instead };
    format!("This cannot be read as {what}. {instead}")
}

fn no_list_of_partners() -> String {
    format!("The partners cannot be read: they must be a list of at most {}.", grouped(&MAX_PARTNERS.to_string()))
}

fn entry(is_listed: bool, what: &str, key: &str) -> String {
    if is_listed { AMOUNT.to_owned() } else { format!("This call has no {what} “{key}”. Use one that it lists.") }
}

fn one_of(what: &str, names: &Names) -> String {
    match names.len() == 0 {
        true => format!("This call has no {what} of that name: it lists none."),
        false => format!("This call has no {what} of that name. It lists {}.", told(names)),
    }
}

/// What stands there may well be one of the names, and is no list.
fn list_of(what: &str, names: &Names) -> String {
    let listed = if names.len() == 0 { "none".to_owned() } else { told(names) };
    format!("This is no list. Write a list of {what}s, even of a single one. This call has {listed}.")
}

fn told(names: &Names) -> String {
    either(&names.names().map(str::to_owned).collect::<Vec<_>>())
}

fn unreadable_answer(model: &Model, name: &str, of_item: bool, of_partner: bool, is_quoted: bool) -> String {
    let asked = if of_partner { Asked::Partner } else { Asked::Proposal };
    let question =
        model.vocabulary.question(name).map(|(_, question)| question).filter(|question| question.of == asked);
    match question.map(|question| &question.kind) {
        None => format!("This call does not ask “{name}” here. Answer the questions that it lists."),
        Some(QuestionKind::Count) => no_number("a count", "Write a whole number of 0 or more.", is_quoted),
        Some(QuestionKind::Money(_)) => AMOUNT.to_owned(),
        Some(QuestionKind::Boolean) if is_quoted => "The answer is true or false, without quotation marks.".to_owned(),
        Some(QuestionKind::Boolean) => "The answer is yes or no: true or false.".to_owned(),
        Some(QuestionKind::Choice(choices)) => format!("The answer is one of the choices: {}.", told(choices)),
        Some(QuestionKind::Choices(choices)) if of_item => one_of("choice", choices),
        Some(QuestionKind::Choices(choices)) => list_of("choice", choices),
    }
}
