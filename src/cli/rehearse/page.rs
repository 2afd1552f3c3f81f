//! The page of a rehearsal: a table for people, whose rows are words and signs, and JSON.

use serde::Serialize;

use crate::{
    rehearsal::Report,
    tui::text::{pad_right, width},
    words::Words,
};

/// What came of a rehearsal, and where it is kept.
#[derive(Debug, Serialize)]
pub(super) struct Page {
    #[serde(flatten)]
    pub(super) report: Report,
    /// Where it is kept, if it is.
    pub(super) kept: Option<String>,
}

impl Page {
    pub(super) fn json(&self) -> String {
        // Texts, numbers and lists: always JSON.
        format!("{}\n", serde_json::to_string_pretty(self).unwrap_or_default())
    }

    pub(super) fn table(&self, words: &Words) -> String {
        let Report { faults, findings, .. } = &self.report;
        let mut lines = vec![self.about(words)];
        if !faults.is_empty() {
            let fault = |(kind, count): (&&str, &usize)| {
                words.tell(&format!("rehearsal-fault-{kind}"), &[("count", (*count).into())])
            };
            let list: Vec<String> = faults.iter().map(fault).collect();
            let args = [
                ("count", faults.values().sum::<usize>().into()),
                ("faults", list.join(&words.say("list-separator")).into()),
            ];
            lines.push(words.tell("rehearsal-faults", &args));
        }
        lines.push(String::new());
        let columns = [true, false].map(|holds| width(&sign(holds, words)));
        let columns = columns.into_iter().max().unwrap_or_default();
        lines.extend(findings.iter().map(|finding| {
            let sign = pad_right(&sign(finding.holds(), words), columns);
            format!("  {sign}  {}", words.explain("rehearsal", finding))
        }));
        let failed = findings.iter().filter(|it| !it.holds()).count();
        let counts = [("passed", (findings.len() - failed).into()), ("failed", failed.into())];
        lines.extend([String::new(), words.tell("rehearsal-sum", &counts)]);
        let kept = |path: &String| words.tell("rehearsal-kept", &[("path", path.clone().into())]);
        lines.extend(self.kept.as_ref().map(kept));
        format!("{}\n", lines.join("\n"))
    }

    fn about(&self, words: &Words) -> String {
        let Report { seed, speed, seconds, terminals, .. } = &self.report;
        let args = [
            ("seed", seed.to_string().into()),
            ("speed", (*speed).into()),
            ("seconds", (*seconds).into()),
            ("terminals", (*terminals).into()),
        ];
        words.tell("rehearsal-was", &args)
    }
}

fn sign(holds: bool, words: &Words) -> String {
    words.say(if holds { "rehearsal-passed" } else { "rehearsal-failed" })
}
