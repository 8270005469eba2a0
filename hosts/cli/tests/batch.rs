//! `callcheck batch`: any input, in order, on any number of threads.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};

use serde_json::Value;

use crate::support::{Files, Ran, start};

fn batch(input: &[u8], more: &[&str]) -> Ran {
    let args = ["batch", "--rulebook", "tiny.json", "-"];
    Files::new().run_with_stdin(args.iter().chain(more), input)
}

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// For each line of output the input line that could not be read, or none.
fn unreadable(ran: &Ran) -> Vec<Option<u64>> {
    let number = |line: &str| line.strip_prefix("{\"line\":")?.split(',').next()?.parse().ok();
    ran.out.lines().map(number).collect()
}

#[test]
fn blank_lines_are_skipped_and_counted() {
    let ran = batch(b"\n{}\n \t\r\n\xff\n\n{}\r\n\xfe", &[]);
    assert_eq!(unreadable(&ran), [None, Some(4), None, Some(7)]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.err,
        "callcheck: 2 lines could not be read, the first is line 4. The output has the reasons in their place.\n"
    );
}

#[test]
fn an_indented_proposal_is_told_what_a_line_is() {
    let ran = batch(b"{\n  \"months\": 12\n}\n", &[]);
    assert!(ran.err.ends_with("in their place. Each proposal stands on one line, in UTF-8.\n"), "{}", ran.err);
    let ran = batch(b"{\n  \"partners\": [\n    { \"country\": \"SE\" }\n  ]\n}\n", &[]);
    assert!(ran.err.ends_with("Each proposal stands on one line, in UTF-8.\n"), "a line may be an object: {}", ran.err);
    let ran = batch(b"{\n{}\n", &[]);
    assert!(ran.err.ends_with("in its place.\n"), "{}", ran.err);
}

#[test]
fn utf_16_is_told_as_such() {
    let text = "{\"title\": \"Øresund\"}\r\n{}\r\n".encode_utf16();
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.flat_map(u16::to_le_bytes)).collect();
    let ran = batch(&little, &[]);
    for (line, told) in ran.out.lines().enumerate() {
        assert_eq!(told, format!("{{\"line\":{},\"error\":\"UTF-16 and not UTF-8\"}}", line + 1));
    }
    assert!(ran.err.ends_with("Each proposal stands on one line, in UTF-8.\n"), "{}", ran.err);
}

#[test]
fn nothing_is_answered_with_nothing() {
    for input in ["", "\n", "\n \n\n"] {
        let ran = batch(input.as_bytes(), &[]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    }
}

#[test]
fn an_unreadable_line_is_answered_in_its_place_and_the_run_goes_on() {
    let ran = batch(b"{}\n{\"title\": \"caf\xe9\"}\n{}\n", &[]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1], r#"{"line":2,"error":"not UTF-8 at byte 15"}"#);
    assert_eq!(lines[0], lines[2]);
    assert!(lines[0].starts_with(r#"{"verdict":"#), "a report is compact: {}", lines[0]);
}

#[test]
fn the_order_is_kept_whatever_the_threads() {
    let mut input = Vec::new();
    let mut expected = Vec::new();
    for number in 1..=6_000 {
        // Lines of very different size keep the workers out of step.
        let is_unreadable = number % 3 == 0;
        let padding = if number % 500 == 0 { 100_000 } else { number % 7 };
        input.extend_from_slice(if is_unreadable { b"\xff" } else { b"{}" });
        input.extend(std::iter::repeat_n(b' ', padding));
        input.push(b'\n');
        expected.push(is_unreadable.then_some(number as u64));
    }
    for threads in ["1", "2", "16"] {
        let ran = batch(&input, &["--threads", threads]);
        assert!(unreadable(&ran) == expected, "{threads} threads");
        assert_eq!(ran.code, Some(2));
    }
}

#[test]
fn a_file_and_standard_input_give_the_same() {
    let files = Files::new();
    files.write("lines.ndjson", "\u{feff}{}\n{\"months\": 3}\n");
    let of_file = files.run(["batch", "--rulebook", "tiny.json", "lines.ndjson"]);
    let of_stdin = batch(b"{}\n{\"months\": 3}\n", &[]);
    assert_eq!((of_file.code, &of_file.out), (Some(0), &of_stdin.out));
    assert_eq!(of_file.err, "", "progress is for terminals");
}

#[test]
fn a_mark_belongs_to_the_beginning_of_the_input_alone() {
    let ran = batch("\u{feff}{}\n\u{feff}{}\n".as_bytes(), &[]);
    assert_eq!(unreadable(&ran), [None, Some(2)]);
}

#[test]
fn an_answer_comes_before_the_next_line_does() {
    let files = Files::new();
    let mut child = start(files.command(["batch", "--rulebook", "tiny.json", "-"]));
    let mut input = child.stdin.take().expect("standard input is a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    for _ in 0..3 {
        input.write_all(b"{}\n").expect("the command reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("the command answers");
        assert!(line.ends_with("}\n"), "{line}");
    }
    drop(input);
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn it_stops_quietly_when_nobody_reads_on() {
    let files = Files::new();
    let mut child = start(files.command(["batch", "--rulebook", "tiny.json", "-"]));
    let mut input = child.stdin.take().expect("standard input is a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    // Endless input: it ends because the command does.
    let writing = std::thread::spawn(move || while input.write_all(b"{}\n\xff\n").is_ok() {});
    output.read_line(&mut String::new()).expect("the command answers");
    drop(output);
    let ended = child.wait_with_output().expect("it ends");
    writing.join().expect("the writer ends");
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn any_line_is_survived() {
    let mut input = String::new();
    for line in [
        "[".repeat(1 << 20),
        "{\"a\":".repeat(1 << 18),
        format!("\"{}\"", "x".repeat(4 << 20)),
        "1e999".into(),
        "\u{0}".into(),
        "nul".into(),
    ] {
        writeln!(input, "{line}").expect("a string takes anything");
    }
    input.push_str("{}\n");
    let ran = batch(input.as_bytes(), &[]);
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert_eq!(unreadable(&ran), [Some(1), Some(2), None, Some(4), Some(5), Some(6), None]);
    assert_eq!(lines(&ran).len(), 7, "each of them is JSON");
}
