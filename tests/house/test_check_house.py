#!/usr/bin/env python3
"""The check itself must be able to fail: a tree with one mistake of each kind."""
import os
import pathlib
import tempfile
import unittest

import check_house


class TestCheckHouse(unittest.TestCase):
    def problems(self, files, first_line=check_house.LICENCE + "\n"):
        with tempfile.TemporaryDirectory() as root:
            for name, text in files.items():
                path = pathlib.Path(root, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(first_line + text)
            return list(check_house.problems(root))

    def test_accepts_what_is_right(self):
        self.assertEqual(self.problems({"core/data/a.cpp": '#include "core/network/b.h"\n#include <vector>\n',
                                        "app/cli/m.cpp": '#include "core/data/a.h"\n', "README.md": ""}), [])

    def test_finds_each_mistake(self):
        for name, text in [("core/data/a.cpp", "#include <QString>\n"), ("core/data/a.cpp", '#include "widgets/x.h"\n'),
                           ("widgets/w.cpp", '# include "app/x.h"\n'), ("notes.txt", ""),
                           ("core/network/a.h", '#include "core/session/session.h"\n'), ("core/odd/a.h", '#include "core/data/b.h"\n'),
                           ("widgets/plots/a.h", '#include "widgets/curves/b.h"\n'),
                           ("widgets/odd/a.h", '#include "widgets/style/b.h"\n')]:
            self.assertEqual(len(self.problems({name: text})), 1, (name, text))

    def test_finds_circles(self):
        circle = {"core/data/a.h": '#include "core/data/b.h"\n', "core/data/b.cpp": '#include "core/data/c.h"\n',
                  "core/data/c.h": '#include "core/data/a.h"\n', "core/data/d.h": '#include "core/data/a.h"\n'}
        found = self.problems(circle)
        self.assertEqual(len(found), 1, found)
        self.assertIn("core/data/a, core/data/b, core/data/c: include each other", found[0])
        circle["core/data/b.cpp"] = '#include "core/data/b.h"\n'
        self.assertEqual(self.problems(circle), [])

    def test_finds_json_that_nobody_checks(self):
        for text in ["auto j = nlohmann::json::parse(text);\n", "const Json j = Json::parse(text);\n",
                     "int n = json.at(\"n\").get<int>();\n", "j[0].get<std::uint64_t>()\n"]:
            self.assertEqual(len(self.problems({"core/data/a.cpp": text})), 1, text)
        self.assertEqual(self.problems({"core/data/a.cpp": "parseShallow(text, 2, where); std::get<0>(pair);\n"}), [])

    def test_finds_numbers_read_by_the_locale(self):
        for text in ["double d = std::stod(text);", "float f = strtof(s, &end);", "x = atof (text);"]:
            self.assertEqual(len(self.problems({"core/data/a.cpp": text + "\n"})), 1, text)
        self.assertEqual(self.problems({"core/data/a.cpp": "std::stoi(text); std::from_chars(a, b, d);\n"}), [])

    def test_finds_foreign_texts(self):
        for name, line in [
                ("app/cli/a.cpp", "std::cout << name << std::endl;"), ("app/cli/a.cpp", 'std::printf("%s", name.c_str());'),
                ("core/data/a.cpp", "std::cerr << path;"), ("core/report/a.cpp", "text = json.dump(2);"),
                ("widgets/log/a.cpp", "label->setText(QString::fromStdString(summary.name));"),
                ("widgets/log/a.cpp", "label->setText(QString::fromUtf8(bytes));"),
                ("app/workbench/a.cpp", "showError(this, text, QString(error.what()));"),
                ("widgets/log/a.cpp", "label->setTextFormat(Qt::RichText);"), ("widgets/log/a.cpp", "view->setHtml(text);"),
                ("widgets/log/a.cpp", "view->setWhatsThis(path);")]:
            self.assertEqual(len(self.problems({name: line + "\n"})), 1, line)

    def test_accepts_texts_that_are_harmless(self):
        for name, line in [
                ("app/cli/a.cpp", "printLine(name);"), ("app/cli/console.cpp", "std::cout << wholePrintable(line);"),
                ("app/cli/a.cpp", 'std::snprintf(buffer, sizeof buffer, "%d", 3);'),
                ("core/data/a.cpp", "// std::cout is for people"), ("core/report/a.cpp", "text = dumpJson(json, 2);"),
                ("widgets/log/a.cpp", "label->setText(style::shown(summary.name));"),
                ("widgets/log/a.cpp", "label->setText(QString::fromStdString(percentText(share)));"),
                ("app/workbench/a.cpp", "showError(this, text, style::shown(error.what()));"),
                ("widgets/log/a.cpp", "view->setHtml(text);  // foreign text: escaped in pageOf()")]:
            self.assertEqual(self.problems({name: line + "\n"}), [], line)

    def test_finds_a_source_without_licence(self):
        self.assertEqual(len(self.problems({"core/data/a.cpp": "#include <vector>\n"}, first_line="")), 1)


if __name__ == "__main__":
    os.environ["GIT_CEILING_DIRECTORIES"] = tempfile.gettempdir()
    unittest.main()
