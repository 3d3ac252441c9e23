// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// Pictures: what the visitor sees of them, and what the network does: the square in the middle, as large as its input.

const sizeOf = (source) => [source.videoWidth || source.naturalWidth || source.width,
  source.videoHeight || source.naturalHeight || source.height];

function drawn(source, x, y, side, size) {
  const canvas = Object.assign(document.createElement("canvas"), {width: size, height: size});
  const context = canvas.getContext("2d", {willReadFrequently: true});
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, size, size);
  context.drawImage(source, x, y, side, side, 0, 0, size, size);
  return canvas;
}

/// RGBA bytes. Halved as often as it goes: each pixel of a smaller picture is a mean, whatever the browser's smoothing.
function pixelsOf(source, size) {
  const [width, height] = sizeOf(source);
  let side = Math.min(width, height), x = Math.floor((width - side) / 2), y = Math.floor((height - side) / 2);
  while (side >= 2 * size) {
    const half = Math.floor(side / 2);
    [source, x, y, side] = [drawn(source, x, y, side, half), 0, 0, half];
  }
  return drawn(source, x, y, side, size).getContext("2d").getImageData(0, 0, size, size).data;
}

function picturesFor(source) {
  const bySize = new Map();
  return network.tasks.map(({spec}) => {
    if (!bySize.has(spec.input_size)) bySize.set(spec.input_size, pixelsOf(source, spec.input_size));
    return bySize.get(spec.input_size);
  });
}

/// The picture, darker where no task sees it.
function show(source) {
  const view = $("view"), [width, height] = sizeOf(source), scale = Math.min(1, 1280 / Math.max(width, height));
  const [w, h] = [width, height].map((n) => Math.max(1, Math.round(n * scale))), side = Math.min(w, h);
  if (view.width !== w || view.height !== h) [view.width, view.height] = [w, h];
  const context = view.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.clearRect(0, 0, w, h);
  context.drawImage(source, 0, 0, w, h);
  context.fillStyle = "rgb(0 0 0 / 60%)";
  context.fillRect(0, 0, (w - side) / 2, h);
  context.fillRect((w + side) / 2, 0, (w - side) / 2, h);
  context.fillRect(0, 0, w, (h - side) / 2);
  context.fillRect(0, (h + side) / 2, w, (h - side) / 2);
  view.hidden = false;
  $("hint").hidden = true;
  $("drop").classList.add("filled");
  $("note").textContent = w === h ? "" : T.crop;
}
