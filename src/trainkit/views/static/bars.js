// Distributions as bars, one panel for each, on one axis.

const WIDE = 440, PANEL = 132, SIDE = 52, FOOT = 46, HEAD = 34;

function bars(found) {
  const figure = element("figure", { class: "trainkit-bars" });
  figure.append(element("figcaption", {}, found.caption));
  if (found.edges.length > 1) figure.prepend(picture(found));
  return figure;
}

function picture(found) {
  const high = found.groups.length * PANEL + FOOT;
  const svg = drawing("svg", {
    viewBox: `0 0 ${WIDE} ${high}`, role: "img", "aria-label": found.caption,
  });
  const most = Math.max(1, ...found.groups.flatMap((group) => group.counts));
  const [low, top] = [found.edges[0], found.edges[found.edges.length - 1]];
  const x = (value) => SIDE + ((value - low) / (top - low)) * (WIDE - SIDE - rim(found));
  found.groups.forEach((group, place) => {
    svg.append(panel(group, found.edges, x, most, COLOURS[place % COLOURS.length], place * PANEL));
  });
  svg.append(axis(found, x, high - FOOT));
  return svg;
}

// What is left free at the right, so that the number at the end of the axis is not cut off.
function rim(found) {
  const last = found.ticks.length ? found.ticks[found.ticks.length - 1][1] : "";
  return Math.max(16, 2 + 4 * last.length);
}

function panel(group, edges, x, most, colour, down) {
  const all = drawing("g", { transform: `translate(0 ${down})` });
  const y = (count) => PANEL - (count / most) * (PANEL - HEAD - 14);
  for (const count of [0, most]) all.append(...level(count, y(count)));
  const ends = group.counts.map((_, place) => [x(edges[place]) + 0.5, x(edges[place + 1]) - 0.5]);
  group.counts.forEach((count, place) => {
    const [from, to] = ends[place];
    all.append(drawing("rect", {
      x: from, width: Math.max(1, to - from), y: y(count), height: PANEL - y(count), fill: colour,
    }));
  });
  all.append(...heading(group, x));
  group.counts.forEach((count, place) => {
    if (count === 0 || group.counts.length > 14) return;
    const [from, to] = ends[place];
    all.append(text(count.toLocaleString("en-GB"), (from + to) / 2, y(count) - 3, "middle", 11));
  });
  return all;
}

function level(count, y) {
  return [
    drawing("line", { x1: SIDE, x2: WIDE - 16, y1: y, y2: y, stroke: count ? FAINT : INK }),
    text(count.toLocaleString("en-GB"), SIDE - 6, y + 4, "end", 11),
  ];
}

// Name and mean above the bars, and a line at the mean.
function heading(group, x) {
  const room = 54 - group.note.length;
  const name = group.name.length > room ? `${group.name.slice(0, room - 1)}\u2026` : group.name;
  const found = [
    text(name, SIDE, 24, "start", 13, "bold"), text(group.note, WIDE - 16, 24, "end", 13),
  ];
  if (group.mean !== null) {
    const at = x(group.mean);
    found.push(drawing("line", {
      x1: at, x2: at, y1: HEAD - 2, y2: PANEL, stroke: INK, "stroke-width": 2,
      "stroke-dasharray": "5 3",
    }));
  }
  return found;
}

function axis(found, x, down) {
  const all = drawing("g", { transform: `translate(0 ${down})` });
  for (const [value, words] of found.ticks) {
    all.append(drawing("line", { x1: x(value), x2: x(value), y1: 0, y2: 5, stroke: INK }));
    all.append(text(words, x(value), 18, "middle", 12));
  }
  all.append(text(found.label, (SIDE + WIDE - 16) / 2, 38, "middle", 13));
  const number = text("number", 12, -PANEL / 2, "middle", 11);
  number.setAttribute("transform", `rotate(-90 12 ${-PANEL / 2})`);
  all.append(number);
  return all;
}

function text(words, x, y, anchor, size, weight = "normal") {
  return drawing("text", {
    x, y, "text-anchor": anchor, "font-size": size, "font-weight": weight, fill: INK,
    stroke: "#ffffff", "stroke-width": 3, "paint-order": "stroke",
  }, words);
}
