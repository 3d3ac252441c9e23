// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// Takes pictures from files, the clipboard and the camera, and shows what the worker (worker.js) answers.

const worker = new Worker(URL.createObjectURL(new Blob([$("runtime").textContent], {type: "text/javascript"})));
const waiting = new Map();
let requests = 0;

function ask(request, transfer = []) {
  return new Promise((resolve, reject) => {
    waiting.set(++requests, {resolve, reject});
    worker.postMessage({...request, id: requests}, transfer);
  });
}

worker.onmessage = ({data}) => {
  const {resolve, reject} = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error === undefined) resolve(data); else reject(new Error(data.error));
};
worker.onerror = (event) => {
  for (const {reject} of waiting.values()) reject(new Error(event.message || "worker"));
  waiting.clear();
};

/// The outputs of each task, {outputs, times, shared}. `input`: a picture (an image, canvas, video or bitmap), or the
/// network's own numbers, a Float32Array CHW, normalized, for all tasks or a list with one per task.
async function compute(input) {
  await ready;
  const isNumbers = input instanceof Float32Array || Array.isArray(input);
  const images = !isNumbers ? picturesFor(input) : Array.isArray(input) ? input : network.tasks.map(() => input);
  return ask({images});
}

function problem(sentence) {
  $("problem").textContent = sentence;
}

const attempt = (work) => work.catch((error) => problem(T.failed(error.message)));
let latest = 0;

async function answer(file) {
  stopCamera();
  problem("");
  const turn = ++latest;
  const picture = await createImageBitmap(file).catch(() => null);
  if (turn !== latest) return;
  if (!picture) return problem(T.notPicture);
  show(picture);
  const result = await compute(picture);
  if (turn !== latest) return;
  const spoken = showAnswers(result);
  $("spoken").textContent = spoken;
  $("view").setAttribute("aria-label", T.view(spoken));
}

let camera = null;

function stopCamera() {
  if (!camera) return;
  camera.getTracks().forEach((track) => track.stop());
  camera = null;
  $("camera").hidden = false;
  $("stop").hidden = true;
}

async function startCamera() {
  problem("");
  const turn = ++latest, video = Object.assign(document.createElement("video"), {muted: true, playsInline: true});
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({video: {facingMode: "environment"}});
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stream?.getTracks().forEach((track) => track.stop());
    const sentences = {NotAllowedError: T.noPermission, NotReadableError: T.cameraBusy, AbortError: T.cameraBusy};
    return problem(sentences[error.name] || T.noCamera);
  }
  if (turn !== latest) return stream.getTracks().forEach((track) => track.stop());
  camera = stream;
  stream.getVideoTracks()[0].onended = () => (camera === stream ? (stopCamera(), problem(T.cameraEnded)) : undefined);
  $("camera").hidden = true;
  $("stop").hidden = false;
  if (document.activeElement === document.body) $("stop").focus();
  $("spoken").textContent = T.cameraOn;
  $("view").setAttribute("aria-label", T.live);
  watch(stream, video);
}

/// Draws each frame, and computes the next one as soon as the last one is answered; neither in a hidden tab.
function watch(stream, video) {
  let busy = false, before = 0, smooth = null;
  const frame = async () => {
    if (camera !== stream) return;
    requestAnimationFrame(frame);
    if (!video.videoWidth) return;
    show(video);
    if (busy) return;
    busy = true;
    const result = await compute(video).catch((error) => (stopCamera(), problem(T.failed(error.message))));
    busy = false;
    if (camera !== stream || !result) return;
    const now = performance.now(), {times, shared} = result, found = [shared, now - before, ...times];
    smooth = smooth ? smooth.map((old, i) => old + 0.1 * (found[i] - old)) : before ? found : null;
    before = now;
    const [part, between, ...each] = smooth ?? [shared, 0, ...times];
    showAnswers({...result, shared: part, times: each}, between ? 1000 / between : 0);
  };
  requestAnimationFrame(frame);
}

function listen() {
  $("choose").onclick = () => $("file").click();
  $("file").onchange = ({target}) => {
    if (target.files[0]) attempt(answer(target.files[0]));
    target.value = "";  // the same file may be chosen again
  };
  $("camera").onclick = () => attempt(startCamera());
  $("stop").onclick = () => (stopCamera(), $("camera").focus());
  const over = (is) => $("drop").classList.toggle("over", is);
  document.ondragover = (event) => (event.preventDefault(), over(true));
  document.ondragleave = (event) => event.relatedTarget || over(false);
  document.ondrop = (event) => {
    event.preventDefault();
    over(false);
    const file = event.dataTransfer.files[0];
    if (file) attempt(answer(file)); else problem(T.noFile);
  };
  document.onpaste = ({clipboardData}) => {
    const file = [...clipboardData.files].find(({type}) => type.startsWith("image/"));
    if (file) attempt(answer(file));
  };
}

document.documentElement.lang = language;
document.title = network.tasks.length > 1 ? titles.join(" + ") : titles[0];
for (const [id, text] of [["title", T.title(titles)], ["subtitle", T.subtitle(titles)], ["picture-heading", T.picture],
  ["answers-heading", T.answers], ["hint", T.hint], ["choose", T.choose], ["camera", T.camera], ["stop", T.stop],
  ["about-heading", T.about], ["note", T.loading]]) $(id).textContent = text;
$("title").dir = "auto";
listen();
describeTasks();

const ready = ask({network, weights: $("weights").textContent}).then((loaded) => {
  if ($("note").textContent === T.loading) $("note").textContent = "";
  if (!(loaded.difference < 1e-4)) problem(T.differs);
  describeNetwork(loaded);
  return loaded;
});
ready.catch((error) => problem(T.failed(error.message)));

/// For tests and for curious people: zipper.run(picture or numbers), see compute(), gives the outputs of each task.
window.zipper = Object.freeze({run: (input) => compute(input).then(({outputs}) => outputs), ready});
