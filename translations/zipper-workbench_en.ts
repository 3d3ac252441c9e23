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
    <name>zipper::MainWindow</name>
    <message numerus="yes">
        <source>A session with unsaved work was kept on %1: %2, %n layer(s) merged.</source>
        <translation>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layer merged.</numerusform>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layers merged.</numerusform>
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
</context>
</TS>
