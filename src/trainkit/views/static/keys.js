// Nothing to see: the controls beside it keep their keys.

// JupyterLab's shortcuts look at what has the focus itself, not at what lies around it. A text
// field is spared by them anyway.
const OTHERS = "button, select, input[type=radio], input[type=checkbox]";

function render({ el }) {
  el.style.display = "none";
  const keep = ({ target }) => {
    if (!el.parentElement?.contains(target) || !target.matches(OTHERS)) return;
    target.setAttribute("data-lm-suppress-shortcuts", "true");
  };
  document.addEventListener("focusin", keep);
  return () => document.removeEventListener("focusin", keep);
}

export default { render };
