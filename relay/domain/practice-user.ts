/** The id of the built-in user whose mail goes to the practice mailbox; nobody else may be called so. */
export const practiceUserId = 'practice'
