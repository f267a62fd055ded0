## The screen
settings-title = Ajustes
settings-tab-settings = Ajustes
settings-tab-assessment = Evaluación del riesgo
settings-tab-evaluation = Medida de la clasificación
settings-loading = Cargando los ajustes

## The text
settings-text = Texto de los ajustes (TOML)
settings-from-defaults = Aún no hay nada ajustado: cada valor es el predeterminado. Lo que escriba aquí lo sustituye.
settings-from-database = Estos ajustes se guardan en la base de datos. Lo omitido conserva su valor predeterminado.
settings-from-file = Un archivo de ajustes en la carpeta de datos manda en este servidor, por lo que aquí solo pueden leerse. Cambie el archivo y reinicie el servidor, o retírelo para ajustarlos aquí.
settings-draft-restored = Se conservaron sus cambios sin guardar.
settings-changed = Cambiado, aún sin guardar.
settings-unchanged = No hay cambios.
settings-check = Comparar y guardar
settings-revert = Descartar mis cambios
settings-errors = { $count ->
    [one] { $count } error; no se guardó nada
   *[other] { $count } errores; no se guardó nada
}
settings-line = Línea { $line }
settings-effective = En vigor
settings-effective-text = Todo lo que dicen los ajustes guardados, incluidos los valores predeterminados.

## Saving
settings-save-title = ¿Guardar estos ajustes?
settings-save-effective = Lo que cambiaría de lo que está en vigor
settings-save-text = Lo que cambia en el texto
settings-save-same = Nada de lo que está en vigor cambiaría: el texto fija los mismos valores.
settings-save-then = Se aplican de inmediato.
settings-save-then-assess = Se aplican de inmediato y comienza una nueva evaluación: las puntuaciones, las listas o los plazos dependen de lo que cambia.
settings-restart = El archivo de ajustes cambió desde que se inició el servidor: lo que dice ahora se aplicará cuando el servidor se inicie de nuevo.
settings-save-back = Seguir editando
settings-save = Guardar
settings-saved = Los ajustes se guardaron y se aplican.
settings-saved-assess = Los ajustes se guardaron y se aplican. Comienza una nueva evaluación.
settings-stale-title = Alguien guardó otros ajustes mientras usted editaba.
settings-stale-text = Nada de lo suyo se guardó ni se perdió. Conserve su texto y compárelo con el otro antes de guardar, o descártelo y parta del otro.
settings-stale-keep = Conservar mi texto y comparar
settings-stale-drop = Descartar mi texto y tomar el otro

## Assessing
settings-assess-lead = Evalúa de nuevo cada envío abierto con lo que se sabe ahora. El servidor también lo hace solo cuando llegan mensajes.
settings-assess-now = Evaluar ahora
settings-assess-running = Evaluando desde hace { $seconds } s.
settings-assess-ended = La evaluación ha terminado.
settings-runs = Últimas ejecuciones
settings-runs-loading = Cargando las ejecuciones
settings-runs-empty-title = Aún no se ha evaluado nada
settings-runs-empty-text = Envíe primero mensajes y luego evalúe.
settings-run = Ejecución
settings-run-as-of = A fecha de
settings-run-assessed = Envíos evaluados

## Measuring
settings-evaluation-lead = Reproduce el mundo cargado, cuyas infracciones se conocen, y mide cuántas pone la clasificación en cabeza, frente al azar y al orden por impuesto.
settings-evaluation-loading = Cargando la medida
settings-evaluation-none-title = Los datos cargados no tienen verdad conocida
settings-evaluation-none-text = Solo un mundo sintético dice qué envíos eran irregulares. Con datos reales, el resumen compara el brazo de riesgo con el aleatorio.
settings-evaluation-empty-title = Aún no medido
settings-evaluation-empty-text = Mídalo para una capacidad del { $percent } %; tarda unos minutos.
settings-evaluation-run = Medir
settings-evaluation-running = Midiendo; puede salir de esta pantalla.
settings-evaluation-ended = La medición ha terminado.
settings-evaluation-failed = La última medición falló; el registro del servidor dice por qué.
settings-evaluation-of = { $assessed } envíos evaluados mientras estaban abiertos, { $wrong } con infracción introducida, del { $from } al { $to }, { $looks } pasadas.
settings-evaluation-missed = { $count ->
    [one] { $count } nunca se evaluó mientras estaba abierto.
   *[other] { $count } nunca se evaluaron mientras estaban abiertos.
}
settings-evaluation-how = Intervalos al 95 % (intervalo de Wilson). El de la ganancia es el de la parte hallada dividido por la parte entre todos.
settings-capacity = Capacidad en tanto por ciento
settings-capacity-hint = Parte de los envíos que puede inspeccionarse.
settings-capacity-wrong = Indique un porcentaje mayor que 0 y de hasta 100.
settings-table-shares = La clasificación en cada parte inspeccionada
settings-table-kinds = Hallado por tipo de infracción, con { $share } inspeccionado
settings-table-indicators = Cuántas veces saltó cada indicador y cuántas con razón
settings-table-honest = Rarezas honestas que la clasificación incluye
settings-col-share = Parte inspeccionada
settings-col-asked = (pedida)
settings-col-inspected = Inspeccionados
settings-col-by-score = Irregulares, por puntuación
settings-col-by-tax = Irregulares, por impuesto
settings-col-base = Irregulares, al azar
settings-col-lift = Ganancia sobre el azar
settings-col-kind = Tipo
settings-col-indicator = Indicador
settings-col-oddity = Rareza
settings-col-of = De
settings-col-hits = Aciertos
settings-col-recall = Hallados
settings-col-recall-tax = Hallados por impuesto
settings-col-right = Con razón
settings-col-listed = Incluidas
settings-inspected-of = { $inspected } de { $considered }
settings-interval = ({ $low } a { $high })
settings-times = { $value } ×
settings-none-counted = ninguno contado
