<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChangesTexts</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln test image</numerusform>
            <numerusform>%Ln test images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) can&apos;t be read and are left out.</source>
        <translation>
            <numerusform>%Ln image can&apos;t be read and is left out.</numerusform>
            <numerusform>%Ln images can&apos;t be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message numerus="yes">
        <source>No further layer is merged: all weights of the merged network are trained end to end for %Ln iteration(s).</source>
        <translation>
            <numerusform>No further layer is merged: all weights of the merged network are trained end to end for %Ln iteration.</numerusform>
            <numerusform>No further layer is merged: all weights of the merged network are trained end to end for %Ln iterations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It merges nothing, but trains all weights of the merged network together for %Ln iteration(s).</source>
        <translation>
            <numerusform>It merges nothing, but trains all weights of the merged network together for %Ln iteration.</numerusform>
            <numerusform>It merges nothing, but trains all weights of the merged network together for %Ln iterations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After merging layer %1, all weights of the merged network are trained for %Ln iteration(s), not only those of this layer.</source>
        <translation>
            <numerusform>After merging layer %1, all weights of the merged network are trained for %Ln iteration, not only those of this layer.</numerusform>
            <numerusform>After merging layer %1, all weights of the merged network are trained for %Ln iterations, not only those of this layer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then %Ln iteration(s) of calibration train the merged network to do again what the teachers do.</source>
        <translation>
            <numerusform>Then %Ln iteration of calibration trains the merged network to do again what the teachers do.</numerusform>
            <numerusform>Then %Ln iterations of calibration train the merged network to do again what the teachers do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n teacher(s) classify the test images of their tasks.</source>
        <translation>
            <numerusform>The %n teacher classifies the test images of its task.</numerusform>
            <numerusform>The %n teachers classify the test images of their tasks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several strategies merge the same %n network(s) one after another, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>Several strategies merge the same %n network one after another, beside the session, which stays as it is.</numerusform>
            <numerusform>Several strategies merge the same %n networks one after another, beside the session, which stays as it is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tasks %1 share the pointwise convolutions of all %n layer(s).</source>
        <translation>
            <numerusform>The tasks %1 share the pointwise convolution of the %n layer.</numerusform>
            <numerusform>The tasks %1 share the pointwise convolutions of all %n layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of each of the %n layer(s).</source>
        <translation>
            <numerusform>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of the %n layer.</numerusform>
            <numerusform>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of each of the %n layers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same %n network(s) are merged again and again, each time with other layers, or a deeper trunk, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>The same %n network are merged again and again, each time with other layers, or a deeper trunk, beside the session, which stays as it is.</numerusform>
            <numerusform>The same %n networks are merged again and again, each time with other layers, or a deeper trunk, beside the session, which stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LackText</name>
    <message numerus="yes">
        <source>Task(s) %1: neither model nor data chosen yet.</source>
        <translation>
            <numerusform>Task %1: neither model nor data chosen yet.</numerusform>
            <numerusform>Tasks %1: neither model nor data chosen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no model chosen yet.</source>
        <translation>
            <numerusform>Task %1: no model chosen yet.</numerusform>
            <numerusform>Tasks %1: no model chosen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no data chosen yet.</source>
        <translation>
            <numerusform>Task %1: no data chosen yet.</numerusform>
            <numerusform>Tasks %1: no data chosen yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: a network without a head can&apos;t be merged, choose another model.</source>
        <translation>
            <numerusform>Task %1: a network without a head can&apos;t be merged, choose another model.</numerusform>
            <numerusform>Tasks %1: a network without a head can&apos;t be merged, choose another model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message numerus="yes">
        <source>%n class(es), class offset %1</source>
        <translation>
            <numerusform>%n class, class offset %1</numerusform>
            <numerusform>%n classes, class offset %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden layer(s) in the head: %1</source>
        <translation>
            <numerusform>%n hidden layer in the head: %1</numerusform>
            <numerusform>%n hidden layers in the head: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanNote</name>
    <message numerus="yes">
        <source>%n layer(s) to merge.</source>
        <translation>
            <numerusform>%n layer to merge.</numerusform>
            <numerusform>%n layers to merge.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTexts</name>
    <message numerus="yes">
        <source>Next: %1; %n step(s) left.</source>
        <translation>
            <numerusform>Next: %1; %n step left.</numerusform>
            <numerusform>Next: %1; %n steps left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next: %1, about %2; all %n step(s) left about %3.</source>
        <translation>
            <numerusform>Next: %1, about %2; all %n step left about %3.</numerusform>
            <numerusform>Next: %1, about %2; all %n steps left about %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The plan merges %n layer(s): %1</source>
        <translation>
            <numerusform>The plan merges %n layer: %1</numerusform>
            <numerusform>The plan merges %n layers: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %1: %2 (%3 of %n layer(s) merged)</source>
        <translation>
            <numerusform>After %1: %2 (%3 of %n layer merged)</numerusform>
            <numerusform>After %1: %2 (%3 of %n layers merged)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time: %1 for %2, %3 for all %n step(s).</source>
        <translation>
            <numerusform>Time: %1 for %2, %3 for all %n step.</numerusform>
            <numerusform>Time: %1 for %2, %3 for all %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a sample of %1 of %n test image(s)</source>
        <translation>
            <numerusform>a sample of %1 of %n test image</numerusform>
            <numerusform>a sample of %1 of %n test images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n test image</numerusform>
            <numerusform>%n test images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message numerus="yes">
        <source>Of %1 parameters, %2 are left with %n layer(s) merged.</source>
        <translation>
            <numerusform>Of %1 parameters, %2 are left with %n layer merged.</numerusform>
            <numerusform>Of %1 parameters, %2 are left with %n layers merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message numerus="yes">
        <source>To be trained: %1, width %2, input %3×%3, %n class(es).</source>
        <translation>
            <numerusform>To be trained: %1, width %2, input %3×%3, %n class.</numerusform>
            <numerusform>To be trained: %1, width %2, input %3×%3, %n classes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ChannelsPage</name>
    <message numerus="yes">
        <source>%1 of %n channel(s) of %2 change places.</source>
        <translation>
            <numerusform>%1 of %n channel of %2 changes places.</numerusform>
            <numerusform>%1 of %n channels of %2 change places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ClassesDialog</name>
    <message numerus="yes">
        <source>%n class(es), matched by name</source>
        <translation>
            <numerusform>%n class, matched by name</numerusform>
            <numerusform>%n classes, matched by name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched by number</source>
        <translation>
            <numerusform>%n class, matched by number</numerusform>
            <numerusform>%n classes, matched by number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched as you said</source>
        <translation>
            <numerusform>%n class, matched as you said</numerusform>
            <numerusform>%n classes, matched as you said</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), taken in order: the network&apos;s outputs have no names</source>
        <translation>
            <numerusform>%n class, taken in order: the network&apos;s outputs have no names</numerusform>
            <numerusform>%n classes, taken in order: the network&apos;s outputs have no names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) without an output: all images of it are left out.</source>
        <translation>
            <numerusform>%n class without an output: all images of it are left out.</numerusform>
            <numerusform>%n classes without an output: all images of them are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s) of several classes: these count as one class.</source>
        <translation>
            <numerusform>%n output of several classes: these count as one class.</numerusform>
            <numerusform>%n outputs of several classes each: these count as one class.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ConfusionView</name>
    <message numerus="yes">
        <source>%Ln class(es); a row for each label, a column for each answer.</source>
        <translation>
            <numerusform>%Ln class; a row for each label, a column for each answer.</numerusform>
            <numerusform>%Ln classes; a row for each label, a column for each answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ErrorsPage</name>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln test image</numerusform>
            <numerusform>%Ln test images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ExportPanel</name>
    <message numerus="yes">
        <source>read back and run on %n image(s) per task, largest relative difference %1</source>
        <translation>
            <numerusform>read back and run on %n image per task, largest relative difference %1</numerusform>
            <numerusform>read back and run on %n images per task, largest relative difference %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read back and run on %n image(s) per task: largest relative difference %1.</source>
        <translation>
            <numerusform>Read back and run on %n image per task: largest relative difference %1.</numerusform>
            <numerusform>Read back and run on %n images per task: largest relative difference %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GalleryModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GalleryPage</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::HistoryModel</name>
    <message numerus="yes">
        <source>%Ln iteration(s) with %1 images per task; %2, %3 learning rate %4</source>
        <translation>
            <numerusform>%Ln iteration with %1 images per task; %2, %3 learning rate %4</numerusform>
            <numerusform>%Ln iterations with %1 images per task; %2, %3 learning rate %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::LayerTotals</name>
    <message numerus="yes">
        <source>All %n rows</source>
        <translation>
            <numerusform>The only row</numerusform>
            <numerusform>All %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::LessonDialog</name>
    <message numerus="yes">
        <source>%n image(s); the file will have about %1, of which the networks and steps take %2.</source>
        <translation>
            <numerusform>%n image; the file will have about %1, of which the networks and steps take %2.</numerusform>
            <numerusform>%n images; the file will have about %1, of which the networks and steps take %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::MainWindow</name>
    <message numerus="yes">
        <source>A session with unsaved work was kept on %1: %2, %n layer(s) merged.</source>
        <translation>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layer merged.</numerusform>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layers merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Finished steps stay; the step in progress is lost. %Ln recipe(s) that wait are kept, and are there again when these networks are opened.</source>
        <translation>
            <numerusform>Finished steps stay; the step in progress is lost. %Ln recipe that waits is kept, and is there again when these networks are opened.</numerusform>
            <numerusform>Finished steps stay; the step in progress is lost. %Ln recipes that wait are kept, and are there again when these networks are opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::PermutationChart</name>
    <message numerus="yes">
        <source>%1 of %Ln channel(s) of %2 stand in place.</source>
        <translation>
            <numerusform>%1 of %Ln channel of %2 stand in place.</numerusform>
            <numerusform>%1 of %Ln channels of %2 stand in place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::QueueLink</name>
    <message numerus="yes">
        <source>%Ln recipe(s) of the last time wait in the queue.</source>
        <translation>
            <numerusform>%Ln recipe of the last time waits in the queue.</numerusform>
            <numerusform>%Ln recipes of the last time wait in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was stopped; %Ln recipe(s) wait.</source>
        <translation>
            <numerusform>The queue was stopped; %Ln recipe waits.</numerusform>
            <numerusform>The queue was stopped; %Ln recipes wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue is through; %Ln recipe(s) failed.</source>
        <translation>
            <numerusform>The queue is through; %Ln recipe failed.</numerusform>
            <numerusform>The queue is through; %Ln recipes failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::QueueModel</name>
    <message numerus="yes">
        <source>%Ln iteration(s)</source>
        <translation>
            <numerusform>%Ln iteration</numerusform>
            <numerusform>%Ln iterations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::QueuePanel</name>
    <message numerus="yes">
        <source>%Ln recipe(s) to run</source>
        <translation>
            <numerusform>%Ln recipe to run</numerusform>
            <numerusform>%Ln recipes to run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RecipeDifferenceDialog</name>
    <message numerus="yes">
        <source>%n setting(s) differ; what both have in common isn&apos;t listed.</source>
        <translation>
            <numerusform>%n setting differs; what both have in common isn&apos;t listed.</numerusform>
            <numerusform>%n settings differ; what both have in common isn&apos;t listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RecipePanel</name>
    <message numerus="yes">
        <source>%n field(s) to correct.</source>
        <translation>
            <numerusform>%n field to correct.</numerusform>
            <numerusform>%n fields to correct.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RunTableModel</name>
    <message numerus="yes">
        <source>%n layer(s) merged</source>
        <translation>
            <numerusform>%n layer merged</numerusform>
            <numerusform>%n layers merged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SchedulePreview</name>
    <message numerus="yes">
        <source>%1 → %2 in %Ln iteration(s)</source>
        <translation>
            <numerusform>%1 → %2 in %Ln iteration</numerusform>
            <numerusform>%1 → %2 in %Ln iterations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SortedCostChart</name>
    <message numerus="yes">
        <source>%Ln pair(s), merge estimates from %1 to %2.</source>
        <translation>
            <numerusform>%Ln pair, merge estimates from %1 to %2.</numerusform>
            <numerusform>%Ln pairs, merge estimates from %1 to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::StartBar</name>
    <message numerus="yes">
        <source>Begins a session with these %n networks.</source>
        <translation>
            <numerusform>Begins a session with this %n network.</numerusform>
            <numerusform>Begins a session with these %n networks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n layers of these networks are the same, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>The only layer of these networks is the same, bit for bit: they can be merged exactly, without images.</numerusform>
            <numerusform>All %n layers of these networks are the same, bit for bit: they can be merged exactly, without images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of %1 layers are the same in these networks, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>The first of %1 layers is the same in these networks, bit for bit: it can be merged exactly, without images.</numerusform>
            <numerusform>The first %n of %1 layers are the same in these networks, bit for bit: they can be merged exactly, without images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::TrainDialog</name>
    <message numerus="yes">
        <source>Validation top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>Validation top-1: %1 of %n image.</numerusform>
            <numerusform>Validation top-1: %1 of %n images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>Test top-1: %1 of %n image.</numerusform>
            <numerusform>Test top-1: %1 of %n images.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::ZipperView</name>
    <message numerus="yes">
        <source>Merge of %n network(s), layer by layer</source>
        <translation>
            <numerusform>Merge of %n network, layer by layer</numerusform>
            <numerusform>Merge of %n networks, layer by layer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1. No layer is selected. The arrow keys select one.</source>
        <translation>
            <numerusform>%n task, from the top: %1. No layer is selected. The arrow keys select one.</numerusform>
            <numerusform>%n tasks, from the top: %1. No layer is selected. The arrow keys select one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n layer(s) is merged.</source>
        <translation>
            <numerusform>None of %n layer is merged.</numerusform>
            <numerusform>None of %n layers is merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n layer(s) these are merged: %1.</source>
        <translation>
            <numerusform>Of %n layer these are merged: %1.</numerusform>
            <numerusform>Of %n layers these are merged: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1.</source>
        <translation>
            <numerusform>%n task, from the top: %1.</numerusform>
            <numerusform>%n tasks, from the top: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
