// Play, pause, scrub and speed by native controls; the hour belongs to the player.

const WHOLE_S = 30;

function player([first, last], draw) {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const lasts = Math.max(last - first, 1e-9);
  const id = unique("time");
  const scrub = element("input", {
    id, type: "range", min: 0, max: 1000, step: 1, value: 0, class: "trainkit-scrub",
  });
  const clock = element("span", { class: "trainkit-clock" });
  const button = element("button", { type: "button", class: "trainkit-play" }, "Play");
  const speed = pace();
  let hour = first, playing = false, before = null, jump = 0, frame = 0;

  const set = (to) => {
    hour = Math.min(last, Math.max(first, to));
    scrub.value = Math.round(((hour - first) / lasts) * 1000);
    clock.textContent = `${hour.toFixed(2)} h`;
    scrub.setAttribute("aria-valuetext", `hour ${hour.toFixed(2)} of ${last.toFixed(2)}`);
    draw(hour, playing);
  };
  const tick = (now) => {
    if (!playing) return;
    const passed = before === null ? 0 : (now - before) / 1000;
    before = now;
    set(hour + ahead(passed));
    if (hour >= last) play(false);
    else frame = requestAnimationFrame(tick);
  };
  // With reduced motion the picture changes once in a second, by the way of that second.
  const ahead = (passed) => {
    const step = (passed * Number(speed.value) * lasts) / WHOLE_S;
    if (!still.matches) return step;
    jump += passed;
    if (jump < 1) return 0;
    const whole = (jump * Number(speed.value) * lasts) / WHOLE_S;
    jump = 0;
    return whole;
  };
  const play = (on) => {
    if (on && hour >= last) set(first);
    playing = on;
    before = null;
    button.textContent = on ? "Pause" : "Play";
    cancelAnimationFrame(frame);
    if (on) frame = requestAnimationFrame(tick);
    else set(hour);
  };
  button.addEventListener("click", () => play(!playing));
  scrub.addEventListener("input", () => {
    if (playing) play(false);
    set(first + (Number(scrub.value) / 1000) * lasts);
  });
  const name = element("label", { for: id }, "Time");
  const bar = element("div", { class: "trainkit-player" }, button, name, scrub, clock,
    element("label", { for: speed.id }, "Speed"), speed);
  return { bar, redraw: () => set(hour), stop: () => play(false) };
}

function pace() {
  const speed = element("select", { id: unique("speed") });
  for (const [value, words] of [[0.5, "half"], [1, "normal"], [2, "double"], [5, "five times"]]) {
    speed.append(element("option", { value }, words));
  }
  speed.value = "1";
  return speed;
}
