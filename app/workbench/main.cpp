// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <cstdlib>

#include "app/workbench/data_folder.h"
#include "app/workbench/main_window.h"
#include "app/workbench/settings_guard.h"
#include "core/support/passive_waiting.h"
#include "core/support/printable.h"
#include "core/support/process_start.h"
#include "core/support/version.h"
#include "widgets/log/log_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/indicator_style.h"

namespace {

/// What was asked for on the command line.
struct Request {
  QString session, modelA, modelB, dataA, dataB;
  bool sample = false;
};

[[noreturn]] void endOnWrongUsage(const QString& problem) {
  std::fprintf(stderr, "zipper-workbench: error: %s\nRun with --help for more information.\n",
               zipper::printable(problem.toStdString()).c_str());
  std::exit(2);
}

/// Nobody gets less than was asked for.
void checkUsage(const QCommandLineParser& parser) {
  const auto networks = {"a", "b", "data-a", "data-b"};
  const bool fromFiles =
      std::any_of(networks.begin(), networks.end(), [&](const char* name) { return parser.isSet(name); });
  if (parser.positionalArguments().size() > 1) endOnWrongUsage("one session at most can be opened");
  if (int(fromFiles) + int(parser.isSet("sample")) + int(parser.positionalArguments().size()) > 1)
    endOnWrongUsage("a session, networks with their data or the sample can be opened: name one of the three");
}

Request parse(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QCoreApplication::translate("main", "Merge two trained MobileNets into one multitask network, and watch."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("session", QCoreApplication::translate("main", "A session (.zipper) to open"),
                               "[SESSION]");
  const auto option = [&parser](const char* name, const QString& text, const char* value) {
    parser.addOption(QCommandLineOption(name, text, value));
  };
  option("a", QCoreApplication::translate("main", "Network of task A"), "MODEL");
  option("b", QCoreApplication::translate("main", "Network of task B"), "MODEL");
  option("data-a", QCoreApplication::translate("main", "Folder with the images of task A"), "DATASET");
  option("data-b", QCoreApplication::translate("main", "Folder with the images of task B"), "DATASET");
  parser.addOption(QCommandLineOption("sample", QCoreApplication::translate("main", "Open the embedded sample")));
  if (!parser.parse(arguments)) endOnWrongUsage(parser.errorText());
  parser.process(arguments);  // help and version
  checkUsage(parser);
  return {parser.positionalArguments().value(0),
          parser.value("a"),
          parser.value("b"),
          parser.value("data-a"),
          parser.value("data-b"),
          parser.isSet("sample")};
}

QString absolute(const QString& path) { return path.isEmpty() ? path : QDir::current().absoluteFilePath(path); }

void open(zipper::MainWindow& window, const Request& request) {
  if (request.sample) return window.openSample();
  if (!request.session.isEmpty()) return window.openSession(absolute(request.session));
  window.files().openWhenComplete({absolute(request.modelA), absolute(request.modelB)},
                                  {absolute(request.dataA), absolute(request.dataB)});
}

void name() {
  QCoreApplication::setApplicationName("zipper-workbench");
  QCoreApplication::setApplicationVersion(QString::fromLatin1(zipper::version));
  QCoreApplication::setOrganizationName("Zipper Workbench");
}

/// The texts of Qt and of the program in the user's language, as long as the application lives. Numbers are written the
/// same everywhere: as in reports, recipes and on the command line.
void speakUsersLanguage() {
  auto* qtTexts = new QTranslator(QCoreApplication::instance());
  auto* ownTexts = new QTranslator(QCoreApplication::instance());
  if (qtTexts->load(QLocale(), "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(qtTexts);
  if (ownTexts->load(QLocale(), "zipper-workbench", "_", ":/i18n") || ownTexts->load(":/i18n/zipper-workbench_en.qm"))
    QCoreApplication::installTranslator(ownTexts);
  QLocale::setDefault(QLocale(QLocale::English));
}

/// Qt prints help and version, and doesn't look whether they come out.
void failOnBrokenOutput() {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
  std::fputs("zipper-workbench: error: standard output can't be written\n", stderr);
  std::_Exit(1);
}

/// Help and version are also told where there is no display. Doesn't come back if one of them was asked for.
void tellWithoutDisplay(int argc, char** argv) {
  const auto asks = [](const char* text) {
    return QByteArrayList{"-h", "--help", "--help-all", "-v", "--version"}.contains(text);
  };
  if (std::none_of(argv + 1, argv + argc, asks)) return;
  std::atexit(failOnBrokenOutput);
  const QCoreApplication app(argc, argv);
  speakUsersLanguage();
  parse(QCoreApplication::arguments());
}

/// Where Qt finds no display it advises to reinstall and aborts: what stands here helps more.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type != QtFatalMsg) {
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return;
  }
  std::fputs(
      "zipper-workbench: error: no window can be opened: there is no display that can be reached (DISPLAY, "
      "WAYLAND_DISPLAY); start it in a desktop session, or use the command line: zipper --help\n",
      stderr);
  std::_Exit(1);
}

void describe() {
  QApplication::setApplicationDisplayName("Zipper Workbench");
  QApplication::setDesktopFileName("org.zipperworkbench.ZipperWorkbench");
  QApplication::setWindowIcon(QIcon(":/icons/zipper-workbench.svg"));
  QApplication::setStyle(new zipper::style::IndicatorStyle);
}

}  // namespace

int main(int argc, char** argv) {
  zipper::prepareProcess("zipper-workbench");
  zipper::waitPassively(argv);
  name();
  tellWithoutDisplay(argc, argv);
  qInstallMessageHandler(endWithoutDisplay);
  QApplication app(argc, argv);
  qInstallMessageHandler(nullptr);
  std::setlocale(LC_NUMERIC, "C");  // Qt set the user's: libraries would read 0.5 as 0 where people write commas
  describe();
  speakUsersLanguage();
  const Request request = parse(QApplication::arguments());
  const QString aside = zipper::guardSettings();
  const zipper::DataFolder home(
      QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
      QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + '/' + QApplication::organizationName());
  zipper::MainWindow window({home.path() + "/sample", home.path() + "/recovery"});
  for (const QString& doubt : {aside, home.doubt()})
    if (!doubt.isEmpty()) window.panels().log->append(zipper::LogLevel::Warning, doubt);
  window.show();
  if (!home.doubt().isEmpty())
    zipper::style::showError(&window, QCoreApplication::translate("main", "Not everything can be kept."), home.doubt());
  open(window, request);
  window.offerRecovery();
  return QApplication::exec();
}
