// A piece of sea on a canvas: north up, equal scales, axes in nautical miles, scale bar.

const EDGE = { left: 52, right: 14, top: 14, bottom: 44 };

// Fit a canvas to its width on the page; return its context in page pixels.
function sharp(canvas, wide, high) {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(wide * ratio);
  canvas.height = Math.round(high * ratio);
  canvas.style.height = `${high}px`;
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

// The height of a chart so wide, and where each place lies on it.
function project([west, east, south, north], wide) {
  const scale = (wide - EDGE.left - EDGE.right) / (east - west);
  const high = Math.round(EDGE.top + EDGE.bottom + (north - south) * scale);
  const x = (nm) => EDGE.left + (nm - west) * scale;
  const y = (nm) => EDGE.top + (north - nm) * scale;
  return { x, y, scale, wide, high, bounds: [west, east, south, north] };
}

// What lies on the sea is drawn between these two, so that nothing hides the axes.
function within(context, at) {
  const [west, east, south, north] = at.bounds;
  context.save();
  context.beginPath();
  context.rect(at.x(west), at.y(north), at.x(east) - at.x(west), at.y(south) - at.y(north));
  context.clip();
}

function without(context) {
  context.restore();
}

function sea(context, at) {
  const [west, east, south, north] = at.bounds;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, at.wide, at.high);
  context.font = "12px sans-serif";
  context.fillStyle = INK;
  context.strokeStyle = FAINT;
  context.lineWidth = 1;
  for (const nm of roundNumbers(west, east, 8)) {
    line(context, at.x(nm), at.y(south), at.x(nm), at.y(north));
    label(context, `${nm}`, at.x(nm), at.y(south) + 16, "center");
  }
  for (const nm of roundNumbers(south, north, 8)) {
    line(context, at.x(west), at.y(nm), at.x(east), at.y(nm));
    label(context, `${nm}`, at.x(west) - 6, at.y(nm) + 4, "right");
  }
  context.strokeStyle = INK;
  const [across, down] = [at.x(east) - at.x(west), at.y(south) - at.y(north)];
  context.strokeRect(at.x(west), at.y(north), across, down);
  label(context, "NM east", (at.x(west) + at.x(east)) / 2, at.y(south) + 34, "center");
  context.save();
  context.translate(14, (at.y(south) + at.y(north)) / 2);
  context.rotate(-Math.PI / 2);
  label(context, "NM north", 0, at.x(west) - EDGE.left, "center");
  context.restore();
}

// The scale bar and the north arrow stand below the sea, where they hide nothing.
function scaleBar(context, at) {
  const [west, east, south] = at.bounds;
  const nm = niceStep(east - west, 8);
  const [y, right] = [at.y(south) + 32, at.x(east)];
  const left = right - nm * at.scale;
  context.strokeStyle = context.fillStyle = INK;
  context.lineWidth = 2;
  line(context, left, y, right, y);
  line(context, left, y - 4, left, y + 4);
  line(context, right, y - 4, right, y + 4);
  label(context, `${nm} NM`, left - 6, y + 4, "right");
  const x = at.x(west) + 6;
  label(context, "N", x + 8, y + 5, "left");
  line(context, x, y + 5, x, y - 7);
  line(context, x - 4, y - 2, x, y - 7);
  line(context, x + 4, y - 2, x, y - 7);
}

function grids(context, at, all) {
  for (const grid of all) {
    const most = Math.max(...grid.values, 1e-300);
    grid.names.forEach((name, place) => {
      const x = at.x(grid.west_nm + grid.side_nm * (place % grid.columns));
      const y = at.y(grid.south_nm + grid.side_nm * (Math.floor(place / grid.columns) + 1));
      const side = grid.side_nm * at.scale;
      if (grid.values.length) {
        context.fillStyle = `rgba(86,180,233,${(0.85 * Math.max(0, grid.values[place])) / most})`;
        context.fillRect(x, y, side, side);
      }
      context.strokeStyle = "#595959";
      context.lineWidth = 1;
      context.strokeRect(x, y, side, side);
      context.fillStyle = INK;
      label(context, name, x + 4, y + 14, "left");
      if (grid.values.length) {
        label(context, short(grid.values[place]), x + side - 5, y + 14, "right");
      }
    });
  }
}

// Each area has its name at another corner, since areas lie upon one another.
const CORNERS = [
  [(best, one) => one[1] < best[1], 0, -6, "center"], [(best, one) => one[0] > best[0], 6, 4, "left"],
  [(best, one) => one[1] > best[1], 0, 14, "center"], [(best, one) => one[0] < best[0], -6, 4, "right"],
];

function areas(context, at, all, hour) {
  all.forEach((area, place) => {
    const corners = area.corners_nm.map(([x, y]) => [
      at.x(x + area.vx_kn * hour), at.y(y + area.vy_kn * hour),
    ]);
    context.beginPath();
    corners.forEach(([x, y]) => context.lineTo(x, y));
    context.closePath();
    context.strokeStyle = "#595959";
    context.lineWidth = 1.5;
    context.setLineDash([6, 4]);
    context.stroke();
    context.setLineDash([]);
    const [further, right, down, side] = CORNERS[place % CORNERS.length];
    const [x, y] = corners.reduce((best, one) => (further(best, one) ? one : best));
    haloed(context, area.name, x + right, y + down, side);
  });
}

function marks(context, at, all, hour) {
  all.forEach((mark, place) => {
    if (mark.from_h !== null && mark.from_h > hour + 1e-9) return;
    const [x, y] = [at.x(mark.x_nm), at.y(mark.y_nm)];
    context.strokeStyle = INK;
    context.lineWidth = 2;
    line(context, x - 6, y, x + 6, y);
    line(context, x, y - 6, x, y + 6);
    beside(context, at, mark.name, x, place % 2 ? y + 16 : y - 6);
  });
}

function cloud(context, at, places) {
  context.fillStyle = "rgba(0,114,178,0.45)";
  for (let place = 0; place + 1 < places.length; place += 2) {
    context.fillRect(at.x(places[place]) - 1.5, at.y(places[place + 1]) - 1.5, 3, 3);
  }
}

function line(context, x, y, toX, toY) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(toX, toY);
  context.stroke();
}

function label(context, words, x, y, side) {
  context.textAlign = side;
  context.fillText(words, x, y);
}

function haloed(context, words, x, y, side) {
  context.textAlign = side;
  context.lineWidth = 3;
  context.strokeStyle = "#ffffff";
  context.strokeText(words, x, y);
  context.fillStyle = INK;
  context.fillText(words, x, y);
}

// Words beside a place: to the left of it where the sea ends on the right.
function beside(context, at, words, x, y) {
  const fits = x + 9 + context.measureText(words).width < at.x(at.bounds[1]);
  haloed(context, words, fits ? x + 9 : x - 9, y, fits ? "left" : "right");
}

function short(value) {
  return Number(value.toPrecision(3)).toLocaleString("en-GB");
}
