// Distributions as bars, one panel for each, on one axis.

const WIDE = 440, PANEL = 120, SIDE = 52, FOOT = 46, HEAD = 22;

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
  const x = (value) => SIDE + ((value - low) / (top - low)) * (WIDE - SIDE - 16);
  found.groups.forEach((group, place) => {
    svg.append(panel(group, found.edges, x, most, COLOURS[place % COLOURS.length], place * PANEL));
  });
  svg.append(axis(found, x, high - FOOT));
  return svg;
}

function panel(group, edges, x, most, colour, down) {
  const all = drawing("g", { transform: `translate(0 ${down})` });
  const y = (count) => PANEL - (count / most) * (PANEL - HEAD - 16);
  for (const count of [0, most]) all.append(...level(count, y(count)));
  group.counts.forEach((count, place) => {
    const [from, to] = [x(edges[place]) + 0.5, x(edges[place + 1]) - 0.5];
    all.append(drawing("rect", {
      x: from, width: Math.max(1, to - from), y: y(count), height: PANEL - y(count), fill: colour,
    }));
    if (count > 0 && group.counts.length <= 14) {
      all.append(text(count.toLocaleString("en-GB"), (from + to) / 2, y(count) - 3, "middle", 11));
    }
  });
  if (group.name) all.append(text(group.name, SIDE, 14, "start", 13, "bold"));
  all.append(...middle(group, x));
  return all;
}

function level(count, y) {
  return [
    drawing("line", { x1: SIDE, x2: WIDE - 16, y1: y, y2: y, stroke: count ? FAINT : INK }),
    text(count.toLocaleString("en-GB"), SIDE - 6, y + 4, "end", 11),
  ];
}

function middle(group, x) {
  if (group.mean === null) return [text(group.note, WIDE - 16, 14, "end", 13)];
  const at = x(group.mean);
  const anchor = at > WIDE / 2 ? "end" : "start";
  const shift = group.name && at < WIDE / 2 ? Math.max(at, SIDE + 8 * group.name.length) : at;
  return [
    drawing("line", {
      x1: at, x2: at, y1: HEAD - 4, y2: PANEL, stroke: INK, "stroke-width": 2,
      "stroke-dasharray": "5 3",
    }),
    text(group.note, shift, 14, anchor, 13),
  ];
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
  }, words);
}
