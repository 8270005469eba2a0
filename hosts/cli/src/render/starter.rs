//! What is in a rulebook that was just written, and what to do with it.

use serde_json::Value;

use super::page::{Line, Page, columns};
use super::style::{QUIET, STRONG};

const ADVICE: &str = "Replace each rule by one of your call, and cite where the call says so. JSON has no comments: what a \
rule is to tell its reader stands in `says` of its source. The whole language is described in docs/rulebook.md.";

/// The rules by the lines they stand on with what is to be learnt of each, and the commands to go on with.
pub fn guide(rulebook: &str, file: &str, cases: &str, width: Option<usize>) -> String {
    let mut page = Page::new(width);
    page.put(0, Line::new("Wrote ").then(STRONG, file).plain(" and ").then(STRONG, cases).plain("."));
    page.gap();
    page.put(0, Line::styled(STRONG, "What is in it"));
    put_rules(&mut page, rulebook);
    page.gap();
    page.put(0, Line::styled(STRONG, "What to do next"));
    page.put(2, Line::new(ADVICE));
    put_commands(&mut page, file, cases);
    page.gap();
    page.put(0, Line::styled(STRONG, "Completion and help in an editor"));
    put_command(&mut page, "callcheck schema rulebook > rulebook.schema.json", 0, "");
    page.put(2, Line::new("and in Visual Studio Code's settings.json:"));
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    put_command(
        &mut page,
        &format!("\"json.schemas\": [{{ \"fileMatch\": [\"/{name}\"], \"url\": \"./rulebook.schema.json\" }}]"),
        0,
        "",
    );
    page.into_text()
}

fn put_rules(page: &mut Page, rulebook: &str) {
    let value: Value = serde_json::from_str(rulebook).unwrap_or_default();
    let lists = ["rules", "notices"].into_iter().filter_map(|list| value[list].as_array());
    let entries: Vec<(&str, &str)> =
        lists.flatten().filter_map(|entry| Some((entry["id"].as_str()?, entry["source"]["says"].as_str()?))).collect();
    let widest = entries.iter().map(|(id, _)| columns(id)).max().unwrap_or(0);
    for (id, says) in entries {
        let line = Line::styled(QUIET, &format!("line {:>3}", line_of(rulebook, id))).plain("  ").then(STRONG, id);
        page.put_hanging(2, widest + 14, line.padded_to(widest + 12).plain(says));
    }
}

fn line_of(rulebook: &str, id: &str) -> usize {
    let written = format!("\"id\": \"{id}\"");
    rulebook.lines().position(|line| line.contains(&written)).map_or(0, |index| index + 1)
}

fn put_commands(page: &mut Page, file: &str, cases: &str) {
    let commands = [
        (format!("callcheck lint {file}"), "what is wrong, and where"),
        (format!("callcheck test {file} {cases}"), "what its cases show"),
        (format!("callcheck show {file}"), "the rules as people read them"),
        (format!("callcheck check --rulebook {file} PROPOSAL.json"), "one proposal"),
    ];
    let widest = commands.iter().map(|(command, _)| columns(command)).max().unwrap_or(0);
    for (command, does) in commands {
        put_command(page, &command, widest, does);
    }
}

/// Never broken, so that it can be copied.
fn put_command(page: &mut Page, command: &str, widest: usize, does: &str) {
    let line = Line::new(command);
    page.put_whole(4, if does.is_empty() { line } else { line.padded_to(widest + 2).then(QUIET, does) });
}
