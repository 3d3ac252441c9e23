// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
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
#include <string>
#include <vector>

#include "app/workbench/arguments.h"
#include "app/workbench/data_folder.h"
#include "app/workbench/main_window.h"
#include "app/workbench/settings_guard.h"
#include "core/support/passive_waiting.h"
#include "core/support/printable.h"
#include "core/support/process_start.h"
#include "core/support/version.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/indicator_style.h"

namespace {

[[noreturn]] void endOnWrongUsage(const QString& problem) {
  std::fprintf(stderr, "zipper-workbench: error: %s\nRun with --help for more information.\n",
               zipper::printable(problem.toStdString()).c_str());
  std::exit(2);
}

zipper::Arguments parse(const QStringList& arguments) {
  QString problem;
  zipper::Arguments read = zipper::readArguments(arguments, problem);
  if (!problem.isEmpty()) endOnWrongUsage(problem);
  return read;
}

QString absolute(const QString& path) { return path.isEmpty() ? path : QDir::current().absoluteFilePath(path); }

QStringList absolute(const QStringList& paths) {
  QStringList all;
  for (const QString& path : paths) all << absolute(path);
  return all;
}

void open(zipper::MainWindow& window, const zipper::Arguments& asked) {
  if (asked.sample) return window.openSample(*asked.sample);
  if (!asked.session.isEmpty()) return window.openSession(absolute(asked.session));
  if (!asked.models.isEmpty()) window.openTasks(absolute(asked.models), absolute(asked.folders), asked.names);
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

/// The words as main() is given them; they must last as long as these pointers.
std::vector<char*> pointersTo(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
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
  std::vector<std::string> words = zipper::joinValues(argc, argv);
  std::vector<char*> joined = pointersTo(words);
  int count = int(words.size());
  QApplication app(count, joined.data());
  qInstallMessageHandler(nullptr);
  std::setlocale(LC_NUMERIC, "C");  // Qt set the user's: libraries would read 0.5 as 0 where people write commas
  describe();
  speakUsersLanguage();
  const zipper::Arguments asked = parse(QApplication::arguments());
  const QString aside = zipper::guardSettings();
  const zipper::DataFolder home(
      QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
      QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + '/' + QApplication::organizationName());
  zipper::MainWindow window({home.path() + "/sample", home.path() + "/recovery"});
  for (const QString& doubt : {aside, home.doubt()})
    if (!doubt.isEmpty()) window.warn(doubt);
  window.show();
  if (!home.doubt().isEmpty())
    zipper::style::showError(&window, QCoreApplication::translate("main", "Not everything can be kept."), home.doubt());
  open(window, asked);
  window.offerRecovery();
  return QApplication::exec();
}
