//! What may change under us: the page's nodes, sizes, scrolling, our own host element and highlights.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use js_sys::{Array, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventTarget, KeyboardEvent, MouseEvent, MutationObserver, MutationObserverInit, MutationRecord,
    Node, PointerEvent, ResizeObserver, Window,
};

use super::app::App;
use super::dom::{self, Listener};
use super::overlay::HOST;

/// How long the page must be quiet before it is read again.
const QUIET: f64 = 200.0;
/// At most a tenth of the time goes into reading again, however often the page changes.
const SHARE: f64 = 10.0;
/// The longest wait that follows from it.
const LONGEST: f64 = 5000.0;
/// A page that never rests is read all the same, this long after the first change.
const PATIENCE: f64 = 1000.0;

/// Everything that listens; dropped, nothing does.
pub(super) struct Watch {
    mutations: MutationObserver,
    /// What of a tree is observed.
    inside: MutationObserverInit,
    host: MutationObserver,
    sizes: ResizeObserver,
    _closures: Vec<Box<dyn std::any::Any>>,
    _listeners: Vec<Listener>,
}

impl Watch {
    pub(super) fn new(app: &Weak<App>) -> Result<Self, JsValue> {
        let (window, document) = (dom::window()?, dom::document()?);
        let root = dom::root(&document)?;

        let weak = app.clone();
        let changed = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            if let Some(app) = weak.upgrade() {
                app.mutated(&records);
            }
        });
        let mutations = MutationObserver::new(changed.as_ref().unchecked_ref())?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        options.set_subtree(true);
        options.set_character_data(true);
        // What unfolds beside the article says so here, and nowhere else.
        let names = ["class", "style", "hidden", "open"];
        options.set_attribute_filter(&names.map(JsValue::from_str).iter().collect::<Array>());
        // The whole document: a single-page site may exchange <body> itself.
        mutations.observe_with_options(&root, &options)?;
        let inside = options;

        let weak = app.clone();
        let removed = Closure::<dyn FnMut()>::new(move || {
            if let Some(app) = weak.upgrade() {
                app.check_host();
                app.place_soon();
            }
        });
        let host = MutationObserver::new(removed.as_ref().unchecked_ref())?;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        // The page's own switch between light and dark stands on its root or body.
        options.set_attributes(true);
        host.observe_with_options(&root, &options)?;
        if let Some(body) = document.body() {
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            host.observe_with_options(&body, &options)?;
        }
        let weak = app.clone();
        let restyled = Closure::<dyn FnMut()>::new(move || {
            if let Some(app) = weak.upgrade() {
                app.resized();
            }
        });
        let sizes = ResizeObserver::new(restyled.as_ref().unchecked_ref())?;
        sizes.observe(&root);
        if let Some(body) = document.body() {
            sizes.observe(&body);
        }

        let mut listeners = Vec::new();
        let weak = app.clone();
        let place = move |_: Event| {
            if let Some(app) = weak.upgrade() {
                app.place_soon();
            }
        };
        listeners.push(Listener::new::<Event>(&window, "resize", false, false, place.clone())?);
        listeners.push(Listener::new::<Event>(&document, "load", true, false, place.clone())?);
        // Another font has other lines, and may leave every box as large as it was.
        if let Ok(fonts) = Reflect::get(&document, &JsValue::from_str("fonts"))?.dyn_into::<EventTarget>() {
            listeners.push(Listener::new::<Event>(&fonts, "loadingdone", false, false, place)?);
        }
        let weak = app.clone();
        listeners.push(Listener::new::<Event>(&document, "scroll", true, false, move |event: Event| {
            let Some(app) = weak.upgrade() else { return };
            app.keep_marks();
            // The document's own scrolling moves text and badges alike; an inner scroller's moves only the text.
            if event.target().is_some_and(|target| target.is_instance_of::<Element>()) {
                app.place_soon();
            }
        })?);
        for name in ["visibilitychange", "pointerover", "keydown"] {
            let weak = app.clone();
            listeners.push(Listener::new::<Event>(&document, name, true, false, move |_| {
                if let Some(app) = weak.upgrade() {
                    app.keep_marks();
                }
            })?);
        }
        let weak = app.clone();
        listeners.push(Listener::new::<KeyboardEvent>(
            &document,
            "keydown",
            true,
            true,
            move |event: KeyboardEvent| {
                if event.key() == "Escape" && weak.upgrade().is_some_and(|app| app.escape()) {
                    event.stop_propagation();
                    event.prevent_default();
                }
            },
        )?);
        let weak = app.clone();
        listeners.push(Listener::new::<Event>(&document, "pointerdown", true, false, move |event: Event| {
            let inside =
                event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|e| e.local_name() == HOST);
            if let Some(app) = weak.upgrade().filter(|_| !inside) {
                app.close_card();
            }
        })?);
        let closures: Vec<Box<dyn std::any::Any>> = vec![Box::new(changed), Box::new(removed), Box::new(restyled)];
        Ok(Self { mutations, inside, host, sizes, _closures: closures, _listeners: listeners })
    }
}

impl Watch {
    /// Watches a shadow tree too: changes in it do not show outside.
    pub(super) fn also(&self, shadow: &Node) {
        // It fails for no node that there is; observing one twice changes nothing.
        let _ = self.mutations.observe_with_options(shadow, &self.inside);
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.mutations.disconnect();
        self.host.disconnect();
        self.sizes.disconnect();
    }
}

/// Listens inside the overlay: clicks, and focus that comes by keyboard.
pub(super) fn overlay_listeners(app: &Weak<App>, shadow: &Node) -> Result<Vec<Listener>, JsValue> {
    let weak = app.clone();
    let click = Listener::new::<MouseEvent>(shadow, "click", false, true, move |event: MouseEvent| {
        let (Some(app), Some(target)) = (weak.upgrade(), element_of(&event)) else { return };
        // The page need not know that something was clicked that is not its own; links still open.
        event.stop_propagation();
        app.clicked(&target, event.detail() == 0);
    })?;
    let weak = app.clone();
    let focus = Listener::new::<Event>(shadow, "focusin", false, false, move |event: Event| {
        if let (Some(app), Some(target)) = (weak.upgrade(), element_of(&event)) {
            app.focused(&target);
        }
    })?;
    let weak = app.clone();
    let over = Listener::new::<PointerEvent>(shadow, "pointerover", false, false, move |event: PointerEvent| {
        if let (Some(app), Some(target)) = (weak.upgrade(), element_of(&event)) {
            app.pointed(&target, &event);
        }
    })?;
    let weak = app.clone();
    let out = Listener::new::<PointerEvent>(shadow, "pointerout", false, false, move |event: PointerEvent| {
        if let Some(app) = weak.upgrade() {
            app.unpointed(&event);
        }
    })?;
    let weak = app.clone();
    let moves = Listener::new::<PointerEvent>(shadow, "pointermove", false, false, move |event: PointerEvent| {
        if let Some(app) = weak.upgrade() {
            app.moved(&event);
        }
    })?;
    Ok(vec![click, focus, over, out, moves])
}

fn element_of(event: &Event) -> Option<Element> {
    event.target().map(JsCast::unchecked_into)
}

/// The changes that are more than another class or style of some element.
pub(super) fn of_nodes(records: &Array) -> Array {
    let of_nodes = |record: &JsValue| record.unchecked_ref::<MutationRecord>().type_() != "attributes";
    records.iter().filter(of_nodes).collect()
}

/// Whether a change of the page can concern the article: something inside of it, or a good deal of new text.
pub(super) fn concerns(records: &Array, roots: &[Node]) -> bool {
    // Too many to look at each: read again.
    if records.length() > 500 {
        return true;
    }
    records.iter().any(|record| {
        let record: MutationRecord = record.unchecked_into();
        let Some(target) = record.target() else { return false };
        let touches = |node: &Node| roots.iter().any(|root| node.contains(Some(root)) || root.contains(Some(node)));
        if record.type_() == "characterData" {
            return touches(&target) || target.text_content().is_some_and(|t| t.len() > 60);
        }
        let long = |node: Node| {
            node.node_name().to_lowercase() != HOST && node.text_content().is_some_and(|text| text.trim().len() > 60)
        };
        let nodes = |list: web_sys::NodeList| (0..list.length()).filter_map(move |i| list.item(i));
        roots.iter().any(|root| root.contains(Some(&target)))
            || nodes(record.added_nodes()).any(long)
            || nodes(record.removed_nodes()).any(|node| touches(&node))
    })
}

/// Puts its work off until the page rests, with an end to waiting.
pub(super) struct Later {
    timer: Cell<Option<i32>>,
    since: Cell<f64>,
    /// When the last work ended, and how long it took. The first reading does not count: later ones remember most of it.
    last: Cell<(f64, f64)>,
    begun: Cell<bool>,
    closure: Closure<dyn FnMut()>,
}

impl Later {
    /// `work` is done each time that it was put off; there is none but this, so however often it is asked for, once is enough.
    pub(super) fn new(work: impl Fn() + 'static) -> Rc<Self> {
        Rc::new_cyclic(|me: &Weak<Self>| {
            let me = me.clone();
            let closure = Closure::new(move || {
                if let Some(later) = me.upgrade() {
                    later.timer.set(None);
                }
                work();
            });
            Self {
                timer: Cell::default(),
                since: Cell::default(),
                last: Cell::default(),
                begun: Cell::default(),
                closure,
            }
        })
    }

    /// Does the work when the page has been quiet for a while. A timer that has waited long enough is left to come.
    pub(super) fn soon(&self, window: &Window) {
        let now = dom::now(window);
        match self.timer.get() {
            Some(_) if now - self.since.get() > PATIENCE => return,
            Some(timer) => window.clear_timeout_with_handle(timer),
            None => self.since.set(now),
        }
        let (ended, took) = self.last.get();
        let wait = (took * SHARE - (now - ended)).clamp(QUIET, LONGEST);
        let function = self.closure.as_ref().unchecked_ref();
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(function, wait as i32);
        self.timer.set(set.ok());
    }

    /// Notes how long the work took that began at `from`.
    pub(super) fn done(&self, window: &Window, from: f64) {
        let now = dom::now(window);
        if self.begun.replace(true) {
            self.last.set((now, now - from));
        }
    }

    /// Forgets what was put off.
    pub(super) fn cancel(&self, window: &Window) {
        if let Some(timer) = self.timer.take() {
            window.clear_timeout_with_handle(timer);
        }
    }
}
