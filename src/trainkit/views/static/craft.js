// What moves on a chart: a colour and a shape for each group, and the way behind a few of them.

const SHAPES = ["arrow", "open arrow", "diamond", "cross", "dot", "square"];
const FEW = 12;

// Where a track is at an hour: [x, y, east, north] with its course; null when it is not there.
// Times are 32-bit numbers here and 64-bit ones in Python, so that ends are met with tolerance.
function whereabouts(knots, first, end, hour) {
  const close = 1e-4;
  if (end === first) return null;
  if (hour < knots[3 * first] - close || hour > knots[3 * (end - 1)] + close) return null;
  let [low, high] = [first, end - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[3 * middle] <= hour) low = middle;
    else high = middle;
  }
  const [began, x, y] = [knots[3 * low], knots[3 * low + 1], knots[3 * low + 2]];
  const lasts = knots[3 * high] - began;
  const part = lasts > 0 ? Math.min(1, Math.max(0, (hour - began) / lasts)) : 1;
  const [east, north] = [knots[3 * high + 1] - x, knots[3 * high + 2] - y];
  return [x + part * east, y + part * north, east, north, low];
}

// Draw all tracks at an hour, group by group, so that each colour is set once.
function crafts(context, at, about, knots, hour) {
  const size = about.tracks.length > 100 ? 4 : 7;
  const few = about.tracks.length <= FEW;
  const names = [];
  about.groups.forEach((_, group) => {
    context.fillStyle = context.strokeStyle = COLOURS[group % COLOURS.length];
    const shape = SHAPES[group % SHAPES.length];
    context.beginPath();
    about.tracks.forEach((track, place) => {
      if (track.group !== group) return;
      const found = whereabouts(knots, about.starts[place], about.starts[place + 1], hour);
      if (!found) return;
      outline(context, shape, at.x(found[0]), at.y(found[1]), found[2], found[3], size);
      if (few) names.push([track.name, at.x(found[0]), at.y(found[1])]);
    });
    inked(context, shape);
  });
  for (const [name, x, y] of names) beside(context, at, name, x, y + 14);
}

function inked(context, shape) {
  context.lineWidth = 2;
  if (shape === "open arrow" || shape === "cross") context.stroke();
  else context.fill();
}

function outline(context, shape, x, y, east, north, size) {
  if (shape.endsWith("arrow")) arrow(context, x, y, Math.atan2(east, north), size);
  else if (shape === "dot") {
    context.moveTo(x + size * 0.7, y);
    context.arc(x, y, size * 0.7, 0, 7);
  } else if (shape === "square") context.rect(x - size * 0.6, y - size * 0.6, size * 1.2, size * 1.2);
  else if (shape === "cross") {
    context.moveTo(x - size, y - size);
    context.lineTo(x + size, y + size);
    context.moveTo(x - size, y + size);
    context.lineTo(x + size, y - size);
  } else {
    context.moveTo(x, y - size);
    context.lineTo(x + size, y);
    context.lineTo(x, y + size);
    context.lineTo(x - size, y);
    context.closePath();
  }
}

function arrow(context, x, y, course, size) {
  const [sin, cos] = [Math.sin(course), Math.cos(course)];
  const corner = (ahead, aside) => [x + size * (ahead * sin + aside * cos),
    y - size * (ahead * cos - aside * sin)];
  context.moveTo(...corner(1.3, 0));
  context.lineTo(...corner(-0.8, 0.7));
  context.lineTo(...corner(-0.8, -0.7));
  context.closePath();
}

// The ways that a few tracks have come: all of it faint, the last tenth of the time strong.
function trails(context, at, about, knots, hour) {
  if (about.tracks.length > FEW) return;
  const recent = hour - (about.hours[1] - about.hours[0]) / 10;
  context.lineWidth = 1.5;
  about.tracks.forEach((track, place) => {
    context.strokeStyle = COLOURS[track.group % COLOURS.length];
    const own = [about.starts[place], about.starts[place + 1]];
    context.globalAlpha = 0.3;
    way(context, at, knots, own, -Infinity, hour);
    context.globalAlpha = 1;
    way(context, at, knots, own, recent, hour);
  });
}

function way(context, at, knots, [first, end], from, to) {
  if (end === first) return;
  const found = whereabouts(knots, first, end, Math.min(to, knots[3 * (end - 1)]));
  const start = whereabouts(knots, first, end, Math.max(from, knots[3 * first]));
  if (!found || !start) return;
  context.beginPath();
  context.moveTo(at.x(start[0]), at.y(start[1]));
  for (let row = start[4] + 1; row <= found[4]; row++) {
    context.lineTo(at.x(knots[3 * row + 1]), at.y(knots[3 * row + 2]));
  }
  context.lineTo(at.x(found[0]), at.y(found[1]));
  context.stroke();
}

function legend(about) {
  const rows = about.groups.map((name, group) => {
    const canvas = element("canvas", { width: 36, height: 36, "aria-hidden": "true" });
    const context = canvas.getContext("2d");
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.fillStyle = context.strokeStyle = COLOURS[group % COLOURS.length];
    context.beginPath();
    const shape = SHAPES[group % SHAPES.length];
    outline(context, shape, 9, 9, 0, 1, 6);
    inked(context, shape);
    return element("li", {}, canvas, name || "tracks");
  });
  return element("ul", { class: "trainkit-legend", "aria-label": "Legend" }, ...rows);
}
