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
