//! One article's life: collected, read, marked, laid out; again whenever the page changes; and gone without a trace.
//!
//! No borrow of a cell is held while the host, a focus change or anything else is called that could call back.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Window};

use super::corrections::Corrections;
use super::dom::{self, Listener};
use super::marks::Marks;
use super::notes::{Colours, Note};
use super::overlay::Overlay;
use super::panel::Panel;
use super::settings::Settings;
use super::snapshot::Snapshot;
use super::status::{State, Status};
use super::turn::Turn;
use super::watch::{Later, Watch};
use super::words::Host;
use crate::report::Report;
use crate::text::Utf16Span;
use crate::{Options, Reader};

mod correcting;
mod gestures;
mod living;
mod panel;
mod placing;
mod pointer;
mod reading;
mod sight;
mod walk;

pub(super) struct App {
    window: Window,
    host: Host,
    root: Option<Element>,
    settings: Cell<Settings>,
    corrections: RefCell<Corrections>,
    /// What was put right before all of it was taken back, for as long as the notice offers it.
    taken_back: RefCell<Option<Corrections>>,
    /// Whether the page took words away from under a mark.
    changed: Cell<bool>,
    reader: RefCell<Reader>,
    view: RefCell<Option<Rc<View>>>,
    marks: RefCell<Marks>,
    overlay: RefCell<Option<Overlay>>,
    overlay_listeners: RefCell<Vec<Listener>>,
    watch: RefCell<Option<Watch>>,
    later: Rc<Later>,
    /// Puts placing off while the page moves.
    settling: Rc<Later>,
    frame: RefCell<Option<Closure<dyn FnMut()>>>,
    framed: Cell<Option<i32>>,
    /// What is being done in steps.
    work: RefCell<Option<reading::Work>>,
    /// When it goes on.
    resume: Turn,
    placing: RefCell<Option<placing::Placing>>,
    placed: RefCell<placing::Placed>,
    placing_on: Turn,
    begun: Cell<f64>,
    status: RefCell<Status>,
    returns: Cell<u32>,
    /// Which colour each speaker has had so far.
    colours: RefCell<Colours>,
    /// Whether nodes of the article changed since it was last read.
    touched: Cell<bool>,
    /// The document's height when it was last told.
    height: Cell<i32>,
    /// What the pointer is about to do.
    intent: pointer::Intent,
    /// Where the text stood that the reader last put right: the focus returns there.
    left_at: Cell<Option<u32>>,
    /// Words that are ringed because a card pointed at them.
    ringed: Cell<Option<Utf16Span>>,
    panel: RefCell<Option<Panel>>,
    /// The timer that ends a flash.
    flashing: Cell<Option<i32>>,
    /// Set while we ourselves move the focus: no card opens for that.
    quiet_focus: Cell<bool>,
    me: Weak<App>,
}

/// What was last seen and said.
struct View {
    snapshot: Snapshot,
    report: Report<Utf16Span>,
    notes: Vec<Note>,
    slots: Vec<Option<usize>>,
    /// The statements whose speaker the reader named.
    named: BTreeSet<u32>,
}

impl App {
    pub(super) fn new(host: JsValue, settings: Settings, root: Option<Element>) -> Result<Rc<Self>, JsValue> {
        let window = dom::window()?;
        Ok(Rc::new_cyclic(|me| Self {
            window,
            host: Host::new(host),
            root,
            settings: Cell::new(settings),
            corrections: RefCell::default(),
            taken_back: RefCell::default(),
            changed: Cell::new(false),
            reader: RefCell::new(Reader::new(Options::default())),
            view: RefCell::default(),
            marks: RefCell::default(),
            overlay: RefCell::default(),
            overlay_listeners: RefCell::default(),
            watch: RefCell::default(),
            // A failure has been told already.
            later: Later::new(turn(me, |app| drop(app.look_again()))),
            settling: Later::new(turn(me, App::place_soon)),
            frame: RefCell::default(),
            framed: Cell::new(None),
            work: RefCell::default(),
            resume: Turn::new(turn(me, App::resume)),
            placing: RefCell::default(),
            placed: RefCell::default(),
            placing_on: Turn::new(turn(me, App::resume_placing)),
            begun: Cell::new(0.0),
            status: RefCell::new(Status::of(State::Loading)),
            returns: Cell::new(0),
            colours: RefCell::default(),
            touched: Cell::new(false),
            height: Cell::new(0),
            intent: pointer::Intent::default(),
            left_at: Cell::new(None),
            ringed: Cell::new(None),
            panel: RefCell::default(),
            flashing: Cell::new(None),
            quiet_focus: Cell::new(false),
            me: me.clone(),
        }))
    }

    pub(super) fn begin(&self) -> Result<(), JsValue> {
        self.tell();
        let watch = Watch::new(&self.me)?;
        self.watch.replace(Some(watch));
        self.read_first()
    }

    pub(super) fn end(&self) {
        self.watch.take();
        self.later.cancel(&self.window);
        self.settling.cancel(&self.window);
        self.resume.cancel();
        if let Some(frame) = self.framed.take() {
            // It fails only where the window is gone, and the frame with it.
            let _ = self.window.cancel_animation_frame(frame);
        }
        self.intent.drop_it(&self.window);
        self.work.take();
        self.clear();
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

    /// Takes everything out of the page, and goes on watching.
    fn clear(&self) {
        self.drop_placing();
        self.overlay_listeners.take();
        self.drop_panel();
        self.overlay.take();
        self.marks.borrow_mut().clear();
        self.view.take();
    }
}

/// Work of an app, for as long as there is one.
fn turn(app: &Weak<App>, work: fn(&App)) -> impl Fn() + 'static {
    let app = app.clone();
    move || app.upgrade().into_iter().for_each(|app| work(&app))
}
