// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/html_parts.h"

namespace zipper {

// No '<' and no '&' in here: the page is read as XML, too.
const char* reportStyle() {
  return R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --card: #f4f6f8; --edge: #d5dae0; --text: #1a1a1a; --soft: #51585f;
  --chart-text: #1a1a1a; --chart-grid: #dfe3e7;
  --chart-0: #0072B2; --chart-1: #D55E00; --chart-2: #009E73; --chart-3: #CC79A7; --chart-4: #000000;
  --chart-5: #7A7400; --chart-6: #5B3DB8;
  --heat-0: 0,114,178; --heat-1: 213,94,0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --card: #1e2329; --edge: #3a424b; --text: #e8eaed; --soft: #a9b1ba;
    --chart-text: #e8eaed; --chart-grid: #343b43;
    --chart-0: #56B4E9; --chart-1: #E69F00; --chart-2: #2CC79B; --chart-3: #E39BC4; --chart-4: #ffffff;
    --chart-5: #D3D04A; --chart-6: #9E8CFF;
    --heat-0: 86,180,233; --heat-1: 230,159,0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 76rem;
  background: var(--page); color: var(--text); font: 1.0625rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.4rem; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.15rem; overflow-wrap: anywhere; }
p { margin: .25rem 0 .75rem; }
.soft, figcaption, footer { color: var(--soft); }
.warning { padding: .5rem .9rem; background: var(--card); border-left: .35rem solid var(--chart-1); overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .9rem; margin: 1.5rem 0; }
.card { padding: .9rem 1rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem; }
.card dt { color: var(--soft); overflow-wrap: anywhere; }
.card dd { margin: 0; }
.card .figure { font-size: 1.25rem; font-weight: 600; line-height: 1.45; }
figure { margin: 0 0 1.75rem; }
figcaption { font-size: .95rem; }
svg { display: block; width: 100%; height: auto; }
.wide { overflow-x: auto; }
.wide + .wide { margin-top: 1.25rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; min-width: 100%; }
th, td { padding: .3rem .4rem; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--edge); vertical-align: bottom; }
th.number, td.number { text-align: right; }
td { white-space: nowrap; }
th.group { text-align: center; }
.matrices { display: flex; flex-wrap: wrap; gap: 1.25rem 2rem; margin-top: 1.25rem; }
.matrices .wide { margin-top: 0; max-width: 100%; }
table.matrix { min-width: 0; }
.matrix caption { text-align: left; padding-bottom: .3rem; color: var(--soft); }
.matrix th { white-space: nowrap; font-weight: normal; }
.matrix td { min-width: 2.4rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.long td { white-space: normal; overflow-wrap: anywhere; }
.long td:first-child { white-space: nowrap; overflow-wrap: normal; }
pre { overflow-x: auto; padding: 1rem; background: var(--card); border: 1px solid var(--edge); border-radius: .5rem;
  font: .9rem/1.4 ui-monospace, monospace; }
summary { cursor: pointer; } footer { margin-top: 2.5rem; font-size: .95rem; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  .card, figure, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  table { font-size: 7pt; }
  th, td { padding: .15rem .25rem; }
  pre { white-space: pre-wrap; }
}
)css";
}

}  // namespace zipper
