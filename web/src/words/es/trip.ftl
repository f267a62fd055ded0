trip-title = Viajes de { $container }
trip-heading = Viajes de
trip-loading = Leyendo los viajes de { $container }
trip-crumb = Dónde está
trip-to-queue = Cola
trip-search = Buscar este número
trip-choose = Viaje
trip-number-of = viaje { $number } de { $total }
trip-option-reasons = { $count ->
    [one] un motivo
   *[other] { $count } motivos
}
trip-no-calls = ningún puerto
trip-way = Puertos de escala
trip-score = Puntuación del viaje solo
trip-status = Estado
trip-open = en curso
trip-closed = terminado
trip-uncertain = incierto
trip-empty = vacío, reposicionado
trip-box = contenedor físico { $number }
trip-when = Desde – hasta
trip-carrier = Transportista
trip-sure = Seguro
trip-silence = Silencio más largo
trip-cases = Casos que llevó
trip-odd = { $count ->
    [0] Nada raro
    [one] Lo raro: un motivo
   *[other] Lo raro: { $count } motivos
}
trip-odd-text = Vaya a un motivo con j y k: su parte se ilumina en la línea de tiempo, el mapa y las tablas.
trip-nothing-odd = Ningún indicador del viaje salta. Lo que dicen las declaraciones se juzga con el caso.
trip-strong = fuerte
trip-middling = medio
trip-weak = débil
trip-stands-on = { $count ->
    [one] Se apoya en un mensaje
   *[other] Se apoya en { $count } mensajes
}
trip-not-judged = { $count ->
    [one] Un indicador no se pudo juzgar
   *[other] { $count } indicadores no se pudieron juzgar
}
trip-key-next-reason = Motivo siguiente
trip-key-previous-reason = Motivo anterior
trip-key-earlier = Viaje anterior de este contenedor
trip-key-later = Viaje siguiente de este contenedor
trip-in-time = En el tiempo, por fuente
trip-calls = Escalas y tramos
trip-in-space = En el mapa, frente a las rutas normales
trip-stays = Estancias, entre las de su lugar
trip-reports = Todos los avisos
trip-legs = Tramos
trip-leg = Tramo
trip-leg-vessel = Buque
trip-leg-hours = Duró
trip-leg-usual = Normal
trip-leg-long = más largo de lo normal
trip-unknown-time = no se sabe
trip-no-pair = El viaje no tiene dos extremos con los que comparar una ruta.
trip-routes-listed = Las rutas normales una a una
trip-no-stays = No se conoce ninguna estancia con su comienzo.
trip-stay-lasts = continúa
trip-area-page = Lo que pasa por aquí
trip-drawing-label = Línea de tiempo de los avisos. Las flechas izquierda y derecha van de aviso en aviso; la línea de abajo lo lee.
trip-drawing = Línea de tiempo del contenedor { $container } del { $start } al { $end }. { $sources }.
trip-lane = { $source }: { $believed } creídos, { $doubted } dudosos
trip-lane-counts = { $believed } creídos{ $doubted ->
    [0] {""}
   *[other] , { $doubted } dudosos
}{ $foreseen ->
    [0] {""}
   *[other] , { $foreseen } previstos
}
trip-doubted-word = dudoso
trip-believed = aviso creído
trip-foreseen = previsión
trip-doubted = aviso dudoso
trip-report-before = Aviso anterior
trip-report-after = Aviso siguiente
trip-report-of = { $number } de { $total }
trip-reported-by = avisado por
trip-report-none = { $total ->
    [one] Un suceso en este viaje. Elíjalo con las flechas o en el dibujo.
   *[other] { $total } sucesos en este viaje. Elija uno con las flechas o en el dibujo.
}
trip-unknown = Ningún mensaje habla de este contenedor
trip-unknown-text = Se pidió:
trip-nearest = Los números conocidos más cercanos
trip-repaired = corregido
