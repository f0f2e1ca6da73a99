//! One article's life: collected, read, marked, laid out; again whenever the page changes; and gone without a trace.
//!
//! No borrow of a cell is held while the host, a focus change or anything else is called that could call back.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

use super::card::Facts;
use super::dom::{self, Listener};
use super::marks::{self, Marks};
use super::measure::{Geometry, is_dark, stacking_level};
use super::notes::{Note, NoteKind, notes, slots};
use super::overlay::{Anchor, Overlay};
use super::snapshot::Snapshot;
use super::status::{Settings, State, Status, in_page_units};
use super::watch::{Later, Watch, concerns, overlay_listeners};
use super::words::Host;
use crate::report::Report;
use crate::text::{OffsetMap, Utf16Span};
use crate::{Article, Options, Reader};

/// How often the host element is put back after the page has removed it.
const RETURNS: u32 = 3;

/// Articles up to this many bytes are read at one go, in some tens of milliseconds: nine of ten news articles are shorter.
const LONG: usize = 20_000;
/// How long one step may keep the page waiting, in milliseconds.
const SLICE: f64 = 40.0;
/// Beyond this many badges a page is an archive: its text is marked, its counts are whole, and the browser stays quick.
const MOST_BADGES: usize = 1000;
/// Of a long article so many badges are made in one step.
const CHUNK: usize = 200;

pub(super) struct App {
    window: Window,
    host: Host,
    root: Option<Element>,
    settings: Cell<Settings>,
    reader: RefCell<Reader>,
    view: RefCell<Option<Rc<View>>>,
    marks: RefCell<Marks>,
    overlay: RefCell<Option<Overlay>>,
    overlay_listeners: RefCell<Vec<Listener>>,
    watch: RefCell<Option<Watch>>,
    later: Rc<Later>,
    frame: RefCell<Option<Closure<dyn FnMut()>>>,
    framed: Cell<Option<i32>>,
    /// What is being read in steps.
    job: RefCell<Option<Job>>,
    resume: RefCell<Option<Closure<dyn FnMut()>>>,
    timer: Cell<Option<i32>>,
    begun: Cell<f64>,
    status: RefCell<Status>,
    returns: Cell<u32>,
    /// Set while we ourselves move the focus: no card opens for that.
    quiet_focus: Cell<bool>,
    me: Weak<App>,
}

/// One reading of the page, taken apart into steps.
struct Job {
    snapshot: Snapshot,
    article: Article,
    step: Step,
}

#[derive(Default)]
enum Step {
    /// There is no article, or nothing is left to do.
    #[default]
    Nothing,
    /// Paragraphs, from this one on.
    ReadAhead(usize),
    Link,
    Mark(Box<Report<Utf16Span>>),
    Show(Box<Status>),
    Place(Box<Status>),
}

impl Job {
    fn new(snapshot: Snapshot) -> Self {
        let article = Article {
            title: snapshot.title.clone(),
            language: snapshot.language.clone(),
            text: snapshot.text.text().to_owned(),
        };
        let mut job = Self { snapshot, article, step: Step::Nothing };
        if !job.article.text.is_empty() {
            job.step = if job.is_long() { Step::ReadAhead(0) } else { Step::Link };
        }
        job
    }

    fn is_long(&self) -> bool {
        self.article.text.len() > LONG
    }
}

/// What was last seen and said.
struct View {
    snapshot: Snapshot,
    report: Report<Utf16Span>,
    notes: Vec<Note>,
    slots: Vec<Option<usize>>,
}

impl App {
    pub(super) fn new(host: JsValue, settings: Settings, root: Option<Element>) -> Result<Rc<Self>, JsValue> {
        let window = dom::window()?;
        Ok(Rc::new_cyclic(|me| Self {
            window,
            host: Host::new(host),
            root,
            settings: Cell::new(settings),
            reader: RefCell::new(Reader::new(Options::default())),
            view: RefCell::default(),
            marks: RefCell::default(),
            overlay: RefCell::default(),
            overlay_listeners: RefCell::default(),
            watch: RefCell::default(),
            later: Rc::default(),
            frame: RefCell::default(),
            framed: Cell::new(None),
            job: RefCell::default(),
            resume: RefCell::default(),
            timer: Cell::new(None),
            begun: Cell::new(0.0),
            status: RefCell::new(Status::of(State::Loading)),
            returns: Cell::new(0),
            quiet_focus: Cell::new(false),
            me: me.clone(),
        }))
    }

    pub(super) fn begin(&self) -> Result<(), JsValue> {
        self.tell();
        let watch = Watch::new(&self.me)?;
        self.watch.replace(Some(watch));
        self.refresh()
    }

    pub(super) fn end(&self) {
        self.watch.take();
        self.later.cancel(&self.window);
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
        }
        if let Some(frame) = self.framed.take() {
            // It fails only where the window is gone, and the frame with it.
            let _ = self.window.cancel_animation_frame(frame);
        }
        self.job.take();
        self.overlay_listeners.take();
        self.overlay.take();
        self.marks.borrow_mut().clear();
        self.view.take();
        self.status.replace(Status::of(State::Off));
        self.tell();
    }

    pub(super) fn configure(&self, settings: Settings) -> Result<(), JsValue> {
        if self.settings.replace(settings) == settings {
            return Ok(());
        }
        self.refresh()
    }

    pub(super) fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    fn tell(&self) {
        if let Ok(status) = self.status().to_js() {
            self.host.tell(&status);
        }
    }

    fn set_status(&self, status: Status) {
        self.status.replace(status);
        self.tell();
    }

    /// Reads the page and shows what it says; a long article in steps, with time for the page between them.
    fn refresh(&self) -> Result<(), JsValue> {
        self.job.take();
        self.begun.set(dom::now(&self.window));
        let done = Snapshot::take(self.root.as_ref()).and_then(|snapshot| self.go_on(Job::new(snapshot)));
        self.tell_failure(done)
    }

    fn tell_failure(&self, done: Result<(), JsValue>) -> Result<(), JsValue> {
        if let Err(error) = &done {
            self.clear();
            self.set_status(Status::of(State::Failed).with_error(&format!("{error:?}")));
        }
        done
    }

    fn go_on(&self, mut job: Job) -> Result<(), JsValue> {
        while !self.step(&mut job)? {
            if job.is_long() {
                self.job.replace(Some(job));
                self.resume_soon();
                return Ok(());
            }
        }
        self.later.done(&self.window, self.begun.get());
        Ok(())
    }

    fn resume_soon(&self) {
        if self.resume.borrow().is_none() {
            let me = self.me.clone();
            let resume = Closure::<dyn FnMut()>::new(move || {
                let Some(app) = me.upgrade() else { return };
                let job = app.job.take();
                if let Some(job) = job {
                    // A failure has been told by then.
                    let _ = app.tell_failure(app.go_on(job));
                }
            });
            self.resume.replace(Some(resume));
        }
        let resume = self.resume.borrow().as_ref().map(|resume| resume.as_ref().clone());
        let Some(resume) = resume else { return };
        self.timer.set(self.window.set_timeout_with_callback(resume.unchecked_ref()).ok());
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
                    match self.reader.borrow_mut().read_ahead(&job.article, from, 4) {
                        Some(next) if dom::now(&self.window) > end => {
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
                let report = self.reader.borrow_mut().read(&job.article);
                if !report.language.to_ascii_lowercase().starts_with("en") {
                    self.clear();
                    self.set_status(Status::of(State::OtherLanguage).with_language(&report.language));
                    return Ok(true);
                }
                job.step = Step::Mark(Box::new(in_page_units(report, &job.article)));
            }
            Step::Mark(report) => job.step = Step::Show(self.mark(std::mem::take(&mut job.snapshot), *report)?),
            Step::Show(status) => {
                let all = self.show(if job.is_long() { CHUNK } else { usize::MAX })?;
                job.step = if all { Step::Place(status) } else { Step::Show(status) };
            }
            Step::Place(status) => {
                self.place()?;
                self.overlay.borrow().as_ref().map_or(Ok(()), |overlay| overlay.set_state("ready"))?;
                self.set_status(match self.returns.get() {
                    RETURNS.. => status.with_error("overlay-removed"),
                    _ => *status,
                });
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn mark(&self, snapshot: Snapshot, report: Report<Utf16Span>) -> Result<Box<Status>, JsValue> {
        let settings = self.settings.get();
        let slots = slots(&report);
        let mut all = notes(&report, |at| snapshot.text.block_at(at));
        all.retain(|note| settings.warnings || matches!(note.kind, NoteKind::Speaker { .. }));
        all.truncate(if settings.badges { MOST_BADGES } else { 0 });
        let status = Status::ready(&report, &snapshot.text);
        self.marks.borrow_mut().clear();
        let marks = Marks::set(&snapshot, &report, &slots, settings)?;
        self.marks.replace(marks);
        self.view.replace(Some(Rc::new(View { snapshot, report, notes: all, slots })));
        Ok(Box::new(status))
    }

    /// Takes everything out of the page, and goes on watching.
    fn clear(&self) {
        self.overlay_listeners.take();
        self.overlay.take();
        self.marks.borrow_mut().clear();
        self.view.take();
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
        overlay.update(&self.facts(&view)?, &view.notes, most)
    }

    fn facts<'v>(&'v self, view: &'v View) -> Result<Facts<'v>, JsValue> {
        let (document, host) = (dom::document()?, &self.host);
        let text = view.snapshot.text.text();
        Ok(Facts { document, host, report: &view.report, text, map: OffsetMap::new(text), slots: &view.slots })
    }

    fn place(&self) -> Result<(), JsValue> {
        let Some(view) = self.view.borrow().clone() else { return Ok(()) };
        let mut overlay = self.overlay.borrow_mut();
        let Some(overlay) = overlay.as_mut() else { return Ok(()) };
        overlay.set_theme(is_dark(&view.snapshot), stacking_level(&view.snapshot))?;
        let text = &view.snapshot.text;
        let blocks: Vec<Option<usize>> = view.notes.iter().map(|note| text.block_at(note.at)).collect();
        let wanted: Vec<usize> = blocks.iter().flatten().copied().collect();
        let geometry = Geometry::take(&view.snapshot, &wanted)?;
        let anchor = |(note, block): (&Note, &Option<usize>)| {
            let block = (*block)?;
            let top = geometry.anchor(&view.snapshot, Utf16Span::new(note.at, note.at + 1), block)?;
            Some(Anchor { block, top })
        };
        let anchors: Vec<Option<Anchor>> = view.notes.iter().zip(&blocks).map(anchor).collect();
        overlay.place(geometry, &anchors)
    }

    /// The page changed: marks whose words are gone go at once, the rest is read again when the page rests.
    pub(super) fn mutated(&self, records: &Array) {
        let view = self.view.borrow().clone();
        let roots = view.as_ref().map(|view| view.snapshot.roots()).unwrap_or_default();
        if !concerns(records, &roots) {
            return;
        }
        self.marks.borrow_mut().drop_changed();
        let me = self.me.clone();
        self.later.soon(&self.window, move || {
            if let Some(app) = me.upgrade() {
                // A failure has been told already.
                let _ = app.refresh();
            }
        });
    }

    /// Puts the host element back where the page has removed it; a page that insists has its way.
    pub(super) fn check_host(&self) {
        let gone = self.overlay.borrow().as_ref().is_some_and(|overlay| !overlay.host.is_connected());
        if !gone || self.returns.get() >= RETURNS {
            return;
        }
        self.returns.set(self.returns.get() + 1);
        if self.returns.get() < RETURNS {
            let put = self.overlay.borrow().as_ref().map_or(Ok(()), Overlay::attach);
            if put.is_ok() {
                self.place_soon();
            }
        } else {
            let status = self.status();
            self.set_status(status.with_error("overlay-removed"));
        }
    }

    pub(super) fn keep_marks(&self) {
        self.marks.borrow().keep();
    }

    /// Lays the badges out again before the next frame.
    pub(super) fn place_soon(&self) {
        if self.view.borrow().is_none() || self.framed.get().is_some() {
            return;
        }
        if self.frame.borrow().is_none() {
            let me = self.me.clone();
            let frame = Closure::<dyn FnMut()>::new(move || {
                let Some(app) = me.upgrade() else { return };
                app.framed.set(None);
                app.keep_marks();
                // The next change tries again; the badges stand where they stood.
                let _ = app.place();
            });
            self.frame.replace(Some(frame));
        }
        let frame = self.frame.borrow();
        let asked = frame.as_ref().map(|frame| self.window.request_animation_frame(frame.as_ref().unchecked_ref()));
        self.framed.set(asked.and_then(Result::ok));
    }

    pub(super) fn clicked(&self, target: &Element, by_keyboard: bool) {
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(badge) = closest(".n") {
            let Some(index) = number(&badge, "data-note") else { return };
            let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
            match (open == Some(index), by_keyboard) {
                (false, _) => self.open_card(index),
                (true, true) => {
                    let into = self.overlay.borrow().as_ref().and_then(Overlay::card_focus);
                    self.focus(into);
                }
                (true, false) => self.close_card(),
            }
        } else if closest(".close").is_some() {
            self.escape();
        } else if let Some(attribution) = closest(".jump").and_then(|jump| number(&jump, "data-jump")) {
            self.jump(attribution as u32);
        }
    }

    pub(super) fn focused(&self, target: &Element) {
        let badge = target.closest(".n:focus-visible").ok().flatten();
        if let Some(index) = badge.and_then(|badge| number(&badge, "data-note")).filter(|_| !self.quiet_focus.get()) {
            let open = self.overlay.borrow().as_ref().and_then(Overlay::open_note);
            if open != Some(index) {
                self.open_card(index);
            }
        }
    }

    fn open_card(&self, index: usize) {
        let Some(view) = self.view.borrow().clone() else { return };
        let Some(note) = view.notes.get(index) else { return };
        let Ok(card) = self.facts(&view).and_then(|facts| facts.card(note)) else { return };
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            // A card that cannot be placed is closed again.
            if overlay.open(index, card).is_err() {
                overlay.close();
            }
        }
    }

    /// Closes the card; whether there was one.
    pub(super) fn close_card(&self) {
        if let Some(overlay) = self.overlay.borrow_mut().as_mut() {
            overlay.close();
        }
    }

    /// Closes the card and gives the focus back to its badge; whether there was a card.
    pub(super) fn escape(&self) -> bool {
        let had_focus = self.overlay.borrow().as_ref().is_some_and(Overlay::has_focus);
        let badge = self.overlay.borrow_mut().as_mut().and_then(Overlay::close);
        let closed = badge.is_some();
        self.focus(badge.filter(|_| had_focus));
        closed
    }

    /// Shows where a statement stands and opens its card.
    fn jump(&self, attribution: u32) {
        let Some(view) = self.view.borrow().clone() else { return };
        let Some(statement) = view.report.attributions.get(attribution as usize) else { return };
        let place = statement.content.first().and_then(|span| view.snapshot.text.locate(*span).into_iter().next());
        if let Some(Ok(Some(range))) = place.map(|(from, to)| marks::range(&view.snapshot, from, to))
            && let Some(element) = range.start_container().ok().and_then(|node| node.parent_element())
        {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            element.scroll_into_view_with_scroll_into_view_options(&options);
        }
        let index = view.notes.iter().position(
            |note| matches!(&note.kind, NoteKind::Speaker { statements, .. } if statements.contains(&attribution)),
        );
        let Some(index) = index else { return };
        let badge = self.overlay.borrow().as_ref().and_then(|overlay| overlay.badge(index));
        self.open_card(index);
        self.focus(badge);
    }

    fn focus(&self, element: Option<web_sys::HtmlElement>) {
        let Some(element) = element else { return };
        self.quiet_focus.set(true);
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
        self.quiet_focus.set(false);
    }
}

fn number(element: &Element, attribute: &str) -> Option<usize> {
    element.get_attribute(attribute)?.parse().ok()
}
