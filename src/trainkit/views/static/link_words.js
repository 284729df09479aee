// What is read of an actor or an item, and the whole chart as tables.

const MOST_LISTED = 500;

function facts(rows) {
  return element("dl", {}, ...rows.filter(([, what]) => what !== null && what !== "").flatMap(([name, what]) =>
    [element("dt", {}, name), element("dd", {}, ...(Array.isArray(what) ? what : [what]))]));
}

function link(words, go) {
  const made = element("button", { type: "button", class: "trainkit-go" }, words);
  made.addEventListener("click", go);
  return made;
}

function actorFacts(about, actor, found, pick) {
  const role = about.roles.find(([one]) => one === actor.role)[1];
  const own = about.items.filter((item) => found.here.has(item.id) && item.actors.includes(actor.id));
  const ties = about.ties.filter((tie) => tie.ends.includes(actor.id) && found.ties.has(tie));
  const named = new Map(about.actors.map((one) => [one.id, one.label]));
  const layers = about.layers.map(([layer]) => {
    const others = ties.filter((tie) => tie.layer === layer)
      .map((tie) => named.get(tie.ends[0] === actor.id ? tie.ends[1] : tie.ends[0]));
    return [`Tied by ${layer}`, others.join(", ")];
  });
  const victim = actor.coerced ? "acted under coercion: a possible victim, not a suspect" : "";
  return [element("h5", {}, `${actor.label}: ${role}`), facts([
    ["Rank", actor.rank], ["Works in", actor.stage], ["State", actor.side], ["Known to", actor.known],
    ["In truth", victim], ...layers]),
  own.length ? element("p", {}, "What shows this actor:") : element("p", {}, "No item shows this actor."),
  ...(own.length ? [element("ul", {}, ...own.map((item) => element("li", {},
    link(item.id, () => pick({ item: item.id })), ` ${item.kind}, ${item.when}. ${item.graded}. Known to ${item.known}. `
    + `Basis: ${item.basis || "none recorded"}. Custody: ${custody(item)}.`)))] : [])];
}

function custody(item) {
  const steps = item.custody.map(([when, giver, taker]) => `${when} ${giver} to ${taker}`);
  return (item.gap ? `GAP (${item.gap}); ` : "") + (steps.join("; ") || "none recorded");
}

function itemFacts(about, item, found, pick) {
  const here = about.actors.filter((actor) => item.actors.includes(actor.id) && found.actors.has(actor.id));
  const concerned = here.map((actor) => link(actor.label, () => pick({ actor: actor.id })));
  const steps = item.custody.map(([when, giver, taker]) => element("li", {}, `${when}: ${giver} to ${taker}`));
  return [element("h5", {}, `${item.id}: ${item.kind}`), item.words ? element("p", {}, item.words) : "", facts([
    ["When", item.when], ["Grade", item.graded], ["Known to", item.known],
    ["Legal basis", item.basis || "none recorded"], ["Court may use it in", item.courts],
    ["Custody", [item.gap ? element("strong", {}, `Gap: ${item.gap}.`) : "",
      steps.length ? element("ol", {}, ...steps) : "none recorded"]],
    ["Concerns", concerned.length ? concerned : "nobody on this chart"]])];
}

function linkTables(about, found) {
  const named = new Map(about.actors.map((one) => [one.id, one.label]));
  const role = new Map(about.roles.map(([one, words]) => [one, words]));
  const actors = about.actors.filter((actor) => found.actors.has(actor.id) && found.lit.has(actor.id));
  const ties = about.ties.filter((tie) => found.ties.has(tie) && found.bright.has(tie));
  const items = about.items.filter((item) => found.strong.has(item.id));
  return [
    listed("Actors", ["Actor", "Role", "Rank", "State", "Known to"],
      actors, (one) => [one.label, role.get(one.role), one.rank, one.side, one.known]),
    listed("Ties", ["Actor", "Actor", "Layer", "Strength"],
      ties, (tie) => [...tie.ends.map((end) => named.get(end)), tie.layer, tie.strength.toFixed(2)]),
    listed("Items", ["Item", "When", "Kind", "Concerns", "Grade", "Known to", "Basis", "Custody", "Court"],
      items, (one) => [one.id, one.when, one.kind, one.actors.map((end) => named.get(end)).join(", "), one.graded,
        one.known, one.basis || "none recorded", custody(one), one.courts]),
  ];
}

function listed(name, columns, all, cells) {
  const more = all.length > MOST_LISTED ? `, the first ${MOST_LISTED}: filter to see others` : "";
  const row = (tag, words) => element("tr", {}, ...words.map((one) => element(tag, {}, one)));
  return element("table", {}, element("caption", {}, `${name} (${all.length}${more})`),
    element("thead", {}, row("th", columns)),
    element("tbody", {}, ...all.slice(0, MOST_LISTED).map((one) => row("td", cells(one)))));
}
