import { createCompanionStore } from './companion-store.ts'

/** The page's one store, which asks main as soon as this module is read. */
export const pageStore = createCompanionStore(window.companion)

/** Settles when the first snapshot is here, or can't be had. Never rejects. */
export const firstAnswer = pageStore.start()
