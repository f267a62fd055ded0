## Lanes and stops
common-lane-red = Rojo
common-lane-yellow = Amarillo
common-lane-blue = Azul
common-lane-green = Verde
common-stop-load = cargado en { $place }
common-stop-transhipment = transbordado en { $place }
common-stop-discharge = descargado en { $place }
common-stop-declared = declarado para { $place }

## Acts
common-retry = Reintentar
common-close = Cerrar
common-cancel = Cancelar
common-sort = Ordenar por esta columna
common-loading = Cargando…

## Problems
common-problem-offline = El servidor no responde
common-problem-unknown = Se ha producido un error
common-problem-holder = Lo tiene { $name }.
common-problem-code-invalid_request = Algo no es válido
common-problem-code-not_signed_in = No ha iniciado sesión
common-problem-code-wrong_credentials = El nombre de usuario o la contraseña no son correctos
common-problem-code-wrong_signature = La firma no es correcta
common-problem-code-too_many_attempts = Demasiados intentos fallidos: espere un rato
common-problem-code-forbidden = No tiene permiso para esto
common-problem-code-not_found = No hay nada con este nombre o número
common-problem-code-method_not_allowed = Esto no puede hacerse aquí
common-problem-code-no_free_case = No queda ningún caso libre
common-problem-code-nothing_assessed = Aún no se ha evaluado nada
common-problem-code-locked_by_other = Un colega tiene este caso
common-problem-code-lock_lost = El caso ya no es suyo
common-problem-code-stale = Alguien lo cambió entretanto
common-problem-code-precondition_required = No se indicó qué versión se leyó: cargue la página de nuevo
common-problem-code-conflict = Esto no encaja con lo que hay ahora
common-problem-code-idempotency_mismatch = El mismo acto se envió dos veces con contenido distinto: cargue la página de nuevo
common-problem-code-too_late = Es demasiado tarde para esto
common-problem-code-too_large = Es demasiado grande
common-problem-code-unreadable = El mensaje no puede leerse
common-problem-code-unsupported_encoding = Esta codificación no se lee
common-problem-code-rate_limited = Demasiadas peticiones: espere un momento
common-problem-code-unavailable = El servidor está ocupado: inténtelo de nuevo en un momento
common-problem-code-internal = Algo falló en el servidor: indique la petición al administrador
common-fault-bad_value = Este valor no sirve aquí
common-fault-bad_length = Hay demasiados, o ninguno
common-fault-in_the_future = Esto está en el futuro
common-fault-in_the_past = Esto está en el pasado
common-fault-missing = Falta esto
common-fault-unknown = Esto no se conoce aquí
common-fault-unknown_host = El servidor no responde con este nombre
common-fault-unknown_parameter = Esta parte de la dirección es desconocida
common-fault-repeated = Esto aparece dos veces
common-fault-foreign_origin = Esto no lo envió la página de la consola
common-fault-wrong_password = La contraseña actual es otra
common-fault-password_too_short = La contraseña es demasiado corta: { $minimum } caracteres como mínimo
common-fault-password_too_long = La contraseña es demasiado larga
common-problem-request = Solicitud

## Navigation
common-nav = Navegación principal
common-nav-queue = Cola
common-nav-search = Búsqueda
common-nav-map = Mapa
common-nav-overview = Panorama
common-nav-quarantine = Cuarentena
common-nav-audit = Auditoría
common-nav-accounts = Cuentas
common-nav-settings = Ajustes
common-nav-profile = Perfil
common-menu = Menú
common-skip = Ir al contenido
common-notices = Avisos
common-screen-not-loaded = No se pudo obtener esta pantalla. Puede que la consola se haya actualizado: recargue la página.

## Search box
common-search-label = Buscar por cualquier número o nombre
common-search-placeholder = Contenedor, documento, MRN, buque, parte…
common-search-hits = Resultados de la búsqueda
common-search-nearest = el más parecido
common-search-none = No se encontró nada, ni siquiera parecido.
common-search-older = { $count ->
    [one] { $shown } caso anterior tiene este número
   *[other] { $shown } casos anteriores tienen este número
}
common-search-failed = La búsqueda no respondió. Pulse Intro para reintentar.
common-search-all = Todos los resultados
common-consignments = { $count ->
    [one] { $shown } envío
   *[other] { $shown } envíos
}
common-kind-container = Contenedor
common-kind-transport_document = Documento de transporte
common-kind-declaration = Declaración
common-kind-vessel = Buque
common-kind-party = Parte
common-kind-hs_code = Código SA
common-kind-seal = Precinto
common-kind-consignment = Envío

## Person
common-person-menu = { $name }: idioma, colores, cerrar sesión
common-role-officer = Agente de selección
common-role-analyst = Analista
common-role-supervisor = Supervisor
common-role-administrator = Administrador
common-language = Idioma
common-theme = Colores
common-theme-system = Según el sistema
common-theme-light = Claro
common-theme-dark = Oscuro
common-shortcuts = Atajos de teclado
common-shortcuts-off = Los atajos están desactivados en su perfil.
common-shortcuts-everywhere = En todas partes
common-shortcuts-here = En esta pantalla
common-key-search = Buscar
common-key-undo = Deshacer la última acción mientras sea posible
common-sign-out = Cerrar sesión
common-preferences-not-saved = No se pudo guardar el cambio.

## Signing in
common-sign-in = Iniciar sesión
common-sign-in-login = Nombre de usuario
common-sign-in-password = Contraseña
common-sign-in-or = O iniciar sesión con
common-sign-in-not-set-up = Aquí no hay otra forma de iniciar sesión.
common-sign-in-unavailable = El servicio de acceso no responde. Vuelva a intentarlo en un momento o avise a su administrador.
common-sign-in-declined = El servicio de acceso no le dejó pasar, o usted lo interrumpió allí.
common-sign-in-expired = Este inicio de sesión tardó demasiado o se empezó en otro sitio. Empiece de nuevo.
common-sign-in-unverified = La respuesta del servicio de acceso no se pudo verificar; nadie inició sesión. Empiece de nuevo.
common-sign-in-no-login = El servicio de acceso no indica ningún nombre de usuario que sirva aquí. Avise a su administrador.
common-sign-in-no-role = El servicio de acceso no le da ningún rol aquí. Pida uno a su administrador.
common-sign-in-login-taken = Su nombre de usuario pertenece aquí a otra cuenta. Avise a su administrador.
common-sign-in-closed = Su cuenta está bloqueada o cerrada. Diríjase a su administrador.
common-sign-in-internal = El inicio de sesión falló aquí. Comunique la solicitud a su administrador.
common-session-ended = Inicie sesión de nuevo
common-session-ended-text = Su sesión ha terminado. Lo que escribió se conserva; seguirá donde estaba.

## Banners
common-connection-lost = El servidor no responde. Lo que escribió se conserva; se sigue intentando.
common-world-demo = Mundo de demostración, inventado de principio a fin. Su hora está detenida en { $time }.
common-world-fixed = Estos datos están detenidos en { $time }.

## No such place, no right
common-not-found = No encontrado
common-not-found-path = No hay nada en { $path }.
common-not-found-text = Puede que la dirección esté mal escrita o cortada. Busque con / por cualquier número o vaya a la cola.
common-no-right = Sin acceso
common-no-right-role = Con el rol «{ $role }» no puede ver esta pantalla.
common-no-right-who = Quién puede: { $roles }. Un administrador cambia los roles.
common-to-queue = A la cola

## Differences of texts
common-diff-removed = línea quitada
common-diff-added = línea añadida
common-diff-gap = { $count ->
    [one] { $count } línea igual
   *[other] { $count } líneas iguales
}

## First visit
common-guide = Primera visita
common-guide-count = Paso { $number } de { $of }
common-guide-queue = Cada fila es un envío en camino, el de mayor riesgo primero. Los motivos están en la fila: qué se vio, el límite y con qué se comparó.
common-guide-take = Pulse t o «Tomar el siguiente»: recibe el caso libre más urgente y sus colegas ven que lo tiene usted.
common-guide-evidence = Los motivos van por orden de peso. Cada uno abre aquello en que se apoya: los propios mensajes, la ruta o el precio habitual al lado. Lea el primero.
common-guide-finding = Ahora decida: registre qué halló la inspección o que no halló nada. Tiene diez segundos para deshacerlo. Ese es todo el ciclo.
common-guide-next = Siguiente
common-guide-skip = Omitir y no volver a mostrar
