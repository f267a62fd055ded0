## Screen
map-heading = Mapa
map-summary = { $count ->
    [one] { $number } envío
   *[other] { $number } envíos
}
map-truncated = Solo se dibujan los { $number } primeros por puntuación: acote el filtro para verlos todos.
map-unplaced = { $count ->
    [one] { $number } no tiene viaje con lugares conocidos y no se dibuja.
   *[other] { $number } no tienen viaje con lugares conocidos y no se dibujan.
}
map-loading = Cargando el mapa
map-empty = Ningún envío que dibujar
map-empty-filter = Ningún envío de este filtro tiene un viaje con lugares conocidos. Amplíe el filtro.
map-empty-all = Todavía no se ha evaluado ningún envío, o ningún viaje tiene lugares conocidos. Cargue primero mensajes y evalúelos.
map-key-filter = Ir al filtro
map-to-queue = Mismo filtro en la cola

## The picture
map-canvas-label = Mapa de los envíos
map-keys-hint = Las flechas mueven el mapa, más y menos cambian el zoom, 0 vuelve a la primera vista. Todo lo que muestra el mapa está en la tabla contigua.
map-zoom-group = Zoom
map-zoom-in = Acercar
map-zoom-out = Alejar
map-zoom-reset = Primera vista
map-key-pan = Mover el mapa (cuando tiene el foco)
map-outlines-missing = No se pudieron cargar los contornos de los países. Los puntos y las líneas son correctos sin ellos.
map-caption = A { $time }: { $shown } en el mapa, { $port } en puerto, { $sea } en camino, { $over } tras su última escala conocida.
map-caption-places = Donde más hay:
map-place-count = { $place } { $number }

## Legend
map-legend = Circuitos
map-no-lane = fuera de la lista
map-legend-port = Relleno: en puerto o en la última escala conocida. Hueco: en camino.
map-clusters = Unir los puntos cercanos en círculos
map-lines = Líneas de los viajes
map-lines-note = Las líneas unen escalas; no son las derrotas de los buques.
map-lines-left-out = Se omiten { $number } líneas con menos envíos.

## Time
map-time-group = Tiempo
map-time = Momento mostrado en el mapa
map-from = Inicio del período
map-to = Fin del período
map-step-back = Evento anterior
map-step-on = Evento siguiente
map-play = Reproducir
map-pause = Pausa
map-mode = Qué envíos
map-mode-cumulative = Todo hasta este momento
map-mode-moment = Solo en este momento

## Table
map-table-heading = En el mapa en este momento
map-table-empty = No hay nada en el mapa en este momento. Mueva el tiempo o muestre todo hasta él.
map-column-consignment = Envío
map-column-last = Última escala
map-column-where = En este momento
map-column-next = Próxima escala
map-none-yet = ninguna todavía
map-call-number = { $number } de { $all }
map-where-port = en { $place }
map-where-sea = en camino de { $from } a { $to }
map-where-over = tras su última escala conocida, { $place }
map-where-before = no iniciado
map-where-past = terminado
map-next-none = ninguna conocida
map-show = Mostrar { $id } en el mapa
map-rows = { $from }–{ $to } de { $all }
map-pages = Páginas de la tabla
map-page-back = Anterior
map-page-on = Siguiente
map-select-next = Seleccionar el envío siguiente
map-select-previous = Seleccionar el envío anterior
map-selected = Seleccionado
map-show-whole = Mostrar todo su recorrido
map-unselect = Quitar la selección
map-circle = Círculo elegido
map-circle-count = { $count ->
    [one] { $number } envío del círculo elegido
   *[other] { $number } envíos del círculo elegido
}
map-circle-all = Listar todo
