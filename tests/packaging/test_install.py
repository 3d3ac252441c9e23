#!/usr/bin/env python3
"""Installs a build into a temporary folder and looks at what is there: all files and no others, manual pages that man
takes, completions that offer what --help names, and desktop files that the desktop takes.

    test_install.py BUILD_DIR
"""
import configparser
import gzip
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
APP = "org.zipperworkbench.ZipperWorkbench"
MIME = "application/x-zipper-session"
LESSON = "application/x-zipper-lesson"
ICON_SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]
EXPECTED = set(f"""
bin/zipper
bin/zipper-workbench
share/applications/{APP}.desktop
share/bash-completion/completions/zipper
share/bash-completion/completions/zipper-workbench
share/doc/zipper-workbench/changelog.gz
share/doc/zipper-workbench/copyright
share/fish/vendor_completions.d/zipper-workbench.fish
share/fish/vendor_completions.d/zipper.fish
share/icons/hicolor/scalable/apps/{APP}.svg
share/icons/hicolor/scalable/mimetypes/application-x-zipper-session.svg
share/man/man1/zipper-workbench.1.gz
share/man/man1/zipper.1.gz
share/metainfo/{APP}.metainfo.xml
share/mime/packages/zipper-workbench.xml
share/zipper-workbench/samples/README.md
share/zipper-workbench/samples/clothing.safetensors
share/zipper-workbench/samples/clothing/LICENSE
share/zipper-workbench/samples/digits.safetensors
share/zipper-workbench/samples/digits/LICENSE
share/zipper-workbench/samples/digits/t10k-images-idx3-ubyte.gz
share/zipper-workbench/samples/digits/t10k-labels-idx1-ubyte.gz
share/zipper-workbench/samples/digits/train-images-idx3-ubyte.gz
share/zipper-workbench/samples/digits/train-labels-idx1-ubyte.gz
share/zipper-workbench/samples/fashion.safetensors
share/zipper-workbench/samples/fashion/LICENSE
share/zipper-workbench/samples/fashion/classes.txt
share/zipper-workbench/samples/fashion/t10k-images-idx3-ubyte.gz
share/zipper-workbench/samples/fashion/t10k-labels-idx1-ubyte.gz
share/zipper-workbench/samples/fashion/train-images-idx3-ubyte.gz
share/zipper-workbench/samples/fashion/train-labels-idx1-ubyte.gz
share/zipper-workbench/samples/flowers.safetensors
share/zipper-workbench/samples/flowers/ATTRIBUTION.tsv
share/zipper-workbench/samples/flowers/LICENSE
share/zipper-workbench/samples/photographs.LICENSE
share/zsh/vendor-completions/_zipper
share/zsh/vendor-completions/_zipper-workbench
""".split())
for picture in (ROOT / "resources/samples").rglob("*.jpg"):
    EXPECTED.add(f"share/zipper-workbench/samples/{picture.relative_to(ROOT / 'resources/samples')}")
for size in ICON_SIZES:
    EXPECTED.add(f"share/icons/hicolor/{size}x{size}/apps/{APP}.png")
    EXPECTED.add(f"share/icons/hicolor/{size}x{size}/mimetypes/application-x-zipper-session.png")
ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen", MANWIDTH="80")


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, env=ENVIRONMENT, encoding="utf-8")


def options_in(text):
    """The options that a help describes: {"--align": ["none", ...]}, with the values where they are a set."""
    found = {}
    for line in re.findall(r"^  (-.*)", text, re.MULTILINE):
        names, _, rest = line.partition(" ")
        values = re.match(r"(?:TEXT|INT):\{([^}]*)\}", rest)
        for name in names.split(","):
            found[name] = values.group(1).split(",") if values else []
    return found


def commands_in(text):
    """The commands that a help names."""
    return re.findall(r"^  ([a-z]+) ", text.partition("Subcommands:")[2].partition("Example")[0], re.MULTILINE)


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.prefix = pathlib.Path(cls.folder.name) / "prefix"
        result = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        if result.returncode:
            raise AssertionError(result.stdout + result.stderr)
        cls.share = cls.prefix / "share"
        cls.zipper = cls.prefix / "bin/zipper"
        cls.help = run(cls.zipper, "--help").stdout
        cls.commands = commands_in(cls.help)
        cls.options, cls.inner, cls.sections = {}, {}, {}
        for command in cls.commands:
            text = run(cls.zipper, command, "--help").stdout
            cls.sections[command], cls.inner[command] = options_in(text), commands_in(text)
            cls.options[command] = dict(cls.sections[command])
            for name in cls.inner[command]:  # of a command with commands of its own: those of all of them
                cls.sections[f"{command} {name}"] = options_in(run(cls.zipper, command, name, "--help").stdout)
                cls.options[command].update(cls.sections[f"{command} {name}"])

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_file_is_there_and_no_other(self):
        found = {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if not path.is_dir()}
        self.assertEqual(found, EXPECTED)

    def test_everybody_may_read(self):
        for name in EXPECTED:
            mode = (self.prefix / name).stat().st_mode & 0o777
            self.assertEqual(oct(mode), oct(0o755 if name.startswith("bin/") else 0o644), name)

    def test_samples_are_those_of_the_program(self):
        written = pathlib.Path(self.folder.name) / "sample"
        for which in ("digits", "photographs"):
            self.assertEqual(run(self.zipper, "sample", "--which", which, "--out", written).returncode, 0)
        for path in written.rglob("*"):
            if path.is_file():
                installed = self.share / "zipper-workbench/samples" / path.relative_to(written)
                self.assertEqual(path.read_bytes(), installed.read_bytes(), path.name)

    def test_icons_have_their_sizes(self):
        for name in EXPECTED:
            if name.endswith(".png"):
                size = int(name.split("/")[3].partition("x")[0])
                self.assertEqual(struct.unpack(">II", (self.prefix / name).read_bytes()[16:24]), (size, size), name)

    def test_manual_pages_are_clean(self):
        for name in ("zipper", "zipper-workbench"):
            page = self.share / f"man/man1/{name}.1.gz"
            self.assertIn(f'"{name} - merge trained', run("lexgrog", page).stdout)
            result = run("man", "--warnings", "-l", page)
            self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_manual_pages_name_every_option(self):
        page = gzip.decompress((self.share / "man/man1/zipper.1.gz").read_bytes()).decode().replace("\\-", "-")
        self.assertGreater(len(self.commands), 9)
        for command, options in self.sections.items():
            part = re.search(rf'^\.SS "zipper {command}"\n(.*?)(?=^\.S[SH])', page, re.MULTILINE | re.DOTALL).group(1)
            for option in options:
                self.assertRegex(part, rf"\\fB{option}\\fR", command)
        page = gzip.decompress((self.share / "man/man1/zipper-workbench.1.gz").read_bytes()).decode().replace("\\-", "-")
        self.assertIn("\\fB--sample\\fR", page)

    def bash(self, function, *words):
        """What bash offers for the last of the words."""
        script = 'source "$1"; function=$2; shift 2; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); $function; printf "%s\\n" "${COMPREPLY[@]}"'
        file = self.share / "bash-completion/completions" / words[0]
        result = run("bash", "-c", script, "bash", file, function, *words)
        self.assertEqual(result.stderr, "")
        return result.stdout.split()

    def test_bash_completes_what_help_names(self):
        self.assertEqual(self.bash("_zipper", "zipper", ""), self.commands)
        self.assertEqual(set(self.bash("_zipper", "zipper", "-")), set(options_in(self.help)))
        for command, options in self.options.items():
            self.assertEqual(set(self.bash("_zipper", "zipper", command, "-")), set(options), command)
            if self.inner[command]:
                self.assertEqual(self.bash("_zipper", "zipper", command, ""), self.inner[command], command)
            for option, values in options.items():
                if values:
                    self.assertEqual(self.bash("_zipper", "zipper", command, option, ""), values, option)
        workbench = options_in(run(self.prefix / "bin/zipper-workbench", "--help").stdout.replace("-h, ", "-h,").replace("-v, ", "-v,"))
        self.assertIn("--sample", workbench)
        self.assertEqual(set(self.bash("_zipper_workbench", "zipper-workbench", "-")), set(workbench))

    def test_bash_completes_parts_of_words(self):
        self.assertEqual(self.bash("_zipper", "zipper", "merge", "--align", "=", "w"), ["weights"])
        self.assertEqual(self.bash("_zipper", "zipper", "merge", "--fisher", "="), ["true", "false"])
        self.assertEqual(self.bash("_zipper", "zipper", "bench", "--only", "onnx,s"), ["onnx,statistics", "onnx,session"])
        self.assertEqual(self.bash("_zipper", "zipper", "merge", "--steps", ""), [])
        self.assertEqual(self.bash("_zipper", "zipper", "merge", "--classes-a", "pos"), ["position"])

    def test_other_shells_complete_what_help_names(self):
        zsh = (self.share / "zsh/vendor-completions/_zipper").read_text(encoding="utf-8")
        fish = (self.share / "fish/vendor_completions.d/zipper.fish").read_text(encoding="utf-8")
        for command, options in self.options.items():
            part = re.search(rf"^        {command}\)\n(.*?) ;;$", zsh, re.MULTILINE | re.DOTALL).group(1)
            lines = [line for line in fish.split("\n") if f"__fish_seen_subcommand_from {command}'" in line]
            for option in options:
                self.assertRegex(part, rf"'(\([^)]*\))?{option}[=+\[]", command)
                name = "-l " + option[2:] if option.startswith("--") else "-s " + option[1:]
                self.assertTrue(any(f" {name} " in line for line in lines), f"{command} {option}")
        for shell, folder in (("zsh", "zsh/vendor-completions"), ("fish", "fish/vendor_completions.d")):
            for file in (self.share / folder).iterdir():
                result = run(shell, "-n", file)
                self.assertEqual((result.returncode, result.stderr), (0, ""), file)

    def test_other_shells_complete_the_workbench(self):
        help_text = run(self.prefix / "bin/zipper-workbench", "--help").stdout.replace("-h, ", "-h,").replace("-v, ", "-v,")
        zsh = (self.share / "zsh/vendor-completions/_zipper-workbench").read_text(encoding="utf-8")
        fish = (self.share / "fish/vendor_completions.d/zipper-workbench.fish").read_text(encoding="utf-8")
        page = gzip.decompress((self.share / "man/man1/zipper-workbench.1.gz").read_bytes()).decode().replace("\\-", "-")
        options = options_in(help_text)
        self.assertGreater(len(options), 6)
        for option in options:
            self.assertRegex(zsh, rf"'(\([^)]*\))?{option}[=\[]")
            self.assertRegex(fish, rf" -l {option[2:]} " if option.startswith("--") else rf" -s {option[1:]} ")
            self.assertIn(option, page)

    def test_the_window_says_that_there_is_no_display(self):
        environment = {name: value for name, value in ENVIRONMENT.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        for display in ({}, {"DISPLAY": ":987"}):
            ended = subprocess.run([self.prefix / "bin/zipper-workbench", "--sample"], capture_output=True, text=True,
                                   env=dict(environment, QT_QPA_PLATFORM="xcb", **display))
            self.assertEqual(ended.returncode, 1, ended.stderr)
            self.assertIn("zipper-workbench: error: no window can be opened", ended.stderr)
            self.assertNotIn("einstalling", ended.stderr)

    def test_the_window_says_what_cant_be_opened_at_once(self):
        for arguments, words in ((["--nonsense"], "nonsense"), (["a.zipper", "b.zipper"], "one session"),
                                 (["--sample", "-a", "a.pt"], "name one of the three")):
            ended = subprocess.run([self.prefix / "bin/zipper-workbench", *arguments], capture_output=True, text=True,
                                   env=dict(ENVIRONMENT, QT_QPA_PLATFORM="offscreen"), timeout=60)
            self.assertEqual(ended.returncode, 2, ended.stderr)
            self.assertRegex(ended.stderr, f"(?m)^zipper-workbench: error: .*{words}")

    def test_the_manual_tells_the_exit_status(self):
        page = gzip.decompress((self.share / "man/man1/zipper.1.gz").read_bytes()).decode()
        self.assertRegex(page, r"\n\.SH EXIT STATUS\n\.TP\n\\fB0\\fR\ndone\n(.*\n)*\.TP\n\\fB130\\fR\ninterrupted")

    def test_options_have_a_text_of_their_own(self):
        page = gzip.decompress((self.share / "man/man1/zipper.1.gz").read_bytes()).decode().replace("\\-", "-")
        for option, text in (("--bn", "Batch normalization"), ("--trunk", ""), ("--optimizer", "")):
            term = re.search(rf"^\.TP\n\\fB{option}\\fR([^\n]*)\n(.+)$", page, re.MULTILINE)
            self.assertIsNotNone(term, option)
            self.assertTrue(term.group(2).startswith(text) and len(term.group(1)) < 40, term.group(0))

    def test_the_desktop_takes_its_files(self):
        desktop = self.share / f"applications/{APP}.desktop"
        self.assertEqual(run("desktop-file-validate", desktop).stdout, "")
        findings = run("appstreamcli", "validate", "--no-net", self.share / f"metainfo/{APP}.metainfo.xml").stdout
        self.assertIn("alidation", findings)
        # Debian 13's asks for a homepage, and there is none.
        self.assertEqual(re.findall(r"^[EW]: (?!.*url-homepage-missing).*", findings, re.MULTILINE), [])
        entry = configparser.ConfigParser(interpolation=None, strict=True)
        entry.optionxform = str
        entry.read(desktop, encoding="utf-8")
        entry = entry["Desktop Entry"]
        self.assertEqual(entry["Exec"], "zipper-workbench %f")
        self.assertEqual((entry["Icon"], entry["MimeType"]), (APP, MIME + ";" + LESSON + ";"))
        mime = xml.etree.ElementTree.parse(self.share / "mime/packages/zipper-workbench.xml").getroot()[0]
        space = "{http://www.freedesktop.org/standards/shared-mime-info}"
        self.assertEqual((mime.get("type"), mime.find(space + "glob").get("pattern")), (MIME, "*.zipper"))
        self.assertEqual(mime.find(space + "icon").get("name"), MIME.replace("/", "-"))
        lesson = xml.etree.ElementTree.parse(self.share / "mime/packages/zipper-workbench.xml").getroot()[1]
        self.assertEqual((lesson.get("type"), lesson.find(space + "glob").get("pattern")), (LESSON, "*.zipperlesson"))
        self.assertEqual([one.text for one in metainfo().findall("provides/mediatype")], [MIME, LESSON])

    def test_all_name_the_same_release(self):
        version = run(self.zipper, "--version").stdout.split()[1]
        headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
        releases = [release.get("version") for release in metainfo().iter("release")]
        self.assertEqual(headings, releases)
        self.assertEqual(headings[0], version)
        debian = gzip.decompress((self.share / "doc/zipper-workbench/changelog.gz").read_bytes()).decode()
        self.assertTrue(debian.startswith(f"zipper-workbench ({version}) "), debian[:60])


def metainfo():
    return xml.etree.ElementTree.parse(ROOT / f"packaging/{APP}.metainfo.xml").getroot()


if __name__ == "__main__":
    BUILD = sys.argv.pop(1)
    unittest.main()
