// What all views share: colours that colour-blind readers can tell apart, elements, round numbers.

const INK = "#1a1a1a";
const FAINT = "#d9d9d9";
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"];
const SVG = "http://www.w3.org/2000/svg";

// Keys pressed on a control are its own. JupyterLab's shortcuts for what has the focus and is no
// text field look at the control itself, so each says that it wants none of them.
const CONTROLS = new Set(["button", "input", "select", "summary"]);

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (CONTROLS.has(tag)) made.setAttribute("data-lm-suppress-shortcuts", "true");
  return filled(made, attributes, children);
}

function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// The frame of a view.
function view(label) {
  return element("section", { class: "trainkit-view", "aria-label": label });
}

function unique(name) {
  return `trainkit-${name}-${Math.random().toString(36).slice(2)}`;
}

function niceStep(width, parts) {
  const power = 10 ** Math.floor(Math.log10(width / parts));
  return [1, 2, 5, 10].map((by) => power * by).find((step) => step >= (width / parts) * 0.999);
}

function roundNumbers(low, high, parts) {
  const step = niceStep(high - low, parts);
  const found = [];
  for (let place = Math.ceil(low / step - 1e-9); place * step <= high + 1e-9 * step; place++) {
    found.push(Number((place * step).toPrecision(12)));
  }
  return found;
}

// The 32-bit numbers in the bytes that came from Python.
function numbers(bytes) {
  if (!bytes || !bytes.byteLength) return new Float32Array();
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return new Float32Array(copy);
}
