// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

// What the page says. Entries with parameters are functions.
const TEXTS = {
  en: {
    title: (names) => (names.length > 1 ? `${names.length} tasks, one network` : names[0]),
    subtitle: (names) =>
      (names.length > 1 ? "Show it a picture and all tasks answer at once." : "Show it a picture and it answers.") +
      " Everything is computed in this browser: pictures don't leave this device.",
    picture: "Picture", answers: "Answers",
    hint: "Drop a picture here, paste one, choose a file or open the camera.",
    choose: "Choose a picture…", camera: "Open the camera", stop: "Stop the camera",
    loading: "The network is being prepared…", waiting: "No picture yet.",
    crop: "The network sees the bright square.",
    view: (spoken) => `The picture. ${spoken}`, live: "Live picture of the camera.",
    task: (letter) => `Task ${letter.toUpperCase()}`,
    background: "background", class: (i) => `class ${i}`,
    features: (n) => `It has no classes: it puts out ${n} features.`,
    shared: (ms) => `shared part ${ms}`, total: (ms) => `together ${ms}`, rate: (fps) => `${fps} pictures a second`,
    notPicture: "This file can't be read as a picture.",
    noFile: "No picture file was dropped. Save the picture first, then drop its file.",
    noCamera: "There is no camera that this page may use.",
    noPermission: "The browser doesn't permit the camera. Allow it for this page, then try again.",
    cameraBusy: "The camera can't be opened. Perhaps another program uses it.",
    cameraEnded: "The camera has ended.", cameraOn: "The camera is on.",
    failed: (message) => `The network can't be computed in this browser: ${message}`,
    differs: "Caution: this browser's answers to a test image aren't those of the program that wrote this page.",
    about: "About this network",
    columns: ["Task", "Architecture", "Input", "Classes"],
    input: (size, channels) => `${size}\u00a0×\u00a0${size}, ${channels === 1 ? "grey" : "colour"}`,
    weights: "Weights", weightsText: (count, bytes, precision) => `${count} numbers as ${precision}, ${bytes}`,
    sharing: "Sharing", sharingText: (percent) => `${percent} of the weights serve several tasks and are stored once`,
    engine: "Computed by", writer: "Written by", checked: "Checked",
    checkedText: (difference) =>
      "Before this page was saved, it was read back and its answers were compared with those of the network. " +
      `In this browser, the answers to a test image differ from the program's by at most ${difference} of the largest.`,
  },
  de: {
    title: (names) => (names.length > 1 ? `${names.length} Aufgaben, ein Netz` : names[0]),
    subtitle: (names) => (names.length > 1 ? "Zeig ihm ein Bild, und alle Aufgaben antworten zugleich."
      : "Zeig ihm ein Bild, und es antwortet.") +
      " Alles wird in diesem Browser berechnet: Bilder verlassen dieses Gerät nicht.",
    picture: "Bild", answers: "Antworten",
    hint: "Zieh ein Bild hierher, füg eins ein, wähl eine Datei oder öffne die Kamera.",
    choose: "Bild wählen …", camera: "Kamera öffnen", stop: "Kamera beenden",
    loading: "Das Netz wird vorbereitet …", waiting: "Noch kein Bild.",
    crop: "Das Netz sieht das helle Quadrat.",
    view: (spoken) => `Das Bild. ${spoken}`, live: "Livebild der Kamera.",
    task: (letter) => `Aufgabe ${letter.toUpperCase()}`,
    background: "Hintergrund", class: (i) => `Klasse ${i}`,
    features: (n) => `Es hat keine Klassen: Es gibt ${n} Merkmale aus.`,
    shared: (ms) => `gemeinsamer Teil ${ms}`, total: (ms) => `zusammen ${ms}`,
    rate: (fps) => `${fps} Bilder pro Sekunde`,
    notPicture: "Diese Datei lässt sich nicht als Bild lesen.",
    noFile: "Es wurde keine Bilddatei abgelegt. Speichere das Bild zuerst und zieh dann die Datei hierher.",
    noCamera: "Es gibt keine Kamera, die diese Seite verwenden darf.",
    noPermission: "Der Browser erlaubt die Kamera nicht. Erlaub sie für diese Seite und versuch es noch einmal.",
    cameraBusy: "Die Kamera lässt sich nicht öffnen. Vielleicht verwendet sie ein anderes Programm.",
    cameraEnded: "Die Kamera ist beendet.", cameraOn: "Die Kamera ist an.",
    failed: (message) => `Das Netz lässt sich in diesem Browser nicht berechnen: ${message}`,
    differs: "Vorsicht: Die Antworten dieses Browsers auf ein Testbild sind nicht die des Programms, das diese Seite " +
      "geschrieben hat.",
    about: "Über dieses Netz",
    columns: ["Aufgabe", "Architektur", "Eingabe", "Klassen"],
    input: (size, channels) => `${size}\u00a0×\u00a0${size}, ${channels === 1 ? "grau" : "farbig"}`,
    weights: "Gewichte", weightsText: (count, bytes, precision) => `${count} Zahlen als ${precision}, ${bytes}`,
    sharing: "Gemeinsam",
    sharingText: (percent) => `${percent} der Gewichte dienen mehreren Aufgaben und sind einmal gespeichert`,
    engine: "Berechnet von", writer: "Geschrieben von", checked: "Geprüft",
    checkedText: (difference) =>
      "Bevor diese Seite gespeichert wurde, wurde sie zurückgelesen, und ihre Antworten wurden mit denen des Netzes " +
      "verglichen. In diesem Browser weichen die Antworten auf ein Testbild von denen des Programms um höchstens " +
      `${difference} der größten ab.`,
  },
};
