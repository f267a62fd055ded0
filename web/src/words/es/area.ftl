area-title = { $name }: lo que pasa por aquí
area-unknown = Ninguna zona portuaria tiene este código
area-unknown-text = Se pidió:
area-to-map = Mapa
area-to-queue = Casos transbordados aquí
area-since = Pasos desde el { $since }, conocidos a
area-truncated = solo se cuentan los últimos { $count }
area-nothing = No se conoce ningún contenedor que haya pasado por aquí en este tiempo.
area-calls = pasos
area-there = contenedores ahora aquí
area-role-load = cargados
area-role-transhipment = transbordados
area-role-discharge = descargados
area-this-week = { $count } esta semana
area-usual-week = { $count } lo normal
area-unusual = Lo inusual de esta semana
area-unusual-text = { $weeks ->
    [one] Los últimos siete días frente a la semana anterior. Se lista lo que se aparta tres desviaciones típicas o más.
   *[other] Los últimos siete días frente a las { $weeks } semanas anteriores. Se lista lo que se aparta tres desviaciones típicas o más.
}
area-unusual-too-few = { $weeks ->
    [0] No hay semanas anteriores con las que comparar.
    [one] Solo se conoce una semana anterior: muy poco para comparar.
   *[other] Solo se conocen { $weeks } semanas anteriores: muy poco para comparar.
}
area-unusual-none = Nada se aparta tanto. Así son la mayoría de las semanas.
area-above = { $deviations } desviaciones por encima
area-below = { $deviations } desviaciones por debajo
area-open-rows = Abrir las filas
area-weeks = Semana a semana
area-weeks-label = Pasos por semana, la última a la derecha. La tabla de abajo dice lo mismo.
area-week = Semana
area-week-this = esta semana
area-week-usual = semana normal
area-flagged = viajes con un motivo fuerte
area-doubted = con un aviso dudoso
area-origins = De dónde vienen los contenedores
area-destinations = Adónde van los contenedores
area-from-here = cargados aquí primero
area-to-here = descargados aquí al final
area-no-flows = No se conoce el otro extremo de ningún viaje.
area-port = Puerto
area-share = Parte
area-show-all = Mostrar los { $count }
area-stays = Cuánto tiempo se quedan
area-no-stays = Ninguna estancia terminada se conoce desde su comienzo.
area-stay-count = { $count ->
    [one] una estancia
   *[other] { $count } estancias
}
area-stay-median = la mitad menos de { $hours }
area-stay-high = una de cada diez más de { $hours }
area-stay-week = esta semana la mitad menos de { $hours }, de { $count }
area-histogram = { $what }: la mitad se queda menos de { $median }, nueve de cada diez menos de { $high }. La tabla de detrás dice lo mismo.
area-mark-median = la mitad son más cortas
area-mark-high = una de cada diez es más larga
area-mark-week = la mitad de esta semana
area-as-table = Como tabla
area-from-hours = Desde
area-to-hours = Hasta
area-how-many = Estancias
area-rows = Los pasos
area-rows-none = Ningún paso es de esta clase.
area-rows-shown = { $shown } de { $total }
area-more-rows = Mostrar más
area-chips = Limitado a
area-chip-from = de { $name }
area-chip-to = a { $name }
area-chip-week = { $count ->
    [one] la semana anterior
   *[other] { $count } semanas antes
}
area-chip-min = al menos { $hours }
area-chip-max = menos de { $hours }
area-chip-away = Quitar: { $what }
area-chips-none = Todos los pasos
area-container = Contenedor
area-role = Qué
area-from = De
area-to = A
area-here = aquí
area-came = Llegó
area-left = Salió
area-stay = Estancia
area-why = Lo raro
area-still-there = sigue aquí
area-doubted-reports = { $count ->
    [one] uno dudoso
   *[other] { $count } dudosos
}
area-weeks-note = Lo descargado últimamente aún puede transbordarse.
