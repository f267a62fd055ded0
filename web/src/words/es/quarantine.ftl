## The screen
quarantine-title = Cuarentena
quarantine-lead = Los mensajes que no pudieron convertirse en registros esperan aquí hasta que se corrijan y se reprocesen, o se descarten con un motivo.
quarantine-tab-refused = Mensajes rechazados
quarantine-tab-in = Mensajes recibidos

## Filters
quarantine-state = Estado
quarantine-state-open = Pendientes
quarantine-state-replayed = Reprocesados
quarantine-state-discarded = Descartados
quarantine-is-open = Pendiente
quarantine-is-replayed = Reprocesado
quarantine-is-discarded = Descartado
quarantine-state-all = Todos
quarantine-by-code = Por código
quarantine-by-sender = Por remitente
quarantine-filter-off = Quitar este filtro
quarantine-filter-more = { $count ->
    [one] { $count } más
   *[other] { $count } más
}
quarantine-clear = Quitar los filtros

## The list
quarantine-loading = Cargando los mensajes rechazados
quarantine-list = { $count ->
    [one] { $count } mensaje rechazado
   *[other] { $count } mensajes rechazados
}
quarantine-select-page = Seleccionar esta página
quarantine-select-one = Seleccionar el mensaje { $id }
quarantine-refused = Rechazado
quarantine-more = { $count ->
    [one] y { $count } más
   *[other] y { $count } más
}
quarantine-no-sender = remitente no indicado
quarantine-replay-selected = { $count ->
    [one] Reprocesar { $count } seleccionado
   *[other] Reprocesar { $count } seleccionados
}
quarantine-replay-all = Reprocesar todos los pendientes
quarantine-replay-all-title = ¿Reprocesar todos los mensajes pendientes?
quarantine-replay-all-text = Cada uno se lee de nuevo tal como se envió. Lo que ahora pueda leerse sale de la cuarentena; lo demás permanece.
quarantine-replayed = { $tried ->
    [one] { $tried } mensaje probado: { $resolved } resuelto, { $remaining } aún rechazado
   *[other] { $tried } mensajes probados: { $resolved } resueltos, { $remaining } aún rechazados
}
quarantine-pages = Páginas
quarantine-first-page = Primera página
quarantine-next-page = Página siguiente
quarantine-empty-filtered-title = Ningún mensaje rechazado cumple estos filtros
quarantine-empty-filtered-text = Otro estado, código o remitente puede tener alguno.
quarantine-empty-open-title = No hay nada pendiente en cuarentena
quarantine-empty-replayed-title = Aún no se ha reprocesado ningún mensaje
quarantine-empty-discarded-title = Aún no se ha descartado ningún mensaje
quarantine-empty-all-title = Nunca se ha rechazado ningún mensaje
quarantine-empty-text = Todo mensaje recibido se convirtió en registro, ya era conocido o se resolvió aquí.

## One message
quarantine-back = Volver a la lista
quarantine-message-title = Mensaje rechazado { $id }
quarantine-loading-one = Cargando el mensaje
quarantine-message = El mensaje
quarantine-sender = Remitente
quarantine-file = Archivo
quarantine-format = Formato
quarantine-received = Recibido
quarantine-place-in-file = Lugar en el archivo
quarantine-bytes-from = { $size } desde el byte { $start }
quarantine-wrong = { $count ->
    [one] { $count } anomalía
   *[other] { $count } anomalías
}
quarantine-was-wrong = { $count ->
    [one] Lo que fallaba
   *[other] Lo que fallaba: { $count } anomalías
}
quarantine-still-wrong = { $count ->
    [one] { $count } anomalía persiste en su corrección
   *[other] { $count } anomalías persisten en su corrección
}
quarantine-severity-error = Error
quarantine-severity-warning = Aviso
quarantine-path = Dónde
quarantine-expected = Se esperaba
quarantine-found = Se encontró
quarantine-found-nothing = nada
quarantine-show-place = Línea { $line }, columna { $column }
quarantine-show-bytes = Byte { $start }
quarantine-view = Cómo se muestra el mensaje
quarantine-view-text = Tal como se envió
quarantine-view-correct = Corregir
quarantine-view-bytes = Bytes
quarantine-truncated = El mensaje es más largo de lo que se muestra aquí.
quarantine-loading-bytes = Cargando los bytes
quarantine-more-bytes = { $count ->
    [one] Mostrar { $count } byte más
   *[other] Mostrar { $count } bytes más
}
quarantine-not-editable = Este mensaje no puede corregirse aquí: es demasiado largo o no es texto. Pida uno nuevo al remitente o reprocéselo tal como se envió.
quarantine-replay-as-sent = Reprocesar tal como se envió
quarantine-correct = Corregir
quarantine-discard = Descartar
quarantine-next = Mensaje siguiente
quarantine-last = Es el último de la lista.

## Correcting
quarantine-correct-label = Texto del mensaje
quarantine-draft-restored = Se conservó su corrección sin enviar.
quarantine-draft-kept = Se guarda como borrador hasta que lo envíe.
quarantine-unchanged = No hay cambios.
quarantine-as-sent = Volver a lo enviado
quarantine-check-and-send = Comparar y enviar
quarantine-send-title = ¿Enviar esta corrección?
quarantine-send-text = El mensaje original permanece en el archivo. La corrección se lee en su lugar y la auditoría guarda quién la hizo.
quarantine-send-diff = Lo que cambia su corrección
quarantine-keep-editing = Seguir corrigiendo
quarantine-send = Enviar

## Results
quarantine-result-resolved = El mensaje { $id } está resuelto.
quarantine-result-as-sent = Pudo leerse tal como se envió: ahora es un registro, o ya era conocido.
quarantine-result-corrected = Su corrección pudo leerse: ahora es un registro, o ya era conocido.
quarantine-result-refused = { $count ->
    [one] Sigue rechazado: { $count } anomalía.
   *[other] Sigue rechazado: { $count } anomalías.
}
quarantine-result-refused-as-sent = Se leyó de nuevo tal como se envió; abajo se indica lo que falla.
quarantine-result-refused-corrected = Su corrección se conserva como borrador; abajo se indica lo que aún falla.
quarantine-discarded = El mensaje { $id } fue descartado.
quarantine-discard-title = ¿Descartar el mensaje { $id }?
quarantine-discard-text = Sale de la cuarentena y nunca será un registro. Sus bytes permanecen en el archivo.
quarantine-discard-reason = Motivo
quarantine-discard-hint = Se guarda en la auditoría con su nombre.
quarantine-discard-missing = Indique por qué se descarta.

## Files received
quarantine-files = Archivos recibidos
quarantine-files-of = Archivos de { $sender }
quarantine-files-empty-title = Aún no se ha recibido ningún archivo
quarantine-files-empty-send = Envíe el primero arriba, o deje que la máquina de un remitente lo haga con una clave de API.
quarantine-files-empty-text = Aparecen aquí en cuanto alguien los envía.
quarantine-loading-files = Cargando los archivos
quarantine-count-read = Leídos
quarantine-count-accepted = Aceptados
quarantine-count-duplicate = Duplicados
quarantine-count-quarantined = Rechazados
quarantine-count-conflicts = Conflictos
quarantine-upload = Enviar archivos
quarantine-upload-pick = Elegir archivos
quarantine-upload-drop = o suéltelos aquí
quarantine-upload-hint = Cualquier formato que Tidewaiter lea, también comprimido. Lo ya recibido se reconoce y se cuenta como duplicado.
quarantine-upload-waiting = en espera
quarantine-upload-sending = enviando…
quarantine-upload-too-many = { $count ->
    [one] Solo se toman { $limit } archivos a la vez; { $count } quedó fuera.
   *[other] Solo se toman { $limit } archivos a la vez; { $count } quedaron fuera.
}
quarantine-upload-announce = { $name } recibido: { $accepted } aceptados, { $quarantined } rechazados
quarantine-receipts = { $count ->
    [one] Recibo
   *[other] Recibos de { $count } archivos
}
quarantine-receipts-clear = Quitar los recibos

## Keys
quarantine-key-down = Mensaje siguiente de la lista
quarantine-key-up = Mensaje anterior
quarantine-key-select = Seleccionar o deseleccionar
quarantine-key-replay = Reprocesar lo seleccionado
quarantine-key-next = Mensaje siguiente
quarantine-key-correct = Corregir el mensaje
quarantine-key-replay-one = Reprocesar tal como se envió
quarantine-key-discard = Descartar
quarantine-key-back = Volver a la lista
