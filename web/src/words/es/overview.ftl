## Screen
overview-heading = Resumen
overview-as-of = a
overview-loading = Cargando el resumen
overview-no-figures = Aún no hay cifras.
overview-of = de { $number }
overview-interval = de { $low } a { $high }
overview-none = ninguno
overview-cases = Casos
overview-share = Comparado con el grupo mayor

## Work
overview-work = Trabajo de hoy
overview-found = Hallado

## Arms
overview-arms = Tasa de acierto de los dos brazos
overview-arm = Brazo
overview-arm-risk = Por riesgo
overview-arm-random = Al azar
overview-found-of = Hallados de inspeccionados
overview-found-of-value = { $found } de { $inspected }
overview-rate = Tasa de acierto
overview-interval-heading = Intervalo del 95 % en una escala de 0 a { $end }
overview-too-few = { $count ->
    [0] Ninguno inspeccionado todavía.
    [one] Solo { $number } inspeccionado: muy poco para concluir.
   *[other] Solo { $number } inspeccionados: muy pocos para concluir.
}
overview-times = { $number } veces
overview-lift = El brazo por riesgo acierta { $value } lo que el azar.
overview-lift-interval = El brazo por riesgo acierta { $value } lo que el azar (intervalo del 95 %: de { $low } a { $high }).
overview-lift-unproven = El intervalo incluye 1: aún no está demostrado que la ordenación sea mejor que el azar.
overview-lift-none = Todavía no se puede decir cuánto mejor que el azar es el brazo por riesgo: el brazo al azar tiene muy pocos hallazgos.
overview-arms-note = El brazo al azar se sortea entre todos los casos abiertos. Muestra lo que se hallaría sin ordenar.

## Age
overview-age = Antigüedad de los casos en espera
overview-age-waiting = En espera
overview-age-under = menos de { $to }
overview-age-between = de { $from } a { $to }
overview-age-over = { $from } y más
overview-age-none = Ningún caso en espera.

## People
overview-people = Personas hoy
overview-person = Persona
overview-looked = Consultados
overview-decided = Decididos
overview-with-finding = Con hallazgo
overview-holding = En mano
overview-people-none = Nadie ha consultado un caso hoy.

## Indicators
overview-indicators = Indicadores
overview-indicator = Indicador
overview-fired = En casos abiertos
overview-fired-bar = Comparación
overview-inspected = Inspeccionados
overview-few = muy pocos
overview-indicators-none = Todavía no se ha activado ningún indicador. Cargue primero mensajes y evalúelos.
overview-indicators-note = La tasa de acierto se da a partir de { $number } inspecciones.

## Senders
overview-senders = Mensajes por remitente
overview-sender = Remitente
overview-sender-unknown = remitente desconocido
overview-messages = Mensajes
overview-accepted = Aceptados
overview-duplicate = Duplicados
overview-quarantined = En cuarentena
overview-refused-share = Rechazados
overview-last-received = Último recibido
overview-never = nunca
overview-senders-none = Todavía no ha llegado ningún mensaje.

## Days
overview-days = Mensajes por día
overview-day = Día
overview-days-label = Mensajes por día del { $from } al { $to }; la tabla de abajo da los números.
overview-days-table = Mostrar como tabla
overview-days-none = Todavía no ha llegado ningún mensaje.

## Doors
overview-doors = Puertas para mensajes
overview-door = Puerta
overview-door-folder = Carpeta vigilada
overview-door-mqtt = Agente de mensajes
overview-door-state = Estado
overview-door-open = abierta
overview-door-shut = no abierta
overview-door-kept = Guardados
overview-door-not-read = No leídos
overview-door-detail = Detalle
