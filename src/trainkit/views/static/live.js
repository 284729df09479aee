// Controls, and what Python computes from them. One question is on its way at a time; the last
// wins. Where an answer is not whole, the same is asked again until it is, or a control moves.

function render({ model, el }) {
  const { label: about, sliders } = model.get("controls");
  const root = view(about);
  const values = { ...Object.fromEntries(sliders.map((one) => [one.name, one.value])),
    ...model.get("asked").values };
  const question = asking(model, values);
  const controls = element("div", { class: "trainkit-sliders" });
  for (const one of sliders) {
    const kind = one.options ? pick : slider;
    controls.append(...kind(one, values[one.name], (value) => {
      values[one.name] = value;
      question.ask();
    }));
  }
  const said = element("p", { role: "status", "aria-live": "polite", class: "trainkit-said" });
  const place = element("div", { class: "trainkit-pictures" });
  root.append(element("h4", {}, about), controls, said, place);
  el.append(root);
  const chart = chartOf(place);
  const show = () => shown(model, said, place, chart, question);
  model.on("change:shown", show);
  const watching = new ResizeObserver(() => chart.draw(model));
  watching.observe(root);
  show();
  return () => {
    model.off("change:shown", show);
    watching.disconnect();
  };
}

function asking(model, values) {
  let serial = model.get("asked").serial || 0;
  let waiting = false, again = false;
  const send = () => {
    waiting = true;
    again = false;
    serial += 1;
    model.set("asked", { serial, values: { ...values } });
    model.save_changes();
  };
  return {
    ask: () => (waiting ? (again = true) : send()),
    answered: (number, more) => {
      if (number !== serial) return;
      waiting = false;
      if (again || more) send();
    },
  };
}

function slider(one, value, changed) {
  const id = unique(one.name);
  const words = (number) => `${number.toFixed(one.decimals)} ${one.unit}`.trim();
  const input = element("input", {
    id, type: "range", min: one.low, max: one.high, step: one.step, value,
    "aria-valuetext": words(value), "data-name": one.name,
  });
  // No output element: it would be read aloud beside the slider's own value.
  const told = element("span", { class: "trainkit-value" }, words(value));
  input.addEventListener("input", () => {
    const number = Number(input.value);
    told.textContent = words(number);
    input.setAttribute("aria-valuetext", words(number));
    changed(number);
  });
  return [element("label", { for: id }, one.label), input, told];
}

function pick(one, value, changed) {
  const id = unique(one.name);
  const options = one.options.map(([, words], place) => element("option", { value: place }, words));
  const input = element("select", { id, "data-name": one.name }, ...options);
  input.selectedIndex = one.options.findIndex(([option]) => option === value);
  input.addEventListener("change", () => changed(one.options[input.selectedIndex][0]));
  return [element("label", { for: id }, one.label), input, element("span")];
}

function shown(model, said, place, chart, question) {
  const found = model.get("shown");
  said.setAttribute("aria-busy", Boolean(found.more));  // read aloud when it is whole
  said.textContent = found.text;
  place.querySelector(".trainkit-bars")?.remove();
  if (found.bars) place.append(bars(found.bars));
  chart.draw(model);
  question.answered(found.serial, found.more);
}

function chartOf(place) {
  const canvas = element("canvas", { role: "img", class: "trainkit-sea" });
  const caption = element("figcaption");
  const list = element("ul");
  const details = element("details", {}, element("summary", {}, "The chart in words"), list);
  const figure = element("figure", { class: "trainkit-chart" }, canvas, caption, details);
  place.append(figure);
  return {
    draw: (model) => {
      const found = model.get("shown").sea;
      figure.hidden = !found;
      if (!found || !place.isConnected) return;
      caption.textContent = found.caption;
      canvas.setAttribute("aria-label", found.caption);
      details.hidden = !found.details.length;
      list.replaceChildren(...found.details.map((words) => element("li", {}, words)));
      const at = project(found.bounds, Math.min(figure.clientWidth || 480, 480));
      const context = sharp(canvas, at.wide, at.high);
      sea(context, at);
      within(context, at);
      grids(context, at, found.grids);
      cloud(context, at, numbers(model.get("points")));
      areas(context, at, found.areas, 0);
      marks(context, at, found.marks, Infinity);
      without(context);
      scaleBar(context, at);
    },
  };
}

export default { render };
