//! The command as a process: how it ends, where it writes to, and when in colour.

use std::process::Stdio;

use crate::support::{Files, start};

#[test]
fn what_is_misused_ends_with_2_and_says_how_it_is_used() {
    let files = Files::new();
    for args in [
        &[][..],
        &["judge"],
        &["check"],
        &["check", "p.json"],
        &["batch", "--rulebook", "tiny.json", "--threads", "0", "-"],
        &["lint"],
        &["test"],
        &["test", "tiny.json"],
        &["schema", "proposal"],
    ] {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains("--help"), "{}", ran.err);
    }
    assert_eq!(files.run(["--help"]).code, Some(0));
    assert_eq!(files.run(["--version"]).code, Some(0));
}

#[test]
fn more_threads_than_are_of_use_are_refused() {
    let files = Files::new();
    for number in ["1025", "100000", "99999999999", "99999999999999999999999", "-1", "many"] {
        let threads = format!("--threads={number}");
        let ran = files.run(["batch", "--rulebook", "tiny.json", &threads, "-"]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{number}");
        assert!(ran.err.contains("write a whole number from 1 to 1024"), "{}", ran.err);
    }
}

#[test]
fn what_is_not_there_is_named_in_one_sentence() {
    let files = Files::new();
    for args in [
        &["check", "--rulebook", "tiny.json", "nothing.json"][..],
        &["check", "--rulebook", "nothing.json", "-"],
        &["check", "--rulebook", "tiny.json", "--exchange", "nothing.json", "-"],
        &["batch", "--rulebook", "tiny.json", "nothing.json"],
        &["show", "nothing.json"],
        &["schema", "proposal", "--rulebook", "nothing.json"],
        &["lint", "nothing.json"],
        &["test", "nothing.json", "tiny.json"],
        &["test", "tiny.json", "nothing.json"],
    ] {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.starts_with("callcheck: nothing.json "), "{}", ran.err);
    }
}

#[test]
fn an_empty_name_is_seen() {
    let files = Files::new();
    for args in [&["check", "--rulebook", "tiny.json", ""][..], &["check", "--rulebook", "", "-"], &["lint", ""]] {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.starts_with("callcheck: \"\" "), "{}", ran.err);
    }
}

#[test]
fn a_folder_is_no_proposal() {
    let files = Files::new();
    for command in ["check", "batch"] {
        let ran = files.run([command, "--rulebook", "tiny.json", "."]);
        assert_eq!(ran.code, Some(2), "{command}");
        assert!(ran.err.starts_with("callcheck: . cannot be read: "), "{}", ran.err);
    }
}

#[test]
fn a_file_that_is_not_utf_8_is_underlined_where_it_is_not() {
    let files = Files::new();
    files.write("latin.json", b"{\n  \"title\": \"caf\xe9\"\n}");
    for args in
        [&["check", "--rulebook", "tiny.json", "latin.json"][..], &["check", "--rulebook", "latin.json", "tiny.json"]]
    {
        let ran = files.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains("[latin.json:2:16]"), "{}", ran.err);
        assert!(ran.err.ends_with("callcheck: latin.json cannot be read. Save it as UTF-8.\n"), "{}", ran.err);
    }
}

#[test]
fn a_file_in_utf_16_is_told_so() {
    let files = Files::new();
    let text = || "{\"title\": \"Øresund\"}".encode_utf16();
    for bytes in [
        [0xff, 0xfe].into_iter().chain(text().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>(),
        [0xfe, 0xff].into_iter().chain(text().flat_map(u16::to_be_bytes)).collect(),
        text().flat_map(u16::to_le_bytes).collect(),
    ] {
        files.write("wide.json", bytes);
        for args in [
            &["check", "--rulebook", "tiny.json", "wide.json"][..],
            &["check", "--rulebook", "wide.json", "tiny.json"],
            &["lint", "wide.json"],
        ] {
            let ran = files.run(args);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
            assert!(
                ran.err.starts_with("callcheck: wide.json is written in UTF-16. Save it as UTF-8.\n"),
                "{}",
                ran.err
            );
        }
    }
}

#[test]
fn a_dash_is_standard_input_once() {
    let files = Files::new();
    let check = |text: &str| files.run_with_stdin(["check", "--rulebook", "tiny.json", "--json", "-"], text.as_bytes());
    assert_eq!(
        check("{}").out,
        files
            .run(
                ["check", "--rulebook", "tiny.json", "--json"]
                    .into_iter()
                    .chain([files.write("p.json", "{}").to_str().expect("UTF-8")])
            )
            .out
    );
    let twice = files.run_with_stdin(["check", "--rulebook", "-", "-"], crate::support::TINY.as_bytes());
    assert_eq!(twice.code, Some(2));
    assert!(twice.err.contains("only once"), "{}", twice.err);
}

#[test]
fn a_mark_at_the_beginning_of_a_file_is_no_part_of_it() {
    let files = Files::new();
    files.write("p.json", "\u{feff}{}");
    files.write("q.json", "{}");
    let check = |name| files.run(["check", "--rulebook", "tiny.json", "--json", name]);
    assert_eq!(check("p.json").out, check("q.json").out);
    assert_eq!(check("p.json").code, check("q.json").code);
}

#[test]
fn json_is_one_report_and_nothing_else() {
    let files = Files::new();
    let ran = files.run_with_stdin(["check", "--rulebook", "tiny.json", "--json", "--draft", "-"], b"{}");
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    assert_eq!(report["draft"], true);
    assert_eq!(ran.err, "");
}

#[test]
fn colours_go_to_terminals_or_to_who_asks_for_them() {
    let files = Files::new();
    files.write("p.json", "{}");
    let coloured = |args: &[&str], variables: &[(&str, &str)]| {
        let output = files.command(args).envs(variables.iter().copied()).output().expect("the command can be started");
        [output.stdout, output.stderr].concat().contains(&0x1b)
    };
    for args in [
        &["check", "--rulebook", "tiny.json", "p.json"][..],
        &["show", "tiny.json"],
        &["test", "tiny.json", "p.json"],
        &["check", "--rulebook", "nothing.json", "p.json"],
    ] {
        assert!(!coloured(args, &[]), "in a pipe: {args:?}");
        assert!(coloured(args, &[("CLICOLOR_FORCE", "1")]), "asked for: {args:?}");
        assert!(!coloured(args, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "asked for none: {args:?}");
    }
}

#[test]
fn a_reader_that_goes_away_changes_no_verdict() {
    let files = Files::new();
    files.write("p.json", "{}");
    let args = ["check", "--rulebook", "tiny.json", "p.json"];
    let mut child = files.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), files.run(args).code);
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
}

#[test]
fn nobody_to_complain_to_is_no_reason_to_panic() {
    let files = Files::new();
    let mut child = start(files.command(["check", "--rulebook", "nothing.json", "-"]));
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(2));
}
