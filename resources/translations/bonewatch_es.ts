<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Not for: {uses}.</source>
        <translation>No sirve para: {uses}.</translation>
    </message>
    <message>
        <source>Content {version}, SHA-256 {hash}</source>
        <translation>Contenido {version}, SHA-256 {hash}</translation>
    </message>
    <message>
        <source>Qt is used under the LGPL, version 3; the license texts are in the program&apos;s folder.</source>
        <translation>Qt se usa bajo la LGPL, versión 3; los textos de las licencias están en la carpeta del programa.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>¿Por &amp;qué?</translation>
    </message>
    <message>
        <source>Explains the recommendation</source>
        <translation>Explica la recomendación</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation>Comité de tumores</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>An internal fault kept Bonewatch from deciding. Change an answer or reset; if it stays, restart.</source>
        <translation>Un fallo interno impidió que Bonewatch decidiera. Cambie una respuesta o empiece un caso nuevo; si persiste, reinicie el programa.</translation>
    </message>
    <message>
        <source>Tumor board: {reason}</source>
        <translation>Comité de tumores: {reason}</translation>
    </message>
    <message>
        <source>See: {variant}</source>
        <translation>Véase: {variant}</translation>
    </message>
    <message>
        <source>Assumed: {text}</source>
        <translation>Se supone: {text}</translation>
    </message>
    <message>
        <source>Answer: {field}</source>
        <translation>Responda: {field}</translation>
    </message>
    <message>
        <source>Inferred step</source>
        <translation>Paso inferido</translation>
    </message>
    <message>
        <source>Open the variants that fit</source>
        <translation>Abrir las variantes que corresponden</translation>
    </message>
    <message>
        <source>Open the variant that fits</source>
        <translation>Abrir la variante que corresponde</translation>
    </message>
</context>
<context>
    <name>CaseEditor</name>
    <message>
        <source>Teaching case</source>
        <translation>Caso docente</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>G&amp;uardar como…</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Presentar</translation>
    </message>
    <message>
        <source>Take the answers from &amp;Decide</source>
        <translation>Tomar las respuestas de &amp;Decidir</translation>
    </message>
    <message>
        <source>&amp;Leave without saving</source>
        <translation>&amp;Salir sin guardar</translation>
    </message>
    <message>
        <source>Nothing is answered yet.</source>
        <translation>Aún no hay respuestas.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Vignette</source>
        <translation>Viñeta</translation>
    </message>
    <message>
        <source>What the room is told</source>
        <translation>Lo que se cuenta a la sala</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>What it is asked</source>
        <translation>Lo que se le pregunta</translation>
    </message>
    <message>
        <source>Teaching point</source>
        <translation>Punto clave</translation>
    </message>
    <message>
        <source>What it takes home</source>
        <translation>Lo que debe recordar</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>No option</source>
        <translation>Sin opción</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Dificultad</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Words to find it by, with commas</source>
        <translation>Palabras para encontrarlo, separadas por comas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Numbers as in Reference, with commas</source>
        <translation>Números como en Referencia, separados por comas</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>El caso</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
</context>
<context>
    <name>CaseFiles</name>
    <message>
        <source>Open case</source>
        <translation>Abrir caso</translation>
    </message>
    <message>
        <source>Cases (*.json);;All files (*)</source>
        <translation>Casos (*.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>{file} was not opened</source>
        <translation>No se abrió {file}</translation>
    </message>
    <message numerus="yes">
        <source>The window shows one case. Drop one case file; %n were dropped.</source>
        <translation>
            <numerusform>La ventana muestra un solo caso. Suelte un archivo de caso; soltó %n.</numerusform>
            <numerusform>La ventana muestra un solo caso. Suelte un archivo de caso; soltó %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file was opened</source>
        <translation>No se abrió ningún archivo</translation>
    </message>
    <message>
        <source>Save case</source>
        <translation>Guardar caso</translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation>Casos (*.json)</translation>
    </message>
    <message>
        <source>{problem} The case is still in the window; File, Save case as… puts it elsewhere.</source>
        <translation>{problem} El caso sigue en la ventana; con Archivo, Guardar caso como… puede ponerlo en otro lugar.</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>No se guardó {file}</translation>
    </message>
    <message>
        <source>Save the changes in {file}?</source>
        <translation>¿Guardar los cambios en {file}?</translation>
    </message>
    <message>
        <source>Without saving, the file stays as it was last saved.</source>
        <translation>Si no guarda, el archivo queda como se guardó por última vez.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>&amp;Descartar cambios</translation>
    </message>
    <message>
        <source>{file} is no longer there</source>
        <translation>{file} ya no está ahí</translation>
    </message>
    <message>
        <source>It was deleted or renamed, or its drive is no longer connected: then what is saved in {folder} now will not be on that drive. Connect it again, or save the case elsewhere.</source>
        <translation>Se borró o se renombró, o su unidad ya no está conectada: en ese caso, lo que se guarde ahora en {folder} no estará en esa unidad. Vuelva a conectarla o guarde el caso en otro lugar.</translation>
    </message>
    <message>
        <source>&amp;Make it anew</source>
        <translation>&amp;Crearlo de nuevo</translation>
    </message>
    <message>
        <source>{file} has changed on the drive</source>
        <translation>{file} ha cambiado en el disco</translation>
    </message>
    <message>
        <source>It no longer holds what was read or saved with this case. Overwrite it, or save this case under another name and compare the two.</source>
        <translation>Ya no contiene lo que se leyó o guardó con este caso. Sobrescríbalo, o guarde este caso con otro nombre y compare los dos.</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>G&amp;uardar como…</translation>
    </message>
    <message>
        <source>&amp;Overwrite</source>
        <translation>&amp;Sobrescribir</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>The list of recent files is not kept</source>
        <translation>La lista de archivos recientes no se conserva</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>Buscar en los casos</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>Dificultad</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>You&amp;r cases</source>
        <translation>S&amp;us casos</translation>
    </message>
    <message>
        <source>Not usable: {faults}</source>
        <translation>No se puede usar: {faults}</translation>
    </message>
    <message>
        <source>Any difficulty</source>
        <translation>Cualquier dificultad</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>Cualquier tema</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Propio</translation>
    </message>
    <message>
        <source>{shown} of {all} cases</source>
        <translation>{shown} de {all} casos</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>Not the answer</source>
        <translation>No es la respuesta</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Siguiente: {step}</translation>
    </message>
</context>
<context>
    <name>CaseState</name>
    <message>
        <source>New case</source>
        <translation>Caso nuevo</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>Applies this answer; undo takes it back</source>
        <translation>Aplica esta respuesta; Deshacer la retira</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>The answer</source>
        <translation>La respuesta</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Su elección</translation>
    </message>
</context>
<context>
    <name>ComparedLine</name>
    <message>
        <source>{label}, differs: pinned {first}, now {second}</source>
        <translation>{label}, distinto: fijado {first}, ahora {second}</translation>
    </message>
    <message>
        <source>{label}, the same: {first}</source>
        <translation>{label}, igual: {first}</translation>
    </message>
</context>
<context>
    <name>ComparedPart</name>
    <message>
        <source>{heading} · no difference</source>
        <translation>{heading} · sin diferencias</translation>
    </message>
    <message>
        <source>{heading} · differences: {count}</source>
        <translation>{heading} · diferencias: {count}</translation>
    </message>
    <message>
        <source>The same in both: {facts}</source>
        <translation>Igual en ambos: {facts}</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Pin this one instead</source>
        <translation>Fijar este en su lugar</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Soltar</translation>
    </message>
    <message>
        <source>No difference yet. Change an answer, or open another case.</source>
        <translation>Aún no hay diferencias. Cambie una respuesta o abra otro caso.</translation>
    </message>
    <message>
        <source>One line differs.</source>
        <translation>Una línea difiere.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines differ.</source>
        <translation>
            <numerusform>%n línea difiere.</numerusform>
            <numerusform>%n líneas difieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fijado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>There is no answer to compare.</source>
        <translation>No hay respuesta que comparar.</translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message>
        <source>Criteria</source>
        <translation>Criterios</translation>
    </message>
    <message>
        <source>All ratings of the ACR topic of {year}, scenario by scenario. A category is looked up, never computed.</source>
        <translation>Todas las calificaciones del tema del ACR de {year}, escenario por escenario. Una categoría se consulta, nunca se calcula.</translation>
    </message>
    <message>
        <source>The five scenarios side by side</source>
        <translation>Los cinco escenarios lado a lado</translation>
    </message>
    <message>
        <source>What has changed since {year}</source>
        <translation>Qué ha cambiado desde {year}</translation>
    </message>
    <message>
        <source>Fits the case</source>
        <translation>Corresponde al caso</translation>
    </message>
    <message>
        <source>The case lies in: {titles}. Decide says what its ratings mean for it.</source>
        <translation>El caso está en: {titles}. Decidir dice qué significan para él sus calificaciones.</translation>
    </message>
    <message>
        <source>The case is outside what Bonewatch decides. It fits: {titles}.</source>
        <translation>El caso está fuera de lo que Bonewatch decide. Le corresponde: {titles}.</translation>
    </message>
    <message>
        <source>The case is outside what Bonewatch decides, and no scenario of this topic fits it.</source>
        <translation>El caso está fuera de lo que Bonewatch decide, y ningún escenario de este tema le corresponde.</translation>
    </message>
    <message>
        <source>The case is not decided yet: none of these tables answers it.</source>
        <translation>El caso aún no está decidido: ninguna de estas tablas le da respuesta.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>No para</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Según</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Por hacer</translation>
    </message>
    <message>
        <source>Confirm in the ACR document</source>
        <translation>Confirmar en el documento del ACR</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>De izquierda a derecha</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>No figura</translation>
    </message>
    <message>
        <source>A dash: the table has no such row.</source>
        <translation>Un guion: la tabla no tiene esa fila.</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Más baja</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Más alta</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Listed on the left only</source>
        <translation>Figura solo a la izquierda</translation>
    </message>
    <message>
        <source>Listed on the right only</source>
        <translation>Figura solo a la derecha</translation>
    </message>
</context>
<context>
    <name>DecidePlace</name>
    <message>
        <source>Next steps</source>
        <translation>Pasos siguientes</translation>
    </message>
    <message>
        <source>None yet: answers are missing.</source>
        <translation>Nada todavía: faltan respuestas.</translation>
    </message>
    <message>
        <source>None: the case is out of scope.</source>
        <translation>Nada: el caso queda fuera del alcance.</translation>
    </message>
    <message>
        <source>None: answers disagree.</source>
        <translation>Nada: hay respuestas que se contradicen.</translation>
    </message>
    <message>
        <source>None: there is no answer.</source>
        <translation>Nada: no hay respuesta.</translation>
    </message>
</context>
<context>
    <name>DifferentialSection</name>
    <message>
        <source>Differential</source>
        <translation>Diagnóstico diferencial</translation>
    </message>
    <message>
        <source>The order is fixed. A mark says which answers of the present case make a diagnosis worth a second look.</source>
        <translation>El orden es fijo. Una marca indica qué respuestas del caso actual hacen que un diagnóstico merezca una segunda mirada.</translation>
    </message>
    <message>
        <source>Think of it here</source>
        <translation>Piense en ello aquí</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>{number} of {most}</source>
        <translation>{number} de {most}</translation>
    </message>
</context>
<context>
    <name>FaultHandler</name>
    <message>
        <source>The log could not be written: {reason}.</source>
        <translation>No se pudo escribir el registro: {reason}.</translation>
    </message>
    <message>
        <source>A log without any answers of the case is at {file}.</source>
        <translation>Hay un registro, sin ninguna respuesta del caso, en {file}.</translation>
    </message>
    <message>
        <source>The answer was taken off the screen; your entries are kept. {log}</source>
        <translation>La respuesta se retiró de la pantalla; lo que usted introdujo se conserva. {log}</translation>
    </message>
    <message>
        <source>An internal fault</source>
        <translation>Un fallo interno</translation>
    </message>
</context>
<context>
    <name>FindButton</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
</context>
<context>
    <name>FindPalette</name>
    <message>
        <source>Find anything</source>
        <translation>Buscar cualquier cosa</translation>
    </message>
    <message>
        <source>A command, an answer, a protocol, a question, a case…</source>
        <translation>Una orden, una respuesta, un protocolo, una pregunta, un caso…</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Nothing found. Fewer letters find more.</source>
        <translation>No se encontró nada. Con menos letras se encuentra más.</translation>
    </message>
    <message numerus="yes">
        <source>%n found, the first {most} shown</source>
        <translation>
            <numerusform>%n encontrado; se muestran los primeros {most}</numerusform>
            <numerusform>%n encontrados; se muestran los primeros {most}</numerusform>
        </translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n encontrado</numerusform>
            <numerusform>%n encontrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>Nothing recorded</source>
        <translation>Nada consta</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>ACR topic {year} · article reviewed {reviewed} · content {version} ({hash})</source>
        <translation>Tema del ACR {year} · artículo revisado el {reviewed} · contenido {version} ({hash})</translation>
    </message>
</context>
<context>
    <name>GallerySheet</name>
    <message>
        <source>Gallery - Bonewatch</source>
        <translation>Galería - Bonewatch</translation>
    </message>
</context>
<context>
    <name>HandoutButton</name>
    <message>
        <source>Hando&amp;ut</source>
        <translation>&amp;Hoja de trabajo</translation>
    </message>
    <message>
        <source>&amp;Question only…</source>
        <translation>Solo la &amp;pregunta…</translation>
    </message>
    <message>
        <source>With the &amp;answer…</source>
        <translation>Con la &amp;respuesta…</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>question</source>
        <translation>pregunta</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation>Guardar la hoja de trabajo</translation>
    </message>
    <message>
        <source>{file} was not written</source>
        <translation>No se escribió {file}</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Páginas de la ayuda</translation>
    </message>
    <message>
        <source>Help: {title}</source>
        <translation>Ayuda: {title}</translation>
    </message>
    <message>
        <source>The pages of the help are in English.</source>
        <translation>Las páginas de la ayuda están en inglés.</translation>
    </message>
</context>
<context>
    <name>IntervalsEntry</name>
    <message>
        <source>Schedule of visits</source>
        <translation>Calendario de visitas</translation>
    </message>
    <message>
        <source>In months after the end of treatment. A period that stays open goes on without an end.</source>
        <translation>En meses desde el fin del tratamiento. Un periodo abierto continúa sin fin.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until month</source>
        <translation>Hasta el mes</translation>
    </message>
    <message>
        <source>Every, at least</source>
        <translation>Cada, como mínimo</translation>
    </message>
    <message>
        <source>Every, at most</source>
        <translation>Cada, como máximo</translation>
    </message>
    <message>
        <source>Period {number}, until month</source>
        <translation>Periodo {number}, hasta el mes</translation>
    </message>
    <message>
        <source>Period {number}, months at least</source>
        <translation>Periodo {number}, meses como mínimo</translation>
    </message>
    <message>
        <source>Period {number}, months at most</source>
        <translation>Periodo {number}, meses como máximo</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierto</translation>
    </message>
    <message>
        <source>month {month}</source>
        <translation>mes {month}</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>The clinical content is in English until its translation has been reviewed.</source>
        <translation>El contenido clínico está en inglés hasta que se revise su traducción.</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Not recorded</source>
        <translation>No consta</translation>
    </message>
</context>
<context>
    <name>LocalKeeper</name>
    <message>
        <source>Mend the file, or write it anew in Edit, Local protocol…; the answer needs none of it.</source>
        <translation>Corrija el archivo, o escríbalo de nuevo en Editar, Protocolo local…; la respuesta no depende de él.</translation>
    </message>
    <message>
        <source>Ask for the right to write in that folder.</source>
        <translation>Pida permiso para escribir en esa carpeta.</translation>
    </message>
</context>
<context>
    <name>LocalProtocolDialog</name>
    <message>
        <source>Local protocol</source>
        <translation>Protocolo local</translation>
    </message>
    <message>
        <source>Name of your site</source>
        <translation>Nombre de su centro</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Sin indicar</translation>
    </message>
    <message>
        <source>Tumor board contact</source>
        <translation>Contacto del comité de tumores</translation>
    </message>
    <message>
        <source>What you enter stands beside the answer under the badge “Local”, with your site&apos;s name. It changes no rating, no step and no warning. The answer on artifact reduction is filled in where a new case starts.</source>
        <translation>Lo que introduzca aparece junto a la respuesta bajo la marca «Local», con el nombre de su centro. No cambia ninguna calificación, ningún paso ni ninguna advertencia. La respuesta sobre la reducción de artefactos se rellena al empezar un caso nuevo.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>It was not saved. {problem}</source>
        <translation>No se guardó. {problem}</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}: {reason}</translation>
    </message>
    <message>
        <source>It was not removed. {problem}</source>
        <translation>No se quitó. {problem}</translation>
    </message>
    <message>
        <source>Removed: nothing local is shown any more. What stands here can be saved again.</source>
        <translation>Quitado: ya no se muestra nada local. Lo que hay aquí se puede guardar de nuevo.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Copy note</source>
        <translation>Copiar no&amp;ta</translation>
    </message>
    <message>
        <source>Preferences cannot be read</source>
        <translation>No se pueden leer las preferencias</translation>
    </message>
    <message>
        <source>The policy cannot be used as it is</source>
        <translation>La política no se puede usar tal como está</translation>
    </message>
    <message>
        <source>The local protocol is left out</source>
        <translation>El protocolo local no se tiene en cuenta</translation>
    </message>
    <message>
        <source>The program&apos;s own font is not there</source>
        <translation>Falta la fuente propia del programa</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Enseñar</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Ar&amp;chivo</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>&amp;Nuevo caso</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>&amp;Abrir caso…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Save case</source>
        <translation>&amp;Guardar caso</translation>
    </message>
    <message>
        <source>Save case &amp;as…</source>
        <translation>Guardar caso &amp;como…</translation>
    </message>
    <message>
        <source>&amp;Export one page…</source>
        <translation>&amp;Exportar una página…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Ed&amp;itar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Pin for comparison</source>
        <translation>&amp;Fijar para comparar</translation>
    </message>
    <message>
        <source>U&amp;npin</source>
        <translation>&amp;Soltar</translation>
    </message>
    <message>
        <source>&amp;Find anything…</source>
        <translation>&amp;Buscar cualquier cosa…</translation>
    </message>
    <message>
        <source>&amp;Local protocol…</source>
        <translation>Protocolo &amp;local…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ajustes…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;About Bonewatch</source>
        <translation>Acerca &amp;de Bonewatch</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>Deci&amp;de</source>
        <translation>&amp;Decidir</translation>
    </message>
    <message>
        <source>Re&amp;ference</source>
        <translation>Re&amp;ferencia</translation>
    </message>
    <message>
        <source>&amp;Teach</source>
        <translation>&amp;Enseñar</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Pantalla completa</translation>
    </message>
    <message>
        <source>&amp;Present the case</source>
        <translation>&amp;Presentar el caso</translation>
    </message>
    <message>
        <source>Present &amp;on</source>
        <translation>Presentar &amp;en</translation>
    </message>
</context>
<context>
    <name>NotesEntry</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Step: {name}</source>
        <translation>Paso: {name}</translation>
    </message>
    <message>
        <source>Study: {name}</source>
        <translation>Estudio: {name}</translation>
    </message>
    <message>
        <source>Note on</source>
        <translation>Nota sobre</translation>
    </message>
    <message>
        <source>Shown under Why, and with the answer when a case comes to this step or study</source>
        <translation>Se muestra en ¿Por qué?, y con la respuesta cuando un caso llega a este paso o estudio</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>not recorded</source>
        <translation>no consta</translation>
    </message>
    <message>
        <source>Enter {low} to {high}.</source>
        <translation>Introduzca de {low} a {high}.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. {remedy}</source>
        <translation>«{text}» no es un número. {remedy}</translation>
    </message>
    <message>
        <source>{text} is above {limit}. {remedy}</source>
        <translation>{text} es mayor que {limit}. {remedy}</translation>
    </message>
    <message>
        <source>{text} is below {limit}. {remedy}</source>
        <translation>{text} es menor que {limit}. {remedy}</translation>
    </message>
</context>
<context>
    <name>NumbersSection</name>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Published figures for teaching and for the tumor board. None of them moves the recommendation.</source>
        <translation>Cifras publicadas para la docencia y el comité de tumores. Ninguna cambia la recomendación.</translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation>Cohorte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>printed, {low:g} to {high:g} {unit}</source>
        <translation>impreso, de {low:g} a {high:g} {unit}</translation>
    </message>
    <message>
        <source>95 %, our arithmetic, {low:.1f} to {high:.1f} %</source>
        <translation>95 %, cálculo nuestro, de {low:.1f} a {high:.1f} %</translation>
    </message>
    <message>
        <source>published value</source>
        <translation>valor publicado</translation>
    </message>
    <message>
        <source>with 95 % interval, from its counts</source>
        <translation>con intervalo del 95 %, a partir de sus recuentos</translation>
    </message>
    <message>
        <source>with the range that is printed</source>
        <translation>con el intervalo impreso</translation>
    </message>
</context>
<context>
    <name>OnePage</name>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Página web (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>Texto sin formato (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>decision</translation>
    </message>
    <message>
        <source>Export one page</source>
        <translation>Exportar una página</translation>
    </message>
    <message>
        <source>{file} was not written</source>
        <translation>No se escribió {file}</translation>
    </message>
    <message>
        <source>The page was not printed</source>
        <translation>La página no se imprimió</translation>
    </message>
    <message>
        <source>There is no page</source>
        <translation>No hay página</translation>
    </message>
    <message>
        <source>The answer was taken off the screen. Change or open a case.</source>
        <translation>La respuesta se retiró de la pantalla. Cambie o abra un caso.</translation>
    </message>
</context>
<context>
    <name>OptionView</name>
    <message>
        <source>Take back a vote for {option}</source>
        <translation>Retirar un voto de {option}</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>la respuesta</translation>
    </message>
    <message>
        <source>votes: {count}</source>
        <translation>votos: {count}</translation>
    </message>
</context>
<context>
    <name>OwnCases</name>
    <message>
        <source>Save it, or leave it without saving; then start the next one.</source>
        <translation>Guárdelo o salga sin guardarlo; después empiece el siguiente.</translation>
    </message>
    <message>
        <source>This case is not saved yet</source>
        <translation>Este caso aún no se ha guardado</translation>
    </message>
    <message>
        <source>Save the teaching case</source>
        <translation>Guardar el caso docente</translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation>Casos (*.json)</translation>
    </message>
    <message>
        <source>{reason} The case is still in the form.</source>
        <translation>{reason} El caso sigue en el formulario.</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>No se guardó {file}</translation>
    </message>
    <message>
        <source>Open teaching cases</source>
        <translation>Abrir casos docentes</translation>
    </message>
    <message>
        <source>Cases (*.json);;All files (*)</source>
        <translation>Casos (*.json);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open a folder of cases</source>
        <translation>Abrir una carpeta de casos</translation>
    </message>
    <message>
        <source>Some files cannot be used</source>
        <translation>Algunos archivos no se pueden usar</translation>
    </message>
    <message>
        <source>No case in “{folder}”</source>
        <translation>No hay ningún caso en «{folder}»</translation>
    </message>
    <message>
        <source>A case is a file that ends in .json.</source>
        <translation>Un caso es un archivo que termina en .json.</translation>
    </message>
    <message>
        <source>Some files in “{folder}” cannot be used</source>
        <translation>Algunos archivos de «{folder}» no se pueden usar</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Export p&amp;icture</source>
        <translation>Exportar i&amp;magen</translation>
    </message>
    <message>
        <source>&amp;Flowchart…</source>
        <translation>&amp;Diagrama de flujo…amp;Diagrama…</translation>
    </message>
    <message>
        <source>&amp;Ratings…</source>
        <translation>&amp;Valoraciones…amp;Calificaciones…</translation>
    </message>
    <message>
        <source>{file} was not written</source>
        <translation>No se escribió {file}</translation>
    </message>
    <message>
        <source>The answer on the screen has none. Ratings are for cases in scope alone.</source>
        <translation>La respuesta en pantalla no tiene ninguna. Solo los casos dentro del alcance tienen calificaciones.</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <translation>No hay imagen</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Exportar imagen</translation>
    </message>
</context>
<context>
    <name>PlotPanel</name>
    <message>
        <source>As a table</source>
        <translation>Como tabla</translation>
    </message>
    <message>
        <source>Hide the table</source>
        <translation>Ocultar la tabla</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>Guardar imagen…</translation>
    </message>
    <message>
        <source>Save picture: {title}</source>
        <translation>Guardar imagen: {title}</translation>
    </message>
    <message>
        <source>As a table: {title}</source>
        <translation>Como tabla: {title}</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>No se guardó {file}</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Guardar imagen</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.pdf *.png)</source>
        <translation>Imágenes (*.svg *.pdf *.png)</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Presenter - Bonewatch</source>
        <translation>Presentación - Bonewatch</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Máximo</translation>
    </message>
</context>
<context>
    <name>ProtocolsSection</name>
    <message>
        <source>Protocols</source>
        <translation>Protocolos</translation>
    </message>
    <message>
        <source>Advised now</source>
        <translation>Aconsejado ahora</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Errores habituales</translation>
    </message>
    <message>
        <source>Not settled by any source here</source>
        <translation>No lo resuelve ninguna fuente de aquí</translation>
    </message>
    <message>
        <source>Print this card…</source>
        <translation>Imprimir esta ficha…</translation>
    </message>
    <message>
        <source>Print: {card}</source>
        <translation>Imprimir: {card}</translation>
    </message>
    <message>
        <source>Export this card…</source>
        <translation>Exportar esta ficha…</translation>
    </message>
    <message>
        <source>Export: {card}</source>
        <translation>Exportar: {card}</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
</context>
<context>
    <name>QuestionsSection</name>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Those that the present case raises come first.</source>
        <translation>Primero, las que plantea el caso actual.</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>Este caso</translation>
    </message>
</context>
<context>
    <name>QuizResult</name>
    <message>
        <source>{right} of {all}</source>
        <translation>{right} de {all}</translation>
    </message>
    <message>
        <source>Quiz</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>Para volver a ver</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <translation>Por qué: {title}</translation>
    </message>
    <message>
        <source>The answer: {right}. Chosen: {chosen}.</source>
        <translation>La respuesta: {right}. Elegido: {chosen}.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Copiar el resultado</translation>
    </message>
    <message>
        <source>Save the result…</source>
        <translation>Guardar el resultado…</translation>
    </message>
    <message>
        <source>Back to the cases</source>
        <translation>Volver a los casos</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>No se guardó {file}</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Guardar el resultado</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>quiz.txt</source>
        <translation>cuestionario.txt</translation>
    </message>
</context>
<context>
    <name>QuizRun</name>
    <message>
        <source>&amp;Next case</source>
        <translation>&amp;Siguiente caso</translation>
    </message>
    <message>
        <source>End qui&amp;z</source>
        <translation>&amp;Terminar el cuestionario</translation>
    </message>
    <message>
        <source>&amp;Back to the score</source>
        <translation>V&amp;olver al resultado</translation>
    </message>
    <message>
        <source>Case {number} of {all} · {right} of {answered} right</source>
        <translation>Caso {number} de {all} · {right} de {answered} correctos</translation>
    </message>
    <message>
        <source>Show the &amp;score</source>
        <translation>Mostrar el &amp;resultado</translation>
    </message>
</context>
<context>
    <name>RadiationSection</name>
    <message>
        <source>Radiation</source>
        <translation>Radiación</translation>
    </message>
    <message>
        <source>For talking with patients: effective doses in millisievert (mSv), as published.</source>
        <translation>Para hablar con los pacientes: dosis efectivas en milisievert (mSv), tal como se publicaron.</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Adulto</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Niño</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Adds up to</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Se basa en</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Exploración</translation>
    </message>
    <message>
        <source>Overall</source>
        <translation>En conjunto</translation>
    </message>
    <message>
        <source>Published, one by one</source>
        <translation>Publicadas, una a una</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>published value</source>
        <translation>valor publicado</translation>
    </message>
    <message>
        <source>published range</source>
        <translation>intervalo publicado</translation>
    </message>
    <message>
        <source>effective dose of one examination, mSv, each step ten times the last</source>
        <translation>dosis efectiva de una exploración, mSv, cada paso diez veces el anterior</translation>
    </message>
    <message>
        <source>Published effective doses</source>
        <translation>Dosis efectivas publicadas</translation>
    </message>
    <message>
        <source>Each dot is a source&apos;s own value. Take the spread for what is known. Told as time of natural background: {told}.</source>
        <translation>Cada punto es el valor de una fuente. La dispersión es lo que se sabe. Expresado como tiempo de radiación natural de fondo: {told}.</translation>
    </message>
    <message>
        <source>published doses</source>
        <translation>dosis publicadas</translation>
    </message>
    <message>
        <source>ACR&apos;s level, where no dose was seen</source>
        <translation>nivel del ACR, donde no se encontró ninguna dosis</translation>
    </message>
    <message>
        <source>One visit to come, program by program</source>
        <translation>Una visita por venir, programa por programa</translation>
    </message>
    <message numerus="yes">
        <source>%n visits to come, program by program</source>
        <translation>
            <numerusform>%n visita por venir, programa por programa</numerusform>
            <numerusform>%n visitas por venir, programa por programa</numerusform>
        </translation>
    </message>
    <message>
        <source>effective dose of all visits together, mSv, each step ten times the last</source>
        <translation>dosis efectiva de todas las visitas juntas, mSv, cada paso diez veces el anterior</translation>
    </message>
    <message>
        <source>The same number of visits, child, {site}. MRI and ultrasound would add nothing.</source>
        <translation>El mismo número de visitas, niño, {site}. La RM y la ecografía no añadirían nada.</translation>
    </message>
    <message>
        <source>The same number of visits, adult, {site}. MRI and ultrasound would add nothing.</source>
        <translation>El mismo número de visitas, adulto, {site}. La RM y la ecografía no añadirían nada.</translation>
    </message>
    <message>
        <source>Where a source gives one view, a visit counts as two: our assumption.</source>
        <translation>Cuando una fuente da una sola proyección, una visita cuenta como dos: suposición nuestra.</translation>
    </message>
    <message>
        <source>A row without a line: neither a dose nor a level was seen for it.</source>
        <translation>Una fila sin línea: no se encontró ni dosis ni nivel para ella.</translation>
    </message>
    <message>
        <source>site not chosen</source>
        <translation>localización sin elegir</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se conoce</translation>
    </message>
    <message>
        <source>Neither a dose nor a level was seen for this site and patient.</source>
        <translation>No se encontró ni dosis ni nivel para esta localización y este paciente.</translation>
    </message>
    <message>
        <source>Published doses</source>
        <translation>Dosis publicadas</translation>
    </message>
    <message>
        <source>ACR&apos;s level</source>
        <translation>Nivel del ACR</translation>
    </message>
    <message>
        <source>{doses}; like natural background of {time}</source>
        <translation>{doses}; como la radiación natural de fondo de {time}</translation>
    </message>
</context>
<context>
    <name>RatingCard</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Or: {procedure}</source>
        <translation>O bien: {procedure}</translation>
    </message>
    <message>
        <source>Instead: {procedure}</source>
        <translation>En su lugar: {procedure}</translation>
    </message>
    <message>
        <source>Instead of {weak}: {better}</source>
        <translation>En lugar de {weak}: {better}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>confirm in the ACR document</source>
        <translation>confirmar en el documento del ACR</translation>
    </message>
</context>
<context>
    <name>RatingsPanel</name>
    <message>
        <source>Ratings</source>
        <translation>Calificaciones</translation>
    </message>
    <message>
        <source>Also rated, to confirm: {count}</source>
        <translation>También calificados, por confirmar: {count}</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;No file yet</source>
        <translation>Aún &amp;no hay archivos</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>&amp;Vaciar la lista</translation>
    </message>
    <message>
        <source>&amp;Keep this list</source>
        <translation>&amp;Conservar esta lista</translation>
    </message>
    <message>
        <source>&amp;Keep this list (set by your organization)</source>
        <translation>&amp;Conservar esta lista (lo fija su organización)</translation>
    </message>
</context>
<context>
    <name>ReferencePlace</name>
    <message>
        <source>Back to the case</source>
        <translation>Volver al caso</translation>
    </message>
</context>
<context>
    <name>ScenarioForm</name>
    <message>
        <source>{badge} · {answer}</source>
        <translation>{badge} · {answer}</translation>
    </message>
</context>
<context>
    <name>SchedulesSection</name>
    <message>
        <source>Schedules</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>Published schedules beside each other. Months count from the end of treatment.</source>
        <translation>Calendarios publicados, uno junto a otro. Los meses se cuentan desde el fin del tratamiento.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Adulto</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Niño</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Grado</translation>
    </message>
    <message>
        <source>Local protocol</source>
        <translation>Protocolo local</translation>
    </message>
    <message>
        <source>None is set up. Your center&apos;s own schedule comes first; once set up, it stands here.</source>
        <translation>No hay ninguno configurado. El calendario propio de su centro va primero; una vez configurado, aparece aquí.</translation>
    </message>
    <message>
        <source>{visits}. It stands first below, on your site&apos;s word and without a source.</source>
        <translation>{visits}. Aparece abajo en primer lugar, según lo indicado por su centro y sin fuente.</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>Next visits</source>
        <translation>Próximas visitas</translation>
    </message>
    <message>
        <source>What is done, and how often</source>
        <translation>Qué se hace y con qué frecuencia</translation>
    </message>
    <message>
        <source>Months since treatment are not recorded; visits to come are counted from the end of treatment.</source>
        <translation>No constan los meses desde el tratamiento; las visitas por venir se cuentan desde el fin del tratamiento.</translation>
    </message>
    <message>
        <source>You are at month {month:g}. Visits to come are counted from a visit today.</source>
        <translation>Está en el mes {month:g}. Las visitas por venir se cuentan desde una visita hoy.</translation>
    </message>
    <message>
        <source>cannot be said</source>
        <translation>no se puede decir</translation>
    </message>
    <message>
        <source>{track}: months {months}</source>
        <translation>{track}: meses {months}</translation>
    </message>
    <message>
        <source>years since the end of treatment; in the boxes, months between visits</source>
        <translation>años desde el fin del tratamiento; en los recuadros, meses entre visitas</translation>
    </message>
    <message>
        <source>period with its interval</source>
        <translation>periodo con su intervalo</translation>
    </message>
    <message>
        <source>interval not given</source>
        <translation>intervalo no indicado</translation>
    </message>
    <message>
        <source>next visits, earliest to latest</source>
        <translation>próximas visitas, de la más temprana a la más tardía</translation>
    </message>
    <message>
        <source>Schedules on a time line</source>
        <translation>Calendarios en una línea de tiempo</translation>
    </message>
    <message>
        <source>You are here: month {month:g}, beyond this scale</source>
        <translation>Está aquí: mes {month:g}, más allá de esta escala</translation>
    </message>
    <message>
        <source>You are here: month {month:g}</source>
        <translation>Está aquí: mes {month:g}</translation>
    </message>
</context>
<context>
    <name>ScreenMenu</name>
    <message>
        <source>Screen &amp;{number}: {name}, {width} by {height}</source>
        <translation>Pantalla &amp;{number}: {name}, {width} por {height}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Each holds as soon as it is chosen, a language from the next start on, and is kept for you on this computer.</source>
        <translation>Cada ajuste vale desde que se elige, el idioma desde el próximo inicio, y se conserva para usted en este equipo.</translation>
    </message>
    <message>
        <source>Set by your organization</source>
        <translation>Lo fija su organización</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>As in this computer&apos;s region</source>
        <translation>Según la región de este equipo</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Language, from the next start on</source>
        <translation>Idioma, desde el próximo inicio</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Recent files in the menu</source>
        <translation>Archivos recientes en el menú</translation>
    </message>
    <message>
        <source>Notes in ASCII only</source>
        <translation>Notas solo en ASCII</translation>
    </message>
    <message>
        <source>Paper for PDF and print</source>
        <translation>Papel para PDF e impresión</translation>
    </message>
</context>
<context>
    <name>Slide</name>
    <message>
        <source>step {number} of {count}</source>
        <translation>paso {number} de {count}</translation>
    </message>
    <message>
        <source>votes: {count}</source>
        <translation>votos: {count}</translation>
    </message>
</context>
<context>
    <name>SourcesButton</name>
    <message numerus="yes">
        <source>%n documents</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sources: {names}</source>
        <translation>Fuentes: {names}</translation>
    </message>
    <message>
        <source>Sources of {title}: {names}</source>
        <translation>Fuentes de {title}: {names}</translation>
    </message>
</context>
<context>
    <name>SourcesSection</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Supports</source>
        <translation>Sustenta</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Calificaciones</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Exclusiones</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradicciones</translation>
    </message>
    <message>
        <source>Answers needed</source>
        <translation>Respuestas necesarias</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Suposiciones</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Ways between steps</source>
        <translation>Caminos entre pasos</translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation>Comité de tumores</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Errores habituales</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Differential</source>
        <translation>Diagnóstico diferencial</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criterios</translation>
    </message>
    <message>
        <source>Earlier edition</source>
        <translation>Edición anterior</translation>
    </message>
    <message>
        <source>Changes since</source>
        <translation>Cambios desde entonces</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protocolos</translation>
    </message>
    <message>
        <source>Radiation levels</source>
        <translation>Niveles de radiación</translation>
    </message>
    <message>
        <source>Radiation levels of studies</source>
        <translation>Niveles de radiación de los estudios</translation>
    </message>
    <message>
        <source>Published doses</source>
        <translation>Dosis publicadas</translation>
    </message>
    <message>
        <source>Programs compared</source>
        <translation>Programas comparados</translation>
    </message>
    <message>
        <source>Radiation</source>
        <translation>Radiación</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>On schedules</source>
        <translation>Sobre los calendarios</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>On numbers</source>
        <translation>Sobre las cifras</translation>
    </message>
    <message>
        <source>The article behind the content was reviewed on {day}, one day ago. A title in [brackets] is ours.</source>
        <translation>El artículo en que se basa el contenido se revisó el {day}, hace un día. Un título entre [corchetes] es nuestro.</translation>
    </message>
    <message numerus="yes">
        <source>The article behind the content was reviewed on {day}, %n days ago. A title in [brackets] is ours.</source>
        <translation>
            <numerusform>El artículo en que se basa el contenido se revisó el {day}, hace %n día. Un título entre [corchetes] es nuestro.</numerusform>
            <numerusform>El artículo en que se basa el contenido se revisó el {day}, hace %n días. Un título entre [corchetes] es nuestro.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Specimens</name>
    <message>
        <source>Bonewatch {version}: every component in every state</source>
        <translation>Bonewatch {version}: cada componente en cada estado</translation>
    </message>
</context>
<context>
    <name>StepsPanel</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Step {number}: {step}</source>
        <translation>Paso {number}: {step}</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>está aquí</translation>
    </message>
    <message>
        <source>inferred step</source>
        <translation>paso inferido</translation>
    </message>
    <message>
        <source>Why {answer} leads to {step}</source>
        <translation>Por qué {answer} lleva a {step}</translation>
    </message>
</context>
<context>
    <name>TeachDoor</name>
    <message>
        <source>&amp;Make a teaching case</source>
        <translation>&amp;Crear un caso docente</translation>
    </message>
    <message>
        <source>Open case &amp;files…</source>
        <translation>Abrir &amp;archivos de casos…</translation>
    </message>
    <message>
        <source>Open a fol&amp;der of cases…</source>
        <translation>Abrir una carpe&amp;ta de casos…</translation>
    </message>
</context>
<context>
    <name>TeachPlace</name>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Presentar</translation>
    </message>
    <message>
        <source>&amp;Open in Decide</source>
        <translation>&amp;Abrir en Decidir</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Intentar de &amp;nuevo</translation>
    </message>
    <message>
        <source>Cases in the quiz</source>
        <translation>Casos del cuestionario</translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n caso</numerusform>
            <numerusform>%n casos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Quiz</source>
        <translation>Cue&amp;stionario</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>E&amp;ditar</translation>
    </message>
    <message>
        <source>E&amp;dit a copy</source>
        <translation>E&amp;ditar una copia</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Reset zoom</source>
        <translation>Tamaño &amp;normal</translation>
    </message>
    <message>
        <source>Fit flo&amp;wchart</source>
        <translation>A&amp;justar diagrama</translation>
    </message>
    <message>
        <source>&amp;Enlarge flowchart</source>
        <translation>A&amp;mpliar diagrama</translation>
    </message>
    <message>
        <source>&amp;Shrink flowchart</source>
        <translation>Red&amp;ucir diagrama</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Alto contra&amp;ste</translation>
    </message>
    <message>
        <source>Follow the s&amp;ystem</source>
        <translation>Según el s&amp;istema</translation>
    </message>
    <message>
        <source>Set by your organization</source>
        <translation>Lo fija su organización</translation>
    </message>
</context>
<context>
    <name>VisionPreview</name>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Protan, no red cones</source>
        <translation>&amp;Protán, sin conos rojos</translation>
    </message>
    <message>
        <source>&amp;Deutan, no green cones</source>
        <translation>&amp;Deután, sin conos verdes</translation>
    </message>
    <message>
        <source>&amp;Tritan, no blue cones</source>
        <translation>&amp;Tritán, sin conos azules</translation>
    </message>
    <message>
        <source>&amp;Gray, no color at all</source>
        <translation>&amp;Gris, sin ningún color</translation>
    </message>
    <message>
        <source>Color preview: {vision}</source>
        <translation>Vista previa de color: {vision}</translation>
    </message>
    <message>
        <source>Color &amp;vision</source>
        <translation>&amp;Visión del color</translation>
    </message>
    <message>
        <source>End the preview</source>
        <translation>Terminar la vista previa</translation>
    </message>
    <message>
        <source>{preview}. These are not the program&apos;s own colors; they come back with the next start.</source>
        <translation>{preview}. Estos no son los colores propios del programa; vuelven con el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>VisitsEditor</name>
    <message>
        <source>Visits to come</source>
        <translation>Visitas por venir</translation>
    </message>
</context>
<context>
    <name>WarningRow</name>
    <message>
        <source>Notice: {title}</source>
        <translation>Aviso: {title}</translation>
    </message>
</context>
<context>
    <name>WarningsPanel</name>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
</context>
<context>
    <name>Ways</name>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Teaching case</source>
        <translation>Caso docente</translation>
    </message>
    <message>
        <source>Published dose</source>
        <translation>Dosis publicada</translation>
    </message>
    <message>
        <source>Radiation level</source>
        <translation>Nivel de radiación</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criterios</translation>
    </message>
    <message>
        <source>Protocols</source>
        <translation>Protocolos</translation>
    </message>
    <message>
        <source>Radiation</source>
        <translation>Radiación</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Calendarios</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Cifras</translation>
    </message>
    <message>
        <source>Differential</source>
        <translation>Diagnóstico diferencial</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>What would change this</source>
        <translation>Qué cambiaría esto</translation>
    </message>
    <message>
        <source>No single answer would.</source>
        <translation>Ninguna respuesta por sí sola.</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More: {count}</source>
        <translation>Más: {count}</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Close the explanation</source>
        <translation>Cerrar la explicación</translation>
    </message>
    <message>
        <source>Why: {title}</source>
        <translation>Por qué: {title}</translation>
    </message>
    <message>
        <source>Inferred: {notice}</source>
        <translation>Inferido: {notice}</translation>
    </message>
    <message>
        <source>Because of these answers</source>
        <translation>Por estas respuestas</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
</context>
<context>
    <name>_CaseBlock</name>
    <message>
        <source>For the present case</source>
        <translation>Para el caso actual</translation>
    </message>
</context>
<context>
    <name>_CaseLine</name>
    <message>
        <source>Because of {reasons}</source>
        <translation>Por {reasons}</translation>
    </message>
    <message>
        <source>Open: {card}</source>
        <translation>Abrir: {card}</translation>
    </message>
</context>
<context>
    <name>_Columns</name>
    <message>
        <source>Differs</source>
        <translation>Distinto</translation>
    </message>
</context>
<context>
    <name>_LevelPanel</name>
    <message>
        <source>ACR&apos;s relative radiation levels</source>
        <translation>Niveles relativos de radiación del ACR</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Adulto</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Niño</translation>
    </message>
    <message>
        <source>All sites</source>
        <translation>Todas las localizaciones</translation>
    </message>
    <message>
        <source>Hide the table of all sites</source>
        <translation>Ocultar la tabla de todas las localizaciones</translation>
    </message>
    <message>
        <source>All sites: {title}</source>
        <translation>Todas las localizaciones: {title}</translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}:</source>
        <translation>El nivel 0 es ninguno; el 5, el más alto. {site}:</translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs; look at a neighbor under All sites.</source>
        <translation>El nivel 0 es ninguno; el 5, el más alto. {site}: no se encontró una fila propia para radiografías; mire una vecina en Todas las localizaciones.</translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for CT; look at a neighbor under All sites.</source>
        <translation>El nivel 0 es ninguno; el 5, el más alto. {site}: no se encontró una fila propia para la TC; mire una vecina en Todas las localizaciones.</translation>
    </message>
    <message>
        <source>Level 0 is none, level 5 the highest. {site}: no row of its own was seen for radiographs and CT; look at a neighbor under All sites.</source>
        <translation>El nivel 0 es ninguno; el 5, el más alto. {site}: no se encontró una fila propia para radiografías ni para la TC; mire una vecina en Todas las localizaciones.</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>band not seen</source>
        <translation>intervalo no encontrado</translation>
    </message>
    <message>
        <source>Level {number} · {band}</source>
        <translation>Nivel {number} · {band}</translation>
    </message>
</context>
<context>
    <name>_SegmentEditor</name>
    <message>
        <source>key {number}</source>
        <translation>tecla {number}</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>check its name, and whether its drive is connected</source>
        <translation>compruebe su nombre y si su unidad está conectada</translation>
    </message>
    <message>
        <source>ask for the right to read it</source>
        <translation>pida permiso para leerlo</translation>
    </message>
    <message>
        <source>{field}: {finding}</source>
        <translation>{field}: {finding}</translation>
    </message>
    <message>
        <source>schema: the file was saved by a newer Bonewatch as {schema}; update this one, which reads {own}</source>
        <translation>schema: el archivo se guardó con un Bonewatch más nuevo como {schema}; actualice este, que lee {own}</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objeto</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}; {remedy}</source>
        <translation>{file}: no se puede leer: {reason}; {remedy}</translation>
    </message>
    <message>
        <source>not JSON: {reason} at line {line}, column {column}</source>
        <translation>no es JSON: {reason} en la línea {line}, columna {column}</translation>
    </message>
    <message>
        <source>{value} is not a number that JSON allows; use null for what is not recorded</source>
        <translation>{value} no es un número que JSON admita; use null para lo que no consta</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>is not a key that a case file has</source>
        <translation>no es una clave de los archivos de caso</translation>
    </message>
    <message>
        <source>{value} is not one of {known}</source>
        <translation>{value} no es uno de {known}</translation>
    </message>
    <message>
        <source>{value} is not true, false or null</source>
        <translation>{value} no es true, false ni null</translation>
    </message>
    <message>
        <source>{value} is not a number</source>
        <translation>{value} no es un número</translation>
    </message>
    <message>
        <source>{value} is above {limit}</source>
        <translation>{value} es mayor que {limit}</translation>
    </message>
    <message>
        <source>{value} is below {limit}</source>
        <translation>{value} es menor que {limit}</translation>
    </message>
    <message>
        <source>{value} is not a list</source>
        <translation>{value} no es una lista</translation>
    </message>
    <message>
        <source>{value} is not text</source>
        <translation>{value} no es texto</translation>
    </message>
    <message>
        <source>{value} is not a word in small letters, digits and _</source>
        <translation>{value} no es una palabra en minúsculas, cifras y _</translation>
    </message>
    <message>
        <source>{value} is not an object in braces</source>
        <translation>{value} no es un objeto entre llaves</translation>
    </message>
    <message>
        <source>is empty; write something</source>
        <translation>está vacío; escriba algo</translation>
    </message>
    <message>
        <source>is blank; write something</source>
        <translation>está en blanco; escriba algo</translation>
    </message>
    <message>
        <source>{item} is listed twice</source>
        <translation>{item} figura dos veces</translation>
    </message>
    <message>
        <source>is too short (at least {limit})</source>
        <translation>es demasiado corto (mínimo {limit})</translation>
    </message>
    <message>
        <source>is too long (at most {limit})</source>
        <translation>es demasiado largo (máximo {limit})</translation>
    </message>
    <message>
        <source>the file holds {value}; a case file holds one JSON object in braces</source>
        <translation>el archivo contiene {value}; un archivo de caso contiene un objeto JSON entre llaves</translation>
    </message>
    <message>
        <source>try again, or use a copy on another drive</source>
        <translation>inténtelo de nuevo o use una copia en otra unidad</translation>
    </message>
    <message>
        <source>larger than {limit} KiB, the limit for a case file</source>
        <translation>más de {limit} KiB, el límite de un archivo de caso</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>{key}: this key stands twice in one object; keep one</source>
        <translation>{key}: esta clave figura dos veces en un objeto; deje una</translation>
    </message>
    <message>
        <source>and {count} more problems</source>
        <translation>y otros problemas: {count}</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>el archivo</translation>
    </message>
    <message>
        <source>{file}: is a folder; name a case file in it</source>
        <translation>{file}: es una carpeta; indique un archivo de caso de ella</translation>
    </message>
    <message>
        <source>{file}: is not a file name: {reason}</source>
        <translation>{file}: no es un nombre de archivo: {reason}</translation>
    </message>
    <message>
        <source>not UTF-8 text: byte {number} cannot be read</source>
        <translation>no es texto UTF-8: el byte {number} no se puede leer</translation>
    </message>
    <message>
        <source>nested too deeply for a case file</source>
        <translation>anidado con demasiada profundidad para un archivo de caso</translation>
    </message>
    <message>
        <source>holds a number with too many digits</source>
        <translation>contiene un número con demasiadas cifras</translation>
    </message>
    <message>
        <source>teaching: is missing; without a vignette and a question nothing can be asked</source>
        <translation>teaching: falta; sin viñeta y pregunta no se puede preguntar nada</translation>
    </message>
    <message>
        <source>teaching.options: {option} is neither an action nor a procedure</source>
        <translation>teaching.options: {option} no es ni una acción ni un procedimiento</translation>
    </message>
    <message>
        <source>teaching.options: {one} and {other} are one answer; keep one</source>
        <translation>teaching.options: {one} y {other} son una misma respuesta; deje una</translation>
    </message>
    <message>
        <source>teaching.options: one must be {option}</source>
        <translation>teaching.options: una debe ser {option}</translation>
    </message>
    <message>
        <source>teaching.options: one must be {one} or {other}</source>
        <translation>teaching.options: una debe ser {one} o {other}</translation>
    </message>
    <message>
        <source>teaching.sources: {source} is not listed</source>
        <translation>teaching.sources: {source} no figura en la lista</translation>
    </message>
    <message>
        <source>{file}: cannot be read: {reason}</source>
        <translation>{file}: no se puede leer: {reason}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Calificación</translation>
    </message>
    <message>
        <source>Tumor board</source>
        <translation>Comité de tumores</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Se supone</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>No consta</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Paso siguiente</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Camino</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Paso {number}</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>Ningún paso</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>No se muestra</translation>
    </message>
    <message>
        <source>{publisher}, {year}. {where}. {seen}; checked {day}.</source>
        <translation>{publisher}, {year}. {where}. {seen}; comprobado el {day}.</translation>
    </message>
    <message>
        <source>{field} is not recorded; {answer} is assumed. Another answer would lead elsewhere.</source>
        <translation>{field}: no consta; se supone {answer}. Otra respuesta llevaría a otro lugar.</translation>
    </message>
    <message>
        <source>{publisher}, year not seen. {where}. {seen}; checked {day}.</source>
        <translation>{publisher}, año no encontrado. {where}. {seen}; comprobado el {day}.</translation>
    </message>
    <message>
        <source>Or: {study}.</source>
        <translation>O bien: {study}.</translation>
    </message>
    <message>
        <source>Instead: {study}.</source>
        <translation>En su lugar: {study}.</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>El caso</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Decidirse</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Calificaciones</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Where it belongs</source>
        <translation>Dónde corresponde</translation>
    </message>
    <message>
        <source>What would change this</source>
        <translation>Qué cambiaría esto</translation>
    </message>
    <message>
        <source>Pitfalls</source>
        <translation>Errores habituales</translation>
    </message>
    <message>
        <source>Also note</source>
        <translation>Tenga también en cuenta</translation>
    </message>
    <message>
        <source>Teaching point</source>
        <translation>Punto clave</translation>
    </message>
    <message>
        <source>Assumed: {answers}.</source>
        <translation>Se supone: {answers}.</translation>
    </message>
    <message>
        <source>The path</source>
        <translation>El camino</translation>
    </message>
    <message>
        <source>Local: {site}</source>
        <translation>Local: {site}</translation>
    </message>
    <message>
        <source>goes over several lines; write it on one</source>
        <translation>ocupa varias líneas; escríbalo en una</translation>
    </message>
    <message>
        <source>below {dose} mSv</source>
        <translation>menos de {dose} mSv</translation>
    </message>
    <message>
        <source>{study}, level {number}</source>
        <translation>{study}, nivel {number}</translation>
    </message>
    <message>
        <source>every {months} months</source>
        <translation>cada {months} meses</translation>
    </message>
    <message>
        <source>months {first}–{last}</source>
        <translation>meses {first}–{last}</translation>
    </message>
    <message>
        <source>interval not given</source>
        <translation>intervalo no indicado</translation>
    </message>
    <message>
        <source>from month {month}</source>
        <translation>desde el mes {month}</translation>
    </message>
    <message>
        <source>You are here.</source>
        <translation>Está aquí.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message>
        <source>On the path.</source>
        <translation>En el camino.</translation>
    </message>
    <message>
        <source>Not on the path.</source>
        <translation>Fuera del camino.</translation>
    </message>
    <message>
        <source>&apos;{file}&apos; ends in none of {endings}</source>
        <translation>«{file}» no termina en ninguno de {endings}</translation>
    </message>
    <message>
        <source>managed preferences {domain}</source>
        <translation>preferencias gestionadas {domain}</translation>
    </message>
    <message>
        <source>cannot be read ({reason})</source>
        <translation>no se puede leer ({reason})</translation>
    </message>
    <message>
        <source>{files} cannot be read. A font of this computer stands in, in which words may need more room than they have. Install Bonewatch again.</source>
        <translation>No se puede leer {files}. La sustituye una fuente de este equipo, con la que las palabras pueden necesitar más espacio del que tienen. Vuelva a instalar Bonewatch.</translation>
    </message>
    <message>
        <source>{file} cannot be opened, so what you prefer holds until you close the window. Ask for the right to read and write it.</source>
        <translation>{file} no se puede abrir, así que sus preferencias valen hasta que cierre la ventana. Pida permiso para leerlo y escribirlo.</translation>
    </message>
    <message>
        <source>{file} is damaged: what cannot be read in it is as if never set. Set it anew, or delete the file.</source>
        <translation>{file} está dañado: lo que no se puede leer en él queda como si nunca se hubiera fijado. Fíjelo de nuevo o borre el archivo.</translation>
    </message>
    <message>
        <source>Make room on that drive or choose another.</source>
        <translation>Libere espacio en esa unidad o elija otra.</translation>
    </message>
    <message>
        <source>Make room in your share of that drive or choose another.</source>
        <translation>Libere espacio en su parte de esa unidad o elija otra.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Elija un nombre más corto.</translation>
    </message>
    <message>
        <source>This is a folder. Name a file in it.</source>
        <translation>Esto es una carpeta. Indique un archivo de ella.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it, or choose another.</source>
        <translation>No existe la carpeta {folder}. Créela o elija otra.</translation>
    </message>
    <message>
        <source>The file is write-protected. Choose another name.</source>
        <translation>El archivo está protegido contra escritura. Elija otro nombre.</translation>
    </message>
    <message>
        <source>{reason}. {remedy}</source>
        <translation>{reason}. {remedy}</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>course</name>
    <message>
        <source>Reached by: {way}.</source>
        <translation>Se llega por: {way}.</translation>
    </message>
    <message>
        <source>Leads to: {ways}.</source>
        <translation>Lleva a: {ways}.</translation>
    </message>
</context>
<context>
    <name>difficulty</name>
    <message>
        <source>Basic</source>
        <translation>Básico</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>Intermedio</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>{printer} cannot be used. Choose another printer, or export a PDF and print that.</source>
        <translation>{printer} no se puede usar. Elija otra impresora, o exporte un PDF e imprímalo.</translation>
    </message>
    <message>
        <source>The printer cannot be used. Choose another one, or export a PDF and print that.</source>
        <translation>La impresora no se puede usar. Elija otra, o exporte un PDF e imprímalo.</translation>
    </message>
    <message>
        <source>The printer gave up. Look after it, then print again.</source>
        <translation>La impresora se detuvo. Revísela e imprima de nuevo.</translation>
    </message>
</context>
</TS>
