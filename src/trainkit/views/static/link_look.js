// How actors and ties look on the link chart: shape and letter by role, fill by State, ring by
// rank, line by layer. Colour only repeats what shape, letter and line say.

const BY_SIDE = { Alder: ["#00507d", "#ffffff", "#002b45"], Borea: ["#fff1e0", "#1a1a1a", "#8a3d00"] };
const RINGS = { boss: [7, "double"], executive: [4, "solid"], aide: [1.5, "solid"] };
const MANY = 300;

function network(about, container) {
  const many = about.actors.length > MANY;
  return cytoscape({
    container, elements: elements(about), style: look(about, many), layout: { name: "preset" },
    minZoom: 0.02, maxZoom: 4, userZoomingEnabled: false, boxSelectionEnabled: false,
    autounselectify: true, autoungrabify: many, hideEdgesOnViewport: many, pixelRatio: many ? 1 : "auto",
  });
}

function elements(about) {
  const nodes = about.actors.map((actor) => ({
    data: { id: `a${actor.id}`, label: seen(actor) ? actor.label : `×${actor.label}` },
    position: { x: actor.at[0], y: actor.at[1] },
    classes: [actor.role, actor.side, actor.rank, ...marks(actor)].join(" "),
  }));
  const edges = about.ties.map((tie, place) => ({
    data: { id: `t${place}`, source: `a${tie.ends[0]}`, target: `a${tie.ends[1]}` },
    classes: tie.in.length === 1 && tie.in[0] === "truth" ? `${tie.layer} never` : tie.layer,
  }));
  return [...edges, ...nodes, ...headings(about)];
}

// The name of each State over its actors.
function headings(about) {
  return about.sides.flatMap((side) => {
    const at = about.actors.filter((actor) => actor.side === side).map((actor) => actor.at);
    if (!at.length) return [];
    const [left, right] = [Math.min(...at.map(([x]) => x)), Math.max(...at.map(([x]) => x))];
    const high = Math.max(...at.map(([, y]) => y)) - Math.min(...at.map(([, y]) => y));
    return [{ data: { id: side, label: side, size: Math.max(26, high / 16) }, classes: "heading",
      position: { x: (left + right) / 2, y: Math.min(...about.actors.map((actor) => actor.at[1])) - 75 - high / 20 } }];
  });
}

const shownNodes = (cy) => cy.nodes().not(".gone, .heading");

const seen = (actor) => actor.in.some((whose) => whose !== "truth");

const shared = (actor) => actor.in.includes("Alder") && actor.in.includes("Borea");

function marks(actor) {
  const length = actor.label.length > 3 ? [`long${Math.min(5, actor.label.length)}`] : [];
  return [...length, ...(shared(actor) ? ["shared"] : []), ...(seen(actor) ? [] : ["never"])];
}

function look(about, many) {
  const rule = (selector, style) => ({ selector, style });
  return [
    rule("node", { shape: "polygon", width: 46, height: 46, label: "data(label)",
      "text-valign": "center", "font-size": 19, "font-weight": "bold", "font-family": "sans-serif",
      "min-zoomed-font-size": 6 }),
    ...about.roles.map(([role, , , corners]) =>
      rule(`.${role}`, { "shape-polygon-points": corners.flat().join(" ") })),
    rule(".financier", { width: 60, height: 60 }),
    rule(".long4", { "font-size": 15 }), rule(".long5", { "font-size": 12 }),
    ...Object.entries(BY_SIDE).map(([side, [fill, ink, ring]]) =>
      rule(`.${side}`, { "background-color": fill, color: ink, "border-color": ring })),
    ...Object.entries(RINGS).map(([rank, [width, style]]) =>
      rule(`.${rank}`, { "border-width": width, "border-style": style })),
    rule(".boss", { width: 64, height: 64 }),
    rule(".shared", { "underlay-color": "#e69f00", "underlay-opacity": 0.55, "underlay-padding": 7,
      "underlay-shape": "ellipse" }),
    rule("edge", { "curve-style": many ? "haystack" : "bezier", "haystack-radius": 0, width: many ? 1.5 : 3,
      "control-point-step-size": 26 }),
    ...about.layers.map(([layer, colour, dashes]) => rule(`.${layer}`, { "line-color": colour,
      ...(dashes.length ? { "line-style": "dashed", "line-dash-pattern": dashes } : {}) })),
    ...states(many),
  ];
}

function states(many) {
  const rule = (selector, style) => ({ selector, style });
  return [
    rule("node.never", { "background-color": "#ffffff", color: "#1a1a1a", "border-style": "dashed",
      "border-width": 3, "border-color": "#b00020" }),
    rule("edge.never", { width: many ? 1 : 1.5, "line-opacity": 0.7, label: many ? "" : "×",
      "font-size": 13, color: "#b00020" }),
    rule(".heading", { "background-opacity": 0, "border-width": 0, "font-size": "data(size)", color: "#595959",
      events: "no" }),
    rule(".gone", { display: "none" }),
    rule("node.faded", { opacity: 0.16 }),
    rule("node.shared.faded", { "underlay-opacity": 0.05 }),
    rule("edge.faded", { opacity: 0.08 }),
    rule(".cursor", { "outline-width": 3, "outline-color": "#1a1a1a", "outline-style": "dashed",
      "outline-offset": 4 }),
    rule(".picked", { "outline-width": 5, "outline-color": "#1a1a1a", "outline-style": "solid",
      "outline-offset": 4 }),
  ];
}

// The key of shapes, fills, rings and lines: what is on this chart and nothing else.
function linkLegend(about) {
  const roles = new Set(about.actors.map((actor) => actor.role));
  const ranks = new Set(about.actors.map((actor) => actor.rank));
  const entry = (picture, words) => element("li", {}, picture, words);
  const [square] = about.roles.filter(([role]) => role === "transporter").map((one) => one[3]);
  const truth = about.views.some((one) => one.whose === "truth");
  return element("ul", { class: "trainkit-legend", "aria-label": "Legend" },
    ...about.roles.filter(([role]) => roles.has(role)).map(([, words, letter, corners]) =>
      entry(sample(corners, "#ffffff", INK, 1.5, letter), words)),
    ...Object.entries(BY_SIDE).map(([side, [fill, , ring]]) =>
      entry(sample(square, fill, ring, 1.5), `lives in ${side}`)),
    ...Object.keys(RINGS).filter((rank) => ranks.has(rank)).map((rank) =>
      entry(ring(square, rank), `${rank}${rank === "boss" ? " (double ring)" : ""}`)),
    ...about.layers.map(([layer, colour, dashes]) => entry(line(colour, dashes), layer)),
    ...(about.actors.some(shared) ? [entry(halo(), "known to both teams")] : []),
    ...(truth ? [entry(sample(square, "#ffffff", "#b00020", 2, "×", "4 3"), "neither team ever saw")] : []));
}

function sample(corners, fill, stroke, width, letter = "", dash = "") {
  const points = corners.map(([x, y]) => `${11 + 9 * x},${11 + 9 * y}`).join(" ");
  const made = drawing("svg", { width: 22, height: 22, "aria-hidden": "true" },
    drawing("polygon", { points, fill, stroke, "stroke-width": width, "stroke-dasharray": dash }));
  if (letter) made.append(drawing("text", { x: 11, y: 15.5, "text-anchor": "middle", "font-size": 12,
    "font-weight": "bold", fill: INK }, letter));
  return made;
}

function ring(corners, rank) {
  const made = sample(corners, "#ffffff", INK, rank === "aide" ? 1 : rank === "executive" ? 3.5 : 1.2);
  const inner = corners.map(([x, y]) => `${11 + 5 * x},${11 + 5 * y}`).join(" ");
  if (rank === "boss") made.append(drawing("polygon", { points: inner, fill: "none", stroke: INK }));
  return made;
}

function line(stroke, dashes) {
  return drawing("svg", { width: 38, height: 12, "aria-hidden": "true" }, drawing("line", {
    x1: 0, x2: 38, y1: 6, y2: 6, stroke, "stroke-width": 2.5, "stroke-dasharray": dashes.join(" ") }));
}

function halo() {
  return drawing("svg", { width: 22, height: 22, "aria-hidden": "true" },
    drawing("circle", { cx: 11, cy: 11, r: 10, fill: "#f2c877" }),
    drawing("circle", { cx: 11, cy: 11, r: 5, fill: "#ffffff", stroke: INK }));
}
