// Outcomes of a decision beside the baseline.

function render({ model, el }) {
  const root = view(model.get("bars").label);
  const show = () => root.replaceChildren(bars(model.get("bars")));
  model.on("change:bars", show);
  show();
  el.append(root);
  return () => model.off("change:bars", show);
}

export default { render };
