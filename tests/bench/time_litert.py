#!/usr/bin/env python3
"""Times TensorFlow Lite models in LiteRT.js in headless Chromium: one image through several files, one after the other,
against one image through one file; in turns, in one session, one thread.

    time_litert.py PAGE_SCRIPT MODULES FOLDER ROUNDS
PAGE_SCRIPT is tests/core/exports/litert_page.py, whose page and server this is made of. FOLDER holds pairs.json:
[{"name": "float32", "apart": ["a.tflite", "b.tflite"], "together": "ab.tflite"}, ...]. Prints medians, their ratio, and
the median of the rounds' own ratios with its quartiles. Inputs of a pair called int8 are bytes, of others float32.
"""
import importlib.util
import json
import statistics
import sys

script, modules, folder, rounds = sys.argv[1:]
loading = importlib.util.spec_from_file_location("litert_page", script)
module = importlib.util.module_from_spec(loading)
loading.loader.exec_module(module)
page = module.PAGE.decode()
begin = page.index("async function run(litert, job)")
page = page[:begin] + """
let seed = 1;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

/** Random pixels for all inputs, float32 from -1 to 1 or any bytes. */
function feedsOf(runner, isFloat) {
  const feeds = {};
  runner.inputs.forEach((name, i) => {
    const type = runner.model.getInputTensorType(0, i);
    const count = type.bytes();
    feeds[name] = isFloat ? new Uint8Array(Float32Array.from({length: count / 4}, () => 2 * random() - 1).buffer)
                          : Uint8Array.from({length: count}, () => 256 * random());
  });
  return feeds;
}

async function timed(work) {
  const begin = performance.now();
  for (const {runner, feeds} of work) await runner.run(feeds);
  return performance.now() - begin;
}

async function measure(litert, pair, rounds) {
  const load = async (model) => {
    const runner = await Runner.load(litert, await bytesOf("/jobs/" + model));
    return {runner, feeds: feedsOf(runner, pair.name !== "int8")};
  };
  const apart = [];
  for (const model of pair.apart) apart.push(await load(model));
  const together = [await load(pair.together)];
  const times = {apart: [], together: []};
  for (let i = -10; i < rounds; ++i) {
    const order = i % 2 ? ["apart", "together"] : ["together", "apart"];
    for (const which of order) {
      const took = await timed(which === "apart" ? apart : together);
      if (i >= 0) times[which].push(took);
    }
  }
  for (const {runner} of [...apart, ...together]) runner.delete();
  return times;
}

let job = {};
try {
  const {loadLiteRt} = await import("@litertjs/core");
  const litert = await loadLiteRt("/modules/@litertjs/core/wasm/");
  for (job of await (await fetch("/jobs/pairs.json")).json())
    await post(`/result/${job.name}`, JSON.stringify(await measure(litert, job, ROUNDS)));
  await post("/end", "");
} catch (error) {
  await post("/end", `${job.name ?? "LiteRT"}: ${error}`);
}
</script></body>""".replace("ROUNDS", rounds)
module.PAGE = page.encode()
sys.argv = [script, modules, folder, "500"]
status = module.main()
if status:
    sys.exit(status)
for pair in json.load(open(folder + "/pairs.json")):
    times = json.load(open(f"{folder}/{pair['name']}.litert"))
    apart, together = (statistics.median(times[k]) for k in ("apart", "together"))
    ratios = [a / t for a, t in zip(times["apart"], times["together"])]
    low, middle, high = statistics.quantiles(ratios, n=4)
    print(f"{pair['name']:>8}: both apart {apart:.2f} ms, together {together:.2f} ms, {apart / together:.2f} x as fast; "
          f"of the rounds {middle:.2f} ({low:.2f} to {high:.2f}), {len(ratios)} rounds; "
          f"the least {min(times['apart']):.2f} and {min(times['together']):.2f} ms")
