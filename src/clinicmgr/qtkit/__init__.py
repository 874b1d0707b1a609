"""Our own widgets: theme, icons, buttons, tables, forms, pages, jobs and commands.

The kit knows nothing of any subject: a page gives it records, columns, fields and callables, and
it gives back ids, values and signals. Every color comes from `tokens`, every picture from `icons`;
`theme.apply` is called once at the start, before the first widget. All widgets can be reached by
the keyboard, carry an accessible name, and follow a change of theme while they are shown.
"""
