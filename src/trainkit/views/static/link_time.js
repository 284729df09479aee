// The timeline below the link chart: a lane for each team and for both; the grade stands in each
// item, its fill says in how many courts it may be used. A drag over it chooses a time.

const SIDE_PX = 118, ITEM_PX = 19, MOST_LANE_PX = 64;
const FILLS = [["#ffffff", INK], ["#c9d6df", INK], ["#1a1a1a", "#ffffff"]];

function timeline(about, { choose, pick, point }) {
  const svg = drawing("svg", { class: "trainkit-time" });
  const root = element("div", { class: "trainkit-timeline", tabindex: 0, role: "listbox",
    "data-lm-suppress-shortcuts": "true",
    "aria-label": `${about.items.length} items by day. Arrow keys go from item to item, Enter reads one, Escape lets go.` }, svg);
  const rows = about.lanes.map((lane) => 1 + Math.max(0, ...about.items
    .filter((item) => item.lane === lane).map((item) => item.row)));
  const high = rows.map((n) => Math.max(20, Math.min(n * ITEM_PX, MOST_LANE_PX) + 6));
  const tops = high.map((_, place) => high.slice(0, place).reduce((sum, one) => sum + one, 4));
  const end = tops.length ? tops[tops.length - 1] + high[high.length - 1] : 4;
  const brush = drawing("rect", { class: "trainkit-brush", y: 2, height: end - 2 });
  const marks = new Map();
  let wide = 800, cursor = null, shown = [];

  const x = (column) => SIDE_PX + (column / about.time.columns) * (wide - SIDE_PX - 6);
  const draw = () => {
    svg.setAttribute("viewBox", `0 0 ${wide} ${end + 22}`);
    svg.style.maxHeight = `${end + 22}px`;
    svg.replaceChildren(...lanes(about, tops, high, wide), ...days(about, x, end), brush);
    marks.clear();
    for (const item of about.items) {
      const lane = about.lanes.indexOf(item.lane);
      const step = (high[lane] - 6) / rows[lane];
      const size = [Math.min(22, x(1) - x(0) - 1), Math.min(ITEM_PX - 4, step - 2)];
      const mark = itemMark(item, x(item.column), tops[lane] + 3 + item.row * step, size);
      mark.addEventListener("click", () => pick(item.id));
      marks.set(item.id, mark);
      svg.append(mark);
    }
  };
  const tell = (found, picked, range) => {
    shown = about.items.filter((item) => found.here.has(item.id) && found.passing.has(item.id));
    for (const item of about.items) {
      const mark = marks.get(item.id);
      mark.style.display = found.here.has(item.id) ? "" : "none";
      mark.classList.toggle("faded", !found.strong.has(item.id));
      mark.classList.toggle("picked", picked === item.id);
      mark.setAttribute("aria-selected", picked === item.id);
    }
    const all = range[0] === 0 && range[1] === about.time.columns;
    brush.setAttribute("x", x(range[0]));
    brush.setAttribute("width", x(range[1]) - x(range[0]));
    brush.style.display = all ? "none" : "";
  };
  const go = (to) => {
    if (!shown.length) return;
    marks.get(cursor)?.classList.remove("cursor");
    cursor = shown[Math.max(0, Math.min(shown.length - 1, to))].id;
    marks.get(cursor).classList.add("cursor");
    root.setAttribute("aria-activedescendant", marks.get(cursor).id);
    point(cursor);
  };
  const now = () => shown.findIndex((item) => item.id === cursor);
  keys(root, {
    ArrowRight: () => go(now() + 1), ArrowDown: () => go(now() + 1), ArrowLeft: () => go(now() - 1),
    ArrowUp: () => go(now() - 1), Home: () => go(0), End: () => go(shown.length - 1),
    Enter: () => now() >= 0 && pick(cursor), " ": () => now() >= 0 && pick(cursor), Escape: () => pick(null),
  });
  brushing(svg, about, (px) => ((px / svg.clientWidth) * wide - SIDE_PX) / (x(1) - x(0)), choose);
  return { root, tell, fit: (to) => { wide = Math.max(480, to); draw(); } };
}

// Keys of a part that is no control of the browser's own.
function keys(root, does) {
  root.addEventListener("keydown", (event) => {
    if (!does[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    does[event.key]();
  });
}

function lanes(about, tops, high, wide) {
  return about.lanes.flatMap((lane, place) => [
    drawing("rect", { x: SIDE_PX, y: tops[place], width: wide - SIDE_PX - 6, height: high[place],
      fill: place % 2 ? "#f4f4f4" : "#fafafa", stroke: FAINT }),
    drawing("text", { x: 0, y: tops[place] + high[place] / 2 + 4, "font-size": 13, fill: INK }, lane),
  ]);
}

function days(about, x, end) {
  const { first, step, columns } = about.time;
  const every = Math.max(1, niceStep(columns * step, 10));
  const marked = roundNumbers(first, first + columns * step, 10).filter((day) => day % 1 === 0 && day % every === 0);
  return [drawing("text", { x: 0, y: end + 16, "font-size": 13, fill: INK }, "day of the case"),
    ...marked.flatMap((day) => {
      const at = x((day - first) / step);
      return [drawing("line", { x1: at, x2: at, y1: 4, y2: end + 3, stroke: "#c4c4c4" }),
        drawing("text", { x: at + 3, y: end + 16, "font-size": 12, fill: INK }, String(day))];
    })];
}

function itemMark(item, x, y, [wide, high]) {
  const [fill, ink] = FILLS[item.use ?? 0];
  const words = `${item.id}, ${item.kind}, ${item.when}, ${item.graded}, known to ${item.known}`;
  const mark = drawing("g", { class: "trainkit-item", role: "option", id: unique("item"), "aria-label": words,
    "data-item": item.id }, drawing("title", {}, words),
  drawing("rect", { x, y, width: wide, height: high, rx: 2, fill, stroke: INK,
    "stroke-dasharray": item.use === null ? "2 2" : "" }));
  if (high >= 11 && wide >= 14) mark.append(drawing("text", { x: x + wide / 2, y: y + high / 2 + 3.8,
    "text-anchor": "middle", "font-size": 11, "font-weight": "bold", fill: ink }, item.grade || "–"));
  if (item.gap) mark.append(...broken(x, y + high, wide));
  return mark;
}

// A custody gap: a red line below, broken in the middle.
function broken(x, y, wide) {
  return [0, 0.64].map((part) => drawing("line", { x1: x + part * wide, x2: x + (part + 0.36) * wide, y1: y, y2: y,
    stroke: "#d0021b", "stroke-width": 4 }));
}

function timeLegend() {
  const box = (fill, dash, gap) => {
    const made = drawing("svg", { width: 22, height: 16, "aria-hidden": "true" },
      drawing("rect", { x: 1, y: 1, width: 19, height: 13, rx: 2, fill, stroke: INK, "stroke-dasharray": dash }));
    if (gap) made.append(...broken(1, 14, 19));
    return made;
  };
  const rows = [["#1a1a1a", "", "for court in both States"], ["#c9d6df", "", "in one"],
    ["#ffffff", "", "intelligence only"], ["#ffffff", "2 2", "not decided"], ["#ffffff", "", "custody gap", true]];
  return element("ul", { class: "trainkit-legend trainkit-marks", "aria-label": "Legend of the items" },
    ...rows.map(([fill, dash, words, gap]) => element("li", {}, box(fill, dash, gap), words)));
}

// A drag from day to day chooses a time; a click beside the items lets all in again.
function brushing(svg, about, column, choose) {
  let from = null;
  const at = (event) => {
    const place = column(event.clientX - svg.getBoundingClientRect().left);
    return Math.max(0, Math.min(about.time.columns, place));
  };
  const range = (event) => [from, at(event)].sort((one, other) => one - other);
  svg.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".trainkit-item")) return;
    from = at(event);
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const [low, high] = range(event);
    if (high - low > 0.3) choose([Math.floor(low), Math.ceil(high)]);
  });
  svg.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const [low, high] = range(event);
    from = null;
    if (high - low <= 0.3) choose([0, about.time.columns]);
  });
}
