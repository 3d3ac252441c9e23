"""Where names, paths and values from files of strangers may be shown: each place has one function that makes them
harmless, and this finds lines that go around it. A line that must is marked with a comment `// foreign text: why`.
"""
import re

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# Functions of ours whose texts are numbers, names of choices and sentences of the program.
OWN_TEXTS = ("toString|roughDuration|withThousands|fixedNumber|durationText|percentText|shortestNumber|numbersText|bytesText|pointsText|"
             "layersToString|taskName|taskCapital|stepTitle|describeCurrentException|wholePrintable|printable|zipper::csvField")
RICH = {"widgets/explain/explain_panel.cpp", "widgets/help/formats_dialog.cpp", "widgets/layers/layer_totals.cpp",
        "widgets/recipe/initialization_row.cpp", "app/workbench/main_window_run.cpp"}

# (files that the rule is about, files that are the place itself, pattern, what to do)
RULES = [
    # snippet_cpp.cpp holds the text of a program that is not this one.
    (r"(app/cli|core)/", {"app/cli/console.cpp", "app/cli/standard_output.cpp", "core/data/library_output.cpp",
                          "core/exports/snippet_cpp.cpp"},
     re.compile(r"std::(cout|cerr|clog)\b|(?<!sn)(?<!vsn)\b(std::)?(printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|"
                r"fputc|putc|perror)\s*\(|\bSTD(OUT|ERR)_FILENO\s*,"),
     "write with printLine(), tellLine() or printJson() of app/cli/console.h"),
    (r"(core|app|widgets)/", {"core/support/json_reader.h"}, re.compile(r"\.dump\("),
     "write JSON with dumpJson() of core/support/json_reader.h: a name that isn't UTF-8 makes dump() throw"),
    (r"(app/workbench|widgets)/", {"widgets/style/plain_text.cpp", "widgets/style/table_values.cpp"},
     re.compile(r"QString::from(StdString|Utf8|Local8Bit)\((?!(" + OWN_TEXTS + r")\()"
                r"(?=[^)])(?!.*readAll)"),
     "use style::shown() for what people see, style::unchanged() for what goes back into the engine "
     "(widgets/style/plain_text.h)"),
    (r"(app/workbench|widgets)/", set(), re.compile(r"^(?!.*\b(shown|engineText)\(\w+\.what).*\b(QString|arg|setText|show\w*|tr|tell|warned|failed)\(.*\.what\(\)"),
     "show an error's message with style::engineText()"),
    (r"(app/workbench|widgets)/", RICH | {"widgets/style/plain_text.cpp"},
     re.compile(r"Qt::(RichText|AutoText|MarkdownText)|\b(setHtml|insertHtml|appendHtml|setMarkdown)\(|\bQStaticText\b|"
                r"\bQTextDocument\b"),
     "texts are plain (style::showTextsPlainly()); markup is for the files that tests/house/foreign_texts.py names"),
    (r"(app/workbench|widgets)/", set(),
     re.compile(r"setWhatsThis\((?!$|.*(tr\(|help|toolTip\(\)|accessibleName|\bname\)|text\)|sentence|tip\)))"),
     "\"What's This?\" shows markup: give it a text of the program's own"),
]


def problems_of(path, text):
    """Lines of a source file that show a foreign text without the function for that place."""
    rules = [rule for rule in RULES if re.match(rule[0], path) and path not in rule[1]]
    for number, line in enumerate(text.split("\n"), 1):
        if "// foreign text: " in line:
            continue
        code = STRING.sub('""', line).split("//")[0]
        for _, _, pattern, advice in rules:
            if pattern.search(code):
                yield f"{path}:{number}: {line.strip()[:80]}: {advice}"
