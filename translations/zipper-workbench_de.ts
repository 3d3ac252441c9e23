<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Dialogs</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Distributions</name>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 BN scale γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 BN shift β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 BN mean μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 BN variance σ²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointwise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Two networks become one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two MobileNets that were trained for different tasks, A and B, are merged layer by layer into one network that serves both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each has 13 layers, whose pointwise (1×1) convolutions hold nearly all of its convolution weights and are what the tasks will share; stem, depthwise convolutions and head stay separate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample to begin, or a model and its data for A and for B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is merged yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to merge layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and layer %2 is the next: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to fine-tune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and end-to-end fine-tuning is the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It merges nothing, but trains all weights of the merged network together for %1 iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It merges nothing, but trains all weights of the merged network together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its purpose is to let the shared layers, which were merged one after another, adapt to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: initializing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 is being merged: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at layer %1 has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning: BN statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: BN statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images of both tasks pass through the network once and the statistics of all batches are averaged, while no weight changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task collects statistics of its own even where weights are shared, because its features have another mean and variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where batch normalization is shared, the average is taken over the batches of both tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluating the teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two teachers classify the test images of their tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 is the share of images whose highest output is the right class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers are what every merged network will be measured against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fine-tuned network classifies the test images of both tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network with layer %1 merged classifies the test images of both tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning: evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weight changes here and the network is never trained on test images, so the difference to the teachers tells what merging costs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: calibrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After merging layer %1, all weights of the merged network are trained for %2 iterations, not only those of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After merging layer %1, all weights of the merged network are trained, not only those of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The teachers never change: at every layer they show what the merged network should produce for their task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further layer is merged: all weights of the merged network are trained end to end for %1 iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No further layer is merged: all weights of the merged network are trained end to end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This lets the shared layers, which were merged one after another, adapt to each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computation is paused between two batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at layer %1 is paused between two batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights, optimizer and curves are kept as they are, so that Continue goes on exactly where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel gives up the step in progress and returns to the last finished one, which is kept unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning is finished: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step at layer %1 is finished: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning is finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1 is merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This result is kept, so that you can go on, or step back at any time and try another strategy from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps are done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is finished: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the merged network from the File menu, or step back and try another strategy to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers %1 are merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two tasks share no layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two tasks share the pointwise convolution of layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two tasks share the pointwise convolutions of all 13 layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two tasks share the pointwise convolutions of layers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B will share its pointwise convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B will share its pointwise convolution, %1 × %2 = %3 weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from now on A and B share its pointwise convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from now on A and B share the %3 weights of its pointwise convolution, which makes %2 channels out of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First the channels of B are matched to those of A with the closest weights; then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First the channels of B are matched to those of A that respond most alike to the same images; then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First the channels of B are matched to those of A with which sharing weights costs least; then %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as those of A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will start as those of A, while each task keeps its own batch normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as those of B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will start as those of B, while each task keeps its own batch normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers and its batch normalization as neutral.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers, while each task keeps its own batch normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as the mean of those of A and B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will start as the mean of those of A and B, while each task keeps its own batch normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will be computed as those whose outputs come closest to what both teachers put out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shared weights will be computed as those whose outputs come closest to what both teachers put out, with a batch normalization fitted to each task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calibration is planned, so that the network is judged with the weights as they were initialized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then %1 iterations of calibration train the merged network to do again what the teachers do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as a copy of A&apos;s, so that A loses nothing by them at first and B has to get used to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as a copy of B&apos;s, so that B loses nothing by them at first and A has to get used to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, so that nothing either network has learnt in this layer is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as the mean of A&apos;s and B&apos;s, which keeps something of both if their channels correspond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights are computed in one go: the ones whose outputs differ least, in the sum of squares, from what both teachers put out for the same images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalization stays separate and is computed as well, so that each task gets back the mean and the variance that its teacher has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and is computed, too: it gives the outputs the mean and the variance that both teachers have together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalization stays separate, so that each task scales and shifts the shared output for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and starts neutral: scale 1, shift 0, mean 0, variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch normalization is shared as well: scale, shift and statistics are taken over in the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of each of the 13 layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;T&lt;/i&gt; teacher, &lt;i&gt;M&lt;/i&gt; merged network, t task A or B, m layer 1…13, &lt;i&gt;λ&lt;/i&gt; weights of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hasn&apos;t been evaluated on the test images, so that its distance to the teachers isn&apos;t known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test images its mean top-1 equals that of the teachers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test images its mean top-1 is %1 points below that of the teachers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the test images its mean top-1 is %1 points above that of the teachers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryFigures</name>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InitializationText</name>
    <message>
        <source>The shared weights start as those of A, so that B has to learn the layer anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as those of B, so that A has to learn the layer anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep nothing of either network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as the arithmetic mean of A and B, which is the paper&apos;s choice and works best when both networks come from one ancestor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shared weights start as those whose outputs differ least from what both teachers put out for calibration images, which is a linear problem and is solved exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel 1 of B is merged with channel 1 of A and so on, which is right for networks of one ancestor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their weights are closest to those of A, without looking at images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their outputs correlate best with those of A on the same images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which sharing weights costs both teachers the least error.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>Test image %1, labelled %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanNote</name>
    <message>
        <source>No layer, fine-tuning only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 layers to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 merged, %2 to come.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeDraft</name>
    <message>
        <source>Empty; %1 expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” found; %2 expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number such as 0.002 or 2e-3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers such as 1-13 or 7,9,13</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecipeField</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of settings to start from: fast for trying things out, paper as the authors of the method ran it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the shared weights of a layer get their first values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the channels of B are matched to those of A before a layer is merged; B computes the same in any order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BN policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the batch normalization of a merged layer is one for both tasks, as in the paper, or one per task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many batches of each task calibrate the merged network after each step; 0 leaves calibration out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per task in one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates of the weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the last update that SGD carries over into the next, from 0 to below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the updates at the first iteration of a step; 2e-3 and 0.002 are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls in the course of a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor by which an exponential schedule lowers the learning rate each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many epochs of the smaller training set an exponential schedule lowers the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which layers are merged, and in which order: 1-13, 1-6 or 7,9,13.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations of end-to-end training after the last step; 0 leaves fine-tuning out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternate makes one update for A and then one for B, as in the paper; joint makes one for the sum of their losses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CE weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of the cross entropy against the labels in the loss of a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of the difference between teacher and merged network, summed over the 13 layers, in the loss of a task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength of the pull of all weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BN momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of a new batch in the running statistics of batch normalization while calibrating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift images at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts each training image by up to an eighth of its size, so that no batch comes twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many training images of each task alignment and least squares look at; more take longer and fit better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly least squares is pulled towards small weights, relative to the mean power of the inputs, from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re-estimate BN statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averages the statistics of batch normalization anew over training images, after initializing and after calibrating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many training images of each task the statistics are re-estimated from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same weights, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many threads compute; 0 means one per core.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownArray</name>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged − mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>from A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least squares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mergeability</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Merge two trained MobileNets into one multitask network, and watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session (.zipper) to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network of task A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network of task B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the images of task A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with the images of task B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the embedded sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::AccuracyPanel</name>
    <message>
        <source>Top-1 by number of merged layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 of the tasks on the test images by number of merged layers. Left and Right show the values at the previous and the next number, Escape hides them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scores yet: they appear here after each step.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this session and choose two networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two small trained networks with their images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Model &amp;A…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network of task A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Model &amp;B…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the network of task B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data A…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with the images of task A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Data B…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder with the images of task B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a merge that was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session with all its steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write tables, curves and measured inference times as a page, CSV and JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;Figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the zipper and all plots as SVG and PNG into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export Merged Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the merged network for other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both tasks…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task A alone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task B alone…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the merged network as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge the next layer and calibrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to Se&amp;lected Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge all layers up to the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run to Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge all layers of the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the step after the current batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the step that is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the step in progress; finished steps stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the network before the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try Again from Here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back before the last step and choose another strategy; the step stays in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit Zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reduce Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changes at once instead of animating them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s light or dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always use the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always use the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licence and sources of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::CollapsibleSection</name>
    <message>
        <source>Shows or hides the settings below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ColorBar</name>
    <message>
        <source>Colour scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale ends: largest magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale ends: 99.5th percentile; largest %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::CurvesPanel</name>
    <message>
        <source>Calibration curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis of the losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest iteration in view; a double-click fits everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate &amp;&amp; top-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the plot of learning rate and top-1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::DistributionsPage</name>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the shares on a logarithmic scale: rare values become visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ExplainPanel</name>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the current step does, and why, in three sentences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::FeatureMapsPage</name>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two models and their data to see what an image looks like inside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This task has no test images. Open its data, or an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps are those behind a pointwise convolution: select one of the layers 1 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feature maps could not be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged − teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running the image through both networks…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::HeatMapView</name>
    <message>
        <source>Weight matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every matrix has a row per output channel and a column per input channel. The wheel zooms about the cursor, dragging moves the picture, a double click or 0 shows everything; all pictures move together. Point at a cell, or move the cursor with the arrow keys, to read its values; + and − zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::HistogramView</name>
    <message>
        <source>The share of the values in each bin; all networks are counted on the same bins. Point at a bin, or move with the arrow keys, to read its limits and shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 % (%L3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::HistoryModel</name>
    <message>
        <source>%1, current step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations of %2 images per task; %3, %4 learning rate %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, from %2 of run %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1, from the teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks as they were loaded: nothing is merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Its figures are those of its last step; iterations and time are the sums of the steps below. The check box shows the run in the curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session stands here. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way to the current step. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the way to the current step. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer that the step merged, or fine-tuning of all layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the shared weights got their first values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration iterations that were run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks, after the step, minus that of the teachers, in percentage points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of the step, evaluation included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the test images of task %1 whose class is the network&apos;s first choice: after initializing → after calibrating.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps of the session, by run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each run came to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::HistoryTree</name>
    <message>
        <source>Steps appear here as layers are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All steps of the session. A new run begins wherever another strategy was tried. The triangle marks where the session stands, dots the way there, rings the steps aside. Nothing is lost by going to another step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continues from the selected step (Enter or double click). All other steps are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to where the selected step began, to try another strategy. The step is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows or hides the selected run in the curves (space bar).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::InitializationRow</name>
    <message>
        <source>Initialization</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::InspectorLink</name>
    <message>
        <source>Stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set of this task isn&apos;t open; open an image instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::InspectorPanel</name>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 3×3 kernels of the depthwise convolution or the stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix of the pointwise convolution or the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histograms of the weights and of batch normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an image looks like behind the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save what is shown as a picture or as numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values that the mouse or the cursor points at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two models and select a layer to look inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Picture (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers for &amp;NumPy (NPY)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::KernelsPage</name>
    <message>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head has no kernels. Its matrix is in the Weights tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::LayerTableModel</name>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A–B similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mismatch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the layer, 1 to 13 from the input to the output. Each has a depthwise and a pointwise convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of convolution. Only pointwise layers are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels. Network A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainable parameters of one network: weights, bias, scale and shift of batch normalization.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image through one network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the layer stands in the merge: separate, in work, merged, left out of the plan; or per task, for what each task keeps for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine of the weights of teachers A and B, −1 to 1. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute difference of the layer&apos;s output after the activation between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again when the step ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 channels in, %3 out; kernel %4×%4, stride %5; input %6×%6, output %7×%7 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task keeps its own, whatever is merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each task still has its own; a step to come merges it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tasks share these weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running step merges this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan doesn&apos;t merge this layer: each task keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::LayerTotals</name>
    <message>
        <source>The first line sums up the rows that are shown, for one network and one image. The second compares the networks kept apart with the merged one; sizes are of float32, batch normalization included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs (one network, one image)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole networks: %1 parameters separate → %2 merged, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; smaller</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::LayersPanel</name>
    <message>
        <source>Filter by kind, state or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only rows that match all words: part of a kind or a state, or the number of a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only layers of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers of the networks. Click a header to sort by it; select a row to see the layer in the zipper view and in the inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the rows that are shown, as comma-separated values with a header line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::LogPanel</name>
    <message>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, the newest line last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which messages are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the whole log, also what isn&apos;t shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empties the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the whole log to a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logs (*.log *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.zipper);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this session before it is closed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session that is open before the new one starts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this session before the sample is opened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this session before another one is opened?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has steps or settings that aren&apos;t saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged.zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote the figures to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures couldn&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbench didn&apos;t close in order. Recover the last finished step?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session with unsaved work was kept on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this session before the workbench closes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A step is running. Cancel it and close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished steps stay; the step in progress is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel the step and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> initialized by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: top-1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All planned layers are merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teachers: top-1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set was opened; the teachers are scored on it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another strategy in the recipe, then Step. The step that was undone stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys	Select layers in the zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag	Zoom and move zipper, plots and maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Zipper Workbench %1&lt;/h3&gt;&lt;p&gt;Merges two trained MobileNets into one multitask network, layer by layer, after Wu, Chan and Chen, &lt;i&gt;On Merging MobileNets for Efficient Multitask Inference&lt;/i&gt; (2019).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::MapGrid</name>
    <message>
        <source>Every row shows one or more channels, every channel its maps side by side. Point at a cell, or move the cursor with the arrow keys, to read its values. Page Up, Page Down, Home and End scroll; Ctrl and the wheel, or + and −, change the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::PredictionView</name>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: teacher %2, merged %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::PresetRow</name>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited, coming from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ProbeControls</name>
    <message>
        <source>Previous image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open image…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task whose networks look at the image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the image in the task&apos;s test set, counted from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at an image from a file instead of one of the test set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ProbePicture</name>
    <message>
        <source>Probe image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RecentDelegate</name>
    <message>
        <source>missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RecentList</name>
    <message>
        <source>Recent sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions that were open before: Enter or a double click opens one, Delete takes it off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
This file is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Sessions that you save or open are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove from List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RecipeForm</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration of each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes: this version computes on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Default: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RecipePanel</name>
    <message>
        <source>Reset to preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets all settings that the preset prescribes back to its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load or save the recipe, undo and redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load Recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes settings and plan from a JSON file; models and data stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Recipe As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes settings, plan and sources to a JSON file that the command line reads, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset to Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Fixed since a layer is merged: step back to the start to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked while a step runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field to correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fields to correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some steps had settings of their own; the plan now uses those above for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations after the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No fine-tuning after the last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One per core.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RunComparison</name>
    <message>
        <source>Comparison of the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each run came to, from the teachers to its last step. Click a header to sort by it; double-click a run to go to its last step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy selected runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies all runs as comma-separated values with a header line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RunController</name>
    <message>
        <source>fine-tuning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initializing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zippering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: calibrating %2/%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That didn&apos;t work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RunStatus</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused — %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of both tasks per second while calibrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimated from the time that the run has taken so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory of this program (resident)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::RunTableModel</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session stands on this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n layers merged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To teachers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs in the order in which they were begun; bold: the one the session stands on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the run&apos;s merging steps initialized the shared weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that are merged at the end of the run, in the order of merging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration iterations of all steps from the teachers to the end of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks at the end of the run minus that of the teachers, in percentage points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainable parameters of the merged network, all tasks together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration of all steps from the teachers to the end of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-1 on the test images of task %1 at the end of the run.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::SchedulePreview</name>
    <message>
        <source>The learning rate over the iterations of one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 throughout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, × %2 every %3 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 in %3 iterations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::SeriesLegend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which line belongs to which network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::SessionController</name>
    <message>
        <source>Opening the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovering the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model %1 can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two networks can&apos;t be merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A: %1
B: %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data %1 can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening data %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dropped can&apos;t be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session couldn&apos;t be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::SessionViews</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe can be changed between steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::SwitchRow</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::TaskCard</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::WeightsPage</name>
    <message>
        <source>Heads are never merged: each task keeps its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This layer isn&apos;t merged: each task has its own weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A is %1, %2 is %3, so there is no difference to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stem has no pointwise convolution. Its kernels are in the Kernels tab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These networks have no head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::WelcomePage</name>
    <message>
        <source>Zipper Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge two trained MobileNets, layer by layer, into one network that serves both tasks, and watch it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two small networks, fashion and digits, ready to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens two trained networks with their data: a complete session to try everything with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model &amp;A…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the trained network of task A.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model &amp;B…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses the trained network of task B.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a merge that was saved as a .zipper file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes back to the session that is open; nothing of it is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop one or two model files, a data folder or a session anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins a session with these two networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model and its data for both tasks first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ZipperMotif</name>
    <message>
        <source>A zipper: two strands become one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::ZipperView</name>
    <message>
        <source>mismatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depthwise, one per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height: √ of parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge of two networks, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run to layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run to this layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge all layers of the plan up to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole zipper (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as &amp;PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole zipper as an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as &amp;SVG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole zipper as a drawing that scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the zipper as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image couldn&apos;t be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the zipper as SVG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawing couldn&apos;t be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 parameters, %2 MACs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 channels, %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite: the calibration diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared by the tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one per task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depthwise 3×3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one per task, always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pointwise 1×1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mismatch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>separate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two trained networks to see them here as a zipper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer is selected. The arrow keys select one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one per task, never merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 channels at %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zipper view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Two strands, A above and B below, run from the input to the output. Layers that are merged lie in the middle, and the slider stands where the merge has got to. The height of a block is the square root of its parameters; the bars are the mean difference between each teacher and the merged network.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Double click: look at a layer. Left and Right: select a layer. F: fit. Enter: menu.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::curves::CurvesFigure</name>
    <message>
        <source>No calibration yet: the losses appear here while a step runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses over the iterations of the calibration, faint as measured and smoothed above. Wheel: zoom, with Shift or over an axis: its values. Drag: move. Double-click or Home: fit everything. Keys: Left, Right, +, −, Up, Down; Ctrl+Left and Ctrl+Right move the crosshair, End follows the newest iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iteration, all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zipper::curves::SmoothingSlider</name>
    <message>
        <source>S&amp;moothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations over which the curves are averaged (exponentially, without the pull towards zero at the start).
The values as measured stay visible behind, faintly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
