sign-in-heading = Inicio de sesión
sign-in-languages = Idioma
sign-in-law = Todo lo que se consulta y decide aquí queda registrado a su nombre.
