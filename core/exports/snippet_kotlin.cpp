// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/class_labels.h"
#include "core/exports/snippet_languages.h"
#include "core/exports/snippet_text.h"
#include "core/support/error.h"

namespace zipper {

namespace {

const char* const kotlinPattern = R"(// An app that lets its user choose a photo and says what is on it.
// In build.gradle: implementation "com.google.ai.edge.litert:litert:1.0.1"
//                  implementation "androidx.activity:activity-ktx:1.9.3"
// The model@LABELS_TOO@ belongs into src/main/assets; MainActivity into the manifest, as of any app.
package com.example.classify

import android.content.Context
import android.graphics.Bitmap
@DECODER_IMPORT@
import android.net.Uri
import android.os.Bundle
import android.widget.Button
import android.widget.LinearLayout
import android.widget.TextView
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts
import java.io.FileInputStream
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.MappedByteBuffer
import java.nio.channels.FileChannel
import org.tensorflow.lite.Interpreter
@TENSOR_IMPORT@
private const val MODEL = @MODEL@

private class Task(
    val name: String,
    val input: String,
    val output: String,
    val size: Int,
    val channels: Int,
    val bgr: Boolean,
    val mean: FloatArray,
    val std: FloatArray,
    val classes: List<String>
)

private fun allTasks(@CONTEXT_PARAMETER@) = listOf(
@TASKS@)

@LABELS@/** What one pixel adds to one that takes its place. */
private class Share(val pixel: Int, val weight: Float)

/**
 * What each of [length] pixels adds to each of the [count] that take their place: by area where these are fewer,
 * linear where they are more.
 */
private fun shares(length: Int, count: Int): List<List<Share>> = List(count) { index ->
    val step = length.toDouble() / count
    val begin = index * step
    val list = ArrayList<Share>()
    if (step >= 1) {
        var pixel = begin.toInt()
        while (pixel < minOf(length.toDouble(), begin + step)) {
            val overlap = minOf(begin + step, pixel + 1.0) - maxOf(begin, pixel.toDouble())
            list.add(Share(pixel, (overlap / step).toFloat()))
            ++pixel
        }
    } else {
        val centre = minOf(maxOf(begin + step / 2 - 0.5, 0.0), length - 1.0)
        val pixel = centre.toInt()
        list.add(Share(pixel, (pixel + 1 - centre).toFloat()))
        if (centre > pixel) list.add(Share(pixel + 1, (centre - pixel).toFloat()))
    }
    list
}

/** Which pixels of a side make up those of the middle that the network reads. */
private fun middle(length: Int, shorter: Int, size: Int): List<List<Share>> {
    val count = (length.toDouble() * size / shorter + 0.5).toInt()
    val first = (count - size) / 2
    return shares(length, count).subList(first, first + size)
}

/** Red, green and blue, or grey, of a pixel. */
private fun colour(argb: Int, channel: Int, task: Task): Float {
    val red = argb shr 16 and 255
    val green = argb shr 8 and 255
    val blue = argb and 255
    if (task.channels == 1) return Math.round(0.299f * red + 0.587f * green + 0.114f * blue).toFloat()
    return (if (channel == 1) green else if ((channel == 0) != task.bgr) red else blue).toFloat()
}

/**
 * What the network reads of an image, channels last: its shorter side becomes the network's size, then the middle is
 * cut out and each channel normalized.
 */
private fun networkInput(image: Bitmap, task: Task): FloatArray {
    val pixels = IntArray(image.width * image.height)
    image.getPixels(pixels, 0, image.width, 0, 0, image.width, image.height)
    val shorter = minOf(image.width, image.height)
    val rows = middle(image.height, shorter, task.size)
    val columns = middle(image.width, shorter, task.size)
    val values = FloatArray(task.size * task.size * task.channels)
    for (y in 0 until task.size) for (x in 0 until task.size) for (c in 0 until task.channels) {
        var sum = 0f
        for (row in rows[y]) for (column in columns[x])
            sum += row.weight * column.weight * colour(pixels[row.pixel * image.width + column.pixel], c, task)
        values[(y * task.size + x) * task.channels + c] = (Math.round(sum) / 255f - task.mean[c]) / task.std[c]
    }
    return values
}

/** Runs the model. */
class Classifier(context: Context) : AutoCloseable {
    private val interpreter = Interpreter(modelOf(context))
    private val tasks = allTasks(@CONTEXT@)

    /** A line for each task. */
    fun classify(image: Bitmap): List<String> {
        val inputs = Array<Any>(interpreter.inputTensorCount) { index ->
            val tensor = interpreter.getInputTensor(index)
            bufferOf(networkInput(image, tasks.first { it.input == tensor.name() })@TENSOR@)
        }
        val outputs = HashMap<Int, Any>()
        for (index in 0 until interpreter.outputTensorCount)
            outputs[index] = emptyBuffer(interpreter.getOutputTensor(index).numBytes())
        interpreter.runForMultipleInputsOutputs(inputs, outputs)
        return tasks.map { task ->
            val index = (0 until interpreter.outputTensorCount)
                .first { interpreter.getOutputTensor(it).name() == task.output }
            answer(task, valuesOf(outputs[index] as ByteBuffer@OUTPUT_TENSOR@))
        }
    }

    override fun close() = interpreter.close()

    private fun modelOf(context: Context): MappedByteBuffer = context.assets.openFd(MODEL).use { file ->
        FileInputStream(file.fileDescriptor).channel
            .map(FileChannel.MapMode.READ_ONLY, file.startOffset, file.declaredLength)
    }

    private fun emptyBuffer(bytes: Int): ByteBuffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder())

@BUFFERS@
    private fun answer(task: Task, output: FloatArray): String {
@SOFTMAX@        var best = 0
        for (index in probabilities.indices) if (probabilities[index] > probabilities[best]) best = index
        val name = if (task.classes.isEmpty()) "output $best" else task.classes[best]
        return "%s: %s %.1f %%".format(task.name, name, 100 * probabilities[best])
    }
}

class MainActivity : ComponentActivity() {
    private val classifier by lazy { Classifier(this) }
    private val answers by lazy { TextView(this) }
    private val chooser = registerForActivityResult(ActivityResultContracts.GetContent()) { uri ->
        if (uri != null) answers.text = classifier.classify(imageOf(uri)).joinToString("\n")
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        val button = Button(this)
        button.text = "Choose a photo"
        button.setOnClickListener { chooser.launch("image/*") }
        val layout = LinearLayout(this)
        layout.orientation = LinearLayout.VERTICAL
        layout.addView(button)
        layout.addView(answers)
        setContentView(layout)
    }

    override fun onDestroy() {
        classifier.close()
        super.onDestroy()
    }

@READ@}
)";

const char* const kotlinLabels = R"(/** The lines of a file of the assets: names of classes. */
private fun linesOf(context: Context, file: String): List<String> =
    context.assets.open(file).bufferedReader().use { it.readLines() }

)";

const char* const kotlinFloatBuffers = R"(    private fun bufferOf(values: FloatArray): ByteBuffer {
        val buffer = emptyBuffer(4 * values.size)
        buffer.asFloatBuffer().put(values)
        return buffer
    }

    private fun valuesOf(buffer: ByteBuffer): FloatArray {
        buffer.rewind()
        val values = FloatArray(buffer.remaining() / 4)
        buffer.asFloatBuffer().get(values)
        return values
    }
)";

const char* const kotlinInt8Buffers =
    R"(    /** Numbers as the input has them: value = scale * (stored - zero point). */
    private fun bufferOf(values: FloatArray, tensor: Tensor): ByteBuffer {
        val isFloat = tensor.dataType() == DataType.FLOAT32
        val buffer = emptyBuffer(values.size * if (isFloat) 4 else 1)
        val range = tensor.quantizationParams()
        val low = if (tensor.dataType() == DataType.INT8) -128 else 0
        for (value in values) {
            if (isFloat) buffer.putFloat(value)
            else buffer.put(
                (Math.round(value / range.scale) + range.zeroPoint).coerceIn(low, low + 255).toByte()
            )
        }
        buffer.rewind()
        return buffer
    }

    /** The reverse, of an output. */
    private fun valuesOf(buffer: ByteBuffer, tensor: Tensor): FloatArray {
        buffer.rewind()
        val isFloat = tensor.dataType() == DataType.FLOAT32
        val isSigned = tensor.dataType() == DataType.INT8
        val range = tensor.quantizationParams()
        return FloatArray(buffer.remaining() / if (isFloat) 4 else 1) {
            if (isFloat) buffer.getFloat()
            else {
                val stored = buffer.get().toInt()
                range.scale * ((if (isSigned) stored else stored and 255) - range.zeroPoint)
            }
        }
    }
)";

const char* const kotlinSoftmax = R"(        // The network's outputs are logits.
        var largest = output[0]
        for (value in output) largest = maxOf(largest, value)
        val powers = FloatArray(output.size) { Math.exp((output[it] - largest).toDouble()).toFloat() }
        val probabilities = FloatArray(output.size) { powers[it] / powers.sum() }
)";

const char* const kotlinReadUpright = R"(    /** Upright, whichever way the photo was taken. */
    private fun imageOf(uri: Uri): Bitmap =
        ImageDecoder.decodeBitmap(ImageDecoder.createSource(contentResolver, uri)) { decoder, _, _ ->
            decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
        }
)";

const char* const kotlinReadAsStored =
    R"(    /** Pixels as they are stored, as in training; android.graphics.ImageDecoder turns photographs upright. */
    private fun imageOf(uri: Uri): Bitmap =
        contentResolver.openInputStream(uri).use { BitmapFactory.decodeStream(it) }
)";

std::string kotlinTask(const SnippetTask& task, const std::string& model) {
  const MobileNetSpec& spec = task.spec;
  const std::string classes =
      hasManyClasses(task) ? "linesOf(context, " + kotlinLiteral(labelsFileOf(task, model)) + ")"
      : spec.classNames.empty()
          ? "emptyList()"
          : "listOf(" + listed(literals(labelsOf(spec), kotlinLiteral), std::string(12, ' '), 27) + ")";
  return concat("    Task(\n        name = ", kotlinLiteral(task.name),
                ",\n        input = ", kotlinLiteral(task.input), ",\n        output = ", kotlinLiteral(task.output),
                ",\n        size = ", spec.inputSize, ",\n        channels = ", spec.inputChannels,
                ",\n        bgr = ", spec.normalization.order == ChannelOrder::BGR ? "true" : "false",
                ",\n        mean = floatArrayOf(", perChannel(spec.normalization.mean, spec.inputChannels, "f"),
                "),\n        std = floatArrayOf(", perChannel(spec.normalization.std, spec.inputChannels, "f"),
                "),\n        classes = ", classes, "\n    )");
}

}  // namespace

ExportSnippet snippetInKotlin(const SnippetRequest& request) {
  const SnippetNetwork& network = request.network;
  const bool isInt8 = request.choice.precision == ExportPrecision::Int8;
  const std::vector<SnippetFile> files = labelsFiles(network, request.model);
  std::string tasks;
  for (const SnippetTask& task : network.tasks) tasks += (tasks.empty() ? "" : ",\n") + kotlinTask(task, request.model);
  const std::string text = filled(
      kotlinPattern,
      {{"LABELS_TOO", files.empty() ? "" : ", and the labels,"},
       {"DECODER_IMPORT", concat("import android.graphics.", network.upright ? "ImageDecoder" : "BitmapFactory")},
       {"TENSOR_IMPORT", isInt8 ? "import org.tensorflow.lite.DataType\nimport org.tensorflow.lite.Tensor\n" : ""},
       {"MODEL", kotlinLiteral(request.model)},
       {"TASKS", tasks + "\n"},
       {"CONTEXT_PARAMETER", files.empty() ? "" : "context: Context"},
       {"CONTEXT", files.empty() ? "" : "context"},
       {"LABELS", files.empty() ? "" : kotlinLabels},
       {"TENSOR", isInt8 ? ", tensor" : ""},
       {"OUTPUT_TENSOR", isInt8 ? ", interpreter.getOutputTensor(index)" : ""},
       {"BUFFERS", isInt8 ? kotlinInt8Buffers : kotlinFloatBuffers},
       {"SOFTMAX", network.softmax ? "        val probabilities = output\n" : kotlinSoftmax},
       {"READ", network.upright ? kotlinReadUpright : kotlinReadAsStored}});
  return {"Kotlin", "MainActivity.kt", text, files};
}

}  // namespace zipper
