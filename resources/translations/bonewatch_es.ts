<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>Recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the recommendation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An internal fault kept Bonewatch from deciding. Change an answer or reset; if it stays, restart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: {variant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer: {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferred step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the variants that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the variant that fits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Teaching case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answers from &amp;Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vignette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the room is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it takes home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to find it by, with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as in Reference, with commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseFiles</name>
    <message>
        <source>Open case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The window shows one case. Drop one case file; %n were dropped.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No file was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem} The case is still in the window; File, Save case as… puts it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes in {file}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without saving, the file stays as it was last saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has changed on the drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer holds what was read or saved with this case. Overwrite it, or save this case under another name and compare the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of recent files is not kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Search the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You&amp;r cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not usable: {faults}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any difficulty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases: {shown} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseState</name>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>Applies this answer; undo takes it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>The answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparedLine</name>
    <message>
        <source>{label}, differs: pinned {first}, now {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, the same: {first}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparedPart</name>
    <message>
        <source>{heading} · no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{heading} · differences: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in both: {facts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this one instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference yet. Change an answer, or open another case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines differ.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ratings of the ACR topic of {year}, scenario by scenario. A category is looked up, never computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five scenarios side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has changed since {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case lies in: {titles}. Decide says what its ratings mean for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is outside what Bonewatch decides. It fits: {titles}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is outside what Bonewatch decides, and no scenario of this topic fits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is not decided yet: none of these tables answers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm in the ACR document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dash: the table has no such row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed on the left only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listed on the right only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DecidePlace</name>
    <message>
        <source>Next steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DifferentialSection</name>
    <message>
        <source>Differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is fixed. A mark says which answers of the present case make a diagnosis worth a second look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Think of it here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{number} of {most}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaultHandler</name>
    <message>
        <source>The log could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A log without any answers of the case is at {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was taken off the screen; your entries are kept. {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An internal fault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindButton</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindPalette</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command, an answer, a protocol, a question, a case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found. Fewer letters find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found, the first {most} shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>ACR topic {year} · article reviewed {reviewed} · content {version} ({hash})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GallerySheet</name>
    <message>
        <source>Gallery - Bonewatch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoutButton</name>
    <message>
        <source>Hando&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Question only…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the &amp;answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntervalsEntry</name>
    <message>
        <source>Schedule of visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In months after the end of treatment. A period that stays open goes on without an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period {number}, until month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period {number}, months at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period {number}, months at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month {month}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalKeeper</name>
    <message>
        <source>Mend the file, or write it anew in Edit, Local protocol…; the answer needs none of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the right to write in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalProtocolDialog</name>
    <message>
        <source>Local protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of your site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you enter stands beside the answer under the badge “Local”, with your site&apos;s name. It changes no rating, no step and no warning. The answer on artifact reduction is filled in where a new case starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not saved. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not removed. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: nothing local is shown any more. What stands here can be saved again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Copy note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy cannot be used as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local protocol is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save case &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export one page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
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
        <source>&amp;Pin for comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Local protocol…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Bonewatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deci&amp;de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Present the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for: {uses}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content {version}, SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt is used under the LGPL, version 3; the license texts are in the program&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesEntry</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown under Why, and with the answer when a case comes to this step or study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is above {limit}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is below {limit}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published figures for teaching and for the tumor board. None of them moves the recommendation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed, {low:g} to {high:g} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 %, our arithmetic, {low:.1f} to {high:.1f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with 95 % interval, from its counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with the range that is printed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OnePage</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was not printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was taken off the screen. Change or open a case.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionView</name>
    <message>
        <source>Take back a vote for {option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnCases</name>
    <message>
        <source>Save it, or leave it without saving; then start the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case is not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the teaching case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} The case is still in the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open teaching cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases (*.json);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is a file that ends in .json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files in “{folder}” cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>As a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.svg *.pdf *.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Presenter - Bonewatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProtocolsSection</name>
    <message>
        <source>Protocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advised now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not settled by any source here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionsSection</name>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that the present case raises come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuizResult</name>
    <message>
        <source>{right} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer: {right}. Chosen: {chosen}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quiz.txt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuizRun</name>
    <message>
        <source>&amp;Next case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End qui&amp;z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case {number} of {all} · {right} of {answered} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RadiationSection</name>
    <message>
        <source>Radiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For talking with patients: effective doses in millisievert (mSv), as published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published, one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective dose of one examination, mSv, each step ten times the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published effective doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dot is a source&apos;s own value. Take the spread for what is known. Told as time of natural background: {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACR&apos;s level, where no dose was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One visit to come, program by program</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n visits to come, program by program</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>effective dose of all visits together, mSv, each step ten times the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number of visits, child, {site}. MRI and ultrasound would add nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number of visits, adult, {site}. MRI and ultrasound would add nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a source gives one view, a visit counts as two: our assumption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row without a line: neither a dose nor a level was seen for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither a dose nor a level was seen for this site and patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACR&apos;s level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{doses}; like natural background of {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingCard</name>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or: {procedure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead: {procedure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of {weak}: {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm in the ACR document</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings appear once the case is complete and in scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also rated, to confirm: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;No file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep this list (set by your organization)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferencePlace</name>
    <message>
        <source>Back to the case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>{badge} · {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchedulesSection</name>
    <message>
        <source>Schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published schedules beside each other. Months count from the end of treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is set up. Your center&apos;s own schedule comes first; once set up, it stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{visits}. It stands first below, on your site&apos;s word and without a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done, and how often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months since treatment are not recorded; visits to come are counted from the end of treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are at month {month:g}. Visits to come are counted from a visit today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{track}: months {months}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years since the end of treatment; in the boxes, months between visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period with its interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next visits, earliest to latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules on a time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here: month {month:g}, beyond this scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here: month {month:g}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenMenu</name>
    <message>
        <source>Screen &amp;{number}: {name}, {width} by {height}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each holds as soon as it is chosen, a language from the next start on, and is kept for you on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in this computer&apos;s region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files in the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes in ASCII only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper for PDF and print</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesButton</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sources: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of {title}: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesSection</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways between steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiation levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiation levels of studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published doses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article behind the content was reviewed on {day}, one day ago. A title in [brackets] is ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The article behind the content was reviewed on {day}, %n days ago. A title in [brackets] is ours.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Specimens</name>
    <message>
        <source>Bonewatch {version}: every component in every state</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps appear once the case is complete and in scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inferred step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why {answer} leads to {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeachDoor</name>
    <message>
        <source>&amp;Make a teaching case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open case &amp;files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a fol&amp;der of cases…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TeachPlace</name>
    <message>
        <source>&amp;Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open in Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases in the quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;dit a copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit flo&amp;wchart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge flowchart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shrink flowchart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by your organization</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisionPreview</name>
    <message>
        <source>&amp;Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Protan, no red cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deutan, no green cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tritan, no blue cones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gray, no color at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color preview: {vision}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Color &amp;vision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preview}. These are not the program&apos;s own colors; they come back with the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitsEditor</name>
    <message>
        <source>Visits to come</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarningRow</name>
    <message>
        <source>Notice: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WarningsPanel</name>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitfalls appear once the case is complete and in scope.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiation level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radiation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>What would change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No single answer would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Close the explanation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferred: {notice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because of these answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CaseBlock</name>
    <message>
        <source>For the present case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_CaseLine</name>
    <message>
        <source>Because of {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {card}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Columns</name>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_LevelPanel</name>
    <message>
        <source>ACR&apos;s relative radiation levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adult</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the table of all sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sites: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs; look at a neighbor under All sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for CT; look at a neighbor under All sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs and CT; look at a neighbor under All sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>band not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {number} · {band}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SegmentEditor</name>
    <message>
        <source>key {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>check its name, and whether its drive is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask for the right to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {finding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schema: the file was saved by a newer Bonewatch as {schema}; update this one, which reads {own}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}; {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not JSON: {reason} at line {line}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number that JSON allows; use null for what is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a key that a case file has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not true, false or null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is above {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is below {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not a word in small letters, digits and _</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is not an object in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty; write something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is blank; write something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item} is listed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too short (at least {limit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long (at most {limit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds {value}; a case file holds one JSON object in braces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try again, or use a copy on another drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>larger than {limit} KiB, the limit for a case file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key}: this key stands twice in one object; keep one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: is a folder; name a case file in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: is not a file name: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not UTF-8 text: byte {number} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested too deeply for a case file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a number with too many digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching: is missing; without a vignette and a question nothing can be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching.options: {option} is neither an action nor a procedure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching.options: {one} and {other} are one answer; keep one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching.options: one must be {option}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching.options: one must be {one} or {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teaching.sources: {source} is not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{publisher}, {year}. {where}. {seen}; checked {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is not recorded; {answer} is assumed. Another answer would lead elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{publisher}, year not seen. {where}. {seen}; checked {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or: {study}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead: {study}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaching point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed: {answers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local: {site}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes over several lines; write it on one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below {dose} mSv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{study}, level {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {months} months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months {first}–{last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from month {month}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{file}&apos; ends in none of {endings}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not UTF-8 (byte {number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not TOML: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be opened, so what you prefer holds until you close the window. Ask for the right to read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged: what cannot be read in it is as if never set. Set it anew, or delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on that drive or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in your share of that drive or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is write-protected. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>course</name>
    <message>
        <source>Reached by: {way}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads to: {ways}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>difficulty</name>
    <message>
        <source>Basic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>{printer} cannot be used. Choose another printer, or export a PDF and print that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer cannot be used. Choose another one, or export a PDF and print that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer gave up. Look after it, then print again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
