## The screen
profile-title = Su perfil
profile-name = Nombre
profile-login = Usuario
profile-role = Función
profile-saved = Guardado.
profile-saving = Guardando…
profile-saved-at-once = Cada elección se guarda al instante y le sigue a otras máquinas.

## Look
profile-look = Idioma y aspecto
profile-language = Idioma
profile-theme = Colores
profile-theme-system = Como el sistema
profile-theme-light = Claro
profile-theme-dark = Oscuro
profile-density = Densidad
profile-density-compact = Compacta
profile-density-comfortable = Amplia
profile-zone = Zona horaria
profile-zone-now = Las horas se muestran en ella: ahora { $time }
profile-zone-here = La de esta máquina

## Shortcuts
profile-shortcuts = Atajos
profile-shortcuts-on = Atajos de una tecla
profile-shortcuts-hint = Nunca actúan mientras escribe en un campo. Cada pantalla muestra los suyos con la tecla ?. Desactívelos si usa dictado o pulsa teclas sin querer.
profile-shortcuts-key = Tecla
profile-shortcuts-does = Lo que hace

## Password
profile-password = Contraseña
profile-password-text = Cambiarla cierra sus otras sesiones.
profile-password-current = Contraseña actual
profile-password-current-missing = Indique su contraseña actual.
profile-password-wrong = Esta no es su contraseña actual.
profile-password-new = Contraseña nueva
profile-password-hint = Al menos { $min } caracteres; unas palabras son más fáciles que signos.
profile-password-short = Use al menos { $min } caracteres.
profile-password-again = Contraseña nueva otra vez
profile-password-differ = Las dos contraseñas nuevas difieren.
profile-password-change = Cambiar contraseña
profile-password-changed = Su contraseña se cambió.

## Guide
profile-guide = Primer caso guiado
profile-guide-text = En esta demo, una breve guía lleva de la cola a un hallazgo.
profile-guide-show = Ver de nuevo la guía
profile-guide-begins = La guía empieza de nuevo.
