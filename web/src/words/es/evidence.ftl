### Las palabras de la pantalla de un caso y de sus dibujos.

## The case and its head
evidence-case = Caso
evidence-window-title = Caso { $title }
evidence-crumb = Dónde está
evidence-to-queue = Cola
evidence-loading = Cargando las pruebas…
evidence-more-containers = { $count ->
    [one] y { $count } contenedor más
   *[other] y { $count } contenedores más
}
evidence-more-goods = { $count ->
    [one] y { $count } partida más
   *[other] y { $count } partidas más
}
evidence-no-goods = No se indica mercancía
evidence-no-goods-text = Ni la declaración sumaria de entrada ni ninguna declaración recibida hasta ahora describe la mercancía.
evidence-arm-random = Por sorteo
evidence-by-chance = Elegido al azar, como control. Sus motivos no influyeron en la elección: trátelo como cualquier otro envío.
evidence-score = Puntuación
evidence-rank = n.º { $rank } de { $open } abiertos
evidence-lane = Circuito
evidence-no-lane = En ninguna lista
evidence-listed = puesto { $rank } en la lista del { $day }, por riesgo
evidence-listed-chance = puesto { $rank } en la lista del { $day }, por sorteo
evidence-arrival = Llegada
evidence-deadline = Decidir antes de
evidence-no-deadline = Sin plazo
evidence-overdue = Vencido
evidence-due = decidir
evidence-at-stake = Importe en juego
evidence-of-value = de un valor de
evidence-holder = Quién lo tiene
evidence-holder-you = Lo tiene usted
evidence-holder-until = hasta
evidence-nobody = nadie
evidence-state = Estado
evidence-state-free = Libre
evidence-state-taken = Tomado
evidence-state-decided = Decidido
evidence-transport-document = Documento de transporte
evidence-route = Ruta
evidence-unknown = Desconocido

## Acts
evidence-actions = Acciones sobre este caso
evidence-take = Tomar
evidence-release = Liberar
evidence-next = Caso siguiente
evidence-take-next = Tomar el siguiente
evidence-print = Imprimir expediente
evidence-take-anyway = Tomarlo de todos modos
evidence-has-it-since = tiene este caso desde
evidence-lock-ends = el bloqueo termina solo a las
evidence-override-title = ¿Quitar este caso a un compañero?
evidence-override-text = { $name } pierde el bloqueo y se le avisa. Queda en el registro de auditoría.
evidence-none-free = No queda ningún caso libre en esta cola.
evidence-assessed-anew = Evaluado de nuevo: puntuación { $before } → { $score }.
evidence-decided-elsewhere = Entretanto un compañero ha registrado un resultado en este caso.
evidence-show-anew = Mostrar el estado actual
evidence-shown-anew = Se muestra el estado actual del caso.
evidence-taken-announce = Usted tiene este caso.
evidence-released-announce = El caso vuelve a estar libre.
evidence-past = Ve lo que se sabía el { $time }.
evidence-past-now = Mostrar el presente
evidence-past-read-only = Un estado pasado es solo de lectura.

## Keys, for the sheet
evidence-key-take = Tomar este caso; una vez decidido, el siguiente
evidence-key-release = Liberar este caso
evidence-key-nothing = Sin hallazgos; Intro lo registra
evidence-key-finding = Ir al resultado
evidence-key-show-anew = Mostrar lo que cambió
evidence-key-print = Imprimir el expediente
evidence-key-next-listed = Caso siguiente de la lista
evidence-key-previous-listed = Caso anterior de la lista
evidence-list-end = No hay más casos en esta lista.
evidence-list-previous = Anterior en la lista
evidence-list-next = Siguiente en la lista
evidence-key-back = Volver a la cola
evidence-key-next-reason = Motivo siguiente
evidence-key-previous-reason = Motivo anterior
evidence-key-open-reason = Abrir o cerrar el motivo
evidence-key-open-all = Abrir o cerrar todos los motivos
evidence-key-nth-reason = Abrir del primer al noveno motivo

## Reasons and what they stand on
evidence-reasons = { $count ->
    [one] { $count } motivo
   *[other] { $count } motivos
}
evidence-reasons-random = No influyeron en la elección de este caso; se muestran para que pueda comprobarlos.
evidence-no-reasons = Ningún indicador se activó
evidence-no-reasons-text = Lo que pudo juzgarse está en orden. Lo que no, se indica más abajo.
evidence-no-reasons-random = Este caso se eligió al azar y nada habla en su contra hasta ahora.
evidence-open-all = Abrir todos
evidence-close-all = Cerrar todos
evidence-weight = Peso por sí solo, de 1:
evidence-strong = fuerte
evidence-middling = medio
evidence-weak = débil
evidence-compared = Comparado con
evidence-stands-on = { $count ->
    [one] Se apoya en { $count } mensaje
   *[other] Se apoya en { $count } mensajes
}
evidence-no-pieces = Este motivo se apoya en las cifras de arriba, no en un mensaje concreto.
evidence-received = recibido el
evidence-excerpt = Extracto: { $role }
evidence-bytes = bytes { $start }–{ $end }
evidence-whole-message = Mensaje completo
evidence-raw-bytes = Bytes originales
evidence-show-all-messages = { $count ->
    [one] Mostrar { $count } mensaje
   *[other] Mostrar los { $count } mensajes
}
evidence-show-all = { $count ->
    [one] Mostrar { $count }
   *[other] Mostrar los { $count }
}
evidence-trip-part-heading = La parte del viaje en cuestión
evidence-trip-part = Marcado: del { $from } al { $to }
evidence-show-on-trip = Ver en la línea de tiempo y el mapa

## The message
evidence-message-title = Mensaje tal como se recibió
evidence-message-loading = Cargando el mensaje…
evidence-message-file = Archivo
evidence-message-sender = Remitente
evidence-message-received = Recibido
evidence-message-place = Lugar en el archivo
evidence-message-cut = Cortado aquí: los bytes originales están completos.

## Charts
evidence-as-table = Como tabla
evidence-unit-per-kg = { $value }/kg
evidence-unit-kg = { $value } kg
evidence-chart-this = este: { $value }
evidence-chart-threshold = alarma en { $value }
evidence-chart-median = mediana { $value }
evidence-chart-lower-than = Más bajo que cerca del { $share } de { $population }
evidence-chart-higher-than = Más alto que cerca del { $share } de { $population }
evidence-chart-from = Desde
evidence-chart-to = Hasta
evidence-chart-count = Cuántos
evidence-chart-this-here = este
evidence-routes-this = Esta ruta
evidence-routes-usual = Ruta habitual { $number }
evidence-routes-share = { $share } ({ $count } de { $population })
evidence-routes-never = nunca entre { $population }
evidence-routes-not-usual = fuera de la ruta habitual
evidence-routes-none = No se conoce otra ruta para este par.

## The trip
evidence-trip = El viaje
evidence-trip-of = Viaje de
evidence-no-trip = No se conoce ningún viaje
evidence-no-trip-text = Ningún mensaje de estado de un transportista o terminal pudo unirse a este envío; su recorrido solo consta en los documentos.
evidence-trip-open = en curso
evidence-trip-closed = terminado
evidence-trip-uncertain = incierto
evidence-trip-carrier = Transportista
evidence-trip-vessels = Buques
evidence-trip-sure = seguro al { $share }
evidence-trip-silence = silencio más largo { $hours }
evidence-lanes = Una línea por fuente
evidence-lanes-left-out = { $count ->
    [one] { $count } fuente más solo en la tabla
   *[other] { $count } fuentes más solo en la tabla
}
evidence-timeline-description = Línea de tiempo del contenedor { $container } del { $start } al { $end }. Escalas: { $calls }. { $reports } informes, de ellos { $doubted } dudosos.
evidence-legend-stay = estancia en puerto
evidence-legend-beyond = más larga de lo usual
evidence-legend-believed = informe
evidence-legend-foreseen = previsión
evidence-legend-doubted = informe dudoso
evidence-legend-highlight = a lo que se refiere el motivo
evidence-map-label = Mapa del viaje de { $container }. Las flechas mueven, más y menos amplían, 0 muestra todo el viaje. La tabla de escalas dice lo mismo.
evidence-map-in = Acercar
evidence-map-out = Alejar
evidence-map-whole = Todo el viaje
evidence-map-this = este viaje
evidence-map-usual = ruta habitual
evidence-map-ways = rutas normales del par, más gruesas cuanto más frecuentes
evidence-map-no-outlines = No se pudieron cargar las costas.
evidence-calls = Escalas
evidence-call = Escala
evidence-call-role = Operación
evidence-call-load = carga
evidence-call-transhipment = transbordo
evidence-call-discharge = descarga
evidence-call-declared = declarado
evidence-call-arrived = Llegada
evidence-call-departed = Salida
evidence-call-stay = Estancia
evidence-call-usual = Usual allí
evidence-call-usual-text = { $median }, alto { $high } (de { $population })
evidence-call-vessels = Buques
evidence-call-inferred = deducido
evidence-call-long = larga
evidence-doubted = { $count ->
    [one] { $count } informe no se da por cierto
   *[other] { $count } informes no se dan por ciertos
}
evidence-all-reports = { $count ->
    [one] { $count } informe, con su hora
   *[other] Los { $count } informes, con sus horas
}
evidence-report-time = Hora
evidence-report-event = Evento
evidence-report-place = Lugar
evidence-report-what = Detalles
evidence-report-sources = Informado por
evidence-report-belief = Dado por cierto
evidence-actual = real
evidence-estimated = estimado
evidence-planned = previsto
evidence-laden = lleno
evidence-empty = vacío
evidence-seal = precinto
evidence-message-short = mensaje { $number }
evidence-more-messages = y { $count } más
evidence-believed = sí
evidence-not-believed = no
evidence-left-out = { $count ->
    [one] { $count } informe más omitido en papel; la consola lo muestra.
   *[other] { $count } informes más omitidos en papel; la consola los muestra.
}

## Documents, goods, parties
evidence-documents = Documentos
evidence-disagreements = { $count ->
    [one] { $count } discrepancia
   *[other] { $count } discrepancias
}
evidence-all-agree = todos coinciden
evidence-disagree = no coinciden
evidence-only-disagreeing = Solo donde no coinciden
evidence-document-field = Dato
evidence-not-stated = no consta
evidence-no-documents = No ha llegado ningún documento
evidence-no-documents-text = Aún no se ha podido unir ninguna declaración sumaria, declaración de importación ni informe de terminal.
evidence-one-document = Solo ha llegado un documento, así que aún no hay con qué compararlo.
evidence-goods = { $count ->
    [one] { $count } partida
   *[other] { $count } partidas
}
evidence-goods-hs = Código SA
evidence-goods-description = Descripción
evidence-goods-origin = Origen
evidence-goods-gross = Masa bruta
evidence-goods-net = Masa neta
evidence-goods-value = Valor
evidence-parties = Partes
evidence-no-parties = No se nombra ninguna parte
evidence-no-parties-text = Los documentos recibidos hasta ahora no nombran ni expedidor ni destinatario.
evidence-party-earlier = envíos anteriores
evidence-party-inspected = inspeccionados
evidence-party-found = con hallazgo
evidence-party-first = Primer envío que conocemos.
evidence-party-recent = { $count ->
    [one] El último caso
   *[other] Los últimos { $count } casos
}
evidence-earlier = Casos anteriores
evidence-earlier-container = Del mismo contenedor
evidence-earlier-consignee = Del mismo destinatario
evidence-earlier-route = En la misma ruta
evidence-earlier-none = No se conoce ninguno.
evidence-case-open = abierto
evidence-not-inspected = no inspeccionado

## Judged, facts and history
evidence-judged = Otros indicadores
evidence-not-evaluated = { $count ->
    [one] { $count } no pudo juzgarse
   *[other] { $count } no pudieron juzgarse
}
evidence-all-evaluated = Cada indicador tuvo lo que necesita.
evidence-passed = { $count ->
    [one] { $count } juzgado y en orden
   *[other] { $count } juzgados y en orden
}
evidence-facts = Datos
evidence-as-of = Situación a
evidence-run = Evaluación n.º
evidence-reference = Referencia
evidence-joins = Cómo se unieron los registros
evidence-history = Quién consultó, tomó y decidió
evidence-history-none = Nadie ha tocado aún este caso.
evidence-history-more = Mostrar anteriores

## The finding
evidence-finding = Resultado
evidence-finding-what = Qué se encontró
evidence-finding-choose = Elija…
evidence-nothing = Sin hallazgos
evidence-finding-missing = Indique qué se encontró, o que no se encontró nada.
evidence-finding-value = Valor
evidence-finding-value-in = Valor en { $currency }
evidence-finding-value-hint = Derechos o mercancía; opcional
evidence-finding-value-bad = Escriba un importe como 1250,50
evidence-finding-note = Nota
evidence-finding-keys = Teclas: n y luego Intro para «sin hallazgos»; Ctrl+Intro registra desde la nota.
evidence-record = Registrar
evidence-recording = Registrando…
evidence-clear = Borrar
evidence-recorded = Resultado de { $id } registrado
evidence-recorded-announce = Resultado registrado. u para deshacer, t para el siguiente.
evidence-undo = Deshacer ({ $seconds } s)
evidence-undo-short = Deshacer
evidence-undone = Resultado retirado
evidence-undo-failed = El resultado se mantiene: { $why }
evidence-withdrawn = retirado
evidence-record-another = Registrar otro resultado
evidence-no-finding = Aún sin resultado
evidence-no-right-to-decide = Los oficiales y supervisores registran resultados; su función es de lectura.
evidence-stale-title = El caso cambió mientras decidía
evidence-stale-no-change = Nada de lo que se muestra difiere; otra persona tocó el caso.
evidence-record-anyway = Registrar de todos modos
evidence-locked-title = No registrado: lo tiene un compañero
evidence-typed-kept = Lo que escribió se conserva.
evidence-sent-when-back = El servidor no responde. Su resultado se guarda aquí y se enviará una sola vez en cuanto vuelva.

## Unknown case
evidence-unknown-title = No existe tal caso
evidence-unknown-text = No se conoce nada con
evidence-unknown-never = Este envío se conoce por mensajes, pero nunca se evaluó: ya no estaba abierto en la primera evaluación.
evidence-unknown-nearest = Los más cercanos
evidence-unknown-search = Buscarlo

## On paper
evidence-dossier = Expediente del envío { $id }
evidence-printed-by = Impreso por { $name } el { $time }
evidence-page = Página
evidence-page-of = de
evidence-trip-page = Página del viaje
