#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTimer>
#include <QTranslator>
#include <cstdio>

#include "app/workbench/main_window.h"
#include "core/support/passive_waiting.h"
#include "core/support/version.h"

namespace {

/// What was asked for on the command line.
struct Request {
  QString session, modelA, modelB, dataA, dataB;
  bool sample = false;
};

Request parse(const QApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      QApplication::translate("main", "Merge two trained MobileNets into one multitask network, and watch."));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("session", QApplication::translate("main", "A session (.zipper) to open"), "[SESSION]");
  const auto option = [&parser](const char* name, const QString& text, const char* value) {
    parser.addOption(QCommandLineOption(name, text, value));
  };
  option("a", QApplication::translate("main", "Network of task A"), "MODEL");
  option("b", QApplication::translate("main", "Network of task B"), "MODEL");
  option("data-a", QApplication::translate("main", "Folder with the images of task A"), "DATASET");
  option("data-b", QApplication::translate("main", "Folder with the images of task B"), "DATASET");
  parser.addOption(QCommandLineOption("sample", QApplication::translate("main", "Open the embedded sample")));
  parser.process(app);
  if (parser.positionalArguments().size() > 1) {
    std::fputs("zipper-workbench: error: one session at most can be opened\n", stderr);
    std::exit(2);
  }
  return {parser.positionalArguments().value(0), parser.value("a"), parser.value("b"), parser.value("data-a"),
          parser.value("data-b"), parser.isSet("sample")};
}

QString absolute(const QString& path) { return path.isEmpty() ? path : QDir::current().absoluteFilePath(path); }

void open(zipper::MainWindow& window, const Request& request) {
  if (request.sample) return window.openSample();
  if (!request.session.isEmpty()) return window.openSession(absolute(request.session));
  window.files().openWhenComplete({absolute(request.modelA), absolute(request.modelB)},
                                  {absolute(request.dataA), absolute(request.dataB)});
}

void describe() {
  QApplication::setApplicationName("zipper-workbench");
  QApplication::setApplicationDisplayName("Zipper Workbench");
  QApplication::setApplicationVersion(QString::fromLatin1(zipper::version));
  QApplication::setOrganizationName("Zipper Workbench");
  QApplication::setDesktopFileName("org.zipperworkbench.ZipperWorkbench");
  QApplication::setWindowIcon(QIcon(":/icons/zipper-workbench.svg"));
  QApplication::setStyle(QStyleFactory::create("Fusion"));
}

}  // namespace

int main(int argc, char** argv) {
  zipper::waitPassively(argv);
  QApplication app(argc, argv);
  describe();
  QTranslator qtTexts, ownTexts;
  if (qtTexts.load(QLocale(), "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QApplication::installTranslator(&qtTexts);
  if (ownTexts.load(QLocale(), "zipper-workbench", "_", ":/i18n") || ownTexts.load(":/i18n/zipper-workbench_en.qm"))
    QApplication::installTranslator(&ownTexts);
  const Request request = parse(app);
  const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
  zipper::MainWindow window({home + "/sample", home + "/recovery"});
  window.show();
  open(window, request);
  window.offerRecovery();
  return QApplication::exec();
}
