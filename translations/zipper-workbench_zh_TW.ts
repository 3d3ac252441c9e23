<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AccuracyFigure</name>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，層 %2</translation>
    </message>
    <message>
        <source>%1, fine-tuned</source>
        <translation>%1，已微調</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任務 %1</translation>
    </message>
    <message>
        <source>Top-1 of task %1 after the calibration of each step; a point in a ring is one after fine-tuning</source>
        <translation>每一步校準後任務 %1 的 top-1；圓圈中的點是微調後的</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>After initialization</source>
        <translation>初始化後</translation>
    </message>
    <message>
        <source>Top-1 after the initialization of each step, before its calibration</source>
        <translation>每一步初始化後、校準前的 top-1</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation>顯示或隱藏此次執行</translation>
    </message>
    <message>
        <source>No layer merged</source>
        <translation>未合併任何層</translation>
    </message>
    <message>
        <source>Merged layers: %1</source>
        <translation>已合併的層：%1</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校準</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 張影像中的 %1 張</translation>
    </message>
    <message>
        <source>Newest points: of a sample of the test images; the rest is scored when nothing else runs.</source>
        <translation>最新的點：來自部分測試影像；其餘在沒有其他工作時評分。</translation>
    </message>
    <message>
        <source>Newest points: of a sample of %1 of the %2 test images; the rest is scored when nothing else runs.</source>
        <translation>最新的點：來自 %2 張測試影像中的 %1 張；其餘在沒有其他工作時評分。</translation>
    </message>
    <message>
        <source>Top-1 of the trained networks as loaded; the bands are their 95 % intervals, within which a difference may be chance</source>
        <translation>載入的已訓練網路的 top-1；色帶是其 95 % 信賴區間，落在其中的差異可能出於偶然</translation>
    </message>
</context>
<context>
    <name>BesideWeights</name>
    <message>
        <source>here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>並列</translation>
    </message>
    <message>
        <source>here − beside</source>
        <translation>此處 − 並列</translation>
    </message>
</context>
<context>
    <name>ChangesTexts</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 張影像</numerusform>
        </translation>
    </message>
    <message>
        <source>If chance alone decided which, so large a difference would come up in fewer than 1 of 10,000 cases (McNemar&apos;s test).</source>
        <translation>若純屬偶然，這麼大的差異在 10,000 次中出現不到 1 次（McNemar 檢定）。</translation>
    </message>
    <message>
        <source>If chance alone decided which, so large a difference would come up in %1 of %2 cases (McNemar&apos;s test).</source>
        <translation>若純屬偶然，這麼大的差異在 %2 次中會出現 %1 次（McNemar 檢定）。</translation>
    </message>
    <message>
        <source>All images of %1</source>
        <translation>%1 的所有影像</translation>
    </message>
    <message>
        <source>Images of %1 that the teacher answers %2 to</source>
        <translation>教師答為 %2 的 %1 影像</translation>
    </message>
    <message>
        <source>Images of %1 that the merged network answers %2 to</source>
        <translation>合併網路答為 %2 的 %1 影像</translation>
    </message>
    <message>
        <source>Images of %1 that only one of the two answers %2 to</source>
        <translation>只有其中一個答為 %2 的 %1 影像</translation>
    </message>
    <message>
        <source>Lost: the teacher is right, the merged network wrong</source>
        <translation>失去：教師答對，合併網路答錯</translation>
    </message>
    <message>
        <source>Won: the merged network is right, the teacher wrong</source>
        <translation>贏得：合併網路答對，教師答錯</translation>
    </message>
    <message>
        <source>Both are right</source>
        <translation>兩者皆對</translation>
    </message>
    <message>
        <source>Both are wrong</source>
        <translation>兩者皆錯</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>Of %1 the teacher has %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>%1 中，教師答對 %2：%3（95 % 信賴區間：%4 到 %5）。</translation>
    </message>
    <message>
        <source>Of %1 the merged network has %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>%1 中，合併網路答對 %2：%3（95 % 信賴區間：%4 到 %5）。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln 張測試影像</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge lost no image and won none: whatever was right is right, and the rest is wrong.</source>
        <translation>合併沒有失去也沒有贏得任何影像：原本對的仍對，其餘仍錯。</translation>
    </message>
    <message>
        <source>The merge lost %1 and won %2.</source>
        <translation>合併失去 %1，贏得 %2。</translation>
    </message>
    <message>
        <source>So this is hardly chance.</source>
        <translation>因此這不太可能是偶然。</translation>
    </message>
    <message>
        <source>So this may well be chance.</source>
        <translation>因此這可能只是偶然。</translation>
    </message>
    <message>
        <source>So far %1 of %2 test images are compared.</source>
        <translation>至今已比較 %2 張測試影像中的 %1 張。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) can&apos;t be read and are left out.</source>
        <translation>
            <numerusform>%Ln 張影像無法讀取，略過不計。</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>won</source>
        <translation>贏得</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>兩者皆對</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>兩者皆錯</translation>
    </message>
    <message>
        <source>teacher: %1, %2</source>
        <translation>教師：%1，%2</translation>
    </message>
    <message>
        <source>merged: %1, %2</source>
        <translation>合併：%1，%2</translation>
    </message>
    <message>
        <source>Test image %1, labelled %2; %3; %4; %5</source>
        <translation>測試影像 %1，標籤 %2；%3；%4；%5</translation>
    </message>
    <message>
        <source>%1, %2: teacher %3, merged %4; lost %5, won %6</source>
        <translation>%1，%2：教師 %3，合併 %4；失去 %5，贏得 %6</translation>
    </message>
    <message>
        <source>Images of %1 that are answered %2: teacher %3, merged %4, difference %5.</source>
        <translation>答為 %2 的 %1 影像：教師 %3，合併 %4，差異 %5。</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>teacher, merged, difference</comment>
        <translation>%1 → %2（%3）</translation>
    </message>
    <message>
        <source>%1 recognized: %2</source>
        <translation>%1 正確辨認：%2</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>%1 被當成 %2：%3</translation>
    </message>
    <message>
        <source>Right %1 only</source>
        <comment>here</comment>
        <translation>只有 %1 答對</translation>
    </message>
    <message>
        <source>No image was lost and none won.</source>
        <translation>沒有失去也沒有贏得任何影像。</translation>
    </message>
    <message>
        <source>The change is hardly chance.</source>
        <translation>這個變化不太可能是偶然。</translation>
    </message>
    <message>
        <source>The change may well be chance.</source>
        <translation>這個變化可能只是偶然。</translation>
    </message>
    <message>
        <source>Of %1: teacher %2 (%3 to %4), merged network %5 (%6 to %7). %8</source>
        <comment>test images, accuracies with their intervals, what chance may be</comment>
        <translation>%1：教師 %2（%3 到 %4），合併網路 %5（%6 到 %7）。%8</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>network: class, probability</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Test image %1, labelled %2; %3; %4</source>
        <translation>測試影像 %1，標籤 %2；%3；%4</translation>
    </message>
</context>
<context>
    <name>CurveRun</name>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>Copies for recovery aren&apos;t kept: the folder %1 can&apos;t be written.</source>
        <translation>不保留供復原的複本：無法寫入資料夾 %1。</translation>
    </message>
    <message>
        <source>Settings and the list of recent sessions aren&apos;t kept: the folder %1 can&apos;t be written.</source>
        <translation>不保留設定與最近工作階段的清單：無法寫入資料夾 %1。</translation>
    </message>
    <message>
        <source>Save sessions elsewhere, and make that writable or name another home folder (HOME) before the next start.</source>
        <translation>請將工作階段存到別處，並在下次啟動前讓該處可寫入，或指定另一個家目錄（HOME）。</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message>
        <source>%1 training, %2 validation, %3 test images</source>
        <translation>%1 張訓練、%2 張驗證、%3 張測試影像</translation>
    </message>
    <message>
        <source>%1 training, %2 test images</source>
        <translation>%1 張訓練、%2 張測試影像</translation>
    </message>
    <message>
        <source>%1 classes: %2</source>
        <translation>%1 個類別：%2</translation>
    </message>
    <message>
        <source>Transparency: %1; orientation: %2</source>
        <translation>透明度：%1；方向：%2</translation>
    </message>
    <message>
        <source>dropped, as PIL and TensorFlow do</source>
        <translation>捨棄，與 PIL 和 TensorFlow 相同</translation>
    </message>
    <message>
        <source>laid over white</source>
        <translation>置於白底上</translation>
    </message>
    <message>
        <source>as stored, as PyTorch and TensorFlow do</source>
        <translation>依儲存方式，與 PyTorch 和 TensorFlow 相同</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>轉正</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>%1 檔案</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 與另外 %2 項</translation>
    </message>
    <message>
        <source>This file is not written over.</source>
        <translation>這個檔案不會被覆寫。</translation>
    </message>
    <message>
        <source>Replace files that are in this folder already?</source>
        <translation>要取代此資料夾中已有的檔案嗎？</translation>
    </message>
    <message>
        <source>%1 has: %2</source>
        <translation>%1 中有：%2</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>取代(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Distributions</name>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>merged %1</source>
        <translation>合併 %1</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 權重</translation>
    </message>
    <message>
        <source>%1 BN scale γ</source>
        <translation>%1 BN 縮放 γ</translation>
    </message>
    <message>
        <source>%1 BN shift β</source>
        <translation>%1 BN 平移 β</translation>
    </message>
    <message>
        <source>%1 BN mean μ</source>
        <translation>%1 BN 平均 μ</translation>
    </message>
    <message>
        <source>%1 BN variance σ²</source>
        <translation>%1 BN 變異數 σ²</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation>逐深度</translation>
    </message>
    <message>
        <source>%1 bias</source>
        <translation>%1 偏差</translation>
    </message>
</context>
<context>
    <name>EngineText</name>
    <message>
        <source>say which class is which output: --classes FILE on the command line, &quot;Match classes...&quot; in the workbench</source>
        <translation>說明哪個類別是哪個輸出：命令列用 --classes FILE，工作台用「對應類別...」</translation>
    </message>
    <message>
        <source>only the data set has names for the classes: the data set has %1; the network has %2; the network&apos;s numbers are taken for positions in the data set&apos;s order. If that is wrong, %3</source>
        <translation>只有資料集有類別名稱：資料集有 %1；網路有 %2；網路的編號視為資料集順序中的位置。若有誤，%3</translation>
    </message>
    <message>
        <source>the class names differ: the data set has %1; the network has %2; they are taken in this order, the first class for the first output. Unless that is right, all figures are wrong: %3</source>
        <translation>類別名稱不同：資料集有 %1；網路有 %2；依此順序對應，第一個類別對第一個輸出。若不正確，所有數字都是錯的：%3</translation>
    </message>
    <message>
        <source>in the list, %1 name stands for another output than in the network itself: %2; the list is followed; %3</source>
        <translation>清單中有 %1 個名稱代表的輸出與網路本身不同：%2；以清單為準；%3</translation>
    </message>
    <message>
        <source>in the list, %1 names stand for another output than in the network itself: %2; the list is followed; %3</source>
        <translation>清單中有 %1 個名稱代表的輸出與網路本身不同：%2；以清單為準；%3</translation>
    </message>
    <message>
        <source>in the list, %1 name stands for another output than in the network itself: %2; the list is followed</source>
        <translation>清單中有 %1 個名稱代表的輸出與網路本身不同：%2；以清單為準</translation>
    </message>
    <message>
        <source>in the list, %1 names stand for another output than in the network itself: %2; the list is followed</source>
        <translation>清單中有 %1 個名稱代表的輸出與網路本身不同：%2；以清單為準</translation>
    </message>
    <message>
        <source>the data set has %1 classes, the network&apos;s head only %2; choose the data that the network was trained on, or train a new head %3</source>
        <translation>資料集有 %1 個類別，網路的頭部只有 %2 個；請選擇訓練網路所用的資料，或訓練新的頭部 %3</translation>
    </message>
    <message>
        <source>in a terminal: zipper train --from %1 --data FOLDER --out NEW.safetensors</source>
        <translation>在終端機中：zipper train --from %1 --data FOLDER --out NEW.safetensors</translation>
    </message>
    <message>
        <source>model %1 (%2) has no head: nothing in it tells classes apart. Choose a file of the whole network (its name often lacks &quot;no_top&quot; or &quot;backbone&quot;), or train a head on your images %3</source>
        <translation>模型 %1（%2）沒有頭部：其中沒有任何東西能分辨類別。請選擇整個網路的檔案（骨幹的名稱常含「no_top」或「backbone」），或以您的影像訓練頭部 %3</translation>
    </message>
    <message>
        <source>the classes of the data set are the numbers %1, the network has no names: each number is taken for that output. If the network was trained in this order of folders instead, choose the position (--classes position)</source>
        <translation>資料集的類別是數字 %1，網路沒有名稱：每個數字視為該編號的輸出。若網路是依此資料夾順序訓練的，請改選位置（--classes position）</translation>
    </message>
    <message>
        <source>the class map has %1 entries, the data set %2 classes</source>
        <translation>類別對應有 %1 項，資料集有 %2 個類別</translation>
    </message>
    <message>
        <source>the class map names output %1; %2 to %3 are the network&apos;s, or -1 for none</source>
        <translation>類別對應指定了輸出 %1；網路的輸出是 %2 到 %3，-1 表示無</translation>
    </message>
    <message>
        <source>an older version made this session and took the first class for the first output, and so on, although their names say otherwise: the data set has %1; the network has %2. It goes on so; a new merge, or --classes names, goes by the names</source>
        <translation>此工作階段由舊版本建立，當時將第一個類別對應第一個輸出，依此類推，儘管其名稱並非如此：資料集有 %1；網路有 %2。它會照此繼續；新的合併，或 --classes names，會依名稱對應</translation>
    </message>
    <message>
        <source>%1 (left out: %2 training and %3 test images)</source>
        <translation>%1（略過：%2 張訓練影像與 %3 張測試影像）</translation>
    </message>
    <message>
        <source>the data set has %1 classes, the network %2; scores only mean something if its classes are the network&apos;s first, in that order</source>
        <translation>資料集有 %1 個類別，網路有 %2 個；只有當資料集的類別依序是網路的前幾個類別時，分數才有意義</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that the session was made with; results can&apos;t be compared. %2</source>
        <translation>%1 中的影像不是建立此工作階段時所用的；結果無法比較。%2</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that the session was made with; results can&apos;t be compared.</source>
        <translation>%1 中的影像不是建立此工作階段時所用的；結果無法比較。</translation>
    </message>
    <message>
        <source>the network has no output &quot;%1&quot;; it has %2; numbers from %3 to %4 are allowed, and - for none</source>
        <translation>網路沒有輸出「%1」；它有 %2；可用 %3 到 %4 的數字，- 表示無</translation>
    </message>
    <message>
        <source>the network has no output &quot;%1&quot;; numbers from %2 to %3 are allowed, and - for none</source>
        <translation>網路沒有輸出「%1」；可用 %2 到 %3 的數字，- 表示無</translation>
    </message>
    <message>
        <source>empty; lines such as cat = 3 expected, or a name per output of the network</source>
        <translation>空白；應為如 cat = 3 的各行，或網路的每個輸出一個名稱</translation>
    </message>
    <message>
        <source>&quot;%1&quot; found, class = output expected (or, in a file that names the network&apos;s %2 outputs, as many lines as these; there are %3)</source>
        <translation>找到「%1」，應為 類別 = 輸出（或在為網路 %2 個輸出命名的檔案中，行數與其相同；此處有 %3 行）</translation>
    </message>
    <message>
        <source>the data set has no class &quot;%1&quot;; it has %2</source>
        <translation>資料集沒有類別「%1」；它有 %2</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; stands there twice</source>
        <translation>類別「%1」出現了兩次</translation>
    </message>
    <message>
        <source>there are no test images of its own: %1 % of the images of each class are held out for testing</source>
        <translation>沒有專屬的測試影像：每個類別保留 %1 % 的影像用於測試</translation>
    </message>
    <message>
        <source>%1 is trained on, %2 is what states are chosen by, %3 is tested on</source>
        <translation>%1 用於訓練，%2 用於選擇狀態，%3 用於測試</translation>
    </message>
    <message>
        <source>%1 is trained on and %2 is the test set: there is no folder of test images beside them</source>
        <translation>%1 用於訓練，%2 是測試集：旁邊沒有測試影像的資料夾</translation>
    </message>
    <message>
        <source>%1 is trained on, %2 is tested on</source>
        <translation>%1 用於訓練，%2 用於測試</translation>
    </message>
    <message>
        <source>%1 is left out: %2</source>
        <translation>略過 %1：%2</translation>
    </message>
    <message>
        <source>%1 are left out: %2</source>
        <translation>略過 %1：%2</translation>
    </message>
    <message>
        <source>no class folders are in there</source>
        <translation>其中沒有類別資料夾</translation>
    </message>
    <message>
        <source>the names don&apos;t say what they are for</source>
        <translation>名稱沒有說明用途</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 張影像</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1 張影像</translation>
    </message>
    <message>
        <source>%1, %2 of them in subfolders of their class</source>
        <translation>%1，其中 %2 張在其類別的子資料夾中</translation>
    </message>
    <message>
        <source>%1; %2 files left out: %3</source>
        <translation>%1；略過 %2 個檔案：%3</translation>
    </message>
    <message>
        <source>%1; %2 file left out: %3</source>
        <translation>%1；略過 %2 個檔案：%3</translation>
    </message>
    <message>
        <source>%1; %2 images beside the class folders left out</source>
        <translation>%1；略過類別資料夾旁的 %2 張影像</translation>
    </message>
    <message>
        <source>%1; %2 image beside the class folders left out</source>
        <translation>%1；略過類別資料夾旁的 %2 張影像</translation>
    </message>
    <message>
        <source>%1 files left out: %2</source>
        <translation>略過 %1 個檔案：%2</translation>
    </message>
    <message>
        <source>%1 file left out: %2</source>
        <translation>略過 %1 個檔案：%2</translation>
    </message>
    <message>
        <source>%1 without an ending</source>
        <translation>%1 個沒有副檔名</translation>
    </message>
    <message>
        <source>%1 with other endings</source>
        <translation>%1 個有其他副檔名</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 個隱藏</translation>
    </message>
    <message>
        <source>%1 that are no files (pipes, devices, broken links)</source>
        <translation>%1 個不是檔案（管線、裝置、失效的連結）</translation>
    </message>
    <message>
        <source>%1 link that leads in a circle</source>
        <translation>%1 個繞圈的連結</translation>
    </message>
    <message>
        <source>%1 links that lead in circles</source>
        <translation>%1 個繞圈的連結</translation>
    </message>
    <message>
        <source>the classes are in the order of their names&apos; bytes, as the loaders of PyTorch and Keras order them: %1; by the numbers in them it would be %2</source>
        <translation>類別依名稱的位元組順序排列，與 PyTorch 和 Keras 的載入程式相同：%1；若依其中的數字則為 %2</translation>
    </message>
    <message>
        <source>%1 isn&apos;t used beside the other lists</source>
        <translation>與其他清單並存，不使用 %1</translation>
    </message>
    <message>
        <source>the classes are those of %1</source>
        <translation>類別取自 %1</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4</source>
        <translation>類別取自 %1；清單中 %3 張影像有 %2 張不存在，第一張是 %4</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4; %5 images aren&apos;t listed and left out</source>
        <translation>類別取自 %1；清單中 %3 張影像有 %2 張不存在，第一張是 %4；%5 張影像不在清單中，略過不用</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4; %5 image isn&apos;t listed and left out</source>
        <translation>類別取自 %1；清單中 %3 張影像有 %2 張不存在，第一張是 %4；%5 張影像不在清單中，略過不用</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 images aren&apos;t listed and left out</source>
        <translation>類別取自 %1；%2 張影像不在清單中，略過不用</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 image isn&apos;t listed and left out</source>
        <translation>類別取自 %1；%2 張影像不在清單中，略過不用</translation>
    </message>
    <message>
        <source>validation images of the lists are what states are chosen by</source>
        <translation>清單的驗證影像用於選擇狀態</translation>
    </message>
    <message>
        <source>the validation images of the lists are the test set: they list no test images</source>
        <translation>清單的驗證影像作為測試集：清單中沒有測試影像</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it lists no images</source>
        <translation>它沒有列出影像</translation>
    </message>
    <message>
        <source>no column is headed as one of files (filename, path, image ...); found were %1</source>
        <translation>沒有任何欄的標題是檔案（filename、path、image ...）；找到的是 %1</translation>
    </message>
    <message>
        <source>no column is headed as one of classes (label, class, category ...); found were %1</source>
        <translation>沒有任何欄的標題是類別（label、class、category ...）；找到的是 %1</translation>
    </message>
    <message>
        <source>a file and its class were expected, %1 fields were found</source>
        <translation>應有一個檔案及其類別，找到 %1 個欄位</translation>
    </message>
    <message>
        <source>a file and its class were expected</source>
        <translation>應有一個檔案及其類別</translation>
    </message>
    <message>
        <source>train, val or test was expected under &quot;%1&quot;, &quot;%2&quot; was found</source>
        <translation>「%1」之下應為 train、val 或 test，找到的是「%2」</translation>
    </message>
    <message>
        <source>%1 and %2 both list images with classes; keep one of them</source>
        <translation>%1 與 %2 都列出了影像與類別；請保留其中之一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of the data set&apos;s folder; name images relative to it</source>
        <translation>「%1」指向資料集資料夾之外；請以相對於資料夾的方式指定影像</translation>
    </message>
    <message>
        <source>%1 has the class &quot;%2&quot;, before that it had &quot;%3&quot;; images of one class each are read</source>
        <translation>%1 的類別是「%2」，之前是「%3」；只讀取每張屬於一個類別的影像</translation>
    </message>
    <message>
        <source>%1 gives %2 images of one class (&quot;%3&quot;), at least two classes were expected; complete the list</source>
        <translation>%1 只列出同一類別（「%3」）的 %2 張影像，至少應有兩個類別；請補全清單</translation>
    </message>
    <message>
        <source>none of the %1 images that %2 names is there (%3 ...); put them beside the list</source>
        <translation>%2 所列的 %1 張影像一張都不存在（%3 ...）；請將它們放在清單旁</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; was not expected: no training image has it; correct the list</source>
        <translation>不應有類別「%1」：沒有訓練影像屬於它；請修正清單</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; was not expected: the training images have %2 classes, from &quot;%3&quot; to &quot;%4&quot;; rename or remove the folder</source>
        <translation>不應有類別「%1」：訓練影像有 %2 個類別，從「%3」到「%4」；請重新命名或移除該資料夾</translation>
    </message>
    <message>
        <source>%1 lists no images for %2; complete it</source>
        <translation>%1 沒有列出 %2 的影像；請補全</translation>
    </message>
    <message>
        <source>names %1 classes, the lists have %2</source>
        <translation>列出 %1 個類別，清單有 %2 個</translation>
    </message>
    <message>
        <source>one class name a line was expected, the file is empty</source>
        <translation>應每行一個類別名稱，檔案是空的</translation>
    </message>
    <message>
        <source>a class name was expected, a blank line was found; remove it</source>
        <translation>應為類別名稱，卻是空行；請移除</translation>
    </message>
    <message>
        <source>the class name &quot;%1&quot; occurs twice; class names must differ</source>
        <translation>類別名稱「%1」出現兩次；類別名稱必須不同</translation>
    </message>
    <message>
        <source>a folder with a data set was expected, this is a file; choose the folder that holds it</source>
        <translation>應為含資料集的資料夾，這是檔案；請選擇存放它的資料夾</translation>
    </message>
    <message>
        <source>the folder of the data set was expected, there is no such folder; choose one with %1</source>
        <translation>應為資料集的資料夾，但沒有這個資料夾；請選擇含有 %1 的資料夾</translation>
    </message>
    <message>
        <source>IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte, plain or .gz), CIFAR-10 batches (data_batch_1.bin), class folders with images (%1), directly or below train/, validation/ and test/, or images beside a list (a .csv with columns for file and label, train.txt, CUB-200&apos;s or Flowers-102&apos;s lists)</source>
        <translation>IDX 檔案（train-images-idx3-ubyte、train-labels-idx1-ubyte，原始或 .gz）、CIFAR-10 批次（data_batch_1.bin）、含影像的類別資料夾（%1），直接放置或位於 train/、validation/ 與 test/ 之下，或清單旁的影像（含檔案與標籤欄的 .csv、train.txt、CUB-200 或 Flowers-102 的清單）</translation>
    </message>
    <message>
        <source>no data set: expected were %1; found was %2; choose another folder</source>
        <translation>沒有資料集：應有 %1；找到的是 %2；請選擇另一個資料夾</translation>
    </message>
    <message>
        <source>no data set: all images are of one class (&quot;%1&quot;), at least two classes were expected</source>
        <translation>沒有資料集：所有影像都屬於同一類別（「%1」），至少應有兩個類別</translation>
    </message>
    <message>
        <source>no data set: %1; %2</source>
        <translation>沒有資料集：%1；%2</translation>
    </message>
    <message>
        <source>an empty folder</source>
        <translation>空的資料夾</translation>
    </message>
    <message>
        <source>an empty folder (%1)</source>
        <translation>空的資料夾（%1）</translation>
    </message>
    <message>
        <source>%1 folders and %2 files (%3)</source>
        <translation>%1 個資料夾與 %2 個檔案（%3）</translation>
    </message>
    <message>
        <source>%1 folders and %2 files (%3) (%4)</source>
        <translation>%1 個資料夾與 %2 個檔案（%3）（%4）</translation>
    </message>
    <message>
        <source>choose %1 if its %2 folders are the classes</source>
        <translation>如果其 %2 個資料夾是類別，請選擇 %1</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>請選擇 %1</translation>
    </message>
    <message>
        <source>give each class a folder of its own, or add a list: a .csv with columns for file and label</source>
        <translation>請為每個類別建立各自的資料夾，或加上清單：含檔案與標籤欄的 .csv</translation>
    </message>
    <message>
        <source>%1 holds a folder of training images, so that it is a data set of its own</source>
        <translation>%1 含有訓練影像的資料夾，因此它本身就是一個資料集</translation>
    </message>
    <message>
        <source>%1 holds images, but no class folders</source>
        <translation>%1 含有影像，但沒有類別資料夾</translation>
    </message>
    <message>
        <source>%1 hold images, but no class folders</source>
        <translation>%1 含有影像，但沒有類別資料夾</translation>
    </message>
    <message>
        <source>%1 holds images, but the name says no class</source>
        <translation>%1 含有影像，但名稱沒有說明類別</translation>
    </message>
    <message>
        <source>%1 hold images, but the name says no class</source>
        <translation>%1 含有影像，但名稱沒有說明類別</translation>
    </message>
    <message>
        <source>%1 hold folders of the same names, so that they are no classes</source>
        <translation>%1 含有同名的資料夾，因此它們不是類別</translation>
    </message>
    <message>
        <source>call them train, validation and test</source>
        <translation>請將它們命名為 train、validation 與 test</translation>
    </message>
    <message>
        <source>class folders with images were found in %1 but none in train/; the classes are defined by the folders in train/, add them</source>
        <translation>在 %1 中找到含影像的類別資料夾，但 train/ 中沒有；類別由 train/ 中的資料夾決定，請加上它們</translation>
    </message>
    <message>
        <source>images (%1) of one class were expected, none were found; add some or remove the folder</source>
        <translation>應有一個類別的影像（%1），卻沒有找到；請加入一些或移除該資料夾</translation>
    </message>
    <message>
        <source>images (%1) of one class were expected, none were found (%2); add some or remove the folder</source>
        <translation>應有一個類別的影像（%1），卻沒有找到（%2）；請加入一些或移除該資料夾</translation>
    </message>
    <message>
        <source>images were expected, none were found; add some</source>
        <translation>應有影像，卻沒有找到；請加入一些</translation>
    </message>
    <message>
        <source>a test split can&apos;t be held out: at least one class with 2 images was expected, every class has 1; add images or a test split</source>
        <translation>無法保留測試影像：至少應有一個類別有 2 張影像，但每個類別都只有 1 張；請加入影像或測試集</translation>
    </message>
    <message>
        <source>lies more than %1 folders deep; choose a folder whose class folders hold the images</source>
        <translation>位於超過 %1 層的資料夾深處；請選擇其類別資料夾含有影像的資料夾</translation>
    </message>
    <message>
        <source>more than %1 folders were walked up to this one; choose the folder of the data set itself</source>
        <translation>到此為止走訪了超過 %1 個資料夾；請選擇資料集本身的資料夾</translation>
    </message>
    <message>
        <source>%1 and %2 (plain or .gz) were expected, %3; put the files there under these names</source>
        <translation>應有 %1 與 %2（原始或 .gz），%3；請以這些檔名將檔案放在此處</translation>
    </message>
    <message>
        <source>both are missing</source>
        <translation>兩者都缺少</translation>
    </message>
    <message>
        <source>the first is missing</source>
        <translation>缺少第一個</translation>
    </message>
    <message>
        <source>the second is missing</source>
        <translation>缺少第二個</translation>
    </message>
    <message>
        <source>has %1 images, but %2 has %3 labels; the two files must belong together</source>
        <translation>有 %1 張影像，但 %2 有 %3 個標籤；兩個檔案必須相符</translation>
    </message>
    <message>
        <source>image %1 has label %2, allowed are 0 to %3; correct the file or give classes.txt one line for each class</source>
        <translation>影像 %1 的標籤是 %2，允許的是 0 到 %3；請修正檔案，或在 classes.txt 中每個類別寫一行</translation>
    </message>
    <message>
        <source>data_batch_1.bin and so on were expected, only test_batch.bin was found; add the train batches</source>
        <translation>應有 data_batch_1.bin 等檔案，只找到 test_batch.bin；請加上訓練批次</translation>
    </message>
    <message>
        <source>images of %1 bytes each were expected, %2 bytes were found: the file is empty, truncated or of another kind; download or copy it again</source>
        <translation>每張影像應有 %1 個位元組，找到 %2 個位元組：檔案是空的、被截斷或屬於其他種類；請重新下載或複製</translation>
    </message>
    <message>
        <source>has label %1, allowed are 0 to %2; the file is damaged or no CIFAR-10 batch</source>
        <translation>標籤是 %1，允許的是 0 到 %2；檔案已損壞或不是 CIFAR-10 批次</translation>
    </message>
    <message>
        <source>is truncated: %1; download or copy the file again</source>
        <translation>被截斷：%1；請重新下載或複製檔案</translation>
    </message>
    <message>
        <source>%1 bytes were expected, %2 were found</source>
        <translation>應有 %1 個位元組，找到 %2 個</translation>
    </message>
    <message>
        <source>the end of the compressed data is missing</source>
        <translation>缺少壓縮資料的結尾</translation>
    </message>
    <message>
        <source>is damaged: %1; download or copy the file again</source>
        <translation>已損壞：%1；請重新下載或複製檔案</translation>
    </message>
    <message>
        <source>has label %1, but the network has %2 classes: 0 to %3 are allowed; choose a data set or a head with the right classes</source>
        <translation>標籤是 %1，但網路有 %2 個類別：允許的是 0 到 %3；請選擇類別正確的資料集或頭部</translation>
    </message>
    <message>
        <source>%1 image can&apos;t be read and is left out: %2</source>
        <translation>%1 張影像無法讀取，略過不用：%2</translation>
    </message>
    <message>
        <source>%1 images can&apos;t be read and are left out: %2</source>
        <translation>%1 張影像無法讀取，略過不用：%2</translation>
    </message>
    <message>
        <source>none of the %1 images can be read: %2</source>
        <translation>%1 張影像沒有一張能讀取：%2</translation>
    </message>
    <message>
        <source>none of the images could be read</source>
        <translation>沒有任何影像能讀取</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>以及另外 %1 項</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 與另外 %2 項</translation>
    </message>
    <message>
        <source>an image was expected, 0 bytes were found; replace or remove the file</source>
        <translation>應為影像，找到 0 個位元組；請替換或移除檔案</translation>
    </message>
    <message>
        <source>an image of up to %1 MB was expected, %2 bytes were found; scale it down or remove it</source>
        <translation>應為最多 %1 MB 的影像，找到 %2 個位元組；請縮小或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: its header says %1 pixels; replace or remove it</source>
        <translation>無法解碼為影像：其標頭宣稱 %1 像素；請替換或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image; replace or remove it</source>
        <translation>無法解碼為影像；請替換或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image (%1); replace or remove it</source>
        <translation>無法解碼為影像（%1）；請替換或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: %1; replace or remove it</source>
        <translation>無法解碼為影像：%1；請替換或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM was expected; convert, replace or remove it</source>
        <translation>無法解碼為影像：應為 JPEG、PNG、WebP、BMP、TIFF、PBM、PGM 或 PPM；請轉換、替換或移除</translation>
    </message>
    <message>
        <source>can&apos;t be decoded: %1; replace or remove it</source>
        <translation>無法解碼：%1；請替換或移除</translation>
    </message>
    <message>
        <source>the JPEG file is cut short; replace or remove it</source>
        <translation>JPEG 檔案被截斷；請替換或移除</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>它被截斷</translation>
    </message>
    <message>
        <source>it holds no image</source>
        <translation>其中沒有影像</translation>
    </message>
    <message>
        <source>its size is missing</source>
        <translation>缺少大小</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已損壞</translation>
    </message>
    <message>
        <source>is too large: its header says %1 pixels of %2 bytes; at most %3 megapixels and %4 MB are read; scale it down or remove it</source>
        <translation>太大：其標頭宣稱 %1 像素，每像素 %2 位元組；最多讀取 %3 百萬像素與 %4 MB；請縮小或移除</translation>
    </message>
    <message>
        <source>would take too long: its %1 scans go over %2 pixels each; save it anew or remove it</source>
        <translation>會花太久：其 %1 次掃描各涵蓋 %2 像素；請重新儲存或移除</translation>
    </message>
    <message>
        <source>1, 3 or 4 channels of 8 or 16 bits were expected, %1 channels of %2 bits were found; convert the image</source>
        <translation>應為 8 或 16 位元的 1、3 或 4 個通道，找到 %2 位元的 %1 個通道；請轉換影像</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>權限不足</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>裝置上沒有空間</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>超過磁碟配額</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>唯讀檔案系統</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是資料夾</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是資料夾</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>檔案太大</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>檔名太長</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>輸入/輸出錯誤</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允許此操作</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>開啟的檔案過多</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>符號連結層數過多</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>文字檔使用中</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>裝置或資源忙碌</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>檔案代碼已失效</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>任務 %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>layer %1, iteration %2</source>
        <translation>層 %1，迭代 %2</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>fine-tuning, iteration %1</source>
        <translation>微調，迭代 %1</translation>
    </message>
    <message>
        <source>naive baseline, iteration %1</source>
        <translation>樸素基準，迭代 %1</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步驟 %1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>無法讀取：%1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1; %2 was expected</source>
        <translation>無法讀取：%1；應為 %2</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>無法讀取</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1</source>
        <translation>無法寫入：%1</translation>
    </message>
    <message>
        <source>can&apos;t be replaced: %1</source>
        <translation>無法取代：%1</translation>
    </message>
    <message>
        <source>%1; check the permissions or choose another place</source>
        <translation>%1；請檢查權限或選擇其他位置</translation>
    </message>
    <message>
        <source>%1; free some space or choose another place</source>
        <translation>%1；請釋出空間或選擇其他位置</translation>
    </message>
    <message>
        <source>%1; files may not become that large here (see ulimit -f), choose another place</source>
        <translation>%1；那裡的檔案不能這麼大（見 ulimit -f），請選擇其他位置</translation>
    </message>
    <message>
        <source>%1; create its folder first</source>
        <translation>%1；請先建立其資料夾</translation>
    </message>
    <message>
        <source>about %1 bytes are needed, %2 are free there</source>
        <translation>約需 %1 個位元組，那裡可用 %2 個</translation>
    </message>
    <message>
        <source>the folder can&apos;t be created: %1</source>
        <translation>無法建立資料夾：%1</translation>
    </message>
    <message>
        <source>the folder can&apos;t be read: %1; check its permissions</source>
        <translation>無法讀取資料夾：%1；請檢查其權限</translation>
    </message>
    <message>
        <source>the name of the file to write is empty</source>
        <translation>要寫入的檔名是空的</translation>
    </message>
    <message>
        <source>is a folder; a file name is needed</source>
        <translation>是資料夾；需要檔名</translation>
    </message>
    <message>
        <source>is a folder, a file was expected</source>
        <translation>是資料夾，應為檔案</translation>
    </message>
    <message>
        <source>is a device, a pipe or a socket, a file was expected; copy what it gives into a file first</source>
        <translation>是裝置、管線或 socket，應為檔案；請先將其內容複製到檔案</translation>
    </message>
    <message>
        <source>has %1 bytes, at most %2 were expected</source>
        <translation>有 %1 個位元組，最多應為 %2 個</translation>
    </message>
    <message>
        <source>a temporary folder can&apos;t be created: %1; set TMPDIR to a folder that can be written</source>
        <translation>無法建立暫存資料夾：%1；請將 TMPDIR 設為可寫入的資料夾</translation>
    </message>
    <message>
        <source>%1; %2 is kept as %3</source>
        <translation>%1；%2 已保存為 %3</translation>
    </message>
    <message>
        <source>belongs to %1 (%2), and what was read is never written over; choose another name</source>
        <translation>屬於 %1（%2），而讀取過的檔案從不覆寫；請選擇其他名稱</translation>
    </message>
    <message>
        <source>is %1, and what was read is never written over; choose another name</source>
        <translation>是 %1，而讀取過的檔案從不覆寫；請選擇其他名稱</translation>
    </message>
    <message>
        <source>the network of task %1</source>
        <translation>任務 %1 的網路</translation>
    </message>
    <message>
        <source>a file beside the network of task %1</source>
        <translation>任務 %1 的網路旁的檔案</translation>
    </message>
    <message>
        <source>the data of task %1</source>
        <translation>任務 %1 的資料</translation>
    </message>
    <message>
        <source>the session itself</source>
        <translation>工作階段本身</translation>
    </message>
    <message>
        <source>not enough memory; end other programs, or choose smaller batches, images or networks</source>
        <translation>記憶體不足；請結束其他程式，或選擇較小的批次、影像或網路</translation>
    </message>
    <message>
        <source>%1 takes about %2 of memory, but this machine has %3</source>
        <translation>%1 約需 %2 記憶體，但這部電腦有 %3</translation>
    </message>
    <message>
        <source>a batch of %1</source>
        <translation>%1 的批次</translation>
    </message>
    <message>
        <source>calibration with batches of %1 per task</source>
        <translation>每個任務以 %1 為批次的校準</translation>
    </message>
    <message>
        <source>the check of an export on %1</source>
        <translation>以 %1 檢查匯出</translation>
    </message>
    <message>
        <source>%1 image of %2 pixels</source>
        <translation>%1 張 %2 像素的影像</translation>
    </message>
    <message>
        <source>%1 images of %2 pixels</source>
        <translation>%1 張 %2 像素的影像</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>未知的錯誤</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1（行程 %2）</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1（%3 上的行程 %2）</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>另一個程式</translation>
    </message>
    <message>
        <source>no lock can be made: %1</source>
        <translation>無法建立鎖定：%1</translation>
    </message>
    <message>
        <source>the file system has no locks</source>
        <translation>檔案系統沒有鎖定功能</translation>
    </message>
    <message>
        <source>the lock comes and goes</source>
        <translation>鎖定時有時無</translation>
    </message>
    <message>
        <source>%1 had it, and whether that still runs can&apos;t be told from here (remove %2 if it doesn&apos;t)</source>
        <translation>%1 曾持有它，此處無法得知它是否仍在執行（若沒有，請移除 %2）</translation>
    </message>
    <message>
        <source>not valid JSON at line %1, column %2</source>
        <translation>第 %1 行第 %2 欄不是有效的 JSON</translation>
    </message>
    <message>
        <source>empty; a JSON object expected</source>
        <translation>空白；應為 JSON 物件</translation>
    </message>
    <message>
        <source>a JSON object expected</source>
        <translation>應為 JSON 物件</translation>
    </message>
    <message>
        <source>JSON is nested deeper than %1 levels</source>
        <translation>JSON 的巢狀深度超過 %1 層</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; stands there twice</source>
        <translation>鍵「%1」出現兩次</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, which is out of range</source>
        <translation>「%1」為 %2，超出範圍</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, a whole number expected</source>
        <translation>「%1」為 %2，應為整數</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, a list expected</source>
        <translation>「%1」為 %2，應為清單</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>缺少「%1」</translation>
    </message>
    <message>
        <source>unknown key &apos;%1&apos;; known are %2</source>
        <translation>未知的鍵「%1」；已知的有 %2</translation>
    </message>
    <message>
        <source>input size</source>
        <translation>輸入大小</translation>
    </message>
    <message>
        <source>stem stride</source>
        <translation>起始層步幅</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>batch normalization epsilon</source>
        <translation>批次正規化 ε</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>正規化</translation>
    </message>
    <message>
        <source>normalization mean</source>
        <translation>正規化平均值</translation>
    </message>
    <message>
        <source>normalization std</source>
        <translation>正規化標準差</translation>
    </message>
    <message>
        <source>channel order</source>
        <translation>通道順序</translation>
    </message>
    <message>
        <source>class offset</source>
        <translation>類別位移</translation>
    </message>
    <message>
        <source>number of input channels</source>
        <translation>輸入通道數</translation>
    </message>
    <message>
        <source>input channels</source>
        <translation>輸入通道</translation>
    </message>
    <message>
        <source>width multiplier</source>
        <translation>寬度乘數</translation>
    </message>
    <message>
        <source>class names</source>
        <translation>類別名稱</translation>
    </message>
    <message>
        <source>input size %1</source>
        <translation>輸入大小 %1</translation>
    </message>
    <message>
        <source>stem stride %1</source>
        <translation>起始層步幅 %1</translation>
    </message>
    <message>
        <source>activation %1</source>
        <translation>活化函數 %1</translation>
    </message>
    <message>
        <source>padding %1</source>
        <translation>填補 %1</translation>
    </message>
    <message>
        <source>batch normalization epsilon %1</source>
        <translation>批次正規化 ε %1</translation>
    </message>
    <message>
        <source>normalization mean %1</source>
        <translation>正規化平均值 %1</translation>
    </message>
    <message>
        <source>normalization std %1</source>
        <translation>正規化標準差 %1</translation>
    </message>
    <message>
        <source>channel order %1</source>
        <translation>通道順序 %1</translation>
    </message>
    <message>
        <source>class offset %1</source>
        <translation>類別位移 %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>平均值 %1</translation>
    </message>
    <message>
        <source>std %1</source>
        <translation>標準差 %1</translation>
    </message>
    <message>
        <source>head %1 and %2, the only tensors left</source>
        <translation>頭部 %1 與 %2，僅剩的張量</translation>
    </message>
    <message>
        <source>%1 guessed: %2 (%3)</source>
        <translation>%1 為猜測：%2（%3）</translation>
    </message>
    <message>
        <source>normalization guessed: mean %1 (%2)</source>
        <translation>正規化為猜測：平均值 %1（%2）</translation>
    </message>
    <message>
        <source>normalization guessed: std %1 (%2)</source>
        <translation>正規化為猜測：標準差 %1（%2）</translation>
    </message>
    <message>
        <source>class offset guessed: %1 (of %2 outputs the first is a background class)</source>
        <translation>類別位移為猜測：%1（%2 個輸出中的第一個是背景類別）</translation>
    </message>
    <message>
        <source>head guessed: %1 and %2, the only tensors left</source>
        <translation>頭部為猜測：%1 與 %2，僅剩的張量</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean 0.5, std 0.5, %1</source>
        <translation>ONNX 圖中沒有，為猜測：正規化平均值 0.5，標準差 0.5，%1</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean 0.5, std 0.5</source>
        <translation>ONNX 圖中沒有，為猜測：正規化平均值 0.5，標準差 0.5</translation>
    </message>
    <message>
        <source>normalization mean 0.5, std 0.5</source>
        <translation>正規化平均值 0.5，標準差 0.5</translation>
    </message>
    <message>
        <source>normalization mean 0.5, std 0.5, %1</source>
        <translation>正規化平均值 0.5，標準差 0.5，%1</translation>
    </message>
    <message>
        <source>doubt guessed: %1</source>
        <translation>存疑的猜測：%1</translation>
    </message>
    <message>
        <source>nothing that was tried fits the network&apos;s batch statistics well, so that the images may be of another kind than those it was trained on</source>
        <translation>所嘗試的都與網路的批次統計量不太相符，因此影像可能與訓練所用的種類不同</translation>
    </message>
    <message>
        <source>by the convention of %1</source>
        <translation>依 %1 的慣例</translation>
    </message>
    <message>
        <source>what most networks have</source>
        <translation>大多數網路的做法</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>依檔名</translation>
    </message>
    <message>
        <source>the graph leaves it open</source>
        <translation>計算圖中未指明</translation>
    </message>
    <message>
        <source>the graph leaves it open and averages over %1</source>
        <translation>計算圖中未指明，且對 %1 取平均</translation>
    </message>
    <message>
        <source>tried with %1 training images: of the usual ones it fits the network&apos;s batch statistics best</source>
        <translation>以 %1 張訓練影像嘗試：常見做法中它與網路的批次統計量最相符</translation>
    </message>
    <message>
        <source>the images differ from the network&apos;s batch statistics by %1, as the conventions have it by %2 (0: not at all)</source>
        <translation>影像與網路批次統計量相差 %1，依慣例則相差 %2（0：完全相符）</translation>
    </message>
    <message>
        <source>the file has no spec; from the shapes: width %1, %2 input channels, %3 classes</source>
        <translation>檔案沒有規格；由形狀得知：寬度 %1，%2 個輸入通道，%3 個類別</translation>
    </message>
    <message>
        <source>the file has no spec; from the shapes: width %1, %2 input channels, no head</source>
        <translation>檔案沒有規格；由形狀得知：寬度 %1，%2 個輸入通道，沒有頭部</translation>
    </message>
    <message>
        <source>read from the file: %1</source>
        <translation>從檔案讀取：%1</translation>
    </message>
    <message>
        <source>read from the graph: %1</source>
        <translation>從計算圖讀取：%1</translation>
    </message>
    <message>
        <source>stem stride %1, activation %2, padding %3</source>
        <translation>起始層步幅 %1，活化函數 %2，填補 %3</translation>
    </message>
    <message>
        <source>normalization mean %1, std %2 (%3)</source>
        <translation>正規化平均值 %1，標準差 %2（%3）</translation>
    </message>
    <message>
        <source>the order of channels is turned round; that its input is RGB is a guess</source>
        <translation>通道順序會反轉；其輸入為 RGB 是猜測</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>已選擇 %1：%2</translation>
    </message>
    <message>
        <source>no head: a backbone, whose classes come with a data set</source>
        <translation>沒有頭部：這是骨幹，其類別來自資料集</translation>
    </message>
    <message>
        <source>taken for the head: %1</source>
        <translation>視為頭部：%1</translation>
    </message>
    <message>
        <source>all names begin with %1</source>
        <translation>所有名稱都以 %1 開頭</translation>
    </message>
    <message>
        <source>names of the task %1, and shared ones</source>
        <translation>任務 %1 的名稱，以及共享的名稱</translation>
    </message>
    <message>
        <source>these are the moving averages (EMA) of the weights</source>
        <translation>這些是權重的移動平均（EMA）</translation>
    </message>
    <message>
        <source>left out: %1 tensors outside of the network</source>
        <translation>略過：網路之外的 %1 個張量</translation>
    </message>
    <message>
        <source>left out: %1 tensor %2, the first is %3</source>
        <translation>略過：%1 個張量%2，第一個是 %3</translation>
    </message>
    <message>
        <source>left out: %1 tensors %2, the first is %3</source>
        <translation>略過：%1 個張量%2，第一個是 %3</translation>
    </message>
    <message>
        <source>left out: %1 tensor of unusual numbers, the first is %2</source>
        <translation>略過：%1 個數值異常的張量，第一個是 %2</translation>
    </message>
    <message>
        <source>left out: %1 tensors of unusual numbers, the first is %2</source>
        <translation>略過：%1 個數值異常的張量，第一個是 %2</translation>
    </message>
    <message>
        <source>outside of %1</source>
        <translation>（在 %1 之外）</translation>
    </message>
    <message>
        <source>of other networks in the file</source>
        <translation>（屬於檔案中的其他網路）</translation>
    </message>
    <message>
        <source>between the last block and the head, and with them the head: MobileNet V1 as it is merged has no such layer</source>
        <translation>（位於最後區塊與頭部之間），頭部也隨之略過：合併所用的 MobileNet V1 沒有這樣的層</translation>
    </message>
    <message>
        <source>%1 keys num_batches_tracked were ignored</source>
        <translation>略過 %1 個 num_batches_tracked 鍵</translation>
    </message>
    <message>
        <source>the order of their names</source>
        <translation>其名稱的順序</translation>
    </message>
    <message>
        <source>their order in the file</source>
        <translation>其在檔案中的順序</translation>
    </message>
    <message>
        <source>the head has no bias; it got one of zeros</source>
        <translation>頭部沒有偏差；已補上零</translation>
    </message>
    <message>
        <source>batch normalization is folded into %1 convolutions; each got one that adds its bias</source>
        <translation>批次正規化已併入 %1 個卷積；各補上一個加上其偏差的批次正規化</translation>
    </message>
    <message>
        <source>%1 biases of convolutions were moved into batch normalization</source>
        <translation>卷積的 %1 個偏差已移入批次正規化</translation>
    </message>
    <message>
        <source>%1 tensors converted from %2 to float32</source>
        <translation>%1 個張量由 %2 轉換為 float32</translation>
    </message>
    <message>
        <source>the values of the optimizer were ignored</source>
        <translation>略過最佳化器的數值</translation>
    </message>
    <message>
        <source>the configuration of the model can&apos;t be read: %1</source>
        <translation>無法讀取模型的設定：%1</translation>
    </message>
    <message>
        <source>%1 was ignored: it holds %2</source>
        <translation>略過 %1：其內容是 %2</translation>
    </message>
    <message>
        <source>the file holds a whole module (%1) instead of a state dict: its tensors were read, its code was not run</source>
        <translation>檔案含有整個模組（%1）而非 state dict：已讀取其張量，未執行其程式碼</translation>
    </message>
    <message>
        <source>passed over, since it is no tensor, and nothing in a file is run: %1</source>
        <translation>略過，因為不是張量，且檔案中的任何東西都不會執行：%1</translation>
    </message>
    <message>
        <source>the extra file &apos;%1&apos; was not read</source>
        <translation>未讀取額外檔案「%1」</translation>
    </message>
    <message>
        <source>task %1 of a merged network with the tasks %2: the first, as no part was chosen</source>
        <translation>任務為 %2 的合併網路中的任務 %1：第一個，因為沒有選擇部分</translation>
    </message>
    <message>
        <source>task %1 of a merged network with the tasks %2</source>
        <translation>任務為 %2 的合併網路中的任務 %1</translation>
    </message>
    <message>
        <source>%1 entries that belong to the training were ignored: %2</source>
        <translation>略過屬於訓練的 %1 個項目：%2</translation>
    </message>
    <message>
        <source>%1 entries that are not floating-point tensors were ignored: %2</source>
        <translation>略過不是浮點張量的 %1 個項目：%2</translation>
    </message>
    <message>
        <source>%1 tensors are moving averages (ExponentialMovingAverage)</source>
        <translation>%1 個張量是移動平均（ExponentialMovingAverage）</translation>
    </message>
    <message>
        <source>%1 moving averages (ExponentialMovingAverage) were ignored</source>
        <translation>略過 %1 個移動平均（ExponentialMovingAverage）</translation>
    </message>
    <message>
        <source>the checkpoint holds no moving averages</source>
        <translation>檢查點沒有移動平均</translation>
    </message>
    <message>
        <source>its input is in NHWC layout, which only matters to its users</source>
        <translation>其輸入為 NHWC 排列，只對使用者有影響</translation>
    </message>
    <message>
        <source>the scale behind the head is put into its weights</source>
        <translation>頭部之後的縮放係數已併入其權重</translation>
    </message>
    <message>
        <source>the %1 at its end is left out</source>
        <translation>略過其結尾的 %1</translation>
    </message>
    <message>
        <source>left aside: %1 output, %2; the network is that of output %3</source>
        <translation>未採用：%1 個輸出，%2；網路取自輸出 %3</translation>
    </message>
    <message>
        <source>left aside: %1 outputs, %2; the network is that of output %3</source>
        <translation>未採用：%1 個輸出，%2；網路取自輸出 %3</translation>
    </message>
    <message>
        <source>%1 initializers without a floating-point type were ignored</source>
        <translation>略過 %1 個非浮點型別的 initializer</translation>
    </message>
    <message>
        <source>holds several networks: %1; choose one of them (--part)</source>
        <translation>含有多個網路：%1；請選擇其中之一（--part）</translation>
    </message>
    <message>
        <source>there is no part &apos;%1&apos; in the file: it holds one network, without a part&apos;s name</source>
        <translation>檔案中沒有部分「%1」：它只有一個網路，沒有部分名稱</translation>
    </message>
    <message>
        <source>there is no network &apos;%1&apos; in the file; there are %2</source>
        <translation>檔案中沒有網路「%1」；有 %2</translation>
    </message>
    <message>
        <source>%1; the names are those of %2</source>
        <translation>%1；名稱為 %2 的</translation>
    </message>
    <message>
        <source>key %1 is missing</source>
        <translation>缺少鍵 %1</translation>
    </message>
    <message>
        <source>%1 keys are missing: %2</source>
        <translation>缺少 %1 個鍵：%2</translation>
    </message>
    <message>
        <source>%1 unknown keys: %2</source>
        <translation>%1 個未知的鍵：%2</translation>
    </message>
    <message>
        <source>%1 (the file was read as %2)</source>
        <translation>%1（檔案以 %2 讀取）</translation>
    </message>
    <message>
        <source>key %1 has shape %2, expected %3</source>
        <translation>鍵 %1 的形狀是 %2，應為 %3</translation>
    </message>
    <message>
        <source>key %1 is missing; shape %2 was expected</source>
        <translation>缺少鍵 %1；形狀應為 %2</translation>
    </message>
    <message>
        <source>key %1 has type %2, a floating-point type was expected</source>
        <translation>鍵 %1 的型別是 %2，應為浮點型別</translation>
    </message>
    <message>
        <source>key %1: %2 of %3 values are NaN or infinite (as float32)</source>
        <translation>鍵 %1：%3 個值中有 %2 個是 NaN 或無限大（以 float32 計）</translation>
    </message>
    <message>
        <source>key %1: a variance is negative</source>
        <translation>鍵 %1：變異數為負</translation>
    </message>
    <message>
        <source>the file states an input of %1 channels, but the first convolution, %2, reads %3</source>
        <translation>檔案宣稱輸入有 %1 個通道，但第一個卷積 %2 讀取 %3 個</translation>
    </message>
    <message>
        <source>%1 first convolutions (3x3, of 1 or 3 channels) were found, one was expected</source>
        <translation>找到 %1 個起始卷積（3x3，1 或 3 個通道），應為一個</translation>
    </message>
    <message>
        <source>none of its layers has weights</source>
        <translation>各層都沒有權重</translation>
    </message>
    <message>
        <source>is a session, not a model; take a network out of it with: zipper export SESSION --task a --out MODEL.safetensors</source>
        <translation>是工作階段，不是模型；請從中取出網路：zipper export SESSION --task a --out MODEL.safetensors</translation>
    </message>
    <message>
        <source>holds a merged network of the tasks %1; there is no part &apos;%2&apos;</source>
        <translation>含有任務 %1 的合併網路；沒有部分「%2」</translation>
    </message>
    <message>
        <source>there is no such file; %1 was expected</source>
        <translation>沒有這個檔案；應為 %1</translation>
    </message>
    <message>
        <source>is a folder; %1 was expected</source>
        <translation>是資料夾；應為 %1</translation>
    </message>
    <message>
        <source>is not a regular file; %1 was expected</source>
        <translation>不是一般檔案；應為 %1</translation>
    </message>
    <message>
        <source>has %1 bytes, at most %2 are read; %3 was expected</source>
        <translation>有 %1 個位元組，最多讀取 %2 個；應為 %3</translation>
    </message>
    <message>
        <source>%1 was expected, found %2</source>
        <translation>應為 %1，找到 %2</translation>
    </message>
    <message>
        <source>ends at byte %1, %2 more bytes were expected; the file is truncated</source>
        <translation>在位元組 %1 結束，應還有 %2 個位元組；檔案被截斷</translation>
    </message>
    <message>
        <source>header of %1 bytes, but only %2 follow; the file is truncated</source>
        <translation>標頭為 %1 個位元組，但之後只有 %2 個；檔案被截斷</translation>
    </message>
    <message>
        <source>header of %1 bytes, at most %2 were expected; this is no safetensors file, or a damaged one</source>
        <translation>標頭為 %1 個位元組，最多應為 %2 個；這不是 safetensors 檔案，或已損壞</translation>
    </message>
    <message>
        <source>has %1 bytes; a safetensors file begins with the 8 bytes of its header&apos;s length</source>
        <translation>有 %1 個位元組；safetensors 檔案以 8 個位元組的標頭長度開頭</translation>
    </message>
    <message>
        <source>its data ends at byte %1, but the file has %2 bytes of data; is the file truncated?</source>
        <translation>其資料在位元組 %1 結束，但檔案有 %2 個位元組的資料；檔案是否被截斷？</translation>
    </message>
    <message>
        <source>refers to &apos;%1&apos;, which is refused: files are data here, and nothing in them is run. Tensors, numbers, texts, lists and dicts are read; save the weights alone, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;)</source>
        <translation>參照「%1」，已拒絕：此處檔案只是資料，其中的任何東西都不會執行。可讀取張量、數字、文字、清單與字典；請只儲存權重，在 Python 中：torch.save(model.state_dict(), &apos;weights.pt&apos;)</translation>
    </message>
    <message>
        <source>refers to &apos;%1&apos;, which is refused: files are data here, and nothing in them is run. Tensors, numbers, texts, lists and dicts are read; save the weights alone, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;). Opening this file in Python may run a command of its author&apos;s</source>
        <translation>參照「%1」，已拒絕：此處檔案只是資料，其中的任何東西都不會執行。可讀取張量、數字、文字、清單與字典；請只儲存權重，在 Python 中：torch.save(model.state_dict(), &apos;weights.pt&apos;)。在 Python 中開啟此檔案可能會執行其作者的命令</translation>
    </message>
    <message>
        <source>a Git LFS pointer, which only stands for the file; fetch the file itself with: git lfs pull</source>
        <translation>Git LFS 指標，只代表該檔案；請取得檔案本身：git lfs pull</translation>
    </message>
    <message>
        <source>nothing (it is empty)</source>
        <translation>空的（沒有內容）</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>unknown binary data</source>
        <translation>未知的二進位資料</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>a folder; open %1 in it</source>
        <translation>資料夾；請開啟其中的 %1</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 或 %2</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>空的 ZIP 壓縮檔</translation>
    </message>
    <message>
        <source>a damaged ZIP archive</source>
        <translation>損壞的 ZIP 壓縮檔</translation>
    </message>
    <message>
        <source>a Python pickle that is no PyTorch file; save a state dict with torch.save</source>
        <translation>不是 PyTorch 檔案的 Python pickle；請以 torch.save 儲存 state dict</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>TensorFlow Lite 模型</translation>
    </message>
    <message>
        <source>a TensorRT engine, which is made for one GPU and keeps no weights that could be read; open the ONNX that it was built from</source>
        <translation>TensorRT 引擎，為特定 GPU 製作，沒有可讀取的權重；請開啟其來源的 ONNX</translation>
    </message>
    <message>
        <source>an ExecuTorch program, which is made to be run; open the PyTorch checkpoint that it was made from</source>
        <translation>ExecuTorch 程式，用於執行；請開啟其來源的 PyTorch 檢查點</translation>
    </message>
    <message>
        <source>an archive; unpack it and open the network in it</source>
        <translation>壓縮檔；請解壓縮並開啟其中的網路</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>gzip 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>bzip2 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>an xz archive; unpack it first</source>
        <translation>xz 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>a zstd archive; unpack it first</source>
        <translation>zstd 壓縮檔；請先解壓縮</translation>
    </message>
    <message>
        <source>a damaged HDF5 file</source>
        <translation>損壞的 HDF5 檔案</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>NumPy 陣列</translation>
    </message>
    <message>
        <source>NumPy arrays (.npz)</source>
        <translation>NumPy 陣列（.npz）</translation>
    </message>
    <message>
        <source>a MATLAB file</source>
        <translation>MATLAB 檔案</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 影像</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 影像</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 影像</translation>
    </message>
    <message>
        <source>a WebP image</source>
        <translation>WebP 影像</translation>
    </message>
    <message>
        <source>a TIFF image</source>
        <translation>TIFF 影像</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 資料庫</translation>
    </message>
    <message>
        <source>a program or library</source>
        <translation>程式或程式庫</translation>
    </message>
    <message>
        <source>a web page; the download gave a page instead of the file</source>
        <translation>網頁；下載得到的是頁面而不是檔案</translation>
    </message>
    <message>
        <source>a web page that Zipper Workbench exported, which is made to be opened in a browser; open the session, or another export of it</source>
        <translation>Zipper Workbench 匯出的網頁，用於在瀏覽器中開啟；請開啟工作階段，或它的其他匯出</translation>
    </message>
    <message>
        <source>a PyTorch archive with something missing</source>
        <translation>缺少部分內容的 PyTorch 壓縮檔</translation>
    </message>
    <message>
        <source>a ZIP archive of %1 files (%2); unpack it and open the network in it</source>
        <translation>含 %1 個檔案的 ZIP 壓縮檔（%2）；請解壓縮並開啟其中的網路</translation>
    </message>
    <message>
        <source>a ZIP archive of %1 file (%2); unpack it and open the network in it</source>
        <translation>含 %1 個檔案的 ZIP 壓縮檔（%2）；請解壓縮並開啟其中的網路</translation>
    </message>
    <message>
        <source>a Core ML model; open the network that it was converted from</source>
        <translation>Core ML 模型；請開啟其轉換來源的網路</translation>
    </message>
    <message>
        <source>the folder of a Core ML model; open the network that it was converted from</source>
        <translation>Core ML 模型的資料夾；請開啟其轉換來源的網路</translation>
    </message>
    <message>
        <source>a TensorFlow.js model; convert it with tf2onnx: %1</source>
        <translation>TensorFlow.js 模型；請以 tf2onnx 轉換：%1</translation>
    </message>
    <message>
        <source>the folder of a TensorFlow SavedModel; convert it with tf2onnx: %1</source>
        <translation>TensorFlow SavedModel 的資料夾；請以 tf2onnx 轉換：%1</translation>
    </message>
    <message>
        <source>a TensorFlow SavedModel (saved_model.pb), whose weights lie beside it; convert the folder with tf2onnx: %1</source>
        <translation>TensorFlow SavedModel（saved_model.pb），其權重在旁邊；請以 tf2onnx 轉換該資料夾：%1</translation>
    </message>
    <message>
        <source>a TensorFlow graph (a frozen .pb); convert it with tf2onnx: %1</source>
        <translation>TensorFlow 圖（凍結的 .pb）；請以 tf2onnx 轉換：%1</translation>
    </message>
    <message>
        <source>a Caffe network (.caffemodel); convert it and its prototxt to ONNX</source>
        <translation>Caffe 網路（.caffemodel）；請將它與其 prototxt 轉換為 ONNX</translation>
    </message>
    <message>
        <source>the description of a Caffe network (prototxt), which holds no weights; convert it and its .caffemodel to ONNX</source>
        <translation>Caffe 網路的描述（prototxt），不含權重；請將它與其 .caffemodel 轉換為 ONNX</translation>
    </message>
    <message>
        <source>the description of a Keras network, which holds no weights; save the model with model.save(&quot;NAME.h5&quot;)</source>
        <translation>Keras 網路的描述，不含權重；請以 model.save(&quot;NAME.h5&quot;) 儲存模型</translation>
    </message>
    <message>
        <source>the index of a network in several files; save it as one: model.save_pretrained(FOLDER, max_shard_size=&quot;10GB&quot;)</source>
        <translation>分成多個檔案的網路索引；請存成一個：model.save_pretrained(FOLDER, max_shard_size=&quot;10GB&quot;)</translation>
    </message>
    <message>
        <source>the configuration of a Hugging Face network; open the model.safetensors or pytorch_model.bin beside it</source>
        <translation>Hugging Face 網路的設定；請開啟旁邊的 model.safetensors 或 pytorch_model.bin</translation>
    </message>
    <message>
        <source>the description of an OpenVINO network; open the network that it was made from</source>
        <translation>OpenVINO 網路的描述；請開啟其來源的網路</translation>
    </message>
    <message>
        <source>the description of a Darknet network; convert it and its weights to ONNX</source>
        <translation>Darknet 網路的描述；請將它與其權重轉換為 ONNX</translation>
    </message>
    <message>
        <source>the description of an ncnn network; open the network that it was made from</source>
        <translation>ncnn 網路的描述；請開啟其來源的網路</translation>
    </message>
    <message>
        <source>%1 found, %2 expected</source>
        <translation>找到 %1，應為 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>正數</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限的數</translation>
    </message>
    <message>
        <source>a number between 0 and 1</source>
        <translation>0 到 1 之間的數</translation>
    </message>
    <message>
        <source>one, or one per input channel</source>
        <translation>一個，或每個輸入通道一個</translation>
    </message>
    <message>
        <source>0 to the number of classes</source>
        <translation>0 到類別數</translation>
    </message>
    <message>
        <source>none, or one per class</source>
        <translation>無，或每個類別一個</translation>
    </message>
    <message>
        <source>0 to below 1</source>
        <translation>0 到小於 1</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 或更大</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0（無）或更大</translation>
    </message>
    <message>
        <source>0 (one per core) to 1024</source>
        <translation>0（每個核心一個）到 1024</translation>
    </message>
    <message>
        <source>above 0, at most 1</source>
        <translation>大於 0，最多 1</translation>
    </message>
    <message>
        <source>above 0, at most 1000</source>
        <translation>大於 0，最多 1000</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>with a trunk float32</source>
        <translation>有主幹時為 float32</translation>
    </message>
    <message>
        <source>with an L1 and a distillation weight of 0 a positive number</source>
        <translation>L1 與蒸餾權重為 0 時為正數</translation>
    </message>
    <message>
        <source>at least two networks are needed</source>
        <translation>至少需要兩個網路</translation>
    </message>
    <message>
        <source>the networks can&apos;t share a trunk: the %1 of A is %2, of %3 %4; only tasks that see the same image in the same way can, use trunk 0</source>
        <translation>網路無法共享主幹：A 的%1是 %2，%3 的是 %4；只有以相同方式看相同影像的任務才行，請使用主幹 0</translation>
    </message>
    <message>
        <source>the trunk was to reach layer %1, but the plan doesn&apos;t merge layer %2: there will be none</source>
        <translation>主幹原應到層 %1，但計畫不合併層 %2：將沒有主幹</translation>
    </message>
    <message>
        <source>the trunk was to reach layer %1, but the plan doesn&apos;t merge layer %2: it will end at layer %3</source>
        <translation>主幹原應到層 %1，但計畫不合併層 %2：它會在層 %3 結束</translation>
    </message>
    <message>
        <source>layer %1 keeps the order of its channels: layer %2, which reads them, is merged already</source>
        <translation>層 %1 保持其通道順序：讀取它們的層 %2 已經合併</translation>
    </message>
    <message>
        <source>layer %1 is merged already</source>
        <translation>層 %1 已經合併</translation>
    </message>
    <message>
        <source>%1; lower the learning rate</source>
        <translation>%1；請降低學習率</translation>
    </message>
    <message>
        <source>after the last iteration %1 holds values that aren&apos;t finite</source>
        <translation>最後一次迭代之後，%1 含有非有限的值</translation>
    </message>
    <message>
        <source>the %1 of task %2 is NaN</source>
        <translation>任務 %2 的%1是 NaN</translation>
    </message>
    <message>
        <source>the %1 of task %2 is infinite</source>
        <translation>任務 %2 的%1是無限大</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>distillation loss</source>
        <translation>蒸餾損失</translation>
    </message>
    <message>
        <source>the L1 mismatch of task %1 at layer %2 is NaN</source>
        <translation>任務 %1 在層 %2 的 L1 差異是 NaN</translation>
    </message>
    <message>
        <source>the L1 mismatch of task %1 at layer %2 is infinite</source>
        <translation>任務 %1 在層 %2 的 L1 差異是無限大</translation>
    </message>
    <message>
        <source>the cross entropy of task %1 isn&apos;t finite</source>
        <translation>任務 %1 的交叉熵不是有限值</translation>
    </message>
    <message>
        <source>a network with a trunk is calibrated in float32</source>
        <translation>有主幹的網路以 float32 校準</translation>
    </message>
    <message>
        <source>a network with a trunk is calibrated in float32; bfloat16 was asked for</source>
        <translation>有主幹的網路以 float32 校準；要求的是 bfloat16</translation>
    </message>
    <message>
        <source>only networks of float32 on the CPU can be calibrated with factors of bfloat16, which was asked for</source>
        <translation>要求以 bfloat16 乘數校準，但只有 CPU 上的 float32 網路可以</translation>
    </message>
    <message>
        <source>bfloat16 found, float32 expected: %1</source>
        <translation>找到 bfloat16，應為 float32：%1</translation>
    </message>
    <message>
        <source>this processor has no instructions for bfloat16 (AVX-512 BF16 or AMX)</source>
        <translation>此處理器沒有 bfloat16 的指令（AVX-512 BF16 或 AMX）</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>least squares needs calibration images</source>
        <translation>最小平方需要校準影像</translation>
    </message>
    <message>
        <source>%1 found, 1 to half of the %2 training images expected</source>
        <translation>找到 %1，應為 1 到 %2 張訓練影像的一半</translation>
    </message>
    <message>
        <source>validation images</source>
        <translation>驗證影像</translation>
    </message>
    <message>
        <source>no class of the training set has images to spare; use 0</source>
        <translation>訓練集沒有任何類別有多餘的影像；請使用 0</translation>
    </message>
    <message>
        <source>&apos;%1&apos; found, a list such as 1-13, 1-6 or 7,9,13 expected</source>
        <translation>找到「%1」，應為如 1-13、1-6 或 7,9,13 的清單</translation>
    </message>
    <message>
        <source>there is no layer %1; layers are 1 to %2</source>
        <translation>沒有層 %1；層為 1 到 %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; runs backwards; write %2</source>
        <translation>「%1」順序相反；請寫 %2</translation>
    </message>
    <message>
        <source>layer %1 is named twice in &apos;%2&apos;</source>
        <translation>層 %1 在「%2」中出現兩次</translation>
    </message>
    <message>
        <source>layer %1 is merged twice</source>
        <translation>層 %1 合併了兩次</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>the step can&apos;t be saved for recovery after a crash: %1</source>
        <translation>無法儲存步驟以供當機後復原：%1</translation>
    </message>
    <message>
        <source>test image %1 was asked for, the data set has 0 to %2</source>
        <translation>要求測試影像 %1，資料集有 0 到 %2</translation>
    </message>
    <message>
        <source>was written by a version without checksums, so that damage to it can&apos;t be told; saving it again adds them</source>
        <translation>由沒有總和檢查碼的版本寫出，因此無法得知是否損壞；再次儲存會加上</translation>
    </message>
    <message>
        <source>session format version %1 found, 1 to %2 expected; use the program that wrote it</source>
        <translation>找到工作階段格式版本 %1，應為 1 到 %2；請使用寫出它的程式</translation>
    </message>
    <message>
        <source>session format version 1 found, but with checksums, which it didn&apos;t have; the file is damaged</source>
        <translation>找到工作階段格式版本 1，卻有該版本沒有的總和檢查碼；檔案已損壞</translation>
    </message>
    <message>
        <source>its checksums are missing; the file is damaged</source>
        <translation>缺少總和檢查碼；檔案已損壞</translation>
    </message>
    <message>
        <source>its description isn&apos;t what its checksum was taken of; the file is damaged, or was changed by hand</source>
        <translation>其描述與總和檢查碼不符；檔案已損壞，或曾以手動變更</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; %2; the file is damaged: take a copy of it, if there is one</source>
        <translation>鍵「%1」%2；檔案已損壞：若有複本請使用複本</translation>
    </message>
    <message>
        <source>holds values that aren&apos;t finite</source>
        <translation>含有非有限的值</translation>
    </message>
    <message>
        <source>isn&apos;t what its checksum was taken of</source>
        <translation>與總和檢查碼不符</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; is missing</source>
        <translation>缺少鍵「%1」</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; has shape %2, expected %3</source>
        <translation>鍵「%1」的形狀是 %2，應為 %3</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; belongs to no part of the session</source>
        <translation>鍵「%1」不屬於工作階段的任何部分</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; is there twice</source>
        <translation>鍵「%1」出現兩次</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; has no checksum</source>
        <translation>鍵「%1」沒有總和檢查碼</translation>
    </message>
    <message>
        <source>the recipe names %1 sources for %2 teachers</source>
        <translation>配方為 %2 個教師列出了 %1 個來源</translation>
    </message>
    <message>
        <source>teacher %1 isn&apos;t the network that the recipe names: its hash is %2, that of the recipe&apos;s source %3</source>
        <translation>教師 %1 不是配方所列的網路：其雜湊值是 %2，配方來源的是 %3</translation>
    </message>
    <message>
        <source>was not written: the file was read back and %1</source>
        <translation>沒有寫入：讀回檔案後 %1</translation>
    </message>
    <message>
        <source>its outputs for task %1 differ from the network&apos;s by %2 (relative), at most %3 was expected; this is a defect of the export, please report it</source>
        <translation>其任務 %1 的輸出與網路相差 %2（相對），最多應為 %3；這是匯出的缺陷，請回報</translation>
    </message>
    <message>
        <source>the network&apos;s outputs for task %1 are not finite</source>
        <translation>網路任務 %1 的輸出不是有限值</translation>
    </message>
    <message>
        <source>it has %1 outputs, %2 were expected</source>
        <translation>它有 %1 個輸出，應為 %2 個</translation>
    </message>
    <message>
        <source>its outputs have the shape %1, %2 was expected</source>
        <translation>其輸出的形狀是 %1，應為 %2</translation>
    </message>
    <message>
        <source>the model is too large for an ONNX file (2 GiB)</source>
        <translation>模型對 ONNX 檔案而言太大（2 GiB）</translation>
    </message>
    <message>
        <source>OpenCV&apos;s DNN module can&apos;t run it: %1</source>
        <translation>OpenCV 的 DNN 模組無法執行它：%1</translation>
    </message>
    <message>
        <source>a class name is not UTF-8</source>
        <translation>有類別名稱不是 UTF-8</translation>
    </message>
    <message>
        <source>task %1 shares normalization whose epsilon isn&apos;t its own; export it alone from its session</source>
        <translation>任務 %1 共享的正規化之 ε 不是它自己的；請從其工作階段單獨匯出</translation>
    </message>
    <message>
        <source>the image couldn&apos;t be encoded as PNG</source>
        <translation>無法將影像編碼為 PNG</translation>
    </message>
    <message>
        <source>the image could not be encoded as PNG</source>
        <translation>影像無法編碼為 PNG</translation>
    </message>
    <message>
        <source>the picture can&apos;t be encoded</source>
        <translation>無法編碼圖片</translation>
    </message>
    <message>
        <source>the drawing could not be begun</source>
        <translation>無法開始繪製</translation>
    </message>
    <message>
        <source>there isn&apos;t enough memory for the image; choose a smaller scale</source>
        <translation>影像的記憶體不足；請選擇較小的比例</translation>
    </message>
    <message>
        <source>an image %1 pixels wide was asked for, 1 to %2 were expected; choose another scale</source>
        <translation>要求寬 %1 像素的影像，應為 1 到 %2；請選擇其他比例</translation>
    </message>
    <message>
        <source>its BN policy is %1, but the layers of this session are merged with %2; step back to the start, or begin a new session, to use it</source>
        <translation>其 BN 方式是 %1，但此工作階段的層以 %2 合併；請退回到開頭或開始新的工作階段再使用</translation>
    </message>
    <message>
        <source>device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>執行緒</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1 給了兩次</translation>
    </message>
    <message>
        <source>the class names differ: the data set has %1; the network has %2</source>
        <translation>類別名稱不同：資料集有 %1；網路有 %2</translation>
    </message>
    <message>
        <source>%1; say which class is which output: --classes FILE on the command line, &quot;Match classes...&quot; in the workbench</source>
        <translation>%1；請說明哪個類別是哪個輸出：命令列用 --classes FILE，工作台用「對應類別...」</translation>
    </message>
    <message>
        <source>%1; their images are left out. If that is wrong, %2</source>
        <translation>%1；其影像略過不用。若有誤，%2</translation>
    </message>
    <message>
        <source>%1; outputs of the network that no class has: %2</source>
        <translation>%1；網路中沒有類別對應的輸出：%2</translation>
    </message>
    <message>
        <source>%1 of the %2 classes of the data set have no output in the network: %3</source>
        <translation>資料集的 %2 個類別中有 %1 個在網路中沒有輸出：%3</translation>
    </message>
    <message>
        <source>%1 of the %2 classes of the data set has no output in the network: %3</source>
        <translation>資料集的 %2 個類別中有 %1 個在網路中沒有輸出：%3</translation>
    </message>
    <message>
        <source>the classes of the data set are numbers from %1 to %2, the network has %3 outputs: the numbers are taken to count from %4. If that is wrong, all figures are wrong: %5</source>
        <translation>資料集的類別是 %1 到 %2 的數字，網路有 %3 個輸出：視為從 %4 開始計數。若有誤，所有數字都是錯的：%5</translation>
    </message>
    <message>
        <source>the network has no class names: the classes of the data set, %1, are taken for its outputs in this order. If it was trained in another order, all figures are wrong: %2</source>
        <translation>網路沒有類別名稱：資料集的類別 %1 依此順序視為其輸出。若以其他順序訓練，所有數字都是錯的：%2</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2 (&quot;%3&quot;); %4</source>
        <translation>%1 算作一個類別，輸出 %2（「%3」）；%4</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2 (&quot;%3&quot;)</source>
        <translation>%1 算作一個類別，輸出 %2（「%3」）</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2; %3</source>
        <translation>%1 算作一個類別，輸出 %2；%3</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2</source>
        <translation>%1 算作一個類別，輸出 %2</translation>
    </message>
    <message>
        <source>there is no image in there</source>
        <translation>其中沒有影像</translation>
    </message>
    <message>
        <source>%1 has no images of %2</source>
        <translation>%1 沒有 %2 的影像</translation>
    </message>
    <message>
        <source>layers guessed: by the shapes of their weights and by %1, from %2 to %3 (the names are those of no known publisher; what weights don&apos;t tell is a guess too: compare it with the source of the network, and override what is different)</source>
        <translation>層為猜測：依其權重的形狀與 %1，從 %2 到 %3（名稱不屬於任何已知的發布者；權重沒有說明的也是猜測：請與網路的來源比較，並覆寫不同之處）</translation>
    </message>
    <message>
        <source>layers by the shapes of their weights and by %1, from %2 to %3</source>
        <translation>層依其權重的形狀與 %1，從 %2 到 %3</translation>
    </message>
    <message>
        <source>calibration diverged: %1</source>
        <translation>校準發散：%1</translation>
    </message>
    <message>
        <source>the only class is one folder, at least two were expected</source>
        <translation>唯一的類別是一個資料夾，至少應有兩個</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); choose %3 if its %4 folders are the classes</source>
        <translation>沒有資料集：%1（%2）；如果其 %4 個資料夾是類別，請選擇 %3</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); choose %3</source>
        <translation>沒有資料集：%1（%2）；請選擇 %3</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); give each class a folder of its own, or add a list: a .csv with columns for file and label</source>
        <translation>沒有資料集：%1（%2）；請為每個類別建立各自的資料夾，或加上清單：含檔案與標籤欄的 .csv</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), %3 were found</source>
        <translation>應有 %1 個位元組（%2），找到 %3 個</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), %3 were found; the header doesn&apos;t belong to the contents, download or copy the file again</source>
        <translation>應有 %1 個位元組（%2），找到 %3 個；標頭與內容不符，請重新下載或複製檔案</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), its %3 compressed bytes can&apos;t hold them</source>
        <translation>應有 %1 個位元組（%2），其 %3 個壓縮位元組容納不下</translation>
    </message>
    <message>
        <source>a header of 16 and %1 images of %2</source>
        <translation>16 個位元組的標頭與 %1 張 %2 的影像</translation>
    </message>
    <message>
        <source>a header of 8 and %1 labels</source>
        <translation>8 個位元組的標頭與 %1 個標籤</translation>
    </message>
    <message>
        <source>%1 keys are missing: %2; %3 unknown keys: %4</source>
        <translation>缺少 %1 個鍵：%2；%3 個未知的鍵：%4</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2 of %3)</source>
        <translation>%1（最接近的已知名稱：%3 的 %2）</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2)</source>
        <translation>%1（最接近的已知名稱：%2）</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>寬度 %1</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>未知的鍵 %1</translation>
    </message>
    <message>
        <source>%1; unknown key %2</source>
        <translation>%1；未知的鍵 %2</translation>
    </message>
    <message>
        <source>its input is bytes</source>
        <translation>其輸入是位元組</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 個類別</translation>
    </message>
    <message>
        <source>no head</source>
        <translation>沒有頭部</translation>
    </message>
    <message>
        <source>BN epsilon %1</source>
        <translation>BN ε %1</translation>
    </message>
    <message>
        <source>its weights are quantized (%1); export the network before quantization</source>
        <translation>其權重已量化（%1）；請匯出量化前的網路</translation>
    </message>
    <message>
        <source>its input is %1 pixels high and %2 wide; only networks with square images can be used: export it with a square input</source>
        <translation>其輸入高 %1、寬 %2 像素；只能使用正方形影像的網路：請以正方形輸入匯出</translation>
    </message>
    <message>
        <source>its input is %1 pixels, 32x32 to 4096x4096 were expected</source>
        <translation>其輸入是 %1 像素，應為 32x32 到 4096x4096</translation>
    </message>
    <message>
        <source>its input has %1 channels, 1 or 3 were expected</source>
        <translation>其輸入有 %1 個通道，應為 1 或 3 個</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 與 %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1、%2 與 %3</translation>
    </message>
    <message>
        <source>%1 numbers found, %2 expected</source>
        <translation>找到 %1 個數字，應為 %2 個</translation>
    </message>
    <message>
        <source>%1 names for %2 classes found, %3 expected</source>
        <translation>為 %2 個類別找到 %1 個名稱，應為 %3 個</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>迭代次數</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>動量</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>衰減</translation>
    </message>
    <message>
        <source>decay epochs</source>
        <translation>衰減週期</translation>
    </message>
    <message>
        <source>cross-entropy weight</source>
        <translation>交叉熵權重</translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation>L1 權重</translation>
    </message>
    <message>
        <source>distillation weight</source>
        <translation>蒸餾權重</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>BN momentum</source>
        <translation>BN 動量</translation>
    </message>
    <message>
        <source>trunk</source>
        <translation>主幹</translation>
    </message>
    <message>
        <source>initialization images</source>
        <translation>初始化影像</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>脊參數</translation>
    </message>
    <message>
        <source>statistics images</source>
        <translation>統計量影像</translation>
    </message>
    <message>
        <source>validation interval</source>
        <translation>驗證間隔</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>by their size these numbers are for pixels from 0 to 255</source>
        <translation>依其大小，這些數字適用於 0 到 255 的像素</translation>
    </message>
    <message>
        <source>by their size these numbers are for pixels from 0 to 1</source>
        <translation>依其大小，這些數字適用於 0 到 1 的像素</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2 of %3) and %4 more</source>
        <translation>%1（最接近的已知名稱：%3 的 %2）以及另外 %4 個</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2) and %3 more</source>
        <translation>%1（最接近的已知名稱：%2）以及另外 %3 個</translation>
    </message>
    <message>
        <source>there is no image in there that can be read (%1)</source>
        <translation>其中沒有可讀取的影像（%1）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no ending, and there are several images of that name; add the endings, or remove those that aren&apos;t meant</source>
        <translation>「%1」沒有副檔名，而有多張同名的影像；請加上副檔名，或移除不要的影像</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, %3 expected</source>
        <translation>「%1」為 %2，應為%3</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>清單</translation>
    </message>
    <message>
        <source>another type</source>
        <translation>其他型別</translation>
    </message>
    <message>
        <source>%1 images are listed for training and for validation or test as well: figures of them say little</source>
        <translation>%1 張影像同時列於訓練以及驗證或測試：其數字意義不大</translation>
    </message>
    <message>
        <source>the class map leaves the images of one output only; at least two are needed to train; %1</source>
        <translation>類別對應只留下一個輸出的影像；訓練至少需要兩個；%1</translation>
    </message>
    <message>
        <source>images carry an orientation (EXIF) that is ignored, as PyTorch does; if the network was trained on upright images, apply it (--exif apply)</source>
        <translation>影像帶有方向資訊（EXIF），已忽略，與 PyTorch 相同；若網路以轉正的影像訓練，請套用（--exif apply）</translation>
    </message>
    <message>
        <source>the folders of classes count, not the lists beside them: %1</source>
        <translation>以類別資料夾為準，而非旁邊的清單：%1</translation>
    </message>
    <message>
        <source>%1 image is listed for training and for validation or test as well: figures of them say little</source>
        <translation>%1 張影像同時列於訓練以及驗證或測試：其數字意義不大</translation>
    </message>
    <message>
        <source>line %1: true or false was expected under &quot;%2&quot;, &quot;%3&quot; was found</source>
        <translation>第 %1 行：「%2」之下應為 true 或 false，找到「%3」</translation>
    </message>
    <message>
        <source>line %1: an image for validation and for testing was found; one of them was expected</source>
        <translation>第 %1 行：找到同時用於驗證與測試的影像；應為其中之一</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the training images; keep one of them</source>
        <translation>%1 與 %2 似乎都含有訓練影像；請保留其中之一</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the test images; keep one of them</source>
        <translation>%1 與 %2 似乎都含有測試影像；請保留其中之一</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the validation images; keep one of them</source>
        <translation>%1 與 %2 似乎都含有驗證影像；請保留其中之一</translation>
    </message>
    <message>
        <source>can&apos;t be written: it is a pipe, and no program reads from it</source>
        <translation>無法寫入：這是管線，且沒有程式從中讀取</translation>
    </message>
    <message>
        <source>can&apos;t be written: no file can be made in this folder; choose another place</source>
        <translation>無法寫入：無法在此資料夾中建立檔案；請選擇其他位置</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>其中有數字太大</translation>
    </message>
    <message>
        <source>the model %1 isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>模型 %1 不是建立配方時所用的（找到 %2，應為 %3）</translation>
    </message>
    <message>
        <source>the data set %1 isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>資料集 %1 不是建立配方時所用的（找到 %2，應為 %3）</translation>
    </message>
    <message>
        <source>what validation images the data set %1 has isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>資料集 %1 的驗證影像與建立配方時的不同（找到 %2，應為 %3）</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 and %2 pointwise convolutions were found, %3 of each were expected</source>
        <translation>找到 %1 個 3x3 逐深度卷積與 %2 個逐點卷積，應各為 %3 個</translation>
    </message>
    <message>
        <source>0 (none) to %1</source>
        <translation>0（無）到 %1</translation>
    </message>
    <message>
        <source>recipe format version %1 found, 1 to %2 expected; use the program that wrote it</source>
        <translation>找到配方格式版本 %1，應為 1 到 %2；請使用寫出它的程式</translation>
    </message>
    <message>
        <source>the classes of the data set are numbers from 0 to %1, the network has %2 outputs: they are taken for its first ones. If that is wrong, all figures are wrong: %3</source>
        <translation>資料集的類別是 0 到 %1 的數字，網路有 %2 個輸出：視為其前幾個。若有誤，所有數字都是錯的：%3</translation>
    </message>
    <message>
        <source>there is no layer %1; layers count from 1</source>
        <translation>沒有層 %1；層從 1 算起</translation>
    </message>
    <message>
        <source>there is no layer %1 in any network</source>
        <translation>任何網路都沒有層 %1</translation>
    </message>
    <message>
        <source>list of strides</source>
        <translation>步幅清單</translation>
    </message>
    <message>
        <source>channels, strides, expand first</source>
        <translation>通道、步幅、先擴張</translation>
    </message>
    <message>
        <source>those of a MobileNet V2 found, %1 expected</source>
        <translation>找到 MobileNet V2 的，應為 %1</translation>
    </message>
    <message>
        <source>none, as the network is a MobileNet V1</source>
        <translation>無，因為網路是 MobileNet V1</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>none, or nine from 1 to 65,536</source>
        <translation>無，或九個 1 到 65,536 的數</translation>
    </message>
    <message>
        <source>none, or seven of 1 or 2</source>
        <translation>無，或七個 1 或 2</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>隱藏層</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>some found, %1 expected</source>
        <translation>找到一些，應為 %1</translation>
    </message>
    <message>
        <source>none, as the network has no classes</source>
        <translation>無，因為網路沒有類別</translation>
    </message>
    <message>
        <source>channels of a hidden layer</source>
        <translation>隱藏層的通道數</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: A is a %1, %2 a %3; only networks of the same architecture can be merged</source>
        <translation>網路不相符：A 是 %1，%2 是 %3；只有架構相同的網路才能合併</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: the first block of %1 has an expanding convolution, that of %2 has none; only networks of the same variant can be merged</source>
        <translation>網路不相符：%1 的第一個區塊有擴張卷積，%2 的沒有；只有變體相同的網路才能合併</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: layer %1 of %2 adds its input to its output, that of %3 doesn&apos;t, as its stride is 2; only networks of the same variant can be merged</source>
        <translation>網路不相符：%2 的層 %1 將輸入加到輸出，%3 的沒有，因其步幅為 2；只有變體相同的網路才能合併</translation>
    </message>
    <message>
        <source>the preset exact merges what is the same in all networks, but not even their first layers are (%1); choose the preset fast</source>
        <translation>「精確」預設組合合併所有網路中相同的部分，但連第一層都不相同（%1）；請選擇「快速」預設組合</translation>
    </message>
    <message>
        <source>%1 of task %2 differs from that of task a</source>
        <translation>任務 %2 的 %1 與任務 a 的不同</translation>
    </message>
    <message>
        <source>the epsilon of batch normalization of task %1 differs from that of task a</source>
        <translation>任務 %1 的批次正規化 ε 與任務 a 的不同</translation>
    </message>
    <message>
        <source>task %1 has no images, but the plan needs some of each task; only what is the same in all networks can be merged without (preset exact)</source>
        <translation>任務 %1 沒有影像，但計畫需要每個任務的一些影像；沒有影像只能合併所有網路中相同的部分（「精確」預設組合）</translation>
    </message>
    <message>
        <source>the networks are the same up to layer %1, bit for bit: the preset exact shares so much as it is, without images and without training</source>
        <translation>網路直到層 %1 為止逐位元相同：「精確」預設組合可原樣共享這麼多，不需影像也不需訓練</translation>
    </message>
    <message>
        <source>the networks are the same up to layer %1, all there are, bit for bit: the preset exact shares so much as it is, without images and without training</source>
        <translation>網路直到層 %1（全部）為止逐位元相同：「精確」預設組合可原樣共享這麼多，不需影像也不需訓練</translation>
    </message>
    <message>
        <source>hidden layer %1 of the head has no bias; it got one of zeros</source>
        <translation>頭部的隱藏層 %1 沒有偏差；已補上零</translation>
    </message>
    <message>
        <source>batch normalization of the head was put into the weights of %1 linear layer</source>
        <translation>頭部的批次正規化已併入 %1 個線性層的權重</translation>
    </message>
    <message>
        <source>batch normalization of the head was put into the weights of %1 linear layers</source>
        <translation>頭部的批次正規化已併入 %1 個線性層的權重</translation>
    </message>
    <message>
        <source>a head of %1 linear layers: %2</source>
        <translation>%1 個線性層的頭部：%2</translation>
    </message>
    <message>
        <source>head %1, the only tensors left</source>
        <translation>頭部 %1，僅剩的張量</translation>
    </message>
    <message>
        <source>head guessed: %1, the only tensors left</source>
        <translation>頭部為猜測：%1，僅剩的張量</translation>
    </message>
    <message>
        <source>head activation</source>
        <translation>頭部活化函數</translation>
    </message>
    <message>
        <source>head activation %1</source>
        <translation>頭部活化函數 %1</translation>
    </message>
    <message>
        <source>strides of the rows</source>
        <translation>各列的步幅</translation>
    </message>
    <message>
        <source>strides of the rows %1</source>
        <translation>各列的步幅 %1</translation>
    </message>
    <message>
        <source>no width multiplier gives its channels, which are those of the shapes: %1</source>
        <translation>沒有任何寬度乘數得到其通道數，故採用形狀的通道數：%1</translation>
    </message>
    <message>
        <source>class names read from %1 beside the file</source>
        <translation>類別名稱讀自檔案旁的 %1</translation>
    </message>
    <message>
        <source>the file doesn&apos;t tell the names of its layers; as many of each kind as in Keras&apos;s %1 were taken for them in their order</source>
        <translation>檔案沒有說明各層的名稱；依順序取用與 Keras 的 %1 同種類同數量的層</translation>
    </message>
    <message>
        <source>its names are those of no known MobileNet: %1; known naming schemes are %2</source>
        <translation>其名稱不屬於任何已知的 MobileNet：%1；已知的命名方式有 %2</translation>
    </message>
    <message>
        <source>its names are those of no known MobileNet, and its shapes don&apos;t tell either: %1</source>
        <translation>其名稱不屬於任何已知的 MobileNet，形狀也無法說明：%1</translation>
    </message>
    <message>
        <source>holds no tensors; those of a MobileNet were expected</source>
        <translation>沒有張量；應為 MobileNet 的張量</translation>
    </message>
    <message>
        <source>this is the MobileNet V2 of kuangliu&apos;s pytorch-cifar: convolutions in its shortcuts (layers.0.shortcut.0) make it another network than MobileNet V2, which can&apos;t be merged</source>
        <translation>這是 kuangliu 的 pytorch-cifar 的 MobileNet V2：捷徑中的卷積（layers.0.shortcut.0）使其成為不同於 MobileNet V2 的網路，無法合併</translation>
    </message>
    <message>
        <source>holds no moving averages (EMA) of a MobileNet</source>
        <translation>沒有 MobileNet 的移動平均（EMA）</translation>
    </message>
    <message>
        <source>%1 (%2 has %3 blocks, %4 were found)</source>
        <translation>%1（%2 有 %3 個區塊，找到 %4 個）</translation>
    </message>
    <message>
        <source>several of its outputs are heads of a %1: %2; export it with one of them</source>
        <translation>其多個輸出是 %1 的頭部：%2；請只匯出其中之一</translation>
    </message>
    <message>
        <source>several layers can be the head: %1; they don&apos;t follow one another</source>
        <translation>多個層都可能是頭部：%1；它們並非前後相接</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 and %2 pointwise convolutions were found, %3 and %4 were expected</source>
        <translation>找到 %1 個 3x3 逐深度卷積與 %2 個逐點卷積，應為 %3 與 %4 個</translation>
    </message>
    <message>
        <source>whether an activation lies before or behind batch normalization %1 of its head is not in the file; save the whole network (in Keras: model.save), or one without it</source>
        <translation>檔案沒有說明活化函數位於頭部批次正規化 %1 之前或之後；請儲存整個網路（Keras 中：model.save），或沒有它的網路</translation>
    </message>
    <message>
        <source>its metadata say %1, but its graph is a %2</source>
        <translation>其中繼資料說是 %1，但其計算圖是 %2</translation>
    </message>
    <message>
        <source>the graph was not recognized as %1: %2</source>
        <translation>計算圖未能辨識為 %1：%2</translation>
    </message>
    <message>
        <source>a GGUF file, the format of llama.cpp, which holds no MobileNet that is known</source>
        <translation>GGUF 檔案，llama.cpp 的格式，其中沒有已知的 MobileNet</translation>
    </message>
    <message>
        <source>the folder of a TensorFlow.js model; open the model.json in it</source>
        <translation>TensorFlow.js 模型的資料夾；請開啟其中的 model.json</translation>
    </message>
    <message>
        <source>no images were chosen</source>
        <translation>沒有選擇影像</translation>
    </message>
    <message>
        <source>an addition of the input of layer %1 to its output was expected, as both have %2 channels and the stride is 1, found %3</source>
        <translation>應將層 %1 的輸入加到其輸出，因兩者都有 %2 個通道且步幅為 1，卻找到 %3</translation>
    </message>
    <message>
        <source>%1 adds to the output of layer %2, whose input has another shape</source>
        <translation>%1 加到層 %2 的輸出，但該層輸入的形狀不同</translation>
    </message>
    <message>
        <source>%1 adds something else than the input of layer %2 to its output</source>
        <translation>%1 將層 %2 輸入以外的東西加到其輸出</translation>
    </message>
    <message>
        <source>no activation was expected after %1, found %2</source>
        <translation>%1 之後不應有活化函數，找到 %2</translation>
    </message>
    <message>
        <source>%1 has the weights of another layer</source>
        <translation>%1 的權重屬於另一層</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2 behind a layer of %3 outputs</source>
        <translation>%1 的權重形狀為 %2，位於有 %3 個輸出的層之後</translation>
    </message>
    <message>
        <source>torchvision: its MobileNet V2 pads by one pixel on every side, this network like TensorFlow (SAME); write it as pytorch or onnx</source>
        <translation>torchvision：其 MobileNet V2 在每邊填補一個像素，此網路則如 TensorFlow（SAME）；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: its MobileNet V2 has ReLU6, this network ReLU; write it as pytorch or onnx</source>
        <translation>torchvision：其 MobileNet V2 為 ReLU6，此網路為 ReLU；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the head of its MobileNet V2 is one linear layer, that of this network %1; write it as pytorch or onnx</source>
        <translation>torchvision：其 MobileNet V2 的頭部是一個線性層，此網路的是 %1；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: a file of several tasks is none of its networks; write one task, or all of them as pytorch</source>
        <translation>torchvision：多個任務的檔案不是其任何網路；請寫單一任務，或全部寫成 pytorch</translation>
    </message>
    <message>
        <source>the epsilon of batch normalization, %1, is %2 in torchvision; running variances make up for it</source>
        <translation>批次正規化的 ε %1 在 torchvision 中是 %2；以移動變異數補償</translation>
    </message>
    <message>
        <source>metadata.json beside the file can&apos;t be read: %1</source>
        <translation>無法讀取檔案旁的 metadata.json：%1</translation>
    </message>
    <message>
        <source>%1 would be the %2 convolution of layer %3, but reads %4 channels where %5 come in</source>
        <translation>%1 應是層 %3 的 %2 卷積，但讀取 %4 個通道，而輸入有 %5 個</translation>
    </message>
    <message>
        <source>the head has two batch normalizations one behind the other, %1 and %2; one between two linear layers was expected</source>
        <translation>頭部有兩個前後相接的批次正規化 %1 與 %2；兩個線性層之間應為一個</translation>
    </message>
    <message>
        <source>the linear layer %1 of the head has two activations, %2 and %3</source>
        <translation>頭部的線性層 %1 有兩個活化函數 %2 與 %3</translation>
    </message>
    <message>
        <source>batch normalization %1 is the last layer of the head; a linear layer was expected</source>
        <translation>批次正規化 %1 是頭部的最後一層；應為線性層</translation>
    </message>
    <message>
        <source>batch normalization %1 of the head can&apos;t be put into the weights of a linear layer, since an activation follows that isn&apos;t that of the linear layer before it</source>
        <translation>頭部的批次正規化 %1 無法併入線性層的權重，因為其後的活化函數不屬於前面的線性層</translation>
    </message>
    <message>
        <source>behind the last linear layer of the head, %1, lies the activation %2; none, or softmax, was expected</source>
        <translation>頭部最後的線性層 %1 之後有活化函數 %2；應為無或 softmax</translation>
    </message>
    <message>
        <source>the activation %1 of its head lies before the layer %2; it can only be at the end</source>
        <translation>其頭部的活化函數 %1 位於層 %2 之前；它只能在最後</translation>
    </message>
    <message>
        <source>key %1 is missing: the configuration has a layer of this name</source>
        <translation>缺少鍵 %1：設定中有此名稱的層</translation>
    </message>
    <message>
        <source>its configuration has ReLU and ReLU6; a MobileNet has one of them in all layers</source>
        <translation>其設定有 ReLU 與 ReLU6；MobileNet 各層只用其中一種</translation>
    </message>
    <message>
        <source>its configuration has stride %1 in block %2, where a MobileNet V2 has 1: only the first block of a row may have another</source>
        <translation>其設定在區塊 %2 的步幅是 %1，而 MobileNet V2 的是 1：只有每列的第一個區塊可以不同</translation>
    </message>
    <message>
        <source>its configuration averages over %1 pixels, but the last feature maps have %2; only networks that average over whole maps can be used</source>
        <translation>其設定對 %1 個像素取平均，但最後的特徵圖有 %2 個；只能使用對整張圖取平均的網路</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, but the files of them, %2, only %3; they are truncated, or of another model</source>
        <translation>其權重有 %1 個位元組，但其檔案 %2 只有 %3 個；它們被截斷，或屬於另一個模型</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, at most %2 are read</source>
        <translation>其權重有 %1 個位元組，最多讀取 %2 個</translation>
    </message>
    <message>
        <source>weightsManifest: the file %1 is named twice</source>
        <translation>weightsManifest：檔案 %1 出現兩次</translation>
    </message>
    <message>
        <source>made by Teachable Machine, whose images are RGB with values from -1 to 1</source>
        <translation>由 Teachable Machine 製作，其影像為 RGB，值從 -1 到 1</translation>
    </message>
    <message>
        <source>the head has more than %1 linear layers</source>
        <translation>頭部有超過 %1 個線性層</translation>
    </message>
    <message>
        <source>a hidden layer of %1</source>
        <translation>%1 的隱藏層</translation>
    </message>
    <message>
        <source>its type is &apos;%1&apos;, float32 was expected</source>
        <translation>其型別是「%1」，應為 float32</translation>
    </message>
    <message>
        <source>its shape has %1 axes, at most %2 were expected</source>
        <translation>其形狀有 %1 個軸，最多應為 %2 個</translation>
    </message>
    <message>
        <source>a size of its shape is %1, a whole number was expected</source>
        <translation>其形狀的一個大小是 %1，應為整數</translation>
    </message>
    <message>
        <source>its shape %1 claims more than %2 bytes</source>
        <translation>其形狀 %1 宣稱超過 %2 個位元組</translation>
    </message>
    <message>
        <source>weightsManifest: a path is %1, a text was expected</source>
        <translation>weightsManifest：一個路徑是 %1，應為文字</translation>
    </message>
    <message>
        <source>layer %1 isn&apos;t the same in all networks (%2), so that the preset exact can&apos;t merge it; choose another preset</source>
        <translation>層 %1 在各網路中並不相同（%2），因此「精確」預設組合無法合併；請選擇其他預設組合</translation>
    </message>
    <message>
        <source>the preset exact shares weights as they are: initialization %1 and alignment %2 found, a and none expected</source>
        <translation>「精確」預設組合原樣共享權重：找到初始化 %1 與對齊 %2，應為 a 與 none</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: %1 is minimalistic, %2 isn&apos;t; only networks of the same variant can be merged</source>
        <translation>網路不相符：%1 是 minimalistic，%2 不是；只有變體相同的網路才能合併</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: layer %1 of %2 has squeeze-and-excite, that of %3 has none; only networks of the same variant can be merged</source>
        <translation>網路不相符：%2 的層 %1 有擠壓激勵，%3 的沒有；只有變體相同的網路才能合併</translation>
    </message>
    <message>
        <source>minimalistic</source>
        <translation>minimalistic</translation>
    </message>
    <message>
        <source>false, as the network is no MobileNet V3</source>
        <translation>false，因為網路不是 MobileNet V3</translation>
    </message>
    <message>
        <source>none, or %1</source>
        <translation>無，或 %1</translation>
    </message>
    <message>
        <source>none, or %1 of 1 or 2</source>
        <translation>無，或 %1 個 1 或 2</translation>
    </message>
    <message>
        <source>the first block has %1 expanded channels, the stem %2; the same expected, as the block has no expanding convolution</source>
        <translation>第一個區塊有 %1 個擴張後的通道，起始層有 %2 個；應相同，因為該區塊沒有擴張卷積</translation>
    </message>
    <message>
        <source>this is %1; only MobileNet V1, V2 and V3 can be merged</source>
        <translation>這是 %1；只有 MobileNet V1、V2 與 V3 能合併</translation>
    </message>
    <message>
        <source>is %1; a MobileNet V1, V2 or V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite or TensorFlow checkpoint) was expected</source>
        <translation>是 %1；應為 MobileNet V1、V2 或 V3（safetensors、PyTorch、TorchScript、ONNX、Keras、TensorFlow.js、TensorFlow Lite 或 TensorFlow 檢查點）</translation>
    </message>
    <message>
        <source>a MobileNet V1, V2 or V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite or TensorFlow checkpoint)</source>
        <translation>MobileNet V1、V2 或 V3（safetensors、PyTorch、TorchScript、ONNX、Keras、TensorFlow.js、TensorFlow Lite 或 TensorFlow 檢查點）</translation>
    </message>
    <message>
        <source>%1 squeezed ones found, 0 expected, as the network is minimalistic</source>
        <translation>找到 %1 個擠壓通道，應為 0 個，因為網路是 minimalistic</translation>
    </message>
    <message>
        <source>%1, %2, %3 or %4</source>
        <translation>%1、%2、%3 或 %4</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>其結尾</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>the last layer</source>
        <translation>最後一層</translation>
    </message>
    <message>
        <source>none of its convolutions is depthwise; in a MobileNet there is a depthwise one in each block</source>
        <translation>其卷積都不是逐深度卷積；MobileNet 的每個區塊都有一個</translation>
    </message>
    <message>
        <source>two branches meet at %1</source>
        <translation>兩個分支在 %1 會合</translation>
    </message>
    <message>
        <source>a Conv was expected for %1, found %2</source>
        <translation>%1 應為 Conv，找到 %2</translation>
    </message>
    <message>
        <source>Relu or Clip was expected after %1, found %2</source>
        <translation>%1 之後應為 Relu 或 Clip，找到 %2</translation>
    </message>
    <message>
        <source>Relu was expected after %1, found %2</source>
        <translation>%1 之後應為 Relu，找到 %2</translation>
    </message>
    <message>
        <source>a hard swish was expected after %1, found %2</source>
        <translation>%1 之後應為 hard swish，找到 %2</translation>
    </message>
    <message>
        <source>a hard swish was expected from %1 on, found %2</source>
        <translation>從 %1 起應為 hard swish，找到 %2</translation>
    </message>
    <message>
        <source>a hard sigmoid was expected after %1, found %2</source>
        <translation>%1 之後應為 hard sigmoid，找到 %2</translation>
    </message>
    <message>
        <source>a linear layer was expected for %1, found %2</source>
        <translation>%1 應為線性層，找到 %2</translation>
    </message>
    <message>
        <source>average pooling was expected after %1, found %2</source>
        <translation>%1 之後應為平均池化，找到 %2</translation>
    </message>
    <message>
        <source>%1 multiplies by a hard sigmoid of slope %2 and offset %3; the hard swish has 1/6 and 0.5</source>
        <translation>%1 乘上斜率 %2、位移 %3 的 hard sigmoid；hard swish 的是 1/6 與 0.5</translation>
    </message>
    <message>
        <source>%1 multiplies by values from %2 to %3; a hard sigmoid, from 0 to 1, was expected</source>
        <translation>%1 乘上 %2 到 %3 的值；應為 0 到 1 的 hard sigmoid</translation>
    </message>
    <message>
        <source>%1 multiplies something else than what its factor is computed from</source>
        <translation>%1 所乘的不是其係數的計算來源</translation>
    </message>
    <message>
        <source>%1 divides by a value that depends on the image</source>
        <translation>%1 除以取決於影像的值</translation>
    </message>
    <message>
        <source>%1 has the bound %2</source>
        <translation>%1 的界限是 %2</translation>
    </message>
    <message>
        <source>%1 has the range %2 to %3</source>
        <translation>%1 的範圍是 %2 到 %3</translation>
    </message>
    <message>
        <source>%1 is followed by another activation than the layers before</source>
        <translation>%1 之後的活化函數與前面各層不同</translation>
    </message>
    <message>
        <source>%1 pads before the pooling</source>
        <translation>%1 在池化之前填補</translation>
    </message>
    <message>
        <source>%1 does not average over the whole feature map</source>
        <translation>%1 沒有對整張特徵圖取平均</translation>
    </message>
    <message>
        <source>%1 gets axes in the order %2</source>
        <translation>%1 得到的軸順序是 %2</translation>
    </message>
    <message>
        <source>%1 is not a plain linear layer</source>
        <translation>%1 不是單純的線性層</translation>
    </message>
    <message>
        <source>%1 is not a linear layer</source>
        <translation>%1 不是線性層</translation>
    </message>
    <message>
        <source>%1, %2, has weights of shape %3, two dimensions were expected</source>
        <translation>%1（%2）的權重形狀為 %3，應為二維</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2 and a bias of shape %3</source>
        <translation>%1 的權重形狀為 %2，偏差形狀為 %3</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2, a kernel of %3 was expected for %4</source>
        <translation>%1 的權重形狀為 %2，%4 應為 %3 的卷積核</translation>
    </message>
    <message>
        <source>%1 numbers were found for %2 channels</source>
        <translation>為 %2 個通道找到 %1 個數字</translation>
    </message>
    <message>
        <source>%1 numbers were found for %2 classes</source>
        <translation>為 %2 個類別找到 %1 個數字</translation>
    </message>
    <message>
        <source>layer %1 of its head has the activation %2; relu, relu6, hard_swish, linear, or softmax at the end were expected</source>
        <translation>其頭部的層 %1 的活化函數是 %2；應為 relu、relu6、hard_swish、linear，或結尾的 softmax</translation>
    </message>
    <message>
        <source>it is deeper than a %1: %2 blocks were found instead of %3, as in %4 of timm; such a network can&apos;t be merged</source>
        <translation>比 %1 更深：找到 %2 個區塊而非 %3 個，如 timm 的 %4；這樣的網路無法合併</translation>
    </message>
    <message>
        <source>behind its backbone lies the layer %1 of the kind %2, which can&apos;t be used there; global average pooling, linear layers (Dense or 1x1 convolutions), batch normalization, dropout, relu, relu6, hard swish, and softmax at the end were expected</source>
        <translation>其骨幹之後有種類為 %2 的層 %1，無法在此使用；應為全域平均池化、線性層（Dense 或 1x1 卷積）、批次正規化、dropout、relu、relu6、hard swish，以及結尾的 softmax</translation>
    </message>
    <message>
        <source>only what its blocks put out has the channels of width %1; all are those of the shapes: %2</source>
        <translation>只有區塊的輸出具有寬度 %1 的通道數；全部採用形狀的通道數：%2</translation>
    </message>
    <message>
        <source>slope of the hard sigmoid guessed: %1 (by the convention of %2; the second layers of squeeze-and-excite were multiplied by %3)</source>
        <translation>hard sigmoid 的斜率為猜測：%1（依 %2 的慣例；擠壓激勵的第二層已乘上 %3）</translation>
    </message>
    <message>
        <source>slope of the hard sigmoid %1</source>
        <translation>hard sigmoid 的斜率 %1</translation>
    </message>
    <message>
        <source>factor of the head guessed: %1 (by the convention of %2; the weights of its last layer were multiplied by it)</source>
        <translation>頭部的係數為猜測：%1（依 %2 的慣例；其最後一層的權重已乘上它）</translation>
    </message>
    <message>
        <source>factor of the head %1</source>
        <translation>頭部的係數 %1</translation>
    </message>
    <message>
        <source>strides of the blocks</source>
        <translation>各區塊的步幅</translation>
    </message>
    <message>
        <source>strides of the blocks %1</source>
        <translation>各區塊的步幅 %1</translation>
    </message>
    <message>
        <source>what MobileNets V3 have</source>
        <translation>MobileNet V3 的做法</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)</source>
        <translation>ONNX 圖中沒有，為猜測：正規化平均值 %1，標準差 %2，%3（依 PyTorch 的慣例）</translation>
    </message>
    <message>
        <source>normalization mean %1, std %2, %3</source>
        <translation>正規化平均值 %1，標準差 %2，%3</translation>
    </message>
    <message>
        <source>left out: the hidden layer of a head without its last layer, %1</source>
        <translation>略過：沒有最後一層的頭部隱藏層 %1</translation>
    </message>
    <message>
        <source>head guessed: %1, the only linear layer</source>
        <translation>頭部為猜測：%1，唯一的線性層</translation>
    </message>
    <message>
        <source>head %1, the only linear layer</source>
        <translation>頭部 %1，唯一的線性層</translation>
    </message>
    <message>
        <source>layer %1 of its backbone has the activation &apos;%2&apos;; a MobileNet V3 has relu, hard swish and hard sigmoid</source>
        <translation>其骨幹的層 %1 的活化函數是「%2」；MobileNet V3 有 relu、hard swish 與 hard sigmoid</translation>
    </message>
    <message>
        <source>an EfficientNet (%1)</source>
        <translation>EfficientNet（%1）</translation>
    </message>
    <message>
        <source>a ResNet</source>
        <translation>ResNet</translation>
    </message>
    <message>
        <source>a VGG network</source>
        <translation>VGG 網路</translation>
    </message>
    <message>
        <source>this is the MobileNet V3 of d-li14&apos;s mobilenetv3.pytorch: squeeze-and-excite before the activation (features.4.conv.5.fc) makes it another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>這是 d-li14 的 mobilenetv3.pytorch 的 MobileNet V3：活化函數之前的擠壓激勵（features.4.conv.5.fc）使其成為不同於 MobileNet V3 的網路，無法合併</translation>
    </message>
    <message>
        <source>this is the MobileNet V3 of d-li14&apos;s mobilenetv3.pytorch, first version: hard swish behind the pooling and other strides make it another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>這是 d-li14 的 mobilenetv3.pytorch 第一版的 MobileNet V3：池化之後的 hard swish 與不同的步幅使其成為不同於 MobileNet V3 的網路，無法合併</translation>
    </message>
    <message>
        <source>this is mobilenetv3_rw of timm, as %1 is missing: without the addition in its first block and with hard swish in its squeeze-and-excite it is another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>這是 timm 的 mobilenetv3_rw，因為缺少 %1：第一個區塊沒有加法，擠壓激勵中用 hard swish，使其成為不同於 MobileNet V3 的網路，無法合併</translation>
    </message>
    <message>
        <source>%1 (also of %2, whose other names aren&apos;t there)</source>
        <translation>%1（也屬於 %2，但其他名稱不在）</translation>
    </message>
    <message>
        <source>%1 (also of %2, whose other names aren&apos;t there) and %3 more</source>
        <translation>%1（也屬於 %2，但其他名稱不在）以及另外 %3 個</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 or 5x5 and %2 pointwise convolutions were found, %3 and %4 were expected</source>
        <translation>找到 %1 個 3x3 或 5x5 逐深度卷積與 %2 個逐點卷積，應為 %3 與 %4 個</translation>
    </message>
    <message>
        <source>%1 would be the %2 convolution of layer %3, but has a kernel of %4, %5 was expected</source>
        <translation>%1 應是層 %3 的 %2 卷積，但卷積核是 %4，應為 %5</translation>
    </message>
    <message>
        <source>%1 would be layer %2, but have %3 channels where %4 come in</source>
        <translation>%1 應是層 %2，但有 %3 個通道，而輸入有 %4 個</translation>
    </message>
    <message>
        <source>there is no batch normalization, and %1 has no bias</source>
        <translation>沒有批次正規化，且 %1 沒有偏差</translation>
    </message>
    <message>
        <source>there is squeeze-and-excite, and %1 has no bias</source>
        <translation>含有擠壓激勵，且 %1 沒有偏差</translation>
    </message>
    <message>
        <source>%1 batch normalizations (four vectors of one length, by the ends of their names weight, bias, running_mean and running_var) were found, %2 were expected</source>
        <translation>找到 %1 個批次正規化（四個等長向量，名稱結尾為 weight、bias、running_mean 與 running_var），應為 %2 個</translation>
    </message>
    <message>
        <source>%1 tensor has no place in a %2: %3</source>
        <translation>%1 個張量在 %2 中沒有位置：%3</translation>
    </message>
    <message>
        <source>%1 tensors have no place in a %2: %3</source>
        <translation>%1 個張量在 %2 中沒有位置：%3</translation>
    </message>
    <message>
        <source>MobileNet V1, V2 or V3</source>
        <translation>MobileNet V1、V2 或 V3</translation>
    </message>
    <message>
        <source>%1 (minimalistic)</source>
        <translation>%1（minimalistic）</translation>
    </message>
    <message>
        <source>hard swish and %1</source>
        <translation>hard swish 與 %1</translation>
    </message>
    <message>
        <source>torchvision: a MobileNet V2 or V3 was expected, this network is a %1; write it as pytorch</source>
        <translation>torchvision：應為 MobileNet V2 或 V3，此網路是 %1；請寫成 pytorch</translation>
    </message>
    <message>
        <source>torchvision: its %1 pads by half the kernel on every side, this network like TensorFlow (SAME); write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 在每邊填補半個卷積核，此網路則如 TensorFlow（SAME）；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: its %1 has 5x5 kernels, squeeze-and-excite and hard swish, this network is minimalistic; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 有 5x5 卷積核、擠壓激勵與 hard swish，此網路是 minimalistic；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: its %1 has ReLU, this network ReLU6; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 為 ReLU，此網路為 ReLU6；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the first block of its %1 has no expanding convolution, that of this network has one; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 的第一個區塊沒有擴張卷積，此網路有；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: block %1 of its %2 has no expanding convolution at this width, that of this network has one; write it as pytorch or onnx</source>
        <translation>torchvision：其 %2 的區塊 %1 在此寬度沒有擴張卷積，此網路有；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: its %1 takes images of 3 channels, this network of 1; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 接受 3 個通道的影像，此網路為 1 個；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: its %1 has a head, this network has none; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 有頭部，此網路沒有；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the head of its %1 has one hidden layer, that of this network %2; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 的頭部有一個隱藏層，此網路有 %2；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the hidden layer of its %1 has hard swish, that of this network %2; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 的隱藏層用 hard swish，此網路用 %2；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the hidden layer of its %1 has %2 channels at this width, that of this network %3; write it as pytorch or onnx</source>
        <translation>torchvision：其 %1 的隱藏層在此寬度有 %2 個通道，此網路有 %3 個；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: this network has other strides than its %1; write it as pytorch or onnx</source>
        <translation>torchvision：此網路的步幅與其 %1 不同；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>torchvision: the channels of this network are those of no width of its %1; write it as pytorch or onnx</source>
        <translation>torchvision：此網路的通道數不屬於其 %1 的任何寬度；請寫成 pytorch 或 onnx</translation>
    </message>
    <message>
        <source>to be loaded into %1</source>
        <translation>載入到 %1</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>其他程式</translation>
    </message>
    <message>
        <source>Open the file in a browser: it holds the network and everything else that it needs, and works without a network connection. To publish it, put it on any web server or send it on; where the camera is to be used, the server has to speak HTTPS. A picture that is dropped into the page stays in the browser.</source>
        <translation>在瀏覽器中開啟檔案：它含有神經網路及所需的一切，不必連線上網即可運作。要發布時，放在任何網頁伺服器上或直接傳送；若要使用攝影機，伺服器必須使用 HTTPS。拖放到頁面的圖片不會離開瀏覽器。</translation>
    </message>
    <message>
        <source>An app on a phone or a small board, which runs the file with LiteRT (TensorFlow Lite).</source>
        <translation>手機或小型開發板上的應用程式，以 LiteRT（TensorFlow Lite）執行檔案。</translation>
    </message>
    <message>
        <source>A page that computes in the visitor&apos;s browser, so that no picture leaves the visitor&apos;s computer.</source>
        <translation>在訪客瀏覽器中計算的頁面，圖片不會離開訪客的電腦。</translation>
    </message>
    <message>
        <source>A script or a server in Python, with ONNX Runtime, PyTorch or LiteRT.</source>
        <translation>Python 的指令稿或伺服器，使用 ONNX Runtime、PyTorch 或 LiteRT。</translation>
    </message>
    <message>
        <source>A program in C++, with the DNN module of OpenCV or with LibTorch.</source>
        <translation>C++ 程式，使用 OpenCV 的 DNN 模組或 LibTorch。</translation>
    </message>
    <message>
        <source>A program in another language, or one that opens the file by itself.</source>
        <translation>其他語言的程式，或自行開啟檔案的程式。</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>PyTorch state dict</source>
        <translation>PyTorch state dict</translation>
    </message>
    <message>
        <source>PyTorch state dict for torchvision</source>
        <translation>torchvision 用的 PyTorch state dict</translation>
    </message>
    <message>
        <source>TorchScript, frozen</source>
        <translation>TorchScript，凍結</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>%1 names of %2 found, %3 expected</source>
        <translation>找到 %1 個%2名稱，應為 %3 個</translation>
    </message>
    <message>
        <source>&apos;%1&apos; can&apos;t be the name of one of the %2: 1 to 100 letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos; are expected</source>
        <translation>「%1」不能作為%2的名稱：應為 1 到 100 個字母、數字、&apos;_&apos;、&apos;.&apos; 與 &apos;-&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the name of two inputs or outputs</source>
        <translation>「%1」是兩個輸入或輸出的名稱</translation>
    </message>
    <message>
        <source>export format %1 can&apos;t have %2 numbers, only %3</source>
        <translation>匯出格式 %1 不能使用 %2 數值，只能用 %3</translation>
    </message>
    <message>
        <source>export format %1 has inputs and outputs of its own: neither names nor softmax can be chosen</source>
        <translation>匯出格式 %1 有自己的輸入與輸出：無法選擇名稱與 softmax</translation>
    </message>
    <message>
        <source>int8: training images of task %1 are needed to find out how large the numbers in between become, none were found; give them, or choose float16</source>
        <translation>int8：需要任務 %1 的訓練影像以得知中間值有多大，卻沒有找到；請提供，或選擇 float16</translation>
    </message>
    <message>
        <source>its numbers are not finite</source>
        <translation>其數字不是有限值</translation>
    </message>
    <message>
        <source>constant %1 reaches %2, float16 65504: export it as float32</source>
        <translation>常數 %1 達到 %2，float16 最大為 65504：請匯出為 float32</translation>
    </message>
    <message>
        <source>the model is too large for a TensorFlow Lite file (2 GB)</source>
        <translation>模型對 TensorFlow Lite 檔案而言太大（2 GB）</translation>
    </message>
    <message>
        <source>describes more than any MobileNet has (over 16 MiB besides the weights)</source>
        <translation>描述的內容超過任何 MobileNet（權重之外超過 16 MiB）</translation>
    </message>
    <message>
        <source>has version %1 of the format, version %2 was expected</source>
        <translation>格式版本為 %1，應為版本 %2</translation>
    </message>
    <message>
        <source>does not begin like a TensorFlow Lite model</source>
        <translation>開頭不像 TensorFlow Lite 模型</translation>
    </message>
    <message>
        <source>has %1 bytes, more than a FlatBuffer may have</source>
        <translation>有 %1 個位元組，超過 FlatBuffer 的上限</translation>
    </message>
    <message>
        <source>is damaged or truncated: its FlatBuffer points outside of its %1 bytes</source>
        <translation>已損壞或被截斷：其 FlatBuffer 指向其 %1 個位元組之外</translation>
    </message>
    <message>
        <source>has %1 subgraphs, one was expected (others have loops and conditions, or are for training)</source>
        <translation>有 %1 個子圖，應為一個（其他的有迴圈與條件，或用於訓練）</translation>
    </message>
    <message>
        <source>has %1 inputs or outputs, at most %2 are read</source>
        <translation>有 %1 個輸入或輸出，最多讀取 %2 個</translation>
    </message>
    <message>
        <source>%1 is tensor %2, but there are %3</source>
        <translation>%1 是張量 %2，但只有 %3 個</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>an output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>an input of %1</source>
        <translation>%1 的輸入</translation>
    </message>
    <message>
        <source>an output of %1</source>
        <translation>%1 的輸出</translation>
    </message>
    <message>
        <source>has %1 entries of metadata</source>
        <translation>有 %1 個中繼資料項目</translation>
    </message>
    <message>
        <source>its metadata are damaged</source>
        <translation>其中繼資料已損壞</translation>
    </message>
    <message>
        <source>has %1 operators, at most %2 are read</source>
        <translation>有 %1 個運算子，最多讀取 %2 個</translation>
    </message>
    <message>
        <source>an operator has the code %1, but there are %2</source>
        <translation>有運算子的代碼是 %1，但只有 %2 個</translation>
    </message>
    <message>
        <source>%1 reads %2, which nothing before it computes; its operators form a circle or aren&apos;t in order</source>
        <translation>%1 讀取 %2，但之前沒有計算出它；其運算子形成循環或順序不對</translation>
    </message>
    <message>
        <source>%1 computes %2, which is already there</source>
        <translation>%1 計算 %2，但它已存在</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos;</source>
        <translation>張量「%1」</translation>
    </message>
    <message>
        <source>has more than %1 axes</source>
        <translation>有超過 %1 個軸</translation>
    </message>
    <message>
        <source>a size of its shape is %1</source>
        <translation>其形狀的一個大小是 %1</translation>
    </message>
    <message>
        <source>its shape is too large</source>
        <translation>其形狀太大</translation>
    </message>
    <message>
        <source>has %1 tensors, at most %2 are read</source>
        <translation>有 %1 個張量，最多讀取 %2 個</translation>
    </message>
    <message>
        <source>there is no buffer %1 in it</source>
        <translation>其中沒有緩衝區 %1</translation>
    </message>
    <message>
        <source>the data of buffer %1 are outside of its FlatBuffer, as in models of over 2 GB, which aren&apos;t read</source>
        <translation>緩衝區 %1 的資料在其 FlatBuffer 之外，如超過 2 GB 的模型，無法讀取</translation>
    </message>
    <message>
        <source>stores only what isn&apos;t zero, which can&apos;t be read</source>
        <translation>只儲存非零的值，無法讀取</translation>
    </message>
    <message>
        <source>its shape has %1 axes, its signature %2</source>
        <translation>其形狀有 %1 個軸，其簽章有 %2 個</translation>
    </message>
    <message>
        <source>has %1 scales and %2 zero points</source>
        <translation>有 %1 個縮放係數與 %2 個零點</translation>
    </message>
    <message>
        <source>one of its scales is %1</source>
        <translation>其中一個縮放係數是 %1</translation>
    </message>
    <message>
        <source>has %1 scales along axis %2, which has another size</source>
        <translation>沿軸 %2 有 %1 個縮放係數，但該軸大小不同</translation>
    </message>
    <message>
        <source>%1 bytes of data, %2 were expected for %3 numbers of type %4</source>
        <translation>%1 個位元組的資料，%3 個型別 %4 的數字應有 %2 個</translation>
    </message>
    <message>
        <source>has no values of a type that is read (%1)</source>
        <translation>沒有可讀取型別的值（%1）</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; holds 8-bit integers without a scale</source>
        <translation>張量「%1」含有沒有縮放係數的 8 位元整數</translation>
    </message>
    <message>
        <source>its weights are used so often that they would take over 8 times as much memory as the file</source>
        <translation>其權重使用次數過多，所需記憶體會超過檔案的 8 倍</translation>
    </message>
    <message>
        <source>%1 has weights of %2 axes for maps of %3, four were expected</source>
        <translation>%1 的權重有 %2 個軸，用於 %3 的圖，應為四個</translation>
    </message>
    <message>
        <source>%1 has its weights in an order for one kind of processor, which isn&apos;t read</source>
        <translation>%1 的權重排列適用於特定處理器，無法讀取</translation>
    </message>
    <message>
        <source>%1 has weights of %2 axes, two were expected</source>
        <translation>%1 的權重有 %2 個軸，應為兩個</translation>
    </message>
    <message>
        <source>%1 has %2 inputs and %3 outputs</source>
        <translation>%1 有 %2 個輸入與 %3 個輸出</translation>
    </message>
    <message>
        <source>%1 has no input %2</source>
        <translation>%1 沒有輸入 %2</translation>
    </message>
    <message>
        <source>%1 has weights of type %2, which isn&apos;t read</source>
        <translation>%1 的權重型別是 %2，無法讀取</translation>
    </message>
    <message>
        <source>%1 has weights of another shape than it says</source>
        <translation>%1 的權重形狀與其所說不同</translation>
    </message>
    <message>
        <source>it is quantized, but its type is &apos;%1&apos;</source>
        <translation>已量化，但其型別是「%1」</translation>
    </message>
    <message>
        <source>it is quantized as &apos;%1&apos;; float16, uint8 or uint16 were expected</source>
        <translation>以「%1」量化；應為 float16、uint8 或 uint16</translation>
    </message>
    <message>
        <source>weight %1 isn&apos;t %2 any more, as it is where a network was exported; it was trained since, and can&apos;t be read</source>
        <translation>權重 %1 已不再如網路匯出時是 %2；之後經過訓練，無法讀取</translation>
    </message>
    <message>
        <source>another weight is called %1 too</source>
        <translation>另一個權重也叫 %1</translation>
    </message>
    <message>
        <source>has more than %1 weights</source>
        <translation>有超過 %1 個權重</translation>
    </message>
    <message>
        <source>specs of the tasks</source>
        <translation>各任務的規格</translation>
    </message>
    <message>
        <source>not a JSON object with an entry per task</source>
        <translation>不是每個任務一項的 JSON 物件</translation>
    </message>
    <message>
        <source>%1 tensors dequantized from %2 to float32</source>
        <translation>%1 個張量由 %2 反量化為 float32</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean 0.5, std 0.5, %1</source>
        <translation>檔案中沒有，為猜測：正規化平均值 0.5，標準差 0.5，%1</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean 0.5, std 0.5</source>
        <translation>檔案中沒有，為猜測：正規化平均值 0.5，標準差 0.5</translation>
    </message>
    <message>
        <source>read from the quantization of its input: %1</source>
        <translation>從其輸入的量化讀取：%1</translation>
    </message>
    <message>
        <source>read from its metadata: %1</source>
        <translation>從其中繼資料讀取：%1</translation>
    </message>
    <message>
        <source>class names read from %1 in the file</source>
        <translation>類別名稱讀自檔案中的 %1</translation>
    </message>
    <message>
        <source>its metadata name the file %1 of class names, but the archive at its end is cut off, damaged or without it; they were left out</source>
        <translation>其中繼資料指定類別名稱檔案 %1，但結尾的壓縮檔被截斷、損壞或沒有它；已略過</translation>
    </message>
    <message>
        <source>a model of TensorFlow.js</source>
        <translation>TensorFlow.js 的模型</translation>
    </message>
    <message>
        <source>an ONNX file</source>
        <translation>ONNX 檔案</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)</source>
        <translation>檔案中沒有，為猜測：正規化平均值 %1，標準差 %2，%3（依 PyTorch 的慣例）</translation>
    </message>
    <message>
        <source>its metadata say normalization mean %1, std %2, but its graph computes mean %3, std %4</source>
        <translation>其中繼資料說正規化平均值 %1、標準差 %2，但其計算圖算的是平均值 %3、標準差 %4</translation>
    </message>
    <message>
        <source>its metadata say channel order %1, but its graph turns the channels round</source>
        <translation>其中繼資料說通道順序 %1，但其計算圖反轉了通道</translation>
    </message>
    <message>
        <source>its metadata say channel order %1, but its graph does not turn the channels round</source>
        <translation>其中繼資料說通道順序 %1，但其計算圖沒有反轉通道</translation>
    </message>
    <message>
        <source>its metadata list more tasks than the %1 outputs that it has</source>
        <translation>其中繼資料列出的任務比它的 %1 個輸出還多</translation>
    </message>
    <message>
        <source>quantized: %1 tensors of integers were read as the float32 numbers that they stand for; what is rounded between layers is left out</source>
        <translation>已量化：%1 個整數張量讀為其所代表的 float32 數字；層與層之間的捨入略去不做</translation>
    </message>
    <message>
        <source>its weights are integers of 8 bits, and became the float32 numbers that they stand for; what it computes differs from what the file does by the rounding between the layers</source>
        <translation>其權重是 8 位元整數，已轉為其所代表的 float32 數字；計算結果與檔案的差別在於層與層之間的捨入</translation>
    </message>
    <message>
        <source>its weights are float16 numbers, and became float32</source>
        <translation>其權重是 float16 數字，已轉為 float32</translation>
    </message>
    <message>
        <source>it has no convolutions</source>
        <translation>它沒有卷積</translation>
    </message>
    <message>
        <source>it has no convolutions; it begins with %1</source>
        <translation>它沒有卷積；它以 %1 開始</translation>
    </message>
    <message>
        <source>%1 name of %2 found, %3 expected</source>
        <translation>找到 %1 個%2名稱，應為 %3 個</translation>
    </message>
    <message>
        <source>left out: %1 tensor outside of the network</source>
        <translation>略過：網路之外的 %1 個張量</translation>
    </message>
    <message>
        <source>%1 key num_batches_tracked was ignored</source>
        <translation>略過 %1 個 num_batches_tracked 鍵</translation>
    </message>
    <message>
        <source>%1 beside the file has %2, but the network has %3; they were left out</source>
        <translation>檔案旁的 %1 有 %2，但網路有 %3；已略過</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>%1 個名稱</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>%1 個名稱</translation>
    </message>
    <message>
        <source>batch normalization is folded into %1 convolution; it got one that adds its bias</source>
        <translation>批次正規化已併入 %1 個卷積；補上一個加上其偏差的批次正規化</translation>
    </message>
    <message>
        <source>%1 bias of a convolution was moved into batch normalization</source>
        <translation>卷積的 %1 個偏差已移入批次正規化</translation>
    </message>
    <message>
        <source>%1 tensor converted from %2 to float32</source>
        <translation>%1 個張量由 %2 轉換為 float32</translation>
    </message>
    <message>
        <source>%1 entry that belongs to the training was ignored: %2</source>
        <translation>略過屬於訓練的 %1 個項目：%2</translation>
    </message>
    <message>
        <source>%1 entry that is no floating-point tensor was ignored: %2</source>
        <translation>略過不是浮點張量的 %1 個項目：%2</translation>
    </message>
    <message>
        <source>%1 tensor is a moving average (ExponentialMovingAverage)</source>
        <translation>%1 個張量是移動平均（ExponentialMovingAverage）</translation>
    </message>
    <message>
        <source>%1 moving average (ExponentialMovingAverage) was ignored</source>
        <translation>略過 %1 個移動平均（ExponentialMovingAverage）</translation>
    </message>
    <message>
        <source>%1 initializer without a floating-point type was ignored</source>
        <translation>略過 %1 個非浮點型別的 initializer</translation>
    </message>
    <message>
        <source>%1 class</source>
        <translation>%1 個類別</translation>
    </message>
    <message>
        <source>%1 tensor dequantized from %2 to float32</source>
        <translation>%1 個張量由 %2 反量化為 float32</translation>
    </message>
    <message>
        <source>%1 in the file has %2, but the network has %3; they were left out</source>
        <translation>檔案中的 %1 有 %2，但網路有 %3；已略過</translation>
    </message>
    <message>
        <source>quantized: %1 tensor of integers was read as the float32 numbers that they stand for; what is rounded between layers is left out</source>
        <translation>已量化：%1 個整數張量讀為其所代表的 float32 數字；層與層之間的捨入略去不做</translation>
    </message>
    <message>
        <source>the networks of tasks %1 and %2 are the same, their heads too, so that one of them could do both; was another file meant?</source>
        <translation>任務 %1 與 %2 的網路相同，頭部也相同，因此其中一個就能做兩者的工作；是否要用另一個檔案？</translation>
    </message>
    <message>
        <source>holds no session (no &apos;%1&apos; in its metadata); if it is a network, merge it with another one first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper</source>
        <translation>不是工作階段（中繼資料沒有「%1」）；若是網路，請先與另一個合併：zipper merge --a NETWORK --b OTHER --out MERGED.zipper</translation>
    </message>
    <message>
        <source>a session (.zipper)</source>
        <translation>工作階段（.zipper）</translation>
    </message>
    <message>
        <source>a network (%1); merge it with another one first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper</source>
        <translation>網路（%1）；請先與另一個合併：zipper merge --a NETWORK --b OTHER --out MERGED.zipper</translation>
    </message>
    <message>
        <source>%1; or merge without labels: --no-labels, then zipper eval SESSION --task a --data FOLDER --agreement</source>
        <translation>%1；或不用標籤合併：--no-labels，然後 zipper eval SESSION --task a --data FOLDER --agreement</translation>
    </message>
    <message>
        <source>the images have no labels, as nothing tells their classes; give each class a folder of its own</source>
        <translation>影像沒有標籤，因為沒有任何東西說明其類別；請為每個類別建立各自的資料夾</translation>
    </message>
    <message>
        <source>the class map gives no class an output; one is needed to score, at least two are needed to train; %1</source>
        <translation>類別對應沒有給任何類別輸出；評分需要一個，訓練至少需要兩個；%1</translation>
    </message>
    <message>
        <source>%1; images without classes do for --no-labels, --agreement and the ranges of int8</source>
        <translation>%1；沒有類別的影像可用於 --no-labels、--agreement 與 int8 的數值範圍</translation>
    </message>
    <message>
        <source>the images are read without classes</source>
        <translation>影像讀取時不含類別</translation>
    </message>
    <message>
        <source>there are no test images of its own: %1 % of the images are held out for testing</source>
        <translation>沒有專屬的測試影像：保留 %1 % 的影像用於測試</translation>
    </message>
    <message>
        <source>a test split can&apos;t be held out: at least 2 images were expected, 1 was found; add some</source>
        <translation>無法保留測試影像：至少應有 2 張影像，找到 1 張；請加入一些</translation>
    </message>
    <message>
        <source>a size of its shape is %1, 1 or more was expected</source>
        <translation>其形狀的一個大小是 %1，應為 1 或更大</translation>
    </message>
    <message>
        <source>%1 in the file has more than %2 bytes, which no list of class names has; it was left out</source>
        <translation>檔案中的 %1 超過 %2 個位元組，沒有類別名稱清單這麼大；已略過</translation>
    </message>
    <message>
        <source>%1 has only %2 different names for %3 classes; they were left out</source>
        <translation>%1 為 %3 個類別只有 %2 個不同的名稱；已略過</translation>
    </message>
    <message>
        <source>%1 has only 1 different name for %2 classes; they were left out</source>
        <translation>%1 為 %2 個類別只有 1 個不同的名稱；已略過</translation>
    </message>
    <message>
        <source>the TensorFlow.js model is damaged: &apos;modelTopology&apos; is no object</source>
        <translation>TensorFlow.js 模型已損壞：「modelTopology」不是物件</translation>
    </message>
    <message>
        <source>the TensorFlow.js model is damaged or truncated: %1</source>
        <translation>TensorFlow.js 模型已損壞或被截斷：%1</translation>
    </message>
    <message>
        <source>a file of weights of a TensorFlow.js model</source>
        <translation>TensorFlow.js 模型的權重檔案</translation>
    </message>
    <message>
        <source>layer %1 of its configuration reads %2, which is no layer of it</source>
        <translation>其設定的層 %1 讀取 %2，但沒有這一層</translation>
    </message>
    <message>
        <source>layer %1 of its configuration reads %2, which is computed from it</source>
        <translation>其設定的層 %1 讀取 %2，而後者由它計算而來</translation>
    </message>
    <message>
        <source>layer %1 of its configuration is computed from %2; in a %3 it is computed from %4</source>
        <translation>其設定的層 %1 由 %2 計算；在 %3 中由 %4 計算</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, but the files of them, %2, more; they are too long, or of another model</source>
        <translation>其權重有 %1 個位元組，但其檔案 %2 更多；它們太長，或屬於另一個模型</translation>
    </message>
    <message>
        <source>cpu, cuda, or the number of a card as in cuda:1</source>
        <translation>cpu、cuda，或如 cuda:1 的顯示卡編號</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but the LibTorch of this build computes on the CPU alone; choose the device cpu, or build with a LibTorch that has CUDA</source>
        <translation>要求的是裝置 %1，但此建置的 LibTorch 只在 CPU 上計算；請選擇裝置 cpu，或以有 CUDA 的 LibTorch 建置</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but CUDA finds no card; choose the device cpu, or see whether nvidia-smi lists one</source>
        <translation>要求的是裝置 %1，但 CUDA 找不到顯示卡；請選擇裝置 cpu，或查看 nvidia-smi 是否列出</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but the last card that CUDA finds is %2</source>
        <translation>要求的是裝置 %1，但 CUDA 找到的最後一張顯示卡是 %2</translation>
    </message>
    <message>
        <source>the memory of the card %1 is full; lower the batch size, end other programs that use the card, or choose the device cpu</source>
        <translation>顯示卡 %1 的記憶體已滿；請降低批次大小、結束其他使用該卡的程式，或選擇裝置 cpu</translation>
    </message>
    <message>
        <source>a card calibrates in float32</source>
        <translation>顯示卡以 float32 校準</translation>
    </message>
    <message>
        <source>task %1 has no head, and so no answers</source>
        <translation>任務 %1 沒有頭部，因此沒有答案</translation>
    </message>
    <message>
        <source>the answers of teacher and merged network are about different images</source>
        <translation>教師與合併網路的答案屬於不同的影像</translation>
    </message>
    <message>
        <source>no lesson: its beginning isn&apos;t that of one</source>
        <translation>不是課程：開頭與課程不符</translation>
    </message>
    <message>
        <source>a lesson; the workbench opens it, and zipper lesson unpack writes the session in it</source>
        <translation>課程；工作台可開啟它，zipper lesson unpack 可寫出其中的工作階段</translation>
    </message>
    <message>
        <source>no lesson: it holds no %1</source>
        <translation>不是課程：其中沒有 %1</translation>
    </message>
    <message>
        <source>it was made by a newer version of the program (format %1, up to %2 is read); install a newer one</source>
        <translation>由較新版本的程式製作（格式 %1，最多讀取到 %2）；請安裝較新的版本</translation>
    </message>
    <message>
        <source>damaged: %1 isn&apos;t what its checksum was taken of</source>
        <translation>已損壞：%1 與總和檢查碼不符</translation>
    </message>
    <message>
        <source>damaged: %1 is missing</source>
        <translation>已損壞：缺少 %1</translation>
    </message>
    <message>
        <source>damaged: %1 has %2 bytes, %3 expected</source>
        <translation>已損壞：%1 有 %2 個位元組，應為 %3</translation>
    </message>
    <message>
        <source>damaged: it holds %1 files, %2 expected</source>
        <translation>已損壞：其中有 %1 個檔案，應為 %2</translation>
    </message>
    <message>
        <source>damaged: it holds no session</source>
        <translation>已損壞：其中沒有工作階段</translation>
    </message>
    <message>
        <source>damaged: its kind isn&apos;t that of a lesson</source>
        <translation>已損壞：其種類不是課程</translation>
    </message>
    <message>
        <source>a file of the lesson is called &quot;%1&quot;, which none can be</source>
        <translation>課程中有檔案名為「%1」，不可能有這樣的檔案</translation>
    </message>
    <message>
        <source>can&apos;t be written; is the disk of temporary files full?</source>
        <translation>無法寫入；暫存檔案的磁碟是否已滿？</translation>
    </message>
    <message>
        <source>the images of the lesson can&apos;t be written there: %1</source>
        <translation>無法將課程的影像寫到那裡：%1</translation>
    </message>
    <message>
        <source>the lesson would hold %1 images, at most %2 are taken; take fewer images of each class</source>
        <translation>課程會有 %1 張影像，最多取 %2 張；請減少每個類別的影像</translation>
    </message>
    <message>
        <source>the lesson would have %1 MB, at most %2 MB are taken; take fewer images</source>
        <translation>課程會有 %1 MB，最多取 %2 MB；請減少影像</translation>
    </message>
    <message>
        <source>the images of task %1 can&apos;t be put into a lesson: a class without images, or with a name that no list can hold; rename its folder</source>
        <translation>無法將任務 %1 的影像放入課程：有類別沒有影像，或名稱無法放入清單；請重新命名其資料夾</translation>
    </message>
    <message>
        <source>the lesson holds %1 of %2 training images and %3 of %4 test images; its finished steps were made with all of them and scored anew on these</source>
        <translation>課程含有 %2 張訓練影像中的 %1 張，以及 %4 張測試影像中的 %3 張；其完成的步驟以全部影像進行，並在這些影像上重新評分</translation>
    </message>
    <message>
        <source>training diverged: the loss is %1</source>
        <translation>訓練發散：損失為 %1</translation>
    </message>
    <message>
        <source>%1 has no head to keep: a new one is needed for the classes of the data set</source>
        <translation>%1 沒有可保留的頭部：資料集的類別需要新的頭部</translation>
    </message>
    <message>
        <source>the head can&apos;t be kept: %1</source>
        <translation>無法保留頭部：%1</translation>
    </message>
    <message>
        <source>the plan has no steps; name layers to merge</source>
        <translation>計畫沒有步驟；請指定要合併的層</translation>
    </message>
    <message>
        <source>fine-tuning before any layer is merged can&apos;t be said on the command line</source>
        <translation>合併任何層之前的微調無法以命令列表示</translation>
    </message>
    <message>
        <source>fine-tuning between other steps can&apos;t be said on the command line</source>
        <translation>其他步驟之間的微調無法以命令列表示</translation>
    </message>
    <message>
        <source>the images of the tasks are read in different ways, which no option says; a recipe file does</source>
        <translation>各任務影像的讀取方式不同，沒有選項可表示；配方檔案可以</translation>
    </message>
    <message>
        <source>the session holds %1 comparisons, more aren&apos;t kept; remove some of them</source>
        <translation>工作階段已有 %1 個比較，無法再保存更多；請移除一些</translation>
    </message>
    <message>
        <source>these images were made from a network (zipper synthesize): how many of them are right says nothing about real ones</source>
        <translation>這些影像是由網路產生的（zipper synthesize）：答對多少張並不代表真實影像的結果</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>瀏覽器</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: pointwise layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>網路不相符：A 的逐點層 %1 是 %2（寬度 %3），%4 的是 %5（寬度 %6）；通道不同的網路之中，必須有一個在每一層都至少有其他網路的通道數，並在相同之處相加</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: expand layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>網路不相符：A 的擴張層 %1 是 %2（寬度 %3），%4 的是 %5（寬度 %6）；通道不同的網路之中，必須有一個在每一層都至少有其他網路的通道數，並在相同之處相加</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: squeeze layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>網路不相符：A 的擠壓層 %1 是 %2（寬度 %3），%4 的是 %5（寬度 %6）；通道不同的網路之中，必須有一個在每一層都至少有其他網路的通道數，並在相同之處相加</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: excite layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>網路不相符：A 的激勵層 %1 是 %2（寬度 %3），%4 的是 %5（寬度 %6）；通道不同的網路之中，必須有一個在每一層都至少有其他網路的通道數，並在相同之處相加</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: project layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>網路不相符：A 的投影層 %1 是 %2（寬度 %3），%4 的是 %5（寬度 %6）；通道不同的網路之中，必須有一個在每一層都至少有其他網路的通道數，並在相同之處相加</translation>
    </message>
    <message>
        <source>task %1: its network has width %2; to share the layers of a wider one it gets channels of zeros up to width %3: its answers stay the same, its computation becomes %4 times as much</source>
        <translation>任務 %1：其網路的寬度為 %2；為了共用較寬網路的層，它得到全為零的通道直到寬度 %3：答案不變，計算量成為 %4 倍</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Ready to merge layer %1</source>
        <translation>準備合併層 %1</translation>
    </message>
    <message>
        <source>Ready to fine-tune</source>
        <translation>準備微調</translation>
    </message>
    <message>
        <source>It merges nothing, but trains all weights of the merged network together.</source>
        <translation>它不合併任何東西，而是一起訓練合併網路的所有權重。</translation>
    </message>
    <message>
        <source>Its purpose is to let the shared layers, which were merged one after another, adapt to each other.</source>
        <translation>目的是讓逐一合併的共享層彼此適應。</translation>
    </message>
    <message>
        <source>Layer %1: initializing</source>
        <translation>層 %1：初始化</translation>
    </message>
    <message>
        <source>Fine-tuning has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation>微調改變了網路中批次正規化所看到的內容，因此重新估計其移動平均與變異數。</translation>
    </message>
    <message>
        <source>The step at layer %1 has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation>層 %1 的步驟改變了網路中批次正規化所看到的內容，因此重新估計其移動平均與變異數。</translation>
    </message>
    <message>
        <source>Fine-tuning: BN statistics</source>
        <translation>微調：BN 統計量</translation>
    </message>
    <message>
        <source>Layer %1: BN statistics</source>
        <translation>層 %1：BN 統計量</translation>
    </message>
    <message>
        <source>Each task collects statistics of its own even where weights are shared, because its features have another mean and variance.</source>
        <translation>即使權重共享，每個任務仍收集自己的統計量，因為其特徵的平均與變異數不同。</translation>
    </message>
    <message>
        <source>Evaluating the teachers</source>
        <translation>評估教師</translation>
    </message>
    <message>
        <source>Top-1 is the share of images whose highest output is the right class.</source>
        <translation>Top-1 是最高輸出為正確類別的影像比例。</translation>
    </message>
    <message>
        <source>These numbers are what every merged network will be measured against.</source>
        <translation>之後的每個合併網路都會與這些數字比較。</translation>
    </message>
    <message>
        <source>Fine-tuning: evaluating</source>
        <translation>微調：評估</translation>
    </message>
    <message>
        <source>Layer %1: evaluating</source>
        <translation>層 %1：評估</translation>
    </message>
    <message>
        <source>No weight changes here and the network is never trained on test images, so the difference to the teachers tells what merging costs.</source>
        <translation>此處不改變任何權重，網路也從不以測試影像訓練，因此與教師的差異說明了合併的代價。</translation>
    </message>
    <message>
        <source>Layer %1: calibrating</source>
        <translation>層 %1：校準</translation>
    </message>
    <message>
        <source>After merging layer %1, all weights of the merged network are trained, not only those of this layer.</source>
        <translation>合併層 %1 之後，訓練合併網路的所有權重，而不只是這一層的。</translation>
    </message>
    <message>
        <source>The teachers never change: at every layer they show what the merged network should produce for their task.</source>
        <translation>教師從不改變：在每一層，它們示範合併網路應為其任務輸出什麼。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message numerus="yes">
        <source>No further layer is merged: all weights of the merged network are trained end to end for %Ln iteration(s).</source>
        <translation>
            <numerusform>不再合併其他層：合併網路的所有權重端對端訓練 %Ln 次迭代。</numerusform>
        </translation>
    </message>
    <message>
        <source>No further layer is merged: all weights of the merged network are trained end to end.</source>
        <translation>不再合併其他層：合併網路的所有權重端對端訓練。</translation>
    </message>
    <message>
        <source>This lets the shared layers, which were merged one after another, adapt to each other.</source>
        <translation>這讓逐一合併的共享層彼此適應。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>Layer %1: paused</source>
        <translation>層 %1：已暫停</translation>
    </message>
    <message>
        <source>The computation is paused between two batches.</source>
        <translation>計算在兩個批次之間暫停。</translation>
    </message>
    <message>
        <source>The step at layer %1 is paused between two batches.</source>
        <translation>層 %1 的步驟在兩個批次之間暫停。</translation>
    </message>
    <message>
        <source>Weights, optimizer and curves are kept as they are, so that Continue goes on exactly where it stopped.</source>
        <translation>權重、最佳化器與曲線都原樣保留，因此「繼續」會從停下之處接著進行。</translation>
    </message>
    <message>
        <source>Cancel gives up the step in progress and returns to the last finished one, which is kept unchanged.</source>
        <translation>「取消」放棄進行中的步驟，回到最後完成的步驟，該步驟保持不變。</translation>
    </message>
    <message>
        <source>Fine-tuning is finished</source>
        <translation>微調完成</translation>
    </message>
    <message>
        <source>Layer %1 is merged</source>
        <translation>層 %1 已合併</translation>
    </message>
    <message>
        <source>This result is kept, so that you can go on, or step back at any time and try another strategy from there.</source>
        <translation>此結果會保留，因此您可以繼續，或隨時退回並從那裡嘗試另一種策略。</translation>
    </message>
    <message>
        <source>All steps are done</source>
        <translation>所有步驟都完成了</translation>
    </message>
    <message>
        <source>Export the merged network from the File menu, or step back and try another strategy to compare.</source>
        <translation>從「檔案」選單匯出合併網路，或退回並嘗試另一種策略來比較。</translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers and its batch normalization as neutral.</source>
        <translation>其共享權重將以隨機數為初始值，批次正規化則從中性值開始。</translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers, while each task keeps its own batch normalization.</source>
        <translation>其共享權重將以隨機數為初始值，而每個任務保有自己的批次正規化。</translation>
    </message>
    <message>
        <source>No calibration is planned, so that the network is judged with the weights as they were initialized.</source>
        <translation>未規劃校準，因此以剛初始化的權重來評斷網路。</translation>
    </message>
    <message>
        <source>The depthwise kernels in front of it and the heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>前面的逐深度卷積核與頭部（每個任務各自保有）也會擬合到教師。</translation>
    </message>
    <message>
        <source>The depthwise kernels in front of it, which every task keeps, are fitted to the teachers as well.</source>
        <translation>前面的逐深度卷積核（每個任務各自保有）也會擬合到教師。</translation>
    </message>
    <message>
        <source>The heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>頭部（每個任務各自保有）也會擬合到教師。</translation>
    </message>
    <message>
        <source>Batch normalization stays separate and is computed as well, so that each task gets back the mean and the variance that its teacher has.</source>
        <translation>批次正規化保持分開並一併計算，使每個任務恢復其教師的平均與變異數。</translation>
    </message>
    <message>
        <source>Batch normalization stays separate, so that each task scales and shifts the shared output for itself.</source>
        <translation>批次正規化保持分開，使每個任務自行縮放與平移共享的輸出。</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and starts neutral: scale 1, shift 0, mean 0, variance 1.</source>
        <translation>批次正規化也共享，並從中性值開始：縮放 1、平移 0、平均 0、變異數 1。</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well: scale, shift and statistics are taken over in the same way.</source>
        <translation>批次正規化也共享：縮放、平移與統計量以相同方式取用。</translation>
    </message>
    <message>
        <source>It is an estimate of each layer for itself, without any training, and tells which layers are likely to be cheap to merge.</source>
        <translation>它是每一層單獨的估計，不經任何訓練，說明哪些層可能以低成本合併。</translation>
    </message>
    <message>
        <source>Comparing strategies</source>
        <translation>比較策略</translation>
    </message>
    <message>
        <source>With the same seed all but the naive one see the same batches and the same calibration images, so that what differs is the strategy.</source>
        <translation>以相同的種子，除樸素策略外都看到相同的批次與校準影像，因此不同的只有策略。</translation>
    </message>
    <message>
        <source>Several seeds tell how much of a difference is chance: the table gives mean and standard deviation over them.</source>
        <translation>多個種子說明差異中有多少是偶然：表格列出其平均與標準差。</translation>
    </message>
    <message>
        <source>of a pair of channels: &lt;i&gt;w&lt;/i&gt; their weights for outputs of variance 1, &lt;i&gt;G&lt;/i&gt; the covariance of the layer&apos;s inputs</source>
        <translation>針對一對通道：&lt;i&gt;w&lt;/i&gt; 是輸出變異數為 1 時的權重，&lt;i&gt;G&lt;/i&gt; 是該層輸入的共變異數</translation>
    </message>
    <message numerus="yes">
        <source>It merges nothing, but trains all weights of the merged network together for %Ln iteration(s).</source>
        <translation>
            <numerusform>它不合併任何東西，而是一起訓練合併網路的所有權重 %Ln 次迭代。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After merging layer %1, all weights of the merged network are trained for %Ln iteration(s), not only those of this layer.</source>
        <translation>
            <numerusform>合併層 %1 之後，訓練合併網路的所有權重 %Ln 次迭代，而不只是這一層的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then %Ln iteration(s) of calibration train the merged network to do again what the teachers do.</source>
        <translation>
            <numerusform>接著 %Ln 次校準迭代訓練合併網路，使它再次做到教師所做的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Several networks become one</source>
        <translation>多個網路成為一個</translation>
    </message>
    <message>
        <source>MobileNets that were trained for different tasks, two or more, are merged layer by layer into one network that serves all of them.</source>
        <translation>為不同任務訓練的兩個以上 MobileNet，逐層合併成一個服務所有任務的網路。</translation>
    </message>
    <message>
        <source>Open the sample to begin, or a model and its data for each task.</source>
        <translation>開啟範例即可開始，或為每個任務開啟模型及其資料。</translation>
    </message>
    <message>
        <source>Training images of all tasks pass through the network once and the statistics of all batches are averaged, while no weight changes.</source>
        <translation>所有任務的訓練影像通過網路一次，並將所有批次的統計量平均，過程中不改變任何權重。</translation>
    </message>
    <message>
        <source>Where batch normalization is shared, the average is taken over the batches of all tasks.</source>
        <translation>批次正規化共享之處，取所有任務批次的平均。</translation>
    </message>
    <message numerus="yes">
        <source>The %n teacher(s) classify the test images of their tasks.</source>
        <translation>
            <numerusform>%n 個教師為其任務的測試影像分類。</numerusform>
        </translation>
    </message>
    <message>
        <source>The fine-tuned network classifies the test images of all tasks.</source>
        <translation>微調後的網路為所有任務的測試影像分類。</translation>
    </message>
    <message>
        <source>The network with layer %1 merged classifies the test images of all tasks.</source>
        <translation>已合併層 %1 的網路為所有任務的測試影像分類。</translation>
    </message>
    <message>
        <source>Fine-tuning is finished.</source>
        <translation>微調已完成。</translation>
    </message>
    <message>
        <source>The step at layer %1 is finished.</source>
        <translation>層 %1 的步驟已完成。</translation>
    </message>
    <message>
        <source>The plan is finished.</source>
        <translation>計畫已完成。</translation>
    </message>
    <message>
        <source>Estimating what merging costs</source>
        <translation>估計合併的代價</translation>
    </message>
    <message>
        <source>Training images of all tasks pass through the teachers, and the inputs and outputs of each layer are compared channel by channel.</source>
        <translation>所有任務的訓練影像通過教師，並逐通道比較每一層的輸入與輸出。</translation>
    </message>
    <message>
        <source>The channels of %1 are paired with those of A so that sharing weights costs least; the merge estimate of a layer is the smallest error that its outputs can then have, relative to their variance, beyond that of separate weights.</source>
        <translation>%1 的通道與 A 的通道配對，使共享權重的代價最小；一層的合併估計，是如此配對後其輸出可能的最小誤差，扣除使用各自權重時的誤差，再相對於其變異數。</translation>
    </message>
    <message numerus="yes">
        <source>Several strategies merge the same %n network(s) one after another, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>多種策略在工作階段之外依序合併相同的 %n 個網路，工作階段保持不變。</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge estimate of the layer is %1.</source>
        <translation>這一層的合併估計為 %1。</translation>
    </message>
    <message>
        <source>No layer is merged, and end-to-end fine-tuning is the next.</source>
        <translation>未合併任何層，下一步是端對端微調。</translation>
    </message>
    <message>
        <source>Layer %1 is merged, and end-to-end fine-tuning is the next.</source>
        <translation>層 %1 已合併，下一步是端對端微調。</translation>
    </message>
    <message>
        <source>Layers %1 are merged, and end-to-end fine-tuning is the next.</source>
        <translation>層 %1 已合併，下一步是端對端微調。</translation>
    </message>
    <message>
        <source>No layer is merged yet, and layer %1 is the next.</source>
        <translation>尚未合併任何層，下一個是層 %1。</translation>
    </message>
    <message>
        <source>Layer %1 is merged, and layer %2 is the next.</source>
        <translation>層 %1 已合併，下一個是層 %2。</translation>
    </message>
    <message>
        <source>Layers %1 are merged, and layer %2 is the next.</source>
        <translation>層 %1 已合併，下一個是層 %2。</translation>
    </message>
    <message>
        <source>Everything up to layer %1 is one trunk, which they share whole.</source>
        <translation>直到層 %1 為止都是主幹，各任務完整共享。</translation>
    </message>
    <message>
        <source>The tasks %1 share no layer.</source>
        <translation>任務 %1 沒有共享的層。</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolution of layer %2.</source>
        <translation>任務 %1 共享層 %2 的逐點卷積。</translation>
    </message>
    <message numerus="yes">
        <source>The tasks %1 share the pointwise convolutions of all %n layer(s).</source>
        <translation>
            <numerusform>任務 %1 共享全部 %n 層的逐點卷積。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions of layers %2.</source>
        <translation>任務 %1 共享層 %2 的逐點卷積。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its pointwise convolution.</source>
        <translation>任務 %1 將共享其逐點卷積。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share its pointwise convolution.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享其逐點卷積。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its pointwise convolution, which makes %4 channels out of %3.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享其逐點卷積的 %5 個權重，該卷積由 %3 個通道產生 %4 個。</translation>
    </message>
    <message numerus="yes">
        <source>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of each of the %n layer(s).</source>
        <translation>
            <numerusform>一個任務的損失是其標籤上的交叉熵，加上教師與合併網路在 %n 層各層輸出處的平均絕對差。</numerusform>
        </translation>
    </message>
    <message>
        <source>of channels that correspond, one of each of the tasks %1: &lt;i&gt;w&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; their weights for outputs of variance 1, &lt;i&gt;G&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; the covariance of the layer&apos;s inputs</source>
        <translation>針對互相對應的通道，任務 %1 各一個：&lt;i&gt;w&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; 是輸出變異數為 1 時的權重，&lt;i&gt;G&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; 是該層輸入的共變異數</translation>
    </message>
    <message>
        <source>&lt;i&gt;T&lt;/i&gt; teacher, &lt;i&gt;M&lt;/i&gt; merged network, t one of the tasks %1, m layer 1…%2, &lt;i&gt;λ&lt;/i&gt; weights of the recipe</source>
        <translation>&lt;i&gt;T&lt;/i&gt; 教師，&lt;i&gt;M&lt;/i&gt; 合併網路，t 為任務 %1 之一，m 為層 1…%2，&lt;i&gt;λ&lt;/i&gt; 為配方的權重</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A with the closest weights.</source>
        <translation>首先將 %1 的通道與 A 中權重最接近的通道配對。</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A that respond most alike to the same images.</source>
        <translation>首先將 %1 的通道與 A 中對相同影像反應最相似的通道配對。</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A with which sharing weights costs least.</source>
        <translation>首先將 %1 的通道與 A 中共享權重代價最小的通道配對。</translation>
    </message>
    <message>
        <source>the other tasks</source>
        <translation>其他任務</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as those of %1.</source>
        <translation>其共享權重與批次正規化將以 %1 的為初始值。</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as the mean of those of %1.</source>
        <translation>其共享權重與批次正規化將以 %1 的平均為初始值。</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will be computed as those whose outputs come closest to what the teachers put out.</source>
        <translation>將計算其共享權重與批次正規化，使輸出最接近教師的輸出。</translation>
    </message>
    <message>
        <source>Its shared weights will start as those of %1, while each task keeps its own batch normalization.</source>
        <translation>其共享權重將以 %1 的為初始值，而每個任務保有自己的批次正規化。</translation>
    </message>
    <message>
        <source>Its shared weights will start as the mean of those of %1, while each task keeps its own batch normalization.</source>
        <translation>其共享權重將以 %1 的平均為初始值，而每個任務保有自己的批次正規化。</translation>
    </message>
    <message>
        <source>Its shared weights will be computed as those whose outputs come closest to what the teachers put out, with a batch normalization fitted to each task.</source>
        <translation>將計算其共享權重，使輸出最接近教師的輸出，並為每個任務擬合批次正規化。</translation>
    </message>
    <message>
        <source>The shared weights start as a copy of those of %1, so that %1 loses nothing by them at first, at the expense of %2.</source>
        <translation>共享權重以 %1 的複本為初始值，因此 %1 起初不因此損失任何東西，代價由 %2 承擔。</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, so that nothing is left of what the networks have learnt in this layer.</source>
        <translation>共享權重以 He 常態隨機數為初始值，因此網路在這一層所學的都不留下。</translation>
    </message>
    <message>
        <source>The shared weights start as the mean of those of %1, which keeps something of each if their channels correspond.</source>
        <translation>共享權重以 %1 的平均為初始值，若通道互相對應，就能各保留一些。</translation>
    </message>
    <message>
        <source>The shared weights are computed in one go: the ones whose outputs differ least, in the sum of squares, from what the teachers put out for the same images.</source>
        <translation>共享權重一次計算完成：使其輸出與教師對相同影像的輸出之差異平方和最小。</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and is computed, too: it gives the outputs the mean and the variance that the teachers have together.</source>
        <translation>批次正規化也共享並一併計算：使輸出具有各教師合起來的平均與變異數。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its pointwise convolution, %2 weights.</source>
        <translation>任務 %1 將共享其逐點卷積，%2 個權重。</translation>
    </message>
    <message>
        <source>The merged network hasn&apos;t been evaluated on the test images, so that its distance to the teachers isn&apos;t known.</source>
        <translation>合併網路尚未在測試影像上評估，因此不知道它與教師的差距。</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network equals that of the teachers.</source>
        <translation>在測試影像上，合併網路的平均 top-1 與教師相同。</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network is %1 points below that of the teachers.</source>
        <translation>在測試影像上，合併網路的平均 top-1 比教師低 %1 個百分點。</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network is %1 points above that of the teachers.</source>
        <translation>在測試影像上，合併網路的平均 top-1 比教師高 %1 個百分點。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its expanding and its projecting convolution, %2 weights.</source>
        <translation>任務 %1 將共享其擴張與投影卷積，%2 個權重。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its projecting convolution, %2 weights.</source>
        <translation>任務 %1 將共享其投影卷積，%2 個權重。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding convolution, which makes %4 channels out of %3, and of its projecting one, which makes %5 out of these.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享 %6 個權重，屬於由 %3 個通道產生 %4 個的擴張卷積，以及由此產生 %5 個的投影卷積。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its projecting convolution, which makes %4 channels out of %3.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享其投影卷積的 %5 個權重，該卷積由 %3 個通道產生 %4 個。</translation>
    </message>
    <message>
        <source>The tasks %1 share the expanding and the projecting convolution of layer %2.</source>
        <translation>任務 %1 共享層 %2 的擴張與投影卷積。</translation>
    </message>
    <message>
        <source>The tasks %1 share the projecting convolution of layer %2.</source>
        <translation>任務 %1 共享層 %2 的投影卷積。</translation>
    </message>
    <message>
        <source>The block expands %1 channels to %2, filters each of these with the depthwise convolution, which every task keeps, and projects them to %3.</source>
        <translation>此區塊將 %1 個通道擴張到 %2 個，以每個任務各自保有的逐深度卷積逐一過濾，再投影到 %3 個。</translation>
    </message>
    <message>
        <source>The block filters each of its %1 channels with the depthwise convolution, which every task keeps, and projects them to %2.</source>
        <translation>此區塊以每個任務各自保有的逐深度卷積過濾其 %1 個通道，再投影到 %2 個。</translation>
    </message>
    <message>
        <source>Behind the projecting convolution there is no activation, which would lose what so few channels tell.</source>
        <translation>投影卷積之後沒有活化函數，否則會失去這麼少的通道所傳達的內容。</translation>
    </message>
    <message>
        <source>The block&apos;s input is added to what it projects.</source>
        <translation>區塊的輸入會加到其投影的輸出上。</translation>
    </message>
    <message>
        <source>The output of a block is taken behind the addition, where its input is added.</source>
        <translation>區塊若有加上其輸入，其輸出取自該加法之後。</translation>
    </message>
    <message>
        <source>The depthwise kernels of the block and the heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>區塊的逐深度卷積核與頭部（每個任務各自保有）也會擬合到教師。</translation>
    </message>
    <message>
        <source>The depthwise kernels of the block, which every task keeps, are fitted to the teachers as well.</source>
        <translation>區塊的逐深度卷積核（每個任務各自保有）也會擬合到教師。</translation>
    </message>
    <message>
        <source>The pointwise (1×1) convolutions of their layers, and squeeze-and-excite where they have it, hold nearly all of their convolution weights and are what the tasks will share; stem, depthwise convolutions and head stay separate.</source>
        <translation>各層的逐點（1×1）卷積，以及有擠壓激勵時的擠壓激勵，幾乎包含所有卷積權重，是各任務將共享的部分；起始層、逐深度卷積與頭部保持分開。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its squeeze-and-excite and its projecting convolution, %2 weights.</source>
        <translation>任務 %1 將共享其擠壓激勵與投影卷積，%2 個權重。</translation>
    </message>
    <message>
        <source>The tasks %1 will share its expanding convolution, its squeeze-and-excite and its projecting convolution, %2 weights.</source>
        <translation>任務 %1 將共享其擴張卷積、擠壓激勵與投影卷積，%2 個權重。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its squeeze-and-excite, which weighs %3 channels, and of its projecting convolution, which makes %4 out of them.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享 %5 個權重，屬於為 %3 個通道加權的擠壓激勵，以及由此產生 %4 個的投影卷積。</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding convolution, which makes %4 channels out of %3, of its squeeze-and-excite, which weighs them, and of its projecting convolution, which makes %5 out of them.</source>
        <translation>正在合併層 %1：從現在起任務 %2 共享 %6 個權重，屬於由 %3 個通道產生 %4 個的擴張卷積、為其加權的擠壓激勵，以及由此產生 %5 個的投影卷積。</translation>
    </message>
    <message>
        <source>The tasks %1 share squeeze-and-excite and the projecting convolution of layer %2.</source>
        <translation>任務 %1 共享層 %2 的擠壓激勵與投影卷積。</translation>
    </message>
    <message>
        <source>The tasks %1 share the expanding convolution, squeeze-and-excite and the projecting convolution of layer %2.</source>
        <translation>任務 %1 共享層 %2 的擴張卷積、擠壓激勵與投影卷積。</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions and squeeze-and-excite of all %2 layers.</source>
        <translation>任務 %1 共享全部 %2 層的逐點卷積與擠壓激勵。</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions and squeeze-and-excite of layers %2.</source>
        <translation>任務 %1 共享層 %2 的逐點卷積與擠壓激勵。</translation>
    </message>
    <message>
        <source>The block expands %1 channels to %2, filters each of these with the depthwise convolution, which every task keeps, weighs them with squeeze-and-excite, and projects them to %3.</source>
        <translation>此區塊將 %1 個通道擴張到 %2 個，以每個任務各自保有的逐深度卷積逐一過濾，以擠壓激勵加權，再投影到 %3 個。</translation>
    </message>
    <message>
        <source>The block filters each of its %1 channels with the depthwise convolution, which every task keeps, weighs them with squeeze-and-excite, and projects them to %2.</source>
        <translation>此區塊以每個任務各自保有的逐深度卷積過濾其 %1 個通道，以擠壓激勵加權，再投影到 %2 個。</translation>
    </message>
    <message>
        <source>Squeeze-and-excite takes the mean of each of the %1 channels over all positions, makes %2 numbers of these means, and of them a factor between 0 and 1 for each channel: two linear maps.</source>
        <translation>擠壓激勵取 %1 個通道各自在所有位置上的平均，由這些平均產生 %2 個數，再由此為每個通道產生 0 到 1 之間的係數：兩個線性映射。</translation>
    </message>
    <message>
        <source>In squeeze-and-excite biases stand in place of batch normalization, and every task has its own.</source>
        <translation>在擠壓激勵中，偏差取代批次正規化，每個任務有自己的。</translation>
    </message>
    <message>
        <source>In squeeze-and-excite biases stand in place of batch normalization, and they are shared as well.</source>
        <translation>在擠壓激勵中，偏差取代批次正規化，並且也共享。</translation>
    </message>
    <message>
        <source>The activation of the layer is the hard swish, %1.</source>
        <translation>這一層的活化函數是 hard swish，%1。</translation>
    </message>
    <message>
        <source>The activation of the block is the hard swish, %1, but behind the projecting convolution there is none, which would lose what so few channels tell.</source>
        <translation>此區塊的活化函數是 hard swish，%1，但投影卷積之後沒有，否則會失去這麼少的通道所傳達的內容。</translation>
    </message>
    <message>
        <source>Nothing has to be trained, and no images are needed.</source>
        <translation>不需要訓練任何東西，也不需要影像。</translation>
    </message>
    <message>
        <source>What is shared was the same in all networks, so the merged network computes what the teachers do.</source>
        <translation>共享的部分在所有網路中原本就相同，因此合併網路的計算與教師相同。</translation>
    </message>
    <message>
        <source>What it shares is the same in all networks and stays as it is.</source>
        <translation>它所共享的在所有網路中都相同，保持原樣。</translation>
    </message>
    <message>
        <source>The shared weights stay as they are: they are the same in all networks.</source>
        <translation>共享權重保持原樣：它們在所有網路中都相同。</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network equals that of the teachers.</source>
        <translation>在部分測試影像上，合併網路的平均 top-1 與教師相同。</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network is %1 points below that of the teachers.</source>
        <translation>在部分測試影像上，合併網路的平均 top-1 比教師低 %1 個百分點。</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network is %1 points above that of the teachers.</source>
        <translation>在部分測試影像上，合併網路的平均 top-1 比教師高 %1 個百分點。</translation>
    </message>
    <message>
        <source>Measuring sizes and trunks</source>
        <translation>測量大小與主幹</translation>
    </message>
    <message numerus="yes">
        <source>The same %n network(s) are merged again and again, each time with other layers, or a deeper trunk, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>相同的 %n 個網路會反覆合併，每次合併不同的層或更深的主幹；這在工作階段之外進行，工作階段保持不變。</numerusform>
        </translation>
    </message>
    <message>
        <source>The first layers hold few weights and often cost most, so the last bit of compression is dear: the curve shows where.</source>
        <translation>前幾層權重少，代價卻往往最高，因此最後一點壓縮最昂貴：曲線會顯示從哪裡開始。</translation>
    </message>
    <message>
        <source>The stroke of a point is its confidence interval: what two points differ by may be chance.</source>
        <translation>點上的線段是其信賴區間：兩點之間的差異可能是偶然。</translation>
    </message>
</context>
<context>
    <name>FigureContent</name>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>∞</source>
        <translation>∞</translation>
    </message>
    <message>
        <source>−∞</source>
        <translation>−∞</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show or hide this run, the current one</source>
        <translation>顯示或隱藏此次執行（目前的執行）</translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation>顯示或隱藏此次執行</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>從 %1</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>已初始化</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>迭代 %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 of %4</source>
        <translation>%1 · %2 · %3，共 %4</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>已平滑</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>實測</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>The figure could not be saved.</source>
        <translation>無法儲存圖表。</translation>
    </message>
    <message>
        <source>Save Figure</source>
        <translation>儲存圖表</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Save or copy this figure as it is shown, on white; or its numbers</source>
        <translation>依顯示儲存或複製此圖表（白底），或其數字</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>存成 PNG(&amp;P)…</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 影像 (*.png)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>存成 PDF(&amp;D)…</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>存成 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 圖 (*.svg)</translation>
    </message>
    <message>
        <source>Save Numbers as &amp;CSV…</source>
        <translation>數字存成 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>複製影像(&amp;I)</translation>
    </message>
</context>
<context>
    <name>FormatsPage</name>
    <message>
        <source>Names of</source>
        <translation>名稱來自</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>起始層步幅</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>BN ε</source>
        <translation>BN ε</translation>
    </message>
    <message>
        <source>Background class</source>
        <translation>背景類別</translation>
    </message>
    <message>
        <source>no head</source>
        <translation>無頭部</translation>
    </message>
    <message>
        <source>with %1 outputs</source>
        <translation>有 %1 個輸出時</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Name for zipper export</source>
        <translation>zipper export 的名稱</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>檔名</translation>
    </message>
    <message>
        <source>Networks that can be read</source>
        <translation>可讀取的網路</translation>
    </message>
    <message>
        <source>Weights don&apos;t tell everything. A file that the workbench or &lt;i&gt;zipper&lt;/i&gt; wrote holds the rest; for others it comes from the conventions of those who chose the names of the tensors. Everything that was guessed is noted, and &lt;i&gt;Change conventions…&lt;/i&gt; on the card of a chosen model overrides it. The overrides become part of the recipe.</source>
        <translation>權重並未說明一切。工作台或 &lt;i&gt;zipper&lt;/i&gt; 寫出的檔案含有其餘的資訊；其他檔案則依為張量命名者的慣例。所有猜測都會註明，可用所選模型卡片上的&lt;i&gt;變更慣例…&lt;/i&gt;覆寫。覆寫會成為配方的一部分。</translation>
    </message>
    <message>
        <source>Pixels between 0 and 1 become (pixel − mean) / standard deviation. A file name such as mobilenet_1_0_192.h5 tells the input size.</source>
        <translation>0 到 1 之間的像素變為（像素 − 平均值）/ 標準差。檔名如 mobilenet_1_0_192.h5 說明了輸入大小。</translation>
    </message>
    <message>
        <source>Images that can be read</source>
        <translation>可讀取的影像</translation>
    </message>
    <message>
        <source>Networks that are written</source>
        <translation>可寫出的網路</translation>
    </message>
    <message>
        <source>One task as a network of its own, or all tasks with shared tensors once. Every file is read back and run on test images.</source>
        <translation>單一任務寫成獨立的網路，或所有任務一起，共享的張量只存一次。每個檔案都會讀回並以測試影像執行。</translation>
    </message>
    <message>
        <source>Sessions and reports</source>
        <translation>工作階段與報告</translation>
    </message>
    <message>
        <source>Names that nobody here knows: the layers are told by the shapes of their weights and by their order, and all conventions are guesses. An ONNX graph tells strides, activation, padding, input size, and the normalization if that is part of it; a whole Keras model tells the same in its configuration.</source>
        <translation>名稱無法辨識時：由權重的形狀與順序辨認各層，所有慣例都是猜測。ONNX 圖會說明步幅、活化函數、填補、輸入大小，若含有正規化也會說明；完整的 Keras 模型在其設定中說明相同內容。</translation>
    </message>
    <message>
        <source>IDX files (MNIST&apos;s four names, plain or .gz); folders with a folder per class (JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM, also in folders further down), directly or below folders for training, validation and test by any of their usual names; images beside a list (CSV or TSV with columns for file and class, train.txt, CUB-200&apos;s and Flowers-102&apos;s lists); CIFAR-10&apos;s binary batches. Without test images, a fifth of each class is held out.</source>
        <translation>IDX 檔案（MNIST 的四個檔名，原始或 .gz）；每個類別一個資料夾（JPEG、PNG、WebP、BMP、TIFF、PBM、PGM 或 PPM，也包含更下層的資料夾），直接放置或位於以慣用名稱命名的訓練、驗證與測試資料夾之下；清單旁的影像（含檔案與類別欄的 CSV 或 TSV、train.txt、CUB-200 與 Flowers-102 的清單）；CIFAR-10 的二進位批次。沒有測試影像時，保留每個類別的五分之一。</translation>
    </message>
    <message>
        <source>Transparency is dropped and the orientation that cameras note is ignored, as most loaders do that networks are trained with; &lt;i&gt;Read images…&lt;/i&gt; on the card of chosen data lays transparent images over white or turns images upright. Classes are in the order of the bytes of their names, those that a list numbers in the order of their numbers.</source>
        <translation>透明度會捨棄，相機記錄的方向會忽略，與訓練網路的大多數載入程式相同；所選資料卡片上的&lt;i&gt;讀取影像…&lt;/i&gt;可將透明影像置於白底或將影像轉正。類別依名稱的位元組順序排列，清單有編號者依編號順序。</translation>
    </message>
    <message>
        <source>What is written can be opened again as a network; of a file with all tasks, the part to read is the letter of a task, a, b or a later one. Frozen TorchScript can&apos;t: its weights have no names any more, and with all tasks it holds the shared ones once per task. A PyTorch state dict holds nothing but tensors; its spec and recipe stand beside it in the archive, under extra/.</source>
        <translation>寫出的檔案可再次作為網路開啟；所有任務的檔案中，要讀取的部分是任務的字母 a、b 或之後的字母。凍結的 TorchScript 不行：其權重不再有名稱，且所有任務一起時，共享的部分每個任務各存一次。PyTorch 的 state dict 只含張量；其規格與配方放在壓縮檔中的 extra/ 之下。</translation>
    </message>
    <message>
        <source>A .zipper file holds the networks, every step and the recipe. Reports are written as HTML, JSON and CSV, with the recipe as JSON; figures as SVG and PNG.</source>
        <translation>.zipper 檔案含有網路、每個步驟與配方。報告寫成 HTML、JSON 與 CSV，配方為 JSON；圖表為 SVG 與 PNG。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 與 %2</translation>
    </message>
    <message>
        <source>MobileNet V1, V2 and V3 (large and small, also minimalistic) of any width (0.125 to 2.0), recognized by content, in these formats; their heads may have hidden layers:</source>
        <translation>任何寬度（0.125 到 2.0）的 MobileNet V1、V2 與 V3（large 與 small，也含 minimalistic），依內容辨認，格式如下；其頭部可有隱藏層：</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Activation</source>
        <translation>活化</translation>
    </message>
    <message>
        <source>activation|activations|ReLU6|ReLU|hard swish</source>
        <translation>活化函數|活化值|活化|ReLU6|ReLU|hard swish</translation>
    </message>
    <message>
        <source>The function behind a convolution that keeps a network from being one single linear map: ReLU6, for example, cuts values off below 0 and above 6. The values behind it are called the activations of a layer.</source>
        <translation>卷積之後的函數，使網路不只是單一線性映射：例如 ReLU6 將小於 0 與大於 6 的值截去。其後的值稱為該層的活化值。</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>alignment|aligned|aligning</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>Putting the channels of a task into the order in which they correspond to those of task A, before a layer is merged. The task computes the same in any order.</source>
        <translation>合併一層之前，將某任務的通道排成與任務 A 的通道對應的順序。不論順序如何，該任務的計算都相同。</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>骨幹</translation>
    </message>
    <message>
        <source>backbone|backbones</source>
        <translation>骨幹</translation>
    </message>
    <message>
        <source>A network without its head. It turns an image into features, but names no classes.</source>
        <translation>沒有頭部的網路。它將影像轉為特徵，但不說出類別。</translation>
    </message>
    <message>
        <source>Naive baseline</source>
        <translation>樸素基準</translation>
    </message>
    <message>
        <source>naive baseline|baseline</source>
        <translation>樸素基準|基準</translation>
    </message>
    <message>
        <source>One network with a head per task, all other layers shared, trained directly from random weights, without teachers and without zippering. It shows what the method is worth.</source>
        <translation>一個網路，每個任務一個頭部，其餘各層都共享，從隨機權重直接訓練，沒有教師也沒有拉鍊式合併。它顯示此方法的價值。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>batch|batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The images that a network looks at together before its weights are changed once.</source>
        <translation>網路權重改變一次之前一起看的影像。</translation>
    </message>
    <message>
        <source>Batch normalization (BN)</source>
        <translation>批次正規化（BN）</translation>
    </message>
    <message>
        <source>batch normalization|batch normalizations|BN</source>
        <translation>批次正規化|BN</translation>
    </message>
    <message>
        <source>Brings each channel to mean 0 and variance 1, then scales and shifts it. It stands behind each convolution. In a merged layer it is one for all tasks, as in the paper, or one per task.</source>
        <translation>將每個通道化為平均 0、變異數 1，再縮放與平移。它位於每個卷積之後。在已合併的層中，它是所有任務共用一個（如論文），或每個任務各一個。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校準</translation>
    </message>
    <message>
        <source>calibration|calibrating|calibrated|calibrate|calibrates</source>
        <translation>校準</translation>
    </message>
    <message>
        <source>Training the merged network after a step, so that it does again what the teachers do. It is trained on the labels of the images and on what the teachers put out in each layer.</source>
        <translation>在步驟之後訓練合併網路，使它再次做到教師所做的。訓練依據影像的標籤，以及教師在每一層的輸出。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>channel|channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>One of the maps that a layer hands on. A layer with 64 channels describes each place of an image by 64 numbers.</source>
        <translation>一層往後傳的其中一張特徵圖。有 64 個通道的層以 64 個數描述影像的每個位置。</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>壓縮率</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>壓縮率</translation>
    </message>
    <message>
        <source>How many times fewer parameters the merged network has than the separate networks have together.</source>
        <translation>個別網路的參數總數是合併網路參數數量的幾倍。</translation>
    </message>
    <message>
        <source>Confidence interval (95 %)</source>
        <translation>信賴區間（95 %）</translation>
    </message>
    <message>
        <source>confidence interval|95 % interval</source>
        <translation>信賴區間|95 % 區間</translation>
    </message>
    <message>
        <source>The range in which an accuracy that was measured on some images would likely lie on very many of them. The fewer images were looked at, the wider it is.</source>
        <translation>在一些影像上測得的準確率，若在非常多影像上測量，可能落在的範圍。看的影像越少，範圍越寬。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩陣</translation>
    </message>
    <message>
        <source>confusion matrix|confusion matrices</source>
        <translation>混淆矩陣</translation>
    </message>
    <message>
        <source>A table that counts how often images of one class (row) were taken for another (column). What is right stands on the diagonal.</source>
        <translation>計算一個類別（列）的影像多常被當成另一個類別（欄）的表格。正確的在對角線上。</translation>
    </message>
    <message>
        <source>Cosine of weights</source>
        <translation>權重的餘弦</translation>
    </message>
    <message>
        <source>cosine of the weights</source>
        <translation>權重的餘弦</translation>
    </message>
    <message>
        <source>How alike the weights of two teachers are in a layer, from −1 to 1. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>兩個教師在某一層的權重有多相似，從 −1 到 1。各自獨立訓練的網路接近 0，出自同一祖先的接近 1。</translation>
    </message>
    <message>
        <source>Cross entropy (CE)</source>
        <translation>交叉熵（CE）</translation>
    </message>
    <message>
        <source>cross entropy|CE</source>
        <translation>交叉熵|CE</translation>
    </message>
    <message>
        <source>How wrong the answers to images are whose classes are known: the negative logarithm of the probability that the network gives to the right class. 0 would be certain and right each time.</source>
        <translation>對已知類別的影像，答案錯得多嚴重：網路給予正確類別的機率之負對數。每次都確定且正確時為 0。</translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <translation>逐深度卷積</translation>
    </message>
    <message>
        <source>depthwise convolution|depthwise convolutions|depthwise layers|depthwise</source>
        <translation>逐深度卷積|逐深度</translation>
    </message>
    <message>
        <source>A convolution that filters each channel for itself with a small kernel. It has few weights and stays with its task.</source>
        <translation>以小卷積核分別過濾每個通道的卷積。它的權重很少，留在其任務中。</translation>
    </message>
    <message>
        <source>Distillation (KL)</source>
        <translation>蒸餾（KL）</translation>
    </message>
    <message>
        <source>distillation|KL</source>
        <translation>蒸餾|KL</translation>
    </message>
    <message>
        <source>A further term of the loss: how far the softened outputs of the merged network are from those of the teacher. It is off unless it has a weight.</source>
        <translation>損失的另一項：合併網路軟化的輸出與教師的相距多遠。沒有權重時關閉。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>訓練週期</translation>
    </message>
    <message>
        <source>epoch|epochs</source>
        <translation>訓練週期|週期</translation>
    </message>
    <message>
        <source>As many iterations as it takes to look at each training image once.</source>
        <translation>將每張訓練影像看過一次所需的迭代次數。</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>擴張</translation>
    </message>
    <message>
        <source>expand|expanding|expands</source>
        <translation>擴張</translation>
    </message>
    <message>
        <source>In a MobileNet V2 or V3 the first pointwise convolution of a block, which makes many channels out of few.</source>
        <translation>MobileNet V2 或 V3 中區塊的第一個逐點卷積，由少數通道產生許多通道。</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>feature map|feature maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>What a channel puts out for an image, as a picture: bright where it responds.</source>
        <translation>一個通道對一張影像的輸出，以圖片表示：有反應之處較亮。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>fine-tuning|fine-tuned</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>Training the whole merged network after the last step, with the same loss as calibration.</source>
        <translation>最後一步之後訓練整個合併網路，損失與校準相同。</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher 權重</translation>
    </message>
    <message>
        <source>Fisher weights|Fisher information</source>
        <translation>Fisher 權重|Fisher 資訊</translation>
    </message>
    <message>
        <source>With them least squares counts an error in a channel the more, the more the answers of the task depend on that channel.</source>
        <translation>有了它，任務的答案越依賴某通道，最小平方就越重視該通道的誤差。</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>A picture of which places of an image spoke for a class, computed from the gradients of the network.</source>
        <translation>顯示影像哪些位置支持某類別的圖片，由網路的梯度計算。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>head|heads</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>The end of a network, which makes a number for each class out of its features. Each task keeps its own.</source>
        <translation>網路的末端，由特徵為每個類別產生一個數。每個任務保有自己的。</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>保留影像</translation>
    </message>
    <message>
        <source>held-out images|held out</source>
        <translation>保留影像</translation>
    </message>
    <message>
        <source>Images that no step trains on. With them fine-tuning finds the state that it keeps; the test images stay untouched.</source>
        <translation>不用於任何步驟訓練的影像。微調以它們找出要保留的狀態；測試影像則完全不動用。</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>initialization|initializations|initializing|initialized</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the shared weights of a layer get their first values: from A, from B, at random, as the mean, or by least squares.</source>
        <translation>一層的共享權重如何取得初始值：從 A、從 B、隨機、平均，或以最小平方。</translation>
    </message>
    <message>
        <source>8-bit integers (int8)</source>
        <translation>8 位元整數（int8）</translation>
    </message>
    <message>
        <source>int8|8-bit integers</source>
        <translation>int8|8 位元整數</translation>
    </message>
    <message>
        <source>Weights and maps as whole numbers of 8 bits, a quarter of the size. It costs a little accuracy, which is measured when the file is written.</source>
        <translation>權重與特徵圖為 8 位元整數，大小為四分之一。準確率會略降，在寫出檔案時測量。</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>iteration|iterations</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>One batch of each task, and the change of the weights that it leads to.</source>
        <translation>每個任務一個批次，以及由此產生的權重改變。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>kernel|kernels</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>The small square of weights, 3×3 or 5×5, that a convolution moves over a map.</source>
        <translation>卷積在特徵圖上移動的一小方塊權重，3×3 或 5×5。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>The mean absolute difference of two sets of numbers. In the curves it is the difference between what teacher and merged network hand on, summed over the layers.</source>
        <translation>兩組數的平均絕對差。在曲線中是教師與合併網路往後傳的內容之差異，各層總和。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>layer|layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>What one step merges, numbered from 1: the pointwise convolution of a MobileNet V1, a block of a V2 or V3, or their last convolution.</source>
        <translation>一個步驟所合併的單位，從 1 編號：MobileNet V1 的逐點卷積、V2 或 V3 的區塊，或其最後的卷積。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>learning rate|learning rates</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>How large a change of the weights each iteration makes. In the course of a step it may fall.</source>
        <translation>每次迭代使權重改變多大。在步驟中可能下降。</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>最小平方</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小平方</translation>
    </message>
    <message>
        <source>Computes, without training, the shared weights whose outputs differ least, in the sum of squares, from what the teachers put out for some training images.</source>
        <translation>不經訓練，計算出輸出與教師對一些訓練影像的輸出差異平方和最小的共享權重。</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>logits|logit</source>
        <translation>logits|logit</translation>
    </message>
    <message>
        <source>The numbers that a head puts out, one per class. The highest one is the answer; softmax makes probabilities of them.</source>
        <translation>頭部輸出的數，每個類別一個。最高的是答案；softmax 將其化為機率。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>loss|losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>The number that training makes small. Here it is cross entropy plus L1, each with its weight, and distillation if that is on.</source>
        <translation>訓練要使其變小的數。此處是交叉熵加 L1，各有權重；開啟蒸餾時再加上蒸餾。</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>MACs|multiply-adds</source>
        <translation>MAC|乘加運算</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations: how many products a network adds up for one image. They tell how much work it is.</source>
        <translation>乘加運算：網路為一張影像加總的乘積數。它說明工作量有多大。</translation>
    </message>
    <message>
        <source>McNemar&apos;s test</source>
        <translation>McNemar 檢定</translation>
    </message>
    <message>
        <source>McNemar&apos;s test|McNemar</source>
        <translation>McNemar 檢定|McNemar</translation>
    </message>
    <message>
        <source>Tells whether two networks that saw the same images differ by more than chance. Only images count on which one is right and the other wrong.</source>
        <translation>說明看過相同影像的兩個網路，其差異是否超出偶然。只計入一個答對而另一個答錯的影像。</translation>
    </message>
    <message>
        <source>Merge estimate (merge cost)</source>
        <translation>合併估計（合併成本）</translation>
    </message>
    <message>
        <source>merge estimate|merge estimates|merge cost|merge costs</source>
        <translation>合併估計|合併成本</translation>
    </message>
    <message>
        <source>What sharing a layer costs at least, worked out from the teachers: the smallest error that its outputs can have with shared weights, relative to their variance. It looks at each layer for itself, without training.</source>
        <translation>共享一層至少要付出的代價，由教師計算：以共享權重時其輸出可能的最小誤差，相對於其變異數。每一層單獨看待，不經訓練。</translation>
    </message>
    <message>
        <source>Merged network</source>
        <translation>合併網路</translation>
    </message>
    <message>
        <source>merged network|merged networks</source>
        <translation>合併網路</translation>
    </message>
    <message>
        <source>The one network that serves all tasks. Its merged layers are shared; stem, depthwise convolutions and head are there once per task.</source>
        <translation>服務所有任務的一個網路。已合併的層共享；起始層、逐深度卷積與頭部每個任務各一個。</translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>The mean absolute difference between what a teacher and the merged network hand on in a layer. 0 means that they do the same.</source>
        <translation>教師與合併網路在某一層往後傳的內容之平均絕對差。0 表示兩者相同。</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>動差</translation>
    </message>
    <message>
        <source>moments</source>
        <translation>動差</translation>
    </message>
    <message>
        <source>Means and products of a layer&apos;s inputs and outputs, summed over images. They are all that least squares has to know of the images.</source>
        <translation>一層輸入與輸出的平均與乘積，在影像上加總。最小平方只需知道影像的這些。</translation>
    </message>
    <message>
        <source>Optimizer (SGD, Adam)</source>
        <translation>最佳化器（SGD、Adam）</translation>
    </message>
    <message>
        <source>optimizer|SGD|Adam</source>
        <translation>最佳化器|SGD|Adam</translation>
    </message>
    <message>
        <source>The rule that makes changes of the weights out of gradients. SGD follows the gradient; Adam also adapts the size of the change for each weight.</source>
        <translation>由梯度產生權重改變的規則。SGD 依循梯度；Adam 還為每個權重調整改變的大小。</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>parameters|parameter</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>All numbers of a network that are learnt: weights, biases, scale and shift of batch normalization.</source>
        <translation>網路所學的所有數：權重、偏差、批次正規化的縮放與平移。</translation>
    </message>
    <message>
        <source>Pointwise convolution</source>
        <translation>逐點卷積</translation>
    </message>
    <message>
        <source>pointwise convolution|pointwise convolutions|pointwise layers|pointwise</source>
        <translation>逐點卷積|逐點</translation>
    </message>
    <message>
        <source>A 1×1 convolution: at each place of a map it makes new channels out of all old ones. These layers hold nearly all weights of a MobileNet V1, so they are what is shared.</source>
        <translation>1×1 卷積：在特徵圖的每個位置由所有舊通道產生新通道。這些層幾乎包含 MobileNet V1 的所有權重，因此就是共享的部分。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>preset|presets</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>A set of settings to start from: fast, paper or exact.</source>
        <translation>作為起點的一組設定：快速、論文或精確。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>project|projecting|projects</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>In a MobileNet V2 or V3 the last pointwise convolution of a block, which leads many channels back to few. No activation follows it.</source>
        <translation>MobileNet V2 或 V3 中區塊的最後一個逐點卷積，將許多通道縮回少數通道。其後沒有活化函數。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>recipe|recipes</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Everything that reproduces a merge: networks and images with their hashes, strategy, schedule, seed.</source>
        <translation>重現一次合併所需的一切：網路與影像及其雜湊值、策略、排程、種子。</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>脊參數</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>脊參數</translation>
    </message>
    <message>
        <source>A gentle pull towards small weights that keeps least squares stable where the images say too little.</source>
        <translation>輕輕拉向小權重，使最小平方在影像資訊太少之處保持穩定。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>run|runs</source>
        <translation>次執行</translation>
    </message>
    <message>
        <source>A row of steps from the teachers on. Going back and trying something else begins another run; none is lost.</source>
        <translation>從教師開始的一串步驟。退回並嘗試別的做法即開始另一次執行；任何一次都不會遺失。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>亂數種子</translation>
    </message>
    <message>
        <source>seed|seeds</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>The number from which all random choices follow. With the same seed a run can be repeated exactly; several seeds tell how much is chance.</source>
        <translation>決定所有隨機選擇的數。以相同的種子可完全重複一次執行；多個種子說明有多少是偶然。</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>session|sessions</source>
        <translation>工作階段</translation>
    </message>
    <message>
        <source>A merge in progress, kept in one .zipper file: networks, recipe, all steps.</source>
        <translation>進行中的合併，保存在一個 .zipper 檔案中：網路、配方、所有步驟。</translation>
    </message>
    <message>
        <source>Squeeze-and-excite (SE)</source>
        <translation>擠壓激勵（SE）</translation>
    </message>
    <message>
        <source>squeeze-and-excite</source>
        <translation>擠壓激勵</translation>
    </message>
    <message>
        <source>A part of blocks of MobileNet V3 that weighs channels: out of the means of all channels it makes a factor between 0 and 1 for each.</source>
        <translation>MobileNet V3 區塊中為通道加權的部分：由所有通道的平均為每個通道產生 0 到 1 之間的係數。</translation>
    </message>
    <message>
        <source>Statistics (of batch normalization)</source>
        <translation>統計量（批次正規化的）</translation>
    </message>
    <message>
        <source>running statistics|batch statistics|statistics of batch normalization|BN statistics</source>
        <translation>移動統計量|批次統計量|批次正規化的統計量|BN 統計量</translation>
    </message>
    <message>
        <source>Mean and variance of each channel, which batch normalization takes away. After initializing and after calibrating they can be estimated anew on training images.</source>
        <translation>批次正規化所除去的各通道平均與變異數。在初始化後與校準後可用訓練影像重新估計。</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>stem|stems</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>The first convolution of a network, which sees the image itself. Each task keeps its own, unless a trunk shares it.</source>
        <translation>網路的第一個卷積，直接看影像。除非主幹共享它，每個任務保有自己的。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>step|steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Merging one layer: sharing it, initializing it, calibrating the network, scoring it.</source>
        <translation>合併一層：共享、初始化、校準網路、評分。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>stride|strides</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>By how many pixels a kernel moves on. With stride 2 a map becomes half as high and half as wide.</source>
        <translation>卷積核每次移動幾個像素。步幅 2 使特徵圖的高與寬都減半。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>task|tasks</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>One job with its own trained network, its own images and its own classes. Tasks are called A, B, C and so on.</source>
        <translation>一項工作，有自己訓練好的網路、自己的影像與自己的類別。任務稱為 A、B、C 等。</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>teacher|teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>The trained network of a task as it was opened. It never changes, and it shows the merged network what to do.</source>
        <translation>任務開啟時原本的訓練好的網路。它從不改變，並示範合併網路該做什麼。</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>測試影像</translation>
    </message>
    <message>
        <source>test images|test image</source>
        <translation>測試影像</translation>
    </message>
    <message>
        <source>Images that no network is trained on and nothing is chosen by. Accuracy is measured on them.</source>
        <translation>不用於訓練任何網路、也不據以選擇任何東西的影像。準確率在其上測量。</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>top-1</translation>
    </message>
    <message>
        <source>The share of images whose highest output is the right class.</source>
        <translation>最高輸出為正確類別的影像比例。</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>主幹</translation>
    </message>
    <message>
        <source>trunk|trunks</source>
        <translation>主幹</translation>
    </message>
    <message>
        <source>The first layers, shared whole, for tasks that look at the same image. They are computed once, which makes the network faster.</source>
        <translation>整個共享的前幾層，用於看同一張影像的任務。它們只計算一次，使網路更快。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>weights|weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>The numbers by which a convolution multiplies what it reads. They are what a network has learnt.</source>
        <translation>卷積用來乘上其所讀內容的數。它們就是網路所學到的。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>width multiplier|width</source>
        <translation>寬度乘數|寬度</translation>
    </message>
    <message>
        <source>The factor by which a MobileNet has fewer or more channels than in its paper: 0.25 has a quarter of them.</source>
        <translation>MobileNet 的通道數相對於其論文的倍數：0.25 表示只有四分之一。</translation>
    </message>
    <message>
        <source>Zippering</source>
        <translation>拉鍊式合併</translation>
    </message>
    <message>
        <source>zippering</source>
        <translation>拉鍊式合併</translation>
    </message>
    <message>
        <source>Merging layers one after another, from the input to the output, as a zipper closes.</source>
        <translation>從輸入到輸出，將各層一層接一層合併，如同拉上拉鍊。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>More: %1.</source>
        <translation>更多：%1。</translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 與 %2</translation>
    </message>
    <message>
        <source>%1 points (95 %: %2 to %3)</source>
        <translation>%1 個百分點（95 %：%2 到 %3）</translation>
    </message>
    <message>
        <source>Your guess was layer %1. Too little was measured yet to compare layers.</source>
        <translation>您猜的是層 %1。至今測量太少，無法比較各層。</translation>
    </message>
    <message>
        <source>Right: layer %1 hurt most, %2. No other layer comes near it.</source>
        <translation>正確：層 %1 影響最大，%2。沒有其他層接近它。</translation>
    </message>
    <message>
        <source>Your guess, layer %1, is among those that may have hurt most: layers %2 can&apos;t be told apart with these images. The largest loss was that of layer %3, %4.</source>
        <translation>您猜的層 %1 是可能影響最大的層之一：以這些影像無法分辨層 %2。損失最大的是層 %3，%4。</translation>
    </message>
    <message>
        <source>Not this time: layer %1 changed %2. Layer %3 hurt most, %4.</source>
        <translation>這次不是：層 %1 改變了 %2。層 %3 影響最大，%4。</translation>
    </message>
    <message>
        <source>No layer hurt beyond the noise. The largest loss was that of layer %1, %2; your guess, layer %3, changed %4.</source>
        <translation>沒有任何層的影響超出雜訊。損失最大的是層 %1，%2；您猜的層 %3 改變了 %4。</translation>
    </message>
    <message>
        <source>Measured is the mean top-1 of the tasks on their test images (%1 of each task) after a layer&apos;s step, calibration included, minus that before it. The intervals count every measurement as one on images of its own, which makes them wide: ties are said rather than winners. Another order of layers or another recipe may give another answer.</source>
        <translation>測量的是一層的步驟（含校準）之後，各任務在測試影像（每個任務 %1 張）上的平均 top-1 減去之前的值。區間將每次測量視為在各自的影像上進行，因此較寬：寧可說無法分辨，也不隨意選出贏家。不同的層順序或不同的配方可能得到不同的答案。</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>en</source>
        <comment>the folder of the handbook in this language, if there is one in resources/handbook</comment>
        <translation>zh_TW</translation>
    </message>
</context>
<context>
    <name>HistoryFigures</name>
    <message>
        <source>%1 (layer %2)</source>
        <translation>%1（層 %2）</translation>
    </message>
    <message>
        <source>%1 (layers %2)</source>
        <translation>%1（層 %2）</translation>
    </message>
    <message>
        <source>mixed: %1</source>
        <translation>混合：%1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1，然後 %2</translation>
    </message>
    <message>
        <source>What stands behind ≈ was scored on a sample of the test images; the rest is scored when nothing else runs.</source>
        <translation>≈ 後面的數字是在部分測試影像上評分的；其餘在沒有其他工作時評分。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
</context>
<context>
    <name>InitializationText</name>
    <message>
        <source>The shared weights start as those of A, so that B has to learn the layer anew.</source>
        <translation>共享權重以 A 的為初始值，因此 B 必須重新學習這一層。</translation>
    </message>
    <message>
        <source>The shared weights start as those of B, so that A has to learn the layer anew.</source>
        <translation>共享權重以 B 的為初始值，因此 A 必須重新學習這一層。</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep nothing of either network.</source>
        <translation>共享權重以 He 常態隨機數為初始值，依輸出通道數縮放，兩個網路的內容都不保留。</translation>
    </message>
    <message>
        <source>The shared weights start as the arithmetic mean of A and B, which is the paper&apos;s choice and works best when both networks come from one ancestor.</source>
        <translation>共享權重以 A 與 B 的算術平均為初始值，這是論文的選擇，在兩個網路出自同一祖先時效果最好。</translation>
    </message>
    <message>
        <source>The shared weights start as those whose outputs differ least from what both teachers put out for calibration images, which is a linear problem and is solved exactly.</source>
        <translation>共享權重的初始值，使其輸出與兩個教師對校準影像的輸出差異最小；這是線性問題，可精確求解。</translation>
    </message>
    <message>
        <source>Channel 1 of B is merged with channel 1 of A and so on, which is right for networks of one ancestor.</source>
        <translation>B 的通道 1 與 A 的通道 1 合併，依此類推，適合出自同一祖先的網路。</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their weights are closest to those of A, without looking at images.</source>
        <translation>B 的通道依權重最接近 A 的順序排列，不看影像。</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their outputs correlate best with those of A on the same images.</source>
        <translation>B 的通道依其對相同影像的輸出與 A 最相關的順序排列。</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which sharing weights costs both teachers the least error.</source>
        <translation>B 的通道依共享權重使兩個教師誤差最小的順序排列。</translation>
    </message>
    <message>
        <source>The shared weights start as those of A, so that the other tasks have to learn the layer anew.</source>
        <translation>共享權重以 A 的為初始值，因此其他任務必須重新學習這一層。</translation>
    </message>
    <message>
        <source>The shared weights start as those of B, so that the other tasks have to learn the layer anew.</source>
        <translation>共享權重以 B 的為初始值，因此其他任務必須重新學習這一層。</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep nothing of any network.</source>
        <translation>共享權重以 He 常態隨機數為初始值，依輸出通道數縮放，任何網路的內容都不保留。</translation>
    </message>
    <message>
        <source>The shared weights start as the arithmetic mean of %1, which is the paper&apos;s choice and works best when all networks come from one ancestor.</source>
        <translation>共享權重以 %1 的算術平均為初始值，這是論文的選擇，在所有網路出自同一祖先時效果最好。</translation>
    </message>
    <message>
        <source>The shared weights start as those whose outputs differ least from what all teachers put out for calibration images, which is a linear problem and is solved exactly.</source>
        <translation>共享權重的初始值，使其輸出與所有教師對校準影像的輸出差異最小；這是線性問題，可精確求解。</translation>
    </message>
    <message>
        <source>Channel 1 of every task is merged with channel 1 of A and so on, which is right for networks of one ancestor.</source>
        <translation>每個任務的通道 1 與 A 的通道 1 合併，依此類推，適合出自同一祖先的網路。</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which their weights are closest to those of A, without looking at images.</source>
        <translation>其他任務的通道依權重最接近 A 的順序排列，不看影像。</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which their outputs correlate best with those of A on the same images.</source>
        <translation>其他任務的通道依其對相同影像的輸出與 A 最相關的順序排列。</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which sharing weights with A costs the teachers the least error.</source>
        <translation>其他任務的通道依與 A 共享權重使教師誤差最小的順序排列。</translation>
    </message>
    <message>
        <source>With more than two tasks, too, the shared weights can start from those of A or B only.</source>
        <translation>即使任務超過兩個，共享權重也只能以 A 或 B 的為初始值。</translation>
    </message>
    <message>
        <source>The shared weights stay as they are: they are the same in all networks.</source>
        <translation>共享權重保持原樣：它們在所有網路中都相同。</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>Test image %1, labelled %2</source>
        <translation>測試影像 %1，標籤 %2</translation>
    </message>
</context>
<context>
    <name>LackText</name>
    <message numerus="yes">
        <source>Task(s) %1: neither model nor data chosen yet.</source>
        <translation>
            <numerusform>任務 %1：模型與資料都尚未選擇。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no model chosen yet.</source>
        <translation>
            <numerusform>任務 %1：尚未選擇模型。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no data chosen yet.</source>
        <translation>
            <numerusform>任務 %1：尚未選擇資料。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: a network without a head can&apos;t be merged, choose another model.</source>
        <translation>
            <numerusform>任務 %1：沒有頭部的網路無法合併，請選擇另一個模型。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>grey</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>Input %1×%1 %2, (pixel − %3) / %4</source>
        <translation>輸入 %1×%1 %2，（像素 − %3）/ %4</translation>
    </message>
    <message>
        <source>pad-1 (PyTorch)</source>
        <translation>pad-1（PyTorch）</translation>
    </message>
    <message>
        <source>SAME (TensorFlow)</source>
        <translation>SAME（TensorFlow）</translation>
    </message>
    <message>
        <source>%1, names of %2</source>
        <translation>%1，名稱依 %2</translation>
    </message>
    <message>
        <source>Stem stride %1, %2, padding %3, BN ε %4</source>
        <translation>起始層步幅 %1，%2，填補 %3，BN ε %4</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), class offset %1</source>
        <translation>
            <numerusform>%n 個類別，類別位移 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Guessed: all figures of the network are wrong if one of these is.</source>
        <translation>猜測：若其中一項有誤，網路的所有數字都是錯的。</translation>
    </message>
    <message>
        <source>%1, width %2</source>
        <translation>%1，寬度 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden layer(s) in the head: %1</source>
        <translation>
            <numerusform>頭部有 %n 個隱藏層：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (minimalistic), width %2</source>
        <translation>%1（minimalistic），寬度 %2</translation>
    </message>
    <message>
        <source>hard swish</source>
        <translation>hard swish</translation>
    </message>
    <message>
        <source>hard sigmoid</source>
        <translation>hard sigmoid</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>無活化函數</translation>
    </message>
    <message>
        <source>%1 and hard swish</source>
        <translation>%1 與 hard swish</translation>
    </message>
    <message>
        <source>No head: a backbone, which tells no classes apart and can&apos;t be merged. Choose the file of the whole network (its name often lacks “no_top”), or train a head on your images.</source>
        <translation>沒有頭部：這是骨幹，不分辨任何類別，無法合併。請選擇整個網路的檔案（骨幹的名稱常含「no_top」），或以您的影像訓練頭部。</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>解說</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>檢視器</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>準確率</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Merge costs</source>
        <translation>合併成本</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>試試看</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>佇列</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>課程</translation>
    </message>
</context>
<context>
    <name>PlanNote</name>
    <message>
        <source>No layer, fine-tuning only.</source>
        <translation>沒有層，只有微調。</translation>
    </message>
    <message>
        <source>All of them are merged.</source>
        <translation>全部都已合併。</translation>
    </message>
    <message>
        <source>%1 merged, %2 to come.</source>
        <translation>已合併 %1，尚餘 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) to merge.</source>
        <translation>
            <numerusform>要合併 %n 層。</numerusform>
        </translation>
    </message>
    <message>
        <source>All layers that the networks have.</source>
        <translation>網路的所有層。</translation>
    </message>
</context>
<context>
    <name>ReasonTexts</name>
    <message>
        <source>Teacher: %1 %2, %3 %4; merged: %5 %6, %7 %8.</source>
        <comment>classes, each with its probability</comment>
        <translation>教師：%1 %2、%3 %4；合併後：%5 %6、%7 %8。</translation>
    </message>
    <message>
        <source>Both answer the same.</source>
        <translation>兩者的答案相同。</translation>
    </message>
    <message>
        <source>It was close for the teacher already: its first two classes were only %1 points apart. Such an image lies on the border, and a small change turns it.</source>
        <translation>對教師來說原本就很接近：它的前兩個類別只相差 %1 個百分點。這樣的影像位於邊界上，小小的改變就會使答案翻轉。</translation>
    </message>
    <message>
        <source>The teacher was far from the border: its answer was %1 points ahead. It is the merge that turned this image.</source>
        <translation>教師離邊界很遠：它的答案領先 %1 個百分點。是合併使這張影像的答案翻轉。</translation>
    </message>
</context>
<context>
    <name>RecipeDraft</name>
    <message>
        <source>Empty; %1 expected</source>
        <translation>空白；應為%1</translation>
    </message>
    <message>
        <source>“%1” found; %2 expected</source>
        <translation>輸入的是「%1」；應為%2</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>a number such as 0.002 or 2e-3</source>
        <translation>數字，例如 0.002 或 2e-3</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>從 0 起的整數</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0（無）或更大</translation>
    </message>
    <message>
        <source>layers such as 1-%1 or 7,9,%1</source>
        <translation>層，例如 1-%1 或 7,9,%1</translation>
    </message>
</context>
<context>
    <name>RecipeField</name>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the shared weights of a layer get their first values.</source>
        <translation>一層的共享權重如何取得初始值。</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>BN policy</source>
        <translation>BN 方式</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次數</translation>
    </message>
    <message>
        <source>How many batches of each task calibrate the merged network after each step; 0 leaves calibration out.</source>
        <translation>每一步之後以每個任務多少批次校準合併網路；0 表示不校準。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Images per task in one iteration.</source>
        <translation>一次迭代中每個任務的影像數。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最佳化器</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates of the weights.</source>
        <translation>將梯度轉為權重更新的規則。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>動量</translation>
    </message>
    <message>
        <source>The share of the last update that SGD carries over into the next, from 0 to below 1.</source>
        <translation>SGD 將上一次更新帶入下一次的比例，從 0 到小於 1。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>The size of the updates at the first iteration of a step; 2e-3 and 0.002 are the same.</source>
        <translation>步驟第一次迭代的更新大小；2e-3 與 0.002 相同。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>排程</translation>
    </message>
    <message>
        <source>How the learning rate falls in the course of a step.</source>
        <translation>學習率在步驟中如何下降。</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>衰減係數</translation>
    </message>
    <message>
        <source>The factor by which an exponential schedule lowers the learning rate each time.</source>
        <translation>指數排程每次降低學習率的係數。</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>衰減週期</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Trunk up to layer</source>
        <translation>主幹到層</translation>
    </message>
    <message>
        <source>For tasks that look at the same image: the layers from the stem to this one, as far as they are merged, are shared whole and computed once; 0 means no trunk.</source>
        <translation>用於看同一張影像的任務：從起始層到這一層，凡已合併者都整個共享並只計算一次；0 表示沒有主幹。</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>Iterations of end-to-end training after the last step; 0 leaves fine-tuning out.</source>
        <translation>最後一步之後端對端訓練的迭代次數；0 表示不微調。</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>保留影像</translation>
    </message>
    <message>
        <source>How many training images of each task no step trains on, so that fine-tuning can keep the state that is best on them; 0 keeps the last state.</source>
        <translation>每個任務有多少訓練影像不用於任何步驟的訓練，使微調能保留在其上最好的狀態；0 保留最後的狀態。</translation>
    </message>
    <message>
        <source>Score every</source>
        <translation>評分間隔</translation>
    </message>
    <message>
        <source>After how many iterations of fine-tuning the network is scored on the held-out images.</source>
        <translation>微調每幾次迭代後，在保留影像上為網路評分。</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>CE weight</source>
        <translation>CE 權重</translation>
    </message>
    <message>
        <source>The weight of the cross entropy against the labels in the loss of a task; with 0 calibration reads no labels.</source>
        <translation>任務損失中對標籤的交叉熵之權重；為 0 時校準不讀取標籤。</translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation>L1 權重</translation>
    </message>
    <message>
        <source>Distillation weight</source>
        <translation>蒸餾權重</translation>
    </message>
    <message>
        <source>The weight of the distance between the softened outputs of teacher and merged network in the loss of a task (Hinton 2015); 0 turns it off.</source>
        <translation>任務損失中教師與合併網路軟化輸出之間距離的權重（Hinton 2015）；0 表示關閉。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>What both outputs are divided by before they are compared: the higher, the more the smaller outputs count.</source>
        <translation>兩者的輸出在比較之前所除以的數：數值越高，較小的輸出越有份量。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>權重衰減</translation>
    </message>
    <message>
        <source>The strength of the pull of all weights towards zero.</source>
        <translation>所有權重被拉向零的強度。</translation>
    </message>
    <message>
        <source>BN momentum</source>
        <translation>BN 動量</translation>
    </message>
    <message>
        <source>The share of a new batch in the running statistics of batch normalization while calibrating.</source>
        <translation>校準時，新批次在批次正規化移動統計量中所占的比例。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>What calibration rounds the factors of pointwise convolutions to. bfloat16 is faster and less exact, and needs a processor with instructions for it (AVX-512 BF16 or AMX).</source>
        <translation>校準時將逐點卷積的乘數捨入到此精度。bfloat16 較快但較不精確，需要有相應指令的處理器（AVX-512 BF16 或 AMX）。</translation>
    </message>
    <message>
        <source>Shift images at random</source>
        <translation>隨機平移影像</translation>
    </message>
    <message>
        <source>Shifts each training image by up to an eighth of its size, so that no batch comes twice.</source>
        <translation>將每張訓練影像平移最多其大小的八分之一，使批次不重複。</translation>
    </message>
    <message>
        <source>Fitting images</source>
        <translation>擬合用影像</translation>
    </message>
    <message>
        <source>How many training images of each task alignment, least squares and fits look at; more take longer and fit better.</source>
        <translation>對齊、最小平方與擬合看每個任務多少訓練影像；越多越久，擬合越好。</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>脊參數</translation>
    </message>
    <message>
        <source>How strongly least squares is pulled towards small weights, relative to the mean power of the inputs, from 0 to 1.</source>
        <translation>最小平方被拉向小權重的強度，相對於輸入的平均功率，從 0 到 1。</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher 權重</translation>
    </message>
    <message>
        <source>Least squares with batch normalization per task: an error in a channel counts the more, the more the answers of the task depend on that channel.</source>
        <translation>每個任務各自批次正規化的最小平方：任務的答案越依賴某通道，該通道的誤差就越有份量。</translation>
    </message>
    <message>
        <source>Fit depthwise kernels</source>
        <translation>擬合逐深度卷積核</translation>
    </message>
    <message>
        <source>Before initializing, the depthwise kernels of each task are fitted to what the merged layers before have become, in closed form and without labels.</source>
        <translation>初始化之前，每個任務的逐深度卷積核擬合到前面已合併各層的現況，以封閉解計算，不用標籤。</translation>
    </message>
    <message>
        <source>Fit the heads</source>
        <translation>擬合頭部</translation>
    </message>
    <message>
        <source>After initializing, each task&apos;s head is fitted to the logits of its teacher, in closed form and without labels.</source>
        <translation>初始化之後，每個任務的頭部擬合到其教師的 logits，以封閉解計算，不用標籤。</translation>
    </message>
    <message>
        <source>Re-estimate BN statistics</source>
        <translation>重新估計 BN 統計量</translation>
    </message>
    <message>
        <source>Averages the statistics of batch normalization anew over training images, after initializing and after calibrating.</source>
        <translation>在初始化後與校準後，以訓練影像重新平均批次正規化的統計量。</translation>
    </message>
    <message>
        <source>From images</source>
        <translation>使用影像</translation>
    </message>
    <message>
        <source>How many training images of each task the statistics are re-estimated from.</source>
        <translation>以每個任務多少訓練影像重新估計統計量。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>亂數種子</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same weights, bit for bit.</source>
        <translation>相同的種子、資料與設定得到逐位元相同的權重。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>執行緒</translation>
    </message>
    <message>
        <source>How many threads compute; 0 means one per core.</source>
        <translation>以多少執行緒計算；0 表示每個核心一個。</translation>
    </message>
    <message>
        <source>Whether the batch normalization of a merged layer is one for all tasks, as in the paper, or one per task.</source>
        <translation>已合併層的批次正規化是所有任務共用一個（如論文），或每個任務各一個。</translation>
    </message>
    <message>
        <source>Which layers are merged, and in which order: all, 1-6 or 7,9,13.</source>
        <translation>合併哪些層，依什麼順序：all、1-6 或 7,9,13。</translation>
    </message>
    <message>
        <source>How the channels of the other tasks are matched to those of A before a layer is merged; a task computes the same in any order.</source>
        <translation>合併一層之前，其他任務的通道如何與 A 的配對；不論順序如何，任務的計算都相同。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>After how many epochs of the smallest training set an exponential schedule lowers the learning rate.</source>
        <translation>指數排程在最小訓練集的幾個週期後降低學習率。</translation>
    </message>
    <message>
        <source>Alternate makes an update for one task after the other, as in the paper; joint makes one for the sum of their losses.</source>
        <translation>「交替」依序為各任務更新，與論文相同；「聯合」為損失總和更新一次。</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>聯合</translation>
    </message>
    <message>
        <source>Alternate</source>
        <translation>交替</translation>
    </message>
    <message>
        <source>The weight of the difference between teacher and merged network, summed over the layers, in the loss of a task.</source>
        <translation>任務損失中教師與合併網路差異（各層總和）的權重。</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Same images for all layers</source>
        <translation>所有層使用相同影像</translation>
    </message>
    <message>
        <source>All layers are fitted to the same images, so that a step goes on from what the one before it computed; otherwise each layer draws new ones, which takes longer. With few images new ones fit better.</source>
        <translation>所有層擬合到相同的影像，使步驟能從前一步的計算接著進行；否則每一層抽取新的影像，需時較久。影像少時，新的影像擬合較好。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>What computes: the CPU, which alone gives the same weights again, bit for bit, or a card.</source>
        <translation>由什麼計算：CPU（只有它能逐位元得到相同的權重）或顯示卡。</translation>
    </message>
    <message>
        <source>A set of settings to start from: fast for trying things out, lesson for a class that isn&apos;t to wait, paper as the authors of the method ran it.</source>
        <translation>作為起點的一組設定：快速用於嘗試，課程讓課堂不必等待，論文則與方法的作者當時所用的相同。</translation>
    </message>
</context>
<context>
    <name>SeriesStyle</name>
    <message>
        <source>Total</source>
        <translation>總計</translation>
    </message>
    <message>
        <source>CE %1</source>
        <translation>CE %1</translation>
    </message>
    <message>
        <source>L1 %1</source>
        <translation>L1 %1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>Total loss: the weighted sum of all terms of all tasks</source>
        <translation>總損失：所有任務所有項的加權和</translation>
    </message>
    <message>
        <source>Cross entropy of task %1 with its labels</source>
        <translation>任務 %1 與其標籤的交叉熵</translation>
    </message>
    <message>
        <source>L1 distance of task %1 to its teacher, summed over the layers</source>
        <translation>任務 %1 與其教師的 L1 距離，各層總和</translation>
    </message>
    <message>
        <source>Learning rate of the calibration (left axis of the lower plot)</source>
        <translation>校準的學習率（下圖左軸）</translation>
    </message>
    <message>
        <source>Top-1 of task %1 on the test images (right axis of the lower plot): open after the initialization, filled after the calibration of each step</source>
        <translation>任務 %1 在測試影像上的 top-1（下圖右軸）：每一步初始化後為空心，校準後為實心</translation>
    </message>
    <message>
        <source>Distillation loss of task %1: distance of its softened outputs to those of its teacher</source>
        <translation>任務 %1 的蒸餾損失：其軟化輸出與教師軟化輸出的距離</translation>
    </message>
</context>
<context>
    <name>SettingsGuard</name>
    <message>
        <source>The settings in %1 can&apos;t be used, and can&apos;t be put aside.</source>
        <translation>無法使用 %1 中的設定，也無法將其移到一旁。</translation>
    </message>
    <message>
        <source>The settings in %1 can&apos;t be used; they were put aside as %2.</source>
        <translation>無法使用 %1 中的設定；已移為 %2。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>意義</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>選項</translation>
    </message>
</context>
<context>
    <name>ShownArray</name>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>%1 calibrated</source>
        <translation>%1 已校準</translation>
    </message>
    <message>
        <source>merged − mean</source>
        <translation>合併 − 平均</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>%1: %2 values from %3 to %4</source>
        <comment>an array, its size</comment>
        <translation>%1：%2 個值，從 %3 到 %4</translation>
    </message>
</context>
<context>
    <name>StepMarkText</name>
    <message>
        <source>ft</source>
        <translation>微調</translation>
    </message>
</context>
<context>
    <name>SummaryTexts</name>
    <message>
        <source>%1× fewer parameters</source>
        <translation>參數縮減 %1×</translation>
    </message>
    <message>
        <source>%1 fewer parameters</source>
        <comment>percent</comment>
        <translation>參數少 %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>accuracy of the teacher, of the merged network</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>mean of %1 tasks %2</source>
        <translation>%1 個任務的平均 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a layer, its initialization</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>Next: %1; %n step(s) left.</source>
        <translation>
            <numerusform>接著：%1；還有 %n 個步驟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>接著：%1。</translation>
    </message>
    <message>
        <source>Next: %1, about %2.</source>
        <translation>接著：%1，約 %2。</translation>
    </message>
    <message numerus="yes">
        <source>Next: %1, about %2; all %n step(s) left about %3.</source>
        <translation>
            <numerusform>接著：%1，約 %2；剩餘的 %n 個步驟共約 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is merged, and the recipe plans no layer to merge</source>
        <translation>尚未合併任何東西，配方也沒有規劃要合併的層</translation>
    </message>
    <message numerus="yes">
        <source>The plan merges %n layer(s): %1</source>
        <translation>
            <numerusform>計畫合併 %n 層：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1，約需 %2</translation>
    </message>
    <message>
        <source>After %1: %2</source>
        <translation>%1 之後：%2</translation>
    </message>
    <message>
        <source>The merge is done: %1</source>
        <translation>合併完成：%1</translation>
    </message>
    <message numerus="yes">
        <source>After %1: %2 (%3 of %n layer(s) merged)</source>
        <translation>
            <numerusform>%1 之後：%2（%n 層中已合併 %3 層）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lost most: %2 points</source>
        <translation>%1 失去最多：%2 個百分點</translation>
    </message>
    <message>
        <source>Nothing was lost: what is shared is the same in all networks.</source>
        <translation>沒有失去任何東西：共享的部分在所有網路中都相同。</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points.</source>
        <translation>%1 失去最多：%2 個百分點。</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points, which is hardly chance.</source>
        <translation>%1 失去最多：%2 個百分點，不太可能是偶然。</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points, which may well be chance.</source>
        <translation>%1 失去最多：%2 個百分點，可能只是偶然。</translation>
    </message>
    <message>
        <source>Time: %1 for %2.</source>
        <translation>時間：%2 用了 %1。</translation>
    </message>
    <message numerus="yes">
        <source>Time: %1 for %2, %3 for all %n step(s).</source>
        <translation>
            <numerusform>時間：%2 用了 %1，全部 %n 個步驟用了 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>已暫停：%1。</translation>
    </message>
    <message>
        <source>In work: %1.</source>
        <translation>進行中：%1。</translation>
    </message>
    <message>
        <source>In work: %1; about %2 left.</source>
        <translation>進行中：%1；還需約 %2。</translation>
    </message>
    <message>
        <source>Next: plan layers in the recipe.</source>
        <translation>接著：在配方中規劃要合併的層。</translation>
    </message>
    <message>
        <source>Next: export the merged network.</source>
        <translation>接著：匯出合併網路。</translation>
    </message>
    <message>
        <source>Next: export; or fine-tuning, which the recipe can add (about %1).</source>
        <translation>接著：匯出；或在配方中加上微調（約 %1）。</translation>
    </message>
    <message>
        <source>The images aren&apos;t open: accuracies are those of the session.</source>
        <translation>影像沒有開啟：準確率是工作階段中的。</translation>
    </message>
    <message>
        <source>The images aren&apos;t open, so nothing can be scored.</source>
        <translation>影像沒有開啟，因此無法評分。</translation>
    </message>
    <message>
        <source>≈ on a sample of the test images; all are scored when nothing else runs.</source>
        <translation>≈ 來自部分測試影像；沒有其他工作時會為全部評分。</translation>
    </message>
    <message>
        <source>≈ on a sample of the test images.</source>
        <translation>≈ 來自部分測試影像。</translation>
    </message>
    <message>
        <source>Lost and won are of the images compared so far; What Changed compares all.</source>
        <translation>失去與贏得是至今比較過的影像；「變化」會比較全部。</translation>
    </message>
    <message>
        <source>before: %1 parameters, %2</source>
        <translation>之前：%1 個參數，%2</translation>
    </message>
    <message>
        <source>after the plan: %1 parameters, %2</source>
        <translation>計畫之後：%1 個參數，%2</translation>
    </message>
    <message>
        <source>now: %1 parameters, %2</source>
        <translation>現在：%1 個參數，%2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>teacher %1 (95 % interval: %2 to %3)</source>
        <translation>教師 %1（95 % 信賴區間：%2 到 %3）</translation>
    </message>
    <message>
        <source>merged %1 (95 % interval: %2 to %3)</source>
        <translation>合併 %1（95 % 信賴區間：%2 到 %3）</translation>
    </message>
    <message numerus="yes">
        <source>a sample of %1 of %n test image(s)</source>
        <translation>
            <numerusform>%n 張測試影像中的 %1 張</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n 張測試影像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lost and %2 won among the %3 compared so far</source>
        <translation>至今比較的 %3 張中，失去 %1，贏得 %2</translation>
    </message>
    <message>
        <source>%1 lost and %2 won</source>
        <translation>失去 %1，贏得 %2</translation>
    </message>
    <message>
        <source>%1: not scored</source>
        <translation>%1：未評分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a task, what is known of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No task lost accuracy on these images. How sure that is, the intervals tell.</source>
        <translation>以這些影像測量，沒有任務損失準確率。有多確定，請看信賴區間。</translation>
    </message>
    <message>
        <source>%1 more parameters</source>
        <comment>percent</comment>
        <translation>參數增加 %1</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>from A</source>
        <translation>從 A</translation>
    </message>
    <message>
        <source>from B</source>
        <translation>從 B</translation>
    </message>
    <message>
        <source>random</source>
        <translation>隨機</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>最小平方</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>活化值</translation>
    </message>
    <message>
        <source>mergeability</source>
        <translation>可合併性</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher 權重</translation>
    </message>
    <message>
        <source>kernels fitted</source>
        <translation>已擬合卷積核</translation>
    </message>
    <message>
        <source>heads fitted</source>
        <translation>已擬合頭部</translation>
    </message>
    <message>
        <source>nothing fitted</source>
        <translation>無擬合</translation>
    </message>
    <message>
        <source>alignment: %1; %2</source>
        <translation>對齊：%1；%2</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>fit of the kernels</source>
        <translation>卷積核的擬合</translation>
    </message>
    <message>
        <source>fit of the heads</source>
        <translation>頭部的擬合</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指數</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>naive</source>
        <translation>樸素</translation>
    </message>
    <message>
        <source>%1, alignment: %2</source>
        <translation>%1，對齊：%2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>separate</source>
        <translation>分開</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>已合併</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不在計畫中</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 與 %2</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Why merge?</source>
        <translation>為什麼要合併？</translation>
    </message>
    <message>
        <source>Two networks</source>
        <translation>兩個網路</translation>
    </message>
    <message>
        <source>The zipper</source>
        <translation>拉鍊</translation>
    </message>
    <message>
        <source>A first guess: random</source>
        <translation>首次嘗試：隨機</translation>
    </message>
    <message>
        <source>A better one: the mean</source>
        <translation>更好的：平均</translation>
    </message>
    <message>
        <source>The best: least squares</source>
        <translation>最好的：最小平方</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>共享什麼</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校準</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>付出了什麼</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>帶走它</translation>
    </message>
    <message>
        <source>A device often holds several trained networks, one per task, and each needs its own memory. Their layers do similar work: a merged network keeps what they have in common only once and still serves all tasks.

This tour merges two small networks for real and takes about ten minutes. You press the buttons; the frame shows which one.</source>
        <translation>一個裝置上常有好幾個訓練好的網路，每個任務一個，各自需要記憶體。它們的層做著相似的工作：合併網路將共同的部分只保存一次，仍然服務所有任務。

這個導覽會實際合併兩個小網路，約需十分鐘。由您按按鈕；外框顯示要按哪一個。</translation>
    </message>
    <message>
        <source>Each strand of the zipper is a trained network.</source>
        <translation>拉鍊的每一股是一個訓練好的網路。</translation>
    </message>
    <message>
        <source>Each strand is a trained network, from its images on the left to its answers on the right: %1. They are the teachers and never change. Every place where two strands run side by side is a layer of both.</source>
        <translation>每一股是一個訓練好的網路，從左邊的影像到右邊的答案：%1。它們是教師，從不改變。兩股並行之處，就是兩者的一層。</translation>
    </message>
    <message>
        <source>Alone they get %1 of their test images right, on average over the tasks.</source>
        <translation>單獨時，它們平均答對 %1 的測試影像。</translation>
    </message>
    <message>
        <source>The zipper closes layer by layer, from the input on. Each step makes one layer of all networks the same, gives it first values (initialization), and then trains the merged network for a moment so that the later layers get used to it (calibration).

How this is done stands in the recipe. The preset “Lesson” uses few images and iterations, so that nobody has to wait.</source>
        <translation>拉鍊從輸入開始逐層合上。每一步使所有網路的一層相同，給它初始值（初始化），再訓練合併網路一會兒，讓後面的層適應它（校準）。

如何進行寫在配方中。「課程」預設組合使用少量影像與迭代，讓大家不必等待。</translation>
    </message>
    <message>
        <source>Measured, as the mean of the tasks: %1 right after initialization, %2 after calibration.</source>
        <translation>測得的各任務平均：剛初始化後為 %1，校準後為 %2。</translation>
    </message>
    <message>
        <source>%1 The teachers: %2.</source>
        <translation>%1 教師：%2。</translation>
    </message>
    <message>
        <source>With which values should a shared layer begin? Try the wrong answer first: random numbers. They forget what both networks learned in this layer, so expect a bad start.</source>
        <translation>共享的層應從什麼值開始？先試錯誤的答案：隨機數。它們忘了兩個網路在這一層所學的，所以起點會很差。</translation>
    </message>
    <message>
        <source>The next idea: the arithmetic mean of both networks&apos; weights. It sounds fair, but channel 5 of one network has nothing to do with channel 5 of the other, unless both have one ancestor. The mean of unlike things is none of them.</source>
        <translation>下一個想法：兩個網路權重的算術平均。聽起來公平，但一個網路的通道 5 與另一個的通道 5 毫無關係，除非兩者出自同一祖先。不相似的東西取平均，結果哪個都不像。</translation>
    </message>
    <message>
        <source>Better: first find out which channels correspond (alignment), then choose the weights so that the layer&apos;s output is as close as possible to what each teacher puts out, in the sense of least squares. That is a closed formula and needs a few images only.</source>
        <translation>更好的做法：先找出哪些通道互相對應（對齊），再選擇使該層輸出在最小平方意義下最接近各教師輸出的權重。這有封閉的公式，只需要少量影像。</translation>
    </message>
    <message>
        <source>Where the zipper is closed, the tasks have one layer together: its weights exist once. What stays with each task is its first layer, the small depthwise layers between, and its head with the answers.</source>
        <translation>拉鍊合上之處，各任務共有一層：其權重只存在一次。留在各任務的是第一層、中間小小的逐深度層，以及給出答案的頭部。</translation>
    </message>
    <message numerus="yes">
        <source>Of %1 parameters, %2 are left with %n layer(s) merged.</source>
        <translation>
            <numerusform>合併 %n 層後，%1 個參數剩下 %2 個。</numerusform>
        </translation>
    </message>
    <message>
        <source>All planned layers are merged: %1 right on average.</source>
        <translation>計畫中的層都已合併：平均答對 %1。</translation>
    </message>
    <message>
        <source>Gained: %1 parameters instead of %2, which is %3 times fewer.</source>
        <translation>得到：參數從 %2 個變成 %1 個，壓縮率為 %3 倍。</translation>
    </message>
    <message>
        <source>Paid: %1 right on average, where the teachers have %2, measured on %3 test images. A few images more or less may be chance: What Changed tells how easily.</source>
        <translation>付出：平均答對 %1，教師為 %2，以 %3 張測試影像測量。多幾張或少幾張可能出於偶然：「變化」面板會說明機率有多大。</translation>
    </message>
    <message>
        <source>What a merge gained and what it broke is measured on test images that nobody trained on.</source>
        <translation>合併得到什麼、破壞了什麼，都以從未用於訓練的測試影像測量。</translation>
    </message>
    <message>
        <source>Press “Open the sample”, or take the one with photographs. Both work.</source>
        <translation>按「開啟範例」，或選擇照片的那個。兩者都可以。</translation>
    </message>
    <message>
        <source>Choose the preset “Lesson” in the recipe.</source>
        <translation>在配方中選擇「課程」預設組合。</translation>
    </message>
    <message>
        <source>Choose “random” as the initialization in the recipe.</source>
        <translation>在配方中選擇「隨機」作為初始化。</translation>
    </message>
    <message>
        <source>Choose “mean” as the initialization in the recipe.</source>
        <translation>在配方中選擇「平均」作為初始化。</translation>
    </message>
    <message>
        <source>Choose “least squares” as the initialization in the recipe.</source>
        <translation>在配方中選擇「最小平方」作為初始化。</translation>
    </message>
    <message>
        <source>Press Step (F10): it merges the first layer.</source>
        <translation>按「下一步」（F10）：它會合併第一層。</translation>
    </message>
    <message>
        <source>Press Try Again (F9): it goes back before this step. What was tried stays in the history.</source>
        <translation>按「重試」（F9）：它會回到這一步之前。試過的內容留在歷程中。</translation>
    </message>
    <message>
        <source>Wait a moment: the station goes on by itself.</source>
        <translation>請稍候：這一站會自行前進。</translation>
    </message>
    <message>
        <source>Open the panel “Layers” and look at its last line.</source>
        <translation>開啟「層」面板，看看最後一行。</translation>
    </message>
    <message>
        <source>First a guess: merging which layer will hurt most? Choose it below, or click it in the zipper.</source>
        <translation>先猜一猜：合併哪一層影響最大？在下方選擇，或在拉鍊中點選。</translation>
    </message>
    <message>
        <source>Press Run All (F5): it merges the layers that are left.</source>
        <translation>按「全部執行」（F5）：它會合併剩下的層。</translation>
    </message>
    <message>
        <source>Press Run All (F5): it merges the layers that are left, in about %1.</source>
        <translation>按「全部執行」（F5）：它會合併剩下的層，約需 %1。</translation>
    </message>
    <message>
        <source>Open the panel “What Changed”: it shows which images the merge lost and won.</source>
        <translation>開啟「變化」面板：它顯示合併失去與贏得了哪些影像。</translation>
    </message>
    <message>
        <source>Choose File › Export Merged Model (Ctrl+Shift+E) and look around.</source>
        <translation>選擇 檔案 › 匯出合併模型（Ctrl+Shift+E），看一看。</translation>
    </message>
    <message>
        <source>This station needs a session of a sample; none is open.</source>
        <translation>這一站需要範例的工作階段；目前沒有開啟。</translation>
    </message>
    <message>
        <source>The session that is open isn&apos;t one of a sample. The tour would merge its layers, so it begins a session of its own. You are asked before anything that isn&apos;t saved is closed.</source>
        <translation>開啟中的工作階段不是範例的。導覽會合併它的層，因此會另開自己的工作階段。關閉任何未儲存的內容之前會先詢問。</translation>
    </message>
    <message>
        <source>The start page stands in front of the session.</source>
        <translation>起始頁擋在工作階段前面。</translation>
    </message>
    <message>
        <source>This station is about the first layer, and more is merged already. Going back loses nothing: all steps stay in the history.</source>
        <translation>這一站講的是第一層，而目前已合併更多。回頭不會遺失任何東西：所有步驟都留在歷程中。</translation>
    </message>
    <message>
        <source>This station looks at merged layers, and nothing is merged here.</source>
        <translation>這一站看的是已合併的層，而此處尚未合併任何東西。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>開啟範例</translation>
    </message>
    <message>
        <source>Show the session</source>
        <translation>顯示工作階段</translation>
    </message>
    <message>
        <source>Go back to the teachers</source>
        <translation>回到教師</translation>
    </message>
    <message>
        <source>Go to “Calibration”</source>
        <translation>前往「校準」</translation>
    </message>
    <message>
        <source>A merged layer is a compromise, and everything behind it sees something new. Calibration trains the merged network against the labels and against the teachers&apos; own outputs, until it does again what they do. In the curves the losses should fall within a step.</source>
        <translation>合併的層是一種折衷，其後的一切都看到新的內容。校準以標籤與教師自己的輸出訓練合併網路，直到它再次做到教師所做的。曲線中的損失在每一步之內應該下降。</translation>
    </message>
    <message>
        <source>Click any layer of the zipper, or choose one with the arrow keys: F8 leads from this card to the zipper and back.</source>
        <translation>點拉鍊的任何一層，或以方向鍵選擇：F8 在這張卡片與拉鍊之間切換。</translation>
    </message>
    <message>
        <source>Watch zipper and curves: the station goes on when the run has ended.</source>
        <translation>看著拉鍊與曲線：執行結束後，這一站會自行前進。</translation>
    </message>
    <message>
        <source>Watch zipper and curves, about %1 more: the station goes on when the run has ended.</source>
        <translation>看著拉鍊與曲線，還需約 %1：執行結束後，這一站會自行前進。</translation>
    </message>
    <message>
        <source>The merged network can leave the workbench: for a phone, a browser or another program, with its size and time measured beforehand. A session that is saved (File › Save) holds all steps and can be gone on with.

That was the tour. Next, try your own networks: they only need the same architecture.</source>
        <translation>合併網路可以離開工作台：到手機、瀏覽器或其他程式，並事先測量大小與時間。儲存的工作階段（檔案 › 儲存）含有所有步驟，可以繼續。

導覽到此結束。接著試試您自己的網路：它們只需要相同的架構。</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>A backbone: it gets a head for the classes of the images.</source>
        <translation>骨幹：會為它加上對應影像類別的頭部。</translation>
    </message>
    <message numerus="yes">
        <source>To be trained: %1, width %2, input %3×%3, %n class(es).</source>
        <translation>
            <numerusform>要訓練的：%1，寬度 %2，輸入 %3×%3，%n 個類別。</numerusform>
        </translation>
    </message>
    <message>
        <source>Images go through the layers that stay as they are: batch %1 of %2</source>
        <translation>影像通過保持不變的層：批次 %1/%2</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, validation: batch %3 of %4</source>
        <translation>訓練週期 %1/%2，驗證：批次 %3/%4</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, batch %3 of %4, %5 images/s</source>
        <translation>訓練週期 %1/%2，批次 %3/%4，每秒 %5 張影像</translation>
    </message>
    <message>
        <source>About %1 on this machine, most of it once for all epochs; an estimate from a few batches.</source>
        <translation>在這部電腦上約 %1，其中大部分所有週期只需一次；由幾個批次估計。</translation>
    </message>
    <message>
        <source>About %1 on this machine; an estimate from a few batches.</source>
        <translation>在這部電腦上約 %1；由幾個批次估計。</translation>
    </message>
</context>
<context>
    <name>TryIt</name>
    <message>
        <source>Test image %1 of %2</source>
        <translation>測試影像 %1，共 %2</translation>
    </message>
    <message>
        <source>Test image %1 of %2, labelled %3</source>
        <translation>測試影像 %1，共 %2，標籤 %3</translation>
    </message>
    <message>
        <source>A picture from the clipboard</source>
        <translation>剪貼簿上的圖片</translation>
    </message>
    <message>
        <source>A picture that was dropped</source>
        <translation>拖放的圖片</translation>
    </message>
    <message>
        <source>A drawing, centred and scaled as the digits of MNIST are</source>
        <translation>繪圖，像 MNIST 的數字一樣置中與縮放</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>攝影機所見</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>The networks of this task have no head: they answer nothing.</source>
        <translation>此任務的網路沒有頭部：沒有答案。</translation>
    </message>
    <message>
        <source>The teacher answers %1.</source>
        <translation>教師的答案是 %1。</translation>
    </message>
    <message>
        <source>Both answer %1.</source>
        <translation>兩者的答案都是 %1。</translation>
    </message>
    <message>
        <source>The teacher answers %1, the merged network %2.</source>
        <translation>教師的答案是 %1，合併網路的是 %2。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Network of task A</source>
        <translation>任務 A 的網路</translation>
    </message>
    <message>
        <source>Network of task B</source>
        <translation>任務 B 的網路</translation>
    </message>
    <message>
        <source>Folder with the images of task A</source>
        <translation>任務 A 的影像資料夾</translation>
    </message>
    <message>
        <source>Folder with the images of task B</source>
        <translation>任務 B 的影像資料夾</translation>
    </message>
    <message>
        <source>Not everything can be kept.</source>
        <translation>並非一切都能保留。</translation>
    </message>
    <message>
        <source>Merge trained MobileNets into one multitask network, and watch.</source>
        <translation>將訓練好的 MobileNet 合併成一個多任務網路，並觀看過程。</translation>
    </message>
    <message>
        <source>Network of one more task, repeated for each; what belongs to the task follows it</source>
        <translation>另一個任務的網路，可為每個任務重複；屬於該任務的選項寫在其後</translation>
    </message>
    <message>
        <source>Folder with the images of that task</source>
        <translation>該任務的影像資料夾</translation>
    </message>
    <message>
        <source>What that task is called</source>
        <translation>該任務的名稱</translation>
    </message>
    <message>
        <source>Open the embedded sample; &quot;--sample photographs&quot;: the other one</source>
        <translation>開啟內嵌的範例；「--sample photographs」：另一個範例</translation>
    </message>
    <message>
        <source>A session (.zipper) or lesson (.zipperlesson) to open</source>
        <translation>要開啟的工作階段（.zipper）或課程（.zipperlesson）</translation>
    </message>
</context>
<context>
    <name>zipper::AccuracyPanel</name>
    <message>
        <source>Top-1 by number of merged layers</source>
        <translation>依合併層數的 top-1</translation>
    </message>
    <message>
        <source>Top-1 of the tasks on the test images by number of merged layers. Left and Right show the values at the previous and the next number, Escape hides them.</source>
        <translation>各任務在測試影像上的 top-1，依合併層數。左右方向鍵顯示前一個與下一個層數的值，Esc 隱藏。</translation>
    </message>
    <message>
        <source>merged layers</source>
        <translation>已合併的層</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>top-1，%</translation>
    </message>
    <message>
        <source>No scores yet: they appear here after each step.</source>
        <translation>尚無分數：每一步之後會顯示在此。</translation>
    </message>
    <message>
        <source>These steps were not scored on the test images.</source>
        <translation>這些步驟沒有在測試影像上評分。</translation>
    </message>
    <message>
        <source>top-1, % (newest ≈)</source>
        <translation>top-1，%（最新 ≈）</translation>
    </message>
</context>
<context>
    <name>zipper::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新增(&amp;N)</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>開啟範例(&amp;M)</translation>
    </message>
    <message>
        <source>Open two small trained networks with their images</source>
        <translation>開啟兩個訓練好的小網路及其影像</translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation>開啟工作階段(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the session with all its steps</source>
        <translation>儲存工作階段及其所有步驟</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>以另一個名稱儲存工作階段</translation>
    </message>
    <message>
        <source>Export &amp;Report…</source>
        <translation>匯出報告(&amp;R)…</translation>
    </message>
    <message>
        <source>Write tables, curves and measured inference times as a page, CSV and JSON</source>
        <translation>將表格、曲線與實測推論時間寫成網頁、CSV 與 JSON</translation>
    </message>
    <message>
        <source>Export &amp;Figures…</source>
        <translation>匯出圖表(&amp;F)…</translation>
    </message>
    <message>
        <source>Write the zipper and all plots as SVG and PNG into a folder</source>
        <translation>將拉鍊與所有圖表以 SVG 與 PNG 寫入資料夾</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the workbench</source>
        <translation>關閉工作台</translation>
    </message>
    <message>
        <source>Write the merged network as %1</source>
        <translation>將合併網路寫成 %1</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>下一步(&amp;S)</translation>
    </message>
    <message>
        <source>Merge the next layer and calibrate</source>
        <translation>合併下一層並校準</translation>
    </message>
    <message>
        <source>Run to Se&amp;lected Layer</source>
        <translation>執行到所選的層(&amp;L)</translation>
    </message>
    <message>
        <source>Merge all layers up to the selected one</source>
        <translation>合併直到所選層為止的所有層</translation>
    </message>
    <message>
        <source>Run to Layer</source>
        <translation>執行到此層</translation>
    </message>
    <message>
        <source>&amp;Run All</source>
        <translation>全部執行(&amp;R)</translation>
    </message>
    <message>
        <source>Merge all layers of the plan</source>
        <translation>合併計畫中的所有層</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the step after the current batch</source>
        <translation>在目前批次之後暫停步驟</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>繼續(&amp;O)</translation>
    </message>
    <message>
        <source>Go on with the step that is held</source>
        <translation>繼續暫停中的步驟</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Give up the step in progress; finished steps stay</source>
        <translation>放棄進行中的步驟；已完成的步驟會保留</translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation>退回一步(&amp;B)</translation>
    </message>
    <message>
        <source>Go back to the network before the last step</source>
        <translation>回到上一步之前的網路</translation>
    </message>
    <message>
        <source>&amp;Try Last Step Again</source>
        <translation>重試上一步(&amp;T)</translation>
    </message>
    <message>
        <source>Go back before the last step and choose another strategy; the step stays in the history</source>
        <translation>回到上一步之前並選擇另一種策略；該步驟會留在歷程中</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>&amp;Fit Zipper</source>
        <translation>顯示整條拉鍊(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole zipper</source>
        <translation>顯示整條拉鍊</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Enlarge the zipper</source>
        <translation>放大拉鍊</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Shrink the zipper</source>
        <translation>縮小拉鍊</translation>
    </message>
    <message>
        <source>&amp;Reduce Motion</source>
        <translation>減少動態效果(&amp;R)</translation>
    </message>
    <message>
        <source>Show changes at once instead of animating them</source>
        <translation>變化立即顯示，不以動畫呈現</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>系統(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s light or dark theme</source>
        <translation>跟隨桌面的淺色或深色主題</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>Always use the light theme</source>
        <translation>一律使用淺色主題</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Always use the dark theme</source>
        <translation>一律使用深色主題</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>關於(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and sources of this program</source>
        <translation>本程式的版本、授權與來源</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>鍵盤快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>所有按鍵一覽</translation>
    </message>
    <message>
        <source>&amp;File Formats</source>
        <translation>檔案格式(&amp;F)</translation>
    </message>
    <message>
        <source>What can be read and written, with the conventions</source>
        <translation>可讀取與寫入的格式及其慣例</translation>
    </message>
    <message>
        <source>&amp;Estimate Merge Costs</source>
        <translation>估計合併成本(&amp;E)</translation>
    </message>
    <message>
        <source>Work out from the teachers what merging each layer would cost</source>
        <translation>由教師計算合併每一層的代價</translation>
    </message>
    <message>
        <source>S&amp;uggest Layers…</source>
        <translation>建議要合併的層(&amp;U)…</translation>
    </message>
    <message>
        <source>Co&amp;mpare Strategies…</source>
        <translation>比較策略(&amp;M)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>另存新檔(&amp;V)…</translation>
    </message>
    <message>
        <source>Re&amp;cent Sessions</source>
        <translation>最近的工作階段(&amp;C)</translation>
    </message>
    <message>
        <source>Merge all layers of the plan: about %1</source>
        <translation>合併計畫中的所有層：約 %1</translation>
    </message>
    <message>
        <source>Close this session and choose other networks</source>
        <translation>關閉此工作階段並選擇其他網路</translation>
    </message>
    <message>
        <source>Open Mode&amp;l</source>
        <translation>開啟模型(&amp;L)</translation>
    </message>
    <message>
        <source>Open &amp;Data</source>
        <translation>開啟資料(&amp;D)</translation>
    </message>
    <message>
        <source>Model of Task &amp;%1…</source>
        <translation>任務 %1 的模型(&amp;%1)…</translation>
    </message>
    <message>
        <source>Choose the network of task %1</source>
        <translation>選擇任務 %1 的網路</translation>
    </message>
    <message>
        <source>Data of Task &amp;%1…</source>
        <translation>任務 %1 的資料(&amp;%1)…</translation>
    </message>
    <message>
        <source>Choose the folder with the images of task %1</source>
        <translation>選擇任務 %1 的影像資料夾</translation>
    </message>
    <message>
        <source>All tasks…</source>
        <translation>所有任務…</translation>
    </message>
    <message>
        <source>Task %1 alone…</source>
        <translation>僅任務 %1…</translation>
    </message>
    <message>
        <source>&amp;Export Merged Model…</source>
        <translation>匯出合併模型(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the merged network for a phone, a browser or another program, with its size and time beforehand</source>
        <translation>為手機、瀏覽器或其他程式寫出合併網路，並事先顯示大小與時間</translation>
    </message>
    <message>
        <source>Export Merged Model &amp;As</source>
        <translation>匯出合併模型為(&amp;A)</translation>
    </message>
    <message>
        <source>Write the merged network in a format, with its usual names</source>
        <translation>以某種格式、慣用名稱寫出合併網路</translation>
    </message>
    <message>
        <source>&amp;Presentation Mode</source>
        <translation>簡報模式(&amp;P)</translation>
    </message>
    <message>
        <source>Show the zipper, the curves and the explanation alone, half as large again; Esc ends it, too</source>
        <translation>只顯示拉鍊、曲線與解說，放大為 1.5 倍；Esc 也可結束</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>手冊(&amp;H)</translation>
    </message>
    <message>
        <source>Explains the workbench and the method; opens where you work</source>
        <translation>說明工作台與方法；開啟與您目前操作相符的頁面</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>詞彙表(&amp;G)</translation>
    </message>
    <message>
        <source>The words of the field, each in one or two sentences</source>
        <translation>本領域的詞彙，各以一兩句話說明</translation>
    </message>
    <message>
        <source>&amp;What&apos;s This?</source>
        <translation>這是什麼？(&amp;W)</translation>
    </message>
    <message>
        <source>Point at something to read what it is; press the key twice for what has the focus</source>
        <translation>指向某處即可閱讀其說明；按兩次按鍵則說明目前焦點所在</translation>
    </message>
    <message>
        <source>Open &amp;Photographs</source>
        <translation>開啟照片(&amp;P)</translation>
    </message>
    <message>
        <source>Open two networks that were trained on photographs, with their pictures</source>
        <translation>開啟兩個以照片訓練的網路及其圖片</translation>
    </message>
    <message>
        <source>Open a merge that was saved, or a lesson</source>
        <translation>開啟已儲存的合併，或課程</translation>
    </message>
    <message>
        <source>&amp;Train a Head…</source>
        <translation>訓練頭部(&amp;T)…</translation>
    </message>
    <message>
        <source>Give a trained network a head for your own images; all its other layers stay as they are</source>
        <translation>為訓練好的網路加上適合您影像的頭部；其他各層保持不變</translation>
    </message>
    <message>
        <source>Fine-T&amp;une…</source>
        <translation>微調網路(&amp;U)…</translation>
    </message>
    <message>
        <source>Train all layers of a network, or of a new one, on your own images</source>
        <translation>以您的影像訓練網路（或新網路）的所有層</translation>
    </message>
    <message>
        <source>Save as Lesson…</source>
        <translation>存成課程…</translation>
    </message>
    <message>
        <source>Write session, texts, images and the places of the panels into one file that opens ready for a class</source>
        <translation>將工作階段、文字、影像與面板位置寫入一個檔案，開啟即可上課</translation>
    </message>
    <message>
        <source>Run several strategies side by side on the same batches; the session keeps what comes of it</source>
        <translation>以相同批次並列執行多種策略；工作階段保留其結果</translation>
    </message>
    <message>
        <source>Si&amp;zes and Trunks…</source>
        <translation>大小與主幹(&amp;Z)…</translation>
    </message>
    <message>
        <source>Measure what networks between the separate ones and one lose, and how fast trunks are</source>
        <translation>測量個別網路與單一網路之間的網路失去多少，以及主幹有多快</translation>
    </message>
    <message>
        <source>Add Recipe to &amp;Queue</source>
        <translation>將配方加入佇列(&amp;Q)</translation>
    </message>
    <message>
        <source>Put the recipe as it stands behind the others that wait to be run</source>
        <translation>將目前的配方排到其他等待執行者之後</translation>
    </message>
    <message>
        <source>Copy as &amp;Command</source>
        <translation>複製為命令(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the zipper merge or resume that does in a terminal what is planned here</source>
        <translation>複製可在終端機中完成目前規劃的 zipper merge 或 resume 命令</translation>
    </message>
    <message>
        <source>Compare R&amp;ecipes…</source>
        <translation>比較配方(&amp;E)…</translation>
    </message>
    <message>
        <source>Show which settings differ between two runs, the recipe as it stands, or a file</source>
        <translation>顯示兩次執行、目前配方或檔案之間不同的設定</translation>
    </message>
    <message>
        <source>&amp;Guess First…</source>
        <translation>先猜猜看(&amp;G)…</translation>
    </message>
    <message>
        <source>Guess which layer will hurt most before a run, and see the answer after it</source>
        <translation>執行前猜哪一層影響最大，執行後看答案</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>下一個面板(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the next panel with the keyboard</source>
        <translation>以鍵盤前往下一個面板</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>上一個面板(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the panel before with the keyboard</source>
        <translation>以鍵盤前往上一個面板</translation>
    </message>
    <message>
        <source>Guided &amp;Tour</source>
        <translation>導覽(&amp;T)</translation>
    </message>
    <message>
        <source>Merge a sample in ten stations, each of which says what to press; goes on where it was left</source>
        <translation>以十站合併一個範例，每站說明要按什麼；會從上次離開處繼續</translation>
    </message>
    <message>
        <source>Choose a compression and plan the layers that reach it at the lowest expected loss</source>
        <translation>選擇壓縮率，並規劃以最低預期損失達成的各層</translation>
    </message>
</context>
<context>
    <name>zipper::BesideChoice</name>
    <message>
        <source>&amp;Beside:</source>
        <translation>並列(&amp;B)：</translation>
    </message>
    <message>
        <source>Step beside this one</source>
        <translation>並列的步驟</translation>
    </message>
    <message>
        <source>Another step, of this run or of another one, that is shown beside where the session stands</source>
        <translation>與工作階段所在並列顯示的另一個步驟，屬於此次或另一次執行</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Here: %1. Beside: %2.</source>
        <translation>此處：%1。並列：%2。</translation>
    </message>
</context>
<context>
    <name>zipper::BesideStep</name>
    <message>
        <source>the teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <comment>number, step</comment>
        <translation>執行 %1，%2</translation>
    </message>
    <message>
        <source>Run %1 (%2), %3</source>
        <comment>number, name, step</comment>
        <translation>執行 %1（%2），%3</translation>
    </message>
    <message>
        <source>The step that stood beside is not in the session any more.</source>
        <translation>並列的步驟已不在工作階段中。</translation>
    </message>
    <message>
        <source>The session stands there: there is nothing to compare.</source>
        <translation>工作階段就在那裡：沒有可比較的。</translation>
    </message>
</context>
<context>
    <name>zipper::CameraSource</name>
    <message>
        <source>No camera was found.</source>
        <translation>找不到攝影機。</translation>
    </message>
    <message>
        <source>The camera can&apos;t be used: %1</source>
        <translation>無法使用攝影機：%1</translation>
    </message>
    <message>
        <source>This program was built without Qt Multimedia, which the camera needs.</source>
        <translation>本程式建置時沒有攝影機所需的 Qt Multimedia。</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesHeadline</name>
    <message>
        <source>%1 lost</source>
        <translation>失去 %1</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>贏得 %1</translation>
    </message>
    <message>
        <source>%1 right in both</source>
        <translation>兩者皆對 %1</translation>
    </message>
    <message>
        <source>%1 wrong in both</source>
        <translation>兩者皆錯 %1</translation>
    </message>
    <message>
        <source>Show the images that the teacher gets right and the merged network wrong</source>
        <translation>顯示教師答對而合併網路答錯的影像</translation>
    </message>
    <message>
        <source>Show the images that the merged network gets right and the teacher wrong</source>
        <translation>顯示合併網路答對而教師答錯的影像</translation>
    </message>
    <message>
        <source>Show the images that both get right</source>
        <translation>顯示兩者都答對的影像</translation>
    </message>
    <message>
        <source>Show the images that both get wrong</source>
        <translation>顯示兩者都答錯的影像</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesLink</name>
    <message>
        <source>Open models and their data to see what a merge changes.</source>
        <translation>開啟模型及其資料，即可看到合併改變了什麼。</translation>
    </message>
    <message>
        <source>The networks of this task have no head: they answer nothing that could be compared.</source>
        <translation>此任務的網路沒有頭部：沒有可以比較的答案。</translation>
    </message>
    <message>
        <source>The images of a task can&apos;t be found; the notice above the zipper helps. They are needed to compare what both networks answer.</source>
        <translation>找不到某個任務的影像；拉鍊上方的通知可提供協助。比較兩個網路的答案需要這些影像。</translation>
    </message>
    <message>
        <source>There are no test images of this task.</source>
        <translation>此任務沒有測試影像。</translation>
    </message>
    <message>
        <source>The test images of this task have no labels: nobody knows which answers are right.</source>
        <translation>此任務的測試影像沒有標籤：無從得知哪些答案正確。</translation>
    </message>
    <message>
        <source>The labels of this task can&apos;t be compared with the networks&apos; answers: %1</source>
        <translation>此任務的標籤無法與網路的答案比較：%1</translation>
    </message>
    <message>
        <source>Nothing is merged yet: both networks answer the same. After the first step, this shows which images the merge lost and won.</source>
        <translation>尚未合併任何東西：兩個網路的答案相同。第一步之後，此處會顯示合併失去與贏得了哪些影像。</translation>
    </message>
    <message>
        <source>The answers could not be compared.</source>
        <translation>無法比較答案。</translation>
    </message>
    <message>
        <source>As soon as nothing else runs, %1 is compared; until then this is about %2.</source>
        <translation>一旦沒有其他工作，就會比較 %1；在那之前顯示的是 %2。</translation>
    </message>
    <message>
        <source>The answers are compared as soon as nothing else runs.</source>
        <translation>一旦沒有其他工作，就會比較答案。</translation>
    </message>
    <message>
        <source>Comparing answers</source>
        <translation>比較答案</translation>
    </message>
    <message>
        <source>Comparing the answers after %1 (%2); until then this is about %3.</source>
        <translation>正在比較 %1 之後的答案（%2）；在那之前顯示的是 %3。</translation>
    </message>
    <message>
        <source>Comparing the answers of teacher and merged network (%1)</source>
        <translation>正在比較教師與合併網路的答案（%1）</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesPanel</name>
    <message>
        <source>Most changed cells</source>
        <translation>變化最多的格子</translation>
    </message>
    <message>
        <source>Cells of the confusion matrix, those first whose number of images changed most</source>
        <translation>混淆矩陣的格子，影像數變化最多的排在前面</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>What changed in each class</source>
        <translation>每個類別中的變化</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>哪些類別被當成哪些類別</translation>
    </message>
    <message>
        <source>Most changed</source>
        <translation>變化最多</translation>
    </message>
    <message>
        <source>The cells of the confusion matrix that changed most</source>
        <translation>混淆矩陣中變化最多的格子</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>The task whose images are compared</source>
        <translation>要比較其影像的任務</translation>
    </message>
    <message>
        <source>No cell changed.</source>
        <translation>沒有格子改變。</translation>
    </message>
    <message>
        <source>Teacher and merged network after %1</source>
        <comment>a step: layer 3</comment>
        <translation>%1 之後的教師與合併網路</translation>
    </message>
</context>
<context>
    <name>zipper::ChannelsPage</name>
    <message>
        <source>This layer was merged without an alignment: channel by channel in place.</source>
        <translation>這一層合併時沒有對齊：通道依原位逐一合併。</translation>
    </message>
    <message>
        <source>As a step&apos;s alignment matched them.</source>
        <translation>依步驟的對齊所配對。</translation>
    </message>
    <message>
        <source>As they would share weights at least cost, by estimate: the layer isn&apos;t merged.</source>
        <translation>依估計，以最低成本共享權重的方式：這一層尚未合併。</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>第 %1 名，共 %2</translation>
    </message>
    <message>
        <source>The outputs of a head are the classes of its task: none corresponds to one of another.</source>
        <translation>頭部的輸出是其任務的類別：與其他任務的都不對應。</translation>
    </message>
    <message>
        <source>pairs of channels</source>
        <translation>通道對</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n channel(s) of %2 change places.</source>
        <translation>
            <numerusform>%2 的 %n 個通道中有 %1 個換位。</numerusform>
        </translation>
    </message>
    <message>
        <source>channel %1 of %2</source>
        <translation>通道 %1，共 %2</translation>
    </message>
    <message>
        <source>merge estimate %1</source>
        <translation>合併估計 %1</translation>
    </message>
    <message>
        <source>Which channels correspond isn&apos;t known: Run, Estimate Merge Costs works it out for layers 1 to %1, and a step with an alignment puts them in order.</source>
        <translation>尚不知道哪些通道互相對應：「執行」選單的「估計合併成本」可為第 1 到 %1 層計算，而有對齊的步驟會將它們排好順序。</translation>
    </message>
    <message>
        <source>sorted estimates</source>
        <translation>排序後的估計</translation>
    </message>
    <message>
        <source>Which of these channels correspond isn&apos;t known: a step with an alignment puts them in order. Estimates are of the channels that the layer hands on.</source>
        <translation>尚不知道這些通道中哪些互相對應：有對齊的步驟會將它們排好順序。估計所指的是這一層往後傳的通道。</translation>
    </message>
</context>
<context>
    <name>zipper::ClassBars</name>
    <message>
        <source>Classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>A class per row, those that changed most first. The upper bar is the teacher&apos;s accuracy, the lower one that of the merged network.</source>
        <translation>每列一個類別，變化最多的在前。上方的長條是教師的準確率，下方的是合併網路的準確率。</translation>
    </message>
</context>
<context>
    <name>zipper::ClassDelegate</name>
    <message>
        <source>%1 → %2</source>
        <comment>accuracy of teacher, of merged network</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 lost, %2 won</source>
        <translation>失去 %1，贏得 %2</translation>
    </message>
</context>
<context>
    <name>zipper::ClassesDialog</name>
    <message>
        <source>none: its images are left out</source>
        <translation>無：其影像略過不用</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>輸出 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched by name</source>
        <translation>
            <numerusform>%n 個類別，依名稱對應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched by number</source>
        <translation>
            <numerusform>%n 個類別，依編號對應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched as you said</source>
        <translation>
            <numerusform>%n 個類別，依您的指定對應</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), taken in order: the network&apos;s outputs have no names</source>
        <translation>
            <numerusform>%n 個類別，依順序對應：網路的輸出沒有名稱</numerusform>
        </translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>任務 %1 的類別</translation>
    </message>
    <message>
        <source>Which output of the network is each class of the images? A wrong one makes all figures wrong and trains on wrong labels. Double-click an output to change it.</source>
        <translation>影像的每個類別是網路的哪個輸出？弄錯會使所有數字都錯，並以錯誤的標籤訓練。在輸出上按兩下即可變更。</translation>
    </message>
    <message>
        <source>Class of the images</source>
        <translation>影像的類別</translation>
    </message>
    <message>
        <source>Output of the network</source>
        <translation>網路的輸出</translation>
    </message>
    <message>
        <source>&amp;Match so</source>
        <translation>如此對應(&amp;M)</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>依名稱(&amp;N)</translation>
    </message>
    <message>
        <source>Looks for the output of the same name; case, spaces and hyphens don&apos;t matter.</source>
        <translation>尋找同名的輸出；大小寫、空格與連字號不影響。</translation>
    </message>
    <message>
        <source>By &amp;position</source>
        <translation>依位置(&amp;P)</translation>
    </message>
    <message>
        <source>The first class is the first output, and so on.</source>
        <translation>第一個類別是第一個輸出，依此類推。</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>從檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>A text file with a line per class, “class = output”, or with a name per output of the network.</source>
        <translation>文字檔，每個類別一行「類別 = 輸出」，或網路的每個輸出一個名稱。</translation>
    </message>
    <message>
        <source>Classes and outputs</source>
        <translation>類別與輸出</translation>
    </message>
    <message>
        <source>Text files (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>文字檔 (*.txt *.csv *.tsv);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>No class has an output: nothing would be left to be scored or trained on.</source>
        <translation>沒有任何類別有輸出：沒有東西可以評分或訓練。</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) without an output: all images of it are left out.</source>
        <translation>
            <numerusform>%n 個類別沒有輸出：其所有影像都略過不用。</numerusform>
        </translation>
    </message>
    <message>
        <source>A single class can be scored, but not trained on.</source>
        <translation>單一類別可以評分，但無法訓練。</translation>
    </message>
    <message numerus="yes">
        <source>%n output(s) of several classes: these count as one class.</source>
        <translation>
            <numerusform>%n 個輸出對應多個類別：這些算作一個類別。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::CollapsibleSection</name>
    <message>
        <source>Shows or hides the settings below.</source>
        <translation>顯示或隱藏下方的設定。</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>zipper::ColorBar</name>
    <message>
        <source>Colour scales</source>
        <translation>色階</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 到 %3</translation>
    </message>
    <message>
        <source>Scale ends: largest magnitude</source>
        <translation>色階兩端：最大的絕對值</translation>
    </message>
    <message>
        <source>Scale ends: 99.5th percentile; largest %1</source>
        <translation>色階兩端：第 99.5 百分位數；最大值 %1</translation>
    </message>
</context>
<context>
    <name>zipper::CompareDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>匯出報告(&amp;E)…</translation>
    </message>
    <message>
        <source>Compare strategies</source>
        <translation>比較策略</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比較的進度</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>關閉(&amp;L)</translation>
    </message>
    <message>
        <source>Close this window; a comparison that runs goes on</source>
        <translation>關閉此視窗；執行中的比較會繼續</translation>
    </message>
    <message>
        <source>Run all strategies one after another; the steps of the session stay as they are</source>
        <translation>依序執行所有策略；工作階段的步驟保持不變</translation>
    </message>
    <message>
        <source>Give up the run in progress; the session keeps the finished ones</source>
        <translation>放棄進行中的執行；工作階段保留已完成的</translation>
    </message>
    <message>
        <source>Write a page, tables and the recipe of the shown runs into a folder</source>
        <translation>將所示的執行寫成網頁、表格與配方，存入資料夾</translation>
    </message>
</context>
<context>
    <name>zipper::CompareForm</name>
    <message>
        <source>Of calibration after each layer; 0 compares the initializations alone.</source>
        <translation>每層之後校準的迭代次數；0 表示只比較初始化。</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>最後一層之後端對端進行；0：無。</translation>
    </message>
    <message>
        <source>Training images of each task for alignment, least squares and the statistics of batch normalization. Few make a quick look; Fast and Paper take 1,024 and 2,048.</source>
        <translation>每個任務用於對齊、最小平方與批次正規化統計量的訓練影像。少一點可以快速看看；快速與論文用 1,024 與 2,048 張。</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Initialization %1, alignment: %2</source>
        <translation>初始化 %1，對齊：%2</translation>
    </message>
    <message>
        <source>One network with a head per task, all other layers shared, trained directly from random weights for as many iterations: the baseline that no teacher helps.</source>
        <translation>一個網路，每個任務一個頭部，其餘各層都共享，從隨機權重直接訓練相同的迭代次數：沒有教師協助的基準。</translation>
    </message>
    <message>
        <source>naive: trained directly</source>
        <translation>樸素：直接訓練</translation>
    </message>
    <message>
        <source>Each strategy runs once with each seed. The same seed means the same batches and the same calibration images for all strategies but the naive one.</source>
        <translation>每種策略以每個亂數種子各執行一次。除樸素策略外，相同的種子表示所有策略使用相同的批次與校準影像。</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>每層迭代次數(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>微調(&amp;F)：</translation>
    </message>
    <message>
        <source>I&amp;mages:</source>
        <translation>影像(&amp;M)：</translation>
    </message>
    <message>
        <source>At least one strategy is needed.</source>
        <translation>至少需要一種策略。</translation>
    </message>
    <message>
        <source>The recipe plans no layer.</source>
        <translation>配方沒有規劃任何層。</translation>
    </message>
    <message>
        <source>Runs: %1 (strategies: %2, seeds: %3), each over layers %4 with the other settings of the recipe.</source>
        <translation>執行次數：%1（策略：%2，種子：%3），每次合併層 %4，其他設定依配方。</translation>
    </message>
    <message>
        <source>Seeds: “%1” found, whole numbers from 0 to 18446744073709551615 expected.</source>
        <translation>種子：輸入的是「%1」，應為 0 到 18446744073709551615 的整數。</translation>
    </message>
    <message>
        <source>Seeds: %1 is named twice.</source>
        <translation>種子：%1 出現了兩次。</translation>
    </message>
    <message>
        <source>At least one seed is needed.</source>
        <translation>至少需要一個種子。</translation>
    </message>
    <message>
        <source>Same fits in all runs</source>
        <translation>所有執行使用相同的擬合</translation>
    </message>
    <message>
        <source>Depthwise kernels and heads are fitted, or not, as the recipe has it. Otherwise they are with least squares alone, and other initializations do without, as in the paper.</source>
        <translation>逐深度卷積核與頭部是否擬合依配方而定。否則只有最小平方會擬合，其他初始化則不擬合，與論文相同。</translation>
    </message>
    <message>
        <source>They don&apos;t differ in their initialization alone, but in these, too: %1.</source>
        <translation>它們不只初始化不同，下列也不同：%1。</translation>
    </message>
    <message>
        <source>See&amp;ds:</source>
        <translation>種子(&amp;D)：</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>全部約需 %1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>zipper::CompareLink</name>
    <message>
        <source>Wrote %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>The strategies couldn&apos;t be compared.</source>
        <translation>無法比較這些策略。</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>報告的資料夾</translation>
    </message>
    <message>
        <source>Comparing strategies</source>
        <translation>比較策略</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3, seed %4</source>
        <translation>第 %1 次執行，共 %2：%3，種子 %4</translation>
    </message>
    <message>
        <source>Scoring the teachers</source>
        <translation>正在為教師評分</translation>
    </message>
    <message>
        <source>All runs are finished.</source>
        <translation>所有執行都已完成。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 runs are finished.</source>
        <translation>已停止：%2 次執行中完成了 %1 次。</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be written.</source>
        <translation>無法寫出報告。</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1，層 %2</translation>
    </message>
    <message>
        <source>The session couldn&apos;t keep the comparison.</source>
        <translation>工作階段無法保留此比較。</translation>
    </message>
    <message>
        <source>The comparison couldn&apos;t get this name.</source>
        <translation>此比較無法使用這個名稱。</translation>
    </message>
    <message>
        <source>Remove this comparison from the session?</source>
        <translation>要從工作階段移除此比較嗎？</translation>
    </message>
    <message>
        <source>Its figures and curves are lost, unless a report of it was exported.</source>
        <translation>除非已匯出報告，否則其數字與曲線將遺失。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>zipper::ComparisonPlot</name>
    <message>
        <source>Strategies by iterations</source>
        <translation>各策略依迭代次數</translation>
    </message>
    <message>
        <source>iterations of the run</source>
        <translation>執行的迭代次數</translation>
    </message>
    <message>
        <source>The curves of the strategies appear here while they run.</source>
        <translation>執行時，各策略的曲線會顯示在此。</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>平均 top-1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Shown quantity</source>
        <translation>顯示的量</translation>
    </message>
    <message>
        <source>Mean top-1 of the tasks on the test images after each step, or the total loss of each iteration, smoothed. The loss of the naive baseline is its cross entropy alone.</source>
        <translation>每一步之後各任務在測試影像上的平均 top-1，或每次迭代的總損失（已平滑）。樸素基準的損失只有其交叉熵。</translation>
    </message>
    <message>
        <source>mean top-1, %</source>
        <translation>平均 top-1，%</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>損失，已平滑</translation>
    </message>
    <message>
        <source>Show or hide this strategy, a line for each seed</source>
        <translation>顯示或隱藏此策略，每個種子一條線</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>迭代 %1</translation>
    </message>
    <message>
        <source>mean top-1</source>
        <translation>平均 top-1</translation>
    </message>
    <message>
        <source>merged layers</source>
        <translation>已合併的層</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，種子 %2</translation>
    </message>
    <message>
        <source>Left and Right show the values at earlier and later iterations, Escape hides them.</source>
        <translation>左右方向鍵顯示較早與較晚迭代的值，Esc 隱藏。</translation>
    </message>
    <message>
        <source>teachers %1</source>
        <translation>教師 %1</translation>
    </message>
</context>
<context>
    <name>zipper::ComparisonTable</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%3 中的 %2）</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>平均 top-1</translation>
    </message>
    <message>
        <source>At the end of the run, on the test images.</source>
        <translation>執行結束時，在測試影像上。</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Within 1 point</source>
        <translation>1 個百分點以內</translation>
    </message>
    <message>
        <source>Within 2 points</source>
        <translation>2 個百分點以內</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Of the mean top-1 to that of the teachers.</source>
        <translation>平均 top-1 與教師平均 top-1 的差。</translation>
    </message>
    <message>
        <source>Iterations and time until all layers were merged and the mean top-1 was at most 1 point below the teachers&apos;.</source>
        <translation>直到所有層都合併、且平均 top-1 最多低於教師 1 個百分點為止的迭代次數與時間。</translation>
    </message>
    <message>
        <source>Iterations and time until all layers were merged and the mean top-1 was at most 2 points below the teachers&apos;.</source>
        <translation>直到所有層都合併、且平均 top-1 最多低於教師 2 個百分點為止的迭代次數與時間。</translation>
    </message>
    <message>
        <source>Of the whole run.</source>
        <translation>整次執行的迭代次數。</translation>
    </message>
    <message>
        <source>Of the whole run, evaluation included.</source>
        <translation>整次執行的時間，包含評估。</translation>
    </message>
    <message>
        <source>teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>What the run&apos;s layers started from besides the initialization. Runs differ in their initialization alone only where this is the same.</source>
        <translation>除了初始化之外，執行的各層從什麼開始。只有此欄相同時，各次執行才只有初始化不同。</translation>
    </message>
</context>
<context>
    <name>zipper::ConfusionPage</name>
    <message>
        <source>A row for what an image is, a column for what the network answers. Enter or a click shows the images behind a cell; Ctrl and the wheel, + and − change the size, 0 shows all.</source>
        <translation>每列是影像的真實類別，每欄是網路的答案。按 Enter 或點一下顯示格子背後的影像；Ctrl 加滾輪、+ 與 − 改變大小，0 顯示全部。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation>占該列的比例</translation>
    </message>
    <message>
        <source>%1 classes are too many for a matrix that one can look at. “Most changed” lists the cells that differ.</source>
        <translation>%1 個類別太多，無法以矩陣觀看。「變化最多」列出有差異的格子。</translation>
    </message>
    <message>
        <source>Change for the worse, images</source>
        <translation>變差的影像數</translation>
    </message>
</context>
<context>
    <name>zipper::ConfusionView</name>
    <message numerus="yes">
        <source>%Ln class(es); a row for each label, a column for each answer.</source>
        <translation>
            <numerusform>%Ln 個類別；每個標籤一列，每個答案一欄。</numerusform>
        </translation>
    </message>
    <message>
        <source>No cell changed.</source>
        <translation>沒有格子改變。</translation>
    </message>
    <message>
        <source>Changed most: %1.</source>
        <translation>變化最多：%1。</translation>
    </message>
    <message>
        <source>Confusion matrix of the teacher</source>
        <translation>教師的混淆矩陣</translation>
    </message>
    <message>
        <source>Confusion matrix of the merged network</source>
        <translation>合併網路的混淆矩陣</translation>
    </message>
    <message>
        <source>Difference of the confusion matrices</source>
        <translation>混淆矩陣的差異</translation>
    </message>
</context>
<context>
    <name>zipper::ConventionsDialog</name>
    <message>
        <source>Conventions of model %1</source>
        <translation>模型 %1 的慣例</translation>
    </message>
    <message>
        <source>What weights don&apos;t tell. An empty field keeps what was read.</source>
        <translation>權重沒有說明的事。空白欄位保留讀到的內容。</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新讀取(&amp;R)</translation>
    </message>
    <message>
        <source>Reads the model once more with these conventions.</source>
        <translation>以這些慣例再讀取一次模型。</translation>
    </message>
    <message>
        <source>&amp;All as read</source>
        <translation>全部還原為讀取值(&amp;A)</translation>
    </message>
    <message>
        <source>Empties all fields.</source>
        <translation>清空所有欄位。</translation>
    </message>
    <message>
        <source>as read: %1</source>
        <translation>讀取到：%1</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>輸入大小</translation>
    </message>
    <message>
        <source>Height and width of the images that the network was trained on.</source>
        <translation>訓練網路所用影像的高與寬。</translation>
    </message>
    <message>
        <source>Channel order</source>
        <translation>色彩通道順序</translation>
    </message>
    <message>
        <source>Networks that were trained with OpenCV or Caffe often expect BGR.</source>
        <translation>以 OpenCV 或 Caffe 訓練的網路常使用 BGR。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Subtracted from pixels between 0 and 1: one number, or one per channel.</source>
        <translation>從 0 到 1 的像素中減去：一個數字，或每個通道一個。</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>By which they are divided then: one number, or one per channel.</source>
        <translation>之後再除以它：一個數字，或每個通道一個。</translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>起始層步幅</translation>
    </message>
    <message>
        <source>2 in the paper on MobileNets; 1 in many networks for images of 32×32.</source>
        <translation>MobileNet 論文中為 2；許多 32×32 影像的網路為 1。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活化函數</translation>
    </message>
    <message>
        <source>What follows each batch normalization.</source>
        <translation>每個批次正規化之後的函數。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填補</translation>
    </message>
    <message>
        <source>Where convolutions of stride 2 put the zeros around an image.</source>
        <translation>步幅 2 的卷積在影像周圍何處補零。</translation>
    </message>
    <message>
        <source>BN ε</source>
        <translation>BN ε</translation>
    </message>
    <message>
        <source>What batch normalization adds to a variance before its root is taken.</source>
        <translation>批次正規化在開根號前加到變異數上的值。</translation>
    </message>
    <message>
        <source>Class offset</source>
        <translation>類別位移</translation>
    </message>
    <message>
        <source>Number of the first output that is a class of the data: 1 behind a background class.</source>
        <translation>第一個屬於資料類別的輸出編號：有背景類別時為 1。</translation>
    </message>
    <message>
        <source>Part of the file</source>
        <translation>檔案的部分</translation>
    </message>
    <message>
        <source>Which of several networks: what its names begin with, or its task. Empty if there is one.</source>
        <translation>多個網路中的哪一個：其名稱的開頭，或其任務。只有一個時留空。</translation>
    </message>
    <message>
        <source>Moving averages of the weights</source>
        <translation>權重的移動平均</translation>
    </message>
    <message>
        <source>Takes the averages that some checkpoints hold beside the weights.</source>
        <translation>取用某些檢查點在權重之外保存的平均值。</translation>
    </message>
    <message>
        <source>a whole number expected</source>
        <translation>應為整數</translation>
    </message>
    <message>
        <source>a number such as 0.001 expected</source>
        <translation>應為數字，例如 0.001</translation>
    </message>
    <message>
        <source>numbers such as 0.5, or 0.485 0.456 0.406, expected</source>
        <translation>應為數字，例如 0.5，或 0.485 0.456 0.406</translation>
    </message>
    <message>
        <source>What follows batch normalization in the layers that have no hard swish.</source>
        <translation>沒有 hard swish 的層中，批次正規化之後的函數。</translation>
    </message>
</context>
<context>
    <name>zipper::CurvesPanel</name>
    <message>
        <source>Calibration curves</source>
        <translation>校準曲線</translation>
    </message>
    <message>
        <source>Logarithmic axis of the losses</source>
        <translation>損失的對數軸</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>對數</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟隨</translation>
    </message>
    <message>
        <source>Keep the newest iteration in view; a double-click fits everything</source>
        <translation>讓最新的迭代保持可見；按兩下顯示全部</translation>
    </message>
    <message>
        <source>Rate &amp;&amp; top-1</source>
        <translation>學習率與 top-1</translation>
    </message>
    <message>
        <source>Show the plot of learning rate and top-1</source>
        <translation>顯示學習率與 top-1 的圖</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>對數刻度</translation>
    </message>
</context>
<context>
    <name>zipper::DeviceRow</name>
    <message>
        <source>%1, %2 of %3 free</source>
        <translation>%1，可用 %2，共 %3</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1, not there</source>
        <translation>%1，不存在</translation>
    </message>
</context>
<context>
    <name>zipper::DistributionsPage</name>
    <message>
        <source>Show the shares on a logarithmic scale: rare values become visible</source>
        <translation>以對數刻度顯示比例：罕見的值也看得見</translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation>這一層沒有權重。</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>對數刻度</translation>
    </message>
</context>
<context>
    <name>zipper::DraftController</name>
    <message>
        <source>Model %1 can&apos;t be used.</source>
        <translation>無法使用模型 %1。</translation>
    </message>
    <message>
        <source>Data %1 can&apos;t be used.</source>
        <translation>無法使用資料 %1。</translation>
    </message>
    <message>
        <source>Model and data %1 don&apos;t fit together.</source>
        <translation>模型與資料 %1 不相符。</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>任務 %1：%2</translation>
    </message>
    <message>
        <source>What was dropped can&apos;t be used.</source>
        <translation>無法使用拖放的內容。</translation>
    </message>
</context>
<context>
    <name>zipper::DrawingCanvas</name>
    <message>
        <source>Drawing</source>
        <translation>繪圖</translation>
    </message>
    <message>
        <source>Draw with the mouse or a pen. With the keyboard: Space lowers and lifts the pen, the arrow keys move it, Delete clears.</source>
        <translation>用滑鼠或筆繪圖。用鍵盤時：空白鍵放下與提起筆，方向鍵移動，Delete 清除。</translation>
    </message>
    <message>
        <source>The pen draws.</source>
        <translation>筆正在畫。</translation>
    </message>
    <message>
        <source>The pen is lifted.</source>
        <translation>筆已提起。</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在此繪圖</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>尚未畫任何東西。</translation>
    </message>
    <message>
        <source>Something is drawn.</source>
        <translation>已畫了東西。</translation>
    </message>
</context>
<context>
    <name>zipper::ErrorsLink</name>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Which images are right here and wrong beside, and the other way</source>
        <translation>哪些影像在此處答對而在並列步驟答錯，以及相反的情況</translation>
    </message>
    <message>
        <source>Open models and their data to see what they get wrong.</source>
        <translation>開啟模型及其資料，即可看到它們答錯什麼。</translation>
    </message>
    <message>
        <source>Nothing is merged yet. With two steps or more, this compares what is right at one and wrong at another.</source>
        <translation>尚未合併任何東西。有兩個以上的步驟時，此處比較一步答對而另一步答錯的影像。</translation>
    </message>
    <message>
        <source>Choose a step above, at Beside, or in the history&apos;s menu: this then shows which images are right here and wrong there, and the other way.</source>
        <translation>在上方的「並列」或歷程選單中選擇一個步驟：這裡就會顯示哪些影像在此處答對而在該步驟答錯，以及相反的情況。</translation>
    </message>
    <message>
        <source>The session stands at the step that was chosen: choose another one.</source>
        <translation>工作階段就在所選的步驟：請選擇另一個。</translation>
    </message>
    <message>
        <source>The answers could not be compared.</source>
        <translation>無法比較答案。</translation>
    </message>
    <message>
        <source>Comparing the answers of both (%1)</source>
        <translation>正在比較兩者的答案（%1）</translation>
    </message>
    <message>
        <source>The answers are compared as soon as nothing else runs.</source>
        <translation>一旦沒有其他工作，就會比較答案。</translation>
    </message>
    <message>
        <source>Comparing answers</source>
        <translation>比較答案</translation>
    </message>
</context>
<context>
    <name>zipper::ErrorsPage</name>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln 張測試影像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 right here only</source>
        <translation>僅此處答對 %1</translation>
    </message>
    <message>
        <source>%1 right beside only</source>
        <translation>僅並列步驟答對 %1</translation>
    </message>
    <message>
        <source>%1 right in both</source>
        <translation>兩者皆對 %1</translation>
    </message>
    <message>
        <source>%1 wrong in both</source>
        <translation>兩者皆錯 %1</translation>
    </message>
    <message>
        <source>Show the images that are right where the session stands and wrong beside</source>
        <translation>顯示工作階段所在處答對而並列步驟答錯的影像</translation>
    </message>
    <message>
        <source>Show the images that are right beside and wrong where the session stands</source>
        <translation>顯示並列步驟答對而工作階段所在處答錯的影像</translation>
    </message>
    <message>
        <source>Show the images that are right in both</source>
        <translation>顯示兩者都答對的影像</translation>
    </message>
    <message>
        <source>Show the images that are wrong in both</source>
        <translation>顯示兩者都答錯的影像</translation>
    </message>
    <message>
        <source>No image is right in one of them and wrong in the other.</source>
        <translation>沒有影像是其中一個答對而另一個答錯的。</translation>
    </message>
    <message>
        <source>%1 right here only, %2 beside only.</source>
        <translation>僅此處答對 %1，僅並列步驟答對 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 張影像</numerusform>
        </translation>
    </message>
    <message>
        <source>Here: of %1 %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>此處：%1 中答對 %2：%3（95 % 信賴區間：%4 到 %5）。</translation>
    </message>
    <message>
        <source>Beside: of %1 %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>並列：%1 中答對 %2：%3（95 % 信賴區間：%4 到 %5）。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
</context>
<context>
    <name>zipper::ExplainPanel</name>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解說</translation>
    </message>
    <message>
        <source>What the current step does, and why, in a few sentences.</source>
        <translation>以幾句話說明目前步驟在做什麼，以及為什麼。</translation>
    </message>
</context>
<context>
    <name>zipper::ExportDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>匯出(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose the name of the file and write it</source>
        <translation>選擇檔名並寫入</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Give up the export in progress; nothing is written</source>
        <translation>放棄進行中的匯出；不會寫入任何東西</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>匯出合併模型</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>關閉(&amp;L)</translation>
    </message>
    <message>
        <source>Close this window; an export in progress goes on</source>
        <translation>關閉此視窗；進行中的匯出會繼續</translation>
    </message>
    <message>
        <source>Being measured …</source>
        <translation>正在測量 …</translation>
    </message>
    <message>
        <source>Nothing is measured while something else runs.</source>
        <translation>有其他工作執行時不進行測量。</translation>
    </message>
    <message>
        <source>An export is in progress.</source>
        <translation>匯出正在進行。</translation>
    </message>
    <message>
        <source>Nothing can be exported while something else runs.</source>
        <translation>有其他工作執行時無法匯出。</translation>
    </message>
</context>
<context>
    <name>zipper::ExportForm</name>
    <message>
        <source>The formats that the target can read, the recommended one first</source>
        <translation>目標可讀取的格式，建議的排在最前面</translation>
    </message>
    <message>
        <source>What the numbers in the file are</source>
        <translation>檔案中的數字是什麼</translation>
    </message>
    <message>
        <source>What tasks share is in a file of all tasks only once</source>
        <translation>各任務共享的部分，在所有任務的檔案中只存一次</translation>
    </message>
    <message>
        <source>Soft&amp;max at the end</source>
        <translation>結尾加上 softmax(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Images…</source>
        <translation>影像(&amp;I)…</translation>
    </message>
    <message>
        <source>Outputs are probabilities of the classes, which add up to 1, instead of logits</source>
        <translation>輸出是各類別的機率（總和為 1），而不是 logits</translation>
    </message>
    <message>
        <source>Where it will run</source>
        <translation>在哪裡執行</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>寫出什麼</translation>
    </message>
    <message>
        <source>Choose a folder of images like those that the network will see, to find the ranges on</source>
        <translation>選擇一個影像資料夾，其影像類似網路將看到的，以求出數值範圍</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Precision:</source>
        <translation>精度(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Tasks:</source>
        <translation>任務(&amp;T)：</translation>
    </message>
    <message>
        <source>Names of inputs and outputs</source>
        <translation>輸入與輸出的名稱</translation>
    </message>
    <message>
        <source>All tasks in one file</source>
        <translation>所有任務在一個檔案中</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>僅 %1</translation>
    </message>
    <message>
        <source>The ranges of the maps are found on images of this folder, at most %1: %2</source>
        <translation>特徵圖的數值範圍以此資料夾的影像求得，最多 %1 張：%2</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>沒有開啟工作階段。</translation>
    </message>
    <message>
        <source>8-bit integers need training images to find the ranges of the maps, and the images of the tasks aren&apos;t open.</source>
        <translation>8 位元整數需要訓練影像來求出特徵圖的數值範圍，而任務的影像沒有開啟。</translation>
    </message>
    <message>
        <source>16-bit numbers, half the size</source>
        <translation>16 位元數字，大小減半</translation>
    </message>
    <message>
        <source>8-bit integers, a quarter of the size</source>
        <translation>8 位元整數，大小為四分之一</translation>
    </message>
    <message>
        <source>32-bit numbers, as trained</source>
        <translation>32 位元數字，與訓練時相同</translation>
    </message>
    <message>
        <source>Weights are rounded; what the network computes stays in 32-bit numbers.</source>
        <translation>權重會捨入；網路的計算仍使用 32 位元數字。</translation>
    </message>
    <message>
        <source>The ranges of the maps are found on training images, %1 of each task. Accuracy is measured on the test images, and shown beside that of the network.</source>
        <translation>特徵圖的數值範圍以訓練影像求得，每個任務 %1 張。準確率在測試影像上測量，並與網路的準確率並列。</translation>
    </message>
</context>
<context>
    <name>zipper::ExportLink</name>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>已取消。沒有寫入任何東西。</translation>
    </message>
    <message>
        <source>Folder with images to find the ranges on</source>
        <translation>用於求出數值範圍的影像資料夾</translation>
    </message>
    <message>
        <source>Folder for the program</source>
        <translation>程式的資料夾</translation>
    </message>
    <message>
        <source>The program couldn&apos;t be written.</source>
        <translation>無法寫出程式。</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>匯出合併模型</translation>
    </message>
</context>
<context>
    <name>zipper::ExportPanel</name>
    <message>
        <source>%1 instead of %2, which the separate networks take in this format</source>
        <translation>%1，而不是個別網路在此格式所需的 %2</translation>
    </message>
    <message>
        <source>%1 for all tasks on one image, the trunk once; separate networks: %2</source>
        <translation>一張影像所有任務 %1，主幹只算一次；個別網路：%2</translation>
    </message>
    <message>
        <source>%1 for all tasks, an image each; separate networks: %2</source>
        <translation>所有任務 %1，各一張影像；個別網路：%2</translation>
    </message>
    <message>
        <source>The size is that of a file that was written and removed. The time is that of this program on this machine, threads: %1; it computes in float32 whatever numbers the file holds. Other programs take other times.</source>
        <translation>大小是實際寫出後又刪除的檔案的大小。時間是本程式在這部電腦上的時間，執行緒：%1；無論檔案中是什麼數字，它都以 float32 計算。其他程式所需時間不同。</translation>
    </message>
    <message>
        <source>&amp;Show in Folder</source>
        <translation>在資料夾中顯示(&amp;S)</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message>
        <source>Time of one image:</source>
        <translation>一張影像的時間：</translation>
    </message>
    <message>
        <source>Files:</source>
        <translation>檔案：</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>匯出的進度</translation>
    </message>
    <message>
        <source>Open the folder that the file was written to</source>
        <translation>開啟檔案寫入的資料夾</translation>
    </message>
    <message numerus="yes">
        <source>read back and run on %n image(s) per task, largest relative difference %1</source>
        <translation>
            <numerusform>已讀回，每個任務以 %n 張影像執行，最大相對差異 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Task %1: top-1 of the file %2, of the network %3, on %4 test images.</source>
        <translation>任務 %1：檔案的 top-1 為 %2，網路的為 %3，測試影像 %4 張。</translation>
    </message>
    <message>
        <source>Written: %1 (%2).</source>
        <translation>已寫入：%1（%2）。</translation>
    </message>
    <message numerus="yes">
        <source>Read back and run on %n image(s) per task: largest relative difference %1.</source>
        <translation>
            <numerusform>已讀回，每個任務以 %n 張影像執行：最大相對差異 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rounded numbers change its outputs by at most %1 of the largest.</source>
        <translation>數字捨入使其輸出最多改變最大值的 %1。</translation>
    </message>
    <message>
        <source>Written beside it: %1.</source>
        <translation>一併寫入：%1。</translation>
    </message>
    <message>
        <source>Task %1: the same class in integers as before on %2 of %3 images.</source>
        <translation>任務 %1：%3 張影像中有 %2 張以整數計算的類別與之前相同。</translation>
    </message>
    <message>
        <source>Times are medians; in brackets stand the shortest and the longest that were measured.</source>
        <translation>時間是中位數；括號內是測得的最短與最長時間。</translation>
    </message>
</context>
<context>
    <name>zipper::FeatureMapsPage</name>
    <message>
        <source>Feature maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>Select a layer.</source>
        <translation>選擇一層。</translation>
    </message>
    <message>
        <source>Feature maps are those behind a pointwise convolution: select one of the layers 1 to %1.</source>
        <translation>特徵圖是逐點卷積之後的輸出：選擇第 1 到 %1 層之一。</translation>
    </message>
    <message>
        <source>The feature maps could not be computed.</source>
        <translation>無法計算特徵圖。</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>活化值</translation>
    </message>
    <message>
        <source>merged − teacher</source>
        <translation>合併 − 教師</translation>
    </message>
    <message>
        <source>There are no test images of this task: its data set has none, or isn&apos;t open because images can&apos;t be found. Open an image, or see the notices above the zipper.</source>
        <translation>此任務沒有測試影像：資料集中沒有，或因找不到影像而未開啟。開啟一張影像，或查看拉鍊上方的通知。</translation>
    </message>
    <message>
        <source>Open models and their data to see what an image looks like inside them.</source>
        <translation>開啟模型及其資料，即可看到影像在其中的樣子。</translation>
    </message>
    <message>
        <source>Running the image through teacher and merged network…</source>
        <translation>正在以教師與合併網路計算影像…</translation>
    </message>
    <message>
        <source>Feature maps are what a layer hands on, of a block behind the addition: select one of the layers 1 to %1.</source>
        <translation>特徵圖是一層往後傳的輸出，區塊則是加法之後的輸出：選擇第 1 到 %1 層之一。</translation>
    </message>
    <message>
        <source>%1 (channels in another order beside)</source>
        <translation>%1（並列步驟的通道順序不同）</translation>
    </message>
</context>
<context>
    <name>zipper::FigureWriter</name>
    <message>
        <source>Writing the figures</source>
        <translation>正在寫出圖表</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>zipper::FileLine</name>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
</context>
<context>
    <name>zipper::FoldLine</name>
    <message>
        <source>Summary: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>Click to fold the summary to this line.</source>
        <translation>點一下將摘要收合成這一行。</translation>
    </message>
    <message>
        <source>Click to unfold the summary.</source>
        <translation>點一下展開摘要。</translation>
    </message>
</context>
<context>
    <name>zipper::FormatsDialog</name>
    <message>
        <source>File formats</source>
        <translation>檔案格式</translation>
    </message>
</context>
<context>
    <name>zipper::GalleryDelegate</name>
    <message>
        <source>can&apos;t be read</source>
        <translation>無法讀取</translation>
    </message>
</context>
<context>
    <name>zipper::GalleryModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>還有 %Ln 張</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GalleryPage</name>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is shown: how many</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 張影像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GradCamView</name>
    <message>
        <source>Where the networks look</source>
        <translation>網路看哪裡</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Strongest: teacher %1, merged network %2</source>
        <translation>最強：教師 %1，合併網路 %2</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>沒有任何位置</translation>
    </message>
    <message>
        <source>at row %1 of %2, column %3 of %4</source>
        <translation>第 %1 列（共 %2），第 %3 欄（共 %4）</translation>
    </message>
    <message>
        <source>Grad-CAM: the brighter a place, the more it speaks for the class. Both maps have the same scale. “No place”: nothing in the picture speaks for the class in that network.</source>
        <translation>Grad-CAM：越亮的位置越支持該類別。兩張圖使用相同的刻度。「沒有位置」：在該網路中，影像裡沒有任何位置支持該類別。</translation>
    </message>
    <message>
        <source>%1: no place</source>
        <comment>speaks for the class</comment>
        <translation>%1：沒有位置</translation>
    </message>
</context>
<context>
    <name>zipper::GuessChart</name>
    <message>
        <source>Change of accuracy by layer</source>
        <translation>各層的準確率變化</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測量</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>層 %1：%2</translation>
    </message>
    <message>
        <source>%1, your guess</source>
        <translation>%1，您的猜測</translation>
    </message>
    <message>
        <source>%1, the largest loss</source>
        <translation>%1，最大的損失</translation>
    </message>
    <message>
        <source>Change of top-1 by layer, in points (▲ your guess)</source>
        <translation>各層的 top-1 變化，以百分點計（▲ 您的猜測）</translation>
    </message>
</context>
<context>
    <name>zipper::GuessDialog</name>
    <message>
        <source>Guess First</source>
        <translation>先猜猜看</translation>
    </message>
    <message>
        <source>Merging which layer will hurt most? Choose one here or click it in the zipper, then run the merge: the answer is shown when it has ended.</source>
        <translation>合併哪一層影響最大？在此選擇或在拉鍊中點選，然後執行合併：結束時會顯示答案。</translation>
    </message>
</context>
<context>
    <name>zipper::GuessForm</name>
    <message>
        <source>That&apos;s my guess</source>
        <translation>這是我的猜測</translation>
    </message>
    <message>
        <source>Layer that hurts most</source>
        <translation>影響最大的層</translation>
    </message>
    <message>
        <source>The layers that will be merged. A click on a layer of the zipper chooses it, too.</source>
        <translation>將要合併的層。點拉鍊的一層也可以選擇。</translation>
    </message>
    <message>
        <source>Keeps the guess. The answer is shown when the layers are merged.</source>
        <translation>記下猜測。各層合併後會顯示答案。</translation>
    </message>
    <message>
        <source>Choose a layer</source>
        <translation>選擇一層</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>層 %1</translation>
    </message>
</context>
<context>
    <name>zipper::HandbookWindow</name>
    <message>
        <source>Back to the page before</source>
        <translation>回到前一頁</translation>
    </message>
    <message>
        <source>Forward to the page after</source>
        <translation>前往下一頁</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>手冊</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>Page of the handbook</source>
        <translation>手冊的頁面</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>搜尋所有頁面</translation>
    </message>
    <message>
        <source>No page has all of these words.</source>
        <translation>沒有頁面包含所有這些字詞。</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>要在瀏覽器中開啟此網址嗎？</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
</context>
<context>
    <name>zipper::HeatMapView</name>
    <message>
        <source>Weight matrices</source>
        <translation>權重矩陣</translation>
    </message>
    <message>
        <source>Every matrix has a row per output channel and a column per input channel. The wheel zooms about the cursor, dragging moves the picture, a double click or 0 shows everything; all pictures move together. Point at a cell, or move the cursor with the arrow keys, to read its values; + and − zoom.</source>
        <translation>每個矩陣每列是一個輸出通道，每欄是一個輸入通道。滾輪以游標為中心縮放，拖曳移動圖片，按兩下或 0 顯示全部；所有圖片一起移動。指向格子，或以方向鍵移動游標，可讀取其值；+ 與 − 縮放。</translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation>輸出 %1，輸入 %2</translation>
    </message>
</context>
<context>
    <name>zipper::HelpLink</name>
    <message>
        <source>Here it is chosen what is merged: the sample, a saved session, or a network and its images for each task.</source>
        <translation>在此選擇要合併什麼：範例、已儲存的工作階段，或每個任務的網路與影像。</translation>
    </message>
    <message>
        <source>Notices say what must be known before a figure is believed, and offer what helps.</source>
        <translation>通知會說明在相信數字之前必須知道的事，並提供協助。</translation>
    </message>
    <message>
        <source>What the program does now, how far it has got, and how long it will take.</source>
        <translation>程式目前在做什麼、進行到哪裡、還需要多久。</translation>
    </message>
    <message>
        <source>All settings of the merge: how layers are initialized and calibrated, which are merged, and when. Changes count for the steps to come.</source>
        <translation>合併的所有設定：各層如何初始化與校準、合併哪些層、何時合併。變更對之後的步驟生效。</translation>
    </message>
    <message>
        <source>What the current step does, and why, in a few sentences.</source>
        <translation>以幾句話說明目前步驟在做什麼，以及為什麼。</translation>
    </message>
    <message>
        <source>Looks inside the selected layer: kernels, weights, distributions, feature maps of an image, and which channels correspond.</source>
        <translation>檢視所選層的內部：卷積核、權重、分布、影像的特徵圖，以及哪些通道互相對應。</translation>
    </message>
    <message>
        <source>How the losses fall while the merged network is calibrated.</source>
        <translation>合併網路校準時損失如何下降。</translation>
    </message>
    <message>
        <source>How many test images each task gets right, by the number of merged layers, beside its teacher.</source>
        <translation>各任務答對多少測試影像，依已合併的層數排列，與其教師並列。</translation>
    </message>
    <message>
        <source>Which test images the merge lost and won, by class and by pair of classes, with the pictures behind each number.</source>
        <translation>合併失去與贏得了哪些測試影像，依類別與成對類別列出，並附每個數字背後的圖片。</translation>
    </message>
    <message>
        <source>What sharing each layer costs at least, estimated from the teachers before anything is merged.</source>
        <translation>共享每一層至少要付出的代價，在合併任何東西之前由教師估計。</translation>
    </message>
    <message>
        <source>All layers as a table: shape, size, state and mismatch.</source>
        <translation>以表格列出所有層：形狀、大小、狀態與差異。</translation>
    </message>
    <message>
        <source>All steps and runs of the session. Nothing of it is ever lost.</source>
        <translation>工作階段的所有步驟與各次執行。任何內容都不會遺失。</translation>
    </message>
    <message>
        <source>What happened, the newest line last.</source>
        <translation>發生了什麼，最新的一行在最後。</translation>
    </message>
    <message>
        <source>Any picture, and what teachers and merged network say it is: drop or paste one, draw a digit, or hold something in front of the camera.</source>
        <translation>任何圖片，以及教師與合併網路的答案：拖放或貼上圖片、畫一個數字，或把東西拿到攝影機前。</translation>
    </message>
    <message>
        <source>What the merge is worth at the step that is shown: memory, accuracy, images lost and won, time, and what comes next.</source>
        <translation>在所示步驟時合併的成果：記憶體、準確率、失去與贏得的影像、時間，以及接著做什麼。</translation>
    </message>
    <message>
        <source>Recipes that are run one after the other, with how long each will take; each becomes a run of the session.</source>
        <translation>依序執行的配方，以及各自需要多久；每個都成為工作階段的一次執行。</translation>
    </message>
    <message>
        <source>The texts of the lesson that is open; each page shows what belongs to it.</source>
        <translation>開啟中課程的文字；每一頁顯示與它相關的內容。</translation>
    </message>
</context>
<context>
    <name>zipper::HistogramView</name>
    <message>
        <source>The share of the values in each bin; all networks are counted on the same bins. Point at a bin, or move with the arrow keys, to read its limits and shares.</source>
        <translation>各區間中值的比例；所有網路使用相同的區間。指向區間，或以方向鍵移動，可讀取其界限與比例。</translation>
    </message>
    <message>
        <source>Histogram: %1</source>
        <translation>直方圖：%1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1：%2 到 %3</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, most values (%4) around %5</source>
        <translation>%1：從 %2 到 %3，最多的值（%4）在 %5 附近</translation>
    </message>
    <message>
        <source>%1 %2 (%L3)</source>
        <translation>%1 %2（%L3）</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryModel</name>
    <message>
        <source>%1, current step</source>
        <translation>%1，目前步驟</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>The networks as they were loaded: nothing is merged.</source>
        <translation>載入時的網路：尚未合併任何東西。</translation>
    </message>
    <message>
        <source>%1. Its figures are those of its last step; iterations and time are the sums of the steps below. The check box shows the run in the curves.</source>
        <translation>%1。其數字是最後一步的數字；迭代與時間是下列各步的總和。核取方塊決定是否在曲線中顯示此次執行。</translation>
    </message>
    <message>
        <source>The session stands here. %1</source>
        <translation>工作階段目前在此。%1</translation>
    </message>
    <message>
        <source>On the way to the current step. %1</source>
        <translation>在通往目前步驟的路上。%1</translation>
    </message>
    <message>
        <source>Not on the way to the current step. %1</source>
        <translation>不在通往目前步驟的路上。%1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>The layer that the step merged, or fine-tuning of all layers.</source>
        <translation>步驟所合併的層，或所有層的微調。</translation>
    </message>
    <message>
        <source>Init.</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>How the shared weights got their first values.</source>
        <translation>共享權重的初始值如何取得。</translation>
    </message>
    <message>
        <source>Iter.</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Calibration iterations that were run.</source>
        <translation>已執行的校準迭代次數。</translation>
    </message>
    <message>
        <source>Δ points</source>
        <translation>Δ 百分點</translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks, after the step, minus that of the teachers, in percentage points.</source>
        <translation>步驟之後各任務的平均 top-1，減去教師的平均 top-1，以百分點計。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Duration of the step, evaluation included.</source>
        <translation>步驟所需時間，包含評估。</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Share of the test images of task %1 whose class is the network&apos;s first choice: after initializing → after calibrating.</source>
        <translation>任務 %1 的測試影像中，類別為網路第一選擇的比例：初始化後 → 校準後。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln iteration(s) with %1 images per task; %2, %3 learning rate %4</source>
        <translation>
            <numerusform>%Ln 次迭代，每個任務 %1 張影像；%2，%3 學習率 %4</numerusform>
        </translation>
    </message>
    <message>
        <source>Initialization %1; %2. %3</source>
        <translation>初始化 %1；%2。%3</translation>
    </message>
    <message>
        <source>%1, after %2 of run %3</source>
        <translation>%1，接在執行 %3 的 %2 之後</translation>
    </message>
    <message>
        <source>%1, from the teachers</source>
        <translation>%1，從教師開始</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>步驟</translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation>各次執行的比較</translation>
    </message>
    <message>
        <source>All steps of the session, by run</source>
        <translation>工作階段的所有步驟，依執行排列</translation>
    </message>
    <message>
        <source>What each run came to</source>
        <translation>各次執行的結果</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryTree</name>
    <message>
        <source>Steps appear here as layers are merged.</source>
        <translation>合併各層時，步驟會顯示在此。</translation>
    </message>
    <message>
        <source>&amp;Go to step</source>
        <translation>前往步驟(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Try again from here</source>
        <translation>從這裡重試(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Show in curves</source>
        <translation>在曲線中顯示(&amp;S)</translation>
    </message>
    <message>
        <source>Steps of the session</source>
        <translation>工作階段的步驟</translation>
    </message>
    <message>
        <source>All steps of the session. A new run begins wherever another strategy was tried. The triangle marks where the session stands, dots the way there, rings the steps aside. Nothing is lost by going to another step.</source>
        <translation>工作階段的所有步驟。嘗試另一種策略時即開始新的執行。三角形標示工作階段所在，圓點是通往那裡的路，圓圈是旁邊的步驟。前往另一個步驟不會遺失任何東西。</translation>
    </message>
    <message>
        <source>Continues from the selected step (Enter or double click). All other steps are kept.</source>
        <translation>從所選步驟繼續（Enter 或按兩下）。其他步驟都會保留。</translation>
    </message>
    <message>
        <source>Goes to where the selected step began, to try another strategy. The step is kept.</source>
        <translation>前往所選步驟開始之處，以嘗試另一種策略。該步驟會保留。</translation>
    </message>
    <message>
        <source>Shows or hides the selected run in the curves (space bar).</source>
        <translation>在曲線中顯示或隱藏所選的執行（空白鍵）。</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>全部展開(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation>全部收合(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;beside in the inspector</source>
        <translation>在檢視器中並列(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Name and Notes…</source>
        <translation>名稱與筆記(&amp;N)…</translation>
    </message>
    <message>
        <source>What the run of the selected row is called, and notes on it (F2).</source>
        <translation>所選列的執行叫什麼，以及其筆記（F2）。</translation>
    </message>
    <message>
        <source>Compare &amp;Recipes…</source>
        <translation>比較配方(&amp;R)…</translation>
    </message>
    <message>
        <source>Which settings differ between this run and another one, the recipe panel or a file.</source>
        <translation>此次執行與另一次執行、配方面板或檔案之間有哪些設定不同。</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>複製為命令(&amp;M)</translation>
    </message>
    <message>
        <source>Copies the zipper merge that does the steps of this run from the beginning.</source>
        <translation>複製從頭做完此次執行各步驟的 zipper merge。</translation>
    </message>
    <message>
        <source>Compares the selected step with the one where the session stands: weights, maps and errors.</source>
        <translation>將所選步驟與工作階段所在的步驟比較：權重、特徵圖與錯誤。</translation>
    </message>
</context>
<context>
    <name>zipper::ImageDetail</name>
    <message>
        <source>Previous image</source>
        <translation>上一張影像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一張影像</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back to the images (Escape)</source>
        <translation>回到影像（Esc）</translation>
    </message>
    <message>
        <source>Class to find</source>
        <translation>要尋找的類別</translation>
    </message>
    <message>
        <source>The class that is looked for: the maps show what speaks for it</source>
        <translation>所尋找的類別：圖中顯示什麼支持它</translation>
    </message>
    <message>
        <source>%1 (label)</source>
        <translation>%1（標籤）</translation>
    </message>
    <message>
        <source>%1 (teacher&apos;s answer)</source>
        <translation>%1（教師的答案）</translation>
    </message>
    <message>
        <source>%1 (merged network&apos;s answer)</source>
        <translation>%1（合併網路的答案）</translation>
    </message>
    <message>
        <source>Asking both networks where they look…</source>
        <translation>正在詢問兩個網路看哪裡…</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>什麼支持它</translation>
    </message>
    <message>
        <source>%1: teacher %2, merged %3.</source>
        <translation>%1：教師 %2，合併 %3。</translation>
    </message>
    <message>
        <source>The last layer sees the image as one place: the maps say how much speaks for the class, not where.</source>
        <translation>最後一層把影像看成一個位置：圖只說明有多支持該類別，不說明在哪裡。</translation>
    </message>
    <message>
        <source>Where the networks look could not be computed.</source>
        <translation>無法計算網路看哪裡。</translation>
    </message>
</context>
<context>
    <name>zipper::ImagesDialog</name>
    <message>
        <source>Images of data %1</source>
        <translation>資料 %1 的影像</translation>
    </message>
    <message>
        <source>Choose what the network was trained with. The first of each is what most loaders do.</source>
        <translation>選擇訓練網路時的方式。各項的第一個是大多數載入程式的做法。</translation>
    </message>
    <message>
        <source>&amp;Transparency</source>
        <translation>透明度(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Orientation (EXIF)</source>
        <translation>方向（EXIF）(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新讀取(&amp;R)</translation>
    </message>
</context>
<context>
    <name>zipper::InitializationRow</name>
    <message>
        <source>Initialization</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Keep the others</source>
        <translation>保留其他設定</translation>
    </message>
    <message>
        <source>Change the initialization alone</source>
        <translation>只變更初始化</translation>
    </message>
    <message>
        <source>Sets these back to what they were before: the initialization alone is changed.</source>
        <translation>將這些設回之前的值：只變更初始化。</translation>
    </message>
    <message>
        <source>Alignment, Fisher weights and fits come with least squares and go with the others, as in the presets. With this they stay as they are, so that two runs differ in their initialization only.</source>
        <translation>對齊、Fisher 權重與擬合隨最小平方而來，隨其他初始化而去，與預設組合相同。勾選後它們保持不變，使兩次執行只有初始化不同。</translation>
    </message>
    <message>
        <source>Also changed: %1</source>
        <translation>同時變更：%1</translation>
    </message>
</context>
<context>
    <name>zipper::InspectorLink</name>
    <message>
        <source>Stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>The data set of this task isn&apos;t open; open an image instead.</source>
        <translation>此任務的資料集沒有開啟；請改為開啟一張影像。</translation>
    </message>
</context>
<context>
    <name>zipper::InspectorPanel</name>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>特徵圖</translation>
    </message>
    <message>
        <source>What an image looks like behind the layer</source>
        <translation>影像在這一層之後的樣子</translation>
    </message>
    <message>
        <source>Save what is shown as a picture or as numbers</source>
        <translation>將顯示的內容存成圖片或數字</translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation>游標處的值</translation>
    </message>
    <message>
        <source>The values that the mouse or the cursor points at</source>
        <translation>滑鼠或游標所指的值</translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation>沒有選擇層</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>載入中…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Which channels of the teachers correspond</source>
        <translation>教師的哪些通道互相對應</translation>
    </message>
    <message>
        <source>The kernels of the depthwise convolution or the stem</source>
        <translation>逐深度卷積或起始層的卷積核</translation>
    </message>
    <message>
        <source>Open models and select a layer to look inside.</source>
        <translation>開啟模型並選擇一層，即可檢視其內部。</translation>
    </message>
    <message>
        <source>The weights could not be read.</source>
        <translation>無法讀取權重。</translation>
    </message>
    <message>
        <source>The matrices of pointwise convolutions, of squeeze-and-excite, or of the head</source>
        <translation>逐點卷積、擠壓激勵或頭部的矩陣</translation>
    </message>
    <message>
        <source>Histograms of the weights, and of batch normalization or the biases in its place</source>
        <translation>權重的直方圖，以及批次正規化或取代它的偏差的直方圖</translation>
    </message>
</context>
<context>
    <name>zipper::KeptRow</name>
    <message>
        <source>seed %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>seeds %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>Layers %1; calibration iterations after each: %2; fine-tuning: %3; images for fits: %4; %5.</source>
        <translation>層 %1；每層之後的校準迭代：%2；微調：%3；擬合影像：%4；%5。</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重新命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Gives the shown comparison a name</source>
        <translation>為所示的比較命名</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Takes the shown comparison out of the session</source>
        <translation>從工作階段移除所示的比較</translation>
    </message>
    <message>
        <source>Comparisons that the session keeps; they are saved with it.</source>
        <translation>工作階段所保留的比較；會隨之儲存。</translation>
    </message>
    <message>
        <source>Com&amp;parison:</source>
        <translation>比較(&amp;P)：</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>新的比較</translation>
    </message>
    <message>
        <source>Name of the comparison</source>
        <translation>比較的名稱</translation>
    </message>
    <message>
        <source>What this comparison is called in the session; nothing takes the name away:</source>
        <translation>此比較在工作階段中的名稱；留空則移除名稱：</translation>
    </message>
</context>
<context>
    <name>zipper::KernelsPage</name>
    <message>
        <source>Kernels</source>
        <translation>卷積核</translation>
    </message>
    <message>
        <source>The head has no kernels. Its matrix is in the Weights tab.</source>
        <translation>頭部沒有卷積核。其矩陣在「權重」分頁。</translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation>輸出 %1，輸入 %2</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>This layer has no kernels: it is a pointwise convolution. Its matrix is in the Weights tab.</source>
        <translation>這一層沒有卷積核：它是逐點卷積。其矩陣在「權重」分頁。</translation>
    </message>
    <message>
        <source>The head has no kernels. Its matrices are in the Weights tab.</source>
        <translation>頭部沒有卷積核。其矩陣在「權重」分頁。</translation>
    </message>
</context>
<context>
    <name>zipper::LayerTableModel</name>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation>逐深度</translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation>逐點</translation>
    </message>
    <message>
        <source>head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>per task</source>
        <translation>每個任務各自</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形狀</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>餘弦</translation>
    </message>
    <message>
        <source>L1 %1</source>
        <translation>L1 %1</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge pointwise layers; a trunk shares its stem and depthwise layers, too.</source>
        <translation>卷積的種類。步驟合併逐點卷積的層；主幹也共享其中的起始層與逐深度卷積。</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels. Network A.</source>
        <translation>輸入與輸出通道 · 卷積核的高與寬（斜線後為步幅）· 輸出的像素解析度。網路 A。</translation>
    </message>
    <message>
        <source>Trainable parameters of one network: weights, bias, scale and shift of batch normalization.</source>
        <translation>一個網路的可訓練參數：權重、偏差、批次正規化的縮放與平移。</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image through one network.</source>
        <translation>一張影像通過一個網路所需的乘加運算。</translation>
    </message>
    <message>
        <source>Where the layer stands in the merge: separate, in work, merged, left out of the plan; or per task, for what each task keeps for itself.</source>
        <translation>這一層在合併中的狀態：分開、進行中、已合併、不在計畫中；或每個任務各自保有。</translation>
    </message>
    <message>
        <source>Cosine of the weights of teachers A and B, −1 to 1. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>教師 A 與 B 權重的餘弦，−1 到 1。各自獨立訓練的網路接近 0，出自同一祖先的接近 1。</translation>
    </message>
    <message>
        <source>Mismatch: mean absolute difference of the layer&apos;s output after the activation between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again when the step ends.</source>
        <translation>差異：教師 %1 與合併網路在這一層經活化函數後的輸出之平均絕對差；步驟校準時即時更新。步驟結束後各列重新排序。</translation>
    </message>
    <message>
        <source>%1: %2 channels in, %3 out; kernel %4×%4, stride %5; input %6×%6, output %7×%7 pixels</source>
        <translation>%1：輸入通道 %2，輸出 %3；卷積核 %4×%4，步幅 %5；輸入 %6×%6，輸出 %7×%7 像素</translation>
    </message>
    <message>
        <source>Shared whole: part of the trunk, which is computed once for all tasks.</source>
        <translation>整個共享：屬於主幹，所有任務只計算一次。</translation>
    </message>
    <message>
        <source>Each task keeps its own, whatever is merged.</source>
        <translation>無論合併什麼，每個任務都保有自己的。</translation>
    </message>
    <message>
        <source>Each task keeps its own, unless a trunk shares it.</source>
        <translation>每個任務保有自己的，除非主幹共享它。</translation>
    </message>
    <message>
        <source>Each task still has its own; a step to come merges it.</source>
        <translation>每個任務仍有自己的；之後的步驟會合併它。</translation>
    </message>
    <message>
        <source>All tasks share these weights.</source>
        <translation>所有任務共享這些權重。</translation>
    </message>
    <message>
        <source>The running step merges this layer.</source>
        <translation>執行中的步驟正在合併這一層。</translation>
    </message>
    <message>
        <source>The plan doesn&apos;t merge this layer: each task keeps its own.</source>
        <translation>計畫不合併這一層：每個任務保有自己的。</translation>
    </message>
    <message>
        <source>Cosine of the weights of every two teachers, −1 to 1, the mean over all pairs. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>每兩個教師權重的餘弦，−1 到 1，所有配對的平均。各自獨立訓練的網路接近 0，出自同一祖先的接近 1。</translation>
    </message>
    <message>
        <source>Estimate of what merging this layer costs: the smallest error that its outputs can have with shared weights, relative to their variance, 0 (free) to about %1. Each layer for itself, without training: it doesn&apos;t know what merging others changes. Run, Estimate Merge Costs works it out.</source>
        <translation>合併這一層的成本估計：以共享權重時其輸出可能的最小誤差，相對於其變異數，0（無代價）到約 %1。每一層單獨估計，不經訓練：不考慮合併其他層的影響。由「執行」選單的「估計合併成本」計算。</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. Each has a depthwise and a pointwise convolution.</source>
        <translation>層的編號，從輸入往輸出數。每層有一個逐深度卷積與一個逐點卷積。</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. All but the last are blocks: one convolution expands to more channels, a depthwise one follows, and one projects back to few; the first block may do without expanding. The last layer is a single pointwise convolution.</source>
        <translation>層的編號，從輸入往輸出數。除最後一層外都是區塊：一個卷積擴張到更多通道，接著逐深度卷積，再投影回少數通道；第一個區塊可能沒有擴張。最後一層是單一的逐點卷積。</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge those that expand and project, and the last pointwise one; a trunk shares its stem and depthwise layers, too.</source>
        <translation>卷積的種類。步驟合併擴張與投影的卷積，以及最後的逐點卷積；主幹也共享其中的起始層與逐深度卷積。</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels · +: what the block reads is added. Network A.</source>
        <translation>輸入與輸出通道 · 卷積核的高與寬（斜線後為步幅）· 輸出的像素解析度 · +：加上區塊的輸入。網路 A。</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>擴張</translation>
    </message>
    <message>
        <source>project</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>隱藏層</translation>
    </message>
    <message>
        <source>Mismatch: mean absolute difference of what the layer hands on, of a block behind the addition, between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again when the step ends.</source>
        <translation>差異：教師 %1 與合併網路在這一層往後傳的輸出（區塊則為加法之後）之平均絕對差；步驟校準時即時更新。步驟結束後各列重新排序。</translation>
    </message>
    <message>
        <source>%1; what the block reads is added</source>
        <translation>%1；加上區塊的輸入</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. All but the last are blocks: one convolution expands to more channels, a depthwise one follows, in some blocks squeeze-and-excite weighs its channels, and one projects back to few; the first block may do without expanding. The last layer is a single pointwise convolution.</source>
        <translation>層的編號，從輸入往輸出數。除最後一層外都是區塊：一個卷積擴張到更多通道，接著逐深度卷積，有些區塊以擠壓激勵為通道加權，再投影回少數通道；第一個區塊可能沒有擴張。最後一層是單一的逐點卷積。</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge those that expand and project, the two of squeeze-and-excite, and the last pointwise one; a trunk shares its stem and depthwise layers, too.</source>
        <translation>卷積的種類。步驟合併擴張與投影的卷積、擠壓激勵的兩個卷積，以及最後的逐點卷積；主幹也共享其中的起始層與逐深度卷積。</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels · ×: the factors multiply the depthwise channels · +: what the block reads is added. Network A.</source>
        <translation>輸入與輸出通道 · 卷積核的高與寬（斜線後為步幅）· 輸出的像素解析度 · ×：係數乘上逐深度通道 · +：加上區塊的輸入。網路 A。</translation>
    </message>
    <message>
        <source>%1; of each channel that it reads, the mean over all positions</source>
        <translation>%1；它讀取每個通道在所有位置上的平均</translation>
    </message>
    <message>
        <source>%1; its outputs are factors, one per channel, by which the depthwise channels are multiplied</source>
        <translation>%1；其輸出是係數，每個通道一個，用來乘上逐深度通道</translation>
    </message>
    <message>
        <source>squeeze</source>
        <translation>擠壓</translation>
    </message>
    <message>
        <source>excite</source>
        <translation>激勵</translation>
    </message>
</context>
<context>
    <name>zipper::LayerTotals</name>
    <message>
        <source>The first line sums up the rows that are shown, for one network and one image. The second compares the networks kept apart with the merged one; sizes are of float32, batch normalization included.</source>
        <translation>第一行總計所顯示的各列，為一個網路與一張影像。第二行比較分開保存的網路與合併網路；大小以 float32 計，包含批次正規化。</translation>
    </message>
    <message numerus="yes">
        <source>All %n rows</source>
        <translation>
            <numerusform>全部 %n 列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%n 列中的 %1 列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs (one network, one image)</source>
        <translation>%1：%2 個參數，%3 MAC（一個網路，一張影像）</translation>
    </message>
    <message>
        <source>Whole networks: %1 parameters separate → %2 merged, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; smaller</source>
        <translation>整個網路：分開 %1 個參數 → 合併 %2 個，%3 → %4；縮小 &lt;b&gt;%5×&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Whole networks: %1 parameters separate → %2 merged, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; larger</source>
        <translation>整個網路：參數分開 %1 → 合併 %2，%3 → %4；增大 &lt;b&gt;%5×&lt;/b&gt;</translation>
    </message>
</context>
<context>
    <name>zipper::LayersPanel</name>
    <message>
        <source>Filter by kind, state or number</source>
        <translation>依種類、狀態或編號篩選</translation>
    </message>
    <message>
        <source>Shows only rows that match all words: part of a kind or a state, or the number of a layer.</source>
        <translation>只顯示符合所有字詞的列：種類或狀態的一部分，或層的編號。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有種類</translation>
    </message>
    <message>
        <source>Shows only layers of this kind.</source>
        <translation>只顯示這一種類的層。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>The layers of the networks. Click a header to sort by it; select a row to see the layer in the zipper view and in the inspector.</source>
        <translation>網路的各層。點欄標題即可排序；選擇一列即可在拉鍊與檢視器中看到該層。</translation>
    </message>
    <message>
        <source>&amp;Copy selected rows</source>
        <translation>複製所選的列(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>複製為 CSV(&amp;V)</translation>
    </message>
    <message>
        <source>Copies the rows that are shown, as comma-separated values with a header line.</source>
        <translation>將顯示的列複製為逗號分隔值，並附標題列。</translation>
    </message>
</context>
<context>
    <name>zipper::LessonDialog</name>
    <message>
        <source>A &amp;part, of each class:</source>
        <translation>每個類別取一部分(&amp;P)：</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>全部(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>無(&amp;N)</translation>
    </message>
    <message>
        <source>Open it with the panels as they stand &amp;now</source>
        <translation>以面板目前的位置開啟(&amp;N)</translation>
    </message>
    <message>
        <source>Save as lesson</source>
        <translation>存成課程</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>標題(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>儲存(&amp;S)…</translation>
    </message>
    <message>
        <source>Images in the lesson</source>
        <translation>課程中的影像</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>每個類別的影像</translation>
    </message>
    <message>
        <source>Of training, validation and test images so many each, at most</source>
        <translation>訓練、驗證與測試影像各最多這麼多張</translation>
    </message>
    <message>
        <source>The lesson needs a title.</source>
        <translation>課程需要標題。</translation>
    </message>
    <message>
        <source>Page %1 is empty: write something, or remove it.</source>
        <translation>第 %1 頁是空的：請寫些內容或移除它。</translation>
    </message>
    <message>
        <source>The text of page %1 is too long.</source>
        <translation>第 %1 頁的文字太長。</translation>
    </message>
    <message>
        <source>These are %1 images; a lesson holds %2 at most.</source>
        <translation>共有 %1 張影像；課程最多 %2 張。</translation>
    </message>
    <message>
        <source>How large the file will be isn&apos;t known: %1</source>
        <translation>無法得知檔案會有多大：%1</translation>
    </message>
    <message>
        <source>Working out how large the file will be…</source>
        <translation>正在計算檔案會有多大…</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s); the file will have about %1, of which the networks and steps take %2.</source>
        <translation>
            <numerusform>%n 張影像；檔案約 %1，其中網路與步驟占 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of task %2</source>
        <translation>任務 %2 的%1</translation>
    </message>
    <message>
        <source>Beside the images there is no file about their licence: ask whether they may be passed on.</source>
        <translation>影像旁沒有關於授權的檔案：請先詢問是否可以轉交。</translation>
    </message>
    <message>
        <source>The files about their licence go along: %1.</source>
        <translation>關於授權的檔案會一併帶入：%1。</translation>
    </message>
</context>
<context>
    <name>zipper::LessonLink</name>
    <message>
        <source>Step %1: %2</source>
        <translation>步驟 %1：%2</translation>
    </message>
    <message>
        <source>lesson.zipperlesson</source>
        <translation>lesson.zipperlesson</translation>
    </message>
    <message>
        <source>Save lesson</source>
        <translation>儲存課程</translation>
    </message>
    <message>
        <source>Lessons (*.zipperlesson);;All files (*)</source>
        <translation>課程 (*.zipperlesson);;所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>zipper::LessonPanel</name>
    <message>
        <source>Back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>頁面的文字</translation>
    </message>
    <message>
        <source>Go back to the page before</source>
        <translation>回到前一頁</translation>
    </message>
    <message>
        <source>Go on with the page after this one</source>
        <translation>前往下一頁</translation>
    </message>
    <message>
        <source>Task %1: %2 of %3 training images, %4 of %5 test images.</source>
        <translation>任務 %1：%3 張訓練影像中的 %2 張，%5 張測試影像中的 %4 張。</translation>
    </message>
    <message>
        <source>Task %1, %2:</source>
        <translation>任務 %1，%2：</translation>
    </message>
    <message>
        <source>Where the images come from</source>
        <translation>影像的來源</translation>
    </message>
    <message>
        <source>No lesson is open. Lesson files are opened as sessions are; Save as Lesson in the File menu makes one of the session that is open.</source>
        <translation>沒有開啟課程。課程檔案與工作階段一樣開啟；「檔案」選單的「存成課程」會以開啟中的工作階段製作課程。</translation>
    </message>
    <message>
        <source>This lesson has no texts.</source>
        <translation>此課程沒有文字。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 頁，共 %2 頁</translation>
    </message>
</context>
<context>
    <name>zipper::LogPanel</name>
    <message>
        <source>Info</source>
        <translation>資訊</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>What happened, the newest line last.</source>
        <translation>發生了什麼，最新的一行在最後。</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>尚未發生任何事。</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>所有訊息</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告與錯誤</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>錯誤</translation>
    </message>
    <message>
        <source>Which messages are shown.</source>
        <translation>顯示哪些訊息。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>全部複製(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the whole log, also what isn&apos;t shown.</source>
        <translation>複製整份記錄，包含未顯示的部分。</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清除(&amp;L)</translation>
    </message>
    <message>
        <source>Empties the log.</source>
        <translation>清空記錄。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存新檔(&amp;A)…</translation>
    </message>
    <message>
        <source>Writes the whole log to a text file.</source>
        <translation>將整份記錄寫入文字檔。</translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation>儲存記錄</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt)</source>
        <translation>記錄 (*.log *.txt)</translation>
    </message>
    <message>
        <source>The log could not be saved.</source>
        <translation>無法儲存記錄。</translation>
    </message>
</context>
<context>
    <name>zipper::MainWindow</name>
    <message>
        <source>went to %1</source>
        <translation>已前往 %1</translation>
    </message>
    <message>
        <source>went to the teachers: nothing is merged</source>
        <translation>已回到教師：尚未合併任何東西</translation>
    </message>
    <message>
        <source>Cancelled. What was finished stays; what was in progress is dropped.</source>
        <translation>已取消。已完成的保留；進行中的捨棄。</translation>
    </message>
    <message numerus="yes">
        <source>A session with unsaved work was kept on %1: %2, %n layer(s) merged.</source>
        <translation>
            <numerusform>有一個含未儲存工作的工作階段在 %1 保留下來：%2，已合併 %n 層。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Take back the last change of the recipe</source>
        <translation>收回配方的上一次變更</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>執行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主題(&amp;T)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚無</translation>
    </message>
    <message>
        <source>Sessions (*.zipper);;All files (*)</source>
        <translation>工作階段 (*.zipper);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>報告的資料夾</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>圖表的資料夾</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已儲存 %1</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>已寫入 %1</translation>
    </message>
    <message>
        <source>Wrote %1: %2</source>
        <translation>已寫入 %1：%2</translation>
    </message>
    <message>
        <source>Save this session before it is closed?</source>
        <translation>關閉之前要儲存此工作階段嗎？</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已開啟 %1</translation>
    </message>
    <message>
        <source>Save the session that is open before the new one starts?</source>
        <translation>新的工作階段開始之前，要儲存目前開啟的嗎？</translation>
    </message>
    <message>
        <source>Save this session before the sample is opened?</source>
        <translation>開啟範例之前要儲存此工作階段嗎？</translation>
    </message>
    <message>
        <source>Save this session before another one is opened?</source>
        <translation>開啟另一個之前要儲存此工作階段嗎？</translation>
    </message>
    <message>
        <source>%1 has steps or settings that aren&apos;t saved.</source>
        <translation>%1 有尚未儲存的步驟或設定。</translation>
    </message>
    <message>
        <source>merged.zipper</source>
        <translation>merged.zipper</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>儲存工作階段</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>匯出合併模型</translation>
    </message>
    <message>
        <source>Wrote the figures to %1</source>
        <translation>已將圖表寫入 %1</translation>
    </message>
    <message>
        <source>The figures couldn&apos;t be written.</source>
        <translation>無法寫出圖表。</translation>
    </message>
    <message>
        <source>The workbench didn&apos;t close in order. Recover the last finished step?</source>
        <translation>工作台沒有正常關閉。要復原最後完成的步驟嗎？</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>復原(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>捨棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>稍後(&amp;L)</translation>
    </message>
    <message>
        <source>Save this session before the workbench closes?</source>
        <translation>關閉工作台之前要儲存此工作階段嗎？</translation>
    </message>
    <message>
        <source>A step is running. Cancel it and close?</source>
        <translation>有步驟正在執行。要取消並關閉嗎？</translation>
    </message>
    <message>
        <source>Finished steps stay; the step in progress is lost.</source>
        <translation>已完成的步驟會保留；進行中的步驟將失去。</translation>
    </message>
    <message>
        <source>C&amp;ancel the step and close</source>
        <translation>取消步驟並關閉(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>繼續工作(&amp;K)</translation>
    </message>
    <message>
        <source>All planned layers are merged.</source>
        <translation>計畫中的層都已合併。</translation>
    </message>
    <message>
        <source>teachers: top-1 %1</source>
        <translation>教師：top-1 %1</translation>
    </message>
    <message>
        <source>The data set was opened; the teachers are scored on it anew.</source>
        <translation>資料集已開啟；教師正以它重新評分。</translation>
    </message>
    <message>
        <source>Choose another strategy in the recipe, then Step. What was undone stays in the history.</source>
        <translation>在配方中選擇另一種策略，然後按「下一步」。收回的內容會留在歷程中。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>關於</translation>
    </message>
    <message>
        <source>A comparison is running. Cancel it and close?</source>
        <translation>有比較正在執行。要取消並關閉嗎？</translation>
    </message>
    <message>
        <source>C&amp;ancel the comparison and close</source>
        <translation>取消比較並關閉(&amp;A)</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>重設版面配置(&amp;L)</translation>
    </message>
    <message>
        <source>The images of task %1 can&apos;t be found; the notice above the zipper helps.</source>
        <translation>找不到任務 %1 的影像；拉鍊上方的通知可提供協助。</translation>
    </message>
    <message>
        <source>Cancelled. Figures that were written already stay.</source>
        <translation>已取消。已寫出的圖表會保留。</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened.</source>
        <translation>%1 自開啟以來已被另一個程式變更。</translation>
    </message>
    <message>
        <source>Replacing it drops what that program wrote; loading it again drops what isn&apos;t saved here. A copy keeps both.</source>
        <translation>取代它會捨棄該程式寫入的內容；重新載入會捨棄此處未儲存的內容。另存複本則兩者都保留。</translation>
    </message>
    <message>
        <source>%1 is open in another program.</source>
        <translation>%1 已在另一個程式中開啟。</translation>
    </message>
    <message>
        <source>%1 may still write it, and one of you would drop the steps of the other. A copy keeps both.</source>
        <translation>%1 可能仍會寫入它，你們其中一方會捨棄另一方的步驟。另存複本則兩者都保留。</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>儲存複本(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>重新載入(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>取代(&amp;R)</translation>
    </message>
    <message>
        <source>A session with unsaved work was kept on %1, but it can&apos;t be read: %2</source>
        <translation>有一個含未儲存工作的工作階段在 %1 保留下來，但無法讀取：%2</translation>
    </message>
    <message>
        <source>Finished steps can&apos;t be kept for the case of a crash, which is tried again with every run: %1</source>
        <translation>無法為當機情況保留已完成的步驟，每次執行時會再試：%1</translation>
    </message>
    <message>
        <source>The workbench didn&apos;t close in order, and what it kept can&apos;t be read. Discard it?</source>
        <translation>工作台沒有正常關閉，而保留的內容無法讀取。要捨棄嗎？</translation>
    </message>
    <message>
        <source>%1, initialization %2, in %3</source>
        <translation>%1，初始化 %2，耗時 %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，耗時 %2</translation>
    </message>
    <message>
        <source>The data set was found; it is the one of the session.</source>
        <translation>已找到資料集；它就是此工作階段所用的。</translation>
    </message>
    <message>
        <source>%1 in %2: top-1 %3</source>
        <translation>%1，耗時 %2：top-1 %3</translation>
    </message>
    <message>
        <source>%1, initialization %2, in %3: top-1 %4</source>
        <translation>%1，初始化 %2，耗時 %3：top-1 %4</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Zipper Workbench %1&lt;/h3&gt;&lt;p&gt;Merges trained MobileNets into one multitask network, layer by layer, after Wu, Chan and Chen, &lt;i&gt;On Merging MobileNets for Efficient Multitask Inference&lt;/i&gt; (2019).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Zipper Workbench %1&lt;/h3&gt;&lt;p&gt;逐層將訓練好的 MobileNet 合併成一個多任務網路，方法出自 Wu、Chan 與 Chen，&lt;i&gt;On Merging MobileNets for Efficient Multitask Inference&lt;/i&gt;（2019）。&lt;/p&gt;&lt;p&gt;依 GNU 通用公共授權條款第 3 版或更新版本釋出的自由軟體。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Wrote the program to %1</source>
        <translation>已將程式寫入 %1</translation>
    </message>
    <message>
        <source>%1 %2 of %3 out of %4 test images</source>
        <translation>%1，%4 張測試影像中的 %3 張：%2</translation>
    </message>
    <message>
        <source>F11 or Esc ends the presentation.</source>
        <translation>按 F11 或 Esc 結束簡報。</translation>
    </message>
    <message>
        <source>%1, all test images: top-1 %2</source>
        <translation>%1，所有測試影像：top-1 %2</translation>
    </message>
    <message>
        <source>Sessions and lessons (*.zipper *.zipperlesson);;All files (*)</source>
        <translation>工作階段與課程 (*.zipper *.zipperlesson);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Open session or lesson</source>
        <translation>開啟工作階段或課程</translation>
    </message>
    <message>
        <source>A network is being trained. Stop that and close?</source>
        <translation>正在訓練網路。要停止並關閉嗎？</translation>
    </message>
    <message>
        <source>The best of the finished epochs is kept in its file.</source>
        <translation>已完成的訓練週期中最好的網路保留在其檔案中。</translation>
    </message>
    <message>
        <source>The run in progress is lost; the session keeps the finished ones.</source>
        <translation>進行中的執行將失去；工作階段保留已完成的。</translation>
    </message>
    <message>
        <source>The queue is at work. Stop it and close?</source>
        <translation>佇列正在執行。要停止並關閉嗎？</translation>
    </message>
    <message numerus="yes">
        <source>Finished steps stay; the step in progress is lost. %Ln recipe(s) that wait are kept, and are there again when these networks are opened.</source>
        <translation>
            <numerusform>已完成的步驟會保留；進行中的步驟將失去。等待中的 %Ln 個配方會保留，再次開啟這些網路時仍在。</numerusform>
        </translation>
    </message>
    <message>
        <source>St&amp;op the training and close</source>
        <translation>停止訓練並關閉(&amp;O)</translation>
    </message>
    <message>
        <source>Train a &amp;Head…</source>
        <translation>訓練頭部(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>zipper::MapGrid</name>
    <message>
        <source>Every row shows one or more channels, every channel its maps side by side. Point at a cell, or move the cursor with the arrow keys, to read its values. Page Up, Page Down, Home and End scroll; Ctrl and the wheel, or + and −, change the size.</source>
        <translation>每列顯示一個或多個通道，每個通道的特徵圖並排。指向格子，或以方向鍵移動游標，可讀取其值。Page Up、Page Down、Home 與 End 捲動；Ctrl 加滾輪，或 + 與 −，改變大小。</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1，列 %2，欄 %3</translation>
    </message>
</context>
<context>
    <name>zipper::MemoryBars</name>
    <message>
        <source>Memory of the networks</source>
        <translation>網路的記憶體</translation>
    </message>
    <message>
        <source>The parameters of the networks apart, and of the merged one: what all tasks share is green, the rest has the colours of the tasks.</source>
        <translation>分開的網路與合併網路的參數：所有任務共享的部分為綠色，其餘為各任務的顏色。</translation>
    </message>
</context>
<context>
    <name>zipper::MergeCostLink</name>
    <message>
        <source>The merge costs couldn&apos;t be estimated.</source>
        <translation>無法估計合併成本。</translation>
    </message>
    <message>
        <source>Estimating merge costs</source>
        <translation>估計合併成本</translation>
    </message>
</context>
<context>
    <name>zipper::MergeEstimatePanel</name>
    <message>
        <source>Layer %1, %2</source>
        <translation>層 %1，%2</translation>
    </message>
    <message>
        <source>merge estimate</source>
        <translation>合併估計</translation>
    </message>
    <message>
        <source>rank from the cheapest</source>
        <translation>由低到高的名次</translation>
    </message>
    <message>
        <source>saved parameters</source>
        <translation>節省的參數</translation>
    </message>
    <message>
        <source>%1 and %2 alone</source>
        <translation>僅 %1 與 %2</translation>
    </message>
    <message>
        <source>Merge estimate by layer</source>
        <translation>各層的合併估計</translation>
    </message>
    <message>
        <source>What sharing each layer costs at least, estimated from the teachers of all tasks: the smallest error of its outputs with shared weights, relative to their variance. Left and Right show the values of a layer, Enter or a click selects it.</source>
        <translation>共享每一層至少要付出的代價，由所有任務的教師估計：以共享權重時其輸出的最小誤差，相對於其變異數。左右方向鍵顯示某一層的值，Enter 或點一下選擇它。</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>No estimate yet: “%1” works out what merging each layer costs.</source>
        <translation>尚無估計：「%1」會計算合併每一層的代價。</translation>
    </message>
</context>
<context>
    <name>zipper::NamesEditor</name>
    <message>
        <source>A name is empty.</source>
        <translation>名稱是空的。</translation>
    </message>
    <message>
        <source>A name is longer than 100 characters.</source>
        <translation>名稱超過 100 個字元。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be a name: letters from a to z, digits, “_”, “.” and “-” are expected.</source>
        <translation>「%1」不能作為名稱：應為字母 a 到 z、數字、「_」、「.」與「-」。</translation>
    </message>
    <message>
        <source>“%1” is the name of two inputs or outputs.</source>
        <translation>「%1」是兩個輸入或輸出的名稱。</translation>
    </message>
    <message>
        <source>Input of all tasks:</source>
        <translation>所有任務的輸入：</translation>
    </message>
    <message>
        <source>One image, which all tasks look at.</source>
        <translation>一張影像，所有任務都看它。</translation>
    </message>
    <message>
        <source>Input of task %1:</source>
        <translation>任務 %1 的輸入：</translation>
    </message>
    <message>
        <source>Output of task %1:</source>
        <translation>任務 %1 的輸出：</translation>
    </message>
    <message>
        <source>%1; empty: %2</source>
        <translation>%1；留空：%2</translation>
    </message>
</context>
<context>
    <name>zipper::NetworkAnswerView</name>
    <message>
        <source>How long the network took for this picture alone, on this machine: the median of several runs, with batch normalization folded into the convolutions</source>
        <translation>網路在這部電腦上單獨計算這張圖片所需的時間：多次執行的中位數，批次正規化已併入卷積</translation>
    </message>
    <message>
        <source>%1 took %2</source>
        <comment>a network</comment>
        <translation>%1 用了 %2</translation>
    </message>
    <message>
        <source>Fastest run: %1; slowest: %2</source>
        <translation>最快的一次：%1；最慢的一次：%2</translation>
    </message>
</context>
<context>
    <name>zipper::NoticeBar</name>
    <message>
        <source>Hide this notice</source>
        <translation>隱藏此通知</translation>
    </message>
</context>
<context>
    <name>zipper::NoticeLink</name>
    <message>
        <source>Nothing can be merged, compared or scored: the images of task %1 can&apos;t be found in %2. Finished steps can be looked at and exported.</source>
        <translation>無法合併、比較或評分：在 %2 中找不到任務 %1 的影像。已完成的步驟可以檢視與匯出。</translation>
    </message>
    <message>
        <source>Find Folder…</source>
        <translation>尋找資料夾…</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>任務 %1：%2</translation>
    </message>
    <message>
        <source>Match Classes…</source>
        <translation>對應類別…</translation>
    </message>
    <message>
        <source>Task %1: all figures of its network are wrong if one of these guesses is: %2.</source>
        <translation>任務 %1：如果這些猜測之一有誤，其網路的所有數字都是錯的：%2。</translation>
    </message>
    <message>
        <source>Change Conventions…</source>
        <translation>變更慣例…</translation>
    </message>
    <message>
        <source>This session is open in another program, %1: save a copy to keep your steps.</source>
        <translation>此工作階段已在另一個程式 %1 中開啟：請儲存複本以保留您的步驟。</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>儲存複本…</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that this session was made with. Use them for task %2 all the same?</source>
        <translation>%1 中的影像不是建立此工作階段時所用的。仍要用於任務 %2 嗎？</translation>
    </message>
    <message>
        <source>Figures of steps that are done can&apos;t be compared with those of steps to come.</source>
        <translation>已完成步驟的數字無法與之後步驟的數字比較。</translation>
    </message>
    <message>
        <source>&amp;Use these images</source>
        <translation>使用這些影像(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Find another folder…</source>
        <translation>尋找其他資料夾(&amp;F)…</translation>
    </message>
    <message>
        <source>Nothing can be trained, compared or scored: task %1 has no images. Finished steps can be looked at and exported.</source>
        <translation>無法訓練、比較或評分：任務 %1 沒有影像。已完成的步驟可以檢視與匯出。</translation>
    </message>
    <message>
        <source>This merge needs no images: what is shared was the same in all networks. To score or compare it, open images of each task.</source>
        <translation>此合併不需要影像：共享的部分在所有網路中原本就相同。要評分或比較，請開啟每個任務的影像。</translation>
    </message>
    <message>
        <source>Train a Head…</source>
        <translation>訓練頭部…</translation>
    </message>
</context>
<context>
    <name>zipper::PageEditor</name>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
    <message>
        <source>Add a page behind the selected one</source>
        <translation>在所選的頁面之後新增一頁</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Remove the selected page</source>
        <translation>移除所選的頁面</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the selected page towards the beginning</source>
        <translation>將所選的頁面往前移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the selected page towards the end</source>
        <translation>將所選的頁面往後移</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
    <message>
        <source>&amp;Heading:</source>
        <translation>標題(&amp;H)：</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>文字(&amp;X)：</translation>
    </message>
    <message>
        <source>Sho&amp;w step:</source>
        <translation>顯示步驟(&amp;W)：</translation>
    </message>
    <message>
        <source>Show &amp;panel:</source>
        <translation>顯示面板(&amp;P)：</translation>
    </message>
    <message>
        <source>(without a heading)</source>
        <translation>（沒有標題）</translation>
    </message>
    <message>
        <source>The one that is shown stays</source>
        <translation>維持所顯示的</translation>
    </message>
    <message>
        <source>The networks before the first step</source>
        <translation>第一步之前的網路</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>新頁面</translation>
    </message>
</context>
<context>
    <name>zipper::PanelKeys</name>
    <message>
        <source>Put %1 back into the window</source>
        <translation>將 %1 放回視窗</translation>
    </message>
    <message>
        <source>Make %1 a window of its own</source>
        <translation>使 %1 成為獨立視窗</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>關閉 %1</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
</context>
<context>
    <name>zipper::PartChoice</name>
    <message>
        <source>Expand</source>
        <translation>擴張</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Pointwise</source>
        <translation>逐點</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>最後一層</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Hidden layer %1</source>
        <translation>隱藏層 %1</translation>
    </message>
    <message>
        <source>The part of the layer that is shown</source>
        <translation>所顯示的層的部分</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>部分(&amp;P)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Squeeze</source>
        <translation>擠壓</translation>
    </message>
    <message>
        <source>Excite</source>
        <translation>激勵</translation>
    </message>
</context>
<context>
    <name>zipper::PermutationChart</name>
    <message>
        <source>Pairs of channels</source>
        <translation>通道對</translation>
    </message>
    <message>
        <source>A point for each pair: to the right the channel of A, upwards the channel of the other task that corresponds to it. Points on the diagonal stand in place. Point at one, or move with the arrow keys, to read it.</source>
        <translation>每一對一個點：向右是 A 的通道，向上是另一任務中與它對應的通道。對角線上的點位置不變。指向一個點，或以方向鍵移動，即可讀取。</translation>
    </message>
    <message>
        <source>channel of %1</source>
        <translation>%1 的通道</translation>
    </message>
    <message>
        <source>Which channel of %1 corresponds to which of A</source>
        <translation>%1 的哪個通道對應 A 的哪個通道</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln channel(s) of %2 stand in place.</source>
        <translation>
            <numerusform>%2 的 %Ln 個通道中有 %1 個位置不變。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::PictureSources</name>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Open a picture from a file</source>
        <translation>從檔案開啟圖片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>Take the picture on the clipboard (Ctrl+V)</source>
        <translation>取用剪貼簿上的圖片（Ctrl+V）</translation>
    </message>
    <message>
        <source>Test image</source>
        <translation>測試影像</translation>
    </message>
    <message>
        <source>Take one of the test images by chance</source>
        <translation>隨機取一張測試影像</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>繪圖</translation>
    </message>
    <message>
        <source>Draw a digit, white on black. It is centred and scaled as the digits of MNIST are.</source>
        <translation>畫一個數字，黑底白字。會像 MNIST 的數字一樣置中與縮放。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Begin the drawing anew</source>
        <translation>重新開始繪圖</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>攝影機</translation>
    </message>
    <message>
        <source>Show the networks what the camera sees, until you press this again</source>
        <translation>把攝影機所見給網路看，直到再按一次為止</translation>
    </message>
    <message>
        <source>This program was built without Qt Multimedia, which the camera needs.</source>
        <translation>本程式建置時沒有攝影機所需的 Qt Multimedia。</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>開啟圖片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</source>
        <translation>圖片 (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪貼簿上沒有圖片。</translation>
    </message>
    <message>
        <source>That is no picture.</source>
        <translation>那不是圖片。</translation>
    </message>
</context>
<context>
    <name>zipper::PictureWell</name>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste one (Ctrl+V)</source>
        <translation>將圖片拖放到此處，或貼上（Ctrl+V）</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>將圖片拖放到此處</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>zipper::PredictionView</name>
    <message>
        <source>class %1</source>
        <translation>類別 %1</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>預測</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <comment>class: network probability, network probability</comment>
        <translation>%1：%2 %3，%4 %5</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>class, network, probability</comment>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>zipper::PresetRow</name>
    <message>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Edited, coming from %1.</source>
        <translation>已修改，源自%1。</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Closed form first, then a short calibration.</source>
        <translation>先以封閉解，再短暫校準。</translation>
    </message>
    <message>
        <source>What the authors of the method ran.</source>
        <translation>方法的作者所執行的設定。</translation>
    </message>
    <message>
        <source>As the preset has it.</source>
        <translation>依預設組合。</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>精確</translation>
    </message>
    <message>
        <source>Only what is the same in all networks, shared as it is.</source>
        <translation>只共享完全相同的部分，原樣不變。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>課程</translation>
    </message>
    <message>
        <source>Like “Fast”, on few images: nobody waits, and the result is good enough to talk about.</source>
        <translation>與「快速」相同，但影像少：不必等待，結果足以討論。</translation>
    </message>
</context>
<context>
    <name>zipper::ProbabilityBar</name>
    <message>
        <source>%1: %2</source>
        <comment>a network and its answer</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zipper::ProbeControls</name>
    <message>
        <source>Previous image</source>
        <translation>上一張影像</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>下一張影像</translation>
    </message>
    <message>
        <source>&amp;Open image…</source>
        <translation>開啟影像(&amp;O)…</translation>
    </message>
    <message>
        <source>The task whose networks look at the image</source>
        <translation>由哪個任務的網路看這張影像</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>測試影像的編號</translation>
    </message>
    <message>
        <source>Image </source>
        <translation>影像 </translation>
    </message>
    <message>
        <source>Look at an image from a file instead of one of the test set</source>
        <translation>改看檔案中的影像，而不是測試集中的</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> / %L1</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>開啟影像</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>影像 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>The number of the image in the task&apos;s test set, counted from 1</source>
        <translation>影像在任務測試集中的編號，從 1 算起</translation>
    </message>
</context>
<context>
    <name>zipper::ProbePicture</name>
    <message>
        <source>Probe image</source>
        <translation>探測影像</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
</context>
<context>
    <name>zipper::QueueLink</name>
    <message>
        <source>The queue that was kept can&apos;t be read and was set aside: %1</source>
        <translation>無法讀取所保留的佇列，已移到一旁：%1</translation>
    </message>
    <message>
        <source>The queue isn&apos;t kept for the next start: %1</source>
        <translation>佇列不會保留到下次啟動：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipe(s) of the last time wait in the queue.</source>
        <translation>
            <numerusform>上次的 %Ln 個配方在佇列中等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open models and their data first.</source>
        <translation>請先開啟模型及其資料。</translation>
    </message>
    <message>
        <source>While the queue runs, the form shows the recipe in work.</source>
        <translation>佇列執行時，表單顯示進行中的配方。</translation>
    </message>
    <message>
        <source>The recipe can be added as soon as nothing runs.</source>
        <translation>沒有東西執行時即可加入配方。</translation>
    </message>
    <message>
        <source>A field of the recipe is wrong.</source>
        <translation>配方有欄位不正確。</translation>
    </message>
    <message>
        <source>The queue is full: remove something.</source>
        <translation>佇列已滿：請移除一些。</translation>
    </message>
    <message>
        <source>The recipe plans no layer.</source>
        <translation>配方沒有規劃任何層。</translation>
    </message>
    <message>
        <source>Its batch normalization isn&apos;t that of the session, which has steps already.</source>
        <translation>其批次正規化與工作階段的不同，而工作階段已有步驟。</translation>
    </message>
    <message>
        <source>The recipe waits in the queue, at place %1.</source>
        <translation>配方在佇列的第 %1 位等待。</translation>
    </message>
    <message numerus="yes">
        <source>The queue was stopped; %Ln recipe(s) wait.</source>
        <translation>
            <numerusform>佇列已停止；%Ln 個配方等待中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue is through; %Ln recipe(s) failed.</source>
        <translation>
            <numerusform>佇列已執行完畢；%Ln 個配方失敗。</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is through. Its runs are in the history.</source>
        <translation>佇列已執行完畢。各次執行在歷程中。</translation>
    </message>
    <message>
        <source>The queue can&apos;t be kept: %1</source>
        <translation>無法保留佇列：%1</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <comment>place and name in the queue</comment>
        <translation>%1，「%2」</translation>
    </message>
    <message>
        <source>The same recipe was run already (place %1); a second run gives the same result.</source>
        <translation>相同的配方已經執行過（位置 %1）；再執行一次會得到相同的結果。</translation>
    </message>
    <message>
        <source>The same recipe waits already (place %1); a second run gives the same result.</source>
        <translation>相同的配方已在等候（位置 %1）；再執行一次會得到相同的結果。</translation>
    </message>
</context>
<context>
    <name>zipper::QueueModel</name>
    <message>
        <source>no layer</source>
        <translation>沒有層</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>執行中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暫停</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>已略過</translation>
    </message>
    <message numerus="yes">
        <source>%Ln iteration(s)</source>
        <translation>
            <numerusform>%Ln 次迭代</numerusform>
        </translation>
    </message>
    <message>
        <source>several initializations</source>
        <translation>多種初始化</translation>
    </message>
    <message>
        <source>fine-tuning %1</source>
        <translation>微調 %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>種子 %1</translation>
    </message>
    <message>
        <source>%1 images per task and iteration; %2, %3 learning rate %4</source>
        <translation>每個任務每次迭代 %1 張影像；%2，%3 學習率 %4</translation>
    </message>
    <message>
        <source>unknown yet</source>
        <translation>尚未知</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>The order in which they are run.</source>
        <translation>執行的順序。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What the run will be called in the history.</source>
        <translation>此次執行在歷程中的名稱。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>What it does; at length in the tool tip.</source>
        <translation>它做什麼；詳細內容在工具提示中。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>About how long it will take, estimated from what was measured on this machine; what it took, once it is done.</source>
        <translation>約需多久，依這部電腦測得的數字估計；完成後為實際所用時間。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Whether it waits, runs, or what came of it.</source>
        <translation>等待中、執行中，或其結果。</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>about 4 min</comment>
        <translation>還需 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Enter or a double click goes to its last step.</source>
        <translation>按 Enter 或按兩下前往其最後一步。</translation>
    </message>
</context>
<context>
    <name>zipper::QueuePanel</name>
    <message>
        <source>Name:</source>
        <translation>名稱：</translation>
    </message>
    <message>
        <source>of the run, if you like</source>
        <translation>執行的名稱（可不填）</translation>
    </message>
    <message>
        <source>What the run is called in the history</source>
        <translation>此次執行在歷程中的名稱</translation>
    </message>
    <message>
        <source>Add recipe</source>
        <translation>加入配方</translation>
    </message>
    <message>
        <source>Puts the recipe, as the form has it now, at the end of the queue</source>
        <translation>將表單目前的配方放到佇列的最後</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>開始佇列</translation>
    </message>
    <message>
        <source>Runs what waits, one after the other, each from the teachers. A failure doesn&apos;t stop the rest.</source>
        <translation>依序執行等待中的配方，各自從教師開始。某一個失敗不會停止其餘的。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Holds the step in work after the current batch, or goes on with it</source>
        <translation>在目前批次之後暫停進行中的步驟，或繼續</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Gives up the run in work and goes on with the next recipe</source>
        <translation>放棄進行中的執行並繼續下一個配方</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Runs the selected recipe earlier (Ctrl+Up)</source>
        <translation>提早執行所選的配方（Ctrl+上）</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Runs the selected recipe later (Ctrl+Down)</source>
        <translation>延後執行所選的配方（Ctrl+下）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes the selected recipe out of the queue (Del)</source>
        <translation>將所選的配方移出佇列（Del）</translation>
    </message>
    <message>
        <source>Go to result</source>
        <translation>前往結果</translation>
    </message>
    <message>
        <source>Goes to the last step of the selected run (Enter)</source>
        <translation>前往所選執行的最後一步（Enter）</translation>
    </message>
    <message>
        <source>Recipes of the queue</source>
        <translation>佇列的配方</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>The queue is empty. Set up a recipe in the form and add it, then another one: different initializations, seeds or layers. Each is run from the teachers and becomes a run of the session.</source>
        <translation>佇列是空的。在表單中設定配方並加入，再設定另一個：不同的初始化、種子或層。每個都從教師開始執行，並成為工作階段的一次執行。</translation>
    </message>
    <message>
        <source>All recipes of the queue are through.</source>
        <translation>佇列的配方都已執行完畢。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipe(s) to run</source>
        <translation>
            <numerusform>要執行 %Ln 個配方</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. How long that takes is known as soon as something was measured.</source>
        <translation>%1。測得數字之後就知道需要多久。</translation>
    </message>
    <message>
        <source>%1: %2 in all, estimated from what was measured on this machine.</source>
        <translation>%1：共 %2，依這部電腦測得的數字估計。</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>仍然加入</translation>
    </message>
    <message>
        <source>Puts the recipe into the queue once more</source>
        <translation>將配方再次加入佇列</translation>
    </message>
    <message>
        <source>Don&apos;t add</source>
        <translation>不加入</translation>
    </message>
    <message>
        <source>Leaves the queue as it is (Esc)</source>
        <translation>讓佇列保持原樣（Esc）</translation>
    </message>
</context>
<context>
    <name>zipper::RecentDelegate</name>
    <message>
        <source>missing: %1</source>
        <translation>找不到：%1</translation>
    </message>
</context>
<context>
    <name>zipper::RecentList</name>
    <message>
        <source>Recent sessions</source>
        <translation>最近的工作階段</translation>
    </message>
    <message>
        <source>Sessions that were open before: Enter or a double click opens one, Delete takes it off the list.</source>
        <translation>之前開啟過的工作階段：按 Enter 或按兩下開啟，Delete 從清單移除。</translation>
    </message>
    <message>
        <source>%1
This file is missing.</source>
        <translation>%1
找不到這個檔案。</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>None yet. Sessions that you save or open are listed here.</source>
        <translation>尚無。您儲存或開啟的工作階段會列在此處。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove from List</source>
        <translation>從清單移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>zipper::RecipeDifferenceDialog</name>
    <message>
        <source>Network of task %1</source>
        <translation>任務 %1 的網路</translation>
    </message>
    <message>
        <source>Images of task %1</source>
        <translation>任務 %1 的影像</translation>
    </message>
    <message>
        <source>How images of task %1 are read</source>
        <translation>任務 %1 影像的讀取方式</translation>
    </message>
    <message>
        <source>Overrides of task %1</source>
        <translation>任務 %1 的覆寫</translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>任務 %1 的類別</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有層</translation>
    </message>
    <message>
        <source>all other layers</source>
        <translation>所有其他層</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>微調</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>複製為 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Compare recipes</source>
        <translation>比較配方</translation>
    </message>
    <message>
        <source>From a &amp;File…</source>
        <translation>從檔案(&amp;F)…</translation>
    </message>
    <message>
        <source>Compares with the recipe of a file: a recipe, or a session</source>
        <translation>與檔案的配方比較：配方或工作階段</translation>
    </message>
    <message>
        <source>F&amp;irst:</source>
        <translation>第一個(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Second:</source>
        <translation>第二個(&amp;S)：</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的設定</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>First</source>
        <translation>第一個</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>第二個</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>關閉(&amp;L)</translation>
    </message>
    <message>
        <source>Copies the table as comma-separated values with a header line.</source>
        <translation>將表格複製為逗號分隔值，並附標題列。</translation>
    </message>
    <message>
        <source>No differences: both do the same with the same networks and images.</source>
        <translation>沒有不同：兩者以相同的網路與影像做同樣的事。</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ; what both have in common isn&apos;t listed.</source>
        <translation>
            <numerusform>有 %n 個設定不同；兩者相同的不列出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RecipeForm</name>
    <message>
        <source>Advanced</source>
        <translation>進階</translation>
    </message>
    <message>
        <source>Per task</source>
        <translation>每個任務各自</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Calibration of each step</source>
        <translation>每個步驟的校準</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計畫</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1
Default: %2</source>
        <translation>%1
預設值：%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 與另外 %2 項</translation>
    </message>
    <message>
        <source>changed with the initialization, was: %1</source>
        <translation>隨初始化而變更，原為：%1</translation>
    </message>
    <message>
        <source>changed with the preset, was: %1</source>
        <translation>隨預設組合而變更，原為：%1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 已變更</translation>
    </message>
</context>
<context>
    <name>zipper::RecipePanel</name>
    <message>
        <source>Reset to preset</source>
        <translation>重設為預設組合</translation>
    </message>
    <message>
        <source>Sets all settings that the preset prescribes back to its values.</source>
        <translation>將預設組合規定的所有設定設回其值。</translation>
    </message>
    <message>
        <source>Recipe menu</source>
        <translation>配方選單</translation>
    </message>
    <message>
        <source>Load or save the recipe, undo and redo.</source>
        <translation>載入或儲存配方、復原與重做。</translation>
    </message>
    <message>
        <source>&amp;Load Recipe…</source>
        <translation>載入配方(&amp;L)…</translation>
    </message>
    <message>
        <source>Takes settings and plan from a JSON file; models and data stay as they are.</source>
        <translation>從 JSON 檔案取用設定與計畫；模型與資料保持不變。</translation>
    </message>
    <message>
        <source>&amp;Save Recipe As…</source>
        <translation>另存配方(&amp;S)…</translation>
    </message>
    <message>
        <source>Writes settings, plan and sources to a JSON file that the command line reads, too.</source>
        <translation>將設定、計畫與來源寫入 JSON 檔案，命令列也可讀取。</translation>
    </message>
    <message>
        <source>&amp;Reset to Preset</source>
        <translation>重設為預設組合(&amp;R)</translation>
    </message>
    <message>
        <source>%1
Fixed for the whole session since its first step. File, New begins another one.</source>
        <translation>%1
自第一步起在整個工作階段中固定。「檔案」選單的「新增」可另開一個。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>變更%1</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>預設組合：%1</translation>
    </message>
    <message>
        <source>Locked while a step runs.</source>
        <translation>步驟執行時鎖定。</translation>
    </message>
    <message>
        <source>Some steps had settings of their own; the plan now uses those above for all.</source>
        <translation>有些步驟曾有自己的設定；計畫現在對所有步驟使用上方的設定。</translation>
    </message>
    <message>
        <source>Iterations after the last step.</source>
        <translation>最後一步之後的迭代次數。</translation>
    </message>
    <message>
        <source>No fine-tuning after the last step.</source>
        <translation>最後一步之後不微調。</translation>
    </message>
    <message>
        <source>One per core.</source>
        <translation>每個核心一個。</translation>
    </message>
    <message>
        <source>Load Recipe</source>
        <translation>載入配方</translation>
    </message>
    <message>
        <source>Recipes (*.json);;All files (*)</source>
        <translation>配方 (*.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>The recipe could not be loaded.</source>
        <translation>無法載入配方。</translation>
    </message>
    <message>
        <source>Save Recipe</source>
        <translation>儲存配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>The recipe could not be saved.</source>
        <translation>無法儲存配方。</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>已變更：%1</translation>
    </message>
    <message>
        <source>Keep the other settings</source>
        <translation>保留其他設定</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct.</source>
        <translation>
            <numerusform>有 %n 個欄位需要更正。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RunComparison</name>
    <message>
        <source>Comparison of the runs</source>
        <translation>各次執行的比較</translation>
    </message>
    <message>
        <source>What each run came to, from the teachers to its last step. Click a header to sort by it; double-click a run to go to its last step.</source>
        <translation>各次執行從教師到最後一步的結果。點欄標題即可排序；在執行上按兩下前往其最後一步。</translation>
    </message>
    <message>
        <source>&amp;Copy selected runs</source>
        <translation>複製所選的執行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>複製為 CSV</translation>
    </message>
    <message>
        <source>Copies all runs as comma-separated values with a header line.</source>
        <translation>將所有執行複製為逗號分隔值，並附標題列。</translation>
    </message>
    <message>
        <source>&amp;Name and Notes…</source>
        <translation>名稱與筆記(&amp;N)…</translation>
    </message>
    <message>
        <source>Compare &amp;Recipes…</source>
        <translation>比較配方(&amp;R)…</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>複製為命令(&amp;M)</translation>
    </message>
</context>
<context>
    <name>zipper::RunController</name>
    <message>
        <source>Zippering</source>
        <translation>拉鍊式合併</translation>
    </message>
    <message>
        <source>teachers</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>%1: calibrating %2/%3</source>
        <translation>%1：校準中 %2/%3</translation>
    </message>
    <message>
        <source>The step of layer %1 failed.</source>
        <translation>層 %1 的步驟失敗。</translation>
    </message>
    <message>
        <source>The fine-tuning failed.</source>
        <translation>微調失敗。</translation>
    </message>
    <message>
        <source>The teachers couldn&apos;t be scored.</source>
        <translation>無法為教師評分。</translation>
    </message>
    <message>
        <source>%1: initializing %2/%3</source>
        <translation>%1：初始化中 %2/%3</translation>
    </message>
    <message>
        <source>%1: initializing</source>
        <translation>%1：初始化中</translation>
    </message>
    <message>
        <source>%1: batch statistics %2/%3</source>
        <translation>%1：批次統計量 %2/%3</translation>
    </message>
    <message>
        <source>%1: batch statistics</source>
        <translation>%1：批次統計量</translation>
    </message>
    <message>
        <source>%1: evaluating %2/%3</source>
        <translation>%1：評估中 %2/%3</translation>
    </message>
    <message>
        <source>%1: evaluating</source>
        <translation>%1：評估中</translation>
    </message>
    <message>
        <source>%1: aligning channels %2/%3</source>
        <translation>%1：對齊通道 %2/%3</translation>
    </message>
    <message>
        <source>%1: aligning channels</source>
        <translation>%1：對齊通道</translation>
    </message>
    <message>
        <source>%1: moments %2/%3</source>
        <translation>%1：動差 %2/%3</translation>
    </message>
    <message>
        <source>%1: moments</source>
        <translation>%1：動差</translation>
    </message>
    <message>
        <source>%1: Fisher information %2/%3</source>
        <translation>%1：Fisher 資訊 %2/%3</translation>
    </message>
    <message>
        <source>%1: Fisher information</source>
        <translation>%1：Fisher 資訊</translation>
    </message>
    <message>
        <source>%1: kernels %2/%3</source>
        <translation>%1：卷積核 %2/%3</translation>
    </message>
    <message>
        <source>%1: kernels</source>
        <translation>%1：卷積核</translation>
    </message>
    <message>
        <source>%1: weights %2/%3</source>
        <translation>%1：權重 %2/%3</translation>
    </message>
    <message>
        <source>%1: weights</source>
        <translation>%1：權重</translation>
    </message>
    <message>
        <source>%1: heads %2/%3</source>
        <translation>%1：頭部 %2/%3</translation>
    </message>
    <message>
        <source>%1: heads</source>
        <translation>%1：頭部</translation>
    </message>
    <message>
        <source>%1: scoring all test images %2/%3</source>
        <translation>%1：為所有測試影像評分 %2/%3</translation>
    </message>
    <message>
        <source>%1: scoring all test images</source>
        <translation>%1：為所有測試影像評分</translation>
    </message>
    <message>
        <source>Not all test images could be scored.</source>
        <translation>無法為所有測試影像評分。</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>評分</translation>
    </message>
</context>
<context>
    <name>zipper::RunNoteDialog</name>
    <message>
        <source>Name and notes of %1</source>
        <translation>%1 的名稱與筆記</translation>
    </message>
    <message>
        <source>for example: small batches</source>
        <translation>例如：小批次</translation>
    </message>
    <message>
        <source>&amp;Name, as history, curves and reports show it:</source>
        <translation>名稱，如歷程、曲線與報告所顯示(&amp;N)：</translation>
    </message>
    <message>
        <source>N&amp;otes:</source>
        <translation>筆記(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>zipper::RunStatus</name>
    <message>
        <source>No session</source>
        <translation>沒有工作階段</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>Paused — %1</source>
        <translation>已暫停 — %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>執行的進度</translation>
    </message>
    <message>
        <source>Memory of this program (resident)</source>
        <translation>本程式的記憶體（常駐）</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>每秒 %1 張影像</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>還需約 %1</translation>
    </message>
    <message>
        <source>the plan takes about %1</source>
        <translation>計畫約需 %1</translation>
    </message>
    <message>
        <source>Estimated from what is left to do and the rates measured so far</source>
        <translation>依剩餘工作與至今測得的速率估計</translation>
    </message>
    <message>
        <source>All steps that are left: estimated from the rates measured in this session</source>
        <translation>所有剩餘步驟：依此工作階段測得的速率估計</translation>
    </message>
    <message>
        <source>Images of all tasks per second while calibrating</source>
        <translation>校準時所有任務每秒的影像數</translation>
    </message>
</context>
<context>
    <name>zipper::RunTableModel</name>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
    <message>
        <source>The session stands on this run.</source>
        <translation>工作階段目前在此次執行。</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) merged</source>
        <translation>
            <numerusform>已合併 %n 層</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Iter.</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Δ points</source>
        <translation>Δ 百分點</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Runs in the order in which they were begun; bold: the one the session stands on.</source>
        <translation>各次執行依開始順序排列；粗體：工作階段目前所在的執行。</translation>
    </message>
    <message>
        <source>How the run&apos;s merging steps initialized the shared weights.</source>
        <translation>此次執行的合併步驟如何初始化共享權重。</translation>
    </message>
    <message>
        <source>Layers that are merged at the end of the run, in the order of merging.</source>
        <translation>此次執行結束時已合併的層，依合併順序。</translation>
    </message>
    <message>
        <source>Calibration iterations of all steps from the teachers to the end of the run.</source>
        <translation>從教師到此次執行結束，所有步驟的校準迭代次數。</translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks at the end of the run minus that of the teachers, in percentage points.</source>
        <translation>此次執行結束時各任務的平均 top-1，減去教師的平均 top-1，以百分點計。</translation>
    </message>
    <message>
        <source>Trainable parameters of the merged network, all tasks together.</source>
        <translation>合併網路的可訓練參數，所有任務合計。</translation>
    </message>
    <message>
        <source>Duration of all steps from the teachers to the end of the run.</source>
        <translation>從教師到此次執行結束，所有步驟所需的時間。</translation>
    </message>
    <message>
        <source>Top-1 on the test images of task %1 at the end of the run.</source>
        <translation>此次執行結束時，在任務 %1 測試影像上的 top-1。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>What the run is called.</source>
        <translation>此次執行的名稱。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>What was noted of the run; F2 edits it.</source>
        <translation>對此次執行的筆記；F2 可編輯。</translation>
    </message>
</context>
<context>
    <name>zipper::RunsLink</name>
    <message>
        <source>The run couldn&apos;t get this name.</source>
        <translation>此次執行無法使用這個名稱。</translation>
    </message>
    <message>
        <source>What is planned now</source>
        <translation>目前的規劃</translation>
    </message>
    <message>
        <source>Recipe to compare with</source>
        <translation>要比較的配方</translation>
    </message>
    <message>
        <source>Recipes and sessions (*.json *.zipper);;All files (*)</source>
        <translation>配方與工作階段 (*.json *.zipper);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>The recipe couldn&apos;t be read.</source>
        <translation>無法讀取配方。</translation>
    </message>
    <message>
        <source>There is no command for this recipe.</source>
        <translation>此配方沒有對應的命令。</translation>
    </message>
    <message>
        <source>Mend what is marked in the recipe first.</source>
        <translation>請先修正配方中標示的地方。</translation>
    </message>
    <message>
        <source>The command that does what is planned is on the clipboard.</source>
        <translation>可完成目前規劃的命令已放到剪貼簿。</translation>
    </message>
    <message>
        <source>The command that does what run %1 did is on the clipboard.</source>
        <translation>可重做執行 %1 的命令已放到剪貼簿。</translation>
    </message>
    <message>
        <source>Classes that were matched by hand aren&apos;t in the command: --classes takes a file of them.</source>
        <translation>以手動對應的類別不在命令中：--classes 接受類別的檔案。</translation>
    </message>
</context>
<context>
    <name>zipper::SaveMenu</name>
    <message>
        <source>&amp;Picture (PNG)</source>
        <translation>圖片（PNG）(&amp;P)</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 影像 (*.png)</translation>
    </message>
    <message>
        <source>Numbers as &amp;CSV</source>
        <translation>數字存為 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV 檔案 (*.csv)</translation>
    </message>
    <message>
        <source>Numbers for &amp;NumPy (NPY)</source>
        <translation>NumPy 用的數字（NPY）(&amp;N)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy 陣列 (*.npy)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>無法儲存檔案。</translation>
    </message>
</context>
<context>
    <name>zipper::SchedulePreview</name>
    <message>
        <source>The learning rate over the iterations of one step.</source>
        <translation>一個步驟中各迭代的學習率。</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>學習率排程</translation>
    </message>
    <message>
        <source>no calibration</source>
        <translation>不校準</translation>
    </message>
    <message>
        <source>%1 throughout</source>
        <translation>全程 %1</translation>
    </message>
    <message>
        <source>%1, × %2 every %3 epochs</source>
        <translation>%1，每 %3 個訓練週期 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2 in %Ln iteration(s)</source>
        <translation>
            <numerusform>在 %Ln 次迭代中 %1 → %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SeriesLegend</name>
    <message>
        <source>Legend</source>
        <translation>圖例</translation>
    </message>
    <message>
        <source>Which line belongs to which network</source>
        <translation>哪條線屬於哪個網路</translation>
    </message>
</context>
<context>
    <name>zipper::SessionController</name>
    <message>
        <source>Opening the sample</source>
        <translation>開啟範例</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>開啟 %1</translation>
    </message>
    <message>
        <source>Recovering the session</source>
        <translation>復原工作階段</translation>
    </message>
    <message>
        <source>Data %1 can&apos;t be used.</source>
        <translation>無法使用資料 %1。</translation>
    </message>
    <message>
        <source>Opening data %1</source>
        <translation>開啟資料 %1</translation>
    </message>
    <message>
        <source>The session couldn&apos;t be saved.</source>
        <translation>無法儲存工作階段。</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>匯出 %1</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>寫出報告</translation>
    </message>
    <message>
        <source>The sample can&apos;t be opened.</source>
        <translation>無法開啟範例。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened.</source>
        <translation>無法開啟 %1。</translation>
    </message>
    <message>
        <source>The session can&apos;t be recovered.</source>
        <translation>無法復原工作階段。</translation>
    </message>
    <message>
        <source>The merged model couldn&apos;t be exported.</source>
        <translation>無法匯出合併模型。</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be written.</source>
        <translation>無法寫出報告。</translation>
    </message>
    <message>
        <source>Finished steps aren&apos;t kept for the case of a crash: %1</source>
        <translation>未能為當機情況保留已完成的步驟：%1</translation>
    </message>
    <message>
        <source>%1 is open in another program, %2: it can be looked at here, and saved as a copy.</source>
        <translation>%1 已在另一個程式 %2 中開啟：可以在此檢視，並儲存為複本。</translation>
    </message>
    <message>
        <source>Other programs can&apos;t be kept from writing %1: %2. A change will be noticed.</source>
        <translation>無法防止其他程式寫入 %1：%2。若有變更會被發現。</translation>
    </message>
    <message>
        <source>Matching the classes of task %1</source>
        <translation>對應任務 %1 的類別</translation>
    </message>
    <message>
        <source>The classes can&apos;t be matched so.</source>
        <translation>類別無法如此對應。</translation>
    </message>
    <message>
        <source>Opening the networks</source>
        <translation>開啟網路</translation>
    </message>
    <message>
        <source>The networks can&apos;t be opened.</source>
        <translation>無法開啟網路。</translation>
    </message>
    <message>
        <source>Writing the lesson</source>
        <translation>寫出課程</translation>
    </message>
    <message>
        <source>The lesson couldn&apos;t be written.</source>
        <translation>無法寫出課程。</translation>
    </message>
    <message>
        <source>The comparison isn&apos;t kept for the case of a crash: %1</source>
        <translation>未能為當機情況保留此比較：%1</translation>
    </message>
</context>
<context>
    <name>zipper::SessionViews</name>
    <message>
        <source>Run %1</source>
        <translation>執行 %1</translation>
    </message>
    <message>
        <source>The recipe can be changed between steps.</source>
        <translation>配方可在步驟之間變更。</translation>
    </message>
    <message>
        <source>Run %1 · %2</source>
        <translation>執行 %1 · %2</translation>
    </message>
</context>
<context>
    <name>zipper::SizesDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Sizes and trunks</source>
        <translation>大小與主幹</translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation>準確率與大小</translation>
    </message>
    <message>
        <source>Accuracy against speedup</source>
        <translation>準確率與加速</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>測量的進度</translation>
    </message>
    <message>
        <source>Give up the network in progress; measured ones stay</source>
        <translation>放棄進行中的網路；已測量的會保留</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>關閉(&amp;L)</translation>
    </message>
    <message>
        <source>Close this window; a measurement that runs goes on, and points stay with the session</source>
        <translation>關閉此視窗；進行中的測量會繼續，測得的點留在工作階段</translation>
    </message>
</context>
<context>
    <name>zipper::SizesLink</name>
    <message>
        <source>The recipe now plans layers %1.</source>
        <translation>配方現在規劃層 %1。</translation>
    </message>
    <message>
        <source>All of these sizes are measured already.</source>
        <translation>這些大小都已測量過。</translation>
    </message>
    <message>
        <source>Scoring the teachers</source>
        <translation>正在為教師評分</translation>
    </message>
    <message>
        <source>Measuring sizes</source>
        <translation>測量大小</translation>
    </message>
    <message>
        <source>The sizes couldn&apos;t be measured.</source>
        <translation>無法測量這些大小。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Layers %1, calibrated: %2</source>
        <translation>層 %1，已校準：%2</translation>
    </message>
    <message>
        <source>Layers %1, closed form: %2</source>
        <translation>層 %1，封閉解：%2</translation>
    </message>
    <message>
        <source>All of these trunks are measured already.</source>
        <translation>這些主幹都已測量過。</translation>
    </message>
    <message>
        <source>Measuring trunks</source>
        <translation>測量主幹</translation>
    </message>
    <message>
        <source>The trunks couldn&apos;t be measured.</source>
        <translation>無法測量這些主幹。</translation>
    </message>
    <message>
        <source>Trunk up to layer %1: %2 of %3</source>
        <translation>主幹到層 %1：%2，共 %3</translation>
    </message>
    <message>
        <source>All networks are measured.</source>
        <translation>所有網路都已測量。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 networks are measured.</source>
        <translation>已停止：%2 個網路中測量了 %1 個。</translation>
    </message>
</context>
<context>
    <name>zipper::SizesPage</name>
    <message>
        <source>Go to &amp;Recommended</source>
        <translation>前往建議的大小(&amp;R)</translation>
    </message>
    <message>
        <source>Put the slider on the recommended size</source>
        <translation>將滑桿放到建議的大小</translation>
    </message>
    <message>
        <source>&amp;Use These Layers</source>
        <translation>使用這些層(&amp;U)</translation>
    </message>
    <message>
        <source>Writes the layers into the recipe; Edit, Undo takes it back.</source>
        <translation>將這些層寫入配方；「編輯」選單的「復原」可收回。</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>測量(&amp;M)</translation>
    </message>
    <message>
        <source>Merge each of these sizes by itself, and score it; the session stays as it is</source>
        <translation>各自合併這些大小並評分；工作階段保持不變</translation>
    </message>
    <message>
        <source>Measure &amp;This Size</source>
        <translation>測量此大小(&amp;T)</translation>
    </message>
    <message>
        <source>Merge and score the size of the slider</source>
        <translation>合併滑桿所在的大小並評分</translation>
    </message>
    <message>
        <source>Sizes from the separate networks to one, spread evenly.</source>
        <translation>從個別網路到單一網路均勻分布的大小。</translation>
    </message>
    <message>
        <source>Of calibration after each layer; 0 measures in closed form alone, which is quick.</source>
        <translation>每層之後校準的迭代次數；0 只以封閉解測量，很快。</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>最後一層之後端對端進行；0：無。</translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation>準確率與大小</translation>
    </message>
    <message>
        <source>times fewer parameters than the separate networks</source>
        <translation>參數相對於個別網路的縮減倍數</translation>
    </message>
    <message>
        <source>Measured sizes appear here, one after the other.</source>
        <translation>測得的大小會依序顯示在此。</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>Size: how many layers are shared</source>
        <translation>大小：共享多少層</translation>
    </message>
    <message>
        <source>From the separate networks at the left to one network at the right.</source>
        <translation>最左為個別網路，最右為單一網路。</translation>
    </message>
    <message>
        <source>&amp;Points:</source>
        <translation>點數(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>每層迭代次數(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>微調(&amp;F)：</translation>
    </message>
    <message>
        <source>Layer %1 is merged already, which this size leaves out: step back first to use it.</source>
        <translation>層 %1 已經合併，而此大小不含它：要使用請先退回。</translation>
    </message>
    <message>
        <source>Merge estimates come first; they are being worked out from the teachers.</source>
        <translation>先計算合併估計；正由教師計算中。</translation>
    </message>
    <message>
        <source>Sizes: %1, each merged by itself.</source>
        <translation>大小：%1，各自合併。</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>全部約需 %1。</translation>
    </message>
</context>
<context>
    <name>zipper::SizesTexts</name>
    <message>
        <source>calibrated</source>
        <translation>已校準</translation>
    </message>
    <message>
        <source>closed form</source>
        <translation>封閉解</translation>
    </message>
    <message>
        <source>separate networks</source>
        <translation>個別網路</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>Shared layers</source>
        <translation>共享的層</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>壓縮率</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>記憶體</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>平均 top-1</translation>
    </message>
    <message>
        <source>Points to teachers</source>
        <translation>與教師相差的百分點</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Measured, %1: mean top-1 %2, %3 points to the teachers.</source>
        <translation>測得，%1：平均 top-1 %2，與教師相差 %3 個百分點。</translation>
    </message>
    <message>
        <source>Estimate, scaled by what was measured: it loses about %1 points in closed form.</source>
        <translation>估計，依測得的值縮放：以封閉解約失去 %1 個百分點。</translation>
    </message>
    <message>
        <source>Estimate: it loses %1 of what sharing all layers loses.</source>
        <translation>估計：損失為共享所有層時的 %1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Recommended by estimate: layers %1, %2 fewer parameters. Measuring tells whether it is right.</source>
        <translation>依估計建議：層 %1，參數縮減 %2。測量可知是否正確。</translation>
    </message>
    <message>
        <source>Recommended as measured, %1: all of it, layers %2, %3 fewer parameters. The difference to the teachers, %4 points, is no more than noise explains.</source>
        <translation>依測量建議，%1：全部，層 %2，參數縮減 %3。與教師相差 %4 個百分點，未超出雜訊所能解釋。</translation>
    </message>
    <message>
        <source>Recommended as measured, %1: layers %2, %3 fewer parameters, %4 points to the teachers.</source>
        <translation>依測量建議，%1：層 %2，參數縮減 %3，與教師相差 %4 個百分點。</translation>
    </message>
    <message>
        <source>No layer is shared: the separate networks as they are.</source>
        <translation>沒有共享的層：個別網路維持原樣。</translation>
    </message>
    <message>
        <source>%1 of %2 layers are shared (%3): %4 fewer parameters, %5 instead of %6.</source>
        <translation>%2 層中共享 %1 層（%3）：參數縮減 %4，%5 而非 %6。</translation>
    </message>
    <message>
        <source>Layers shared whole</source>
        <translation>整個共享的層</translation>
    </message>
    <message>
        <source>Speedup</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任務</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>乘加運算</translation>
    </message>
    <message>
        <source>trunks</source>
        <translation>主幹</translation>
    </message>
    <message>
        <source>0 to %1</source>
        <translation>0 到 %1</translation>
    </message>
    <message>
        <source>trunk: %1</source>
        <translation>主幹：%1</translation>
    </message>
    <message>
        <source>Points to teachers ± standard error</source>
        <translation>與教師相差的百分點 ± 標準誤</translation>
    </message>
</context>
<context>
    <name>zipper::SnippetView</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>複製(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>複製整個程式</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>儲存(&amp;V)…</translation>
    </message>
    <message>
        <source>Write the program, and what it reads, into a folder</source>
        <translation>將程式及其讀取的檔案寫入資料夾</translation>
    </message>
    <message>
        <source>Program that loads the file and prints the class of an image</source>
        <translation>載入檔案並印出影像類別的程式</translation>
    </message>
    <message>
        <source>There is no program for this choice.</source>
        <translation>這個選擇沒有對應的程式。</translation>
    </message>
    <message>
        <source>&amp;Use it like this (%1):</source>
        <translation>如此使用（%1）(&amp;U)：</translation>
    </message>
    <message>
        <source>&amp;Use it like this:</source>
        <translation>如此使用(&amp;U)：</translation>
    </message>
    <message>
        <source>It reads these files, which are saved with it: %1</source>
        <translation>它讀取這些檔案，會一併儲存：%1</translation>
    </message>
</context>
<context>
    <name>zipper::SortedCostChart</name>
    <message>
        <source>cheapest pair</source>
        <translation>最便宜的一對</translation>
    </message>
    <message>
        <source>most expensive of %1</source>
        <translation>%1 對中最貴的</translation>
    </message>
    <message>
        <source>Sorted merge estimates</source>
        <translation>排序後的合併估計</translation>
    </message>
    <message>
        <source>The merge estimates of the pairs, the cheapest to the left. Point at one, or move with the arrow keys, to see which pair it is.</source>
        <translation>各通道對的合併估計，最便宜的在左。指向一個點，或以方向鍵移動，即可看到是哪一對。</translation>
    </message>
    <message>
        <source>Merge estimates of the pairs, sorted</source>
        <translation>各通道對的合併估計，已排序</translation>
    </message>
    <message>
        <source>Merge estimates of %1 of %2 pairs, sorted: the estimate pairs the others differently</source>
        <translation>%2 對中 %1 對的合併估計，已排序：其餘的在估計中配對不同</translation>
    </message>
    <message>
        <source>Not worked out yet: Run, Estimate Merge Costs (%1) does it.</source>
        <translation>尚未計算：「執行」選單的「估計合併成本」（%1）可計算。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s), merge estimates from %1 to %2.</source>
        <translation>
            <numerusform>%Ln 對，合併估計從 %1 到 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::StartBar</name>
    <message>
        <source>Add &amp;network</source>
        <translation>加入網路(&amp;N)</translation>
    </message>
    <message>
        <source>Adds a card for one more network that is to be merged with the others.</source>
        <translation>為另一個要一起合併的網路加一張卡片。</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>開始(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>Begins a session with these %n networks.</source>
        <translation>
            <numerusform>以這 %n 個網路開始一個工作階段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge e&amp;xactly</source>
        <translation>精確合併(&amp;X)</translation>
    </message>
    <message>
        <source>Shares what is the same in all networks as it is: no answer changes, no images are needed.</source>
        <translation>將相同的部分原樣共享：答案不變，也不需要影像。</translation>
    </message>
    <message numerus="yes">
        <source>All %n layers of these networks are the same, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>這些網路的 %n 層全部逐位元相同：不需影像即可精確合併。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of %1 layers are the same in these networks, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>這些網路 %1 層中的前 %n 層逐位元相同：不需影像即可精確合併。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SuggestDialog</name>
    <message>
        <source>Suggest layers</source>
        <translation>建議要合併的層</translation>
    </message>
    <message>
        <source> × fewer parameters</source>
        <translation> × 參數縮減</translation>
    </message>
    <message>
        <source>Trainable parameters of the separate networks, divided by those of the merged one.</source>
        <translation>個別網路的可訓練參數，除以合併網路的可訓練參數。</translation>
    </message>
    <message>
        <source>From the input to the output</source>
        <translation>從輸入到輸出</translation>
    </message>
    <message>
        <source>From the input to the output, each layer is aligned and calibrated on what comes before it. A layer whose successor is merged already can&apos;t be given another order of channels any more.</source>
        <translation>從輸入到輸出，每一層都依其前面的層對齊與校準。若後一層已合併，這一層的通道順序就不能再變更。</translation>
    </message>
    <message>
        <source>&amp;Wanted:</source>
        <translation>目標(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Order:</source>
        <translation>順序(&amp;O)：</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Saved parameters</source>
        <translation>節省的參數</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>How many times fewer parameters with all layers up to here.</source>
        <translation>合併到此為止的所有層後，參數的縮減倍數。</translation>
    </message>
    <message>
        <source>Suggested layers</source>
        <translation>建議的層</translation>
    </message>
    <message>
        <source>&amp;Use as Plan</source>
        <translation>作為計畫(&amp;U)</translation>
    </message>
    <message>
        <source>Writes the layers into the recipe; Edit, Undo takes it back.</source>
        <translation>將這些層寫入配方；「編輯」選單的「復原」可收回。</translation>
    </message>
    <message>
        <source>%1, merged</source>
        <translation>%1，已合併</translation>
    </message>
    <message>
        <source>Nothing has to be merged for that.</source>
        <translation>不需要合併任何層。</translation>
    </message>
    <message>
        <source>Recommended by estimate: %1 fewer parameters. The first layers hold few weights and cost most; “Sizes and Trunks” measures what each size loses.</source>
        <translation>依估計建議：參數縮減 %1。前幾層權重少而代價最高；「大小與主幹」可測量每種大小失去多少。</translation>
    </message>
    <message>
        <source>Recommended by measured sizes: %1 fewer parameters, %2 points of mean top-1 below the teachers.</source>
        <translation>依測得的大小建議：參數縮減 %1，平均 top-1 比教師低 %2 個百分點。</translation>
    </message>
    <message>
        <source>Cheapest first, by loss per saved parameter</source>
        <translation>最便宜的優先，依每節省一個參數的損失</translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation>預期損失</translation>
    </message>
    <message>
        <source>Estimate of each layer for itself, without training: how far sharing it moves the answers, in nats an image.</source>
        <translation>每一層單獨的估計，不經訓練：共享該層會使答案移動多遠，以每張影像的奈特計。</translation>
    </message>
    <message>
        <source>%1 of %2 layers, %3 fewer parameters. The losses are estimates from the teachers alone; what a plan really costs, its run tells.</source>
        <translation>%2 層中的 %1 層，參數縮減 %3。損失只由教師估計；計畫真正的代價由執行得知。</translation>
    </message>
</context>
<context>
    <name>zipper::SummaryCard</name>
    <message>
        <source>Summary of the merge</source>
        <translation>合併的摘要</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Show the images that the merge lost and won</source>
        <translation>顯示合併失去與贏得的影像</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>試試看</translation>
    </message>
    <message>
        <source>Ask teachers and merged network about a picture of yours</source>
        <translation>就您的一張圖片詢問教師與合併網路</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>How long it takes is estimated from the rates measured on this machine.</source>
        <translation>所需時間依這部電腦測得的速率估計。</translation>
    </message>
</context>
<context>
    <name>zipper::SummaryLink</name>
    <message>
        <source>the answers could not be compared: %1</source>
        <translation>無法比較答案：%1</translation>
    </message>
    <message>
        <source>images lost and won are counted as soon as nothing else runs</source>
        <translation>一旦沒有其他工作，就會計算失去與贏得的影像</translation>
    </message>
</context>
<context>
    <name>zipper::SwitchRow</name>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
</context>
<context>
    <name>zipper::TaskAnswerCard</name>
    <message>
        <source>What the networks of this task see: %1 × %2 pixels, grey</source>
        <translation>此任務的網路所看到的：%1 × %2 像素，灰階</translation>
    </message>
    <message>
        <source>What the networks of this task see: %1 × %2 pixels, in colour</source>
        <translation>此任務的網路所看到的：%1 × %2 像素，彩色</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>%1, teacher</source>
        <comment>a task</comment>
        <translation>%1，教師</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>merged = teacher</source>
        <translation>合併 = 教師</translation>
    </message>
    <message>
        <source>%1, merged network</source>
        <comment>a task</comment>
        <translation>%1，合併網路</translation>
    </message>
</context>
<context>
    <name>zipper::TaskCard</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Choose model %1</source>
        <translation>選擇模型 %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Choose data %1</source>
        <translation>選擇資料 %1</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>變更…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任務 %1</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>尚未選擇</translation>
    </message>
    <message>
        <source>How model %1 was read</source>
        <translation>模型 %1 如何讀取</translation>
    </message>
    <message>
        <source>Notes on model %1</source>
        <translation>模型 %1 的註記</translation>
    </message>
    <message>
        <source>Change conventions…</source>
        <translation>變更慣例…</translation>
    </message>
    <message>
        <source>Change the conventions of model %1</source>
        <translation>變更模型 %1 的慣例</translation>
    </message>
    <message>
        <source>Says how the model is to be read where the file doesn&apos;t tell, or tells it wrong.</source>
        <translation>說明檔案沒說或說錯的部分應如何讀取。</translation>
    </message>
    <message>
        <source>What data %1 holds</source>
        <translation>資料 %1 的內容</translation>
    </message>
    <message>
        <source>Notes on data %1</source>
        <translation>資料 %1 的註記</translation>
    </message>
    <message>
        <source>Read images…</source>
        <translation>讀取影像…</translation>
    </message>
    <message>
        <source>Change how the images of data %1 are read</source>
        <translation>變更資料 %1 影像的讀取方式</translation>
    </message>
    <message>
        <source>Says what becomes of transparency and of the orientation that cameras note.</source>
        <translation>說明如何處理透明度與相機記錄的方向。</translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>任務 %1 的類別</translation>
    </message>
    <message>
        <source>Match classes…</source>
        <translation>對應類別…</translation>
    </message>
    <message>
        <source>Match the classes of task %1</source>
        <translation>對應任務 %1 的類別</translation>
    </message>
    <message>
        <source>Shows which output of the network each class of the images is, and lets it be changed.</source>
        <translation>顯示影像的每個類別是網路的哪個輸出，並可變更。</translation>
    </message>
    <message>
        <source>What panels and reports call this task. Empty: what its model&apos;s file is called.</source>
        <translation>面板與報告中此任務的名稱。留空：其模型檔案的名稱。</translation>
    </message>
    <message>
        <source>Name of task %1</source>
        <translation>任務 %1 的名稱</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove task %1</source>
        <translation>移除任務 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>like the model&apos;s file</source>
        <translation>與模型檔案相同</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>訓練…</translation>
    </message>
    <message>
        <source>Train a network for task %1</source>
        <translation>為任務 %1 訓練網路</translation>
    </message>
    <message>
        <source>Trains the head of this network, or all of it, on images of yours.</source>
        <translation>以您的影像訓練此網路的頭部或全部。</translation>
    </message>
    <message>
        <source>Train a head…</source>
        <translation>訓練頭部…</translation>
    </message>
</context>
<context>
    <name>zipper::TaskChoice</name>
    <message>
        <source>The task whose networks are shown</source>
        <translation>要顯示其網路的任務</translation>
    </message>
    <message>
        <source>The task whose channels are compared with those of A</source>
        <translation>其通道要與 A 的通道比較的任務</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>任務(&amp;T)</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>所有任務</translation>
    </message>
</context>
<context>
    <name>zipper::TaskTable</name>
    <message>
        <source>Tasks before and after the merge</source>
        <translation>合併前後的任務</translation>
    </message>
</context>
<context>
    <name>zipper::TaskTableModel</name>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Press Enter on a task, or double-click it, to see which of its images changed.</source>
        <translation>在任務上按 Enter 或按兩下，即可看到它的哪些影像改變了。</translation>
    </message>
    <message>
        <source>Teacher (95 %)</source>
        <translation>教師（95 %）</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>教師</translation>
    </message>
    <message>
        <source>Test images that the task&apos;s own network gets right (top-1), and the 95 % interval of that share</source>
        <translation>任務自己的網路答對的測試影像（top-1），以及該比例的 95 % 區間</translation>
    </message>
    <message>
        <source>Merged (95 %)</source>
        <translation>合併（95 %）</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Test images that the merged network gets right (top-1), and the 95 % interval of that share</source>
        <translation>合併網路答對的測試影像（top-1），以及該比例的 95 % 區間</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>區間</translation>
    </message>
    <message>
        <source>Both accuracies with their 95 % intervals on one scale for all tasks: the ring is the teacher, the disc the merged network.</source>
        <translation>兩個準確率及其 95 % 區間，所有任務使用同一刻度：圓圈是教師，圓點是合併網路。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>百分點</translation>
    </message>
    <message>
        <source>Accuracy of the merged network minus that of the teacher, in percentage points</source>
        <translation>合併網路的準確率減去教師的準確率，以百分點計</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>贏得</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Test images that the accuracies are of</source>
        <translation>準確率所依據的測試影像</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>images</comment>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Test images that the teacher gets right and the merged network wrong. Press a number to see them.</source>
        <translation>教師答對而合併網路答錯的測試影像。按數字即可檢視。</translation>
    </message>
    <message>
        <source>Test images that the merged network gets right and the teacher wrong. Press a number to see them.</source>
        <translation>合併網路答對而教師答錯的測試影像。按數字即可檢視。</translation>
    </message>
</context>
<context>
    <name>zipper::TourCard</name>
    <message>
        <source>Back</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Brings the session into the state that this station is about</source>
        <translation>將工作階段帶到這一站所講的狀態</translation>
    </message>
    <message>
        <source>Goes to the station before this one (Alt+Left)</source>
        <translation>回到前一站（Alt+左）</translation>
    </message>
    <message>
        <source>Goes to the next station (Alt+Right)</source>
        <translation>前往下一站（Alt+右）</translation>
    </message>
    <message>
        <source>Begins the tour anew</source>
        <translation>重新開始導覽</translation>
    </message>
    <message>
        <source>Leaves the tour (Esc). Help › Guided Tour takes it up again at this station.</source>
        <translation>離開導覽（Esc）。說明 › 導覽會從這一站接續。</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新開始</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>離開</translation>
    </message>
    <message>
        <source>Station %1 of %2</source>
        <translation>第 %1 站，共 %2 站</translation>
    </message>
    <message>
        <source>✓ Done.</source>
        <translation>✓ 完成。</translation>
    </message>
    <message>
        <source>▸ %1</source>
        <translation>▸ %1</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>結束導覽</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>略過</translation>
    </message>
    <message>
        <source>Guided tour, %1: %2</source>
        <translation>導覽，%1：%2</translation>
    </message>
</context>
<context>
    <name>zipper::TradePlot</name>
    <message>
        <source>Left and Right show the values of the measured networks, Enter or a click chooses one, Escape hides them. Strokes are 95 % intervals, a ring marks what is recommended.</source>
        <translation>左右方向鍵顯示已測量網路的值，Enter 或點一下選擇，Esc 隱藏。線段是 95 % 區間，圓圈標示建議的大小。</translation>
    </message>
    <message>
        <source>mean top-1, %</source>
        <translation>平均 top-1，%</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>預期</translation>
    </message>
    <message>
        <source>Measured on the test images, with 95 % intervals</source>
        <translation>在測試影像上測量，附 95 % 區間</translation>
    </message>
    <message>
        <source>An estimate from the teachers, scaled by what was measured</source>
        <translation>由教師估計，依測得的值縮放</translation>
    </message>
</context>
<context>
    <name>zipper::TradeTable</name>
    <message>
        <source>Measured networks</source>
        <translation>已測量的網路</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>建議</translation>
    </message>
</context>
<context>
    <name>zipper::TrainDialog</name>
    <message>
        <source>Stopped before an epoch was finished: nothing was written.</source>
        <translation>在完成一個訓練週期之前停止：沒有寫入任何東西。</translation>
    </message>
    <message>
        <source>Stopped. The best network, of epoch %1, is in %2.</source>
        <translation>已停止。第 %1 週期的最佳網路在 %2 中。</translation>
    </message>
    <message>
        <source>Finished. The best network, of epoch %1, is in %2.</source>
        <translation>已完成。第 %1 週期的最佳網路在 %2 中。</translation>
    </message>
    <message numerus="yes">
        <source>Validation top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>驗證 top-1：%1（%n 張影像）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>測試 top-1：%1（%n 張影像）。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation>訓練網路</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暫停(&amp;P)</translation>
    </message>
    <message>
        <source>Hold the training after the current batch</source>
        <translation>在目前批次之後暫停訓練</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>End the training after the current batch; the best network so far is kept</source>
        <translation>在目前批次之後結束訓練；至今最佳的網路會保留</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>複製為命令(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the line that does the same in a terminal</source>
        <translation>複製在終端機中做同樣事情的命令</translation>
    </message>
    <message>
        <source>Show &amp;Folder</source>
        <translation>顯示資料夾(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder that the network was written to</source>
        <translation>開啟網路寫入的資料夾</translation>
    </message>
    <message>
        <source>&amp;Use as Task</source>
        <translation>作為任務使用(&amp;U)</translation>
    </message>
    <message>
        <source>Make the trained network, with its images, that of a task of the merge</source>
        <translation>將訓練好的網路及其影像作為合併的一個任務</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>訓練網路</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>訓練的進度</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>關閉(&amp;C)</translation>
    </message>
    <message>
        <source>Close this window; a training that runs goes on</source>
        <translation>關閉此視窗；進行中的訓練會繼續</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任務 %1</translation>
    </message>
    <message>
        <source>&amp;New Task</source>
        <translation>新任務(&amp;N)</translation>
    </message>
    <message>
        <source>Something else runs: a training can start when it has ended.</source>
        <translation>有其他工作執行：結束後即可開始訓練。</translation>
    </message>
    <message>
        <source>Images and network are being looked at …</source>
        <translation>正在查看影像與網路 …</translation>
    </message>
    <message>
        <source>The training begins …</source>
        <translation>訓練開始 …</translation>
    </message>
    <message>
        <source>%1; about %2 left</source>
        <translation>%1；還需約 %2</translation>
    </message>
    <message>
        <source>The best so far, validation top-1 %1, of epoch %2, is in the file already.</source>
        <translation>至今最佳：驗證 top-1 %1，第 %2 週期，已在檔案中。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暫停。</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止 …</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>繼續(&amp;G)</translation>
    </message>
    <message>
        <source>Go on with the training that is held</source>
        <translation>繼續暫停中的訓練</translation>
    </message>
</context>
<context>
    <name>zipper::TrainForm</name>
    <message>
        <source>&amp;Head only</source>
        <translation>只有頭部(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;All layers (fine-tuning)</source>
        <translation>所有層（微調）(&amp;A)</translation>
    </message>
    <message>
        <source>What the weights are to begin with</source>
        <translation>權重從什麼開始</translation>
    </message>
    <message>
        <source>Which classes the network tells apart</source>
        <translation>網路分辨哪些類別</translation>
    </message>
    <message>
        <source>Which MobileNet is made</source>
        <translation>建立哪一種 MobileNet</translation>
    </message>
    <message>
        <source>Choose the file of the network to start from</source>
        <translation>選擇起始網路的檔案</translation>
    </message>
    <message>
        <source>no network chosen yet</source>
        <translation>尚未選擇網路</translation>
    </message>
    <message>
        <source>Choose the folder of images to train on</source>
        <translation>選擇要訓練的影像資料夾</translation>
    </message>
    <message>
        <source>no images chosen yet</source>
        <translation>尚未選擇影像</translation>
    </message>
    <message>
        <source>Choose where the trained network is written</source>
        <translation>選擇訓練好的網路寫到哪裡</translation>
    </message>
    <message>
        <source>asked for at the start</source>
        <translation>開始時詢問</translation>
    </message>
    <message>
        <source>Change conventions…</source>
        <translation>變更慣例…</translation>
    </message>
    <message>
        <source>Says how the network is to be read where the file doesn&apos;t tell, or tells it wrong.</source>
        <translation>說明檔案沒說或說錯時應如何讀取網路。</translation>
    </message>
    <message>
        <source>Read images…</source>
        <translation>讀取影像…</translation>
    </message>
    <message>
        <source>Says what becomes of transparency and of the orientation that cameras note.</source>
        <translation>說明如何處理透明度與相機記錄的方向。</translation>
    </message>
    <message>
        <source>M&amp;inimalistic</source>
        <translation>Minimalistic(&amp;I)</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>訓練什麼</translation>
    </message>
    <message>
        <source>All other layers stay as they are, bit for bit: quick, and enough where the network was trained on many images like these.</source>
        <translation>其他各層逐位元保持不變：快速，若網路曾以許多類似的影像訓練就足夠。</translation>
    </message>
    <message>
        <source>All layers learn: slower, mostly better with some hundred images of each class or more.</source>
        <translation>所有層都學習：較慢，每個類別有數百張以上影像時多半較好。</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>From the file of a network</source>
        <translation>從網路的檔案</translation>
    </message>
    <message>
        <source>From random weights</source>
        <translation>從隨機權重</translation>
    </message>
    <message>
        <source>New head for the classes of the images</source>
        <translation>為影像的類別建立新頭部</translation>
    </message>
    <message>
        <source>The network&apos;s own head and classes</source>
        <translation>網路自己的頭部與類別</translation>
    </message>
    <message>
        <source>Archite&amp;cture:</source>
        <translation>架構(&amp;C)：</translation>
    </message>
    <message>
        <source>W&amp;idth:</source>
        <translation>寬度(&amp;I)：</translation>
    </message>
    <message>
        <source>Width multiplier: 1 is the published network</source>
        <translation>寬度乘數：1 是已發表的網路</translation>
    </message>
    <message>
        <source>Input &amp;size:</source>
        <translation>輸入大小(&amp;S)：</translation>
    </message>
    <message>
        <source>Height and width of the images that the network sees</source>
        <translation>網路所看影像的高與寬</translation>
    </message>
    <message>
        <source>Stem stri&amp;de:</source>
        <translation>起始層步幅(&amp;D)：</translation>
    </message>
    <message>
        <source>Of the first convolution: 1 for small images</source>
        <translation>第一個卷積的步幅：小影像用 1</translation>
    </message>
    <message>
        <source>A MobileNet V3 with 3×3 kernels alone, without squeeze-and-excite and hard swish</source>
        <translation>只有 3×3 卷積核、沒有擠壓激勵與 hard swish 的 MobileNet V3</translation>
    </message>
    <message>
        <source>The images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Conventions of the network to start from</source>
        <translation>起始網路的慣例</translation>
    </message>
    <message>
        <source>Images to train on</source>
        <translation>要訓練的影像</translation>
    </message>
    <message>
        <source>Choose the network to start from.</source>
        <translation>請選擇起始網路。</translation>
    </message>
    <message>
        <source>Choose the images to train on.</source>
        <translation>請選擇要訓練的影像。</translation>
    </message>
</context>
<context>
    <name>zipper::TrainLink</name>
    <message>
        <source>Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;All files (*)</source>
        <translation>模型 (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Network to start from</source>
        <translation>起始網路</translation>
    </message>
    <message>
        <source>Images to train on</source>
        <translation>要訓練的影像</translation>
    </message>
    <message>
        <source>Trained network</source>
        <translation>訓練好的網路</translation>
    </message>
    <message>
        <source>This file is not written over.</source>
        <translation>這個檔案不會被覆寫。</translation>
    </message>
    <message>
        <source>Training a network</source>
        <translation>訓練網路</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>訓練失敗。</translation>
    </message>
    <message>
        <source>Training: epoch %1 of %2</source>
        <translation>訓練：第 %1 週期，共 %2</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>訓練：已暫停</translation>
    </message>
    <message>
        <source>The training ended without a network.</source>
        <translation>訓練結束，沒有得到網路。</translation>
    </message>
    <message>
        <source>The trained network is in %1.</source>
        <translation>訓練好的網路在 %1 中。</translation>
    </message>
</context>
<context>
    <name>zipper::TrainSettings</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Random changes</source>
        <translation>隨機變化(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Epochs:</source>
        <translation>訓練週期(&amp;E)：</translation>
    </message>
    <message>
        <source>Passes over the training images</source>
        <translation>走訪訓練影像的次數</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>批次(&amp;B)：</translation>
    </message>
    <message>
        <source>Images per batch</source>
        <translation>每個批次的影像數</translation>
    </message>
    <message>
        <source>Learning ra&amp;te:</source>
        <translation>學習率(&amp;T)：</translation>
    </message>
    <message>
        <source>Its peak: it rises for up to an epoch and falls to zero as half a cosine; AdamW</source>
        <translation>其峰值：最多在一個週期內上升，再以半個餘弦降到零；AdamW</translation>
    </message>
    <message>
        <source>&amp;Weight decay:</source>
        <translation>權重衰減(&amp;W)：</translation>
    </message>
    <message>
        <source>Of AdamW</source>
        <translation>AdamW 的</translation>
    </message>
    <message>
        <source>Label smoothin&amp;g:</source>
        <translation>標籤平滑(&amp;G)：</translation>
    </message>
    <message>
        <source>Share of each label that is spread over all classes</source>
        <translation>每個標籤分散到所有類別的比例</translation>
    </message>
    <message>
        <source>&amp;Validation share:</source>
        <translation>驗證比例(&amp;V)：</translation>
    </message>
    <message>
        <source>Share of the training images that the best epoch is chosen by, where the folder has no validation images of its own</source>
        <translation>資料夾沒有自己的驗證影像時，用來選擇最佳週期的訓練影像比例</translation>
    </message>
    <message>
        <source>See&amp;d:</source>
        <translation>種子(&amp;D)：</translation>
    </message>
    <message>
        <source>Of new weights, of the order of images and of what changes them</source>
        <translation>新權重、影像順序及其變化的種子</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>執行緒(&amp;H)：</translation>
    </message>
    <message>
        <source>0: one for each core</source>
        <translation>0：每個核心一個</translation>
    </message>
    <message>
        <source>De&amp;vice:</source>
        <translation>裝置(&amp;V)：</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>由什麼計算</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Images differ in each epoch: shifted by up to an eighth, and as chosen here. Without, a head that is trained alone needs to see each image only once, which is much quicker.</source>
        <translation>每個週期的影像都不同：平移最多八分之一，以及此處所選。沒有變化時，單獨訓練的頭部只需看每張影像一次，快得多。</translation>
    </message>
    <message>
        <source>&amp;Mirrored left-right</source>
        <translation>左右鏡射(&amp;M)</translation>
    </message>
    <message>
        <source>Smallest &amp;part:</source>
        <translation>最小部分(&amp;P)：</translation>
    </message>
    <message>
        <source>Share of the image&apos;s area that is seen at least; 1: always all of it</source>
        <translation>至少看到的影像面積比例；1：永遠全部</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>色彩(&amp;L)：</translation>
    </message>
    <message>
        <source>Brightness and contrast change by up to this factor</source>
        <translation>亮度與對比最多改變的倍數</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 on.</source>
        <translation>種子必須是從 0 起的整數。</translation>
    </message>
</context>
<context>
    <name>zipper::TrainingPlot</name>
    <message>
        <source>Top-1 by epochs</source>
        <translation>各訓練週期的 top-1</translation>
    </message>
    <message>
        <source>Loss by batches</source>
        <translation>各批次的損失</translation>
    </message>
    <message>
        <source>Left and Right show the values before and after, Escape hides them.</source>
        <translation>左右方向鍵顯示前後的值，Esc 隱藏。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>訓練週期</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>How many images are right appears here after each epoch.</source>
        <translation>每個週期之後，此處顯示答對多少影像。</translation>
    </message>
    <message>
        <source>The loss of each batch appears here.</source>
        <translation>每個批次的損失顯示在此。</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>top-1，%</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>損失，已平滑</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Share of the validation images that is right; a ring marks what is kept</source>
        <translation>驗證影像中答對的比例；圓圈標示保留的網路</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Share of the training images that was right while the epoch ran</source>
        <translation>週期進行時訓練影像中答對的比例</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>已平滑</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>訓練週期 %1</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>top-1</translation>
    </message>
</context>
<context>
    <name>zipper::TrunksPage</name>
    <message>
        <source>Of calibration after each layer; a trunk needs some.</source>
        <translation>每層之後校準的迭代次數；主幹需要一些。</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>最後一層之後端對端進行；0：無。</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>測量(&amp;M)</translation>
    </message>
    <message>
        <source>Accuracy against speedup</source>
        <translation>準確率與加速</translation>
    </message>
    <message>
        <source>measured speedup, one image for all tasks</source>
        <translation>實測加速，所有任務看一張影像</translation>
    </message>
    <message>
        <source>Measured trunks appear here, one after the other.</source>
        <translation>測得的主幹會依序顯示在此。</translation>
    </message>
    <message>
        <source>For tasks that look at the same image: the first layers are shared whole and computed once, which is what makes a merged network faster. Times are measured on this machine.</source>
        <translation>用於看同一張影像的任務：前幾層整個共享並只計算一次，這使合併網路更快。時間在這部電腦上測量。</translation>
    </message>
    <message>
        <source>Depths are numbers from 0 to %1, separated by commas.</source>
        <translation>深度是 0 到 %1 的數字，以逗號分隔。</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>全部約需 %1。</translation>
    </message>
    <message>
        <source>The last layer that is shared whole, separated by commas; 0: no trunk.</source>
        <translation>整個共享的最後一層，以逗號分隔；0：沒有主幹。</translation>
    </message>
    <message>
        <source>Merge with each of these trunks, and score and time it; the session stays as it is</source>
        <translation>以這些主幹各自合併，並評分與計時；工作階段保持不變</translation>
    </message>
    <message>
        <source>&amp;Depths:</source>
        <translation>深度(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>每層迭代次數(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>微調(&amp;F)：</translation>
    </message>
</context>
<context>
    <name>zipper::TryLink</name>
    <message>
        <source>Open models to try them on a picture of your own.</source>
        <translation>開啟模型，即可用您自己的圖片試試看。</translation>
    </message>
    <message>
        <source>Drop a picture here, paste, open or draw one, or show one to the camera.</source>
        <translation>拖放、貼上、開啟或畫一張圖片，或拿到攝影機前。</translation>
    </message>
    <message>
        <source>Asking the networks…</source>
        <translation>正在詢問網路…</translation>
    </message>
</context>
<context>
    <name>zipper::TryPanel</name>
    <message>
        <source>There is no answer to this picture.</source>
        <translation>這張圖片沒有答案。</translation>
    </message>
    <message>
        <source>Teachers and merged network after %1</source>
        <comment>a step: layer 3</comment>
        <translation>%1 之後的教師與合併網路</translation>
    </message>
    <message>
        <source>Nothing is merged yet: for each task the merged network is still its teacher.</source>
        <translation>尚未合併任何東西：每個任務的合併網路仍是其教師。</translation>
    </message>
    <message>
        <source>All tasks, one after the other: teachers %1, merged network %2; with the trunk computed once for all %3.</source>
        <translation>所有任務依序計算：教師 %1，合併網路 %2；主幹只算一次時全部 %3。</translation>
    </message>
    <message>
        <source>All teachers, one after the other: %1.</source>
        <translation>所有教師依序計算：%1。</translation>
    </message>
    <message>
        <source>All tasks, one after the other: teachers %1, merged network %2.</source>
        <translation>所有任務依序計算：教師 %1，合併網路 %2。</translation>
    </message>
    <message>
        <source>Something else was computed meanwhile: alone, the networks are faster.</source>
        <translation>其間還計算了別的東西：單獨時網路更快。</translation>
    </message>
    <message>
        <source>A network can only answer with its own classes: to a picture of another kind even a high percentage means nothing.</source>
        <translation>網路只能以它自己的類別作答：對另一種圖片，再高的百分比也沒有意義。</translation>
    </message>
    <message>
        <source>Measured for this picture alone, on this machine: sums of the medians of several runs</source>
        <translation>單獨為這張圖片在這部電腦上測得：數次執行的中位數之和</translation>
    </message>
</context>
<context>
    <name>zipper::WeightsPage</name>
    <message>
        <source>Heads are never merged: each task keeps its own.</source>
        <translation>頭部從不合併：每個任務保有自己的。</translation>
    </message>
    <message>
        <source>This layer isn&apos;t merged: each task has its own weights.</source>
        <translation>這一層尚未合併：每個任務有自己的權重。</translation>
    </message>
    <message>
        <source>A is %1, %2 is %3, so there is no difference to show.</source>
        <translation>A 是 %1，%2 是 %3，因此沒有差異可顯示。</translation>
    </message>
    <message>
        <source>The stem has no pointwise convolution. Its kernels are in the Kernels tab.</source>
        <translation>起始層沒有逐點卷積。其卷積核在「卷積核」分頁。</translation>
    </message>
    <message>
        <source>These networks have no head.</source>
        <translation>這些網路沒有頭部。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>The channels of %1 stand in the order in which they were matched to those of A, not in that of the file.</source>
        <translation>%1 的通道依其與 A 配對的順序排列，而不是檔案中的順序。</translation>
    </message>
    <message>
        <source>%1 has no head.</source>
        <translation>%1 沒有頭部。</translation>
    </message>
    <message>
        <source>The head of %1 has no such layer.</source>
        <translation>%1 的頭部沒有這樣的層。</translation>
    </message>
    <message>
        <source>Squeeze reads the mean of each channel over all positions.</source>
        <translation>擠壓讀取每個通道在所有位置上的平均。</translation>
    </message>
    <message>
        <source>Excite puts out a factor between 0 and 1 for each channel, which multiplies what the depthwise convolution puts out.</source>
        <translation>激勵為每個通道輸出 0 到 1 之間的係數，用來乘上逐深度卷積的輸出。</translation>
    </message>
    <message>
        <source>This layer is merged here, and not beside.</source>
        <translation>這一層在此處已合併，在並列步驟中則尚未合併。</translation>
    </message>
    <message>
        <source>This layer is merged beside, and not here.</source>
        <translation>這一層在並列步驟中已合併，在此處則尚未合併。</translation>
    </message>
    <message>
        <source>The channels of some task stand in another order beside than here, so it has no difference to show.</source>
        <translation>某個任務的通道順序在並列步驟中與此處不同，因此沒有差異可顯示。</translation>
    </message>
</context>
<context>
    <name>zipper::WelcomeLink</name>
    <message>
        <source>Model of task %1</source>
        <translation>任務 %1 的模型</translation>
    </message>
    <message>
        <source>Images of task %1</source>
        <translation>任務 %1 的影像</translation>
    </message>
    <message>
        <source>The classes of task %1 don&apos;t fit the outputs of its network: see its card.</source>
        <translation>任務 %1 的類別與其網路的輸出不符：請看其卡片。</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;All files (*)</source>
        <translation>模型 (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>zipper::WelcomePage</name>
    <message>
        <source>Zipper Workbench</source>
        <translation>Zipper Workbench</translation>
    </message>
    <message>
        <source>&amp;Open the sample</source>
        <translation>開啟範例(&amp;O)</translation>
    </message>
    <message>
        <source>Two small networks, fashion and digits, ready to step</source>
        <translation>兩個小網路：服飾與數字，可立即開始</translation>
    </message>
    <message>
        <source>Opens two trained networks with their data: a complete session to try everything with.</source>
        <translation>開啟兩個訓練好的網路及其資料：可以嘗試一切的完整工作階段。</translation>
    </message>
    <message>
        <source>Open model &amp;A…</source>
        <translation>開啟模型 A(&amp;A)…</translation>
    </message>
    <message>
        <source>Chooses the trained network of task A.</source>
        <translation>選擇任務 A 的訓練好的網路。</translation>
    </message>
    <message>
        <source>Open model &amp;B…</source>
        <translation>開啟模型 B(&amp;B)…</translation>
    </message>
    <message>
        <source>Chooses the trained network of task B.</source>
        <translation>選擇任務 B 的訓練好的網路。</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>開啟工作階段(&amp;S)…</translation>
    </message>
    <message>
        <source>Opens a merge that was saved as a .zipper file.</source>
        <translation>開啟存成 .zipper 檔案的合併。</translation>
    </message>
    <message>
        <source>Goes back to the session that is open; nothing of it is lost.</source>
        <translation>回到開啟中的工作階段；其內容不會遺失。</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>最近的工作階段</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌中</translation>
    </message>
    <message>
        <source>Bac&amp;k to the session</source>
        <translation>回到工作階段(&amp;K)</translation>
    </message>
    <message>
        <source>Bac&amp;k to %1</source>
        <translation>回到 %1(&amp;K)</translation>
    </message>
    <message>
        <source>Merge trained MobileNets, layer by layer, into one network that serves all their tasks, and watch it learn.</source>
        <translation>將訓練好的 MobileNet 逐層合併成一個服務所有任務的網路，並看著它學習。</translation>
    </message>
    <message>
        <source>Your networks</source>
        <translation>您的網路</translation>
    </message>
    <message>
        <source>Or drop model files, data folders or a session anywhere in this window.</source>
        <translation>或將模型檔案、資料夾或工作階段拖放到此視窗的任何地方。</translation>
    </message>
    <message>
        <source>Open the sample of &amp;photographs</source>
        <translation>開啟照片範例(&amp;P)</translation>
    </message>
    <message>
        <source>Flowers and clothes, in colour and 96×96</source>
        <translation>花卉與服飾，彩色 96×96</translation>
    </message>
    <message>
        <source>Opens two networks that were trained on photographs, with their pictures.</source>
        <translation>開啟兩個以照片訓練的網路及其圖片。</translation>
    </message>
    <message>
        <source>Take the &amp;guided tour</source>
        <translation>參加導覽(&amp;G)</translation>
    </message>
    <message>
        <source>Ten stations that show what merging is for, on a sample that you merge yourself.</source>
        <translation>以十站說明合併的用途，使用由您親自合併的範例。</translation>
    </message>
</context>
<context>
    <name>zipper::WhatsThis</name>
    <message>
        <source>More in the handbook</source>
        <translation>手冊中的更多說明</translation>
    </message>
</context>
<context>
    <name>zipper::ZipperMotif</name>
    <message>
        <source>A zipper: two strands become one</source>
        <translation>拉鍊：兩股合而為一</translation>
    </message>
</context>
<context>
    <name>zipper::ZipperView</name>
    <message>
        <source>mismatch</source>
        <translation>差異</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>depthwise, one per task</source>
        <translation>逐深度，每個任務一個</translation>
    </message>
    <message>
        <source>height: √ of parameters</source>
        <translation>高度：參數的 √</translation>
    </message>
    <message>
        <source>Zipper</source>
        <translation>拉鍊</translation>
    </message>
    <message>
        <source>&amp;Run to layer %1</source>
        <translation>執行到層 %1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run to this layer</source>
        <translation>執行到此層(&amp;R)</translation>
    </message>
    <message>
        <source>Merge all layers of the plan up to this one</source>
        <translation>合併計畫中直到此層為止的所有層</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>顯示整條(&amp;F)</translation>
    </message>
    <message>
        <source>Show the whole zipper (F)</source>
        <translation>顯示整條拉鍊（F）</translation>
    </message>
    <message>
        <source>Export as &amp;PNG…</source>
        <translation>匯出為 PNG(&amp;P)…</translation>
    </message>
    <message>
        <source>Write the whole zipper as an image</source>
        <translation>將整條拉鍊寫成影像</translation>
    </message>
    <message>
        <source>Export as &amp;SVG…</source>
        <translation>匯出為 SVG(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the whole zipper as a drawing that scales</source>
        <translation>將整條拉鍊寫成可縮放的圖</translation>
    </message>
    <message>
        <source>Export the zipper as PNG</source>
        <translation>將拉鍊匯出為 PNG</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG 影像 (*.png)</translation>
    </message>
    <message>
        <source>The image couldn&apos;t be exported.</source>
        <translation>無法匯出影像。</translation>
    </message>
    <message>
        <source>Export the zipper as SVG</source>
        <translation>將拉鍊匯出為 SVG</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 圖 (*.svg)</translation>
    </message>
    <message>
        <source>The drawing couldn&apos;t be exported.</source>
        <translation>無法匯出圖。</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>起始層</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>層 %1</translation>
    </message>
    <message>
        <source>%1 parameters, %2 MACs</source>
        <translation>%1 個參數，%2 MAC</translation>
    </message>
    <message>
        <source>%1 → %2 channels, %3 → %4</source>
        <translation>%1 → %2 個通道，%3 → %4</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>尚未測量</translation>
    </message>
    <message>
        <source>infinite: the calibration diverges</source>
        <translation>無限大：校準發散</translation>
    </message>
    <message>
        <source>shared by the tasks</source>
        <translation>由各任務共享</translation>
    </message>
    <message>
        <source>one per task</source>
        <translation>每個任務一個</translation>
    </message>
    <message>
        <source>Mismatch %1</source>
        <translation>差異 %1</translation>
    </message>
    <message>
        <source>%1 → %2 classes</source>
        <translation>%1 → %2 個類別</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>No layer is selected. The arrow keys select one.</source>
        <translation>沒有選擇層。方向鍵可選擇。</translation>
    </message>
    <message>
        <source>one per task</source>
        <comment>stem</comment>
        <translation>每個任務一個</translation>
    </message>
    <message>
        <source>one per task, never merged</source>
        <translation>每個任務一個，從不合併</translation>
    </message>
    <message>
        <source>shared whole (trunk)</source>
        <translation>整個共享（主幹）</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2, %3 classes.</source>
        <translation>%1：%2，%3 個類別。</translation>
    </message>
    <message>
        <source>%1: %2, %3 channels at %4.</source>
        <translation>%1：%2，%3 個通道，%4。</translation>
    </message>
    <message>
        <source>Zipper view</source>
        <translation>拉鍊檢視</translation>
    </message>
    <message>
        <source>merge cost, estimated</source>
        <translation>合併成本，估計值</translation>
    </message>
    <message>
        <source>Merge cost</source>
        <translation>合併成本</translation>
    </message>
    <message>
        <source>%1 (estimate)</source>
        <translation>%1（估計）</translation>
    </message>
    <message>
        <source>&amp;Try layer %1 again…</source>
        <translation>重試層 %1(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Try this layer again…</source>
        <translation>重試此層(&amp;T)…</translation>
    </message>
    <message>
        <source>Go back before the step that merged this layer and choose another strategy; all steps stay in the history</source>
        <translation>回到合併此層的步驟之前並選擇另一種策略；所有步驟都留在歷程中</translation>
    </message>
    <message numerus="yes">
        <source>Merge of %n network(s), layer by layer</source>
        <translation>
            <numerusform>%n 個網路的合併，逐層進行</numerusform>
        </translation>
    </message>
    <message>
        <source>Open two or more trained networks to see them here as a zipper</source>
        <translation>開啟兩個以上訓練好的網路，即可在此看到拉鍊</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1. No layer is selected. The arrow keys select one.</source>
        <translation>
            <numerusform>%n 個任務，由上而下：%1。沒有選擇層。方向鍵可選擇。</numerusform>
        </translation>
    </message>
    <message>
        <source>input added</source>
        <translation>加上輸入</translation>
    </message>
    <message>
        <source>Depthwise %1</source>
        <translation>逐深度 %1</translation>
    </message>
    <message>
        <source>Expand %1</source>
        <translation>擴張 %1</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>投影 %1</translation>
    </message>
    <message>
        <source>Pointwise %1</source>
        <translation>逐點 %1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加法</translation>
    </message>
    <message>
        <source>the layer&apos;s input</source>
        <translation>該層的輸入</translation>
    </message>
    <message>
        <source>%1: %2, %3 channels at %4; its input is added.</source>
        <translation>%1：%2，%3 個通道，%4；加上其輸入。</translation>
    </message>
    <message>
        <source>of the mean of each channel over all positions</source>
        <translation>每個通道在所有位置上的平均</translation>
    </message>
    <message>
        <source>factors, which multiply the depthwise channels</source>
        <translation>係數，乘上逐深度通道</translation>
    </message>
    <message>
        <source>Squeeze %1</source>
        <translation>擠壓 %1</translation>
    </message>
    <message>
        <source>Excite %1</source>
        <translation>激勵 %1</translation>
    </message>
    <message numerus="yes">
        <source>None of %n layer(s) is merged.</source>
        <translation>
            <numerusform>%n 層中尚未合併任何一層。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n layer(s) these are merged: %1.</source>
        <translation>
            <numerusform>%n 層中已合併：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1 is in work.</source>
        <translation>層 %1 進行中。</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1.</source>
        <translation>
            <numerusform>%n 個任務，由上而下：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>full bar</source>
        <translation>滿格</translation>
    </message>
    <message>
        <source>full bar: %1</source>
        <translation>滿格：%1</translation>
    </message>
    <message>
        <source>A full bar is a mismatch of %1.</source>
        <translation>滿格的長條代表差異 %1。</translation>
    </message>
    <message>
        <source>The mismatch bars have another scale: a full bar is %1 now, and was %2 before.</source>
        <translation>差異長條的刻度變了：滿格現在是 %1，之前是 %2。</translation>
    </message>
    <message>
        <source>&lt;p&gt;Strands, one per task, run from the input to the output, the first task&apos;s at the top. Each has its colour; of more than two, each also has a marker and a letter at its ends. Layers that are merged lie in the middle, and the slider stands where the merge has got to. The height of a block is the square root of its parameters; the bars at the edges are the mean difference between each teacher and the merged network, all on the scale that stands beside them, those in the middle what merging a layer costs by estimate.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Double click: look at a layer. Left and Right: select a layer. F: fit. Enter: menu.&lt;/p&gt;</source>
        <translation>&lt;p&gt;每個任務一股，從輸入到輸出，第一個任務在最上方。各有其顏色；超過兩股時，各股兩端還有標記與字母。已合併的層在中間，拉頭在合併目前到達之處。區塊的高度是其參數的平方根；邊緣的長條是各教師與合併網路之間的平均差異，都用寫在旁邊的刻度，中間的長條是合併一層的估計成本。&lt;/p&gt;&lt;p&gt;滾輪：縮放。拖曳：移動。按兩下：檢視一層。左右方向鍵：選擇層。F：顯示整條。Enter：選單。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>zipper::plots::CurvesFigure</name>
    <message>
        <source>No calibration yet: the losses appear here while a step runs.</source>
        <translation>尚未校準：步驟執行時損失會顯示在此。</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>損失曲線</translation>
    </message>
    <message>
        <source>Losses over the iterations of the calibration, faint as measured and smoothed above. Wheel: zoom, with Shift or over an axis: its values. Drag: move. Double-click or Home: fit everything. Keys: Left, Right, +, −, Up, Down; Ctrl+Left and Ctrl+Right move the crosshair, End follows the newest iteration.</source>
        <translation>校準各迭代的損失，淡色為實測，上方為平滑後。滾輪：縮放，加 Shift 或在軸上時：縮放其值。拖曳：移動。按兩下或 Home：顯示全部。按鍵：左、右、+、−、上、下；Ctrl+左與 Ctrl+右移動十字線，End 跟隨最新的迭代。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>iteration, all steps</source>
        <translation>迭代，所有步驟</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>學習率</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>top-1，%</translation>
    </message>
    <message>
        <source>top-1, % (newest ≈)</source>
        <translation>top-1，%（最新 ≈）</translation>
    </message>
</context>
<context>
    <name>zipper::plots::SmoothingSlider</name>
    <message>
        <source>S&amp;moothing</source>
        <translation>平滑(&amp;M)</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Iterations over which the curves are averaged (exponentially, without the pull towards zero at the start).
The values as measured stay visible behind, faintly.</source>
        <translation>曲線取平均的迭代次數（指數式，開頭沒有往零的拉力）。
實測的值仍以淡色留在後方。</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>%1 次迭代</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
</context>
</TS>
