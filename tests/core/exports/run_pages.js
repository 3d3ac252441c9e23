// Opens pages in headless Chromium: node run_pages.js CHROMIUM MODULES FOLDER PAGE...
// PAGE: a path in FOLDER with its query, "a/classify.html?image=photo.png". What they load from the network of npm's
// packages comes from MODULES. Prints a JSON list: of each page what its element "answers" says in the end.
const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");
const {spawn} = require("child_process");
const [chromium, modules, folder, ...pages] = process.argv.slice(2);
const network = "https://cdn.jsdelivr.net/npm/";
const types = {".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".png": "image/png",
               ".wasm": "application/wasm"};

// Tells the server what the page says, as soon as that isn't what it said in the beginning.
const reporter = `<script>
new MutationObserver(() => fetch("/answers", {method: "POST", body: document.getElementById("answers").textContent}))
    .observe(document.getElementById("answers"), {childList: true});
</script>
`;
let answered = () => {};

// "/npm/@scope/name@1.2.3/dist/x.js" is the file of an installed package.
function fileOf(url) {
  const name = decodeURIComponent(new URL(url, "http://localhost").pathname);
  if (!name.startsWith("/npm/")) return path.join(folder, name);
  return path.join(modules, "node_modules", name.slice(5).replace(/(.)@[^/]*/, "$1"));
}

function give(file, response) {
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const bytes = fs.readFileSync(file);
  response.writeHead(200, {"Content-Type": types[path.extname(file)] || "application/octet-stream"});
  if (!file.endsWith(".html")) return response.end(bytes);
  response.end(bytes.toString().replaceAll(network, "/npm/").replace('<script type="module">', reporter + "$&"));
}

const server = http.createServer((request, response) => {
  if (request.method !== "POST") return give(fileOf(request.url), response);
  let text = "";
  request.on("data", (part) => text += part);
  request.on("end", () => {
    response.end();
    answered(text);
  });
});

// What a page says; empty if it says nothing in a minute.
async function answersOf(page, port) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "pages-"));
  // Without WebGL: where the processor draws, its shaders take five seconds to compile.
  const options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-software-rasterizer",
                   "--remote-debugging-port=0", "--user-data-dir=" + profile, `http://127.0.0.1:${port}/${page}`];
  const browser = spawn(chromium, options, {detached: true, stdio: "ignore"});
  const ended = new Promise((resolve) => browser.on("close", resolve).on("error", resolve));
  const text = await Promise.race([
    new Promise((resolve) => answered = resolve), ended.then(() => ""),
    new Promise((resolve) => setTimeout(resolve, 60000, "").unref())
  ]);
  if (browser.exitCode === null && browser.pid) process.kill(-browser.pid, "SIGKILL");
  await ended;
  fs.rmSync(profile, {recursive: true, force: true, maxRetries: 10});
  return text;
}

server.listen(0, "127.0.0.1", async () => {
  const answers = [];
  for (const page of pages) answers.push(await answersOf(page, server.address().port));
  console.log(JSON.stringify(answers));
  server.close();
  server.closeAllConnections();
});
