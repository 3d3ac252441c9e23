#!/usr/bin/env python3
"""Opens exported web pages in headless Chromium, a fresh one for each, over its debugging pipe.

    web_page_driver.py CHROMIUM JOBS.json ANSWERS.json

JOBS: [{"page": PATH, "images": [BASE64 of float32 CHW per task], "picture": {"width", "height", "rgb": BASE64}}, ...]. "picture" is
dropped onto the page as a PNG, and given to window.zipper.run() as an image. A job may say {"language": "de"},
{"plain": true} for a browser without WebAssembly, and {"camera": "denied" or "none"}. ANSWERS: for each job
{"outputs", "picture_outputs": numbers per task, "engine", "difference": of the page's own check,
 "shown": [{"title", "classes": [[name, share], ...]}] after the drop, "title", "subtitle": what the page says,
 "camera": {"says": the pictures a second, or the problem, "stopped": whether the camera can be opened again},
 "refused": whether the page, and a worker as it makes them, could not get at a server on this machine,
 "requests": addresses that were asked for, "complaints": what was written to the console, and what went wrong}.
"""
import base64
import http.server
import json
import os
import pathlib
import select
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib

PATIENCE = 120  # seconds for one answer
CAMERAS = {"works": ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
           "denied": ["--use-fake-device-for-media-stream", "--deny-permission-prompts"], "none": []}


class Browser:
    """Chromium, with one page at a time. Messages are JSON, each followed by a zero byte (see its DevTools protocol)."""

    def __init__(self, program, profile, options=()):
        to_child, self.out = os.pipe()
        self.inp, from_child = os.pipe()

        def place_pipes():  # above 4 first: one of them may be what the other is to become
            high = [os.dup(to_child), os.dup(from_child)]
            while min(high) < 5:
                high = [os.dup(fd) for fd in high]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--remote-debugging-pipe", f"--user-data-dir={profile}",
             *options, "about:blank"],
            close_fds=False, preexec_fn=place_pipes, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_child)
        os.close(from_child)
        self.rest, self.number, self.session = b"", 0, None
        self.answers, self.requests, self.complaints = {}, [], []

    def read(self, deadline):
        while b"\0" not in self.rest:
            if not select.select([self.inp], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise SystemExit("Chromium doesn't answer")
            part = os.read(self.inp, 1 << 20)
            if not part:
                raise SystemExit("Chromium has ended")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session="page", **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session == "page":
            session = self.session
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        return self.answer(self.number, method)

    def answer(self, number, method):
        """An event that comes meanwhile may make calls of its own: what answers others is kept for them."""
        deadline = time.monotonic() + PATIENCE
        while number not in self.answers:
            message = self.read(deadline)
            if "id" in message:
                self.answers[message["id"]] = message
            else:
                self.note(message)
        message = self.answers.pop(number)
        if "error" in message:
            raise SystemExit(f"{method}: {message['error']}")
        return message["result"]

    def note(self, event):
        """Keeps what a page asks for and complains about; its workers are listened to, too."""
        kind, about = event.get("method"), event.get("params", {})
        if kind == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"][:200])
        elif kind == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(about["exceptionDetails"])[:500])
        elif kind == "Runtime.consoleAPICalled":
            self.complaints.append(json.dumps(about["args"])[:500])
        elif kind == "Log.entryAdded":
            self.complaints.append(about["entry"]["text"][:500])
        elif kind == "Target.attachedToTarget" and event.get("sessionId"):
            self.listen(about["sessionId"])

    def listen(self, session):
        for method in ("Runtime.enable", "Log.enable", "Network.enable"):
            try:
                self.call(method, session)
            except SystemExit:
                pass  # workers have no log of their own
        self.call("Target.setAutoAttach", session, autoAttach=True, waitForDebuggerOnStart=True, flatten=True)
        self.call("Runtime.runIfWaitingForDebugger", session)

    def open(self, url, before=None):
        if self.session:
            self.call("Target.closeTarget", None, targetId=self.target)
        self.requests, self.complaints = [], []
        self.target = self.call("Target.createTarget", None, url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", None, targetId=self.target, flatten=True)["sessionId"]
        self.listen(self.session)
        self.call("Page.enable")
        if before:
            before()
        self.call("Page.navigate", url=url)
        self.wait_for("window.zipper !== undefined && document.readyState === 'complete'")

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(f"{expression[:200]}: {json.dumps(result['exceptionDetails'])[:1000]}")
        return result["result"].get("value")

    def wait_for(self, expression):
        deadline = time.monotonic() + PATIENCE
        while not self.evaluate(expression):
            if time.monotonic() > deadline:
                raise SystemExit(f"never: {expression}; complaints: {self.complaints}")
            time.sleep(0.02)

    def close(self):
        try:
            self.call("Browser.close", None)
        except (SystemExit, OSError):
            self.process.kill()
        self.process.wait()


def png(width, height, rgb):
    """A file with that image, three bytes a pixel."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + rgb[3 * width * y:3 * width * (y + 1)] for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


DROP = """(() => {
  const bytes = Uint8Array.from(atob("%s"), (c) => c.charCodeAt(0)), data = new DataTransfer();
  data.items.add(new File([bytes], "picture.png", {type: "image/png"}));
  document.getElementById("drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
})()"""
RUN = """(async () => {
  const numbers = %s.map((text) => new Float32Array(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer));
  return (await window.zipper.run(numbers)).map((output) => Array.from(output));
})()"""
RUN_PICTURE = """(async () => {
  const image = new Image();
  image.src = "data:image/png;base64,%s";
  await image.decode();
  return (await window.zipper.run(image)).map((output) => Array.from(output));
})()"""
SHOWN = """[...document.querySelectorAll("#answers article")].map((card) => ({title: card.querySelector("h3").textContent,
  classes: [...card.querySelectorAll("li")].map((row) => [row.querySelector(".name").textContent, row.querySelector(".share").textContent])}))"""
REFUSED = """(async () => {
  const code = "fetch('%s').then(() => postMessage('got it'), () => postMessage('refused'));";
  const inWorker = new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    worker.onmessage = ({data}) => resolve(data === "refused");
  });
  const inPage = fetch("%s", {mode: "no-cors"}).then(() => false, () => true);
  const image = new Promise((resolve) => Object.assign(new Image(), {onload: () => resolve(false), onerror: () => resolve(true), src: "%s"}));
  return (await Promise.all([inWorker, inPage, image])).every((is) => is);
})()"""


def try_camera(browser):
    browser.evaluate("document.getElementById('camera').click()")
    browser.wait_for("/ (pictures a second|Bilder pro Sekunde)/.test(document.getElementById('times').textContent) || "
                     "document.getElementById('problem').textContent !== ''")
    says = browser.evaluate("document.getElementById('problem').textContent || document.getElementById('times').textContent")
    browser.evaluate("document.getElementById('stop').click()")
    return {"says": says, "stopped": browser.evaluate("!document.getElementById('camera').hidden")}


def answers_of(browser, job, server):
    browser.open(pathlib.Path(job["page"]).resolve().as_uri())
    ready = browser.evaluate("window.zipper.ready")
    answers = {"engine": ready["engine"], "difference": ready["difference"]}
    answers["outputs"] = browser.evaluate(RUN % json.dumps(job["images"]))
    image = job["picture"]
    picture = base64.b64encode(png(image["width"], image["height"], base64.b64decode(image["rgb"]))).decode()
    answers["picture_outputs"] = browser.evaluate(RUN_PICTURE % picture)
    browser.evaluate(DROP % picture)
    browser.wait_for("document.getElementById('spoken').textContent !== ''")
    answers["shown"] = browser.evaluate(SHOWN)
    for name in ("title", "subtitle"):
        answers[name] = browser.evaluate(f"document.getElementById('{name}').textContent")
    answers["camera"] = try_camera(browser)
    answers["requests"], answers["complaints"] = list(browser.requests), list(browser.complaints)
    answers["refused"] = browser.evaluate(REFUSED % (server, server, server))
    return answers


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    program, jobs, target = sys.argv[1:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answers = []
    for job in json.loads(pathlib.Path(jobs).read_text()):
        language = job.get("language", "en-US")
        options = [f"--lang={language}", f"--accept-lang={language}", *CAMERAS[job.get("camera", "works")]]
        if job.get("plain"):
            options.append("--js-flags=--jitless")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            browser = Browser(program, profile, options)
            try:
                answers.append(answers_of(browser, job, f"http://127.0.0.1:{server.server_port}/"))
            finally:
                browser.close()
    pathlib.Path(target).write_text(json.dumps(answers))


if __name__ == "__main__":
    main()
