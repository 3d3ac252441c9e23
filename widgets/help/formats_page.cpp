// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/formats_page.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "core/exports/export_formats.h"
#include "core/models/model_formats.h"
#include "core/models/naming_schemes.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/welcome/model_text.h"

namespace zipper {

namespace {

struct FormatsPage {
  Q_DECLARE_TR_FUNCTIONS(FormatsPage)
};

QString row(const QStringList& cells, const char* tag = "td") {
  QString text;
  for (const QString& cell : cells)
    text += QString("<%1>%2</%1>").arg(QLatin1String(tag), tag[1] == 'd' ? cell.toHtmlEscaped() : cell);
  return "<tr>" + text + "</tr>";
}

QString table(const QStringList& rows) {
  return "<table border='1' cellspacing='0' cellpadding='4'>" + rows.join(QString()) + "</table>";
}

/// Of the networks of some architectures.
QString schemeTable(const std::vector<Architecture>& architectures) {
  QStringList rows{
      row({FormatsPage::tr("Names of"), FormatsPage::tr("Stem"), FormatsPage::tr("Input"), FormatsPage::tr("Mean"),
           FormatsPage::tr("Standard deviation"), FormatsPage::tr("Stem stride"), FormatsPage::tr("Activation"),
           FormatsPage::tr("Padding"), FormatsPage::tr("BN ε"), FormatsPage::tr("Background class")},
          "th")};
  for (const NamingScheme& scheme : namingSchemes()) {
    if (std::find(architectures.begin(), architectures.end(), scheme.architecture) == architectures.end()) continue;
    const Conventions& c = scheme.conventions;
    const QString one =
        row({QString::fromLatin1(scheme.title), QString::fromLatin1(scheme.stem.weight),
             QString("%1×%1 %2").arg(c.inputSize).arg(channelOrderName(c.order)),
             numbersName({c.mean.begin(), c.mean.end()}), numbersName({c.std.begin(), c.std.end()}),
             QString::number(c.stemStride), activationNames(scheme.architecture, c.activation), paddingName(c.padding),
             QString::number(c.bnEpsilon),
             scheme.headWeight == nullptr ? FormatsPage::tr("no head")
                                          : FormatsPage::tr("with %1 outputs").arg(c.classesWithBackground)});
    if (!rows.contains(one)) rows << one;  // networks of two sizes may have the same names
  }
  return table(rows);
}

QString schemeTables() {
  QString text;
  for (const Architecture architecture : {Architecture::MobileNetV1, Architecture::MobileNetV2})
    text += "<h4>" + style::shown(titleOf(architecture)) + "</h4>" + schemeTable({architecture});
  text += "<h4>" +
          FormatsPage::tr("%1 and %2")
              .arg(style::shown(titleOf(Architecture::MobileNetV3Large)),
                   style::shown(titleOf(Architecture::MobileNetV3Small))) +
          "</h4>" + schemeTable({Architecture::MobileNetV3Large, Architecture::MobileNetV3Small});
  return text;
}

QString exportTable() {
  QStringList rows{
      row({FormatsPage::tr("Format"), FormatsPage::tr("Name for zipper export"), FormatsPage::tr("File name")}, "th")};
  for (const ExportFormat& format : exportFormats())
    rows << row({style::engineText(format.title), style::shown(format.name), "*." + style::shown(format.extension)});
  return table(rows);
}

QString modelFormats() {
  QString list;
  for (const std::string& name : modelFormatNames()) list += "<li>" + style::shown(name).toHtmlEscaped() + "</li>";
  return "<ul>" + list + "</ul>";
}

QString heading(const QString& text) { return "<h3>" + text + "</h3>"; }
QString paragraph(const QString& text) { return "<p>" + text + "</p>"; }

}  // namespace

QString formatsPage() {
  return heading(FormatsPage::tr("Networks that can be read")) +
         paragraph(FormatsPage::tr(
             "MobileNet V1, V2 and V3 (large and small, also minimalistic) of any width (0.125 to 2.0), recognized by "
             "content, in these formats; their heads may have hidden layers:")) +
         modelFormats() +
         paragraph(FormatsPage::tr(
             "Weights don't tell everything. A file that the workbench or <i>zipper</i> wrote holds the rest; for "
             "others it comes from the conventions of those who chose the names of the tensors. Everything "
             "that was guessed is noted, and <i>Change conventions…</i> on the card of a chosen model overrides "
             "it. The overrides become part of the recipe.")) +
         schemeTables() +
         paragraph(
             FormatsPage::tr("Pixels between 0 and 1 become (pixel − mean) / standard deviation. A file name such as "
                             "mobilenet_1_0_192.h5 tells the input size.")) +
         paragraph(FormatsPage::tr(
             "Names that nobody here knows: the layers are told by the shapes of their weights and by their order, and "
             "all conventions are guesses. An ONNX graph tells strides, activation, padding, input size, and the "
             "normalization if that is part of it; a whole Keras model tells the same in its configuration.")) +
         heading(FormatsPage::tr("Images that can be read")) +
         paragraph(FormatsPage::tr(
             "IDX files (MNIST's four names, plain or .gz); folders with a folder per class (JPEG, PNG, WebP, BMP, "
             "TIFF, "
             "PBM, PGM or PPM, also in folders further down), directly or below folders for training, validation and "
             "test by any of their usual names; images beside a list (CSV or TSV with columns for file and class, "
             "train.txt, CUB-200's and Flowers-102's lists); CIFAR-10's binary batches. Without test images, a fifth "
             "of "
             "each class is held out.")) +
         paragraph(FormatsPage::tr(
             "Transparency is dropped and the orientation that cameras note is ignored, as most loaders do that "
             "networks "
             "are trained with; <i>Read images…</i> on the card of chosen data lays transparent images over white or "
             "turns images upright. Classes are in the order of the bytes of their names, those that a list numbers in "
             "the order of their numbers.")) +
         heading(FormatsPage::tr("Networks that are written")) +
         paragraph(FormatsPage::tr(
             "One task as a network of its own, or all tasks with shared tensors once. Every file is read back "
             "and run on test images.")) +
         exportTable() +
         paragraph(FormatsPage::tr(
             "What is written can be opened again as a network; of a file with all tasks, the part to read is the "
             "letter of a task, a, b or a later one. "
             "Frozen TorchScript can't: its weights have no names any more, and with all tasks it holds the shared "
             "ones once per task. A PyTorch state dict holds nothing but tensors; its spec and recipe stand beside "
             "it in the archive, under extra/.")) +
         heading(FormatsPage::tr("Sessions and reports")) +
         paragraph(FormatsPage::tr(
             "A .zipper file holds the networks, every step and the recipe. Reports are written as HTML, JSON "
             "and CSV, with the recipe as JSON; figures as SVG and PNG."));
}

}  // namespace zipper
