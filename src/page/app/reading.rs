//! From the page to what is shown of it, in steps: a long article leaves the page time between them.

use wasm_bindgen::JsValue;

use super::living::RETURNS;
use super::{App, View};
use crate::Article;
use crate::page::card::Facts;
use crate::page::corrections::{Corrected, Corrections};
use crate::page::dom;
use crate::page::marks::Marks;
use crate::page::notes::notes;
use crate::page::overlay::Overlay;
use crate::page::snapshot::{Glance, Snapshot};
use crate::page::status::{State, Status, in_page_units};
use crate::page::watch::overlay_listeners;
use crate::reader::{HalfRead, is_english};
use crate::text::OffsetMap;
use std::rc::Rc;

/// From this many bytes on badges are made in several steps: nine of ten news articles are shorter.
const LONG: usize = 20_000;
/// After so many milliseconds the page gets its turn before the next step.
const SLICE: f64 = 10.0;
/// So many bytes of paragraphs are read at once between two looks at the clock.
const AHEAD: usize = 600;
/// Where reading takes longer than so many milliseconds, quotations are marked meanwhile.
const PATIENCE: f64 = 50.0;
/// In what is longer than so many bytes they are not: a browser takes long to paint such a page anew, and would for every step.
const ENDLESS: usize = 200_000;
/// Beyond this many badges a page is an archive: its text is marked, its counts are whole, and the browser stays quick.
const MOST_BADGES: usize = 1000;
/// Of a long article so many badges are made in one step.
const CHUNK: usize = 200;

/// What is done at the page, a step at a time.
pub(super) enum Work {
    /// It is looked at for the first time.
    Look(Box<Glance>),
    /// What was seen is read.
    Read(Box<Job>),
}

/// One reading of the page, taken apart into steps.
pub(super) struct Job {
    snapshot: Snapshot,
    article: Article,
    step: Step,
    /// Paragraphs whose quotations are marked.
    marked: usize,
    /// Short articles that were read before are shown again without a pause: what was corrected or changed is soon read.
    at_once: bool,
}

#[derive(Default)]
enum Step {
    /// There is no article, or nothing is left to do.
    #[default]
    Nothing,
    /// Paragraphs, from this one on.
    ReadAhead(usize),
    Link,
    Warn(Box<HalfRead>),
    Mark(Box<Corrected>),
    Show(Box<Status>),
    Place(Box<Status>),
}

impl Job {
    fn new(snapshot: Snapshot, again: bool) -> Self {
        let article = Article {
            title: snapshot.title.clone(),
            language: snapshot.language.clone(),
            text: snapshot.text.text().to_owned(),
        };
        let at_once = again && article.text.len() <= LONG;
        let mut job = Self { snapshot, article, step: Step::Nothing, marked: 0, at_once };
        if !job.article.text.is_empty() {
            job.step = Step::ReadAhead(0);
        }
        job
    }

    fn is_long(&self) -> bool {
        self.article.text.len() > LONG
    }
}

impl App {
    /// Reads the page for the first time, in steps from the first look on.
    pub(super) fn read_first(&self) -> Result<(), JsValue> {
        self.begun.set(dom::now(&self.window));
        self.resume_with(Work::Look(Box::new(Glance::begin(self.root.as_ref())?)));
        Ok(())
    }

    fn look_on(&self, mut glance: Box<Glance>) -> Result<(), JsValue> {
        let begun = dom::now(&self.window);
        // What follows on the last step may take as long as all of them.
        if !glance.go_on(begun + SLICE) || dom::now(&self.window) - begun > SLICE / 2.0 {
            self.resume_with(Work::Look(glance));
            return Ok(());
        }
        self.set_out(Job::new(glance.finish()?, false))
    }

    /// Reads the page and shows what it says; a long article in steps, with time for the page between them.
    pub(super) fn refresh(&self) -> Result<(), JsValue> {
        self.work.take();
        self.touched.set(false);
        self.begun.set(dom::now(&self.window));
        let again = self.view.borrow().is_some();
        let done = Snapshot::take(self.root.as_ref()).and_then(|snapshot| self.set_out(Job::new(snapshot, again)));
        self.tell_failure(done)
    }

    /// Reads the page again where it says something else than before, or says it with other nodes.
    pub(super) fn look_again(&self) -> Result<(), JsValue> {
        let busy = self.work.borrow().is_some();
        self.begun.set(dom::now(&self.window));
        let done = Snapshot::take(self.root.as_ref()).and_then(|snapshot| {
            let view = self.view.borrow().clone();
            if !busy && !self.touched.get() && view.is_some_and(|view| view.snapshot.is_same(&snapshot)) {
                self.later.done(&self.window, self.begun.get());
                // What came may stand where badges do.
                self.place_soon();
                return Ok(());
            }
            self.work.take();
            self.touched.set(false);
            let again = self.view.borrow().is_some();
            self.set_out(Job::new(snapshot, again))
        });
        self.tell_failure(done)
    }

    pub(super) fn tell_failure(&self, done: Result<(), JsValue>) -> Result<(), JsValue> {
        if let Err(error) = &done {
            self.clear();
            self.set_status(Status::of(State::Failed).with_error(&dom::message(error)));
        }
        done
    }

    /// Begins with what was just looked at, after a pause where there is time for one: looking took its own.
    fn set_out(&self, job: Job) -> Result<(), JsValue> {
        if job.at_once {
            return self.go_on(job);
        }
        self.resume_with(Work::Read(Box::new(job)));
        Ok(())
    }

    fn go_on(&self, mut job: Job) -> Result<(), JsValue> {
        let begun = dom::now(&self.window);
        while !self.step(&mut job)? {
            // A step may take as long as all that went before it.
            if !job.at_once && dom::now(&self.window) - begun > SLICE / 2.0 {
                self.resume_with(Work::Read(Box::new(job)));
                return Ok(());
            }
        }
        self.later.done(&self.window, self.begun.get());
        Ok(())
    }

    /// Leaves the page its turn before this goes on.
    fn resume_with(&self, work: Work) {
        self.work.replace(Some(work));
        // Every browser that the manifest admits has channels: it cannot fail.
        let _ = self.resume.soon();
    }

    pub(super) fn resume(&self) {
        let done = match self.work.take() {
            Some(Work::Look(glance)) => self.look_on(glance),
            Some(Work::Read(job)) => self.go_on(*job),
            None => return,
        };
        // A failure has been told by then.
        let _ = self.tell_failure(done);
    }

    /// One step of the work; whether it was the last.
    fn step(&self, job: &mut Job) -> Result<bool, JsValue> {
        match std::mem::take(&mut job.step) {
            Step::Nothing => {
                self.clear();
                self.set_status(Status::of(State::NoArticle));
                return Ok(true);
            }
            Step::ReadAhead(mut from) => {
                let end = dom::now(&self.window) + SLICE;
                loop {
                    let next = self.reader.borrow_mut().read_ahead(&job.article, from, AHEAD);
                    match next {
                        Some(next) if dom::now(&self.window) > end => {
                            self.mark_ahead(job, next)?;
                            job.step = Step::ReadAhead(next);
                            break;
                        }
                        Some(next) => from = next,
                        None => {
                            job.step = Step::Link;
                            break;
                        }
                    }
                }
            }
            Step::Link => {
                let read = self.reader.borrow_mut().link(&job.article);
                job.step = Step::Warn(Box::new(read));
            }
            Step::Warn(read) => {
                let report = read.report(&job.article);
                if !is_english(&report.language) {
                    self.clear();
                    self.set_status(Status::of(State::OtherLanguage).with_language(&report.language));
                    return Ok(true);
                }
                let report = in_page_units(report, &job.article);
                if let Some(text) = self.host.recall() {
                    self.corrections.replace(Corrections::read(&text));
                }
                let corrected = self.corrections.borrow().apply(report, &job.article.text);
                job.step = Step::Mark(Box::new(corrected));
            }
            Step::Mark(corrected) => job.step = Step::Show(self.mark(std::mem::take(&mut job.snapshot), *corrected)?),
            Step::Show(status) => {
                let all = self.show(if job.is_long() { CHUNK } else { usize::MAX })?;
                job.step = if all { Step::Place(status) } else { Step::Show(status) };
            }
            Step::Place(status) => {
                self.place(Some(status))?;
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Marks what is quoted in the paragraphs up to this one, the first time that a page is read: its reader sees at once where
    /// somebody speaks, and who it is when the article has been read to its end.
    fn mark_ahead(&self, job: &mut Job, to: usize) -> Result<(), JsValue> {
        let patient = dom::now(&self.window) - self.begun.get() < PATIENCE;
        if patient
            || job.article.text.len() > ENDLESS
            || self.view.borrow().is_some()
            || !self.settings.get().marks_statements()
        {
            return Ok(());
        }
        let quoted = self.reader.borrow().quoted_ahead(&job.article, job.marked..to);
        job.marked = to;
        if quoted.is_empty() {
            return Ok(());
        }
        let map = OffsetMap::new(&job.article.text);
        let quoted: Vec<_> = quoted.into_iter().map(|span| map.to_utf16(span)).collect();
        self.marks.borrow_mut().set_ahead(&job.snapshot, &quoted)
    }

    fn mark(&self, snapshot: Snapshot, Corrected { report, named }: Corrected) -> Result<Box<Status>, JsValue> {
        let settings = self.settings.get();
        let report = settings.wanted(report);
        let own = self.colours.borrow_mut().slots(&report);
        let slots = settings.slots(own.clone());
        let mut all = notes(&report, |at| snapshot.text.block_at(at));
        all.retain(|note| settings.shows(&note.kind));
        all.truncate(MOST_BADGES);
        if let Some(watch) = self.watch.borrow().as_ref() {
            snapshot.shadows().iter().for_each(|shadow| watch.also(shadow));
        }
        self.drop_placing();
        let status = Status::ready(&report, snapshot.text.text(), &own).changed(self.changed.get());
        self.marks.borrow_mut().clear();
        let marks = Marks::set(&snapshot, &report, &slots, settings)?;
        self.marks.replace(marks);
        self.view.replace(Some(Rc::new(View { snapshot, report, notes: all, slots, named })));
        Ok(Box::new(status))
    }

    /// Makes the badges, at most so many more at a time; whether all are there.
    fn show(&self, most: usize) -> Result<bool, JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(true) };
        if self.overlay.borrow().is_none() {
            let overlay = Overlay::new(&self.host)?;
            self.overlay_listeners.replace(overlay_listeners(&self.me, &overlay.shadow)?);
            self.overlay.replace(Some(overlay));
        }
        let mut overlay = self.overlay.borrow_mut();
        let Some(overlay) = overlay.as_mut() else { return Ok(true) };
        if self.returns.get() < RETURNS {
            overlay.attach()?;
        }
        let facts = self.facts(&view)?;
        let all = overlay.update(&facts, most)?;
        if all {
            overlay.renew(&facts)?;
        }
        Ok(all)
    }

    pub(super) fn facts<'v>(&'v self, view: &'v View) -> Result<Facts<'v>, JsValue> {
        let (document, host) = (dom::document()?, &self.host);
        let text = view.snapshot.text.text();
        Ok(Facts {
            document,
            host,
            report: &view.report,
            assembled: &view.snapshot.text,
            text,
            map: OffsetMap::new(text),
            slots: &view.slots,
            notes: &view.notes,
            named: &view.named,
            changes: self.corrections.borrow().len(),
        })
    }
}
