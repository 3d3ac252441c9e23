// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// What the other scripts of the page have in common. Names of tasks and classes are strangers' texts: they are set as
// text only.

const language = navigator.language.toLowerCase().startsWith("de") ? "de" : "en";
const T = TEXTS[language];
const network = JSON.parse(document.getElementById("network").textContent);
const $ = (id) => document.getElementById(id);
const formatted = (x, digits, options) =>
  x.toLocaleString(language, {maximumFractionDigits: digits, minimumFractionDigits: digits, ...options});
const percent = (share) => formatted(share, 1, {style: "percent"});
const milliseconds = (ms) => `${formatted(ms, ms < 9.95 ? 1 : 0)} ms`;
const architectures = {mobilenet_v1: "MobileNet V1", mobilenet_v2: "MobileNet V2",
  mobilenet_v3_large: "MobileNet V3 large", mobilenet_v3_small: "MobileNet V3 small"};
/// Without control characters and those that turn the direction of writing.
const harmless = (text) =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, "?");
const titles = network.tasks.map(({letter, spec}, t) =>
  harmless(network.titles[t]) || (letter ? T.task(letter) : architectures[spec.architecture]));

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/// A stranger's text, whatever its direction of writing is.
function foreign(text, name = "bdi", className) {
  const made = element(name, text, className);
  made.dir = "auto";
  return made;
}
