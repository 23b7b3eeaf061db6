/** What happened, what became of the message, what to do. `title` is ASCII: it becomes a subject. */
export type AlertText = {
  readonly title: string
  readonly happened: string
  readonly message: string
  readonly cure: string
}
