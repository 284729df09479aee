// The sea chart: what rests is drawn once, what moves is drawn over it for each frame.

const MOST_ROWS = 40;

function render({ model, el }) {
  const about = model.get("about");
  const knots = numbers(model.get("knots"));
  const root = view(about.title);
  const canvas = element("canvas", { role: "img", class: "trainkit-sea",
    "aria-label": `${about.title}: sea chart, north up. The same in words stands beside it.` });
  const told = element("p", { class: "trainkit-told" });
  const words = inWords(about, knots);
  const resting = document.createElement("canvas");
  const piece = choice(about.views);
  let at = null;

  const fit = () => {
    const wide = Math.max(240, Math.min(canvas.clientWidth || 600, 600));
    at = project(about.views[Number(piece.value)][1], wide);
    const context = sharp(resting, at.wide, at.high);
    sea(context, at);
    within(context, at);
    grids(context, at, about.grids);
    without(context);
    scaleBar(context, at);
    sharp(canvas, at.wide, at.high);
    time.redraw();
  };
  const draw = (hour, playing) => {
    if (!at) return;
    const context = canvas.getContext("2d");
    context.drawImage(resting, 0, 0, at.wide, at.high);
    within(context, at);
    moving(context, at, about, knots, hour);
    without(context);
    told.textContent = latest(about.events, hour);
    if (!playing) words.tell(hour);
  };
  const time = player(about.hours, draw);
  const left = element("div", { class: "trainkit-plot" }, canvas, legend(about));
  if (about.hours[1] > about.hours[0]) left.append(time.bar, told);
  if (about.views.length > 1) left.append(labelled("Show", piece));
  piece.addEventListener("change", fit);
  root.append(element("h4", {}, about.title),
    element("div", { class: "trainkit-pictures" }, left, words.side));
  el.append(root);
  const watching = new ResizeObserver(() => canvas.clientWidth !== at?.wide && fit());
  watching.observe(canvas);
  fit();
  return () => {
    time.stop();
    watching.disconnect();
  };
}

function moving(context, at, about, knots, hour) {
  context.font = "12px sans-serif";
  areas(context, at, about.areas, hour);
  trails(context, at, about, knots, hour);
  marks(context, at, about.marks, hour);
  crafts(context, at, about, knots, hour);
}

function choice(views) {
  const options = views.map(([name], place) => element("option", { value: place }, name));
  return element("select", { id: unique("piece") }, ...options);
}

function labelled(words, control) {
  return element("div", {}, element("label", { for: control.id }, `${words} `), control);
}

// The last thing that happened, and when.
function latest(events, hour) {
  const past = events.filter(([when]) => when <= hour + 1e-9);
  if (!past.length) return "";
  const [when, words] = past[past.length - 1];
  return `${when.toFixed(2)} h: ${words}`;
}

// Positions at the hour as a table, what rests, and what happened.
function inWords(about, knots) {
  const head = element("summary", {}, "The chart in words");
  const caption = element("caption");
  const body = element("tbody");
  const columns = ["Name", "Group", "East (NM)", "North (NM)"];
  const top = element("tr", {}, ...columns.map((one) => element("th", { scope: "col" }, one)));
  const table = element("table", {}, caption, element("thead", {}, top), body);
  const lines = [...about.details, ...about.events.map(([when, what]) => `${when.toFixed(2)} h: ${what}`)];
  const list = element("ul", {}, ...lines.map((words) => element("li", {}, words)));
  const side = element("details", { class: "trainkit-words" }, head);
  if (about.tracks.length) side.append(table);
  side.append(list);
  const shown = Math.min(about.tracks.length, MOST_ROWS);
  const rest = about.tracks.length - shown;
  return {
    side,
    tell: (hour) => {
      const more = rest ? `, the first ${shown} of ${about.tracks.length}` : "";
      caption.textContent = `Positions at hour ${hour.toFixed(2)}${more}`;
      body.replaceChildren(...about.tracks.slice(0, shown).map((track, place) => {
        const end = about.starts[place + 1];
        const found = whereabouts(knots, about.starts[place], end, hour);
        const where = found ? [found[0].toFixed(1), found[1].toFixed(1)] : ["not there", ""];
        const cells = [track.name, about.groups[track.group], ...where];
        return element("tr", {}, ...cells.map((cell) => element("td", {}, cell)));
      }));
    },
  };
}

export default { render };
