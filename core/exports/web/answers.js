// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// A card for each task: its best classes, how sure it is, and how long it took.

const cards = network.tasks.map((task, t) => {
  const card = element("article", undefined, "card"), head = element("header");
  const time = element("span"), list = element("ol");
  card.style.setProperty("--task", `var(--task-${t % 6})`);
  head.append(foreign(titles[t], "h3"), time);
  card.append(head, list, element("p", T.waiting));
  $("answers").append(card);
  return {time, list, text: card.lastChild, rows: []};
});

function className(spec, i) {
  return harmless(spec.class_names[i] ?? "") || (i < spec.class_offset ? T.background : T.class(i - spec.class_offset));
}

/// [class, share] of the best classes.
function bestOf(t, output) {
  const last = network.nodes.find((node) => node.output === network.tasks[t].output);
  const largest = output.reduce((a, b) => Math.max(a, b)), powers = output.map((x) => Math.exp(x - largest));
  const sum = powers.reduce((a, b) => a + b, 0), shares = last.op === "softmax" ? output : powers.map((x) => x / sum);
  return [...shares.keys()].sort((a, b) => shares[b] - shares[a]).slice(0, 5).map((i) => [i, shares[i]]);
}

function rowOf(card, i) {
  while (card.rows.length <= i) {
    const row = element("li"), bar = element("div", undefined, "bar");
    const name = foreign("", "span", "name"), share = element("span", "", "share");
    bar.append(element("i"));
    bar.setAttribute("aria-hidden", "true");
    row.append(name, share, bar);
    card.list.append(row);
    card.rows.push({name, share, bar: bar.firstChild});
  }
  return card.rows[i];
}

/// Shows them, and returns a sentence for those who hear it.
function showAnswers({outputs, times, shared}, rate) {
  const best = outputs.map((output, t) => {
    const {spec} = network.tasks[t], card = cards[t];
    card.time.textContent = milliseconds(times[t]);
    card.text.textContent = spec.classes ? "" : T.features(output.length);
    card.text.hidden = spec.classes > 0;
    const classes = spec.classes ? bestOf(t, output) : [];
    classes.forEach(([i, share], place) => {
      const row = rowOf(card, place), name = className(spec, i);
      if (row.name.textContent !== name) row.name.textContent = row.name.title = name;
      row.share.textContent = percent(share);
      row.bar.style.width = `${100 * share}%`;
    });
    if (!classes.length) return `${titles[t]}: ${T.features(output.length)}`;
    return `${titles[t]}: ${className(spec, classes[0][0])}, ${percent(classes[0][1])}`;
  });
  const total = shared + times.reduce((a, b) => a + b, 0);
  const said = [shared && T.shared(milliseconds(shared)), (shared || times.length > 1) && T.total(milliseconds(total)),
    rate && T.rate(formatted(rate, rate < 9.95 ? 1 : 0))];
  $("times").textContent = said.filter(Boolean).join(" · ");
  return best.join("; ");
}
