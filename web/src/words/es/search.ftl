search-heading = Búsqueda: { $query }
search-count = { $count ->
    [one] { $count } resultado
   *[other] { $count } resultados
}
search-ask = Buscar por cualquier número
search-ask-text = Contenedor, documento de transporte, MRN, buque por número OMI o nombre, parte, código SA, precinto. Basta medio número; uno mal escrito encuentra el más parecido.
search-none = Nada encontrado para { $query }
search-none-text = No se conoce ni un número a uno o dos caracteres de distancia. Quizá su mensaje no ha llegado o está en cuarentena.
search-only-near = { $query } no se conoce. Estos son los más parecidos.
search-near = { $count ->
    [one] parecido: difiere { $count } carácter
   *[other] parecido: difieren { $count } caracteres
}
search-all = { $count ->
    [one] { $shown } envío en la cola
   *[other] Los { $shown } en la cola
}
search-no-consignment = en ningún envío abierto
search-check = Dígito de control
search-check-known = Conocido con ese cambio:
search-trips = Adónde fue
search-older = Casos anteriores con este número
search-older-how = Casos que no están abiertos ni son de los últimos tres meses. Los anteriores solo se encuentran por el número entero.
search-older-later = Los casos anteriores aún se están leyendo tras el inicio del servidor: para ellos, busque de nuevo en un momento.
search-older-more = { $count ->
    [one] y { $shown } más, aún anterior
   *[other] y { $shown } más, aún anteriores
}
search-ports = Puertos
search-port-page = lo que pasa por allí
