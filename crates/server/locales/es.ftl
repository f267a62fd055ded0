### Las palabras de Tidewaiter en español. Cada clave está en todas las lenguas; una prueba lo comprueba.

## Unidades
unit-hours = { $n ->
    [one] { $value } hora
   *[other] { $value } horas
}
unit-days = { $n ->
    [one] { $value } día
   *[other] { $value } días
}
unit-distance = { $value } millas náuticas
unit-mass = { $value }{"\u00a0"}kg
unit-speed = { $value }{"\u00a0"}km/h
unit-per-kilogram = { $value }/kg

## Cosas contadas
count-boxes = { $population_n ->
    [one] { $population } contenedor
   *[other] { $population } contenedores
}
count-stays = { $population_n ->
    [one] { $population } estancia
   *[other] { $population } estancias
}
count-trips = { $population_n ->
    [one] { $population } viaje
   *[other] { $population } viajes
}
count-reports = { $population_n ->
    [one] { $population } mensaje
   *[other] { $population } mensajes
}
count-weighings = { $population_n ->
    [one] { $population } pesaje
   *[other] { $population } pesajes
}
count-items = { $samples_n ->
    [one] { $samples } artículo
   *[other] { $samples } artículos
}
count-earlier = { $earlier_n ->
    [one] { $earlier } envío
   *[other] { $earlier } envíos
}

## Circuitos y vías de selección
lane-red = circuito ROJO (reconocimiento)
lane-yellow = circuito AMARILLO (documentos)
lane-blue = circuito AZUL (control posterior al levante)
lane-green = circuito VERDE (levante)
arm-risk = por riesgo
arm-random = por sorteo

## La lista
queue-heading = Lista de reconocimientos del { $day }: { $rows } de { $capacity } plazas, { $open ->
    [one] { $open } envío en espera
   *[other] { $open } envíos en espera
}
queue-arrives = llega el { $time } (dentro de { $span })
queue-arrived = llegó el { $time } (hace { $span })
queue-random = elegido por sorteo, como control: sus motivos no influyeron
queue-found = hallado: { $found }
queue-nothing = sin hallazgos
queue-next = `tidewaiter explain 1` muestra por qué el primero está en la lista; `tidewaiter outcome 1 --found TYPE` o `--nothing` registra lo hallado
tally = En la lista: { $selected } ({ $random } por sorteo), reconocidos { $inspected }, con hallazgo { $found }. Resultados en total: { $ever }, con hallazgo { $found_ever }.
demo-next = Y ahora:

## La explicación
explain-heading = { $id }: puntuación { $score }, número { $rank } de { $open } envíos abiertos a fecha de { $time }
explain-selection = En la lista del { $day } con el puesto { $rank }, { $arm }: { $lane }
explain-no-reason = Ningún indicador se ha activado.
explain-not-evaluated = No se pudo valorar:
explain-passed = Valorado y en orden: { $codes }
explain-weight = por sí solo { $weight } de 1
explain-evidence = { $role }: { $file }, bytes { $start } a { $end }
fact-containers = Contenedores
fact-transport-document = Documento de transporte
fact-entry = Declaración sumaria
fact-declarations = Declaraciones de importación
fact-office = Aduana
fact-arrival = Llegada prevista
fact-consignor = Expedidor
fact-consignee = Consignatario
fact-goods = Mercancías
fact-trip = Viaje
fact-join = Vinculado
trip-loaded = cargado el { $time }
trip-discharged = descargado el { $time }
trip-vessels = buques { $vessels }
route-bound-for = declarado para { $place }

## Cómo se vincularon los datos
join-trip-transport-document = viaje por el documento de transporte { $key } (seguro al { $confidence })
join-trip-container-and-window = viaje por el contenedor { $key } en el intervalo (seguro al { $confidence })
join-declaration-mrn = declaración de importación por el MRN { $key } de la declaración sumaria de entrada (seguro al { $confidence })
join-declaration-transport-document = declaración de importación por el documento de transporte { $key } (seguro al { $confidence })
join-declaration-container-and-window = declaración de importación por el contenedor { $key } en el intervalo (seguro al { $confidence })
join-declaration-declaration = artículo con su declaración { $key } (seguro al { $confidence })

## Columnas
column-indicator = indicador
column-fired = activado
column-not-evaluated = no valorado
column-share = parte
column-inspected = reconocidos
column-precision = precisión
column-interval = intervalo del 95{"\u00a0"}%
column-lift = ganancia
column-random = al azar
column-by-tax = por tributos
column-recall = detección por clase con la capacidad
column-found = hallados
column-ours = la nuestra
column-wrong = de ellos irregulares
column-honest = rarezas honestas dentro de la capacidad
column-value-of = { $hits } de { $of }

## Mensajes leídos y mensajes rechazados
count-files = { $files ->
    [one] { $files } fichero
   *[other] { $files } ficheros
}
ingest-file = { $file }: { $counts }
ingest-file-format = { $file } ({ $format }): { $counts }
ingest-file-error = { $file }: no leído: { $error }
ingest-hidden = … { count-files } en total; --json los nombra todos
ingest-counts = { $read } leídos = { $accepted } aceptados + { $duplicate } duplicados + { $quarantined } en cuarentena
ingest-conflicts = ({ $conflicts } en conflicto con un mensaje anterior del mismo identificador)
ingest-unreadable = { $inputs ->
    [one] no se pudo leer { $inputs } entrada
   *[other] no se pudieron leer { $inputs } entradas
}; no se guardó nada de lo no leído
ingest-quarantined = `tidewaiter quarantine list` muestra qué se rechazó y por qué
diagnostic = { $code } en el byte { $start }: se esperaba { $expected }; se encontró `{ $found }`
diagnostic-at = { $code } en el byte { $start } { $path }: se esperaba { $expected }; se encontró `{ $found }`
trips-refused-byte = { $file }: se rechazó la fila en el byte { $byte }
trips-refused-row = { $file }: se rechazó la fila { $row }
trips-refused-more = … y { $rows } más rechazadas
trips-counts = { $read } leídos = { $accepted } aceptados + { $duplicate } duplicados + { $refused } rechazados
trips-superseded = de los aceptados, omitidos por un mensaje posterior de la misma fuente e identificador: { $rows }
trips-later = de los aceptados, omitidos por recibirse más tarde: { $rows }
trips-written = viajes: { $trips }, contenedores: { $containers }, en { $folder } tras { $seconds } s
quarantine-empty = la cuarentena está vacía
quarantine-where = { $file } ({ $format }) bytes { $start }–{ $end }
quarantine-state-replayed = releído
quarantine-state-discarded = descartado
quarantine-next = { $messages ->
    [one] { $messages } mensaje
   *[other] { $messages } mensajes
}; `tidewaiter quarantine show N` muestra uno, `tidewaiter quarantine replay N --with FILE` toma su corrección
quarantine-resolved = se convirtió en registro
quarantine-stays = sigue en cuarentena
quarantine-replayed = { $tried } intentados = { $resolved } resueltos + { $remaining } pendientes

## El registro de auditoría: lo que hizo alguien, detrás del nombre
audit-case-look = consultó el caso
audit-case-take = tomó el caso
audit-case-release = devolvió el caso
audit-outcome-record = registró un resultado
audit-outcome-withdraw = retiró un resultado
audit-list-extend = amplió la lista del día
audit-messages-ingest = incorporó mensajes
audit-quarantine-replay = releyó un mensaje de la cuarentena
audit-quarantine-discard = descartó un mensaje de la cuarentena
audit-quarantine-reopen = devolvió un mensaje a la cuarentena
audit-assessment-run = evaluó lo que está abierto
audit-assessment-ask = pidió una evaluación de riesgos
audit-evaluation-ask = pidió una medición de la clasificación
audit-session-start = inició sesión
audit-session-end = cerró sesión
audit-session-end-all = cerró todas las sesiones
audit-session-refuse = fue rechazado al iniciar sesión
audit-account-create = creó una cuenta
audit-account-update = cambió una cuenta
audit-account-password = cambió una contraseña
audit-account-preferences = cambió sus preferencias
audit-api-key-create = creó una clave de API
audit-api-key-revoke = revocó una clave de API
audit-filter-create = guardó un filtro
audit-filter-update = cambió un filtro
audit-filter-delete = borró un filtro
audit-setting-set = cambió un ajuste
audit-sound = íntegro; registros: { $records }; cabeza: { $head }
audit-broken-changed = roto en el registro { $sequence }, campo { $field }, byte { $byte }: no es lo que se escribió
audit-broken-missing = roto en el registro { $sequence }: falta
audit-broken-added = roto en el registro { $sequence }: no lo escribió este programa
audit-broken-head-differs = roto en el registro { $sequence }: no es el último que se escribió
audit-broken-expected-head-unknown = roto: ninguno de los { $sequence } registros tiene la huella esperada; el registro se cortó o se reescribió
audit-sound-before = íntegros antes de él: { $records }; cabeza en ese punto: { $head }
audit-empty = ningún registro de auditoría responde a esto

## La evaluación de los envíos
count-open = { $open ->
    [one] { $open } envío abierto
   *[other] { $open } envíos abiertos
}
count-messages = { $messages ->
    [one] { $messages } mensaje de estado
   *[other] { $messages } mensajes de estado
}
count-journeys = { $trips ->
    [one] { $trips } viaje
   *[other] { $trips } viajes
}
assess-heading = a fecha de { $time }: { count-open } de { $consignments }, evaluados a partir de { count-messages } y { count-journeys } en { $seconds } s
assess-next = `tidewaiter queue` enumera los más fuertes
assess-none-open-later = no hay nada abierto a fecha de { $time }; el último mensaje se recibió el { $latest }: pruebe `--as-of { $latest }`
assess-none-open = no hay nada abierto a fecha de { $time }; un archivo histórico se carga con `tidewaiter ingest --known-at-event-time` en una carpeta de datos nueva y se evalúa con `--as-of` y una fecha comprendida en él

## La medición y el mundo sintético
evaluate-summary = { $assessed ->
    [one] { $assessed } envío evaluado
   *[other] { $assessed } envíos evaluados
} mientras estaban abiertos, irregulares { $wrong } ({ $share }), en { $looks ->
    [one] { $looks } pasada
   *[other] { $looks } pasadas
} del { $from } al { $to }; nunca abiertos en una pasada: { $missed }
evaluate-capacity = ← capacidad
world-written = { count-files } con { $bytes } bytes de mensajes en { $folder }, la verdad aparte en { $truth }
demo-world = Un mundo sintético: { $folder }

## Motivos: lo que se vio, el umbral, comparado con quién
id-chk-shape = El número de contenedor { $value } no consta de tres letras, una letra de categoría, seis cifras y una cifra de control
id-chk-category = El número de contenedor { $value } tiene una categoría distinta de U, J o Z
id-chk-check-digit = El número de contenedor { $value } tiene una cifra de control errónea; debería ser { $expected_digit }
id-dup-speed = Dos contenedores con un mismo número: { $from } el { $earlier } y { $to } el { $later } exigirían { $value } (límite { $threshold })
id-dup-interleaved = Dos contenedores con un mismo número: los sucesos de { $from } ({ $earlier }) y de { $to } ({ $later }) son de dos viajes simultáneos
id-dup-travel-time = Dos contenedores con un mismo número: entre { $from } el { $earlier } y { $to } el { $later } hay { $value }; ningún contenedor tardó menos de { $threshold }, aprendido de sus viajes porque no se conoce la posición de los lugares
rt-loop-visited-twice = { $area } se visita { $value_n ->
    [one] { $value } vez
   *[other] { $value } veces
} en un mismo viaje por mar: { $itinerary }
rt-loop-origin-is-destination = Cargado y finalmente descargado en la misma zona portuaria { $area }: { $itinerary }
rt-ts-support = Transbordado en { $area }, por donde pasa el { $value } de { count-boxes } de este origen y destino (límite { $threshold }): { $itinerary }
rt-ts-detour = Transbordado en { $area }: { $added_distance } o un { $value } más que la vía habitual (límite { $threshold }), que siguieron { $support } de { count-boxes }: { $itinerary }
rt-ts-detour-by-time = Transbordado en { $area }: según los tiempos aprendidos, { $added_distance } o { $value } más que la vía habitual (límite { $threshold }), que tomaron { $support } de { count-boxes }; no todos los lugares tienen coordenadas: { $itinerary }
rt-rare = Ruta poco frecuente { $itinerary }: la siguieron { $same } de { count-boxes } de este origen y destino (sorpresa de { $value } bits, alerta a partir de { $threshold })
rt-newod-pair = Primer contenedor del par { $pair } en { $months_n ->
    [one] { $months } mes
   *[other] { $months } meses
}, entre { count-trips }
rt-newod-rare-pair = { $others_n ->
    [one] Solo { $others } contenedor más
   *[other] Solo { $others } contenedores más
} del par { $pair } en { $months } meses, entre { count-trips }
rt-newod-consignee-route = Primera vez que el consignatario { $value } recibe por { $route }, tras { count-earlier } por otras rutas
rt-newod-shipper-route = Primera vez que el expedidor { $value } envía por { $route }, tras { count-earlier } por otras rutas
or-orig-transhipment-only = El origen declarado { $value } fue solo un transbordo: el contenedor { $container } se cargó lleno en { $loaded_at } y se vio lleno en { $laden_in }
or-orig-dispatch-declared = Origen declarado { $value }, pero el contenedor { $container } se cargó en { $loaded_at }, país de expedición declarado; visto lleno en { $laden_in }
or-orig-via-hub = Origen declarado { $value }, pero el contenedor { $container } se cargó en el puerto de concentración { $loaded_at }; visto lleno en { $laden_in }
or-orig-elsewhere = Origen declarado { $value }, pero el contenedor { $container } se cargó en { $loaded_at } y solo se vio lleno en { $laden_in }
or-pol-transhipment-port = El lugar de carga declarado { $declared } fue un transbordo; el contenedor { $container } se cargó primero en { $value }
or-pol-same-country = Lugar de carga declarado { $declared }; el contenedor { $container } se cargó en { $value }, en el mismo país
or-pol-other-country = Lugar de carga declarado { $declared }; el contenedor { $container } se cargó en { $value }, en otro país
or-pod-transhipment-port = El lugar de descarga declarado { $declared } fue un transbordo; el contenedor { $container } se descargó finalmente en { $value }
or-pod-same-country = Lugar de descarga declarado { $declared }; el contenedor { $container } se descargó en { $value }, en el mismo país
or-pod-other-country = Lugar de descarga declarado { $declared }; el contenedor { $container } se descargó en { $value }, en otro país
or-route-missing = Pasó por { $value }, que el itinerario declarado ({ $declared }) omite; el contenedor { $container } recorrió { $travelled }
or-route-additional = El itinerario declarado ({ $declared }) nombra { $value }, donde el contenedor { $container } nunca estuvo; recorrió { $travelled }
tm-dwell-origin = Permaneció { $value } antes de la carga en { $area }: lo habitual allí { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-dwell-origin-cycle = { $value } desde la retirada en vacío hasta la carga en { $area }: lo habitual { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-boxes } en ese lugar
   *[other] según { count-boxes } en todos los puertos
}
tm-dwell-transhipment = Permaneció { $value } en transbordo en { $area }: lo habitual allí { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-dwell-transhipment-reckoned = Permaneció al menos { $value } en transbordo en { $area }, descontados hasta { $leg } de mar porque no se comunicó un extremo de la estancia: lo habitual allí { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-leg-slow = { $value } de mar de { $from } a { $to }: lo habitual { $median }, casi todos por debajo de { $threshold }, según { count-trips }
tm-leg-fast = Solo { $value } de mar de { $from } a { $to }: lo habitual { $median }, casi todos por encima de { $threshold }, según { count-trips }
tm-leg-impossible = Solo { $value } de mar de { $from } a { $to }, a { $distance } de distancia: ningún portacontenedores tarda menos de { $threshold }
tm-dwell-transhipment-ongoing = Espera en { $area } desde hace { $value } el siguiente buque y sigue allí: lo habitual en un transbordo allí { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-dwell-destination = Permaneció { $value } tras la descarga en { $area }: lo habitual allí { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-dwell-destination-ongoing = Está en { $area } desde hace { $value }, desde la descarga, y sigue allí: lo habitual { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-stays } en ese lugar
   *[other] según { count-stays } en todos los puertos
}
tm-dwell-destination-cycle = { $value } desde la descarga en { $area } hasta la devolución en vacío: lo habitual { $median }, alerta a partir de { $threshold }, { $compared_with ->
    [area] según { count-boxes } en ese lugar
   *[other] según { count-boxes } en todos los puertos
}
ef-conf-empty-at-sea = { $value } de { count-reports } dicen vacío mientras el contenedor lleno estaba en el mar, { $area } el { $time }
ef-conf-changed = Lleno pasó a vacío en { $area } el { $time } sin llenado ni vaciado intermedio ({ $value } de { count-reports })
dc-late-missing = Sin declaración sumaria de entrada; cargado el { $loaded }, debía presentarse antes del { $threshold } (el { $population } de los envíos tiene una)
dc-late-late = Declaración sumaria de entrada presentada el { $value }, { $late } después del plazo ({ $threshold }); el contenedor { $container } se cargó el { $loaded }
dc-late-after-loading = Declaración sumaria de entrada presentada el { $value }, después de cargarse el contenedor { $container } el { $loaded }; debía presentarse antes del { $threshold }
dc-gap-milestone = { $value } de { $expected_n ->
    [one] { $expected } carga o descarga prevista
   *[other] { $expected } cargas y descargas previstas
} sin comunicar; ocurre en el { $usual_share } de { count-trips } del transportista
dc-gap-silence-aboard = Nada se comunicó durante { $value } a bordo después de { $area } ({ $since }; alerta a partir de { $threshold })
dc-gap-silence-aboard-ongoing = Nada se comunica desde hace { $value }, desde que el contenedor salió de { $area } ({ $since }; alerta a partir de { $threshold })
dc-gap-silence-ashore = Nada se comunicó durante { $value } con el contenedor lleno en tierra en { $area } ({ $since }; alerta a partir de { $threshold })
dc-gap-silence-ashore-ongoing = Nada se comunica desde hace { $value } sobre el contenedor lleno en { $area } ({ $since }; alerta a partir de { $threshold })
vl-kg-low = El valor { $value } { $currency } es { $ratio } veces el habitual { $median } para el SA { $hs_code } de { $origin } ({ $deviations } desviaciones, alerta a partir de { $threshold }); comparado con { count-items } de { $population ->
    [subheading_and_origin] la misma subpartida y el mismo origen
    [subheading] la misma subpartida
    [heading] la misma partida
   *[other] el mismo capítulo
}
vl-kg-high = El valor { $value } { $currency } es { $ratio } veces el habitual { $median } para el SA { $hs_code } de { $origin } ({ $deviations } desviaciones, alerta a partir de { $threshold }); comparado con { count-items } de { $population ->
    [subheading_and_origin] la misma subpartida y el mismo origen
    [subheading] la misma subpartida
    [heading] la misma partida
   *[other] el mismo capítulo
}
wt-anom-declarations-differ = La declaración de importación dice { $value } brutos, la declaración sumaria de entrada { $declared }: diferencia de { $difference } o un { $share } (límite { $threshold })
wt-anom-verified-differs = La terminal comunicó { $value } brutos, declarados { $declared }: aun descontando la tara del contenedor, diferencia de { $difference } o un { $share } (límite { $threshold })
wt-anom-between-events = Las masas brutas comunicadas en un mismo viaje van de { $lightest } a { $heaviest }, diferencia de { $value } (límite { $threshold }, { count-weighings })
sl-chg-changed = El precinto { $before } pasó a ser { $value } en { $area } el { $time } sin orden de la aduana
sl-chg-resealed = Precintado de nuevo en { $area } el { $time } sin orden de la aduana: { $before } pasó a ser { $value }
tx-div-stripped = Tránsito hacia { $declared } declarado, pero el contenedor { $container } se vació en { $value } el { $emptied }
tx-div-returned-empty = Tránsito hacia { $declared } declarado, pero el contenedor { $container } volvió vacío en { $value } el { $emptied }
id-swap-seal-and-mass = Llegó a { $area } con el precinto { $before } y siguió con el precinto { $after } y una masa que difiere en { $value }
rt-hrp-place = Hizo escala en { $value }, lugar que figura en la lista: { $itinerary }
rt-hrp-country = Hizo escala en { $value }, en un país que figura en la lista: { $itinerary }
gt-pin-carrier = Salió del puerto de { $area } el { $time } para el transportista { $value }; el viaje es de { $expected }
gt-pin-at-night = Salió del puerto de { $area } de noche, el { $time }, { $value } después de la descarga (límite { $threshold }, según { count-stays } en ese lugar)
dc-cod-consignee = El consignatario { $before } pasó a ser { $value } el { $changed }, después de la carga del { $threshold }
dc-cod-destination = El lugar de descarga { $before } pasó a ser { $value } el { $changed }, después de la carga del { $threshold }
dc-cod-notify-party = La parte a notificar { $before } pasó a ser { $value } el { $changed }, después de la carga del { $threshold }
st-loc-elsewhere = El contenedor { $container } se llenó en { $value }; el expedidor está en { $declared }
st-loc-before-pick-up = El contenedor { $container } se llenó en { $area } { $value } antes de la retirada en vacío (límite { $threshold })

## Lo que faltaba para valorar
missing-no-trip = no se conoce ningún viaje de sus contenedores
missing-no-load = no se comunicó su carga
missing-no-discharge = todavía no se ha comunicado su descarga
missing-journey-not-over = el viaje aún no ha terminado
missing-no-sea-event = no se comunicó ningún suceso en el mar
missing-sea-part-incomplete = el viaje por mar aún no está completo
missing-empty-box = el contenedor viaja vacío
missing-no-history = hay muy poco historial con que comparar
missing-short-history = hay muy poco historial para llamar nuevo a algo
missing-no-stay-with-both-ends = ninguna estancia tiene principio y fin conocidos
missing-not-reported = nadie comunicó si estaba lleno o vacío
missing-fewer-than-two-seals = se comunicaron menos de dos números de precinto
missing-fewer-than-two-masses = se comunicaron menos de dos masas brutas
missing-origin-is-destination = el origen y el destino son el mismo
missing-no-declaration = todavía no hay declaración de importación
missing-no-entry-summary = no hay declaración sumaria de entrada
missing-only-amendment = solo se conoce una rectificación, no la declaración
missing-no-origin-declared = no se declara ningún origen
missing-no-countries-declared = no se declaran países de itinerario
missing-no-place-declared = no se declara ningún lugar
missing-place-unknown = el lugar declarado no es un lugar conocido
missing-area-unknown = el lugar del viaje no es un lugar conocido
missing-no-route = no se conoce ninguna ruta
missing-no-second-mass = no hay una segunda masa con que comparar
missing-no-value-or-mass = no se declara valor o masa neta
missing-no-consignee = no se declara consignatario
missing-no-shipper = no se declara expedidor
missing-no-container = no se declara ningún contenedor
missing-no-arrival = no se declara la llegada
missing-no-office = no se declara la aduana de entrada
missing-no-transit-declared = no se declara ningún tránsito
missing-import-declared = se declara una importación, así que no es un tránsito
missing-no-leg-with-both-ends = ningún trayecto por mar tiene salida y llegada conocidas
missing-no-transhipment = no fue transbordado
missing-nothing-to-compare = no se conocen precinto y masa de ambos lados
missing-no-list = no hay lugares ni países en la lista
missing-no-gate-out = no se comunicó su salida del puerto
missing-no-amendment = la declaración no se rectificó
missing-no-stuffing = no se comunicó su llenado

## Lo que muestra una prueba
role-container-number = número de contenedor
role-load-event = aviso de carga
role-discharge-event = aviso de descarga
role-vessel-event = aviso del buque
role-gate-event = aviso de la puerta
role-earlier-event = suceso anterior
role-later-event = suceso posterior
role-laden-event = aviso de lleno
role-empty-event = aviso de vacío
role-last-event = último aviso antes
role-next-event = primer aviso después
role-lightest-event = pesaje más ligero
role-heaviest-event = pesaje más pesado
role-seal-before = precinto anterior
role-seal-after = precinto posterior
role-emptied-event = aviso de vaciado
role-transit-declared = tránsito declarado
role-declared-origin = origen declarado
role-declared-value = valor declarado
role-declared-time = hora de la declaración
role-place-of-loading = lugar de carga declarado
role-place-of-unloading = lugar de descarga declarado
role-countries-of-routing = itinerario declarado
role-import-declaration = declaración de importación
role-entry-gross-mass = masa bruta de la declaración sumaria
role-import-gross-mass = masa bruta de la declaración de importación
role-reported-gross-mass = masa bruta comunicada
role-consignee = consignatario
role-shipper = expedidor
role-declared-before = primera declaración
role-declared-after = declaración tras la carga
role-stuffed-event = aviso de llenado
role-picked-up-event = aviso de recogida del vacío

## Indicadores: nombres breves, y lo que comprueba cada uno
indicator-id-chk-title = Número de contenedor
indicator-id-chk-meaning = Comprueba la forma, la categoría y la cifra de control del número de contenedor.
indicator-id-dup-title = Número usado dos veces
indicator-id-dup-meaning = Comprueba si dos sucesos de un mismo número pueden ser ciertos de un solo contenedor.
indicator-rt-loop-title = Bucle en la ruta
indicator-rt-loop-meaning = Comprueba si una zona portuaria se visita dos veces en un mismo viaje por mar, o si el contenedor vuelve adonde se cargó.
indicator-rt-rare-title = Ruta poco frecuente
indicator-rt-rare-meaning = Mide cuánto sorprende el itinerario, dados el origen, el destino y el transportista.
indicator-rt-newod-title = Primera vez
indicator-rt-newod-meaning = Comprueba si este par de puertos, o este operador en esta ruta, aparece por primera vez.
indicator-or-orig-title = Origen fuera de la ruta
indicator-or-orig-meaning = Comprueba si las mercancías se cargaron, se introdujeron en el contenedor o se vieron en un contenedor lleno en el país de origen declarado.
indicator-or-pol-title = Lugar de carga
indicator-or-pol-meaning = Comprueba si el lugar de carga declarado es aquel donde se cargó el contenedor en este viaje.
indicator-or-pod-title = Lugar de descarga
indicator-or-pod-meaning = Comprueba si el lugar de descarga declarado es aquel donde se descargó el contenedor en este viaje.
indicator-or-route-title = Países del itinerario
indicator-or-route-meaning = Comprueba si los países de itinerario declarados son los que recorrió el viaje.
indicator-tm-dwell-title = Estancia prolongada
indicator-tm-dwell-meaning = Comprueba si el contenedor permaneció mucho más tiempo de lo habitual en ese lugar.
indicator-ef-conf-title = Lleno o vacío
indicator-ef-conf-meaning = Comprueba si el contenedor pasó de lleno a vacío, o al revés, sin llenado ni vaciado.
indicator-dc-late-title = Declaración tardía
indicator-dc-late-meaning = Comprueba si la declaración sumaria de entrada se presentó a tiempo antes de la carga.
indicator-dc-gap-title = Mensajes que faltan
indicator-dc-gap-meaning = Comprueba si falta un mensaje previsto, o si no se comunicó nada durante mucho tiempo.
indicator-vl-kg-title = Valor por kilogramo
indicator-vl-kg-meaning = Comprueba si el valor por kilogramo se aleja del de las mismas mercancías del mismo origen.
indicator-wt-anom-title = Masa
indicator-wt-anom-meaning = Comprueba si concuerdan las masas declaradas y las pesadas.
indicator-sl-chg-title = Precinto
indicator-sl-chg-meaning = Comprueba si el precinto cambió sin orden de la aduana.
indicator-tx-div-title = Tránsito desviado
indicator-tx-div-meaning = Comprueba si mercancías declaradas en tránsito se sacaron del contenedor dentro del territorio.
indicator-rt-ts-title = Transbordo innecesario
indicator-rt-ts-meaning = Comprueba si un transbordo no se explica ni por el historial ni por la distancia.
indicator-id-swap-title = Contenedor cambiado
indicator-id-swap-meaning = Comprueba si lo que siguió de un puerto de transbordo es lo que llegó a él.
indicator-rt-hrp-title = Lugar de la lista
indicator-rt-hrp-meaning = Comprueba si el contenedor hizo escala en un lugar o país que la administración tiene en su lista.
indicator-tm-leg-title = Tiempo de mar
indicator-tm-leg-meaning = Comprueba si un trayecto por mar duró lo que puede durar y suele durar.
indicator-gt-pin-title = Salida del puerto
indicator-gt-pin-meaning = Comprueba si el contenedor salió en cuanto estuvo listo, de noche, o con un transportista inesperado.
indicator-dc-cod-title = Cambio en el mar
indicator-dc-cod-meaning = Comprueba si el consignatario, la parte a notificar o el destino cambiaron después de la carga.
indicator-st-loc-title = Lugar de llenado
indicator-st-loc-meaning = Comprueba si el contenedor se llenó donde está el expedidor, y después de retirarlo.

## Sucesos de un contenedor
event-pick = Retirada en vacío
event-stuf = Llenado
event-gtin = Entrada por la puerta
event-gtot = Salida por la puerta
event-load = Carga
event-disc = Descarga
event-depa = Salida del buque
event-arri = Llegada del buque
event-move = Movimiento en la terminal
event-insp = Reconocimiento
event-strp = Vaciado
event-drop = Devolución en vacío
event-rsea = Nuevo precinto
event-book = Reserva
event-repr = Reparación
event-othr = Otro suceso
doubt-contradicts-neighbours = contradice los sucesos contiguos
doubt-estimate = previsto, no comunicado como hecho
doubt-inferred = no comunicado por nadie, a la hora habitual
doubt-superseded = sustituido por un mensaje posterior

## La tabla de documentos
document-transport-document = Documento de transporte
document-containers = Contenedores
document-seals = Precintos
document-gross-mass = Masa bruta
document-packages = Bultos
document-hs-code = Código SA
document-origin = Origen
document-place-of-loading = Lugar de carga
document-place-of-unloading = Lugar de descarga
document-consignor = Expedidor
document-consignee = Consignatario
document-value = Valor
document-routing = Países del itinerario
column-entry-summary = Declaración sumaria
column-entry-amendment = Rectificación
column-import-declaration = Declaración de importación
column-reports = Mensajes sobre { $container }

## Qué son las partes respecto del envío
party-consignor = Expedidor
party-consignee = Consignatario
party-declarant = Declarante
party-notify = Parte a la que notificar
party-carrier = Transportista

## Lo que puede hallarse
finding-classification = Clasificación arancelaria
finding-cigarettes = Cigarrillos
finding-controlled-goods = Mercancías sujetas a control
finding-counterfeit = Falsificación
finding-description = Descripción de la mercancía
finding-drugs = Estupefacientes
finding-origin = Origen
finding-other = Otro
finding-people = Personas
finding-prohibited-goods = Mercancías prohibidas
finding-quantity = Cantidad
finding-transit-diversion = Desvío de tránsito
finding-undervaluation = Infravaloración
finding-waste = Residuos
finding-weapons = Armas
finding-weight = Peso

## Con qué se compara un caso
compare-value = Valor por kilogramo del SA { $hs_code }
compare-value-origin = Valor por kilogramo del SA { $hs_code } de origen { $origin }
compare-dwell-area = Estancias en { $area }
compare-dwell-all = Estancias en todos los puertos
compare-routes = Rutas de { $from } a { $to }

## Cifras de control
check-container-holds = La cifra de control de { $number } es correcta
check-imo-holds = La cifra de control del número OMI { $number } es correcta
check-container-category = El cuarto carácter debería ser U, J o Z
check-digit-should-be = La cifra de control debería ser { $expected }
check-wrong = el carácter { $position } quizá sea erróneo: { $is } → { $should }
check-wrong-known = el carácter { $position } es probablemente erróneo: { $is } → { $should } da un número conocido
check-swapped = los caracteres desde el { $position } quizá estén intercambiados: { $is } → { $should }
check-swapped-known = los caracteres desde el { $position } están probablemente intercambiados: { $is } → { $should } da un número conocido

## Claves del filtro
filter-origin = País de origen declarado
filter-from = Primer lugar de la ruta: país, zona portuaria o lugar
filter-to = Último lugar de la ruta: país, zona portuaria o lugar
filter-via = Lugar intermedio: país, zona portuaria o lugar
filter-reason = Indicador activado, o una familia como RT
filter-hs = Código SA, o su comienzo
filter-goods = Palabras de la descripción de las mercancías
filter-lane = Circuito
filter-arm = Elegido por riesgo o por sorteo
filter-list = En la lista de un día
filter-day = Día de la lista, también anteriores
filter-state = Libre, asignado o decidido
filter-who = Quién lo tiene o lo decidió; me para uno mismo
filter-office = Aduana
filter-consignee = Nombre o número del consignatario
filter-consignor = Nombre o número del expedidor
filter-party = Nombre o número del consignatario o del expedidor
filter-container = Número de contenedor, o su comienzo
filter-document = Documento de transporte, o su comienzo
filter-declaration = Número de una declaración, o su comienzo
filter-vessel = Número OMI de un buque
filter-seal = Precinto, o su comienzo
filter-id = Envío
filter-value = Valor en aduana, en la moneda declarada
filter-at-stake = Derechos y tributos en juego
filter-score = Puntuación, de 0 a 1
filter-rank = Puesto por puntuación
filter-arrives = Llegada prevista
filter-deadline = Plazo para decidir
filter-overdue = Sin decidir después del plazo
filter-waiting = Horas desde la primera noticia
filter-found = Lo hallado
filter-decided = Cuándo se decidió, también en días anteriores

## Valores del filtro
filter-value-red = rojo: reconocimiento
filter-value-yellow = amarillo: documentos
filter-value-blue = azul: después del levante
filter-value-green = verde: levante
filter-value-none = ninguno
filter-value-risk = por riesgo
filter-value-random = por sorteo
filter-value-today = hoy
filter-value-any = cualquiera
filter-value-free = libre
filter-value-taken = asignado
filter-value-decided = decidido
filter-value-nothing = sin hallazgos
filter-value-yes = sí
filter-value-no = no

## Cifras del panorama
figure-waiting = En espera
figure-taken = En curso
figure-overdue = Fuera de plazo
figure-decided-today = Decididos hoy
figure-listed = En la lista de hoy
figure-list-left = Quedan de la lista de hoy
figure-inspected = Decididos
figure-found = Con hallazgo
figure-hit-rate = Proporción con hallazgo
figure-value-found = Valor hallado

## What is wrong in a filter
filter-fault-unknown-key = El filtro no tiene ninguna clave { $found } (carácter { $place }).
filter-fault-bad-value = { $found } no es un valor para { $key } (carácter { $place }).
filter-fault-bad-operator = { $key } no se compara con { $found } (carácter { $place }).
filter-fault-missing-value = Falta un valor en el carácter { $place }.
filter-fault-unclosed-quote = Las comillas del carácter { $place } no están cerradas.
filter-fault-too-long = El filtro supera los { $most } caracteres.
filter-fault-too-many-terms = El filtro tiene más de { $most } términos.
filter-fault-too-many-values = El término del carácter { $place } tiene más de { $most } valores.
filter-fault-nearest = ¿Quería decir { $nearest }?

## Senders
sender-unnamed = sin nombre (sus mensajes no nombran ninguno, o varios)

# Trips of one container.
stay-origin = De la puerta al buque en { $place }
stay-origin-cycle = De la recogida en vacío al buque en { $place }
stay-transhipment = Entre dos buques en { $place }
stay-destination = Del buque a la puerta en { $place }
stay-destination-cycle = Del buque a la devolución en vacío en { $place }
route-normal = { $n ->
    [one] El único contenedor conocido de { $from } a { $to } fue { $ways }.
   *[other] { $share } de { $population } contenedores de { $from } a { $to } fueron { $ways }.
}
route-carrier = { $share } de los { $population } contenedores de { $carrier } fueron { $ways }.
route-none = No se conoce ningún contenedor que haya ido antes de { $from } a { $to }.
route-direct = directo
route-via = por { $places }
route-either = { $before } o { $last }
route-this = Por este camino fueron { $count } de { $population } ({ $share }).
route-this-never = { $n ->
    [one] Este fue por otro camino.
   *[other] Ninguno de estos { $population } fue por este camino.
}
route-this-first = No hay nada con qué compararlo.
check-container-shape = Un número de contenedor son cuatro letras, seis cifras y un dígito de control.
trips-show-heading = { $container } a { $time }: { $n ->
    [one] un viaje
   *[other] { $n } viajes
}
trips-show-latest = Se muestran los últimos { $shown }.
trips-show-trip = Viaje { $number } de { $total }
trips-show-box = contenedor físico { $number } con este número
trips-show-status-open = en curso
trips-show-status-closed = terminado
trips-show-status-uncertain = incierto
trips-show-empty = vacío, reposicionado
trips-show-carrier = transportista { $carrier }
trips-show-sure = seguro al { $share }
trips-show-reports = { $n ->
    [one] un aviso
   *[other] { $n } avisos
}
trips-show-score = puntuación { $score }
trips-show-case = Caso { $id }, puntuación { $score }: { $goods }
trips-show-calls = escalas
trips-show-doubted = { $n } dudosos
trips-show-more-sources = { $n ->
    [one] y una fuente más
   *[other] y { $n } fuentes más
}
trips-show-key = una minúscula es un aviso dudoso, ~ una previsión, + varios a la vez
trips-show-role-load = cargado
trips-show-role-transhipment = transbordado
trips-show-role-discharge = descargado
trips-show-inferred = aquí no se avisó de carga ni de descarga
trips-show-in = entrada { $time }
trips-show-out = salida { $time }
trips-show-from = del buque { $vessel }
trips-show-on = en el buque { $vessel }
trips-show-stay = estancia { $hours }
trips-show-usual = normalmente { $median }, nueve de cada diez menos de { $high }; de { $population }
trips-show-leg = { $hours } en el mar
trips-show-doubt = dudoso: { $event } { $time }, { $place }, avisado por { $sources }: { $why }
trips-show-repair = corregido: { $event } { $time }, { $place }, avisado por { $sources }: { $why }
trips-show-doubts-cut = { $n } avisos dudosos más; --json los contiene
trips-show-whole = De todo el viaje
trips-show-nothing = Nada llama la atención.
trips-show-message = ↳ { $message }{ $n ->
    [0] {""}
    [one] {" "}y un mensaje más
   *[other] {" "}y { $n } mensajes más
}

# Una zona portuaria.
unusual-calls = { $value } pasos esta semana; lo normal son { $usual }.
unusual-role = { $value } contenedores con el papel «{ $name }» esta semana; lo normal son { $usual }.
unusual-origin = { $value } contenedores de { $name } esta semana; lo normal son { $usual }.
unusual-origin-new = { $value } contenedores de { $name } esta semana y ninguno en las semanas anteriores.
unusual-flagged = { $share } de los { $calls } pasos de la semana son de viajes con un motivo fuerte; lo normal es { $usual }.
unusual-doubted = { $share } de los { $calls } pasos de la semana tienen un aviso dudoso; lo normal es { $usual }.
unusual-long-stays = { $what }: { $share } de las estancias de la semana superan { $high }, como antes una de cada diez.

# What is not believed, and what was put right.
doubt-outvoted = contradicho por la mayoría de los demás avisos
repair-time-zone = su reloj iba desfasado horas enteras, como un huso horario, y se corrigió
repair-whole-days = su fecha iba desfasada días enteros y se corrigió
repair-place = su lugar era desconocido y se aprendió de otros avisos
repair-code = su código perdió ante otros avisos del momento

## Comprobación
verdict-ok = { $file } ({ $message }): conforme a la norma
verdict-rules = { $file } ({ $message }): la estructura es correcta, se incumplen reglas; errores: { $errors }
verdict-structure = { $file } ({ $message }): la estructura es incorrecta; errores: { $errors }
verdict-unreadable = { $file } ({ $message }): no se puede leer
verdict-error = línea { $line }, columna { $column }: { $code } { $text }
verdict-more = otros errores, véase --jsonl: { $errors }

## Cribado
screen-match = { $score }  { $name }  ({ $id })
screen-none = { $query }: nada en la lista
screen-pair = { $score }  { $left } / { $right }
screen-same = «{ $query }» también figura allí
screen-one-name = «{ $query }» y «{ $listed }» son grafías de un mismo nombre
screen-sound = «{ $query }» suena como «{ $listed }»
screen-letters = «{ $query }» es casi «{ $listed }»
screen-initial = «{ $query }» y «{ $listed }»: una inicial
screen-legal-form = «{ $query }» y «{ $listed }»: la misma forma jurídica
screen-only-query = en contra: «{ $query }» no está en el nombre de la lista
screen-only-listed = en contra: «{ $listed }» no se ha pedido
