// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/class_labels.h"
#include "core/exports/snippet_languages.h"
#include "core/exports/snippet_text.h"
#include "core/support/error.h"

namespace zipper {

namespace {

const char* const cppPattern = R"(// Says what is on an image: ./classify photo.jpg
// The model is looked for in the working folder.
@BUILD@
@TORCH_INCLUDE@#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
@STREAM_INCLUDE@@OPENCV_INCLUDES@#include <string>
#include <vector>

namespace {

struct Task {
  std::string name@PORT_MEMBERS@;
  int size, channels;
  bool bgr;
  cv::Scalar mean, std;  // of values in [0,1]
  std::vector<std::string> classes;
};

@LABELS@const std::string model = @MODEL@;
const std::vector<Task> tasks{
@TASKS@};

/// What the network reads of an image in BGR order, float32: its shorter side becomes the network's size, then the
/// middle is cut out and each channel normalized.
cv::Mat networkInput(const cv::Mat& image, const Task& task) {
  cv::Mat pixels;
  if (task.bgr && task.channels == 3)
    pixels = image;
  else
    cv::cvtColor(image, pixels, task.channels == 1 ? cv::COLOR_BGR2GRAY : cv::COLOR_BGR2RGB);
  const int shorter = std::min(pixels.cols, pixels.rows);
  const auto scaled = [&](int side) { return int(std::lround(double(side) * task.size / shorter)); };
  const cv::Size size(scaled(pixels.cols), scaled(pixels.rows));
  cv::Mat values;
  cv::resize(pixels, values, size, 0, 0, shorter > task.size ? cv::INTER_AREA : cv::INTER_LINEAR);
  const cv::Point corner((size.width - task.size) / 2, (size.height - task.size) / 2);
  values = values(cv::Rect(corner, cv::Size(task.size, task.size))).clone();
  values.convertTo(values, CV_32F, 1.0 / 255.0);
  cv::subtract(values, task.mean, values);
  cv::divide(values, task.std, values);
  return values;
}

/// The outputs of the network, a vector for each task.
std::vector<std::vector<float>> outputsFor(const cv::Mat& image) {
@RUN@}

void printAnswer(const Task& task, std::vector<float> output) {
@SOFTMAX@  const auto best = std::size_t(std::max_element(output.begin(), output.end()) - output.begin());
  const std::string name = task.classes.empty() ? "output " + std::to_string(best) : task.classes[best];
  std::printf("%s: %s %.1f %%\n", task.name.c_str(), name.c_str(), 100 * double(output[best]));
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 2) {
    std::fprintf(stderr, "usage: %s IMAGE\n", arguments[0]);
    return 2;
  }
@READ@  if (image.empty()) {
    std::fprintf(stderr, "%s: can't be read as an image\n", arguments[1]);
    return 1;
  }
  const std::vector<std::vector<float>> outputs = outputsFor(image);
  for (std::size_t t = 0; t < tasks.size(); ++t) printAnswer(tasks[t], outputs[t]);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
)";

const char* const cppSoftmax = R"(  const float largest = *std::max_element(output.begin(), output.end());
  float sum = 0;  // the network's outputs are logits
  for (float& value : output) sum += value = std::exp(value - largest);
  for (float& value : output) value /= sum;
)";

const char* const cppLabels = R"(/// The lines of a file: names of classes.
std::vector<std::string> linesOf(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

)";

const char* const cppReadUpright = R"(  const cv::Mat image = cv::imread(arguments[1], cv::IMREAD_COLOR);  // upright
)";

const char* const cppReadAsStored =
    R"(  // Pixels as they are stored, as in training; without IMREAD_IGNORE_ORIENTATION photographs are turned upright.
  const cv::Mat image = cv::imread(arguments[1], cv::IMREAD_COLOR | cv::IMREAD_IGNORE_ORIENTATION);
)";

const char* const openCvBuild =
    R"(// Build: c++ -std=c++17 -O2 classify.cpp -o classify $(pkg-config --cflags opencv4)
//        -lopencv_dnn -lopencv_imgcodecs -lopencv_imgproc -lopencv_core
)";

const char* const openCvRun = R"(  cv::dnn::Net net = cv::dnn::readNetFromONNX(model);
  std::vector<std::string> names;
  for (const Task& task : tasks) {
    net.setInput(cv::dnn::blobFromImage(networkInput(image, task)), task.input);
    names.push_back(task.output);
  }
  std::vector<cv::Mat> results;
  net.forward(results, names);
  std::vector<std::vector<float>> outputs;
  for (const cv::Mat& result : results) outputs.emplace_back(result.begin<float>(), result.end<float>());
  return outputs;
)";

const char* const libTorchBuild = R"(// Build, in CMakeLists.txt:
//   find_package(Torch REQUIRED)
//   find_package(OpenCV REQUIRED core imgproc imgcodecs)
//   add_executable(classify classify.cpp)
//   target_link_libraries(classify ${TORCH_LIBRARIES} ${OpenCV_LIBS})
)";

/// `INPUTS`: as many as the file has; tasks with a trunk have one in common.
const char* const libTorchRun = R"(  torch::NoGradGuard noGrad;
  torch::jit::Module module = torch::jit::load(model);
  module.eval();
  std::vector<torch::IValue> inputs;
@INPUTS@  const torch::IValue result = module.forward(inputs);
  std::vector<std::vector<float>> outputs;
@OUTPUTS@  return outputs;
)";

const char* const libTorchInputs = R"(  for (const Task& task : tasks) {
    cv::Mat values = networkInput(image, task);
    const torch::Tensor pixels = torch::from_blob(values.data, {1, task.size, task.size, task.channels});
    inputs.emplace_back(pixels.permute({0, 3, 1, 2}).clone(torch::MemoryFormat::Contiguous));
@STOP@  }
)";

const char* const libTorchOutput =
    R"(    outputs.emplace_back(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
)";

bool hasOneInput(const SnippetNetwork& network) {
  for (const SnippetTask& task : network.tasks)
    if (task.input != network.tasks.front().input) return false;
  return true;
}

std::string libTorchRunOf(const SnippetNetwork& network) {
  const bool isOne = hasOneInput(network) && network.tasks.size() > 1;
  const std::string inputs =
      filled(libTorchInputs, {{"STOP", isOne ? "    break;  // all tasks read the same\n" : ""}});
  const std::string tensor = "torch::Tensor values = ", end = ".contiguous();\n";
  const std::string outputs =
      network.tasks.size() == 1 ? "  {\n    const " + tensor + "result.toTensor()" + end + libTorchOutput + "  }\n"
                                : "  for (const torch::IValue& element : result.toTuple()->elements()) {\n    const " +
                                      tensor + "element.toTensor()" + end + libTorchOutput + "  }\n";
  return filled(libTorchRun, {{"INPUTS", inputs}, {"OUTPUTS", outputs}});
}

std::string cppTask(const SnippetTask& task, const std::string& model, bool hasPorts) {
  const MobileNetSpec& spec = task.spec;
  const std::string classes = hasManyClasses(task)
                                  ? "linesOf(" + cppLiteral(labelsFileOf(task, model)) + ")"
                                  : "{" + listed(literals(labelsOf(spec), cppLiteral), std::string(6, ' '), 6) + "}";
  const std::string ports = hasPorts ? ", " + cppLiteral(task.input) + ", " + cppLiteral(task.output) : "";
  return concat("    {", cppLiteral(task.name), ports, ",\n     ", spec.inputSize, ", ", spec.inputChannels, ", ",
                spec.normalization.order == ChannelOrder::BGR ? "true" : "false", ", cv::Scalar(",
                perChannel(spec.normalization.mean, spec.inputChannels), "), cv::Scalar(",
                perChannel(spec.normalization.std, spec.inputChannels), "),\n     ", classes, "},\n");
}

}  // namespace

ExportSnippet snippetInCpp(const SnippetRequest& request) {
  const SnippetNetwork& network = request.network;
  const bool isOnnx = request.choice.format == "onnx";
  const std::vector<SnippetFile> files = labelsFiles(network, request.model);
  std::string tasks;
  for (const SnippetTask& task : network.tasks) tasks += cppTask(task, request.model, isOnnx);
  const std::string openCv = std::string("#include <opencv2/core.hpp>\n") +
                             (isOnnx ? "#include <opencv2/dnn.hpp>\n" : "") +
                             "#include <opencv2/imgcodecs.hpp>\n#include <opencv2/imgproc.hpp>\n";
  const std::string text = filled(cppPattern, {{"BUILD", isOnnx ? openCvBuild : libTorchBuild},
                                               {"TORCH_INCLUDE", isOnnx ? "" : "#include <torch/script.h>\n\n"},
                                               {"STREAM_INCLUDE", files.empty() ? "" : "#include <fstream>\n"},
                                               {"OPENCV_INCLUDES", openCv},
                                               {"PORT_MEMBERS", isOnnx ? ", input, output" : ""},
                                               {"LABELS", files.empty() ? "" : cppLabels},
                                               {"MODEL", cppLiteral(request.model)},
                                               {"TASKS", tasks},
                                               {"RUN", isOnnx ? openCvRun : libTorchRunOf(network)},
                                               {"SOFTMAX", network.softmax ? "" : cppSoftmax},
                                               {"READ", network.upright ? cppReadUpright : cppReadAsStored}});
  return {"C++", "classify.cpp", text, files};
}

}  // namespace zipper
