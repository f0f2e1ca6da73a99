//! What the reader has chosen, as the page is to show it. `extension/settings.js` says how it is stored.

use serde::Serialize;

use super::notes::NoteKind;
use crate::json::Value;
use crate::report::{Report, WarningKind, name_of};
use crate::warning::definitions;

/// How much of what was found shows in the page. Each adds to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Density {
    /// Nothing in the text or beside it. The article is read all the same: counts and panel stay.
    Off,
    /// Warnings.
    Warnings,
    /// Names beside the text.
    Badges,
    /// The quoted and reported words underlined.
    #[default]
    Everything,
}

/// What has a colour of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    /// Each speaker.
    #[default]
    Speakers,
    /// Nobody: the marks differ by their form alone.
    One,
}

/// What the reader has chosen. Whatever is missing or unknown stays at its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    density: Density,
    colours: Colours,
    /// A bit for each kind of warning that is switched off, in the order of the registry.
    quiet: u32,
}

/// From what is stored, which may be anything.
#[cfg(not(target_arch = "wasm32"))]
impl From<&serde_json::Value> for Settings {
    fn from(stored: &serde_json::Value) -> Self {
        Self::read(&stored.clone().into())
    }
}

impl Settings {
    /// From what is stored, which may be anything.
    pub(crate) fn read(stored: &Value) -> Self {
        let silent = stored.get("quiet").and_then(Value::as_list).unwrap_or_default();
        let quiet = definitions().enumerate().filter(|(_, d)| silent.iter().any(|name| is_named(name, d.kind)));
        let densities = [Density::Off, Density::Warnings, Density::Badges, Density::Everything];
        let density = densities
            .into_iter()
            .find(|&density| stored.get("density").is_some_and(|stored| is_named(stored, density)));
        let one = stored.get("colours").is_some_and(|stored| is_named(stored, Colours::One));
        Self {
            density: density.unwrap_or_default(),
            colours: if one { Colours::One } else { Colours::default() },
            quiet: quiet.map(|(i, _)| 1 << i).sum(),
        }
    }

    /// Whether warnings of this kind are wanted.
    pub fn wants(&self, kind: WarningKind) -> bool {
        definitions().position(|d| d.kind == kind).is_none_or(|i| self.quiet & (1 << i) == 0)
    }

    /// A report without the warnings that are switched off. What is left is numbered anew: an id is a place in the list.
    pub fn wanted<S>(&self, mut report: Report<S>) -> Report<S> {
        report.warnings.retain(|warning| self.wants(warning.kind));
        for (id, warning) in (0u32..).zip(&mut report.warnings) {
            warning.id = id;
        }
        report
    }

    /// Whether this badge shows.
    pub fn shows(&self, note: &NoteKind) -> bool {
        match note {
            NoteKind::Speaker { .. } => self.density >= Density::Badges,
            NoteKind::Warning(_) | NoteKind::Rebuttal { .. } => self.density >= Density::Warnings,
        }
    }

    /// Whether the words of statements are underlined.
    pub fn marks_statements(&self) -> bool {
        self.density >= Density::Everything
    }

    /// Whether the words that a warning is about are underlined.
    pub fn marks_warnings(&self) -> bool {
        self.density >= Density::Warnings
    }

    /// The colours of speakers as they are to be shown.
    pub fn slots(&self, slots: Vec<Option<usize>>) -> Vec<Option<usize>> {
        match self.colours {
            Colours::Speakers => slots,
            Colours::One => vec![None; slots.len()],
        }
    }
}

/// Whether a value is the name of a variant.
fn is_named(value: &Value, variant: impl Serialize) -> bool {
    value.as_str().is_some_and(|name| name == name_of(variant))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, analyze};

    fn read(json: &str) -> Settings {
        Settings::from(&serde_json::from_str::<serde_json::Value>(json).expect("JSON"))
    }

    #[test]
    fn what_is_missing_or_broken_stays_at_its_default() {
        for json in [
            "{}",
            "[1]",
            "null",
            r#"{"density": 7, "colours": null, "quiet": "all", "sites": {}}"#,
            r#"{"density": "loud"}"#,
        ] {
            assert_eq!(read(json), Settings::default(), "{json}");
        }
        let settings = read(r#"{"density": "badges", "quiet": ["headline", 5, "no-such-kind"]}"#);
        assert!(!settings.wants(WarningKind::Headline) && settings.wants(WarningKind::Agentless));
        assert!(!settings.marks_statements() && settings.marks_warnings());
    }

    #[test]
    fn each_density_adds_to_the_one_before() {
        let speaker = NoteKind::Speaker { speaker: None, statements: Vec::new() };
        let shown = |density: &str| {
            let settings = read(&format!(r#"{{"density": "{density}"}}"#));
            let notes = [settings.shows(&NoteKind::Warning(0)), settings.shows(&speaker)];
            (notes, settings.marks_warnings(), settings.marks_statements())
        };
        assert_eq!(shown("off"), ([false, false], false, false));
        assert_eq!(shown("warnings"), ([true, false], true, false));
        assert_eq!(shown("badges"), ([true, true], true, false));
        assert_eq!(shown("everything"), ([true, true], true, true));
    }

    #[test]
    fn warnings_that_are_switched_off_leave_no_gap() {
        let text = "Some residents said the ferry was late. It was reportedly full.";
        let report = analyze(&Article { text: text.into(), ..Article::default() }, &Options::default());
        let kinds = |report: &Report| report.warnings.iter().map(|w| (w.id, w.kind)).collect::<Vec<_>>();
        assert_eq!(kinds(&report), [(0, WarningKind::VagueSource), (1, WarningKind::Agentless)]);
        let left = read(r#"{"quiet": ["vague-source"]}"#).wanted(report);
        assert_eq!(kinds(&left), [(0, WarningKind::Agentless)]);
    }

    #[test]
    fn one_colour_is_nobodys() {
        assert_eq!(read(r#"{"colours": "one"}"#).slots(vec![Some(1), None]), [None, None]);
        assert_eq!(Settings::default().slots(vec![Some(1), None]), [Some(1), None]);
    }
}
