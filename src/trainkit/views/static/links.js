// The link chart: filters above, the network, the timeline below, and what is read beside it.

// A network of few actors is not blown up.
const MOST_ZOOM = 1.4;

function render({ model, el }) {
  const about = model.get("about");
  const all = [0, about.time.columns];
  const state = { whose: about.whose, layers: new Set(about.layers.map(([one]) => one)), reliability: "",
    credibility: "", range: all, picked: {}, cursor: null };
  const root = view(about.title);
  root.classList.add("trainkit-links");
  root.classList.toggle("itemless", !about.items.length);
  const says = element("p", { class: "trainkit-said" });
  const status = element("p", { role: "status", "aria-live": "polite", class: "trainkit-told" });
  const sheet = element("div", { class: "trainkit-net", tabindex: 0, role: "application",
    "data-lm-suppress-shortcuts": "true", "aria-label": `${about.title}: the network. Arrow keys go from actor to `
    + "actor, Enter reads one, Escape lets go, plus and minus zoom, 0 shows all. The same in words stands below." });
  const printed = element("img", { class: "trainkit-printed", alt: "" });
  const side = element("aside", { class: "trainkit-facts", "aria-label": "What is chosen" });
  const words = inTables(about);
  const cy = network(about, sheet);
  let found = null;

  const pick = (picked) => {
    state.picked = picked || {};
    update();
  };
  const choose = (range) => {
    state.range = range;
    bar.tell(state);
    update();
  };
  const point = (id) => tellItem(status, about.items.find((item) => item.id === id));
  const time = timeline(about, { choose, point, pick: (id) => pick(id === null ? null : { item: id }) });
  const update = () => {
    found = sift(about, state);
    says.textContent = about.views.find((one) => one.whose === state.whose).says;
    status.textContent = filtered(about, state, found);
    paint(cy, about, found, state);
    time.tell(found, state.picked.item, state.range);
    side.replaceChildren(...chosenFacts(about, state, found, pick));
    words.tell(found);
    keep();
  };
  const fitted = () => {
    cy.fit(cy.nodes().not(".gone"), 12);
    if (cy.zoom() <= MOST_ZOOM) return;
    cy.zoom(MOST_ZOOM);
    cy.center(cy.nodes().not(".gone"));
  };
  const bar = filters(about, state, (whole) => {
    if (whole) Object.assign(state, { picked: {}, cursor: null });
    update();
    if (whole) fitted();
  });
  const keep = printing(cy, printed);
  steering(cy, sheet, about, state, { pick, fitted, status });
  cy.on("tap", (event) => pick(event.target === cy ? null : event.target.isNode()
    ? { actor: Number(event.target.id().slice(1)) } : null));
  root.append(element("h4", {}, about.title), says, bar.root,
    element("div", { class: "trainkit-desk" }, element("div", { class: "trainkit-left" }, sheet, zooming(cy, fitted), printed), side),
    time.root, bar.dates, status, linkLegend(about), timeLegend(), words.root);
  el.append(root);
  let wide = 0;
  const watching = new ResizeObserver(() => {
    if (root.clientWidth === wide || !root.clientWidth) return;
    wide = root.clientWidth;
    cy.resize();
    fitted();
    time.fit(wide);
    update();
  });
  watching.observe(root);
  time.fit(800);
  update();
  fitted();
  root.cy = cy;
  return () => {
    watching.disconnect();
    keep.stop();
    cy.destroy();
  };
}

// What is there, what passes the filters, and what stands out, for the picture that is chosen.
function sift(about, state) {
  const here = new Set(), passing = new Set(), touched = new Set(), shownPairs = new Set();
  const narrow = state.range[0] > 0 || state.range[1] < about.time.columns
    || Boolean(state.reliability || state.credibility);
  const { actor, item: only } = state.picked;
  for (const item of about.items) {
    if (!item.in.includes(state.whose)) continue;
    here.add(item.id);
    if (!passes(item, state)) continue;
    passing.add(item.id);
    for (const one of item.actors) {
      touched.add(one);
      for (const other of item.actors) shownPairs.add(`${one} ${other}`);
    }
  }
  const actors = new Set(about.actors.filter((one) => one.in.includes(state.whose)).map((one) => one.id));
  const ties = new Set(about.ties.filter((tie) => tie.in.includes(state.whose) && state.layers.has(tie.layer)));
  let lit = narrow ? new Set([...actors].filter((one) => touched.has(one))) : actors;
  let bright = new Set([...ties].filter((tie) => !narrow || shownPairs.has(tie.ends.join(" "))));
  let strong = passing;
  if (actor !== undefined && actors.has(actor)) {
    bright = new Set([...bright].filter((tie) => tie.ends.includes(actor)));
    lit = new Set([actor, ...[...bright].flatMap((tie) => tie.ends)]);
    strong = new Set(about.items.filter((one) => passing.has(one.id) && one.actors.includes(actor)).map((one) => one.id));
  } else if (here.has(only)) {
    const own = about.items.find((one) => one.id === only).actors;
    lit = new Set(own.filter((one) => actors.has(one)));
    bright = new Set([...ties].filter((tie) => tie.ends.every((end) => lit.has(end))));
    strong = new Set([only]);
  }
  return { here, passing, strong, actors, ties, lit, bright, narrow };
}

function passes(item, state) {
  const day = item.column >= state.range[0] && item.column < state.range[1];
  const reliable = !state.reliability || (item.grade && item.grade[0] <= state.reliability);
  const credible = !state.credibility || (item.grade && item.grade[1] <= state.credibility);
  return day && reliable && credible;
}

// Change only the elements that change: a class on 8,000 of them takes long.
function paint(cy, about, found, state) {
  cy.batch(() => {
    for (const actor of about.actors) {
      classed(cy.getElementById(`a${actor.id}`), { gone: !found.actors.has(actor.id),
        faded: !found.lit.has(actor.id), picked: state.picked.actor === actor.id
        || Boolean(state.picked.item && found.strong.has(state.picked.item) && found.lit.has(actor.id)) });
    }
    about.ties.forEach((tie, place) => classed(cy.getElementById(`t${place}`),
      { gone: !found.ties.has(tie), faded: !found.bright.has(tie) }));
  });
}

function classed(one, classes) {
  for (const [name, on] of Object.entries(classes)) if (one.hasClass(name) !== on) one.toggleClass(name, on);
}

function filtered(about, state, found) {
  const [from, to] = daysOf(about, state.range);
  if (state.picked.actor !== undefined || state.picked.item) return "Escape, or a click beside the network, shows all again.";
  if (!found.narrow) return "Choose an actor or an item to read who knows it, its grade, legal basis and custody.";
  return `Day ${from} to ${to}: ${found.passing.size} of ${found.here.size} items, about ${found.lit.size} of `
    + `${found.actors.size} actors. The others are faint.`;
}

function tellItem(status, item) {
  status.textContent = `${item.id}, ${item.kind}, ${item.when}, ${item.graded}. Enter reads it.`;
}

function chosenFacts(about, state, found, pick) {
  const actor = about.actors.find((one) => one.id === state.picked.actor && found.actors.has(one.id));
  const item = about.items.find((one) => one.id === state.picked.item && found.here.has(one.id));
  if (actor) return actorFacts(about, actor, found, pick);
  if (item) return itemFacts(about, item, found, pick);
  return [element("p", { class: "trainkit-hint" }, "Nothing is chosen. Click an actor or an item, or reach them with Tab and the arrow keys.")];
}

function inTables(about) {
  const body = element("div");
  const root = element("details", { class: "trainkit-tables" }, element("summary", {}, "The chart in words: actors, ties, items"), body);
  let found = null;
  const fill = () => root.open && found && body.replaceChildren(...linkTables(about, found));
  root.addEventListener("toggle", fill);
  return { root, tell: (now) => { found = now; fill(); } };
}

export default { render };
