#!/usr/bin/python3
"""Runs TensorFlow Lite models in LiteRT.js, which wants a document: in headless Chromium.

    litert_page.py MODULES FOLDER [SECONDS]
MODULES is the folder that npm installed @litertjs/core into. FOLDER holds jobs.json: [{"model": "x.tflite", "inputs":
{"image": {"file": "a.bin", "shape": [n,h,w,c], "type": "float32"}}}, ...], types float32 and int8. The models take one
image at a time; what they give for the n of them goes to "<model>.<output>.litert", raw. Ends with status 3 if Chromium
isn't there or doesn't start, and with 1 and a message if LiteRT can't run a model. Waits for SECONDS (60) at most.
"""
import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading

PAGE = b"""<!doctype html><meta charset="utf-8">
<script type="importmap">{"imports": {
  "@litertjs/core": "/modules/@litertjs/core/dist/index.js",
  "@litertjs/wasm-utils": "/modules/@litertjs/wasm-utils/dist/index.js"}}</script>
<body><script type="module">
const post = (path, body) => fetch(path, {method: "POST", body});
const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const listOf = (vector) => Array.from({length: vector.size()}, (_, i) => vector.get(i));

/** A model by what LiteRT's classes stand on: its Tensor knows no int8. */
class Runner {
  static async load(litert, bytes) {
    const runner = new Runner();
    runner.wasm = litert.liteRtWasm;
    runner.environment = litert.getDefaultEnvironment().liteRtEnvironment;
    runner.place = runner.wasm._malloc(bytes.length);
    runner.wasm.HEAPU8.set(bytes, runner.place);
    runner.model = runner.wasm.loadModel(runner.environment, runner.place, bytes.length);
    runner.compiled = await runner.wasm.compileModel(runner.environment, runner.model,
                                                     {accelerator: "wasm", cpuOptions: {numThreads: 1}});
    const signature = runner.model.getSignature(0);
    if (signature.key() !== "serving_default") throw new Error(`the signature is ${signature.key()}`);
    runner.inputs = listOf(signature.inputNames());
    runner.outputs = listOf(signature.outputNames());
    return runner;
  }

  input(index, bytes) {
    const type = this.model.getInputTensorType(0, index);
    if (type.bytes() !== bytes.length) throw new Error(`${bytes.length} bytes of ${type.bytes()}`);
    const buffer = this.wasm.LiteRtTensorBuffer.createManaged(
        this.environment, this.wasm.LiteRtTensorBufferType.HOST_MEMORY, type, bytes.length);
    this.wasm.HEAPU8.set(bytes, buffer.lock(this.wasm.LiteRtTensorBufferLockMode.WRITE));
    buffer.unlock();
    return buffer;
  }

  /** Bytes by name in, bytes by name out. */
  async run(feeds) {
    const buffers = this.inputs.map((name, i) => this.input(i, feeds[name]));
    const results = await this.compiled.run(0, buffers);
    const given = {};
    this.outputs.forEach((name, i) => {
      const place = results[i].lock(this.wasm.LiteRtTensorBufferLockMode.READ);
      given[name] = this.wasm.HEAPU8.slice(place, place + results[i].packedSize());
      results[i].unlock();
    });
    for (const buffer of [...buffers, ...results]) buffer.delete();
    return given;
  }

  delete() {
    this.compiled.delete();
    this.model.delete();
    this.wasm._free(this.place);
  }
}

async function run(litert, job) {
  const runner = await Runner.load(litert, await bytesOf("/jobs/" + job.model));
  const data = {};
  let images = 0;
  for (const [name, input] of Object.entries(job.inputs)) {
    data[name] = await bytesOf("/jobs/" + input.file);
    images = input.shape[0];
  }
  const outputs = {};
  for (let i = 0; i < images; ++i) {
    const feeds = {};
    for (const [name, all] of Object.entries(data)) {
      const count = all.length / images;
      feeds[name] = all.subarray(i * count, (i + 1) * count);
    }
    for (const [name, bytes] of Object.entries(await runner.run(feeds))) (outputs[name] ??= []).push(bytes);
  }
  for (const [name, parts] of Object.entries(outputs)) await post(`/result/${job.model}.${name}`, new Blob(parts));
  runner.delete();
}

let job = {};
try {
  const {loadLiteRt} = await import("@litertjs/core");
  const litert = await loadLiteRt("/modules/@litertjs/core/wasm/");
  for (job of await (await fetch("/jobs/jobs.json")).json()) await run(litert, job);
  await post("/end", "");
} catch (error) {
  await post("/end", `${job.model ?? "LiteRT"}: ${error}`);
}
</script></body>"""


class Server(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments, modules, jobs, end):
        self.modules, self.jobs, self.end = modules, jobs, end
        super().__init__(*arguments)

    def log_message(self, *_):
        pass

    def translate_path(self, path):
        for prefix, folder in (("/modules/", self.modules), ("/jobs/", self.jobs)):
            if path.startswith(prefix):
                return os.path.join(folder, path[len(prefix):])
        return os.devnull

    def do_GET(self):
        if self.path != "/":
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.startswith("/result/"):
            with open(os.path.join(self.jobs, os.path.basename(self.path) + ".litert"), "wb") as file:
                file.write(body)
        self.send_response(200)
        self.end_headers()
        if self.path == "/end":
            self.end(body.decode())


def main():
    modules, jobs = sys.argv[1:3]
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60
    if shutil.which("chromium") is None:
        print("there is no chromium", file=sys.stderr)
        return 3
    ended, messages = threading.Event(), []

    def end(message):
        messages.append(message)
        ended.set()

    handler = functools.partial(Server, modules=os.path.join(modules, "node_modules"), jobs=jobs, end=end)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                                    "--user-data-dir=" + profile, f"http://127.0.0.1:{server.server_port}/"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = []
        threading.Thread(target=lambda: said.extend(browser.stderr), daemon=True).start()
        ended.wait(seconds)
        browser.terminate()
        try:
            browser.wait(10)
        except subprocess.TimeoutExpired:
            browser.kill()
    server.shutdown()
    if not messages:
        print(f"Chromium did not answer within {seconds:g} s", *(line.decode(errors="replace") for line in said[-5:]),
              sep="\n", file=sys.stderr)
        return 3
    if messages[0]:
        print(messages[0], file=sys.stderr)
    return 1 if messages[0] else 0


if __name__ == "__main__":
    sys.exit(main())
