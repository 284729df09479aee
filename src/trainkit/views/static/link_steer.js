// Filters, zoom, keys and print of the link chart.

function option(value, words) {
  return element("option", { value }, words);
}

function field(words, control) {
  return element("span", { class: "trainkit-field" }, element("label", { for: control.id }, words), control);
}

function filters(about, state, changed) {
  const whose = ticks("Who knows it", about.views.map((one) => [one.whose, one.name]), "radio", (one) => one === state.whose,
    (one) => { state.whose = one; changed(true); });
  const counts = about.layers.map(([layer]) => [layer, layer]);
  const layers = ticks("Ties", counts, "checkbox", () => true, (one, on) => {
    state.layers[on ? "add" : "delete"](one);
    changed(false);
  });
  const grades = [["reliability", "Source", "ABCDE"], ["credibility", "Information", "12345"]].map(([name, words, marks]) => {
    const select = element("select", { id: unique(name), "data-name": name }, option("", "any"),
      ...[...marks].map((mark, place) => option(mark, place ? `${mark} or better` : `${mark} only`)));
    select.addEventListener("change", () => { state[name] = select.value; changed(false); });
    return [field(words, select), select];
  });
  const dates = range(about, state, changed);
  const reset = element("button", { type: "button", class: "trainkit-reset" }, "Show all");
  reset.addEventListener("click", () => {
    Object.assign(state, { reliability: "", credibility: "", range: [0, about.time.columns],
      layers: new Set(about.layers.map(([one]) => one)) });
    layers.querySelectorAll("input").forEach((one) => { one.checked = true; });
    grades.forEach(([, select]) => { select.value = ""; });
    dates.tell(state);
    changed(true);
  });
  const root = element("div", { class: "trainkit-filters" }, ...(about.views.length > 1 ? [whose] : []), layers,
    ...grades.map(([made]) => made), reset);
  return { root, dates: dates.root, tell: dates.tell };
}

function ticks(words, options, type, on, set) {
  const name = unique("ticks");
  return element("fieldset", {}, element("legend", {}, words), ...options.map(([value, label]) => {
    const input = element("input", { type, name, value });
    input.checked = on(value);
    input.addEventListener("change", () => set(value, input.checked));
    return element("label", {}, input, label);
  }));
}

function range(about, state, changed) {
  const { columns } = about.time;
  const ends = ["From day", "To day"].map((words, end) => {
    const input = element("input", { type: "range", id: unique("day"), min: end, max: columns - 1 + end, step: 1,
      value: state.range[end], "data-end": end });
    const day = element("span", { class: "trainkit-value" });
    input.addEventListener("input", () => {
      state.range[end] = Number(input.value);
      state.range = end ? [Math.min(state.range[0], state.range[1] - 1), state.range[1]]
        : [state.range[0], Math.max(state.range[1], state.range[0] + 1)];
      tell(state);
      changed(false);
    });
    return [input, day, element("span", { class: "trainkit-field" }, element("label", { for: input.id }, words), input, day)];
  });
  const tell = (now) => ends.forEach(([input, day], end) => {
    input.value = now.range[end];
    day.textContent = daysOf(about, now.range)[end];
    input.setAttribute("aria-valuetext", `day ${day.textContent}`);
  });
  tell(state);
  const root = element("div", { class: "trainkit-dates" }, ...ends.map((one) => one[2]),
    element("span", { class: "trainkit-hint" }, "or drag over the timeline"));
  return { root, tell };
}

// The first and the last day of a range of columns.
function daysOf({ time: { first, last, step } }, [from, to]) {
  return [first + from * step, Math.min(last, first + to * step - 1)];
}

function zooming(cy, fitted) {
  const button = (sign, label, does) => {
    const made = element("button", { type: "button", "aria-label": label, title: label }, sign);
    made.addEventListener("click", does);
    return made;
  };
  return element("div", { class: "trainkit-zoom" }, button("+", "Zoom in", () => zoom(cy, 1.3)),
    button("−", "Zoom out", () => zoom(cy, 1 / 1.3)), button("□", "Show the whole network", fitted));
}

function zoom(cy, by, at = { x: cy.width() / 2, y: cy.height() / 2 }) {
  cy.zoom({ level: cy.zoom() * by, renderedPosition: at });
}

// The arrow keys go to the nearest actor that way; the wheel zooms with Ctrl, else the page scrolls.
function steering(cy, sheet, about, state, { pick, fitted, status }) {
  const go = (x, y) => {
    const next = towards(cy, state.cursor, x, y);
    if (!next) return;
    cy.nodes(".cursor").removeClass("cursor");
    state.cursor = next.addClass("cursor").id();
    const { x: left, y: top } = next.renderedPosition();
    if (left < 20 || top < 20 || left > cy.width() - 20 || top > cy.height() - 20) cy.center(next);
    const actor = about.actors.find((one) => `a${one.id}` === state.cursor);
    status.textContent = `${actor.label}, ${actor.role.replaceAll("_", " ")}, ${actor.rank}, ${actor.side}; known to ${actor.known}. Enter reads it.`;
  };
  const read = () => state.cursor && pick({ actor: Number(state.cursor.slice(1)) });
  keys(sheet, {
    ArrowRight: () => go(1, 0), ArrowLeft: () => go(-1, 0), ArrowDown: () => go(0, 1), ArrowUp: () => go(0, -1),
    Enter: read, " ": read, Escape: () => pick(null), "+": () => zoom(cy, 1.3), "-": () => zoom(cy, 1 / 1.3), 0: fitted,
  });
  sheet.addEventListener("blur", () => cy.nodes(".cursor").removeClass("cursor"));
  sheet.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = sheet.getBoundingClientRect();
    zoom(cy, event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.clientX - box.left, y: event.clientY - box.top });
  }, { passive: false });
}

function towards(cy, from, x, y) {
  const nodes = shownNodes(cy);
  const start = from ? cy.getElementById(from) : cy.collection();
  if (start.empty() || start.hasClass("gone")) return nodes.max((one) => one.degree(false)).ele;
  const at = start.position();
  let best = null, least = Infinity;
  nodes.forEach((one) => {
    const [east, south] = [one.position("x") - at.x, one.position("y") - at.y];
    const ahead = east * x + south * y;
    const aside = Math.abs(east * y - south * x);
    if (ahead > 1 && aside <= 2 * ahead && ahead + 2 * aside < least) [best, least] = [one, ahead + 2 * aside];
  });
  return best;
}

// A printer takes the picture as it was a moment after the last change, on white and whole.
function printing(cy, printed) {
  let waiting = 0;
  const take = () => {
    const box = cy.elements().not(".gone").renderedBoundingBox();
    if (!box.w) return;
    printed.src = cy.png({ full: true, bg: "#ffffff", maxWidth: 2000, maxHeight: 1400 });
    printed.alt = "The network";
  };
  const keep = () => {
    clearTimeout(waiting);
    waiting = setTimeout(take, 900);
  };
  window.addEventListener("beforeprint", take);
  keep.stop = () => {
    clearTimeout(waiting);
    window.removeEventListener("beforeprint", take);
  };
  return keep;
}
