//! Examples: text in which the expected words stand in `[[…]]`.

use std::fmt::Write as _;

use crate::attribution::{Placed, Reading, link};
use crate::lexicon::Lexicon;
use crate::report::{Report, Warning, WarningKind};

use super::Groundwork;

/// What `…` stands for in an example: words enough to make it an article, in which nobody says anything.
const FILLER: &str = "The lock was built in 1911 and has two gates of oak. Each gate weighs nine tonnes and is opened by hand, four \
    times a day in summer and twice a day in winter. The basin behind it holds forty boats, most of them small, \
    and a crane that no longer works. A path leads along the north wall to the old customs house, where the paint \
    has come off the doors. In spring the water stands high and the lower steps cannot be seen. In autumn the \
    leaves of the plane trees cover the surface from one wall to the other. The lamps along the quay were changed \
    four years ago. Trains pass on the bridge every quarter of an hour, and the noise carries over the water. The \
    nearest shop is ten minutes away on foot. There is one bench. The basin freezes about once in ten years. The \
    last time was in 2021, when children walked across it with sledges. Boats stay in the water all winter, under \
    covers of blue and green. The weir beside the lock is older than the lock itself, and the fish ladder is \
    younger than both. The keeper’s house has a slate roof and a garden with beans and leeks. A bell hangs under \
    the roof and is rung when a barge comes, which has not happened for a long time now. Twice a week a man comes \
    by with a cart and offers bread, cheese and fruit to whoever is on the quay.";

/// What `docs/warnings.md` says of a kind, and the examples that it is tested with. In an example the words that are
/// noticed stand in `[[…]]`, and ` ¶ ` is the border of two
/// paragraphs; `…` stands for [`FILLER`].
#[derive(Debug)]
pub(super) struct Manual {
    /// What it flags, as the rest of a sentence that begins with the kind.
    pub(super) flags: &'static str,
    /// Words that trigger it.
    pub(super) triggers: &'static [&'static str],
    /// What raises or lowers its severity.
    pub(super) severity: &'static str,
    /// What keeps it quiet.
    pub(super) quiet: &'static [&'static str],
    /// Texts that must be warned of.
    pub(super) warns: &'static [&'static str],
    /// Texts that must stay silent.
    pub(super) silent: &'static [&'static str],
}

impl Manual {
    /// Which examples of a kind fail, each with what came out instead.
    pub(super) fn faults(&self, kind: WarningKind) -> String {
        let mut wrong = String::new();
        for example in self.warns.iter().chain(self.silent) {
            let marked = example.replace(" ¶ ", "\n").replace('…', FILLER);
            let (text, report) = read(&marked);
            let found: Vec<&str> = of(&report, kind).iter().map(|w| w.trigger[0].of(&text)).collect();
            if found != expected(&marked) {
                let _ = writeln!(wrong, "{kind:?}: {found:?} in {example}");
            }
        }
        assert!(self.warns.iter().all(|e| e.contains("[[")) && !self.silent.iter().any(|e| e.contains("[[")));
        wrong
    }
}

fn expected(marked: &str) -> Vec<&str> {
    marked.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()).collect()
}

/// The text without its marks, and the report on it.
pub(super) fn read(marked: &str) -> (String, Report) {
    let text = marked.replace("[[", "").replace("]]", "");
    let lexicon = Lexicon::english();
    let texts: Vec<&str> = text.split('\n').collect();
    let readings = Reading::all(&texts, lexicon);
    let groundwork: Vec<Groundwork> = readings.iter().map(|reading| Groundwork::new(reading, lexicon)).collect();
    let mut end = 0;
    let placed = texts.iter().zip(&readings).map(|(text, reading)| {
        let start = end;
        end += text.len() as u32 + 1;
        Placed { start, reading }
    });
    let placed: Vec<Placed<'_>> = placed.collect();
    let linked = link(&placed, lexicon);
    let paragraphs: Vec<_> = placed.into_iter().zip(&groundwork).collect();
    let warnings = super::find(None, &paragraphs, &linked, lexicon);
    let (speakers, attributions) = (linked.speakers, linked.attributions);
    (text, Report { language: "en".into(), speakers, attributions, warnings })
}

/// The warnings of a kind.
pub(super) fn of(report: &Report, kind: WarningKind) -> Vec<&Warning> {
    report.warnings.iter().filter(|w| w.kind == kind).collect()
}
