// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// What the network is, and how it was checked.

function describeTasks() {
  const row = (cells, name) => {
    const made = element("tr");
    made.append(...cells.map((cell) => (cell instanceof Node ? cell : element(name, cell))));
    return made;
  };
  const head = element("thead"), body = element("tbody");
  head.append(row(T.columns, "th"));
  network.tasks.forEach(({spec}, t) => {
    const width = formatted(spec.width, 2, {minimumFractionDigits: 0});
    const classes = spec.classes && spec.classes - spec.class_offset;
    body.append(row([foreign(titles[t], "td"), `${architectures[spec.architecture]} ${width}`,
      T.input(spec.input_size, spec.input_channels), String(classes)], "td"));
  });
  $("tasks").append(head, body);
}

function describeNetwork({engine, difference}) {
  const sum = (constants) => constants.reduce((total, {shape}) => total + shape.reduce((a, b) => a * b, 1), 0);
  const numbers = sum(network.constants);
  const common = sum(network.constants.filter(({name}) => name.startsWith("shared.")));
  const bytes = numbers * (network.precision === "float16" ? 2 : 4);
  const size = `${formatted(bytes / 1e6, 1)} MB`;
  const facts = [[T.weights, T.weightsText(formatted(numbers, 0), size, network.precision)],
    ...(common ? [[T.sharing, T.sharingText(percent(common / numbers))]] : []),
    [T.engine, engine], [T.writer, network.metadata["zipper.producer"] ?? "Zipper Workbench"],
    [T.checked, T.checkedText(difference.toLocaleString(language, {style: "percent", maximumSignificantDigits: 1}))]];
  for (const [term, fact] of facts) $("facts").append(element("dt", term), element("dd", fact));
}
