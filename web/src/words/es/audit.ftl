## The screen
audit-title = Auditoría
audit-lead = Quién miró, quién decidió y con qué pruebas.
audit-loading = Cargando los registros
audit-export = { $count ->
    [one] Guardar { $count } registro en líneas JSON
   *[other] Guardar { $count } registros en líneas JSON
}
audit-empty-title = Aún no se ha registrado nada
audit-empty-text = Cada consulta, decisión y cambio deja aquí un registro.
audit-empty-filtered-title = Ningún registro cumple estos filtros
audit-empty-filtered-text = Personas, acciones y objetos se comparan como figuran en un registro.
audit-pages = Páginas
audit-first-page = Registros más recientes
audit-next-page = Registros anteriores

## Filters
audit-filter = Filtrar los registros
audit-actor = Persona
audit-action = Acción
audit-object = Objeto
audit-from = Desde el día
audit-to = Hasta el día
audit-apply = Filtrar
audit-clear = Quitar los filtros
audit-days-wrong = El último día es anterior al primero.

## One record
audit-open = Abrir
audit-all-of-object = Todos sus registros
audit-all-of-actor = Todos de esta persona
audit-all-of-action = Todos de esta acción
audit-time = Hora
audit-origin = Desde dónde
audit-request = Solicitud
audit-sequence = Número
audit-hash = Huella
audit-changes = Lo que cambió
audit-changed-nothing = Este acto no cambió nada: se guarda que ocurrió.
audit-field = Campo
audit-before = Antes
audit-after = Después
audit-value = Valor
audit-none = ninguno
audit-too-many-fields = Solo se muestran los primeros { $limit } campos; el registro exportado los tiene todos.

## The chain
audit-chain = Cadena de registros
audit-chain-lead = Cada registro lleva una huella de sí mismo y del anterior. La verificación los lee todos y señala el primer byte alterado, si lo hay.
audit-verify = Verificar la cadena
audit-chain-whole = { $records ->
    [one] La cadena está intacta: { $records } registro.
   *[other] La cadena está intacta: { $records } registros.
}
audit-chain-broken = { $records ->
    [one] La cadena está rota. Se leyó { $records } registro.
   *[other] La cadena está rota. Se leyeron { $records } registros.
}
audit-broken-where = El primer registro roto es el número { $sequence }: campo { $field }, byte { $byte }.
audit-broken-record = El primer registro roto es el número { $sequence }: campo { $field }.
audit-head = Huella del último registro:
audit-head-why = Anótela fuera de esta máquina: quien corte la cadena y la rehaga no podrá llegar de nuevo a ella.
audit-checked = Verificado { $time }

## Keys
audit-key-down = Registro siguiente
audit-key-up = Registro anterior
audit-key-filter = Ir a los filtros
