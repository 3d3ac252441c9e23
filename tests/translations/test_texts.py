#!/usr/bin/env python3
"""The texts of the window in each language: none is missing, all keep what the program puts in, buttons and menus keep their
keys, and none is so much longer than the English one that it breaks a layout.

    test_texts.py
"""
import pathlib
import re
import unicodedata
import unittest
import xml.etree.ElementTree as ElementTree

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "translations"
# Language: (plural forms, columns that a short text may take: a factor and what is added).
LANGUAGES = {"de": (2, 2.0, 16), "zh_TW": (1, 1.3, 14)}
SHORT = 40  # columns: labels, buttons, menu entries, headings
# In these languages a key of the keyboard stands behind the text, in brackets.
KEYS_BEHIND = {"zh_TW"}


def columns(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text.replace("&", ""))


def placeholders(text):
    return set(re.findall(r"%L?[1-9]|%n", text))


def tags(text):
    return set(re.findall(r"</?[a-z]\w*", text))


def keys(text):
    return [] if "&lt;" in text or "&amp;" in text else re.findall(r"&[^&\s]", text)


def messages(language):
    """{(context, source, comment): ([translation, ...], is plural, state)}"""
    found = {}
    for context in ElementTree.parse(FOLDER / f"zipper-workbench_{language}.ts").getroot().findall("context"):
        name = context.findtext("name")
        for message in context.findall("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            texts = [form.text or "" for form in translation.findall("numerusform")] if plural else [translation.text or ""]
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            found[key] = (texts, plural, translation.get("type"))
    return found


class Texts(unittest.TestCase):
    def check(self, wrong):
        self.assertFalse(wrong, f"{len(wrong)} texts, the first of them:\n" + "\n".join(str(line) for line in wrong[:20]))

    def each(self):
        """language, source, translation, for each form"""
        for language in LANGUAGES:
            for (_, source, _), (texts, _, _) in messages(language).items():
                for text in texts:
                    yield language, source, text

    def test_languages_are_those_of_the_folder(self):
        files = {path.stem.removeprefix("zipper-workbench_") for path in FOLDER.glob("*.ts")}
        self.assertEqual(files, set(LANGUAGES) | {"en"})

    def test_none_is_missing(self):
        wrong = []
        for language, (plurals, _, _) in LANGUAGES.items():
            for (context, source, _), (texts, plural, state) in messages(language).items():
                if state or not all(texts) or len(texts) != (plurals if plural else 1):
                    wrong.append((language, context, source, state, texts))
        self.check(wrong)

    def test_contexts_are_those_that_the_program_asks_for(self):
        """lupdate loses the class behind some constructs: such texts are found in no language."""
        self.check([key for language in LANGUAGES for key in messages(language) if key[0] in ("", "zipper")])

    def test_all_languages_have_the_same_texts(self):
        first, *others = LANGUAGES
        for other in others:
            self.assertEqual(set(messages(first)), set(messages(other)))

    def test_english_plurals_are_there(self):
        wrong = [(context, source) for (context, source, _), (texts, plural, state) in messages("en").items()
                 if state or not plural or len(texts) != 2 or not all(texts)]
        self.check(wrong)

    def test_what_is_put_in_stays(self):
        # A number that there is only one of may be said in words.
        wrong = [line for line in self.each()
                 if placeholders(line[1]) - {"%n"} != placeholders(line[2]) - {"%n"}
                 or "%n" in line[2] and "%n" not in line[1]]
        self.check(wrong)

    def test_markup_stays(self):
        self.check([line for line in self.each() if tags(line[1]) != tags(line[2])])

    def test_keys_stay(self):
        wrong = []
        for language, source, text in self.each():
            there = len(keys(source)) == len(keys(text))
            if language in KEYS_BEHIND and keys(source):
                there = there and re.search(r"\(&(?:[A-Z0-9]|%[1-9])\)(…|:|：)?$", text) is not None
            if not there:
                wrong.append((language, source, text))
        self.check(wrong)

    def test_dots_stay(self):
        """Those of a command that asks something first."""
        self.check([line for line in self.each() if line[1].endswith("…") != line[2].endswith("…")])

    def test_short_ones_are_short(self):
        wrong = []
        for language, source, text in self.each():
            _, factor, added = LANGUAGES[language]
            if columns(source) <= SHORT and "|" not in source + text and columns(text) > factor * columns(source) + added:
                wrong.append((language, columns(source), columns(text), source, text))
        self.check(wrong)


if __name__ == "__main__":
    unittest.main()
