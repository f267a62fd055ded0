## The screen
queue-heading = Cola
queue-table = Envíos en espera
queue-count = { $count ->
    [one] { $shown } envío
   *[other] { $shown } envíos
}
queue-sum-free = { $count ->
    [one] { $shown } libre
   *[other] { $shown } libres
}
queue-sum-taken = { $count ->
   *[other] { $shown } en curso
}
queue-sum-overdue = { $count ->
    [one] { $shown } vencido
   *[other] { $shown } vencidos
}
queue-sum-listed = { $count ->
   *[other] { $shown } en la lista de hoy
}
queue-take-next = Tomar el siguiente
queue-reload = Actualizar
queue-reloaded = { $count ->
    [one] Lista releída: { $shown } envío
   *[other] Lista releída: { $shown } envíos
}
queue-no-free = No queda ningún caso libre.
queue-no-free-filter = Ningún caso libre coincide con este filtro.

## Columns
queue-column-select = Selección
queue-column-risk = Riesgo
queue-column-what = Contenedor
queue-column-route = Ruta
queue-column-goods = Mercancías y partes
queue-column-arrival = Llegada, plazo
queue-column-reasons = Motivos principales
queue-column-money = En juego
queue-column-state = Circuito, agente

## A row
queue-row-rank = Número { $rank }, puntuación { $score }
queue-rank = Número
queue-select-row = Seleccionar { $number }
queue-transport-document = Documento de transporte
queue-from = de
queue-to = a
queue-due = vence { $span }
queue-overdue = vencido, { $span }
queue-random = Elegido al azar, como control: sus motivos no cuentan.
queue-no-reason = No se activó ningún indicador.
queue-also = también
queue-of-value = de
queue-arm-random = al azar
queue-outcome-found = decidido: hallazgo
queue-outcome-nothing = decidido: nada
queue-mine = lo tiene usted
queue-held-by = lo tiene { $name }
queue-row-coming = Se está obteniendo la fila { $number }…

## Order
queue-order = Orden
queue-sort-risk = riesgo
queue-sort-urgency = urgencia
queue-sort-arrival = llegada
queue-sort-at-stake = importe en juego
queue-sort-value = valor
queue-sort-consignee = destinatario
queue-sort-office = oficina
queue-sort-turned = { $order }, orden inverso

## Filter
queue-filter = Filtro, por ejemplo origin:CN reason:RT-TS value>50000
queue-filter-completions = Sugerencias
queue-filter-apply = Filtrar
queue-filter-clear = Quitar el filtro
queue-filter-nearest = ¿Quiso decir { $nearest }?
queue-chips = Filtros habituales
queue-chip-list = Lista de hoy
queue-chip-free = Libres
queue-chip-mine = Míos
queue-chip-overdue = Vencidos
queue-chip-red = Circuito rojo
queue-chip-random = Al azar

## Saved filters
queue-saved = Filtros guardados
queue-saved-none = Ninguno todavía. Defina un filtro y guárdelo con un nombre.
queue-saved-count = envíos
queue-saved-all = (sin filtro)
queue-saved-shared = compartido
queue-saved-shared-by = compartido por { $name }
queue-saved-new = Guardar este filtro
queue-saved-edit = Cambiar
queue-saved-edit-name = Cambiar { $name }
queue-saved-delete = Eliminar
queue-saved-delete-name = Eliminar { $name }
queue-saved-delete-text = Se eliminará el filtro «{ $name }». Los envíos no cambian.
queue-saved-delete-shared = El filtro «{ $name }» se eliminará para todos con quienes se comparte.
queue-saved-deleted = Filtro «{ $name }» eliminado.
queue-saved-name = Nombre
queue-saved-share = Compartir con todos
queue-saved-take = Usar el filtro y el orden actuales
queue-saved-save = Guardar
queue-saved-done = Filtro «{ $name }» guardado.

## Selection and outcome
queue-selected = { $count ->
    [one] { $count } seleccionado
   *[other] { $count } seleccionados
}
queue-selected-clear = Quitar
queue-selected-max = Se pueden decidir como máximo { $count } a la vez.
queue-bulk = Registrar resultado
queue-bulk-title = { $count ->
    [one] Resultado de { $count } envío
   *[other] Un resultado para { $count } envíos
}
queue-bulk-text = Se registra el mismo hallazgo para cada uno, a su nombre. Se puede deshacer durante diez segundos.
queue-bulk-found = Hallazgo
queue-bulk-nothing = Nada
queue-bulk-value = Valor en juego de cada uno
queue-bulk-value-hint = Opcional; un número en la moneda de la declaración
queue-bulk-value-wrong = Escriba un número como 1250 o 1250,50.
queue-bulk-note = Nota
queue-bulk-record = { $count ->
   *[other] Registrar para { $count }
}
queue-bulk-done = { $count ->
    [one] { $count } resultado registrado.
   *[other] { $count } resultados registrados.
}
queue-bulk-refused = { $count ->
    [one] { $count } no se registró:
   *[other] { $count } no se registraron:
}
queue-undo = Deshacer
queue-undone = { $count ->
    [one] { $count } resultado retirado.
   *[other] { $count } resultados retirados.
}
queue-undo-late = { $count ->
    [one] { $count } resultado ya no podía retirarse.
   *[other] { $count } resultados ya no podían retirarse.
}
queue-undo-failed = No se pudo retirar el resultado.

## News
queue-pending = { $count ->
    [one] { $count } nuevo o cambiado
   *[other] { $count } nuevos o cambiados
}
queue-pending-first = { $count ->
    [one] Al menos { $count } nuevo o cambiado
   *[other] Al menos { $count } nuevos o cambiados
}
queue-pending-show = Mostrar

## Nothing to show
queue-empty = Nada espera
queue-empty-text = Todos los envíos conocidos están decididos o ya pasaron. Los nuevos aparecen aquí por sí solos.
queue-empty-filter = Ningún envío coincide con este filtro
queue-empty-filter-text = Los términos se acumulan. Quite alguno o borre el filtro.
queue-nothing-assessed = Todavía no se ha evaluado nada
queue-nothing-assessed-may = Los mensajes están leídos, pero nada los ha evaluado. Inicie una evaluación; la cola se llenará al terminar.
queue-nothing-assessed-ask = Los mensajes están leídos, pero nada los ha evaluado. Quién puede iniciarla: { $roles }.
queue-assess = Evaluar ahora
queue-assessing = Evaluando… la cola aparecerá por sí sola.

## Keys
queue-key-take = Tomar el caso libre más urgente
queue-key-next = Fila siguiente
queue-key-previous = Fila anterior
queue-key-open = Abrir el caso
queue-key-select = Seleccionar o no la fila
queue-key-bulk = Registrar un resultado para la selección
queue-key-clear = Quitar la selección
queue-key-filter = Ir al filtro
queue-key-reload = Releer la lista

## What is wrong in a filter
queue-fault-unknown_key = { $found } no es una clave de filtro.
queue-fault-bad_value = { $found } no es un valor para esta clave.
queue-fault-bad_operator = Esta clave no se compara así.
queue-fault-missing_value = Falta un valor aquí.
queue-fault-unclosed_quote = Las comillas no están cerradas.
queue-fault-too_long = El filtro es demasiado largo.
queue-fault-too_many_terms = El filtro tiene demasiados términos.
